"""OpenRouter's dedicated Image API: one route in front of the image models of many makers.

Sources. The API page (seed 004); OpenRouter's Python SDK 1.3.84 (the enums, the routing keys, session_id, trace, user;
read 2026-11-20); its OpenAPI, an older copy; the guide to image generation. What a model
declares comes from third-party copies of the public endpoint records: four records in full (gpt-image-2 and Gemini 3),
a snapshot of 2026-07-31, a live test of 2026-09-14 and a survey of all models of
2026-10-04. Records change weekly and differ per endpoint; what counts is, without a key,
`GET /api/v1/images/models/{author}/{slug}/endpoints`.

How a model's target narrows the envelope. A key that a record in full does not hold is unsupported, so its row is gone;
but `quality` and `output_compression`, which the API page says are then ignored, stay with a rule that says so. Of a
record that is known in part only, the rest keeps the envelope's domain, and the target's note says what that is. Where
a model has no tiers, `resolution` and the tier words of `size` go; pixels in `size` stay, for the API page offers them
for every model. An undeclared ratio is an error here: the page says that providers clamp, but the guide calls the lists
allowlists, and in the live test OpenRouter refused such a ratio.

Left out: the older route over chat completions; slugs with `-preview`; models of the survey without a record of their
own (meta/muse-image, inclusionai/ming-*, x-ai/grok-imagine-image-quality); slugs of krea, sourceful and recraft that
the lists read do not name (recraft's utility-vector models). Unsure: the range of `seed`, the longest prompt, the
pixels of a tier, whether a tier in `size` outside the enum of `resolution` is refused.
"""

from __future__ import annotations

from imgparams.providers.google.gemini import GEMINI_RATIOS
from imgparams.tables import (
    ABSENT,
    HOLE,
    AnyOf,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Model,
    Native,
    Not,
    OneOf,
    Param,
    Part,
    Pictures,
    PixelText,
    Quality,
    Record,
    Rule,
    ShapeWords,
    Sizes,
    Target,
    Text,
)

_SDK = "OpenRouter Python SDK 1.3.84"
_RECORD = "endpoint record, third-party copy"
_SURVEY = "survey of the image models, 2026-10-04"
_SNAPSHOT = "snapshot of the image models, 2026-07-31"
_LIVE_TEST = "live test of the image models, 2026-09-14"
_SNAPSHOT_AND_LIVE_TEST = "snapshot of the image models, 2026-07-31; live test, 2026-09-14"

_RATIOS = (
    "1:1",
    "1:2",
    "1:4",
    "1:8",
    "2:1",
    "2:3",
    "2.35:1",
    "3:2",
    "3:4",
    "4:1",
    "4:3",
    "4:5",
    "5:2",
    "5:4",
    "5:7",
    "7:5",
    "8:1",
    "9:16",
    "16:9",
    "9:19.5",
    "19.5:9",
    "9:20",
    "20:9",
    "9:21",
    "21:9",
    "auto",
)
_RATIOS_GPT = ("1:1", "3:2", "2:3", "4:3", "3:4", "16:9", "9:16", "21:9", "auto")
_RATIOS_GPT_1 = ("1:1", "3:2", "2:3", "auto")
_RATIOS_FLASH = ("1:1", "1:4", "1:8", "2:3", "3:2", "3:4", "4:1", "4:3", "4:5", "5:4", "8:1", "9:16", "16:9", "21:9")
_RATIOS_SEEDREAM = (
    "1:1",
    "1:2",
    "2:1",
    "2:3",
    "3:2",
    "3:4",
    "4:3",
    "4:5",
    "5:4",
    "9:16",
    "16:9",
    "9:19.5",
    "19.5:9",
    "9:20",
    "20:9",
    "9:21",
    "21:9",
    "auto",
)
_RATIOS_MAI = ("1:1", "4:3", "3:4", "16:9", "9:16", "3:2", "2:3", "auto")
_RATIOS_KREA = ("1:1", "4:3", "3:2", "16:9", "4:5", "2:3", "9:16")
_RATIOS_RIVERFLOW = ("1:1", "4:3", "3:4", "3:2", "2:3", "16:9", "9:16", "21:9", "auto")
_RATIOS_RECRAFT = ("1:1", "4:3", "3:4", "16:9", "9:16", "auto")

