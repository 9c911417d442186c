"""OpenRouter's models, each as far as its record is known."""

from __future__ import annotations

from imgparams.providers.google.gemini import GEMINI_RATIOS
from imgparams.providers.openrouter.images import IMAGES, MISMATCH, PARTS, PIXELS, RATIOS
from imgparams.providers.openrouter.keys import (
    EVERY_MODEL,
    IN_PART,
    LIVE_TEST,
    MAI_NODE,
    MISMATCH_TOO,
    NO_KNOBS,
    NOT_DECLARED,
    ONE_IMAGE,
    PIXELS_MAI,
    RASTER,
    RATIO,
    RATIO_1K_2K,
    RATIOS_FLASH,
    RATIOS_GPT,
    RATIOS_KREA,
    RATIOS_MAI,
    RATIOS_RIVERFLOW,
    RATIOS_SEEDREAM,
    RECORD,
    REFERENCE_1,
    REFERENCES_3,
    REFERENCES_4,
    REFERENCES_10,
    REFERENCES_14,
    REFERENCES_16,
    SIZE_1K,
    SIZE_1K_2K,
    SIZE_1K_2K_4K,
    SNAPSHOT,
    TIERS_1K,
    TIERS_1K_1_5K,
    TIERS_1K_2K,
    TIERS_1K_2K_4K,
    TIERS_2K_4K,
    TIERS_FLASH,
    TIERS_FLUX_3,
)
from imgparams.providers.openrouter.recraft import RECRAFT
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

# ---- openai

GPT_IMAGE_2 = IMAGES.but(
    Sizes((ShapeWords("aspect_ratio", RATIOS_GPT), PIXELS), note=NOT_DECLARED, source=RECORD, disputed=MISMATCH),
    REFERENCES_16,
    model="openai/gpt-image-2",
    serves="openai/gpt-image-2",
    domains={"background": OneOf("auto", "opaque"), "quality": Quality("auto", "low", "medium", "high")},
    without=("output_format", "seed"),
    note="From its record; provider.options.openai takes moderation.",
)
GPT_IMAGE_2_5_SUNBURST = IMAGES.but(
    RATIO,
    REFERENCES_16,
    model="openai/gpt-image-2.5-sunburst",
    serves="openai/gpt-image-2.5-sunburst",
    domains={"output_format": RASTER},
    without=("seed",),
    note="Known in part: ratios, n, output_compression and output_format are the envelope's.",
)
GPT_IMAGE_2_5_FLARE = GPT_IMAGE_2_5_SUNBURST.but(
    model="openai/gpt-image-2.5-flare", serves="openai/gpt-image-2.5-flare"
)
GPT_IMAGE_1 = IMAGES.but(
    Sizes(
        (ShapeWords("aspect_ratio", ("1:1", "3:2", "2:3", "auto")), PIXELS),
        note=NOT_DECLARED,
        source="snapshot of the image models, 2026-07-31; live test, 2026-09-14",
        disputed=MISMATCH,
    ),
    REFERENCES_16,
    Param("quality", Field.quality, Quality("auto", "low", "medium", "high"), source=SNAPSHOT),
    Param(
        "output_format",
        Field.output_format,
        RASTER,
        source="guide to image generation",
        disputed="The guide sends png to this model; in the snapshot no model of OpenAI declares output_format.",
    ),
    model="openai/gpt-image-1",
    serves="openai/gpt-image-1",
    without=("seed",),
    note="From the snapshot; provider.options.openai takes moderation.",
)
GPT_IMAGE_1_MINI = GPT_IMAGE_1.but(
    model="openai/gpt-image-1-mini", serves="openai/gpt-image-1-mini", without=("output_format",)
)
GPT_5_IMAGE = GPT_IMAGE_1_MINI.but(
    Sizes(
        (ShapeWords("aspect_ratio", ("1:1", "3:2", "2:3")), PIXELS),
        note="The live test lists these three. Size: as gpt-image-1.",
        source=LIVE_TEST,
        disputed=f"{MISMATCH_TOO} Ratios: the snapshot gives this model none, the later live test 1:1, 3:2 and 2:3.",
    ),
    model="openai/gpt-5-image",
)
GPT_5_IMAGE_MINI = GPT_5_IMAGE.but(model="openai/gpt-5-image-mini")
GPT_5_4_IMAGE_2 = GPT_IMAGE_1_MINI.but(
    RATIO,
    Param("background", Field.background, OneOf("auto", "opaque"), source=SNAPSHOT),
    model="openai/gpt-5.4-image-2",
    note="From the snapshot, but ratios are the envelope's: the snapshot gives none, the later live test names "
    "16:9, 3:4 and 9:16, no whole list. provider.options.openai takes moderation.",
)

