"""ByteDance's Ark: Seedream and Seededit, where an entry of a group can be an error."""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

ANSWERS = Answers(
    makes=(
        Makes(
            each="data[*]",
            image=("url", "b64_json"),
            size="size",
            expires=24 * 3600,
            usage={"output_tokens": "usage.output_tokens", "total_tokens": "usage.total_tokens"},
        ),
    ),
    errors=(
        Envelope(message="error.message", code="error.code", type="error.type", field="error.param"),
        Envelope(each="data[*]", message="error.message", code="error.code"),
    ),
    says=(
        Says(
            "moderation",
            text=(
                "^The request failed because the (?:input text|input image|"
                "output image) may contain sensitive information"
            ),
            code="OutputImageSensitiveContentDetected",
            type="BadRequest",
            stage="output",
        ),
        Says(
            "bad_parameter",
            text=(
                r"^The parameter `(?P<field>[\w.\[\]]+)` specified in the request "
                "(?:is|are) not valid: image (?:size|area) must be at least (?"
                r"P<min>\d+) pixels"
            ),
            code="InvalidParameter",
            type="BadRequest",
            problem="bad_area",
        ),
        Says(
            "bad_parameter",
            text=(
                r"^The parameter `(?P<field>[\w.\[\]]+)` specified in the request "
                "(?:is|are) not valid: image (?:size|area) must be at most (?"
                r"P<max>\d+) pixels"
            ),
            code="InvalidParameter",
            type="BadRequest",
            problem="bad_area",
        ),
        Says(
            "bad_parameter",
            text=(
                r"^The parameter `(?P<field>[\w.\[\]]+)` specified in the request "
                r"(?:is|are) not valid: the parameter `[\w.\[\]]+` is not supported "
                "by the current model"
            ),
            code="InvalidParameter",
            type="BadRequest",
            problem="unknown_field",
        ),
        Says(
            "bad_parameter",
            text=(
                r"^The parameter `(?P<field>[\w.\[\]]+)` specified in the request "
                "(?:is|are) not valid: (?:integer|number|float) above maximum "
                r"value, expected a value <= (?P<max>[-\d.]+), but got (?P<value>[-\d.]"
                "+) instead"
            ),
            code="InvalidParameter",
            type="BadRequest",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=(
                r"^The parameter `(?P<field>[\w.\[\]]+)` specified in the request "
                "(?:is|are) not valid: (?:integer|number|float) below minimum "
                r"value, expected a value >= (?P<min>[-\d.]+), but got (?P<value>[-\d.]"
                "+) instead"
            ),
            code="InvalidParameter",
            type="BadRequest",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=(
                r"^The parameter `(?P<field>[\w.\[\]]+)` specified in the request "
                r"(?:is|are) not valid: the specified (?:\w+) is not supported "
                r"for model (?:[\w.\-]+?)\.?(?: |$)"
            ),
            code="InvalidParameter",
            type="BadRequest",
            problem="not_allowed",
        ),
        Says(
            "bad_parameter",
            text=(
                r"^The parameter `(?P<field>[\w.\[\]]+)` specified in the request "
                "(?:is|are) not valid: timeout while fetching resource"
            ),
            code="InvalidParameter",
            type="BadRequest",
            problem="unreadable",
            retry="yes",
        ),
        Says(
            "bad_parameter",
            text=(
                "^The request failed because it is missing (?:one or multiple "
                r"required parameters|`?(?P<field>[\w.]+)`? parameter)"
            ),
            code="MissingParameter",
            type="BadRequest",
            problem="missing",
        ),
        Says(
            "moderation",
            text=(
                "^The request failed because the (?:input text|input image|"
                "output image) may contain sensitive information"
            ),
            code="InputTextSensitiveContentDetected",
            type="BadRequest",
            fields="prompt",
            stage="input",
        ),
        Says(
            "moderation",
            text=(
                "^The request failed because the (?:input text|input image|"
                "output image) may contain sensitive information"
            ),
            code="InputImageSensitiveContentDetected",
            type="BadRequest",
            fields="image",
            stage="input",
        ),
        Says(
            "moderation",
            text=("^The request could not be processed because the input (?:text|image) includes sensitive content"),
            code="InputTextRiskDetection",
            type="BadRequest",
            fields="prompt",
            stage="input",
        ),
        Says(
            "moderation",
            text="may contain real person",
            code="InputImageSensitiveContentDetected.PrivacyInformation",
            type="BadRequest",
            fields="image",
            stage="input",
        ),
        Says(
            "authentication",
            text="^The API key or AK/SK in the request is missing or invalid",
            code="AuthenticationError",
            type="Unauthorized",
        ),
        Says(
            "payment",
            text="^The request failed because your account has an overdue balance",
            code="AccountOverdueError",
            type="Forbidden",
        ),
        Says("authentication", code="AccessDenied", type="Forbidden"),
        Says(
            "model",
            text=r"^Your account (?:\S+) has not activated the model (?P<value>[\w.\-]+?)\.(?: |$)",
            code="ModelNotOpen",
            type="Not Found",
            fields="model",
        ),
        Says(
            "model",
            text=r"^The model or endpoint (?P<value>\S+) does not exist or you do not have access to it",
            code="InvalidEndpointOrModel.NotFound",
            type="NotFound",
            fields="model",
        ),
        Says("model", code="InvalidEndpoint.ClosedEndpoint", type="BadRequest", fields="model"),
        Says(
            "rate_limit",
            text=r"\b(?:IPM|RPM|TPM) \((?:[\w ]+)\) limit of the model is exceeded",
            code="ModelAccountIpmRateLimitExceeded",
            type="TooManyRequests",
        ),
        Says("rate_limit", code="RateLimitExceeded.EndpointRPMExceeded", type="TooManyRequests"),
        Says(
            "rate_limit",
            text="^System protection triggered by request burst",
            code="RequestBurstTooFast",
            type="TooManyRequests",
        ),
        Says(
            "payment",
            text=(
                r"^Your account \[?[^\]\s]*\]? has reached the set inference limit "
                r"for the \[?(?:[^\]\s]+)\]? model"
            ),
            code="SetLimitExceeded",
            type="TooManyRequests",
        ),
        Says("transient", code="ServerOverloaded", type="TooManyRequests"),
        Says("transient", code="InternalServiceError", type="InternalServerError"),
    ),
    source=(
        "volcengine.com/docs/82379/1299023 and 1099476 (2026); ModelArk "
        "limits page copies (2026); @ai-sdk/bytedance 1.0.29 and volcengine "
        "ark runtime 5.0.54 (1.0.29)"
    ),
    checked="2026-11-29",
)
