"""Requests of a target as JSON Schemas: where its wires are, what is there as the vendor runs it, how to join them."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from imgparams.domain_schema import Schema, is_exact, of_domain
from imgparams.domains import Domain
from imgparams.paths import parse
from imgparams.rules import amount
from imgparams.target import Target
from imgparams.values import Path

NEVER: Schema = {"not": {}}


@frozen
class Unsaid:
    """Faults that the schema can't see: their codes, the wires they are reported at, and why they are faults."""

    codes: tuple[str, ...]
    wires: tuple[str, ...]
    why: str


def both(*schemas: Schema) -> Schema:
    """What all of these take."""
    kept = [schema for schema in schemas if schema]
    if NEVER in kept:
        return NEVER
    return kept[0] if len(kept) == 1 else {"allOf": kept} if kept else {}


def some(*schemas: Schema) -> Schema:
    """What any of these takes."""
    kept = [schema for schema in schemas if schema != NEVER]
    if not all(kept):
        return {}
    return kept[0] if len(kept) == 1 else {"anyOf": kept} if kept else NEVER


def negate(schema: Schema) -> Schema:
    """What this does not take."""
    return schema["not"] if schema.keys() == {"not"} else {"not": schema}


def implied(condition: Schema, schema: Schema, why: str = "") -> Schema:
    """Where the first is taken, so is the second."""
    if not schema or condition == NEVER:
        return {}
    told = {"description": why} if why else {}
    return {**told, "if": condition, "then": schema} if condition else {**told, **schema}


class Inexact(Exception):
    """What the standard can't say."""


Test = Callable[[object], bool]


class Places:
    """Where the wires of a target are in its request, and what is there as the vendor runs it."""

    def __init__(self, target: Target) -> None:
        self.target = target

    def at(self, wire: str, schema: Schema) -> Schema:
        """A request whose wire, if it is there, is so."""
        path = parse(wire)
        if schema and path in self.target.tree.branches:
            schema = some(self._branch(path), schema)
        for part in reversed(path):
            if isinstance(part, int):
                schema = {"prefixItems": [{}] * part + [schema]}
            else:
                schema = {"properties": {part: schema}}
        return schema

    def _branch(self, path: Path) -> Schema:
        """What is no value of the wire here, but has other wires inside."""
        return {"type": "object" if self.target.tree.branches[path] is dict else "array"}

    def legal(self, wire: str, schema: Schema) -> Schema:
        """A request whose wire is so, or means "not asked"."""
        words = self.target.absences.get(wire)
        return self.at(wire, some(schema, {"enum": words}) if words else schema)

    def present(self, wire: str) -> Schema:
        """A request in which the wire is asked."""
        path = parse(wire)
        words = self.target.absences.get(wire)
        found: Schema = negate({"enum": words}) if words else {}
        if path in self.target.tree.branches:
            found = both(found, negate(self._branch(path)))
        for part in reversed(path):
            inner = [found] if found else []
            if isinstance(part, str):
                kept: Schema = {"properties": {part: inner[0]}} if inner else {}
                found = {"type": "object", "required": [part], **kept}
            else:
                kept = {"prefixItems": [{}] * part + inner} if inner else {}
                found = {"type": "array", "minItems": part + 1, **kept}
        found.pop("type") if len(path) == 1 else None  # the request itself is an object
        return found

    def absent(self, wire: str) -> Schema:
        return negate(self.present(wire))

    def meets(self, wire: str, condition: Domain, *, before: int | None = None) -> Schema:
        """Requests in which a condition of a `when` holds; raises Inexact."""
        if condition.presence is not None:
            return self.present(wire) if condition.presence else self.absent(wire)
        said = both(self.present(wire), self.at(wire, exact(condition)))
        return some(said, both(self.absent(wire), self.by_default(wire, condition.has, NEVER, before)))

    def keeps(self, wire: str, condition: Domain) -> Schema:
        """Requests in which a condition of a `then` is not broken; raises Inexact."""
        if condition.presence is not None:
            return self.present(wire) if condition.presence else self.absent(wire)
        silent = self.by_default(wire, condition.has, {}, None)
        return both(self.legal(wire, exact(condition)), some(self.present(wire), silent))

    def by_default(self, wire: str, test: Test, unknown: Schema, before: int | None) -> Schema:
        """Requests in which what the vendor does when the wire is absent passes a test."""
        found = unknown
        defaults = list(enumerate(self.target.row_defaults))[:before]
        for at, (other, value, when) in reversed(defaults):
            if other == wire:
                on = both(*(self.meets(name, condition, before=at) for name, condition in when.items()))
                found = some(both(on, {} if test(value) else NEVER), both(negate(on), found))
        return found

    def amount(self, wire: str, least: int, *, defaults: bool = True) -> Schema:
        """Requests in which a number is at least so much, a list at least so long, anything else there."""
        if least <= 0:
            return {}
        found: list[Schema] = [{"type": "array", "minItems": least}, {"type": "integer", "minimum": least}]
        if least == 1:
            found.append({"not": {"type": ["array", "integer", "null"]}})
        said = both(self.present(wire), self.at(wire, {"anyOf": found}))
        silent = self.by_default(wire, lambda value: amount(value) >= least, NEVER, None) if defaults else NEVER
        return some(said, both(self.absent(wire), silent))


def exact(domain: Domain) -> Schema:
    """The schema of a condition; raises Inexact."""
    if not is_exact(domain):
        raise Inexact
    return of_domain(domain)
