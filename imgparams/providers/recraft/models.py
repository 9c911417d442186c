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
from imgparams.providers.recraft.words import PIXELS_V2_V3, PIXELS_V4, PIXELS_V4_PRO, RATIOS, SIZES
from imgparams.tables import (
    ABSENT,
    PRESENT,
    AtMost,
    Between,
    Field,
    Fixed,
    Image,
    Native,
    Not,
    OneOf,
    Pairs,
    Part,
    Pictures,
    PixelText,
    Rule,
    ShapeWords,
    Sizes,
    Target,
    Text,
)

_V3_ONLY = ("text_layout", "controls.artistic_level", "controls.no_text")
_OLD_ONLY = ("negative_prompt", *_V3_ONLY)
_OVERVIEW = "the vendor's overview of models, 2026-10, as a client restates it"
_STYLE_ID = Native("style_id", Text(min_length=1), required=True, note="the UUID of a style created earlier")
_V4_STYLE_ID = Native("style_id", Text(min_length=1), nullable=True, note="the UUID of a V4 style of the same output")
_NO_CURATED_STYLE = Rule(
    {"prompt": PRESENT},
    {"style": ABSENT, "substyle": ABSENT},
    "V4 and V4.1 reject curated styles: style and substyle are for V2 and V3",
    source=_OVERVIEW,
)
_NO_STYLE_ID = Rule({"prompt": PRESENT}, {"style_id": ABSENT}, "flash takes no style", source=_OVERVIEW)
_ONE_STYLE = AtMost(
    of=("style_id", "style_reference_urls"), max=1, why="style_id and style references exclude each other"
)
_A_STYLE = Between(
    of=("style_id", "style_reference_urls"),
    min=1,
    max=1,
    why="a styles model needs style_id or style references, not both: a request with neither is rejected",
)
_REFERENCES = Pictures(
    "style_reference_urls",
    (Part(Image("url", "data"), roles=("style",)),),
    max=10,
    note="a style is made from 1 to 10 of them, 10 MB together",
)
_MATCH = Native(
    "style_match",
    OneOf("regular", "precise", "flexible"),
    default="precise",
    note="with style_id or references; regular is in the specification only",
)
_SVG = (
    Native("image_format", OneOf("webp", "png"), note="ignored: the answer is always an SVG", source=_OVERVIEW),
    Fixed(Field.output_format, "svg"),
)
_SVG_ONLY = Rule(
    {"image_format": PRESENT},
    {"image_format": ABSENT},
    "image_format is ignored by vector models, which answer with SVG",
    effect="ignored",
    source=_OVERVIEW,
)
_V2_V3 = (
    PixelText("size", Pairs((*PIXELS_V2_V3.values(), "1707x1024"))),
    ShapeWords("size", RATIOS, pixels=PIXELS_V2_V3),
)
_V4 = (PixelText("size", Pairs(PIXELS_V4.values())), ShapeWords("size", RATIOS, pixels=PIXELS_V4))
_V4_PRO = (PixelText("size", Pairs(PIXELS_V4_PRO.values())), ShapeWords("size", RATIOS, pixels=PIXELS_V4_PRO))
_VECTOR_SIZES = Sizes((ShapeWords("size", RATIOS, more=SIZES),), nullable=True, note="ratios")
_VECTOR_SIZES_NEEDED = Sizes((ShapeWords("size", RATIOS, more=SIZES),), required=True, note="ratios")
_NO_PIXELS = Rule(
    {"size": PRESENT},
    {"size": Not(OneOf(*SIZES))},
    "the guide has ratios only for vector models; the vendor's node for ComfyUI sends pixels",
    effect="disputed",
)

# ---- V4.1 and V4

