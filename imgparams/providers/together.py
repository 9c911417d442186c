"""Together AI: one OpenAI-like route for many models, which size by pixels or by ratio.

Sources: togethercomputer/openapi, openapi.yaml, 2026-04-28; the Python package together 3.1.1; the vendor's pages on image
parameters, models, and reference images, 2026.

Open: any bound of width and height (multiples of 8 are advice); the list of ratios; how many references each model takes.
"""

from __future__ import annotations

from imgparams.domains import Flag, Int, ListOf, Num, OneOf, Record, Text
from imgparams.images import Image
from imgparams.parts import Keys, Pictures
from imgparams.rows import Model, Own, Param
from imgparams.shapes import RatioRange, Sizes, WidthHeight
from imgparams.sizes import Grid
from imgparams.target import Target, want

_URL = Keys("image_url", part=Image("url"))
_LIST = Pictures("reference_images", (Image("url"),), note="how many is not stated")

IMAGES = Target(
    name="together/images",
    method="POST",
    path="/v1/images/generations",
    docs="https://docs.together.ai/docs/inference/images/parameters",
    checked="2026-11-21",
    rows=(
        Model("model"),
        Param("prompt", want.prompt, Text(), required=True, note="the length depends on the model"),
        WidthHeight("width", "height", Grid(), default=(1024, 1024), note="multiples of 8 are advised"),
        Param("n", want.n, Int(1, 4, down=True), default=1, source="the vendor's page; the OpenAPI file has no bounds"),
        Param("steps", want.steps, Int(1, 50), default=20, source="the vendor's page"),
        Param("seed", want.seed, Int()),
        Param("negative_prompt", want.negative_prompt, Text()),
        Param("guidance_scale", want.guidance, Num(), default=3.5, note="8 to 10 is closer to the prompt"),
        Keys("image_url", part=Image("url"), alone=True, note="for Kontext, FLUX.2 pro and flex"),
        Pictures("reference_images", (Image("url"),), note="for FLUX.2 and the Google models; how many is not stated"),
        Own("image_loras", ListOf(Record({"path": Text(), "scale": Num()}, required=("path", "scale")))),
        Param("output_format", want.output_format, OneOf("jpeg", "png"), default="jpeg"),
        Own("response_format", OneOf("base64", "url"), note="not OpenAI's b64_json"),
        Own("disable_safety_checker", Flag()),
    ),
)

FLUX_1_SCHNELL = IMAGES.but(
    Param("steps", want.steps, Int(1, 50), default=4, source="the vendor's page"),
    Sizes((RatioRange("aspect_ratio"),), source="the vendor's page; neither the OpenAPI file nor the package has it"),
    name="together/black-forest-labs/FLUX.1-schnell",
    model="black-forest-labs/FLUX.1-schnell",
    without=("width", "image_url", "reference_images"),
)
FLUX_1_1_PRO = IMAGES.but(
    name="together/black-forest-labs/FLUX.1.1-pro",
    model="black-forest-labs/FLUX.1.1-pro",
    without=("image_url", "reference_images"),
)
FLUX_1_KONTEXT_PRO = IMAGES.but(
    Sizes((RatioRange("aspect_ratio"),), source="the vendor's page; neither the OpenAPI file nor the package has it"),
    _URL,
    name="together/black-forest-labs/FLUX.1-kontext-pro",
    model="black-forest-labs/FLUX.1-kontext-pro",
    without=("width", "reference_images"),
)
FLUX_1_KONTEXT_MAX = FLUX_1_KONTEXT_PRO.but(
    name="together/black-forest-labs/FLUX.1-kontext-max", model="black-forest-labs/FLUX.1-kontext-max"
)
FLUX_2_PRO = IMAGES.but(name="together/black-forest-labs/FLUX.2-pro", model="black-forest-labs/FLUX.2-pro")
FLUX_2_FLEX = IMAGES.but(name="together/black-forest-labs/FLUX.2-flex", model="black-forest-labs/FLUX.2-flex")
FLUX_2_DEV = IMAGES.but(
    _LIST,
    name="together/black-forest-labs/FLUX.2-dev",
    model="black-forest-labs/FLUX.2-dev",
    without=("image_url",),
)
FLUX_2_MAX = FLUX_2_DEV.but(name="together/black-forest-labs/FLUX.2-max", model="black-forest-labs/FLUX.2-max")

TARGETS: tuple[Target, ...] = (
    IMAGES,
    FLUX_1_SCHNELL,
    FLUX_1_1_PRO,
    FLUX_1_KONTEXT_PRO,
    FLUX_1_KONTEXT_MAX,
    FLUX_2_PRO,
    FLUX_2_FLEX,
    FLUX_2_DEV,
    FLUX_2_MAX,
)
ENVELOPE: Target | None = IMAGES
