"""WaveSpeedAI's models whose pages state their fields."""

from __future__ import annotations

from imgparams.providers.wavespeed.shared import (
    BASE64,
    FIFTEEN,
    FOURTEEN,
    PNG,
    ROUTE,
    SEED,
    SYNC,
    TIERS,
)
from imgparams.tables import (
    Field,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Native,
    OneOf,
    Param,
    Pictures,
    Quality,
    RatioTier,
    Record,
    SizeText,
    Target,
    Text,
)

GPT = "https://wavespeed.ai/gpt-image-2.5-api"

# ---- Krea

KREA_2_LARGE = ROUTE.but(
    Param(
        "prompt",
        Field.prompt,
        Text(min_length=1, max_length=5000),
        required=True,
        source="https://wavespeed.ai/docs/docs-api/wavespeed-ai/krea-v2-large-text-to-image",
    ),
    RatioTier(
        "aspect_ratio",
        ("1:1", "4:3", "3:2", "16:9", "2.35:1", "4:5", "2:3", "9:16"),
        default={"aspect_ratio": "1:1"},
    ),
    Native("creativity", OneOf("raw", "low", "medium", "high"), default="medium"),
    Native(
        "reference",
        ListOf(Record({}, open=True), max=10),
        note="pictures of a style, each with a strength; the keys are not in the sources",
    ),
    BASE64,
    model="wavespeed-ai/krea-v2-large/text-to-image",
    serves="krea/krea-2-large",
)
KREA_2_MEDIUM = ROUTE.but(
    RatioTier("aspect_ratio", ("1:1", "4:3", "3:4", "16:9", "9:16"), default={"aspect_ratio": "1:1"}),
    PNG,
    BASE64,
    model="wavespeed-ai/krea-v2-medium/text-to-image",
    serves="krea/krea-2-medium",
)

# ---- Google

NANO_BANANA_2_1 = ROUTE.but(
    RatioTier("aspect_ratio", FOURTEEN, "resolution", TIERS, default={"resolution": "1k"}),
    Native("enable_web_search", Flag(), default=False),
    Native("enable_image_search", Flag()),
    model="google/nano-banana-2.1/text-to-image",
    serves="google/gemini-nano-banana-2.1",
    unknown="unsaid",
)
NANO_BANANA_2_LITE = ROUTE.but(
    RatioTier("aspect_ratio", FOURTEEN, default={"aspect_ratio": "1:1"}),
    PNG,
    SYNC,
    model="google/nano-banana-2-lite/text-to-image",
    serves="google/gemini-3.1-flash-lite-image",
)

# ---- ByteDance, Runway, OpenAI, Alibaba

SEEDREAM_5_0_FLASH = ROUTE.but(
    RatioTier(
        "aspect_ratio",
        FIFTEEN,
        "resolution",
        {"1K": "1k", "1.5K": "1.5k", "2K": "2k"},
        default={"aspect_ratio": "1:1", "resolution": "1k"},
    ),
    Param("output_format", Field.output_format, OneOf("jpeg", "png"), default="jpeg"),
    BASE64,
    model="bytedance/seedream-v5.0-flash",
    serves="bytedance/seedream-5.0-flash",
)
GEN4_IMAGE_TURBO = ROUTE.but(
    RatioTier("aspect_ratio", ("1:1", "16:9", "9:16", "4:3", "3:4"), default={"aspect_ratio": "4:3"}),
    Native("resolution", OneOf("1080p", "720p"), default="1080p"),
    Pictures("reference_images", (Image("url"),), min=1, max=3, note="for the style, by its page; none is required"),
    Param(
        "seed",
        Field.seed,
        Int(-1, 2147483647),
        unset=(-1,),
        note="that -1 is random is said of others",
        source="https://wavespeed.ai/docs/docs-api/runwayml/runwayml-gen4-image-turbo",
    ),
    BASE64,
    model="runwayml/gen4-image-turbo",
    serves="runway/gen4_image_turbo",
)
GPT_IMAGE_2_5_FLARE_EDIT = ROUTE.but(
    Pictures("images", (Image("url"),), max=16, note="no page says that one is required"),
    RatioTier(
        "aspect_ratio",
        FIFTEEN,
        "resolution",
        TIERS,
        note="the page has fifteen ratios from 1:3 to 3:1; the words are those of a program that calls it",
        source=GPT,
        unlike_maker=GPT,
    ),
    Param("quality", Field.quality, Quality("low", "medium", "high", "xhigh", "max"), source=GPT),
    Param("output_format", Field.output_format, OneOf("png", "jpeg", "webp"), source=GPT),
    BASE64,
    name="wavespeed/openai/gpt-image-2.5-flare:edit",
    model="openai/gpt-image-2.5-flare/edit",
    serves="openai/gpt-image-2.5-flare",
)
WAN_2_7_PRO = ROUTE.but(
    SizeText(
        "size",
        Grid(Int(512, 8192), area=(768 * 768, 4096 * 4096), ratio=("1:8", "8:1")),
        separator="*",
        default="1024*1024",
    ),
    Native("thinking_mode", Flag(), default=True),
    SEED,
    BASE64,
    model="alibaba/wan-2.7/text-to-image-pro",
    serves="alibaba/wan2.7-image-pro",
    docs="https://wavespeed.ai/docs/docs-api/alibaba/alibaba-wan-2.7-text-to-image-pro",
)

# ---- Bria, Zhipu

FIBO = ROUTE.but(
    RatioTier(
        "aspect_ratio",
        ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9"),
        default={"aspect_ratio": "1:1"},
    ),
    Param("negative_prompt", Field.negative_prompt, Text()),
    Native("structured_prompt", Text()),
    SEED,
    SYNC,
    BASE64,
    model="bria/fibo",
    docs="https://wavespeed.ai/docs/docs-api/bria/bria-fibo",
    note="which version of FIBO it is is not stated",
)
GLM_IMAGE = ROUTE.but(
    SizeText("size", Grid(Int(256, 1536)), separator="*", default="1024*1024"),
    SEED,
    Param("output_format", Field.output_format, OneOf("jpeg", "png", "webp"), default="jpeg"),
    SYNC,
    BASE64,
    model="z-ai/glm-image/text-to-image",
    serves="zhipu/glm-image",
    docs="https://wavespeed.ai/docs/docs-api/z-ai/z-ai-glm-image-text-to-image",
)

TARGETS: tuple[Target, ...] = (
    KREA_2_LARGE,
    KREA_2_MEDIUM,
    NANO_BANANA_2_1,
    NANO_BANANA_2_LITE,
    SEEDREAM_5_0_FLASH,
    GEN4_IMAGE_TURBO,
    GPT_IMAGE_2_5_FLARE_EDIT,
    WAN_2_7_PRO,
    FIBO,
    GLM_IMAGE,
)
