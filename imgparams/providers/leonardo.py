"""Leonardo.Ai, the v1 endpoint of image generation: an envelope for any model id, and sixteen platform models.

Sources: the rows follow the reference page of the endpoint (seed 003); names and word lists that are missing there come
from the vendor's SDKs (Python 7.0.0, TypeScript 4.21.3, both as of 2026-11-20). Model ids: the vendor's page on legacy
generation. Single models: the guides in their v1 form (before 2026-07-10). PhotoReal, Alchemy, Image Guidance, Canvas
Inpainting: their guides. Only guides have `styleUUID` and `contextImages`, so they are on their models only.

Open: what v1 does with unknown fields; the least seed; prompt lengths; which preprocessor ids the SDXL family and FLUX
take as controlnets; an absent contrast (guides require it, the schema does not); whether every model keeps to 1536.
A reference of Phoenix and Lucid can't carry a controlnet's strength. Twins: see `leonardo_v2`.
"""

from __future__ import annotations

from imgparams.providers.leonardo_v2 import CONTEXT, CONTRAST, ENHANCE, LUCID_GUIDES, PHOENIX_GUIDES, STYLE, TILING
from imgparams.tables import (
    ABSENT,
    HOLE,
    OFF,
    PRESENT,
    AnyOf,
    AtMost,
    Const,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Model,
    Native,
    Needs,
    Not,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    Record,
    Rule,
    Slots,
    Target,
    Text,
    WidthHeight,
    Words,
)

_GUIDES = "model guides in their v1 form, before 2026-07-10"
_PHOTOREAL_GUIDE = "https://docs.leonardo.ai/docs/generate-images-using-photoreal"
_ALCHEMY_GUIDE = "https://docs.leonardo.ai/docs/generate-images-using-alchemy"
_CANVAS_GUIDE = "https://docs.leonardo.ai/docs/generate-images-using-canvas-inpainting"
_FAQ = "https://docs.leonardo.ai/docs/legacy-faq"

