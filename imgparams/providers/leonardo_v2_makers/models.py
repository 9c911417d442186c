"""Models of Google, OpenAI and ByteDance."""

from __future__ import annotations

from imgparams.providers.leonardo_v2 import (
    CONTEXT,
    ENHANCE,
    GENERATIONS,
    IMAGE_REFERENCE,
    PROMPT_ENHANCE,
    STYLE,
    UPLOADED,
)
from imgparams.providers.leonardo_v2_makers.shared import (
    ANY_ENHANCE,
    ANY_NUMBER,
    ANY_SIDES,
    ANY_STYLE_IDS,
    CLIENT,
    DYNAMIC,
    FOLLOWS,
    FOUR,
    LONG_PROMPT,
    MEASURED,
    ON_OFF,
    ONE,
    PLAIN,
    PROMPT,
    REFERENCES_6,
    SEED,
    SIDES,
    SQUARE,
    STYLE_IDS_7,
    STYLE_IDS_19,
    STYLES_18,
    THREE_STEPS,
    WAYS,
    WIDTH,
    WITH_STRENGTH,
)
from imgparams.providers.openai import FREE_SIZES
from imgparams.tables import (
    PRESENT,
    QUALITY,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Native,
    OneOf,
    Param,
    Part,
    Pictures,
    Quality,
    Rule,
    Target,
    Text,
    WidthHeight,
    Words,
)

# ---- Google

_GOOGLE_1K = (
    *("1024x1024", "848x1264", "1264x848", "896x1200", "1200x896"),
    *("928x1152", "1152x928", "768x1376", "1376x768"),
)
_GOOGLE_2K = (
    *("2048x2048", "1696x2528", "2528x1696", "1792x2400", "2400x1792"),
    *("1856x2304", "2304x1856", "1536x2752", "2752x1536"),
)
_GOOGLE_4K = (
    *("4096x4096", "3392x5056", "5056x3392", "3584x4800", "4800x3584"),
    *("3712x4608", "4608x3712", "3072x5504", "5504x3072"),
)
NANO_BANANA_2 = GENERATIONS.but(
    Param("parameters.prompt", Field.prompt, Text(max_length=5000), required=True),
    WidthHeight(
        *SIDES,
        (*_GOOGLE_1K, "1584x672", *_GOOGLE_2K, "3168x1344", *_GOOGLE_4K, "6336x2688"),
        accepts=Grid(Int(768, 6336, multiple_of=16), Int(672, 5504, multiple_of=16)),
        unset=(0,),
        note=f"{FOLLOWS}; each side is checked against a list of its own, and other pairs of listed sides become 1:1",
    ),
    ONE,
    SEED,
    ON_OFF,
    STYLE_IDS_19,
    REFERENCES_6,
    name="leonardo/v2/nano-banana-2",
    model="nano-banana-2",
    serves="google/gemini-3.1-flash-image",
    docs="https://docs.leonardo.ai/docs/nano-banana-2",
)
GEMINI_IMAGE_2 = NANO_BANANA_2.but(
    PROMPT,
    WidthHeight(
        *SIDES,
        (*_GOOGLE_1K, *_GOOGLE_2K, *_GOOGLE_4K),
        accepts=Grid(Int(672, 5504, multiple_of=16)),
        default=SQUARE,
        unset=(0,),
        note=f"{FOLLOWS}; both sides have one list, and the pairs are Google's own: others came back as 1:1",
        source=MEASURED,
    ),
    name="leonardo/v2/gemini-image-2",
    model="gemini-image-2",
    serves="",
    docs="https://docs.leonardo.ai/docs/nano-banana-pro",
    note="Nano Banana Pro",
)
NANO_BANANA_2_LITE = NANO_BANANA_2.but(
    PROMPT,
    WidthHeight(
        *SIDES,
        (*_GOOGLE_1K, "1584x672"),
        disputed_to=Grid(Int(768, 1584, multiple_of=16), Int(672, 1376, multiple_of=16)),
        disputed="the guide lists the sides one by one and has no pairs; these are Google's own",
        default=SQUARE,
        unset=(0,),
        note=FOLLOWS,
    ),
    PROMPT_ENHANCE,
    Native("parameters.style_ids", ListOf(OneOf(*STYLES_18), max=1), default=DYNAMIC, twins=(STYLE,)),
    name="leonardo/v2/nano-banana-2-lite",
    model="nano-banana-2-lite",
    serves="google/gemini-3.1-flash-lite-image",
    docs="https://docs.leonardo.ai/docs/nano-banana-2-lite",
)
GEMINI_2_5_FLASH_IMAGE = GENERATIONS.but(
    PROMPT,
    ANY_SIDES,
    ANY_NUMBER,
    ANY_ENHANCE,
    ANY_STYLE_IDS,
    REFERENCES_6,
    name="leonardo/v2/gemini-2.5-flash-image",
    model="gemini-2.5-flash-image",
    serves="google/gemini-2.5-flash-image",
    docs="https://docs.leonardo.ai/docs/generate-images-using-nano-banana",
    note="Nano Banana; from the samples of the guide, so the model may take more",
)
NANO_BANANA_2_1 = GEMINI_2_5_FLASH_IMAGE.but(
    Pictures("parameters.guidances.image_reference", WAYS, max=14, others=WITH_STRENGTH, twins=(CONTEXT,)),
    name="leonardo/v2/google/nano-banana-2.1",
    model="google/nano-banana-2.1",
    serves="google/gemini-nano-banana-2.1",
    docs="https://docs.leonardo.ai/docs/nano-banana-21",
    note="from the first part of the guide; the model may take more",
)

