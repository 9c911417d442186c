"""Recraft's models: V2 and V3, V4 and V4.1, their pro and vector forms, and those for a custom style."""

from __future__ import annotations

from imgparams.providers.recraft.routes import (
    IMAGES,
    IMAGES_EDIT,
    IMAGES_VARIATION,
    SHORT,
    V3_GENERATE_BACKGROUND,
    V3_INPAINT,
    V3_OUTPAINT,
    V3_REPLACE_BACKGROUND,
)
from imgparams.providers.recraft.words import PIXELS_V2_V3, PIXELS_V4, PIXELS_V4_PRO, RATIOS
from imgparams.tables import Field, Fixed, Native, OneOf, Pairs, PixelText, ShapeWords, Sizes, Target, Text

_V3_ONLY = ("text_layout", "controls.artistic_level", "controls.no_text")
_OLD_ONLY = ("style", "substyle", "negative_prompt", *_V3_ONLY)
_STYLE_ID = Native("style_id", Text(min_length=1), required=True, note="the UUID of a style created earlier")
_SVG = (
    Native("image_format", OneOf("webp", "png"), note="what it does to an SVG is not stated"),
    Fixed(Field.output_format, "svg"),
)
_V2_V3 = (PixelText("size", Pairs(PIXELS_V2_V3.values())), ShapeWords("size", RATIOS, pixels=PIXELS_V2_V3))
_V4 = (PixelText("size", Pairs(PIXELS_V4.values())), ShapeWords("size", RATIOS, pixels=PIXELS_V4))
_V4_PRO = (PixelText("size", Pairs(PIXELS_V4_PRO.values())), ShapeWords("size", RATIOS, pixels=PIXELS_V4_PRO))
_VECTOR_SIZES = Sizes((ShapeWords("size", RATIOS),), note="ratios only")
_VECTOR_SIZES_NEEDED = Sizes((ShapeWords("size", RATIOS),), required=True, note="ratios only")

# ---- V4.1 and V4

RECRAFTV4_1_EDIT = IMAGES_EDIT.but(model="recraftv4_1", without=("style_id", *_OLD_ONLY))
RECRAFTV4_1_VARIATION = IMAGES_VARIATION.but(Sizes(_V4, required=True), model="recraftv4_1")
RECRAFTV4_1 = IMAGES.but(
    Sizes(_V4),
    model="recraftv4_1",
    without=("style_id", *_OLD_ONLY),
    operations={"edit": RECRAFTV4_1_EDIT, "variation": RECRAFTV4_1_VARIATION},
)
RECRAFTV4_1_UTILITY = RECRAFTV4_1.but(
    model="recraftv4_1_utility",
    operations={
        "edit": RECRAFTV4_1_EDIT.but(model="recraftv4_1_utility"),
        "variation": RECRAFTV4_1_VARIATION.but(model="recraftv4_1_utility"),
    },
)
RECRAFTV4_1_FLASH = RECRAFTV4_1.but(
    model="recraftv4_1_flash",
    without=("style_match", "style_reference_urls"),
    operations={
        "edit": RECRAFTV4_1_EDIT.but(model="recraftv4_1_flash", without=("style_match",)),
        "variation": RECRAFTV4_1_VARIATION.but(model="recraftv4_1_flash"),
    },
)
RECRAFTV4 = RECRAFTV4_1.but(
    model="recraftv4",
    operations={
        "edit": RECRAFTV4_1_EDIT.but(model="recraftv4"),
        "variation": RECRAFTV4_1_VARIATION.but(model="recraftv4"),
    },
)

# ---- V4.1 and V4 pro

RECRAFTV4_1_PRO_VARIATION = IMAGES_VARIATION.but(Sizes(_V4_PRO, required=True), model="recraftv4_1_pro")
RECRAFTV4_1_PRO = RECRAFTV4_1.but(
    Sizes(_V4_PRO),
    model="recraftv4_1_pro",
    operations={"edit": RECRAFTV4_1_EDIT.but(model="recraftv4_1_pro"), "variation": RECRAFTV4_1_PRO_VARIATION},
)
RECRAFTV4_1_UTILITY_PRO = RECRAFTV4_1_PRO.but(
    model="recraftv4_1_utility_pro",
    operations={
        "edit": RECRAFTV4_1_EDIT.but(model="recraftv4_1_utility_pro"),
        "variation": RECRAFTV4_1_PRO_VARIATION.but(model="recraftv4_1_utility_pro"),
    },
)
RECRAFTV4_PRO = RECRAFTV4_1_PRO.but(
    model="recraftv4_pro",
    operations={
        "edit": RECRAFTV4_1_EDIT.but(model="recraftv4_pro"),
        "variation": RECRAFTV4_1_PRO_VARIATION.but(model="recraftv4_pro"),
    },
)

# ---- V4.1 and V4 as SVG

