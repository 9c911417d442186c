"""Azure OpenAI: OpenAI's image routes under a deployment, with limits of its own.

Sources: MicrosoftDocs/azure-ai-docs, how-to/dall-e.md, 2025-09-02; the model map of litellm 1.106.2 for newer ids; Microsoft's
reference of ImageGenTool, 2026, for the sizes of gpt-image-2.

The deployment's name in the path picks the model, so that the body has no model. Open: the limits of gpt-image-1.5 and later;
whether webp, background and an automatic size work there; whether gpt-image-1 and dall-e-3 are retired here as at OpenAI.
"""

from __future__ import annotations

from imgparams.domains import Flag, Int, OneOf, Quality, Text, Words
from imgparams.images import Image
from imgparams.parts import Pictures
from imgparams.providers.openai import PROMPT
from imgparams.rows import Own, Param
from imgparams.shapes import SizeText
from imgparams.sizes import Grid
from imgparams.target import Target, want

_DOCS = "https://learn.microsoft.com/azure/ai-foundry/openai/how-to/dall-e"
_CHECKED = "2026-11-21"
_GENERATIONS = "/openai/deployments/{deployment}/images/generations"
_EDITS = "/openai/deployments/{deployment}/images/edits"
_SIZES = ("1024x1024", "1024x1536", "1536x1024")
_UNSAID = "the model can be deployed (litellm's model map); its limits on Azure were not to be had"

GPT_IMAGE_1_EDIT = Target(
    name="azure-openai/gpt-image-1:edit",
    model="gpt-image-1",
    method="POST",
    path=_EDITS,
    docs=_DOCS,
    checked=_CHECKED,
    content="multipart",
    rows=(
        Own("query:api-version", Text(min_length=1), required=True, note="2025-04-01-preview, for example"),
        Param("prompt", want.prompt, PROMPT, required=True),
        Pictures("'image[]'", (Image("file"),), required=True, note="PNG or JPG under 50 MB"),
        Param(
            "mask",
            want.mask,
            Image("file", edits="transparent"),
            note="PNG of the picture's size",
        ),
        Own("input_fidelity", Text()),
        SizeText("size", _SIZES),
        Param("quality", want.quality, Quality("low", "medium", "high"), default="high"),
        Param("n", want.n, Int(1, 10, down=True), default=1),
        Param("output_format", want.output_format, Words({"png": "PNG", "jpeg": "JPEG"}), default="PNG"),
        Param(
            "output_compression",
            want.output_compression,
            Int(None, 100),
            default=100,
            note="the page calls 100 maximum compression",
        ),
        Own("partial_images", Int(0, 3), disputed="0 to 3 in one place of the page, 1 to 3 in another"),
        Param("stream", want.stream, Flag()),
    ),
)
GPT_IMAGE_1 = GPT_IMAGE_1_EDIT.but(
    name="azure-openai/gpt-image-1",
    path=_GENERATIONS,
    content="json",
    without=("'image[]'", "mask", "input_fidelity"),
    operations={"edit": GPT_IMAGE_1_EDIT},
)
GPT_IMAGE_1_MINI_EDIT = GPT_IMAGE_1_EDIT.but(
    Param("quality", want.quality, Quality("low", "medium", "high"), default="medium"),
    name="azure-openai/gpt-image-1-mini:edit",
    model="gpt-image-1-mini",
    without=("input_fidelity",),
)
GPT_IMAGE_1_MINI = GPT_IMAGE_1.but(
    Param("quality", want.quality, Quality("low", "medium", "high"), default="medium"),
    name="azure-openai/gpt-image-1-mini",
    model="gpt-image-1-mini",
    operations={"edit": GPT_IMAGE_1_MINI_EDIT},
)

_OPEN_EDIT = GPT_IMAGE_1_EDIT.but(
    Param("quality", want.quality, Quality("low", "medium", "high")),
    SizeText("size", Grid(), open=True),
    name="azure-openai/gpt-image-1.5:edit",
    model="gpt-image-1.5",
    aliases=("gpt-image-1.5-2025-12-16",),
    without=("output_compression", "partial_images", "input_fidelity"),
    note=_UNSAID,
)
GPT_IMAGE_1_5_EDIT = _OPEN_EDIT
GPT_IMAGE_1_5 = _OPEN_EDIT.but(
    name="azure-openai/gpt-image-1.5",
    aliases=("gpt-image-1.5-2025-12-16",),
    path=_GENERATIONS,
    content="json",
    without=("'image[]'", "mask"),
    operations={"edit": GPT_IMAGE_1_5_EDIT},
)
_FREE = SizeText("size", Grid(Int(multiple_of=16), ratio=("1:3", "3:1")), source="ImageGenTool reference")
GPT_IMAGE_2_EDIT = GPT_IMAGE_1_5_EDIT.but(
    _FREE, name="azure-openai/gpt-image-2:edit", model="gpt-image-2", aliases=("gpt-image-2-2026-04-21",)
)
GPT_IMAGE_2 = GPT_IMAGE_1_5.but(
    _FREE,
    name="azure-openai/gpt-image-2",
    model="gpt-image-2",
    aliases=("gpt-image-2-2026-04-21",),
    operations={"edit": GPT_IMAGE_2_EDIT},
)
GPT_IMAGE_2_5_FLARE_EDIT = GPT_IMAGE_1_5_EDIT.but(
    name="azure-openai/gpt-image-2.5-flare:edit", model="gpt-image-2.5-flare"
)
GPT_IMAGE_2_5_FLARE = GPT_IMAGE_1_5.but(
    name="azure-openai/gpt-image-2.5-flare",
    model="gpt-image-2.5-flare",
    operations={"edit": GPT_IMAGE_2_5_FLARE_EDIT},
)
GPT_IMAGE_2_5_SUNBURST_EDIT = GPT_IMAGE_1_5_EDIT.but(
    name="azure-openai/gpt-image-2.5-sunburst:edit", model="gpt-image-2.5-sunburst"
)
GPT_IMAGE_2_5_SUNBURST = GPT_IMAGE_1_5.but(
    name="azure-openai/gpt-image-2.5-sunburst",
    model="gpt-image-2.5-sunburst",
    operations={"edit": GPT_IMAGE_2_5_SUNBURST_EDIT},
)

DALL_E_3 = GPT_IMAGE_1.but(
    SizeText("size", ("1024x1024", "1792x1024", "1024x1792"), default="1024x1024"),
    Param("quality", want.quality, Quality(medium="standard", high="hd"), default="standard"),
    Param("n", want.n, Int(1, 1, down=True), default=1),
    Own("style", OneOf("vivid", "natural"), default="vivid"),
    Own("response_format", OneOf("url", "b64_json")),
    name="azure-openai/dall-e-3",
    model="dall-e-3",
    domains={"prompt": Text(min_length=1, max_length=4000)},
    without=("output_format", "output_compression", "partial_images", "stream"),
    operations={},
)

TARGETS: tuple[Target, ...] = (
    GPT_IMAGE_1,
    GPT_IMAGE_1_EDIT,
    GPT_IMAGE_1_MINI,
    GPT_IMAGE_1_MINI_EDIT,
    GPT_IMAGE_1_5,
    GPT_IMAGE_1_5_EDIT,
    GPT_IMAGE_2,
    GPT_IMAGE_2_EDIT,
    GPT_IMAGE_2_5_FLARE,
    GPT_IMAGE_2_5_FLARE_EDIT,
    GPT_IMAGE_2_5_SUNBURST,
    GPT_IMAGE_2_5_SUNBURST_EDIT,
    DALL_E_3,
)
ENVELOPE: Target | None = None