_TIERS = ("512", "768", "1K", "1.5K", "2K", "4K")
_FLUX_3_TIERS = ("768", "1K", "1.5K", "2K", "4K")
_FLASH_TIERS = ("512", "1K", "2K", "4K")
_1K = ("1K",)
_1K_2K = ("1K", "2K")
_1K_2K_4K = ("1K", "2K", "4K")
_2K_4K = ("2K", "4K")

_RASTER = OneOf("png", "jpeg", "webp")  # svg is for vector models only
_ONE = Int(1, 1, round_down=True)

_PIXELS = PixelText("size", Grid(), normalised=True)
_MISMATCH = (
    "The API page: any conflict of size with resolution or aspect_ratio is rejected. The guide and the SDK: only "
    "explicit pixels conflict, a tier in size equals resolution and goes with aspect_ratio. Contradictions are errors."
)
_MISMATCH_AND_PRO_TIERS = (
    "A conflict of size with resolution or aspect_ratio: as in the envelope. Tiers: the survey gives the Vertex "
    "endpoint 1K and 2K only, the record 4K too."
)
_MISMATCH_AND_NO_RATIOS = (
    "A conflict of size with resolution or aspect_ratio: as in the envelope. Ratios: the snapshot gives this model "
    "none, the later live test 1:1, 3:2 and 2:3."
)
_MISMATCH_AND_FAST_TIERS = (
    "A conflict of size with resolution or aspect_ratio: as in the envelope. Tiers: the survey gives the family 4K, "
    "the snapshot this model 1K and 2K."
)
_NOT_DECLARED = "No record but those of ming declares size; the API page normalises it for every model, so it is kept."

# Size, ratio and tier by what a model declares; the tier in `size` says `resolution` again: read, never written.

_RATIO_ONLY = Sizes((ShapeWords("aspect_ratio", _RATIOS), _PIXELS), note=_NOT_DECLARED, disputed=_MISMATCH)
_ANY_RATIO_1K_2K = Sizes(
    (
        ShapeWords("aspect_ratio", _RATIOS, "resolution", _1K_2K),
        _PIXELS,
        ShapeWords(tier="size", tiers=_1K_2K, read_only=True),
    ),
    note=_NOT_DECLARED,
    disputed=_MISMATCH,
)
_ANY_RATIO_2K_4K = Sizes(
    (
        ShapeWords("aspect_ratio", _RATIOS, "resolution", _2K_4K),
        _PIXELS,
        ShapeWords(tier="size", tiers=_2K_4K, read_only=True),
    ),
    note=_NOT_DECLARED,
    disputed=_MISMATCH,
)
_ANY_RATIO_FLUX_3 = Sizes(
    (
        ShapeWords("aspect_ratio", _RATIOS, "resolution", _FLUX_3_TIERS),
        _PIXELS,
        ShapeWords(tier="size", tiers=_FLUX_3_TIERS, read_only=True),
    ),
    note=_NOT_DECLARED,
    disputed=_MISMATCH,
)

_ONE_IMAGE = Param("n", Field.n, Int(1, 1, round_down=True), source=_SNAPSHOT)
_QUALITY_TO_HIGH = Param("quality", Field.quality, Quality("auto", "low", "medium", "high"), source=_SNAPSHOT)

# For records that have neither key.
_NO_KNOBS = (
    Rule(
        when={},
        then={"quality": ABSENT},
        why="this model's record has no quality, and providers without such a setting ignore it",
        effect="ignored",
        source="API page",
    ),
    Rule(
        when={},
        then={"output_compression": ABSENT},
        why="this model's record has no output_compression, and providers without such a setting ignore it",
        effect="ignored",
        source="API page",
    ),
)

# As each reference stands in the list.
_PARTS = (Part(Image("url", "data"), {"type": "image_url", "image_url": {"url": HOLE}}),)
_REFERENCE_1 = Pictures("input_references", _PARTS, max=1)
_REFERENCES_3 = Pictures("input_references", _PARTS, max=3)
_REFERENCES_4 = Pictures("input_references", _PARTS, max=4)
_REFERENCES_8 = Pictures("input_references", _PARTS, max=8)
_REFERENCES_10 = Pictures("input_references", _PARTS, max=10)
_REFERENCES_14 = Pictures("input_references", _PARTS, max=14)
_REFERENCES_16 = Pictures("input_references", _PARTS, max=16)
_STYLE_REFERENCES = Pictures("input_references", _PARTS, min=1, max=10, required=True, source=_SURVEY)