_LIGHTNING_XL = "b24e16ff-06e3-43eb-8d33-4416c2d75876"
_KINO_XL = "aa77f04e-3eec-4034-9c07-d0f619684628"
_VISION_XL = "5c232a9e-9061-4777-980a-ddc8e65647c6"
_DIFFUSION_XL = "1e60896f-3c26-4296-8ecc-53e2afecc132"
_ALBEDOBASE_XL = "2067ae52-33fd-4a82-bb92-c2c55e7d2786"
_ANIME_XL = "e71a1c2f-4f80-4800-934f-2c68979d8cc8"
_SDXL_1_0 = "16e7060a-803e-4df3-97ee-edcfa5dc9cc8"
_SDXL_0_9 = "b63f7119-31dc-4540-969b-2a9df997e173"
_RPG_V5 = "f1929ea3-b169-4c18-a16c-5d58b4292c69"
_PHOTOREAL_V2 = (_KINO_XL, _DIFFUSION_XL, _VISION_XL)
_SD_MODELS = (*_PHOTOREAL_V2, _ALBEDOBASE_XL, _ANIME_XL, _SDXL_1_0, _SDXL_0_9, _RPG_V5)  # and Lightning XL
_SD_VERSIONS = ("v1_5", "v2", "v3", "SDXL_0_8", "SDXL_0_9", "SDXL_1_0", "SDXL_LIGHTNING")
_PHOENIX = ("de7d3faf-762f-48e0-b3b7-9d0ac3a3fcf3", "6b645e3a-d64f-4341-a6d8-7a3690fbf042")
_FLUX_DEV = "b2614463-296c-462a-9586-aafdb8f00e36"
_FLUX_SCHNELL = "1dd50843-d653-4516-a8e3-f0238ee453ff"
_KONTEXT = "28aeddf8-bd19-4803-80fc-79602d1a9989"
_FLUX = (_FLUX_DEV, _FLUX_SCHNELL, _KONTEXT)
_PLAIN_STYLES = OneOf("LEONARDO", "NONE")
_ALCHEMY_STYLES = (
    *("ANIME", "CREATIVE", "DYNAMIC", "ENVIRONMENT", "GENERAL", "ILLUSTRATION", "PHOTOGRAPHY", "RAYTRACED"),
    *("RENDER_3D", "SKETCH_BW", "SKETCH_COLOR", "NONE"),
)
_PHOTOREAL_STYLES = (
    *("BOKEH", "CINEMATIC", "CINEMATIC_CLOSEUP", "CREATIVE", "FASHION", "FILM", "FOOD", "HDR", "LONG_EXPOSURE"),
    *("MACRO", "MINIMALISTIC", "MONOCHROME", "MOODY", "NEUTRAL", "PORTRAIT", "RETRO", "STOCK_PHOTO", "VIBRANT"),
    "UNPROCESSED",
)
_STYLES = dict.fromkeys(("LEONARDO", *_ALCHEMY_STYLES, *_PHOTOREAL_STYLES))
_ORIGINS = OneOf("GENERATED", "UPLOADED")
_ON = OneOf(True)
_HIGH_CONTRAST = OneOf(2.5, 3, 3.5, 4, 4.5)
_FLUX_SEED = Int(max=2147483637)
_SIZE_NOTE = "of the input; features may upscale the output"
_STYLE_STRENGTHS = OneOf("Low", "Mid", "High", "Ultra", "Max")
_ALL_STRENGTHS = OneOf("Low", "Mid", "High")  # what character and content take too
_CONTROLNET_KEYS = {
    "initImageId": Text(min_length=1),
    "initImageType": _ORIGINS,
    "preprocessorId": Int(),
    "strengthType": _STYLE_STRENGTHS,
    "weight": Num(),
    "influence": Num(),
}
_NULLABLE = ("strengthType", "weight")
_CONTROLNET = Record(_CONTROLNET_KEYS, nullable=_NULLABLE)
_PHOENIX_KEYS = {**_CONTROLNET_KEYS, "preprocessorId": OneOf(166, 397, 364), "strengthType": _ALL_STRENGTHS}
_PHOENIX_STYLE_KEYS = {**_CONTROLNET_KEYS, "preprocessorId": OneOf(166)}
_LUCID_KEYS = {**_CONTROLNET_KEYS, "preprocessorId": OneOf(431, 430), "strengthType": _ALL_STRENGTHS}
_LUCID_STYLE_KEYS = {**_CONTROLNET_KEYS, "preprocessorId": OneOf(431)}
_UPLOADED = {"initImageId": HOLE, "initImageType": "UPLOADED"}
_CONTEXT_IMAGE = Record({"id": Text(min_length=1), "type": _ORIGINS}, required=("id", "type"))
_ELEMENT = Record({"akUUID": Text(min_length=1), "weight": Num()}, required=("akUUID",), nullable=("weight",))
_USER_ELEMENT = Record({"userLoraId": Num(), "weight": Num()}, nullable=("userLoraId", "weight"))

