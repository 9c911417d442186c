"""Finds the wires of a request that an answer speaks of, by the names that it uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from imgparams.answers.limits import folded, names_in
from imgparams.engine.body import flatten
from imgparams.paths import parse, spell
from imgparams.target import Target
from imgparams.values import JsonMapping

_MOST = 20  # fields that one error can be about


def flat_of(request: JsonMapping | None, target: Target) -> dict[str, object]:
    """Returns a request as wires, an empty one where there is none."""
    return dict(flatten(request, target)) if request is not None else {}


def wires_named(names: Sequence[str], target: Target, flat: Mapping[str, object]) -> list[str]:
    """Returns the wires that these names mean; a name that the table does not know stands for itself."""
    found = (_wire_of(name, target, flat) or _as_wire(name) for name in names[:_MOST])
    return list(dict.fromkeys(wire for wire in found if wire))


def _as_wire(name: str) -> str:
    """Returns a name as a wire of its own, "" if it is none."""
    name = name.strip().lstrip("#/$.").replace("/", ".")
    try:
        return spell(parse(name)) if len(name) <= 100 and name.isprintable() else ""
    except ValueError:
        return ""


def wires_in(message: str, target: Target, flat: Mapping[str, object]) -> list[str]:
    """Returns the wires whose names a message has as words; only those that were sent, if any of them was."""
    known = _by_last_name(target, flat)
    wires = list(dict.fromkeys(known[folded(name)] for name in names_in(message, _last_names(target, flat))))
    sent = [wire for wire in wires if wire in flat]
    return (sent or wires)[:_MOST]


def _wire_of(name: str, target: Target, flat: Mapping[str, object]) -> str | None:
    """Returns the wire of a name: as it is written, else by the last of its parts that a wire ends in."""
    name = name.strip().lstrip("#/$.").replace("/", ".")
    if name in target.by_wire or name in flat:
        return name
    wanted = _parts(name)
    if not wanted:
        return None
    candidates = [*flat, *(wire for wire in target.by_wire if wire not in flat)]
    for length in range(len(wanted), 0, -1):
        for wire in candidates:
            parts = _parts(wire)
            if parts[-length:] == wanted[-length:] or (length == len(wanted) and parts[:length] == wanted):
                return wire
        for start in reversed(range(len(wanted) - length)):  # with names after it: args.width.value, steps.int
            some = wanted[start : start + length]
            if match := next((wire for wire in candidates if _parts(wire)[-length:] == some), None):
                return match
    second = {folded(_last(spelling)): wire for spelling, wire in target.also_read.items()}
    return second.get(wanted[-1])


def _parts(wire: str) -> list[str]:
    """Returns the folded names of a wire, without the numbers of items."""
    place = wire.partition(":")[2] if wire.startswith(("path:", "query:", "header:")) else wire
    try:
        path = parse(place)
    except ValueError:
        path = tuple(place.split("."))
    return [part for part in (folded(str(step)) for step in path) if part and not part.isdigit()]


def _last(wire: str) -> str:
    return next((str(step) for step in reversed(parse(wire)) if isinstance(step, str)), wire)


def _last_names(target: Target, flat: Mapping[str, object]) -> Iterator[str]:
    yield from (_last(wire.partition(":")[2] or wire) for wire in (*target.by_wire, *flat))


def _by_last_name(target: Target, flat: Mapping[str, object]) -> dict[str, str]:
    """Returns the wires by their last names; one that was sent before one that was not."""
    found: dict[str, str] = {}
    for wire in (*flat, *target.by_wire):
        found.setdefault(folded(_last(wire.partition(":")[2] or wire)), wire)
    return found
