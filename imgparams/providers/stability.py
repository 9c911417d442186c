"""Stability AI: the v2beta Stable Image services (generate, edit, control, upscale) and the v1 engines.

Sources: the vendor's OpenAPI of v1 and v2beta, as a copy in tryAGI/StabilityAI (undated, names SD 3.5 and Audio 3.0);
the vendor's OpenAPI of v1 of 2023-03; for sizes and steps of the v1 engines the later documentation, as litellm
restates it; for `style_preset`, `extras` and the multipart names of v1 a client generated from a later OpenAPI.

In v2beta one call makes one picture. Ultra and SD 3.5 start from a picture on the same route that makes one from text,
but then need more fields, so each is a target of its own here (`:edit`). The edit, control and upscale services have no
model: they are named after their path.
In multipart the texts of v1 are fields of their own, `text_prompts[0][text]`: the first is the prompt here, the second
with the weight -1 the negative prompt. Texts of other weights, or a third text, have no field of the intent.
Unknown fields: a v1 form refuses them ("unknown form field", Stability-AI/rest-api-support#14, 2023); of v1's JSON and
of v2beta nothing is known. A retired engine answers 404 (jezs00/pycasso#70).
Open: pixels of each ratio (core makes about 1.5 megapixels, all others about 1); the default of `grow_mask` of
search-and-recolor; whether v1 still serves SD 1.6, SDXL 0.9 and ESRGAN. Left out: style-transfer and
replace-background-and-relight, whose parameters no source at hand lists; limits of the input pictures but in notes.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    TEXT,
    Alternative,
    Alternatives,
    AtMost,
    Between,
    Const,
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
    Part,
    RatioTier,
    Record,
    Rule,
    Sides,
    Sizes,
    Slots,
    Target,
    Text,
    TextPart,
    WidthHeight,
)

_DOCS = "https://platform.stability.ai/docs/api-reference"
_CHECKED = "2026-11-29"

SDXL_SIZES = Pairs(
    ("1024x1024", "1152x896", "896x1152", "1216x832", "832x1216", "1344x768", "768x1344", "1536x640", "640x1536")
)
STYLES = (
    *("enhance", "anime", "photographic", "digital-art", "comic-book", "fantasy-art", "line-art", "analog-film"),
    *("neon-punk", "isometric", "low-poly", "origami", "modeling-compound", "cinematic", "3d-model", "pixel-art"),
    "tile-texture",
)
RATIOS = ("21:9", "16:9", "3:2", "5:4", "1:1", "4:5", "2:3", "9:16", "9:21")

# ---- what rows of v2beta share

_PROMPT = Param("prompt", Field.prompt, Text(min_length=1, max_length=10000), required=True)
_NEGATIVE = Param("negative_prompt", Field.negative_prompt, Text(max_length=10000))
_RATIO = RatioTier("aspect_ratio", RATIOS, default={"aspect_ratio": "1:1"})
_SEED = Param("seed", Field.seed, Int(0, 4294967294), unset=(0,), note="0 is random, like no seed")
_STYLE = Native("style_preset", OneOf(*STYLES))
_FORMAT = Param("output_format", Field.output_format, OneOf("png", "jpeg", "webp"), default="png")
_ACCEPT = Native("header:Accept", OneOf("image/*", "application/json"), note="the form of the answer")
_ONE = Fixed(Field.n, 1)
_ONE_MEGAPIXEL = Fixed(Field.resolution, "1K", note="about 1 megapixel")
_SOURCE = Slots("image", part=Image("file"), required=True)
_STRENGTH = Param("strength", Field.strength, Num(0, 1), required=True, note="0 keeps the picture, 1 ignores it")

# ---- generate

STABLE_IMAGE_CORE = Target(
    name="stability/stable-image-core",
    aliases=("core", "stable-image/generate/core"),
    method="POST",
    path="/v2beta/stable-image/generate/core",
    docs=_DOCS,
    checked=_CHECKED,
    content="multipart",
    rows=(_PROMPT, _RATIO, _NEGATIVE, _SEED, _STYLE, _FORMAT, _ONE, _ACCEPT),
    note="about 1.5 megapixels",
)

STABLE_IMAGE_ULTRA_EDIT = STABLE_IMAGE_CORE.but(
    _ONE_MEGAPIXEL,
    Slots("image", part=Image("file"), required=True, note="JPEG, PNG, WebP; sides 64 to 16384, from 4096 pixels"),
    _STRENGTH,
    name="stability/stable-image-ultra:edit",
    aliases=("ultra", "stable-image/generate/ultra"),
    path="/v2beta/stable-image/generate/ultra",
    note="the route of the plain target, with a starting picture; at most 10 MiB in all",
)
STABLE_IMAGE_ULTRA = STABLE_IMAGE_CORE.but(
    RatioTier("aspect_ratio", RATIOS, default={"aspect_ratio": "1:1"}, note="1:1 is 1024x1024, the rest is not stated"),
    _ONE_MEGAPIXEL,
    name="stability/stable-image-ultra",
    aliases=("ultra", "stable-image/generate/ultra"),
    path="/v2beta/stable-image/generate/ultra",
    operations={"edit": STABLE_IMAGE_ULTRA_EDIT},
    note="with `image` and `strength` it is the edit target",
)

SD3_5_LARGE_EDIT = STABLE_IMAGE_CORE.but(
    Const("mode", "image-to-image"),
    Slots("image", part=Image("file"), required=True, note="sides of at least 64"),
    _STRENGTH,
    Model("model", optional=True, default="sd3.5-large"),
    Param("cfg_scale", Field.guidance, Num(1, 10), default=4),
    name="stability/sd3.5-large:edit",
    model="sd3.5-large",
    aliases=("sd3-large",),
    path="/v2beta/stable-image/generate/sd3",
    without=("aspect_ratio",),
    note="the route of the plain target in the mode image-to-image, which takes no aspect_ratio",
)
SD3_5_LARGE = STABLE_IMAGE_CORE.but(
    _ONE_MEGAPIXEL,
    Const("mode", "text-to-image", optional=True),
    Model("model", optional=True, default="sd3.5-large"),
    Param("cfg_scale", Field.guidance, Num(1, 10), default=4),
    name="stability/sd3.5-large",
    model="sd3.5-large",
    aliases=("sd3-large",),
    path="/v2beta/stable-image/generate/sd3",
    operations={"edit": SD3_5_LARGE_EDIT},
    note="sd3-large has been served by this model since 2025-04-17",
)

SD3_5_MEDIUM_EDIT = SD3_5_LARGE_EDIT.but(model="sd3.5-medium", aliases=("sd3-medium",))
SD3_5_MEDIUM = SD3_5_LARGE.but(
    model="sd3.5-medium",
    aliases=("sd3-medium",),
    operations={"edit": SD3_5_MEDIUM_EDIT},
    note="sd3-medium has been served by this model since 2025-04-17",
)

SD3_5_LARGE_TURBO_EDIT = SD3_5_LARGE_EDIT.but(
    Param("cfg_scale", Field.guidance, Num(1, 10), default=1), model="sd3.5-large-turbo", aliases=("sd3-large-turbo",)
)
SD3_5_LARGE_TURBO = SD3_5_LARGE.but(
    Param("cfg_scale", Field.guidance, Num(1, 10), default=1),
    model="sd3.5-large-turbo",
    aliases=("sd3-large-turbo",),
    operations={"edit": SD3_5_LARGE_TURBO_EDIT},
    note="sd3-large-turbo has been served by this model since 2025-04-17",
)

_FLASH = "named in the text of the specification, not in its list of models"
SD3_5_FLASH_EDIT = SD3_5_LARGE_TURBO_EDIT.but(model="sd3.5-flash", note=_FLASH)
SD3_5_FLASH = SD3_5_LARGE_TURBO.but(model="sd3.5-flash", operations={"edit": SD3_5_FLASH_EDIT}, note=_FLASH)

# ---- edit

INPAINT = STABLE_IMAGE_CORE.but(
    _SOURCE,
    Param(
        "mask", Field.mask, Image("file", edits="white"), note="black is kept; by default the picture's alpha channel"
    ),
    Native("grow_mask", Num(0, 100), default=5),
    name="stability/stable-image/edit/inpaint:inpaint",
    aliases=("inpaint", "stable-image/edit/inpaint"),
    path="/v2beta/stable-image/edit/inpaint",
    without=("aspect_ratio",),
    note="",
)

ERASE = INPAINT.but(
    Native("grow_mask", Num(0, 20), default=5),
    name="stability/stable-image/edit/erase:edit",
    aliases=("erase", "stable-image/edit/erase"),
    path="/v2beta/stable-image/edit/erase",
    without=("prompt", "negative_prompt", "style_preset"),
)

OUTPAINT = INPAINT.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=10000)),
    Native("left", Int(1, 2000), unset=(0,), note="pixels to add"),
    Native("right", Int(1, 2000), unset=(0,), note="pixels to add"),
    Native("up", Int(1, 2000), unset=(0,), note="pixels to add"),
    Native("down", Int(1, 2000), unset=(0,), note="pixels to add"),
    Native("creativity", Num(0, 1), default=0.5),
    name="stability/stable-image/edit/outpaint:outpaint",
    aliases=("outpaint", "stable-image/edit/outpaint"),
    path="/v2beta/stable-image/edit/outpaint",
    without=("negative_prompt", "mask", "grow_mask"),
    rules=(Between(("left", "right", "up", "down"), 1, 4, "at least one of the four sides is extended"),),
)

SEARCH_AND_REPLACE = INPAINT.but(
    Native("search_prompt", Text(max_length=10000), required=True, note="what is replaced"),
    Native("grow_mask", Num(0, 20), default=3),
    name="stability/stable-image/edit/search-and-replace:edit",
    aliases=("search-and-replace", "stable-image/edit/search-and-replace"),
    path="/v2beta/stable-image/edit/search-and-replace",
    without=("mask",),
)

SEARCH_AND_RECOLOR = INPAINT.but(
    Slots("image", part=Image("file"), required=True, note="sides from 64; 4096 to 9437184 pixels; 1:2.5 to 2.5:1"),
    Native("select_prompt", Text(max_length=10000), required=True, note="what gets another colour"),
    Native("grow_mask", Num(0, 20)),
    name="stability/stable-image/edit/search-and-recolor:edit",
    aliases=("search-and-recolor", "stable-image/edit/search-and-recolor"),
    path="/v2beta/stable-image/edit/search-and-recolor",
    without=("mask",),
)

REMOVE_BACKGROUND = ERASE.but(
    Slots("image", part=Image("file"), required=True, note="at most 4194304 pixels"),
    name="stability/stable-image/edit/remove-background:edit",
    aliases=("remove-background", "stable-image/edit/remove-background"),
    path="/v2beta/stable-image/edit/remove-background",
    domains={"output_format": OneOf("png", "webp")},
    without=("mask", "grow_mask", "seed"),
)

# ---- control

CONTROL_SKETCH = INPAINT.but(
    Slots("image", part=Part(Image("file"), roles=("image", "source", "reference", "control")), required=True),
    Native("control_strength", Num(0, 1), default=0.7),
    name="stability/stable-image/control/sketch:edit",
    aliases=("sketch", "stable-image/control/sketch"),
    path="/v2beta/stable-image/control/sketch",
    without=("mask", "grow_mask"),
)

CONTROL_STRUCTURE = CONTROL_SKETCH.but(
    Slots(
        "image", part=Part(Image("file"), roles=("image", "source", "reference", "control", "content")), required=True
    ),
    name="stability/stable-image/control/structure:edit",
    aliases=("structure", "stable-image/control/structure"),
    path="/v2beta/stable-image/control/structure",
    note="a reseller calls style_preset accepted but not applied",
)

CONTROL_STYLE = CONTROL_SKETCH.but(
    Slots("image", part=Part(Image("file"), roles=("image", "source", "reference", "style")), required=True),
    _RATIO,
    Native("fidelity", Num(0, 1), default=0.5),
    name="stability/stable-image/control/style:edit",
    aliases=("style", "stable-image/control/style"),
    path="/v2beta/stable-image/control/style",
    without=("control_strength",),
)

# ---- upscale

UPSCALE_CREATIVE = INPAINT.but(
    Slots("image", part=Image("file"), required=True, note="at most 1048576 pixels"),
    Native("creativity", Num(0.1, 0.5), default=0.3),
    name="stability/stable-image/upscale/creative:upscale",
    aliases=("creative", "stable-image/upscale/creative"),
    path="/v2beta/stable-image/upscale/creative",
    without=("mask", "grow_mask"),
    note="asynchronous: the answer is an id for fetching the result",
)

UPSCALE_CONSERVATIVE = UPSCALE_CREATIVE.but(
    Slots("image", part=Image("file"), required=True, note="4096 to 9437184 pixels"),
    Native("creativity", Num(0.2, 0.5), default=0.35),
    name="stability/stable-image/upscale/conservative:upscale",
    aliases=("conservative", "stable-image/upscale/conservative"),
    path="/v2beta/stable-image/upscale/conservative",
    without=("style_preset",),
    note="",
)

UPSCALE_FAST = UPSCALE_CONSERVATIVE.but(
    Slots("image", part=Image("file"), required=True, note="sides of 32 to 1536, 1024 to 1048576 pixels"),
    name="stability/stable-image/upscale/fast:upscale",
    aliases=("fast", "stable-image/upscale/fast"),
    path="/v2beta/stable-image/upscale/fast",
    without=("prompt", "negative_prompt", "seed", "creativity"),
)

# ---- v1: any engine

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
        Native("header:Accept", OneOf("application/json", "image/png"), note="the form of the answer"),
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

STABLE_DIFFUSION_XL_1024_V1_0_EDIT = _EDIT.but(model="stable-diffusion-xl-1024-v1-0")
STABLE_DIFFUSION_XL_1024_V1_0_INPAINT = _INPAINT.but(model="stable-diffusion-xl-1024-v1-0")
STABLE_DIFFUSION_XL_1024_V1_0 = _TEXT_TO_IMAGE.but(
    WidthHeight("width", "height", SDXL_SIZES, default=(1024, 1024), source=_RESTATED),
    model="stable-diffusion-xl-1024-v1-0",
    operations={"edit": STABLE_DIFFUSION_XL_1024_V1_0_EDIT, "inpaint": STABLE_DIFFUSION_XL_1024_V1_0_INPAINT},
)
STABLE_DIFFUSION_XL_1024_V0_9_EDIT = _EDIT.but(model="stable-diffusion-xl-1024-v0-9")
STABLE_DIFFUSION_XL_1024_V0_9_INPAINT = _INPAINT.but(model="stable-diffusion-xl-1024-v0-9")
STABLE_DIFFUSION_XL_1024_V0_9 = STABLE_DIFFUSION_XL_1024_V1_0.but(
    WidthHeight("width", "height", SDXL_SIZES, note="the default size is not stated", source=_RESTATED),
    model="stable-diffusion-xl-1024-v0-9",
    operations={"edit": STABLE_DIFFUSION_XL_1024_V0_9_EDIT, "inpaint": STABLE_DIFFUSION_XL_1024_V0_9_INPAINT},
)
STABLE_DIFFUSION_V1_6_EDIT = _EDIT.but(model="stable-diffusion-v1-6")
STABLE_DIFFUSION_V1_6_INPAINT = _INPAINT.but(model="stable-diffusion-v1-6")
STABLE_DIFFUSION_V1_6 = _TEXT_TO_IMAGE.but(
    WidthHeight("width", "height", each=Int(320, 1536, multiple_of=64), default=(512, 512), source=_RESTATED),
    model="stable-diffusion-v1-6",
    operations={"edit": STABLE_DIFFUSION_V1_6_EDIT, "inpaint": STABLE_DIFFUSION_V1_6_INPAINT},
)
_BETA, _END, _SDXL = "stable-diffusion-xl-beta-v2-2-2", "2024-10-11", "stable-diffusion-xl-1024-v1-0"
STABLE_DIFFUSION_XL_BETA_EDIT = _EDIT.but(model=_BETA, status="retired", retired=_END, successor=_SDXL)
STABLE_DIFFUSION_XL_BETA_INPAINT = _INPAINT.but(model=_BETA, status="retired", retired=_END, successor=_SDXL)
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
    operations={"edit": STABLE_DIFFUSION_XL_BETA_EDIT, "inpaint": STABLE_DIFFUSION_XL_BETA_INPAINT},
    status="retired",
    retired=_END,
    successor=_SDXL,
)

ESRGAN_V1_X2PLUS = Target(
    name="stability/esrgan-v1-x2plus:upscale",
    model="esrgan-v1-x2plus",
    method="POST",
    path="/v1/generation/{model}/image-to-image/upscale",
    docs=_DOCS,
    checked=_CHECKED,
    content="multipart",
    unknown="refused",
    rows=(
        Slots("image", part=Image("file"), required=True),
        Native("width", Int(512), note="of the output; the other side follows"),
        Native("height", Int(512), note="of the output; the other side follows"),
        Native("header:Accept", OneOf("application/json", "image/png"), note="the form of the answer"),
    ),
    rules=(AtMost(("width", "height"), 1, "only one of width and height may be given"),),
)

TARGETS: tuple[Target, ...] = (
    *(STABLE_IMAGE_CORE, STABLE_IMAGE_ULTRA, STABLE_IMAGE_ULTRA_EDIT),
    *(SD3_5_LARGE, SD3_5_LARGE_EDIT, SD3_5_LARGE_TURBO, SD3_5_LARGE_TURBO_EDIT),
    *(SD3_5_MEDIUM, SD3_5_MEDIUM_EDIT, SD3_5_FLASH, SD3_5_FLASH_EDIT),
    *(INPAINT, ERASE, OUTPAINT, SEARCH_AND_REPLACE, SEARCH_AND_RECOLOR, REMOVE_BACKGROUND),
    *(CONTROL_SKETCH, CONTROL_STRUCTURE, CONTROL_STYLE),
    *(UPSCALE_FAST, UPSCALE_CONSERVATIVE, UPSCALE_CREATIVE),
    *(GENERATION, GENERATION_EDIT, GENERATION_INPAINT),
    *(STABLE_DIFFUSION_XL_1024_V1_0, STABLE_DIFFUSION_XL_1024_V1_0_EDIT, STABLE_DIFFUSION_XL_1024_V1_0_INPAINT),
    *(STABLE_DIFFUSION_XL_1024_V0_9, STABLE_DIFFUSION_XL_1024_V0_9_EDIT, STABLE_DIFFUSION_XL_1024_V0_9_INPAINT),
    *(STABLE_DIFFUSION_V1_6, STABLE_DIFFUSION_V1_6_EDIT, STABLE_DIFFUSION_V1_6_INPAINT),
    *(STABLE_DIFFUSION_XL_BETA, STABLE_DIFFUSION_XL_BETA_EDIT, STABLE_DIFFUSION_XL_BETA_INPAINT),
    ESRGAN_V1_X2PLUS,
)
ENVELOPE: Target | None = None
