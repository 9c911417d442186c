"""Fireworks AI: FLUX workflows by ratio, Kontext, and the older SDXL route by pixels.

Sources: Fireworks documentation, FLUX.1 schnell FP8 text_to_image; the npm package @ai-sdk/fireworks 2.0.90.

Open: the bounds of guidance_scale and num_inference_steps; whether the models of the SDXL route are still served; that
flux-1-dev-fp8 takes the ratios of schnell is an inference. Left out: `application/json` answers are the same pictures.
"""

from __future__ import annotations

from imgparams.domains import ABSENT, Int, Not, Num, OneOf, Text, Words
from imgparams.images import Image
from imgparams.parts import Keys
from imgparams.rows import Fixed, Model, Own, Param
from imgparams.rules import Rule
from imgparams.shapes import RatioRange, RatioTier, Sizes, WidthHeight
from imgparams.sizes import Grid
from imgparams.target import Target, want

_DOCS = "https://docs.fireworks.ai/api-reference/generate-a-new-image-from-a-text-prompt"
_CHECKED = "2026-11-21"
_SDK = "@ai-sdk/fireworks 2.0.90"

FLUX_1_SCHNELL_FP8 = Target(
    name="fireworks/accounts/fireworks/models/flux-1-schnell-fp8",
    model="accounts/fireworks/models/flux-1-schnell-fp8",
    method="POST",
    path="/inference/v1/workflows/accounts/fireworks/models/flux-1-schnell-fp8/text_to_image",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Param("prompt", want.prompt, Text(), required=True),
        RatioTier("aspect_ratio", ("1:1", "21:9", "16:9", "3:2", "5:4", "4:5", "2:3", "9:16", "9:21", "4:3", "3:4")),
        Param("guidance_scale", want.guidance, Num(), default=3.5),
        Param("num_inference_steps", want.steps, Int(), default=4),
        Param("seed", want.seed, Int(), unset=(0,), note="0 is random"),
        Param(
            "header:Accept",
            want.output_format,
            Words({"png": "image/png", "jpeg": "image/jpeg"}),
            default="image/png",
            note="application/json answers with base64",
        ),
        Param(
            "header:Jpeg-Quality",
            want.output_compression,
            Int(None, 100),
            source="an older edition of the page",
        ),
        Fixed(want.n, 1, source=_SDK),
    ),
    rules=(
        Rule(
            {"header:Accept": Not(OneOf("image/jpeg"))},
            {"header:Jpeg-Quality": ABSENT},
            "Jpeg-Quality goes with Accept: image/jpeg",
            effect="ignored",
        ),
    ),
)
FLUX_1_DEV_FP8 = FLUX_1_SCHNELL_FP8.but(
    name="fireworks/accounts/fireworks/models/flux-1-dev-fp8",
    model="accounts/fireworks/models/flux-1-dev-fp8",
    path="/inference/v1/workflows/accounts/fireworks/models/flux-1-dev-fp8/text_to_image",
    note="that it takes what schnell takes is an inference",
)

FLUX_KONTEXT_PRO = Target(
    name="fireworks/accounts/fireworks/models/flux-kontext-pro",
    model="accounts/fireworks/models/flux-kontext-pro",
    method="POST",
    path="/inference/v1/workflows/accounts/fireworks/models/flux-kontext-pro",
    docs="https://docs.fireworks.ai/api-reference/generate-or-edit-image-using-flux-kontext",
    checked=_CHECKED,
    rows=(
        Param("prompt", want.prompt, Text(), required=True),
        Sizes((RatioRange("aspect_ratio"),), note="the bounds are not in the package"),
        Keys("input_image", part=Image("url", "data")),
        Param("seed", want.seed, Int()),
    ),
    note="asynchronous: the answer is polled for",
)
FLUX_KONTEXT_MAX = FLUX_KONTEXT_PRO.but(
    name="fireworks/accounts/fireworks/models/flux-kontext-max",
    model="accounts/fireworks/models/flux-kontext-max",
    path="/inference/v1/workflows/accounts/fireworks/models/flux-kontext-max",
)

IMAGE_GENERATION = Target(
    name="fireworks/image_generation",
    method="POST",
    path="/inference/v1/image_generation/{model}",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Model("path:model"),
        Param("prompt", want.prompt, Text(), required=True),
        WidthHeight("width", "height", Grid(), note="these models refuse aspect_ratio"),
        Param("seed", want.seed, Int()),
        Own("header:Accept", OneOf("image/png", "image/jpeg", "application/json")),
    ),
    note="the route of the SDXL family; whether those are still served is not confirmed",
)
STABLE_DIFFUSION_XL = IMAGE_GENERATION.but(
    name="fireworks/accounts/fireworks/models/stable-diffusion-xl-1024-v1-0",
    model="accounts/fireworks/models/stable-diffusion-xl-1024-v1-0",
    path="/inference/v1/image_generation/accounts/fireworks/models/stable-diffusion-xl-1024-v1-0",
    without=("path:model",),
)
PLAYGROUND_V2 = STABLE_DIFFUSION_XL.but(
    name="fireworks/accounts/fireworks/models/playground-v2-1024px-aesthetic",
    model="accounts/fireworks/models/playground-v2-1024px-aesthetic",
    path="/inference/v1/image_generation/accounts/fireworks/models/playground-v2-1024px-aesthetic",
)
PLAYGROUND_V2_5 = STABLE_DIFFUSION_XL.but(
    name="fireworks/accounts/fireworks/models/playground-v2-5-1024px-aesthetic",
    model="accounts/fireworks/models/playground-v2-5-1024px-aesthetic",
    path="/inference/v1/image_generation/accounts/fireworks/models/playground-v2-5-1024px-aesthetic",
)
SSD_1B = STABLE_DIFFUSION_XL.but(
    name="fireworks/accounts/fireworks/models/SSD-1B",
    model="accounts/fireworks/models/SSD-1B",
    path="/inference/v1/image_generation/accounts/fireworks/models/SSD-1B",
)
JAPANESE_STABLE_DIFFUSION_XL = STABLE_DIFFUSION_XL.but(
    name="fireworks/accounts/fireworks/models/japanese-stable-diffusion-xl",
    model="accounts/fireworks/models/japanese-stable-diffusion-xl",
    path="/inference/v1/image_generation/accounts/fireworks/models/japanese-stable-diffusion-xl",
)

TARGETS: tuple[Target, ...] = (
    FLUX_1_SCHNELL_FP8,
    FLUX_1_DEV_FP8,
    FLUX_KONTEXT_PRO,
    FLUX_KONTEXT_MAX,
    IMAGE_GENERATION,
    STABLE_DIFFUSION_XL,
    PLAYGROUND_V2,
    PLAYGROUND_V2_5,
    SSD_1B,
    JAPANESE_STABLE_DIFFUSION_XL,
)
ENVELOPE: Target | None = IMAGE_GENERATION
