"""xAI: the image routes of the Grok Imagine models and of grok-2-image; generations and edits, both JSON.

Sources: xAI's protobuf definitions (image.proto, 2026-05-17); xai-sdk 1.21.0; xAI's page on image generation (2026); a
third party's digest of xAI's pages, which it checked on 2026-07-09; xAI's migration page "imagine image quality,
November 2" and its release notes of August (copies of 2026-09 to 2026-11); for grok-2-image an undated copy of its
guide.

Unknown fields are refused: 400 "Argument not supported: size" (rikkahub/rikkahub#1602, 2026-07-28, and two more), and
quality, size and style at grok-2-image (QuantumNous/new-api#950, 2025-04).

The pixels of grok-imagine-image and of the quality model were recorded live (pydantic-ai 2.68.0); Runway's SDK 5.24.0
lists the same for 2.0, of which xAI publishes none, and neither has 21:9 and 5:2. Output at 2k is made at 1k and
enlarged.

Disputed: whether the first Grok Imagine model ignores a quality or refuses it. A team got 404 for
grok-imagine-image-quality on 2026-09-18, weeks before its retirement.

Open: the longest prompt, which the models route of the API states for each model (resellers say 8000 to 10000
characters); how many pictures an edit makes at most; whether 2.0 takes 1.5k, which only resellers say; whether
grok-2-image is still served. Resellers say that references sent to the generations route are silently dropped; that
route has no row for them here.
"""

from __future__ import annotations

from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    Between,
    Count,
    Field,
    Fixed,
    Flag,
    Image,
    Int,
    Model,
    Native,
    OneOf,
    Param,
    Part,
    Pictures,
    Quality,
    RatioTier,
    Record,
    Rule,
    Slots,
    Target,
    Text,
    Words,
)

_DOCS = "https://docs.x.ai/developers/model-capabilities/images/generation"
_CHECKED = "2026-11-29"
_RATIOS = (
    *("1:1", "3:4", "4:3", "9:16", "16:9", "2:3", "3:2", "9:19.5", "19.5:9", "9:20", "20:9", "1:2", "2:1"),
    "auto",
)
_WIDE = ("21:9", "5:2")
_TIERS = {"1K": "1k", "2K": "2k"}
_PIXELS = {
    ("1:1", "1K"): "1024x1024",
    ("16:9", "1K"): "1280x720",
    ("9:16", "1K"): "720x1280",
    ("4:3", "1K"): "1152x864",
    ("3:4", "1K"): "864x1152",
    ("3:2", "1K"): "1248x832",
    ("2:3", "1K"): "832x1248",
    ("19.5:9", "1K"): "1248x576",
    ("9:19.5", "1K"): "576x1248",
    ("20:9", "1K"): "1280x576",
    ("9:20", "1K"): "576x1280",
    ("2:1", "1K"): "1408x704",
    ("1:2", "1K"): "704x1408",
    ("1:1", "2K"): "2048x2048",
    ("16:9", "2K"): "2816x1584",
    ("9:16", "2K"): "1584x2816",
    ("4:3", "2K"): "2368x1776",
    ("3:4", "2K"): "1776x2368",
    ("3:2", "2K"): "2496x1664",
    ("2:3", "2K"): "1664x2496",
    ("19.5:9", "2K"): "2912x1344",
    ("9:19.5", "2K"): "1344x2912",
    ("20:9", "2K"): "3200x1440",
    ("9:20", "2K"): "1440x3200",
    ("2:1", "2K"): "2912x1456",
    ("1:2", "2K"): "1456x2912",
}
_AUTO = "auto is in the reference of the REST routes, but not among the words of the SDK"
_DEFAULT = "1:1 by default in the proto, 16:9 in one reseller's schema; " + _AUTO
_PIXELS_SOURCE = "pydantic-ai 2.68.0, recorded live; runwayml 5.24.0 for 2.0 at Runway"
_SOURCES = (
    Part(Image("url", "data"), {"url": HOLE}),
    Part(Image("id"), {"file_id": HOLE}),
    Part(Image("url", "data"), {"url": HOLE, "type": "image_url"}),  # a second spelling: read, never written
)
_SHAPE = RatioTier(
    "aspect_ratio",
    _RATIOS,
    "resolution",
    _TIERS,
    pixels=_PIXELS,
    more=_WIDE,
    default={"aspect_ratio": "1:1", "resolution": "1k"},
    note="2k is made at 1k and enlarged: an area of about 2048x2048, sides in multiples of 16",
    source=_PIXELS_SOURCE,
    disputed=_DEFAULT,
)
_SHAPE_OF_EDITS = RatioTier(
    "aspect_ratio",
    _RATIOS,
    "resolution",
    _TIERS,
    pixels=_PIXELS,
    more=_WIDE,
    default={"resolution": "1k"},
    note="with several sources the default ratio is that of the first",
    source=_PIXELS_SOURCE,
    disputed=_AUTO,
)
_FIVE = Pictures("images", _SOURCES, max=5, note="PNG, JPEG or WebP, at most 10 MiB each; 5 since August 2026, was 3")
_WIDE_IS_NEW = Rule(
    {"aspect_ratio": OneOf(*_WIDE)},
    {"aspect_ratio": OneOf(*_RATIOS)},
    "xAI's migration page gives 21:9 and 5:2 to 2.0 only; its reference and release notes name no model",
    effect="disputed",
    source="withceleste/celeste-python#381, 2026-09-01; xAI's release notes of August 2026",
)
_RATIO_OF_SOURCE = Rule(
    ({"image": PRESENT}, {"images": Count(max=1)}),
    {"aspect_ratio": ABSENT},
    "with a single source the output keeps the ratio of that picture",
    effect="ignored",
)

