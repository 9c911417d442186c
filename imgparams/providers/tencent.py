"""Tencent: its Hunyuan image models and ByteDance's Seedream, both at TokenHub, a route a family.

Sources: Tencent Cloud's pages on TokenHub, 1823/135745 (Hy-Image: whole in its form with 3.0 only, the beginning of the
one with 3.5) and 1823/136609 (Seedream), and programs that were written from them and from 1300/83708 and 1300/83710 of
the international site, 2026-10; Tencent CloudBase's pages on 3.5, which has the same route there; the ComfyUI nodes of
HY-Image 3.5 (comfyui-embedded-docs 0.5.15, 2026-10-26); LiteLLM 1.110.2 (the host, and Seedream 5.0 Flash).

HY-Image 3.5 takes messages like a chat: here one message of the user; what came before it in a conversation is left
out. The model rewrites the prompt. A size outside of the bounds is changed, not refused: 100x100 brought a picture of
256x256 (public code, measured on 2026-09-30). ComfyUI's node keeps sides to multiples of 16, which no page asks for.

Seedream has ByteDance's fields, with `images` for the pictures; limits that TokenHub's page does not have are taken
from ByteDance's table.

Unknown fields: nothing is stated. Open: the seed's range of 3.5 at the vendor (the node has 0 to 2147483647); whether
its watermark can be left out (the node sends logo_add 0, of which the page is said to have nothing); all limits of
Seedream 5.0 Flash but one picture a call. Left out: the older ids hy-image-v3.0 and hy-image-lite, of whose routes the
names of fields are not known; HunyuanImage behind Tencent's signed API; other families at TokenHub (Vidu, Vega, MiniMax
H3, a GPT image model). The host is the international one; tokenhub.tencentmaas.com is the one in China, with keys of
its own, which most programs call.
"""

from __future__ import annotations

from imgparams.providers.bytedance import DOUBAO_SEEDREAM_5_0_PRO as BYTEDANCE_PRO
from imgparams.providers.bytedance import SEEDREAM_5_0_LITE as BYTEDANCE_LITE
from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    TEXT,
    Const,
    Content,
    Count,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Model,
    Native,
    Not,
    OneOf,
    Param,
    Part,
    Pictures,
    PixelText,
    Record,
    Rule,
    ShapeWords,
    Sizes,
    SizeText,
    Target,
    Text,
    TextPart,
    Total,
)

_CLOUDBASE = "https://docs.cloudbase.net/en/ai/ai-inspire-plan-image-3.5-preview"
_NODE = "comfyui-embedded-docs 0.5.15, 2026-10-26"
_ONE = Fixed(Field.n, 1, note="one picture a call")

HY_IMAGE_3_5 = Target(
    name="tencent/hy-image-v3.5-preview",
    model="hy-image-v3.5-preview",
    serves="tencent/hy-image-v3.5-preview",
    method="POST",
    path="/v1/wand/hunyuan-image/v35-generation",
    base_url="https://tokenhub-intl.tencentcloudmaas.com",
    key_header="Authorization: Bearer {key}",
    docs="https://cloud.tencent.com/document/product/1823/135745",
    checked="2026-11-30",
    status="preview",
    rows=(
        Model("model"),
        Const("messages[0].role", "user"),
        Content(
            "messages[0].content",
            (
                TextPart(Field.prompt, {"type": "text", "text": TEXT}, Text(min_length=1)),
                Part(Image("url", "data"), {"type": "image_url", "image_url": {"url": HOLE}}),
            ),
            max=20,
            requires=(Field.prompt,),
            note="20 MB each; ComfyUI's node and a reseller take 5",
            source=_CLOUDBASE,
        ),
        SizeText(
            "size",
            Grid(Int(256, 8192), area=(1, 16777216)),
            accepts=Grid(),
            note="left out, the model chooses within generate_max_pixels; beyond about 6:1 the subject repeats",
        ),
        Native(
            "generate_max_pixels",
            OneOf(1048576, 2359296, 4194304),
            default=2359296,
            note="1K, 1.5K or 2K, for a size that the model chooses",
            source="https://intl.cloud.tencent.com/document/product/1300/83708",
        ),
        Native(
            "resize_max_pixels",
            Int(1),
            note="how much is seen of each picture; the nodes send 1048576 or 4194304",
            source=_NODE,
        ),
        Param("seed", Field.seed, Int(0, 2147483647), note="pictures vary even with one seed", source=_NODE),
        Native("session", Text(), note="keeps the turns of a conversation together"),
        Native("use_search_tool", Record({"value": Flag()}, required=("value",)), note="looks things up on the web"),
        Native("footnote", Text(max_length=16), note="text of the watermark, at the lower right", source=_CLOUDBASE),
        Native("logo_add", Int(), note="the node sends 0", source=_NODE),
        _ONE,
        Fixed(Field.delivery, "url", note="for 12 hours"),
    ),
    rules=(
        Rule(
            {"size": PRESENT},
            {"generate_max_pixels": ABSENT},
            "a size that is stated is made as it is; generate_max_pixels is for one that the model chooses",
            effect="ignored",
        ),
    ),
)

