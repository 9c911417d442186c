"""Models of Replicate's community: called by version, whose hash the caller gives."""

from __future__ import annotations

from imgparams.providers.replicate.flux import VERSIONS
from imgparams.providers.replicate.words import (
    BY_CUSTOM,
    CUSTOM,
    FLUX_RATIOS,
    FORMAT,
    PNG_QUALITY,
    PROMPT,
    QUALITY_80,
    SEED,
    SIDES,
    STRENGTH_NEEDS_IMAGE,
    URI,
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
    Needs,
    Not,
    Num,
    OneOf,
    Param,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Target,
    Text,
    WidthHeight,
)

_COMMUNITY = VERSIONS.but(
    PROMPT,
    Native("version", Text(min_length=1), required=True, note="owner/name:hash, or the hash"),
    Param("input.num_outputs", Field.n, Int(1, 4, round_down=True), default=1),
    SEED,
    Native("input.disable_safety_checker", Flag(), default=False),
    docs="https://replicate.com/{model}/api",
    unknown="ignored",
)
_PROMPT = Param("input.prompt", Field.prompt, Text(), note="has a default")
_SEED_0 = Param(
    "input.seed", Field.seed, Int(), note="0 is the schema's default; whether that is a random seed isn't stated"
)
_SCHEDULERS = ("DDIM", "DPMSolverMultistep", "HeunDiscrete", "KarrasDPM", "K_EULER_ANCESTRAL", "K_EULER", "PNDM")

_IMAGE_TO_IMAGE = (
    STRENGTH_NEEDS_IMAGE,
    Needs("input.mask", "input.image", "a mask is used beside an image only", effect="ignored"),
    Rule(
        {"input.image": PRESENT, "input.mask": ABSENT},
        {"input.width": ABSENT, "input.height": ABSENT},
        "image to image has the sides of the image",
        effect="ignored",
    ),
)

SDXL = _COMMUNITY.but(
    _PROMPT,
    Param("input.negative_prompt", Field.negative_prompt, Text()),
    WidthHeight(*SIDES, each=Int(1), default=(1024, 1024), note="no limits stated"),
    Slots("input.image", part=URI),
    Param("input.mask", Field.mask, Image("url", "data", edits="white")),
    Param("input.prompt_strength", Field.strength, Num(0, 1), default=0.8),
    Param("input.num_inference_steps", Field.steps, Int(1, 500), default=50),
    Param("input.guidance_scale", Field.guidance, Num(1, 50), default=7.5),
    Native("input.scheduler", OneOf(*_SCHEDULERS), default="K_EULER"),
    Native(
        "input.refine",
        OneOf("no_refiner", "expert_ensemble_refiner", "base_image_refiner"),
        default="no_refiner",
    ),
    Native("input.refine_steps", Int()),
    Native("input.high_noise_frac", Num(0, 1), default=0.8),
    Native("input.lora_scale", Num(0, 1), default=0.6),
    Native("input.replicate_weights", Text()),
    Native("input.apply_watermark", Flag(), default=True),
    name="replicate/stability-ai/sdxl",
    model="stability-ai/sdxl",
    serves="stability/sdxl-1.0",
    rules=(
        *_IMAGE_TO_IMAGE,
        Rule(
            {"input.refine": Not(OneOf("expert_ensemble_refiner"))},
            {"input.high_noise_frac": ABSENT},
            "high_noise_frac is for expert_ensemble_refiner",
            effect="ignored",
        ),
        Rule(
            {"input.refine": Not(OneOf("base_image_refiner"))},
            {"input.refine_steps": ABSENT},
            "refine_steps is for base_image_refiner",
            effect="ignored",
        ),
    ),
    note="",
)
SDXL_LIGHTNING = _COMMUNITY.but(
    _PROMPT,
    _SEED_0,
    Param("input.negative_prompt", Field.negative_prompt, Text(), default="worst quality, low quality"),
    WidthHeight(*SIDES, each=Int(256, 1280), default=(1024, 1024), note="1024 or 1280 is recommended"),
    Param("input.num_inference_steps", Field.steps, Int(1, 10), default=4),
    Param("input.guidance_scale", Field.guidance, Num(0, 50), default=0),
    Native("input.scheduler", OneOf(*_SCHEDULERS, "DPM++2MSDE"), default="K_EULER"),
    name="replicate/bytedance/sdxl-lightning-4step",
    model="bytedance/sdxl-lightning-4step",
    serves="bytedance/sdxl-lightning",
    note="",
)
PLAYGROUND_2_5 = _COMMUNITY.but(
    _PROMPT,
    Param(
        "input.negative_prompt",
        Field.negative_prompt,
        Text(),
        default="ugly, deformed, noisy, blurry, distorted",
    ),
    WidthHeight(*SIDES, each=Int(256, 1536), default=(1024, 1024)),
    Slots("input.image", part=URI),
    Param("input.mask", Field.mask, Image("url", "data", edits="white")),
    Param("input.prompt_strength", Field.strength, Num(0, 1), default=0.8),
    Param("input.num_inference_steps", Field.steps, Int(1, 60), default=25),
    Param("input.guidance_scale", Field.guidance, Num(0.1, 20), default=3),
    Native(
        "input.scheduler",
        OneOf(
            *("DDIM", "DPMSolverMultistep", "HeunDiscrete", "K_EULER_ANCESTRAL", "K_EULER", "PNDM"),
            *("DPM++2MKarras", "DPMSolver++"),
        ),
        default="DPMSolver++",
    ),
    Native("input.apply_watermark", Flag(), default=True),
    name="replicate/playgroundai/playground-v2.5-1024px-aesthetic",
    model="playgroundai/playground-v2.5-1024px-aesthetic",
    serves="playground/v2.5",
    rules=_IMAGE_TO_IMAGE,
    note="",
)
HYPER_FLUX = _COMMUNITY.but(
    _SEED_0,
    Sizes(
        (
            ShapeWords("input.aspect_ratio", FLUX_RATIOS, more=("custom",)),
            Sides(*SIDES, Grid(Int(256, 1440, multiple_of=16)), sets=BY_CUSTOM),
        ),
        default={"input.aspect_ratio": "1:1"},
        accepts=Grid(Int(256, 1440)),
        note="a ratio has one megapixel; custom sides are rounded to 16 and default to 848",
    ),
    Param("input.num_inference_steps", Field.steps, Int(1, 30), default=8),
    Param("input.guidance_scale", Field.guidance, Num(0, 10), default=3.5),
    FORMAT,
    QUALITY_80,
    name="replicate/bytedance/hyper-flux-8step",
    model="bytedance/hyper-flux-8step",
    rules=(PNG_QUALITY, CUSTOM),
    note="",
)

TARGETS: tuple[Target, ...] = (SDXL, SDXL_LIGHTNING, PLAYGROUND_2_5, HYPER_FLUX)
