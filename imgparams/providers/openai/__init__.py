"""OpenAI's Images API: generations (JSON) and edits (multipart), for the GPT image models and the retired DALL-E ones;
and the image tool of its Responses API.

Sources, strongest first: the openai Python SDK 3.57.0 (types generated from OpenAI's specification, as installable on
2026-11-29); stored copies of OpenAI's image guide and deprecations page (2026-11); openai/openai-openapi 2.3.0 of
2026-08-21, the only one with DALL-E's limits; readings of the guide by third parties (2026-07 to 2026-10) for the pixel
limits of the free sizes.

Unknown fields are refused: 400 "Unknown parameter: 'input_fidelity'." (lobehub/lobehub#9920, 2025-10-29), and the same
for `quality` on DALL-E 2 (aplpolaris/promptfx#470, 2025-05). So is a known field that the model lacks.

`ROWS` has each parameter of the three pages once, in their order; edits as JSON take pictures by address or file id.
`openai/images`, `openai/images:edit` and `openai/images/json:edit` are these pages alone, for gateways that speak
OpenAI's shape: any model, any WIDTHxHEIGHT, no model's limits and no rules. `standard` and `hd` are legal there but
have no canonical meaning: the five steps of quality are words of the same wire.

`openai/responses` and `openai/responses:edit` are the image tool of the Responses API, for any GPT image model: a text,
or one message with pictures. Its types are those of the SDK; only `tools[0].n` is known to be refused.

Left out: variations (the endpoint no longer answers), facts of the input pictures (file sizes, same dimensions, alpha),
size limits of GIF (mentioned, not given).

Unsure: transparency of gpt-image-2 (see its rule); whether 2.5 and 2.6 have the pixel limits of gpt-image-2 (third
parties say so); `input_fidelity` on 2.5, 2.6 and chatgpt-image-latest (not named); GIF and SVG on edits (in the SDK,
for generations only at Replicate and WaveSpeed); how the frames of a GIF are laid out on the one sheet that must keep
the limits of sizes; `quality: auto` on DALL-E (in the schema, not in the text on them).
"""

from __future__ import annotations

from imgparams.providers.openai import models, responses
from imgparams.providers.openai.pages import (
    COMPRESSION,
    FREE_SIZES,
    IMAGES,
    IMAGES_EDIT,
    IMAGES_JSON_EDIT,
    PROMPT,
    QUALITY_STEPS,
    STANDARD_SIZES,
)
from imgparams.tables import Target

# resellers serve these models
__all__ = ["COMPRESSION", "ENVELOPE", "FREE_SIZES", "PROMPT", "QUALITY_STEPS", "STANDARD_SIZES", "TARGETS"]

TARGETS: tuple[Target, ...] = (
    IMAGES,
    IMAGES_EDIT,
    *models.TARGETS,
    IMAGES_JSON_EDIT,
    *models.JSON_EDITS,
    *responses.TARGETS,
)
ENVELOPE: Target | None = IMAGES
