"""Recraft's models: V2 and V3, V4 and V4.1, their pro and vector forms, and those that draw in a style of one's own."""

from __future__ import annotations

from imgparams.providers.recraft.routes import (
    IMAGES,
    IMAGES_EDIT,
    IMAGES_VARIATION,
    V3_GENERATE_BACKGROUND,
    V3_INPAINT,
    V3_OUTPAINT,
    V3_REPLACE_BACKGROUND,
)
from imgparams.providers.recraft.words import PIXELS_V2_V3, PIXELS_V4, PIXELS_V4_PRO, RATIOS
from imgparams.tables import Field, Fixed, Native, OneOf, Pairs, PixelText, ShapeWords, Sizes, Target, Text

_V3_ONLY = ("text_layout", "controls.artistic_level", "controls.no_text")
_OLD_ONLY = ("style", "substyle", "negative_prompt", *_V3_ONLY)
_STYLED = ("style_id", *_OLD_ONLY)
_ALL_STYLES = ("style_match", "style_reference_urls", *_STYLED)
_SHORT = Text(max_length=1000)
_STYLE_ID = Native("style_id", Text(min_length=1), required=True, note="the UUID of a style that was made before")
_SVG = (
    Native("image_format", OneOf("webp", "png"), note="what it does beside an SVG is not said"),
    Fixed(Field.output_format, "svg"),
)
_VECTOR_SIZES = Sizes((ShapeWords("size", RATIOS),), note="ratios only")
_VECTOR_SIZES_NEEDED = Sizes((ShapeWords("size", RATIOS),), required=True, note="ratios only")
_V2_V3_SIZES = Sizes(
    (PixelText("size", Pairs(PIXELS_V2_V3.values())), ShapeWords("size", RATIOS, pixels=PIXELS_V2_V3)),
)
_V2_V3_SIZES_NEEDED = Sizes(
    (PixelText("size", Pairs(PIXELS_V2_V3.values())), ShapeWords("size", RATIOS, pixels=PIXELS_V2_V3)), required=True
)
_V4_SIZES = Sizes(
    (PixelText("size", Pairs(PIXELS_V4.values())), ShapeWords("size", RATIOS, pixels=PIXELS_V4)),
)
_V4_SIZES_NEEDED = Sizes(
    (PixelText("size", Pairs(PIXELS_V4.values())), ShapeWords("size", RATIOS, pixels=PIXELS_V4)), required=True
)
_V4_PRO_SIZES = Sizes(
    (PixelText("size", Pairs(PIXELS_V4_PRO.values())), ShapeWords("size", RATIOS, pixels=PIXELS_V4_PRO)),
)
_V4_PRO_SIZES_NEEDED = Sizes(
    (PixelText("size", Pairs(PIXELS_V4_PRO.values())), ShapeWords("size", RATIOS, pixels=PIXELS_V4_PRO)), required=True
)

# ---- V4.1 and V4

RECRAFTV4_1_EDIT = IMAGES_EDIT.but(
    name="recraft/recraftv4_1:edit",
    model="recraftv4_1",
    without=_STYLED,
)
RECRAFTV4_1_VARIATION = IMAGES_VARIATION.but(
    _V4_SIZES_NEEDED,
    name="recraft/recraftv4_1:variation",
    model="recraftv4_1",
)
RECRAFTV4_1 = IMAGES.but(
    _V4_SIZES,
    name="recraft/recraftv4_1",
    model="recraftv4_1",
    without=_STYLED,
    operations={"edit": RECRAFTV4_1_EDIT, "variation": RECRAFTV4_1_VARIATION},
)
RECRAFTV4_1_UTILITY_EDIT = RECRAFTV4_1_EDIT.but(name="recraft/recraftv4_1_utility:edit", model="recraftv4_1_utility")
RECRAFTV4_1_UTILITY_VARIATION = RECRAFTV4_1_VARIATION.but(
    name="recraft/recraftv4_1_utility:variation", model="recraftv4_1_utility"
)
RECRAFTV4_1_UTILITY = RECRAFTV4_1.but(
    name="recraft/recraftv4_1_utility",
    model="recraftv4_1_utility",
    operations={"edit": RECRAFTV4_1_UTILITY_EDIT, "variation": RECRAFTV4_1_UTILITY_VARIATION},
)
RECRAFTV4_1_FLASH_EDIT = RECRAFTV4_1_EDIT.but(
    name="recraft/recraftv4_1_flash:edit", model="recraftv4_1_flash", without=_ALL_STYLES
)
RECRAFTV4_1_FLASH_VARIATION = RECRAFTV4_1_VARIATION.but(
    name="recraft/recraftv4_1_flash:variation", model="recraftv4_1_flash"
)
RECRAFTV4_1_FLASH = RECRAFTV4_1.but(
    name="recraft/recraftv4_1_flash",
    model="recraftv4_1_flash",
    without=_ALL_STYLES,
    operations={"edit": RECRAFTV4_1_FLASH_EDIT, "variation": RECRAFTV4_1_FLASH_VARIATION},
)
RECRAFTV4_EDIT = RECRAFTV4_1_EDIT.but(name="recraft/recraftv4:edit", model="recraftv4")
RECRAFTV4_VARIATION = RECRAFTV4_1_VARIATION.but(name="recraft/recraftv4:variation", model="recraftv4")
RECRAFTV4 = RECRAFTV4_1.but(
    name="recraft/recraftv4",
    model="recraftv4",
    operations={"edit": RECRAFTV4_EDIT, "variation": RECRAFTV4_VARIATION},
)

