"""The v1 engines of Stability: any of them, and those that are named."""

from __future__ import annotations

from imgparams.providers.stability.images import HOST, KEY, STYLES
from imgparams.tables import (
    ABSENT,
    TEXT,
    Alternative,
    Alternatives,
    AtMost,
    Between,
    Content,
    Field,
    Fixed,
    Grid,
    Image,
    Int,
    Json,
    Mask,
    Model,
    Native,
    Num,
    OneOf,
    Pairs,
    Param,
    Record,
    Rule,
    Sides,
    Sizes,
    Slots,
    Target,
    Text,
    TextPart,
    WidthHeight,
    Words,
)

_DOCS = "https://platform.stability.ai/docs/api-reference"
_CHECKED = "2026-11-29"

SDXL_SIZES = Pairs(
    ("1024x1024", "1152x896", "896x1152", "1216x832", "832x1216", "1344x768", "768x1344", "1536x640", "640x1536")
)
# ---- v1: any engine

_ACCEPT = Param(
    "header:Accept",
    Field.delivery,
    Words({"base64": "application/json"}, more=("image/png",)),
    note="base64 in JSON, or the picture itself as the body",
)
_PRESETS = OneOf("FAST_BLUE", "FAST_GREEN", "NONE", "SIMPLE", "SLOW", "SLOWER", "SLOWEST")
_SAMPLERS = OneOf(
    *("DDIM", "DDPM", "K_DPMPP_2M", "K_DPMPP_2S_ANCESTRAL", "K_DPM_2", "K_DPM_2_ANCESTRAL", "K_EULER"),
    *("K_EULER_ANCESTRAL", "K_HEUN", "K_LMS"),
)
_TEXT = Text(max_length=2000)

GENERATION_EDIT = Target(
    name="stability/generation:edit",
    method="POST",
    path="/v1/generation/{engine_id}/image-to-image",
    base_url=HOST,
    key_header=KEY,
    docs=_DOCS,
    checked=_CHECKED,
    content="multipart",
    unknown="refused",
    rows=(
        Model("path:engine_id"),
        Param("'text_prompts[0][text]'", Field.prompt, _TEXT, required=True),
        Native("'text_prompts[0][weight]'", Num()),
        Alternatives(
            Field.negative_prompt,
            (Alternative({"'text_prompts[1][weight]'": -1}, "'text_prompts[1][text]'", _TEXT),),
            note="a negative weight makes it a negative prompt; other weights are legal too",
        ),
        Slots("init_image", part=Image("file"), required=True, note="the output takes its size"),
        Native("init_image_mode", OneOf("IMAGE_STRENGTH", "STEP_SCHEDULE"), default="IMAGE_STRENGTH"),
        Param(
            "image_strength",
            Field.strength,
            Num(0, 1, flip=True),
            default=0.35,
            default_when={"init_image_mode": OneOf("IMAGE_STRENGTH")},
            note="how much of the picture is kept: near 1 little changes",
        ),
        Native(
            "step_schedule_start",
            Num(0, 1),
            default=0.65,
            default_when={"init_image_mode": OneOf("STEP_SCHEDULE")},
            note="1 minus image_strength, in other words",
        ),
        Native("step_schedule_end", Num(0, 1)),
        Param("cfg_scale", Field.guidance, Num(0, 35), default=7),
        Native("clip_guidance_preset", _PRESETS, default="NONE"),
        Native("sampler", _SAMPLERS, note="the service chooses if it is absent"),
        Param("samples", Field.n, Int(1, 10, round_down=True), default=1),
        Param("seed", Field.seed, Int(0, 4294967295), unset=(0,), note="0 is random, like no seed"),
        Param(
            "steps",
            Field.steps,
            Int(10, 50),
            default=30,
            disputed_to=Int(10, 150),
            disputed="10 to 150 and 50 by default in the specification of 2023-03; later pages were read second-hand",
        ),
        Native("style_preset", OneOf(*STYLES, open=True), note="v2beta's words; those of v1 were not found"),
        Native("extras", Json(), note="for experimental features of the engine"),
        _ACCEPT,
    ),
    rules=(
        Rule(
            {"init_image_mode": OneOf("IMAGE_STRENGTH")},
            {"step_schedule_start": ABSENT, "step_schedule_end": ABSENT},
            "step_schedule_start and step_schedule_end are for STEP_SCHEDULE",
        ),
        Rule(
            {"init_image_mode": OneOf("STEP_SCHEDULE")},
            {"image_strength": ABSENT},
            "image_strength is for IMAGE_STRENGTH",
        ),
    ),
    note="for any v1 engine",
)

