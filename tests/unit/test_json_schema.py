"""Small targets, one for each word of the table language, as JSON Schema: what each takes and refuses, by hand.

Every expectation is also held against `check`, so that neither side is bent to the other.
"""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from imgparams import check
from imgparams.contract import AnyRule
from imgparams.export import json_schema
from imgparams.export.schemas.domains import ecma, either, of_domain
from imgparams.export.schemas.places import both
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
    Area,
    AtMost,
    Both,
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
    RatioRange,
    RatioTier,
    Record,
    Row,
    Rule,
    SameLength,
    ShapeWords,
    Sides,
    Sizes,
    SizeText,
    Slots,
    Text,
    TextPart,
    Total,
    WidthHeight,
    Words,
)
from imgparams.tables.rules import Between
from tests.laws.test_json_schema import agreed, validator_of
from tests.unit.tables import URL, table

Request = Any
DATA, BASE64 = "data:image/png;base64,AAAA", "AAAA"


class Given:
    """A target, requests that it takes, requests that it refuses, and those whose fault the schema can't see."""

    def __init__(
        self,
        *rows: Row,
        rules: list[AnyRule] | None = None,
        yes: list[Request],
        no: list[Request],
        unseen: list[Request] | None = None,
        **facts: Any,
    ) -> None:
        self.target = table(*rows, rules=rules or [], **facts)
        self.yes, self.no, self.unseen = yes, no, unseen or []


def own(domain: Any, yes: list[Any], no: list[Any], **facts: Any) -> Given:
    """One wire of a domain."""
    return Given(
        Native("x", domain, **facts), yes=[{}, *({"x": value} for value in yes)], no=[{"x": value} for value in no]
    )


A, B, C = Native("a", Int(0, 9)), Native("b", Int(0, 9)), Native("c", Int(0, 9))
PAIR = Sides("w", "h", Grid(Int(64, 256, multiple_of=64)))
LISTED = ShapeWords(
    "r", ("1:1", "16:9"), "t", ("1K", "2K"), {("1:1", "1K"): "8x8", ("16:9", "2K"): "16x9"}, listed=True
)
IMAGE = Part(Image("url"))

DOMAINS = {
    "int": own(Int(2, 8, multiple_of=2), [2, 8, 4.0], [1, 3, 9, 2.5, True, "2", None, [2]]),
    "endless int": own(Int(), [-5, 10**12], [0.5, False]),
    "num": own(Num(0.5, 2), [0.5, 2, 1], [0.4, 2.1, True, "1", None]),
    "text": own(Text(min_length=1, max_length=3), ["a", "\N{CAT FACE}" * 3], ["", "abcd", 1, None]),
    "pattern": own(Text(pattern=r"\d.\S?"), ["1a", "1ab", "1\r\x85"], ["1", "1\n", "1a ", "x1ay", "1a\n", "\u0661a"]),
    "words": own(Words({"low": "LO", "high": "HI"}, more=("odd",)), ["LO", "HI", "odd"], ["low", "x", 1, None]),
    "open words": own(OneOf("a", "b", open=True), ["a", "zzz"], [1, None, ["a"]]),
    "open, two types": own(OneOf("a", 1, open=True), ["z", 7], [True, None, []]),
    "no words": own(OneOf(), [], ["a", 1, None]),
    "open without words": own(OneOf(open=True), ["a", 1, None, []], []),
    "numbers as words": own(OneOf(1, 2.5), [1, 1.0, 2.5], [True, "1", 2]),
    "lists as words": own(OneOf(["a"], ["a", "b"]), [["a"], ["a", "b"], None], [["b"], "a", []], nullable=True),
    "flag": own(Flag(), [True, False], [0, 1, "true", None]),
    "only true": own(OneOf(True), [True], [False, 1]),
    "twice true": own(OneOf(True, True), [True], [False]),
    "list": own(ListOf(Int(0, 9), min=1, max=2), [[1], [1, 2]], [[], [1, 2, 3], [10], 1, None]),
    "record": own(
        Record({"a": Int(), "b": Int()}, required=("a",), nullable=("b",)),
        [{"a": 1}, {"a": 1, "b": None}],
        [{}, {"a": None}, {"a": 1, "c": 1}, [], None],
    ),
    "open record": own(Record({"a": Int()}, open=True), [{}, {"b": []}, {"a": 1}], [{"a": "x"}]),
    "rest": own(Record({"a": Int()}, open=True, rest=Text()), [{"b": "x", "a": 1}], [{"b": 1}, {"a": "x"}]),
    "no secrets": own(
        Record({}, open=True, rest=Text(), no_secrets=True),
        [{"x-trace": "1"}, {"cookies": "1"}],
        [{"Authorization": "1"}, {" cookie\x1f": "1"}, {"coo\u212aie": "1"}, {"x-API-key": "1"}, {"x": 1}],
    ),
    "any of": own(AnyOf(Int(0, 9), OneOf("auto"), Int(20, 29)), [3, "auto", 25], [15, "x", None]),
    "any of records": own(
        AnyOf(Record({"a": Int()}), Record({"a": Int(), "b": Int()})), [{"a": 1}, {"a": 1, "b": 2}], [{"c": 1}]
    ),
    "both": own(Both(Int(0, 9), Not(OneOf(3))), [2, 4], [3, 10]),
    "json": own(Json(), [None, 1, [], {"a": 1}], []),
    "not": own(Not(Text()), [1, [], None], ["a"]),
    "count": own(Count(2, 3), [[1, 2], [1, 2, 3]], [1, [1], [1] * 4]),
    "count of one": own(Count(1, 2), [[1], "a", [1, 2]], [[], [1] * 3]),
    "url": own(Image("url"), [URL, "HTTP://a"], ["", "a", DATA, 1]),
    "url and id": own(Image("url", "id"), [URL, "f-1", BASE64], ["", DATA, "DATA:x", None]),
    "a word, or all but some": own(AnyOf(Not(OneOf(3, 4)), OneOf(5)), [1, 5, "x", None], [3, 4]),
    "any of records with choices": own(
        AnyOf(Record({"a": AnyOf(Int(), ListOf(Int()))}), Record({"a": Int()})), [{"a": 1}, {"a": [1]}], [{"a": "x"}]
    ),
    "base64": own(Image("base64", "data"), [BASE64, "AAA=", "AA==", DATA], ["AAB=", "AAA", URL, "A A="]),
}

