"""Black Forest Labs: one route a model, the answer is polled (or sent to a webhook).

Sources: the OpenAPI document of the API in the copy that tryAGI/BlackForestLabs keeps, 2026-05-01 (all routes but the
tools); the help centre, FLUX.2 technical specifications 2026-01-18 and the article on resolution 2026-04-02; the
vendor's skill file (endpoints.md) 2026-02-03; for flux-tools and `disable_pup` a third party's reading of the official
document, cluely/unmodel 2026-08-13, the pages of the API nodes in Comfy-Org/embedded-docs 2026-08-22, and the vendor's
release notes of 2026-06-09 (the mode of outpainting).

No route has a model, a count or a negative prompt on the wire; the model is in the path. Open: the bounds of every
seed, what one side without the other does, the prompt's length (32,000 tokens by the skill file). Left out: the 9
megapixels that input and output of FLUX.2 pro have together; the models of open weights only (flux-2-dev), which have
no route here.
"""

from __future__ import annotations

from imgparams.tables import (
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Native,
    Num,
    OneOf,
    Param,
    RatioRange,
    Sizes,
    Slots,
    Target,
    Text,
    WidthHeight,
)

_DOCS = "https://api.bfl.ai/openapi.json"
_CHECKED = "2026-11-21"
_READING = "cluely/unmodel, 2026-08-13: a third party's reading of the official document"

_FORMATS = OneOf("jpeg", "png", "webp")
_ONE = Fixed(Field.n, 1, note="no count on the wire; the answer holds one picture")
_SEED = Param(
    "seed", Field.seed, Int(), nullable=True, note="random where it is left out or null; no bounds are stated"
)
_UPSAMPLING = Native("prompt_upsampling", Flag(), default=False, note="the service rewrites the prompt")
_UPSAMPLING_OR_NULL = Native(
    "prompt_upsampling", Flag(), default=False, nullable=True, note="the service rewrites the prompt"
)
_TOLERANCE_5 = Native("safety_tolerance", Int(0, 5), default=2, note="0 is the strictest")
_TOLERANCE_6 = Native("safety_tolerance", Int(0, 6), default=2, note="0 is the strictest")
_JPEG = Param("output_format", Field.output_format, _FORMATS, default="jpeg", nullable=True)
_PNG = Param("output_format", Field.output_format, _FORMATS, default="png", nullable=True)
_WEBHOOK = (
    Native(
        "webhook_url", Text(min_length=1, max_length=2083), nullable=True, note="a URI; the answer is another form then"
    ),
    Native("webhook_secret", Text(), nullable=True, note="signs the calls of the webhook"),
)
_IMAGE_PROMPT = Slots(
    "image_prompt", part=Image("base64"), nullable=True, note="a visual prompt (Redux): followed, not edited"
)

# ---- FLUX.2

_FLUX_2_SIZE = WidthHeight(
    "width",
    "height",
    Grid(Int(64, multiple_of=16), area=(1, 4_194_304)),
    accepts=Grid(Int(64)),
    nullable=True,
    unset=(0,),
    note="left out, the size follows the input image, else it is 1024x1024; the schema knows the least side only, the "
    "help pages add steps of 16 and 4 megapixels (2048x2048 is their example), above which the picture is scaled down; "
    "what becomes of sides between the steps is not said",
    source="the help centre, 2026-04-02",
    disputed="the least side is 64 in the schema and the specifications, 256 in the later article",
)
_NO_PUP = Native("disable_pup", Flag(), note="no rewriting of the prompt; newer than the OpenAPI copy", source=_READING)

FLUX_2_PRO = Target(
    name="bfl/flux-2-pro",
    model="flux-2-pro",
    method="POST",
    path="/v1/flux-2-pro",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Param("prompt", Field.prompt, Text(), required=True),
        Slots(
            "input_image",
            "input_image_2",
            "input_image_3",
            "input_image_4",
            "input_image_5",
            "input_image_6",
            "input_image_7",
            "input_image_8",
            part=Image("url", "base64"),
            nullable=True,
        ),
        _SEED,
        _FLUX_2_SIZE,
        _TOLERANCE_5,
        _JPEG,
        *_WEBHOOK,
        _NO_PUP,
        _ONE,
    ),
)
FLUX_2_PRO_PREVIEW = FLUX_2_PRO.but(
    name="bfl/flux-2-pro-preview", model="flux-2-pro-preview", path="/v1/flux-2-pro-preview"
)
FLUX_2_MAX = FLUX_2_PRO.but(name="bfl/flux-2-max", model="flux-2-max", path="/v1/flux-2-max")