# ---- google

GEMINI_3_1_FLASH_IMAGE = IMAGES.but(
    Sizes(
        (
            ShapeWords("aspect_ratio", RATIOS_FLASH, "resolution", TIERS_FLASH),
            PIXELS,
            ShapeWords(tier="size", tiers=TIERS_FLASH, read_only=True),
        ),
        note=NOT_DECLARED,
        source=RECORD,
        disputed=MISMATCH,
    ),
    REFERENCES_14,
    model="google/gemini-3.1-flash-image",
    serves="google/gemini-3.1-flash-image",
    aliases=("google/gemini-3.1-flash-image-preview",),
    domains={"n": Int(1, 1, round_down=True)},
    without=("background", "output_format", "seed"),
    rules=NO_KNOBS,
    note="From its record; provider.options takes cachedContent under the provider's slug.",
)
GEMINI_3_1_FLASH_LITE_IMAGE = GEMINI_3_1_FLASH_IMAGE.but(
    Sizes(
        (ShapeWords("aspect_ratio", RATIOS_FLASH, "resolution", TIERS_1K), PIXELS, SIZE_1K),
        note=NOT_DECLARED,
        source=RECORD,
        disputed=MISMATCH,
    ),
    model="google/gemini-3.1-flash-lite-image",
    serves="google/gemini-3.1-flash-lite-image",
)
GEMINI_3_PRO_IMAGE = GEMINI_3_1_FLASH_IMAGE.but(
    Sizes(
        (ShapeWords("aspect_ratio", GEMINI_RATIOS, "resolution", TIERS_1K_2K_4K), PIXELS, SIZE_1K_2K_4K),
        note=NOT_DECLARED,
        source=RECORD,
        disputed=f"{MISMATCH_TOO} Tiers: the survey gives the Vertex endpoint 1K and 2K only, the record 4K too.",
    ),
    model="google/gemini-3-pro-image",
    serves="google/gemini-3-pro-image",
    aliases=("google/gemini-3-pro-image-preview",),
)
GEMINI_2_5_FLASH_IMAGE = IMAGES.but(
    Sizes((ShapeWords("aspect_ratio", GEMINI_RATIOS), PIXELS), note=NOT_DECLARED, source=SNAPSHOT, disputed=MISMATCH),
    REFERENCES_3,
    ONE_IMAGE,
    model="google/gemini-2.5-flash-image",
    serves="google/gemini-2.5-flash-image",
    without=("background", "output_format", "seed"),
    rules=NO_KNOBS,
    status="deprecated",
    retired="2027-03-15",
    note="From the snapshot. The end is Google's, who moved it from 2026-10-02.",
)

# ---- black-forest-labs

FLUX_2_PRO = IMAGES.but(
    RATIO,
    Pictures("input_references", PARTS, max=8),
    model="black-forest-labs/flux.2-pro",
    serves="black-forest-labs/flux-2-pro",
    domains={"output_format": RASTER},
    note=f"{IN_PART} provider.options.black-forest-labs takes steps, guidance, safety_tolerance.",
)
FLUX_2_FLEX = FLUX_2_PRO.but(model="black-forest-labs/flux.2-flex", serves="black-forest-labs/flux-2-flex")
FLUX_2_MAX = FLUX_2_PRO.but(model="black-forest-labs/flux.2-max", serves="black-forest-labs/flux-2-max", note=IN_PART)
FLUX_2_KLEIN_4B = FLUX_2_PRO.but(
    REFERENCES_4,
    Param(
        "output_format",
        Field.output_format,
        OneOf("png", "jpeg"),
        source="KeithCu/writeragent pull request 756, 2026-09-12: webp got HTTP 400",
        disputed="One third party's report; the API page has webp for providers in general.",
    ),
    model="black-forest-labs/flux.2-klein-4b",
    serves="black-forest-labs/flux-2-klein-4b",
    note="Known in part: ratios, background, n, quality and output_compression are the envelope's. "
    "provider.options.black-forest-labs takes steps, guidance, safety_tolerance.",
)
FLUX_3_IMAGE = IMAGES.but(
    Sizes(
        (
            ShapeWords("aspect_ratio", RATIOS, "resolution", TIERS_FLUX_3),
            PIXELS,
            ShapeWords(tier="size", tiers=TIERS_FLUX_3, read_only=True),
        ),
        note=NOT_DECLARED,
        unlike_maker=EVERY_MODEL,
        disputed=MISMATCH,
    ),
    REFERENCES_10,
    model="black-forest-labs/flux-3-image",
    serves="black-forest-labs/flux-3-image",
    domains={"output_format": RASTER},
    without=("seed",),
    note=IN_PART,
)

