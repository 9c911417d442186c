"""StepFun: OpenAI-like routes for its own image models, which it shut down on 2026-10-10.

Sources: the vendor's pages of images/generations and images/edits on platform.stepfun.com in their last form, which
says that both routes end on 2026-10-10, and in their older ones (step-1x-medium, step-1x-edit); the same two pages on
platform.stepfun.ai; its notice on the migration of models (step-1x-medium ended on 2026-07-08). Other bounds of steps,
and other defaults: model-bank (npm), a list that LobeHub keeps, 2026-11, which still has these models.

step-image-edit-2 writes a size as height x width, by the pages on both hosts: `768x1360` is a picture 1360 wide and
768 high. step-2x-large and the older models write width x height.

step-1x-edit takes its three sizes as an area: the picture keeps the ratio of the one sent, at about that many pixels.

Unknown fields: nothing is stated. Open: the range of the older models' seed; the day on which step-1x-edit ended (the
last form of the page no longer has it); how many bytes and what kinds of pictures step-image-edit-2 takes. Left out:
the route images/image2image of step-2x-large, which was not read; the same routes under /step_plan, for subscribers;
the host api.stepfun.ai, which has step-image-edit-2 only.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    WEIGHT,
    Field,
    Fixed,
    Flag,
    Image,
    Int,
    Model,
    Native,
    Num,
    Param,
    Part,
    Presets,
    Rule,
    ShapeWords,
    Sizes,
    SizeText,
    Slots,
    Target,
    Text,
    Words,
)

_LIST = "model-bank (npm), 2026-11"
_END = "2026-10-10"
_PROMPT_512 = Param("prompt", Field.prompt, Text(max_length=512), required=True)
_DELIVERY = Param(
    "response_format",
    Field.delivery,
    Words({"url": "url", "base64": "b64_json"}),
    default="url",
    note="URLs live for 30 days, 2 hours on the other host",
)
_OLDER_SEED = Param("seed", Field.seed, Int(), unset=(0,), note="0 is random")

# ---- step-image-edit-2, by both routes

_OWN = (
    _PROMPT_512,
    Param("seed", Field.seed, Int(0, 2147483647), note="random by default"),
    Param("steps", Field.steps, Int(1, 50), default=8),
    Param("cfg_scale", Field.guidance, Num(1, 10), default=1.0),
    Param("negative_prompt", Field.negative_prompt, Text(max_length=512)),
    Native("text_mode", Flag(), default=False, note="for text in pictures"),
    _DELIVERY,
)
_HEIGHT_FIRST = Presets(
    "size",
    {
        "1024x1024": "1024x1024",
        "768x1360": "1360x768",
        "896x1184": "1184x896",
        "1360x768": "768x1360",
        "1184x896": "896x1184",
    },
)
_NO_NEGATIVE = Rule(
    {"cfg_scale": Num(1, 1)},
    {"negative_prompt": ABSENT},
    "with cfg_scale 1, the default, the negative prompt does not reach the model",
    effect="ignored",
)

STEP_IMAGE_EDIT_2_EDIT = Target(
    name="stepfun/step-image-edit-2:edit",
    model="step-image-edit-2",
    serves="stepfun/step-image-edit-2",
    method="POST",
    path="/v1/images/edits",
    base_url="https://api.stepfun.com",
    key_header="Authorization: Bearer {key}",
    docs="https://platform.stepfun.com/docs/zh/api-reference/images/edits",
    checked="2026-11-30",
    content="multipart",
    status="retired",
    retired=_END,
    rows=(
        Model("model"),
        Slots("image", part=Image("file", "base64"), required=True, note="one picture, at most 4096x4096"),
        *_OWN,
        Native("size", Text(), note="without effect; the page lists no words"),
        Fixed(Field.n, 1, note="no field counts pictures"),
    ),
    rules=(
        _NO_NEGATIVE,
        Rule({"model": PRESENT}, {"size": ABSENT}, "an edit has the size of its picture", effect="ignored"),
    ),
)

STEP_IMAGE_EDIT_2 = Target(
    name="stepfun/step-image-edit-2",
    model="step-image-edit-2",
    serves="stepfun/step-image-edit-2",
    method="POST",
    path="/v1/images/generations",
    base_url="https://api.stepfun.com",
    key_header="Authorization: Bearer {key}",
    docs="https://platform.stepfun.com/docs/zh/api-reference/images/image",
    checked="2026-11-30",
    status="retired",
    retired=_END,
    rows=(
        Model("model"),
        *_OWN,
        Sizes((_HEIGHT_FIRST,), default={"size": "1024x1024"}, note="height x width"),
        Param("n", Field.n, Int(1, 1, round_down=True), default=1, note="one picture a call"),
    ),
    rules=(_NO_NEGATIVE,),
    operations={"edit": STEP_IMAGE_EDIT_2_EDIT},
)

# ---- the older models

_SIZES = SizeText("size", ("256x256", "512x512", "768x768", "1024x1024", "1280x800", "800x1280"), default="1024x1024")

STEP_2X_LARGE = STEP_IMAGE_EDIT_2.but(
    _SIZES,
    _OLDER_SEED,
    Param(
        "steps",
        Field.steps,
        Int(1, 50),
        default=50,
        disputed_to=Int(1, 100),
        disputed=f"1 to 50 on the page, 1 to 100 in {_LIST}",
    ),
    Param(
        "cfg_scale",
        Field.guidance,
        Num(1, 10),
        default=6,
        disputed=f"the default is 6 on the page, 7.5 in {_LIST}",
    ),
    model="step-2x-large",
    serves="stepfun/step-2x-large",
    without=("negative_prompt", "text_mode"),
    operations={},
)

STEP_1X_MEDIUM = STEP_2X_LARGE.but(
    Param("prompt", Field.prompt, Text(max_length=1024), required=True),
    Param("steps", Field.steps, Int(1, 100), default=50),
    Param("cfg_scale", Field.guidance, Num(1, 10), default=7.5),
    Slots(
        "style_reference",
        part=Part(
            Image("url", "data"),  # "base64" on the page, whose example is a data URL
            {"source_url": HOLE, "weight": WEIGHT},
            roles=("style",),
            weight=Num(0, 2),
        ),
        note="png or jpeg, 10 MB; its weight is above 0, and 1 by default",
    ),
    model="step-1x-medium",
    serves="stepfun/step-1x-medium",
    retired="2026-07-08",
    successor="step-2x-large",
    docs="https://platform.stepfun.com/docs/api-reference/image",
)

STEP_1X_EDIT = STEP_IMAGE_EDIT_2_EDIT.but(without=("negative_prompt", "text_mode", "size")).but(
    Slots(
        "image",
        part=Image("file"),
        required=True,
        note="one jpg, png or webp, 10 MB, a ratio of 1:3 to 3:1; sides of 64 to 4096, or to 1728 and 1024x1024 pixels",
    ),
    _OLDER_SEED,
    Param(
        "steps",
        Field.steps,
        Int(1, 50),
        default=28,
        disputed_to=Int(1, 100),
        disputed="1 to 50 in the page's later form, 1 to 100 in an earlier one",
    ),
    Param("cfg_scale", Field.guidance, Num(1, 10), default=6),
    Sizes(
        (ShapeWords(tier="size", tiers={"512": "512x512", "768": "768x768", "1K": "1024x1024"}),),
        default={"size": "512x512"},
        note="an area; the ratio is that of the picture sent",
    ),
    model="step-1x-edit",
    serves="stepfun/step-1x-edit",
    retired="",
)

TARGETS: tuple[Target, ...] = (
    STEP_IMAGE_EDIT_2,
    STEP_IMAGE_EDIT_2_EDIT,
    STEP_2X_LARGE,
    STEP_1X_MEDIUM,
    STEP_1X_EDIT,
)
ENVELOPE: Target | None = None
