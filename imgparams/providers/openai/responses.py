"""OpenAI's Responses API with the tool that makes images; any GPT image model, and rules for what one of them lacks.

Source: the types of the openai Python SDK 3.57.0; the bounds of numbers are in the OpenAPI document of 2026-08-21, and
those of GIF frames on the page of images. The types require neither `model` nor `input`, since a stored prompt may hold
both; here both are wanted.

Read is a text, or one message of the user with the image tool first. The other forms of `input` are kept as they are at
openai/responses.

Open: what the tool does with gpt-image-1, shut down on 2026-10-23; whether SVG goes with partial images here.
"""

from __future__ import annotations

from imgparams.providers.openai.pages import COMPRESSION, EFFORT, EXPERIMENTAL, FREE_SIZES, QUALITY_STEPS_2_5
from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    TEXT,
    AnyOf,
    AtMost,
    Const,
    Content,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Json,
    ListOf,
    Model,
    Native,
    Not,
    Num,
    OneOf,
    Param,
    Part,
    Record,
    Rule,
    SizeText,
    Slots,
    Target,
    Text,
    TextPart,
)

_TOOL = "the types of the openai Python SDK 3.57.0"
_FORMAT = "tools[0].output_format"
_COMPRESSION = "tools[0].output_compression"
_OLDER = OneOf("gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5", "chatgpt-image-latest")
_TWO = OneOf("gpt-image-2", "gpt-image-2-2026-04-21")
_GIF = {_FORMAT: OneOf("gif")}
_N = Native("tools[0].n", Int(1))
_CHOSEN = Record({"type": Text()}, required=("type",), open=True)
_OTHER_TOOL = Record({"type": Text()}, open=True)
_OBJECT = Record({}, open=True)
#: what a response has beside the tool
_OF_RESPONSES = (
    Native("instructions", Text(), nullable=True),
    Native("previous_response_id", Text(), nullable=True, note="goes on with an earlier picture"),
    Native("conversation", AnyOf(Text(), Record({"id": Text()}, required=("id",))), nullable=True),
    Native("reasoning", Record({"effort": EFFORT}, nullable=("effort",), open=True), nullable=True),
    Native("text", _OBJECT),
    Native("include", ListOf(Text()), nullable=True),
    Native("metadata", Record({}, open=True, rest=Text(max_length=512)), nullable=True),
    Native("max_output_tokens", Int(16), nullable=True),
    Native("max_tool_calls", Int(), nullable=True, note="of all tools together; further calls are ignored"),
    Native("parallel_tool_calls", Flag(), nullable=True),
    Native("temperature", Num(0, 2), nullable=True),
    Native("top_p", Num(0, 1), nullable=True),
    Native("truncation", OneOf("auto", "disabled"), nullable=True),
    Native("store", Flag(), default=True, nullable=True),
    Native("background", Flag(), nullable=True),
    Native("service_tier", OneOf("auto", "default", "flex", "scale", "priority", "fast", "ultrafast"), nullable=True),
    Native("prompt_cache_key", Text(), nullable=True),
)

