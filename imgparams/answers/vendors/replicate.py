"""Replicate: predictions, waited for or polled."""

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
        Says(
            "moderation", text="^(?:All generated images contained NSFW content|NSFW content detected)", stage="output"
        ),
        Says(
            "bad_parameter",
            text=r"^(?P<field>\S+) must be one of the following: (?P<allowed>.+)$",
            type="enum",
            problem="not_allowed",
        ),
        Says(
            "bad_parameter",
            text=r"^Must be less than or equal to (?P<max>[-\d.]+)$",
            type="number_lte",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=r"^Must be greater than or equal to (?P<min>[-\d.]+)$",
            type="number_gte",
            problem="out_of_range",
        ),
        Says("bad_parameter", text=r"^(?P<field>\S+) is required$", type="required", problem="missing"),
        Says(
            "bad_parameter",
            text=r"^Additional property (?P<field>\S+) is not allowed$",
            type="additional_property_not_allowed",
            problem="unknown_field",
        ),
        Says(
            "bad_parameter",
            text=r"^Invalid type\. Expected: (?P<allowed>.+), given: (?P<value>.+)$",
            type="invalid_type",
            problem="wrong_type",
        ),
        Says("bad_parameter", text=r"(?m)^- (?P<field>input[\w.]*): (?:.+)$", problem="out_of_range"),
        Says("rate_limit", text=r"^Request was throttled\.(?:.*resets in ~(?P<seconds>\d+)s)?"),
        Says("payment", text="^You have insufficient credit"),
        Says("payment", text="monthly spend limit"),
        Says(
            "authentication",
            text=("^(?:You did not pass a valid authentication token|Invalid token|Incorrect authentication token)"),
        ),
        Says("model", text="^The specified version does not exist", fields="version"),
        Says("model", status=404),
        Says("moderation", text=r"flagged as sensitive.*\((?:E\d{3})\)"),
        Says("transient", text=r"^Prediction interrupted; please retry \(code: (?:\w+)\)"),
        Says("unknown", text=r"\((?:E\d+)\)", retry="yes"),
    ),
    after={"retry_after": "seconds"},
    source=(
        "replicate 1.0.7 (PyPI) (1.0.7); Replicate docs on rate limits, "
        "copy (None); cog models that raise for NSFW; a list of recorded "
        "ReplicateError texts (None)"
    ),
    checked="2026-11-29",
)
