"""Size, ratio and tier as one wish: which of the ways to say it is chosen, and what each way is read as."""

from __future__ import annotations

import itertools
import pickle
from fractions import Fraction
from typing import Any

import jsonschema
import pytest
from attrs import evolve

from imgparams import (
    AspectRatio,
    Change,
    Intent,
    Invalid,
    Problem,
    Size,
    Target,
    check,
    export,
    serial,
    to_intent,
    to_request,
)
from imgparams.contract import Doubt
from imgparams.geometry import ratio_met, tier_met
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Grid,
    Int,
    Native,
    Not,
    OneOf,
    Pairs,
    PixelText,
    Presets,
    RatioRange,
    RatioTier,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    SizeText,
    Spelling,
    Text,
    WidthHeight,
)
from tests.unit.tables import asked, codes, kinds, only, raw, table

GRID = Grid(Int(32, 1536, multiple_of=8))
PIXELS = table(WidthHeight("width", "height", GRID))
FOUR_THIRDS = table(WidthHeight("width", "height", GRID, default=(1024, 768)))
WORDS = table(RatioTier("ratio", ("1:1", "16:9", "9:16", "4:3")))
BOTH = table(RatioTier("ratio", ("auto", "1:1", "16:9", "9:16"), "tier", ("1K", "2K", "4K")))
TEXT = table(SizeText("size", ("1024x1024", "1536x1024", "1024x1536"), auto="auto"))
#: Seedream: pixels or a tier in one wire
SEEDREAM = table(Sizes((PixelText("size", Grid(Int(256, 4096))), ShapeWords(tier="size", tiers=("1K", "2K", "4K")))))
#: ratio and tier whose pixels the vendor prints, but not all
PRINTED = table(
    RatioTier(
        "ratio",
        ("1:1", "16:9", "9:16"),
        "tier",
        ("1K", "2K"),
        pixels={("1:1", "1K"): (1024, 1024), ("16:9", "1K"): "1376x768", ("9:16", "1K"): (768, 1376)},
    )
)
#: only some pairs are offered
LISTED = table(
    Sizes(
        (
            ShapeWords(
                "ratio",
                ("1:1", "9:16"),
                "tier",
                ("1K", "2K", "4K"),
                {
                    ("1:1", "1K"): "1024x1024",
                    ("1:1", "4K"): "4096x4096",
                    ("9:16", "1K"): "768x1344",
                    ("9:16", "2K"): "1536x2688",
                },
                listed=True,
            ),
        )
    )
)


def sent(target: Target, **fields: Any) -> dict[str, Any]:
    return asked(target, **fields).request


# ---- each asked part is judged by itself


def test_an_exact_size_is_met_by_equal_pixels_only() -> None:
    assert asked(PIXELS, size="1368x768").changes == ()
    done = asked(PIXELS, size="1920x1080")
    assert done.request == {"width": 1536, "height": 864}
    change = only(done.changes)
    assert (change.field, change.kind, change.asked, change.became) == ("size", "clamped", (1920, 1080), (1536, 864))


def test_a_ratio_is_met_by_pixels_within_2_per_cent() -> None:
    done = asked(PIXELS, aspect_ratio="16:9", resolution="1K")
    assert done.request == {"width": 1280, "height": 720}
    assert done.changes == ()
    assert done.pixels == Size(1280, 720)


def test_a_ratio_is_not_met_by_pixels_further_off() -> None:
    change = only(asked(TEXT, aspect_ratio="16:9").changes)
    assert (change.field, change.kind, change.became) == ("aspect_ratio", "mapped", Size(1536, 1024))
    assert change.loss == pytest.approx(0.1699, abs=1e-4)  # ln of 16:9 through 3:2


def test_a_tier_is_met_by_pixels_of_its_area() -> None:
    assert asked(PIXELS, resolution="1K").changes == ()
    change = only(asked(PIXELS, resolution="4K").changes)
    assert (change.field, change.kind, change.became) == ("resolution", "clamped", Size(1536, 1536))
    assert change.loss == pytest.approx(1.9617, abs=1e-4)  # ln of 4096^2 through 1536^2


def test_the_loss_of_a_size_is_the_larger_of_shape_and_area() -> None:
    change = only(asked(PIXELS, size="1920x1080").changes)
    assert change.loss == pytest.approx(0.4463, abs=1e-4)  # ln of 1920*1080 through 1536*864


def test_without_known_pixels_an_exact_size_is_never_met() -> None:
    change = only(asked(WORDS, size="1024x1024").changes)
    assert (change.field, change.kind, str(change.became)) == ("size", "mapped", "1:1")
    change = only(asked(BOTH, size="2048x2048").changes)
    assert (change.field, change.kind) == ("size", "mapped")
    assert change.became == {"aspect_ratio": AspectRatio("1:1"), "resolution": "2K"}
    assert serial.load(Change, serial.dump(change)) == change
    assert only(asked(BOTH, size="9000x9000").changes).kind == "clamped"  # the largest tier is less


def test_what_was_not_asked_of_the_shape_is_never_added() -> None:
    assert asked(PIXELS, aspect_ratio="16:9").changes == ()
    assert asked(PRINTED, size="1376x768").changes == ()


# ---- lose as few of the asked parts as possible


def test_a_ratio_is_never_lost_for_a_tier() -> None:
    assert sent(SEEDREAM, aspect_ratio="16:9", resolution="2K") == {"size": "2560x1440"}
    assert asked(SEEDREAM, aspect_ratio="16:9", resolution="2K").changes == ()


def test_an_exact_size_goes_as_pixels() -> None:
    assert sent(SEEDREAM, size="2048x2048") == {"size": "2048x2048"}
    assert asked(SEEDREAM, size="2048x2048").changes == ()


def test_of_ratio_and_tier_the_ratio_is_kept_where_only_one_can_be() -> None:
    done = asked(WORDS, aspect_ratio="16:9", resolution="2K")
    assert done.request == {"ratio": "16:9"}
    assert kinds(done) == {"resolution": "dropped"}


