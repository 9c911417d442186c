"""Stability: v2beta with JSON or a file as body, and v1 by engine.

CONTENT_FILTERED comes with HTTP 200 and an image that is empty or blurred: with a file it stands in a header. The state
of an asynchronous result is the HTTP status, to be asked for at most every ten seconds; results live 24 hours. A
request that moderation refused is not charged. More than 150 requests in 10 seconds are refused for 60 seconds. Open:
the text of 429.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

_FIELD = r"(?m)^(?P<field>[\w\-\[\].]+): "

ANSWERS = Answers(
    makes=(
        Makes(image="image", seed="$.seed", reason="$.finish_reason", refused="CONTENT_FILTERED"),
        Makes(image="(body)", seed="header:seed", reason="header:finish-reason", refused="CONTENT_FILTERED"),
        Makes(
            each="artifacts[*]",
            image="base64",
            seed="seed",
            reason="finishReason",
            refused="CONTENT_FILTERED",
            skip={"finishReason": "ERROR"},
        ),
        Makes(image="result", seed="$.seed", reason="$.finish_reason", refused="CONTENT_FILTERED"),
    ),
    tasks=(
        Task(
            id="id",
            state=("status", "finish_reason", "(status)"),
            words={
                "202": "pending",
                "in-progress": "pending",
                "SUCCESS": "done",
                "CONTENT_FILTERED": "moderated",
            },
            poll="GET /v2beta/results/{id}",
            after=10,
        ),
    ),
    errors=(
        Envelope(message="errors", code="name"),
        Envelope(message="message", code="name"),
    ),
    says=(
        # a bad request
        Says(
            "bad_parameter",
            text=_FIELD + r"invalid enum value\. Expected (?P<allowed>'[^']*'(?: \| '[^']{0,80}'){0,80})",
            problem="not_allowed",
        ),
        Says("bad_parameter", text=rf"{_FIELD}(?:is )?required$", problem="missing"),
        Says(
            "bad_parameter",
            text=_FIELD + r"(?:cannot be longer than|must be at most) (?P<max>\d+) characters",
            problem="too_long",
        ),
        Says(
            "bad_parameter",
            text=rf"{_FIELD}must be between (?P<min>[\d.]+) and (?P<max>[\d.]+)$",
            problem="out_of_range",
        ),
        Says("bad_parameter", code="payload_too_large", problem="too_long"),
        Says("bad_parameter", code="language_not_supported", problem="not_allowed", fields="prompt"),
        Says("bad_parameter", code="invalid_prompts", problem="conflict", fields="prompt"),
        # a bad request of v1
        Says(
            "bad_parameter",
            text=r"the allowed dimensions are (?P<allowed>\d+x\d+(?:, \d{1,9}x\d{1,9}){0,80}), "
            r"but we received (?P<value>\d+x\d+)$",
            problem="not_allowed",
            fields=("width", "height"),
        ),
        Says("bad_parameter", code="invalid_sdxl_v1_dimensions", problem="not_allowed", fields=("width", "height")),
        Says("bad_parameter", code="invalid_height_or_width", problem="off_grid", fields=("width", "height")),
        Says(
            "bad_parameter",
            text=r"must not be larger than (?P<max>\d{1,9}) pixels",
            code="invalid_pixel_count",
            problem="bad_area",
            fields=("width", "height"),
        ),
        Says("bad_parameter", code="invalid_pixel_count", problem="bad_area", fields=("width", "height")),
        Says("bad_parameter", code="invalid_base64", problem="unreadable", fields="init_image"),
        Says("bad_parameter", code="invalid_samples", problem="conflict", fields="samples"),
        # moderation
        Says("moderation", code="content_moderation", stage="input", charged=False),
        Says(
            "moderation",
            text="^Invalid prompts detected$",
            code="invalid_prompts",
            fields="text_prompts",
            stage="input",
        ),
        # the model, the account
        Says("model", text=r"^The specified engine \(ID (?P<value>[^)]+)\) was not found"),
        Says("authentication", code="unauthorized"),
        Says("payment", code="payment_required"),
        # limits, faults
        Says("rate_limit", code="rate_limit_exceeded", note="for 60 seconds; no header says so"),
        Says("transient", code="internal_error"),
    ),
    id="header:x-request-id",
    source=(
        "a copy of the docs with v2beta's names and texts; a client's notes of live calls, 2026; v1's names in a "
        "client; the text of the refusal of SDXL's sizes"
    ),
    checked="2026-11-29",
)
