"""Models with open weights at fal, and others that fal serves like them: Qwen-Image, Stable Diffusion, Z-Image."""

from __future__ import annotations

from imgparams.providers.fal.flux import (
    FLUX_1,
)
from imgparams.providers.fal.shared import (
    ACCELERATION_REGULAR,
    ANY_SIZE,
    BY_RATIO,
    EXPANSION,
    GUIDANCE_2_5,
    LANDSCAPE_SIZE,
    NEGATIVE,
    PICTURES,
    PNG,
    PNG_WEBP,
    PRESETS,
    ROUTE,
    SAFETY,
    SCHEMAS,
    SIDES,
    SIZE,
    SIZE_NOTE,
    STEPS,
    SYNC,
    TYPES,
    N,
)
from imgparams.tables import (
    Field,
    Flag,
    Grid,
    Int,
    ListOf,
    Native,
    Num,
    Param,
    Record,
    Sides,
    Sizes,
    Target,
    Text,
)

# ---- Qwen-Image

_LORA = Record((), open=True)

QWEN_IMAGE = FLUX_1.but(
    LANDSCAPE_SIZE,
    Param("num_inference_steps", Field.steps, Int(2, 250), default=30),
    GUIDANCE_2_5,
    N,
    PNG,
    Param("negative_prompt", Field.negative_prompt, Text(), default=" "),
    Native("loras", ListOf(_LORA, max=3)),
    Native("use_turbo", Flag(), default=False),
    model="fal-ai/qwen-image",
    serves="alibaba/qwen-image",
)

QWEN_2 = ROUTE.but(
    Param("prompt", Field.prompt, Text(min_length=1), required=True, source=SCHEMAS),
    Param("negative_prompt", Field.negative_prompt, Text(max_length=500), default="", nullable=True),
    Sizes(
        (PRESETS, BY_RATIO, Sides(*SIDES, Grid(Int(1, 14142), area=(262_144, 4_194_304), generic=True), missing=512)),
        default={"image_size": "square_hd"},
        source=TYPES,
        unlike_maker="fal's schemas, where any of these models has 512x512 to 2048x2048 pixels",
    ),
    Native("enable_prompt_expansion", Flag(), default=True),
    Param("seed", Field.seed, Int(0, 2147483647), nullable=True),
    SAFETY,
    SYNC,
    N,
    PNG_WEBP,
    model="fal-ai/qwen-image-2/text-to-image",
    serves="alibaba/qwen-image-2.0",
)

QWEN_2_PRO = QWEN_2.but(model="fal-ai/qwen-image-2/pro/text-to-image", serves="alibaba/qwen-image-2.0-pro")

QWEN_MAX = QWEN_2.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=800), required=True, source=SCHEMAS),
    model="fal-ai/qwen-image-max/text-to-image",
    serves="alibaba/qwen-image-max",
)

QWEN_IMAGE_EDIT_2511 = FLUX_1.but(
    SIZE,
    STEPS,
    Param("guidance_scale", Field.guidance, Num(1, 20), default=4.5, source=SCHEMAS),
    N,
    PNG_WEBP,
    ACCELERATION_REGULAR,
    NEGATIVE,
    PICTURES,
    model="fal-ai/qwen-image-edit-2511",
    serves="alibaba/qwen-image-edit-2511",
    note="edits the pictures in the request; without any the request is refused",
)

# ---- others of open weights; what has an edit route is finished in `more_open_models`

STABLE_DIFFUSION_35_LARGE = FLUX_1.but(
    SIZE,
    STEPS,
    Param("guidance_scale", Field.guidance, Num(0, 20), default=3.5, source=SCHEMAS),
    N,
    NEGATIVE,
    Native("controlnet", Record((), open=True), note="an object; its keys are not listed here"),
    Native("ip_adapter", Record((), open=True), note="an object; its keys are not listed here"),
    Native("loras", ListOf(_LORA)),
    model="fal-ai/stable-diffusion-v35-large",
    serves="stability/sd3.5-large",
    without=("acceleration",),
)

Z_TURBO = FLUX_1.but(
    Sizes(
        (PRESETS, BY_RATIO, Sides(*SIDES, Grid(Int(1, 14142), area=(1, 4_194_304), generic=True), missing=512)),
        default={"image_size": "landscape_4_3"},
        note=SIZE_NOTE,
        disputed_to=ANY_SIZE,
        disputed="the page has up to 4 megapixels, fal's schema has sides up to 14142",
        source="fal's page of the model, 2026",
    ),
    Param(
        "num_inference_steps",
        Field.steps,
        Int(1, 8),
        default=8,
        source=SCHEMAS,
    ),
    Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source="fal's page of the model, 2026"),
    PNG_WEBP,
    ACCELERATION_REGULAR,
    EXPANSION,
    model="fal-ai/z-image/turbo",
    serves="alibaba/z-image-turbo",
    without=("guidance_scale",),
)

TARGETS: tuple[Target, ...] = (
    QWEN_IMAGE,
    QWEN_IMAGE_EDIT_2511,
    STABLE_DIFFUSION_35_LARGE,
)
