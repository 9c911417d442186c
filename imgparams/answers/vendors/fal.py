"""fal: direct calls and the queue.

COMPLETED also ends a failure: `error` may stand beside it, or only the call for the result tells. The result is had at
`response_url`. The header x-fal-needs-retry (older: x-fal-retryable) says whether to try again, before the status does.
A refused request bills no units. Media URLs don't expire unless asked. Open: bodies that authors of models write.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import FASTAPI, PYDANTIC
from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

ANSWERS = Answers(
    makes=(
        Makes(
            each="images[*]",
            image="url",
            media_type="content_type",
            width="width",
            height="height",
            seed="$.seed",
            reason="$.has_nsfw_concepts[*]",
            refused="true",
            note="has_nsfw_concepts true: the image is black",
        ),
        Makes(
            image="image.url",
            media_type="$.image.content_type",
            width="$.image.width",
            height="$.image.height",
            seed="$.seed",
        ),
    ),
    tasks=(
        Task(
            id="request_id",
            state="status",
            words={"IN_QUEUE": "pending", "IN_PROGRESS": "pending", "COMPLETED": "done"},
            poll_url="status_url",
            result_url="response_url",
            failed=("error", "error_type"),
        ),
    ),
    errors=(
        FASTAPI,
        Envelope(
            message=("detail", "error"),
            code="header:x-fal-request-timeout-type",
            type=("error_type", "header:x-fal-error-type"),
        ),
    ),
    says=(
        # a bad request
        *PYDANTIC,
        Says("bad_parameter", type="sequence_too_short", problem="incomplete"),
        Says("bad_parameter", type="sequence_too_long", problem="too_many"),
        Says("bad_parameter", type=("image_too_small", "image_too_large", "file_too_large"), problem="out_of_range"),
        Says("bad_parameter", type=("image_load_error", "file_download_error"), problem="unreadable"),
        Says("bad_parameter", type="invalid_request", problem="unreadable"),
        Says("bad_parameter", type="face_detection_error", problem="not_allowed"),
        Says("bad_parameter", type="feature_not_supported", problem="conflict"),
        # moderation
        Says("moderation", text="flagged by a content checker", charged=False),
        Says("moderation", type="content_policy_violation", charged=False, note="of the input or of the result"),
        Says("moderation", type="no_media_generated", retry="seed", note="mostly the maker's silent moderation"),
        # the account, the model
        Says("payment", text=r"^User is locked\. Reason: Exhausted balance", note="403"),
        Says("authentication", text="^(?:invalid key credentials|No user found for Key ID|Cannot access application)"),
        Says("authentication", type="unauthorized"),
        Says("model", text="^Application [\"'](?P<value>[^\"']+)[\"'] not found"),
        # limits, faults
        Says("rate_limit", type="concurrent_requests_limit", note="2 at a time for new accounts, up to 40"),
        Says("transient", type=("internal_server_error", "generation_timeout", "downstream_service_error")),
        Says("transient", type=("downstream_service_unavailable", "runner_scheduling_failure", "request_timeout")),
        Says("transient", code="user", type="request_timeout", retry="no", note="the caller's own time limit"),
    ),
    retryable=("header:x-fal-needs-retry", "header:x-fal-retryable"),
    id="header:x-fal-request-id",
    source=(
        "fal's Error Reference, copy in henjicc/Henji-AI docs/api/fal/base/errors.md, 2025-10; fal-client 1.0.3; "
        "@ai-sdk/fal; notes of users on 403 and blocked content"
    ),
    checked="2026-11-29",
)
