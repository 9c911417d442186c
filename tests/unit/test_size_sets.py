"""The nearest legal size equals brute force over the whole legal set, in exact arithmetic."""

from __future__ import annotations

import itertools
import pickle
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import imgparams.tables.size_sets
from imgparams import Invalid, Size
from imgparams.geometry import tier_area
from imgparams.tables import Grid, Int, Pairs, SizeSet
from imgparams.tables.domains import Fault
from imgparams.tables.size_sets import exact_cost, fits

ONE_K = Fraction(1024 * 1024)
GRID_8 = Grid(Int(32, 1536, multiple_of=8))
GRID_64 = Grid(Int(64, 2048, multiple_of=64))


def brute(sizes: Iterable[Size], ratio: Fraction, area: Fraction) -> Size | None:
    """The design's sentence, word by word."""
    legal = list(sizes)

    def oriented(size: Size) -> bool:
        square = size.width == size.height or ratio == 1
        return square or (size.width > size.height) == (ratio > 1)

    def cost(size: Size) -> tuple[Any, ...]:
        shape, amount = Fraction(*size), Fraction(size.width * size.height)
        p, q = shape / ratio, amount / area
        p, q = max(p, 1 / p), max(q, 1 / q)
        longer, shorter = max(size), min(size)
        return p**10 * q, p, -amount, Fraction(longer, shorter), -shape

    return min([size for size in legal if oriented(size)] or legal, key=cost, default=None)


# ---- the design's figures


@pytest.mark.parametrize(
    ("sizes", "ratio", "area", "expected"),
    [
        (GRID_8, Fraction(1920, 1080), Fraction(1920 * 1080), Size(1536, 864)),
        (GRID_8, Fraction(16, 9), ONE_K, Size(1368, 768)),
        (GRID_64, Fraction(16, 9), ONE_K, Size(1344, 768)),
        (Grid(Int(32, 1024, multiple_of=8)), Fraction(16, 9), Fraction(1920 * 1080), Size(1024, 576)),
        (GRID_8, Fraction(1), ONE_K, Size(1024, 1024)),
        (Pairs(["1024x1024", "1536x1024", "1024x1536"]), Fraction(16, 9), ONE_K, Size(1536, 1024)),
        (Pairs(["1024x1024", "1536x1024", "1024x1536"]), Fraction(9, 16), ONE_K, Size(1024, 1536)),
    ],
)
def test_nearest(sizes: SizeSet, ratio: Fraction, area: Fraction, expected: Size) -> None:
    assert sizes.nearest(ratio, area) == expected
    mirrored = sizes.nearest(1 / ratio, area)
    assert mirrored is not None
    assert mirrored == (expected[1], expected[0])


@pytest.mark.parametrize("height", [Int(max=0), Int(-8, 0), Int(0, 7, multiple_of=8), Int(9, 1)])
def test_a_grid_without_a_legal_height_has_no_size(height: Int) -> None:
    for grid in (Grid(Int(1, 1024), height), Grid(height, Int(1, 1024))):
        assert [grid.nearest(ratio, ONE_K) for ratio in (Fraction(1), Fraction(9, 16), Fraction(16, 9))] == [None] * 3


# ---- ties and orientation


def test_a_tie_takes_the_smaller_shape_error_in_both_directions() -> None:
    sizes = Pairs(["1024x1024", "2048x512", "512x2048"])  # 2:1 is as far from 1:1 as from 4:1
    wide, tall = sizes.nearest(Fraction(2), ONE_K), sizes.nearest(Fraction(1, 2), ONE_K)
    assert wide is not None
    assert tall == (wide.height, wide.width)


def test_equal_shape_errors_take_the_larger_area() -> None:
    assert Pairs(["512x512", "2048x2048"]).nearest(Fraction(1), ONE_K) == Size(2048, 2048)


