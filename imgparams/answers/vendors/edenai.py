"""Eden AI: the routes of OpenAI's shape, and universal-ai."""

from __future__ import annotations

from imgparams.answers.vendors.shared import FASTAPI, USAGE
from imgparams.answers.words import Answers, Envelope, Makes, Says

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
            message=("error.message.n[*]", "error.message", "error", "detail.message", "details"),
            field=("error.param", "error.message"),
        ),
        FASTAPI,
    ),
    says=(
        Says("payment", text="^Insufficient credits"),
        Says("authentication", type="permission_error"),
        Says("bad_parameter", text=r"^This field is required\.$", type="validation_error", problem="missing"),
        Says(
            "model",
            text=r"^Provider\(s\)/model\(s\) (?:.+?) are not available on the EU endpoint\.$",
            code="region_not_allowed",
            type="request_forbidden",
        ),
        Says("model", status=451),
        Says("model", status=404),
        Says(
            "bad_parameter",
            text=r"^Input should be less than or equal to (?P<max>[-\d.]+)$",
            type="less_than_equal",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=r"^Model\(s\) (?P<value>\S+) do not support (?:/\S+?)\.?(?: |$)",
            type="invalid_request_error",
            problem="not_allowed",
        ),
        Says("rate_limit", status=429),
        Says("transient", status=502),
    ),
    source=(
        "Seed 001 (response (None); edenai/docs v3/llms/image-generation.mdx "
        "(example answer) (2026-06-11); edenai/docs (2026-08-21)"
    ),
    checked="2026-11-29",
)
