"""Wan, and Qwen-Image once more, on the route that takes a prompt."""

from __future__ import annotations

from imgparams.providers.qwen.messages import (
    ASYNC,
    CHECKED,
    EXTEND,
    FOUR,
    HOST,
    KEY,
    ONE,
    QWEN_DOCS,
    QWEN_IMAGE_SIZES,
    SEED,
    URLS,
    WATERMARK,
)
from imgparams.providers.qwen.wan import WAN_2_5_MEASURED_SIZES, WAN_2_5_SIZES, WAN_DOCS
from imgparams.tables import (
    Field,
    Grid,
    Int,
    Model,
    Pairs,
    Param,
    SizeText,
    Target,
    Text,
)

_TEXT2IMAGE = "/api/v1/services/aigc/text2image/image-synthesis"
WAN_2_2_SIZES = Grid(Int(512, 1440))
WANX_2_0_SIZES = Pairs(("768x768", "576x1024", "1024x576", "1024x1024", "720x1280", "1280x720", "864x1152", "1152x864"))

TEXT2IMAGE = Target(
    name="qwen/text2image",
    method="POST",
    path=_TEXT2IMAGE,
    base_url=HOST,
    key_header=KEY,
    docs=WAN_DOCS,
    checked=CHECKED,
    rows=(
        ASYNC,
        Model("model"),
        Param("input.prompt", Field.prompt, Text(), required=True),
        Param("input.negative_prompt", Field.negative_prompt, Text(max_length=500)),
        SizeText("parameters.size", Grid(), separator="*", note="limits depend on the model"),
        Param("parameters.n", Field.n, Int(1, 4, round_down=True), note="the default is 4 for Wan, 1 for Qwen-Image"),
        SEED,
        EXTEND,
        WATERMARK,
        URLS,
    ),
    note="for any model, without any model's limits",
)

WAN_2_5_T2I_PREVIEW = TEXT2IMAGE.but(
    SizeText(
        "parameters.size",
        WAN_2_5_SIZES,
        separator="*",
        default="1280*1280",
        disputed_to=WAN_2_5_MEASURED_SIZES,
        disputed="older copies of the page, and the server's error for wan2.6-t2i, say 589,824 to 2,073,600 pixels; "
        "one program got pictures of 864*1536",
    ),
    FOUR,
    model="wan2.5-t2i-preview",
    serves="alibaba/wan2.5-t2i-preview",
    domains={"input.prompt": Text(max_length=2000)},
    status="preview",
    note="",
)

WAN_2_2_T2I_PLUS = TEXT2IMAGE.but(
    SizeText(
        "parameters.size",
        WAN_2_2_SIZES,
        separator="*",
        default="1024*1024",
        note="the default of the family, not confirmed for every model",
    ),
    FOUR,
    model="wan2.2-t2i-plus",
    serves="alibaba/wan2.2-t2i-plus",
    domains={"input.prompt": Text(max_length=500)},
    note="",
)
WAN_2_2_T2I_FLASH = WAN_2_2_T2I_PLUS.but(model="wan2.2-t2i-flash", serves="alibaba/wan2.2-t2i-flash")
WAN_2_1_T2I_PLUS = WAN_2_2_T2I_PLUS.but(
    model="wan2.1-t2i-plus", serves="alibaba/wan2.1-t2i-plus", aliases=("wanx2.1-t2i-plus",)
)
WAN_2_1_T2I_TURBO = WAN_2_2_T2I_PLUS.but(
    model="wan2.1-t2i-turbo", serves="alibaba/wan2.1-t2i-turbo", aliases=("wanx2.1-t2i-turbo",)
)
WANX_2_0_T2I_TURBO = WAN_2_2_T2I_PLUS.but(
    SizeText(
        "parameters.size",
        WANX_2_0_SIZES,
        separator="*",
        default="1024*1024",
        note="the default of the family, not confirmed for every model",
        source="a program's recorded answer, 2026-09: the eight sizes that its error lists",
        disputed_to=WAN_2_2_SIZES,
        disputed="the page has 512 to 1440 a side, the server's error lists eight sizes",
    ),
    model="wanx2.0-t2i-turbo",
    serves="alibaba/wanx2.0-t2i-turbo",
    domains={"input.prompt": Text(max_length=800)},
)

TEXT2IMAGE_QWEN_IMAGE = TEXT2IMAGE.but(
    SizeText("parameters.size", QWEN_IMAGE_SIZES, separator="*", disputed="the default: as in qwen/qwen-image"),
    ONE,
    name="qwen/text2image/qwen-image",
    model="qwen-image",
    domains={"input.prompt": Text(max_length=800)},
    docs=QWEN_DOCS,
    note="",
)
TEXT2IMAGE_QWEN_IMAGE_PLUS = TEXT2IMAGE_QWEN_IMAGE.but(
    name="qwen/text2image/qwen-image-plus", model="qwen-image-plus", serves="alibaba/qwen-image-plus"
)

TARGETS: tuple[Target, ...] = (
    TEXT2IMAGE,
    WAN_2_5_T2I_PREVIEW,
    WAN_2_2_T2I_PLUS,
    WAN_2_2_T2I_FLASH,
    WAN_2_1_T2I_PLUS,
    WAN_2_1_T2I_TURBO,
    WANX_2_0_T2I_TURBO,
    TEXT2IMAGE_QWEN_IMAGE,
    TEXT2IMAGE_QWEN_IMAGE_PLUS,
)