RECRAFTV4_1_EDIT = IMAGES_EDIT.but(
    _V4_STYLE_ID,
    _MATCH,
    model="recraftv4_1",
    serves="recraft/v4.1",
    aliases=("recraftv4_1_raster",),
    without=_OLD_ONLY,
    rules=(_NO_CURATED_STYLE,),
)
RECRAFTV4_1_VARIATION = IMAGES_VARIATION.but(
    Sizes(_V4, required=True), model="recraftv4_1", serves="recraft/v4.1", aliases=("recraftv4_1_raster",)
)
_IN_V4_1 = IMAGES.but(
    Sizes(_V4, nullable=True),
    _V4_STYLE_ID,
    _REFERENCES,
    _MATCH,
    model="recraftv4_1",
    serves="recraft/v4.1",
    aliases=("recraftv4_1_raster",),
    without=_OLD_ONLY,
    rules=(_NO_CURATED_STYLE, _ONE_STYLE),
    operations={"edit": RECRAFTV4_1_EDIT, "variation": RECRAFTV4_1_VARIATION},
)
RECRAFTV4_1 = _IN_V4_1.but(
    rules=(
        Rule(
            {"model": ABSENT},
            {"style_reference_urls": ABSENT},
            "without a model, a request with style references is for recraftv4_styles",
            effect="altered",
            source="https://www.recraft.ai/docs/api-reference/models, 2026",
        ),
    )
)
RECRAFTV4_1_UTILITY = _IN_V4_1.but(
    model="recraftv4_1_utility",
    serves="recraft/v4.1-utility",
    aliases=("recraftv4_1_utility_raster",),
    operations={
        "edit": RECRAFTV4_1_EDIT.but(
            model="recraftv4_1_utility", serves="recraft/v4.1-utility", aliases=("recraftv4_1_utility_raster",)
        ),
        "variation": RECRAFTV4_1_VARIATION.but(
            model="recraftv4_1_utility", serves="recraft/v4.1-utility", aliases=("recraftv4_1_utility_raster",)
        ),
    },
)
RECRAFTV4_1_FLASH = _IN_V4_1.but(
    model="recraftv4_1_flash",
    serves="recraft/v4.1-flash",
    without=("style_match", "style_reference_urls"),
    rules=(_NO_STYLE_ID,),
    operations={
        "edit": RECRAFTV4_1_EDIT.but(
            model="recraftv4_1_flash", serves="recraft/v4.1-flash", without=("style_match",), rules=(_NO_STYLE_ID,)
        ),
        "variation": RECRAFTV4_1_VARIATION.but(model="recraftv4_1_flash", serves="recraft/v4.1-flash"),
    },
)
RECRAFTV4 = _IN_V4_1.but(
    model="recraftv4",
    serves="recraft/v4",
    aliases=("recraftv4_raster",),
    operations={
        "edit": RECRAFTV4_1_EDIT.but(model="recraftv4", serves="recraft/v4", aliases=("recraftv4_raster",)),
        "variation": RECRAFTV4_1_VARIATION.but(model="recraftv4", serves="recraft/v4", aliases=("recraftv4_raster",)),
    },
)

# ---- V4.1 and V4 pro

