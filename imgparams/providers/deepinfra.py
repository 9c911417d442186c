"""DeepInfra: many makers' models on a route of its own and on two that speak OpenAI's images API.

Sources: @ai-sdk/deepinfra 3.0.57 (npm); the vendor's package deepinfra 0.3.0 (PyPI); the vendor's pages of FLUX-2-dev,
FLUX-2-klein-4b, FLUX-2-max and Bria/fibo, 2026, and of Juggernaut Lightning Flux for the fields of the images route.

The targets named images and inference are for any model, without any model's limits: the model judges its fields.

What the vendor does with unknown fields is not known: the AI SDK forwards any option. On the route of its own it takes
a null and sides in quotes, by use: the AI SDK sends both.

Open: all ranges, which the pages hide; what a mask marks; how many pictures an edit takes, and whether each of the
FLUX.2 models edits (the AI SDK sends any model there); which version of FIBO Bria/fibo is, and its words for
resolution and ratio. Left out: models of which only the name is known.
"""

from __future__ import annotations

from imgparams.tables import (
    Field,
    Fixed,
    Grid,
    Image,
    Int,
    Model,
    Native,
    Num,
    OneOf,
    Param,
    Pictures,
    SizeText,
    Target,
    Text,
    WidthHeight,
    Words,
)

_SDK = "@ai-sdk/deepinfra 3.0.57"
_PAGE = "https://deepinfra.com/run-diffusion/Juggernaut-Lightning-Flux/api"
_BASE64 = Param(
    "response_format", Field.delivery, Words({"base64": "b64_json"}), default="b64_json", note="the only word"
)

# ---- OpenAI's images API

IMAGES_EDIT = Target(
    name="deepinfra/images:edit",
    method="POST",
    path="/v1/openai/images/edits",
    base_url="https://api.deepinfra.com",
    key_header="Authorization: Bearer {key}",
    docs="https://deepinfra.com/black-forest-labs/FLUX-2-klein-4b/api",
    checked="2026-11-29",
    content="multipart",
    rows=(
        Model("model"),
        Param("prompt", Field.prompt, Text(), required=True),
        Pictures("image", (Image("file"),), required=True, bare=True, note="one or more", source=_SDK),
        Param("mask", Field.mask, Image("file"), note="what it marks is not stated", source=_SDK),
        SizeText("size", Grid(), note="the limits are the model's", source=_SDK),
        Param("n", Field.n, Int(1, round_down=True), source=_SDK),
        Param("guidance", Field.guidance, Num(), source=_SDK),
        _BASE64,
    ),
)
IMAGES = Target(
    name="deepinfra/images",
    method="POST",
    path="/v1/openai/images/generations",
    base_url=IMAGES_EDIT.base_url,
    key_header=IMAGES_EDIT.key_header,
    docs=IMAGES_EDIT.docs,
    checked="2026-11-29",
    rows=(
        Model("model"),
        Param("prompt", Field.prompt, Text(), required=True),
        SizeText("size", Grid(), default="1024x1024", note="the limits are the model's"),
        Param("n", Field.n, Int(1, round_down=True)),
        _BASE64,
        Param("user", Field.user, Text(), source=_PAGE),
        Native("style", Text(), note="no words are stated", source=_PAGE),
    ),
    operations={"edit": IMAGES_EDIT},
)

_MODEL_PAGE = "https://deepinfra.com/{model}/api"
FLUX_2_DEV_EDIT = IMAGES_EDIT.but(
    model="black-forest-labs/FLUX-2-dev", serves="black-forest-labs/flux-2-dev", docs=_MODEL_PAGE
)
FLUX_2_DEV = IMAGES.but(
    model="black-forest-labs/FLUX-2-dev",
    serves="black-forest-labs/flux-2-dev",
    docs=_MODEL_PAGE,
    operations={"edit": FLUX_2_DEV_EDIT},
)
FLUX_2_KLEIN_4B_EDIT = IMAGES_EDIT.but(
    model="black-forest-labs/FLUX-2-klein-4b", serves="black-forest-labs/flux-2-klein-4b", docs=_MODEL_PAGE
)
FLUX_2_KLEIN_4B = IMAGES.but(
    model="black-forest-labs/FLUX-2-klein-4b",
    serves="black-forest-labs/flux-2-klein-4b",
    docs=_MODEL_PAGE,
    operations={"edit": FLUX_2_KLEIN_4B_EDIT},
)
FLUX_2_MAX_EDIT = IMAGES_EDIT.but(
    model="black-forest-labs/FLUX-2-max", serves="black-forest-labs/flux-2-max", docs=_MODEL_PAGE
)
FLUX_2_MAX = IMAGES.but(
    model="black-forest-labs/FLUX-2-max",
    serves="black-forest-labs/flux-2-max",
    docs=_MODEL_PAGE,
    operations={"edit": FLUX_2_MAX_EDIT},
)

# ---- the vendor's own route

INFERENCE = Target(
    name="deepinfra/inference",
    method="POST",
    path="/v1/inference/{model}",
    base_url=IMAGES_EDIT.base_url,
    key_header=IMAGES_EDIT.key_header,
    docs="https://deepinfra.com/docs",
    checked="2026-11-29",
    nulls="ignored",
    numbers_as_text="accepted",
    rows=(
        Model("path:model"),
        Param("prompt", Field.prompt, Text(), required=True),
        Param("num_images", Field.n, Int(1, round_down=True), note="the AI SDK asks for 1 a call"),
        WidthHeight("width", "height", Grid(), note="the limits are the model's"),
        Native("aspect_ratio", Text(), note="for some models", source=_SDK),
        Param("negative_prompt", Field.negative_prompt, Text()),
        Param("num_inference_steps", Field.steps, Int(1)),
        Param("guidance_scale", Field.guidance, Num()),
        Param("seed", Field.seed, Int()),
        Native("refine_steps", Int(), note="for SDXL", source="deepinfra 0.3.0"),
        Fixed(Field.delivery, "base64", note="as data URLs"),
    ),
    note="for any model, without any model's limits",
)
FIBO = INFERENCE.but(
    Param("prompt", Field.prompt, Text(), note="of the route; the page's list has structured_prompt"),
    Native("structured_prompt", Text()),
    SizeText("resolution", Grid(), note="1024x1024 and the like"),
    Native("speed", OneOf("standard", "fast", "hq")),
    model="Bria/fibo",
    only=("prompt", "num_images", "aspect_ratio", "seed", "delivery"),
    docs=_MODEL_PAGE,
    note="",
)

TARGETS: tuple[Target, ...] = (
    IMAGES,
    IMAGES_EDIT,
    FLUX_2_DEV,
    FLUX_2_DEV_EDIT,
    FLUX_2_KLEIN_4B,
    FLUX_2_KLEIN_4B_EDIT,
    FLUX_2_MAX,
    FLUX_2_MAX_EDIT,
    INFERENCE,
    FIBO,
)
ENVELOPE: Target | None = IMAGES
