"""A target against a vendor's schema: each disagreement is found, and what agrees or is not said is none."""

from __future__ import annotations

from typing import Any

import pytest

from imgparams import CATALOG, Invalid, Target, check
from imgparams.export.drifting import Difference, drift
from imgparams.export.schemas.domains import either
from imgparams.export.schemas.wires import required, wire_schemas
from imgparams.tables import (
    Alternative,
    Alternatives,
    AnyOf,
    Const,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
    Mask,
    Model,
    Native,
    Num,
    OneOf,
    Param,
    Pictures,
    PixelText,
    Presets,
    Product,
    Quality,
    Record,
    ShapeWords,
    Sides,
    Sizes,
    SizeText,
    Slots,
    Text,
    WidthHeight,
)
from tests.unit.tables import PROMPT, table

DRAW = table(
    Model("model"),
    PROMPT,
    Param("n", Field.n, Int(1, 4, round_down=True), default=1),
    Param("quality", Field.quality, Quality("auto", low="draft", high="hd"), default="auto"),
    Param("guidance", Field.guidance, Num(1, 20), nullable=True),
    Native("turbo", Flag(), default=False),
    WidthHeight("options.width", "options.height", each=Int(256, 1024, multiple_of=8)),
    Pictures("images", (Image("url"),), max=3),
)
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["prompt", "model"],
    "properties": {
        "model": {"type": "string", "enum": ["muse-1", "muse-2"], "default": "muse-1"},
        "prompt": {"type": "string", "maxLength": 1000},
        "n": {"type": "integer", "minimum": 1, "maximum": 4, "default": 1},
        "quality": {"enum": ["auto", "draft", "hd"], "default": "auto"},
        "guidance": {"anyOf": [{"type": "number", "minimum": 1, "maximum": 20}, {"type": "null"}]},
        "turbo": {"type": "boolean", "default": False},
        "options": {
            "$ref": "#/$defs/options",
        },
        "images": {"type": "array", "items": {"type": "string"}, "maxItems": 3},
    },
    "$defs": {
        "options": {
            "type": "object",
            "properties": {
                "width": {"type": "integer", "minimum": 256, "maximum": 1024, "multipleOf": 8},
                "height": {"type": "integer"},
            },
        }
    },
}


def changed(name: str, **facts: Any) -> dict[str, Any]:
    """The schema with other facts for one property."""
    return {**SCHEMA, "properties": {**SCHEMA["properties"], name: {**SCHEMA["properties"].get(name, {}), **facts}}}


def test_what_agrees_or_is_not_said_is_no_difference() -> None:
    assert drift(DRAW, SCHEMA) == ()
    assert drift(DRAW, {**SCHEMA, "properties": {name: {} for name in SCHEMA["properties"]}}) != ()


@pytest.mark.parametrize(
    ("name", "facts", "difference"),
    [
        ("n", {"maximum": 8}, Difference("n", "maximum", 4, 8)),
        ("n", {"minimum": 0}, Difference("n", "minimum", 1, 0)),
        ("n", {"default": 2}, Difference("n", "default", 1, 2)),
        ("guidance", {"anyOf": [{"type": "number", "minimum": 1, "maximum": 30}]}, None),
        ("n", {"type": "string"}, Difference("n", "type", "number", "string")),
        ("prompt", {"maxLength": 500}, Difference("prompt", "length", (None, 1000), (None, 500))),
        ("images", {"maxItems": 4}, Difference("images", "items", (None, 3), (None, 4))),
        ("turbo", {"default": True}, Difference("turbo", "default", False, True)),
        ("seed", {"type": "integer"}, Difference("seed", "extra", None, None)),
        (
            "quality",
            {"enum": ["auto", "draft", "ultra"]},
            Difference("quality", "enum", ("auto", "draft", "hd"), ("auto", "draft", "ultra")),
        ),
        ("model", {"enum": ["muse-3"]}, Difference("model", "enum", ("muse-2",), ("muse-3",))),
    ],
)
def test_each_disagreement_is_one_difference(name: str, facts: dict[str, Any], difference: Difference | None) -> None:
    found = drift(DRAW, changed(name, **facts))
    assert found == ((difference,) if difference else (Difference("guidance", "maximum", 20, 30),))


def test_a_missing_field_an_optional_one_and_one_in_an_object() -> None:
    less = {name: schema for name, schema in SCHEMA["properties"].items() if name != "turbo"}
    assert drift(DRAW, {**SCHEMA, "properties": less}) == (Difference("turbo", "missing", None, None),)
    assert drift(DRAW, {**SCHEMA, "required": ["model"]}) == (Difference("prompt", "required", True, False),)
    assert drift(DRAW, {**SCHEMA, "required": ["model", "prompt", "n"]}) == (Difference("n", "required", False, True),)
    options = {"properties": {**SCHEMA["$defs"]["options"]["properties"], "depth": {"type": "integer"}}}
    found = drift(DRAW, {**SCHEMA, "$defs": {"options": options}})
    assert found == (Difference("options.depth", "extra", None, None),)


