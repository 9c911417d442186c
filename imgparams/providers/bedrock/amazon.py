"""Amazon's own models on Bedrock: Nova Canvas and Titan Image Generator; each task has a body of its own."""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
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
    Rule,
    Slots,
    Target,
    Text,
    WidthHeight,
)

HOST = "https://bedrock-runtime.{region}.amazonaws.com"
KEY = "Authorization: Bearer {key}"  # of an API key of Bedrock; any other call is signed
_CHECKED = "2026-11-29"
_NOVA_DOCS = "https://docs.aws.amazon.com/nova/latest/userguide/image-gen-req-resp-structure.html"
_NOVA_MASKS = "https://docs.aws.amazon.com/nova/latest/userguide/image-gen-access.html"
_TRY_ON = "https://docs.aws.amazon.com/nova/latest/userguide/image-gen-vto.html"
_TITAN_DOCS = "https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html"

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
    serves="amazon/nova-canvas",
    method="POST",
    path="/model/{model}/invoke",
    base_url=HOST,
    key_header=KEY,
    docs=_NOVA_DOCS,
    checked=_CHECKED,
    status="retired",
    retired="2026-09-30",
    unknown="refused",
    rows=(Fixed(Field.delivery, "base64"),),
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
    serves="amazon/nova-canvas",
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
    serves="amazon/nova-canvas",
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
    serves="amazon/nova-canvas",
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

_TITAN_V2 = _NOVA.but(
    model="amazon.titan-image-generator-v2:0",
    serves="amazon/titan-image-generator-v2",
    docs=_TITAN_DOCS,
    retired="2026-06-30",
)

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
    serves="amazon/titan-image-generator-v2",
)
TITAN_V2_BACKGROUND_REMOVAL = NOVA_CANVAS_BACKGROUND_REMOVAL.but(
    name="bedrock/amazon.titan-image-generator-v2:0/BACKGROUND_REMOVAL",
    model="amazon.titan-image-generator-v2:0",
    serves="amazon/titan-image-generator-v2",
    docs=_TITAN_DOCS,
    retired="2026-06-30",
)

TITAN_V1_VARIATION = TITAN_V2_VARIATION.but(
    model="amazon.titan-image-generator-v1", serves="amazon/titan-image-generator-v1", retired=""
)
TITAN_V1_INPAINT = TITAN_V2_INPAINT.but(
    model="amazon.titan-image-generator-v1", serves="amazon/titan-image-generator-v1", retired=""
)
TITAN_V1_OUTPAINT = TITAN_V2_OUTPAINT.but(
    model="amazon.titan-image-generator-v1", serves="amazon/titan-image-generator-v1", retired=""
)
TITAN_V1 = TITAN_V2.but(
    model="amazon.titan-image-generator-v1",
    serves="amazon/titan-image-generator-v1",
    retired="",
    without=("textToImageParams.conditionImage", "textToImageParams.controlMode", "textToImageParams.controlStrength"),
    operations={"variation": TITAN_V1_VARIATION, "inpaint": TITAN_V1_INPAINT, "outpaint": TITAN_V1_OUTPAINT},
)

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
)
