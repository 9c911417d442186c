"""Replicate's routes for any model, and the FLUX models."""

from __future__ import annotations

from imgparams.providers.replicate.words import (
    BY_CUSTOM,
    CUSTOM,
    DOCS,
    FLUX_RATIOS,
    FORMAT,
    FORMATS,
    ONE_IMAGE,
    PNG_QUALITY,
    PROMPT,
    QUALITY_80,
    ROUTE,
    SCHEMAS,
    SCHEMAS_10,
    SEED,
    SIDES,
    STRENGTH_NEEDS_IMAGE,
    URI,
    WEBHOOKS,
)
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    Model,
    Native,
    Not,
    Num,
    OneOf,
    Param,
    Pictures,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Target,
    Text,
)

_FLUX_PIXELS = {
    ("1:1", "1K"): (1024, 1024),
    ("16:9", "1K"): (1344, 768),
    ("21:9", "1K"): (1536, 640),
    ("3:2", "1K"): (1216, 832),
    ("2:3", "1K"): (832, 1216),
    ("4:5", "1K"): (896, 1088),
    ("5:4", "1K"): (1088, 896),
    ("3:4", "1K"): (896, 1152),
    ("4:3", "1K"): (1152, 896),
    ("9:16", "1K"): (768, 1344),
    ("9:21", "1K"): (640, 1536),
    ("1:1", "512"): (512, 512),
    ("16:9", "512"): (672, 384),
    ("21:9", "512"): (768, 320),
    ("3:2", "512"): (608, 416),
    ("2:3", "512"): (416, 608),
    ("4:5", "512"): (448, 544),
    ("5:4", "512"): (544, 448),
    ("3:4", "512"): (448, 576),
    ("4:3", "512"): (576, 448),
    ("9:16", "512"): (384, 672),
    ("9:21", "512"): (320, 768),
}
FLUX_PRO_RATIOS = ("1:1", "16:9", "3:2", "2:3", "4:5", "5:4", "9:16", "3:4", "4:3")
MEGAPIXELS = {"1K": "1", "512": "0.25"}  # text, not a number
_RATIO_AND_MEGAPIXELS = ("input.aspect_ratio", FLUX_RATIOS, "input.megapixels", MEGAPIXELS, _FLUX_PIXELS)
_SQUARE_1_MP = {"input.aspect_ratio": "1:1", "input.megapixels": "1"}

# ---- the routes for any model

PREDICTIONS = ROUTE.but(
    Model("path:model", note="owner/name of an official model"),
    Param("input.prompt", Field.prompt, Text(), note="nearly every image model has this name for it"),
    *WEBHOOKS,
    name="replicate/predictions",
    docs=DOCS,
    unknown="forwarded",
    without=("version",),
    also_at=(),
    note="the rest of input depends on the model, which is not known here",
)
_RECORDED_422 = "recorded answers of /v1/predictions, 422 of 2026-03-16"
VERSIONS = PREDICTIONS.but(
    Model("version", note="owner/name:hash, or the hash; owner/name of an official model"),
    Native("model", Text(), note="not a field of this route", source=_RECORDED_422),
    name="replicate/versions",
    path="/v1/predictions",
    without=("path:model",),
    rules=(
        Rule(
            {"model": PRESENT},
            {"model": ABSENT},
            "the model is named by version, and no other field is allowed beside those of this route",
            source=_RECORDED_422,
        ),
    ),
    note="community models; the rest of input depends on the model, which is not known here",
)

LORA = (
    Native("input.lora_weights", Text(), source=SCHEMAS),
    Native("input.lora_scale", Num(-1, 3), default=1, source=SCHEMAS),
)

FLUX_SCHNELL = ROUTE.but(
    PROMPT,
    Sizes((ShapeWords(*_RATIO_AND_MEGAPIXELS),), default=_SQUARE_1_MP, note="megapixels is text, not a number"),
    Param("input.num_outputs", Field.n, Int(1, 4, round_down=True), default=1),
    Param("input.seed", Field.seed, Int(), note="no bounds; older code of the vendor takes 0 for a random seed"),
    FORMAT,
    QUALITY_80,
    Native("input.disable_safety_checker", Flag(), default=False),
    Native("input.go_fast", Flag(), default=True),
    Param("input.num_inference_steps", Field.steps, Int(1, 4), default=4),
    *WEBHOOKS,
    model="black-forest-labs/flux-schnell",
    serves="black-forest-labs/flux-1-schnell",
    rules=(PNG_QUALITY,),
)

