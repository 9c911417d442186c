"""The v2beta services of Stability: generate, edit, control, upscale; one call makes one picture."""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    PRESENT,
    Between,
    Const,
    Field,
    Fixed,
    Flag,
    Image,
    Int,
    Model,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    RatioTier,
    Rule,
    Slots,
    Target,
    Text,
    Words,
)

HOST = "https://api.stability.ai"
KEY = "Authorization: Bearer {key}"
_DOCS = "https://platform.stability.ai/docs/api-reference"
_CHECKED = "2026-11-29"

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
_ACCEPT = Param(
    "header:Accept",
    Field.delivery,
    Words({"base64": "application/json"}, more=("image/*",)),
    note="base64 in JSON, or the picture itself as the body",
)
_ONE = Fixed(Field.n, 1)
_ONE_MEGAPIXEL = Fixed(Field.resolution, "1K", note="about 1 megapixel")
_SOURCE = Slots("image", part=Image("file"), required=True)
_STRENGTH = Param("strength", Field.strength, Num(0, 1), required=True, note="0 keeps the picture, 1 ignores it")

# ---- generate

STABLE_IMAGE_CORE = Target(
    name="stability/stable-image-core",
    serves="stability/stable-image-core",
    aliases=("core", "stable-image/generate/core"),
    method="POST",
    path="/v2beta/stable-image/generate/core",
    base_url=HOST,
    key_header=KEY,
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
    serves="stability/stable-image-ultra",
    aliases=("ultra", "stable-image/generate/ultra"),
    path="/v2beta/stable-image/generate/ultra",
    note="the route of the plain target, with a starting picture; at most 10 MiB in all",
)
STABLE_IMAGE_ULTRA = STABLE_IMAGE_CORE.but(
    RatioTier("aspect_ratio", RATIOS, default={"aspect_ratio": "1:1"}, note="1:1 is 1024x1024, the rest is not stated"),
    _ONE_MEGAPIXEL,
    name="stability/stable-image-ultra",
    serves="stability/stable-image-ultra",
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
    serves="stability/sd3.5-large",
    weights="https://huggingface.co/stabilityai/stable-diffusion-3.5-large",
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
    serves="stability/sd3.5-large",
    weights="https://huggingface.co/stabilityai/stable-diffusion-3.5-large",
    aliases=("sd3-large",),
    path="/v2beta/stable-image/generate/sd3",
    operations={"edit": SD3_5_LARGE_EDIT},
    note="sd3-large has been served by this model since 2025-04-17",
)

SD3_5_MEDIUM_EDIT = SD3_5_LARGE_EDIT.but(
    model="sd3.5-medium",
    serves="stability/sd3.5-medium",
    weights="https://huggingface.co/stabilityai/stable-diffusion-3.5-medium",
    aliases=("sd3-medium",),
)
SD3_5_MEDIUM = SD3_5_LARGE.but(
    model="sd3.5-medium",
    serves="stability/sd3.5-medium",
    weights="https://huggingface.co/stabilityai/stable-diffusion-3.5-medium",
    aliases=("sd3-medium",),
    operations={"edit": SD3_5_MEDIUM_EDIT},
    note="sd3-medium has been served by this model since 2025-04-17",
)

SD3_5_LARGE_TURBO_EDIT = SD3_5_LARGE_EDIT.but(
    Param("cfg_scale", Field.guidance, Num(1, 10), default=1),
    model="sd3.5-large-turbo",
    serves="stability/sd3.5-large-turbo",
    weights="https://huggingface.co/stabilityai/stable-diffusion-3.5-large-turbo",
    aliases=("sd3-large-turbo",),
)
SD3_5_LARGE_TURBO = SD3_5_LARGE.but(
    Param("cfg_scale", Field.guidance, Num(1, 10), default=1),
    model="sd3.5-large-turbo",
    serves="stability/sd3.5-large-turbo",
    weights="https://huggingface.co/stabilityai/stable-diffusion-3.5-large-turbo",
    aliases=("sd3-large-turbo",),
    operations={"edit": SD3_5_LARGE_TURBO_EDIT},
    note="sd3-large-turbo has been served by this model since 2025-04-17",
)