def test_exclusive_bounds_of_whole_numbers() -> None:
    schema = {"n": {"type": "integer", "exclusiveMinimum": 0, "exclusiveMaximum": 5}}
    assert drift(table(Param("n", Field.n, Int(1, 4))), {"properties": schema}) == ()


def test_a_default_that_means_not_set_is_no_difference() -> None:
    sides = WidthHeight("width", "height", each=Int(64), unset=(0,))
    stated = {"type": "integer", "minimum": 64}
    assert drift(table(sides), {"properties": {"width": {**stated, "default": 0}, "height": stated}}) == ()
    other = drift(table(sides), {"properties": {"width": {**stated, "default": 64}, "height": stated}})
    assert other == (Difference("width", "default", None, 64),)


def test_what_is_told_is_one_line_each() -> None:
    found = drift(DRAW, changed("quality", enum=["auto", "ultra"]))
    assert str(found[0]) == 'quality: only in the document: "ultra"; only in the table: "draft", "hd"'
    assert str(Difference("n", "maximum", 4, None)) == "n: maximum: table 4, document not stated"
    assert str(Difference("p", "length", (None, 9), (1, 9))) == "p: length: table at most 9, document 1 to 9"
    assert str(Difference("p", "items", (None, None), (2, None))) == "p: items: table not stated, document at least 2"
    assert str(Difference("n", "extra", None, None)) == "n: not in the table"
    assert str(Difference("n", "missing", None, None)) == "n: not in the document"
    assert str(Difference("n", "enum", None, ("a",))) == 'n: enum: table not stated, document ["a"]'


def test_the_operation_of_an_openapi_document_is_found_by_its_path() -> None:
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Draw"}}}}
    document = {
        "openapi": "3.1.0",
        "paths": {"/draw": {"post": {"requestBody": body}}, "/other": {"post": {}}},
        "components": {"schemas": {"Draw": SCHEMA}},
        "$defs": SCHEMA["$defs"],
    }
    assert drift(DRAW, document) == ()
    assert drift(DRAW, document, at="#/components/schemas/Draw") == ()
    assert drift(DRAW.but(path="/api/{project}/draw", note="x"), document) == ()
    for path in ("/nowhere", "/other"):
        with pytest.raises(Invalid):
            drift(DRAW.but(path=path), document)


@pytest.mark.parametrize(
    ("document", "at"),
    [
        ([], ""),
        ("x", ""),
        ({"components": {}}, ""),
        (SCHEMA, "#/$defs/nope"),
        (SCHEMA, "other.json#/x"),
        ({"$ref": "#"}, ""),
        ({"allOf": [{"$ref": "#"}]}, ""),
        ({"x": float("nan")}, ""),
    ],
)
def test_what_is_no_schema_is_invalid(document: Any, at: str) -> None:
    with pytest.raises(Invalid):
        drift(DRAW, document, at=at)


@pytest.mark.parametrize(
    "document",
    [
        {"properties": []},
        {"properties": {"prompt": {"required": True, "type": 3, "minimum": "1", "enum": 5}}},
        {"allOf": None, "anyOf": {}, "properties": {"prompt": True}},
        {"properties": {"prompt": {"type": [{}], "items": 4, "maxLength": "x"}}},
    ],
)
def test_keywords_of_another_form_are_passed_over(document: Any) -> None:
    assert all(difference.fact in ("missing", "required") for difference in drift(DRAW, document))


def test_a_pointer_may_go_through_lists_and_escapes() -> None:
    assert drift(DRAW, {"a b": [SCHEMA], "$defs": SCHEMA["$defs"]}, at="#/a%20b/0") == ()
    with pytest.raises(Invalid):
        drift(DRAW, {"paths": {"/v1/draw": None}})


def test_a_list_of_one_object() -> None:
    listed = table(PROMPT, in_list=True)
    assert drift(listed, {"type": "array", "items": {"properties": {"prompt": {}}, "required": ["prompt"]}}) == ()


def test_wires_inside_lists() -> None:
    target = table(Param("parts[0].text", Field.prompt, Text(max_length=9)))
    items = {"properties": {"text": {"type": "string", "maxLength": 8}, "more": {}}}
    found = drift(target, {"properties": {"parts": {"type": "array", "items": items}}})
    assert found == (
        Difference("parts[0].text", "length", (None, 9), (None, 8)),
        Difference("parts[0].more", "extra", None, None),
    )


