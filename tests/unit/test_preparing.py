"""The code that is made of a target: which requests it sees as right, and that faults planted in it are seen."""

from __future__ import annotations

import ast
import pickle
import re
import textwrap
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from attrs import evolve, frozen

from imgparams import Size, Target, check, checking
from imgparams.checking import checked
from imgparams.contract import AnyRule, View
from imgparams.engine import preparing
from imgparams.engine.expressions import Code
from imgparams.engine.preparing import prepared
from imgparams.tables import (
    ABSENT,
    OFF,
    PRESENT,
    AnyOf,
    AtMost,
    Const,
    Content,
    Domain,
    Enlarged,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    Json,
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
    RatioRange,
    Row,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    SizeSet,
    Text,
    TextPart,
    WidthHeight,
    Words,
)
from imgparams.tables.domains import Fault
from imgparams.tables.rules import Between
from imgparams.tables.templates import HOLE, TEXT
from imgparams.testing import bounds, read_cases
from imgparams.testing.worked_cases import requests_of_case
from imgparams.translation import as_served
from tests.unit.tables import PNG, URL, table

TABLE = table(
    Const("mode", "fast"),
    Param("prompt", Field.prompt, Text(min_length=1, max_length=9), required=True),
    Param("deep.n", Field.n, Int(1, 8), default=1, nullable=True),
    Param("deep.seed", Field.seed, Int(0, 99), unset=(0,)),
    Param("list[0].steps", Field.steps, Int(10, 60, multiple_of=10)),
    Param("cfg", Field.guidance, Num(1, 20)),
    Param("quality", Field.quality, Words({"low": "draft", "high": "fine"}), default="draft"),
    Param("old", Field.user, Text(), deprecated="use another"),
    WidthHeight("w", "h", Grid(Int(64, 2048, multiple_of=8), area=(2**14, 2**20), ratio=("1:4", "4:1"))),
    Native("turbo", Flag(), default=False),
    Native("tags", Json()),
    Native("one", OneOf("a")),
    Native("two", OneOf("b")),
    Pictures("images", (Image("url"),), max=2),
    rules=(
        Rule({"turbo": OneOf(True)}, {"deep.n": Int(max=4)}, "turbo makes four"),
        Rule({"quality": OneOf("fine")}, {"cfg": ABSENT}, "fine has no guidance"),
        Rule({"cfg": Int(20)}, {"turbo": OFF, "one": Not(OneOf("a"))}, "strong is slow"),
        Rule({}, {"two": ABSENT}, "two is ignored", effect="ignored"),
        AtMost(("one", "two"), 1, "one or two"),
    ),
)
LEAST = {"mode": "fast", "prompt": "a"}


def right(target: Target, **request: Any) -> bool:
    return prepared(as_served(target))(request)


def edges(target: Target) -> list[Any]:
    drawn = [request for case in read_cases(bounds(target)) for request in requests_of_case(case)]
    return [*drawn, *({**LEAST, **more} for more in LOOKED_AT)]


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"deep": {"n": 8, "seed": 99}, "list": [{"steps": 60}], "cfg": 20, "quality": "draft", "w": 1024, "h": 1024},
        {"deep": {"n": None, "seed": 0}, "cfg": 1.5, "turbo": False, "tags": {"any": [1, "thing"]}, "one": "a"},
        {"turbo": True, "deep": {"n": 4}, "w": 64, "h": 256, "images": [URL, URL], "list": []},
        {"prompt": "\u00e9"},
    ],
)
def test_what_is_plainly_right(more: dict[str, Any]) -> None:
    assert right(TABLE, **{**LEAST, **more})
    assert checked({**LEAST, **more}, TABLE) == ()


LOOKED_AT: list[dict[str, Any]] = [
    {"mode": "slow"},
    {"prompt": ""},
    {"prompt": "\ud800"},
    {"prompt": "x" * 10},
    {"deep": {"n": 9}},
    {"deep": {"n": True}},
    {"deep": {"x": 1}},
    {"deep": []},
    {"list": [{"steps": 15}]},
    {"list": [{}, {}]},
    {"cfg": float("nan")},
    {"cfg": "7"},
    {"quality": "fine", "cfg": 2},
    {"quality": ["draft"]},
    {"old": "x"},
    {"w": 1024},
    {"w": 2048, "h": 1024},
    {"w": 64, "h": 264},
    {"turbo": True, "deep": {"n": 5}},
    {"cfg": 20, "turbo": True},
    {"cfg": 20, "one": "a"},
    {"two": "b"},
    {"tags": float("inf")},
    {"images": [URL] * 3},
    {"images": [URL + "\ud800"]},
    {"zz": 1},
]


@pytest.mark.parametrize("more", LOOKED_AT)
def test_what_is_looked_at(more: dict[str, Any]) -> None:
    assert not right(TABLE, **{**LEAST, **more})
    assert checked({**LEAST, **more}, TABLE) != ()


def test_what_is_right_but_not_plainly_is_looked_at() -> None:
    assert not right(TABLE, **LEAST, deep={"n": 2.0})
    assert checked({**LEAST, "deep": {"n": 2.0}}, TABLE) == ()
    assert not prepared(as_served(TABLE))([LEAST])
    listed = prepared(as_served(evolve(TABLE, in_list=True)))
    assert [listed(body) for body in ([LEAST], LEAST, [LEAST, LEAST], [])] == [True, True, False, False]


