"""A wish for a shape, what a spelling can offer for it, and how offers are ranked.

Size, aspect ratio and resolution are one wish of up to three parts. Each spelling of a target (two sides, one text, a
ratio word, a tier word, both words) offers ways to say it, and the least `Rank` wins; of equals the earlier spelling.
Asked 16:9 at 2K of Seedream, which takes pixels or a tier word:

    2848x1600    nothing lost, one part more than was asked (pixels)     wins
    2K           the ratio is lost

Asked 2K alone, the word says just that, and the pixels add a ratio that was not asked for: `2K` wins.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from attrs import field, frozen

from imgparams.contract import Limits, Reading
from imgparams.geometry import RATIO_TOLERANCE, AspectRatio, Size, area_met, ln, ratio_met, tier_area, tier_met
from imgparams.tables.domains import Fault, Int
from imgparams.tables.size_sets import Pairs, SizeSet, exact_cost

AUTO = AspectRatio("auto")


ONE_K = Fraction(1024 * 1024)


def is_auto(ratio: AspectRatio | None) -> bool:
    """Whether a ratio is there and leaves it to the vendor."""
    return ratio is not None and ratio.value is None


@frozen
class Wish:
    """The parts of the shape that are asked, and the ratio and area to aim for."""

    size: Size | None
    ratio: AspectRatio | None
    tier: str | None
    shape: Fraction
    area: Fraction


class Rank(NamedTuple):
    """What an offer loses, the worst first; smaller is better. Of equals the one of least cost wins, then the first."""

    lost: float  # asked parts that are not met: `auto` counts half, pixels of another shape one and a half
    ratio_lost: bool  # of two that lose one part, the one that keeps the ratio
    misnamed: int  # asked parts that are met only by the pixels of another name
    silent: int  # asked parts for which not even something near is written
    unasked: int  # parts that were not asked for
    misshaped: bool  # for an exact size: a ratio word of another shape
    off_tier: bool  # for an exact size: not the tier that such pixels are called by
    unfit: tuple[bool, ...]  # for a ratio: not what a professional would take, see `best_near`


@frozen
class Offer:
    """One way to write a shape: the wires, what they name, and the resulting pixels (None if not specified)."""

    wires: Mapping[str, object] = field(eq=False)
    ratio: AspectRatio | None = None
    tier: str | None = None
    pixels: Size | None = None
    names: bool = True  # names a ratio or a tier instead of pixels
    off_tier: bool = False  # does not name the tier that the asked pixels are called by

    def rank(self, wish: Wish) -> Rank:
        """Returns how well this answers a wish."""
        ratio_lost = wish.ratio is not None and not self.says_ratio(wish.ratio)
        auto = wish.ratio is not None and wish.ratio.value is None
        return Rank(
            lost=(0.0 if not ratio_lost else 0.5 if auto else 1.0) + self._tier_lost(wish) + self._size_lost(wish),
            ratio_lost=ratio_lost and not auto,
            misnamed=self.misnames(wish),
            silent=self.silence(wish),
            unasked=self._unasked(wish),
            misshaped=wish.size is not None and not (self.ratio is None or self._has_ratio(wish.shape)),
            off_tier=wish.size is not None and self.off_tier,
            unfit=fitness(self.pixels, wish.shape, wish.area) if wish.size is None and self.pixels else (),
        )

    def _tier_lost(self, wish: Wish) -> int:
        if wish.tier is None or self.tier == wish.tier:
            return 0
        of_shape = wish.ratio is not None or self._has_shape(wish)  # by its long side only a wide one would meet it
        by_area = self.pixels is not None and area_met(self.pixels, tier_area(wish.tier))
        return int(not (by_area or (of_shape and self.says_tier(wish.tier))))

    def _size_lost(self, wish: Wish) -> float:
        """Returns the loss of an exact size; pixels of the right shape lose half less than others."""
        if wish.size is None or self.pixels == wish.size:
            return 0
        return 1 if self._has_shape(wish) else 1.5

    def _unasked(self, wish: Wish) -> int:
        if wish.size is not None or not self.names:
            return int(self.names or wish.size is None)
        return (wish.ratio is None and self.ratio is not None) + (wish.tier is None and self.tier is not None)

    def _has_ratio(self, shape: Fraction) -> bool:
        """Whether the ratio it names is within 2 % of a shape."""
        return bool(self.ratio and self.ratio.value and abs(ln(self.ratio.value / shape)) <= RATIO_TOLERANCE)

    def _has_shape(self, wish: Wish) -> bool:
        return self.pixels is not None and ratio_met(self.pixels, wish.shape)

    def misnames(self, wish: Wish) -> int:
        """Returns how many asked parts are met by the pixels of another name."""
        ratio, tier = wish.ratio, wish.tier
        met_ratio = ratio is not None and self.ratio is not None and self.ratio.value != ratio.value
        met_tier = tier is not None and self.tier is not None and self.tier != tier
        return (met_ratio and self.says_ratio(ratio or AUTO)) + (met_tier and self.says_tier(tier or ""))

    def silence(self, wish: Wish) -> int:
        """Returns for how many asked parts not even something near is written."""
        if self.pixels is not None:
            return 0
        if wish.size is not None and self.ratio is None:
            return 1
        ratio_asked = wish.ratio is not None and wish.ratio.value is not None
        return (ratio_asked and self.ratio is None) + (wish.tier is not None and self.tier is None)

    def beside(self, wish: Wish) -> bool:
        """Whether parts of the shape are asked by name, and this expresses none of them."""
        ratio_asked = wish.ratio is not None and wish.ratio.value is not None
        asked = ratio_asked + (wish.tier is not None)
        auto = is_auto(wish.ratio) and is_auto(self.ratio)
        return wish.size is None and not auto and 0 < asked == self.silence(wish)

    def shape(self) -> Fraction | None:
        """Returns width divided by height, None if this does not determine it."""
        return Fraction(*self.pixels) if self.pixels else self.ratio.value if self.ratio else None

    def cost(self, wish: Wish) -> tuple[Fraction, ...]:
        area = (
            self.pixels.width * self.pixels.height if self.pixels else tier_area(self.tier) if self.tier else wish.area
        )
        return exact_cost(self.shape() or wish.shape, Fraction(area), wish.shape, wish.area)

    def says_ratio(self, ratio: AspectRatio) -> bool:
        """Whether this meets an asked ratio: by the same name, or by pixels within 2 %; auto also by absence."""
        if ratio.value is None:
            return is_auto(self.ratio) or (self.ratio is None and self.names)
        by_name = self.ratio is not None and self.ratio.value == ratio.value
        return by_name or (self.pixels is not None and ratio_met(self.pixels, ratio.value))

    def says_tier(self, tier: str) -> bool:
        """Whether this meets an asked tier: by the same name, or by pixels of its area."""
        return self.tier == tier or (self.pixels is not None and tier_met(self.pixels, tier))


def best_offer(offers: Iterable[Offer], wish: Wish) -> Offer | None:
    """Returns the offer of least rank, of equals that of least cost; None if there is none."""
    every = list(offers)
    if len(every) < 2:
        return every[0] if every else None
    ranked = [(offer.rank(wish), offer) for offer in every]
    least = min(rank for rank, _ in ranked)
    best = [offer for rank, offer in ranked if rank == least]
    return best[0] if len(best) == 1 else min(best, key=lambda offer: offer.cost(wish))


#: a ratio within 2 %, and an area within 0.2 in ln, as fractions just inside of that
_SHAPE_BAND = Fraction("0.98019867331"), Fraction("1.02020134002")
_AREA_BAND = Fraction("0.81873075308"), Fraction("1.22140275816")
_SIXTEEN = Int(1, multiple_of=16)
_LITTLE_MORE = Fraction("1.02")  # an area at most 2 % above the asked one is not above it


def best_near(sizes: SizeSet, ratio: Fraction, area: Fraction) -> Size | None:
    """The size that a professional would take for a ratio; None where no size is within 2 % of it and 0.2 in ln of the
    area.

    Of those, an exact ratio first, then both sides multiples of 16, then an area at most 2 % above the asked one, then
    the least cost: 16:9 at about a million pixels is 1280x720, not 1368x768; on a grid of 64, where no size is exact,
    1344x768.
    """
    near_sizes = sizes.shaped(ratio * _SHAPE_BAND[0], ratio * _SHAPE_BAND[1])
    near_sizes = near_sizes.within(math.ceil(area * _AREA_BAND[0]), math.floor(area * _AREA_BAND[1]))
    if near_sizes.nearest(ratio, area) is None:
        return None
    bests = (
        some.nearest(ratio, area)
        for shaped in (near_sizes.shaped(ratio, ratio), near_sizes)
        for stepped in (shaped.only(_SIXTEEN, _SIXTEEN), shaped)
        for some in (stepped.within(None, math.floor(area * _LITTLE_MORE)), stepped)
    )
    return next(best for best in bests if best is not None)  # the last are all near sizes, of which there is one


def fitness(size: Size, ratio: Fraction, area: Fraction) -> tuple[bool, ...]:
    """What `best_near` compares before the cost, as a rank: smaller is better."""
    if not (ratio_met(size, ratio) and area_met(size, area)):
        return True, True, True, True
    sixteen = size.width % 16 == 0 == size.height % 16
    return False, Fraction(*size) != ratio, not sixteen, size.width * size.height > area * _LITTLE_MORE


def near(sizes: SizeSet, wish: Wish) -> Iterator[Size]:
    """Yields the sizes of a set that may answer a wish.

    For a ratio, the one that a professional would take. Else the nearest, and if it misses the asked ratio or tier, the
    nearest that meet either: `best_near` has found that none meets both.
    """
    if wish.size is None and wish.ratio is not None and wish.ratio.value is not None:
        best = best_near(sizes, wish.shape, wish.area)
        if best is not None:
            yield best
            return
    best = sizes.nearest(wish.shape, wish.area)
    if best is None:
        return
    yield best
    if wish.size is None:
        nearest = (narrower.nearest(wish.shape, wish.area) for narrower in _nearer_sets(sizes, wish, best))
        yield from dict.fromkeys(size for size in nearest if size is not None)


def _nearer_sets(sizes: SizeSet, wish: Wish, best: Size) -> Iterator[SizeSet]:
    """Yields the sizes that meet a part of the wish, if the best of all does not."""
    ratio = wish.ratio.value if wish.ratio else None
    if ratio is not None and not ratio_met(best, ratio):
        yield sizes.shaped(ratio * _SHAPE_BAND[0], ratio * _SHAPE_BAND[1])
    if wish.tier is not None and not tier_met(best, wish.tier):
        area = tier_area(wish.tier)
        yield sizes.within(math.ceil(area * _AREA_BAND[0]), math.floor(area * _AREA_BAND[1]))


class Spelling:
    """The base class of the ways to write a shape on some wires."""

    read_only: bool = False  # a second spelling: read, never written
    sizes: SizeSet | None = None  # the legal pixels, if it writes pixels
    auto: str = ""  # the word for the vendor's own choice

    @property
    def wires(self) -> tuple[str, ...]:
        raise NotImplementedError

    def offers(self, wish: Wish, limits: Limits) -> Iterator[Offer]:
        """Yields what can be written here for a wish, within what the rules leave."""
        raise NotImplementedError

    def read(self, flat: Mapping[str, object]) -> Iterator[Reading]:
        """Yields what these wires mean, for any value of the right form, legal or not."""
        raise NotImplementedError

    def faults(self, flat: Mapping[str, object]) -> Iterator[tuple[str, Fault]]:
        raise NotImplementedError

    def pixels(self, flat: Mapping[str, object]) -> Size | None:
        raise NotImplementedError

    @property
    def is_open(self) -> bool:
        """Whether a legal shape may lie beyond all that is published."""
        return self.sizes is not None and self.sizes.is_open

    def doubt(self, name: str, value: Any) -> str:
        """Returns why a legal part of the shape, as read here, is not known to work, "" if it is."""
        judged = name == "size" and self.sizes is not None and self.sizes.has(value)
        return self.sizes.doubt(value) if judged and self.sizes is not None else ""

    def lists(self, size: Size) -> bool:
        """Whether these pixels stand in a list of this spelling."""
        return isinstance(self.sizes, Pairs) and self.sizes.has(size)

    def inherit(self, maker: SizeSet) -> Spelling:
        """Returns this spelling with the pixels that the maker of the model takes too."""
        return self

    def describe(self) -> str:
        raise NotImplementedError

    def field_at(self, wire: str) -> str:
        """Returns the part of the shape that a wire says."""
        return "size"

    def table_faults(self) -> Iterator[str]:
        return iter(())
