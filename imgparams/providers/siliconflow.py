"""SiliconFlow: one OpenAI-like route for Qwen's image models, Kolors, Z-Image and ERNIE-Image.

Source: the vendor's page "images generations" on docs.siliconflow.com (the two Qwen models, the defaults of batch_size,
num_inference_steps and guidance_scale), read 2026-11. The page on the other host, docs.siliconflow.cn, differs: it also
has Kolors and Qwen-Image-Edit-2509, and it says that the edit models take no image_size, that batch_size and
guidance_scale are for Kolors only, and that image may be an address. Rows of these models that this touches are marked.
Sizes and number of pictures of the newer models: model-bank (npm), 2026-11, and a program's table of 2026-08, which is
the only source of the sizes of Z-Image and ERNIE-Image.

Unknown fields are ignored, by use: a program sends num_images and image_list to Qwen-Image-Edit and gets its pictures
(public code, 2026); the vendor states nothing.

The field cfg is for Qwen-Image by its text on the page, whose own sample sends it to Qwen-Image-Edit-2509.

Open: sizes other than the recommended ones are taken, within limits that are not published.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    PRESENT,
    Field,
    Fixed,
    Grid,
    Image,
    Int,
    Model,
    Native,
    Not,
    Num,
    OneOf,
    Param,
    Rule,
    SizeText,
    Slots,
    Target,
    Text,
)

_NO_SIZE = "required on docs.siliconflow.com; docs.siliconflow.cn has the edit models without it"
_KOLORS = "docs.siliconflow.cn says that it is for Kolors only"
_CN_HOST = "https://api.siliconflow.cn"
_CN = "https://docs.siliconflow.cn/api-reference/images/images-generations"
_CFG = Native(
    "cfg", Num(0.1, 20), note="for Qwen's models; above 1 for text in pictures; 4 with 50 steps is recommended"
)
#: for the Qwen models, which only docs.siliconflow.com gives these two
_QWEN_N = Param("batch_size", Field.n, Int(1, 1, round_down=True), default=1, disputed_to=Int(1, 4), disputed=_KOLORS)
_QWEN_GUIDANCE = Rule({"guidance_scale": PRESENT}, {"guidance_scale": ABSENT}, _KOLORS, effect="disputed", source=_CN)

IMAGES_EDIT = Target(
    name="siliconflow/images:edit",
    method="POST",
    path="/v1/images/generations",
    base_url="https://api.siliconflow.com",
    key_header="Authorization: Bearer {key}",
    docs="https://docs.siliconflow.com/cn/api-reference/images/images-generations",
    checked="2026-11-29",
    unknown="ignored",
    rows=(
        Model("model"),
        Param("prompt", Field.prompt, Text(), required=True),
        Param("negative_prompt", Field.negative_prompt, Text()),
        SizeText("image_size", Grid(), note="the limits are not published", disputed=_NO_SIZE),
        Param("batch_size", Field.n, Int(1, 4, round_down=True), default=1, disputed=_KOLORS),
        Param("seed", Field.seed, Int(0, 9999999999)),
        Param("num_inference_steps", Field.steps, Int(1, 100), default=20),
        Param("guidance_scale", Field.guidance, Num(0, 20), default=7.5, disputed=_KOLORS),
        _CFG,
        Slots("image", "image2", "image3", part=Image("url", "data"), source=_CN),
        Fixed(Field.delivery, "url", note="valid for an hour"),
    ),
    rules=(
        Rule(
            {"model": Not(OneOf("Qwen/Qwen-Image-Edit-2509"))},
            {"image2": ABSENT, "image3": ABSENT},
            "image2 and image3 are for Qwen-Image-Edit-2509 only",
            effect="ignored",
            source=_CN,
        ),
    ),
)

IMAGES = IMAGES_EDIT.but(
    SizeText("image_size", Grid(), required=True, note="the limits are not published"),
    name="siliconflow/images",
    without=("image", "image2", "image3"),
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
    _QWEN_N,
    model="Qwen/Qwen-Image",
    serves="alibaba/qwen-image",
    rules=(_QWEN_GUIDANCE,),
    operations={},
)

QWEN_IMAGE_EDIT = IMAGES_EDIT.but(
    _QWEN_N,
    Slots("image", part=Image("url", "data"), source=_CN),
    model="Qwen/Qwen-Image-Edit",
    serves="alibaba/qwen-image-edit",
    without=("cfg",),
    rules=(_QWEN_GUIDANCE,),
)

QWEN_IMAGE_EDIT_2509 = QWEN_IMAGE_EDIT.but(
    Slots("image", "image2", "image3", part=Image("url", "data"), source=f"{_CN}; model-bank, 2026-11"),
    _CFG,
    model="Qwen/Qwen-Image-Edit-2509",
    serves="alibaba/qwen-image-edit-2509",
    docs=_CN,
    base_url=_CN_HOST,
    without=("image_size",),
)

# ---- on docs.siliconflow.cn only

_FIVE = ("1024x1024", "960x1280", "768x1024", "720x1440", "720x1280")
KOLORS = IMAGES.but(
    SizeText("image_size", _FIVE, open=True, note="recommended; no limits are published"),
    Param("batch_size", Field.n, Int(1, 4, round_down=True), default=1),
    Param("guidance_scale", Field.guidance, Num(0, 20), default=7.5),
    Slots("image", part=Image("url", "data")),
    model="Kwai-Kolors/Kolors",
    serves="kwai-kolors/kolors",
    docs=_CN,
    base_url=_CN_HOST,
    without=("cfg",),
    operations={},
)
Z_IMAGE = IMAGES.but(
    SizeText(
        "image_size",
        _FIVE,
        open=True,
        note="the sizes that a program sends; no limits are published",
        source="a program's table of the image models, 2026-08",
    ),
    Fixed(Field.n, 1, note="batch_size is for Kolors"),
    model="Tongyi-MAI/Z-Image",
    serves="alibaba/z-image",
    docs=_CN,
    base_url=_CN_HOST,
    without=("cfg", "batch_size", "guidance_scale"),
    operations={},
)
Z_IMAGE_TURBO = Z_IMAGE.but(
    model="Tongyi-MAI/Z-Image-Turbo", serves="alibaba/z-image-turbo", without=("negative_prompt",)
)
ERNIE_IMAGE_TURBO = Z_IMAGE_TURBO.but(model="baidu/ERNIE-Image-Turbo", serves="baidu/ernie-image-turbo")

TARGETS: tuple[Target, ...] = (
    IMAGES,
    IMAGES_EDIT,
    QWEN_IMAGE,
    QWEN_IMAGE_EDIT,
    QWEN_IMAGE_EDIT_2509,
    KOLORS,
    Z_IMAGE,
    Z_IMAGE_TURBO,
    ERNIE_IMAGE_TURBO,
)
ENVELOPE: Target | None = IMAGES
