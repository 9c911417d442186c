"""SiliconFlow: one OpenAI-like route for the Qwen image models.

Source: the vendor's page "images generations" on docs.siliconflow.com (the two Qwen models, the defaults of batch_size,
num_inference_steps and guidance_scale), read 2026-11. The page on the other host, docs.siliconflow.cn, differs: it also
has Kolors and Qwen-Image-Edit-2509, and it says that the edit models take no image_size and that batch_size and
guidance_scale are for Kolors only. Rows of these models that this touches are marked.

Open: sizes other than the recommended ones are taken, within limits that are not published.
"""

from __future__ import annotations

from imgparams.tables import Field, Grid, Image, Int, Model, Native, Num, Param, SizeText, Slots, Target, Text

_NO_SIZE = "required on docs.siliconflow.com; docs.siliconflow.cn has the edit models without it"
_KOLORS = "docs.siliconflow.cn says that it is for Kolors only"

IMAGES_EDIT = Target(
    name="siliconflow/images:edit",
    method="POST",
    path="/v1/images/generations",
    docs="https://docs.siliconflow.com/cn/api-reference/images/images-generations",
    checked="2026-11-21",
    rows=(
        Model("model"),
        Param("prompt", Field.prompt, Text(), required=True),
        Param("negative_prompt", Field.negative_prompt, Text()),
        SizeText("image_size", Grid(), required=True, note="the limits are not published", disputed=_NO_SIZE),
        Param("batch_size", Field.n, Int(1, 4, round_down=True), default=1, disputed=_KOLORS),
        Param("seed", Field.seed, Int(0, 9999999999)),
        Param("num_inference_steps", Field.steps, Int(1, 100), default=20),
        Param("guidance_scale", Field.guidance, Num(0, 20), default=7.5, disputed=_KOLORS),
        Slots("image", part=Image("data"), note="the page of docs.siliconflow.cn has URLs too"),
    ),
)

IMAGES = IMAGES_EDIT.but(
    Native(
        "cfg", Num(0.1, 20), note="for Qwen-Image only; above 1 for text in pictures; 4 with 50 steps is recommended"
    ),
    name="siliconflow/images",
    without=("image",),
    operations={"edit": IMAGES_EDIT},
)

QWEN_IMAGE = IMAGES.but(
    SizeText(
        "image_size",
        ("1328x1328", "1664x928", "928x1664", "1472x1140", "1140x1472", "1584x1056", "1056x1584"),
        required=True,
        open=True,
        note="recommended; other sizes are taken within unpublished limits; 1140 is as printed, others have 1104",
    ),
    model="Qwen/Qwen-Image",
    operations={},
)

QWEN_IMAGE_EDIT = IMAGES_EDIT.but(model="Qwen/Qwen-Image-Edit")

TARGETS: tuple[Target, ...] = (IMAGES, IMAGES_EDIT, QWEN_IMAGE, QWEN_IMAGE_EDIT)
ENVELOPE: Target | None = IMAGES