def test_a_ratio_without_a_word_goes_to_the_nearest() -> None:
    done = asked(WORDS, aspect_ratio="21:9")
    assert done.request == {"ratio": "16:9"}
    assert only(done.changes).kind == "mapped"
    assert sent(WORDS, aspect_ratio="9:21") == {"ratio": "9:16"}


def test_a_tier_without_a_word_goes_to_the_nearest() -> None:
    done = asked(BOTH, resolution="3K")
    assert done.request == {"tier": "4K"}  # ln(9/4) is more than ln(16/9)
    change = only(done.changes)
    assert (change.field, change.kind, change.became) == ("resolution", "mapped", "4K")
    assert change.loss == pytest.approx(0.5754, abs=1e-4)


def test_a_tier_where_there_is_none_is_dropped() -> None:
    assert kinds(asked(WORDS, resolution="2K")) == {"resolution": "dropped"}


def test_both_parts_are_said_where_both_have_words() -> None:
    assert sent(BOTH, aspect_ratio="16:9", resolution="4K") == {"ratio": "16:9", "tier": "4K"}
    assert asked(BOTH, aspect_ratio="16:9", resolution="4K").changes == ()


def test_a_name_is_kept_whatever_its_pixels() -> None:
    target = table(RatioTier("ratio", ("16:9", "3:2"), pixels={"16:9": (1024, 640), "3:2": (1365, 768)}))
    done = asked(target, aspect_ratio="16:9")
    assert (done.request, done.changes) == ({"ratio": "16:9"}, ())


def test_an_exact_size_goes_as_the_word_of_these_pixels() -> None:
    target = table(RatioTier("ratio", ("16:9", "3:2"), pixels={"16:9": (1000, 800), "3:2": (1600, 900)}))
    assert sent(target, size="1600x900") == {"ratio": "3:2"}


def test_a_ratio_beside_a_size_that_can_not_be_is_kept() -> None:
    target = table(Sizes((Sides("w", "h", Pairs(["512x512"])), ShapeWords("ratio", ("2:1",)))))
    assert sent(target, size="1024x512") == {"w": 512, "h": 512}
    assert sent(target, size="1024x512", aspect_ratio="2:1") == {"ratio": "2:1"}


def test_a_tier_beside_a_size_that_can_not_be_is_kept() -> None:
    target = table(Sizes((Sides("w", "h", Pairs(["512x512"])), ShapeWords(tier="tier", tiers=("1K", "2K")))))
    assert sent(target, size="1024x1024") == {"w": 512, "h": 512}
    assert sent(target, size="1024x1024", resolution="1K") == {"tier": "1K"}


# ---- by name: the pair; else the ratio's name with the nearest tier; else the metric over all pairs


def test_the_pair_itself() -> None:
    assert sent(LISTED, aspect_ratio="9:16", resolution="2K") == {"ratio": "9:16", "tier": "2K"}


def test_the_ratio_with_the_nearest_tier_where_the_pair_is_not_listed() -> None:
    done = asked(LISTED, aspect_ratio="9:16", resolution="4K")
    assert done.request == {"ratio": "9:16", "tier": "2K"}
    assert kinds(done) == {"resolution": "clamped"}


def test_the_metric_over_all_pairs_where_the_ratio_is_not_listed() -> None:
    done = asked(LISTED, aspect_ratio="2:3", resolution="1K")
    assert done.request == {"ratio": "9:16", "tier": "1K"}


def test_an_exact_size_on_a_table_of_pixels() -> None:
    done = asked(LISTED, size="1536x2688")
    assert (done.request, done.changes) == ({"ratio": "9:16", "tier": "2K"}, ())
    assert sent(LISTED, size="4000x4000") == {"ratio": "1:1", "tier": "4K"}


def test_a_pair_that_is_not_listed_is_a_problem() -> None:
    assert codes({"ratio": "9:16", "tier": "4K"}, LISTED) == [("not_allowed", "tier")]
    assert codes({"ratio": "9:16", "tier": "2K"}, LISTED) == []
    assert codes({"ratio": "9:16", "tier": "8K"}, LISTED) == [("not_allowed", "tier")]


# ---- say no part that was not asked


def test_a_part_that_was_not_asked_is_not_said() -> None:
    assert sent(BOTH, aspect_ratio="16:9") == {"ratio": "16:9"}
    assert sent(BOTH, resolution="2K") == {"tier": "2K"}
    assert sent(SEEDREAM, resolution="2K") == {"size": "2K"}


def test_nothing_is_said_where_nothing_is_asked() -> None:
    for target in (PIXELS, WORDS, BOTH, TEXT, SEEDREAM, FOUR_THIRDS):
        assert sent(target) == {}


def test_a_required_size_is_the_nearest_to_1_1_and_1k_and_added() -> None:
    target = table(WidthHeight("width", "height", GRID, required=True))
    done = asked(target)
    assert done.request == {"width": 1024, "height": 1024}
    assert kinds(done) == {"size": "added"}
    assert codes({}, target) == [("missing", "width"), ("missing", "height")]


# ---- then the cost, then the earlier form


def test_of_equal_offers_the_earlier_form_wins() -> None:
    first, second = Sides("w", "h", GRID), PixelText("size", GRID)
    assert sent(table(Sizes((first, second))), size="64x64") == {"w": 64, "h": 64}
    assert sent(table(Sizes((second, first))), size="64x64") == {"size": "64x64"}


def test_the_cheaper_form_wins_before_the_earlier() -> None:
    target = table(Sizes((PixelText("preset", Pairs(["1024x1024"])), Sides("w", "h", Grid(Int(64, 512))))))
    assert sent(target, size="900x900") == {"preset": "1024x1024"}
    assert sent(target, size="400x400") == {"w": 400, "h": 400}


FORMS = (
    ShapeWords("ratio", ("1:1", "2:1", "1:2", "4:3")),
    ShapeWords(tier="tier", tiers=("1K", "2K")),
    Sides("w", "h", Pairs(["1024x1024", "1448x724", "2048x2048"])),
)


