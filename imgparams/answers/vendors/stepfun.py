"""StepFun: OpenAI's route, with an entry's own reason and seed.

content_filtered: the image was made, and withheld. Open: the bodies of errors.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import OPENAI_ERROR
from imgparams.answers.words import Answers, Makes

ANSWERS = Answers(
    makes=(
        Makes(
            each="data[*]",
            image=("image", "b64_json", "url"),
            seed="seed",
            reason="finish_reason",
            refused="content_filtered",
        ),
    ),
    errors=(OPENAI_ERROR,),
    source="platform.stepfun.com/docs/api-reference/image, 2026",
    checked="2026-12-01",
)
