"""The function of a target, written again for keys that come often: when, how many, and that it answers the same."""

from __future__ import annotations

import ast
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


#: keys of a body, what is written of it, and what is left for these keys
FOLDED: dict[str, tuple[list[str], str, str]] = {
    "what is known of an absent key": (
        ["prompt"],
        """
v4 = body.get("seed", M)
if v4 is not M and not (0 <= v4 <= 99): return False
if (v4 is not M and v7 is not M): return False
v7 = body.get("prompt", M)
if v7 is M: return False
if v7 is not M and not type(v7) is str: return False
return True
""",
        """
v7 = body['prompt']
if not type(v7) is str:
    return False
return True
""",
    ),
    "the body itself": (
        ["a"],
        """
if type(body) is list and len(body) == 1: body = body[0]
if type(body) is not dict: return False
n1 = 0
v = body.get("a", M)
if v is not M:
    n1 += 1
    if not k(v): return False
if n1 != len(body): return False
return True
""",
        """
v = body['a']
if not k(v):
    return False
return True
""",
    ),
    "a required key": (
        [],
        """
v = body.get("a", M)
if v is not M:
    if not k(v): return False
else: return False
return True
""",
        """
return False
""",
    ),
    "what is inside a key": (
        ["deep"],
        """
v = M
b = body.get("deep", M)
if b is not M:
    n2 = 0
    if type(b) is not dict: return False
    v = b.get("n", M)
    if v is not M:
        n2 += 1
        if not v > 1: return False
    if n2 != len(b): return False
if v is M: return False
return True
""",
        """
v = M
b = body['deep']
n2 = 0
if type(b) is not dict:
    return False
v = b.get('n', M)
if v is not M:
    n2 += 1
    if not v > 1:
        return False
if n2 != len(b):
    return False
if v is M:
    return False
return True
""",
    ),
    "what is inside an absent key": (
        [],
        """
v = M
b = body.get("deep", M)
if b is not M:
    v = b.get("n", M)
if v is not M and v > 4: return False
return True
""",
        """
return True
""",
    ),
    "a word for not set": (
        ["a"],
        """
v = body.get("a", M)
if v is None: v = M
if v is not M and v > 4: return False
return True
""",
        """
v = body['a']
if v is None:
    v = M
if v is not M and v > 4:
    return False
return True
""",
    ),
    "a word or an object": (
        ["a"],
        """
v = body.get("a", M)
if type(v) is dict:
    w = v.get("b", M)
    v = M
else:
    pass
    if not k(v): return False
if v is M: return False
if w is not M: return False
return True
""",
        """
v = body['a']
if type(v) is dict:
    w = v.get('b', M)
    v = M
else:
    pass
    if not k(v):
        return False
if v is M:
    return False
if w is not M:
    return False
return True
""",
    ),
    "after the first branch alone": (
        ["a"],
        """
v = body.get("a", M)
if type(v) is dict: v = M
else: return False
if v is not M: return False
return True
""",
        """
v = body['a']
if type(v) is dict:
    v = M
else:
    return False
return True
""",
    ),
    "after the second branch alone": (
        ["a"],
        """
v = body.get("a", M)
if type(v) is dict: return False
else: v = M
if v is not M: return False
return True
""",
        """
v = body['a']
if type(v) is dict:
    return False
else:
    v = M
return True
""",
    ),
    "after branches that say the same": (
        ["a"],
        """
v = body.get("a", M)
if type(v) is dict: v = M
else: v = M
if v is not M: return False
return True
""",
        """
v = body['a']
if type(v) is dict:
    v = M
else:
    v = M
return True
""",
    ),
    "a branch of which nothing is left": (
        ["a"],
        """
v = body.get("a", M)
w = M
if type(v) is dict: w = body.get("b", M)
else: u = M
return True
""",
        """
v = body['a']
if type(v) is dict:
    pass
return True
""",
    ),
    "what a condition says of an absent wire": (
        ["a"],
        """
v = body.get("a", M)
w = body.get("b", M)
if (v == 1 if v is not M else False) and (w == 1 if w is not M else yes(False, d)): return False
if (w == 1 if w is not M else yes(False, d)) and (v == 2 if v is not M else False): return False
if (w == 1 if w is not M else no(False, 3)) or not no(False, None) and v == 3: return False
if no(False, d): return False
if (w == 1 if w is not M else yes(False, 4)) and v == 4: return False
return True
""",
        """
v = body['a']
if v == 1:
    return False
if v == 2:
    return False
if v == 3:
    return False
if v == 4:
    return False
return True
""",
    ),
    "a default that depends on a wire": (
        [],
        """
w = body.get("b", M)
if (w == 1 if w is not M else no(False, (d if c(w) else None))): return False
if (w == 1 if w is not M else no(False, (d if w is M else None))): return False
return True
""",
        """
if no(False, d if c(M) else None):
    return False
return True
""",
    ),
    "calls that nothing is known of": (
        ["b"],
        """
w = body.get("b", M)
if no(True, d): return False
if no(w): return False
if no(False, w): return False
if no(False): return False
if no.of(False, 3): return False
return True
""",
        """
w = body['b']
if no(True, d):
    return False
if no(w):
    return False
if no(False, w):
    return False
if no(False):
    return False
if no.of(False, 3):
    return False
return True
""",
    ),
    "any of several": (
        ["a"],
        """
v = body.get("a", M)
w = body.get("b", M)
if (v is not M or w is not M) and not k([("b", w), ("c", u)]): return False
if (v is not M and w is not M) or k(v) or k(w): return False
if v is M or w is not M: return False
if not (v is M and w is M) and w is not M: return False
if not k(v): return False
return True
""",
        """
v = body['a']
if not k([('b', M), ('c', u)]):
    return False
if k(v) or k(M):
    return False
if not k(v):
    return False
return True
""",
    ),
    "what holds of all of several": (
        ["a", "b"],
        """
v = body.get("a", M)
w = body.get("b", M)
u = body.get("c", M)
if (v is not M and w is not M) and k(v): return False
if (v is M or u is not M) or k(w): return False
if not (v is not M and w is not M): return False
if v is not M or u is not M: return True
return False
""",
        """
v = body['a']
w = body['b']
if k(v):
    return False
if k(w):
    return False
return True
""",
    ),
    "comparisons that say nothing of what is missing": (
        ["a"],
        """
v = body.get("a", M)
if v is w: return False
if v is M is M: return False
if 1 < v < 3: return False
if f(v) is M: return False
v = k(v)
if v is M: return False
return True
""",
        """
v = body['a']
if v is w:
    return False
if v is M is M:
    return False
if 1 < v < 3:
    return False
if f(v) is M:
    return False
v = k(v)
if v is M:
    return False
return True
""",
    ),
}


@pytest.mark.parametrize("what", FOLDED)
def test_what_is_left_of_the_code(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    keys, text, expected = FOLDED[what]
    left: list[str] = []
    compiled = ast.fix_missing_locations

    def noted(tree: ast.Module) -> ast.Module:
        left.append(ast.unparse(tree))
        return compiled(tree)

    monkeypatch.setattr("imgparams.engine.folding.ast.fix_missing_locations", noted)
    space = {"M": object(), "d": 4, "yes": lambda there, value: value == 4, "no": lambda there, value: 0}
    form = folding.fold("def right(body):" + text.replace("\n", "\n    "), space, frozenset(keys))
    assert (form.__name__, form.__code__.co_filename) == ("right", "<folded>")
    assert left == ["def right(body):" + expected.rstrip().replace("\n", "\n    ")]


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
    remembered = inspect.getclosurevars(form).nonlocals["orders"]
    assert [*remembered] == [tuple(order) for order in orders[1:4]]
    (function,) = {*remembered.values()}
    assert function(SIDES)


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
