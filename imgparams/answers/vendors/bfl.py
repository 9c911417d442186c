"""Black Forest Labs: tasks that are polled, whose images are fetched within ten minutes."""

from __future__ import annotations

from imgparams.answers.vendors.shared import FASTAPI
from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

ANSWERS = Answers(
    makes=(Makes(image="result.sample", seed="$.result.seed", revised_prompt="$.result.prompt", expires=600, id="id"),),
    tasks=(
        Task(
            id="id",
            state="status",
            words={
                "Pending": "pending",
                "Reasoning": "pending",
                "Generating": "pending",
                "Ready": "done",
                "Request Moderated": "moderated",
                "Content Moderated": "moderated",
                "Error": "failed",
                "Failed": "failed",
                "Task not found": "failed",
            },
            poll="GET /v1/get_result?id={id}",
            poll_url="polling_url",
            cost="cost",
            currency="credits",
        ),
    ),
    errors=(
        FASTAPI,
        Envelope(message="detail"),
        Envelope(
            message=("details.error", "status"), code="status", ok=("Ready", "Pending", "Reasoning", "Generating")
        ),
    ),
    says=(
        Says("moderation", text="^Content Moderated$", code="Content Moderated", stage="output"),
        Says("bad_parameter", text="^Extra inputs are not permitted$", type="extra_forbidden", problem="unknown_field"),
        Says(
            "bad_parameter",
            text=r"^Input should be less than or equal to (?P<max>[-\d.]+)$",
            type="less_than_equal",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=r"^Input should be greater than or equal to (?P<min>[-\d.]+)$",
            type="greater_than_equal",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=r"^Input should be a multiple of (?P<multiple>\d+)$",
            type="multiple_of",
            problem="off_grid",
        ),
        Says("bad_parameter", text="^Field required$", type="missing", problem="missing", status=422),
        Says("authentication", text="^Not authenticated"),
        Says("payment", status=402),
        Says("rate_limit", status=429),
        Says("transient", status=503),
        Says("moderation", text="^(?:Request|Content) Moderated$", code="Request Moderated", stage="input"),
        Says("bad_parameter", code="Error", problem="unreadable", status=422),
        Says("transient", code="Error", status=503),
        Says("unknown", code="Task not found"),
        Says("unknown", text="^Field required$", type="missing", status=404),
    ),
    source=(
        "BFL OpenAPI (AsyncResponse, ResultResponse, StatusResponse, "
        "HTTPValidationError), copy in tryAGI/BlackForestLabs (2026-05-01)"
        "; docs.bfl.ai (2026); @ai-sdk/black-forest-labs 1.0.33 (1.0.33)"
    ),
    checked="2026-11-29",
)