RECRAFTV4_1_PRO_VARIATION = IMAGES_VARIATION.but(
    Sizes(_V4_PRO, required=True),
    model="recraftv4_1_pro",
    serves="recraft/v4.1-pro",
    aliases=("recraftv4_1_pro_raster",),
)
RECRAFTV4_1_PRO = _IN_V4_1.but(
    Sizes(_V4_PRO, nullable=True),
    model="recraftv4_1_pro",
    serves="recraft/v4.1-pro",
    aliases=("recraftv4_1_pro_raster",),
    operations={
        "edit": RECRAFTV4_1_EDIT.but(
            model="recraftv4_1_pro", serves="recraft/v4.1-pro", aliases=("recraftv4_1_pro_raster",)
        ),
        "variation": RECRAFTV4_1_PRO_VARIATION,
    },
)
RECRAFTV4_1_UTILITY_PRO = RECRAFTV4_1_PRO.but(
    model="recraftv4_1_utility_pro",
    serves="recraft/v4.1-utility-pro",
    aliases=("recraftv4_1_utility_pro_raster",),
    operations={
        "edit": RECRAFTV4_1_EDIT.but(
            model="recraftv4_1_utility_pro",
            serves="recraft/v4.1-utility-pro",
            aliases=("recraftv4_1_utility_pro_raster",),
        ),
        "variation": RECRAFTV4_1_PRO_VARIATION.but(
            model="recraftv4_1_utility_pro",
            serves="recraft/v4.1-utility-pro",
            aliases=("recraftv4_1_utility_pro_raster",),
        ),
    },
)
RECRAFTV4_PRO = RECRAFTV4_1_PRO.but(
    model="recraftv4_pro",
    serves="recraft/v4-pro",
    aliases=("recraftv4_pro_raster",),
    operations={
        "edit": RECRAFTV4_1_EDIT.but(model="recraftv4_pro", serves="recraft/v4-pro", aliases=("recraftv4_pro_raster",)),
        "variation": RECRAFTV4_1_PRO_VARIATION.but(
            model="recraftv4_pro", serves="recraft/v4-pro", aliases=("recraftv4_pro_raster",)
        ),
    },
)

# ---- V4.1 and V4 as SVG

RECRAFTV4_1_VECTOR_EDIT = RECRAFTV4_1_EDIT.but(
    *_SVG, model="recraftv4_1_vector", serves="recraft/v4.1-vector", rules=(_SVG_ONLY,)
)
RECRAFTV4_1_VECTOR_VARIATION = IMAGES_VARIATION.but(
    _VECTOR_SIZES_NEEDED, *_SVG, model="recraftv4_1_vector", serves="recraft/v4.1-vector", rules=(_SVG_ONLY, _NO_PIXELS)
)
RECRAFTV4_1_VECTOR = _IN_V4_1.but(
    _VECTOR_SIZES,
    *_SVG,
    model="recraftv4_1_vector",
    serves="recraft/v4.1-vector",
    rules=(_SVG_ONLY, _NO_PIXELS),
    operations={"edit": RECRAFTV4_1_VECTOR_EDIT, "variation": RECRAFTV4_1_VECTOR_VARIATION},
)
RECRAFTV4_1_PRO_VECTOR = RECRAFTV4_1_VECTOR.but(
    model="recraftv4_1_pro_vector",
    serves="recraft/v4.1-pro-vector",
    operations={
        "edit": RECRAFTV4_1_VECTOR_EDIT.but(model="recraftv4_1_pro_vector", serves="recraft/v4.1-pro-vector"),
        "variation": RECRAFTV4_1_VECTOR_VARIATION.but(model="recraftv4_1_pro_vector", serves="recraft/v4.1-pro-vector"),
    },
)
RECRAFTV4_1_UTILITY_VECTOR = RECRAFTV4_1_VECTOR.but(
    model="recraftv4_1_utility_vector",
    serves="recraft/v4.1-utility-vector",
    operations={
        "edit": RECRAFTV4_1_VECTOR_EDIT.but(model="recraftv4_1_utility_vector", serves="recraft/v4.1-utility-vector"),
        "variation": RECRAFTV4_1_VECTOR_VARIATION.but(
            model="recraftv4_1_utility_vector", serves="recraft/v4.1-utility-vector"
        ),
    },
)
RECRAFTV4_1_UTILITY_PRO_VECTOR = RECRAFTV4_1_VECTOR.but(
    model="recraftv4_1_utility_pro_vector",
    serves="recraft/v4.1-utility-pro-vector",
    operations={
        "edit": RECRAFTV4_1_VECTOR_EDIT.but(
            model="recraftv4_1_utility_pro_vector", serves="recraft/v4.1-utility-pro-vector"
        ),
        "variation": RECRAFTV4_1_VECTOR_VARIATION.but(
            model="recraftv4_1_utility_pro_vector", serves="recraft/v4.1-utility-pro-vector"
        ),
    },
)
RECRAFTV4_VECTOR = RECRAFTV4_1_VECTOR.but(
    model="recraftv4_vector",
    serves="recraft/v4-vector",
    operations={
        "edit": RECRAFTV4_1_VECTOR_EDIT.but(model="recraftv4_vector", serves="recraft/v4-vector"),
        "variation": RECRAFTV4_1_VECTOR_VARIATION.but(model="recraftv4_vector", serves="recraft/v4-vector"),
    },
)
RECRAFTV4_PRO_VECTOR = RECRAFTV4_1_VECTOR.but(
    model="recraftv4_pro_vector",
    serves="recraft/v4-pro-vector",
    operations={
        "edit": RECRAFTV4_1_VECTOR_EDIT.but(model="recraftv4_pro_vector", serves="recraft/v4-pro-vector"),
        "variation": RECRAFTV4_1_VECTOR_VARIATION.but(model="recraftv4_pro_vector", serves="recraft/v4-pro-vector"),
    },
)

