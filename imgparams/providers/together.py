"""Together AI: one OpenAI-like route for many makers' models, which take a size as pixels or as a ratio.

Sources: togethercomputer/openapi, openapi.yaml, 2026-04-28; the Python package together 3.1.1; the vendor's pages on
image parameters, image models and reference images, 2026; the vendor's own togethercomputer/skills, together-images,
with its list of serverless models of 2026-10-07, a table of what each family takes, and Gemini 3 Pro's older sizes; the
vendor's page of serverless models (2026, younger than GPT Image 2) for Gemini 3 Pro's newer sizes.

Unknown fields: programs send OpenAI's `size` to schnell and get a picture. A known field that a model lacks may be
refused ("Unsupported use of ... parameter", vercel/ai#15035, HeyPuter/puter#2084, and steps at Qwen-Image-2.0) or not
(steps at FLUX.1.1 pro), so for other models nothing is stated.

The rows of `together/images` are the endpoint's. Of most models only the name is known: they have the endpoint's
rows. Sides that are not a multiple of 8 are advised against; what happens to them is not stated.

Pictures: the pages have URLs; whether data URLs are taken is not known, though @ai-sdk/togetherai sends nothing else.

Disputed: `prompt_upsampling` of FLUX.2 beside [pro], which an older page has for all of them and the newer skills for
[pro] only; Gemini 3 Pro's older sizes. An older edition of the skills has LoRAs for FLUX.2 [dev]; the newer one says
that FLUX.2 rejects them.

Open: the bounds of width and height (256 to 1920 in the skills, while FLUX.2 pro makes up to 9 megapixels and Gemini
up to 4K); how many references each model takes; the length of a prompt; whether the ratios of Kontext and schnell are
complete; what references FLUX.2 max and the newer models take (the pages name pro, dev, flex and two Gemini models).
Left out: models that are no longer in the list of 2026-10-07, except schnell, which the vendor's page still names.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    PRESENT,
    Alternative,
    Alternatives,
    AtMost,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Model,
    Native,
    Not,
    Num,
    OneOf,
    Pairs,
    Param,
    Pictures,
    Record,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Target,
    Text,
    WidthHeight,
    Words,
)

_PAGE = "the vendor's page on parameters"
_SKILLS = "togethercomputer/skills, together-images"
_NEWER_SKILLS = "togethercomputer/skills, skills/together-ai/domains/images.md, 2026-10"
_CATALOGUE = "the vendor's page of serverless models, 2026"
_PICTURE = Image("url", "data")
_SIDES = Grid(Int(multiple_of=8), generic=True)
_STEPS = Int(1, 50)
_LORAS = ListOf(Record({"path": Text(), "scale": Num()}, required=("path", "scale")), max=2)

_DATA_URL = "the pages have URLs; whether a data URL is taken is not known, though @ai-sdk/togetherai sends them"

IMAGES = Target(
    name="together/images",
    method="POST",
    path="/v1/images/generations",
    base_url="https://api.together.ai",
    key_header="Authorization: Bearer {key}",
    docs="https://docs.together.ai/docs/inference/images/parameters",
    checked="2026-11-29",
    rows=(
        Model("model"),
        Param("prompt", Field.prompt, Text(), required=True, note="the length depends on the model"),
        WidthHeight(
            "width",
            "height",
            _SIDES,
            accepts=Grid(),
            default=(1024, 1024),
            note="multiples of 8 are recommended, not required",
            disputed="the skills have 256 to 1920, which some models of this route exceed",
        ),
        Native("aspect_ratio", Text(pattern=r"\d+:\d+"), note="for schnell and Kontext", source=_PAGE),
        Param("n", Field.n, Int(1, 4, round_down=True), default=1, source=_PAGE),
        Param(
            "steps",
            Field.steps,
            _STEPS,
            note="the OpenAPI file has a default of 20; the pages say that it varies",
            source=_PAGE,
        ),
        Param("seed", Field.seed, Int()),
        Param("negative_prompt", Field.negative_prompt, Text()),
        Param("guidance_scale", Field.guidance, Num(), default=3.5, note="8 to 10 follows the prompt more closely"),
        Slots(
            "image_url",
            part=_PICTURE,
            read_only=True,
            note="for Kontext, FLUX.2 pro and flex; reference_images is recommended where both are taken",
        ),
        Pictures("reference_images", (_PICTURE,), note="for FLUX.2 and the Google models; no maximum is stated"),
        Native("image_loras", _LORAS, note="the maximum is from the skills; the OpenAPI file has none"),
        Param(
            "output_format",
            Field.output_format,
            OneOf("jpeg", "png"),
            default="jpeg",
            disputed="the OpenAPI file has it for all models, the skills for FLUX.2",
        ),
        Param(
            "response_format",
            Field.delivery,
            Words((("base64", "base64"), ("url", "url"), ("base64", "b64_json"))),
            default="url",
            note="b64_json is OpenAI's word for base64",
        ),
        Native("disable_safety_checker", Flag(), default=False),
    ),
    rules=(
        Rule(
            {"model": PRESENT},
            {"response_format": Not(OneOf("b64_json"))},
            "b64_json is not in the OpenAPI file; programs send it and read it",
            effect="disputed",
        ),
        Rule(
            {"model": PRESENT},
            {"image_url": Not(Text(pattern="data:.*"))},
            _DATA_URL,
            effect="disputed",
            source="vercel/ai#10281",
        ),
        Rule(
            {"model": PRESENT},
            {"reference_images": ListOf(Not(Text(pattern="data:.*")))},
            _DATA_URL,
            effect="disputed",
            source="vercel/ai#10281",
        ),
    ),
    unknown="ignored",
)
_IMAGES = IMAGES.but(unknown="unsaid")  # the endpoint's rows for a model of which nothing is known of other fields

# ---- Black Forest Labs

_RATIOS = Sizes(
    (
        ShapeWords("aspect_ratio", ("1:1", "16:9", "9:16", "4:3", "3:2")),
        Sides("width", "height", Grid(Int(256, 1920, multiple_of=8), generic=True)),
    ),
    open=True,
    accepts=Grid(),
    note="the ratios come from the skills; the page names none",
    source=_PAGE,
    disputed="the page has aspect_ratio for these models, its examples have width and height, as the OpenAPI file",
)
_FLUX_1_SIDES = WidthHeight(
    "width",
    "height",
    Grid(Int(256, 1920, multiple_of=8), generic=True),
    accepts=Grid(),
    default=(1024, 1024),
    note="the bounds come from the skills, for any model; multiples of 8 are recommended, not required",
    source=_SKILLS,
)

FLUX_1_SCHNELL = IMAGES.but(
    _RATIOS,
    Param(
        "steps",
        Field.steps,
        Int(1, 4),
        default=4,
        disputed_to=_STEPS,
        disputed="the page has 1 to 50 for any model; two programs note that more than 4 are refused here",
        source=_PAGE,
    ),
    model="black-forest-labs/FLUX.1-schnell",
    serves="black-forest-labs/flux-1-schnell",
    without=("image_url", "reference_images", "image_loras"),
    status="deprecated",
    note="gone from the serverless list of 2026-10-07; the page of image models still has it",
)
FLUX_1_SCHNELL_FREE = FLUX_1_SCHNELL.but(
    model="black-forest-labs/FLUX.1-schnell-Free",
    serves="black-forest-labs/flux-1-schnell",
    note="an example in the OpenAPI file and the package; it is in no list of models",
)
FLUX_1_1_PRO = IMAGES.but(
    _FLUX_1_SIDES,
    model="black-forest-labs/FLUX.1.1-pro",
    serves="black-forest-labs/flux-1.1-pro",
    without=("aspect_ratio", "image_url", "reference_images", "image_loras"),
    rules=(
        Rule(
            {"model": PRESENT},
            {"steps": ABSENT},
            "the model list has no steps here; programs send them and get a picture",
            effect="ignored",
            source=_SKILLS,
        ),
    ),
)
FLUX_1_KONTEXT_PRO = _IMAGES.but(
    _RATIOS,
    Slots("image_url", part=_PICTURE, note="the picture to edit"),
    Param("steps", Field.steps, _STEPS, default=28, source=_SKILLS),
    model="black-forest-labs/FLUX.1-kontext-pro",
    serves="black-forest-labs/flux-1-kontext-pro",
    without=("reference_images", "negative_prompt", "image_loras"),
)
FLUX_1_KONTEXT_MAX = FLUX_1_KONTEXT_PRO.but(
    model="black-forest-labs/FLUX.1-kontext-max", serves="black-forest-labs/flux-1-kontext-max"
)

_FLUX_2 = _IMAGES.but(
    Alternatives(
        Field.guidance,
        (Alternative({}, "guidance_scale", Num()), Alternative({}, "guidance", Num())),
        default={"guidance_scale": 3.5},
        note="8 to 10 follows the prompt more closely; guidance is its older name, which the skills have",
    ),
    Native("prompt_upsampling", Flag(), default=True, source=_SKILLS),
    without=("aspect_ratio", "negative_prompt", "image_loras"),
    rules=(
        AtMost(
            ("guidance_scale", "guidance"),
            1,
            "two names of one field; which one counts is not stated",
            effect="disputed",
            source=_SKILLS,
        ),
    ),
)
_UPSAMPLING = Rule(
    {"model": PRESENT},
    {"prompt_upsampling": ABSENT},
    "the skills of 2026-10 have it for FLUX.2 [pro] only, the vendor's older page on FLUX.2 for all of them",
    effect="disputed",
    source=_NEWER_SKILLS,
)
FLUX_2_FLEX = _FLUX_2.but(
    model="black-forest-labs/FLUX.2-flex", serves="black-forest-labs/flux-2-flex", rules=(_UPSAMPLING,)
)
FLUX_2_PRO = _FLUX_2.but(
    model="black-forest-labs/FLUX.2-pro",
    serves="black-forest-labs/flux-2-pro",
    without=("guidance", "guidance_scale", "steps"),
    note="up to 9 megapixels",
)
FLUX_2_MAX = FLUX_2_PRO.but(
    model="black-forest-labs/FLUX.2-max",
    serves="black-forest-labs/flux-2-max",
    without=("image_url",),
    rules=(_UPSAMPLING,),
    note="",
)
FLUX_2_DEV = FLUX_2_FLEX.but(
    Native("image_loras", _LORAS, note="in an older edition of the skills", source=_SKILLS),
    model="black-forest-labs/FLUX.2-dev",
    serves="black-forest-labs/flux-2-dev",
    without=("image_url",),
    rules=(
        Rule(
            {"model": PRESENT},
            {"image_loras": ABSENT},
            "the FLUX.2 models reject image_loras",
            source=_NEWER_SKILLS,
        ),
    ),
)

# ---- Google

_UNSUPPORTED = "this parameter is not supported for the selected model"
FLASH_IMAGE_2_5 = _IMAGES.but(
    model="google/flash-image-2.5",
    serves="google/gemini-2.5-flash-image",
    without=("aspect_ratio", "negative_prompt", "guidance_scale", "image_loras"),
    rules=(
        Rule(
            {"model": PRESENT},
            {"seed": ABSENT, "steps": ABSENT},
            _UNSUPPORTED,
            source="https://github.com/vercel/ai/issues/15035, for models that are no diffusion models",
        ),
        Rule(
            {"model": PRESENT},
            {"image_url": ABSENT},
            _UNSUPPORTED,
            source="https://github.com/HeyPuter/puter/issues/2084",
        ),
    ),
)
_GEMINI_3_SIZES = (
    *("1024x1024", "1264x848", "848x1264", "1200x896", "896x1200", "928x1152", "1152x928"),
    *("768x1376", "1376x768", "1548x672", "1584x672"),
    *("2048x2048", "2528x1696", "1696x2528", "2400x1792", "1792x2400", "1856x2304", "2304x1856"),
    *("1536x2752", "2752x1536", "3168x1344"),
    *("4096x4096", "5096x3392", "5056x3392", "3392x5096", "3392x5056", "4800x3584", "3584x4800"),
    *("3712x4608", "4608x3712", "3072x5504", "5504x3072", "6336x2688"),
)
_OLDER_GEMINI_3_SIZES = (
    *("1024x1024", "1248x832", "832x1248", "1184x864", "864x1184"),
    *("896x1152", "1152x896", "768x1344", "1344x768", "1536x672"),
    *("2048x2048", "2496x1664", "1664x2496", "2368x1728", "1728x2368"),
    *("1792x2304", "2304x1792", "1536x2688", "2688x1536", "3072x1344"),
    *("4096x4096", "4992x3328", "3328x4992", "4736x3456", "3456x4736"),
    *("3584x4608", "4608x3584", "3072x5376", "5376x3072", "6144x2688"),
)
GEMINI_3_PRO_IMAGE = FLASH_IMAGE_2_5.but(
    WidthHeight(
        "width",
        "height",
        Pairs(_GEMINI_3_SIZES),
        default=(1024, 1024),
        disputed_to=Pairs(_OLDER_GEMINI_3_SIZES),
        disputed="the vendor's skills still have the older sizes, which the page had before",
        note="the page has two sizes for 21:9 at 1K, and for 3:2 and 2:3 at 4K",
        source=_CATALOGUE,
        unlike_maker="the page of serverless models",
    ),
    model="google/gemini-3-pro-image",
    serves="google/gemini-3-pro-image",
)
FLASH_IMAGE_3_1 = FLASH_IMAGE_2_5.but(model="google/flash-image-3.1", serves="google/gemini-3.1-flash-image")
FLASH_IMAGE_3_1_LITE = FLASH_IMAGE_2_5.but(
    model="google/flash-image-3.1-lite", serves="google/gemini-3.1-flash-lite-image"
)

# ---- known by name: the rows are the endpoint's

_BY_NAME = _IMAGES.but(without=("image_loras",), note="known by name")
_NO_STEPS = _BY_NAME.but(without=("steps",))  # the model list has none
_NO_GUIDANCE = _NO_STEPS.but(without=("guidance_scale",))
_NO_PICTURES = _NO_GUIDANCE.but(
    without=("image_url", "reference_images")
)  # the page names who takes them, and the makers do not

GPT_IMAGE_2 = _NO_GUIDANCE.but(
    model="openai/gpt-image-2",
    serves="openai/gpt-image-2",
    note="known by name; recommended for editing too, but the field for it is not stated",
)
GPT_IMAGE_1_5 = _NO_GUIDANCE.but(model="openai/gpt-image-1.5", serves="openai/gpt-image-1.5")
SEEDREAM_5_0_LITE = _NO_GUIDANCE.but(model="ByteDance/Seedream-5.0-lite", serves="bytedance/seedream-5.0-lite")
SEEDREAM_4_0 = _NO_GUIDANCE.but(model="ByteDance-Seed/Seedream-4.0", serves="bytedance/seedream-4.0")
SEEDREAM_3_0 = _NO_PICTURES.but(model="ByteDance-Seed/Seedream-3.0", serves="bytedance/seedream-3.0")
QWEN_IMAGE_2_0_PRO = _NO_STEPS.but(model="Qwen/Qwen-Image-2.0-Pro", serves="alibaba/qwen-image-2.0-pro")
QWEN_IMAGE_2_0 = _BY_NAME.but(
    model="Qwen/Qwen-Image-2.0",
    serves="alibaba/qwen-image-2.0",
    rules=(Rule({"model": PRESENT}, {"steps": ABSENT}, _UNSUPPORTED, source="a program's recorded answer, 2026"),),
)
QWEN_IMAGE = _BY_NAME.but(model="Qwen/Qwen-Image", serves="alibaba/qwen-image")
WAN_2_6_IMAGE = _NO_STEPS.but(model="Wan-AI/Wan2.6-image")
IDEOGRAM_4_0 = _NO_PICTURES.but(model="ideogram/ideogram-4.0", serves="ideogram/4.0")
IDEOGRAM_3_0 = _NO_PICTURES.but(model="ideogram/ideogram-3.0", serves="ideogram/3.0")
P_IMAGE_IDEOGRAM = _NO_STEPS.but(model="prunaai/p-image-ideogram", serves="prunaai/p-image-ideogram")
JUGGERNAUT_PRO_FLUX = _BY_NAME.but(model="RunDiffusion/Juggernaut-pro-flux")
JUGGERNAUT_LIGHTNING_FLUX = _BY_NAME.but(model="Rundiffusion/Juggernaut-Lightning-Flux")
SDXL = _BY_NAME.but(model="stabilityai/stable-diffusion-xl-base-1.0", serves="stability/sdxl-1.0")

TARGETS: tuple[Target, ...] = (
    IMAGES,
    GPT_IMAGE_2,
    GPT_IMAGE_1_5,
    FLASH_IMAGE_2_5,
    GEMINI_3_PRO_IMAGE,
    FLASH_IMAGE_3_1,
    FLASH_IMAGE_3_1_LITE,
    FLUX_2_PRO,
    FLUX_2_DEV,
    FLUX_2_FLEX,
    FLUX_2_MAX,
    FLUX_1_1_PRO,
    FLUX_1_KONTEXT_PRO,
    FLUX_1_KONTEXT_MAX,
    FLUX_1_SCHNELL,
    FLUX_1_SCHNELL_FREE,
    SEEDREAM_5_0_LITE,
    SEEDREAM_4_0,
    SEEDREAM_3_0,
    QWEN_IMAGE_2_0_PRO,
    QWEN_IMAGE_2_0,
    QWEN_IMAGE,
    WAN_2_6_IMAGE,
    IDEOGRAM_4_0,
    IDEOGRAM_3_0,
    P_IMAGE_IDEOGRAM,
    JUGGERNAUT_PRO_FLUX,
    JUGGERNAUT_LIGHTNING_FLUX,
    SDXL,
)
ENVELOPE: Target | None = IMAGES
