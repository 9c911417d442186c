"""Frozen values by their annotations: classes that the library does not know, and any value as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Generic, Literal, TypeVar

import attrs
import pytest

from imgparams import Invalid, Size
from imgparams.codec.marks import mark, unmark
from imgparams.codec.reading import Reader
from imgparams.codec.vocabulary import OR_ONE, Vocabulary
from imgparams.codec.writing import Writer
from imgparams.tables import Domain, Int, OneOf, plain
from imgparams.values import as_tuple
from tests.unit.plain_data import through_json

T = TypeVar("T")
W = TypeVar("W")


class Shade(str, Generic[T]):
    """A text whose words are attributes of its class, as a field's name is."""

    dark: ClassVar[Shade[int]]
    light: ClassVar[Shade[str]]


Shade.dark, Shade.light = Shade("dark"), Shade("light")


class Label(str):
    """Any text."""


NO_LABEL = Label("")


@attrs.frozen
class Box(Generic[T, W]):
    held: W | None
    shade: Shade[T] | None = None
    label: Label = NO_LABEL
    unset: tuple[object, ...] = ()
    more: tuple[W, ...] = ()
    ratio: Fraction | None = attrs.field(default=None, kw_only=True)
    inner: Box[Any, int] | None = attrs.field(default=None, kw_only=True)
    named: Mapping[str, Box[T, W]] = attrs.field(factory=dict, kw_only=True)
    either: Literal["a", "b"] | tuple[int, ...] = attrs.field(default="a", kw_only=True)
    ways: Annotated[tuple[Mapping[str, int], ...], OR_ONE] = attrs.field(default=(), kw_only=True)
    noted: Annotated[int, "a remark"] = attrs.field(default=1, kw_only=True)
    domain: Domain | None = attrs.field(default=None, kw_only=True)


BOXES: list[Box[Any, Any]] = [
    Box("x"),
    Box(None, Shade.dark, Label("l"), (1, ("a", None)), ((1,), b"\0")),
    Box((1, (2.5, "x")), ratio=Fraction(16, 9), inner=Box(3, Shade.light), domain=Int(1)),
    Box((8, 8), named={"a": Box(1), "b": Box(2, named={"c": Box(3)})}, either=(1, 2)),
    Box(1, ways=({"a": 1},), either="b"),
    Box(1, ways=({"a": 1}, {"b": 2}), noted=2),
]


@pytest.mark.parametrize("box", BOXES, ids=range(len(BOXES)))
def test_any_frozen_class_comes_back_by_its_annotations(box: Box[Any, Any]) -> None:
    data = through_json(plain.dump(box))
    back = plain.load(Box[Any, Any], data)
    assert back == box == plain.load(Box, data)
    assert (type(back), type(back.shade), type(back.label)) == (Box, type(box.shade), Label)


def test_a_class_that_is_no_word_is_written_whole_and_a_word_without_its_defaults() -> None:
    data = plain.dump(Box(1, ways=({"a": 1},), domain=OneOf(2)))
    assert data == {
        "held": 1,
        "shade": None,
        "label": "",
        "unset": [],
        "more": [],
        "ratio": None,
        "inner": None,
        "named": {},
        "either": "a",
        "ways": {"a": 1},
        "noted": 1,
        "domain": {"type": "OneOf", "words": [2]},
    }
    brief = Writer(Vocabulary(brief=frozenset([Box])))
    assert brief.dump(Box(None, Shade.dark)) == {"shade": "dark"}


def test_what_is_read_is_frozen() -> None:
    box: Box[Any, Any] = plain.load(Box, {"held": [{"a": [1]}], "unset": [[1]]})
    assert (box.held, box.unset) == (({"a": (1,)},), ((1,),))
    held: Any = box.held
    with pytest.raises(TypeError, match="frozen"):
        held[0]["a"] = 2


@pytest.mark.parametrize(
    ("data", "path", "why"),
    [
        ({"shade": "drak"}, ("shade",), "one of dark, light; did you mean 'dark'?"),
        ({"shade": 1}, ("shade",), "text"),
        ({"label": None}, ("label",), "text"),
        ({"inner": {"held": 1, "shade": "x"}}, ("inner", "shade"), "one of dark, light"),
        ({"named": {"a": {"hled": 1}}}, ("named", "a", "hled"), "Box has no such key; did you mean 'held'?"),
        ({"either": "c"}, ("either",), "one of a, b"),
        ({"either": [1, "x"]}, ("either", 1), "a whole number"),
        ({"ways": {"a": "x"}}, ("ways", 0, "a"), "a whole number"),
        ({"ways": 3}, ("ways",), "a list"),
        ({"unset": [{"$float": "x"}]}, ("unset", 0, "$float"), "nan, inf or -inf"),
        ({"more": {}}, ("more",), "a list"),
        ({"ratio": 0}, ("ratio",), 'a ratio such as "16:9"'),
    ],
)
def test_a_fault_has_its_place(data: Mapping[str, object], path: tuple[str | int, ...], why: str) -> None:
    with pytest.raises(Invalid) as caught:
        plain.load(Box, data)
    assert [(problem.path, problem.why) for problem in caught.value.problems] == [(path, why)]


