"""Azure (Microsoft Foundry): OpenAI's Images API on a customer's deployments; Microsoft's MAI-Image, and FLUX.

Sources: Microsoft's how-to on image generation models (2026-04-17) with its parts on models and edits (2026-03-20), on
DALL-E (2026-03-18) and its REST quickstart; the version of 2025-09-02 for DALL-E 3; its how-to on MAI image models
(2026-09-04) and on FLUX (2026-03-23). Ids of newer models and dates of retirement: the model map of litellm 1.110.2,
which names Microsoft's schedule. Sizes of the gpt-image-1 series with auto: Azure's own message, in
pollinations/pollinations#6465 (2025-12-26).

Unknown fields are refused by OpenAI's models: "Unknown parameter: 'extra_body'." (BerriAI/litellm#16059, 2025). MAI
ignores n and size (BerriAI/litellm#40074, 2026-09); a reseller says that it refuses response_format, seed and
negative_prompt. For FLUX it is not known; n was sent and one picture came.

The deployment in the path picks OpenAI's models. The caller gives `deployment` and `api_version`, such as
2025-04-01-preview, when the call is made. The newer base, `azure-openai/v1/images`, takes the name of the deployment
as `model` in the body instead, and `api-version=preview` or none. MAI takes it in the body too, FLUX the model's id.

The sizes of OpenAI's models are OpenAI's and come from its table; quality, formats and defaults differ. Open: the
longest prompt; how many pictures an edit takes; all limits of gpt-image-2.5; whether `moderation` is taken (two public
programs send it, no answer is known); the largest area of MAI-Image-2.6; sizes and number of pictures on OpenAI's route
for FLUX; the ratio of FLUX.2, which the page has in one sentence only.

`images` has OpenAI's models, `foundry` MAI-Image and FLUX.
"""

from __future__ import annotations

from imgparams.providers.azure_openai import foundry, images
from imgparams.tables import Target

TARGETS: tuple[Target, ...] = (*images.TARGETS, *foundry.TARGETS)
ENVELOPE: Target | None = images.IMAGES
