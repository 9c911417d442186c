"""OpenAI's image models: the pages, narrowed to what each model takes."""

from __future__ import annotations

from imgparams.providers.openai.pages import (
    COMPRESSION,
    EXPERIMENTAL,
    FREE_SIZES,
    IMAGES,
    IMAGES_EDIT,
    IMAGES_JSON_EDIT,
    PROMPT,
    QUALITY_STEPS,
    QUALITY_STEPS_2_5,
    STANDARD_SIZES,
)
from imgparams.tables import (
    ABSENT,
    PRESENT,
    AtMost,
    Field,
    Fixed,
    Grid,
    Image,
    Int,
    Model,
    Native,
    Not,
    OneOf,
    Param,
    Pictures,
    Quality,
    Rule,
    SizeText,
    Target,
    Text,
    Words,
)

# ---- the rules of the GPT image models

_USER_IGNORED = Rule(
    {"safety_identifier": PRESENT},
    {"user": ABSENT},
    "user is read only where safety_identifier is left out, null or empty",
    effect="ignored",
)
_STREAM_SOURCE = "theopenco/llmgateway#3963, 2026-09-06"
_RULES = (
    Rule(
        {"background": OneOf("transparent")},
        {"output_format": OneOf("png", "webp")},
        "a transparent background needs the output format png or webp",
    ),
    Rule(
        {"output_format": OneOf("png"), "output_compression": Not(OneOf(100))},
        {"output_compression": ABSENT},
        "compression below 100 is for the output formats jpeg and webp only",
        source=COMPRESSION,
    ),
    Rule(
        {"output_format": OneOf("gif", "svg")},
        {"output_compression": ABSENT},
        "compression can be set for the output formats jpeg and webp only",
    ),
    Rule(
        {"output_format": OneOf("gif")},
        {"stream": OneOf(False), "partial_images": Int(0, 0)},
        "a GIF can't be streamed and has no partial images",
    ),
    Rule(
        {"output_format": Not(OneOf("gif"))},
        {"frame_count": ABSENT, "frame_duration_ms": ABSENT},
        "frames are for the output format gif only",
    ),
    Rule(
        {"output_format": OneOf("svg")},
        {"n": Int(1, 1), "stream": OneOf(False), "partial_images": Int(0, 0)},
        "an SVG comes alone, is not streamed and has no partial images",
    ),
    Rule(
        {"output_format": Not(OneOf("svg"))},
        {"svg": ABSENT},
        "the author of an SVG can be chosen for the output format svg only",
    ),
    Rule({"stream": OneOf(True)}, {"n": Int(1, 1)}, "streaming is only supported with n 1", source=_STREAM_SOURCE),
    _USER_IGNORED,
)
_EDIT_RULES = (
    Rule({"mask": PRESENT}, {"output_format": Not(OneOf("gif"))}, "a GIF can't be made with a mask"),
    *_RULES,
)

# ---- the three pages for the GPT image models, which differ by their sizes and their steps of quality

_GPT = (
    Param("prompt", Field.prompt, PROMPT, required=True),
    Model("model"),
    Param("n", Field.n, Int(1, 10, round_down=True), default=1, nullable=True),
    Param("quality", Field.quality, QUALITY_STEPS, default="auto", nullable=True),
    Fixed(Field.delivery, "base64"),
)
_FORMATS_1 = Param(
    "output_format",
    Field.output_format,
    OneOf("png", "webp", "jpeg"),
    default="png",
    nullable=True,
    disputed_to=OneOf("gif", "svg"),
    disputed="the SDK names gif and svg without a model, as a preview for some; both came with 2.6",
)
_COMPLEXITY_1 = Rule(
    {"complexity": PRESENT},
    {"complexity": ABSENT},
    "OpenAI's guide gives complexity to the 2.6 models; the SDK names no model",
    effect="disputed",
)
_FIDELITY = Rule(
    {"input_fidelity": PRESENT},
    {"input_fidelity": ABSENT},
    "OpenAI does not name input_fidelity for this model; the AI SDK sends it, another client leaves it out on purpose",
    effect="disputed",
    source="@ai-sdk/openai 4.0.118; code-yeongyu/senpi#1513, 2026-09-09",
)
_EDITS = IMAGES_EDIT.but(
    *_GPT,
    Pictures(
        "image",
        (Image("file"),),
        max=16,
        required=True,
        bare=True,
        multipart="image[]",
        note="PNG, WebP or JPEG, each under 50 MB; several as image[]",
    ),
    name="openai/gpt-image:edit",
    without=("response_format",),
    rules=(
        *_EDIT_RULES,
        AtMost(("mask", "markup"), 1, "mask and markup exclude each other"),
        Rule(
            {"output_format": Not(OneOf("svg"))},
            {"'svg[model]'": ABSENT, "'svg[reasoning][effort]'": ABSENT},
            "in a form too, the author of an SVG is for the output format svg only",
        ),
    ),
    unknown="refused",
    note="",
)
_JSON_EDITS = IMAGES_JSON_EDIT.but(
    *_GPT, name="openai/gpt-image/json:edit", without=("response_format",), rules=_EDIT_RULES, unknown="refused"
)
_GENERATIONS = IMAGES.but(
    *_GPT, name="openai/gpt-image", without=("response_format", "style"), rules=_RULES, unknown="refused", note=""
)

