"""Domains as JSON Schema (2020-12): `of_domain` says what a domain takes, exactly where `is_exact` holds."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from imgparams.domains import AnyOf, Both, Count, Domain, Int, Json, ListOf, Not, Num, OneOf, Record, Text, Words
from imgparams.images import Image
from imgparams.values import json_key, json_type, thaw

Schema = dict[str, Any]


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


def known(**facts: Any) -> Schema:
    """The facts that are there."""
    return {key: value for key, value in facts.items() if value is not None}


@singledispatch
def of_domain(domain: Domain) -> Schema:
    """What a domain takes; no condition where that can't be said."""
    return {}


@of_domain.register
def _(domain: Int) -> Schema:
    step = domain.multiple_of if domain.multiple_of != 1 else None
    return known(type="integer", minimum=domain.min, maximum=domain.max, multipleOf=step)


@of_domain.register
def _(domain: Num) -> Schema:
    return known(type="number", minimum=domain.min, maximum=domain.max)


@of_domain.register
def _(domain: Text) -> Schema:
    whole = None if domain.pattern is None else f"^(?:{domain.pattern})$"
    return known(type="string", minLength=domain.min_length or None, maxLength=domain.max_length, pattern=whole)


@of_domain.register
def _(domain: Words) -> Schema:
    return _listed(domain.words, domain.open)


@of_domain.register
def _(domain: OneOf) -> Schema:
    if all(isinstance(word, bool) for word in domain.words) and len(domain.words) == 2:
        return {"type": "boolean"}
    return _listed([thaw(word) for word in domain.words], domain.open)


_TYPES = {"text": "string", "list": "array"}


def _listed(words: Iterable[Any], is_open: bool) -> Schema:
    """These words; of an open list the type, and the words as examples."""
    words = list(words)
    if not is_open:
        return {"enum": words}
    types = sorted({_TYPES.get(json_type(word), json_type(word)) for word in words})
    return {"type": types[0] if len(types) == 1 else types, "examples": words} if words else {}


@of_domain.register
def _(domain: ListOf) -> Schema:
    return known(type="array", items=of_domain(domain.item), minItems=domain.min or None, maxItems=domain.max)


@of_domain.register
def _(domain: Record) -> Schema:
    keys = {key: of_domain(inner) for key, inner in domain.keys}
    keys |= {key: either(keys[key], {"type": "null"}) for key in domain.nullable}
    rest = False if not domain.open else of_domain(domain.rest) if domain.rest is not None else None
    return known(type="object", properties=keys, required=list(domain.required) or None, additionalProperties=rest)


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
def _(domain: Not) -> Schema:
    return {"not": of_domain(domain.domain)}


@of_domain.register
def _(domain: Count) -> Schema:
    listed = known(type="array", minItems=domain.min or None, maxItems=domain.max)
    lone = domain.min <= 1 and (domain.max is None or domain.max >= 1)
    return either(listed, {"not": {"type": "array"}}) if lone else listed


#: the texts of each kind of picture, as `Image` tells them apart
_URL, _DATA = "^[Hh][Tt][Tt][Pp][Ss]?://", "^[Dd][Aa][Tt][Aa]:"
_BASE64 = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$"


@of_domain.register
def _(domain: Image) -> Schema:
    text: Schema = {"type": "string", "minLength": 1}
    found: Schema | None = None
    for kind in domain.kinds:
        if kind == "file":
            one: Schema = {"type": "string", "format": "binary"}
        elif kind == "id":  # any other text
            others = [{"pattern": pattern} for pattern in (_URL, _DATA)]
            one = {**text, "not": {"anyOf": others}}
        else:
            one = {**text, "pattern": {"url": _URL, "data": _DATA, "base64": _BASE64}[kind]}
        found = one if found is None else either(found, one)
    return found or {}


def is_exact(domain: Domain) -> bool:
    """Whether JSON Schema can say a domain in full."""
    if isinstance(domain, Record):
        inner = [item for _, item in domain.keys] + ([domain.rest] if domain.rest is not None else [])
        return not domain.no_secrets and all(map(is_exact, inner))
    if isinstance(domain, AnyOf):
        return all(map(is_exact, domain.domains))
    if isinstance(domain, Both):
        return is_exact(domain.a) and is_exact(domain.b)
    if isinstance(domain, Not):
        return is_exact(domain.domain)
    if isinstance(domain, ListOf):
        return is_exact(domain.item)
    return isinstance(domain, (Int, Num, Text, Words, OneOf, Json, Image, Count))
