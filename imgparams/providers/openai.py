"""OpenAI's Images API: generations (JSON) and edits (multipart), for the GPT image models and the retired DALL-E ones.

Sources, strongest first: the openai Python SDK 3.52.0 (types generated from OpenAI's specification, as installable on
2026-11-20); openai/openai-openapi 2.3.0 of 2026-08-21, the only one with DALL-E's limits; readings of the image guide
by third parties (2026-07 to 2026-10) for the pixel limits of the free sizes and for shutdown dates.

`ROWS` has each parameter of the three pages once, in their order; edits as JSON take pictures by address or file id.
`openai/images`, `openai/images:edit` and `openai/images/json:edit` are these pages alone, for gateways that speak
OpenAI's shape: any model, any WIDTHxHEIGHT, no model's limits and no rules. `standard` and `hd` are legal there but
have no canonical meaning: the five steps of quality are words of the same wire.

Left out: variations (the endpoint no longer answers), facts of the input pictures (file sizes, same dimensions, alpha),
size limits of GIF (mentioned, not given).

Unsure: transparency of gpt-image-2 (see its rule); sizes and upper quality steps of gpt-image-2.6 (in the model list,
in no rule text, so its sizes have no bound here); whether 2.5 has the pixel limits of gpt-image-2 (third parties say
so); `input_fidelity` on 2.5, 2.6 and chatgpt-image-latest (not named, so no row); the dates of removal of
gpt-image-1-mini and 1.5 (read in July 2026); `quality: auto` on DALL-E (in the schema, not in the text on them).
"""

from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    QUALITY,
    AtMost,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    Model,
    Native,
    Not,
    OneOf,
    Pairs,
    Param,
    Part,
    Pictures,
    Quality,
    Record,
    Row,
    Rule,
    SizeText,
    Slots,
    Target,
    Text,
    Words,
)

# ---- what tables of gateways share with this one

PROMPT = Text(min_length=1, max_length=32000)
STANDARD_SIZES = Pairs(("1024x1024", "1536x1024", "1024x1536"))
FREE_SIZES = Grid(Int(max=3840, multiple_of=16), area=(655360, 8294400), ratio=("1:3", "3:1"))
QUALITY_STEPS = Quality("auto", "low", "medium", "high")
QUALITY_STEPS_2_5 = Quality("auto", "low", "medium", "high", "xhigh", "max")

# ---- the parameters

_EXPERIMENTAL = "more than 2560x1440 pixels in all is experimental, not refused; 3840x2160 is a limit of edge and area"
_EFFORT = OneOf("none", "minimal", "low", "medium", "high", "xhigh", "max")
_STEPS = {"low": "low", "medium": "medium", "high": "high", "xhigh": "xhigh", "max": "max", "auto": "auto"}
_GIF = {"output_format": OneOf("gif")}

