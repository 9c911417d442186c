"""OpenRouter's models, each as far as its record is known."""

from __future__ import annotations

from imgparams.providers.google.gemini import GEMINI_RATIOS
from imgparams.providers.openrouter.images import IMAGES, MISMATCH, PARTS, PIXELS, RATIOS
from imgparams.tables import (
    ABSENT,
    Field,
    Grid,
    Int,
    Not,
    OneOf,
    Param,
    Pictures,
    PixelText,
    Quality,
    Rule,
    ShapeWords,
    Sizes,
    Target,
    Text,
)

_RECORD = "endpoint record, third-party copy"
_SURVEY = "survey of the image models, 2026-10-04"
_SNAPSHOT = "snapshot of the image models, 2026-07-31"
_MAI_NODE = "comfyui-embedded-docs 0.5.15, the OpenRouter node of MAI-Image-2.6, 2026-10-26"
_LIVE_TEST = "live test of the image models, 2026-09-14"

# fmt: off
_RATIOS_GPT = ("1:1", "3:2", "2:3", "4:3", "3:4", "16:9", "9:16", "21:9", "auto")
_RATIOS_FLASH = ("1:1", "1:4", "1:8", "2:3", "3:2", "3:4", "4:1", "4:3", "4:5", "5:4", "8:1", "9:16", "16:9", "21:9")
_RATIOS_SEEDREAM = (
    "1:1", "1:2", "2:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "9:19.5", "19.5:9", "9:20", "20:9",
    "9:21", "21:9", "auto",
)
_RATIOS_MAI = ("1:1", "4:3", "3:4", "16:9", "9:16", "3:2", "2:3", "auto")
_PIXELS_MAI = {
    ("1:1", "1K"): "1024x1024", ("16:9", "1K"): "1360x768",
    ("1:1", "1.5K"): "1536x1536", ("16:9", "1.5K"): "2048x1152",
}
_RATIOS_KREA = ("1:1", "4:3", "3:2", "16:9", "4:5", "2:3", "9:16")
_RATIOS_RIVERFLOW = ("1:1", "4:3", "3:4", "3:2", "2:3", "16:9", "9:16", "21:9", "auto")
_RATIOS_RECRAFT = ("1:1", "4:3", "3:4", "16:9", "9:16", "auto")
# fmt: on

_TIERS_FLUX_3 = ("768", "1K", "1.5K", "2K", "4K")
_TIERS_FLASH = ("512", "1K", "2K", "4K")
_1K = ("1K",)
_1K_2K = ("1K", "2K")
_1K_2K_4K = ("1K", "2K", "4K")
_2K_4K = ("2K", "4K")
_1K_1_5K = ("1K", "1.5K")

# a tier in `size` repeats `resolution`: read, never written
_SIZE_1K = ShapeWords(tier="size", tiers=_1K, read_only=True)
_SIZE_1K_2K = ShapeWords(tier="size", tiers=_1K_2K, read_only=True)
_SIZE_1K_2K_4K = ShapeWords(tier="size", tiers=_1K_2K_4K, read_only=True)

_MISMATCH_TOO = "A conflict of size with resolution or aspect_ratio: as in the envelope."
_NOT_DECLARED = "No record but those of ming declares size; the API page normalises it for every model, so it is kept."

# of records that are known in part: the envelope's ratios
_RATIO = Sizes((ShapeWords("aspect_ratio", RATIOS), PIXELS), note=_NOT_DECLARED, disputed=MISMATCH)
_RATIO_1K_2K = Sizes(
    (ShapeWords("aspect_ratio", RATIOS, "resolution", _1K_2K), PIXELS, _SIZE_1K_2K),
    note=_NOT_DECLARED,
    disputed=MISMATCH,
)
_RATIO_RECRAFT = Sizes(
    (ShapeWords("aspect_ratio", _RATIOS_RECRAFT), PIXELS), note=_NOT_DECLARED, source=_SNAPSHOT, disputed=MISMATCH
)

_REFERENCE_1 = Pictures("input_references", PARTS, max=1)
_REFERENCES_3 = Pictures("input_references", PARTS, max=3)
_REFERENCES_4 = Pictures("input_references", PARTS, max=4)
_REFERENCES_10 = Pictures("input_references", PARTS, max=10)
_REFERENCES_14 = Pictures("input_references", PARTS, max=14)
_REFERENCES_16 = Pictures("input_references", PARTS, max=16)

