"""More of the FLUX models at fal: FLUX.2 klein, FLUX.3, Kontext and others."""

from __future__ import annotations

from imgparams.providers.fal.flux import (
    FLUX_1,
    FLUX_2_EDIT,
    FLUX_PRO_1_1,
    FLUX_PRO_KONTEXT,
    FLUX_RATIOS,
    SIDES_2048,
)
from imgparams.providers.fal.shared import (
    ACCELERATION_REGULAR,
    ANY_N,
    ANY_SIDES,
    BY_RATIO,
    EXPANSION,
    GUIDANCE,
    GUIDANCE_2_5,
    LANDSCAPE_SIZE,
    LLMS,
    NEGATIVE,
    ONE_IMAGE,
    PICTURE,
    PICTURES,
    PNG_WEBP,
    PRESETS,
    PROMPT,
    ROUTE,
    SAFETY,
    SCHEMAS,
    SEED,
    SHARED_INPUT,
    SIZE_NOTE,
    STEPS,
    SYNC,
    TYPES,
    N,
)
from imgparams.tables import (
    PRESENT,
    Field,
    Flag,
    Int,
    ListOf,
    Native,
    Not,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    RatioTier,
    Record,
    Rule,
    ShapeWords,
    Sizes,
    Slots,
    Target,
)

# ---- FLUX.2 klein, and FLUX.2 distilled

_LIMIT_4 = Pictures("image_urls", (Part(PICTURE),), max=4, required=True)
_FOLLOWS = Sizes((PRESETS, BY_RATIO, ANY_SIDES), note=f"{SIZE_NOTE}; without a size that of the picture counts")
_STEPS_4 = Param("num_inference_steps", Field.steps, Int(4, 8), default=4, source=SCHEMAS)
_STEPS_28 = Param("num_inference_steps", Field.steps, Int(4, 50), default=28, source=SCHEMAS)
_GUIDANCE_5 = Param("guidance_scale", Field.guidance, Num(0, 20), default=5, source=SCHEMAS)

KLEIN_4B_EDIT = ROUTE.but(
    PROMPT,
    _FOLLOWS,
    _LIMIT_4,
    _STEPS_4,
    N,
    SEED,
    PNG_WEBP,
    SAFETY,
    SYNC,
    name="fal/fal-ai/flux-2/klein/4b:edit",
    model="fal-ai/flux-2/klein/4b/edit",
    serves="black-forest-labs/flux-2-klein-4b",
    aliases=("fal-ai/flux-2/klein/4b/edit",),
)
KLEIN_4B = KLEIN_4B_EDIT.but(
    LANDSCAPE_SIZE,
    name="fal/fal-ai/flux-2/klein/4b",
    model="fal-ai/flux-2/klein/4b",
    without=("image_urls",),
    operations={"edit": KLEIN_4B_EDIT},
)
KLEIN_9B_EDIT = KLEIN_4B_EDIT.but(
    name="fal/fal-ai/flux-2/klein/9b:edit",
    model="fal-ai/flux-2/klein/9b/edit",
    serves="black-forest-labs/flux-2-klein-9b",
    aliases=("fal-ai/flux-2/klein/9b/edit",),
)
KLEIN_9B = KLEIN_4B.but(
    model="fal-ai/flux-2/klein/9b",
    serves="black-forest-labs/flux-2-klein-9b",
    operations={"edit": KLEIN_9B_EDIT},
)
KLEIN_4B_BASE_EDIT = KLEIN_4B_EDIT.but(
    _STEPS_28,
    Param(
        "guidance_scale",
        Field.guidance,
        Num(0, 20),
        default=5,
        note=f"4.5 in {SHARED_INPUT}",
        source=SCHEMAS,
    ),
    NEGATIVE,
    ACCELERATION_REGULAR,
    name="fal/fal-ai/flux-2/klein/4b/base:edit",
    model="fal-ai/flux-2/klein/4b/base/edit",
    serves="black-forest-labs/flux-2-klein-4b-base",
    aliases=("fal-ai/flux-2/klein/4b/base/edit",),
)
KLEIN_4B_BASE = KLEIN_4B.but(
    _STEPS_28,
    _GUIDANCE_5,
    NEGATIVE,
    ACCELERATION_REGULAR,
    model="fal-ai/flux-2/klein/4b/base",
    serves="black-forest-labs/flux-2-klein-4b-base",
    operations={"edit": KLEIN_4B_BASE_EDIT},
)
KLEIN_9B_BASE_EDIT = KLEIN_4B_BASE_EDIT.but(
    name="fal/fal-ai/flux-2/klein/9b/base:edit",
    model="fal-ai/flux-2/klein/9b/base/edit",
    serves="black-forest-labs/flux-2-klein-9b-base",
    aliases=("fal-ai/flux-2/klein/9b/base/edit",),
)
KLEIN_9B_BASE = KLEIN_4B_BASE.but(
    model="fal-ai/flux-2/klein/9b/base",
    serves="black-forest-labs/flux-2-klein-9b-base",
    operations={"edit": KLEIN_9B_BASE_EDIT},
)
FLUX_2_FLASH_EDIT = FLUX_2_EDIT.but(
    Sizes((PRESETS, BY_RATIO, SIDES_2048), default={"image_size": "square_hd"}, source=TYPES),
    Param("guidance_scale", Field.guidance, Num(0, 20), default=2.5),
    name="fal/fal-ai/flux-2/flash:edit",
    model="fal-ai/flux-2/flash/edit",
    serves="",
    aliases=("fal-ai/flux-2/flash/edit",),
    without=("num_inference_steps", "acceleration"),
)
FLUX_2_FLASH = FLUX_2_FLASH_EDIT.but(
    Sizes((PRESETS, BY_RATIO, SIDES_2048), default={"image_size": "landscape_4_3"}, source=TYPES),
    name="fal/fal-ai/flux-2/flash",
    model="fal-ai/flux-2/flash",
    without=("image_urls",),
    operations={"edit": FLUX_2_FLASH_EDIT},
)
FLUX_2_TURBO_EDIT = FLUX_2_FLASH_EDIT.but(
    name="fal/fal-ai/flux-2/turbo:edit",
    model="fal-ai/flux-2/turbo/edit",
    aliases=("fal-ai/flux-2/turbo/edit",),
)
FLUX_2_TURBO = FLUX_2_FLASH.but(GUIDANCE_2_5, model="fal-ai/flux-2/turbo", operations={"edit": FLUX_2_TURBO_EDIT})
FLUX_2_LORA_EDIT = ROUTE.but(
    ACCELERATION_REGULAR,
    EXPANSION,
    SAFETY,
    Param("guidance_scale", Field.guidance, Num(), default=2.5, note="no range is stated", source=TYPES),
    Sizes((PRESETS, BY_RATIO, SIDES_2048), note="the default is not stated", source=TYPES),
    Pictures("image_urls", (Part(PICTURE),), max=4, required=True, source=TYPES),
    Native("loras", ListOf(Record((), open=True), max=3), source=TYPES),
    ANY_N,
    Param("num_inference_steps", Field.steps, Int(1), default=28, note="no range is stated", source=TYPES),
    PNG_WEBP,
    PROMPT,
    SEED,
    SYNC,
    name="fal/fal-ai/flux-2/lora:edit",
    model="fal-ai/flux-2/lora/edit",
    aliases=("fal-ai/flux-2/lora/edit",),
    checked="2026-12-01",
)
FLUX_2_LORA = FLUX_2_LORA_EDIT.but(
    Sizes((PRESETS, BY_RATIO, SIDES_2048), default={"image_size": "landscape_4_3"}, source=TYPES),
    name="fal/fal-ai/flux-2/lora",
    model="fal-ai/flux-2/lora",
    without=("image_urls",),
    operations={"edit": FLUX_2_LORA_EDIT},
)

