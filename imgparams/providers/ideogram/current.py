"""Ideogram's API under /v1: V3, its edit route, V4 and P-Image; rows follow the order of the specification."""

from __future__ import annotations

from imgparams.providers.ideogram.words import HOST, KEY, LINK, PALETTES, RATIOS, SIZES_V3, SIZES_V4, STYLE_PRESETS
from imgparams.tables import (
    ABSENT,
    PRESENT,
    QUALITY,
    AnyOf,
    AtMost,
    Between,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Native,
    Num,
    OneOf,
    Pairs,
    Param,
    Part,
    Pictures,
    PixelText,
    RatioTier,
    Record,
    Rule,
    SameLength,
    ShapeWords,
    Sides,
    Sizes,
    SizeText,
    Slots,
    Target,
    Text,
    Words,
)

_DOCS = "https://developer.ideogram.ai"
CHECKED = "2026-11-29"
SPEEDS = {"low": "TURBO", "medium": "DEFAULT", "high": "QUALITY"}
PROMPT = Text(min_length=1, max_length=10000)
SEED = Param("seed", Field.seed, Int(0, 2147483647))
N = Param("num_images", Field.n, Int(1, 8, round_down=True), default=1)
_MAGIC = Native("magic_prompt", OneOf("AUTO", "ON", "OFF"))
_COLOR = Record({"color_hex": Text(), "color_weight": Num(0.05, 1)}, required=("color_hex",))
PALETTE = AnyOf(
    Record({"name": OneOf(*PALETTES)}, required=("name",)), Record({"members": ListOf(_COLOR)}, required=("members",))
)
_NO_CHARACTER = ("character_reference_images", "character_reference_images_mask")
_EITHER_SIZE = AtMost(
    of=("resolution", "aspect_ratio"), max=1, why="resolution and aspect_ratio are mutually exclusive"
)

# ---- V3

V3_REMIX = Target(
    name="ideogram/ideogram-v3:remix",
    model="ideogram-v3",
    serves="ideogram/3.0",
    method="POST",
    path="/v1/{model}/remix",
    base_url=HOST,
    key_header=KEY,
    content="multipart",
    docs=_DOCS,
    checked=CHECKED,
    rows=(
        Slots("image", part=Image("file"), required=True, note="JPEG, WebP or PNG, at most 10 MB; later pages say 25"),
        Param("prompt", Field.prompt, Text(), required=True),
        Native("image_weight", Int(1, 100), default=50),
        SEED,
        Sizes(
            (PixelText("resolution", Pairs(SIZES_V3)), ShapeWords("aspect_ratio", RATIOS)),
            default={"aspect_ratio": "1x1"},
            note="the pixels of a ratio are not in the specification",
        ),
        Param(
            "rendering_speed",
            Field.quality,
            Words(SPEEDS, QUALITY, more=("FLASH", "BALANCED")),
            default="DEFAULT",
            note="FLASH and BALANCED are in the specification, but perhaps not every route takes them",
        ),
        _MAGIC,
        Param("negative_prompt", Field.negative_prompt, Text()),
        Param(
            "num_images",
            Field.n,
            Int(1, 8, round_down=True),
            default=1,
            disputed_to=Int(1),
            disputed="another reading found no maximum",
        ),
        Native("color_palette", PALETTE),
        Native("style_codes", ListOf(Text(pattern="[0-9A-Fa-f]{8}"))),
        Native(
            "style_type",
            OneOf("AUTO", "GENERAL", "REALISTIC", "DESIGN", "CUSTOM", "FICTION", "STYLIZED"),
            default="GENERAL",
            note="CUSTOM and STYLIZED are in the specification, not in the guide",
        ),
        Native("style_preset", OneOf(*STYLE_PRESETS)),
        Native("custom_model_uri", Text(), note="a custom model"),
        Pictures(
            "style_reference_images",
            (Part(Image("file"), roles=("style",)),),
            note="at most 10 MB in total; later pages say 25 MB per file and 50 MB per request",
        ),
        Pictures("character_reference_images", (Part(Image("file"), roles=("character",)),), max=1),
        Native(
            "character_reference_images_mask",
            ListOf(Image("file"), max=1),
            note="grayscale, the same size as its picture",
        ),
        LINK,
    ),
    rules=(
        _EITHER_SIZE,
        Rule(
            {"style_codes": PRESENT},
            {"style_reference_images": ABSENT, "style_type": ABSENT},
            "style codes exclude style references and the style type",
        ),
        SameLength(
            ("character_reference_images", "character_reference_images_mask"), "there are as many masks as characters"
        ),
    ),
)

