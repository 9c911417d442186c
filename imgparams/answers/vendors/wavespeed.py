"""WaveSpeedAI: a task that is polled; all stands in `data`.

A task that failed is HTTP 200 with a text in data.error. has_nsfw_contents tells of each output whether it was found
indecent; the output is there all the same. Open: how long the URLs live; classes of data.error.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Task

ANSWERS = Answers(
    makes=(Makes(image="data.outputs[*]", id="data.id"),),
    tasks=(
        Task(
            id="data.id",
            state="data.status",
            words={
                "created": "pending",
                "processing": "pending",
                "completed": "done",
                "failed": "failed",
                "cancelled": "failed",
                "timeout": "failed",
                "deleted": "failed",
            },
            poll="GET /api/v3/predictions/{id}",
            poll_url="data.urls.get",
        ),
    ),
    errors=(
        Envelope(message="data.error"),
        Envelope(message="message", code="code", ok="200"),
    ),
    source="wavespeed.ai/docs/get-result, 2026; the vendor's package wavespeed 2.0.5 (api/client.py), 2026-11",
    checked="2026-12-01",
)
