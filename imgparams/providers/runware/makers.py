"""The models that Runware passes on to their makers: Black Forest Labs, ByteDance, Google, Alibaba."""

from __future__ import annotations

from imgparams.providers.google.gemini import GEMINI_3_1_FLASH_LITE_PIXELS
from imgparams.providers.runware.routes import IMAGE_INFERENCE, OLDER_REFERENCES, PICTURE, SIZE_OR_PICTURE, TASK
from imgparams.providers.runware.words import (
    KONTEXT_PAIRS,
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
    Json,
    Native,
    Num,
    Pairs,
    Param,
    Pictures,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
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

# ---- Black Forest Labs

FLUX_1_1_PRO = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", _FLUX_SIDES, required=True),
    model="bfl:2@1",
    serves="black-forest-labs/flux-1.1-pro",
    docs="https://runware.ai/docs/models/bfl-flux-1-1-pro",
    only=(*TASK, "seed", "providerSettings"),
)
FLUX_1_1_PRO_ULTRA = FLUX_1_1_PRO.but(
    model="bfl:2@2",
    serves="black-forest-labs/flux-1.1-pro-ultra",
    docs="https://runware.ai/docs/models/bfl-flux-1-1-pro-ultra",
)
FLUX_1_KONTEXT_PRO = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", KONTEXT_PAIRS, required=True),
    Pictures("inputs.referenceImages", (PICTURE,), older=OLDER_REFERENCES),
    model="bfl:3@1",
    serves="black-forest-labs/flux-1-kontext-pro",
    docs="https://runware.ai/docs/models/bfl-flux-1-kontext-pro",
    only=(*TASK, "inputs.referenceImages", "seed", "providerSettings"),
)
FLUX_1_KONTEXT_MAX = FLUX_1_KONTEXT_PRO.but(
    model="bfl:4@1",
    serves="black-forest-labs/flux-1-kontext-max",
    docs="https://runware.ai/docs/models/bfl-flux-1-kontext-max",
)
FLUX_2_PRO = IMAGE_INFERENCE.but(
    _FLUX_2_PROMPT,
    _FLUX_2_SIDES,
    Pictures("inputs.referenceImages", (PICTURE,), older=OLDER_REFERENCES, max=9, unlike_maker=_PLUGIN, source=_PLUGIN),
    model="bfl:5@1",
    serves="black-forest-labs/flux-2-pro",
    docs="https://runware.ai/docs/models/bfl-flux-2-pro",
    only=(*TASK, "inputs.referenceImages", "seed", "providerSettings"),
)
FLUX_2_MAX = FLUX_2_PRO.but(
    Param("positivePrompt", Field.prompt, Text(), required=True),
    Pictures("inputs.referenceImages", (PICTURE,), older=OLDER_REFERENCES),
    WidthHeight("width", "height", _FLUX_SIDES),
    model="bfl:7@1",
    serves="black-forest-labs/flux-2-max",
    docs="https://runware.ai/docs/models/bfl-flux-2-max",
)
FLUX_2_FLEX = IMAGE_INFERENCE.but(
    _FLUX_2_PROMPT,
    _FLUX_2_SIDES,
    Pictures("inputs.referenceImages", (PICTURE,), older=OLDER_REFERENCES, max=10, unlike_maker="the model's page"),
    Param("steps", Field.steps, Int(1, 50), source=_PLUGIN),
    Param("CFGScale", Field.guidance, Num(1, 20), default=2.5, source=_PLUGIN),
    model="bfl:6@1",
    serves="black-forest-labs/flux-2-flex",
    docs="https://runware.ai/docs/models/bfl-flux-2-flex",
    only=(*TASK, "inputs.referenceImages", "seed", "steps", "CFGScale", "providerSettings"),
)
FLUX_3_IMAGE = IMAGE_INFERENCE.but(
    Sizes((ShapeWords(tier="resolution", tiers=("0.75K", "1K", "2K", "4K")), _ANY_SIDES)),
    model="bfl:flux@3-image",
    serves="black-forest-labs/flux-3-image",
    docs="https://runware.ai/docs/models/bfl-flux-3-image",
    only=(*TASK, "inputs.referenceImages", "settings"),
)

# ---- ByteDance

