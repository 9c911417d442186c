"""Sets of sizes, and the search for the legal size nearest to a wish.

A wish is a ratio r and an area A. Among the legal sizes of the wish's orientation (square belongs to both), if there
are any, else among all, the one with the least `10*|ln((w/h)/r)| + |ln(w*h/A)|`: one per cent of shape costs as much as
ten per cent of area. Costs are compared exactly, as `max(p,1/p)^10 * max(q,1/q)` of fractions; floats only thin out.
How sizes are spelled on the wire is in `spellings`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import lru_cache

from attrs import evolve, field, frozen

from imgparams.geometry import MAX_SIDE, Size, ln
from imgparams.tables.domains import Fault, Int
from imgparams.texts import area_text, choice

NEAR = 1e-6  # costs as floats differ from the exact ones by less than this


def exact_cost(shape: Fraction, amount: Fraction, ratio: Fraction, area: Fraction) -> tuple[Fraction, ...]:
    """Returns what orders answers of a shape (w/h) and an amount (w*h) for a wish of a ratio and an area.

    Cost, then the smaller shape error, the larger area, nearer to square, the wider.
    """
    p, q = shape / ratio, amount / area
    p, q = max(p, 1 / p), max(q, 1 / q)
    return p**10 * q, p, -amount, max(shape, 1 / shape), -shape


def size_cost(size: Size, ratio: Fraction, area: Fraction) -> tuple[Fraction, ...]:
    """Returns `exact_cost` of pixels."""
    return exact_cost(Fraction(*size), Fraction(size.width * size.height), ratio, area)


def near_cost(shape: float, amount: float) -> float:
    """Returns the cost as a float, from two logarithms."""
    return 10 * abs(shape) + abs(amount)


def fits(shape: Fraction, ratio: Fraction) -> bool:
    """Whether a shape (w/h) has the orientation of a ratio; a square has both."""
    return (shape >= 1 or ratio <= 1) and (shape <= 1 or ratio >= 1)


class SizeSet:
    """The base class of sets of sizes."""

    def fault(self, size: Size) -> Fault | None:
        """Returns the first reason why a size is not legal."""
        return next((fault for _, fault in self.faults(size)), None)

    def faults(self, size: Size) -> Iterator[tuple[str, Fault]]:
        """Yields every reason why a size is not legal, each with the side it is about: width, height, or ""."""
        raise NotImplementedError

    def has(self, size: Size) -> bool:
        return self.fault(size) is None

    generic: bool = False  # whether the limits are a host's for every model
    is_open: bool = False  # whether pictures may be as large as one likes, as far as is stated

    def doubt(self, size: Size) -> str:
        """Returns why a legal size is not known to work, "" if it is: no limit is published in its direction."""
        return ""

    def inherit(self, maker: SizeSet) -> SizeSet:
        """Returns the sizes that the maker of the model takes too, by the limits that are not stated here."""
        return self

    def nearest(self, ratio: Fraction, area: Fraction) -> Size | None:
        raise NotImplementedError

    def only(self, width: Int, height: Int) -> SizeSet:
        """Returns the sizes whose sides are in these two domains."""
        raise NotImplementedError

    def within(self, low: int | None, high: int | None) -> SizeSet:
        """Returns the sizes of at least and at most so many pixels."""
        raise NotImplementedError

    def shaped(self, low: Fraction, high: Fraction) -> SizeSet:
        """Returns the sizes of a ratio between these."""
        raise NotImplementedError

    def describe(self) -> str:
        raise NotImplementedError


def _choose(costs: Iterable[tuple[float, Size]], ratio: Fraction, area: Fraction) -> Size | None:
    priced = list(costs)
    if not priced:
        return None
    least = min(cost for cost, _ in priced)
    return min((size for cost, size in priced if cost <= least + NEAR), key=lambda size: size_cost(size, ratio, area))


SizeLike = str | tuple[int, int] | Size  # "1024x768" or (1024, 768)


def as_size(value: SizeLike) -> Size:
    """Returns a size as tables write it."""
    width, height = map(int, value.split("x")) if isinstance(value, str) else value
    return Size(width, height)


def _sizes(sizes: Iterable[SizeLike]) -> tuple[Size, ...]:
    return tuple(map(as_size, sizes))


@frozen
class Pairs(SizeSet):
    """A list of sizes, each as (width, height) or "1024x768"."""

    sizes: tuple[Size, ...] = field(converter=_sizes)

    def faults(self, size: Size) -> Iterator[tuple[str, Fault]]:
        if size not in self.sizes:
            listed = size.width in {legal.width for legal in self.sizes}, size.height in {s.height for s in self.sizes}
            side = "height" if listed == (True, False) else "width"
            yield side, Fault("not_allowed", self.describe(), tuple(map(str, self.sizes)))

    def nearest(self, ratio: Fraction, area: Fraction) -> Size | None:
        return _nearest_of_pairs(self.sizes, ratio, area)

    def only(self, width: Int, height: Int) -> SizeSet:
        return self.keep(lambda size: width.has(size.width) and height.has(size.height))

    def within(self, low: int | None, high: int | None) -> Pairs:
        return self.keep(lambda size: (low or 1) <= size.width * size.height <= (high or math.inf))

    def shaped(self, low: Fraction, high: Fraction) -> Pairs:
        return self.keep(lambda size: low <= Fraction(*size) <= high)

    def keep(self, test: Callable[[Size], bool]) -> Pairs:
        """Returns the sizes that pass a test."""
        return Pairs(size for size in self.sizes if test(size))

    def describe(self) -> str:
        return choice(list(map(str, self.sizes)), "no size")


@lru_cache(maxsize=4096)
def _nearest_of_pairs(sizes: tuple[Size, ...], ratio: Fraction, area: Fraction) -> Size | None:
    sizes = tuple(size for size in sizes if fits(Fraction(*size), ratio)) or sizes
    wish, amount = ln(ratio), ln(area)
    costs = ((near_cost(ln(Fraction(*s)) - wish, ln(Fraction(s.width * s.height)) - amount), s) for s in sizes)
    return _choose(costs, ratio, area)


RatioLike = str | float | Fraction  # "3:1", 3 or Fraction(3)


def _ratio(value: RatioLike) -> Fraction:
    if isinstance(value, str) and ":" in value:
        width, height = value.split(":")
        return Fraction(width) / Fraction(height)
    return Fraction(value)


def _ratios(value: tuple[RatioLike, RatioLike] | None) -> tuple[Fraction, Fraction] | None:
    return None if value is None else (_ratio(value[0]), _ratio(value[1]))


@frozen
class Grid(SizeSet):
    """All sizes whose sides are in two domains, within limits of area (pixels) and ratio, all inclusive.

    `Grid(Int(32, 1536, multiple_of=8))`; `height` is the same as `width` if it is left out; `ratio=("1:3", "3:1")`.
    `generic` if the limits are those of a host for every model, so that the maker's hold besides.
    """

    width: Int = field(default=Int(1))
    height: Int = field()
    area: tuple[int, int | None] = field(default=(1, None), kw_only=True)
    ratio: tuple[Fraction, Fraction] | None = field(default=None, converter=_ratios, kw_only=True)
    generic: bool = field(default=False, kw_only=True)

    @height.default
    def _as_width(self) -> Int:
        return self.width

    def faults(self, size: Size) -> Iterator[tuple[str, Fault]]:
        for side, domain, value in (("width", self.width, size.width), ("height", self.height, size.height)):
            fault = domain.fault(value)
            if fault:
                yield side, fault._replace(why=f"the {side} must be {fault.why}")
        area = size.width * size.height
        if area < self.area[0] or (self.area[1] is not None and area > self.area[1]):
            yield "", Fault("bad_area", self.describe(), self.area)
        if self.ratio and not self.ratio[0] <= Fraction(*size) <= self.ratio[1]:
            yield "", Fault("bad_ratio", self.describe(), tuple(map(_ratio_text, self.ratio)))

    @property
    def is_open(self) -> bool:  # type: ignore[override]
        sides_open = self.width.max is None or self.height.max is None or self.generic
        return self.area[1] is None and sides_open

    def doubt(self, size: Size) -> str:
        return "no maximum is published for this model" if self.is_open else ""

    def inherit(self, maker: SizeSet) -> SizeSet:
        if isinstance(maker, Pairs):
            left: SizeSet = maker.keep(self.has) if self.is_open else self
        elif isinstance(maker, Grid):
            left = self._within(maker) if self.generic else self._filled_from(maker)
        else:
            return self
        return self if left.nearest(Fraction(1), Fraction(2**20)) is None else left

    def _within(self, maker: Grid) -> Grid:
        both = evolve(self, width=_both(self.width, maker.width), height=_both(self.height, maker.height))
        return (both.shaped(*maker.ratio) if maker.ratio else both).within(*maker.area)

    def _filled_from(self, maker: Grid) -> Grid:
        """Returns this grid with the maker's limits in place of those that are not stated."""
        return evolve(
            self,
            width=_filled(self.width, maker.width),
            height=_filled(self.height, maker.height),
            area=(self.area[0] if self.area[0] > 1 else maker.area[0], self.area[1] or maker.area[1]),
            ratio=self.ratio or maker.ratio,
        )

    def nearest(self, ratio: Fraction, area: Fraction) -> Size | None:
        return _nearest_of_grid(self, ratio, area)

    def only(self, width: Int, height: Int) -> SizeSet:
        return evolve(self, width=_both(self.width, width), height=_both(self.height, height))

    def shaped(self, low: Fraction, high: Fraction) -> Grid:
        least, most = self.ratio or (low, high)
        return evolve(self, ratio=(max(low, least), min(high, most)))

    def within(self, low: int | None, high: int | None) -> Grid:
        return evolve(self, area=(max(self.area[0], low or 1), _least(self.area[1], high)))

    def sizes(self) -> Iterator[Size]:
        """Yields every size of the grid, for tests; endless if a side has no maximum."""
        for width in _steps(self.width):
            for height in _steps(self.height):
                size = Size(width, height)
                if self.has(size):
                    yield size

    def describe(self) -> str:
        limits = [area_text(*self.area)]
        if self.ratio:
            limits.append(f"aspect ratio from {_ratio_text(self.ratio[0])} to {_ratio_text(self.ratio[1])}")
        tied = [limit for limit in limits if limit]
        if self.width != self.height:
            sides = [f"width {self.width.describe()}", f"height {self.height.describe()}"]
        elif self.width == Int(1) and tied:
            sides = []
        else:
            sides = [f"each side {self.width.describe().replace('any ', 'a ')}"]
        return ", ".join([*sides, *tied])


