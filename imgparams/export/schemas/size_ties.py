"""Writes what ties the wires of a size as JSON Schema: sides that go together, area and ratio, pairs of words.

A wire of a size is legal if any of its spellings accepts it, so spellings that share a wire are expressed wire by wire.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from math import ceil, floor, prod
from typing import Any

from imgparams.export.schemas.domains import NEVER, Schema, either
from imgparams.export.schemas.places import Places, Unsaid, both, implied, negate, some
from imgparams.export.schemas.spellings import loose, of_sides, of_spelling, of_text
from imgparams.geometry import MAX_SIDE
from imgparams.paths import parse
from imgparams.tables.domains import Int
from imgparams.tables.offers import Spelling
from imgparams.tables.pixels import PixelText, Sides
from imgparams.tables.size_sets import Grid, Pairs, SizeSet
from imgparams.tables.sizes import Sizes
from imgparams.tables.spellings import Presets, RatioRange, ShapeWords
from imgparams.target import Target

_MOST = 256  # widths that may each have limits of their own
_MANY = 5000  # combinations of words that are tried
_OF_PIXELS = ("out_of_range", "off_grid", "bad_area", "bad_ratio", "not_allowed")


def with_altered(row: Sizes, wire: str, schema: Schema) -> Schema:
    """Returns a wire's schema with the pixels that the vendor accepts and changes, or may accept."""
    for wider in row.wider:
        for spelling in row.spellings:
            if isinstance(spelling, Sides) and wire in spelling.sides:
                schema = either(schema, _readable(of_sides(spelling, wider))[wire])
            elif isinstance(spelling, PixelText) and wire == spelling.wire:
                schema = either(schema, of_text(spelling, wider))
    return schema


def _readable(sides: dict[str, Schema]) -> dict[str, Schema]:
    """Returns sides that can be read as pixels; others are not changed, but refused."""
    top = MAX_SIDE - 1
    return {
        wire: schema if "enum" in schema else {**schema, "maximum": min(schema.get("maximum", top), top)}
        for wire, schema in sides.items()
    }


def size_ties(row: Sizes, places: Places, unsaid: list[Unsaid]) -> Iterator[Schema]:
    """Yields what the wires of a size must be together; what can't be expressed goes to `unsaid`."""
    groups = _groups(row)
    for wires, spellings in groups.items():
        others = {wire for other in groups if other != wires for wire in other}
        if isinstance(spellings[0], Sides):
            yield from _sides(row, places, spellings, others, unsaid)
        elif not row.open:
            yield from _named(wires, spellings, places, others, unsaid)
    if not row.open:
        for spelling in row.spellings:
            unsaid += _unseen(spelling, row)
    yield from _agreeing(row, places, unsaid)


def _groups(row: Sizes) -> dict[tuple[str, ...], list[Spelling]]:
    groups: dict[tuple[str, ...], list[Spelling]] = {}
    for spelling in row.spellings:
        groups.setdefault(spelling.wires, []).append(spelling)
    return groups


def _named(
    wires: tuple[str, ...], spellings: list[Spelling], places: Places, others: set[str], unsaid: list[Unsaid]
) -> Iterator[Schema]:
    """Yields that the words on some wires go together, in one of the spellings with exactly these wires."""
    tied = [isinstance(spelling, ShapeWords) and spelling.listed for spelling in spellings]
    if len(wires) == 1 or (len(spellings) == 1 and not tied[0]):
        return
    if others & set(wires):
        unsaid.append(Unsaid(("not_allowed",), wires, "not every combination is offered"))
    else:
        yield some(*(_whole(spelling, places, alone=len(spellings) == 1) for spelling in spellings))


def _whole(spelling: Spelling, places: Places, *, alone: bool) -> Schema:
    """Returns requests in which this spelling has no fault; if it is alone, its wires are checked elsewhere."""
    wires = {} if alone else of_spelling(spelling)
    ties = _pairs_of(spelling, places) if isinstance(spelling, ShapeWords) and spelling.listed else ()
    return both(*(places.legal(wire, schema) for wire, schema in wires.items()), *ties)


