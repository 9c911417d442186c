"""What ties the wires of a size, as JSON Schema: sides that belong together, area and ratio, pairs of words.

A wire of a size is legal where any of the spellings on it takes it; so spellings that have a wire in common with others
are said wire by wire only.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from imgparams.domain_schema import Schema, either
from imgparams.domains import Int
from imgparams.export.places import NEVER, Places, Unsaid, both, implied, negate, some
from imgparams.paths import parse
from imgparams.shapes import Sizes
from imgparams.sizes import Grid, Pairs, SizeSet
from imgparams.spelling_schema import loose, of_sides, of_spelling, of_text
from imgparams.spellings import Names, PixelText, RatioRange, Sides, Spelling

_MOST = 256  # widths that may each have limits of their own


def with_altered(row: Sizes, wire: str, schema: Schema) -> Schema:
    """A wire's schema with the pixels that are taken and altered."""
    if row.accepts is None:
        return schema
    for spelling in row.spellings:
        if isinstance(spelling, Sides) and wire in spelling.sides:
            schema = either(schema, of_sides(spelling, row.accepts)[wire])
        elif isinstance(spelling, PixelText) and wire == spelling.wire:
            schema = either(schema, of_text(spelling, row.accepts))
    return schema


def size_ties(row: Sizes, places: Places, unsaid: list[Unsaid]) -> Iterator[Schema]:
    """What the wires of a size must be together; what can't be said goes to `unsaid`."""
    groups = {wires: list(group) for wires, group in _groups(row).items()}
    for wires, spellings in groups.items():
        others = {wire for other in groups if other != wires for wire in other}
        if isinstance(spellings[0], Sides):
            yield from _sides(row, places, spellings, others, unsaid)
        elif not row.open:
            shared = others & set(wires)
            if len(spellings) > 1 and not shared:
                yield some(*(_whole(spelling, places, row) for spelling in spellings))
            elif isinstance(spellings[0], Names) and spellings[0].listed:
                if spellings[0].tier in shared:
                    unsaid.append(Unsaid(("not_allowed",), wires, "not every pair is offered"))
                else:
                    yield from _pairs_of(spellings[0], places)
    if not row.open:
        for spelling in row.spellings:
            unsaid += _unseen(spelling, row)
    if _can_contradict(row):
        unsaid.append(Unsaid(("conflict",), row.wires, "a size, a ratio and a tier that contradict each other"))


def _groups(row: Sizes) -> dict[tuple[str, ...], list[Spelling]]:
    found: dict[tuple[str, ...], list[Spelling]] = {}
    for spelling in row.spellings:
        found.setdefault(spelling.wires, []).append(spelling)
    return found


def _whole(spelling: Spelling, places: Places, row: Sizes) -> Schema:
    """Requests in which nothing of this spelling is at fault."""
    wires = of_spelling(spelling)
    if isinstance(spelling, PixelText) and row.accepts is not None:
        wires[spelling.wire] = either(wires[spelling.wire], of_text(spelling, row.accepts))
    ties = _pairs_of(spelling, places) if isinstance(spelling, Names) and spelling.listed else ()
    return both(*(places.legal(wire, schema) for wire, schema in wires.items()), *ties)


def _unseen(spelling: Spelling, row: Sizes) -> Iterator[Unsaid]:
    """What the schemas of the wires can't see by themselves."""
    if isinstance(spelling, PixelText) and loose(spelling.sizes):
        codes = loose(spelling.sizes)
        if row.accepts is not None:
            codes = tuple(dict.fromkeys((*codes, *loose(row.accepts), "out_of_range")))
        yield Unsaid(codes, spelling.wires, spelling.describe())
    elif isinstance(spelling, RatioRange):
        yield Unsaid(("bad_ratio", "not_allowed"), (spelling.wire,), spelling.describe())


def _pairs_of(spelling: Names, places: Places) -> Iterator[Schema]:
    """For each tier the ratios that it is offered with."""
    words = [*(word for _, word in spelling.ratios), *spelling.more]
    for _, tier in spelling.tiers:
        left = [word for word in words if not any(spelling.faults({spelling.ratio: word, spelling.tier: tier}))]
        if left != words:
            on = both(places.present(spelling.tier), places.at(spelling.tier, {"enum": [tier]}))
            yield implied(on, places.legal(spelling.ratio, {"enum": left}), f"what is offered at {tier}")


def _can_contradict(row: Sizes) -> bool:
    """Whether two spellings can stand in one request and say the same part, or one of them pixels."""
    said = [
        (spelling, {"size"} if not isinstance(spelling, (Names, RatioRange)) else set(_named(spelling)))
        for spelling in row.spellings
    ]
    for at, (one, parts) in enumerate(said):
        for other, more in said[at + 1 :]:
            meet = parts & more or "size" in parts | more
            if meet and one.wires != other.wires and not _in_each_other(one, other):
                return True
    return any(isinstance(spelling, Sides) for spelling in row.spellings) and len(_groups(row)) > 1


def _named(spelling: Names | RatioRange) -> Iterator[str]:
    if isinstance(spelling, RatioRange) or spelling.ratio:
        yield "aspect_ratio"
    if spelling.tier:
        yield "resolution"


def _in_each_other(one: Spelling, other: Spelling) -> bool:
    """Whether the one is a word where the other is an object, so that only one can be there."""
    paths = [[parse(wire) for wire in spelling.wires] for spelling in (one, other)]
    pairs = [(a, b) for a in paths[0] for b in paths[1]]
    return all(a != b and (a[: len(b)] == b or b[: len(a)] == a) for a, b in pairs)


# ---- pixels on two wires


