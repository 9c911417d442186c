"""Rows of `rank` over all targets, warm and as a process's first call: per target, against one call by hand (F)."""

from __future__ import annotations

import sys
import timeit
from collections.abc import Iterator
from statistics import median

from benchmarks import by_hand, samples
from benchmarks.measure import Row, fresh, in_turns
from imgparams import ALL, CATALOG, Intent, rank
from imgparams.translation import PREPARE_AFTER

GROUP = "rank"
FIRST_CALLS = 5


def rows() -> Iterator[Row]:
    targets, intent = list(CATALOG.values()), Intent(**samples.CLEAN)
    for _ in range(2 * PREPARE_AFTER + 1):
        rank(intent, targets, allow=ALL)
    ours, hand = in_turns(lambda: rank(intent, targets, allow=ALL), lambda: by_hand.translate(samples.CLEAN), rounds=5)
    yield Row(GROUP, "rank, warm, per target", ours / len(targets), hand, "F", 60)
    code = "from benchmarks.ranking import first; first()"
    numbers = fresh(code, FIRST_CALLS)
    firsts, hands = ([row[column] for row in numbers] for column in (0, 1))
    yield Row(GROUP, "rank, first call of a process, per target", median(firsts), median(hands), "F", 300)


def first() -> None:
    """Prints the seconds per target of a process's first `rank`, its tables loaded, and those of a call by hand."""
    targets, intent = list(CATALOG.values()), Intent(**samples.CLEAN)
    ours = timeit.timeit(lambda: rank(intent, targets, allow=ALL), number=1) / len(targets)
    hand = min(timeit.repeat(lambda: by_hand.translate(samples.CLEAN), number=2000)) / 2000
    sys.stdout.write(f"{ours} {hand}\n")
