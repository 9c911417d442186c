"""Newer closed models at fal: Meta, Krea, Kling, Reve, Luma, Microsoft, xAI."""

from __future__ import annotations

from imgparams.providers.fal.more_makers import (
    GROK_RATIOS,
    GROK_TIERS,
    LUMA_PHOTON,
    MINIMAX_IMAGE_01,
)
from imgparams.providers.fal.shared import (
    ANY_N,
    JPEG_WEBP,
    ONE_IMAGE,
    PICTURE,
    PINNED,
    PNG_WEBP,
    PROMPT,
    ROUTE,
    SCHEMAS,
    SEED,
    SEED_NOT_NULL,
    SYNC,
    URLS,
)
from imgparams.tables import (
    HOLE,
    PRESENT,
    Count,
    Field,
    Flag,
    Int,
    ListOf,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    Quality,
    RatioRange,
    RatioTier,
    Record,
    Rule,
    Sizes,
    Slots,
    Target,
    Text,
)

_PICTURE_NEEDED = "edits the pictures in the request; without any the request is refused"

# ---- Meta

MUSE_IMAGE_EDIT = ROUTE.but(
    Param(
        "prompt",
        Field.prompt,
        Text(min_length=1, max_length=20_000),
        required=True,
        disputed_to=Text(min_length=1),
        disputed="a program's list of 2026-08 has at most 20000 characters, fal's file of 2026-10-08 states no maximum",
        source=PINNED,
    ),
    Sizes(
        (RatioRange("aspect_ratio", "1:16", "16:1"),),
        nullable=True,
        note="only the ratio of 1920:1200 counts; every picture has about 2.5 megapixels; without it Muse chooses",
        unlike_maker="fal's schema, where any ratio from 1:16 to 16:1 is legal; Meta's page has no such limits",
        source=PINNED,
    ),
    Param("num_images", Field.n, Int(1, 10, round_down=True), source=PINNED),
    Param(
        "output_format",
        Field.output_format,
        OneOf("jpeg", "png", "webp"),
        default="webp",
        note="the default by a program's notes on fal's file of 2026-09-24",
        source=PINNED,
    ),
    SYNC,
    Pictures("image_urls", (Part(PICTURE),), min=1, max=10, required=True, source=PINNED),
    name="fal/meta/muse-image/text-to-image:edit",
    model="meta/muse-image/edit",
    serves="meta/muse-image",
    aliases=("meta/muse-image/edit",),
)
MUSE_IMAGE = MUSE_IMAGE_EDIT.but(
    name="fal/meta/muse-image/text-to-image",
    model="meta/muse-image/text-to-image",
    without=("image_urls",),
    operations={"edit": MUSE_IMAGE_EDIT},
)

# ---- Krea

_STYLE = Record({"image_url": Text(), "strength": Num()}, required=("image_url",))
KREA_2_MEDIUM = ROUTE.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=5000), required=True),
    RatioTier(
        "aspect_ratio",
        ("1:1", "4:3", "3:2", "16:9", "2.35:1", "4:5", "2:3", "9:16"),
        default={"aspect_ratio": "1:1"},
        note="16:9 came as 1376x768",
    ),
    Native("creativity", OneOf("raw", "low", "medium", "high"), default="medium"),
    Pictures(
        "image_style_references",
        (Part(PICTURE, {"image_url": HOLE}, roles=("style",)),),
        max=10,
        others=_STYLE,
    ),
    Native("moodboards", ListOf(Record((), open=True), max=1)),
    Native("styles", ListOf(Record((), open=True), max=10)),
    SEED,
    URLS,
    ONE_IMAGE,
    model="krea/v2/medium/text-to-image",
    serves="krea/krea-2-medium",
    aliases=("fal-ai/krea/v2/medium/text-to-image",),
)
KREA_2_MEDIUM_TURBO = KREA_2_MEDIUM.but(model="krea/v2/medium/turbo/text-to-image", serves="krea/krea-2-medium-turbo")
KREA_2_LARGE = KREA_2_MEDIUM.but(
    model="krea/v2/large/text-to-image",
    serves="krea/krea-2-large",
    aliases=("fal-ai/krea/v2/large/text-to-image",),
)

