"""What several of Replicate's models share."""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    Field,
    Fixed,
    Image,
    Int,
    ListOf,
    Model,
    Native,
    Needs,
    Not,
    OneOf,
    Param,
    Rule,
    Target,
    Text,
    Words,
)

#: classes that a program made from Replicate's own schemas
SCHEMAS = "nodetool-ai/nodetool-replicate, d21aa02, 2026-04-23"
#: Replicate's own schemas, whole, and a table of fields made from later ones (it has seedream-5-pro, of 2026-07)
STORED = "nodetool-ai/nodetool, packages/replicate-codegen/.schema-cache"
MANIFEST = "nodetool-ai/nodetool, packages/replicate-nodes/src/replicate-manifest.json, 31d66fb"
#: later copies of public programs
REGISTRY = "a registry made from Replicate's pages, zoec98/imagegen-replicate, c3f7860, 2026-07-13"
SCHEMAS_10 = "Replicate's public schema of the model (replicate.com/<model>/api/schema), 2026-10-05"
DOCS = "https://replicate.com/docs/reference/http"
#: every official model has a route and a page of its own
ROUTE = Target(
    name="replicate/{model}",
    method="POST",
    path="/v1/models/{model}/predictions",
    also_at=("/v1/predictions",),
    base_url="https://api.replicate.com",
    key_header="Authorization: Bearer {key}",
    docs="https://replicate.com/{model}/api",
    checked="2026-11-29",
    unknown="ignored",
    rows=(
        Model(
            "version",
            optional=True,
            read_only=True,
            note="at /v1/predictions, where owner/name is enough for official models",
            source="https://replicate.com/changelog/2025-08-05-run-all-models-with-the-same-api-endpoint",
        ),
    ),
)

# ---- rows

URI = Image("url", "data")
FORMATS = Words({"webp": "webp", "jpeg": "jpg", "png": "png"})
JPG_PNG = Words({"jpeg": "jpg", "png": "png"})
PROMPT = Param("input.prompt", Field.prompt, Text(), required=True)
SEED = Param("input.seed", Field.seed, Int())
#: the schema says `nullable`
SEED_OR_NULL = Param("input.seed", Field.seed, Int(), nullable=True)
FORMAT = Param("input.output_format", Field.output_format, FORMATS, default="webp")
QUALITY_80 = Param("input.output_quality", Field.output_compression, Int(0, 100), default=80)
WEBHOOKS = (Native("webhook", Text()), Native("webhook_events_filter", ListOf(Text())))

SIDES = ("input.width", "input.height")
BY_CUSTOM = {"input.aspect_ratio": "custom"}
FLUX_RATIOS = ("1:1", "16:9", "21:9", "3:2", "2:3", "4:5", "5:4", "3:4", "4:3", "9:16", "9:21")

# ---- rules

PNG_QUALITY = Rule(
    {"input.output_format": OneOf("png")},
    {"input.output_quality": ABSENT},
    "output_quality is not used for png",
    effect="ignored",
)
CUSTOM = Rule(
    ({"input.aspect_ratio": Not(OneOf("custom"))}, {"input.aspect_ratio": ABSENT}),
    {"input.width": ABSENT, "input.height": ABSENT},
    "width and height count only where aspect_ratio is custom",
    effect="ignored",
)
STRENGTH_NEEDS_IMAGE = Needs(
    "input.prompt_strength", "input.image", "prompt_strength is for image to image", effect="ignored"
)
#: of the models whose answer is one URI, where others have a list
ONE_IMAGE = Fixed(Field.n, 1, source=STORED)
