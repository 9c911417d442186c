"""Solves for the request nearest to what is asked that no rule refuses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from imgparams.engine.reading import Asked
from imgparams.errors import bad_table
from imgparams.intent import Reference
from imgparams.narrowing import Limits, View
from imgparams.paths import parse
from imgparams.target import Row, Target
from imgparams.values import Value

if TYPE_CHECKING:
    from imgparams.tables.domains import Domain


@frozen(eq=False, repr=False)
class Solution(Value):
    """A flat request, the limits that rules put on its wires, and why."""

    flat: Mapping[str, object]
    limits: Limits
    whys: Mapping[str, tuple[str, ...]]


def solve(target: Target, asked: Asked) -> Solution:
    """The request nearest to what is asked that no rule refuses."""
    limits = Limits()
    whys: dict[str, tuple[str, ...]] = {}
    while True:
        flat = _write(target, asked, limits)
        view = target.view(flat)
        settled = True
        for rule in target.rules:
            new = [(wire, limit) for wire, limit in rule.narrows(view) if limit not in limits.of(wire)]
            if not new:
                continue
            why = rule.why + rule.by_default(view)
            for wire, limit in new:
                limits.add(wire, limit)
                whys[wire] = (*whys.get(wire, ()), why)
            if not all(_silent(target, asked, view, wire, limit) for wire, limit in new):
                settled = False
                break
        if settled:
            return Solution(flat, limits, whys)


def _silent(target: Target, asked: Asked, view: View, wire: str, limit: Domain) -> bool:
    """Whether a limit can't change the request: nothing asked of the wire's row, nothing sent, no default broken."""
    row = target.by_wire[wire]
    return not (
        view.breaks(wire, limit)
        or any(name in asked.fields for name in row.fields)
        or any(other in view.flat or other in asked.raw for other in row.wires)
    )


def _write(target: Target, asked: Asked, limits: Limits) -> dict[str, object]:
    flat: dict[str, object] = {}
    shares = share(target, asked.fields.get("references", ()))
    provider = target.provider
    for row in target.model_rows:
        wishes = {name: asked.fields[name] for name in row.fields if name in asked.fields}
        if "references" in wishes:
            wishes["references"] = shares.get(id(row), ())
        got = row.emit(wishes, limits, provider) if wishes else {}
        got |= dict(_raw(row, got, asked, limits, provider)) if asked.raw else {}
        flat |= got or row.always(limits, provider)
    if target.unknown == "forwarded":
        branches = target.tree.branches
        flat |= {w: v for w, v in asked.raw.items() if w not in target.by_wire and parse(w) not in branches}
    _force(target, flat, limits)
    return flat


def share(target: Target, references: tuple[Reference, ...]) -> dict[int, tuple[Reference, ...]]:
    """Each reference to the row that can say it as it is, else to the first that takes its role."""
    shares: dict[int, tuple[Reference, ...]] = {}
    every = target.by_field.get("references", ())
    references = tuple(reference for reference in references if any(row.has_place(reference, ()) for row in every))
    for reference in references:
        alone = len(references) == 1
        rows = [
            row for row in every if (alone or not row.only_alone) and row.has_place(reference, shares.get(id(row), ()))
        ]
        direct = [row for row in rows if row.takes_as_is(reference, target.provider)]
        for row in (direct or rows)[:1]:
            shares[id(row)] = (*shares.get(id(row), ()), reference)
    return shares


def _raw(
    row: Row, got: Mapping[str, object], asked: Asked, limits: Limits, provider: str
) -> Iterator[tuple[str, object]]:
    """The wires of a row that are asked for as they are and may be said so."""
    mine = {w: asked.raw[w] for w in row.wires if w in asked.raw and w not in got and w not in asked.overruled}
    if not row.fields:
        near = ((wire, row.write_raw(wire, value, limits)) for wire, value in mine.items())
        yield from ((wire, value) for wire, value in near if value is not None)
    elif mine and row.stays_legal(mine, got, limits, provider):
        yield from mine.items()
    else:
        kept: dict[str, object] = {}
        for wire, value in mine.items():
            if row.stays_legal({**kept, wire: value}, got, limits, provider):
                kept[wire] = value
        yield from kept.items()


def _force(target: Target, flat: dict[str, object], limits: Limits) -> None:
    """Sends what a rule asks for where the vendor's default breaks it."""
    view = target.view(flat)
    for wire, conditions in limits.items():
        if wire not in flat and any(view.breaks(wire, condition) for condition in conditions):
            forced = target.by_wire[wire].write_forced(wire, view.value(wire), limits, target.provider)
            if not forced:
                raise bad_table(f"{target.name}: the rules leave {wire} no legal value", target.name)
            flat |= forced
            view = target.view(flat)  # what was forced may have changed a default