RECRAFTV4_1_VECTOR_EDIT = RECRAFTV4_1_EDIT.but(*_SVG, model="recraftv4_1_vector")
RECRAFTV4_1_VECTOR_VARIATION = IMAGES_VARIATION.but(_VECTOR_SIZES_NEEDED, *_SVG, model="recraftv4_1_vector")
RECRAFTV4_1_VECTOR = RECRAFTV4_1.but(
    _VECTOR_SIZES,
    *_SVG,
    model="recraftv4_1_vector",
    operations={"edit": RECRAFTV4_1_VECTOR_EDIT, "variation": RECRAFTV4_1_VECTOR_VARIATION},
)
RECRAFTV4_1_PRO_VECTOR = RECRAFTV4_1_VECTOR.but(
    model="recraftv4_1_pro_vector",
    operations={
        "edit": RECRAFTV4_1_VECTOR_EDIT.but(model="recraftv4_1_pro_vector"),
        "variation": RECRAFTV4_1_VECTOR_VARIATION.but(model="recraftv4_1_pro_vector"),
    },
)
RECRAFTV4_1_UTILITY_VECTOR = RECRAFTV4_1_VECTOR.but(
    model="recraftv4_1_utility_vector",
    operations={
        "edit": RECRAFTV4_1_VECTOR_EDIT.but(model="recraftv4_1_utility_vector"),
        "variation": RECRAFTV4_1_VECTOR_VARIATION.but(model="recraftv4_1_utility_vector"),
    },
)
RECRAFTV4_1_UTILITY_PRO_VECTOR = RECRAFTV4_1_VECTOR.but(
    model="recraftv4_1_utility_pro_vector",
    operations={
        "edit": RECRAFTV4_1_VECTOR_EDIT.but(model="recraftv4_1_utility_pro_vector"),
        "variation": RECRAFTV4_1_VECTOR_VARIATION.but(model="recraftv4_1_utility_pro_vector"),
    },
)
RECRAFTV4_VECTOR = RECRAFTV4_1_VECTOR.but(
    model="recraftv4_vector",
    operations={
        "edit": RECRAFTV4_1_VECTOR_EDIT.but(model="recraftv4_vector"),
        "variation": RECRAFTV4_1_VECTOR_VARIATION.but(model="recraftv4_vector"),
    },
)
RECRAFTV4_PRO_VECTOR = RECRAFTV4_1_VECTOR.but(
    model="recraftv4_pro_vector",
    operations={
        "edit": RECRAFTV4_1_VECTOR_EDIT.but(model="recraftv4_pro_vector"),
        "variation": RECRAFTV4_1_VECTOR_VARIATION.but(model="recraftv4_pro_vector"),
    },
)

# ---- V4 in a custom style

RECRAFTV4_STYLES_EDIT = IMAGES_EDIT.but(_STYLE_ID, model="recraftv4_styles", without=_OLD_ONLY)
RECRAFTV4_STYLES = IMAGES.but(
    Sizes(_V4),
    _STYLE_ID,
    model="recraftv4_styles",
    without=_OLD_ONLY,
    operations={"edit": RECRAFTV4_STYLES_EDIT, "variation": RECRAFTV4_1_VARIATION.but(model="recraftv4_styles")},
)
RECRAFTV4_STYLES_PRO = RECRAFTV4_STYLES.but(
    Sizes(_V4_PRO),
    model="recraftv4_styles_pro",
    operations={
        "edit": RECRAFTV4_STYLES_EDIT.but(model="recraftv4_styles_pro"),
        "variation": RECRAFTV4_1_PRO_VARIATION.but(model="recraftv4_styles_pro"),
    },
)
RECRAFTV4_STYLES_VECTOR = RECRAFTV4_STYLES.but(
    _VECTOR_SIZES,
    *_SVG,
    model="recraftv4_styles_vector",
    operations={
        "edit": RECRAFTV4_STYLES_EDIT.but(*_SVG, model="recraftv4_styles_vector"),
        "variation": RECRAFTV4_1_VECTOR_VARIATION.but(model="recraftv4_styles_vector"),
    },
)
RECRAFTV4_STYLES_PRO_VECTOR = RECRAFTV4_STYLES.but(
    _VECTOR_SIZES,
    *_SVG,
    model="recraftv4_styles_pro_vector",
    operations={
        "edit": RECRAFTV4_STYLES_EDIT.but(*_SVG, model="recraftv4_styles_pro_vector"),
        "variation": RECRAFTV4_1_VECTOR_VARIATION.but(model="recraftv4_styles_pro_vector"),
    },
)

# ---- V3 and V2

RECRAFTV3_EDIT = IMAGES_EDIT.but(model="recraftv3", domains={"prompt": SHORT})
RECRAFTV3_VARIATION = IMAGES_VARIATION.but(Sizes(_V2_V3, required=True), model="recraftv3")
RECRAFTV3_OUTPAINT = V3_OUTPAINT.but(Sizes(_V2_V3))
RECRAFTV3 = IMAGES.but(
    Sizes(_V2_V3),
    model="recraftv3",
    domains={"prompt": SHORT},
    operations={
        "edit": RECRAFTV3_EDIT,
        "inpaint": V3_INPAINT,
        "outpaint": RECRAFTV3_OUTPAINT,
        "replace_background": V3_REPLACE_BACKGROUND,
        "variation": RECRAFTV3_VARIATION,
    },
)
RECRAFTV2 = RECRAFTV3.but(
    model="recraftv2",
    without=_V3_ONLY,
    operations={
        "edit": RECRAFTV3_EDIT.but(model="recraftv2", without=_V3_ONLY),
        "variation": RECRAFTV3_VARIATION.but(model="recraftv2"),
    },
)

