"""How many examples a law draws for a target: fewer where the vendor has one of nearly the same rows and rules."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from typing import TypeVar
from zlib import crc32

from hypothesis import HealthCheck, settings

from imgparams import CATALOG

T = TypeVar("T")

#: examples a law and target; `IMGPARAMS_EXAMPLES=1000 pytest tests/laws` for the night
EXAMPLES = int(os.environ.get("IMGPARAMS_EXAMPLES", "3"))
FEWER = 4  # times fewer, and one at least
ALIKE = 0.8  # of the rows and rules of two targets together, how many both have


@cache
def _first_of_their_kind() -> frozenset[str]:
    kinds: dict[object, list[frozenset[object]]] = {}
    first = []
    for name, target in CATALOG.items():
        rows = {(type(row).__name__, row.wires, row.fields) for row in target.rows}
        facts = frozenset[object](rows | {(rule.effect, rule.wires) for rule in target.rules})
        others = kinds.setdefault((target.provider, target.content, target.in_list), [])
        if all(len(facts & other) < ALIKE * len(facts | other) for other in others):
            others.append(facts)
            first.append(name)
    return frozenset(first)


def is_first(name: str) -> bool:
    """Whether a target is the first of its kind."""
    return name in _first_of_their_kind()


def examples_for(name: str, most: int = EXAMPLES) -> int:
    """Returns `most` for a target that is the first of its kind, else a quarter."""
    return most if is_first(name) else max(1, most // FEWER)


def some_for(name: str, items: Sequence[T]) -> Sequence[T]:
    """All items for a target that is the first of its kind, or where many examples are wanted; else a quarter."""
    return items if is_first(name) or EXAMPLES >= 8 else items[crc32(name.encode()) % FEWER :: FEWER]


def calm(name: str, most: int = EXAMPLES) -> settings:
    """Returns settings of a law for a target: made for each anew, as settings of a function grow with every use."""
    return settings(
        max_examples=examples_for(name, most),
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[*HealthCheck],
    )
