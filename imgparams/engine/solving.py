"""Solves for the request nearest to what is asked that breaks no rule.

Rules narrow, they never repair. A rule that fires puts conditions on the wires in its `then`; every row is written
again from what was asked, inside all conditions so far, and the rules look at the result. A condition stays, and a
rule has only so many of them, so this ends after at most as many rounds as there are conditions. Since a row is
written from the wish and not from what was there before, the answer does not depend on the way it was reached:

    asked: n=6, size 1920x1080             Leonardo: sides up to 1536, n up to 8, but 4 where a side is over 768
    round 1    width 1536, height 864, num_images 6      the rule fires: num_images at most 4
    round 2    width 1536, height 864, num_images 4      no rule has anything to add

A limit on a wire of which nothing is asked, sent or broken changes nothing, and takes no new round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from imgparams.contract import SHAPE, AnyRule, Limits, Row, View, Wishes
from imgparams.engine.reading import Asked, unknown_wires
from imgparams.errors import bad_table
from imgparams.paths import parse, spell
from imgparams.reference import Reference
from imgparams.target import Target
from imgparams.values import Value

if TYPE_CHECKING:
    from imgparams.geometry import AspectRatio
    from imgparams.tables.domains import Domain


_MOST_SHAPES = 512  # that a target remembers


class Reason(NamedTuple):
    """Why a wire is limited: a rule's sentence, and where it can be checked."""

    why: str
    source: str | None


@frozen(eq=False, repr=False)
class Solution(Value):
    """A flat request, the limits that rules put on its wires, and why."""

    flat: Mapping[str, object]
    limits: Limits
    reasons: Mapping[str, tuple[Reason, ...]]


def solve(target: Target, asked: Asked, *, every_rule: bool = False) -> Solution:
    """Returns the request nearest to what is asked that breaks no rule.

    Rules that can't change it are not asked; with `every_rule` they are, so that the limits are all that hold.
    """
    limits = Limits({wire: value for wire, value in asked.raw.items() if wire not in asked.overruled})
    reasons: dict[str, tuple[Reason, ...]] = {}
    draft = _Draft(target, asked, limits)
    while True:
        flat = draft.flat()
        limited = fires(target, asked, target.view(flat), limits, reasons, every_rule=every_rule)
        if limited is None:
            return Solution(flat, limits, reasons)
        draft.write(target.rows_with(limited))


def fires(
    target: Target,
    asked: Asked,
    view: View,
    limits: Limits,
    reasons: dict[str, tuple[Reason, ...]],
    *,
    rules: Iterable[tuple[AnyRule, frozenset[str] | None]] | None = None,
    every_rule: bool = False,
) -> list[str] | None:
    """Adds the conditions of rules, all unless some are given, up to the first rule that may change the request.

    Returns the wires that have a new condition, None if no rule changes anything.
    """
    limited: list[str] = []
    for rule, triggers in target.rules_by_trigger if rules is None else rules:
        off = triggers is not None and triggers.isdisjoint(view.flat) and triggers.isdisjoint(asked.raw)
        if off and not every_rule:
            continue
        new = [(wire, condition) for wire, condition in rule.narrows(view) if condition not in limits.of(wire)]
        for wire, condition in new:
            limits.add(wire, condition)
            reason = Reason(rule.why + rule.by_default(view), target.source_of(rule))
            reasons[wire] = (*reasons.get(wire, ()), reason)
            limited.append(wire)
        if not all(_silent(target, asked, view, wire, condition) for wire, condition in new):
            return limited
    return None


def _silent(target: Target, asked: Asked, view: View, wire: str, limit: Domain) -> bool:
    """Whether a limit can't change the request: nothing asked of the wire's row, nothing sent, no default broken."""
    row = target.by_wire[wire]
    return not (
        view.breaks(wire, limit)
        or any(name in asked.fields for name in row.fields)
        or any(other in view.flat or other in asked.raw for other in row.wires)
    )


