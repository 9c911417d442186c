"""Qwen and Wan: the image models of Alibaba Cloud Model Studio (DashScope).

Sources: Model Studio's Qwen-Image API reference, 2026-02-02; the platform's pages on image generation, 2026-09-18
(Qwen-Image 2.0 and 3.0, wan2.5 and wan2.6); the reference of Wan text to image, 2026-01-19; for wan2.7 a third-party
table of limits (cluely/unmodel, 2026-08-13); for wan2.6-image ComfyUI's node pages, 2026-08-22; for z-image-turbo
its reference of 2026-03-15 and a third-party skill text (cinience/alicloud-skills); for 2.1 Runware's pages of
2026-10-09 and a gateway's document, checked against the vendor's on 2026-10-07; for the route of OpenAI's shape a
client of it, 2026-10; for wan2.5-i2i-preview Comfy Router's schema, 2026-11, and the vendor's page of 2026-02-05.

Names: `qwen/<model>` is the route on the model's own page; `qwen/text2image/<model>` and
`qwen/multimodal-generation/<model>` are second routes of some, and `qwen/compatible-mode/<model>` is the route of
OpenAI's shape. The Qwen-Image models and the edits answer at once, the others with a task to poll.

What the vendor does with an unknown field is not known: gateways merge any field into `parameters` and report nothing.

Left out: the older routes of single Wan edits.
Open: the default size of qwen-image, plus and max; whether pixels of the models with a range of areas must be multiples
of 16, like those that the edits round to; the upper area of 3.0; the lower of wan2.5; prompt_extend_mode and
enable_thinking on the 2.1 models, and how 2.1-pro takes a negative prompt; the longest prompt of 2.1 and 3.0.

`messages` has the route by messages, `prompts` the one that takes a prompt, `plain` the route of OpenAI's shape and the
edits of Wan 2.5.
"""

from __future__ import annotations

from imgparams.providers.qwen import messages, plain, prompts
from imgparams.tables import Target

TARGETS: tuple[Target, ...] = (*messages.TARGETS, *prompts.TARGETS, *plain.TARGETS)
ENVELOPE: Target | None = messages.MULTIMODAL_GENERATION