def test_what_a_class_itself_refuses_is_a_fault_of_its_object() -> None:
    @attrs.frozen
    class Even:
        number: int = attrs.field()

        @number.validator
        def _is_even(self, _: object, number: int) -> None:
            if number % 2:
                raise ValueError(f"{number} is odd")

    assert plain.load(Even, {"number": 2}) == Even(2)
    with pytest.raises(Invalid) as caught:
        plain.load(Mapping[str, Even], {"a": {"number": 2}, "b": {"number": 3}})  # type: ignore[type-abstract]
    (problem,) = caught.value.problems
    assert (problem.code, problem.path, problem.why) == ("not_allowed", ("b",), "these facts make no Even: 3 is odd")


def test_a_fault_of_a_word_inside_is_one_of_a_table() -> None:
    with pytest.raises(Invalid) as caught:
        plain.load(Box, {"domain": {"type": "Int", "min": "1"}, "noted": "x"})
    assert [problem.code for problem in caught.value.problems] == ["bad_table", "wrong_type"]


# ---- functions as words


@attrs.frozen
class Rule:
    of: tuple[str, ...] = attrs.field(converter=as_tuple)
    least: int = 0
    note: str = attrs.field(default="", kw_only=True)


def AtLeast(of: Iterable[str], least: int | None, **facts: Any) -> Rule:
    return Rule(of, least or 1, **facts)


def Texts(*of: str, **counts: int) -> Rule:
    return Rule((*of, *counts), sum(counts.values()))


def test_a_function_is_a_word_for_what_it_is_annotated_to_make() -> None:
    words = Vocabulary(words={"Rule": Rule, "AtLeast": AtLeast, "Texts": Texts}, roots=(Rule,))
    reader, writer = Reader(words), Writer(words)
    made = reader.load(Rule, {"type": "AtLeast", "of": ["a"], "note": "n"})
    assert made == Rule(["a"], 1, note="n")
    assert writer.dump(made) == {"type": "Rule", "of": ["a"], "least": 1, "note": "n"}
    assert reader.load(Rule, {"of": ["a"]}) == Rule(["a"])
    assert reader.load(Rule, {"type": "Texts", "of": ["a"], "b": 2}) == Rule(["a", "b"], 2)
    with pytest.raises(Invalid, match="a whole number"):
        reader.load(Rule, {"type": "Texts", "b": "x"})


@attrs.frozen
class Odd:
    held: int | float


@pytest.mark.parametrize("hint", [Odd, set, "Odd", Odd | Box, list])
def test_what_an_annotation_can_not_tell_apart_has_no_form(hint: Any) -> None:
    with pytest.raises(TypeError, match="no JSON form"):
        plain.load(hint, {"held": 1})


# ---- any value


def test_values_of_other_classes_are_no_data() -> None:
    assert plain.dump([Box(1)]) == [{"$text": "<Box>"}]
    assert plain.dump({"a": (Int(1), Size(1, 2), Fraction(1, 3))}) == {"a": [{"type": "Int", "min": 1}, [1, 2], "1:3"]}


@pytest.mark.parametrize(
    ("value", "data"),
    [
        (b"\0", {"$bytes": "AA=="}),
        (float("inf"), {"$float": "inf"}),
        ({"$text": 1}, {"$plain": {"$text": 1}}),
        ({"$plain": {"$plain": 1}}, {"$plain": {"$plain": {"$plain": {"$plain": 1}}}}),
        ({"$text": 1, "a": [b""]}, {"$text": 1, "a": [{"$bytes": ""}]}),
        ([1, 2.5, None, True, "x"], [1, 2.5, None, True, "x"]),
    ],
)
def test_what_json_has_no_word_for_is_marked(value: object, data: object) -> None:
    assert mark(value) == data
    assert unmark(through_json(data)) == value


def test_what_does_not_come_back_is_text() -> None:
    assert mark({1: {"\ud800"}}) == {"1": {"$text": "<set>"}}
    assert mark([Shade.dark, 2**2000]) == ["dark", {"$text": "<a huge integer>"}]
    assert type(mark(Shade.dark)) is str
    assert unmark({"$text": "x"}) == "x"