_V1 = Target(
    name="leonardo/generation",
    method="POST",
    path="/api/rest/v1/generations",
    base_url="https://cloud.leonardo.ai",
    key_header="Authorization: Bearer {key}",
    docs="https://docs.leonardo.ai/reference/creategeneration",
    checked="2026-11-29",
    rows=(
        Native("alchemy", Flag(), default=True, nullable=True, note="the version follows the model: XL models get V2"),
        Native("contrastRatio", Num(0, 1), nullable=True),
        Native(
            "contrast",
            OneOf(1.0, 1.3, 1.8, 2.5, 3, 3.5, 4, 4.5),
            nullable=True,
            twins=(CONTRAST,),
            note="for Phoenix and Flux; the guides of both Lucid models list the same values",
            disputed="guides call it required and some of them name 3, 3.5 and 4 only",
        ),
        Native(
            "controlnets",
            ListOf(_CONTROLNET),
            nullable=True,
            note="preprocessorId depends on the model; strengthType Ultra and Max are for style only",
        ),
        Native("elements", ListOf(_ELEMENT), nullable=True, note="the weight defaults to 1"),
        Native("userElements", ListOf(_USER_ELEMENT), nullable=True),
        Native("expandedDomain", Flag(), nullable=True),
        Native("fantasyAvatar", Flag(), nullable=True),
        Param(
            "guidance_scale",
            Field.guidance,
            Num(1, 20),
            nullable=True,
            note="7 is recommended",
            disputed_to=Num(1, 30),
            disputed=f"{_FAQ} says 2 to 30 with Alchemy on a model outside the SDXL family",
        ),
        WidthHeight(
            "width",
            "height",
            each=Int(32, 1536, multiple_of=8),
            default=(1024, 768),
            nullable=True,
            note=_SIZE_NOTE,
            disputed_to=Grid(Int(32, 1920, multiple_of=8)),
            disputed="a guide sends 1920x1080 to Lucid Origin; other pages say 512 to 1536, or 32 to 1024 with Alchemy",
        ),
        Native("highContrast", Flag(), nullable=True, note="false turns RAW mode on"),
        Native("highResolution", Flag(), nullable=True),
        Native(
            "imagePrompts",
            ListOf(AnyOf(Text(min_length=1), OneOf(None))),
            nullable=True,
            note="ids of images; items may be null",
        ),
        Native("imagePromptWeight", Num(), nullable=True, note="no range stated"),
        Native("init_generation_image_id", Text(min_length=1), nullable=True, note="an image that Leonardo generated"),
        Slots("init_image_id", part=Image("id"), nullable=True, note="an uploaded image"),
        Param("init_strength", Field.strength, Num(0.1, 0.9, flip=True), nullable=True, note="how much is kept"),
        Model(
            "modelId",
            optional=True,
            nullable=True,
            default=_LIGHTNING_XL,
            note="the page states this default (Lightning XL), and also that without an id sd_version decides",
        ),
        Param("negative_prompt", Field.negative_prompt, Text(), nullable=True, note="no length stated"),
        Param("num_images", Field.n, Int(1, 8, round_down=True), default=4, nullable=True),
        Param("num_inference_steps", Field.steps, Int(10, 60), default=15, nullable=True),
        Native("photoReal", Flag(), nullable=True),
        Native("photoRealVersion", OneOf("v1", "v2"), default="v1", nullable=True, source=_PHOTOREAL_GUIDE),
        Native(
            "photoRealStrength",
            OneOf(0.55, 0.5, 0.45),
            default=0.55,
            nullable=True,
            note="depth of field: low, medium, high; version v2 does not need it",
        ),
        Native("presetStyle", OneOf(*_STYLES), default="DYNAMIC", default_when={"alchemy": _ON}, nullable=True),
        Param(
            "prompt",
            Field.prompt,
            Text(),
            required=True,
            disputed="optional in the SDK; a third party says at most 1500 characters, the page states no length",
        ),
        Native("promptMagic", Flag(), nullable=True),
        Native("promptMagicStrength", Num(0.1, 1.0), nullable=True),
        Native("promptMagicVersion", OneOf("v2", "v3"), nullable=True),
        Native("public", Flag(), nullable=True, note="whether the community feed shows the images"),
        Native(
            "scheduler",
            OneOf("KLMS", "EULER_ANCESTRAL_DISCRETE", "EULER_DISCRETE", "DDIM", "DPM_SOLVER", "PNDM", "LEONARDO"),
            default="EULER_DISCRETE",
        ),
        Native(
            "sd_version",
            OneOf(*_SD_VERSIONS, "PHOENIX", "FLUX", "FLUX_DEV", "KINO_2_0"),
            default="v1_5",
            note="v2 is Stable Diffusion 2.1",
        ),
        Param("seed", Field.seed, Int(max=9999999998), nullable=True, note="no minimum stated"),
        Native("tiling", Flag(), nullable=True, twins=(TILING,)),
        Param(
            "transparency",
            Field.background,
            Words({"opaque": "disabled", "transparent": "foreground_only"}),
            nullable=True,
        ),
        Native("ultra", Flag(), nullable=True),
        Native("unzoom", Flag(), nullable=True),
        Native("unzoomAmount", Num(), nullable=True, note="no range stated"),
        Native("upscaleRatio", Num(), nullable=True, note="for enterprise accounts; no range stated"),
        Native("controlNet", Flag(), nullable=True, deprecated="since September 2024: use controlnets"),
        Native("controlNetType", OneOf("POSE", "CANNY", "DEPTH"), deprecated="since September 2024: use controlnets"),
        Native("weighting", Num(), nullable=True, deprecated="since September 2024: use controlnets"),
        Native("canvasRequest", Flag(), nullable=True),
        Native(
            "canvasRequestType",
            OneOf("INPAINT", "OUTPAINT", "SKETCH2IMG", "IMG2IMG"),
            nullable=True,
            note=f"{_CANVAS_GUIDE}: no INPAINT with Lightning XL, Anime XL or Phoenix, and init_strength at most 0.8",
        ),
        Native("canvasInitId", Text(min_length=1), nullable=True),
        Param(
            "canvasMaskId",
            Field.mask,
            Image("id", edits="white"),
            nullable=True,
            note="white on black, the same size as the image; the white area is repainted",
            source=_CANVAS_GUIDE,
        ),
        Native("enhancePrompt", Flag(), nullable=True, twins=(ENHANCE,), disputed="some guides call it a text"),
        Native("enhancePromptInstruction", Text(), nullable=True),
        Native("styleUUID", Text(min_length=1), twins=(STYLE,), source=_GUIDES, note="for Phoenix, FLUX and Lucid"),
        Native("contextImages", ListOf(_CONTEXT_IMAGE, max=4), source=_GUIDES, note="for FLUX.1 Kontext only"),
        Fixed(Field.delivery, "url"),
    ),
)

