"""The multi-provider gateway: the synchronous answer, or a task with a URL to poll.

`images` hold base64, data URLs or URLs: the text decides. What a stored output lives is the request's to say, else an
hour. A task that failed has error_code and error_detail. Open: the texts.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import FASTAPI, PYDANTIC
from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

ANSWERS = Answers(
    makes=(
        Makes(image="images[*]", width="$.width", height="$.height", size="$.size", expires=3600, id="task_id"),
        Makes(image="urls[*]", width="$.width", height="$.height", size="$.size", expires=3600, id="task_id"),
        Makes(
            image="result.images[*]",
            width="$.result.width",
            height="$.result.height",
            size="$.result.size",
            expires=3600,
            id="task_id",
        ),
        Makes(
            image="result.urls[*]",
            width="$.result.width",
            height="$.result.height",
            size="$.result.size",
            expires=3600,
            id="task_id",
        ),
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
        FASTAPI,
        Envelope(each="error.detail[*]", message="msg", type="type", field="loc", limits=FASTAPI.limits),
        Envelope(message="error.message", code="error.code", type="error.type", field="error.param"),
        Envelope(message=("error_detail", "error"), code="error_code"),
    ),
    says=(
        # a bad request
        *PYDANTIC,
        Says("bad_parameter", code="UPSTREAM_INVALID_REQUEST", note="the message is the maker's"),
        Says("bad_parameter", code=("FILE_TOO_LARGE", "FILE_TYPE_UNSUPPORTED", "FILE_NOT_FOUND")),
        # moderation
        Says("moderation", code="CONTENT_POLICY_DECLINED"),
        Says("moderation", code="IMAGE_TEXT_RESPONSE", note="words came in place of an image"),
        # the model, the account
        Says("model", code=("MODEL_NOT_FOUND", "MODEL_NOT_AVAILABLE", "MODEL_RETIRED")),
        Says(
            "authentication",
            code=(
                *("INVALID_API_KEY", "INVALID_TOKEN", "KEY_REVOKED", "MISSING_CREDENTIALS", "ACCOUNT_INACTIVE"),
                *("SCOPE_DENIED", "CREDENTIAL_NOT_PERMITTED", "TIER_FEATURE_UNAVAILABLE"),
            ),
        ),
        Says("payment", code="KEY_BUDGET_EXHAUSTED", note="the key's own budget, not the account's"),
        Says("unknown", code="TASK_NOT_FOUND"),
        # limits, faults
        Says("rate_limit", code=("RATE_LIMITED", "FILE_QUOTA_EXCEEDED")),
        Says(
            "transient",
            code=(
                *("CAPACITY_EXHAUSTED", "SERVICE_UNAVAILABLE", "PROVIDER_UNAVAILABLE", "UPSTREAM_ERROR"),
                *("PROVIDER_SCHEMA_MISMATCH", "IMAGE_NO_OUTPUT", "INTERNAL_ERROR", "IDEMPOTENCY_IN_PROGRESS"),
            ),
        ),
    ),
    id="header:x-request-id",
    source="the gateway's OpenAPI; relaygpu-client 0.1.2",
    checked="2026-11-29",
)