def _best_losses(spellings: tuple[Spelling, ...], ratio: str, tier: str) -> int:
    """The fewest of ratio and tier that any offer of these forms loses, by hand."""
    words = [(word, None) for word in ("1:1", "2:1", "1:2", "4:3")] if FORMS[0] in spellings else []
    tiers = [(None, word) for word in ("1K", "2K")] if FORMS[1] in spellings else []
    losses = [(word != ratio) + (name != tier) for word, name in (*words, *tiers)]
    wished = AspectRatio(ratio).value
    assert wished is not None
    if FORMS[2] in spellings:
        found = Pairs(["1024x1024", "1448x724", "2048x2048"]).nearest(wished, Fraction(1024 * int(tier[0])) ** 2)
        assert found is not None
        losses.append((not ratio_met(found, wished)) + (not tier_met(found, tier)))
    return min(losses)


@pytest.mark.parametrize(("ratio", "tier"), list(itertools.product(("1:1", "2:1", "1:2", "4:3"), ("1K", "2K"))))
@pytest.mark.parametrize("number", [1, 2, 3])
def test_as_few_parts_as_possible_are_lost(ratio: str, tier: str, number: int) -> None:
    for spellings in itertools.permutations(FORMS, number):
        done = asked(table(Sizes(spellings)), aspect_ratio=ratio, resolution=tier)
        assert len(done.changes) == _best_losses(spellings, ratio, tier), spellings


# ---- auto


def test_auto_is_sent_where_there_is_a_word() -> None:
    assert sent(TEXT, aspect_ratio="auto") == {"size": "auto"}
    assert sent(BOTH, aspect_ratio="auto") == {"ratio": "auto"}
    assert asked(TEXT, aspect_ratio="auto").changes == asked(BOTH, aspect_ratio="auto").changes == ()


def test_auto_is_left_out_where_there_is_no_word_and_that_is_no_change() -> None:
    for target in (WORDS, PIXELS, FOUR_THIRDS):
        assert (sent(target, aspect_ratio="auto"), asked(target, aspect_ratio="auto").changes) == ({}, ())


def test_auto_never_answers_a_stated_wish() -> None:
    for wish in ({"aspect_ratio": "7:5"}, {"resolution": "2K"}, {"size": "100x100"}):
        for target in (TEXT, BOTH):
            assert "auto" not in sent(target, **wish).values()


def test_auto_stays_beside_a_tier_on_a_wire_of_its_own() -> None:
    done = asked(BOTH, aspect_ratio="auto", resolution="2K")
    assert (done.request, done.changes) == ({"ratio": "auto", "tier": "2K"}, ())


def test_auto_beside_a_tier_on_one_wire_becomes_concrete_and_mapped() -> None:
    done = asked(TEXT, aspect_ratio="auto", resolution="1K")
    assert done.request == {"size": "1024x1024"}
    assert kinds(done) == {"aspect_ratio": "mapped"}


def test_auto_beside_an_exact_size_counts_as_not_asked() -> None:
    done = asked(TEXT, aspect_ratio="auto", size="1536x1024")
    assert done.request == {"size": "1536x1024"}
    assert kinds(done) == {"aspect_ratio": "mapped"}


def test_auto_does_not_answer_a_size_beside_it() -> None:
    assert sent(BOTH, aspect_ratio="auto", size="1024x1024") == {"ratio": "1:1", "tier": "1K"}


def test_the_wire_word_auto_reads_as_ratio_auto() -> None:
    assert to_intent({"size": "auto"}, TEXT) == Intent(aspect_ratio="auto")


def test_a_ratio_is_read_before_auto() -> None:
    target = table(Sizes((PixelText("size", GRID, "auto"), ShapeWords("ratio", ("16:9", "1:1")))))
    body = {"size": "auto", "ratio": "16:9"}
    assert (codes(body, target), to_intent(body, target)) == ([], Intent(aspect_ratio="16:9"))


# ---- the default stands for what is not asked


def test_the_default_s_shape_is_taken_where_only_a_tier_is_asked() -> None:
    assert sent(FOUR_THIRDS, resolution="1K") == {"width": 1184, "height": 888}
    assert sent(PIXELS, resolution="1K") == {"width": 1024, "height": 1024}


def test_the_default_s_area_is_taken_where_only_a_ratio_is_asked() -> None:
    found = asked(FOUR_THIRDS, aspect_ratio="1:1").pixels
    assert found == Size(880, 880)  # 786,432 pixels, in steps of 16
    assert asked(PIXELS, aspect_ratio="1:1").pixels == Size(1024, 1024)


def test_a_named_default_stands_for_its_ratio_and_tier() -> None:
    names = ShapeWords("ratio", ("1:1", "4:3"), "tier", {"1K": "1K", "512": "0.5K"})
    target = table(Sizes((Sides("w", "h", GRID), names), default={"ratio": "4:3", "tier": "0.5K"}))
    assert asked(target, resolution="768").pixels == Size(896, 672)
    assert asked(target, aspect_ratio="3:2").pixels == Size(624, 416)


def test_a_default_auto_counts_as_none() -> None:
    target = table(SizeText("size", GRID, auto="auto", default="auto"))
    assert sent(target, resolution="1K") == {"size": "1024x1024"}


def test_pixels_say_what_will_come() -> None:
    assert asked(FOUR_THIRDS).pixels == Size(1024, 768)
    assert asked(PIXELS).pixels is None
    assert asked(PRINTED, aspect_ratio="16:9", resolution="1K").pixels == Size(1376, 768)
    assert asked(PRINTED, aspect_ratio="16:9", resolution="2K").pixels is None
    assert asked(table(), aspect_ratio="16:9").pixels is None


def test_the_default_tier_makes_the_pixels_of_a_lone_ratio_known() -> None:
    target = table(
        RatioTier(
            "ratio", ("1:1", "16:9"), "tier", ("1K",), pixels={("16:9", "1K"): (1376, 768)}, default={"tier": "1K"}
        )
    )
    assert asked(target, aspect_ratio="16:9").pixels == Size(1376, 768)


