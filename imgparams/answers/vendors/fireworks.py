"""Fireworks: files as bodies, and workflows that are polled."""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

ANSWERS = Answers(
    makes=(
        Makes(image="(body)", seed="header:seed", reason="header:finish-reason", refused="CONTENT_FILTERED"),
        Makes(each="[*]", image="base64", seed="seed", reason="finishReason", refused="CONTENT_FILTERED"),
        Makes(image="result.sample"),
    ),
    tasks=(
        Task(
            id=("request_id", "id"),
            state="status",
            words={
                "Pending": "pending",
                "Ready": "done",
                "Error": "failed",
                "Failed": "failed",
                "Task not found": "failed",
                "Request Moderated": "moderated",
                "Content Moderated": "moderated",
            },
            poll="POST /inference/v1/workflows/{model}/get_result",
            poll_body={"id": "{id}"},
        ),
    ),
    errors=(
        Envelope(message="error.message", code="error.code", type="error.type"),
        Envelope(message="fault.faultstring", code="fault.detail.errorcode"),
        Envelope(message="detail"),
    ),
    says=(
        Says(
            "bad_parameter",
            text=(r"Extra inputs are not permitted, field: '(?P<field>[\w.\[\]]+" ")'(?:, value: (?P<value>.+))?$"),
            code="invalid_request_error",
            type="invalid_request_error",
            problem="unknown_field",
        ),
        Says(
            "bad_parameter",
            text=("Input should be (?P<allowed>'[^']*'(?:(?:, | or )'[^']*')*), " r"field: '(?P<field>[\w.\[\]]+)'"),
            code="invalid_request_error",
            type="invalid_request_error",
            problem="not_allowed",
        ),
        Says(
            "model",
            text="^Model not found, inaccessible, and/or not deployed",
            code="NOT_FOUND",
            type="invalid_request_error",
            fields="model",
        ),
        Says("rate_limit", text="rate limit exceeded", code="invalid_request_error", type="invalid_request_error"),
        Says("authentication", code="oauth.v2.InvalidApiKey"),
        Says("bad_parameter", status=422),
    ),
    source=(
        "@ai-sdk/fireworks 2.0.90 and a port with tests (2.0.90); Portkey "
        "gateway (2026-05-25); Bodies probed on 2026-09-13, another route "
        "of the same gateway (2026-09-13)"
    ),
    checked="2026-11-29",
)
