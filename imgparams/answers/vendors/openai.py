"""OpenAI's images API: generations, edits and variations."""

from __future__ import annotations

from imgparams.answers.vendors.shared import USAGE
from imgparams.answers.words import Answers, Envelope, Makes, Says

ANSWERS = Answers(
    makes=(
        Makes(
            each="data[*]",
            image=("b64_json", "url"),
            media_type=("$.output_format",),
            revised_prompt="revised_prompt",
            size="$.size",
            expires=3600,
            usage=USAGE,
        ),
    ),
    errors=(Envelope(message="error.message", code="error.code", type="error.type", field="error.param"),),
    says=(
        Says(
            "bad_parameter",
            text=r"^Unknown parameter: '(?P<field>[^']+)'\.(?: Did you mean (?P<allowed>.+)\?)?$",
            code="unknown_parameter",
            type="invalid_request_error",
            problem="unknown_field",
        ),
        Says(
            "bad_parameter",
            text=(
                r"^Invalid value: '(?P<value>[^']*)'\. (?:Supported values are|"
                r"Value must be one of): (?P<allowed>.+?)\.$"
            ),
            code="invalid_value",
            type="invalid_request_error",
            problem="not_allowed",
        ),
        Says(
            "bad_parameter",
            text=(
                r"^Invalid size '(?P<value>[^']+)'\. Width and height must both " r"be divisible by (?P<multiple>\d+)\."
            ),
            code="invalid_value",
            type="image_generation_user_error",
            problem="off_grid",
        ),
        Says(
            "bad_parameter",
            text=(
                r"^Invalid size '(?P<value>[^']+)'\. The longest edge must be " r"less than or equal to (?P<max>\d+)\."
            ),
            code="invalid_value",
            type="image_generation_user_error",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=(
                r"^Invalid size '(?P<value>[^']+)'\. Requested resolution is below "
                r"the current minimum pixel budget\."
            ),
            code="invalid_value",
            type="image_generation_user_error",
            problem="bad_area",
        ),
        Says(
            "bad_parameter",
            text=(r"^Invalid size '(?P<value>[^']+)'\. Requested resolution exceeds " r"the current pixel budget\."),
            code="invalid_value",
            type="image_generation_user_error",
            problem="bad_area",
        ),
        Says(
            "bad_parameter",
            text=r"^Missing required parameter: '(?P<field>[^']+)'\.",
            code="missing_required_parameter",
            type="invalid_request_error",
            problem="missing",
        ),
        Says(
            "bad_parameter",
            text=(
                "^Invalid type for '(?P<field>[^']+)': expected (?P<allowed>.+" r"?), but got (?P<value>.+?) instead\."
            ),
            code="invalid_type",
            type="invalid_request_error",
            problem="wrong_type",
        ),
        Says(
            "bad_parameter",
            text=(
                "^Invalid '(?P<field>[^']+)': (?:integer|decimal) above maximum "
                r"value\. Expected a value <= (?P<max>[-\d.]+), but got (?P<value>[-\d.]"
                r"+) instead\."
            ),
            code="integer_above_max_value",
            type="invalid_request_error",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=(
                "^Invalid '(?P<field>[^']+)': (?:integer|decimal) below minimum "
                r"value\. Expected a value >= (?P<min>[-\d.]+), but got (?P<value>[-\d.]"
                r"+) instead\."
            ),
            code="integer_below_min_value",
            type="invalid_request_error",
            problem="out_of_range",
        ),
        Says(
            "bad_parameter",
            text=(
                r"^Invalid '(?P<field>[^']+)': string too long\. Expected a string "
                r"with maximum length (?P<max>\d+), but got a string with length "
                r"(?P<value>\d+) instead\."
            ),
            code="string_above_max_length",
            type="invalid_request_error",
            problem="too_long",
        ),
        Says(
            "bad_parameter",
            text=r"^Invalid image file or mode for image (?:\d+)",
            code="invalid_image_file",
            type="invalid_request_error",
            problem="unreadable",
        ),
        Says(
            "bad_parameter",
            text=(
                r"^Invalid file '(?P<field>[^']+)': unsupported mimetype \('(?"
                r"P<value>[^']+)'\)\. Supported file formats are (?P<allowed>.+"
                r")\.$"
            ),
            code="unsupported_file_mimetype",
            type="invalid_request_error",
            problem="not_allowed",
        ),
        Says(
            "moderation",
            text=r"safety_violations=\[(?:[^\]]*)\]",
            code="moderation_blocked",
            type="image_generation_user_error",
        ),
        Says(
            "moderation",
            text="^Your request was rejected as a result of our safety system",
            code="content_policy_violation",
            type="invalid_request_error",
        ),
        Says(
            "authentication",
            text="^Your organization must be verified to use the model [`'](?:[^`']+)[`']",
            type="invalid_request_error",
        ),
        Says(
            "payment",
            text="^Billing hard limit has been reached",
            code="billing_hard_limit_reached",
            type="invalid_request_error",
        ),
        Says("rate_limit", text=r"try again after (?P<seconds>[\d.]+) seconds", type="rate_limit_error"),
        Says(
            "rate_limit",
            text=(r"^Rate limit exceeded for images per minute in organization \S+" r"\. Limit: (?P<max>\d+)/1min"),
            code="rate_limit_exceeded",
            type="requests",
            retry="no",
        ),
    ),
    retryable="header:x-should-retry",
    id="header:x-request-id",
    source=(
        "openai-openapi openapi.json, ImagesResponse, Image, ImageGenUsage, "
        "Error (2026-08-21); openai 3.57.0 (PyPI) (3.57.0); Notes from "
        "probing gpt-image-2 directly (2026-04-28)"
    ),
    checked="2026-11-29",
)
