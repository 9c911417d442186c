"""The FLUX models and those with open weights at fal: FLUX.1, FLUX.2, Qwen-Image, Stable Diffusion, Z-Image."""

from __future__ import annotations

from imgparams.providers.fal.shared import (
    ACCELERATION,
    ACCELERATION_REGULAR,
    ANY_SIDES,
    ANY_SIZE,
    BUNDLE,
    BY_RATIO,
    BY_RATIO_OR_AUTO,
    ENHANCE,
    EXPANSION,
    GUIDANCE,
    GUIDANCE_2_5,
    GUIDE,
    JPEG,
    LANDSCAPE_SIZE,
    LLMS,
    MIRROR,
    NEGATIVE,
    PICTURE,
    PICTURES,
    PNG,
    PNG_WEBP,
    PRESETS,
    PROMPT,
    ROUTE,
    SAFETY,
    SCHEMA,
    SEED,
    SIDES,
    SIZE,
    SIZE_NOTE,
    STEPS,
    SYNC,
    TOLERANCE,
    TOLERANCE_5,
    TOOLKIT,
    TYPES,
    N,
)
from imgparams.tables import (
    PRESENT,
    Count,
    Field,
    Flag,
    Grid,
    Int,
    ListOf,
    Native,
    Num,
    Param,
    RatioTier,
    Record,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Target,
    Text,
)

_FLUX_RATIOS = ("21:9", "16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "9:21")

# ---- FLUX.1

FLUX_DEV = ROUTE.but(
    PROMPT,
    Sizes(
        (PRESETS, BY_RATIO, ANY_SIDES),
        default={"image_size": "landscape_4_3"},
        note=f"{SIZE_NOTE}; a reseller has sides of 512 to 1536 in steps of 32",
        source=TOOLKIT,
    ),
    Param("num_inference_steps", Field.steps, Int(1, 50), default=28, source=MIRROR),
    SEED,
    Param("guidance_scale", Field.guidance, Num(1, 20), default=3.5, source=MIRROR),
    SYNC,
    Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source=MIRROR),
    SAFETY,
    JPEG,
    ACCELERATION,
    model="fal-ai/flux/dev",
    serves="black-forest-labs/flux-1-dev",
)

_STEPS_12 = "the typed client has a default of 28, above this maximum, so no default is listed here"
_TO_28 = Int(1, 28)
FLUX_SCHNELL = FLUX_DEV.but(
    LANDSCAPE_SIZE,
    Param("num_inference_steps", Field.steps, Int(1, 12), disputed=_STEPS_12, disputed_to=_TO_28, source=GUIDE),
    GUIDANCE,
    Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source=GUIDE),
    model="fal-ai/flux/schnell",
    serves="black-forest-labs/flux-1-schnell",
)

FLUX_1_SCHNELL = FLUX_SCHNELL.but(
    Param(
        "num_inference_steps",
        Field.steps,
        Int(1, 12),
        disputed=_STEPS_12,
        disputed_to=_TO_28,
        source="fal's page of the model, 2026",
    ),
    N,
    model="fal-ai/flux-1/schnell",
    serves="black-forest-labs/flux-1-schnell",
    docs=LLMS,
)

FLUX_PRO_1_1 = FLUX_DEV.but(
    LANDSCAPE_SIZE,
    N,
    TOLERANCE,
    ENHANCE,
    model="fal-ai/flux-pro/v1.1",
    serves="black-forest-labs/flux-1.1-pro",
    without=("num_inference_steps", "guidance_scale", "enable_safety_checker", "acceleration"),
)

FLUX_PRO_1_1_ULTRA = FLUX_PRO_1_1.but(
    Sizes(
        (ShapeWords("aspect_ratio", _FLUX_RATIOS),),
        default={"aspect_ratio": "16:9"},
        open=True,
        note="the typed client takes other texts too",
    ),
    Slots("image_url", part=PICTURE, note="an image prompt: it guides the picture and is not edited"),
    Native("image_prompt_strength", Num(0, 1), default=0.1, note="the weight of the image prompt"),
    Native("raw", Flag(), note="less processed, more natural pictures"),
    model="fal-ai/flux-pro/v1.1-ultra",
    serves="black-forest-labs/flux-1.1-pro-ultra",
    without=("image_size",),
)

FLUX_PRO_KONTEXT = FLUX_PRO_1_1.but(
    RatioTier("aspect_ratio", _FLUX_RATIOS),
    Param("guidance_scale", Field.guidance, Num(1, 20), default=3.5, source=BUNDLE),
    Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source=BUNDLE),
    Slots("image_url", part=PICTURE, required=True),
    model="fal-ai/flux-pro/kontext",
    without=("image_size",),
    note="edits the picture in the request; without one the request is refused",
)

# ---- FLUX.2

_SIDES_2048 = Sides(*SIDES, Grid(Int(512, 2048)), missing=512)

FLUX_2_EDIT = FLUX_DEV.but(
    Sizes((PRESETS, BY_RATIO, _SIDES_2048), note="the default is not stated", source=TYPES),
    STEPS,
    GUIDANCE_2_5,
    N,
    PNG_WEBP,
    ACCELERATION_REGULAR,
    EXPANSION,
    PICTURES,
    name="fal/fal-ai/flux-2:edit",
    model="fal-ai/flux-2/edit",
    serves="black-forest-labs/flux-2-dev",
    aliases=("fal-ai/flux-2/edit",),
    rules=(
        Rule(
            {"image_urls": PRESENT},
            {"image_urls": Count(max=4)},
            "only 4 pictures are used, any more are ignored",
            effect="ignored",
            source=TYPES,
        ),
    ),
)

