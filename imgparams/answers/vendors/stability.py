"""Stability: v2beta with JSON or a file as body, and v1 by engine."""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

ANSWERS = Answers(
    makes=(
        Makes(image="image", seed="$.seed", reason="$.finish_reason", refused="CONTENT_FILTERED"),
        Makes(image="(body)", seed="header:seed", reason="header:finish-reason", refused="CONTENT_FILTERED"),
        Makes(each="artifacts[*]", image="base64", seed="seed", reason="finishReason", refused="CONTENT_FILTERED"),
        Makes(image="result", seed="$.seed", reason="$.finish_reason", refused="CONTENT_FILTERED"),
    ),
    tasks=(
        Task(
            id="id",
            state=("status", "finish_reason", "(status)"),
            words={"202": "pending", "in-progress": "pending"},
            poll="GET /v2beta/results/{id}",
        ),
    ),
    errors=(
        Envelope(message="errors[*]", code="name"),
        Envelope(message="message", code="name"),
    ),
    says=(
        Says(
            "bad_parameter",
            text=(r"^(?P<field>[\w\[\].]+): invalid enum value\. Expected (?P<allowed>'[^']" r"*'(?: \| '[^']*')*)"),
            code="bad_request",
            problem="not_allowed",
        ),
        Says("bad_parameter", text=r"^(?P<field>[\w\-\[\].]+): required$", code="bad_request", problem="missing"),
        Says(
            "bad_parameter",
            text=(r"^(?P<field>[\w\[\].]+): (?:cannot be longer than|must be at " r"most) (?P<max>\d+) characters"),
            code="bad_request",
            problem="too_long",
        ),
        Says("bad_parameter", text=r"^(?P<field>[\w\-\[\].]+): is required$", code="bad_request", problem="missing"),
        Says("authentication", code="unauthorized"),
        Says("payment", text="^You lack sufficient credits", code="payment_required"),
        Says(
            "moderation",
            text="^Your request was flagged by our content moderation system",
            code="content_moderation",
            stage="input",
            charged=False,
        ),
        Says(
            "bad_parameter",
            text=r"payloads cannot be larger than (?P<max>\d+)\s?MiB",
            code="payload_too_large",
            problem="too_long",
        ),
        Says(
            "bad_parameter",
            text="^English is the only supported language",
            code="language_not_supported",
            problem="not_allowed",
            fields="prompt",
        ),
        Says("bad_parameter", code="invalid_prompts", problem="conflict", fields="prompt"),
        Says("rate_limit", code="rate_limit_exceeded"),
        Says("transient", code="internal_error"),
        Says(
            "bad_parameter",
            text=(
                r"the allowed dimensions are (?P<allowed>\d+x\d+(?:, \d+x\d+)*)"
                r", but we received (?P<value>\d+x\d+)$"
            ),
            code="invalid_sdxl_v1_dimensions",
            problem="not_allowed",
            fields=("width", "height"),
        ),
        Says(
            "bad_parameter",
            text=r"^height and width must be specified in increments of (?P<multiple>\d+)$",
            code="invalid_height_or_width",
            problem="off_grid",
            fields=("width", "height"),
        ),
        Says(
            "bad_parameter",
            text=r"must not be larger than (?P<max>\d{1,9}) pixels",
            code="invalid_pixel_count",
            problem="bad_area",
            fields=("width", "height"),
        ),
        Says(
            "moderation",
            text="^Invalid prompts detected$",
            code="invalid_prompts",
            fields="text_prompts",
            stage="input",
        ),
        Says("bad_parameter", code="invalid_base64", problem="unreadable", fields="init_image"),
        Says(
            "bad_parameter",
            text=r"^(?P<field>\w+): must be between (?P<min>[\d.]+) and (?P<max>[\d.]+)$",
            code="bad_request",
            problem="out_of_range",
        ),
        Says("model", text=r"^The specified engine \(ID (?P<value>[^)]+)\) was not found", code="not_found"),
        Says(
            "bad_parameter",
            text=r"^Sample count may only be greater than (?P<max>\d+) when the accept header",
            code="invalid_samples",
            problem="conflict",
            fields="samples",
        ),
    ),
    id=("header:x-request-id",),
    source=(
        "Docs copy with the v2beta error names and texts (None); A client's "
        "notes 'confirmed live' (2026); v1 error names in a client; text "
        "of the SDXL refusal (None)"
    ),
    checked="2026-11-29",
)