FLUX_2_FLEX = FLUX_2_PRO.but(
    Native("prompt_upsampling", Flag(), default=True, nullable=True, note="the service rewrites the prompt"),
    Native(
        "input_image_blob_path", Text(), nullable=True, note="the first input image as a path in the vendor's storage"
    ),
    Param(
        "guidance",
        Field.guidance,
        Num(1.5, 10),
        default=5.0,
        nullable=True,
        disputed="the default is 5 in the schema, 4.5 in the vendor's skill file",
    ),
    Param("steps", Field.steps, Int(1, 50), default=50, nullable=True),
    name="bfl/flux-2-flex",
    model="flux-2-flex",
    path="/v1/flux-2-flex",
    without=("disable_pup",),
)

FLUX_2_KLEIN_9B = FLUX_2_PRO.but(
    Slots(
        "input_image",
        "input_image_2",
        "input_image_3",
        "input_image_4",
        part=Image("url", "base64"),
        nullable=True,
    ),
    name="bfl/flux-2-klein-9b",
    model="flux-2-klein-9b",
    path="/v1/flux-2-klein-9b",
    without=("disable_pup",),
)
FLUX_2_KLEIN_9B_PREVIEW = FLUX_2_KLEIN_9B.but(
    name="bfl/flux-2-klein-9b-preview", model="flux-2-klein-9b-preview", path="/v1/flux-2-klein-9b-preview"
)
FLUX_2_KLEIN_4B = FLUX_2_KLEIN_9B.but(name="bfl/flux-2-klein-4b", model="flux-2-klein-4b", path="/v1/flux-2-klein-4b")

# ---- FLUX.1

_FLUX_1_SIZE = WidthHeight("width", "height", each=Int(256, 1440, multiple_of=32), default=(1024, 768))
_FLUX_1_RATIO = Sizes(
    (RatioRange("aspect_ratio", "9:21", "21:9"),),
    default={"aspect_ratio": "16:9"},
    note="no pixels are published",
)
_IMAGE_PROMPT_STRENGTH = Native(
    "image_prompt_strength", Num(0, 1), default=0.1, note="how much the image prompt counts beside the text"
)

FLUX_PRO_1_1 = Target(
    name="bfl/flux-pro-1.1",
    model="flux-pro-1.1",
    method="POST",
    path="/v1/flux-pro-1.1",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Param("prompt", Field.prompt, Text(), nullable=True),
        _IMAGE_PROMPT,
        _FLUX_1_SIZE,
        _UPSAMPLING,
        _SEED,
        _TOLERANCE_6,
        _JPEG,
        *_WEBHOOK,
        _ONE,
    ),
)

FLUX_DEV = FLUX_PRO_1_1.but(
    Param("prompt", Field.prompt, Text()),
    Param("steps", Field.steps, Int(1, 50), default=28, nullable=True),
    Param("guidance", Field.guidance, Num(1.5, 5), default=3.0, nullable=True),
    name="bfl/flux-dev",
    model="flux-dev",
    path="/v1/flux-dev",
)

FLUX_PRO_1_1_ULTRA = Target(
    name="bfl/flux-pro-1.1-ultra",
    model="flux-pro-1.1-ultra",
    method="POST",
    path="/v1/flux-pro-1.1-ultra",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Param("prompt", Field.prompt, Text(), nullable=True),
        _UPSAMPLING,
        _SEED,
        _FLUX_1_RATIO,
        _TOLERANCE_6,
        _JPEG,
        Native("raw", Flag(), default=False, note="a less processed look"),
        _IMAGE_PROMPT,
        _IMAGE_PROMPT_STRENGTH,
        *_WEBHOOK,
        _ONE,
    ),
)

FLUX_PRO_1_1_ULTRA_FINETUNED = FLUX_PRO_1_1_ULTRA.but(
    Native("finetune_id", Text(min_length=1), required=True),
    Native("finetune_strength", Num(0, 2), default=1.2),
    name="bfl/flux-pro-1.1-ultra-finetuned",
    model="flux-pro-1.1-ultra-finetuned",
    path="/v1/flux-pro-1.1-ultra-finetuned",
    without=("raw",),
)

