"""How many examples a law draws for a target: fewer where the vendor has one of nearly the same rows and rules."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeVar
from zlib import crc32

from hypothesis import HealthCheck, seed, settings

from imgparams import CATALOG

Law = TypeVar("Law", bound=Callable[[], None])
T = TypeVar("T")

#: examples a law and target; `IMGPARAMS_EXAMPLES=1000 pytest tests/laws` for the night
EXAMPLES = int(os.environ.get("IMGPARAMS_EXAMPLES", "2"))
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


def examples_for(name: str) -> int:
    """Returns how many examples to draw for a target: a quarter for one that is not the first of its kind."""
    return EXAMPLES if is_first(name) else max(1, EXAMPLES // FEWER)


def some_for(name: str, items: Sequence[T]) -> Sequence[T]:
    """All items for a target that is the first of its kind, or where many examples are wanted; else a quarter."""
    return items if is_first(name) or EXAMPLES >= 8 else items[crc32(name.encode()) % FEWER :: FEWER]


def calm(name: str) -> Callable[[Law], Law]:
    """Returns the settings of a law for a target, which draws its own examples, the same in every run.

    They are made for each anew, as settings of a function grow with every use.
    """

    def applied(law: Law) -> Law:
        return seed(crc32(name.encode()))(settings_of(examples_for(name))(law))

    return applied


def settings_of(examples: int) -> settings:
    """Returns quiet settings with a number of examples."""
    return settings(max_examples=examples, deadline=None, database=None, suppress_health_check=[*HealthCheck])
