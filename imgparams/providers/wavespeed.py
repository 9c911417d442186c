"""WaveSpeedAI: many makers' models, one route and one page each; the answer is a task to poll.

Sources: the vendor's page for programs of each model (models/<id>/llms.txt), and its pages in docs-api, 2026-11; its
page on the GPT Image 2.5 API; its clients (wavespeed 2.0.5 on PyPI, 0.3.2 on npm), which leave out what is null.

What the vendor does with unknown fields is not known; huggingface_hub forwards all that it is given. No model here has
a field for the number of pictures. base64 comes bare, without the head of a data URL.

A page in docs-api has two lists: of the controls of its form, where a size is a width and a height, and of the request,
where it is one text; the request counts.

Open: whether an edit needs its pictures; whether it takes data URLs, which programs send to other models here; the keys
of a reference of Krea 2; whether Nano Banana 2.1 takes a format (its page says PNG or JPEG, without a name for it).
Left out: several hundred models whose pages were not read.
"""

from __future__ import annotations

from imgparams.tables import (
    Field,
    Fixed,
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
    Words,
)

_GPT = "https://wavespeed.ai/gpt-image-2.5-api"
_BASE64 = Param(
    "enable_base64_output", Field.delivery, Words({"url": False, "base64": True}), default=False, note="bare base64"
)
_SYNC = Native("enable_sync_mode", Flag(), note="waits for the picture")
_PNG = Param("output_format", Field.output_format, OneOf("png", "jpeg"), default="png")
_SEED = Param("seed", Field.seed, Int(-1, 2147483647), unset=(-1,), note="-1 is random")
_FIFTEEN = (
    *("1:1", "1:2", "2:1", "1:3", "3:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4"),
    *("9:16", "16:9", "9:21", "21:9"),
)
_FOURTEEN = (
    *("1:1", "3:2", "2:3", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"),
    *("1:4", "4:1", "1:8", "8:1"),
)
_TIERS = {"1K": "1k", "2K": "2k", "4K": "4k"}

_ROUTE = Target(
    name="wavespeed/{model}",
    method="POST",
    path="/api/v3/{model}",
    base_url="https://api.wavespeed.ai",
    key_header="Authorization: Bearer {key}",
    docs="https://wavespeed.ai/models/{model}/llms.txt",
    checked="2026-11-29",
    rows=(
        Param("prompt", Field.prompt, Text(), required=True),
        Fixed(Field.n, 1, note="no field counts pictures"),
    ),
)

# ---- Krea

KREA_2_LARGE = _ROUTE.but(
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
    _BASE64,
    model="wavespeed-ai/krea-v2-large/text-to-image",
    serves="krea/krea-2-large",
)
KREA_2_MEDIUM = _ROUTE.but(
    RatioTier("aspect_ratio", ("1:1", "4:3", "3:4", "16:9", "9:16"), default={"aspect_ratio": "1:1"}),
    _PNG,
    _BASE64,
    model="wavespeed-ai/krea-v2-medium/text-to-image",
    serves="krea/krea-2-medium",
)

# ---- Google

NANO_BANANA_2_1 = _ROUTE.but(
    RatioTier("aspect_ratio", _FOURTEEN, "resolution", _TIERS, default={"resolution": "1k"}),
    Native("enable_web_search", Flag(), default=False),
    Native("enable_image_search", Flag()),
    model="google/nano-banana-2.1/text-to-image",
    serves="google/gemini-nano-banana-2.1",
)
NANO_BANANA_2_LITE = _ROUTE.but(
    RatioTier("aspect_ratio", _FOURTEEN, default={"aspect_ratio": "1:1"}),
    _PNG,
    _SYNC,
    model="google/nano-banana-2-lite/text-to-image",
    serves="google/gemini-3.1-flash-lite-image",
)

# ---- ByteDance, Runway, OpenAI, Alibaba

SEEDREAM_5_0_FLASH = _ROUTE.but(
    RatioTier(
        "aspect_ratio",
        _FIFTEEN,
        "resolution",
        {"1K": "1k", "1.5K": "1.5k", "2K": "2k"},
        default={"aspect_ratio": "1:1", "resolution": "1k"},
    ),
    Param("output_format", Field.output_format, OneOf("jpeg", "png"), default="jpeg"),
    _BASE64,
    model="bytedance/seedream-v5.0-flash",
    serves="bytedance/seedream-5.0-flash",
)
GEN4_IMAGE_TURBO = _ROUTE.but(
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
    _BASE64,
    model="runwayml/gen4-image-turbo",
    serves="runway/gen4_image_turbo",
)
GPT_IMAGE_2_5_FLARE_EDIT = _ROUTE.but(
    Pictures("images", (Image("url"),), max=16, note="no page says that one is required"),
    RatioTier(
        "aspect_ratio",
        _FIFTEEN,
        "resolution",
        _TIERS,
        note="the page has fifteen ratios from 1:3 to 3:1; the words are those of a program that calls it",
        source=_GPT,
        unlike_maker=_GPT,
    ),
    Param("quality", Field.quality, Quality("low", "medium", "high", "xhigh", "max"), source=_GPT),
    Param("output_format", Field.output_format, OneOf("png", "jpeg", "webp"), source=_GPT),
    _BASE64,
    name="wavespeed/openai/gpt-image-2.5-flare:edit",
    model="openai/gpt-image-2.5-flare/edit",
    serves="openai/gpt-image-2.5-flare",
)
WAN_2_7_PRO = _ROUTE.but(
    SizeText(
        "size",
        Grid(Int(512, 8192), area=(768 * 768, 4096 * 4096), ratio=("1:8", "8:1")),
        separator="*",
        default="1024*1024",
    ),
    Native("thinking_mode", Flag(), default=True),
    _SEED,
    _BASE64,
    model="alibaba/wan-2.7/text-to-image-pro",
    serves="alibaba/wan2.7-image-pro",
    docs="https://wavespeed.ai/docs/docs-api/alibaba/alibaba-wan-2.7-text-to-image-pro",
)

# ---- Bria, Zhipu

FIBO = _ROUTE.but(
    RatioTier(
        "aspect_ratio",
        ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9"),
        default={"aspect_ratio": "1:1"},
    ),
    Param("negative_prompt", Field.negative_prompt, Text()),
    Native("structured_prompt", Text()),
    _SEED,
    _SYNC,
    _BASE64,
    model="bria/fibo",
    docs="https://wavespeed.ai/docs/docs-api/bria/bria-fibo",
    note="which version of FIBO it is is not stated",
)
GLM_IMAGE = _ROUTE.but(
    SizeText("size", Grid(Int(256, 1536)), separator="*", default="1024*1024"),
    _SEED,
    Param("output_format", Field.output_format, OneOf("jpeg", "png", "webp"), default="jpeg"),
    _SYNC,
    _BASE64,
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
ENVELOPE: Target | None = None
