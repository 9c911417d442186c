"""Leonardo.Ai, the v2 endpoint of image generation: Leonardo's own models and four others; v1 is in `leonardo`.

The other models that this endpoint serves are in `leonardo_v2_makers`.

Sources: the vendor's guides in their v2 form (Phoenix, Lucid Origin, Lucid Realism, FLUX.1 Kontext [pro], 2026-07-10;
GPT Image-1.5, 2026-06-29; FLUX.2 Pro, 2026-01-22; FLUX Dev, undated, in excerpts); a third party's reading of the
vendor's OpenAPI of v2 (cluely/unmodel, which says 2026-08-13), for the length of a negative prompt, the keys of each
model and whether style_ids has a limit; a third party's digest of the guides, 2026-07-10, for the words of quality.

Unknown fields: unknown keys under `parameters` are rejected (guide of Remove Background, autumn 2026, about this body);
nothing is stated of keys beside it, which we take to be refused too.

Open: the range of quantity for FLUX Dev and GPT Image-1.5; seeds of both; steps of the sides of FLUX.1 Kontext and
FLUX.2 Pro; what else these four take; the lists of style ids, one for each model. The guides say that `mode` is the
quality; which step is which is our reading. A reference here can't carry its strength word, nor that Leonardo generated
it: such items are kept in `provider_options`.
"""

from __future__ import annotations

from imgparams.tables import (
    HOLE,
    PRESENT,
    TYPE,
    WEIGHT,
    Count,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Model,
    Native,
    OneOf,
    Param,
    Part,
    Pictures,
    Quality,
    Record,
    Rule,
    Target,
    Text,
    Twin,
    WidthHeight,
)

_UNMODEL = "https://github.com/cluely/unmodel, src/providers/leonardo/model-rules.ts"
_FLUX_DEV_GUIDE = "https://docs.leonardo.ai/me/docs/image-generation"

UPLOADED = {"image": {"id": HOLE, "type": "UPLOADED"}}
_IMAGE = Record(
    {"id": Text(min_length=1), "type": OneOf("INIT", "GENERATION", "UPLOADED", "GENERATED", "VARIATION")},
    required=("id", "type"),
)
_STYLE_GUIDANCE = Record(
    {"image": _IMAGE, "strength": OneOf("LOW", "MID", "HIGH", "ULTRA", "MAX")}, required=("image",)
)
_GUIDANCE = Record({"image": _IMAGE, "strength": OneOf("LOW", "MID", "HIGH")}, required=("image",))
IMAGE_REFERENCE = Record(
    {"image": _IMAGE, "strength": OneOf("LOW", "MID", "HIGH"), "order": Int()}, required=("image",)
)
_MID = "the strength defaults to MID"

