"""How many examples a law draws for a target: fewer where the vendor has one of nearly the same rows and rules."""

from __future__ import annotations

import os
from functools import cache

from hypothesis import HealthCheck, settings

from imgparams import CATALOG

#: examples a law and target; `IMGPARAMS_EXAMPLES=1000 pytest tests/laws` for the night
EXAMPLES = int(os.environ.get("IMGPARAMS_EXAMPLES", "3"))
FEWER = 4  # times fewer, and one at least


@cache
def _first_of_their_kind() -> frozenset[str]:
    seen: dict[object, str] = {}
    for name, target in CATALOG.items():
        rows = frozenset((type(row).__name__, row.wires, row.fields) for row in target.rows)
        kind = (target.provider, rows, len(target.rules), target.content, target.in_list)
        seen.setdefault(kind, name)
    return frozenset(seen.values())


def is_first(name: str) -> bool:
    """Whether a target is the first of its kind."""
    return name in _first_of_their_kind()


def examples_for(name: str, most: int = EXAMPLES) -> int:
    """Returns `most` for a target that is the first of its kind, else a quarter."""
    return most if is_first(name) else max(1, most // FEWER)


def calm(name: str, most: int = EXAMPLES) -> settings:
    """Returns settings of a law for a target: made for each anew, as settings of a function grow with every use."""
    return settings(
        max_examples=examples_for(name, most),
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[*HealthCheck],
    )
