"""Cloudflare's Workers AI."""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

ANSWERS = Answers(
    makes=(
        Makes(image="result.image"),
        Makes(image="(body)"),
    ),
    errors=(Envelope(each="errors[*]", message="message", code="code"),),
    says=(
        Says(
            "bad_parameter",
            text=("Additional or unevaluated properties '(?P<field>/[^']+)' at '(?:/[^']*)' not allowed"),
            code="5006",
            problem="unknown_field",
        ),
        Says(
            "bad_parameter",
            text="required properties at '(?:/[^']*)' are '(?P<field>[^']+)'",
            code="5006",
            problem="missing",
        ),
        Says(
            "bad_parameter",
            text="Type mismatch of '(?P<field>/[^']+)', '(?P<value>[^']+)' not in '(?P<allowed>[^']+)'",
            code="5006",
            problem="wrong_type",
        ),
        Says(
            "bad_parameter",
            text=r"unexpected type \"(?P<allowed>\w+)\" with value \"(?P<value>[^\"]*)\"",
            code="1000",
            problem="wrong_type",
        ),
        Says("moderation", text="Input prompt contains NSFW content", code="3030", fields="prompt", stage="input"),
        Says("moderation", text="Input prompt contains NSFW content", code="8007", fields="prompt", stage="input"),
        Says(
            "payment",
            text=r"you have used up your daily free allocation of (?:[\d,]+) neurons",
            code="4006",
            retry="yes",
        ),
        Says("payment", text="[Yy]ou have used up your daily free allocation", code="3036", retry="yes"),
        Says("transient", text="^No more data centers", code="3040"),
        Says("model", text=r"No such model (?P<value>\S+) or task", code="5007"),
        Says("model", code="3042"),
        Says("model", code="5018"),
        Says("authentication", code="3023"),
        Says(
            "bad_parameter", text="^Request is missing headers or body: (?P<field>.+)$", code="3003", problem="missing"
        ),
        Says(
            "bad_parameter",
            text=r"^Invalid data type for base64 input: (?P<value>\w+)",
            code="5004",
            problem="unreadable",
        ),
        Says("bad_parameter", code="3006", problem="too_long"),
        Says("transient", code="3007"),
        Says("authentication", text="^Authentication error$", code="10000"),
    ),
    id="header:cf-ray",
    source=(
        "developers.cloudflare.com/workers-ai/platform/errors (2026-07-29)"
        "; 5006 on FLUX as measured, growing from 8 August (2026-08-14)"
        "; 5006 required properties, with a repro; types (2026-10)"
    ),
    checked="2026-11-29",
)