FLUX_KONTEXT_PRO = Target(
    name="bfl/flux-kontext-pro",
    model="flux-kontext-pro",
    method="POST",
    path="/v1/flux-kontext-pro",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Param("prompt", Field.prompt, Text(), required=True),
        Slots(
            "input_image",
            "input_image_2",
            "input_image_3",
            "input_image_4",
            part=Image("url", "base64"),
            nullable=True,
            note="all but the first are experimental",
        ),
        _SEED,
        Sizes(
            (RatioRange("aspect_ratio", "9:21", "21:9"),),
            nullable=True,
            note="left out, it follows the input image; about 1 megapixel, the sides rounded to multiples of 32",
        ),
        _PNG,
        *_WEBHOOK,
        _UPSAMPLING,
        _TOLERANCE_6,
        Fixed(Field.resolution, "1K", note="about 1 megapixel", source="the help centre"),
        _ONE,
    ),
)
FLUX_KONTEXT_MAX = FLUX_KONTEXT_PRO.but(
    name="bfl/flux-kontext-max", model="flux-kontext-max", path="/v1/flux-kontext-max"
)

# ---- FLUX.1 fill and expand: these edit only, the output has the size of the input (and what is added to it)

_MASK = Param(
    "mask",
    Field.mask,
    Image("base64", edits="white"),
    nullable=True,
    note="of the size of the image; may be left out where the image itself has an alpha channel",
)
_FILL_STEPS = Int(15, 50)
_FILL_GUIDANCE = Num(1.5, 100)

FLUX_PRO_1_0_FILL = Target(
    name="bfl/flux-pro-1.0-fill:inpaint",
    model="flux-pro-1.0-fill",
    method="POST",
    path="/v1/flux-pro-1.0-fill",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Slots("image", part=Image("base64"), required=True),
        _MASK,
        Param("prompt", Field.prompt, Text(), nullable=True),
        Param("steps", Field.steps, _FILL_STEPS, default=50, nullable=True),
        _UPSAMPLING_OR_NULL,
        _SEED,
        Param("guidance", Field.guidance, _FILL_GUIDANCE, default=60, nullable=True),
        _JPEG,
        _TOLERANCE_6,
        *_WEBHOOK,
        _ONE,
    ),
)

FLUX_PRO_1_0_FILL_FINETUNED = FLUX_PRO_1_0_FILL.but(
    Native("finetune_id", Text(min_length=1), required=True),
    Native("finetune_strength", Num(0, 2), default=1.1),
    Param("prompt", Field.prompt, Text()),
    Param("steps", Field.steps, _FILL_STEPS, default=50),
    _UPSAMPLING,
    Param("guidance", Field.guidance, _FILL_GUIDANCE, default=60),
    name="bfl/flux-pro-1.0-fill-finetuned:inpaint",
    model="flux-pro-1.0-fill-finetuned",
    path="/v1/flux-pro-1.0-fill-finetuned",
)

FLUX_PRO_1_0_EXPAND = Target(
    name="bfl/flux-pro-1.0-expand:outpaint",
    model="flux-pro-1.0-expand",
    method="POST",
    path="/v1/flux-pro-1.0-expand",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Slots("image", part=Image("base64"), required=True),
        Native("top", Int(0, 2048), default=0, nullable=True, note="pixels added at the top"),
        Native("bottom", Int(0, 2048), default=0, nullable=True, note="pixels added at the bottom"),
        Native("left", Int(0, 2048), default=0, nullable=True, note="pixels added at the left"),
        Native("right", Int(0, 2048), default=0, nullable=True, note="pixels added at the right"),
        Param("prompt", Field.prompt, Text(), nullable=True),
        Param("steps", Field.steps, _FILL_STEPS, default=50, nullable=True),
        _UPSAMPLING_OR_NULL,
        _SEED,
        Param("guidance", Field.guidance, _FILL_GUIDANCE, default=60, nullable=True),
        _JPEG,
        _TOLERANCE_6,
        *_WEBHOOK,
        _ONE,
    ),
)

# ---- the tools, newer than the OpenAPI copy