def _unseen(spelling: Spelling, row: Sizes) -> Iterator[Unsaid]:
    """Yields what the schemas of the wires can't see by themselves."""
    if isinstance(spelling, PixelText):
        codes = loose(spelling.sizes)
        if any(codes or loose(wider) for wider in row.wider):
            codes = _OF_PIXELS
        if codes:
            yield Unsaid(codes, spelling.wires, spelling.describe())
    elif isinstance(spelling, RatioRange) and (spelling.min or spelling.max):
        yield Unsaid(("bad_ratio",), (spelling.wire,), spelling.describe())


def _pairs_of(spelling: ShapeWords, places: Places) -> Iterator[Schema]:
    """Yields for each tier the ratios that it is offered with."""
    words = [*(word for _, word in spelling.ratios), *spelling.more]
    for _, tier in spelling.tiers:
        left = [word for word in words if not any(spelling.faults({spelling.ratio: word, spelling.tier: tier}))]
        if left != words:
            on = both(places.present(spelling.tier), places.at(spelling.tier, {"enum": [tier]}))
            yield implied(on, places.legal(spelling.ratio, {"enum": left}), f"what is offered at {tier}")


# ---- two spellings in one request


def _agreeing(row: Sizes, places: Places, unsaid: list[Unsaid]) -> Iterator[Schema]:
    """Yields that size, ratio and tier do not contradict each other: word by word if both sides are lists."""
    left: dict[str, None] = {}
    for one, other in _meeting(row):
        wires = (*one.wires, *other.wires)
        lists = [list(_flats(spelling)) for spelling in (one, other)]
        if row.open or _heeds(places.target, wires) or not 0 < prod(map(len, lists)) <= _MANY:
            left |= dict.fromkeys(wires)
        else:
            yield from _word_by_word(row, places, *lists)
    if left:
        unsaid.append(Unsaid(("conflict",), tuple(left), "a size, a ratio and a tier that contradict each other"))
    pixels = {spelling.wires for spelling in row.spellings if not isinstance(spelling, (ShapeWords, RatioRange))}
    if row.wider and len(pixels) > 1:  # the vendor changes only the size that is read first
        wires = tuple(dict.fromkeys(wire for one in pixels for wire in one))
        unsaid.append(Unsaid(_OF_PIXELS, wires, "of two sizes the vendor changes only one"))


def _meeting(row: Sizes) -> Iterator[tuple[Spelling, Spelling]]:
    """Yields spellings that can be in one request and set the same part, or of which one sets pixels."""
    for at, one in enumerate(row.spellings):
        for other in row.spellings[at + 1 :]:
            fields = _parts_of(one), _parts_of(other)
            meet = fields[0] & fields[1] or "size" in fields[0] | fields[1]
            apart = _in_each_other(one, other) or _switches_off(one, other) or _switches_off(other, one)
            if meet and one.wires != other.wires and not apart:
                yield one, other


def _parts_of(spelling: Spelling) -> set[str]:
    if isinstance(spelling, RatioRange):
        return {"aspect_ratio", "resolution"} if spelling.tier else {"aspect_ratio"}
    if isinstance(spelling, ShapeWords):
        parts = ("aspect_ratio", spelling.ratio), ("resolution", spelling.tier)
        return {name for name, wire in parts if wire}
    return {"size"}


def _in_each_other(one: Spelling, other: Spelling) -> bool:
    """Whether one is a word where the other is an object, so only one can be there."""
    paths = [[parse(wire) for wire in spelling.wires] for spelling in (one, other)]
    pairs = [(a, b) for a in paths[0] for b in paths[1]]
    return all(a != b and (a[: len(b)] == b or b[: len(a)] == a) for a, b in pairs)


def _switches_off(one: Spelling, other: Spelling) -> bool:
    """Whether the words that make pixels count are on all wires of the other, where they have no meaning."""
    sets = one.sets if isinstance(one, Sides) else {}
    return set(other.wires) <= sets.keys() and not any(other.read(sets))


def _heeds(target: Target, wires: tuple[str, ...]) -> bool:
    """Whether the vendor may ignore some of these wires, so they contradict nothing."""
    return any(rule.effect == "ignored" and set(rule.wires) & set(wires) for rule in target.rules)


