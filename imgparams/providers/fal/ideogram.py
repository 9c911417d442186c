"""Ideogram's models at fal."""

from __future__ import annotations

from imgparams.providers.fal.shared import (
    ANY_N,
    ANY_SIDES,
    BUNDLE,
    BY_RATIO,
    BY_RATIO_OR_AUTO,
    FIXED_PIXELS,
    FIXED_SQUARE,
    JPEG,
    LIVE,
    NEGATIVE,
    PICTURE,
    PROMPT,
    ROUTE,
    SAFETY,
    SCHEMAS,
    SEED,
    SIDES,
    SYNC,
    TYPES,
)
from imgparams.providers.ideogram.words import (
    PALETTES,
    SIZES_V4,
    STYLE_PRESETS,
)
from imgparams.tables import (
    ABSENT,
    PRESENT,
    QUALITY,
    AnyOf,
    AtMost,
    Count,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Native,
    Not,
    Num,
    OneOf,
    Pairs,
    Param,
    Part,
    Pictures,
    Quality,
    RatioTier,
    Record,
    Rule,
    Sides,
    Sizes,
    Slots,
    Target,
    Text,
    Words,
)

# ---- Ideogram

_SPEED = Native("rendering_speed", OneOf("TURBO", "BALANCED", "QUALITY"), default="BALANCED")

_STYLES_EXCLUDE = (
    AtMost(("style_codes", "style"), 1, "style and style_codes are mutually exclusive", source=TYPES),
    AtMost(("image_urls", "style_codes"), 1, "style_codes and style pictures are mutually exclusive", source=TYPES),
)
_V3 = ROUTE.but(
    Pictures(
        "image_urls", (Part(PICTURE, roles=("style",)),), nullable=True, note="style pictures, at most 10 MB in total"
    ),
    _SPEED,
    Native(
        "color_palette",
        AnyOf(
            Record({"name": OneOf(*PALETTES)}, required=("name",)),
            Record({"members": ListOf(Record((), open=True))}, required=("members",)),
        ),
        nullable=True,
        note="a preset by name, or members, not both",
    ),
    Native("style_codes", ListOf(Text(pattern=r"[0-9A-Fa-f]{8}")), nullable=True),
    Native("style", OneOf("AUTO", "GENERAL", "REALISTIC", "DESIGN")),
    Native("expand_prompt", Flag(), default=True),
    Param(
        "num_images", Field.n, Int(1, 8, round_down=True), default=1, source="fal's page of the model, a stored copy"
    ),
    Param("seed", Field.seed, Int(0, 2_147_483_647), nullable=True, source=BUNDLE),
    SYNC,
    Native("style_preset", OneOf(*STYLE_PRESETS), nullable=True),
    PROMPT,
    Sizes(
        (BY_RATIO, Sides(*SIDES, Grid(Int(64, 14142), generic=True), missing=1024)),
        default={"image_size": "square_hd"},
        note=FIXED_PIXELS,
        source=BUNDLE,
    ),
    NEGATIVE,
    model="fal-ai/ideogram/v3",
    serves="ideogram/3.0",
    rules=_STYLES_EXCLUDE,
)
IDEOGRAM_V3_EDIT = _V3.but(
    Slots("image_url", part=PICTURE, required=True, note="the same size as the mask"),
    Param("mask_url", Field.mask, PICTURE, required=True, note="which areas it marks is not stated"),
    name="fal/fal-ai/ideogram/v3:edit",
    model="fal-ai/ideogram/v3/edit",
    aliases=("fal-ai/ideogram/v3/edit",),
    without=("image_size", "negative_prompt", "style"),
)
IDEOGRAM_V3_REMIX = _V3.but(
    Slots("image_url", part=PICTURE, required=True),
    Param(
        "strength",
        Field.strength,
        Num(0.01, 1, flip=True),
        default=0.8,
        note="the strength of the input image, as Ideogram's image_weight: near 1 little changes",
        source=SCHEMAS,
    ),
    name="fal/fal-ai/ideogram/v3:remix",
    model="fal-ai/ideogram/v3/remix",
    aliases=("fal-ai/ideogram/v3/remix",),
    without=("style_preset",),
)
IDEOGRAM_V3 = _V3.but(operations={"edit": IDEOGRAM_V3_EDIT, "remix": IDEOGRAM_V3_REMIX})
IDEOGRAM_V3_TRANSPARENT = _V3.but(
    RatioTier(
        "aspect_ratio",
        (
            *("1:3", "3:1", "1:2", "2:1", "9:16", "16:9", "10:16", "16:10"),
            *("2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "1:1"),
        ),
        default={"aspect_ratio": "1:1"},
    ),
    Fixed(Field.background, "transparent"),
    model="fal-ai/ideogram/v3/generate-transparent",
    serves="ideogram/3.0",
    without=("image_size", "image_urls", "color_palette", "style_codes", "style", "style_preset"),
)

_V4_EDIT_SIZES = Sizes(
    (BY_RATIO_OR_AUTO, ANY_SIDES),
    default={"image_size": "auto"},
    note="auto is the size of the picture, up to about 25 megapixels and 8192 pixels a side",
)
IDEOGRAM_V4 = ROUTE.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=10_000), required=True, source=LIVE),
    FIXED_SQUARE,
    _SPEED,
    Native("expansion_model", OneOf("None", "Medium", "Large"), default="Medium"),
    Native("acceleration", OneOf("none", "low", "regular", "high"), default="none"),
    ANY_N,
    SEED,
    SYNC,
    SAFETY,
    JPEG,
    model="ideogram/v4",
    serves="ideogram/4.0",
)

