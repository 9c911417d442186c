"""Leonardo.Ai, the v2 endpoint of image generation: models of other makers, each with its own parameters.

Sources: the vendor's guides, one for each model, as `docs` names them (2025-12 to 2026-11). Only the first part could
be read of Nano Banana 2.1, GPT Image 2.6 Sunburst, Seedream 5.0 Flash and 5.5, Recraft V4 and V4 Pro, Ideogram 4.6 and
Krea 3. Beside them: a client for six of the models, checked with the guides in September 2026, which keeps an answer of
the service; a document that read the guides against the screens of an account, 2026-08-02; an adapter that read the
list of models of the reference on 2026-09-18, for flux-schnell and the synchronous route; a client's tests, whose sizes
were measured on the pictures that came back.

Unknown fields: see `leonardo_v2`.

Open: the sides and the number of images of Nano Banana, Nano Banana 2.1, GPT Image 2.6 Sunburst, Seedream 5.0 Flash and
5.5, Ideogram 3.0 and 4.6; quality words of GPT Image 2.6 Sunburst, Krea 3 and Ideogram 4.6; which sides go together
where a guide has a list for each side; Recraft's sizes beside 1:1 and 16:9; the range of seeds, unless stated; whether
the data of a BASE64 image may have a prefix. Left out, for their fields could not be read: ideogram-v4.0,
ideogram/p-image-ideogram, anime-xl, kino-xl, portrait-perfect, concept-art, lifelike-vision, lightning-xl,
stock-photography, illustrative-albedo, graphic-design, happy-horse and happy-horse-1.1, which the reference lists.
"""

from __future__ import annotations

from imgparams.providers.leonardo_v2_makers import models, more_models
from imgparams.tables import Target

TARGETS: tuple[Target, ...] = (*models.TARGETS, *more_models.TARGETS)
ENVELOPE: Target | None = None  # that of the provider is the one of v1
