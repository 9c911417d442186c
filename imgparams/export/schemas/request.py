"""Writes a target as JSON Schema (2020-12): `json_schema(target)`, rows as properties, rules as `if` and `then`.

The schema accepts every request in which `check` finds no error. It refuses every other, except for what the standard
can't express; `x-inexpressible` lists that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from imgparams.catalog import TargetName, target_of
from imgparams.contract import AnyRule, Row
from imgparams.export.schemas.domains import NEVER, Schema, either, is_exact, of_domain, outside
from imgparams.export.schemas.places import Inexact, Places, Unsaid, both, implied, negate, some
from imgparams.export.schemas.size_ties import size_ties, with_altered
from imgparams.export.schemas.wires import any_part, of_part, required, wire_schemas
from imgparams.paths import parse
from imgparams.tables.containers import ListOf
from imgparams.tables.domains import Domain, Int, Num
from imgparams.tables.pictures import Content, Pictures, Slots
from imgparams.tables.pixels import Sides
from imgparams.tables.rows import Param
from imgparams.tables.rules import Between, Rule, SameLength, Total
from imgparams.tables.sizes import Sizes
from imgparams.tables.templates import TextPart
from imgparams.target import Target
from imgparams.values import Path

_MOST = 300  # clauses that one rule may take


def json_schema(target: Target | TargetName | str) -> Schema:
    """Returns the JSON Schema (2020-12) of a target's requests, as plain data.

    It accepts every request in which `check` finds no error, and refuses every other, except for the faults listed in
    `x-inexpressible`: their codes, the wires they are reported at, and why. `default` is what the vendor does if a wire
    is absent. The types are the documented ones: a null or a number in quotes that a vendor reads as it is meant is
    refused, where `check` only warns. So are the spellings: a second one that the vendor reads too is refused, and an
    object in place of a list. Keys such as `header:Accept` are those that `Translation.http` sends outside the body; a
    file is a string of the format `binary`.
    """
    target = target_of(target)
    places = Places(target)
    unsaid: list[Unsaid] = []
    ties = [*_rows(places, unsaid), *_rules(places, unsaid)]
    needs = {wire for wire in required(target) if _alone(target.by_wire[wire])}
    body = _tree(target, _properties(target), needs)
    ties = [tie for tie in ties if tie]
    if ties:
        body["allOf"] = ties
    body = _shown(body)
    sentences = [f"{' and '.join(dict.fromkeys(entry.wires))}: {entry.why}" for entry in unsaid]
    head: Schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:imgparams:{target.name}",
        "title": target.name,
        "description": "\n".join([_about(target), *(["Not expressed here:", *sentences] if sentences else [])]),
        "x-docs": target.docs,
        "x-checked": target.checked,
        "x-inexpressible": [
            {"codes": list(entry.codes), "wires": list(entry.wires), "why": entry.why} for entry in unsaid
        ],
    }
    if target.in_list:
        listed = {"type": "array", "prefixItems": [{"$ref": "#/$defs/request"}], "items": False, "minItems": 1}
        return {**head, "anyOf": [listed, {"$ref": "#/$defs/request"}], "$defs": {"request": body}}
    return {**head, **body}


def _about(target: Target) -> str:
    standing = "" if target.status == "active" else f" It is {target.status}."
    note = f" {target.note}." if target.note else ""
    return f"{target.method} {target.path}, read from {target.docs} on {target.checked}.{standing}{note}"


# ---- properties


def _properties(target: Target) -> dict[str, Schema]:
    """Returns the schema of each wire by itself, with remarks for readers."""
    schemas = wire_schemas(target)
    for row in target.model_rows:
        facts: Schema = {}
        remarks = [row.note, row.deprecated]
        if row.accepts is not None:
            remarks.append(f"other values are accepted, but the vendor changes them to {row.describe()}")
        if any(remarks):
            facts["description"] = "; ".join(filter(None, remarks))
        if row.deprecated:
            facts["deprecated"] = True
        facts |= {"x-source": row.source} if row.source else {}
        facts |= {"x-disputed": row.disputed} if row.disputed else {}
        for wire in row.wires:
            default = {"default": schemas[wire].pop("default")} if "default" in schemas[wire] else {}
            schema = schemas[wire]
            if isinstance(row, Param):
                for wider in row.wider:
                    schema = either(schema, of_domain(wider))
            elif isinstance(row, Sizes):
                schema = with_altered(row, wire, schema)
            schemas[wire] = {**facts, **schema, **default}
    return schemas


def _tree(target: Target, properties: Mapping[str, Schema], needs: set[str]) -> Schema:
    """Returns the schema of the whole request from those of its wires."""
    leaves = {parse(wire): schema for wire, schema in properties.items()}
    needed = {path[:end] for path in map(parse, needs) for end in range(1, len(path) + 1)}
    closed = target.unknown == "refused"

    def node(path: Path) -> Schema:
        if path not in target.tree.branches:
            return leaves[path]
        inner = dict.fromkeys(
            other[: len(path) + 1] for other in leaves if other[: len(path)] == path and len(other) > len(path)
        )
        made: Schema
        if target.tree.branches[path] is dict:
            made = {"type": "object", "properties": {child[-1]: node(child) for child in inner}}
            must = [child[-1] for child in inner if child in needed]
            made |= {"required": must} if must else {}
            seconds = [second[-1] for second in target.tree.respelled if second[:-1] == path]
            made["properties"] |= {second: NEVER for second in seconds if isinstance(second, str)}
            made |= {"additionalProperties": False} if closed else {}
        else:
            count = max(int(child[-1]) for child in inner) + 1
            gap: object = False if closed else {}
            items = [node((*path, index)) if (*path, index) in inner else gap for index in range(count)]
            must = [int(child[-1]) + 1 for child in inner if child in needed]
            made = {"type": "array", "prefixItems": items}
            made |= {"minItems": max(must)} if must else {}
            made |= {"items": False} if closed else {}
        return either(outside(leaves[path], made["type"]), made) if path in leaves else made

    return node(())


#: where a schema holds others
_MAPS, _LISTS = {"properties", "$defs"}, {"allOf", "anyOf", "prefixItems"}
_ONES = {"not", "if", "then", "items", "contains", "additionalProperties", "propertyNames"}


def _shown(schema: Any) -> Any:
    """Returns a schema in which what accepts nothing is written as `false`."""
    if schema == NEVER:
        return False
    if not isinstance(schema, dict):
        return schema
    copy: Schema = {}
    for key, inner in schema.items():
        if key in _MAPS:
            inner = {name: _shown(one) for name, one in inner.items()}
        elif key in _LISTS:
            inner = [_shown(one) for one in inner]
        elif key in _ONES:
            inner = _shown(inner)
        copy[key] = inner
    return copy


# ---- what ties wires


def _rows(places: Places, unsaid: list[Unsaid]) -> Iterator[Schema]:
    for row in places.target.model_rows:
        if isinstance(row, Sizes):
            yield from size_ties(row, places, unsaid)
        if isinstance(row, Content):
            yield from _texts(row, places)
        if not all(map(is_exact, _domains(row))):
            unsaid.append(
                Unsaid(("not_allowed",), row.wires, f"a pattern that JSON Schema can't express: {row.describe()}")
            )
        missing = [problem for problem in row.problems({}) if problem.code == "missing"]
        if missing:
            yield from _needed(places, row)


def _domains(row: Row) -> Iterator[Domain]:
    """Yields the domains of a row that may have a pattern."""
    yield from row.domains()


def _alone(row: Row) -> bool:
    """Whether `required` can express that a row is needed: it has one wire, or two sides and no other spelling."""
    if len(row.wires) == 1:
        return True
    first = row.spellings[0] if isinstance(row, Sizes) and not row.default else None
    return isinstance(first, Sides) and row.wires == first.sides


def _needed(places: Places, row: Row) -> Iterator[Schema]:
    """Yields that one of a row's wires is present, if `required` alone does not express it."""
    wires = row.wires if isinstance(row, (Slots, Pictures, Sizes)) else row.wires[:1]
    tree = places.target.tree
    heads = {parse(wire)[:end] for wire in wires for end in range(1, len(parse(wire)))}
    words = any(places.target.absences.get(wire) or parse(wire) in tree.branches for wire in wires)
    if words or heads & tree.leaves.keys() or not _alone(row):
        yield some(*(places.present(wire) for wire in wires))