ROWS = {
    "required": Given(Native("x", Int(), required=True), yes=[{"x": 1}], no=[{}, {"x": None}]),
    "required and nullable": Given(
        Native("x", Int(), required=True, nullable=True), yes=[{"x": 1}], no=[{}, {"x": None}, {"x": "a"}]
    ),
    "unset": own(Int(1, 9), [0, None, 5], [-1, 10], unset=(0,), nullable=True),
    "unset and required": Given(Native("x", Int(1, 9), unset=(0,), required=True), yes=[{"x": 1}], no=[{"x": 0}, {}]),
    "accepts": own(Int(0, 8, multiple_of=2), [2, 3, 100], [-1, 2.5], accepts=Int(0)),
    "accepts, null": own(Int(0, 8, multiple_of=2), [3, None], [-1], accepts=Int(0), nullable=True),
    "const": Given(Const("x", "a", also_legal=("b",)), yes=[{"x": "a"}, {"x": "b"}], no=[{}, {"x": "c"}, {"x": None}]),
    "optional const": Given(
        Const("x", 1, optional=True, nullable=True), yes=[{}, {"x": 1.0}, {"x": None}], no=[{"x": 2}]
    ),
    "model": Given(Model(), aliases=("muse",), yes=[{"model": "muse-2"}, {"model": "muse"}], no=[{"model": "x"}, {}]),
    "open model": Given(
        Model(open=True), yes=[{"model": "muse-2"}, {"model": "x"}], no=[{"model": ""}, {"model": 5}, {}]
    ),
    "any model": Given(Model(), model="", yes=[{"model": "x"}], no=[{"model": ""}, {}]),
    "fixed": Given(Fixed(Field.n, 1), unknown="refused", yes=[{}], no=[{"n": 1}]),
    "cases": Given(
        Alternatives(
            Field.n,
            (Alternative({"many": "off"}, means=1), Alternative({"many": "on"}, "most", Int(2, 4))),
            more=("odd",),
        ),
        yes=[{}, {"many": "odd"}, {"many": "off", "most": 4}, {"most": 2}],
        no=[{"many": "x"}, {"most": 1}],
    ),
    "times": Given(
        Product(Field.n, ("a", Int(1, 4)), ("b", Int(1, 5)), nullable=True),
        yes=[{"a": 4, "b": 5}, {"a": None}],
        no=[{"a": 5}, {"b": 0}],
    ),
    "pictures": Given(
        Pictures("p", (Image("url"),), min=1, max=2),
        yes=[{}, {"p": [URL]}, {"p": [URL] * 2}],
        no=[{"p": []}, {"p": [URL] * 3}, {"p": URL}, {"p": ["a"]}, {"p": None}],
    ),
    "required pictures": Given(
        Pictures("p", (Image("url"),), required=True, nullable=True),
        yes=[{"p": [URL]}],
        no=[{}, {"p": []}, {"p": None}],
    ),
    "bare": Given(
        Pictures("p", (Image("url"),), bare=True),
        yes=[{"p": URL}, {"p": [URL]}, {"p": []}],
        no=[{"p": "a"}, {"p": None}],
    ),
    "bare, at least two": Given(
        Pictures("p", (Image("url"),), bare=True, min=2), yes=[{"p": [URL] * 2}], no=[{"p": URL}, {"p": [URL]}]
    ),
    "bare, lists beside": Given(
        Pictures("p", (Image("url"),), bare=True, others=AnyOf(ListOf(Int()), OneOf("a"))),
        yes=[{"p": URL}, {"p": "a"}, {"p": [[1], "a", URL]}],
        no=[{"p": [1]}, {"p": ["b"]}],
    ),
    "bare, one list beside": Given(
        Pictures("p", (Image("url"),), bare=True, others=OneOf(["a"])),
        yes=[{"p": [["a"]]}, {"p": URL}],
        no=[{"p": ["a"]}],
    ),
    "bare, anything beside": Given(
        Pictures("p", (Image("url"),), bare=True, others=Json()), yes=[{"p": 1}, {"p": [1, None]}], no=[{"p": None}]
    ),
    "ways": Given(
        Pictures(
            "p",
            (
                Part(Image("base64"), {"data": HOLE, "type": TYPE}, typed=True),
                Part(Image("url"), {"url": {"at": HOLE}, "kind": "k", "w": WEIGHT, "t": TYPE}, weight=Num(0, 1)),
            ),
            others=Record({"odd": Int()}, required=("odd",)),
        ),
        yes=[
            {"p": [{"data": BASE64, "type": "image/png"}, {"url": {"at": URL}, "kind": "k"}]},
            {"p": [{"url": {"at": URL}, "kind": "k", "w": 0.5, "t": "image/png"}, {"odd": 1}]},
        ],
        no=[
            {"p": [{"data": BASE64}]},
            {"p": [{"data": BASE64, "type": 1}]},
            {"p": [{"url": {"at": URL}}]},
            {"p": [{"url": {"at": URL}, "kind": "l"}]},
            {"p": [{"url": {"at": URL}, "kind": "k", "w": 2}]},
            {"p": [{"url": {"at": URL, "more": 1}, "kind": "k"}]},
            {"p": [{"odd": "x"}]},
            {"p": [{}]},
        ],
    ),
    "keys": Given(
        Slots("p", "q", part=Image("url"), required=True, nullable=True, others=Record({"odd": Int()})),
        yes=[{"p": URL}, {"q": URL, "p": None}, {"q": {"odd": 1}}],
        no=[{}, {"p": None}, {"p": "a"}, {"q": {"even": 1}}],
    ),
    "parts": Given(
        Content(
            "p",
            (TextPart(Field.prompt, {"text": TEXT}, Text(max_length=3)), Part(Image("url"), {"url": HOLE})),
            max=1,
            requires=(Field.prompt,),
            bare=Field.prompt,
        ),
        yes=[{"p": "cat"}, {"p": [{"text": "cat"}]}, {"p": [{"url": URL}, {"text": ""}, {"text": "b"}]}],
        no=[
            {},
            {"p": []},
            {"p": "cats"},
            {"p": [{"text": "cats"}]},
            {"p": [{"url": URL}]},
            {"p": [{"url": URL}, {"url": URL}, {"text": "a"}]},
            {"p": [{"text": "a"}, {"odd": 1}]},
            {"p": None},
        ],
    ),
    "parts with others": Given(
        Content(
            "p",
            (TextPart(Field.prompt), Part(Image("url"))),
            requires=(Field.prompt, Field.references),
            others=Record({"odd": Int()}),
        ),
        yes=[{"p": ["a", URL]}, {"p": [{"odd": 1}]}, {"p": ["a", {"odd": 1}]}],
        no=[{"p": ["a"]}, {"p": [URL]}, {"p": []}, {"p": ["a", {"odd": "x"}]}, {"p": "a"}],
    ),
    "parts, or one alone": Given(
        Content(
            "p",
            (TextPart(Field.prompt, {"text": TEXT}, Text(max_length=3)), Part(Image("url"), {"url": HOLE})),
            max=1,
            requires=(Field.prompt,),
            bare=Field.prompt,
            single=True,
        ),
        yes=[{"p": "cat"}, {"p": {"text": "cat"}}, {"p": [{"text": "cat"}, {"url": URL}]}],
        no=[{}, {"p": {}}, {"p": {"text": "cats"}}, {"p": {"url": URL}}, {"p": {"url": "a"}}, {"p": 5}, {"p": None}],
    ),
    "parts, or one alone, with others": Given(
        Content(
            "p",
            (TextPart(Field.prompt, {"text": TEXT}), Part(Image("url"), {"url": HOLE})),
            requires=(Field.prompt,),
            single=True,
            others=Record({"odd": Int()}, required=("odd",)),
        ),
        yes=[{"p": {"text": "cat"}}, {"p": {"odd": 1}}, {"p": [{"odd": 1}]}],
        no=[{}, {"p": {"odd": "x"}}, {"p": {"url": URL}}, {"p": "cat"}, {"p": []}],
    ),
    "parts of text alone": Given(
        Content("p", (TextPart(Field.prompt),), max=2), yes=[{"p": ["a"] * 3}, {"p": []}], no=[{"p": [1]}]
    ),
    "mask": Given(
        Mask("m", Image("url"), "marks", {"white": "W"}, more=("alpha",), required=True, nullable=True),
        yes=[{"m": URL}, {"m": URL, "marks": "W"}, {"m": URL, "marks": "alpha"}, {"m": URL, "marks": None}],
        no=[{}, {"marks": "W"}, {"m": URL, "marks": "x"}, {"m": "a"}, {"m": None}],
    ),
}

