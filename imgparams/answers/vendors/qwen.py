"""Alibaba's Model Studio (DashScope): Qwen-Image and Wan."""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

ANSWERS = Answers(
    makes=(
        Makes(
            each="output.choices[*].message.content[*]",
            image="image",
            width="$.usage.width",
            height="$.usage.height",
            expires=24 * 3600,
        ),
        Makes(
            each="output.results[*]",
            image="url",
            revised_prompt="actual_prompt",
            expires=24 * 3600,
            id="output.task_id",
        ),
    ),
    tasks=(
        Task(
            id="output.task_id",
            state="output.task_status",
            words={
                "PENDING": "pending",
                "RUNNING": "pending",
                "SUSPENDED": "pending",
                "PRE-PROCESSING": "pending",
                "POST-PROCESSING": "pending",
                "SUCCEEDED": "done",
                "FAILED": "failed",
                "CANCELED": "failed",
                "UNKNOWN": "failed",
            },
            poll="GET /api/v1/tasks/{id}",
        ),
    ),
    errors=(
        Envelope(message="output.message", code="output.code"),
        Envelope(message="message", code="code"),
        Envelope(each="output.results[*]", message="message", code="code"),
    ),
    says=(
        Says(
            "moderation",
            text="^Output data may contain inappropriate content",
            code="DataInspectionFailed",
            stage="output",
        ),
        Says(
            "moderation",
            text=r"^Green net check failed for (?:image \(output\)|output image)",
            code="DataInspectionFailed",
            stage="output",
        ),
        Says(
            "bad_parameter",
            text="^[Ss]ize (?:is )?not supported",
            code="InvalidParameter",
            problem="not_allowed",
            fields="size",
        ),
        Says(
            "bad_parameter", text=r"^(?P<field>\w+) is not supported$", code="InvalidParameter", problem="not_allowed"
        ),
        Says(
            "bad_parameter",
            text=r"^Required parameter\(s\) missing or invalid",
            code="InvalidParameter",
            problem="missing",
        ),
        Says(
            "bad_parameter",
            text=(r"^The (?P<field>\w+) parameter must be an? (?:[\w ]+?) " r"and not greater than (?P<max>\d+)$"),
            code="InvalidParameter",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=r"^parameter\.(?P<field>\w+) must be set to (?P<allowed>\S+) for",
            code="InvalidParameter",
            problem="conflict",
        ),
        Says(
            "moderation",
            text=(
                r"(?:Green net check failed for (?:\w+)|(?:Input|"
                "Output) data may contain inappropriate content)"
            ),
            code="DataInspectionFailed",
            stage="input",
            charged=False,
        ),
        Says("moderation", code="IPInfringementSuspect", stage="input"),
        Says("authentication", text="^Invalid API-key provided", code="InvalidApiKey"),
        Says("authentication", text="does not support (?:synchronous|asynchronous) calls", code="AccessDenied"),
        Says("authentication", code="Workspace.AccessDenied"),
        Says("payment", text="^Access denied, please make sure your account is in good standing", code="Arrearage"),
        Says("model", code="ModelNotFound", fields="model"),
        Says("model", code="Model.AccessDenied", fields="model"),
        Says("rate_limit", text="^Requests rate limit exceeded", code="Throttling.RateQuota"),
        Says("rate_limit", text="^Allocated quota exceeded", code="Throttling.AllocationQuota"),
        Says("payment", code="AllocationQuota.FreeTierOnly"),
        Says("transient", code="InternalError.Timeout"),
        Says("transient", code="ModelServingError"),
    ),
    id="request_id",
    source=(
        "dashscope 2.0.2 (PyPI) (2.0.2); Model Studio error codes (help.aliyun.com/en/model-s"
        "tudio/error-code and a copy, index ids 69849634789, 10047019765)"
        " (2026); DataInspectionFailed texts from a server's own records "
        "(2026-06)"
    ),
    checked="2026-11-29",
)
