"""More models that Runware passes on: of Ideogram, ImagineArt, Luma, OpenAI, Recraft and xAI."""

from __future__ import annotations

from imgparams.providers.ideogram.words import SIZES_V3
from imgparams.providers.openai import FREE_SIZES, STANDARD_SIZES
from imgparams.providers.recraft.words import PIXELS_V4, PIXELS_V4_PRO
from imgparams.providers.runware.routes import IMAGE_INFERENCE, OLDER_REFERENCES, PICTURE, SIZE_OR_PICTURE, SOURCE, TASK
from imgparams.providers.runware.words import (
    GROK_IMAGINE_PAIRS,
    LUMA_UNI_1_PAIRS,
)
from imgparams.tables import (
    PRESENT,
    Count,
    Field,
    Grid,
    Int,
    Json,
    Native,
    OneOf,
    Pairs,
    Param,
    Pictures,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Target,
    Text,
    WidthHeight,
)

_ANY_SIDES = Sides("width", "height", Grid())
_FLUX_SIDES = Grid(Int(multiple_of=16), generic=True)  # by the vendor's page on dimensions
_PLUGIN = "a plugin that restates the vendor's page (imgly 1.69.0, 2026)"
_FLUX_2_SIDES = WidthHeight(
    "width",
    "height",
    Grid(Int(256, 1920, multiple_of=16), area=(1, 4_194_304)),
    required=True,
    disputed_to=_FLUX_SIDES,
    disputed="256 to 1920 in a plugin that restates the vendor's page; the page on dimensions has the step alone",
    source=_PLUGIN,
)
_FLUX_2_PROMPT = Param(
    "positivePrompt", Field.prompt, Text(min_length=1, max_length=3000), required=True, source=_PLUGIN
)
_OPTIONAL_PROMPT = Param("positivePrompt", Field.prompt, Text())
_STYLE = Native("inputs", Json(), required=True, note="the style; no source has its key")
_RECRAFT_LIST = "Recraft's own list, which this vendor has for V4"

# ---- Ideogram

IDEOGRAM_3_0 = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", SIZES_V3, required=True),
    Native("upscaleFactor", OneOf(1, 2, 4)),
    model="ideogram:4@1",
    serves="ideogram/3.0",
    docs="https://runware.ai/docs/models/ideogram-3-0",
    only=(*TASK, "negativePrompt", "seed", "providerSettings"),
)
IDEOGRAM_4_0 = IMAGE_INFERENCE.but(
    _OPTIONAL_PROMPT,
    WidthHeight("width", "height", Grid()),
    model="ideogram:4@0",
    serves="ideogram/4.0",
    docs="https://runware.ai/docs/models/ideogram-4-0",
    only=(*TASK, "settings"),
)
IDEOGRAM_4_5 = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", Grid()),
    model="ideogram:4.5@0",
    serves="ideogram/4.5",
    docs="https://runware.ai/docs/models/ideogram-4-5",
    only=(*TASK, "inputs.referenceImages", "seed", "settings"),
)

# ---- ImagineArt

IMAGINEART_1_5 = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", Grid(), required=True),
    model="imagineart:1@5",
    docs="https://runware.ai/docs/models/imagineart-1-5",
    only=TASK,
)
IMAGINEART_1_5_PRO = IMAGINEART_1_5.but(
    WidthHeight("width", "height", Grid()),
    model="imagineart:1.5-pro@0",
    docs="https://runware.ai/docs/models/imagineart-1-5-pro",
)
IMAGINEART_2_0 = IMAGE_INFERENCE.but(
    Sizes((ShapeWords(tier="resolution", tiers=("1K", "1.5K", "2K")), _ANY_SIDES)),
    model="imagineart:2.0@0",
    serves="imagineart/2.0",
    docs="https://runware.ai/docs/models/imagineart-2-0",
    only=(*TASK, "inputs.referenceImages", "seed", "settings"),
)

# ---- Luma