_FLASH = "named in the text of the specification, not in its list of models"
SD3_5_FLASH_EDIT = SD3_5_LARGE_TURBO_EDIT.but(model="sd3.5-flash", serves="stability/sd3.5-flash", note=_FLASH)
SD3_5_FLASH = SD3_5_LARGE_TURBO.but(
    model="sd3.5-flash", serves="stability/sd3.5-flash", operations={"edit": SD3_5_FLASH_EDIT}, note=_FLASH
)

# ---- edit

INPAINT = STABLE_IMAGE_CORE.but(
    _SOURCE,
    Param(
        "mask", Field.mask, Image("file", edits="white"), note="black is kept; by default the picture's alpha channel"
    ),
    Native("grow_mask", Num(0, 100), default=5),
    name="stability/stable-image/edit/inpaint:inpaint",
    serves="stability/edit/inpaint",
    aliases=("inpaint", "stable-image/edit/inpaint"),
    path="/v2beta/stable-image/edit/inpaint",
    without=("aspect_ratio",),
    note="",
)

ERASE = INPAINT.but(
    Native("grow_mask", Num(0, 20), default=5),
    name="stability/stable-image/edit/erase:edit",
    serves="stability/edit/erase",
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
    serves="stability/edit/outpaint",
    aliases=("outpaint", "stable-image/edit/outpaint"),
    path="/v2beta/stable-image/edit/outpaint",
    without=("negative_prompt", "mask", "grow_mask"),
    rules=(Between(("left", "right", "up", "down"), 1, 4, "at least one of the four sides is extended"),),
)

SEARCH_AND_REPLACE = INPAINT.but(
    Native("search_prompt", Text(max_length=10000), required=True, note="what is replaced"),
    Native("grow_mask", Num(0, 20), default=3),
    name="stability/stable-image/edit/search-and-replace:edit",
    serves="stability/edit/search-and-replace",
    aliases=("search-and-replace", "stable-image/edit/search-and-replace"),
    path="/v2beta/stable-image/edit/search-and-replace",
    without=("mask",),
)

SEARCH_AND_RECOLOR = INPAINT.but(
    Slots("image", part=Image("file"), required=True, note="sides from 64; 4096 to 9437184 pixels; 1:2.5 to 2.5:1"),
    Native("select_prompt", Text(max_length=10000), required=True, note="what gets another colour"),
    Native("grow_mask", Num(0, 20)),
    name="stability/stable-image/edit/search-and-recolor:edit",
    serves="stability/edit/search-and-recolor",
    aliases=("search-and-recolor", "stable-image/edit/search-and-recolor"),
    path="/v2beta/stable-image/edit/search-and-recolor",
    without=("mask",),
)

REMOVE_BACKGROUND = ERASE.but(
    Slots("image", part=Image("file"), required=True, note="at most 4194304 pixels"),
    name="stability/stable-image/edit/remove-background:edit",
    serves="stability/edit/remove-background",
    aliases=("remove-background", "stable-image/edit/remove-background"),
    path="/v2beta/stable-image/edit/remove-background",
    domains={"output_format": OneOf("png", "webp")},
    without=("mask", "grow_mask", "seed"),
)

_ROUTER = "the schemas of Comfy Router, docs.comfy.org, 2026; public clients"
_CLIENT = "a Delphi client's copy of the reference, about 2024; Comfy Router, docs.comfy.org, 2026"
_SUBJECT = "JPEG, PNG or WebP; sides from 64; 4096 to 9437184 pixels; 1:2.5 to 2.5:1"
_LIGHTS = "a Delphi client's copy of the reference, about 2024"

