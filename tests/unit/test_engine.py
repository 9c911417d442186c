"""Rules: the design's decisions 1 to 8, each on the smallest table that shows it; and what raw fields say."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from imgparams import ALL, SAFE, Intent, Invalid, Reference, check, to_intent, to_request
from imgparams.engine import solving
from imgparams.engine.reading import asked_of
from imgparams.engine.solving import Reason
from imgparams.tables import (
    ABSENT,
    PRESENT,
    AtMost,
    Const,
    Count,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    Native,
    Not,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    Presets,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Text,
    WidthHeight,
)
from imgparams.tables.rules import Between
from imgparams.translation import solved
from tests.unit.tables import COUNT, MUSE, OTHER, PNG, PROMPT, SEED, STEPS, URL, asked, codes, kinds, only, raw, table

TRUE, FALSE = OneOf(True), OneOf(False)


def legal(request: dict[str, Any], target: Any) -> bool:
    return not any(problem.level == "error" or problem.code == "ignored" for problem in check(request, target))


# ---- 1: a wire that a rule had to send is added


SLOW = table(
    STEPS,
    Param("n", Field.n, Int(1, 8, round_down=True), default=8),
    rules=[Rule({"steps": Int(31)}, {"n": Int(max=4)}, "at most 4 images above 30 steps")],
)


def test_a_wire_that_a_rule_had_to_send_is_added() -> None:
    done = asked(SLOW, steps=40)
    assert done.request == {"steps": 40, "n": 4}
    change = only(done.changes)
    assert (change.field, change.kind, change.asked, change.became) == ("n", "added", None, 4)
    assert "at most 4 images above 30 steps" in change.why


def test_an_added_wire_names_the_default_that_fired_the_rule() -> None:
    target = table(
        Native("alchemy", Flag(), default=True),
        Param("n", Field.n, Int(1, 8), default=8),
        rules=[Rule({"alchemy": TRUE}, {"n": Int(max=4)}, "at most 4 with alchemy")],
    )
    change = only(asked(target).changes)
    assert (change.field, change.kind, change.became) == ("n", "added", 4)
    assert "at most 4 with alchemy" in change.why
    assert "alchemy is true by default" in change.why


def test_an_added_wire_of_the_vendor_s_own_is_told_too() -> None:
    target = table(
        SEED, Native("watermark", Flag(), default=True), rules=[Rule({"seed": PRESENT}, {"watermark": FALSE}, "w")]
    )
    done = asked(target, seed=5)
    assert done.request == {"seed": 5, "watermark": False}
    assert kinds(done) == {"provider_options.acme.watermark": "added"}


def test_a_rule_that_changes_nothing_is_not_told() -> None:
    assert asked(SLOW, steps=40, n=3).changes == ()
    assert asked(SLOW, steps=20).request == {"steps": 20}


def test_a_clamped_wish_names_the_rule() -> None:
    change = only(asked(SLOW, steps=40, n=8).changes)
    assert (change.kind, change.became) == ("clamped", 4)
    assert "at most 4 images above 30 steps" in change.why


# ---- 2: rules narrow, and every row is written again from the wish


def test_rules_fire_one_after_the_other() -> None:
    chain = [Rule({a: Int(max=1)}, {b: Int(max=1)}, f"{a} limits {b}") for a, b in ("ab", "bc", "cd")]
    levels = [Native(wire, Int(0, 9)) for wire in "abcd"]
    for rules in itertools.permutations(chain):
        done = raw(table(*levels, rules=rules), a=1, b=5, c=5, d=5)
        assert done.request == {"a": 1, "b": 1, "c": 1, "d": 1}
        assert [change.why for change in done.changes] == ["a limits b", "b limits c", "c limits d"]


def test_the_wish_is_asked_again_and_not_the_clamped_value() -> None:
    rules = [
        Rule({"fast": TRUE}, {"level": OneOf(1, 2, 4, 9, 10)}, "fast"),
        Rule({"level": OneOf(4)}, {"level": OneOf(1, 2, 9, 10)}, "no 4"),
    ]
    done = raw(table(Native("fast", Flag()), Native("level", OneOf(*range(11))), rules=rules), fast=True, level=6)
    assert done.request["level"] == 9  # 4 would go to 2


def test_a_fired_rule_stays_fired() -> None:
    """The condition no longer holds of the answer, and the answer still keeps the rule: so it ends."""
    rules = [Rule({"level": Int(5)}, {"level": Int(max=3)}, "no more than 3, if at all 5")]
    done = raw(table(Native("level", Int(0, 9)), rules=rules), level=8)
    assert done.request == {"level": 3}


def test_two_rules_that_chase_each_other_end() -> None:
    rules = [
        Rule({"a": Int(1)}, {"b": Int(max=0)}, "a shuts b"),
        Rule({"b": Int(max=0)}, {"a": Int(max=0)}, "no b, no a"),
    ]
    for order in (rules, rules[::-1]):
        target = table(Native("a", Int(0, 9)), Native("b", Int(0, 9)), rules=order)
        done = raw(target, a=5, b=5)
        assert done.request == {"a": 0, "b": 0}
        assert legal(done.request, target)


# ---- 3: nothing is left


CLASH = [Rule({"ultra": TRUE}, {"alchemy": FALSE}, "ultra"), Rule({"photo": TRUE}, {"alchemy": TRUE}, "photo")]
FLAGS = (Native("ultra", Flag()), Native("photo", Flag()))


def test_a_wire_without_a_legal_value_is_left_out_where_absence_is_legal() -> None:
    for rules in (CLASH, CLASH[::-1]):
        target = table(*FLAGS, Native("alchemy", Flag()), rules=rules)
        done = raw(target, ultra=True, photo=True, alchemy=True)
        assert done.request == {"ultra": True, "photo": True}
        assert legal(done.request, target)
        assert kinds(done) == {"provider_options.acme.alchemy": "dropped"}


def test_a_table_that_leaves_no_legal_value_is_a_bad_table() -> None:
    target = table(*FLAGS, Native("alchemy", Flag(), default=True), rules=CLASH)
    with pytest.raises(Invalid) as caught:
        raw(target, ultra=True, photo=True)
    assert caught.value.problems[0].code == "bad_table"
    assert "alchemy" in str(caught.value)


def test_a_row_that_can_not_be_filled_for_a_rule_is_a_bad_table() -> None:
    rules = [Rule({"seed": PRESENT}, {"images": PRESENT}, "seeds are for edits")]
    target = table(SEED, Pictures("images", (Image("url"),), max=2), rules=rules)
    assert asked(target, seed=5, references=[URL]).request == {"seed": 5, "images": [URL]}
    with pytest.raises(Invalid) as caught:
        asked(target, seed=5)
    (problem,) = caught.value.problems
    assert (problem.code, problem.why) == ("bad_table", "the rules leave images no legal value")


def test_a_number_without_a_legal_value_is_a_bad_table() -> None:
    rules = [Rule({"a": TRUE}, {"level": Num(0.8)}, "high"), Rule({"b": TRUE}, {"level": Num(max=0.3)}, "low")]
    target = table(Native("a", Flag()), Native("b", Flag()), Native("level", Num(0, 1), default=0.5), rules=rules)
    with pytest.raises(Invalid, match="bad_table"):
        raw(target, a=True, b=True)


def test_a_default_that_may_neither_stay_nor_be_replaced_is_a_bad_table() -> None:
    rules = [Rule({"ultra": TRUE}, {"alchemy": FALSE}, "ultra"), Rule({"photo": TRUE}, {"alchemy": ABSENT}, "photo")]
    target = table(*FLAGS, Native("alchemy", Flag(), default=True), rules=rules)
    with pytest.raises(Invalid, match="bad_table"):
        raw(target, ultra=True, photo=True)


def test_the_rule_that_names_the_winner_goes_first() -> None:
    winner = Rule({"photo": TRUE}, {"ultra": FALSE}, "photo wins")
    target = table(*FLAGS, Native("alchemy", Flag(), default=True), rules=[winner, *CLASH])
    done = raw(target, ultra=True, photo=True)
    assert done.request == {"photo": True}
    change = only(done.changes)
    assert (change.field, change.why) == ("provider_options.acme.ultra", "photo wins")


def test_limits_that_differ_only_as_json_are_two() -> None:
    rules = [Rule({"a": TRUE}, {"v": OneOf(1)}, "one"), Rule({"b": TRUE}, {"v": OneOf(True)}, "yes")]
    target = table(Native("a", Flag()), Native("b", Flag()), Native("v", OneOf(1, True)), rules=rules)
    assert raw(target, a=True, b=True, v=1).request == {"a": True, "b": True}


# ---- 4: the side in `then` gives way


def test_what_needs_another_wire_is_not_set_without_it() -> None:
    needs = [Rule({"amount": ABSENT}, {"unzoom": Not(TRUE)}, "unzoom needs an amount")]
    target = table(Native("unzoom", Flag()), Native("amount", Num(1, 2)), rules=needs)
    done = raw(target, unzoom=True)
    assert legal(done.request, target)
    assert done.request in ({}, {"unzoom": False})
    assert "unzoom needs an amount" in only(done.changes).why
    assert raw(target, unzoom=True, amount=1.5).changes == ()
    assert codes({"unzoom": True}, target) == [("conflict", "unzoom")]


# ---- 5: defaults and unknown defaults


def test_a_known_default_that_breaks_a_rule_is_overridden() -> None:
    target = table(
        SEED, Native("watermark", Flag(), default=True), rules=[Rule({"seed": PRESENT}, {"watermark": FALSE}, "w")]
    )
    assert codes({"seed": 5}, target) == [("conflict", "watermark")]
    assert "watermark is true by default" in check({"seed": 5}, target)[0].why
    assert codes({"seed": 5, "watermark": False}, target) == []


def test_an_unknown_default_satisfies_every_rule_but_present() -> None:
    target = table(SEED, Native("watermark", Flag()), rules=[Rule({"seed": PRESENT}, {"watermark": FALSE}, "w")])
    assert asked(target, seed=5).request == {"seed": 5}
    assert codes({"seed": 5}, target) == []
    needs = table(SEED, Native("watermark", Flag()), rules=[Rule({"seed": PRESENT}, {"watermark": PRESENT}, "w")])
    assert codes({"seed": 5}, needs) == [("conflict", "watermark")]


def test_an_unknown_default_fires_no_rule_but_absent() -> None:
    value = table(SEED, Native("mode", OneOf("a")), rules=[Rule({"mode": OneOf("a")}, {"seed": ABSENT}, "w")])
    assert asked(value, seed=5).request == {"seed": 5}
    absent = table(SEED, Native("mode", OneOf("a")), rules=[Rule({"mode": ABSENT}, {"seed": ABSENT}, "w")])
    assert kinds(asked(absent, seed=5)) == {"seed": "dropped"}


def test_forcing_one_default_may_settle_another() -> None:
    rules = [
        Rule({"photo": TRUE}, {"alchemy": FALSE}, "photo"),
        Rule({"photo": TRUE}, {"style": OneOf("NONE", "PLAIN")}, "plain styles"),
    ]
    target = table(
        Native("photo", Flag()),
        Native("alchemy", Flag(), default=True),
        Native("style", OneOf("NONE", "PLAIN", "DYNAMIC"), default="DYNAMIC", default_when={"alchemy": TRUE}),
        rules=rules,
    )
    done = raw(target, photo=True)
    assert done.request == {"photo": True, "alchemy": False}
    assert legal(done.request, target)


# ---- 6: a size is narrowed as a whole


def test_a_size_is_narrowed_as_a_whole() -> None:
    target = table(
        Native("alchemy", Flag()),
        WidthHeight("width", "height", Grid(Int(32, 1536, multiple_of=8))),
        rules=[Rule({"alchemy": TRUE}, {"width": Int(max=1024), "height": Int(max=1024)}, "sides up to 1024")],
    )
    done = to_request(Intent(size="1920x1080", provider_options={"acme": {"alchemy": True}}), target)
    assert done.request == {"alchemy": True, "width": 1024, "height": 576}
    assert only(done.changes).why == "sides up to 1024"


# ---- 7: effects


def effect(word: Any, **facts: Any) -> Any:
    return table(
        Param("format", Field.output_format, OneOf("png", "jpeg"), **facts),
        Param("compression", Field.output_compression, Int(0, 100)),
        rules=[Rule({"format": OneOf("png")}, {"compression": ABSENT}, "png has no compression", effect=word)],
    )


def test_what_a_vendor_ignores_is_not_sent_and_told() -> None:
    done = asked(effect("ignored"), output_format="png", output_compression=50)
    assert done.request == {"format": "png"}
    change = only(done.changes)
    assert (change.field, change.kind, change.why) == ("output_compression", "dropped", "png has no compression")


def test_what_a_default_makes_ignored_names_the_default() -> None:
    change = only(asked(effect("ignored", default="png"), output_compression=50).changes)
    assert (change.field, change.kind) == ("output_compression", "dropped")
    assert "format is png by default" in change.why


@pytest.mark.parametrize(
    ("word", "level", "code"),
    [
        ("refused", "error", "conflict"),
        ("ignored", "warning", "ignored"),
        ("altered", "warning", "altered"),
        ("disputed", "warning", "disputed"),
    ],
)
def test_each_effect_has_its_level_and_code(word: str, level: str, code: str) -> None:
    (problem,) = check({"format": "png", "compression": 50}, effect(word))
    assert (problem.level, problem.code, problem.path, problem.field) == (
        level,
        code,
        ("compression",),
        "output_compression",
    )
    assert problem.why == "png has no compression"
    assert check({"format": "jpeg", "compression": 50}, effect(word)) == ()


def test_what_is_ignored_is_still_read() -> None:
    body = {"format": "png", "compression": 50}
    assert to_intent(body, effect("ignored")) == Intent(output_format="png", output_compression=50)


def test_what_is_disputed_changes_no_request() -> None:
    done = asked(effect("disputed"), output_format="png", output_compression=50)
    assert (done.request, done.changes) == ({"format": "png", "compression": 50}, ())


def test_what_is_altered_is_avoided() -> None:
    done = asked(effect("altered"), output_format="png", output_compression=50)
    assert done.request == {"format": "png"}


# ---- 8: the winner's side


def test_a_variant_narrows_the_other_side_of_a_const() -> None:
    target = table(Const("modelId", "phoenix"), Native("photoReal", OneOf(False)))
    done = raw(target, photoReal=True)
    assert done.request == {"modelId": "phoenix"}
    assert kinds(done) == {"provider_options.acme.photoReal": "dropped"}


@pytest.mark.parametrize("wire", ["prompt", "mode"])
def test_a_rule_that_forbids_what_must_be_sent_is_a_bad_table(wire: str) -> None:
    with pytest.raises(Invalid, match="bad_table"):
        table(PROMPT, Const("mode", "x"), SEED, rules=[Rule({"seed": PRESENT}, {wire: ABSENT}, "no")])


# ---- conditions on counts


def test_a_condition_may_look_at_a_count() -> None:
    target = table(
        Pictures("images", (Image("url"),)),
        Native("ratio", Text()),
        rules=[Rule({"images": Count(0, 1)}, {"ratio": ABSENT}, "ignored with one image", effect="ignored")],
    )
    one = Intent(references=[URL], provider_options={"acme": {"ratio": "1:1"}})
    two = Intent(references=[URL, OTHER], provider_options={"acme": {"ratio": "1:1"}})
    assert to_request(one, target).request == {"images": [URL]}
    assert to_request(two, target).request == {"images": [URL, OTHER], "ratio": "1:1"}


# ---- few of these


def few(least: int, most: int, **facts: Any) -> Any:
    return table(
        *(Native(wire, Int(0, 9)) for wire in "abc"), rules=[Between(("a", "b", "c"), least, most, "so many", **facts)]
    )


def test_the_later_ones_give_way() -> None:
    done = raw(few(0, 2), a=1, b=2, c=3)
    assert done.request == {"a": 1, "b": 2}
    assert only(done.changes).why == "so many"


def test_too_many_and_too_few_are_conflicts() -> None:
    assert codes({"a": 1, "b": 2, "c": 3}, few(1, 1)) == [("conflict", "b"), ("conflict", "c")]
    assert codes({}, few(1, 1)) == [("conflict", "a")]
    assert codes({"b": 1}, few(1, 1)) == []


def test_too_few_is_a_need() -> None:
    (need,) = raw(few(1, 1)).needs
    assert (need.kind, need.at, need.why) == ("value", "provider_options.acme.a", "so many")
    assert raw(few(1, 1), b=1).needs == ()


def test_what_is_lacking_is_one_that_is_not_there() -> None:
    (need,) = raw(few(2, 3), a=1).needs
    assert need.at == "provider_options.acme.b"
    assert codes({"a": 1}, few(2, 3)) == [("conflict", "b")]
    assert codes({"a": 1, "c": 1}, few(2, 3)) == []


def test_a_disputed_few_changes_no_request() -> None:
    assert raw(few(1, 1, effect="disputed"), a=1, b=2).request == {"a": 1, "b": 2}
    assert raw(few(1, 1, effect="disputed")).needs == ()


def test_what_can_be_sent_as_it_is_stays() -> None:
    target = table(
        Slots("file", part=Image("file")),
        Slots("id", part=Image("id")),
        rules=[AtMost(("file", "id"), 1, "one source")],
        content="multipart",
    )
    owned = {"file_id": "f", "provider": "acme"}
    intent = Intent.of({"references": [{"url": URL}, owned]})
    assert to_request(intent, target, allow=ALL).request == {"id": "f"}


# ---- 17: an entry of provider_options that a row can read is that field


def test_a_raw_entry_is_the_field_that_it_says() -> None:
    done = raw(MUSE, num_images=3, width=64, height=128)
    assert done.request["num_images"] == 3
    assert (done.request["width"], done.request["height"]) == (64, 128)
    assert {need.at for need in done.needs} == {"prompt"}
    assert done.changes == ()


def test_an_asked_field_wins_and_the_entry_is_told() -> None:
    done = to_request(Intent("a", n=2, provider_options={"acme": {"num_images": 3}}), MUSE)
    assert done.request["num_images"] == 2
    change = only(done.changes)
    assert (change.field, change.asked, change.why) == (
        "provider_options.acme.num_images",
        3,
        "the intent sets this field itself",
    )


def test_an_entry_that_a_field_beats_is_dropped() -> None:
    done = to_request(Intent("a", n=2, provider_options={"acme": {"num_images": 3}}), MUSE)
    assert only(done.changes).kind == "dropped"


def test_an_entry_that_says_the_same_is_no_change() -> None:
    assert to_request(Intent("a", n=2, provider_options={"acme": {"num_images": 2}}), MUSE).changes == ()


def test_an_asked_shape_wins_as_a_whole() -> None:
    done = to_request(Intent("a", aspect_ratio="1:1", provider_options={"acme": {"width": 64, "height": 128}}), MUSE)
    assert done.request["width"] == done.request["height"]
    assert [change.field.rpartition(".")[2] for change in done.changes] == ["width", "height"]


def test_an_entry_is_clamped_like_a_field() -> None:
    done = to_request(Intent("a", provider_options={"acme": {"num_images": 50}}), MUSE)
    assert done.request["num_images"] == 8
    assert kinds(done) == {"n": "clamped"}


def test_of_two_wires_for_a_field_the_first_is_read() -> None:
    target = table(Param("n", Field.n, Int(1, 8)), Param("count", Field.n, Int(1, 8)))
    assert to_intent({"n": 2, "count": 3}, target) == Intent(n=2, provider_options={"acme": {"count": 3}})


def test_null_entries_ask_for_nothing() -> None:
    assert to_request(Intent("a", provider_options={"acme": {"num_images": None}}), MUSE).changes == ()


def test_an_unknown_entry_is_dropped_or_forwarded() -> None:
    closed, passed = table(PROMPT, unknown="refused"), table(PROMPT, unknown="forwarded")
    assert kinds(to_request(Intent("a", provider_options={"acme": {"x": 1}}), closed, allow=ALL)) == {
        "provider_options.acme.x": "dropped"
    }
    done = to_request(Intent("a", provider_options={"acme": {"x": {"y": [1]}}}), passed, allow=ALL)
    assert (done.request, done.changes) == ({"prompt": "a", "x": {"y": [1]}}, ())


def test_a_file_in_the_provider_options_is_sent() -> None:
    target = table(PROMPT, Native("controls", Image("file")), content="multipart")
    done = to_request(Intent("a", provider_options={"acme": {"controls": PNG}}), target)
    assert done.request == {"prompt": "a", "controls": PNG}


def test_an_unknown_key_inside_a_value_that_we_write_is_dropped() -> None:
    words = Presets("size", {"small": "512x512"})
    target = table(Sizes((words, Sides("size.width", "size.height", Grid(Int(1, 9))))), unknown="ignored")
    done = to_request(Intent(size="512x512", provider_options={"acme": {"size": {"colour": 1}}}), target, allow=ALL)
    assert done.request == {"size": "small"}
    assert kinds(done) == {"provider_options.acme.size.colour": "dropped"}
    alone = to_request(Intent(provider_options={"acme": {"size": {"colour": 1}}}), target)
    assert alone.request == {"size": {"colour": 1}}


# ---- the whole solution


PAGE, OTHER_PAGE = "https://wiki.example/muse (2026-11-01)", "https://s.example (2026-11-01)"
HINTED, SEEDED = Reason("hinted", PAGE), Reason("seeded", OTHER_PAGE)
SOME, LEVEL = Reason("some", PAGE), Reason("level (level is 3 by default)", PAGE)
RULED = table(
    SEED,
    STEPS,
    COUNT,
    Native("hint", Text()),
    Native("level", Int(0, 9), default=3),
    rules=[
        Rule({"hint": PRESENT}, {"steps": Int(max=9)}, "hinted"),
        Rule({"seed": PRESENT}, {"steps": Int(max=5), "num_images": Int(max=4)}, "seeded", source="https://s.example"),
        Rule({"steps": Int(max=5)}, {"steps": Int(min=2)}, "some"),
        Rule({"level": OneOf(3)}, {"seed": Int(max=7)}, "level"),
    ],
)


@pytest.mark.parametrize(
    ("fields", "flat", "reasons", "every"),
    [
        (
            {"seed": 9, "steps": 9},
            {"seed": 1, "steps": 5},
            {"steps": (SEEDED, SOME), "num_images": (SEEDED,), "seed": (LEVEL,)},
            {},
        ),
        ({"seed": 3}, {"seed": 3}, {"steps": (SEEDED,), "num_images": (SEEDED,), "seed": (LEVEL,)}, {}),
        ({"steps": 9}, {"steps": 9}, {}, {"seed": (LEVEL,)}),
        (
            {"n": 8, "seed": 1},
            {"seed": 1, "num_images": 4},
            {"steps": (SEEDED,), "num_images": (SEEDED,), "seed": (LEVEL,)},
            {},
        ),
        (
            {"steps": 20, "provider_options": {"acme": {"hint": "x", "level": 4, "zz": {"a": 1}}}},
            {"steps": 9, "hint": "x", "level": 4, "zz": {"a": 1}},
            {"steps": (HINTED,)},
            {},
        ),
    ],
)
def test_the_whole_solution(
    fields: dict[str, Any], flat: dict[str, object], reasons: dict[str, Any], every: dict[str, Any]
) -> None:
    wish = asked_of(Intent(**fields), RULED)
    for every_rule, expected in ((False, reasons), (True, {**reasons, **every})):
        solution = solving.solve(RULED, wish, every_rule=every_rule)
        assert [*solution.flat.items()] == [*flat.items()]
        assert solution.reasons == expected
        assert {wire: len(limits) for wire, limits in solution.limits.items()} == {
            wire: len(those) for wire, those in expected.items()
        }
        assert solution.limits.beside == wish.raw


def test_which_row_takes_which_picture() -> None:
    images = Pictures("images", (Image("url"),), max=2)
    styles = Pictures("styles", (Part(Image("url"), roles=("style",)),), max=1)
    files = Pictures("files", (Image("file"),), max=2)
    target = table(images, styles, files, content="multipart")
    first, second, data = Reference(url=URL), Reference(url=OTHER), Reference(data=PNG)
    style, face = Reference(url=URL, role="style"), Reference(url=URL, role="character")

    def shared(*references: Reference) -> list[tuple[Reference, ...]]:
        shares = solving.share(target, references)
        assert set(shares) <= {id(row) for row in target.model_rows}
        return [shares.get(id(row), ()) for row in target.model_rows]

    assert shared(first, second) == [(first, second), (), ()]
    assert shared(data, first) == [(first,), (), (data,)]  # each to the row that takes it as it is
    assert shared(first, second, first) == [(first, second), (), (first,)]
    assert shared(style, face, data) == [(), (style,), (data,)]
    assert shared(style, style, first) == [(first,), (style,), ()]
    assert shared(face) == shared() == [(), (), ()]


def test_a_row_for_one_picture_alone_takes_none_of_several() -> None:
    alone = Slots("image", part=Image("url"), only_alone=True)
    several = Pictures("images", (Image("url"),), max=3)
    target, first, second = table(alone, several), Reference(url=URL), Reference(url=OTHER)
    styled = Reference(url=OTHER, role="style")
    assert solving.share(target, (first,)) == {id(alone): (first,)}
    assert solving.share(target, (first, styled)) == {id(alone): (first,)}  # the other has no place anyway
    assert solving.share(target, (first, second)) == {id(several): (first, second)}


def test_raw_wires_of_a_size_go_together_or_as_many_as_do() -> None:
    target = table(Sizes((ShapeWords("ratio", ("1:1",), more=("own",)), Sides("w", "h", Grid(Int(64, 512))))))
    for wires, sent in (
        ({"ratio": "own"}, {"ratio": "own"}),
        ({"ratio": "own", "w": 99}, {"ratio": "own"}),
        ({"ratio": 7}, {}),
    ):
        assert raw(target, **wires).request == sent


# ---- what is left out without a difference


def test_a_rule_is_asked_only_where_it_may_matter() -> None:
    rule = Rule({"mode": OneOf("fast")}, {"steps": Int(max=8)}, "fast means few steps")
    broken = Rule({"mode": OneOf("slow")}, {"hint": PRESENT}, "slow needs a hint")
    rows = (Native("mode", OneOf("fast", "slow"), default="slow"), STEPS, Native("hint", Text()))
    target = table(*rows, rules=(rule, broken))
    assert [triggers for _, triggers in target.rules_by_trigger] == [frozenset({"mode", "steps"}), None]
    tied = table(Native("mode", OneOf("fast"), default="fast", default_when={"hint": ABSENT}), *rows[1:], rules=(rule,))
    assert [triggers for _, triggers in tied.rules_by_trigger] == [frozenset({"mode", "steps", "hint"})]


def test_a_shape_is_remembered_and_may_be_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    target = table(WidthHeight("w", "h", Grid(Int(64, 2048, multiple_of=8))))
    wishes = [
        Intent(aspect_ratio=ratio, resolution=tier) for ratio in ("16:9", "32:18", "1:1") for tier in ("1K", "2K")
    ]

    def request_of(intent: Intent) -> dict[str, object]:
        return solved(asked_of(intent, target), target, SAFE).request

    first = [request_of(wish) for wish in wishes]
    assert len(target.shapes) == 6
    request_of(wishes[0])["w"] = 1
    assert [request_of(wish) for wish in wishes] == first
    monkeypatch.setattr(solving, "_MOST_SHAPES", 2)
    target.shapes.clear()
    for wish, request, remembered in zip(wishes, first, (1, 2, 1, 2, 1, 2), strict=True):
        assert (request_of(wish), len(target.shapes)) == (request, remembered)
    assert request_of(Intent(size="64x72")) == {"w": 64, "h": 72}
    assert len(target.shapes) <= 2


def test_a_limited_shape_is_not_the_remembered_one() -> None:
    rule = Rule({"turbo": OneOf(True)}, {"w": Int(max=512), "h": Int(max=512)}, "turbo draws small")
    target = table(WidthHeight("w", "h", Grid(Int(64, 2048, multiple_of=8))), Native("turbo", Flag()), rules=(rule,))
    plain, turbo = Intent(size="1024x1024"), Intent(size="1024x1024", provider_options={"acme": {"turbo": True}})
    for _ in range(2):
        assert to_request(plain, target).request == {"w": 1024, "h": 1024}
        assert to_request(turbo, target).request == {"w": 512, "h": 512, "turbo": True}