# ---- FLUX.3

_FLUX_3_DISPUTED = (
    "fal's schema has 512sq and not 1.5k, and a program was refused 512sq on 2026-10-09; "
    "BFL, Replicate and another reseller have 1.5k and not 512sq"
)
_FLUX_3_NOTES = "notes of a public program on fal's file of 2026-10-02, and justintanner/apicity, tests/unit, 2026-10"
FLUX_3_EDIT = ROUTE.but(
    PROMPT,
    Pictures(
        "image_urls",
        (Part(PICTURE),),
        min=1,
        max=10,
        required=True,
        note="each side at least 256 pixels, at most 4 megapixels each",
    ),
    Sizes(
        (
            ShapeWords(
                "aspect_ratio",
                (
                    *("auto", "21:9", "2:1", "16:9", "3:2", "7:5", "4:3", "5:4", "1:1"),
                    *("4:5", "3:4", "5:7", "2:3", "9:16", "1:2", "9:21"),
                ),
                "resolution",
                {"1K": "1k", "2K": "2k", "4K": "4k"},
                more_tiers=("768sq", "512sq", "1.5k"),
            ),
        ),
        default={"aspect_ratio": "auto", "resolution": "1k"},
        note="one client leaves 9:21 out",
    ),
    Param("output_format", Field.output_format, OneOf("jpeg", "png"), default="jpeg", source=_FLUX_3_NOTES),
    Native("enable_prompt_expansion", Flag(), default=False),
    Native("safety_tolerance", Int(0, 4), default=2, note="0 is the strictest"),
    SYNC,
    Native("version", OneOf("latest"), default="latest", source=_FLUX_3_NOTES),
    ONE_IMAGE,
    name="fal/blackforestlabs/flux-3/text-to-image:edit",
    model="blackforestlabs/flux-3/edit-image",
    serves="black-forest-labs/flux-3-image",
    aliases=("blackforestlabs/flux-3/edit-image",),
    docs=LLMS,
    rules=(
        Rule({"prompt": PRESENT}, {"resolution": Not(OneOf("512sq", "1.5k"))}, _FLUX_3_DISPUTED, effect="disputed"),
    ),
)
FLUX_3 = FLUX_3_EDIT.but(
    name="fal/blackforestlabs/flux-3/text-to-image",
    model="blackforestlabs/flux-3/text-to-image",
    without=("image_urls",),
    operations={"edit": FLUX_3_EDIT},
)

