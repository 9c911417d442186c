"""The open models that Runware runs itself."""

from __future__ import annotations

from imgparams.providers.runware.routes import IMAGE_INFERENCE, OLDER, OLDER_REFERENCES, PICTURE, TASK
from imgparams.tables import (
    Const,
    Field,
    Grid,
    Int,
    Json,
    ListOf,
    Native,
    Num,
    OneOf,
    Param,
    Pictures,
    Slots,
    Target,
    Text,
    WidthHeight,
)

_SIDES = (
    "the step is from the vendor's page on dimensions of 2026, the least side from its ComfyUI node; the page on "
    "errors has steps of 64, an old page 512 to 2048, the node up to 6048"
)
_FLUX_GRID = Grid(Int(128, 2048, multiple_of=16))
_GRID = Grid(Int(128, 2048, multiple_of=8))
_WIDER_FLUX_GRID = Grid(Int(128, 6048, multiple_of=16))
_WIDER_GRID = Grid(Int(128, 6048, multiple_of=8))
_PLUGIN = "a plugin that restates the vendor's page (imgly 1.69.0, 2026)"
_OLDER_SEED_IMAGE = Slots("seedImage", part=PICTURE, read_only=True, source=OLDER)

#: the wires of all these models, and of those that start from a picture
_ALL = (*TASK, "negativePrompt", "seed", "steps", "CFGScale", "scheduler", "lora", "acceleratorOptions")
_SEEDED = (
    *_ALL,
    "inputs.seedImage",
    "inputs.maskImage",
    "seedImage",
    "maskImage",
    "strength",
    "maskMargin",
    "outpaint",
    "ultralytics",
)

# ---- Black Forest Labs

FLUX_1_DEV = IMAGE_INFERENCE.but(
    Param(
        "positivePrompt",
        Field.prompt,
        Text(max_length=3000),
        required=True,
        note="a longer one is answered with invalidPositivePrompt",
        source="a program's recorded answer, 2026-07-21",
    ),
    WidthHeight("width", "height", _FLUX_GRID, required=True, disputed_to=_WIDER_FLUX_GRID, disputed=_SIDES),
    Slots("inputs.seedImage", part=PICTURE),
    _OLDER_SEED_IMAGE,
    Native("promptWeighting", OneOf("sdEmbeds")),
    Native("controlNet", ListOf(Json())),
    Native("ipAdapters", ListOf(Json())),
    Native("hiresFix", Json()),
    Native("pulid", Json()),
    Native("trueCFGScale", Num()),
    model="runware:101@1",
    serves="black-forest-labs/flux-1-dev",
    docs="https://runware.ai/docs/models/bfl-flux-1-dev",
    only=_SEEDED,
)
FLUX_1_SCHNELL = FLUX_1_DEV.but(
    Param("positivePrompt", Field.prompt, Text(), required=True),
    model="runware:100@1",
    serves="black-forest-labs/flux-1-schnell",
    docs="https://runware.ai/docs/models/bfl-flux-1-schnell",
    without=("controlNet", "ipAdapters", "pulid"),
)
FLUX_1_KONTEXT_DEV = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", _FLUX_GRID, disputed_to=_WIDER_FLUX_GRID, disputed=_SIDES),
    Pictures("inputs.referenceImages", (PICTURE,), older=OLDER_REFERENCES),
    Native("trueCFGScale", Num()),
    model="runware:106@1",
    serves="black-forest-labs/flux-1-kontext-dev",
    docs="https://runware.ai/docs/models/bfl-flux-1-kontext-dev",
    only=(*_ALL, "inputs.referenceImages", "ultralytics"),
)
_FLUX_2 = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", _FLUX_GRID, required=True, disputed_to=_WIDER_FLUX_GRID, disputed=_SIDES),
    Pictures(
        "inputs.referenceImages",
        (PICTURE,),
        older=OLDER_REFERENCES,
        max=4,
        source="clients of the API, which name the vendor's page",
    ),
    Native("acceleration", OneOf("none", "low", "medium", "high")),
    model="runware:400@1",
    serves="black-forest-labs/flux-2-dev",
    docs="https://runware.ai/docs/models/bfl-flux-2-dev",
    only=(*_ALL, "inputs.referenceImages"),
)
FLUX_2_DEV = _FLUX_2.but(
    Param("positivePrompt", Field.prompt, Text(min_length=1, max_length=10000), required=True, source=_PLUGIN),
    WidthHeight(
        "width",
        "height",
        Grid(Int(512, 2048, multiple_of=16)),
        required=True,
        disputed_to=_WIDER_FLUX_GRID,
        disputed="the least side is 512 in a plugin that restates the vendor's page; " + _SIDES,
        source=_PLUGIN,
    ),
    Param("steps", Field.steps, Int(1, 50), source=_PLUGIN),
    Param("CFGScale", Field.guidance, Num(1, 20), default=4.0, source=_PLUGIN),
)
FLUX_2_KLEIN_9B = _FLUX_2.but(
    model="runware:400@2",
    serves="black-forest-labs/flux-2-klein-9b",
    docs="https://runware.ai/docs/models/bfl-flux-2-klein-9b",
)
FLUX_2_KLEIN_9B_BASE = _FLUX_2.but(
    model="runware:400@3",
    serves="black-forest-labs/flux-2-klein-9b-base",
    docs="https://runware.ai/docs/models/bfl-flux-2-klein-9b-base",
)
FLUX_2_KLEIN_4B = _FLUX_2.but(
    model="runware:400@4",
    serves="black-forest-labs/flux-2-klein-4b",
    docs="https://runware.ai/docs/models/bfl-flux-2-klein-4b",
)
FLUX_2_KLEIN_4B_BASE = _FLUX_2.but(
    model="runware:400@5",
    serves="black-forest-labs/flux-2-klein-4b-base",
    docs="https://runware.ai/docs/models/bfl-flux-2-klein-4b-base",
)
FLUX_2_KLEIN_9B_KV = _FLUX_2.but(model="runware:400@6", docs="https://runware.ai/docs/models/bfl-flux-2-klein-9b-kv")

