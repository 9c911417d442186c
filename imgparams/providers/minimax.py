"""MiniMax: image-01 on a route of its own, the H3 image models on OpenAI-like routes.

Sources for image-01: the vendor's command line, MiniMax-AI/cli (official), 2026-05-06; a digest of the vendor's
text-to-image and image-to-image pages, 2026-03; MiniMax-MCP (official), 2026-05-14. For H3: the vendor's page of H3
image generation, 2026-11; a reseller's schema of the same body (Comfy Router, 2026-11) for sizes, formats and the form
of a picture; an article of 2026-11-11, which says that both routes accept what OpenAI's SDK sends.

What the vendor does with an unknown field is not known: its schema does not forbid them. Errors come with HTTP 200 and
a `base_resp.status_code` that is not 0.

Open: the range of `seed` (a third party says 0 to 4294967295); the ceiling of H3 in pixels (20 million in the
reseller's schema, about 16 million in the article; Leonardo takes sides of 480 to 6336 in steps of 16); the name of
the flag that turns H3's prompt enhancer off, so it has no row (it needs a fixed size or a stated ratio). The names
`output_format`, `output_compression` and `image_url` on the H3 routes are OpenAI's: the schema was available without
its field names.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    Model,
    Native,
    Needs,
    Not,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    PixelText,
    RatioRange,
    Record,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Target,
    Text,
    Words,
)

_HOST = "https://api.minimax.io"
_KEY = "Authorization: Bearer {key}"
_CHECKED = "2026-11-29"
_ROUTER = "a reseller's schema of the same body, 2026-11"
_OPENAPI = "MiniMax's OpenAPI document as kept by api-evangelist/minimax-ai, 2026-11"

# ---- image-01

_PIXELS = {
    "1:1": (1024, 1024),
    "16:9": (1280, 720),
    "4:3": (1152, 864),
    "3:2": (1248, 832),
    "2:3": (832, 1248),
    "3:4": (864, 1152),
    "9:16": (720, 1280),
    "21:9": (1344, 576),
}

#: comic, vigorous, medieval, watercolour
_STYLES = OneOf("漫画", "元气", "中世纪", "水彩")
_STYLE = (
    Native("style.style_type", _STYLES),
    Native("style.style_weight", Num(0, 1), default=0.8, note="above 0"),
    Native("style.type", _STYLES, note="a second spelling of style_type", source=_OPENAPI),
    Native("style.weight", Num(0, 1), note="a second spelling of style_weight", source=_OPENAPI),
)

_IMAGE_ROUTE = Target(
    name="minimax/image-01",
    model="image-01",
    serves="minimax/image-01",
    method="POST",
    path="/v1/image_generation",
    base_url=_HOST,
    key_header=_KEY,
    docs="https://platform.minimax.io/docs/api-reference/image-generation-t2i.md",
    checked=_CHECKED,
    rows=(
        Model("model"),
        Param("prompt", Field.prompt, Text(max_length=1500), required=True),
        Sizes(
            (
                ShapeWords("aspect_ratio", tuple(_PIXELS), pixels=_PIXELS),
                Sides("width", "height", Grid(Int(512, 2048, multiple_of=8))),
            ),
            default={"aspect_ratio": "1:1"},
        ),
        Param("n", Field.n, Int(1, 9, round_down=True), default=1),
        Param("seed", Field.seed, Int(), note="the range is not published"),
        Param("response_format", Field.delivery, OneOf("url", "base64"), default="url", note="URLs live for 24 hours"),
        Native("prompt_optimizer", Flag(), default=False),
        Native("aigc_watermark", Flag(), default=False),
        Native("metadata", Record((), open=True), note="a text by each key", source=_OPENAPI),
        *_STYLE,
        Pictures(
            "subject_reference",
            (
                Part(Image("url", "data"), {"type": "character", "image_file": HOLE}, roles=("character",)),
                Part(Image("url"), {"type": "character", "image_url": HOLE}, roles=("character",)),
            ),
            max=1,
            note="one person, seen from the front; JPG, JPEG or PNG, 10 MB; the command line sends links as image_url",
        ),
    ),
    rules=(
        Rule(
            {"aspect_ratio": PRESENT},
            {"width": ABSENT, "height": ABSENT},
            "the page's digest says that aspect_ratio wins over width and height; the command line then drops it",
            effect="ignored",
        ),
        Needs("style.style_weight", "style.style_type"),
    ),
)
IMAGE_01 = _IMAGE_ROUTE.but(
    name="minimax/image-01",
    rules=(
        Rule(
            {"model": PRESENT},
            {
                "style.style_type": ABSENT,
                "style.style_weight": ABSENT,
                "style.type": ABSENT,
                "style.weight": ABSENT,
            },
            "style only takes effect with image-01-live",
            effect="ignored",
        ),
    ),
)
IMAGE_01_LIVE = _IMAGE_ROUTE.but(
    Sizes((ShapeWords("aspect_ratio", tuple(_PIXELS), pixels=_PIXELS),), default={"aspect_ratio": "1:1"}),
    model="image-01-live",
    serves="minimax/image-01-live",
)

# ---- H3

H3_EDIT = Target(
    name="minimax/MiniMax-H3-Image:edit",
    model="MiniMax-H3-Image",
    serves="minimax/MiniMax-H3-Image",
    method="POST",
    path="/v1/images/edits",
    base_url=_HOST,
    key_header=_KEY,
    docs="https://platform.minimax.io/docs/api-reference/image-generation-h3-generations.md",
    checked=_CHECKED,
    rows=(
        Model("model"),
        Param("prompt", Field.prompt, Text(), required=True),
        Param("n", Field.n, Int(1, 10, round_down=True), default=1, note="the default is a reseller's"),
        Sizes(
            (
                PixelText("size", Grid(area=(655360, 20000000), ratio=("1:3", "3:1")), "auto"),
                RatioRange("aspect_ratio", "1:3", "3:1", auto="auto", tier="area", tiers=("1K", "2K", "4K")),
            ),
            default={"size": "auto", "area": "4K", "aspect_ratio": "auto"},
            source=_ROUTER,
            disputed="the ceiling is 20 million pixels there, about 16 million elsewhere; no source states a step",
        ),
        Param(
            "output_format",
            Field.output_format,
            Words((("png", "png"), ("jpeg", "jpeg"), ("jpeg", "jpg"), ("webp", "webp"))),
            default="jpg",
            source=_ROUTER,
        ),
        Param(
            "output_compression",
            Field.output_compression,
            Int(0, 100),
            default=95,
            note="for jpeg and webp",
            source=_ROUTER,
        ),
        Param("stream", Field.stream, Flag()),
        Pictures(
            "images",
            (Part(Image("url", "data"), {"image_url": HOLE}),),
            min=1,
            max=16,
            required=True,
            note="JPEG, PNG, WEBP, HEIC or HEIF; sides of 128 to 8192, the longer at most four times the shorter",
            source=_ROUTER,
        ),
    ),
    rules=(
        Rule(
            {"size": Not(OneOf("auto"))},
            {"area": ABSENT, "aspect_ratio": ABSENT},
            "a fixed size excludes area and aspect_ratio, which need size absent or auto",
            source=_ROUTER,
        ),
    ),
    note="repeating a call generates and bills again",
)
H3 = H3_EDIT.but(
    name="minimax/MiniMax-H3-Image", path="/v1/images/generations", without=("images",), operations={"edit": H3_EDIT}
)
H3_HIGHSPEED_EDIT = H3_EDIT.but(model="MiniMax-H3-Image-Highspeed", serves="minimax/MiniMax-H3-Image-Highspeed")
H3_HIGHSPEED = H3.but(
    model="MiniMax-H3-Image-Highspeed",
    serves="minimax/MiniMax-H3-Image-Highspeed",
    operations={"edit": H3_HIGHSPEED_EDIT},
)

TARGETS: tuple[Target, ...] = (IMAGE_01, IMAGE_01_LIVE, H3, H3_EDIT, H3_HIGHSPEED, H3_HIGHSPEED_EDIT)
ENVELOPE: Target | None = None
