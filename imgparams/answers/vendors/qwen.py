"""Alibaba's Model Studio (DashScope): Qwen-Image and Wan.

A task that SUCCEEDED may hold failures: entries with a code in place of a URL. A refused size may be HTTP 200, or a
task that FAILED at run time. UNKNOWN means that the task is not there, as after 24 hours. Moderation is not charged.
The compatible mode has the same codes in OpenAI's error object. Open: texts for the limits of n, seed and prompt.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import OPENAI_ERROR
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
        OPENAI_ERROR,
    ),
    says=(
        # a bad request
        Says("bad_parameter", text="^[Ss]ize (?:is )?not supported", problem="not_allowed", fields="size"),
        Says("bad_parameter", text=r"^(?P<field>\w+) is not supported$", problem="not_allowed"),
        Says("bad_parameter", text=r"^Required parameter\(s\) missing or invalid", problem="missing"),
        Says(
            "bad_parameter",
            text=r"^The (?P<field>\w+) parameter must be an? [\w ]+? and not greater than (?P<max>\d+)$",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=r"^parameter\.(?P<field>\w+) must be set to (?P<allowed>\S+) for",
            problem="conflict",
        ),
        Says("bad_parameter", code="InvalidParameter"),
        # moderation
        Says(
            "moderation",
            text=r"^Output data|failed for (?:image \(output\)|output image)",
            code="DataInspectionFailed",
            stage="output",
            charged=False,
        ),
        Says("moderation", code="DataInspectionFailed", stage="input", charged=False),
        Says("moderation", code="IPInfringementSuspect", stage="input"),
        # the model, the account
        Says("model", code=("ModelNotFound", "Model.AccessDenied"), fields="model"),
        Says("authentication", code=("InvalidApiKey", "Workspace.AccessDenied")),
        Says(
            "authentication",
            code="AccessDenied",
            note="also where X-DashScope-Async is missing, or the model has no asynchronous call",
        ),
        Says("payment", code="Arrearage", note="HTTP 400"),
        Says("payment", code="AllocationQuota.FreeTierOnly"),
        # limits, faults
        Says(
            "rate_limit",
            code="Throttling",
            note="AllocationQuota: that of a minute, or the free one, which never comes back",
        ),
        Says("transient", code=("InternalError", "ModelServingError")),
    ),
    id="request_id",
    source=(
        "dashscope 2.0.2; Model Studio's error codes (help.aliyun.com/en/model-studio/error-code), 2026; texts of "
        "DataInspectionFailed from a server's own records, 2026-06"
    ),
    checked="2026-11-29",
)
