"""Luma's Dream Machine: one image a task.

Moderation, a bad input and a crash all end in `failed`: failure_reason is a text. Open: those texts; bodies of 400.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import FASTAPI, PYDANTIC
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
        Envelope(message="failure_reason"),
    ),
    says=(
        *PYDANTIC,
        Says("authentication", text="^Invalid API key is provided$"),
        Says("payment", text="^Insufficient credits$"),
    ),
    source="lumalabs/lumaai-api OpenAPI and lumaai 1.21.0, 2026; @ai-sdk/luma 2.0.57",
    checked="2026-11-29",
)