@pytest.mark.parametrize(
    ("sizes", "legal", "other"),
    [
        (PixelText("size", Grid(Int(64, 1024)), "auto"), ["64x1024", "auto"], ["63x64", "x", "64*64", "064x64", 5]),
        (PixelText("size", Pairs(["64x64"]), "auto"), ["64x64", "auto"], ["64x65", None]),
        (Presets("size", {"small": "64x64"}), ["small"], ["large", ["small"]]),
        (ShapeWords("size", ("1:1", "16:9")), ["1:1"], ["16:10", 1]),
    ],
)
def test_sizes_in_one_text(sizes: Any, legal: list[Any], other: list[Any]) -> None:
    target = table(Sizes((sizes,)))
    assert all(right(target, size=value) for value in legal)
    assert not any(right(target, size=value) for value in other)
    assert all(checked({"size": value}, target) == () for value in legal)


def test_sizes_in_several_wires() -> None:
    words = ShapeWords("ratio", ("1:1",), "tier", ("1K",), more=("custom",))
    sides = Sides("w", "h", Pairs(["64x64"]), sets={"ratio": "custom"})
    target = table(Sizes((words, sides)))
    assert right(target, ratio="1:1", tier="1K")
    assert right(target, tier="1K")
    assert right(target, ratio="custom", w=64, h=64)
    assert right(target, ratio="1:1", w=64, h=64)  # the sides say the same
    assert not right(target, ratio="1:1", w=64, h=128)
    assert not right(target, ratio="custom", w=64, h=65)


def answers(target: Target, requests: list[dict[str, Any]]) -> list[bool]:
    """Whether each is plainly right, where the interpreter says the same."""
    form = prepared(as_served(target))
    assert [form(request) for request in requests] == [checked(request, target) == () for request in requests]
    return [form(request) for request in requests]


def test_sides_that_count_next_to_a_flag() -> None:
    target = table(Sizes((ShapeWords("ratio", ("1:1",)), Sides("w", "h", Pairs(["64x64"]), sets={"own": True}))))
    sides = {"w": 64, "h": 64}
    legal: list[dict[str, Any]] = [{}, {"ratio": "1:1"}, {"own": True, **sides}]
    assert answers(target, legal) == [True] * 3
    other: list[dict[str, Any]] = [
        {"own": True},
        {"own": "True", **sides},
        {"own": False, **sides},
        {"own": 1, **sides},
    ]
    assert answers(target, other) == [False] * 4


def test_a_set_of_sizes_of_one_s_own() -> None:
    class Squares(SizeSet):
        def faults(self, size: Size) -> Iterator[tuple[str, Fault]]:
            if size.width != size.height:
                yield "", Fault("bad_ratio", self.describe())

        def describe(self) -> str:
            return "a square"

    target = table(Sizes((Sides("w", "h", Squares()),)))
    assert answers(target, [{"w": 8, "h": 8}, {"w": 8, "h": 9}, {"w": 8}]) == [True, False, False]


def test_a_condition_of_one_s_own() -> None:
    @frozen
    class Even(Domain):
        """An even number meets it, an odd one breaks it, and what is no number does neither."""

        def is_met(self, there: bool, value: object) -> bool:
            return isinstance(value, int) and value % 2 == 0

        def is_broken(self, there: bool, value: object) -> bool:
            return isinstance(value, int) and value % 2 == 1

        def describe(self) -> str:
            return "even"

    rows = [Native(wire, AnyOf(Int(0, 9), Text())) for wire in ("a", "b")]
    target = table(*rows, rules=(Rule({"a": Even()}, {"b": Even()}, "even to even"),))
    assert answers(target, [{"a": 2, "b": b} for b in (1, 2, "x")]) == [False, True, True]
    assert answers(target, [{"a": a, "b": 1} for a in (1, 2, "x")]) == [True, False, True]
    assert answers(target, [{"a": 2}, {"b": 1}]) == [True, True]


def test_a_condition_that_is_broken_in_a_way_of_its_own() -> None:
    @frozen
    class Lenient(Int):
        """Met by few numbers, and broken by those that are much too large only."""

        def is_broken(self, there: bool, value: object) -> bool:
            return isinstance(value, int) and value > 7

    @frozen
    class Wide(Int):
        """Broken as usual, and met by any number."""

        def is_met(self, there: bool, value: object) -> bool:
            return there

    rows = [Native(wire, Int(0, 9)) for wire in ("a", "b")]
    lenient = table(*rows, rules=(Rule({"a": Lenient(max=5)}, {"b": Lenient(max=5)}, "few"),))
    assert answers(lenient, [{"a": 5, "b": b} for b in (5, 6, 8)]) == [True, True, False]
    assert answers(lenient, [{"a": 6, "b": 8}]) == [True]
    wide = table(*rows, rules=(Rule({"a": Wide(max=5)}, {"b": Wide(max=5)}, "few"),))
    assert answers(wide, [{"a": 6, "b": b} for b in (5, 6)]) == [True, False]
    assert answers(wide, [{"b": 6}]) == [True]


def test_half_a_size_over_a_default_that_depends_on_another_wire() -> None:
    pair = Sides("w", "h", Pairs([(64, 64), (128, 64)]))
    target = table(Sizes((pair,), default={"w": 64, "h": 64}, default_when={"x": ABSENT}), Native("x", Int(0, 1)))
    assert right(target, w=128)
    assert not right(target, w=128, x=1)
    assert checked({"w": 128, "x": 1}, target) != ()


