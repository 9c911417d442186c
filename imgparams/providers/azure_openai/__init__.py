"""Azure (Microsoft Foundry): OpenAI's Images API on a customer's deployments; Microsoft's MAI-Image, and FLUX.

Sources: Microsoft's how-to on image generation models (2026-04-17) with its parts on models and edits (2026-03-20), on
DALL-E (2026-03-18) and its REST quickstart; the version of 2025-09-02 for DALL-E 3; its how-to on MAI image models
(2026-09-04) and on FLUX (2026-03-23). Ids of newer models and dates of retirement: the model map of litellm 1.110.2,
which names Microsoft's schedule. Sizes of the gpt-image-1 series with auto: Azure's own message, in
pollinations/pollinations#6465 (2025-12-26).

Unknown fields are refused by OpenAI's models: "Unknown parameter: 'extra_body'." (BerriAI/litellm#16059, 2025). MAI
ignores n and size of generations (BerriAI/litellm#40074, 2026-09) and refuses seed; a reseller says that it refuses
response_format and negative_prompt too. FLUX.2 ignores them: user, quality, background, moderation, output_compression
(BerriAI/litellm#39424, 2026-09-02) and size (#36644, 2026-08-12); n was sent and one picture came. For FLUX.1 it is not
known.

The deployment in the path picks OpenAI's models. The caller gives `deployment` and `api_version`, such as
2025-04-01-preview, when the call is made. The newer base, `azure-openai/v1/images`, takes the name of the deployment
as `model` in the body instead, and `api-version=preview`, `v1` or none; its edits are from programs that call them, no
page that was read has them. MAI and FLUX take the deployment's name in the body too. FLUX's path says which model it
is; the model's own name is written, and any other is legal: a program sent one of its own (2026-10-04).

The sizes of OpenAI's models are OpenAI's and come from its table; quality, formats and defaults differ. Disputed: a
transparent background of gpt-image-2; how an edit of MAI says its size, as one text or as two sides.

Open: the longest prompt; how many pictures an edit takes; all limits of gpt-image-2.5; whether `moderation` is taken
(two public programs send it, no answer is known); the largest area of MAI-Image-2.6; the sizes of MAI's edits; the
least side of FLUX.2 (a program has 256); sizes and number of pictures on OpenAI's route for FLUX; the ratio of FLUX.2,
which the page has in one sentence only.

`images` has OpenAI's models, `foundry` MAI-Image and FLUX.
"""

from __future__ import annotations

from imgparams.providers.azure_openai import foundry, images
from imgparams.tables import Target

TARGETS: tuple[Target, ...] = (*images.TARGETS, *foundry.TARGETS)
ENVELOPE: Target | None = images.IMAGES