ROWS: tuple[Row, ...] = (
    Pictures("image", (Image("file"),), required=True, bare=True, multipart="image[]"),
    Pictures(
        "images",
        (Part(Image("url", "data"), {"image_url": HOLE}), Part(Image("id"), {"file_id": HOLE})),
        min=1,
        max=16,
        required=True,
        note="an address has at most 20971520 characters",
    ),
    Param("prompt", Field.prompt, Text(), required=True),
    Param("background", Field.background, OneOf("transparent", "opaque", "auto"), default="auto", nullable=True),
    Native(
        "complexity",
        OneOf("low", "medium", "high"),
        nullable=True,
        note="by default as configured for the model; which models take it is not stated",
    ),
    Native("frame_count", Int(2, 16), default=9, default_when=_GIF, nullable=True),
    Native(
        "frame_duration_ms",
        Int(max=655350, multiple_of=10),
        default=200,
        default_when=_GIF,
        nullable=True,
        accepts=Int(),
        note="rounded to 10 ms, and cut at the maximum",
    ),
    Native("input_fidelity", OneOf("high", "low"), nullable=True),
    Native("markup", Image("file"), note="a transparent PNG over the first image, of its dimensions after orientation"),
    Param(
        "mask",
        Field.mask,
        Image("file", edits="transparent"),
        note="for the first image: a PNG of its dimensions with alpha; GPT image models take it as guidance",
        disputed="under 4 MB in the schema, under 50 MB in the guide",
    ),
    Model("model", optional=True, nullable=True),
    Native("moderation", OneOf("low", "auto"), default="auto", nullable=True),
    Param("n", Field.n, Int(1, round_down=True), default=1, nullable=True),
    Param("output_compression", Field.output_compression, Int(0, 100), default=100, nullable=True),
    Param(
        "output_format",
        Field.output_format,
        OneOf("png", "webp", "jpeg", "gif", "svg"),
        default="png",
        nullable=True,
        note="gif and svg need access for the project and the model",
    ),
    Native(
        "partial_images", Int(0, 3), default=0, nullable=True, note="for streams; 0 is the final image in one event"
    ),
    Param(
        "quality",
        Field.quality,
        Words(_STEPS, QUALITY, more=("standard", "hd")),
        default="auto",
        nullable=True,
        note="standard and hd were words of DALL-E",
    ),
    Native("response_format", OneOf("url", "b64_json"), nullable=True, note="DALL-E only"),
    Native("safety_identifier", Text(min_length=1), nullable=True, unset=("",)),
    SizeText("size", Grid(), auto="auto", nullable=True),
    Param("stream", Field.stream, Flag(), default=False, nullable=True),
    Native("style", OneOf("vivid", "natural"), nullable=True, note="dall-e-3 only"),
    Native(
        "svg",
        Record(
            {"model": Text(), "reasoning": Record({"effort": _EFFORT}, nullable=("effort",), open=True)},
            required=("model",),
            nullable=("reasoning",),
            open=True,
        ),
        nullable=True,
        note="the model that writes the SVG; left out where the project can't choose it",
    ),
    Param("user", Field.user, Text(), deprecated="safety_identifier takes its place"),
)
#: as the two pages of edits have them
_OF_EDITS = (
    Native(
        "moderation",
        OneOf("low", "auto"),
        default="auto",
        nullable=True,
        disputed="for edits in the schema of the JSON form only (2026-08), not in that of the multipart form",
    ),
    Param(
        "quality",
        Field.quality,
        Words(_STEPS, QUALITY, more=("standard",)),
        default="auto",
        nullable=True,
        note="standard was a word of DALL-E",
    ),
    Native(
        "svg",
        Record(
            {"model": Text(), "reasoning": Record({"effort": _EFFORT}, open=True)}, nullable=("reasoning",), open=True
        ),
        nullable=True,
        note="the model that writes the SVG; in multipart the parts svg[model] and svg[reasoning][effort]",
    ),
)
_JSON_MASK = Slots(
    "mask",
    part=(
        Part(Image("url", "data", edits="transparent"), {"image_url": HOLE}),
        Part(Image("id", edits="transparent"), {"file_id": HOLE}),
    ),
    of=Field.mask,
)

# ---- the rules of the GPT image models

_USER_IGNORED = Rule(
    {"safety_identifier": PRESENT},
    {"user": ABSENT},
    "user is read only where safety_identifier is left out, null or empty",
    effect="ignored",
)
_RULES = (
    Rule(
        {"background": OneOf("transparent")},
        {"output_format": OneOf("png", "webp")},
        "a transparent background needs the output format png or webp",
    ),
    Rule(
        {"output_format": Not(OneOf("jpeg", "webp"))},
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
    _USER_IGNORED,
)
_EDIT_RULES = (
    Rule({"mask": PRESENT}, {"output_format": Not(OneOf("gif"))}, "a GIF can't be made with a mask"),
    *_RULES,
)

# ---- the three pages, for any model

_PAGES = Target(
    name="openai/pages",
    method="POST",
    path="/v1/images/edits",
    docs="https://developers.openai.com/api/docs/guides/image-generation",
    checked="2026-11-20",
    unknown="forwarded",
    rows=ROWS,
    note="OpenAI's shape for any model, without any model's limits",
)
IMAGES_EDIT = _PAGES.but(*_OF_EDITS, name="openai/images:edit", content="multipart", without=("images", "style"))
IMAGES_JSON_EDIT = _PAGES.but(
    *_OF_EDITS,
    _JSON_MASK,
    name="openai/images/json:edit",
    without=("image", "markup", "style"),
    note="the JSON form of the edit: the same path, pictures by address; the schema of 2026-08-21",
)
IMAGES = _PAGES.but(
    name="openai/images",
    path="/v1/images/generations",
    without=("image", "images", "input_fidelity", "markup", "mask"),
    operations={"edit": IMAGES_EDIT},
)

# ---- the three pages for the GPT image models, which differ by their sizes and their steps of quality

_GPT = (
    Param("prompt", Field.prompt, PROMPT, required=True),
    Model("model"),
    Param("n", Field.n, Int(1, 10, round_down=True), default=1, nullable=True),
    Param("quality", Field.quality, QUALITY_STEPS, default="auto", nullable=True),
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
        note="PNG, WebP or JPEG, each under 50 MB",
    ),
    name="openai/gpt-image:edit",
    without=("response_format",),
    rules=(*_EDIT_RULES, AtMost(("mask", "markup"), 1, "mask and markup exclude each other")),
    unknown="unsaid",
    note="",
)
_JSON_EDITS = IMAGES_JSON_EDIT.but(
    *_GPT, name="openai/gpt-image/json:edit", without=("response_format",), rules=_EDIT_RULES, unknown="unsaid"
)
_GENERATIONS = IMAGES.but(
    *_GPT, name="openai/gpt-image", without=("response_format", "style"), rules=_RULES, unknown="unsaid", note=""
)

