"""What several vendors send alike."""

from __future__ import annotations

from imgparams.answers.words import Envelope

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
#: the usage of OpenAI's images API
USAGE = {
    "input_tokens": "usage.input_tokens",
    "output_tokens": "usage.output_tokens",
    "total_tokens": "usage.total_tokens",
}