_ONE_IMAGE = Param("n", Field.n, Int(1, 1, round_down=True), source=_SNAPSHOT)
_RASTER = OneOf("png", "jpeg", "webp")  # svg is for vector models only
_IN_PART = "Known in part: ratios, background, n, quality, output_compression and output_format are the envelope's."

# for records that have neither key
_NO_KNOBS = (
    Rule(
        when={},
        then={"quality": ABSENT, "output_compression": ABSENT},
        why="this model's record has no quality and no output_compression; providers without such a setting ignore it",
        effect="ignored",
        source="API page",
    ),
)

# ---- openai

GPT_IMAGE_2 = IMAGES.but(
    Sizes((ShapeWords("aspect_ratio", _RATIOS_GPT), PIXELS), note=_NOT_DECLARED, source=_RECORD, disputed=MISMATCH),
    _REFERENCES_16,
    model="openai/gpt-image-2",
    domains={"background": OneOf("auto", "opaque"), "quality": Quality("auto", "low", "medium", "high")},
    without=("output_format", "seed"),
    note="From its record; provider.options.openai takes moderation.",
)
GPT_IMAGE_2_5_SUNBURST = IMAGES.but(
    _RATIO,
    _REFERENCES_16,
    model="openai/gpt-image-2.5-sunburst",
    domains={"output_format": _RASTER},
    without=("seed",),
    note="Known in part: ratios, n, output_compression and output_format are the envelope's.",
)
GPT_IMAGE_2_5_FLARE = GPT_IMAGE_2_5_SUNBURST.but(model="openai/gpt-image-2.5-flare")
GPT_IMAGE_1 = IMAGES.but(
    Sizes(
        (ShapeWords("aspect_ratio", ("1:1", "3:2", "2:3", "auto")), PIXELS),
        note=_NOT_DECLARED,
        source="snapshot of the image models, 2026-07-31; live test, 2026-09-14",
        disputed=MISMATCH,
    ),
    _REFERENCES_16,
    Param("quality", Field.quality, Quality("auto", "low", "medium", "high"), source=_SNAPSHOT),
    Param(
        "output_format",
        Field.output_format,
        _RASTER,
        source="guide to image generation",
        disputed="The guide sends png to this model; in the snapshot no model of OpenAI declares output_format.",
    ),
    model="openai/gpt-image-1",
    without=("seed",),
    note="From the snapshot; provider.options.openai takes moderation.",
)
GPT_IMAGE_1_MINI = GPT_IMAGE_1.but(model="openai/gpt-image-1-mini", without=("output_format",))
GPT_5_IMAGE = GPT_IMAGE_1_MINI.but(
    Sizes(
        (ShapeWords("aspect_ratio", ("1:1", "3:2", "2:3")), PIXELS),
        note="The live test lists these three. Size: as gpt-image-1.",
        source=_LIVE_TEST,
        disputed=f"{_MISMATCH_TOO} Ratios: the snapshot gives this model none, the later live test 1:1, 3:2 and 2:3.",
    ),
    model="openai/gpt-5-image",
)
GPT_5_IMAGE_MINI = GPT_5_IMAGE.but(model="openai/gpt-5-image-mini")
GPT_5_4_IMAGE_2 = GPT_IMAGE_1_MINI.but(
    _RATIO,
    Param("background", Field.background, OneOf("auto", "opaque"), source=_SNAPSHOT),
    model="openai/gpt-5.4-image-2",
    note="From the snapshot, but ratios are the envelope's: the snapshot gives none, the later live test names "
    "16:9, 3:4 and 9:16, no whole list. provider.options.openai takes moderation.",
)

# ---- google

