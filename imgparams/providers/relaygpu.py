"""Relay by OpenGPU: a gateway with one route for each family of models.

Sources: the seed 002 (undated; it names no product, but its routes, model ids and `task_address` are Relay's); the live
request schemas of GET /v2/models/{model}, 2026-10-06, in OpenGPU-Network/relaygpu-python (FLUX, GPT Image generation
and both Qwen routes only); the docs pages endpoints/images.md, changed 2026-09-22, and reference/async-webhooks.md in
OpenGPU-Network/relaygpu-mcp; and the types of the Python client 0.1.2, installed 2026-11-20. The last three are newer
than the seed, and official: where they contradict it, they stand. Of the wires that all routes share the seed has
`async` alone; `model` (but for Stable Diffusion), `mode`, `webhook_url` and `store_output` are newer.

Left out: the routes that the seed does not have (gpt-image-2, Seedream 5.0 Pro, Wan 2.7, Real-ESRGAN, FLUX.2 klein);
the other models of the Gemini route (they take one `image` and no `images`), and the ratios 1:4, 4:1, 1:8, 8:1 and the
tier 0.5K of client 0.1.2, which does not say which model takes them.

Unsure: whether the Stable Diffusion route, gone from the newer lists, still answers; whether the Qwen models, live on
2026-10-06 but gone from client 0.1.2, are still served; which Qwen sizes the maker refuses; whether a white mask is
turned into OpenAI's transparent one.

Unknown fields are refused by the routes whose live schemas were seen (additionalProperties is false, 2026-10-06); those
of the Gemini and GPT Image edit routes were not, so what these two do is open.
"""

from __future__ import annotations

from imgparams.providers.google.gemini import GEMINI_3_PRO_PIXELS, GEMINI_RATIOS
from imgparams.tables import (
    ABSENT,
    AtMost,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Model,
    Native,
    Not,
    Num,
    OneOf,
    Param,
    Pictures,
    Quality,
    RatioTier,
    Rule,
    SizeText,
    Slots,
    Target,
    Text,
    WidthHeight,
)

_HOST = "https://relaygpu.com"
_KEY = "X-API-Key: {key}"
_DOCS = "https://docs.relaygpu.com/reference/api-explorer"
_CHECKED = "2026-11-20"

_SCHEMA = "live request schema, 2026-10-06"
_PAGE = "docs page endpoints/images.md, 2026-09-22"
_CLIENT = "relaygpu-client 0.1.2"

_ASYNC = Native("async", Flag(), default=False, nullable=True, note="true answers 202, to be polled")
_MODE = Native(
    "mode",
    OneOf("auto", "direct"),
    default="auto",
    nullable=True,
    note="where it runs; auto is direct where the key may, and these routes offer nothing but direct",
    source=_SCHEMA,
)
_WEBHOOK_URL = Native(
    "webhook_url",
    Text(pattern=r"https://(?![^/\s]*@)\S+"),
    nullable=True,
    note="a public address without credentials in it; needs an API key, guests get a 422",
    source="docs page reference/async-webhooks.md",
)
#: what all routes have, of an answer in base64, and in links
_INLINE = (
    _ASYNC,
    _MODE,
    _WEBHOOK_URL,
    Native(
        "store_output",
        OneOf("provider"),
        default="provider",
        nullable=True,
        note="this route answers with base64, so relay1d, relay7d and relay30d get a 422; client 0.1.2 has an optional "
        "list of URLs in the answer, so this may be ageing",
        source=_PAGE,
    ),
    Fixed(Field.delivery, "base64", source=_PAGE),
)
_LINKS = (
    _ASYNC,
    _MODE,
    _WEBHOOK_URL,
    Native(
        "store_output",
        OneOf("provider", "relay1d", "relay7d", "relay30d"),
        default="provider",
        nullable=True,
        note="a link lives 1 hour, or 1, 7 or 30 days for a fee (the seed: 7 days); not for guests",
        source=_SCHEMA,
    ),
    Fixed(Field.delivery, "url"),
)
_MODEL = Model("model", optional=True, nullable=True, note="newer than the seed", source=_SCHEMA)

_WEBHOOK = (
    Rule(
        {"async": Not(OneOf(True))},
        {"webhook_url": ABSENT},
        "a webhook_url is taken only with async true",
        source=_SCHEMA,
    ),
    Rule(
        {"mode": Not(OneOf("direct"))},
        {"webhook_url": ABSENT},
        "a webhook_url needs direct mode; whether auto counts, which comes to direct here, is not stated",
        effect="disputed",
        source=_SCHEMA,
    ),
)