PLACES = {
    "a closed request": Given(A, unknown="refused", yes=[{}], no=[{"z": 1}]),
    "an unsaid one": Given(A, unknown="unsaid", yes=[{"z": 1}], no=[{"a": 10}]),
    "an ignored key": Given(A, unknown="ignored", yes=[{"z": 1}], no=[{"a": 10}]),
    "a forwarded key": Given(A, unknown="forwarded", yes=[{"z": 1}], no=[{"a": 10}]),
    "nested": Given(
        Native("in.a", Int(), required=True),
        Native("in.b", Int()),
        unknown="refused",
        yes=[{"in": {"a": 1}}, {"in": {"a": 1, "b": 2}}],
        no=[{}, {"in": {}}, {"in": {"b": 1}}, {"in": {"a": 1, "z": 1}}, {"in": 1}],
    ),
    "nested and open": Given(
        Native("in.a", Int()), unknown="forwarded", yes=[{"in": {"z": 1}}, {}], no=[{"in": 1}, {"in": {"a": "x"}}]
    ),
    "in a list": Given(
        Native("in[0].a", Int(), required=True),
        Native("in[1]", Int()),
        unknown="refused",
        yes=[{"in": [{"a": 1}]}, {"in": [{"a": 1}, 2]}],
        no=[{}, {"in": []}, {"in": [{}]}, {"in": [{"a": 1}, "x"]}, {"in": [{"a": 1}, 2, 3]}, {"in": {"a": 1}}],
    ),
    "a gap": Given(Native("in[1]", Int()), unknown="refused", yes=[{}, {"in": []}], no=[{"in": [1]}, {"in": [1, 2]}]),
    "an open gap": Given(
        Native("in[1]", Int()), unknown="ignored", yes=[{"in": ["z", 2, "z"]}], no=[{"in": ["z", "y"]}]
    ),
    "a literal key": Given(
        Native("'a[]'", Int()),
        Native("header:X", Int()),
        unknown="refused",
        yes=[{"a[]": 1, "header:X": 2}],
        no=[{"a": [1]}],
    ),
    "a leaf and a branch": Given(
        Native("a", OneOf("auto")),
        Native("a.b", Int()),
        Native("c", Int()),
        Native("d", Int()),
        rules=[Rule({"a": PRESENT}, {"c": ABSENT}, "no c"), Rule({"a.b": ABSENT}, {"d": ABSENT}, "no d")],
        unknown="refused",
        yes=[{"a": "auto"}, {"a": {"b": 1}, "c": 1, "d": 1}, {"c": 1}, {"a": {}}],
        no=[{"a": 1}, {"a": {"b": "x"}}, {"a": {"z": 1}}, {"a": "auto", "c": 1}, {"a": "auto", "d": 1}, {"d": 1}],
    ),
    "a leaf of anything": Given(
        Native("a", Json()), Native("a.b", Int()), yes=[{"a": 1}, {"a": []}, {"a": {"b": 1}}], no=[{"a": {"b": "x"}}]
    ),
    "required inside of a leaf": Given(
        Native("a", OneOf("auto")), Native("a.b", Int(), required=True), yes=[{"a": {"b": 1}}], no=[{"a": "auto"}, {}]
    ),
    "a required leaf": Given(
        Native("a", OneOf("auto"), required=True), Native("a.b", Int()), yes=[{"a": "auto"}], no=[{"a": {"b": 1}}, {}]
    ),
    "a list of one": Given(A, in_list=True, yes=[[{"a": 1}], {"a": 1}], no=[[], [{}, {}], [{"a": 10}], {"a": 10}]),
}

