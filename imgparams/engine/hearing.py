"""Makes a function per target that reads back a request which is plainly right; the interpreter reads the others.

It is `right` (see `preparing`), and where that ends it knows every wire to be legal and every key to be a wire. A plain
number or text is the field as it is, what another row says is read by the row and remembered, and what no field says is
raw:

    def hear(body):
        ...                                                       # as `right`, False means "look"
        fields, raw, where, shape = {}, {}, {}, ()
        if v0 is not M: fields["prompt"] = v0; where["prompt"] = ("prompt",)
        if v1 is not M or v2 is not M: shape = k0(fields, raw, where, (("width", v1), ("height", v2)))
        if v3 is not M: raw["alchemy"] = v3
        return fields, raw, where, shape

`where` has the wires of each field, and `shape` those of the size with their values.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from imgparams.contract import FIELDS, SHAPE, Row
from imgparams.engine.grouping import Group, groups_of, is_short, keep
from imgparams.engine.preparing import MISSING, RightCode, clean
from imgparams.engine.reading import read
from imgparams.engine.verifying import Served
from imgparams.intent import READERS
from imgparams.values import JsonMapping, JsonObject, same

Own = tuple[tuple[str, object], ...]  # wires and their values, which may be missing
Hearer = Callable[[object], Any]  # returns fields, raw, where and shape, or False for what must be looked at
_TEXTS = ("prompt", "negative_prompt", "user")
_MOST_BITS = 2**64


def hearer(served: Served) -> Hearer:
    """Returns what reads a request of a target that is plainly right; False means "look"."""
    code = _HearerCode(served)
    text = code.text()
    space: dict[str, Any] = {**code.names, "M": MISSING, "clean": clean}
    exec(text, space)  # of values of the table only, as in `preparing`
    hear: Hearer = space["right"]
    return hear


class _HearerCode(RightCode):
    """The lines of `hear`."""

    def __init__(self, served: Served) -> None:
        super().__init__(served)
        self.groups = groups_of(self.target)

    def end(self) -> None:
        self.add(1, "fields, raw, where, shape = {}, {}, {}, ()")
        grouped = {id(row) for group in self.groups for row in group.rows}
        for group in sorted(self.groups, key=lambda group: min(map(FIELDS.index, group.names))):
            self._group(group)
        for row in self.target.model_rows:
            if id(row) not in grouped:
                self._raw(row)
        wide = [group for group in self.groups if len(group.names) > 1 and group.names[0] not in SHAPE]
        if wide:
            self.add(1, f"if len(fields) > 1: fields = {self.bind(_in_order)}(fields)")
        self.add(1, "return fields, raw, where, shape")

    def _group(self, group: Group) -> None:
        wires = [wire for row in group.rows for wire in row.wires]
        for wire in dict.fromkeys(wire for row in group.rows for wire in row.reads):  # it changes what the row says
            self.add(1, f"if {self.at[wire]} is not M: return False")
        if not wires:
            return
        there = " or ".join(f"{self.at[wire]} is not M" for wire in wires)
        if len(group.rows) == len(wires) == 1 and self._is_plain(group.rows[0]):
            name = group.names[0]
            self.add(1, f"if {there}: fields[{name!r}] = {self.at[wires[0]]}; where[{name!r}] = {(wires[0],)!r}")
            return
        own = ", ".join(f"({wire!r}, {self.at[wire]})" for wire in wires)
        shape = "shape = " if group.names[0] in SHAPE else ""
        self.add(1, f"if {there}: {shape}{self.bind(self._reader())}(fields, raw, where, ({own},))")

    def _raw(self, row: Row) -> None:
        for wire in row.wires:
            there = f"{self.at[wire]} is not M"
            if row.is_constant:
                there += f" and not {self.bind(same)}({self.bind(row.value)}, {self.at[wire]})"
            self.add(1, f"if {there}: raw[{wire!r}] = {self.at[wire]}")

    def _is_plain(self, row: Row) -> bool:
        """Whether every legal value of a row is that of its field, as it is."""
        from imgparams.tables.domains import Int, Num
        from imgparams.tables.rows import Param
        from imgparams.tables.words import Text

        if not isinstance(row, Param):
            return False
        if isinstance(row.domain, Text):
            return row.field in _TEXTS
        if isinstance(row.domain, Int) and row.field != "strength":
            least = 1 if row.field == "n" else 0
            low, high = row.domain.min, row.domain.max
            return low is not None and high is not None and low >= least and high < _MOST_BITS
        if isinstance(row.domain, Num) and not row.domain.flip and row.domain.scale == 1:
            low, high = (0, 1) if row.field == "strength" else (-_MOST_BITS + 1, _MOST_BITS - 1)
            inside = row.domain.min is not None and row.domain.max is not None
            return inside and low <= row.domain.min and row.domain.max <= high  # type: ignore[operator]
        return False

    def _reader(self) -> Callable[[JsonObject, JsonObject, JsonObject, Own], Own]:
        """Returns what reads some wires, and remembers plain ones."""
        memory: dict[Own, tuple[JsonMapping, JsonMapping, JsonMapping]] = {}

        def heard(fields: JsonObject, raw: JsonObject, where: JsonObject, own: Own) -> Own:
            there = [(wire, value) for wire, value in own if value is not MISSING]
            plain = all(is_short(value) for _, value in there)
            key = tuple((wire, (type(value), value)) for wire, value in there) if plain else ()
            found = memory.get(key) if plain else None
            if found is None:
                asked = read(self.target, dict(there))
                said = {name: READERS[name](asked.fields[name]) for name in READERS if name in asked.fields}
                found = said, asked.raw, asked.where
                if plain:
                    keep(memory, key, found)
            fields.update(found[0])
            raw.update(found[1])
            where.update(found[2])
            return tuple(there)

        return heard


def _in_order(fields: JsonObject) -> JsonObject:
    return {name: fields[name] for name in READERS if name in fields}
