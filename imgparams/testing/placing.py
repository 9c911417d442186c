"""What is tried of a row: wires to place in a request, and the problems that the row must have with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import singledispatch
from typing import Any, NamedTuple

from imgparams.contract import Row
from imgparams.geometry import Size
from imgparams.paths import parse
from imgparams.tables.alternatives import Alternatives, Product
from imgparams.tables.domains import Domain
from imgparams.tables.offers import Spelling
from imgparams.tables.pictures import Content, Mask, Pictures, Slots
from imgparams.tables.pixels import PixelText, Sides
from imgparams.tables.rows import Const, Param
from imgparams.tables.size_sets import Grid, SizeSet
from imgparams.tables.sizes import Sizes
from imgparams.tables.spellings import Presets, RatioRange, ShapeWords
from imgparams.tables.templates import HOLE, TEXT, TYPE, WEIGHT, Part, fill
from imgparams.testing.coverage import domain_of
from imgparams.testing.statements import NO_WORD
from imgparams.testing.tries import MANY, Try, inside, sample, shape_codes, size_tries, tries
from imgparams.values import Path, same


class Placed(NamedTuple):
    """The wires of one row, and the problems that it must have with them, each as (code, path)."""

    wires: Mapping[str, object]
    problems: tuple[tuple[str, Path], ...] = ()


@singledispatch
def placed(row: Row) -> Iterator[Placed]:
    """Yields what is tried of a row, a legal value first."""
    return iter(())


def _at(wire: str, tried: Try) -> Placed:
    problems = ((tried.code, (*parse(wire), *tried.at)),) if tried.code else ()
    return Placed({wire: tried.value}, problems)


@placed.register
def _(row: Param) -> Iterator[Placed]:
    missing = (("missing", parse(row.wire)),) if row.required else ()
    silent = [*row.unset, *([None] if row.nullable else [])]
    deprecated = (("warning deprecated", parse(row.wire)),) if row.deprecated else ()
    for tried in tries(row.domain):
        if any(same(tried.value, word) for word in silent):
            continue
        wires, problems = _at(row.wire, tried)
        warning = _warning(row, tried.code, tried.value, _has)
        if warning:
            problems = ((warning, parse(row.wire)),)
        yield Placed(wires, (*problems, *deprecated))
    yield from (Placed({row.wire: word}, missing) for word in silent)
    yield Placed({}, missing)


def _warning(row: Row, code: str, value: Any, has: Callable[[Any, Any], bool]) -> str:
    """Returns the warning that takes the place of a problem where a wider set of the row has the value."""
    if code and row.accepts is not None and has(row.accepts, value):
        return "warning altered"
    return "warning disputed" if code and row.disputed_to is not None and has(row.disputed_to, value) else ""


def _has(domain: Domain, value: object) -> bool:
    return domain.has(value)


def _codes(row: Row, sizes: SizeSet, size: Size, code: str) -> tuple[str, ...]:
    """Returns every code that a size must have, or one warning; `code` is what it was drawn for."""
    warning = _warning(row, code, size, inside)
    if warning or not code or not isinstance(sizes, Grid) or min(size) < 1:
        return (warning or code,) if code else ()
    return (code, *(shape for shape in shape_codes(sizes, size) if shape != code))


@placed.register
def _(row: Const) -> Iterator[Placed]:
    path = parse(row.wire)
    others = [NO_WORD] if row.open else []
    yield from (Placed({row.wire: value}) for value in (row.value, *row.also_legal, *others))
    value = row.value
    if isinstance(value, (str, bool, int, float)):
        other = NO_WORD if isinstance(value, str) else not value if isinstance(value, bool) else value + 1
        yield from [] if row.means(other) else [Placed({row.wire: other}, (("not_allowed", path),))]
    is_list = isinstance(value, (list, tuple))
    yield from [Placed({row.wire: [NO_WORD]}, (("not_allowed", path),))] if is_list else []
    yield Placed({row.wire: NO_WORD if is_list else ["text"]}, (("wrong_type", path),))
    missing = () if row.optional else (("missing", path),)
    yield from [Placed({row.wire: None}, missing)] if row.nullable else []
    yield Placed({}, missing)


@placed.register(Alternatives)
@placed.register(Product)
def _(row: Alternatives | Product) -> Iterator[Placed]:
    for wire in row.wires:
        domain = domain_of(row, wire)
        assert domain is not None
        nullable = wire in row.nullable_wires
        yield from (_at(wire, tried) for tried in tries(domain) if not (tried.value is None and nullable))
        yield from [Placed({wire: None})] if nullable else []


@placed.register
def _(row: Mask) -> Iterator[Placed]:
    image, domain = sample(row.image), domain_of(row, row.polarity)
    assert domain is not None
    for wire, every in ((row.wire, tries(row.image)), (row.polarity, tries(domain))):
        other = {row.wire: image} if wire == row.polarity else {}
        for tried in every:
            if tried.value is not None:
                yield Placed({**other, wire: tried.value}, _at(wire, tried).problems)
    yield Placed({}, (("missing", parse(row.wire)),) if row.required else ())


def _items(part: Part) -> Iterator[object]:
    """Yields a picture in each form that the template of a part takes."""
    weight = {} if part.weight is None else {WEIGHT: sample(part.weight)}
    for tried in tries(part.image):
        if not tried.code:
            yield fill(part.template, {HOLE: tried.value, TYPE: "image/png", **weight})


@placed.register
def _(row: Slots) -> Iterator[Placed]:
    for wire in row.keys:
        yield from (Placed({wire: item}) for part in row.ways for item in _items(part))
        yield from [] if row.others else [Placed({wire: 5}, (("wrong_type", parse(wire)),))]
        yield from [Placed({wire: None})] if row.nullable and not row.required else []
    yield Placed({}, (("missing", parse(row.keys[0])),) if row.required else ())


@placed.register
def _(row: Pictures) -> Iterator[Placed]:
    missing = (("missing", parse(row.wire)),) if row.required else ()
    for wire in row.wires:
        yield from _listed(row, wire)
        yield from [Placed({wire: None}, missing)] if row.nullable else []
    yield Placed({}, missing)


def _listed(row: Pictures, wire: str) -> Iterator[Placed]:
    """Yields lists of pictures on one of a row's wires."""
    path, least = parse(wire), max(row.min, int(row.required))
    items = [item for part in row.ways for item in _items(part)]
    rest = [items[0]] * (max(least, 1) - 1)
    yield from (Placed({wire: [item, *rest]}) for item in items)
    yield Placed({wire: [items[0]] * least})
    yield from [Placed({wire: [items[0]] * (least - 1)}, (("out_of_range", path),))] if least else []
    yield Placed({wire: [items[0]] * (MANY if row.max is None else row.max)})
    yield from [] if row.max is None else [Placed({wire: [items[0]] * (row.max + 1)}, (("too_many", path),))]
    if row.others is None:
        yield Placed({wire: [5, *rest]}, (("wrong_type", (*path, 0)),))
        yield from [] if row.bare and least > 1 else [Placed({wire: 5}, (("wrong_type", path),))]


