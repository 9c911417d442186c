"""AUTOMATIC1111's Stable Diffusion web UI: its local API, text to image and image to image.

Sources: the program's own code (modules/processing.py, modules/api/models.py and api.py, the sliders and lists of
modules/ui.py), read at undated commits. The program builds the API's model from that code when it starts: there are no
bounds for sides, steps or guidance. The UI has 64 to 2048 in steps of 8, 1 to 150, 1 to 30, and batches of 1 to 8.

The fork Forge (lllyasviel/stable-diffusion-webui-forge, dfdcbab, 2025-06-26) builds it the same way; what it adds is
marked. SD.Next (vladmandic/sdnext) has defaults and samplers of its own and is not described here.

Unknown fields are ignored and numbers in quotes are accepted: the API's model has pydantic's usual configuration in all
three programs, and a user of Forge got 1024x1024 beside unknown fields that asked for more. A null passes the check of
nearly every field, but a null side or number of steps fails later, so only what is known to work is legal here.

There is no field for the model: it is `override_settings.sd_model_checkpoint`, or the server's option. Lists of
samplers and schedulers depend on version and extensions, so they are open here. `scheduler` and `hr_scheduler` came
with 1.9.

With enable_hr width x height is the size of a first pass, and the picture is larger: by hr_scale, or hr_resize_x by
hr_resize_y. An option of the server, "use old hires fix", turns that round; it is taken to be off.

Open: what firstphase_width and firstphase_height bring (by one reading of the code the picture is width x height, as
here; in the code of several forks the first phase is enlarged); the range of random seeds; what the numbers of
`resize_mode` and `inpainting_fill` mean, beyond the UI's order. A grid may come before the pictures, depending on the
server's options. Picture i has seed + i; with a subseed strength the seed stays the same and the subseed moves.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    OFF,
    PRESENT,
    Enlarged,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Json,
    ListOf,
    Mask,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    Product,
    Record,
    Rule,
    Target,
    Text,
    WidthHeight,
)

_DOCS = "https://github.com/AUTOMATIC1111/stable-diffusion-webui/wiki/API"
_CHECKED = "2026-11-29"
_FORGE = "Forge, modules/processing.py, dfdcbab of 2025-06-26"
_SAMPLERS = OneOf(
    *("Euler a", "Euler", "LMS", "Heun", "DPM2", "DPM2 a", "DPM++ 2S a", "DPM++ 2M", "DPM++ SDE", "DPM++ 2M SDE"),
    *("DPM fast", "DPM adaptive", "LMS Karras", "DPM2 Karras", "DPM2 a Karras", "DPM++ 2S a Karras"),
    *("DPM++ 2M Karras", "DPM++ SDE Karras", "DPM++ 2M SDE Karras"),
    open=True,
)
_SCHEDULERS = OneOf(
    *("automatic", "uniform", "karras", "exponential", "polyexponential", "sgm_uniform", "kl_optimal"),
    *("align_your_steps", "simple", "normal", "ddim", "beta"),
    open=True,
)
_PICTURE = Image("base64", "data", "url")
_EIGHTS, _ANY_SIDES, _DEFAULT_SIZE = Int(8, multiple_of=8), Grid(Int(8)), (512, 512)
_ROUNDED = "rounded down to a multiple of 8; 64 to 2048 in the UI"
_TWICE = 2.0

# what both routes take; each adds its own rows
_EITHER = Target(
    name="automatic1111/txt2img",
    method="POST",
    path="/sdapi/v1/txt2img",
    base_url="http://127.0.0.1:7860",
    docs=_DOCS,
    checked=_CHECKED,
    unknown="ignored",
    numbers_as_text="accepted",
    rows=(
        Param("prompt", Field.prompt, Text()),
        Param("negative_prompt", Field.negative_prompt, Text()),
        Native("styles", ListOf(Text()), nullable=True, note="names of saved styles"),
        Param("seed", Field.seed, Int(), nullable=True, unset=(-1,), note="-1 or null: random"),
        Native("subseed", Int(), unset=(-1,)),
        Native("subseed_strength", Num(), default=0),
        Native("seed_resize_from_h", Int(), unset=(-1,)),
        Native("seed_resize_from_w", Int(), unset=(-1,)),
        Native("sampler_name", _SAMPLERS, nullable=True, note="what is installed: GET /sdapi/v1/samplers"),
        Native("scheduler", _SCHEDULERS, nullable=True, note="from 1.9 on, by name or label; GET /sdapi/v1/schedulers"),
        Native("sampler_index", _SAMPLERS, default="Euler", deprecated="replaced by sampler_name"),
        Product(
            Field.n,
            ("n_iter", Int(1)),
            ("batch_size", Int(1)),
            note="one after the other, because a batch needs memory in proportion; the UI has at most 8 per batch",
        ),
        Param("steps", Field.steps, Int(), default=50, note="1 to 150 in the UI, which starts at 20"),
        Param("cfg_scale", Field.guidance, Num(), default=7.0, note="1 to 30 in the UI"),
        WidthHeight("width", "height", each=_EIGHTS, default=_DEFAULT_SIZE, accepts=_ANY_SIDES, note=_ROUNDED),
        Native("restore_faces", Flag(), nullable=True),
        Native("tiling", Flag(), nullable=True),
        Native("do_not_save_samples", Flag(), default=False),
        Native("do_not_save_grid", Flag(), default=False),
        Native("eta", Num(), nullable=True),
        Native("s_churn", Num(), nullable=True),
        Native("s_tmax", Num(), nullable=True),
        Native("s_tmin", Num(), nullable=True),
        Native("s_noise", Num(), nullable=True),
        Native("s_min_uncond", Num(), nullable=True),
        Native(
            "override_settings",
            Record({"sd_model_checkpoint": Text()}, open=True),
            nullable=True,
            note="options for this call; sd_model_checkpoint picks the model",
        ),
        Native("override_settings_restore_afterwards", Flag(), default=True),
        Native("refiner_checkpoint", Text(), nullable=True),
        Native("refiner_switch_at", Num(), nullable=True),
        Native("disable_extra_networks", Flag(), default=False),
        Native("comments", Record((), open=True), nullable=True),
        Native("script_name", Text(), nullable=True),
        Native("script_args", ListOf(Json())),
        Native("alwayson_scripts", Record((), open=True), note="arguments of extensions"),
        Native("send_images", Flag(), default=True),
        Native("save_images", Flag(), default=False),
        Native("force_task_id", Text(), nullable=True),
        Native("infotext", Text(), nullable=True),
        Native("distilled_cfg_scale", Num(), source=_FORGE, note="Forge only: guidance of FLUX"),
        Fixed(Field.delivery, "base64"),
    ),
    rules=(
        Rule(
            {"sampler_name": PRESENT},
            {"sampler_index": ABSENT},
            "sampler_name overrides sampler_index",
            effect="ignored",
        ),
    ),
    note="any checkpoint of the server",
)

IMG2IMG = _EITHER.but(
    Pictures("init_images", (Part(_PICTURE),), required=True, note="the server may be configured not to fetch URLs"),
    Native("resize_mode", OneOf(0, 1, 2, 3), default=0, note="in the UI's order: stretch, crop, fill, latent"),
    Param("denoising_strength", Field.strength, Num(), default=0.75),
    Native("image_cfg_scale", Num(), nullable=True),
    Mask(
        "mask",
        _PICTURE,
        "inpainting_mask_invert",
        {"white": 0, "black": 1},
        default=0,
        nullable=True,
        note="0 edits what the mask marks, which is white; 1 inverts it",
    ),
    Native("mask_blur", Int(), nullable=True, note="sets both axes"),
    Native("mask_blur_x", Int(), default=4),
    Native("mask_blur_y", Int(), default=4),
    Native("inpainting_fill", OneOf(0, 1, 2, 3), default=0, note="in the UI's order: fill, original, noise, nothing"),
    Native("inpaint_full_res", Flag(), default=True),
    Native("inpaint_full_res_padding", Int(), default=0),
    Native("initial_noise_multiplier", Num(), nullable=True),
    Native("include_init_images", Flag(), default=False),
    name="automatic1111/img2img",
    path="/sdapi/v1/img2img",
)

_SECOND_PASS = (
    *("hr_scale", "hr_upscaler", "hr_second_pass_steps", "hr_resize_x", "hr_resize_y", "hr_checkpoint_name"),
    *("hr_sampler_name", "hr_scheduler", "hr_prompt", "hr_negative_prompt"),
    *("hr_additional_modules", "hr_cfg", "hr_distilled_cfg"),
)

TXT2IMG = _EITHER.but(
    Native("denoising_strength", Num(), default=0.75, note="for the high-resolution pass"),
    WidthHeight(
        "width",
        "height",
        each=_EIGHTS,
        default=_DEFAULT_SIZE,
        accepts=_ANY_SIDES,
        enlarged=Enlarged(
            "enable_hr",
            "hr_scale",
            _TWICE,
            ("hr_resize_x", "hr_resize_y"),
            unless=("firstphase_width", "firstphase_height"),
            multiple_of=8,
        ),
        note=f"{_ROUNDED}; with enable_hr, of the first pass",
    ),
    Native("enable_hr", Flag(), default=False, note="a second pass: the picture is larger than width x height"),
    Native("firstphase_width", Int(), default=0, note="the older way: the size of the first pass"),
    Native("firstphase_height", Int(), default=0, note="the older way: the size of the first pass"),
    Native("hr_scale", Num(), default=_TWICE, note="both sides times this, rounded down"),
    Native("hr_upscaler", Text(), nullable=True, note="a name that is not installed is an error with enable_hr"),
    Native("hr_second_pass_steps", Int(), unset=(0,), note="0: the same as steps"),
    Native("hr_resize_x", Int(), unset=(0,), note="the width; 0: by hr_scale, or by hr_resize_y"),
    Native("hr_resize_y", Int(), unset=(0,), note="the height; 0: by hr_scale, or by hr_resize_x"),
    Native("hr_checkpoint_name", Text(), nullable=True, note="an unknown name is an error with enable_hr"),
    Native("hr_sampler_name", Text(), nullable=True),
    Native("hr_scheduler", Text(), nullable=True, note="from 1.9 on"),
    Native("hr_prompt", Text()),
    Native("hr_negative_prompt", Text()),
    Native(
        "hr_additional_modules",
        ListOf(Text()),
        nullable=True,
        source=_FORGE,
        note='Forge only, which fails in the second pass without it; ["Use same choices"] keeps those of the first',
    ),
    Native("hr_cfg", Num(), source=_FORGE, note="Forge only"),
    Native("hr_distilled_cfg", Num(), source=_FORGE, note="Forge only"),
    rules=(
        Rule(
            {"enable_hr": OFF},
            dict.fromkeys(_SECOND_PASS, ABSENT),
            "the fields of the second pass count with enable_hr only",
            effect="ignored",
            source=_FORGE,
        ),
        Rule(
            ({"hr_resize_x": PRESENT}, {"hr_resize_y": PRESENT}),
            {"hr_scale": ABSENT},
            "hr_scale counts only without hr_resize_x and hr_resize_y",
            effect="ignored",
            source=_FORGE,
        ),
    ),
    operations={"edit": IMG2IMG},
)

TARGETS: tuple[Target, ...] = (TXT2IMG, IMG2IMG)

ENVELOPE: Target | None = TXT2IMG
