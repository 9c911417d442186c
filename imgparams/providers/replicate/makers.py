"""Replicate's models of other makers: Google, Qwen, ByteDance, Ideogram, Recraft, Stability, MiniMax, xAI, Luma."""

from __future__ import annotations

from imgparams.providers.ideogram.words import SIZES_V3
from imgparams.providers.recraft.words import PIXELS_V4, PIXELS_V4_PRO
from imgparams.providers.replicate.words import (
    CHECKED,
    CUSTOM,
    EVENTS,
    FLUX_RATIOS,
    FORMATS,
    JPG_PNG,
    PNG_QUALITY,
    STRENGTH_NEEDS_IMAGE,
    URI,
    WEBHOOK,
)
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Alternative,
    Alternatives,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    Native,
    Not,
    Num,
    OneOf,
    Pairs,
    Param,
    Part,
    Pictures,
    PixelText,
    Quality,
    RatioTier,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Target,
    Text,
    Total,
)

_SAFETY = OneOf("block_low_and_above", "block_medium_and_above", "block_only_high")
_GOOGLE_RATIOS = {
    "auto": "match_input_image",
    "1:1": "1:1",
    "2:3": "2:3",
    "3:2": "3:2",
    "3:4": "3:4",
    "4:3": "4:3",
    "4:5": "4:5",
    "5:4": "5:4",
    "9:16": "9:16",
    "16:9": "16:9",
    "21:9": "21:9",
}
NANO_BANANA = Target(
    name="replicate/google/nano-banana",
    model="google/nano-banana",
    method="POST",
    path="/v1/models/google/nano-banana/predictions",
    docs="https://replicate.com/google/nano-banana/api",
    checked=CHECKED,
    rows=(
        Param("input.prompt", Field.prompt, Text(), required=True),
        Pictures("input.image_input", (URI,), note="how many is not said"),
        RatioTier(
            "input.aspect_ratio",
            _GOOGLE_RATIOS,
            default={"input.aspect_ratio": "match_input_image"},
            open=True,
            note="in later versions only",
            source="a mirror of the schema; the page hides the list",
        ),
        Param("input.output_format", Field.output_format, JPG_PNG, default="jpg"),
        WEBHOOK,
        EVENTS,
    ),
)
NANO_BANANA_2 = NANO_BANANA.but(
    Pictures("input.image_input", (URI,), max=14),
    RatioTier(
        "input.aspect_ratio",
        _GOOGLE_RATIOS,
        "input.resolution",
        ("1K", "2K", "4K"),
        default={"input.aspect_ratio": "match_input_image", "input.resolution": "1K"},
        open=True,
        note="the page hides both lists; these are nano-banana-pro's",
    ),
    Native("input.google_search", Flag()),
    Native("input.image_search", Flag()),
    name="replicate/google/nano-banana-2",
    model="google/nano-banana-2",
    path="/v1/models/google/nano-banana-2/predictions",
    docs="https://replicate.com/google/nano-banana-2/api",
)
NANO_BANANA_PRO = NANO_BANANA.but(
    Pictures("input.image_input", (URI,), max=14),
    RatioTier(
        "input.aspect_ratio",
        _GOOGLE_RATIOS,
        "input.resolution",
        ("1K", "2K", "4K"),
        default={"input.aspect_ratio": "match_input_image", "input.resolution": "2K"},
        source="a mirror of the schema; the page hides both lists",
    ),
    Native("input.safety_filter_level", _SAFETY, default="block_only_high"),
    name="replicate/google/nano-banana-pro",
    model="google/nano-banana-pro",
    path="/v1/models/google/nano-banana-pro/predictions",
    docs="https://replicate.com/google/nano-banana-pro/api",
)

IMAGEN_4 = Target(
    name="replicate/google/imagen-4",
    model="google/imagen-4",
    method="POST",
    path="/v1/models/google/imagen-4/predictions",
    docs="https://replicate.com/google/imagen-4/api",
    checked=CHECKED,
    rows=(
        Param("input.prompt", Field.prompt, Text(), required=True),
        RatioTier(
            "input.aspect_ratio",
            ("1:1", "9:16", "16:9", "3:4", "4:3"),
            default={"input.aspect_ratio": "1:1"},
        ),
        Param("input.output_format", Field.output_format, JPG_PNG, default="jpg"),
        Native("input.safety_filter_level", _SAFETY),
        WEBHOOK,
        EVENTS,
    ),
)