def test_a_default_that_depends_on_another_wire() -> None:
    rows = (
        Native("mode", OneOf("a", "b"), default="a", default_when={"x": PRESENT}),
        Native("x", Int(0, 9)),
        Native("y", Flag()),
    )
    target = table(*rows, rules=(Rule({"mode": OneOf("a")}, {"y": ABSENT}, "a has no y"),))
    assert right(target, y=True)
    assert not right(target, y=True, x=1)
    assert right(target, y=True, x=1, mode="b")


def test_every_edge_is_as_the_interpreter_says() -> None:
    form = prepared(as_served(TABLE))
    assert [request for request in edges(TABLE) if form(request) != (checked(request, TABLE) == ())] == []


#: faults as someone might make them, each a text of the code and what stands there instead
PLANTED = {
    "a bound one too far": ("1 <= v2 <= 8", "1 <= v2 <= 9"),
    "the lower bound": ("10 <= v4", "0 <= v4"),
    "the step": (" and v4 % 10 == 0", ""),
    "a flag for a number": ("type(v2) is int and ", ""),
    "an unknown key": ("if n1 != len(body): return False", ""),
    "an unknown key inside": ("if n2 != len(b", "if n2 > len(b"),
    "a required row": ("if v1 is M: return False", ""),
    "the area": (" <= 1048576", " <= 2097152"),
    "the ratio": ("v8 * 1 <= v9 * 4", "v8 * 1 <= v9 * 5"),
    "the word for not set": ("and v3 == k", "and v3 != k"),
    "a default forgotten in a rule": (" else False", " else True"),
    "a rule": ("): return False\n    if v", "): pass\n    if v"),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_seen(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = PLANTED[fault]
    text = preparing.RightCode.text

    def planted(self: Any) -> str:
        code = text(self)
        assert old in code, code
        return code.replace(old, new)

    monkeypatch.setattr(preparing.RightCode, "text", planted)
    form = prepared(as_served(TABLE))
    assert any(form(request) != (checked(request, TABLE) == ()) for request in edges(TABLE))


# ---- the code itself


def named(value: Any) -> str:
    """What stands for a bound value in a code that is read: a plain one itself, else the name of what it calls."""
    if isinstance(value, frozenset):
        return "{" + ", ".join(sorted(map(repr, value))) + "}"
    if value is None or isinstance(value, (str, int, float, Size)):
        return repr(value)
    names = getattr(value, "__qualname__", type(value).__name__).split(".")
    return str(names[names.index("<locals>") - 1] if "<locals>" in names else names[-1])


def readable(code: Code, text: str) -> str:
    """A text of a code with the bound values in place, in one form."""
    return ast.unparse(ast.parse(re.sub(r"\bk\d+\b", lambda name: named(code.names[name[0]]), text)))


#: rows, and what is written of them between the frame of the function
CODE: dict[str, tuple[tuple[Row, ...], str]] = {
    "a constant and what is legal beside it": (
        (Const("model", "a", also_legal=("b",)),),
        """
v0 = body.get('model', M)
if v0 is not M:
    n1 += 1
    if not (((type(v0) is str and v0 in {'a', 'b'}))): return False
if v0 is M: return False
""",
    ),
    "a constant in place of which any text is legal": (
        (Const("model", "a", also_legal=("b",), open=True),),
        """
v0 = body.get('model', M)
if v0 is not M:
    n1 += 1
    if not (means(v0)): return False
if v0 is M: return False
""",
    ),
    "a constant that is no word": (
        (Const("mode", {"a": 1}),),
        """
v0 = body.get('mode', M)
if v0 is not M:
    n1 += 1
    if not (means(v0)): return False
if v0 is M: return False
""",
    ),
    "a text that is required": (
        (Param("prompt", Field.prompt, Text(min_length=1, max_length=9), required=True),),
        """
v0 = body.get('prompt', M)
if v0 is not M:
    n1 += 1
    if not (type(v0) is str and 1 <= len(v0) <= 9 and (v0.isascii() or clean(v0))): return False
if v0 is M: return False
""",
    ),
    "a text of a pattern": (
        (Native("text", Text(pattern="[a-z]+")),),
        """
v0 = body.get('text', M)
if v0 is not M:
    n1 += 1
    if not (_member(v0)): return False
""",
    ),
    "null for absence": (
        (Param("n", Field.n, Int(1, 8, round_down=True), nullable=True),),
        """
v0 = body.get('n', M)
if v0 is not M:
    n1 += 1
    if v0 is None: v0 = M
    if v0 is not M and not (type(v0) is int and 1 <= v0 <= 8): return False
""",
    ),
    "a number for absence": (
        (Param("seed", Field.seed, Int(0, 99), unset=(0,)),),
        """
v0 = body.get('seed', M)
if v0 is not M:
    n1 += 1
    if type(v0) is int and v0 == 0: v0 = M
    if v0 is not M and not (type(v0) is int and 0 <= v0 <= 99): return False
""",
    ),
    "a seed without a bound": (
        (Param("seed", Field.seed, Int()),),
        """
v0 = body.get('seed', M)
if v0 is not M:
    n1 += 1
    if not (type(v0) is int and 0 <= v0 <= 2147483647): return False
""",
    ),
    "a count without a bound": (
        (Param("n", Field.n, Int(1)),),
        """
v0 = body.get('n', M)
if v0 is not M:
    n1 += 1
    if not (type(v0) is int and v0 >= 1 and _quiet('n', v0)): return False
""",
    ),
    "a step": (
        (Native("steps", Int(10, 60, multiple_of=10)),),
        """
v0 = body.get('steps', M)
if v0 is not M:
    n1 += 1
    if not (type(v0) is int and 10 <= v0 <= 60 and v0 % 10 == 0): return False
""",
    ),
    "a number between bounds": (
        (Native("cfg", Num(1, 20.5)),),
        """
v0 = body.get('cfg', M)
if v0 is not M:
    n1 += 1
    if not ((type(v0) is float or type(v0) is int) and 1 <= v0 <= 20.5): return False
""",
    ),
    "a number with one bound": (
        (Native("cfg", Num(1)),),
        """
v0 = body.get('cfg', M)
if v0 is not M:
    n1 += 1
    if not ((type(v0) is float or type(v0) is int) and v0 - v0 == 0 and v0 >= 1 and True): return False
""",
    ),
    "a number without bounds": (
        (Native("cfg", Num()),),
        """
v0 = body.get('cfg', M)
if v0 is not M:
    n1 += 1
    if not ((type(v0) is float or type(v0) is int) and v0 - v0 == 0 and True): return False
""",
    ),
    "words of every kind": (
        (Native("word", OneOf("a", "b", True, 1, 2.5)),),
        """
v0 = body.get('word', M)
if v0 is not M:
    n1 += 1
    if not (((v0 is True) or (type(v0) is str and v0 in {'a', 'b'}) or ((type(v0) is int
            or type(v0) is float) and v0 in {1, 2.5}))): return False
""",
    ),
    "words and null": (
        (Native("word", OneOf("a", None)),),
        """
v0 = body.get('word', M)
if v0 is not M:
    n1 += 1
    if not (_member(v0)): return False
""",
    ),
    "a flag": (
        (Native("flag", Flag()),),
        """
v0 = body.get('flag', M)
if v0 is not M:
    n1 += 1
    if not (((v0 is False) or (v0 is True))): return False
""",
    ),
    "words for words": (
        (Param("quality", Field.quality, Words({"low": "draft", "high": "fine"})),),
        """
v0 = body.get('quality', M)
if v0 is not M:
    n1 += 1
    if not (((type(v0) is str and v0 in {'draft', 'fine'}))): return False
""",
    ),
    "open words": (
        (Native("word", OneOf("a", open=True)),),
        """
v0 = body.get('word', M)
if v0 is not M:
    n1 += 1
    if not (_member(v0) and _quiet('word', v0)): return False
""",
    ),
    "what is deprecated": (
        (Native("old", Text(), deprecated="use another"),),
        """
v0 = body.get('old', M)
if v0 is not M:
    n1 += 1
    if not (False): return False
""",
    ),
    "what is in an object": (
        (
            Native("a.b", Int(0, 9)),
            Native("a.c", Flag()),
        ),
        """
v0 = M
v1 = M
b1_5 = body.get('a', M)
if b1_5 is not M:
    n1 += 1
    if type(b1_5) is not dict: return False
    n2 = 0
    v0 = b1_5.get('b', M)
    if v0 is not M:
        n2 += 1
        if not (type(v0) is int and 0 <= v0 <= 9): return False
    v1 = b1_5.get('c', M)
    if v1 is not M:
        n2 += 1
        if not (((v1 is False) or (v1 is True))): return False
    if n2 != len(b1_5): return False
""",
    ),
    "what is in a list": (
        (
            Native("a[0].b", Int(0, 9)),
            Native("a[1]", Flag()),
        ),
        """
v0 = M
v1 = M
b1_5 = body.get('a', M)
if b1_5 is not M:
    n1 += 1
    if type(b1_5) is not list: return False
    n2 = 0
    b2_10 = b1_5[0] if 0 < len(b1_5) else M
    if b2_10 is not M:
        n2 += 1
        if type(b2_10) is not dict: return False
        n3 = 0
        v0 = b2_10.get('b', M)
        if v0 is not M:
            n3 += 1
            if not (type(v0) is int and 0 <= v0 <= 9): return False
        if n3 != len(b2_10): return False
    v1 = b1_5[1] if 1 < len(b1_5) else M
    if v1 is not M:
        n2 += 1
        if not (((v1 is False) or (v1 is True))): return False
    if n2 != len(b1_5): return False
""",
    ),
    "a word or an object": (
        (
            Native("a", Text(), nullable=True),
            Native("a.b", Int(0, 9)),
        ),
        """
v1 = M
v0 = body.get('a', M)
if v0 is not M:
    n1 += 1
    if type(v0) is dict:
        if type(v0) is not dict: return False
        n3 = 0
        v1 = v0.get('b', M)
        if v1 is not M:
            n3 += 1
            if not (type(v1) is int and 0 <= v1 <= 9): return False
        if n3 != len(v0): return False
        v0 = M
    else:
        pass
        if v0 is None: v0 = M
        if v0 is not M and not (type(v0) is str and (v0.isascii() or clean(v0))): return False
""",
    ),
    "a grid": (
        (WidthHeight("w", "h", Grid(Int(64, 2048, multiple_of=8), area=(2**14, 2**20), ratio=("1:4", "4:3"))),),
        """
v0 = body.get('w', M)
if v0 is not M:
    n1 += 1
v1 = body.get('h', M)
if v1 is not M:
    n1 += 1
if v0 is not M or v1 is not M:
    if not (type(v0) is int and 64 <= v0 <= 2048 and v0 % 8 == 0 and v0 > 0 and type(v1) is int
            and 64 <= v1 <= 2048 and v1 % 8 == 0 and v1 > 0 and 16384 <= v0 * v1 <= 1048576
            and v0 * 4 >= v1 * 1 and v0 * 3 <= v1 * 4):
        if v0 is not M or v1 is not M:
            if not _asker([('w', v0), ('h', v1)]): return False
""",
    ),
    "a grid of sides": (
        (WidthHeight("w", "h", Grid(Int(64, 2048), Int(32))),),
        """
v0 = body.get('w', M)
if v0 is not M:
    n1 += 1
v1 = body.get('h', M)
if v1 is not M:
    n1 += 1
if v0 is not M or v1 is not M:
    if not _asker([('w', v0), ('h', v1)]): return False
""",
    ),
    "a grid with a least area": (
        (WidthHeight("w", "h", Grid(Int(1, 99), area=(100, None))),),
        """
v0 = body.get('w', M)
if v0 is not M:
    n1 += 1
v1 = body.get('h', M)
if v1 is not M:
    n1 += 1
if v0 is not M or v1 is not M:
    if not (type(v0) is int and 1 <= v0 <= 99 and v0 > 0 and type(v1) is int and 1 <= v1 <= 99 and v1 > 0
            and v0 * v1 >= 100):
        if v0 is not M or v1 is not M:
            if not _asker([('w', v0), ('h', v1)]): return False
""",
    ),
    "listed sizes that are required": (
        (WidthHeight("w", "h", ["64x64"], required=True),),
        """
v0 = body.get('w', M)
if v0 is not M:
    n1 += 1
v1 = body.get('h', M)
if v1 is not M:
    n1 += 1
if True:
    if not (type(v0) is int and type(v1) is int and (v0, v1) in {(64, 64)}):
        if True:
            if not _asker([('w', v0), ('h', v1)]): return False
""",
    ),
    "listed sizes in a text": (
        (Sizes((PixelText("size", Pairs(["64x64", "64x32"]), "auto"),)),),
        """
v0 = body.get('size', M)
if v0 is not M:
    n1 += 1
if v0 is not M:
    if not ((type(v0) is str and v0 in {'64x32', '64x64', 'auto'})):
        if v0 is not M:
            if not _asker([('size', v0)]): return False
""",
    ),
    "listed sizes in a text with no word for auto": (
        (Sizes((PixelText("size", Pairs(["64x64"]), separator="*"),)),),
        """
v0 = body.get('size', M)
if v0 is not M:
    n1 += 1
if v0 is not M:
    if not ((type(v0) is str and v0 in {'64*64'})):
        if v0 is not M:
            if not _asker([('size', v0)]): return False
""",
    ),
    "sizes in a text": (
        (Sizes((PixelText("size", Grid(Int(64, 1024))),)),),
        """
v0 = body.get('size', M)
if v0 is not M:
    n1 += 1
if v0 is not M:
    if not (_text_fits(v0)):
        if v0 is not M:
            if not _asker([('size', v0)]): return False
""",
    ),
    "words for sizes": (
        (Sizes((Presets("size", {"small": "64x64"}),)),),
        """
v0 = body.get('size', M)
if v0 is not M:
    n1 += 1
if v0 is not M:
    if not ((type(v0) is str and v0 in {'small'})):
        if v0 is not M:
            if not _asker([('size', v0)]): return False
""",
    ),
    "words for a ratio": (
        (Sizes((ShapeWords("ratio", ("1:1", "16:9"), more=("custom",)),)),),
        """
v0 = body.get('ratio', M)
if v0 is not M:
    n1 += 1
if v0 is not M:
    if not ((type(v0) is str and v0 in {'16:9', '1:1', 'custom'})):
        if v0 is not M:
            if not _asker([('ratio', v0)]): return False
""",
    ),
    "words for a tier": (
        (Sizes((ShapeWords(tier="tier", tiers=("1K",), more_tiers=("odd",)),)),),
        """
v0 = body.get('tier', M)
if v0 is not M:
    n1 += 1
if v0 is not M:
    if not ((type(v0) is str and v0 in {'1K', 'odd'})):
        if v0 is not M:
            if not _asker([('tier', v0)]): return False
""",
    ),
    "words for a ratio and a tier, or sides": (
        (
            Sizes(
                (
                    ShapeWords("ratio", ("1:1",), "tier", ("1K",)),
                    Sides("w", "h", Pairs(["64x64"]), sets={"ratio": "own"}),
                )
            ),
        ),
        """
v0 = body.get('ratio', M)
if v0 is not M:
    n1 += 1
v1 = body.get('tier', M)
if v1 is not M:
    n1 += 1
v2 = body.get('w', M)
if v2 is not M:
    n1 += 1
v3 = body.get('h', M)
if v3 is not M:
    n1 += 1
if v0 is not M or v1 is not M or v2 is not M or v3 is not M:
    if not (v2 is M and v3 is M and ((type(v0) is str and v0 in {'1:1'}) or v0 is M) and ((type(v1) is str
            and v1 in {'1K'}) or v1 is M) and not (v0 is M and v1 is M) or v1 is M and (type(v0) is str
            and v0 in {'own'}) and type(v2) is int and type(v3) is int and (v2, v3) in {(64, 64)}):
        if v0 is not M or v1 is not M or v2 is not M or v3 is not M:
            if not _asker([('ratio', v0), ('tier', v1), ('w', v2), ('h', v3)]): return False
""",
    ),
    "a size next to a flag": (
        (Sizes((Sides("w", "h", Pairs(["64x64"]), sets={"own": True}),)),),
        """
v0 = body.get('w', M)
if v0 is not M:
    n1 += 1
v1 = body.get('h', M)
if v1 is not M:
    n1 += 1
v2 = body.get('own', M)
if v2 is not M:
    n1 += 1
if v0 is not M or v1 is not M or v2 is not M:
    if not _asker([('w', v0), ('h', v1), ('own', v2)]): return False
""",
    ),
    "listed words for a ratio and a tier": (
        (Sizes((ShapeWords("ratio", ("1:1",), "tier", ("1K",), pixels={("1:1", "1K"): "64x64"}, listed=True),)),),
        """
v0 = body.get('ratio', M)
if v0 is not M:
    n1 += 1
v1 = body.get('tier', M)
if v1 is not M:
    n1 += 1
if v0 is not M or v1 is not M:
    if not _asker([('ratio', v0), ('tier', v1)]): return False
""",
    ),
    "a range of ratios": (
        (Sizes((RatioRange("ratio", "1:3", "3:1"),)),),
        """
v0 = body.get('ratio', M)
if v0 is not M:
    n1 += 1
if v0 is not M:
    if not _asker([('ratio', v0)]): return False
""",
    ),
    "an open size": (
        (Sizes((Presets("size", {"small": "64x64"}),), open=True),),
        """
v0 = body.get('size', M)
if v0 is not M:
    n1 += 1
if v0 is not M:
    if not ((type(v0) is str and v0 in {'small'})):
        if v0 is not M:
            if not _asker([('size', v0)]): return False
""",
    ),
    "pictures": (
        (Pictures("images", (Image("url"),), max=2),),
        """
v0 = body.get('images', M)
if v0 is not M:
    n1 += 1
if v0 is not M:
    if not _asker([('images', v0)]): return False
""",
    ),
    "texts and pictures": (
        (
            Content(
                "parts",
                (TextPart(Field.prompt, {"text": TEXT}), Part(Image("url"), {"url": HOLE})),
                requires=(Field.prompt,),
            ),
        ),
        """
v0 = body.get('parts', M)
if v0 is not M:
    n1 += 1
if v0 is M: return False
if v0 is M or not _texts(v0):
    if True:
        if not _asker([('parts', v0)]): return False
""",
    ),
    "pixels whose default depends on another wire": (
        (
            Sizes((Sides("w", "h", Grid(Int(1, 9))),), default={"w": 9, "h": 9}, default_when={"x": ABSENT}),
            Native("x", Int(0, 9)),
        ),
        """
v0 = body.get('w', M)
if v0 is not M:
    n1 += 1
v1 = body.get('h', M)
if v1 is not M:
    n1 += 1
v2 = body.get('x', M)
if v2 is not M:
    n1 += 1
    if not (type(v2) is int and 0 <= v2 <= 9): return False
if v0 is not M or v1 is not M:
    if not (type(v0) is int and 1 <= v0 <= 9 and v0 > 0 and type(v1) is int and 1 <= v1 <= 9 and v1 > 0):
        if v0 is not M or v1 is not M:
            if not _asker([('w', v0), ('h', v1), ('x', v2)]): return False
""",
    ),
}


@pytest.mark.parametrize("what", CODE)
def test_the_code_of_rows(what: str) -> None:
    rows, expected = CODE[what]
    code = preparing.RightCode(as_served(table(*rows)))
    start, end = "    if type(body) is not dict: return False\n    n1 = 0\n", "    if n1 != len(body): return False\n"
    text = code.text()
    assert text.count(start) == text.count(end) == 1
    own = text.replace(start, "").replace(end, "")
    function = f"def right(body):{expected.rstrip()}\nreturn True".replace("\n", "\n    ")
    assert readable(code, own) == ast.unparse(ast.parse(function))


RULED = (
    Native("a", Int(0, 9)),
    Native("b", Flag(), default=False),
    Native("c", OneOf("x", "y"), default="x"),
    Native("d", OneOf("x", "y"), default="y", default_when={"a": PRESENT, "b": OneOf(True)}),
    Native("e", Num(0, 9)),
    Native("f", Text()),
    Param("g", Field.seed, Int(0, 9)),
    Native("h", OneOf("x", "y"), default="y", default_when={"d": OneOf("y")}),
)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (
            Rule({"a": PRESENT}, {"b": ABSENT}, "w"),
            "v0 is not M and v1 is not M",
        ),
        (
            Rule({"a": ABSENT}, {"b": PRESENT, "e": PRESENT}, "w"),
            "v0 is M and (v1 is M or v4 is M)",
        ),
        (
            Rule({"a": Int(5)}, {"b": OFF}, "w"),
            "(type(v0) is int and v0 >= 5 if v0 is not M else False) and (not v1 is False if v1 is not M else False)",
        ),
        (
            Rule({"a": Not(Int(5))}, {"b": ABSENT}, "w"),
            "(not (type(v0) is int and v0 >= 5) if v0 is not M else False) and v1 is not M",
        ),
        (
            Rule({"b": OFF}, {"a": Int(max=3)}, "w"),
            "(v1 is False if v1 is not M else True) and (not (type(v0) is int and v0 <= 3) if v0 is not M else False)",
        ),
        (
            Rule({"b": OneOf(True)}, {"c": OneOf("x"), "a": Int(max=3)}, "w"),
            "(v1 is True if v1 is not M else False) and ((not (isinstance(v2, str) and v2 in {'x'}) "
            "if v2 is not M else False) or (not (type(v0) is int and v0 <= 3) if v0 is not M else False))",
        ),
        (
            Rule(({"b": OneOf(True), "a": PRESENT}, {"c": Not(OneOf("x"))}), {"d": OneOf("x")}, "w"),
            "((v1 is True if v1 is not M else False) and v0 is not M or (not (isinstance(v2, str) "
            "and v2 in {'x'}) if v2 is not M else False)) and (not (isinstance(v3, str) and v3 in {'x'}) "
            "if v3 is not M else is_broken(False, 'y' if v0 is not M and (v1 is True if v1 is not M "
            "else False) else None))",
        ),
        (
            Rule({"d": OneOf("y")}, {"e": Num(0, 5)}, "w"),
            "(isinstance(v3, str) and v3 in {'y'} if v3 is not M else is_met(False, 'y' if v0 is not M "
            "and (v1 is True if v1 is not M else False) else None)) and (not has(v4) if v4 is not M else False)",
        ),
        (
            Rule({"f": Text()}, {"e": ABSENT}, "w"),
            "(has(v5) if v5 is not M else False) and v4 is not M",
        ),
        (
            Rule({"c": OneOf("x", True)}, {"e": OneOf(1)}, "w"),
            "(v2 is True or (isinstance(v2, str) and v2 in {'x'}) if v2 is not M else True) and (not has(v4) "
            "if v4 is not M else False)",
        ),
        (
            Rule({"c": OneOf("x", open=True)}, {"a": OneOf(False)}, "w"),
            "(has(v2) if v2 is not M else True) and (not v0 is False if v0 is not M else False)",
        ),
        (
            Rule({}, {"f": ABSENT}, "w", effect="ignored"),
            "v5 is not M",
        ),
        (
            Rule({"a": Int(5)}, {"g": Int(max=3)}, "w"),
            "(type(v0) is int and v0 >= 5 if v0 is not M else False) and (not (type(v6) is int and v6 <= 3) "
            "if v6 is not M else False)",
        ),
        (
            Rule({"g": Int(5)}, {"a": Num(max=3)}, "w"),
            "(type(v6) is int and v6 >= 5 if v6 is not M else False) and (not has(v0) if v0 is not M else False)",
        ),
        (
            Rule({"h": OneOf("y")}, {"g": ABSENT}, "w"),
            "",
        ),
        (
            AtMost(("a", "e"), 1, "w"),
            "",
        ),
    ],
)
def test_the_code_of_a_rule(rule: AnyRule, expected: str) -> None:
    """Whether a request breaks it, "" for a rule that is asked itself."""
    code = preparing.RightCode(as_served(table(*RULED, rules=[rule])))
    code.text()
    assert readable(code, code.broken(rule)) == expected


