"""More of these: Qwen-Image, Z-Image, Wan, GLM-Image, Hunyuan Image, HiDream."""

from __future__ import annotations

from imgparams.providers.fal.flux import (
    FLUX_1,
)
from imgparams.providers.fal.open_models import QWEN_2, QWEN_2_PRO, QWEN_IMAGE_EDIT_2511, QWEN_MAX, Z_TURBO
from imgparams.providers.fal.shared import (
    ACCELERATION_REGULAR,
    ANY_SIDES,
    BUNDLE,
    BY_RATIO,
    BY_RATIO_OR_AUTO,
    EXPANSION,
    GUIDANCE,
    JPEG_WEBP,
    LANDSCAPE_SIZE,
    NEGATIVE,
    PICTURE,
    PNG,
    PNG_WEBP,
    PRESETS,
    RATIO_WORDS,
    ROUTE,
    SAFETY,
    SCHEMAS,
    SEED,
    SEED_NOT_NULL,
    SHARED_INPUT,
    SIDES,
    SIZE,
    SIZE_NOTE,
    SQUARE_SIZE,
    STEPS,
    SYNC,
    TOOLKIT,
    TYPES,
    URLS,
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
    OneOf,
    Param,
    Part,
    Pictures,
    Record,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Target,
    Text,
)

# ---- more of Alibaba

