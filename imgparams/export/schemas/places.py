"""Writes requests of a target as JSON Schemas: where wires are, what counts as present, how to join schemas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen

from imgparams.export.schemas.domains import NEVER, NULL, Schema, either, is_exact, kind_of, of_domain, once
from imgparams.paths import parse
from imgparams.tables.domains import Domain
from imgparams.tables.rules import amount
from imgparams.target import Target
from imgparams.values import Path, same


@frozen
class Unsaid:
    """Faults that the schema can't see: their codes, the wires they are reported at, and why they are faults."""

    codes: tuple[str, ...]
    wires: tuple[str, ...]
    why: str


class Inexact(Exception):
    """Raised for what the standard can't express."""


# ---- joining


def both(*schemas: Schema) -> Schema:
    """Returns what all of these accept, as one schema if they limit different things."""
    parts: list[Schema] = []
    for schema in schemas:
        for one in schema["allOf"] if schema.keys() == {"allOf"} else [schema]:
            _add(parts, one)
    kept = [schema for schema in parts if schema]
    if NEVER in kept:
        return NEVER
    return kept[0] if len(kept) == 1 else {"allOf": kept} if kept else {}


def _add(schemas: list[Schema], schema: Schema) -> None:
    apart = schema.keys() & {"if", "anyOf", "dependentRequired", "description"}  # nothing merges with these
    for at, other in enumerate(() if apart else schemas):
        merged = _merged(other, schema)
        if merged is not None:
            schemas[at] = merged
            return
    schemas.append(schema)


#: keywords that limit their own part of a request, independent of others
_OWN = {"type", "required", "properties", "minItems", "prefixItems"}


def _merged(one: Schema, other: Schema) -> Schema | None:
    """Returns both as one schema without `allOf`, None if that is not easy to see."""
    if not one or not other:
        return {**one, **other}
    if one == other:
        return one
    for words, more in ((one, other), (other, one)):
        if words.keys() == {"enum"} and (more.keys() in ({"enum"}, {"type"}) or _not_words(more)):
            left = [word for word in words["enum"] if _takes(more, word)]
            return {"enum": left} if left else NEVER
        if _not_words(more) and all(_refuses(words, word) for word in more["not"]["enum"]):
            return words
    if not one.keys() | other.keys() <= _OWN or not same(one.get("type", 0), other.get("type", one.get("type", 0))):
        return None
    inner = {name: both(schema, one.get("properties", {}).get(name, {})) for name, schema in _inner(other)}
    must = once([*one.get("required", ()), *other.get("required", ())])
    items = [both(a, b) for a, b in _paired(one.get("prefixItems", []), other.get("prefixItems", []))]
    if any(inner.get(name) == NEVER for name in must):
        return NEVER
    least = max(one.get("minItems", 0), other.get("minItems", 0))
    limits: Schema = {"required": must, "properties": {**one.get("properties", {}), **inner}}
    limits |= {"minItems": least, "prefixItems": items}
    kind = {key: value for side in (one, other) for key, value in side.items() if key == "type"}
    return {**kind, **{key: value for key, value in limits.items() if value}}


def _inner(schema: Schema) -> Any:
    return schema.get("properties", {}).items()


def _paired(one: list[Schema], other: list[Schema]) -> list[tuple[Schema, Schema]]:
    length = max(len(one), len(other))
    padded = [[*side, *([{}] * (length - len(side)))] for side in (one, other)]
    return list(zip(*padded, strict=True))


def _not_words(schema: Schema) -> bool:
    return schema.keys() == {"not"} and schema["not"].keys() == {"enum"}


def _takes(schema: Schema, word: object) -> bool:
    """Whether a list, a type, or the complement of a list accepts a word."""
    if "not" in schema:
        return not _takes(schema["not"], word)
    if "enum" in schema:
        return any(same(word, other) for other in schema["enum"])
    return not _refuses(schema, word)


