"""OpenRouter's older way to make images: chat completions with `modalities` and `image_config`."""

from __future__ import annotations

from imgparams.providers.google.gemini import GEMINI_RATIOS
from imgparams.providers.openrouter.images import IMAGES
from imgparams.providers.openrouter.keys import RATIOS_FLASH
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
_TOOL = "the list of the server tool's settings; its words are not stated for chat"

CHAT = IMAGES.but(
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
    Fixed(Field.n, 1, note="one answer for a call, in which Gemini may put several pictures"),
    Fixed(Field.delivery, "base64", note="data URLs"),
    note="no size in pixels and no negative prompt; whether models of pictures alone can be called here is disputed: "
    "the guide says so, LiteLLM's code says that they answer 500",
)

_BOTH = Const("modalities", ("image", "text"), also_legal=(("text", "image"),))
_RECRAFT_AND_SOURCEFUL = (
    "image_config.strength",
    "image_config.style",
    "image_config.rgb_colors",
    "image_config.background_rgb_color",
    "image_config.font_inputs",
    "image_config.super_resolution_references",
)
GEMINI_3_PRO_IMAGE = CHAT.but(
    _BOTH,
    RatioTier("image_config.aspect_ratio", GEMINI_RATIOS, "image_config.image_size", _TIERS),
    name="openrouter/chat/google/gemini-3-pro-image",
    model="google/gemini-3-pro-image",
    serves="google/gemini-3-pro-image",
    without=_RECRAFT_AND_SOURCEFUL,
    note="image_size was not honoured for the preview until April 2026 (OpenRouterTeam/ai-sdk-provider#269)",
)
GEMINI_3_1_FLASH_IMAGE = GEMINI_3_PRO_IMAGE.but(
    RatioTier("image_config.aspect_ratio", RATIOS_FLASH, "image_config.image_size", {"512": "0.5K", **_TIERS}),
    name="openrouter/chat/google/gemini-3.1-flash-image",
    model="google/gemini-3.1-flash-image",
    serves="google/gemini-3.1-flash-image",
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
GPT_5_IMAGE = CHAT.but(
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
    GEMINI_2_5_FLASH_IMAGE,
    GPT_5_IMAGE,
    GPT_5_IMAGE_MINI,
)