_QWEN_RATIOS = ("1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3")
QWEN_IMAGE = Target(
    name="replicate/qwen/qwen-image",
    model="qwen/qwen-image",
    method="POST",
    path="/v1/models/qwen/qwen-image/predictions",
    docs="https://replicate.com/qwen/qwen-image/api",
    checked=CHECKED,
    rows=(
        Param("input.prompt", Field.prompt, Text(), required=True),
        RatioTier(
            "input.aspect_ratio",
            _QWEN_RATIOS,
            default={"input.aspect_ratio": "16:9"},
            open=True,
            note="the page hides the list; these are what resellers of the model have",
        ),
        Native("input.image_size", Text(), note="a word; the page hides the list"),
        Param("input.num_inference_steps", Field.steps, Int(1, 50), default=50),
        Param("input.guidance", Field.guidance, Num(0, 10), default=4),
        Native("input.go_fast", Flag(), default=True),
        Param("input.negative_prompt", Field.negative_prompt, Text()),
        Param("input.seed", Field.seed, Int()),
        Param("input.output_format", Field.output_format, FORMATS, default="webp"),
        Param("input.output_quality", Field.output_compression, Int(0, 100), default=80),
        WEBHOOK,
        EVENTS,
    ),
    rules=(PNG_QUALITY,),
)
QWEN_IMAGE_2512 = Target(
    name="replicate/qwen/qwen-image-2512",
    model="qwen/qwen-image-2512",
    method="POST",
    path="/v1/models/qwen/qwen-image-2512/predictions",
    docs="https://replicate.com/qwen/qwen-image-2512/api",
    checked=CHECKED,
    rows=(
        Param("input.prompt", Field.prompt, Text(), required=True),
        Sizes(
            (
                ShapeWords("input.aspect_ratio", _QWEN_RATIOS, more=("custom",)),
                Sides(
                    "input.width",
                    "input.height",
                    Grid(Int(256, 2048, multiple_of=16)),
                    sets={"input.aspect_ratio": "custom"},
                ),
            ),
            open=True,
            note="the page hides the ratios; these are what resellers of the model have",
        ),
        Param("input.num_inference_steps", Field.steps, Int(20, 50), default=40),
        Param("input.guidance", Field.guidance, Num(0, 10), default=4),
        Param(
            "input.strength", Field.strength, Num(0, 1), default=0.8, note="the wire of its picture was in no source"
        ),
        Param("input.negative_prompt", Field.negative_prompt, Text()),
        Param("input.seed", Field.seed, Int()),
        WEBHOOK,
        EVENTS,
    ),
    rules=CUSTOM,
)

