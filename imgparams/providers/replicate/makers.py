"""Replicate's models of other makers: Google, Qwen, ByteDance, Ideogram, Recraft."""

from __future__ import annotations

from imgparams.providers.ideogram.words import SIZES_V3
from imgparams.providers.recraft.words import PIXELS_V4_PRO
from imgparams.providers.replicate.styles import IDEOGRAM_PRESETS, RECRAFT_STYLES
from imgparams.providers.replicate.words import (
    BY_CUSTOM,
    CUSTOM,
    FORMAT,
    FORMATS,
    JPG_PNG,
    ONE_IMAGE,
    PNG_QUALITY,
    PROMPT,
    QUALITY_80,
    REGISTRY,
    ROUTE,
    SCHEMAS,
    SEED,
    SIDES,
    URI,
    WEBHOOKS,
)
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Alternative,
    Alternatives,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    Json,
    ListOf,
    Native,
    Not,
    Num,
    OneOf,
    Pairs,
    Param,
    Part,
    Pictures,
    PixelText,
    RatioTier,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Target,
    Text,
    Total,
)

# ---- Google

_SAFETY = OneOf("block_low_and_above", "block_medium_and_above", "block_only_high")
_GOOGLE_RATIOS = (
    ("auto", "match_input_image"),
    *("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"),
)
_GOOGLE_SHAPE = ("input.aspect_ratio", _GOOGLE_RATIOS, "input.resolution", ("1K", "2K", "4K"))
NANO_BANANA = ROUTE.but(
    PROMPT,
    Pictures("input.image_input", (URI,), note="no maximum is stated"),
    RatioTier(
        "input.aspect_ratio",
        _GOOGLE_RATIOS,
        default={"input.aspect_ratio": "match_input_image"},
        open=True,
        note="in later versions only",
        source="a mirror of the schema; the page hides the list",
    ),
    Param("input.output_format", Field.output_format, JPG_PNG, default="jpg"),
    *WEBHOOKS,
    ONE_IMAGE,
    model="google/nano-banana",
    serves="google/gemini-2.5-flash-image",
)
NANO_BANANA_2 = NANO_BANANA.but(
    Pictures("input.image_input", (URI,), max=14),
    RatioTier(
        "input.aspect_ratio",
        (*_GOOGLE_RATIOS, "1:4", "1:8", "4:1", "8:1"),
        "input.resolution",
        ("1K", "2K", "4K"),
        default={"input.aspect_ratio": "match_input_image", "input.resolution": "1K"},
        source=SCHEMAS,
    ),
    Native("input.google_search", Flag(), default=False),
    Native("input.image_search", Flag(), default=False),
    model="google/nano-banana-2",
    serves="google/gemini-3.1-flash-image",
)
NANO_BANANA_PRO = NANO_BANANA.but(
    Pictures("input.image_input", (URI,), max=14),
    RatioTier(
        *_GOOGLE_SHAPE,
        default={"input.aspect_ratio": "match_input_image", "input.resolution": "2K"},
        source="a mirror of the schema; the page hides both lists",
    ),
    Native("input.safety_filter_level", _SAFETY, default="block_only_high"),
    Native(
        "input.allow_fallback_model",
        Flag(),
        default=False,
        note="Seedream 5 lite draws if Nano Banana Pro is at capacity; not for 4K, 4:5 and 5:4",
        source="https://replicate.com/changelog/2026-03-02-fallback-model-for-nano-banana-pro",
    ),
    model="google/nano-banana-pro",
    serves="google/gemini-3-pro-image",
)

_NO_IMAGE_SIZE = "a registry of 2026-07 has image_size, 1K by default; other copies of the page have not"
IMAGEN_4 = ROUTE.but(
    PROMPT,
    RatioTier("input.aspect_ratio", ("1:1", "9:16", "16:9", "3:4", "4:3"), default={"input.aspect_ratio": "1:1"}),
    Param("input.output_format", Field.output_format, JPG_PNG, default="jpg"),
    Native("input.safety_filter_level", _SAFETY),
    Native("input.image_size", OneOf("1K", "2K"), disputed=_NO_IMAGE_SIZE, source=REGISTRY),
    *WEBHOOKS,
    ONE_IMAGE,
    model="google/imagen-4",
    serves="google/imagen-4.0",
    rules=(
        Rule(
            {"input.prompt": PRESENT}, {"input.image_size": ABSENT}, _NO_IMAGE_SIZE, effect="disputed", source=REGISTRY
        ),
    ),
)