def test_equal_areas_take_the_nearer_to_square() -> None:
    # 4:1 and 1:1 are as far from 2:1, and as large
    assert Pairs(["2048x512", "1024x1024"]).nearest(Fraction(2), ONE_K) == Size(1024, 1024)


def test_a_wish_of_1_to_1_takes_the_wider_of_transposes() -> None:
    for order in (["1024x768", "768x1024"], ["768x1024", "1024x768"]):
        assert Pairs(order).nearest(Fraction(1), ONE_K) == Size(1024, 768)


def test_the_wish_s_orientation_goes_before_the_cost() -> None:
    assert Pairs(["1100x1000", "500x2000"]).nearest(Fraction(19, 20), ONE_K) == Size(500, 2000)


def test_a_square_belongs_to_both_orientations() -> None:
    for ratio in (Fraction(19, 20), Fraction(20, 19)):
        assert Pairs(["1000x1000", "500x2000", "2000x500"]).nearest(ratio, ONE_K) == Size(1000, 1000)


def test_without_the_orientation_the_search_is_over_all() -> None:
    assert Pairs(["1024x768", "2048x768"]).nearest(Fraction(3, 4), ONE_K) == Size(1024, 768)
    assert Grid(Int(600, 800), Int(100, 500)).nearest(Fraction(1, 2), ONE_K) == Size(600, 500)


@pytest.mark.parametrize(
    ("shape", "ratio", "expected"),
    [
        ((2, 1), (3, 1), True),
        ((2, 1), (1, 3), False),
        ((1, 2), (3, 1), False),
        ((1, 1), (3, 1), True),
        ((2, 1), (1, 1), True),
    ],
)
def test_fits(shape: tuple[int, int], ratio: tuple[int, int], expected: bool) -> None:
    assert fits(Fraction(*shape), Fraction(*ratio)) is expected


# ---- brute force

SIDES = (1, 2, 3, 4, 6, 9)
WISHES = [
    (Fraction(w, h), Fraction(area))
    for w, h in ((1, 1), (2, 1), (1, 2), (3, 2), (2, 3), (16, 9), (9, 16), (9, 1), (1, 9), (19, 20), (20, 19))
    for area in (1, 6, 12, 36, 1000)
]


def test_pairs_equal_brute_force() -> None:
    every = [Size(*pair) for pair in itertools.product((1, 2, 4, 8), repeat=2)]
    for sizes in itertools.combinations(every, 3):
        for ratio, area in WISHES[::4]:
            assert Pairs(sizes).nearest(ratio, area) == brute(sizes, ratio, area)


GRIDS = [
    Grid(Int(2, 40, multiple_of=2)),
    Grid(Int(3, 40, multiple_of=3), Int(1, 17)),
    Grid(Int(1, 30), area=(20, 200)),
    Grid(Int(1, 30), ratio=("1:3", "3:1")),
    Grid(Int(4, 64, multiple_of=4), area=(100, 1024), ratio=("1:2", "2:1")),
    Grid(Int(8, 64, multiple_of=8), Int(8, 16, multiple_of=8)),
    Grid(Int(10, 20), Int(30, 40)),
    Grid(Int(1, 9), area=(50, None)),
    Grid(Int(1, 30), ratio=("2:1", "3:1")),
    Grid(Int(10, 70, multiple_of=10), Int(11, 70, multiple_of=11)),
    Grid(Int(11, 70, multiple_of=11), Int(10, 70, multiple_of=10)),
    Grid(Int(1, 60), Int(8, 64, multiple_of=8)),
    Grid(Int(8, 64, multiple_of=8), Int(1, 60)),
    Grid(Int(max=12), Int(max=20)),
]


@pytest.mark.parametrize("grid", GRIDS, ids=lambda grid: grid.describe())
def test_grids_equal_brute_force(grid: Grid) -> None:
    every = list(grid.sizes())
    for ratio, area in WISHES:
        assert grid.nearest(ratio, area) == brute(every, ratio, area)


