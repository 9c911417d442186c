"""More of Replicate's FLUX models: FLUX.2 max and klein, FLUX.1 Kontext, and those of the first generation."""

from __future__ import annotations

from imgparams.providers.replicate.flux import (
    FLUX_2_PRO,
    FLUX_2_WORDS,
    FLUX_PRO_RATIOS,
    FLUX_SCHNELL,
    LORA,
    MEGAPIXELS,
)
from imgparams.providers.replicate.words import (
    BY_CUSTOM,
    CUSTOM,
    FLUX_RATIOS,
    FORMAT,
    JPG_PNG,
    ONE_IMAGE,
    PNG_QUALITY,
    PROMPT,
    QUALITY_80,
    ROUTE,
    SCHEMAS,
    SEED,
    SIDES,
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
    Native,
    Not,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    RatioTier,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Target,
    Words,
)

_SQUARE = {"input.aspect_ratio": "1:1"}
_JPG = Param("input.output_format", Field.output_format, JPG_PNG, default="jpg")
_TOLERANCE_6 = Native("input.safety_tolerance", Int(1, 6), default=2, note="1 is the strictest")
_UPSAMPLING = Native("input.prompt_upsampling", Flag(), default=False)
_UNCHECKED = Native("input.disable_safety_checker", Flag(), default=False)
_CONTROLS = Part(URI, roles=("image", "source", "reference", "control"))
_CONTROL = Slots("input.control_image", part=_CONTROLS)
_COG = "https://github.com/replicate/cog-flux, predict.py"
_MIRROR = "docs.kkiai.com, a mirror of Replicate's pages"

# ---- FLUX.2

FLUX_2_MAX = FLUX_2_PRO.but(
    Sizes(
        (FLUX_2_WORDS, Sides(*SIDES, Grid(Int(256, 2048, multiple_of=16)), sets=BY_CUSTOM)),
        default={"input.aspect_ratio": "1:1", "input.resolution": "1 MP"},
        accepts=Grid(Int(256, 2048)),
        note="custom sides are rounded to 16; no picture is larger than 2048x2048",
        source=SCHEMAS,
    ),
    model="black-forest-labs/flux-2-max",
    serves="black-forest-labs/flux-2-max",
)
FLUX_2_KLEIN_4B = ROUTE.but(
    PROMPT,
    Pictures("input.images", (URI,), max=5),
    Sizes(
        (
            ShapeWords(
                "input.aspect_ratio",
                FLUX_RATIOS,
                "input.output_megapixels",
                {"512": "0.25", "1K": "1", "2K": "4"},
                more=("match_input_image",),
                more_tiers=("0.5", "2"),
            ),
        ),
        default={**_SQUARE, "input.output_megapixels": "1"},
        note="output_megapixels is text, not a number",
    ),
    SEED,
    Native("input.go_fast", Flag(), default=False),
    Param(
        "input.output_format", Field.output_format, Words({"webp": "webp", "jpeg": "jpg", "png": "png"}), default="jpg"
    ),
    Param("input.output_quality", Field.output_compression, Int(0, 100), default=95),
    _UNCHECKED,
    *WEBHOOKS,
    model="black-forest-labs/flux-2-klein-4b",
    serves="black-forest-labs/flux-2-klein-4b",
    rules=(PNG_QUALITY,),
)

# ---- FLUX.1 Kontext

_KONTEXT_RATIOS = (
    ("auto", "match_input_image"),
    *("1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3", "4:5", "5:4", "21:9", "9:21", "2:1", "1:2"),
)
_STRICT_EDITS = Rule(
    {"input.input_image": PRESENT},
    {"input.safety_tolerance": Int(max=2)},
    "the schema's text has at most 2 with an input image; programs send 5 and 6, and no refusal is on record",
    effect="disputed",
)
FLUX_KONTEXT_PRO = ROUTE.but(
    PROMPT,
    Slots("input.input_image", part=URI, note="jpeg, png, gif or webp"),
    RatioTier("input.aspect_ratio", _KONTEXT_RATIOS, default={"input.aspect_ratio": "match_input_image"}),
    SEED,
    Param("input.output_format", Field.output_format, JPG_PNG, default="png"),
    Native("input.safety_tolerance", Int(0, 6), default=2, note="0 is the strictest"),
    _UPSAMPLING,
    *WEBHOOKS,
    ONE_IMAGE,
    model="black-forest-labs/flux-kontext-pro",
    serves="black-forest-labs/flux-1-kontext-pro",
    rules=(_STRICT_EDITS,),
)
_NOT_IN_B94 = "version b94039e5 does not have it; a mirror of the page and a prediction of 2025-07-29 have"
FLUX_KONTEXT_MAX = FLUX_KONTEXT_PRO.but(
    RatioTier(
        "input.aspect_ratio",
        _KONTEXT_RATIOS,
        default={"input.aspect_ratio": "match_input_image"},
        open=True,
        note="the page hides the list; these are the pro model's",
    ),
    Param("input.output_format", Field.output_format, JPG_PNG, default="png", disputed=_NOT_IN_B94, source=_MIRROR),
    Native("input.safety_tolerance", Int(0, 6), default=2, disputed=_NOT_IN_B94, source=_MIRROR),
    Native("input.prompt_upsampling", Flag(), default=False, disputed=_NOT_IN_B94, source=_MIRROR),
    model="black-forest-labs/flux-kontext-max",
    serves="black-forest-labs/flux-1-kontext-max",
)

# ---- FLUX.1 pro

