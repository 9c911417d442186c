"""Worked cases that state the figures of a page, the pages themselves, and the short words for bytes and long texts."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from imgparams.tables import Field, Flag, Image, Int, ListOf, Model, Native, Num, OneOf, Param, Pictures, Slots, Text
from imgparams.testing import cases, read_cases, run_case
from imgparams.testing.samples import PICTURES, filled
from imgparams.testing.statements import cases_of
from imgparams.texts import sniff
from tests.unit.tables import table

URL = "https://example.com/a.png"
MUSE = table(
    Model("model"),
    Param("text", Field.prompt, Text(min_length=2, max_length=5), required=True),
    Native("width", Int(64, 256, multiple_of=16)),
    Native("seed", Int()),
    Native("scale", Num(0.5, 20)),
    Native("free", Num()),
    Native("style", OneOf("photo", "line")),
    Native("sides", OneOf(1, 2, 4)),
    Native("hd", Flag()),
    Native("tags", ListOf(Text(), min=1, max=3)),
    Native("deep.note", Text()),
    Pictures("pics", (Image("url"),), max=2),
    Slots("pic", part=Image("url", "data", "base64")),
    unknown="refused",
)
TABLES = {MUSE.name: MUSE}
BASE = {"model": "muse-2", "text": "cat"}


def stated(**kinds: Any) -> dict[str, Any]:
    return {"target": MUSE.name, "source": "the page", "request": BASE, **kinds}


GOOD = stated(
    required=["text", "model"],
    integers={"width": [64, 256, 16], "seed": []},
    numbers={"scale": [0.5, 20], "free": [None, None]},
    texts={"text": [2, 5], "deep.note": []},
    lists={"tags": [1, 3, "red"], "pics": [None, 2, URL]},
    words={"style": ["photo", "line"], "sides": [1, 2, 4]},
    flags=["hd"],
    pictures={"pic": ["url", "data", "base64", URL]},
    legal={"seed": [-1, 2**40]},
    illegal={"width": {"out_of_range": [0], "wrong_type": [None]}, "pic": {"not_allowed": ["an id"]}},
)


def test_what_a_page_states_is_tried() -> None:
    cases([GOOD], TABLES)
    tried = {(one["case"], *one["problems"]) for one in cases_of(GOOD)}
    assert tried >= {
        ("without text", "missing text"),
        *(("width = 64",), ("width = 48", "out_of_range width"), ("width = 63", "out_of_range width")),
        *(("width = 256",), ("width = 272", "out_of_range width"), ("width = 65", "off_grid width")),
        *(("width = 64.5", "wrong_type width"), ('width = "x"', "wrong_type width")),
        *(("scale = 0.5",), ("scale = 0.51",), ("scale = 0.49", "out_of_range scale"), ("scale = 19.99",)),
        *(('text = "xx"',), ('text = "x"', "out_of_range text"), ('text = "xxxxxx"', "too_long text")),
        *(('tags = ["red"]',), ("tags = []", "out_of_range tags"), ("tags = 5", "wrong_type tags")),
        *(('style = "photo"',), ('style = "no-such-word"', "not_allowed style"), ("style = 5", "wrong_type style")),
        *(("sides = 4",), ("sides = 5", "not_allowed sides"), ('sides = "x"', "wrong_type sides")),
        *(("hd = true",), ('hd = "yes"', "wrong_type hd"), ("pic = 5", "wrong_type pic"), ("seed = 5",)),
    }


def test_of_words_of_two_types_only_these_are_tried() -> None:
    mixed = MUSE.but(Native("level", OneOf("auto", 1, 2)))
    case = stated(words={"level": ["auto", 1, 2]})
    cases([case], {mixed.name: mixed})
    tried = [(one["case"], one["problems"]) for one in cases_of(case)]
    assert tried == [('level = "auto"', []), ("level = 1", []), ("level = 2", [])]


def test_a_fraction_is_tried_of_whole_numbers_without_a_fraction_beside_them() -> None:
    most = 2**53 - 1  # beyond 2**52 every float is whole
    table = MUSE.but(Native("width", Int(-most, most)))
    cases([stated(integers={"width": [-most, most]})], {table.name: table})


#: a careless mistake in the table, and the problem that shows it
MISTAKES = [
    (Native("width", Int(64, 255, multiple_of=16)), "width = 256: problems: .*out_of_range width"),
    (Native("width", Int(64, 512, multiple_of=16)), "width = 272: problems: "),
    (Native("width", Int(60, 256, multiple_of=16)), "width = 63: problems: .*off_grid width"),
    (Native("width", Int(64, 256, multiple_of=8)), "width = 72: problems: "),
    (Native("width", Int(64, 256, multiple_of=32)), "width = 80: problems: .*off_grid width"),
    (Native("width", Int(64, 256)), "width = 65: problems: "),
    (Native("width", Num(64, 256)), "width = 64.5: problems: "),
    (Native("scale", Num(0.5, 21)), "scale = 20.01: problems: "),
    (Native("scale", Int(1, 20)), "scale = 0.5: problems: .*wrong_type scale"),
    (Param("text", Field.prompt, Text(min_length=2, max_length=5)), "without text: problems: "),
    (Param("text", Field.prompt, Text(min_length=2, max_length=50), required=True), 'text = "xxxxxx": problems: '),
    (Param("text", Field.prompt, Text(max_length=5), required=True), 'text = "x": problems: '),
    (Native("style", OneOf("photo")), 'style = "line": problems: '),
    (Native("style", OneOf("photo", "line", open=True)), 'style = "no-such-word": problems: '),
    (Native("tags", ListOf(Text(), min=1, max=4)), "tags = .*: problems: "),
    (Native("tags", ListOf(Text(), max=3)), r"tags = \[\]: problems: "),
    (Native("hd", OneOf(True)), "hd = false: problems: "),
    (Slots("pic", part=Image("url", "data")), "pic = .*: problems: .*not_allowed pic"),
    (Native("deep.note", Text(), deprecated="use text"), "deep.note = .*: problems: .*warning deprecated"),
]


@pytest.mark.parametrize(("row", "why"), MISTAKES, ids=[why for _, why in MISTAKES])
def test_a_mistake_in_the_table_is_seen(row: Any, why: str) -> None:
    with pytest.raises(AssertionError, match=f"^acme/muse: required, integers.*: .*({why})"):
        cases([GOOD], {MUSE.name: MUSE.but(row)})


def test_problems_of_every_request_are_stated_once() -> None:
    old = {MUSE.name: MUSE.but(status="deprecated")}
    with pytest.raises(AssertionError, match="warning deprecated"):
        cases([stated(flags=["hd"])], old)
    cases([stated(flags=["hd"], problems=["warning deprecated"])], old)


@pytest.mark.parametrize(
    ("kinds", "why"),
    [
        ({"integers": {"seed": [1]}}, "integers: seed has the least and the greatest whole number"),
        ({"integers": {"seed": [1, 2.5]}}, "integers: seed has the least"),
        ({"integers": {"seed": [5, 1]}}, "integers: seed has the least"),
        ({"integers": {"seed": [1, 5, 1]}}, "integers: seed has the least"),
        ({"integers": {"seed": 5}}, r"integers: seed has the least .*\(got 5\)"),
        ({"integers": ["seed"]}, "integers has wires with their figures"),
        ({"integers": {}}, "integers has wires with their figures"),
        ({"numbers": {"scale": ["0", "20"]}}, "numbers: scale has the least and the greatest number"),
        ({"numbers": {"scale": [0, 20, 2]}}, "numbers: scale has the least"),
        ({"texts": {"text": [1, 5, 7]}}, "texts: text has the least and the greatest length"),
        ({"lists": {"tags": [1, 3, "a", "b"]}}, "lists: tags has the least and the greatest number of items, and an"),
        ({"words": {"style": []}}, "words: style has words"),
        ({"words": {"style": "photo"}}, "words: style has words"),
        ({"pictures": {"pic": []}}, "pictures: pic has forms"),
        ({"legal": {"seed": 5}}, "legal: seed has values"),
        ({"illegal": {"seed": ["x"]}}, "illegal: seed has values by the code"),
        ({"illegal": {"seed": {"wrong_type": []}}}, "illegal: seed has values by the code"),
        ({"flags": {"hd": []}}, "flags has wires"),
        ({"flags": []}, "flags has wires"),
        ({"flags": [5]}, r"flags has wires \(got 5\)"),
        ({"legal": {"a[": [1]}}, r"legal has wires \(got"),
        ({"legal": {"": [1]}}, r"legal has wires \(got"),
        ({"required": ["seed"]}, "required: seed is not in the request"),
        ({"required": ["deep.note"]}, "required: deep.note is not in the request"),
        ({"legal": {"parts[0].x": [1]}}, r"legal: parts\[0\].x has no place in the request"),
        ({"legal": {"text.x": [1]}}, "legal: text.x has no place in the request"),
        ({"flags": ["hd"], "intent": {}}, "a case has no intent"),
        ({"flags": ["hd"], "each": {"hd": [True]}}, "a case has no each"),
        ({"flags": ["hd"], "request": None}, "a case has request"),
        ({"flag": ["hd"]}, "a case has no flag"),
    ],
)
def test_a_statement_that_can_not_be_read_is_an_error(kinds: dict[str, Any], why: str) -> None:
    with pytest.raises(AssertionError, match=f"^acme/muse: .*{why}"):
        cases([stated(**kinds)], TABLES)


def test_values_are_placed_in_lists_and_objects() -> None:
    deep = table(Native("parts[0].size", Int(1, 4), required=True), Native("parts[1]", Text(), required=True))
    request = {"parts": [{"size": 1, "more": {}}, "b"]}
    one = {"target": deep.name, "source": "x", "request": request, "required": ["parts[0].size", "parts[1]"]}
    tried = [case["request"] for case in cases_of({**one, "integers": {"parts[0].size": [1, None]}})]
    assert tried[:3] == [{"parts": [{"more": {}}, "b"]}, {"parts": [{"size": 1, "more": {}}]}, request]
    assert tried[3] == {"parts": [{"size": 0, "more": {}}, "b"]}
    with pytest.raises(AssertionError, match="integers: parts"):
        list(cases_of({**one, "integers": {"parts[5].size": [1, 2]}}))


# ---- pages


def test_a_page_names_target_and_source_of_its_cases(tmp_path: Path) -> None:
    shared = {"target": MUSE.name, "source": "the page"}
    one, other = {"case": "one", "request": BASE}, {"case": "other", "request": {}, "source": "another"}
    page = {**shared, "cases": [one, other, {"request": BASE, "flags": ["hd"]}]}
    (tmp_path / "acme.json").write_text(json.dumps([page, {**shared, **one}]))
    read = read_cases(tmp_path / "acme.json")
    assert read == [
        {**shared, **one},
        {**shared, **other},
        {**shared, "case": "flags", "request": BASE, "flags": ["hd"]},
        {**shared, **one},
    ]


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ({"target": "acme/muse", "cases": [], "problms": []}, "acme/muse: a page has no problms"),
        ({"target": "acme/muse", "cases": {}}, "cases are a list of objects"),
        ({"target": "acme/muse", "cases": [5]}, "cases are a list of objects"),
    ],
)
def test_what_is_no_page(page: dict[str, Any], why: str) -> None:
    with pytest.raises(AssertionError, match=why):
        read_cases([page])


# ---- in place of bytes and of long texts


def test_samples_stand_for_bytes_pictures_and_long_texts() -> None:
    png = PICTURES["png"]
    assert filled({"a": [{"$picture": "png"}, {"$picture": "png", "as": "file"}]}) == {"a": [png, png]}
    text = base64.b64encode(png).decode()
    assert filled({"$picture": "png", "as": "base64"}) == text
    assert filled({"$picture": "png", "as": "data"}) == f"data:image/png;base64,{text}"
    assert filled({"$bytes": "aGVsbG8="}) == b"hello"
    assert filled({"$repeat": ["ab", 3]}) == "ababab"
    assert filled({"$items": [{"x": {"$repeat": ["a", 2]}}, 2]}) == [{"x": "aa"}, {"x": "aa"}]
    assert filled({"plain": ["$picture", 5, None, b"x"]}) == {"plain": ["$picture", 5, None, b"x"]}
    assert {name: sniff(data) for name, data in PICTURES.items()} == {name: f"image/{name}" for name in PICTURES}


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ({"$picture": "tiff"}, "picture is one of png, jpeg, webp, gif"),
        ({"$picture": "png", "as": "url"}, "as is base64 or data"),
        ({"$picture": "png", "to": "data"}, "not a sample"),
        ({"$picture": ["png"]}, "picture is one of"),
        ({"$bytes": "!"}, "bytes is base64 text"),
        ({"$bytes": 5}, "bytes is base64 text"),
        ({"$bytes": "aGVsbG8=", "x": 1}, "bytes is base64 text"),
        ({"$repeat": ["x"]}, "repeat is a text and how often"),
        ({"$repeat": ["x", -1]}, "repeat is a text and how often"),
        ({"$repeat": ["x", True]}, "repeat is a text and how often"),
        ({"$repeat": [5, 2]}, "repeat is a text and how often"),
        ({"$items": [5]}, "items is an item and how often"),
        ({"$items": [5, 0]}, "items is an item and how often"),
        ({"$pictures": "png"}, r"known are \$bytes, \$picture, \$repeat, \$items"),
    ],
)
def test_what_is_no_sample_is_an_error(value: dict[str, Any], why: str) -> None:
    with pytest.raises(AssertionError, match=why):
        read_cases([{"case": "x", "request": {"pic": [value]}}])


def test_samples_are_read_in_every_part_of_a_case() -> None:
    case = {
        "case": "a picture as a data URL",
        "target": MUSE.name,
        "source": "the page",
        "request": {**BASE, "pic": {"$picture": "png", "as": "data"}},
        "intent": {"prompt": "cat", "references": [{"data": {"$picture": "png", "as": "base64"}}]},
    }
    run_case(read_cases([case])[0], TABLES)
