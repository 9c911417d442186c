"""Second spellings of wires: read as the written ones everywhere, and never written."""

from __future__ import annotations

from attrs import evolve

from imgparams import Intent, check, convert, to_intent, to_request
from imgparams.export import json_schema
from imgparams.paths import respelling_faults
from imgparams.tables import (
    HOLE,
    TEXT,
    AnyOf,
    Content,
    Field,
    Image,
    Int,
    Json,
    ListOf,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    Record,
    Text,
    TextPart,
)
from imgparams.values import same
from tests.unit.tables import codes, kinds, table

SNAKE = table(
    Param("config.imageCount", Field.n, Int(1, 4, round_down=True)),
    Native("config.topP", Num(0, 1)),
    unknown="refused",
    also_read={
        "the_config": "config",
        "config.image_count": "config.imageCount",
        "config.top_p": "config.topP",
    },
)


def test_a_second_spelling_is_checked_as_the_written_wire() -> None:
    request = {"the_config": {"image_count": 9, "top_p": 2, "odd": 1}}
    assert codes(request, SNAKE) == [
        ("out_of_range", "config.imageCount"),
        ("out_of_range", "config.topP"),
        ("unknown_field", "config.odd"),
    ]
    assert codes({"the_config": {"imageCount": 4}}, SNAKE) == []


def test_both_spellings_of_a_wire_are_a_conflict() -> None:
    assert codes({"config": {"image_count": 1, "imageCount": 2}}, SNAKE) == [("conflict", "config.image_count")]
    assert to_intent({"config": {"image_count": 1, "imageCount": 2}}, SNAKE).n == 2


def test_a_second_spelling_is_read_as_the_field_and_written_as_the_vendor_writes_it() -> None:
    request = {"the_config": {"image_count": 3, "top_p": 0.5}}
    written = {"config": {"imageCount": 3, "topP": 0.5}}
    intent = to_intent(request, SNAKE)
    assert intent == Intent(n=3, provider_options={"acme": {"config": {"topP": 0.5}}})
    assert to_request(intent, SNAKE).request == written
    assert convert(request, source=SNAKE, target=SNAKE).request == written


def test_options_are_read_in_either_spelling() -> None:
    intent = Intent(provider_options={"acme": {"config": {"image_count": 3, "top_p": 0.5}}})
    assert to_request(intent, SNAKE).request == {"config": {"imageCount": 3, "topP": 0.5}}
    assert kinds(to_request(Intent(n=2, provider_options=intent.provider_options), SNAKE)) == {
        "provider_options.acme.config.imageCount": "dropped"
    }


def test_a_schema_has_the_written_names_only() -> None:
    for unknown in ("refused", "forwarded"):
        properties = json_schema(SNAKE.but(unknown=unknown))["properties"]
        assert properties["the_config"] is False
        assert properties["config"]["properties"]["image_count"] is False
        assert properties["config"]["properties"]["imageCount"] is not False


def test_a_variant_keeps_second_spellings() -> None:
    assert SNAKE.but(without=("config.topP",)).also_read == SNAKE.also_read
    assert codes({"config": {"top_p": 1}}, SNAKE.but(without=("config.topP",))) == [("unknown_field", "config.topP")]


# ---- an object in place of a list of one

TURNS = table(
    Content("turns[0].parts", (TextPart(Field.prompt, {"text": TEXT}), Part(Image("url"), {"uri": HOLE})), max=2),
    Native("turns[0].role", OneOf("user", "model")),
    Native("tools", ListOf(Record({"name": Text(min_length=2)}), max=1)),
    Native("free", Json()),
    Native("schema", AnyOf(ListOf(Text()), Record({"type": Text()}))),
    Native("size", OneOf("big", "small")),
    unknown="refused",
    lone_objects="accepted",
)
STRICT_TURNS = evolve(TURNS, lone_objects="refused")


