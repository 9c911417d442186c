"""The JSON Schema of a target takes what `check` takes, and refuses the rest but for what it lists as inexpressible."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given, seed
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.validators import extend

from imgparams import CATALOG, Invalid, Problem, Target, check
from imgparams.contract import AnyRule, Effect
from imgparams.engine.body import as_the_vendor_reads, body_of
from imgparams.export import json_schema
from imgparams.export.schemas.wires import wire_schemas
from imgparams.paths import parse, rebuild, spell
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Count,
    Domain,
    Flag,
    Grid,
    Int,
    ListOf,
    Native,
    Not,
    OneOf,
    Pairs,
    PixelText,
    Presets,
    RatioRange,
    Row,
    Rule,
    SameLength,
    ShapeWords,
    Sides,
    Sizes,
    Text,
    Total,
    Words,
)
from imgparams.tables.rules import Between
from imgparams.testing.legal import values, wires_of
from imgparams.testing.properties import edges
from imgparams.testing.respelling import second_spellings
from imgparams.testing.strategies import requests
from tests.laws.nearness import EXAMPLES, calm, settings_of

FILE = "\ue000file:"  # how the bytes of a multipart request stand in its JSON
FILES = FormatChecker(formats=())
FILES.checks("binary")(lambda value: not isinstance(value, str) or value.startswith(FILE))


def _pattern(_: Any, pattern: str, value: object, __: Any) -> Iterator[ValidationError]:
    """As ECMA-262 reads it, where `$` is the very end and a digit is an ASCII one."""
    if isinstance(value, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), value, re.ASCII):
        yield ValidationError(f"{value!r} is not like {pattern}")


VALIDATOR: Any = extend(Draft202012Validator, {"pattern": _pattern})  # type: ignore[no-untyped-call]


def _as_json(value: Any) -> Any:
    if isinstance(value, bytes):
        return FILE + value.hex()
    if isinstance(value, Mapping):
        return {key: _as_json(item) for key, item in value.items()}
    return [_as_json(item) for item in value] if isinstance(value, (list, tuple)) else value


def validator_of(target: Target) -> Any:
    schema = json_schema(target)
    VALIDATOR.check_schema(schema)
    return VALIDATOR(schema, format_checker=FILES)


def agreed(request: Any, target: Target, validator: Any) -> bool:
    """Whether the schema says of a request what `check` says, but for the faults that it lists as unseen.

    The schema has the documented types and the written names: a null or a number in quotes that a vendor reads as it is
    meant, or a second spelling, is refused.
    """
    errors = [found for found in check(request, target) if found.level == "error"]
    if not validator.is_valid(_as_json(request)):
        return bool(errors) or _is_read_leniently(request, target)
    return all(_unseen(error, validator.schema["x-inexpressible"], isinstance(request, list)) for error in errors)


def _is_read_leniently(request: Any, target: Target) -> bool:
    """Whether it has a null, a number in quotes or a second spelling that the vendor reads as it is meant."""
    body = body_of(request, target)
    if not isinstance(body, Mapping):
        return False
    flat = target.tree.flatten(body)
    return as_the_vendor_reads(target, flat)[0] != flat or any(second_spellings(body, target.tree))


def _unseen(found: Problem, entries: list[dict[str, Any]], listed: bool) -> bool:
    """Whether a fault is listed as one that the schema can't see."""
    path = found.path[1:] if listed else found.path
    return any(
        found.code in entry["codes"] and any(path[: len(parse(wire))] == parse(wire) for wire in entry["wires"])
        for entry in entries
    )


# ---- requests, legal or not


ODD = st.sampled_from(
    [None, True, 0, 1, -1, 7, 2.5, 10**9, "", "odd", "1:1", "1024x1024", "auto", [], ["odd"], {}, {"odd": 1}]
)


@cache
def _words(target: Target) -> dict[str, list[Any]]:
    """Whatever words the wires have, by wire."""
    return {wire: list(_words_in(schema)) for wire, schema in wire_schemas(target).items()}


