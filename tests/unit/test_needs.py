"""What the caller must do first, whole: each need with its place and its reason, and answers in their places."""

from __future__ import annotations

from typing import Any

import pytest

from imgparams import Invalid, Need, Problem, Reference, Target, Translation
from imgparams.engine.needs import place, put_answer, still_open, unmet
from imgparams.tables import (
    Between,
    Content,
    Field,
    Image,
    Int,
    Json,
    Native,
    Param,
    Part,
    Pictures,
    Record,
    Slots,
    Text,
    TextPart,
)
from tests.unit.tables import OTHER, PNG, PROMPT, URL, asked, table

PLACES = Pictures("images", (Image("file"),), max=4)
VENDOR = table(PROMPT, PLACES, Param("mask", Field.mask, Image("file", edits="white")), content="multipart")
MARKED = "the mask marks the area to edit in another way, so its bytes are needed"
OPEN = "this leaves the need open"
REQUIRED = "required: text of at most 1000 characters"


def value(at: str, why: str) -> Need:
    return Need("value", at, None, None, why)


def refused(done: Translation, answers: dict[str, Any]) -> list[Problem]:
    with pytest.raises(Invalid) as caught:
        done.supply(answers)
    return list(caught.value.problems)


def wrong(code: Any, at: str, answer: object, why: str) -> Problem:
    return Problem("error", code, (at,), answer, why)


# ---- what is needed


def test_each_need_has_its_place_and_its_reason() -> None:
    first, second = Reference(url=URL), Reference(url=OTHER)
    mask = Reference(url=URL, edits="black")
    done = asked(VENDOR, references=[first, PNG, second, first], mask=mask)
    assert done.needs == (
        Need("fetch", "references[0]", first, None, "it must be a file"),
        Need("fetch", "references[2]", second, None, "it must be a file"),
        Need("fetch", "references[3]", first, None, "it must be a file"),
        Need("fetch", "mask", mask, None, MARKED),
        value("prompt", REQUIRED),
    )
    repaint = asked(VENDOR, prompt="a", mask=Reference(data=PNG, edits="black"))
    assert repaint.needs == (
        Need("repaint", "mask", Reference(data=PNG, edits="black"), "white", "the area to edit must be white"),
    )


def test_a_required_value_is_needed_where_it_stands() -> None:
    target = table(
        PROMPT,
        Native("a.b", Int(1, 8), required=True),
        Native("c", Record({"d": Text()}, required=["d"]), required=True),
        Slots("person", part=Image("url"), required=True),
        Slots("garment", part=Image("url"), required=True),
    )
    assert asked(target, references=[URL]).needs == (
        value("prompt", REQUIRED),
        value("provider_options.acme.a.b", "required: a whole number from 1 to 8"),
        value("provider_options.acme.c", "required: an object with the key d"),
        value("references[1]", "required: a URL"),
    )
    assert [need.at for need in asked(target).needs[3:]] == ["references[0]", "references[1]"]


def test_the_part_of_a_list_that_is_missing_is_needed() -> None:
    target = table(Content("input", (Part(Image("url")), TextPart(Field.prompt)), requires=[Field.prompt]))
    assert asked(target).needs == (value("prompt", "required: prompt"),)
    assert asked(target, references=[URL]).needs == (value("prompt", "required: prompt"),)


def test_of_a_few_wires_the_first_is_needed() -> None:
    def few(*rows: Any) -> Target:
        return table(*rows, rules=(Between(tuple(row.wires[0] for row in rows), 1, 1, "one of them"),))

    assert asked(few(Native("a", Int()), Native("b", Int()))).needs == (
        value("provider_options.acme.a", "one of them"),
    )
    text = Param("prompt", Field.prompt, Text())
    assert asked(few(text, Native("b", Int()))).needs == (value("prompt", "one of them"),)
    assert asked(few(Slots("x", part=Image("url")), Native("b", Int()))).needs == (
        value("references[0]", "one of them"),
    )


# ---- answers


@pytest.mark.parametrize(
    ("at", "number"),
    [
        ("references[0]", 0),
        ("references[12]", 12),
        ("references[999999999]", 999999999),
        ("references[9999999999]", -1),
        ("references[x]", -1),
        ("references[1]x", -1),
        ("mask", -1),
    ],
)
def test_the_number_of_a_place(at: str, number: int) -> None:
    assert place(at) == number


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("fetch", "give its bytes"),
        ("upload", "give this vendor's id for it"),
        ("host", "give a URL"),
        ("repaint", "give a mask that marks it this way"),
        ("find", "give its bytes"),
        ("value", "give a value that can be sent"),
    ],
)
def test_what_is_asked_for_again(kind: Any, text: str) -> None:
    need = Need(kind, "mask\n", None, None, "so\nit is")
    assert unmet(need) == f"this leaves the need open: {text} (so\nit is)"
    assert str(need) == f"mask\\n: {kind} (so it is)"