# ---- Alibaba, Stability AI

QWEN_IMAGE = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", _GRID, required=True, disputed_to=_WIDER_GRID, disputed=_SIDES),
    Slots("inputs.seedImage", part=PICTURE),
    _OLDER_SEED_IMAGE,
    model="runware:108@1",
    serves="alibaba/qwen-image",
    docs="https://runware.ai/docs/models/alibaba-qwen-image",
    only=(*_SEEDED, "settings"),
)
QWEN_IMAGE_2512 = QWEN_IMAGE.but(
    model="alibaba:qwen-image@2512",
    serves="alibaba/qwen-image-2512",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-2512",
)
Z_IMAGE = QWEN_IMAGE.but(
    model="runware:z-image@0",
    serves="alibaba/z-image",
    docs="https://runware.ai/docs/models/alibaba-z-image",
    without=("settings",),
)
Z_IMAGE_TURBO = Z_IMAGE.but(
    Native("controlNet", ListOf(Json())),
    model="runware:z-image@turbo",
    serves="alibaba/z-image-turbo",
    docs="https://runware.ai/docs/models/alibaba-z-image-turbo",
)
STABLE_DIFFUSION_3 = Z_IMAGE_TURBO.but(
    Native("clipSkip", Int(0, 2)),
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
    model="civitai:101055@128078",
    docs="https://runware.ai/docs/models/stabilityai-stable-diffusion-xl-v1-0-vae-fix",
)
QWEN_IMAGE_EDIT_EDIT = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", _GRID, disputed_to=_WIDER_GRID, disputed=_SIDES),
    Pictures("inputs.referenceImages", (PICTURE,), older=OLDER_REFERENCES, required=True, min=1),
    name="runware/runware:108@20:edit",
    model="runware:108@20",
    serves="alibaba/qwen-image-edit",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-edit",
    only=(*_ALL, "inputs.referenceImages", "ultralytics", "settings"),
)
QWEN_IMAGE_EDIT_PLUS_EDIT = QWEN_IMAGE_EDIT_EDIT.but(
    WidthHeight("width", "height", _GRID, required=True, disputed_to=_WIDER_GRID, disputed=_SIDES),
    model="runware:108@22",
    serves="alibaba/qwen-image-edit-2509",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-edit-plus",
)
QWEN_IMAGE_EDIT_2511_EDIT = QWEN_IMAGE_EDIT_EDIT.but(
    model="alibaba:qwen-image-edit@2511",
    serves="alibaba/qwen-image-edit-2511",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-edit-2511",
)
QWEN_IMAGE_LAYERED_EDIT = QWEN_IMAGE_EDIT_EDIT.but(
    Native("inputs", Json(), required=True, note="the picture that is cut into layers; no source has its key"),
    Const("outputFormat", "TIFF", optional=True),
    model="alibaba:qwen-image@layered",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-layered",
    without=("inputs.referenceImages", "width", "ultralytics"),
    note="cuts a picture into layers",
)

# ---- HiDream

HIDREAM_I1_FULL = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", _GRID, disputed_to=_WIDER_GRID, disputed=_SIDES),
    model="runware:97@1",
    serves="hidream/hidream-i1-full",
    docs="https://runware.ai/docs/models/hidream-i1-full",
    only=_ALL,
)
HIDREAM_I1_DEV = HIDREAM_I1_FULL.but(model="runware:97@2", docs="https://runware.ai/docs/models/hidream-i1-dev")
HIDREAM_I1_FAST = HIDREAM_I1_FULL.but(model="runware:97@3", docs="https://runware.ai/docs/models/hidream-i1-fast")

TARGETS: tuple[Target, ...] = (
    FLUX_1_DEV,
    FLUX_1_SCHNELL,
    FLUX_1_KONTEXT_DEV,
    FLUX_2_DEV,
    FLUX_2_KLEIN_9B,
    FLUX_2_KLEIN_9B_BASE,
    FLUX_2_KLEIN_4B,
    FLUX_2_KLEIN_4B_BASE,
    FLUX_2_KLEIN_9B_KV,
    QWEN_IMAGE,
    QWEN_IMAGE_2512,
    Z_IMAGE,
    Z_IMAGE_TURBO,
    STABLE_DIFFUSION_3,
    STABLE_DIFFUSION_XL,
    QWEN_IMAGE_EDIT_EDIT,
    QWEN_IMAGE_EDIT_PLUS_EDIT,
    QWEN_IMAGE_EDIT_2511_EDIT,
    QWEN_IMAGE_LAYERED_EDIT,
    HIDREAM_I1_FULL,
    HIDREAM_I1_DEV,
    HIDREAM_I1_FAST,
)
