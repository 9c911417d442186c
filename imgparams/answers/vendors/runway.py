"""Runway: tasks that are polled, no more often than every five seconds.

THROTTLED is waiting: the account's tasks at once are all in use. Without credits the status is 400. A failed task has a
failureCode whose parts go from general to special. 429 is the number of generations of a rolling day. Open: the texts.
"""

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
            after=5,
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
        # a bad request: zod's issues
        Says(
            "bad_parameter",
            text="^Invalid option: expected one of (?P<allowed>[\"'].+)$",
            problem="not_allowed",
        ),
        Says("bad_parameter", code="invalid_value", problem="not_allowed"),
        Says("bad_parameter", text="received undefined$", code="invalid_type", problem="missing"),
        Says("bad_parameter", code="invalid_type", problem="wrong_type"),
        Says("bad_parameter", text=r"^Too big: expected string", code="too_big", problem="too_long"),
        Says("bad_parameter", text=r"^Too big: expected array", code="too_big", problem="too_many"),
        Says("bad_parameter", code="too_big", problem="out_of_range"),
        Says("bad_parameter", code="too_small", problem="out_of_range"),
        Says(
            "bad_parameter",
            text=r"^Unrecognized keys?: (?P<field>\"[^\"]+\"(?:, \"[^\"]{1,80}\"){0,80})$",
            problem="unknown_field",
        ),
        Says("bad_parameter", code="unrecognized_keys", problem="unknown_field"),
        Says("bad_parameter", code="invalid_union", problem="not_allowed", note="an unknown model, too"),
        Says("bad_parameter", code="ASSET.INVALID", problem="unreadable", fields="referenceImages"),
        Says(
            "moderation",
            code="INPUT_PREPROCESSING.SAFETY",
            stage="input",
            note="stands before the next row, which fits too",
        ),
        Says("bad_parameter", code="INPUT_PREPROCESSING", stage="input"),
        # moderation
        Says(
            "moderation",
            code="SAFETY.INPUT.TEXT",
            fields="promptText",
            stage="input",
            charged=True,
            note="the last part is a guess: there may be no text",
        ),
        Says("moderation", code="SAFETY.INPUT.IMAGE", fields="referenceImages", stage="input"),
        Says("moderation", code="SAFETY.OUTPUT", stage="output", retry="no", note="the docs say not to try again"),
        # the account, faults
        Says("payment", text="^You do not have enough credits to run this task", note="HTTP 400"),
        Says("transient", code="INTERNAL", note="BAD_OUTPUT: text or graphics in a reference is a common cause"),
    ),
    source="docs.dev.runwayml.com, 2026; a 400 with zod's issues as met, 2026; runwayml 5.24.0",
    checked="2026-11-29",
)
