"""Runway: its own Gen-4 models and many hosted ones on one route, `ratio` holding pixels such as `1920:1080`.

Source: the types of the vendor's Python package runwayml 5.24.0, as installable on 2026-11-21; bounds that are missing
from the types come from the texts beside them. A model is the route with rows of its own; of models of one kind the
first has the rows, and the others differ from it.

Open: the maximum of `outputCount`, except for the GPT and Gemini models (the Gemini ones are typed as 1 or 4, their
text says up to four); the range of `seed`; how many references Seedream takes; what the mask of Ideogram 4.5 marks;
whether a mask without references is refused. No row checks these: at most five `human` and nine `object` subjects,
tags that must differ, the 5 MB of a data URI, lengths counted in UTF-16 units. A `tag` and the subject `object` travel
as they are.

What the vendor does with an unknown field is not known; a value that is not in a list is refused with a list of the
others (HTTP 400, Validation of body failed).

Left out: the router (/v1/generate/image, which picks a model by a saved configuration) and the upscaler.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    QUALITY,
    Const,
    Count,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Model,
    Native,
    Needs,
    Not,
    OneOf,
    Pairs,
    Param,
    Part,
    Pictures,
    PixelText,
    Quality,
    Record,
    Rule,
    ShapeWords,
    Sizes,
    Target,
    Text,
    Words,
)

# fmt: off
_GEN4 = Pairs((
    "1024x1024", "1080x1080", "1168x880", "1360x768", "1440x1080", "1080x1440", "1808x768", "1920x1080", "1080x1920",
    "2112x912", "1280x720", "720x1280", "720x720", "960x720", "720x960", "1680x720",
))
_GPT = Pairs((
    "2048x880", "1920x1088", "1920x1280", "1920x1440", "1920x1536", "1920x1920", "1536x1920", "1440x1920",
    "1280x1920", "1088x1920", "2912x1248", "2560x1440", "2560x1712", "2560x1920", "2560x2048", "2560x2560",
    "2048x2560", "1920x2560", "1712x2560", "1440x2560", "3840x1648", "3840x2160", "3504x2336", "3264x2448",
    "3200x2560", "2880x2880", "2560x3200", "2448x3264", "2336x3504", "2160x3840",
))
_GEMINI_3_1_FLASH = Pairs((
    "512x512", "416x624", "624x416", "432x592", "592x432", "448x576", "576x448", "384x672", "672x384", "768x336",
    "256x1024", "1024x256", "176x1408", "1408x176", "1024x1024", "832x1248", "1248x832", "864x1184", "1184x864",
    "896x1152", "1152x896", "768x1344", "1344x768", "1536x672", "512x2048", "2048x512", "352x2816", "2816x352",
    "2048x2048", "1696x2528", "2528x1696", "1792x2400", "2400x1792", "1856x2304", "2304x1856", "1536x2752",
    "2752x1536", "3168x1344", "1024x4096", "4096x1024", "704x5632", "5632x704", "4096x4096", "3392x5056", "5056x3392",
    "3584x4800", "4800x3584", "3712x4608", "4608x3712", "3072x5504", "5504x3072", "6336x2688", "2048x8192",
    "8192x2048", "1408x11264", "11264x1408",
))
_MUSE = Pairs((
    "2352x1008", "2016x1152", "1920x1280", "1792x1344", "1600x1600", "1344x1792", "1280x1920", "1152x2016",
))
_SEEDREAM5_PRO = Pairs((
    "1024x1024", "1184x896", "896x1184", "1376x768", "768x1376", "1296x864", "864x1296", "2048x2048", "2304x1728",
    "1728x2304", "2720x1530", "1530x2720", "2496x1664", "1664x2496",
))
_GROK = Pairs((
    "1024x1024", "1280x720", "720x1280", "1152x864", "864x1152", "1248x832", "832x1248", "1248x576", "576x1248",
    "1280x576", "576x1280", "1408x704", "704x1408", "2048x2048", "2816x1584", "1584x2816", "2368x1776", "1776x2368",
    "2496x1664", "1664x2496", "2912x1344", "1344x2912", "3200x1440", "1440x3200", "2912x1456", "1456x2912",
))
_GEMINI_3_1_FLASH_LITE = Pairs((
    "1024x1024", "848x1264", "1264x848", "896x1200", "1200x896", "928x1152", "1152x928", "768x1376", "1376x768",
    "1584x672",
))
_GEMINI_3_PRO = Pairs((
    "1344x768", "768x1344", "1024x1024", "1184x864", "864x1184", "1536x672", "832x1248", "1248x832", "896x1152",
    "1152x896", "2048x2048", "1696x2528", "2528x1696", "1792x2400", "2400x1792", "1856x2304", "2304x1856",
    "1536x2752", "2752x1536", "3168x1344", "4096x4096", "3392x5056", "5056x3392", "3584x4800", "4800x3584",
    "3712x4608", "4608x3712", "3072x5504", "5504x3072", "6336x2688",
))
_FIBO = Pairs((
    "1024x1024", "768x1152", "1152x768", "768x1024", "1024x768", "768x960", "960x768", "576x1024", "1024x576",
    "2048x2048", "1536x2304", "2304x1536", "1536x2048", "2048x1536", "1536x1920", "1920x1536", "1152x2048",
    "2048x1152",
))
_FIBO_EDIT = Pairs((
    "1024x1024", "768x1152", "1152x768", "768x1024", "1024x768", "768x960", "960x768", "576x1024", "1024x576",
))
_IDEOGRAM_4_0 = Pairs((
    "2048x2048", "2560x1440", "1440x2560", "2304x1728", "1728x2304", "2496x1664", "1664x2496", "3072x1280",
    "1280x3072",
))
_IDEOGRAM_4_5 = Pairs((
    "1024x1024", "1280x720", "720x1280", "1152x864", "864x1152", "1248x832", "832x1248", "1120x896", "896x1120",
    "1440x720", "720x1440", "2048x2048", "2560x1440", "1440x2560", "2304x1728", "1728x2304", "2496x1664", "1664x2496",
    "2240x1792", "1792x2240", "2880x1440", "1440x2880", "1024x576", "576x1024", "1408x704", "704x1408",
))
_SEEDREAM5_FLASH = Pairs((
    "1024x1024", "1184x896", "896x1184", "1376x768", "768x1376", "1248x832", "832x1248", "1568x672", "2048x2048",
    "2304x1728", "1728x2304", "2848x1600", "1600x2848", "2496x1664", "1664x2496", "3136x1344",
))
_NANO_BANANA_2_1 = Pairs((
    "1024x1024", "848x1264", "1264x848", "896x1200", "1200x896", "928x1152", "1152x928", "768x1376", "1376x768",
    "1584x672", "512x2064", "2064x512", "352x2928", "2928x352", "2048x2048", "1696x2528", "2528x1696", "1792x2400",
    "2400x1792", "1856x2304", "2304x1856", "1536x2752", "2752x1536", "3168x1344", "1024x4128", "4128x1024",
    "704x5856", "5856x704", "4096x4096", "3392x5056", "5056x3392", "3584x4800", "4800x3584", "3712x4608", "4608x3712",
    "3072x5504", "5504x3072", "6336x2688", "2048x8256", "8256x2048", "1408x11712", "11712x1408",
))
_RECRAFT_FLASH = Pairs((
    "1024x1024", "1536x768", "768x1536", "1280x832", "832x1280", "1216x896", "896x1216", "1152x896", "896x1152",
    "832x1344", "1280x896", "896x1280", "1344x768", "768x1344",
))
_RECRAFT_VECTOR = Pairs((
    "1024x1024", "1216x896", "896x1216", "1344x768", "768x1344",
))
_GEMINI_2_5_FLASH = Pairs((
    "1344x768", "768x1344", "1024x1024", "1184x864", "864x1184", "1536x672", "832x1248", "1248x832", "896x1152",
    "1152x896",
))
# fmt: on

_URI = Image("url", "data", "id")
_TAG = Text(pattern=r"[A-Za-z][A-Za-z0-9_]{2,15}")
_PLAIN = (Part(_URI, {"uri": HOLE}),)
_SUBJECTS = (*_PLAIN, Part(_URI, {"uri": HOLE, "subject": "human"}, roles=("character",)))
_TAGGED = Record({"uri": _URI, "tag": _TAG}, required=("uri",))
_TAGGED_SUBJECT = Record({"uri": _URI, "subject": OneOf("object", "human"), "tag": _TAG}, required=("uri",))
_URI_NOTE = "uri: an https URL, an upload of Runway's or a data URI of at most 5 MB"

_AUTO_TIERS = ShapeWords(tier="ratio", tiers={"1K": "auto_1k", "2K": "auto_2k"})
_ONE = Fixed(Field.n, 1, note="no wire for a count; the texts speak of the output image")
_COUNT = Param("outputCount", Field.n, Int(1, round_down=True), note="no maximum is stated")
_PNG_OR_JPEG = Param("outputFormat", Field.output_format, OneOf("png", "jpeg"), default="png")
_SEED = Param("seed", Field.seed, Int(), note="no range is stated; without it one is drawn")
_HEX = Text(pattern=r"#?[0-9A-Fa-f]{6}")

# ---- the route

_TEXT_TO_IMAGE = Target(
    name="runway/text_to_image",
    method="POST",
    path="/v1/text_to_image",
    base_url="https://api.dev.runwayml.com",
    key_header="Authorization: Bearer {key}",
    docs="https://docs.dev.runwayml.com/api/#tag/Start-generating/paths/~1v1~1text_to_image/post",
    checked="2026-11-21",
    rows=(
        Const("header:X-Runway-Version", "2024-11-06", optional=True, note="the version that the package sends"),
        Model("model"),
        Param("promptText", Field.prompt, Text(), required=True),
        Fixed(Field.delivery, "url", note="for 24 to 48 hours"),
    ),
)

# ---- Runway's own

GEN4_IMAGE = _TEXT_TO_IMAGE.but(
    Param("promptText", Field.prompt, Text(min_length=1, max_length=1000), required=True, note="in UTF-16 units"),
    Sizes((PixelText("ratio", _GEN4, separator=":"),), required=True),
    Native(
        "contentModeration",
        Record({"publicFigureThreshold": OneOf("auto", "low")}),
        note="low is less strict about recognisable public figures",
    ),
    Pictures("referenceImages", _PLAIN, max=3, others=_TAGGED, note=_URI_NOTE),
    _SEED,
    _ONE,
    model="gen4_image",
    serves="runway/gen4_image",
)
GEN4_IMAGE_TURBO = GEN4_IMAGE.but(
    Pictures("referenceImages", _PLAIN, min=1, max=3, required=True, others=_TAGGED, note=_URI_NOTE),
    model="gen4_image_turbo",
    serves="runway/gen4_image_turbo",
)

# ---- OpenAI's

GPT_IMAGE_2 = _TEXT_TO_IMAGE.but(
    Param("promptText", Field.prompt, Text(min_length=1, max_length=32000), required=True),
    Sizes((PixelText("ratio", _GPT, "auto", ":"),), required=True),
    Param(
        "background",
        Field.background,
        OneOf("transparent", "opaque", "auto"),
        default="auto",
        note="transparent answers with a PNG",
    ),
    Param("outputCount", Field.n, Int(1, 10, round_down=True)),
    Param("quality", Field.quality, Quality("low", "medium", "high", "auto"), default="high"),
    Pictures("referenceImages", _PLAIN, max=16, others=_TAGGED, note=_URI_NOTE),
    model="gpt_image_2",
    serves="openai/gpt-image-2",
)
GPT_IMAGE_2_5_SUNBURST = GPT_IMAGE_2.but(
    model="gpt_image_2_5_sunburst",
    serves="openai/gpt-image-2.5-sunburst",
    domains={"promptText": Text(min_length=1), "quality": Quality("low", "medium", "high", "xhigh", "max")},
)
GPT_IMAGE_2_5_FLARE = GPT_IMAGE_2_5_SUNBURST.but(
    Param("background", Field.background, OneOf("opaque", "auto"), default="auto"),
    model="gpt_image_2_5_flare",
    serves="openai/gpt-image-2.5-flare",
)

# ---- Google's

GEMINI_IMAGE3_1_FLASH = _TEXT_TO_IMAGE.but(
    Sizes((PixelText("ratio", _GEMINI_3_1_FLASH, separator=":"),), required=True),
    Param(
        "outputCount",
        Field.n,
        OneOf(1, 4, round_down=True),
        disputed_to=Int(1, 4),
        disputed="the type has 1 and 4, the text beside it says up to four",
    ),
    Pictures("referenceImages", _SUBJECTS, max=14, others=_TAGGED_SUBJECT, note=_URI_NOTE),
    model="gemini_image3.1_flash",
    serves="google/gemini-3.1-flash-image",
)
GEMINI_IMAGE3_1_FLASH_LITE = GEMINI_IMAGE3_1_FLASH.but(
    Sizes((PixelText("ratio", _GEMINI_3_1_FLASH_LITE, separator=":"),), required=True),
    model="gemini_image3.1_flash_lite",
    serves="google/gemini-3.1-flash-lite-image",
)
GEMINI_IMAGE3_PRO = GEMINI_IMAGE3_1_FLASH.but(
    Sizes((PixelText("ratio", _GEMINI_3_PRO, separator=":"),), required=True),
    model="gemini_image3_pro",
    serves="google/gemini-3-pro-image",
)
NANO_BANANA_2_1 = _TEXT_TO_IMAGE.but(
    Sizes((PixelText("ratio", _NANO_BANANA_2_1, separator=":"),), required=True),
    _COUNT,
    Pictures("referenceImages", _PLAIN, max=14, others=_TAGGED, note=_URI_NOTE),
    Native("thinkingLevel", OneOf("minimal", "medium", "high"), default="medium"),
    model="nano_banana_2.1",
    serves="google/gemini-nano-banana-2.1",
)
GEMINI_2_5_FLASH = _TEXT_TO_IMAGE.but(
    Sizes((PixelText("ratio", _GEMINI_2_5_FLASH, separator=":"),), required=True),
    Pictures("referenceImages", _PLAIN, max=3, others=_TAGGED, note=_URI_NOTE),
    _ONE,
    model="gemini_2.5_flash",
    serves="google/gemini-2.5-flash-image",
)

# ---- Meta's

MUSE_IMAGE = _TEXT_TO_IMAGE.but(
    Param("promptText", Field.prompt, Text(min_length=1), required=True),
    Sizes((PixelText("ratio", _MUSE, "auto", ":"),), required=True),
    _COUNT,
    Param("outputFormat", Field.output_format, OneOf("webp", "png", "jpeg"), default="png"),
    Pictures("referenceImages", _PLAIN, max=10, note=_URI_NOTE),
    model="muse_image",
    serves="meta/muse-image",
)

# ---- ByteDance's

SEEDREAM5_PRO = _TEXT_TO_IMAGE.but(
    Param("promptText", Field.prompt, Text(min_length=1, max_length=4000), required=True),
    Sizes((PixelText("ratio", _SEEDREAM5_PRO, "auto_1k", ":"), _AUTO_TIERS), required=True),
    Native("grounding", Flag(), default=False, note="true lets the model search the web"),
    _COUNT,
    _PNG_OR_JPEG,
    Pictures("referenceImages", _PLAIN, note=_URI_NOTE),
    model="seedream5_pro",
    serves="bytedance/seedream-5.0-pro",
)
SEEDREAM5_LITE = SEEDREAM5_PRO.but(
    Sizes(
        (PixelText("ratio", Grid(area=(3686400, 16777216)), separator=":"),),
        required=True,
        note="the type lists 16 sizes and takes any text; the text allows any size of this area",
    ),
    model="seedream5_lite",
    serves="bytedance/seedream-5.0-lite",
)
SEEDREAM5_FLASH = SEEDREAM5_PRO.but(
    Sizes((PixelText("ratio", _SEEDREAM5_FLASH, "auto_1k", ":"), _AUTO_TIERS), required=True),
    model="seedream5_flash",
    serves="bytedance/seedream-5.0-flash",
    domains={"promptText": Text()},
    without=("grounding",),
)

# ---- xAI's

GROK_IMAGINE_IMAGE_2 = _TEXT_TO_IMAGE.but(
    Param("promptText", Field.prompt, Text(min_length=1), required=True),
    Sizes((PixelText("ratio", _GROK, "auto_1k", ":"), _AUTO_TIERS), required=True),
    Native("edit", Flag(), note="true with one reference edits that picture itself"),
    _COUNT,
    Param("quality", Field.quality, Quality("low", "medium"), default="medium"),
    Pictures("referenceImages", _PLAIN, max=3, note=_URI_NOTE),
    model="grok_imagine_image_2",
    serves="xai/grok-imagine-image-2.0",
    rules=(Rule({"referenceImages": ABSENT}, {"edit": Not(OneOf(True))}, "edit needs at least one reference image"),),
)

# ---- Bria's

BRIA_FIBO_EDIT_1_5 = _TEXT_TO_IMAGE.but(
    _PNG_OR_JPEG,
    Sizes((PixelText("ratio", _FIBO_EDIT, "auto", ":"),), default={"ratio": "auto"}),
    Pictures("referenceImages", _PLAIN, min=1, max=4, note="the type does not require it, the text has 1 to 4"),
    _SEED,
    _ONE,
    name="runway/bria_fibo_1_5:edit",
    model="bria_fibo_edit_1_5",
    serves="bria/fibo-edit-1.5",
    aliases=("bria_fibo_edit_1_5",),
    rules=(
        Rule(
            ({"referenceImages": Count(max=1)}, {"referenceImages": ABSENT}),
            {"ratio": OneOf("auto")},
            "a size can be chosen with two or more references; a single one keeps its framing",
        ),
    ),
)
BRIA_FIBO_1_5 = _TEXT_TO_IMAGE.but(
    Param("promptText", Field.prompt, Text(min_length=1), required=True),
    Sizes((PixelText("ratio", _FIBO, separator=":"),), required=True),
    _PNG_OR_JPEG,
    Pictures("referenceImages", _PLAIN, max=1, note=_URI_NOTE),
    _SEED,
    _ONE,
    model="bria_fibo_1_5",
    serves="bria/fibo-1.5",
    operations={"edit": BRIA_FIBO_EDIT_1_5},
)

# ---- Ideogram's

IDEOGRAM_4_0 = _TEXT_TO_IMAGE.but(
    _COUNT,
    Param("quality", Field.quality, Quality("low", "medium", "high")),
    Sizes((PixelText("ratio", _IDEOGRAM_4_0, separator=":"),)),
    Pictures(
        "referenceImages",
        _PLAIN,
        max=1,
        note="a list, but the text speaks of one picture to remix",
        unlike_maker="the page",
    ),
    model="ideogram_4_0",
    serves="ideogram/4.0",
)
IDEOGRAM_4_5 = _TEXT_TO_IMAGE.but(
    Param("maskUri", Field.mask, _URI, note="which colour it marks the area with is not stated"),
    _COUNT,
    Native("preciseEdit", Flag(), note="edits the first reference, keeping its composition and size"),
    Param(
        "quality",
        Field.quality,
        Words({"low": "low", "medium": "medium", "high": "high"}, QUALITY, more=("very_low",)),
        default="high",
        default_when={"referenceImages": ABSENT},
        note="medium by default with references, high with preciseEdit",
    ),
    Sizes((PixelText("ratio", _IDEOGRAM_4_5, "auto", ":"),), default={"ratio": "auto"}, unlike_maker="the page"),
    Pictures("referenceImages", _PLAIN, max=5, note="the first is the one that maskUri or preciseEdit edits"),
    model="ideogram_4_5",
    serves="ideogram/4.5",
    rules=(
        Rule(
            {"referenceImages": ABSENT},
            {"preciseEdit": Not(OneOf(True))},
            "preciseEdit needs at least one reference image",
        ),
        Needs(
            "maskUri",
            "referenceImages",
            "with a mask the first reference is the picture to edit; that it must be there is not stated",
            effect="disputed",
        ),
        Rule({"maskUri": PRESENT}, {"ratio": ABSENT}, "a mask keeps the size of the first reference"),
        Rule({"preciseEdit": OneOf(True)}, {"ratio": ABSENT}, "preciseEdit keeps the size of the first reference"),
        Rule({"referenceImages": ABSENT}, {"quality": Not(OneOf("very_low"))}, "very_low needs reference images"),
        Rule(
            {"preciseEdit": OneOf(True)},
            {"quality": Not(OneOf("very_low"))},
            "very_low is not available with preciseEdit",
        ),
        Rule(
            {"referenceImages": PRESENT},
            {"ratio": Not(OneOf("1280:720", "720:1280", "1440:720", "720:1440"))},
            "with references the wide sizes at 1K are 1024:576, 576:1024, 1408:704 and 704:1408",
        ),
        Rule(
            {"referenceImages": ABSENT},
            {"ratio": Not(OneOf("1024:576", "576:1024", "1408:704", "704:1408"))},
            "without references the wide sizes at 1K are 1280:720, 720:1280, 1440:720 and 720:1440",
        ),
    ),
)

# ---- Recraft's

RECRAFT_V4_1_FLASH = _TEXT_TO_IMAGE.but(
    Sizes((PixelText("ratio", _RECRAFT_FLASH, separator=":"),), required=True),
    Native("backgroundColor", _HEX, note="preferred; six hexadecimal digits, with or without # is not stated"),
    Native("colors", ListOf(_HEX), note="preferred"),
    _COUNT,
    Param("outputFormat", Field.output_format, OneOf("webp", "png"), default="webp"),
    Param("seed", Field.seed, Int(), note="no range is stated"),
    model="recraft_v4_1_flash",
    serves="recraft/v4.1-flash",
)
RECRAFT_V4_1_VECTOR = _TEXT_TO_IMAGE.but(
    Native("backgroundColor", _HEX, note="a hint, the shade may differ"),
    Native("colors", ListOf(_HEX), note="such as #FF8800"),
    Sizes((PixelText("ratio", _RECRAFT_VECTOR, separator=":"),), note="what the SVG declares"),
    Fixed(Field.output_format, "svg"),
    _ONE,
    model="recraft_v4_1_vector",
    serves="recraft/v4.1-vector",
)

TARGETS: tuple[Target, ...] = (
    GEN4_IMAGE_TURBO,
    GEN4_IMAGE,
    GPT_IMAGE_2,
    GEMINI_IMAGE3_1_FLASH,
    MUSE_IMAGE,
    SEEDREAM5_PRO,
    SEEDREAM5_LITE,
    GROK_IMAGINE_IMAGE_2,
    GEMINI_IMAGE3_1_FLASH_LITE,
    GEMINI_IMAGE3_PRO,
    GPT_IMAGE_2_5_FLARE,
    GPT_IMAGE_2_5_SUNBURST,
    BRIA_FIBO_1_5,
    BRIA_FIBO_EDIT_1_5,
    IDEOGRAM_4_0,
    IDEOGRAM_4_5,
    SEEDREAM5_FLASH,
    NANO_BANANA_2_1,
    RECRAFT_V4_1_FLASH,
    RECRAFT_V4_1_VECTOR,
    GEMINI_2_5_FLASH,
)

ENVELOPE: Target | None = None
