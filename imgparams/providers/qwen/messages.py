"""Qwen-Image, Z-Image and Wan by messages: one message whose content mixes texts and pictures."""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    TEXT,
    Area,
    Const,
    Content,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Json,
    ListOf,
    Model,
    Native,
    Not,
    OneOf,
    Pairs,
    Param,
    Part,
    PixelText,
    Record,
    Rule,
    ShapeWords,
    Sizes,
    SizeText,
    Target,
    Text,
    TextPart,
)

HOST = "https://dashscope-intl.aliyuncs.com"  # Singapore; keys and hosts of other regions differ
KEY = "Authorization: Bearer {key}"
CHECKED = "2026-11-29"
QWEN_DOCS = "https://www.alibabacloud.com/help/en/model-studio/qwen-image-api"
_PLATFORM_DOCS = "https://platform.qianwenai.com/docs"
WAN_DOCS = "https://www.alibabacloud.com/help/en/model-studio/2862677"
_WAN_IMAGE_DOCS = "https://www.alibabacloud.com/help/en/model-studio/wan-image-generation-api-reference"
_MULTIMODAL = "/api/v1/services/aigc/multimodal-generation/generation"
_IMAGE_GENERATION = "/api/v1/services/aigc/image-generation/generation"
_LIMITS = "cluely/unmodel, 2026-08-13"
_NODES = "Comfy-Org/embedded-docs, 2026-08-22"
_PLATFORM = "platform.qianwenai.com, 2026-09-18"
_PAGE_3 = "Model Studio, Qwen image generation, 2026-10-12"
_RUNWARE = "Runware's pages of Qwen-Image-2.1, 2026-10-09"
_LEGACY = "among the legacy models since 2026-09-02, without an end date"

_CONTENT = "input.messages[0].content"
_TEXT_800 = TextPart(Field.prompt, {"text": TEXT}, Text(min_length=1, max_length=800))
_TEXT_2100 = TextPart(Field.prompt, {"text": TEXT}, Text(min_length=1, max_length=2100))
_TEXT_5000 = TextPart(Field.prompt, {"text": TEXT}, Text(min_length=1, max_length=5000))
_TEXT = TextPart(Field.prompt, {"text": TEXT}, Text(min_length=1))
_IMAGE = Part(Image("url", "data"), {"image": HOLE})
_WITH_IMAGES = Not(ListOf(Record({"text": Text()})))  # a list with more than texts

#: width by height, or the reverse; for all models of the first generation
QWEN_IMAGE_SIZES = Pairs(("1664x928", "1472x1104", "1328x1328", "1104x1472", "928x1664"))
QWEN_IMAGE_2_SIZES = Grid(area=(262144, 4194304))
QWEN_IMAGE_3_SIZES = Grid(area=(262144, 4194304), ratio=("1:8", "8:1"))
QWEN_IMAGE_EDIT_SIZES = Grid(Int(512, 2048, multiple_of=16))
WAN_2_5_SIZES = Grid(area=(1638400, 2073600), ratio=("1:4", "4:1"))
WAN_2_6_ADVISED = Pairs(("1104x1472", "1472x1104", "960x1696", "1696x960"))
WAN_2_7_SIZES = Grid(area=(589824, 4194304), ratio=("1:8", "8:1"))
WAN_2_7_PRO_SIZES = Grid(area=(589824, 16777216), ratio=("1:8", "8:1"))

ONE = Param("parameters.n", Field.n, Int(1, 1, round_down=True), default=1)
_SIX = Param("parameters.n", Field.n, Int(1, 6, round_down=True), default=1)
FOUR = Param("parameters.n", Field.n, Int(1, 4, round_down=True), default=4)
SEED = Param("parameters.seed", Field.seed, Int(0, 2147483647), note="random by default")
EXTEND = Native("parameters.prompt_extend", Flag(), default=True, note="rewrites the prompt")
WATERMARK = Native("parameters.watermark", Flag(), default=False, note="a visible mark at the lower right")
URLS = Fixed(Field.delivery, "url", note="for 24 hours")
ASYNC = Const(
    "header:X-DashScope-Async", "enable", optional=True, note="these routes need it; the answer is a task to poll"
)