HY_IMAGE_3 = Target(
    name="tencent/hy-image-v3",
    model="hy-image-v3",
    serves="tencent/hy-image-v3",
    method="POST",
    path="/v1/wand/hunyuan-image/v3-generation",
    base_url=HY_IMAGE_3_5.base_url,
    key_header=HY_IMAGE_3_5.key_header,
    docs=HY_IMAGE_3_5.docs,
    checked="2026-11-30",
    rows=(
        Model("model"),
        Param("prompt", Field.prompt, Text(max_length=8192), required=True),
        Pictures(
            "images",
            (Image("url", "base64", "data"),),
            max=3,
            note="png or jpeg, 10 MB; the page has base64, some programs send data URLs",
        ),
        SizeText("size", Grid(Int(512, 2048), area=(1, 1048576))),
        Param("seed", Field.seed, Int(1, 4294967295), unset=(0,), note="0 is random"),
        Native("footnote", Text(max_length=16), note="text of a watermark, at the lower right"),
        Native("revise", Flag(), note="rewrites the prompt"),
        _ONE,
        Fixed(Field.delivery, "url", note="for 12 hours"),
    ),
)

# ---- Seedream, with ByteDance's rows; there the pictures are on the wire `image`

_PROMPT_600 = Param("prompt", Field.prompt, Text(max_length=600), required=True)
_SOURCES = (Image("url", "data"),)
_MOST = "sequential_image_generation_options.max_images"
_PATH = "/v1/wand/si-image/generation"
_DOCS = "https://cloud.tencent.com/document/product/1823/136609"

SEEDREAM_5_0_PRO = BYTEDANCE_PRO.but(without=("image",)).but(
    _PROMPT_600,
    Pictures("images", _SOURCES, max=10, note="30 MB each"),
    name="tencent/seedream-image-v5.0-pro",
    model="seedream-image-v5.0-pro",
    serves="bytedance/seedream-5.0-pro",
    rules=(
        Rule({"images": ABSENT}, {"layer_decomposition": Not(OneOf(True))}, "layers are made from an input image"),
        Rule(
            {"layer_decomposition": OneOf(True)},
            {"images": Count(max=1), "size": OneOf("auto", "1K", "1.5K", "2K", "1k", "1.5k", "2k")},
            "layers are made from one image, at a tier or auto",
        ),
    ),
    path=_PATH,
    base_url=HY_IMAGE_3_5.base_url,
    docs=_DOCS,
    checked="2026-11-30",
)
SEEDREAM_5_0_LITE = BYTEDANCE_LITE.but(without=("image",)).but(
    _PROMPT_600,
    Pictures("images", _SOURCES, max=14, note="30 MB each"),
    name="tencent/seedream-image-v5.0-lite",
    model="seedream-image-v5.0-lite",
    serves="bytedance/seedream-5.0-lite",
    rules=(
        Rule(
            {"size": OneOf("2k", "3k", "4k")},
            {"size": Not(OneOf("2k", "3k", "4k"))},
            "the tiers are in upper case; ByteDance's own server takes lower case, which was not tried here",
            effect="disputed",
        ),
        Total(("images", _MOST), 15, "reference images and generated images are at most 15 together"),
    ),
    path=_PATH,
    base_url=HY_IMAGE_3_5.base_url,
    docs=_DOCS,
    checked="2026-11-30",
)
SEEDREAM_5_0_FLASH = SEEDREAM_5_0_PRO.but(
    Pictures("images", _SOURCES, note="no maximum is stated"),
    Sizes(
        (
            PixelText("size", Grid()),
            ShapeWords(tier="size", tiers=("1K", "1.5K", "2K")),
            ShapeWords(tier="size", tiers={"1K": "1k", "1.5K": "1.5k", "2K": "2k"}, read_only=True),
        ),
        open=True,
        note="the tiers are those of this model elsewhere",
        source="https://wavespeed.ai/models/bytedance/seedream-v5.0-flash/llms.txt",
    ),
    name="tencent/seedream-image-v5.0-flash",
    model="seedream-image-v5.0-flash",
    serves="bytedance/seedream-5.0-flash",
    without=("layer_decomposition",),
    note="known by name, from LiteLLM 1.110.2",
)

TARGETS: tuple[Target, ...] = (HY_IMAGE_3_5, HY_IMAGE_3, SEEDREAM_5_0_PRO, SEEDREAM_5_0_LITE, SEEDREAM_5_0_FLASH)
ENVELOPE: Target | None = None
