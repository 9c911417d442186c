"""Eden AI: the routes of OpenAI's shape, and universal-ai.

`error.message` may be an object of texts by field. A refusal by the maker comes in Eden's envelope with the maker's
text. universal-ai may answer `status: fail` with HTTP 200. Open: the shapes of both.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import FASTAPI, PYDANTIC, USAGE
from imgparams.answers.words import Answers, Envelope, Makes, Says

_TEXTS = (
    "error.message.n[*]",
    "error.message.prompt[*]",
    "error.message.model[*]",
    "error.message.size[*]",
    "error.message.quality[*]",
    "error.message.response_format[*]",
    "error.message.image[*]",
    "error.message.providers[*]",
    "error.message.text[*]",
    "error.message.resolution[*]",
)

ANSWERS = Answers(
    makes=(
        Makes(
            each="data[*]",
            image=("b64_json", "url"),
            media_type="$.output_format",
            revised_prompt="revised_prompt",
            size="$.size",
            usage=USAGE,
            cost="cost",
            currency="USD",
        ),
        Makes(each="output.items[*]", image=("image_resource_url", "image"), cost="cost", currency="USD"),
    ),
    errors=(
        Envelope(
            message=_TEXTS,
            code="error.code",
            type="error.type",
            field="error.message",
        ),
        Envelope(
            message=("error.message", "error", "detail.message", "details"),
            code="error.code",
            type="error.type",
            field="error.param",
        ),
        FASTAPI,
    ),
    says=(
        Says("bad_parameter", text=r"^This field is required\.$", problem="missing"),
        Says(
            "bad_parameter",
            text=r"^Model\(s\) (?P<value>\S+) do not support (?:/\S+?)\.?(?: |$)",
            problem="not_allowed",
            fields="model",
        ),
        *PYDANTIC,
        # the model, the account
        Says("model", code="region_not_allowed"),
        Says("model", status=451, note="not at the endpoint of this region; no moderation"),
        Says("model", status=404),
        Says("authentication", type="permission_error"),
        Says("payment", text="^Insufficient credits"),
    ),
    source=("OpenAPI of api.edenai.run; edenai/docs v3/llms/image-generation.mdx, 2026-06-11; edenai/docs, 2026-08-21"),
    checked="2026-11-29",
)
