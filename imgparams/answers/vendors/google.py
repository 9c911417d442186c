"""Gemini's generateContent and Imagen's predict.

A refusal is HTTP 200: no candidates and a blockReason, or a candidate without images and a finishReason. Parts with
`thought` are drafts. Imagen leaves out what it filtered, and answers {} when that is all. A wrong key is HTTP 400. A
quota with the limit 0 means that the plan has none; a quota of a day lasts until midnight Pacific, whatever retryDelay
says. Open: errors of the Interactions API; the support codes, which Vertex publishes.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

_BLOCKED = ("SAFETY", "OTHER", "BLOCKLIST", "PROHIBITED_CONTENT", "IMAGE_SAFETY", "MODEL_ARMOR", "JAILBREAK")
_DAY = ("GenerateRequestsPerDayPerProjectPerModel", "GenerateRequestsPerDayPerProjectPerModel-FreeTier")

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
        Envelope(each="error.details[*].fieldViolations[*]", message="description", field="field"),
        Envelope(
            message="error.message",
            code="error.status",
            type=("error.details[*].violations[*].quotaId", "error.status"),
        ),
        Envelope(
            message=("promptFeedback.blockReasonMessage", "promptFeedback.blockReason"),
            code="promptFeedback.blockReason",
            type="promptFeedback.blockReason",
        ),
        Envelope(
            each="candidates[*]",
            message=("finishMessage", "finishReason"),
            code="finishReason",
            ok=("STOP", "FINISH_REASON_UNSPECIFIED"),
        ),
        Envelope(each="predictions[*]", message="raiFilteredReason"),
    ),
    says=(
        # a bad request
        Says(
            "bad_parameter",
            text=r"^\* (?:\w+\.)?(?P<field>[\w.]+): \w+ must be one of:? (?P<allowed>.+?)\.?\s*$",
            problem="not_allowed",
            note="the list is the schema's, wider than the model's",
        ),
        Says(
            "bad_parameter",
            text=r"^Unsupported (?P<field>\w+) '(?P<value>[^']*)'\. Supported values are: (?P<allowed>.+)\.$",
            problem="not_allowed",
        ),
        Says(
            "bad_parameter",
            text=r"^Aspect ratio (?P<value>\S+) is not supported for this model",
            problem="not_allowed",
            fields="generationConfig.imageConfig.aspectRatio",
        ),
        Says(
            "bad_parameter",
            text=r"Unknown name \"(?P<field>[^\"]+)\"(?: at '[^']*')?: Cannot find field\.",
            problem="unknown_field",
        ),
        Says(
            "bad_parameter",
            text=r"(?m)^Invalid value at '(?P<field>[^']+)'(?: \([^)]+\), \"?(?P<value>[^\"]*)\"?)?",
            problem="not_allowed",
        ),
        Says(
            "bad_parameter",
            text=r"^`(?P<field>\w+)` does not support `(?P<value>[^`]*)` as a valid value",
            problem="not_allowed",
        ),
        Says(
            "bad_parameter",
            text="^Unable to process input image",
            problem="unreadable",
            fields="contents",
            retry="yes",
        ),
        Says("bad_parameter", text=r"^(?:\d+ )?Request contains an invalid argument", note="names nothing"),
        Says(
            "bad_parameter",
            text="^Requested entity was not found",
            code="NOT_FOUND",
            problem="too_long",
            fields="contents",
            note="what too many input tokens gave on the 3.x image models; perhaps the model",
        ),
        Says(
            "bad_parameter",
            code="MAX_TOKENS",
            problem="out_of_range",
            fields="generationConfig.maxOutputTokens",
            stage="output",
        ),
        # moderation of the output, by finishReason
        Says("moderation", code="IMAGE_SAFETY", stage="output", charged=False, note="another sample may pass"),
        Says(
            "moderation",
            code=(
                *("IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION", "PROHIBITED_CONTENT", "SAFETY", "RECITATION"),
                *("BLOCKLIST", "SPII", "MODEL_ARMOR"),
            ),
            stage="output",
            retry="no",
        ),
        Says("unknown", code=("IMAGE_OTHER", "OTHER"), retry="yes", note="half moderation, half chance"),
        Says("unknown", code="NO_IMAGE", retry="yes", note="words came; the text part says why"),
        # moderation of the input, by blockReason
        Says("moderation", code=_BLOCKED, type=_BLOCKED, stage="input"),
        # moderation by Imagen and Vertex: 400 INVALID_ARGUMENT, or in an entry
        Says("moderation", text=r"safety filter threshold filtered out \d+ generated image", stage="output"),
        Says(
            "moderation",
            text=(
                r"violate Google['\u2019]s Responsible AI practices|Support codes?: [\d, ]+"
                r"|response is blocked, as it may violate our policies"
            ),
            code="INVALID_ARGUMENT",
        ),
        # the model, the account
        Says("model", text=r"^models/(?P<value>\S+) is not found for API version", fields="path:model"),
        Says("model", text=r"The (?P<value>\S+) model has reached its end of life"),
        Says("authentication", text="^API key not valid"),
        Says("authentication", code=("PERMISSION_DENIED", "UNAUTHENTICATED")),
        Says("payment", text="only accessible to billed users"),
        # limits, faults
        Says("rate_limit", text=r"limit: 0\b", code="RESOURCE_EXHAUSTED", retry="no", note="not in this plan"),
        Says(
            "rate_limit", text="[Qq]uota", code="RESOURCE_EXHAUSTED", type=_DAY, retry="no", note="the quota of a day"
        ),
        Says("rate_limit", text=r"(?:reset after|[Rr]etry in) (?P<seconds>[\d.]+)s", code="RESOURCE_EXHAUSTED"),
        Says("rate_limit", code="RESOURCE_EXHAUSTED", note="Vertex: a shared quota, no time"),
        Says("transient", code=("UNAVAILABLE", "DEADLINE_EXCEEDED", "INTERNAL")),
    ),
    after={"error.details[*].retryDelay": "seconds"},
    source=(
        "google-genai 3.6.1; a table of live calls through two gateways, 2026-09-03; Vertex's documentation of "
        "filtered Imagen prompts; a client's tests with support codes, 2026"
    ),
    checked="2026-11-29",
)
