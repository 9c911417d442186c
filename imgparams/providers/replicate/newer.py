"""Newer models of other makers at Replicate, and more of those in `makers`."""

from __future__ import annotations

from imgparams.providers.replicate.makers import (
    IMAGEN_4,
    MAX_IMAGES_NOTE,
    RECRAFT_V3,
    SEEDREAM_DEFAULT,
    SEEDREAM_RATIOS,
    SEQUENCE,
    SEVERAL,
)
from imgparams.providers.replicate.styles import RECRAFT_20B_STYLES
from imgparams.providers.replicate.words import (
    FORMAT,
    FORMATS,
    MANIFEST,
    PNG_QUALITY,
    PROMPT,
    QUALITY_80,
    ROUTE,
    SCHEMAS,
    SCHEMAS_10,
    SEED,
    SEED_OR_NULL,
    SIDES,
    STORED,
    URI,
    WEBHOOKS,
)
from imgparams.tables import (
    ABSENT,
    OFF,
    PRESENT,
    Alternatives,
    Between,
    Field,
    Fixed,
    Flag,
    Grid,
    Int,
    Native,
    Needs,
    Not,
    Num,
    OneOf,
    Pairs,
    Param,
    Pictures,
    PixelText,
    Quality,
    RatioTier,
    Rule,
    ShapeWords,
    Sizes,
    Slots,
    Target,
    Text,
    WidthHeight,
    Words,
)

# ---- ByteDance

SEEDREAM_5_LITE = ROUTE.but(
    PROMPT,
    RatioTier(
        "input.aspect_ratio",
        (("auto", "match_input_image"), *SEEDREAM_RATIOS),
        "input.size",
        ("2K", "3K"),
        default=SEEDREAM_DEFAULT,
    ),
    Alternatives(
        Field.n,
        SEQUENCE,
        default={"input.sequential_image_generation": "disabled", "input.max_images": 1},
        note=MAX_IMAGES_NOTE,
    ),
    Pictures("input.image_input", (URI,), max=14),
    Param("input.output_format", Field.output_format, OneOf("png", "jpeg"), default="png"),
    *WEBHOOKS,
    model="bytedance/seedream-5-lite",
    serves="bytedance/seedream-5.0-lite",
    rules=SEVERAL,
    note="there is no seed",
)
SEEDREAM_5_PRO = ROUTE.but(
    Param("input.prompt", Field.prompt, Text(max_length=4000)),
    Sizes(
        (
            ShapeWords(
                "input.aspect_ratio",
                (("auto", "match_input_image"), *SEEDREAM_RATIOS),
                "input.size",
                ("1K", "2K"),
                more_tiers=("1.5K", "auto"),
            ),
        ),
        default=SEEDREAM_DEFAULT,
        source=f"{MANIFEST}; 1.5K and auto: two programs written from version 91daad99, 2026-09",
    ),
    Fixed(Field.n, 1, source="the page of version 483a47c4"),
    Pictures("input.image_input", (URI,), max=10),
    Param(
        "input.output_format",
        Field.output_format,
        OneOf("png", "jpeg"),
        default="png",
        source=MANIFEST,
    ),
    Native(
        "input.layer_decomposition",
        Flag(),
        default=False,
        note="splits the one input picture into layers",
        source="two programs written from version 91daad99, 2026-09",
    ),
    *WEBHOOKS,
    model="bytedance/seedream-5-pro",
    serves="bytedance/seedream-5.0-pro",
    rules=(
        Between(
            ("input.prompt", "input.layer_decomposition"),
            1,
            2,
            why="the prompt is required, except for layer_decomposition",
        ),
        Rule(
            {"input.layer_decomposition": OFF},
            {"input.size": Not(OneOf("1.5K", "auto"))},
            "the schema lists 1.5K and auto, and its text has only 1K and 2K without layer_decomposition",
            effect="disputed",
        ),
    ),
    note="there is no seed",
)
SEEDEDIT_3 = ROUTE.but(
    PROMPT,
    Slots("input.image", part=URI, required=True),
    Param("input.guidance_scale", Field.guidance, Num(1, 10), default=5.5),
    SEED_OR_NULL,
    *WEBHOOKS,
    model="bytedance/seededit-3.0",
    serves="bytedance/seededit-3.0",
)

# ---- Google

