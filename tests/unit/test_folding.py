"""The function of a target, written again for keys that come often: when, how many, and that it answers the same."""

from __future__ import annotations

import inspect
from itertools import permutations
from typing import Any

import pytest
from attrs import evolve

from imgparams import Target
from imgparams.checking import checked
from imgparams.engine import folding
from imgparams.engine.preparing import prepared
from imgparams.tables import ABSENT, PRESENT, Flag, Int, Native, OneOf, Rule, Text
from imgparams.translation import as_served
from tests.unit.tables import table
from tests.unit.test_preparing import LEAST, LOOKED_AT, TABLE, edges

SIDES = {**LEAST, "w": 128, "h": 128}


@pytest.fixture
def folded(monkeypatch: pytest.MonkeyPatch) -> list[set[object]]:
    """The keys that functions were written for, in their order."""
    seen: list[set[object]] = []
    fold = folding.fold

    def noted(text: str, space: dict[str, Any], keys: frozenset[object]) -> folding.Right:
        seen.append(set(keys))
        return fold(text, space, keys)

    monkeypatch.setattr(folding, "fold", noted)
    return seen


def test_it_answers_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    requests = [*edges(TABLE), *({**LEAST, **more} for more in LOOKED_AT)]
    before = [prepared(as_served(TABLE))(request) for request in requests]
    monkeypatch.setattr(folding, "FOLD_AFTER", 0)
    form = prepared(as_served(TABLE))
    assert [form(request) for request in requests] == before
    assert [form(request) for request in requests] == before  # by what was folded in the first round
    assert True in before
    assert False in before


@pytest.mark.parametrize(
    ("target", "right", "other"),
    [
        (
            table(
                Native("a", Text(), deprecated="use a.b"),
                Native("a.b", Int(0, 9)),
                Native("c", Flag()),
                rules=(Rule({"a": ABSENT, "a.b": OneOf(1)}, {"c": ABSENT}, "no c"),),
            ),
            [{"a": {"b": 1}}, {"a": {"b": 2}, "c": True}],
            [{"a": "x"}, {"a": {"b": 10}}, {"a": {"b": 1}, "c": True}],
        ),
        (table(Native("a", Int(0, 9), deprecated="use b", nullable=True)), [{"a": None}], [{"a": 1}, {"a": 10}]),
        (
            table(
                Native("mode", OneOf("a", "b"), default="a", default_when={"x": PRESENT}),
                Native("x", Int(0, 9)),
                Native("y", Flag()),
                rules=(Rule({"mode": OneOf("a"), "y": OneOf(True)}, {"y": ABSENT}, "a has no y"),),
            ),
            [{"y": True}, {"y": False, "x": 1}, {"y": True, "x": 1, "mode": "b"}],
            [{"y": True, "x": 1}, {"y": True, "x": 1, "mode": "a"}, {"y": 1}],
        ),
        (
            table(
                Native("mode", OneOf("a", "b"), default="a", default_when={"x": OneOf(1)}),
                Native("x", Int(0, 9)),
                Native("y", Flag()),
                rules=(Rule({"mode": OneOf("a"), "y": OneOf(True)}, {"y": ABSENT}, "a has no y"),),
            ),
            [{"y": True, "x": 0}, {"y": False, "x": 1}, {"y": True}],
            [{"y": True, "x": 1}, {"y": True, "x": 10}],
        ),
    ],
    ids=["an object or a word", "null for a deprecated wire", "a default next to a wire", "a default next to a value"],
)
def test_what_is_folded_says_the_same_of(
    target: Target,
    right: list[dict[str, Any]],
    other: list[dict[str, Any]],
    folded: list[set[object]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(folding, "FOLD_AFTER", 0)
    form, requests = prepared(as_served(target)), [*right, *other]
    expected = [True] * len(right) + [False] * len(other)
    assert [checked(request, target) == () for request in requests] == expected
    assert [form(request) for request in requests] == expected
    assert [form(request) for request in requests] == expected  # by what was folded in the first round
    assert folded == [set(keys) for keys in dict.fromkeys(map(frozenset, right))]


def test_keys_that_come_often_have_a_function_of_their_own(folded: list[set[object]]) -> None:
    form = prepared(as_served(TABLE))
    for _ in range(folding.FOLD_AFTER):
        assert form(SIDES)
        assert not form({**LEAST, "cfg": 99})  # a fault is not counted: anyone may write any keys
    assert folded == []
    for side in (128, 136, 137, None, 144):
        assert form({**SIDES, "w": side}) == (side not in (137, None))
    assert folded == [{*SIDES}]


def test_where_python_can_not_parse_now_the_general_function_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(text: str) -> object:
        raise SystemError("AST constructor recursion depth mismatch")  # by CPython up to 3.12, in several threads

    monkeypatch.setattr(folding, "FOLD_AFTER", 1)
    form = prepared(as_served(TABLE))
    with monkeypatch.context() as patched:
        patched.setattr("imgparams.engine.folding.ast.parse", parse)
        assert [form(SIDES) for _ in range(5)] == [True] * 5
    assert [form(SIDES) for _ in range(5)] == [True] * 5


def test_a_body_in_a_list_is_the_same_body(folded: list[set[object]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "FOLD_AFTER", 1)
    form = prepared(as_served(evolve(TABLE, in_list=True)))
    assert [form([SIDES]), form(SIDES), form([SIDES]), form([SIDES, SIDES]), form([])] == [True] * 3 + [False] * 2
    assert folded == [{*SIDES}]


def test_the_order_of_the_keys_does_not_matter(folded: list[set[object]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "FOLD_AFTER", 1)
    form = prepared(as_served(TABLE))
    orders = [dict(order) for order in permutations(SIDES.items())]
    assert all(form(order) for order in orders)
    assert not any(form({**order, "w": 129}) for order in orders)
    assert folded == [{*SIDES}]


def test_so_many_orders_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "FOLD_AFTER", 0)
    monkeypatch.setattr(folding, "MOST_COUNTED", 3)
    form = prepared(as_served(TABLE))
    orders = [dict(order) for order in permutations(SIDES.items())]
    assert all(form(order) for order in orders)
    assert not any(form({**order, "w": 129}) for order in orders)
    assert len(inspect.getclosurevars(form).nonlocals["orders"]) == 3


def test_there_are_so_many_of_a_target(folded: list[set[object]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "FOLD_AFTER", 1)
    monkeypatch.setattr(folding, "MOST_FOLDED", 2)
    monkeypatch.setattr(folding, "MOST_COUNTED", 3)
    form = prepared(as_served(TABLE))
    kinds = [{**SIDES, **more} for more in ({}, {"cfg": 2}, {"turbo": False}, {"one": "a"})]
    for _ in range(3):
        assert all(form(kind) for kind in kinds)  # four, of which three are counted at a time
    assert folded == []
    for kind in kinds:
        assert all(form(kind) for _ in range(3))
    assert folded == [{*kind} for kind in kinds[:2]]
