"""What the strategies for tests draw: all of it is legal, each way of writing a row, and in its one form or another."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from imgparams import ALL, Target, check, to_intent, to_request
from imgparams.contract import Row
from imgparams.tables import (
    ABSENT,
    HOLE,
    TEXT,
    Alternative,
    Alternatives,
    AnyOf,
    Both,
    Const,
    Content,
    Domain,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    Json,
    ListOf,
    Mask,
    Native,
    Not,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    PixelText,
    Presets,
    Product,
    RatioRange,
    Record,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Text,
    TextPart,
    Words,
)
from imgparams.testing import requests
from imgparams.testing.legal import placed, values, wires_of
from imgparams.testing.samples import LINK, picture
from imgparams.testing.strategies import requests_of
from imgparams.values import same
from tests.unit.tables import STEPS, table

CALM = settings(
    max_examples=50,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def is_drawn(strategy: st.SearchStrategy[Any], value: object) -> bool:
    """Whether this very value is among what is drawn."""
    find(strategy, lambda drawn: same(drawn, value), settings=settings(CALM, max_examples=3000))
    return True


@pytest.mark.parametrize(
    ("domain", "some"),
    [
        (Int(-3, 5), [-3, 0, 5]),
        (Int(8, 24, multiple_of=8), [8, 16, 24]),
        (Int(max=-1), [-1, -2]),
        (Num(0.5, 2), [0.5, 1.0, 2]),
        (Num(max=3), [3, -97]),
        (Text(min_length=1, max_length=2), ["0", "00"]),
        (Text(pattern="a+b?", max_length=3), ["a", "aab"]),
        (Words({"low": "L", "high": "H"}, more=("odd",)), ["L", "H", "odd"]),
        (OneOf("a", 1), ["a", 1]),
        (OneOf(open=True), ["0"]),
        (Flag(), [True, False]),
        (ListOf(Int(1, 2), max=2), [[], [1], [2, 1]]),
        (Record({"a": Int(1, 2), "b": Flag()}, required=["a"]), [{"a": 1}, {"a": 2, "b": True}]),
        (AnyOf(Int(0, 1), OneOf("a")), [0, 1, "a"]),
        (Json(), [True, 0, "auto", []]),
        (Both(Int(0, 9), Not(OneOf(0, 9))), [1, 8]),
        (Image("url", "base64"), [LINK, picture("png", "base64")]),
    ],
    ids=str,
)
def test_values_are_of_the_domain_and_reach_its_ends(domain: Domain, some: list[object]) -> None:
    @CALM
    @given(values(domain))
    def all_are_members(value: object) -> None:
        assert domain.has(value)

    all_are_members()
    for value in some:
        assert is_drawn(values(domain), value)


LINKS = Part(Image("url"))
BOXED = Part(Image("url"), {"image": HOLE})
SAID = TextPart(Field.prompt, {"text": TEXT}, Text(max_length=1))
PAIR = Sides("w", "h", Grid(Int(64, 128, multiple_of=64)))

#: a row, and wires of it, each with whether the row would write them so
ROWS: dict[str, tuple[Row, list[tuple[dict[str, object], bool]]]] = {
    "null and other words for nothing": (
        Param("n", Field.n, Int(1, 2), unset=(0,), nullable=True),
        [({"n": 1}, True), ({"n": 0}, False), ({"n": None}, False)],
    ),
    "a number that means nothing": (Param("n", Field.n, Int(0, 1), unset=(0,)), [({"n": 1}, True), ({"n": 0}, False)]),
    "two words for one": (
        Param("q", Field.quality, Words((("low", "L"), ("low", "l")), more=("odd",))),
        [({"q": "L"}, True), ({"q": "l"}, False), ({"q": "odd"}, True)],
    ),
    "constant": (Const("task", "draw", also_legal=("paint",)), [({"task": "draw"}, True), ({"task": "paint"}, False)]),
    "constant that is only read": (
        Const("m", "muse", optional=True, read_only=True),
        [({"m": "muse"}, False)],
    ),
    "open constant": (Const("m", "muse", open=True), [({"m": "muse"}, True), ({"m": "another"}, False)]),
    "pictures": (Pictures("p", (LINKS,), min=2), [({"p": [LINK] * 2}, True), ({"p": [LINK] * 3}, True)]),
    "bare": (Pictures("p", (LINKS,), bare=True), [({"p": [LINK]}, True), ({"p": LINK}, False)]),
    "older": (Pictures("p", (LINKS,), older=("q",)), [({"p": [LINK]}, True), ({"q": [LINK]}, False)]),
    "other items": (
        Pictures("p", (BOXED,), others=OneOf("x")),
        [({"p": [{"image": LINK}]}, True), ({"p": ["x"]}, True)],
    ),
    "keys": (
        Slots("p", "q", part=LINKS),
        [({"p": LINK}, True), ({"p": LINK, "q": LINK}, True), ({"q": LINK}, False)],
    ),
    "keys that are only read": (Slots("p", "q", part=LINKS, read_only=True), [({"p": LINK}, False)]),
    "parts": (
        Content("c", (SAID, BOXED), max=1, requires=(Field.prompt,)),
        [({"c": [{"text": ""}]}, True), ({"c": [{"text": ""}, {"image": LINK}]}, True)],
    ),
    "parts, bare or single": (
        Content("c", (SAID, BOXED), bare=Field.prompt, single=True),
        [({"c": "0"}, False), ({"c": {"text": ""}}, False), ({"c": {"image": LINK}}, False)],
    ),
    "parts beside others": (
        Content("c", (SAID, BOXED), others=OneOf("x")),
        [({"c": [{"text": ""}]}, True), ({"c": [{"text": ""}, "x"]}, False)],
    ),
    "mask": (
        Mask("m", Image("url"), "of", {"white": "W", "black": "B"}, default="W", more=("alpha",)),
        [({"m": LINK, "of": "B"}, True), ({"m": LINK, "of": "W"}, True), ({"m": LINK}, False)],
    ),
    "cases": (
        Alternatives(
            Field.steps, (Alternative({"fast": True}, means=4), Alternative({"fast": False}, "many", Int(5, 6)))
        ),
        [({"fast": True}, True), ({"fast": False, "many": 5}, True), ({"fast": False, "many": 6}, True)],
    ),
    "product": (
        Product(Field.n, ("rows", Int(1, 2)), ("columns", Int(1, 2))),
        [({}, True), ({"rows": 2, "columns": 2}, True), ({"rows": 1}, True)],
    ),
    "sizes": (
        Sizes((PixelText("size", Grid(Int(64, 128, multiple_of=64)), "auto"),)),
        [({"size": "64x128"}, True), ({"size": "auto"}, True)],
    ),
    "sizes by name": (
        Sizes((PAIR, Presets("preset", {"sq": "64x64", "big": "512x512"}))),
        [({"w": 64, "h": 64}, True), ({"preset": "sq"}, False), ({"preset": "big"}, True)],
    ),
    "two words for auto": (
        Sizes((ShapeWords("r", {"auto": "match", "1:1": "1:1"}), PixelText("s", Grid(), "auto"))),
        [({"r": "match"}, True), ({"s": "auto"}, False), ({"r": "1:1", "s": "auto"}, False)],
    ),
    "a range of ratios": (
        Sizes((RatioRange("r", "1:2", "2:1", separator="x", auto="auto", tier="t", tiers=("1K",)),)),
        [({"r": "1x2"}, True), ({"r": "auto"}, True), ({"t": "1K"}, True), ({"r": "16x9", "t": "1K"}, True)],
    ),
    "words that are only read": (
        Sizes((PAIR, ShapeWords("r", ("1:1",), read_only=True))),
        [({"w": 64, "h": 64}, True), ({"r": "1:1"}, False)],
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_row_is_drawn_in_each_way_that_it_can_be_written(name: str) -> None:
    row, some = ROWS[name]
    for flat, plain in some:
        assert is_drawn(wires_of(row), (flat, plain))
    holds_for(table(row))


def holds_for(target: Target) -> None:
    """That requests are legal, and those said to be in the one form of their target are written so."""

    @CALM
    @given(requests_of(target))
    def law(drawn: tuple[dict[str, Any], bool]) -> None:
        request, plain = drawn
        assert not [problem for problem in check(request, target) if problem.level == "error"]
        assert plain <= same(to_request(to_intent(request, target), target, allow=ALL).request, request)

    law()


def test_wires_without_a_place_beside_an_earlier_one_are_left_out() -> None:
    assert placed({"a": 1, "a.b": 2, "ab": 3}) == {"a": 1, "ab": 3}
    assert placed({"a.b[0]": 1, "a.b": 2, "a.c": 3, "a": 4}) == {"a.b[0]": 1, "a.c": 3}


# ---- whole requests


def test_what_is_always_said_may_be_left_out_where_it_is_optional() -> None:
    target = table(STEPS, Const("task", "draw", optional=True))
    for drawn in (({"task": "draw"}, True), ({}, False), ({"steps": 1, "task": "draw"}, True), ({"steps": 1}, False)):
        assert is_drawn(requests_of(target), drawn)
    holds_for(target)


def test_what_breaks_a_rule_is_left_out_and_what_can_not_be_is_drawn_anew() -> None:
    rule = Rule({"a": OneOf("x")}, {"b": OneOf("x"), "c": ABSENT}, "x with x alone")
    a, b = (Native(wire, OneOf("x", "y"), required=True) for wire in "ab")
    target = table(a, b, Native("c", Flag()), rules=[rule])
    for request in ({"a": "x", "b": "x"}, {"a": "y", "b": "x", "c": True}, {"a": "y", "b": "y"}):
        assert is_drawn(requests_of(target), (request, True))
    holds_for(target)


def test_pictures_in_another_row_than_they_would_be_written_to_are_another_form() -> None:
    target = table(Pictures("p", (LINKS,), max=1), Pictures("q", (LINKS,), max=1))
    for drawn in (({"p": [LINK]}, True), ({"q": [LINK]}, False), ({"p": [LINK], "q": [LINK]}, True)):
        assert is_drawn(requests_of(target), drawn)
    holds_for(target)


@pytest.mark.parametrize(("canonical", "drawn"), [(True, {1, None}), (False, {0}), (None, {0, 1, None})])
def test_requests_in_the_one_form_of_a_target_or_in_others(canonical: bool | None, drawn: set[int | None]) -> None:
    target = table(Native("n", Int(1, 1), unset=(0,)))
    seen: set[int | None] = set()

    @CALM
    @given(requests(target, canonical))
    def law(request: dict[str, Any]) -> None:
        seen.add(request.get("n"))

    law()
    assert seen == drawn