@given(
    st.tuples(st.integers(1, 12), st.integers(0, 25), st.integers(1, 5)),
    st.tuples(st.integers(1, 12), st.integers(0, 25), st.integers(1, 5)),
    st.tuples(st.integers(1, 60), st.integers(0, 300)),
    st.sampled_from([None, ("1:2", "2:1"), ("1:4", "1:1"), ("3:2", "5:2")]),
    st.fractions(Fraction(1, 12), 12, max_denominator=30),
    st.integers(1, 900),
)
def test_any_grid_equals_brute_force(
    width: tuple[int, int, int],
    height: tuple[int, int, int],
    area: tuple[int, int],
    limits: Any,
    r: Fraction,
    wish: int,
) -> None:
    sides = [Int(low, low + span, multiple_of=step) for low, span, step in (width, height)]
    grid = Grid(*sides, area=(area[0], area[0] + area[1]), ratio=limits)
    assert grid.nearest(r, Fraction(wish)) == brute(grid.sizes(), r, Fraction(wish))


@given(
    st.lists(st.tuples(st.sampled_from(SIDES), st.sampled_from(SIDES)), max_size=6),
    st.tuples(*[st.sampled_from(SIDES)] * 4),
    st.integers(1, 2000),
)
def test_mirror_on_ties(pairs: list[tuple[int, int]], tie: tuple[int, int, int, int], area: int) -> None:
    """r^2 is the product of two ratios in the set, so that they are equally far; random draws hardly find that."""
    p, q, m, n = tie
    closed = [Size(*pair) for pair in (*pairs, (p * m, q * n), (p * n, q * m))]
    closed += [Size(height, width) for width, height in closed]
    found, mirrored = (Pairs(closed).nearest(ratio, Fraction(area)) for ratio in (Fraction(p, q), Fraction(q, p)))
    assert found is not None
    assert mirrored is not None
    assert mirrored == (found if p == q else (found.height, found.width))


def test_a_side_without_a_maximum() -> None:
    assert Grid(Int(8, multiple_of=8)).nearest(Fraction(16, 9), tier_area("4K")) == Size(5464, 3072)


def test_a_side_without_a_maximum_under_a_greatest_area() -> None:
    assert Grid(Int(1), area=(1, 100)).nearest(Fraction(1), Fraction(10**6)) == Size(10, 10)


def test_an_empty_set_has_no_nearest() -> None:
    assert Pairs([]).nearest(Fraction(1), ONE_K) is None
    assert Grid(Int(8, 4)).nearest(Fraction(1), ONE_K) is None
    assert Grid(Int(8, 16), area=(1000, None)).nearest(Fraction(1), ONE_K) is None


@pytest.mark.parametrize(
    ("limits", "ratio", "found"),
    [
        (("1:3", "1:2"), Fraction(16, 9), (724, 1448)),
        (("1:3", "1:1"), Fraction(16, 9), (1024, 1024)),
        (("2:1", "3:1"), Fraction(9, 16), (1448, 724)),
        (("1:1", "3:1"), Fraction(9, 16), (1024, 1024)),
    ],
)
def test_a_grid_without_an_end_may_have_the_other_orientation_only(
    limits: tuple[str, str], ratio: Fraction, found: tuple[int, int]
) -> None:
    assert Grid(Int(64), ratio=limits).nearest(ratio, ONE_K) == found


def test_the_cost_of_a_size() -> None:
    wide, square = Fraction(16, 9), Fraction(1)
    half = Fraction(2**19)
    assert [*exact_cost(wide, half, wide, ONE_K)] == [2, 1, -half, wide, -wide]
    assert [*exact_cost(wide, ONE_K, wide, half)] == [2, 1, -ONE_K, wide, -wide]
    assert [*exact_cost(square, ONE_K, wide, ONE_K)] == [wide**10, wide, -ONE_K, 1, -1]
    assert [*exact_cost(1 / wide, ONE_K, square, ONE_K)] == [wide**10, wide, -ONE_K, wide, -1 / wide]