FLUX_1_1_PRO_ULTRA = ROUTE.but(
    PROMPT,
    RatioTier(
        "input.aspect_ratio",
        ("21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16", "9:21"),
        default=_SQUARE,
    ),
    SEED,
    Native("input.raw", Flag(), default=False),
    Slots("input.image_prompt", part=URI, note="guides the composition"),
    Native("input.image_prompt_strength", Num(0, 1), default=0.1),
    _JPG,
    _TOLERANCE_6,
    *WEBHOOKS,
    ONE_IMAGE,
    model="black-forest-labs/flux-1.1-pro-ultra",
    serves="black-forest-labs/flux-1.1-pro-ultra",
)
_MARKED = "the schema marks it as deprecated"
FLUX_PRO = ROUTE.but(
    PROMPT,
    Sizes(
        (
            ShapeWords("input.aspect_ratio", FLUX_PRO_RATIOS, more=("custom",)),
            Sides(*SIDES, Grid(Int(256, 1440, multiple_of=32)), sets=BY_CUSTOM),
        ),
        default=_SQUARE,
        accepts=Grid(Int(256, 1440)),
        note="custom sides are rounded to 32",
    ),
    SEED,
    Param("input.steps", Field.steps, Int(1, 50), default=25, deprecated=_MARKED),
    Param("input.guidance", Field.guidance, Num(2, 5), default=3),
    Native("input.interval", Num(1, 4), default=2, deprecated=_MARKED),
    Slots("input.image_prompt", part=URI, note="guides the composition"),
    FORMAT,
    QUALITY_80,
    _TOLERANCE_6,
    _UPSAMPLING,
    *WEBHOOKS,
    ONE_IMAGE,
    model="black-forest-labs/flux-pro",
    rules=(PNG_QUALITY, CUSTOM),
)
FLUX_FILL_PRO_INPAINT = ROUTE.but(
    PROMPT,
    Slots("input.image", part=URI, required=True, note="may hold an alpha mask", source=_MIRROR),
    Param(
        "input.mask", Field.mask, Image("url", "data", edits="white"), note="white is repainted, as in BFL's own fill"
    ),
    Native(
        "input.outpaint",
        OneOf(
            *("None", "Zoom out 1.5x", "Zoom out 2x", "Make square"),
            *("Left outpaint", "Right outpaint", "Top outpaint", "Bottom outpaint"),
        ),
        default="None",
    ),
    SEED,
    Param("input.steps", Field.steps, Int(15, 50), default=50),
    Param("input.guidance", Field.guidance, Num(1.5, 100), default=60),
    _JPG,
    _TOLERANCE_6,
    _UPSAMPLING,
    *WEBHOOKS,
    ONE_IMAGE,
    name="replicate/black-forest-labs/flux-fill-pro:inpaint",
    model="black-forest-labs/flux-fill-pro",
    serves="black-forest-labs/flux-1-fill-pro",
    rules=(
        Rule(
            {"input.outpaint": Not(OneOf("None"))},
            {"input.mask": ABSENT},
            "the mask is ignored when outpainting",
            effect="ignored",
            source=SCHEMAS,
        ),
    ),
)
FLUX_CANNY_PRO = ROUTE.but(
    PROMPT,
    _CONTROL,
    SEED,
    Param("input.steps", Field.steps, Int(15, 50), default=50),
    Param("input.guidance", Field.guidance, Num(1, 100), default=30),
    _JPG,
    _TOLERANCE_6,
    _UPSAMPLING,
    *WEBHOOKS,
    ONE_IMAGE,
    model="black-forest-labs/flux-canny-pro",
)
FLUX_DEPTH_PRO = FLUX_CANNY_PRO.but(model="black-forest-labs/flux-depth-pro")

# ---- FLUX.1 with open weights

FLUX_SCHNELL_LORA = FLUX_SCHNELL.but(*LORA, model="black-forest-labs/flux-schnell-lora")
FLUX_CANNY_DEV = FLUX_SCHNELL.but(
    Sizes(
        (ShapeWords(tier="input.megapixels", tiers=MEGAPIXELS, more_tiers=("match_input",)),),
        default={"input.megapixels": "1"},
        note="match_input keeps the sides of the image, up to 1440 each",
    ),
    Slots("input.control_image", part=_CONTROLS, required=True, source=_COG),
    Param("input.guidance", Field.guidance, Num(0, 100), default=30),
    Param("input.num_inference_steps", Field.steps, Int(1, 50), default=28),
    model="black-forest-labs/flux-canny-dev",
    serves="",
    without=("input.go_fast", "input.aspect_ratio"),
)
FLUX_DEPTH_DEV = FLUX_CANNY_DEV.but(
    Param("input.guidance", Field.guidance, Num(0, 100), default=10), model="black-forest-labs/flux-depth-dev"
)
FLUX_REDUX_SCHNELL = FLUX_SCHNELL.but(
    Slots("input.redux_image", part=URI, required=True, note="the picture to vary", source=_COG),
    model="black-forest-labs/flux-redux-schnell",
    serves="",
    without=("input.prompt", "input.go_fast"),
)
FLUX_REDUX_DEV = FLUX_REDUX_SCHNELL.but(
    Param("input.guidance", Field.guidance, Num(0, 10), default=3),
    Param("input.num_inference_steps", Field.steps, Int(1, 50), default=28),
    model="black-forest-labs/flux-redux-dev",
)

TARGETS: tuple[Target, ...] = (
    FLUX_2_MAX,
    FLUX_2_KLEIN_4B,
    FLUX_KONTEXT_PRO,
    FLUX_KONTEXT_MAX,
    FLUX_1_1_PRO_ULTRA,
    FLUX_PRO,
    FLUX_FILL_PRO_INPAINT,
    FLUX_CANNY_PRO,
    FLUX_DEPTH_PRO,
    FLUX_SCHNELL_LORA,
    FLUX_CANNY_DEV,
    FLUX_DEPTH_DEV,
    FLUX_REDUX_SCHNELL,
    FLUX_REDUX_DEV,
)
