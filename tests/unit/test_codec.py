"""Frozen values by their annotations: classes that the library does not know, and any value as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Generic, Literal, TypeVar

import attrs
import pytest

from imgparams import AspectRatio, Invalid, Problem, Size
from imgparams.codec.calls import call_of, made_by
from imgparams.codec.hints import pair_of
from imgparams.codec.marks import mark, unmark
from imgparams.codec.reading import Reader
from imgparams.codec.vocabulary import OR_ONE, Vocabulary
from imgparams.codec.writing import Writer
from imgparams.errors import bad_table
from imgparams.tables import Domain, Int, OneOf, plain
from imgparams.values import as_tuple
from tests.unit.plain_data import through_json


def load(hint: Any, data: object) -> Any:
    """What a reader reads that has read nothing yet."""
    return Reader(attrs.evolve(plain.VOCABULARY)).load(hint, data)


def dump(value: object) -> Any:
    """What a writer writes that has written nothing yet."""
    return Writer(attrs.evolve(plain.VOCABULARY)).dump(value)


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
    data = through_json(dump(box))
    back = load(Box[Any, Any], data)
    assert back == box == load(Box, data)
    assert (type(back), type(back.shade), type(back.label)) == (Box, type(box.shade), Label)


def test_a_class_that_is_no_word_is_written_whole_and_a_word_without_its_defaults() -> None:
    data = dump(Box(1, ways=({"a": 1},), domain=OneOf(2)))
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
    box: Box[Any, Any] = load(Box, {"held": [{"a": [1]}], "unset": [[1]]})
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
        load(Box, data)
    assert [(problem.path, problem.why) for problem in caught.value.problems] == [(path, why)]


def test_what_a_class_itself_refuses_is_a_fault_of_its_object() -> None:
    @attrs.frozen
    class Even:
        number: int = attrs.field()

        @number.validator
        def _is_even(self, _: object, number: int) -> None:
            if number % 2:
                raise ValueError(f"{number} is odd")

    assert load(Even, {"number": 2}) == Even(2)
    with pytest.raises(Invalid) as caught:
        load(Mapping[str, Even], {"a": {"number": 2}, "b": {"number": 3}})
    (problem,) = caught.value.problems
    assert (problem.code, problem.path, problem.why) == ("not_allowed", ("b",), "these facts make no Even: 3 is odd")


@attrs.frozen
class Judged:
    number: int

    def __attrs_post_init__(self) -> None:
        if self.number == 1:
            raise bad_table("it contradicts itself", "acme/muse")
        if self.number == 2:
            raise Invalid([Problem("error", "conflict", ("number",), 2, "it can't be")])


def test_what_a_class_finds_in_its_facts_keeps_its_place_but_for_the_name_of_a_table() -> None:
    hint = Mapping[str, Judged]
    assert load(hint, {"a": {"number": 3}}) == {"a": Judged(3)}
    with pytest.raises(Invalid) as caught:
        load(hint, {"a": {"number": 1}, "b": {"number": 2}})
    assert caught.value.problems == (
        Problem("error", "bad_table", ("a",), None, "it contradicts itself"),
        Problem("error", "conflict", ("b", "number"), 2, "it can't be"),
    )


def test_a_fault_of_a_word_inside_is_one_of_a_table() -> None:
    with pytest.raises(Invalid) as caught:
        load(Box, {"domain": {"type": "Int", "min": "1"}, "noted": "x"})
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
        load(hint, {"held": 1})


# ---- any value


def test_values_of_other_classes_are_no_data() -> None:
    assert dump([Box(1)]) == [{"$text": "<Box>"}]
    assert dump({"a": (Int(1), Size(1, 2), Fraction(1, 3))}) == {"a": [{"type": "Int", "min": 1}, [1, 2], "1:3"]}


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


# ---- texts and numbers


def told(hint: Any, data: object) -> list[tuple[object, ...]]:
    """Level, code, path, value and reason of each fault."""
    with pytest.raises(Invalid) as caught:
        load(hint, data)
    return [(found.level, found.code, found.path, found.value, found.why) for found in caught.value.problems]


@pytest.mark.parametrize(
    ("cls", "data", "value"),
    [
        (str, "a", "a"),
        (bool, True, True),
        (int, 3, 3),
        (int, 3.0, 3),
        (float, 3, 3),
        (float, 0.5, 0.5),
        (bytes, "AA==", b"\0"),
        (Fraction, 2, Fraction(2)),
        (Fraction, 1.5, Fraction(3, 2)),
        (Fraction, 0.1, Fraction(1, 10)),
        (Fraction, "1.5", Fraction(3, 2)),
        (Fraction, "3:2", Fraction(3, 2)),
        (Fraction, "3/2", Fraction(3, 2)),
        (Fraction, "1.5:0.5", Fraction(3)),
        (Fraction, f"{'9' * 40}.{'0' * 20}:1", Fraction(10**40 - 1)),
        (Size, [3, 4], Size(3, 4)),
        (Size, "3x4", Size(3, 4)),
        (AspectRatio, "3:2", AspectRatio("3:2")),
    ],
)
def test_texts_and_numbers_are_read(cls: type, data: object, value: object) -> None:
    found = load(cls, data)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("cls", "data", "why"),
    [
        (str, 1, "text"),
        (bool, 1, "true or false"),
        (int, True, "a whole number"),
        (int, 1.5, "a whole number"),
        (int, "1", "a whole number"),
        (float, False, "a number"),
        (float, "1", "a number"),
        (bytes, "A", "base64 text"),
        (bytes, 1, "base64 text"),
        *(
            (Fraction, data, 'a ratio such as "16:9"')
            for data in (True, 0, -1.5, "0:1", "1:0", "a", "1:2:3", ":2", [1])
        ),
        (Fraction, f"{'9' * 41}", 'a ratio such as "16:9"'),
        (Fraction, f"1.{'9' * 21}", 'a ratio such as "16:9"'),
        (Fraction, "\u0661:\u0662", 'a ratio such as "16:9"'),
        (Size, [0, 1], "[width, height] in pixels"),
        (AspectRatio, "3/0", 'a ratio such as "16:9"'),
    ],
)
def test_what_is_no_such_text_or_number(cls: type, data: object, why: str) -> None:
    assert told(cls, data) == [("error", "wrong_type", (), data, why)]
    assert told(Mapping[str, cls], {"a": data}) == [("error", "wrong_type", ("a",), data, why)]  # type: ignore[valid-type]


@pytest.mark.parametrize(
    ("value", "data"),
    [
        ("\ud800é", "\\ud800é"),
        (True, True),
        (3, 3),
        (float("nan"), {"$float": "nan"}),
        (0.5, 0.5),
        (b"\0", "AA=="),
        (Fraction(3, 2), "3:2"),
        (Size(3, 4), [3, 4]),
        (AspectRatio("3:2"), "3:2"),
    ],
)
def test_texts_and_numbers_are_written(value: object, data: object) -> None:
    found = Writer(Vocabulary()).write(value, type(value))
    assert (found, type(found)) == (data, type(data))


# ---- what annotations say


@attrs.frozen
class Bag:
    pairs: tuple[tuple[str, int | str], ...] = ()
    limits: tuple[int, int | None] = (1, None)
    both: tuple[int, int] = (1, 2)
    names: frozenset[str] = frozenset()
    some: list[int] = attrs.field(factory=list)
    body: dict[str, Any] = attrs.field(factory=dict)
    text: Literal["a", "b"] | str = "a"
    tagged: Int | OneOf[Any] | None = None


BAG = Bag(
    (("a", "a"), ("b", 1), ("c", "d")), (3, 4), (5, 6), frozenset(["y", "x"]), [7], {"z": [8]}, "any", OneOf(1, "a")
)
BAGS: list[tuple[dict[str, Any], Bag]] = [
    (
        {
            "pairs": ["a", ["b", 1], ["c", "d"]],
            "limits": [3, 4],
            "both": [5, 6],
            "names": ["x", "y"],
            "some": [7],
            "body": {"z": [8]},
            "text": "any",
            "tagged": {"type": "OneOf", "words": [1, "a"]},
        },
        BAG,
    ),
    (
        {
            "pairs": [],
            "limits": [1],
            "both": [1, 2],
            "names": [],
            "some": [],
            "body": {},
            "text": "a",
            "tagged": {"type": "Int", "max": 2},
        },
        Bag(tagged=Int(max=2)),
    ),
]


@pytest.mark.parametrize(("data", "bag"), BAGS, ids=["full", "nearly empty"])
def test_every_kind_of_annotation_goes_both_ways(data: dict[str, Any], bag: Bag) -> None:
    assert dump(bag) == data
    back = load(Bag, data)
    assert back == bag
    assert [type(getattr(back, name)) for name in ("pairs", "limits", "names", "some", "body")] == [
        tuple,
        tuple,
        frozenset,
        list,
        dict,
    ]


def test_pairs_may_be_an_object_and_a_limit_null() -> None:
    assert load(Bag, {"pairs": {"a": "b", "c": 1}, "limits": [3, None]}) == Bag((("a", "b"), ("c", 1)), (3, None))
    assert dump(Bag())["tagged"] is None
    assert dump(Bag((("a", "b"),)))["pairs"] == [["a", "b"]]


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        (3, [("wrong_type", (), 3, "an object")]),
        ({"pairs": 3}, [("wrong_type", ("pairs",), 3, "a list")]),
        ({"pairs": [["a"]]}, [("wrong_type", ("pairs", 0), ["a"], "a list of 2")]),
        ({"pairs": {"a": 1.5}}, [("wrong_type", ("pairs", "a"), 1.5, "a whole number")]),
        ({"pairs": [3]}, [("wrong_type", ("pairs", 0), 3, "a list")]),
        ({"limits": []}, [("wrong_type", ("limits",), [], "a list of 2")]),
        ({"limits": [1, 2, 3]}, [("wrong_type", ("limits",), [1, 2, 3], "a list of 2")]),
        ({"limits": [None, 2]}, [("wrong_type", ("limits", 0), None, "a whole number")]),
        ({"both": [1]}, [("wrong_type", ("both",), [1], "a list of 2")]),
        ({"names": "ab"}, [("wrong_type", ("names",), "ab", "a list")]),
        ({"names": [1]}, [("wrong_type", ("names", 0), 1, "text")]),
        ({"some": {}}, [("wrong_type", ("some",), {}, "a list")]),
        ({"body": []}, [("wrong_type", ("body",), [], "an object")]),
        ({"body": {"a": {"$float": "1"}}}, [("wrong_type", ("body", "a", "$float"), "1", "nan, inf or -inf")]),
        ({"text": 1}, [("wrong_type", ("text",), 1, "text")]),
        ({"tagged": {}}, [("missing", ("tagged", "type"), None, "one of Int, OneOf, Flag")]),
        ({"tagged": {"type": "X"}}, [("not_allowed", ("tagged", "type"), "X", "one of Int, OneOf, Flag")]),
        (
            {"tagged": {"type": "Onof"}},
            [("not_allowed", ("tagged", "type"), "Onof", "one of Int, OneOf, Flag; did you mean 'OneOf'?")],
        ),
        ({"tagged": {"type": 3}}, [("not_allowed", ("tagged", "type"), 3, "one of Int, OneOf, Flag")]),
        ({"tagged": "Int"}, [("wrong_type", ("tagged",), "Int", "an object")]),
        (
            {"txt": "a", "some": ["x", 1, None]},
            [
                ("unknown_field", ("txt",), None, "Bag has no such key; did you mean 'text'?"),
                ("wrong_type", ("some", 0), "x", "a whole number"),
                ("wrong_type", ("some", 2), None, "a whole number"),
            ],
        ),
    ],
)
def test_every_fault_has_its_place_and_its_reason(data: object, faults: list[tuple[object, ...]]) -> None:
    with pytest.raises(Invalid) as caught:
        load(Bag, data)
    assert [(found.code, found.path, found.value, found.why) for found in caught.value.problems] == faults
    assert {found.level for found in caught.value.problems} == {"error"}


def test_what_is_no_json_is_told_first() -> None:
    nan = float("nan")
    assert [fault[1:3] for fault in told(Bag, {"both": nan, "x": 1})] == [("unreadable", ("both",))]
    assert told(Mapping[str, int], {"a": b"x"}) == [
        ("error", "unreadable", ("a",), b"x", "bytes, which only a multipart request can hold")
    ]
    with pytest.raises(Invalid) as caught:
        load(Int, {"min": b"x"})
    assert [(found.code, found.path) for found in caught.value.problems] == [("bad_table", ("min",))]


def test_what_python_s_stack_has_no_room_for_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> object:
        raise RecursionError

    monkeypatch.setattr(Reader, "read", read)
    why = "nested too deep for what is left of Python's stack"
    assert told(Bag, {}) == [("error", "unreadable", (), None, why)]
    assert told(Int, {}) == [("error", "bad_table", (), None, why)]


@pytest.mark.parametrize(
    ("hint", "pair"),
    [
        (tuple[tuple[str, int], ...], tuple[str, int]),
        (tuple[()], None),
        (int, None),
        (list[tuple[str, int]], None),
        (tuple[list[str], ...], None),
        (tuple[tuple[str, ...], ...], None),
        (tuple[tuple[str, int, int], ...], None),
    ],
)
def test_what_is_a_list_of_pairs(hint: Any, pair: Any) -> None:
    assert pair_of(hint) == pair


@attrs.frozen
class Two:
    first: int | None
    second: int | None
    third: int


def test_what_may_be_null_may_be_left_out() -> None:
    assert load(Two, {"third": 1}) == Two(None, None, 1)
    assert told(Two, {"secnd": 1}) == [
        ("error", "missing", ("third",), None, "Two needs it"),
        ("error", "unknown_field", ("secnd",), None, "Two has no such key; did you mean 'second'?"),
    ]


@pytest.mark.parametrize(
    ("hint", "why"),
    [
        (int | float, "no JSON form: <class 'int'> | <class 'float'>"),
        (set, "no JSON form: set"),
        ("Odd", "no JSON form: Odd"),
    ],
)
def test_an_annotation_without_a_form_is_told(hint: Any, why: str) -> None:
    with pytest.raises(TypeError) as caught:
        load(hint, 1)
    assert str(caught.value) == why


def test_a_word_that_the_vocabulary_lacks_is_not_written() -> None:
    with pytest.raises(Invalid) as caught:
        Writer(Vocabulary(roots=(Rule,))).write_object(Rule(["a"]))
    (problem,) = caught.value.problems
    assert problem == Problem("error", "bad_table", (), None, "no JSON form: Rule")


# ---- marks


@pytest.mark.parametrize(
    ("value", "data"),
    [
        (bytearray(b"\0"), {"$bytes": "AA=="}),
        (float("-inf"), {"$float": "-inf"}),
        (float("nan"), {"$float": "nan"}),
        ((1, (2,)), [1, [2]]),
        ({"$bytes": 1, "$text": 2}, {"$bytes": 1, "$text": 2}),
        ({"$other": 1}, {"$other": 1}),
        ({"$float": 1}, {"$plain": {"$float": 1}}),
        ({"$bytes": b""}, {"$plain": {"$bytes": {"$bytes": ""}}}),
        ({3: {None: "é\ud800"}}, {"3": {"None": "é\\ud800"}}),
        (2**1000 - 1, 2**1000 - 1),
        (2**1000, {"$text": "<a huge integer>"}),
        (object(), {"$text": "<object>"}),
    ],
)
def test_a_mark(value: object, data: object) -> None:
    assert mark(value) == data


def test_marks_stop_in_the_depth() -> None:
    value: Any = "x"
    for _ in range(102):
        value = [value]
    data = mark(value)
    for _ in range(101):
        (data,) = data  # type: ignore[misc]
    assert data == {"$text": "…"}
    endless: list[object] = [{}, "x", 1.5, 3]
    for inner in endless:
        assert mark(inner, 101) == {"$text": "…"}
    assert mark(["x"], 100) == [{"$text": "…"}]
    assert (mark(b"x", 101), mark(None, 101), mark(True, 101)) == ({"$bytes": "eA=="}, None, True)
    assert mark({"a": 1}, 3, lambda item, depth: (item, depth)) == {"a": (1, 4)}
    assert mark([1], 3, lambda item, depth: (item, depth)) == [(1, 4)]


@pytest.mark.parametrize(
    ("data", "path", "value", "why"),
    [
        ({"$bytes": 3}, ("$bytes",), 3, "base64 text"),
        ([{"a": {"$bytes": "A"}}], (0, "a", "$bytes"), "A", "base64 text"),
        ({"$float": 1}, ("$float",), 1, "nan, inf or -inf"),
        ({"$text": None}, ("$text",), None, "text"),
        ({"a": [1, {"$plain": []}]}, ("a", 1, "$plain"), [], "an object"),
        ({"$plain": {"$plain": {"$float": "x"}}}, ("$plain", "$plain", "$float"), "x", "nan, inf or -inf"),
    ],
)
def test_a_mark_that_holds_something_else(data: object, path: tuple[object, ...], value: object, why: str) -> None:
    with pytest.raises(Invalid) as caught:
        unmark(data)
    (problem,) = caught.value.problems
    assert problem == Problem("error", "wrong_type", path, value, why)  # type: ignore[arg-type]


def test_what_is_no_mark_stays() -> None:
    others: list[object] = [{}, {"$text": "a", "b": 1}, {"a": {"$other": 1}}, [], 3, None]
    for data in others:
        assert unmark(data) == data
    assert unmark({"$plain": {"$text": [{"$text": "x"}]}}) == {"$text": ["x"]}
    assert unmark(({"$float": "-inf"}, {"$float": "inf"})) == [float("-inf"), float("inf")]
    assert str(unmark({"$float": "nan"})) == "nan"


# ---- how things are called


@attrs.frozen
class Plain:
    _first: int | None
    second: str = attrs.field(alias="next")


@attrs.frozen
class Further(Plain):
    third: tuple[int, ...] = attrs.field(default=(), kw_only=True)
    fourth: list[int] = attrs.field(factory=list, kw_only=True)


@attrs.frozen(init=False)
class Spoken:
    words: tuple[str, ...]

    def __init__(self, *said: str, loud: bool = False) -> None:
        self.__attrs_init__((*said, "!") if loud else said)


def _further_(number: int, /, *more: str, odd: int = 3, **facts: Any) -> Further:
    return Further(number, ".".join(more), **facts)


def anything(*, needed: int | None, **pairs: str) -> Plain:
    return Plain(needed, "".join(pairs))


@attrs.frozen
class _Xyz_X:
    pass


def boxed() -> Box[int, str]:
    return Box(None)


FIRST = ("first", int | None, "_first", attrs.NOTHING)
NEXT = ("next", str, "second", attrs.NOTHING)
THIRD = ("third", tuple[int, ...], "third", ())


@pytest.mark.parametrize(
    ("make", "name", "keywords", "spread", "rest", "needed", "needs_none"),
    [
        (Plain, "Plain", [FIRST, NEXT], "", None, ("next",), ("first",)),
        (Further, "Further", [FIRST, NEXT, THIRD], "", None, ("next",), ("first",)),
        (
            Spoken,
            "Spoken",
            [("said", tuple[str, ...], "said", attrs.NOTHING), ("loud", bool, "loud", False)],
            "said",
            None,
            (),
            (),
        ),
        (
            _further_,
            "further",
            [
                THIRD,
                ("number", int, "number", attrs.NOTHING),
                ("more", tuple[str, ...], "more", attrs.NOTHING),
                ("odd", int, "odd", 3),
            ],
            "more",
            None,
            ("number",),
            (),
        ),
        (anything, "anything", [("needed", int | None, "needed", attrs.NOTHING)], "", str, (), ("needed",)),
    ],
)
def test_how_a_class_or_a_function_is_called(
    make: Any, name: str, keywords: list[Any], spread: str, rest: Any, needed: Any, needs_none: Any
) -> None:
    call = call_of(make, {}, {})
    found = [(key, one.name, one.takes, one.attribute, one.default) for key, one in call.keywords.items()]
    assert [fact for fact in found if fact[0] != "fourth"] == [(keyword[0], *keyword) for keyword in keywords]
    assert [fact[1:4] for fact in found if fact[0] == "fourth"] == (
        [("fourth", list[int], "fourth")] if make in (Further, _further_) else []
    )
    assert (call.name, call.spread, call.rest) == (name, spread, rest)
    assert (call.needed, call.needs_none) == (needed, needs_none)
    assert [call.has(key) for key in (keywords[0][0], "xyz")] == [True, rest is not None]
    assert (call.takes(keywords[0][0]), call.takes("xyz")) == (keywords[0][1], rest)


def test_what_an_annotation_does_not_say_is_given_beside_it() -> None:
    call = call_of(Spoken, {(Spoken, "said"): int, (Plain, "loud"): str}, {(Spoken, "said"): "words"})
    assert [(one.takes, one.attribute) for one in call.keywords.values()] == [(int, "words"), (bool, "loud")]


def test_what_a_call_makes() -> None:
    assert [made_by(make) for make in (Plain, _further_, anything)] == [Plain, Further, Plain]
    assert made_by(boxed) is Box
    assert call_of(_Xyz_X, {}, {}).name == "Xyz_X"


@attrs.frozen
class Pair:
    one: int | None
    two: int
    three: Any
    four: int = 4
    five: int | None = 5
    six: list[int] = attrs.field(factory=list)
    seven: object = attrs.field(default=attrs.Factory(lambda self: self.two, takes_self=True))


def test_what_is_usual_is_left_out() -> None:
    brief = Writer(Vocabulary(brief=frozenset([Pair])))
    assert brief.dump(Pair(None, 2, None)) == {"two": 2, "three": None}
    assert brief.dump(Pair(1, 2, 3, 4, 5, [], 2)) == {"one": 1, "two": 2, "three": 3}
    assert brief.dump(Pair(1, 2, 3, 5, None, [6], 7)) == {
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 5,
        "six": [6],
        "seven": 7,
    }