# ---- Stable Diffusion

STABLE_DIFFUSION = Target(
    name="relaygpu/stable-diffusion",
    method="POST",
    path="/v2/automatic1111/sdapi/v1/txt2img",
    base_url=_HOST,
    key_header=_KEY,
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Param("prompt", Field.prompt, Text(), required=True),
        Param("negative_prompt", Field.negative_prompt, Text()),
        Native(
            "model",
            OneOf(
                "Realistic_Vision_V5.1.safetensors",
                "illustriousRealismBy_v10VAE.safetensors",
                "stable-diffusion-v1-5-pruned.safetensors",
            ),
            default="Realistic_Vision_V5.1.safetensors",
        ),
        Param("steps", Field.steps, Int(), default=20, note="no range is stated"),
        WidthHeight("width", "height", each=Int(1), default=(512, 512), note="neither range nor step is stated"),
        Param("cfg_scale", Field.guidance, Num(), default=7, note="no range is stated"),
        Native("async", Flag(), default=False, note="true answers 202, to be polled"),
        Fixed(Field.delivery, "base64"),
    ),
    note="only in the seed; the newer lists of routes do not have it",
)

# ---- FLUX

FLUX_2_PRO = Target(
    name="relaygpu/flux-2-pro",
    model="black-forest-labs/FLUX-2-pro",
    serves="black-forest-labs/flux-2-pro",
    method="POST",
    path="/v2/image/flux/generate",
    base_url=_HOST,
    key_header=_KEY,
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Param("prompt", Field.prompt, Text(min_length=1), required=True),
        WidthHeight(
            "width",
            "height",
            each=Int(64, 2048, multiple_of=32),
            default=(1024, 1024),
            nullable=True,
            note="the seed has no maximum; 2048 is in the newer schema",
            source=_SCHEMA,
        ),
        Param("seed", Field.seed, Int(), nullable=True),
        Native("safety_tolerance", Int(0, 6), default=2, nullable=True, note="0 is the strictest"),
        Param("output_format", Field.output_format, OneOf("png", "jpeg"), default="png", nullable=True),
        Slots("input_image", "input_image_2", "input_image_3", "input_image_4", part=Image("base64"), nullable=True),
        Fixed(Field.n, 1),
        _MODEL,
        *_INLINE,
    ),
    rules=_WEBHOOK,
    unknown="refused",
)

# ---- Gemini

GEMINI_3_PRO_IMAGE = Target(
    name="relaygpu/gemini-3-pro-image",
    model="google/gemini-3-pro-image",
    serves="google/gemini-3-pro-image",
    aliases=("google/gemini-3-pro-T2I",),
    method="POST",
    path="/v2/image/gemini-3/generate",
    base_url=_HOST,
    key_header=_KEY,
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Param("prompt", Field.prompt, Text(), required=True),
        RatioTier(
            "aspect_ratio",
            GEMINI_RATIOS,
            "image_size",
            ("1K", "2K", "4K"),
            pixels=GEMINI_3_PRO_PIXELS,
            default={"aspect_ratio": "1:1", "image_size": "1K"},
            nullable=True,
            note="the pixels are Google's; Relay states none",
        ),
        Model(
            "model", optional=True, nullable=True, note="newer than the seed, the default of this route", source=_CLIENT
        ),
        Pictures(
            "images",
            (Image("base64", "data"),),
            min=1,
            max=14,
            nullable=True,
            note="newer than the seed; of the models on this route only this one takes it",
            source=_PAGE,
        ),
        Slots(
            "image",
            part=Image("base64", "data"),
            nullable=True,
            read_only=True,
            note="newer than the seed; a second spelling of one item in images, read and not written",
            source=_PAGE,
        ),
        *_INLINE,
    ),
    rules=(
        AtMost(("images", "image"), 1, "image and images exclude each other", source=_PAGE),
        *_WEBHOOK,
    ),
    note="we take the seed's id google/gemini-3-pro-T2I to name this model",
)

# ---- GPT Image

_GPT_SIZES = ("1024x1024", "1536x1024", "1024x1536")