def test_an_object_in_place_of_a_list_is_its_only_item() -> None:
    alone = {"turns": {"role": "user", "parts": {"text": "a cat"}}, "tools": {"name": "search"}}
    listed = {"turns": [{"role": "user", "parts": [{"text": "a cat"}]}], "tools": [{"name": "search"}]}
    assert check(alone, TURNS) == ()
    assert to_intent(alone, TURNS) == to_intent(listed, TURNS)
    assert to_intent(alone, TURNS).prompt == "a cat"
    assert convert(alone, source=TURNS, target=TURNS).request == listed
    options = Intent(prompt="a cat", provider_options={"acme": {"turns": {"role": "user"}}})
    assert to_request(options, TURNS).request == {"turns": listed["turns"]}


def test_what_is_wrong_in_it_is_told_where_the_list_has_it() -> None:
    wrong = {"turns": {"role": "painter", "odd": 1, "parts": {"text": 5}}, "tools": {"name": "x", "more": 1}}
    assert codes(wrong, TURNS) == [
        ("wrong_type", "turns.0.parts.0"),
        ("not_allowed", "turns.0.role"),
        ("unknown_field", "tools.0.more"),
        ("out_of_range", "tools.0.name"),
        ("unknown_field", "turns.0.odd"),
    ]
    assert codes({"tools": {"name": 5}}, TURNS) == [("wrong_type", "tools.0.name")]


def test_an_object_that_a_wire_takes_as_it_is_stays_one() -> None:
    kept = {"free": {"a": 1}, "schema": {"type": "x"}}
    assert check(kept, TURNS) == ()
    assert to_intent(kept, TURNS).provider_options == {"acme": kept}
    assert codes({"size": {"a": 1}}, TURNS) == [("wrong_type", "size")]


def test_only_an_object_may_stand_for_a_list_and_only_where_the_vendor_reads_it() -> None:
    assert codes({"turns": "a cat", "tools": "search"}, TURNS) == [("wrong_type", "tools"), ("wrong_type", "turns")]
    assert codes({"turns": {"parts": {"text": "a cat"}}, "tools": {"name": "search"}}, STRICT_TURNS) == [
        ("wrong_type", "tools"),
        ("wrong_type", "turns"),
    ]


# ---- a list of one in place of an object

FORMAT = table(
    Param("format.count", Field.n, Int(1, 4)),
    Native("format.kind", OneOf("png", "svg")),
    unknown="refused",
    also_read={"format[0]": "format"},
)


def test_a_list_of_one_is_read_as_the_object_in_it() -> None:
    listed, written = {"format": [{"count": 2, "kind": "svg"}]}, {"format": {"count": 2, "kind": "svg"}}
    assert check(listed, FORMAT) == ()
    assert to_intent(listed, FORMAT) == to_intent(written, FORMAT)
    assert convert(listed, source=FORMAT, target=FORMAT).request == written
    assert codes({"format": [{"count": 5}]}, FORMAT) == [("out_of_range", "format.count")]


def test_a_list_of_several_is_not_read_and_no_error() -> None:
    several = {"format": [{"kind": "png"}, {"kind": "svg"}]}
    assert codes(several, FORMAT) == [("unknown_field", "format")]
    assert [problem.level for problem in check(several, FORMAT)] == ["warning"]
    assert same(to_intent(several, FORMAT).provider_options, {"acme": several})
    for wrong in ([], ["png"], [["png"]], "png"):
        assert codes({"format": wrong}, FORMAT) == [("wrong_type", "format")]
    assert codes({"format": [{"count": 1}]}, evolve(FORMAT, also_read={})) == [("wrong_type", "format")]


def test_a_schema_has_the_object_only() -> None:
    assert json_schema(FORMAT)["properties"]["format"]["type"] == "object"


def test_a_list_stands_only_for_an_object_around_wires() -> None:
    assert list(respelling_faults({"format[0]": "format"}, ["format.kind"])) == []
    why = "format is no object around wires, so format[0] can't be one in place of it"
    assert list(respelling_faults({"format[0]": "format"}, ["format", "formatted.kind"])) == [why]
    assert list(respelling_faults({"format[1]": "format"}, ["format.kind"])) == [
        "format[1] must differ from format in its last key only"
    ]
