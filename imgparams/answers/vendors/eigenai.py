"""Eigen AI: one image, whose key depends on the model; or the file itself, with binary_response.

Open: every body of an error, as none is published.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes

ANSWERS = Answers(
    makes=(
        Makes(image="image_base64", id="request_id"),
        Makes(image="image_url", id="request_id"),
        Makes(image="url", id="request_id"),
        Makes(image="output", id="request_id"),
        Makes(image="(body)"),
    ),
    errors=(Envelope(message=("message", "error", "detail")),),
    source="tryAGI/EigenAI openapi.yaml, written by hand from the vendor's docs, 2026-08-03",
    checked="2026-11-29",
)