def test_the_default_tier_decides_what_a_lone_ratio_says() -> None:
    row = RatioTier("ratio", ("16:9",), "tier", ("1K",), pixels={("16:9", "1K"): (1376, 768)}, default={"tier": "1K"})
    done = asked(table(row), aspect_ratio="1.79:1")
    assert (done.request, done.changes) == ({"ratio": "16:9"}, ())


@pytest.mark.parametrize(
    ("row", "wires"),
    [
        (SizeText("size", GRID, auto="auto", required=True), {"size": "auto"}),
        (RatioTier("ratio", ("auto", "1:1"), "tier", ("1K",), required=True), {"ratio": "auto"}),
        (RatioTier("ratio", ("16:9", "1:1"), "tier", ("1K", "2K"), required=True), {"ratio": "1:1"}),
    ],
)
def test_what_is_sent_of_a_required_shape_where_nothing_is_asked(row: Sizes, wires: dict[str, Any]) -> None:
    assert sent(table(row)) == wires


def test_a_default_holds_next_to_certain_wires_only() -> None:
    row = WidthHeight("w", "h", GRID, default=(1024, 768), default_when={"image": ABSENT})
    assert [row.pixels(flat) for flat in ({}, {"image": 1}, {"w": 64}, {"w": 64, "image": 1})] == [
        (1024, 768),
        None,
        (64, 768),
        None,
    ]
    assert [row.overlaid(flat) for flat in ({"w": 64, "x": 1}, {"w": 64, "image": 1}, {})] == [
        {"w": 64, "h": 768},
        {"w": 64},
        {},
    ]
    assert list(row.problems({"w": 64})) == []
    (alone,) = row.problems({"w": 64, "image": 1})
    assert str(alone) == "error incomplete at w: h is missing (got 64)"
    assert list(row.defaults()) == [("w", 1024, {"image": ABSENT}), ("h", 768, {"image": ABSENT})]


def test_a_default_inside_an_object_is_none_next_to_a_word_for_the_object() -> None:
    spellings = (Presets("size", {"small": "64x64"}), Sides("size.w", "size.h", GRID))
    row = Sizes(spellings, default={"size.w": 64, "size.h": 32}, default_when={"image": ABSENT})
    held = {"image": ABSENT, "size": ABSENT}
    assert list(row.defaults()) == [("size.w", 64, held), ("size.h", 32, held)]


# ---- reading


@pytest.mark.parametrize(
    ("target", "body", "intent"),
    [
        (PIXELS, {"width": 1001, "height": 5000}, Intent(size=(1001, 5000))),
        (PIXELS, {"width": 64.0, "height": 64}, Intent(size=(64, 64))),
        (TEXT, {"size": "7x9"}, Intent(size=(7, 9))),
        (SEEDREAM, {"size": "2K"}, Intent(resolution="2K")),
        (SEEDREAM, {"size": "2048x1024"}, Intent(size=(2048, 1024))),
        (BOTH, {"ratio": "2.35:1", "tier": "3K"}, Intent(aspect_ratio="2.35:1", resolution="3K")),
    ],
)
def test_any_value_of_the_right_form_is_read(target: Target, body: dict[str, Any], intent: Intent) -> None:
    assert to_intent(body, target) == intent


@pytest.mark.parametrize(
    ("target", "body"),
    [
        (PIXELS, {"width": "64", "height": 64}),
        (PIXELS, {"width": 0, "height": 64}),
        (PIXELS, {"width": 64.5, "height": 64}),
        (TEXT, {"size": "big"}),
        (TEXT, {"size": 5}),
        (TEXT, {"size": "1" * 50 + "x1"}),
        (BOTH, {"ratio": "wide", "tier": 5}),
    ],
)
def test_what_says_no_shape_stays_raw(target: Target, body: dict[str, Any]) -> None:
    assert to_intent(body, target) == Intent(provider_options={"acme": body})
    assert check(body, target)


def test_spelled_as_the_vendor_does() -> None:
    star = table(SizeText("size", GRID, separator="*"))
    assert sent(star, size="64x32") == {"size": "64*32"}
    assert to_intent({"size": "64*32"}, star) == Intent(size=(64, 32))
    assert codes({"size": "64x32"}, star) == [("not_allowed", "size")]
    words = table(RatioTier("ratio", {"16:9": "ASPECT_16_9", "1:1": "ASPECT_1_1"}, "tier", {"1K": "1 MP"}))
    assert sent(words, aspect_ratio="16:9", resolution="1K") == {"ratio": "ASPECT_16_9", "tier": "1 MP"}
    assert to_intent({"ratio": "ASPECT_16_9", "tier": "1 MP"}, words) == Intent(aspect_ratio="16:9", resolution="1K")


def test_a_legal_word_that_means_no_ratio_stays_raw() -> None:
    target = table(RatioTier("ratio", ("1:1",), more=("match_input_image",)))
    body = {"ratio": "match_input_image"}
    assert codes(body, target) == []
    assert to_intent(body, target) == Intent(provider_options={"acme": body})
    assert to_request(to_intent(body, target), target).request == body


# ---- a lone partner


def test_a_lone_side_is_read_with_the_other_s_default() -> None:
    assert to_intent({"width": 1536}, FOUR_THIRDS) == Intent(size=(1536, 768))
    assert to_intent({"height": 1024}, FOUR_THIRDS) == Intent(size=(1024, 1024))
    assert codes({"width": 1536}, FOUR_THIRDS) == []


def test_a_lone_side_without_a_default_is_incomplete_and_raw() -> None:
    for wire in ("width", "height"):
        assert codes({wire: 1024}, PIXELS) == [("incomplete", wire)]
        assert to_intent({wire: 1024}, PIXELS) == Intent(provider_options={"acme": {wire: 1024}})


def test_a_lone_side_of_the_wrong_type_is_only_that() -> None:
    assert codes({"width": "x"}, PIXELS) == [("wrong_type", "width")]


