"""What a tool's schema takes is an intent, and one that its target does without any change."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from imgparams import CATALOG, STRICT, Intent, Invalid, to_request
from imgparams.export import tool_schema
from imgparams.export.tool_schema import ABOUT

EXAMPLES = int(os.environ.get("IMGPARAMS_EXAMPLES", "8"))
EVERY = tuple(name for name in ABOUT if name != "size")
#: what strict function calling takes
KEYWORDS = {
    *("type", "properties", "required", "additionalProperties", "description", "enum", "items"),
    *("minimum", "maximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "pattern"),
}


def _values(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Whatever a property takes."""
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return st.one_of([_of_type(kind, schema) for kind in kinds])


def _of_type(kind: str, schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    if kind == "null":
        return st.none()
    if kind == "object":
        return st.fixed_dictionaries({key: _values(inner) for key, inner in schema["properties"].items()})
    if kind == "array":
        return st.lists(_values(schema["items"]), min_size=schema["minItems"], max_size=schema["maxItems"])
    if kind == "integer":
        step = int(schema.get("multipleOf", 1))
        first, last = -(-int(schema["minimum"]) // step), int(schema["maximum"]) // step
        return st.integers(first, last).map(lambda at: at * step)
    if kind == "number":
        return st.floats(schema["minimum"], schema["maximum"])
    if "pattern" in schema:
        return st.from_regex(schema["pattern"].replace("$", r"\Z"))
    ends = schema.get("minLength", 0), schema.get("maxLength")
    short = st.text(st.characters(codec="utf-8"), min_size=ends[0], max_size=min(ends[0] + 20, ends[1] or 2**20))
    return short if ends[1] is None else short | st.just("x" * ends[1])


def _subschemas(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for key in ("items", *schema.get("properties", {})):
            yield from _subschemas(schema.get(key) or schema.get("properties", {}).get(key))


@pytest.mark.parametrize("fields", [(), EVERY], ids=["usual", "every"])
@pytest.mark.parametrize("name", [None, *CATALOG])
def test_what_it_takes_passes_strict(name: str | None, fields: tuple[str, ...]) -> None:
    target = CATALOG[name] if name else None
    schema = tool_schema(target, only=fields)
    Draft202012Validator.check_schema(schema)
    for inner in _subschemas(schema):
        assert inner.keys() <= KEYWORDS
        if inner["type"] == "object":
            assert (inner["required"], inner["additionalProperties"]) == (list(inner["properties"]), False)

    @seed(7)
    @settings(
        max_examples=EXAMPLES,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(_of_type("object", schema))
    def holds(arguments: dict[str, Any]) -> None:
        Draft202012Validator(schema).validate(arguments)
        intent = Intent.of(arguments)
        if target is not None:
            assert to_request(intent, target, allow=STRICT).changes == ()

    holds()


def test_what_a_target_can_say_is_offered() -> None:
    offered = tool_schema(CATALOG["leonardo/phoenix-1.0"], only=("aspect_ratio", "n", "seed"))["properties"]
    assert offered["n"]["enum"] == [1, 2, 3, 4, None]  # not 8: above 768 pixels a side there are at most 4
    assert offered["seed"]["minimum"] == 0
    assert {"1:1", "16:9", "9:16", "21:9", None} <= set(offered["aspect_ratio"]["enum"])
    sizes = tool_schema(CATALOG["openai/gpt-image-1"], only=("size",))["properties"]["size"]["enum"]
    assert sizes == ["1024x1024", "1536x1024", "1024x1536", None]


def test_without_a_target_it_is_the_whole_intent() -> None:
    schema = tool_schema()
    assert schema["required"][:3] == ["prompt", "negative_prompt", "aspect_ratio"]
    assert schema["properties"]["prompt"]["type"] == "string"  # never null
    assert tool_schema(only=("size", "prompt"))["required"] == ["prompt", "size"]


@pytest.mark.parametrize(
    ("only", "path"), [(("promt",), ("promt",)), (("mask",), ("mask",)), (("size", "aspect_ratio"), ("size",))]
)
def test_what_a_tool_can_not_offer(only: tuple[str, ...], path: tuple[str, ...]) -> None:
    with pytest.raises(Invalid) as error:
        tool_schema(only=only)
    assert error.value.problems[0].path == path
