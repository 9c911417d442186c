"""Leonardo's v1 and v2: generations that are polled at v1, and generationssync.

COMPLETE with an empty list means that all was blocked. A validation error of v2 is HTTP 200 with a list as body; a
wrong key is HTTP 500; most other errors have the code `unexpected`, so the texts decide. Every HTTP 200 of
generationssync is charged, with images or without: blockedCount says how many were blocked. Open: why a generation
FAILED (v1 does not say); bodies of 429.
"""

from __future__ import annotations

from imgparams.answers.words import Answers, Envelope, Makes, Says, State, Task

_WORDS: dict[str, State] = {"PENDING": "pending", "COMPLETE": "done", "FAILED": "failed"}

ANSWERS = Answers(
    makes=(
        Makes(
            each="generations_by_pk.generated_images[*]",
            image="url",
            seed="$.generations_by_pk.seed",
            image_id="id",
            empty="moderation",
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
            id=("sdGenerationJob.generationId", "generations_by_pk.id"),
            state="generations_by_pk.status",
            words=_WORDS,
            poll="GET /api/rest/v1/generations/{id}",
            cost="sdGenerationJob.cost.amount",
            currency="$.sdGenerationJob.cost.unit",
        ),
        Task(
            id="generate.generationId",
            poll="GET /api/rest/v1/generations/{id}",
            cost="generate.cost.amount",
            currency="$.generate.cost.unit",
        ),
    ),
    errors=(
        Envelope(each="[*]", message="message", code="extensions.code"),
        Envelope(message="error", code="code", field="path"),
        Envelope(
            message="generations_by_pk.status",
            code="generations_by_pk.status",
            ok=("PENDING", "COMPLETE"),
        ),
        Envelope(message="generateSync.blockedCount", code="generateSync.blockedCount", ok="0"),
    ),
    says=(
        # a bad request
        Says("bad_parameter", text=r"^Unexpected variable (?P<field>\S+)$", problem="unknown_field"),
        Says(
            "bad_parameter",
            text="^expected an? (?P<allowed>.+?) for type '[^']+', but found an? (?P<value>.+)$",
            problem="wrong_type",
        ),
        Says(
            "bad_parameter",
            text=r"^expecting a value for non-nullable variable: \"(?P<field>[^\"]+)\"$",
            problem="missing",
        ),
        Says("bad_parameter", text="^invalid dimensions$", problem="out_of_range", fields=("width", "height")),
        Says(
            "bad_parameter",
            text=r"^Invalid prompt, maximum length of (?P<max>\d+) characters exceeded\.$",
            problem="too_long",
            fields="prompt",
        ),
        Says("bad_parameter", text="^invalid init image id$", problem="not_allowed", fields="init_image_id"),
        Says("bad_parameter", text="^couldn't access image$", problem="unreadable"),
        Says("bad_parameter", text="^Too many images", problem="too_many", fields="num_images"),
        Says(
            "bad_parameter",
            text=r"^\"(?P<field>[^\"]+)\" must be a multiple of (?P<multiple>\d+)$",
            problem="off_grid",
        ),
        Says("bad_parameter", code="VALIDATION_ERROR"),
        # moderation
        Says("moderation", text="^content moderation filter: ", stage="input", note="the word that was caught follows"),
        Says("moderation", text="^Your prompt appears to contain inappropriate content", stage="input"),
        Says(
            "moderation",
            text=r"^[1-9]\d?$",
            stage="output",
            charged=True,
            note="the number of images that were blocked",
        ),
        # the model, the account
        Says("model", text=r"^(?P<value>\S+) is not supported within the Production API\.", fields="modelId"),
        Says("authentication", text="^Invalid response from authorization hook$", note="HTTP 500 for a wrong key"),
        Says("authentication", code="access-denied"),
        Says("payment", text="^not enough api tokens"),
        # faults
        Says("transient", text="^(?:Service Error|internal error)$", note="also what an unknown id may cause"),
        Says("unknown", text="^failed to find init variation"),
        Says("unknown", code="FAILED", note="no reason is given"),
    ),
    id="header:x-request-id",
    source="docs.leonardo.ai, 2026-01-28; Leonardo-Ai-SDK 7.0.0; a relay's probe of the production API, 2026-08",
    checked="2026-11-29",
)
