"""Replicate: every model has its own input schema, inside `input`; the model is in the path.

Sources: replicate/cog-flux (official code of the open FLUX.1 models), 2025-07-31; Replicate's "api" pages of model
versions, as stored copies of unknown age (FLUX pro, Google, Qwen, Seedream 4.5, Ideogram, Stability, MiniMax, xAI);
mirrors of Replicate's schemas: cinemasetfree.com, 2026-02-26 (FLUX.2, seedream-4, photon, image-01), docs.scenario.com,
2026-03-13 (Recraft), api.core.today (nano-banana, nano-banana-pro), docs.kkiai.com (imagen-4); the Python package
replicate 1.0.7 for the routes; SCHEMAS, the classes that a program made from Replicate's own schemas on 2026-04-23,
which win over the older ones where they are marked and are all there is for most of `more_flux` and `newer`; pages of
versions and models of 2026 (Seedream 5, Wan 2.7, Krea, Gen-4, Ideogram V4, GPT Image 2.6, Z-Image, SeedEdit 3), which
hide their lists of words; STORED and MANIFEST, more copies of Replicate's own schemas, which have the lists of Gen-4,
Seedream 5 Pro, Wan 2.7 and Z-Image; the page of ideogram-v4-turbo, which shows its schema; SCHEMAS_10, public schemas
captured on 2026-10-05 (GPT Image 2 and 2.5, Ideogram 4.5 and Character, flux-2-dev); REGISTRY, a table made from the
pages in 2026-07; replicate/cog-sdxl, 2024-08-30, and lucataco/cog-playground-v2.5-1024px-aesthetic, 2024-11-25, for
what SDXL and Playground do not use.

Unknown fields of `input` are ignored, as Replicate's HTTP API has always done it (replicate/cog#2943, merged
2026-04-14); models built with some versions of Cog before that date refused them. Beside `input`, /v1/predictions
refuses any field that is not its own (recorded answers of 2026-03-16): the tables say so of `model`. A number in quotes
is refused, and so is a null, except where a schema says nullable: a public program kept the answer "Invalid type.
Expected: integer, given: null".

The true schema of each version needs a token to read, and newer pages hide their lists of words: where only part of a
list is known, the row is `open`. `flux` has the routes for any model, `community` what is called by version: Replicate
has routes of their own for official models only, and the schemas do not say which models are official, so that this is
our reading. At /v1/predictions an official model may be named as owner/name in `version` (Replicate's changelog of
2025-08-05): that is read, and its own route is written. A version is owner/name:hash, or the hash.

Disputed: safety_tolerance above 2 with a picture at FLUX.1 Kontext; image_size of imagen-4; sizes of Wan 2.7 that its
schema does not list.

Open: whether the answer always has URLs (now and then a small file is a data URL, so no row says how images come back);
whether fields beside `input` are refused on the models' own routes too; all seeds but Ideogram's; whether custom sides
are rounded to 32 or to 16; which fields but the prompt are required in the models of SCHEMAS and SCHEMAS_10; what a
mask marks at Ideogram 4.5 and Character (black is redrawn at Ideogram). Left out: google/nano-banana-2.1, which one
program names; the route of deployments; the header `Prefer: wait`, and everything about the answer.
"""

from __future__ import annotations

from imgparams.providers.replicate import community, flux, ideogram, makers, more_flux, more_makers, newer
from imgparams.tables import Target

TARGETS: tuple[Target, ...] = (
    *flux.TARGETS,
    *more_flux.TARGETS,
    *makers.TARGETS,
    *more_makers.TARGETS,
    *newer.TARGETS,
    *ideogram.TARGETS,
    *community.TARGETS,
)
ENVELOPE: Target | None = flux.PREDICTIONS