# ---- V4.1 and V4 pro

RECRAFTV4_1_PRO_EDIT = IMAGES_EDIT.but(
    name="recraft/recraftv4_1_pro:edit",
    model="recraftv4_1_pro",
    without=_STYLED,
)
RECRAFTV4_1_PRO_VARIATION = IMAGES_VARIATION.but(
    _V4_PRO_SIZES_NEEDED,
    name="recraft/recraftv4_1_pro:variation",
    model="recraftv4_1_pro",
)
RECRAFTV4_1_PRO = IMAGES.but(
    _V4_PRO_SIZES,
    name="recraft/recraftv4_1_pro",
    model="recraftv4_1_pro",
    without=_STYLED,
    operations={"edit": RECRAFTV4_1_PRO_EDIT, "variation": RECRAFTV4_1_PRO_VARIATION},
)
RECRAFTV4_1_UTILITY_PRO_EDIT = RECRAFTV4_1_PRO_EDIT.but(
    name="recraft/recraftv4_1_utility_pro:edit", model="recraftv4_1_utility_pro"
)
RECRAFTV4_1_UTILITY_PRO_VARIATION = RECRAFTV4_1_PRO_VARIATION.but(
    name="recraft/recraftv4_1_utility_pro:variation", model="recraftv4_1_utility_pro"
)
RECRAFTV4_1_UTILITY_PRO = RECRAFTV4_1_PRO.but(
    name="recraft/recraftv4_1_utility_pro",
    model="recraftv4_1_utility_pro",
    operations={"edit": RECRAFTV4_1_UTILITY_PRO_EDIT, "variation": RECRAFTV4_1_UTILITY_PRO_VARIATION},
)
RECRAFTV4_PRO_EDIT = RECRAFTV4_1_PRO_EDIT.but(name="recraft/recraftv4_pro:edit", model="recraftv4_pro")
RECRAFTV4_PRO_VARIATION = RECRAFTV4_1_PRO_VARIATION.but(name="recraft/recraftv4_pro:variation", model="recraftv4_pro")
RECRAFTV4_PRO = RECRAFTV4_1_PRO.but(
    name="recraft/recraftv4_pro",
    model="recraftv4_pro",
    operations={"edit": RECRAFTV4_PRO_EDIT, "variation": RECRAFTV4_PRO_VARIATION},
)

# ---- V4.1 and V4 as SVG

