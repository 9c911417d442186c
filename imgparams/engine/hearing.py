"""Reads back requests that are plainly right; the interpreter reads the others.

Where `right` (see `preparing`) says so, every key is a wire and every value legal. Then a plain number or text is the
field as it is; what other rows say is read by them, and remembered; and what no field says is raw.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from imgparams.contract import SHAPE, Row
from imgparams.engine.folding import Right
from imgparams.engine.grouping import Group, groups_of
from imgparams.engine.memory import is_short, keep
from imgparams.engine.reading import read
from imgparams.intent import READERS
from imgparams.target import Target
from imgparams.values import JsonMapping, JsonObject, same

Own = tuple[tuple[str, object], ...]  # wires and their values
_TEXTS = ("prompt", "negative_prompt", "user")
_MOST_BITS = 2**64
_PLACE = {name: place for place, name in enumerate(READERS)}.__getitem__


class Heard(NamedTuple):
    """What a request says: fields, raw wires, the wires of each field, and those of the shape with their values."""

    fields: JsonObject
    raw: JsonObject
    where: JsonObject
    shape: Own


class _Wires(NamedTuple):
    """What is known of the wires of a target.

    `plain` are those that say a field as it is, with the field and the wires it has; `group_of` has the number of the
    group of each; `changing` change what others say; `nulls` and `unset` words mean "not set".
    """

    plain: Mapping[str, tuple[str, tuple[str, ...]]]
    group_of: Mapping[str, int]
    changing: frozenset[str]
    nulls: frozenset[str]
    unset: Mapping[str, list[object]]
    constants: Mapping[str, object]


def _wires(target: Target, groups: list[Group]) -> _Wires:
    return _Wires(
        {group.rows[0].wires[0]: (group.names[0], group.rows[0].wires) for group in groups if _is_plain(group)},
        {wire: at for at, group in enumerate(groups) for row in group.rows for wire in row.wires},
        frozenset(wire for row in target.model_rows for wire in row.reads),
        frozenset(wire for wire, words in target.absences.items() if None in words),
        {wire: words for wire, words in target.absences.items() if words != [None]},
        {wire: row.value for wire, row in target.constants.items()},
    )


Hearer = Callable[[Any], "Heard | None"]  # None for what must be looked at


def hearer(target: Target, right: Right) -> Hearer:
    """Returns what reads a request of a target that is plainly right."""
    groups = groups_of(target)
    plain, group_of, changing, nulls, unset, constants = _wires(target, groups)
    readers = [_reader(target) for _ in groups]
    shaped = next((at for at, group in enumerate(groups) if group.names[0] in SHAPE), -1)
    is_flat = target.keys.issuperset(target.by_wire)

    def hear(request: Any) -> Heard | None:
        if not right(request):
            return None
        body = request[0] if target.in_list and type(request) is list else request
        fields: JsonObject = {}
        raw: JsonObject = {}
        where: JsonObject = {}
        parts: dict[int, list[tuple[str, object]]] = {}
        for wire, value in body.items() if is_flat else target.tree.flatten(body).items():
            if value is None and wire in nulls:
                continue
            if wire in unset and any(same(value, word) for word in unset[wire]):
                continue
            if wire in plain:
                name, own = plain[wire]
                fields[name], where[name] = value, own
            elif wire in group_of:
                parts.setdefault(group_of[wire], []).append((wire, value))
            elif wire in changing:
                return None
            elif not (wire in constants and same(constants[wire], value)):
                raw[wire] = value
        for number, some in parts.items():
            found = readers[number](tuple(some))
            fields.update(found[0])
            raw.update(found[1])
            where.update(found[2])
        if len(fields) > 1:
            fields = {name: fields[name] for name in sorted(fields, key=_PLACE)}
        return Heard(fields, raw, where, tuple(parts.get(shaped, ())))

    return hear


def _is_plain(group: Group) -> bool:
    """Whether every legal value of a group is that of its field, as it is."""
    from imgparams.tables.domains import Int, Num
    from imgparams.tables.rows import Param
    from imgparams.tables.words import Text

    row: Row = group.rows[0]
    if len(group.rows) > 1 or not isinstance(row, Param):
        return False
    domain = row.domain
    if type(domain) is Text:
        return row.field in _TEXTS
    if not isinstance(domain, (Int, Num)) or type(domain) not in (Int, Num):  # a class of its own reads otherwise
        return False
    if domain.min is None or domain.max is None:
        return False
    if isinstance(domain, Int):
        return row.field != "strength" and domain.min >= (row.field == "n") and domain.max < _MOST_BITS
    least, most = (0, 1) if row.field == "strength" else (1 - _MOST_BITS, _MOST_BITS - 1)
    return least <= domain.min and domain.max <= most and domain.scale == 1 and not domain.flip


def _reader(target: Target) -> Callable[[Own], tuple[JsonMapping, JsonMapping, JsonMapping]]:
    """Returns what reads some wires, and remembers plain ones."""
    memory: dict[object, tuple[JsonMapping, JsonMapping, JsonMapping]] = {}

    def heard(own: Own) -> tuple[JsonMapping, JsonMapping, JsonMapping]:
        key = tuple((wire, type(value), value) for wire, value in own) if _are_short(own) else None
        found = memory.get(key) if key else None
        if found is None:
            asked = read(target, dict(own))
            found = {name: READERS[name](value) for name, value in asked.fields.items()}, asked.raw, asked.where
            if key:
                keep(memory, key, found)
        return found

    return heard


def _are_short(own: Iterable[tuple[str, object]]) -> bool:
    return all(is_short(value) for _, value in own)
