"""Ideogram's first API: V_1, V_2 and V_2A, where a wire names the model; rows follow the order of the specification."""

from __future__ import annotations

from imgparams.providers.ideogram.current import PALETTE
from imgparams.providers.ideogram.words import HOST, KEY, LEGACY_RATIOS, LEGACY_SIZES, LINK
from imgparams.tables import (
    AtMost,
    Field,
    Image,
    Int,
    Model,
    Native,
    OneOf,
    Param,
    Presets,
    RatioTier,
    ShapeWords,
    Sizes,
    Slots,
    Target,
    Text,
)

_DOCS = "https://developer.ideogram.ai"
_CHECKED = "2026-11-29"
_STYLES = OneOf("AUTO", "GENERAL", "FICTION", "REALISTIC", "DESIGN", "RENDER_3D", "ANIME", "CUSTOM", "STYLIZED")
_VERSIONS = OneOf("V_0", "V_0_1", "V_0_2", "V_0_3", "V_0_4", "V_0_5", "V_0_6", "V_0_7", "V_0_8")
_FILE = "JPEG, WebP or PNG, at most 10 MB"
_DEFAULT = {"image_request.aspect_ratio": "ASPECT_1_1"}
_MODEL = Model("image_request.model", optional=True, default="V_2")
_RATIOS_ONLY = RatioTier("image_request.aspect_ratio", LEGACY_RATIOS, default=_DEFAULT)
_NOT_IN_V_1 = ("image_request.style_type", "image_request.color_palette")

REMIX = Target(
    name="ideogram/generate:remix",
    method="POST",
    path="/remix",
    base_url=HOST,
    key_header=KEY,
    content="multipart",
    json_parts=("image_request",),
    docs=_DOCS,
    checked=_CHECKED,
    note="image_request is one part of the form",
    rows=(
        Slots("image_file", part=Image("file"), required=True, note=_FILE),
        Param("image_request.prompt", Field.prompt, Text(), required=True),
        Sizes(
            (
                Presets("image_request.resolution", LEGACY_SIZES),
                ShapeWords("image_request.aspect_ratio", LEGACY_RATIOS),
            ),
            default=_DEFAULT,
            disputed="the text has resolution for V_2 only; whether V_2_TURBO takes it too is open",
        ),
        Native(
            "image_request.model",
            OneOf("V_1", "V_1_TURBO", "V_2", "V_2_TURBO", "V_2A", "V_2A_TURBO", "V_3", "AUTO"),
            default="V_2",
            note="V_3 and AUTO are in the specification only",
        ),
        Native("image_request.magic_prompt_option", OneOf("AUTO", "ON", "OFF")),
        Native("image_request.magic_prompt_version", _VERSIONS),
        Param("image_request.seed", Field.seed, Int(0, 2147483647)),
        Native("image_request.style_type", _STYLES, note="V_2 and later"),
        Param("image_request.negative_prompt", Field.negative_prompt, Text(), note="V_1 and V_2, and their turbos"),
        Param("image_request.num_images", Field.n, Int(1, 8, round_down=True), default=1),
        Native("image_request.color_palette", PALETTE, note="V_2 and V_2_TURBO"),
        Native("image_request.image_weight", Int(1, 100), default=50),
        LINK,
    ),
    rules=(
        AtMost(
            of=("image_request.resolution", "image_request.aspect_ratio"),
            max=1,
            why="resolution and aspect_ratio are mutually exclusive",
        ),
    ),
)

GENERATE = REMIX.but(
    Native(
        "image_request.model",
        OneOf("V_1", "V_1_TURBO", "V_2", "V_2_TURBO", "V_2A", "V_2A_TURBO", "AUTO"),
        default="V_2",
        note="V_3 is in the specification and refused (V3 model not supported): it has routes of its own; AUTO is in "
        "the specification only",
        source="a skill file on Ideogram, 2026",
    ),
    name="ideogram/generate",
    path="/generate",
    content="json",
    without=("image_file", "image_request.image_weight"),
    operations={"remix": REMIX},
    note="any model of the first API",
)

# ---- V_2

V_2_REMIX = REMIX.but(_MODEL, model="V_2", serves="ideogram/v2")
V_2_EDIT = Target(
    name="ideogram/V_2:edit",
    model="V_2",
    serves="ideogram/v2",
    method="POST",
    path="/edit",
    base_url=HOST,
    key_header=KEY,
    content="multipart",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Slots("image_file", part=Image("file"), required=True, note=_FILE),
        Param(
            "mask",
            Field.mask,
            Image("file", edits="black"),
            required=True,
            note="the same size as the source; JPEG, WebP or PNG, at most 10 MB",
        ),
        Param("prompt", Field.prompt, Text(), required=True),
        Model("model"),
        Native("magic_prompt_option", OneOf("AUTO", "ON", "OFF")),
        Param("num_images", Field.n, Int(1, 8, round_down=True), default=1),
        Param("seed", Field.seed, Int(0, 2147483647)),
        Native("style_type", _STYLES),
        LINK,
    ),
)
V_2_REFRAME = V_2_EDIT.but(
    Sizes((Presets("resolution", LEGACY_SIZES),), required=True),
    name="ideogram/V_2:reframe",
    path="/reframe",
    without=("mask", "prompt", "magic_prompt_option"),
)
V_2 = GENERATE.but(
    _MODEL,
    model="V_2",
    serves="ideogram/v2",
    operations={"remix": V_2_REMIX, "edit": V_2_EDIT, "reframe": V_2_REFRAME},
    note="",
)

V_2_TURBO = V_2.but(
    model="V_2_TURBO",
    serves="ideogram/v2-turbo",
    operations={
        "remix": V_2_REMIX.but(model="V_2_TURBO", serves="ideogram/v2-turbo"),
        "edit": V_2_EDIT.but(model="V_2_TURBO", serves="ideogram/v2-turbo"),
        "reframe": V_2_REFRAME.but(model="V_2_TURBO", serves="ideogram/v2-turbo"),
    },
)

# ---- V_2A, which has no negative prompt and takes no picture

V_2A = V_2.but(
    _RATIOS_ONLY,
    model="V_2A",
    serves="ideogram/v2a",
    without=("image_request.negative_prompt", "image_request.color_palette"),
    operations={},
)
V_2A_TURBO = V_2A.but(model="V_2A_TURBO", serves="ideogram/v2a-turbo")

# ---- V_1

V_1_REMIX = V_2_REMIX.but(_RATIOS_ONLY, model="V_1", serves="ideogram/v1", without=_NOT_IN_V_1)
V_1 = V_2.but(_RATIOS_ONLY, model="V_1", serves="ideogram/v1", without=_NOT_IN_V_1, operations={"remix": V_1_REMIX})
V_1_TURBO = V_1.but(
    model="V_1_TURBO",
    serves="ideogram/v1-turbo",
    operations={"remix": V_1_REMIX.but(model="V_1_TURBO", serves="ideogram/v1-turbo")},
)

LEGACY: tuple[Target, ...] = (
    GENERATE,
    REMIX,
    V_2,
    *V_2.operations.values(),
    V_2_TURBO,
    *V_2_TURBO.operations.values(),
    V_2A,
    V_2A_TURBO,
    V_1,
    *V_1.operations.values(),
    V_1_TURBO,
    *V_1_TURBO.operations.values(),
)
