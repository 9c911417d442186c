"""Gemini's image models at Vertex AI: the same body, and what the Gemini API refuses."""

from __future__ import annotations

from imgparams.providers.google.gemini import (
    ANY,
    GEMINI_2_5,
    GEMINI_3_1_FLASH_IMAGE,
    GEMINI_3_1_FLASH_LITE_IMAGE,
    GEMINI_3_PRO_IMAGE,
    GEMINI_NANO_BANANA_2_1,
    GENERATE_CONTENT,
    OTHER_PARTS,
    PICTURES,
    TEXT_PART,
)
from imgparams.providers.google.settings import (
    MAPPING,
    TOKEN,
    VERTEX_2_5_RULES,
    VERTEX_ALSO_AT,
    VERTEX_ALSO_READ,
    VERTEX_DOCS,
    VERTEX_HOST,
    VERTEX_ONLY,
    VERTEX_PATH,
    VERTEX_RULES,
)
from imgparams.tables import ABSENT, Content, Field, Rule, Target

_PARTS_10 = Content(
    "contents[0].parts",
    (TEXT_PART, *PICTURES),
    max=10,
    requires=(Field.prompt,),
    others=OTHER_PARTS,
    note="10 pictures on its page at Vertex, 3 at the Gemini API",
    source=MAPPING,
)

VERTEX_GENERATE_CONTENT = GENERATE_CONTENT.but(
    *VERTEX_ONLY,
    name="google/vertex/generateContent",
    path=VERTEX_PATH,
    also_at=VERTEX_ALSO_AT,
    base_url=VERTEX_HOST,
    key_header=TOKEN,
    docs=VERTEX_DOCS,
    rules=VERTEX_RULES,
    also_read=VERTEX_ALSO_READ,
    without=("store",),
)

VERTEX_GEMINI_2_5_FLASH_IMAGE = GEMINI_2_5.but(
    _PARTS_10,
    *VERTEX_ONLY,
    name="google/vertex/gemini-2.5-flash-image",
    serves="google/gemini-2.5-flash-image",
    path=VERTEX_PATH,
    also_at=VERTEX_ALSO_AT,
    base_url=VERTEX_HOST,
    key_header=TOKEN,
    docs=VERTEX_DOCS,
    rules=(
        *VERTEX_2_5_RULES,
        Rule(
            ANY,
            {"systemInstruction": ABSENT},
            "the Gemini API refuses a system instruction for this model; at Vertex no answer was seen",
            effect="disputed",
        ),
    ),
    also_read=VERTEX_ALSO_READ,
    without=("store",),
    aliases=("gemini-2.5-flash-image-preview",),
)

VERTEX_GEMINI_3_PRO_IMAGE = GEMINI_3_PRO_IMAGE.but(
    *VERTEX_ONLY,
    name="google/vertex/gemini-3-pro-image",
    serves="google/gemini-3-pro-image",
    aliases=("gemini-3-pro-image-preview",),
    path=VERTEX_PATH,
    also_at=VERTEX_ALSO_AT,
    base_url=VERTEX_HOST,
    key_header=TOKEN,
    docs=VERTEX_DOCS,
    rules=VERTEX_RULES,
    also_read=VERTEX_ALSO_READ,
    without=("store",),
    retired="2027-05-28",
)

VERTEX_GEMINI_3_1_FLASH_IMAGE = GEMINI_3_1_FLASH_IMAGE.but(
    *VERTEX_ONLY,
    name="google/vertex/gemini-3.1-flash-image",
    serves="google/gemini-3.1-flash-image",
    aliases=("gemini-3.1-flash-image-preview",),
    path=VERTEX_PATH,
    also_at=VERTEX_ALSO_AT,
    base_url=VERTEX_HOST,
    key_header=TOKEN,
    docs=VERTEX_DOCS,
    rules=VERTEX_RULES,
    also_read=VERTEX_ALSO_READ,
    without=("store",),
    retired="2027-05-28",
)

VERTEX_GEMINI_3_1_FLASH_LITE_IMAGE = GEMINI_3_1_FLASH_LITE_IMAGE.but(
    *VERTEX_ONLY,
    name="google/vertex/gemini-3.1-flash-lite-image",
    serves="google/gemini-3.1-flash-lite-image",
    path=VERTEX_PATH,
    also_at=VERTEX_ALSO_AT,
    base_url=VERTEX_HOST,
    key_header=TOKEN,
    docs=VERTEX_DOCS,
    rules=VERTEX_RULES,
    also_read=VERTEX_ALSO_READ,
    without=("store",),
)

VERTEX_GEMINI_NANO_BANANA_2_1 = GEMINI_NANO_BANANA_2_1.but(
    *VERTEX_ONLY,
    name="google/vertex/gemini-nano-banana-2.1",
    serves="google/gemini-nano-banana-2.1",
    path=VERTEX_PATH,
    also_at=VERTEX_ALSO_AT,
    base_url=VERTEX_HOST,
    key_header=TOKEN,
    docs=VERTEX_DOCS,
    rules=VERTEX_RULES,
    also_read=VERTEX_ALSO_READ,
    without=("store",),
)

TARGETS: tuple[Target, ...] = (
    VERTEX_GENERATE_CONTENT,
    VERTEX_GEMINI_2_5_FLASH_IMAGE,
    VERTEX_GEMINI_3_PRO_IMAGE,
    VERTEX_GEMINI_3_1_FLASH_IMAGE,
    VERTEX_GEMINI_3_1_FLASH_LITE_IMAGE,
    VERTEX_GEMINI_NANO_BANANA_2_1,
)
