"""ByteDance: Seedream and SeedEdit, at Volcengine Ark and at BytePlus ModelArk.

Sources: Ark's image generation API (82379/1541523) and Seedream tutorial (82379/1824121), 2026; BytePlus ModelArk's
pages of the same, 2026; the SDKs volcengine-ark-runtime 5.0.54 and byteplus-python-sdk-v2 3.0.63, 2026-10-22; for 5.0
flash comfyui-embedded-docs 0.5.15 and a client audited against the official pages of 2026-10-10 (hoobnn/hoobnn-mcps);
for 5.5 the pages of resellers of BytePlus, 2026-11.

Names: `bytedance/seedream-...` is BytePlus, `bytedance/doubao-...` is Ark, both without the date in the wire's model;
the two differ in these ids only. `bytedance/images` is any model, and any endpoint id (`ep-...`), at either host. Ark's
Agent Plan (82379/2375486) has a path and a key of its own, and names without a date: the targets that end in `/plan`.

A tier word is written in upper case. The server takes it in lower case too where its own list of sizes has it so: 2k,
3k and 4k on 5.0 lite, 1k, 2k and 4k on 4.5 and 4.0, of which 4.5 refuses 1k (recorded answers of 2026-08 and
2026-09). A tier word leaves the ratio to the prompt and the pictures; pixels state both, so a ratio is sent as
pixels. The sizes that the tutorial lists for each tier and ratio are advice; any pixels within the limits are
accepted.

What the vendor does with a field of no model is not known. A field that the model lacks is refused in one case that was
seen (OpenGradient/tee-gateway#141: sequential_image_generation on 5.0 pro) and taken in another (a seed, which ComfyUI
sends with every call).

Open: whether a seed does anything on 4.0 and later (it is documented for 3.0 only); whether the limits of Seedream
3.0 are on sides or on area; how many pictures 4.5 and 4.0 take (14 on the vendor's pages, 10 in ComfyUI); the end of
4.0 and 4.5, which a third party puts at 2026-11-24; whether SeedEdit 3.0 is gone at BytePlus too, as it is at Ark;
tier words in lower case on 5.0 pro, 5.0 flash and 5.5; the id of 5.5 and its limits of pixels, which no page of the
vendor was found to have; layers on flash. Sides need no step: 1500x1000 came back exactly from 5.0 pro
(withceleste/celeste-python#363).
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    OFF,
    PRESENT,
    Alternative,
    Alternatives,
    Count,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Model,
    Native,
    Not,
    Num,
    OneOf,
    Param,
    Pictures,
    PixelText,
    Record,
    Rule,
    ShapeWords,
    Sizes,
    SizeText,
    Slots,
    Target,
    Text,
    Total,
    Words,
)

_CHECKED = "2026-11-29"
_ARK_HOST = "https://ark.cn-beijing.volces.com"
_ARK_DOCS = "https://www.volcengine.com/docs/82379/1541523"
_BYTEPLUS_DOCS = "https://docs.byteplus.com/en/docs/ModelArk/1541523"
_SDK = "volcengine-ark-runtime 5.0.54"

#: tier words in lower case, as the server takes them besides
_LOWER_ANY = ShapeWords(tier="size", tiers={"1K": "1k", "2K": "2k", "3K": "3k", "4K": "4k"}, read_only=True)
_LOWER_LITE = ShapeWords(tier="size", tiers={"2K": "2k", "3K": "3k", "4K": "4k"}, read_only=True)
_LOWER_4_5 = ShapeWords(tier="size", tiers={"2K": "2k", "4K": "4k"}, read_only=True)
_LOWER_4_0 = ShapeWords(tier="size", tiers={"1K": "1k", "2K": "2k", "4K": "4k"}, read_only=True)
_LOWER_PRO = ShapeWords(tier="size", tiers={"1K": "1k", "1.5K": "1.5k", "2K": "2k"}, read_only=True)
_LOWER = "the server's own list of sizes, in recorded answers of 2026-08 and 2026-09"

SEEDREAM_5_0_PRO_SIZES = Grid(area=(921600, 4624220), ratio=("1:16", "16:1"))
SEEDREAM_4_5_SIZES = Grid(area=(3686400, 16777216), ratio=("1:16", "16:1"))
SEEDREAM_4_0_SIZES = Grid(area=(921600, 16777216), ratio=("1:16", "16:1"))
SEEDREAM_3_0_SIZES = Grid(Int(512, 2048))

_SEQUENCE = "sequential_image_generation"
_MOST = "sequential_image_generation_options.max_images"

_SOURCES = (Image("url", "data"),)
_IMAGES = Pictures(
    "image",
    _SOURCES,
    max=14,
    bare=True,
    note="sides above 14, at most 36,000,000 pixels and 30 MB, a ratio of 1:16 to 16:1",
)
_SEVERAL = Alternatives(
    Field.n,
    (
        Alternative({_SEQUENCE: "disabled"}, means=1),
        Alternative({_SEQUENCE: "auto"}, _MOST, Int(1, 15, round_down=True), is_maximum=True),
    ),
    default={_SEQUENCE: "disabled"},
    note="the only way to get several pictures, and the model decides how many; up to 15 with auto alone",
)
_FIFTEEN = (
    Rule(
        {_SEQUENCE: OneOf("disabled")},
        {_MOST: ABSENT},
        "max_images is for sequential_image_generation auto",
        effect="ignored",
    ),
    Total(("image", _MOST), 15, "reference images and generated images are at most 15 together"),
)

_UNPROVEN_SEED = (
    Native("seed", Int(-1, 2147483647), unset=(-1,), note="taken; whether it does anything is not known"),
)
_SEED_RULE = Rule(
    {"seed": PRESENT},
    {"seed": ABSENT},
    "the vendor documents a seed for 3.0 only; ComfyUI sends one with every call, and the AI SDK calls it unsupported",
    effect="disputed",
    source="Comfy-Org/ComfyUI, comfy_api_nodes/nodes_bytedance.py, 2026-10-26",
)

# ---- any model

IMAGES = Target(
    name="bytedance/images",
    method="POST",
    path="/api/v3/images/generations",
    base_url="https://ark.ap-southeast.bytepluses.com",
    key_header="Authorization: Bearer {key}",
    docs=_BYTEPLUS_DOCS,
    checked=_CHECKED,
    rows=(
        Model("model", note="a dated id, or the id of an endpoint"),
        Param(
            "prompt",
            Field.prompt,
            Text(),
            required=True,
            note="the page advises at most 300 Chinese characters or 600 English words",
        ),
        _IMAGES,
        Sizes(
            (
                PixelText("size", Grid(ratio=("1:16", "16:1"))),
                ShapeWords(tier="size", tiers=("1K", "1.5K", "2K", "3K", "4K")),
                _LOWER_ANY,
            ),
            open=True,
            note="which tiers and areas are legal depends on the model",
        ),
        Param("seed", Field.seed, Int(-1, 2147483647), unset=(-1,), note="3.0 models; -1 is random"),
        _SEVERAL,
        Param("stream", Field.stream, Flag(), default=False, note="not for 5.0 pro and 3.0"),
        Param("guidance_scale", Field.guidance, Num(1, 10), note="3.0 models"),
        Param("output_format", Field.output_format, OneOf("png", "jpeg"), default="jpeg", note="5.0 models"),
        Param("response_format", Field.delivery, Words({"url": "url", "base64": "b64_json"}), default="url"),
        Native("watermark", Flag(), default=True),
        Native(
            "optimize_prompt_options.mode", OneOf("standard", "fast"), default="standard", note="fast: 5.0 pro and 4.0"
        ),
        Native("optimize_prompt_options.thinking", Text(), note="its words are not documented", source=_SDK),
        Native("optimize_prompt", Flag(), note="older", source="byteplus-python-sdk-v2 3.0.63"),
        Native("tools", ListOf(Record({"type": OneOf("web_search")}, open=True)), note="5.0 lite"),
        Native("layer_decomposition", Flag(), note="5.0 pro"),
        Param("background", Field.background, OneOf("transparent", "opaque"), note="5.0 pro"),
    ),
    rules=_FIFTEEN,
)

# ---- BytePlus

_PRO_SIZES = (
    PixelText("size", SEEDREAM_5_0_PRO_SIZES),
    ShapeWords(tier="size", tiers=("1K", "1.5K", "2K"), more_tiers=("auto",)),
    _LOWER_PRO,
)
_LOWER_CASE = Rule(
    {"size": OneOf("1k", "1.5k", "2k")},
    {"size": Not(OneOf("1k", "1.5k", "2k"))},
    "the page has the tiers in upper case; other Seedream models take lower case, which was not tried on this one",
    effect="disputed",
    source=_LOWER,
)

SEEDREAM_5_0_PRO = IMAGES.but(without=(_SEQUENCE, "stream", "guidance_scale", "tools")).but(
    *_UNPROVEN_SEED,
    Native(_SEQUENCE, OneOf("disabled", "auto")),
    Native(_MOST, Int(1, 15)),
    Param(
        "stream",
        Field.stream,
        OneOf(False),
        default=False,
        source="OpenGradient/tee-gateway#141; nexu-io/open-design#5315",
    ),
    Pictures("image", _SOURCES, max=10, bare=True),
    Sizes(
        _PRO_SIZES,
        default={"size": "2K"},
        note="auto is for layers, and the default there",
        disputed="BytePlus' tutorial has no 1.5K; the API page has",
    ),
    Native("optimize_prompt_options.mode", OneOf("standard", "fast"), default="standard"),
    Native(
        "layer_decomposition",
        Flag(),
        note="splits one png or jpeg of 262,144 to 36,000,000 pixels into at most 16 layers",
    ),
    Param("output_format", Field.output_format, OneOf("png", "jpeg"), default="jpeg"),
    Param("background", Field.background, OneOf("transparent", "opaque")),
    Fixed(Field.n, 1, note="one picture a call, or the layers of one"),
    name="bytedance/seedream-5-0-pro",
    model="dola-seedream-5-0-pro-260628",
    serves="bytedance/seedream-5.0-pro",
    rules=(
        _SEED_RULE,
        _LOWER_CASE,
        Rule(
            {"model": PRESENT},
            {_SEQUENCE: ABSENT, _MOST: ABSENT},
            "sequential_image_generation is not supported by this model",
            source="OpenGradient/tee-gateway#141, 2026",
        ),
        Rule({"image": ABSENT}, {"layer_decomposition": Not(OneOf(True))}, "layers are made from an input image"),
        Rule(
            {"layer_decomposition": OneOf(True)},
            {"image": Count(max=1), "size": OneOf("auto", "1K", "1.5K", "2K", "1k", "1.5k", "2k")},
            "layers are made from one image, at a tier or auto",
        ),
        Rule({"layer_decomposition": OFF}, {"size": Not(OneOf("auto"))}, "the size auto is for layers"),
    ),
)

_AUDIT = "hoobnn/hoobnn-mcps, audited against the official pages of 2026-10-10"
_FLASH = (
    Native("optimize_prompt_options.mode", OneOf("standard"), default="standard", source=_AUDIT),
    Sizes(_PRO_SIZES, default={"size": "2K"}, note="auto is for layers, and the default there"),
)
_LAYERS_OF_FLASH = Rule(
    {"layer_decomposition": PRESENT},
    {"layer_decomposition": ABSENT},
    "an audit of the official pages has layers on flash, another client leaves them out",
    effect="disputed",
    source=_AUDIT,
)
SEEDREAM_5_0_FLASH = SEEDREAM_5_0_PRO.but(
    *_FLASH,
    name="bytedance/seedream-5-0-flash",
    model="dola-seedream-5-0-flash-260915",
    aliases=("seedream-5-0-flash-260915",),
    serves="bytedance/seedream-5.0-flash",
    without=("optimize_prompt_options.thinking",),
    rules=(_LAYERS_OF_FLASH,),
)

_RESELLERS = "docs.laozhang.ai, guide to Seedream 5.5, 2026-11-13"
SEEDREAM_5_5 = IMAGES.but(
    Pictures("image", _SOURCES, max=10, bare=True),
    Sizes(
        (
            PixelText("size", Grid(area=(1, 2848 * 1600))),
            ShapeWords(tier="size", tiers=("1K", "1.5K", "2K"), more_tiers=("3K", "3k")),
            _LOWER_PRO,
        ),
        default={"size": "2K"},
        disputed_to=Grid(area=(1, 3840 * 2160)),
        disputed="one reseller sells 3K of about 8 megapixels, the others up to 2K",
        note="2048x2048 and 2848x1600 in examples, neither 3K nor 4K; no limits are published",
        source=_RESELLERS,
    ),
    Param(
        "output_format",
        Field.output_format,
        OneOf("png", "jpeg"),
        default="png",
        source=_RESELLERS,
    ),
    Param(
        "background",
        Field.background,
        OneOf("transparent", "opaque", "auto"),
        default="auto",
        source=_RESELLERS,
    ),
    Native("layer_decomposition", Flag(), note="at most 99 layers", source=_RESELLERS),
    Fixed(Field.n, 1, note="there is no sequential generation", source=_RESELLERS),
    name="bytedance/seedream-5-5",
    model="dola-seedream-5-5-261028",
    aliases=("seedream-5-5-261028",),
    serves="bytedance/seedream-5.5",
    without=(
        *("seed", _SEQUENCE, "stream", "guidance_scale", "tools"),
        *("optimize_prompt_options.mode", "optimize_prompt_options.thinking", "optimize_prompt"),
    ),
    rules=(
        _LOWER_CASE,
        Rule(
            {"size": OneOf("3K", "3k")},
            {"size": Not(OneOf("3K", "3k"))},
            "one reseller sells 3K, the others up to 2K",
            effect="disputed",
            source="wavespeed.ai/seedream-5-5-api, 2026-11",
        ),
        Rule(
            {"background": OneOf("transparent")},
            {"output_format": OneOf("png")},
            "a transparent background needs png",
            source=_RESELLERS,
        ),
        Rule(
            {"layer_decomposition": OneOf(True)},
            {"background": ABSENT},
            "layers and a background exclude each other",
            source=_RESELLERS,
        ),
    ),
    note="from resellers of BytePlus; the vendor's page was not found",
)

SEEDREAM_5_0_LITE = IMAGES.but(
    *_UNPROVEN_SEED,
    Sizes(
        (PixelText("size", SEEDREAM_4_5_SIZES), ShapeWords(tier="size", tiers=("2K", "3K", "4K")), _LOWER_LITE),
        default={"size": "2048x2048"},
        note="an older page had no 4K, and at most 10,404,496 pixels",
    ),
    Param("stream", Field.stream, Flag(), default=False),
    Param("output_format", Field.output_format, OneOf("png", "jpeg"), default="jpeg"),
    Native("optimize_prompt_options.mode", OneOf("standard"), default="standard"),
    Native("tools", ListOf(Record({"type": OneOf("web_search")}, open=True))),
    name="bytedance/seedream-5-0-lite",
    model="seedream-5-0-260128",
    serves="bytedance/seedream-5.0-lite",
    aliases=("seedream-5-0-lite-260128",),
    without=("guidance_scale", "layer_decomposition", "background"),
    rules=(_SEED_RULE,),
)

SEEDREAM_4_5 = SEEDREAM_5_0_LITE.but(
    Sizes(
        (PixelText("size", SEEDREAM_4_5_SIZES), ShapeWords(tier="size", tiers=("2K", "4K")), _LOWER_4_5),
        default={"size": "2048x2048"},
    ),
    Fixed(Field.output_format, "jpeg"),
    name="bytedance/seedream-4-5",
    model="seedream-4-5-251128",
    serves="bytedance/seedream-4.5",
    without=("output_format", "tools"),
    note="a third party expects its end around 2026-11-24",
)

SEEDREAM_4_0 = SEEDREAM_4_5.but(
    Sizes(
        (PixelText("size", SEEDREAM_4_0_SIZES), ShapeWords(tier="size", tiers=("1K", "2K", "4K")), _LOWER_4_0),
        default={"size": "2048x2048"},
    ),
    Native("optimize_prompt_options.mode", OneOf("standard", "fast"), default="standard"),
    name="bytedance/seedream-4-0",
    model="seedream-4-0-250828",
    serves="bytedance/seedream-4.0",
    note="a third party expects its end around 2026-11-24; doubao-seedream-4-0-20260415 was seen as a successor",
)

SEEDREAM_3_0_T2I = IMAGES.but(
    SizeText(
        "size",
        SEEDREAM_3_0_SIZES,
        default="1024x1024",
        note="512x512 to 2048x2048 is read as limits on the sides; as limits on the area it would allow longer ratios",
    ),
    Param("seed", Field.seed, Int(-1, 2147483647), default=-1, unset=(-1,), note="-1 is random"),
    Param("guidance_scale", Field.guidance, Num(1, 10), default=2.5),
    Fixed(Field.output_format, "jpeg"),
    Fixed(Field.n, 1),
    name="bytedance/seedream-3-0-t2i",
    model="seedream-3-0-t2i-250415",
    serves="bytedance/seedream-3.0",
    only=("model", "prompt", "size", "seed", "guidance_scale", "response_format", "watermark"),
)

SEEDEDIT_3_0_I2I = SEEDREAM_3_0_T2I.but(
    Slots("image", part=Image("url", "data"), required=True, note="one picture, with a ratio of 1:3 to 3:1"),
    Sizes((ShapeWords("size", {"auto": "adaptive"}),), default={"size": "adaptive"}, note="no other word is accepted"),
    Param("guidance_scale", Field.guidance, Num(1, 10), default=5.5),
    name="bytedance/seededit-3-0-i2i",
    model="seededit-3-0-i2i-250628",
    serves="bytedance/seededit-3.0",
    status="deprecated",
    note="its page is gone, its ids are confirmed by client code only, and at Ark it is gone",
)

# ---- Ark

DOUBAO_SEEDREAM_5_0_PRO = SEEDREAM_5_0_PRO.but(
    Sizes(_PRO_SIZES, default={"size": "2K"}, note="auto is for layers, and the default there"),
    name="bytedance/doubao-seedream-5-0-pro",
    model="doubao-seedream-5-0-pro-260628",
    serves="bytedance/seedream-5.0-pro",
    docs=_ARK_DOCS,
    base_url=_ARK_HOST,
)
DOUBAO_SEEDREAM_5_0_FLASH = SEEDREAM_5_0_FLASH.but(
    name="bytedance/doubao-seedream-5-0-flash",
    model="doubao-seedream-5-0-flash-260915",
    serves="bytedance/seedream-5.0-flash",
    docs=_ARK_DOCS,
    base_url=_ARK_HOST,
)
DOUBAO_SEEDREAM_5_0_LITE = SEEDREAM_5_0_LITE.but(
    name="bytedance/doubao-seedream-5-0-lite",
    model="doubao-seedream-5-0-260128",
    serves="bytedance/seedream-5.0-lite",
    aliases=("doubao-seedream-5-0-lite-260128",),
    docs=_ARK_DOCS,
    base_url=_ARK_HOST,
)
DOUBAO_SEEDREAM_4_5 = SEEDREAM_4_5.but(
    name="bytedance/doubao-seedream-4-5",
    model="doubao-seedream-4-5-251128",
    serves="bytedance/seedream-4.5",
    docs=_ARK_DOCS,
    base_url=_ARK_HOST,
)
DOUBAO_SEEDREAM_4_0 = SEEDREAM_4_0.but(
    name="bytedance/doubao-seedream-4-0",
    model="doubao-seedream-4-0-250828",
    aliases=("doubao-seedream-4-0-20260415",),
    serves="bytedance/seedream-4.0",
    docs=_ARK_DOCS,
    base_url=_ARK_HOST,
)
DOUBAO_SEEDREAM_3_0_T2I = SEEDREAM_3_0_T2I.but(
    name="bytedance/doubao-seedream-3-0-t2i",
    model="doubao-seedream-3-0-t2i-250415",
    serves="bytedance/seedream-3.0",
    docs=_ARK_DOCS,
    base_url=_ARK_HOST,
)
DOUBAO_SEEDEDIT_3_0_I2I = SEEDEDIT_3_0_I2I.but(
    name="bytedance/doubao-seededit-3-0-i2i",
    model="doubao-seededit-3-0-i2i-250628",
    serves="bytedance/seededit-3.0",
    docs=_ARK_DOCS,
    base_url=_ARK_HOST,
    status="retired",
    retired="2026-08-28",
    successor="bytedance/doubao-seedream-5-0-pro",
    note="404 InvalidEndpointOrModel.NotFound in two recorded answers of 2026-08, of which this is the date of the one "
    "that has a date; when the model ended is not known",
)

# ---- Ark's Agent Plan

_PLAN_PATH = "/api/plan/v3/images/generations"
_PLAN_DOCS = "https://docs.volcengine.com/docs/82379/2375486"
DOUBAO_SEEDREAM_5_0_PRO_PLAN = DOUBAO_SEEDREAM_5_0_PRO.but(
    name="bytedance/doubao-seedream-5-0-pro/plan",
    model="doubao-seedream-5.0-pro",
    aliases=("doubao-seedream-5-0-pro",),
    serves="bytedance/seedream-5.0-pro",
    path=_PLAN_PATH,
    docs=_PLAN_DOCS,
    note="with the key of an Agent Plan; both names are from a program's changelog of 2026-10",
)
DOUBAO_SEEDREAM_5_0_LITE_PLAN = DOUBAO_SEEDREAM_5_0_LITE.but(
    name="bytedance/doubao-seedream-5-0-lite/plan",
    model="doubao-seedream-5.0-lite",
    aliases=(),
    serves="bytedance/seedream-5.0-lite",
    path=_PLAN_PATH,
    docs=_PLAN_DOCS,
    note="with the key of an Agent Plan",
)

TARGETS: tuple[Target, ...] = (
    IMAGES,
    SEEDREAM_5_0_PRO,
    SEEDREAM_5_5,
    SEEDREAM_5_0_FLASH,
    SEEDREAM_5_0_LITE,
    SEEDREAM_4_5,
    SEEDREAM_4_0,
    SEEDREAM_3_0_T2I,
    SEEDEDIT_3_0_I2I,
    DOUBAO_SEEDREAM_5_0_PRO,
    DOUBAO_SEEDREAM_5_0_FLASH,
    DOUBAO_SEEDREAM_5_0_LITE,
    DOUBAO_SEEDREAM_4_5,
    DOUBAO_SEEDREAM_4_0,
    DOUBAO_SEEDREAM_3_0_T2I,
    DOUBAO_SEEDEDIT_3_0_I2I,
    DOUBAO_SEEDREAM_5_0_PRO_PLAN,
    DOUBAO_SEEDREAM_5_0_LITE_PLAN,
)
ENVELOPE: Target | None = IMAGES
