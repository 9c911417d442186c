"""What the library gives for the tests of others: a law that fails, worked cases, and what has none."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from imgparams import CATALOG, Catalog, Target, UnknownTarget
from imgparams.tables import (
    HOLE,
    PRESENT,
    TEXT,
    Alternative,
    Alternatives,
    Content,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Mask,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    Presets,
    Product,
    Record,
    Rule,
    ShapeWords,
    Sizes,
    SizeText,
    Text,
    TextPart,
    WidthHeight,
    Words,
)
from imgparams.testing import bounds, cases, laws, read_cases, run, run_case, uncovered
from imgparams.testing.properties import LAWS
from tests.unit.tables import PROMPT, SEED, table

EDIT = table(Pictures("pic", (Image("file"),), required=True), name="acme/muse:edit", content="multipart")
MUSE = table(
    Param("text", Field.prompt, Text(max_length=5), required=True),
    Param("count", Field.n, Int(1, 4, round_down=True), default=1),
    Native("hd", Flag()),
    rules=(Rule({"hd": OneOf(True)}, {"count": Int(max=1)}, "hd makes one"),),
    unknown="refused",
    operations={"edit": EDIT},
)
TABLES = {MUSE.name: MUSE}


def case(**facts: Any) -> dict[str, Any]:
    return {"case": "a case", "target": MUSE.name, "source": "the page", **facts}


# ---- laws

STYLE = Native("style", OneOf("photo", "off"), default="photo")
WRONG = table(SEED, STYLE, rules=[Rule({"seed": PRESENT}, {"style": OneOf("none")}, "a seed needs style off")])


def test_a_table_at_odds_with_itself_fails_with_its_counterexample() -> None:
    with pytest.raises(AssertionError, match="bad_table at acme/muse: the rules leave style no") as caught:
        laws(WRONG, examples=10)
    if sys.version_info >= (3, 11):  # before, errors have no notes
        assert any("Intent(" in note and "seed" in note for note in caught.value.__notes__)


def test_one_law_fails_as_they_all_do() -> None:
    with pytest.raises(AssertionError, match="no legal value"):
        run("strict", WRONG, examples=25)


def test_of_two_faults_one_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from hypothesis import strategies as st

    def law(target: Target, data: st.DataObject) -> None:
        number = data.draw(st.integers(0, 100))
        assert number < 50, "large"
        if number > 10:
            raise AssertionError("middling")

    monkeypatch.setitem(LAWS, "two", law)
    with pytest.raises(AssertionError, match=r"large|middling"):
        run("two", MUSE, examples=100)


# ---- cases

GOOD = [
    case(request={"text": "a"}),
    case(request={"text": "a", "count": 5}, problems=["out_of_range count"]),
    case(request={"text": "a", "hd": True, "count": 2}, problems=["conflict count"]),
    case(request={"text": "a", "count": 2}, intent={"prompt": "a", "n": 2}),
    case(request={"text": "a"}, each={"hd": [True, False], "count": [1, 4]}),
    case(asked={"prompt": "a", "n": 9}, becomes={"text": "a", "count": 4}, changes=["n clamped"]),
    case(asked={"n": 1}, becomes={"count": 1}, needs=["prompt value"]),
    case(asked={"references": [{"data": "AAEC"}]}, becomes={"pic": [{"$bytes": "AAEC"}]}, uses="acme/muse:edit"),
    case(request={"text": "a", "count": 2}, to="acme/muse", becomes={"text": "a", "count": 2}),
    case(request={"text": "a", "count": 9}, to="acme/muse", becomes={"text": "a", "count": 4}, changes=["n clamped"]),
]


def test_good_cases_pass_from_data_and_from_a_file(tmp_path: Path) -> None:
    cases(GOOD, TABLES)
    cases((item for item in GOOD), Catalog(TABLES))
    (tmp_path / "acme.json").write_text(json.dumps(GOOD))
    cases(tmp_path / "acme.json", TABLES)
    cases(str(tmp_path / "acme.json"), tables=TABLES)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ({"request": {"text": "a", "count": 5}}, r"problems: \['out_of_range count'\], not \[\]"),
        ({"request": {"text": "a"}, "problems": ["out_of_range count"]}, r"problems: \[\], not"),
        ({"request": {"text": "a"}, "each": {"count": [1, 5]}}, "problems: .*out_of_range count"),
        ({"request": {"text": "a"}, "intent": {"prompt": "b"}}, "read as .*'a'.*, not as .*'b'"),
        ({"request": {"text": "a"}, "intent": {"prompt": "a"}, "again": {"text": "b"}}, "written again as .*, not as"),
        ({"request": {"text": "a"}, "intent": {"promt": "a"}}, "did you mean 'prompt'"),
        ({"asked": {"prompt": "a"}, "becomes": {"text": "b"}}, "becomes {'text': 'a'}, not {'text': 'b'}"),
        ({"asked": {"prompt": "a", "n": 9}, "becomes": {"text": "a", "count": 4}}, "changes: .*'n clamped'"),
        ({"asked": {}, "becomes": {}}, "needs: .*'prompt value'"),
        ({"asked": {"prompt": "a"}, "becomes": {"text": "a"}, "uses": "acme/muse:edit"}, "uses acme/muse$"),
        ({"request": {"text": "a"}, "target": "acme/mus"}, "did you mean acme/muse"),
        ({"request": {"text": "a"}, "source": ""}, "a case has source"),
        ({"request": {"text": "a"}, "problms": ["x y"]}, "a case has no problms"),
        ({"request": {"text": "a"}, "changes": ["n clamped"]}, "a case has no changes"),
        ({"asked": {"prompt": "a"}}, "a case has becomes"),
        ({"request": {"text": "a"}, "to": "acme/muse", "becomes": {"text": "b"}}, "becomes {'text': 'a'}, not"),
        ({"request": {"text": "a"}, "to": "acme/mus", "becomes": {"text": "a"}}, "did you mean acme/muse"),
        ({"request": {"text": "a"}, "to": "acme/muse"}, "a case has becomes"),
        ({"request": {"text": "a"}, "to": "acme/muse", "becomes": {}, "problems": []}, "a case has no problems"),
        ({}, "a case has request"),
        ({"request": {"text": "a"}, "each": {"count": []}}, "each has a wire without a value"),
        ({"request": {"text": "a"}, "again": {"text": "a"}}, "what is written again needs an intent"),
    ],
)
def test_a_bad_case_is_told_with_its_name(bad: dict[str, Any], why: str) -> None:
    with pytest.raises(AssertionError, match=f"^acme/mus[e]?: a case: .*{why}"):
        run_case(case(**bad), TABLES)


def test_every_bad_case_is_told() -> None:
    bad = [case(case=f"number {number}", request={"text": "a", "count": number}) for number in (4, 5, 6)]
    with pytest.raises(AssertionError) as caught:
        cases(bad, TABLES)
    assert [line.split(":")[1] for line in str(caught.value).splitlines()] == [" number 5", " number 6"]


@pytest.mark.parametrize("text", ["{}", "3", '[{"case": "a"}, 3]'])
def test_what_is_no_list_of_cases(tmp_path: Path, text: str) -> None:
    (tmp_path / "cases.json").write_text(text)
    with pytest.raises(AssertionError, match="cases are a list of objects"):
        read_cases(tmp_path / "cases.json")


def test_our_own_tables_are_those_without_saying() -> None:
    ours = {"case": "x", "target": "openai/dall-e-3", "source": "x", "request": {"prompt": "a", "n": 2}}
    with pytest.raises(AssertionError, match="out_of_range n"):
        cases([{**ours, "problems": []}])


# ---- what has no case


PICTURE, PICTURE_TEXT = {"$picture": "png"}, {"$picture": "png", "as": "base64"}
#: what a page states of MUSE beside its limits
PAGE = [
    {
        "source": "the page",
        "calls": {
            "acme/muse": {"method": "POST", "url": MUSE.path, "model": MUSE.model},
            "acme/muse:edit": {"method": "POST", "url": EDIT.path, "model": EDIT.model, "content": "multipart"},
        },
    },
    case(request={"text": "a"}, defaults={"count": 1}, required=["text"], nulls=[]),
    case(request={"text": "a", "count": 0}, problems=["out_of_range count"]),
    {**case(request={"pic": [PICTURE]}, required=["pic"]), "target": "acme/muse:edit"},
    {**case(request={"pic": [PICTURE]}, intent={"references": [{"data": PICTURE_TEXT}]}), "target": "acme/muse:edit"},
]


def test_what_has_no_case_is_listed() -> None:
    assert uncovered([], TABLES) == [
        "acme/muse: text: legal",
        "acme/muse: text: illegal",
        "acme/muse: text: 5 characters",
        "acme/muse: text: past 5 characters",
        "acme/muse: count: legal",
        "acme/muse: count: illegal",
        "acme/muse: count: 1",
        "acme/muse: count: 4",
        "acme/muse: count: past 1",
        "acme/muse: count: past 4",
        "acme/muse: hd: legal",
        "acme/muse:edit: pic: legal",
        "acme/muse: broken: hd makes one",
        "acme/muse: met: hd makes one",
        "acme/muse: its call",
        "acme/muse: a whole request",
        "acme/muse:edit: its call",
        "acme/muse:edit: a whole request",
        "acme/muse: text left out",
        "acme/muse: the default of count",
        "acme/muse: count left out and nothing missing",
        "acme/muse: hd left out and nothing missing",
        "acme/muse:edit: pic left out",
    ]
    assert [what for what in uncovered(GOOD, TABLES) if "text" in what] == [
        "acme/muse: text: illegal",
        "acme/muse: text: 5 characters",
        "acme/muse: text: past 5 characters",
        "acme/muse: text left out",
    ]
    more = [
        case(request={"text": "abcdef"}, problems=["too_long text"]),
        case(request={"text": "abcde"}),
        case(request=[3], problems=["unreadable"]),  # says nothing of a row
    ]
    more += PAGE
    assert uncovered([*GOOD, *more], TABLES) == []
    cases(more, TABLES)


def test_a_statement_covers_as_its_cases_do() -> None:
    stated = case(request={"text": "a"}, texts={"text": [None, 5]}, integers={"count": [1, 4]}, flags=["hd"])
    assert uncovered([stated, *GOOD[2:4], GOOD[-1], *PAGE], TABLES) == []


FIGURES = {
    "acme/muse": table(
        Native("step", Int(8, 64, multiple_of=8)),
        Native("tags", ListOf(Text(), max=3)),
        Pictures("pics", (Image("url"),), min=2, max=4),
        Content("parts", (TextPart(Field.prompt, {"text": TEXT}), Part(Image("url"), {"image": HOLE})), max=2),
        WidthHeight("w", "h", Grid(Int(64, 512, multiple_of=32), Int(1, 4096), area=(1, 512 * 512))),
        Mask("mask", Image("url"), "invert", {"white": 0, "black": 1}),
        Product(Field.n, ("rows", Int(1, 3)), ("columns", Int(1, 2))),
        Alternatives(
            Field.steps, (Alternative({"fast": True}, means=4), Alternative({"fast": False}, "steps", Int(5, 9)))
        ),
    )
}


def test_every_figure_is_wanted_as_a_legal_value() -> None:
    wanted = {what.removeprefix("acme/muse: ") for what in uncovered([], FIGURES)}
    wanted_legal = {what for what in wanted if ": " in what and what.split(": ")[1][0].isdigit()}
    assert wanted_legal == {
        *("step: 8", "step: 64", "tags: 3 items", "pics: 2 items", "pics: 4 items", "parts: 2 pictures"),
        *("w: 64", "w: 512", "h: 4096", "invert: 0", "invert: 1"),
        *("rows: 1", "rows: 3", "columns: 1", "columns: 2", "steps: 5", "steps: 9"),
    }
    assert {"step: no multiple of 8", "w: no multiple of 32", "tags: past 3 items", "pics: past 2 items"} <= wanted
    assert not {"h: 1", "mask: illegal", "fast: illegal"} & wanted
    pictures = [{"image": "https://example.com/a.png"}] * 2
    shown = [
        case(request={"parts": [*pictures, {"text": "a"}], "w": 64, "h": 4096, "step": 64}),
        case(request={"step": 12}, problems=["off_grid step"]),
    ]
    cases(shown, FIGURES)
    left = {what.removeprefix("acme/muse: ") for what in uncovered(shown, FIGURES)}
    assert wanted - left >= {"parts: 2 pictures", "w: 64", "h: 4096", "step: 64", "step: no multiple of 8"}


def test_a_bound_that_no_legal_size_has_is_not_wanted() -> None:
    tables = {"acme/muse": table(WidthHeight("w", "h", Grid(Int(64, 4096), Int(64, 512), ratio=("1:2", "2:1"))))}
    wanted = uncovered([], tables)
    assert "acme/muse: w: 64" in wanted
    assert "acme/muse: w: 4096" not in wanted


def test_a_row_of_several_targets_is_wanted_once() -> None:
    other = MUSE.but(name="acme/other", model="other", operations={})
    more = {*uncovered([], TABLES | {other.name: other})} - {*uncovered([], TABLES)}
    assert more == {"acme/other: its call"}


def test_the_words_of_a_list_are_wanted_each() -> None:
    tables = {"acme/muse": table(Native("style", OneOf("photo", "off")))}
    shown = [case(request={"style": "off"}), case(request={"style": "x"}, problems=["not_allowed style"])]
    assert uncovered(shown, tables)[:1] == ["acme/muse: style: photo"]


FACTS = {
    "acme/muse": table(
        PROMPT,
        Native("steps", Int(1, 50), default=20, nullable=True),
        Fixed(Field.output_format, "png"),
        Sizes((ShapeWords("ratio", ["1:1", "16:9"], "tier", ["1K"], {("16:9", "1K"): "1376x768"}),)),
        aliases=["muse-1"],
        base_url="https://acme.example",
    )
}
STATED: dict[str, Any] = {
    "call": {"method": "POST", "url": "https://acme.example/v1/draw", "model": "muse-2", "aliases": ["muse-1"]},
    "defaults": {"steps": 20},
    "nulls": ["steps"],
    "always": {"output_format": "png"},
    "pixels": {"1376x768": {"ratio": "16:9", "tier": "1K"}},
}


def test_what_a_page_states_is_held_against_the_table() -> None:
    cases([case(request={"prompt": "a"}, **STATED)], FACTS)
    left = " ".join(uncovered([case(request={"prompt": "a"}, **STATED)], FACTS))
    assert not re.findall("call|default|null on|always|pixels", left)
    assert {"acme/muse: the default of steps", "acme/muse: null on steps", "acme/muse: pixels of 16:9 1K"} <= {
        *uncovered([], FACTS)
    }


@pytest.mark.parametrize(
    ("stated", "why"),
    [
        ({"call": {**STATED["call"], "method": "GET"}}, 'method: "POST", not "GET"'),
        ({"call": {**STATED["call"], "url": "https://acme.example/v2"}}, 'url: "https://acme.example/v1/draw", not '),
        ({"call": {**STATED["call"], "aliases": []}}, 'aliases: ["muse-1"], not []'),
        ({"call": {**STATED["call"], "status": "retired"}}, 'status: "active", not "retired"'),
        ({"call": {**STATED["call"], "header": "x"}}, "a call has no header"),
        ({"defaults": {"steps": 28}}, "the default of steps: 20, not 28"),
        ({"defaults": {"step": 28}}, "defaults: there is no step"),
        ({"nulls": []}, "null is taken on steps, not on none"),
        ({"nulls": ["steps", "prompt"]}, "null is taken on steps, not on prompt, steps"),
        ({"nulls": {"steps": 1}}, "nulls: not"),
        ({"always": {"output_format": "jpeg"}}, 'always output_format: "png", not "jpeg"'),
        ({"pixels": {"768x1376": {"ratio": "16:9", "tier": "1K"}}}, "pixels of .*: 1376x768, not 768x1376"),
        ({"legal": {"ratio": ["16:9"]}, "pixels": {"1x1": {"ratio": "1:1"}}}, "pixels of .*: null, not 1x1"),
    ],
)
def test_what_a_page_states_otherwise_fails(stated: dict[str, Any], why: str) -> None:
    with pytest.raises(AssertionError, match=re.escape(why).replace(r"\.\*", ".*")):
        run_case(case(request={"prompt": "a"}, **stated), FACTS)


def test_a_list_of_sizes_on_two_wires_is_held_against_the_table_as_a_whole() -> None:
    tables = {"acme/muse": table(WidthHeight("w", "h", ["512x512", "512x1024"]))}
    cases([case(sizes=["512x1024", "512x512"])], tables)
    assert "acme/muse: sizes of w" in uncovered([], tables)
    assert "acme/muse: sizes of w" not in uncovered([case(sizes=["512x1024", "512x512"])], tables)
    for stated, why in (["512x512"], "too many: 512x1024"), (["512x512", "512x1024", "1x1"], "missing: 1x1"):
        with pytest.raises(AssertionError, match=f"sizes {why}$"):
            run_case(case(sizes=stated), tables)
    with pytest.raises(AssertionError, match="sizes: not "):
        run_case(case(sizes={"512x512": 1}), tables)


def test_that_pixels_have_no_auto_is_wanted() -> None:
    tables = {
        "acme/muse": table(SizeText("size", ["512x512"])),
        "acme/auto": table(SizeText("size", ["1x1"], auto="auto")),
    }
    assert [what for what in uncovered([], tables) if "refused" in what] == ["acme/muse: size: auto refused"]
    shown = case(request={"size": "auto"}, problems=["not_allowed size"])
    assert not [what for what in uncovered([shown], tables) if "refused" in what]


def test_a_word_that_says_a_shape_must_be_read_as_it() -> None:
    tables = {"acme/muse": table(Sizes((ShapeWords("ratio", {"16:9": "9:16", "1:1": "1:1"}),)))}
    cases([case(request={"ratio": "1:1"}, legal={"ratio": ["1:1"]})], tables)
    with pytest.raises(AssertionError, match='ratio = "9:16" is read as 16:9'):
        run_case(case(request={"ratio": "1:1"}, legal={"ratio": ["9:16"]}), tables)


SHAPES = {
    "acme/muse": table(
        WidthHeight("w", "h", Grid(Int(64, 2048), area=(1, 2**20), ratio=("1:3", "3:1"))),
        Param("change", Field.strength, Num(0, 1)),
    ),
    "acme/words": table(Sizes((Presets("preset", {"wide": "1024x576"}),)), name="acme/words"),
}


def test_what_could_be_exchanged_or_too_wide_is_wanted() -> None:
    first = [
        *("w beside another h", "w past its area", "w past its ratio", "w left out and nothing missing"),
        *("change as strength", "w: past 64", "h: past 2048"),
    ]
    assert {f"acme/muse: {what}" for what in first} | {"acme/words: pixels of wide"} <= {*uncovered([], SHAPES)}
    shown = [
        case(request={"w": 1024, "h": 512, "change": 0.8}, intent={"size": "1024x512", "strength": 0.8}),
        case(request={"w": 2048, "h": 1024}, problems=["bad_area w"]),
        case(request={"h": 64}, illegal={"w": {"bad_ratio": [256], "out_of_range": [63]}}),
        case(request={"change": 0.3}),
        {**case(request={"preset": "wide"}, pixels={"1024x576": {"preset": "wide"}}), "target": "acme/words"},
    ]
    left = {what.removeprefix("acme/muse: ") for what in uncovered(shown, SHAPES)}
    assert not ({*first, "acme/words: pixels of wide"} - {"w: past 64", "h: past 2048"}) & left, left


def test_a_list_that_a_rule_leaves_is_wanted_word_by_word() -> None:
    rule = Rule({"hd": OneOf(True)}, {"style": OneOf("a", "b")}, "hd has two styles")
    tables = {"acme/muse": table(Native("hd", Flag()), Native("style", OneOf("a", "b", "c")), rules=[rule])}
    shown = [
        case(request={"hd": True, "style": "c"}, problems=["conflict style"]),
        case(request={"hd": True, "style": "a"}),
        case(request={"style": "b"}),
    ]
    wanted = [what for what in uncovered(shown, tables) if "met with" in what]
    assert wanted == ["acme/muse: met with style b: hd has two styles"]


def test_words_of_the_intent_must_be_read_as_these() -> None:
    exchanged = {"acme/muse": table(Param("q", Field.quality, Words({"low": "high", "high": "low"})))}
    with pytest.raises(AssertionError, match='q = "low" is read as high'):
        run_case(case(request={"q": "low"}, words={"q": ["low", "high"]}), exchanged)


def test_a_rule_is_wanted_broken_with_each_word_of_its_condition() -> None:
    rule = Rule({"style": OneOf("a", "b")}, {"count": Int(max=1)}, "one at a time")
    tables = {"acme/muse": table(Native("style", OneOf("a", "b", "c")), Native("count", Int(1, 4)), rules=[rule])}
    shown = [case(request={"style": "a", "count": 2}, problems=["conflict count"])]
    assert "acme/muse: broken with style b: one at a time" in uncovered(shown, tables)
    shown += [case(request={"style": "b", "count": 2}, problems=["conflict count"])]
    assert "acme/muse: broken with style b: one at a time" not in uncovered(shown, tables)


def test_a_body_in_a_list_covers() -> None:
    tables = {"acme/muse": table(SEED, in_list=True)}
    assert "acme/muse: seed: legal" not in uncovered([case(request=[{"seed": 1}])], tables)


def test_a_second_spelling_is_wanted_once() -> None:
    spelled = table(Native("config.topP", Num(0, 1)), SEED, also_read={"config.top_p": "config.topP", "Seed": "seed"})
    other = spelled.but(name="acme/other", model="other")
    tables = {target.name: target for target in (spelled, other)}
    wanted = ["acme/muse: the second spelling config.top_p", "acme/muse: the second spelling Seed"]
    assert [what for what in uncovered([], tables) if "spelling" in what] == wanted
    shown = [case(request={"config": {"topP": 0.5}, "seed": 1})]
    assert [what for what in uncovered(shown, tables) if "spelling" in what] == wanted
    shown += [{**case(request={"config": {"top_p": 0.5}}), "target": "acme/other"}]
    assert [what for what in uncovered(shown, tables) if "spelling" in what] == wanted[1:]
    cases(shown, tables)


def test_a_case_of_another_table_is_an_error() -> None:
    with pytest.raises(UnknownTarget):
        uncovered([{**case(request={}), "target": "openai/dall-e-3"}], TABLES)
    assert "openai/dall-e-3" in CATALOG


@pytest.mark.parametrize(
    ("facts", "strict", "lenient", "what"),
    [
        ({"nulls": "ignored"}, {"seed": 1}, {"seed": None}, "a null that is ignored"),
        ({"numbers_as_text": "accepted"}, {"seed": 1}, {"seed": "1"}, "a number in quotes"),
        ({"lone_objects": "accepted"}, {"turns": [{"n": 1}]}, {"turns": {"n": 1}}, "an object in place of a list"),
        ({"lone_objects": "accepted"}, {"tools": [{}]}, {"tools": {}}, "an object in place of a list"),
    ],
)
def test_what_a_lenient_vendor_reads_is_wanted_once(
    facts: dict[str, Any], strict: dict[str, object], lenient: dict[str, object], what: str
) -> None:
    muse = table(SEED, Native("turns[0].n", Int()), Native("tools", ListOf(Record({}))), **facts)
    other = muse.but(name="acme/other", model="other")
    plain = table(SEED, Native("turns[0].n", Int()), Native("tools", ListOf(Record({})))).but(name="acme/plain")
    tables = {target.name: target for target in (plain, muse, other)}
    words = ("null that", "in quotes", "in place")
    shown = [case(request=strict), {**case(request=lenient), "target": "acme/plain"}]
    assert [text for text in uncovered(shown, tables) if any(word in text for word in words)] == [f"acme/muse: {what}"]
    shown += [{**case(request=lenient), "target": "acme/other"}]
    assert not [text for text in uncovered(shown, tables) if any(word in text for word in words)]


def test_an_object_that_stands_for_a_list_is_not_drawn_as_a_wrong_type() -> None:
    lists = Native("tools", ListOf(Record({"name": Text()}, required=("name",)), max=2))
    for lenient in (True, False):
        target = table(SEED, lists, lone_objects="accepted" if lenient else "refused")
        drawn = bounds(target)
        cases(drawn, {target.name: target})
        objects = [one for one in drawn if isinstance(one["request"].get("tools"), dict)]
        assert len(objects) == (0 if lenient else 1)
        assert [one for one in drawn if one["request"].get("tools") == 5]
