"""xAI's Grok Imagine.

A moderated image is an empty list, an entry with respect_moderation false, or HTTP 400, and is billed. Codes are words,
sentences or the status; a wrong key is 400, an empty account 403 or 429: the texts decide. What it costs is in ticks of
1e-10 USD. A bad value is told by Rust's serde. Open: the headers with limits; how long a URL lives.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

_FIELD = r"\b(?P<field>[\w.\[\]]{1,64}): "

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
    errors=(Envelope(message=("error.message", "error", "(text)"), code=("code", "error.code")),),
    says=(
        # a bad request
        Says("bad_parameter", text=r"^Argument not supported: (?P<field>\w+)$", problem="unknown_field"),
        Says(
            "bad_parameter",
            text=(
                _FIELD + r"unknown variant `(?P<value>[^`]*)`, "
                r"expected (?:one of )?(?P<allowed>`[^`]*`(?:(?:, | or )`[^`]{0,80}`){0,80})"
            ),
            problem="not_allowed",
        ),
        Says(
            "bad_parameter",
            text=(
                _FIELD + r"invalid type: (?P<value>.{1,200}?), "
                r"expected (?P<allowed>.{1,200}?)(?: at line \d+ column \d+)?$"
            ),
            problem="wrong_type",
        ),
        # moderation
        Says(
            "moderation",
            text="^Generated image rejected by content moderation",
            stage="output",
            charged=True,
            note="usage stands in the error",
        ),
        Says("moderation", text="^Rejected by content moderation", stage="input"),
        # the model, the account
        Says(
            "model",
            text=r"^The model (?P<value>\S+) does not exist or your team(?: \S+)? does not have access to it",
            fields="model",
        ),
        Says("authentication", text="^Incorrect API key provided", note="HTTP 400"),
        Says("authentication", code=("unauthenticated:bad-credentials", "permission-denied")),
        Says("payment", text="has either used all available credits or reached its monthly spending limit"),
        Says("payment", text="free usage quota", note="hours, not minutes"),
        # limits
        Says(
            "rate_limit",
            text=r"^Too many requests for team .*?\(actual/limit\): \d+/0\b",
            retry="no",
            note="a limit of 0 never passes",
        ),
        Says("rate_limit", text=r"^Too many requests for team "),
        Says("rate_limit", code="resource-exhausted"),
    ),
    source=(
        "a probe of the route for images, 2026-07-18; @ai-sdk/xai 3.0.138, xai_sdk 1.21.0; a copy of docs.x.ai, 2026"
    ),
    checked="2026-11-29",
)
