"""Replicate's models of other makers: Stability, MiniMax, xAI, Luma, Krea, Runway."""

from __future__ import annotations

from imgparams.providers.replicate.words import (
    FORMAT,
    ONE_IMAGE,
    PNG_QUALITY,
    PROMPT,
    ROUTE,
    SCHEMAS,
    SEED,
    SEED_OR_NULL,
    STORED,
    STRENGTH_NEEDS_IMAGE,
    URI,
    WEBHOOKS,
)
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Field,
    Flag,
    Image,
    Int,
    ListOf,
    Native,
    Not,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    Quality,
    RatioTier,
    Rule,
    ShapeWords,
    Sizes,
    Slots,
    Target,
    Text,
)

# ---- Stability

_SD_RATIOS = ("16:9", "1:1", "21:9", "2:3", "3:2", "4:5", "5:4", "9:16", "9:21")
_NOT_NEWEST = "the schemas of 2024-10 have it, those of 2026-04-23 have not"
_NO_4_3 = "a version page has 4:3 and 3:4, the schema of 2026-04-23 has not"
SD_3_5_LARGE = ROUTE.but(
    PROMPT,
    Sizes(
        (ShapeWords("input.aspect_ratio", _SD_RATIOS, more=("4:3", "3:4")),),
        default={"input.aspect_ratio": "1:1"},
        source=SCHEMAS,
        disputed=_NO_4_3,
    ),
    Param(
        "input.cfg",
        Field.guidance,
        Num(1, 10),
        default=5,
        source=SCHEMAS,
        disputed_to=Num(0, 20),
        disputed="a version page has 0 to 20, 3.5 by default",
    ),
    Param("input.steps", Field.steps, Int(1, 50), default=35, disputed=_NOT_NEWEST),
    Slots("input.image", part=URI),
    Param("input.prompt_strength", Field.strength, Num(0, 1), default=0.85),
    Param("input.negative_prompt", Field.negative_prompt, Text()),
    SEED,
    FORMAT,
    Param("input.output_quality", Field.output_compression, Int(0, 100), default=90, disputed=_NOT_NEWEST),
    *WEBHOOKS,
    ONE_IMAGE,
    model="stability-ai/stable-diffusion-3.5-large",
    serves="stability/sd3.5-large",
    rules=(
        PNG_QUALITY,
        Rule(
            {"input.image": PRESENT},
            {"input.aspect_ratio": ABSENT},
            "aspect_ratio does not count with an image: the result takes the shape of the image",
            effect="ignored",
        ),
        Rule(
            {"input.prompt": PRESENT},
            {"input.aspect_ratio": Not(OneOf("4:3", "3:4"))},
            _NO_4_3,
            effect="disputed",
            source=SCHEMAS,
        ),
        STRENGTH_NEEDS_IMAGE,
    ),
)
SD_3_5_MEDIUM = SD_3_5_LARGE.but(
    Param(
        "input.cfg",
        Field.guidance,
        Num(1, 10),
        default=5,
        source=SCHEMAS,
        disputed_to=Num(0, 20),
        disputed="a version page has 0 to 20",
    ),
    Param("input.steps", Field.steps, Int(1, 50), default=40, disputed=_NOT_NEWEST),
    model="stability-ai/stable-diffusion-3.5-medium",
    serves="stability/sd3.5-medium",
)
SD_3_5_LARGE_TURBO = SD_3_5_LARGE.but(
    Param(
        "input.cfg",
        Field.guidance,
        Num(1, 10),
        default=1,
        source=SCHEMAS,
        disputed_to=Num(0, 20),
        disputed="the schema of 2024-10 has 0 to 20",
    ),
    Param(
        "input.steps", Field.steps, Int(1, 10), default=4, source="the vendor's schema of version a0963ece, 2024-10-22"
    ),
    model="stability-ai/stable-diffusion-3.5-large-turbo",
    serves="stability/sd3.5-large-turbo",
)

# ---- MiniMax, xAI and Luma

IMAGE_01 = ROUTE.but(
    PROMPT,
    RatioTier(
        "input.aspect_ratio",
        ("1:1", "16:9", "4:3", "3:2", "2:3", "3:4", "9:16", "21:9"),
        default={"input.aspect_ratio": "1:1"},
    ),
    Param("input.number_of_images", Field.n, Int(1, 9, round_down=True), default=1),
    Native("input.prompt_optimizer", Flag(), default=True),
    Slots("input.subject_reference", part=Part(URI, roles=("character",)), note="a human face"),
    *WEBHOOKS,
    model="minimax/image-01",
    serves="minimax/image-01",
)

GROK_IMAGINE_IMAGE = ROUTE.but(
    PROMPT,
    Slots("input.image", part=URI, note="the picture to edit: JPEG, PNG or WebP"),
    Param("input.n", Field.n, Int(1, 10, round_down=True), default=1),
    RatioTier(
        "input.aspect_ratio",
        (
            *("2:1", "20:9", "19.5:9", "16:9", "3:2", "4:3", "1:1"),
            *("3:4", "2:3", "9:16", "9:19.5", "9:20", "1:2", "auto"),
        ),
        default={"input.aspect_ratio": "1:1"},
        open=True,
        note="the page hides the list; these are the ratios of fal's schema of the model",
        source="fal's OpenAPI file of xai/grok-imagine-image, 2026-05",
    ),
    *WEBHOOKS,
    model="xai/grok-imagine-image",
    serves="xai/grok-imagine-image",
    rules=(
        Rule(
            {"input.image": PRESENT},
            {"input.n": ABSENT, "input.aspect_ratio": ABSENT},
            "n and aspect_ratio do not count when editing",
            effect="ignored",
        ),
    ),
)
GROK_IMAGINE_IMAGE_2 = ROUTE.but(
    PROMPT,
    RatioTier(
        "",
        (),
        "input.resolution",
        {"1K": "1k", "2K": "2k"},
        default={"input.resolution": "2k"},
        open=True,
        note="the sources have only the default; 1k is xAI's own word",
    ),
    Param("input.quality", Field.quality, Quality("low", "medium"), default="medium"),
    *WEBHOOKS,
    model="xai/grok-imagine-image-2",
    serves="xai/grok-imagine-image-2.0",
)

