"""Ideogram: an image that is not safe stands in the list without a URL."""

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
        Says(
            "moderation",
            text=("^(?:Prompt|Image) provided failed safety check due to the inclusion of prohibited content"),
            fields="prompt",
            stage="input",
        ),
        Says("moderation", text="^Image provided failed safety check", fields="image", stage="input"),
        Says("bad_parameter", status=400),
        Says("authentication", status=401),
        Says("rate_limit", status=429),
    ),
    source=(
        "Ideogram OpenAPI (copy in tryAGI/Ideogram) (2026-06-17); Spec "
        "text of an application (2026); Generated models with example "
        "bodies (None)"
    ),
    checked="2026-11-29",
)
