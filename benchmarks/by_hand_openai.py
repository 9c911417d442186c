"""A Leonardo request as one for gpt-image-2, as one would write it by hand: what Leonardo does by default is asked for.

Left out, as in `by_hand`: pictures, and a reason for each change.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from benchmarks import by_hand

MODEL = "gpt-image-2"
STEP, HIGH = 16, 3840
LEAST, MOST = 655360, 8294400  # pixels
RATIO = 3
UNKNOWN = ("negative_prompt", "seed", "guidance", "steps", "strength")  # what the model has no field for


def convert(request: Mapping[str, Any]) -> tuple[dict[str, Any], list[by_hand.Change]]:
    """The request for gpt-image-2, and what had to be changed."""
    fields = by_hand.read(request)
    raw = {wire: value for wire, value in fields.get("raw", {}).items() if wire != "modelId"}
    changes: list[by_hand.Change] = [("delivery", "mapped", "url", "base64")]
    changes += [(name, "dropped", fields[name], None) for name in UNKNOWN if fields.get(name, "") != ""]
    changes += [(f"provider_options.leonardo.{w}", "dropped", v, None) for w, v in raw.items() if v is not None]
    made: dict[str, Any] = {}
    if "prompt" in fields:
        made["prompt"] = fields["prompt"]
    if "background" in fields:
        made["background"] = fields["background"]
    made["model"] = MODEL
    if "num_images" not in raw:
        asked = fields.get("n", 4)
        made["n"] = min(asked, 10)
        if asked > 10:
            changes.append(("n", "clamped", asked, 10))
    if "size" in fields:
        size = fields["size"]
        width, height = size if _legal(*size) else _nearest(*size)
        made["size"] = f"{width}x{height}"
        if (width, height) != size:
            changes.append(("size", "clamped", size, (width, height)))
    return made, changes


def _legal(width: int, height: int) -> bool:
    return (
        not width % STEP
        and not height % STEP
        and max(width, height) <= HIGH
        and LEAST <= width * height <= MOST
        and max(width, height) <= RATIO * min(width, height)
    )


@lru_cache(maxsize=4096)
def _nearest(wide: int, high: int) -> tuple[int, int]:
    """The legal size with the least `10*|ln shape error| + |ln area error|`, of the wish's orientation."""
    ratio, area = wide / high, wide * high
    best, found = math.inf, (1024, 1024)
    for width in range(STEP, HIGH + 1, STEP):
        low = max(width / RATIO, LEAST / width, width if ratio < 1 else 0)
        top = min(width * RATIO, MOST / width, HIGH, width if ratio > 1 else HIGH)
        first, last = math.ceil(low / STEP - 1e-9) * STEP, math.floor(top / STEP + 1e-9) * STEP
        below = int(width / ratio) // STEP * STEP
        for height in {min(max(below, first), last), min(max(below + STEP, first), last)} if first <= last else ():
            cost = 10 * abs(math.log(width / height / ratio)) + abs(math.log(width * height / area))
            if cost < best - 1e-9:
                best, found = cost, (width, height)
    return found
