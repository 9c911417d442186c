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

`chat` has the older route over chat completions, from the guide, the SDK and LiteLLM 1.110.2. A model that answers with
images alone refuses text among the `modalities` there; that Gemini takes `["image"]` is shown for 3.1 Flash Lite, and
disputed for its other models. A system message is not read.

grok-imagine-image-quality has the tiers that a program found on 2026-07-07, and the envelope's other keys.

Left out: models of the survey without a record of their own (inclusionai/ming-*); meta/muse-image, which is listed with
no endpoint; google/gemini-nano-banana-2.1, whose page has no fields; slugs of krea, sourceful and recraft that are
missing from the lists that were read (recraft's utility-vector models).

Unsure: whether pixels in `size` reach any model (LiteLLM's code says no, a program finds them needed at Seedream 4.5);
whether the slugs with `-preview`, which many programs still send and which are aliases here, answer today; the range of
`seed`, the longest prompt, the pixels of a tier, whether a tier in `size` outside the enum of `resolution` is refused.
"""

from __future__ import annotations

from imgparams.providers.openrouter import chat, records
from imgparams.providers.openrouter.images import IMAGES, PARTS
from imgparams.providers.openrouter.keys import IN_PART, RASTER, RATIO_1K_2K
from imgparams.tables import Pictures, Target

GROK_IMAGINE_IMAGE_QUALITY = IMAGES.but(
    RATIO_1K_2K,
    Pictures("input_references", PARTS, note="the number is not known"),
    model="x-ai/grok-imagine-image-quality",
    serves="xai/grok-imagine-image-quality",
    domains={"output_format": RASTER},
    note=IN_PART,
)

TARGETS: tuple[Target, ...] = (IMAGES, *records.TARGETS, GROK_IMAGINE_IMAGE_QUALITY, *chat.TARGETS)
ENVELOPE: Target | None = IMAGES