IMAGES = Target(
    name="openrouter/images",
    method="POST",
    path="/api/v1/images",
    docs="https://openrouter.ai/docs/guides/overview/multimodal/image-generation",
    checked="2026-11-20",
    rows=(
        Model("model", note="<author>/<slug>"),
        Param("prompt", Field.prompt, Text(min_length=1), required=True),
        Sizes(
            (
                ShapeWords("aspect_ratio", _RATIOS, "resolution", _TIERS),
                _PIXELS,
                ShapeWords(tier="size", tiers=_TIERS, read_only=True),
            ),
            note="Words as in the SDK; the guide lists fewer ratios, and of the tiers not 768 and 1.5K.",
            source=_SDK,
            disputed=_MISMATCH,
        ),
        Param("background", Field.background, OneOf("auto", "transparent", "opaque")),
        Pictures(
            "input_references",
            _PARTS,
            max=16,
            note="newer pages and the SDK say how many per endpoint only; no endpoint is known to take more",
            source="OpenRouter's OpenAPI, older copy",
        ),
        Param(
            "n",
            Field.n,
            Int(1, 10, round_down=True),
            note="Providers of single images reject more than 1. Newer text: an upper bound, fewer may come back.",
        ),
        Param(
            "output_compression",
            Field.output_compression,
            Int(0, 100),
            note="for webp and jpeg; ignored by providers without such a setting",
        ),
        Param(
            "output_format", Field.output_format, OneOf("png", "jpeg", "webp", "svg"), note="svg: vector models only"
        ),
        Native("provider.allow_fallbacks", Flag(), default=True, nullable=True, source=_SDK),
        Native("provider.order", ListOf(Text()), nullable=True, note="provider slugs", source=_SDK),
        Native("provider.only", ListOf(Text()), nullable=True, note="provider slugs", source=_SDK),
        Native("provider.ignore", ListOf(Text()), nullable=True, note="provider slugs", source=_SDK),
        Native(
            "provider.sort",
            AnyOf(
                OneOf("price", "throughput", "latency", "exacto"),
                Record(
                    {
                        "by": OneOf("price", "throughput", "latency", "exacto"),
                        "partition": OneOf("model", "none"),
                    },
                    nullable=("by", "partition"),
                ),
            ),
            nullable=True,
            note="exacto and the object are in the SDK only",
            source=_SDK,
        ),
        Native(
            "provider.options",
            Record((), open=True, rest=Record((), open=True)),
            note="Provider slug -> free object; only the matched provider's is forwarded, unknown slugs are dropped.",
            source=_SDK,
        ),
        Param(
            "quality",
            Field.quality,
            Quality("auto", "low", "medium", "high", "xhigh", "max"),
            note="ignored by providers without such a setting; xhigh and max are newer than the guide",
            source=_SDK,
        ),
        Param("seed", Field.seed, Int(), note="no range is stated; not every provider is deterministic"),
        Param("stream", Field.stream, Flag(), note="partial images as server-sent events"),
        Native("session_id", Text(max_length=256), note="beats the header x-session-id", source=_SDK),
        Native(
            "trace",
            Record(
                {
                    "trace_id": Text(),
                    "trace_name": Text(),
                    "span_name": Text(),
                    "generation_name": Text(),
                    "parent_span_id": Text(),
                },
                open=True,
            ),
            source=_SDK,
        ),
        Param("user", Field.user, Text(), source=_SDK),
    ),
    rules=(
        Rule(
            when={"background": OneOf("transparent")},
            then={"output_format": OneOf("png", "webp")},
            why="a transparent background needs a format with alpha: png or webp",
        ),
        Rule(
            when={"output_format": OneOf("png")},
            then={"output_compression": ABSENT},
            why="compression is ignored for png",
            effect="ignored",
        ),
        Rule(
            when={"model": Not(Text(pattern="openai/.*"))},
            then={"stream": OneOf(False)},
            why="only providers with streaming of their own stream, at present OpenAI; others answer whole",
            effect="ignored",
        ),
    ),
)

# ---- openai