# ---- faults, narrowing, text


def code(sizes: SizeSet, width: int, height: int) -> str | None:
    fault = sizes.fault(Size(width, height))
    return fault.code if fault else None


def test_grid_faults() -> None:
    grid = Grid(Int(256, 2048, multiple_of=16), area=(300_000, 2_000_000), ratio=("1:3", "3:1"))
    assert code(grid, 1024, 1024) is None
    assert code(grid, 1000, 1024) == "off_grid"
    assert code(grid, 4096, 1024) == "out_of_range"
    assert code(grid, 256, 256) == "bad_area"
    assert code(grid, 2048, 1024) == "bad_area"
    assert code(grid, 1600, 512) == "bad_ratio"


def test_limits_are_inclusive() -> None:
    grid = Grid(Int(1, 100), area=(100, 400), ratio=("1:4", "4:1"))
    assert [code(grid, *size) for size in ((10, 10), (20, 20), (40, 10), (10, 40))] == [None] * 4


def test_pairs_faults() -> None:
    fault = Pairs(["1024x768"]).fault(Size(768, 1024))
    assert fault is not None
    assert (fault.code, fault.allowed) == ("not_allowed", ("1024x768",))


SIDE = "a multiple of 8 from 32 to 1536"
LIMITED = Grid(Int(8, 64, multiple_of=8), Int(1, 64), area=(100, 1000), ratio=("1:2", "2:1"))
LIMITED_TEXT = (
    "width a multiple of 8 from 8 to 64, height a whole number from 1 to 64, 100 to 1000 pixels in total, "
    "aspect ratio from 1:2 to 2:1"
)


@pytest.mark.parametrize(
    ("sizes", "size", "faults"),
    [
        (GRID_8, (32, 1536), []),
        (
            GRID_8,
            (24, 1537),
            [
                ("width", Fault("out_of_range", f"the width must be {SIDE}", (32, 1536))),
                ("height", Fault("out_of_range", f"the height must be {SIDE}", (32, 1536))),
            ],
        ),
        (GRID_8, (36, 64), [("width", Fault("off_grid", f"the width must be {SIDE}", (8,)))]),
        (LIMITED, (16, 16), []),
        (LIMITED, (8, 12), [("", Fault("bad_area", LIMITED_TEXT, (100, 1000)))]),
        (LIMITED, (32, 32), [("", Fault("bad_area", LIMITED_TEXT, (100, 1000)))]),
        (LIMITED, (40, 19), [("", Fault("bad_ratio", LIMITED_TEXT, ("1:2", "2:1")))]),
        (LIMITED, (8, 17), [("", Fault("bad_ratio", LIMITED_TEXT, ("1:2", "2:1")))]),
        (
            LIMITED,
            (64, 8),
            [("", Fault("bad_ratio", LIMITED_TEXT, ("1:2", "2:1")))],
        ),
        (Grid(Int(1), area=(10, None)), (3, 3), [("", Fault("bad_area", "at least 10 pixels in total", (10, None)))]),
        (Grid(Int(1), area=(10, None)), (5, 2), []),
        (Pairs(["8x4", "4x8"]), (4, 8), []),
        (Pairs(["8x4", "4x8"]), (8, 8), [("width", Fault("not_allowed", "8x4 or 4x8", ("8x4", "4x8")))]),
        (Pairs(["8x4", "4x8"]), (8, 1), [("height", Fault("not_allowed", "8x4 or 4x8", ("8x4", "4x8")))]),
        (Pairs(["8x4", "4x8"]), (1, 8), [("width", Fault("not_allowed", "8x4 or 4x8", ("8x4", "4x8")))]),
        (Pairs([]), (1, 1), [("width", Fault("not_allowed", "no size", ()))]),
    ],
)
def test_every_fault_of_a_size(sizes: SizeSet, size: tuple[int, int], faults: list[tuple[str, Fault]]) -> None:
    assert list(sizes.faults(Size(*size))) == faults
    assert sizes.fault(Size(*size)) == (faults[0][1] if faults else None)
    assert sizes.has(Size(*size)) is not bool(faults)


