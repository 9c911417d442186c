"""Foundry's models that are not OpenAI's: Microsoft's MAI-Image, and FLUX of Black Forest Labs on two routes."""

from __future__ import annotations

from imgparams.providers.azure_openai.images import IMAGES, IMAGES_EDIT
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Count,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Model,
    Native,
    Num,
    OneOf,
    Param,
    Pictures,
    RatioRange,
    Rule,
    Sizes,
    SizeText,
    Slots,
    Target,
    Text,
    WidthHeight,
)

_MAI_DOCS = "https://learn.microsoft.com/en-us/azure/foundry/foundry-models/how-to/use-foundry-models-mai-image"
_FLUX_DOCS = "https://learn.microsoft.com/en-us/azure/foundry/foundry-models/how-to/use-foundry-models-flux"
_HOST = "https://{resource}.services.ai.azure.com"
_CHECKED = "2026-11-29"

# ---- MAI-Image

_AREA = (
    "the page: at most 1,048,576 pixels; LiteLLM measured 1,056,768 for 2.5 and has no step; one program saw that the "
    "sides must be multiples of 16"
)
_LIVE = "BerriAI/litellm#40074, 2026-09"

_SIZE_OF_EDITS = "BerriAI/litellm#29688, 2026-06-04: edits tried on Azure, with size"

_MAI = Target(
    name="azure-openai/MAI-Image-2.5:edit",
    method="POST",
    path="/mai/v1/images/edits",
    base_url=_HOST,
    key_header="api-key: {key}",
    docs=_MAI_DOCS,
    checked=_CHECKED,
    content="multipart",
    rows=(
        Native("model", Text(min_length=1), required=True, note="the name of the deployment, often that of the model"),
        Param("prompt", Field.prompt, Text(), required=True, note="at most 32,000 tokens"),
        Pictures("image", (Image("file"),), max=1, required=True, bare=True, note="JPEG or PNG"),
        Fixed(Field.n, 1),
        Fixed(Field.delivery, "base64"),
        Fixed(Field.output_format, "png"),
    ),
    serves="microsoft/mai-image-2.5",
    status="retired",
    retired="2026-10-01",
    successor="MAI-Image-2.6",
)
MAI_IMAGE_2_5_EDIT = _MAI.but(
    SizeText(
        "size",
        Grid(Int(768, multiple_of=16), area=(589824, 1048576)),
        disputed_to=Grid(),
        note="not on the page",
        source=_SIZE_OF_EDITS,
        disputed="these are the limits of generations; none are stated for edits",
    ),
    Native("width", Int(1)),
    Native("height", Int(1)),
    rules=(
        Rule(
            ({"width": PRESENT}, {"height": PRESENT}),
            {"width": ABSENT, "height": ABSENT},
            "the AI SDK sends width and height with edits; a gateway's notes say that Azure refuses them there with "
            "unsupported_request_argument, and LiteLLM sends size",
            effect="disputed",
            source=f"@ai-sdk/azure, 2026-10; a gateway's guidelines, 2026; {_SIZE_OF_EDITS}",
        ),
    ),
)
MAI_IMAGE_2_5 = _MAI.but(
    WidthHeight(
        "width",
        "height",
        Grid(Int(768, multiple_of=16), area=(589824, 1048576)),
        disputed_to=Grid(Int(768), area=(589824, 1056768)),
        note="1024x1024 where no side is given is LiteLLM's default; the page has none",
        source=f"the page; {_LIVE}; pollinations/pollinations#12676, 2026-07-23",
        disputed=_AREA,
    ),
    Param("n", Field.n, Int(1, 1, round_down=True), accepts=Int(1), default=1, note="ignored: one picture comes"),
    Native("size", Text()),
    Native("seed", Int()),
    name="azure-openai/MAI-Image-2.5",
    path="/mai/v1/images/generations",
    content="json",
    without=("image",),
    operations={"edit": MAI_IMAGE_2_5_EDIT},
    rules=(
        Rule(
            {"size": PRESENT},
            {"size": ABSENT},
            "size is no field of this route: it is taken, and 1024x1024 comes",
            effect="ignored",
            source="a reseller of 2.6, 2026-11",
        ),
        Rule(
            {"model": PRESENT},
            {"seed": ABSENT},
            'MAI has no seed: 400 unsupported_request_argument "seed"',
            source="a program's recorded answer, 2026-10-04; a reseller of 2.6, 2026-11",
        ),
    ),
)
MAI_IMAGE_2_5_FLASH_EDIT = MAI_IMAGE_2_5_EDIT.but(
    name="azure-openai/MAI-Image-2.5-Flash:edit",
    serves="microsoft/mai-image-2.5-flash",
    successor="MAI-Image-2.6-Flash",
)
MAI_IMAGE_2_5_FLASH = MAI_IMAGE_2_5.but(
    name="azure-openai/MAI-Image-2.5-Flash",
    serves="microsoft/mai-image-2.5-flash",
    successor="MAI-Image-2.6-Flash",
    operations={"edit": MAI_IMAGE_2_5_FLASH_EDIT},
)
MAI_IMAGE_2_5_PRO_EDIT = MAI_IMAGE_2_5_EDIT.but(
    name="azure-openai/MAI-Image-2.5-Pro:edit", serves="microsoft/mai-image-2.5-pro", successor=""
)
MAI_IMAGE_2_5_PRO = MAI_IMAGE_2_5.but(
    name="azure-openai/MAI-Image-2.5-Pro",
    serves="microsoft/mai-image-2.5-pro",
    successor="",
    operations={"edit": MAI_IMAGE_2_5_PRO_EDIT},
)

