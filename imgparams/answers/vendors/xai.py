"""xAI's Grok Imagine."""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

ANSWERS = Answers(
    makes=(
        Makes(
            each="data[*]",
            image=("url", "b64_json"),
            media_type="mime_type",
            revised_prompt="revised_prompt",
            reason="respect_moderation",
            refused="false",
            empty="moderation",
            cost="usage.cost_in_usd_ticks",
            currency="USD",
            cost_unit=1e-10,
        ),
    ),
    errors=(Envelope(message=("error.message", "error"), code=("code", "error.code")),),
    says=(
        Says(
            "moderation",
            text="^Generated image rejected by content moderation",
            code="Client specified an invalid argument",
            stage="output",
        ),
        Says("bad_parameter", text=r"^Argument not supported: (?P<field>\w+)$", code="400", problem="unknown_field"),
        Says(
            "bad_parameter",
            text=(
                r"\b(?P<field>[\w.\[\]]{1,64}): unknown variant `(?P<value>[^`]"
                "*)`, expected (?:one of )?(?P<allowed>`[^`]*`(?:(?:, | or )`[^`]"
                "*`)*)"
            ),
            problem="not_allowed",
        ),
        Says(
            "bad_parameter",
            text=(
                r"\b(?P<field>[\w.\[\]]{1,64}): invalid type: (?P<value>.{1,200}?"
                r"), expected (?P<allowed>.{1,200}?)(?: at line \d+ column \d+"
                ")?$"
            ),
            problem="wrong_type",
        ),
        Says("moderation", text="^Rejected by content moderation", code="invalid_argument", stage="input"),
        Says(
            "payment",
            text="has either used all available credits or reached its monthly spending limit",
            code="permission-denied",
        ),
        Says(
            "authentication",
            text="^The caller does not have permission to execute the specified operation",
            code="permission-denied",
        ),
        Says("authentication", text="^Incorrect API key provided", code="Client specified an invalid argument"),
        Says("authentication", code="unauthenticated:bad-credentials"),
        Says(
            "rate_limit",
            text=(
                r"^Too many requests for team \S+ and model (?:\S+)\. .*?"
                r"Requests per (?:\w+) \(actual/limit\): (?P<value>\d+"
                r")/(?:\d+)"
            ),
            code="resource-exhausted",
        ),
        Says("payment", text="free usage quota", code="resource-exhausted"),
        Says(
            "payment",
            text="has either used all available credits or reached its monthly spending limit",
            code="Some resource has been exhausted",
        ),
        Says(
            "model",
            text=(r"^The model (?P<value>\S+) does not exist or your team(?: \S+" ")? does not have access to it"),
            code="not-found",
            fields="model",
        ),
    ),
    source=(
        "Probe of the image route, 2026-07-18 (2026-07-18); @ai-sdk/xai "
        "3.0.138, xai_sdk 1.21.0 (3.0.138); docs.x.ai copy (2026)"
    ),
    checked="2026-11-29",
)
