"""Google: the Gemini image models and Imagen, at the Gemini API and at Vertex AI.

Sources: the image generation page of the Gemini API, 2026 (ratios, tiers, pixels, references); google-genai 3.4.0,
2026-11-16 (the names of the wires, the Interactions API, what only Vertex takes, image editing); the Vertex pages of
Imagen and of the image models (undated); Google's blog on file inputs, 2026 (public URLs in fileUri); Firebase's
note on the end of Imagen.

Names: `google/<model>` is the Gemini API, `google/vertex/<model>` the same at Vertex, `google/interactions` the
Interactions API for any Gemini image model; `google/generateContent` is any Gemini model.

Left out: addresses in Cloud Storage (gs://) among a Gemini model's pictures; several instances in one call of Imagen;
masks that Imagen makes itself, its control, style and subject references; the settings of text generation beside seed
and temperature; the ratio 9:21 of one third-party list.
Unsure: the pixels of gemini-3.1-flash-image at 21:9 and 512 (the page's 792x168 is not of that shape, so none stand
here), of gemini-nano-banana-2.1, imagen-4.0-generate-001 and Imagen 3; whether gemini-3.1-flash-image was shut down on
2026-10-29, as one note says; whether Imagen still answers, its announced dates having passed; Imagen's range of seed.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    TEXT,
    TYPE,
    Const,
    Content,
    Field,
    Fixed,
    Flag,
    Image,
    Int,
    ListOf,
    Model,
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
    TextPart,
    Words,
)

_CHECKED = "2026-11-21"
_GEMINI_DOCS = "https://ai.google.dev/gemini-api/docs/image-generation"
_INTERACTIONS_DOCS = "https://ai.google.dev/gemini-api/docs/interactions/image-generation"
_VERTEX_DOCS = "https://cloud.google.com/vertex-ai/generative-ai/docs/multimodal/image-generation"
_IMAGEN_DOCS = "https://ai.google.dev/gemini-api/docs/imagen"
_IMAGEN_VERTEX_DOCS = "https://cloud.google.com/vertex-ai/generative-ai/docs/model-reference/imagen-api"
_EDIT_DOCS = "https://cloud.google.com/vertex-ai/generative-ai/docs/model-reference/imagen-api-edit"
_SDK = "google-genai 3.4.0"

# ---- Gemini: what comes of ratio and tier

GEMINI_RATIOS = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9")
GEMINI_3_1_RATIOS = (
    "1:1",
    "1:4",
    "4:1",
    "1:8",
    "8:1",
    "2:3",
    "3:2",
    "3:4",
    "4:3",
    "4:5",
    "5:4",
    "9:16",
    "16:9",
    "21:9",
)

GEMINI_2_5_FLASH_PIXELS = {
    "1:1": "1024x1024",
    "2:3": "832x1248",
    "3:2": "1248x832",
    "3:4": "864x1184",
    "4:3": "1184x864",
    "4:5": "896x1152",
    "5:4": "1152x896",
    "9:16": "768x1344",
    "16:9": "1344x768",
    "21:9": "1536x672",
}

GEMINI_3_PRO_PIXELS = {
    ("1:1", "1K"): "1024x1024",
    ("2:3", "1K"): "848x1264",
    ("3:2", "1K"): "1264x848",
    ("3:4", "1K"): "896x1200",
    ("4:3", "1K"): "1200x896",
    ("4:5", "1K"): "928x1152",
    ("5:4", "1K"): "1152x928",
    ("9:16", "1K"): "768x1376",
    ("16:9", "1K"): "1376x768",
    ("21:9", "1K"): "1584x672",
    ("1:1", "2K"): "2048x2048",
    ("2:3", "2K"): "1696x2528",
    ("3:2", "2K"): "2528x1696",
    ("3:4", "2K"): "1792x2400",
    ("4:3", "2K"): "2400x1792",
    ("4:5", "2K"): "1856x2304",
    ("5:4", "2K"): "2304x1856",
    ("9:16", "2K"): "1536x2752",
    ("16:9", "2K"): "2752x1536",
    ("21:9", "2K"): "3168x1344",
    ("1:1", "4K"): "4096x4096",
    ("2:3", "4K"): "3392x5056",
    ("3:2", "4K"): "5056x3392",
    ("3:4", "4K"): "3584x4800",
    ("4:3", "4K"): "4800x3584",
    ("4:5", "4K"): "3712x4608",
    ("5:4", "4K"): "4608x3712",
    ("9:16", "4K"): "3072x5504",
    ("16:9", "4K"): "5504x3072",
    ("21:9", "4K"): "6336x2688",
}

GEMINI_3_1_FLASH_LITE_PIXELS = {
    ("1:1", "1K"): "1024x1024",
    ("1:4", "1K"): "512x2048",
    ("4:1", "1K"): "2048x512",
    ("1:8", "1K"): "384x3072",
    ("8:1", "1K"): "3072x384",
    ("2:3", "1K"): "848x1264",
    ("3:2", "1K"): "1264x848",
    ("3:4", "1K"): "896x1200",
    ("4:3", "1K"): "1200x896",
    ("4:5", "1K"): "928x1152",
    ("5:4", "1K"): "1152x928",
    ("9:16", "1K"): "768x1376",
    ("16:9", "1K"): "1376x768",
    ("21:9", "1K"): "1584x672",
}

#: the shared ones, the long ratios, and the tier 512; without 21:9 at 512
GEMINI_3_1_FLASH_PIXELS = {
    **GEMINI_3_PRO_PIXELS,
    ("1:1", "512"): "512x512",
    ("1:4", "512"): "256x1024",
    ("4:1", "512"): "1024x256",
    ("1:8", "512"): "192x1536",
    ("8:1", "512"): "1536x192",
    ("2:3", "512"): "424x632",
    ("3:2", "512"): "632x424",
    ("3:4", "512"): "448x600",
    ("4:3", "512"): "600x448",
    ("4:5", "512"): "464x576",
    ("5:4", "512"): "576x464",
    ("9:16", "512"): "384x688",
    ("16:9", "512"): "688x384",
    ("1:4", "1K"): "512x2048",
    ("4:1", "1K"): "2048x512",
    ("1:8", "1K"): "384x3072",
    ("8:1", "1K"): "3072x384",
    ("1:4", "2K"): "1024x4096",
    ("4:1", "2K"): "4096x1024",
    ("1:8", "2K"): "768x6144",
    ("8:1", "2K"): "6144x768",
    ("1:4", "4K"): "2048x8192",
    ("4:1", "4K"): "8192x2048",
    ("1:8", "4K"): "1536x12288",
    ("8:1", "4K"): "12288x1536",
}

_RATIO = "generationConfig.imageConfig.aspectRatio"
_TIER = "generationConfig.imageConfig.imageSize"
_RATIO_NOTE = "without a ratio it follows the input picture, else it is 1:1, so no default stands here"
_TIER_NOTE = (
    "without a ratio it follows the input picture, else it is 1:1, so no default stands here; the tier needs its "
    "upper-case K, and 512 is written without px"
)

_TEXT = TextPart(Field.prompt, {"text": TEXT}, Text(min_length=1))
_ADDRESS = Image("url", "id")  # gs:// and the Files API are ids
_INLINE = Part(Image("base64"), {"inlineData": {"mimeType": TYPE, "data": HOLE}})
_FILE = Part(_ADDRESS, {"fileData": {"mimeType": TYPE, "fileUri": HOLE}})
_PARTS = Content(
    "contents[0].parts",
    (_TEXT, _INLINE, _FILE),
    max=14,
    requires=(Field.prompt,),
    note="the addresses of the Files API and any public URL; those of Cloud Storage (gs://) are not said here",
)

GENERATE_CONTENT = Target(
    name="google/generateContent",
    method="POST",
    path="/v1beta/models/{model}:generateContent",
    docs=_GEMINI_DOCS,
    checked=_CHECKED,
    rows=(
        Model("path:model"),
        _PARTS,
        Native("contents[0].role", OneOf("user"), source=_SDK),
        Native(
            "generationConfig.responseModalities",
            ListOf(OneOf("TEXT", "IMAGE"), min=1),
            note='["IMAGE"] for pictures without text',
        ),
        RatioTier(
            _RATIO,
            GEMINI_3_1_RATIOS,
            _TIER,
            ("512", "1K", "2K", "4K"),
            note="the longest lists; the model decides which of them it takes",
        ),
        Param("generationConfig.seed", Field.seed, Int(), note="best effort; no range is stated", source=_SDK),
        Native("generationConfig.temperature", Num(), note="no range is stated here", source=_SDK),
        Native(
            "safetySettings",
            ListOf(Record({"category": Text(), "threshold": Text()}, open=True)),
            source=_SDK,
        ),
        Fixed(
            Field.n,
            1,
            note="no wire counts pictures, and the prompt may bring more or fewer",
            source="OpenRouter's endpoint records of these models: n from 1 to 1",
        ),
    ),
    note="no width, height or negative prompt",
)

GEMINI_2_5_FLASH_IMAGE = GENERATE_CONTENT.but(
    Content("contents[0].parts", (_TEXT, _INLINE, _FILE), max=3, requires=(Field.prompt,)),
    RatioTier(_RATIO, GEMINI_RATIOS, pixels=GEMINI_2_5_FLASH_PIXELS, note=_RATIO_NOTE),
    name="google/gemini-2.5-flash-image",
    model="gemini-2.5-flash-image",
    path="/v1beta/models/gemini-2.5-flash-image:generateContent",
    without=("path:model",),
    status="retired",
    retired="2026-10-02",
    note="the date is the earliest that Google listed; takes no imageSize",
)

GEMINI_3_PRO_IMAGE = GENERATE_CONTENT.but(
    RatioTier(
        _RATIO,
        GEMINI_RATIOS,
        _TIER,
        ("1K", "2K", "4K"),
        pixels=GEMINI_3_PRO_PIXELS,
        default={_TIER: "1K"},
        note=_TIER_NOTE,
    ),
    name="google/gemini-3-pro-image",
    model="gemini-3-pro-image",
    aliases=("gemini-3-pro-image-preview",),
    path="/v1beta/models/gemini-3-pro-image:generateContent",
    without=("path:model",),
    note="of the 14 references 6 objects, 5 characters and 3 styles are held to",
)

GEMINI_3_1_FLASH_IMAGE = GENERATE_CONTENT.but(
    RatioTier(
        _RATIO,
        GEMINI_3_1_RATIOS,
        _TIER,
        ("512", "1K", "2K", "4K"),
        pixels=GEMINI_3_1_FLASH_PIXELS,
        default={_TIER: "1K"},
        note=_TIER_NOTE,
        disputed="21:9 at 512 is listed as 792x168, which looks like a slip, so no pixels stand there",
    ),
    name="google/gemini-3.1-flash-image",
    model="gemini-3.1-flash-image",
    aliases=("gemini-3.1-flash-image-preview",),
    path="/v1beta/models/gemini-3.1-flash-image:generateContent",
    without=("path:model",),
    note="10 objects and 4 characters as references; the preview id was seen in third-party lists only",
)

GEMINI_3_1_FLASH_LITE_IMAGE = GENERATE_CONTENT.but(
    RatioTier(
        _RATIO,
        GEMINI_3_1_RATIOS,
        _TIER,
        ("1K",),
        pixels=GEMINI_3_1_FLASH_LITE_PIXELS,
        default={_TIER: "1K"},
        note=_TIER_NOTE,
        disputed="1K only in Google's table; a third party has 512 too",
    ),
    name="google/gemini-3.1-flash-lite-image",
    model="gemini-3.1-flash-lite-image",
    path="/v1beta/models/gemini-3.1-flash-lite-image:generateContent",
    without=("path:model",),
    note="",
)

GEMINI_NANO_BANANA_2_1 = GENERATE_CONTENT.but(
    RatioTier(
        _RATIO,
        GEMINI_3_1_RATIOS,
        _TIER,
        ("1K", "2K", "4K"),
        default={_TIER: "1K"},
        note="512 is refused with HTTP 400; the pixels were not seen for this model; the ratio as in the others",
    ),
    name="google/gemini-nano-banana-2.1",
    model="gemini-nano-banana-2.1",
    path="/v1beta/models/gemini-nano-banana-2.1:generateContent",
    without=("path:model",),
    note="",
)

# ---- Gemini at Vertex: the same body, and what the Gemini API refuses

_MIME_TYPE = "generationConfig.imageConfig.imageOutputOptions.mimeType"
_COMPRESSION = "generationConfig.imageConfig.imageOutputOptions.compressionQuality"
_VERTEX_ONLY = (
    Native("generationConfig.imageConfig.personGeneration", OneOf("ALLOW_ALL", "ALLOW_ADULT", "ALLOW_NONE")),
    Native("generationConfig.imageConfig.prominentPeople", Text(), note="personGeneration goes before it", source=_SDK),
    Param(
        _MIME_TYPE,
        Field.output_format,
        Words({"png": "image/png", "jpeg": "image/jpeg"}, open=True),
        note="the list is not published with the wire; these two are Imagen's",
        source=_SDK,
    ),
    Param(_COMPRESSION, Field.output_compression, Int(), note="for jpeg; no range is stated here"),
)
_JPEG_ONLY = (
    Rule(
        when={_MIME_TYPE: OneOf("image/png")},
        then={_COMPRESSION: ABSENT},
        why="compression is for jpeg",
        effect="ignored",
        source=_SDK,
    ),
)

VERTEX_GENERATE_CONTENT = GENERATE_CONTENT.but(
    *_VERTEX_ONLY,
    name="google/vertex/generateContent",
    path="/v1/projects/{project}/locations/{location}/publishers/google/models/{model}:generateContent",
    docs=_VERTEX_DOCS,
    rules=_JPEG_ONLY,
)

VERTEX_GEMINI_2_5_FLASH_IMAGE = GEMINI_2_5_FLASH_IMAGE.but(
    Content(
        "contents[0].parts",
        (_TEXT, _INLINE, _FILE),
        max=10,
        requires=(Field.prompt,),
        note="10 pictures at Vertex, by its page of the model; 3 at the Gemini API",
    ),
    *_VERTEX_ONLY,
    name="google/vertex/gemini-2.5-flash-image",
    path="/v1/projects/{project}/locations/{location}/publishers/google/models/gemini-2.5-flash-image:generateContent",
    docs=_VERTEX_DOCS,
    rules=_JPEG_ONLY,
    note="the date is the Gemini API's",
)

VERTEX_GEMINI_3_PRO_IMAGE = GEMINI_3_PRO_IMAGE.but(
    *_VERTEX_ONLY,
    name="google/vertex/gemini-3-pro-image",
    aliases=("gemini-3-pro-image-preview",),
    path="/v1/projects/{project}/locations/{location}/publishers/google/models/gemini-3-pro-image:generateContent",
    docs=_VERTEX_DOCS,
    rules=_JPEG_ONLY,
)

VERTEX_GEMINI_3_1_FLASH_IMAGE = GEMINI_3_1_FLASH_IMAGE.but(
    *_VERTEX_ONLY,
    name="google/vertex/gemini-3.1-flash-image",
    path="/v1/projects/{project}/locations/{location}/publishers/google/models/gemini-3.1-flash-image:generateContent",
    docs=_VERTEX_DOCS,
    rules=_JPEG_ONLY,
)

VERTEX_GEMINI_3_1_FLASH_LITE_IMAGE = GEMINI_3_1_FLASH_LITE_IMAGE.but(
    *_VERTEX_ONLY,
    name="google/vertex/gemini-3.1-flash-lite-image",
    path="/v1/projects/{project}/locations/{location}/publishers/google/models/gemini-3.1-flash-lite-image"
    ":generateContent",
    docs=_VERTEX_DOCS,
    rules=_JPEG_ONLY,
)

VERTEX_GEMINI_NANO_BANANA_2_1 = GEMINI_NANO_BANANA_2_1.but(
    *_VERTEX_ONLY,
    name="google/vertex/gemini-nano-banana-2.1",
    path="/v1/projects/{project}/locations/{location}/publishers/google/models/gemini-nano-banana-2.1:generateContent",
    docs=_VERTEX_DOCS,
    rules=_JPEG_ONLY,
)

# ---- Gemini by the Interactions API

INTERACTIONS = Target(
    name="google/interactions",
    method="POST",
    path="/v1beta/interactions",
    docs=_INTERACTIONS_DOCS,
    checked=_CHECKED,
    rows=(
        Model("model"),
        Content(
            "input",
            (
                TextPart(Field.prompt, {"type": "text", "text": TEXT}, Text(min_length=1)),
                Part(Image("base64"), {"type": "image", "mime_type": TYPE, "data": HOLE}),
                Part(_ADDRESS, {"type": "image", "mime_type": TYPE, "uri": HOLE}),
            ),
            requires=(Field.prompt,),
            bare=Field.prompt,
            source=_SDK,
        ),
        Const("response_format.type", "image", source=_SDK),
        RatioTier(
            "response_format.aspect_ratio",
            GEMINI_3_1_RATIOS,
            "response_format.image_size",
            ("512", "1K", "2K", "4K"),
            note="the SDK's lists; the model decides which of them it takes",
            source=_SDK,
        ),
        Param(
            "response_format.mime_type",
            Field.output_format,
            Words({"jpeg": "image/jpeg"}),
            note="the only word in the SDK",
            source=_SDK,
        ),
        Native("response_format.delivery", OneOf("inline", "uri"), source=_SDK),
        Fixed(
            Field.n,
            1,
            note="no wire counts pictures, and the prompt may bring more or fewer",
            source="OpenRouter's endpoint records of these models: n from 1 to 1",
        ),
    ),
)

# ---- Imagen

IMAGEN_RATIOS = ("1:1", "3:4", "4:3", "9:16", "16:9")

IMAGEN_1K_PIXELS = {
    "1:1": "1024x1024",
    "3:4": "896x1280",
    "4:3": "1280x896",
    "9:16": "768x1408",
    "16:9": "1408x768",
}

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

_IMAGEN_RATIO = "parameters.aspectRatio"
_IMAGEN_TIER = "parameters.sampleImageSize"
_IMAGEN_DEFAULT = {_IMAGEN_RATIO: "1:1", _IMAGEN_TIER: "1K"}
_ANY_CASE = ShapeWords(_IMAGEN_RATIO, IMAGEN_RATIOS, _IMAGEN_TIER, {"1K": "1k", "2K": "2k"}, read_only=True)
_IMAGEN_PASSED = "Google's announced date has passed; whether it still answers is not known"

IMAGEN_4_0_GENERATE_001 = Target(
    name="google/imagen-4.0-generate-001",
    model="imagen-4.0-generate-001",
    method="POST",
    path="/v1beta/models/imagen-4.0-generate-001:predict",
    docs=_IMAGEN_DOCS,
    checked=_CHECKED,
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
            (ShapeWords(_IMAGEN_RATIO, IMAGEN_RATIOS, _IMAGEN_TIER, ("1K", "2K")), _ANY_CASE),
            default=_IMAGEN_DEFAULT,
            note="the table of pixels was read for the ultra model only; the case of the tier is free",
        ),
        Native("parameters.personGeneration", OneOf("dont_allow", "allow_adult", "allow_all"), default="allow_adult"),
        Param(
            "parameters.outputOptions.mimeType",
            Field.output_format,
            Words({"jpeg": "image/jpeg"}),
            source="Google's Imagen notebook",
        ),
    ),
    status="deprecated",
    retired="2026-08-17",
    note=_IMAGEN_PASSED,
)

IMAGEN_4_0_FAST_GENERATE_001 = IMAGEN_4_0_GENERATE_001.but(
    RatioTier(
        _IMAGEN_RATIO,
        IMAGEN_RATIOS,
        pixels=IMAGEN_1K_PIXELS,
        default={_IMAGEN_RATIO: "1:1"},
        note="the pixels are from the page of its preview of June 2025",
    ),
    name="google/imagen-4.0-fast-generate-001",
    model="imagen-4.0-fast-generate-001",
    path="/v1beta/models/imagen-4.0-fast-generate-001:predict",
)

IMAGEN_4_0_ULTRA_GENERATE_001 = IMAGEN_4_0_GENERATE_001.but(
    Sizes(
        (
            ShapeWords(_IMAGEN_RATIO, IMAGEN_RATIOS, _IMAGEN_TIER, ("1K", "2K"), pixels=IMAGEN_PIXELS),
            _ANY_CASE,
        ),
        default=_IMAGEN_DEFAULT,
        note="the case of the tier is free",
    ),
    name="google/imagen-4.0-ultra-generate-001",
    model="imagen-4.0-ultra-generate-001",
    path="/v1beta/models/imagen-4.0-ultra-generate-001:predict",
)

# ---- Imagen at Vertex

_IMAGEN_OUTPUT = (
    Param(
        "parameters.outputOptions.mimeType",
        Field.output_format,
        Words({"png": "image/png", "jpeg": "image/jpeg"}),
    ),
    Param("parameters.outputOptions.compressionQuality", Field.output_compression, Int(0, 100), note="for jpeg"),
)
_IMAGEN_VERTEX_ONLY = (
    Param("parameters.seed", Field.seed, Int(), note="the range is not confirmed"),
    Native("parameters.addWatermark", Flag(), default=True, note="a mark that is not seen"),
    Param(
        "parameters.negativePrompt", Field.negative_prompt, Text(), note="legacy; the model's page says if it counts"
    ),
    Native("parameters.enhancePrompt", Flag(), note="rewrites the prompt"),
    Native(
        "parameters.language",
        OneOf("auto", "en", "zh", "zh-CN", "zh-TW", "hi", "ja", "ko", "pt", "es"),
        note="of the prompt",
        source=_SDK,
    ),
    Param("parameters.guidanceScale", Field.guidance, Num(), note="no range is stated", source=_SDK),
    Native("parameters.safetySetting", Text(), source=_SDK),
    Native("parameters.includeRaiReason", Flag(), source=_SDK),
    Native("parameters.includeSafetyAttributes", Flag(), source=_SDK),
    Native("parameters.storageUri", Text(), note="where the pictures go in Cloud Storage", source=_SDK),
    *_IMAGEN_OUTPUT,
)
_IMAGEN_VERTEX_RULES = (
    Rule(
        when={"parameters.seed": PRESENT},
        then={"parameters.addWatermark": OneOf(False)},
        why="a seed needs addWatermark false",
    ),
    Rule(
        when={"parameters.outputOptions.mimeType": OneOf("image/png")},
        then={"parameters.outputOptions.compressionQuality": ABSENT},
        why="compression is for jpeg",
        effect="ignored",
    ),
)

VERTEX_IMAGEN_4_0_GENERATE_001 = IMAGEN_4_0_GENERATE_001.but(
    *_IMAGEN_VERTEX_ONLY,
    name="google/vertex/imagen-4.0-generate-001",
    path="/v1/projects/{project}/locations/{location}/publishers/google/models/imagen-4.0-generate-001:predict",
    docs=_IMAGEN_VERTEX_DOCS,
    rules=_IMAGEN_VERTEX_RULES,
    retired="2026-06-30",
)

VERTEX_IMAGEN_4_0_FAST_GENERATE_001 = IMAGEN_4_0_FAST_GENERATE_001.but(
    *_IMAGEN_VERTEX_ONLY,
    name="google/vertex/imagen-4.0-fast-generate-001",
    path="/v1/projects/{project}/locations/{location}/publishers/google/models/imagen-4.0-fast-generate-001:predict",
    docs=_IMAGEN_VERTEX_DOCS,
    rules=_IMAGEN_VERTEX_RULES,
    retired="2026-06-30",
)

VERTEX_IMAGEN_4_0_ULTRA_GENERATE_001 = IMAGEN_4_0_ULTRA_GENERATE_001.but(
    *_IMAGEN_VERTEX_ONLY,
    name="google/vertex/imagen-4.0-ultra-generate-001",
    path="/v1/projects/{project}/locations/{location}/publishers/google/models/imagen-4.0-ultra-generate-001:predict",
    docs=_IMAGEN_VERTEX_DOCS,
    rules=_IMAGEN_VERTEX_RULES,
    retired="2026-06-30",
)

VERTEX_IMAGEN_3_0_GENERATE_002 = VERTEX_IMAGEN_4_0_GENERATE_001.but(
    RatioTier(
        _IMAGEN_RATIO,
        IMAGEN_RATIOS,
        default={_IMAGEN_RATIO: "1:1"},
        note="its pixels were not read; those of imagen-3.0-capability-001 are the same five sizes as Imagen 4's 1K",
    ),
    name="google/vertex/imagen-3.0-generate-002",
    model="imagen-3.0-generate-002",
    path="/v1/projects/{project}/locations/{location}/publishers/google/models/imagen-3.0-generate-002:predict",
)
VERTEX_IMAGEN_3_0_GENERATE_001 = VERTEX_IMAGEN_3_0_GENERATE_002.but(
    name="google/vertex/imagen-3.0-generate-001",
    model="imagen-3.0-generate-001",
    path="/v1/projects/{project}/locations/{location}/publishers/google/models/imagen-3.0-generate-001:predict",
)
VERTEX_IMAGEN_3_0_FAST_GENERATE_001 = VERTEX_IMAGEN_3_0_GENERATE_002.but(
    name="google/vertex/imagen-3.0-fast-generate-001",
    model="imagen-3.0-fast-generate-001",
    path="/v1/projects/{project}/locations/{location}/publishers/google/models/imagen-3.0-fast-generate-001:predict",
)

VERTEX_IMAGEN_3_0_CAPABILITY_001_EDIT = VERTEX_IMAGEN_3_0_GENERATE_002.but(
    RatioTier(_IMAGEN_RATIO, IMAGEN_RATIOS, pixels=IMAGEN_1K_PIXELS, note="no default is stated for edits"),
    Slots(
        "instances[0].referenceImages[0]",
        part=(
            Part(
                Image("base64"),
                {
                    "referenceType": "REFERENCE_TYPE_RAW",
                    "referenceId": 1,
                    "referenceImage": {"bytesBase64Encoded": HOLE, "mimeType": TYPE},
                },
            ),
            Part(
                Image("id"),
                {
                    "referenceType": "REFERENCE_TYPE_RAW",
                    "referenceId": 1,
                    "referenceImage": {"gcsUri": HOLE, "mimeType": TYPE},
                },
            ),
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
        note="as large as the picture; what is not zero is edited",
        source=_SDK,
    ),
    Native(
        "parameters.editMode",
        OneOf(
            "EDIT_MODE_DEFAULT",
            "EDIT_MODE_INPAINT_REMOVAL",
            "EDIT_MODE_INPAINT_INSERTION",
            "EDIT_MODE_OUTPAINT",
            "EDIT_MODE_CONTROLLED_EDITING",
            "EDIT_MODE_STYLE",
            "EDIT_MODE_BGSWAP",
            "EDIT_MODE_PRODUCT_IMAGE",
        ),
        source=_SDK,
    ),
    Param("parameters.editConfig.baseSteps", Field.steps, Int(), note="no range is stated here", source=_SDK),
    name="google/vertex/imagen-3.0-capability-001:edit",
    model="imagen-3.0-capability-001",
    path="/v1/projects/{project}/locations/{location}/publishers/google/models/imagen-3.0-capability-001:predict",
    docs=_EDIT_DOCS,
    without=("parameters.enhancePrompt",),
    note="one picture and one mask; the model takes more kinds of references, which are not said here",
)

TARGETS: tuple[Target, ...] = (
    GENERATE_CONTENT,
    GEMINI_2_5_FLASH_IMAGE,
    GEMINI_3_PRO_IMAGE,
    GEMINI_3_1_FLASH_IMAGE,
    GEMINI_3_1_FLASH_LITE_IMAGE,
    GEMINI_NANO_BANANA_2_1,
    VERTEX_GENERATE_CONTENT,
    VERTEX_GEMINI_2_5_FLASH_IMAGE,
    VERTEX_GEMINI_3_PRO_IMAGE,
    VERTEX_GEMINI_3_1_FLASH_IMAGE,
    VERTEX_GEMINI_3_1_FLASH_LITE_IMAGE,
    VERTEX_GEMINI_NANO_BANANA_2_1,
    INTERACTIONS,
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
ENVELOPE: Target | None = GENERATE_CONTENT