@placed.register
def _(row: Content) -> Iterator[Placed]:
    path, must = parse(row.wire), row.requires
    every = {part.field: fill(part.template, {TEXT: sample(part.domain)}) for part in reversed(row.texts)}
    pictures = [item for part in row.ways for item in _items(part)]
    needed = {name: every[name] if name in every else pictures[0] for name in must}
    least = list(needed.values()) or list(every.values())[:1]
    yield Placed({row.wire: least})
    yield from (Placed({row.wire: [*least, item]}) for item in pictures)
    if pictures and row.max is not None:
        room = row.max - ("references" in must)
        yield Placed({row.wire: [*least, *pictures[:1] * room]})
        yield Placed({row.wire: [*least, *pictures[:1] * (room + 1)]}, (("too_many", path),))
    for name in must:
        rest = [item for other, item in needed.items() if other != name]
        yield Placed({row.wire: rest or pictures[:1]}, (("missing", path),))
    yield from [] if row.others else [Placed({row.wire: [*least, 5]}, (("wrong_type", (*path, len(least))),))]
    yield Placed({row.wire: 5}, (("wrong_type", path),))
    yield Placed({}, tuple(("missing", path) for _ in must))


# ---- sizes


@placed.register
def _(row: Sizes) -> Iterator[Placed]:
    sides = {wire for spelling in row.spellings if isinstance(spelling, Sides) for wire in spelling.sides}
    for spelling in row.spellings:
        for tried in _spelled(spelling, row):
            wires = [wire for wire in spelling.wires if any(path == parse(wire) for _, path in tried.problems)]
            shared = any(wire in other.wires for wire in wires for other in row.spellings if other is not spelling)
            silent = any(same(value, word) for value in tried.wires.values() for word in row.unset)
            if not silent and not shared:
                yield Placed(tried.wires, () if row.open and not sides & set(wires) else tried.problems)
    for wire in row.wires:
        if wire not in sides:
            first = next(spelling for spelling in row.spellings if wire in spelling.wires)
            yield Placed({wire: NO_WORD}, () if row.open else (("not_allowed", parse(wire)),))
            yield Placed({wire: 5}, (("not_allowed" if isinstance(first, Sides) else "wrong_type", parse(wire)),))
        yield from [Placed({wire: None})] if row.nullable and not row.required else []
    head = row.spellings[0]
    first_wires = head.sides if isinstance(head, Sides) else row.wires[:1]
    yield Placed({}, tuple(("missing", parse(wire)) for wire in first_wires) if row.required else ())


