"""Ideogram: an image that is not safe stands in the list without a URL.

422 is a safety answer here, not validation. Open: the bodies of 400, 401, 402 and 429.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

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
    errors=(Envelope(message=("error", "detail")),),
    says=(
        Says("moderation", text="^Prompt provided failed safety check", fields="prompt", stage="input"),
        Says("moderation", text="^Image provided failed safety check", fields="image", stage="input"),
        Says("moderation", status=422, stage="input"),
    ),
    source=("Ideogram's OpenAPI (copy in tryAGI/Ideogram), 2026-06-17; the text of its spec in an application, 2026"),
    checked="2026-11-29",
)