_EDIT_PICTURES_3 = Pictures("image_urls", (Part(PICTURE),), min=1, max=3, required=True)
_SIDES_QWEN_2 = Sides(*SIDES, Grid(Int(1, 14142), area=(262_144, 4_194_304), generic=True), missing=512)
QWEN_IMAGE_2_EDIT = QWEN_2.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=800), required=True, source=TYPES),
    Param("num_images", Field.n, Int(1, 6, round_down=True), default=1, source=SCHEMAS),
    Sizes(
        (PRESETS, BY_RATIO, _SIDES_QWEN_2),
        note="without a size that of the last picture counts",
        source=TYPES,
        unlike_maker="fal's schemas, where any of these models has 512x512 to 2048x2048 pixels",
    ),
    SEED,
    _EDIT_PICTURES_3,
    name="fal/fal-ai/qwen-image-2/text-to-image:edit",
    model="fal-ai/qwen-image-2/edit",
    serves="alibaba/qwen-image-2.0",
    aliases=("fal-ai/qwen-image-2/edit",),
    operations={},
)
QWEN_IMAGE_2_PRO_EDIT = QWEN_IMAGE_2_EDIT.but(
    name="fal/fal-ai/qwen-image-2/pro/text-to-image:edit",
    model="fal-ai/qwen-image-2/pro/edit",
    serves="alibaba/qwen-image-2.0-pro",
    aliases=("fal-ai/qwen-image-2/pro/edit",),
)
QWEN_IMAGE_MAX_EDIT = QWEN_IMAGE_2_EDIT.but(
    name="fal/fal-ai/qwen-image-max/text-to-image:edit",
    model="fal-ai/qwen-image-max/edit",
    serves="",
    aliases=("fal-ai/qwen-image-max/edit",),
)
QWEN_IMAGE_2 = QWEN_2.but(operations={"edit": QWEN_IMAGE_2_EDIT})
QWEN_IMAGE_2_PRO = QWEN_2_PRO.but(operations={"edit": QWEN_IMAGE_2_PRO_EDIT})
QWEN_IMAGE_MAX = QWEN_MAX.but(operations={"edit": QWEN_IMAGE_MAX_EDIT})
_QWEN_3_PAGE = "what the page publishes, as tests of justintanner/apicity (tests/integration) have it, 2026"
QWEN_IMAGE_3_EDIT = ROUTE.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=5000), required=True),
    Param("negative_prompt", Field.negative_prompt, Text(max_length=500)),
    Sizes(
        (PRESETS, BY_RATIO, ANY_SIDES),
        note="the limits of area were not seen: a client takes 1280x720, not 100x100 or 4096x4096",
    ),
    Param("num_images", Field.n, Int(1, 6, round_down=True), source=_QWEN_3_PAGE),
    Param("output_format", Field.output_format, OneOf("jpeg", "png", "webp"), source=_QWEN_3_PAGE),
    Param("seed", Field.seed, Int(0, 2147483647), source=_QWEN_3_PAGE),
    SYNC,
    Native("enable_prompt_expansion", Flag()),
    Native("enable_safety_checker", Flag()),
    Pictures(
        "image_urls",
        (Part(PICTURE),),
        min=1,
        max=6,
        required=True,
        unlike_maker="the schema of the model",
    ),
    name="fal/alibaba/qwen-image-3/text-to-image:edit",
    model="alibaba/qwen-image-3/edit",
    serves="alibaba/qwen-image-3.0",
    aliases=("alibaba/qwen-image-3/edit",),
    rules=(
        Rule(
            {"image_urls": PRESENT},
            {"image_urls": Count(max=3)},
            "the page has 1 to 3 pictures, a program's list of 2026-08 has 6 by the schema",
            effect="disputed",
            source=_QWEN_3_PAGE,
        ),
    ),
)
QWEN_IMAGE_3 = QWEN_IMAGE_3_EDIT.but(
    name="fal/alibaba/qwen-image-3/text-to-image",
    model="alibaba/qwen-image-3/text-to-image",
    serves="",
    without=("image_urls",),
    operations={"edit": QWEN_IMAGE_3_EDIT},
    note="whether this is the plain model or the pro one is not stated",
)
QWEN_IMAGE_2512 = FLUX_1.but(
    LANDSCAPE_SIZE,
    Param("num_inference_steps", Field.steps, Int(1, 50), default=28, source="fal's page of the model, 2026"),
    Param("guidance_scale", Field.guidance, Num(0, 20), default=4, note=f"5 in {SHARED_INPUT}", source=SCHEMAS),
    N,
    PNG_WEBP,
    NEGATIVE,
    ACCELERATION_REGULAR,
    model="fal-ai/qwen-image-2512",
    serves="alibaba/qwen-image-2512",
)
QWEN_IMAGE_EDIT = FLUX_1.but(
    SIZE,
    Param("num_inference_steps", Field.steps, Int(2, 50), default=30, source=BUNDLE),
    Param("guidance_scale", Field.guidance, Num(0, 20), default=4, source=BUNDLE),
    Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source=BUNDLE),
    PNG,
    ACCELERATION_REGULAR,
    Param("negative_prompt", Field.negative_prompt, Text(), default=" "),
    Slots("image_url", part=PICTURE, required=True),
    model="fal-ai/qwen-image-edit",
    serves="alibaba/qwen-image-edit",
    note="edits the picture in the request; without one the request is refused",
)
QWEN_IMAGE_EDIT_2509 = QWEN_IMAGE_EDIT_2511.but(
    Sizes((PRESETS, BY_RATIO, ANY_SIDES), default={"image_size": "square_hd"}, note=SIZE_NOTE, source=TOOLKIT),
    Param("num_inference_steps", Field.steps, Int(2, 100), default=50, source=SCHEMAS),
    Param("guidance_scale", Field.guidance, Num(0, 20), default=4, source=SCHEMAS),
    PNG,
    Native("acceleration", OneOf("none", "regular"), default="regular"),
    Param("negative_prompt", Field.negative_prompt, Text(), default=" "),
    model="fal-ai/qwen-image-edit-2509",
    serves="alibaba/qwen-image-edit-2509",
)
QWEN_IMAGE_EDIT_PLUS = QWEN_IMAGE_EDIT_2509.but(model="fal-ai/qwen-image-edit-plus")
Z_IMAGE_BASE = QWEN_IMAGE_2512.but(
    STEPS,
    Param("guidance_scale", Field.guidance, Num(1, 20), default=4, note=f"5 in {SHARED_INPUT}", source=SCHEMAS),
    model="fal-ai/z-image/base",
    serves="alibaba/z-image",
)
_AUTO_SIZE = Sizes(
    (PRESETS, BY_RATIO_OR_AUTO, ANY_SIDES), default={"image_size": "auto"}, note=SIZE_NOTE, source=TOOLKIT
)
Z_IMAGE_TURBO_EDIT = FLUX_1.but(
    _AUTO_SIZE,
    Param("num_inference_steps", Field.steps, Int(1, 8), default=8, source=SCHEMAS),
    N,
    PNG_WEBP,
    ACCELERATION_REGULAR,
    EXPANSION,
    Slots("image_url", part=PICTURE, required=True),
    Param(
        "strength",
        Field.strength,
        Num(0.000001, 1),
        default=0.6,
        note="more than 0, of which a millionth is the least here",
        source=SCHEMAS,
    ),
    name="fal/fal-ai/z-image/turbo:edit",
    model="fal-ai/z-image/turbo/image-to-image",
    serves="alibaba/z-image-turbo",
    aliases=("fal-ai/z-image/turbo/image-to-image",),
    without=("guidance_scale",),
)
Z_IMAGE_TURBO = Z_TURBO.but(operations={"edit": Z_IMAGE_TURBO_EDIT})

