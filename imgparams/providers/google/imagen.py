"""Imagen: generation at the Gemini API and at Vertex AI, and image editing at Vertex AI."""

from __future__ import annotations

from imgparams.providers.google.settings import HOST, KEY, TOKEN
from imgparams.tables import (
    ABSENT,
    HOLE,
    OFF,
    PRESENT,
    TYPE,
    Field,
    Fixed,
    Flag,
    Image,
    Int,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    RatioTier,
    Record,
    Rule,
    ShapeWords,
    Sizes,
    Slots,
    Target,
    Text,
    Words,
)

_SDK = "google-genai, 3.4.0 and 3.6.1"

IMAGEN_RATIOS = ("1:1", "3:4", "4:3", "9:16", "16:9")

IMAGEN_1K_PIXELS = {"1:1": "1024x1024", "3:4": "896x1280", "4:3": "1280x896", "9:16": "768x1408", "16:9": "1408x768"}

IMAGEN_PIXELS = {
    ("1:1", "1K"): "1024x1024",
    ("3:4", "1K"): "896x1280",
    ("4:3", "1K"): "1280x896",
    ("9:16", "1K"): "768x1408",
    ("16:9", "1K"): "1408x768",
    ("1:1", "2K"): "2048x2048",
    ("3:4", "2K"): "1792x2560",
    ("4:3", "2K"): "2560x1792",
    ("9:16", "2K"): "1536x2816",
    ("16:9", "2K"): "2816x1536",
}

_RATIO = "parameters.aspectRatio"
_TIER = "parameters.sampleImageSize"
_DEFAULT = {_RATIO: "1:1", _TIER: "1K"}
_ANY_CASE = ShapeWords(_RATIO, IMAGEN_RATIOS, _TIER, {"1K": "1k", "2K": "2k"}, read_only=True)
_WORDS = ("dont_allow", "allow_adult", "allow_all")
_LOW = ("block_low_and_above", "BLOCK_LOW_AND_ABOVE")
_SAFETY = ("block_low_and_above", "block_medium_and_above", "block_only_high", "block_none")
_OLD_SAFETY = ("block_most", "block_some", "block_few", "block_fewest")
_NEGATIVE = Param("parameters.negativePrompt", Field.negative_prompt, Text(), note="legacy; at most 480 tokens")
_NO_NEGATIVE = Rule(
    {"instances[0].prompt": PRESENT},
    {"parameters.negativePrompt": ABSENT},
    "setting negativePrompt is no longer supported",
    source="https://github.com/googleapis/python-genai/issues/339",
)
_LANGUAGES = ("auto", "en", "zh", "hi", "ja", "ko", "pt", "es")
_SDK_ROWS = (
    Native("parameters.language", OneOf(*_LANGUAGES), note="of the prompt", source=_SDK),
    Param("parameters.guidanceScale", Field.guidance, Num(), note="no range is stated", source=_SDK),
    Native("parameters.includeRaiReason", Flag(), source=_SDK),
    Native("parameters.includeSafetyAttributes", Flag(), source=_SDK),
)

IMAGEN_4_0_GENERATE_001 = Target(
    name="google/imagen-4.0-generate-001",
    model="imagen-4.0-generate-001",
    serves="google/imagen-4.0",
    aliases=("imagen-4.0-generate-preview-06-06",),
    method="POST",
    path="/v1beta/models/{model}:predict",
    base_url=HOST,
    key_header=KEY,
    docs="https://ai.google.dev/gemini-api/docs/imagen",
    checked="2026-11-29",
    rows=(
        Param("instances[0].prompt", Field.prompt, Text(), required=True, note="at most 480 tokens"),
        Param(
            "parameters.sampleCount",
            Field.n,
            Int(1, 4, round_down=True),
            default=4,
            note="client libraries may send 1 on their own",
        ),
        Sizes(
            (ShapeWords(_RATIO, IMAGEN_RATIOS, _TIER, ("1K", "2K")), _ANY_CASE),
            default=_DEFAULT,
            note="pixels are listed for the ultra model only; the tier may be in either case",
        ),
        Native(
            "parameters.personGeneration",
            OneOf("dont_allow", "allow_adult", "DONT_ALLOW", "ALLOW_ADULT"),
            default="allow_adult",
            disputed_to=OneOf(*_WORDS, *map(str.upper, _WORDS)),
            disputed="the page has allow_all, to which the API answered that it is not supported",
        ),
        Native(
            "parameters.safetySetting",
            OneOf(*_LOW),
            note="only block_low_and_above is supported",
            source="promptfoo and answers of the API quoted by public programs, 2025 to 2026",
        ),
        _NEGATIVE,
        *_SDK_ROWS,
        Param(
            "parameters.outputOptions.mimeType",
            Field.output_format,
            Words({"jpeg": "image/jpeg"}),
            source="Google's Imagen notebook",
        ),
        Fixed(Field.delivery, "base64"),
    ),
    rules=(_NO_NEGATIVE,),
    status="retired",
    retired="2026-08-17",
    successor="gemini-3.1-flash-image",
)