IMAGEN_4_FAST = IMAGEN_4.but(
    Native(
        "input.safety_filter_level",
        OneOf("block_low_and_above", "block_medium_and_above", "block_only_high"),
        default="block_only_high",
    ),
    model="google/imagen-4-fast",
    without=("input.image_size",),
    serves="google/imagen-4.0-fast",
)
IMAGEN_3 = IMAGEN_4_FAST.but(model="google/imagen-3", serves="", note="which build of Imagen 3 this is isn't stated")

# ---- Alibaba

_WAN_4K = ("4096*4096", "4096*2304", "2304*4096", "4096*3072", "3072*4096")
_WAN_SIZES = (
    *("1024x1024", "2048x2048", "1280x720", "720x1280", "2048x1152", "1152x2048"),
    *("1024x768", "768x1024", "2048x1536", "1536x2048"),
)
_WAN_DISPUTED = "the schema lists sizes, and a program sends any W*H"
#: what Alibaba's own wan2.7-image takes
_WAN_ANY = Grid(area=(768 * 768, 2048 * 2048), ratio=("1:8", "8:1"))
_SEED_31 = Param("input.seed", Field.seed, Int(0, 2147483647), source=MANIFEST)
WAN_2_7_IMAGE = ROUTE.but(
    PROMPT,
    Sizes(
        (ShapeWords(tier="input.size", tiers=("1K", "2K")), PixelText("input.size", Pairs(_WAN_SIZES), separator="*")),
        default={"input.size": "2K"},
        disputed_to=_WAN_ANY,
        disputed=_WAN_DISPUTED,
        note="1K and 2K take the shape of the pictures",
        source=MANIFEST,
    ),
    Pictures("input.images", (URI,), max=9),
    Param(
        "input.num_outputs",
        Field.n,
        Int(1, 4, round_down=True),
        default=1,
        disputed_to=Int(1, 12),
        disputed="the description of the field has up to 12 in the mode of image sets",
    ),
    Native("input.thinking_mode", Flag(), default=True),
    Native("input.image_set_mode", Flag(), default=False),
    _SEED_31,
    *WEBHOOKS,
    model="wan-video/wan-2.7-image",
    serves="alibaba/wan2.7-image",
    rules=(
        Rule(
            {"input.image_set_mode": OFF}, {"input.num_outputs": Int(max=4)}, "at most 4 outside the mode of image sets"
        ),
        Rule(
            ({"input.images": PRESENT}, {"input.image_set_mode": Not(OFF)}),
            {"input.thinking_mode": ABSENT},
            "thinking_mode is only for one text without pictures",
            effect="ignored",
        ),
    ),
)
WAN_2_7_IMAGE_PRO = WAN_2_7_IMAGE.but(
    Sizes(
        (
            ShapeWords(tier="input.size", tiers=("1K", "2K", "4K")),
            PixelText(
                "input.size",
                Pairs((*_WAN_SIZES, "4096x4096", "4096x2304", "2304x4096", "4096x3072", "3072x4096")),
                separator="*",
            ),
        ),
        default={"input.size": "2K"},
        disputed_to=Grid(area=(768 * 768, 4096 * 4096), ratio=("1:8", "8:1")),
        disputed=_WAN_DISPUTED,
        note="1K, 2K and 4K take the shape of the pictures",
    ),
    model="wan-video/wan-2.7-image-pro",
    serves="alibaba/wan2.7-image-pro",
    rules=(
        Rule(
            {"input.images": PRESENT},
            {"input.size": Not(OneOf("4K", *_WAN_4K))},
            "4K is only for a text without images",
        ),
    ),
)
QWEN_IMAGE_EDIT = ROUTE.but(
    PROMPT,
    Slots("input.image", part=URI, required=True, note="jpeg, png, gif or webp", source=STORED),
    RatioTier(
        "input.aspect_ratio",
        (("auto", "match_input_image"), "1:1", "16:9", "9:16", "4:3", "3:4"),
        default={"input.aspect_ratio": "match_input_image"},
        unlike_maker="the schema of the model, which Alibaba serves without a size",
        source=STORED,
    ),
    SEED_OR_NULL,
    Native("input.go_fast", Flag(), default=True),
    FORMAT,
    Param(
        "input.output_quality",
        Field.output_compression,
        Int(0, 100),
        default=95,
        source=f"{STORED}; 80 in {SCHEMAS}",
    ),
    Native("input.disable_safety_checker", Flag(), default=False),
    *WEBHOOKS,
    model="qwen/qwen-image-edit",
    serves="alibaba/qwen-image-edit",
    rules=(
        PNG_QUALITY,
        Rule(
            {"input.prompt": PRESENT},
            {"input.aspect_ratio": ABSENT},
            "one copy of the schema of version a072e0d1 has aspect_ratio, another has not",
            effect="disputed",
            source=f"{STORED}; {SCHEMAS}",
        ),
    ),
)
QWEN_IMAGE_2_PRO = ROUTE.but(
    PROMPT,
    RatioTier(
        "input.aspect_ratio",
        ("1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3", "2:1", "1:2"),
        default={"input.aspect_ratio": "1:1"},
    ),
    Slots("input.image", part=URI),
    Native("input.match_input_image", Flag(), default=False),
    Param("input.negative_prompt", Field.negative_prompt, Text()),
    _SEED_31,
    Native("input.enable_prompt_expansion", Flag(), default=True),
    *WEBHOOKS,
    model="qwen/qwen-image-2-pro",
    serves="alibaba/qwen-image-2.0-pro",
    rules=(
        Needs("input.match_input_image", "input.image", "match_input_image needs an image", effect="ignored"),
        Rule(
            {"input.match_input_image": OneOf(True), "input.image": PRESENT},
            {"input.aspect_ratio": ABSENT},
            "with match_input_image the ratio and the resolution are those of the image",
            effect="ignored",
        ),
    ),
)
Z_IMAGE_TURBO = ROUTE.but(
    PROMPT,
    WidthHeight(*SIDES, each=Int(64, 2048), default=(1024, 1024), note="an older version has at most 1440"),
    Param("input.num_inference_steps", Field.steps, Int(1, 50), default=8),
    Param("input.guidance_scale", Field.guidance, Num(0, 20), default=0, note="0 for this model"),
    SEED,
    Param(
        "input.num_outputs",
        Field.n,
        Int(1, 1),
        default=1,
        disputed_to=Int(1, 4),
        disputed="the schema has 1 to 4, and only 1 works",
    ),
    Param("input.output_format", Field.output_format, FORMATS, default="jpg", source=MANIFEST),
    QUALITY_80,
    Native("input.go_fast", Flag(), default=False, note="without effect on the page of version e61b4c42"),
    Native("input.negative_prompt", Text()),
    Native("input.safety_tolerance", Int(1, 6), default=2),
    Native("input.model_version", Text()),
    *WEBHOOKS,
    model="prunaai/z-image-turbo",
    rules=(
        PNG_QUALITY,
        Rule(
            {"input.prompt": PRESENT},
            {"input.negative_prompt": ABSENT, "input.safety_tolerance": ABSENT, "input.model_version": ABSENT},
            "kept for compatibility, without effect",
            effect="ignored",
            source="the page of version e61b4c42",
        ),
    ),
    note="a build made faster by Pruna",
)

