"""Models of Recraft, Ideogram, Krea and Black Forest Labs."""

from __future__ import annotations

from imgparams.providers.leonardo_v2 import (
    CONTEXT,
    GENERATIONS,
    IMAGE_REFERENCE,
    PROMPT_ENHANCE,
    UPLOADED,
)
from imgparams.providers.leonardo_v2_makers.shared import (
    ANY_ENHANCE,
    ANY_NUMBER,
    ANY_SIDES,
    FOUR,
    LONG_PROMPT,
    ON_OFF,
    PLAIN,
    PROMPT,
    READING,
    SEED,
    SIDES,
    SQUARE,
    STYLE_IDS_7,
    WAYS,
    WITH_STRENGTH,
)
from imgparams.providers.recraft.words import PIXELS_V4, PIXELS_V4_PRO
from imgparams.tables import (
    QUALITY,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    Native,
    OneOf,
    Param,
    Part,
    Pictures,
    Quality,
    Target,
    Text,
    WidthHeight,
    Words,
)

# ---- Recraft

RECRAFT_V4 = GENERATIONS.but(
    PROMPT,
    WidthHeight(*SIDES, PIXELS_V4.values(), required=True),
    Param("parameters.quantity", Field.n, Int(1, 6, round_down=True)),
    ON_OFF,
    name="leonardo/v2/recraft-v4",
    model="recraft-v4",
    serves="recraft/v4",
    docs="https://docs.leonardo.ai/docs/recraft-v4",
)
RECRAFT_V4_PRO = RECRAFT_V4.but(
    WidthHeight(*SIDES, PIXELS_V4_PRO.values(), required=True),
    name="leonardo/v2/recraft-v4-pro",
    model="recraft-v4-pro",
    serves="recraft/v4-pro",
    docs="https://docs.leonardo.ai/docs/recraft-v4-pro",
)

# ---- Ideogram

IDEOGRAM_V3_0 = GENERATIONS.but(
    PROMPT,
    ANY_SIDES,
    ANY_NUMBER,
    SEED,
    Param(
        "parameters.quality",
        Field.quality,
        Quality(low="TURBO", medium="BALANCED", high="QUALITY"),
        disputed_to=OneOf("TURBO", "BALANCED", "QUALITY", "MEDIUM"),
        disputed="the sample of the guide sends MEDIUM",
        note="mode, the older word for quality, has been refused since 2026-05-04",
        source="https://docs.leonardo.ai/docs/deprecations-changes",
    ),
    ON_OFF,
    STYLE_IDS_7,
    name="leonardo/v2/ideogram-v3.0",
    model="ideogram-v3.0",
    serves="ideogram/3.0",
    docs="https://docs.leonardo.ai/docs/ideogram-30",
)
_IDEOGRAM_SIZES = (
    *("1024x1024", "896x1120", "1120x896", "864x1152", "1152x864", "832x1248", "1248x832", "800x1280", "1280x800"),
    *("720x1280", "1280x720", "720x1440", "1440x720", "2048x2048", "1440x2880", "2880x1440", "1664x2496", "2496x1664"),
    *("1792x2240", "2240x1792", "1440x2560", "2560x1440", "1600x2560", "2560x1600", "1728x2304", "2304x1728"),
    *("1296x3168", "3168x1296", "1152x2944", "2944x1152", "1248x3328", "3328x1248", "1280x3072", "3072x1280"),
    *("1024x3072", "3072x1024"),
)
_REFERENCES_5 = Pictures("parameters.guidances.image_reference", WAYS, max=5, others=PLAIN, twins=(CONTEXT,))
IDEOGRAM_4_5 = GENERATIONS.but(
    Param("parameters.prompt", Field.prompt, Text(min_length=1, max_length=10000), required=True),
    WidthHeight(
        *SIDES,
        _IDEOGRAM_SIZES,
        disputed_to=Grid(Int(720, 3328, multiple_of=16)),
        disputed="the guide lists the sides one by one and has no pairs; these are Ideogram's own",
        default=SQUARE,
    ),
    FOUR,
    Param("parameters.seed", Field.seed, Int(0, 2147483647)),
    Param(
        "parameters.quality",
        Field.quality,
        Words({"low": "LOW", "medium": "MEDIUM", "high": "HIGH"}, QUALITY, more=("VERY_LOW",)),
        default="MEDIUM",
    ),
    PROMPT_ENHANCE,
    _REFERENCES_5,
    name="leonardo/v2/ideogram/ideogram-4.5",
    model="ideogram/ideogram-4.5",
    serves="ideogram/4.5",
    docs="https://docs.leonardo.ai/docs/ideogram-45",
)
_MEDIUM = Param(
    "parameters.quality",
    Field.quality,
    Words({"medium": "MEDIUM"}, QUALITY, open=True),
    note="the sample has MEDIUM; the list was not seen",
)
IDEOGRAM_4_6 = GENERATIONS.but(
    PROMPT,
    ANY_SIDES,
    ANY_NUMBER,
    _MEDIUM,
    ANY_ENHANCE,
    _REFERENCES_5,
    name="leonardo/v2/ideogram/ideogram-4.6",
    model="ideogram/ideogram-4.6",
    serves="ideogram/4.6",
    docs="https://docs.leonardo.ai/docs/ideogram-46",
    note="from the first part of the guide; the model may take more",
)