# ---- the schema of each wire


EVERY = table(
    Const("task", "draw", also_legal=("paint",)),
    Native("list", ListOf(Int(0, 9), min=1, max=3)),
    Native("record", Record({"a": Text()}, required=("a",))),
    Native("either", AnyOf(Int(0, 9), OneOf("auto"))),
    Alternatives(
        Field.n, (Alternative({"several": "off"}, means=1), Alternative({"several": "on"}, "most", Int(2, 4)))
    ),
    Product(Field.steps, ("a", Int(1, 4)), ("b", Int(1, 5))),
    Slots("image", "image_2", part=Image("url")),
    Mask("mask", Image("url"), "marks", {"white": "W"}, more=("alpha",)),
    Param("seed", Field.seed, Int(0, 9), unset=(-1,), nullable=True),
)


def test_the_schema_of_each_word() -> None:
    found = wire_schemas(EVERY)
    assert found["task"] == {"enum": ["draw", "paint"]}
    assert found["list"] == {
        "type": "array",
        "items": {"type": "integer", "minimum": 0, "maximum": 9},
        "minItems": 1,
        "maxItems": 3,
    }
    assert found["record"] == {
        "type": "object",
        "properties": {"a": {"type": "string"}},
        "required": ["a"],
        "additionalProperties": False,
    }
    assert found["either"] == {"anyOf": [{"enum": ["auto"]}, {"type": "integer", "minimum": 0, "maximum": 9}]}
    assert (found["several"], found["most"]["maximum"]) == ({"enum": ["off", "on"]}, 4)
    assert found["b"] == {"type": "integer", "minimum": 1, "maximum": 5, "default": 1}
    url = {"type": "string", "minLength": 1, "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"}
    assert (found["image_2"], found["mask"], found["marks"]) == (url, url, {"enum": ["W", "alpha"]})
    assert found["seed"] == {"anyOf": [{"enum": [-1, None]}, {"type": "integer", "minimum": 0, "maximum": 9}]}
    assert required(EVERY) == {"task"}


@pytest.mark.parametrize(
    ("sizes", "schemas"),
    [
        (WidthHeight("w", "h", ["8x4", "4x8"]), {"w": {"enum": [8, 4]}, "h": {"enum": [4, 8]}}),
        (SizeText("s", ["8x4"], auto="auto", default="auto"), {"s": {"enum": ["auto", "8x4"], "default": "auto"}}),
        (SizeText("s", Grid()), None),
        (
            SizeText("s", Grid(Int(8, 16, multiple_of=8))),
            {"s": {"type": "string", "pattern": "^(?:8|16)x(?:8|16)$"}},
        ),
        (
            Sizes((ShapeWords("r", ("1:1",), "t", ("1K",), more=("custom",)),)),
            {"r": {"enum": ["1:1", "custom"]}, "t": {"enum": ["1K"]}},
        ),
        (Sizes((PixelText("s", Grid()), ShapeWords(tier="s", tiers=("1K",)))), None),
        (Sizes((Presets("s", {"wide": "8x4"}), PixelText("s", Grid()))), None),
        (Sizes((Sides("w", "h", Grid(Int(8, 16, multiple_of=8)), sets={"r": "custom"}),)), None),
    ],
)
def test_the_schema_of_sizes(sizes: Sizes, schemas: dict[str, Any] | None) -> None:
    found = wire_schemas(table(sizes))
    assert schemas is None or found == schemas
    assert found.keys() == set(sizes.wires)


def test_two_schemas_as_one() -> None:
    assert either({"enum": ["a"]}, {"enum": ["b", "a"]}) == {"enum": ["a", "b"]}
    assert either({"type": "string"}, {}) == {}
    assert either({}, {"type": "string"}) == {}
    assert either({"type": "null"}, {"type": "null"}) == {"type": "null"}


def _closed(target: Target) -> dict[str, Any]:
    """A schema with what the table says of each wire that is a plain key."""
    plain = {wire: schema for wire, schema in wire_schemas(target).items() if set(wire).isdisjoint(".[]':")}
    return {"properties": plain, "required": [wire for wire in plain if wire in required(target)]}


@pytest.mark.parametrize(
    "name", ["openai/gpt-image-2", "leonardo/phoenix-1.0", "relaygpu/flux-2-pro", "eigenai/eigen-image"]
)
def test_a_target_does_not_differ_from_its_own_schema(name: str) -> None:
    target = CATALOG[name]
    found = drift(target, _closed(target))
    assert all(difference.fact == "missing" and not set(difference.wire).isdisjoint(".[]") for difference in found)
    assert check({}, target) is not None
