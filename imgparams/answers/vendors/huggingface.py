"""Hugging Face: its own inference answers with the file, the hosts behind the router as they do themselves.

A task of fal's that goes on has to be polled through the router, at an address that the answer does not hold; so no
tasks are read here. Open: the bodies of errors.
"""

from __future__ import annotations

from imgparams.answers.vendors.fal import ANSWERS as FAL
from imgparams.answers.vendors.replicate import ANSWERS as REPLICATE
from imgparams.answers.vendors.shared import FASTAPI, OPENAI_ERROR, OPENAI_SHAPE, PYDANTIC
from imgparams.answers.words import Answers, Envelope, Makes

ANSWERS = Answers(
    makes=(*FAL.makes, OPENAI_SHAPE, *REPLICATE.makes, Makes(image="(body)")),
    errors=(FASTAPI, OPENAI_ERROR, Envelope(message=("error", "detail", "message"))),
    says=PYDANTIC,
    id="header:x-request-id",
    source=(
        "the vendor's package huggingface_hub 2.4.0 (inference/_providers: fal_ai.py, nscale.py, replicate.py, "
        "together.py, hf_inference.py), 2026-11"
    ),
    checked="2026-12-01",
)
