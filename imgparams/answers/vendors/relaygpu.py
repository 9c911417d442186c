"""The multi-provider gateway: the synchronous answer, or a task with a URL to poll."""

from __future__ import annotations

from imgparams.answers.vendors.shared import FASTAPI
from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

ANSWERS = Answers(
    makes=(
        Makes(image=("images[*]",), width="$.width", height="$.height", expires=3600, id="task_id"),
        Makes(image="urls[*]", width="$.width", height="$.height", size="$.size", expires=3600, id="task_id"),
        Makes(image="result.images[*]", width="$.result.width", height="$.result.height", expires=3600, id="task_id"),
        Makes(image="result.urls[*]", size="$.result.size", expires=3600, id="task_id"),
    ),
    tasks=(
        Task(
            id="task_id",
            state="status",
            words={
                "queued": "pending",
                "running": "pending",
                "completed": "done",
                "failed": "failed",
                "unknown": "failed",
            },
            poll="GET /v2/tasks/{id}",
            poll_url="poll_url",
        ),
    ),
    errors=(
        Envelope(message=("error.message",), code=("error.code",), type="error.type", field="error.param"),
        FASTAPI,
        Envelope(message=("error_detail", "error"), code="error_code"),
    ),
    says=(
        Says("authentication", code="INVALID_API_KEY"),
        Says("authentication", code="INVALID_TOKEN"),
        Says("authentication", code="KEY_REVOKED"),
        Says("authentication", code="MISSING_CREDENTIALS"),
        Says("authentication", code="ACCOUNT_INACTIVE"),
        Says("authentication", code="SCOPE_DENIED"),
        Says("authentication", code="CREDENTIAL_NOT_PERMITTED"),
        Says("authentication", code="TIER_FEATURE_UNAVAILABLE"),
        Says("payment", code="KEY_BUDGET_EXHAUSTED"),
        Says("model", code="MODEL_NOT_FOUND"),
        Says("model", code="MODEL_NOT_AVAILABLE"),
        Says("model", code="MODEL_RETIRED"),
        Says("unknown", code="TASK_NOT_FOUND"),
        Says("rate_limit", code="RATE_LIMITED"),
        Says("rate_limit", code="FILE_QUOTA_EXCEEDED"),
        Says("moderation", code="CONTENT_POLICY_DECLINED"),
        Says("moderation", code="IMAGE_TEXT_RESPONSE"),
        Says("transient", code="IMAGE_NO_OUTPUT"),
        Says("bad_parameter", code="UPSTREAM_INVALID_REQUEST"),
        Says("bad_parameter", code="FILE_TOO_LARGE"),
        Says("bad_parameter", code="FILE_TYPE_UNSUPPORTED"),
        Says("bad_parameter", code="FILE_NOT_FOUND"),
        Says("transient", code="CAPACITY_EXHAUSTED"),
        Says("transient", code="SERVICE_UNAVAILABLE"),
        Says("transient", code="PROVIDER_UNAVAILABLE"),
        Says("transient", code="UPSTREAM_ERROR"),
        Says("transient", code="PROVIDER_SCHEMA_MISMATCH"),
        Says("transient", code="INTERNAL_ERROR"),
        Says("transient", code="IDEMPOTENCY_IN_PROGRESS"),
        Says(
            "bad_parameter",
            text=r"^Input should be a multiple of (?P<multiple>\d+)$",
            type="multiple_of",
            problem="off_grid",
        ),
    ),
    source="Seed 002 (None); relaygpu-client 0.1.2 (PyPI) (0.1.2)",
    checked="2026-11-29",
)