FLUX_DEV = FLUX_SCHNELL.but(
    Sizes(
        (ShapeWords(*_RATIO_AND_MEGAPIXELS),),
        default=_SQUARE_1_MP,
        default_when={"input.image": ABSENT},
        note="megapixels is text, not a number; with an image the shape of the image counts",
    ),
    Param("input.num_inference_steps", Field.steps, Int(1, 50), default=28),
    Param(
        "input.guidance", Field.guidance, Num(0, 10), default=3, disputed="an older version page has the default 3.5"
    ),
    Slots("input.image", part=URI),
    Param("input.prompt_strength", Field.strength, Num(0, 1), default=0.8),
    model="black-forest-labs/flux-dev",
    serves="black-forest-labs/flux-1-dev",
    rules=(
        Rule(
            {"input.image": PRESENT},
            {"input.aspect_ratio": ABSENT},
            "aspect_ratio is not applied to an image, which is scaled to the megapixels, its sides rounded down to 32",
            effect="ignored",
        ),
        STRENGTH_NEEDS_IMAGE,
    ),
)

_NO_CUSTOM = "an older schema has custom, with width and height; that of 2026-04-23 has not"
FLUX_DEV_LORA = FLUX_DEV.but(
    Sizes(
        (ShapeWords(*_RATIO_AND_MEGAPIXELS, more=("custom",)),),
        default=_SQUARE_1_MP,
        default_when={"input.image": ABSENT},
        note="megapixels is text, not a number; with an image the shape of the image counts",
        disputed=_NO_CUSTOM,
    ),
    Param("input.guidance", Field.guidance, Num(0, 10), default=3, source=SCHEMAS),
    *LORA,
    Native("input.extra_lora", Text(), source=SCHEMAS),
    Native("input.extra_lora_scale", Num(-1, 3), default=1, source=SCHEMAS),
    Native("input.hf_api_token", Text(), source=SCHEMAS),
    Native("input.civitai_api_token", Text(), source=SCHEMAS),
    model="black-forest-labs/flux-dev-lora",
    rules=(
        Rule(
            {"input.prompt": PRESENT},
            {"input.aspect_ratio": Not(OneOf("custom"))},
            _NO_CUSTOM,
            effect="disputed",
            source=SCHEMAS,
        ),
    ),
)

FLUX_FILL_DEV_INPAINT = FLUX_SCHNELL.but(
    Sizes(
        (ShapeWords(tier="input.megapixels", tiers=MEGAPIXELS, more_tiers=("match_input",)),),
        default={"input.megapixels": "1"},
        note="match_input keeps the sides of the image, up to 1440 each",
    ),
    Slots("input.image", part=URI, required=True),
    Param(
        "input.mask", Field.mask, Image("url", "data", edits="white"), note="white is repainted, as in BFL's own fill"
    ),
    Param("input.guidance", Field.guidance, Num(0, 100), default=30),
    Param("input.num_inference_steps", Field.steps, Int(1, 50), default=28),
    *LORA,
    name="replicate/black-forest-labs/flux-fill-dev:inpaint",
    model="black-forest-labs/flux-fill-dev",
    without=("input.go_fast",),
)

FLUX_1_1_PRO = ROUTE.but(
    PROMPT,
    Sizes(
        (
            ShapeWords("input.aspect_ratio", FLUX_PRO_RATIOS, more=("custom",)),
            Sides(*SIDES, Grid(Int(256, 1440, multiple_of=32)), sets=BY_CUSTOM),
        ),
        accepts=Grid(Int(256, 1440)),
        disputed="custom sides are rounded to 32, in another version to 16",
    ),
    Native(
        "input.safety_tolerance",
        Int(1, 5),
        default=2,
        disputed_to=Int(1, 6),
        disputed="versions disagree: up to 5, or up to 6",
    ),
    Native("input.prompt_upsampling", Flag(), default=False),
    Slots("input.image_prompt", part=URI, note="guides the composition"),
    SEED,
    FORMAT,
    QUALITY_80,
    *WEBHOOKS,
    ONE_IMAGE,
    model="black-forest-labs/flux-1.1-pro",
    serves="black-forest-labs/flux-1.1-pro",
    rules=(PNG_QUALITY, CUSTOM),
)