# ---- Kling

_KLING_RATIOS = ("16:9", "9:16", "1:1", "4:3", "3:4", "3:2", "2:3", "21:9")
_KLING_PICTURES = Pictures("image_urls", (Part(PICTURE),), max=10, required=True, note="@Image1, @Image2 in the prompt")
_ELEMENTS = Native("elements", ListOf(Record((), open=True)), nullable=True)
_SERIES = (
    Native("result_type", OneOf("single", "series"), default="single"),
    Native("series_amount", Int(2, 9), nullable=True, source=SCHEMAS),
)
KLING_V3_EDIT = ROUTE.but(
    Param("prompt", Field.prompt, Text(max_length=2500), required=True),
    RatioTier(
        "aspect_ratio",
        _KLING_RATIOS,
        "resolution",
        ("1K", "2K"),
        default={"aspect_ratio": "16:9", "resolution": "1K"},
    ),
    _ELEMENTS,
    Param("num_images", Field.n, Int(1, 9, round_down=True), default=1, source=SCHEMAS),
    PNG_WEBP,
    SYNC,
    Slots(
        "image_url",
        part=PICTURE,
        required=True,
        note="at most 10 MB, at least 300 pixels a side, a ratio from 0.4 to 2.5",
    ),
    name="fal/fal-ai/kling-image/v3/text-to-image:edit",
    model="fal-ai/kling-image/v3/image-to-image",
    serves="kling/kling-v3",
    aliases=("fal-ai/kling-image/v3/image-to-image",),
)
KLING_V3 = KLING_V3_EDIT.but(
    Param("negative_prompt", Field.negative_prompt, Text(max_length=2500), nullable=True, source=SCHEMAS),
    name="fal/fal-ai/kling-image/v3/text-to-image",
    model="fal-ai/kling-image/v3/text-to-image",
    without=("image_url",),
    operations={"edit": KLING_V3_EDIT},
)
KLING_O3_EDIT = KLING_V3_EDIT.but(
    RatioTier(
        "aspect_ratio",
        (*_KLING_RATIOS, "auto"),
        "resolution",
        ("1K", "2K", "4K"),
        default={"aspect_ratio": "auto", "resolution": "1K"},
    ),
    *_SERIES,
    _KLING_PICTURES,
    name="fal/fal-ai/kling-image/o3/text-to-image:edit",
    model="fal-ai/kling-image/o3/image-to-image",
    serves="kling/kling-v3-omni",
    aliases=("fal-ai/kling-image/o3/image-to-image",),
    without=("image_url",),
)
KLING_O3 = KLING_V3.but(
    RatioTier(
        "aspect_ratio",
        _KLING_RATIOS,
        "resolution",
        ("1K", "2K", "4K"),
        default={"aspect_ratio": "16:9", "resolution": "1K"},
    ),
    *_SERIES,
    model="fal-ai/kling-image/o3/text-to-image",
    without=("negative_prompt",),
    operations={"edit": KLING_O3_EDIT},
    note="taken for kling-v3-omni by many; the page does not say so",
)
KLING_O1 = KLING_O3_EDIT.but(
    RatioTier(
        "aspect_ratio",
        (*_KLING_RATIOS, "auto"),
        "resolution",
        ("1K", "2K"),
        default={"aspect_ratio": "auto", "resolution": "1K"},
    ),
    name="fal/fal-ai/kling-image/o1",
    model="fal-ai/kling-image/o1",
    serves="",
    without=("result_type", "series_amount"),
    note=_PICTURE_NEEDED,
)

# ---- Reve