_FAST_SIZES = RatioTier(
    _RATIO,
    IMAGEN_RATIOS,
    pixels=IMAGEN_1K_PIXELS,
    default={_RATIO: "1:1"},
    note="the pixels are from the page of its preview of June 2025",
)
_ULTRA_SIZES = Sizes(
    (ShapeWords(_RATIO, IMAGEN_RATIOS, _TIER, ("1K", "2K"), pixels=IMAGEN_PIXELS), _ANY_CASE),
    default=_DEFAULT,
    note="the tier may be in either case",
)
IMAGEN_4_0_FAST_GENERATE_001 = IMAGEN_4_0_GENERATE_001.but(
    _FAST_SIZES,
    model="imagen-4.0-fast-generate-001",
    serves="google/imagen-4.0-fast",
    aliases=(),
)
IMAGEN_4_0_ULTRA_GENERATE_001 = IMAGEN_4_0_GENERATE_001.but(
    _ULTRA_SIZES,
    model="imagen-4.0-ultra-generate-001",
    serves="google/imagen-4.0-ultra",
    aliases=("imagen-4.0-ultra-generate-preview-06-06",),
)

# ---- at Vertex

_VERTEX_PATH = "/v1/projects/{project}/locations/{location}/publishers/google/models/{model}:predict"
_VERTEX_DOCS = "https://cloud.google.com/vertex-ai/generative-ai/docs/model-reference/imagen-api"

_MIME_TYPE = "parameters.outputOptions.mimeType"
_COMPRESSION = "parameters.outputOptions.compressionQuality"
_VERTEX_ONLY = (
    Native(
        "parameters.language",
        OneOf(*_LANGUAGES, "zh-CN", "zh-TW"),
        default="en",
        note="of the prompt; the reference of the REST fields has en, that of the Python package auto",
        source=_VERTEX_DOCS,
    ),
    Param("parameters.seed", Field.seed, Int(), note="the range is not confirmed"),
    Native("parameters.addWatermark", Flag(), default=True, note="an invisible mark"),
    Native(
        "parameters.personGeneration",
        OneOf(*_WORDS, *map(str.upper, _WORDS)),
        default="allow_adult",
        note="in any case",
    ),
    Native("parameters.enhancePrompt", Flag(), note="rewrites the prompt"),
    Native(
        "parameters.safetySetting",
        OneOf(*_LOW),
        disputed_to=OneOf(*_SAFETY, *map(str.upper, _SAFETY), *_OLD_SAFETY),
        disputed="the page has four words, of which reports say that Imagen 4 takes one",
    ),
    Native("labels", Record({}, open=True), note="beside instances and parameters", source=_SDK),
    Native("parameters.storageUri", Text(), note="where the pictures go in Cloud Storage", source=_SDK),
    Param(
        _MIME_TYPE,
        Field.output_format,
        Words({"png": "image/png", "jpeg": "image/jpeg"}),
        default="image/png",
    ),
    Param(
        _COMPRESSION,
        Field.output_compression,
        Int(0, 100),
        default=75,
        default_when={_MIME_TYPE: OneOf("image/jpeg")},
        note="for jpeg",
    ),
)
_VERTEX_RULES = (
    Rule({"parameters.seed": PRESENT}, {"parameters.addWatermark": OFF}, "a seed needs addWatermark false"),
    Rule(
        {"parameters.enhancePrompt": OneOf(True)},
        {"parameters.seed": ABSENT},
        "a seed does not work with enhancePrompt",
        effect="ignored",
    ),
    Rule(
        {_MIME_TYPE: OneOf("image/png")},
        {_COMPRESSION: ABSENT},
        "compression is for jpeg",
        effect="ignored",
    ),
)

