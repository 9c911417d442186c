"""Ideogram: V3 with its routes, editing by instruction, V4, the newer API under /v2, and the first API.

Sources: a copy of Ideogram's specification in tryAGI/Ideogram, 2026-06-17, for V3, /v1/edit and the first API;
Ideogram's developer pages, 2026, for V4 and /v2; a third party's table (cluely/unmodel, 2026-08-13) for one field of
V3.

`current` has the current APIs, `legacy` the first one, where `ideogram/generate` takes any of its models; `words` has
the lists. Only the first API names the model on a wire, so there is no target for any model.

The words of rendering_speed are read as low (TURBO), medium (DEFAULT) and high (QUALITY). image_weight (whole percents;
third parties say that it is how much of the source is kept) stays the vendor's own.

What the vendor does with an unknown field is not known.

Open: whether V4 takes a seed or a number of pictures (its pages have neither); more fields of ideogram-4.6; the newer
4.5, which is not here; the words of rendering_speed under /v2; the pixels of a ratio; the length of a prompt of V3.
Left out: designs, graphics, layers, try-on, upscale, describe.
"""

from __future__ import annotations

from imgparams.providers.ideogram.current import CURRENT
from imgparams.providers.ideogram.legacy import LEGACY
from imgparams.tables import Target

TARGETS: tuple[Target, ...] = (*CURRENT, *LEGACY)
ENVELOPE: Target | None = None
