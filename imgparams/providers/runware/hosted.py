"""The open models that Runware runs itself."""

from __future__ import annotations

from imgparams.providers.runware.routes import IMAGE_INFERENCE, PICTURE
from imgparams.tables import Const, Grid, Int, Json, ListOf, Native, Num, OneOf, Pictures, Slots, Text, WidthHeight

_SIDES = (
    "the step is from the vendor's page on dimensions of 2026, the least side from its ComfyUI node; an old page has "
    "512 to 2048 in steps of 64, the node up to 6048"
)
_FLUX_GRID = Grid(Int(128, 2048, multiple_of=16))
_GRID = Grid(Int(128, 2048, multiple_of=8))

FLUX_1_DEV = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", _FLUX_GRID, required=True, disputed=_SIDES),
    Slots("inputs.seedImage", part=PICTURE),
    Native("promptWeighting", OneOf("sdEmbeds")),
    Native("controlNet", ListOf(Json())),
    Native("ipAdapters", ListOf(Json())),
    Native("hiresFix", Json()),
    Native("pulid", Json()),
    Native("trueCFGScale", Num()),
    name="runware/runware:101@1",
    model="runware:101@1",
    docs="https://runware.ai/docs/models/bfl-flux-1-dev",
    without=(
        "inputs.referenceImages",
        "clipSkip",
        "settings",
        "providerSettings",
    ),
)