# ---- bytedance-seed

_FLOOR = "the model makes 3686400 pixels at least"
_FLOOR_SOURCE = "notes of a program, verified 2026-07-07; public change note on Seedream's floor, 2026-07-09"
SEEDREAM_4_5 = IMAGES.but(
    Sizes(
        (
            ShapeWords("aspect_ratio", RATIOS_SEEDREAM, "resolution", TIERS_2K_4K, more_tiers=TIERS_1K),
            PixelText("size", Grid(area=(3686400, None)), normalised=True),
            ShapeWords(tier="size", tiers=TIERS_2K_4K, more_tiers=TIERS_1K, read_only=True),
        ),
        note=f"{NOT_DECLARED} Pixels below the model's floor are refused upstream.",
        source=SNAPSHOT,
        disputed=MISMATCH,
    ),
    REFERENCES_14,
    model="bytedance-seed/seedream-4.5",
    serves="bytedance/seedream-4.5",
    without=("background", "output_format"),
    rules=(
        *NO_KNOBS,
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
    RATIO_1K_2K,
    REFERENCES_14,
    model="bytedance-seed/seedream-5-0-flash",
    serves="bytedance/seedream-5.0-flash",
    domains={"output_format": RASTER},
    note=IN_PART,
)
SEEDREAM_5_0_PRO = SEEDREAM_5_0_FLASH.but(model="bytedance-seed/seedream-5-0-pro", serves="bytedance/seedream-5.0-pro")
SEEDREAM_5_0_LITE = SEEDREAM_5_0_FLASH.but(
    Sizes(
        (
            ShapeWords("aspect_ratio", RATIOS, "resolution", TIERS_2K_4K),
            PIXELS,
            ShapeWords(tier="size", tiers=TIERS_2K_4K, read_only=True),
        ),
        note=NOT_DECLARED,
        disputed=MISMATCH,
    ),
    model="bytedance-seed/seedream-5-0-lite",
    serves="bytedance/seedream-5.0-lite",
)

# ---- qwen, x-ai

QWEN_IMAGE_3 = IMAGES.but(
    RATIO_1K_2K,
    REFERENCES_4,
    model="qwen/qwen-image-3",
    serves="alibaba/qwen-image-3.0",
    domains={"output_format": RASTER},
    note=IN_PART,
)
QWEN_IMAGE_3_PRO = QWEN_IMAGE_3.but(model="qwen/qwen-image-3-pro", serves="alibaba/qwen-image-3.0-pro")
GROK_IMAGINE_IMAGE_2_0 = IMAGES.but(
    RATIO_1K_2K,
    REFERENCES_3,
    model="x-ai/grok-imagine-image-2.0",
    serves="xai/grok-imagine-image-2.0",
    domains={"output_format": RASTER},
    without=("seed",),
    note=IN_PART,
)

# ---- krea

KREA_2_LARGE = IMAGES.but(
    Sizes(
        (ShapeWords("aspect_ratio", RATIOS_KREA, "resolution", TIERS_1K), PIXELS, SIZE_1K),
        note=NOT_DECLARED,
        source=SNAPSHOT,
        disputed=MISMATCH,
    ),
    REFERENCE_1,
    Param(
        "n",
        Field.n,
        Int(1, 1, round_down=True),
        source="BerriAI/litellm#34908, 2026-07-28, sends 1",
        disputed_to=Int(1, 10),
        disputed="the record declares no n; OpenRouter tolerates a field that a record lacks",
    ),
    model="krea/krea-2-large",
    serves="krea/krea-2-large",
    without=("background", "output_format"),
    rules=NO_KNOBS,
    note="Declares no n. provider.options.krea takes creativity, strength and more.",
)
KREA_2_MEDIUM = KREA_2_LARGE.but(model="krea/krea-2-medium", serves="krea/krea-2-medium")
KREA_2_MEDIUM_TURBO = KREA_2_LARGE.but(model="krea/krea-2-medium-turbo", serves="krea/krea-2-medium-turbo")

# ---- microsoft

MAI_IMAGE_2_5 = IMAGES.but(
    Sizes((ShapeWords("aspect_ratio", RATIOS_MAI), PIXELS), note=NOT_DECLARED, source=SNAPSHOT, disputed=MISMATCH),
    Pictures("input_references", PARTS, max=1, source=SNAPSHOT),
    ONE_IMAGE,
    model="microsoft/mai-image-2.5",
    serves="microsoft/mai-image-2.5",
    without=("background", "output_format", "seed"),
    rules=NO_KNOBS,
    note="From the snapshot.",
)
MAI_IMAGE_2_5_PRO = MAI_IMAGE_2_5.but(model="microsoft/mai-image-2.5-pro", serves="microsoft/mai-image-2.5-pro")
MAI_IMAGE_2_6 = IMAGES.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=20000), required=True, source=MAI_NODE),
    Sizes(
        (
            ShapeWords("aspect_ratio", RATIOS_MAI, "resolution", TIERS_1K_1_5K, pixels=PIXELS_MAI),
            PIXELS,
            ShapeWords(tier="size", tiers=TIERS_1K_1_5K, read_only=True),
        ),
        default={"aspect_ratio": "1:1", "resolution": "1K"},
        note=NOT_DECLARED,
        source=MAI_NODE,
        unlike_maker="the OpenRouter node, which has 1.5K",
        disputed=MISMATCH,
    ),
    Pictures("input_references", PARTS, max=5, note="together up to 2048x2048 pixels in the node", source=MAI_NODE),
    model="microsoft/mai-image-2.6",
    serves="microsoft/mai-image-2.6",
    domains={"output_format": RASTER},
    without=("seed",),
    rules=(
        Rule(
            {"aspect_ratio": OneOf("auto")},
            {"resolution": ABSENT, "size": Not(OneOf(*TIERS_1K_1_5K))},
            "with the ratio auto the model chooses the pixels too",
            effect="ignored",
            source=MAI_NODE,
        ),
    ),
    note="Known in part: background, n, quality, output_compression and output_format are the envelope's.",
)
MAI_IMAGE_2_6_FLASH = MAI_IMAGE_2_6.but(model="microsoft/mai-image-2.6-flash", serves="microsoft/mai-image-2.6-flash")

