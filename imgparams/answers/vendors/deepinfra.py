"""DeepInfra: OpenAI's shape on two routes, and a list of data URLs on its own.

Open: what an error is beyond a text; the currency of inference_status.cost.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import FASTAPI, OPENAI_ERROR, OPENAI_SHAPE, PYDANTIC
from imgparams.answers.words import Answers, Envelope, Makes

ANSWERS = Answers(
    makes=(OPENAI_SHAPE, Makes(image="images[*]", id="request_id")),
    errors=(FASTAPI, Envelope(message="detail.error"), OPENAI_ERROR),
    says=PYDANTIC,
    source="@ai-sdk/deepinfra 3.0.57 (npm), 2026-11; deepinfra.com/docs/inference, 2026",
    checked="2026-12-01",
)