GPT_IMAGE_2 = IMAGES.but(
    Sizes((ShapeWords("aspect_ratio", _RATIOS_GPT), _PIXELS), note=_NOT_DECLARED, source=_RECORD, disputed=_MISMATCH),
    _REFERENCES_16,
    name="openrouter/openai/gpt-image-2",
    model="openai/gpt-image-2",
    domains={"background": OneOf("auto", "opaque"), "quality": Quality("auto", "low", "medium", "high")},
    without=("output_format", "seed"),
    note="From its record; provider.options.openai takes moderation.",
)
GPT_IMAGE_2_5_SUNBURST = IMAGES.but(
    _RATIO_ONLY,
    _REFERENCES_16,
    name="openrouter/openai/gpt-image-2.5-sunburst",
    model="openai/gpt-image-2.5-sunburst",
    domains={"output_format": _RASTER},
    without=("seed",),
    note="Known in part: ratios, n, output_compression and output_format are the envelope's.",
)
GPT_IMAGE_2_5_FLARE = GPT_IMAGE_2_5_SUNBURST.but(
    name="openrouter/openai/gpt-image-2.5-flare", model="openai/gpt-image-2.5-flare"
)
GPT_IMAGE_1 = IMAGES.but(
    Sizes(
        (ShapeWords("aspect_ratio", _RATIOS_GPT_1), _PIXELS),
        note=_NOT_DECLARED,
        source=_SNAPSHOT_AND_LIVE_TEST,
        disputed=_MISMATCH,
    ),
    _REFERENCES_16,
    _QUALITY_TO_HIGH,
    Param(
        "output_format",
        Field.output_format,
        _RASTER,
        source="guide to image generation",
        disputed="The guide sends png to this model; in the snapshot no model of OpenAI declares output_format.",
    ),
    name="openrouter/openai/gpt-image-1",
    model="openai/gpt-image-1",
    without=("seed",),
    note="From the snapshot; provider.options.openai takes moderation.",
)
GPT_IMAGE_1_MINI = GPT_IMAGE_1.but(
    name="openrouter/openai/gpt-image-1-mini", model="openai/gpt-image-1-mini", without=("output_format",)
)
GPT_5_IMAGE = GPT_IMAGE_1_MINI.but(
    Sizes(
        (ShapeWords("aspect_ratio", ("1:1", "3:2", "2:3")), _PIXELS),
        note="The live test lists these three. Size: as gpt-image-1.",
        source=_LIVE_TEST,
        disputed=_MISMATCH_AND_NO_RATIOS,
    ),
    name="openrouter/openai/gpt-5-image",
    model="openai/gpt-5-image",
)
GPT_5_IMAGE_MINI = GPT_5_IMAGE.but(name="openrouter/openai/gpt-5-image-mini", model="openai/gpt-5-image-mini")
GPT_5_4_IMAGE_2 = GPT_IMAGE_1_MINI.but(
    _RATIO_ONLY,
    Param("background", Field.background, OneOf("auto", "opaque"), source=_SNAPSHOT),
    name="openrouter/openai/gpt-5.4-image-2",
    model="openai/gpt-5.4-image-2",
    note="From the snapshot, but ratios are the envelope's: the snapshot gives none, the later live test names "
    "16:9, 3:4 and 9:16, no whole list. provider.options.openai takes moderation.",
)

# ---- google

GEMINI_3_1_FLASH_IMAGE = IMAGES.but(
    Sizes(
        (
            ShapeWords("aspect_ratio", _RATIOS_FLASH, "resolution", _FLASH_TIERS),
            _PIXELS,
            ShapeWords(tier="size", tiers=_FLASH_TIERS, read_only=True),
        ),
        note=_NOT_DECLARED,
        source=_RECORD,
        disputed=_MISMATCH,
    ),
    _REFERENCES_14,
    name="openrouter/google/gemini-3.1-flash-image",
    model="google/gemini-3.1-flash-image",
    domains={"n": _ONE},
    without=("background", "output_format", "seed"),
    rules=_NO_KNOBS,
    note="From its record; provider.options takes cachedContent under the provider's slug.",
)
GEMINI_3_1_FLASH_LITE_IMAGE = GEMINI_3_1_FLASH_IMAGE.but(
    Sizes(
        (
            ShapeWords("aspect_ratio", _RATIOS_FLASH, "resolution", _1K),
            _PIXELS,
            ShapeWords(tier="size", tiers=_1K, read_only=True),
        ),
        note=_NOT_DECLARED,
        source=_RECORD,
        disputed=_MISMATCH,
    ),
    name="openrouter/google/gemini-3.1-flash-lite-image",
    model="google/gemini-3.1-flash-lite-image",
)
GEMINI_3_PRO_IMAGE = GEMINI_3_1_FLASH_IMAGE.but(
    Sizes(
        (
            ShapeWords("aspect_ratio", GEMINI_RATIOS, "resolution", _1K_2K_4K),
            _PIXELS,
            ShapeWords(tier="size", tiers=_1K_2K_4K, read_only=True),
        ),
        note=_NOT_DECLARED,
        source=_RECORD,
        disputed=_MISMATCH_AND_PRO_TIERS,
    ),
    name="openrouter/google/gemini-3-pro-image",
    model="google/gemini-3-pro-image",
)
GEMINI_2_5_FLASH_IMAGE = IMAGES.but(
    Sizes(
        (ShapeWords("aspect_ratio", GEMINI_RATIOS), _PIXELS), note=_NOT_DECLARED, source=_SNAPSHOT, disputed=_MISMATCH
    ),
    _REFERENCES_3,
    _ONE_IMAGE,
    name="openrouter/google/gemini-2.5-flash-image",
    model="google/gemini-2.5-flash-image",
    without=("background", "output_format", "seed"),
    rules=_NO_KNOBS,
    status="retired",
    retired="2026-10-02",
    note="From the snapshot. Shut down by Google, still listed two days later.",
)

