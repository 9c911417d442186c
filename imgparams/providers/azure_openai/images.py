"""OpenAI's models on Azure: the deployment in the path picks the model, and the words are fewer than OpenAI's."""

from __future__ import annotations

from imgparams.providers.openai import COMPRESSION, FREE_SIZES, STANDARD_SIZES
from imgparams.tables import (
    ABSENT,
    PRESENT,
    QUALITY,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Native,
    Not,
    OneOf,
    Param,
    Pictures,
    Quality,
    Rule,
    SizeText,
    Target,
    Text,
    Words,
)

_HIGH = Param("quality", Field.quality, Quality("low", "medium", "high"), default="high")
_MEDIUM = Param("quality", Field.quality, Quality("low", "medium", "high"), default="medium")
_TEN = Int(1, 10, round_down=True)
_BASE64 = Fixed(Field.delivery, "base64")
_GPT_ONLY = ("background", "moderation", "output_compression", "output_format", "partial_images", "stream")
_RULES = (
    Rule(
        {"background": OneOf("transparent")},
        {"output_format": OneOf("png")},
        "a transparent background needs the output format png",
    ),
    Rule(
        {"output_format": OneOf("png"), "output_compression": Not(OneOf(100))},
        {"output_compression": ABSENT},
        "compression below 100 is for the output format jpeg only",
        source=COMPRESSION,
    ),
    Rule(
        {"stream": OneOf(True)},
        {"n": Int(1, 1)},
        "streaming is only supported with n 1",
        source="theopenco/llmgateway#3963, 2026-09-06",
    ),
    Rule(
        {"moderation": PRESENT},
        {"moderation": ABSENT},
        "moderation is a field of OpenAI; Azure's pages do not have it, and Azure has a content filter of its own",
        effect="disputed",
        source="public programs that send it; no answer is known",
    ),
)

# ---- any deployment

IMAGES_EDIT = Target(
    name="azure-openai/images:edit",
    method="POST",
    path="/openai/deployments/{deployment}/images/edits?api-version={api_version}",
    base_url="https://{resource}.openai.azure.com",
    key_header="api-key: {key}",
    docs="https://learn.microsoft.com/en-us/azure/foundry/openai/how-to/dall-e",
    checked="2026-11-29",
    also_read={"'image[]'": "image"},
    unknown="refused",
    content="multipart",
    rows=(
        Pictures(
            "image",
            (Image("file"),),
            required=True,
            bare=True,
            multipart="image[]",
            note="PNG or JPG, under 50 MB; a form has several files as image[]",
        ),
        Param("mask", Field.mask, Image("file", edits="transparent"), note="a PNG of the picture's dimensions"),
        Native("input_fidelity", OneOf("low", "high", open=True), note="the page names high; the words are OpenAI's"),
        Param("prompt", Field.prompt, Text(), required=True),
        Native("model", Text(min_length=1), note="in the page's examples; the deployment in the path picks the model"),
        SizeText("size", Grid(), auto="auto"),
        Param("n", Field.n, Int(1, round_down=True), default=1),
        Param(
            "quality",
            Field.quality,
            Words(
                {"low": "low", "medium": "medium", "high": "high", "xhigh": "xhigh", "max": "max", "auto": "auto"},
                QUALITY,
                more=("standard", "hd"),
            ),
            note="low, medium and high for the GPT image models; standard and hd were words of DALL-E 3",
        ),
        Param("user", Field.user, Text()),
        Param(
            "output_format",
            Field.output_format,
            OneOf("png", "jpeg"),
            default="png",
            note="no WebP on Azure; the page spells them PNG and JPEG, its examples png",
        ),
        Param(
            "output_compression",
            Field.output_compression,
            Int(0, 100),
            default=100,
            note="the page calls 0 no compression and 100 the most",
        ),
        Param("stream", Field.stream, Flag()),
        Native(
            "partial_images", Int(0, 3), note="for streams", disputed="0 to 3 in one place of the page, 1 to 3 in two"
        ),
        Param(
            "background",
            Field.background,
            OneOf("transparent", "opaque", "auto"),
            note="the page names transparent, the quickstart auto; opaque is OpenAI's",
        ),
        Native("moderation", OneOf("low", "auto")),
    ),
    rules=_RULES,
    note="for any deployment: OpenAI's shape, without any model's limits",
)

