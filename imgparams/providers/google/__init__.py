"""Google: the Gemini image models and Imagen, at the Gemini API and at Vertex AI.

Sources: the image generation page of the Gemini API, 2026 (ratios, tiers, pixels, references); google-genai 3.4.0,
2026-11-16 (the names of the wires, the Interactions API, what only Vertex takes, image editing); the Vertex pages of
Imagen and of the image models (undated); Google's blog on file inputs, 2026 (public URLs in fileUri); Firebase's
note on the end of Imagen.

Names: `google/<model>` is the Gemini API, `google/vertex/<model>` the same model at Vertex AI, `google/interactions`
the Interactions API for any Gemini image model; `google/generateContent` is any Gemini model.

Left out: addresses in Cloud Storage (gs://) among a Gemini model's pictures; several instances in one call of Imagen;
masks that Imagen makes itself, and its control, style and subject references; the settings of text generation beside
seed and temperature; the ratio 9:21 of one third-party list.

Open: the pixels of gemini-3.1-flash-image at 21:9 and 512 (the page's 792x168 does not have that shape), of
gemini-nano-banana-2.1, imagen-4.0-generate-001 and Imagen 3; whether gemini-3.1-flash-image was shut down on
2026-10-29, as one note says; whether Imagen still answers, now that its announced dates have passed; Imagen's range of
seed.
"""

from __future__ import annotations

from imgparams.providers.google import gemini, imagen
from imgparams.providers.google.gemini import GEMINI_3_PRO_PIXELS, GEMINI_RATIOS
from imgparams.tables import Target

__all__ = ["ENVELOPE", "GEMINI_3_PRO_PIXELS", "GEMINI_RATIOS", "TARGETS"]  # OpenRouter and RelayGPU serve these models

TARGETS: tuple[Target, ...] = (*gemini.TARGETS, *imagen.TARGETS)
ENVELOPE: Target | None = gemini.GENERATE_CONTENT