class _Draft:
    """The wires of each row, written from what is asked; only rows with a new limit are written again."""

    def __init__(self, target: Target, asked: Asked, limits: Limits) -> None:
        self.target, self.asked, self.limits = target, asked, limits
        self.shares = share(target, asked.fields.get("references", ()))
        self.unknown = {wire: asked.raw[wire] for wire in unknown_wires(target, asked.raw)}
        rows = [row for name in asked.fields for row in target.by_field.get(name, ())]
        rows += [*target.rows_with(asked.raw), *target.always_rows]
        self.concerned = {id(row) for row in rows}
        self.written: dict[int, dict[str, object]] = {}
        self.write(target.model_rows)

    def write(self, rows: Iterable[Row]) -> None:
        """Writes those of these rows that are concerned."""
        asked, limits, provider = self.asked, self.limits, self.target.provider
        for row in rows:
            if id(row) not in self.concerned:
                continue
            wishes = {name: asked.fields[name] for name in row.fields if name in asked.fields}
            if "references" in wishes:
                wishes["references"] = self.shares.get(id(row), ())
            wires = self._emitted(row, wishes) if wishes else {}
            wires |= dict(_raw(row, wires, asked, limits, provider)) if asked.raw else {}
            self.written[id(row)] = wires or row.always(limits, provider)

    def _emitted(self, row: Row, wishes: Wishes) -> dict[str, object]:
        """Returns what a row writes; a shape that nothing limits is remembered, since many calls ask for the same."""
        target, limits = self.target, self.limits
        if SHAPE[0] not in row.fields or row.reads or any(limits.of(wire) for wire in row.wires):
            return row.emit(wishes, limits, target.provider)
        ratio: AspectRatio | None = wishes.get("aspect_ratio")
        key = wishes.get("size"), ratio.text if ratio else None, wishes.get("resolution")
        wires = target.shapes.get(key)
        if wires is None:
            wires = row.emit(wishes, limits, target.provider)
            if len(target.shapes) >= _MOST_SHAPES:
                target.shapes.clear()
            target.shapes[key] = wires
        return dict(wires)

    def flat(self) -> dict[str, object]:
        """Returns the request, with what a rule asks for where a default breaks it."""
        flat: dict[str, object] = {}
        for wires in self.written.values():  # in the order of the rows, as they were first written
            flat |= wires
        for wire, value in self.unknown.items():
            path = parse(wire)
            if not any(spell(path[:end]) in flat for end in range(1, len(path))):  # else inside a value of ours
                flat[wire] = value
        _force(self.target, flat, self.limits)
        return flat


def share(target: Target, references: tuple[Reference, ...]) -> dict[int, tuple[Reference, ...]]:
    """Gives each reference to a row, by its id(): to one that takes it as it is, else to the first for its role."""
    shares: dict[int, tuple[Reference, ...]] = {}
    every = target.by_field.get("references", ())
    references = tuple(reference for reference in references if any(row.has_place(reference, ()) for row in every))
    rows = [row for row in every if len(references) == 1 or not row.only_alone]
    for reference in references:
        places = [row for row in rows if row.has_place(reference, shares.get(id(row), ()))]
        at_once = [row for row in places if row.takes_as_is(reference, target.provider)]
        for row in (at_once or places)[:1]:
            shares[id(row)] = (*shares.get(id(row), ()), reference)
    return shares


def _raw(
    row: Row, written: Mapping[str, object], asked: Asked, limits: Limits, provider: str
) -> Iterator[tuple[str, object]]:
    """Yields the raw wires of a row that may be sent as they are: all of them, or as many as go together."""
    raw = {w: asked.raw[w] for w in row.wires if w in asked.raw and w not in written and w not in asked.overruled}
    if not row.fields:
        near = ((wire, row.write_raw(wire, value, limits)) for wire, value in raw.items())
        yield from ((wire, value) for wire, value in near if value is not None)
    elif raw and row.stays_legal(raw, written, limits, provider):
        yield from raw.items()
    else:
        kept: dict[str, object] = {}
        for wire, value in raw.items():
            if row.stays_legal({**kept, wire: value}, written, limits, provider):
                kept[wire] = value
        yield from kept.items()


def _force(target: Target, flat: dict[str, object], limits: Limits) -> None:
    """Sends what a rule asks for if the vendor's default breaks it."""
    if not limits.items():
        return
    view = target.view(flat)
    for wire, conditions in limits.items():
        if wire not in flat and any(view.breaks(wire, condition) for condition in conditions):
            forced = target.by_wire[wire].write_forced(wire, view.value(wire), limits, target.provider)
            if not forced:
                raise bad_table(f"the rules leave {wire} no legal value", target.name)
            flat |= forced
            view = target.view(flat)  # what was forced may have changed a default