def _texts(row: Content, places: Places) -> Iterator[Schema]:
    """Yields that a list of texts and pictures has what is required, if all its items are known."""
    if not row.requires:
        return
    all_fit = {"items": any_part(row.parts, None)} if row.others is not None else {}
    for name in row.requires:
        forms = [
            of_part(part) for part in row.parts if (part.field if isinstance(part, TextPart) else "references") == name
        ]
        if name != "references" and row.ways:
            forms = [both(schema, negate(any_part(row.ways, None))) for schema in forms]
        listed: Schema = implied(all_fit, {"contains": some(*forms)}) if all_fit else {"contains": some(*forms)}
        bare: Schema = {"type": ["array", "object"] if row.single else "array"}
        yield places.at(row.wire, both({} if row.bare == name or not row.bare else bare, listed))
        if row.single:
            known = both({"type": "object"}, all_fit.get("items", {}))
            yield places.at(row.wire, implied(known, some(*forms)))


def _rules(places: Places, unsaid: list[Unsaid]) -> Iterator[Schema]:
    for rule in places.target.rules:
        if rule.effect != "refused":
            continue
        try:
            yield from (schema for schema in _of_rule(rule, places) if schema)
        except Inexact:
            unsaid.append(Unsaid(("conflict",), rule.wires, rule.why))


