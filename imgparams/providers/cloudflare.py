"""Cloudflare Workers AI: one route, the model in the path, a schema for each model.

Sources: the model schemas in the cloudflare-docs repository (flux-1-schnell, lucid-origin, phoenix-1.0, flux-2-dev), commits of
2026; the page of flux-2-dev; the Python package cloudflare 5.9.0 for the generic text-to-image models, 2026-11-17.

Open: the bounds of the generic models and of the form fields of FLUX.2; the schemas state a least side of 0, which is no
picture, so sides start at 1 here. Left out: `image` and `mask` of the generic models as arrays of integers, the bytes one by
one (`image_b64` takes the same picture), and references of FLUX.2, whose form fields no source lists.
"""

from __future__ import annotations

from imgparams.domains import Int, Json, Num, Text
from imgparams.images import Image
from imgparams.parts import Keys
from imgparams.rows import Fixed, Model, Own, Param
from imgparams.shapes import WidthHeight
from imgparams.sizes import Grid
from imgparams.target import Target, want

_DOCS = "https://developers.cloudflare.com/workers-ai/models/"
_CHECKED = "2026-11-21"

TEXT_TO_IMAGE = Target(
    name="cloudflare/text-to-image",
    method="POST",
    path="/client/v4/accounts/{account}/ai/run/{model}",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Model("path:model"),
        Param("prompt", want.prompt, Text(), required=True),
        Param("negative_prompt", want.negative_prompt, Text()),
        WidthHeight("width", "height", Grid()),
        Keys("image_b64", part=Image("base64")),
        Own("image", Json(), note="the same picture as an array of its bytes"),
        Own("mask", Json(), note="an array of bytes; how it marks the area is not said"),
        Param("num_steps", want.steps, Int()),
        Param("strength", want.strength, Num(0, 1)),
        Param("guidance", want.guidance, Num()),
        Param("seed", want.seed, Int()),
    ),
    note="the generic schema of the Stable Diffusion models; other models have their own",
)

FLUX_1_SCHNELL = Target(
    name="cloudflare/@cf/black-forest-labs/flux-1-schnell",
    model="@cf/black-forest-labs/flux-1-schnell",
    method="POST",
    path="/client/v4/accounts/{account}/ai/run/@cf/black-forest-labs/flux-1-schnell",
    docs="https://developers.cloudflare.com/ai/models/@cf/black-forest-labs/flux-1-schnell/",
    checked=_CHECKED,
    rows=(
        Param("prompt", want.prompt, Text(min_length=1, max_length=2048), required=True),
        Param("steps", want.steps, Int(None, 8), default=4),
        Fixed(want.n, 1, note="one picture in the answer"),
    ),
    unknown="refused",
)

LUCID_ORIGIN = Target(
    name="cloudflare/@cf/leonardo/lucid-origin",
    model="@cf/leonardo/lucid-origin",
    method="POST",
    path="/client/v4/accounts/{account}/ai/run/@cf/leonardo/lucid-origin",
    docs="https://developers.cloudflare.com/ai/models/@cf/leonardo/lucid-origin/",
    checked=_CHECKED,
    rows=(
        Param("prompt", want.prompt, Text(min_length=1), required=True),
        Param("guidance", want.guidance, Num(None, 10), default=4.5),
        Param("seed", want.seed, Int()),
        WidthHeight("width", "height", each=Int(1, 2500), default=(1120, 1120)),
        Param("num_steps", want.steps, Int(1, 40)),
        Own("steps", Int(1, 40), note="a second name of num_steps"),
    ),
)

PHOENIX_1_0 = Target(
    name="cloudflare/@cf/leonardo/phoenix-1.0",
    model="@cf/leonardo/phoenix-1.0",
    method="POST",
    path="/client/v4/accounts/{account}/ai/run/@cf/leonardo/phoenix-1.0",
    docs="https://developers.cloudflare.com/ai/models/@cf/leonardo/phoenix-1.0/",
    checked=_CHECKED,
    rows=(
        Param("prompt", want.prompt, Text(), required=True),
        Param("negative_prompt", want.negative_prompt, Text()),
        Param("guidance", want.guidance, Num(2, 10), default=2),
        Param("seed", want.seed, Int()),
        WidthHeight("width", "height", each=Int(1, 2048), default=(1024, 1024)),
        Param("num_steps", want.steps, Int(1, 50), default=25),
    ),
)

FLUX_2_DEV = Target(
    name="cloudflare/@cf/black-forest-labs/flux-2-dev",
    model="@cf/black-forest-labs/flux-2-dev",
    method="POST",
    path="/client/v4/accounts/{account}/ai/run/@cf/black-forest-labs/flux-2-dev",
    docs="https://developers.cloudflare.com/ai/models/@cf/black-forest-labs/flux-2-dev/",
    checked=_CHECKED,
    content="multipart",
    rows=(
        Param("prompt", want.prompt, Text(), required=True),
        WidthHeight("width", "height", Grid(), note="the form fields have no published bounds"),
        Param("steps", want.steps, Int()),
    ),
)
FLUX_2_KLEIN_4B = FLUX_2_DEV.but(
    name="cloudflare/@cf/black-forest-labs/flux-2-klein-4b",
    model="@cf/black-forest-labs/flux-2-klein-4b",
    path="/client/v4/accounts/{account}/ai/run/@cf/black-forest-labs/flux-2-klein-4b",
    docs=_DOCS,
)
FLUX_2_KLEIN_9B = FLUX_2_DEV.but(
    name="cloudflare/@cf/black-forest-labs/flux-2-klein-9b",
    model="@cf/black-forest-labs/flux-2-klein-9b",
    path="/client/v4/accounts/{account}/ai/run/@cf/black-forest-labs/flux-2-klein-9b",
    docs=_DOCS,
)

TARGETS: tuple[Target, ...] = (
    TEXT_TO_IMAGE,
    FLUX_1_SCHNELL,
    LUCID_ORIGIN,
    PHOENIX_1_0,
    FLUX_2_DEV,
    FLUX_2_KLEIN_4B,
    FLUX_2_KLEIN_9B,
)
ENVELOPE: Target | None = TEXT_TO_IMAGE
