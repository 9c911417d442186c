"""Cloudflare Workers AI: one route, the model in the path, a schema for each model.

Sources: the model schemas in the cloudflare-docs repository, commits of 2025 and 2026; the page of flux-2-dev and the
changelog of 2025-11-25, which lists its form fields; the changelog of 2026-01-28 for the klein models; the Python
package cloudflare 5.9.0 for the generic text-to-image models, 2026-11-17.

flux-1-schnell refuses unknown fields: its schema has additionalProperties false, and a program got error 5006 for a
seed on 2026-09-06. What the other models do with them is not known. The fields of a form are always text.

The schemas of SDXL, SDXL Lightning and DreamShaper list `image` and `image_b64`, but the service refuses both: error
3030, the model has no input `image` (SDXL, Lightning), and error 3010, an unexpected shape (DreamShaper), in the
answers that several programs recorded in 2026 and in the open issue cloudflare/cloudflare-docs#11835. So they take no
pictures here. The one for img2img answers some accounts with 403, error 5018, that they may not use it; whether all
is not known.

The models of other makers that Cloudflare passes on to them are in `cloudflare_proxied`.

FLUX.2 takes a form only: JSON is refused with error 5006 ("required properties at '/' are 'multipart'").

Open: the bounds of the generic models, of the sides of FLUX.2 klein, and of steps, guidance and seed of FLUX.2; whether
Phoenix answers with base64, as Lucid Origin does, or with the file itself, as the Stable Diffusion models do. The
schemas of the Leonardo models state a minimum of 0 for the sides, which makes no picture, so sides start at 1 here.
`mask` of the Stable Diffusion models is an array of single bytes, which has no field in the intent; nor has `image`
(`image_b64` takes the same picture where one is taken).
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    PRESENT,
    Alternative,
    Alternatives,
    AtMost,
    Field,
    Fixed,
    Grid,
    Image,
    Int,
    Json,
    Model,
    Native,
    Num,
    Param,
    Rule,
    Slots,
    Target,
    Text,
    WidthHeight,
)

_DOCS = "https://developers.cloudflare.com/workers-ai/models/"
_CHANGELOG = "https://developers.cloudflare.com/changelog/post/2025-11-25-flux-2-dev-workers-ai/"

TEXT_TO_IMAGE = Target(
    name="cloudflare/text-to-image",
    method="POST",
    path="/client/v4/accounts/{account}/ai/run/{model}",
    base_url="https://api.cloudflare.com",
    key_header="Authorization: Bearer {key}",
    docs=_DOCS,
    checked="2026-11-29",
    rows=(
        Model("path:model"),
        Param("prompt", Field.prompt, Text(), required=True),
        Param("negative_prompt", Field.negative_prompt, Text()),
        WidthHeight("width", "height", Grid()),
        Slots("image_b64", part=Image("base64")),
        Native("image", Json(), note="the same picture as an array of its bytes"),
        Native("mask", Json(), note="an array of bytes; how it marks the area is not stated"),
        Param("num_steps", Field.steps, Int()),
        Param("strength", Field.strength, Num(0, 1)),
        Param("guidance", Field.guidance, Num()),
        Param("seed", Field.seed, Int()),
    ),
    note="the generic schema of the Stable Diffusion models; other models have schemas of their own",
)

# ---- Stable Diffusion, one schema for all

_STABLE_DIFFUSION = TEXT_TO_IMAGE.but(
    Param("prompt", Field.prompt, Text(min_length=1), required=True),
    WidthHeight("width", "height", each=Int(256, 2048)),
    Param("num_steps", Field.steps, Int(None, 20), default=20),
    Param("strength", Field.strength, Num(0, 1), default=1, note="lower values stay closer to the image"),
    Param("guidance", Field.guidance, Num(), default=7.5),
    Fixed(Field.output_format, "png"),
    Fixed(Field.n, 1, note="the answer is one PNG"),
    model="@cf/runwayml/stable-diffusion-v1-5-img2img",
    without=("path:model",),
    note="",
)
_NO_PICTURES = "the answers that programs recorded, 2026-09; cloudflare/cloudflare-docs#11835"
_TEXT_ONLY = _STABLE_DIFFUSION.but(
    Native("image_b64", Text(), note="in the schema; the service refuses it", source=_NO_PICTURES),
    Native("image", Json(), note="in the schema; the service refuses it", source=_NO_PICTURES),
    rules=(
        Rule(
            {"prompt": PRESENT},
            {"image_b64": ABSENT, "image": ABSENT},
            "the schema has it, but the service answers that the model takes no such input",
            source=_NO_PICTURES,
        ),
    ),
)
STABLE_DIFFUSION_XL_BASE_1_0 = _TEXT_ONLY.but(
    WidthHeight(
        "width",
        "height",
        each=Int(256, 2048, multiple_of=8),
        disputed_to=Grid(Int(256, 2048)),
        disputed="the schema states no step; a program saw other sides refused",
        source="a program's live tests, 2026",
    ),
    model="@cf/stabilityai/stable-diffusion-xl-base-1.0",
    serves="stability/sdxl-1.0",
)
STABLE_DIFFUSION_XL_LIGHTNING = _TEXT_ONLY.but(model="@cf/bytedance/stable-diffusion-xl-lightning")
DREAMSHAPER_8_LCM = _TEXT_ONLY.but(model="@cf/lykon/dreamshaper-8-lcm")
STABLE_DIFFUSION_V1_5_IMG2IMG = _STABLE_DIFFUSION.but(
    model="@cf/runwayml/stable-diffusion-v1-5-img2img",
    note="some accounts are answered 403, error 5018, that they may not use it",
)
STABLE_DIFFUSION_V1_5_INPAINTING = _STABLE_DIFFUSION.but(model="@cf/runwayml/stable-diffusion-v1-5-inpainting")

# ---- models with a page of their own

_BASE64 = Fixed(Field.delivery, "base64", note="result.image", source="Portkey-AI/gateway, 2026-05-25")
_MODEL = TEXT_TO_IMAGE.but(only=(), docs="https://developers.cloudflare.com/ai/models/{model}/", note="")

FLUX_1_SCHNELL = _MODEL.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=2048), required=True),
    Param("steps", Field.steps, Int(None, 8), default=4),
    Fixed(Field.n, 1, note="one picture in the answer"),
    _BASE64,
    Fixed(Field.size, "1024x1024", note="always", source="a program's list of the models' fields, 2026-10"),
    model="@cf/black-forest-labs/flux-1-schnell",
    serves="black-forest-labs/flux-1-schnell",
    unknown="refused",
)

LUCID_ORIGIN = _MODEL.but(
    Param("prompt", Field.prompt, Text(min_length=1), required=True),
    Param("guidance", Field.guidance, Num(0, 10), default=4.5),
    Param("seed", Field.seed, Int(min=0)),
    WidthHeight(
        "width",
        "height",
        each=Int(1, 2048),
        accepts=Grid(Int(1, 2500)),
        default=(1120, 1120),
        note="the schema has sides up to 2500; 2480x2480 came back as 2048x2048",
        source="a program's live tests, 2026",
        unlike_maker="the schema on the model's page has sides up to 2500, and states no step",
    ),
    Alternatives(
        Field.steps,
        (Alternative({}, "num_steps", Int(1, 40)), Alternative({}, "steps", Int(1, 40))),
        note="two names of one field",
    ),
    Fixed(Field.n, 1, note="one picture in the answer"),
    _BASE64,
    model="@cf/leonardo/lucid-origin",
    serves="leonardo/lucid-origin",
    rules=(
        AtMost(("num_steps", "steps"), 1, "two names of one field; which one counts is not stated", effect="disputed"),
    ),
)

PHOENIX_1_0 = _MODEL.but(
    Param("prompt", Field.prompt, Text(min_length=1), required=True),
    Param("negative_prompt", Field.negative_prompt, Text(min_length=1)),
    Param("guidance", Field.guidance, Num(2, 10), default=2),
    Param("seed", Field.seed, Int(min=0)),
    WidthHeight(
        "width", "height", each=Int(1, 2048), default=(1024, 1024), unlike_maker="the schema on the model's page"
    ),
    Param("num_steps", Field.steps, Int(1, 50), default=25),
    Fixed(Field.n, 1, note="the answer is one JPEG"),
    model="@cf/leonardo/phoenix-1.0",
    serves="leonardo/phoenix-1.0",
)

FLUX_2_DEV = _MODEL.but(
    Param("prompt", Field.prompt, Text(), required=True),
    Slots(
        *("input_image_0", "input_image_1", "input_image_2", "input_image_3"),
        part=Image("file"),
        source=_CHANGELOG,
        note="each at most 512x512",
    ),
    Param("steps", Field.steps, Int()),
    Param("guidance", Field.guidance, Num(), source=_CHANGELOG),
    WidthHeight("width", "height", each=Int(256, 1920), default=(1024, 768), source=_CHANGELOG),
    Param("seed", Field.seed, Int(), source=_CHANGELOG),
    Fixed(Field.n, 1, note="one picture in the answer"),
    _BASE64,
    model="@cf/black-forest-labs/flux-2-dev",
    serves="black-forest-labs/flux-2-dev",
    content="multipart",
)
FLUX_2_KLEIN_9B = FLUX_2_DEV.but(
    Param(
        "steps",
        Field.steps,
        Int(4, 4),
        default=4,
        disputed_to=Int(),
        disputed="programs send 20 and 25 and are served",
        note="always four steps, which can't be adjusted",
        source="the changelog of 2026-01-28",
    ),
    WidthHeight(
        "width",
        "height",
        each=Int(256, 1920, multiple_of=16),
        accepts=Grid(Int(256, 1920)),
        default=(1024, 768),
        disputed_to=Grid(),
        disputed="these bounds are those of flux-2-dev; none are stated for klein",
        note="other sides are rounded down to a multiple of 16: 1080 came back as 1072 (one live test, 2026-09)",
        source=_CHANGELOG,
    ),
    model="@cf/black-forest-labs/flux-2-klein-9b",
    serves="black-forest-labs/flux-2-klein-9b",
    docs=_DOCS,
    note="its other form fields are taken to be those of flux-2-dev",
)
FLUX_2_KLEIN_4B = FLUX_2_KLEIN_9B.but(
    model="@cf/black-forest-labs/flux-2-klein-4b", serves="black-forest-labs/flux-2-klein-4b"
)

TARGETS: tuple[Target, ...] = (
    TEXT_TO_IMAGE,
    STABLE_DIFFUSION_XL_BASE_1_0,
    STABLE_DIFFUSION_XL_LIGHTNING,
    DREAMSHAPER_8_LCM,
    STABLE_DIFFUSION_V1_5_IMG2IMG,
    STABLE_DIFFUSION_V1_5_INPAINTING,
    FLUX_1_SCHNELL,
    LUCID_ORIGIN,
    PHOENIX_1_0,
    FLUX_2_DEV,
    FLUX_2_KLEIN_4B,
    FLUX_2_KLEIN_9B,
)
ENVELOPE: Target | None = TEXT_TO_IMAGE