REPLACE_BACKGROUND_AND_RELIGHT = STABLE_IMAGE_CORE.but(
    Slots("subject_image", part=Image("file"), required=True, note=_SUBJECT, source=_CLIENT),
    Slots(
        "background_reference",
        part=Part(Image("file"), roles=("style",)),
        note="its style is used for the background; sides from 64; 4096 to 9437184 pixels",
        source=_CLIENT,
    ),
    Param("background_prompt", Field.prompt, Text(min_length=1, max_length=10000), source=_CLIENT),
    Native("foreground_prompt", Text(min_length=1, max_length=10000), note="what the subject is", source=_CLIENT),
    Param("negative_prompt", Field.negative_prompt, Text(max_length=10000), source=_CLIENT),
    Native("preserve_original_subject", Num(0, 1), default=0.6, source=_CLIENT),
    Native("original_background_depth", Num(0, 1), default=0.5, source=_CLIENT),
    Native("keep_original_background", Flag(), default=False, source=_CLIENT),
    Native(
        "light_source_direction",
        OneOf("above", "below", "left", "right"),
        note="a router has no left",
        source=_CLIENT,
    ),
    Native("light_reference", Image("file"), note="sides from 64; 4096 to 9437184 pixels", source=_CLIENT),
    Native("light_source_strength", Num(0, 1), default=0.3, source=_LIGHTS),
    _SEED,
    _FORMAT,
    Native("header:Accept", OneOf("application/json", "image/*"), note="the result is fetched by a call of its own"),
    name="stability/stable-image/edit/replace-background-and-relight:replace_background",
    serves="stability/edit/replace-background-and-relight",
    aliases=("replace-background-and-relight", "stable-image/edit/replace-background-and-relight"),
    path="/v2beta/stable-image/edit/replace-background-and-relight",
    without=("prompt", "aspect_ratio", "style_preset"),
    rules=(
        Between(
            ("background_prompt", "background_reference"),
            1,
            2,
            "at least one of background_prompt and background_reference must be given",
            source=_CLIENT,
        ),
        Rule(
            {"light_reference": ABSENT, "light_source_direction": ABSENT},
            {"light_source_strength": ABSENT},
            "light_source_strength needs light_reference or light_source_direction",
            source=_CLIENT,
        ),
    ),
    note="asynchronous: the answer is an id for fetching the result",
)

# ---- control

CONTROL_SKETCH = INPAINT.but(
    Slots("image", part=Part(Image("file"), roles=("image", "source", "reference", "control")), required=True),
    Native("control_strength", Num(0, 1), default=0.7),
    name="stability/stable-image/control/sketch:edit",
    serves="stability/control/sketch",
    aliases=("sketch", "stable-image/control/sketch"),
    path="/v2beta/stable-image/control/sketch",
    without=("mask", "grow_mask"),
)

CONTROL_STRUCTURE = CONTROL_SKETCH.but(
    Slots(
        "image", part=Part(Image("file"), roles=("image", "source", "reference", "control", "content")), required=True
    ),
    name="stability/stable-image/control/structure:edit",
    serves="stability/control/structure",
    aliases=("structure", "stable-image/control/structure"),
    path="/v2beta/stable-image/control/structure",
    note="a reseller calls style_preset accepted but not applied",
)

CONTROL_STYLE = CONTROL_SKETCH.but(
    Slots("image", part=Part(Image("file"), roles=("image", "source", "reference", "style")), required=True),
    _RATIO,
    Native("fidelity", Num(0, 1), default=0.5),
    name="stability/stable-image/control/style:edit",
    serves="stability/control/style",
    aliases=("style", "stable-image/control/style"),
    path="/v2beta/stable-image/control/style",
    without=("control_strength",),
)

