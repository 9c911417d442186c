"""Leonardo's v1 and v2: generations that are polled at v1, and generationssync."""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says, Task

ANSWERS = Answers(
    makes=(
        Makes(
            each="generations_by_pk.generated_images[*]",
            image="url",
            seed="$.generations_by_pk.seed",
            image_id="id",
            id="generations_by_pk.id",
        ),
        Makes(
            each="generateSync.results[*]",
            image=("url", "dataB64"),
            media_type="contentType",
            width="width",
            height="height",
            expires=1800,
            empty="moderation",
            cost="generateSync.cost.amount",
            currency="$.generateSync.cost.unit",
            id="generateSync.id",
        ),
    ),
    tasks=(
        Task(
            id=("sdGenerationJob.generationId", "generate.generationId", "generations_by_pk.id"),
            state="generations_by_pk.status",
            words={"PENDING": "pending", "COMPLETE": "done", "FAILED": "failed"},
            poll="GET /api/rest/v1/generations/{id}",
            cost=("sdGenerationJob.cost.amount", "generate.cost.amount"),
            currency="$.generate.cost.unit",
        ),
    ),
    errors=(
        Envelope(each="[*]", message="message", code="extensions.code"),
        Envelope(message="error", code="code", field="path"),
    ),
    says=(
        Says("authentication", text="^Authentication hook unauthorized this request$", code="access-denied"),
        Says("authentication", text="^Invalid response from authorization hook$", code="unexpected"),
        Says(
            "bad_parameter", text=r"^Unexpected variable (?P<field>\S+)$", code="bad-request", problem="unknown_field"
        ),
        Says(
            "bad_parameter",
            text="^expected an? (?P<allowed>.+?) for type '(?:[^']+)', but found an? (?P<value>.+)$",
            code="validation-failed",
            problem="wrong_type",
        ),
        Says(
            "bad_parameter",
            text=r"^expecting a value for non-nullable variable: \"(?P<field>[^\"]+)\"$",
            code="validation-failed",
            problem="missing",
        ),
        Says(
            "bad_parameter",
            text="^invalid dimensions$",
            code="unexpected",
            problem="out_of_range",
            fields=("width", "height"),
        ),
        Says(
            "bad_parameter",
            text=r"^Invalid prompt, maximum length of (?P<max>\d+) characters exceeded\.$",
            code="unexpected",
            problem="too_long",
            fields="prompt",
        ),
        Says(
            "bad_parameter",
            text="^invalid init image id$",
            code="unexpected",
            problem="not_allowed",
            fields="init_image_id",
        ),
        Says("bad_parameter", text="^couldn't access image$", code="unexpected", problem="unreadable"),
        Says("bad_parameter", text="^Too many images", code="unexpected", problem="too_many", fields="num_images"),
        Says(
            "model",
            text=r"^(?P<value>\S+) is not supported within the Production API\.",
            code="unexpected",
            fields="modelId",
        ),
        Says("moderation", text="^content moderation filter: (?:.+)$", code="unexpected"),
        Says("moderation", text="^Your prompt appears to contain inappropriate content", code="unexpected"),
        Says("payment", text="^not enough api tokens", code="unexpected"),
        Says("transient", text="^(?:Service Error|internal error)$", code="unexpected"),
        Says("unknown", text="^failed to find init variation", code="unexpected"),
        Says(
            "bad_parameter",
            text=r"^\"(?P<field>[^\"]+)\" must be a multiple of (?P<multiple>\d+)$",
            code="VALIDATION_ERROR",
            problem="off_grid",
        ),
    ),
    source=(
        "docs.leonardo.ai (2026-01-28); Leonardo-Ai-SDK 7.0.0 (PyPI) "
        "(7.0.0); Probe report of a relay against the production API, "
        "2026-08 (2026-08)"
    ),
    checked="2026-11-29",
)
