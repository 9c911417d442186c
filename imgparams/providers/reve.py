"""Reve: create, edit and remix (v1), and the create route of v2, which makes and edits alike.

Sources: the vendor's Python package reve 0.1.9 (2026-07-20), for routes, fields, postprocessing and all of v2; a Ruby
client (reve_ai, 2026) for the versions and ratios of v1 and the length of its texts; ComfyUI's API nodes (2026-03-11
and 2026-10-26), which agree on those; a third party's reading of the vendor's pages (cluely/unmodel, 2026-08-13), for
what becomes of a scaling out of range, and for `async`.

No field names a model: the route has it, and `version` picks its checkpoint. `latest` is the newest, `latest-fast` the
newest fast one. No route has a seed, a count, a size in pixels or a negative prompt.

Unknown fields: not known; one program sends width, height and quality to create, and gets a picture.

Open: the pixels behind the ratios; which model answers at v2 (fal sells Reve 2.1 with the same ratios and length of
the prompt); the names of effects, which a route of the API lists. Left out: the routes of v2 that take or give a
layout; the limits of an input picture (40 MB, 33,554,432 pixels, sides of at most 8192).
"""

from __future__ import annotations

from imgparams.tables import (
    HOLE,
    Field,
    Fixed,
    Flag,
    Image,
    Int,
    ListOf,
    Model,
    Native,
    OneOf,
    Param,
    Part,
    Pictures,
    RatioTier,
    Record,
    Rule,
    Slots,
    Target,
    Text,
    Words,
)

_READING = "cluely/unmodel, 2026-08-13: a third party's reading of the vendor's pages"
_RATIOS = ("16:9", "9:16", "3:2", "2:3", "4:3", "3:4", "1:1")
_RATIOS_OF_V2 = (
    *("4:1", "3:1", "21:9", "2:1", "17:9", "16:9", "3:2", "4:3", "5:4", "1:1"),
    *("4:5", "3:4", "2:3", "9:16", "1:2", "1:3", "1:4", "auto"),
)
_SIDE = Int(1, 4096)
_STEP = Record(
    {
        "process": OneOf("upscale", "remove_background", "fit_image", "effect"),
        "upscale_factor": Int(2, 4),
        "max_width": _SIDE,
        "max_height": _SIDE,
        "max_dim": _SIDE,
        "effect_name": Text(),
        "effect_parameters": Record((), open=True),
    },
    required=("process",),
    open=True,
)
_POSTPROCESSING = Native(
    "postprocessing",
    ListOf(_STEP),
    note="upscale_factor is for upscale; max_width, max_height and max_dim for fit_image, which needs one of them",
)

# ---- v1

_ROUTE = Target(
    name="reve/route",
    method="POST",
    path="/v1/image/create",
    base_url="https://api.reve.com",
    key_header="Authorization: Bearer {key}",
    docs="https://api.reve.com/console/docs",
    checked="2026-11-30",
    rows=(
        Param(
            "header:Accept",
            Field.output_format,
            Words({"png": "image/png", "jpeg": "image/jpeg", "webp": "image/webp"}, more=("application/json",)),
            default="application/json",
            note="a type of picture is answered with the file, application/json with the base64 of a PNG",
            source="dpaluy/reve_ai, 2026, for v1 and v2",
        ),
        Param("prompt", Field.prompt, Text(min_length=1, max_length=2560), required=True),
        RatioTier(
            "aspect_ratio",
            _RATIOS,
            more=("auto",),
            default={"aspect_ratio": "3:2"},
            disputed="the package has auto as the default of all routes, the other sources 3:2 for this one",
        ),
        Model("version", optional=True, note="latest is the default"),
        _POSTPROCESSING,
        Native(
            "test_time_scaling",
            Int(1, 5),
            default=1,
            disputed_to=Int(),
            note="more effort for more credits",
            disputed="ComfyUI's request model has 1 to 15; by a reading of the pages the vendor cuts what is beyond",
        ),
        Fixed(Field.n, 1),
    ),
)
_V1 = _ROUTE.but(
    rules=(
        Rule(
            {"aspect_ratio": OneOf("auto")},
            {"aspect_ratio": OneOf(*_RATIOS)},
            "the package names auto for v1, by a reading of the pages it is for v2 only",
            effect="disputed",
            source=_READING,
        ),
    ),
)
REMIX = _V1.but(
    Pictures(
        "reference_images",
        (Image("base64"),),
        min=1,
        max=6,
        required=True,
        note="the prompt calls them <img>0</img>, <img>1</img> ...",
    ),
    RatioTier("aspect_ratio", _RATIOS, more=("auto",), note="left out, the model chooses it"),
    name="reve/reve-remix:remix",
    model="reve-remix@20250915",
    serves="reve/reve-remix",
    path="/v1/image/remix",
    aliases=("latest",),
)
REMIX_FAST = REMIX.but(
    Model("version"),
    name="reve/reve-remix-fast:remix",
    model="reve-remix-fast@20251030",
    serves="reve/reve-remix-fast",
    aliases=("latest-fast",),
)
EDIT = _V1.but(
    Param("edit_instruction", Field.prompt, Text(max_length=2560), required=True),
    Slots("reference_image", part=Image("base64"), required=True),
    RatioTier("aspect_ratio", _RATIOS, more=("auto",), note="left out, it is that of the picture"),
    name="reve/reve-edit:edit",
    model="reve-edit@20250915",
    serves="reve/reve-edit",
    path="/v1/image/edit",
    aliases=("latest",),
    without=("prompt",),
)
EDIT_FAST = EDIT.but(
    Model("version"),
    name="reve/reve-edit-fast:edit",
    model="reve-edit-fast@20251030",
    serves="reve/reve-edit-fast",
    aliases=("latest-fast",),
)
CREATE = _V1.but(
    name="reve/reve-create",
    model="reve-create@20250915",
    serves="reve/reve-create",
    aliases=("latest",),
    operations={"edit": EDIT, "remix": REMIX},
)

# ---- v2

CREATE_V2 = _ROUTE.but(
    Param("prompt", Field.prompt, Text(max_length=4000), required=True),
    Pictures(
        "references",
        (Part(Image("base64"), {"data": HOLE}), Part(Image("id"), {"ref": HOLE})),
        max=8,
        note="an id is id:<uuid> or reference:@<name> of the key's project; the prompt calls them <frame>0</frame> ...",
    ),
    RatioTier("aspect_ratio", _RATIOS_OF_V2, default={"aspect_ratio": "auto"}),
    Native("version", Text(), default="latest"),
    Native(
        "async",
        Record(
            {
                "callback_url": Text(),
                "image_format": OneOf("application/json", "image/jpeg", "image/png", "image/webp"),
                "public": Flag(),
            },
            open=True,
        ),
        note="answers at once, with the URL of the result to come; public needs a format of pictures",
        source=_READING,
    ),
    name="reve/v2/create",
    path="/v2/image/create",
    without=("test_time_scaling",),
    note="calls take 40 to 80 seconds",
)

TARGETS: tuple[Target, ...] = (CREATE, EDIT, EDIT_FAST, REMIX, REMIX_FAST, CREATE_V2)
ENVELOPE: Target | None = None