IMAGES = IMAGES_EDIT.but(
    Param(
        "response_format",
        Field.delivery,
        Words({"url": "url", "base64": "b64_json"}),
        note="DALL-E 3 only; the GPT image models answer in base64",
    ),
    Native("style", OneOf("vivid", "natural"), note="DALL-E 3 only"),
    name="azure-openai/images",
    path="/openai/deployments/{deployment}/images/generations?api-version={api_version}",
    content="json",
    without=("image", "mask", "input_fidelity"),
    operations={"edit": IMAGES_EDIT},
)

_DEPLOYMENT = Native("model", Text(min_length=1), required=True, note="the name of the deployment")
V1_IMAGES_EDIT = IMAGES_EDIT.but(
    _DEPLOYMENT,
    _BASE64,
    name="azure-openai/v1/images:edit",
    path="/openai/v1/images/edits?api-version=preview",
    domains={"n": _TEN},
    note="in no page that was read; the AI SDK (@ai-sdk/azure, 2026-08-22) and other programs call it",
)
V1_IMAGES = IMAGES.but(
    _DEPLOYMENT,
    _BASE64,
    name="azure-openai/v1/images",
    path="/openai/v1/images/generations?api-version=preview",
    domains={"n": _TEN},
    without=("response_format", "style"),
    operations={"edit": V1_IMAGES_EDIT},
    note="the newer base, for any deployment of a GPT image model, without any model's limits of sizes",
)

# ---- gpt-image-2

_FREE = SizeText(
    "size", FREE_SIZES, auto="auto", note="with auto the picture may be of another size than the limits allow"
)
_TRANSPARENT_2 = Rule(
    {"background": OneOf("transparent")},
    {"background": OneOf("opaque", "auto")},
    "the page has transparent for every model, and OpenAI calls it a preview for this one; Azure refused it in a test",
    effect="disputed",
    source="a program's live test on Azure, 2026-05-07; OpenAI's preview began in August 2026",
)
GPT_IMAGE_2_EDIT = IMAGES_EDIT.but(
    _FREE,
    _HIGH,
    _BASE64,
    name="azure-openai/gpt-image-2:edit",
    serves="openai/gpt-image-2",
    aliases=("gpt-image-2-2026-04-21",),
    domains={"n": _TEN},
    without=("input_fidelity",),
    rules=(_TRANSPARENT_2,),
    note="ends on 2027-10-21; the page describes edits for the gpt-image-1 series",
)
GPT_IMAGE_2 = IMAGES.but(
    _FREE,
    _HIGH,
    _BASE64,
    name="azure-openai/gpt-image-2",
    serves="openai/gpt-image-2",
    aliases=("gpt-image-2-2026-04-21",),
    domains={"n": _TEN},
    without=("response_format", "style"),
    rules=(_TRANSPARENT_2,),
    operations={"edit": GPT_IMAGE_2_EDIT},
    note="ends on 2027-10-21",
)

# ---- gpt-image-2.5: deployable, its limits on Azure not published

_UNREAD = "deployable by a third party's map, which ends it on 2027-09-09; its limits on Azure were not found"

GPT_IMAGE_2_5_FLARE_EDIT = IMAGES_EDIT.but(
    _BASE64,
    name="azure-openai/gpt-image-2.5-flare:edit",
    serves="openai/gpt-image-2.5-flare",
    rules=(
        Rule(
            {"input_fidelity": PRESENT},
            {"input_fidelity": ABSENT},
            "neither OpenAI nor Azure names input_fidelity for this model",
            effect="disputed",
        ),
    ),
    note=_UNREAD,
)
GPT_IMAGE_2_5_FLARE = IMAGES.but(
    _BASE64,
    name="azure-openai/gpt-image-2.5-flare",
    serves="openai/gpt-image-2.5-flare",
    without=("response_format", "style"),
    operations={"edit": GPT_IMAGE_2_5_FLARE_EDIT},
    note=_UNREAD,
)
GPT_IMAGE_2_5_SUNBURST_EDIT = GPT_IMAGE_2_5_FLARE_EDIT.but(
    name="azure-openai/gpt-image-2.5-sunburst:edit", serves="openai/gpt-image-2.5-sunburst"
)
GPT_IMAGE_2_5_SUNBURST = GPT_IMAGE_2_5_FLARE.but(
    name="azure-openai/gpt-image-2.5-sunburst",
    serves="openai/gpt-image-2.5-sunburst",
    operations={"edit": GPT_IMAGE_2_5_SUNBURST_EDIT},
)