class Idle(AnyRule):
    """A rule of one's own that speaks of no wire."""

    why = "nothing"

    @property
    def wires(self) -> tuple[str, ...]:
        return ()

    def broken(self, view: View) -> Iterator[Any]:
        return iter(())

    def narrows(self, view: View) -> Iterator[Any]:
        return iter(())


@pytest.mark.parametrize(
    ("rows", "rule", "lines"),
    [
        (RULED[:1], AtMost(("a",), 1, "one"), "if v0 is not M:\n    if not _holds([('a', v0)]): return False"),
        (
            RULED[:2],
            AtMost(("a", "b"), 1, "one"),
            "if v0 is not M or v1 is not M:\n    if not _holds([('a', v0), ('b', v1)]): return False",
        ),
        (RULED[:1], Between(("a",), 1, 1, "one"), "if not _holds([('a', v0)]): return False"),
        (RULED[:1], Idle(), "if False:\n    if not _holds([('a', v0)]): return False"),
        (RULED[:1], Rule({"a": Int(5)}, {"a": ABSENT}, "none"), "if TEST: return False"),
        (RULED[:1], Rule({"a": PRESENT}, {"a": PRESENT}, "nothing"), "if v0 is not M and v0 is M: return False"),
    ],
)
def test_where_a_rule_is_asked(rows: tuple[Row, ...], rule: AnyRule, lines: str) -> None:
    code = preparing.RightCode(as_served(table(*rows, rules=[rule])))
    test = "(type(v0) is int and v0 >= 5 if v0 is not M else False) and v0 is not M"
    ending = f"if n1 != len(body): return False\n{lines.replace('TEST', test)}\nreturn True"
    _, _, end = ast.unparse(ast.parse("def right(body):\n" + textwrap.indent(ending, "    "))).partition("\n")
    assert readable(code, code.text()).endswith(end)


