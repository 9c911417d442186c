"""The code that is made of a target: which requests it sees as right, and that faults planted in it are seen."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from attrs import evolve, frozen

from imgparams import Size, Target, check, checking
from imgparams.checking import checked
from imgparams.engine import preparing
from imgparams.engine.preparing import prepared
from imgparams.tables import (
    ABSENT,
    OFF,
    PRESENT,
    AnyOf,
    AtMost,
    Const,
    Domain,
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
    Pictures,
    PixelText,
    Presets,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    SizeSet,
    Text,
    WidthHeight,
    Words,
)
from imgparams.tables.domains import Fault
from imgparams.testing import bounds, read_cases
from imgparams.testing.worked_cases import requests_of_case
from imgparams.translation import as_served
from tests.unit.tables import URL, table

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
    ],
)
def test_what_is_plainly_right(more: dict[str, Any]) -> None:
    assert right(TABLE, **LEAST, **more)
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
