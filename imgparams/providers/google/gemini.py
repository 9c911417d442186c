"""Gemini's image models at the Gemini API; those at Vertex AI are in `vertex`."""

from __future__ import annotations

from imgparams.providers.google.settings import (
    ALSO_READ,
    BUDGET,
    FORMAT_1K,
    FORMAT_2K_4K,
    FORMAT_3_1_RATIOS,
    FORMAT_512,
    FORMAT_NOTE,
    FORMAT_RATIO,
    FORMAT_RATIOS,
    FORMAT_TIER,
    HOST,
    JSON_SCHEMA,
    KEY,
    LEVEL,
    MAPPING,
    MEDIA,
    MIME,
    OBJECT,
    PERSONS,
    RESPONSE_FORMAT,
    ROLE,
    SCHEMA,
    SDK,
    SETTINGS,
    THOUGHTS,
)
from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    TEXT,
    TYPE,
    AtMost,
    Content,
    Field,
    Fixed,
    Flag,
    Image,
    Int,
    Json,
    ListOf,
    Model,
    Native,
    Not,
    OneOf,
    Param,
    Part,
    Record,
    Rule,
    ShapeWords,
    Sizes,
    Target,
    Text,
    TextPart,
)

CHECKED = "2026-11-29"

# ---- ratios, tiers and their pixels

GEMINI_RATIOS = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9")
GEMINI_3_1_RATIOS = (
    *("1:1", "1:4", "4:1", "1:8", "8:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"),
)

GEMINI_2_5_FLASH_PIXELS = {
    "1:1": "1024x1024",
    "2:3": "832x1248",
    "3:2": "1248x832",
    "3:4": "864x1184",
    "4:3": "1184x864",
    "4:5": "896x1152",
    "5:4": "1152x896",
    "9:16": "768x1344",
    "16:9": "1344x768",
    "21:9": "1536x672",
}

_PIXELS_1K = {
    ("1:1", "1K"): "1024x1024",
    ("2:3", "1K"): "848x1264",
    ("3:2", "1K"): "1264x848",
    ("3:4", "1K"): "896x1200",
    ("4:3", "1K"): "1200x896",
    ("4:5", "1K"): "928x1152",
    ("5:4", "1K"): "1152x928",
    ("9:16", "1K"): "768x1376",
    ("16:9", "1K"): "1376x768",
    ("21:9", "1K"): "1584x672",
}
#: the strips as the API answers; Google's own table has 512x2048, 384x3072 and their multiples
_LONG_PIXELS_1K = {
    ("1:4", "1K"): "512x2064",
    ("4:1", "1K"): "2064x512",
    ("1:8", "1K"): "352x2928",
    ("8:1", "1K"): "2928x352",
}

GEMINI_3_PRO_PIXELS = {
    **_PIXELS_1K,
    ("1:1", "2K"): "2048x2048",
    ("2:3", "2K"): "1696x2528",
    ("3:2", "2K"): "2528x1696",
    ("3:4", "2K"): "1792x2400",
    ("4:3", "2K"): "2400x1792",
    ("4:5", "2K"): "1856x2304",
    ("5:4", "2K"): "2304x1856",
    ("9:16", "2K"): "1536x2752",
    ("16:9", "2K"): "2752x1536",
    ("21:9", "2K"): "3168x1344",
    ("1:1", "4K"): "4096x4096",
    ("2:3", "4K"): "3392x5056",
    ("3:2", "4K"): "5056x3392",
    ("3:4", "4K"): "3584x4800",
    ("4:3", "4K"): "4800x3584",
    ("4:5", "4K"): "3712x4608",
    ("5:4", "4K"): "4608x3712",
    ("9:16", "4K"): "3072x5504",
    ("16:9", "4K"): "5504x3072",
    ("21:9", "4K"): "6336x2688",
}

_LITE_PIXELS = {**_PIXELS_1K, **_LONG_PIXELS_1K}

#: as Google's page has them, and as Runware lists them
GEMINI_3_1_FLASH_LITE_PIXELS = {
    **_PIXELS_1K,
    ("1:4", "1K"): "512x2048",
    ("4:1", "1K"): "2048x512",
    ("1:8", "1K"): "384x3072",
    ("8:1", "1K"): "3072x384",
}