# ---- OpenAI

GPT_IMAGE_2 = GENERATIONS.but(
    PROMPT,
    WidthHeight(
        *SIDES,
        Grid(Int(max=3824, multiple_of=16), area=(655360, 8294400), ratio=("1:3", "3:1")),
        note="the longest side is below 3840",
    ),
    Param("parameters.quantity", Field.n, Int(1, 8, round_down=True), note="no default stated"),
    THREE_STEPS,
    ON_OFF,
    REFERENCES_6,
    name="leonardo/v2/gpt-image-2",
    model="gpt-image-2",
    serves="openai/gpt-image-2",
    docs="https://docs.leonardo.ai/docs/gpt-image-2",
)
_GPT_2_5_SIZES = ("1024x1024", "848x1264", "1264x848", "1376x768", "768x1376")
_FIVE_STEPS = Quality(low="LOW", medium="MEDIUM", high="HIGH", xhigh="XHIGH", max="MAX")
GPT_IMAGE_2_5_FLARE = GENERATIONS.but(
    LONG_PROMPT,
    WidthHeight(
        *SIDES,
        _GPT_2_5_SIZES,
        disputed_to=Grid(Int(768, 3808, multiple_of=16), Int(640, 3584, multiple_of=16)),
        disputed="the guide lists many sides one by one, and has the pairs of five ratios only",
        default=SQUARE,
        note="neither 0 nor auto is taken",
    ),
    FOUR,
    Param("parameters.quality", Field.quality, _FIVE_STEPS, default="MEDIUM"),
    PROMPT_ENHANCE,
    Native(
        "parameters.style_ids",
        ListOf(
            OneOf(
                *STYLES_18,
                "a5632c7c-ddbb-4e2f-ba34-8456ab3ac436",
                "ab5a4220-7c42-41e5-a578-eddb9fed3d75",
                "dee282d3-891f-4f73-ba02-7f8131e5541b",
            ),
            max=1,
        ),
        default=DYNAMIC,
        twins=(STYLE,),
    ),
    Pictures("parameters.guidances.image_reference", WAYS, max=16, others=PLAIN, twins=(CONTEXT,)),
    name="leonardo/v2/openai/gpt-image-2.5-flare",
    model="openai/gpt-image-2.5-flare",
    serves="openai/gpt-image-2.5-flare",
    docs="https://docs.leonardo.ai/docs/gpt-image-25-flare",
)
GPT_IMAGE_2_5_SUNBURST = GPT_IMAGE_2_5_FLARE.but(
    name="leonardo/v2/openai/gpt-image-2.5-sunburst",
    model="openai/gpt-image-2.5-sunburst",
    serves="openai/gpt-image-2.5-sunburst",
    docs="https://docs.leonardo.ai/docs",
    note=f"the same form as Flare by {CLIENT}; the guide was not read",
)
GPT_IMAGE_2_6_SUNBURST = GENERATIONS.but(
    PROMPT,
    WidthHeight(*SIDES, FREE_SIZES, note="no limits seen; these are OpenAI's own, the sample has 1376x768"),
    ANY_NUMBER,
    Param(
        "parameters.quality",
        Field.quality,
        Words({"high": "HIGH"}, QUALITY, open=True),
        note="the sample has HIGH; the list was not seen",
    ),
    Native("parameters.complexity", OneOf("LOW", "MEDIUM", "HIGH"), default="HIGH", note="how much is planned first"),
    Native("parameters.annotation", Flag(), note="true if a reference has marks drawn on it"),
    ANY_ENHANCE,
    Native("parameters.style_ids", ListOf(Text(min_length=1), max=1), twins=(STYLE,), note="no list of ids seen"),
    Pictures(
        "parameters.guidances.image_reference",
        (Part(Image("id"), UPLOADED),),
        others=WITH_STRENGTH,
        twins=(CONTEXT,),
        note="no maximum seen",
    ),
    name="leonardo/v2/openai/gpt-image-2.6-sunburst",
    model="openai/gpt-image-2.6-sunburst",
    serves="openai/gpt-image-2.6-sunburst",
    docs="https://docs.leonardo.ai/docs/gpt-image-26-sunburst",
    note="from the first part of the guide; the model may take more",
)

