"""Google: the Gemini image models and Imagen, at the Gemini API and at Vertex AI.

Sources: the image generation page of the Gemini API, 2026 (ratios, tiers, references); google-genai 3.6.1, 2026-11
(the names of the wires, the Interactions API, what only Vertex takes, image editing); pydantic-ai-slim 2.68.0 (pixels
as the API answers); the Vertex pages of Imagen (copies of 2025-08 and 2025-11) and of the image models (undated);
Google's blog on file inputs, 2026 (public URLs in fileUri); its deprecations page, 2026; LiteLLM 1.110.2 (end dates);
recorded answers, live tests and issues of 2025 and 2026 for responseFormat and for what a model refuses.

Unknown fields: generateContent refuses them (HTTP 400 with "Cannot find field", yym68686/uni-api#129). It is JSON over
protobuf, so by that format's documentation a null is no value, a number may be in quotes, and every name may be in
snake case; no call was seen with the first two. One object in place of a list (contents, parts, safety_settings) is in
Google's samples and in many programs. One word in place of a list (responseModalities) is in one program, in no sample,
and is refused here. For Imagen nothing is stated; two unknown names were once seen to pass (HTTP 200 at Vertex,
2025-06-30), and retired ones are refused.

The shape has two places in generateContent: imageConfig with plain words, which is written, and responseFormat.image
with words of its own (ASPECT_RATIO_SIXTEEN_BY_NINE, IMAGE_SIZE_TWO_K), which is read and never written; the plain words
are refused there.

Disputed: responseFormat at Vertex AI. Its reference and google-genai have a list of formats and call imageConfig
deprecated; programs send an object, and one got HTTP 400 (Unknown name). A list of one format is read like the object,
and both give a warning, because the tables can't tell them apart. Also disputed: personGeneration at the Gemini API;
for gemini-2.5-flash-image a search as a tool, and at Vertex AI a system instruction, which the Gemini API refuses;
mediaResolution for gemini-3-pro-image; the level MINIMAL of gemini-3.1-flash-image.

Names: `google/<model>` is the Gemini API, `google/vertex/<model>` the same model at Vertex AI, `google/interactions`
the Interactions API for any Gemini image model; `google/generateContent` is any Gemini model.

Left out: addresses in Cloud Storage (gs://) among a Gemini model's pictures; several instances in one call of Imagen;
masks that Imagen makes itself, and its control, style and subject references; the ratio 9:21 of one third-party list;
names in snake case within a wire are kept as they are, except in the parts of a turn; turns after the first are kept as
they are, sixteen in all, so it is not judged that gemini-3.1-flash-image refuses (HTTP 400) a picture of an earlier
answer that lost its thoughtSignature (vercel/ai#12911, 2026-03-02); several response formats in one list; how Imagen's
pictures come back at Vertex (in base64, or in Cloud Storage with storageUri).

Open: the pixels of gemini-nano-banana-2.1, imagen-4.0-generate-001 and Imagen 3; whether Vertex still answers for
Imagen, whose date has passed; Imagen's range of seed; whether a seed has an effect on Gemini's image models.
"""

from __future__ import annotations

from imgparams.providers.google import gemini, imagen, interactions, vertex
from imgparams.providers.google.gemini import GEMINI_3_PRO_PIXELS, GEMINI_RATIOS
from imgparams.tables import Target

__all__ = ["ENVELOPE", "GEMINI_3_PRO_PIXELS", "GEMINI_RATIOS", "TARGETS"]  # OpenRouter and RelayGPU serve these models

TARGETS: tuple[Target, ...] = (*gemini.TARGETS, *vertex.TARGETS, interactions.INTERACTIONS, *imagen.TARGETS)
ENVELOPE: Target | None = gemini.GENERATE_CONTENT
