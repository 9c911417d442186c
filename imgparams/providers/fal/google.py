"""Google's models at fal."""

from __future__ import annotations

from imgparams.providers.fal.shared import (
    ANY_N,
    API,
    BUNDLE,
    LIVE,
    LLMS,
    N_4,
    PICTURE,
    PICTURES,
    PNG_WEBP,
    PROMPT,
    ROUTE,
    SCHEMAS,
    SEED,
    SYNC,
    TOLERANCE_4,
    TYPES,
    N,
)
from imgparams.tables import (
    PRESENT,
    Between,
    Count,
    Field,
    Flag,
    Int,
    Native,
    OneOf,
    Param,
    Part,
    Pictures,
    RatioTier,
    Rule,
    Target,
    Text,
)

# ---- Google

_GEMINI = ("21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16")
_GEMINI_AUTO = ("auto", *_GEMINI)
_GEMINI_WIDE = (*_GEMINI_AUTO, "4:1", "1:4", "8:1", "1:8")
_TIERS = ("1K", "2K", "4K")
_LIMIT_NOTE = "each round makes one picture, whatever the prompt asks for"
_LIMIT = Native("limit_generations", Flag(), default=True, note=_LIMIT_NOTE)
#: Nano Banana and Nano Banana Pro
_LIMIT_1 = Native(
    "limit_generations",
    Flag(),
    default=True,
    note=_LIMIT_NOTE,
    disputed="the default is false in fal's schemas of 2026-05, true in the typed client of 2026-08",
    source=TYPES,
)
_SYSTEM = Native("system_prompt", Text(max_length=50_000), default="", source=SCHEMAS)
_PROMPT = Param("prompt", Field.prompt, Text(min_length=3, max_length=50_000), required=True, source=SCHEMAS)
#: Nano Banana 2
_PROMPT_2 = Param(
    "prompt",
    Field.prompt,
    Text(min_length=3, max_length=50_000),
    required=True,
    source=SCHEMAS,
    disputed_to=Text(min_length=1, max_length=50_000),
    disputed="fal's schemas of 2026-05 have at least 3 characters, a program's list of 2026-08 at least 1",
)
_WEB = Native("enable_web_search", Flag(), default=False)
_THINKING = Native("thinking_level", OneOf("minimal", "high"))

NANO_BANANA_EDIT = ROUTE.but(
    _PROMPT,
    N,
    SEED,
    RatioTier("aspect_ratio", _GEMINI_AUTO, default={"aspect_ratio": "auto"}, nullable=True),
    PNG_WEBP,
    TOLERANCE_4,
    SYNC,
    PICTURES,
    _LIMIT_1,
    name="fal/fal-ai/nano-banana:edit",
    model="fal-ai/nano-banana/edit",
    serves="google/gemini-2.5-flash-image",
    aliases=("fal-ai/nano-banana/edit", "fal-ai/gemini-25-flash-image/edit"),
)

_N_4_TEXT = Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source=BUNDLE)

NANO_BANANA = NANO_BANANA_EDIT.but(
    _N_4_TEXT,
    RatioTier("aspect_ratio", _GEMINI, default={"aspect_ratio": "1:1"}),
    name="fal/fal-ai/nano-banana",
    model="fal-ai/nano-banana",
    aliases=("fal-ai/gemini-25-flash-image",),
    without=("image_urls",),
    operations={"edit": NANO_BANANA_EDIT},
)

NANO_BANANA_PRO_EDIT = NANO_BANANA_EDIT.but(
    Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source="fal's page of the model (llms.txt)"),
    RatioTier("aspect_ratio", _GEMINI_AUTO, "resolution", _TIERS, default={"aspect_ratio": "auto", "resolution": "1K"}),
    _SYSTEM,
    _WEB,
    name="fal/fal-ai/nano-banana-pro:edit",
    model="fal-ai/nano-banana-pro/edit",
    serves="google/gemini-3-pro-image",
    aliases=("fal-ai/nano-banana-pro/edit", "fal-ai/gemini-3-pro-image-preview/edit"),
)

NANO_BANANA_PRO = NANO_BANANA_PRO_EDIT.but(
    _N_4_TEXT,
    RatioTier("aspect_ratio", _GEMINI_AUTO, "resolution", _TIERS, default={"aspect_ratio": "1:1", "resolution": "1K"}),
    name="fal/fal-ai/nano-banana-pro",
    model="fal-ai/nano-banana-pro",
    aliases=("fal-ai/gemini-3-pro-image-preview",),
    without=("image_urls",),
    operations={"edit": NANO_BANANA_PRO_EDIT},
)

