"""The JSON Schema of a target takes what `check` takes, and refuses the rest but for what it lists as inexpressible."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.validators import extend

from imgparams import CATALOG, Problem, Target, check
from imgparams.export import json_schema
from imgparams.paths import parse, rebuild, spell
from imgparams.testing.draw import requests, values, wires_of
from imgparams.testing.laws import edges

EXAMPLES = int(os.environ.get("IMGPARAMS_EXAMPLES", "8"))
FILE = "\ue000file:"  # how the bytes of a multipart request stand in its JSON
FILES = FormatChecker(formats=())
FILES.checks("binary")(lambda value: not isinstance(value, str) or value.startswith(FILE))


def _pattern(_: Any, pattern: str, value: object, __: Any) -> Iterator[ValidationError]:
    """As ECMA-262 reads it, where `$` is the very end and a digit is an ASCII one."""
    if isinstance(value, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), value, re.ASCII):
        yield ValidationError(f"{value!r} is not like {pattern}")


VALIDATOR = extend(Draft202012Validator, {"pattern": _pattern})


def _as_json(value: Any) -> Any:
    if isinstance(value, bytes):
        return FILE + value.hex()
    if isinstance(value, Mapping):
        return {key: _as_json(item) for key, item in value.items()}
    return [_as_json(item) for item in value] if isinstance(value, (list, tuple)) else value


ODD = st.sampled_from(
    [None, True, 0, 1, -1, 7, 2.5, 10**9, "", "odd", "1:1", "1024x1024", "auto", [], ["odd"], {}, {"odd": 1}]
)


@st.composite
def _spoiled(draw: st.DrawFn, target: Target) -> Any:
    """A request, legal or not: a legal one with some wires changed, left out, or beside it."""
    request = draw(requests(target))
    flat = target.tree.flatten(request)
    rules = [(wire, condition) for rule in target.rules for wire, condition in _conditions(rule)]
    ways = ["nothing", "row", "odd", "gone", "more", *(["rule"] * 3 if rules else [])]
    for way in draw(st.lists(st.sampled_from(ways), max_size=4)):
        wire = draw(st.sampled_from(sorted(target.by_wire)))
        if way == "row":
            flat |= draw(wires_of(target.by_wire[wire]))[0]
        elif way == "odd":
            domain = getattr(target.by_wire[wire], "domain", None)
            flat[wire] = draw(ODD if domain is None else ODD | st.sampled_from(edges(domain) or [0]) | values(domain))
        elif way == "gone" and flat:
            flat.pop(draw(st.sampled_from(sorted(flat))))
        elif way == "more":
            head = draw(st.sampled_from(sorted({spell(parse(wire)[:1]) for wire in target.by_wire})))
            flat[draw(st.sampled_from(["zz", f"{head}.zz"]))] = 1
        elif way == "rule":
            wire, condition = draw(st.sampled_from(rules))
            flat[wire] = draw(st.sampled_from(edges(condition) or [0]) | ODD)
    try:
        return rebuild(flat)
    except (AttributeError, TypeError, KeyError, ValueError):  # a wire inside of a value that was put in its place
        return request


def _conditions(rule: Any) -> Iterator[tuple[str, Any]]:
    for side in ("when", "then"):
        yield from getattr(rule, side, {}).items()


def _unseen(found: Problem, entries: list[dict[str, Any]]) -> bool:
    """Whether a fault is listed as one that the schema can't see."""
    return any(
        found.code in entry["codes"] and any(found.path[: len(parse(wire))] == parse(wire) for wire in entry["wires"])
        for entry in entries
    )


@pytest.mark.parametrize("name", CATALOG)
def test_the_schema_takes_what_check_takes(name: str) -> None:
    target = CATALOG[name]
    schema = json_schema(target)
    VALIDATOR.check_schema(schema)
    validator = VALIDATOR(schema, format_checker=FILES)

    @seed(7)
    @settings(
        max_examples=EXAMPLES,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(_spoiled(target))
    def holds(request: Any) -> None:
        errors = [found for found in check(request, target) if found.level == "error"]
        refused = next(validator.iter_errors(_as_json(request)), None)
        if refused is not None:
            assert errors, refused
        else:
            assert not [found for found in errors if not _unseen(found, schema["x-inexpressible"])], request

    holds()
