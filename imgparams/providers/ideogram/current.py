"""Ideogram's V3, its edit route, V4, and the newer API under /v2; rows in the order of the specification."""

from __future__ import annotations

from imgparams.domains import ABSENT, PRESENT, AnyOf, Flag, Int, ListOf, Num, OneOf, Record, Text, Words
from imgparams.images import Image
from imgparams.intent import QUALITY
from imgparams.parts import Keys, Part, Pictures
from imgparams.providers.ideogram.words import PALETTES, RATIOS, SIZES_V3, SIZES_V4, STYLE_PRESETS
from imgparams.rows import Fixed, Own, Param
from imgparams.rules import Few, Rule, Same
from imgparams.shapes import Names, PixelText, RatioTier, Sides, Sizes, SizeText
from imgparams.sizes import Grid, Pairs
from imgparams.target import Target, want

_DOCS = "https://developer.ideogram.ai"
_CHECKED = "2026-11-21"
_SPEEDS = {"low": "TURBO", "medium": "DEFAULT", "high": "QUALITY"}
_COLOR = Record({"color_hex": Text(), "color_weight": Num(0.05, 1)}, required=("color_hex",))
PALETTE = AnyOf(
    Record({"name": OneOf(*PALETTES)}, required=("name",)),
    Record({"members": ListOf(_COLOR)}, required=("members",)),
)
_NO_CHARACTER = ("character_reference_images", "character_reference_images_mask")
_EITHER_SIZE = Few(of=("resolution", "aspect_ratio"), max=1, why="resolution and aspect_ratio exclude each other")

# ---- V3

V3_REMIX = Target(
    name="ideogram/ideogram-v3:remix",
    model="ideogram-v3",
    method="POST",
    path="/v1/ideogram-v3/remix",
    content="multipart",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Keys("image", part=Image("file"), required=True, note="JPEG, WebP or PNG, at most 10 MB; later pages say 25"),
        Param("prompt", want.prompt, Text(), required=True),
        Own("image_weight", Int(1, 100), default=50),
        Param("seed", want.seed, Int(0, 2147483647)),
        Sizes(
            (PixelText("resolution", Pairs(SIZES_V3)), Names("aspect_ratio", RATIOS)),
            default={"aspect_ratio": "1x1"},
            note="the pixels of a ratio are not in the specification",
        ),
        Param(
            "rendering_speed",
            want.quality,
            Words(_SPEEDS, QUALITY, more=("FLASH", "BALANCED")),
            default="DEFAULT",
            note="FLASH and BALANCED are in the specification, and perhaps not taken by every route",
        ),
        Own("magic_prompt", OneOf("AUTO", "ON", "OFF")),
        Param("negative_prompt", want.negative_prompt, Text()),
        Param(
            "num_images", want.n, Int(1, 8, down=True), default=1, disputed="another reading found no greatest number"
        ),
        Own("color_palette", PALETTE),
        Own("style_codes", ListOf(Text(pattern="[0-9A-Fa-f]{8}"))),
        Own(
            "style_type",
            OneOf("AUTO", "GENERAL", "REALISTIC", "DESIGN", "CUSTOM", "FICTION", "STYLIZED"),
            default="GENERAL",
            note="CUSTOM and STYLIZED are in the specification, not in the guide",
        ),
        Own("style_preset", OneOf(*STYLE_PRESETS)),
        Own("custom_model_uri", Text(), note="a model of one's own"),
        Pictures(
            "style_reference_images",
            (Part(Image("file"), roles=("style",)),),
            note="together at most 10 MB; later pages say 25 MB a file and 50 MB a request",
        ),
        Pictures("character_reference_images", (Part(Image("file"), roles=("character",)),), max=1),
        Own("character_reference_images_mask", ListOf(Image("file"), max=1), note="gray, as large as its picture"),
    ),
    rules=(
        _EITHER_SIZE,
        Rule(
            {"style_codes": PRESENT},
            {"style_reference_images": ABSENT, "style_type": ABSENT},
            "style codes exclude style references and a style type",
        ),
        Same(("character_reference_images", "character_reference_images_mask"), "as many masks as characters"),
    ),
)

V3_EDIT = V3_REMIX.but(
    Keys("image", part=Image("file"), required=True, note="JPEG, WebP or PNG, at most 10 MB"),
    Param(
        "mask",
        want.mask,
        Image("file", edits="black"),
        required=True,
        note="as large as the source; JPEG, WebP or PNG, at most 10 MB",
    ),
    name="ideogram/ideogram-v3:edit",
    path="/v1/ideogram-v3/edit",
    without=("image_weight", "resolution", "aspect_ratio", "negative_prompt"),
    note="later documents have the same operation at /v1/ideogram-v3/inpaint",
)

V3_INPAINT = V3_EDIT.but(name="ideogram/ideogram-v3:inpaint", path="/v1/ideogram-v3/inpaint", note="")

V3_REPLACE_BACKGROUND = V3_EDIT.but(
    name="ideogram/ideogram-v3:replace_background",
    path="/v1/ideogram-v3/replace-background",
    without=("mask", "style_type", "custom_model_uri", *_NO_CHARACTER),
    rules=(Rule({"style_codes": PRESENT}, {"style_reference_images": ABSENT}, "style codes exclude style references"),),
    note="",
)

V3_REFRAME = V3_REPLACE_BACKGROUND.but(
    SizeText("resolution", SIZES_V3, required=True),
    name="ideogram/ideogram-v3:reframe",
    path="/v1/ideogram-v3/reframe",
    without=("prompt", "magic_prompt"),
)

