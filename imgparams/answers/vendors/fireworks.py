"""Fireworks: files as bodies, and workflows whose states are those of Black Forest Labs.

A poll is a POST at the model's path. A key that is not known gets the body of an API manager. The type of an error is
invalid_request_error even for a rate limit. Open: bodies of the image routes; which words the polls really use.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import BFL_SAYS, BFL_STATE, BFL_WORDS
from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

ANSWERS = Answers(
    makes=(
        Makes(image="(body)", seed="header:seed", reason="header:finish-reason", refused="CONTENT_FILTERED"),
        Makes(each="[*]", image="base64", seed="seed", reason="finishReason", refused="CONTENT_FILTERED"),
        Makes(image="base64", seed="$.seed", reason="$.finishReason", refused="CONTENT_FILTERED", id="id"),
        Makes(image="result.sample", seed="$.result.seed", id="id"),
    ),
    tasks=(
        Task(
            id=("request_id", "id"),
            state="status",
            words=BFL_WORDS,
            poll="POST /inference/v1/workflows/{model}/get_result",
            poll_body={"id": "{id}"},
        ),
    ),
    errors=(
        Envelope(message="error.message", code="error.code", type="error.type"),
        Envelope(message="fault.faultstring", code="fault.detail.errorcode"),
        Envelope(message="detail"),
        BFL_STATE,
    ),
    says=(
        Says(
            "bad_parameter",
            text=r"Extra inputs are not permitted, field: '(?P<field>[\w.\[\]]+)'(?:, value: (?P<value>.+))?$",
            problem="unknown_field",
        ),
        Says(
            "bad_parameter",
            text=r"Input should be (?P<allowed>'[^']*'(?:(?:, | or )'[^']{0,80}'){0,80}), "
            r"field: '(?P<field>[\w.\[\]]+)'",
            problem="not_allowed",
        ),
        *BFL_SAYS,
        Says("model", code="NOT_FOUND", fields="model"),
        Says("authentication", code="oauth.v2.InvalidApiKey"),
        Says("rate_limit", text="rate limit exceeded"),
    ),
    source=(
        "@ai-sdk/fireworks 2.0.90 and a port with tests; Portkey's gateway, 2026-05-25; bodies probed on 2026-09-13 "
        "on another route of the same gateway; the vendor's docs of the response, a copy, 2025-11"
    ),
    checked="2026-11-29",
)
