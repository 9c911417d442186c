"""Krea: a job that is polled; the images are URLs.

Open: why a job failed; how long the URLs live; what an error is beyond a text.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Task

ANSWERS = Answers(
    makes=(Makes(image="result.urls[*]", id="job_id"),),
    tasks=(
        Task(
            id="job_id",
            state="status",
            words={
                "backlogged": "pending",
                "queued": "pending",
                "scheduled": "pending",
                "processing": "pending",
                "sampling": "pending",
                "intermediate-complete": "pending",
                "completed": "done",
                "failed": "failed",
                "cancelled": "failed",
            },
            poll="GET /jobs/{id}",
        ),
    ),
    errors=(Envelope(message=("error.message", "error", "message")),),
    source=(
        "docs.krea.ai/developers/job-lifecycle, 2026; ComfyUI comfy_api_nodes/apis/krea.py, 2026; "
        "JustinPerea/nebula-nodes backend/handlers/krea.py, 2026-10, for all words of status"
    ),
    checked="2026-12-01",
)
