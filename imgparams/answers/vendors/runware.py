"""Runware: images and errors side by side, as one task that failed does not void the others.

An error has its parameter and its limits as data. The id of a task is the caller's own taskUUID. URLs live as long as
the request's ttl says, else 30 days. The vendor is still standardising its codes: their beginnings (missing,
unsupported, conflict, invalid) tell the class. Open: the HTTP status of many codes.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

ANSWERS = Answers(
    makes=(
        Makes(
            each="data[*]",
            image=("imageURL", "imageBase64Data", "imageDataURI"),
            seed="seed",
            reason="NSFWContent",
            image_id="imageUUID",
            cost="data[*].cost",
            currency="USD",
            id="data[*].taskUUID",
            expires=30 * 24 * 3600,
        ),
    ),
    tasks=(
        Task(
            id="data[*].taskUUID",
            state="data[*].status",
            words={"processing": "pending", "success": "done", "error": "failed"},
            poll="POST /v1",
            poll_body=[{"taskType": "getResponse", "taskUUID": "{id}"}],
        ),
    ),
    errors=(
        Envelope(
            each="errors[*]",
            message="message",
            code="code",
            field="parameter",
            limits={"min": "min", "max": "max", "multiple": "multiplier"},
        ),
    ),
    says=(
        # a bad request
        Says(
            "bad_parameter",
            text=(
                r"^Invalid value for '?(?P<field>\w+)'? parameter\. .*?must be an? \w+ (?:value )?"
                r"between '?(?P<min>[\d.]+)'? and '?(?P<max>[\d.]+)'?, in multiples of '?(?P<multiple>[\d.]+)'?"
            ),
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=r"^(?P<field>\w+) must be a string between (?P<min>\d+) and (?P<max>\d+) char",
            problem="too_long",
        ),
        Says(
            "bad_parameter",
            code="missingPositivePrompt",
            problem="missing",
        ),
        Says("bad_parameter", code="unsupportedParameter", problem="unknown_field"),
        Says("bad_parameter", code="unsupportedDimensions", problem="not_allowed"),
        Says("bad_parameter", code="conflictTaskUUID", problem="conflict"),
        Says("bad_parameter", code="failedIpAdapterLoad", problem="unreadable"),
        # moderation
        Says("moderation", code=("invalidProviderContent", "contentPolicyViolation", "nsfwContentDetected")),
        # the model, the account
        Says("model", code=("invalidModel", "unsupportedModel"), fields="model"),
        Says("authentication", code=("invalidApiKey", "missingApiKey")),
        Says("payment", code="insufficientCredits"),
        # limits, faults
        Says("rate_limit", code="rateLimitExceeded"),
        Says("transient", code=("timeoutProvider", "providerError")),
    ),
    id="header:x-request-id",
    source=(
        "runware.ai/docs/platform/errors, 2026; deankerr/ig notes/runware-error-sample.md, 2026; runware-sdk 1.8.0 "
        "errors.py"
    ),
    checked="2026-11-29",
)