# What v1 calls the same; `leonardo` has these too. The contrast is as the guides name its numbers in their v1 form; of
# the ids of preprocessors those that the guides state.
TILING = Twin("tiling", "parameters.tiling")
CONTRAST = Twin("contrast", "parameters.contrast", {3: "LOW", 3.5: "MEDIUM", 4: "HIGH"})
ENHANCE = Twin("enhancePrompt", "parameters.prompt_enhance", {True: "ON", False: "OFF"})
STYLE = Twin("styleUUID", "parameters.style_ids", listed=True)
_GUIDE = {"image": {"id": HOLE, "type": TYPE}, "strength": WEIGHT}
_CONTROLNET = {"initImageId": HOLE, "initImageType": TYPE, "strengthType": WEIGHT}
_STRENGTHS = {"Low": "LOW", "Mid": "MID", "High": "HIGH", "Ultra": "ULTRA", "Max": "MAX"}
_STYLE_WIRE, _CONTENT_WIRE = "parameters.guidances.style", "parameters.guidances.content"
_CHARACTER_WIRE = "parameters.guidances.character"
_PHOENIX_STYLE = Twin("controlnets", _STYLE_WIRE, _STRENGTHS, items=({**_CONTROLNET, "preprocessorId": 166}, _GUIDE))
_PHOENIX_CONTENT = Twin(
    "controlnets", _CONTENT_WIRE, _STRENGTHS, items=({**_CONTROLNET, "preprocessorId": 364}, _GUIDE)
)
_PHOENIX_CHARACTER = Twin(
    "controlnets", _CHARACTER_WIRE, _STRENGTHS, items=({**_CONTROLNET, "preprocessorId": 397}, _GUIDE)
)
_LUCID_STYLE = Twin("controlnets", _STYLE_WIRE, _STRENGTHS, items=({**_CONTROLNET, "preprocessorId": 431}, _GUIDE))
_LUCID_CONTENT = Twin("controlnets", _CONTENT_WIRE, _STRENGTHS, items=({**_CONTROLNET, "preprocessorId": 430}, _GUIDE))
PHOENIX_GUIDES = (_PHOENIX_STYLE, _PHOENIX_CHARACTER, _PHOENIX_CONTENT)
LUCID_GUIDES = (_LUCID_STYLE, _LUCID_CONTENT)
CONTEXT = Twin(
    "contextImages",
    "parameters.guidances.image_reference",
    items=({"id": HOLE, "type": TYPE}, {"image": {"id": HOLE, "type": TYPE}}),
)

_QUANTITY = Param("parameters.quantity", Field.n, Int(1, 8, round_down=True), default=4)
PROMPT_ENHANCE = Native("parameters.prompt_enhance", OneOf("AUTO", "ON", "OFF"), default="AUTO", twins=(ENHANCE,))
_STYLE_IDS = Native(
    "parameters.style_ids",
    ListOf(Text(min_length=1)),
    default=("111dc692-d470-4eec-b791-3475abac4c46",),
    twins=(STYLE,),
    note="each model has its own list of ids; the default is Dynamic",
)
_STYLE_LIMIT = Rule(
    {"parameters.style_ids": PRESENT},
    {"parameters.style_ids": Count(max=1)},
    "the guides allow one style; the OpenAPI sets no limit",
    effect="disputed",
    source=_UNMODEL,
)
_CONTENT = Pictures(
    "parameters.guidances.content",
    (Part(Image("id"), UPLOADED, roles=("content",)),),
    max=1,
    others=_GUIDANCE,
    note=_MID,
)
_ONE_STYLE = Pictures(
    "parameters.guidances.style",
    (Part(Image("id"), UPLOADED, roles=("style",)),),
    max=1,
    others=_STYLE_GUIDANCE,
    note=_MID,
)

GENERATIONS = Target(
    name="leonardo/v2/generations",
    method="POST",
    path="/api/rest/v2/generations",
    base_url="https://cloud.leonardo.ai",
    key_header="Authorization: Bearer {key}",
    docs="https://docs.leonardo.ai/docs",
    checked="2026-11-29",
    rows=(
        Model("model"),
        Native("public", Flag(), nullable=True, note="beside the parameters, not inside them"),
        Fixed(Field.delivery, "url"),
    ),
    unknown="refused",
)

