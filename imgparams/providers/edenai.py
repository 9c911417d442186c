"""Eden AI's OpenAI-shaped image endpoints (version 3): one envelope over the models of many makers.

Sources: the seed (Eden AI's API reference of image generations); the guide in edenai/docs, v3/llms/image-generation.mdx
(2026-08-21, commit 49709688), for edits, forwarding and model ids; the makers' own tables for sizes and qualities,
which the makers judge, not Eden AI.

Eden AI states no defaults for n, size and quality, so the table has none. Keys that it does not know go to the maker
unchanged, as the guide says; only the documented ones are rows, and the maker's rules on other keys are not here.

`universal-ai` is the route for experts, /v3/universal-ai, with a few of its models. Its `fallbacks` and
`show_original_response` are on the pages about fallbacks and webhooks, for all expert models.

Left out: the multipart form of edits; streams (forwarded, but partial images are not wired up); the other models of the
route for experts, whose limits are not published, among them the older ones of Leonardo and Stability.

Open: how Gemini models read `size` here (the guide sends 1024x1024); which "square" strings Imagen takes beside ratios
(1024x1024, the one of Google's table at 1K, is legal here); how a mask marks the area (for OpenAI's models as at
OpenAI, else not stated).
"""

from imgparams.providers.openai import FREE_SIZES, PROMPT, QUALITY_STEPS, STANDARD_SIZES
from imgparams.tables import (
    ABSENT,
    HOLE,
    QUALITY,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Model,
    Native,
    Needs,
    Pairs,
    Param,
    Part,
    Pictures,
    PixelText,
    Record,
    Rule,
    ShapeWords,
    Sizes,
    SizeText,
    Slots,
    Target,
    Text,
    Words,
)

_DOCS = "https://github.com/edenai/docs"
_GENERATIONS = "/v3/images/generations"
_EDITS = "/v3/images/edits"
_IMAGEN_RATIOS = ("1:1", "3:4", "4:3", "9:16", "16:9")  # Google's parameter aspectRatio
_PICTURE = (Part(Image("url", "data"), {"image_url": HOLE}), Part(Image("id"), {"file_id": HOLE}))

# ---- the envelope

IMAGES_EDIT = Target(
    name="edenai/images:edit",
    method="POST",
    path=_EDITS,
    base_url="https://api.edenai.run",
    key_header="Authorization: Bearer {key}",
    docs=_DOCS,
    checked="2026-11-29",
    unknown="forwarded",
    note="for any model, without any model's limits",
    rows=(
        Model("model", note="provider/model"),
        Param("prompt", Field.prompt, Text(min_length=1, max_length=32000), required=True),
        Param("n", Field.n, Int(1, 10, round_down=True), nullable=True),
        Sizes((PixelText("size", Grid(), "auto"),), nullable=True, open=True, note="the model's maker judges it"),
        Param("user", Field.user, Text(), nullable=True),
        Native("metadata", Record({}, open=True)),
        Native("extra_headers", Record({}, open=True, no_secrets=True), note="forwarded to the model's maker"),
        Param(
            "quality",
            Field.quality,
            Words(
                {"low": "low", "medium": "medium", "high": "high", "xhigh": "xhigh", "max": "max", "auto": "auto"},
                QUALITY,
                more=("standard", "hd"),
                open=True,
            ),
            nullable=True,
            note="the model's maker judges it",
        ),
        Param(
            "response_format",
            Field.delivery,
            Words({"url": "url", "base64": "b64_json"}, open=True),
            nullable=True,
            note="for models that still honour it",
        ),
        Pictures("images", _PICTURE, required=True, note="openai/gpt-image-* takes no remote URLs here"),
        Slots("mask", part=_PICTURE, of=Field.mask, note="how it marks the area is not stated"),
    ),
    rules=(
        Rule(
            {"model": Text(pattern="openai/gpt-image-.+")},
            {"response_format": ABSENT},
            "gpt-image models ignore response_format",
            effect="ignored",
        ),
    ),
)

IMAGES = IMAGES_EDIT.but(
    name="edenai/images",
    path=_GENERATIONS,
    without=("images", "mask"),
    operations={"edit": IMAGES_EDIT},
)

# ---- OpenAI: sizes, qualities and the prompt's limit are those of OpenAI's table

_OPENAI_IMAGES = Pictures(
    "images",
    (Part(Image("data"), {"image_url": HOLE}), Part(Image("id"), {"file_id": HOLE})),
    max=16,
    required=True,
    note="no remote URLs for these models; at most 16 is OpenAI's limit",
)
_OPENAI_MASK = Slots(
    "mask",
    part=(
        Part(Image("data", edits="transparent"), {"image_url": HOLE}),
        Part(Image("id", edits="transparent"), {"file_id": HOLE}),
    ),
    of=Field.mask,
)

_SIZE_1 = SizeText("size", STANDARD_SIZES, auto="auto", nullable=True)
_SIZE_2 = SizeText(
    "size",
    FREE_SIZES,
    auto="auto",
    nullable=True,
    disputed="the reference names OpenAI's three standard sizes and auto; OpenAI itself takes free sizes",
)