# ---- Wan

_WAN_SEED = Param("seed", Field.seed, Int(0, 2147483647), nullable=True)
_WAN_NEGATIVE = Param("negative_prompt", Field.negative_prompt, Text(max_length=500), default="", nullable=True)
_PROMPT_2000 = Param("prompt", Field.prompt, Text(min_length=1, max_length=2000), required=True, source=SCHEMAS)
WAN_2_7_EDIT = ROUTE.but(
    _PROMPT_2000,
    _WAN_NEGATIVE,
    Sizes(
        (BY_RATIO, ANY_SIDES),
        default={"image_size": "square_hd"},
        note="converted to Alibaba's sizes; what the words stand for is not stated",
    ),
    N,
    _WAN_SEED,
    JPEG_WEBP,
    SAFETY,
    URLS,
    Native("enable_prompt_expansion", Flag(), default=True),
    Pictures(
        "image_urls",
        (Part(PICTURE),),
        min=1,
        max=4,
        required=True,
    ),
    name="fal/fal-ai/wan/v2.7/text-to-image:edit",
    model="fal-ai/wan/v2.7/edit",
    serves="alibaba/wan2.7-image",
    aliases=("fal-ai/wan/v2.7/edit",),
)
WAN_2_7 = WAN_2_7_EDIT.but(
    Param("num_images", Field.n, Int(1, 5, round_down=True), default=1, source=TYPES),
    name="fal/fal-ai/wan/v2.7/text-to-image",
    model="fal-ai/wan/v2.7/text-to-image",
    without=("image_urls", "enable_prompt_expansion"),
    operations={"edit": WAN_2_7_EDIT},
)
WAN_2_7_PRO_EDIT = WAN_2_7_EDIT.but(
    name="fal/fal-ai/wan/v2.7/pro/text-to-image:edit",
    model="fal-ai/wan/v2.7/pro/edit",
    serves="alibaba/wan2.7-image-pro",
    aliases=("fal-ai/wan/v2.7/pro/edit",),
)
WAN_2_7_PRO = WAN_2_7.but(
    model="fal-ai/wan/v2.7/pro/text-to-image",
    serves="alibaba/wan2.7-image-pro",
    operations={"edit": WAN_2_7_PRO_EDIT},
)
WAN_2_6_EDIT = ROUTE.but(
    _PROMPT_2000,
    _WAN_NEGATIVE,
    Sizes(
        (BY_RATIO, Sides(*SIDES, Grid(Int(1, 14142), area=(589_824, 1_638_400), generic=True), missing=512)),
        default={"image_size": "square_hd"},
        note="768x768 to 1280x1280 pixels in all; what the words stand for is not stated",
    ),
    N,
    SEED,
    SAFETY,
    URLS,
    Native("enable_prompt_expansion", Flag(), default=True),
    _EDIT_PICTURES_3,
    name="fal/wan/v2.6/text-to-image:edit",
    model="wan/v2.6/image-to-image",
    aliases=("wan/v2.6/image-to-image",),
)
WAN_2_6 = ROUTE.but(
    _PROMPT_2000,
    _WAN_NEGATIVE,
    Sizes(
        (BY_RATIO, ANY_SIDES),
        note="without a size that of the picture counts, up to 1280x1280; what the words stand for is not stated",
    ),
    Native("max_images", Int(1, 5), default=1),
    Slots("image_url", part=Part(PICTURE, roles=("style",)), note="may guide the style"),
    SEED,
    SAFETY,
    URLS,
    model="wan/v2.6/text-to-image",
    operations={"edit": WAN_2_6_EDIT},
    note="whether this is wan2.6-t2i or the text mode of wan2.6-image is not stated",
)
WAN_2_5_PREVIEW = ROUTE.but(
    _PROMPT_2000,
    Param("negative_prompt", Field.negative_prompt, Text(max_length=500), nullable=True),
    Sizes(
        (
            BY_RATIO,
            Sides(
                *SIDES,
                Grid(Int(1, 14142), area=(589_824, 2_073_600), ratio=("1:4", "4:1"), generic=True),
                missing=512,
            ),
        ),
        default={"image_size": "square"},
        note="768x768 to 1440x1440 pixels in all; what the words stand for is not stated",
    ),
    N,
    SEED,
    SAFETY,
    URLS,
    Native("enable_prompt_expansion", Flag(), default=True),
    model="fal-ai/wan-25-preview/text-to-image",
    serves="alibaba/wan2.5-t2i-preview",
)

