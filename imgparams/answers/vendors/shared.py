"""What several vendors send alike."""

from __future__ import annotations

from imgparams.answers.words import Envelope, Makes, Says, State

#: the validation errors of FastAPI and pydantic: `loc` is the path of a field, with the part of the call in front
FASTAPI = Envelope(
    each="detail[*]",
    message="msg",
    type="type",
    field="loc",
    limits={
        "min": ("ctx.ge", "ctx.gt", "ctx.min_length", "ctx.min_width"),
        "max": ("ctx.le", "ctx.lt", "ctx.max_length", "ctx.max_width", "ctx.max_size"),
        "multiple": "ctx.multiple_of",
        "allowed": "ctx.expected",
    },
)
#: pydantic's own types of errors, of versions 1 and 2; the limits stand in `ctx` or in the text
PYDANTIC = (
    Says("bad_parameter", type=("missing", "value_error.missing"), problem="missing"),
    Says("bad_parameter", type=("extra_forbidden", "value_error.extra"), problem="unknown_field"),
    Says("bad_parameter", type=("literal_error", "enum", "one_of", "type_error.enum"), problem="not_allowed"),
    Says("bad_parameter", type="value_error.number", problem="out_of_range"),
    Says("bad_parameter", type="value_error.any_str.max_length", problem="too_long"),
    Says("bad_parameter", type=("value_error", "string_pattern_mismatch"), problem="not_allowed"),
    Says("bad_parameter", type="multiple_of", problem="off_grid"),
    Says("bad_parameter", type=("less_than_equal", "greater_than_equal"), problem="out_of_range"),
    Says("bad_parameter", text=r"less than (?P<max>[-\d.]+)$", type="less_than", problem="out_of_range"),
    Says("bad_parameter", text=r"greater than (?P<min>[-\d.]+)$", type="greater_than", problem="out_of_range"),
    Says("bad_parameter", type="string_too_long", problem="too_long"),
    Says("bad_parameter", type=("int_type", "int_parsing", "float_type", "float_parsing"), problem="wrong_type"),
    Says("bad_parameter", type=("string_type", "bool_type", "bool_parsing", "list_type"), problem="wrong_type"),
    Says("bad_parameter", type="type_error", problem="wrong_type"),
)
#: the usage of OpenAI's images API
USAGE = {
    "input_tokens": "usage.input_tokens",
    "output_tokens": "usage.output_tokens",
    "total_tokens": "usage.total_tokens",
}
#: the images of OpenAI's images API, as others speak it
OPENAI_SHAPE = Makes(
    each="data[*]",
    image=("b64_json", "url"),
    media_type="$.output_format",
    revised_prompt="revised_prompt",
    size="$.size",
    usage=USAGE,
)
#: the error of OpenAI's API, as others speak it
OPENAI_ERROR = Envelope(message="error.message", code="error.code", type="error.type", field="error.param")
#: how vendors usually write an error, tried where a vendor's own envelopes find nothing
USUAL = (
    OPENAI_ERROR,
    FASTAPI,
    Envelope(each="errors[*]", message="message", code="code", field=("field", "parameter", "path")),
    Envelope(message=("message", "error", "detail", "msg", "error_message", "detail.message"), code=("code", "name")),
    Envelope(message="errors[*]", code="name"),
    Envelope(message="(text)"),
)

#: the states of Black Forest Labs' tasks, which Fireworks has too
BFL_WORDS: dict[str, State] = {
    "Pending": "pending",
    "Reasoning": "pending",
    "Generating": "pending",
    "Ready": "done",
    "Request Moderated": "moderated",
    "Content Moderated": "moderated",
    "Error": "failed",
    "Failed": "failed",
    "Task not found": "failed",
}
#: why a task ended without an image: the state is the type, so that a state which is not known is no error
BFL_STATE = Envelope(message=("details.error", "details.'Moderation Reasons'[*]"), type="status")
BFL_SAYS = (
    Says("moderation", type="Request Moderated", stage="input", note="the prompt or an input picture"),
    Says("moderation", type="Content Moderated", stage="output", note="the result: another seed may pass"),
    Says("bad_parameter", type="Error", problem="unreadable", status=422),
    Says("transient", type="Error", status=503, note="this task has ended: submit again"),
)
