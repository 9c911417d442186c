"""OpenRouter's older way to make images: chat completions with `modalities` and `image_config`."""

from __future__ import annotations

from imgparams.providers.google.gemini import GEMINI_RATIOS
from imgparams.providers.openrouter.images import IMAGES
from imgparams.providers.openrouter.keys import RATIOS_FLASH, RECORD
from imgparams.tables import (
    HOLE,
    QUALITY,
    TEXT,
    Const,
    Content,
    Field,
    Fixed,
    Flag,
    Image,
    Int,
    Json,
    ListOf,
    Model,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    RatioTier,
    Record,
    Rule,
    Target,
    Text,
    TextPart,
    Words,
)

_GUIDE = "https://openrouter.ai/docs/guides/overview/multimodal/image-generation"
_ROUTING = (
    "provider.allow_fallbacks",
    "provider.order",
    "provider.only",
    "provider.ignore",
    "provider.sort",
)
_CONTENT = (
    TextPart(Field.prompt, {"type": "text", "text": TEXT}, Text(min_length=1)),
    Part(Image("url", "data"), {"type": "image_url", "image_url": {"url": HOLE}}),
)
_TIERS = {"1K": "1K", "2K": "2K", "4K": "4K"}
#: models of which a call with both modalities is known to fail
_PICTURES_ALONE = (
    *("black-forest-labs/flux.2-pro", "black-forest-labs/flux.2-flex", "black-forest-labs/flux.2-max"),
    *("black-forest-labs/flux.2-klein-4b", "bytedance-seed/seedream-4.5", "bytedance-seed/seedream-5-0-lite"),
)
_TOOL = "the list of the server tool's settings; its words are not stated for chat"

_ANY = IMAGES.but(
    only=_ROUTING,
    name="openrouter/chat/completions",
    path="/api/v1/chat/completions",
    docs=_GUIDE,
).but(
    Model("model", note="<author>/<slug>"),
    Const("messages[0].role", "user"),
    Content(
        "messages[0].content",
        _CONTENT,
        bare=Field.prompt,
        requires=(Field.prompt,),
        note="the page advises to put the text before the pictures",
        source="https://openrouter.ai/docs/guides/overview/multimodal/images",
    ),
    Native(
        "modalities",
        ListOf(OneOf("image", "text"), min=1),
        required=True,
        note='["image", "text"] for models that answer with both (Gemini, GPT-5 Image), ["image"] for models of '
        "pictures alone (FLUX, Seedream, Recraft, Riverflow); with the wrong one no endpoint is found",
    ),
    RatioTier(
        "image_config.aspect_ratio",
        GEMINI_RATIOS,
        "image_config.image_size",
        {"512": "0.5K", **_TIERS},
        open=True,
        note="the ratios are Gemini's; some models have more",
    ),
    Param(
        "image_config.quality",
        Field.quality,
        Words({"auto": "auto", "low": "low", "medium": "medium", "high": "high"}, QUALITY, open=True),
        note=_TOOL,
    ),
    Param(
        "image_config.background",
        Field.background,
        OneOf("auto", "transparent", "opaque", open=True),
        note=_TOOL,
    ),
    Param("image_config.output_format", Field.output_format, OneOf("png", "jpeg", "webp", open=True), note=_TOOL),
    Param("image_config.output_compression", Field.output_compression, Int(), note=_TOOL),
    Native("image_config.moderation", Text(), note=_TOOL),
    Param("image_config.strength", Field.strength, Num(0, 1), note="for Recraft"),
    Native("image_config.style", Text(), note="for Recraft"),
    Native("image_config.rgb_colors", ListOf(Json()), note="for Recraft"),
    Native("image_config.background_rgb_color", ListOf(Json()), note="for Recraft"),
    Native(
        "image_config.font_inputs",
        ListOf(Record({"font_url": Text(), "text": Text()}, required=("font_url", "text")), max=2),
        note="for Sourceful",
    ),
    Native("image_config.super_resolution_references", ListOf(Text(), max=4), note="for Sourceful"),
    Param("stream", Field.stream, Flag()),
    Param(
        "seed",
        Field.seed,
        Int(),
        nullable=True,
        note="a field of every chat; nothing says that models of pictures obey it",
    ),
    Native(
        "max_tokens",
        Int(),
        note="of the answer; without it a call reserves all that the model may write, and credits may not suffice",
        source="stabgan/openrouter-mcp-multimodal#8, 2026-05-03",
    ),
    Fixed(Field.n, 1, note="one answer for a call, in which Gemini may put several pictures"),
    Fixed(Field.delivery, "base64", note="data URLs"),
    note="no size in pixels and no negative prompt; whether models of pictures alone can be called here is disputed: "
    "the guide says so, LiteLLM's code says that they answer 500",
)

