"""Stability AI: the v2beta Stable Image services (generate, edit, control, upscale) and the v1 engines.

Sources: the vendor's OpenAPI of v1 and v2beta, as a copy in tryAGI/StabilityAI (undated, names SD 3.5 and Audio 3.0);
the vendor's OpenAPI of v1 of 2023-03; for sizes and steps of the v1 engines the later documentation, as litellm
restates it; for `style_preset`, `extras` and the multipart names of v1 a client generated from a later OpenAPI; for
style-transfer and replace-background-and-relight the schemas of Comfy Router, 2026, a Delphi client that repeats the
vendor's reference (about 2024), and other public clients.

In v2beta one call makes one picture. Ultra and SD 3.5 start from a picture on the same route that makes one from text,
but then need more fields, so each is a target of its own here (`:edit`). The edit, control and upscale services have no
model: they are named after their path.
In multipart the texts of v1 are fields of their own, `text_prompts[0][text]`: the first is the prompt here, the second
with the weight -1 the negative prompt. Texts of other weights, or a third text, have no field of the intent.
Unknown fields: a v1 form refuses them ("unknown form field", Stability-AI/rest-api-support#14, 2023); of v1's JSON and
of v2beta nothing is known. A retired engine answers 404 (jezs00/pycasso#70).
Open: pixels of each ratio (core makes about 1.5 megapixels, all others about 1); the default of `grow_mask` of
search-and-recolor; whether v1 still serves SD 1.6, SDXL 0.9 and ESRGAN; whether replace-background-and-relight takes
left as the direction of light (the vendor's list has it, a router's does not). Left out: limits of the input pictures
but in notes.

`images` has the services of v2beta, `engines` those of v1.
"""

from __future__ import annotations

from imgparams.providers.stability import engines, images
from imgparams.tables import Target

TARGETS: tuple[Target, ...] = (*images.TARGETS, *engines.TARGETS)
ENVELOPE: Target | None = None
