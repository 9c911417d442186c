"""Gemini's image models by the Interactions API.

The types of google-genai 3.6.1 have four forms of `input`: a text, one content, a list of contents, a list of steps.
Steps are turns of a talk; the earlier form with `role` is gone (google/skills, data_model.md).
"""

from __future__ import annotations

from imgparams.providers.google.gemini import ADDRESS, CHECKED, GEMINI_3_1_RATIOS, ONE
from imgparams.providers.google.settings import HOST, KEY, OBJECT, SDK
from imgparams.tables import (
    HOLE,
    TEXT,
    TYPE,
    AnyOf,
    Const,
    Content,
    Field,
    Flag,
    Image,
    Int,
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

_RESOLUTION = OneOf("low", "medium", "high", "ultra_high", open=True)
_IMAGE = {"type": OneOf("image"), "mime_type": Text(), "data": Image("base64"), "uri": ADDRESS}
_TEXT = {"type": OneOf("text"), "text": Text(min_length=1)}
#: what neither is a plain text nor a plain picture
_OTHER_CONTENTS = (
    Record({**_IMAGE, "resolution": _RESOLUTION}, required=("type", "resolution")),
    Record({**_TEXT, "annotations": ListOf(OBJECT)}, required=("type", "text", "annotations")),
    Record({"type": OneOf("document", "audio", "video")}, required=("type",), open=True),
)
_CONTENTS = AnyOf(Record(_IMAGE, required=("type",)), Record(_TEXT, required=("type", "text")), *_OTHER_CONTENTS)
_CALLS = (
    *("code_execution_call", "file_search_call", "function_call", "google_maps_call", "google_search_call"),
    *("mcp_server_tool_call", "processing_call", "retrieval_call", "tool_search_call", "url_context_call"),
)
_RESULTS = (
    *("code_execution_result", "file_search_result", "function_result", "google_maps_result", "google_search_result"),
    *("mcp_server_tool_result", "processing_result", "retrieval_result", "tool_search_result", "url_context_result"),
)
_STEPS = (
    Record({"type": OneOf("user_input"), "content": ListOf(_CONTENTS)}, required=("type",)),
    Record({"type": OneOf("model_output"), "content": ListOf(_CONTENTS), "error": OBJECT}, required=("type",)),
    Record({"type": OneOf("thought", *_CALLS, *_RESULTS)}, required=("type",), open=True),
)
INTERACTIONS = Target(
    name="google/interactions",
    method="POST",
    path="/v1beta/interactions",
    also_at=("/v1/interactions",),
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
            single=True,
            others=AnyOf(*_STEPS, *_OTHER_CONTENTS),
            note="a list of steps is kept as it is",
            source=SDK,
        ),
        Const("response_format.type", "image", optional=True, note="without it the model decides", source=SDK),
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
        Native(
            "generation_config.image_config",
            Record({"aspect_ratio": Text(), "image_size": Text()}),
            deprecated="response_format takes its place",
            source=SDK,
        ),
        Native(
            "response_modalities",
            ListOf(OneOf("text", "image", "audio", "video", "document", "TEXT", "IMAGE", "AUDIO")),
            note="the types have small letters, the package's own example has capital ones",
            deprecated="response_format takes its place",
            source=SDK,
        ),
        Native("generation_config.temperature", Num(), source=SDK),
        Native("generation_config.top_p", Num(), source=SDK),
        Native("generation_config.max_output_tokens", Int(), source=SDK),
        Native("generation_config.stop_sequences", ListOf(Text()), source=SDK),
        Native("generation_config.thinking_summaries", OneOf("auto", "none", open=True), source=SDK),
        Native(
            "generation_config.tool_choice",
            AnyOf(OneOf("any", "auto", "none", "validated", open=True), OBJECT),
            source=SDK,
        ),
        Native("safety_settings", ListOf(OBJECT), source=SDK),
        Native("system_instruction", Text(), source=SDK),
        Native("previous_interaction_id", Text(), note="goes on with an earlier picture", source=SDK),
        Native("tools", ListOf(OBJECT), source=SDK),
        Native("labels", Record({}, open=True, rest=Text(max_length=63)), source=SDK),
        Native("service_tier", OneOf("flex", "standard", "priority", "deferred", open=True), source=SDK),
        Native("webhook_config", OBJECT, source=SDK),
        Native("store", Flag(), source=SDK),
        Native("background", Flag(), source=SDK),
        Param("stream", Field.stream, Flag(), source=SDK),
        ONE,
    ),
    also_read={"response_format[0]": "response_format"},
    note="a list of one response format is read as that format; one of several is legal too and not read here",
)
