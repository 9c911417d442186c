"""Black Forest Labs: one route a model, the answer is polled (or sent to a webhook).

Sources: the OpenAPI document of the API in the copy that tryAGI/BlackForestLabs keeps, 2026-05-01 (all routes but the
tools); the help centre, FLUX.2 technical specifications 2026-01-18 and the article on resolution 2026-04-02; the
vendor's skill file (endpoints.md) 2026-02-03; for flux-tools and `disable_pup` a third party's reading of the official
document, cluely/unmodel 2026-08-13, the pages of the API nodes in Comfy-Org/embedded-docs 2026-08-22, and the vendor's
release notes of 2026-06-09 (the mode of outpainting); for FLUX.3 the vendor's page as read by clients on its day of
release, 2026-10-01, and the schema of Comfy Router, 2026-11.

No route has a model, a count or a negative prompt on the wire; the model is in the path.

A field that a route lacks is taken and ignored on FLUX.1, Kontext and FLUX.2: ComfyUI, LibreChat and the AI SDK send
such fields with every call, and no schema forbids them; the vendor itself does not state it. FLUX.3 refuses it (422).
For the tools nothing is known.

Open: the pixels of FLUX.3 but those measured; flux-3-image-klein, which a gateway names and the vendor does not; the
bounds of every seed, what one side without the other does, the length of the prompt of FLUX.2 (32,000 tokens by the
skill file). Left out: the limit of 9 megapixels for input and output of FLUX.2 pro together; models of open weights
only (flux-2-dev), which have no route here.
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
    Pictures,
    RatioRange,
    RatioTier,
    Sizes,
    Slots,
    Target,
    Text,
    WidthHeight,
)

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
        "webhook_url",
        Text(min_length=1, max_length=2083),
        nullable=True,
        note="a URI; the answer then has another form",
    ),
    Native("webhook_secret", Text(), nullable=True, note="signs the calls of the webhook"),
)
_IMAGE_PROMPT = Slots(
    "image_prompt", part=Image("base64"), nullable=True, note="a visual prompt (Redux): followed, not edited"
)

_ROUTE = Target(
    name="bfl/route",
    method="POST",
    path="/v1/{model}",
    base_url="https://api.bfl.ai",
    key_header="x-key: {key}",
    docs="https://api.bfl.ai/openapi.json",
    checked="2026-11-29",
    unknown="ignored",
    rows=(Fixed(Field.delivery, "url", note="for 10 minutes"),),
)

# ---- FLUX.3

FLUX_3_IMAGE = _ROUTE.but(
    Param(
        "prompt",
        Field.prompt,
        Text(min_length=1, max_length=15000),
        required=True,
        disputed_to=Text(min_length=1),
        disputed="15000 is the limit of ComfyUI's node, boxes included; the vendor's pages name none",
        note="boxes are a JSON array after the text, in rows of top, left, bottom and right from 0 to 1000",
    ),
    Pictures(
        "images",
        (Image("url", "base64"),),
        min=1,
        max=10,
        bare=True,
        note="each at least 256x256, at most 16 megapixels and 20 MB",
    ),
    RatioTier(
        "aspect_ratio",
        (
            *("auto", "21:9", "2:1", "16:9", "3:2", "7:5", "4:3", "5:4"),
            *("1:1", "4:5", "3:4", "5:7", "2:3", "9:16", "1:2", "9:21"),
        ),
        "resolution",
        {"768": "768sq", "1K": "1k", "1.5K": "1.5k", "2K": "2k", "4K": "4k"},
        pixels={
            ("1:1", "1K"): "1024x1024",
            ("16:9", "1K"): "1360x768",
            ("9:16", "1K"): "768x1360",
            ("3:4", "1K"): "880x1184",
            ("4:3", "1K"): "1184x880",
            ("21:9", "1K"): "1568x672",
            ("9:21", "1K"): "672x1568",
            ("16:9", "2K"): "2736x1536",
            ("9:16", "2K"): "1536x2736",
            ("16:9", "4K"): "5456x3072",
            ("9:16", "4K"): "3072x5456",
        },
        default={"aspect_ratio": "auto", "resolution": "1k"},
        note="auto follows the first picture, else the prompt; about 0.6, 1, 2.4, 4.2 and 16.8 megapixels; the pixels "
        "are those that were measured, on 2026-10-02",
    ),
    Native("safety_tolerance", Int(0, 4), default=2, note="0 is the strictest"),
    Native("grounding", Flag(), default=True, note="searches the web and images first"),
    Native("version", OneOf("latest", open=True), default="latest", note="dated words are to come"),
    _ONE,
    Fixed(Field.delivery, "url", note="for about an hour"),
    model="flux-3-image",
    serves="black-forest-labs/flux-3-image",
    docs="https://docs.bfl.ai/flux_3/flux3_image_generate",
    unknown="refused",
)

# ---- FLUX.2

_FLUX_2_SIZE = WidthHeight(
    "width",
    "height",
    Grid(Int(64, multiple_of=16), area=(1, 4_194_304)),
    accepts=Grid(Int(64)),
    nullable=True,
    unset=(0,),
    note="left out, the size follows the input image, else it is 1024x1024; the schema has the least side only, the "
    "help pages add steps of 16 and 4 megapixels (2048x2048 is their example), above which the picture is scaled down; "
    "sides between the steps are rounded down, and the least side is 64 (seen live, withceleste/celeste-python#436, "
    "2026-09-15; the article has 256)",
    source="the help centre, 2026-04-02",
)

FLUX_2_PRO = _ROUTE.but(
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
    Native("disable_pup", Flag(), note="no rewriting of the prompt; newer than the OpenAPI copy", source=_READING),
    _ONE,
    model="flux-2-pro",
    serves="black-forest-labs/flux-2-pro",
)
FLUX_2_PRO_PREVIEW = FLUX_2_PRO.but(model="flux-2-pro-preview", serves="black-forest-labs/flux-2-pro-preview")
FLUX_2_MAX = FLUX_2_PRO.but(model="flux-2-max", serves="black-forest-labs/flux-2-max")

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
    model="flux-2-flex",
    serves="black-forest-labs/flux-2-flex",
    without=("disable_pup",),
)

FLUX_2_KLEIN_9B = FLUX_2_PRO.but(
    Slots(
        "input_image",
        "input_image_2",
        "input_image_3",
        "input_image_4",
        "input_image_5",
        part=Image("url", "base64"),
        nullable=True,
        note="the schema names four; five work (seen live)",
        source="withceleste/celeste-python#436, 2026-09-15",
    ),
    model="flux-2-klein-9b",
    serves="black-forest-labs/flux-2-klein-9b",
    weights="https://huggingface.co/black-forest-labs/FLUX.2-klein-9B",
    without=("disable_pup",),
)
FLUX_2_KLEIN_9B_PREVIEW = FLUX_2_KLEIN_9B.but(
    model="flux-2-klein-9b-preview", serves="black-forest-labs/flux-2-klein-9b-preview"
)
FLUX_2_KLEIN_4B = FLUX_2_KLEIN_9B.but(
    model="flux-2-klein-4b",
    serves="black-forest-labs/flux-2-klein-4b",
    weights="https://huggingface.co/black-forest-labs/FLUX.2-klein-4B",
)

# ---- FLUX.1

FLUX_PRO_1_1 = _ROUTE.but(
    Param("prompt", Field.prompt, Text(), nullable=True),
    _IMAGE_PROMPT,
    WidthHeight("width", "height", each=Int(256, 1440, multiple_of=32), default=(1024, 768)),
    _UPSAMPLING,
    _SEED,
    _TOLERANCE_6,
    _JPEG,
    *_WEBHOOK,
    _ONE,
    model="flux-pro-1.1",
    serves="black-forest-labs/flux-1.1-pro",
)

FLUX_DEV = FLUX_PRO_1_1.but(
    Param("prompt", Field.prompt, Text()),
    Param("steps", Field.steps, Int(1, 50), default=28, nullable=True),
    Param("guidance", Field.guidance, Num(1.5, 5), default=3.0, nullable=True),
    model="flux-dev",
    serves="black-forest-labs/flux-1-dev",
    weights="https://huggingface.co/black-forest-labs/FLUX.1-dev",
)

FLUX_PRO_1_1_ULTRA = _ROUTE.but(
    Param("prompt", Field.prompt, Text(), nullable=True),
    _UPSAMPLING,
    _SEED,
    Sizes(
        (RatioRange("aspect_ratio", "9:21", "21:9"),),
        default={"aspect_ratio": "16:9"},
        note="no pixels are published",
    ),
    _TOLERANCE_6,
    _JPEG,
    Native("raw", Flag(), default=False, note="a less processed look"),
    _IMAGE_PROMPT,
    Native("image_prompt_strength", Num(0, 1), default=0.1, note="how much the image prompt counts beside the text"),
    *_WEBHOOK,
    _ONE,
    model="flux-pro-1.1-ultra",
    serves="black-forest-labs/flux-1.1-pro-ultra",
)

FLUX_PRO_1_1_ULTRA_FINETUNED = FLUX_PRO_1_1_ULTRA.but(
    Native("finetune_id", Text(min_length=1), required=True),
    Native("finetune_strength", Num(0, 2), default=1.2),
    model="flux-pro-1.1-ultra-finetuned",
    without=("raw",),
)

FLUX_KONTEXT_PRO = _ROUTE.but(
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
        note="left out, it follows the input image; about 1 megapixel, with sides that are multiples of 16, such as "
        "1392x752 for 16:9",
    ),
    _PNG,
    *_WEBHOOK,
    _UPSAMPLING,
    _TOLERANCE_6,
    Fixed(Field.resolution, "1K", note="about 1 megapixel", source="the help centre"),
    _ONE,
    model="flux-kontext-pro",
    serves="black-forest-labs/flux-1-kontext-pro",
)
FLUX_KONTEXT_MAX = FLUX_KONTEXT_PRO.but(model="flux-kontext-max", serves="black-forest-labs/flux-1-kontext-max")

# ---- FLUX.1 fill and expand: these edit only, the output has the size of the input (and what is added to it)

_FILL_STEPS = Int(15, 50)
_FILL_GUIDANCE = Num(1.5, 100)

FLUX_PRO_1_0_FILL = _ROUTE.but(
    Slots("image", part=Image("base64"), required=True),
    Param(
        "mask",
        Field.mask,
        Image("base64", edits="white"),
        nullable=True,
        note="of the size of the image; may be left out where the image itself has an alpha channel",
    ),
    Param("prompt", Field.prompt, Text(), nullable=True),
    Param("steps", Field.steps, _FILL_STEPS, default=50, nullable=True),
    _UPSAMPLING_OR_NULL,
    _SEED,
    Param("guidance", Field.guidance, _FILL_GUIDANCE, default=60, nullable=True),
    _JPEG,
    _TOLERANCE_6,
    *_WEBHOOK,
    _ONE,
    name="bfl/flux-pro-1.0-fill:inpaint",
    model="flux-pro-1.0-fill",
    serves="black-forest-labs/flux-1-fill-pro",
)

FLUX_PRO_1_0_FILL_FINETUNED = FLUX_PRO_1_0_FILL.but(
    Native("finetune_id", Text(min_length=1), required=True),
    Native("finetune_strength", Num(0, 2), default=1.1),
    Param("prompt", Field.prompt, Text()),
    Param("steps", Field.steps, _FILL_STEPS, default=50),
    _UPSAMPLING,
    Param("guidance", Field.guidance, _FILL_GUIDANCE, default=60),
    model="flux-pro-1.0-fill-finetuned",
)

FLUX_PRO_1_0_EXPAND = _ROUTE.but(
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
    name="bfl/flux-pro-1.0-expand:outpaint",
    model="flux-pro-1.0-expand",
    serves="black-forest-labs/flux-pro-1.0-expand",
)

# ---- the tools, newer than the OpenAPI copy

OUTPAINTING_V1 = _ROUTE.but(
    Slots("input_image", part=Image("base64", "url"), required=True, note="the mode fast takes base64 only"),
    WidthHeight(
        "width",
        "height",
        Grid(Int(64)),
        required=True,
        note="the final canvas; in the mode fast it has less than 4 megapixels, and a ratio of at most 8:1",
    ),
    Native("auto_crop", Flag(), default=False, note="crops an image that does not fit, which is an error otherwise"),
    Param("prompt", Field.prompt, Text(), nullable=True),
    Native("reference_offset_x", Int(), nullable=True, note="where the image sits on the canvas; null is the middle"),
    Native("reference_offset_y", Int(), nullable=True, note="where the image sits on the canvas; null is the middle"),
    Native("mode", OneOf("high", "fast"), default="high"),
    Native("disable_pup", Flag(), default=False, note="no rewriting of the prompt"),
    _SEED,
    _TOLERANCE_5,
    _PNG,
    *_WEBHOOK,
    _ONE,
    name="bfl/flux-tools/outpainting-v1:outpaint",
    model="flux-tools/outpainting-v1",
    serves="black-forest-labs/flux-tools/outpainting-v1",
    unknown="unsaid",
    aliases=("flux-tools-outpainting-v1",),
    note=_READING,
)

ERASE_V1 = _ROUTE.but(
    Slots("image", part=Image("url", "base64"), required=True, note="at least 256x256 by the page of the node"),
    Param("mask", Field.mask, Image("url", "base64", edits="white"), required=True, note="white is what is removed"),
    Native("dilate_pixels", Int(0, 25), default=10, note="lets the mask grow"),
    _SEED,
    _TOLERANCE_5,
    _PNG,
    *_WEBHOOK,
    _ONE,
    name="bfl/flux-tools/erase-v1:inpaint",
    model="flux-tools/erase-v1",
    serves="black-forest-labs/flux-tools/erase-v1",
    unknown="unsaid",
    aliases=("flux-tools-erase-v1",),
    note=_READING,
)

DEBLUR_V1 = _ROUTE.but(
    Slots("image", part=Image("url", "base64"), required=True),
    _SEED,
    _TOLERANCE_5,
    _PNG,
    *_WEBHOOK,
    _ONE,
    name="bfl/flux-tools/deblur-v1:edit",
    model="flux-tools/deblur-v1",
    serves="black-forest-labs/flux-tools/deblur-v1",
    unknown="unsaid",
    aliases=("flux-tools-deblur-v1",),
    note=_READING,
)

VTO_V2 = _ROUTE.but(
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
    name="bfl/flux-tools/vto-v2:edit",
    model="flux-tools/vto-v2",
    serves="black-forest-labs/flux-tools/vto-v2",
    unknown="unsaid",
    aliases=("flux-tools-vto-v2",),
    note=f"virtual try-on, up to 4 megapixels; URLs of pictures are taken over from the other tools; {_READING}",
)
VTO_V1 = VTO_V2.but(
    model="flux-tools/vto-v1",
    serves="black-forest-labs/flux-tools/vto-v1",
    aliases=("flux-tools-vto-v1",),
    note=f"virtual try-on; URLs of pictures are taken over from the other tools; {_READING}",
)

TARGETS: tuple[Target, ...] = (
    FLUX_3_IMAGE,
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
