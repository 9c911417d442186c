"""Rows without a goal, which tell where the time of `to_request` goes: each part against the whole by hand (F)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from benchmarks import by_hand, samples
from benchmarks.agree import LEONARDO
from benchmarks.measure import Row, in_turns
from imgparams import ALL, Change, Intent, to_request
from imgparams.tables import Grid, Int
from imgparams.tables.size_sets import _nearest_of_grid

GROUP = "parts"


def rows() -> Iterator[Row]:
    intent, fields = Intent(**samples.CLEAN), samples.CLEAN
    done = to_request(intent, LEONARDO, allow=ALL)
    making, translating, reading, hand = in_turns(
        lambda: Intent(**fields),
        lambda: to_request(intent, LEONARDO, allow=ALL),
        lambda: done.request,
        lambda: by_hand.translate(fields),
    )
    yield Row(GROUP, "the Intent, nothing to change", making, hand, "F")
    yield Row(GROUP, "to_request, nothing to change, nothing read", translating, hand, "F")
    yield Row(GROUP, "its request", reading, hand, "F")
    yield from _changes()
    yield from _sizes()


def _changes() -> Iterator[Row]:
    done = to_request(Intent(**samples.SIX_CHANGES), LEONARDO, allow=ALL)
    facts = [(change.field, change.kind, change.asked, change.became) for change in done.changes]
    making, hand = in_turns(
        lambda: [Change(*fact, why="") for fact in facts],
        lambda: by_hand.translate(samples.SIX_CHANGES),
    )
    yield Row(GROUP, "six Change objects alone", making, hand, "F")


def _sizes() -> Iterator[Row]:
    """The search for a size that no earlier call has asked for."""
    grid, ratio, area = Grid(Int(by_hand.LOW, by_hand.HIGH, multiple_of=by_hand.STEP)), Fraction(16, 9), Fraction(2**20)
    ours, hand = in_turns(
        lambda: _nearest_of_grid.__wrapped__(grid, ratio, area),
        lambda: by_hand.nearest.__wrapped__(float(ratio), float(area)),
    )
    yield Row(GROUP, "the search for a size, nothing remembered", ours, hand, "F")