# ---- GPT image 2.5

_SIZE_2_5 = SizeText(
    "size",
    FREE_SIZES,
    auto="auto",
    default="auto",
    nullable=True,
    note=EXPERIMENTAL,
    disputed_to=Grid(Int(multiple_of=16), ratio=("1:3", "3:1")),
    disputed="grid and ratio are OpenAI's; the limits of edge and area are those of gpt-image-2, by third parties",
)
_V2_5 = (Param("quality", Field.quality, QUALITY_STEPS_2_5, default="auto", nullable=True), _FORMATS_1, _SIZE_2_5)
_SUNBURST = ("gpt-image-2.5-sunburst-2026-09-08",)
_FLARE = ("gpt-image-2.5-flare-2026-09-08",)
GPT_IMAGE_2_5_SUNBURST_EDIT = _EDITS.but(
    *_V2_5,
    model="gpt-image-2.5-sunburst",
    serves="openai/gpt-image-2.5-sunburst",
    aliases=_SUNBURST,
    rules=(_COMPLEXITY_1, _FIDELITY),
)
GPT_IMAGE_2_5_SUNBURST_JSON_EDIT = _JSON_EDITS.but(
    *_V2_5,
    name="openai/gpt-image-2.5-sunburst/json:edit",
    model="gpt-image-2.5-sunburst",
    serves="openai/gpt-image-2.5-sunburst",
    aliases=_SUNBURST,
    rules=(_COMPLEXITY_1, _FIDELITY),
)
GPT_IMAGE_2_5_SUNBURST = _GENERATIONS.but(
    *_V2_5,
    model="gpt-image-2.5-sunburst",
    serves="openai/gpt-image-2.5-sunburst",
    aliases=_SUNBURST,
    rules=(_COMPLEXITY_1,),
    operations={"edit": GPT_IMAGE_2_5_SUNBURST_EDIT},
)
GPT_IMAGE_2_5_FLARE_EDIT = GPT_IMAGE_2_5_SUNBURST_EDIT.but(
    model="gpt-image-2.5-flare", serves="openai/gpt-image-2.5-flare", aliases=_FLARE
)
GPT_IMAGE_2_5_FLARE_JSON_EDIT = GPT_IMAGE_2_5_SUNBURST_JSON_EDIT.but(
    name="openai/gpt-image-2.5-flare/json:edit",
    model="gpt-image-2.5-flare",
    serves="openai/gpt-image-2.5-flare",
    aliases=_FLARE,
)
GPT_IMAGE_2_5_FLARE = GPT_IMAGE_2_5_SUNBURST.but(
    model="gpt-image-2.5-flare",
    serves="openai/gpt-image-2.5-flare",
    aliases=_FLARE,
    operations={"edit": GPT_IMAGE_2_5_FLARE_EDIT},
)

# ---- GPT image 2.6, released on 2026-11-04

