"""NVIDIA: FLUX at build.nvidia.com, where each model has a route, and in the containers that anyone can run (NIM).

Sources: the vendor's reference pages "Infer" on docs.api.nvidia.com of flux.1-dev, flux.1-schnell, flux.1-kontext-dev
and flux.2-klein-4b, 2026; public programs that call these routes, 2026. For the containers, whose pages are made by
script: SKilbride/NIMnodes 4a15b71e (ComfyUI nodes), 2025-08-13, and an older one; the lists of models and variants on
docs.nvidia.com, 2026-10-20.

The hosted routes are a preview: by their pages they make one size, 1024x1024, and take none but example pictures
(`data:image/png;example_id,0`). Programs send other sides and pictures of their own.

flux.2-klein-4b was measured by a public program on 2026-10-02, which overrules its page: unknown fields are refused
(422, extra_forbidden), `mode` among them; sides are multiples of 16 from 512 to 1568; cfg_scale is 1 or more; a picture
of one's own is refused. The other hosted routes likely refuse what they do not know too; nothing is stated here.

Open: the greatest seed of the other hosted routes; the least guidance (the nodes have 1, a program more than 1); the
words of aspect_ratio at flux.1-kontext-dev (programs send 1:1, 2:1, 3:2, 4:3 and their transposes). Left out, since
their fields were not found: FLUX.3-image-klein, Qwen-Image, Qwen-Image-Edit, ERNIE-Image and Stable Diffusion 3.5
Large; OpenAI's images API, which newer containers and integrate.api.nvidia.com speak.

`nvidia/nim/...` are the containers: one model each, by default on port 8000 and without a key. The older node sent the
prompt as `text_prompts`.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    PRESENT,
    AnyOf,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Native,
    Not,
    Num,
    OneOf,
    Pairs,
    Param,
    Rule,
    Slots,
    Target,
    Text,
    WidthHeight,
)

_NODES = "SKilbride/NIMnodes 4a15b71e, 2025-08-13"
_PREVIEW = "the page has 1024x1024 only; programs send other sides, and the containers take 672 to 1568"
_EXAMPLES = "by the page only data:image/png;example_id,{0 to 3}; programs send pictures of their own"
_EXAMPLE = Text(pattern="data:image/png;example_id,[0-3]")
_MEASURED = "calls of 2026-10-02, as a public program has them"
_PROMPT = Param("prompt", Field.prompt, Text(max_length=10000), required=True)
_ONE = Param("samples", Field.n, Int(1, 1, round_down=True), default=1)
_BASE64 = Fixed(Field.delivery, "base64")
_SQUARE = WidthHeight(
    "width",
    "height",
    Pairs(("1024x1024",)),
    default=(1024, 1024),
    disputed_to=Grid(Int(672, 1568, multiple_of=32)),
    disputed=_PREVIEW,
    unlike_maker="the model's page",
)
_GUIDANCE = Num(1, 9)
_ABOVE_0 = "the page states the greatest only; the nodes for the containers have 1 to 9"

FLUX_1_DEV = Target(
    name="nvidia/flux.1-dev",
    model="flux.1-dev",
    serves="black-forest-labs/flux-1-dev",
    method="POST",
    path="/v1/genai/black-forest-labs/{model}",
    base_url="https://ai.api.nvidia.com",
    key_header="Authorization: Bearer {key}",
    docs="https://docs.api.nvidia.com/nim/reference/black-forest-labs-flux_1-dev-infer",
    checked="2026-11-30",
    rows=(
        _PROMPT,
        _SQUARE,
        Param(
            "cfg_scale",
            Field.guidance,
            _GUIDANCE,
            default=5,
            disputed_to=Num(max=9),
            disputed=_ABOVE_0,
        ),
        Native("mode", OneOf("base", "canny", "depth"), default="base"),
        Native(
            "image",
            _EXAMPLE,
            nullable=True,
            note="edges or depths",
            disputed_to=Image("data"),
            disputed=_EXAMPLES,
        ),
        _ONE,
        Param("seed", Field.seed, Int(0), unset=(0,), note="0 is random"),
        Param(
            "steps",
            Field.steps,
            Int(5, 100),
            default=50,
            disputed_to=Int(1, 100),
            disputed="5 to 100 on the page, 1 to 100 in the nodes for the containers",
        ),
        _BASE64,
    ),
    rules=(Rule({"image": ABSENT}, {"mode": Not(OneOf("canny", "depth"))}, "canny and depth need an image"),),
)
FLUX_1_SCHNELL = FLUX_1_DEV.but(
    Native("cfg_scale", OneOf(0), default=0),
    Native("mode", OneOf("base"), default="base"),
    Param("steps", Field.steps, Int(1, 4), default=4),
    model="flux.1-schnell",
    serves="black-forest-labs/flux-1-schnell",
    without=("image",),
    docs="https://docs.api.nvidia.com/nim/reference/black-forest-labs-flux_1-schnell-infer",
)
FLUX_2_KLEIN_4B = FLUX_1_SCHNELL.but(
    WidthHeight(
        "width",
        "height",
        Grid(Int(512, 1568, multiple_of=16)),
        default=(1024, 1024),
        note="the page has 1024x1024 only; the route names these sides where it refuses others",
        source=_MEASURED,
    ),
    Param(
        "cfg_scale",
        Field.guidance,
        Num(1),
        disputed_to=Num(0, 0),
        disputed="0 is the only one on the page, and its default; the route refused it and took 1",
        source=_MEASURED,
    ),
    Native(
        "image",
        AnyOf(_EXAMPLE, ListOf(_EXAMPLE, max=1)),
        note="other pictures are refused",
        source=_MEASURED,
    ),
    Param("seed", Field.seed, Int(0, 4294967295), unset=(0,), note="0 is random", source=_MEASURED),
    model="flux.2-klein-4b",
    serves="black-forest-labs/flux-2-klein-4b",
    unknown="refused",
    without=("mode",),
    docs="https://docs.api.nvidia.com/nim/reference/black-forest-labs-flux_2-klein-4b-infer",
    note="mode is on the page and refused by the route",
)

_KONTEXT = (
    *("672x1568", "688x1504", "720x1456", "752x1392", "800x1328", "832x1248", "880x1184", "944x1104", "1024x1024"),
    *("1104x944", "1184x880", "1248x832", "1328x800", "1392x752", "1456x720", "1504x688", "1568x672"),
)
FLUX_1_KONTEXT_DEV = FLUX_1_DEV.but(without=("mode",)).but(
    Slots(
        "image",
        part=Image("data"),
        required=True,
        note="the picture to edit",
    ),
    WidthHeight(
        "width",
        "height",
        Pairs(_KONTEXT),
        default=(1024, 1024),
        disputed_to=Grid(Int(672, 1568, multiple_of=16)),
        disputed="the page lists the sides, not which belong together",
    ),
    Param(
        "cfg_scale",
        Field.guidance,
        _GUIDANCE,
        default=3.5,
        disputed_to=Num(max=9),
        disputed=_ABOVE_0,
    ),
    Native(
        "aspect_ratio",
        OneOf("match_input_image", open=True),
        default="match_input_image",
        note="other words were not seen, nor which counts beside width and height",
    ),
    Param("steps", Field.steps, Int(20, 50), default=30),
    rules=(
        Rule(
            {"prompt": PRESENT},
            {"image": Text(pattern="data:image/png;example_id,[0-2]")},
            "by the page only data:image/png;example_id,{0 to 2}; programs send pictures of their own",
            effect="disputed",
        ),
    ),
    name="nvidia/flux.1-kontext-dev:edit",
    model="flux.1-kontext-dev",
    serves="black-forest-labs/flux-1-kontext-dev",
    docs="https://docs.api.nvidia.com/nim/reference/black-forest-labs-flux_1-kontext-dev-infer",
)

# ---- the containers

NIM_FLUX_1_DEV = FLUX_1_DEV.but(
    Param("prompt", Field.prompt, Text(), required=True),
    WidthHeight(
        "width",
        "height",
        Grid(Int(672, 1568, multiple_of=32)),
        default=(1024, 1024),
        source=_NODES,
        disputed="672 to 1568 in steps of 32 in the newer nodes, 768 to 1344 in steps of 64 in an older one",
    ),
    Param("cfg_scale", Field.guidance, Num(1, 9), default=5, source=_NODES),
    Native("image", Image("data"), note="edges or depths, or what they are made of", source=_NODES),
    Native("preprocess_image", Flag()),
    Param("seed", Field.seed, Int(0, 4294967295), unset=(0,), note="0 is random", source=_NODES),
    Param("steps", Field.steps, Int(1, 100), default=50, source=_NODES),
    Fixed(Field.n, 1, note="no field counts pictures"),
    name="nvidia/nim/flux.1-dev",
    serves="black-forest-labs/flux-1-dev",
    without=("samples",),
    path="/v1/infer",
    base_url="http://localhost:8000",
    key_header="",
    docs="https://docs.nvidia.com/nim/visual-genai/latest/api/flux.1-dev.html",
)
NIM_FLUX_1_SCHNELL = NIM_FLUX_1_DEV.but(
    Native("cfg_scale", OneOf(0), default=0, source=_NODES),
    Param("steps", Field.steps, Int(1, 4), source=_NODES),
    name="nvidia/nim/flux.1-schnell",
    model="flux.1-schnell",
    serves="black-forest-labs/flux-1-schnell",
    without=("mode", "image", "preprocess_image"),
    docs="https://docs.nvidia.com/nim/visual-genai/latest/api/flux.1-schnell.html",
)
NIM_FLUX_1_KONTEXT_DEV = NIM_FLUX_1_DEV.but(
    Slots("image", part=Image("data"), required=True, note="the picture to edit", source=_NODES),
    name="nvidia/nim/flux.1-kontext-dev:edit",
    model="flux.1-kontext-dev",
    serves="black-forest-labs/flux-1-kontext-dev",
    without=("mode", "preprocess_image"),
    docs="https://docs.nvidia.com/nim/visual-genai/latest/api/flux.1-kontext-dev.html",
)

TARGETS: tuple[Target, ...] = (
    FLUX_1_DEV,
    FLUX_1_SCHNELL,
    FLUX_1_KONTEXT_DEV,
    FLUX_2_KLEIN_4B,
    NIM_FLUX_1_DEV,
    NIM_FLUX_1_SCHNELL,
    NIM_FLUX_1_KONTEXT_DEV,
)
ENVELOPE: Target | None = None