# ---- V4 in a custom style

RECRAFTV4_STYLES_EDIT = IMAGES_EDIT.but(
    _STYLE_ID,
    _MATCH,
    model="recraftv4_styles",
    serves="recraft/v4-styles",
    aliases=("recraftv4_styles_raster",),
    without=_OLD_ONLY,
    rules=(_NO_CURATED_STYLE,),
)
RECRAFTV4_STYLES = IMAGES.but(
    Sizes(_V4, nullable=True),
    _V4_STYLE_ID,
    _REFERENCES,
    _MATCH,
    model="recraftv4_styles",
    serves="recraft/v4-styles",
    aliases=("recraftv4_styles_raster",),
    without=_OLD_ONLY,
    rules=(_NO_CURATED_STYLE, _A_STYLE),
    operations={
        "edit": RECRAFTV4_STYLES_EDIT,
        "variation": RECRAFTV4_1_VARIATION.but(
            model="recraftv4_styles", serves="recraft/v4-styles", aliases=("recraftv4_styles_raster",)
        ),
    },
)
RECRAFTV4_STYLES_PRO = RECRAFTV4_STYLES.but(
    Sizes(_V4_PRO, nullable=True),
    model="recraftv4_styles_pro",
    serves="recraft/v4-styles-pro",
    aliases=("recraftv4_styles_pro_raster",),
    operations={
        "edit": RECRAFTV4_STYLES_EDIT.but(
            model="recraftv4_styles_pro", serves="recraft/v4-styles-pro", aliases=("recraftv4_styles_pro_raster",)
        ),
        "variation": RECRAFTV4_1_PRO_VARIATION.but(
            model="recraftv4_styles_pro", serves="recraft/v4-styles-pro", aliases=("recraftv4_styles_pro_raster",)
        ),
    },
)
RECRAFTV4_STYLES_VECTOR = RECRAFTV4_STYLES.but(
    _VECTOR_SIZES,
    *_SVG,
    model="recraftv4_styles_vector",
    serves="recraft/v4-styles-vector",
    rules=(_SVG_ONLY, _NO_PIXELS),
    operations={
        "edit": RECRAFTV4_STYLES_EDIT.but(
            *_SVG, model="recraftv4_styles_vector", serves="recraft/v4-styles-vector", rules=(_SVG_ONLY,)
        ),
        "variation": RECRAFTV4_1_VECTOR_VARIATION.but(
            model="recraftv4_styles_vector", serves="recraft/v4-styles-vector"
        ),
    },
)
RECRAFTV4_STYLES_PRO_VECTOR = RECRAFTV4_STYLES.but(
    _VECTOR_SIZES,
    *_SVG,
    model="recraftv4_styles_pro_vector",
    serves="recraft/v4-styles-pro-vector",
    rules=(_SVG_ONLY, _NO_PIXELS),
    operations={
        "edit": RECRAFTV4_STYLES_EDIT.but(
            *_SVG, model="recraftv4_styles_pro_vector", serves="recraft/v4-styles-pro-vector", rules=(_SVG_ONLY,)
        ),
        "variation": RECRAFTV4_1_VECTOR_VARIATION.but(
            model="recraftv4_styles_pro_vector", serves="recraft/v4-styles-pro-vector"
        ),
    },
)