# ---- black-forest-labs

FLUX_2_PRO = IMAGES.but(
    _RATIO_ONLY,
    _REFERENCES_8,
    name="openrouter/black-forest-labs/flux.2-pro",
    model="black-forest-labs/flux.2-pro",
    domains={"output_format": _RASTER},
    note="Known in part: ratios, background, n, quality, output_compression and output_format are the envelope's. "
    "provider.options.black-forest-labs takes steps, guidance, safety_tolerance.",
)
FLUX_2_FLEX = FLUX_2_PRO.but(name="openrouter/black-forest-labs/flux.2-flex", model="black-forest-labs/flux.2-flex")
FLUX_2_MAX = FLUX_2_PRO.but(
    name="openrouter/black-forest-labs/flux.2-max",
    model="black-forest-labs/flux.2-max",
    note="Known in part: ratios, background, n, quality, output_compression and output_format are the envelope's.",
)
FLUX_2_KLEIN_4B = FLUX_2_PRO.but(
    _REFERENCES_4,
    Param(
        "output_format",
        Field.output_format,
        OneOf("png", "jpeg"),
        source="KeithCu/writeragent pull request 756, 2026-09-12: webp got HTTP 400",
        disputed="One third party's report; the API page has webp for providers in general.",
    ),
    name="openrouter/black-forest-labs/flux.2-klein-4b",
    model="black-forest-labs/flux.2-klein-4b",
    note="Known in part: ratios, background, n, quality and output_compression are the envelope's. "
    "provider.options.black-forest-labs takes steps, guidance, safety_tolerance.",
)
FLUX_3_IMAGE = IMAGES.but(
    _ANY_RATIO_FLUX_3,
    _REFERENCES_10,
    name="openrouter/black-forest-labs/flux-3-image",
    model="black-forest-labs/flux-3-image",
    domains={"output_format": _RASTER},
    without=("seed",),
    note="Known in part: ratios, background, n, quality, output_compression and output_format are the envelope's.",
)

# ---- bytedance-seed

SEEDREAM_4_5 = IMAGES.but(
    Sizes(
        (
            ShapeWords("aspect_ratio", _RATIOS_SEEDREAM, "resolution", _1K_2K_4K),
            _PIXELS,
            ShapeWords(tier="size", tiers=_1K_2K_4K, read_only=True),
        ),
        note=_NOT_DECLARED,
        source=_SNAPSHOT,
        disputed=_MISMATCH,
    ),
    _REFERENCES_14,
    name="openrouter/bytedance-seed/seedream-4.5",
    model="bytedance-seed/seedream-4.5",
    without=("background", "output_format"),
    rules=_NO_KNOBS,
    note="From the snapshot; n is the envelope's there too.",
)
SEEDREAM_5_0_FLASH = IMAGES.but(
    _ANY_RATIO_1K_2K,
    _REFERENCES_14,
    name="openrouter/bytedance-seed/seedream-5-0-flash",
    model="bytedance-seed/seedream-5-0-flash",
    domains={"output_format": _RASTER},
    note="Known in part: ratios, background, n, quality, output_compression and output_format are the envelope's.",
)
SEEDREAM_5_0_PRO = SEEDREAM_5_0_FLASH.but(
    name="openrouter/bytedance-seed/seedream-5-0-pro", model="bytedance-seed/seedream-5-0-pro"
)
SEEDREAM_5_0_LITE = SEEDREAM_5_0_FLASH.but(
    _ANY_RATIO_2K_4K,
    name="openrouter/bytedance-seed/seedream-5-0-lite",
    model="bytedance-seed/seedream-5-0-lite",
)