# A rule comes after those that can turn off what it needs: photoReal, ultra, alchemy, then what follows from them.
_MODES = (
    Rule({"photoReal": _ON}, {"ultra": OFF}, "photoReal needs alchemy, which excludes ultra"),
    Rule({"photoReal": _ON}, {"alchemy": _ON}, "photoReal needs alchemy"),
    Rule({"ultra": _ON}, {"alchemy": OFF}, "ultra excludes alchemy"),
    Rule(
        {"alchemy": _ON, "photoReal": OFF},
        {"presetStyle": OneOf(*_ALCHEMY_STYLES, "CINEMATIC")},
        "with alchemy and without photoReal, presetStyle is one of alchemy's styles",
    ),
)
_WITHOUT_ALCHEMY = (
    Rule({"alchemy": OFF}, {"presetStyle": _PLAIN_STYLES}, "without alchemy presetStyle is LEONARDO or NONE"),
    Rule(
        {"alchemy": OFF},
        {"contrastRatio": ABSENT, "expandedDomain": OFF},
        "contrastRatio and expandedDomain belong to alchemy",
        effect="ignored",
    ),
    Rule(
        {"alchemy": OFF, "scheduler": OneOf("LEONARDO")},
        {"guidance_scale": Num(max=7)},
        "without alchemy the scheduler LEONARDO caps the guidance at 7; the reference page has no such cap",
        effect="disputed",
        source=_FAQ,
    ),
)
_FEATURES = (
    Rule(
        {"photoReal": _ON},
        {"presetStyle": OneOf(*_PHOTOREAL_STYLES, "DYNAMIC")},
        "with photoReal presetStyle is one of photoReal's styles",
        source=_PHOTOREAL_GUIDE,
    ),
    Rule(
        {"alchemy": _ON, "photoReal": OFF, "presetStyle": PRESENT},
        {"presetStyle": Not(OneOf("CINEMATIC"))},
        "alchemy's list of styles lacks CINEMATIC, yet the sample in its guide sends it",
        effect="disputed",
        source=_ALCHEMY_GUIDE,
    ),
    Rule(
        {"photoReal": _ON, "presetStyle": PRESENT},
        {"presetStyle": Not(OneOf("DYNAMIC"))},
        "photoReal's list of styles lacks DYNAMIC, yet the guide's own sample sends it",
        effect="disputed",
        source=_PHOTOREAL_GUIDE,
    ),
    Rule(
        {"photoReal": OFF},
        {"photoRealVersion": ABSENT, "photoRealStrength": ABSENT},
        "photoRealVersion and photoRealStrength belong to photoReal",
        effect="ignored",
    ),
    Rule(
        ({"width": Int(769)}, {"height": Int(769)}), {"num_images": Int(1, 4)}, "at most 4 images if a side is over 768"
    ),
    Rule({"modelId": PRESENT}, {"sd_version": ABSENT}, "sd_version is read only without modelId", effect="ignored"),
    Rule(
        {"init_image_id": ABSENT}, {"unzoom": OFF, "unzoomAmount": ABSENT}, "unzoom and unzoomAmount need init_image_id"
    ),
    Needs("unzoom", "unzoomAmount"),
    Needs("unzoomAmount", "unzoom"),
    Rule(
        {"promptMagic": OFF},
        {"promptMagicVersion": ABSENT, "promptMagicStrength": ABSENT, "highContrast": OFF, "highResolution": OFF},
        "a feature of promptMagic, which is off (highContrast false is RAW mode, which does not need it)",
        effect="ignored",
    ),
    Needs("enhancePromptInstruction", "enhancePrompt", effect="ignored"),
    Rule(
        {"canvasRequest": OFF},
        {"canvasRequestType": ABSENT, "canvasInitId": ABSENT, "canvasMaskId": ABSENT},
        "the type, image and mask of a canvas request are used only with canvasRequest",
        effect="ignored",
    ),
    Rule(
        {"init_image_id": ABSENT, "init_generation_image_id": ABSENT, "canvasInitId": ABSENT},
        {"init_strength": ABSENT},
        "init_strength weighs an initial image, which this request does not have (our reading)",
        effect="ignored",
    ),
    AtMost(
        ("init_image_id", "init_generation_image_id"),
        1,
        "at most one initial image, by a third party's reading; the page does not say so",
        effect="disputed",
    ),
)
_CONTRAST = "Phoenix with alchemy needs a contrast of 2.5 or more"
_NO_CONTRAST = "contrast is used in Phoenix and Flux models (and in Lucid ones, say their guides)"