FLUX_2_WORDS = ShapeWords(
    "input.aspect_ratio",
    FLUX_PRO_RATIOS,
    "input.resolution",
    {"1K": "1 MP", "2K": "4 MP"},
    more=("match_input_image", "custom"),
    more_tiers=("match_input_image", "0.5 MP", "2 MP"),
)
FLUX_2_PRO = ROUTE.but(
    PROMPT,
    Pictures("input.input_images", (URI,), max=8),
    Sizes(
        (FLUX_2_WORDS, Sides(*SIDES, Grid(Int(256, 2048, multiple_of=32)), sets=BY_CUSTOM)),
        default={"input.aspect_ratio": "1:1", "input.resolution": "1 MP"},
        accepts=Grid(Int(256, 2048)),
        note="no picture is larger than 2048x2048",
        disputed="custom sides are rounded to 32, in one version to 16",
    ),
    SEED,
    FORMAT,
    QUALITY_80,
    Native("input.safety_tolerance", Int(1, 5), default=2),
    *WEBHOOKS,
    ONE_IMAGE,
    model="black-forest-labs/flux-2-pro",
    serves="black-forest-labs/flux-2-pro",
    rules=(
        PNG_QUALITY,
        CUSTOM,
        Rule(
            {"input.aspect_ratio": OneOf("custom")},
            {"input.resolution": ABSENT},
            "resolution is not used where aspect_ratio is custom",
            effect="ignored",
        ),
    ),
)
FLUX_2_FLEX = FLUX_2_PRO.but(
    Pictures(
        "input.input_images", (URI,), max=10, note="version 73e38b55 has at most 4", unlike_maker="the model's page"
    ),
    Sizes(
        (FLUX_2_WORDS, Sides(*SIDES, Grid(Int(256, 1440, multiple_of=32)), sets=BY_CUSTOM)),
        default={"input.aspect_ratio": "1:1", "input.resolution": "1 MP"},
        accepts=Grid(Int(256, 1440)),
        disputed_to=Grid(Int(256, 2048)),
        disputed="other versions than 73e38b55 have custom sides up to 2048",
    ),
    Param("input.guidance", Field.guidance, Num(1.5, 10), default=4.5),
    Param("input.steps", Field.steps, Int(1, 50), default=30, source=SCHEMAS),
    Native("input.prompt_upsampling", Flag(), default=True),
    model="black-forest-labs/flux-2-flex",
    serves="black-forest-labs/flux-2-flex",
)
FLUX_2_DEV = FLUX_2_PRO.but(
    Pictures("input.input_images", (URI,), max=4),
    Sizes(
        (
            ShapeWords("input.aspect_ratio", FLUX_PRO_RATIOS, more=("match_input_image", "custom")),
            Sides(*SIDES, Grid(Int(256, 1440, multiple_of=32)), sets=BY_CUSTOM),
        ),
        default={"input.aspect_ratio": "1:1"},
        accepts=Grid(Int(256, 1440)),
        note="custom sides are rounded to 32",
    ),
    Native("input.go_fast", Flag(), default=True),
    Native("input.disable_safety_checker", Flag(), default=False, source=SCHEMAS_10),
    model="black-forest-labs/flux-2-dev",
    without=("input.safety_tolerance",),
)

_FLUX_3_RATIOS = (
    *("auto", "21:9", "2:1", "16:9", "3:2", "7:5", "4:3", "5:4", "1:1"),
    *("4:5", "3:4", "5:7", "2:3", "9:16", "1:2", "9:21"),
)
FLUX_3_IMAGE = ROUTE.but(
    PROMPT,
    Pictures("input.images", (URI,), max=10, note="each at least 256x256 and at most 16 MP"),
    Sizes(
        (
            ShapeWords(
                "input.aspect_ratio",
                _FLUX_3_RATIOS,
                "input.resolution",
                {"1K": "1k", "2K": "2k", "4K": "4k"},
                more_tiers=("768sq", "1.5k"),
            ),
        ),
        default={"input.aspect_ratio": "auto", "input.resolution": "1k"},
    ),
    Native("input.grounding", Flag(), default=True, disputed="off by default in another copy of the page"),
    Native("input.safety_tolerance", Int(0, 4), default=2),
    Param("input.output_format", Field.output_format, FORMATS, default="webp"),
    QUALITY_80,
    *WEBHOOKS,
    ONE_IMAGE,
    model="black-forest-labs/flux-3-image",
    serves="black-forest-labs/flux-3-image",
)

TARGETS: tuple[Target, ...] = (
    PREDICTIONS,
    VERSIONS,
    FLUX_SCHNELL,
    FLUX_DEV,
    FLUX_DEV_LORA,
    FLUX_FILL_DEV_INPAINT,
    FLUX_1_1_PRO,
    FLUX_2_PRO,
    FLUX_2_FLEX,
    FLUX_2_DEV,
    FLUX_3_IMAGE,
)