# ---- qwen

QWEN_IMAGE_3 = IMAGES.but(
    _ANY_RATIO_1K_2K,
    _REFERENCES_4,
    name="openrouter/qwen/qwen-image-3",
    model="qwen/qwen-image-3",
    domains={"output_format": _RASTER},
    note="Known in part: ratios, background, n, quality, output_compression and output_format are the envelope's.",
)
QWEN_IMAGE_3_PRO = QWEN_IMAGE_3.but(name="openrouter/qwen/qwen-image-3-pro", model="qwen/qwen-image-3-pro")

# ---- x-ai

GROK_IMAGINE_IMAGE_2_0 = IMAGES.but(
    _ANY_RATIO_1K_2K,
    _REFERENCES_3,
    name="openrouter/x-ai/grok-imagine-image-2.0",
    model="x-ai/grok-imagine-image-2.0",
    domains={"output_format": _RASTER},
    without=("seed",),
    note="Known in part: ratios, background, n, quality, output_compression and output_format are the envelope's.",
)

# ---- krea

KREA_2_LARGE = IMAGES.but(
    Sizes(
        (
            ShapeWords("aspect_ratio", _RATIOS_KREA, "resolution", _1K),
            _PIXELS,
            ShapeWords(tier="size", tiers=_1K, read_only=True),
        ),
        note=_NOT_DECLARED,
        source=_SNAPSHOT,
        disputed=_MISMATCH,
    ),
    _REFERENCE_1,
    name="openrouter/krea/krea-2-large",
    model="krea/krea-2-large",
    without=("background", "n", "output_format"),
    rules=_NO_KNOBS,
    note="Declares no n. provider.options.krea takes creativity, strength and more.",
)
KREA_2_MEDIUM = KREA_2_LARGE.but(name="openrouter/krea/krea-2-medium", model="krea/krea-2-medium")
KREA_2_MEDIUM_TURBO = KREA_2_LARGE.but(name="openrouter/krea/krea-2-medium-turbo", model="krea/krea-2-medium-turbo")

# ---- microsoft

MAI_IMAGE_2_5 = IMAGES.but(
    Sizes((ShapeWords("aspect_ratio", _RATIOS_MAI), _PIXELS), note=_NOT_DECLARED, source=_SNAPSHOT, disputed=_MISMATCH),
    Pictures("input_references", _PARTS, max=1, source=_SNAPSHOT),
    _ONE_IMAGE,
    name="openrouter/microsoft/mai-image-2.5",
    model="microsoft/mai-image-2.5",
    without=("background", "output_format", "seed"),
    rules=_NO_KNOBS,
    note="From the snapshot.",
)
MAI_IMAGE_2_5_PRO = MAI_IMAGE_2_5.but(
    name="openrouter/microsoft/mai-image-2.5-pro", model="microsoft/mai-image-2.5-pro"
)
MAI_IMAGE_2_6 = IMAGES.but(
    _RATIO_ONLY,
    Pictures("input_references", _PARTS, max=5, note="1 or 5: the survey does not say which model", source=_SURVEY),
    name="openrouter/microsoft/mai-image-2.6",
    model="microsoft/mai-image-2.6",
    domains={"output_format": _RASTER},
    without=("seed",),
    note="Known in part: ratios, background, n, quality, output_compression and output_format are the envelope's.",
)
MAI_IMAGE_2_6_FLASH = MAI_IMAGE_2_6.but(
    name="openrouter/microsoft/mai-image-2.6-flash", model="microsoft/mai-image-2.6-flash"
)

# ---- sourceful