V3 = V3_REMIX.but(
    Own("enable_copyright_detection", Flag(), source="a later reading of the document"),
    name="ideogram/ideogram-v3",
    path="/v1/ideogram-v3/generate",
    without=("image", "image_weight"),
    operations={
        "remix": V3_REMIX,
        "inpaint": V3_INPAINT,
        "edit": V3_EDIT,
        "reframe": V3_REFRAME,
        "replace_background": V3_REPLACE_BACKGROUND,
    },
)

V3_TRANSPARENT = V3.but(
    Own("upscale_factor", OneOf("X1", "X2", "X4"), default="X1"),
    RatioTier("aspect_ratio", RATIOS, default={"aspect_ratio": "1x1"}),
    Fixed(want.background, "transparent"),
    name="ideogram/ideogram-v3/generate-transparent",
    path="/v1/ideogram-v3/generate-transparent",
    domains={"rendering_speed": Words(_SPEEDS, QUALITY, more=("BALANCED",))},
    without=(
        "color_palette",
        "style_codes",
        "style_type",
        "style_preset",
        "style_reference_images",
        "enable_copyright_detection",
        *_NO_CHARACTER,
    ),
    operations={},
)

# ---- pictures by instruction

EDIT = Target(
    name="ideogram/ideogram-edit",
    method="POST",
    path="/v1/edit",
    content="multipart",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Param("prompt", want.prompt, Text(), required=True),
        Pictures("images", (Image("file"),), max=10, note="JPEG, WebP or PNG, at most 10 MB each"),
        Own("image_urls", ListOf(Text(), max=10), note="URLs of pictures at Ideogram, instead of files"),
        Param("num_images", want.n, Int(1, 8, down=True), default=1),
        Param("seed", want.seed, Int(0, 2147483647)),
        Own("magic_prompt", OneOf("AUTO", "ON", "OFF")),
        Sizes(
            (PixelText("resolution", Pairs(SIZES_V3)), Names("aspect_ratio", RATIOS)), default={"aspect_ratio": "1x1"}
        ),
        Param(
            "transparent_background",
            want.background,
            Words({"transparent": True, "opaque": False}),
            default=False,
        ),
    ),
    rules=(_EITHER_SIZE,),
)

# ---- V4

V4 = Target(
    name="ideogram/ideogram-v4",
    model="ideogram-v4",
    method="POST",
    path="/v1/ideogram-v4/generate",
    content="multipart",
    docs=_DOCS,
    checked=_CHECKED,
    note="a draft in the specification of June 2026 has prompt, seed, magic_prompt_option and custom_model_uri",
    rows=(
        Param("text_prompt", want.prompt, Text()),
        Own("json_prompt", Record({}, open=True)),
        Sizes(
            (PixelText("resolution", Pairs(SIZES_V4)),),
            note="left out: a shape of the model's choice",
            disputed="38 by the later list; the list of July has the first 23 only, the draft 70",
        ),
        Param(
            "rendering_speed",
            want.quality,
            Words(_SPEEDS, QUALITY),
            default="DEFAULT",
            note="FLASH is refused",
        ),
    ),
    rules=(Few(of=("text_prompt", "json_prompt"), min=1, max=1, why="exactly one of text_prompt and json_prompt"),),
)

# ---- the newer API: one path a model

IDEOGRAM_4_6 = Target(
    name="ideogram/ideogram-4.6",
    model="ideogram-4-6",
    method="POST",
    path="/v2/image/generate/ideogram-4-6",
    content="multipart",
    docs=_DOCS,
    checked=_CHECKED,
    note="it has fields that were not collected",
    rows=(
        Param("num_images", want.n, Int(1, 8, down=True), default=1),
        Param("seed", want.seed, Int(0, 2147483647)),
        Own("webhook_url", Text(), note="the answer then comes there"),
        Own("dry_run", Flag(), note="checks without drawing"),
        Param("prompt", want.prompt, AnyOf(Text(), Record({}, open=True)), required=True, note="or a structured one"),
    ),
)

IDEOGRAM_3 = IDEOGRAM_4_6.but(
    Own("rendering_speed", OneOf("default", open=True), default="default", note="its other words were not collected"),
    name="ideogram/ideogram-3",
    model="ideogram-3",
    path="/v2/image/generate/ideogram-3",
    domains={"prompt": Text()},
    note="V3; it may have fields that were not collected",
)

P_IMAGE = IDEOGRAM_4_6.but(
    Param("prompt", want.prompt, Text(min_length=1, max_length=10000), required=True),
    Param(
        "quality",
        want.quality,
        Words({"low": "low", "medium": "medium", "high": "high"}, QUALITY, more=("very_low",)),
        default="medium",
    ),
    Sizes(
        (
            Names("aspect_ratio", RATIOS, "resolution", {"1K": "1k", "2K": "2k"}),
            Sides("custom_width", "custom_height", Grid(Int(16, 4096, multiple_of=16), area=(1, 4194304))),
        ),
        default={"resolution": "1k"},
    ),
    name="ideogram/p-image-ideogram",
    model="p-image-ideogram",
    path="/v2/image/generate/p-image-ideogram",
    rules=(
        Rule(
            {"custom_width": PRESENT},
            {"resolution": ABSENT, "aspect_ratio": ABSENT},
            "pixels of one's own exclude resolution and aspect_ratio",
        ),
    ),
    note="",
)