# ---- the two routes

_EDITS = Target(
    name="xai/images:edit",
    method="POST",
    path="/v1/images/edits",
    base_url="https://api.x.ai",
    key_header="Authorization: Bearer {key}",
    docs=_DOCS,
    checked=_CHECKED,
    unknown="refused",
    rows=(
        Model("model"),
        Param("prompt", Field.prompt, Text(), required=True),
        Slots("image", part=_SOURCES, only_alone=True, note="PNG, JPEG or WebP, at most 10 MiB"),
        _FIVE,
        Param("n", Field.n, Int(1, round_down=True), default=1, note="1 to 10 is stated for generations only"),
        _SHAPE_OF_EDITS,
        Param("response_format", Field.delivery, Words({"url": "url", "base64": "b64_json"}), default="url"),
        Param("user", Field.user, Text()),
        Native(
            "storage_options",
            Record({"expires_after": Int(3600, 2592000)}, open=True),
            note="keeps the result in the Files API; expires_after in seconds",
        ),
        Native("output_format", Text()),
        Native("sync_mode", Flag()),
    ),
    rules=(
        Between(("image", "images"), 1, 1, "exactly one of image and images is given"),
        Rule(
            ({"output_format": PRESENT}, {"sync_mode": PRESENT}),
            {"output_format": ABSENT, "sync_mode": ABSENT},
            "output_format and sync_mode are options of the AI SDK, which are on no page of xAI",
            effect="disputed",
            source="@ai-sdk/xai 5.0.12",
        ),
    ),
    note="the body is JSON; the multipart form of other vendors' edits is not accepted",
)
_GENERATIONS = _EDITS.but(
    Param("n", Field.n, Int(1, 10, round_down=True), default=1),
    _SHAPE,
    name="xai/images",
    path="/v1/images/generations",
    without=("image", "images"),
    note="",
)

# ---- 2.0

_V2 = (
    Param(
        "quality",
        Field.quality,
        Quality("auto", "low", "medium"),
        default="auto",
        note="auto is low for generations and medium for edits; before August 2026 medium was the default",
        source="xAI's release notes of August 2026",
        disputed="the proto has high too, which the SDK can't say and a reseller saw refused",
    ),
)
GROK_IMAGINE_IMAGE_2_0_EDIT = _EDITS.but(
    *_V2,
    RatioTier(
        "aspect_ratio",
        (*_RATIOS, *_WIDE),
        "resolution",
        _TIERS,
        pixels=_PIXELS,
        default={"aspect_ratio": "auto", "resolution": "1k"},
        note="free even with a single source",
        source=_PIXELS_SOURCE,
        disputed=_AUTO,
    ),
    model="grok-imagine-image-2.0",
    serves="xai/grok-imagine-image-2.0",
)
GROK_IMAGINE_IMAGE_2_0 = _GENERATIONS.but(
    *_V2,
    RatioTier(
        "aspect_ratio",
        (*_RATIOS, *_WIDE),
        "resolution",
        _TIERS,
        pixels=_PIXELS,
        default={"aspect_ratio": "1:1", "resolution": "1k"},
        source=_PIXELS_SOURCE,
        disputed=_DEFAULT,
    ),
    model="grok-imagine-image-2.0",
    serves="xai/grok-imagine-image-2.0",
    operations={"edit": GROK_IMAGINE_IMAGE_2_0_EDIT},
)

