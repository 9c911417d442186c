"""Recraft's routes for any model, and its tools, which have no model; rows follow the order of the specification."""

from __future__ import annotations

from imgparams.providers.recraft.words import RATIOS, SIZES, STYLES, SUBSTYLES
from imgparams.tables import (
    ABSENT,
    PRESENT,
    AtMost,
    Between,
    Field,
    Fixed,
    Flag,
    Image,
    Int,
    ListOf,
    Model,
    Native,
    Not,
    Num,
    OneOf,
    Pairs,
    Param,
    Part,
    Pictures,
    PixelText,
    Record,
    Rule,
    ShapeWords,
    Sizes,
    Slots,
    Target,
    Text,
    Words,
)

_HOST = "https://external.api.recraft.ai"
_KEY = "Authorization: Bearer {key}"
_DOCS = "https://www.recraft.ai/docs/api-reference"
_CHECKED = "2026-11-29"
_INPUT = "PNG, JPEG, WebP or SVG, under 10 MB, at most 16 megapixels, sides from 256 to 4096"
_RGB = ListOf(Int(0, 255), min=3, max=3)
_COLOR = Record({"rgb": _RGB, "weight": Num(), "std": ListOf(Num())})
_POINT = ListOf(Num(), min=2, max=2)
_LAYOUT = ListOf(Record({"text": Text(), "bbox": ListOf(_POINT, min=4, max=4)}, required=("text", "bbox")))
SHORT = Text(max_length=1000)

_DELIVERY = Param(
    "response_format", Field.delivery, Words({"url": "url", "base64": "b64_json"}), default="url", nullable=True
)

IMAGES_EDIT = Target(
    name="recraft/images:edit",
    method="POST",
    path="/v1/images/imageToImage",
    base_url=_HOST,
    key_header=_KEY,
    docs=_DOCS,
    checked=_CHECKED,
    note="the picture keeps the size of its source",
    rows=(
        Slots("image_url", part=Image("url", "data"), required=True, note=_INPUT),
        Param("prompt", Field.prompt, Text(max_length=10000), required=True, note="1000 characters for V2 and V3"),
        Param("strength", Field.strength, Num(0, 1), required=True, note="0 keeps the source almost as it is"),
        Model(
            "model",
            optional=True,
            nullable=True,
            default="recraftv4_1",
            note="an older copy of the page has recraftv4 as default",
        ),
        Param("n", Field.n, Int(1, 6, round_down=True), default=1, nullable=True),
        Param("random_seed", Field.seed, Int(0, 4294967295), nullable=True, source="the specification's 32 bits"),
        _DELIVERY,
        Param(
            "image_format",
            Field.output_format,
            OneOf("webp", "png"),
            note="pixels only; in the specification, not in the guide, so perhaps not for every model",
        ),
        Native("style", OneOf(*STYLES, open=True), nullable=True, note="V2 and V3: the name of a curated style"),
        Native("substyle", OneOf(*SUBSTYLES), note="V2 and V3: an older second level of style"),
        Native("style_id", Text(min_length=1), nullable=True, note="the UUID of a style created earlier"),
        Param("negative_prompt", Field.negative_prompt, Text(), nullable=True, note="V2 and V3"),
        Native("text_layout", _LAYOUT, nullable=True, note="V3: texts, each with the four points of its box"),
        Native("controls.colors", ListOf(_COLOR)),
        Native("controls.background_color", _COLOR),
        Native("controls.artistic_level", Int(0, 5), note="V3"),
        Native("controls.no_text", Flag(), note="V3"),
        Native("creativity", OneOf("simple", "standard", "eccentric")),
        Native("style_match", OneOf("regular", "precise", "flexible")),
        Native("block_nsfw", Flag()),
        Native("calculate_features", Flag()),
        Native("expire", Flag()),
    ),
    rules=(AtMost(of=("style_id", "style"), max=1, why="a style is given by name or by ID, not both"),),
)

IMAGES_VARIATION = IMAGES_EDIT.but(
    Sizes((PixelText("size", Pairs(SIZES)), ShapeWords("size", RATIOS)), required=True),
    name="recraft/images:variation",
    path="/v1/images/variateImage",
    only=("image_url", "model", "n", "random_seed", "response_format", "image_format", "expire"),
    note="",
)

