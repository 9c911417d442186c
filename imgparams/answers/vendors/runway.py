"""Runway: tasks that are polled."""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

ANSWERS = Answers(
    makes=(Makes(image="output[*]", expires=24 * 3600, id="id", cost="cost.credits", currency="credits"),),
    tasks=(
        Task(
            id="id",
            state="status",
            words={
                "PENDING": "pending",
                "THROTTLED": "pending",
                "RUNNING": "pending",
                "SUCCEEDED": "done",
                "FAILED": "failed",
                "CANCELLED": "failed",
            },
            poll="GET /v1/tasks/{id}",
            cost="estimatedCost.credits",
            currency="credits",
        ),
    ),
    errors=(
        Envelope(
            each="issues[*]",
            message="message",
            code="code",
            field=("path", "keys"),
            limits={"max": "maximum", "min": "minimum", "allowed": "values"},
        ),
        Envelope(message="failure", code="failureCode"),
        Envelope(message="error"),
    ),
    says=(
        Says("moderation", code="SAFETY.OUTPUT.IMAGE", stage="output", retry="no"),
        Says(
            "bad_parameter",
            text=r"""^Invalid option: expected one of (?P<allowed>["'][^"']*["'](?:\|["'][^"']*["'])*)$""",
            code="invalid_value",
            problem="not_allowed",
        ),
        Says(
            "bad_parameter",
            text=r"^Invalid input: expected (?P<allowed>\w+), received (?P<value>\w+)$",
            code="invalid_type",
            problem="missing",
        ),
        Says(
            "bad_parameter",
            text=r"^Too big: expected (?:string|array|number) to (?:have|be) <=(?P<max>[\d.]+)",
            code="too_big",
            problem="too_long",
        ),
        Says(
            "bad_parameter",
            text=r"^Unrecognized keys?: (?P<field>\"[^\"]+\"(?:, \"[^\"]+\")*)$",
            code="unrecognized_keys",
            problem="unknown_field",
        ),
        Says("bad_parameter", code="invalid_union", problem="not_allowed"),
        Says("payment", text="^You do not have enough credits to run this task"),
        Says("authentication", status=401),
        Says("rate_limit", status=429),
        Says("transient", status=502),
        Says("transient", status=503),
        Says("transient", status=504),
        Says("moderation", code="SAFETY.INPUT.TEXT", fields="promptText", stage="input"),
        Says("moderation", code="SAFETY.INPUT.IMAGE", fields="referenceImages", stage="input"),
        Says("transient", code="INTERNAL.BAD_OUTPUT.CODE01"),
        Says("bad_parameter", code="INPUT_PREPROCESSING.SAFETY.TEXT", stage="input"),
        Says("bad_parameter", code="ASSET.INVALID", problem="unreadable", fields="referenceImages"),
        Says("transient", code="INTERNAL"),
    ),
    source=("docs.dev.runwayml.com (2026); 400 with zod issues as met (2026); runwayml 5.24.0 (PyPI) (5.24.0)"),
    checked="2026-11-29",
)
