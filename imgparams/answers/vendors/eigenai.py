"""Eigen AI: one image, whose key depends on the model."""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

ANSWERS = Answers(
    makes=(
        Makes(image=("image_base64",), id="request_id"),
        Makes(image=("image_url",), id="request_id"),
        Makes(image=("url",), id="request_id"),
        Makes(image=("output",), id="request_id"),
        Makes(image="(body)"),
    ),
    errors=(Envelope(message=("message", "error", "detail")),),
    says=(
        Says("bad_parameter", status=400),
        Says("authentication", status=401),
        Says("rate_limit", status=429),
    ),
    source=(
        "Seed 000 (binary_response, multipart) (None); tryAGI/EigenAI "
        "openapi.yaml, hand-written from the official docs (2026-08-03)"
    ),
    checked="2026-11-29",
)