_SEEDREAM_RATIOS = ("1:1", "4:3", "3:4", "16:9", "9:16", "3:2", "2:3", "21:9")
SEEDREAM_4 = Target(
    name="replicate/bytedance/seedream-4",
    model="bytedance/seedream-4",
    method="POST",
    path="/v1/models/bytedance/seedream-4/predictions",
    docs="https://replicate.com/bytedance/seedream-4/api",
    checked=CHECKED,
    rows=(
        Param("input.prompt", Field.prompt, Text(), required=True),
        Sizes(
            (
                ShapeWords(
                    "input.aspect_ratio",
                    _SEEDREAM_RATIOS,
                    "input.size",
                    ("1K", "2K", "4K"),
                    more=("match_input_image",),
                    more_tiers=("custom",),
                ),
                Sides("input.width", "input.height", Grid(Int(1024, 4096)), sets={"input.size": "custom"}),
            ),
            default={"input.size": "2K", "input.width": 2048, "input.height": 2048},
        ),
        Alternatives(
            Field.n,
            (
                Alternative({"input.sequential_image_generation": "disabled"}, means=1),
                Alternative(
                    {"input.sequential_image_generation": "auto"},
                    "input.max_images",
                    Int(1, 15, round_down=True),
                    is_maximum=True,
                ),
            ),
            note="auto leaves it to the model how many of max_images come",
        ),
        Pictures("input.image_input", (URI,), max=10),
        Native("input.enhance_prompt", Flag(), default=True),
        WEBHOOK,
        EVENTS,
    ),
    rules=(
        Rule(
            {"input.size": Not(OneOf("custom"))},
            {"input.width": ABSENT, "input.height": ABSENT},
            "width and height count only where size is custom",
            effect="ignored",
        ),
        Rule(
            {"input.size": OneOf("custom")},
            {"input.aspect_ratio": ABSENT},
            "aspect_ratio does not count where size is custom",
            effect="ignored",
        ),
        Rule(
            {"input.sequential_image_generation": Not(OneOf("auto"))},
            {"input.max_images": ABSENT},
            "max_images counts only where sequential_image_generation is auto",
            effect="ignored",
        ),
        Total(
            of=("input.image_input", "input.max_images"),
            max=15,
            why="pictures in and out are together at most 15",
        ),
    ),
    note="there is no seed",
)
SEEDREAM_4_5 = SEEDREAM_4.but(
    Param("input.prompt", Field.prompt, Text(max_length=4000), required=True),
    Sizes(
        (
            ShapeWords(
                "input.aspect_ratio",
                {
                    "auto": "match_input_image",
                    "1:1": "1:1",
                    "4:3": "4:3",
                    "3:4": "3:4",
                    "16:9": "16:9",
                    "9:16": "9:16",
                    "3:2": "3:2",
                    "2:3": "2:3",
                    "21:9": "21:9",
                },
                "input.size",
                ("2K", "4K"),
                more_tiers=("custom",),
            ),
            Sides("input.width", "input.height", Grid(Int(1024, 4096)), sets={"input.size": "custom"}),
        ),
        default={
            "input.size": "2K",
            "input.aspect_ratio": "match_input_image",
            "input.width": 2048,
            "input.height": 2048,
        },
        note="the ratios are seedream-4's",
        disputed="an early version had 2K and 1:1 only",
    ),
    Alternatives(
        Field.n,
        (
            Alternative({"input.sequential_image_generation": "disabled"}, means=1),
            Alternative(
                {"input.sequential_image_generation": "auto"},
                "input.max_images",
                Int(1, 15, round_down=True),
                is_maximum=True,
            ),
        ),
        default={"input.sequential_image_generation": "disabled", "input.max_images": 1},
        note="auto leaves it to the model how many of max_images come",
    ),
    Pictures("input.image_input", (URI,), max=14),
    Native("input.disable_safety_checker", Flag(), default=False),
    name="replicate/bytedance/seedream-4.5",
    model="bytedance/seedream-4.5",
    path="/v1/models/bytedance/seedream-4.5/predictions",
    docs="https://replicate.com/bytedance/seedream-4.5/api",
)

