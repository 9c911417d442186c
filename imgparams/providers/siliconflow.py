"""SiliconFlow: one OpenAI-like route for the Qwen image models.

Source: SiliconFlow documentation, "images generations", read 2026-11.

Open: sizes beside the recommended ones are taken, within limits that are not published. The excerpt that was to be had gave
ranges without every field's name: that they belong to `batch_size` and `guidance_scale` follows the order of the page.
"""

from __future__ import annotations

from imgparams.domains import Int, Num, Text
from imgparams.images import Image
from imgparams.parts import Keys
from imgparams.rows import Model, Own, Param
from imgparams.shapes import SizeText
from imgparams.sizes import Grid
from imgparams.target import Target, want

IMAGES_EDIT = Target(
    name="siliconflow/images:edit",
    method="POST",
    path="/v1/images/generations",
    docs="https://docs.siliconflow.com/cn/api-reference/images/images-generations",
    checked="2026-11-21",
    rows=(
        Model("model"),
        Param("prompt", want.prompt, Text(), required=True),
        Param("negative_prompt", want.negative_prompt, Text()),
        SizeText("image_size", Grid(), required=True, note="the limits are not published"),
        Param("batch_size", want.n, Int(1, 4, down=True)),
        Param("seed", want.seed, Int(None, 9999999999)),
        Param("num_inference_steps", want.steps, Int(1, 100)),
        Param("guidance_scale", want.guidance, Num(None, 20)),
        Keys("image", part=Image("data")),
    ),
)

IMAGES = IMAGES_EDIT.but(name="siliconflow/images", without=("image",), operations={"edit": IMAGES_EDIT})

QWEN_IMAGE = IMAGES.but(
    SizeText(
        "image_size",
        ("1328x1328", "1664x928", "928x1664", "1472x1140", "1140x1472", "1584x1056", "1056x1584"),
        required=True,
        accepts=None,
        open=True,
        note="recommended; others are taken within limits that are not published. 1140 as printed, where others have 1104",
    ),
    Own("cfg", Num(0.1, 20), note="above 1 for text in pictures; advised is 4 with 50 steps"),
    name="siliconflow/Qwen/Qwen-Image",
    model="Qwen/Qwen-Image",
    operations={},
    domains={"seed": Int(0, 9999999999)},
)

QWEN_IMAGE_EDIT = IMAGES_EDIT.but(name="siliconflow/Qwen/Qwen-Image-Edit:edit", model="Qwen/Qwen-Image-Edit")

TARGETS: tuple[Target, ...] = (IMAGES, IMAGES_EDIT, QWEN_IMAGE, QWEN_IMAGE_EDIT)
ENVELOPE: Target | None = IMAGES
