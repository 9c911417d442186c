"""Writes spellings of a shape as JSON Schema (2020-12): what each wire accepts by itself.

Pixels in one text are a pattern: sides from a least to a greatest number, or those of a list. `loose` names the faults
that a spelling's schema can't see.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from imgparams.export.schemas.domains import Schema, either, escaped, of_domain
from imgparams.geometry import MAX_SIDE
from imgparams.tables.domains import Int
from imgparams.tables.offers import Spelling
from imgparams.tables.pixels import PixelText, Sides
from imgparams.tables.size_sets import Grid, Pairs, SizeSet
from imgparams.tables.spellings import Presets, RatioRange, ShapeWords

_MOST = 256  # numbers that a pattern lists
_TOP = MAX_SIDE - 1  # if nothing limits a side


@singledispatch
def of_spelling(spelling: Spelling) -> dict[str, Schema]:
    """Returns what each wire of a spelling accepts, whatever its other wires hold."""
    raise NotImplementedError(type(spelling).__name__)


@of_spelling.register
def _(spelling: Sides) -> dict[str, Schema]:
    return {**of_sides(spelling, spelling.sizes), **{wire: {"enum": [word]} for wire, word in spelling.sets.items()}}


def of_sides(spelling: Sides, sizes: SizeSet) -> dict[str, Schema]:
    """Returns what the two sides may be, each by itself."""
    if isinstance(sizes, Pairs):
        pairs = zip(spelling.sides, zip(*sizes.sizes, strict=True), strict=True)
        return {wire: {"enum": list(dict.fromkeys(values))} for wire, values in pairs}
    domains = zip(spelling.sides, _each(sizes), strict=True)
    return {wire: {**of_domain(domain), "minimum": max(domain.min or 1, 1)} for wire, domain in domains}


def _each(sizes: SizeSet) -> tuple[Int, Int]:
    assert isinstance(sizes, Grid)
    return sizes.width, sizes.height


@of_spelling.register
def _(spelling: PixelText) -> dict[str, Schema]:
    schema = of_text(spelling, spelling.sizes)
    return {spelling.wire: either({"enum": [spelling.auto]}, schema) if spelling.auto else schema}


def of_text(spelling: PixelText, sizes: SizeSet) -> Schema:
    """Returns the schema of pixels as one text."""
    if isinstance(sizes, Pairs):
        return {"enum": [f"{size.width}{spelling.separator}{size.height}" for size in sizes.sizes]}
    width, height = map(_digits, _each(sizes))
    return {"type": "string", "pattern": f"^{width}{escaped(spelling.separator)}{height}$"}


def loose(sizes: SizeSet) -> tuple[str, ...]:
    """Returns the codes of faults of pixels in one text that its pattern can't see."""
    if isinstance(sizes, Pairs):
        return ()
    assert isinstance(sizes, Grid)
    fine = any(domain.multiple_of > 1 and _listed(domain) is None for domain in _each(sizes))
    faults = {"off_grid": fine, "bad_area": sizes.area != (1, None), "bad_ratio": sizes.ratio is not None}
    return tuple(code for code, possible in faults.items() if possible)


def _listed(domain: Int) -> list[int] | None:
    """Returns the numbers of a domain, None if there are too many for a pattern."""
    least, most = domain.bounds()
    least = max(least or domain.multiple_of, domain.multiple_of)
    if most is None or (most - least) // domain.multiple_of >= _MOST:
        return None
    return list(range(least, most + 1, domain.multiple_of))


def _digits(domain: Int) -> str:
    """Returns a pattern for the numbers of a domain."""
    numbers = _listed(domain) if domain.multiple_of > 1 else None
    if numbers is not None:
        return f"(?:{'|'.join(map(str, numbers))})"
    least, most = domain.bounds()
    patterns = list(_between(max(least or 1, 1), _TOP if most is None else min(most, _TOP)))
    return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"


def _between(least: int, most: int) -> Iterator[str]:
    """Yields patterns of the decimal numbers between two: for lengths that are complete, then length by length."""
    lengths = range(len(str(least)), len(str(most)) + 1)
    full = [length for length in lengths if least <= 10 ** (length - 1) and 10**length - 1 <= most]
    if len(full) > 1:
        yield f"[1-9][0-9]{{{full[0] - 1},{full[-1] - 1}}}"
    for length in lengths:
        if length not in full or len(full) == 1:
            yield _same_length(str(max(least, 10 ** (length - 1))), str(min(most, 10**length - 1)))


def _same_length(low: str, high: str) -> str:
    if low == high:
        return low
    if set(low) == {"0"} and set(high) == {"9"}:
        return "[0-9]" if len(low) == 1 else f"[0-9]{{{len(low)}}}"
    if len(low) == 1:
        return f"[{low}-{high}]"
    rest = len(low) - 1
    if low[0] == high[0]:
        return low[0] + _same_length(low[1:], high[1:])
    first, last = int(low[0]), int(high[0])
    patterns = []
    if set(low[1:]) != {"0"}:
        patterns.append(f"{first}{_same_length(low[1:], '9' * rest)}")
        first += 1
    if set(high[1:]) != {"9"}:
        patterns.append(f"{last}{_same_length('0' * rest, high[1:])}")
        last -= 1
    if first <= last:
        patterns.append(f"{_same_length(str(first), str(last))}{_same_length('0' * rest, '9' * rest)}")
    return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"


@of_spelling.register
def _(spelling: ShapeWords) -> dict[str, Schema]:
    schemas: dict[str, Schema] = {}
    for wire, words, more in (
        (spelling.ratio, spelling.ratios, spelling.more),
        (spelling.tier, spelling.tiers, spelling.more_tiers),
    ):
        if wire:
            schemas[wire] = {"enum": list(dict.fromkeys([*(word for _, word in words), *more]))}
    return schemas


@of_spelling.register
def _(spelling: RatioRange) -> dict[str, Schema]:
    tiers: dict[str, Schema] = {spelling.tier: {"enum": [word for _, word in spelling.tiers]}} if spelling.tier else {}
    number = "(?=0*[1-9])[0-9]{1,9}"
    ratio: Schema = {"type": "string", "pattern": f"^{number}{escaped(spelling.separator)}{number}$"}
    return {spelling.wire: either({"enum": [spelling.auto]}, ratio) if spelling.auto else ratio, **tiers}


@of_spelling.register
def _(spelling: Presets) -> dict[str, Schema]:
    return {spelling.wire: {"enum": list(spelling.words)}}