ENLARGED = table(
    WidthHeight("w", "h", ["64x64"], default=(64, 64), enlarged=Enlarged("more", "scale", 2, ("to_w", "to_h"))),
    Native("more", Flag(), default=False),
    Native("scale", Num(1, 4)),
    Native("to_w", Int(0, 99)),
    Native("to_h", Int(0, 99)),
)


def test_a_size_that_other_wires_enlarge_is_looked_at_next_to_them() -> None:
    beside: list[dict[str, Any]] = [{"more": True}, {"scale": 2}, {"to_w": 96}, {"to_h": 96}]
    assert [right(ENLARGED, **wires) for wires in beside] == [True] * 4
    assert right(ENLARGED, w=64, h=64)
    assert [right(ENLARGED, w=64, h=64, **wires) for wires in beside] == [False] * 4
    assert not right(ENLARGED, w=64, h=65)


def test_pictures_that_nobody_limits_and_files_are_asked_of_their_row() -> None:
    urls = table(Pictures("images", (Image("url"),)))
    assert answers(urls, [{"images": [URL]}, {"images": [URL, URL]}, {"images": ["x" * 9]}]) == [True, False, False]
    file = table(Native("file", Image("file")), content="multipart")
    assert answers(file, [{"file": PNG}, {"file": 7}]) == [True, False]
    files = table(Pictures("files", (Image("file"),), max=2), content="multipart")
    assert answers(files, [{"files": [PNG, PNG]}, {"files": [PNG] * 3}, {"files": ["\ud800"]}]) == [True, False, False]