IMAGES = IMAGES_EDIT.but(
    Model(
        "model",
        optional=True,
        nullable=True,
        default="recraftv4_1",
        default_when={"style_reference_urls": ABSENT},
        default_else="recraftv4_styles",
        note="an older copy of the page has recraftv4 as default",
    ),
    Sizes(
        (PixelText("size", Pairs(SIZES)), ShapeWords("size", RATIOS)),
        nullable=True,
        note="if left out, the vendor chooses",
    ),
    Native("upscale", OneOf("upscale4mp", "upscale16mp"), note="the result then has more pixels than the size"),
    Pictures(
        "style_reference_urls",
        (Part(Image("url", "data"), roles=("style",)),),
        max=10,
        note="a style is made from them: V4 and V4.1 without flash, and the styles models",
    ),
    name="recraft/images",
    path="/v1/images/generations",
    without=("image_url", "strength"),
    operations={"edit": IMAGES_EDIT, "variation": IMAGES_VARIATION},
    note="",
)

IMAGES_RASTER = IMAGES.but(
    Native(
        "model",
        Text(min_length=1, pattern=".*(?<!_vector)"),
        default="recraftv4_1",
        default_when={"style_reference_urls": ABSENT},
        default_else="recraftv4_styles",
        nullable=True,
        note="a model whose name ends in _vector is refused",
    ),
    name="recraft/images/raster",
    path="/v1/images/generations/raster",
    operations={},
    note="for the models that answer with pixels",
)

IMAGES_VECTOR = IMAGES.but(
    Native("model", Text(pattern=".+_vector"), nullable=True, note="other models are refused"),
    Native("image_format", OneOf("webp", "png"), note="ignored: the answer is always an SVG"),
    Fixed(Field.output_format, "svg"),
    Sizes((ShapeWords("size", RATIOS, more=SIZES),), nullable=True),
    name="recraft/images/vector",
    path="/v1/images/generations/vector",
    without=("upscale",),
    rules=(
        Rule(
            {"image_format": PRESENT},
            {"image_format": ABSENT},
            "image_format is ignored by vector models, which answer with SVG",
            effect="ignored",
            source="the vendor's overview of models, 2026-10, as a client restates it",
        ),
        Rule(
            {"size": PRESENT},
            {"size": Not(OneOf(*SIZES))},
            "the guide has ratios only for vector models; the vendor's node for ComfyUI sends pixels",
            effect="disputed",
        ),
    ),
    operations={},
    note="for the models that answer with SVG",
)

# ---- routes that take V3 only

_V3 = Model("model", optional=True, nullable=True, default="recraftv3")

V3_INPAINT = IMAGES_EDIT.but(
    _V3,
    Param(
        "mask_url",
        Field.mask,
        Image("url", "data", edits="white"),
        required=True,
        note="the same size as the source; only pure white, which is redrawn, and pure black",
    ),
    name="recraft/recraftv3:inpaint",
    model="recraftv3",
    serves="recraft/v3",
    aliases=("recraftv3_raster",),
    path="/v1/images/inpaint",
    without=("strength",),
    domains={"prompt": SHORT},
    note="",
)

_SIDES = ("expand_left", "expand_right", "expand_top", "expand_bottom")
_ADDED, _ADDED_NOTE = Int(0, 4096), "pixels to add; each side of the result is at most 4096"
_ZOOM = "zoom_out_percentage"

V3_OUTPAINT = IMAGES_EDIT.but(
    _V3,
    Native("expand_left", _ADDED, nullable=True, note=_ADDED_NOTE),
    Native("expand_right", _ADDED, nullable=True, note=_ADDED_NOTE),
    Native("expand_top", _ADDED, nullable=True, note=_ADDED_NOTE),
    Native("expand_bottom", _ADDED, nullable=True, note=_ADDED_NOTE),
    Native(_ZOOM, Num(0), default=0, nullable=True, note="below 100; the source becomes smaller in the result"),
    Sizes((PixelText("size", Pairs(SIZES)), ShapeWords("size", RATIOS)), nullable=True),
    name="recraft/recraftv3:outpaint",
    model="recraftv3",
    serves="recraft/v3",
    aliases=("recraftv3_raster",),
    path="/v1/images/outpaint",
    without=("strength",),
    domains={"prompt": SHORT},
    rules=(
        Rule(
            {"size": PRESENT},
            {"expand_left": ABSENT, "expand_right": ABSENT, "expand_top": ABSENT, "expand_bottom": ABSENT},
            "pixels to add and a size are mutually exclusive",
        ),
        Rule({_ZOOM: Num(100)}, {_ZOOM: ABSENT}, "the percentage is below 100"),
        Between(
            of=(_ZOOM, *_SIDES, "size"), min=1, max=6, why="a size, pixels to add or a percentage must be specified"
        ),
    ),
    note="",
)

