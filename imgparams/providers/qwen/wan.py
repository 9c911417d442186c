"""Wan by messages: text to image, edits, text and pictures mixed, and sets of pictures; on two routes each."""

from __future__ import annotations

from imgparams.providers.qwen.messages import (
    ASYNC,
    CONTENT,
    EXTEND,
    FOUR,
    IMAGE,
    IMAGE_GENERATION,
    MULTIMODAL,
    MULTIMODAL_GENERATION,
    PLATFORM_DOCS,
    RECHECKED,
    TEXT_ANY,
    WITH_IMAGES,
    WITHOUT_IMAGES,
)
from imgparams.tables import (
    ABSENT,
    PRESENT,
    TEXT,
    AnyOf,
    Area,
    Content,
    Count,
    Field,
    Flag,
    Grid,
    Int,
    Json,
    ListOf,
    Native,
    Not,
    OneOf,
    Pairs,
    Param,
    PixelText,
    Record,
    Rule,
    ShapeWords,
    Sizes,
    Target,
    Text,
    TextPart,
)

WAN_DOCS = "https://www.alibabacloud.com/help/en/model-studio/2862677"
_IMAGE_DOCS = "https://www.alibabacloud.com/help/en/model-studio/wan-image-generation-api-reference"
_EDIT_DOCS = "https://help.aliyun.com/en/model-studio/wan-image-generation-and-editing-api-reference"
_LIMITS = "cluely/unmodel, 2026-08-13"
_OPENAPI_2_6 = "platform.qianwenai.com, OpenAPI of Wan 2.6 image generation and editing"
_OPENAPI_2_7 = "platform.qianwenai.com, OpenAPI of Wan 2.7 image generation and editing, samples of 2026-03-31"
_MEASURED = "a program's recorded answer, 2026-10-06"

_TEXT_2100 = TextPart(Field.prompt, {"text": TEXT}, Text(min_length=1, max_length=2100))
_TEXT_5000 = TextPart(Field.prompt, {"text": TEXT}, Text(min_length=1, max_length=5000))

WAN_2_5_SIZES = Grid(area=(1638400, 2073600), ratio=("1:4", "4:1"))
#: the bound in the server's error text; the page has the narrower one
WAN_2_5_MEASURED_SIZES = Grid(area=(589824, 2073600), ratio=("1:4", "4:1"))
_ADVISED = Pairs(("1104x1472", "1472x1104", "960x1696", "1696x960"))
_WAN_2_6_IMAGE_SIZES = Grid(Int(16, multiple_of=16), area=(589824, 4194304), ratio=("1:4", "4:1"))
_WAN_2_7_SIZES = Grid(area=(589824, 4194304), ratio=("1:8", "8:1"))
_WAN_2_7_PRO_SIZES = Grid(area=(589824, 16777216), ratio=("1:8", "8:1"))

# ---- Wan 2.6

WAN_2_6_T2I = MULTIMODAL_GENERATION.but(
    Content(CONTENT, (_TEXT_2100,), requires=(Field.prompt,)),
    Sizes(
        (
            PixelText("parameters.size", WAN_2_5_SIZES, separator="*"),
            PixelText("parameters.size", _ADVISED, separator="*"),
        ),
        default={"parameters.size": "1280*1280"},
        note="the page advises 1280*1280, and four sizes slightly below the least area it states; the server's own "
        "bound is 589,824 to 2,073,600 pixels",
        disputed_to=WAN_2_5_MEASURED_SIZES,
        disputed="the server's error says 589,824 to 2,073,600 pixels, in several programs' records",
    ),
    FOUR,
    EXTEND,
    ASYNC,
    model="wan2.6-t2i",
    serves="alibaba/wan2.6-t2i",
    path=IMAGE_GENERATION,
    docs=WAN_DOCS,
    note="qwen/multimodal-generation/wan2.6-t2i answers at once",
)

MULTIMODAL_WAN_2_6_T2I = WAN_2_6_T2I.but(
    name="qwen/multimodal-generation/wan2.6-t2i",
    serves="alibaba/wan2.6-t2i",
    path=MULTIMODAL,
    docs=PLATFORM_DOCS,
    without=("header:X-DashScope-Async",),
    note="",
)