GENERATION = _V1.but(
    rules=(
        Rule(
            {"modelId": PRESENT, "photoRealVersion": OneOf("v1")},
            {"photoReal": OFF},
            "photoReal v1 needs modelId left out",
        ),
        Rule(
            {"modelId": Not(OneOf(*_PHOTOREAL_V2)), "photoRealVersion": OneOf("v2")},
            {"photoReal": OFF},
            "photoReal v2 needs Kino XL, Diffusion XL or Vision XL as modelId",
            source=_PHOTOREAL_GUIDE,
        ),
        *_MODES,
        *_WITHOUT_ALCHEMY,
        *_FEATURES,
        Rule(
            (
                {"modelId": OneOf(*_PHOENIX), "alchemy": _ON},
                {"modelId": ABSENT, "sd_version": OneOf("PHOENIX"), "alchemy": _ON},
            ),
            {"contrast": _HIGH_CONTRAST},
            _CONTRAST,
        ),
        Rule(  # where modelId is absent its default is Lightning XL, and sd_version decides
            ({"modelId": OneOf(*_SD_MODELS)}, {"modelId": OneOf(_LIGHTNING_XL), "sd_version": OneOf(*_SD_VERSIONS)}),
            {"contrast": ABSENT},
            _NO_CONTRAST,
            effect="ignored",
        ),
        Rule(
            ({"modelId": OneOf(*_FLUX)}, {"modelId": ABSENT, "sd_version": OneOf("FLUX", "FLUX_DEV")}),
            {"seed": _FLUX_SEED},
            "the seed of a Flux model is at most 2147483637",
        ),
    )
)