_V2_6 = (
    Native("auto_aspect_ratio", Flag(), note="the model chooses the ratio, and the one that is set does not count"),
    Native("web_grounding", Flag(), note="searches with Bing"),
)
_V2_6_AREA = (
    "the page: at most 1,048,576 pixels, for all MAI models; Vercel and a reseller: up to 2,359,296, the area of "
    "1536x1536"
)
MAI_IMAGE_2_6_EDIT = MAI_IMAGE_2_5_EDIT.but(
    Pictures("image", (Image("file"),), max=5, required=True, bare=True, note="JPEG or PNG"),
    *_V2_6,
    name="azure-openai/MAI-Image-2.6:edit",
    serves="microsoft/mai-image-2.6",
    status="preview",
    retired="",
    successor="",
    rules=(
        Rule(
            {"image": Count(2)},
            {"image": Count(max=1)},
            "the page shows one picture; Vercel and ComfyUI say up to five, and the AI SDK sends each as a part image",
            effect="disputed",
            source="Vercel's changelog, 2026-09; comfyui-embedded-docs 0.5.15; @ai-sdk/azure, 2026-10",
        ),
    ),
)
MAI_IMAGE_2_6 = MAI_IMAGE_2_5.but(
    WidthHeight(
        "width",
        "height",
        Grid(Int(768, multiple_of=16), area=(589824, 1048576)),
        disputed_to=Grid(Int(768), area=(589824, 2359296)),
        note="1024x1024 where no side is given is LiteLLM's default; the page has none",
        source="the page; Vercel's changelog, 2026-09; pollinations/pollinations#12676, 2026-07-23",
        disputed=_V2_6_AREA,
    ),
    *_V2_6,
    name="azure-openai/MAI-Image-2.6",
    serves="microsoft/mai-image-2.6",
    status="preview",
    retired="",
    successor="",
    operations={"edit": MAI_IMAGE_2_6_EDIT},
)
MAI_IMAGE_2_6_FLASH_EDIT = MAI_IMAGE_2_6_EDIT.but(
    name="azure-openai/MAI-Image-2.6-Flash:edit", serves="microsoft/mai-image-2.6-flash"
)
MAI_IMAGE_2_6_FLASH = MAI_IMAGE_2_6.but(
    name="azure-openai/MAI-Image-2.6-Flash",
    serves="microsoft/mai-image-2.6-flash",
    operations={"edit": MAI_IMAGE_2_6_FLASH_EDIT},
)

# ---- FLUX: the route of the provider, with the fields of Black Forest Labs

