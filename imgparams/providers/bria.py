"""Bria: FIBO, which makes an image from a text or a structured prompt, its lite pipeline, and FIBO's edit.

Sources: the vendor's packages bria-mcp 2.6.0 and bria-client 0.3.1 (2026-10); the reference of the vendor's skills
(Bria-AI/bria-skill, 2026), for what is refused together and style_id; the vendor's nodes for ComfyUI (2026-06), for
lite; ComfyUI's API nodes of FIBO 2.0 (2026-10-26), for the ratios and what they need; Cloudflare's schema of FIBO 1.5
(2026-10-06) and Comfy Router's of the edit (2026-10); a third party's reading of the vendor's OpenAPI documents
(cluely/unmodel, 2026-08-13), for steps, the lite route and what else was not in those.

Unknown fields: not known. Cloudflare refuses them before Bria sees them.

The answer is a job to be polled, unless `sync` is true. The route has FIBO 2.0 since 2026-10-20; no source says how to
ask it for 1.5, which others sell. Nothing tells an edit that asks for a model: by the vendor's package all but FIBO_BBQ
is ignored.

Open: the range of seed (ComfyUI stays between 1 and 2147483647); the pixels of most ratios (21:9 is 1568x672 at 1MP,
3:4 is 1536x2048 at 4MP); whether FIBO 2.0 has the steps of its forerunner; the ratios of an edit beyond those that the
package names. Left out: the twenty routes for one kind of edit each, and those that make structured prompts.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    OFF,
    PRESENT,
    AnyOf,
    AtMost,
    Between,
    Const,
    Count,
    Field,
    Fixed,
    Flag,
    Image,
    Int,
    Native,
    Num,
    OneOf,
    Param,
    Pictures,
    RatioTier,
    Record,
    Rule,
    Target,
    Text,
)

_PACKAGE = "bria-mcp 2.6.0"
_SKILL = "Bria-AI/bria-skill, references/api-endpoints.md, 2026"
_READING = "cluely/unmodel, 2026-08-13: a third party's reading of the vendor's OpenAPI documents"
_NODE = "comfyui-embedded-docs 0.5.15, BriaImageGenerate, 2026-10-26"
_RATIOS = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9")
_RATIOS_OF_2 = ("16:10", "10:16", "2:1", "1:2", "21:9", "9:21", "3:1", "1:3", "4:1", "1:4", "5:1", "1:5")
_SEED = Param(
    "seed",
    Field.seed,
    Int(),
    nullable=True,
    note="random where it is left out, or null as in the vendor's sample (Bria-AI/bria-skill)",
    disputed="the schemas have any whole number, ComfyUI's node 1 to 2147483647",
)
_IMAGE = Image("url", "base64")
_OF_ALL = (
    Native("sync", Flag(), default=False, note="true waits for the result"),
    Native("webhook_url", Text(), source=_READING),
    Param("output_type", Field.output_format, OneOf("png", "jpeg"), default="png"),
    Native("ip_signal", Flag(), default=False),
    Native("prompt_content_moderation", Flag(), default=True),
    Native("visual_input_content_moderation", Flag(), default=True),
    Native("visual_output_content_moderation", Flag(), default=True),
    Fixed(Field.n, 1),
    Fixed(Field.delivery, "url"),
)
_NODES = "Bria-AI/ComfyUI-BRIA-API, 2026-06: the vendor's nodes"
_NOT_IN_SCHEMA = "the vendor's nodes send it, its OpenAPI document, as read in August 2026, lacks it"
_STYLE = Native("style", OneOf("kodak_film", "hard_flash", "hazy_dreamy", "rough_realism"), source=_PACKAGE)

# ---- from words or a picture

_GENERATE = Target(
    name="bria/generate",
    method="POST",
    path="/v2/image/generate",
    base_url="https://engine.prod.bria-api.com",
    key_header="api_token: {key}",
    docs="https://docs.bria.ai/image-generation/generation/image-generate",
    checked="2026-11-30",
    rows=(
        Param("prompt", Field.prompt, Text(), note="beside images or structured_prompt it refines them"),
        Pictures("images", (_IMAGE,), max=1, note="JPEG, PNG or WebP: an inspiration, not a picture to edit"),
        Native(
            "structured_prompt",
            AnyOf(Text(), Record((), open=True)),
            note="JSON of an earlier answer: a text in the schemas, an object from the vendor's package",
        ),
        Const("model_version", "FIBO", optional=True),
        Param(
            "negative_prompt",
            Field.negative_prompt,
            Text(),
            note="the vendor's package sends it to both routes; the schemas of 1.5 and of lite, as read, lack it",
            source=_PACKAGE,
        ),
        RatioTier("aspect_ratio", _RATIOS, default={"aspect_ratio": "1:1"}, source=_READING),
        _SEED,
        _STYLE,
        *_OF_ALL,
    ),
    rules=(
        Between(
            ("prompt", "images", "structured_prompt"),
            1,
            3,
            "at least one of prompt, images and structured_prompt is given",
            source=_NODE,
        ),
        AtMost(("images", "structured_prompt"), 1, "a picture excludes a structured prompt", source=_NODE),
    ),
)
FIBO_LITE = _GENERATE.but(
    Param("steps_num", Field.steps, Int(8, 30), default=8, source=_NODES, disputed=_NOT_IN_SCHEMA),
    Param("guidance_scale", Field.guidance, Num(3, 5), default=5, source=_NODES, disputed=_NOT_IN_SCHEMA),
    name="bria/fibo-lite",
    serves="bria/fibo-lite",
    path="/v2/image/generate/lite",
    rules=(
        Rule(
            ({"prompt": PRESENT}, {"prompt": ABSENT}),
            {"style": ABSENT},
            "style is refused with FIBO Lite",
            source=_PACKAGE,
        ),
    ),
)

# ---- an edit

FIBO_EDIT = _GENERATE.but(
    Pictures(
        "images",
        (Image("url", "base64", "data"),),
        min=1,
        max=4,
        required=True,
        note="JPEG, PNG or WebP; data URLs by the vendor's skill; the instruction calls them image 1, image 2 ...; up "
        "to four by the vendor's package, exactly one by the older schemas",
        source=_PACKAGE,
    ),
    Param("instruction", Field.prompt, Text()),
    Native("structured_instruction", Text(), note="JSON as a text"),
    Param(
        "mask",
        Field.mask,
        Image("url", "base64", edits="white"),
        note="black is kept; of the size of the picture",
    ),
    Native("model_version", Text()),
    Param("negative_prompt", Field.negative_prompt, Text()),
    Param(
        "guidance_scale",
        Field.guidance,
        Num(3, 5),
        default=5,
        disputed="the default is 5 in the schemas, 3 in ComfyUI's node",
    ),
    Param(
        "steps_num",
        Field.steps,
        Int(20, 50),
        default=50,
        disputed="the default is 50 in Comfy Router's schema, 30 by a reading of the vendor's",
    ),
    RatioTier("aspect_ratio", _RATIOS, open=True, note="left out, it is that of the first picture", source=_PACKAGE),
    name="bria/fibo-edit:edit",
    serves="bria/fibo-edit",
    path="/v2/image/edit",
    docs="https://docs.bria.ai/image-editing",
    without=("prompt", "structured_prompt", "style"),
    rules=(
        Between(
            ("instruction", "structured_instruction"),
            1,
            2,
            "at least one of instruction and structured_instruction is given",
        ),
        Rule(
            {"images": Count(max=1)},
            {"aspect_ratio": ABSENT},
            "with a single picture the output keeps its ratio, and the answer carries a warning",
            effect="ignored",
            source=_PACKAGE,
        ),
        Rule(
            {"model_version": PRESENT},
            {"model_version": OneOf("FIBO_BBQ")},
            "every model_version but FIBO_BBQ is ignored, with a notice of its deprecation",
            effect="ignored",
            source=_PACKAGE,
        ),
        Rule(
            {"images": Count(min=2), "model_version": OneOf("FIBO_BBQ")},
            {"model_version": ABSENT},
            "FIBO_BBQ takes a single picture",
            source=_SKILL,
        ),
        Rule({"images": Count(min=2)}, {"mask": ABSENT}, "an edit with a mask takes a single picture", source=_SKILL),
    ),
)

# ---- 2.0

FIBO_2_0 = _GENERATE.but(
    RatioTier(
        "aspect_ratio",
        (*_RATIOS, *_RATIOS_OF_2),
        "resolution",
        {"1K": "1MP", "2K": "4MP"},
        default={"aspect_ratio": "1:1", "resolution": "1MP"},
        source=_NODE,
    ),
    Param("steps_num", Field.steps, Int(35, 50), default=50, source=_READING),
    Native("style_id", OneOf("default", "photoreal"), default="default", source=_SKILL),
    name="bria/fibo-2.0",
    model="FIBO",
    serves="bria/fibo-2.0",
    operations={"edit": FIBO_EDIT},
    rules=(
        Rule(
            {"aspect_ratio": OneOf(*_RATIOS_OF_2)},
            {"resolution": OneOf("1MP")},
            "the ratios that are new with 2.0 need the resolution 1MP",
            source=_NODE,
        ),
        Rule(
            {"aspect_ratio": OneOf(*_RATIOS_OF_2), "prompt": PRESENT},
            {"structured_prompt": ABSENT},
            "the ratios that are new with 2.0 need exactly one of prompt and structured_prompt",
            source=_NODE,
        ),
        Rule(
            {"prompt": ABSENT, "structured_prompt": ABSENT},
            {"aspect_ratio": OneOf(*_RATIOS)},
            "the ratios that are new with 2.0 need exactly one of prompt and structured_prompt",
            source=_NODE,
        ),
        Rule(
            {"resolution": OneOf("4MP")},
            {"sync": OFF},
            "a picture of 4MP can't be waited for",
            source=_SKILL,
        ),
        Rule(
            ({"images": PRESENT}, {"structured_prompt": PRESENT}),
            {"style": ABSENT},
            "style is refused together with images or structured_prompt",
            source=_PACKAGE,
        ),
    ),
)

TARGETS: tuple[Target, ...] = (FIBO_2_0, FIBO_LITE, FIBO_EDIT)
ENVELOPE: Target | None = None