# ---- Qwen

_QWEN_RATIOS = ("1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3")
QWEN_IMAGE = ROUTE.but(
    PROMPT,
    RatioTier("input.aspect_ratio", _QWEN_RATIOS, default={"input.aspect_ratio": "16:9"}, source=SCHEMAS),
    Native(
        "input.image_size",
        OneOf("optimize_for_quality", "optimize_for_speed"),
        default="optimize_for_quality",
        source=SCHEMAS,
    ),
    Slots("input.image", part=URI, source=SCHEMAS),
    Param("input.strength", Field.strength, Num(0, 1), default=0.9, source=SCHEMAS),
    Param(
        "input.num_inference_steps",
        Field.steps,
        Int(1, 50),
        default=30,
        source=SCHEMAS,
        disputed="a version page has the default 50",
    ),
    Param(
        "input.guidance",
        Field.guidance,
        Num(0, 10),
        default=3,
        source=SCHEMAS,
        disputed="a version page has the default 4",
    ),
    Native("input.go_fast", Flag(), default=True),
    Native("input.enhance_prompt", Flag(), default=False, source=SCHEMAS),
    Native("input.lora_weights", Text(), source=SCHEMAS),
    Native("input.lora_scale", Num(), default=1, source=SCHEMAS),
    Native("input.extra_lora_weights", ListOf(Text()), source=SCHEMAS),
    Native("input.extra_lora_scale", ListOf(Json()), source=SCHEMAS, note="the type of its items is not certain"),
    Native("input.replicate_weights", Text(), source=SCHEMAS),
    Native("input.disable_safety_checker", Flag(), default=False, source=SCHEMAS),
    Param("input.negative_prompt", Field.negative_prompt, Text(), default=" "),
    SEED,
    FORMAT,
    QUALITY_80,
    *WEBHOOKS,
    model="qwen/qwen-image",
    serves="alibaba/qwen-image",
    rules=(PNG_QUALITY,),
)
_QWEN_2512 = "the schema of version 47c060e8, as two public programs restate it, 2026-07"
QWEN_IMAGE_2512 = ROUTE.but(
    PROMPT,
    Param("input.negative_prompt", Field.negative_prompt, Text(), default=" "),
    Slots("input.image", part=URI, note="the result takes its ratio", source=_QWEN_2512),
    Param("input.strength", Field.strength, Num(0, 1), default=0.8),
    Sizes(
        (
            ShapeWords("input.aspect_ratio", _QWEN_RATIOS, more=("custom",)),
            Sides(*SIDES, Grid(Int(256, 2048, multiple_of=16)), sets=BY_CUSTOM),
        ),
        default={"input.aspect_ratio": "16:9"},
        default_when={"input.image": ABSENT},
        open=True,
        note="the page hides the ratios; these are the ones that resellers of the model have",
        source=_QWEN_2512,
    ),
    Param("input.guidance", Field.guidance, Num(0, 10), default=4),
    Param("input.num_inference_steps", Field.steps, Int(20, 50), default=40),
    Native("input.go_fast", Flag(), default=True, source=_QWEN_2512),
    SEED,
    Param("input.output_format", Field.output_format, FORMATS, default="webp", source=_QWEN_2512),
    Param("input.output_quality", Field.output_compression, Int(0, 100), default=95, source=_QWEN_2512),
    Native("input.disable_safety_checker", Flag(), default=False, source=_QWEN_2512),
    *WEBHOOKS,
    model="qwen/qwen-image-2512",
    serves="alibaba/qwen-image-2512",
    rules=(
        PNG_QUALITY,
        CUSTOM,
        Rule(
            {"input.image": PRESENT},
            {"input.aspect_ratio": ABSENT},
            "the result takes the ratio of the image",
            effect="ignored",
            source=_QWEN_2512,
        ),
    ),
)

# ---- ByteDance