# ---- models; with a modelId, photoReal is open to three of them only

_NO_MODEL = "the page says two things about which model runs without it"
_MODEL = _V1.but(
    Native(
        "photoReal",
        OneOf(False),
        nullable=True,
        note="with a modelId only Kino XL, Diffusion XL and Vision XL can",
        source=_PHOTOREAL_GUIDE,
    ),
    Model("modelId", note=_NO_MODEL),
    WidthHeight(
        "width", "height", each=Int(32, 1536, multiple_of=8), default=(1024, 768), nullable=True, note=_SIZE_NOTE
    ),
    without=("contextImages",),
    rules=(*_MODES, *_WITHOUT_ALCHEMY, *_FEATURES),
)

_PHOENIX_MODEL = _MODEL.but(
    Pictures(
        "controlnets",
        (
            Part(Image("id"), {**_UPLOADED, "preprocessorId": 166}, roles=("style",)),
            Part(Image("id"), {**_UPLOADED, "preprocessorId": 397}, roles=("character",)),
            Part(Image("id"), {**_UPLOADED, "preprocessorId": 364}, roles=("content",)),
        ),
        others=AnyOf(Record(_PHOENIX_KEYS, nullable=_NULLABLE), Record(_PHOENIX_STYLE_KEYS, nullable=_NULLABLE)),
        twins=PHOENIX_GUIDES,
        nullable=True,
        source=_GUIDES,
    ),
    rules=(Rule({"alchemy": _ON}, {"contrast": _HIGH_CONTRAST}, _CONTRAST),),
)
PHOENIX_1_0 = _PHOENIX_MODEL.but(name="leonardo/phoenix-1.0", model=_PHOENIX[0], serves="leonardo/phoenix-1.0")
PHOENIX_0_9 = _PHOENIX_MODEL.but(name="leonardo/phoenix-0.9", model=_PHOENIX[1], serves="leonardo/phoenix-0.9")

_FLUX_MODEL = _MODEL.but(domains={"seed": _FLUX_SEED})
FLUX_DEV = _FLUX_MODEL.but(name="leonardo/flux-dev", model=_FLUX_DEV)
FLUX_SCHNELL = _FLUX_MODEL.but(name="leonardo/flux-schnell", model=_FLUX_SCHNELL)
FLUX_1_KONTEXT = _FLUX_MODEL.but(
    Native("init_image_id", Text(min_length=1), nullable=True, note="an uploaded image"),
    Pictures(
        "contextImages",
        (Part(Image("id"), {"id": HOLE, "type": "UPLOADED"}),),
        max=4,
        others=_CONTEXT_IMAGE,
        twins=(CONTEXT,),
        source=_GUIDES,
    ),
    name="leonardo/flux-1-kontext",
    model=_KONTEXT,
)

