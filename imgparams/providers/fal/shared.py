"""What fal's tables share: the route, the size words, and the rows of nearly every model."""

from __future__ import annotations

from imgparams.tables import (
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    Presets,
    ShapeWords,
    Sides,
    Sizes,
    Target,
    Text,
    Words,
)

CHECKED = "2026-11-29"
TYPES = "the typed client of fal-js, 2026-08-02"
#: the default of another model: the typed client has one type for the inputs of all models with the same fields
SHARED_INPUT = "the typed client, which has one input for all models with the same fields"
MIRROR = "a reseller's OpenAPI file that mirrors fal's input, 2026-08-21"
GUIDE = "a third party's guide to the FLUX models, undated"
SCHEMA = "ImageSize in copies of fal's OpenAPI files"
TOOLKIT = "fal's own toolkit, projects/fal/src/fal/toolkit/image/image.py, 2026-08-21"
LIVE = "a program's list, checked by it against fal's live OpenAPI files, 2026-08"
SCHEMAS = "fal's OpenAPI files as JSON Schemas in fal-ai/fal-js pull request 212, 2026-05-12"
PINNED = "fal's OpenAPI file of 2026-10-08, as the tests of justintanner/apicity (tests/unit) pin it"
BUNDLE = "fal's OpenAPI files in @imgly/plugin-ai-image-generation-web 1.69.0, 2026"

#: the page of a model, for people and for programs
API = "https://fal.ai/models/{model}/api"
LLMS = "https://fal.ai/models/{model}/llms.txt"
#: every model has a route of its own
ROUTE = Target(
    name="fal/{model}",
    method="POST",
    path="/{model}",
    base_url="https://fal.run",
    key_header="Authorization: Key {key}",
    docs=API,
    checked=CHECKED,
    unknown="ignored",
    numbers_as_text="accepted",
    rows=(),
)

# ---- sizes: a word, or an object of two sides

#: custom pixels where no narrower limit is stated
ANY_SIZE = Grid(Int(1, 14142), generic=True)
SIDES = ("image_size.width", "image_size.height")
RATIO_WORDS = {
    "1:1": "square_hd",
    "3:4": "portrait_4_3",
    "9:16": "portrait_16_9",
    "4:3": "landscape_4_3",
    "16:9": "landscape_16_9",
}
PRESETS = Presets(
    "image_size",
    {
        "square_hd": "1024x1024",
        "square": "512x512",
        "portrait_4_3": "768x1024",
        "portrait_16_9": "576x1024",
        "landscape_4_3": "1024x768",
        "landscape_16_9": "1024x576",
    },
)
#: the same words by their ratio, so that a ratio alone is said by its word
BY_RATIO = ShapeWords("image_size", RATIO_WORDS, more=("square",))
BY_RATIO_OR_AUTO = ShapeWords("image_size", {**RATIO_WORDS, "auto": "auto"}, more=("square",))
ANY_SIDES = Sides(*SIDES, ANY_SIZE, missing=512)

SIZE_NOTE = "the pixels behind each word are those of fal's own toolkit; a missing side of a custom size is 512"
LANDSCAPE_SIZE = Sizes(
    (PRESETS, BY_RATIO, ANY_SIDES), default={"image_size": "landscape_4_3"}, note=SIZE_NOTE, source=TOOLKIT
)
SQUARE_SIZE = Sizes((PRESETS, BY_RATIO, ANY_SIDES), default={"image_size": "square_hd"}, note=SIZE_NOTE, source=TOOLKIT)
SIZE = Sizes((PRESETS, BY_RATIO, ANY_SIDES), note=f"{SIZE_NOTE}; the default is not stated", source=TOOLKIT)
#: at Recraft and Ideogram
FIXED_PIXELS = "the pixels behind the words, and which custom sizes are kept, are not stated"
FIXED_SQUARE = Sizes((BY_RATIO, ANY_SIDES), default={"image_size": "square_hd"}, note=FIXED_PIXELS)

# ---- rows

PROMPT = Param("prompt", Field.prompt, Text(), required=True)
NEGATIVE = Param("negative_prompt", Field.negative_prompt, Text(), default="")
SEED = Param("seed", Field.seed, Int(), nullable=True, note="no bounds are stated")
SEED_NOT_NULL = Param("seed", Field.seed, Int(), note="no bounds are stated")
SYNC = Param(
    "sync_mode",
    Field.delivery,
    Words({"url": False, "base64": True}),
    default=False,
    note="true returns data URLs and keeps no copy",
)
#: of the models without sync_mode
URLS = Fixed(Field.delivery, "url", note="there is no sync_mode")
#: of the models of makers that make one picture a call, and of those whose answer has a single `image`
ONE_IMAGE = Fixed(Field.n, 1)
SAFETY = Native("enable_safety_checker", Flag(), default=True)
ANY_N = Param("num_images", Field.n, Int(1, round_down=True), default=1, note="no maximum is stated")
N = Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source=SCHEMAS)
N_4 = Param("num_images", Field.n, Int(1, 4, round_down=True), default=1)
STEPS = Param("num_inference_steps", Field.steps, Int(1, 50), default=28, source=SCHEMAS)
GUIDANCE = Param("guidance_scale", Field.guidance, Num(1, 20), default=3.5, source=SCHEMAS)
GUIDANCE_2_5 = Param("guidance_scale", Field.guidance, Num(0, 20), default=2.5, source=SCHEMAS)
JPEG = Param("output_format", Field.output_format, OneOf("jpeg", "png"), default="jpeg")
JPEG_WEBP = Param("output_format", Field.output_format, OneOf("jpeg", "png", "webp"), default="jpeg")
PNG = Param("output_format", Field.output_format, OneOf("jpeg", "png"), default="png")
PNG_WEBP = Param("output_format", Field.output_format, OneOf("jpeg", "png", "webp"), default="png")
ACCELERATION = Native("acceleration", OneOf("none", "regular", "high"), default="none")
ACCELERATION_REGULAR = Native("acceleration", OneOf("none", "regular", "high"), default="regular")
TOLERANCE = Native("safety_tolerance", OneOf("1", "2", "3", "4", "5", "6"), default="2", note="1 is the strictest")
TOLERANCE_5 = Native("safety_tolerance", OneOf("1", "2", "3", "4", "5"), default="2", note="1 is the strictest")
TOLERANCE_4 = Native("safety_tolerance", OneOf("1", "2", "3", "4", "5", "6"), default="4", note="1 is the strictest")
EXPANSION = Native("enable_prompt_expansion", Flag(), default=False)
ENHANCE = Native("enhance_prompt", Flag(), default=False)

#: fal's page on its CDN: URLs work with every model, data URLs with some
PICTURE = Image("url", "data")
PICTURES = Pictures("image_urls", (Part(PICTURE),), required=True, note="no maximum is stated")
