"""Closed models of other makers at fal: ByteDance, Recraft."""

from __future__ import annotations

from imgparams.providers.fal.shared import (
    ANY_SIDES,
    ANY_SIZE,
    BY_RATIO,
    BY_RATIO_OR_AUTO,
    FIXED_SQUARE,
    JPEG,
    LLMS,
    PICTURE,
    PICTURES,
    PROMPT,
    ROUTE,
    SAFETY,
    SCHEMAS,
    SEED,
    SIDES,
    SYNC,
    TYPES,
    URLS,
)
from imgparams.providers.fal.styles import (
    RECRAFT_STYLES,
)
from imgparams.tables import (
    Field,
    Fixed,
    Flag,
    Grid,
    Int,
    ListOf,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    Record,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Target,
    Text,
    Total,
)

# ---- ByteDance: a size word is scaled up to the model's own pixels

_SEEDREAM_PAGE = "fal's pages of the Seedream models, stored copies"
_N_ROUNDS = Param(
    "num_images",
    Field.n,
    Int(1, 6, round_down=True),
    default=1,
    note="the number of rounds; see max_images",
    source=_SEEDREAM_PAGE,
)
_N_6 = Param("num_images", Field.n, Int(1, 6, round_down=True), default=1, source=_SEEDREAM_PAGE)
_MAX_IMAGES = Native(
    "max_images", Int(1, 6), default=1, note="the maximum number of pictures per round", source=_SEEDREAM_PAGE
)
_2048 = {"image_size.width": 2048, "image_size.height": 2048}
_SUM_15 = Total(("image_urls", "max_images"), 15, "input and output pictures together are at most 15", source=TYPES)
_LAST_10 = Total(
    ("image_urls",),
    10,
    "only 10 pictures are used, the last ones of a longer list",
    effect="altered",
    source=TYPES,
)
_AUTO_2K_4K = ShapeWords(tier="image_size", tiers={"2K": "auto_2K", "4K": "auto_4K"})
_ENLARGED = "the pixels behind the words are not stated"
_SIDES_4 = Sides(*SIDES, Grid(Int(1024, 4096)))
_AREA_4 = Grid(Int(1, 14142), area=(921_600, 16_777_216), generic=True)
_SIDES_4_EDIT = Sides(*SIDES, Grid(Int(256, 4096), area=(921_600, None)))
_AREA_4_EDIT = Grid(Int(1, 14142), area=(921_600, None), generic=True)
_SIDES_4_5 = Sides(*SIDES, Grid(Int(1, 14142), area=(3_686_400, 16_777_216), generic=True))
_SIDES_5_PRO = Sides(*SIDES, Grid(Int(1, 14142), area=(1_048_576, 4_194_304), ratio=("1:16", "16:1"), generic=True))

SEEDREAM_4_5_EDIT = ROUTE.but(
    PROMPT,
    Sizes(
        (BY_RATIO, _AUTO_2K_4K, _SIDES_4_5),
        default=_2048,
        note=f"{_ENLARGED}; sides from 1920 to 4096, or an area from 2560x1440 to 4096x4096, which includes the former",
        source=TYPES,
    ),
    _N_ROUNDS,
    _MAX_IMAGES,
    SEED,
    SYNC,
    SAFETY,
    PICTURES,
    name="fal/fal-ai/bytedance/seedream/v4.5/text-to-image:edit",
    model="fal-ai/bytedance/seedream/v4.5/edit",
    serves="bytedance/seedream-4.5",
    aliases=("fal-ai/bytedance/seedream/v4.5/edit",),
    rules=(_LAST_10, _SUM_15),
)

SEEDREAM_4_5 = SEEDREAM_4_5_EDIT.but(
    name="fal/fal-ai/bytedance/seedream/v4.5/text-to-image",
    model="fal-ai/bytedance/seedream/v4.5/text-to-image",
    without=("image_urls",),
    operations={"edit": SEEDREAM_4_5_EDIT},
)

_ENHANCE_MODE = Native("enhance_prompt_mode", OneOf("standard", "fast"), default="standard")

