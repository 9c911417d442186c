"""Ideogram's newer API under /v2: one path per model."""

from __future__ import annotations

from imgparams.providers.ideogram.current import CHECKED, PROMPT, SEED, N
from imgparams.providers.ideogram.words import HOST, KEY, RATIOS, SIZES_V4
from imgparams.tables import (
    ABSENT,
    PRESENT,
    QUALITY,
    AnyOf,
    Count,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Model,
    Native,
    OneOf,
    Pairs,
    Param,
    Pictures,
    PixelText,
    Quality,
    Record,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    SizeText,
    Slots,
    Target,
    Text,
    Words,
)

_DOCS = "https://developer.ideogram.ai"

# ---- the newer API: one path per model

IDEOGRAM_4_6 = Target(
    name="ideogram/ideogram-4.6",
    model="ideogram-4-6",
    serves="ideogram/4.6",
    method="POST",
    path="/v2/image/generate/{model}",
    base_url=HOST,
    key_header=KEY,
    content="multipart",
    docs=_DOCS,
    checked=CHECKED,
    note="it has more fields, which were not collected",
    rows=(
        N,
        SEED,
        Native("webhook_url", Text(), note="https only; the answer is then sent there"),
        Native("async", Flag(), note="answers with an id to poll"),
        Native("query:dry_run", Flag(), note="checks and prices the request without making a picture"),
        Param(
            "prompt",
            Field.prompt,
            AnyOf(PROMPT, Record({}, open=True)),
            required=True,
            note="text, or a structured prompt",
        ),
        Pictures("images", (Image("file"),), max=5, note="the first is edited, the others are references"),
    ),
)

IDEOGRAM_3 = IDEOGRAM_4_6.but(
    Native(
        "rendering_speed", OneOf("default", open=True), default="default", note="its other words were not collected"
    ),
    model="ideogram-3",
    serves="ideogram/3.0",
    without=("images",),
    domains={"prompt": PROMPT},
    note="V3; it may have more fields, which were not collected",
)

P_IMAGE = IDEOGRAM_4_6.but(
    Param("prompt", Field.prompt, PROMPT, required=True),
    Native("magic_prompt", OneOf("auto", "on", "off"), default="auto"),
    Param(
        "quality",
        Field.quality,
        Words({"low": "low", "medium": "medium", "high": "high"}, QUALITY, more=("very_low",)),
        default="medium",
    ),
    Sizes(
        (
            ShapeWords("aspect_ratio", RATIOS, "resolution", {"1K": "1k", "2K": "2k"}),
            Sides("custom_width", "custom_height", Grid(Int(16, 4096, multiple_of=16), area=(1, 4194304))),
        ),
        default={"resolution": "1k", "aspect_ratio": "1x1"},
    ),
    model="p-image-ideogram",
    serves="prunaai/p-image-ideogram",
    without=("images",),
    rules=(
        Rule(
            {"custom_width": PRESENT},
            {"resolution": ABSENT, "aspect_ratio": ABSENT},
            "custom pixels exclude resolution and aspect_ratio",
        ),
    ),
    note="",
)


# ---- 4.5: pictures are edited on the same path, with sizes of their own

