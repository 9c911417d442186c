"""Runware: images and errors side by side."""

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
        Says(
            "bad_parameter",
            text=(
                r"^Invalid value for '?(?P<field>\w+)'? parameter\. .*?must be "
                r"an? (?:integer|float|number) (?:value )?between '?(?P<min>[\d.]"
                r"+)'? and '?(?P<max>[\d.]+)'?, in multiples of '?(?P<multiple>[\d.]"
                "+)'?"
            ),
            code="invalidWidth",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=r"^(?P<field>\w+) must be a string between (?P<min>\d+) and (?P<max>\d+) char",
            code="invalidPositivePrompt",
            problem="too_long",
        ),
        Says("bad_parameter", code="missingPositivePrompt", problem="missing"),
        Says("bad_parameter", code="unsupportedParameter", problem="unknown_field"),
        Says("bad_parameter", code="conflictTaskUUID", problem="conflict"),
        Says("bad_parameter", code="failedIpAdapterLoad", problem="unreadable"),
        Says("authentication", code="invalidApiKey"),
        Says("authentication", code="missingApiKey"),
        Says("payment", text="^Insufficient credits", code="insufficientCredits"),
        Says("rate_limit", code="rateLimitExceeded"),
        Says("moderation", code="invalidProviderContent"),
        Says("transient", code="timeoutProvider"),
        Says("transient", code="providerError"),
        Says("model", code="invalidModel"),
    ),
    source=(
        "runware.ai/docs/platform/errors (fields, example, 'errors are "
        "scoped to the task') (2026); deankerr/ig notes/runware-error-sample.md "
        "(2026); runware-sdk 1.8.0 (PyPI) errors.py (1.8.0)"
    ),
    checked="2026-11-29",
)
