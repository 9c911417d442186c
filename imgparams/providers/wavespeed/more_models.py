"""More of WaveSpeedAI's models, most of which are known in part: pages of which only the beginning was read, the
vendor's own ComfyUI nodes, and what programs send.
"""

from __future__ import annotations

from imgparams.providers.wavespeed.models import GPT, GPT_IMAGE_2_5_FLARE_EDIT, NANO_BANANA_2_LITE, SEEDREAM_5_0_FLASH
from imgparams.providers.wavespeed.shared import (
    A_PROGRAM,
    ANY_SIZE,
    BASE64,
    EDITED,
    FIFTEEN,
    FOURTEEN,
    IN_PART,
    NODES,
    PICTURE,
    PNG,
    ROUTE,
    SYNC,
    TEN,
    TIERS,
)
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Field,
    Grid,
    Int,
    Model,
    Native,
    OneOf,
    Param,
    Pictures,
    PixelText,
    Quality,
    RatioTier,
    Rule,
    ShapeWords,
    Sizes,
    SizeText,
    Slots,
    Target,
    Text,
)

# ---- the route for any model

_FORMAT = Param("output_format", Field.output_format, OneOf("jpeg", "png", "webp", open=True))
MODELS = ROUTE.but(
    Model("path:model"),
    Param("prompt", Field.prompt, Text()),
    Param("negative_prompt", Field.negative_prompt, Text()),
    Pictures("images", (PICTURE,), note="no maximum is stated"),
    Slots("image", part=PICTURE),
    Sizes(
        (
            ShapeWords("aspect_ratio", FIFTEEN, "resolution", TIERS),
            PixelText("size", ANY_SIZE, separator="*"),
        ),
        open=True,
        note="a model has either a ratio and a resolution or a size, and its own words and limits",
    ),
    Param("num_images", Field.n, Int(1, round_down=True), note="few models have it"),
    Param("seed", Field.seed, Int(), unset=(-1,), note="-1 is random"),
    _FORMAT,
    SYNC,
    BASE64,
    name="wavespeed/models",
    docs="https://wavespeed.ai/docs/how-wavespeedai-works",
    checked="2026-12-01",
    unknown="forwarded",
    without=("n",),
    note="what most image models have in common, without the limits of any one; the body goes to the model",
)

# ---- Google