_V2_6 = (
    Native("complexity", OneOf("low", "medium", "high"), default="high", nullable=True),
    Param(
        "quality",
        Field.quality,
        QUALITY_STEPS_2_5,
        default="auto",
        nullable=True,
        note="the SDK names xhigh and max for 2.5 alone",
        source="a guide built from OpenAI's documents, 2026-11-05; WaveSpeed's page of GPT Image 2.6",
    ),
    _SIZE_2_5,
)
GPT_IMAGE_2_6_SUNBURST_EDIT = _EDITS.but(
    *_V2_6, model="gpt-image-2.6-sunburst", serves="openai/gpt-image-2.6-sunburst", rules=(_FIDELITY,)
)
GPT_IMAGE_2_6_SUNBURST = _GENERATIONS.but(
    *_V2_6,
    model="gpt-image-2.6-sunburst",
    serves="openai/gpt-image-2.6-sunburst",
    operations={"edit": GPT_IMAGE_2_6_SUNBURST_EDIT},
)
GPT_IMAGE_2_6_FLARE_EDIT = GPT_IMAGE_2_6_SUNBURST_EDIT.but(
    model="gpt-image-2.6-flare", serves="openai/gpt-image-2.6-flare"
)
GPT_IMAGE_2_6_FLARE = GPT_IMAGE_2_6_SUNBURST.but(
    model="gpt-image-2.6-flare", serves="openai/gpt-image-2.6-flare", operations={"edit": GPT_IMAGE_2_6_FLARE_EDIT}
)

# ---- GPT image 2

_V2 = (
    SizeText("size", FREE_SIZES, auto="auto", default="auto", nullable=True, note=EXPERIMENTAL),
    _FORMATS_1,
)
_DATED_2 = ("gpt-image-2-2026-04-21",)
_TRANSPARENT_2 = Rule(
    {"background": OneOf("transparent")},
    {"background": OneOf("opaque", "auto")},
    "OpenAI calls transparency a preview for this model; calls of 2026-10-08 were refused with invalid_value",
    effect="disputed",
    source="SDK 3.52.0 against a third party's API test of 2026-10-08",
)
GPT_IMAGE_2_EDIT = _EDITS.but(
    *_V2,
    model="gpt-image-2",
    serves="openai/gpt-image-2",
    aliases=_DATED_2,
    without=("input_fidelity", "markup"),
    rules=(_TRANSPARENT_2, _COMPLEXITY_1),
    note="input_fidelity is refused, even high: every input is read at high fidelity",
)
GPT_IMAGE_2_JSON_EDIT = _JSON_EDITS.but(
    *_V2,
    name="openai/gpt-image-2/json:edit",
    model="gpt-image-2",
    serves="openai/gpt-image-2",
    aliases=_DATED_2,
    without=("input_fidelity",),
    rules=(_TRANSPARENT_2, _COMPLEXITY_1),
)
GPT_IMAGE_2 = _GENERATIONS.but(
    *_V2,
    model="gpt-image-2",
    serves="openai/gpt-image-2",
    aliases=_DATED_2,
    rules=(_TRANSPARENT_2, _COMPLEXITY_1),
    operations={"edit": GPT_IMAGE_2_EDIT},
)

# ---- the models of three sizes