_REVE_RATIOS = (
    *("4:1", "3:1", "21:9", "2:1", "17:9", "16:9", "3:2", "4:3", "5:4", "1:1"),
    *("4:5", "3:4", "2:3", "9:16", "1:2", "1:3", "1:4", "auto"),
)
REVE_2_1_EDIT = ROUTE.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=4000), required=True),
    RatioTier("aspect_ratio", _REVE_RATIOS, default={"aspect_ratio": "auto"}),
    ANY_N,
    PNG_WEBP,
    SYNC,
    Slots("image_url", part=PICTURE, required=True, note="PNG, JPEG, WebP, AVIF or HEIF"),
    name="fal/reve/2.1/text-to-image:edit",
    model="reve/2.1/edit",
    aliases=("reve/2.1/edit",),
)
REVE_2_1_REMIX = REVE_2_1_EDIT.but(
    Pictures(
        "image_urls",
        (Part(PICTURE),),
        min=1,
        max=8,
        required=True,
        note="less than 10 MB each; <frame>0</frame> in the prompt",
    ),
    name="fal/reve/2.1/text-to-image:remix",
    model="reve/2.1/remix",
    aliases=("reve/2.1/remix",),
    without=("image_url",),
)
REVE_2_1 = REVE_2_1_EDIT.but(
    name="fal/reve/2.1/text-to-image",
    model="reve/2.1/text-to-image",
    without=("image_url",),
    operations={"edit": REVE_2_1_EDIT, "remix": REVE_2_1_REMIX},
)

# ---- Luma

UNI_1_EDIT = ROUTE.but(
    PROMPT,
    Slots("image_url", part=PICTURE, required=True),
    Pictures("reference_image_urls", (Part(PICTURE),), note="no maximum is stated"),
    Native("style", OneOf("auto", "manga"), default="auto"),
    Param("output_format", Field.output_format, OneOf("jpeg", "png")),
    URLS,
    name="fal/luma/agent/uni-1/v1/text-to-image:edit",
    model="luma/agent/uni-1/v1/edit",
    serves="luma/uni-1",
    aliases=("luma/agent/uni-1/v1/edit",),
)
UNI_1 = UNI_1_EDIT.but(
    RatioTier("aspect_ratio", ("3:1", "2:1", "16:9", "3:2", "1:1", "2:3", "9:16", "1:2", "1:3")),
    Native("enable_web_search", Flag()),
    ONE_IMAGE,
    name="fal/luma/agent/uni-1/v1/text-to-image",
    model="luma/agent/uni-1/v1/text-to-image",
    without=("image_url",),
    operations={"edit": UNI_1_EDIT},
)
UNI_1_MAX = UNI_1.but(model="luma/agent/uni-1/v1/max", serves="luma/uni-1-max", operations={}, without=("n",))
LUMA_PHOTON_FLASH = LUMA_PHOTON.but(model="fal-ai/luma-photon/flash", serves="luma/photon-flash-1")

# ---- Microsoft, MiniMax, ImagineArt, xAI

