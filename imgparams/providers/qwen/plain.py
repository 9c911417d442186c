"""Qwen-Image on the route that has the shape of OpenAI's, at a workspace's own host; and Wan 2.5's editing."""

from __future__ import annotations

from imgparams.providers.qwen.messages import (
    ASYNC,
    CHECKED,
    EXTEND,
    HOST,
    KEY,
    MODES_3,
    QWEN_3_DOCS,
    QWEN_IMAGE_3_SIZES,
    SEED,
    URLS,
    WATERMARK,
)
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Count,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    Model,
    Native,
    Not,
    OneOf,
    Param,
    Pictures,
    Rule,
    SizeText,
    Target,
    Text,
)

_PICTURE = (Image("url", "data"),)

# ---- the route of OpenAI's shape

COMPATIBLE_QWEN_IMAGE_3_0 = Target(
    name="qwen/compatible-mode/qwen-image-3.0",
    model="qwen-image-3.0",
    serves="alibaba/qwen-image-3.0",
    method="POST",
    path="/compatible-mode/v1/images/generations",
    base_url="https://{workspace}.{region}.maas.aliyuncs.com",
    key_header=KEY,
    docs=QWEN_3_DOCS,
    checked=CHECKED,
    rows=(
        Model("model"),
        Param("prompt", Field.prompt, Text(), required=True),
        Pictures("image", _PICTURE, max=3, bare=True),
        SizeText(
            "size",
            QWEN_IMAGE_3_SIZES,
            auto="auto",
            note="with an x between the sides, unlike the other routes",
            source=MODES_3,
        ),
        Param("n", Field.n, Int(1, 6, round_down=True), default=1),
        Param("negative_prompt", Field.negative_prompt, Text()),
        Param("seed", Field.seed, Int(0, 2147483647)),
        Native("prompt_extend", Flag(), default=True, note="rewrites the prompt"),
        Native("prompt_extend_mode", OneOf("direct", "agent"), default="direct", source=MODES_3),
        Native("enable_thinking", Flag(), default=True, source=MODES_3),
        Native("watermark", Flag(), default=False, source=MODES_3),
        Native("response_format", OneOf("url", "b64_json")),
        URLS,
    ),
    rules=(
        Rule(
            {"image": PRESENT},
            {"prompt_extend_mode": Not(OneOf("agent"))},
            "agent is for text without pictures; with one the vendor answers 400",
            source=MODES_3,
        ),
        Rule(
            {"prompt_extend": OneOf(False)},
            {"enable_thinking": ABSENT},
            "enable_thinking is for prompt_extend true",
            effect="ignored",
            source=MODES_3,
        ),
        Rule(
            {"response_format": OneOf("b64_json")},
            {"response_format": ABSENT},
            "the answer is always a URL",
            effect="ignored",
            source="a gateway's document, checked against the vendor's pages on 2026-10-07",
        ),
    ),
    note="only at the host of a workspace; the shared host answers 404 or url error",
)
COMPATIBLE_QWEN_IMAGE_3_0_PRO = COMPATIBLE_QWEN_IMAGE_3_0.but(
    name="qwen/compatible-mode/qwen-image-3.0-pro", model="qwen-image-3.0-pro", serves="alibaba/qwen-image-3.0-pro"
)
COMPATIBLE_QWEN_IMAGE_2_1_PRO = COMPATIBLE_QWEN_IMAGE_3_0.but(
    Pictures("image", _PICTURE, max=10, bare=True),
    name="qwen/compatible-mode/qwen-image-2.1-pro",
    model="qwen-image-2.1-pro",
    serves="alibaba/qwen-image-2.1-pro",
    without=("negative_prompt", "prompt_extend_mode", "enable_thinking"),
)

# ---- Wan 2.5, editing

WAN_2_5_I2I_PREVIEW = Target(
    name="qwen/wan2.5-i2i-preview",
    model="wan2.5-i2i-preview",
    serves="alibaba/wan2.5-i2i-preview",
    method="POST",
    path="/api/v1/services/aigc/image2image/image-synthesis",
    base_url=HOST,
    key_header=KEY,
    docs="https://www.alibabacloud.com/help/en/doc-detail/2982258.html",
    checked=CHECKED,
    rows=(
        ASYNC,
        Model("model"),
        Param("input.prompt", Field.prompt, Text(max_length=2000), required=True),
        Pictures("input.images", _PICTURE, min=1, max=3, required=True),
        Param(
            "input.negative_prompt",
            Field.negative_prompt,
            Text(max_length=500),
            source="fal's page of wan-25-preview/image-to-image",
        ),
        SizeText(
            "parameters.size",
            Grid(area=(589824, 1638400), ratio=("1:4", "4:1")),
            separator="*",
            note="left out, 1,638,400 pixels in the ratio of the last picture",
        ),
        Param("parameters.n", Field.n, Int(1, 4, round_down=True), default=1),
        SEED,
        WATERMARK,
        EXTEND,
        URLS,
    ),
    rules=(
        Rule(
            {"input.images": Count(3)},
            {"input.images": Count(max=2)},
            "the vendor's page merges up to three pictures; ComfyUI and resellers take two at most",
            effect="disputed",
            source="comfyui-embedded-docs 0.5.15; Model Studio, Wan2.5 image editing, 2026-02-05",
        ),
    ),
    status="preview",
)

TARGETS: tuple[Target, ...] = (
    COMPATIBLE_QWEN_IMAGE_3_0,
    COMPATIBLE_QWEN_IMAGE_3_0_PRO,
    COMPATIBLE_QWEN_IMAGE_2_1_PRO,
    WAN_2_5_I2I_PREVIEW,
)