V3_REPLACE_BACKGROUND = IMAGES_EDIT.but(
    _V3,
    name="recraft/recraftv3:replace_background",
    model="recraftv3",
    serves="recraft/v3",
    aliases=("recraftv3_raster",),
    path="/v1/images/replaceBackground",
    without=("strength",),
    domains={"prompt": SHORT},
    note="",
)

V3_GENERATE_BACKGROUND = V3_INPAINT.but(
    Param(
        "mask_url",
        Field.mask,
        Image("url", "data", edits="white"),
        required=True,
        note="white marks the background; otherwise as for inpainting",
    ),
    name="recraft/recraftv3/generateBackground:replace_background",
    serves="recraft/v3",
    aliases=("recraftv3_raster",),
    path="/v1/images/generateBackground",
)

# ---- tools without a model

ERASE_REGION = Target(
    name="recraft/eraseRegion:edit",
    method="POST",
    path="/v1/images/eraseRegion",
    base_url=_HOST,
    key_header=_KEY,
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Slots("image_url", part=Image("url", "data"), required=True, note=_INPUT),
        Param(
            "mask_url",
            Field.mask,
            Image("url", "data", edits="white"),
            required=True,
            note="white marks what is erased; the same size as the source, at most 10 MB and 16 megapixels",
        ),
        _DELIVERY,
        Param("image_format", Field.output_format, OneOf("webp", "png"), note="in the specification, not in the guide"),
        Native("expire", Flag()),
        Fixed(Field.n, 1),
    ),
)

_SPECIFICATION = "the OpenAPI document; the guide does not have it"

REMOVE_BACKGROUND = ERASE_REGION.but(
    Native("upscale", OneOf("upscale4mp", "upscale16mp"), source=_SPECIFICATION),
    name="recraft/removeBackground:edit",
    path="/v1/images/removeBackground",
    without=("mask_url",),
)

CRISP_UPSCALE = REMOVE_BACKGROUND.but(name="recraft/crispUpscale:upscale", path="/v1/images/crispUpscale")

CREATIVE_UPSCALE = REMOVE_BACKGROUND.but(name="recraft/creativeUpscale:upscale", path="/v1/images/creativeUpscale")

VECTORIZE = REMOVE_BACKGROUND.but(
    Native("svg_compression", OneOf("on", "off")),
    Native("limit_num_shapes", OneOf("on", "off")),
    Native("max_num_shapes", Int(0)),
    Native("color_reduction", OneOf("on", "off"), source=_SPECIFICATION),
    Native("return_gradients", OneOf("on", "off"), source=_SPECIFICATION),
    Native("small_shape_filter", OneOf("on", "off"), source=_SPECIFICATION),
    Native("shape_stacking", OneOf("cut_out", "hierarchical"), source=_SPECIFICATION),
    Native("strict_color_palette", ListOf(ListOf(Int())), source=_SPECIFICATION),
    Native("image_format", OneOf("webp", "png"), source=_SPECIFICATION),
    Fixed(Field.output_format, "svg"),
    name="recraft/vectorize:edit",
    path="/v1/images/vectorize",
)

ROUTES: tuple[Target, ...] = (IMAGES, IMAGES_EDIT, IMAGES_VARIATION, IMAGES_RASTER, IMAGES_VECTOR)
TOOLS: tuple[Target, ...] = (ERASE_REGION, REMOVE_BACKGROUND, CRISP_UPSCALE, CREATIVE_UPSCALE, VECTORIZE)