_SHORT_TEXTS = ListOf(Not(Record({"text": Text(min_length=2001)}, required=("text",), open=True)))
_NO_LONG_TEXT = AnyOf(_SHORT_TEXTS, Not(ListOf(Json())))

WAN_2_6_IMAGE = MULTIMODAL_GENERATION.but(
    Content(
        CONTENT,
        (IMAGE, TEXT_ANY),
        max=4,
        requires=(Field.prompt,),
        note="exactly one text; pictures with sides of 240 to 8000, at most 10 MB, PNG without transparency",
        source=_OPENAPI_2_6,
    ),
    Sizes(
        (
            PixelText("parameters.size", _WAN_2_6_IMAGE_SIZES, separator="*"),
            ShapeWords(tier="parameters.size", tiers=("1K", "2K")),
        ),
        default={"parameters.size": "1K"},
        default_when={"parameters.enable_interleave": ABSENT},
        note="1K and 2K keep the ratio of the last picture, with about 1280*1280 and 2048*2048 pixels; with "
        "enable_interleave the default is the picture's own size, at most 1280*1280; other sides come out as multiples "
        "of 16, at least in edits",
        source=_OPENAPI_2_6,
        accepts=Grid(area=(589824, 4194304), ratio=("1:4", "4:1")),
    ),
    Native(
        "parameters.enable_interleave",
        Flag(),
        default=False,
        note="text and pictures mixed in the answer; the only way without a picture",
        source=_OPENAPI_2_6,
    ),
    Param(
        "parameters.n",
        Field.n,
        Int(1, 4, round_down=True),
        default=4,
        default_when={"parameters.enable_interleave": OneOf(False)},
        default_else=1,
        note="1 with enable_interleave, where max_images counts",
        source=_OPENAPI_2_6,
    ),
    Native(
        "parameters.max_images",
        Int(1, 5),
        default=5,
        note="the most pictures in one mixed answer; there may be fewer",
        source=_OPENAPI_2_6,
    ),
    EXTEND,
    Native("parameters.stream", Flag(), default=False, note="not needed on this route", source=_OPENAPI_2_6),
    ASYNC,
    model="wan2.6-image",
    serves="alibaba/wan2.6-image",
    path=IMAGE_GENERATION,
    docs=_IMAGE_DOCS,
    checked=RECHECKED,
    rules=(
        Rule(
            {CONTENT: WITHOUT_IMAGES},
            {"parameters.enable_interleave": OneOf(True)},
            "without enable_interleave 1 to 4 pictures are required",
            source=_OPENAPI_2_6,
        ),
        Rule(
            {CONTENT: Count(min=3)},
            {"parameters.enable_interleave": OneOf(False)},
            "with enable_interleave at most one picture",
            source=_OPENAPI_2_6,
        ),
        Rule(
            {"parameters.enable_interleave": OneOf(True)},
            {"parameters.n": Int(1, 1)},
            "with enable_interleave n must be 1",
            source=_OPENAPI_2_6,
        ),
        Rule(
            {"parameters.enable_interleave": OneOf(True)},
            {"parameters.size": Area(max=1638400)},
            "with enable_interleave at most 1280*1280 pixels",
            source=_OPENAPI_2_6,
        ),
        Rule(
            {"parameters.enable_interleave": OneOf(True)},
            {"parameters.size": Not(OneOf("1K", "2K"))},
            "with enable_interleave the size is in pixels",
            source=f"{_OPENAPI_2_6}; a program's recorded answer: the size must be two numbers",
        ),
        Rule(
            {"parameters.enable_interleave": OneOf(False)},
            {"parameters.max_images": ABSENT},
            "max_images only counts with enable_interleave",
            effect="ignored",
            source=_OPENAPI_2_6,
        ),
        Rule(
            {"parameters.enable_interleave": OneOf(True)},
            {"parameters.prompt_extend": ABSENT},
            "prompt_extend has no effect with enable_interleave",
            effect="ignored",
            source=_OPENAPI_2_6,
        ),
        Rule(
            {CONTENT: Not(_SHORT_TEXTS)},
            {CONTENT: _NO_LONG_TEXT},
            "a text is cut after 2,000 characters",
            effect="altered",
            source=_OPENAPI_2_6,
        ),
    ),
    note="qwen/multimodal-generation/wan2.6-image answers at once",
)

