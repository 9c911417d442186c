"""What pixels are called by, and what is read as pixels or a ratio."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest

from imgparams import AspectRatio, Invalid, Problem, Size
from imgparams.geometry import (
    BadValue,
    area_met,
    ln,
    nearest_tier,
    ratio_met,
    read_size,
    tier_area,
    tier_met,
    tier_name,
)

TIERS = ("512", "1K", "1.5K", "2K", "3K", "4K")


@pytest.mark.parametrize(
    ("size", "tiers", "tier"),
    [
        ((3840, 2160), TIERS, "4K"),  # by its area 3K, but nobody calls it that
        ((2160, 3840), TIERS, "4K"),
        ((2048, 1152), TIERS, "2K"),
        ((1152, 2048), TIERS, "2K"),
        ((3840, 2160), ("1K", "3K"), "3K"),
        ((2048, 1152), ("1K", "1.5K"), "1.5K"),
        ((1024, 1024), TIERS, "1K"),
        ((1376, 768), TIERS, "1K"),
        ((1536, 864), ("1K", "1.5K"), "1.5K"),  # no area is near, the long side is
        ((864, 1536), ("1.5K", "1K"), "1.5K"),
        ((1640, 840), ("1K", "1.5K"), "1.5K"),
        ((2048, 1024), ("1K", "2K"), "2K"),
        ((1660, 830), ("1K", "1.5K"), "1K"),  # neither is near
        ((2048, 512), ("1K", "2K"), "1K"),  # the area goes before the long side
        ((1448, 724), ("1K", "2K"), "1K"),
        ((9000, 9000), TIERS, "4K"),
        ((8, 8), TIERS, "512"),
        ((8, 8), (), None),
        ((3840, 2160), (), None),
    ],
)
def test_the_tier_that_pixels_are_called_by(size: tuple[int, int], tiers: tuple[str, ...], tier: str | None) -> None:
    assert nearest_tier(Size(*size), tiers) == tier
    assert nearest_tier(Size(*size), tiers[::-1]) == tier


@pytest.mark.parametrize(
    ("size", "by_area", "met"),
    [
        ((1024, 1024), True, True),
        ((1131, 1131), True, True),  # e^0.2 is 1.2214
        ((1132, 1132), False, False),
        ((927, 927), True, True),
        ((926, 926), False, False),
        ((1098, 100), False, True),  # e^0.07 is 1.0725
        ((1099, 100), False, False),
        ((100, 955), False, True),
        ((100, 954), False, False),
        ((4096, 256), True, True),
    ],
)
def test_pixels_of_a_tier(size: tuple[int, int], by_area: bool, met: bool) -> None:
    assert area_met(Size(*size), tier_area("1K")) is by_area
    assert tier_met(Size(*size), "1K") is met


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("0.5K", "512"),
        ("64", "64"),
        ("63", None),
        ("100.5", None),
        ("1.05K", "1.05K"),
        ("10.50k", "10.5K"),
        ("10.0K", "10K"),
        ("1K", "1K"),
        ("0.25K", "0.25K"),
        ("00.20K", "0.2K"),
        ("00.5k", "512"),
        ("0512", "512"),
        ("0063", None),
        ("0010K", "10K"),
        ("9999K", "9999K"),
        ("10000K", None),
        ("1.123K", None),
        ("0.0K", None),
        ("0.00", None),
        ("1K ", None),
        ("x1K", None),
    ],
)
def test_the_spelling_of_a_tier(text: str, name: str | None) -> None:
    assert tier_name(text) == name


def test_the_area_of_a_tier() -> None:
    sides: dict[str, int | Fraction] = {
        "512": 512,
        "1K": 1024,
        "1k": 1024,
        "1.5K": 1536,
        "0.25K": 256,
        "1.01K": Fraction("1034.24"),
    }
    assert {tier: tier_area(tier) for tier in sides} == {tier: side * side for tier, side in sides.items()}


@pytest.mark.parametrize(
    ("size", "met"), [((102, 100), True), ((103, 100), False), ((100, 102), True), ((100, 103), False)]
)
def test_pixels_of_a_ratio(size: tuple[int, int], met: bool) -> None:
    assert ratio_met(Size(*size), Fraction(1)) is met
    assert ratio_met(Size(size[0] * 3, size[1]), Fraction(3)) is met


def test_the_logarithm_of_a_fraction() -> None:
    assert ln(Fraction(3, 2)) == pytest.approx(math.log(1.5))
    assert ln(Fraction(10**400, 10**399)) == pytest.approx(math.log(10))


# ---- from outside

NO_SIZE = 'a size is pixels such as "1024x768" or (1024, 768), or a tier such as "2K"'
NO_PAIR = "a size is two whole numbers, width and height in pixels"
NO_PIXELS = "width and height must be from 1 to 2147483647 pixels"


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("1x1", (1, 1)),
        ("1024X768", (1024, 768)),
        ("1024*768", (1024, 768)),
        ("1024\u00d7768", (1024, 768)),
        ("999999999x999999999", (999999999, 999999999)),
        ((1, 2), (1, 2)),
        ([2**31 - 1, 1.0], (2**31 - 1, 1)),
    ],
)
def test_what_is_read_as_pixels(value: object, read: tuple[int, int]) -> None:
    size = read_size(value)
    assert (type(size), size, [type(side) for side in size]) == (Size, read, [int, int])


@pytest.mark.parametrize(
    ("value", "code", "why"),
    [
        ("", "not_allowed", NO_SIZE),
        ("01x1", "not_allowed", NO_SIZE),
        ("1x0", "not_allowed", NO_SIZE),
        ("1x1x1", "not_allowed", NO_SIZE),
        (" 1x1", "not_allowed", NO_SIZE),
        ("1/1", "not_allowed", NO_SIZE),
        ("1000000000x1", "not_allowed", NO_SIZE),
        ("1x1000000000", "not_allowed", NO_SIZE),
        (5, "wrong_type", NO_PAIR),
        ({1, 2}, "wrong_type", NO_PAIR),
        ((1,), "wrong_type", NO_PAIR),
        ((1, 2, 3), "wrong_type", NO_PAIR),
        ((1, "2"), "wrong_type", NO_PAIR),
        ((1.5, 2), "wrong_type", NO_PAIR),
        ((0, 1), "out_of_range", NO_PIXELS),
        ((1, 0), "out_of_range", NO_PIXELS),
        ((2**31, 1), "out_of_range", NO_PIXELS),
    ],
)
def test_what_is_not_read_as_pixels(value: object, code: str, why: str) -> None:
    with pytest.raises(BadValue) as caught:
        read_size(value)
    assert (caught.value.code, caught.value.why, caught.value.inner, str(caught.value)) == (code, why, (), why)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("16:9", Fraction(16, 9)),
        ("2.35:1", Fraction(47, 20)),
        ("0.5:0.25", Fraction(2)),
        ("999999999.999999999:1", Fraction(10**18 - 1, 10**9)),
        ("1:999999999", Fraction(1, 999999999)),
        ("auto", None),
    ],
)
def test_the_value_of_a_ratio(text: str, value: Fraction | None) -> None:
    assert (AspectRatio(text).value, str(AspectRatio(text))) == (value, text)


@pytest.mark.parametrize(
    "text", ["", "16", "16:9:1", "0:1", "1:0", "0.0:1", "-1:1", "1.:1", ".5:1", "1:1 ", "AUTO", "1" * 10 + ":1", 1.5]
)
def test_what_is_no_ratio(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        AspectRatio(text)
    why = 'an aspect ratio is two positive numbers such as "16:9" or "2.35:1", or "auto"'
    assert caught.value.problems == (Problem("error", "not_allowed", (), text, why),)