def _ratio_text(ratio: Fraction) -> str:
    return f"{ratio.numerator}:{ratio.denominator}"


def _filled(side: Int, other: Int) -> Int:
    """Returns the domain of a side with another's limits in place of those that are not stated."""
    low = side.min if side.min is not None and side.min > 1 else other.min
    step = side.multiple_of if side.multiple_of > 1 else other.multiple_of
    return evolve(side, min=low, max=other.max if side.max is None else side.max, multiple_of=step)


def _both(side: Int, other: Int) -> Int:
    met = side.meet(other)
    assert isinstance(met, Int)
    return met


def _steps(side: Int) -> range:
    low, high = side.bounds()
    if high is None:
        raise ValueError("a side without a maximum can't be listed")
    return range(max(low or side.multiple_of, side.multiple_of), high + 1, side.multiple_of)


@lru_cache(maxsize=4096)
def _nearest_of_grid(grid: Grid, ratio: Fraction, area: Fraction) -> Size | None:
    for oriented in (True, False):
        size = _choose(_grid_candidates(grid, ratio, area, oriented), ratio, area)
        if size:
            return size
    return None


def _grid_candidates(grid: Grid, ratio: Fraction, area: Fraction, oriented: bool) -> Iterator[tuple[float, Size]]:
    """Yields for each width the one or two heights that can be nearest: the cost falls, then rises, around w/r.

    What a width costs at least falls, then rises, too: widths are tried outwards from where that is least, and each
    direction ends when not even the best height would do.
    """
    wish, amount = ln(ratio), ln(area)
    step = grid.width.multiple_of
    shapes = _shapes(grid, ratio, oriented)
    if None not in shapes and shapes[0] > shapes[1]:  # type: ignore[operator]
        return
    if grid.area[1] is not None and grid.area[0] > grid.area[1]:  # a tier beyond what the grid has
        return
    first, last = _widths(grid, shapes)
    if first > last:
        return
    best = math.inf
    least = _least_cost(grid, wish, amount, shapes)
    start = _lowest(lambda at: least(math.log(at * step)), first, last)
    for direction, at in ((1, start), (-1, start - 1)):
        while first <= at <= last:
            width = at * step
            log_width = math.log(width)
            if least(log_width) > best + NEAR:
                break
            for height in _heights(grid, width, ratio, oriented):
                log_height = math.log(height)
                cost = near_cost(log_width - log_height - wish, log_width + log_height - amount)
                best = min(best, cost)
                yield cost, Size(width, height)
            at += direction