_PART = Image("base64")
_EIGHT = (
    *("input_image", "input_image_2", "input_image_3", "input_image_4"),
    *("input_image_5", "input_image_6", "input_image_7", "input_image_8"),
)
_FLUX = Target(
    name="azure-openai/FLUX",
    method="POST",
    path="/providers/blackforestlabs/v1/{model}?api-version=preview",
    base_url=_HOST,
    key_header="Authorization: Bearer {key}",
    docs=_FLUX_DOCS,
    checked=_CHECKED,
    rows=(
        Model("model", open=True, note="the name of the deployment, often that of the model"),
        Param("prompt", Field.prompt, Text(), required=True),
        Param("output_format", Field.output_format, OneOf("jpeg", "png"), note="PNG or JPG; jpeg in the samples"),
        Param("seed", Field.seed, Int(), note="no range is stated"),
        Native("safety_tolerance", Int(), note="no range is stated"),
    ),
    status="deprecated",
)
_FLUX_2 = _FLUX.but(
    WidthHeight(
        "width",
        "height",
        Grid(Int(multiple_of=16), area=(1, 4194304)),
        accepts=Grid(area=(1, 4194304)),
        note="at most 4 megapixels; other sides are moved to a multiple of 16",
        source="the page; pollinations/pollinations#14190, 2026-08-31",
    ),
    Param("num_images", Field.n, Int(1, 1, round_down=True), accepts=Int(1), default=1, note="one picture comes"),
    Native("n", Int(1)),
    Slots(*_EIGHT, part=_PART),
    Native("aspect_ratio", Text(), source=_FLUX_DOCS),
    name="azure-openai/FLUX.2",
    rules=(
        Rule(
            {"aspect_ratio": PRESENT},
            {"aspect_ratio": ABSENT},
            "Microsoft's page gives aspect_ratio to FLUX.2 too; Black Forest Labs' own routes have width and height",
            effect="disputed",
            source=_FLUX_DOCS,
        ),
        Rule(
            {"n": PRESENT},
            {"n": ABSENT},
            "n is no field of this route: it is taken, and one picture comes",
            effect="ignored",
            source="public programs that send it, 2026",
        ),
    ),
    retired="2027-01-20",
    unknown="ignored",  # BerriAI/litellm#39424, 2026-09-02: user, quality, background and more; #36644: size
    note="the page allows 32,000 tokens of text",
)
FLUX_2_PRO = _FLUX_2.but(
    Param(
        "guidance",
        Field.guidance,
        Num(1.5, 10),
        source="the page; pollinations/pollinations#14190, 2026-08-31: another guidance makes another picture",
    ),
    Native("steps", Int(max=50)),
    model="FLUX.2-pro",
    aliases=("flux-2-pro",),  # the word of the path: public programs send it, 2026
    serves="black-forest-labs/flux-2-pro",
    path="/providers/blackforestlabs/v1/flux-2-pro?api-version=preview",
    rules=(
        Rule(
            {"steps": PRESENT},
            {"steps": ABSENT},
            "Microsoft's page gives steps to FLUX.2 pro too, and they are taken, but no effect is shown; Black Forest "
            "Labs' own route has none",
            effect="disputed",
            source="the page; a program's live test on Azure, 2026-05-07",
        ),
    ),
)
_FLEX = "the model's page in Azure's catalog, as a program of 2026-05-07 read it; not tried"
FLUX_2_FLEX = _FLUX_2.but(
    Slots("input_image_9", "input_image_10", part=_PART, read_only=True, note="on the page; BFL's schema has eight"),
    Param("guidance", Field.guidance, Num(1.5, 10), default=4.5),
    Param("steps", Field.steps, Int(max=50), default=50),
    Native("prompt_upsampling", Flag(), source=_FLEX),
    Native("webhook_url", Text(min_length=1), source=_FLEX),
    Native("webhook_secret", Text(), source=_FLEX),
    model="FLUX.2-flex",
    serves="black-forest-labs/flux-2-flex",
    path="/providers/blackforestlabs/v1/flux-2-flex?api-version=preview",
)
_ONE_COMES = Param(
    "n",
    Field.n,
    Int(1, 1, round_down=True),
    accepts=Int(1),
    default=1,
    note="not on the page; public programs send it, and one picture comes",
)
FLUX_1_KONTEXT_PRO = _FLUX.but(
    Slots("input_image", part=_PART),
    Sizes(
        (RatioRange("aspect_ratio", "9:21", "21:9"),),
        note="at most 1 megapixel; the range is that of Black Forest Labs, the page has none",
    ),
    Native("prompt_upsampling", Flag(), note="prompt_unsampling on the page"),
    _ONE_COMES,
    model="FLUX.1-Kontext-pro",
    serves="black-forest-labs/flux-1-kontext-pro",
    path="/providers/blackforestlabs/v1/flux-kontext-pro?api-version=preview",
    retired="2027-01-05",
    note="the page allows 5,000 tokens of text",
)
FLUX_1_1_PRO = _FLUX.but(
    WidthHeight("width", "height", Grid(area=(1, 1600000)), note="at most 1.6 megapixels"),
    Native("prompt_upsampling", Flag(), note="prompt_unsampling on the page"),
    _ONE_COMES,
    model="FLUX-1.1-pro",
    serves="black-forest-labs/flux-1.1-pro",
    path="/providers/blackforestlabs/v1/flux-pro-1.1?api-version=preview",
    retired="2027-01-05",
    note="the page allows 5,000 tokens of text",
)

