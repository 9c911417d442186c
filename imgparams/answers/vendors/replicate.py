"""Replicate: predictions, waited for or polled.

A 201 with the status `starting` is no result yet. The error of a prediction is a free text of the model's author, or of
Replicate with a code in brackets. The seed stands in `logs` only. Open: authors' own texts; whether a maker's 429 in
one passes.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

ANSWERS = Answers(
    makes=(
        Makes(image="output[*]", expires=3600, id="id"),
        Makes(image="output", expires=3600, id="id"),
    ),
    tasks=(
        Task(
            id="id",
            state="status",
            words={
                "starting": "pending",
                "processing": "pending",
                "succeeded": "done",
                "failed": "failed",
                "canceled": "failed",
                "aborted": "failed",
            },
            poll="GET /v1/predictions/{id}",
            poll_url="urls.get",
        ),
    ),
    errors=(
        Envelope(each="invalid_fields[*]", message="description", type="type", field="field"),
        Envelope(message=("detail", "error")),
    ),
    says=(
        # a bad request
        Says(
            "bad_parameter",
            text=r"^(?P<field>\S+) must be one of the following: (?P<allowed>.+)$",
            problem="not_allowed",
        ),
        Says("bad_parameter", text=r"^Must be less than or equal to (?P<max>[-\d.]+)$", problem="out_of_range"),
        Says("bad_parameter", text=r"^Must be greater than or equal to (?P<min>[-\d.]+)$", problem="out_of_range"),
        Says("bad_parameter", text=r"^(?P<field>\S+) is required$", problem="missing"),
        Says(
            "bad_parameter",
            text=r"^Additional property (?P<field>\S+) is not allowed$",
            problem="unknown_field",
        ),
        Says(
            "bad_parameter",
            text=r"^Invalid type\. Expected: (?P<allowed>.+), given: (?P<value>.+)$",
            problem="wrong_type",
        ),
        Says("bad_parameter", text=r"(?m)^- (?P<field>input[\w.]*): ", problem="out_of_range", note="older bodies"),
        # moderation
        Says("moderation", text="NSFW content", stage="output"),
        Says("moderation", text=r"flagged as sensitive.*\(E\d{3}\)"),
        # the model, the account
        Says("model", text="^The specified version does not exist", fields="version"),
        Says("model", status=404, note="a community model needs its version"),
        Says(
            "authentication", text="^You did not pass a valid authentication|^Invalid token|^Incorrect authentication"
        ),
        Says("payment", text="^You have insufficient credit|monthly spend limit"),
        # limits, faults
        Says(
            "rate_limit",
            text=r"^Request was throttled\.(?:.*resets in ~(?P<seconds>\d+)s)?",
            note="little credit lowers the limit",
        ),
        Says("transient", text=r"^Prediction interrupted; please retry"),
        Says("unknown", text=r"\(E\d+\)", retry="yes"),
    ),
    after={"retry_after": "seconds"},
    source=(
        "replicate 1.0.7; Replicate's page on rate limits, a copy; cog models that raise for NSFW; a list of recorded "
        "texts of ReplicateError"
    ),
    checked="2026-11-29",
)