RIVERFLOW_V2_5_PRO = IMAGES.but(
    Sizes(
        (
            ShapeWords("aspect_ratio", _RATIOS_RIVERFLOW, "resolution", _1K_2K_4K),
            _PIXELS,
            ShapeWords(tier="size", tiers=_1K_2K_4K, read_only=True),
        ),
        note=_NOT_DECLARED,
        source=_SNAPSHOT,
        disputed=_MISMATCH,
    ),
    _REFERENCES_10,
    _ONE_IMAGE,
    name="openrouter/sourceful/riverflow-v2.5-pro",
    model="sourceful/riverflow-v2.5-pro",
    domains={"output_format": _RASTER},
    without=("seed",),
    rules=_NO_KNOBS,
    note="From the snapshot; provider.options.sourceful takes font_inputs.",
)
RIVERFLOW_V2_5_FAST = RIVERFLOW_V2_5_PRO.but(
    Sizes(
        (
            ShapeWords("aspect_ratio", _RATIOS_RIVERFLOW, "resolution", _1K_2K),
            _PIXELS,
            ShapeWords(tier="size", tiers=_1K_2K, read_only=True),
        ),
        note=_NOT_DECLARED,
        source=_SNAPSHOT,
        disputed=_MISMATCH_AND_FAST_TIERS,
    ),
    _REFERENCES_4,
    Param(
        "output_format",
        Field.output_format,
        OneOf("jpeg"),
        source=_SNAPSHOT,
        disputed="The same snapshot declares a transparent background, which jpeg can't hold; a test got webp back.",
    ),
    name="openrouter/sourceful/riverflow-v2.5-fast",
    model="sourceful/riverflow-v2.5-fast",
)
RIVERFLOW_V2_PRO = RIVERFLOW_V2_5_PRO.but(
    name="openrouter/sourceful/riverflow-v2-pro",
    model="sourceful/riverflow-v2-pro",
    without=("background", "output_format"),
    note="The survey gives the family a transparent background; the record of v2 has no background.",
)
RIVERFLOW_V2_FAST = RIVERFLOW_V2_PRO.but(
    _REFERENCES_4,
    name="openrouter/sourceful/riverflow-v2-fast",
    model="sourceful/riverflow-v2-fast",
)

# ---- recraft: the families by their records, vector models with svg as what they always give

RECRAFT_V4_1 = IMAGES.but(
    Sizes(
        (ShapeWords("aspect_ratio", _RATIOS_RECRAFT), _PIXELS), note=_NOT_DECLARED, source=_SNAPSHOT, disputed=_MISMATCH
    ),
    _REFERENCE_1,
    name="openrouter/recraft/recraft-v4.1",
    model="recraft/recraft-v4.1",
    domains={"n": Int(1, 6, round_down=True)},
    without=("background", "output_format", "seed"),
    rules=_NO_KNOBS,
    note="provider.options.recraft takes style, controls, text_layout.",
)
RECRAFT_V4_1_PRO = RECRAFT_V4_1.but(name="openrouter/recraft/recraft-v4.1-pro", model="recraft/recraft-v4.1-pro")
RECRAFT_V4_1_UTILITY = RECRAFT_V4_1.but(
    name="openrouter/recraft/recraft-v4.1-utility", model="recraft/recraft-v4.1-utility"
)
RECRAFT_V4_1_UTILITY_PRO = RECRAFT_V4_1.but(
    name="openrouter/recraft/recraft-v4.1-utility-pro", model="recraft/recraft-v4.1-utility-pro"
)
RECRAFT_V4_1_VECTOR = IMAGES.but(
    Sizes(
        (ShapeWords("aspect_ratio", _RATIOS_RECRAFT), _PIXELS), note=_NOT_DECLARED, source=_SNAPSHOT, disputed=_MISMATCH
    ),
    _REFERENCE_1,
    Param(
        "output_format",
        Field.output_format,
        OneOf("svg"),
        default="svg",
        disputed="The API page has svg for vector models; their records declare no output_format, svg comes anyway.",
    ),
    name="openrouter/recraft/recraft-v4.1-vector",
    model="recraft/recraft-v4.1-vector",
    domains={"n": Int(1, 6, round_down=True)},
    without=("background", "seed"),
    rules=_NO_KNOBS,
    note="provider.options.recraft takes style, controls, text_layout.",
)
RECRAFT_V4_1_PRO_VECTOR = RECRAFT_V4_1_VECTOR.but(
    name="openrouter/recraft/recraft-v4.1-pro-vector", model="recraft/recraft-v4.1-pro-vector"
)
RECRAFT_V4_1_FLASH = IMAGES.but(
    _RATIO_ONLY,
    name="openrouter/recraft/recraft-v4.1-flash",
    model="recraft/recraft-v4.1-flash",
    domains={"output_format": _RASTER},
    without=("input_references", "seed"),
    note="Takes text only. Known in part: ratios, background, n, quality, output_compression and output_format are the "
    "envelope's.",
)
RECRAFT_V4 = RECRAFT_V4_1.but(name="openrouter/recraft/recraft-v4", model="recraft/recraft-v4")
RECRAFT_V4_PRO = RECRAFT_V4_1.but(name="openrouter/recraft/recraft-v4-pro", model="recraft/recraft-v4-pro")
RECRAFT_V4_VECTOR = RECRAFT_V4_1_VECTOR.but(
    name="openrouter/recraft/recraft-v4-vector", model="recraft/recraft-v4-vector"
)
RECRAFT_V4_PRO_VECTOR = RECRAFT_V4_1_VECTOR.but(
    name="openrouter/recraft/recraft-v4-pro-vector", model="recraft/recraft-v4-pro-vector"
)
RECRAFT_V4_STYLES = IMAGES.but(
    _RATIO_ONLY,
    _STYLE_REFERENCES,
    name="openrouter/recraft/recraft-v4-styles",
    model="recraft/recraft-v4-styles",
    domains={"output_format": _RASTER},
    without=("seed",),
    note="Known in part: ratios, background, n, quality, output_compression and output_format are the envelope's. "
    "provider.options.recraft takes random_seed.",
)
RECRAFT_V4_STYLES_PRO = RECRAFT_V4_STYLES.but(
    name="openrouter/recraft/recraft-v4-styles-pro", model="recraft/recraft-v4-styles-pro"
)
RECRAFT_V4_STYLES_VECTOR = RECRAFT_V4_STYLES.but(
    Param("output_format", Field.output_format, OneOf("svg"), default="svg", source=_SURVEY),
    name="openrouter/recraft/recraft-v4-styles-vector",
    model="recraft/recraft-v4-styles-vector",
    domains={"background": OneOf("auto", "opaque")},  # transparent needs png or webp
    note="Known in part: ratios, n, quality and output_compression are the envelope's; background without transparent, "
    "for svg is all that comes. provider.options.recraft takes random_seed.",
)
RECRAFT_V4_STYLES_PRO_VECTOR = RECRAFT_V4_STYLES_VECTOR.but(
    name="openrouter/recraft/recraft-v4-styles-pro-vector", model="recraft/recraft-v4-styles-pro-vector"
)
RECRAFT_V3 = RECRAFT_V4_1.but(name="openrouter/recraft/recraft-v3", model="recraft/recraft-v3")

