"""Recraft's models at OpenRouter: the families by their records; a vector model always answers with svg."""

from __future__ import annotations

from imgparams.providers.openrouter.images import IMAGES, PARTS
from imgparams.providers.openrouter.keys import IN_PART, NO_KNOBS, RASTER, RATIO, RATIO_RECRAFT, REFERENCE_1, SURVEY
from imgparams.tables import Field, Int, OneOf, Param, Pictures, Target

RECRAFT_V4_1_VECTOR = IMAGES.but(
    RATIO_RECRAFT,
    REFERENCE_1,
    Param(
        "output_format",
        Field.output_format,
        OneOf("svg"),
        default="svg",
        disputed="The API page has svg for vector models; their records declare no output_format, svg comes anyway.",
    ),
    model="recraft/recraft-v4.1-vector",
    serves="recraft/v4.1-vector",
    domains={"n": Int(1, 6, round_down=True)},
    without=("background", "seed"),
    rules=NO_KNOBS,
    note="provider.options.recraft takes style, controls, text_layout.",
)
RECRAFT_V4_1_PRO_VECTOR = RECRAFT_V4_1_VECTOR.but(
    model="recraft/recraft-v4.1-pro-vector", serves="recraft/v4.1-pro-vector"
)
RECRAFT_V4_VECTOR = RECRAFT_V4_1_VECTOR.but(model="recraft/recraft-v4-vector", serves="recraft/v4-vector")
RECRAFT_V4_PRO_VECTOR = RECRAFT_V4_1_VECTOR.but(model="recraft/recraft-v4-pro-vector", serves="recraft/v4-pro-vector")
RECRAFT_V4_1 = RECRAFT_V4_1_VECTOR.but(model="recraft/recraft-v4.1", serves="recraft/v4.1", without=("output_format",))
RECRAFT_V4_1_PRO = RECRAFT_V4_1.but(model="recraft/recraft-v4.1-pro", serves="recraft/v4.1-pro")
RECRAFT_V4_1_UTILITY = RECRAFT_V4_1.but(model="recraft/recraft-v4.1-utility", serves="recraft/v4.1-utility")
RECRAFT_V4_1_UTILITY_PRO = RECRAFT_V4_1.but(model="recraft/recraft-v4.1-utility-pro", serves="recraft/v4.1-utility-pro")
RECRAFT_V4 = RECRAFT_V4_1.but(model="recraft/recraft-v4", serves="recraft/v4")
RECRAFT_V4_PRO = RECRAFT_V4_1.but(model="recraft/recraft-v4-pro", serves="recraft/v4-pro")
RECRAFT_V3 = RECRAFT_V4_1.but(model="recraft/recraft-v3", serves="recraft/v3")
RECRAFT_V4_1_FLASH = IMAGES.but(
    RATIO,
    model="recraft/recraft-v4.1-flash",
    serves="recraft/v4.1-flash",
    domains={"output_format": RASTER},
    without=("input_references", "seed"),
    note=f"Takes text only. {IN_PART}",
)
RECRAFT_V4_STYLES = IMAGES.but(
    RATIO,
    Pictures("input_references", PARTS, min=1, max=10, required=True, unlike_maker=SURVEY, source=SURVEY),
    model="recraft/recraft-v4-styles",
    serves="recraft/v4-styles",
    domains={"output_format": RASTER},
    without=("seed",),
    note=f"{IN_PART} provider.options.recraft takes random_seed.",
)
RECRAFT_V4_STYLES_PRO = RECRAFT_V4_STYLES.but(model="recraft/recraft-v4-styles-pro", serves="recraft/v4-styles-pro")
RECRAFT_V4_STYLES_VECTOR = RECRAFT_V4_STYLES.but(
    Param("output_format", Field.output_format, OneOf("svg"), default="svg", source=SURVEY),
    model="recraft/recraft-v4-styles-vector",
    serves="recraft/v4-styles-vector",
    domains={"background": OneOf("auto", "opaque")},  # transparent needs png or webp
    note="Known in part: ratios, n, quality and output_compression are the envelope's; background without transparent, "
    "for svg is all that comes. provider.options.recraft takes random_seed.",
)
RECRAFT_V4_STYLES_PRO_VECTOR = RECRAFT_V4_STYLES_VECTOR.but(
    model="recraft/recraft-v4-styles-pro-vector", serves="recraft/v4-styles-pro-vector"
)

# fmt: off
RECRAFT: tuple[Target, ...] = (
    RECRAFT_V4_1, RECRAFT_V4_1_PRO, RECRAFT_V4_1_UTILITY, RECRAFT_V4_1_UTILITY_PRO,
    RECRAFT_V4_1_VECTOR, RECRAFT_V4_1_PRO_VECTOR, RECRAFT_V4_1_FLASH,
    RECRAFT_V4, RECRAFT_V4_PRO, RECRAFT_V4_VECTOR, RECRAFT_V4_PRO_VECTOR,
    RECRAFT_V4_STYLES, RECRAFT_V4_STYLES_PRO, RECRAFT_V4_STYLES_VECTOR, RECRAFT_V4_STYLES_PRO_VECTOR, RECRAFT_V3,
)
# fmt: on
