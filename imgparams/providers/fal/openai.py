"""OpenAI's models at fal."""

from __future__ import annotations

from imgparams.providers.fal.shared import (
    ANY_N,
    LLMS,
    PICTURE,
    PICTURES,
    PINNED,
    PNG_WEBP,
    PROMPT,
    ROUTE,
    SCHEMAS,
    SIDES,
    SYNC,
    TYPES,
    N,
)
from imgparams.providers.openai import (
    FREE_SIZES,
    STANDARD_SIZES,
)
from imgparams.tables import (
    ABSENT,
    Field,
    Grid,
    Int,
    Native,
    OneOf,
    Param,
    Part,
    Pictures,
    Presets,
    Quality,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    SizeText,
    Target,
    Text,
)

# ---- OpenAI

_MASK_NOTE = "which areas it marks is not stated"

GPT_IMAGE_1_5_EDIT = ROUTE.but(
    Param("prompt", Field.prompt, Text(min_length=2, max_length=32_000), required=True, source=SCHEMAS),
    PICTURES,
    SizeText("image_size", STANDARD_SIZES, auto="auto", default="auto"),
    Param("background", Field.background, OneOf("auto", "transparent", "opaque"), default="auto"),
    Param("quality", Field.quality, Quality("low", "medium", "high"), default="high"),
    Native("input_fidelity", OneOf("low", "high"), default="high"),
    N,
    PNG_WEBP,
    SYNC,
    Param("mask_image_url", Field.mask, PICTURE, nullable=True, note=_MASK_NOTE),
    name="fal/fal-ai/gpt-image-1.5:edit",
    model="fal-ai/gpt-image-1.5/edit",
    serves="openai/gpt-image-1.5",
    aliases=("fal-ai/gpt-image-1.5/edit",),
)

GPT_IMAGE_1_5 = GPT_IMAGE_1_5_EDIT.but(
    SizeText("image_size", STANDARD_SIZES, default="1024x1024"),
    name="fal/fal-ai/gpt-image-1.5",
    model="fal-ai/gpt-image-1.5",
    without=("image_urls", "input_fidelity", "mask_image_url"),
    operations={"edit": GPT_IMAGE_1_5_EDIT},
)

# square, portrait_16_9 and landscape_16_9 have fewer pixels than the model makes, so they are read and not written
_GPT_2_PRESETS = Presets(
    "image_size", {"square_hd": "1024x1024", "portrait_4_3": "768x1024", "landscape_4_3": "1024x768"}
)
_GPT_2_WORDS = ShapeWords(
    "image_size",
    {"1:1": "square_hd", "3:4": "portrait_4_3", "4:3": "landscape_4_3", "auto": "auto"},
    more=("square", "portrait_16_9", "landscape_16_9"),
)
_GPT_2 = (_GPT_2_PRESETS, _GPT_2_WORDS, Sides(*SIDES, FREE_SIZES))
_GPT_2_NOTE = "square and the 16_9 words stand for fewer pixels than the model makes; what they return is not stated"

_GPT_2_ANY = Grid(Int(1, 3840), area=(655_360, 8_294_400), ratio=("1:3", "3:1"))
_GPT_2_16 = "OpenAI wants multiples of 16, but a program got 1920x1080 from fal (NousResearch/hermes-agent#68352)"

GPT_IMAGE_2_EDIT = GPT_IMAGE_1_5_EDIT.but(
    Sizes(
        _GPT_2,
        default={"image_size": "auto"},
        note=_GPT_2_NOTE,
        disputed_to=_GPT_2_ANY,
        disputed=_GPT_2_16,
        source=TYPES,
    ),
    Pictures("image_urls", (Part(PICTURE),), max=16, required=True),
    Param("quality", Field.quality, Quality("auto", "low", "medium", "high"), default="high"),
    Param("mask_url", Field.mask, PICTURE, nullable=True, note=_MASK_NOTE),
    name="fal/openai/gpt-image-2:edit",
    model="openai/gpt-image-2/edit",
    serves="openai/gpt-image-2",
    aliases=("openai/gpt-image-2/edit", "fal-ai/gpt-image-2/edit"),
    without=("background", "input_fidelity", "mask_image_url"),
)

GPT_IMAGE_2 = GPT_IMAGE_2_EDIT.but(
    Sizes(
        _GPT_2,
        default={"image_size": "landscape_4_3"},
        note=_GPT_2_NOTE,
        disputed_to=_GPT_2_ANY,
        disputed=_GPT_2_16,
        source=TYPES,
    ),
    name="fal/openai/gpt-image-2",
    model="openai/gpt-image-2",
    aliases=("fal-ai/gpt-image-2",),
    without=("image_urls", "mask_url"),
    operations={"edit": GPT_IMAGE_2_EDIT},
)