V3_EDIT = V3_REMIX.but(
    Slots("image", part=Image("file"), required=True, note="JPEG, WebP or PNG, at most 10 MB"),
    Param(
        "mask",
        Field.mask,
        Image("file", edits="black"),
        required=True,
        note="the same size as the source; JPEG, WebP or PNG, at most 10 MB",
    ),
    name="ideogram/ideogram-v3:edit",
    path="/v1/{model}/edit",
    without=("image_weight", "resolution", "aspect_ratio", "negative_prompt"),
    note="later documents have the same operation at /v1/ideogram-v3/inpaint",
)

V3_INPAINT = V3_EDIT.but(name="ideogram/ideogram-v3:inpaint", path="/v1/{model}/inpaint", note="")

V3_REPLACE_BACKGROUND = V3_EDIT.but(
    name="ideogram/ideogram-v3:replace_background",
    path="/v1/{model}/replace-background",
    without=("mask", "style_type", "custom_model_uri", *_NO_CHARACTER),
    rules=(Rule({"style_codes": PRESENT}, {"style_reference_images": ABSENT}, "style codes exclude style references"),),
    note="",
)

V3_REFRAME = V3_REPLACE_BACKGROUND.but(
    SizeText("resolution", SIZES_V3, required=True),
    name="ideogram/ideogram-v3:reframe",
    path="/v1/{model}/reframe",
    without=("prompt", "magic_prompt"),
)

V3 = V3_REMIX.but(
    Native("enable_copyright_detection", Flag(), source="a later reading of the document"),
    name="ideogram/ideogram-v3",
    path="/v1/{model}/generate",
    also_content="json",
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
    Native("upscale_factor", OneOf("X1", "X2", "X4"), default="X1"),
    RatioTier("aspect_ratio", RATIOS, default={"aspect_ratio": "1x1"}),
    Fixed(Field.background, "transparent"),
    name="ideogram/ideogram-v3/generate-transparent",
    serves="ideogram/3.0",
    path="/v1/{model}/generate-transparent",
    also_content="json",
    domains={"rendering_speed": Words(SPEEDS, QUALITY, more=("BALANCED",))},
    only=(
        *("prompt", "seed", "aspect_ratio", "rendering_speed"),
        *("magic_prompt", "negative_prompt", "num_images", "custom_model_uri", Field.delivery),
    ),
    operations={},
)

# ---- editing by instruction

EDIT = Target(
    name="ideogram/ideogram-edit",
    method="POST",
    path="/v1/edit",
    base_url=HOST,
    key_header=KEY,
    content="multipart",
    docs=_DOCS,
    checked=CHECKED,
    rows=(
        Param("prompt", Field.prompt, Text(), required=True),
        Pictures("images", (Image("file"),), max=10, note="JPEG, WebP or PNG, at most 10 MB each"),
        Native("image_urls", ListOf(Text(), max=10), note="URLs of pictures at Ideogram, instead of files"),
        N,
        SEED,
        _MAGIC,
        Sizes(
            (PixelText("resolution", Pairs(SIZES_V3)), ShapeWords("aspect_ratio", RATIOS)),
            default={"aspect_ratio": "1x1"},
        ),
        Param("transparent_background", Field.background, Words({"transparent": True, "opaque": False}), default=False),
        LINK,
    ),
    rules=(_EITHER_SIZE,),
)

# ---- V4