SEEDREAM_4_EDIT = SEEDREAM_4_5_EDIT.but(
    Sizes(
        (BY_RATIO_OR_AUTO, _AUTO_2K_4K, _SIDES_4_EDIT),
        default=_2048,
        accepts=Grid(Int(1, 14142), area=(1, 921_600), generic=True),
        disputed_to=_AREA_4_EDIT,
        disputed="fal's OpenAPI files have sides of 256 to 4096, the typed client has an area of at least 921600",
        note=f"{_ENLARGED}; sizes below 921600 pixels are scaled up",
        source=TYPES,
    ),
    _ENHANCE_MODE,
    name="fal/fal-ai/bytedance/seedream/v4/text-to-image:edit",
    model="fal-ai/bytedance/seedream/v4/edit",
    serves="bytedance/seedream-4.0",
    aliases=("fal-ai/bytedance/seedream/v4/edit",),
)

SEEDREAM_4 = SEEDREAM_4_5.but(
    Sizes(
        (BY_RATIO_OR_AUTO, _AUTO_2K_4K, _SIDES_4),
        default=_2048,
        disputed_to=_AREA_4,
        disputed="fal's OpenAPI files have sides of 1024 to 4096, the typed client an area of 960x960 to 4096x4096",
        note=_ENLARGED,
        source=TYPES,
    ),
    _ENHANCE_MODE,
    model="fal-ai/bytedance/seedream/v4/text-to-image",
    serves="bytedance/seedream-4.0",
    operations={"edit": SEEDREAM_4_EDIT},
)

_LITE_SIZES = (
    BY_RATIO,
    ShapeWords(tier="image_size", tiers={"2K": "auto_2K", "3K": "auto_3K", "4K": "auto_4K"}),
    _SIDES_4_5,
)
_SCALED = f"{_ENLARGED}; other custom sizes are scaled to an area from 2560x1440 to 4096x4096"
SEEDREAM_5_LITE_EDIT = SEEDREAM_4_5_EDIT.but(
    Sizes(_LITE_SIZES, default={"image_size": "auto_2K"}, accepts=ANY_SIZE, note=_SCALED, source=TYPES),
    Param("num_images", Field.n, Int(1, round_down=True), default=1, note="the number of rounds; see max_images"),
    Native("max_images", Int(1), default=1, note="the maximum number of pictures per round"),
    name="fal/bytedance/seedream/v5/lite/text-to-image:edit",
    model="bytedance/seedream/v5/lite/edit",
    serves="bytedance/seedream-5.0-lite",
    aliases=("bytedance/seedream/v5/lite/edit", "fal-ai/bytedance/seedream/v5/lite/edit"),
    docs=LLMS,
    without=("seed",),
)
SEEDREAM_5_LITE = SEEDREAM_4_5.but(
    Sizes(
        _LITE_SIZES,
        default={"image_size": "auto_2K"},
        accepts=ANY_SIZE,
        note=_SCALED,
        disputed="the typed client of 2026-08 has 3072x3072 as the maximum",
        source="fal's page of the model, 2026",
    ),
    Native("return_byteplus_urls", Flag()),
    model="bytedance/seedream/v5/lite/text-to-image",
    serves="bytedance/seedream-5.0-lite",
    aliases=("fal-ai/bytedance/seedream/v5/lite/text-to-image",),
    docs=LLMS,
    without=("seed",),
    operations={"edit": SEEDREAM_5_LITE_EDIT},
)

SEEDREAM_5_PRO_EDIT = SEEDREAM_4_5_EDIT.but(
    Sizes(
        (BY_RATIO, ShapeWords(tier="image_size", tiers={"1K": "auto_1K", "2K": "auto_2K"}), _SIDES_5_PRO),
        default={"image_size": "auto_2K"},
        note=_ENLARGED,
        source=TYPES,
    ),
    _N_6,
    JPEG,
    name="fal/bytedance/seedream/v5/pro/text-to-image:edit",
    model="bytedance/seedream/v5/pro/edit",
    serves="bytedance/seedream-5.0-pro",
    aliases=("bytedance/seedream/v5/pro/edit",),
    without=("max_images", "seed"),
)

