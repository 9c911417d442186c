"""Writes what each wire accepts by itself as JSON Schema (2020-12): types, bounds, words, lengths and defaults.

Leaves out what ties wires (rules, area and ratio limits): `export.json_schema` adds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import singledispatch

from imgparams.contract import Row
from imgparams.export.schemas.domains import NEVER, NULL, Schema, either, of_domain, outside, stated
from imgparams.export.schemas.spellings import of_spelling
from imgparams.paths import spell
from imgparams.tables.alternatives import Alternatives, Product
from imgparams.tables.domains import Domain
from imgparams.tables.pictures import Content, Mask, Pictures, Slots
from imgparams.tables.pixels import Sides
from imgparams.tables.rows import Const, Param
from imgparams.tables.sizes import Sizes
from imgparams.tables.templates import HOLE, TEXT, TYPE, WEIGHT, Part, TextPart
from imgparams.target import Target
from imgparams.values import thaw


def wire_schemas(target: Target) -> dict[str, Schema]:
    """Returns the schema of each wire, in the table's order; `default` is what the vendor does if it is absent."""
    schemas: dict[str, Schema] = {}
    for row in target.model_rows:
        made = _of_row(row)
        for wire in row.nullable_wires:
            made[wire] = either(made[wire], NULL)
        for wire, word in row.unset_words():
            made[wire] = either(made[wire], {"enum": [word]})
        for wire, value, when in row.defaults():
            if not when and not isinstance(row, Const):
                made[wire] = {**made[wire], "default": thaw(value)}
        schemas |= made
    return schemas


def required(target: Target) -> set[str]:
    """Returns the wires that are never left out."""
    return {
        spell(problem.path) for row in target.model_rows for problem in row.problems({}) if problem.code == "missing"
    }


# ---- pictures and texts in their templates

_NO_OBJECT = ("array", "null", "string", "number", "integer", "boolean")


def of_part(part: Part | TextPart) -> Schema:
    """Returns what an item of a list of pictures or texts may be."""
    if isinstance(part, TextPart):
        return _filled(part.template, {TEXT: {"type": "string", **of_domain(part.domain)}}, ())
    weight = of_domain(part.weight) if part.weight is not None else {}
    holes = {HOLE: of_domain(part.image), TYPE: {"type": "string"}, WEIGHT: weight}
    return _filled(part.template, holes, (WEIGHT,) if part.typed else (TYPE, WEIGHT))


def _filled(template: object, holes: Mapping[str, Schema], optional: tuple[str, ...]) -> Schema:
    if isinstance(template, str) and template in holes:
        return holes[template]
    if not isinstance(template, Mapping):
        return {"enum": [thaw(template)]}
    keys = {key: _filled(item, holes, optional) for key, item in template.items()}
    needed = [key for key, item in template.items() if item not in optional]
    return stated(type="object", properties=keys, required=needed or None, additionalProperties=False)


def any_part(parts: Iterable[Part | TextPart], others: Domain | None) -> Schema:
    """Returns what any of several parts may be, or what is legal although it matches none."""
    schema = NEVER if others is None else of_domain(others)
    for part in reversed(list(parts)):
        schema = either(of_part(part), schema)
    return schema


# ---- rows


@singledispatch
def _of_row(row: Row) -> dict[str, Schema]:
    return {wire: {} for wire in row.wires}


@_of_row.register
def _(row: Param) -> dict[str, Schema]:
    return {row.wire: of_domain(row.domain)}


@_of_row.register
def _(row: Const) -> dict[str, Schema]:
    words: Schema = {"enum": [thaw(row.value), *row.also_legal]}
    return {row.wire: either(words, {"type": "string", "minLength": 1}) if row.open else words}


@_of_row.register
def _(row: Alternatives) -> dict[str, Schema]:
    return {wire: of_domain(row.domain_of(wire)) for wire in row.wires}


@_of_row.register
def _(row: Product) -> dict[str, Schema]:
    return {wire: of_domain(domain) for wire, domain in (row.first, row.second)}


@_of_row.register
def _(row: Pictures) -> dict[str, Schema]:
    item = any_part(row.ways, row.others)
    least = max(row.min, int(row.required))
    listed = stated(type="array", items=item, minItems=least or None, maxItems=row.max)
    return dict.fromkeys(
        row.wires, either(listed, outside(item, "array", "null")) if row.bare and least <= 1 else listed
    )


@_of_row.register
def _(row: Content) -> dict[str, Schema]:
    listed: Schema = {"type": "array", "items": any_part(row.parts, row.others)}
    if row.max is not None:  # the pictures among the items
        listed |= {"contains": any_part(row.ways, None), "minContains": 0, "maxContains": row.max}
    schema = either(listed, outside(any_part(row.parts, row.others), *_NO_OBJECT)) if row.single else listed
    bare = next((of_domain(part.domain) for part in row.texts if part.field == row.bare), None)
    return {row.wire: either(schema, bare) if bare is not None else schema}


@_of_row.register
def _(row: Slots) -> dict[str, Schema]:
    return dict.fromkeys(row.wires, any_part(row.ways, row.others))


@_of_row.register
def _(row: Mask) -> dict[str, Schema]:
    words = dict.fromkeys((*row.words.values(), *row.more))
    return {row.wire: of_domain(row.image), row.polarity: {"enum": list(words)}}


@_of_row.register
def _(row: Sizes) -> dict[str, Schema]:
    schemas: dict[str, Schema] = {}
    for spelling in row.spellings:
        for wire, schema in of_spelling(spelling).items():
            schemas[wire] = either(schemas[wire], schema) if wire in schemas else schema
    if not row.open:
        return schemas
    sides = {wire for spelling in row.spellings if isinstance(spelling, Sides) for wire in spelling.sides}
    return {wire: schema if wire in sides else either(schema, {"type": "string"}) for wire, schema in schemas.items()}
