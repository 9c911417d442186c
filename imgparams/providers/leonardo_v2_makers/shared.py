"""What several of these models share."""

from __future__ import annotations

from imgparams.providers.leonardo_v2 import (
    CONTEXT,
    ENHANCE,
    IMAGE_REFERENCE,
    STYLE,
    UPLOADED,
)
from imgparams.tables import (
    HOLE,
    Field,
    Image,
    Int,
    ListOf,
    Native,
    OneOf,
    Param,
    Part,
    Pictures,
    Quality,
    Record,
    Text,
    WidthHeight,
)

CLIENT = "a client for six v2 models, checked with the guides in September 2026"
READING = "a reading of the guides against the screens of an account, 2026-08-02"
MEASURED = "a client's tests, whose sizes were measured on the pictures that came back, 2026"

WIDTH, HEIGHT = "parameters.width", "parameters.height"
SIDES = (WIDTH, HEIGHT)
SQUARE = (1024, 1024)
FOLLOWS = "0 and 0 follow the reference"
PROMPT = Param("parameters.prompt", Field.prompt, Text(), required=True, note="no length stated")
LONG_PROMPT = Param("parameters.prompt", Field.prompt, Text(max_length=9999), required=True)
ANY_SIDES = WidthHeight(*SIDES, each=Int(1), note="no limits stated")
ONE = Param("parameters.quantity", Field.n, Int(1, 8, round_down=True), default=1)
FOUR = Param("parameters.quantity", Field.n, Int(1, 8, round_down=True), default=4)
ANY_NUMBER = Param("parameters.quantity", Field.n, Int(1, round_down=True), note="no range stated")
SEED = Param("parameters.seed", Field.seed, Int(), note="no range stated")
ON_OFF = Native("parameters.prompt_enhance", OneOf("ON", "OFF"), twins=(ENHANCE,))
ANY_ENHANCE = Native(
    "parameters.prompt_enhance", OneOf("AUTO", "ON", "OFF"), twins=(ENHANCE,), note="the list was not seen"
)
THREE_STEPS = Param("parameters.quality", Field.quality, Quality(low="LOW", medium="MEDIUM", high="HIGH"))

# ---- style ids

DYNAMIC = ("111dc692-d470-4eec-b791-3475abac4c46",)
STYLES_18 = (
    "debdf72a-91a4-467b-bf61-cc02bdeb69c6",
    "3cbb655a-7ca4-463f-b697-8a03ad67327c",
    "6fedbf1f-4a17-45ec-84fb-92fe524a29ef",
    "111dc692-d470-4eec-b791-3475abac4c46",
    "594c4a08-a522-4e0e-b7ff-e4dac4b6b622",
    "09d2b5b5-d7c5-4c02-905d-9f84051640f4",
    "703d6fe5-7f1c-4a9e-8da0-5331f214d5cf",
    "7d7c2bc5-4b12-4ac3-81a9-630057e9e89f",
    "645e4195-f63d-4715-a3f2-3fb1e6eb8c70",
    "556c1ee5-ec38-42e8-955a-1e82dad0ffa1",
    "4edb03c9-8a26-4041-9d01-f85b5d4abd71",
    "0d34f8e1-46d4-428f-8ddd-4b11811fa7c9",
    "22a9a7d2-2166-4d86-80ff-22e2643adbcf",
    "7c3f932b-a572-47cb-9b9b-f20211e63b5b",
    "581ba6d6-5aac-4492-bebe-54c424a0d46e",
    "b504f83c-3326-4947-82e1-7fe9e839ec0f",
    "5bdc3f2a-1be6-4d1c-8e77-992a30824a2c",
    "1db308ce-c7ad-4d10-96fd-592fa6b75cc4",
)
STYLES_7 = (
    "a5632c7c-ddbb-4e2f-ba34-8456ab3ac436",
    "6fedbf1f-4a17-45ec-84fb-92fe524a29ef",
    "111dc692-d470-4eec-b791-3475abac4c46",
    "594c4a08-a522-4e0e-b7ff-e4dac4b6b622",
    "ab5a4220-7c42-41e5-a578-eddb9fed3d75",
    "5bdc3f2a-1be6-4d1c-8e77-992a30824a2c",
    "dee282d3-891f-4f73-ba02-7f8131e5541b",
)
STYLE_IDS_19 = Native(
    "parameters.style_ids", ListOf(OneOf(*STYLES_18, "8e2bc543-6ee2-45f9-bcd9-594b6ce84dcd")), twins=(STYLE,)
)
STYLE_IDS_7 = Native("parameters.style_ids", ListOf(OneOf(*STYLES_7)), twins=(STYLE,))
ANY_STYLE_IDS = Native("parameters.style_ids", ListOf(Text(min_length=1)), twins=(STYLE,), note="no list of ids seen")

# ---- references

REFERENCES_6 = Pictures(
    "parameters.guidances.image_reference",
    (Part(Image("id"), UPLOADED),),
    max=6,
    others=IMAGE_REFERENCE,
    twins=(CONTEXT,),
)
SOURCES = Record(
    {
        "id": Text(),
        "url": Text(),
        "data": Text(),
        "type": OneOf("UPLOADED", "GENERATED", "VARIATION", "URL", "BASE64"),
        "width": Int(),
        "height": Int(),
    },
    required=("type",),
)
WAYS = (
    Part(Image("id"), UPLOADED),
    Part(Image("url"), {"image": {"url": HOLE, "type": "URL"}}),
    Part(Image("base64"), {"image": {"data": HOLE, "type": "BASE64"}}),
)
PLAIN = Record({"image": SOURCES, "order": Int(0)}, required=("image",))
WITH_STRENGTH = Record(
    {"image": SOURCES, "order": Int(0), "strength": OneOf("LOW", "MID", "HIGH")}, required=("image",)
)