FLUX_1_SCHNELL = FLUX_1_DEV.but(
    name="runware/runware:100@1",
    model="runware:100@1",
    docs="https://runware.ai/docs/models/bfl-flux-1-schnell",
    without=(
        "controlNet",
        "ipAdapters",
        "pulid",
    ),
)
FLUX_1_KONTEXT_DEV = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", _FLUX_GRID, disputed=_SIDES),
    Pictures("inputs.referenceImages", (PICTURE,)),
    Native("trueCFGScale", Num()),
    name="runware/runware:106@1",
    model="runware:106@1",
    docs="https://runware.ai/docs/models/bfl-flux-1-kontext-dev",
    without=(
        "inputs.seedImage",
        "inputs.maskImage",
        "strength",
        "clipSkip",
        "maskMargin",
        "outpaint",
        "settings",
        "providerSettings",
    ),
)
FLUX_2_DEV = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", _FLUX_GRID, required=True, disputed=_SIDES),
    Pictures("inputs.referenceImages", (PICTURE,), max=4, source="clients of the API, which name the vendor's page"),
    Native("acceleration", OneOf("none", "low", "medium", "high")),
    name="runware/runware:400@1",
    model="runware:400@1",
    docs="https://runware.ai/docs/models/bfl-flux-2-dev",
    without=(
        "inputs.seedImage",
        "inputs.maskImage",
        "strength",
        "clipSkip",
        "maskMargin",
        "outpaint",
        "ultralytics",
        "settings",
        "providerSettings",
    ),
)
FLUX_2_KLEIN_9B = FLUX_2_DEV.but(
    name="runware/runware:400@2",
    model="runware:400@2",
    docs="https://runware.ai/docs/models/bfl-flux-2-klein-9b",
)
FLUX_2_KLEIN_9B_BASE = FLUX_2_DEV.but(
    name="runware/runware:400@3",
    model="runware:400@3",
    docs="https://runware.ai/docs/models/bfl-flux-2-klein-9b-base",
)
FLUX_2_KLEIN_4B = FLUX_2_DEV.but(
    name="runware/runware:400@4",
    model="runware:400@4",
    docs="https://runware.ai/docs/models/bfl-flux-2-klein-4b",
)
FLUX_2_KLEIN_4B_BASE = FLUX_2_DEV.but(
    name="runware/runware:400@5",
    model="runware:400@5",
    docs="https://runware.ai/docs/models/bfl-flux-2-klein-4b-base",
)
FLUX_2_KLEIN_9B_KV = FLUX_2_DEV.but(
    name="runware/runware:400@6",
    model="runware:400@6",
    docs="https://runware.ai/docs/models/bfl-flux-2-klein-9b-kv",
)
QWEN_IMAGE = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", _GRID, required=True, disputed=_SIDES),
    Slots("inputs.seedImage", part=PICTURE),
    name="runware/runware:108@1",
    model="runware:108@1",
    docs="https://runware.ai/docs/models/alibaba-qwen-image",
    without=(
        "inputs.referenceImages",
        "clipSkip",
        "providerSettings",
    ),
)
QWEN_IMAGE_2512 = QWEN_IMAGE.but(
    name="runware/alibaba:qwen-image@2512",
    model="alibaba:qwen-image@2512",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-2512",
)
Z_IMAGE = QWEN_IMAGE.but(
    name="runware/runware:z-image@0",
    model="runware:z-image@0",
    docs="https://runware.ai/docs/models/alibaba-z-image",
    without=("settings",),
)
Z_IMAGE_TURBO = Z_IMAGE.but(
    Native("controlNet", ListOf(Json())),
    name="runware/runware:z-image@turbo",
    model="runware:z-image@turbo",
    docs="https://runware.ai/docs/models/alibaba-z-image-turbo",
)
STABLE_DIFFUSION_3 = Z_IMAGE_TURBO.but(
    Native("clipSkip", Int(0, 2)),
    name="runware/runware:5@1",
    model="runware:5@1",
    docs="https://runware.ai/docs/models/stabilityai-stable-diffusion-3",
)
STABLE_DIFFUSION_XL = STABLE_DIFFUSION_3.but(
    Native("vae", Text()),
    Native("promptWeighting", OneOf("compel", "sdEmbeds")),
    Native("ipAdapters", ListOf(Json())),
    Native("refiner", Json()),
    Native("embeddings", ListOf(Json())),
    Native("hiresFix", Json()),
    Native("photoMaker", Json()),
    name="runware/civitai:101055@128078",
    model="civitai:101055@128078",
    docs="https://runware.ai/docs/models/stabilityai-stable-diffusion-xl-v1-0-vae-fix",
)
QWEN_IMAGE_EDIT_EDIT = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", _GRID, disputed=_SIDES),
    Pictures("inputs.referenceImages", (PICTURE,), required=True, min=1),
    name="runware/runware:108@20:edit",
    model="runware:108@20",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-edit",
    without=(
        "inputs.seedImage",
        "inputs.maskImage",
        "strength",
        "clipSkip",
        "maskMargin",
        "outpaint",
        "providerSettings",
    ),
)
QWEN_IMAGE_EDIT_PLUS_EDIT = QWEN_IMAGE_EDIT_EDIT.but(
    WidthHeight("width", "height", _GRID, required=True, disputed=_SIDES),
    name="runware/runware:108@22:edit",
    model="runware:108@22",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-edit-plus",
)
QWEN_IMAGE_EDIT_2511_EDIT = QWEN_IMAGE_EDIT_EDIT.but(
    name="runware/alibaba:qwen-image-edit@2511:edit",
    model="alibaba:qwen-image-edit@2511",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-edit-2511",
)
QWEN_IMAGE_LAYERED_EDIT = QWEN_IMAGE_EDIT_EDIT.but(
    Native("inputs", Json(), required=True, note="the picture that is cut into layers; its key was in no source"),
    Const("outputFormat", "TIFF", optional=True),
    name="runware/alibaba:qwen-image@layered:edit",
    model="alibaba:qwen-image@layered",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-layered",
    without=(
        "inputs.referenceImages",
        "width",
        "height",
        "ultralytics",
    ),
    note="cuts a picture into layers",
)
HIDREAM_I1_FULL = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", _GRID, disputed=_SIDES),
    name="runware/runware:97@1",
    model="runware:97@1",
    docs="https://runware.ai/docs/models/hidream-i1-full",
    without=(
        "inputs.referenceImages",
        "inputs.seedImage",
        "inputs.maskImage",
        "strength",
        "clipSkip",
        "maskMargin",
        "outpaint",
        "ultralytics",
        "settings",
        "providerSettings",
    ),
)
HIDREAM_I1_DEV = HIDREAM_I1_FULL.but(
    name="runware/runware:97@2",
    model="runware:97@2",
    docs="https://runware.ai/docs/models/hidream-i1-dev",
)
HIDREAM_I1_FAST = HIDREAM_I1_FULL.but(
    name="runware/runware:97@3",
    model="runware:97@3",
    docs="https://runware.ai/docs/models/hidream-i1-fast",
)
