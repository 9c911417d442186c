"""Kling: a task that is polled; every answer has a code, 0 where all is well.

A poll goes to the route of the request with the id behind it, of which there are four, so no call is made up here.
Open: the numbers of errors.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Task

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
            poll_url="data.poll_url",
            note="poll_url is never there: the route is the request's",
        ),
    ),
    errors=(
        Envelope(message="data.task_status_msg"),
        Envelope(message="message", code="code", ok="0"),
    ),
    id="request_id",
    source="ComfyUI comfy_api_nodes/apis/kling.py (TaskStatusResponse), 2026; "
    "Baidu Qianfan's page of the same API, 2026-06-17",
    checked="2026-12-01",
)
