"""A model's record in a list of models: which parameters of a shared API it takes, and within what.

    {"id": "acme/muse", "supported_parameters": {"n": {"type": "range", "min": 1, "max": 4}}}

A record states no forms, so it narrows the target of the API: rows that it does not list are left out, and the others
are cut to what it lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from imgparams.contract import Row
from imgparams.from_schema.documents import no_schema
from imgparams.tables import Domain, Int, Json, Native, OneOf, Param, Pictures, ShapeWords, Sizes, Spelling
from imgparams.target import Target
from imgparams.values import JsonMapping, is_number, is_whole

KEYS = ("supported_parameters", "supportedParameters")


def stated_in(document: object) -> Mapping[str, JsonMapping] | None:
    """Returns the descriptors of a record, None if this is no record of a model."""
    if not isinstance(document, Mapping):
        return None
    stated = next((document[key] for key in KEYS if isinstance(document.get(key), Mapping)), None)
    if stated is not None and not all(isinstance(one, Mapping) for one in stated.values()):
        raise no_schema("each parameter must be an object with a type", KEYS[0])
    return stated


def rows_of_record(stated: Mapping[str, JsonMapping], base: Target) -> Iterator[Row]:
    """Yields the rows of the API that the model takes, cut to what its record states, and a native row for others."""
    known = {name for row in base.rows for wire in row.wires for name in (wire, wire.partition(".")[0])}
    for row in base.rows:
        named = [wire for wire in row.wires if wire in stated]
        needed = row.required or row.names_model or not row.wires
        inside = all("." in wire for wire in row.wires) and bool(row.wires)  # of routing, which no record lists
        if named:
            yield from _cut(row, stated)
        elif needed or inside or not row.fields:
            yield row
    for name, descriptor in stated.items():
        if name not in known:
            yield Native(name, _domain(name, descriptor) or Json())


def _cut(row: Row, stated: Mapping[str, JsonMapping]) -> Iterator[Row]:
    if isinstance(row, Sizes):
        spellings = [cut for spelling in row.spellings for cut in _cut_spelling(spelling, stated)]
        default = row.default if all(wire in stated for wire in row.default) else {}
        if spellings:
            yield evolve(row, spellings=spellings, default=default)
        return
    (wire,) = [wire for wire in row.wires if wire in stated][:1]
    domain = _domain(wire, stated[wire])
    if isinstance(row, Pictures):
        high = domain.max if isinstance(domain, Int) else None
        yield row if high is None else evolve(row, max=high, min=min(row.min, high)) if high else row
    elif isinstance(row, Param) and domain is not None:
        met = row.domain.meet(domain)
        yield evolve(row, domain=met, default=row.default if row.default is not None and met.has(row.default) else None)
    else:
        yield row


def _cut_spelling(spelling: Spelling, stated: Mapping[str, JsonMapping]) -> Iterator[Spelling]:
    if not isinstance(spelling, ShapeWords):
        if all(wire in stated for wire in spelling.wires):
            yield spelling
        return
    ratios, tiers = (_kept(wire, words, stated) for wire, words in _sides(spelling))
    if ratios or tiers:
        ratio, tier = spelling.ratio if ratios else "", spelling.tier if tiers else ""
        more = tuple(spelling.more) if ratios else ()
        yield evolve(spelling, ratio=ratio, ratios=ratios, tier=tier, tiers=tiers, more=more)


def _sides(spelling: ShapeWords) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    yield spelling.ratio, spelling.ratios
    yield spelling.tier, spelling.tiers


def _kept(
    wire: str, words: tuple[tuple[str, str], ...], stated: Mapping[str, JsonMapping]
) -> tuple[tuple[str, str], ...]:
    if wire not in stated:
        return ()
    domain = _domain(wire, stated[wire])
    return tuple(pair for pair in words if domain is None or domain.has(pair[1]))


def _domain(name: str, descriptor: JsonMapping) -> Domain | None:
    """Returns what a descriptor allows, None for one that says only that the parameter is there."""
    kind = descriptor.get("type")
    if kind == "boolean":
        return None
    if kind == "enum":
        words = descriptor.get("values")
        if not isinstance(words, list) or not words:
            raise no_schema("an enum must list its values", KEYS[0], name)
        plain = [word for word in words if isinstance(word, (str, bool)) or is_number(word)]
        return OneOf(*plain) if len(plain) == len(words) else Json()
    if kind == "range":
        low, high = descriptor.get("min"), descriptor.get("max")
        if not all(end is None or is_whole(end) for end in (low, high)):
            raise no_schema("the ends of a range must be whole numbers", KEYS[0], name)
        return Int(*(int(end) if is_number(end) else None for end in (low, high)))
    raise no_schema("a parameter is an enum, a range or a boolean", KEYS[0], name)