# ---- GPT image 2.5

_V2_5 = (
    Param("quality", Field.quality, QUALITY_STEPS_2_5, default="auto", nullable=True),
    SizeText(
        "size",
        FREE_SIZES,
        auto="auto",
        default="auto",
        nullable=True,
        note=_EXPERIMENTAL,
        disputed="grid and ratio are OpenAI's; the limits of edge and area are those of gpt-image-2, by third parties",
    ),
)
_SUNBURST = ("gpt-image-2.5-sunburst-2026-09-08",)
_FLARE = ("gpt-image-2.5-flare-2026-09-08",)
GPT_IMAGE_2_5_SUNBURST_EDIT = _EDITS.but(
    *_V2_5, model="gpt-image-2.5-sunburst", aliases=_SUNBURST, without=("input_fidelity",)
)
GPT_IMAGE_2_5_SUNBURST_JSON_EDIT = _JSON_EDITS.but(
    *_V2_5,
    name="openai/gpt-image-2.5-sunburst/json:edit",
    model="gpt-image-2.5-sunburst",
    aliases=_SUNBURST,
    without=("input_fidelity",),
)
GPT_IMAGE_2_5_SUNBURST = _GENERATIONS.but(
    *_V2_5, model="gpt-image-2.5-sunburst", aliases=_SUNBURST, operations={"edit": GPT_IMAGE_2_5_SUNBURST_EDIT}
)
GPT_IMAGE_2_5_FLARE_EDIT = GPT_IMAGE_2_5_SUNBURST_EDIT.but(model="gpt-image-2.5-flare", aliases=_FLARE)
GPT_IMAGE_2_5_FLARE_JSON_EDIT = GPT_IMAGE_2_5_SUNBURST_JSON_EDIT.but(
    name="openai/gpt-image-2.5-flare/json:edit", model="gpt-image-2.5-flare", aliases=_FLARE
)
GPT_IMAGE_2_5_FLARE = GPT_IMAGE_2_5_SUNBURST.but(
    model="gpt-image-2.5-flare", aliases=_FLARE, operations={"edit": GPT_IMAGE_2_5_FLARE_EDIT}
)

# ---- GPT image 2.6: in the list of models, but in no sentence on sizes or on the upper steps of quality

_V2_6 = (
    Param(
        "quality",
        Field.quality,
        Words({"auto": "auto", "low": "low", "medium": "medium", "high": "high"}, QUALITY, open=True),
        default="auto",
        nullable=True,
        note="the steps of all GPT image models; whether xhigh and max are taken is not stated",
    ),
    SizeText(
        "size",
        Grid(),
        auto="auto",
        default="auto",
        nullable=True,
        note="the three standard sizes hold for all GPT image models; the limits of other sizes are not stated",
    ),
)
GPT_IMAGE_2_6_SUNBURST_EDIT = _EDITS.but(*_V2_6, model="gpt-image-2.6-sunburst", without=("input_fidelity", "markup"))
GPT_IMAGE_2_6_SUNBURST = _GENERATIONS.but(
    *_V2_6, model="gpt-image-2.6-sunburst", operations={"edit": GPT_IMAGE_2_6_SUNBURST_EDIT}
)
GPT_IMAGE_2_6_FLARE_EDIT = GPT_IMAGE_2_6_SUNBURST_EDIT.but(model="gpt-image-2.6-flare")
GPT_IMAGE_2_6_FLARE = GPT_IMAGE_2_6_SUNBURST.but(
    model="gpt-image-2.6-flare", operations={"edit": GPT_IMAGE_2_6_FLARE_EDIT}
)

