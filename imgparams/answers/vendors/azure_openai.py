"""Azure's OpenAI deployments: OpenAI's answers, and the content filter's."""

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
            type="error.type",
            field="error.param",
        ),
    ),
    says=(
        Says(
            "moderation", code="content_policy_violation", type="invalid_request_error", fields="prompt", stage="input"
        ),
        Says(
            "moderation",
            text="^The response was filtered due to the prompt triggering",
            code="content_filter",
            stage="input",
        ),
        Says("moderation", code="ResponsibleAIPolicyViolation", fields="prompt", stage="input"),
        Says(
            "authentication",
            text="^Your resource has been temporarily blocked because we detected behavior",
            code="Forbidden",
        ),
        Says("authentication", text="^Access denied due to invalid subscription key or wrong API endpoint", code="401"),
        Says("model", text="^The API deployment for this resource does not exist", code="DeploymentNotFound"),
        Says(
            "rate_limit",
            text=(
                "have exceeded (?:call|token) rate limit of your current "
                r".{1,80}? pricing tier\.(?: Please retry after (?P<seconds>\d+"
                r") seconds?\.)?"
            ),
            code="429",
        ),
        *OPENAI.says,
    ),
    source=(
        "Notes on Azure's 429 with headers and body; without 'Please "
        "retry after' (None); Note of a user (2026); openai 3.57.0 (Azure "
        "client) (3.57.0)"
    ),
    checked="2026-11-29",
)