_OPENAI_QUALITY = Param("quality", Field.quality, Quality("auto", "low", "medium", "high"), default="auto")
GPT_IMAGE_1_EDIT = GPT_IMAGE_1_5_EDIT.but(
    Param("prompt", Field.prompt, Text(min_length=2), required=True, source=SCHEMAS),
    _OPENAI_QUALITY,
    name="fal/fal-ai/gpt-image-1/text-to-image:edit",
    model="fal-ai/gpt-image-1/edit-image",
    serves="openai/gpt-image-1",
    aliases=("fal-ai/gpt-image-1/edit-image",),
    without=("mask_image_url",),
    status="deprecated",
    note="OpenAI shut it down on 2026-10-23",
)
GPT_IMAGE_1 = GPT_IMAGE_1_EDIT.but(
    name="fal/fal-ai/gpt-image-1/text-to-image",
    model="fal-ai/gpt-image-1/text-to-image",
    without=("image_urls", "input_fidelity"),
    operations={"edit": GPT_IMAGE_1_EDIT},
)
GPT_IMAGE_1_MINI_EDIT = GPT_IMAGE_1_EDIT.but(
    PROMPT,
    ANY_N,
    name="fal/fal-ai/gpt-image-1-mini:edit",
    model="fal-ai/gpt-image-1-mini/edit",
    serves="openai/gpt-image-1-mini",
    aliases=("fal-ai/gpt-image-1-mini/edit",),
    without=("input_fidelity",),
    status="active",
    note="from the typed client of fal-js",
)
GPT_IMAGE_1_MINI = GPT_IMAGE_1.but(
    model="fal-ai/gpt-image-1-mini",
    serves="openai/gpt-image-1-mini",
    status="active",
    note="",
    operations={"edit": GPT_IMAGE_1_MINI_EDIT},
)

# ---- GPT Image 2.5 and 2.6

_CATALOGUE = "a public program's catalogue of fal's pages, 2026-10"
_GPT_2_5_16 = "fal's schema wants multiples of 16, but its price table of the model has 1920x1080, read on 2026-09-09"
GPT_IMAGE_2_5_FLARE_EDIT = ROUTE.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=32_000), required=True, source=PINNED),
    Pictures("image_urls", (Part(PICTURE),), min=1, max=16, required=True),
    Sizes(
        _GPT_2,
        default={"image_size": "auto"},
        note=f"{_GPT_2_NOTE}; the default is from {_CATALOGUE}",
        disputed_to=_GPT_2_ANY,
        disputed=_GPT_2_5_16,
        source=PINNED,
    ),
    Param("quality", Field.quality, Quality("auto", "low", "medium", "high", "xhigh", "max"), default="high"),
    Param("num_images", Field.n, Int(1, 10, round_down=True), default=1, source=PINNED),
    Param(
        "background",
        Field.background,
        OneOf("auto", "transparent", "opaque"),
        default="auto",
        note=f"the default is from {_CATALOGUE}",
        source=PINNED,
    ),
    PNG_WEBP,
    Param("output_compression", Field.output_compression, Int(0, 100), nullable=True, source=PINNED),
    SYNC,
    Param("mask_url", Field.mask, PICTURE, nullable=True, note=_MASK_NOTE),
    name="fal/openai/gpt-image-2.5/flare/text-to-image:edit",
    model="openai/gpt-image-2.5/flare/edit",
    serves="openai/gpt-image-2.5-flare",
    aliases=("openai/gpt-image-2.5/flare/edit",),
    docs=LLMS,
    rules=(
        Rule(
            {"background": OneOf("transparent")},
            {"output_format": OneOf("png", "webp")},
            "transparent needs png or webp",
        ),
        Rule(
            {"output_format": OneOf("png")},
            {"output_compression": ABSENT},
            "output_compression is for jpeg and webp",
            effect="ignored",
        ),
    ),
)
GPT_IMAGE_2_5_FLARE = GPT_IMAGE_2_5_FLARE_EDIT.but(
    Sizes(
        _GPT_2,
        default={"image_size": "landscape_4_3"},
        note=f"{_GPT_2_NOTE}; the default is from {_CATALOGUE}",
        disputed_to=_GPT_2_ANY,
        disputed=_GPT_2_5_16,
        source=PINNED,
    ),
    name="fal/openai/gpt-image-2.5/flare/text-to-image",
    model="openai/gpt-image-2.5/flare/text-to-image",
    without=("image_urls", "mask_url"),
    operations={"edit": GPT_IMAGE_2_5_FLARE_EDIT},
)
GPT_IMAGE_2_5_SUNBURST_EDIT = GPT_IMAGE_2_5_FLARE_EDIT.but(
    name="fal/openai/gpt-image-2.5/sunburst/text-to-image:edit",
    model="openai/gpt-image-2.5/sunburst/edit",
    serves="openai/gpt-image-2.5-sunburst",
    aliases=("openai/gpt-image-2.5/sunburst/edit",),
)
GPT_IMAGE_2_5_SUNBURST = GPT_IMAGE_2_5_FLARE.but(
    model="openai/gpt-image-2.5/sunburst/text-to-image",
    serves="openai/gpt-image-2.5-sunburst",
    operations={"edit": GPT_IMAGE_2_5_SUNBURST_EDIT},
)
GPT_IMAGE_2_6_FLARE_EDIT = ROUTE.but(
    PROMPT,
    PICTURES,
    name="fal/fal-ai/gpt-image-2.6-flare:edit",
    model="fal-ai/gpt-image-2.6-flare/edit",
    serves="openai/gpt-image-2.6-flare",
    note="from the sample of the page; the model may take more",
)

TARGETS: tuple[Target, ...] = (
    GPT_IMAGE_1_5_EDIT,
    GPT_IMAGE_1_5,
    GPT_IMAGE_2_EDIT,
    GPT_IMAGE_2,
    GPT_IMAGE_1_EDIT,
    GPT_IMAGE_1,
    GPT_IMAGE_1_MINI_EDIT,
    GPT_IMAGE_1_MINI,
    GPT_IMAGE_2_5_FLARE_EDIT,
    GPT_IMAGE_2_5_FLARE,
    GPT_IMAGE_2_5_SUNBURST_EDIT,
    GPT_IMAGE_2_5_SUNBURST,
    GPT_IMAGE_2_6_FLARE_EDIT,
)
