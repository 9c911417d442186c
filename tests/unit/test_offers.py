"""How an offer is ranked for a wish, and which sizes of a set are worth an offer."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from imgparams import AspectRatio, Size
from imgparams.tables import Grid, Int, Pairs, SizeSet
from imgparams.tables.offers import AUTO, ONE_K, Offer, Rank, Wish, best_near, best_offer, fitness, is_auto, near
from tests.unit.tables import wish

GRID = Grid(Int(32, 1536, multiple_of=8))
GOOD, FAR = (False,) * 4, (True,) * 4
INEXACT, ODD = (False, True, False, False), (False, True, True, False)


def pixels(width: int, height: int) -> Offer:
    return Offer({}, pixels=Size(width, height), names=False)


def named(ratio: str = "", tier: str | None = None, size: tuple[int, int] | None = None, off: bool = False) -> Offer:
    return Offer({}, AspectRatio(ratio) if ratio else None, tier, Size(*size) if size else None, off_tier=off)


def rank(lost: float = 0, **facts: Any) -> Rank:
    nothing = {"misnamed": 0, "silent": 0, "unasked": 0, "misshaped": False, "off_tier": False, "unfit": ()}
    return Rank(**{"lost": lost, "ratio_lost": False, **nothing, **facts})


WIDE_1K, WIDE, TWO_K = wish(ratio="16:9", tier="1K"), wish(ratio="16:9"), wish(tier="2K")
FOUR_K = wish(ratio="16:9", tier="4K")
EXACT, ANY_2K = wish((1024, 512)), wish(ratio="auto", tier="2K")


@pytest.mark.parametrize(
    ("wished", "offer", "ranked"),
    [
        (WIDE_1K, pixels(1376, 768), rank(unasked=1, unfit=INEXACT)),
        (WIDE_1K, pixels(1024, 1024), rank(1, ratio_lost=True, unasked=1, unfit=FAR)),
        (WIDE_1K, pixels(2048, 1152), rank(1, unasked=1, unfit=FAR)),
        (WIDE_1K, named("16:9"), rank(1, silent=1)),
        (WIDE_1K, named("32:18"), rank(1, silent=1)),
        (WIDE_1K, named("4:3"), rank(2, ratio_lost=True, silent=1)),
        (WIDE_1K, named("16:9", "1K"), rank()),
        (WIDE_1K, named("16:9", "2K"), rank(1)),
        (WIDE_1K, named("4:3", "2K"), rank(2, ratio_lost=True)),
        (WIDE_1K, named("4:3", "1K", (1376, 768)), rank(misnamed=1, unfit=INEXACT)),
        (WIDE_1K, named("16:9", "2K", (1376, 768)), rank(misnamed=1, unfit=INEXACT)),
        (WIDE_1K, named("4:3", "2K", (1376, 768)), rank(misnamed=2, unfit=INEXACT)),
        (WIDE_1K, named("16:9", "2K", (2048, 1152)), rank(1, unfit=FAR)),
        (WIDE_1K, named("auto"), rank(2, ratio_lost=True, silent=1)),
        (WIDE_1K, named("", "1K"), rank(1, ratio_lost=True, silent=1)),
        (WIDE, pixels(1280, 720), rank(unasked=1, unfit=GOOD)),
        (WIDE, pixels(1344, 768), rank(unasked=1, unfit=INEXACT)),
        (WIDE, pixels(1366, 768), rank(unasked=1, unfit=ODD)),
        (WIDE, named("16:9", "1K"), rank(unasked=1)),
        (WIDE, named("", "1K"), rank(1, ratio_lost=True, silent=1, unasked=1)),
        (TWO_K, named("", "2K"), rank()),
        (TWO_K, named("", "1K"), rank(1)),
        (TWO_K, named("1:1"), rank(1, silent=1, unasked=1)),
        (TWO_K, named("1:1", "2K"), rank(unasked=1)),
        (TWO_K, pixels(2048, 2048), rank(unasked=1, unfit=GOOD)),
        (TWO_K, pixels(2048, 512), rank(1, unasked=1, unfit=FAR)),
        (TWO_K, named("2:1", None, (2048, 1024)), rank(1, unasked=1, unfit=FAR)),
        (TWO_K, named("", "4K", (2048, 2048)), rank(misnamed=1, unfit=GOOD)),
        (TWO_K, pixels(4096, 1024), rank(unasked=1, unfit=FAR)),
        (wish(ratio="4:1", tier="2K"), pixels(2048, 512), rank(unasked=1, unfit=FAR)),  # by its long side
        (wish(ratio="4:1", tier="2K"), pixels(2048, 600), rank(1, ratio_lost=True, unasked=1, unfit=FAR)),
        (evolve(TWO_K, shape=Fraction(4)), pixels(2048, 512), rank(unasked=1, unfit=FAR)),
        (EXACT, pixels(1024, 512), rank()),
        (EXACT, pixels(512, 256), rank(1)),
        (EXACT, pixels(1030, 512), rank(1)),
        (EXACT, pixels(512, 512), rank(1.5)),
        (EXACT, named("2:1"), rank(1.5, unasked=1)),
        (EXACT, named("202:100"), rank(1.5, unasked=1)),
        (EXACT, named("205:100"), rank(1.5, unasked=1, misshaped=True)),
        (EXACT, named("16:9"), rank(1.5, unasked=1, misshaped=True)),
        (EXACT, named("auto"), rank(1.5, unasked=1, misshaped=True)),
        (EXACT, named("2:1", "2K", off=True), rank(1.5, unasked=1, off_tier=True)),
        (EXACT, named("", "1K"), rank(1.5, silent=1, unasked=1)),
        (EXACT, named("2:1", None, (1024, 512)), rank(unasked=1)),
        (EXACT, named("1:1", None, (1024, 512)), rank(unasked=1, misshaped=True)),
        (TWO_K, named("", "2K", off=True), rank()),
        (wish(ratio="auto"), named("auto"), rank()),
        (wish(ratio="auto"), named("1:1"), rank(0.5)),
        (wish(ratio="auto"), named("", "1K"), rank(unasked=1)),
        (wish(ratio="auto"), pixels(1024, 1024), rank(0.5, unasked=1, unfit=GOOD)),
        (ANY_2K, named("auto", "2K"), rank()),
        (ANY_2K, named("", "2K"), rank()),
        (ANY_2K, named("1:1", "2K"), rank(0.5)),
        (ANY_2K, named("auto"), rank(1, silent=1)),
        (ANY_2K, pixels(2048, 2048), rank(0.5, unasked=1, unfit=GOOD)),
        (wish((1024, 512), "2:1", "1K"), pixels(1024, 512), rank()),
        (wish((1024, 512), "2:1", "1K"), named("2:1", "1K"), rank(1.5, unasked=1)),
        (wish((1024, 512), "2:1", "1K"), pixels(512, 512), rank(3.5, ratio_lost=True)),
    ],
)
def test_what_an_offer_loses(wished: Wish, offer: Offer, ranked: Rank) -> None:
    assert offer.rank(wished) == ranked


@pytest.mark.parametrize(
    ("wished", "offer", "beside"),
    [
        (WIDE_1K, named("4:3"), False),
        (WIDE_1K, named("", "2K"), False),
        (WIDE, named("", "1K"), True),
        (WIDE, named("4:3"), False),
        (WIDE, pixels(8, 8), False),
        (TWO_K, named("1:1"), True),
        (TWO_K, named("auto"), True),
        (TWO_K, named("", "1K"), False),
        (ANY_2K, named("1:1"), True),
        (ANY_2K, named("auto"), False),
        (wish(ratio="auto"), named("", "1K"), False),
        (wish((8, 8), "1:1", "1K"), named("", "1K"), False),
        (wish(), named("1:1"), False),
    ],
)
def test_an_offer_that_is_beside_the_wish(wished: Wish, offer: Offer, beside: bool) -> None:
    assert offer.beside(wished) is beside


def test_the_shape_and_the_cost_of_an_offer() -> None:
    assert [offer.shape() for offer in (pixels(3, 2), named("3:2"), named("1:1", None, (3, 2)))] == [Fraction(3, 2)] * 3
    assert [offer.shape() for offer in (named("auto"), named("", "1K"))] == [None, None]
    wide = Fraction(16, 9)
    square_cost = (wide**10, wide, Fraction(-(2**20)), Fraction(1), Fraction(-1))
    assert pixels(1024, 1024).cost(WIDE) == named("1:1").cost(WIDE) == named("1:1", "1K").cost(WIDE) == square_cost
    assert [*named("", "2K").cost(WIDE)] == [4, 1, -(2**22), wide, -wide]
    assert [*named("auto").cost(WIDE)] == [1, 1, -(2**20), wide, -wide]
    assert [*named("", "2K", (16, 9)).cost(WIDE)] == [Fraction(2**20, 144), 1, -144, wide, -wide]


def test_the_best_offer() -> None:
    assert best_offer([], WIDE) is None
    assert best_offer([pixels(8, 8)], WIDE) == pixels(8, 8)
    assert best_offer([pixels(8, 8), named("16:9"), named("4:3")], WIDE) == named("16:9")
    assert best_offer([pixels(8, 8), named("16:9")], WIDE) == named("16:9")
    assert best_offer([named("1:1"), named("4:3")], WIDE) == named("4:3")
    assert best_offer([named("1:1"), named("4:3"), named("21:9")], WIDE) == named("21:9")  # of equals the least cost
    first, second = (Offer({wire: "2:1"}, AspectRatio("2:1")) for wire in ("a", "b"))
    for one, other in ((first, second), (second, first)):
        best = best_offer([named("1:1"), one, other], wish(ratio="2:1"))
        assert best is one


def test_auto_is_a_ratio_without_a_value() -> None:
    assert [is_auto(ratio) for ratio in (AUTO, AspectRatio("1:1"), None)] == [True, False, False]


# ---- the size to take for a ratio


@pytest.mark.parametrize(
    ("size", "fit"),
    [
        ((1280, 720), GOOD),
        ((1344, 768), INEXACT),
        ((1366, 768), ODD),
        ((1360, 765), (False, False, True, False)),
        ((1365, 768), ODD),
        ((1376, 776), (False, True, True, False)),
        ((1392, 784), (False, True, False, True)),
        ((1408, 792), (False, False, True, True)),
        ((1536, 864), FAR),  # 0.235 above in ln
        ((1104, 621), FAR),  # 0.425 below
        ((1264, 720), INEXACT),
        ((1024, 1024), FAR),
    ],
)
def test_how_well_a_size_fits_a_ratio(size: tuple[int, int], fit: tuple[bool, ...]) -> None:
    assert fitness(Size(*size), Fraction(16, 9), ONE_K) == fit


def test_an_area_of_2_per_cent_more_is_not_above() -> None:
    fits = [fitness(Size(width, 96), Fraction(width, 96), Fraction(9600)) for width in (102, 103)]
    assert fits == [(False, False, True, False), (False, False, True, True)]


@pytest.mark.parametrize(
    ("sizes", "ratio", "found"),
    [
        (GRID, "16:9", (1280, 720)),
        (GRID, "1:1", (1024, 1024)),
        (Grid(Int(32, 1536, multiple_of=64)), "16:9", (1344, 768)),
        (Pairs(["1344x768", "1360x765"]), "16:9", (1360, 765)),  # an exact ratio before steps of 16
        (Pairs(["1344x768", "1366x768"]), "16:9", (1344, 768)),  # steps of 16 before the cost
        (Pairs(["1408x792", "1248x702"]), "16:9", (1248, 702)),  # not above before nearer
        (Pairs(["1408x792"]), "16:9", (1408, 792)),
        (Pairs(["1024x1024", "1536x864"]), "16:9", None),
        (Pairs(["1044x1024"]), "1:1", (1044, 1024)),
        (Pairs(["1045x1024"]), "1:1", None),
        (Pairs(["1024x1044"]), "1:1", (1024, 1044)),
        (Pairs(["1024x1045"]), "1:1", None),
        (Pairs(["927x927"]), "1:1", (927, 927)),
        (Pairs(["926x926"]), "1:1", None),
        (Pairs(["1131x1131"]), "1:1", (1131, 1131)),
        (Pairs(["1132x1132"]), "1:1", None),
        (Pairs([]), "1:1", None),
    ],
)
def test_the_size_to_take(sizes: SizeSet, ratio: str, found: tuple[int, int] | None) -> None:
    assert best_near(sizes, AspectRatio(ratio).value or Fraction(1), ONE_K) == found


@pytest.mark.parametrize(
    ("sizes", "wished", "found"),
    [
        (GRID, WIDE, [(1280, 720)]),
        (GRID, wish((1000, 501)), [(1008, 504)]),
        (GRID, wish((1366, 768), "16:9"), [(1368, 768)]),
        (GRID, wish(tier="1K"), [(1024, 1024)]),
        (GRID, wish(tier="4K"), [(1536, 1536)]),
        (GRID, wish(), [(1024, 1024)]),
        (Pairs([]), WIDE, []),
        # a ratio that none has: the nearest, though of another shape
        (Pairs(["1024x1024", "1536x1024"]), WIDE, [(1536, 1024)]),
        # the nearest; then the one of the ratio
        (Pairs(["1500x1000", "160x90"]), WIDE, [(1500, 1000), (160, 90)]),
        # then the one of the tier
        (Pairs(["1500x1000", "160x90", "4096x4096"]), FOUR_K, [(1500, 1000), (160, 90), (4096, 4096)]),
        (Pairs(["2048x1152", "160x90", "4096x4096"]), FOUR_K, [(2048, 1152), (4096, 4096)]),
        (Pairs(["5000x3300", "160x90"]), FOUR_K, [(5000, 3300), (160, 90)]),
        (Pairs(["4096x256", "900x900"]), wish(tier="1K"), [(900, 900), (4096, 256)]),
        (Pairs(["4096x256", "1024x700"]), wish(tier="1K"), [(1024, 700)]),  # a tier by its long side
        (Pairs(["1024x1024", "1536x1024"]), wish((1536, 1000)), [(1536, 1024)]),
    ],
)
def test_the_sizes_that_may_answer(sizes: SizeSet, wished: Wish, found: list[tuple[int, int]]) -> None:
    assert list(near(sizes, wished)) == found
