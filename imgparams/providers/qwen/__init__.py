"""Qwen and Wan: the image models of Alibaba Cloud Model Studio (DashScope).

Sources: Model Studio's Qwen-Image API reference, 2026-02-02; the platform's pages on image generation, 2026-09-18
(Qwen-Image 2.0 and 3.0, wan2.5 and wan2.6); the reference of Wan text to image, 2026-01-19; for wan2.7 a third-party
table of limits (cluely/unmodel, 2026-08-13); for wan2.6-image ComfyUI's node pages, 2026-08-22; for z-image-turbo a
third-party skill text (cinience/alicloud-skills).

Names: `qwen/<model>` is the route on the model's own page; `qwen/text2image/<model>` and
`qwen/multimodal-generation/<model>` are second routes of some. The Qwen-Image models and the edits answer at once, the
others with a task to poll.

What the vendor does with an unknown field is not known: gateways merge any field into `parameters` and report nothing.

Left out: the older routes of single Wan edits; wan2.7 on the multimodal route, where it answers at once; the
OpenAI-compatible route of Qwen-Image 3.0, which has a host of each workspace.
Open: the default size of qwen-image, plus and max; whether pixels of the models with a range of areas must be multiples
of 16, like those that the edits round to; the upper area of 3.0; the lower of wan2.5.

`messages` has the route by messages, `prompts` the one that takes a prompt.
"""

from __future__ import annotations

from imgparams.providers.qwen import messages, prompts
from imgparams.tables import Target

TARGETS: tuple[Target, ...] = (*messages.TARGETS, *prompts.TARGETS)
ENVELOPE: Target | None = messages.MULTIMODAL_GENERATION