def _refuses(schema: Schema, word: object) -> bool:
    """Whether a schema certainly does not accept a word."""
    if "type" in schema:
        kinds = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
        kind = kind_of(word)
        number: Any = word
        if kind == "number" and {"number", "integer"} & {*kinds}:
            broken = "number" not in kinds and number % 1 != 0
            return bool(broken or number < schema.get("minimum", number) or number > schema.get("maximum", number))
        return kind not in kinds
    return False


def some(*schemas: Schema) -> Schema:
    """Returns what any of these accepts."""
    any_of: Schema = NEVER
    for schema in schemas:
        any_of = either(any_of, schema)
    return any_of


def negate(schema: Schema) -> Schema:
    """Returns what this does not accept."""
    negated: Schema = schema["not"] if schema.keys() == {"not"} else {"not": schema}
    return negated


def implied(condition: Schema, schema: Schema, why: str = "") -> Schema:
    """Returns a schema by which the first implies the second."""
    if not schema or condition == NEVER:
        return {}
    about = {"description": why} if why else {}
    return {**about, **_implied(condition, schema)}


def _implied(condition: Schema, schema: Schema) -> Schema:
    """Writes an implication as `if` and `then`, inside a property that both are about, or as `dependentRequired`."""
    if not condition:
        return schema
    on, then = condition.get("properties", {}), schema.get("properties", {})
    if len(on) == 1 and on.keys() == then.keys() and _only(condition, on) and _only(schema, then):
        name = next(iter(on))
        always = "required" in condition or "required" not in schema
        if always:
            return {"properties": {name: _implied(on[name], then[name])}}
    objects = condition.get("type") == "object"
    then_must = {key: value for key, value in schema.items() if not (objects and key == "type" and value == "object")}
    if condition.keys() <= {"type", "required"} and len(condition.get("required", ())) == 1:
        if then_must.keys() == {"required"} and (objects or "type" not in condition):
            return {"dependentRequired": {condition["required"][0]: schema["required"]}}
        if schema.keys() == {"properties"} and [*then] == condition["required"]:
            return schema
    absent = condition.keys() == schema.keys() == {"properties"} and len(on) == 1
    if absent and all(inner == NEVER for inner in [*on.values(), *then.values()]):
        return {"dependentRequired": {name: list(on) for name in then}}
    return {"if": condition, "then": schema}


def _only(schema: Schema, properties: Schema) -> bool:
    return schema.keys() <= {"required", "properties"} and set(schema.get("required", ())) <= properties.keys()


Test = Callable[[object], bool]


