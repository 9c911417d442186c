"""Stability's models on Bedrock."""

from __future__ import annotations

from imgparams.providers.bedrock.amazon import HOST, KEY
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Const,
    Field,
    Fixed,
    Image,
    Int,
    Native,
    Num,
    OneOf,
    Param,
    RatioTier,
    Rule,
    Slots,
    Target,
    Text,
)

CHECKED = "2026-11-29"
_SD3_5_DOCS = "https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html"
_CORE_DOCS = (
    "https://docs.aws.amazon.com/bedrock/latest/userguide/"
    "model-parameters-diffusion-stable-image-core-text-image-request-response.html"
)
_ULTRA_DOCS = (
    "https://docs.aws.amazon.com/bedrock/latest/userguide/"
    "model-parameters-diffusion-stable-ultra-text-image-request-response.html"
)

STABILITY_RATIOS = ("16:9", "1:1", "21:9", "2:3", "3:2", "4:5", "5:4", "9:16", "9:21")

# ---- Stability: the wires that all three have

STABILITY_TEXT = Text(max_length=10000)
STABILITY_SEED = Param(
    "seed", Field.seed, Int(0, 4294967294), unset=(0,), note="0, the default, means random, as at Stability"
)
STABILITY_FORMAT = Param("output_format", Field.output_format, OneOf("png", "jpeg", "webp"), default="png")
_MODE = "the page has a mode and programs send it; another client met a ValidationException, and it can be left out"
STABILITY_SIZE = RatioTier("aspect_ratio", STABILITY_RATIOS, default={"aspect_ratio": "1:1"})

SD3_5_LARGE_EDIT = Target(
    name="bedrock/stability.sd3-5-large-v1:0:edit",
    model="stability.sd3-5-large-v1:0",
    serves="stability/sd3.5-large",
    method="POST",
    path="/model/{model}/invoke",
    base_url=HOST,
    key_header=KEY,
    docs=_SD3_5_DOCS,
    checked=CHECKED,
    rows=(
        Param("prompt", Field.prompt, STABILITY_TEXT, required=True),
        Const("mode", "image-to-image"),
        Slots("image", part=Image("base64"), required=True, note="each side at least 64 pixels"),
        Param(
            "strength", Field.strength, Num(0, 1), required=True, note="1 keeps nothing of the image, as at Stability"
        ),
        STABILITY_SEED,
        STABILITY_FORMAT,
        Param("negative_prompt", Field.negative_prompt, STABILITY_TEXT),
        Fixed(Field.n, 1),
        Fixed(Field.delivery, "base64"),
    ),
    unknown="refused",
    note="aspect_ratio is for text to image only",
)
SD3_5_LARGE = Target(
    name="bedrock/stability.sd3-5-large-v1:0",
    model="stability.sd3-5-large-v1:0",
    serves="stability/sd3.5-large",
    method="POST",
    path="/model/{model}/invoke",
    base_url=HOST,
    key_header=KEY,
    docs=_SD3_5_DOCS,
    checked=CHECKED,
    rows=(
        Param("prompt", Field.prompt, STABILITY_TEXT, required=True),
        STABILITY_SIZE,
        Const("mode", "text-to-image", optional=True),
        STABILITY_SEED,
        STABILITY_FORMAT,
        Param("negative_prompt", Field.negative_prompt, STABILITY_TEXT),
        Fixed(Field.n, 1),
        Fixed(Field.delivery, "base64"),
        Fixed(Field.resolution, "1K", note="about one megapixel"),
    ),
    unknown="refused",
    operations={"edit": SD3_5_LARGE_EDIT},
)
STABLE_IMAGE_CORE = SD3_5_LARGE.but(
    Native("mode", OneOf("text-to-image")),
    model="stability.stable-image-core-v1:1",
    serves="stability/stable-image-core",
    docs=_CORE_DOCS,
    domains={"output_format": OneOf("png", "jpeg")},
    without=("resolution",),
    rules=(Rule({"mode": PRESENT}, {"mode": ABSENT}, _MODE, effect="disputed"),),
    operations={},
    note="the page's list calls the text `text_prompts`, its example sends `prompt`",
)
STABLE_IMAGE_ULTRA = STABLE_IMAGE_CORE.but(
    model="stability.stable-image-ultra-v1:1", serves="stability/stable-image-ultra", docs=_ULTRA_DOCS, note=""
)

TARGETS: tuple[Target, ...] = (
    SD3_5_LARGE,
    SD3_5_LARGE_EDIT,
    STABLE_IMAGE_CORE,
    STABLE_IMAGE_ULTRA,
)