_LATEST = (
    SizeText("size", STANDARD_SIZES, auto="auto", default="auto", nullable=True, note="by a third party's table"),
    _FORMATS_1,
)
_V1 = (SizeText("size", STANDARD_SIZES, auto="auto", default="auto", nullable=True), _FORMATS_1)
_V1_EDIT = (
    Native("input_fidelity", OneOf("high", "low"), default="low", nullable=True),
    Model("model", optional=True, nullable=True, default="gpt-image-1.5"),
    SizeText(
        "size",
        STANDARD_SIZES,
        auto="auto",
        default="auto",
        nullable=True,
        disputed="the default is auto in the SDK, 1024x1024 in the specification of 2026-08",
    ),
    _FORMATS_1,
)
_MINI_FIDELITY = Native(
    "input_fidelity",
    OneOf("low"),
    default="low",
    nullable=True,
    note="high is refused",
    disputed="the specification of 2026-08 does not support it",
)
_DATED_1_5 = ("gpt-image-1.5-2025-12-16",)
CHATGPT_IMAGE_LATEST_EDIT = _EDITS.but(
    *_LATEST,
    model="chatgpt-image-latest",
    without=("markup",),
    rules=(_COMPLEXITY_1, _FIDELITY),
    status="deprecated",
    retired="2026-12-01",
    successor="gpt-image-2.6-sunburst",
)
CHATGPT_IMAGE_LATEST_JSON_EDIT = _JSON_EDITS.but(
    *_LATEST,
    name="openai/chatgpt-image-latest/json:edit",
    model="chatgpt-image-latest",
    rules=(_COMPLEXITY_1, _FIDELITY),
    status="deprecated",
    retired="2026-12-01",
    successor="gpt-image-2.6-sunburst",
)
CHATGPT_IMAGE_LATEST = _GENERATIONS.but(
    *_LATEST,
    model="chatgpt-image-latest",
    rules=(_COMPLEXITY_1,),
    operations={"edit": CHATGPT_IMAGE_LATEST_EDIT},
    note="the specification of 2026-08 lists it for edits only, the SDK of 2026-11 for generations too",
    status="deprecated",
    retired="2026-12-01",
    successor="gpt-image-2.6-sunburst",
)
GPT_IMAGE_1_5_EDIT = _EDITS.but(
    *_V1_EDIT,
    model="gpt-image-1.5",
    serves="openai/gpt-image-1.5",
    aliases=_DATED_1_5,
    without=("markup",),
    rules=(_COMPLEXITY_1,),
    status="deprecated",
    retired="2026-12-01",
    successor="gpt-image-2.6-sunburst",
)
GPT_IMAGE_1_5_JSON_EDIT = _JSON_EDITS.but(
    *_V1_EDIT,
    name="openai/gpt-image-1.5/json:edit",
    model="gpt-image-1.5",
    serves="openai/gpt-image-1.5",
    aliases=_DATED_1_5,
    rules=(_COMPLEXITY_1,),
    status="deprecated",
    retired="2026-12-01",
    successor="gpt-image-2.6-sunburst",
)
GPT_IMAGE_1_5 = _GENERATIONS.but(
    *_V1,
    model="gpt-image-1.5",
    serves="openai/gpt-image-1.5",
    aliases=_DATED_1_5,
    rules=(_COMPLEXITY_1,),
    operations={"edit": GPT_IMAGE_1_5_EDIT},
    note="the newest deprecations page names the 2.6 models as successors, older copies the 2.5 ones",
    status="deprecated",
    retired="2026-12-01",
    successor="gpt-image-2.6-sunburst",
)
GPT_IMAGE_1_MINI_EDIT = GPT_IMAGE_1_5_EDIT.but(
    _MINI_FIDELITY, model="gpt-image-1-mini", serves="openai/gpt-image-1-mini"
)
GPT_IMAGE_1_MINI_JSON_EDIT = GPT_IMAGE_1_5_JSON_EDIT.but(
    _MINI_FIDELITY, name="openai/gpt-image-1-mini/json:edit", model="gpt-image-1-mini", serves="openai/gpt-image-1-mini"
)
GPT_IMAGE_1_MINI = GPT_IMAGE_1_5.but(
    model="gpt-image-1-mini", serves="openai/gpt-image-1-mini", operations={"edit": GPT_IMAGE_1_MINI_EDIT}
)
GPT_IMAGE_1_EDIT = GPT_IMAGE_1_5_EDIT.but(
    model="gpt-image-1",
    serves="openai/gpt-image-1",
    status="retired",
    retired="2026-10-23",
    successor="gpt-image-2.5-sunburst",
)
GPT_IMAGE_1 = _GENERATIONS.but(
    *_V1,
    model="gpt-image-1",
    serves="openai/gpt-image-1",
    rules=(_COMPLEXITY_1,),
    operations={"edit": GPT_IMAGE_1_EDIT},
    status="retired",
    retired="2026-10-23",
    successor="gpt-image-2.5-sunburst",
)

# ---- DALL-E: the words of its quality are read as medium (standard) and high (hd)