OUTPAINTING_V1 = Target(
    name="bfl/flux-tools/outpainting-v1:outpaint",
    model="flux-tools/outpainting-v1",
    aliases=("flux-tools-outpainting-v1",),
    method="POST",
    path="/v1/flux-tools/outpainting-v1",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Slots("input_image", part=Image("base64", "url"), required=True, note="the mode fast takes base64 only"),
        WidthHeight(
            "width",
            "height",
            Grid(Int(64)),
            required=True,
            note="the final canvas; in the mode fast it has less than 4 megapixels, and a ratio of 8:1 at the most",
        ),
        Native("auto_crop", Flag(), default=False, note="crops an image that does not fit, which is else an error"),
        Param("prompt", Field.prompt, Text(), nullable=True),
        Native(
            "reference_offset_x", Int(), nullable=True, note="where the image sits on the canvas; null is the middle"
        ),
        Native(
            "reference_offset_y", Int(), nullable=True, note="where the image sits on the canvas; null is the middle"
        ),
        Native("mode", OneOf("high", "fast"), default="high"),
        Native("disable_pup", Flag(), default=False, note="no rewriting of the prompt"),
        _SEED,
        _TOLERANCE_5,
        _PNG,
        *_WEBHOOK,
        _ONE,
    ),
    note=_READING,
)

ERASE_V1 = Target(
    name="bfl/flux-tools/erase-v1:inpaint",
    model="flux-tools/erase-v1",
    aliases=("flux-tools-erase-v1",),
    method="POST",
    path="/v1/flux-tools/erase-v1",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Slots("image", part=Image("url", "base64"), required=True, note="at least 256x256 by the page of the node"),
        Param(
            "mask", Field.mask, Image("url", "base64", edits="white"), required=True, note="white is what is taken away"
        ),
        Native("dilate_pixels", Int(0, 25), default=10, note="lets the mask grow"),
        _SEED,
        _TOLERANCE_5,
        _PNG,
        *_WEBHOOK,
        _ONE,
    ),
    note=_READING,
)

DEBLUR_V1 = Target(
    name="bfl/flux-tools/deblur-v1:edit",
    model="flux-tools/deblur-v1",
    aliases=("flux-tools-deblur-v1",),
    method="POST",
    path="/v1/flux-tools/deblur-v1",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Slots("image", part=Image("url", "base64"), required=True),
        _SEED,
        _TOLERANCE_5,
        _PNG,
        *_WEBHOOK,
        _ONE,
    ),
    note=_READING,
)

VTO_V2 = Target(
    name="bfl/flux-tools/vto-v2:edit",
    model="flux-tools/vto-v2",
    aliases=("flux-tools-vto-v2",),
    method="POST",
    path="/v1/flux-tools/vto-v2",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Param("prompt", Field.prompt, Text(), required=True),
        Slots("person", part=Image("url", "base64"), required=True, note="the first reference"),
        Slots(
            "garment",
            part=Image("url", "base64"),
            required=True,
            note="the second reference: the garment, or several in one picture",
        ),
        _SEED,
        _TOLERANCE_5,
        _JPEG,
        *_WEBHOOK,
        _ONE,
    ),
    note=f"virtual try-on, up to 4 megapixels; that pictures may be URLs is taken from the other tools; {_READING}",
)
VTO_V1 = VTO_V2.but(
    name="bfl/flux-tools/vto-v1:edit",
    model="flux-tools/vto-v1",
    aliases=("flux-tools-vto-v1",),
    path="/v1/flux-tools/vto-v1",
    note=f"virtual try-on; that pictures may be URLs is taken from the other tools; {_READING}",
)

TARGETS: tuple[Target, ...] = (
    FLUX_2_PRO,
    FLUX_2_PRO_PREVIEW,
    FLUX_2_MAX,
    FLUX_2_FLEX,
    FLUX_2_KLEIN_9B,
    FLUX_2_KLEIN_9B_PREVIEW,
    FLUX_2_KLEIN_4B,
    FLUX_PRO_1_1,
    FLUX_DEV,
    FLUX_PRO_1_1_ULTRA,
    FLUX_KONTEXT_PRO,
    FLUX_KONTEXT_MAX,
    FLUX_PRO_1_0_FILL,
    FLUX_PRO_1_0_EXPAND,
    FLUX_PRO_1_1_ULTRA_FINETUNED,
    FLUX_PRO_1_0_FILL_FINETUNED,
    OUTPAINTING_V1,
    ERASE_V1,
    DEBLUR_V1,
    VTO_V1,
    VTO_V2,
)

ENVELOPE: Target | None = None