FLUX_2 = FLUX_2_EDIT.but(
    Sizes((PRESETS, BY_RATIO, _SIDES_2048), default={"image_size": "landscape_4_3"}, source=TYPES),
    Param("num_inference_steps", Field.steps, Int(4, 50), default=28, source=MIRROR),
    Param("guidance_scale", Field.guidance, Num(0, 20), default=2.5, source=MIRROR),
    Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source=MIRROR),
    name="fal/fal-ai/flux-2",
    model="fal-ai/flux-2",
    without=("image_urls",),
    operations={"edit": FLUX_2_EDIT},
)

FLUX_2_PRO_EDIT = FLUX_DEV.but(
    Sizes((PRESETS, BY_RATIO_OR_AUTO, ANY_SIDES), default={"image_size": "auto"}, note=SIZE_NOTE, source=SCHEMA),
    TOLERANCE_5,
    PICTURES,
    name="fal/fal-ai/flux-2-pro:edit",
    model="fal-ai/flux-2-pro/edit",
    serves="black-forest-labs/flux-2-pro",
    aliases=("fal-ai/flux-2-pro/edit",),
    without=("num_inference_steps", "guidance_scale", "num_images", "acceleration"),
)

FLUX_2_PRO = FLUX_2_PRO_EDIT.but(
    LANDSCAPE_SIZE,
    name="fal/fal-ai/flux-2-pro",
    model="fal-ai/flux-2-pro",
    without=("image_urls",),
    operations={"edit": FLUX_2_PRO_EDIT},
)

FLUX_2_MAX = FLUX_2_PRO.but(model="fal-ai/flux-2-max", serves="black-forest-labs/flux-2-max", operations={})

FLUX_2_FLEX = FLUX_2_MAX.but(GUIDANCE, STEPS, model="fal-ai/flux-2-flex", serves="black-forest-labs/flux-2-flex")

# ---- Qwen-Image

_LORA = Record((), open=True)

QWEN_IMAGE = FLUX_DEV.but(
    LANDSCAPE_SIZE,
    Param("num_inference_steps", Field.steps, Int(2, 250), default=30),
    GUIDANCE_2_5,
    N,
    PNG,
    Param("negative_prompt", Field.negative_prompt, Text(), default=" "),
    Native("loras", ListOf(_LORA, max=3)),
    Native("use_turbo", Flag()),
    model="fal-ai/qwen-image",
    serves="alibaba/qwen-image",
)

QWEN_IMAGE_2 = ROUTE.but(
    PROMPT,
    Param("negative_prompt", Field.negative_prompt, Text(max_length=500), default=""),
    Sizes(
        (PRESETS, BY_RATIO, Sides(*SIDES, Grid(Int(1, 14142), area=(262_144, 4_194_304), generic=True), missing=512)),
        default={"image_size": "square_hd"},
        source=TYPES,
        unlike_maker="fal's schemas, where any of these models has 512x512 to 2048x2048 pixels",
    ),
    Native("enable_prompt_expansion", Flag(), default=True),
    Param("seed", Field.seed, Int(0, 2147483647)),
    SAFETY,
    SYNC,
    N,
    PNG_WEBP,
    model="fal-ai/qwen-image-2/text-to-image",
    serves="alibaba/qwen-image-2.0",
)

QWEN_IMAGE_2_PRO = QWEN_IMAGE_2.but(model="fal-ai/qwen-image-2/pro/text-to-image", serves="alibaba/qwen-image-2.0-pro")

QWEN_IMAGE_MAX = QWEN_IMAGE_2.but(
    Param("prompt", Field.prompt, Text(max_length=800), required=True, source="fal's page of the model, 2026"),
    model="fal-ai/qwen-image-max/text-to-image",
    serves="alibaba/qwen-image-max",
)

QWEN_IMAGE_EDIT_2511 = FLUX_DEV.but(
    SIZE,
    STEPS,
    Param("guidance_scale", Field.guidance, Num(), default=4.5, note="no range is stated"),
    N,
    PNG_WEBP,
    ACCELERATION_REGULAR,
    NEGATIVE,
    PICTURES,
    model="fal-ai/qwen-image-edit-2511",
    serves="alibaba/qwen-image-edit-2511",
    note="edits the pictures in the request; without any the request is refused",
)

# ---- others of open weights

STABLE_DIFFUSION_35_LARGE = FLUX_DEV.but(
    SIZE,
    STEPS,
    GUIDANCE,
    N,
    NEGATIVE,
    Native("controlnet", Record((), open=True), note="an object; its keys are not listed here"),
    Native("ip_adapter", Record((), open=True), note="an object; its keys are not listed here"),
    Native("loras", ListOf(_LORA)),
    model="fal-ai/stable-diffusion-v35-large",
    serves="stability/sd3.5-large",
    without=("acceleration",),
)

Z_IMAGE_TURBO = FLUX_DEV.but(
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
        disputed_to=Int(1),
        disputed="only the page has a range, and not what happens beyond it",
        source="fal's page of the model, 2026",
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
    FLUX_DEV,
    FLUX_SCHNELL,
    FLUX_1_SCHNELL,
    FLUX_PRO_1_1,
    FLUX_PRO_1_1_ULTRA,
    FLUX_PRO_KONTEXT,
    FLUX_2,
    FLUX_2_EDIT,
    FLUX_2_PRO,
    FLUX_2_PRO_EDIT,
    FLUX_2_FLEX,
    FLUX_2_MAX,
    QWEN_IMAGE,
    QWEN_IMAGE_2,
    QWEN_IMAGE_2_PRO,
    QWEN_IMAGE_MAX,
    QWEN_IMAGE_EDIT_2511,
    STABLE_DIFFUSION_35_LARGE,
    Z_IMAGE_TURBO,
)