VERTEX_IMAGEN_4_0_GENERATE_001 = IMAGEN_4_0_GENERATE_001.but(
    *_VERTEX_ONLY,
    name="google/vertex/imagen-4.0-generate-001",
    serves="google/imagen-4.0",
    aliases=("imagen-4.0-generate-preview-06-06",),
    path=_VERTEX_PATH,
    also_at=("/v1beta1/projects/{project}/locations/{location}/publishers/google/models/{model}:predict",),
    base_url="https://{location}-aiplatform.googleapis.com",
    key_header=TOKEN,
    docs=_VERTEX_DOCS,
    rules=_VERTEX_RULES,
    without=("delivery",),
    retired="2026-06-30",
    successor="gemini-2.5-flash-image",
    note="Google's page gives the date; one maintainer said in August 2026 that it is still served",
)
VERTEX_IMAGEN_4_0_FAST_GENERATE_001 = VERTEX_IMAGEN_4_0_GENERATE_001.but(
    _FAST_SIZES,
    name="google/vertex/imagen-4.0-fast-generate-001",
    model="imagen-4.0-fast-generate-001",
    serves="google/imagen-4.0-fast",
    aliases=("imagen-4.0-fast-generate-preview-06-06",),
)
VERTEX_IMAGEN_4_0_ULTRA_GENERATE_001 = VERTEX_IMAGEN_4_0_GENERATE_001.but(
    _ULTRA_SIZES,
    name="google/vertex/imagen-4.0-ultra-generate-001",
    model="imagen-4.0-ultra-generate-001",
    serves="google/imagen-4.0-ultra",
    aliases=("imagen-4.0-ultra-generate-preview-06-06",),
)
VERTEX_IMAGEN_3_0_GENERATE_002 = VERTEX_IMAGEN_4_0_GENERATE_001.but(
    RatioTier(
        _RATIO,
        IMAGEN_RATIOS,
        default={_RATIO: "1:1"},
        note="its pixels were not found; those of imagen-3.0-capability-001 are the five sizes of Imagen 4 at 1K",
    ),
    Native(
        "parameters.safetySetting",
        OneOf(*_SAFETY, *map(str.upper, _SAFETY), *_OLD_SAFETY),
        default="block_medium_and_above",
        note="block_most, block_some, block_few and block_fewest are the older words",
    ),
    name="google/vertex/imagen-3.0-generate-002",
    model="imagen-3.0-generate-002",
    serves="google/imagen-3.0",
)
VERTEX_IMAGEN_3_0_GENERATE_001 = VERTEX_IMAGEN_3_0_GENERATE_002.but(without=("parameters.negativePrompt",)).but(
    _NEGATIVE,
    name="google/vertex/imagen-3.0-generate-001",
    model="imagen-3.0-generate-001",
    serves="google/imagen-3.0-generate-001",
)
VERTEX_IMAGEN_3_0_FAST_GENERATE_001 = VERTEX_IMAGEN_3_0_GENERATE_001.but(
    name="google/vertex/imagen-3.0-fast-generate-001",
    model="imagen-3.0-fast-generate-001",
    serves="google/imagen-3.0-fast-generate-001",
)

_RAW = {"referenceType": "REFERENCE_TYPE_RAW", "referenceId": 1}

VERTEX_IMAGEN_3_0_CAPABILITY_001_EDIT = VERTEX_IMAGEN_3_0_GENERATE_001.but(
    RatioTier(_RATIO, IMAGEN_RATIOS, pixels=IMAGEN_1K_PIXELS, note="no default is stated for edits"),
    Slots(
        "instances[0].referenceImages[0]",
        part=(
            Part(Image("base64"), {**_RAW, "referenceImage": {"bytesBase64Encoded": HOLE, "mimeType": TYPE}}),
            Part(Image("id"), {**_RAW, "referenceImage": {"gcsUri": HOLE, "mimeType": TYPE}}),
        ),
        required=True,
        note="the picture to edit; an id is its address in Cloud Storage",
        source=_SDK,
    ),
    Slots(
        "instances[0].referenceImages[1]",
        part=Part(
            Image("base64", edits="white"),
            {
                "referenceType": "REFERENCE_TYPE_MASK",
                "referenceId": 2,
                "referenceImage": {"bytesBase64Encoded": HOLE, "mimeType": TYPE},
                "maskImageConfig": {"maskMode": "MASK_MODE_USER_PROVIDED"},
            },
        ),
        of=Field.mask,
        note="the same size as the picture; what is not zero is edited",
        source=_SDK,
    ),
    Native(
        "parameters.editMode",
        OneOf(
            *("EDIT_MODE_DEFAULT", "EDIT_MODE_INPAINT_REMOVAL", "EDIT_MODE_INPAINT_INSERTION", "EDIT_MODE_OUTPAINT"),
            *("EDIT_MODE_CONTROLLED_EDITING", "EDIT_MODE_STYLE", "EDIT_MODE_BGSWAP", "EDIT_MODE_PRODUCT_IMAGE"),
        ),
        source=_SDK,
    ),
    Param("parameters.editConfig.baseSteps", Field.steps, Int(), note="no range is stated here", source=_SDK),
    name="google/vertex/imagen-3.0-capability-001:edit",
    model="imagen-3.0-capability-001",
    serves="google/imagen-3.0-capability-001",
    docs="https://cloud.google.com/vertex-ai/generative-ai/docs/model-reference/imagen-api-edit",
    without=("parameters.enhancePrompt",),
    note="one picture and one mask; the model takes more kinds of references, which are left out",
)

TARGETS: tuple[Target, ...] = (
    IMAGEN_4_0_GENERATE_001,
    IMAGEN_4_0_FAST_GENERATE_001,
    IMAGEN_4_0_ULTRA_GENERATE_001,
    VERTEX_IMAGEN_4_0_GENERATE_001,
    VERTEX_IMAGEN_4_0_FAST_GENERATE_001,
    VERTEX_IMAGEN_4_0_ULTRA_GENERATE_001,
    VERTEX_IMAGEN_3_0_GENERATE_002,
    VERTEX_IMAGEN_3_0_GENERATE_001,
    VERTEX_IMAGEN_3_0_FAST_GENERATE_001,
    VERTEX_IMAGEN_3_0_CAPABILITY_001_EDIT,
)
