"""Closed models of other makers at fal: MiniMax, Luma, xAI."""

from __future__ import annotations

from imgparams.providers.fal.shared import (
    JPEG_WEBP,
    LLMS,
    N_4,
    ONE_IMAGE,
    PICTURE,
    ROUTE,
    SCHEMAS,
    SYNC,
    URLS,
    N,
)
from imgparams.tables import (
    Field,
    Flag,
    Int,
    Native,
    Param,
    Part,
    Pictures,
    RatioTier,
    Target,
    Text,
)

# ---- MiniMax and Luma

MINIMAX_IMAGE_01 = ROUTE.but(
    Param("prompt", Field.prompt, Text(min_length=1, max_length=1500), required=True, source=SCHEMAS),
    RatioTier(
        "aspect_ratio", ("1:1", "16:9", "4:3", "3:2", "2:3", "3:4", "9:16", "21:9"), default={"aspect_ratio": "1:1"}
    ),
    Param("num_images", Field.n, Int(1, 9, round_down=True), default=1),
    Native("prompt_optimizer", Flag(), default=False),
    URLS,
    model="fal-ai/minimax/image-01",
    serves="minimax/image-01",
)

LUMA_PHOTON = ROUTE.but(
    Param("prompt", Field.prompt, Text(min_length=3, max_length=5000), required=True, source=SCHEMAS),
    RatioTier("aspect_ratio", ("16:9", "9:16", "1:1", "4:3", "3:4", "21:9", "9:21"), default={"aspect_ratio": "1:1"}),
    URLS,
    ONE_IMAGE,
    model="fal-ai/luma-photon",
    serves="luma/photon-1",
)

# ---- xAI

GROK_RATIOS = ("2:1", "20:9", "19.5:9", "16:9", "4:3", "3:2", "1:1", "2:3", "3:4", "9:16", "9:19.5", "9:20", "1:2")
GROK_TIERS = {"1K": "1k", "2K": "2k"}

GROK_IMAGINE_IMAGE_EDIT = ROUTE.but(
    Param("prompt", Field.prompt, Text(max_length=8000), required=True, source=SCHEMAS),
    N,
    RatioTier(
        "aspect_ratio",
        ("auto", *GROK_RATIOS),
        "resolution",
        GROK_TIERS,
        default={"aspect_ratio": "auto", "resolution": "1k"},
    ),
    JPEG_WEBP,
    SYNC,
    Pictures("image_urls", (Part(PICTURE),), max=3, note="the typed client does not require it"),
    name="fal/xai/grok-imagine-image:edit",
    model="xai/grok-imagine-image/edit",
    serves="xai/grok-imagine-image",
    aliases=("xai/grok-imagine-image/edit",),
)

GROK_IMAGINE_IMAGE = GROK_IMAGINE_IMAGE_EDIT.but(
    RatioTier(
        "aspect_ratio", GROK_RATIOS, "resolution", GROK_TIERS, default={"aspect_ratio": "1:1", "resolution": "1k"}
    ),
    name="fal/xai/grok-imagine-image",
    model="xai/grok-imagine-image",
    without=("image_urls",),
    operations={"edit": GROK_IMAGINE_IMAGE_EDIT},
)

GROK_IMAGINE_IMAGE_QUALITY_EDIT = GROK_IMAGINE_IMAGE_EDIT.but(
    N_4,
    name="fal/xai/grok-imagine-image/quality/text-to-image:edit",
    model="xai/grok-imagine-image/quality/edit",
    serves="xai/grok-imagine-image-quality",
    aliases=("xai/grok-imagine-image/quality/edit",),
    docs=LLMS,
)

GROK_IMAGINE_IMAGE_QUALITY = GROK_IMAGINE_IMAGE.but(
    model="xai/grok-imagine-image/quality/text-to-image",
    serves="xai/grok-imagine-image-quality",
    operations={"edit": GROK_IMAGINE_IMAGE_QUALITY_EDIT},
)

TARGETS: tuple[Target, ...] = (
    MINIMAX_IMAGE_01,
    LUMA_PHOTON,
    GROK_IMAGINE_IMAGE_EDIT,
    GROK_IMAGINE_IMAGE,
    GROK_IMAGINE_IMAGE_QUALITY_EDIT,
    GROK_IMAGINE_IMAGE_QUALITY,
)