# ---- GPT image 2

_V2 = SizeText("size", FREE_SIZES, auto="auto", default="auto", nullable=True, note=_EXPERIMENTAL)
_DATED_2 = ("gpt-image-2-2026-04-21",)
_TRANSPARENT_2 = Rule(
    {"background": OneOf("transparent")},
    {"background": OneOf("opaque", "auto")},
    "OpenAI calls transparency a preview for this model; calls of 2026-10-08 were refused with invalid_value",
    effect="disputed",
    source="SDK 3.52.0 against a third party's API test of 2026-10-08",
)
GPT_IMAGE_2_EDIT = _EDITS.but(
    _V2,
    model="gpt-image-2",
    aliases=_DATED_2,
    without=("input_fidelity", "markup"),
    rules=(_TRANSPARENT_2,),
    note="no input_fidelity: every input is read at high fidelity",
)
GPT_IMAGE_2_JSON_EDIT = _JSON_EDITS.but(
    _V2,
    name="openai/gpt-image-2/json:edit",
    model="gpt-image-2",
    aliases=_DATED_2,
    without=("input_fidelity",),
    rules=(_TRANSPARENT_2,),
)
GPT_IMAGE_2 = _GENERATIONS.but(
    _V2, model="gpt-image-2", aliases=_DATED_2, rules=(_TRANSPARENT_2,), operations={"edit": GPT_IMAGE_2_EDIT}
)

# ---- the models of three sizes

_LATEST = SizeText("size", STANDARD_SIZES, auto="auto", default="auto", nullable=True, note="by a third party's table")
_V1 = SizeText("size", STANDARD_SIZES, auto="auto", default="auto", nullable=True)
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
)
_MINI_FIDELITY = Native(
    "input_fidelity",
    OneOf("low"),
    default="low",
    nullable=True,
    disputed="the SDK has low only, the specification of 2026-08 does not support it, a third party has both words",
)
CHATGPT_IMAGE_LATEST_EDIT = _EDITS.but(_LATEST, model="chatgpt-image-latest", without=("input_fidelity", "markup"))
CHATGPT_IMAGE_LATEST_JSON_EDIT = _JSON_EDITS.but(
    _LATEST, name="openai/chatgpt-image-latest/json:edit", model="chatgpt-image-latest", without=("input_fidelity",)
)
CHATGPT_IMAGE_LATEST = _GENERATIONS.but(
    _LATEST,
    model="chatgpt-image-latest",
    operations={"edit": CHATGPT_IMAGE_LATEST_EDIT},
    note="the specification of 2026-08 lists it for edits only, the SDK of 2026-11 for generations too",
)
GPT_IMAGE_1_5_EDIT = _EDITS.but(
    *_V1_EDIT, model="gpt-image-1.5", without=("markup",), status="deprecated", retired="2026-12-01"
)
GPT_IMAGE_1_5_JSON_EDIT = _JSON_EDITS.but(
    *_V1_EDIT, name="openai/gpt-image-1.5/json:edit", model="gpt-image-1.5", status="deprecated", retired="2026-12-01"
)
GPT_IMAGE_1_5 = _GENERATIONS.but(
    _V1,
    model="gpt-image-1.5",
    status="deprecated",
    retired="2026-12-01",
    operations={"edit": GPT_IMAGE_1_5_EDIT},
    note="the date of removal was read in July 2026; the SDK of November 2026 still lists the model",
)
GPT_IMAGE_1_MINI_EDIT = GPT_IMAGE_1_5_EDIT.but(_MINI_FIDELITY, model="gpt-image-1-mini")
GPT_IMAGE_1_MINI_JSON_EDIT = GPT_IMAGE_1_5_JSON_EDIT.but(
    _MINI_FIDELITY, name="openai/gpt-image-1-mini/json:edit", model="gpt-image-1-mini"
)
GPT_IMAGE_1_MINI = GPT_IMAGE_1_5.but(model="gpt-image-1-mini", operations={"edit": GPT_IMAGE_1_MINI_EDIT})
GPT_IMAGE_1_EDIT = GPT_IMAGE_1_5_EDIT.but(model="gpt-image-1", status="retired", retired="2026-10-23")
GPT_IMAGE_1 = _GENERATIONS.but(
    _V1, model="gpt-image-1", status="retired", retired="2026-10-23", operations={"edit": GPT_IMAGE_1_EDIT}
)