@pytest.mark.parametrize(
    ("sizes", "is_open"),
    [
        (Grid(Int(8)), True),
        (Grid(Int(8, 64)), False),
        (Grid(Int(8, 64), Int(8)), True),
        (Grid(Int(8), Int(8, 64)), True),
        (Grid(Int(8), area=(1, 1000)), False),
        (Grid(Int(8), area=(1000, None)), True),
        (Grid(Int(8, 64), generic=True), True),
        (Grid(Int(8, 64), area=(1, 1000), generic=True), False),
        (Pairs(["8x8"]), False),
    ],
)
def test_a_set_without_a_maximum_is_open(sizes: SizeSet, is_open: bool) -> None:
    assert sizes.is_open is is_open
    assert sizes.doubt(Size(8, 8)) == ("no maximum is published for this model" if is_open else "")


@pytest.mark.parametrize(
    ("ours", "makers", "both"),
    [
        (Grid(Int(1)), Grid(Int(64, 512, multiple_of=8)), Grid(Int(64, 512, multiple_of=8))),
        (Grid(Int(2)), Grid(Int(64, 512, multiple_of=8)), Grid(Int(2, 512, multiple_of=8))),
        (Grid(Int(None, 64)), Grid(Int(8, 512)), Grid(Int(8, 64))),
        (Grid(Int(8, multiple_of=16)), Grid(Int(64, 512, multiple_of=8)), Grid(Int(8, 512, multiple_of=16))),
        (Grid(Int(8), Int(9)), Grid(Int(1, 64), Int(1, 32)), Grid(Int(8, 64), Int(9, 32))),
        (Grid(Int(8)), Grid(Int(1), area=(100, 999)), Grid(Int(8), area=(100, 999))),
        (Grid(Int(8), area=(200, None)), Grid(Int(1), area=(100, 999)), Grid(Int(8), area=(200, 999))),
        (Grid(Int(8), area=(2, 300)), Grid(Int(1), area=(100, 999)), Grid(Int(8), area=(2, 300))),
        (Grid(Int(8)), Grid(Int(1), ratio=("1:2", "2:1")), Grid(Int(8), ratio=("1:2", "2:1"))),
        (Grid(Int(8), ratio=(1, 1)), Grid(Int(1), ratio=("1:2", "2:1")), Grid(Int(8), ratio=(1, 1))),
        (Grid(Int(8)), Pairs(["4x4", "8x8"]), Pairs(["8x8"])),
        (Grid(Int(8, 64)), Pairs(["8x8"]), Grid(Int(8, 64))),
        (Grid(Int(8)), Pairs(["4x4"]), Grid(Int(8))),
        (Grid(Int(100)), Grid(Int(8, 64)), Grid(Int(100))),
        (Grid(Int(8, 64), generic=True), Pairs(["8x8", "99x99"]), Pairs(["8x8"])),
        (
            Grid(Int(8, 64, multiple_of=4), area=(100, 2000), ratio=("1:3", "2:1"), generic=True),
            Grid(Int(16, 99, multiple_of=6), Int(1, 40), area=(50, 1500), ratio=("1:2", "3:1")),
            Grid(
                Int(16, 64, multiple_of=12),
                Int(8, 40, multiple_of=4),
                area=(100, 1500),
                ratio=("1:2", "2:1"),
                generic=True,
            ),
        ),
        (
            Grid(Int(8, 64), ratio=("1:3", "2:1"), generic=True),
            Grid(Int(16)),
            Grid(Int(16, 64), ratio=("1:3", "2:1"), generic=True),
        ),
        (Pairs(["8x8"]), Grid(Int(1, 4)), Pairs(["8x8"])),
    ],
)
def test_the_sizes_that_the_maker_of_a_model_takes_too(ours: SizeSet, makers: SizeSet, both: SizeSet) -> None:
    assert ours.inherit(makers) == both