_TEXT_PAGE = "the page of the text-to-image model"
NANO_BANANA_EDIT = IN_PART.but(
    Pictures("images", (PICTURE,), max=10, required=True, unlike_maker=NODES, source=NODES),
    Param("output_format", Field.output_format, OneOf("png", "jpeg"), default="png", source=NODES),
    SYNC,
    BASE64,
    name="wavespeed/google/nano-banana/text-to-image:edit",
    model="google/nano-banana/edit",
    serves="google/gemini-2.5-flash-image",
    aliases=("google/nano-banana/edit",),
)
NANO_BANANA = NANO_BANANA_EDIT.but(
    Param(
        "output_format",
        Field.output_format,
        OneOf("png", "jpeg"),
        default="png",
        source="a sample in the vendor's docs; the words are those of the edit",
    ),
    name="wavespeed/google/nano-banana/text-to-image",
    model="google/nano-banana/text-to-image",
    without=("images",),
    operations={"edit": NANO_BANANA_EDIT},
)
NANO_BANANA_PRO_EDIT = IN_PART.but(
    EDITED,
    RatioTier("aspect_ratio", TEN, "resolution", TIERS, default={"resolution": "1k"}, source=_TEXT_PAGE),
    PNG,
    SYNC,
    BASE64,
    name="wavespeed/google/nano-banana-pro/text-to-image:edit",
    model="google/nano-banana-pro/edit",
    serves="google/gemini-3-pro-image",
    aliases=("google/nano-banana-pro/edit",),
    note=f"the fields by {A_PROGRAM}; the words are those of {_TEXT_PAGE}",
)
NANO_BANANA_PRO = NANO_BANANA_PRO_EDIT.but(
    RatioTier("aspect_ratio", TEN, "resolution", TIERS, default={"resolution": "1k"}),
    name="wavespeed/google/nano-banana-pro/text-to-image",
    model="google/nano-banana-pro/text-to-image",
    without=("images",),
    operations={"edit": NANO_BANANA_PRO_EDIT},
    note="the page was read up to enable_sync_mode",
)
_FAST = "https://wavespeed.ai/docs/docs-api/google/google-nano-banana-2-text-to-image-fast; " + A_PROGRAM
NANO_BANANA_2_EDIT = IN_PART.but(
    EDITED,
    RatioTier("aspect_ratio", FOURTEEN, "resolution", TIERS, open=True, source=_FAST),
    Param("output_format", Field.output_format, OneOf("png", "jpeg"), source=_FAST),
    SYNC,
    BASE64,
    name="wavespeed/google/nano-banana-2/text-to-image:edit",
    model="google/nano-banana-2/edit",
    serves="google/gemini-3.1-flash-image",
    aliases=("google/nano-banana-2/edit",),
    note="the words are those of the page of the fast model",
)
NANO_BANANA_2 = NANO_BANANA_2_EDIT.but(
    name="wavespeed/google/nano-banana-2/text-to-image",
    model="google/nano-banana-2/text-to-image",
    without=("images",),
    operations={"edit": NANO_BANANA_2_EDIT},
)
NANO_BANANA_2_LITE_EDIT = NANO_BANANA_2_LITE.but(
    EDITED,
    name="wavespeed/google/nano-banana-2-lite/text-to-image:edit",
    model="google/nano-banana-2-lite/edit",
    serves="google/gemini-3.1-flash-lite-image",
    aliases=("google/nano-banana-2-lite/edit",),
    checked="2026-12-01",
    unknown="unsaid",
    note=f"images, prompt and output_format by {A_PROGRAM}; the words are those of {_TEXT_PAGE}",
)

# ---- ByteDance