# ---- the gpt-image-1 series

_STANDARD = SizeText(
    "size",
    STANDARD_SIZES,
    auto="auto",
    note="auto is in the list of Azure's own message, not in that of its page",
    source="pollinations/pollinations#6465, 2025-12-26",
)

GPT_IMAGE_1_5_EDIT = IMAGES_EDIT.but(
    _STANDARD,
    _HIGH,
    _BASE64,
    name="azure-openai/gpt-image-1.5:edit",
    serves="openai/gpt-image-1.5",
    aliases=("gpt-image-1.5-2025-12-16",),
    domains={"n": _TEN},
    status="deprecated",
    retired="2026-12-16",
    successor="gpt-image-2",
    note="",
)
GPT_IMAGE_1_5 = IMAGES.but(
    _STANDARD,
    _HIGH,
    _BASE64,
    name="azure-openai/gpt-image-1.5",
    serves="openai/gpt-image-1.5",
    aliases=("gpt-image-1.5-2025-12-16",),
    domains={"n": _TEN},
    without=("response_format", "style"),
    operations={"edit": GPT_IMAGE_1_5_EDIT},
    status="deprecated",
    retired="2026-12-16",
    successor="gpt-image-2",
    note="",
)
GPT_IMAGE_1_EDIT = GPT_IMAGE_1_5_EDIT.but(
    name="azure-openai/gpt-image-1:edit",
    serves="openai/gpt-image-1",
    status="retired",
    retired="2026-10-23",
    successor="gpt-image-1.5",
)
GPT_IMAGE_1 = GPT_IMAGE_1_5.but(
    name="azure-openai/gpt-image-1",
    serves="openai/gpt-image-1",
    operations={"edit": GPT_IMAGE_1_EDIT},
    status="retired",
    retired="2026-10-23",
    successor="gpt-image-1.5",
)
GPT_IMAGE_1_MINI_EDIT = GPT_IMAGE_1_5_EDIT.but(
    _MEDIUM,
    name="azure-openai/gpt-image-1-mini:edit",
    serves="openai/gpt-image-1-mini",
    without=("input_fidelity",),
    retired="2027-04-07",
    successor="",
)
GPT_IMAGE_1_MINI = GPT_IMAGE_1_5.but(
    _MEDIUM,
    name="azure-openai/gpt-image-1-mini",
    serves="openai/gpt-image-1-mini",
    operations={"edit": GPT_IMAGE_1_MINI_EDIT},
    retired="2027-04-07",
    successor="",
)

# ---- DALL-E 3: the words of its quality are read as medium (standard) and high (hd)

DALL_E_3 = IMAGES.but(
    SizeText("size", ("1024x1024", "1792x1024", "1024x1792"), default="1024x1024"),
    Param("quality", Field.quality, Quality(medium="standard", high="hd"), default="standard"),
    Native("style", OneOf("vivid", "natural"), default="vivid"),
    name="azure-openai/dall-e-3",
    serves="openai/dall-e-3",
    domains={"n": Int(1, 1, round_down=True)},
    without=_GPT_ONLY,
    operations={},
    status="retired",
    retired="2026-03-04",
    note="",
)

TARGETS: tuple[Target, ...] = (
    IMAGES,
    IMAGES_EDIT,
    V1_IMAGES,
    V1_IMAGES_EDIT,
    GPT_IMAGE_2_5_SUNBURST,
    GPT_IMAGE_2_5_SUNBURST_EDIT,
    GPT_IMAGE_2_5_FLARE,
    GPT_IMAGE_2_5_FLARE_EDIT,
    GPT_IMAGE_2,
    GPT_IMAGE_2_EDIT,
    GPT_IMAGE_1_5,
    GPT_IMAGE_1_5_EDIT,
    GPT_IMAGE_1_MINI,
    GPT_IMAGE_1_MINI_EDIT,
    GPT_IMAGE_1,
    GPT_IMAGE_1_EDIT,
    DALL_E_3,
)
