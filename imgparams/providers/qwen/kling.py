"""Kling at Alibaba's platform, by messages; only in Beijing, and only with a task to poll."""

from __future__ import annotations

from imgparams.providers.qwen.messages import ASYNC, CONTENT, IMAGE_GENERATION, MULTIMODAL_GENERATION, RECHECKED
from imgparams.tables import (
    ABSENT,
    HOLE,
    TEXT,
    Content,
    Field,
    Fixed,
    Flag,
    Image,
    Int,
    ListOf,
    Native,
    OneOf,
    Param,
    Part,
    RatioTier,
    Record,
    Rule,
    Target,
    Text,
    TextPart,
    Total,
)

_DOCS = "https://help.aliyun.com/zh/model-studio/kling-image-generation-api-reference"
_OPENAPI = "platform.qianwenai.com, OpenAPI of Kling image generation, samples of 2026-03-27"
_RATIOS = ("16:9", "9:16", "1:1")
_IMAGE = Part(Image("url"), {"image": HOLE})
_TEXT = TextPart(Field.prompt, {"text": TEXT}, Text(min_length=1, max_length=2500))
_FORMS = (
    "exactly one text, refused if it is longer (a copy of the help page says that it is cut); JPEG or PNG without "
    "transparency, sides of 300 to 8000, ratios of 1:2.5 to 2.5:1, at most 10 MB"
)

KLING_V3 = MULTIMODAL_GENERATION.but(
    Content(
        CONTENT,
        (_IMAGE, _TEXT),
        max=1,
        requires=(Field.prompt,),
        note=f"{_FORMS}; the page has a single picture for this model",
    ),
    Native(
        "input.element_list",
        ListOf(Record({"element_id": Int()}, required=("element_id",), open=True), max=10),
        note="subjects to keep, from a list of ids",
        source=_OPENAPI,
    ),
    Param("parameters.n", Field.n, Int(1, 9, round_down=True), default=1),
    RatioTier(
        "parameters.aspect_ratio",
        _RATIOS,
        "parameters.resolution",
        {"1K": "1k", "2K": "2k"},
        default={"parameters.aspect_ratio": "16:9", "parameters.resolution": "1k"},
    ),
    Native("parameters.watermark", Flag(), default=False, note="the OpenAPI says that a second, marked picture comes"),
    Fixed(Field.output_format, "png"),
    Fixed(Field.delivery, "url", note="for 30 days"),
    ASYNC,
    name="qwen/kling-v3-image-generation",
    model="kling/kling-v3-image-generation",
    serves="kling/kling-v3",
    path=IMAGE_GENERATION,
    base_url="https://dashscope.aliyuncs.com",
    docs=_DOCS,
    checked=RECHECKED,
    without=(
        "parameters.size",
        "parameters.seed",
        "parameters.negative_prompt",
        "parameters.prompt_extend",
        "parameters.result_format",
    ),
    rules=(Total((CONTENT, "input.element_list"), 11, "at most 10 pictures and elements together, beside the text"),),
    note="",
)

KLING_V3_OMNI = KLING_V3.but(
    Content(CONTENT, (_IMAGE, _TEXT), max=10, requires=(Field.prompt,), note=_FORMS),
    Param(
        "parameters.n",
        Field.n,
        Int(1, 9, round_down=True),
        default=1,
        default_when={"parameters.result_type": OneOf("single")},
    ),
    Native("parameters.result_type", OneOf("single", "series"), default="single"),
    Native("parameters.series_amount", Int(2, 9), default=4),
    RatioTier(
        "parameters.aspect_ratio",
        _RATIOS,
        "parameters.resolution",
        {"1K": "1k", "2K": "2k", "4K": "4k"},
        default={"parameters.aspect_ratio": "16:9", "parameters.resolution": "1k"},
    ),
    name="qwen/kling-v3-omni-image-generation",
    model="kling/kling-v3-omni-image-generation",
    serves="kling/kling-v3-omni",
    rules=(
        Rule(
            {"parameters.result_type": OneOf("series")},
            {"parameters.n": ABSENT},
            "with a series n has no effect",
            effect="ignored",
        ),
        Rule(
            {"parameters.result_type": OneOf("single")},
            {"parameters.series_amount": ABSENT},
            "without a series series_amount has no effect",
            effect="ignored",
        ),
    ),
)

TARGETS: tuple[Target, ...] = (KLING_V3, KLING_V3_OMNI)