def test_sets_are_narrowed() -> None:
    grid = Grid(Int(8, 64, multiple_of=8))
    assert grid.only(Int(16, 99), Int(max=32, multiple_of=16)) == Grid(
        Int(16, 64, multiple_of=8), Int(8, 32, multiple_of=16)
    )
    assert grid.within(None, None) == grid
    assert grid.within(100, 1000).within(50, 2000) == Grid(Int(8, 64, multiple_of=8), area=(100, 1000))
    assert grid.within(50, None).within(100, 1000).within(None, 900) == Grid(Int(8, 64, multiple_of=8), area=(100, 900))
    half, double = Fraction(1, 2), Fraction(2)
    assert grid.shaped(half, double) == Grid(Int(8, 64, multiple_of=8), ratio=("1:2", 2))
    assert grid.shaped(half, double).shaped(Fraction(1, 3), Fraction(1)).shaped(Fraction(1, 2), double) == Grid(
        Int(8, 64, multiple_of=8), ratio=("1:2", "1:1")
    )
    pairs = Pairs(["8x4", "4x8", "8x8"])
    assert pairs.only(Int(8), Int(1)) == Pairs(["8x4", "8x8"])
    assert pairs.only(Int(1), Int(max=4)) == Pairs(["8x4"])
    assert (pairs.within(33, None), pairs.within(None, 32), pairs.within(32, 64)) == (
        Pairs(["8x8"]),
        Pairs(["8x4", "4x8"]),
        pairs,
    )
    assert pairs.within(None, None) == pairs
    assert pairs.shaped(Fraction(1), double) == Pairs(["8x4", "8x8"])
    assert pairs.shaped(half, half) == Pairs(["4x8"])


def test_spellings_of_a_ratio() -> None:
    ratios = Grid(Int(1), ratio=("1:3", "2.5:1")).ratio, Grid(Int(1), ratio=(0.5, "2.5")).ratio
    assert ratios == ((Fraction(1, 3), Fraction(5, 2)), (Fraction(1, 2), Fraction(5, 2)))
    assert Grid().width == Int(1)


def test_spellings_of_pairs() -> None:
    assert Pairs(["1024x768", (512, 512)]).sizes == (Size(1024, 768), Size(512, 512))


def test_the_height_is_as_the_width_where_it_is_left_out() -> None:
    assert Grid(Int(8, 64)) == Grid(Int(8, 64), Int(8, 64))


def test_only_narrows_the_sides() -> None:
    narrowed = GRID_8.only(Int(max=1024), Int(100))
    assert [code(narrowed, *size) for size in ((1024, 104), (1032, 104), (1024, 96))] == [None, *["out_of_range"] * 2]
    pairs = Pairs(["1024x768", "768x1024"]).only(Int(max=800), Int(1))
    assert pairs == Pairs(["768x1024"])


def test_keep_filters_a_list() -> None:
    assert Pairs(["1024x768", "512x512"]).keep(lambda size: size.width == 512) == Pairs(["512x512"])


def test_a_grid_lists_its_sizes_where_it_ends() -> None:
    assert list(Grid(Int(8, 16, multiple_of=8)).sizes()) == [(8, 8), (8, 16), (16, 8), (16, 16)]
    assert list(Grid(Int(max=2), Int(2, 3)).sizes()) == [(1, 2), (1, 3), (2, 2), (2, 3)]
    with pytest.raises(ValueError, match=r"^a side without a maximum can't be listed$"):
        list(Grid(Int(8)).sizes())