_NO_QUALITY = Rule(
    {"quality": PRESENT},
    {"quality": ABSENT},
    "the specification has quality for dall-e-2, but the API answered that it is an unknown parameter",
    effect="disputed",
    source="aplpolaris/promptfx#470 and memochou1993/gpt-ai-assistant#360, 2025-05",
)
_DELIVERY = Param(
    "response_format",
    Field.delivery,
    Words({"url": "url", "base64": "b64_json"}),
    default="url",
    nullable=True,
    note="a URL lasts 60 minutes",
)
_DALL_E = ("prompt", "model", "n", "quality", "response_format", "safety_identifier", "size", "user")
DALL_E_3 = IMAGES.but(
    Param("prompt", Field.prompt, Text(max_length=4000), required=True),
    Model("model"),
    Param("n", Field.n, Int(1, 1, round_down=True), default=1, nullable=True),
    Param("quality", Field.quality, Quality("auto", medium="standard", high="hd"), default="auto", nullable=True),
    _DELIVERY,
    SizeText("size", ("1024x1024", "1792x1024", "1024x1792"), nullable=True),
    Native("style", OneOf("vivid", "natural"), default="vivid", nullable=True),
    model="dall-e-3",
    serves="openai/dall-e-3",
    only=(*_DALL_E, "style"),
    rules=(_USER_IGNORED,),
    unknown="refused",
    note="",
    status="retired",
    retired="2026-05-12",
    operations={},
)
DALL_E_2_EDIT = IMAGES_EDIT.but(
    Pictures("image", (Image("file"),), max=1, required=True, bare=True, note="one square PNG under 4 MB"),
    Param("prompt", Field.prompt, Text(max_length=1000), required=True),
    Model("model", note="the default of the specification of 2026-08 for generations; the SDK asks for a model"),
    Param("n", Field.n, Int(1, 10, round_down=True), default=1, nullable=True),
    Param("quality", Field.quality, Quality("auto", medium="standard"), nullable=True),
    _DELIVERY,
    SizeText("size", ("256x256", "512x512", "1024x1024"), default="1024x1024", nullable=True),
    model="dall-e-2",
    serves="openai/dall-e-2",
    only=("image", "mask", *_DALL_E),
    rules=(_USER_IGNORED,),
    unknown="refused",
    note="",
    status="retired",
    retired="2026-05-12",
)
DALL_E_2 = DALL_E_3.but(
    Param("prompt", Field.prompt, Text(max_length=1000), required=True),
    Model("model", note="the default of the specification of 2026-08; the SDK asks for a model"),
    Param("n", Field.n, Int(1, 10, round_down=True), default=1, nullable=True),
    Param(
        "quality",
        Field.quality,
        Quality("auto", medium="standard"),
        default="auto",
        nullable=True,
    ),
    SizeText("size", ("256x256", "512x512", "1024x1024"), nullable=True),
    model="dall-e-2",
    serves="openai/dall-e-2",
    without=("style",),
    rules=(_NO_QUALITY,),
    operations={"edit": DALL_E_2_EDIT},
)

# fmt: off
TARGETS: tuple[Target, ...] = (
    GPT_IMAGE_2_6_SUNBURST, GPT_IMAGE_2_6_SUNBURST_EDIT, GPT_IMAGE_2_6_FLARE, GPT_IMAGE_2_6_FLARE_EDIT,
    GPT_IMAGE_2_5_SUNBURST, GPT_IMAGE_2_5_SUNBURST_EDIT, GPT_IMAGE_2_5_FLARE, GPT_IMAGE_2_5_FLARE_EDIT,
    GPT_IMAGE_2, GPT_IMAGE_2_EDIT,
    GPT_IMAGE_1_5, GPT_IMAGE_1_5_EDIT, GPT_IMAGE_1_MINI, GPT_IMAGE_1_MINI_EDIT, GPT_IMAGE_1, GPT_IMAGE_1_EDIT,
    CHATGPT_IMAGE_LATEST, CHATGPT_IMAGE_LATEST_EDIT,
    DALL_E_3, DALL_E_2, DALL_E_2_EDIT,
)
#: the JSON form of the edits
JSON_EDITS: tuple[Target, ...] = (
    GPT_IMAGE_2_5_SUNBURST_JSON_EDIT, GPT_IMAGE_2_5_FLARE_JSON_EDIT, GPT_IMAGE_2_JSON_EDIT,
    GPT_IMAGE_1_5_JSON_EDIT, GPT_IMAGE_1_MINI_JSON_EDIT, CHATGPT_IMAGE_LATEST_JSON_EDIT,
)
# fmt: on
