"""Reve: the file itself with headers, or JSON with the image in base64.

Where content_violation is true, the image is none as asked. Only what the answer costs in credits is told. Open: the
codes of errors; whether a violation is charged.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes

ANSWERS = Answers(
    makes=(
        Makes(
            image="(body)",
            reason="header:x-reve-content-violation",
            refused=("true", "1", "yes"),
            cost="header:x-reve-credits-used",
            currency="credits",
        ),
        Makes(
            image="image",
            reason="$.content_violation",
            refused="true",
            cost="credits_used",
            currency="credits",
            id="request_id",
        ),
    ),
    errors=(Envelope(message=("message", "error"), code="error_code"),),
    id="header:x-reve-request-id",
    source="the vendor's package reve 0.1.9 (_client.py, _response.py, v2/types.py), 2026-07-20",
    checked="2026-12-01",
)
