"""The two directions through the rows of a target: read a flat request, and solve for one.

Rules narrow. A rule that fires limits the domains of the wires in its `then`; every row is written again from what was
asked, inside all limits; a limit stays, so this ends. Nothing is repaired after the fact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from imgparams.intent import READERS, Intent, Reference
from imgparams.paths import parse, rebuild
from imgparams.report import Change, bad_table
from imgparams.target import SHAPE, Row, Target, View
from imgparams.values import Value, same

if TYPE_CHECKING:
    from imgparams.domains import Domain


@frozen(eq=False, repr=False)
class Asked(Value):
    """What is asked of one target: intent fields, and wires that no field says.

    `where` has the wires of each field when it was read from a request; `beaten` are wires in `raw` that say a field
    which was asked directly, so that they are never written.
    """

    fields: Mapping[str, Any]
    raw: Mapping[str, Any]
    where: Mapping[str, tuple[str, ...]] = field(factory=dict)
    beaten: frozenset[str] = frozenset()

    def without(self, name: str, provider: str) -> Asked:
        """The same without one field, or without one wire said as `provider_options.<provider>.<wire>`."""
        wire = raw_wire(name, provider)
        fields = {key: value for key, value in self.fields.items() if key != name}
        return evolve(self, fields=fields, raw={key: value for key, value in self.raw.items() if key != wire})


def raw_name(provider: str, wire: str) -> str:
    """What a wire that no field says is called in changes and needs."""
    return f"provider_options.{provider}.{wire}"


def raw_wire(name: str, provider: str) -> str:
    """The wire of such a name, "" for the name of a field."""
    head = raw_name(provider, "")
    return name.removeprefix(head) if name.startswith(head) else ""


def read(target: Target, flat: Mapping[str, object]) -> Asked:
    """What the wires of a request say; what no row can read stays raw."""
    flat = target.present(flat)
    fields: dict[str, Any] = {}
    where: dict[str, tuple[str, ...]] = {}
    used: set[str] = set()
    value: Any
    for row in target.settled_rows:
        for name, value, wires in row.read(flat, target.provider):
            if name == "references":
                value = fields.get(name, ()) + value
            elif name in fields:
                continue
            fields[name] = value
            where[name] = where.get(name, ()) + tuple(wire for wire in wires if wire in flat)
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


def unignored(target: Target, flat: Mapping[str, object]) -> dict[str, object]:
    """A request without the wires of its size that the vendor takes without effect beside the others."""
    rules = [rule for rule in target.rules if rule.effect == "ignored"]
    view = View(target.present(flat), target)
    broken = {wire for rule in rules for wire, _, _ in rule.broken(view)}
    sizes = {wire for row in target.by_field.get(SHAPE[0], ()) for wire in row.wires}
    return {wire: value for wire, value in flat.items() if wire not in broken & sizes}


def read_heard(target: Target, flat: Mapping[str, object]) -> Asked:
    """What a request says as the vendor would run it: pixels that count for nothing are no wish, they stay raw."""
    heard = unignored(target, flat)
    asked = read(target, heard)
    rest = {wire: value for wire, value in target.present(flat).items() if wire not in heard}
    return evolve(asked, raw={**asked.raw, **rest}) if rest else asked


def asked_of(intent: Intent, target: Target) -> Asked:
    """What an intent asks of a target: an entry of `provider_options` that a row can read is that field.

    A field that is asked directly wins.
    """
    given = {name: getattr(intent, name) for name in READERS if name != "provider_options"}
    fields = {name: value for name, value in given.items() if value is not None and value != ()}
    options = intent.provider_options.get(target.provider)
    if not options:
        return Asked(fields, {})
    flat = {wire: value for wire, value in target.tree.flatten(options).items() if value is not None}
    lifted = read(target, flat)
    shape_asked = any(name in fields for name in SHAPE)
    raw, beaten = dict(lifted.raw), set()
    for name, value in lifted.fields.items():
        if name in fields or (name in SHAPE and shape_asked):
            if not (name in fields and same(fields[name], value)):
                raw |= {wire: flat[wire] for wire in lifted.where[name]}
                beaten |= set(lifted.where[name])
        else:
            fields[name] = value
    fields = {name: fields[name] for name in READERS if name in fields}
    return Asked(fields, raw, beaten=frozenset(beaten))


def intent_of(asked: Asked, provider: str) -> Intent:
    """The intent that asks for this, what no field says in its `provider_options`."""
    options = {provider: rebuild(asked.raw)} if asked.raw else {}
    return Intent(**asked.fields, provider_options=options)


@frozen(eq=False, repr=False)
class Solution(Value):
    """A flat request, the limits that rules put on its wires, and why."""

    flat: Mapping[str, object]
    limits: Mapping[str, tuple[Domain, ...]]
    whys: Mapping[str, tuple[str, ...]]


def solve(target: Target, asked: Asked) -> Solution:
    """The request nearest to what is asked that no rule refuses."""
    limits: dict[str, tuple[Domain, ...]] = {}
    whys: dict[str, tuple[str, ...]] = {}
    while True:
        flat = _write(target, asked, limits)
        view = View(flat, target)
        settled = True
        for rule in target.rules:
            new = [(wire, limit) for wire, limit in rule.narrows(view) if limit not in limits.get(wire, ())]
            if not new:
                continue
            why = rule.why + rule.by_default(view)
            for wire, limit in new:
                limits[wire] = (*limits.get(wire, ()), limit)
                whys[wire] = (*whys.get(wire, ()), why)
            if not all(_silent(target, asked, view, wire, limit) for wire, limit in new):
                settled = False
                break
        if settled:
            return Solution(flat, limits, whys)


def _silent(target: Target, asked: Asked, view: View, wire: str, limit: Domain) -> bool:
    """Whether a limit can't change the request: nothing asked of the wire's row, nothing sent, no default broken."""
    row = target.by_wire[wire]
    return not (
        view.breaks(wire, limit)
        or any(name in asked.fields for name in row.fields)
        or any(other in view.flat or other in asked.raw for other in row.wires)
    )


def _write(target: Target, asked: Asked, limits: Mapping[str, tuple[Domain, ...]]) -> dict[str, object]:
    flat: dict[str, object] = {}
    shares = share(target, asked.fields.get("references", ()))
    provider = target.provider
    for row in target.settled_rows:
        wishes = {name: asked.fields[name] for name in row.fields if name in asked.fields}
        if "references" in wishes:
            wishes["references"] = shares.get(id(row), ())
        got = row.emit(wishes, limits, provider) if wishes else {}
        got |= dict(_raw(row, got, asked, limits, provider)) if asked.raw else {}
        flat |= got or row.insist(limits, provider)
    if target.unknown == "forwarded":
        branches = target.tree.branches
        flat |= {w: v for w, v in asked.raw.items() if w not in target.by_wire and parse(w) not in branches}
    _force(target, flat, limits)
    return flat


def share(target: Target, references: tuple[Reference, ...]) -> dict[int, tuple[Reference, ...]]:
    """Each reference to the row that can say it as it is, else to the first that takes its role."""
    shares: dict[int, tuple[Reference, ...]] = {}
    every = target.by_field.get("references", ())
    references = tuple(reference for reference in references if any(row.room(reference, ()) for row in every))
    for reference in references:
        alone = len(references) == 1
        rows = [row for row in every if (alone or not row.alone) and row.room(reference, shares.get(id(row), ()))]
        direct = [row for row in rows if row.direct(reference, target.provider)]
        for row in (direct or rows)[:1]:
            shares[id(row)] = (*shares.get(id(row), ()), reference)
    return shares


def _raw(
    row: Row, got: Mapping[str, object], asked: Asked, limits: Mapping[str, tuple[Domain, ...]], provider: str
) -> Iterator[tuple[str, object]]:
    """The wires of a row that are asked for as they are and may be said so."""
    mine = {w: asked.raw[w] for w in row.wires if w in asked.raw and w not in got and w not in asked.beaten}
    if not row.fields:
        near = ((wire, row.repeat(wire, value, limits)) for wire, value in mine.items())
        yield from ((wire, value) for wire, value in near if value is not None)
    elif mine and row.leaves(mine, got, limits, provider):
        yield from mine.items()
    else:
        kept: dict[str, object] = {}
        for wire, value in mine.items():
            if row.leaves({**kept, wire: value}, got, limits, provider):
                kept[wire] = value
        yield from kept.items()


def _force(target: Target, flat: dict[str, object], limits: Mapping[str, tuple[Domain, ...]]) -> None:
    """Sends what a rule asks for where the vendor's default breaks it."""
    view = View(flat, target)
    for wire, conditions in limits.items():
        if wire not in flat and any(view.breaks(wire, condition) for condition in conditions):
            forced = target.by_wire[wire].force(wire, view.value(wire), limits, target.provider)
            if not forced:
                raise bad_table(f"{target.name}: the rules leave {wire} no legal value", target.name)
            flat |= forced
            view = View(flat, target)  # what was forced may have changed a default


def overlaid(target: Target, flat: Mapping[str, object]) -> dict[str, Any]:
    """The intent fields of a request as the vendor would run it: its known defaults read as asked."""
    view = View(target.present(flat), target)
    return {**target.fixed, **read(target, view.overlaid).fields}


def superfluous(asked: Asked, provider: str, why: str) -> tuple[Change, ...]:
    """Changes for wires of another vendor that have no place here."""
    return tuple(
        Change(raw_name(provider, wire), "dropped", value, None, why)
        for wire, value in asked.raw.items()
        if value is not None
    )
