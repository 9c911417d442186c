"""Ideogram: V3 with its routes, editing by instruction, V4, the newer API under /v2, and the first API.

Sources: a copy of Ideogram's specification in tryAGI/Ideogram, 2026-06-17, for V3, /v1/edit and the first API;
Ideogram's developer pages, 2026 (copies of 2026-10-02 and 2026-10-05 for 4.5), for V4 and its remix, P-Image and /v2;
the clients that tryAGI/Ideogram generates from the specification of /v2, 2026-10; comfyui-embedded-docs 0.5.15 for the
bounds of the seed, the sizes of 4.5 and the vector model; a third party's table (cluely/unmodel, 2026-08-13) for one
field of V3.

`current` has the API under /v1, `newer` the one under /v2, where `ideogram/image` takes any model; `legacy` has the
first one, where `ideogram/generate` takes any of its models; `words` has the lists.

The words of rendering_speed are read as low (TURBO), medium (DEFAULT) and high (QUALITY). image_weight (whole percents;
third parties say that it is how much of the source is kept) stays the vendor's own.

What the vendor does with an unknown field is not known.

Open: whether V4 takes a seed or a number of pictures (its pages have neither), and its remix a json_prompt (its page
has a text only); more fields of ideogram-4.6 and of the models of others on the router; whether 4.5 has other sizes
than ComfyUI lists, and the quality very_high; how the vector model spells its ratios; the words of rendering_speed
under /v2; the pixels of a ratio; the length of a prompt of V3. Left out: designs, graphics, layers, try-on, upscale,
describe, the transparent and asynchronous routes of V4, and the other operations of the router.
"""

from __future__ import annotations

from imgparams.providers.ideogram.current import CURRENT
from imgparams.providers.ideogram.legacy import LEGACY
from imgparams.providers.ideogram.newer import IMAGE, NEWER
from imgparams.tables import Target

TARGETS: tuple[Target, ...] = (*CURRENT, *NEWER, *LEGACY)
ENVELOPE: Target | None = IMAGE