GENERATION_INPAINT = GENERATION_EDIT.but(
    Mask(
        "mask_image",
        Image("file"),
        "mask_source",
        {"white": "MASK_IMAGE_WHITE", "black": "MASK_IMAGE_BLACK"},
        more=("INIT_IMAGE_ALPHA",),
        note="the size of the picture; INIT_IMAGE_ALPHA edits where the picture itself is transparent",
    ),
    name="stability/generation:inpaint",
    path="/v1/generation/{engine_id}/image-to-image/masking",
    without=("init_image_mode", "image_strength", "step_schedule_start", "step_schedule_end"),
    rules=(
        Between(("mask_source",), 1, 1, "mask_source is required"),
        Rule(
            {"mask_image": ABSENT},
            {"mask_source": OneOf("INIT_IMAGE_ALPHA")},
            "mask_image is required unless mask_source is INIT_IMAGE_ALPHA",
        ),
    ),
)

GENERATION = GENERATION_EDIT.but(
    Content(
        "text_prompts",
        (
            TextPart(Field.prompt, {"text": TEXT, "weight": 1}, _TEXT),
            TextPart(Field.prompt, {"text": TEXT}, _TEXT),
            TextPart(Field.negative_prompt, {"text": TEXT, "weight": -1}, _TEXT),
        ),
        requires=(Field.prompt,),
        others=Record({"text": _TEXT, "weight": Num()}, required=("text",)),
        note="a negative weight makes a negative prompt; other weights are legal too",
    ),
    WidthHeight(
        "width",
        "height",
        Grid(Int(128, multiple_of=64)),
        default=(512, 512),
        note="each engine has its own limits; those of 2023-03 took 262144 to 1048576 pixels",
    ),
    name="stability/generation",
    path="/v1/generation/{engine_id}/text-to-image",
    content="json",
    unknown="unsaid",
    only=(
        *("path:engine_id", "cfg_scale", "clip_guidance_preset", "sampler", "samples", "seed", "steps"),
        *("style_preset", "extras", "header:Accept"),
    ),
    operations={"edit": GENERATION_EDIT, "inpaint": GENERATION_INPAINT},
)

# ---- v1: the engines that are named

_RESTATED = "the later documentation, as litellm restates it"
_ENGINE = ("path:engine_id",)
_EDIT = GENERATION_EDIT.but(path="/v1/generation/{model}/image-to-image", without=_ENGINE, note="")
_INPAINT = GENERATION_INPAINT.but(path="/v1/generation/{model}/image-to-image/masking", without=_ENGINE, note="")
_TEXT_TO_IMAGE = GENERATION.but(path="/v1/generation/{model}/text-to-image", without=_ENGINE, note="")

