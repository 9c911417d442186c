"""Second spellings of wires: read as the written ones everywhere, and never written."""

from __future__ import annotations

from imgparams import Intent, convert, to_intent, to_request
from imgparams.export import json_schema
from imgparams.tables import Field, Int, Native, Num, Param
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