def _spelled(spelling: Spelling, row: Sizes) -> Iterator[Placed]:
    """Yields what is tried of one spelling."""
    if isinstance(spelling, ShapeWords):
        for wire, words in ((spelling.ratio, spelling.ratios), (spelling.tier, spelling.tiers)):
            yield from (Placed({wire: word}) for _, word in words)
        yield from (Placed({spelling.ratio: word}) for word in spelling.more)
        yield from (Placed({spelling.tier: word}) for word in spelling.more_tiers)
        yield from _pairs(spelling)
    if isinstance(spelling, Presets):
        yield from (Placed({spelling.wire: word}) for word in spelling.words)
    if isinstance(spelling, RatioRange):
        yield from _ratios(spelling)
    if isinstance(spelling, PixelText):
        yield from [Placed({spelling.wire: spelling.auto})] if spelling.auto else []
        for size, code, _ in size_tries(spelling.sizes):
            if min(size) < 1:  # no size at all, as a text
                continue
            text = f"{size.width}{spelling.separator}{size.height}"
            codes = _codes(row, spelling.sizes, size, code)
            yield Placed({spelling.wire: text}, tuple((code, parse(spelling.wire)) for code in codes))
    if isinstance(spelling, Sides):
        yield from _sides(spelling, row)


def _pairs(spelling: ShapeWords) -> Iterator[Placed]:
    """Yields each ratio with each tier, where only some pairs are legal."""
    for ratio, ratio_word in spelling.ratios if spelling.listed else ():
        for tier, tier_word in spelling.tiers:
            legal = (ratio, tier) in spelling.pixels_of
            problems = () if legal else (("not_allowed", parse(spelling.tier)),)
            yield Placed({spelling.ratio: ratio_word, spelling.tier: tier_word}, problems)


def _ratios(spelling: RatioRange) -> Iterator[Placed]:
    """Yields the ratios at both ends, and just past them."""
    for text, wider, taller in ((spelling.min, 0, 1), (spelling.max, 1, 0)):
        if text:
            width, height = map(int, text.split(":"))
            yield Placed({spelling.wire: f"{width}{spelling.separator}{height}"})
            past = f"{width * 1000 + wider}{spelling.separator}{height * 1000 + taller}"
            yield Placed({spelling.wire: past}, (("bad_ratio", parse(spelling.wire)),))
    yield from [Placed({spelling.wire: spelling.auto})] if spelling.auto else []
    yield from (Placed({spelling.tier: word}) for _, word in spelling.tiers)


def _sides(spelling: Sides, row: Sizes) -> Iterator[Placed]:
    """Yields sizes at the edges of the set, a side that is not a number, and one side alone."""
    width, height = spelling.sides
    some: tuple[object, object] | None = None
    for size, code, side in size_tries(spelling.sizes):
        some = size if some is None and not code else some
        wires = [height if side == "height" else width, width, width]  # what is wrong with both is put on the width
        codes = _codes(row, spelling.sizes, size, code)
        problems = tuple((code, parse(wire)) for code, wire in zip(codes, wires, strict=False))
        yield Placed({**spelling.sets, width: size.width, height: size.height}, problems)
    if some is not None:
        yield Placed({**spelling.sets, width: "x", height: some[1]}, (("wrong_type", parse(width)),))
        yield Placed({**spelling.sets, width: some[0], height: 1.5}, (("wrong_type", parse(height)),))
    if some is not None and spelling.missing is None and not set(row.default) & set(spelling.sides):
        yield Placed({**spelling.sets, width: some[0]}, (("incomplete", parse(width)),))
        yield Placed({**spelling.sets, height: some[1]}, (("incomplete", parse(height)),))