SEEDREAM_4_0 = IMAGE_INFERENCE.but(
    Param(
        "positivePrompt",
        Field.prompt,
        Text(min_length=1, max_length=2000),
        required=True,
        source="the vendor's page on ByteDance, 2025-10-27",
    ),
    WidthHeight(
        "width",
        "height",
        SEEDREAM_4_PAIRS,
        disputed_to=Grid(area=(921_600, 16_777_216)),
        disputed="the page lists 17 sizes, and its own example sends 1280x720, which is none of them; the maker takes "
        "921,600 to 16,777,216 pixels",
    ),
    Pictures(
        "inputs.referenceImages",
        (PICTURE,),
        older=OLDER_REFERENCES,
        max=14,
        source="the vendor's page on ByteDance, 2025-10-27",
    ),
    model="bytedance:5@0",
    serves="bytedance/seedream-4.0",
    docs="https://runware.ai/docs/models/bytedance-seedream-4-0",
    only=(*TASK, "inputs.referenceImages", "seed", "settings", "providerSettings"),
)
SEEDEDIT_3_EDIT = IMAGE_INFERENCE.but(
    Param("positivePrompt", Field.prompt, Text(min_length=2, max_length=500), required=True),
    Pictures(
        "inputs.referenceImages",
        (PICTURE,),
        older=OLDER_REFERENCES,
        min=1,
        max=1,
        required=True,
        note="sides of 300 to 6000 pixels, at most 10 MB; the result has its ratio",
    ),
    Param(
        "CFGScale",
        Field.guidance,
        Num(1, 10),
        default=5.5,
        disputed_to=Num(0, 10),
        disputed="the page has 1 to 10, and its own example sends 0.7",
    ),
    name="runware/bytedance:4@1:edit",
    model="bytedance:4@1",
    serves="bytedance/seededit-3.0",
    only=(*TASK, "inputs.referenceImages", "seed", "CFGScale"),
    without=("width", "height"),
    note="from the vendor's page on ByteDance, 2025-10-27",
)
SEEDREAM_4_5 = IMAGE_INFERENCE.but(
    Param("positivePrompt", Field.prompt, Text(min_length=1, max_length=2000), required=True, source=_PLUGIN),
    Sizes(
        (
            ShapeWords(tier="resolution", tiers=("2K", "4K")),
            Sides("width", "height", Grid(area=(3_686_400, 16_777_216))),
        ),
        source=_PLUGIN,
    ),
    Pictures("inputs.referenceImages", (PICTURE,), older=OLDER_REFERENCES, max=14),
    model="bytedance:seedream@4.5",
    serves="bytedance/seedream-4.5",
    docs="https://runware.ai/docs/models/bytedance-seedream-4-5",
    only=(*TASK, "inputs.referenceImages", "seed", "settings"),
)
SEEDREAM_5_0_LITE = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", Grid(), required=True),
    model="bytedance:seedream@5.0-lite",
    serves="bytedance/seedream-5.0-lite",
    docs="https://runware.ai/docs/models/bytedance-seedream-5-0-lite",
    only=(*TASK, "inputs.referenceImages", "settings"),
)
SEEDREAM_5_0_FLASH = IMAGE_INFERENCE.but(
    _OPTIONAL_PROMPT,
    Sizes((ShapeWords(tier="resolution", tiers=("1K", "1.5K", "2K")), _ANY_SIDES)),
    Pictures("inputs.referenceImages", (PICTURE,), older=OLDER_REFERENCES, max=10),
    model="bytedance:seedream@5.0-flash",
    serves="bytedance/seedream-5.0-flash",
    docs="https://runware.ai/docs/models/bytedance-seedream-5-0-flash",
    only=(*TASK, "inputs.referenceImages", "settings"),
)
SEEDREAM_5_0_PRO = IMAGE_INFERENCE.but(
    _OPTIONAL_PROMPT,
    Sizes((ShapeWords(tier="resolution", tiers=("1K", "2K")), _ANY_SIDES)),
    model="bytedance:seedream@5.0-pro",
    serves="bytedance/seedream-5.0-pro",
    docs="https://runware.ai/docs/models/bytedance-seedream-5-0-pro",
    only=(*TASK, "inputs.referenceImages", "settings"),
)

# ---- Google

