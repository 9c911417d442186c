"""Closed models of other makers at fal: Google, ByteDance, OpenAI, Recraft, Ideogram."""

from __future__ import annotations

from imgparams.providers.fal.shared import (
    ANY_SIDES,
    ANY_SIZE,
    API,
    BUNDLE,
    BY_RATIO,
    BY_RATIO_OR_AUTO,
    JPEG,
    LLMS,
    N_4,
    NEGATIVE,
    PICTURE,
    PICTURES,
    PNG_WEBP,
    PROMPT,
    ROUTE,
    SAFETY,
    SEED,
    SIDES,
    SYNC,
    TOLERANCE_4,
    TYPES,
    URLS,
    N,
)
from imgparams.providers.fal.styles import RECRAFT_STYLES
from imgparams.providers.ideogram.words import PALETTES, STYLE_PRESETS
from imgparams.providers.openai import FREE_SIZES, STANDARD_SIZES
from imgparams.tables import (
    PRESENT,
    AnyOf,
    AtMost,
    Count,
    Field,
    Flag,
    Grid,
    Int,
    ListOf,
    Native,
    OneOf,
    Param,
    Part,
    Pictures,
    Presets,
    Quality,
    RatioTier,
    Record,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    SizeText,
    Target,
    Text,
    Total,
)

# ---- Google

_GEMINI = ("21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16")
_GEMINI_AUTO = ("auto", *_GEMINI)
_GEMINI_WIDE = (*_GEMINI_AUTO, "4:1", "1:4", "8:1", "1:8")
_TIERS = ("1K", "2K", "4K")
_LIMIT = Native(
    "limit_generations", Flag(), default=True, note="each round makes one picture, whatever the prompt asks for"
)
_SYSTEM = Native("system_prompt", Text(), default="")
_WEB = Native("enable_web_search", Flag())
_THINKING = Native("thinking_level", OneOf("minimal", "high"))

NANO_BANANA_EDIT = ROUTE.but(
    PROMPT,
    N,
    SEED,
    RatioTier("aspect_ratio", _GEMINI_AUTO, default={"aspect_ratio": "auto"}),
    PNG_WEBP,
    TOLERANCE_4,
    SYNC,
    PICTURES,
    _LIMIT,
    name="fal/fal-ai/nano-banana:edit",
    model="fal-ai/nano-banana/edit",
    serves="google/gemini-2.5-flash-image",
    aliases=("fal-ai/nano-banana/edit", "fal-ai/gemini-25-flash-image/edit"),
)

_N_4_TEXT = Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source=BUNDLE)

NANO_BANANA = NANO_BANANA_EDIT.but(
    _N_4_TEXT,
    RatioTier("aspect_ratio", _GEMINI, default={"aspect_ratio": "1:1"}),
    name="fal/fal-ai/nano-banana",
    model="fal-ai/nano-banana",
    aliases=("fal-ai/gemini-25-flash-image",),
    without=("image_urls",),
    operations={"edit": NANO_BANANA_EDIT},
)

NANO_BANANA_PRO_EDIT = NANO_BANANA_EDIT.but(
    Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source="fal's page of the model (llms.txt)"),
    RatioTier("aspect_ratio", _GEMINI_AUTO, "resolution", _TIERS, default={"aspect_ratio": "auto", "resolution": "1K"}),
    _SYSTEM,
    _WEB,
    name="fal/fal-ai/nano-banana-pro:edit",
    model="fal-ai/nano-banana-pro/edit",
    serves="google/gemini-3-pro-image",
    aliases=("fal-ai/nano-banana-pro/edit",),
)

NANO_BANANA_PRO = NANO_BANANA_PRO_EDIT.but(
    _N_4_TEXT,
    RatioTier("aspect_ratio", _GEMINI_AUTO, "resolution", _TIERS, default={"aspect_ratio": "1:1", "resolution": "1K"}),
    name="fal/fal-ai/nano-banana-pro",
    model="fal-ai/nano-banana-pro",
    aliases=("fal-ai/gemini-3-pro-image-preview",),
    without=("image_urls",),
    operations={"edit": NANO_BANANA_PRO_EDIT},
)

_LIVE = "a program's list, checked by it against fal's live OpenAPI files, 2026-08"

NANO_BANANA_2 = NANO_BANANA_PRO.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=50_000), required=True, source=_LIVE),
    RatioTier(
        "aspect_ratio",
        _GEMINI_WIDE,
        "resolution",
        {"512": "0.5K", "1K": "1K", "2K": "2K", "4K": "4K"},
        default={"aspect_ratio": "auto", "resolution": "1K"},
    ),
    N_4,
    _THINKING,
    model="fal-ai/nano-banana-2",
    serves="google/gemini-3.1-flash-image",
    aliases=("fal-ai/gemini-3.1-flash-image-preview",),
    docs=LLMS,
    operations={},
)