def _lowest(cost: Callable[[int], float], first: int, last: int) -> int:
    """Returns where a cost that falls, then rises, is least."""
    while first < last:
        middle = (first + last) // 2
        if cost(middle) > cost(middle + 1):
            first = middle + 1
        else:
            last = middle
    return first


_Shapes = tuple[Fraction | None, Fraction | None]


def _shapes(grid: Grid, ratio: Fraction, oriented: bool) -> _Shapes:
    """Returns the least and the greatest ratio that count."""
    low, high = grid.ratio or (None, None)
    if oriented and ratio > 1:
        low = Fraction(1) if low is None else max(low, Fraction(1))
    if oriented and ratio < 1:
        high = Fraction(1) if high is None else min(high, Fraction(1))
    return low, high


def _widths(grid: Grid, shapes: _Shapes) -> tuple[int, int]:
    """Returns the least and the greatest width, in steps, for which a height can be legal."""
    step = grid.width.multiple_of
    (low, high), (low_height, high_height) = grid.width.bounds(), grid.height.bounds()
    least, most = grid.area
    if high_height is not None and high_height < 1:
        return 1, 0
    starts = [low or 1, 1 if high_height is None else -(-least // high_height)]
    starts += [math.isqrt(math.floor(least * shapes[0]))] if shapes[0] is not None else []
    starts += [math.floor((low_height or 1) * shapes[0])] if shapes[0] is not None else []
    ends = [high, None if most is None else most // max(low_height or 1, 1)]
    if shapes[1] is not None:
        ends += [None if most is None else math.isqrt(math.ceil(most * shapes[1])) + 1]
        ends += [None if high_height is None else math.floor(high_height * shapes[1])]
    finite = [end for end in ends if end is not None]
    return max(1, -(-max(starts) // step)), min([MAX_SIDE - 1, *finite]) // step


def _least_cost(grid: Grid, wish: float, amount: float, shapes: _Shapes) -> Callable[[float], float]:
    """Returns a function of the least cost of a width (its logarithm): with the nearest height, whole or not."""
    low, high = grid.height.bounds()
    lowest, highest = math.log(low) if low and low > 0 else -math.inf, math.log(high) if high else math.inf
    least, most = math.log(grid.area[0]), math.log(grid.area[1]) if grid.area[1] else math.inf
    wide = ln(shapes[1]) if shapes[1] is not None else math.inf
    tall = ln(shapes[0]) if shapes[0] is not None else -math.inf

    def cost(width: float) -> float:
        from_height = max(lowest, least - width, width - wide)
        to_height = min(highest, most - width, width - tall)
        height = min(max(width - wish, from_height), to_height)
        return near_cost(width - height - wish, width + height - amount) - NEAR

    return cost


def _heights(grid: Grid, width: int, ratio: Fraction, oriented: bool) -> tuple[int, ...]:
    step = grid.height.multiple_of
    low, high = grid.height.bounds()
    low = max(low or 1, -(-grid.area[0] // width), 1)
    high = _least(high, None if grid.area[1] is None else grid.area[1] // width)
    if grid.ratio:
        low = max(low, math.ceil(width / grid.ratio[1]))
        high = _least(high, math.floor(width / grid.ratio[0]))
    if oriented and ratio > 1:
        high = _least(high, width)
    if oriented and ratio < 1:
        low = max(low, width)
    first, last = -(-low // step), None if high is None else high // step
    if last is not None and first > last:
        return ()
    below = math.floor(width / ratio / step)
    return tuple({max(first, at if last is None else min(at, last)) * step for at in (below, below + 1)})


def _least(a: int | None, b: int | None) -> int | None:
    return b if a is None else a if b is None else min(a, b)
