"""Qwen and Wan, and Kling as a guest: the image models of Alibaba Cloud Model Studio (DashScope).

Sources: Model Studio's Qwen-Image API reference, 2026-02-02; copies of its page on Qwen-Image 3.0, 2026-08 and 2026-09,
and the platform's pages, 2026-09-18 (Qwen-Image 2.0 and 3.0, wan2.5 and wan2.6); docs.qwencloud.com on text to image
(qwen-image-max), 2026; the reference of Wan text to image, 2026-01-19; for wan2.6-image, wan2.7 and Kling the OpenAPI
on platform.qianwenai.com, and copies of the help pages; for z-image-turbo its reference of 2026-03-15 and a third-party
skill text (cinience/alicloud-skills); for 2.1 Runware's pages of 2026-10-09 and a gateway's document, checked against
the vendor's on 2026-10-07; for the route of OpenAI's shape the page on 3.0, and a client of it, 2026-10; for
wan2.5-i2i-preview Comfy Router's schema, 2026-11, and the vendor's page of 2026-02-05. Programs' records of the
server's own errors, 2026-07 to 2026-10, for the sizes of qwen-image-max, 2.1 and 3.0, wan2.5 to 2.7 and wanx2.0.

Names: `qwen/<model>` is the route on the model's own page; `qwen/text2image/<model>`, `qwen/image-generation/<model>`
and `qwen/multimodal-generation/<model>` are second routes of some, and `qwen/compatible-mode/<model>` is the route of
OpenAI's shape. The Qwen-Image models and the edits answer at once, the others, and the second route of 3.0, with a task
to poll. Kling's models are named without the platform's prefix `kling/`.

What the vendor does with an unknown field is not known: gateways merge any field into `parameters` and report nothing.

Left out: the older routes of single Wan edits, wanx-v1, qwen-mt-image, and Vidu's models on the route of Kling's.
Disputed: the largest pictures of qwen-image-max, 2.1-pro, 3.0 and wan2.7-image, and the smallest of wan2.5 and
wan2.6-t2i, where the server's errors and the pages differ; the sizes of wanx2.0-t2i-turbo; more than 2K in a set of
wan2.7; the default n of wan2.7, 4 on the vendor's pages and 1 in a reading of them; whether Kling's longer prompts are
refused, as the OpenAPI says, or cut.
Open: the default size of qwen-image, plus and max; whether pixels of the models with a range of areas must be multiples
of 16, like those that the edits round to; how large 2.1-turbo's pictures may be; prompt_extend_mode and enable_thinking
on the 2.1 models, and how 2.1-pro takes a negative prompt; the longest prompt of 2.1 and 3.0; what the vendor does with
color_palette in a set of wan2.7.

`messages` has the envelope and Qwen-Image by messages, `wan` and `kling` the others by messages, `prompts` the route
that takes a prompt, `plain` the route of OpenAI's shape and the edits of Wan 2.5.
"""

from __future__ import annotations

from imgparams.providers.qwen import kling, messages, plain, prompts, wan
from imgparams.tables import Target

TARGETS: tuple[Target, ...] = (*messages.TARGETS, *wan.TARGETS, *kling.TARGETS, *prompts.TARGETS, *plain.TARGETS)
ENVELOPE: Target | None = messages.MULTIMODAL_GENERATION