UNI_1 = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", LUMA_UNI_1_PAIRS),
    Slots(
        "inputs.seedImage",
        part=SOURCE,
        note="the picture that is changed; excludes settings.style and settings.search",
    ),
    model="luma:uni@1",
    serves="luma/uni-1",
    docs="https://runware.ai/docs/models/luma-uni-1",
    only=(*TASK, "inputs.referenceImages", "inputs.seedImage", "seedImage", "settings"),
    rules=(
        Rule(
            ({"inputs.seedImage": PRESENT}, {"seedImage": PRESENT}),
            {"inputs.referenceImages": Count(max=8), "referenceImages": Count(max=8)},
            "with inputs.seedImage at most 8 reference images",
        ),
    ),
)
UNI_1_MAX = UNI_1.but(
    model="luma:uni@1-max", serves="luma/uni-1-max", docs="https://runware.ai/docs/models/luma-uni-1-max"
)

# ---- OpenAI

GPT_IMAGE_1 = IMAGE_INFERENCE.but(
    Param("positivePrompt", Field.prompt, Text(max_length=32000), required=True, source=_PLUGIN),
    Pictures("inputs.referenceImages", (PICTURE,), older=OLDER_REFERENCES, max=16, source=_PLUGIN),
    WidthHeight("width", "height", STANDARD_SIZES, required=True),
    model="openai:1@1",
    serves="openai/gpt-image-1",
    docs="https://runware.ai/docs/models/openai-gpt-image-1",
    only=(*TASK, "inputs.referenceImages", "settings", "providerSettings"),
)
GPT_IMAGE_1_MINI = GPT_IMAGE_1.but(
    model="openai:1@2", serves="openai/gpt-image-1-mini", docs="https://runware.ai/docs/models/openai-gpt-image-1-mini"
)
GPT_IMAGE_1_5 = GPT_IMAGE_1.but(
    WidthHeight("width", "height", Grid(), note="its list could not be read"),
    model="openai:4@1",
    serves="openai/gpt-image-1.5",
    docs="https://runware.ai/docs/models/openai-gpt-image-1-5",
)
GPT_IMAGE_2 = IMAGE_INFERENCE.but(
    WidthHeight(
        "width", "height", FREE_SIZES, note="OpenAI's own limits, of which clients of this API name step and area"
    ),
    model="openai:gpt-image@2",
    serves="openai/gpt-image-2",
    docs="https://runware.ai/docs/models/openai-gpt-image-2",
    only=(*TASK, "inputs.referenceImages", "settings"),
)
GPT_IMAGE_2_5_SUNBURST = GPT_IMAGE_2.but(
    WidthHeight("width", "height", Grid()),
    model="openai:gpt-image@2.5-sunburst",
    serves="openai/gpt-image-2.5-sunburst",
    docs="https://runware.ai/docs/models/openai-gpt-image-2-5-sunburst",
)
GPT_IMAGE_2_5_FLARE = GPT_IMAGE_2_5_SUNBURST.but(
    model="openai:gpt-image@2.5-flare",
    serves="openai/gpt-image-2.5-flare",
    docs="https://runware.ai/docs/models/openai-gpt-image-2-5-flare",
)

# ---- Recraft