PHOENIX_1_0 = GENERATIONS.but(
    Param("parameters.prompt", Field.prompt, Text(max_length=2000), required=True),
    Param("parameters.negative_prompt", Field.negative_prompt, Text(max_length=1000), source=_UNMODEL),
    WidthHeight("parameters.width", "parameters.height", each=Int(32, 2048, multiple_of=8), default=(1024, 1024)),
    _QUANTITY,
    Param("parameters.seed", Field.seed, Int(0), note="no maximum stated"),
    Param(
        "parameters.mode",
        Field.quality,
        Quality(low="FAST", medium="QUALITY", high="ULTRA"),
        default="FAST",
        note="replaces quality for Leonardo's own models",
    ),
    Native("parameters.contrast", OneOf("LOW", "MEDIUM", "HIGH"), default="MEDIUM", twins=(CONTRAST,)),
    Native("parameters.tiling", Flag(), twins=(TILING,)),
    PROMPT_ENHANCE,
    _STYLE_IDS,
    Pictures(
        "parameters.guidances.style",
        (Part(Image("id"), UPLOADED, roles=("style",)),),
        max=4,
        others=_STYLE_GUIDANCE,
        twins=(_PHOENIX_STYLE,),
        note=_MID,
    ),
    Pictures(
        "parameters.guidances.content",
        (Part(Image("id"), UPLOADED, roles=("content",)),),
        max=1,
        others=_GUIDANCE,
        twins=(_PHOENIX_CONTENT,),
        note=_MID,
    ),
    Pictures(
        "parameters.guidances.character",
        (Part(Image("id"), UPLOADED, roles=("character",)),),
        max=1,
        others=_GUIDANCE,
        twins=(_PHOENIX_CHARACTER,),
    ),
    Pictures("parameters.guidances.image_to_image", (Part(Image("id"), UPLOADED),), max=1, others=_GUIDANCE),
    name="leonardo/v2/phoenix-v1.0",
    model="phoenix-v1.0",
    serves="leonardo/phoenix-1.0",
    docs="https://docs.leonardo.ai/docs/phoenix",
    rules=(_STYLE_LIMIT,),
)
PHOENIX_0_9 = PHOENIX_1_0.but(name="leonardo/v2/phoenix-v0.9", model="phoenix-v0.9", serves="leonardo/phoenix-0.9")

LUCID_ORIGIN = PHOENIX_1_0.but(
    WidthHeight(
        "parameters.width",
        "parameters.height",
        Grid(Int(16, 3840, multiple_of=8), Int(16, 3616, multiple_of=8)),
        default=(1200, 1200),
    ),
    Param("parameters.seed", Field.seed, Int(0, 2147483647)),
    Pictures(
        "parameters.guidances.style",
        (Part(Image("id"), UPLOADED, roles=("style",)),),
        max=1,
        others=_STYLE_GUIDANCE,
        twins=(_LUCID_STYLE,),
        note=_MID,
    ),
    Pictures(
        "parameters.guidances.content",
        (Part(Image("id"), UPLOADED, roles=("content",)),),
        max=1,
        others=_GUIDANCE,
        twins=(_LUCID_CONTENT,),
        note=_MID,
    ),
    name="leonardo/v2/lucid-origin",
    model="lucid-origin",
    serves="leonardo/lucid-origin",
    docs="https://docs.leonardo.ai/docs/lucid-origin",
    domains={"parameters.mode": Quality(low="FAST", high="ULTRA")},
    without=(
        "parameters.negative_prompt",
        "parameters.contrast",
        "parameters.tiling",
        "parameters.guidances.character",
        "parameters.guidances.image_to_image",
    ),
)
LUCID_REALISM = LUCID_ORIGIN.but(
    WidthHeight("parameters.width", "parameters.height", each=Int(16, 2496, multiple_of=8), default=(1024, 1024)),
    name="leonardo/v2/lucid-realism",
    model="lucid-realism",
    serves="leonardo/lucid-realism",
    docs="https://docs.leonardo.ai/docs/lucid-realism",
    domains={"parameters.prompt": Text(max_length=9999)},
)

FLUX_KONTEXT_PRO = GENERATIONS.but(
    Param("parameters.prompt", Field.prompt, Text(min_length=1, max_length=9999), required=True),
    WidthHeight(
        "parameters.width", "parameters.height", each=Int(32, 2048), default=(1024, 1024), note="no step stated"
    ),
    _QUANTITY,
    Param("parameters.seed", Field.seed, Int(0, 2147483637)),
    PROMPT_ENHANCE,
    _STYLE_IDS,
    Pictures(
        "parameters.guidances.image_reference",
        (Part(Image("id"), UPLOADED),),
        max=4,
        others=IMAGE_REFERENCE,
        twins=(CONTEXT,),
        note=_MID,
    ),
    name="leonardo/v2/flux-kontext-pro",
    model="flux-kontext-pro",
    serves="black-forest-labs/flux-1-kontext-pro",
    docs="https://docs.leonardo.ai/docs/flux-1-kontext-pro",
    rules=(_STYLE_LIMIT,),
)