NANO_BANANA_PRO = IMAGE_INFERENCE.but(
    Sizes(
        (
            ShapeWords(tier="resolution", tiers=("1K", "2K", "4K")),
            Sides("width", "height", Pairs(NANO_BANANA_PRO_PAIRS)),
        ),
        disputed_to=Pairs(("1584x672",)),
        disputed="21:9 at 1K is 1548x672 on the page and 1584x672 at Google",
    ),
    Param("positivePrompt", Field.prompt, Text(min_length=3, max_length=45000), required=True, source=_PLUGIN),
    Pictures(
        "inputs.referenceImages",
        (PICTURE,),
        older=OLDER_REFERENCES,
        max=14,
        source="a client of the API, which names the vendor",
    ),
    model="google:4@2",
    serves="google/gemini-3-pro-image",
    docs="https://runware.ai/docs/models/google-nano-banana-pro",
    only=(*TASK, "inputs.referenceImages", "seed", "settings", "providerSettings"),
    rules=(SIZE_OR_PICTURE,),
)
NANO_BANANA_2 = IMAGE_INFERENCE.but(
    Sizes(
        (
            ShapeWords(tier="resolution", tiers={"512": "0.5K", "1K": "1K", "2K": "2K", "4K": "4K"}),
            Sides("width", "height", Pairs(NANO_BANANA_2_PAIRS)),
        )
    ),
    Pictures("inputs.referenceImages", (PICTURE,), older=OLDER_REFERENCES, max=14),
    model="google:4@3",
    serves="google/gemini-3.1-flash-image",
    docs="https://runware.ai/docs/models/google-nano-banana-2",
    only=(*TASK, "inputs.referenceImages", "seed", "settings", "providerSettings"),
    rules=(SIZE_OR_PICTURE,),
)
NANO_BANANA_2_LITE = IMAGE_INFERENCE.but(
    Sizes(
        (
            ShapeWords(tier="resolution", tiers=("1K",)),
            Sides("width", "height", Pairs(GEMINI_3_1_FLASH_LITE_PIXELS.values())),
        )
    ),
    model="google:nano-banana@2-lite",
    serves="google/gemini-3.1-flash-lite-image",
    docs="https://runware.ai/docs/models/google-nano-banana-2-lite",
    only=(*TASK, "inputs.referenceImages", "seed", "settings", "providerSettings"),
)
NANO_BANANA_2_1 = IMAGE_INFERENCE.but(
    Sizes(
        (ShapeWords(tier="resolution", tiers=("1K", "2K", "4K")), _ANY_SIDES),
        note="exact pairs, as with the older models; the list could not be read",
    ),
    model="google:nano-banana@2.1",
    serves="google/gemini-nano-banana-2.1",
    docs="https://runware.ai/docs/models/google-nano-banana-2-1",
    only=(*TASK, "inputs.referenceImages", "seed", "settings"),
)

# ---- Alibaba

QWEN_IMAGE_2_0 = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", Grid()),
    model="alibaba:qwen-image@2.0",
    serves="alibaba/qwen-image-2.0",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-2-0",
    only=(*TASK, "negativePrompt", "inputs.referenceImages", "settings"),
    rules=(
        Rule(
            ({"inputs.referenceImages": PRESENT}, {"referenceImages": PRESENT}),
            {"negativePrompt": ABSENT},
            "inputs.referenceImages can't be used with negativePrompt",
        ),
    ),
)
QWEN_IMAGE_2_0_PRO = QWEN_IMAGE_2_0.but(
    model="alibaba:qwen-image@2.0-pro",
    serves="alibaba/qwen-image-2.0-pro",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-2-0-pro",
)
QWEN_IMAGE_2_1_PRO = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", Grid()),
    model="alibaba:qwen-image@2.1-pro",
    serves="alibaba/qwen-image-2.1-pro",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-2-1-pro",
    only=(*TASK, "inputs.referenceImages", "seed", "settings"),
)
QWEN_IMAGE_2_1_TURBO = QWEN_IMAGE_2_1_PRO.but(
    model="alibaba:qwen-image@2.1-turbo",
    serves="alibaba/qwen-image-2.1-turbo",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-2-1-turbo",
)
QWEN_IMAGE_3_0 = IMAGE_INFERENCE.but(
    WidthHeight("width", "height", Grid()),
    model="alibaba:qwen-image@3.0",
    serves="alibaba/qwen-image-3.0",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-3-0",
    only=(*TASK, "negativePrompt", "inputs.referenceImages", "seed", "settings"),
)
QWEN_IMAGE_3_0_PRO = QWEN_IMAGE_3_0.but(
    model="alibaba:qwen-image@3.0-pro",
    serves="alibaba/qwen-image-3.0-pro",
    docs="https://runware.ai/docs/models/alibaba-qwen-image-3-0-pro",
)

TARGETS: tuple[Target, ...] = (
    FLUX_1_1_PRO,
    FLUX_1_1_PRO_ULTRA,
    FLUX_1_KONTEXT_PRO,
    FLUX_1_KONTEXT_MAX,
    FLUX_2_PRO,
    FLUX_2_MAX,
    FLUX_2_FLEX,
    FLUX_3_IMAGE,
    SEEDREAM_4_0,
    SEEDEDIT_3_EDIT,
    SEEDREAM_4_5,
    SEEDREAM_5_0_LITE,
    SEEDREAM_5_0_FLASH,
    SEEDREAM_5_0_PRO,
    NANO_BANANA_PRO,
    NANO_BANANA_2,
    NANO_BANANA_2_LITE,
    NANO_BANANA_2_1,
    QWEN_IMAGE_2_0,
    QWEN_IMAGE_2_0_PRO,
    QWEN_IMAGE_2_1_PRO,
    QWEN_IMAGE_2_1_TURBO,
    QWEN_IMAGE_3_0,
    QWEN_IMAGE_3_0_PRO,
)
