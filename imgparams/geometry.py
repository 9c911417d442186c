"""Pixels, ratios and tiers: how they are written, and when one meets another."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from imgparams.errors import Code, Invalid, Problem
from imgparams.values import Path, Value, is_whole

if TYPE_CHECKING:
    from collections.abc import Collection
    from fractions import Fraction


MAX_SIDE = 2**31


RATIO_TOLERANCE = 0.02  # |ln|: a ratio is met by pixels this near


TIER_TOLERANCE = 0.2  # |ln|: a tier is met by pixels whose area is this near
LONG_SIDE_TOLERANCE = 0.07  # |ln|: or whose long side is this near to the tier's


_PIXELS = r"([1-9][0-9]{0,8})[xX*\u00d7]([1-9][0-9]{0,8})"


_RATIO = r"([0-9]{1,9}(?:\.[0-9]{1,9})?):([0-9]{1,9}(?:\.[0-9]{1,9})?)"


_TIER = r"([0-9]{1,4}(?:\.[0-9]{1,2})?)([kK]?)"


class Size(NamedTuple):
    """Exact pixels."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


class BadValue(ValueError):
    """A value that an intent does not accept: code and reason."""

    def __init__(self, code: Code, why: str, inner: tuple[tuple[Path, Code, str], ...] = ()) -> None:
        super().__init__(why)
        self.code, self.why, self.inner = code, why, inner


@lru_cache(maxsize=1024)
def _ratio_value(text: str) -> Fraction | None:
    from fractions import Fraction  # not at the top: importing imgparams is to be quick

    if text == "auto":
        return None
    match = re.fullmatch(_RATIO, text)
    width, height = (Fraction(part) for part in match.groups()) if match else (Fraction(0), Fraction(0))
    if not width or not height:
        raise BadValue("not_allowed", 'an aspect ratio is two positive numbers such as "16:9" or "2.35:1", or "auto"')
    return width / height


@frozen(eq=False, repr=False)
class AspectRatio(Value):
    """A ratio as it was written (`21:9` stays `21:9`), or `auto`; raises Invalid."""

    text: str

    def __attrs_post_init__(self) -> None:
        try:
            _ratio_value(self.text if isinstance(self.text, str) else "")
        except BadValue as bad:
            raise Invalid([Problem("error", bad.code, (), self.text, bad.why)]) from None

    @property
    def value(self) -> Fraction | None:
        """Width divided by height, exactly; None for `auto`."""
        return _ratio_value(self.text)

    def __str__(self) -> str:
        return self.text


def tier_name(text: str) -> str | None:
    """Returns the one spelling of a tier: `512`, `768`, `1K`, `1.5K` ...; `0.5K` is `512`. None for other text."""
    match = re.fullmatch(_TIER, text)
    if match is None or not float(match[1]):
        return None
    if not match[2]:
        return str(int(match[1])) if "." not in match[1] and int(match[1]) >= 64 else None
    number = match[1].lstrip("0")
    number = number.rstrip("0").rstrip(".") if "." in number else number
    return "512" if number == ".5" else f"0{number}K" if number[0] == "." else f"{number}K"


@lru_cache(maxsize=256)
def tier_area(tier: str) -> Fraction:
    """Returns the nominal pixels of a tier: 1K is 1024 squared."""
    from fractions import Fraction

    side = Fraction(tier[:-1]) * 1024 if tier[-1] in "kK" else Fraction(tier)
    return side * side


def ln(value: Fraction) -> float:
    """Returns the natural logarithm, also of fractions too long for a float."""
    return math.log(value.numerator) - math.log(value.denominator)


def ratio_met(size: Size, ratio: Fraction) -> bool:
    """Whether pixels have this shape, within 2 %."""
    return abs(math.log(size.width) - math.log(size.height) - ln(ratio)) <= RATIO_TOLERANCE


def tier_met(size: Size, tier: str) -> bool:
    """Whether pixels are of this tier: by their area, within 0.2 in ln, or by their long side, within 7 %."""
    return area_met(size, tier_area(tier)) or _long_side_error(size, tier) <= LONG_SIDE_TOLERANCE


def area_met(size: Size, area: Fraction) -> bool:
    """Whether pixels have this area, within 0.2 in ln."""
    return abs(math.log(size.width * size.height) - ln(area)) <= TIER_TOLERANCE


def _long_side_error(size: Size, tier: str) -> float:
    return abs(math.log(max(size)) - ln(tier_area(tier)) / 2)


_NAMED_TIERS = {(3840, 2160): "4K", (2048, 1152): "2K"}  # what people call 4K and 2K


def nearest_tier(size: Size, tiers: Collection[str]) -> str | None:
    """The one of these tiers that pixels are called by.

    What is called 4K or 2K by everybody; else the tier met by area; else by the long side; else the nearest in area.
    """
    named = _NAMED_TIERS.get((max(size), min(size)))
    if named in tiers:
        return named
    amount = math.log(size.width * size.height)
    by_area = sorted(tiers, key=lambda tier: (abs(amount - ln(tier_area(tier))), tier_area(tier)))
    by_side = sorted(tiers, key=lambda tier: _long_side_error(size, tier))
    if (
        by_area
        and not area_met(size, tier_area(by_area[0]))
        and _long_side_error(size, by_side[0]) <= LONG_SIDE_TOLERANCE
    ):
        return by_side[0]
    return by_area[0] if by_area else None


def read_size(value: object) -> Size:
    """Returns the pixels in a value from outside; raises BadValue."""
    if isinstance(value, str):
        match = re.fullmatch(_PIXELS, value)
        if match is None:
            raise BadValue("not_allowed", 'a size is pixels such as "1024x768" or (1024, 768), or a tier such as "2K"')
        value = tuple(int(side) for side in match.groups())
    if not isinstance(value, (list, tuple)) or len(value) != 2 or not all(is_whole(side) for side in value):
        raise BadValue("wrong_type", "a size is two whole numbers, width and height in pixels")
    if not all(1 <= side < MAX_SIDE for side in value):
        raise BadValue("out_of_range", f"width and height must be from 1 to {MAX_SIDE - 1} pixels")
    return Size(int(value[0]), int(value[1]))
