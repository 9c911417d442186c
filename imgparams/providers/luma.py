"""Luma: Photon, one image a call, references by URL only.

Sources: lumalabs/lumaai-api, openapi.yaml, 2025-06-24; the Python package lumaai 1.21.0 (reframe); a digest of Luma's guide,
verified 2026-07-09 (counts, length of the prompt); the ComfyUI node documentation (weights from 0 to 1, one style).

Open: whether `image_ref` takes 4 pictures (guide) or 8 (Luma's MCP readme); the bound of weights in Luma's own words; the
path of reframe, which is read from the package's resource name. Left out: uni-1, whose own field names no source has.
"""

from __future__ import annotations

from imgparams.domains import Flag, Int, ListOf, Num, Record, Text, Words
from imgparams.images import Image
from imgparams.parts import HOLE, WEIGHT, Keys, Part, Pictures
from imgparams.rows import Const, Fixed, Model, Own, Param
from imgparams.shapes import RatioTier
from imgparams.target import Target, want

_DOCS = "https://docs.lumalabs.ai/docs/image-generation"
_CHECKED = "2026-11-21"
_RATIOS = ("1:1", "16:9", "9:16", "4:3", "3:4", "21:9", "9:21")
_WEIGHT = Num(0, 1)

PHOTON_1_REFRAME = Target(
    name="luma/photon-1:reframe",
    model="photon-1",
    method="POST",
    path="/dream-machine/v1/generations/image/reframe",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Model("model"),
        Const("generation_type", "reframe_image"),
        Keys("media", part=Part(Image("url"), {"url": HOLE}), required=True),
        RatioTier("aspect_ratio", _RATIOS, required=True),
        Param("format", want.output_format, Words({"jpeg": "jpg", "png": "png"})),
        Param("prompt", want.prompt, Text()),
        Own("resized_width", Int()),
        Own("resized_height", Int()),
        Own("x_start", Int()),
        Own("x_end", Int()),
        Own("y_start", Int()),
        Own("y_end", Int()),
        Own("grid_position_x", Int()),
        Own("grid_position_y", Int()),
        Fixed(want.n, 1),
    ),
)

PHOTON_1 = Target(
    name="luma/photon-1",
    model="photon-1",
    method="POST",
    path="/dream-machine/v1/generations/image",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Model("model"),
        Param("prompt", want.prompt, Text(min_length=3, max_length=5000), source="the error guide"),
        RatioTier("aspect_ratio", _RATIOS, default={"aspect_ratio": "16:9"}),
        Param("format", want.output_format, Words({"jpeg": "jpg", "png": "png"}), default="jpg"),
        Const("generation_type", "image", optional=True),
        Pictures(
            "image_ref",
            (
                Part(
                    Image("url"),
                    {"url": HOLE, "weight": WEIGHT},
                    roles=("image", "reference", "content"),
                    weight=_WEIGHT,
                ),
            ),
            max=4,
            note="the vendor's MCP readme says 8",
        ),
        Pictures(
            "style_ref",
            (Part(Image("url"), {"url": HOLE, "weight": WEIGHT}, roles=("style",), weight=_WEIGHT),),
            max=1,
            note="only one is used",
        ),
        Own(
            "character_ref",
            Record({"identity0": Record({"images": ListOf(Image("url"), min=1, max=4)}, required=("images",))}),
            note="at most 4 pictures of one person",
        ),
        Keys(
            "modify_image_ref",
            part=Part(Image("url"), {"url": HOLE, "weight": WEIGHT}, roles=("source",), weight=_WEIGHT),
        ),
        Own("callback_url", Text()),
        Own("sync", Flag(), default=False),
        Own("sync_timeout", Num(), default=60, note="in seconds"),
        Fixed(want.n, 1, source="the guide: one image a call"),
    ),
    operations={"reframe": PHOTON_1_REFRAME},
)

PHOTON_FLASH_1_REFRAME = PHOTON_1_REFRAME.but(name="luma/photon-flash-1:reframe", model="photon-flash-1")
PHOTON_FLASH_1 = PHOTON_1.but(
    name="luma/photon-flash-1", model="photon-flash-1", operations={"reframe": PHOTON_FLASH_1_REFRAME}
)

TARGETS: tuple[Target, ...] = (PHOTON_1, PHOTON_1_REFRAME, PHOTON_FLASH_1, PHOTON_FLASH_1_REFRAME)
ENVELOPE: Target | None = None