SEEDREAM_5_PRO = SEEDREAM_5_PRO_EDIT.but(
    name="fal/bytedance/seedream/v5/pro/text-to-image",
    model="bytedance/seedream/v5/pro/text-to-image",
    without=("image_urls",),
    operations={"edit": SEEDREAM_5_PRO_EDIT},
)

_FLASH_EDIT = "fal's page of bytedance/seedream/v5/flash/edit (llms.txt); programs of 2026-10 send the same here"
SEEDREAM_5_FLASH_EDIT = ROUTE.but(
    PROMPT,
    Sizes(
        (BY_RATIO, ShapeWords(tier="image_size", tiers={"2K": "auto_2K"}), _SIDES_5_PRO),
        default={"image_size": "auto_2K"},
        open=True,
        note=f"{_ENLARGED}; the page does not list the words, only auto_2K, its default",
    ),
    Param("num_images", Field.n, Int(1, 6, round_down=True), default=1),
    JPEG,
    SYNC,
    Native("enable_safety_checker", Flag(), default=True, note="off only for accounts that are allowed to"),
    PICTURES,
    name="fal/bytedance/seedream/v5/flash/text-to-image:edit",
    model="bytedance/seedream/v5/flash/edit",
    serves="bytedance/seedream-5.0-flash",
    aliases=("bytedance/seedream/v5/flash/edit",),
    docs=LLMS,
    checked="2026-12-01",
    rules=(Total(("image_urls",), 10, "only 10 pictures are used, the last ones of a longer list", effect="altered"),),
)
SEEDREAM_5_FLASH = SEEDREAM_5_FLASH_EDIT.but(
    Sizes(
        (BY_RATIO, ShapeWords(tier="image_size", tiers={"2K": "auto_2K"}), _SIDES_5_PRO),
        default={"image_size": "auto_2K"},
        open=True,
        note=f"{_ENLARGED}; the page does not list the words, only auto_2K, its default",
        source=_FLASH_EDIT,
    ),
    name="fal/bytedance/seedream/v5/flash/text-to-image",
    model="bytedance/seedream/v5/flash/text-to-image",
    without=("image_urls",),
    operations={"edit": SEEDREAM_5_FLASH_EDIT},
    note=_FLASH_EDIT,
)

SEEDREAM_5_5 = ROUTE.but(
    PROMPT,
    Sizes(
        (BY_RATIO, ANY_SIDES),
        open=True,
        note="the page has the tiers 1K, 1.5K and 2K; its words and limits were not seen",
    ),
    model="bytedance/seedream/v5.5/text-to-image",
    serves="bytedance/seedream-5.5",
    docs=LLMS,
    note="from a part of the page; the model may take more",
)

# ---- Recraft

_COLORS = ListOf(Record((), open=True))

_PROMPT_1000 = Param("prompt", Field.prompt, Text(min_length=1, max_length=1000), required=True, source=SCHEMAS)
RECRAFT_V3_EDIT = ROUTE.but(
    _PROMPT_1000,
    Slots("image_url", part=PICTURE, required=True, note="below 5 MB, 16 megapixels and 4096 pixels a side"),
    Param("strength", Field.strength, Num(0, 1), default=0.5, source=SCHEMAS),
    Native("style", OneOf(*RECRAFT_STYLES), default="realistic_image"),
    Native("colors", _COLORS),
    Native("style_id", Text(), nullable=True, note="the ID of a custom style"),
    Param("negative_prompt", Field.negative_prompt, Text(max_length=1000), nullable=True, source=SCHEMAS),
    SYNC,
    name="fal/fal-ai/recraft/v3/text-to-image:edit",
    model="fal-ai/recraft/v3/image-to-image",
    serves="recraft/v3",
    aliases=("fal-ai/recraft/v3/image-to-image",),
)
RECRAFT_V3 = ROUTE.but(
    _PROMPT_1000,
    FIXED_SQUARE,
    Native("style", OneOf(*RECRAFT_STYLES), default="realistic_image"),
    Native("colors", _COLORS),
    Native("style_id", Text(), nullable=True, note="the ID of a custom style"),
    Native("enable_safety_checker", Flag(), default=False),
    URLS,
    model="fal-ai/recraft/v3/text-to-image",
    serves="recraft/v3",
    aliases=("fal-ai/recraft-v3",),
    operations={"edit": RECRAFT_V3_EDIT},
)