RECRAFTV4_1_VECTOR_EDIT = IMAGES_EDIT.but(
    *_SVG,
    name="recraft/recraftv4_1_vector:edit",
    model="recraftv4_1_vector",
    without=_STYLED,
)
RECRAFTV4_1_VECTOR_VARIATION = IMAGES_VARIATION.but(
    _VECTOR_SIZES_NEEDED,
    *_SVG,
    name="recraft/recraftv4_1_vector:variation",
    model="recraftv4_1_vector",
)
RECRAFTV4_1_VECTOR = IMAGES.but(
    _VECTOR_SIZES,
    *_SVG,
    name="recraft/recraftv4_1_vector",
    model="recraftv4_1_vector",
    without=_STYLED,
    operations={"edit": RECRAFTV4_1_VECTOR_EDIT, "variation": RECRAFTV4_1_VECTOR_VARIATION},
)
RECRAFTV4_1_PRO_VECTOR_EDIT = RECRAFTV4_1_VECTOR_EDIT.but(
    name="recraft/recraftv4_1_pro_vector:edit", model="recraftv4_1_pro_vector"
)
RECRAFTV4_1_PRO_VECTOR_VARIATION = RECRAFTV4_1_VECTOR_VARIATION.but(
    name="recraft/recraftv4_1_pro_vector:variation", model="recraftv4_1_pro_vector"
)
RECRAFTV4_1_PRO_VECTOR = RECRAFTV4_1_VECTOR.but(
    name="recraft/recraftv4_1_pro_vector",
    model="recraftv4_1_pro_vector",
    operations={"edit": RECRAFTV4_1_PRO_VECTOR_EDIT, "variation": RECRAFTV4_1_PRO_VECTOR_VARIATION},
)
RECRAFTV4_1_UTILITY_VECTOR_EDIT = RECRAFTV4_1_VECTOR_EDIT.but(
    name="recraft/recraftv4_1_utility_vector:edit", model="recraftv4_1_utility_vector"
)
RECRAFTV4_1_UTILITY_VECTOR_VARIATION = RECRAFTV4_1_VECTOR_VARIATION.but(
    name="recraft/recraftv4_1_utility_vector:variation", model="recraftv4_1_utility_vector"
)
RECRAFTV4_1_UTILITY_VECTOR = RECRAFTV4_1_VECTOR.but(
    name="recraft/recraftv4_1_utility_vector",
    model="recraftv4_1_utility_vector",
    operations={"edit": RECRAFTV4_1_UTILITY_VECTOR_EDIT, "variation": RECRAFTV4_1_UTILITY_VECTOR_VARIATION},
)
RECRAFTV4_1_UTILITY_PRO_VECTOR_EDIT = RECRAFTV4_1_VECTOR_EDIT.but(
    name="recraft/recraftv4_1_utility_pro_vector:edit", model="recraftv4_1_utility_pro_vector"
)
RECRAFTV4_1_UTILITY_PRO_VECTOR_VARIATION = RECRAFTV4_1_VECTOR_VARIATION.but(
    name="recraft/recraftv4_1_utility_pro_vector:variation", model="recraftv4_1_utility_pro_vector"
)
RECRAFTV4_1_UTILITY_PRO_VECTOR = RECRAFTV4_1_VECTOR.but(
    name="recraft/recraftv4_1_utility_pro_vector",
    model="recraftv4_1_utility_pro_vector",
    operations={"edit": RECRAFTV4_1_UTILITY_PRO_VECTOR_EDIT, "variation": RECRAFTV4_1_UTILITY_PRO_VECTOR_VARIATION},
)
RECRAFTV4_VECTOR_EDIT = RECRAFTV4_1_VECTOR_EDIT.but(name="recraft/recraftv4_vector:edit", model="recraftv4_vector")
RECRAFTV4_VECTOR_VARIATION = RECRAFTV4_1_VECTOR_VARIATION.but(
    name="recraft/recraftv4_vector:variation", model="recraftv4_vector"
)
RECRAFTV4_VECTOR = RECRAFTV4_1_VECTOR.but(
    name="recraft/recraftv4_vector",
    model="recraftv4_vector",
    operations={"edit": RECRAFTV4_VECTOR_EDIT, "variation": RECRAFTV4_VECTOR_VARIATION},
)
RECRAFTV4_PRO_VECTOR_EDIT = RECRAFTV4_1_VECTOR_EDIT.but(
    name="recraft/recraftv4_pro_vector:edit", model="recraftv4_pro_vector"
)
RECRAFTV4_PRO_VECTOR_VARIATION = RECRAFTV4_1_VECTOR_VARIATION.but(
    name="recraft/recraftv4_pro_vector:variation", model="recraftv4_pro_vector"
)
RECRAFTV4_PRO_VECTOR = RECRAFTV4_1_VECTOR.but(
    name="recraft/recraftv4_pro_vector",
    model="recraftv4_pro_vector",
    operations={"edit": RECRAFTV4_PRO_VECTOR_EDIT, "variation": RECRAFTV4_PRO_VECTOR_VARIATION},
)