# ---- Zhipu, Tencent, HiDream, Meituan

_GLM_SIZES = Sizes(
    (
        PRESETS,
        ShapeWords(
            "image_size",
            {**RATIO_WORDS, "2:3": "portrait_3_2", "3:2": "landscape_3_2"},
            more=("square", "portrait_hd", "landscape_hd"),
        ),
        ANY_SIDES,
    ),
    default={"image_size": "square_hd"},
    note=SIZE_NOTE,
    source=TOOLKIT,
)
GLM_IMAGE_EDIT = FLUX_1.but(
    _GLM_SIZES,
    Param("num_inference_steps", Field.steps, Int(10, 100), default=30, source=SCHEMAS),
    Param("guidance_scale", Field.guidance, Num(1, 10), default=1.5, source=SCHEMAS),
    N,
    EXPANSION,
    Pictures("image_urls", (Part(PICTURE),), max=4, required=True),
    name="fal/fal-ai/glm-image:edit",
    model="fal-ai/glm-image/image-to-image",
    serves="zhipu/glm-image",
    aliases=("fal-ai/glm-image/image-to-image",),
    without=("acceleration",),
)
GLM_IMAGE = GLM_IMAGE_EDIT.but(
    name="fal/fal-ai/glm-image",
    model="fal-ai/glm-image",
    without=("image_urls",),
    operations={"edit": GLM_IMAGE_EDIT},
)
HUNYUAN_IMAGE_3 = FLUX_1.but(
    SQUARE_SIZE,
    STEPS,
    Param("guidance_scale", Field.guidance, Num(1, 20), default=7.5, source=SCHEMAS),
    N,
    PNG,
    NEGATIVE,
    EXPANSION,
    model="fal-ai/hunyuan-image/v3/text-to-image",
    serves="tencent/hunyuan-image-3",
    without=("acceleration",),
)
HUNYUAN_INSTRUCT_EDIT = FLUX_1.but(
    _AUTO_SIZE,
    GUIDANCE,
    N,
    PNG,
    Native("enable_prompt_expansion", Flag(), default=True),
    Pictures("image_urls", (Part(PICTURE),), max=3, required=True),
    name="fal/fal-ai/hunyuan-image/v3/instruct/text-to-image:edit",
    model="fal-ai/hunyuan-image/v3/instruct/edit",
    aliases=("fal-ai/hunyuan-image/v3/instruct/edit",),
    without=("acceleration", "num_inference_steps"),
)
HUNYUAN_INSTRUCT = HUNYUAN_INSTRUCT_EDIT.but(
    name="fal/fal-ai/hunyuan-image/v3/instruct/text-to-image",
    model="fal-ai/hunyuan-image/v3/instruct/text-to-image",
    without=("image_urls",),
    operations={"edit": HUNYUAN_INSTRUCT_EDIT},
)
HIDREAM_I1_FULL = FLUX_1.but(
    Sizes(
        (PRESETS, BY_RATIO, ANY_SIDES),
        default={"image_size.width": 1024, "image_size.height": 1024},
        note=SIZE_NOTE,
        source=SCHEMAS,
    ),
    Param("num_inference_steps", Field.steps, Int(1, 50), default=50, source=SCHEMAS),
    Param("guidance_scale", Field.guidance, Num(0, 20), default=5, source=SCHEMAS),
    N,
    NEGATIVE,
    Native("loras", ListOf(Record((), open=True)), nullable=True),
    model="fal-ai/hidream-i1-full",
    serves="hidream/hidream-i1-full",
    without=("acceleration",),
)
LONGCAT_IMAGE = FLUX_1.but(
    LANDSCAPE_SIZE,
    STEPS,
    Param("guidance_scale", Field.guidance, Num(1, 20), default=4.5, source=SCHEMAS),
    N,
    PNG_WEBP,
    ACCELERATION_REGULAR,
    model="fal-ai/longcat-image",
)
STABLE_DIFFUSION_35_MEDIUM = FLUX_1.but(
    LANDSCAPE_SIZE,
    Param("num_inference_steps", Field.steps, Int(1, 50), default=40, source=SCHEMAS),
    Param("guidance_scale", Field.guidance, Num(0, 20), default=4.5, source=SCHEMAS),
    N,
    NEGATIVE,
    SEED_NOT_NULL,
    Native("auto_fix", Flag(), default=True),
    model="fal-ai/stable-diffusion-v35-medium",
    serves="stability/sd3.5-medium",
    without=("acceleration",),
)