# ---- DALL-E: the words of its quality are read as medium (standard) and high (hd)

_DALL_E = ("prompt", "model", "n", "quality", "response_format", "safety_identifier", "size", "user")
DALL_E_3 = IMAGES.but(
    Param("prompt", Field.prompt, Text(max_length=4000), required=True),
    Model("model"),
    Param("n", Field.n, Int(1, 1, round_down=True), default=1, nullable=True),
    Param("quality", Field.quality, Quality("auto", medium="standard", high="hd"), default="auto", nullable=True),
    Native("response_format", OneOf("url", "b64_json"), default="url", nullable=True, note="a URL lasts 60 minutes"),
    SizeText("size", ("1024x1024", "1792x1024", "1024x1792"), nullable=True),
    Native("style", OneOf("vivid", "natural"), default="vivid", nullable=True),
    model="dall-e-3",
    only=(*_DALL_E, "style"),
    rules=(_USER_IGNORED,),
    unknown="unsaid",
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
    Native("response_format", OneOf("url", "b64_json"), default="url", nullable=True, note="a URL lasts 60 minutes"),
    SizeText("size", ("256x256", "512x512", "1024x1024"), default="1024x1024", nullable=True),
    model="dall-e-2",
    only=("image", "mask", *_DALL_E),
    rules=(_USER_IGNORED,),
    unknown="unsaid",
    note="",
    status="retired",
    retired="2026-05-12",
)
DALL_E_2 = DALL_E_3.but(
    Param("prompt", Field.prompt, Text(max_length=1000), required=True),
    Model("model", note="the default of the specification of 2026-08; the SDK asks for a model"),
    Param("n", Field.n, Int(1, 10, round_down=True), default=1, nullable=True),
    Param("quality", Field.quality, Quality("auto", medium="standard"), default="auto", nullable=True),
    SizeText("size", ("256x256", "512x512", "1024x1024"), nullable=True),
    model="dall-e-2",
    without=("style",),
    operations={"edit": DALL_E_2_EDIT},
)

# fmt: off
TARGETS: tuple[Target, ...] = (
    IMAGES, IMAGES_EDIT,
    GPT_IMAGE_2_6_SUNBURST, GPT_IMAGE_2_6_SUNBURST_EDIT, GPT_IMAGE_2_6_FLARE, GPT_IMAGE_2_6_FLARE_EDIT,
    GPT_IMAGE_2_5_SUNBURST, GPT_IMAGE_2_5_SUNBURST_EDIT, GPT_IMAGE_2_5_FLARE, GPT_IMAGE_2_5_FLARE_EDIT,
    GPT_IMAGE_2, GPT_IMAGE_2_EDIT,
    GPT_IMAGE_1_5, GPT_IMAGE_1_5_EDIT, GPT_IMAGE_1_MINI, GPT_IMAGE_1_MINI_EDIT, GPT_IMAGE_1, GPT_IMAGE_1_EDIT,
    CHATGPT_IMAGE_LATEST, CHATGPT_IMAGE_LATEST_EDIT,
    DALL_E_3, DALL_E_2, DALL_E_2_EDIT,
    IMAGES_JSON_EDIT, GPT_IMAGE_2_5_SUNBURST_JSON_EDIT, GPT_IMAGE_2_5_FLARE_JSON_EDIT, GPT_IMAGE_2_JSON_EDIT,
    GPT_IMAGE_1_5_JSON_EDIT, GPT_IMAGE_1_MINI_JSON_EDIT, CHATGPT_IMAGE_LATEST_JSON_EDIT,
)
# fmt: on
ENVELOPE: Target | None = IMAGES
