"""Amazon Bedrock, InvokeModel: Nova Canvas, Titan Image Generator, and Stability's models as Bedrock serves them.

Each `taskType` of Nova Canvas and Titan has a body of its own, so each is a target: variations, inpainting and
outpainting are operations, the other tasks are named after the task.

Sources: Amazon's own Nova Canvas server (awslabs/mcp at c2c6c963); a digest of the Nova Canvas reference, which says
2026-07-09; the vendor's pages on images, masks and virtual try-on for Nova Canvas; typed clients of the gateway
stdapi.ai, for the words of virtual try-on and the masks of Titan; Amazon's Swift library of 2025, for Titan's ranges
and sizes; the vendor's pages on Titan, its model card and those on Stability's three models;
kalleeh/bedrock-image-mcp-server, 2025-12-11 and 0.5.0 of 2026, for Stability's; LiteLLM 1.110.2 for the end dates.

Unknown fields: refused, "extraneous key [x] is not permitted" (met with models of text, 2026-07-31; Core and Ultra too
answer a ValidationException).

Open: lengths of a mask prompt; whether the two texts of Nova Canvas share their 1024 characters (a service card of 2025
says so, the reference does not); what Titan's sizes mean beside an input image; when Titan v1 ended; further fields of
Core and Ultra. Limits of input images are not in the table: PNG or JPEG, 8-bit RGB, no transparent pixels, and for Nova
Canvas sides of 320 to 4096. Left out: the thirteen image services of Stability.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    PRESENT,
    Between,
    Const,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Mask,
    Native,
    Not,
    Num,
    OneOf,
    Param,
    Pictures,
    Quality,
    RatioTier,
    Rule,
    Slots,
    Target,
    Text,
    WidthHeight,
)

_CHECKED = "2026-11-29"
_NOVA_DOCS = "https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html"
_NOVA_MASKS = "https://docs.aws.amazon.com/nova/latest/userguide/image-gen-access.html"
_TRY_ON = "https://docs.aws.amazon.com/nova/latest/userguide/image-gen-vto.html"
_TITAN_DOCS = "https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html"
_SD3_5_DOCS = "https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html"
_CORE_DOCS = (
    "https://docs.aws.amazon.com/bedrock/latest/userguide/"
    "model-parameters-diffusion-stable-image-core-text-image-request-response.html"
)
_ULTRA_DOCS = (
    "https://docs.aws.amazon.com/bedrock/latest/userguide/"
    "model-parameters-diffusion-stable-ultra-text-image-request-response.html"
)

_STYLES = (
    *("3D_ANIMATED_FAMILY_FILM", "DESIGN_SKETCH", "FLAT_VECTOR_ILLUSTRATION", "GRAPHIC_NOVEL_ILLUSTRATION"),
    *("MAXIMALISM", "MIDCENTURY_RETRO", "PHOTOREALISM", "SOFT_DIGITAL_PAINTING"),
)
_GARMENTS = (
    *("UPPER_BODY", "LOWER_BODY", "FULL_BODY", "FOOTWEAR", "LONG_SLEEVE_SHIRT", "SHORT_SLEEVE_SHIRT"),
    *("NO_SLEEVE_SHIRT", "OTHER_UPPER_BODY", "LONG_PANTS", "SHORT_PANTS", "OTHER_LOWER_BODY", "LONG_DRESS"),
    *("SHORT_DRESS", "FULL_BODY_OUTFIT", "OTHER_FULL_BODY", "SHOES", "BOOTS", "OTHER_FOOTWEAR"),
)
_TITAN_SIZES = (
    *("1024x1024", "768x768", "512x512", "768x1152", "384x576", "1152x768", "576x384", "768x1280", "384x640"),
    *("1280x768", "640x384", "896x1152", "448x576", "1152x896", "576x448", "768x1408", "384x704", "1408x768"),
    *("704x384", "640x1408", "320x704", "1408x640", "704x320", "1152x640", "1173x640"),
)
_STABILITY_RATIOS = ("16:9", "1:1", "21:9", "2:3", "3:2", "4:5", "5:4", "9:16", "9:21")

_NOVA_TEXT = Text(min_length=1, max_length=1024)
_TITAN_TEXT = Text(min_length=1, max_length=512)
_COLOURS = ListOf(Text(pattern="#[0-9A-Fa-f]{6}"), min=1, max=10)
_SIMILARITY = Num(0.2, 1.0, flip=True)
_AREA = "exactly 4194304 pixels are refused by Amazon's own code; the vendor's pages disagree"
_ONE_MASK = "exactly one of maskPrompt and maskImage"

_PREMIUM = Param(
    "imageGenerationConfig.quality", Field.quality, Quality(medium="standard", high="premium"), default="standard"
)
_COUNT = Param("imageGenerationConfig.numberOfImages", Field.n, Int(1, 5, round_down=True), default=1)
_MAX_SEED = 2147483646
_WIDTH, _HEIGHT = "imageGenerationConfig.width", "imageGenerationConfig.height"

# ---- Nova Canvas

_NOVA_CONFIG = (
    _PREMIUM,
    Param("imageGenerationConfig.cfgScale", Field.guidance, Num(1.1, 10), default=6.5),
    Param(
        "imageGenerationConfig.seed",
        Field.seed,
        Int(0, _MAX_SEED),
        default=12,
        disputed="older Amazon code and samples: at most 858993459",
    ),
    _COUNT,
)
_NOVA_SIZE = WidthHeight(
    _WIDTH,
    _HEIGHT,
    Grid(Int(320, 4096, multiple_of=16), area=(1, 4194304), ratio=("1:4", "4:1")),
    default=(1024, 1024),
    disputed=_AREA,
)
_NOVA_AREA = (
    Rule(  # the sizes of exactly 4194304 pixels
        (
            {_WIDTH: OneOf(1024), _HEIGHT: OneOf(4096)},
            {_WIDTH: OneOf(2048), _HEIGHT: OneOf(2048)},
            {_WIDTH: OneOf(4096), _HEIGHT: OneOf(1024)},
        ),
        {_HEIGHT: Not(OneOf(1024, 2048, 4096))},
        _AREA,
        effect="disputed",
    ),
)

_NOVA = Target(
    name="bedrock/amazon.nova-canvas-v1:0",
    model="amazon.nova-canvas-v1:0",
    method="POST",
    path="/model/{model}/invoke",
    docs=_NOVA_DOCS,
    checked=_CHECKED,
    status="retired",
    retired="2026-09-30",
    unknown="refused",
    rows=(),
)

NOVA_CANVAS_VARIATION = _NOVA.but(
    Const("taskType", "IMAGE_VARIATION"),
    Pictures("imageVariationParams.images", (Image("base64"),), min=1, max=5, required=True),
    Param(
        "imageVariationParams.similarityStrength",
        Field.strength,
        _SIMILARITY,
        note="how much is kept; no default is stated",
    ),
    Param(
        "imageVariationParams.text",
        Field.prompt,
        _NOVA_TEXT,
        disputed="optional in the overview, required in the reference",
    ),
    Param("imageVariationParams.negativeText", Field.negative_prompt, _NOVA_TEXT),
    _NOVA_SIZE,
    *_NOVA_CONFIG,
    name="bedrock/amazon.nova-canvas-v1:0:variation",
    rules=_NOVA_AREA,
)

NOVA_CANVAS_INPAINT = _NOVA.but(
    Const("taskType", "INPAINTING"),
    Slots("inPaintingParams.image", part=Image("base64"), required=True),
    Native("inPaintingParams.maskPrompt", Text(min_length=1), note="names the area in words"),
    Param(
        "inPaintingParams.maskImage",
        Field.mask,
        Image("base64", edits="black"),
        note="pure black and white only",
        source=_NOVA_MASKS,
    ),
    Param(
        "inPaintingParams.text",
        Field.prompt,
        _NOVA_TEXT,
        disputed="called required, yet the same page says that without it the masked object is removed",
    ),
    Param("inPaintingParams.negativeText", Field.negative_prompt, _NOVA_TEXT),
    *_NOVA_CONFIG,
    name="bedrock/amazon.nova-canvas-v1:0:inpaint",
    rules=(Between(("inPaintingParams.maskImage", "inPaintingParams.maskPrompt"), 1, 1, _ONE_MASK),),
    note="takes no width or height: the output follows the input",
)

NOVA_CANVAS_OUTPAINT = _NOVA.but(
    Const("taskType", "OUTPAINTING"),
    Slots("outPaintingParams.image", part=Image("base64"), required=True),
    Native("outPaintingParams.maskPrompt", Text(min_length=1), note="names what stays"),
    Param(
        "outPaintingParams.maskImage",
        Field.mask,
        Image("base64", edits="white"),
        note="pure black and white only",
        source=_NOVA_MASKS,
        disputed="elsewhere the vendor swaps black and white",
    ),
    Native("outPaintingParams.outPaintingMode", OneOf("DEFAULT", "PRECISE"), note="PRECISE keeps to the edge"),
    Param("outPaintingParams.text", Field.prompt, _NOVA_TEXT, disputed="a gateway's client requires it"),
    Param("outPaintingParams.negativeText", Field.negative_prompt, _NOVA_TEXT),
    *_NOVA_CONFIG,
    name="bedrock/amazon.nova-canvas-v1:0:outpaint",
    rules=(Between(("outPaintingParams.maskImage", "outPaintingParams.maskPrompt"), 1, 1, _ONE_MASK),),
    note="takes no width or height: the output follows the input",
)

NOVA_CANVAS = _NOVA.but(
    Const("taskType", "TEXT_IMAGE"),
    Param("textToImageParams.text", Field.prompt, _NOVA_TEXT, required=True),
    Param("textToImageParams.negativeText", Field.negative_prompt, _NOVA_TEXT),
    Native("textToImageParams.style", OneOf(*_STYLES)),
    Native("textToImageParams.conditionImage", Image("base64"), note="its layout and composition are followed"),
    Native("textToImageParams.controlMode", OneOf("CANNY_EDGE", "SEGMENTATION"), default="CANNY_EDGE"),
    Native("textToImageParams.controlStrength", Num(0, 1), default=0.7),
    _NOVA_SIZE,
    *_NOVA_CONFIG,
    rules=_NOVA_AREA,
    operations={"variation": NOVA_CANVAS_VARIATION, "inpaint": NOVA_CANVAS_INPAINT, "outpaint": NOVA_CANVAS_OUTPAINT},
)

NOVA_CANVAS_COLOR_GUIDED_GENERATION = _NOVA.but(
    Const("taskType", "COLOR_GUIDED_GENERATION"),
    Native("colorGuidedGenerationParams.colors", _COLOURS, required=True),
    Slots("colorGuidedGenerationParams.referenceImage", part=Image("base64"), note="adds its own colours to the list"),
    Param("colorGuidedGenerationParams.text", Field.prompt, _NOVA_TEXT, required=True),
    Param("colorGuidedGenerationParams.negativeText", Field.negative_prompt, _NOVA_TEXT),
    _NOVA_SIZE,
    *_NOVA_CONFIG,
    name="bedrock/amazon.nova-canvas-v1:0/COLOR_GUIDED_GENERATION",
    rules=_NOVA_AREA,
)

_MASK_TYPE = "virtualTryOnParams.maskType"
_MASK_IMAGE = "virtualTryOnParams.imageBasedMask.maskImage"
_GARMENT = "virtualTryOnParams.garmentBasedMask.garmentClass"
_MASK_PROMPT = "virtualTryOnParams.promptBasedMask.maskPrompt"

NOVA_CANVAS_VIRTUAL_TRY_ON = _NOVA.but(
    Const("taskType", "VIRTUAL_TRY_ON"),
    Slots("virtualTryOnParams.sourceImage", part=Image("base64"), required=True, note="the first reference"),
    Slots("virtualTryOnParams.referenceImage", part=Image("base64"), required=True, note="the second reference"),
    Mask(_MASK_IMAGE, Image("base64"), _MASK_TYPE, {"black": "IMAGE"}, more=("GARMENT", "PROMPT")),
    Native("virtualTryOnParams.garmentBasedMask.maskShape", OneOf("CONTOUR", "BOUNDING_BOX", "DEFAULT")),
    Native(_GARMENT, OneOf(*_GARMENTS)),
    Native("virtualTryOnParams.garmentBasedMask.garmentStyling.longSleeveStyle", OneOf("SLEEVE_DOWN", "SLEEVE_UP")),
    Native("virtualTryOnParams.garmentBasedMask.garmentStyling.tuckingStyle", OneOf("UNTUCKED", "TUCKED")),
    Native("virtualTryOnParams.garmentBasedMask.garmentStyling.outerLayerStyle", OneOf("CLOSED", "OPEN")),
    Native("virtualTryOnParams.promptBasedMask.maskShape", OneOf("BOUNDING_BOX", "CONTOUR", "DEFAULT")),
    Native(_MASK_PROMPT, Text(min_length=1)),
    Native("virtualTryOnParams.maskExclusions.preserveBodyPose", OneOf("ON", "OFF", "DEFAULT")),
    Native("virtualTryOnParams.maskExclusions.preserveHands", OneOf("ON", "OFF", "DEFAULT")),
    Native("virtualTryOnParams.maskExclusions.preserveFace", OneOf("OFF", "ON", "DEFAULT")),
    Native("virtualTryOnParams.mergeStyle", OneOf("BALANCED", "SEAMLESS", "DETAILED")),
    Native("virtualTryOnParams.returnMask", Flag()),
    *_NOVA_CONFIG,
    name="bedrock/amazon.nova-canvas-v1:0/VIRTUAL_TRY_ON",
    docs=_TRY_ON,
    rules=(
        Rule(
            {_MASK_TYPE: OneOf("IMAGE")},
            {_GARMENT: ABSENT, _MASK_PROMPT: ABSENT},
            "maskType selects one of the three masks; it is IMAGE",
        ),
        Rule(
            {_MASK_TYPE: OneOf("GARMENT")},
            {_MASK_IMAGE: ABSENT, _MASK_PROMPT: ABSENT},
            "maskType selects one of the three masks; it is GARMENT",
        ),
        Rule(
            {_MASK_TYPE: OneOf("PROMPT")},
            {_MASK_IMAGE: ABSENT, _GARMENT: ABSENT},
            "maskType selects one of the three masks; it is PROMPT",
        ),
        Between((_MASK_TYPE,), 1, 1, "maskType is required"),
        Rule({_GARMENT: ABSENT}, {_MASK_TYPE: Not(OneOf("GARMENT"))}, "maskType GARMENT needs garmentClass"),
        Rule({_MASK_PROMPT: ABSENT}, {_MASK_TYPE: Not(OneOf("PROMPT"))}, "maskType PROMPT needs maskPrompt"),
        Rule({_MASK_IMAGE: ABSENT}, {_MASK_TYPE: Not(OneOf("IMAGE"))}, "maskType IMAGE needs maskImage"),
        Between(
            (_MASK_IMAGE, _GARMENT, _MASK_PROMPT), 1, 1, "exactly one mask: an image, a class of garment, or a prompt"
        ),
    ),
    note="takes no text, width or height: the output follows the input",
)

NOVA_CANVAS_BACKGROUND_REMOVAL = _NOVA.but(
    Const("taskType", "BACKGROUND_REMOVAL"),
    Slots("backgroundRemovalParams.image", part=Image("base64"), required=True),
    Fixed(Field.n, 1),
    Fixed(Field.output_format, "png"),
    Fixed(Field.background, "transparent"),
    name="bedrock/amazon.nova-canvas-v1:0/BACKGROUND_REMOVAL",
    note="takes no imageGenerationConfig",
)

# ---- Titan Image Generator G1

_TITAN_CONFIG = (
    WidthHeight(_WIDTH, _HEIGHT, _TITAN_SIZES, default=(1024, 1024)),
    _COUNT,
    Param("imageGenerationConfig.cfgScale", Field.guidance, Num(1.1, 10), default=8.0),
    Param("imageGenerationConfig.seed", Field.seed, Int(0, _MAX_SEED), default=42),
    _PREMIUM,
)

_TITAN_V2 = _NOVA.but(model="amazon.titan-image-generator-v2:0", docs=_TITAN_DOCS, retired="2026-06-30")

TITAN_V2_VARIATION = _TITAN_V2.but(
    Const("taskType", "IMAGE_VARIATION"),
    Param("imageVariationParams.text", Field.prompt, _TITAN_TEXT),
    Param("imageVariationParams.negativeText", Field.negative_prompt, _TITAN_TEXT),
    Pictures("imageVariationParams.images", (Image("base64"),), min=1, max=5, required=True),
    Param("imageVariationParams.similarityStrength", Field.strength, _SIMILARITY, default=0.7, note="how much is kept"),
    *_TITAN_CONFIG,
    name="bedrock/amazon.titan-image-generator-v2:0:variation",
)
TITAN_V2_INPAINT = _TITAN_V2.but(
    Const("taskType", "INPAINTING"),
    Param("inPaintingParams.text", Field.prompt, _TITAN_TEXT),
    Param("inPaintingParams.negativeText", Field.negative_prompt, _TITAN_TEXT),
    Slots("inPaintingParams.image", part=Image("base64"), required=True),
    Native("inPaintingParams.maskPrompt", Text(min_length=1), note="names the area in words"),
    Param(
        "inPaintingParams.maskImage",
        Field.mask,
        Image("base64", edits="black"),
        note="the area's colour is from a gateway's client (stdapi.ai); the vendor's page was not available",
    ),
    *_TITAN_CONFIG,
    name="bedrock/amazon.titan-image-generator-v2:0:inpaint",
    rules=(Between(("inPaintingParams.maskImage", "inPaintingParams.maskPrompt"), 1, 1, _ONE_MASK),),
)
TITAN_V2_OUTPAINT = _TITAN_V2.but(
    Const("taskType", "OUTPAINTING"),
    Param("outPaintingParams.text", Field.prompt, _TITAN_TEXT, required=True),
    Param("outPaintingParams.negativeText", Field.negative_prompt, _TITAN_TEXT),
    Slots("outPaintingParams.image", part=Image("base64"), required=True),
    Native("outPaintingParams.maskPrompt", Text(min_length=1), note="names what stays"),
    Param(
        "outPaintingParams.maskImage",
        Field.mask,
        Image("base64", edits="white"),
        note="the area's colour is from a gateway's client (stdapi.ai); the vendor's page was not available",
    ),
    Native("outPaintingParams.outPaintingMode", OneOf("DEFAULT", "PRECISE")),
    *_TITAN_CONFIG,
    name="bedrock/amazon.titan-image-generator-v2:0:outpaint",
    rules=(Between(("outPaintingParams.maskImage", "outPaintingParams.maskPrompt"), 1, 1, _ONE_MASK),),
)
TITAN_V2 = _TITAN_V2.but(
    Const("taskType", "TEXT_IMAGE"),
    Param("textToImageParams.text", Field.prompt, _TITAN_TEXT, required=True),
    Param("textToImageParams.negativeText", Field.negative_prompt, _TITAN_TEXT),
    Native("textToImageParams.conditionImage", Image("base64"), note="its layout and composition are followed"),
    Native("textToImageParams.controlMode", OneOf("CANNY_EDGE", "SEGMENTATION")),
    Native("textToImageParams.controlStrength", Num(0, 1), default=0.7),
    *_TITAN_CONFIG,
    operations={"variation": TITAN_V2_VARIATION, "inpaint": TITAN_V2_INPAINT, "outpaint": TITAN_V2_OUTPAINT},
)
TITAN_V2_COLOR_GUIDED_GENERATION = _TITAN_V2.but(
    Const("taskType", "COLOR_GUIDED_GENERATION"),
    Param("colorGuidedGenerationParams.text", Field.prompt, _TITAN_TEXT, required=True),
    Param("colorGuidedGenerationParams.negativeText", Field.negative_prompt, _TITAN_TEXT),
    Slots("colorGuidedGenerationParams.referenceImage", part=Image("base64")),
    Native("colorGuidedGenerationParams.colors", _COLOURS, required=True),
    *_TITAN_CONFIG,
    name="bedrock/amazon.titan-image-generator-v2:0/COLOR_GUIDED_GENERATION",
)
TITAN_V2_BACKGROUND_REMOVAL = NOVA_CANVAS_BACKGROUND_REMOVAL.but(
    name="bedrock/amazon.titan-image-generator-v2:0/BACKGROUND_REMOVAL",
    model="amazon.titan-image-generator-v2:0",
    docs=_TITAN_DOCS,
    retired="2026-06-30",
)

TITAN_V1_VARIATION = TITAN_V2_VARIATION.but(model="amazon.titan-image-generator-v1", retired="")
TITAN_V1_INPAINT = TITAN_V2_INPAINT.but(model="amazon.titan-image-generator-v1", retired="")
TITAN_V1_OUTPAINT = TITAN_V2_OUTPAINT.but(model="amazon.titan-image-generator-v1", retired="")
TITAN_V1 = TITAN_V2.but(
    model="amazon.titan-image-generator-v1",
    retired="",
    without=("textToImageParams.conditionImage", "textToImageParams.controlMode", "textToImageParams.controlStrength"),
    operations={"variation": TITAN_V1_VARIATION, "inpaint": TITAN_V1_INPAINT, "outpaint": TITAN_V1_OUTPAINT},
)

# ---- Stability: the wires that all three have

_STABILITY_TEXT = Text(max_length=10000)
_STABILITY_SEED = Param(
    "seed", Field.seed, Int(0, 4294967294), unset=(0,), note="0, the default, means random, as at Stability"
)
_STABILITY_FORMAT = Param("output_format", Field.output_format, OneOf("png", "jpeg", "webp"), default="png")
_MODE = "the page has a mode and programs send it; another client met a ValidationException, and it can be left out"
_STABILITY_SIZE = RatioTier("aspect_ratio", _STABILITY_RATIOS, default={"aspect_ratio": "1:1"})

SD3_5_LARGE_EDIT = Target(
    name="bedrock/stability.sd3-5-large-v1:0:edit",
    model="stability.sd3-5-large-v1:0",
    method="POST",
    path="/model/{model}/invoke",
    docs=_SD3_5_DOCS,
    checked=_CHECKED,
    rows=(
        Param("prompt", Field.prompt, _STABILITY_TEXT, required=True),
        Const("mode", "image-to-image"),
        Slots("image", part=Image("base64"), required=True, note="each side at least 64 pixels"),
        Param(
            "strength", Field.strength, Num(0, 1), required=True, note="1 keeps nothing of the image, as at Stability"
        ),
        _STABILITY_SEED,
        _STABILITY_FORMAT,
        Param("negative_prompt", Field.negative_prompt, _STABILITY_TEXT),
        Fixed(Field.n, 1),
    ),
    unknown="refused",
    note="aspect_ratio is for text to image only",
)
SD3_5_LARGE = Target(
    name="bedrock/stability.sd3-5-large-v1:0",
    model="stability.sd3-5-large-v1:0",
    method="POST",
    path="/model/{model}/invoke",
    docs=_SD3_5_DOCS,
    checked=_CHECKED,
    rows=(
        Param("prompt", Field.prompt, _STABILITY_TEXT, required=True),
        _STABILITY_SIZE,
        Const("mode", "text-to-image", optional=True),
        _STABILITY_SEED,
        _STABILITY_FORMAT,
        Param("negative_prompt", Field.negative_prompt, _STABILITY_TEXT),
        Fixed(Field.n, 1),
        Fixed(Field.resolution, "1K", note="about one megapixel"),
    ),
    unknown="refused",
    operations={"edit": SD3_5_LARGE_EDIT},
)
STABLE_IMAGE_CORE = SD3_5_LARGE.but(
    Native("mode", OneOf("text-to-image")),
    model="stability.stable-image-core-v1:1",
    docs=_CORE_DOCS,
    domains={"output_format": OneOf("png", "jpeg")},
    without=("resolution",),
    rules=(Rule({"mode": PRESENT}, {"mode": ABSENT}, _MODE, effect="disputed"),),
    operations={},
    note="the page's list calls the text `text_prompts`, its example sends `prompt`",
)
STABLE_IMAGE_ULTRA = STABLE_IMAGE_CORE.but(model="stability.stable-image-ultra-v1:1", docs=_ULTRA_DOCS, note="")

TARGETS: tuple[Target, ...] = (
    NOVA_CANVAS,
    NOVA_CANVAS_VARIATION,
    NOVA_CANVAS_INPAINT,
    NOVA_CANVAS_OUTPAINT,
    NOVA_CANVAS_COLOR_GUIDED_GENERATION,
    NOVA_CANVAS_VIRTUAL_TRY_ON,
    NOVA_CANVAS_BACKGROUND_REMOVAL,
    TITAN_V2,
    TITAN_V2_VARIATION,
    TITAN_V2_INPAINT,
    TITAN_V2_OUTPAINT,
    TITAN_V2_COLOR_GUIDED_GENERATION,
    TITAN_V2_BACKGROUND_REMOVAL,
    TITAN_V1,
    TITAN_V1_VARIATION,
    TITAN_V1_INPAINT,
    TITAN_V1_OUTPAINT,
    SD3_5_LARGE,
    SD3_5_LARGE_EDIT,
    STABLE_IMAGE_CORE,
    STABLE_IMAGE_ULTRA,
)

ENVELOPE: Target | None = None
