"""Amazon Bedrock's InvokeModel for Titan, Nova Canvas and Stability's models.

The class of an error stands in a header, with a URL behind a colon. The texts of bad requests are those of one public
validator (everit-json-schema), several run together with `#` before each. Titan and Nova put a text into `error` beside
the images where some of them were blocked. Open: Nova's own texts for pixels and shapes.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

_AT = r"#(?P<field>/[\w/\-]+): "
_IN = r"#(?:/[\w\-]{1,80}){0,9}: "

ANSWERS = Answers(
    makes=(
        Makes(image="images[*]", seed="$.seeds[*]", reason="$.finish_reasons[*]", refused="Filter reason*"),
        Makes(each="artifacts[*]", image="base64", seed="seed", reason="finishReason", refused="CONTENT_FILTERED"),
    ),
    errors=(
        Envelope(message="message{}.detail", type="header:x-amzn-errortype"),
        Envelope(message="message", type="header:x-amzn-errortype", split="#"),
        Envelope(message="error"),
        Envelope(message="finish_reasons[*]"),
    ),
    says=(
        # a bad request
        Says(
            "bad_parameter",
            text=_AT + r"expected maxLength: (?P<max>\d+), actual: (?P<value>\d+)",
            problem="too_long",
        ),
        Says(
            "bad_parameter",
            text=_IN + r"extraneous key \[(?P<field>[^\]]+)\] is not permitted",
            problem="unknown_field",
        ),
        Says("bad_parameter", text=_IN + r"required key \[(?P<field>[^\]]+)\] not found", problem="missing"),
        Says(
            "bad_parameter",
            text=_AT + r"(?P<value>[-\d.E]+) is not less or equal to (?P<max>[-\d.E]+)",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=_AT + r"(?P<value>[-\d.E]+) is not greater or equal to (?P<min>[-\d.E]+)",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=_AT + r"(?P<value>[-\d.E]+) is not a multiple of (?P<multiple>[-\d.E]+)",
            problem="off_grid",
        ),
        Says(
            "bad_parameter",
            text=_AT + r"expected type: (?P<allowed>\w+), found: (?P<value>\w+)",
            problem="wrong_type",
        ),
        Says(
            "bad_parameter",
            text=_AT + r"expected minimum item count: (?P<min>\d+), found: (?P<value>\d+)",
            problem="incomplete",
        ),
        Says(
            "bad_parameter",
            text=_AT + r"expected maximum item count: (?P<max>\d+), found: (?P<value>\d+)",
            problem="too_many",
        ),
        Says(
            "bad_parameter",
            text=_AT + r"(?P<value>[^#]*?) is not a valid enum value",
            problem="not_allowed",
        ),
        Says(
            "bad_parameter",
            text=r"Invalid field '(?P<field>\w+)' in request\. Available fields for",
            problem="unknown_field",
        ),
        Says(
            "bad_parameter",
            text=(
                r"Value '(?P<value>[^']*)' at '(?P<field>[\w.]+)' failed to satisfy constraint: "
                r"Member must have length greater than or equal to (?P<min>\d+)"
            ),
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=(
                r"Value '(?P<value>[^']*)' at '(?P<field>[\w.]+)' failed to satisfy constraint: "
                r"Member must (?:have length less than or equal to (?P<max>\d+)|[^;]+)"
            ),
            problem="out_of_range",
        ),
        Says("bad_parameter", text="^Unable to auto-generate mask image", problem="conflict", fields="maskPrompt"),
        # moderation: the type is that of a bad request, the text decides
        Says("moderation", text=r"generated image\(s\)", stage="output"),
        Says(
            "moderation",
            text=r"^This request has been blocked by our content filters\. Our filters automatically flagged this",
            fields="prompt",
            stage="input",
        ),
        Says("moderation", text="^Filter reason: prompt", fields="prompt", stage="input"),
        Says("moderation", text="^Filter reason: input image", fields="image", stage="input"),
        Says("moderation", text="^Filter reason: output image", stage="output"),
        # the model, the account
        Says("model", text=r"^Invocation of model ID (?P<value>\S+) with on-demand\s+throughput isn.t supported"),
        Says("model", text="^The provided model identifier is invalid"),
        Says("model", type="ResourceNotFoundException", note="also a model at the end of its life"),
        Says("authentication", type="AccessDeniedException", note="also: no access to this model was granted"),
        Says("payment", type="ServiceQuotaExceededException", note="a quota of the account: no wait helps"),
        # limits, faults
        Says("rate_limit", text="^Too many (?:requests|tokens)"),
        Says("rate_limit", type="ThrottlingException"),
        Says("transient", text="^Inference error"),
        Says("transient", type=("ModelTimeoutException", "ModelErrorException", "ModelNotReadyException")),
        Says("transient", type=("InternalServerException", "ServiceUnavailableException")),
    ),
    id="header:x-amzn-requestid",
    source=(
        "botocore 1.44.8, bedrock-runtime service-2.json; tests of everit-json-schema; @ai-sdk/amazon-bedrock "
        "4.0.186, litellm 1.110.2, Portkey's gateway, 2026-05-25"
    ),
    checked="2026-11-29",
)