GEMINI_3_1_FLASH_PIXELS = {
    **GEMINI_3_PRO_PIXELS,
    **_LONG_PIXELS_1K,
    ("1:1", "512"): "512x512",
    ("1:4", "512"): "256x1024",
    ("4:1", "512"): "1024x256",
    ("1:8", "512"): "176x1456",
    ("8:1", "512"): "1456x176",
    ("2:3", "512"): "424x632",
    ("3:2", "512"): "632x424",
    ("3:4", "512"): "448x600",
    ("4:3", "512"): "600x448",
    ("4:5", "512"): "464x576",
    ("5:4", "512"): "576x464",
    ("9:16", "512"): "384x688",
    ("16:9", "512"): "688x384",
    ("21:9", "512"): "784x336",
    ("1:4", "2K"): "1024x4128",
    ("4:1", "2K"): "4128x1024",
    ("1:8", "2K"): "704x5856",
    ("8:1", "2K"): "5856x704",
    ("1:4", "4K"): "2048x8256",
    ("4:1", "4K"): "8256x2048",
    ("1:8", "4K"): "1408x11712",
    ("8:1", "4K"): "11712x1408",
}

#: sizes of answers, kept as recorded tests
_LIVE = "pydantic-ai-slim 2.68.0, images/_google_geometry.py"
_RATIO = "generationConfig.imageConfig.aspectRatio"
_TIER = "generationConfig.imageConfig.imageSize"
_ONE_K = {_TIER: "1K", FORMAT_TIER: "IMAGE_SIZE_ONE_K"}
_RATIO_NOTE = "without a ratio the output follows the input picture, if any, else it is 1:1: no default here"
_TIER_NOTE = (
    "without a ratio the output follows the input picture, if any, else it is 1:1: no default here; the tier has an "
    "upper-case K, and 512 no px"
)

TEXT_PART = TextPart(Field.prompt, {"text": TEXT}, Text(min_length=1))
ADDRESS = Image("url", "id")  # gs:// and the Files API are ids
_INLINE = Part(Image("base64"), {"inlineData": {"mimeType": TYPE, "data": HOLE}})
_FILE = Part(ADDRESS, {"fileData": {"mimeType": TYPE, "fileUri": HOLE}})
PICTURES = (  # the snake case of Google's curl samples is read and never written
    _INLINE,
    _FILE,
    Part(Image("base64"), {"inline_data": {"mime_type": TYPE, "data": HOLE}}),
    Part(Image("base64"), {"inline_data": {"mimeType": TYPE, "data": HOLE}}),
    Part(Image("base64"), {"inlineData": {"mime_type": TYPE, "data": HOLE}}),
    Part(ADDRESS, {"file_data": {"mime_type": TYPE, "file_uri": HOLE}}),
    Part(ADDRESS, {"file_data": {"mimeType": TYPE, "fileUri": HOLE}}),
    Part(ADDRESS, {"fileData": {"mime_type": TYPE, "file_uri": HOLE}}),
)
_PART_OBJECTS = (
    *("inlineData", "inline_data", "fileData", "file_data", "functionCall", "functionResponse", "executableCode"),
    *("codeExecutionResult", "videoMetadata", "mediaResolution"),
)
OTHER_PARTS = Record(  # what a turn may hold beside plain texts and pictures
    {
        "text": Text(min_length=1),
        "thought": Flag(),
        "thoughtSignature": Text(),
        "thought_signature": Text(),
        **dict.fromkeys(_PART_OBJECTS, OBJECT),
    }
)


_PARTS = Content(
    "contents[0].parts",
    (TEXT_PART, *PICTURES),
    max=14,
    requires=(Field.prompt,),
    others=OTHER_PARTS,
    note="addresses of the Files API and any public URL; those of Cloud Storage (gs://) are left out",
    source=MAPPING,
)
_PARTS_3 = Content(
    "contents[0].parts", (TEXT_PART, *PICTURES), max=3, requires=(Field.prompt,), others=OTHER_PARTS, source=MAPPING
)
ONE = Fixed(
    Field.n,
    1,
    note="no field counts pictures; the prompt may bring more or fewer",
    source="OpenRouter's endpoint records of these models: n from 1 to 1",
)

_BASE64 = Fixed(Field.delivery, "base64")

