"""What is tried of a domain or of a set of sizes: values at its edges and past them, and the problem each must have.

All of it is worked out from what the table declares, its bounds and words, and never by asking the domain to judge: a
domain that forgets a bound is seen.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from fractions import Fraction
from functools import singledispatch
from typing import NamedTuple

from imgparams.geometry import Size
from imgparams.tables.conditions import Count, Not
from imgparams.tables.containers import AnyOf, Json, ListOf, Record
from imgparams.tables.domains import Domain, Int, Num, OneOf
from imgparams.tables.images import Image
from imgparams.tables.size_sets import Grid, Pairs, SizeSet
from imgparams.tables.words import Text, Words
from imgparams.testing.samples import LINK, picture
from imgparams.testing.statements import NO_WORD, half_beside, parts
from imgparams.values import Path, json_type, same

#: texts of which some match any pattern that vendors have
TEXTS = ("a cat", "#00ff00", "0a1b2c3d", "a770f077-f413-47de-9dac-be0b26a35da6", LINK, "1", "x", "")
MANY = 20  # items of a list that has no end


class Try(NamedTuple):
    """A value, and the code of the problem that it has, "" where it is legal, at a place inside it."""

    value: object
    code: str = ""
    at: Path = ()


@singledispatch
def tries(domain: Domain) -> Iterator[Try]:
    """Yields what is tried of a domain, a legal value first where one is known."""
    return iter(())


def sample(domain: Domain) -> object:
    """Returns a legal value, None where none is known."""
    return next((tried.value for tried in tries(domain) if not tried.code), None)


def fits(domain: Domain, value: object) -> bool:
    """Whether a value is in a domain, by what the domain declares where that is plain."""
    if isinstance(domain, Not):
        return not fits(domain.domain, value)
    if isinstance(domain, (Int, Num)):
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            return False
        low = domain.min is None or value >= domain.min
        high = domain.max is None or value <= domain.max
        return low and high and not (isinstance(domain, Int) and value % domain.multiple_of)
    if isinstance(domain, (OneOf, Words)) and not domain.open:
        return any(same(value, word) for word in domain.words)
    if isinstance(domain, Count):
        number_of = len(value) if isinstance(value, (list, tuple)) else 1
        return number_of >= domain.min and (domain.max is None or number_of <= domain.max)
    return domain.has(value)


@tries.register
def _(domain: Int) -> Iterator[Try]:
    step = domain.multiple_of
    low = None if domain.min is None else math.ceil(Fraction(domain.min, step)) * step
    high = None if domain.max is None else math.floor(Fraction(domain.max, step)) * step
    some = low if low is not None else high if high is not None else 5 * step
    if low is not None and high is not None and low > high:
        return
    yield Try(some)
    yield from (Try(end) for end in (low, high) if end is not None)
    yield from (Try(end + past, "out_of_range") for end, past in ((low, -step), (high, step)) if end is not None)
    if low is None or low != high:
        inside = 1 if low is not None or high is None else -1
        yield Try(half_beside(some, inside), "wrong_type")
        yield Try(some + inside * step)
        yield from (Try(some + inside * part, "off_grid") for part in parts(step))
    yield from (Try(value, "wrong_type") for value in ("x", True, None))


@tries.register
def _(domain: Num) -> Iterator[Try]:
    low, high = domain.min, domain.max
    ends = [end for end in (low, high) if end is not None]
    yield from map(Try, ends or [0.5])
    yield from (Try(end + past, "out_of_range") for end, past in ((low, -0.01), (high, 0.01)) if end is not None)
    yield from (Try(value, "wrong_type") for value in ("x", True, None))


@tries.register
def _(domain: Text) -> Iterator[Try]:
    low, high = domain.min_length, domain.max_length
    if domain.pattern is not None:
        fitting = [text for text in TEXTS if len(text) >= low and (high is None or len(text) <= high)]
        matching = [text for text in fitting if re.fullmatch(domain.pattern, text, re.ASCII)]
        yield from map(Try, matching)
        yield from (Try(text, "not_allowed") for text in fitting if text not in matching)
    else:
        most = max(low, 5) if high is None else high
        yield from (Try("x" * length) for length in (most, low))
        yield from [Try("x" * (low - 1), "out_of_range")] if low else []
        yield from [] if high is None else [Try("x" * (high + 1), "too_long")]
    yield from (Try(value, "wrong_type") for value in (5, True, ["text"], None))


@tries.register(Words)
@tries.register(OneOf)
def _(domain: Words | OneOf) -> Iterator[Try]:
    yield from map(Try, domain.words)
    types = {json_type(word) for word in domain.words}
    if not types:
        return
    others = [value for value in (NO_WORD, 987654321, True, False) if not any(same(value, w) for w in domain.words)]
    for value in (*others, ["text"], None):
        code = "wrong_type" if json_type(value) not in types else "" if domain.open else "not_allowed"
        yield Try(value, code)


@tries.register
def _(domain: ListOf) -> Iterator[Try]:
    items = [tried for tried in tries(domain.item) if not tried.at]
    good = next((tried.value for tried in items if not tried.code), None)
    if good is not None:
        most = max(domain.min, MANY) if domain.max is None else domain.max
        yield from (Try([good] * count) for count in (max(domain.min, 1), most, domain.min) if count <= most)
        yield from [Try([good] * (domain.min - 1), "out_of_range")] if domain.min else []
        yield from [] if domain.max is None else [Try([good] * (domain.max + 1), "too_many")]
        rest = [good] * (max(domain.min, 1) - 1)
        yield from (Try([tried.value, *rest], tried.code, (0, *tried.at)) for tried in tries(domain.item))
    yield from (Try(value, "wrong_type") for value in (5, NO_WORD, {"a": "b"}, None))


@tries.register
def _(domain: Record) -> Iterator[Try]:
    domains = dict(domain.keys)
    least = {key: sample(domains[key]) for key in domain.required}
    if None not in least.values():
        yield Try(least)
        for key, inner in domain.keys:
            if key in least:
                yield Try({name: value for name, value in least.items() if name != key}, "missing", (key,))
            for tried in tries(inner):
                code = "" if tried.value is None and key in domain.nullable else tried.code
                yield Try({**least, key: tried.value}, code, (key, *tried.at))
        if domain.rest is None:
            yield Try({**least, "no-such-key": 5}, "" if domain.open else "unknown_field", ("no-such-key",))
        if domain.no_secrets and "authorization" not in domains:
            yield Try({**least, "authorization": "x"}, "credential", ("authorization",))
    yield from (Try(value, "wrong_type") for value in (5, NO_WORD, ["text"], None))


@tries.register
def _(domain: AnyOf) -> Iterator[Try]:
    tries_each = [list(tries(inner)) for inner in domain.domains]
    yield from (tried for some in tries_each for tried in some if not tried.code)
    for tried in tries_each[0] if tries_each else ():  # what is of no domain's type
        wrong = [any(_is_alike(tried, other) for other in some) for some in tries_each]
        yield from [tried] if tried.code == "wrong_type" and not tried.at and all(wrong) else []


def _is_alike(one: Try, other: Try) -> bool:
    return one.code == other.code and one.at == other.at and same(one.value, other.value)


@tries.register
def _(domain: Json) -> Iterator[Try]:
    yield from (Try(value) for value in ({"a": [1, "b"]}, 5, "text", True))


@tries.register
def _(domain: Image) -> Iterator[Try]:
    forms = {form: picture("png", form) for form in ("data", "base64", "file")}
    samples = {"url": LINK, "id": "an id", **forms}
    yield from (Try(samples[kind]) for kind in domain.kinds)
    code = "not_allowed" if set(domain.kinds) - {"file"} else "wrong_type"
    yield from (Try(samples[kind], code) for kind in ("url", "data") if kind not in domain.kinds)
    yield from [] if "id" in domain.kinds else [Try("an id", code)]
    yield from (Try(value, "wrong_type") for value in (5, True, ["text"], "", None))


# ---- sizes


class SizeTry(NamedTuple):
    """A size, the code of its problem, and whose it is: of the "width", of the "height", or of both together, ""."""

    size: Size
    code: str = ""
    side: str = ""


def size_tries(sizes: SizeSet) -> Iterator[SizeTry]:
    """Yields what is tried of a set of sizes."""
    if isinstance(sizes, Pairs):
        yield from map(SizeTry, sizes.sizes)
        yield SizeTry(Size(7, 7), "not_allowed")
    if isinstance(sizes, Grid):
        yield from _side_tries(sizes)
        yield from _shape_tries(sizes)


def _side_tries(grid: Grid) -> Iterator[SizeTry]:
    """Yields each side at its ends, past them and beside the multiples, with another side that is legal by itself."""
    for side, domain in (("width", grid.width), ("height", grid.height)):
        for tried in tries(domain):
            if not isinstance(tried.value, int) or isinstance(tried.value, bool):
                continue
            other = beside(grid, side, tried.value) or sample(grid.height if side == "width" else grid.width)
            pair = (tried.value, other) if side == "width" else (other, tried.value)
            size = Size(*pair)
            if tried.code or inside(grid, size):
                yield SizeTry(size, tried.code, side if tried.code else "")


def _shape_tries(grid: Grid) -> Iterator[SizeTry]:
    """Yields sizes just inside and just past the least and the greatest area and ratio, as far as the sides reach."""
    step = grid.height.multiple_of
    tried = set()
    for width in _some(grid.width):
        edges = [grid.area[0] / width] if grid.area[0] > 1 else []
        edges += [] if grid.area[1] is None else [grid.area[1] / width]
        edges += [] if grid.ratio is None else [float(width / bound) for bound in grid.ratio]
        for edge in edges:
            below, above = math.floor(edge / step), math.ceil(edge / step)
            for height in (below * step, above * step, (above - 1) * step, (below + 1) * step):
                if height > 0 and not any(is_past(height, grid.height)):
                    code = _shape_code(grid, Size(width, height))
                    kind = (code, edge > width)
                    if kind not in tried:
                        tried.add(kind)
                        yield SizeTry(Size(width, height), code)


def _some(side: Int) -> list[int]:
    """Returns a few legal values of a side, from its least to its greatest."""
    step = side.multiple_of
    low = -(-(side.min or step) // step)
    high = (side.max or max(4096, 4 * low * step)) // step
    return sorted({max(1, low + (high - low) * part // 16) * step for part in range(17)})


def is_past(value: int, domain: Int) -> tuple[bool, bool, bool]:
    """Returns whether a number is below the least, above the greatest, or no multiple."""
    low, high = domain.min, domain.max
    return (low is not None and value < low, high is not None and value > high, bool(value % domain.multiple_of))


def _shape_code(grid: Grid, size: Size) -> str:
    """Returns what is wrong with a size whose sides are legal, "" where nothing is."""
    return next(shape_codes(grid, size), "")


def shape_codes(grid: Grid, size: Size) -> Iterator[str]:
    """Yields what is wrong with the area and the ratio of a size."""
    area = size.width * size.height
    if area < grid.area[0] or (grid.area[1] is not None and area > grid.area[1]):
        yield "bad_area"
    if grid.ratio and not grid.ratio[0] <= Fraction(*size) <= grid.ratio[1]:
        yield "bad_ratio"


def inside(sizes: SizeSet, size: Size) -> bool:
    """Whether a size is in a set, by what the set declares."""
    if not isinstance(sizes, Grid):
        return isinstance(sizes, Pairs) and size in sizes.sizes
    past = (*is_past(size.width, sizes.width), *is_past(size.height, sizes.height), min(size) < 1)
    return not any(past) and not _shape_code(sizes, size)


def beside(grid: Grid, side: str, value: int) -> int | None:
    """Returns a legal other side for one side of a size, the nearest to a square; None where there is none."""
    if value < 1:
        return None
    other = grid.height if side == "width" else grid.width
    low = max(Fraction(other.min or 1), Fraction(grid.area[0], value))
    high = [] if other.max is None else [Fraction(other.max)]
    high += [] if grid.area[1] is None else [Fraction(grid.area[1], value)]
    if grid.ratio:
        bounds = (value / grid.ratio[1], value / grid.ratio[0]) if side == "width" else [value * r for r in grid.ratio]
        low, high = max(low, bounds[0]), [*high, bounds[1]]
    step = other.multiple_of
    first, last = math.ceil(low / step), math.floor(min(high) / step) if high else None
    if last is not None and first > last:
        return None
    nearest = max(first, round(value / step))
    return (nearest if last is None else min(nearest, last)) * step