_V4_EDIT = "https://wavespeed.ai/models/bytedance/seedream-v4/edit/llms.txt"
_V4_SIZE = SizeText(
    "size",
    Grid(Int(64, 4096)),
    separator="*",
    default="2048*2048",
    disputed_to=Grid(Int(64, 16384)),
    disputed="the range on the page is 64 to 16384, and its text has pictures up to 4K",
    note="the default by the vendor's ComfyUI nodes",
    unlike_maker=_V4_EDIT,
    source=_V4_EDIT,
)
_V4_EDITED = Pictures("images", (PICTURE,), max=10, required=True, note="URLs or base64", source=_V4_EDIT)
_SEQUENCE = Param(
    "max_images",
    Field.n,
    Int(1, 15, round_down=True),
    default=1,
    is_maximum=True,
    note="the prompt has to ask for as many",
    source="https://wavespeed.ai/models/bytedance/seedream-v4/edit-sequential/llms.txt",
)
SEEDREAM_4_EDIT = IN_PART.but(
    _V4_EDITED,
    _V4_SIZE,
    SYNC,
    BASE64,
    name="wavespeed/bytedance/seedream-v4:edit",
    model="bytedance/seedream-v4/edit",
    serves="bytedance/seedream-4.0",
    aliases=("bytedance/seedream-v4/edit",),
    note="the page was read up to enable_sync_mode",
)
SEEDREAM_4 = SEEDREAM_4_EDIT.but(
    name="wavespeed/bytedance/seedream-v4",
    model="bytedance/seedream-v4",
    without=("images",),
    operations={"edit": SEEDREAM_4_EDIT},
    note="the sizes are those of the page of the edit",
)
SEEDREAM_4_SEQUENTIAL_EDIT = SEEDREAM_4_EDIT.but(
    Pictures("images", (PICTURE,), max=10, note="required on the page, not in the vendor's ComfyUI nodes"),
    _SEQUENCE,
    name="wavespeed/bytedance/seedream-v4/sequential:edit",
    model="bytedance/seedream-v4/edit-sequential",
    serves="bytedance/seedream-4.0",
    aliases=("bytedance/seedream-v4/edit-sequential",),
    without=("n",),
)
SEEDREAM_4_SEQUENTIAL = SEEDREAM_4_SEQUENTIAL_EDIT.but(
    name="wavespeed/bytedance/seedream-v4/sequential",
    model="bytedance/seedream-v4/sequential",
    without=("images",),
    operations={"edit": SEEDREAM_4_SEQUENTIAL_EDIT},
    note="the fields by a program's calls; the limits are those of the page of the edit",
)
_V4_5_EDIT = "https://wavespeed.ai/docs/docs-api/bytedance/bytedance-seedream-v4.5-edit"
SEEDREAM_4_5_EDIT = IN_PART.but(
    Pictures("images", (PICTURE,), max=10, required=True),
    SizeText("size", Grid(Int(1, 4096), generic=True), separator="*", note="at most 4096*4096"),
    SYNC,
    BASE64,
    name="wavespeed/bytedance/seedream-v4.5:edit",
    model="bytedance/seedream-v4.5/edit",
    serves="bytedance/seedream-4.5",
    aliases=("bytedance/seedream-v4.5/edit",),
    docs=_V4_5_EDIT,
    note="the text of the page; its list of fields was not read",
)
SEEDREAM_4_5 = SEEDREAM_4_5_EDIT.but(
    name="wavespeed/bytedance/seedream-v4.5",
    model="bytedance/seedream-v4.5",
    without=("images",),
    operations={"edit": SEEDREAM_4_5_EDIT},
    note="from the text of the page of the edit",
)
SEEDREAM_5_0_LITE = IN_PART.but(
    SizeText("size", ANY_SIZE, separator="*", note="no limits are stated"),
    _FORMAT,
    SYNC,
    BASE64,
    model="bytedance/seedream-v5.0-lite",
    serves="bytedance/seedream-5.0-lite",
    note=f"from {A_PROGRAM}",
)
SEEDREAM_5_0_PRO_EDIT = IN_PART.but(
    EDITED,
    RatioTier(
        "aspect_ratio", FIFTEEN, "resolution", {"1K": "1k", "1.5K": "1.5k", "2K": "2k"}, open=True, source=A_PROGRAM
    ),
    Param("output_format", Field.output_format, OneOf("jpeg", "png", open=True), source=A_PROGRAM),
    SYNC,
    BASE64,
    Native("size", Text()),
    Native("seed", Int()),
    name="wavespeed/bytedance/seedream-v5.0-pro:edit",
    model="bytedance/seedream-v5.0-pro/edit",
    serves="bytedance/seedream-5.0-pro",
    aliases=("bytedance/seedream-v5.0-pro/edit",),
    rules=(
        Rule(
            {"prompt": PRESENT},
            {"size": ABSENT, "seed": ABSENT},
            "size and seed are no fields of this model, and what is none is dropped",
            effect="ignored",
            source="the vendor's integration lfx-wavespeed 0.1.3",
        ),
    ),
    note="the words are those of seedream-v5.0-flash",
)
SEEDREAM_5_0_PRO = SEEDREAM_5_0_PRO_EDIT.but(
    name="wavespeed/bytedance/seedream-v5.0-pro",
    model="bytedance/seedream-v5.0-pro",
    without=("images",),
    operations={"edit": SEEDREAM_5_0_PRO_EDIT},
)
SEEDREAM_5_0_FLASH_EDIT = SEEDREAM_5_0_FLASH.but(
    EDITED,
    name="wavespeed/bytedance/seedream-v5.0-flash:edit",
    model="bytedance/seedream-v5.0-flash/edit",
    serves="bytedance/seedream-5.0-flash",
    aliases=("bytedance/seedream-v5.0-flash/edit",),
    checked="2026-12-01",
    unknown="unsaid",
    note=f"images by {A_PROGRAM}; the other fields are those of {_TEXT_PAGE}",
)

# ---- OpenAI

