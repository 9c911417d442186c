"""MiniMax: image-01 on a route of its own, the H3 image models on OpenAI-like routes.

Sources: the vendor's command line, MiniMax-AI/cli (official), 2026-05-06; a digest of the vendor's text-to-image and
image-to-image pages, 2026-03; MiniMax-MCP (official), 2026-05-14; the page of H3 image generation, 2026-11, with two
resellers' schemas (Comfy, Leonardo) and an article of 2026-11-11 for what that page does not show.

Open: the range of `seed` (a third party says 0 to 4294967295); further fields of H3 and its ceiling in pixels (resellers say 16
or 20 MP; Leonardo takes sides of 480 to 6336 in steps of 16); what an edit of H3 takes beside `images`.
"""

from __future__ import annotations

from imgparams.domains import ABSENT, PRESENT, Flag, Int, Not, OneOf, Text
from imgparams.images import Image
from imgparams.parts import HOLE, Part, Pictures
from imgparams.rows import Model, Own, Param
from imgparams.rules import Rule
from imgparams.shapes import Names, PixelText, RatioRange, Sides, Sizes
from imgparams.sizes import Grid
from imgparams.target import Target, want

_CHECKED = "2026-11-21"

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

IMAGE_01 = Target(
    name="minimax/image-01",
    model="image-01",
    method="POST",
    path="/v1/image_generation",
    docs="https://platform.minimax.io/docs/api-reference/image-generation-t2i.md",
    checked=_CHECKED,
    rows=(
        Model("model"),
        Param("prompt", want.prompt, Text(max_length=1500), required=True),
        Sizes(
            (
                Names("aspect_ratio", tuple(_PIXELS), pixels=_PIXELS),
                Sides("width", "height", Grid(Int(512, 2048, multiple_of=8))),
            ),
            default={"aspect_ratio": "1:1"},
        ),
        Param("n", want.n, Int(1, 9, down=True), default=1),
        Param("seed", want.seed, Int(), note="the range is not published"),
        Own("response_format", OneOf("url", "base64"), default="url", note="URLs live for 24 hours"),
        Own("prompt_optimizer", Flag(), default=False),
        Own("aigc_watermark", Flag(), default=False),
        Pictures(
            "subject_reference",
            (
                Part(
                    Image("url", "data"),
                    {"type": "character", "image_file": HOLE},
                    roles=("character",),
                ),
            ),
            max=1,
            note="one person, seen from the front; JPG, JPEG or PNG up to 10 MB. The command line says image_url for links",
        ),
    ),
    rules=(
        Rule(
            {"aspect_ratio": PRESENT},
            {"width": ABSENT, "height": ABSENT},
            "aspect_ratio beside width and height: the page's digest says that aspect_ratio wins, the vendor's command "
            "line leaves it out",
            effect="ignored",
        ),
    ),
)
IMAGE_01_LIVE = IMAGE_01.but(
    Sizes((Names("aspect_ratio", tuple(_PIXELS), pixels=_PIXELS),), default={"aspect_ratio": "1:1"}),
    name="minimax/image-01-live",
    model="image-01-live",
    rules=(),
)

H3_EDIT = Target(
    name="minimax/MiniMax-H3-Image:edit",
    model="MiniMax-H3-Image",
    method="POST",
    path="/v1/images/edits",
    docs="https://platform.minimax.io/docs/api-reference/image-generation-h3-generations.md",
    checked=_CHECKED,
    rows=(
        Model("model"),
        Param("prompt", want.prompt, Text(), required=True),
        Param("n", want.n, Int(1, 10, down=True)),
        Sizes(
            (
                PixelText("size", Grid(), "auto"),
                RatioRange("aspect_ratio", "1:3", "3:1", auto="auto", tier="area", tiers=("1K", "2K", "4K")),
            ),
            default={"size": "auto", "area": "4K", "aspect_ratio": "auto"},
            note="area and aspect_ratio count where size is absent or auto",
            source="a reseller's schema of the model, 2026-11",
        ),
        Param("stream", want.stream, Flag()),
        Pictures(
            "images",
            (Image("url", "data"),),
            min=1,
            max=16,
            required=True,
            note="JPEG, PNG, WEBP, HEIC or HEIF; the form of an item is not in the article that names the field",
            source="an article of 2026-11-11",
        ),
    ),
    rules=(
        Rule(
            {"size": Not(OneOf("auto")), "area": PRESENT},
            {"area": ABSENT},
            "area counts where size is absent or auto",
            effect="ignored",
        ),
        Rule(
            {"size": Not(OneOf("auto")), "aspect_ratio": PRESENT},
            {"aspect_ratio": ABSENT},
            "aspect_ratio counts where size is absent or auto",
            effect="ignored",
        ),
    ),
    note="a call that is made again generates and bills again",
)
H3 = H3_EDIT.but(
    name="minimax/MiniMax-H3-Image",
    path="/v1/images/generations",
    without=("images",),
    operations={"edit": H3_EDIT},
)
H3_HIGHSPEED_EDIT = H3_EDIT.but(
    name="minimax/MiniMax-H3-Image-Highspeed:edit",
    model="MiniMax-H3-Image-Highspeed",
)
H3_HIGHSPEED = H3.but(
    name="minimax/MiniMax-H3-Image-Highspeed",
    model="MiniMax-H3-Image-Highspeed",
    operations={"edit": H3_HIGHSPEED_EDIT},
)

TARGETS: tuple[Target, ...] = (IMAGE_01, IMAGE_01_LIVE, H3, H3_EDIT, H3_HIGHSPEED, H3_HIGHSPEED_EDIT)
ENVELOPE: Target | None = None