GPT_IMAGE_1_5_EDIT = Target(
    name="relaygpu/gpt-image-1.5:edit",
    model="openai/gpt-image-1.5-I2I",
    serves="openai/gpt-image-1.5",
    method="POST",
    path="/v2/image/gpt-image/edit",
    base_url=_HOST,
    key_header=_KEY,
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Param("prompt", Field.prompt, Text(max_length=32000), required=True, note="the length is newer", source=_PAGE),
        Slots("image", part=Image("base64"), required=True, note="one source image"),
        Param(
            "mask",
            Field.mask,
            Image("base64", edits="white"),
            nullable=True,
            note="white is edited here, while OpenAI edits what is transparent; how it is turned is not documented",
        ),
        SizeText(
            "size",
            _GPT_SIZES,
            default="1024x1024",
            nullable=True,
            note="the seed has no list for edits; the values are the client's",
            source=_CLIENT,
        ),
        Param(
            "quality",
            Field.quality,
            Quality("low", "medium", "high"),
            nullable=True,
            disputed="the seed has auto too, as the default; client 0.1.2 has no auto, and states no default",
            source=_CLIENT,
        ),
        Param("n", Field.n, Int(1, 4, round_down=True), default=1, nullable=True),
        Param("output_format", Field.output_format, OneOf("png", "jpeg", "webp"), nullable=True, source=_CLIENT),
        Param(
            "output_compression",
            Field.output_compression,
            Int(),
            nullable=True,
            note="no range is stated for edits",
            source=_CLIENT,
        ),
        *_INLINE,
    ),
    rules=_WEBHOOK,
    note="no field names the model; the seed answers with URLs, the newer docs with base64",
)

GPT_IMAGE_1_5 = Target(
    name="relaygpu/gpt-image-1.5",
    model="openai/gpt-image-1.5-T2I",
    serves="openai/gpt-image-1.5",
    method="POST",
    path="/v2/image/gpt-image/generate",
    base_url=_HOST,
    key_header=_KEY,
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Param(
            "prompt",
            Field.prompt,
            Text(min_length=1, max_length=32000),
            required=True,
            note="at most 4000 characters before 2026-09-22",
            source=_SCHEMA,
        ),
        SizeText(
            "size",
            _GPT_SIZES,
            default="1024x1024",
            nullable=True,
            disputed="the seed has auto too; the newer schema does not",
            source=_SCHEMA,
        ),
        Param(
            "quality",
            Field.quality,
            Quality("low", "medium", "high"),
            default="medium",
            nullable=True,
            disputed="the seed has auto too, as the default; the newer schema has no auto, and medium as the default",
            source=_SCHEMA,
        ),
        Param("n", Field.n, Int(1, 4, round_down=True), default=1, nullable=True),
        Param(
            "output_format",
            Field.output_format,
            OneOf("png", "jpeg", "webp"),
            default="png",
            nullable=True,
            source=_SCHEMA,
        ),
        Param(
            "output_compression",
            Field.output_compression,
            Int(0, 100),
            default=100,
            nullable=True,
            note="whether it does anything to png is not stated",
            source=_SCHEMA,
        ),
        *_INLINE,
    ),
    rules=_WEBHOOK,
    operations={"edit": GPT_IMAGE_1_5_EDIT},
    unknown="refused",
    note="no field names the model; the seed answers with URLs, the newer schema with base64",
)

# ---- Qwen

QWEN_IMAGE_EDIT = Target(
    name="relaygpu/qwen-image-edit",
    model="Qwen/qwen-image-edit",
    method="POST",
    path="/v2/image/qwen/edit",
    base_url=_HOST,
    key_header=_KEY,
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Param("prompt", Field.prompt, Text(min_length=1), required=True),
        Slots("image", part=Image("url", "base64"), required=True, note="one source image"),
        SizeText("size", Grid(), default="1024x1024", nullable=True, note="the maker's limits hold, Relay states none"),
        Param("seed", Field.seed, Int(), nullable=True),
        _MODEL,
        *_LINKS,
    ),
    rules=_WEBHOOK,
    unknown="refused",
    note="live on 2026-10-06, but gone from the models of client 0.1.2: perhaps no longer served",
)

QWEN_IMAGE = QWEN_IMAGE_EDIT.but(
    model="Qwen/qwen-image",
    name="relaygpu/qwen-image",
    path="/v2/image/qwen/generate",
    without=("image",),
    operations={"edit": QWEN_IMAGE_EDIT},
)

TARGETS: tuple[Target, ...] = (
    STABLE_DIFFUSION,
    FLUX_2_PRO,
    GEMINI_3_PRO_IMAGE,
    GPT_IMAGE_1_5,
    GPT_IMAGE_1_5_EDIT,
    QWEN_IMAGE,
    QWEN_IMAGE_EDIT,
)

ENVELOPE: Target | None = None