# ---- what is told at once of lists of texts, and of pixels in a text


LABELLED = TextPart(Field.prompt, {"type": "text", "text": TEXT}, Text(max_length=3))
PLAIN = {"type": "text", "text": "abc"}


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ([PLAIN], True),
        ([PLAIN, PLAIN], True),
        ([], False),
        ((PLAIN,), False),
        ([PLAIN, {"url": URL}], False),
        ([PLAIN, "abc"], False),
        ([{"type": "text", "text": "abcd"}], False),
        ([{"type": "text", "text": "\ud800"}], False),
        ([{"type": "text", "text": 7}], False),
        ([{"type": "words", "text": "abc"}], False),
        ([{"text": "abc"}], False),
        ([{"type": "text", "text": "abc", "more": 1}], False),
    ],
)
def test_a_list_of_plain_texts_is_told_at_once(items: object, told: bool) -> None:
    row = Content("parts", (LABELLED, Part(Image("url"), {"url": HOLE})), max=2, requires=(Field.prompt,))
    assert preparing.RightCode(as_served(table(row)))._texts(row)(items) is told


def test_only_texts_of_what_is_required_are_told_at_once() -> None:
    negative = TextPart(Field.negative_prompt, {"not": TEXT})
    for requires, told in (((), [True, True]), ((Field.prompt,), [True, False])):
        row = Content("parts", (LABELLED, negative), requires=requires)
        fits = preparing.RightCode(as_served(table(row)))._texts(row)
        assert [fits([PLAIN]), fits([{"not": "a"}])] == told
        assert fits([PLAIN, {"not": "a"}]) is told[1]
    assert answers(table(row), [{"parts": [PLAIN, {"not": "a"}]}, {"parts": [{"not": "a"}]}, {}]) == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("template", [TEXT, {"text": TEXT, "weight": 1}, {"a": TEXT, "b": TEXT}, {"a": {"b": TEXT}}])
