"""A wish for a shape, what a spelling can offer for it, and how offers are ranked."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from imgparams.geometry import AspectRatio, Size, ratio_met, tier_area, tier_met
from imgparams.tables.size_sets import SizeSet, exact_cost

AUTO = AspectRatio("auto")


ONE_K = Fraction(1024 * 1024)


Said = tuple[str, Any, tuple[str, ...]]  # (field, value, the wires that say it)


@frozen
class Wish:
    """What of the shape is asked, and the ratio and area that stand for it."""

    size: Size | None
    ratio: AspectRatio | None
    tier: str | None
    shape: Fraction
    area: Fraction


@frozen
class Offer:
    """One way to say a shape: the wires, what they name, the pixels they mean (None where the vendor does not say)."""

    wires: Mapping[str, object] = field(eq=False)
    ratio: AspectRatio | None = None
    tier: str | None = None
    pixels: Size | None = None
    names: bool = True  # says names, not pixels

    def rank(self, wish: Wish) -> tuple[object, ...]:
        """Smaller is better; see the head of `shapes`."""
        ratio_lost = wish.ratio is not None and not self.says_ratio(wish.ratio)
        auto = wish.ratio is not None and wish.ratio.value is None
        lost = 0.0 if not ratio_lost else 0.5 if auto else 1.0
        lost += wish.tier is not None and not self.says_tier(wish.tier)
        if wish.size is not None:
            lost += 0 if self.pixels == wish.size else 1 if self._has_shape(wish) else 1.5
            unasked = int(self.names)
        elif self.names:
            unasked = (wish.ratio is None and self.ratio is not None) + (wish.tier is None and self.tier is not None)
        else:
            unasked = 1
        return lost, ratio_lost and not auto, self.misnames(wish), self.silence(wish), unasked, *self.cost(wish)

    def _has_shape(self, wish: Wish) -> bool:
        return self.pixels is not None and ratio_met(self.pixels, wish.shape)

    def misnames(self, wish: Wish) -> int:
        """How many asked parts are met by the pixels of another name."""
        ratio, tier = wish.ratio, wish.tier
        met_ratio = ratio is not None and self.ratio is not None and self.ratio.value != ratio.value
        met_tier = tier is not None and self.tier is not None and self.tier != tier
        return (met_ratio and self.says_ratio(ratio or AUTO)) + (met_tier and self.says_tier(tier or ""))

    def silence(self, wish: Wish) -> int:
        """How many asked parts are not even said as something near."""
        if self.pixels is not None:
            return 0
        if wish.size is not None and self.ratio is None:
            return 1
        ratio_asked = wish.ratio is not None and wish.ratio.value is not None
        return (ratio_asked and self.ratio is None) + (wish.tier is not None and self.tier is None)

    def beside(self, wish: Wish) -> bool:
        """Whether parts of the shape are asked by name, and this says nothing of any."""
        ratio_asked = wish.ratio is not None and wish.ratio.value is not None
        asked = ratio_asked + (wish.tier is not None)
        auto = wish.ratio == AUTO == self.ratio
        return wish.size is None and not auto and 0 < asked == self.silence(wish)

    def shape(self) -> Fraction | None:
        """Width through height, None where nothing is said of it."""
        return Fraction(*self.pixels) if self.pixels else self.ratio.value if self.ratio else None

    def cost(self, wish: Wish) -> tuple[Fraction, ...]:
        area = (
            self.pixels.width * self.pixels.height if self.pixels else tier_area(self.tier) if self.tier else wish.area
        )
        return exact_cost(self.shape() or wish.shape, Fraction(area), wish.shape, wish.area)

    def says_ratio(self, ratio: AspectRatio) -> bool:
        """Whether this meets an asked ratio: by the same name, or by pixels within 2 %; auto by silence too."""
        if ratio.value is None:
            return self.ratio == AUTO or (self.ratio is None and self.names)
        by_name = self.ratio is not None and self.ratio.value == ratio.value
        return by_name or (self.pixels is not None and ratio_met(self.pixels, ratio.value))

    def says_tier(self, tier: str) -> bool:
        """Whether this meets an asked tier: by the same name, or by pixels of its area."""
        return self.tier == tier or (self.pixels is not None and tier_met(self.pixels, tier))


#: a ratio within 2 %, and an area within 0.2 in ln, as fractions just inside of that
_SHAPE_BAND = Fraction("0.9802"), Fraction("1.0202")


_AREA_BAND = Fraction("0.8188"), Fraction("1.2214")


def near(sizes: SizeSet, wish: Wish) -> Iterator[Size]:
    """The nearest size, and the nearest that meet the asked ratio, the tier, and both, where it does not."""
    found = sizes.nearest(wish.shape, wish.area)
    if found is None:
        return
    yield found
    ratio = wish.ratio.value if wish.ratio and wish.size is None else None
    tier = tier_area(wish.tier) if wish.tier and wish.size is None else None
    off = ratio is not None and not ratio_met(found, ratio)
    off_tier = wish.tier is not None and tier is not None and not tier_met(found, wish.tier)
    shaped = sizes.shaped(ratio * _SHAPE_BAND[0], ratio * _SHAPE_BAND[1]) if ratio is not None else None
    area = (math.ceil(tier * _AREA_BAND[0]), math.floor(tier * _AREA_BAND[1])) if tier is not None else None
    tried = [shaped] if shaped is not None and off else []
    tried += [sizes.within(*area)] if area is not None and off_tier else []
    tried += [shaped.within(*area)] if shaped is not None and area is not None and (off or off_tier) else []
    nearest = (some.nearest(wish.shape, wish.area) for some in tried)
    yield from dict.fromkeys(size for size in nearest if size is not None)