IDEOGRAM_V4_EDIT = IDEOGRAM_V4.but(
    PROMPT,
    _V4_EDIT_SIZES,
    Slots("image_url", part=PICTURE, required=True),
    Param("strength", Field.strength, Num(), default=0.8, note="no range is stated"),
    name="fal/ideogram/v4:edit",
    model="ideogram/v4/image-to-image",
    serves="",  # the maker's own table of V4 has no pictures
    aliases=("ideogram/v4/image-to-image",),
)
_NO_LARGE = Rule(
    {"prompt": PRESENT}, {"expansion_model": Not(OneOf("Large"))}, "only the plain route has Large", source=LIVE
)
IDEOGRAM_V4_FAST = IDEOGRAM_V4.but(model="ideogram/v4/fast", without=("acceleration",), rules=(_NO_LARGE,))
IDEOGRAM_V4_INSTANT = IDEOGRAM_V4_FAST.but(model="ideogram/v4/instant", without=("rendering_speed",))

_APICITY_4_5 = "a client's tests that state fal's input, justintanner/apicity, tests/unit, 2026-10"
_NOTES_4_5 = "a public program's notes on fal's OpenAPI file of 2026-10-02"
_ANY_4_5 = Grid(Int(256, multiple_of=32), area=(65_536, 4_194_304), ratio=("1:6", "6:1"))
_ABOUT = "1K is about 1 and 2K about 4 megapixels"
IDEOGRAM_4_5_EDIT = ROUTE.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=10_000), required=True, source=_APICITY_4_5),
    Slots("image_url", part=PICTURE, required=True, note="the picture to edit"),
    Pictures("reference_image_urls", (Part(PICTURE),), max=4),
    Param("mask_url", Field.mask, Image("url", "data", edits="black"), nullable=True, note="both colours must occur"),
    Sizes(
        (BY_RATIO_OR_AUTO, Sides(*SIDES, _ANY_4_5, missing=512)),
        default={"image_size": "auto"},
        note=_ABOUT,
        unlike_maker="the schema of the model",
        source=_APICITY_4_5,
    ),
    Param(
        "quality",
        Field.quality,
        Words({"low": "low", "medium": "medium", "high": "high"}, QUALITY, more=("very_low",)),
        default="medium",
        source=_APICITY_4_5,
    ),
    Native("edit_precision", OneOf("regular", "high"), default="regular", source=_APICITY_4_5),
    Param("num_images", Field.n, Int(1, 8, round_down=True), default=1, source=_APICITY_4_5),
    SEED,
    SYNC,
    name="fal/ideogram/v4.5:edit",
    model="ideogram/v4.5/edit",
    serves="ideogram/4.5",
    aliases=("ideogram/v4.5/edit",),
    rules=(
        Rule(
            ({"mask_url": PRESENT}, {"edit_precision": OneOf("high")}),
            {"image_size": OneOf("auto"), "image_size.width": ABSENT, "image_size.height": ABSENT},
            "image_size must be auto with a mask or with edit_precision high",
        ),
        Rule({"mask_url": PRESENT}, {"reference_image_urls": Count(max=3)}, "at most 4 pictures in all with a mask"),
    ),
)
IDEOGRAM_4_5 = ROUTE.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=10_000), required=True, source=_NOTES_4_5),
    Sizes(
        (BY_RATIO, Sides(*SIDES, Pairs(SIZES_V4[:36]))),
        note=f"{_ABOUT}; 22 sizes of fal's list were seen, all of which are in Ideogram's",
        unlike_maker="the schema of the model",
        disputed_to=_ANY_4_5,
        disputed="fal's file wants a size of its list, which was seen in part; those here are Ideogram's",
        source=_NOTES_4_5,
    ),
    Param("quality", Field.quality, Quality("low", "medium", "high"), default="medium", source=_NOTES_4_5),
    Param("num_images", Field.n, Int(1, round_down=True), note="no range is stated; an edit has 1 to 8"),
    SEED,
    SYNC,
    Native("enable_prompt_expansion", Flag(), default=True, source=_NOTES_4_5),
    model="ideogram/v4.5",
    serves="ideogram/4.5",
    operations={"edit": IDEOGRAM_4_5_EDIT},
)

TARGETS: tuple[Target, ...] = (
    IDEOGRAM_V3_EDIT,
    IDEOGRAM_V3_REMIX,
    IDEOGRAM_V3,
    IDEOGRAM_V3_TRANSPARENT,
    IDEOGRAM_V4_EDIT,
    IDEOGRAM_V4,
    IDEOGRAM_V4_FAST,
    IDEOGRAM_V4_INSTANT,
    IDEOGRAM_4_5_EDIT,
    IDEOGRAM_4_5,
)