GEMINI_3_1_FLASH_IMAGE = IMAGES.but(
    Sizes(
        (
            ShapeWords("aspect_ratio", _RATIOS_FLASH, "resolution", _TIERS_FLASH),
            PIXELS,
            ShapeWords(tier="size", tiers=_TIERS_FLASH, read_only=True),
        ),
        note=_NOT_DECLARED,
        source=_RECORD,
        disputed=MISMATCH,
    ),
    _REFERENCES_14,
    model="google/gemini-3.1-flash-image",
    aliases=("google/gemini-3.1-flash-image-preview",),
    domains={"n": Int(1, 1, round_down=True)},
    without=("background", "output_format", "seed"),
    rules=_NO_KNOBS,
    note="From its record; provider.options takes cachedContent under the provider's slug.",
)
GEMINI_3_1_FLASH_LITE_IMAGE = GEMINI_3_1_FLASH_IMAGE.but(
    Sizes(
        (ShapeWords("aspect_ratio", _RATIOS_FLASH, "resolution", _1K), PIXELS, _SIZE_1K),
        note=_NOT_DECLARED,
        source=_RECORD,
        disputed=MISMATCH,
    ),
    model="google/gemini-3.1-flash-lite-image",
)
GEMINI_3_PRO_IMAGE = GEMINI_3_1_FLASH_IMAGE.but(
    Sizes(
        (ShapeWords("aspect_ratio", GEMINI_RATIOS, "resolution", _1K_2K_4K), PIXELS, _SIZE_1K_2K_4K),
        note=_NOT_DECLARED,
        source=_RECORD,
        disputed=f"{_MISMATCH_TOO} Tiers: the survey gives the Vertex endpoint 1K and 2K only, the record 4K too.",
    ),
    model="google/gemini-3-pro-image",
    aliases=("google/gemini-3-pro-image-preview",),
)
GEMINI_2_5_FLASH_IMAGE = IMAGES.but(
    Sizes((ShapeWords("aspect_ratio", GEMINI_RATIOS), PIXELS), note=_NOT_DECLARED, source=_SNAPSHOT, disputed=MISMATCH),
    _REFERENCES_3,
    _ONE_IMAGE,
    model="google/gemini-2.5-flash-image",
    without=("background", "output_format", "seed"),
    rules=_NO_KNOBS,
    status="retired",
    retired="2026-10-02",
    note="From the snapshot. Shut down by Google, still listed two days later.",
)

# ---- black-forest-labs

FLUX_2_PRO = IMAGES.but(
    _RATIO,
    Pictures("input_references", PARTS, max=8),
    model="black-forest-labs/flux.2-pro",
    domains={"output_format": _RASTER},
    note=f"{_IN_PART} provider.options.black-forest-labs takes steps, guidance, safety_tolerance.",
)
FLUX_2_FLEX = FLUX_2_PRO.but(model="black-forest-labs/flux.2-flex")
FLUX_2_MAX = FLUX_2_PRO.but(model="black-forest-labs/flux.2-max", note=_IN_PART)
FLUX_2_KLEIN_4B = FLUX_2_PRO.but(
    _REFERENCES_4,
    Param(
        "output_format",
        Field.output_format,
        OneOf("png", "jpeg"),
        source="KeithCu/writeragent pull request 756, 2026-09-12: webp got HTTP 400",
        disputed="One third party's report; the API page has webp for providers in general.",
    ),
    model="black-forest-labs/flux.2-klein-4b",
    note="Known in part: ratios, background, n, quality and output_compression are the envelope's. "
    "provider.options.black-forest-labs takes steps, guidance, safety_tolerance.",
)
FLUX_3_IMAGE = IMAGES.but(
    Sizes(
        (
            ShapeWords("aspect_ratio", RATIOS, "resolution", _TIERS_FLUX_3),
            PIXELS,
            ShapeWords(tier="size", tiers=_TIERS_FLUX_3, read_only=True),
        ),
        note=_NOT_DECLARED,
        disputed=MISMATCH,
    ),
    _REFERENCES_10,
    model="black-forest-labs/flux-3-image",
    domains={"output_format": _RASTER},
    without=("seed",),
    note=_IN_PART,
)

# ---- bytedance-seed