MAI_IMAGE_2_5_EDIT = ROUTE.but(
    PROMPT,
    RatioTier(
        "aspect_ratio",
        ("auto", "1:1", "4:3", "3:4", "16:9", "9:16", "3:2", "2:3"),
        default={"aspect_ratio": "auto"},
        unlike_maker="the schema of the model",
    ),
    ANY_N,
    PNG_WEBP,
    SYNC,
    Pictures("image_urls", (Part(PICTURE),), max=1, required=True),
    name="fal/microsoft/mai-image-2.5:edit",
    model="microsoft/mai-image-2.5/edit",
    serves="microsoft/mai-image-2.5",
    aliases=("microsoft/mai-image-2.5/edit",),
)
MAI_IMAGE_2_5 = MAI_IMAGE_2_5_EDIT.but(
    name="fal/microsoft/mai-image-2.5",
    model="microsoft/mai-image-2.5",
    without=("image_urls",),
    operations={"edit": MAI_IMAGE_2_5_EDIT},
)
_MAI_PROMPT = Param("prompt", Field.prompt, Text(min_length=3, max_length=5000), required=True)
MAI_IMAGE_2_5_PRO_EDIT = MAI_IMAGE_2_5_EDIT.but(
    _MAI_PROMPT,
    Slots("image_url", part=PICTURE),
    name="fal/microsoft/mai-image-2.5-pro:edit",
    model="microsoft/mai-image-2.5-pro/edit",
    serves="microsoft/mai-image-2.5-pro",
    aliases=("microsoft/mai-image-2.5-pro/edit",),
    without=("image_urls",),
)
MAI_IMAGE_2_5_PRO = MAI_IMAGE_2_5.but(
    _MAI_PROMPT,
    model="microsoft/mai-image-2.5-pro",
    serves="microsoft/mai-image-2.5-pro",
    operations={"edit": MAI_IMAGE_2_5_PRO_EDIT},
)
MINIMAX_SUBJECT = MINIMAX_IMAGE_01.but(
    Slots("image_url", part=Part(PICTURE, roles=("image", "source", "reference", "character")), required=True),
    model="fal-ai/minimax/image-01/subject-reference",
    note="MiniMax's image-01 with the face of the picture, which may have any role here",
)
IMAGINEART_2_0_PREVIEW = ROUTE.but(
    PROMPT,
    RatioTier(
        "aspect_ratio",
        (
            *("1:1", "16:9", "9:16", "4:3", "3:4", "3:1", "1:3"),
            *("3:2", "2:3", "21:9", "4:5", "5:4", "4:1", "1:4"),
        ),
        "resolution",
        ("1K", "2K"),
        default={"aspect_ratio": "1:1", "resolution": "2K"},
    ),
    Native("reasoning", OneOf("high", "low"), default="low"),
    SEED_NOT_NULL,
    URLS,
    model="imagineart/imagineart-2.0-preview/text-to-image",
    status="preview",
)
_GROK_2 = "fal's OpenAPI file of the model in protonspy/sprite-sheet-generator-claude-code, 1e54a28b, 2026"
GROK_IMAGINE_2_EDIT = ROUTE.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=8000), required=True),
    RatioTier(
        "aspect_ratio",
        ("auto", *GROK_RATIOS),
        "resolution",
        GROK_TIERS,
        default={"aspect_ratio": "auto", "resolution": "1k"},
    ),
    Param("quality", Field.quality, Quality("low", "medium"), default="medium"),
    Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source=_GROK_2),
    JPEG_WEBP,
    SYNC,
    Pictures("image_urls", (Part(PICTURE),), max=5, required=True),
    name="fal/xai/grok-imagine-image/v2.0/text-to-image:edit",
    model="xai/grok-imagine-image/v2.0/edit",
    serves="xai/grok-imagine-image-2.0",
    aliases=("xai/grok-imagine-image/v2.0/edit",),
    rules=(
        Rule(
            {"image_urls": PRESENT},
            {"image_urls": Count(max=3)},
            "the text of the schema of 2026-08-13 has up to 3 pictures, a program's list of 2026-08 up to 4, "
            "the page up to 5, as a program's notes of 2026-09-29 quote it",
            effect="disputed",
            source=_GROK_2,
        ),
    ),
)
GROK_IMAGINE_2 = GROK_IMAGINE_2_EDIT.but(
    RatioTier(
        "aspect_ratio", GROK_RATIOS, "resolution", GROK_TIERS, default={"aspect_ratio": "1:1", "resolution": "1k"}
    ),
    name="fal/xai/grok-imagine-image/v2.0/text-to-image",
    model="xai/grok-imagine-image/v2.0/text-to-image",
    without=("image_urls",),
    operations={"edit": GROK_IMAGINE_2_EDIT},
)

TARGETS: tuple[Target, ...] = (
    MUSE_IMAGE_EDIT,
    MUSE_IMAGE,
    KREA_2_MEDIUM,
    KREA_2_MEDIUM_TURBO,
    KREA_2_LARGE,
    KLING_V3_EDIT,
    KLING_V3,
    KLING_O3_EDIT,
    KLING_O3,
    KLING_O1,
    REVE_2_1_EDIT,
    REVE_2_1_REMIX,
    REVE_2_1,
    UNI_1_EDIT,
    UNI_1,
    UNI_1_MAX,
    LUMA_PHOTON_FLASH,
    MAI_IMAGE_2_5_EDIT,
    MAI_IMAGE_2_5,
    MAI_IMAGE_2_5_PRO_EDIT,
    MAI_IMAGE_2_5_PRO,
    MINIMAX_SUBJECT,
    IMAGINEART_2_0_PREVIEW,
    GROK_IMAGINE_2_EDIT,
    GROK_IMAGINE_2,
)