# ---- Krea

KREA_2_TURBO = GENERATIONS.but(
    LONG_PROMPT,
    WidthHeight(*SIDES, each=Int(16, 4096, multiple_of=8), default=SQUARE),
    FOUR,
    PROMPT_ENHANCE,
    name="leonardo/v2/krea-2-turbo",
    model="krea-2-turbo",
    docs="https://docs.leonardo.ai/docs/krea-2-turbo",
    note="which of Krea's turbo models this is isn't stated",
)
KREA_3 = GENERATIONS.but(
    PROMPT,
    WidthHeight(
        *SIDES,
        each=Int(256, 3200, multiple_of=16),
        default=SQUARE,
        note="the height was read in the guide; the width is second-hand",
        unlike_maker="the guide's own limits of the sides",
    ),
    ANY_NUMBER,
    _MEDIUM,
    Native("parameters.thinking_mode", OneOf("fast", open=True), note="the sample has fast; the list was not seen"),
    Pictures("parameters.guidances.image_reference", WAYS, max=8, others=WITH_STRENGTH, twins=(CONTEXT,)),
    name="leonardo/v2/krea/krea-3",
    model="krea/krea-3",
    serves="krea/krea-3",
    docs="https://docs.leonardo.ai/docs/krea-3",
    note="from the first part of the guide; the model may take more",
)

# ---- Black Forest Labs

FLUX_KONTEXT_MAX = GENERATIONS.but(
    LONG_PROMPT,
    WidthHeight(*SIDES, each=Int(32, 2048)),
    PROMPT_ENHANCE,
    Pictures(
        "parameters.guidances.image_reference",
        (Part(Image("id"), UPLOADED),),
        max=4,
        others=IMAGE_REFERENCE,
        twins=(CONTEXT,),
    ),
    name="leonardo/v2/flux-kontext-max",
    model="flux-kontext-max",
    serves="black-forest-labs/flux-1-kontext-max",
    docs="https://docs.leonardo.ai/docs",
    note=f"{READING}; the model may take more",
)
FLUX_SCHNELL = GENERATIONS.but(
    Param("parameters.prompt", Field.prompt, Text(min_length=1, max_length=2000), required=True),
    WidthHeight(*SIDES, each=Int(32, 2048, multiple_of=8), default=SQUARE),
    FOUR,
    Param("parameters.seed", Field.seed, Int(0, 2147483637)),
    PROMPT_ENHANCE,
    name="leonardo/v2/flux-schnell",
    model="flux-schnell",
    serves="black-forest-labs/flux-1-schnell",
    docs="https://docs.leonardo.ai/docs",
)
FLUX_SCHNELL_SYNC = FLUX_SCHNELL.but(
    Native("ephemeral", Flag(), note="nothing is kept, and public is ignored"),
    Param("base64", Field.delivery, Words({"url": False, "base64": True}), note="the images are in the answer"),
    name="leonardo/v2/sync/flux-schnell",
    path="/api/rest/v2/generationssync",
    note="the answer waits for the images, about 27 s",
)

TARGETS: tuple[Target, ...] = (
    RECRAFT_V4,
    RECRAFT_V4_PRO,
    IDEOGRAM_V3_0,
    IDEOGRAM_4_5,
    IDEOGRAM_4_6,
    KREA_2_TURBO,
    KREA_3,
    FLUX_KONTEXT_MAX,
    FLUX_SCHNELL,
    FLUX_SCHNELL_SYNC,
)