_V4_SIZES = Sizes(
    (PixelText("resolution", Pairs(SIZES_V4)),),
    note="if left out, the model chooses the shape",
    disputed="38 by the later list; the list of July has the first 23 only, the draft 70",
)
_V4_SPEED = Param("rendering_speed", Field.quality, Words(SPEEDS, QUALITY), default="DEFAULT", note="FLASH is refused")
V4_REMIX = Target(
    name="ideogram/ideogram-v4:remix",
    model="ideogram-v4",
    serves="ideogram/4.0",
    method="POST",
    path="/v1/{model}/remix",
    base_url=HOST,
    key_header=KEY,
    content="multipart",
    docs="https://developer.ideogram.ai/api-reference/api-reference/remix-v4",
    checked="2026-12-01",
    rows=(
        Slots(
            "image", part=Image("file"), required=True, note="JPEG, WebP or PNG, at most 10 MB; a later page says 25"
        ),
        Param("text_prompt", Field.prompt, Text(), required=True),
        Native(
            "image_weight", Int(1, 100), note="the higher, the closer to the picture; chosen by the model if absent"
        ),
        _V4_SIZES,
        _V4_SPEED,
        Native(
            "enable_copyright_detection",
            Flag(),
            note="not on the page of June 2026",
            source="three public clients, 2026, one after the vendor's own list",
        ),
        LINK,
    ),
)

V4 = Target(
    name="ideogram/ideogram-v4",
    model="ideogram-v4",
    serves="ideogram/4.0",
    method="POST",
    path="/v1/{model}/generate",
    also_content="json",
    base_url=HOST,
    key_header=KEY,
    content="multipart",
    docs=_DOCS,
    checked=CHECKED,
    note="a draft in the specification of June 2026 has prompt, seed, magic_prompt_option and custom_model_uri",
    rows=(
        Param("text_prompt", Field.prompt, Text()),
        Native("json_prompt", Record({}, open=True)),
        _V4_SIZES,
        _V4_SPEED,
        Native("enable_copyright_detection", Flag(), source="two resellers of the model, 2026"),
        LINK,
    ),
    rules=(Between(("text_prompt", "json_prompt"), 1, 1, "exactly one of text_prompt and json_prompt"),),
    operations={"remix": V4_REMIX},
)

# ---- P-Image, whose route under /v2 has other names

V1_P_IMAGE = Target(
    name="ideogram/text-to-image/p-image-ideogram",
    model="p-image-ideogram",
    serves="prunaai/p-image-ideogram",
    method="POST",
    path="/v1/text-to-image/{model}",
    base_url=HOST,
    key_header=KEY,
    docs="https://developer.ideogram.ai/api-reference/api-reference/generate-p-image-ideogram",
    checked=CHECKED,
    rows=(
        Param(
            "prompt",
            Field.prompt,
            AnyOf(PROMPT, Record({}, open=True)),
            required=True,
            note="text, or a structured prompt",
        ),
        Native("prompt_upsampling", OneOf("AUTO", "ON", "OFF"), default="AUTO"),
        Param("seed", Field.seed, Int(0, 2147483647), nullable=True),
        Param(
            "quality",
            Field.quality,
            Words({"low": "LOW", "medium": "MEDIUM", "high": "HIGH"}, QUALITY, more=("VERY_LOW",)),
            default="MEDIUM",
            note="the page shows MEDIUM only",
            source="Comfy Router's page of this model, 2026",
        ),
        Sizes(
            (
                ShapeWords("aspect_ratio", RATIOS, "resolution", ("1K", "2K")),
                Sides("custom_width", "custom_height", Grid(Int(16, 4096, multiple_of=16), area=(1, 4194304))),
            ),
            default={"resolution": "1K", "aspect_ratio": "1x1"},
            nullable=True,
            note="the list of ratios is not on the page",
            source="Comfy Router's page of this model, 2026",
        ),
        Native("enable_copyright_detection", Flag(), source="Comfy Router's page of this model, 2026"),
    ),
    rules=(
        Rule(
            {"custom_width": PRESENT},
            {"resolution": ABSENT, "aspect_ratio": ABSENT},
            "custom pixels exclude resolution and aspect_ratio",
        ),
    ),
)

CURRENT: tuple[Target, ...] = (
    V3,
    V3_REMIX,
    V3_EDIT,
    V3_INPAINT,
    V3_REFRAME,
    V3_REPLACE_BACKGROUND,
    V3_TRANSPARENT,
    EDIT,
    V4,
    V4_REMIX,
    V1_P_IMAGE,
)