# ---- FLUX on OpenAI's route, for the two older models

_SIZE = SizeText(
    "size",
    ("1024x1024",),
    open=True,
    note="1024x1024 in all samples; other words are not listed",
)
_ONE = Param("n", Field.n, Int(1, round_down=True), default=1, note="1 in all samples")
IMAGES_FLUX_1_1_PRO = IMAGES.but(
    _SIZE,
    _ONE,
    name="azure-openai/images/FLUX-1.1-pro",
    base_url=_HOST,
    serves="black-forest-labs/flux-1.1-pro",
    docs=_FLUX_DOCS,
    only=("prompt", "size", "n"),
    rules=(),
    operations={},
    unknown="unsaid",
    status="deprecated",
    retired="2027-01-05",
    note="FLUX.2 is not on this route",
)
IMAGES_FLUX_1_KONTEXT_PRO_EDIT = IMAGES_EDIT.but(
    Pictures("image", (Image("file"),), max=1, required=True, bare=True),
    _SIZE,
    _ONE,
    name="azure-openai/images/FLUX.1-Kontext-pro:edit",
    base_url=_HOST,
    serves="black-forest-labs/flux-1-kontext-pro",
    docs=_FLUX_DOCS,
    only=("image", "prompt", "size", "n"),
    also_read={},
    unknown="unsaid",
    status="deprecated",
    retired="2027-01-05",
    note="FLUX.2 is not on this route",
)
IMAGES_FLUX_1_KONTEXT_PRO = IMAGES_FLUX_1_1_PRO.but(
    name="azure-openai/images/FLUX.1-Kontext-pro",
    serves="black-forest-labs/flux-1-kontext-pro",
    operations={"edit": IMAGES_FLUX_1_KONTEXT_PRO_EDIT},
)

TARGETS: tuple[Target, ...] = (
    MAI_IMAGE_2_6,
    MAI_IMAGE_2_6_EDIT,
    MAI_IMAGE_2_6_FLASH,
    MAI_IMAGE_2_6_FLASH_EDIT,
    MAI_IMAGE_2_5,
    MAI_IMAGE_2_5_EDIT,
    MAI_IMAGE_2_5_FLASH,
    MAI_IMAGE_2_5_FLASH_EDIT,
    MAI_IMAGE_2_5_PRO,
    MAI_IMAGE_2_5_PRO_EDIT,
    FLUX_2_PRO,
    FLUX_2_FLEX,
    FLUX_1_KONTEXT_PRO,
    FLUX_1_1_PRO,
    IMAGES_FLUX_1_KONTEXT_PRO,
    IMAGES_FLUX_1_KONTEXT_PRO_EDIT,
    IMAGES_FLUX_1_1_PRO,
)
