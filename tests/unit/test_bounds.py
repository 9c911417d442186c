"""Cases drawn from a table: all pass on an engine that judges as the table says, and a broken one is seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from imgparams import Size, check
from imgparams.contract import AnyRule, View, problem
from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    TEXT,
    TYPE,
    WEIGHT,
    Alternative,
    Alternatives,
    AnyOf,
    AtMost,
    Between,
    Const,
    Content,
    Count,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Json,
    ListOf,
    Mask,
    Model,
    Native,
    Not,
    Num,
    OneOf,
    Pairs,
    Param,
    Part,
    Pictures,
    PixelText,
    Presets,
    Product,
    Quality,
    RatioRange,
    Record,
    Row,
    Rule,
    SameLength,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Text,
    TextPart,
    Total,
    WidthHeight,
)
from imgparams.tables.domains import Domain, Fault
from imgparams.tables.size_sets import SizeSet
from imgparams.testing import bounds, cases
from imgparams.testing.tries import inside, size_tries, tries
from tests.unit.tables import SEED, table

EDIT = table(
    Pictures("files", (Image("file"),), max=2, required=True),
    Native("path:kind", OneOf("a", "b", open=True)),
    name="acme/muse:edit",
    content="multipart",
    unknown="ignored",
)
SAFE_INT = 2**53 - 1  # beyond 2**52 every float is whole
COLOR = Record(
    {"hex": Text(pattern="#[0-9a-f]{6}"), "weight": Num(0.05, 1)},
    required=["hex"],
    nullable=["weight"],
)
MUSE = table(
    Model("model"),
    Param("text", Field.prompt, Text(min_length=2, max_length=5), required=True),
    Param("count", Field.n, Int(1, 4, round_down=True), default=1),
    Param("seed", Field.seed, Int(0), unset=(-1,), nullable=True),
    Param("quality", Field.quality, Quality("low", "high"), deprecated="use level"),
    Param("guidance", Field.guidance, Num(1, 20), accepts=Num(0, 30)),
    Native("width8", Int(8, 64, multiple_of=8)),
    Native("safe_int", Int(-SAFE_INT, SAFE_INT)),
    Native("hd", Flag()),
    Native("level", OneOf(1, 2, 4)),
    Native("tags", ListOf(Text(max_length=3), min=1, max=3)),
    Native("notes", ListOf(Text())),
    Native("colors", ListOf(COLOR, max=2)),
    Native("extra", Record({}, open=True, no_secrets=True)),
    Native("any", AnyOf(Text(max_length=3), Int(1, 2))),
    Native("json", Json()),
    Const("task", "draw", also_legal=("paint",)),
    Const("safe", True, optional=True, nullable=True),
    Const("deployment", "muse-2", open=True),
    Const("both", ("image", "text"), also_legal=(("text", "image"),)),
    Fixed(Field.stream, False),
    Slots("pic", "pic2", part=Part(Image("url", "data"), {"u": HOLE, "w": WEIGHT, "t": TYPE}, weight=Num(0, 1))),
    Mask("mask", Image("url"), "invert", {"white": 0, "black": 1}, nullable=True),
    Alternatives(
        Field.steps, (Alternative({"fast": True}, means=4), Alternative({"fast": False}, "steps", Int(5, 50)))
    ),
    WidthHeight("w", "h", Grid(Int(64, 512, multiple_of=32), area=(64 * 128, 512 * 256), ratio=("1:4", "4:1"))),
    rules=[
        Rule({"hd": OneOf(True)}, {"count": Int(max=2)}, "hd makes two"),
        Rule({"seed": ABSENT}, {"level": Not(OneOf(4))}, "level 4 needs a seed"),
        Rule({"pic": PRESENT}, {"notes": ABSENT}, "no notes beside a picture", effect="ignored"),
        Rule({"notes": PRESENT}, {"notes": Count(max=10)}, "ten notes count", effect="altered"),
        AtMost(("pic", "tags"), max=1, why="a picture or tags"),
        Total(("count", "tags"), max=5, why="five together"),
        SameLength(("notes", "colors"), why="a color a note"),
    ],
    unknown="refused",
    operations={"edit": EDIT},
)
SHAPES = {
    name: table(row, name=f"acme/{name}")
    for name, row in {
        "words": Sizes(
            (
                ShapeWords("ratio", {"1:1": "square", "16:9": "wide"}, "tier", ("1K", "2K"), more=("custom",)),
                Sides("w", "h", Grid(Int(1, 100)), sets={"ratio": "custom"}),
            ),
            nullable=True,
        ),
        "listed": Sizes((ShapeWords("ratio", ("1:1",), "tier", ("1K", "2K"), {("1:1", "1K"): "9x9"}, listed=True),)),
        "text": Sizes(
            (PixelText("size", Grid(Int(16, 64, multiple_of=16)), "auto"),),
            required=True,
            accepts=Grid(Int(1, 100)),
        ),
        "pairs": Sizes((PixelText("size", Pairs(("8x8", "8x16"))), Presets("preset", {"big": "64x64"})), unset=("",)),
        "sides": WidthHeight("w", "h", ["8x8", "16x8"], default=(8, 8)),
        "range": Sizes((RatioRange("ratio", "1:3", "3:1", auto="auto", tier="tier", tiers=("1K",)),)),
        "open": Sizes((PixelText("size", Pairs(("8x8",))),), open=True),
    }.items()
}
CONTENT = table(
    Content(
        "parts",
        (TextPart(Field.prompt, {"text": TEXT}), Part(Image("url"), {"image": HOLE})),
        max=2,
        requires=(Field.prompt, Field.references),
    ),
    Product(Field.n, ("rows", Int(1, 3)), ("columns", Int(1, 2)), nullable=True),
    name="acme/parts",
    in_list=True,
)
ALL = [MUSE, CONTENT, *SHAPES.values()]
TABLES = {target.name: target for target in ALL}


def drawn(*targets: Any) -> dict[str, list[str]]:
    """What is expected of each case, by its title."""
    return {case["case"]: case["problems"] for case in bounds(*targets)}


def test_all_that_is_drawn_passes() -> None:
    cases(bounds(*ALL), TABLES)


def test_drawn_is_each_bound_and_what_is_past_it() -> None:
    widths = {(str(case["request"].get("width8")), *case["problems"]) for case in bounds(MUSE)}
    assert widths >= {("8",), ("64",), ("0", "out_of_range width8"), ("72", "out_of_range width8")}
    assert widths >= {("12", "off_grid width8"), ("8.5", "wrong_type width8"), ("x", "wrong_type width8")}
    safe_ints = {(case["request"].get("safe_int"), *case["problems"]) for case in bounds(MUSE)}
    assert safe_ints >= {(-SAFE_INT,), (SAFE_INT + 1, "out_of_range safe_int"), (0.5 - 2**52, "wrong_type safe_int")}
    by_title = drawn(*ALL)
    assert by_title["both: not_allowed"] == ["not_allowed both"]
    assert by_title["both: wrong_type"] == ["wrong_type both"]
    assert by_title["text: missing"] == ["missing text"]
    assert by_title["text: too_long"] == ["too_long text"]
    assert by_title["tags: too_many"] == ["too_many tags"]
    assert by_title["colors: missing"] == ["missing colors[0].hex", "conflict colors"]  # and a rule is broken
    assert by_title["extra: credential"] == ["credential extra.authorization"]
    assert by_title["guidance: warning altered"] == ["warning altered guidance"]
    assert by_title["quality: warning deprecated"] == ["warning deprecated quality"]
    assert by_title["w and h: bad_area"] == ["bad_area w"]
    assert by_title["w and h: bad_ratio"] == ["bad_ratio w"]
    assert by_title["ratio and tier: not_allowed"] == ["not_allowed tier"]
    assert by_title["ratio: bad_ratio"] == ["bad_ratio ratio"]
    assert by_title["size: missing"] == ["missing size"]
    assert by_title["files: too_many"] == ["too_many files"]
    assert by_title["parts: missing"] == ["missing parts", "missing parts"]


def test_drawn_is_each_rule_broken_and_met() -> None:
    by_title = drawn(MUSE)
    assert by_title["broken at count: hd makes two"] == ["conflict count"]
    assert by_title["broken at level: level 4 needs a seed"] == ["conflict level"]
    assert by_title["broken at notes: no notes beside a picture"] == ["warning ignored notes"]
    assert by_title["broken at notes: ten notes count"] == ["warning altered notes"]
    assert by_title["broken at tags: a picture or tags"] == ["conflict tags"]
    assert by_title["broken at tags: five together"] == ["conflict tags"]
    assert by_title["broken at colors: a color a note"] == ["conflict colors"]
    assert {rule.why for rule in MUSE.rules} == {
        title.removeprefix("met: ") for title in by_title if title.startswith("met: ")
    }


def test_a_value_that_is_no_number_is_in_no_range_of_a_rule() -> None:
    level, hd = Native("level", OneOf("auto", 5, 9)), Native("hd", Flag())
    target = table(level, hd, rules=[Rule({"level": Int(6)}, {"hd": OneOf(False)}, "no hd then")])
    tried = [(case["case"], case["request"], case["problems"]) for case in bounds(target)]
    assert [one for one in tried if "no hd then" in one[0]] == [
        ("met: no hd then", {"level": 9, "hd": False}, []),
        ("broken at hd: no hd then", {"level": 9, "hd": True}, ["conflict hd"]),
        ("met: no hd then", {"level": 5, "hd": True}, []),
    ]
    words = table(Native("level", OneOf("auto", 9)), hd, rules=target.rules)  # only a word is outside of the range
    assert drawn(words)["met: no hd then"] == []
    assert [case["request"] for case in bounds(words) if "no hd then" in case["case"]][-1] == {
        "level": "auto",
        "hd": True,
    }


class Own(Row):
    """A row that says only where it is."""

    wires = ("own",)


class Never(AnyRule):
    """A rule that is never broken."""

    wires = ("own", "hd")
    why = "never"

    def narrows(self, view: View) -> tuple[()]:
        return ()

    def broken(self, view: View) -> Iterator[tuple[str, str, None]]:
        return iter(())


class Squares(SizeSet):
    def faults(self, size: Size) -> Iterator[tuple[str, Fault]]:
        if size.width != size.height:
            yield "", Fault("bad_ratio", "a square")


def test_of_words_of_one_s_own_nothing_is_tried_but_that_they_may_be_left_out() -> None:
    target = table(Own(), Native("hd", Flag()), Sizes((Sides("w", "h", Squares()),)), rules=[Never()])
    tried = [(case["case"], case["request"]) for case in bounds(target) if not case["case"].startswith("hd")]
    assert tried == [("a field that nobody knows", {"no_such_field": 1}), ("w and h: legal", {})]
    cases(bounds(target), {target.name: target})


def test_a_row_that_targets_share_is_drawn_once() -> None:
    other = MUSE.but(SEED, name="acme/other", model="other", operations={})
    more = {case["case"].split(":")[0] for case in bounds(MUSE, other) if case["target"] == other.name}
    assert more == {"a field that nobody knows", "model", "seed"}
    cases(bounds(MUSE, other), TABLES | {other.name: other})


def test_a_wire_that_only_a_multipart_body_holds_is_left_out_of_json() -> None:
    files = table(Slots("pic", part=Image("file", "url")), content="json")
    assert not any(isinstance(case["request"].get("pic"), bytes) for case in bounds(files))


def test_a_table_that_contradicts_itself_is_an_error() -> None:
    style = Native("style", OneOf("photo"), default="photo")
    wrong = table(SEED, style, rules=[Rule({"seed": ABSENT}, {"style": OneOf("off")}, "a seed needs style off")])
    with pytest.raises(AssertionError, match="no legal value"):
        bounds(wrong)


def test_a_target_without_a_legal_request_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Const, "problems", lambda self, flat: iter([problem(self, self.wire, 5, "conflict", "never")]))
    with pytest.raises(AssertionError, match=r"acme/muse: .* is no legal request: error conflict at task"):
        bounds(table(Const("task", "draw")))


# ---- a broken engine


def _forgets(kind: type[Any], method: str, code: str) -> tuple[type[Any], str, Any]:
    """A method whose faults or problems with this code are lost."""
    whole = getattr(kind, method)

    def broken(self: Any, *args: Any) -> Any:
        faults = whole(self, *args)
        if isinstance(faults, Iterator):
            return iter([one for one in faults if code not in str(one)])
        return None if faults is not None and code in str(faults) else faults

    return kind, method, broken


def _nothing(*args: Any) -> Iterator[Any]:
    return iter(())


BROKEN = {
    "Int forgets its bounds": _forgets(Int, "fault", "out_of_range"),
    "Int forgets its multiples": _forgets(Int, "fault", "off_grid"),
    "Int takes texts": _forgets(Int, "fault", "wrong_type"),
    "Num forgets its bounds": _forgets(Num, "fault", "out_of_range"),
    "Text forgets its greatest length": _forgets(Text, "fault", "too_long"),
    "Text forgets its least length": _forgets(Text, "fault", "out_of_range"),
    "Text forgets its pattern": _forgets(Text, "fault", "not_allowed"),
    "OneOf takes any word": _forgets(OneOf, "fault", "not_allowed"),
    "ListOf forgets its most": _forgets(ListOf, "faults", "too_many"),
    "ListOf forgets its least": _forgets(ListOf, "faults", "out_of_range"),
    "Record forgets what is required": _forgets(Record, "faults", "missing"),
    "Record takes credentials": _forgets(Record, "faults", "credential"),
    "AnyOf takes all": _forgets(AnyOf, "faults", "wrong_type"),
    "Image takes numbers": _forgets(Image, "fault", "wrong_type"),
    "Image takes every kind": _forgets(Image, "fault", "not_allowed"),
    "Param forgets what is required": _forgets(Param, "problems", "missing"),
    "Param forgets what is altered": _forgets(Param, "problems", "altered"),
    "Param forgets what is deprecated": _forgets(Param, "problems", "deprecated"),
    "Const takes other words": _forgets(Const, "problems", "not_allowed"),
    "Const forgets that it is required": _forgets(Const, "problems", "missing"),
    "Pictures forgets its most": _forgets(Pictures, "problems", "too_many"),
    "Pictures forgets that it is required": _forgets(Pictures, "problems", "missing"),
    "Slots takes numbers": _forgets(Slots, "problems", "wrong_type"),
    "Mask takes other words": _forgets(Mask, "problems", "not_allowed"),
    "Content forgets its most": _forgets(Content, "problems", "too_many"),
    "Content forgets what is required": _forgets(Content, "problems", "missing"),
    "Alternatives takes anything": (Alternatives, "problems", _nothing),
    "Product takes anything": (Product, "problems", _nothing),
    "Grid forgets the area": _forgets(Grid, "faults", "bad_area"),
    "Grid forgets the ratio": _forgets(Grid, "faults", "bad_ratio"),
    "Pairs takes every size": _forgets(Pairs, "faults", "not_allowed"),
    "Sides forgets that one is missing": _forgets(Sides, "faults", "incomplete"),
    "ShapeWords forgets its pairs": _forgets(ShapeWords, "faults", "not offered"),
    "RatioRange forgets its ends": _forgets(RatioRange, "faults", "bad_ratio"),
    "Presets takes other words": (Presets, "faults", _nothing),
    "a rule is never broken": (Rule, "broken", _nothing),
    "AtMost is never broken": (Between, "broken", _nothing),
    "Total is never broken": (Total, "broken", _nothing),
    "SameLength is never broken": (SameLength, "broken", _nothing),
}


@pytest.mark.parametrize(("kind", "method", "broken"), BROKEN.values(), ids=BROKEN)
def test_a_broken_engine_is_seen(kind: Any, method: str, broken: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kind, method, broken)
    with pytest.raises(AssertionError, match="problems: "):
        cases(bounds(*ALL), TABLES)


@pytest.mark.parametrize("end", ["max", "min"])
def test_a_bound_that_is_one_off_is_seen(end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Int.fault

    def one_off(self: Int, value: object) -> Fault | None:
        past = getattr(self, end) + (1 if end == "max" else -1) if getattr(self, end) is not None else None
        return None if past is not None and value == past else whole(self, value)

    monkeypatch.setattr(Int, "fault", one_off)
    with pytest.raises(AssertionError, match="problems: "):
        cases(bounds(MUSE), TABLES)


# ---- what is tried


@pytest.mark.parametrize(
    "domain",
    [
        Int(5, 5),
        Int(max=7),
        Int(10, 12, multiple_of=8),  # nothing is legal
        Num(max=2),
        Text(pattern="z{9}"),  # no sample matches
        OneOf(),
        OneOf("a", 1),
        ListOf(Text(pattern="z{9}"), min=1),
        Record({"a": Text(pattern="z{9}")}, required=["a"]),
        Image("file"),
        Image("base64", "id"),
    ],
    ids=str,
)
def test_what_is_tried_of_a_domain_is_judged_so(domain: Domain) -> None:
    for tried in tries(domain):
        fault = next(domain.faults(tried.value), None)
        assert (fault.code if fault else "", fault.at if fault else tried.at) == (tried.code, tried.at), tried


@pytest.mark.parametrize(
    "sizes",
    [
        Grid(),
        Grid(Int(64, 128, multiple_of=64), Int(1)),
        Grid(Int(1, 10000), area=(921_600, 16_777_216)),
        Grid(Int(1, 4096), ratio=("1:16", "16:1")),
        Grid(Int(max=100), Int(50, 60), area=(1, 1000)),
        Pairs(("8x8", "16x8")),
    ],
    ids=str,
)
def test_what_is_tried_of_sizes_is_judged_so(sizes: Any) -> None:
    every = list(size_tries(sizes))
    assert every
    for tried in every:
        fault = sizes.fault(tried.size)
        assert (fault.code if fault else "") == tried.code, tried
        assert inside(sizes, tried.size) == (fault is None)


def test_what_is_asked_of_a_deprecated_target_is_expected() -> None:
    old = table(SEED, status="deprecated")
    assert all("warning deprecated" in case["problems"] for case in bounds(old))
    cases(bounds(old), {old.name: old})
    assert check({}, old)
