"""Luma: UNI-1 (the agents API) and Photon (the Dream Machine API); both answer later, by polling.

Sources for UNI-1: the types of the vendor's Python package luma-agents 0.5.0, as installable on 2026-11-21; the
vendor's page docs.agents.lumalabs.ai/api/resources/generations/methods/create for the lengths of the prompt and of
the user's id; a reseller's schema (AI/ML API, 2026-08-21) and the ComfyUI node documentation for the list of ratios
and what manga allows. For Photon: lumalabs/lumaai-api, openapi.yaml, 2025-06-24; the package lumaai 1.21.0 (reframe);
a digest of Luma's guide, verified 2026-07-09 (counts, length of the prompt, URLs only); the ComfyUI node
documentation (weights from 0 to 1, one style). The vendor's page on errors (docs.agents.lumalabs.ai, API version
2026-04-01) for what uni-1 refuses: ratios beyond its nine, and a source with `type` image.

The two live on different hosts: UNI-1 on agents.lumalabs.ai, Photon on api.lumalabs.ai. Photon takes pictures by URL
only, and has no seed, count, size in pixels, or mask. What either does with unknown fields is not stated.

Open: whether `image_ref` of Photon takes 4 pictures (guide) or 8 (Luma's MCP readme); whether Photon needs a `model`
(so the schema; the guide has photon-1 as the default, and samples without one); the bounds of weights in Luma's own
words; how many pictures UNI-1 makes in one call; whether uni-1-max, of which the page on errors says nothing, takes
the ratios 21:9, 4:3 and 3:4, which came into the package with the video model. Left out: the layers of UNI-1 (`type`
layering), video, and a `generation_id` as a picture's source.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    TYPE,
    WEIGHT,
    Const,
    Count,
    Field,
    Fixed,
    Flag,
    Image,
    Int,
    Json,
    Model,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    RatioTier,
    Record,
    Rule,
    Slots,
    Target,
    Text,
    Words,
)

_KEY = "Authorization: Bearer {key}"
_CHECKED = "2026-11-21"
_AGENTS = "https://docs.agents.lumalabs.ai"
_DREAM_MACHINE_HOST = "https://api.lumalabs.ai"
_DREAM_MACHINE = "https://docs.lumalabs.ai/docs/image-generation"

# ---- UNI-1

_GUIDES = ("image", "source", "reference", "style", "content")
_FILE_ID = {"file_id": HOLE}
_TYPED_URL = {"url": HOLE, "media_type": TYPE}
_TYPED_DATA = {"data": HOLE, "media_type": TYPE}
_GUIDE = (
    Part(Image("url"), _TYPED_URL, roles=_GUIDES),
    Part(Image("base64"), _TYPED_DATA, roles=_GUIDES, typed=True),
    Part(Image("id"), _FILE_ID, roles=_GUIDES),
)
_SOURCE = (Part(Image("url"), _TYPED_URL), Part(Image("base64"), _TYPED_DATA, typed=True), Part(Image("id"), _FILE_ID))

_UNI_1_RATIOS = ("3:1", "2:1", "16:9", "3:2", "1:1", "2:3", "9:16", "1:2", "1:3")
_ERRORS = "the vendor's page on errors, API version 2026-04-01"

UNI_1_EDIT = Target(
    name="luma/uni-1:edit",
    model="uni-1",
    serves="luma/uni-1",
    method="POST",
    path="/v1/generations",
    base_url="https://agents.lumalabs.ai",
    key_header=_KEY,
    docs=_AGENTS,
    checked=_CHECKED,
    rows=(
        Param("prompt", Field.prompt, Text(min_length=1, max_length=6000), required=True),
        RatioTier("aspect_ratio", _UNI_1_RATIOS, nullable=True, note="without it the model picks", source=_ERRORS),
        Slots(
            "source",
            part=_SOURCE,
            required=True,
            nullable=True,
            others=Record({"generation_id": Text(min_length=1)}, required=("generation_id",)),
            note="the picture to edit, or an earlier generation",
        ),
        Pictures("image_ref", _GUIDE, max=8, note="for style or content; base64 needs its media type"),
        Model("model", optional=True, default="uni-1"),
        Param("output_format", Field.output_format, OneOf("png", "jpeg"), nullable=True),
        Native("style", OneOf("auto", "manga")),
        Const("type", "image_edit"),
        Param("user_id", Field.user, Text(max_length=256), nullable=True, note="an opaque id without personal data"),
        Native("web_search", Flag(), note="lets the model search the web and fetch references"),
    ),
    rules=(
        Rule(
            {"style": OneOf("manga")},
            {"aspect_ratio": OneOf("2:3", "9:16", "1:2", "1:3")},
            "manga takes portrait ratios only",
            source="ComfyUI node documentation",
        ),
    ),
    note="on agents.lumalabs.ai",
)
_NO_SOURCE = Rule(
    {"prompt": PRESENT}, {"source": ABSENT}, "source is for type image_edit; another type refuses it", source=_ERRORS
)
UNI_1 = UNI_1_EDIT.but(
    Native("source", Json(), nullable=True, note="for type image_edit"),
    Pictures("image_ref", _GUIDE, max=9, note="for style or content; base64 needs its media type"),
    Const("type", "image", optional=True),
    name="luma/uni-1",
    operations={"edit": UNI_1_EDIT},
    rules=(_NO_SOURCE,),
)

_WIDER_RATIOS = RatioTier(
    "aspect_ratio",
    _UNI_1_RATIOS,
    more=("21:9", "4:3", "3:4"),
    nullable=True,
    note="without it the model picks",
)
_MORE_RATIOS = Rule(
    {"aspect_ratio": OneOf("21:9", "4:3", "3:4")},
    {"aspect_ratio": OneOf(*_UNI_1_RATIOS)},
    "the package lists 21:9, 4:3 and 3:4 since it has the video model; uni-1 refuses them, uni-1-max is not named",
    effect="disputed",
    source="luma-agents 0.5.0",
)
UNI_1_MAX_EDIT = UNI_1_EDIT.but(_WIDER_RATIOS, model="uni-1-max", serves="luma/uni-1-max", rules=(_MORE_RATIOS,))
UNI_1_MAX = UNI_1.but(
    _WIDER_RATIOS,
    model="uni-1-max",
    serves="luma/uni-1-max",
    operations={"edit": UNI_1_MAX_EDIT},
    rules=(_MORE_RATIOS,),
)

# ---- Photon

_RATIOS = ("1:1", "16:9", "9:16", "4:3", "3:4", "21:9", "9:21")
_WEIGHT = Num(0, 1)
_WEIGHTED = {"url": HOLE, "weight": WEIGHT}
_WEIGHT_NOTE = "the bounds of weight are those of the ComfyUI node; Luma's file has none"

PHOTON_1_REFRAME = Target(
    name="luma/photon-1:reframe",
    model="photon-1",
    serves="luma/photon-1",
    method="POST",
    path="/dream-machine/v1/generations/image/reframe",
    base_url=_DREAM_MACHINE_HOST,
    key_header=_KEY,
    docs=_DREAM_MACHINE,
    checked=_CHECKED,
    rows=(
        RatioTier("aspect_ratio", _RATIOS, required=True),
        Const("generation_type", "reframe_image"),
        Slots("media", part=Part(Image("url"), {"url": HOLE}), required=True),
        Model("model"),
        Native("callback_url", Text()),
        Param("format", Field.output_format, Words({"jpeg": "jpg", "png": "png"})),
        Native("grid_position_x", Int()),
        Native("grid_position_y", Int()),
        Param("prompt", Field.prompt, Text()),
        Native("resized_height", Int()),
        Native("resized_width", Int()),
        Native("x_end", Int()),
        Native("x_start", Int()),
        Native("y_end", Int()),
        Native("y_start", Int()),
        Fixed(Field.n, 1, source="the guide: one image a call"),
        Fixed(Field.delivery, "url"),
    ),
)
PHOTON_1 = Target(
    name="luma/photon-1",
    model="photon-1",
    serves="luma/photon-1",
    method="POST",
    path="/dream-machine/v1/generations/image",
    base_url=_DREAM_MACHINE_HOST,
    key_header=_KEY,
    docs=_DREAM_MACHINE,
    checked=_CHECKED,
    rows=(
        Model(
            "model", optional=True, default="photon-1", note="the schema requires it; the guide has photon-1 by default"
        ),
        Param("prompt", Field.prompt, Text(min_length=3, max_length=5000), source="the error guide"),
        RatioTier("aspect_ratio", _RATIOS, default={"aspect_ratio": "16:9"}),
        Param("format", Field.output_format, Words({"jpeg": "jpg", "png": "png"}), default="jpg"),
        Const("generation_type", "image", optional=True),
        Pictures(
            "image_ref",
            (Part(Image("url"), _WEIGHTED, roles=("image", "reference", "content"), weight=_WEIGHT),),
            max=8,
        ),
        Pictures(
            "style_ref",
            (Part(Image("url"), _WEIGHTED, roles=("style",), weight=_WEIGHT),),
            max=1,
            note="a list of which only one is used",
        ),
        Pictures(
            "character_ref.identity0.images",
            (Part(Image("url"), roles=("character",)),),
            max=4,
            note="one person; the schema has identity0 alone",
        ),
        Slots(
            "modify_image_ref", part=Part(Image("url"), _WEIGHTED, roles=("source",), weight=_WEIGHT), note=_WEIGHT_NOTE
        ),
        Native("callback_url", Text()),
        Native("sync", Flag(), default=False),
        Native("sync_timeout", Num(), default=60, note="in seconds"),
        Fixed(Field.n, 1, source="the guide: one image a call"),
        Fixed(Field.delivery, "url"),
    ),
    rules=(
        Rule(
            {"image_ref": PRESENT},
            {"image_ref": Count(max=4)},
            "Luma's guide says up to 4 references, its MCP readme 8",
            effect="disputed",
        ),
    ),
    operations={"reframe": PHOTON_1_REFRAME},
)
PHOTON_FLASH_1_REFRAME = PHOTON_1_REFRAME.but(model="photon-flash-1", serves="luma/photon-flash-1")
PHOTON_FLASH_1 = PHOTON_1.but(
    model="photon-flash-1", serves="luma/photon-flash-1", operations={"reframe": PHOTON_FLASH_1_REFRAME}
)

TARGETS: tuple[Target, ...] = (
    UNI_1,
    UNI_1_EDIT,
    UNI_1_MAX,
    UNI_1_MAX_EDIT,
    PHOTON_1,
    PHOTON_1_REFRAME,
    PHOTON_FLASH_1,
    PHOTON_FLASH_1_REFRAME,
)
ENVELOPE: Target | None = None
