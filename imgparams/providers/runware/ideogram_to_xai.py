"""Runware: the models of Ideogram, ImagineArt, Luma, OpenAI, Recraft and xAI that are passed on to their makers."""

from __future__ import annotations

from imgparams.providers.ideogram.words import SIZES_V3
from imgparams.providers.openai import FREE_SIZES, STANDARD_SIZES
from imgparams.providers.recraft.words import PIXELS_V4, PIXELS_V4_PRO
from imgparams.providers.runware.routes import IMAGE_INFERENCE, PICTURE, SIZE_OR_PICTURE
from imgparams.providers.runware.words import GROK_IMAGINE_PAIRS, LUMA_UNI_1_PAIRS
from imgparams.tables import (
    PRESENT,
    Count,
    Field,
    Grid,
    Json,
    Native,
    OneOf,
    Pairs,
    Param,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Text,
    WidthHeight,
)

_UNI_1_PICTURES = Rule(
    {"inputs.seedImage": PRESENT},
    {"inputs.referenceImages": Count(max=8)},
    "with inputs.seedImage at most 8 reference images",
)

IDEOGRAM_3_0 = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", SIZES_V3, required=True),
    Native("upscaleFactor", OneOf(1, 2, 4)),
    name="runware/ideogram:4@1",
    model="ideogram:4@1",
    docs="https://runware.ai/docs/models/ideogram-3-0",
    without=(
        "inputs.referenceImages",
        "inputs.seedImage",
        "inputs.maskImage",
        "steps",
        "CFGScale",
        "strength",
        "scheduler",
        "lora",
        "clipSkip",
        "maskMargin",
        "outpaint",
        "acceleratorOptions",
        "ultralytics",
        "settings",
    ),
)
IDEOGRAM_4_0 = IMAGE_INFERENCE.but(
    Param("positivePrompt", Field.prompt, Text()),
    WidthHeight("width", "height", Grid()),
    name="runware/ideogram:4@0",
    model="ideogram:4@0",
    docs="https://runware.ai/docs/models/ideogram-4-0",
    without=(
        "negativePrompt",
        "inputs.referenceImages",
        "inputs.seedImage",
        "inputs.maskImage",
        "seed",
        "steps",
        "CFGScale",
        "strength",
        "scheduler",
        "lora",
        "clipSkip",
        "maskMargin",
        "outpaint",
        "acceleratorOptions",
        "ultralytics",
        "providerSettings",
    ),
)
IDEOGRAM_4_5 = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", Grid()),
    name="runware/ideogram:4.5@0",
    model="ideogram:4.5@0",
    docs="https://runware.ai/docs/models/ideogram-4-5",
    without=(
        "negativePrompt",
        "inputs.seedImage",
        "inputs.maskImage",
        "steps",
        "CFGScale",
        "strength",
        "scheduler",
        "lora",
        "clipSkip",
        "maskMargin",
        "outpaint",
        "acceleratorOptions",
        "ultralytics",
        "providerSettings",
    ),
)
IMAGINEART_1_5 = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", Grid(), required=True),
    name="runware/imagineart:1@5",
    model="imagineart:1@5",
    docs="https://runware.ai/docs/models/imagineart-1-5",
    without=(
        "negativePrompt",
        "inputs.referenceImages",
        "inputs.seedImage",
        "inputs.maskImage",
        "seed",
        "steps",
        "CFGScale",
        "strength",
        "scheduler",
        "lora",
        "clipSkip",
        "maskMargin",
        "outpaint",
        "acceleratorOptions",
        "ultralytics",
        "settings",
        "providerSettings",
    ),
)
IMAGINEART_1_5_PRO = IMAGINEART_1_5.but(
    WidthHeight("width", "height", Grid()),
    name="runware/imagineart:1.5-pro@0",
    model="imagineart:1.5-pro@0",
    docs="https://runware.ai/docs/models/imagineart-1-5-pro",
)
IMAGINEART_2_0 = IMAGE_INFERENCE.but(
    Sizes(
        (
            ShapeWords(
                tier="resolution",
                tiers=(
                    "1K",
                    "1.5K",
                    "2K",
                ),
            ),
            Sides("width", "height", Grid()),
        )
    ),
    name="runware/imagineart:2.0@0",
    model="imagineart:2.0@0",
    docs="https://runware.ai/docs/models/imagineart-2-0",
    without=(
        "negativePrompt",
        "inputs.seedImage",
        "inputs.maskImage",
        "steps",
        "CFGScale",
        "strength",
        "scheduler",
        "lora",
        "clipSkip",
        "maskMargin",
        "outpaint",
        "acceleratorOptions",
        "ultralytics",
        "providerSettings",
    ),
)
UNI_1 = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", LUMA_UNI_1_PAIRS),
    Native(
        "inputs.seedImage", PICTURE, note="the picture that is changed; excludes settings.style and settings.search"
    ),
    name="runware/luma:uni@1",
    model="luma:uni@1",
    docs="https://runware.ai/docs/models/luma-uni-1",
    without=(
        "negativePrompt",
        "inputs.maskImage",
        "seed",
        "steps",
        "CFGScale",
        "strength",
        "scheduler",
        "lora",
        "clipSkip",
        "maskMargin",
        "outpaint",
        "acceleratorOptions",
        "ultralytics",
        "providerSettings",
    ),
    rules=(_UNI_1_PICTURES,),
)
UNI_1_MAX = UNI_1.but(
    name="runware/luma:uni@1-max",
    model="luma:uni@1-max",
    docs="https://runware.ai/docs/models/luma-uni-1-max",
)
GPT_IMAGE_1 = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", STANDARD_SIZES, required=True),
    name="runware/openai:1@1",
    model="openai:1@1",
    docs="https://runware.ai/docs/models/openai-gpt-image-1",
    without=(
        "negativePrompt",
        "inputs.seedImage",
        "inputs.maskImage",
        "seed",
        "steps",
        "CFGScale",
        "strength",
        "scheduler",
        "lora",
        "clipSkip",
        "maskMargin",
        "outpaint",
        "acceleratorOptions",
        "ultralytics",
    ),
)
GPT_IMAGE_1_MINI = GPT_IMAGE_1.but(
    name="runware/openai:1@2",
    model="openai:1@2",
    docs="https://runware.ai/docs/models/openai-gpt-image-1-mini",
)
GPT_IMAGE_1_5 = GPT_IMAGE_1.but(
    WidthHeight("width", "height", Grid(), note="its list was not to be had"),
    name="runware/openai:4@1",
    model="openai:4@1",
    docs="https://runware.ai/docs/models/openai-gpt-image-1-5",
)
GPT_IMAGE_2 = IMAGE_INFERENCE.but(
    WidthHeight(
        "width", "height", FREE_SIZES, note="OpenAI's own limits, of which clients of this API name step and area"
    ),
    name="runware/openai:gpt-image@2",
    model="openai:gpt-image@2",
    docs="https://runware.ai/docs/models/openai-gpt-image-2",
    without=(
        "negativePrompt",
        "inputs.seedImage",
        "inputs.maskImage",
        "seed",
        "steps",
        "CFGScale",
        "strength",
        "scheduler",
        "lora",
        "clipSkip",
        "maskMargin",
        "outpaint",
        "acceleratorOptions",
        "ultralytics",
        "providerSettings",
    ),
)
GPT_IMAGE_2_5_SUNBURST = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", Grid()),
    name="runware/openai:gpt-image@2.5-sunburst",
    model="openai:gpt-image@2.5-sunburst",
    docs="https://runware.ai/docs/models/openai-gpt-image-2-5-sunburst",
    without=(
        "negativePrompt",
        "inputs.seedImage",
        "inputs.maskImage",
        "seed",
        "steps",
        "CFGScale",
        "strength",
        "scheduler",
        "lora",
        "clipSkip",
        "maskMargin",
        "outpaint",
        "acceleratorOptions",
        "ultralytics",
        "providerSettings",
    ),
)
GPT_IMAGE_2_5_FLARE = GPT_IMAGE_2_5_SUNBURST.but(
    name="runware/openai:gpt-image@2.5-flare",
    model="openai:gpt-image@2.5-flare",
    docs="https://runware.ai/docs/models/openai-gpt-image-2-5-flare",
)
RECRAFT_V4 = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", PIXELS_V4.values(), required=True),
    name="runware/recraft:v4@0",
    model="recraft:v4@0",
    docs="https://runware.ai/docs/models/recraft-v4",
    without=(
        "negativePrompt",
        "inputs.referenceImages",
        "inputs.seedImage",
        "inputs.maskImage",
        "seed",
        "steps",
        "CFGScale",
        "strength",
        "scheduler",
        "lora",
        "clipSkip",
        "maskMargin",
        "outpaint",
        "acceleratorOptions",
        "ultralytics",
        "providerSettings",
    ),
)
RECRAFT_V4_PRO = RECRAFT_V4.but(
    WidthHeight("width", "height", PIXELS_V4_PRO.values(), required=True),
    name="runware/recraft:v4-pro@0",
    model="recraft:v4-pro@0",
    docs="https://runware.ai/docs/models/recraft-v4-pro",
)
RECRAFT_V4_1 = RECRAFT_V4.but(
    name="runware/recraft:v4.1@0",
    model="recraft:v4.1@0",
    docs="https://runware.ai/docs/models/recraft-v4-1",
)
RECRAFT_V4_1_FLASH = RECRAFT_V4.but(
    WidthHeight("width", "height", PIXELS_V4.values(), note="Recraft's own list, as this vendor has it for V4"),
    name="runware/recraft:v4.1@flash",
    model="recraft:v4.1@flash",
    docs="https://runware.ai/docs/models/recraft-v4-1-flash",
)
RECRAFT_V4_1_PRO = RECRAFT_V4.but(
    WidthHeight(
        "width",
        "height",
        PIXELS_V4_PRO.values(),
        required=True,
        note="Recraft's own list, as this vendor has it for V4",
    ),
    name="runware/recraft:v4.1-pro@0",
    model="recraft:v4.1-pro@0",
    docs="https://runware.ai/docs/models/recraft-v4-1-pro",
)
RECRAFT_V4_1_UTILITY = RECRAFT_V4.but(
    WidthHeight(
        "width", "height", PIXELS_V4.values(), required=True, note="Recraft's own list, as this vendor has it for V4"
    ),
    name="runware/recraft:v4.1-utility@0",
    model="recraft:v4.1-utility@0",
    docs="https://runware.ai/docs/models/recraft-v4-1-utility",
)
RECRAFT_V4_1_UTILITY_PRO = RECRAFT_V4.but(
    WidthHeight(
        "width",
        "height",
        PIXELS_V4_PRO.values(),
        required=True,
        note="Recraft's own list, as this vendor has it for V4",
    ),
    name="runware/recraft:v4.1-utility-pro@0",
    model="recraft:v4.1-utility-pro@0",
    docs="https://runware.ai/docs/models/recraft-v4-1-utility-pro",
)
RECRAFT_V4_STYLES = RECRAFT_V4.but(
    WidthHeight("width", "height", PIXELS_V4.values(), note="Recraft's own list, as this vendor has it for V4"),
    Native("inputs", Json(), required=True, note="the style; its key was in no source"),
    name="runware/recraft:v4@styles",
    model="recraft:v4@styles",
    docs="https://runware.ai/docs/models/recraft-v4-styles",
)
RECRAFT_V4_STYLES_PRO = RECRAFT_V4.but(
    WidthHeight("width", "height", PIXELS_V4_PRO.values(), note="Recraft's own list, as this vendor has it for V4"),
    Native("inputs", Json(), required=True, note="the style; its key was in no source"),
    name="runware/recraft:v4@styles-pro",
    model="recraft:v4@styles-pro",
    docs="https://runware.ai/docs/models/recraft-v4-styles-pro",
)
GROK_IMAGINE_IMAGE = IMAGE_INFERENCE.but(
    Sizes((ShapeWords(tier="resolution", tiers=("1K",)), Sides("width", "height", Pairs(GROK_IMAGINE_PAIRS)))),
    name="runware/xai:grok-imagine@image",
    model="xai:grok-imagine@image",
    docs="https://runware.ai/docs/models/xai-grok-imagine-image",
    without=(
        "negativePrompt",
        "inputs.seedImage",
        "inputs.maskImage",
        "seed",
        "steps",
        "CFGScale",
        "strength",
        "scheduler",
        "lora",
        "clipSkip",
        "maskMargin",
        "outpaint",
        "acceleratorOptions",
        "ultralytics",
        "settings",
        "providerSettings",
    ),
    rules=(SIZE_OR_PICTURE,),
)
GROK_IMAGINE_IMAGE_QUALITY = GROK_IMAGINE_IMAGE.but(
    Sizes(
        (
            ShapeWords(
                tier="resolution",
                tiers=(
                    "1K",
                    "2K",
                ),
            ),
            Sides("width", "height", Grid()),
        ),
        note="exact pairs; the list was not to be had",
    ),
    name="runware/xai:grok-imagine@image-quality",
    model="xai:grok-imagine@image-quality",
    docs="https://runware.ai/docs/models/xai-grok-imagine-image-quality",
)
GROK_IMAGINE_IMAGE_2_0 = IMAGE_INFERENCE.but(
    Sizes(
        (
            ShapeWords(
                tier="resolution",
                tiers=(
                    "1K",
                    "2K",
                ),
            ),
            Sides("width", "height", Grid()),
        ),
        note="exact pairs, as with the older model; the list was not to be had",
    ),
    name="runware/xai:grok-imagine@image-2.0",
    model="xai:grok-imagine@image-2.0",
    docs="https://runware.ai/docs/models/xai-grok-imagine-image-2-0",
    without=(
        "negativePrompt",
        "inputs.seedImage",
        "inputs.maskImage",
        "seed",
        "steps",
        "CFGScale",
        "strength",
        "scheduler",
        "lora",
        "clipSkip",
        "maskMargin",
        "outpaint",
        "acceleratorOptions",
        "ultralytics",
        "providerSettings",
    ),
)