# ---- Recraft

RECRAFT_V3_SVG = RECRAFT_V3.but(
    Native("input.style", OneOf("any", "engraving", "line_art", "line_circuit", "linocut"), default="any"),
    Fixed(Field.output_format, "svg"),
    model="recraft-ai/recraft-v3-svg",
    serves="recraft/v3-vector",
)
RECRAFT_20B = RECRAFT_V3.but(
    Native("input.style", OneOf(*RECRAFT_20B_STYLES), default="realistic_image"),
    model="recraft-ai/recraft-20b",
    serves="",
    note="taken for Recraft V2 by many; the schema does not say so",
)

# ---- OpenAI

_GPT_2_SIZES = (
    *("1024x1024", "1536x1024", "1024x1536", "1536x1152", "1152x1536"),
    *("2048x2048", "2048x1152", "1152x2048", "3840x2160", "2160x3840"),
)
_AUTO = "the page hides the list; these are OpenAI's words"
GPT_IMAGE_1_5 = ROUTE.but(
    PROMPT,
    RatioTier("input.aspect_ratio", ("1:1", "3:2", "2:3"), default={"input.aspect_ratio": "1:1"}),
    Param("input.number_of_images", Field.n, Int(1, 10, round_down=True), default=1),
    Param("input.quality", Field.quality, Quality("low", "medium", "high", "auto"), default="auto"),
    Param("input.background", Field.background, OneOf("auto", "transparent", "opaque"), default="auto"),
    Param("input.output_format", Field.output_format, OneOf("png", "jpeg", "webp"), default="webp"),
    Param("input.output_compression", Field.output_compression, Int(0, 100), default=90),
    Pictures("input.input_images", (URI,), note="no maximum is stated"),
    Native("input.input_fidelity", OneOf("low", "high"), default="low"),
    Native("input.moderation", OneOf("auto", "low"), default="auto"),
    Param("input.user_id", Field.user, Text()),
    Native("input.openai_api_key", Text()),
    *WEBHOOKS,
    model="openai/gpt-image-1.5",
    serves="openai/gpt-image-1.5",
)
GPT_IMAGE_2 = GPT_IMAGE_1_5.but(
    Sizes(
        (
            ShapeWords(
                "input.aspect_ratio",
                ("1:1", "3:2", "2:3", "4:3", "3:4", "16:9", "9:16", "auto"),
            ),
            PixelText("input.aspect_ratio", Pairs(_GPT_2_SIZES)),
        ),
        default={"input.aspect_ratio": "1:1"},
        note="a ratio or one of ten sizes, in one field",
        unlike_maker="the schema of the model",
    ),
    model="openai/gpt-image-2",
    serves="openai/gpt-image-2",
    checked="2026-12-01",
    without=("input.input_fidelity",),
    note=f"from {SCHEMAS_10}",
)
GPT_IMAGE_2_5_FLARE = GPT_IMAGE_2.but(
    Param("input.quality", Field.quality, Quality("low", "medium", "high", "xhigh", "max", "auto"), default="auto"),
    model="openai/gpt-image-2.5-flare",
    serves="openai/gpt-image-2.5-flare",
)
GPT_IMAGE_2_5_SUNBURST = GPT_IMAGE_2_5_FLARE.but(
    model="openai/gpt-image-2.5-sunburst", serves="openai/gpt-image-2.5-sunburst"
)
GPT_IMAGE_2_6_SUNBURST = GPT_IMAGE_1_5.but(
    RatioTier(
        "input.aspect_ratio",
        ("1:1", "3:2", "2:3"),
        default={"input.aspect_ratio": "1:1"},
        open=True,
        note="the page hides the list; these are those of gpt-image-1.5",
    ),
    Param(
        "input.quality",
        Field.quality,
        Words({"low": "low", "medium": "medium", "high": "high", "auto": "auto"}, open=True),
        default="auto",
        note=_AUTO,
    ),
    Param(
        "input.background",
        Field.background,
        OneOf("auto", "transparent", "opaque", open=True),
        default="auto",
        note=_AUTO,
    ),
    Param(
        "input.output_format",
        Field.output_format,
        OneOf("png", "jpeg", "webp", "gif", open=True),
        default="webp",
        note=_AUTO,
    ),
    Native("input.complexity", OneOf("low", "medium", "high", open=True), default="high", note=_AUTO),
    Native("input.frame_count", Int(2, 16), default=9),
    model="openai/gpt-image-2.6-sunburst",
    serves="openai/gpt-image-2.6-sunburst",
    without=("input.input_fidelity", "input.moderation", "input.user_id"),
    rules=(
        Rule(
            {"input.input_images": PRESENT},
            {"input.output_format": Not(OneOf("gif"))},
            "a GIF works only for generation, not with input_images",
        ),
        Rule(
            {"input.output_format": Not(OneOf("gif"))},
            {"input.frame_count": ABSENT},
            "frame_count is ignored for other formats than gif",
            effect="ignored",
        ),
    ),
)
GPT_IMAGE_2_6_FLARE = GPT_IMAGE_2_6_SUNBURST.but(
    model="openai/gpt-image-2.6-flare", serves="openai/gpt-image-2.6-flare"
)

TARGETS: tuple[Target, ...] = (
    SEEDREAM_5_LITE,
    SEEDREAM_5_PRO,
    SEEDEDIT_3,
    IMAGEN_4_FAST,
    IMAGEN_3,
    WAN_2_7_IMAGE_PRO,
    WAN_2_7_IMAGE,
    QWEN_IMAGE_EDIT,
    QWEN_IMAGE_2_PRO,
    Z_IMAGE_TURBO,
    RECRAFT_V3_SVG,
    RECRAFT_20B,
    GPT_IMAGE_1_5,
    GPT_IMAGE_2,
    GPT_IMAGE_2_5_FLARE,
    GPT_IMAGE_2_5_SUNBURST,
    GPT_IMAGE_2_6_SUNBURST,
    GPT_IMAGE_2_6_FLARE,
)
