"""Bria: a request that is polled, or answered at once with `sync`.

The poll is HTTP 200 even where the job failed. Moderation is 422, as a bad request is. A request that is not known, or
too old, is 404. Open: the codes of errors, and how moderation is told from a bad request.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import FASTAPI, PYDANTIC
from imgparams.answers.words import Answers, Envelope, Makes, Task

ANSWERS = Answers(
    makes=(
        Makes(
            image="result.image_url",
            seed="$.result.seed",
            revised_prompt="$.result.refined_prompt",
            id="request_id",
        ),
    ),
    tasks=(
        Task(
            id="request_id",
            state="status",
            words={"IN_PROGRESS": "pending", "COMPLETED": "done", "ERROR": "failed", "UNKNOWN": "failed"},
            poll="GET /v2/status/{id}",
            poll_url="status_url",
        ),
    ),
    errors=(
        FASTAPI,
        Envelope(message=("error.details", "error.message"), code="error.code"),
        Envelope(message=("message", "detail")),
    ),
    says=PYDANTIC,
    source=(
        "docs.bria.ai/status and docs.bria.ai/getting-started/async-requests, 2026; bria-client 0.3.1 "
        "(toolkit/models.py, toolkit/response.py), 2026-10"
    ),
    checked="2026-12-01",
)
