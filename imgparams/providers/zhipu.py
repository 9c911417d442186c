"""Zhipu (Z.AI): one OpenAI-like route for GLM-Image and CogView, and one for GLM-Image that answers with a task.

Sources: the vendor's OpenAPI pages of image generation on docs.bigmodel.cn and docs.z.ai, of both routes, 2026; its
packages zai-sdk 0.2.3 (PyPI) and, by third parties, zai-rs 0.6.0; model-bank (npm) and huggingface_hub 2.4.0, 2026-11.

Unknown fields are ignored, by use: huggingface_hub sends seeds, steps and more with its calls as they were given; the
vendor states nothing. There is no seed, no negative prompt and no picture to send.

The recommended sizes are some of the legal ones: 1280x1280, 1568x1056, 1472x1088 and 1728x960 for GLM-Image,
1024x1024, 864x1152, 768x1344 and 720x1440 for CogView, and their transposes.

Open: the length of a prompt (an older version of a Rust client had 4000 characters, the newer has none); whether sides
between the steps are refused or rounded; whether the watermark is there by default. The host is the one in China;
api.z.ai has glm-image and cogview-4-250304 under the same paths.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    PRESENT,
    Field,
    Fixed,
    Flag,
    Grid,
    Int,
    Json,
    Model,
    Native,
    OneOf,
    Param,
    Quality,
    Rule,
    SizeText,
    Target,
    Text,
)

_SDK = "zai-sdk 0.2.3"
COGVIEW_4 = Target(
    name="zhipu/cogview-4",
    model="cogview-4",
    aliases=("cogview-4-250304", "cogView-4-250304"),  # the second in many programs of 2025 and 2026
    serves="zhipu/cogview-4",
    weights="https://huggingface.co/zai-org/CogView4-6B",
    method="POST",
    path="/api/paas/v4/images/generations",
    base_url="https://open.bigmodel.cn",
    key_header="Authorization: Bearer {key}",
    docs="https://docs.bigmodel.cn/api-reference/模型-api/图像生成",
    checked="2026-11-29",
    unknown="ignored",
    rows=(
        Model("model"),
        Param("prompt", Field.prompt, Text(), required=True),
        Param("quality", Field.quality, Quality(medium="standard", high="hd"), default="standard"),
        SizeText("size", Grid(Int(512, 2048, multiple_of=16), area=(1, 2**21)), default="1024x1024"),
        Native("watermark_enabled", Flag(), note="false only for accounts that signed a waiver"),
        Param("user_id", Field.user, Text(min_length=6, max_length=128)),
        Native("n", Int(1), source=_SDK),
        Native("response_format", Text(), source=_SDK),
        Native("style", Text(), source=_SDK),
        Native("sensitive_word_check", Json(), note="an object", source=_SDK),
        Native("request_id", Text(), source=_SDK),
        Fixed(Field.n, 1, note="the answer holds one picture"),
        Fixed(Field.delivery, "url", note="for 30 days"),
    ),
    rules=(
        Rule(
            {"model": PRESENT},
            {"n": ABSENT, "response_format": ABSENT, "style": ABSENT},
            "in the vendor's package for Python, not on its pages",
            effect="disputed",
            source=_SDK,
        ),
    ),
)
COGVIEW_3_FLASH = COGVIEW_4.but(
    Param(
        "quality",
        Field.quality,
        Quality(medium="standard", high="hd"),
        default="standard",
        disputed="an older form of the page has it for cogview-4-250304 only",
    ),
    model="cogview-3-flash",
    serves="zhipu/cogview-3-flash",
    note="free of charge",
)

GLM_IMAGE = COGVIEW_4.but(
    Param(
        "quality",
        Field.quality,
        Quality(high="hd"),
        default="hd",
        disputed_to=OneOf("standard"),
        disputed="hd only for this model on the page in Chinese, both words without a model on the one in English",
    ),
    SizeText(
        "size",
        Grid(Int(960, 2048, multiple_of=32), area=(1, 2**22)),
        default="1280x1280",
        note="960 is a side of the recommended 1728x960, though both pages have 1024 as the least",
        disputed_to=Grid(Int(multiple_of=32), area=(1, 2**22)),
        disputed="sides of 1024 to 2048 are advice on the page in Chinese, a limit on the one in English",
    ),
    model="glm-image",
    serves="zhipu/glm-image",
    weights="https://huggingface.co/zai-org/GLM-Image",
)
GLM_IMAGE_ASYNC = GLM_IMAGE.but(
    Param("quality", Field.quality, Quality(high="hd"), default="hd"),
    name="zhipu/glm-image/async",
    only=("model", "prompt", "quality", "size", "watermark_enabled", "user_id", "n", "delivery"),
    path="/api/paas/v4/async/images/generations",
    docs="https://docs.z.ai/api-reference/image/generate-image-async",
    serves="zhipu/glm-image",
    weights="https://huggingface.co/zai-org/GLM-Image",
    note="the answer is a task to poll",
)

TARGETS: tuple[Target, ...] = (GLM_IMAGE, GLM_IMAGE_ASYNC, COGVIEW_4, COGVIEW_3_FLASH)
ENVELOPE: Target | None = None