# ---- V4 in a style of one's own

RECRAFTV4_STYLES_EDIT = IMAGES_EDIT.but(
    _STYLE_ID,
    name="recraft/recraftv4_styles:edit",
    model="recraftv4_styles",
    without=_OLD_ONLY,
)
RECRAFTV4_STYLES_VARIATION = IMAGES_VARIATION.but(
    _V4_SIZES_NEEDED,
    name="recraft/recraftv4_styles:variation",
    model="recraftv4_styles",
)
RECRAFTV4_STYLES = IMAGES.but(
    _V4_SIZES,
    _STYLE_ID,
    name="recraft/recraftv4_styles",
    model="recraftv4_styles",
    without=_OLD_ONLY,
    operations={"edit": RECRAFTV4_STYLES_EDIT, "variation": RECRAFTV4_STYLES_VARIATION},
)

RECRAFTV4_STYLES_PRO_EDIT = IMAGES_EDIT.but(
    _STYLE_ID,
    name="recraft/recraftv4_styles_pro:edit",
    model="recraftv4_styles_pro",
    without=_OLD_ONLY,
)
RECRAFTV4_STYLES_PRO_VARIATION = IMAGES_VARIATION.but(
    _V4_PRO_SIZES_NEEDED,
    name="recraft/recraftv4_styles_pro:variation",
    model="recraftv4_styles_pro",
)
RECRAFTV4_STYLES_PRO = IMAGES.but(
    _V4_PRO_SIZES,
    _STYLE_ID,
    name="recraft/recraftv4_styles_pro",
    model="recraftv4_styles_pro",
    without=_OLD_ONLY,
    operations={"edit": RECRAFTV4_STYLES_PRO_EDIT, "variation": RECRAFTV4_STYLES_PRO_VARIATION},
)

RECRAFTV4_STYLES_VECTOR_EDIT = IMAGES_EDIT.but(
    _STYLE_ID,
    *_SVG,
    name="recraft/recraftv4_styles_vector:edit",
    model="recraftv4_styles_vector",
    without=_OLD_ONLY,
)
RECRAFTV4_STYLES_VECTOR_VARIATION = IMAGES_VARIATION.but(
    _VECTOR_SIZES_NEEDED,
    *_SVG,
    name="recraft/recraftv4_styles_vector:variation",
    model="recraftv4_styles_vector",
)
RECRAFTV4_STYLES_VECTOR = IMAGES.but(
    _VECTOR_SIZES,
    _STYLE_ID,
    *_SVG,
    name="recraft/recraftv4_styles_vector",
    model="recraftv4_styles_vector",
    without=_OLD_ONLY,
    operations={"edit": RECRAFTV4_STYLES_VECTOR_EDIT, "variation": RECRAFTV4_STYLES_VECTOR_VARIATION},
)
RECRAFTV4_STYLES_PRO_VECTOR_EDIT = RECRAFTV4_STYLES_VECTOR_EDIT.but(
    name="recraft/recraftv4_styles_pro_vector:edit", model="recraftv4_styles_pro_vector"
)
RECRAFTV4_STYLES_PRO_VECTOR_VARIATION = RECRAFTV4_STYLES_VECTOR_VARIATION.but(
    name="recraft/recraftv4_styles_pro_vector:variation", model="recraftv4_styles_pro_vector"
)
RECRAFTV4_STYLES_PRO_VECTOR = RECRAFTV4_STYLES_VECTOR.but(
    name="recraft/recraftv4_styles_pro_vector",
    model="recraftv4_styles_pro_vector",
    operations={"edit": RECRAFTV4_STYLES_PRO_VECTOR_EDIT, "variation": RECRAFTV4_STYLES_PRO_VECTOR_VARIATION},
)

# ---- V3 and V2

