"""fal: direct calls and the queue."""

from __future__ import annotations

from imgparams.answers.vendors.shared import FASTAPI
from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

ANSWERS = Answers(
    makes=(
        Makes(
            each="images[*]",
            image="url",
            media_type="content_type",
            width="width",
            height="height",
            seed="$.seed",
            reason="$.has_nsfw_concepts[*]",
            refused="true",
        ),
        Makes(
            image="image.url",
            media_type="$.image.content_type",
            width="$.image.width",
            height="$.image.height",
            seed="$.seed",
        ),
    ),
    tasks=(
        Task(
            id="request_id",
            state="status",
            words={"IN_QUEUE": "pending", "IN_PROGRESS": "pending", "COMPLETED": "done"},
            poll_url="status_url",
            result_url="response_url",
            failed=("error", "error_type"),
        ),
    ),
    errors=(
        FASTAPI,
        Envelope(
            message=("detail", "error", "status"),
            type="error_type",
            code="status",
            ok=("IN_QUEUE", "IN_PROGRESS", "COMPLETED"),
        ),
    ),
    says=(
        Says("bad_parameter", text="^Field required$", type="missing", problem="missing"),
        Says(
            "bad_parameter",
            text=r"^Input should be greater than (?P<min>[-\d.]+)$",
            type="greater_than",
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
            text=r"^Input should be less than (?P<max>[-\d.]+)$",
            type="less_than",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=r"^Input should be less than or equal to (?P<max>[-\d.]+)$",
            type="less_than_equal",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=r"^Input should be a multiple of (?P<multiple>\d+)$",
            type="multiple_of",
            problem="off_grid",
        ),
        Says("bad_parameter", text="^Input should be (?P<allowed>'.+')$", type="one_of", problem="not_allowed"),
        Says(
            "bad_parameter",
            text=r"^Sequence should have at least (?P<min>\d+) items",
            type="sequence_too_short",
            problem="incomplete",
        ),
        Says(
            "bad_parameter",
            text=r"^Sequence should have at most (?P<max>\d+) items",
            type="sequence_too_long",
            problem="too_many",
        ),
        Says("bad_parameter", type="image_too_small", problem="out_of_range"),
        Says("bad_parameter", type="image_too_large", problem="out_of_range"),
        Says("bad_parameter", type="file_too_large", problem="out_of_range"),
        Says("bad_parameter", type="image_load_error", problem="unreadable"),
        Says("bad_parameter", text="^Failed to download the file", type="file_download_error", problem="unreadable"),
        Says("bad_parameter", type="face_detection_error", problem="not_allowed"),
        Says("bad_parameter", type="invalid_request", problem="unreadable"),
        Says("bad_parameter", type="feature_not_supported", problem="conflict"),
        Says("bad_parameter", text="^Value error, (?:.+)$", type="value_error", problem="not_allowed"),
        Says("moderation", text="flagged by a content checker", type="content_policy_violation", charged=False),
        Says("moderation", type="no_media_generated", retry="seed"),
        Says("transient", type="internal_server_error"),
        Says("transient", type="generation_timeout"),
        Says("transient", type="downstream_service_error"),
        Says("transient", type="downstream_service_unavailable"),
        Says("payment", text=r"^User is locked\. Reason: Exhausted balance"),
        Says(
            "authentication",
            text=("^(?:invalid key credentials|No user found for Key ID and Secret|Cannot access application)"),
            type="unauthorized",
        ),
        Says("rate_limit", type="concurrent_requests_limit"),
        Says("transient", type="runner_scheduling_failure"),
        Says("transient", type="request_timeout"),
        Says("model", text="^Application [\\\"'](?:[^\\\"']+)[\\\"'] not found", type="not_found"),
        Says("unknown", status=404),
        Says("unknown", type="content_policy_violation"),
    ),
    retryable=("header:x-fal-needs-retry", "header:x-fal-retryable"),
    id="header:x-fal-request-id",
    source=(
        "fal Error Reference, copy in henjicc/Henji-AI docs/api/fal/base/errors.md "
        "(2025-10); fal-client 1.0.3 (PyPI) (1.0.3); Skill text on the "
        "same message for blocked content (None)"
    ),
    checked="2026-11-29",
)