FLUX_DEV = GENERATIONS.but(
    _CONTENT,
    _ONE_STYLE,
    Param("parameters.prompt", Field.prompt, Text(), required=True, note="length not seen"),
    WidthHeight(
        "parameters.width",
        "parameters.height",
        each=Int(480, 2048, multiple_of=8),
        note="a public client's reading of the guide, September 2026; the steps of 8 are stated there",
    ),
    Param("parameters.quantity", Field.n, Int(1, round_down=True), note="range not seen"),
    Native("parameters.style_ids", ListOf(Text(min_length=1)), twins=(STYLE,)),
    name="leonardo/v2/flux-dev",
    model="flux-dev",
    serves="black-forest-labs/flux-1-dev",
    docs=_FLUX_DEV_GUIDE,
    note="from an excerpt of the guide; the model may take more",
)

FLUX_PRO_2_0 = GENERATIONS.but(
    Param("parameters.prompt", Field.prompt, Text(), required=True, note="length not seen"),
    WidthHeight(
        "parameters.width",
        "parameters.height",
        each=Int(256, 1440),
        note="no step stated",
        unlike_maker="the guide names 960x1440, 1440x1440, 1440x810 and 810x1440",
    ),
    Param("parameters.quantity", Field.n, Int(1, 8, round_down=True), default=1),
    Param("parameters.seed", Field.seed, Int(max=4294967295), note="no minimum stated"),
    Native("parameters.prompt_enhance", OneOf("ON", "OFF"), twins=(ENHANCE,)),
    Native("parameters.style_ids", ListOf(Text(min_length=1)), twins=(STYLE,), note="the guide has no list of ids"),
    Pictures(
        "parameters.guidances.image_reference",
        (Part(Image("id"), UPLOADED),),
        max=4,
        others=IMAGE_REFERENCE,
        twins=(CONTEXT,),
    ),
    name="leonardo/v2/flux-pro-2.0",
    model="flux-pro-2.0",
    serves="black-forest-labs/flux-2-pro",
    docs="https://docs.leonardo.ai/docs/generate-images-using-flux-pro-2",
)

GPT_IMAGE_1_5 = GENERATIONS.but(
    Param("parameters.prompt", Field.prompt, Text(), required=True, note="length not seen"),
    WidthHeight("parameters.width", "parameters.height", ("1024x1536", "1024x1024", "1536x1024")),
    Param("parameters.quantity", Field.n, Int(1, round_down=True), note="range not seen"),
    Param("parameters.seed", Field.seed, Int(), note="no range stated; the sample sends 4294967295"),
    Param("parameters.quality", Field.quality, Quality(low="LOW", medium="MEDIUM", high="HIGH")),
    Native("parameters.prompt_enhance", OneOf("ON", "OFF"), twins=(ENHANCE,)),
    Pictures(
        "parameters.guidances.image_reference",
        (Part(Image("id"), UPLOADED),),
        max=6,
        others=IMAGE_REFERENCE,
        twins=(CONTEXT,),
    ),
    name="leonardo/v2/gpt-image-1.5",
    model="gpt-image-1.5",
    serves="openai/gpt-image-1.5",
    docs="https://docs.leonardo.ai/docs/gpt-image-1-5",
    note="mode, the older word for quality, has been refused since 2026-05-04",
)

TARGETS: tuple[Target, ...] = (
    PHOENIX_1_0,
    PHOENIX_0_9,
    LUCID_ORIGIN,
    LUCID_REALISM,
    FLUX_KONTEXT_PRO,
    FLUX_DEV,
    FLUX_PRO_2_0,
    GPT_IMAGE_1_5,
)

ENVELOPE: Target | None = None  # that of the provider is the one of v1