def _sides(
    row: Sizes, places: Places, spellings: list[Spelling], others: set[str], unsaid: list[Unsaid]
) -> Iterator[Schema]:
    first = spellings[0]
    assert isinstance(first, Sides)
    width, height = first.sides
    yield from _together(row, first, places)
    if {width, height} & others:
        why = "; ".join(spelling.describe() for spelling in spellings)
        unsaid.append(Unsaid(("out_of_range", "off_grid", "bad_area", "bad_ratio", "not_allowed"), first.sides, why))
    else:
        sets = [spelling.sizes for spelling in spellings if isinstance(spelling, Sides)]
        sets += [row.accepts] if row.accepts is not None else []
        ties = [list(_tied(first, sizes, places)) for sizes in sets]
        exact = all(found[1] for tied in ties for found in tied) if ties else True
        by_set = [
            both(
                *(places.legal(wire, schema) for wire, schema in of_sides(first, sizes).items())
                if len(sets) > 1
                else (),
                *(schema for schema, _ in tied),
            )
            for sizes, tied in zip(sets, ties, strict=True)
        ]
        yield some(*by_set)
        if not exact:
            unsaid.append(Unsaid(("bad_area", "bad_ratio"), first.sides, row.describe()))
    yield from _switched(row, first, places)


def _together(row: Sizes, sides: Sides, places: Places) -> Iterator[Schema]:
    """Each side with the other, or with the vendor's default for it."""
    for wire, other in (sides.sides, sides.sides[::-1]):
        held = NEVER
        if other in row.default:
            held = both(
                *(
                    places.present(name) if condition.presence else places.absent(name)
                    for name, condition in row.default_when.items()
                )
            )
            held = both(held, _beside_default(row, sides, wire, row.default[other], places))
        yield implied(places.present(wire), some(places.present(other), held), f"{wire} and {other} belong together")


def _beside_default(row: Sizes, sides: Sides, wire: str, default: Any, places: Places) -> Schema:
    """What one side may be where the other is the vendor's default."""
    sets = [other.sizes for other in row.spellings if isinstance(other, Sides) and other.wires == sides.wires]
    sets += [row.accepts] if row.accepts is not None else []
    return places.at(wire, some(*(_one_side(sizes, wire == sides.width, int(default)) for sizes in sets)))


def _one_side(sizes: SizeSet, is_width: bool, other: int) -> Schema:
    if isinstance(sizes, Pairs):
        left = [size[not is_width] for size in sizes.sizes if size[is_width] == other]
        return {"enum": left} if left else NEVER
    if isinstance(sizes, Grid):
        least, most = _bounds(sizes, other, of_height=not is_width)
        return _range(least, most)
    return {}


def _range(least: int, most: int | None) -> Schema:
    return {"minimum": least, **({"maximum": most} if most is not None else {})}


def _bounds(grid: Grid, side: int, *, of_height: bool) -> tuple[int, int | None]:
    """The least and the greatest that area and ratio leave of a side beside the other."""
    low, high = grid.area
    least, most = -(-low // side), None if high is None else high // side
    if grid.ratio:
        narrow, wide = grid.ratio
        ends = (side / wide, side / narrow) if of_height else (side * narrow, side * wide)
        least = max(least, -(-ends[0].numerator // ends[0].denominator))
        floor = ends[1].numerator // ends[1].denominator
        most = floor if most is None else min(most, floor)
    return least, most


def _tied(sides: Sides, sizes: SizeSet, places: Places) -> Iterator[tuple[Schema, bool]]:
    """(schema, whether it says all) of what one side may be beside the other."""
    width, height = sides.sides
    if isinstance(sizes, Pairs):
        beside: dict[int, list[int]] = {}
        for size in sizes.sizes:
            beside.setdefault(size.width, []).append(size.height)
        for one, heights in beside.items():
            yield _beside(places, width, {"enum": [one]}, height, {"enum": heights}), True
    elif isinstance(sizes, Grid) and (sizes.area != (1, None) or sizes.ratio):
        least, most = sizes.width.bounds()
        step = sizes.width.multiple_of
        least = max(least or step, step)
        if most is None or (most - least) // step >= _MOST:
            yield {}, False
            return
        found = [(one, *_bounds(sizes, one, of_height=True)) for one in range(least, most + 1, step)]
        for limits, ones in groupby(found, key=lambda entry: _inside(sizes.height, *entry[1:])):
            widths = [one for one, *_ in ones]
            if limits is not None:
                on = {"enum": widths} if len(widths) == 1 else {"minimum": widths[0], "maximum": widths[-1]}
                yield _beside(places, width, on, height, limits), True


def _inside(domain: Int, least: int, most: int | None) -> Schema | None:
    """The limits that are narrower than a domain, None where none is."""
    low, high = domain.bounds()
    found: Schema = {}
    if low is None or least > low:
        found["minimum"] = least
    if most is not None and (high is None or most < high):
        found["maximum"] = most
    return found or None


def _beside(places: Places, wire: str, on: Schema, other: str, schema: Schema) -> Schema:
    condition = both(places.present(wire), places.at(wire, on), places.present(other))
    return implied(condition, places.at(other, schema))


def _switched(row: Sizes, sides: Sides, places: Places) -> Iterator[Schema]:
    """The words that say that the sides count do not stand without them."""
    for wire, word in sides.sets.items():
        others = [spelling for spelling in row.spellings if wire in spelling.wires and spelling.wires != sides.wires]
        if any(word in of_spelling(spelling).get(wire, {}).get("enum", ()) for spelling in others):
            continue
        off = [negate(places.legal(name, {"enum": [value]})) for name, value in sides.sets.items() if name != wire]
        on = both(places.present(wire), places.at(wire, {"enum": [word]}))
        there = some(*map(places.present, sides.sides), *off)
        yield implied(on, there, f"{' and '.join(sides.sides)} belong with {word}")