def test_a_tier_where_only_ratios_can_be_said_asks_for_no_ratio() -> None:
    ratios = table(only_ratios := RatioTier("ratio", ("1:1", "16:9")))
    done = to_request(Intent(resolution="2K"), ratios)
    assert (done.request, [(c.field, c.kind) for c in done.changes]) == ({}, [("resolution", "dropped")])
    assert sent(ratios, aspect_ratio="16:9", resolution="2K") == {"ratio": "16:9"}
    assert sent(table(evolve(only_ratios, required=True)), resolution="2K") == {"ratio": "1:1"}


def test_a_word_for_not_asked_is_no_size() -> None:
    target = table(WidthHeight("w", "h", each=Int(64), unset=(0,)))
    assert to_intent({"w": 0, "h": 0}, target) == Intent()
    assert codes({"w": 0, "h": 0}, target) == []
    assert codes({"w": 0, "h": 64}, target) == [("incomplete", "h")]


def test_one_of_two_sets_must_hold_both_sides() -> None:
    either = table(
        Sizes(
            (Sides("w", "h", Grid(Int(512, 896), Int(512, 512))), Sides("w", "h", Grid(Int(512, 512), Int(512, 896))))
        )
    )
    assert codes({"w": 640, "h": 512}, either) == codes({"w": 512, "h": 640}, either) == []
    assert codes({"w": 640, "h": 640}, either) == [("out_of_range", "h")]


def test_a_name_of_the_right_shape_is_nearer_than_known_pixels_of_another() -> None:
    partly = table(RatioTier("ratio", ("1:1", "16:9"), pixels={"1:1": "1024x1024"}))
    assert sent(partly, size="1920x1080") == {"ratio": "16:9"}


# ---- secondary spellings and conflicts

#: OpenRouter: pixels in `size`, or ratio and tier; a tier may stand in `size` too
ROUTER = table(
    Sizes(
        (
            PixelText("size", Grid(Int(256, 4096)), normalised=True),
            ShapeWords("ratio", ("1:1", "16:9"), "resolution", ("1K", "2K")),
            ShapeWords(tier="size", tiers=("1K", "2K"), read_only=True),
        )
    )
)


def test_a_second_spelling_is_read_and_never_written() -> None:
    intent = to_intent({"size": "2K"}, ROUTER)
    assert intent == Intent(resolution="2K")
    assert to_request(intent, ROUTER).request == {"resolution": "2K"}
    assert codes({"size": "2K"}, ROUTER) == []


def test_the_spellings_after_one_that_is_only_read_are_written() -> None:
    tiers = ShapeWords(tier="size", tiers=("1K", "2K"), read_only=True)
    target = table(Sizes((tiers, ShapeWords("ratio", ("1:1", "16:9"), "tier", ("1K", "2K")))))
    assert sent(target, aspect_ratio="16:9", resolution="2K") == {"ratio": "16:9", "tier": "2K"}


def test_pixels_for_exact_sizes_only() -> None:
    done = to_request(Intent(size="1000x1000"), ROUTER)
    assert (done.request, done.changes, done.pixels) == ({"size": "1000x1000"}, (), None)
    assert sent(ROUTER, aspect_ratio="16:9") == {"ratio": "16:9"}


def test_agreeing_redundancy_is_dropped_on_writing() -> None:
    body = {"size": "1920x1080", "ratio": "16:9", "resolution": "1.4K"}
    intent = to_intent(body, ROUTER)
    assert intent == Intent(size=(1920, 1080))
    assert to_request(intent, ROUTER).request == {"size": "1920x1080"}
    assert codes({"size": "1920x1080", "ratio": "16:9"}, ROUTER) == []


def test_a_conflict_keeps_the_size_and_the_other_wire_stays_raw() -> None:
    body = {"size": "1024x1024", "ratio": "16:9", "resolution": "2K"}
    assert codes(body, ROUTER) == [("conflict", "ratio"), ("conflict", "resolution")]
    assert to_intent(body, ROUTER) == Intent(
        size=(1024, 1024), provider_options={"acme": {"ratio": "16:9", "resolution": "2K"}}
    )


def test_two_tiers_that_contradict_are_a_conflict() -> None:
    body = {"size": "2K", "resolution": "1K"}
    assert [code for code, _ in codes(body, ROUTER)] == ["conflict"]
    assert to_intent(body, ROUTER).resolution is not None


def test_two_tiers_that_agree_are_none() -> None:
    assert codes({"size": "2K", "resolution": "2K"}, ROUTER) == []
    assert to_intent({"size": "2K", "resolution": "2K"}, ROUTER) == Intent(resolution="2K")


def test_two_tiers_that_a_size_meets_are_no_conflict() -> None:
    tiers = [ShapeWords(tier=wire, tiers=("1K", "1.1K")) for wire in ("a", "b")]
    target = table(Sizes((PixelText("size", GRID), *tiers)))
    body = {"size": "1024x1024", "a": "1K", "b": "1.1K"}
    assert (codes(body, target), to_intent(body, target)) == ([], Intent(size="1024x1024"))
    assert codes({"a": "1K", "b": "1.1K"}, target) == [("conflict", "b")]


# ---- what is not known to work

NO_MAXIMUM = "no maximum is published for this model"
OPEN = Sizes(
    (Sides("w", "h", Grid(Int(8))), RatioRange("ratio"), Presets("name", {"small": "64x64"})),
    default={"w": 9, "h": 9},
)
WORDED = Sizes((ShapeWords("ratio", ("1:1",), more=("custom",)),), open=True)


@pytest.mark.parametrize(
    ("row", "flat", "doubts"),
    [
        (OPEN, {"w": 65, "h": 64}, [Doubt("size", "w", NO_MAXIMUM)]),
        (OPEN, {"w": 64, "h": 64}, []),  # pixels of a word
        (OPEN, {"w": 9, "h": 9}, []),  # the default
        (OPEN, {"w": 7, "h": 7}, []),  # not legal
        (OPEN, {"h": 70}, [Doubt("size", "h", NO_MAXIMUM)]),
        (
            OPEN,
            {"ratio": "1:1", "w": 70},
            [
                Doubt("size", "w", NO_MAXIMUM),
                Doubt("aspect_ratio", "ratio", "no range of ratios is published"),
            ],
        ),
        (OPEN, {"name": "small"}, []),
        (OPEN, {}, []),
        (WORDED, {"ratio": "1:1"}, []),
        (WORDED, {"ratio": "custom"}, []),
        (WORDED, {"ratio": "odd"}, [Doubt("aspect_ratio", "ratio", "it is none of the sizes published")]),
        (WORDED, {"ratio": "2:1"}, [Doubt("aspect_ratio", "ratio", "it is none of the sizes published")]),
        (WORDED, {"ratio": 5}, []),
        (evolve(WORDED, open=False), {"ratio": "odd"}, []),
    ],
)
def test_what_is_not_known_to_work(row: Sizes, flat: dict[str, object], doubts: list[Doubt]) -> None:
    assert list(row.doubts(flat)) == doubts