GENERATE_CONTENT = Target(
    name="google/generateContent",
    method="POST",
    path="/v1beta/models/{model}:generateContent",
    also_at=(
        "/v1/models/{model}:generateContent",
        "/v1beta/models/{model}:streamGenerateContent",
        "/v1/models/{model}:streamGenerateContent",
    ),
    base_url=HOST,
    key_header=KEY,
    docs="https://ai.google.dev/gemini-api/docs/image-generation",
    checked=CHECKED,
    rows=(
        Model("path:model"),
        _PARTS,
        Native("contents[0].role", ROLE, source=SDK),
        Native(
            "generationConfig.responseModalities",
            ListOf(OneOf("TEXT", "IMAGE", "Text", "Image"), min=1),
            note='["IMAGE"] for pictures without text; the models of Gemini 3 refuse mixed case',
            source="https://github.com/withceleste/celeste-python/issues/123",
        ),
        Sizes(
            (
                ShapeWords(_RATIO, GEMINI_3_1_RATIOS, _TIER, ("512", "1K", "2K", "4K")),
                ShapeWords(
                    FORMAT_RATIO,
                    FORMAT_3_1_RATIOS,
                    FORMAT_TIER,
                    {**FORMAT_512, **FORMAT_1K, **FORMAT_2K_4K},
                    read_only=True,
                ),
            ),
            unset=("",),
            note="the longest lists; the model decides which of them it takes" + FORMAT_NOTE,
        ),
        Native(
            PERSONS,
            OneOf(""),
            unset=("",),
            disputed_to=Text(),
            disputed="code exported from AI Studio sends it, and google-genai refuses to send it to the Gemini API",
            note="an empty text is in that code too, and means not set",
            source="google-gemini-php/client#170, 2026-02-17; google-genai 3.6.1",
        ),
        *RESPONSE_FORMAT,
        Param("generationConfig.seed", Field.seed, Int(), note="best effort; no range is stated", source=SDK),
        Native("safetySettings", ListOf(Record({"category": Text(), "threshold": Text()}, open=True)), source=SDK),
        *SETTINGS,
        ONE,
        _BASE64,
    ),
    rules=(AtMost((LEVEL, BUDGET), 1, "thinkingBudget does not go with thinkingLevel", source=SDK),),
    also_read=ALSO_READ,
    unknown="refused",
    nulls="ignored",
    numbers_as_text="accepted",
    lone_objects="accepted",
    note="no width, height or negative prompt",
)

_GEMINI_2 = GENERATE_CONTENT.but(without=("path:model",), note="")
_GEMINI = _GEMINI_2.but(domains={"generationConfig.responseModalities": ListOf(OneOf("TEXT", "IMAGE"), min=1)})

_NEVER = Not(Json())
_NO_FUNCTIONS = ListOf(Record({"functionDeclarations": _NEVER, "function_declarations": _NEVER}, open=True))
_NO_SEARCH = ListOf(Record({"googleSearch": _NEVER, "google_search": _NEVER}, open=True))
ANY = {"contents[0].parts": PRESENT}
GEMINI_2_5 = _GEMINI_2.but(
    _PARTS_3,
    Sizes(
        (
            ShapeWords(_RATIO, GEMINI_RATIOS, pixels=GEMINI_2_5_FLASH_PIXELS),
            ShapeWords(FORMAT_RATIO, FORMAT_RATIOS, pixels=GEMINI_2_5_FLASH_PIXELS, read_only=True),
        ),
        unset=("",),
        note=_RATIO_NOTE,
    ),
    model="gemini-2.5-flash-image",
    serves="google/gemini-2.5-flash-image",
    aliases=("gemini-2.5-flash-image-preview",),
    rules=(
        Rule(
            ANY,
            {LEVEL: ABSENT, BUDGET: ABSENT, THOUGHTS: ABSENT},
            "thinking is not enabled for this model",
            source="https://github.com/iBUHub/AIStudioToAPI/issues/213",
        ),
        Rule(
            ANY,
            {MEDIA: ABSENT},
            "media resolution is not enabled for this model",
            source="a program's recorded answer, 2025-08-28",
        ),
        Rule(
            ANY,
            {MIME: Not(OneOf("application/json")), SCHEMA: ABSENT, JSON_SCHEMA: ABSENT},
            "JSON mode is not enabled for this model",
            source="https://github.com/google-gemini/cookbook/issues/1028",
        ),
        Rule(
            ANY,
            {"tools": _NO_FUNCTIONS},
            "function calling is not enabled for this model",
            source="two programs' recorded answers, 2026",
        ),
        Rule(
            ANY,
            {"tools": _NO_SEARCH},
            "two programs were told that search as a tool is not enabled for older image models",
            effect="disputed",
            source="two programs' recorded answers, 2026",
        ),
    ),
    status="deprecated",
    retired="2027-03-15",
    successor="gemini-3.1-flash-lite-image",
    note="takes no imageSize; its preview id was shut down on 2026-01-15",
)
GEMINI_2_5_FLASH_IMAGE = GEMINI_2_5.but(
    rules=(
        Rule(
            ANY,
            {"systemInstruction": ABSENT},
            "a developer instruction is not enabled for this model",
            source="google-genai's recorded tests, as two programs restate them, 2026",
        ),
    )
)

