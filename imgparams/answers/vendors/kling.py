"""Kling: a task that is polled; every answer has a code, 0 where all is well.

A poll goes to the route of the request with the id behind it. 429 is also an account without money, or one that is
shut. Open: why a task failed, beyond its text.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

ANSWERS = Answers(
    makes=(
        Makes(
            image=("data.task_result.images[*].url", "data.task_result.series_images[*].url"),
            id="data.task_id",
        ),
    ),
    tasks=(
        Task(
            id="data.task_id",
            state="data.task_status",
            words={"submitted": "pending", "processing": "pending", "succeed": "done", "failed": "failed"},
            poll="GET {path}/{id}",
        ),
    ),
    errors=(
        Envelope(message="data.task_status_msg"),
        Envelope(message="message", code="code", ok="0"),
    ),
    says=(
        Says("bad_parameter", code=("1200", "1201"), note="the text names the field"),
        Says("moderation", code="1301", stage="input"),
        Says("moderation", code="1300", note="a policy of the platform"),
        Says("model", code=("1202", "1203"), note="the route or the model is not there"),
        Says("authentication", code=("1000", "1001", "1002", "1003", "1004", "1103")),
        Says("authentication", code=("1100", "1304"), note="429: the account is shut, or the address is not listed"),
        Says("payment", code=("1101", "1102"), note="429"),
        Says("rate_limit", code=("1302", "1303")),
        Says("transient", code=("5000", "5001", "5002")),
    ),
    id="request_id",
    source="ComfyUI comfy_api_nodes/apis/kling.py (TaskStatusResponse), 2026; "
    "Baidu Qianfan's page of the same API, 2026-06-17; kling.ai/document-api/api/get-started/error-codes, a copy, 2026",
    checked="2026-12-01",
)
