"""Finds what a request asks that is not known to work: beyond every bound that is published, or no published word.

A limit that a host does not state is taken from the maker of the model, as known to work: sizes and the number of
references are written within it (`inherit`), other numbers beyond it are reported. The maker's table is an argument;
which it is, the catalog knows.

    asked: guidance 90      stated here: 1 to 20                         not legal, so no doubt
                            stated nowhere                               no doubt: numbers have no usual bound
                            stated by the maker only: 1 to 20            a doubt
    asked: n 12             no maximum stated here                       a doubt, whatever the maker's is
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from attrs import evolve

from imgparams.contract import WORDS, Doubt, Row
from imgparams.engine.reading import raw_name, unknown_wires
from imgparams.geometry import Size
from imgparams.paths import parse
from imgparams.target import Target
from imgparams.values import is_number, same

NUMBERS = ("output_compression", "guidance", "steps", "strength")
NEVER = ("prompt", "negative_prompt", "user", "stream", "mask")
USUAL_SEEDS = (0, 2**31 - 1)


class Unverified(NamedTuple):
    """A place that is not known to work, as changes name it, its wire, why, and where that can be checked."""

    place: str
    wire: str
    why: str
    source: str


class Served(NamedTuple):
    """A target, the same within its maker's limits of sizes and references where it states none, and the maker's."""

    target: Target
    bound: Target
    maker: Target | None
    doubtful: Mapping[str, int]  # wire -> the number of its row, if there may be doubts


def inherit(target: Target, maker: Target | None) -> Served:
    """Returns a target with its maker's limits; not those of a model that the host runs itself."""
    rows = target.rows if maker is None or maker.weights else tuple(row.inherit(maker) for row in target.rows)
    same_rows = all(row is own or row == own for row, own in zip(rows, target.rows, strict=True))
    bound = target if same_rows else evolve(target, rows=rows)
    doubtful = {
        wire: number
        for number, (row, own) in enumerate(zip(bound.model_rows, target.model_rows, strict=True))
        for wire in own.wires
        if row.is_open or row != own or (maker is not None and _has_number(row))
    }
    return Served(target, bound, maker, doubtful)


def _has_number(row: Row) -> bool:
    return bool(row.fields) and row.fields[0] in NUMBERS


def unverified(served: Served, flat: Mapping[str, object]) -> Iterator[Unverified]:
    """Yields what a request of a target sends beyond what is known to work, known fields first."""
    target, bound, maker, doubtful = served
    flat = target.present(flat)
    for number in sorted({doubtful[wire] for wire in flat if wire in doubtful}):
        row, own = bound.model_rows[number], target.model_rows[number]
        doubts = [*_beyond_maker(row, own, flat, maker), *_beyond_numbers(row, flat, maker)]
        doubts += [
            doubt
            for doubt in row.doubts(flat)
            if _counts(doubt, row, flat, maker) and not any(rule.caps(doubt.wire) for rule in target.rules)
        ]
        for doubt in doubts:
            place = doubt.field or raw_name(target.provider, doubt.wire)
            yield Unverified(place, doubt.wire, doubt.why, target.source_of(own))
    for wire in unknown_wires(target, flat):
        why = f"{target.name} documents no such field"
        yield Unverified(raw_name(target.provider, wire), wire, why, f"{target.docs} ({target.checked})")


def _counts(doubt: Doubt, row: Row, flat: Mapping[str, object], maker: Target | None) -> bool:
    """Whether a doubt of a row is one for its field; some have no usual bound, and some the maker settles."""
    value = flat.get(doubt.wire)
    if not doubt.field:
        return isinstance(value, str)  # of the vendor's own fields, only words
    if doubt.field in (*NEVER, *NUMBERS):
        return False
    if doubt.field == "size":
        return not _maker_makes(maker, row.pixels(flat))
    if doubt.field == "seed":
        usual = is_number(value) and USUAL_SEEDS[0] <= value <= USUAL_SEEDS[1]
        return not usual and not _maker_has(maker, doubt.field, row, value)
    return doubt.field not in WORDS or not _maker_has(maker, doubt.field, row, value)


def _maker_makes(maker: Target | None, size: Size | None) -> bool:
    """Whether the maker's table has these pixels."""
    sets = [row.legal_pixels for row in maker.by_field.get("size", ())] if maker is not None else []
    return size is not None and any(sizes is not None and sizes.has(size) and not sizes.doubt(size) for sizes in sets)


def _maker_has(maker: Target | None, name: str, row: Row, value: object) -> bool:
    """Whether the maker's table says that it takes the same value."""
    if maker is None or row.domain is None:
        return False
    asked = row.domain.decode(value)
    if name in maker.fixed and same(maker.fixed[name], asked):
        return True
    for other in maker.by_field.get(name, ()):
        written = other.domain.encode(asked) if other.domain is not None else None
        if other.domain is not None and written is not None and not other.domain.doubt(written):
            return same(other.domain.decode(written), asked)
    return False


def _beyond_numbers(row: Row, flat: Mapping[str, object], maker: Target | None) -> Iterator[Doubt]:
    """Yields a doubt about a number that the maker would not take."""
    name = row.fields[0] if row.fields else ""
    if maker is None or name not in NUMBERS or row.domain is None or row.wires[0] not in flat:
        return
    asked = row.domain.decode(flat[row.wires[0]])
    domains = [other.domain for other in maker.by_field.get(name, ()) if other.domain is not None]
    for domain in domains:
        if not same(domain.decode(domain.encode(asked)), asked):
            yield Doubt(name, row.wires[0], f"{domain.describe()} at the model's maker, {maker.name}")
            return


def _beyond_maker(row: Row, own: Row, flat: Mapping[str, object], maker: Target | None) -> Iterator[Doubt]:
    """Yields a doubt about each wire that is legal here and beyond what the maker takes."""
    if row is own or maker is None:
        return
    faults = {problem.path for problem in own.problems(flat) if problem.level == "error"}
    for problem in row.problems(flat):
        if problem.level == "error" and problem.path not in faults:
            wire = next((wire for wire in own.wires if parse(wire) == problem.path), own.wires[0])
            why = f"{problem.why} at the model's maker, {maker.name}"
            yield Doubt(problem.field or own.fields[0], wire, why)