NANO_BANANA_2_LITE = NANO_BANANA_2.but(
    Param("prompt", Field.prompt, Text(min_length=3, max_length=50_000), required=True, source=_LIVE),
    RatioTier("aspect_ratio", _GEMINI_WIDE, default={"aspect_ratio": "auto"}),
    N,
    model="google/nano-banana-2-lite",
    serves="google/gemini-3.1-flash-lite-image",
    aliases=(),
    docs=API,
    without=("enable_web_search",),
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
_LAST_10 = Rule(
    {"image_urls": PRESENT},
    {"image_urls": Count(max=10)},
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

SEEDREAM_5_LITE = SEEDREAM_4_5.but(
    Sizes(
        (
            BY_RATIO,
            ShapeWords(tier="image_size", tiers={"2K": "auto_2K", "3K": "auto_3K", "4K": "auto_4K"}),
            _SIDES_4_5,
        ),
        default={"image_size": "auto_2K"},
        accepts=ANY_SIZE,
        note=f"{_ENLARGED}; other custom sizes are scaled to an area from 2560x1440 to 4096x4096",
        disputed="the typed client of 2026-08 has 3072x3072 as the maximum",
        source="fal's page of the model, 2026",
    ),
    Native("return_byteplus_urls", Flag()),
    model="bytedance/seedream/v5/lite/text-to-image",
    serves="bytedance/seedream-5.0-lite",
    docs=LLMS,
    without=("seed",),
    operations={},
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

# ---- OpenAI

_MASK_NOTE = "which areas it marks is not stated"

GPT_IMAGE_1_5_EDIT = ROUTE.but(
    PROMPT,
    PICTURES,
    SizeText("image_size", STANDARD_SIZES, auto="auto", default="auto"),
    Param("background", Field.background, OneOf("auto", "transparent", "opaque"), default="auto"),
    Param("quality", Field.quality, Quality("low", "medium", "high"), default="high"),
    Native("input_fidelity", OneOf("low", "high"), default="high"),
    N,
    PNG_WEBP,
    SYNC,
    Param("mask_image_url", Field.mask, PICTURE, note=_MASK_NOTE),
    name="fal/fal-ai/gpt-image-1.5:edit",
    model="fal-ai/gpt-image-1.5/edit",
    serves="openai/gpt-image-1.5",
    aliases=("fal-ai/gpt-image-1.5/edit",),
)

GPT_IMAGE_1_5 = GPT_IMAGE_1_5_EDIT.but(
    SizeText("image_size", STANDARD_SIZES, default="1024x1024"),
    name="fal/fal-ai/gpt-image-1.5",
    model="fal-ai/gpt-image-1.5",
    without=("image_urls", "input_fidelity", "mask_image_url"),
    operations={"edit": GPT_IMAGE_1_5_EDIT},
)

# square, portrait_16_9 and landscape_16_9 have fewer pixels than the model makes, so they are read and not written
_GPT_2_PRESETS = Presets(
    "image_size", {"square_hd": "1024x1024", "portrait_4_3": "768x1024", "landscape_4_3": "1024x768"}
)
_GPT_2_WORDS = ShapeWords(
    "image_size",
    {"1:1": "square_hd", "3:4": "portrait_4_3", "4:3": "landscape_4_3", "auto": "auto"},
    more=("square", "portrait_16_9", "landscape_16_9"),
)
_GPT_2 = (_GPT_2_PRESETS, _GPT_2_WORDS, Sides(*SIDES, FREE_SIZES))
_GPT_2_NOTE = "square and the 16_9 words stand for fewer pixels than the model makes; what they return is not stated"

_GPT_2_ANY = Grid(Int(1, 3840), area=(655_360, 8_294_400), ratio=("1:3", "3:1"))
_GPT_2_16 = "OpenAI wants multiples of 16, but a program got 1920x1080 from fal (NousResearch/hermes-agent#68352)"

GPT_IMAGE_2_EDIT = GPT_IMAGE_1_5_EDIT.but(
    Sizes(
        _GPT_2,
        default={"image_size": "auto"},
        note=_GPT_2_NOTE,
        disputed_to=_GPT_2_ANY,
        disputed=_GPT_2_16,
        source=TYPES,
    ),
    Pictures("image_urls", (Part(PICTURE),), max=16, required=True),
    Param("quality", Field.quality, Quality("auto", "low", "medium", "high"), default="high"),
    Param("mask_url", Field.mask, PICTURE, note=_MASK_NOTE),
    name="fal/openai/gpt-image-2:edit",
    model="openai/gpt-image-2/edit",
    serves="openai/gpt-image-2",
    aliases=("openai/gpt-image-2/edit",),
    without=("background", "input_fidelity", "mask_image_url"),
)

GPT_IMAGE_2 = GPT_IMAGE_2_EDIT.but(
    Sizes(
        _GPT_2,
        default={"image_size": "landscape_4_3"},
        note=_GPT_2_NOTE,
        disputed_to=_GPT_2_ANY,
        disputed=_GPT_2_16,
        source=TYPES,
    ),
    name="fal/openai/gpt-image-2",
    model="openai/gpt-image-2",
    without=("image_urls", "mask_url"),
    operations={"edit": GPT_IMAGE_2_EDIT},
)

# ---- Recraft

_COLORS = ListOf(Record((), open=True))
_FIXED_PIXELS = "the pixels behind the words, and which custom sizes are kept, are not stated"
_SQUARE = Sizes((BY_RATIO, ANY_SIDES), default={"image_size": "square_hd"}, note=_FIXED_PIXELS)

RECRAFT_V3 = ROUTE.but(
    PROMPT,
    _SQUARE,
    Native("style", OneOf(*RECRAFT_STYLES), default="realistic_image"),
    Native("colors", _COLORS),
    Native("style_id", Text(), note="the ID of a custom style"),
    Native("enable_safety_checker", Flag()),
    URLS,
    model="fal-ai/recraft/v3/text-to-image",
    serves="recraft/v3",
)

RECRAFT_V4 = RECRAFT_V3.but(
    SAFETY,
    Native("background_color", Record((), open=True)),
    model="fal-ai/recraft/v4/text-to-image",
    serves="recraft/v4",
    without=("style", "style_id"),
)

RECRAFT_V4_1 = RECRAFT_V4.but(model="fal-ai/recraft/v4.1/text-to-image", serves="recraft/v4.1")

# ---- Ideogram

_SPEED = Native("rendering_speed", OneOf("TURBO", "BALANCED", "QUALITY"), default="BALANCED")

IDEOGRAM_V3 = ROUTE.but(
    Pictures("image_urls", (Part(PICTURE, roles=("style",)),), note="style pictures, at most 10 MB in total"),
    _SPEED,
    Native(
        "color_palette",
        AnyOf(
            Record({"name": OneOf(*PALETTES)}, required=("name",)),
            Record({"members": ListOf(Record((), open=True))}, required=("members",)),
        ),
        note="a preset by name, or members, not both",
    ),
    Native("style_codes", ListOf(Text(pattern=r"[0-9A-Fa-f]{8}"))),
    Native("style", OneOf("AUTO", "GENERAL", "REALISTIC", "DESIGN")),
    Native("expand_prompt", Flag(), default=True),
    Param(
        "num_images", Field.n, Int(1, 8, round_down=True), default=1, source="fal's page of the model, a stored copy"
    ),
    Param("seed", Field.seed, Int(0, 2_147_483_647), nullable=True, source=BUNDLE),
    SYNC,
    Native("style_preset", OneOf(*STYLE_PRESETS)),
    PROMPT,
    Sizes(
        (BY_RATIO, Sides(*SIDES, Grid(Int(64, 14142), generic=True), missing=1024)),
        default={"image_size": "square_hd"},
        note=_FIXED_PIXELS,
        source=BUNDLE,
    ),
    NEGATIVE,
    model="fal-ai/ideogram/v3",
    serves="ideogram/3.0",
    rules=(
        AtMost(("style_codes", "style"), 1, "style and style_codes are mutually exclusive", source=TYPES),
        AtMost(("image_urls", "style_codes"), 1, "style_codes and style pictures are mutually exclusive", source=TYPES),
    ),
)

IDEOGRAM_V4 = ROUTE.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=10_000), required=True, source=_LIVE),
    _SQUARE,
    _SPEED,
    Native("expansion_model", OneOf("None", "Medium", "Large"), default="Medium"),
    Native("acceleration", OneOf("none", "low", "regular", "high"), default="none"),
    N,
    SEED,
    SYNC,
    SAFETY,
    JPEG,
    model="ideogram/v4",
    serves="ideogram/4.0",
)

TARGETS: tuple[Target, ...] = (
    NANO_BANANA,
    NANO_BANANA_EDIT,
    NANO_BANANA_PRO,
    NANO_BANANA_PRO_EDIT,
    NANO_BANANA_2,
    NANO_BANANA_2_LITE,
    SEEDREAM_4,
    SEEDREAM_4_EDIT,
    SEEDREAM_4_5,
    SEEDREAM_4_5_EDIT,
    SEEDREAM_5_LITE,
    SEEDREAM_5_PRO,
    SEEDREAM_5_PRO_EDIT,
    GPT_IMAGE_1_5,
    GPT_IMAGE_1_5_EDIT,
    GPT_IMAGE_2,
    GPT_IMAGE_2_EDIT,
    RECRAFT_V3,
    RECRAFT_V4,
    RECRAFT_V4_1,
    IDEOGRAM_V3,
    IDEOGRAM_V4,
)
