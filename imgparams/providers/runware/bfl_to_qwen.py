"""Runware: the models of Black Forest Labs, ByteDance, Google and Alibaba that are passed on to their makers."""

from __future__ import annotations

from imgparams.providers.runware.routes import IMAGE_INFERENCE, PICTURE, SIZE_OR_PICTURE
from imgparams.providers.runware.words import (
    KONTEXT_PAIRS,
    NANO_BANANA_2_LITE_PAIRS,
    NANO_BANANA_2_PAIRS,
    NANO_BANANA_PRO_PAIRS,
    SEEDREAM_4_PAIRS,
)
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Field,
    Grid,
    Int,
    Pairs,
    Param,
    Pictures,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Text,
    WidthHeight,
)

_FLUX_SIDES = Grid(Int(multiple_of=16))  # by the vendor's page on dimensions
_NEGATIVE_OR_PICTURE = Rule(
    {"inputs.referenceImages": PRESENT},
    {"negativePrompt": ABSENT},
    "inputs.referenceImages can't be used with negativePrompt",
)
FLUX_1_1_PRO = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", _FLUX_SIDES, required=True),
    name="runware/bfl:2@1",
    model="bfl:2@1",
    docs="https://runware.ai/docs/models/bfl-flux-1-1-pro",
    without=(
        "negativePrompt",
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
FLUX_1_1_PRO_ULTRA = FLUX_1_1_PRO.but(
    name="runware/bfl:2@2",
    model="bfl:2@2",
    docs="https://runware.ai/docs/models/bfl-flux-1-1-pro-ultra",
)
FLUX_1_KONTEXT_PRO = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", KONTEXT_PAIRS, required=True),
    Pictures("inputs.referenceImages", (PICTURE,)),
    name="runware/bfl:3@1",
    model="bfl:3@1",
    docs="https://runware.ai/docs/models/bfl-flux-1-kontext-pro",
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
        "settings",
    ),
)
FLUX_1_KONTEXT_MAX = FLUX_1_KONTEXT_PRO.but(
    name="runware/bfl:4@1",
    model="bfl:4@1",
    docs="https://runware.ai/docs/models/bfl-flux-1-kontext-max",
)
FLUX_2_PRO = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", _FLUX_SIDES, required=True),
    Pictures("inputs.referenceImages", (PICTURE,)),
    name="runware/bfl:5@1",
    model="bfl:5@1",
    docs="https://runware.ai/docs/models/bfl-flux-2-pro",
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
        "settings",
    ),
)
FLUX_2_MAX = FLUX_2_PRO.but(
    WidthHeight("width", "height", _FLUX_SIDES),
    name="runware/bfl:7@1",
    model="bfl:7@1",
    docs="https://runware.ai/docs/models/bfl-flux-2-max",
)
FLUX_2_FLEX = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", _FLUX_SIDES, required=True),
    Pictures("inputs.referenceImages", (PICTURE,), max=10),
    name="runware/bfl:6@1",
    model="bfl:6@1",
    docs="https://runware.ai/docs/models/bfl-flux-2-flex",
    without=(
        "negativePrompt",
        "inputs.seedImage",
        "inputs.maskImage",
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
FLUX_3_IMAGE = IMAGE_INFERENCE.but(
    Sizes(
        (
            ShapeWords(
                tier="resolution",
                tiers=(
                    "0.75K",
                    "1K",
                    "2K",
                    "4K",
                ),
            ),
            Sides("width", "height", Grid()),
        )
    ),
    name="runware/bfl:flux@3-image",
    model="bfl:flux@3-image",
    docs="https://runware.ai/docs/models/bfl-flux-3-image",
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
SEEDREAM_4_0 = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", SEEDREAM_4_PAIRS),
    name="runware/bytedance:5@0",
    model="bytedance:5@0",
    docs="https://runware.ai/docs/models/bytedance-seedream-4-0",
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
SEEDREAM_4_5 = IMAGE_INFERENCE.but(
    Sizes(
        (
            ShapeWords(
                tier="resolution",
                tiers=(
                    "2K",
                    "4K",
                ),
            ),
            Sides("width", "height", Grid()),
        )
    ),
    Pictures("inputs.referenceImages", (PICTURE,), max=14),
    name="runware/bytedance:seedream@4.5",
    model="bytedance:seedream@4.5",
    docs="https://runware.ai/docs/models/bytedance-seedream-4-5",
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
SEEDREAM_5_0_LITE = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", Grid(), required=True),
    name="runware/bytedance:seedream@5.0-lite",
    model="bytedance:seedream@5.0-lite",
    docs="https://runware.ai/docs/models/bytedance-seedream-5-0-lite",
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
SEEDREAM_5_0_FLASH = IMAGE_INFERENCE.but(
    Param("positivePrompt", Field.prompt, Text()),
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
    Pictures("inputs.referenceImages", (PICTURE,), max=10),
    name="runware/bytedance:seedream@5.0-flash",
    model="bytedance:seedream@5.0-flash",
    docs="https://runware.ai/docs/models/bytedance-seedream-5-0-flash",
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
SEEDREAM_5_0_PRO = IMAGE_INFERENCE.but(
    Param("positivePrompt", Field.prompt, Text()),
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
        )
    ),
    name="runware/bytedance:seedream@5.0-pro",
    model="bytedance:seedream@5.0-pro",
    docs="https://runware.ai/docs/models/bytedance-seedream-5-0-pro",
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
NANO_BANANA_PRO = IMAGE_INFERENCE.but(
    Sizes(
        (
            ShapeWords(
                tier="resolution",
                tiers=(
                    "1K",
                    "2K",
                    "4K",
                ),
            ),
            Sides("width", "height", Pairs(NANO_BANANA_PRO_PAIRS)),
        )
    ),
    Pictures("inputs.referenceImages", (PICTURE,), max=14, source="a client of the API, which names the vendor"),
    name="runware/google:4@2",
    model="google:4@2",
    docs="https://runware.ai/docs/models/google-nano-banana-pro",
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
    ),
    rules=(SIZE_OR_PICTURE,),
)
NANO_BANANA_2 = IMAGE_INFERENCE.but(
    Sizes(
        (
            ShapeWords(tier="resolution", tiers={"512": "0.5K", "1K": "1K", "2K": "2K", "4K": "4K"}),
            Sides("width", "height", Pairs(NANO_BANANA_2_PAIRS)),
        )
    ),
    Pictures("inputs.referenceImages", (PICTURE,), max=14),
    name="runware/google:4@3",
    model="google:4@3",
    docs="https://runware.ai/docs/models/google-nano-banana-2",
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
    ),
    rules=(SIZE_OR_PICTURE,),
)
NANO_BANANA_2_LITE = IMAGE_INFERENCE.but(
    Sizes((ShapeWords(tier="resolution", tiers=("1K",)), Sides("width", "height", Pairs(NANO_BANANA_2_LITE_PAIRS)))),
    name="runware/google:nano-banana@2-lite",
    model="google:nano-banana@2-lite",
    docs="https://runware.ai/docs/models/google-nano-banana-2-lite",
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
    ),
)
NANO_BANANA_2_1 = IMAGE_INFERENCE.but(
    Sizes(
        (
            ShapeWords(
                tier="resolution",
                tiers=(
                    "1K",
                    "2K",
                    "4K",
                ),
            ),
            Sides("width", "height", Grid()),
        ),
        note="exact pairs, as with the older models; the list was not to be had",
    ),
    name="runware/google:nano-banana@2.1",
    model="google:nano-banana@2.1",
    docs="https://runware.ai/docs/models/google-nano-banana-2-1",
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
QWEN_IMAGE_2_0 = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", Grid()),
    name="runware/alibaba:qwen-image@2.0",
    model="alibaba:qwen-image@2.0",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-2-0",
    without=(
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
    rules=(_NEGATIVE_OR_PICTURE,),
)
QWEN_IMAGE_2_0_PRO = QWEN_IMAGE_2_0.but(
    name="runware/alibaba:qwen-image@2.0-pro",
    model="alibaba:qwen-image@2.0-pro",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-2-0-pro",
)
QWEN_IMAGE_2_1_PRO = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", Grid()),
    name="runware/alibaba:qwen-image@2.1-pro",
    model="alibaba:qwen-image@2.1-pro",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-2-1-pro",
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
QWEN_IMAGE_2_1_TURBO = QWEN_IMAGE_2_1_PRO.but(
    name="runware/alibaba:qwen-image@2.1-turbo",
    model="alibaba:qwen-image@2.1-turbo",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-2-1-turbo",
)
QWEN_IMAGE_3_0 = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", Grid()),
    name="runware/alibaba:qwen-image@3.0",
    model="alibaba:qwen-image@3.0",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-3-0",
    without=(
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
QWEN_IMAGE_3_0_PRO = QWEN_IMAGE_3_0.but(
    name="runware/alibaba:qwen-image@3.0-pro",
    model="alibaba:qwen-image@3.0-pro",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-3-0-pro",
)