PHOTON = ROUTE.but(
    PROMPT,
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
    SEED,
    *WEBHOOKS,
    ONE_IMAGE,
    model="luma/photon",
    serves="luma/photon-1",
)
_OLDER = ("input.image_reference_url", "input.style_reference_url", "input.character_reference_url")
PHOTON_FLASH = PHOTON.but(
    Slots("input.image_reference", part=URI, source=SCHEMAS),
    Slots("input.style_reference", part=Part(URI, roles=("style",)), source=SCHEMAS),
    Slots("input.character_reference", part=Part(URI, roles=("character",)), source=SCHEMAS),
    without=_OLDER,
    model="luma/photon-flash",
    serves="luma/photon-flash-1",
    also_read={
        "input.image_reference_url": "input.image_reference",
        "input.style_reference_url": "input.style_reference",
        "input.character_reference_url": "input.character_reference",
    },
    note="the names with _url are older: deprecated in favour of those without",
)

# ---- Krea, Runway

KREA_3 = ROUTE.but(
    PROMPT,
    Pictures("input.images", (URI,), max=8),
    RatioTier(
        "input.aspect_ratio",
        ("auto",),
        "input.resolution",
        {"2K": "2k"},
        default={"input.aspect_ratio": "auto", "input.resolution": "2k"},
        open=True,
        note="the page hides both lists",
    ),
    Native("input.thinking_mode", OneOf("fast", "high", open=True), default="fast", note="the page hides the list"),
    Native("input.regional_edit", Flag(), default=False),
    Param("input.negative_prompt", Field.negative_prompt, Text()),
    Param("input.seed", Field.seed, Int(), note="does not fix the picture: the prompt is expanded first"),
    *WEBHOOKS,
    model="krea/krea-3",
    serves="krea/krea-3",
    rules=(Rule({"input.images": ABSENT}, {"input.regional_edit": Not(OneOf(True))}, "regional_edit needs a picture"),),
)
KREA_2_MEDIUM_TURBO = ROUTE.but(
    PROMPT,
    RatioTier(
        "input.aspect_ratio",
        ("1:1",),
        default={"input.aspect_ratio": "1:1"},
        open=True,
        note="the page hides the list",
    ),
    Native("input.creativity", OneOf("raw", "low", "medium", "high"), default="low"),
    Pictures("input.style_reference_images", (Part(URI, roles=("style",)),), max=10),
    Native("input.style_reference_strength", Num(0, 1), default=0.5),
    Native("input.moodboard_id", Text(), note="a UUID"),
    Native("input.moodboard_strength", Num(max=1), default=0.35),
    Param("input.seed", Field.seed, Int(), nullable=True),
    *WEBHOOKS,
    ONE_IMAGE,
    model="krea/krea-2-medium-turbo",
    serves="krea/krea-2-medium-turbo",
)
GEN4_IMAGE = ROUTE.but(
    PROMPT,
    RatioTier(
        "input.aspect_ratio",
        ("16:9", "9:16", "4:3", "3:4", "1:1", "21:9"),
        default={"input.aspect_ratio": "16:9"},
        source=f"{STORED}, version 65398703",
    ),
    Native("input.resolution", OneOf("720p", "1080p"), default="1080p"),
    Pictures("input.reference_images", (URI,), max=3, note="the ratio of each from 0.5 to 2"),
    Native(
        "input.reference_tags",
        ListOf(Text(min_length=3, max_length=15, pattern="[A-Za-z][A-Za-z0-9]*"), max=3),
        note="one tag for each picture",
        source=f"{STORED}, version 65398703",
    ),
    SEED_OR_NULL,
    *WEBHOOKS,
    ONE_IMAGE,
    model="runwayml/gen4-image",
    serves="runway/gen4_image",
)
GEN4_IMAGE_TURBO = GEN4_IMAGE.but(
    Pictures(
        "input.reference_images",
        (URI,),
        min=1,
        max=3,
        required=True,
        note="the ratio of each from 0.5 to 2",
        source=f"{STORED}, version d22ea0d0",
    ),
    model="runwayml/gen4-image-turbo",
    serves="runway/gen4_image_turbo",
)

TARGETS: tuple[Target, ...] = (
    SD_3_5_LARGE,
    SD_3_5_MEDIUM,
    SD_3_5_LARGE_TURBO,
    IMAGE_01,
    GROK_IMAGINE_IMAGE,
    GROK_IMAGINE_IMAGE_2,
    PHOTON,
    PHOTON_FLASH,
    KREA_3,
    KREA_2_MEDIUM_TURBO,
    GEN4_IMAGE,
    GEN4_IMAGE_TURBO,
)
