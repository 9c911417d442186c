"""Eigen AI: one route, JSON for text to image and multipart for image editing.

Sources: seed 000, which is the vendor's page "Generate image" (undated; the stored copies agree); a public skill text
for `eigen-image`, which shows that `seed` and `mode` travel in multipart too; the hand-written OpenAPI in
tryAGI/EigenAI, 2026-08-03.

Only `model` and `prompt` are taken by every model, and the Model Library, which says what else each takes, was not
available: the two models that the sources name have every field that the page lists for their form.

`images`, several files, is in the skill's edit example and in a program that calls qwen-image-edit-2511 and reads its
answer; the page does not have it, so it is disputed. It is read with every model, and written for several pictures with
`eigenai/images:edit` only. The same program sends `guidance_scale` in the form, which the page lists with text to
image.

Left out: `size`, on an older page only; the model qwen-image-edit-2511, of which only that program is known. Open: any
step of width and height; the ranges of seed, steps and the guidance fields; what the server does with unknown fields
(the hand-written OpenAPI lets them pass, which is no statement of the vendor). That one source image excludes another
is our reading.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    PRESENT,
    AtMost,
    Between,
    Const,
    Field,
    Fixed,
    Flag,
    Image,
    Int,
    Model,
    Native,
    Num,
    OneOf,
    Param,
    Pictures,
    Rule,
    Slots,
    Target,
    Text,
    WidthHeight,
    Words,
)

_HOST = "https://api-web.eigenai.com"
_KEY = "Authorization: Bearer {key}"
_DOCS = "https://docs.eigenai.com/products/model-api/api-reference/generate-image"
_CHECKED = "2026-11-20"
_IMAGES = "a public skill text, with eigen-image; a program that calls qwen-image-edit-2511, 2026"
_NOTE = "the vendor's Model Library says which optional parameters this model takes; it was not available"

EIGEN_IMAGE_EDIT = Target(
    name="eigenai/eigen-image:edit",
    model="eigen-image",
    serves="eigenai/eigen-image",
    method="POST",
    path="/api/v1/generate",
    base_url=_HOST,
    key_header=_KEY,
    docs=_DOCS,
    checked=_CHECKED,
    content="multipart",
    rows=(
        Model("model"),
        Param("prompt", Field.prompt, Text(), required=True),
        Param("seed", Field.seed, Int(), note="random by default; no range is stated"),
        Const("mode", "image-editing", optional=True, note="the page's own example leaves it out"),
        Param(
            "guidance_scale",
            Field.guidance,
            Num(),
            default=1.0,
            note="listed with text to image; a program sends it in the form too",
        ),
        Slots("image_file", part=Image("file"), note="the source image"),
        Pictures("images", (Image("file"),), bare=True, note="a program sends up to 9 files", source=_IMAGES),
        Native(
            "image", Image("file"), note="some request types use it instead of image_file; which ones is not stated"
        ),
        Slots(
            "image_path", part=Image("url", "id"), note="an HTTPS URL, or an internal path, which counts as an id here"
        ),
        Param("num_inference_steps", Field.steps, Num(), default=30, note="typed as a number, not an integer"),
        Native("binary_response", Flag(), note="true returns the bytes of the image; the default is not stated"),
        Param("output_format", Field.output_format, Words({"jpeg": "jpg", "png": "png"}), note="no default is stated"),
        Native("downsizing_mp", Num(), note="large images are first scaled down; to megapixels, by the name"),
        Native("lora_strength", Num(), default=0.8),
        Native("rank", Num(), default=32, note="strength or complexity of the edit"),
        Native("offloading", Flag()),
        Native("weight", OneOf("lightning", "vanilla"), note="the editing profile"),
        Native("true_cfg_scale", Num()),
        Fixed(Field.n, 1),
        Native("sample_steps", Num()),
        Native("sample_guide_scale", Num()),
        Param("negative_prompt", Field.negative_prompt, Text()),
        Native("s3_output_path", Text(), note="where the image is stored, such as s3://bucket/key"),
    ),
    rules=(
        AtMost(
            ("image_file", "image_path", "image", "images"),
            1,
            "the source is image_file, image_path, image or images; that they exclude each other is our reading",
        ),
        Between(
            ("image_file", "image_path", "image", "images"),
            1,
            4,
            "an edit has a source image, yet the page calls each of image_file, image_path and image optional",
            effect="disputed",
        ),
        Rule(
            {"images": PRESENT},
            {"images": ABSENT},
            "images is not on the page; a skill text sends one file so, and a program up to nine",
            effect="disputed",
            source=_IMAGES,
        ),
    ),
    note=_NOTE,
)

EIGEN_IMAGE = Target(
    name="eigenai/eigen-image",
    model="eigen-image",
    serves="eigenai/eigen-image",
    method="POST",
    path="/api/v1/generate",
    base_url=_HOST,
    key_header=_KEY,
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Model("model"),
        Param("prompt", Field.prompt, Text(), required=True, note="an older page has it optional"),
        Param("seed", Field.seed, Int(), note="random by default; no range is stated"),
        Const("mode", "text-to-image", optional=True),
        Native("real_time", Flag(), default=False, note="looks up current references on the web; text to image only"),
        WidthHeight(
            "width", "height", each=Int(512, 2048), default=(1024, 1024), note="text to image only; no step is stated"
        ),
        Param("guidance_scale", Field.guidance, Num(), default=1.0, note="no range is stated"),
    ),
    operations={"edit": EIGEN_IMAGE_EDIT},
    note=_NOTE,
)

FLUX_1_KONTEXT_EDIT = EIGEN_IMAGE_EDIT.but(model="flux-1-kontext", serves="black-forest-labs/flux-1-kontext-pro")

FLUX_1_KONTEXT = EIGEN_IMAGE.but(model="flux-1-kontext", operations={"edit": FLUX_1_KONTEXT_EDIT})

IMAGES_EDIT = EIGEN_IMAGE_EDIT.but(
    Slots("image_file", part=Image("file"), only_alone=True, note="the source image"),
    Slots(
        "image_path",
        part=Image("url", "id"),
        only_alone=True,
        note="an HTTPS URL, or an internal path, which counts as an id here",
    ),
    name="eigenai/images:edit",
    model="",
)

IMAGES = EIGEN_IMAGE.but(name="eigenai/images", model="", operations={"edit": IMAGES_EDIT})

TARGETS: tuple[Target, ...] = (EIGEN_IMAGE, EIGEN_IMAGE_EDIT, FLUX_1_KONTEXT, FLUX_1_KONTEXT_EDIT, IMAGES, IMAGES_EDIT)

ENVELOPE: Target | None = IMAGES