CONTROL_STYLE_TRANSFER = CONTROL_SKETCH.but(
    Slots(
        "init_image",
        part=Part(Image("file"), roles=("image", "source", "reference", "content")),
        required=True,
        note="sides from 64; at most 9437184 pixels; 1:2.5 to 2.5:1",
        source=_ROUTER,
    ),
    Slots(
        "style_image",
        part=Part(Image("file"), roles=("style", "image", "source", "reference")),
        required=True,
        note="sides from 64; at most 9437184 pixels; 1:2.5 to 2.5:1",
        source=_ROUTER,
    ),
    Param("prompt", Field.prompt, Text(max_length=10000), note="an optional hint", source=_ROUTER),
    Native("style_strength", Num(0, 1), default=1, source=_ROUTER),
    Native("composition_fidelity", Num(0, 1), default=0.9, source=_ROUTER),
    Native("change_strength", Num(0.1, 1), default=0.9, source=_ROUTER),
    name="stability/stable-image/control/style-transfer:edit",
    serves="stability/control/style-transfer",
    aliases=("style-transfer", "stable-image/control/style-transfer"),
    path="/v2beta/stable-image/control/style-transfer",
    without=("image", "control_strength"),
    rules=(
        Rule(
            {"style_preset": PRESENT},
            {"style_preset": ABSENT},
            "style_preset is accepted but not applied",
            effect="ignored",
            source="the schema of Comfy Router, docs.comfy.org, 2026",
        ),
    ),
    note="",
)

# ---- upscale

UPSCALE_CREATIVE = INPAINT.but(
    Slots("image", part=Image("file"), required=True, note="at most 1048576 pixels"),
    Native("creativity", Num(0.1, 0.5), default=0.3),
    Native("header:Accept", OneOf("image/*", "application/json"), note="the result is fetched by a call of its own"),
    name="stability/stable-image/upscale/creative:upscale",
    serves="stability/upscale/creative",
    aliases=("creative", "stable-image/upscale/creative"),
    path="/v2beta/stable-image/upscale/creative",
    without=("mask", "grow_mask"),
    note="asynchronous: the answer is an id for fetching the result",
)

UPSCALE_CONSERVATIVE = UPSCALE_CREATIVE.but(
    Slots("image", part=Image("file"), required=True, note="4096 to 9437184 pixels"),
    Native("creativity", Num(0.2, 0.5), default=0.35),
    _ACCEPT,
    name="stability/stable-image/upscale/conservative:upscale",
    serves="stability/upscale/conservative",
    aliases=("conservative", "stable-image/upscale/conservative"),
    path="/v2beta/stable-image/upscale/conservative",
    without=("style_preset",),
    note="",
)

UPSCALE_FAST = UPSCALE_CONSERVATIVE.but(
    Slots("image", part=Image("file"), required=True, note="sides of 32 to 1536, 1024 to 1048576 pixels"),
    name="stability/stable-image/upscale/fast:upscale",
    serves="stability/upscale/fast",
    aliases=("fast", "stable-image/upscale/fast"),
    path="/v2beta/stable-image/upscale/fast",
    without=("prompt", "negative_prompt", "seed", "creativity"),
)

TARGETS: tuple[Target, ...] = (
    *(STABLE_IMAGE_CORE, STABLE_IMAGE_ULTRA, STABLE_IMAGE_ULTRA_EDIT),
    *(SD3_5_LARGE, SD3_5_LARGE_EDIT, SD3_5_LARGE_TURBO, SD3_5_LARGE_TURBO_EDIT),
    *(SD3_5_MEDIUM, SD3_5_MEDIUM_EDIT, SD3_5_FLASH, SD3_5_FLASH_EDIT),
    *(INPAINT, ERASE, OUTPAINT, SEARCH_AND_REPLACE, SEARCH_AND_RECOLOR, REMOVE_BACKGROUND),
    REPLACE_BACKGROUND_AND_RELIGHT,
    *(CONTROL_SKETCH, CONTROL_STRUCTURE, CONTROL_STYLE, CONTROL_STYLE_TRANSFER),
    *(UPSCALE_FAST, UPSCALE_CONSERVATIVE, UPSCALE_CREATIVE),
)
