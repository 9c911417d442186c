"""Qwen-Image and Z-Image: one message whose content mixes texts and pictures. Wan and Kling are `.but` of this."""

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
    ListOf,
    Model,
    Native,
    Not,
    OneOf,
    Pairs,
    Param,
    Part,
    Record,
    Rule,
    SizeText,
    Target,
    Text,
    TextPart,
)

HOST = "https://dashscope-intl.aliyuncs.com"  # Singapore; keys and hosts of other regions differ
KEY = "Authorization: Bearer {key}"
CHECKED = "2026-11-29"
RECHECKED = "2026-12-01"
QWEN_3_DOCS = "https://www.alibabacloud.com/help/en/model-studio/qwen-image-generation-and-editing-api-reference"
QWEN_DOCS = "https://www.alibabacloud.com/help/en/model-studio/qwen-image-api"
PLATFORM_DOCS = "https://platform.qianwenai.com/docs"
MULTIMODAL = "/api/v1/services/aigc/multimodal-generation/generation"
IMAGE_GENERATION = "/api/v1/services/aigc/image-generation/generation"
_PLATFORM = "platform.qianwenai.com, 2026-09-18"
_PAGE_3 = "Model Studio, Qwen image generation, 2026-10-12"
MODES_3 = "Model Studio, Qwen image generation and editing 3.0: copies of the page, 2026-08 and 2026-09"
_MEASURED = "a program's recorded answer, 2026-10-06"
_RUNWARE = "Runware's pages of Qwen-Image-2.1, 2026-10-09"
_LEGACY = "among the legacy models since 2026-09-02, without an end date"

CONTENT = "input.messages[0].content"
_TEXT_800 = TextPart(Field.prompt, {"text": TEXT}, Text(min_length=1, max_length=800))
TEXT_ANY = TextPart(Field.prompt, {"text": TEXT}, Text(min_length=1))
IMAGE = Part(Image("url", "data"), {"image": HOLE})
WITHOUT_IMAGES = ListOf(Record({"text": Text()}))  # a list of texts alone
WITH_IMAGES = Not(WITHOUT_IMAGES)

