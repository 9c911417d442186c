"""Azure's OpenAI deployments: OpenAI's answers, and the content filter's.

The code inside of an error (`inner_error` on the image routes, `innererror` on others) outranks the outer one.
Open: the texts of 429 on the image routes; the bodies of MAI's and FLUX's deployments.
"""

from __future__ import annotations

from imgparams.answers.vendors.openai import ANSWERS as OPENAI
from imgparams.answers.vendors.shared import USAGE
from imgparams.answers.words import Answers, Envelope, Makes, Says

ANSWERS = Answers(
    makes=(
        Makes(
            each="data[*]",
            image=("b64_json", "url"),
            media_type="$.output_format",
            revised_prompt="revised_prompt",
            size="$.size",
            expires=24 * 3600,
            usage=USAGE,
        ),
    ),
    errors=(
        Envelope(
            message="error.message",
            code=("error.inner_error.code", "error.innererror.code", "error.code"),
            type=("error.moderation_details.moderation_stage", "error.type"),
            field="error.param",
        ),
    ),
    says=(
        # moderation
        Says(
            "moderation",
            code=("ResponsibleAIPolicyViolation", "content_policy_violation"),
            fields="prompt",
            stage="input",
        ),
        Says(
            "moderation",
            text="^The response was filtered due to the prompt triggering",
            fields="prompt",
            stage="input",
        ),
        Says(
            "authentication",
            text="^Your resource has been temporarily blocked because we detected behavior",
            note="the whole resource, for earlier requests",
        ),
        # the account, the deployment
        Says("authentication", code="401"),
        Says("model", code="DeploymentNotFound"),
        # limits
        Says(
            "rate_limit",
            text=r"Please retry after 86400 seconds",
            code="429",
            retry="no",
            note="the quota of a day",
        ),
        Says(
            "rate_limit",
            text=(
                r"have exceeded (?:call|token) rate limit of your current .{1,80}? pricing tier\."
                r"(?: Please retry after (?P<seconds>\d+) seconds?\.)?"
            ),
            code="429",
        ),
        *OPENAI.says,
    ),
    id="header:apim-request-id",
    source=(
        "notes on Azure's 429 with headers and body; a user's note of the filter's body, 2026; openai 3.57.0 (Azure "
        "client)"
    ),
    checked="2026-11-29",
)
