"""Ideogram: an image that is not safe stands in the list without a URL.

422 is a safety answer here, not validation. Where `async` is asked for, the answer is an id to poll. Open: the bodies
of 400, 401, 402 and 429.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

ANSWERS = Answers(
    makes=(
        Makes(
            each="data[*]",
            image="url",
            seed="seed",
            size="resolution",
            revised_prompt="prompt",
            reason="is_image_safe",
            refused="false",
            expires=24 * 3600,
        ),
    ),
    tasks=(
        Task(
            id="generation_id",
            state="status",
            words={"pending": "pending", "completed": "done", "failed": "failed"},
            poll="GET /v1/generations/{id}",
        ),
    ),
    errors=(Envelope(message=("error", "detail")),),
    says=(
        Says("moderation", text="^Prompt provided failed safety check", fields="prompt", stage="input"),
        Says("moderation", text="^Image provided failed safety check", fields="image", stage="input"),
        Says("moderation", status=422, stage="input"),
    ),
    source=(
        "Ideogram's OpenAPI (copy in tryAGI/Ideogram), 2026-06-17; the text of its spec in an application, 2026; a "
        "third party's reading of the vendor's reference of the asynchronous route, 2026-06"
    ),
    checked="2026-11-29",
)
