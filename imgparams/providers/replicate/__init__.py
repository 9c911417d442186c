"""Replicate: every model has its own input schema, inside `input`; the model is in the path.

Sources: replicate/cog-flux (official code of the open FLUX.1 models), 2025-07-31; Replicate's "api" pages of model
versions, as stored copies of unknown age (FLUX pro, Google, Qwen, Seedream 4.5, Ideogram, Stability, MiniMax, xAI);
mirrors of Replicate's schemas: cinemasetfree.com, 2026-02-26 (FLUX.2, seedream-4, photon, image-01),
docs.scenario.com, 2026-03-13 (Recraft), api.core.today (nano-banana, nano-banana-pro), docs.kkiai.com (imagen-4);
the Python package replicate 1.0.7 for the routes.

The true schema of each version needs a token to read, and newer pages hide their lists of words: where only part of a
list is known, the row is `open`. `flux` has the routes for any model and the FLUX models, `makers` the others.

Open: all seeds but Ideogram's; whether custom sides are rounded to 32 or to 16; whether qwen-image-2512 has a field for
a picture beside its strength. Left out: the header `Prefer: wait`, and everything about the answer.
"""

from __future__ import annotations

from imgparams.providers.replicate import flux, makers
from imgparams.tables import Target

TARGETS: tuple[Target, ...] = (*flux.TARGETS, *makers.TARGETS)
ENVELOPE: Target | None = flux.PREDICTIONS
