"""Together: OpenAI's shape.

`param` is often null: the field stands in the text. Open: how long a URL lives; moderation; an empty account. The texts
for models other than FLUX read like Runware's.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import OPENAI_ERROR
from imgparams.answers.words import Answers, Makes, Says

ANSWERS = Answers(
    makes=(Makes(each="data[*]", image=("url", "b64_json"), id="id"),),
    errors=(OPENAI_ERROR,),
    says=(
        Says(
            "model",
            text=r"^Unable to access (?:non-serverless )?model (?P<value>\S+?)\.? ",
            fields="model",
            note="one that has ended, too",
        ),
        Says("model", code="model_not_available", fields="model"),
        Says("authentication", code="invalid_api_key"),
        Says("bad_parameter", type="invalid_request_error"),
    ),
    after={"header:x-ratelimit-reset": "seconds"},
    source="togethercomputer/openapi, 2026; together 3.1.1; @ai-sdk/togetherai 2.0.84",
    checked="2026-11-29",
)