TARGETS: tuple[Target, ...] = (
    QWEN_IMAGE_2,
    QWEN_IMAGE_2_PRO,
    QWEN_IMAGE_MAX,
    Z_IMAGE_TURBO,
    QWEN_IMAGE_2_EDIT,
    QWEN_IMAGE_2_PRO_EDIT,
    QWEN_IMAGE_MAX_EDIT,
    QWEN_IMAGE_3_EDIT,
    QWEN_IMAGE_3,
    QWEN_IMAGE_2512,
    QWEN_IMAGE_EDIT,
    QWEN_IMAGE_EDIT_2509,
    QWEN_IMAGE_EDIT_PLUS,
    Z_IMAGE_BASE,
    Z_IMAGE_TURBO_EDIT,
    WAN_2_7_EDIT,
    WAN_2_7,
    WAN_2_7_PRO_EDIT,
    WAN_2_7_PRO,
    WAN_2_6_EDIT,
    WAN_2_6,
    WAN_2_5_PREVIEW,
    GLM_IMAGE_EDIT,
    GLM_IMAGE,
    HUNYUAN_IMAGE_3,
    HUNYUAN_INSTRUCT_EDIT,
    HUNYUAN_INSTRUCT,
    HIDREAM_I1_FULL,
    LONGCAT_IMAGE,
    STABLE_DIFFUSION_35_MEDIUM,
)
