"""What each wire of a target takes by itself, as JSON Schema (2020-12): types, bounds, words, lengths and defaults.

What ties wires together (rules, area and ratio limits) is not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import singledispatch
from typing import Any

from imgparams.domains import AnyOf, Both, Domain, Int, Json, ListOf, Num, OneOf, Record, Text, Words
from imgparams.images import Image
from imgparams.parts import Keys, Mask, Parts, Pictures
from imgparams.paths import spell
from imgparams.rows import Cases, Const, Param, Times
from imgparams.shapes import Sizes
from imgparams.sizes import Grid, Pairs
from imgparams.spellings import Names, PixelText, Presets, RatioRange, Sides, Spelling
from imgparams.target import Row, Target
from imgparams.values import json_key, thaw

Schema = dict[str, Any]


def wire_schemas(target: Target) -> dict[str, Schema]:
    """The schema of each wire, in the order of the table; `default` is what the vendor does when it is absent."""
    found: dict[str, Schema] = {}
    for row in target.settled_rows:
        made = _of_row(row)
        for wire in row.nullable_wires:
            made[wire] = either(made[wire], {"type": "null"})
        for wire, word in row.unset_words():
            made[wire] = either(made[wire], {"enum": [word]})
        for wire, value, when in row.defaults():
            if not when and not isinstance(row, Const):
                made[wire] = {**made[wire], "default": thaw(value)}
        found |= made
    return found


def required(target: Target) -> set[str]:
    """The wires that are never left out."""
    return {spell(found.path) for row in target.settled_rows for found in row.problems({}) if found.code == "missing"}


def either(one: Schema, other: Schema) -> Schema:
    """A schema of what one of two takes; two lists of words are one."""
    if one == other or not other:
        return one if other else {}
    if not one:
        return {}
    if one.keys() == other.keys() == {"enum"}:
        return {"enum": _once([*one["enum"], *other["enum"]])}
    choices = [choice for part in (one, other) for choice in (part["anyOf"] if part.keys() == {"anyOf"} else [part])]
    words = [word for choice in choices if choice.keys() == {"enum"} for word in choice["enum"]]
    rest = [choice for choice in choices if choice.keys() != {"enum"}]
    merged = [*([{"enum": _once(words)}] if words else []), *rest]
    return merged[0] if len(merged) == 1 else {"anyOf": merged}


def _once(words: Iterable[Any]) -> list[Any]:
    return list({json_key(word): word for word in words}.values())


def _known(**facts: Any) -> Schema:
    return {key: value for key, value in facts.items() if value is not None}


# ---- domains


@singledispatch
def of_domain(domain: Domain) -> Schema:
    """What a domain takes; no condition where that can't be said."""
    return {}


@of_domain.register
def _(domain: Int) -> Schema:
    step = domain.multiple_of if domain.multiple_of != 1 else None
    return _known(type="integer", minimum=domain.min, maximum=domain.max, multipleOf=step)


@of_domain.register
def _(domain: Num) -> Schema:
    return _known(type="number", minimum=domain.min, maximum=domain.max)


@of_domain.register
def _(domain: Text) -> Schema:
    return _known(
        type="string", minLength=domain.min_length or None, maxLength=domain.max_length, pattern=domain.pattern
    )


@of_domain.register
def _(domain: Words) -> Schema:
    return {"enum": list(domain.words)}


@of_domain.register
def _(domain: OneOf) -> Schema:
    if all(isinstance(word, bool) for word in domain.words) and len(domain.words) == 2:
        return {"type": "boolean"}
    return {"enum": [thaw(word) for word in domain.words]} if domain.words else {}


@of_domain.register
def _(domain: ListOf) -> Schema:
    return _known(type="array", items=of_domain(domain.item), minItems=domain.min or None, maxItems=domain.max)


@of_domain.register
def _(domain: Record) -> Schema:
    keys = {key: of_domain(inner) for key, inner in domain.keys}
    return _known(type="object", properties=keys, required=list(domain.required) or None)


@of_domain.register
def _(domain: AnyOf) -> Schema:
    found: Schema = of_domain(domain.domains[0])
    for inner in domain.domains[1:]:
        found = either(found, of_domain(inner))
    return found


@of_domain.register
def _(domain: Both) -> Schema:
    return {"allOf": [of_domain(domain.a), of_domain(domain.b)]}


