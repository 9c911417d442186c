"""Gemini's image models by the Interactions API."""

from __future__ import annotations

from imgparams.providers.google.gemini import ADDRESS, CHECKED, GEMINI_3_1_RATIOS, ONE
from imgparams.providers.google.settings import HOST, KEY, OBJECT, SDK
from imgparams.tables import (
    HOLE,
    TEXT,
    TYPE,
    Const,
    Content,
    Field,
    Flag,
    Image,
    Int,
    ListOf,
    Model,
    Native,
    OneOf,
    Param,
    Part,
    RatioTier,
    Target,
    Text,
    TextPart,
    Words,
)

INTERACTIONS = Target(
    name="google/interactions",
    method="POST",
    path="/v1beta/interactions",
    base_url=HOST,
    key_header=KEY,
    docs="https://ai.google.dev/gemini-api/docs/interactions/image-generation",
    checked=CHECKED,
    rows=(
        Model("model"),
        Content(
            "input",
            (
                TextPart(Field.prompt, {"type": "text", "text": TEXT}, Text(min_length=1)),
                Part(Image("base64"), {"type": "image", "mime_type": TYPE, "data": HOLE}),
                Part(ADDRESS, {"type": "image", "mime_type": TYPE, "uri": HOLE}),
            ),
            requires=(Field.prompt,),
            bare=Field.prompt,
            source=SDK,
        ),
        Const("response_format.type", "image", source=SDK),
        RatioTier(
            "response_format.aspect_ratio",
            GEMINI_3_1_RATIOS,
            "response_format.image_size",
            ("512", "1K", "2K", "4K"),
            note="the SDK's lists; the model decides which of them it takes",
            source=SDK,
        ),
        Param(
            "response_format.mime_type",
            Field.output_format,
            Words({"jpeg": "image/jpeg"}),
            note="the only word in the SDK",
            source=SDK,
        ),
        Param(
            "response_format.delivery",
            Field.delivery,
            Words({"base64": "inline", "url": "uri"}),
            source=SDK,
        ),
        Param("generation_config.seed", Field.seed, Int(), note="no range is stated", source=SDK),
        Native(
            "generation_config.thinking_level",
            OneOf("minimal", "low", "medium", "high", "xhigh", open=True),
            source=SDK,
        ),
        Native("response_modalities", ListOf(OneOf("text", "image", "audio", "video", "document")), source=SDK),
        Native("system_instruction", Text(), source=SDK),
        Native("previous_interaction_id", Text(), note="goes on with an earlier picture", source=SDK),
        Native("tools", ListOf(OBJECT), source=SDK),
        Native("store", Flag(), source=SDK),
        Native("background", Flag(), source=SDK),
        Param("stream", Field.stream, Flag(), source=SDK),
        ONE,
    ),
    note="a list of response formats, and an input that is a single object, are legal too and not read here",
)