# ---- V3 and V2 as SVG

RECRAFTV3_VECTOR_EDIT = RECRAFTV3_EDIT.but(*_SVG, model="recraftv3_vector")
RECRAFTV3_VECTOR_VARIATION = RECRAFTV4_1_VECTOR_VARIATION.but(model="recraftv3_vector")
RECRAFTV3_VECTOR_GENERATE_BACKGROUND = V3_GENERATE_BACKGROUND.but(
    *_SVG, name="recraft/recraftv3_vector/generateBackground:replace_background", model="recraftv3_vector"
)
RECRAFTV3_VECTOR = RECRAFTV3.but(
    _VECTOR_SIZES,
    *_SVG,
    model="recraftv3_vector",
    operations={
        "edit": RECRAFTV3_VECTOR_EDIT,
        "inpaint": V3_INPAINT.but(*_SVG, model="recraftv3_vector"),
        "outpaint": V3_OUTPAINT.but(_VECTOR_SIZES, *_SVG, model="recraftv3_vector"),
        "replace_background": V3_REPLACE_BACKGROUND.but(*_SVG, model="recraftv3_vector"),
        "variation": RECRAFTV3_VECTOR_VARIATION,
    },
)
RECRAFTV2_VECTOR = RECRAFTV3_VECTOR.but(
    model="recraftv2_vector",
    without=_V3_ONLY,
    operations={
        "edit": RECRAFTV3_VECTOR_EDIT.but(model="recraftv2_vector", without=_V3_ONLY),
        "variation": RECRAFTV3_VECTOR_VARIATION.but(model="recraftv2_vector"),
    },
)

MODELS: tuple[Target, ...] = (
    RECRAFTV4_1,
    *RECRAFTV4_1.operations.values(),
    RECRAFTV4_1_UTILITY,
    *RECRAFTV4_1_UTILITY.operations.values(),
    RECRAFTV4_1_FLASH,
    *RECRAFTV4_1_FLASH.operations.values(),
    RECRAFTV4,
    *RECRAFTV4.operations.values(),
    RECRAFTV4_1_PRO,
    *RECRAFTV4_1_PRO.operations.values(),
    RECRAFTV4_1_UTILITY_PRO,
    *RECRAFTV4_1_UTILITY_PRO.operations.values(),
    RECRAFTV4_PRO,
    *RECRAFTV4_PRO.operations.values(),
    RECRAFTV4_1_VECTOR,
    *RECRAFTV4_1_VECTOR.operations.values(),
    RECRAFTV4_1_PRO_VECTOR,
    *RECRAFTV4_1_PRO_VECTOR.operations.values(),
    RECRAFTV4_1_UTILITY_VECTOR,
    *RECRAFTV4_1_UTILITY_VECTOR.operations.values(),
    RECRAFTV4_1_UTILITY_PRO_VECTOR,
    *RECRAFTV4_1_UTILITY_PRO_VECTOR.operations.values(),
    RECRAFTV4_VECTOR,
    *RECRAFTV4_VECTOR.operations.values(),
    RECRAFTV4_PRO_VECTOR,
    *RECRAFTV4_PRO_VECTOR.operations.values(),
    RECRAFTV4_STYLES,
    *RECRAFTV4_STYLES.operations.values(),
    RECRAFTV4_STYLES_PRO,
    *RECRAFTV4_STYLES_PRO.operations.values(),
    RECRAFTV4_STYLES_VECTOR,
    *RECRAFTV4_STYLES_VECTOR.operations.values(),
    RECRAFTV4_STYLES_PRO_VECTOR,
    *RECRAFTV4_STYLES_PRO_VECTOR.operations.values(),
    RECRAFTV3,
    RECRAFTV3_EDIT,
    V3_INPAINT,
    RECRAFTV3_OUTPAINT,
    V3_REPLACE_BACKGROUND,
    V3_GENERATE_BACKGROUND,
    RECRAFTV3_VARIATION,
    RECRAFTV2,
    *RECRAFTV2.operations.values(),
    RECRAFTV3_VECTOR,
    RECRAFTV3_VECTOR_EDIT,
    RECRAFTV3_VECTOR.operations["inpaint"],
    RECRAFTV3_VECTOR.operations["outpaint"],
    RECRAFTV3_VECTOR.operations["replace_background"],
    RECRAFTV3_VECTOR_GENERATE_BACKGROUND,
    RECRAFTV3_VECTOR_VARIATION,
    RECRAFTV2_VECTOR,
    *RECRAFTV2_VECTOR.operations.values(),
)