OPENAI_GPT_IMAGE_2_EDIT = IMAGES_EDIT.but(
    _SIZE_2,
    _OPENAI_IMAGES,
    _OPENAI_MASK,
    model="openai/gpt-image-2",
    serves="openai/gpt-image-2",
    domains={"prompt": PROMPT, "quality": QUALITY_STEPS},
    note="",
)

OPENAI_GPT_IMAGE_2 = IMAGES.but(
    _SIZE_2,
    model="openai/gpt-image-2",
    serves="openai/gpt-image-2",
    domains={"prompt": PROMPT, "quality": QUALITY_STEPS},
    note="",
    operations={"edit": OPENAI_GPT_IMAGE_2_EDIT},
)

OPENAI_GPT_IMAGE_1_MINI_EDIT = OPENAI_GPT_IMAGE_2_EDIT.but(
    _SIZE_1,
    model="openai/gpt-image-1-mini",
    serves="openai/gpt-image-1-mini",
    status="deprecated",
    retired="2026-12-01",
    note="OpenAI's date of removal",
)

OPENAI_GPT_IMAGE_1_MINI = OPENAI_GPT_IMAGE_2.but(
    _SIZE_1,
    model="openai/gpt-image-1-mini",
    serves="openai/gpt-image-1-mini",
    status="deprecated",
    retired="2026-12-01",
    note="OpenAI's date of removal",
    operations={"edit": OPENAI_GPT_IMAGE_1_MINI_EDIT},
)

OPENAI_GPT_IMAGE_1_EDIT = OPENAI_GPT_IMAGE_1_MINI_EDIT.but(
    model="openai/gpt-image-1", serves="openai/gpt-image-1", status="retired", retired="2026-10-23"
)

OPENAI_GPT_IMAGE_1 = OPENAI_GPT_IMAGE_1_MINI.but(
    model="openai/gpt-image-1",
    serves="openai/gpt-image-1",
    status="retired",
    retired="2026-10-23",
    operations={"edit": OPENAI_GPT_IMAGE_1_EDIT},
)

# ---- other makers: where nothing more is known, the envelope with the model's id

GOOGLE_GEMINI_2_5_FLASH_IMAGE_EDIT = IMAGES_EDIT.but(
    model="google/gemini-2.5-flash-image",
    serves="google/gemini-2.5-flash-image",
    status="deprecated",
    retired="2027-03-15",
    note="the guide edits with this model and a remote URL; the date is that of the plain target",
)

GOOGLE_GEMINI_2_5_FLASH_IMAGE = IMAGES.but(
    model="google/gemini-2.5-flash-image",
    serves="google/gemini-2.5-flash-image",
    status="deprecated",
    retired="2027-03-15",
    operations={"edit": GOOGLE_GEMINI_2_5_FLASH_IMAGE_EDIT},
    note="Google's date, which was 2026-10-02 at first; how size is read is not stated",
)

GOOGLE_GEMINI_3_PRO_IMAGE_PREVIEW_EDIT = IMAGES_EDIT.but(
    model="google/gemini-3-pro-image-preview",
    serves="google/gemini-3-pro-image",
    note="the guide says that Gemini takes remote URLs in edits, but shows gemini-2.5-flash-image only",
)

GOOGLE_GEMINI_3_PRO_IMAGE_PREVIEW = IMAGES.but(
    model="google/gemini-3-pro-image-preview",
    operations={"edit": GOOGLE_GEMINI_3_PRO_IMAGE_PREVIEW_EDIT},
    note="how size is read is not stated",
)

GOOGLE_IMAGEN_4_0_GENERATE_001 = IMAGES.but(
    Sizes(
        (ShapeWords("size", _IMAGEN_RATIOS), PixelText("size", Pairs(("1024x1024",)), normalised=True)),
        nullable=True,
        note="the reference says: square, or a ratio; the ratios and the pixels of the square are Google's",
    ),
    model="google/imagen-4.0-generate-001",
    serves="google/imagen-4.0",
    status="retired",
    retired="2026-08-17",
    operations={},
    note="Google shut Imagen down, at Vertex on 2026-06-30 and at the Gemini API on 2026-08-17",
)

STABILITYAI_SD3_5_LARGE = IMAGES.but(
    model="stabilityai/sd3.5-large",
    serves="stability/sd3.5-large",
    operations={},
    note="its sizes and qualities here are not published",
)

AMAZON_NOVA_CANVAS_V1_0 = IMAGES.but(
    model="amazon/amazon.nova-canvas-v1:0",
    serves="amazon/nova-canvas",
    status="retired",
    retired="2026-09-30",
    operations={},
    note="AWS's end of life; its sizes and qualities here are not published",
)

# ---- ids that a list of all models has; none of them is in the guide