def test_a_row_is_open_where_a_spelling_is() -> None:
    closed = Sizes((Sides("w", "h", GRID), Presets("name", {"small": "64x64"})))
    assert [row.is_open for row in (OPEN, WORDED, closed, evolve(closed, open=True))] == [True, True, False, True]


# ---- the maker


def test_a_row_has_the_sizes_that_the_maker_takes_too() -> None:
    host = WidthHeight("w", "h", Grid(Int(64, 4096), generic=True), default=(512, 512), default_when={"image": ABSENT})
    maker = table(WidthHeight("width", "height", Grid(Int(128, 1024))))
    both = Grid(Int(128, 1024), generic=True)
    assert host.inherit(maker) == evolve(host, spellings=[Sides("w", "h", both)])
    large = evolve(host, default={"w": 2048, "h": 2048})
    assert large.inherit(maker) == WidthHeight("w", "h", both)  # a default for every model is none of this one
    own = WidthHeight("w", "h", Grid(Int(64)), default=(2048, 2048))
    assert own.inherit(maker) == own
    assert evolve(host, unlike_maker="its own sizes").inherit(maker).legal_pixels == host.legal_pixels
    assert host.inherit(table()) == host.inherit(WORDS) == host


# ---- problems


def test_sides_problems_are_at_their_wires() -> None:
    assert codes({"width": 33, "height": 9999}, PIXELS) == [("off_grid", "width"), ("out_of_range", "height")]
    assert codes({"width": 64, "height": 0}, PIXELS) == [("out_of_range", "height")]
    assert codes({"width": 0, "height": 64}, PIXELS) == [("out_of_range", "width")]
    assert codes({"width": 64, "height": True}, PIXELS) == [("wrong_type", "height")]
    assert codes({"width": 1536, "height": 864}, PIXELS) == []
    pairs = table(WidthHeight("width", "height", ["512x512"]))
    assert codes({"width": 64, "height": 64}, pairs) == [("not_allowed", "width")]


def test_text_problems() -> None:
    assert codes({"size": "64x64"}, TEXT) == [("not_allowed", "size")]
    assert codes({"size": 5}, TEXT) == [("wrong_type", "size")]
    assert codes({"size": "auto"}, TEXT) == []
    grid = table(SizeText("size", Grid(Int(16, 64, multiple_of=16), area=(1024, None), ratio=("1:2", "2:1"))))
    found = [codes({"size": size}, grid)[0][0] for size in ("17x32", "128x32", "16x16", "64x16")]
    assert found == ["off_grid", "out_of_range", "bad_area", "bad_ratio"]


def test_names_problems() -> None:
    assert codes({"ratio": "7:5", "tier": 5}, BOTH) == [("not_allowed", "ratio"), ("wrong_type", "tier")]


EACH = "each side a whole number from 8 to 1024"
CHANGED = "accepted, but the vendor changes it to each side a multiple of 8 from 8 up"
ROUNDED = table(WidthHeight("w", "h", each=Int(8, multiple_of=8), accepts=Grid(Int(8))))
DISPUTED = table(
    WidthHeight(
        "w", "h", each=Int(8, 1024), disputed_to=Grid(Int(8, 2048)), disputed="a guide says 2048", source="x.example"
    )
)
EITHER = Sizes((Sides("w", "h", Grid(Int(8, 1024))), ShapeWords("ratio", ("1:1",))), required=True)


@pytest.mark.parametrize(
    ("target", "body", "found"),
    [
        (
            ROUNDED,
            {"w": 1001, "h": 512},
            [f"warning altered at w: {CHANGED} (got 1001)"],
        ),
        (
            ROUNDED,
            {"w": 1001, "h": 7},
            [
                "error off_grid at w: a multiple of 8 from 8 up (got 1001)",
                "error out_of_range at h: a multiple of 8 from 8 up (got 7)",
            ],
        ),
        (DISPUTED, {"w": 1025, "h": 9}, [f"warning disputed at w: {EACH}; but a guide says 2048 (got 1025)"]),
        (
            DISPUTED,
            {"w": 2000, "h": 2049},
            [
                "error out_of_range at w: a whole number from 8 to 1024 (got 2000)",
                "error out_of_range at h: a whole number from 8 to 1024 (got 2049)",
            ],
        ),
        (table(SizeText("size", ["8x8"], required=True)), {}, ["error missing at size: required: only 8x8"]),
        (
            table(EITHER),
            {},
            [f"error missing at {wire}: required: {EACH}; or ratio: only 1:1" for wire in ("w", "h")],
        ),
        (table(EITHER), {"ratio": "1:1"}, []),
        (
            table(evolve(EITHER, spellings=EITHER.spellings[::-1])),
            {},
            [f"error missing at ratio: required: ratio: only 1:1; or {EACH}"],
        ),
        (
            ROUTER,
            {"size": "1024x1024", "ratio": "16:9", "resolution": "2K"},
            [
                'error conflict at ratio: contradicts 1024x1024 (got "16:9")',
                'error conflict at resolution: contradicts 1024x1024 (got "2K")',
            ],
        ),
        (ROUTER, {"size": "2K", "resolution": "1K"}, ['error conflict at size: contradicts 1K (got "2K")']),
        (
            ROUTER,
            {"ratio": "1:1", "size": "1920x1080", "resolution": "4K"},
            [
                'error not_allowed at resolution: 1K or 2K (got "4K")',
                'error conflict at ratio: contradicts 1920x1080 (got "1:1")',
                'error conflict at resolution: contradicts 1920x1080 (got "4K")',
            ],
        ),
        (
            ROUTER,
            {"size": "9"},
            ['error not_allowed at size: text like 1024x1024: each side a whole number from 256 to 4096 (got "9")'],
        ),
        (
            FOUR_THIRDS,
            {"width": 9999},
            ["error out_of_range at width: a multiple of 8 from 32 to 1536 (got 9999)"],
        ),
        (
            FOUR_THIRDS,
            {"height": "x"},
            ['error wrong_type at height: each side a multiple of 8 from 32 to 1536 (got "x")'],
        ),
    ],
)
def test_problems_as_they_are_read(target: Target, body: dict[str, Any], found: list[str]) -> None:
    assert [str(problem) for problem in check(body, target)] == found


