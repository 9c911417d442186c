"""OpenAI's images API: generations, edits and variations.

size and quality beside the images are what was used ("auto" is resolved). A billing limit is HTTP 400 with the type of
a bad request. `error.moderation_details.moderation_stage` says whether the prompt or the image was refused; another
sample helps only with the second. x-should-retry says whether to try again. Open: bodies of
image_generation_server_error.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import USAGE
from imgparams.answers.words import Answers, Envelope, Makes, Says

_SIZE = r"^Invalid size '(?P<value>[^']+)'\. "

ANSWERS = Answers(
    makes=(
        Makes(
            each="data[*]",
            image=("b64_json", "url"),
            media_type="$.output_format",
            revised_prompt="revised_prompt",
            size="$.size",
            expires=3600,
            usage=USAGE,
        ),
    ),
    errors=(
        Envelope(
            message="error.message",
            code="error.code",
            type=("error.moderation_details.moderation_stage", "error.type"),
            field="error.param",
        ),
    ),
    says=(
        # a bad request
        Says(
            "bad_parameter",
            text=r"^Unknown parameter: '(?P<field>[^']+)'\.",
            problem="unknown_field",
        ),
        Says("bad_parameter", code="unknown_parameter", problem="unknown_field"),
        Says(
            "bad_parameter",
            text=(
                r"^Invalid value: '(?P<value>[^']*)'\. "
                r"(?:Supported values are|Value must be one of): (?P<allowed>.+?)\.$"
            ),
            problem="not_allowed",
        ),
        Says("bad_parameter", code="invalid_value", problem="not_allowed"),
        Says(
            "bad_parameter",
            text=_SIZE + r"Width and height must both be divisible by (?P<multiple>\d+)",
            problem="off_grid",
            fields="size",
        ),
        Says(
            "bad_parameter",
            text=_SIZE + r"The longest edge must be less than or equal to (?P<max>\d+)",
            problem="out_of_range",
            fields="size",
        ),
        Says(
            "bad_parameter",
            text=_SIZE + r"Requested resolution (?:is below|exceeds) the current (?:minimum )?pixel budget",
            problem="bad_area",
            fields="size",
            note="no number: 655360 to 8294400 pixels",
        ),
        Says("bad_parameter", text=r"^Missing required parameter: '(?P<field>[^']+)'", problem="missing"),
        Says("bad_parameter", code="missing_required_parameter", problem="missing"),
        Says(
            "bad_parameter",
            text="^Invalid type for '(?P<field>[^']+)': expected (?P<allowed>.+?), but got (?P<value>.+?) instead",
            problem="wrong_type",
        ),
        Says("bad_parameter", code="invalid_type", problem="wrong_type"),
        Says(
            "bad_parameter",
            text=(
                r"^Invalid '(?P<field>[^']+)': (?:integer|decimal) above maximum value\. "
                r"Expected a value <= (?P<max>[-\d.]+), but got (?P<value>[-\d.]+) instead"
            ),
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=(
                r"^Invalid '(?P<field>[^']+)': (?:integer|decimal) below minimum value\. "
                r"Expected a value >= (?P<min>[-\d.]+), but got (?P<value>[-\d.]+) instead"
            ),
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=(
                r"^Invalid '(?P<field>[^']+)': string too long\. Expected a string with maximum length (?P<max>\d+), "
                r"but got a string with length (?P<value>\d+) instead"
            ),
            problem="too_long",
        ),
        Says("bad_parameter", code="invalid_image_file", problem="unreadable", fields="image"),
        Says(
            "bad_parameter",
            text=(
                r"^Invalid file '(?P<field>[^']+)': unsupported mimetype \('(?P<value>[^']+)'\)\. "
                r"Supported file formats are (?P<allowed>.+)\.$"
            ),
            problem="not_allowed",
        ),
        # moderation
        Says("moderation", code="moderation_blocked"),
        Says("moderation", code="moderation_blocked", type="output", stage="output"),
        Says("moderation", code="moderation_blocked", type="input", stage="input"),
        Says("moderation", code="content_policy_violation", note="dall-e's"),
        Says("moderation", text=r"safety_violations=\[|^Your request was rejected as a result of our safety system"),
        # the account
        Says(
            "authentication",
            text="^Your organization must be verified to use the model [`'](?P<value>[^`']+)[`']",
            note="up to 15 minutes until it takes effect",
        ),
        Says("payment", code="billing_hard_limit_reached", note="HTTP 400"),
        Says("payment", text="^Billing hard limit has been reached"),
        Says(
            "payment",
            code=(
                *("insufficient_quota", "credit_balance_exhausted", "organization_usage_limit_exceeded"),
                *("organization_spend_limit_exceeded", "project_spend_limit_exceeded"),
            ),
            note="429, yet no wait helps",
        ),
        Says("payment", type="insufficient_quota"),
        # limits
        Says("rate_limit", text=r"Limit: 0/", retry="no", note="this account has no access to images"),
        Says("rate_limit", text=r"try again after (?P<seconds>[\d.]+) seconds"),
        Says("rate_limit", code="rate_limit_exceeded"),
        Says("rate_limit", type="rate_limit_error"),
    ),
    retryable="header:x-should-retry",
    id="header:x-request-id",
    source=(
        "openai-openapi openapi.json (ImagesResponse, Image, ImageGenUsage, Error), 2026-08-21; openai 3.57.0; notes "
        "from probing gpt-image-2, 2026-04-28; developers.openai.com/api/docs/guides/error-codes, 2026-09, as "
        "programs cite it"
    ),
    checked="2026-11-29",
)
