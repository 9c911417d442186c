"""The FLUX models at fal: FLUX.1 and FLUX.2."""

from __future__ import annotations

from imgparams.providers.fal.shared import (
    ACCELERATION,
    ACCELERATION_REGULAR,
    ANY_SIDES,
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
    ONE_IMAGE,
    PICTURE,
    PICTURES,
    PNG_WEBP,
    PRESETS,
    PROMPT,
    ROUTE,
    SAFETY,
    SCHEMA,
    SCHEMAS,
    SEED,
    SIDES,
    SIZE_NOTE,
    SYNC,
    TOLERANCE,
    TOLERANCE_5,
    TOOLKIT,
    TYPES,
    N,
)
from imgparams.tables import (
    Field,
    Flag,
    Grid,
    Int,
    Native,
    Num,
    Param,
    RatioTier,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Target,
    Total,
)

FLUX_RATIOS = ("21:9", "16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "9:21")

# ---- FLUX.1

FLUX_1 = ROUTE.but(
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

FLUX_DEV_EDIT = FLUX_1.but(
    Slots("image_url", part=PICTURE, required=True),
    Param("strength", Field.strength, Num(0.01, 1), default=0.95, source=SCHEMAS),
    Param("num_inference_steps", Field.steps, Int(10, 50), default=40, source=SCHEMAS),
    GUIDANCE,
    N,
    name="fal/fal-ai/flux/dev:edit",
    model="fal-ai/flux/dev/image-to-image",
    aliases=("fal-ai/flux/dev/image-to-image",),
    without=("image_size",),
)
FLUX_DEV = FLUX_1.but(operations={"edit": FLUX_DEV_EDIT})

_STEPS_12 = Param(
    "num_inference_steps",
    Field.steps,
    Int(1, 12),
    default=4,
    note="the typed client has a default of 28",
    source=SCHEMAS,
)
FLUX_SCHNELL = FLUX_1.but(
    LANDSCAPE_SIZE,
    _STEPS_12,
    GUIDANCE,
    Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source=GUIDE),
    model="fal-ai/flux/schnell",
    serves="black-forest-labs/flux-1-schnell",
)

FLUX_1_SCHNELL = FLUX_SCHNELL.but(
    N,
    model="fal-ai/flux-1/schnell",
    serves="black-forest-labs/flux-1-schnell",
    docs=LLMS,
)

FLUX_PRO_1_1 = FLUX_1.but(
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
        (ShapeWords("aspect_ratio", FLUX_RATIOS),),
        default={"aspect_ratio": "16:9"},
        open=True,
        note="the typed client takes other texts too",
    ),
    Slots("image_url", part=PICTURE, nullable=True, note="an image prompt: it guides the picture and is not edited"),
    Native("image_prompt_strength", Num(0, 1), default=0.1, note="the weight of the image prompt"),
    Native("raw", Flag(), default=False, note="less processed, more natural pictures"),
    model="fal-ai/flux-pro/v1.1-ultra",
    serves="black-forest-labs/flux-1.1-pro-ultra",
    without=("image_size",),
)

FLUX_PRO_KONTEXT = FLUX_PRO_1_1.but(
    RatioTier("aspect_ratio", FLUX_RATIOS, nullable=True),
    Param("guidance_scale", Field.guidance, Num(1, 20), default=3.5, source=BUNDLE),
    Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source=BUNDLE),
    Slots("image_url", part=PICTURE, required=True),
    model="fal-ai/flux-pro/kontext",
    without=("image_size",),
    note="edits the picture in the request; without one the request is refused",
)

# ---- FLUX.2

SIDES_2048 = Sides(*SIDES, Grid(Int(512, 2048)), missing=512)

FLUX_2_EDIT = FLUX_1.but(
    Sizes((PRESETS, BY_RATIO, SIDES_2048), note="the default is not stated", source=TYPES),
    Param("num_inference_steps", Field.steps, Int(4, 50), default=28, source=SCHEMAS),
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
        Total(
            ("image_urls",),
            4,
            "only 4 pictures are used and any more are ignored, says fal; one program was refused 5 with a 422",
            effect="ignored",
            source=TYPES,
        ),
    ),
)

FLUX_2 = FLUX_2_EDIT.but(
    Sizes((PRESETS, BY_RATIO, SIDES_2048), default={"image_size": "landscape_4_3"}, source=TYPES),
    Param("num_inference_steps", Field.steps, Int(4, 50), default=28, source=MIRROR),
    Param("guidance_scale", Field.guidance, Num(0, 20), default=2.5, source=MIRROR),
    Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source=MIRROR),
    name="fal/fal-ai/flux-2",
    model="fal-ai/flux-2",
    without=("image_urls",),
    operations={"edit": FLUX_2_EDIT},
)

FLUX_2_PRO_EDIT = FLUX_1.but(
    Sizes((PRESETS, BY_RATIO_OR_AUTO, ANY_SIDES), default={"image_size": "auto"}, note=SIZE_NOTE, source=SCHEMA),
    TOLERANCE_5,
    PICTURES,
    ONE_IMAGE,
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

FLUX_2_MAX_EDIT = FLUX_2_PRO_EDIT.but(
    name="fal/fal-ai/flux-2-max:edit",
    model="fal-ai/flux-2-max/edit",
    serves="black-forest-labs/flux-2-max",
    aliases=("fal-ai/flux-2-max/edit",),
)
FLUX_2_MAX = FLUX_2_PRO.but(
    model="fal-ai/flux-2-max", serves="black-forest-labs/flux-2-max", operations={"edit": FLUX_2_MAX_EDIT}
)

FLUX_2_FLEX_EDIT = FLUX_2_PRO_EDIT.but(
    Param("guidance_scale", Field.guidance, Num(1.5, 10), default=3.5, source=SCHEMAS),
    Param("num_inference_steps", Field.steps, Int(2, 50), default=28, source=SCHEMAS),
    name="fal/fal-ai/flux-2-flex:edit",
    model="fal-ai/flux-2-flex/edit",
    serves="black-forest-labs/flux-2-flex",
    aliases=("fal-ai/flux-2-flex/edit",),
)
FLUX_2_FLEX = FLUX_2_PRO.but(
    Param("guidance_scale", Field.guidance, Num(1.5, 10), default=3.5, source=SCHEMAS),
    Param("num_inference_steps", Field.steps, Int(2, 50), default=28, source=SCHEMAS),
    model="fal-ai/flux-2-flex",
    serves="black-forest-labs/flux-2-flex",
    operations={"edit": FLUX_2_FLEX_EDIT},
)

TARGETS: tuple[Target, ...] = (
    FLUX_DEV_EDIT,
    FLUX_DEV,
    FLUX_SCHNELL,
    FLUX_1_SCHNELL,
    FLUX_PRO_1_1,
    FLUX_PRO_1_1_ULTRA,
    FLUX_PRO_KONTEXT,
    FLUX_2_EDIT,
    FLUX_2,
    FLUX_2_PRO_EDIT,
    FLUX_2_PRO,
    FLUX_2_MAX_EDIT,
    FLUX_2_MAX,
    FLUX_2_FLEX_EDIT,
    FLUX_2_FLEX,
)