# ---- Qwen-Image

MULTIMODAL_GENERATION = Target(
    name="qwen/multimodal-generation",
    method="POST",
    path=_MULTIMODAL,
    base_url=HOST,
    key_header=KEY,
    docs=_PLATFORM_DOCS,
    checked=CHECKED,
    rows=(
        Model("model"),
        Const("input.messages[0].role", "user", note="exactly one message"),
        Content(
            _CONTENT,
            (_IMAGE, _TEXT),
            requires=(Field.prompt,),
            note="pictures with sides of 384 to 3072, at most 10 MB",
        ),
        SizeText("parameters.size", Grid(), separator="*", auto="auto", note="which, depends on the model"),
        Param("parameters.n", Field.n, Int(min=1, round_down=True)),
        SEED,
        Param(
            "parameters.negative_prompt",
            Field.negative_prompt,
            Text(max_length=500),
            accepts=Text(),
            note="longer text is truncated",
        ),
        Native("parameters.prompt_extend", Flag(), note="rewrites the prompt"),
        WATERMARK,
        Native("parameters.result_format", OneOf("message"), source="the vendor's samples for its SDK"),
        URLS,
    ),
    note="for any model, without any model's limits",
)

QWEN_IMAGE_EDIT = MULTIMODAL_GENERATION.but(
    Content(_CONTENT, (_IMAGE, _TEXT_800), max=3, requires=(Field.references, Field.prompt)),
    ONE,
    EXTEND,
    model="qwen-image-edit",
    serves="alibaba/qwen-image-edit",
    without=("parameters.size",),
    docs=QWEN_DOCS,
    note=f"takes no size; png; {_LEGACY}",
)

QWEN_IMAGE_EDIT_PLUS = QWEN_IMAGE_EDIT.but(
    SizeText(
        "parameters.size",
        QWEN_IMAGE_EDIT_SIZES,
        separator="*",
        accepts=Grid(Int(512, 2048)),
        note="default: about 1024*1024 in the ratio of the last picture; other sides are rounded to multiples of 16",
    ),
    _SIX,
    model="qwen-image-edit-plus",
    aliases=("qwen-image-edit-plus-2025-10-30", "qwen-image-edit-plus-2025-12-15"),
    note=f"png; {_LEGACY}",
)

QWEN_IMAGE_EDIT_MAX = QWEN_IMAGE_EDIT_PLUS.but(
    model="qwen-image-edit-max", serves="alibaba/qwen-image-edit-max", aliases=("qwen-image-edit-max-2026-01-16",)
)

QWEN_IMAGE = MULTIMODAL_GENERATION.but(
    Content(_CONTENT, (_TEXT_800,), requires=(Field.prompt,)),
    SizeText(
        "parameters.size",
        QWEN_IMAGE_SIZES,
        separator="*",
        disputed_to=Pairs(("1472x1140", "1140x1472")),
        disputed="the default is 1664*928 in one place and 1328*1328 in another; older pages have 1472*1140 and "
        "1140*1472 for 1472*1104 and 1104*1472",
    ),
    ONE,
    EXTEND,
    model="qwen-image",
    docs=QWEN_DOCS,
    operations={"edit": QWEN_IMAGE_EDIT},
    note=f"png; {_LEGACY}",
)

QWEN_IMAGE_PLUS = QWEN_IMAGE.but(
    model="qwen-image-plus", serves="alibaba/qwen-image-plus", operations={"edit": QWEN_IMAGE_EDIT_PLUS}
)

QWEN_IMAGE_MAX = QWEN_IMAGE.but(
    model="qwen-image-max", serves="alibaba/qwen-image-max", operations={"edit": QWEN_IMAGE_EDIT_MAX}
)