@pytest.mark.parametrize(
    ("sizes", "text"),
    [
        (Pairs(["1024x768", "512x512"]), "1024x768 or 512x512"),
        (Pairs([]), "no size"),
        (GRID_8, f"each side {SIDE}"),
        (LIMITED, LIMITED_TEXT),
        (Grid(Int()), "each side a whole number"),
        (Grid(Int(1)), "each side a whole number from 1 up"),
        (Grid(Int(1), area=(1, 99)), "at most 99 pixels in total"),
        (Grid(Int(1), ratio=(1, "5:2")), "aspect ratio from 1:1 to 5:2"),
        (Grid(Int(2), ratio=(1, 2)), "each side a whole number from 2 up, aspect ratio from 1:1 to 2:1"),
        (Grid(Int(1), Int(2)), "width a whole number from 1 up, height a whole number from 2 up"),
    ],
)
def test_sets_describe_themselves(sizes: SizeSet, text: str) -> None:
    assert sizes.describe() == text


@pytest.mark.parametrize("sizes", [GRID_8, Pairs(["8x9"]), Grid(Int(1, 9), ratio=(Fraction(1, 2), 2))])
def test_sets_are_values(sizes: SizeSet) -> None:
    twin = pickle.loads(pickle.dumps(sizes))
    assert twin == sizes
    assert hash(twin) == hash(sizes)


def test_a_size_text_that_is_none_is_no_size() -> None:
    with pytest.raises((ValueError, TypeError, Invalid)):
        Pairs(["big"])


def _tried(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """A list that will have the widths for which heights are looked for."""
    tried: list[Any] = []
    heights = imgparams.tables.size_sets._heights

    def counted(*at: Any) -> tuple[int, ...]:
        tried.append(at)
        return heights(*at)

    monkeypatch.setattr(imgparams.tables.size_sets, "_heights", counted)
    return tried


MANY = Int(64, 10**6)


@pytest.mark.parametrize(
    ("grid", "ratio", "area", "found"),
    [
        (Grid(MANY, ratio=("1:1", "11:10")), Fraction(16, 9), 2**20, (1073, 976)),
        (Grid(MANY, ratio=("2:1", "3:1")), Fraction(16, 9), 2**20, (1448, 724)),
        (Grid(MANY, ratio=("1:3", "1:2")), Fraction(9, 16), 2**20, (724, 1448)),
        (Grid(MANY, ratio=("1:11", "1:10")), Fraction(9, 16), 2**20, (324, 3240)),
        (Grid(MANY, Int(64, 100)), Fraction(1), 10**9, (100, 100)),
        (Grid(MANY, Int(5000, 10**6)), Fraction(1), 2**20, (5000, 5000)),
        (Grid(MANY, area=(1, 10**5)), Fraction(1), 10**9, (316, 316)),
        (Grid(MANY, area=(10**9, 10**12)), Fraction(1), 2**20, (31623, 31623)),
    ],
)
def test_few_widths_of_a_large_grid_are_tried_wherever_its_limits_are(
    monkeypatch: pytest.MonkeyPatch, grid: Grid, ratio: Fraction, area: int, found: tuple[int, int]
) -> None:
    tried = _tried(monkeypatch)  # no other test asks the same, so that no answer is remembered
    assert grid.nearest(ratio, Fraction(area)) == Size(*found)
    assert 0 < len(tried) < 10


@pytest.mark.parametrize(
    ("wish", "found"),
    [((30000, 2), (960000, 64)), ((2, 30000), (64, 960000)), ((999999999, 1), (2**31 - 1, 64)), ((1, 1), (64, 64))],
)
def test_a_grid_without_an_end_is_searched_where_the_cost_is_least(
    monkeypatch: pytest.MonkeyPatch, wish: tuple[int, int], found: tuple[int, int]
) -> None:
    tried = _tried(monkeypatch)
    grid = Grid(Int(64), area=(1, 10**18))  # no other test asks the same, so that no answer is remembered
    assert grid.nearest(Fraction(*wish), Fraction(wish[0] * wish[1])) == Size(*found)
    assert 0 < len(tried) < 1000
