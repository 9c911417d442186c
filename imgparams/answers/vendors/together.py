"""Together."""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

ANSWERS = Answers(
    makes=(Makes(each="data[*]", image=("url", "b64_json"), id="id"),),
    errors=(Envelope(message="error.message", code="error.code", type="error.type", field="error.param"),),
    says=(
        Says("bad_parameter", type="invalid_request_error"),
        Says(
            "model",
            text=r"^Unable to access (?:non-serverless )?model (?P<value>\S+?)\.? ",
            code="model_not_available",
            type="invalid_request_error",
            fields="model",
        ),
        Says("authentication", code="invalid_api_key", type="invalid_request_error"),
        Says("rate_limit", status=429),
        Says("transient", status=503),
    ),
    source="togethercomputer/openapi (2026); together 3.1.1, @ai-sdk/togetherai 2.0.84 (3.1.1)",
    checked="2026-11-29",
)