QWEN_IMAGE_2_0 = MULTIMODAL_GENERATION.but(
    Content(_CONTENT, (_IMAGE, _TEXT_800), max=3, requires=(Field.prompt,)),
    SizeText(
        "parameters.size",
        QWEN_IMAGE_2_SIZES,
        separator="*",
        default="2048*2048",
        note="the page advises 2688*1536, 1536*2688, 2368*1728, 1728*2368, 2048*2048; no step is stated",
        source=_PLATFORM,
    ),
    _SIX,
    EXTEND,
    model="qwen-image-2.0",
    serves="alibaba/qwen-image-2.0",
    aliases=("qwen-image-2.0-2026-03-03",),
    note="",
)

QWEN_IMAGE_2_0_PRO = QWEN_IMAGE_2_0.but(
    model="qwen-image-2.0-pro",
    serves="alibaba/qwen-image-2.0-pro",
    aliases=("qwen-image-2.0-pro-2026-03-03", "qwen-image-2.0-pro-2026-04-22", "qwen-image-2.0-pro-2026-06-22"),
)

QWEN_IMAGE_3_0 = MULTIMODAL_GENERATION.but(
    Content(
        _CONTENT, (_IMAGE, _TEXT), max=3, requires=(Field.prompt,), note="the page advises at most 4,500 tokens of text"
    ),
    SizeText(
        "parameters.size",
        QWEN_IMAGE_3_SIZES,
        separator="*",
        auto="auto",
        source=_PAGE_3,
        disputed_to=Grid(area=(262144, 6553600), ratio=("1:8", "8:1")),
        disputed="the default is the model's choice or 2048*2048: the page says both; a node page and an error text "
        "allow up to 6,553,600 pixels",
    ),
    _SIX,
    EXTEND,
    Native("parameters.prompt_extend_mode", OneOf("direct", "agent"), source=_PLATFORM),
    Native("parameters.enable_thinking", Flag(), default=True, source=_PLATFORM),
    model="qwen-image-3.0",
    serves="alibaba/qwen-image-3.0",
    rules=(
        Rule(
            {"parameters.prompt_extend": OneOf(False)},
            {"parameters.enable_thinking": ABSENT},
            "enable_thinking is for prompt_extend true",
            effect="ignored",
            source=_PLATFORM,
        ),
    ),
    note="more than 2,250,000 pixels are charged as 2K",
)

QWEN_IMAGE_3_0_PRO = QWEN_IMAGE_3_0.but(model="qwen-image-3.0-pro", serves="alibaba/qwen-image-3.0-pro")

QWEN_IMAGE_2_1_TURBO = QWEN_IMAGE_3_0.but(
    Content(_CONTENT, (_IMAGE, _TEXT), max=10, requires=(Field.prompt,)),
    SizeText("parameters.size", QWEN_IMAGE_3_SIZES, separator="*", auto="auto", source=_PAGE_3),
    Native("parameters.prompt_extend_mode", OneOf("direct", "agent"), source=_RUNWARE),
    Native("parameters.enable_thinking", Flag(), source=_RUNWARE),
    model="qwen-image-2.1-turbo",
    serves="alibaba/qwen-image-2.1-turbo",
    rules=(
        Rule(
            ({"parameters.prompt_extend_mode": PRESENT}, {"parameters.enable_thinking": PRESENT}),
            {"parameters.prompt_extend_mode": ABSENT, "parameters.enable_thinking": ABSENT},
            "Runware gives both 2.1 models prompt_extend_mode and enable_thinking; another client sends neither",
            effect="disputed",
            source=_RUNWARE,
        ),
    ),
    note="",
)
#: a client's text says that a negative prompt may give an error
QWEN_IMAGE_2_1_PRO = QWEN_IMAGE_2_1_TURBO.but(
    model="qwen-image-2.1-pro", serves="alibaba/qwen-image-2.1-pro", without=("parameters.negative_prompt",)
)

