"""OpenRouter's images and chat routes; the maker's own error may stand inside, as JSON.

Codes are the HTTP status, but for guardrail_blocked; error_type, where it is there, says more. A 402 passes by itself
only where the budget in flight was the limit. A 403 may be a limit of a key, a list of the workspace, moderation or the
maker's own refusal: the text decides. flagged_input holds the prompt. Open: the words for a mismatched size; whether
images fail with HTTP 200.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says

ANSWERS = Answers(
    makes=(
        Makes(
            each="data[*]",
            image=("b64_json", "url"),
            media_type="media_type",
            cost="usage.cost",
            currency="USD",
            usage={
                "input_tokens": "usage.prompt_tokens",
                "output_tokens": "usage.completion_tokens",
                "total_tokens": "usage.total_tokens",
            },
            id="id",
        ),
    ),
    errors=(
        Envelope(
            message="error.message",
            code="error.code",
            type=("error.metadata.error_type", "error.metadata.limit_source", "error.code"),
            inner="error.metadata.raw",
            maker="error.metadata.provider_name",
        ),
    ),
    says=(
        # a bad request: by error_type, else by the code
        Says(
            "bad_parameter",
            type=("invalid_image", "unsupported_image_format", "image_not_found", "image_download_failed"),
            problem="unreadable",
        ),
        Says("bad_parameter", type=("image_too_large", "image_too_small"), problem="out_of_range"),
        Says("bad_parameter", type="string_too_long", problem="too_long"),
        Says("bad_parameter", type="invalid_prompt", fields="prompt"),
        Says(
            "bad_parameter",
            text=r"^No endpoints found that support the requested output modalities: (?P<value>.+?)\.?$",
            problem="not_allowed",
            fields="modalities",
            note="the model exists, no endpoint takes this request",
        ),
        Says("bad_parameter", type="400"),
        # moderation
        Says("moderation", type=("content_policy_violation", "refusal")),
        Says("moderation", code="guardrail_blocked", stage="input"),
        Says("moderation", text="requires moderation and your input was flagged", stage="input"),
        # the model, the account
        Says(
            "model",
            text=r"^No endpoints found (?:that support|that can handle|for) ",
            note="provider.only or require_parameters may be the cause",
        ),
        Says("model", text="^Requested (?:model|provider) is not allowed by the (?:model|provider) allowlist"),
        Says("model", text="data policy"),
        Says("authentication", type="401"),
        Says("authentication", text="^API key does not have permission"),
        Says("authentication", type="permission_denied"),
        Says("payment", text="^Insufficient credits|^Workspace monthly budget exceeded|^Key limit exceeded"),
        Says("payment", text=r"can only afford \d+", note="a smaller request may pass"),
        Says("payment", type="payment_required"),
        Says("payment", type="402"),
        # limits, faults
        Says(
            "rate_limit",
            type="openrouter_in_flight_budget",
            note="a 402 that passes by itself",
        ),
        Says("rate_limit", type="429"),
        Says("transient", type=("provider_overloaded", "provider_unavailable")),
        Says("transient", text="^Provider request failed", note="403 of the maker: another one may take it"),
        Says("transient", type=("502", "503")),
        Says("unknown", type="500", retry="yes", note="what an image-only model answers to chat, too"),
    ),
    after={"error.metadata.headers.X-RateLimit-Reset": "epoch_ms"},
    id="header:x-generation-id",
    source="OpenRouter's OpenAPI and docs, 2026; openrouter 1.3.84",
    checked="2026-11-29",
)