RESPONSES_EDIT = Target(
    name="openai/responses:edit",
    method="POST",
    path="/v1/responses",
    base_url="https://api.openai.com",
    key_header="Authorization: Bearer {key}",
    docs="https://developers.openai.com/api/docs/guides/image-generation",
    checked="2026-11-29",
    rows=(
        Native("model", Text(min_length=1), required=True, note="the model of the text, which calls the tool"),
        Native("input[0].type", OneOf("message"), default="message"),
        Const("input[0].role", "user"),
        Content(
            "input[0].content",
            (
                TextPart(Field.prompt, {"type": "input_text", "text": TEXT}, Text(min_length=1)),
                Part(Image("url", "data"), {"type": "input_image", "image_url": HOLE}),
                Part(Image("id"), {"type": "input_image", "file_id": HOLE}),
                Part(Image("url", "data"), {"type": "input_image", "image_url": HOLE, "detail": "auto"}),
                Part(Image("id"), {"type": "input_image", "file_id": HOLE, "detail": "auto"}),
            ),
            requires=(Field.prompt,),
            bare=Field.prompt,
            others=Record({"type": OneOf("input_text", "input_image", "input_file")}, required=("type",), open=True),
            note="a picture with another detail than auto is kept as it is",
        ),
        Const("tools[0].type", "image_generation"),
        Native("tools[0].action", OneOf("generate", "edit", "auto"), default="auto"),
        Param("tools[0].background", Field.background, OneOf("transparent", "opaque", "auto"), default="auto"),
        Native(
            "tools[0].complexity",
            OneOf("low", "medium", "high"),
            note="by default the effort of the response, or as configured for the model",
        ),
        Native("tools[0].frame_count", Int(2, 16), default=9, default_when=_GIF),
        Native(
            "tools[0].frame_duration_ms",
            Int(max=655350, multiple_of=10),
            default=200,
            default_when=_GIF,
            accepts=Int(),
            note="rounded to 10 ms",
        ),
        Native("tools[0].input_fidelity", OneOf("high", "low"), nullable=True),
        Slots(
            "tools[0].input_image_mask",
            part=(
                Part(Image("data", edits="transparent"), {"image_url": HOLE}),
                Part(Image("id", edits="transparent"), {"file_id": HOLE}),
            ),
            of=Field.mask,
        ),
        Model("tools[0].model", optional=True, default="gpt-image-2.6-sunburst"),
        Native("tools[0].moderation", OneOf("auto", "low"), default="auto"),
        Param(_COMPRESSION, Field.output_compression, Int(0, 100), default=100),
        Param(
            _FORMAT,
            Field.output_format,
            OneOf("png", "webp", "jpeg", "gif", "svg"),
            default="png",
            note="gif and svg need a model that has them",
        ),
        Native("tools[0].partial_images", Int(0, 3), default=0, note="for streams"),
        Param("tools[0].quality", Field.quality, QUALITY_STEPS_2_5, default="auto"),
        SizeText(
            "tools[0].size",
            FREE_SIZES,
            auto="auto",
            default="auto",
            note=EXPERIMENTAL,
            disputed_to=Grid(Int(multiple_of=16), ratio=("1:3", "3:1")),
            disputed="grid and ratio are stated; edge and area are those of gpt-image-2, by third parties",
        ),
        Native(
            "tools[0].svg",
            Record(
                {"model": Text(), "reasoning": Record({"effort": EFFORT}, open=True)},
                nullable=("reasoning",),
                open=True,
            ),
            note="the model that writes the SVG; by default that of the response",
        ),
        _N,
        Native("tools[1]", _OTHER_TOOL, note="another tool"),
        Native("tools[2]", _OTHER_TOOL, note="another tool"),
        Native("tools[3]", _OTHER_TOOL, note="another tool"),
        Native("tools[4]", _OTHER_TOOL, note="another tool"),
        Native(
            "tool_choice",
            AnyOf(OneOf("none", "auto", "required"), _CHOSEN),
            note='{"type": "image_generation"} makes the model call the tool',
        ),
        Param("stream", Field.stream, Flag(), nullable=True),
        *_OF_RESPONSES,
        Native("safety_identifier", Text(max_length=128), nullable=True),
        Param("user", Field.user, Text(), deprecated="safety_identifier takes its place"),
        Fixed(Field.n, 1, note="a call of the tool makes one; the model may call it again"),
        Fixed(Field.delivery, "base64"),
    ),
    rules=(
        AtMost(("conversation", "previous_response_id"), 1, "previous_response_id does not go with conversation"),
        Rule(
            {"tools[0].type": PRESENT},
            {"tools[0].n": ABSENT},
            "the tool has no number of images: Unknown parameter: 'tools[0].n'",
            source="openai/openai-python#2481, 2025-07-21",
        ),
        Rule(
            {"tools[0].background": OneOf("transparent")},
            {_FORMAT: OneOf("png", "webp")},
            "a transparent background needs the output format png or webp",
        ),
        Rule(
            {_FORMAT: OneOf("png"), _COMPRESSION: Not(OneOf(100))},
            {_COMPRESSION: ABSENT},
            "compression below 100 is for the output formats jpeg and webp only",
            source=COMPRESSION,
        ),
        Rule(
            _GIF,
            {"tools[0].partial_images": Int(0, 0), _COMPRESSION: Int(100, 100)},
            "a GIF has no partial images and no compression of its own",
        ),
        Rule(_GIF, {"tools[0].input_image_mask": ABSENT}, "a GIF takes no mask"),
        Rule(
            {_FORMAT: Not(OneOf("gif"))},
            {"tools[0].frame_count": ABSENT, "tools[0].frame_duration_ms": ABSENT},
            "frames are for the output format gif only",
        ),
        Rule({_FORMAT: Not(OneOf("svg"))}, {"tools[0].svg": ABSENT}, "svg is for the output format svg only"),
        Rule(
            {"tools[0].model": _OLDER},
            {"tools[0].size": OneOf("1024x1024", "1024x1536", "1536x1024", "auto")},
            "models before gpt-image-2 have three sizes and auto",
        ),
        Rule(
            ({"tools[0].model": _OLDER}, {"tools[0].model": _TWO}),
            {"tools[0].quality": OneOf("low", "medium", "high", "auto")},
            "xhigh and max are for 2.5 and later",
        ),
        Rule(
            {"tools[0].model": _TWO},
            {"tools[0].input_fidelity": ABSENT},
            "gpt-image-2 does not support input_fidelity",
            source="pydantic/pydantic-ai#5413, 2026-05-13",
        ),
        Rule(
            {"tools[0].model": OneOf("gpt-image-1-mini")},
            {"tools[0].input_fidelity": OneOf("low")},
            "gpt-image-1-mini supports input_fidelity low only",
        ),
    ),
    note=_TOOL,
)
RESPONSES = RESPONSES_EDIT.but(
    Param(
        "input",
        Field.prompt,
        AnyOf(Text(min_length=1), ListOf(Json())),
        required=True,
        note="text; a list of messages is kept as it is",
    ),
    name="openai/responses",
    without=("input[0].type", "input[0].role", "input[0].content", "tools[0].input_image_mask"),
    operations={"edit": RESPONSES_EDIT},
)

TARGETS: tuple[Target, ...] = (RESPONSES, RESPONSES_EDIT)
