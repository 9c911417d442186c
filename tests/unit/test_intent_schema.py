"""An Intent as a field of a pydantic model: read, refused, written, and described as JSON Schema."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
from collections import deque
from typing import Any

import attrs
import pytest

from imgparams import Intent, Invalid, Problem, Reference, Size, intent_schema
from imgparams.intent import READERS
from tests.unit.tables import PNG, URL

pydantic = pytest.importorskip("pydantic", reason="pydantic is not installed")

INTENTS = [
    Intent(),
    Intent("a cat", size="1920x1080", n=2, seed=0, stream=False, strength=0.5, user=""),
    Intent("a cat", aspect_ratio="21:9", resolution="2K", quality="high", output_format="jpg", guidance=7.5),
    Intent(references=[URL, PNG, Reference(file_id="7", provider="leonardo", role="style", weight=0.5)], mask=PNG),
    Intent(mask=Reference(url=URL, edits="white", size=Size(8, 8), media_type="image/png")),
    Intent("a cat", provider_options={"leonardo": {"alchemy": False, "tags": [{"id": 1}]}}),
    Intent("a cat", provider_options={"openai": {"image": PNG, "like": {"$bytes": "eA=="}}}),
]


def job() -> Any:
    return pydantic.create_model("Job", intent=(Intent, ...), key=(str, "1"))


@pytest.mark.parametrize("intent", INTENTS, ids=range(len(INTENTS)))
def test_there_and_back(intent: Intent) -> None:
    made = job()(intent=intent)
    assert made.intent is intent
    assert job().model_validate_json(made.model_dump_json()).intent == intent
    assert job().model_validate(made.model_dump()).intent == intent


def test_python_values_are_taken_as_intent_of_takes_them() -> None:
    fields = {"prompt": "a cat", "references": [PNG, Reference(url=URL)], "size": (8, 8), "n": None}
    assert job()(intent=fields).intent == Intent.of(fields)


def faults(intent: object) -> list[tuple[str, tuple[str | int, ...], object]]:
    with pytest.raises(pydantic.ValidationError) as error:
        job()(intent=intent, key=3)
    told = error.value.errors()
    assert told[-1]["loc"] == ("key",)
    return [(fault["type"], fault["loc"], fault["input"]) for fault in told[:-1]]


def test_every_fault_has_its_own_path() -> None:
    fields = {"promt": "a", "n": 0, "references": [{"url": 3}, URL, {"role": "x", "url": URL}], "size": "8x8"}
    assert faults({**fields, "aspect_ratio": "2:1"}) == [
        ("unknown_field", ("intent", "promt"), "a"),
        ("out_of_range", ("intent", "n"), 0),
        ("wrong_type", ("intent", "references", 0, "url"), 3),
        ("not_allowed", ("intent", "references", 2, "role"), "x"),
        ("conflict", ("intent", "aspect_ratio"), "2:1"),
    ]


def test_faults_beside_python_values() -> None:
    assert faults({"references": [PNG, 3], "n": 0}) == [
        ("out_of_range", ("intent", "n"), 0),
        ("wrong_type", ("intent", "references", 1), 3),
    ]


@pytest.mark.parametrize("value", [3, None, "a cat", [1]])
def test_what_is_no_object(value: object) -> None:
    assert faults(value) == [("wrong_type", ("intent",), value)]


def test_a_fault_has_what_was_given_as_its_input() -> None:
    assert faults({"references": deque([PNG, 3]), "mask": ""}) == [
        ("wrong_type", ("intent", "references", 1), 3),
        ("wrong_type", ("intent", "mask", "url"), ""),
    ]


def test_what_is_missing_has_no_input() -> None:
    assert faults({"mask": {"file_id": "7"}}) == [("missing", ("intent", "mask", "provider"), None)]


def test_the_reason_is_the_message() -> None:
    with pytest.raises(pydantic.ValidationError) as error:
        job()(intent={"prompts": 1, "seed": "x"})
    messages = ["an intent has no such field; did you mean 'prompt'?", "a whole number"]
    assert [fault["msg"] for fault in error.value.errors()] == messages


@pytest.mark.parametrize("value", [[1], "a", None, 3])
def test_what_is_no_object_is_told_whole(value: object) -> None:
    with pytest.raises(Invalid) as caught:
        intent_schema.read(value)
    assert caught.value.problems == (Problem("error", "wrong_type", (), value, "an object"),)


def test_faults_of_a_mark_are_told_with_the_others() -> None:
    place = ("provider_options", "acme", "x", "$bytes")
    mark = Problem("error", "wrong_type", place, "?", "base64 text")
    count = Problem("error", "out_of_range", ("n",), 0, "at least 1 image", field="n")
    for n, problems in ((1, (mark,)), (0, (mark, count))):
        with pytest.raises(Invalid) as caught:
            intent_schema.read({"n": n, "provider_options": {"acme": {"x": {"$bytes": "?"}}}})
        assert caught.value.problems == problems
    with pytest.raises(Invalid) as caught:
        intent_schema.read({"n": 0})
    assert caught.value.problems == (count,)


def test_bytes_of_the_vendor_s_own_fields_are_marked() -> None:
    intent = Intent("a", mask=PNG, provider_options={"acme": {"x": b"x", "y": {"$bytes": "a"}}})
    written = intent_schema.write(intent)
    assert written == {
        "prompt": "a",
        "mask": {"data": base64.b64encode(PNG).decode()},
        "provider_options": {"acme": {"x": {"$bytes": "eA=="}, "y": {"$plain": {"$bytes": "a"}}}},
    }
    assert intent_schema.read(written) == intent
    assert intent_schema.write(Intent("a", n=2)) == {"prompt": "a", "n": 2}


def test_python_values_are_read_without_marks() -> None:
    marked: dict[str, Any] = {"provider_options": {"acme": {"x": {"$bytes": "eA=="}}}}
    assert job()(intent=marked).intent == Intent(provider_options={"acme": {"x": b"x"}})
    beside = {**marked, "mask": PNG}
    assert job()(intent=beside).intent == Intent(mask=PNG, **marked)


# ---- the schema


def test_the_schema_of_an_intent() -> None:
    schema = intent_schema.json_schema()
    properties = schema.pop("properties")
    assert schema == {
        "type": "object",
        "title": "Intent",
        "description": "What is wanted of an image model, in no vendor's words; null or absent means not set.",
        "additionalProperties": False,
    }
    assert properties["prompt"] == {"anyOf": [{"type": "string"}, {"type": "null"}]}
    assert properties["stream"] == {"anyOf": [{"type": "boolean"}, {"type": "null"}]}
    (quality, _) = properties["quality"]["anyOf"]
    assert quality["pattern"].startswith("^([aA][uU][tT][oO]|[lL][oO][wW]|")
    (delivery, _) = properties["delivery"]["anyOf"]
    assert delivery["pattern"] == "^([uU][rR][lL]|[bB][aA][sS][eE]64|[bB]64_[jJ][sS][oO][nN])$"


def test_the_schema_has_every_field() -> None:
    schema = job().model_json_schema()["properties"]["intent"]
    assert schema == intent_schema.json_schema()
    assert list(schema["properties"]) == list(READERS)
    _, picture = schema["properties"]["mask"]["anyOf"][0]["anyOf"]
    assert list(picture["properties"]) == [field.name for field in attrs.fields(Reference)]


def test_a_schema_is_the_callers_own() -> None:
    intent_schema.json_schema()["properties"].clear()
    assert intent_schema.json_schema()["properties"]


def valid(fields: object) -> bool:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    checker: Any = jsonschema.Draft202012Validator
    checker.check_schema(intent_schema.json_schema())
    found: bool = checker(intent_schema.json_schema()).is_valid(fields)
    return found


@pytest.mark.parametrize("intent", INTENTS, ids=range(len(INTENTS)))
def test_what_is_written_is_valid(intent: Intent) -> None:
    assert valid(job()(intent=intent).model_dump(mode="json")["intent"])


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("prompt", ["", "a", 3, ["a"]]),
        ("negative_prompt", ["", 3]),
        ("aspect_ratio", ["16:9", "2.35:1", "auto", "16/9", "16:9 ", "16", 1.5, "a16:9"]),
        ("resolution", ["1K", "1.5k", "512", "0.5K", "HD", "9", "1.5", 512, "1K "]),
        ("size", ["8x8", "8*8", "8X8", [8, 8], [8.0, 8], "2K", "512", "8", "08x8", [8], [0, 8], [2**31, 8], 8, "8x"]),
        ("quality", ["high", "HD", "auto", "", "ultra", "x" * 201, 3]),
        ("n", [1, 1.0, 0, 1.5, "1", True, 2**64, 2**64 - 1]),
        ("seed", [0, -(2**64), 1 - 2**64, 2**64, 0.5, "0", False]),
        ("references", [[], [URL], [{"url": URL}], [{"url": URL, "role": None}], [{"url": URL, "x": 1}], URL, [3]]),
        ("references", [[""], [{"data": "eA==", "weight": "1"}], [{"data": "eA==", "size": "8x8"}]]),
        ("mask", [URL, {"url": URL, "edits": "white"}, {"url": URL, "edits": 1}, {"url": ""}, [URL]]),
        ("mask", [{"url": URL, "size": [8, 8]}, {"url": URL, "size": [8, 0]}, {"url": URL, "size": "2K"}]),
        ("output_format", ["png", "", 3]),
        ("output_compression", [0, 100, 2**64, "9"]),
        ("delivery", ["url", "B64_JSON", "base64", "", "uri", 1]),
        ("background", ["auto", "", True]),
        ("guidance", [0, 7.5, -1, 2**64, "7", True]),
        ("steps", [1, 0, 1.5]),
        ("strength", [0, 1, 0.5, 1.01, -0.01, "0"]),
        ("stream", [True, False, 1, "true"]),
        ("user", ["", "a", 1]),
        ("provider_options", [{}, {"a": {}}, {"a": {"b": [1]}}, {"a": 1}, [], "a"]),
        ("promt", ["a"]),
    ],
)  # fmt: skip
def test_the_schema_takes_what_an_intent_takes(name: str, values: list[object]) -> None:
    assert valid({name: None}) == (name in READERS)
    for value in values:
        try:
            Intent.of({name: value})
        except Invalid:
            assert not valid({name: value}), value
        else:
            assert valid({name: value}), value


def test_examples_are_taken() -> None:
    for name, schema in intent_schema.json_schema()["properties"].items():
        for example in schema["anyOf"][0].get("examples", []):
            assert Intent.of({name: example})


def test_patterns_read_the_same_in_any_dialect() -> None:
    text = repr(intent_schema.json_schema())
    assert not re.search(r"\(\?|\\d|\\Z", text)


# ---- what is loaded


def test_pydantic_is_loaded_by_nobody_else() -> None:
    code = (
        "import sys, imgparams; names = {'pydantic', 'pydantic_core', 'imgparams.intent_schema'};"
        "imgparams.Intent.of({'prompt': 'a'});"
        "print(sorted(names & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_one_import_upwards_loads_nothing_but_what_an_intent_is_made_of() -> None:
    code = (
        "import sys, imgparams; before = set(sys.modules); import imgparams.intent_schema;"
        "print(*sorted(name for name in set(sys.modules) - before if name.startswith('imgparams')))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert loaded == ["imgparams.codec", "imgparams.codec.marks", "imgparams.intent_schema"]
