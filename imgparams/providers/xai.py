"""xAI: the image routes of the Grok Imagine models and of grok-2-image; generations and edits, both JSON.

Sources: xAI's protobuf definitions (image.proto, 2026-05-17); xai-sdk 1.21.0; xAI's page on image generation (2026); a
third party's digest of xAI's pages, which it checked on 2026-07-09; for grok-2-image an undated copy of its guide.

The pixels of grok-imagine-image-2.0 are listed in Runway's SDK 5.24.0 for this model; which of them belong to which
ratio is arithmetic. The pixels of the other models are not stated. Output at 2k is made at 1k and enlarged.

Open: the longest prompt, which the models route of the API states for each model; how many pictures an edit makes at
most; whether 2.0 takes 1.5k, which only resellers say; whether grok-2-image is still served. Resellers say that
references sent to the generations route are silently dropped; that route has no row for them here.
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
)

_DOCS = "https://docs.x.ai/developers/model-capabilities/images/generation"
_CHECKED = "2026-11-21"
_RATIOS = (
    *("1:1", "3:4", "4:3", "9:16", "16:9", "2:3", "3:2", "9:19.5", "19.5:9", "9:20", "20:9", "1:2", "2:1"),
    "auto",
)
_SHAPE = ("aspect_ratio", _RATIOS, "resolution", {"1K": "1k", "2K": "2k"})
_PIXELS_2_0 = {
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
_PIXELS_SOURCE = "runwayml 5.24.0, for this model at Runway"
_SOURCES = (Part(Image("url", "data"), {"url": HOLE}), Part(Image("id"), {"file_id": HOLE}))
_QUALITY = Param(
    "quality",
    Field.quality,
    Quality("low", "medium"),
    default="medium",
    disputed="the proto has high too, which the SDK can't say and a reseller saw refused; a reseller's default is low",
)

# ---- the first Grok Imagine model

GROK_IMAGINE_IMAGE_EDIT = Target(
    name="xai/grok-imagine-image:edit",
    model="grok-imagine-image",
    aliases=("grok-imagine-image-2026-03-02",),
    method="POST",
    path="/v1/images/edits",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Model("model"),
        Param("prompt", Field.prompt, Text(), required=True),
        Slots("image", part=_SOURCES, only_alone=True, note="PNG, JPEG or WebP, at most 10 MiB"),
        Pictures("images", _SOURCES, max=3, note="PNG, JPEG or WebP, at most 10 MiB each"),
        Param("n", Field.n, Int(1, round_down=True), default=1, note="1 to 10 is stated for generations only"),
        RatioTier(
            *_SHAPE,
            default={"resolution": "1k"},
            note="with several sources the default ratio is that of the first",
            disputed=_AUTO,
        ),
        Native("response_format", OneOf("url", "b64_json"), default="url"),
        Param("user", Field.user, Text()),
        Native(
            "storage_options",
            Record({"expires_after": Int(3600, 2592000)}, open=True),
            note="keeps the result in the Files API; expires_after in seconds",
        ),
    ),
    rules=(
        Between(("image", "images"), 1, 1, "exactly one of image and images is given"),
        Rule(
            ({"image": PRESENT}, {"images": Count(max=1)}),
            {"aspect_ratio": ABSENT},
            "with a single source the output keeps the ratio of that picture",
            effect="ignored",
        ),
    ),
    note="the body is JSON; the multipart form of other vendors' edits is not accepted",
)

GROK_IMAGINE_IMAGE = GROK_IMAGINE_IMAGE_EDIT.but(
    Param("n", Field.n, Int(1, 10, round_down=True), default=1),
    RatioTier(
        *_SHAPE,
        default={"aspect_ratio": "1:1", "resolution": "1k"},
        note="2k is made at 1k and enlarged: an area of about 2048x2048, sides in multiples of 16",
        disputed=_DEFAULT,
    ),
    name="xai/grok-imagine-image",
    path="/v1/images/generations",
    aliases=("grok-imagine-image-2026-03-02",),
    without=("image", "images"),
    operations={"edit": GROK_IMAGINE_IMAGE_EDIT},
    note="",
)

# ---- its quality model

_QUALITY_IDS = ("grok-imagine-image-quality-20260403", "grok-imagine-image-quality-latest", "grok-imagine-image-pro")
_PRO = "grok-imagine-image-pro was retired on 2026-05-15 and now redirects here"

GROK_IMAGINE_IMAGE_QUALITY_EDIT = GROK_IMAGINE_IMAGE_EDIT.but(
    model="grok-imagine-image-quality", aliases=_QUALITY_IDS, note=_PRO
)

GROK_IMAGINE_IMAGE_QUALITY = GROK_IMAGINE_IMAGE.but(
    model="grok-imagine-image-quality",
    aliases=_QUALITY_IDS,
    operations={"edit": GROK_IMAGINE_IMAGE_QUALITY_EDIT},
    note=_PRO,
)

# ---- 2.0

GROK_IMAGINE_IMAGE_2_0_EDIT = GROK_IMAGINE_IMAGE_EDIT.but(
    Pictures("images", _SOURCES, max=5, note="PNG, JPEG or WebP, at most 10 MiB each; 5 is what resellers say"),
    RatioTier(
        *_SHAPE,
        pixels=_PIXELS_2_0,
        default={"resolution": "1k"},
        note="with several sources the default ratio is that of the first",
        source=_PIXELS_SOURCE,
        disputed=_AUTO,
    ),
    _QUALITY,
    model="grok-imagine-image-2.0",
    rules=(
        Rule(
            {"images": Count(4)},
            {"images": Count(max=3)},
            "resellers say 5 sources for this model, but one says 3; xAI says 3 for the older models",
            effect="disputed",
        ),
    ),
)

GROK_IMAGINE_IMAGE_2_0 = GROK_IMAGINE_IMAGE.but(
    RatioTier(
        *_SHAPE,
        pixels=_PIXELS_2_0,
        default={"aspect_ratio": "1:1", "resolution": "1k"},
        source=_PIXELS_SOURCE,
        disputed=_DEFAULT,
    ),
    _QUALITY,
    model="grok-imagine-image-2.0",
    operations={"edit": GROK_IMAGINE_IMAGE_2_0_EDIT},
)

# ---- grok-2-image: a prompt, and how many

GROK_2_IMAGE = GROK_IMAGINE_IMAGE.but(
    Fixed(Field.output_format, "jpeg"),
    model="grok-2-image",
    aliases=("grok-2-image-1212",),
    without=("aspect_ratio", "resolution", "storage_options"),
    operations={},
    note="a legacy model; whether it is still served was not confirmed",
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