GEMINI_3_PRO_IMAGE = _GEMINI.but(
    Sizes(
        (
            ShapeWords(_RATIO, GEMINI_RATIOS, _TIER, ("1K", "2K", "4K"), pixels=GEMINI_3_PRO_PIXELS),
            ShapeWords(
                FORMAT_RATIO,
                FORMAT_RATIOS,
                FORMAT_TIER,
                {**FORMAT_1K, **FORMAT_2K_4K},
                pixels=GEMINI_3_PRO_PIXELS,
                read_only=True,
            ),
        ),
        default=_ONE_K,
        unset=("",),
        note=_TIER_NOTE,
    ),
    model="gemini-3-pro-image",
    serves="google/gemini-3-pro-image",
    aliases=("gemini-3-pro-image-preview",),
    rules=(
        Rule(
            ANY,
            {MEDIA: ABSENT},
            "the preview of this model answered that media resolution is not enabled",
            effect="disputed",
            source="a program's recorded answer; https://github.com/lbjlaq/Antigravity-Manager/issues/20",
        ),
    ),
    note="14 references: 6 objects, 5 characters and 3 styles with high fidelity; its preview id was shut down on "
    "2026-06-25 at the Gemini API; always thinks",
)

_LEVELS = ("MINIMAL", "HIGH")
_LEVEL = Native(
    LEVEL,
    OneOf(*_LEVELS, *map(str.lower, _LEVELS), *map(str.title, _LEVELS)),
    note="Google's page has these two; LOW and MEDIUM were answered with not supported for this model",
    source="a program's recorded answer, 2026; maximhq/bifrost#6280 and #7287, router-for-me/CLIProxyAPI#1734",
)
GEMINI_3_1_FLASH_IMAGE = _GEMINI.but(
    Sizes(
        (
            ShapeWords(_RATIO, GEMINI_3_1_RATIOS, _TIER, ("512", "1K", "2K", "4K"), pixels=GEMINI_3_1_FLASH_PIXELS),
            ShapeWords(
                FORMAT_RATIO,
                FORMAT_3_1_RATIOS,
                FORMAT_TIER,
                {**FORMAT_512, **FORMAT_1K, **FORMAT_2K_4K},
                pixels=GEMINI_3_1_FLASH_PIXELS,
                read_only=True,
            ),
        ),
        default=_ONE_K,
        unset=("",),
        note=_TIER_NOTE,
        source=_LIVE,
    ),
    _LEVEL,
    model="gemini-3.1-flash-image",
    serves="google/gemini-3.1-flash-image",
    aliases=("gemini-3.1-flash-image-preview",),
    rules=(
        Rule(
            {LEVEL: PRESENT},
            {LEVEL: Not(OneOf("MINIMAL", "minimal", "Minimal"))},
            "Google's page has the level MINIMAL; one program was refused it",
            effect="disputed",
            source="a program's recorded answer, 2026",
        ),
    ),
    note="10 objects and 4 characters as references; the preview id was shut down on 2026-06-25; of the levels of "
    "thinking MINIMAL and HIGH were seen",
)

GEMINI_3_1_FLASH_LITE_IMAGE = _GEMINI.but(
    Sizes(
        (
            ShapeWords(_RATIO, GEMINI_3_1_RATIOS, _TIER, ("1K",), pixels=_LITE_PIXELS),
            ShapeWords(FORMAT_RATIO, FORMAT_3_1_RATIOS, FORMAT_TIER, FORMAT_1K, pixels=_LITE_PIXELS, read_only=True),
        ),
        default=_ONE_K,
        unset=("",),
        note=_TIER_NOTE + "; the API refuses 512, which a third party lists",
        source=_LIVE,
    ),
    _LEVEL,
    model="gemini-3.1-flash-lite-image",
    serves="google/gemini-3.1-flash-lite-image",
)

GEMINI_NANO_BANANA_2_1 = _GEMINI.but(
    Sizes(
        (
            ShapeWords(_RATIO, GEMINI_3_1_RATIOS, _TIER, ("1K", "2K", "4K")),
            ShapeWords(FORMAT_RATIO, FORMAT_3_1_RATIOS, FORMAT_TIER, {**FORMAT_1K, **FORMAT_2K_4K}, read_only=True),
        ),
        default=_ONE_K,
        unset=("",),
        note="512 is refused with HTTP 400; pixels were not seen for this model; the ratio is as for the others",
    ),
    model="gemini-nano-banana-2.1",
    serves="google/gemini-nano-banana-2.1",
)

TARGETS: tuple[Target, ...] = (
    GENERATE_CONTENT,
    GEMINI_2_5_FLASH_IMAGE,
    GEMINI_3_PRO_IMAGE,
    GEMINI_3_1_FLASH_IMAGE,
    GEMINI_3_1_FLASH_LITE_IMAGE,
    GEMINI_NANO_BANANA_2_1,
)