def test_what_is_still_open() -> None:
    fetch, host = Need("fetch", "mask", None, None, "a"), Need("host", "mask", None, None, "a")
    assert still_open(fetch, [host, Need("fetch", "mask", None, None, "b")], same_request=False)
    assert not still_open(fetch, [host, Need("fetch", "references[0]", None, None, "a")], same_request=True)
    first, more = value("references[0]", "a"), [value("references[1]", "a"), value("references[0]", "b")]
    assert still_open(first, more, same_request=True)
    assert not still_open(first, more, same_request=False)
    assert not still_open(first, more[1:], same_request=True)
    assert not still_open(first, [Need("fetch", "references[0]", None, None, "a")], same_request=True)
    assert still_open(value("prompt", "a"), [value("prompt", "b")], same_request=False)
    assert still_open(
        Need("fetch", "references[0]", None, None, "a"),
        [Need("fetch", "references[0]", None, None, "b")],
        same_request=False,
    )


def test_wrong_answers_are_told_with_their_reason() -> None:
    target = table(
        PROMPT,
        PLACES,
        Native("a.b", Int(1, 8), required=True),
        Native("c", Json(), required=True),
        content="multipart",
    )
    done = asked(target, references=[URL])
    wires = "provider_options.acme"
    assert refused(
        done, {"prompt": 3, "references[0]": PNG, f"{wires}.a.b": 9, f"{wires}.c": {"x": {1}, "y": {2}}}
    ) == [
        wrong("wrong_type", "prompt", 3, REQUIRED),
        Problem("error", "out_of_range", ("a", "b"), 9, "a whole number from 1 to 8", (1, 8)),
        Problem("error", "unreadable", ("c", "x"), {1}, "a set, which is not JSON"),
        wrong("wrong_type", "references[0]", PNG, "a Reference"),
    ]
    assert refused(done, {"references[0]": Reference(url=OTHER), "prompt": "a"}) == [
        wrong(
            "open_need",
            "references[0]",
            Reference(url=OTHER),
            "this leaves the need open: give its bytes (it must be a file)",
        )
    ]
    filled = {"prompt": "a", "references[0]": Reference(data=PNG), f"{wires}.a.b": 8, f"{wires}.c": [b"x"]}
    assert done.supply(filled).request == {"prompt": "a", "images": [PNG], "a": {"b": 8}, "c": [b"x"]}
    plain = table(Native("c", Json(), required=True))
    assert refused(asked(plain), {f"{wires}.c": [b"x"]}) == [
        Problem("error", "unreadable", ("c", 0), b"x", "bytes, which only a multipart request can hold")
    ]


def answered(need: Need, answer: object, **fields: Any) -> dict[str, Any]:
    raw: dict[str, Any] = {}
    assert list(put_answer(need, answer, fields, raw, VENDOR)) == []
    assert raw == {}
    return fields


def test_an_answer_keeps_what_was_said_of_the_picture() -> None:
    old = Reference(url=URL, role="style", weight=0.5, edits="black")
    bare = Reference(data=PNG)
    fetch = Need("fetch", "references[1]", old, None, "")
    before, after = Reference(url=URL), Reference(url=OTHER)
    assert answered(fetch, bare, references=(before, old, after)) == {
        "references": (before, Reference(data=PNG, role="style", weight=0.5, edits="black"), after)
    }
    own = Reference(data=PNG, role="content", weight=0, edits="white")
    assert answered(fetch, own, references=(before, old)) == {
        "references": (before, Reference(data=PNG, role="style", weight=0, edits="white"))
    }
    repaint = Need("repaint", "mask", old, "white", "")
    assert answered(repaint, bare, mask=old)["mask"] == Reference(data=PNG, role="style", weight=0.5, edits="white")
    assert answered(repaint, Reference(data=PNG, edits="transparent"), mask=old)["mask"].edits == "transparent"
    assert answered(value("mask", ""), own) == {"mask": own}
    assert answered(value("references[0]", ""), own) == {"references": (own,)}
    many = (before,) * 11
    assert answered(value("references[10]", ""), bare, references=many)["references"] == (*many[1:], bare)
    assert answered(value("n", ""), 3.0) == {"n": 3}


def test_a_mask_answer_that_is_no_picture() -> None:
    fields: dict[str, Any] = {}
    assert list(put_answer(value("mask", "x"), "y", fields, {}, VENDOR)) == [
        wrong("wrong_type", "mask", "y", "a Reference")
    ]
    assert list(put_answer(value("n", "x"), "y", fields, {}, VENDOR)) == [wrong("wrong_type", "n", "y", "x")]
    assert fields == {}
