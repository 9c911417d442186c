"""Spellings of a shape as JSON Schema (2020-12): what each wire takes by itself.

Pixels in one text are said by a pattern: sides from a least to a greatest number, or those of a list. `loose` names the
faults that a spelling's schema can't see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import singledispatch

from imgparams.domain_schema import Schema, of_domain
from imgparams.domains import Int
from imgparams.sizes import Grid, Pairs, SizeSet
from imgparams.spellings import Names, PixelText, Presets, RatioRange, Sides, Spelling

_MOST = 256  # numbers that a pattern lists
_TOP = 10**10 - 1  # where nothing bounds a side


@singledispatch
def of_spelling(spelling: Spelling) -> dict[str, Schema]:
    """What each wire of a spelling takes, beside what its other wires hold."""
    return {wire: {"type": "string"} for wire in spelling.wires}


@of_spelling.register
def _(spelling: Sides) -> dict[str, Schema]:
    return {**of_sides(spelling, spelling.sizes), **{wire: {"enum": [word]} for wire, word in spelling.sets.items()}}


def of_sides(spelling: Sides, sizes: SizeSet) -> dict[str, Schema]:
    """What the two sides may be, each by itself."""
    if isinstance(sizes, Grid):
        domains = zip(spelling.sides, (sizes.width, sizes.height), strict=True)
        return {wire: {**of_domain(domain), "minimum": max(domain.min or 1, 1)} for wire, domain in domains}
    if isinstance(sizes, Pairs):
        pairs = zip(spelling.sides, zip(*sizes.sizes, strict=True), strict=True)
        return {wire: {"enum": list(dict.fromkeys(values))} for wire, values in pairs}
    return {wire: {"type": "integer", "minimum": 1} for wire in spelling.sides}


@of_spelling.register
def _(spelling: PixelText) -> dict[str, Schema]:
    schema = of_text(spelling, spelling.sizes)
    if spelling.auto:
        words = {"enum": [spelling.auto, *schema["enum"]]} if "enum" in schema else None
        schema = words or {"anyOf": [{"enum": [spelling.auto]}, schema]}
    return {spelling.wire: schema}


def of_text(spelling: PixelText, sizes: SizeSet) -> Schema:
    """Pixels as one text."""
    if isinstance(sizes, Pairs):
        return {"enum": [f"{size.width}{spelling.separator}{size.height}" for size in sizes.sizes]}
    domains = (sizes.width, sizes.height) if isinstance(sizes, Grid) else (Int(1), Int(1))
    width, height = map(_digits, domains)
    return {"type": "string", "pattern": f"^{width}{re.escape(spelling.separator)}{height}$"}


def loose(sizes: SizeSet) -> tuple[str, ...]:
    """The codes of faults of pixels in one text that its pattern can't see."""
    if isinstance(sizes, Pairs):
        return ()
    if not isinstance(sizes, Grid):
        return ("not_allowed", "out_of_range", "off_grid", "bad_area", "bad_ratio")
    fine = any(domain.multiple_of > 1 and _listed(domain) is None for domain in (sizes.width, sizes.height))
    area, ratio = sizes.area != (1, None), sizes.ratio is not None
    endless = sizes.width.max is None or sizes.height.max is None  # no side has 2**31 pixels
    faults = {"off_grid": fine, "bad_area": area, "bad_ratio": ratio, "not_allowed": endless}
    return tuple(code for code, possible in faults.items() if possible)


def _listed(domain: Int) -> list[int] | None:
    """The numbers of a domain, None where there are too many for a pattern."""
    least, most = domain.bounds()
    least = max(least or domain.multiple_of, domain.multiple_of)
    if most is None or (most - least) // domain.multiple_of >= _MOST:
        return None
    return list(range(least, most + 1, domain.multiple_of))


def _digits(domain: Int) -> str:
    """A pattern for the numbers of a domain."""
    numbers = _listed(domain) if domain.multiple_of > 1 else None
    if numbers is not None:
        return f"(?:{'|'.join(map(str, numbers))})"
    least, most = domain.bounds()
    if most is None and (least or 1) <= 1:
        return "[1-9][0-9]{0,9}"
    return f"(?:{'|'.join(_between(max(least or 1, 1), _TOP if most is None else most))})"


def _between(least: int, most: int) -> Iterator[str]:
    """Patterns of the decimal numbers from one to another, length by length."""
    for length in range(len(str(least)), len(str(most)) + 1):
        low, high = max(least, 10 ** (length - 1)), min(most, 10**length - 1)
        yield _same_length(str(low), str(high))


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
    found = []
    if set(low[1:]) != {"0"}:
        found.append(f"{first}{_same_length(low[1:], '9' * rest)}")
        first += 1
    if set(high[1:]) != {"9"}:
        found.append(f"{last}{_same_length('0' * rest, high[1:])}")
        last -= 1
    if first <= last:
        found.append(f"{_same_length(str(first), str(last))}{_same_length('0' * rest, '9' * rest)}")
    return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})"


@of_spelling.register
def _(spelling: Names) -> dict[str, Schema]:
    found: dict[str, Schema] = {}
    for wire, words, more in (
        (spelling.ratio, spelling.ratios, spelling.more),
        (spelling.tier, spelling.tiers, spelling.more_tiers),
    ):
        if wire:
            found[wire] = {"enum": list(dict.fromkeys([*(word for _, word in words), *more]))}
    return found


@of_spelling.register
def _(spelling: RatioRange) -> dict[str, Schema]:
    tiers: dict[str, Schema] = {spelling.tier: {"enum": [word for _, word in spelling.tiers]}} if spelling.tier else {}
    ratio: Schema = {"type": "string", "pattern": f"^[0-9]+{re.escape(spelling.separator)}[0-9]+$"}
    return {spelling.wire: {"anyOf": [{"enum": [spelling.auto]}, ratio]} if spelling.auto else ratio, **tiers}


@of_spelling.register
def _(spelling: Presets) -> dict[str, Schema]:
    return {spelling.wire: {"enum": list(spelling.words)}}