_4_5 = "https://developer.ideogram.ai/api-reference/images/generate/ideogram-4-5.md"
_NOT_ON_THE_PAGE = "in the specification, not on the page"
_STEPS = {"low": "low", "medium": "medium", "high": "high"}
_SEED_4_5 = Param(
    "seed",
    Field.seed,
    Int(0, 2147483647),
    note="with magic_prompt auto or on the seed alone does not repeat a picture",
    source="comfyui-embedded-docs 0.5.15; Leonardo's page of Ideogram 4.5, 2026-10-07",
)
_REMARKED = (
    Native("enable_copyright_detection", Flag()),
    Native("magic_prompt", OneOf("auto", "on", "off"), default="auto", note="a structured prompt skips it unless on"),
    Param(
        "background",
        Field.background,
        OneOf("auto", "opaque", "transparent"),
        default="auto",
        source=_NOT_ON_THE_PAGE,
    ),
    Native("private", Flag(), default=True, source=_NOT_ON_THE_PAGE),
    Native("target_collection_id", Text(), source=_NOT_ON_THE_PAGE),
)
_SVG = "https://developer.ideogram.ai/api-reference/vectors/generate-svg"
_ASSETS = Native(
    "image_asset_identifiers",
    ListOf(Record({}, open=True)),
    note="takes priority over images",
    source="tryAGI/Ideogram, from the specification; " + _SVG,
)
IDEOGRAM_4_5_EDIT = IDEOGRAM_4_6.but(
    Param(
        "prompt",
        Field.prompt,
        AnyOf(PROMPT, Record({}, open=True)),
        required=True,
        note="what to change; text, or a structured prompt",
    ),
    _SEED_4_5,
    Pictures(
        "images",
        (Image("file"),),
        min=1,
        max=5,
        required=True,
        note="the first is edited, the others are references; at most 25 MB each, a ratio of 1:6 to 6:1",
    ),
    Param("mask", Field.mask, Image("file", edits="black"), note="of the size of the first picture"),
    Sizes(
        (
            PixelText("size", Grid(Int(256, multiple_of=32), area=(1, 4194304), ratio=("1:6", "6:1"))),
            ShapeWords("size", ("auto",), more=("source",)),
        ),
        default={"size": "auto"},
    ),
    Param(
        "quality",
        Field.quality,
        Words(_STEPS, QUALITY, more=("very_low",)),
        default="medium",
        disputed_to=OneOf("very_high"),
        disputed="one copy of the specification has very_high, with an explicit size and at most 4 images",
    ),
    *_REMARKED,
    _ASSETS,
    name="ideogram/ideogram-4.5:edit",
    model="ideogram-4-5",
    serves="ideogram/4.5",
    docs=_4_5,
    rules=(
        Rule(
            {"mask": PRESENT},
            {"images": Count(max=4), "size": ABSENT},
            "with a mask there are at most three other pictures and no size",
        ),
    ),
    note="",
)
IDEOGRAM_4_5 = IDEOGRAM_4_6.but(
    _SEED_4_5,
    SizeText(
        "size",
        Pairs(SIZES_V4[:36]),
        auto="auto",
        default="auto",
        note="the page names three of them as examples",
        source="comfyui-embedded-docs 0.5.15; Leonardo's page of Ideogram 4.5, 2026-10-07",
    ),
    Param(
        "quality",
        Field.quality,
        Quality("low", "medium", "high"),
        default="high",
        note="very_low needs pictures",
    ),
    *_REMARKED,
    name="ideogram/ideogram-4.5",
    model="ideogram-4-5",
    serves="ideogram/4.5",
    docs=_4_5,
    without=("images",),
    operations={"edit": IDEOGRAM_4_5_EDIT},
    note="",
)
IDEOGRAM_4_5_PRECISE_EDIT = IDEOGRAM_4_6.but(
    _SEED_4_5,
    Slots(
        "image",
        part=Image("file"),
        required=True,
        note="at most 25 MB, a ratio of 1:6 to 6:1; the answer has its size, and too large ones are scaled down",
    ),
    Pictures("reference_images", (Image("file"),), max=4, note="at most 25 MB each"),
    Param("mask", Field.mask, Image("file", edits="black")),
    Param("quality", Field.quality, Words(_STEPS, QUALITY, more=("very_low",)), source="ComfyUI and the other page"),
    Native("enable_copyright_detection", Flag()),
    name="ideogram/precise-edit/ideogram-4.5:edit",
    model="ideogram-4-5",
    serves="ideogram/4.5",
    path="/v2/image/precise-edit/{model}",
    docs="https://developer.ideogram.ai/api-reference/images/precise-edit/ideogram-4-5.md",
    without=("images",),
    rules=(Rule({"mask": PRESENT}, {"reference_images": Count(max=3)}, "with a mask there are at most 3 references"),),
    note="",
)

# ---- vectors

VECTOR_1 = IDEOGRAM_4_6.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=9500), required=True),
    Pictures("images", (Image("file"),), max=5, note="references, with a ratio of 1:6 to 6:1"),
    Native(
        "aspect_ratio",
        OneOf("auto", open=True),
        default="auto",
        note="auto, or one of fifteen from 1:3 to 3:1; whether x or a colon stands between the numbers was not seen",
    ),
    Param("quality", Field.quality, Quality("low", "medium", "high"), default="medium"),
    Native("private", Flag()),
    Native("target_collection_id", Text()),
    _ASSETS,
    Fixed(Field.output_format, "svg"),
    model="ideogram-vector-1",
    serves="ideogram/vector-1",
    path="/v2/svg/generate/{model}",
    docs=_SVG,
    without=("webhook_url", "async"),
    note="",
)

# ---- any model of the router

IMAGE = IDEOGRAM_4_6.but(
    Model("path:model", note="auto, or a model: ideogram-4-5, gpt-image-2, nano-banana-2, z-image ..."),
    name="ideogram/image",
    model="",
    without=("images", "seed"),
    note="the fields that every model has; each has more; auto takes no webhook_url",
)

NEWER: tuple[Target, ...] = (
    IDEOGRAM_3,
    IDEOGRAM_4_6,
    IDEOGRAM_4_5,
    IDEOGRAM_4_5_EDIT,
    IDEOGRAM_4_5_PRECISE_EDIT,
    P_IMAGE,
    VECTOR_1,
    IMAGE,
)