SEEDREAM_RATIOS = ("1:1", "4:3", "3:4", "16:9", "9:16", "3:2", "2:3", "21:9")
SEQUENCE = (
    Alternative({"input.sequential_image_generation": "disabled"}, means=1),
    Alternative(
        {"input.sequential_image_generation": "auto"}, "input.max_images", Int(1, 15, round_down=True), is_maximum=True
    ),
)
MAX_IMAGES_NOTE = "with auto the model decides how many, up to max_images"
SEEDREAM_DEFAULT = {"input.size": "2K", "input.aspect_ratio": "match_input_image"}
SEVERAL = (
    Rule(
        {"input.sequential_image_generation": Not(OneOf("auto"))},
        {"input.max_images": ABSENT},
        "max_images counts only where sequential_image_generation is auto",
        effect="ignored",
    ),
    Total(
        of=("input.image_input", "input.max_images"),
        max=15,
        why="input and output pictures together are at most 15",
    ),
)
SEEDREAM_4 = ROUTE.but(
    PROMPT,
    Sizes(
        (
            ShapeWords(
                "input.aspect_ratio",
                (("auto", "match_input_image"), *SEEDREAM_RATIOS),
                "input.size",
                ("1K", "2K", "4K"),
                more_tiers=("custom",),
            ),
            Sides(*SIDES, Grid(Int(1024, 4096)), sets={"input.size": "custom"}),
        ),
        default={**SEEDREAM_DEFAULT, "input.width": 2048, "input.height": 2048},
    ),
    Alternatives(
        Field.n,
        SEQUENCE,
        default={"input.sequential_image_generation": "disabled", "input.max_images": 1},
        note=MAX_IMAGES_NOTE,
    ),
    Pictures("input.image_input", (URI,), max=10),
    Native("input.enhance_prompt", Flag(), default=True),
    *WEBHOOKS,
    model="bytedance/seedream-4",
    serves="bytedance/seedream-4.0",
    rules=(
        Rule(
            {"input.size": Not(OneOf("custom"))},
            {"input.width": ABSENT, "input.height": ABSENT},
            "width and height count only where size is custom",
            effect="ignored",
        ),
        Rule(
            {"input.size": OneOf("custom")},
            {"input.aspect_ratio": ABSENT},
            "aspect_ratio does not count where size is custom",
            effect="ignored",
        ),
        *SEVERAL,
    ),
    note="there is no seed",
)
_NO_CUSTOM = "a mirror of the schema has custom, with width and height; that of 2026-04-23 has 2K and 4K only"
SEEDREAM_4_5 = SEEDREAM_4.but(
    Param("input.prompt", Field.prompt, Text(max_length=4000), required=True),
    Sizes(
        (
            ShapeWords(
                "input.aspect_ratio",
                (("auto", "match_input_image"), *SEEDREAM_RATIOS),
                "input.size",
                ("2K", "4K"),
                more_tiers=("custom",),
            ),
        ),
        default=SEEDREAM_DEFAULT,
        source=SCHEMAS,
        disputed=_NO_CUSTOM,
    ),
    Native("input.width", Int(1024, 4096), default=2048),
    Native("input.height", Int(1024, 4096), default=2048),
    Pictures("input.image_input", (URI,), max=14),
    Native("input.disable_safety_checker", Flag(), default=False),
    model="bytedance/seedream-4.5",
    serves="bytedance/seedream-4.5",
    rules=(Rule({"input.prompt": PRESENT}, {"input.size": Not(OneOf("custom"))}, _NO_CUSTOM, effect="disputed"),),
)

# ---- Ideogram

