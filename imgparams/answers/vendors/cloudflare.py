"""Cloudflare's Workers AI: an image in JSON, or the file itself.

An error is `success: false` with numbered errors. The free units of a day end with 429; nothing but the next day (00:00
UTC) or a paid plan helps. The cost is not in the answer. Open: the code of a width or height that is not taken.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

ANSWERS = Answers(
    makes=(
        Makes(image="result.image"),
        Makes(image="(body)"),
    ),
    errors=(Envelope(each="errors[*]", message="message", code="code"),),
    says=(
        # a bad request
        Says(
            "bad_parameter",
            text=r"Additional or unevaluated properties '(?P<field>/[^']+)' at '/[^']*' not allowed",
            code="5006",
            problem="unknown_field",
        ),
        Says(
            "bad_parameter",
            text="required properties at '/[^']*' are '(?P<field>[^']+)'",
            code="5006",
            problem="missing",
            note="all required names, not only those that are missing",
        ),
        Says(
            "bad_parameter",
            text="Type mismatch of '(?P<field>/[^']+)', '(?P<value>[^']+)' not in '(?P<allowed>[^']+)'",
            code="5006",
            problem="wrong_type",
        ),
        Says(
            "bad_parameter",
            text=r'unexpected type "(?P<allowed>\w+)" with value "(?P<value>[^"]*)"',
            code="1000",
            problem="wrong_type",
            note="the field is not told",
        ),
        Says(
            "bad_parameter",
            text="^Request is missing headers or body: (?P<field>.+)$",
            code="3003",
            problem="missing",
        ),
        Says("bad_parameter", code="5004", problem="unreadable"),
        Says("bad_parameter", code="3006", problem="too_long"),
        # moderation: the prompt is judged, not the image
        Says("moderation", text="NSFW content", code=("3030", "8007"), fields="prompt", stage="input"),
        # the model, the account
        Says("model", code=("5007", "3042")),
        Says("model", code=("5018", "5016", "3041"), note="not for this account, or its terms are not accepted"),
        Says("authentication", code=("10000", "3023")),
        Says("payment", code=("3036", "4006"), note="until 00:00 UTC"),
        # faults
        Says("transient", code="3040", note="capacity, not the account's limit"),
        Says("transient", code=("3007", "3008")),
    ),
    id="header:cf-ray",
    source=(
        "developers.cloudflare.com/workers-ai/platform/errors, 2026-07-29; 5006 on FLUX as measured, 2026-08-14; "
        "reports with bodies, 2026-10"
    ),
    checked="2026-11-29",
)