RECRAFTV3_EDIT = IMAGES_EDIT.but(
    name="recraft/recraftv3:edit",
    model="recraftv3",
    domains={"prompt": _SHORT},
)
RECRAFTV3_VARIATION = IMAGES_VARIATION.but(
    _V2_V3_SIZES_NEEDED,
    name="recraft/recraftv3:variation",
    model="recraftv3",
)
RECRAFTV3_INPAINT = V3_INPAINT
RECRAFTV3_OUTPAINT = V3_OUTPAINT.but(_V2_V3_SIZES)
RECRAFTV3_REPLACE_BACKGROUND = V3_REPLACE_BACKGROUND
RECRAFTV3_GENERATE_BACKGROUND = V3_GENERATE_BACKGROUND
RECRAFTV3 = IMAGES.but(
    _V2_V3_SIZES,
    name="recraft/recraftv3",
    model="recraftv3",
    domains={"prompt": _SHORT},
    operations={
        "edit": RECRAFTV3_EDIT,
        "inpaint": RECRAFTV3_INPAINT,
        "outpaint": RECRAFTV3_OUTPAINT,
        "replace_background": RECRAFTV3_REPLACE_BACKGROUND,
        "variation": RECRAFTV3_VARIATION,
    },
)
RECRAFTV2_EDIT = RECRAFTV3_EDIT.but(name="recraft/recraftv2:edit", model="recraftv2", without=_V3_ONLY)
RECRAFTV2_VARIATION = RECRAFTV3_VARIATION.but(name="recraft/recraftv2:variation", model="recraftv2")
RECRAFTV2 = RECRAFTV3.but(
    name="recraft/recraftv2",
    model="recraftv2",
    without=_V3_ONLY,
    operations={"edit": RECRAFTV2_EDIT, "variation": RECRAFTV2_VARIATION},
)

# ---- V3 and V2 as SVG

RECRAFTV3_VECTOR_EDIT = IMAGES_EDIT.but(
    *_SVG,
    name="recraft/recraftv3_vector:edit",
    model="recraftv3_vector",
    domains={"prompt": _SHORT},
)
RECRAFTV3_VECTOR_VARIATION = IMAGES_VARIATION.but(
    _VECTOR_SIZES_NEEDED,
    *_SVG,
    name="recraft/recraftv3_vector:variation",
    model="recraftv3_vector",
)
RECRAFTV3_VECTOR_INPAINT = V3_INPAINT.but(
    *_SVG,
    name="recraft/recraftv3_vector:inpaint",
    model="recraftv3_vector",
)
RECRAFTV3_VECTOR_OUTPAINT = V3_OUTPAINT.but(
    _VECTOR_SIZES,
    *_SVG,
    name="recraft/recraftv3_vector:outpaint",
    model="recraftv3_vector",
)
RECRAFTV3_VECTOR_REPLACE_BACKGROUND = V3_REPLACE_BACKGROUND.but(
    *_SVG,
    name="recraft/recraftv3_vector:replace_background",
    model="recraftv3_vector",
)
RECRAFTV3_VECTOR_GENERATE_BACKGROUND = V3_GENERATE_BACKGROUND.but(
    *_SVG,
    name="recraft/recraftv3_vector/generateBackground:replace_background",
    model="recraftv3_vector",
)
RECRAFTV3_VECTOR = IMAGES.but(
    _VECTOR_SIZES,
    *_SVG,
    name="recraft/recraftv3_vector",
    model="recraftv3_vector",
    domains={"prompt": _SHORT},
    operations={
        "edit": RECRAFTV3_VECTOR_EDIT,
        "inpaint": RECRAFTV3_VECTOR_INPAINT,
        "outpaint": RECRAFTV3_VECTOR_OUTPAINT,
        "replace_background": RECRAFTV3_VECTOR_REPLACE_BACKGROUND,
        "variation": RECRAFTV3_VECTOR_VARIATION,
    },
)
RECRAFTV2_VECTOR_EDIT = RECRAFTV3_VECTOR_EDIT.but(
    name="recraft/recraftv2_vector:edit", model="recraftv2_vector", without=_V3_ONLY
)
RECRAFTV2_VECTOR_VARIATION = RECRAFTV3_VECTOR_VARIATION.but(
    name="recraft/recraftv2_vector:variation", model="recraftv2_vector"
)
RECRAFTV2_VECTOR = RECRAFTV3_VECTOR.but(
    name="recraft/recraftv2_vector",
    model="recraftv2_vector",
    without=_V3_ONLY,
    operations={"edit": RECRAFTV2_VECTOR_EDIT, "variation": RECRAFTV2_VECTOR_VARIATION},
)

