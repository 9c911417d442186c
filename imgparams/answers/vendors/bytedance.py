"""ByteDance's Ark: Seedream and Seededit.

In a group an entry may be an error in place of an image, with HTTP 200. Codes grow suffixes after a dot; relays replace
them and keep the text, so the texts have rows of their own. 429 is also the code of a limit that the owner of the
account has set. Open: the body of a group of which no image came; the codes of 429 on the image routes.
"""

from __future__ import annotations

from imgparams.answers.vendors.shared import OPENAI_ERROR
from imgparams.answers.words import Answers, Envelope, Makes, Says

_AT = r"^The parameter `(?P<field>[\w.\[\]]+)` specified in the request (?:is|are) not valid: "
_BUT = r"(?P<value>[-\d.]+) instead"

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
        OPENAI_ERROR,
        Envelope(each="data[*]", message="error.message", code="error.code"),
    ),
    says=(
        # a bad request
        Says(
            "bad_parameter",
            text=_AT + r"image (?:size|area) must be at least (?P<min>\d+) pixels",
            problem="bad_area",
        ),
        Says(
            "bad_parameter", text=_AT + r"image (?:size|area) must be at most (?P<max>\d+) pixels", problem="bad_area"
        ),
        Says(
            "bad_parameter",
            text=_AT + r"the parameter `[\w.\[\]]+` is not supported by the current model",
            problem="unknown_field",
        ),
        Says(
            "bad_parameter",
            text=_AT + r"\w+ above maximum value, expected a value <= (?P<max>[-\d.]+), but got " + _BUT,
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=_AT + r"\w+ below minimum value, expected a value >= (?P<min>[-\d.]+), but got " + _BUT,
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=_AT + r"the specified \w+ is not supported for model",
            problem="not_allowed",
            note="what is allowed is not told",
        ),
        Says("bad_parameter", text=_AT + "timeout while fetching resource", problem="unreadable", retry="yes"),
        Says(
            "bad_parameter",
            text=r"^The request failed because it is missing (?:`?(?P<field>[\w.]+)`? parameter|one or multiple)",
            problem="missing",
        ),
        Says("bad_parameter", code="MissingParameter", problem="missing"),
        # moderation
        Says("moderation", code="InputTextSensitiveContentDetected", fields="prompt", stage="input"),
        Says("moderation", code="InputTextRiskDetection", fields="prompt", stage="input"),
        Says("moderation", code="InputImageSensitiveContentDetected", fields="image", stage="input"),
        Says("moderation", code="OutputImageSensitiveContentDetected", stage="output"),
        Says("moderation", text="because the output image may contain sensitive information", stage="output"),
        Says(
            "moderation",
            text="because the input text may contain sensitive information|the input text includes sensitive content",
            fields="prompt",
            stage="input",
        ),
        Says(
            "moderation",
            text="because the input image may contain|the input image includes sensitive|may contain real person",
            fields="image",
            stage="input",
        ),
        # the account, the model
        Says("authentication", code=("AuthenticationError", "AccessDenied")),
        Says("payment", code="AccountOverdueError"),
        Says("payment", code="SetLimitExceeded", note="429, yet no wait helps"),
        Says("payment", text="has reached the set inference limit"),
        Says("model", text=r"has not activated the model (?P<value>[\w.\-]+?)\.(?: |$)", fields="model"),
        Says(
            "model",
            code=("ModelNotOpen", "InvalidEndpointOrModel", "InvalidEndpoint"),
            fields="model",
        ),
        # limits, faults
        Says("rate_limit", text=r"\b(?:IPM|RPM|TPM) \([\w ]+\) limit of the model is exceeded"),
        Says(
            "rate_limit",
            code=(
                *("RateLimitExceeded", "ModelAccountIpmRateLimitExceeded", "ModelAccountRpmRateLimitExceeded"),
                *("APIAccountRpmRateLimitExceeded", "AccountRateLimitExceeded", "RequestBurstTooFast"),
            ),
        ),
        Says("transient", code=("ServerOverloaded", "InternalServiceError")),
    ),
    id="header:x-request-id",
    source=(
        "volcengine.com/docs/82379/1299023 and 1099476, 2026; copies of ModelArk's page on limits, 2026; "
        "@ai-sdk/bytedance 1.0.29, volcengine's Ark runtime 5.0.54"
    ),
    checked="2026-11-29",
)