RECRAFT_V4 = RECRAFT_V3.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=10_000), required=True, source=SCHEMAS),
    SAFETY,
    Native("background_color", Record((), open=True), nullable=True),
    model="fal-ai/recraft/v4/text-to-image",
    serves="recraft/v4",
    without=("style", "style_id"),
    operations={},
)

RECRAFT_V4_1 = RECRAFT_V4.but(
    PROMPT,
    Native("background_color", Record((), open=True)),
    model="fal-ai/recraft/v4.1/text-to-image",
    serves="recraft/v4.1",
)

_SVG = Fixed(Field.output_format, "svg")
RECRAFT_V4_PRO = RECRAFT_V4.but(model="fal-ai/recraft/v4/pro/text-to-image", serves="recraft/v4-pro")
RECRAFT_V4_VECTOR = RECRAFT_V4.but(_SVG, model="fal-ai/recraft/v4/text-to-vector", serves="recraft/v4-vector")
RECRAFT_V4_PRO_VECTOR = RECRAFT_V4.but(
    _SVG, model="fal-ai/recraft/v4/pro/text-to-vector", serves="recraft/v4-pro-vector"
)
RECRAFT_V4_1_PRO = RECRAFT_V4_1.but(model="fal-ai/recraft/v4.1/pro/text-to-image", serves="recraft/v4.1-pro")
RECRAFT_V4_1_UTILITY = RECRAFT_V4_1.but(
    model="fal-ai/recraft/v4.1/utility/text-to-image", serves="recraft/v4.1-utility"
)
RECRAFT_V4_1_UTILITY_PRO = RECRAFT_V4_1.but(
    model="fal-ai/recraft/v4.1/utility/pro/text-to-image", serves="recraft/v4.1-utility-pro"
)
RECRAFT_V4_STYLES = ROUTE.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=10_000), required=True),
    Pictures("image_urls", (Part(PICTURE, roles=("style",)),), max=10, note="pictures of the style, not to be edited"),
    Native("style_id", Text(), note="the ID of a custom style"),
    Native("style_match", OneOf("precise", "flexible")),
    Native("colors", ListOf(Record((), open=True), max=8)),
    model="recraft/v4/style/text-to-image",
    serves="recraft/v4-styles",
    note="a program's registry, checked by it against fal's live schemas, 2026-08; the model may take more",
)
RECRAFT_V4_STYLES_PRO = RECRAFT_V4_STYLES.but(
    model="recraft/v4/style/pro/text-to-image", serves="recraft/v4-styles-pro"
)
RECRAFT_V4_STYLES_VECTOR = RECRAFT_V4_STYLES.but(
    _SVG, model="recraft/v4/style/text-to-vector", serves="recraft/v4-styles-vector"
)

TARGETS: tuple[Target, ...] = (
    SEEDREAM_4_5_EDIT,
    SEEDREAM_4_5,
    SEEDREAM_4_EDIT,
    SEEDREAM_4,
    SEEDREAM_5_LITE_EDIT,
    SEEDREAM_5_LITE,
    SEEDREAM_5_PRO_EDIT,
    SEEDREAM_5_PRO,
    SEEDREAM_5_FLASH_EDIT,
    SEEDREAM_5_FLASH,
    SEEDREAM_5_5,
    RECRAFT_V3_EDIT,
    RECRAFT_V3,
    RECRAFT_V4,
    RECRAFT_V4_1,
    RECRAFT_V4_PRO,
    RECRAFT_V4_VECTOR,
    RECRAFT_V4_PRO_VECTOR,
    RECRAFT_V4_1_PRO,
    RECRAFT_V4_1_UTILITY,
    RECRAFT_V4_1_UTILITY_PRO,
    RECRAFT_V4_STYLES,
    RECRAFT_V4_STYLES_PRO,
    RECRAFT_V4_STYLES_VECTOR,
)