def test_a_problem_has_the_limits_and_the_field() -> None:
    source = "https://wiki.example/muse (2026-11-01)"
    (altered,) = check({"w": 1001, "h": 512}, ROUNDED)
    assert altered == Problem("warning", "altered", ("w",), 1001, CHANGED, (8,), "size", source)
    (disputed,) = check({"w": 1025, "h": 9}, DISPUTED)
    why = f"{EACH}; but a guide says 2048"
    assert disputed == Problem("warning", "disputed", ("w",), 1025, why, (8, 1024), "size", "x.example (2026-11-01)")
    (beyond,) = check({"size": "2K", "resolution": "9K"}, ROUTER)[:1]
    assert beyond == Problem(
        "error", "not_allowed", ("resolution",), "9K", "1K or 2K", ("1K", "2K"), "resolution", source
    )
    (conflict,) = check({"size": "1024x1024", "ratio": "16:9"}, ROUTER)
    assert conflict == Problem(
        "error", "conflict", ("ratio",), "16:9", "contradicts 1024x1024", None, "aspect_ratio", source
    )


def test_an_open_row_lets_any_text_pass() -> None:
    target = table(SizeText("size", ("512x512",), open=True))
    for text in ("64x64", "large"):
        (problem,) = check({"size": text}, target)
        assert str(problem) == f'warning unverified at size: it is none of the sizes published (got "{text}")'
    assert codes({"size": "512x512"}, target) == []
    assert codes({"size": 5}, target) == [("wrong_type", "size")]


def test_a_default_that_is_not_legal_is_a_bad_table() -> None:
    with pytest.raises(Invalid, match="bad_table"):
        table(WidthHeight("width", "height", GRID, default=(33, 33)))


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (
            Sizes((Sides("w", "h", GRID),), default={"w": 33, "h": 64}),
            "w: the default 33 is not legal: a multiple of 8 from 32 to 1536",
        ),
        (Sizes((Sides("w", "h", GRID),), default={"w": 64}), "w: the default 64 is not legal: h is missing"),
        (
            Sizes((Sides("w", "h", GRID),), default={"w": 64, "h": 64}, default_when={"x": OneOf(1)}),
            "the conditions in default_when of sizes are PRESENT or ABSENT",
        ),
        (RatioTier("ratio", ("x",), default={"ratio": "y"}), "x is not an aspect ratio"),
    ],
)
def test_faults_of_a_row(row: Sizes, found: str) -> None:
    assert list(row.table_faults()) == [found]


def test_a_row_of_pixels_has_either_sizes_or_each() -> None:
    facts: list[dict[str, Any]] = [{}, {"sizes": GRID, "each": Int(1)}]
    for sizes in facts:
        with pytest.raises(Invalid) as caught:
            WidthHeight("w", "h", **sizes)
        assert [problem.why for problem in caught.value.problems] == ["w and h need either sizes or each"]
    with pytest.raises(ValueError, match="longer"):
        WidthHeight("w", "h", GRID, default=(1, 2, 3))


def test_what_the_short_ways_to_write_a_row_mean() -> None:
    pair = Pairs(["8x8"])
    assert WidthHeight("w", "h", ["8x8"], default=(8, 8)) == Sizes((Sides("w", "h", pair),), default={"w": 8, "h": 8})
    assert WidthHeight("w", "h", pair, default={"w": 8}) == Sizes((Sides("w", "h", pair),), default={"w": 8})
    assert WidthHeight("w", "h", []) == Sizes((Sides("w", "h", Pairs([])),))
    assert SizeText("s", ["8x8"]) == Sizes((PixelText("s", pair),))
    assert SizeText("s", pair, auto="a", separator="*", default="8*8", note="n") == Sizes(
        (PixelText("s", pair, "a", "*"),), default={"s": "8*8"}, note="n"
    )
    assert RatioTier("r", ("1:1",)) == Sizes((ShapeWords("r", ("1:1",)),))
    assert RatioTier("r", ("1:1",), "t", ("1K",), pixels={("1:1", "1K"): "8x8"}, more=("x",), note="n") == Sizes(
        (ShapeWords("r", ("1:1",), "t", ("1K",), {("1:1", "1K"): "8x8"}, more=("x",)),), note="n"
    )


# ---- rules narrow a shape as a whole

FAST = Native("fast", OneOf(True, False))


def fast(target: Target, **fields: Any) -> dict[str, Any]:
    intent = Intent(provider_options={"acme": {"fast": True}}, **fields)
    return to_request(intent, target).request


def when_fast(row: Sizes, **then: Any) -> Target:
    return table(FAST, row, rules=[Rule({"fast": OneOf(True)}, then, "when fast")])


def test_sides_up_to_1024_make_1024x576() -> None:
    target = when_fast(WidthHeight("width", "height", GRID), width=Int(max=1024), height=Int(max=1024))
    assert fast(target, size="1920x1080") == {"fast": True, "width": 1024, "height": 576}


def test_a_text_is_narrowed_to_a_list() -> None:
    row = SizeText("size", GRID, auto="auto")
    target = when_fast(row, size=OneOf("512x512", "1024x512", "9999x1", "auto"))
    assert fast(target, size="1920x1080") == {"fast": True, "size": "1024x512"}
    assert fast(target, aspect_ratio="auto") == {"fast": True, "size": "auto"}