TARGETS: tuple[Target, ...] = (
    IMAGES,
    GPT_IMAGE_2,
    GPT_IMAGE_2_5_SUNBURST,
    GPT_IMAGE_2_5_FLARE,
    GPT_IMAGE_1,
    GPT_IMAGE_1_MINI,
    GPT_5_IMAGE,
    GPT_5_IMAGE_MINI,
    GPT_5_4_IMAGE_2,
    GEMINI_3_1_FLASH_IMAGE,
    GEMINI_3_1_FLASH_LITE_IMAGE,
    GEMINI_3_PRO_IMAGE,
    GEMINI_2_5_FLASH_IMAGE,
    FLUX_2_PRO,
    FLUX_2_FLEX,
    FLUX_2_MAX,
    FLUX_2_KLEIN_4B,
    FLUX_3_IMAGE,
    SEEDREAM_4_5,
    SEEDREAM_5_0_FLASH,
    SEEDREAM_5_0_PRO,
    SEEDREAM_5_0_LITE,
    QWEN_IMAGE_3,
    QWEN_IMAGE_3_PRO,
    GROK_IMAGINE_IMAGE_2_0,
    KREA_2_LARGE,
    KREA_2_MEDIUM,
    KREA_2_MEDIUM_TURBO,
    MAI_IMAGE_2_5,
    MAI_IMAGE_2_5_PRO,
    MAI_IMAGE_2_6,
    MAI_IMAGE_2_6_FLASH,
    RIVERFLOW_V2_5_PRO,
    RIVERFLOW_V2_5_FAST,
    RIVERFLOW_V2_PRO,
    RIVERFLOW_V2_FAST,
    RECRAFT_V4_1,
    RECRAFT_V4_1_PRO,
    RECRAFT_V4_1_UTILITY,
    RECRAFT_V4_1_UTILITY_PRO,
    RECRAFT_V4_1_VECTOR,
    RECRAFT_V4_1_PRO_VECTOR,
    RECRAFT_V4_1_FLASH,
    RECRAFT_V4,
    RECRAFT_V4_PRO,
    RECRAFT_V4_VECTOR,
    RECRAFT_V4_PRO_VECTOR,
    RECRAFT_V4_STYLES,
    RECRAFT_V4_STYLES_PRO,
    RECRAFT_V4_STYLES_VECTOR,
    RECRAFT_V4_STYLES_PRO_VECTOR,
    RECRAFT_V3,
)
ENVELOPE: Target | None = IMAGES
