"""Recraft: `data` for images that are made, `image` for one that is changed.

Credits, not dollars. Vector models give SVG. The vendor says that the format of errors varies: plain text, or JSON with
code and message. Open: every JSON body of an error.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

ANSWERS = Answers(
    makes=(
        Makes(
            each="data[*]",
            image=("url", "b64_json"),
            image_id="image_id",
            revised_prompt="revised_prompt",
            expires=24 * 3600,
            cost="credits",
            currency="credits",
        ),
        Makes(
            image=("image.url", "image.b64_json"),
            image_id="$.image.image_id",
            expires=24 * 3600,
            cost="credits",
            currency="credits",
        ),
    ),
    errors=(
        Envelope(message="message", code="code"),
        Envelope(message="(text)"),
    ),
    says=(
        Says("authentication", text="^request unauthorized$"),
        Says("model", text="^404 page not found$", note="a wrong path"),
    ),
    source="Recraft's OpenAPI (copy in tryAGI/Recraft), 2026-08-22; www.recraft.ai, 2026",
    checked="2026-11-29",
)