NEEDS = Rule({"b": ABSENT}, {"a": ABSENT}, "a needs b")
ONLY = Rule({"a": OneOf(1)}, {"b": Int(max=3)}, "few b")
RULES = {
    "needs": Given(A, B, rules=[NEEDS], yes=[{}, {"b": 1}, {"a": 1, "b": 1}], no=[{"a": 1}]),
    "needs, null": Given(
        Native("a", Int(), nullable=True), B, rules=[NEEDS], yes=[{"a": None}, {"a": 1, "b": 1}], no=[{"a": 1}]
    ),
    "excludes": Given(
        A, B, rules=[Rule({"b": PRESENT}, {"a": ABSENT}, "not both")], yes=[{"a": 1}, {"b": 1}], no=[{"a": 1, "b": 1}]
    ),
    "narrows": Given(A, B, rules=[ONLY], yes=[{"a": 2, "b": 9}, {"a": 1, "b": 3}, {"a": 1}], no=[{"a": 1, "b": 4}]),
    "must be there": Given(
        A, B, rules=[Rule({"a": OneOf(1)}, {"b": PRESENT}, "b")], yes=[{"a": 2}, {"a": 1, "b": 0}], no=[{"a": 1}]
    ),
    "always": Given(A, rules=[Rule({}, {"a": Not(OneOf(3))}, "never 3")], yes=[{"a": 2}, {}], no=[{"a": 3}]),
    "nothing": Given(A, rules=[Rule({"a": OneOf(3)}, {}, "no matter")], yes=[{"a": 3}], no=[{"a": 10}]),
    "two and two": Given(
        A,
        B,
        C,
        rules=[Rule({"a": OneOf(1), "b": PRESENT}, {"c": Int(2, 3), "a": Int(0)}, "all")],
        yes=[{"a": 1, "c": 9}, {"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 1}],
        no=[{"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 1, "c": 4}],
    ),
    "on by default": Given(
        Native("a", Flag(), default=True, nullable=True),
        B,
        rules=[Rule({"a": OneOf(True)}, {"b": ABSENT}, "no b")],
        yes=[{}, {"a": False, "b": 1}],
        no=[{"b": 1}, {"a": True, "b": 1}, {"a": None, "b": 1}],
    ),
    "broken by default": Given(
        A,
        Native("b", Int(0, 9), default=5),
        rules=[ONLY],
        yes=[{}, {"a": 1, "b": 3}, {"a": 2}],
        no=[{"a": 1}, {"a": 1, "b": 5}],
    ),
    "an unset wire": Given(
        Native("a", Int(1, 9), unset=(0,)), B, rules=[NEEDS], yes=[{"a": 0}, {"a": 1, "b": 1}], no=[{"a": 1}]
    ),
    "a default with a condition": Given(
        A,
        Native("b", Int(0, 9), default=5, default_when={"a": OneOf(1)}),
        Native("c", Int(0, 9), default=7),
        rules=[Rule({"b": OneOf(5)}, {"c": Int(max=6)}, "less c")],
        yes=[{}, {"a": 2}, {"b": 5, "c": 6}, {"a": 1, "c": 6}, {"a": 1, "b": 4}],
        no=[{"a": 1}, {"b": 5}, {"b": 5, "c": 7}],
    ),
    "a second default": Given(
        A,
        Native("b", Int(0, 9), default=5, default_when={"a": PRESENT}),
        Native("c", Int(0, 9), default=1, default_when={"b": OneOf(5)}),
        Native("d", Int(0, 9)),
        rules=[Rule({"c": OneOf(1)}, {"d": ABSENT}, "no d")],
        yes=[{"d": 1}, {"a": 1, "b": 1, "d": 1}, {"a": 1, "c": 2, "d": 1}],
        no=[{"a": 1, "d": 1}, {"b": 5, "d": 1}],
    ),
    "a default that comes too late": Given(
        A,
        Native("b", Int(0, 9), default=5, default_when={"c": OneOf(1)}),
        Native("c", Int(0, 9), default=1, default_when={"a": PRESENT}),
        Native("d", Int(0, 9)),
        rules=[Rule({"b": OneOf(5)}, {"d": ABSENT}, "no d")],
        yes=[{"a": 1, "d": 1}, {"d": 1}],
        no=[{"c": 1, "d": 1}, {"b": 5, "d": 1}],
    ),
    "null is no value": Given(
        Native("a", Json()),
        B,
        rules=[
            Rule({"a": Not(OneOf("x"))}, {"b": Int(max=3)}, "few b"),
            Rule({"b": OneOf(1)}, {"a": OneOf("y")}, "y"),
        ],
        yes=[{"a": None, "b": 9}, {"a": None, "b": 1}, {"a": "x", "b": 9}, {"a": "y", "b": 1}],
        no=[{"a": 1, "b": 9}, {"a": "z", "b": 1}],
    ),
    "never on": Given(
        A, B, rules=[Rule({"a": OneOf()}, {"b": ABSENT}, "never")], yes=[{"a": 1, "b": 1}], no=[{"a": 10}]
    ),
    "never kept": Given(
        A, B, rules=[Rule({"a": PRESENT}, {"b": OneOf()}, "no b")], yes=[{"a": 1}, {"b": 1}], no=[{"a": 1, "b": 1}]
    ),
    "on itself": Given(
        A, rules=[Rule({"a": PRESENT}, {"a": Int(max=3)}, "at most 3")], yes=[{}, {"a": 3}], no=[{"a": 4}]
    ),
    "one of two, nested": Given(
        Native("in.a", Int()),
        Native("in.b", Int()),
        rules=[Rule({"in.b": ABSENT}, {"in.a": PRESENT}, "one of them")],
        yes=[{"in": {"a": 1}}, {"in": {"b": 1}}],
        no=[{}, {"in": {}}],
    ),
    "a rule on a leaf and a branch": Given(
        Native("s", OneOf("auto", "sq")),
        Native("s.w", Int()),
        A,
        rules=[Rule({"a": PRESENT}, {"s": OneOf("sq")}, "sq"), Rule({"s": OneOf("sq")}, {"a": PRESENT}, "a")],
        yes=[{"a": 1, "s": {"w": 1}}, {"a": 1, "s": "sq"}, {"s": "auto"}, {"s": {"w": 1}}],
        no=[{"a": 1, "s": "auto"}, {"s": "sq"}],
    ),
    "nested rule": Given(
        Native("in.a", Int()),
        Native("in.b", Int()),
        Native("c", Int()),
        rules=[Rule({"in.a": OneOf(1)}, {"in.b": ABSENT}, "no b"), Rule({"in.a": ABSENT}, {"c": ABSENT}, "no c")],
        yes=[{"in": {"a": 2, "b": 1}}, {"in": {"a": 1}, "c": 1}, {"in": {"b": 1}}],
        no=[{"in": {"a": 1, "b": 1}}, {"in": {"b": 1}, "c": 1}, {"c": 1}, {"in": {}, "c": 1}],
    ),
    "a rule in a list": Given(
        Native("in[0]", Int()),
        Native("in[1].a", Int(), nullable=True),
        Native("c", Int()),
        rules=[Rule({"in[1].a": PRESENT}, {"in[0]": Int(max=3)}, "few"), Rule({"in[1].a": ABSENT}, {"c": ABSENT}, "c")],
        yes=[{"in": [9]}, {"in": [3, {"a": 1}], "c": 1}, {"in": [9, {"a": None}]}],
        no=[{"in": [4, {"a": 1}]}, {"c": 1}, {"in": [1], "c": 1}, {"in": [1, {"a": None}], "c": 1}],
    ),
    "effects that are warnings": Given(
        A,
        B,
        rules=[
            Rule({"a": OneOf(1)}, {"b": ABSENT}, "w", effect=effect) for effect in ("ignored", "altered", "disputed")
        ],
        yes=[{"a": 1, "b": 1}],
        no=[{"a": 10}],
    ),
    "few": Given(
        A, B, C, rules=[AtMost(["a", "b", "c"], 1, "one")], yes=[{}, {"a": 1}, {"c": 1}], no=[{"a": 1, "c": 1}]
    ),
    "few, at least": Given(
        A,
        B,
        C,
        rules=[Between(["a", "b", "c"], 2, 3, "two")],
        yes=[{"a": 1, "c": 1}, {"a": 1, "b": 1, "c": 1}],
        no=[{}, {"b": 1}],
    ),
    "none": Given(A, B, rules=[AtMost(["a", "b"], 0, "none")], yes=[{}], no=[{"a": 1}, {"b": 1}]),
    "sum": Given(
        Native("n", Int(1, 9), default=2),
        Native("l", ListOf(Int())),
        Native("k", Text(), nullable=True),
        rules=[Total(["n", "l", "k"], 4, "at most 4")],
        yes=[{}, {"l": [1, 2]}, {"n": 4}, {"n": 1, "l": [1, 2], "k": "a"}, {"n": 4, "k": None}],
        no=[{"l": [1, 2, 3]}, {"n": 5}, {"n": 4, "k": "a"}, {"n": 1, "l": [1, 2, 3], "k": "a"}],
    ),
    "a sum below nothing": Given(
        Native("a", Int(-9, 9)),
        B,
        rules=[Total(["a", "b"], 3, "at most 3")],
        yes=[{"a": -4, "b": 7}, {"a": 3}],
        no=[{"b": 10}],
        unseen=[{"a": 3, "b": 1}],
    ),
    "same": Given(
        Native("l", ListOf(Int(), max=2)),
        Native("k", ListOf(Int()), nullable=True),
        rules=[SameLength(["l", "k"], "as many")],
        yes=[{}, {"l": [1]}, {"l": [1], "k": [1]}, {"l": [1, 2], "k": [1, 2]}, {"k": []}, {"l": [1], "k": None}],
        no=[{"k": [1]}, {"l": [1], "k": []}, {"l": [1], "k": [1, 2]}, {"l": [1, 2], "k": [1] * 5}, {"k": [1] * 3}],
    ),
    "same, of pictures": Given(
        Pictures("p", (Image("url"),), max=2, bare=True),
        Native("k", ListOf(Int())),
        rules=[SameLength(["p", "k"], "as many")],
        yes=[{"p": URL, "k": [1]}, {"p": [URL] * 2, "k": [1, 2]}],
        no=[{"p": URL, "k": [1, 2]}, {"p": [URL], "k": [1] * 4}],
    ),
    "same without an end": Given(
        Native("l", ListOf(Int())),
        Native("k", ListOf(Int())),
        rules=[SameLength(["l", "k"], "as many")],
        yes=[{"l": [1], "k": [1]}],
        no=[{"k": 1}],
        unseen=[{"k": [1]}],
    ),
    "too many to list": Given(
        *(Native(f"x{at}", Int(0, 99)) for at in range(4)),
        rules=[Total([f"x{at}" for at in range(4)], 50, "in all"), AtMost([f"x{at}" for at in range(4)], 3, "three")],
        yes=[{"x0": 50}],
        no=[{f"x{at}": 1 for at in range(4)}],
        unseen=[{"x0": 50, "x1": 1}],
    ),
    "few of very many": Given(
        *(Native(f"x{at}", Int(0, 99)) for at in range(12)),
        rules=[AtMost([f"x{at}" for at in range(12)], 5, "five")],
        yes=[{f"x{at}": 1 for at in range(5)}],
        no=[{"x0": "a"}],
        unseen=[{f"x{at}": 1 for at in range(6)}],
    ),
    "an area": Given(
        SizeText("s", Grid(Int(1, 9999))),
        A,
        rules=[Rule({"a": PRESENT}, {"s": Area(max=100)}, "small")],
        yes=[{"s": "20x20"}, {"a": 1, "s": "10x10"}],
        no=[{"s": "0x1"}],
        unseen=[{"a": 1, "s": "20x20"}],
    ),
    "a pattern of Python's own": Given(
        Native("x", Text(pattern="(?i)cat")),
        Native("y", Not(Text(pattern="(?i)cat"))),
        A,
        rules=[Rule({"x": Text(pattern="(?i)c.*")}, {"a": ABSENT}, "no a")],
        yes=[{"x": "CAT"}, {"y": 1}],
        no=[{"x": 1}],
        unseen=[{"x": "dog"}, {"y": "cat"}, {"x": "cat", "a": 1}],
    ),
}

SIZES = {
    "a range of ratios beside pixels": Given(
        Sizes((PixelText("size", Pairs(("1024x1024", "2048x1024"))), RatioRange("r", "1:2", "2:1"))),
        yes=[{"size": "1024x1024"}, {"r": "3:2"}, {"size": "2048x1024", "r": "2:1"}],
        no=[{"size": "1x1"}, {"r": "a"}],
        unseen=[{"size": "1024x1024", "r": "2:1"}, {"r": "3:1"}],
    ),
    "a range of ratios beside tiers": Given(
        Sizes((RatioRange("r"), ShapeWords(tier="t", tiers=("1K", "2K")))),
        yes=[{"r": "3:1", "t": "2K"}, {"t": "1K"}],
        no=[{"t": "3K"}],
    ),
    "a range of ratios with tiers beside tiers": Given(
        Sizes((RatioRange("r", tier="t", tiers=("1K", "2K")), ShapeWords(tier="u", tiers=("1K", "2K")))),
        yes=[{"r": "3:1", "t": "2K", "u": "2K"}, {"t": "1K"}],
        no=[{"t": "3K"}, {"u": "3K"}],
        unseen=[{"t": "1K", "u": "2K"}],
    ),
    "sides": Given(
        Sizes((PAIR,)),
        yes=[{}, {"w": 64, "h": 256}],
        no=[{"w": 64}, {"h": 64}, {"w": 65, "h": 64}, {"w": 320, "h": 64}, {"w": 64, "h": 0}, {"w": "64", "h": 64}],
    ),
    "required sides": Given(Sizes((PAIR,), required=True), yes=[{"w": 64, "h": 64}], no=[{}, {"w": 64}]),
    "required, nullable": Given(
        Sizes((PAIR,), required=True, nullable=True), yes=[{"w": 64, "h": 64}], no=[{}, {"w": None, "h": None}]
    ),
    "required names": Given(
        RatioTier("r", ["1:1"], "t", ["1K"], required=True), yes=[{"r": "1:1"}, {"t": "1K"}], no=[{}, {"r": "2:1"}]
    ),
    "unset sides": Given(
        Sizes((PAIR,), unset=(0,), nullable=True),
        yes=[{"w": 0, "h": None}, {"w": 64, "h": 64}],
        no=[{"w": 64, "h": 0}, {"w": None, "h": 64}, {"w": -1, "h": 64}],
    ),
    "sides without a beginning": Given(
        WidthHeight("w", "h", Grid(Int(max=8), Int(-4, 8))),
        yes=[{"w": 1, "h": 1}],
        no=[{"w": 0, "h": 1}, {"w": 1, "h": 0}, {"w": 1, "h": -4}],
    ),
    "sides without an end": Given(WidthHeight("w", "h", Grid()), yes=[{"w": 1, "h": 10**12}], no=[{"w": 0, "h": 1}]),
    "pairs": Given(
        WidthHeight("w", "h", ["8x4", "8x2", "4x8"], default=(8, 4)),
        yes=[{"w": 8, "h": 2}, {"w": 8}, {"h": 4}, {"h": 2}],
        no=[{"w": 4, "h": 4}, {"w": 8, "h": 8}, {"w": 4}, {"h": 8}, {"w": 5, "h": 4}],
    ),
    "two lists of pairs": Given(
        Sizes((Sides("w", "h", Pairs(["8x4"])), Sides("w", "h", Pairs(["2x2"]))), default={"w": 8, "h": 4}),
        yes=[{"w": 8}, {"h": 4}, {"w": 2, "h": 2}],
        no=[{"w": 2}, {"h": 2}, {"w": 8, "h": 2}],
    ),
    "area": Given(
        WidthHeight("w", "h", Grid(Int(1, 8), Int(2, 8, multiple_of=2), area=(4, 20)), default=(4, 4)),
        yes=[{"w": 1, "h": 4}, {"w": 8, "h": 2}, {"w": 5}, {"h": 4}],
        no=[{"w": 1, "h": 2}, {"w": 8, "h": 4}, {"w": 6}, {"h": 6}, {"w": 4, "h": 3}],
    ),
    "ratio": Given(
        WidthHeight("w", "h", Grid(Int(1, 9), ratio=("1:2", "2:1"))),
        yes=[{"w": 9, "h": 5}, {"w": 1, "h": 2}, {"w": 2, "h": 1}],
        no=[{"w": 9, "h": 4}, {"w": 1, "h": 3}],
    ),
    "too many widths": Given(
        WidthHeight("w", "h", Grid(Int(1, 999), area=(1, 1000)), default=(10, 10)),
        yes=[{"w": 999, "h": 1}, {"w": 100}],
        no=[{"w": 1000, "h": 1}, {"w": 101}],
        unseen=[{"w": 999, "h": 2}],
    ),
    "a default with presence": Given(
        Sizes((PAIR,), default={"w": 64, "h": 64}, default_when={"a": ABSENT}),
        A,
        yes=[{"w": 128}, {"a": 1, "w": 64, "h": 64}, {"a": 1}],
        no=[{"a": 1, "w": 128}],
    ),
    "sides in a case": Given(
        Sizes((ShapeWords("r", ["1:1"]), Sides("w", "h", PAIR.sizes, sets={"r": "custom"}))),
        yes=[{"r": "1:1"}, {"r": "custom", "w": 64, "h": 64}, {"w": 64, "h": 64}, {"r": "1:1", "w": 64, "h": 128}],
        no=[{"r": "custom"}, {"r": "custom", "w": 64}, {"r": "x"}, {"r": "custom", "w": 65, "h": 64}],
    ),
    "sides in two cases": Given(
        Sizes((Sides("w", "h", PAIR.sizes, sets={"r": "custom", "t": "px"}),), required=True),
        yes=[{"r": "custom", "t": "px", "w": 64, "h": 64}],
        no=[{"r": "custom"}, {"r": "custom", "t": "px"}, {"r": "x", "w": 64, "h": 64}, {"r": "x", "t": "px"}, {}],
    ),
    "a case that is a word": Given(
        Sizes((ShapeWords("r", ["1:1"], more=("custom",)), Sides("w", "h", PAIR.sizes, sets={"r": "custom"}))),
        yes=[{"r": "custom"}, {"r": "custom", "w": 64, "h": 64}],
        no=[{"r": "x"}],
    ),
    "two sets": Given(
        Sizes((Sides("w", "h", Grid(Int(1, 4))), Sides("w", "h", Grid(Int(8, 9)))), default={"w": 8, "h": 8}),
        yes=[{"w": 4, "h": 1}, {"w": 9, "h": 8}, {"w": 9}],
        no=[{"w": 1, "h": 8}, {"w": 5, "h": 5}, {"h": 4}],
    ),
    "sides that are altered": Given(
        Sizes((PAIR,), accepts=Grid(Int(32, 512)), default={"w": 64, "h": 64}, nullable=True),
        yes=[{"w": 65, "h": 512}, {"w": 33}, {"w": None, "h": 40}],
        no=[{"w": 31, "h": 64}, {"w": 513}],
    ),
    "sides that are too long to alter": Given(
        Sizes((PAIR,), accepts=Grid(Int(1))), yes=[{"w": 1, "h": 2**31 - 1}], no=[{"w": 1, "h": 2**31}]
    ),
    "sides that are altered in their case": Given(
        Sizes((Sides("w", "h", PAIR.sizes, sets={"r": "custom"}),), accepts=Grid(Int(32, 512))),
        yes=[{"r": "custom", "w": 65, "h": 512}, {"w": 64, "h": 64}],
        no=[{"w": 65, "h": 512}, {"r": "x", "w": 64, "h": 64}],
    ),
    "one of two sizes is altered": Given(
        Sizes((PAIR, PixelText("s", Grid(Int(64, 256)))), accepts=Grid(Int(1, 999))),
        yes=[{"w": 65, "h": 65}, {"s": "1x999"}],
        no=[{"s": "1000x1"}],
        unseen=[{"w": 65, "h": 65, "s": "1x1"}],
    ),
    "text": Given(
        SizeText("s", Grid(Int(95, 1203)), auto="auto", separator="-"),
        yes=[{"s": "auto"}, {"s": "95-1203"}, {"s": "999-1000"}, {"s": "100-110"}],
        no=[{"s": "94-100"}, {"s": "95-1204"}, {"s": "095-100"}, {"s": "100x100"}, {"s": 100}, {"s": "1203-95 "}],
    ),
    "text in steps": Given(
        SizeText("s", Grid(Int(8, 24, multiple_of=8)), separator="*"),
        yes=[{"s": "8*24"}],
        no=[{"s": "4*8"}, {"s": "32*8"}, {"s": "88"}],
    ),
    "text in small steps": Given(
        SizeText("s", Grid(Int(8, 8000, multiple_of=8))),
        yes=[{"s": "8x8000"}],
        no=[{"s": "7x8"}],
        unseen=[{"s": "9x8"}],
    ),
    "text without an end": Given(
        SizeText("s", Grid()),
        yes=[{"s": "1x2147483647"}, {"s": "1999999999x2147479999"}],
        no=[{"s": "0x1"}, {"s": "1x2147483648"}, {"s": "1x99999999999"}, {"s": "1x2150000000"}],
    ),
    "text, area and ratio": Given(
        SizeText("s", Grid(Int(1, 99), area=(4, 100), ratio=("1:2", "2:1"))),
        yes=[{"s": "9x9"}],
        no=[{"s": "100x9"}],
        unseen=[{"s": "1x1"}, {"s": "99x99"}, {"s": "2x9"}],
    ),
    "listed text": Given(SizeText("s", ["8x4", "4x8"]), yes=[{"s": "8x4"}], no=[{"s": "8x8"}, {"s": "8"}, {"s": None}]),
    "text that is altered": Given(
        SizeText("s", ["8x4"], accepts=Grid(Int(1, 99), area=(1, 100))),
        yes=[{"s": "99x1"}, {"s": "8x4"}],
        no=[{"s": "100x1"}],
        unseen=[{"s": "99x99"}],
    ),
    "names": Given(
        RatioTier("r", {"1:1": "sq", "16:9": "wide"}, "t", ["1K"], more=("odd",)),
        yes=[{"r": "sq"}, {"r": "odd", "t": "1K"}],
        no=[{"r": "1:1"}, {"t": "2K"}, {"r": None}],
    ),
    "listed": Given(
        Sizes((LISTED,), nullable=True, unset=("any",)),
        yes=[{"r": "1:1", "t": "1K"}, {"r": "16:9"}, {"t": "2K"}, {"r": "any", "t": "2K"}, {"r": None, "t": "2K"}],
        no=[{"r": "1:1", "t": "2K"}, {"r": "16:9", "t": "1K"}, {"r": "2:1"}],
    ),
    "listed, with more": Given(
        Sizes(
            (
                ShapeWords(
                    "r", ["1:1"], "t", ["1K", "2K"], {("1:1", "1K"): "8x8"}, more=("m",), more_tiers=("n",), listed=True
                ),
            )
        ),
        yes=[{"r": "m", "t": "2K"}, {"r": "1:1", "t": "n"}, {"r": "1:1", "t": "1K"}],
        no=[{"r": "1:1", "t": "2K"}],
    ),
    "open": Given(Sizes((LISTED,), open=True), yes=[{"r": "x", "t": "1K"}, {"r": "1:1", "t": "2K"}], no=[{"r": 1}]),
    "open sides": Given(
        Sizes((PAIR, ShapeWords("r", ["1:1"])), open=True),
        yes=[{"r": "x"}],
        no=[{"w": "x", "h": 64}, {"w": 65, "h": 64}],
        unseen=[{"w": 64, "h": 128, "r": "1:1"}],
    ),
    "an open case": Given(
        Sizes((Sides("w", "h", PAIR.sizes, sets={"r": "custom"}),), open=True), yes=[{"r": "custom"}], no=[{"r": 1}]
    ),
    "two lists of the same wires": Given(
        Sizes((ShapeWords("r", ["1:1"], "t", ["1K"]), ShapeWords("r", ["2:1"], "t", ["2K"]))),
        yes=[{"r": "1:1", "t": "1K"}, {"r": "2:1", "t": "2K"}, {"t": "2K"}],
        no=[{"r": "1:1", "t": "2K"}, {"r": "3:1"}],
    ),
    "lists that share a wire": Given(
        Sizes((LISTED, ShapeWords(tier="t", tiers=("4K",)))),
        yes=[{"t": "4K"}, {"r": "1:1", "t": "1K"}],
        no=[{"t": "8K"}, {"r": "2:1"}],
        unseen=[{"r": "1:1", "t": "2K"}],
    ),
    "a second spelling": Given(
        Sizes(
            (
                RatioTier("r", ["1:1"], "t", ["1K"]).spellings[0],
                ShapeWords(tier="s", tiers=("1K", "2K"), read_only=True),
            )
        ),
        yes=[{"s": "1K", "t": "1K"}, {"r": "1:1", "s": "2K"}],
        no=[{"s": "2K", "t": "1K"}, {"s": "x"}],
    ),
    "words that contradict": Given(
        Sizes((SizeText("s", ["8x8", "16x9", "9x16"]).spellings[0], ShapeWords("r", ["1:1", "16:9", "9:16", "4:3"]))),
        yes=[{"s": "8x8", "r": "1:1"}, {"s": "16x9", "r": "16:9"}, {"r": "4:3"}],
        no=[{"s": "8x8", "r": "16:9"}, {"s": "16x9", "r": "9:16"}, {"s": "8x8", "r": "4:3"}],
    ),
    "words that contradict on a wire of two lists": Given(
        Sizes(
            (
                Presets("p", {"sq": "8x8", "tall": "9x16", "wide": "16x9"}),
                PixelText("p", Pairs(["32x18"])),
                ShapeWords("r", ["1:1", "16:9"]),
            )
        ),
        yes=[{"p": "32x18", "r": "16:9"}, {"p": "wide", "r": "16:9"}, {"p": "tall"}],
        no=[{"p": "32x18", "r": "1:1"}, {"p": "sq", "r": "16:9"}, {"p": "tall", "r": "1:1"}],
    ),
    "words that contradict, nullable": Given(
        Sizes((Presets("p", {"sq": "8x8", "wide": "16x9"}), ShapeWords("r", ["1:1", "16:9"])), nullable=True),
        yes=[{"p": "sq", "r": None}, {"p": None, "r": "1:1"}, {"p": "wide", "r": "16:9"}],
        no=[{"p": "sq", "r": "16:9"}],
    ),
    "what contradicts in an open list": Given(
        Sizes((Presets("p", {"sq": "8x8"}), ShapeWords("r", ["1:1", "16:9"])), open=True),
        yes=[{"p": "sq", "r": "1:1"}, {"p": "x"}],
        no=[{"p": 1}],
        unseen=[{"p": "sq", "r": "16:9"}],
    ),
    "what is ignored contradicts nothing": Given(
        Sizes((Presets("p", {"sq": "8x8"}), ShapeWords("r", ["1:1", "16:9"]))),
        A,
        rules=[Rule({"a": PRESENT}, {"r": ABSENT}, "no effect", effect="ignored")],
        yes=[{"a": 1, "p": "sq", "r": "16:9"}],
        no=[{"p": "x"}],
        unseen=[{"p": "sq", "r": "16:9"}],
    ),
    "a size and a ratio": Given(
        Sizes((PAIR, ShapeWords("r", ["1:1", "2:1"]))),
        yes=[{"w": 64, "h": 64, "r": "1:1"}],
        no=[{"r": "x"}],
        unseen=[{"w": 64, "h": 64, "r": "2:1"}],
    ),
    "a word or sides in its place": Given(
        Sizes((Presets("s", {"sq": "64x64"}), Sides("s.w", "s.h", PAIR.sizes)), nullable=True),
        yes=[{"s": "sq"}, {"s": {"w": 64, "h": 128}}, {"s": None}, {"s": {}}],
        no=[{"s": "x"}, {"s": {"w": 64}}, {"s": {"w": 65, "h": 64}}, {"s": []}],
    ),
    "any ratio": Given(
        Sizes((RatioRange("r", separator="x", auto="auto", tier="t", tiers=["1K"]),)),
        yes=[{"r": "auto"}, {"r": "16x9", "t": "1K"}, {"r": "0123456789x1"[1:]}],
        no=[{"r": "16:9"}, {"r": "0x1"}, {"r": "1x00"}, {"r": "1234567890x1"}, {"r": "1.5x1"}, {"r": 1}, {"t": "2K"}],
    ),
    "a ratio in a range": Given(
        Sizes((RatioRange("r", "1:2", "2:1"),)),
        yes=[{"r": "3:2"}],
        no=[{"r": "1"}],
        unseen=[{"r": "3:1"}, {"r": "1:3"}],
    ),
    "sides on a shared wire": Given(
        Sizes((PAIR, ShapeWords(tier="w", tiers=("1K",)))),
        yes=[{"w": "1K"}, {"w": 64, "h": 64}],
        no=[{"w": "2K"}],
        unseen=[{"h": 64}],
    ),
}

EVERY = {**DOMAINS, **ROWS, **PLACES, **RULES, **SIZES}


@pytest.mark.parametrize("given_", EVERY.values(), ids=EVERY)
def test_what_is_taken_and_refused(given_: Given) -> None:
    validator = validator_of(given_.target)
    for request in given_.yes:
        assert not [found for found in check(request, given_.target) if found.level == "error"], request
        assert validator.is_valid(request), request
    for request in given_.no:
        assert [found for found in check(request, given_.target) if found.level == "error"], request
        assert not validator.is_valid(request), request
    for request in given_.unseen:
        assert validator.is_valid(request), request
        assert agreed(request, given_.target, validator), request
        assert [found for found in check(request, given_.target) if found.level == "error"], request
    assert bool(validator.schema["x-inexpressible"]) == bool(given_.unseen)
    assert '"enum": []' not in json.dumps(validator.schema)  # which some validators refuse


MUSE = table(
    Param("prompt", Field.prompt, Text(max_length=100), required=True),
    Param("n", Field.n, Int(1, 8), default=1, nullable=True, note="each costs money"),
    Param("seed", Field.seed, Int(0), deprecated="noise takes its place", source="https://wiki.example/seed"),
    Native("noise", Num(0, 1), disputed="the guide has 2"),
    Native("steps", Int(0, 40, multiple_of=10), accepts=Int(0, 40)),
    WidthHeight("width", "height", Grid(Int(64, 256, multiple_of=64), area=(1, 32768))),
    Native("style", OneOf("PLAIN", "VIVID")),
    rules=[
        Rule({"style": OneOf("VIVID")}, {"n": Int(max=4)}, "at most 4 in VIVID"),
        Rule({"seed": ABSENT}, {"noise": ABSENT}, "noise needs a seed"),
    ],
    note="made of clay",
)
GOLDEN = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "urn:imgparams:acme/muse",
    "title": "acme/muse",
    "description": "POST /v1/draw, read from https://wiki.example/muse on 2026-11-01. made of clay.",
    "x-docs": "https://wiki.example/muse",
    "x-checked": "2026-11-01",
    "x-inexpressible": [],
    "type": "object",
    "properties": {
        "prompt": {"type": "string", "maxLength": 100},
        "n": {
            "description": "each costs money",
            "type": ["integer", "null"],
            "minimum": 1,
            "maximum": 8,
            "default": 1,
        },
        "seed": {
            "description": "noise takes its place",
            "deprecated": True,
            "x-source": "https://wiki.example/seed",
            "type": "integer",
            "minimum": 0,
        },
        "noise": {"x-disputed": "the guide has 2", "type": "number", "minimum": 0, "maximum": 1},
        "steps": {
            "description": "other values are accepted, but the vendor changes them to a multiple of 10 from 0 to 40",
            "type": "integer",
            "minimum": 0,
            "maximum": 40,
        },
        "width": {"type": "integer", "minimum": 64, "maximum": 256, "multipleOf": 64},
        "height": {"type": "integer", "minimum": 64, "maximum": 256, "multipleOf": 64},
        "style": {"enum": ["PLAIN", "VIVID"]},
    },
    "required": ["prompt"],
    "allOf": [
        {"description": "width needs height", "dependentRequired": {"width": ["height"]}},
        {"description": "height needs width", "dependentRequired": {"height": ["width"]}},
        {
            "description": "each side a multiple of 64 from 64 to 256, at most 32768 pixels in total",
            "if": {"required": ["width"], "properties": {"width": {"minimum": 192, "maximum": 256}}},
            "then": {"properties": {"height": {"maximum": 128}}},
        },
        {
            "description": "at most 4 in VIVID",
            "if": {"required": ["style"], "properties": {"style": {"enum": ["VIVID"]}}},
            "then": {"properties": {"n": {"type": ["integer", "null"], "maximum": 4}}},
        },
        {"description": "noise needs a seed", "dependentRequired": {"noise": ["seed"]}},
    ],
}


def test_a_schema_as_it_reads() -> None:
    assert json_schema(MUSE) == GOLDEN


def test_what_is_not_said_is_told() -> None:
    target = table(SizeText("s", Grid(area=(1, 99))), status="retired")
    schema = json_schema(target)
    why = "text like 1024x1024: at most 99 pixels in total"
    assert schema["x-inexpressible"] == [{"codes": ["bad_area"], "wires": ["s"], "why": why}]
    assert schema["description"].endswith(f". It is retired.\nNot expressed here:\ns: {why}")


@pytest.mark.parametrize("least", [1, 2, 9, 10, 19, 95, 100, 190])
@pytest.mark.parametrize("most", [9, 21, 99, 100, 199, 201, 999, 1203])
def test_numbers_as_a_pattern(least: int, most: int) -> None:
    if least <= most:
        pattern = json_schema(table(SizeText("s", Grid(Int(least, most)))))["properties"]["s"]["pattern"]
        taken = [number for number in range(1500) if re.search(pattern, f"{number}x{least}")]
        assert taken == list(range(least, most + 1))


@pytest.mark.parametrize(
    ("python", "other"),
    [
        (r"a.c", r"a[^\n]c"),
        (r"\s+\S", r"[ \t-\r]+[^ \t-\r]"),
        (r"[^\s,]", r"[^ \t-\r,]"),
        (r"a\-b\.c\#", r"a-b\.c#"),
        (r"[a\-z\]\'.]", r"[a\-z\]'.]"),
        (r"a{2}b{1,}c{,3}", r"a{2}b{1,}c{0,3}"),
        (r"{a}]", r"\{a\}\]"),
        (r"(?:a|b)(?=c)(?!d)(?<=e)(?<!f)\b\d\w", r"(?:a|b)(?=c)(?!d)(?<=e)(?<!f)\b\d\w"),
        *((pattern, None) for pattern in (r"(?i)a", r"(?P<a>b)", r"a\Z", r"[]a]", r"[^]a]", r"[\b]", r"\1", r"a(?#b)")),
    ],
)
def test_patterns_of_another_language(python: str, other: str | None) -> None:
    assert ecma(python) == other


def test_a_picture_as_a_file() -> None:
    target = table(Native("x", Image("file")), Native("y", Image("file", "id")), content="multipart")
    assert of_domain(Image("file")) == json_schema(target)["properties"]["x"] == {"type": "string", "format": "binary"}
    validator = validator_of(target)
    for value in (b"\x89PNG", "an id", URL, DATA, "", 1, None):
        for wire in ("x", "y"):
            assert agreed({wire: value}, target, validator), (wire, value)


def test_a_domain_that_only_rules_say() -> None:
    assert of_domain(PRESENT) == {}


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ({"enum": [1, "a"]}, {"enum": [True, 1.0]}, {"enum": [1, "a", True]}),
        ({"enum": [1]}, {"type": "null"}, {"enum": [1, None]}),
        ({"type": "integer", "minimum": 1}, {"type": "null"}, {"type": ["integer", "null"], "minimum": 1}),
        ({"enum": [None]}, {"type": "integer"}, {"type": ["integer", "null"]}),
        ({"not": {"enum": [1]}}, {"type": "null"}, {"not": {"enum": [1]}}),
        ({"not": {"enum": [None]}}, {"type": "null"}, {"anyOf": [{"type": "null"}, {"not": {"enum": [None]}}]}),
        ({"type": "integer", "maximum": 4}, {"type": "integer"}, {"type": "integer"}),
        ({"type": "integer", "minimum": 4}, {"type": "integer", "minimum": 1}, {"type": "integer", "minimum": 1}),
        ({"multipleOf": 16}, {"multipleOf": 8}, {"multipleOf": 8}),
        ({"not": {"enum": [1]}}, {"enum": [2, True]}, {"not": {"enum": [1]}}),
        ({"not": {"enum": [1]}}, {"enum": [2, 1]}, {"anyOf": [{"enum": [2, 1]}, {"not": {"enum": [1]}}]}),
        ({"not": {"enum": [1]}}, {"type": "string"}, {"not": {"enum": [1]}}),
        (
            {"not": {"enum": ["a"]}},
            {"type": "string"},
            {"anyOf": [{"not": {"enum": ["a"]}}, {"type": "string"}]},
        ),
        (
            {"properties": {"a": {"anyOf": [{"type": "integer"}, {"type": "array"}]}}},
            {"properties": {"a": {"type": "array"}}},
            {"properties": {"a": {"anyOf": [{"type": "integer"}, {"type": "array"}]}}},
        ),
        (
            {"properties": {"a": {"anyOf": [{"type": "integer"}, {"type": "array"}]}}},
            {"properties": {"a": {"type": "string"}}},
            {
                "anyOf": [
                    {"properties": {"a": {"anyOf": [{"type": "integer"}, {"type": "array"}]}}},
                    {"properties": {"a": {"type": "string"}}},
                ]
            },
        ),
        ({"not": {}}, {"type": "string"}, {"type": "string"}),
        ({"not": {}}, {"not": {}}, {"not": {}}),
        ({"required": ["a", "b"]}, {"required": ["b"]}, {"required": ["b"]}),
        (
            {"contains": {}, "minContains": 0},
            {"contains": {}},
            {"anyOf": [{"contains": {}, "minContains": 0}, {"contains": {}}]},
        ),
        (
            {"properties": {"a": {"type": "string"}}},
            {"properties": {"a": {"type": "string"}, "b": {"type": "string"}}},
            {"properties": {"a": {"type": "string"}}},
        ),
    ],
)
def test_what_either_takes(one: dict[str, Any], other: dict[str, Any], joined: dict[str, Any]) -> None:
    assert either(one, other) == joined


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ({"enum": [1, "a", None]}, {"not": {"enum": [None]}}, {"enum": [1, "a"]}),
        ({"enum": [1, 2]}, {"enum": [2, 3]}, {"enum": [2]}),
        ({"enum": [1]}, {"enum": [2]}, {"not": {}}),
        ({"enum": [1, 2.5, "a"]}, {"type": "integer"}, {"enum": [1]}),
        ({"type": "integer", "minimum": 1}, {"not": {"enum": [0, None]}}, {"type": "integer", "minimum": 1}),
        (
            {"type": "integer"},
            {"not": {"enum": [0]}},
            {"allOf": [{"type": "integer"}, {"not": {"enum": [0]}}]},
        ),
        (
            {"required": ["a"], "properties": {"a": {"enum": [1, 2]}}},
            {"properties": {"a": {"enum": [2]}, "b": {"not": {}}}},
            {"required": ["a"], "properties": {"a": {"enum": [2]}, "b": {"not": {}}}},
        ),
        ({"required": ["a"]}, {"properties": {"a": {"not": {}}}}, {"not": {}}),
        (
            {"minItems": 2},
            {"minItems": 1, "prefixItems": [{}, {"enum": [1]}]},
            {"minItems": 2, "prefixItems": [{}, {"enum": [1]}]},
        ),
        ({}, {"type": "string"}, {"type": "string"}),
    ],
)
def test_what_both_take(one: dict[str, Any], other: dict[str, Any], joined: dict[str, Any]) -> None:
    assert both(one, other) == joined