# ---- ByteDance

_ITS_SAMPLE = "the guide has 256 to 1440 for the width, and a sample of 1920x1080; nothing is stated of the height"
SEEDREAM_4_0 = GENERATIONS.but(
    PROMPT,
    WidthHeight(
        *SIDES,
        Grid(Int(256, 1440), Int(1)),
        disputed_to=Grid(Int(256), Int(1)),
        disputed=_ITS_SAMPLE,
        default=SQUARE,
    ),
    ONE,
    SEED,
    ON_OFF,
    STYLE_IDS_7,
    REFERENCES_6,
    name="leonardo/v2/seedream-4.0",
    model="seedream-4.0",
    serves="bytedance/seedream-4.0",
    docs="https://docs.leonardo.ai/docs/seedream-4-0",
)
SEEDREAM_4_5 = SEEDREAM_4_0.but(
    WidthHeight(
        *SIDES,
        Grid(Int(256), Int(1)),
        note="ByteDance takes no less than 3,686,400 pixels, of which few have a width up to 1440",
    ),
    ANY_NUMBER,
    ANY_STYLE_IDS,
    name="leonardo/v2/seedream-4.5",
    model="seedream-4.5",
    serves="bytedance/seedream-4.5",
    docs="https://docs.leonardo.ai/me/docs/seedream-4-5",
    without=("parameters.seed",),
    rules=(Rule({"parameters.prompt": PRESENT}, {WIDTH: Int(256, 1440)}, _ITS_SAMPLE, effect="disputed"),),
)
SEEDREAM_5_0_PRO = GENERATIONS.but(
    PROMPT,
    WidthHeight(*SIDES, each=Int(768, 2048), default=(2048, 2048)),
    Param("parameters.quantity", Field.n, Int(1, 6, round_down=True), default=1),
    SEED,
    Param("parameters.output_format", Field.output_format, OneOf("jpeg", "png"), default="jpeg"),
    Native(
        "parameters.prompt_enhance",
        OneOf("OFF"),
        disputed_to=OneOf("AUTO", "ON", "OFF"),
        disputed='the guide has AUTO, ON and OFF; the service answered "must be one of: OFF" on 2026-09-18',
        twins=(ENHANCE,),
        source=CLIENT,
    ),
    Pictures(
        "parameters.guidances.image_reference",
        (Part(Image("id"), UPLOADED),),
        max=10,
        others=IMAGE_REFERENCE,
        twins=(CONTEXT,),
    ),
    name="leonardo/v2/seedream-5.0-pro",
    model="seedream-5.0-pro",
    serves="bytedance/seedream-5.0-pro",
    docs="https://docs.leonardo.ai/docs/seedream-50-pro",
)
SEEDREAM_5_0_FLASH = GENERATIONS.but(
    PROMPT,
    ANY_SIDES,
    ANY_NUMBER,
    Pictures("parameters.guidances.image_reference", WAYS, max=10, others=WITH_STRENGTH, twins=(CONTEXT,)),
    name="leonardo/v2/bytedance/seedream-5.0-flash",
    model="bytedance/seedream-5.0-flash",
    serves="bytedance/seedream-5.0-flash",
    docs="https://docs.leonardo.ai/docs",
    note="from the first part of the guide; the model may take more",
)
SEEDREAM_5_5 = SEEDREAM_5_0_FLASH.but(
    name="leonardo/v2/bytedance/seedream-5.5",
    model="bytedance/seedream-5.5",
    serves="bytedance/seedream-5.5",
    docs="https://docs.leonardo.ai/docs/seedream-55",
)

TARGETS: tuple[Target, ...] = (
    NANO_BANANA_2,
    GEMINI_IMAGE_2,
    NANO_BANANA_2_LITE,
    GEMINI_2_5_FLASH_IMAGE,
    NANO_BANANA_2_1,
    GPT_IMAGE_2,
    GPT_IMAGE_2_5_FLARE,
    GPT_IMAGE_2_5_SUNBURST,
    GPT_IMAGE_2_6_SUNBURST,
    SEEDREAM_4_0,
    SEEDREAM_4_5,
    SEEDREAM_5_0_PRO,
    SEEDREAM_5_0_FLASH,
    SEEDREAM_5_5,
)