Z_IMAGE_TURBO = MULTIMODAL_GENERATION.but(
    Content(_CONTENT, (_TEXT,), requires=(Field.prompt,)),
    SizeText("parameters.size", Grid(area=(512 * 512, 2048 * 2048)), separator="*"),
    Native("parameters.prompt_extend", Flag(), default=False, note="rewrites the prompt"),
    Fixed(Field.n, 1),
    Fixed(Field.output_format, "png"),
    model="z-image-turbo",
    serves="alibaba/z-image-turbo",
    weights="https://huggingface.co/Tongyi-MAI/Z-Image-Turbo",
    without=("parameters.n", "parameters.negative_prompt", "parameters.watermark"),
    docs="https://www.alibabacloud.com/help/en/model-studio/z-image-api-reference",
)

# ---- Wan by messages

WAN_2_6_T2I = MULTIMODAL_GENERATION.but(
    Content(_CONTENT, (_TEXT_2100,), requires=(Field.prompt,)),
    Sizes(
        (
            PixelText("parameters.size", WAN_2_5_SIZES, separator="*"),
            PixelText("parameters.size", WAN_2_6_ADVISED, separator="*"),
        ),
        default={"parameters.size": "1280*1280"},
        note="the page advises 1280*1280, and four sizes slightly below the least area it states",
        disputed_to=Grid(area=(589824, 2073600), ratio=("1:4", "4:1")),
        disputed="a copy of the page has 768*768 as the least area",
    ),
    FOUR,
    EXTEND,
    ASYNC,
    model="wan2.6-t2i",
    serves="alibaba/wan2.6-t2i",
    path=_IMAGE_GENERATION,
    docs=WAN_DOCS,
    note="qwen/multimodal-generation/wan2.6-t2i answers at once",
)

MULTIMODAL_WAN_2_6_T2I = WAN_2_6_T2I.but(
    name="qwen/multimodal-generation/wan2.6-t2i",
    serves="alibaba/wan2.6-t2i",
    path=_MULTIMODAL,
    docs=_PLATFORM_DOCS,
    without=("header:X-DashScope-Async",),
    note="",
)

WAN_2_6_IMAGE = MULTIMODAL_GENERATION.but(
    Content(
        _CONTENT,
        (_IMAGE, _TEXT),
        max=4,
        requires=(Field.prompt,),
        note="1 to 4 pictures; whether interleaved text needs one is not stated, so none is required",
        source=_LIMITS,
    ),
    Sizes(
        (PixelText("parameters.size", Grid(), separator="*"), ShapeWords(tier="parameters.size", tiers=("1K",))),
        open=True,
        note="a tier word such as 1K, or pixels; neither list nor limits are stated",
        source=_NODES,
    ),
    EXTEND,
    Native("parameters.enable_interleave", Flag(), note="text and pictures mixed in the answer", source=_NODES),
    ASYNC,
    model="wan2.6-image",
    serves="alibaba/wan2.6-image",
    path=_IMAGE_GENERATION,
    docs=_WAN_IMAGE_DOCS,
    note="no range of n is stated",
)

