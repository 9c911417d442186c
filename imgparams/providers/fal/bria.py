"""Bria's models at fal: FIBO."""

from __future__ import annotations

from imgparams.providers.fal.shared import (
    NEGATIVE,
    ONE_IMAGE,
    PICTURE,
    PINNED,
    ROUTE,
    SCHEMAS,
    SYNC,
)
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Count,
    Field,
    Image,
    Int,
    Native,
    Num,
    Param,
    Part,
    Pictures,
    RatioTier,
    Record,
    Rule,
    Slots,
    Target,
    Text,
)

# ---- Bria

_FIBO_RATIOS = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9")
FIBO_LITE = ROUTE.but(
    Param("prompt", Field.prompt, Text(), nullable=True),
    NEGATIVE,
    RatioTier("aspect_ratio", _FIBO_RATIOS, default={"aspect_ratio": "1:1"}),
    Slots("image_url", part=PICTURE, nullable=True),
    Native("structured_prompt", Record((), open=True), nullable=True),
    Param("steps_num", Field.steps, Int(4, 30), default=8, source=SCHEMAS),
    Param("seed", Field.seed, Int(), default=7, note="no bounds are stated"),
    SYNC,
    ONE_IMAGE,
    model="bria/fibo-lite/generate",
    serves="bria/fibo-lite",
)
FIBO = FIBO_LITE.but(
    RatioTier(
        "aspect_ratio",
        _FIBO_RATIOS,
        "resolution",
        {"1K": "1MP", "2K": "4MP"},
        default={"aspect_ratio": "1:1", "resolution": "1MP"},
    ),
    Param("steps_num", Field.steps, Int(20, 50), default=50, source=SCHEMAS),
    Param("seed", Field.seed, Int(), default=5555, note="no bounds are stated"),
    model="bria/fibo/generate",
    note="the first FIBO by its date; not stated",
)
FIBO_EDIT = ROUTE.but(
    Param("instruction", Field.prompt, Text(), nullable=True),
    NEGATIVE,
    Slots("image_url", part=PICTURE, nullable=True),
    Param("mask_url", Field.mask, PICTURE, nullable=True, note="which areas it marks is not stated"),
    Native("structured_instruction", Record((), open=True), nullable=True),
    Native("original_vgl", Record((), open=True), nullable=True),
    Native("new_vgl", Record((), open=True), nullable=True),
    Param("guidance_scale", Field.guidance, Num(), default=5, note="no range is stated"),
    Param("steps_num", Field.steps, Int(20, 50), default=30, source=SCHEMAS),
    Param("seed", Field.seed, Int(), default=5555, note="no bounds are stated"),
    SYNC,
    ONE_IMAGE,
    name="fal/bria/fibo-edit:edit",
    model="bria/fibo-edit/edit",
)
_FIBO_1_5_SEED = Param(
    "seed", Field.seed, Int(), default=5555, note="no bounds are stated; a program sends 0 to 2147483647", source=PINNED
)
FIBO_1_5 = ROUTE.but(
    Param("prompt", Field.prompt, Text(), nullable=True, source=PINNED),
    Native("structured_prompt", Record((), open=True), nullable=True, source=PINNED),
    RatioTier(
        "aspect_ratio",
        _FIBO_RATIOS,
        "resolution",
        {"1K": "1MP", "2K": "4MP"},
        default={"aspect_ratio": "1:1", "resolution": "1MP"},
        source=PINNED,
    ),
    _FIBO_1_5_SEED,
    SYNC,
    ONE_IMAGE,
    model="bria/fibo-gen-1.5/text-to-image",
    serves="bria/fibo-1.5",
    note="style_preset, which fal's file had in 2026-08, is gone: the style is a part of structured_prompt",
)
FIBO_EDIT_1_5 = ROUTE.but(
    Param("instruction", Field.prompt, Text(), nullable=True, source=PINNED),
    Native(
        "structured_instruction",
        Record((), open=True),
        nullable=True,
        note="used where there is no instruction; what an earlier edit returned",
        source=PINNED,
    ),
    Pictures(
        "image_urls",
        (Part(PICTURE),),
        min=1,
        max=4,
        nullable=True,
        note="their order counts; a program's list of 2026-08 has 10 at most",
        source=PINNED,
    ),
    Param("mask_url", Field.mask, Image("url", "data", edits="white"), nullable=True, source=PINNED),
    RatioTier(
        "aspect_ratio",
        _FIBO_RATIOS,
        nullable=True,
        note="left out, it is that of the first picture",
        source=PINNED,
    ),
    _FIBO_1_5_SEED,
    SYNC,
    ONE_IMAGE,
    name="fal/bria/fibo-edit-1.5:edit",
    model="bria/fibo-edit-1.5/edit",
    serves="bria/fibo-edit-1.5",
    note="the schema requires nothing; what an empty request makes is not stated",
    rules=(
        Rule(
            {"mask_url": PRESENT},
            {"image_urls": Count(max=1)},
            "a mask is for requests with a single picture",
            source=PINNED,
        ),
        Rule(
            {"image_urls": Count(max=1)},
            {"aspect_ratio": ABSENT},
            "with a single picture the output keeps its ratio",
            effect="ignored",
            source=PINNED,
        ),
    ),
)

TARGETS: tuple[Target, ...] = (
    FIBO_LITE,
    FIBO,
    FIBO_EDIT,
    FIBO_1_5,
    FIBO_EDIT_1_5,
)