_GPT_2_EDIT = "https://wavespeed.ai/docs/docs-api/openai/openai-gpt-image-2-edit"
_TEN_OR_FIFTEEN = "the page has ten ratios; that of GPT Image 2.5, whose request is said to be the same, has fifteen"
GPT_IMAGE_2_EDIT = IN_PART.but(
    Pictures("images", (PICTURE,), required=True, note="no maximum is stated"),
    RatioTier(
        "aspect_ratio",
        FIFTEEN,
        "resolution",
        TIERS,
        default={"resolution": "1k"},
        note=f"without a ratio that of the picture; {_TEN_OR_FIFTEEN}",
        unlike_maker=_GPT_2_EDIT,
    ),
    Param("quality", Field.quality, Quality("low", "medium", "high"), default="medium"),
    SYNC,
    BASE64,
    name="wavespeed/openai/gpt-image-2/text-to-image:edit",
    model="openai/gpt-image-2/edit",
    serves="openai/gpt-image-2",
    aliases=("openai/gpt-image-2/edit",),
    docs=_GPT_2_EDIT,
)
GPT_IMAGE_2 = GPT_IMAGE_2_EDIT.but(
    RatioTier(
        "aspect_ratio",
        FIFTEEN,
        "resolution",
        TIERS,
        default={"resolution": "1k"},
        note=f"the default ratio is not known; {_TEN_OR_FIFTEEN}",
        unlike_maker=_GPT_2_EDIT,
    ),
    name="wavespeed/openai/gpt-image-2/text-to-image",
    model="openai/gpt-image-2/text-to-image",
    without=("images",),
    operations={"edit": GPT_IMAGE_2_EDIT},
    note="from the page of the edit",
)
GPT_IMAGE_2_5_FLARE = GPT_IMAGE_2_5_FLARE_EDIT.but(
    name="wavespeed/openai/gpt-image-2.5-flare",
    model="openai/gpt-image-2.5-flare/text-to-image",
    aliases=("openai/gpt-image-2.5-flare/text-to-image",),
    docs=GPT,
    checked="2026-12-01",
    unknown="unsaid",
    without=("images",),
    operations={"edit": GPT_IMAGE_2_5_FLARE_EDIT},
)
GPT_IMAGE_2_5_SUNBURST_EDIT = GPT_IMAGE_2_5_FLARE_EDIT.but(
    name="wavespeed/openai/gpt-image-2.5-sunburst:edit",
    model="openai/gpt-image-2.5-sunburst/edit",
    serves="openai/gpt-image-2.5-sunburst",
    aliases=("openai/gpt-image-2.5-sunburst/edit",),
    docs=GPT,
    checked="2026-12-01",
    unknown="unsaid",
)
GPT_IMAGE_2_5_SUNBURST = GPT_IMAGE_2_5_FLARE.but(
    name="wavespeed/openai/gpt-image-2.5-sunburst",
    model="openai/gpt-image-2.5-sunburst/text-to-image",
    serves="openai/gpt-image-2.5-sunburst",
    aliases=("openai/gpt-image-2.5-sunburst/text-to-image",),
    operations={"edit": GPT_IMAGE_2_5_SUNBURST_EDIT},
)

TARGETS: tuple[Target, ...] = (
    MODELS,
    NANO_BANANA_EDIT,
    NANO_BANANA,
    NANO_BANANA_PRO_EDIT,
    NANO_BANANA_PRO,
    NANO_BANANA_2_EDIT,
    NANO_BANANA_2,
    NANO_BANANA_2_LITE_EDIT,
    SEEDREAM_4_EDIT,
    SEEDREAM_4,
    SEEDREAM_4_SEQUENTIAL_EDIT,
    SEEDREAM_4_SEQUENTIAL,
    SEEDREAM_4_5_EDIT,
    SEEDREAM_4_5,
    SEEDREAM_5_0_LITE,
    SEEDREAM_5_0_PRO_EDIT,
    SEEDREAM_5_0_PRO,
    SEEDREAM_5_0_FLASH_EDIT,
    GPT_IMAGE_2_EDIT,
    GPT_IMAGE_2,
    GPT_IMAGE_2_5_FLARE,
    GPT_IMAGE_2_5_SUNBURST_EDIT,
    GPT_IMAGE_2_5_SUNBURST,
)