# The guides say that alchemy is not supported and send false; the schema's default is true, so false is always sent.
_LUCID_MODEL = _MODEL.but(without=("alchemy",)).but(
    Const("alchemy", False, optional=True, nullable=True, note="not supported", source=_GUIDES),
    Pictures(
        "controlnets",
        (
            Part(Image("id"), {**_UPLOADED, "preprocessorId": 431}, roles=("style",)),
            Part(Image("id"), {**_UPLOADED, "preprocessorId": 430}, roles=("content",)),
        ),
        others=AnyOf(Record(_LUCID_KEYS, nullable=_NULLABLE), Record(_LUCID_STYLE_KEYS, nullable=_NULLABLE)),
        twins=LUCID_GUIDES,
        nullable=True,
        note="the ids are from the guide of Lucid Realism",
        source=_GUIDES,
    ),
    rules=_WITHOUT_ALCHEMY,
)
LUCID_ORIGIN = _LUCID_MODEL.but(
    WidthHeight(
        "width",
        "height",
        each=Int(32, 1920, multiple_of=8),
        default=(1024, 768),
        nullable=True,
        note=_SIZE_NOTE,
        source=_GUIDES,
        disputed="the guide's sample sends 1920x1080 and no guide says how far it goes; the reference page says 1536",
    ),
    name="leonardo/lucid-origin",
    model="7b592283-e8a7-4c5a-9ba6-d18c31f258b9",
    serves="leonardo/lucid-origin",
    rules=(
        Rule(
            {"modelId": PRESENT},
            {"width": Not(Int(1537, 1920)), "height": Not(Int(1537, 1920))},
            "the reference page allows sides up to 1536, yet the sample of this model's guide is 1920 wide",
            effect="disputed",
            source=_GUIDES,
        ),
    ),
)
LUCID_REALISM = _LUCID_MODEL.but(
    name="leonardo/lucid-realism", model="05ce0082-2d80-4a2d-8653-4d1c85e2418e", serves="leonardo/lucid-realism"
)

_SDXL_PHOTOREAL = GENERATION.but(Model("modelId", note=_NO_MODEL), without=("styleUUID", "contextImages"))
KINO_XL = _SDXL_PHOTOREAL.but(name="leonardo/kino-xl", model=_KINO_XL, serves="leonardo/kino-xl")
VISION_XL = _SDXL_PHOTOREAL.but(name="leonardo/vision-xl", model=_VISION_XL, serves="leonardo/vision-xl")
DIFFUSION_XL = _SDXL_PHOTOREAL.but(name="leonardo/diffusion-xl", model=_DIFFUSION_XL, serves="leonardo/diffusion-xl")

_SDXL = _MODEL.but(
    without=("styleUUID",), rules=(Rule({"modelId": PRESENT}, {"contrast": ABSENT}, _NO_CONTRAST, effect="ignored"),)
)
ALBEDOBASE_XL = _SDXL.but(name="leonardo/albedobase-xl", model=_ALBEDOBASE_XL, serves="leonardo/albedobase-xl")
ANIME_XL = _SDXL.but(name="leonardo/anime-xl", model=_ANIME_XL, serves="leonardo/anime-xl")
LIGHTNING_XL = _SDXL.but(name="leonardo/lightning-xl", model=_LIGHTNING_XL, serves="leonardo/lightning-xl")
SDXL_1_0 = _SDXL.but(name="leonardo/sdxl-1.0", model=_SDXL_1_0)
SDXL_0_9 = _SDXL.but(name="leonardo/sdxl-0.9", model=_SDXL_0_9, serves="stability/sdxl-0.9")
RPG_V5 = _SDXL.but(name="leonardo/rpg-v5", model=_RPG_V5)

TARGETS: tuple[Target, ...] = (
    GENERATION,
    *(PHOENIX_1_0, PHOENIX_0_9, FLUX_DEV, FLUX_SCHNELL, FLUX_1_KONTEXT),
    *(LUCID_ORIGIN, LUCID_REALISM, KINO_XL, VISION_XL, DIFFUSION_XL),
    *(ALBEDOBASE_XL, ANIME_XL, LIGHTNING_XL, SDXL_1_0, SDXL_0_9, RPG_V5),
)
ENVELOPE: Target | None = GENERATION