#: width by height, or the reverse; for all models of the first generation
QWEN_IMAGE_SIZES = Pairs(("1664x928", "1472x1104", "1328x1328", "1104x1472", "928x1664"))
QWEN_IMAGE_2_SIZES = Grid(area=(262144, 4194304))
QWEN_IMAGE_3_SIZES = Grid(area=(262144, 4194304), ratio=("1:8", "8:1"))
_LARGER = Grid(area=(262144, 6553600), ratio=("1:8", "8:1"))
QWEN_IMAGE_EDIT_SIZES = Grid(Int(512, 2048, multiple_of=16))

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
    path=MULTIMODAL,
    base_url=HOST,
    key_header=KEY,
    docs=PLATFORM_DOCS,
    checked=CHECKED,
    rows=(
        Model("model"),
        Const("input.messages[0].role", "user", note="exactly one message"),
        Content(
            CONTENT,
            (IMAGE, TEXT_ANY),
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
    Content(CONTENT, (IMAGE, _TEXT_800), max=3, requires=(Field.references, Field.prompt)),
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
    Content(CONTENT, (_TEXT_800,), requires=(Field.prompt,)),
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
    model="qwen-image-plus",
    serves="alibaba/qwen-image-plus",
    aliases=("qwen-image-plus-2026-01-09",),
    operations={"edit": QWEN_IMAGE_EDIT_PLUS},
)

QWEN_IMAGE_MAX = QWEN_IMAGE.but(
    SizeText(
        "parameters.size",
        Grid(Int(512, 1664)),
        separator="*",
        note="the page names 1664*928, 1472*1104, 1328*1328, 1104*1472 and 928*1664",
        source=f"{_MEASURED}: out of range [512*512, 1664*1664]",
        disputed_to=QWEN_IMAGE_2_SIZES,
        disputed="the page allows 512*512 to 2048*2048 pixels in total, and one program quotes that range from the "
        "server; two others were refused above 1664 a side",
    ),
    model="qwen-image-max",
    serves="alibaba/qwen-image-max",
    aliases=("qwen-image-max-2025-12-30",),
    operations={"edit": QWEN_IMAGE_EDIT_MAX},
)

QWEN_IMAGE_2_0 = MULTIMODAL_GENERATION.but(
    Content(CONTENT, (IMAGE, _TEXT_800), max=3, requires=(Field.prompt,)),
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

_NEWER = MULTIMODAL_GENERATION.but(
    Content(
        CONTENT,
        (IMAGE, TEXT_ANY),
        max=3,
        requires=(Field.prompt,),
        note="the page advises at most 4,500 tokens of text",
    ),
    SizeText(
        "parameters.size",
        QWEN_IMAGE_3_SIZES,
        separator="*",
        auto="auto",
        source=_PAGE_3,
        disputed_to=_LARGER,
        disputed="the default is the model's choice or 2048*2048: the page says both; a node page and the server's own "
        "error, for text without pictures, allow up to 6,553,600 pixels",
    ),
    _SIX,
    EXTEND,
    Native("parameters.prompt_extend_mode", OneOf("direct", "agent"), default="direct", source=MODES_3),
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

QWEN_IMAGE_3_0 = _NEWER.but(
    rules=(
        Rule(
            {CONTENT: WITH_IMAGES},
            {"parameters.prompt_extend_mode": Not(OneOf("agent"))},
            "agent is for text without pictures; with one the vendor answers 400",
            source=MODES_3,
        ),
    ),
)
QWEN_IMAGE_3_0_PRO = QWEN_IMAGE_3_0.but(model="qwen-image-3.0-pro", serves="alibaba/qwen-image-3.0-pro")

ASYNC_QWEN_IMAGE_3_0 = QWEN_IMAGE_3_0.but(
    ASYNC,
    name="qwen/image-generation/qwen-image-3.0",
    serves="alibaba/qwen-image-3.0",
    path=IMAGE_GENERATION,
    docs=QWEN_3_DOCS,
)
ASYNC_QWEN_IMAGE_3_0_PRO = ASYNC_QWEN_IMAGE_3_0.but(
    name="qwen/image-generation/qwen-image-3.0-pro", model="qwen-image-3.0-pro", serves="alibaba/qwen-image-3.0-pro"
)

QWEN_IMAGE_2_1_TURBO = _NEWER.but(
    Content(CONTENT, (IMAGE, TEXT_ANY), max=10, requires=(Field.prompt,)),
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
    SizeText(
        "parameters.size",
        QWEN_IMAGE_3_SIZES,
        separator="*",
        auto="auto",
        source=_PAGE_3,
        disputed_to=_LARGER,
        disputed="the server's own error, for text without pictures, allows up to 6,553,600 pixels",
    ),
    model="qwen-image-2.1-pro",
    serves="alibaba/qwen-image-2.1-pro",
    without=("parameters.negative_prompt",),
    rules=(
        Rule(
            {CONTENT: WITH_IMAGES},
            {"parameters.size": Area(max=4194304)},
            "with pictures at most 2048*2048 pixels",
            source=_PAGE_3,
        ),
    ),
)

Z_IMAGE_TURBO = MULTIMODAL_GENERATION.but(
    Content(CONTENT, (TEXT_ANY,), requires=(Field.prompt,)),
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

TARGETS: tuple[Target, ...] = (
    MULTIMODAL_GENERATION,
    QWEN_IMAGE,
    QWEN_IMAGE_PLUS,
    QWEN_IMAGE_MAX,
    QWEN_IMAGE_2_0,
    QWEN_IMAGE_2_0_PRO,
    QWEN_IMAGE_3_0,
    QWEN_IMAGE_3_0_PRO,
    ASYNC_QWEN_IMAGE_3_0,
    ASYNC_QWEN_IMAGE_3_0_PRO,
    QWEN_IMAGE_2_1_TURBO,
    QWEN_IMAGE_2_1_PRO,
    QWEN_IMAGE_EDIT,
    QWEN_IMAGE_EDIT_PLUS,
    QWEN_IMAGE_EDIT_MAX,
    Z_IMAGE_TURBO,
)
