"""Fireworks AI: FLUX workflows, with the model in the path, and the older image_generation route of the SDXL family.

Sources: the vendor's pages "Generate an image with FLUX.1 [schnell] FP8" and "Generate or edit an image with FLUX.1
Kontext" as stored copies (undated); @ai-sdk/fireworks 3.0.62 for flux-1-dev-fp8 and for the SDXL family.

The header Accept asks for the format of the picture; with application/json the answer has base64 instead of the file.

What is done with unknown fields is not known: the client sends `samples` with every call, also to workflows whose page
does not have it, so there it is at least not refused. It sends width and height as text, so numbers in quotes are
accepted on the route of the SDXL family.

Open: the bounds of guidance_scale, num_inference_steps, seed, width and height; whether flux-1-dev-fp8 has the ratios
of flux-1-schnell-fp8, as we infer, and what its defaults are; whether the SDXL family is still served in late 2026 (the
vendor's own Python package has no image route any more); whether samples above 1 brings more pictures from a workflow.
Left out: whatever else image_generation takes, for which we found no page.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    PRESENT,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Model,
    Native,
    Not,
    Num,
    OneOf,
    Param,
    RatioRange,
    RatioTier,
    Rule,
    Sizes,
    Slots,
    Target,
    Text,
    WidthHeight,
    Words,
)

_HOST = "https://api.fireworks.ai"
_KEY = "Authorization: Bearer {key}"
_DOCS = "https://docs.fireworks.ai/api-reference/generate-a-new-image-from-a-text-prompt"
_DOCS_KONTEXT = "https://docs.fireworks.ai/api-reference/generate-or-edit-image-using-flux-kontext"
_CHECKED = "2026-11-29"
_CLIENT = "@ai-sdk/fireworks 3.0.62"

_SAMPLES = Native(
    "samples",
    Int(1),
    note="not on the page; the client sends it with every call, and whether it has an effect is not known",
    source=_CLIENT,
)

# ---- FLUX.1, text to image

_RATIOS = ("1:1", "21:9", "16:9", "3:2", "5:4", "4:5", "2:3", "9:16", "9:21", "4:3", "3:4")

FLUX_1_SCHNELL_FP8 = Target(
    name="fireworks/flux-1-schnell-fp8",
    model="accounts/fireworks/models/flux-1-schnell-fp8",
    method="POST",
    path="/inference/v1/workflows/{model}/text_to_image",
    base_url=_HOST,
    key_header=_KEY,
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Param(
            "header:Accept",
            Field.output_format,
            Words({"png": "image/png", "jpeg": "image/jpeg"}, more=("application/json",)),
            default="image/png",
            note="application/json returns base64, the seed that was used and the finish reason",
        ),
        Param(
            "header:Jpeg-Quality",
            Field.output_compression,
            Int(0, 100),
            note="in an older edition of the page; the newer one has no such header",
        ),
        Param("prompt", Field.prompt, Text(), required=True),
        RatioTier(
            "aspect_ratio",
            _RATIOS,
            default={"aspect_ratio": "1:1"},
            note="the default is from a copy of the page of 2026-04-27; a later one fills in 16:9 and names none",
        ),
        Param("guidance_scale", Field.guidance, Num(), default=3.5),
        Param("num_inference_steps", Field.steps, Int(), default=4),
        Param("seed", Field.seed, Int(), unset=(0,), note="0 means a random seed"),
        Fixed(Field.n, 1, note="the page has no count"),
        _SAMPLES,
    ),
    rules=(
        Rule(
            when={"header:Accept": Not(OneOf("image/jpeg"))},
            then={"header:Jpeg-Quality": ABSENT},
            why="Jpeg-Quality counts with image/jpeg only",
            effect="ignored",
        ),
    ),
)

FLUX_1_DEV_FP8 = FLUX_1_SCHNELL_FP8.but(
    RatioTier("aspect_ratio", _RATIOS),
    Param("guidance_scale", Field.guidance, Num()),
    Param("num_inference_steps", Field.steps, Int()),
    name="fireworks/flux-1-dev-fp8",
    model="accounts/fireworks/models/flux-1-dev-fp8",
    note="we infer that it takes what flux-1-schnell-fp8 takes; its defaults are not stated",
)

TEXT_TO_IMAGE = FLUX_1_DEV_FP8.but(
    Model("path:model"),
    Sizes((RatioRange("aspect_ratio"),), note="the page lists eleven ratios for flux-1-schnell-fp8"),
    name="fireworks/text_to_image",
    model="",
    path="/inference/v1/workflows/accounts/fireworks/models/{model}/text_to_image",
    note="any model of the text_to_image workflows by its last word, such as flux-1-schnell-fp8",
)

# ---- FLUX.1 Kontext

FLUX_KONTEXT_PRO = Target(
    name="fireworks/flux-kontext-pro",
    model="accounts/fireworks/models/flux-kontext-pro",
    serves="black-forest-labs/flux-1-kontext-pro",
    method="POST",
    path="/inference/v1/workflows/{model}",
    base_url=_HOST,
    key_header=_KEY,
    docs=_DOCS_KONTEXT,
    checked=_CHECKED,
    rows=(
        Param("prompt", Field.prompt, Text(), required=True),
        Slots(
            "input_image",
            part=Image("url", "base64", "data"),
            nullable=True,
            note="one picture; the client sends data URLs",
        ),
        Param("seed", Field.seed, Int(), nullable=True),
        Sizes((RatioRange("aspect_ratio", "9:21", "21:9"),), nullable=True),
        Param("output_format", Field.output_format, OneOf("jpeg", "png"), default="png"),
        Native("webhook_url", Text(min_length=1, max_length=2083), nullable=True),
        Native("webhook_secret", Text(), nullable=True),
        Native("prompt_upsampling", Flag(), default=False),
        Native("safety_tolerance", Int(0, 6), default=2, note="0 is the strictest"),
        Fixed(Field.n, 1, note="the page has no count; the answer is one request ID to poll"),
        Fixed(Field.delivery, "url", note="result.sample of the answer to the poll", source="@ai-sdk/fireworks 2.0.90"),
        _SAMPLES,
    ),
    rules=(
        Rule(
            when={"input_image": PRESENT},
            then={"safety_tolerance": Int(0, 2)},
            why="with an input image the tolerance is at most 2",
        ),
    ),
)
FLUX_KONTEXT_MAX = FLUX_KONTEXT_PRO.but(
    name="fireworks/flux-kontext-max",
    model="accounts/fireworks/models/flux-kontext-max",
    serves="black-forest-labs/flux-1-kontext-max",
)

# ---- the SDXL family

STABLE_DIFFUSION_XL_1024_V1_0 = Target(
    name="fireworks/stable-diffusion-xl-1024-v1-0",
    model="accounts/fireworks/models/stable-diffusion-xl-1024-v1-0",
    serves="stability/sdxl-1.0",
    method="POST",
    path="/inference/v1/image_generation/{model}",
    base_url=_HOST,
    key_header=_KEY,
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Param("prompt", Field.prompt, Text(), required=True),
        WidthHeight(
            "width", "height", Grid(), source=_CLIENT, note="no bounds are published; these models refuse aspect_ratio"
        ),
        Param("seed", Field.seed, Int()),
        Param("samples", Field.n, Int(1, round_down=True)),
        Param("steps", Field.steps, Int()),
        Param("cfg_scale", Field.guidance, Num()),
    ),
    numbers_as_text="accepted",
    note=f"only what {_CLIENT} sends; whether it is still served is not known",
)
PLAYGROUND_V2_1024PX_AESTHETIC = STABLE_DIFFUSION_XL_1024_V1_0.but(
    name="fireworks/playground-v2-1024px-aesthetic", model="accounts/fireworks/models/playground-v2-1024px-aesthetic"
)
PLAYGROUND_V2_5_1024PX_AESTHETIC = STABLE_DIFFUSION_XL_1024_V1_0.but(
    name="fireworks/playground-v2-5-1024px-aesthetic",
    model="accounts/fireworks/models/playground-v2-5-1024px-aesthetic",
    serves="playground/v2.5",
)
SSD_1B = STABLE_DIFFUSION_XL_1024_V1_0.but(name="fireworks/SSD-1B", model="accounts/fireworks/models/SSD-1B")
JAPANESE_STABLE_DIFFUSION_XL = STABLE_DIFFUSION_XL_1024_V1_0.but(
    name="fireworks/japanese-stable-diffusion-xl", model="accounts/fireworks/models/japanese-stable-diffusion-xl"
)

TARGETS: tuple[Target, ...] = (
    FLUX_1_SCHNELL_FP8,
    FLUX_1_DEV_FP8,
    TEXT_TO_IMAGE,
    FLUX_KONTEXT_PRO,
    FLUX_KONTEXT_MAX,
    STABLE_DIFFUSION_XL_1024_V1_0,
    PLAYGROUND_V2_1024PX_AESTHETIC,
    PLAYGROUND_V2_5_1024PX_AESTHETIC,
    SSD_1B,
    JAPANESE_STABLE_DIFFUSION_XL,
)

ENVELOPE: Target | None = TEXT_TO_IMAGE
