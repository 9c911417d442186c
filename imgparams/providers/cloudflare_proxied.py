"""Cloudflare AI: models of other makers that Cloudflare passes on; one route has the model and its input in the body.

Sources: the catalogue of models in the cloudflare-docs repository, with the schema of each input, commits of 2026; the
pages of krea-2-large and gpt-image-2.5-flare.

Unknown fields are refused by the schemas, whose additionalProperties are false; those of OpenAI's models have {}, so
that further fields are passed on. The field `input.image` of gpt-image-2 is one of them: it is ignored, and a picture
without it comes back (a live test, 2026-07-29). A null is taken only where a schema has it.

The older schema of wan-2.6-image (052ef760) had an n, which could only be 1; that of 05b5f46c has none.

Open: which forms of pictures are taken where the schema has only texts (Google, Seedream 5 Pro); the sizes of
wan-2.6-image, qwen-image-3.0-pro and seedream-5-pro; whether a width without a height is of use (FLUX.2); whether
gpt-image-1.5 makes the sizes of its schema, of which OpenAI's own list has 1024x1024 only, and takes background and
output_format, which its schema lacks (the page of gpt-image-2 advises it for transparent pictures). Left out:
remove-background and others of the catalogue whose schemas were not read; kling-v3-omni, which makes videos here.
"""

from __future__ import annotations

from imgparams.providers.cloudflare import TEXT_TO_IMAGE
from imgparams.providers.openai import STANDARD_SIZES
from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    WEIGHT,
    Alternative,
    Alternatives,
    AtMost,
    Between,
    Const,
    Count,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Json,
    ListOf,
    Model,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    PixelText,
    Quality,
    RatioRange,
    RatioTier,
    Record,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    SizeText,
    Slots,
    Target,
    Text,
    WidthHeight,
    Words,
)

_ANY = Image("url", "data", "base64")
_URI = Image("url", "data")
_PROMPT = Param("input.prompt", Field.prompt, Text(), required=True)
_UUID = (  # the schema's pattern
    "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}"
    "|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff"
)
_SAFE_INT = 9007199254740991  # the schemas' bound of a whole number
_SEED = Param("input.seed", Field.seed, Int(-_SAFE_INT, _SAFE_INT))
_NEGATIVE = Param("input.negative_prompt", Field.negative_prompt, Text())
_JPG_PNG = Param("input.output_format", Field.output_format, Words({"jpeg": "jpg", "png": "png"}))
_ONE = Fixed(Field.n, 1, note="the answer's schema has one image")
_PICTURES_3 = Pictures("input.image_input", (_ANY,), max=3, note="which forms are taken is not stated")

_PROXIED = TEXT_TO_IMAGE.but(
    _PROMPT,
    Model("model"),
    Fixed(Field.delivery, "url", note="result.image or result.images"),
    only=(),
    name="cloudflare/run",
    path="/client/v4/accounts/{account}/ai/run",
    docs="https://developers.cloudflare.com/ai/models/{model}/",
    unknown="refused",
    note="",
)

# ---- OpenAI

_LIVE = "a program's live test, 2026-07-29"
_OPENAI = _PROXIED.but(
    Pictures("input.images", (Image("data", "base64"),), max=16, note="1 to 16, no URLs; with any the call is an edit"),
    SizeText(
        "input.size",
        STANDARD_SIZES,
        auto="auto",
        unlike_maker="the schema has three sizes, OpenAI's free sizes are not taken",
    ),
    Param("input.background", Field.background, OneOf("auto", "transparent", "opaque")),
    Param("input.output_format", Field.output_format, OneOf("png", "webp", "jpeg")),
    _ONE,
    unknown="forwarded",
)
GPT_IMAGE_2 = _OPENAI.but(
    Param("input.quality", Field.quality, Quality("auto", "low", "medium", "high")),
    Native("input.image", Json(), note="not in the schema, which lets further fields through", source=_LIVE),
    model="openai/gpt-image-2",
    serves="openai/gpt-image-2",
    rules=(
        Rule(
            {"model": PRESENT},
            {"input.image": ABSENT},
            "without effect: the answer is another picture; input.images takes the pictures to edit",
            effect="ignored",
            source=_LIVE,
        ),
        Rule(
            {"input.background": OneOf("transparent")},
            {"input.background": OneOf("auto", "opaque")},
            "the page says that transparent backgrounds are not supported; its schema has the word",
            effect="disputed",
            source="cloudflare-docs, catalog-models/openai-gpt-image-2.json, 05b5f46c",
        ),
    ),
)
GPT_IMAGE_2_5_FLARE = _OPENAI.but(
    Param("input.quality", Field.quality, Quality("auto", "low", "medium", "high", "xhigh", "max")),
    model="openai/gpt-image-2.5-flare",
    serves="openai/gpt-image-2.5-flare",
)
GPT_IMAGE_1_5 = _OPENAI.but(
    Param("input.quality", Field.quality, Quality("auto", "low", "medium", "high")),
    SizeText(
        "input.size",
        ("256x256", "512x512", "1024x1024", "1792x1024", "1024x1792"),
        unlike_maker="the schema has the sizes of OpenAI's older models",
    ),
    Native("input.style", OneOf("vivid", "natural")),
    model="openai/gpt-image-1.5",
    serves="openai/gpt-image-1.5",
    without=("input.background", "input.output_format"),
)