_FLOOR = "the model makes 3686400 pixels at least"
_FLOOR_SOURCE = "notes of a program, verified 2026-07-07; public change note on Seedream's floor, 2026-07-09"
SEEDREAM_4_5 = IMAGES.but(
    Sizes(
        (
            ShapeWords("aspect_ratio", _RATIOS_SEEDREAM, "resolution", _2K_4K, more_tiers=_1K),
            PixelText("size", Grid(area=(3686400, None)), normalised=True),
            ShapeWords(tier="size", tiers=_2K_4K, more_tiers=_1K, read_only=True),
        ),
        note=f"{_NOT_DECLARED} Pixels below the model's floor are refused upstream.",
        source=_SNAPSHOT,
        disputed=MISMATCH,
    ),
    _REFERENCES_14,
    model="bytedance-seed/seedream-4.5",
    without=("background", "output_format"),
    rules=(
        *_NO_KNOBS,
        Rule(
            {"aspect_ratio": OneOf("2:3", "3:2")},
            {"resolution": OneOf("1K", "4K")},
            f"{_FLOOR}, and at 2K OpenRouter asks for fewer in this ratio (1365x2048)",
            source=_FLOOR_SOURCE,
        ),
        Rule(
            {"resolution": OneOf("1K")},
            {"resolution": OneOf("2K", "4K")},
            f"the record declares 1K, but {_FLOOR}",
            effect="disputed",
            source=_FLOOR_SOURCE,
        ),
    ),
    note="From the snapshot; n is the envelope's there too.",
)
SEEDREAM_5_0_FLASH = IMAGES.but(
    _RATIO_1K_2K,
    _REFERENCES_14,
    model="bytedance-seed/seedream-5-0-flash",
    domains={"output_format": _RASTER},
    note=_IN_PART,
)
SEEDREAM_5_0_PRO = SEEDREAM_5_0_FLASH.but(model="bytedance-seed/seedream-5-0-pro")
SEEDREAM_5_0_LITE = SEEDREAM_5_0_FLASH.but(
    Sizes(
        (
            ShapeWords("aspect_ratio", RATIOS, "resolution", _2K_4K),
            PIXELS,
            ShapeWords(tier="size", tiers=_2K_4K, read_only=True),
        ),
        note=_NOT_DECLARED,
        disputed=MISMATCH,
    ),
    model="bytedance-seed/seedream-5-0-lite",
)

# ---- qwen, x-ai

QWEN_IMAGE_3 = IMAGES.but(
    _RATIO_1K_2K, _REFERENCES_4, model="qwen/qwen-image-3", domains={"output_format": _RASTER}, note=_IN_PART
)
QWEN_IMAGE_3_PRO = QWEN_IMAGE_3.but(model="qwen/qwen-image-3-pro")
GROK_IMAGINE_IMAGE_2_0 = IMAGES.but(
    _RATIO_1K_2K,
    _REFERENCES_3,
    model="x-ai/grok-imagine-image-2.0",
    domains={"output_format": _RASTER},
    without=("seed",),
    note=_IN_PART,
)

# ---- krea

KREA_2_LARGE = IMAGES.but(
    Sizes(
        (ShapeWords("aspect_ratio", _RATIOS_KREA, "resolution", _1K), PIXELS, _SIZE_1K),
        note=_NOT_DECLARED,
        source=_SNAPSHOT,
        disputed=MISMATCH,
    ),
    _REFERENCE_1,
    Param(
        "n",
        Field.n,
        Int(1, 1, round_down=True),
        source="BerriAI/litellm#34908, 2026-07-28, sends 1",
        disputed_to=Int(1, 10),
        disputed="the record declares no n; OpenRouter tolerates a field that a record lacks",
    ),
    model="krea/krea-2-large",
    without=("background", "output_format"),
    rules=_NO_KNOBS,
    note="Declares no n. provider.options.krea takes creativity, strength and more.",
)
KREA_2_MEDIUM = KREA_2_LARGE.but(model="krea/krea-2-medium")
KREA_2_MEDIUM_TURBO = KREA_2_LARGE.but(model="krea/krea-2-medium-turbo")

# ---- microsoft