_BY_NAME = "by name only; how size is read is not stated"
GOOGLE_GEMINI_3_1_FLASH_IMAGE = IMAGES.but(
    model="google/gemini-3.1-flash-image",
    serves="google/gemini-3.1-flash-image",
    aliases=("google/gemini-3.1-flash-image-preview",),
    operations={},
    note=_BY_NAME,
)
GOOGLE_GEMINI_3_1_FLASH_LITE_IMAGE = IMAGES.but(
    model="google/gemini-3.1-flash-lite-image",
    serves="google/gemini-3.1-flash-lite-image",
    operations={},
    note=_BY_NAME,
)
VERTEX_GEMINI_3_PRO_IMAGE = IMAGES.but(
    model="vertex/gemini-3-pro-image", serves="google/gemini-3-pro-image", operations={}, note=_BY_NAME
)
VERTEX_GEMINI_3_1_FLASH_IMAGE = IMAGES.but(
    model="vertex/gemini-3.1-flash-image", serves="google/gemini-3.1-flash-image", operations={}, note=_BY_NAME
)
VERTEX_GEMINI_3_1_FLASH_LITE_IMAGE = IMAGES.but(
    model="vertex/gemini-3.1-flash-lite-image",
    serves="google/gemini-3.1-flash-lite-image",
    operations={},
    note=_BY_NAME,
)
VERTEX_GEMINI_2_5_FLASH_IMAGE = IMAGES.but(
    model="vertex/gemini-2.5-flash-image",
    serves="google/gemini-2.5-flash-image",
    status="deprecated",
    retired="2027-03-15",
    operations={},
    note=_BY_NAME,
)

# ---- the route for experts, which wraps what each maker takes

UNIVERSAL = IMAGES_EDIT.but(
    Model("model", note="image/generation/<provider>/<model>"),
    Param("input.text", Field.prompt, Text(), required=True),
    Sizes(
        (PixelText("input.resolution", Grid()),),
        open=True,
        note="a size in provider_params, as the maker names it, takes precedence",
    ),
    Param("input.num_images", Field.n, Int(1, round_down=True)),
    Pictures("input.reference_images", (Image("url", "id"),), others=Record({}, open=True)),
    Param("input.mask", Field.mask, Image("url", "id"), note="how it marks the area is not stated"),
    Native("provider_params", Record({}, open=True), note="the maker's own fields"),
    Native(
        "fallbacks",
        ListOf(Text(min_length=1), max=3),
        note="models to try next, of the same feature and subfeature; more than 3 get 422",
        source="edenai/docs, v3/general/fallback.mdx, 2026-08-21",
    ),
    Native(
        "show_original_response",
        Flag(),
        note="the answer has the provider's own response too",
        source="edenai/docs, v3/expert-models/webhooks.mdx, 2026-08-21",
    ),
    only=(),
    name="edenai/universal-ai",
    path="/v3/universal-ai",
    unknown="unsaid",
    note="for any model, without any model's limits",
    rules=(Needs("input.mask", "input.reference_images"),),
)
UNIVERSAL_SEEDREAM_4 = UNIVERSAL.but(
    model="image/generation/bytedance/seedream-4-0-250828", serves="bytedance/seedream-4.0"
)
UNIVERSAL_SEEDREAM_4_5 = UNIVERSAL.but(
    model="image/generation/bytedance/seedream-4-5-251128", serves="bytedance/seedream-4.5"
)

ENVELOPE: Target | None = IMAGES

TARGETS: tuple[Target, ...] = (
    IMAGES,
    IMAGES_EDIT,
    OPENAI_GPT_IMAGE_2,
    OPENAI_GPT_IMAGE_2_EDIT,
    OPENAI_GPT_IMAGE_1_MINI,
    OPENAI_GPT_IMAGE_1_MINI_EDIT,
    OPENAI_GPT_IMAGE_1,
    OPENAI_GPT_IMAGE_1_EDIT,
    GOOGLE_GEMINI_2_5_FLASH_IMAGE,
    GOOGLE_GEMINI_2_5_FLASH_IMAGE_EDIT,
    GOOGLE_GEMINI_3_PRO_IMAGE_PREVIEW,
    GOOGLE_GEMINI_3_PRO_IMAGE_PREVIEW_EDIT,
    GOOGLE_IMAGEN_4_0_GENERATE_001,
    STABILITYAI_SD3_5_LARGE,
    AMAZON_NOVA_CANVAS_V1_0,
    GOOGLE_GEMINI_3_1_FLASH_IMAGE,
    GOOGLE_GEMINI_3_1_FLASH_LITE_IMAGE,
    VERTEX_GEMINI_3_PRO_IMAGE,
    VERTEX_GEMINI_3_1_FLASH_IMAGE,
    VERTEX_GEMINI_3_1_FLASH_LITE_IMAGE,
    VERTEX_GEMINI_2_5_FLASH_IMAGE,
    UNIVERSAL,
    UNIVERSAL_SEEDREAM_4,
    UNIVERSAL_SEEDREAM_4_5,
)
