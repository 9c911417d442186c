"""OpenRouter's images and chat routes; the maker's own error may stand inside."""

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
            type=("error.metadata.error_type", "error.metadata.reasons"),
            inner="error.metadata.raw",
            maker="error.metadata.provider_name",
        ),
    ),
    says=(
        Says("bad_parameter", code="400"),
        Says(
            "bad_parameter",
            text=r"^No endpoints found that support the requested output modalities: (?P<value>.+?)\.?$",
            code="404",
            problem="not_allowed",
            fields="modalities",
        ),
        Says("model", text=r"^No endpoints found (?:that support|that can handle|for) (?:.+?)\.?$", code="404"),
        Says("payment", text="^Insufficient credits", code="402"),
        Says("payment", text=r"can only afford (?P<max>\d+)", code="402"),
        Says("rate_limit", code="402"),
        Says("rate_limit", text=r"^Rate limit exceeded: (?:[\w-]+)", code="429"),
        Says("rate_limit", code="429"),
        Says("authentication", text="^(?:User not found|No auth credentials found|Invalid credentials)", code="401"),
        Says(
            "payment",
            text=("^(?:Insufficient credits for this request|Workspace monthly budget exceeded|Key limit exceeded)"),
            code="403",
        ),
        Says(
            "model",
            text="^Requested (?:model|provider) is not allowed by the (?:model|provider) allowlist",
            code="403",
        ),
        Says("model", text="data policy", code="403"),
        Says("authentication", text="^API key does not have permission", code="403"),
        Says("moderation", code="guardrail_blocked"),
        Says("moderation", text="requires moderation and your input was flagged", code="403"),
        Says("transient", text="^Provider request failed", code="403"),
        Says("transient", code="502"),
        Says("transient", code="503"),
        Says("unknown", code="500", retry="yes"),
        Says(
            "bad_parameter",
            type=(
                "string_too_long",
                "invalid_prompt",
                "invalid_image",
                "image_too_large",
                "image_too_small",
                "unsupported_image_format",
                "image_not_found",
                "image_download_failed",
            ),
        ),
        Says(
            "moderation",
            type=(
                "content_policy_violation",
                "refusal",
            ),
        ),
        Says(
            "transient",
            type=(
                "provider_overloaded",
                "provider_unavailable",
            ),
        ),
        Says("payment", type=("payment_required",)),
        Says("authentication", type=("permission_denied",)),
    ),
    after={"error.metadata.headers.X-RateLimit-Reset": "epoch_ms"},
    id="header:x-generation-id",
    source=(
        "Seed 004 (response; statuses 400, 401, 402, 403, 404, 429, 500, "
        "502) (None); openrouter 1.3.84 (PyPI) (1.3.84); OpenRouter docs "
        "(2026)"
    ),
    checked="2026-11-29",
)