_OTHER_INPUTS = ("image_urls", "video_url", "audio_url", "pdf_url")
NANO_BANANA_2_EDIT = NANO_BANANA_PRO_EDIT.but(
    _PROMPT_2,
    RatioTier(
        "aspect_ratio",
        _GEMINI_WIDE,
        "resolution",
        {"512": "0.5K", "1K": "1K", "2K": "2K", "4K": "4K"},
        default={"aspect_ratio": "auto", "resolution": "1K"},
    ),
    N,
    Pictures("image_urls", (Part(PICTURE),), max=14, source=LIVE),
    Native("video_url", Text()),
    Native("audio_url", Text()),
    Native("pdf_url", Text()),
    _THINKING,
    _LIMIT,
    name="fal/fal-ai/nano-banana-2:edit",
    model="fal-ai/nano-banana-2/edit",
    serves="google/gemini-3.1-flash-image",
    aliases=("fal-ai/nano-banana-2/edit", "fal-ai/gemini-3.1-flash-image-preview/edit"),
    rules=(Between(_OTHER_INPUTS, 1, 4, why="an edit needs pictures, a video, a sound or a PDF", source=LIVE),),
)
NANO_BANANA_2 = NANO_BANANA_PRO.but(
    _PROMPT_2,
    RatioTier(
        "aspect_ratio",
        _GEMINI_WIDE,
        "resolution",
        {"512": "0.5K", "1K": "1K", "2K": "2K", "4K": "4K"},
        default={"aspect_ratio": "auto", "resolution": "1K"},
    ),
    N_4,
    _THINKING,
    _LIMIT,
    model="fal-ai/nano-banana-2",
    serves="google/gemini-3.1-flash-image",
    aliases=("fal-ai/gemini-3.1-flash-image-preview",),
    docs=LLMS,
    operations={"edit": NANO_BANANA_2_EDIT},
)

NANO_BANANA_2_LITE = NANO_BANANA_2.but(
    Param("prompt", Field.prompt, Text(min_length=3, max_length=50_000), required=True, source=LIVE),
    RatioTier("aspect_ratio", _GEMINI_WIDE, default={"aspect_ratio": "auto"}),
    ANY_N,
    Native("system_prompt", Text(), default=""),
    model="google/nano-banana-2-lite",
    serves="google/gemini-3.1-flash-lite-image",
    aliases=(),
    docs=API,
    without=("enable_web_search",),
    operations={},
)
NANO_BANANA_LITE_EDIT = NANO_BANANA_2_LITE.but(
    Pictures("image_urls", (Part(PICTURE),), note="the typed client does not require it"),
    name="fal/google/nano-banana-lite:edit",
    model="google/nano-banana-lite/edit",
    aliases=("google/nano-banana-lite/edit",),
    note="the typed client of fal-js has one input for this and for nano-banana-2-lite",
)
NANO_BANANA_LITE = NANO_BANANA_2_LITE.but(
    model="google/nano-banana-lite",
    note="the typed client of fal-js has one input for this and for nano-banana-2-lite",
    operations={"edit": NANO_BANANA_LITE_EDIT},
)

_MOTIF = "fal's pages (llms.txt), as howells/motif, docs/research/nano-banana-refresh-2026-10-07.md, restates them"
_CONTEXT_2_1 = ("image_urls", "video_url", "pdf_url")
NANO_BANANA_2_1_EDIT = ROUTE.but(
    PROMPT,
    Param("num_images", Field.n, Int(1, 4, round_down=True), default=1, source=_MOTIF),
    SEED,
    RatioTier(
        "aspect_ratio",
        _GEMINI_WIDE,
        "resolution",
        _TIERS,
        default={"resolution": "1K"},
        note="the default of aspect_ratio is not stated",
        source=_MOTIF,
    ),
    PNG_WEBP,
    TOLERANCE_4,
    SYNC,
    Pictures("image_urls", (Part(PICTURE),), note="no maximum is stated by the page", source=_MOTIF),
    Native("video_url", Text(), note="up to 15 MB, or a video at YouTube", source=_MOTIF),
    Native("pdf_url", Text(), note="up to 15 MB", source=_MOTIF),
    Native("system_prompt", Text(), default="", source=_MOTIF),
    _LIMIT,
    Native("enable_web_search", Flag(), default=False, source=_MOTIF),
    Native("thinking_level", OneOf("minimal", "medium", "high"), default="medium", source=_MOTIF),
    name="fal/google/nano-banana-2.1:edit",
    model="google/nano-banana-2.1/edit",
    serves="google/gemini-nano-banana-2.1",
    aliases=("google/nano-banana-2.1/edit",),
    docs=LLMS,
    rules=(
        Between(_CONTEXT_2_1, 1, 3, why="an edit needs pictures, a video or a PDF", source=_MOTIF),
        Rule(
            {"image_urls": PRESENT},
            {"image_urls": Count(max=14)},
            "Google and fal's guide (fal.ai/learn/tools/nano-banana-api) have 14 pictures at most, "
            "fal's page of the model states no maximum",
            effect="disputed",
        ),
    ),
)
NANO_BANANA_2_1 = NANO_BANANA_2_1_EDIT.but(
    name="fal/google/nano-banana-2.1",
    model="google/nano-banana-2.1",
    without=("image_urls", "video_url", "pdf_url"),
    operations={"edit": NANO_BANANA_2_1_EDIT},
)

TARGETS: tuple[Target, ...] = (
    NANO_BANANA_EDIT,
    NANO_BANANA,
    NANO_BANANA_PRO_EDIT,
    NANO_BANANA_PRO,
    NANO_BANANA_2_EDIT,
    NANO_BANANA_2,
    NANO_BANANA_2_LITE,
    NANO_BANANA_LITE_EDIT,
    NANO_BANANA_LITE,
    NANO_BANANA_2_1_EDIT,
    NANO_BANANA_2_1,
)
