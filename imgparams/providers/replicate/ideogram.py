"""Ideogram 2, 4, 4.5 and Character at Replicate; Ideogram 3 is in `makers`."""

from __future__ import annotations

from imgparams.providers.ideogram.words import SIZES_V3
from imgparams.providers.replicate.words import ONE_IMAGE, PROMPT, ROUTE, SCHEMAS_10, URI, WEBHOOKS
from imgparams.tables import (
    ABSENT,
    PRESENT,
    QUALITY,
    Between,
    Field,
    Flag,
    Image,
    Int,
    Native,
    Not,
    OneOf,
    Pairs,
    Param,
    Part,
    Pictures,
    PixelText,
    Rule,
    ShapeWords,
    Sizes,
    SizeText,
    Slots,
    Target,
    Text,
    Words,
)

_MAGIC = Native("input.magic_prompt_option", OneOf("Auto", "On", "Off"), default="Auto")
_STYLE_TYPE = Native(
    "input.style_type",
    OneOf("None", "Auto", "General", "Realistic", "Design", "Render 3D", "Anime"),
    default="None",
)
#: every size of V3 but the twentieth, 800x1280
_SIZES_V2 = (*SIZES_V3[:19], *SIZES_V3[20:])
#: Ideogram's list has 2 more of 2K, and those of 1K
_SIZES_V4 = (
    *("2048x2048", "1440x2880", "2880x1440", "1664x2496", "2496x1664", "1792x2240", "2240x1792"),
    *("1440x2560", "2560x1440", "1600x2560", "2560x1600", "1728x2304", "2304x1728", "1296x3168"),
    *("3168x1296", "1152x2944", "2944x1152", "1248x3328", "3328x1248", "1280x3072", "3072x1280"),
)
IDEOGRAM_V2A = ROUTE.but(
    PROMPT,
    Sizes(
        (
            ShapeWords(
                "input.aspect_ratio",
                ("1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3", "16:10", "10:16", "3:1", "1:3"),
            ),
            PixelText("input.resolution", Pairs(_SIZES_V2)),
            ShapeWords(tier="input.resolution", more_tiers=("None",)),
        ),
        default={"input.aspect_ratio": "1:1", "input.resolution": "None"},
        unlike_maker="the model's schema, which has these sizes for every model of V2",
    ),
    _STYLE_TYPE,
    _MAGIC,
    Param("input.seed", Field.seed, Int(max=2147483647)),
    *WEBHOOKS,
    ONE_IMAGE,
    model="ideogram-ai/ideogram-v2a",
    serves="ideogram/v2a",
    rules=(
        Rule(
            {"input.resolution": Not(OneOf("None"))},
            {"input.aspect_ratio": ABSENT},
            "resolution overrides aspect_ratio",
            effect="ignored",
        ),
    ),
)
IDEOGRAM_V2 = IDEOGRAM_V2A.but(
    Param("input.negative_prompt", Field.negative_prompt, Text()),
    Slots("input.image", part=URI, note="the picture to inpaint, beside a mask"),
    Param("input.mask", Field.mask, Image("url", "data", edits="black")),
    model="ideogram-ai/ideogram-v2",
    serves="ideogram/v2",
    rules=(
        Rule({"input.mask": ABSENT}, {"input.image": ABSENT}, "image is for inpainting and needs a mask"),
        Rule(
            {"input.image": PRESENT},
            {"input.aspect_ratio": ABSENT, "input.resolution": ABSENT},
            "aspect_ratio and resolution do not count when inpainting",
            effect="ignored",
        ),
    ),
)
IDEOGRAM_V2_TURBO = IDEOGRAM_V2.but(model="ideogram-ai/ideogram-v2-turbo", serves="ideogram/v2-turbo")
IDEOGRAM_V4_BALANCED = ROUTE.but(
    Param("input.prompt", Field.prompt, Text()),
    Native("input.json_prompt", Text()),
    Sizes(
        (
            PixelText("input.resolution", Pairs(_SIZES_V4)),
            ShapeWords(tier="input.resolution", more_tiers=("None",)),
        ),
        default={"input.resolution": "None"},
        open=True,
        unlike_maker="the schema on the page of ideogram-v4-turbo, which has the same fields",
        note="the page hides the list; these are those of ideogram-v4-turbo",
    ),
    Native("input.enable_copyright_detection", Flag(), default=False),
    *WEBHOOKS,
    ONE_IMAGE,
    model="ideogram-ai/ideogram-v4-balanced",
    serves="ideogram/4.0",
    rules=(Between(("input.prompt", "input.json_prompt"), 1, 1, why="prompt or json_prompt is required, not both"),),
    note="the speed is in the model's name",
)
IDEOGRAM_4_5 = ROUTE.but(
    Param("input.prompt", Field.prompt, Text(), note="the schema does not say whether it is required"),
    Pictures("input.images", (URI,), note="no maximum is stated"),
    Param(
        "input.mask",
        Field.mask,
        Image("url", "data", edits="black"),
        note="black is redrawn at Ideogram; the schema does not say",
    ),
    Param("input.seed", Field.seed, Int(max=2147483647)),
    SizeText(
        "input.size",
        Pairs(
            (
                *("1024x1024", "1280x896", "896x1280", "1344x768"),
                *("768x1344", "1536x640", "640x1536"),
            )
        ),
        auto="source",
        default="source",
        note="source is the size of the picture",
        unlike_maker="the schema of the model",
    ),
    Param(
        "input.quality",
        Field.quality,
        Words({"low": "low", "medium": "medium", "high": "high"}, QUALITY, more=("very_low",)),
        default="medium",
    ),
    Param("input.num_images", Field.n, Int(1, 8, round_down=True), default=1),
    *WEBHOOKS,
    model="ideogram-ai/ideogram-4-5",
    serves="ideogram/4.5",
    checked="2026-12-01",
    note=f"from {SCHEMAS_10}",
)
IDEOGRAM_CHARACTER = ROUTE.but(
    PROMPT,
    Slots(
        "input.character_reference_image",
        part=Part(URI, roles=("character",)),
        note="the schema does not say whether it is required",
    ),
    Slots("input.image", part=URI, note="the picture to inpaint, beside a mask"),
    Param(
        "input.mask",
        Field.mask,
        Image("url", "data", edits="black"),
        note="black is redrawn at Ideogram; the schema does not say",
    ),
    Param("input.seed", Field.seed, Int(max=2147483647)),
    Native("input.rendering_speed", OneOf("Default", "Turbo", "Quality"), default="Default"),
    Sizes(
        (
            ShapeWords(
                "input.aspect_ratio",
                (
                    *("1:3", "3:1", "1:2", "2:1", "9:16", "16:9", "10:16", "16:10"),
                    *("2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "1:1"),
                ),
            ),
            PixelText("input.resolution", Pairs(SIZES_V3)),
            ShapeWords(tier="input.resolution", more_tiers=("None",)),
        ),
        default={"input.aspect_ratio": "1:1", "input.resolution": "None"},
    ),
    Native("input.style_type", OneOf("Auto", "Fiction", "Realistic"), default="Auto"),
    _MAGIC,
    *WEBHOOKS,
    ONE_IMAGE,
    model="ideogram-ai/ideogram-character",
    checked="2026-12-01",
    note=f"from {SCHEMAS_10}",
)

TARGETS: tuple[Target, ...] = (
    IDEOGRAM_V2,
    IDEOGRAM_V2_TURBO,
    IDEOGRAM_V2A,
    IDEOGRAM_V4_BALANCED,
    IDEOGRAM_4_5,
    IDEOGRAM_CHARACTER,
)