def _of_rule(rule: AnyRule, places: Places) -> Iterator[Schema]:
    if isinstance(rule, Rule):
        on = some(*(both(*(places.meets(wire, c) for wire, c in conditions.items())) for conditions in rule.when))
        kept = [places.keeps(wire, condition) for wire, condition in rule.then.items()]
        yield implied(on, both(*kept), rule.why)
    elif isinstance(rule, Between):
        yield from _few(rule, places)
    elif isinstance(rule, Total):
        yield from _sum(rule, places)
    else:
        assert isinstance(rule, SameLength)
        yield from _same(rule, places)


def _few(rule: Between, places: Places) -> Iterator[Schema]:
    many = list(combinations(rule.of, rule.max + 1))
    few = list(combinations(rule.of, len(rule.of) - rule.min + 1)) if rule.min else []
    if len(many) + len(few) > _MOST:
        raise Inexact
    for wires in few:
        yield {"description": rule.why, **some(*map(places.present, wires))}
    for wires in many:
        yield {"description": rule.why, **negate(both(*map(places.present, wires)))}


def _sum(rule: Total, places: Places) -> Iterator[Schema]:
    """Yields for each way to exceed the total by one that not all of its amounts are reached."""
    splits = list(_splits(rule.max + 1, len(rule.of)))
    if len(splits) > _MOST or any(_below_nothing(places.target.by_wire[wire]) for wire in rule.of):
        raise Inexact
    for amounts in splits:
        reached = [places.amount(wire, least) for wire, least in zip(rule.of, amounts, strict=True)]
        yield {"description": rule.why, **negate(both(*reached))}


def _below_nothing(row: Row) -> bool:
    """Whether a negative number is legal, so that other amounts may be larger."""
    domains = [domain for domain in _domains(row) if isinstance(domain, (Int, Num))]
    return any(domain.min is None or domain.min < 0 for domain in domains)


def _splits(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in _splits(total - first, parts - 1))


def _same(rule: SameLength, places: Places) -> Iterator[Schema]:
    first, second = rule.of
    bounds = [_longest(places.target, wire) for wire in rule.of]
    most = min((bound for bound in bounds if bound is not None), default=None)
    if most is None or most > _MOST:
        raise Inexact
    for length in range(most + 1):
        one, other = (
            both(places.amount(wire, length, defaults=False), negate(places.amount(wire, length + 1, defaults=False)))
            for wire in (first, second)
        )
        yield implied(both(places.present(second), other), one, rule.why)
    yield {"description": rule.why, **negate(places.amount(second, most + 1, defaults=False))}


def _longest(target: Target, wire: str) -> int | None:
    """Returns the maximum length of a list."""
    row = target.by_wire[wire]
    if isinstance(row, (Content, Pictures)):
        return row.max
    return row.domain.max if isinstance(row.domain, (ListOf, Int)) else None