MULTIMODAL_WAN_2_6_IMAGE = WAN_2_6_IMAGE.but(
    Native("header:X-DashScope-Sse", OneOf("enable"), source=_OPENAPI_2_6),
    Param("parameters.stream", Field.stream, Flag(), default=False, source=_OPENAPI_2_6),
    name="qwen/multimodal-generation/wan2.6-image",
    serves="alibaba/wan2.6-image",
    path=MULTIMODAL,
    without=("header:X-DashScope-Async",),
    rules=(
        Rule(
            {"parameters.enable_interleave": OneOf(True)},
            {"parameters.stream": OneOf(True), "header:X-DashScope-Sse": PRESENT},
            "enable_interleave needs stream and the header X-DashScope-Sse",
            source=f"{_OPENAPI_2_6}; a program's recorded answer: stream=False is not supported",
        ),
        Rule(
            {"parameters.enable_interleave": OneOf(False)},
            {"parameters.stream": OneOf(False)},
            "stream only counts with enable_interleave",
            effect="ignored",
            source="Model Studio, Wan 2.6 image generation and editing: a copy of the page of 2025-12-29",
        ),
    ),
    note="",
)

# ---- Wan 2.7

_SET_SIZES = (
    "in sets of pictures the page has no more than 2K or 2048*2048 pixels; the server's first check lets them pass"
)
WAN_2_7_IMAGE = MULTIMODAL_GENERATION.but(
    Content(
        CONTENT,
        (IMAGE, _TEXT_5000),
        max=9,
        requires=(Field.prompt,),
        note="pictures with sides of 240 to 8000, ratios of 1:8 to 8:1, at most 20 MB, PNG without transparency; a "
        "longer text is cut",
        source=_OPENAPI_2_7,
    ),
    Sizes(
        (
            PixelText("parameters.size", _WAN_2_7_SIZES, separator="*"),
            ShapeWords(tier="parameters.size", tiers=("1K", "2K")),
        ),
        default={"parameters.size": "2K"},
        note="768*768 to 2048*2048 pixels; a tier without a picture gives a square",
        source=_OPENAPI_2_7,
        disputed_to=_WAN_2_7_PRO_SIZES,
        disputed="the server's error says 589,824 to 16,777,216 pixels for this model too, and no source shows such a "
        "picture",
    ),
    Param(
        "parameters.n",
        Field.n,
        Int(1, 12, round_down=True),
        default=4,
        default_when={"parameters.enable_sequential": OneOf(False)},
        default_else=12,
        note="with enable_sequential only an upper limit",
        source=_OPENAPI_2_7,
        disputed="a third party's reading of the vendor's page (2026-08-06) has 1 as the default without "
        "enable_sequential",
    ),
    Native(
        "parameters.enable_sequential", Flag(), default=False, note="pictures that belong together", source=_OPENAPI_2_7
    ),
    Native("parameters.thinking_mode", Flag(), default=True, source=_OPENAPI_2_7),
    Native(
        "parameters.bbox_list",
        ListOf(ListOf(ListOf(Int(), min=4, max=4), max=2)),
        note="regions to change in pixels: a list for each picture, empty if it has none",
        source=_OPENAPI_2_7,
    ),
    Native(
        "parameters.color_palette",
        ListOf(Record({"hex": Text(), "ratio": Text()}, required=("hex", "ratio"), open=True), min=3, max=10),
        note="a share is a text such as 25.00%, and all together are 100.00%",
        source=_OPENAPI_2_7,
    ),
    ASYNC,
    model="wan2.7-image",
    serves="alibaba/wan2.7-image",
    path=IMAGE_GENERATION,
    docs=_EDIT_DOCS,
    checked=RECHECKED,
    without=("parameters.negative_prompt", "parameters.prompt_extend"),
    rules=(
        Rule(
            {"parameters.enable_sequential": OneOf(False)},
            {"parameters.n": Int(1, 4)},
            "more than four pictures need enable_sequential",
            source=_OPENAPI_2_7,
        ),
        Rule(
            {"parameters.enable_sequential": OneOf(True)},
            {"parameters.thinking_mode": ABSENT},
            "thinking_mode has no effect with enable_sequential",
            effect="ignored",
            source=_OPENAPI_2_7,
        ),
        Rule(
            {CONTENT: WITH_IMAGES},
            {"parameters.thinking_mode": ABSENT},
            "thinking_mode is for text without pictures",
            effect="ignored",
            source=_OPENAPI_2_7,
        ),
        Rule(
            (  # one text, and so many pictures
                {CONTENT: Count(1, 1), "parameters.bbox_list": Not(Count(0, 0))},
                {CONTENT: Count(2, 2), "parameters.bbox_list": Not(Count(1, 1))},
                {CONTENT: Count(3, 3), "parameters.bbox_list": Not(Count(2, 2))},
                {CONTENT: Count(4, 4), "parameters.bbox_list": Not(Count(3, 3))},
                {CONTENT: Count(5, 5), "parameters.bbox_list": Not(Count(4, 4))},
                {CONTENT: Count(6, 6), "parameters.bbox_list": Not(Count(5, 5))},
                {CONTENT: Count(7, 7), "parameters.bbox_list": Not(Count(6, 6))},
                {CONTENT: Count(8, 8), "parameters.bbox_list": Not(Count(7, 7))},
                {CONTENT: Count(9, 9), "parameters.bbox_list": Not(Count(8, 8))},
                {CONTENT: Count(10, 10), "parameters.bbox_list": Not(Count(9, 9))},
            ),
            {"parameters.bbox_list": ABSENT},
            "bbox_list must have one list for each picture",
            source=_OPENAPI_2_7,
        ),
        Rule(
            {"parameters.enable_sequential": OneOf(True)},
            {"parameters.color_palette": ABSENT},
            "color_palette is for requests without enable_sequential",
            effect="ignored",
            source=_OPENAPI_2_7,
        ),
        Rule(
            {CONTENT: WITH_IMAGES},
            {"parameters.size": Area(max=4194304)},
            "more than 2048*2048 pixels are for text without pictures",
            source=_OPENAPI_2_7,
        ),
        Rule(
            {"parameters.enable_sequential": OneOf(True)},
            {"parameters.size": Area(max=4194304)},
            _SET_SIZES,
            effect="disputed",
            source=_OPENAPI_2_7,
        ),
    ),
    note="",
)

