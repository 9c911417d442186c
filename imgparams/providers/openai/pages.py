"""The parameters of OpenAI's three image pages, each once, and the pages for any model."""

from __future__ import annotations

from imgparams.tables import (
    HOLE,
    QUALITY,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    Model,
    Native,
    OneOf,
    Pairs,
    Param,
    Part,
    Pictures,
    Quality,
    Record,
    Row,
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

EXPERIMENTAL = "more than 2560x1440 pixels in all is experimental, not refused; 3840x2160 is a limit of edge and area"
COMPRESSION = (  # where it is said that a PNG takes 100
    "the API's message: Compression less than 100 is not supported for PNG output format; recorded in tests, 2026"
)
EFFORT = OneOf("none", "minimal", "low", "medium", "high", "xhigh", "max")
_STEPS = {"low": "low", "medium": "medium", "high": "high", "xhigh": "xhigh", "max": "max", "auto": "auto"}
_GIF = {"output_format": OneOf("gif")}

ROWS: tuple[Row, ...] = (
    Pictures(
        "image",
        (Image("file"),),
        required=True,
        bare=True,
        multipart="image[]",
        note="a form has several files as image[]; image is a single one there, and repeated it is refused",
        source="openai/openai-ruby#311, 2026-07-16",
    ),
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
        note="by default as configured for the model",
    ),
    Native(
        "frame_count",
        Int(2, 16),
        default=9,
        default_when=_GIF,
        nullable=True,
        disputed_to=Int(2, 64),
        disputed="the AI SDK allows up to 64",
    ),
    Native(
        "frame_duration_ms",
        Int(max=655350, multiple_of=10),
        default=200,
        default_when=_GIF,
        nullable=True,
        accepts=Int(),
        note="rounded to 10 ms, and cut at the maximum",
        disputed="the AI SDK allows 20 to 2000 only",
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
    Param(
        "response_format",
        Field.delivery,
        Words({"url": "url", "base64": "b64_json"}),
        nullable=True,
        note="DALL-E only",
    ),
    Native(
        "safety_identifier",
        Text(min_length=1, max_length=128),
        nullable=True,
        unset=("",),
        source="OpenAI's image guide, 2026-11",
    ),
    SizeText("size", Grid(), auto="auto", nullable=True),
    Param("stream", Field.stream, Flag(), default=False, nullable=True),
    Native("style", OneOf("vivid", "natural"), nullable=True, note="dall-e-3 only"),
    Native(
        "svg",
        Record(
            {"model": Text(), "reasoning": Record({"effort": EFFORT}, nullable=("effort",), open=True)},
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
            {"model": Text(), "reasoning": Record({"effort": EFFORT}, open=True)}, nullable=("reasoning",), open=True
        ),
        nullable=True,
        note="the model that writes the SVG",
    ),
)
_OF_FORMS = (
    Native("'svg[model]'", Text(), note="how a form spells svg.model"),
    Native("'svg[reasoning][effort]'", EFFORT, note="how a form spells svg.reasoning.effort"),
)
_JSON_MASK = Slots(
    "mask",
    part=(
        Part(Image("url", "data", edits="transparent"), {"image_url": HOLE}),
        Part(Image("id", edits="transparent"), {"file_id": HOLE}),
    ),
    of=Field.mask,
)

# ---- the three pages, for any model

_PAGES = Target(
    name="openai/pages",
    method="POST",
    path="/v1/images/edits",
    base_url="https://api.openai.com",
    key_header="Authorization: Bearer {key}",
    docs="https://developers.openai.com/api/docs/guides/image-generation",
    checked="2026-11-29",
    unknown="forwarded",
    rows=ROWS,
    note="OpenAI's shape for any model, without any model's limits",
)
IMAGES_EDIT = _PAGES.but(
    *_OF_EDITS,
    *_OF_FORMS,
    name="openai/images:edit",
    content="multipart",
    without=("images", "style"),
    also_read={"'image[]'": "image"},
)
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
