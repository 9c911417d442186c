"""Stability's image services on Bedrock: edits, controls and upscalers."""

from __future__ import annotations

from imgparams.providers.bedrock.amazon import HOST, KEY
from imgparams.providers.bedrock.stability import (
    CHECKED,
    STABILITY_FORMAT,
    STABILITY_SEED,
    STABILITY_SIZE,
    STABILITY_TEXT,
)
from imgparams.providers.stability.images import STYLES
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Between,
    Field,
    Fixed,
    Image,
    Int,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    Rule,
    Slots,
    Target,
)

_PAGE = "https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html"
_FORMATS = OneOf("jpeg", "png", "webp")
_GROW = Native("grow_mask", Int(0, 20), default=5)
_STYLE = Native("style_preset", OneOf(*STYLES), source=_PAGE)

INPAINT = Target(
    name="bedrock/us.stability.stable-image-inpaint-v1:0:inpaint",
    model="us.stability.stable-image-inpaint-v1:0",
    serves="stability/edit/inpaint",
    method="POST",
    path="/model/{model}/invoke",
    base_url=HOST,
    key_header=KEY,
    docs=_PAGE,
    checked=CHECKED,
    rows=(
        Slots("image", part=Image("base64"), required=True, note="each side at least 64 pixels"),
        Param(
            "mask",
            Field.mask,
            Image("base64", edits="white"),
            note="black is kept; without a mask the alpha channel of the image stands for it",
        ),
        Param("prompt", Field.prompt, STABILITY_TEXT, required=True),
        Param("negative_prompt", Field.negative_prompt, STABILITY_TEXT),
        _GROW,
        _STYLE,
        STABILITY_SEED,
        STABILITY_FORMAT,
        Fixed(Field.n, 1),
        Fixed(Field.delivery, "base64"),
    ),
    unknown="refused",
)
ERASE = INPAINT.but(
    name="bedrock/us.stability.stable-image-erase-object-v1:0:edit",
    model="us.stability.stable-image-erase-object-v1:0",
    serves="stability/edit/erase",
    without=("prompt", "negative_prompt", "style_preset"),
)
OUTPAINT = INPAINT.but(
    Param("prompt", Field.prompt, STABILITY_TEXT, source=_PAGE),
    Native("left", Int(1, 2000), unset=(0,), note="pixels to add"),
    Native("right", Int(1, 2000), unset=(0,), note="pixels to add"),
    Native("up", Int(1, 2000), unset=(0,), note="pixels to add"),
    Native("down", Int(1, 2000), unset=(0,), note="pixels to add"),
    Native(
        "creativity",
        Num(0.1, 1),
        default=0.5,
        disputed_to=Num(0, 1),
        disputed="from 0.1 by the page, from 0 by a client",
        source=_PAGE,
    ),
    name="bedrock/us.stability.stable-outpaint-v1:0:outpaint",
    model="us.stability.stable-outpaint-v1:0",
    serves="stability/edit/outpaint",
    without=("mask", "grow_mask"),
    rules=(
        Between(("left", "right", "up", "down"), 1, 4, "at least one of the four sides is extended"),
        Rule(
            {"negative_prompt": PRESENT},
            {"negative_prompt": ABSENT},
            "the page has no negative_prompt for this service; a client sends it",
            effect="disputed",
            source=_PAGE,
        ),
    ),
)
SEARCH_REPLACE = INPAINT.but(
    Native("search_prompt", STABILITY_TEXT, required=True, note="what is replaced"),
    name="bedrock/us.stability.stable-image-search-replace-v1:0:edit",
    model="us.stability.stable-image-search-replace-v1:0",
    serves="stability/edit/search-and-replace",
    without=("mask",),
)
SEARCH_RECOLOR = INPAINT.but(
    Native("select_prompt", STABILITY_TEXT, required=True, note="what gets another colour"),
    name="bedrock/us.stability.stable-image-search-recolor-v1:0:edit",
    model="us.stability.stable-image-search-recolor-v1:0",
    serves="stability/edit/search-and-recolor",
    without=("mask",),
)
REMOVE_BACKGROUND = INPAINT.but(
    Param(
        "output_format",
        Field.output_format,
        OneOf("png", "webp"),
        default="png",
        disputed_to=_FORMATS,
        disputed="the page has jpeg too; a client has the two that can be transparent",
        source=_PAGE,
    ),
    name="bedrock/us.stability.stable-image-remove-background-v1:0:edit",
    model="us.stability.stable-image-remove-background-v1:0",
    serves="stability/edit/remove-background",
    only=("image", "output_format", "n", "delivery"),
)
CONTROL_SKETCH = INPAINT.but(
    Slots("image", part=Part(Image("base64"), roles=("image", "source", "reference", "control")), required=True),
    Native("control_strength", Num(0, 1), default=0.7),
    name="bedrock/us.stability.stable-image-control-sketch-v1:0:edit",
    model="us.stability.stable-image-control-sketch-v1:0",
    serves="stability/control/sketch",
    without=("mask", "grow_mask"),
)
CONTROL_STRUCTURE = CONTROL_SKETCH.but(
    Slots(
        "image", part=Part(Image("base64"), roles=("image", "source", "reference", "control", "content")), required=True
    ),
    name="bedrock/us.stability.stable-image-control-structure-v1:0:edit",
    model="us.stability.stable-image-control-structure-v1:0",
    serves="stability/control/structure",
)
STYLE_GUIDE = CONTROL_SKETCH.but(
    Slots("image", part=Part(Image("base64"), roles=("image", "source", "reference", "style")), required=True),
    STABILITY_SIZE,
    Native("fidelity", Num(0, 1), default=0.5),
    name="bedrock/us.stability.stable-image-style-guide-v1:0:edit",
    model="us.stability.stable-image-style-guide-v1:0",
    serves="stability/control/style",
    without=("control_strength",),
)
STYLE_TRANSFER = CONTROL_SKETCH.but(
    Param("prompt", Field.prompt, STABILITY_TEXT, source=_PAGE),
    Slots("init_image", part=Part(Image("base64"), roles=("image", "source", "reference", "content")), required=True),
    Slots("style_image", part=Part(Image("base64"), roles=("style", "image", "source", "reference")), required=True),
    Native("composition_fidelity", Num(0, 1), default=0.9),
    Native("style_strength", Num(0, 1), default=1),
    Native(
        "change_strength",
        Num(0.1, 1),
        default=0.9,
        disputed_to=Num(0, 1),
        disputed="from 0.1 by the page, from 0 by a client",
        source=_PAGE,
    ),
    name="bedrock/us.stability.stable-style-transfer-v1:0:edit",
    model="us.stability.stable-style-transfer-v1:0",
    serves="stability/control/style-transfer",
    without=("image", "control_strength", "style_preset"),
)
UPSCALE_CREATIVE = INPAINT.but(
    Slots("image", part=Image("base64"), required=True, note="64x64 to 1 megapixel"),
    Native("creativity", Num(0.1, 0.5), default=0.3),
    Param(
        "output_format",
        Field.output_format,
        _FORMATS,
        default="png",
        note="a png of about 3150x3150 does not fit into the 16 MB of an answer",
    ),
    name="bedrock/us.stability.stable-creative-upscale-v1:0:upscale",
    model="us.stability.stable-creative-upscale-v1:0",
    serves="stability/upscale/creative",
    without=("mask", "grow_mask"),
)
UPSCALE_CONSERVATIVE = INPAINT.but(
    Slots("image", part=Image("base64"), required=True, note="sides from 64, at most 9,437,184 pixels; 1:2.5 to 2.5:1"),
    Native("creativity", Num(0.1, 0.5), default=0.35, source=_PAGE),
    name="bedrock/us.stability.stable-conservative-upscale-v1:0:upscale",
    model="us.stability.stable-conservative-upscale-v1:0",
    serves="stability/upscale/conservative",
    without=("mask", "grow_mask", "style_preset"),
)
UPSCALE_FAST = INPAINT.but(
    Slots("image", part=Image("base64"), required=True, note="sides of 32 to 1536, at most 1 megapixel; four times it"),
    name="bedrock/us.stability.stable-fast-upscale-v1:0:upscale",
    model="us.stability.stable-fast-upscale-v1:0",
    serves="stability/upscale/fast",
    only=("image", "output_format", "n", "delivery"),
)

TARGETS: tuple[Target, ...] = (
    *(INPAINT, ERASE, OUTPAINT, SEARCH_REPLACE, SEARCH_RECOLOR, REMOVE_BACKGROUND),
    *(CONTROL_SKETCH, CONTROL_STRUCTURE, STYLE_GUIDE, STYLE_TRANSFER),
    *(UPSCALE_FAST, UPSCALE_CONSERVATIVE, UPSCALE_CREATIVE),
)