# ---- FLUX.1 Kontext

KONTEXT_TEXT = FLUX_PRO_KONTEXT.but(
    RatioTier("aspect_ratio", FLUX_RATIOS, default={"aspect_ratio": "1:1"}),
    GUIDANCE,
    model="fal-ai/flux-pro/kontext/text-to-image",
    serves="black-forest-labs/flux-1-kontext-pro",
    without=("image_url",),
    note="",
)
KONTEXT_MULTI = FLUX_PRO_KONTEXT.but(
    GUIDANCE,
    PICTURES,
    model="fal-ai/flux-pro/kontext/multi",
    without=("image_url",),
    note="edits the pictures in the request; without any the request is refused",
)
KONTEXT_MAX = FLUX_PRO_KONTEXT.but(model="fal-ai/flux-pro/kontext/max")
KONTEXT_MAX_TEXT = KONTEXT_TEXT.but(
    Param("guidance_scale", Field.guidance, Num(1, 20), default=3.5),
    model="fal-ai/flux-pro/kontext/max/text-to-image",
    serves="black-forest-labs/flux-1-kontext-max",
)
KONTEXT_MAX_MULTI = KONTEXT_MULTI.but(
    Param("guidance_scale", Field.guidance, Num(1, 20), default=3.5), model="fal-ai/flux-pro/kontext/max/multi"
)
KONTEXT_DEV = FLUX_1.but(
    RatioTier(
        "resolution_mode",
        (
            *("auto", "1:1", "16:9", "21:9", "3:2", "2:3", "4:5"),
            *("5:4", "3:4", "4:3", "9:16", "9:21"),
        ),
        more=("match_input",),
        default={"resolution_mode": "match_input"},
    ),
    Slots("image_url", part=PICTURE, required=True, note="each side at most 14142"),
    Param("num_inference_steps", Field.steps, Int(10, 50), default=28, source=SCHEMAS),
    Param("guidance_scale", Field.guidance, Num(1, 20), default=2.5, source=SCHEMAS),
    N,
    model="fal-ai/flux-kontext/dev",
    without=("image_size",),
    note="edits the picture in the request; without one the request is refused",
)

# ---- FLUX.1 dev and its kin

FLUX_KREA = FLUX_1.but(
    LANDSCAPE_SIZE,
    Param("num_inference_steps", Field.steps, Int(1, 50), default=28),
    Param(
        "guidance_scale",
        Field.guidance,
        Num(1, 20),
        default=4.5,
        note=f"3.5 in {SHARED_INPUT}",
        source=SCHEMAS,
    ),
    N,
    model="fal-ai/flux/krea",
    serves="black-forest-labs/flux-1-krea-dev",
)
FLUX_1_KREA = FLUX_KREA.but(STEPS, model="fal-ai/flux-1/krea", serves="black-forest-labs/flux-1-krea-dev")
FLUX_1_DEV = FLUX_1_KREA.but(GUIDANCE, model="fal-ai/flux-1/dev", serves="black-forest-labs/flux-1-dev")
FLUX_LORA = FLUX_1_KREA.but(
    Native("acceleration", OneOf("none", "regular"), default="none"),
    Param("guidance_scale", Field.guidance, Num(0, 35), default=3.5, source=SCHEMAS),
    Native("loras", ListOf(Record((), open=True))),
    model="fal-ai/flux-lora",
)
FLUX_PRO_FILL_INPAINT = FLUX_PRO_1_1.but(
    Slots("image_url", part=PICTURE, required=True, note="the same size as the mask"),
    Param("mask_url", Field.mask, PICTURE, required=True, note="which areas it marks is not stated"),
    name="fal/fal-ai/flux-pro/v1/fill:inpaint",
    model="fal-ai/flux-pro/v1/fill",
    serves="black-forest-labs/flux-1-fill-pro",
    without=("image_size",),
)

TARGETS: tuple[Target, ...] = (
    KLEIN_4B_EDIT,
    KLEIN_4B,
    KLEIN_9B_EDIT,
    KLEIN_9B,
    KLEIN_4B_BASE_EDIT,
    KLEIN_4B_BASE,
    KLEIN_9B_BASE_EDIT,
    KLEIN_9B_BASE,
    FLUX_2_FLASH_EDIT,
    FLUX_2_FLASH,
    FLUX_2_TURBO_EDIT,
    FLUX_2_TURBO,
    FLUX_2_LORA_EDIT,
    FLUX_2_LORA,
    FLUX_3_EDIT,
    FLUX_3,
    KONTEXT_TEXT,
    KONTEXT_MULTI,
    KONTEXT_MAX,
    KONTEXT_MAX_TEXT,
    KONTEXT_MAX_MULTI,
    KONTEXT_DEV,
    FLUX_KREA,
    FLUX_1_KREA,
    FLUX_1_DEV,
    FLUX_LORA,
    FLUX_PRO_FILL_INPAINT,
)