# ---- the first Grok Imagine model

_QUALITY_OF_2 = Native(
    "quality",
    OneOf("low", "medium", "high", open=True),
    source="Comfy Router's schema of xAI's models, 2026",
)
_QUALITY_IS_NEW = Rule(
    {"quality": PRESENT},
    {"quality": ABSENT},
    "quality is a field of 2.0; a gateway's schema says that other models ignore it, while clients refuse it for them",
    effect="disputed",
    source="Comfy Router's schema of xAI's models, 2026; TanStack/ai#1137, 2026-08-18",
)
GROK_IMAGINE_IMAGE_EDIT = _EDITS.but(
    _QUALITY_OF_2,
    model="grok-imagine-image",
    serves="xai/grok-imagine-image",
    aliases=("grok-imagine-image-2026-03-02",),
    rules=(
        _RATIO_OF_SOURCE,
        _WIDE_IS_NEW,
        _QUALITY_IS_NEW,
        Rule(
            {"images": Count(4)},
            {"images": Count(max=3)},
            "xAI's migration page gives 5 sources to 2.0; its release notes raise 3 to 5 without a model",
            effect="disputed",
            source="comfyui-embedded-docs 0.5.15; xAI's release notes of August 2026",
        ),
    ),
)
GROK_IMAGINE_IMAGE = _GENERATIONS.but(
    _QUALITY_OF_2,
    model="grok-imagine-image",
    serves="xai/grok-imagine-image",
    aliases=("grok-imagine-image-2026-03-02",),
    rules=(_WIDE_IS_NEW, _QUALITY_IS_NEW),
    operations={"edit": GROK_IMAGINE_IMAGE_EDIT},
)

# ---- its quality model, retired: the ids still answer, served by 2.0 at the quality low

_QUALITY_IDS = ("grok-imagine-image-quality-20260403", "grok-imagine-image-quality-latest", "grok-imagine-image-pro")
_REDIRECTED = (
    "the ids still answer, served by 2.0 at the quality low; grok-imagine-image-pro since 2026-05-15. One team got 404 "
    "on 2026-09-18"
)
_OLD_QUALITY = Native(
    "quality", OneOf("low", "medium"), note="whether a quality sent with an old id is honoured is not stated"
)
GROK_IMAGINE_IMAGE_QUALITY_EDIT = _EDITS.but(
    _OLD_QUALITY,
    model="grok-imagine-image-quality",
    serves="xai/grok-imagine-image-quality",
    aliases=_QUALITY_IDS,
    rules=(_RATIO_OF_SOURCE, _WIDE_IS_NEW),
    status="retired",
    retired="2026-11-02",
    successor="grok-imagine-image-2.0",
    note=_REDIRECTED,
)
GROK_IMAGINE_IMAGE_QUALITY = _GENERATIONS.but(
    _OLD_QUALITY,
    model="grok-imagine-image-quality",
    aliases=_QUALITY_IDS,
    rules=(_WIDE_IS_NEW,),
    operations={"edit": GROK_IMAGINE_IMAGE_QUALITY_EDIT},
    status="retired",
    retired="2026-11-02",
    successor="grok-imagine-image-2.0",
    note=_REDIRECTED,
)

# ---- grok-2-image: a prompt, and how many

GROK_2_IMAGE = _GENERATIONS.but(
    Fixed(Field.output_format, "jpeg"),
    model="grok-2-image",
    serves="xai/grok-2-image",
    aliases=("grok-2-image-1212",),
    only=("model", "prompt", "n", "response_format", "user"),
    note="a legacy model, missing in the lists of November 2026; whether it is still served was not confirmed",
)

TARGETS: tuple[Target, ...] = (
    GROK_IMAGINE_IMAGE_2_0,
    GROK_IMAGINE_IMAGE_2_0_EDIT,
    GROK_IMAGINE_IMAGE_QUALITY,
    GROK_IMAGINE_IMAGE_QUALITY_EDIT,
    GROK_IMAGINE_IMAGE,
    GROK_IMAGINE_IMAGE_EDIT,
    GROK_2_IMAGE,
)

ENVELOPE: Target | None = None