def test_a_list_of_texts_is_filtered() -> None:
    row = SizeText("size", ("512x512", "1024x512"), auto="auto")
    assert fast(when_fast(row, size=Not(OneOf("1024x512"))), size="1024x512") == {"fast": True, "size": "512x512"}
    assert fast(when_fast(row, size=Not(OneOf("auto"))), aspect_ratio="auto") == {"fast": True}


def test_names_are_filtered() -> None:
    row = RatioTier("ratio", ("1:1", "16:9", "3:2"), "tier", ("1K", "2K"))
    assert fast(when_fast(row, ratio=Not(OneOf("16:9"))), aspect_ratio="16:9") == {"fast": True, "ratio": "3:2"}
    assert fast(when_fast(row, tier=ABSENT), resolution="2K", aspect_ratio="1:1") == {"fast": True, "ratio": "1:1"}
    assert fast(when_fast(row, tier=PRESENT), aspect_ratio="1:1")["ratio"] == "1:1"


@pytest.mark.parametrize(
    ("row", "wires"),
    [
        (WidthHeight("width", "height", GRID), ("width", "height")),
        (SizeText("size", GRID), ("size",)),
        (SizeText("size", ("512x512",)), ("size",)),
        (RatioTier("ratio", ("1:1",)), ("ratio",)),
    ],
)
def test_a_rule_may_shut_a_shape(row: Sizes, wires: tuple[str, ...]) -> None:
    target = when_fast(row, **dict.fromkeys(wires, ABSENT))
    assert fast(target, size="512x512") == {"fast": True}


def test_a_rule_that_leaves_no_size_leaves_the_wires_out() -> None:
    target = when_fast(WidthHeight("width", "height", ["1024x1024"]), width=Int(max=512))
    assert fast(target, size="1024x1024") == {"fast": True}


@pytest.mark.parametrize("row", [WidthHeight("size", "height", GRID), SizeText("size", GRID)])
def test_a_rule_that_can_not_narrow_a_shape_is_a_bad_table(row: Sizes) -> None:
    target = when_fast(row, size=Text(max_length=3))
    with pytest.raises(Invalid, match="bad_table"):
        fast(target, size="512x512")


def test_a_default_that_a_rule_breaks_is_replaced_as_a_whole() -> None:
    row = WidthHeight("width", "height", GRID, default=(1024, 1024))
    target = when_fast(row, width=Int(max=512), height=Int(max=512))
    assert fast(target) == {"fast": True, "width": 512, "height": 512}


def test_the_default_of_a_wire_that_must_be_left_out_decides_nothing() -> None:
    words = ShapeWords("ratio", ("4:3", "16:9"), "tier", ("1K",), {("4:3", "1K"): "1376x768"})
    row = Sizes((words,), default={"tier": "1K"})
    assert sent(table(row), aspect_ratio="1.79:1") == {"ratio": "4:3"}
    assert fast(when_fast(row, tier=ABSENT), aspect_ratio="1.79:1") == {"fast": True, "ratio": "16:9"}


# ---- values and text


@pytest.mark.parametrize("target", [PIXELS, TEXT, BOTH, LISTED, ROUTER, SEEDREAM])
def test_shapes_are_values(target: Target) -> None:
    for row in target.rows:
        twin = pickle.loads(pickle.dumps(row))
        assert twin == row
        assert hash(twin) == hash(row)
        assert row.describe()


def test_names_have_at_least_one_wire() -> None:
    with pytest.raises(Invalid, match="bad_table"):
        ShapeWords(ratios=("1:1",))


def test_each_side_in_one_domain() -> None:
    assert WidthHeight("w", "h", each=Int(1, 9)) == WidthHeight("w", "h", Grid(Int(1, 9)))


def test_redundant_raw_wires_of_a_shape_are_sent_again_where_they_say_nothing_more() -> None:
    target = table(RatioTier("ratio", ("1:1",), more=("custom",)))
    assert raw(target, ratio="custom").request == {"ratio": "custom"}
    done = to_request(Intent(aspect_ratio="1:1", provider_options={"acme": {"ratio": "custom"}}), target)
    assert done.request == {"ratio": "1:1"}
    assert len(done.changes) == 1


def test_what_the_vendor_takes_for_a_missing_side() -> None:
    lone = table(Sizes((Sides("w", "h", Grid(Int(64, 2048), area=(1, 2**20)), missing=512),)))
    assert to_intent({"w": 768}, lone) == Intent(size=(768, 512))
    assert to_intent({"h": 768}, lone) == Intent(size=(512, 768))
    assert codes({"w": 768}, lone) == []
    assert codes({"w": 63}, lone) == [("out_of_range", "w")]
    assert codes({"h": 2048 + 1}, lone) == [("out_of_range", "h"), ("bad_area", "h")]
    assert to_request(to_intent({"w": 768}, lone), lone).request == {"w": 768, "h": 512}
    schema = export.json_schema(lone)
    valid = jsonschema.Draft202012Validator(schema).is_valid
    assert [valid({"w": side}) for side in (63, 768, 2048, 2049)] == [False, True, True, False]


def test_what_is_wrong_with_a_side_that_is_not_there_is_told_of_the_other() -> None:
    lone = table(Sizes((Sides("w", "h", Grid(Int(64, 2048)), missing=7),)))
    assert codes({"w": 512}, lone) == [("out_of_range", "w")]
    assert codes({"h": 63}, lone) == [("out_of_range", "h"), ("out_of_range", "h")]


def test_a_side_is_judged_beside_one_that_is_missing_or_no_number() -> None:
    target = table(Sizes((Sides("w", "h", Grid(Int(64, 2048))),)))
    assert codes({"w": "x", "h": 63}, target) == [("wrong_type", "w"), ("out_of_range", "h")]
    assert codes({"w": 0, "h": 63}, target) == [("out_of_range", "w"), ("out_of_range", "h")]
    assert codes({"h": 63}, target) == [("incomplete", "h"), ("out_of_range", "h")]