_IDEOGRAM_RATIOS = (
    "1:3",
    "3:1",
    "1:2",
    "2:1",
    "9:16",
    "16:9",
    "10:16",
    "16:10",
    "2:3",
    "3:2",
    "3:4",
    "4:3",
    "4:5",
    "5:4",
    "1:1",
)
IDEOGRAM_V3_TURBO = Target(
    name="replicate/ideogram-ai/ideogram-v3-turbo",
    model="ideogram-ai/ideogram-v3-turbo",
    method="POST",
    path="/v1/models/ideogram-ai/ideogram-v3-turbo/predictions",
    docs="https://replicate.com/ideogram-ai/ideogram-v3-turbo/api",
    checked=CHECKED,
    rows=(
        Param("input.prompt", Field.prompt, Text(), required=True),
        Sizes(
            (
                ShapeWords("input.aspect_ratio", _IDEOGRAM_RATIOS),
                PixelText("input.resolution", Pairs(SIZES_V3)),
                ShapeWords(tier="input.resolution", more_tiers=("None",)),
            ),
            default={"input.aspect_ratio": "1:1", "input.resolution": "None"},
        ),
        Native("input.magic_prompt_option", OneOf("Auto", "On", "Off"), default="Auto"),
        Native("input.style_type", OneOf("None", "Auto", "General", "Realistic", "Design"), default="None"),
        Slots("input.image", part=URI, note="with a mask: what is inpainted"),
        Param("input.mask", Field.mask, Image("url", "data", edits="black")),
        Pictures("input.style_reference_images", (Part(URI, roles=("style",)),)),
        Param("input.seed", Field.seed, Int(None, 2147483647)),
        WEBHOOK,
        EVENTS,
    ),
    rules=(
        Rule({"input.mask": ABSENT}, {"input.image": ABSENT}, "image is for inpainting and needs a mask"),
        Rule({"input.image": ABSENT}, {"input.mask": ABSENT}, "a mask needs an image"),
        Rule(
            {"input.image": PRESENT},
            {"input.aspect_ratio": ABSENT, "input.resolution": ABSENT},
            "aspect_ratio and resolution do not count when inpainting",
            effect="ignored",
        ),
        Rule(
            {"input.resolution": Not(OneOf("None"))},
            {"input.aspect_ratio": ABSENT},
            "resolution overrides aspect_ratio",
            effect="ignored",
        ),
    ),
    note="the speed is in the model's name",
)
IDEOGRAM_V3_BALANCED = IDEOGRAM_V3_TURBO.but(
    name="replicate/ideogram-ai/ideogram-v3-balanced",
    model="ideogram-ai/ideogram-v3-balanced",
    path="/v1/models/ideogram-ai/ideogram-v3-balanced/predictions",
    docs="https://replicate.com/ideogram-ai/ideogram-v3-balanced/api",
)
IDEOGRAM_V3_QUALITY = IDEOGRAM_V3_TURBO.but(
    name="replicate/ideogram-ai/ideogram-v3-quality",
    model="ideogram-ai/ideogram-v3-quality",
    path="/v1/models/ideogram-ai/ideogram-v3-quality/predictions",
    docs="https://replicate.com/ideogram-ai/ideogram-v3-quality/api",
)

_RECRAFT_RULE = Rule(
    {"input.aspect_ratio": Not(OneOf("Not set"))},
    {"input.size": ABSENT},
    "size does not count where aspect_ratio is set",
    effect="ignored",
)
RECRAFT_V3 = Target(
    name="replicate/recraft-ai/recraft-v3",
    model="recraft-ai/recraft-v3",
    method="POST",
    path="/v1/models/recraft-ai/recraft-v3/predictions",
    docs="https://replicate.com/recraft-ai/recraft-v3/api",
    checked=CHECKED,
    rows=(
        Param("input.prompt", Field.prompt, Text(), required=True),
        Sizes(
            (
                ShapeWords(
                    "input.aspect_ratio",
                    (
                        "1:2",
                        "2:3",
                        "3:4",
                        "3:5",
                        "4:5",
                        "5:7",
                        "1:1",
                        "5:4",
                        "4:3",
                        "7:5",
                        "3:2",
                        "5:3",
                        "16:9",
                        "2:1",
                        "9:16",
                    ),
                    more=("Not set",),
                ),
                PixelText(
                    "input.size",
                    Pairs(
                        (
                            "1024x2048",
                            "1024x1820",
                            "1024x1707",
                            "1024x1536",
                            "1024x1434",
                            "1024x1365",
                            "1024x1280",
                            "1024x1024",
                            "1280x1024",
                            "1365x1024",
                            "1434x1024",
                            "1536x1024",
                            "1707x1024",
                            "1820x1024",
                            "2048x1024",
                        )
                    ),
                ),
            ),
            default={"input.aspect_ratio": "Not set", "input.size": "1024x1024"},
        ),
        Native("input.style", Text(), default="any"),
        WEBHOOK,
        EVENTS,
    ),
    rules=(_RECRAFT_RULE,),
)
_V4_RATIOS = ("1:1", "2:1", "1:2", "3:2", "2:3", "4:3", "3:4", "5:4", "4:5", "16:9", "9:16")
RECRAFT_V4 = RECRAFT_V3.but(
    Param("input.prompt", Field.prompt, Text(max_length=10000), required=True),
    Sizes(
        (
            ShapeWords("input.aspect_ratio", _V4_RATIOS, more=("Not set",)),
            PixelText("input.size", Pairs(PIXELS_V4.values())),
        ),
        default={"input.aspect_ratio": "Not set", "input.size": "1024x1024"},
        open=True,
        note="the page hides both lists; the sizes are Recraft's own",
    ),
    name="replicate/recraft-ai/recraft-v4",
    model="recraft-ai/recraft-v4",
    path="/v1/models/recraft-ai/recraft-v4/predictions",
    docs="https://replicate.com/recraft-ai/recraft-v4/api",
    without=("input.style",),
)
RECRAFT_V4_PRO = RECRAFT_V4.but(
    Sizes(
        (
            ShapeWords("input.aspect_ratio", _V4_RATIOS, more=("Not set",)),
            PixelText("input.size", Pairs(PIXELS_V4_PRO.values())),
        ),
        default={"input.aspect_ratio": "Not set", "input.size": "2048x2048"},
        open=True,
        note="the page hides both lists; the sizes are Recraft's own",
    ),
    name="replicate/recraft-ai/recraft-v4-pro",
    model="recraft-ai/recraft-v4-pro",
    path="/v1/models/recraft-ai/recraft-v4-pro/predictions",
    docs="https://replicate.com/recraft-ai/recraft-v4-pro/api",
)