MAI_IMAGE_2_5 = IMAGES.but(
    Sizes((ShapeWords("aspect_ratio", _RATIOS_MAI), PIXELS), note=_NOT_DECLARED, source=_SNAPSHOT, disputed=MISMATCH),
    Pictures("input_references", PARTS, max=1, source=_SNAPSHOT),
    _ONE_IMAGE,
    model="microsoft/mai-image-2.5",
    without=("background", "output_format", "seed"),
    rules=_NO_KNOBS,
    note="From the snapshot.",
)
MAI_IMAGE_2_5_PRO = MAI_IMAGE_2_5.but(model="microsoft/mai-image-2.5-pro")
MAI_IMAGE_2_6 = IMAGES.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=20000), required=True, source=_MAI_NODE),
    Sizes(
        (
            ShapeWords("aspect_ratio", _RATIOS_MAI, "resolution", _1K_1_5K, pixels=_PIXELS_MAI),
            PIXELS,
            ShapeWords(tier="size", tiers=_1K_1_5K, read_only=True),
        ),
        default={"aspect_ratio": "1:1", "resolution": "1K"},
        note=_NOT_DECLARED,
        source=_MAI_NODE,
        disputed=MISMATCH,
    ),
    Pictures("input_references", PARTS, max=5, note="together up to 2048x2048 pixels in the node", source=_MAI_NODE),
    model="microsoft/mai-image-2.6",
    domains={"output_format": _RASTER},
    without=("seed",),
    rules=(
        Rule(
            {"aspect_ratio": OneOf("auto")},
            {"resolution": ABSENT, "size": Not(OneOf(*_1K_1_5K))},
            "with the ratio auto the model chooses the pixels too",
            effect="ignored",
            source=_MAI_NODE,
        ),
    ),
    note="Known in part: background, n, quality, output_compression and output_format are the envelope's.",
)
MAI_IMAGE_2_6_FLASH = MAI_IMAGE_2_6.but(model="microsoft/mai-image-2.6-flash")

# ---- sourceful

RIVERFLOW_V2_5_PRO = IMAGES.but(
    Sizes(
        (ShapeWords("aspect_ratio", _RATIOS_RIVERFLOW, "resolution", _1K_2K_4K), PIXELS, _SIZE_1K_2K_4K),
        note=_NOT_DECLARED,
        source=_SNAPSHOT,
        disputed=MISMATCH,
    ),
    _REFERENCES_10,
    _ONE_IMAGE,
    model="sourceful/riverflow-v2.5-pro",
    domains={"output_format": _RASTER},
    without=("seed",),
    rules=_NO_KNOBS,
    note="From the snapshot; provider.options.sourceful takes font_inputs.",
)
RIVERFLOW_V2_5_FAST = RIVERFLOW_V2_5_PRO.but(
    Sizes(
        (ShapeWords("aspect_ratio", _RATIOS_RIVERFLOW, "resolution", _1K_2K), PIXELS, _SIZE_1K_2K),
        note=_NOT_DECLARED,
        source=_SNAPSHOT,
        disputed=f"{_MISMATCH_TOO} Tiers: the survey gives the family 4K, the snapshot this model 1K and 2K.",
    ),
    _REFERENCES_4,
    Param(
        "output_format",
        Field.output_format,
        OneOf("jpeg"),
        source=_SNAPSHOT,
        disputed="The same snapshot declares a transparent background, which jpeg can't hold; a test got webp back.",
    ),
    model="sourceful/riverflow-v2.5-fast",
)
RIVERFLOW_V2_PRO = RIVERFLOW_V2_5_PRO.but(
    model="sourceful/riverflow-v2-pro",
    without=("background", "output_format"),
    note="The survey gives the family a transparent background; the record of v2 has no background.",
)
RIVERFLOW_V2_FAST = RIVERFLOW_V2_PRO.but(_REFERENCES_4, model="sourceful/riverflow-v2-fast")

# ---- recraft: the families by their records; a vector model always answers with svg

