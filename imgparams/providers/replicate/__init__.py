"""Replicate: every model has an input schema of its own, inside `input`; the model is in the path.

Sources: replicate/cog-flux (official code of the open FLUX.1 models), 2025-07-31; Replicate's "api" pages of model
versions, in stored copies of unknown age (FLUX pro, Google, Qwen, Seedream 4.5, Ideogram, Stability, MiniMax, xAI);
mirrors of Replicate's schemas: cinemasetfree.com, 2026-02-26 (FLUX.2, seedream-4, photon, image-01),
docs.scenario.com, 2026-03-13 (Recraft), api.core.today (nano-banana, nano-banana-pro), docs.kkiai.com (imagen-4);
the Python package replicate 1.0.7 for the routes.

The true schema of each version is behind a token, and newer pages hide their lists of words: where a list is known
only in part, the row is `open`. Open: all seeds but Ideogram's; the rounding of custom sides (32 or 16); whether
qwen-image-2512 has a wire for a picture beside its strength. Left out: the header `Prefer: wait`, and all that is
about the answer. `flux` has the routes for any model and the FLUX models, `makers` the others.
"""

from __future__ import annotations

from imgparams.providers.replicate.flux import (
    FLUX_1_1_PRO,
    FLUX_2_DEV,
    FLUX_2_FLEX,
    FLUX_2_PRO,
    FLUX_3_IMAGE,
    FLUX_DEV,
    FLUX_DEV_LORA,
    FLUX_FILL_DEV_INPAINT,
    FLUX_SCHNELL,
    PREDICTIONS,
    VERSIONS,
)
from imgparams.providers.replicate.makers import (
    GROK_IMAGINE_IMAGE,
    GROK_IMAGINE_IMAGE_2,
    IDEOGRAM_V3_BALANCED,
    IDEOGRAM_V3_QUALITY,
    IDEOGRAM_V3_TURBO,
    IMAGE_01,
    IMAGEN_4,
    NANO_BANANA,
    NANO_BANANA_2,
    NANO_BANANA_PRO,
    PHOTON,
    PHOTON_FLASH,
    QWEN_IMAGE,
    QWEN_IMAGE_2512,
    RECRAFT_V3,
    RECRAFT_V4,
    RECRAFT_V4_PRO,
    SD_3_5_LARGE,
    SD_3_5_LARGE_TURBO,
    SD_3_5_MEDIUM,
    SEEDREAM_4,
    SEEDREAM_4_5,
)
from imgparams.tables import Target

TARGETS: tuple[Target, ...] = (
    PREDICTIONS,
    VERSIONS,
    FLUX_SCHNELL,
    FLUX_DEV,
    FLUX_DEV_LORA,
    FLUX_FILL_DEV_INPAINT,
    FLUX_1_1_PRO,
    FLUX_2_PRO,
    FLUX_2_FLEX,
    FLUX_2_DEV,
    FLUX_3_IMAGE,
    NANO_BANANA,
    NANO_BANANA_2,
    NANO_BANANA_PRO,
    IMAGEN_4,
    QWEN_IMAGE,
    QWEN_IMAGE_2512,
    SEEDREAM_4,
    SEEDREAM_4_5,
    IDEOGRAM_V3_TURBO,
    IDEOGRAM_V3_BALANCED,
    IDEOGRAM_V3_QUALITY,
    RECRAFT_V3,
    RECRAFT_V4,
    RECRAFT_V4_PRO,
    SD_3_5_LARGE,
    SD_3_5_MEDIUM,
    SD_3_5_LARGE_TURBO,
    IMAGE_01,
    GROK_IMAGINE_IMAGE,
    GROK_IMAGINE_IMAGE_2,
    PHOTON,
    PHOTON_FLASH,
)
ENVELOPE: Target | None = PREDICTIONS