def _flats(spelling: Spelling) -> Iterator[dict[str, str]]:
    """Yields all words of one wire of a spelling, none if it has no list of them."""
    if isinstance(spelling, PixelText) and isinstance(spelling.sizes, Pairs):
        yield from ({spelling.wire: word} for word in of_text(spelling, spelling.sizes)["enum"])
    elif isinstance(spelling, Presets):
        yield from ({spelling.wire: word} for word in spelling.words)
    elif isinstance(spelling, ShapeWords):
        for wire, schema in of_spelling(spelling).items():
            yield from ({wire: word} for word in schema["enum"])


def _word_by_word(
    row: Sizes, places: Places, some_words: list[dict[str, str]], more_words: list[dict[str, str]]
) -> Iterator[Schema]:
    """Yields for each word of one which words of the other contradict it."""
    bad: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for more in more_words:
        (wire, word), *_ = more.items()
        clash = [flat for flat in some_words if _contradict(row, {**flat, **more})]
        for name in dict.fromkeys(name for flat in clash for name in flat):
            words = tuple(flat[name] for flat in clash if name in flat)
            bad.setdefault((name, wire, words), []).append(word)
    for (name, wire, words), others in bad.items():
        on = both(places.present(wire), places.at(wire, {"enum": others}))
        left = [flat[name] for flat in some_words if name in flat and flat[name] not in words]
        lone = sum(name in spelling.wires for spelling in row.spellings) == 1
        agree = {"enum": left} if lone and 0 < len(left) < len(words) else {"not": {"enum": list(words)}}
        yield implied(on, places.legal(name, agree), f"what goes with this {wire}")


def _contradict(row: Sizes, flat: dict[str, str]) -> bool:
    return any(problem.code == "conflict" for problem in row.problems(flat))


# ---- pixels on two wires


def _sides(
    row: Sizes, places: Places, spellings: list[Spelling], others: set[str], unsaid: list[Unsaid]
) -> Iterator[Schema]:
    first = spellings[0]
    assert isinstance(first, Sides)
    why = "; or ".join(spelling.describe() for spelling in spellings)
    if set(first.sides) & others:
        unsaid.append(Unsaid((*_OF_PIXELS, "incomplete"), first.wires, why))
        return
    on = both(*(_says(places, wire, word) for wire, word in first.sets.items()))
    sets: list[tuple[SizeSet, Schema]] = [(one.sizes, {}) for one in spellings if isinstance(one, Sides)]
    sets += [(wider, on) for wider in row.wider]
    if not all(_fits(sizes) for sizes, _ in sets):
        unsaid.append(Unsaid(("bad_area", "bad_ratio"), first.sides, why))
    yield from _together(row, first, sets, places)
    if len(sets) == 1:
        tied = both(*_tied(first, sets[0][0], places))
    else:
        tied = some(*(both(on, *_legal(first, sizes, places), *_tied(first, sizes, places)) for sizes, on in sets))
    yield {"description": why, **tied} if tied else {}
    yield from _switched(row, first, places)


def _says(places: Places, wire: str, word: object) -> Schema:
    return both(places.present(wire), places.at(wire, {"enum": [word]}))


def _legal(sides: Sides, sizes: SizeSet, places: Places) -> Iterator[Schema]:
    for wire, schema in of_sides(sides, sizes).items():
        yield places.legal(wire, schema)


def _together(row: Sizes, sides: Sides, sets: list[tuple[SizeSet, Schema]], places: Places) -> Iterator[Schema]:
    """Yields that each side goes with the other, or with what the vendor takes for it."""
    held = both(*(places.meets(name, condition) for name, condition in row.default_when.items()))
    for wire, other in (sides.sides, sides.sides[::-1]):
        alone = NEVER
        default: Any = row.default.get(other, sides.missing)
        if default is not None:
            left = [
                (on, _one_side(sizes, wire == sides.width, default), of_sides(sides, sizes)[wire]) for sizes, on in sets
            ]
            alone = both(
                held if other in row.default else {},
                some(*(both(on, places.at(wire, both(one, each if len(sets) > 1 else {}))) for on, one, each in left)),
            )
        if alone:
            why = f"{wire} needs {other}"
            yield implied(places.present(wire), some(places.present(other), alone), why)