RECRAFT_V4_1_VECTOR = IMAGES.but(
    _RATIO_RECRAFT,
    _REFERENCE_1,
    Param(
        "output_format",
        Field.output_format,
        OneOf("svg"),
        default="svg",
        disputed="The API page has svg for vector models; their records declare no output_format, svg comes anyway.",
    ),
    model="recraft/recraft-v4.1-vector",
    domains={"n": Int(1, 6, round_down=True)},
    without=("background", "seed"),
    rules=_NO_KNOBS,
    note="provider.options.recraft takes style, controls, text_layout.",
)
RECRAFT_V4_1_PRO_VECTOR = RECRAFT_V4_1_VECTOR.but(model="recraft/recraft-v4.1-pro-vector")
RECRAFT_V4_VECTOR = RECRAFT_V4_1_VECTOR.but(model="recraft/recraft-v4-vector")
RECRAFT_V4_PRO_VECTOR = RECRAFT_V4_1_VECTOR.but(model="recraft/recraft-v4-pro-vector")
RECRAFT_V4_1 = RECRAFT_V4_1_VECTOR.but(model="recraft/recraft-v4.1", without=("output_format",))
RECRAFT_V4_1_PRO = RECRAFT_V4_1.but(model="recraft/recraft-v4.1-pro")
RECRAFT_V4_1_UTILITY = RECRAFT_V4_1.but(model="recraft/recraft-v4.1-utility")
RECRAFT_V4_1_UTILITY_PRO = RECRAFT_V4_1.but(model="recraft/recraft-v4.1-utility-pro")
RECRAFT_V4 = RECRAFT_V4_1.but(model="recraft/recraft-v4")
RECRAFT_V4_PRO = RECRAFT_V4_1.but(model="recraft/recraft-v4-pro")
RECRAFT_V3 = RECRAFT_V4_1.but(model="recraft/recraft-v3")
RECRAFT_V4_1_FLASH = IMAGES.but(
    _RATIO,
    model="recraft/recraft-v4.1-flash",
    domains={"output_format": _RASTER},
    without=("input_references", "seed"),
    note=f"Takes text only. {_IN_PART}",
)
RECRAFT_V4_STYLES = IMAGES.but(
    _RATIO,
    Pictures("input_references", PARTS, min=1, max=10, required=True, source=_SURVEY),
    model="recraft/recraft-v4-styles",
    domains={"output_format": _RASTER},
    without=("seed",),
    note=f"{_IN_PART} provider.options.recraft takes random_seed.",
)
RECRAFT_V4_STYLES_PRO = RECRAFT_V4_STYLES.but(model="recraft/recraft-v4-styles-pro")
RECRAFT_V4_STYLES_VECTOR = RECRAFT_V4_STYLES.but(
    Param("output_format", Field.output_format, OneOf("svg"), default="svg", source=_SURVEY),
    model="recraft/recraft-v4-styles-vector",
    domains={"background": OneOf("auto", "opaque")},  # transparent needs png or webp
    note="Known in part: ratios, n, quality and output_compression are the envelope's; background without transparent, "
    "for svg is all that comes. provider.options.recraft takes random_seed.",
)
RECRAFT_V4_STYLES_PRO_VECTOR = RECRAFT_V4_STYLES_VECTOR.but(model="recraft/recraft-v4-styles-pro-vector")

# fmt: off
TARGETS: tuple[Target, ...] = (
    GPT_IMAGE_2, GPT_IMAGE_2_5_SUNBURST, GPT_IMAGE_2_5_FLARE, GPT_IMAGE_1, GPT_IMAGE_1_MINI,
    GPT_5_IMAGE, GPT_5_IMAGE_MINI, GPT_5_4_IMAGE_2,
    GEMINI_3_1_FLASH_IMAGE, GEMINI_3_1_FLASH_LITE_IMAGE, GEMINI_3_PRO_IMAGE, GEMINI_2_5_FLASH_IMAGE,
    FLUX_2_PRO, FLUX_2_FLEX, FLUX_2_MAX, FLUX_2_KLEIN_4B, FLUX_3_IMAGE,
    SEEDREAM_4_5, SEEDREAM_5_0_FLASH, SEEDREAM_5_0_PRO, SEEDREAM_5_0_LITE,
    QWEN_IMAGE_3, QWEN_IMAGE_3_PRO, GROK_IMAGINE_IMAGE_2_0,
    KREA_2_LARGE, KREA_2_MEDIUM, KREA_2_MEDIUM_TURBO,
    MAI_IMAGE_2_5, MAI_IMAGE_2_5_PRO, MAI_IMAGE_2_6, MAI_IMAGE_2_6_FLASH,
    RIVERFLOW_V2_5_PRO, RIVERFLOW_V2_5_FAST, RIVERFLOW_V2_PRO, RIVERFLOW_V2_FAST,
    RECRAFT_V4_1, RECRAFT_V4_1_PRO, RECRAFT_V4_1_UTILITY, RECRAFT_V4_1_UTILITY_PRO,
    RECRAFT_V4_1_VECTOR, RECRAFT_V4_1_PRO_VECTOR, RECRAFT_V4_1_FLASH,
    RECRAFT_V4, RECRAFT_V4_PRO, RECRAFT_V4_VECTOR, RECRAFT_V4_PRO_VECTOR,
    RECRAFT_V4_STYLES, RECRAFT_V4_STYLES_PRO, RECRAFT_V4_STYLES_VECTOR, RECRAFT_V4_STYLES_PRO_VECTOR, RECRAFT_V3,
)
# fmt: on
