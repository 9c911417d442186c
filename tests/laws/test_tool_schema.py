"""What a tool's schema takes is an intent, and one that its target does without any change."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from imgparams import CATALOG, STRICT, Intent, Invalid, Target, to_request
from imgparams.export import tool_schema
from imgparams.tables import (
    ABSENT,
    PRESENT,
    AnyOf,
    Domain,
    Field,
    Flag,
    Image,
    Int,
    Native,
    Not,
    Num,
    OneOf,
    Param,
    Pictures,
    Product,
    Rule,
    Text,
)
from imgparams.wording import ABOUT
from tests.laws.nearness import EXAMPLES, examples_for, is_first
from tests.unit.tables import PROMPT, SEED, STEPS, table

EVERY = tuple(name for name in ABOUT if name not in ("size", "mask", "stream"))
#: fields with too many words to try them all together
WORDS: dict[str, tuple[Any, ...]] = {
    "quality": ("low", "medium", "high"),
    "output_format": ("png", "jpeg", "webp"),
    "delivery": ("url", "base64"),
    "background": ("transparent", "opaque", "auto"),
    "n": tuple(range(1, 9)),
    "steps": tuple(range(10, 19)),
}
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


FIELDS = {"usual": (), "every": EVERY}
#: one of the two lists of fields for a target like another one of its vendor
TOOLS = [
    (name, fields)
    for number, name in enumerate([None, *CATALOG])
    for at, fields in enumerate(FIELDS)
    if name is None or is_first(name) or number % 2 == at
]


@pytest.mark.parametrize(("name", "fields"), TOOLS)
def test_what_it_takes_passes_strict(name: str | None, fields: str) -> None:
    holds_for(CATALOG[name] if name else None, FIELDS[fields], examples_for(name) if name else EXAMPLES)


def holds_for(target: Target | None, fields: tuple[str, ...], examples: int = EXAMPLES) -> dict[str, Any]:
    """That whatever the schema of a tool takes passes; the schema."""
    schema = tool_schema(target, only=fields)
    Draft202012Validator.check_schema(schema)
    for inner in _subschemas(schema):
        assert inner.keys() <= KEYWORDS
        if inner["type"] == "object":
            assert (inner["required"], inner["additionalProperties"]) == (list(inner["properties"]), False)

    @seed(7)
    @settings(
        max_examples=examples,
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
    return schema


GUIDANCE = Param("guidance", Field.guidance, Num(0, 20))
EDIT = table(PROMPT, STEPS, SEED, Pictures("images", (Image("url"),), required=True), name="acme/muse:edit")


def _no_seed(when: dict[str, Domain]) -> Rule:
    return Rule(when, {"seed": ABSENT}, "no seed then")


#: rules that hold somewhere inside of a range, and what is left of the range beside a seed
INSIDE: dict[str, tuple[Target, str, object]] = {
    "a word": (table(PROMPT, STEPS, SEED, rules=[_no_seed({"steps": OneOf(7)})]), "steps", (1, 6)),
    "not": (table(PROMPT, STEPS, SEED, rules=[_no_seed({"steps": Not(Int(5, 9))})]), "steps", (5, 9)),
    "any of": (
        table(PROMPT, STEPS, SEED, rules=[_no_seed({"steps": AnyOf(Int(34, 35), OneOf(40))})]),
        "steps",
        (1, 33),
    ),
    "then": (
        table(PROMPT, STEPS, SEED, rules=[Rule({"seed": PRESENT}, {"steps": Not(OneOf(35))}, "not 35")]),
        "steps",
        (1, 34),
    ),
    "steps": (
        table(PROMPT, Param("steps", Field.steps, Int(5, 60)), SEED, rules=[_no_seed({"steps": Int(multiple_of=7)})]),
        "steps",
        (5, 6),
    ),
    "on a grid": (
        table(
            PROMPT,
            Param("steps", Field.steps, Int(4, 60, multiple_of=4)),
            SEED,
            rules=[_no_seed({"steps": Int(10, 14)})],
        ),
        "steps",
        (4, 8),
    ),
    "by default": (
        table(
            PROMPT,
            STEPS,
            SEED,
            Native("mode", Int(0, 9), default=5, default_when={"steps": OneOf(7)}),
            rules=[_no_seed({"mode": OneOf(5)})],
        ),
        "steps",
        (1, 6),
    ),
    "a number": (table(PROMPT, GUIDANCE, SEED, rules=[_no_seed({"guidance": Num(6, 8)})]), "guidance", (0, 5.5)),
    "a number alone": (table(PROMPT, GUIDANCE, SEED, rules=[_no_seed({"guidance": OneOf(7)})]), "guidance", (0, 6.5)),
    "whole numbers": (
        table(PROMPT, GUIDANCE, SEED, rules=[Rule({"seed": PRESENT}, {"guidance": Int(2, 7)}, "whole")]),
        "guidance",
        (2, 2),
    ),
    "lengths": (
        table(PROMPT, SEED, rules=[_no_seed({"prompt": Text(min_length=5, max_length=6)})]),
        "prompt",
        (0, 4),
    ),
    "a product": (
        table(PROMPT, Product(Field.n, ("a", Int(1, 4)), ("b", Int(1, 2)))),
        "n",
        (1, 4),
    ),
    "an operation": (table(PROMPT, STEPS, SEED, operations={"edit": EDIT}), "seed", (0, 2**32 - 1)),
}


@pytest.mark.parametrize(("target", "field", "left"), INSIDE.values(), ids=INSIDE)
def test_what_lies_inside_of_a_range(target: Target, field: str, left: tuple[float, float]) -> None:
    found = holds_for(target, EVERY, 100 * EXAMPLES)["properties"]
    assert field == "seed" or "n" in found or "seed" in found
    schema = found[field]
    if "enum" in schema:
        assert (schema["enum"][0], schema["enum"][-2]) == left
    else:
        keys = ("minLength", "maxLength") if "maxLength" in schema else ("minimum", "maximum")
        assert tuple(schema.get(key, 0) for key in keys) == left


def test_a_target_that_does_nothing_without_a_change() -> None:
    with pytest.raises(Invalid) as error:
        tool_schema(table(Param("prompt", Field.prompt, Text(pattern="z+"))))
    assert error.value.problems[0].code == "not_allowed"


def test_too_many_combinations_are_not_offered() -> None:
    rows = [
        *(Param(f"f{at}", Field(name), OneOf(*words)) for at, (name, words) in enumerate(WORDS.items())),
        PROMPT,
        Native("odd", Flag(), default=True),
    ]
    rule = Rule({**{f"f{at}": PRESENT for at in range(len(WORDS))}, "odd": OneOf(True)}, {"f0": ABSENT}, "not all")
    found = holds_for(table(*rows, rules=[rule]), (*WORDS, "prompt"), 100 * EXAMPLES)
    assert 2 < len(found["properties"]) <= len(WORDS)


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


def test_it_is_the_same_in_every_process_and_order() -> None:
    code = (
        "import json; from imgparams import CATALOG; from imgparams.export import tool_schema;"
        f"only = set({EVERY!r}); names = [name for name in CATALOG if name.startswith('openrouter/')][:12];"
        "print(json.dumps([tool_schema(CATALOG[name], only=only) for name in names]))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3", "4")
    }
    assert len(told) == 1