_IDEOGRAM_RATIOS = (
    *("1:3", "3:1", "1:2", "2:1", "9:16", "16:9", "10:16", "16:10"),
    *("2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "1:1"),
)
IDEOGRAM_V3_TURBO = ROUTE.but(
    PROMPT,
    Sizes(
        (
            ShapeWords("input.aspect_ratio", _IDEOGRAM_RATIOS),
            PixelText("input.resolution", Pairs(SIZES_V3)),
            ShapeWords(tier="input.resolution", more_tiers=("None",)),
        ),
        default={"input.aspect_ratio": "1:1", "input.resolution": "None"},
    ),
    Native("input.magic_prompt_option", OneOf("Auto", "On", "Off"), default="Auto"),
    Native("input.style_type", OneOf("None", "Auto", "General", "Realistic", "Design"), default="None"),
    Native("input.style_preset", OneOf(*IDEOGRAM_PRESETS), default="None", source=SCHEMAS),
    Slots("input.image", part=URI, note="the picture to inpaint, beside a mask"),
    Param("input.mask", Field.mask, Image("url", "data", edits="black")),
    Pictures("input.style_reference_images", (Part(URI, roles=("style",)),)),
    Param("input.seed", Field.seed, Int(None, 2147483647)),
    *WEBHOOKS,
    ONE_IMAGE,
    model="ideogram-ai/ideogram-v3-turbo",
    serves="ideogram/3.0",
    rules=(
        Rule({"input.mask": ABSENT}, {"input.image": ABSENT}, "image is for inpainting and needs a mask"),
        Rule({"input.image": ABSENT}, {"input.mask": ABSENT}, "a mask needs an image"),
        Rule(
            {"input.image": PRESENT},
            {"input.aspect_ratio": ABSENT, "input.resolution": ABSENT},
            "aspect_ratio and resolution do not count when inpainting",
            effect="ignored",
        ),
        Rule(
            {"input.resolution": Not(OneOf("None"))},
            {"input.aspect_ratio": ABSENT},
            "resolution overrides aspect_ratio",
            effect="ignored",
        ),
    ),
    note="the speed is in the model's name",
)
IDEOGRAM_V3_BALANCED = IDEOGRAM_V3_TURBO.but(model="ideogram-ai/ideogram-v3-balanced", serves="ideogram/3.0")
IDEOGRAM_V3_QUALITY = IDEOGRAM_V3_TURBO.but(model="ideogram-ai/ideogram-v3-quality", serves="ideogram/3.0")

# ---- Recraft

_V3_RATIOS = (
    *("1:2", "2:3", "3:4", "3:5", "4:5", "5:7", "1:1"),
    *("5:4", "4:3", "7:5", "3:2", "5:3", "16:9", "2:1", "9:16"),
)
_V3_SIZES = (
    *("1024x2048", "1024x1820", "1024x1707", "1024x1536", "1024x1434", "1024x1365", "1024x1280", "1024x1024"),
    *("1280x1024", "1365x1024", "1434x1024", "1536x1024", "1707x1024", "1820x1024", "2048x1024"),
)
RECRAFT_V3 = ROUTE.but(
    PROMPT,
    Sizes(
        (ShapeWords("input.aspect_ratio", _V3_RATIOS, more=("Not set",)), PixelText("input.size", Pairs(_V3_SIZES))),
        default={"input.aspect_ratio": "Not set", "input.size": "1024x1024"},
    ),
    Native("input.style", OneOf(*RECRAFT_STYLES), default="any", source=SCHEMAS),
    *WEBHOOKS,
    ONE_IMAGE,
    model="recraft-ai/recraft-v3",
    serves="recraft/v3",
    rules=(
        Rule(
            {"input.aspect_ratio": Not(OneOf("Not set"))},
            {"input.size": ABSENT},
            "size does not count where aspect_ratio is set",
            effect="ignored",
        ),
    ),
)
_V4_SIZES = (
    *("1024x1024", "1536x768", "768x1536", "1280x832", "832x1280", "1216x896", "896x1216"),
    *("1152x896", "896x1152", "832x1344", "1280x896", "896x1280", "1344x768", "768x1344"),
)
_V4_RATIOS = ("1:1", "2:1", "1:2", "3:2", "2:3", "4:3", "3:4", "5:4", "4:5", "16:9", "9:16")
RECRAFT_V4 = RECRAFT_V3.but(
    Param("input.prompt", Field.prompt, Text(max_length=10000), required=True),
    Sizes(
        (
            ShapeWords("input.aspect_ratio", (*_V4_RATIOS, "14:10", "10:14", "6:10"), more=("Not set",)),
            PixelText("input.size", Pairs(_V4_SIZES)),
        ),
        default={"input.aspect_ratio": "Not set", "input.size": "1024x1024"},
        source=SCHEMAS,
    ),
    model="recraft-ai/recraft-v4",
    serves="recraft/v4",
    without=("input.style",),
)
RECRAFT_V4_PRO = RECRAFT_V4.but(
    Sizes(
        (
            ShapeWords("input.aspect_ratio", _V4_RATIOS, more=("Not set",)),
            PixelText("input.size", Pairs(PIXELS_V4_PRO.values())),
        ),
        default={"input.aspect_ratio": "Not set", "input.size": "2048x2048"},
        open=True,
        note="the page hides both lists; the sizes are Recraft's own",
    ),
    model="recraft-ai/recraft-v4-pro",
    serves="recraft/v4-pro",
)

TARGETS: tuple[Target, ...] = (
    NANO_BANANA,
    NANO_BANANA_2,
    NANO_BANANA_PRO,
    IMAGEN_4,
    QWEN_IMAGE,
    QWEN_IMAGE_2512,
    SEEDREAM_4,
    SEEDREAM_4_5,
    IDEOGRAM_V3_TURBO,
    IDEOGRAM_V3_BALANCED,
    IDEOGRAM_V3_QUALITY,
    RECRAFT_V3,
    RECRAFT_V4,
    RECRAFT_V4_PRO,
)