# ---- V3 and V2

RECRAFTV3_EDIT = IMAGES_EDIT.but(
    model="recraftv3", serves="recraft/v3", aliases=("recraftv3_raster",), domains={"prompt": SHORT}
)
RECRAFTV3_VARIATION = IMAGES_VARIATION.but(
    Sizes(_V2_V3, required=True), model="recraftv3", serves="recraft/v3", aliases=("recraftv3_raster",)
)
RECRAFTV3_OUTPAINT = V3_OUTPAINT.but(Sizes(_V2_V3, nullable=True))
RECRAFTV3 = IMAGES.but(
    Sizes(_V2_V3, nullable=True),
    model="recraftv3",
    serves="recraft/v3",
    aliases=("recraftv3_raster",),
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
    serves="recraft/v2",
    aliases=("recraftv2_raster",),
    without=_V3_ONLY,
    operations={
        "edit": RECRAFTV3_EDIT.but(
            model="recraftv2", serves="recraft/v2", aliases=("recraftv2_raster",), without=_V3_ONLY
        ),
        "variation": RECRAFTV3_VARIATION.but(model="recraftv2", serves="recraft/v2", aliases=("recraftv2_raster",)),
    },
)

# ---- V3 and V2 as SVG

RECRAFTV3_VECTOR_EDIT = RECRAFTV3_EDIT.but(
    *_SVG, model="recraftv3_vector", serves="recraft/v3-vector", rules=(_SVG_ONLY,)
)
RECRAFTV3_VECTOR_VARIATION = RECRAFTV4_1_VECTOR_VARIATION.but(model="recraftv3_vector", serves="recraft/v3-vector")
RECRAFTV3_VECTOR_GENERATE_BACKGROUND = V3_GENERATE_BACKGROUND.but(
    *_SVG,
    name="recraft/recraftv3_vector/generateBackground:replace_background",
    model="recraftv3_vector",
    serves="recraft/v3-vector",
    rules=(_SVG_ONLY,),
)
RECRAFTV3_VECTOR = RECRAFTV3.but(
    _VECTOR_SIZES,
    *_SVG,
    model="recraftv3_vector",
    serves="recraft/v3-vector",
    rules=(_SVG_ONLY, _NO_PIXELS),
    operations={
        "edit": RECRAFTV3_VECTOR_EDIT,
        "inpaint": V3_INPAINT.but(*_SVG, model="recraftv3_vector", serves="recraft/v3-vector", rules=(_SVG_ONLY,)),
        "outpaint": V3_OUTPAINT.but(
            _VECTOR_SIZES, *_SVG, model="recraftv3_vector", serves="recraft/v3-vector", rules=(_SVG_ONLY, _NO_PIXELS)
        ),
        "replace_background": V3_REPLACE_BACKGROUND.but(
            *_SVG, model="recraftv3_vector", serves="recraft/v3-vector", rules=(_SVG_ONLY,)
        ),
        "variation": RECRAFTV3_VECTOR_VARIATION,
    },
)
RECRAFTV2_VECTOR = RECRAFTV3_VECTOR.but(
    model="recraftv2_vector",
    serves="recraft/v2-vector",
    without=_V3_ONLY,
    operations={
        "edit": RECRAFTV3_VECTOR_EDIT.but(model="recraftv2_vector", serves="recraft/v2-vector", without=_V3_ONLY),
        "variation": RECRAFTV3_VECTOR_VARIATION.but(model="recraftv2_vector", serves="recraft/v2-vector"),
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
