"""Luma's Dream Machine."""

from __future__ import annotations

from imgparams.answers.vendors.shared import FASTAPI
from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

ANSWERS = Answers(
    makes=(Makes(image="assets.image", id="id"),),
    tasks=(
        Task(
            id="id",
            state="state",
            words={"queued": "pending", "dreaming": "pending", "completed": "done", "failed": "failed"},
            poll="GET /dream-machine/v1/generations/{id}",
        ),
    ),
    errors=(
        FASTAPI,
        Envelope(message="detail"),
        Envelope(message="failure_reason", code="state", ok=("queued", "dreaming", "completed")),
    ),
    says=(
        Says("authentication", text="^Invalid API key is provided$"),
        Says("payment", text="^Insufficient credits$"),
        Says("bad_parameter", status=422, problem="not_allowed"),
        Says("unknown", code="failed"),
    ),
    source=(
        "lumalabs/lumaai-api OpenAPI and lumaai 1.21.0 (2026); Generated "
        "model with the vendor's example; @ai-sdk/luma 2.0.57 (None)"
    ),
    checked="2026-11-29",
)
