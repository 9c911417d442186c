"""What each way to write a shape offers for a wish, reads, and judges, each by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from imgparams import AspectRatio, Invalid, Size
from imgparams.contract import Limits
from imgparams.tables import (
    ABSENT,
    OFF,
    Area,
    Domain,
    Grid,
    Int,
    Not,
    OneOf,
    Pairs,
    PixelText,
    Presets,
    RatioRange,
    ShapeWords,
    Sides,
    Spelling,
    Text,
)
from imgparams.tables.domains import Fault
from imgparams.tables.offers import AUTO, Offer, Wish
from tests.unit.tables import wish


def limits(**conditions: Domain[Any, Any]) -> Limits:
    made = Limits()
    for wire, condition in conditions.items():
        made.add(wire, condition)
    return made


def offered(spelling: Spelling, wished: Wish, within: Limits | None = None) -> list[dict[str, object]]:
    """The wires of each offer, in order."""
    return [dict(offer.wires) for offer in spelling.offers(wished, within or Limits())]


def same_offers(found: Sequence[Offer], expected: Sequence[Offer]) -> bool:
    """Whether offers are the same ones with the same wires, which are no part of their equality."""
    return [(offer, offer.wires) for offer in found] == [(offer, offer.wires) for offer in expected]


# ---- ratio and tier words

LISTED = ShapeWords(
    "ratio",
    {"1:1": "square", "16:9": "wide", "9:16": "tall"},
    "tier",
    {"1K": "1k", "2K": "2k"},
    {("1:1", "1K"): "1024x1024", ("16:9", "1K"): (1376, 768), ("1:1", "2K"): (2048, 2048)},
    more=("custom",),
    more_tiers=("any",),
    listed=True,
)
TIERS = ShapeWords(tier="tier", tiers=("1K", "2K"))


def test_words_are_offered_in_pairs_then_alone() -> None:
    words = ShapeWords("ratio", {"1:1": "square", "16:9": "wide"}, "tier", {"1K": "1k"})
    square, wide = AspectRatio("1:1"), AspectRatio("16:9")
    expected = [
        Offer({"ratio": "square", "tier": "1k"}, square, "1K"),
        Offer({"ratio": "square"}, square),
        Offer({"ratio": "wide", "tier": "1k"}, wide, "1K"),
        Offer({"ratio": "wide"}, wide),
        Offer({"tier": "1k"}, None, "1K"),
    ]
    assert same_offers(list(words.offers(wish(ratio="1:1"), Limits())), expected)


def test_words_of_the_other_orientation_are_offered_only_where_there_are_no_others() -> None:
    words = ShapeWords("ratio", ("1:1", "16:9", "9:16"))
    assert offered(words, wish(ratio="4:3")) == [{"ratio": "1:1"}, {"ratio": "16:9"}]
    assert offered(words, wish(ratio="3:4")) == [{"ratio": "1:1"}, {"ratio": "9:16"}]
    only_wide = ShapeWords("ratio", ("16:9", "4:3"))
    assert offered(only_wide, wish(ratio="3:4")) == [{"ratio": "16:9"}, {"ratio": "4:3"}]


def test_of_listed_pairs_the_others_are_not_offered() -> None:
    assert offered(LISTED, wish(ratio="16:9")) == [
        {"ratio": "square", "tier": "1k"},
        {"ratio": "square", "tier": "2k"},
        {"ratio": "square"},
        {"ratio": "wide", "tier": "1k"},
        {"ratio": "wide"},
        {"tier": "1k"},
        {"tier": "2k"},
    ]


def test_words_are_offered_within_what_the_rules_leave() -> None:
    assert offered(LISTED, wish(ratio="16:9"), limits(ratio=OneOf("wide"), tier=OneOf("1k"))) == [
        {"ratio": "wide", "tier": "1k"},
        {"ratio": "wide"},
        {"tier": "1k"},
    ]


@pytest.mark.parametrize(
    ("size", "conditions", "off"),
    [
        ((1100, 1000), {}, {"1K": False, "2K": True}),
        ((2000, 2100), {}, {"1K": True, "2K": False}),
        ((2000, 2100), {"tier": OneOf("1K")}, {"1K": False}),
    ],
)
def test_an_offer_tells_whether_it_has_the_tier_that_a_size_is_called_by(
    size: tuple[int, int], conditions: dict[str, Any], off: dict[str, bool]
) -> None:
    offers = list(TIERS.offers(wish(size), limits(**conditions)))
    assert {offer.tier: offer.off_tier for offer in offers} == off
    assert not any(offer.off_tier for offer in TIERS.offers(wish(tier="2K"), Limits()))


@pytest.mark.parametrize(
    ("flat", "read"),
    [
        ({"ratio": "wide", "tier": "2k"}, {"ratio": AspectRatio("16:9"), "tier": "2K"}),
        ({"ratio": "16:9", "tier": "4K"}, {"ratio": AspectRatio("16:9"), "tier": "4K"}),
        ({"ratio": "custom", "tier": "any"}, {}),
        ({"ratio": "broad", "tier": "large"}, {}),
        ({"ratio": 1, "tier": 2}, {}),
        ({"tier": "512"}, {"tier": "512"}),
        ({}, {}),
    ],
)
def test_words_are_read(flat: dict[str, object], read: dict[str, object]) -> None:
    names = {"ratio": "aspect_ratio", "tier": "resolution"}
    assert list(LISTED.read(flat)) == [(names[wire], value, (wire,)) for wire, value in read.items()]


def test_a_further_word_that_looks_like_a_ratio_is_none() -> None:
    assert list(ShapeWords("ratio", ("1:1",), more=("2:1",)).read({"ratio": "2:1"})) == []
    assert list(ShapeWords("ratio", ("1:1",), more=("1:1",)).read({"ratio": "1:1"})) == [
        ("aspect_ratio", AspectRatio("1:1"), ("ratio",))
    ]


NO_RATIO = Fault("not_allowed", "one of square, wide, tall, custom", ("square", "wide", "tall", "custom"))
NO_TIER = Fault("not_allowed", "one of 1k, 2k, any", ("1k", "2k", "any"))


@pytest.mark.parametrize(
    ("flat", "faults"),
    [
        ({"ratio": "square", "tier": "2k"}, []),
        ({"ratio": "wide", "tier": "2k"}, [("tier", Fault("not_allowed", "wide is not offered at 2k"))]),
        ({"ratio": "wide"}, []),
        ({"tier": "2k"}, []),
        ({"ratio": "custom", "tier": "2k"}, []),
        ({"ratio": "tall", "tier": "any"}, []),
        ({"ratio": "16:9", "tier": "2K"}, [("ratio", NO_RATIO), ("tier", NO_TIER)]),
        ({"ratio": "16:9", "tier": "2k"}, [("ratio", NO_RATIO)]),
        ({"ratio": "wide", "tier": "2K"}, [("tier", NO_TIER)]),
        ({}, []),
    ],
)
def test_faults_of_words(flat: dict[str, object], faults: list[tuple[str, Fault]]) -> None:
    assert list(LISTED.faults(flat)) == faults


def test_a_pair_that_is_not_listed_is_legal_where_the_list_only_tells_pixels() -> None:
    words = ShapeWords("ratio", ("1:1", "2:1"), "tier", ("1K",), {("1:1", "1K"): "1024x1024"})
    assert list(words.faults({"ratio": "2:1", "tier": "1K"})) == []
    assert offered(words, wish(ratio="2:1"))[2:4] == [{"ratio": "2:1", "tier": "1K"}, {"ratio": "2:1"}]


def test_the_pixels_of_words() -> None:
    assert LISTED.pixels({"ratio": "wide", "tier": "1k"}) == Size(1376, 768)
    assert LISTED.pixels({"ratio": "wide", "tier": "2k"}) is None
    assert LISTED.pixels({"ratio": "wide"}) is None
    assert LISTED.pixels({"tier": "1k"}) is None
    ratios = ShapeWords("ratio", ("1:1",), pixels={"1:1": "512x512"})
    assert ratios.pixels({"ratio": "1:1"}) == Size(512, 512)
    assert ratios.pixels({}) is None
    assert ShapeWords(tier="tier", tiers=("1K",), pixels={("", "1K"): "1024x1024"}).pixels({"tier": "1K"}) == (
        1024,
        1024,
    )


def test_words_describe_themselves() -> None:
    assert LISTED.describe() == "ratio: one of square, wide, tall, custom; tier: one of 1k, 2k, any"
    assert ShapeWords("ratio", ("1:1", "2:1"), more=("1:1",)).describe() == "ratio: 1:1 or 2:1"
    assert TIERS.describe() == "tier: 1K or 2K"
    assert (LISTED.wires, TIERS.wires) == (("ratio", "tier"), ("tier",))
    assert [LISTED.field_at(wire) for wire in LISTED.wires] == ["aspect_ratio", "resolution"]
    with pytest.raises(Invalid) as caught:
        ShapeWords()
    assert [problem.why for problem in caught.value.problems] == ["ShapeWords needs a ratio wire, a tier wire, or both"]


def test_words_that_are_none_are_faults_of_the_table() -> None:
    words = ShapeWords("ratio", ("1:1", "broad"), "tier", ("1K", "2k", "huge"), {("2:1", "1K"): (8, 4), "1:1": (8, 8)})
    assert list(words.table_faults()) == [
        "broad is not an aspect ratio",
        "2k is not a tier as an intent spells it",
        "huge is not a tier as an intent spells it",
        "pixels has (2:1, 1K), which is not among the words",
    ]
    assert list(ShapeWords("ratio", ("1:1",), pixels={("1:1", "4K"): (8, 8)}).table_faults()) == [
        "pixels has (1:1, 4K), which is not among the words"
    ]
    assert list(LISTED.table_faults()) == []


# ---- any ratio

ANY = RatioRange("ratio", "1:3", "3:1", auto="auto", tier="tier", tiers={"1K": "1k", "2K": "2k"})


def test_a_ratio_is_offered_with_each_tier_then_alone() -> None:
    wide = AspectRatio("16:9")
    expected = [
        Offer({"ratio": "auto", "tier": "1k"}, AUTO, "1K"),
        Offer({"ratio": "auto", "tier": "2k"}, AUTO, "2K"),
        Offer({"ratio": "16:9", "tier": "1k"}, wide, "1K"),
        Offer({"ratio": "16:9", "tier": "2k"}, wide, "2K"),
        Offer({"ratio": "auto"}, AUTO),
        Offer({"ratio": "16:9"}, wide),
        Offer({"tier": "1k"}, None, "1K"),
        Offer({"tier": "2k"}, None, "2K"),
    ]
    assert same_offers(list(ANY.offers(wish(ratio="16:9"), Limits())), expected)


def test_for_an_exact_size_auto_is_not_offered_and_one_tier_is_the_one_of_the_size() -> None:
    wide = AspectRatio("2:1")
    expected = [
        Offer({"ratio": "2:1", "tier": "1k"}, wide, "1K"),
        Offer({"ratio": "2:1", "tier": "2k"}, wide, "2K", off_tier=True),
        Offer({"ratio": "2:1"}, wide),
        Offer({"tier": "1k"}, None, "1K"),
        Offer({"tier": "2k"}, None, "2K", off_tier=True),
    ]
    assert same_offers(list(ANY.offers(wish((1400, 700)), Limits())), expected)


@pytest.mark.parametrize(
    ("spelling", "wished", "text"),
    [
        (ANY, wish(ratio="2.35:1"), "47:20"),
        (ANY, wish(ratio="32:18"), "32:18"),
        (ANY, wish(ratio="3:1"), "3:1"),
        (ANY, wish(ratio="1:3"), "1:3"),
        (ANY, wish(ratio="6:2"), "6:2"),
        (ANY, wish(ratio="2:6"), "2:6"),
        (ANY, wish(ratio="31:10"), "3:1"),
        (ANY, wish(ratio="10:31"), "1:3"),
        (ANY, wish((1920, 1080)), "16:9"),
        (ANY, wish((8, 800)), "1:3"),
        (ANY, wish((800, 8)), "3:1"),
        (ANY, wish(ratio="auto"), "1:1"),
        (ANY, wish(tier="2K"), "1:1"),
        (RatioRange("ratio", separator="/"), wish(ratio="99:1"), "99/1"),
        (RatioRange("ratio", "1:3", separator="x"), wish(ratio="1:4"), "1x3"),
        (RatioRange("ratio", max="3:1", separator="x"), wish(ratio="1:4"), "1x4"),
    ],
)
def test_how_a_ratio_is_written(spelling: RatioRange, wished: Wish, text: str) -> None:
    assert {"ratio": text} in offered(spelling, wished)
    others = [wires["ratio"] for wires in offered(spelling, wished) if "ratio" in wires]
    assert set(others) <= {text, "auto"}


def test_a_ratio_is_offered_within_what_the_rules_leave() -> None:
    assert offered(ANY, wish(ratio="2:1"), limits(tier=ABSENT, ratio=Not(OneOf("auto")))) == [{"ratio": "2:1"}]


BETWEEN = "auto, or an aspect ratio like 16:9 from 1:3 to 3:1; tier: 1k or 2k"


@pytest.mark.parametrize(
    ("spelling", "flat", "faults"),
    [
        (ANY, {"ratio": "3:1", "tier": "1k"}, []),
        (ANY, {"ratio": "1:3"}, []),
        (ANY, {"ratio": "auto"}, []),
        (ANY, {"tier": "2k"}, []),
        (ANY, {}, []),
        (ANY, {"ratio": "31:10"}, [("ratio", Fault("bad_ratio", BETWEEN, ("1:3", "3:1")))]),
        (ANY, {"ratio": "10:31"}, [("ratio", Fault("bad_ratio", BETWEEN, ("1:3", "3:1")))]),
        (ANY, {"ratio": "1.5:1"}, [("ratio", Fault("not_allowed", BETWEEN))]),
        (ANY, {"ratio": "1:1:1"}, [("ratio", Fault("not_allowed", BETWEEN))]),
        (ANY, {"ratio": "wide"}, [("ratio", Fault("not_allowed", BETWEEN))]),
        (
            ANY,
            {"ratio": 1, "tier": "1K"},
            [("ratio", Fault("wrong_type", BETWEEN)), ("tier", Fault("not_allowed", "1k or 2k", ("1k", "2k")))],
        ),
        (RatioRange("ratio"), {"ratio": "99:1"}, []),
        (RatioRange("ratio"), {"ratio": "auto"}, [("ratio", Fault("not_allowed", "an aspect ratio like 16:9"))]),
        (
            RatioRange("ratio", "1:2"),
            {"ratio": "1:3"},
            [("ratio", Fault("bad_ratio", "an aspect ratio like 16:9 from 1:2 up", ("1:2", None)))],
        ),
        (
            RatioRange("ratio", max="2:1", separator="x"),
            {"ratio": "3x1"},
            [("ratio", Fault("bad_ratio", "an aspect ratio like 16x9 up to 2x1", (None, "2:1")))],
        ),
    ],
)
def test_faults_of_a_ratio(spelling: RatioRange, flat: dict[str, object], faults: list[tuple[str, Fault]]) -> None:
    assert list(spelling.faults(flat)) == faults


@pytest.mark.parametrize(
    ("flat", "read"),
    [
        ({"ratio": "auto", "tier": "2k"}, [("aspect_ratio", AUTO, ("ratio",)), ("resolution", "2K", ("tier",))]),
        ({"ratio": "9:1"}, [("aspect_ratio", AspectRatio("9:1"), ("ratio",))]),
        ({"ratio": "1.5:1", "tier": 5}, [("aspect_ratio", AspectRatio("1.5:1"), ("ratio",))]),
        ({"ratio": 5, "tier": "1k"}, [("resolution", "1K", ("tier",))]),
        ({"ratio": "1:2:3"}, []),
        ({}, []),
    ],
)
def test_a_ratio_is_read(flat: dict[str, object], read: list[tuple[str, object, tuple[str, ...]]]) -> None:
    assert list(ANY.read(flat)) == read
    assert ANY.pixels(flat) is None


def test_a_ratio_with_another_separator_is_read() -> None:
    apart = RatioRange("ratio", separator="x")
    assert list(apart.read({"ratio": "3x2"})) == [("aspect_ratio", AspectRatio("3:2"), ("ratio",))]
    assert list(apart.read({"ratio": "auto"})) == []


@pytest.mark.parametrize(
    ("spelling", "text", "is_open"),
    [
        (ANY, BETWEEN, False),
        (RatioRange("r"), "an aspect ratio like 16:9", True),
        (RatioRange("r", "1:3"), "an aspect ratio like 16:9 from 1:3 up", True),
        (RatioRange("r", max="3:1", separator="x", auto="any"), "any, or an aspect ratio like 16x9 up to 3x1", True),
        (RatioRange("r", "1:3", "3:1", separator="x"), "an aspect ratio like 16x9 from 1x3 to 3x1", False),
    ],
)
def test_a_range_of_ratios(spelling: RatioRange, text: str, is_open: bool) -> None:
    assert spelling.describe() == text
    assert spelling.is_open is is_open
    why = "no range of ratios is published" if is_open else ""
    assert spelling.doubt("aspect_ratio", AspectRatio("2:1")) == why
    assert spelling.doubt("aspect_ratio", AUTO) == spelling.doubt("resolution", "1K") == ""


def test_a_range_with_other_words_is_a_fault_of_the_table() -> None:
    assert list(RatioRange("r", "a", "b", tier="t", tiers=("2k",)).table_faults()) == [
        "a is not an aspect ratio",
        "b is not an aspect ratio",
        "2k is not a tier as an intent spells it",
    ]
    assert list(ANY.table_faults()) == list(RatioRange("r").table_faults()) == []
    assert (ANY.wires, RatioRange("r").wires) == (("ratio", "tier"), ("r",))
    assert [ANY.field_at(wire) for wire in ANY.wires] == ["aspect_ratio", "resolution"]


# ---- words for pixels

WORDS = Presets("size", {"square": "1024x1024", "wide": (1024, 576), "other": (1024, 576)})


def test_words_for_pixels() -> None:
    found = list(WORDS.offers(wish(ratio="16:9"), Limits()))
    assert same_offers(found, [Offer({"size": "other"}, pixels=Size(1024, 576), names=False)])
    assert offered(WORDS, wish((1024, 576)), limits(size=OneOf("wide"))) == [{"size": "wide"}]
    assert offered(WORDS, wish(ratio="16:9"), limits(size=ABSENT)) == []
    assert list(WORDS.read({"size": "wide"})) == [("size", Size(1024, 576), ("size",))]
    assert list(WORDS.read({"size": "huge"})) == list(WORDS.read({"size": ["wide"]})) == list(WORDS.read({})) == []
    words = ("square", "wide", "other")
    assert list(WORDS.faults({"size": "huge"})) == [("size", Fault("not_allowed", f"one of {', '.join(words)}", words))]
    assert list(WORDS.faults({"size": "wide"})) == []
    assert [WORDS.lists(Size(*size)) for size in ((1024, 576), (576, 1024))] == [True, False]
    assert (WORDS.describe(), WORDS.wires, WORDS.field_at("size")) == (
        "size: one of square, wide, other",
        ("size",),
        "size",
    )


# ---- pixels on two wires

GRID = Grid(Int(64, 2048, multiple_of=8), area=(2**16, 2**21))
SIDES = Sides("w", "h", GRID)
CUSTOM = Sides("w", "h", GRID, sets={"ratio": "custom"})
SIDE_TEXT = "a multiple of 8 from 64 to 2048"
GRID_TEXT = "each side a multiple of 8 from 64 to 2048, 65536 to 2097152 pixels in total"


def test_sides_are_offered() -> None:
    found = list(CUSTOM.offers(wish((1024, 512)), Limits()))
    wires = {"ratio": "custom", "w": 1024, "h": 512}
    assert same_offers(found, [Offer(wires, pixels=Size(1024, 512), names=False)])
    assert offered(SIDES, wish((1024, 512)), limits(w=Int(max=512))) == [{"w": 512, "h": 256}]
    assert offered(Sides("w", "h", Pairs(["1x1", "9x9"])), wish((1, 1)), limits(w=Int())) == [{"w": 1, "h": 1}]
    assert offered(SIDES, wish((1024, 512)), limits(h=Int(512, 512), w=Int(max=512))) == [{"w": 512, "h": 512}]
    for shut in ({"w": ABSENT}, {"h": ABSENT}, {"ratio": ABSENT}, {"ratio": OneOf("1:1")}):
        assert offered(CUSTOM, wish((1024, 512)), limits(**shut)) == []
    with pytest.raises(Invalid) as caught:
        offered(SIDES, wish((1024, 512)), limits(w=OneOf(512)))
    assert [problem.why for problem in caught.value.problems] == [
        "a rule can limit a side only with an Int, not with only 512"
    ]


def test_sides_are_read_where_they_count() -> None:
    assert list(SIDES.read({"w": 1, "h": 2.0})) == [("size", Size(1, 2), ("w", "h"))]
    assert list(CUSTOM.read({"w": 1, "h": 2, "ratio": "custom"})) == [("size", Size(1, 2), ("w", "h", "ratio"))]
    for flat in ({"w": 1, "h": 2}, {"w": 1, "h": 2, "ratio": "1:1"}):
        assert list(CUSTOM.read(flat)) == []
    for sides in ({"w": 1}, {"h": 1}, {"w": 0, "h": 1}, {"w": 1, "h": 0}, {"w": "1", "h": 1}, {"w": 1, "h": 1.5}):
        assert list(SIDES.read(sides)) == []


LONE = Sides("w", "h", GRID, missing=512)


def test_a_missing_side_is_what_the_vendor_takes() -> None:
    assert [LONE.pixels(flat) for flat in ({"w": 64}, {"h": 64}, {"w": 64, "h": 72}, {})] == [
        (64, 512),
        (512, 64),
        (64, 72),
        None,
    ]
    assert list(LONE.faults({"w": 1024})) == []
    assert list(LONE.faults({})) == []
    assert list(LONE.faults({"w": 1024})) == []
    assert list(LONE.faults({"w": 63})) == [
        ("w", Fault("out_of_range", SIDE_TEXT, (64, 2048))),
        ("w", Fault("bad_area", GRID_TEXT, (2**16, 2**21))),
    ]


PAIRS = Sides("w", "h", Pairs(["512x256", "256x512"]))
NO_PAIR = Fault("not_allowed", "512x256 or 256x512", ("512x256", "256x512"))
SMALL = Sides("w", "h", Grid(Int(1), area=(1, 100), ratio=("1:2", "2:1")))
SMALL_TEXT = "at most 100 pixels in total, aspect ratio from 1:2 to 2:1"
OFF_SWITCH = ("ratio", Fault("not_allowed", "only custom", ("custom",)))


@pytest.mark.parametrize(
    ("spelling", "flat", "faults"),
    [
        (SIDES, {"w": 512, "h": 512.0}, []),
        (SIDES, {}, []),
        (
            SIDES,
            {"w": 4096, "h": 33},
            [
                ("w", Fault("out_of_range", SIDE_TEXT, (64, 2048))),
                ("h", Fault("out_of_range", SIDE_TEXT, (64, 2048))),
            ],
        ),
        (
            SIDES,
            {"w": 68, "h": 64},
            [("w", Fault("off_grid", SIDE_TEXT, (8,))), ("w", Fault("bad_area", GRID_TEXT, (2**16, 2**21)))],
        ),
        (SIDES, {"w": 0, "h": 64}, [("w", Fault("out_of_range", GRID_TEXT))]),
        (SIDES, {"w": 64, "h": -1}, [("h", Fault("out_of_range", GRID_TEXT))]),
        (
            SIDES,
            {"w": "x", "h": 63},
            [("w", Fault("wrong_type", GRID_TEXT)), ("h", Fault("out_of_range", SIDE_TEXT, (64, 2048)))],
        ),
        (SIDES, {"w": True}, [("w", Fault("wrong_type", GRID_TEXT))]),
        (SIDES, {"w": 512}, [("w", Fault("incomplete", "h is missing"))]),
        (
            SIDES,
            {"h": 7},
            [("h", Fault("incomplete", "w is missing")), ("h", Fault("out_of_range", SIDE_TEXT, (64, 2048)))],
        ),
        (CUSTOM, {"ratio": "custom", "w": 512, "h": 512}, []),
        (CUSTOM, {"w": 512, "h": 512}, []),
        (CUSTOM, {"ratio": "custom"}, [("ratio", Fault("incomplete", "w and h are missing"))]),
        (CUSTOM, {"ratio": "custom", "w": 512}, [("w", Fault("incomplete", "h is missing"))]),
        (CUSTOM, {"ratio": "1:1"}, [OFF_SWITCH]),
        (CUSTOM, {"ratio": "1:1", "w": 512, "h": 512}, [OFF_SWITCH]),
        (PAIRS, {"w": 256, "h": 512}, []),
        (PAIRS, {"w": 512, "h": 512}, [("w", NO_PAIR)]),
        (PAIRS, {"w": 256, "h": 256}, [("w", NO_PAIR)]),
        (PAIRS, {"w": 1, "h": 512}, [("w", NO_PAIR)]),
        (PAIRS, {"w": 1, "h": 1}, [("w", NO_PAIR)]),
        (PAIRS, {"w": 512, "h": 1}, [("h", NO_PAIR)]),
        (PAIRS, {"w": 0, "h": 1}, [("w", Fault("out_of_range", "512x256 or 256x512"))]),
        (PAIRS, {"w": 7}, [("w", Fault("incomplete", "h is missing"))]),
        (SMALL, {"w": 10, "h": 10}, []),
        (SMALL, {"w": 1, "h": 1}, []),
        (SMALL, {"w": 11, "h": 10}, [("w", Fault("bad_area", SMALL_TEXT, (1, 100)))]),
        (SMALL, {"w": 10, "h": 4}, [("w", Fault("bad_ratio", SMALL_TEXT, ("1:2", "2:1")))]),
        (SMALL, {"w": 0, "h": 10}, [("w", Fault("out_of_range", "a whole number from 1 up"))]),
    ],
)
def test_faults_of_sides(spelling: Sides, flat: dict[str, object], faults: list[tuple[str, Fault]]) -> None:
    assert list(spelling.faults(flat)) == faults


def test_sides_describe_themselves() -> None:
    assert (SIDES.describe(), PAIRS.describe()) == (GRID_TEXT, "512x256 or 256x512")
    assert (SIDES.wires, CUSTOM.wires, CUSTOM.sides) == (("w", "h"), ("w", "h", "ratio"), ("w", "h"))
    assert [PAIRS.lists(Size(*size)) for size in ((512, 256), (256, 256))] == [True, False]
    assert not SIDES.lists(Size(512, 512))


# ---- pixels as one text

STAR = PixelText("size", GRID, "auto", "*")
STARS = PixelText("size", Pairs(["512x256", "256x512"]), "auto", "*")
STAR_TEXT = f"auto, or text like 1024*1024: {GRID_TEXT}"
STARS_TEXT = "one of auto, 512*256, 256*512"


@pytest.mark.parametrize(
    ("spelling", "value", "faults"),
    [
        (STAR, "512*512", []),
        (STAR, "auto", []),
        (STAR, 5, [Fault("wrong_type", STAR_TEXT)]),
        (STAR, "512x512", [Fault("not_allowed", STAR_TEXT)]),
        (STAR, "large", [Fault("not_allowed", STAR_TEXT)]),
        (STAR, "64*64", [Fault("bad_area", GRID_TEXT, (2**16, 2**21))]),
        (
            STAR,
            "4096*36",
            [
                Fault("out_of_range", f"the width must be {SIDE_TEXT}", (64, 2048)),
                Fault("out_of_range", f"the height must be {SIDE_TEXT}", (64, 2048)),
            ],
        ),
        (PixelText("size", GRID), "auto", [Fault("not_allowed", f"text like 1024x1024: {GRID_TEXT}")]),
        (STARS, "512*256", []),
        (STARS, "auto", []),
        (STARS, 5, [Fault("wrong_type", STARS_TEXT)]),
        (STARS, "256*256", [Fault("not_allowed", STARS_TEXT, ("auto", "512*256", "256*512"))]),
        (STARS, "large", [Fault("not_allowed", STARS_TEXT, ("auto", "512*256", "256*512"))]),
        (PixelText("size", Pairs(["8x8"])), "auto", [Fault("not_allowed", "only 8x8", ("8x8",))]),
    ],
)
def test_faults_of_a_text(spelling: PixelText, value: object, faults: list[Fault]) -> None:
    assert list(spelling.faults({"size": value})) == [("size", fault) for fault in faults]


def test_a_text_is_offered_with_the_word_for_the_vendor_s_choice() -> None:
    expected = [
        Offer({"size": "auto"}, AUTO),
        Offer({"size": "1280*720"}, pixels=Size(1280, 720), names=False),
    ]
    assert same_offers(list(STAR.offers(wish(ratio="16:9"), Limits())), expected)
    assert offered(STAR, wish((1024, 512))) == [{"size": "1024*512"}]


@pytest.mark.parametrize(
    ("spelling", "conditions", "texts"),
    [
        (STAR, {"size": ABSENT}, []),
        (STAR, {"size": OFF}, []),
        (STAR, {"size": Not(OneOf("auto"))}, ["1024*1024"]),
        (STAR, {"size": Not(OneOf("1024*1024"))}, ["auto"]),
        (STAR, {"size": Area(max=512 * 512)}, ["auto", "512*512"]),
        (STAR, {"size": Area(min=1400 * 1400)}, ["auto", "1400*1400"]),
        (STAR, {"size": OneOf("512*512", "512x512", "9*9", 5, "auto")}, ["auto", "512*512"]),
        (STAR, {"size": OneOf("512*512")}, ["512*512"]),
        (STARS, {"size": Not(OneOf("512*256"))}, ["auto", "256*512"]),
        (STARS, {"size": OneOf("auto")}, ["auto"]),
        (STARS, {}, ["auto", "512*256"]),
    ],
)
def test_a_text_is_offered_within_what_the_rules_leave(
    spelling: PixelText, conditions: dict[str, Any], texts: list[str]
) -> None:
    assert offered(spelling, wish(tier="1K"), limits(**conditions)) == [{"size": text} for text in texts]


def test_a_rule_that_a_text_can_not_obey_is_a_fault_of_the_table() -> None:
    with pytest.raises(Invalid) as caught:
        offered(STAR, wish((512, 512)), limits(size=Text(max_length=9)))
    assert [problem.why for problem in caught.value.problems] == [
        "a rule can limit size only to a list, an area or absence"
    ]


def test_a_text_that_the_vendor_converts_is_offered_for_a_legal_size_only() -> None:
    converted = PixelText("size", GRID, "auto", normalised=True)
    assert offered(converted, wish((512, 1024))) == [{"size": "512x1024"}]
    for wished in (wish((100, 100)), wish(ratio="1:1"), wish(tier="1K"), wish(ratio="auto")):
        assert offered(converted, wished) == []
    assert list(converted.read({"size": "512x1024"})) == [("size", Size(512, 1024), ("size",))]
    assert (converted.pixels({"size": "512x1024"}), STAR.pixels({"size": "512*1024"})) == (None, (512, 1024))


def test_pixels_without_a_maximum_are_not_known_to_work() -> None:
    spelling = Sides("w", "h", Grid(Int(64)))
    assert spelling.is_open
    assert spelling.doubt("size", Size(64, 64)) == "no maximum is published for this model"
    assert spelling.doubt("size", Size(63, 64)) == spelling.doubt("aspect_ratio", AspectRatio("1:1")) == ""
    for other in (SIDES, PAIRS, STARS, WORDS, TIERS, LISTED):
        assert (other.is_open, other.doubt("size", Size(512, 256)), [*other.table_faults()]) == (False, "", [])


def test_pixels_without_a_maximum_have_the_maker_s() -> None:
    maker = Grid(Int(64, 512))
    assert Sides("w", "h", Grid(Int(64)), missing=64).inherit(maker) == Sides("w", "h", maker, missing=64)
    assert PixelText("size", Grid(Int(64)), "auto", "*").inherit(maker) == PixelText("size", maker, "auto", "*")
    converted = PixelText("size", Grid(Int(64)), normalised=True)
    assert converted.inherit(maker) == converted
    assert (STAR.inherit(maker), WORDS.inherit(maker)) == (STAR, WORDS)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("1*1", (1, 1)),
        ("2147483647*1", (2147483647, 1)),
        ("2147483648*1", None),
        ("01*1", None),
        ("1*0", None),
        ("1x1", None),
        ("1*1*1", None),
        ("1*1 ", None),
        ("1٣*1", None),
        (5, None),
    ],
)
def test_a_text_is_read(text: object, size: tuple[int, int] | None) -> None:
    assert list(STAR.read({"size": text})) == ([("size", size, ("size",))] if size else [])


def test_the_vendor_s_word_is_read_as_auto() -> None:
    assert list(STAR.read({"size": "auto"})) == [("aspect_ratio", AUTO, ("size",))]
    assert list(PixelText("size", GRID).read({"size": "auto"})) == list(STAR.read({})) == []


def test_a_text_describes_itself() -> None:
    assert (STAR.describe(), STARS.describe()) == (STAR_TEXT, STARS_TEXT)
    assert PixelText("size", GRID).describe() == f"text like 1024x1024: {GRID_TEXT}"
    assert [PixelText("size", Pairs(sizes)).describe() for sizes in (["8x8"], [])] == ["only 8x8", "no size"]