# ---- sourceful

RIVERFLOW_V2_5_PRO = IMAGES.but(
    Sizes(
        (ShapeWords("aspect_ratio", RATIOS_RIVERFLOW, "resolution", TIERS_1K_2K_4K), PIXELS, SIZE_1K_2K_4K),
        note=NOT_DECLARED,
        source=SNAPSHOT,
        disputed=MISMATCH,
    ),
    REFERENCES_10,
    ONE_IMAGE,
    model="sourceful/riverflow-v2.5-pro",
    domains={"output_format": RASTER},
    without=("seed",),
    rules=NO_KNOBS,
    note="From the snapshot; provider.options.sourceful takes font_inputs.",
)
RIVERFLOW_V2_5_FAST = RIVERFLOW_V2_5_PRO.but(
    Sizes(
        (ShapeWords("aspect_ratio", RATIOS_RIVERFLOW, "resolution", TIERS_1K_2K), PIXELS, SIZE_1K_2K),
        note=NOT_DECLARED,
        source=SNAPSHOT,
        disputed=f"{MISMATCH_TOO} Tiers: the survey gives the family 4K, the snapshot this model 1K and 2K.",
    ),
    REFERENCES_4,
    Param(
        "output_format",
        Field.output_format,
        OneOf("jpeg"),
        source=SNAPSHOT,
        disputed="The same snapshot declares a transparent background, which jpeg can't hold; a test got webp back.",
    ),
    model="sourceful/riverflow-v2.5-fast",
)
RIVERFLOW_V2_PRO = RIVERFLOW_V2_5_PRO.but(
    model="sourceful/riverflow-v2-pro",
    without=("background", "output_format"),
    note="The survey gives the family a transparent background; the record of v2 has no background.",
)
RIVERFLOW_V2_FAST = RIVERFLOW_V2_PRO.but(REFERENCES_4, model="sourceful/riverflow-v2-fast")

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
    *RECRAFT,
)
# fmt: on