def _words_in(schema: Any) -> Iterator[Any]:
    if isinstance(schema, dict):
        yield from schema.get("enum", ())
        yield from (schema[key] for key in ("minimum", "maximum", "default") if key in schema)
        for inner in schema.values():
            yield from _words_in(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _words_in(inner)


def _beside(value: Any) -> st.SearchStrategy[Any]:
    """Values that differ from one by little, at any depth."""
    if isinstance(value, bool):
        return st.just(not value) | ODD
    if isinstance(value, (int, float)):
        return st.sampled_from([value + 1, value - 1, value * 2, value // 2, -value, float(value), str(value)])
    if isinstance(value, str):
        return st.sampled_from([value + "x", value[1:], value.upper(), value * 3, f"0{value}", f"{value}0", [value]])
    if isinstance(value, (list, tuple)):
        items = list(value)
        some: list[Any] = [items[1:], [*items, *items], [*items, None], *items[:1]]
        changed = [_beside(item).map(_put(items, at)) for at, item in enumerate(items)]
        return st.one_of([st.sampled_from(some), *changed])
    if isinstance(value, Mapping):
        left = [{key: item for key, item in value.items() if key != gone} for gone in value]
        changed = [_beside(item).map(_put(dict(value), key)) for key, item in value.items()]
        more = [{**value, "odd": 1}, *({**value, key: None} for key in value)]
        return st.one_of([st.sampled_from([*left, *more]), *changed])
    return ODD


def _put(whole: Any, key: Any) -> Any:
    """What puts a value at a place of a copy of a list or an object."""

    def put(value: Any) -> Any:
        copy = whole.copy()
        copy[key] = value
        return copy

    return put


@st.composite
def spoiled(draw: st.DrawFn, target: Target) -> Any:
    """A request, legal or not: a legal one with some wires changed, left out, or beside it."""
    request = draw(requests(target))
    flat = target.tree.flatten(request)
    rules = [(wire, condition) for rule in target.rules for wire, condition in _conditions(rule)]
    ways = ["nothing", "row", "odd", "gone", "more", "word", *(["beside"] * 2), *(["rule"] * 3 if rules else [])]
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
        elif way == "word" and _words(target)[wire]:
            flat[wire] = draw(st.sampled_from(_words(target)[wire]))
        elif way == "beside" and flat:
            wire = draw(st.sampled_from(sorted(flat)))
            flat[wire] = draw(_beside(flat[wire]))
        elif way == "rule":
            wire, condition = draw(st.sampled_from(rules))
            flat[wire] = draw(st.sampled_from(edges(condition) or [0]) | ODD)
    try:
        made = rebuild(flat)
    except (AttributeError, TypeError, KeyError, ValueError):  # a wire inside of a value that was put in its place
        made = request
    return draw(st.sampled_from([made, [made], [], [made, made]])) if target.in_list else made


def _conditions(rule: Any) -> Iterator[tuple[str, Any]]:
    mappings = (*rule.when, rule.then) if isinstance(rule, Rule) else ()
    yield from (pair for conditions in mappings for pair in conditions.items())


@pytest.mark.parametrize("name", CATALOG)
def test_the_schema_takes_what_check_takes(name: str) -> None:
    target = CATALOG[name]
    validator = validator_of(target)

    @calm(name)
    @given(spoiled(target))
    def holds(request: Any) -> None:
        assert agreed(request, target, validator)

    holds()


# ---- targets that nobody wrote


WIRES = ("a", "b", "in.c", "in.d", "e[0]", "f")
NUMBERS: tuple[Domain, ...] = (Int(0, 3), Int(1, 8, multiple_of=2), OneOf(1, 2, 3))
OTHERS: tuple[Domain, ...] = (Flag(), Words({"low": "x", "high": "y"}), Text(max_length=2), ListOf(Int(0, 3), max=2))
TESTS: tuple[Domain, ...] = (
    *(PRESENT, ABSENT, PRESENT, ABSENT, OneOf(1), OneOf("x"), OneOf(True), Int(max=1), Int(min=2), Not(OneOf(1, "x"))),
    *(Count(1, 1), Text(max_length=1), OneOf(False, "y", 2)),
)


@st.composite
def _row(draw: st.DrawFn, wire: str, earlier: tuple[str, ...]) -> Row:
    domain = draw(st.sampled_from((*NUMBERS, *OTHERS)))
    facts: dict[str, Any] = {"required": draw(st.sampled_from([False, False, False, True]))}
    facts["nullable"] = draw(st.booleans())
    if domain in NUMBERS:
        facts["unset"] = draw(st.sampled_from([(), (), (-1,), ("none",)]))
        facts["accepts"] = draw(st.sampled_from([None, None, Int(0, 20)]))
    if draw(st.booleans()):
        facts["default"] = draw(values(domain))
        if draw(st.booleans()) and earlier:
            facts["default_when"] = {draw(st.sampled_from(earlier)): draw(st.sampled_from(TESTS))}
    return Native(wire, domain, **facts)


EFFECTS: tuple[Effect, ...] = ("refused", "refused", "refused", "ignored", "disputed")


@st.composite
def _rule(draw: st.DrawFn, wires: tuple[str, ...]) -> AnyRule:
    some = st.lists(st.sampled_from(wires), min_size=1, max_size=2, unique=True)
    kind = draw(st.sampled_from(["rule", "rule", "rule", "few", "sum", "same"]))
    two = draw(st.lists(st.sampled_from(wires), min_size=2, max_size=3, unique=True))
    if kind == "few":
        return Between(two, draw(st.integers(0, 1)), draw(st.integers(0, 2)), "few")
    if kind == "sum":
        return Total(two, draw(st.integers(1, 5)), "sum")
    if kind == "same":
        return SameLength(two[:2], "same")
    when, then = ({wire: draw(st.sampled_from(TESTS)) for wire in draw(some)} for _ in range(2))
    return Rule(when, then, "rule", effect=draw(st.sampled_from(EFFECTS)))


GRIDS = (
    *(Grid(Int(2, 8, multiple_of=2)), Grid(Int(1, 9), Int(1, 5)), Grid(Int(1, 9), area=(6, 30))),
    *(Grid(Int(1, 9), ratio=("1:2", "2:1")), Pairs(["8x4", "4x8", "4x4"]), Grid(Int(1), area=(1, 40))),
    Grid(Int(2, 12, multiple_of=2), Int(1, 9), area=(4, 40), ratio=("1:3", "2:1")),
)
TABLE = {("1:1", "1K"): "1024x1024", ("2:1", "2K"): "2048x1024"}


@st.composite
def _sizes(draw: st.DrawFn) -> Row:
    grid = draw(st.sampled_from(GRIDS))
    listed = draw(st.booleans())
    every = {
        "sides": Sides("w", "h", grid),
        "more sides": Sides("w", "h", draw(st.sampled_from(GRIDS))),
        "case": Sides("w", "h", grid, sets={"r": "custom"}),
        "text": PixelText("s", draw(st.sampled_from(GRIDS)), draw(st.sampled_from(["", "auto"]))),
        "names": ShapeWords("r", ["1:1", "2:1"], "t", ["1K", "2K"], TABLE, listed=listed, more=("odd",)),
        "more names": ShapeWords("r", ["1:1", "1:2"], "t", ["1K"]),
        "ratio": ShapeWords("r", ["1:1", "2:1"]),
        "tier": ShapeWords(tier="s", tiers=["1K", "2K"], read_only=draw(st.booleans())),
        "presets": Presets("s", {"sq": "4x4", "wide": "8x4"}),
        "range": RatioRange("q", auto=draw(st.sampled_from(["", "auto"]))),
    }
    chosen = draw(st.lists(st.sampled_from(sorted(every)), min_size=1, max_size=3, unique=True))
    facts: dict[str, Any] = {name: draw(st.booleans()) for name in ("nullable", "required")}
    facts["unset"] = draw(st.sampled_from([(), (0,), ("any",)]))
    facts["open"] = draw(st.sampled_from([False, False, True]))
    facts["accepts"] = draw(st.sampled_from([None, None, Grid(Int(1, 20)), Grid(Int(1))]))
    if "sides" in chosen:
        facts["default"] = draw(st.sampled_from([{}, {"w": 4, "h": 4}, {"w": 8, "h": 4}]))
        facts["default_when"] = draw(st.sampled_from([{}, {}, {"a": ABSENT}, {"a": PRESENT}]))
    return Sizes(tuple(every[name] for name in chosen), **facts)


@st.composite
def tables(draw: st.DrawFn) -> Target:
    """Targets of a few wires, some tied by rules, some with a size; those that are no tables are left out."""
    rows: list[Row] = [draw(_row(wire, WIRES[:at])) for at, wire in enumerate(WIRES[: draw(st.integers(1, 6))])]
    rows += [draw(_sizes())] if draw(st.booleans()) else []
    wires = tuple(wire for row in rows for wire in row.wires)
    rules = draw(st.lists(_rule(wires), max_size=3)) if len(wires) > 2 else []
    facts = {
        "name": "acme/drawn",
        "method": "POST",
        "path": "/",
        "docs": "https://wiki.example",
        "checked": "2026-11-01",
    }
    unknown = draw(st.sampled_from(["refused", "ignored"]))
    try:
        return Target(rows=rows, rules=rules, unknown=unknown, in_list=draw(st.booleans()), **facts)  # type: ignore[arg-type]
    except Invalid:
        assume(False)
        raise


def _loose(target: Target) -> Target:
    """The target without what would refuse nearly every request that is drawn."""
    rows: list[Any] = [*target.rows]
    return evolve(target, rules=(), rows=[evolve(row, required=False) for row in rows])


@seed(7)
@settings_of(100 * EXAMPLES)
@given(st.data())
def test_of_drawn_targets(data: st.DataObject) -> None:
    target = data.draw(tables())
    validator = validator_of(target)
    for _ in range(5):
        request = data.draw(spoiled(_loose(target)))
        assert agreed(request, target, validator), request