def test_a_text_of_another_form_is_not_told_at_once(template: Any) -> None:
    assert preparing._text_form(TextPart(Field.prompt, template)) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("64x64", True),
        ("123456x1", True),
        ("1x9", True),
        ("auto", True),
        ("", False),
        ("x", False),
        ("64x", False),
        ("x64", False),
        ("64x64x64", False),
        ("64*64", False),
        ("064x64", False),
        ("64x0", False),
        ("1234567x1", False),
        ("\u0663x64", False),
        ("-1x64", False),
        (" 64x64", False),
        ("9" * 101, False),
        (64, False),
        (None, False),
    ],
)
def test_pixels_in_a_text_are_told_at_once(text: object, told: bool) -> None:
    assert preparing._text_fits(PixelText("size", Grid(Int(1)), "auto"))(text) is told
    assert preparing._text_fits(PixelText("size", Grid(Int(1, 9))))(text) is (text == "1x9")


def test_a_long_word_for_auto_is_no_text_to_remember() -> None:
    for length in (preparing.MOST_PIXEL_TEXT, preparing.MOST_PIXEL_TEXT + 1):
        fits = preparing._text_fits(PixelText("size", Grid(Int(1)), "a" * length))
        assert fits("a" * length) is (length == preparing.MOST_PIXEL_TEXT)


# ---- how check uses it


def test_a_target_is_prepared_when_it_is_used_often(monkeypatch: pytest.MonkeyPatch) -> None:
    target = TABLE.but(name="acme/other")
    for _ in range(checking.PREPARE_AFTER):
        assert check(LEAST, target) == ()
    assert "right" not in target.prepared
    assert check(LEAST, target) == ()
    form = target.prepared["right"]
    assert check(LEAST, target) == ()
    assert target.prepared["right"] is form
    assert "right" not in target.but(note="another").prepared
    assert pickle.loads(pickle.dumps(target)).prepared == {}


def test_a_retired_target_says_so_in_both_ways() -> None:
    target = evolve(TABLE, status="retired", retired="2026-01-01")
    answers = [check(LEAST, target) for _ in range(5)]
    assert answers == [checked(LEAST, target)] * 5
    assert [problem.code for problem in answers[-1]] == ["retired"]


def test_threads_may_prepare_the_same_target() -> None:
    target = TABLE.but(name="acme/threads")
    wrong: list[object] = []

    def work() -> None:
        for _ in range(200):
            if check(LEAST, target) != () or check({**LEAST, "cfg": 99}, target) == ():
                wrong.append(1)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
