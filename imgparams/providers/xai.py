"""xAI: Grok Imagine, generation and edits as JSON.

Sources: xAI's protobuf definitions, image.proto, 2026-05-17; xai-sdk 1.21.0; a digest of the vendor's pages, verified 2026-07-09;
the capability page, 2026; a mirror of the guide for grok-2-image; Runway's package 5.24.0 for the pixels of
grok-imagine-image-2.0.

Open: whether REST takes 1.5k for grok-imagine-image-2.0 (resellers say so, the SDK has 1k and 2k only); how many references it
takes (resellers say 5 or 3); whether grok-2-image is still served; the length of a prompt, which the model list publishes.
There is no seed, size in pixels, style, negative prompt, guidance, mask or output format.
"""

from __future__ import annotations

from imgparams.domains import Int, Json, OneOf, Quality, Text
from imgparams.images import Image
from imgparams.parts import HOLE, Keys, Part, Pictures
from imgparams.rows import Model, Own, Param
from imgparams.rules import Few
from imgparams.shapes import RatioTier
from imgparams.target import Target, want

_DOCS = "https://docs.x.ai/developers/model-capabilities/images/generation"
_CHECKED = "2026-11-21"
_RATIOS = (
    "1:1",
    "3:4",
    "4:3",
    "9:16",
    "16:9",
    "2:3",
    "3:2",
    "9:19.5",
    "19.5:9",
    "9:20",
    "20:9",
    "1:2",
    "2:1",
    "auto",
)
_TIERS = {"1K": "1k", "2K": "2k"}
_SOURCES = (Part(Image("url", "data"), {"url": HOLE}), Part(Image("id"), {"file_id": HOLE}))

IMAGES_EDIT = Target(
    name="xai/images:edit",
    method="POST",
    path="/v1/images/edits",
    docs=_DOCS,
    checked=_CHECKED,
    rows=(
        Model("model"),
        Param("prompt", want.prompt, Text(), required=True, note="the model list publishes each model's length"),
        Param("n", want.n, Int(min=1), default=1, note="1 to 10 is said of generation only"),
        RatioTier(
            "aspect_ratio",
            _RATIOS,
            "resolution",
            _TIERS,
            default={"resolution": "1k"},
            note="with one source the picture keeps its ratio; 2k is drawn at 1k and enlarged",
        ),
        Param("quality", want.quality, Quality("low", "medium"), note="grok-imagine-image-2.0 only"),
        Own("response_format", OneOf("url", "b64_json"), default="url"),
        Param("user", want.user, Text()),
        Own("storage_options", Json(), note="keeps the result in the Files API"),
        Keys("image", part=_SOURCES, alone=True, note="PNG, JPEG or WebP, at most 10 MiB"),
        Pictures("images", _SOURCES, min=1, max=3),
    ),
    rules=(Few(of=("image", "images"), min=1, max=1, why="one source in image, or several in images"),),
)

IMAGES = IMAGES_EDIT.but(
    RatioTier(
        "aspect_ratio",
        _RATIOS,
        "resolution",
        _TIERS,
        default={"aspect_ratio": "1:1", "resolution": "1k"},
        note="2k is drawn at 1k and enlarged; auto is in the REST reference, not in the SDK",
        disputed="the default ratio: 1:1 in the protobuf definitions, 16:9 in a reseller's schema",
    ),
    Param("n", want.n, Int(1, 10, down=True), default=1),
    name="xai/images",
    path="/v1/images/generations",
    without=("image", "images"),
    operations={"edit": IMAGES_EDIT},
)

GROK_2_IMAGE = IMAGES.but(
    name="xai/grok-2-image",
    model="grok-2-image",
    aliases=("grok-2-image-1212",),
    without=("aspect_ratio", "resolution", "quality", "user", "storage_options"),
    operations={},
    docs="https://docs.x.ai/docs/guides/image-generations",
    note="whether it is still served in late 2026 is not confirmed",
)

GROK_IMAGINE_IMAGE_EDIT = IMAGES_EDIT.but(
    name="xai/grok-imagine-image:edit",
    model="grok-imagine-image",
    aliases=("grok-imagine-image-2026-03-02",),
    without=("quality",),
)
GROK_IMAGINE_IMAGE = IMAGES.but(
    name="xai/grok-imagine-image",
    model="grok-imagine-image",
    aliases=("grok-imagine-image-2026-03-02",),
    without=("quality",),
    operations={"edit": GROK_IMAGINE_IMAGE_EDIT},
)

_QUALITY_ALIASES = (
    "grok-imagine-image-quality-20260403",
    "grok-imagine-image-quality-latest",
    "grok-imagine-image-pro",
)
GROK_IMAGINE_IMAGE_QUALITY_EDIT = GROK_IMAGINE_IMAGE_EDIT.but(
    name="xai/grok-imagine-image-quality:edit",
    model="grok-imagine-image-quality",
    aliases=_QUALITY_ALIASES,
)
GROK_IMAGINE_IMAGE_QUALITY = GROK_IMAGINE_IMAGE.but(
    name="xai/grok-imagine-image-quality",
    model="grok-imagine-image-quality",
    aliases=_QUALITY_ALIASES,
    operations={"edit": GROK_IMAGINE_IMAGE_QUALITY_EDIT},
    note="grok-imagine-image-pro was retired on 2026-05-15 and leads here",
)

GROK_IMAGINE_IMAGE_2_EDIT = IMAGES_EDIT.but(
    Param(
        "quality",
        want.quality,
        Quality("low", "medium"),
        disputed="the SDK has low and medium; the protobuf definitions have high too, which a reseller saw refused",
    ),
    name="xai/grok-imagine-image-2.0:edit",
    model="grok-imagine-image-2.0",
)
GROK_IMAGINE_IMAGE_2 = IMAGES.but(
    Param(
        "quality",
        want.quality,
        Quality("low", "medium"),
        disputed="the SDK has low and medium; the protobuf definitions have high too, which a reseller saw refused",
    ),
    name="xai/grok-imagine-image-2.0",
    model="grok-imagine-image-2.0",
    operations={"edit": GROK_IMAGINE_IMAGE_2_EDIT},
)

TARGETS: tuple[Target, ...] = (
    IMAGES,
    IMAGES_EDIT,
    GROK_2_IMAGE,
    GROK_IMAGINE_IMAGE,
    GROK_IMAGINE_IMAGE_EDIT,
    GROK_IMAGINE_IMAGE_QUALITY,
    GROK_IMAGINE_IMAGE_QUALITY_EDIT,
    GROK_IMAGINE_IMAGE_2,
    GROK_IMAGINE_IMAGE_2_EDIT,
)
ENVELOPE: Target | None = IMAGES