SD_3_5_LARGE = Target(
    name="replicate/stability-ai/stable-diffusion-3.5-large",
    model="stability-ai/stable-diffusion-3.5-large",
    method="POST",
    path="/v1/models/stability-ai/stable-diffusion-3.5-large/predictions",
    docs="https://replicate.com/stability-ai/stable-diffusion-3.5-large/api",
    checked=CHECKED,
    rows=(
        Param("input.prompt", Field.prompt, Text(), required=True),
        RatioTier("input.aspect_ratio", FLUX_RATIOS, default={"input.aspect_ratio": "1:1"}),
        Param(
            "input.cfg", Field.guidance, Num(0, 20), default=3.5, disputed="a version page has 1 to 10, 5 by default"
        ),
        Param("input.steps", Field.steps, Int(1, 50), default=35),
        Slots("input.image", part=URI),
        Param("input.prompt_strength", Field.strength, Num(0, 1), default=0.85),
        Param("input.negative_prompt", Field.negative_prompt, Text()),
        Param("input.seed", Field.seed, Int()),
        Param("input.output_format", Field.output_format, FORMATS, default="webp"),
        Param("input.output_quality", Field.output_compression, Int(0, 100), default=90),
        WEBHOOK,
        EVENTS,
    ),
    rules=(
        PNG_QUALITY,
        Rule(
            {"input.image": PRESENT},
            {"input.aspect_ratio": ABSENT},
            "aspect_ratio does not count with an image, whose shape the picture takes",
            effect="ignored",
        ),
        STRENGTH_NEEDS_IMAGE,
    ),
)
SD_3_5_MEDIUM = SD_3_5_LARGE.but(
    Param("input.cfg", Field.guidance, Num(0, 20), default=5),
    Param("input.steps", Field.steps, Int(1, 50), default=40),
    name="replicate/stability-ai/stable-diffusion-3.5-medium",
    model="stability-ai/stable-diffusion-3.5-medium",
    path="/v1/models/stability-ai/stable-diffusion-3.5-medium/predictions",
    docs="https://replicate.com/stability-ai/stable-diffusion-3.5-medium/api",
)
SD_3_5_LARGE_TURBO = SD_3_5_LARGE.but(
    Param("input.cfg", Field.guidance, Num(1, 10), default=1),
    Param("input.steps", Field.steps, Int(min=1), note="the greatest number was in no source"),
    name="replicate/stability-ai/stable-diffusion-3.5-large-turbo",
    model="stability-ai/stable-diffusion-3.5-large-turbo",
    path="/v1/models/stability-ai/stable-diffusion-3.5-large-turbo/predictions",
    docs="https://replicate.com/stability-ai/stable-diffusion-3.5-large-turbo/api",
)