@of_domain.register
def _(domain: Json) -> Schema:
    return {}


@of_domain.register
def _(domain: Image) -> Schema:
    return {"type": "string"}


# ---- rows


@singledispatch
def _of_row(row: Row) -> dict[str, Schema]:
    return {wire: {} for wire in row.wires}


@_of_row.register
def _(row: Param) -> dict[str, Schema]:
    return {row.wire: of_domain(row.domain)}


@_of_row.register
def _(row: Const) -> dict[str, Schema]:
    return {row.wire: {"enum": [thaw(row.value), *row.also]}}


@_of_row.register
def _(row: Cases) -> dict[str, Schema]:
    return {wire: of_domain(row.domain_of(wire)) for wire in row.wires}


@_of_row.register
def _(row: Times) -> dict[str, Schema]:
    return {wire: of_domain(domain) for wire, domain in (row.first, row.second)}


@_of_row.register
def _(row: Pictures) -> dict[str, Schema]:
    listed = _known(type="array", minItems=row.min or None, maxItems=row.max)
    return {row.wire: either(listed, {"type": "string"}) if row.bare else listed}


@_of_row.register
def _(row: Parts) -> dict[str, Schema]:
    listed = {"type": "array"}  # `max` counts the pictures among the items
    return {row.wire: either(listed, {"type": "string"}) if row.bare else listed}


@_of_row.register
def _(row: Keys) -> dict[str, Schema]:
    plain = row.others is None and all(isinstance(part.template, str) for part in row.ways)
    return {wire: {"type": "string"} if plain else {} for wire in row.wires}


@_of_row.register
def _(row: Mask) -> dict[str, Schema]:
    words = dict.fromkeys((*row.words.values(), *row.more))
    return {row.wire: of_domain(row.image), row.polarity: {"enum": list(words)}}


@_of_row.register
def _(row: Sizes) -> dict[str, Schema]:
    found: dict[str, Schema] = {}
    for spelling in row.spellings:
        for wire, schema in of_spelling(spelling).items():
            found[wire] = either(found[wire], schema) if wire in found else schema
    return {wire: either(schema, {"type": "string"}) if row.open else schema for wire, schema in found.items()}


@singledispatch
def of_spelling(spelling: Spelling) -> dict[str, Schema]:
    """What each wire of a spelling takes."""
    return {wire: {"type": "string"} for wire in spelling.wires}


@of_spelling.register
def _(spelling: Sides) -> dict[str, Schema]:
    sides: Mapping[str, Schema] = {wire: {"type": "integer"} for wire in spelling.sides}
    if isinstance(spelling.sizes, Grid):
        domains = (spelling.sizes.width, spelling.sizes.height)
        sides = {wire: of_domain(domain) for wire, domain in zip(spelling.sides, domains, strict=True)}
    elif isinstance(spelling.sizes, Pairs):
        pairs = zip(spelling.sides, zip(*spelling.sizes.sizes, strict=True), strict=True)
        sides = {wire: {"enum": list(dict.fromkeys(values))} for wire, values in pairs}
    return {**sides, **{wire: {"enum": [word]} for wire, word in spelling.sets.items()}}


@of_spelling.register
def _(spelling: PixelText) -> dict[str, Schema]:
    if not isinstance(spelling.sizes, Pairs):
        return {spelling.wire: {"type": "string"}}
    texts = [f"{size.width}{spelling.separator}{size.height}" for size in spelling.sizes.sizes]
    return {spelling.wire: {"enum": [*([spelling.auto] if spelling.auto else []), *texts]}}


@of_spelling.register
def _(spelling: Names) -> dict[str, Schema]:
    found = {}
    for wire, words, more in (
        (spelling.ratio, spelling.ratios, spelling.more),
        (spelling.tier, spelling.tiers, spelling.more_tiers),
    ):
        if wire:
            found[wire] = {"enum": list(dict.fromkeys([*(word for _, word in words), *more]))}
    return found


@of_spelling.register
def _(spelling: RatioRange) -> dict[str, Schema]:
    tiers = {spelling.tier: {"enum": [word for _, word in spelling.tiers]}} if spelling.tier else {}
    return {spelling.wire: {"type": "string"}, **tiers}


@of_spelling.register
def _(spelling: Presets) -> dict[str, Schema]:
    return {spelling.wire: {"enum": list(spelling.words)}}