# ---- Google

_RATIOS = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9")
_TIERS = ("1K", "2K", "4K")
NANO_BANANA_2 = _PROXIED.but(
    _PICTURES_3,
    RatioTier("input.aspect_ratio", (("auto", "match_input_image"), *_RATIOS), "input.resolution", _TIERS),
    _JPG_PNG,
    Native("input.google_search", Flag()),
    Native("input.image_search", Flag()),
    _ONE,
    model="google/nano-banana-2",
    serves="google/gemini-3.1-flash-image",
)
NANO_BANANA_2_LITE = NANO_BANANA_2.but(
    RatioTier(
        "input.aspect_ratio",
        (("auto", "match_input_image"), *_RATIOS),
        "input.resolution",
        _TIERS,
        note="the model itself makes 1K only; what 2K and 4K do here is not stated",
        unlike_maker="the schema of the model at Cloudflare",
    ),
    model="google/nano-banana-2-lite",
    serves="google/gemini-3.1-flash-lite-image",
    without=("input.google_search", "input.image_search"),
)
NANO_BANANA_PRO = _PROXIED.but(
    _PICTURES_3,
    RatioTier("input.aspect_ratio", _RATIOS, "input.image_size", _TIERS),
    Param("input.output_format", Field.output_format, Words({"jpeg": "jpg", "png": "png", "webp": "webp"})),
    _ONE,
    model="google/nano-banana-pro",
    serves="google/gemini-3-pro-image",
)
NANO_BANANA = NANO_BANANA_PRO.but(
    RatioTier(
        "input.aspect_ratio",
        ("1:1", "3:2", "2:3", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"),
        "input.image_size",
        _TIERS,
        note="the model itself makes 1K only; what 2K and 4K do here is not stated",
        unlike_maker="the schema of the model at Cloudflare",
    ),
    model="google/nano-banana",
    serves="google/gemini-2.5-flash-image",
)
IMAGEN_4 = _PROXIED.but(
    RatioTier("input.aspect_ratio", ("1:1", "3:4", "4:3", "9:16", "16:9")),
    Native("input.person_generation", OneOf("dont_allow", "allow_adult", "allow_all")),
    _ONE,
    model="google/imagen-4",
    serves="google/imagen-4.0",
)

# ---- ByteDance

_SEEDREAM_RATIOS = (("auto", "match_input_image"), "1:1", "4:3", "3:4", "16:9", "9:16", "3:2", "2:3", "21:9")
_SEVERAL = Alternatives(
    Field.n,
    (
        Alternative({"input.sequential_image_generation": "disabled"}, means=1),
        Alternative(
            {"input.sequential_image_generation": "auto"},
            "input.max_images",
            Int(1, 15, round_down=True),
            is_maximum=True,
        ),
    ),
    note="with auto the model decides how many, up to max_images",
)
SEEDREAM_4_0 = _PROXIED.but(
    Sizes(
        (
            ShapeWords(
                "input.aspect_ratio", _SEEDREAM_RATIOS, "input.size", ("1K", "2K", "4K"), more_tiers=("custom",)
            ),
            Sides("input.width", "input.height", Grid(Int(1024, 4096)), sets={"input.size": "custom"}),
        ),
        note="the sides go with the size custom, by the example",
        unlike_maker="the schema of the model at Cloudflare",
    ),
    Native("input.enhance_prompt", Flag()),
    _ONE,
    model="bytedance/seedream-4.0",
    serves="bytedance/seedream-4.0",
    note="the schema has no field for a picture",
)
SEEDREAM_4_5 = _PROXIED.but(
    RatioTier("input.aspect_ratio", _SEEDREAM_RATIOS, "input.size", ("2K", "4K")),
    Pictures("input.image_input", (_URI,), note="URIs; no number is stated"),
    _SEVERAL,
    Native("input.disable_safety_checker", Flag()),
    model="bytedance/seedream-4.5",
    serves="bytedance/seedream-4.5",
)
SEEDREAM_5_LITE = _PROXIED.but(
    RatioTier("input.aspect_ratio", _SEEDREAM_RATIOS, "input.size", ("2K", "3K")),
    Pictures("input.image_input", (_URI,), max=14, note="URIs"),
    _SEVERAL,
    Param("input.output_format", Field.output_format, OneOf("png", "jpeg")),
    model="bytedance/seedream-5-lite",
    serves="bytedance/seedream-5.0-lite",
)
SEEDREAM_5_PRO = _PROXIED.but(
    Sizes(
        (ShapeWords(tier="input.size", tiers=("1K", "2K")), PixelText("input.size", Grid())),
        note="no limits of the pixels are stated",
    ),
    Pictures(
        "input.image",
        (_ANY,),
        min=1,
        max=10,
        bare=True,
        note="one text or a list; which forms are taken is not stated",
    ),
    Fixed(Field.n, 1, source="the maker's page: 5.0 pro makes one picture"),
    model="bytedance/seedream-5-pro",
    serves="bytedance/seedream-5.0-pro",
)

# ---- Alibaba

WAN_2_6_IMAGE = _PROXIED.but(
    SizeText("input.size", Grid(), note="no limits are stated"),
    _NEGATIVE,
    _ONE,
    model="alibaba/wan-2.6-image",
    serves="alibaba/wan2.6-image",
)
QWEN_IMAGE_3_0_PRO = _PROXIED.but(
    SizeText(
        "input.size", Grid(), default="1024x1024", note="no limits are stated; required in the schema, with a default"
    ),
    Param("input.negative_prompt", Field.negative_prompt, Text(max_length=500)),
    Param("input.n", Field.n, Int(1, 6, round_down=True)),
    Param("input.seed", Field.seed, Int(0, 2147483647)),
    Native("input.watermark", Flag()),
    Native("input.prompt_extend", Flag()),
    Native("input.prompt_extend_mode", OneOf("direct", "agent")),
    model="alibaba/qwen-image-3.0-pro",
    serves="alibaba/qwen-image-3.0-pro",
)

# ---- Black Forest Labs

FLUX_2_MAX = _PROXIED.but(
    _SEED,
    WidthHeight(
        "input.width",
        "input.height",
        Grid(Int(64), area=(1, 4_194_304)),
        disputed_to=Grid(Int(64)),
        disputed="the page says at most 4 MP, the schema has no such bound",
        note="left out, Black Forest Labs picks",
    ),
    Native("input.safety_tolerance", Int(0, 5), default=2),
    Param("input.output_format", Field.output_format, OneOf("jpeg", "png", "webp"), default="jpeg"),
    Pictures("input.input_images", (_URI,), max=8),
    _ONE,
    model="black-forest-labs/flux-2-max",
    serves="black-forest-labs/flux-2-max",
)
FLUX_2_PRO_PREVIEW = FLUX_2_MAX.but(
    model="black-forest-labs/flux-2-pro-preview", serves="black-forest-labs/flux-2-pro-preview"
)
FLUX_2_FLEX = FLUX_2_MAX.but(
    WidthHeight("input.width", "input.height", Grid(Int(64)), note="left out, Black Forest Labs picks"),
    Native("input.prompt_upsampling", Flag(), default=True),
    Param("input.guidance", Field.guidance, Num(1.5, 10)),
    Param("input.steps", Field.steps, Int(1, 50)),
    model="black-forest-labs/flux-2-flex",
    serves="black-forest-labs/flux-2-flex",
)
FLUX_2_KLEIN_9B = _PROXIED.but(
    WidthHeight("input.width", "input.height", each=Int(1)),
    Param(
        "input.num_steps",
        Field.steps,
        Int(1),
        note="the page says at most 4 steps, its examples send 10 to 50",
    ),
    Param("input.guidance", Field.guidance, Num()),
    Param("input.seed", Field.seed, Int()),
    _ONE,
    model="black-forest-labs/flux-2-klein-9b",
    serves="black-forest-labs/flux-2-klein-9b",
    note="no pictures here; the model under @cf takes them, in a form",
)
FLUX_1_KONTEXT_PRO = _PROXIED.but(
    Slots("input.input_image", part=_ANY, nullable=True),
    Sizes(
        (RatioRange("input.aspect_ratio", "3:7", "7:3"),),
        default={"input.aspect_ratio": "1:1"},
        nullable=True,
    ),
    Param("input.seed", Field.seed, Int(-_SAFE_INT, _SAFE_INT), nullable=True),
    Native("input.prompt_upsampling", Flag(), default=False),
    Native("input.safety_tolerance", Int(0, 6)),
    Param("input.output_format", Field.output_format, OneOf("jpeg", "png"), default="jpeg"),
    _ONE,
    model="black-forest-labs/flux-1-kontext-pro",
    serves="black-forest-labs/flux-1-kontext-pro",
)

FLUX_1_KONTEXT_MAX = FLUX_1_KONTEXT_PRO.but(
    model="black-forest-labs/flux-1-kontext-max", serves="black-forest-labs/flux-1-kontext-max"
)

# ---- Kling, Krea, Bria, Cloudflare's own

KLING_V3_IMAGE = _PROXIED.but(
    _NEGATIVE,
    Slots("input.image", part=_ANY),
    RatioTier(
        "input.aspect_ratio",
        ("16:9", "9:16", "1:1", "4:3", "3:4", "3:2", "2:3", "21:9"),
        "input.resolution",
        {"1K": "1k", "2K": "2k"},
        default={"input.aspect_ratio": "16:9", "input.resolution": "1k"},
        required=True,
        note="both are required in the schema, which has a default too",
    ),
    _ONE,
    model="klingai/kling-v3-image",
    serves="kling/kling-v3",
)
KREA_2_LARGE = _PROXIED.but(
    RatioTier(
        "input.aspect_ratio",
        ("1:1", "4:3", "3:2", "16:9", "2.35:1", "4:5", "2:3", "9:16"),
        required=True,
    ),
    Const("input.resolution", "1K", note="the only word"),
    Fixed(Field.resolution, "1K"),
    Param("input.seed", Field.seed, Int(), nullable=True),
    Native("input.styles", ListOf(Record({"id": Text(), "strength": Num(-2, 2)}, required=("id", "strength")))),
    Pictures(
        "input.image_style_references",
        (Part(Image("url"), {"url": HOLE, "strength": WEIGHT}, roles=("style",), weight=Num(0, 1)),),
        max=10,
        others=Record({"url": Text(), "strength": Num(0, 1)}, required=("url",)),
        note="the strength defaults to 0.5",
    ),
    Native("input.creativity", OneOf("raw", "low", "medium", "high"), default="low"),
    Native("input.intensity", Int(-100, 100), default=0),
    Native("input.complexity", Int(-100, 100), default=0),
    Native("input.movement", Int(-100, 100), default=0),
    Native(
        "input.moodboards",
        ListOf(Record({"id": Text(pattern=_UUID), "strength": Num(0, 1)}, required=("id",)), max=1),
        note="the strength defaults to 0.23",
    ),
    _ONE,
    model="krea/krea-2-large",
    serves="krea/krea-2-large",
)
KREA_2_MEDIUM = KREA_2_LARGE.but(model="krea/krea-2-medium", serves="krea/krea-2-medium")
KREA_2_MEDIUM_TURBO = KREA_2_LARGE.but(model="krea/krea-2-medium-turbo", serves="krea/krea-2-medium-turbo")
_FIBO_RATIOS = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9")
FIBO_1_5 = _PROXIED.but(
    Param("input.prompt", Field.prompt, Text(min_length=1)),
    Pictures("input.images", (_ANY,), min=1, max=1),
    Native("input.structured_prompt", Text(min_length=1)),
    RatioTier(
        "input.aspect_ratio",
        _FIBO_RATIOS,
        "input.resolution",
        {"1K": "1MP", "2K": "4MP"},
        default={"input.aspect_ratio": "1:1", "input.resolution": "1MP"},
    ),
    _SEED,
    Param("input.output_type", Field.output_format, OneOf("png", "jpeg"), default="png"),
    Native("input.ip_signal", Flag(), default=False),
    Native("input.prompt_content_moderation", Flag(), default=True),
    Native("input.visual_input_content_moderation", Flag(), default=True),
    Native("input.visual_output_content_moderation", Flag(), default=True),
    _ONE,
    model="bria/fibo-generate-1.5",
    serves="bria/fibo-1.5",
    rules=(AtMost(("input.structured_prompt", "input.images"), 1, "structured_prompt does not go with images"),),
)

FIBO_EDIT_1_5_EDIT = FIBO_1_5.but(
    Pictures("input.images", (_ANY,), min=1, max=4, required=True),
    Param("input.instruction", Field.prompt, Text(min_length=1)),
    Native("input.structured_instruction", Text(min_length=1), note="JSON as text, from an earlier answer"),
    Slots(
        "input.mask",
        part=Image("url", "data", "base64", edits="white"),
        of=Field.mask,
        note="black and white, of the picture's size",
    ),
    RatioTier("input.aspect_ratio", _FIBO_RATIOS, note="left out, the ratio of the first picture"),
    name="cloudflare/bria/fibo-edit-1.5:edit",
    model="bria/fibo-edit-1.5",
    serves="bria/fibo-edit-1.5",
    without=("input.prompt", "input.structured_prompt"),
    rules=(
        Between(("input.instruction", "input.structured_instruction"), 1, 2, "one of the instructions is needed"),
        Rule({"input.images": Count(min=2)}, {"input.mask": ABSENT}, "a mask goes with a single picture"),
    ),
)
CLOUDFLARE_IMAGE = _PROXIED.but(
    WidthHeight("input.width", "input.height", each=Int(1), note="the schema has any numbers above 0"),
    Param("input.quality", Field.quality, Quality(low="draft", medium="standard", high="high")),
    _ONE,
    name="cloudflare/cloudflare/image",
    model="cloudflare/image",
    note="an alias of Cloudflare's for the model that it holds best, google/nano-banana by its schema",
)
CLOUDFLARE_IMAGE_EDIT_EDIT = _PROXIED.but(
    Slots("input.image", part=_URI, required=True),
    _ONE,
    name="cloudflare/cloudflare/image-edit:edit",
    model="cloudflare/image-edit",
    note="an alias too, for google/nano-banana by its schema",
)

TARGETS: tuple[Target, ...] = (
    GPT_IMAGE_2,
    GPT_IMAGE_1_5,
    GPT_IMAGE_2_5_FLARE,
    NANO_BANANA,
    NANO_BANANA_2,
    NANO_BANANA_2_LITE,
    NANO_BANANA_PRO,
    IMAGEN_4,
    SEEDREAM_4_0,
    SEEDREAM_4_5,
    SEEDREAM_5_LITE,
    SEEDREAM_5_PRO,
    WAN_2_6_IMAGE,
    QWEN_IMAGE_3_0_PRO,
    FLUX_2_MAX,
    FLUX_2_PRO_PREVIEW,
    FLUX_2_FLEX,
    FLUX_2_KLEIN_9B,
    FLUX_1_KONTEXT_PRO,
    FLUX_1_KONTEXT_MAX,
    KLING_V3_IMAGE,
    KREA_2_LARGE,
    KREA_2_MEDIUM,
    KREA_2_MEDIUM_TURBO,
    FIBO_1_5,
    FIBO_EDIT_1_5_EDIT,
    CLOUDFLARE_IMAGE,
    CLOUDFLARE_IMAGE_EDIT_EDIT,
)
ENVELOPE: Target | None = None  # that of the provider is the one of `cloudflare`