CHAT = _ANY.but(
    rules=(
        Rule(
            {"model": OneOf(*_PICTURES_ALONE)},
            {"modalities": ListOf(OneOf("image"), min=1)},
            "this model returns images alone: No endpoints found that support the requested output modalities",
            source="openclaw/openclaw#120530, 2026-08-08; HKUDS/DeepTutor#1348, 2026-09-10; anomalyco/models.dev#960, "
            "2026-02-18; Pasta-Devs/Marinara-Engine#4225, 2026-07-28",
        ),
    ),
)

_BOTH = Const("modalities", ("image", "text"), also_legal=(("text", "image"),))
_BOTH_OR_IMAGE = Const("modalities", ("image", "text"), also_legal=(("text", "image"), ("image",)))
_IMAGE_ALONE = Rule(
    {"modalities": ListOf(OneOf("image"))},
    {"modalities": ListOf(OneOf("image", "text"), min=2)},
    'the guide asks for both of Gemini; a program sends ["image"] to Gemini models, shown for 3.1 Flash Lite only',
    effect="disputed",
    source="KeithCu/writeragent#762, 2026-09-14",
)
_RECRAFT_AND_SOURCEFUL = (
    "image_config.strength",
    "image_config.style",
    "image_config.rgb_colors",
    "image_config.background_rgb_color",
    "image_config.font_inputs",
    "image_config.super_resolution_references",
)
GEMINI_3_1_FLASH_LITE_IMAGE = _ANY.but(
    _BOTH_OR_IMAGE,
    RatioTier(
        "image_config.aspect_ratio", RATIOS_FLASH, "image_config.image_size", {"1K": "1K"}, source=f"{RECORD} of images"
    ),
    name="openrouter/chat/google/gemini-3.1-flash-lite-image",
    model="google/gemini-3.1-flash-lite-image",
    serves="google/gemini-3.1-flash-lite-image",
    without=_RECRAFT_AND_SOURCEFUL,
    note='["image"] was sent, and a picture came (KeithCu/writeragent#762, 2026-09-14)',
)
GEMINI_3_PRO_IMAGE = _ANY.but(
    _BOTH_OR_IMAGE,
    RatioTier("image_config.aspect_ratio", GEMINI_RATIOS, "image_config.image_size", _TIERS),
    name="openrouter/chat/google/gemini-3-pro-image",
    model="google/gemini-3-pro-image",
    serves="google/gemini-3-pro-image",
    aliases=("google/gemini-3-pro-image-preview",),
    without=_RECRAFT_AND_SOURCEFUL,
    rules=(_IMAGE_ALONE,),
    note="image_size was not honoured for the preview until April 2026 (OpenRouterTeam/ai-sdk-provider#269)",
)
GEMINI_3_1_FLASH_IMAGE = GEMINI_3_PRO_IMAGE.but(
    RatioTier("image_config.aspect_ratio", RATIOS_FLASH, "image_config.image_size", {"512": "0.5K", **_TIERS}),
    name="openrouter/chat/google/gemini-3.1-flash-image",
    model="google/gemini-3.1-flash-image",
    serves="google/gemini-3.1-flash-image",
    aliases=("google/gemini-3.1-flash-image-preview",),
    note="",
)
GEMINI_2_5_FLASH_IMAGE = GEMINI_3_PRO_IMAGE.but(
    RatioTier("image_config.aspect_ratio", GEMINI_RATIOS),
    name="openrouter/chat/google/gemini-2.5-flash-image",
    model="google/gemini-2.5-flash-image",
    serves="google/gemini-2.5-flash-image",
    without=("image_config.image_size",),
    status="deprecated",
    retired="2027-03-15",
    note="",
)
GPT_5_IMAGE = _ANY.but(
    _BOTH,
    name="openrouter/chat/openai/gpt-5-image",
    model="openai/gpt-5-image",
    without=_RECRAFT_AND_SOURCEFUL,
    note="",
)
GPT_5_IMAGE_MINI = GPT_5_IMAGE.but(name="openrouter/chat/openai/gpt-5-image-mini", model="openai/gpt-5-image-mini")

TARGETS: tuple[Target, ...] = (
    CHAT,
    GEMINI_3_PRO_IMAGE,
    GEMINI_3_1_FLASH_IMAGE,
    GEMINI_3_1_FLASH_LITE_IMAGE,
    GEMINI_2_5_FLASH_IMAGE,
    GPT_5_IMAGE,
    GPT_5_IMAGE_MINI,
)
