"""What differs between two catalogs, fact by fact."""

from __future__ import annotations

import json
from typing import Any

import pytest

from imgparams import CATALOG, Catalog, Target, serial
from imgparams.export import FactChange, diff
from imgparams.tables import (
    ABSENT,
    Field,
    Fixed,
    Flag,
    Image,
    Int,
    Native,
    Num,
    OneOf,
    Param,
    Pictures,
    Rule,
    SizeText,
    Slots,
    Text,
)

RULE = Rule({"hd": OneOf(True)}, {"seed": ABSENT}, "no seed in HD")
OLD = Target(
    name="acme/muse",
    method="POST",
    path="/v1/draw",
    docs="https://wiki.example/muse",
    checked="2026-10-01",
    rows=(
        Param("prompt", Field.prompt, Text(max_length=1000), required=True),
        Param("n", Field.n, Int(1, 4, round_down=True), default=1),
        Param("seed", Field.seed, Int(0, 9)),
        SizeText("size", ["1024x1024"]),
        Native("hd", Flag()),
    ),
    rules=(RULE,),
)


def changes(new: Target) -> list[tuple[str, str, Any, Any]]:
    return [(found.wire, found.fact, found.old, found.new) for found in diff({OLD.name: OLD}, {new.name: new})]


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (OLD, []),
        (OLD.but(checked="2026-11-01"), []),
        (
            OLD.but(domains={"n": Int(1, 10, round_down=True)}),
            [("n", "domain", "a whole number from 1 to 4", "a whole number from 1 to 10")],
        ),
        (OLD.but(domains={"n": Int(1, 4)}), [("n", "domain", {"down": True}, {})]),
        (OLD.but(Param("n", Field.n, Int(1, 4, round_down=True), default=2)), [("n", "default", 1, 2)]),
        (OLD.but(Param("n", Field.n, Int(1, 4, round_down=True))), [("n", "default", 1, None)]),
        (OLD.but(Native("n", Int(1, 4, round_down=True), default=1)), [("n", "field", "n", None)]),
        (
            OLD.but(SizeText("size", ["1024x1024", "1536x1024"])),
            [("size", "spellings", "only 1024x1024", "1024x1024 or 1536x1024")],
        ),
        (OLD.but(without=["hd"]), [("hd", "row", "true or false", None), ("hd, seed", "rule", "no seed in HD", None)]),
        (OLD.but(Native("style", OneOf("vivid"))), [("style", "row", None, "only vivid")]),
        (OLD.but(Fixed(Field.stream, False)), [("stream", "row", None, "always false")]),
        (
            OLD.but(status="retired", retired="2026-11-01"),
            [("", "status", "active", "retired"), ("", "retired", None, "2026-11-01")],
        ),
        (
            OLD.but(rules=[Rule({"n": Int(min=2)}, {"seed": ABSENT}, "one seed")]),
            [("n, seed", "rule", None, "one seed")],
        ),
        (OLD.but(operations={"edit": OLD.but(name="acme/muse:edit")}), [("", "operations", [], ["edit"])]),
        (
            OLD.but(Param("seed", Field[Any]("seed"), Num(0, 9))),
            [("seed", "domain", "a whole number from 0 to 9", "a number from 0 to 9")],
        ),
    ],
)
def test_each_fact(new: Target, said: list[tuple[str, str, Any, Any]]) -> None:
    found = changes(new)
    if said and isinstance(said[0][2], dict):  # the same text, so the data
        assert [(w, f) for w, f, _, _ in found] == [(w, f) for w, f, _, _ in said]
        assert found[0][2] != found[0][3]
    else:
        assert found == said


def test_an_operation_that_stands_only_in_its_target() -> None:
    edit = OLD.but(name="acme/muse:edit")
    old, new = (OLD.but(operations={"edit": each}) for each in (edit, edit.but(domains={"seed": Int(0, 99)})))
    assert [(change.target, change.wire) for change in diff({OLD.name: old}, {OLD.name: new})] == [
        ("acme/muse:edit", "seed")
    ]
    both = {OLD.name: old, edit.name: edit}
    assert next(change.target for change in diff(both, {**both, edit.name: edit.but(without=["hd"])})) == edit.name


def test_another_row_of_the_same_text_is_told_as_data() -> None:
    keys = OLD.but(Slots("image", part=Image("url")))
    (found,) = diff({OLD.name: keys}, {OLD.name: OLD.but(Pictures("image", (Image("url"),), max=1))})
    assert (found.wire, found.fact, found.old["type"], found.new["type"]) == ("image", "row", "Slots", "Pictures")


def test_targets_that_came_and_went() -> None:
    came = diff({}, {OLD.name: OLD})
    assert came == (FactChange(OLD.name, "", "target", None, "POST /v1/draw", OLD.docs),)
    assert str(came[0]) == "acme/muse: target added: POST /v1/draw"
    assert [str(found) for found in diff({OLD.name: OLD}, {})] == ["acme/muse: target removed: POST /v1/draw"]


def test_a_rule_that_changed_keeps_its_reason() -> None:
    found = diff({OLD.name: OLD}, {OLD.name: OLD.but(without=["hd"]).but(Native("hd", Flag()), rules=[HARDER])})
    assert [(change.wire, change.fact) for change in found] == [("hd, seed", "rule")]
    assert found[0].old != found[0].new
    assert found[0].old["why"] == found[0].new["why"]


HARDER = Rule({"hd": OneOf(False)}, {"seed": ABSENT}, "no seed in HD")


def test_a_change_says_its_source_and_reads_in_one_line() -> None:
    new = OLD.but(Param("n", Field.n, Int(1, 10, round_down=True), default=1, source="https://acme.example/news"))
    found = diff({OLD.name: OLD}, {new.name: new})
    assert [str(change) for change in found] == [
        "acme/muse n: domain: a whole number from 1 to 4 -> a whole number from 1 to 10",
        "acme/muse n: source: not set -> https://acme.example/news",
    ]
    assert {change.source for change in found} == {"https://acme.example/news"}
    assert json.loads(json.dumps(serial.dump(found[0])))["target"] == "acme/muse"


def test_a_catalog_that_was_dumped_and_read_again_is_the_same() -> None:
    again = serial.load(Catalog, json.loads(json.dumps(serial.dump(CATALOG))))
    assert again == CATALOG
    assert again.version == CATALOG.version
    assert diff(CATALOG, again) == ()
