"""Gemini's generateContent and Imagen's predict."""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

ANSWERS = Answers(
    makes=(
        Makes(
            each="candidates[*].content.parts[*]",
            image=("inlineData.data", "inline_data.data"),
            media_type=("inlineData.mimeType", "inline_data.mime_type"),
            skip={"thought": True},
            usage={
                "input_tokens": "usageMetadata.promptTokenCount",
                "output_tokens": "usageMetadata.candidatesTokenCount",
                "total_tokens": "usageMetadata.totalTokenCount",
            },
            id="responseId",
        ),
        Makes(
            each="predictions[*]",
            image=("bytesBase64Encoded", "gcsUri"),
            media_type="mimeType",
            revised_prompt="prompt",
        ),
    ),
    errors=(
        Envelope(each="error.details[*].fieldViolations[*]", message=("description",), field="field"),
        Envelope(message="error.message", code="error.status", type="error.status"),
        Envelope(message="promptFeedback.blockReasonMessage", code="promptFeedback.blockReason"),
        Envelope(
            each="candidates[*]",
            message=("finishMessage", "finishReason"),
            code="finishReason",
            ok=("STOP", "FINISH_REASON_UNSPECIFIED"),
        ),
        Envelope(each="predictions[*]", message="raiFilteredReason"),
    ),
    says=(
        Says("moderation", code="IMAGE_SAFETY", stage="output", retry="no", charged=False),
        Says("moderation", code="IMAGE_PROHIBITED_CONTENT", stage="output", retry="no"),
        Says("moderation", code="IMAGE_RECITATION", stage="output", retry="no"),
        Says("moderation", code="PROHIBITED_CONTENT", stage="output", retry="no"),
        Says("moderation", code="SAFETY", stage="output", retry="no"),
        Says("unknown", code="IMAGE_OTHER", stage="output", retry="yes"),
        Says("unknown", code="NO_IMAGE", stage="output", retry="yes"),
        Says(
            "bad_parameter",
            code="MAX_TOKENS",
            problem="out_of_range",
            fields="generationConfig.maxOutputTokens",
            stage="output",
        ),
        Says("moderation", code="RECITATION", stage="output", retry="no"),
        Says(
            "bad_parameter",
            text=r"^\* (?:\w+\.)?(?P<field>[\w.]+): (?:\w+) must be one of:? (?P<allowed>.+?)\.?\s*$",
            code="INVALID_ARGUMENT",
            problem="not_allowed",
        ),
        Says(
            "bad_parameter",
            text=(r"^Unsupported (?P<field>\w+) '(?P<value>[^']*)'\. Supported values " r"are: (?P<allowed>.+)\.$"),
            code="INVALID_ARGUMENT",
            problem="not_allowed",
        ),
        Says(
            "bad_parameter",
            text=r"^Aspect ratio (?P<value>\S+) is not supported for this model",
            code="INVALID_ARGUMENT",
            problem="not_allowed",
            fields="generationConfig.imageConfig.aspectRatio",
        ),
        Says(
            "bad_parameter",
            text=(
                r"^Invalid JSON payload received\. Unknown name \"(?P<field>[^\"]"
                "+)\\\"(?: at '(?:[^']*)')?: Cannot find field\\."
            ),
            code="INVALID_ARGUMENT",
            problem="unknown_field",
        ),
        Says(
            "bad_parameter",
            text="^Invalid value at '(?P<field>[^']+)'(?: \\((?:[^)]+)\\), \\\"?(?P<value>[^\\\"]*)\\\"?)?",
            code="INVALID_ARGUMENT",
            problem="not_allowed",
        ),
        Says("bad_parameter", text=r"^(?:\d+ )?Request contains an invalid argument", code="INVALID_ARGUMENT"),
        Says(
            "bad_parameter",
            text="^Requested entity was not found",
            code="NOT_FOUND",
            problem="too_long",
            fields="contents",
        ),
        Says(
            "model",
            text=r"^models/(?:\S+) is not found for API version (?:\w+)",
            code="NOT_FOUND",
            fields="path:model",
        ),
        Says("model", text=r"The (?:\S+) model has reached its end of life", code="NOT_FOUND"),
        Says("authentication", text="^API key not valid", code="INVALID_ARGUMENT"),
        Says("authentication", code="PERMISSION_DENIED"),
        Says("authentication", code="UNAUTHENTICATED"),
        Says("payment", text="only accessible to billed users", code="INVALID_ARGUMENT"),
        Says("rate_limit", text=r"limit: 0\b(?:, model: (?:\S+))?", code="RESOURCE_EXHAUSTED", retry="no"),
        Says("rate_limit", text=r"(?:reset after|[Rr]etry in) (?P<seconds>[\d.]+)s", code="RESOURCE_EXHAUSTED"),
        Says("rate_limit", code="RESOURCE_EXHAUSTED"),
        Says(
            "transient",
            text="^(?:The|This) model is (?:overloaded|currently experiencing high demand)",
            code="UNAVAILABLE",
        ),
        Says("transient", text="Deadline exceeded|Fail to execute model", code="UNAVAILABLE"),
        Says(
            "moderation",
            text=(
                r"violate Google['\u2019]s Responsible AI practices|Support codes?"
                r": (?:[\d, ]+)|response is blocked, as it may violate "
                "our policies"
            ),
            code="INVALID_ARGUMENT",
        ),
        Says(
            "moderation",
            text=(r"response is blocked, as it may violate our policies\.(?:.*Error " r"Code: (?:\d+))?"),
            code="INVALID_ARGUMENT",
        ),
        Says(
            "moderation",
            text="^(?:SAFETY|OTHER|BLOCKLIST|PROHIBITED_CONTENT|IMAGE_SAFETY|MODEL_ARMOR|JAILBREAK)$",
            code="PROHIBITED_CONTENT",
            stage="input",
        ),
        Says(
            "bad_parameter",
            text="^Unable to process input image",
            type="INVALID_ARGUMENT",
            problem="unreadable",
            fields="contents",
            retry="yes",
        ),
        Says(
            "bad_parameter",
            text=r"^`(?P<field>\w+)` does not support `(?P<value>[^`]*)` as a valid value",
            type="INVALID_ARGUMENT",
            problem="not_allowed",
        ),
        Says(
            "bad_parameter",
            text=(r"(?m)^Invalid value at '(?P<field>[^']+)'(?: \((?:[^)]+" r")\), \"?(?P<value>[^\"]*)\"?)?"),
            type="INVALID_ARGUMENT",
            problem="not_allowed",
        ),
    ),
    after={"error.details[*].retryDelay": "seconds"},
    source=(
        "google-genai 3.6.1 (PyPI) (3.6.1); Table of live calls through "
        "two gateways; model-level refusals measured 2026-09-03 (2026-09-03)"
        "; Vertex documentation of filtered Imagen prompts; the same "
        "shape in a client's tests with support codes (2026)"
    ),
    checked="2026-11-29",
)
