"""Reads a flat request through the rows of a target, and an intent as what is asked of the target."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve, frozen

from imgparams.contract import SHAPE, Wishes
from imgparams.intent import READERS, Intent
from imgparams.paths import PLACES, parse, rebuild
from imgparams.target import Target
from imgparams.texts import has_secret
from imgparams.values import FrozenDict, JsonObject, Value, same

_NOTHING = FrozenDict()


@frozen(eq=False, repr=False)
class Asked(Value):
    """What is asked of one target: fields of the intent, and vendor-specific wires.

    `where` has the wires of each field if it was read from a request; `overruled` are wires in `raw` whose field is set
    too, so they are never written.
    """

    fields: Wishes
    raw: Mapping[str, object]
    where: Mapping[str, tuple[str, ...]] = _NOTHING
    overruled: frozenset[str] = frozenset()

    def without(self, name: str, provider: str) -> Asked:
        """Returns the same without one field, or without one wire named `provider_options.<provider>.<wire>`."""
        wire = raw_wire(name, provider)
        fields = {key: value for key, value in self.fields.items() if key != name}
        return evolve(self, fields=fields, raw={key: value for key, value in self.raw.items() if key != wire})


def raw_name(provider: str, wire: str) -> str:
    """Returns the name of a vendor-specific wire in changes and needs."""
    return f"provider_options.{provider}.{wire}"


def raw_wire(name: str, provider: str) -> str:
    """Returns the wire of such a name, "" for the name of a field."""
    head = raw_name(provider, "")
    return name.removeprefix(head) if name.startswith(head) else ""


def read(target: Target, flat: Mapping[str, object]) -> Asked:
    """Returns what a request asks for; what no row can read stays raw."""
    flat = target.present(flat)
    fields: JsonObject = {}
    where: dict[str, tuple[str, ...]] = {}
    used: set[str] = set()
    value: Any
    for row in target.rows_with(flat):
        for name, value, wires in row.read(flat, target.provider):
            if name == "references":
                value = fields.get(name, ()) + value
            elif name in fields:
                continue
            fields[name] = value
            where[name] = where.get(name, ()) + tuple(wire for wire in wires if wire in flat)
            if not row.reads or set(wires) <= set(row.wires):  # else they say more than the field, and stay raw
                used.update(wires)
    constants = target.constants
    raw = {
        wire: value
        for wire, value in flat.items()
        if wire not in used and not (wire in constants and same(constants[wire].value, value))
    }
    if not fields.get("references", True):  # an empty list asks for nothing
        del fields["references"]
    return Asked(fields, raw, where)


def without_ignored(target: Target, flat: Mapping[str, object]) -> dict[str, object]:
    """Returns a request without those wires of its size that the vendor ignores next to the others."""
    rules = target.rules_on_sizes
    if not rules:
        return dict(flat)
    view = target.view(target.present(flat))
    broken = {wire for rule in rules for wire, _, _ in rule.broken(view)}
    sizes = {wire for row in target.by_field[SHAPE[0]] for wire in row.wires}
    return {wire: value for wire, value in flat.items() if wire not in broken & sizes}


def read_effective(target: Target, flat: Mapping[str, object]) -> Asked:
    """Returns what a request asks for as the vendor would run it: pixels that the vendor ignores stay raw."""
    effective = without_ignored(target, flat)
    asked = read(target, effective)
    rest = {wire: value for wire, value in target.present(flat).items() if wire not in effective}
    return evolve(asked, raw={**asked.raw, **rest}) if rest else asked


def _own_wires(target: Target, options: Mapping[str, object]) -> dict[str, object]:
    """Returns vendor-specific fields as wires of a target, with those of another version of the API as their twins."""
    flat = target.tree_with_twins.flatten(options)
    return as_twins(target, {wire: value for wire, value in flat.items() if value is not None})[0]


def as_twins(target: Target, raw: Mapping[str, object]) -> tuple[dict[str, object], dict[str, str]]:
    """Returns wires with those of another version of the API as the twins that a target has, and where each stood.

    What says no more than the wires of the target itself do, or has no twin there, stays as it is.
    """
    own: JsonObject = dict(raw)
    stood: dict[str, str] = {}
    for row in target.model_rows:
        for twin in row.twins:
            wire, other = row.wires[0], twin.of(row.wires[0])
            if other not in own or wire in raw:
                continue
            there, left = twin.translated(other, own.pop(other))
            if there is not None:
                own[wire] = [*own.get(wire, ()), *there] if twin.items else there
                stood.setdefault(wire, other)
            if left is not None:
                own[other] = left
    return own, stood


def asked_of(intent: Intent, target: Target) -> Asked:
    """Returns what an intent asks of a target; an entry of `provider_options` that a row can read is that field.

    A field that the intent sets itself wins.
    """
    fields = dict(intent.given)
    options = fields.pop("provider_options", {}).get(target.provider)
    if not options:
        return Asked(fields, _NOTHING)
    if target.natives.issuperset(options):
        return Asked(fields, target.present({wire: value for wire, value in options.items() if value is not None}))
    flat = _own_wires(target, options)
    lifted = read(target, flat)
    shape_asked = any(name in fields for name in SHAPE)
    raw, overruled = dict(lifted.raw), set()
    for name, value in lifted.fields.items():
        if name in fields or (name in SHAPE and shape_asked):
            if not (name in fields and same(fields[name], value)):
                raw |= {wire: flat[wire] for wire in lifted.where[name]}
                overruled |= set(lifted.where[name])
        else:
            fields[name] = value
    fields = {name: fields[name] for name in READERS if name in fields}
    return Asked(fields, raw, overruled=frozenset(overruled))


def intent_of(asked: Asked, provider: str) -> Intent:
    """Returns the intent that asks for this, with vendor-specific wires in its `provider_options`."""
    return Intent(**asked.fields, provider_options={provider: rebuild(asked.raw)})


def overlaid(target: Target, flat: Mapping[str, object], only: str = "") -> JsonObject:
    """Returns the intent's fields of a request as the vendor would run it, with its known defaults."""
    view = target.view(target.present(flat))
    if only:
        wires = {wire for row in target.by_field.get(only, ()) for wire in (*row.wires, *row.reads)}
        return {**target.fixed, **read(target, {w: v for w, v in view.overlaid.items() if w in wires}).fields}
    return {**target.fixed, **read(target, view.overlaid).fields}


def unknown_wires(target: Target, flat: Mapping[str, object]) -> tuple[str, ...]:
    """Returns the wires that the table does not know and the vendor may take.

    Keys of other places than the body (`header:`, `query:`, `path:`) and credentials are never sent unless a table has
    them.
    """
    if target.unknown == "refused":
        return ()
    branches = target.tree.branches
    unknown = (wire for wire in flat if wire not in target.by_wire and not wire.startswith(PLACES))
    return tuple(w for w in unknown if parse(w) not in branches and not has_secret(w.rpartition(".")[2], flat[w]))