MODELS: tuple[Target, ...] = (
    RECRAFTV4_1,
    RECRAFTV4_1_EDIT,
    RECRAFTV4_1_VARIATION,
    RECRAFTV4_1_UTILITY,
    RECRAFTV4_1_UTILITY_EDIT,
    RECRAFTV4_1_UTILITY_VARIATION,
    RECRAFTV4_1_FLASH,
    RECRAFTV4_1_FLASH_EDIT,
    RECRAFTV4_1_FLASH_VARIATION,
    RECRAFTV4,
    RECRAFTV4_EDIT,
    RECRAFTV4_VARIATION,
    RECRAFTV4_1_PRO,
    RECRAFTV4_1_PRO_EDIT,
    RECRAFTV4_1_PRO_VARIATION,
    RECRAFTV4_1_UTILITY_PRO,
    RECRAFTV4_1_UTILITY_PRO_EDIT,
    RECRAFTV4_1_UTILITY_PRO_VARIATION,
    RECRAFTV4_PRO,
    RECRAFTV4_PRO_EDIT,
    RECRAFTV4_PRO_VARIATION,
    RECRAFTV4_1_VECTOR,
    RECRAFTV4_1_VECTOR_EDIT,
    RECRAFTV4_1_VECTOR_VARIATION,
    RECRAFTV4_1_PRO_VECTOR,
    RECRAFTV4_1_PRO_VECTOR_EDIT,
    RECRAFTV4_1_PRO_VECTOR_VARIATION,
    RECRAFTV4_1_UTILITY_VECTOR,
    RECRAFTV4_1_UTILITY_VECTOR_EDIT,
    RECRAFTV4_1_UTILITY_VECTOR_VARIATION,
    RECRAFTV4_1_UTILITY_PRO_VECTOR,
    RECRAFTV4_1_UTILITY_PRO_VECTOR_EDIT,
    RECRAFTV4_1_UTILITY_PRO_VECTOR_VARIATION,
    RECRAFTV4_VECTOR,
    RECRAFTV4_VECTOR_EDIT,
    RECRAFTV4_VECTOR_VARIATION,
    RECRAFTV4_PRO_VECTOR,
    RECRAFTV4_PRO_VECTOR_EDIT,
    RECRAFTV4_PRO_VECTOR_VARIATION,
    RECRAFTV4_STYLES,
    RECRAFTV4_STYLES_EDIT,
    RECRAFTV4_STYLES_VARIATION,
    RECRAFTV4_STYLES_PRO,
    RECRAFTV4_STYLES_PRO_EDIT,
    RECRAFTV4_STYLES_PRO_VARIATION,
    RECRAFTV4_STYLES_VECTOR,
    RECRAFTV4_STYLES_VECTOR_EDIT,
    RECRAFTV4_STYLES_VECTOR_VARIATION,
    RECRAFTV4_STYLES_PRO_VECTOR,
    RECRAFTV4_STYLES_PRO_VECTOR_EDIT,
    RECRAFTV4_STYLES_PRO_VECTOR_VARIATION,
    RECRAFTV3,
    RECRAFTV3_EDIT,
    RECRAFTV3_INPAINT,
    RECRAFTV3_OUTPAINT,
    RECRAFTV3_REPLACE_BACKGROUND,
    RECRAFTV3_GENERATE_BACKGROUND,
    RECRAFTV3_VARIATION,
    RECRAFTV2,
    RECRAFTV2_EDIT,
    RECRAFTV2_VARIATION,
    RECRAFTV3_VECTOR,
    RECRAFTV3_VECTOR_EDIT,
    RECRAFTV3_VECTOR_INPAINT,
    RECRAFTV3_VECTOR_OUTPAINT,
    RECRAFTV3_VECTOR_REPLACE_BACKGROUND,
    RECRAFTV3_VECTOR_GENERATE_BACKGROUND,
    RECRAFTV3_VECTOR_VARIATION,
    RECRAFTV2_VECTOR,
    RECRAFTV2_VECTOR_EDIT,
    RECRAFTV2_VECTOR_VARIATION,
)
