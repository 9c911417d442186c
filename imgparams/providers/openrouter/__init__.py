"""OpenRouter's dedicated Image API: one route in front of the image models of many makers.

Sources: the API page (seed 004); OpenRouter's Python SDK 1.3.84 (the enums, the routing keys, session_id, trace, user;
read 2026-11-20); its OpenAPI, an older copy; the guide to image generation. What a model declares comes from
third-party copies of the public endpoint records: four records in full (gpt-image-2 and Gemini 3), a snapshot of
2026-07-31, a live test of 2026-09-14 and a survey of all models of 2026-10-04. Records change weekly and differ per
endpoint; the current ones are at `GET /api/v1/images/models/{author}/{slug}/endpoints`, without a key.

`images` has the envelope, the route for any model, and `records` the models, which narrow it. A key that a record in
full does not hold is unsupported, so its row is gone, and it is a warning: LiteLLM's code says that OpenRouter
tolerates such a key and passes it on, and the provider may then ignore or refuse it, while a public program says that
it is refused; what OpenRouter does with keys that no model has was not tried. `quality` and `output_compression`, which
by the API page are then ignored, stay with a rule for that. Of a record that is known in part only, the rest keeps the
envelope's domain, and the target's note lists it. Where a model has no tiers, `resolution` and the tier words of `size`
go; pixels in `size` stay, for the API page offers them for every model. An undeclared ratio is an error here: by the
page providers clamp, but the guide calls the lists allowlists, and in the live test OpenRouter refused such a ratio.

Left out: the older route over chat completions; models of the survey without a record of their own (meta/muse-image,
inclusionai/ming-*, x-ai/grok-imagine-image-quality); slugs of krea, sourceful and recraft that are missing from the
lists that were read (recraft's utility-vector models).

Unsure: whether pixels in `size` reach any model (LiteLLM's code says no, a program finds them needed at Seedream 4.5);
whether the slugs with `-preview`, which many programs still send, are aliases today; the range of `seed`, the longest
prompt, the pixels of a tier, whether a tier in `size` outside the enum of `resolution` is refused.
"""

from __future__ import annotations

from imgparams.providers.openrouter import records
from imgparams.providers.openrouter.images import IMAGES
from imgparams.tables import Target

TARGETS: tuple[Target, ...] = (IMAGES, *records.TARGETS)
ENVELOPE: Target | None = IMAGES