WAN_2_7_IMAGE_PRO = WAN_2_7_IMAGE.but(
    Sizes(
        (
            PixelText("parameters.size", _WAN_2_7_PRO_SIZES, separator="*"),
            ShapeWords(tier="parameters.size", tiers=("1K", "2K", "4K")),
        ),
        default={"parameters.size": "2K"},
        note="768*768 to 4096*4096 pixels; a tier without a picture gives a square",
        source=_OPENAPI_2_7,
    ),
    model="wan2.7-image-pro",
    serves="alibaba/wan2.7-image-pro",
    rules=(
        Rule(
            {CONTENT: WITH_IMAGES},
            {"parameters.size": Not(OneOf("4K"))},
            "4K is for text without pictures",
            source=_OPENAPI_2_7,
        ),
        Rule(
            {"parameters.enable_sequential": OneOf(True)},
            {"parameters.size": Not(OneOf("4K"))},
            _SET_SIZES,
            effect="disputed",
            source=_OPENAPI_2_7,
        ),
    ),
)

MULTIMODAL_WAN_2_7_IMAGE = WAN_2_7_IMAGE.but(
    name="qwen/multimodal-generation/wan2.7-image",
    serves="alibaba/wan2.7-image",
    path=MULTIMODAL,
    without=("header:X-DashScope-Async",),
)
MULTIMODAL_WAN_2_7_IMAGE_PRO = WAN_2_7_IMAGE_PRO.but(
    name="qwen/multimodal-generation/wan2.7-image-pro",
    serves="alibaba/wan2.7-image-pro",
    path=MULTIMODAL,
    without=("header:X-DashScope-Async",),
)

TARGETS: tuple[Target, ...] = (
    WAN_2_6_T2I,
    MULTIMODAL_WAN_2_6_T2I,
    WAN_2_6_IMAGE,
    MULTIMODAL_WAN_2_6_IMAGE,
    WAN_2_7_IMAGE,
    WAN_2_7_IMAGE_PRO,
    MULTIMODAL_WAN_2_7_IMAGE,
    MULTIMODAL_WAN_2_7_IMAGE_PRO,
)