def _one_side(sizes: SizeSet, is_width: bool, other: int) -> Schema:
    """Returns what one side may be if the other is the vendor's default."""
    if isinstance(sizes, Pairs):
        left = [size[not is_width] for size in sizes.sizes if size[is_width] == other]
        return {"enum": left} if left else NEVER
    assert isinstance(sizes, Grid)
    own, beside = (sizes.width, sizes.height) if is_width else (sizes.height, sizes.width)
    if not beside.has(other):
        return NEVER
    return _inside(own, *_bounds(sizes, other, of_height=not is_width)) or {}


def _bounds(grid: Grid, side: int, *, of_height: bool) -> tuple[int, int | None]:
    """Returns the least and the greatest that area and ratio leave of a side, given the other."""
    low, high = grid.area
    least, most = -(-low // side), None if high is None else high // side
    if grid.ratio:
        narrow, wide = grid.ratio
        ends = (side / wide, side / narrow) if of_height else (side * narrow, side * wide)
        least = max(least, ceil(ends[0]))
        most = floor(ends[1]) if most is None else min(most, floor(ends[1]))
    return least, most


def _widths(grid: Grid) -> range | None:
    """Returns the widths of a grid, None if there are too many."""
    least, most = grid.width.bounds()
    step = grid.width.multiple_of
    least = max(least or step, step)
    return None if most is None or (most - least) // step >= _MOST else range(least, most + 1, step)


def _fits(sizes: SizeSet) -> bool:
    """Whether `_tied` can express what the two sides are together."""
    free = isinstance(sizes, Pairs) or (isinstance(sizes, Grid) and sizes.area == (1, None) and not sizes.ratio)
    return free or (isinstance(sizes, Grid) and _widths(sizes) is not None)


def _tied(sides: Sides, sizes: SizeSet, places: Places) -> Iterator[Schema]:
    """Yields what one side may be, given the other."""
    if isinstance(sizes, Pairs):
        beside: dict[int, list[int]] = {}
        for size in sizes.sizes:
            beside.setdefault(size.width, []).append(size.height)
        for one, heights in beside.items():
            yield _beside(places, sides, {"enum": [one]}, {"enum": heights})
        return
    assert isinstance(sizes, Grid)
    limits_by_one = [(one, _inside(sizes.height, *_bounds(sizes, one, of_height=True))) for one in _widths(sizes) or ()]
    for limits, ones in groupby(limits_by_one, key=lambda entry: entry[1]):
        widths = [one for one, _ in ones]
        if limits is not None:
            on = {"enum": widths} if len(widths) == 1 else {"minimum": widths[0], "maximum": widths[-1]}
            yield _beside(places, sides, on, limits)


def _inside(domain: Int, least: int, most: int | None) -> Schema | None:
    """Returns the limits that are narrower than a domain, on its steps; None if there are none."""
    step = domain.multiple_of
    low, high = domain.bounds()
    least, most = -(-least // step) * step, None if most is None else most // step * step
    schema: Schema = {}
    if least > max(low or 1, 1):
        schema["minimum"] = least
    if most is not None and (high is None or most < high):
        schema["maximum"] = most
    return schema or None


def _beside(places: Places, sides: Sides, on: Schema, schema: Schema) -> Schema:
    condition = both(places.present(sides.width), places.at(sides.width, on))
    return implied(condition, places.legal(sides.height, schema))


def _switched(row: Sizes, sides: Sides, places: Places) -> Iterator[Schema]:
    """Yields that the words which make the sides count need the sides."""
    for wire, word in sides.sets.items():
        others = [spelling for spelling in row.spellings if wire in spelling.wires and spelling.wires != sides.wires]
        also_legal = any(all(name != wire for name, _ in other.faults({wire: word})) for other in others)
        if also_legal or (row.open and isinstance(word, str)):
            continue
        off = [negate(places.legal(name, {"enum": [value]})) for name, value in sides.sets.items() if name != wire]
        there = some(*map(places.present, sides.sides), *off)
        yield implied(_says(places, wire, word), there, f"{word} needs {' and '.join(sides.sides)}")