class Places:
    """Where the wires of a target are in its request, and which count as present for the vendor."""

    def __init__(self, target: Target) -> None:
        self.target = target

    def at(self, wire: str, schema: Schema) -> Schema:
        """Returns a schema of requests whose wire, if present, matches."""
        path = parse(wire)
        if schema and path in self.target.tree.branches:
            schema = some(self._branch(path), schema)
        for part in reversed(path if schema else ()):
            if isinstance(part, int):
                schema = {"prefixItems": [{}] * part + [schema]}
            else:
                schema = {"properties": {part: schema}}
        return schema

    def _branch(self, path: Path) -> Schema:
        """Returns a schema of what is not a value of the wire, but has other wires inside."""
        return {"type": "object" if self.target.tree.branches[path] is dict else "array"}

    def _absences(self, wire: str) -> Schema:
        words = self.target.absences.get(wire)
        return {"enum": words} if words else NEVER

    def legal(self, wire: str, schema: Schema) -> Schema:
        """Returns a schema of requests whose wire matches, or means "not set"."""
        return self.at(wire, either(schema, self._absences(wire)))

    def present(self, wire: str) -> Schema:
        """Returns a schema of requests in which the wire is set."""
        path = parse(wire)
        schema = {} if self._absences(wire) == NEVER else negate(self._absences(wire))
        if path in self.target.tree.branches:
            schema = both(schema, negate(self._branch(path)))
        for end in range(len(path), 0, -1):
            part = path[end - 1]
            kind = {"type": "array" if isinstance(part, int) else "object"} if path[: end - 1] in self._leaves else {}
            if isinstance(part, str):
                schema = {**kind, "required": [part], **({"properties": {part: schema}} if schema else {})}
            else:
                inner: Schema = {"prefixItems": [{}] * part + [schema]} if schema else {}
                schema = {**kind, "minItems": part + 1, **inner}
        return schema

    @property
    def _leaves(self) -> dict[Path, str]:
        """Returns the places where a word may replace what has other wires inside."""
        return self.target.tree.leaves

    def absent(self, wire: str) -> Schema:
        """Returns a schema of requests in which the wire is not set."""
        return self.at(wire, self._absences(wire))

    def meets(self, wire: str, condition: Domain, *, before: int | None = None) -> Schema:
        """Returns a schema of requests in which a condition of a `when` holds; raises Inexact."""
        if not condition.about_value:
            return self.absent(wire) if condition.forbids else self.present(wire)
        schema = exact(condition)
        if condition.has(None) and self._null_is_a_value(wire):
            schema = both(schema, negate(NULL))
        unknown: Schema = {} if condition.is_met(False, None) else NEVER
        silent = self.by_default(wire, lambda value: condition.is_met(False, value), unknown, before)
        if not silent:
            return self.legal(wire, schema)
        return some(both(self.present(wire), self.at(wire, schema)), both(self.absent(wire), silent))

    def keeps(self, wire: str, condition: Domain) -> Schema:
        """Returns a schema of requests in which a condition of a `then` is not broken; raises Inexact."""
        if not condition.about_value:
            return self.absent(wire) if condition.forbids else self.present(wire)
        schema = exact(condition)
        if self._null_is_a_value(wire):
            schema = either(schema, NULL)
        unknown: Schema = NEVER if condition.is_broken(False, None) else {}
        silent = self.by_default(wire, lambda value: not condition.is_broken(False, value), unknown, None)
        return both(some(self.present(wire), silent), self.legal(wire, schema))

    def _null_is_a_value(self, wire: str) -> bool:
        """Whether null is legal on a wire and does not mean absence; no condition holds for it."""
        row = self.target.by_wire[wire]
        path = parse(wire)
        taken = not any(problem.path == path and problem.level == "error" for problem in row.problems({wire: None}))
        return taken and not _takes(self._absences(wire), None)

    def by_default(self, wire: str, test: Test, unknown: Schema, before: int | None) -> Schema:
        """Returns a schema of requests in which the vendor's default for an absent wire passes a test."""
        defaults = list(enumerate(self.target.row_defaults))[:before]
        for at, (other, value, when) in defaults:
            if other == wire:
                on = both(*(self.meets(name, condition, before=at) for name, condition in when.items()))
                held: Schema = {} if test(value) else NEVER
                return held if held == unknown else some(both(on, held), both(negate(on), unknown))
        return unknown

    def amount(self, wire: str, least: int, *, defaults: bool = True) -> Schema:
        """Returns a schema of requests with at least this number, a list of this length, or any other value."""
        if least <= 0:
            return {}
        enough: list[Schema] = [{"type": "array", "minItems": least}, {"type": "integer", "minimum": least}]
        if least == 1:
            enough.append({"not": {"type": ["array", "integer", "null"]}})
        schema = both(self.present(wire), self.at(wire, {"anyOf": enough}))
        silent = self.by_default(wire, lambda value: amount(value) >= least, NEVER, None) if defaults else NEVER
        return some(schema, both(self.absent(wire), silent))


def exact(condition: Domain) -> Schema:
    """Returns the schema of a condition; raises Inexact."""
    if not is_exact(condition):
        raise Inexact
    return of_domain(condition)