_XL = "https://huggingface.co/stabilityai/stable-diffusion-xl-base-"
STABLE_DIFFUSION_XL_1024_V1_0_EDIT = _EDIT.but(
    model="stable-diffusion-xl-1024-v1-0", serves="stability/sdxl-1.0", weights=_XL + "1.0"
)
STABLE_DIFFUSION_XL_1024_V1_0_INPAINT = _INPAINT.but(
    model="stable-diffusion-xl-1024-v1-0", serves="stability/sdxl-1.0", weights=_XL + "1.0"
)
STABLE_DIFFUSION_XL_1024_V1_0 = _TEXT_TO_IMAGE.but(
    WidthHeight("width", "height", SDXL_SIZES, default=(1024, 1024), source=_RESTATED),
    model="stable-diffusion-xl-1024-v1-0",
    serves="stability/sdxl-1.0",
    weights=_XL + "1.0",
    operations={"edit": STABLE_DIFFUSION_XL_1024_V1_0_EDIT, "inpaint": STABLE_DIFFUSION_XL_1024_V1_0_INPAINT},
)
STABLE_DIFFUSION_XL_1024_V0_9_EDIT = _EDIT.but(
    model="stable-diffusion-xl-1024-v0-9", serves="stability/sdxl-0.9", weights=_XL + "0.9"
)
STABLE_DIFFUSION_XL_1024_V0_9_INPAINT = _INPAINT.but(
    model="stable-diffusion-xl-1024-v0-9", serves="stability/sdxl-0.9", weights=_XL + "0.9"
)
STABLE_DIFFUSION_XL_1024_V0_9 = STABLE_DIFFUSION_XL_1024_V1_0.but(
    WidthHeight("width", "height", SDXL_SIZES, note="the default size is not stated", source=_RESTATED),
    model="stable-diffusion-xl-1024-v0-9",
    serves="stability/sdxl-0.9",
    weights=_XL + "0.9",
    operations={"edit": STABLE_DIFFUSION_XL_1024_V0_9_EDIT, "inpaint": STABLE_DIFFUSION_XL_1024_V0_9_INPAINT},
)
STABLE_DIFFUSION_V1_6_EDIT = _EDIT.but(model="stable-diffusion-v1-6", serves="stability/stable-diffusion-v1-6")
STABLE_DIFFUSION_V1_6_INPAINT = _INPAINT.but(model="stable-diffusion-v1-6", serves="stability/stable-diffusion-v1-6")
STABLE_DIFFUSION_V1_6 = _TEXT_TO_IMAGE.but(
    WidthHeight("width", "height", each=Int(320, 1536, multiple_of=64), default=(512, 512), source=_RESTATED),
    model="stable-diffusion-v1-6",
    serves="stability/stable-diffusion-v1-6",
    operations={"edit": STABLE_DIFFUSION_V1_6_EDIT, "inpaint": STABLE_DIFFUSION_V1_6_INPAINT},
)
_BETA, _END, _SDXL = "stable-diffusion-xl-beta-v2-2-2", "2024-10-11", "stable-diffusion-xl-1024-v1-0"
STABLE_DIFFUSION_XL_BETA_EDIT = _EDIT.but(
    model=_BETA, serves="stability/stable-diffusion-xl-beta-v2-2-2", status="retired", retired=_END, successor=_SDXL
)
STABLE_DIFFUSION_XL_BETA_INPAINT = _INPAINT.but(
    model=_BETA, serves="stability/stable-diffusion-xl-beta-v2-2-2", status="retired", retired=_END, successor=_SDXL
)
STABLE_DIFFUSION_XL_BETA = _TEXT_TO_IMAGE.but(
    Sizes(
        (
            Sides("width", "height", Grid(Int(128, 896, multiple_of=64), Int(128, 512, multiple_of=64))),
            Sides("width", "height", Grid(Int(128, 512, multiple_of=64), Int(128, 896, multiple_of=64))),
        ),
        default={"width": 512, "height": 512},
        note="only one side above 512",
        source=_RESTATED,
    ),
    model="stable-diffusion-xl-beta-v2-2-2",
    serves="stability/stable-diffusion-xl-beta-v2-2-2",
    operations={"edit": STABLE_DIFFUSION_XL_BETA_EDIT, "inpaint": STABLE_DIFFUSION_XL_BETA_INPAINT},
    status="retired",
    retired=_END,
    successor=_SDXL,
)

ESRGAN_V1_X2PLUS = Target(
    name="stability/esrgan-v1-x2plus:upscale",
    model="esrgan-v1-x2plus",
    serves="stability/esrgan-v1-x2plus",
    method="POST",
    path="/v1/generation/{model}/image-to-image/upscale",
    base_url=HOST,
    key_header=KEY,
    docs=_DOCS,
    checked=_CHECKED,
    content="multipart",
    unknown="refused",
    rows=(
        Slots("image", part=Image("file"), required=True),
        Native("width", Int(512), note="of the output; the other side follows"),
        Native("height", Int(512), note="of the output; the other side follows"),
        _ACCEPT,
        Fixed(Field.n, 1),
    ),
    rules=(AtMost(("width", "height"), 1, "only one of width and height may be given"),),
)

TARGETS: tuple[Target, ...] = (
    *(GENERATION, GENERATION_EDIT, GENERATION_INPAINT),
    *(STABLE_DIFFUSION_XL_1024_V1_0, STABLE_DIFFUSION_XL_1024_V1_0_EDIT, STABLE_DIFFUSION_XL_1024_V1_0_INPAINT),
    *(STABLE_DIFFUSION_XL_1024_V0_9, STABLE_DIFFUSION_XL_1024_V0_9_EDIT, STABLE_DIFFUSION_XL_1024_V0_9_INPAINT),
    *(STABLE_DIFFUSION_V1_6, STABLE_DIFFUSION_V1_6_EDIT, STABLE_DIFFUSION_V1_6_INPAINT),
    *(STABLE_DIFFUSION_XL_BETA, STABLE_DIFFUSION_XL_BETA_EDIT, STABLE_DIFFUSION_XL_BETA_INPAINT),
    ESRGAN_V1_X2PLUS,
)