IMAGE_01 = Target(
    name="replicate/minimax/image-01",
    model="minimax/image-01",
    method="POST",
    path="/v1/models/minimax/image-01/predictions",
    docs="https://replicate.com/minimax/image-01/api",
    checked=CHECKED,
    rows=(
        Param("input.prompt", Field.prompt, Text(), required=True),
        RatioTier(
            "input.aspect_ratio",
            ("1:1", "16:9", "4:3", "3:2", "2:3", "3:4", "9:16", "21:9"),
            default={"input.aspect_ratio": "1:1"},
        ),
        Param("input.number_of_images", Field.n, Int(1, 9, round_down=True), default=1),
        Native("input.prompt_optimizer", Flag(), default=True),
        Slots("input.subject_reference", part=Part(URI, roles=("character",)), note="a human face"),
        WEBHOOK,
        EVENTS,
    ),
)

GROK_IMAGINE_IMAGE = Target(
    name="replicate/xai/grok-imagine-image",
    model="xai/grok-imagine-image",
    method="POST",
    path="/v1/models/xai/grok-imagine-image/predictions",
    docs="https://replicate.com/xai/grok-imagine-image/api",
    checked=CHECKED,
    rows=(
        Param("input.prompt", Field.prompt, Text(), required=True),
        Slots("input.image", part=URI, note="edited; JPEG, PNG or WebP"),
        Param("input.n", Field.n, Int(1, 10, round_down=True), default=1),
        RatioTier(
            "input.aspect_ratio",
            ("2:1", "16:9", "3:2", "4:3", "1:1", "3:4", "2:3", "9:16", "1:2"),
            default={"input.aspect_ratio": "1:1"},
            open=True,
            note="the page hides the list; these are what a reseller of the model has",
        ),
        WEBHOOK,
        EVENTS,
    ),
    rules=(
        Rule(
            {"input.image": PRESENT},
            {"input.n": ABSENT, "input.aspect_ratio": ABSENT},
            "n and aspect_ratio do not count when editing",
            effect="ignored",
        ),
    ),
)
GROK_IMAGINE_IMAGE_2 = Target(
    name="replicate/xai/grok-imagine-image-2",
    model="xai/grok-imagine-image-2",
    method="POST",
    path="/v1/models/xai/grok-imagine-image-2/predictions",
    docs="https://replicate.com/xai/grok-imagine-image-2/api",
    checked=CHECKED,
    rows=(
        Param("input.prompt", Field.prompt, Text(), required=True),
        RatioTier(
            "",
            (),
            "input.resolution",
            {"1K": "1k", "2K": "2k"},
            default={"input.resolution": "2k"},
            open=True,
            note="of the words only the default was in a source; 1k is xAI's own",
        ),
        Param("input.quality", Field.quality, Quality("low", "medium"), default="medium"),
        WEBHOOK,
        EVENTS,
    ),
)

PHOTON = Target(
    name="replicate/luma/photon",
    model="luma/photon",
    method="POST",
    path="/v1/models/luma/photon/predictions",
    docs="https://replicate.com/luma/photon/api",
    checked=CHECKED,
    rows=(
        Param("input.prompt", Field.prompt, Text(), required=True),
        RatioTier(
            "input.aspect_ratio",
            ("1:1", "3:4", "4:3", "9:16", "16:9", "9:21", "21:9"),
            default={"input.aspect_ratio": "16:9"},
        ),
        Slots("input.image_reference_url", part=Image("url")),
        Native("input.image_reference_weight", Num(0, 1), default=0.85),
        Slots("input.style_reference_url", part=Part(Image("url"), roles=("style",))),
        Native("input.style_reference_weight", Num(0, 1), default=0.85),
        Slots("input.character_reference_url", part=Part(Image("url"), roles=("character",))),
        Param("input.seed", Field.seed, Int()),
        WEBHOOK,
        EVENTS,
    ),
)
PHOTON_FLASH = PHOTON.but(
    name="replicate/luma/photon-flash",
    model="luma/photon-flash",
    path="/v1/models/luma/photon-flash/predictions",
    docs="https://replicate.com/luma/photon-flash/api",
)
