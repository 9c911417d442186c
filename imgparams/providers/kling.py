"""Kling: image generations, the omni route, images from several subjects, and expansion; all answer with a task.

Sources: the vendor's pages in public copies (generations and several subjects, after 2026-09-15; image-omni; the
capability map of 2026-05-19); a field table made from a swagger of Kling's API as a relay publishes it, 2026; Comfy
Router's schema of kling-image-o1 (2026-10); a third party's reading of the vendor's pages (cluely/unmodel, 2026-08-13),
and a digest of them of 2026-09-11, for the models that end; ComfyUI's API nodes (2026-10-26) and fal's types, which
differ where it says so.

Unknown fields: not known; programs send a negative_prompt to the omni route, which has none, and see no error.

No route has a seed or a size in pixels. The key is an API key, or a token (JWT) made from an access key and its secret.

Open: the pixels behind 1k, 2k and 4k; which fields of a picture each model of the generations route takes; what an
element may be. Left out: kling-image-4.0, whose route at Kling no source states; kling-v2 on the route of several
subjects, as it has ended; virtual try-on; limits of input pictures (JPEG or PNG, 10 MB, sides of at least 300, ratios
of 1:2.5 to 2.5:1; an expansion makes at most three times the area).
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    AnyOf,
    Field,
    Fixed,
    Flag,
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
    RatioTier,
    Record,
    Rule,
    Slots,
    Target,
    Text,
    Total,
)

_MAP = "the vendor's capability map, 2026-05-19"
_PAGE = "the vendor's page of generations, after 2026-09-15"
_MEASURED = "a public program's record of its calls, 2026-08-17"
_READING = "cluely/unmodel, 2026-08-13: a third party's reading of the vendor's pages"
_RATIOS = ("16:9", "9:16", "1:1", "4:3", "3:4", "3:2", "2:3", "21:9")
_TIERS = {"1K": "1k", "2K": "2k"}
_IMAGE = Image("url", "base64")
_ELEMENT = Record({"element_id": AnyOf(Int(), Text())}, required=("element_id",), open=True)
_COUNT = Param("n", Field.n, Int(1, 9, round_down=True), default=1)
_CALLBACK = Native("callback_url", Text())
_TASK_ID = Native("external_task_id", Text(), note="unique for each account")
_WATERMARK = Native("watermark_info", Record({"enabled": Flag()}, open=True), note="makes a second, marked picture")

# ---- generations

_GENERATIONS = Target(
    name="kling/generations",
    method="POST",
    path="/v1/images/generations",
    base_url="https://api-singapore.klingai.com",
    key_header="Authorization: Bearer {key}",
    docs="https://kling.ai/document-api/api/image/3-0-omni/image-generation",
    checked="2026-11-30",
    rows=(
        Model("model_name", optional=True, default="kling-v3", note="kling-v1 by default in August 2026"),
        Param(
            "prompt",
            Field.prompt,
            Text(max_length=2500),
            required=True,
            disputed="ComfyUI's node ends at 500 characters",
        ),
        Param(
            "negative_prompt",
            Field.negative_prompt,
            Text(max_length=2500),
            disputed="ComfyUI's node ends at 500 characters",
        ),
        Slots("image", part=_IMAGE, note="base64 has no prefix"),
        Native(
            "image_reference", OneOf("subject", "face"), note="what of the picture counts; a face must be the only one"
        ),
        Param("image_fidelity", Field.strength, Num(0, 1, flip=True), default=0.5, note="how much the picture counts"),
        Native("human_fidelity", Num(0, 1), default=0.45, note="how like the face is"),
        Native("element_list", ListOf(_ELEMENT), source=_READING),
        RatioTier(
            "aspect_ratio",
            _RATIOS,
            "resolution",
            _TIERS,
            default={"aspect_ratio": "16:9", "resolution": "1k"},
            disputed="ComfyUI's node has 9:21, and neither 3:2 nor 2:3",
        ),
        Param(
            "n",
            Field.n,
            Int(1, 9, round_down=True),
            default=1,
            disputed_to=OneOf(*"123456789"),
            disputed="a sample on the vendor's page of kling-v3 has a text, 2026",
        ),
        _WATERMARK,
        _CALLBACK,
        _TASK_ID,
        Fixed(Field.delivery, "url", note="for 30 days"),
    ),
    rules=(
        Rule(
            {"image_reference": Not(OneOf("subject"))},
            {"human_fidelity": ABSENT},
            "human_fidelity only counts with image_reference subject",
            effect="ignored",
        ),
        Needs("image_reference", "image", "image_reference needs a picture", source=_PAGE),
        Rule(
            {"image": ABSENT},
            {"image_fidelity": ABSENT, "human_fidelity": ABSENT},
            "without a picture these are not used",
            effect="ignored",
            source="comfyui-embedded-docs 0.5.15, KlingImageGenerationNode, 2026-10-26",
        ),
        Rule(
            {"image": PRESENT},
            {"negative_prompt": ABSENT},
            "with a picture a negative prompt is not supported",
            effect="ignored",
            source=_PAGE,
        ),
    ),
)
_FIDELITY_OF_2_1 = Rule(
    ({"image_fidelity": PRESENT}, {"human_fidelity": PRESENT}),
    {"image_fidelity": ABSENT, "human_fidelity": ABSENT},
    "the two fidelities are for kling-v2-1 only (kling-v1 and kling-v1-5 by an older page)",
    effect="ignored",
    source=_PAGE,
)
KLING_V3 = _GENERATIONS.but(
    model="kling-v3",
    serves="kling/kling-v3",
    rules=(
        _FIDELITY_OF_2_1,
        Rule(
            {"image_reference": PRESENT},
            {"image_reference": ABSENT},
            "the capability map has neither subject nor face for this model, other sources name no model",
            effect="disputed",
            source=_MAP,
        ),
    ),
)
KLING_V2_1_REMIX = _GENERATIONS.but(
    Param("prompt", Field.prompt, Text(max_length=2500)),
    Pictures("subject_image_list", (Part(_IMAGE, {"subject_image": HOLE}),), min=1, max=4, required=True),
    Native("scene_image", _IMAGE),
    Slots("style_image", part=Part(_IMAGE, roles=("style",))),
    RatioTier("aspect_ratio", _RATIOS, default={"aspect_ratio": "16:9"}),
    Model("model_name", optional=True, default="kling-v2-1"),
    name="kling/kling-v2-1:remix",
    model="kling-v2-1",
    serves="kling/kling-v2-1",
    path="/v1/images/multi-image2image",
    docs="https://kling.ai/document-api/api/image/2-1/multi-image-to-image",
    without=("negative_prompt", "image", "image_reference", "image_fidelity", "human_fidelity", "element_list"),
)
KLING_V2_1 = _GENERATIONS.but(
    model="kling-v2-1",
    serves="kling/kling-v2-1",
    docs="https://kling.ai/document-api/api/image/2-1/image-generation",
    rules=(
        Rule(
            {"image": PRESENT},
            {"resolution": OneOf("1k")},
            "with a picture 2k is refused (error 1201)",
            source=_MEASURED,
        ),
        Rule(
            {"element_list": PRESENT},
            {"element_list": ABSENT},
            "the capability map has no elements for this model, the page of the route names none",
            effect="disputed",
            source=_MAP,
        ),
    ),
    operations={"remix": KLING_V2_1_REMIX},
)
KLING_V2_NEW = _GENERATIONS.but(
    model="kling-v2-new",
    serves="kling/kling-v2-new",
    rules=(_FIDELITY_OF_2_1,),
    note="not in the capability map",
)
KLING_V2 = KLING_V2_NEW.but(
    model="kling-v2",
    serves="kling/kling-v2",
    status="retired",
    retired="2026-09-15",
    successor="kling-v2-1",
    note="",
)
KLING_V1_5 = _GENERATIONS.but(
    model="kling-v1-5",
    serves="kling/kling-v1-5",
    status="retired",
    retired="2026-09-15",
    successor="kling-v2-1",
    rules=(Rule({"image_reference": ABSENT}, {"image": ABSENT}, "with this model a picture needs image_reference"),),
)
KLING_V1 = _GENERATIONS.but(model="kling-v1", serves="kling/kling-v1", note="not in the capability map")

# ---- the omni route

KLING_V3_OMNI = Target(
    name="kling/kling-v3-omni",
    model="kling-v3-omni",
    serves="kling/kling-v3-omni",
    method="POST",
    path="/v1/images/omni-image",
    base_url="https://api-singapore.klingai.com",
    key_header="Authorization: Bearer {key}",
    docs="https://kling.ai/document-api/api/image/3-0-omni/image-omni",
    checked="2026-11-30",
    rows=(
        Model("model_name", optional=True, default="kling-image-o1"),
        Param("prompt", Field.prompt, Text(max_length=2500), required=True, note="calls a picture <<<image_1>>>"),
        Pictures("image_list", (Part(_IMAGE, {"image": HOLE}),), max=10),
        Native("element_list", ListOf(_ELEMENT, max=10)),
        RatioTier(
            "aspect_ratio",
            (*_RATIOS, "auto"),
            "resolution",
            {**_TIERS, "4K": "4k"},
            default={"aspect_ratio": "auto", "resolution": "1k"},
            note="the capability map has no auto for kling-v3-omni without a picture",
        ),
        Native("result_type", OneOf("single", "series"), default="single"),
        Param(
            "n",
            Field.n,
            Int(1, 9, round_down=True),
            default=1,
            default_when={"result_type": OneOf("single")},
        ),
        Native("series_amount", AnyOf(Int(2, 9), OneOf("auto")), default=4),
        _WATERMARK,
        _CALLBACK,
        _TASK_ID,
        Fixed(Field.delivery, "url", note="for 30 days"),
    ),
    rules=(
        Total(("image_list", "element_list"), 10, "pictures and elements are at most 10 together"),
        Rule(
            {"result_type": OneOf("series")},
            {"n": ABSENT},
            "with a series n has no effect",
            effect="ignored",
        ),
        Rule(
            {"result_type": Not(OneOf("series"))},
            {"series_amount": ABSENT},
            "without a series series_amount has no effect",
            effect="ignored",
        ),
    ),
)
KLING_IMAGE_O1 = KLING_V3_OMNI.but(
    RatioTier(
        "aspect_ratio",
        (*_RATIOS, "auto"),
        "resolution",
        _TIERS,
        default={"aspect_ratio": "auto", "resolution": "1k"},
        note="4k is on the page of the route, but not for this model",
        source=_MAP,
    ),
    Native("result_type", OneOf("single"), default="single", note="no series with this model", source=_MAP),
    model="kling-image-o1",
    serves="kling/kling-image-o1",
    docs="https://kling.ai/document-api/api/image/o1/image-generation",
)

# ---- expansion, of no model in particular

EXPAND = Target(
    name="kling/expand:outpaint",
    method="POST",
    path="/v1/images/editing/expand",
    base_url="https://api-singapore.klingai.com",
    key_header="Authorization: Bearer {key}",
    docs="https://kling.ai/document-api/guides/capability-map/image",
    checked="2026-11-30",
    rows=(
        Slots("image", part=_IMAGE, required=True),
        Native("up_expansion_ratio", Num(0, 2), required=True, note="in heights of the picture"),
        Native("down_expansion_ratio", Num(0, 2), required=True, note="in heights of the picture"),
        Native("left_expansion_ratio", Num(0, 2), required=True, note="in widths of the picture"),
        Native("right_expansion_ratio", Num(0, 2), required=True, note="in widths of the picture"),
        Param("prompt", Field.prompt, Text(max_length=2500)),
        _COUNT,
        _WATERMARK,
        _CALLBACK,
        _TASK_ID,
        Fixed(Field.delivery, "url", note="for 30 days"),
    ),
)

TARGETS: tuple[Target, ...] = (
    KLING_V3,
    KLING_V2_1,
    KLING_V2_1_REMIX,
    KLING_V3_OMNI,
    KLING_IMAGE_O1,
    EXPAND,
    KLING_V2_NEW,
    KLING_V2,
    KLING_V1_5,
    KLING_V1,
)
ENVELOPE: Target | None = None
