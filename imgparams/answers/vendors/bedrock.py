"""Amazon Bedrock: InvokeModel for Titan, Nova Canvas and Stability's models."""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

ANSWERS = Answers(
    makes=(
        Makes(image="images[*]", seed="$.seeds[*]", reason="$.finish_reasons[*]", refused="Filter reason*"),
        Makes(each="artifacts[*]", image="base64", seed="seed", reason="finishReason", refused="CONTENT_FILTERED"),
    ),
    errors=(
        Envelope(message="message{}.detail", type="header:x-amzn-errortype"),
        Envelope(message="message", type="header:x-amzn-errortype", split="#"),
        Envelope(message="error"),
    ),
    says=(
        Says("moderation", text=r"generated image\(s\)", stage="output"),
        Says(
            "bad_parameter",
            text=r"#(?P<field>/[\w/\-]+): expected maxLength: (?P<max>\d+), actual: (?P<value>\d+)",
            problem="too_long",
        ),
        Says(
            "bad_parameter",
            text=r"#(?:(?:/[\w\-]+)*): extraneous key \[(?P<field>[^\]]+)\] is not permitted",
            problem="unknown_field",
        ),
        Says(
            "bad_parameter",
            text=r"#(?:(?:/[\w\-]+)*): required key \[(?P<field>[^\]]+)\] not found",
            problem="missing",
        ),
        Says(
            "bad_parameter",
            text=r"#(?P<field>/[\w/\-]+): (?P<value>[-\d.E]+) is not less or equal to (?P<max>[-\d.E]+)",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=r"#(?P<field>/[\w/\-]+): (?P<value>[-\d.E]+) is not greater or equal to (?P<min>[-\d.E]+)",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=r"#(?P<field>/[\w/\-]+): (?P<value>[-\d.E]+) is not a multiple of (?P<multiple>[-\d.E]+)",
            problem="off_grid",
        ),
        Says(
            "bad_parameter",
            text=r"#(?P<field>/[\w/\-]+): expected type: (?P<allowed>\w+), found: (?P<value>\w+)",
            problem="wrong_type",
        ),
        Says(
            "bad_parameter",
            text=(
                r"#(?P<field>/[\w/\-]+): expected (?:minimum|maximum) item "
                r"count: (?P<max>\d+), found: (?P<value>\d+)"
            ),
            problem="too_many",
        ),
        Says(
            "bad_parameter",
            text=r"#(?P<field>/[\w/\-]+): (?P<value>[^#]*?) is not a valid enum value",
            problem="not_allowed",
        ),
        Says(
            "bad_parameter",
            text=(
                r"Invalid field '(?P<field>\w+)' in request\. Available fields "
                r"for [\w\-.]+ are: (?P<fields>\w+(?:, \w+)*)"
            ),
            problem="unknown_field",
        ),
        Says(
            "bad_parameter",
            text=(
                r"Value '(?P<value>[^']*)' at '(?P<field>[\w.]+)' failed to satisfy "
                "constraint: Member must (?:have length (?:less|greater) than "
                r"or equal to (?P<max>\d+)|(?:[^;]+))"
            ),
            problem="out_of_range",
        ),
        Says("model", text=r"^Invocation of model ID (?P<value>\S+) with on-demand\s+throughput isn.t supported"),
        Says("bad_parameter", text="^Unable to auto-generate mask image", problem="conflict", fields="maskPrompt"),
        Says(
            "moderation",
            text=(
                r"^This request has been blocked by our content filters\. Our "
                r"filters automatically flagged this (?:\w+)"
            ),
            fields="prompt",
            stage="input",
        ),
        Says("model", text="^The provided model identifier is invalid"),
        Says("model", type="ResourceNotFoundException"),
        Says("authentication", type="AccessDeniedException"),
        Says("rate_limit", text="^Too many (?:requests|tokens)"),
        Says("payment", type="ServiceQuotaExceededException"),
        Says("transient", type="ModelTimeoutException"),
        Says("transient", type="ModelErrorException"),
        Says("transient", type="ModelNotReadyException"),
        Says("transient", type="InternalServerException"),
        Says("transient", type="ServiceUnavailableException"),
    ),
    id="header:x-amzn-requestid",
    source=(
        "botocore 1.44.8 bedrock-runtime service-2.json (1.44.8); The "
        "same wordings in tests of the validator that writes them, everit-json-schema "
        "(None); @ai-sdk/amazon-bedrock 4.0.186, litellm 1.110.2, Portkey "
        "2026-05-25 (4.0.186)"
    ),
    checked="2026-11-29",
)