RECRAFT_V4 = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", PIXELS_V4.values(), required=True),
    model="recraft:v4@0",
    serves="recraft/v4",
    docs="https://runware.ai/docs/models/recraft-v4",
    only=(*TASK, "settings"),
)
RECRAFT_V4_PRO = RECRAFT_V4.but(
    WidthHeight("width", "height", PIXELS_V4_PRO.values(), required=True),
    model="recraft:v4-pro@0",
    serves="recraft/v4-pro",
    docs="https://runware.ai/docs/models/recraft-v4-pro",
)
RECRAFT_V4_1 = RECRAFT_V4.but(
    model="recraft:v4.1@0", serves="recraft/v4.1", docs="https://runware.ai/docs/models/recraft-v4-1"
)
RECRAFT_V4_1_FLASH = RECRAFT_V4.but(
    WidthHeight("width", "height", PIXELS_V4.values(), note=_RECRAFT_LIST),
    model="recraft:v4.1@flash",
    serves="recraft/v4.1-flash",
    docs="https://runware.ai/docs/models/recraft-v4-1-flash",
)
RECRAFT_V4_1_PRO = RECRAFT_V4.but(
    WidthHeight("width", "height", PIXELS_V4_PRO.values(), required=True, note=_RECRAFT_LIST),
    model="recraft:v4.1-pro@0",
    serves="recraft/v4.1-pro",
    docs="https://runware.ai/docs/models/recraft-v4-1-pro",
)
RECRAFT_V4_1_UTILITY = RECRAFT_V4.but(
    WidthHeight("width", "height", PIXELS_V4.values(), required=True, note=_RECRAFT_LIST),
    model="recraft:v4.1-utility@0",
    serves="recraft/v4.1-utility",
    docs="https://runware.ai/docs/models/recraft-v4-1-utility",
)
RECRAFT_V4_1_UTILITY_PRO = RECRAFT_V4_1_PRO.but(
    model="recraft:v4.1-utility-pro@0",
    serves="recraft/v4.1-utility-pro",
    docs="https://runware.ai/docs/models/recraft-v4-1-utility-pro",
)
RECRAFT_V4_STYLES = RECRAFT_V4.but(
    WidthHeight("width", "height", PIXELS_V4.values(), note=_RECRAFT_LIST),
    _STYLE,
    model="recraft:v4@styles",
    serves="recraft/v4-styles",
    docs="https://runware.ai/docs/models/recraft-v4-styles",
)
RECRAFT_V4_STYLES_PRO = RECRAFT_V4.but(
    WidthHeight("width", "height", PIXELS_V4_PRO.values(), note=_RECRAFT_LIST),
    _STYLE,
    model="recraft:v4@styles-pro",
    serves="recraft/v4-styles-pro",
    docs="https://runware.ai/docs/models/recraft-v4-styles-pro",
)

# ---- xAI

GROK_IMAGINE_IMAGE = IMAGE_INFERENCE.but(
    Sizes((ShapeWords(tier="resolution", tiers=("1K",)), Sides("width", "height", Pairs(GROK_IMAGINE_PAIRS)))),
    model="xai:grok-imagine@image",
    serves="xai/grok-imagine-image",
    docs="https://runware.ai/docs/models/xai-grok-imagine-image",
    only=(*TASK, "inputs.referenceImages"),
    rules=(SIZE_OR_PICTURE,),
)
GROK_IMAGINE_IMAGE_QUALITY = GROK_IMAGINE_IMAGE.but(
    Sizes(
        (ShapeWords(tier="resolution", tiers=("1K", "2K")), _ANY_SIDES),
        note="exact pairs; the list could not be read",
    ),
    model="xai:grok-imagine@image-quality",
    serves="xai/grok-imagine-image-quality",
    docs="https://runware.ai/docs/models/xai-grok-imagine-image-quality",
)
GROK_IMAGINE_IMAGE_2_0 = IMAGE_INFERENCE.but(
    Sizes(
        (ShapeWords(tier="resolution", tiers=("1K", "2K")), _ANY_SIDES),
        note="exact pairs, as with the older model; the list could not be read",
    ),
    model="xai:grok-imagine@image-2.0",
    serves="xai/grok-imagine-image-2.0",
    docs="https://runware.ai/docs/models/xai-grok-imagine-image-2-0",
    only=(*TASK, "inputs.referenceImages", "settings"),
)

TARGETS: tuple[Target, ...] = (
    IDEOGRAM_3_0,
    IDEOGRAM_4_0,
    IDEOGRAM_4_5,
    IMAGINEART_1_5,
    IMAGINEART_1_5_PRO,
    IMAGINEART_2_0,
    UNI_1,
    UNI_1_MAX,
    GPT_IMAGE_1,
    GPT_IMAGE_1_MINI,
    GPT_IMAGE_1_5,
    GPT_IMAGE_2,
    GPT_IMAGE_2_5_SUNBURST,
    GPT_IMAGE_2_5_FLARE,
    RECRAFT_V4,
    RECRAFT_V4_PRO,
    RECRAFT_V4_1,
    RECRAFT_V4_1_FLASH,
    RECRAFT_V4_1_PRO,
    RECRAFT_V4_1_UTILITY,
    RECRAFT_V4_1_UTILITY_PRO,
    RECRAFT_V4_STYLES,
    RECRAFT_V4_STYLES_PRO,
    GROK_IMAGINE_IMAGE,
    GROK_IMAGINE_IMAGE_QUALITY,
    GROK_IMAGINE_IMAGE_2_0,
)