WAN_2_7_IMAGE = MULTIMODAL_GENERATION.but(
    Content(
        _CONTENT,
        (_IMAGE, _TEXT_5000),
        max=9,
        requires=(Field.prompt,),
        note="pictures with sides of 240 to 8000, at most 20 MB",
        source=_LIMITS,
    ),
    Sizes(
        (
            PixelText("parameters.size", WAN_2_7_SIZES, separator="*"),
            ShapeWords(tier="parameters.size", tiers=("1K", "2K")),
        ),
        default={"parameters.size": "2K"},
        note="768*768 to 2048*2048 pixels; a tier without a picture gives a square",
        source="a gateway's document, checked against the vendor's pages on 2026-10-07",
    ),
    Param(
        "parameters.n",
        Field.n,
        Int(1, 12, round_down=True),
        default=12,
        default_when={"parameters.enable_sequential": OneOf(True)},
        note="the default without enable_sequential is not stated",
        source=_LIMITS,
    ),
    Native("parameters.enable_sequential", Flag(), default=False, note="pictures that belong together", source=_LIMITS),
    Native("parameters.thinking_mode", Flag(), default=True, source=_LIMITS),
    Native(
        "parameters.color_palette",
        ListOf(Record((), open=True)),
        note="3 to 10 colours, each with its share",
        source=_LIMITS,
    ),
    Native("parameters.bbox_list", ListOf(Json()), note="regions to change", source="skills.sh aliyun-wan-image, 2026"),
    ASYNC,
    model="wan2.7-image",
    serves="alibaba/wan2.7-image",
    path=_IMAGE_GENERATION,
    docs=_WAN_IMAGE_DOCS,
    without=("parameters.negative_prompt", "parameters.prompt_extend"),
    rules=(
        Rule(
            {"parameters.enable_sequential": OneOf(False)},
            {"parameters.n": Int(1, 4)},
            "more than four pictures need enable_sequential",
            source=_LIMITS,
        ),
        Rule(
            {"parameters.enable_sequential": OneOf(True)},
            {"parameters.thinking_mode": ABSENT},
            "thinking_mode has no effect with enable_sequential",
            effect="ignored",
            source=_LIMITS,
        ),
        Rule(
            {_CONTENT: _WITH_IMAGES},
            {"parameters.thinking_mode": ABSENT},
            "thinking_mode is for text without pictures",
            effect="ignored",
            source=_LIMITS,
        ),
    ),
    note="",
)

WAN_2_7_IMAGE_PRO = WAN_2_7_IMAGE.but(
    Sizes(
        (
            PixelText("parameters.size", WAN_2_7_PRO_SIZES, separator="*"),
            ShapeWords(tier="parameters.size", tiers=("1K", "2K", "4K")),
        ),
        default={"parameters.size": "2K"},
        note="768*768 to 4096*4096 pixels; a tier without a picture gives a square",
        source="a gateway's document, checked against the vendor's pages on 2026-10-07",
    ),
    model="wan2.7-image-pro",
    serves="alibaba/wan2.7-image-pro",
    rules=(
        Rule(
            {_CONTENT: _WITH_IMAGES},
            {"parameters.size": Not(OneOf("4K"))},
            "4K is for text without pictures",
            source=_LIMITS,
        ),
        Rule(
            {_CONTENT: _WITH_IMAGES},
            {"parameters.size": Area(max=4194304)},
            "more than 2048*2048 pixels are for text without pictures",
            source=_LIMITS,
        ),
    ),
)

MULTIMODAL_WAN_2_7_IMAGE = WAN_2_7_IMAGE.but(
    name="qwen/multimodal-generation/wan2.7-image",
    serves="alibaba/wan2.7-image",
    path=_MULTIMODAL,
    without=("header:X-DashScope-Async",),
)
MULTIMODAL_WAN_2_7_IMAGE_PRO = WAN_2_7_IMAGE_PRO.but(
    name="qwen/multimodal-generation/wan2.7-image-pro",
    serves="alibaba/wan2.7-image-pro",
    path=_MULTIMODAL,
    without=("header:X-DashScope-Async",),
)

TARGETS: tuple[Target, ...] = (
    MULTIMODAL_GENERATION,
    QWEN_IMAGE,
    QWEN_IMAGE_PLUS,
    QWEN_IMAGE_MAX,
    QWEN_IMAGE_2_0,
    QWEN_IMAGE_2_0_PRO,
    QWEN_IMAGE_3_0,
    QWEN_IMAGE_3_0_PRO,
    QWEN_IMAGE_2_1_TURBO,
    QWEN_IMAGE_2_1_PRO,
    QWEN_IMAGE_EDIT,
    QWEN_IMAGE_EDIT_PLUS,
    QWEN_IMAGE_EDIT_MAX,
    Z_IMAGE_TURBO,
    WAN_2_6_T2I,
    MULTIMODAL_WAN_2_6_T2I,
    WAN_2_6_IMAGE,
    WAN_2_7_IMAGE,
    WAN_2_7_IMAGE_PRO,
    MULTIMODAL_WAN_2_7_IMAGE,
    MULTIMODAL_WAN_2_7_IMAGE_PRO,
)
