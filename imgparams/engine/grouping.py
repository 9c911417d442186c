"""Writes the rows of a target in groups that share no field, each as if nothing else were asked.

What a group writes for a wish, and what that comes to (read back, counted, measured), is the same in every call, so it
is remembered for plain wishes: numbers, short texts, shapes. Where pictures are asked it is found out each time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from imgparams.contract import NO_LIMITS, SHAPE, Limits, Row, Wishes
from imgparams.engine.measuring import count, differences, met, pixels, shape_met
from imgparams.engine.memory import is_short, keep
from imgparams.engine.reading import Asked, read
from imgparams.engine.solving import Reason, Solution, share
from imgparams.engine.verifying import Served, unverified
from imgparams.errors import Change
from imgparams.geometry import Size
from imgparams.target import Target
from imgparams.values import FrozenDict

Reasons = Mapping[str, tuple[Reason, ...]]  # by wire
_NO_REASONS: Reasons = FrozenDict()


class Written(NamedTuple):
    """What the rows of a group write for their wishes, and what that comes to.

    `wires` are those of each row. `exact` if all is as asked, `adds` if it says more, `lacks` if the caller must do
    something first. `row` is the number of the first of these rows. `changes` are measured when they are first read.
    """

    row: int
    wishes: Wishes
    wires: tuple[Mapping[str, object], ...]
    back: Asked
    exact: bool
    adds: bool
    lacks: bool
    images: int | None
    pixels: Size | None
    places: tuple[str, ...]
    found: list[Change]
    target: Target
    reasons: Reasons

    @property
    def changes(self) -> list[Change]:
        if not self.found and not (self.exact and not self.adds):
            flat = {wire: value for own in self.wires for wire, value in own.items()}
            solution = Solution(flat, NO_LIMITS, self.reasons)
            wish = Asked(self.wishes, {})
            self.found.extend(differences(self.target, wish, wish, solution, self.pixels, self.back))
        return self.found


class Group(NamedTuple):
    """Rows that share fields, and these fields."""

    rows: tuple[Row, ...]
    names: tuple[str, ...]


def groups_of(target: Target) -> list[Group]:
    """Returns the rows in groups that share no field; the parts of a shape are one wish, so they are never apart."""
    groups: list[Group] = []
    for row in target.model_rows:
        if row.fields:
            own = SHAPE if {*row.fields} & {*SHAPE} else row.fields
            joined = [group for group in groups if {*group.names} & {*own}]
            rows = tuple(other for group in joined for other in group.rows)
            names = dict.fromkeys(name for group in joined for name in group.names)
            groups = [group for group in groups if group not in joined]
            groups.append(Group((*rows, row), tuple(dict.fromkeys([*names, *own]))))
    return groups


class Groups:
    """What writes the groups of one target."""

    def __init__(self, served: Served) -> None:
        self.served, self.target, self.provider = served, served.bound, served.bound.provider
        self.every = groups_of(self.target)

    def number_of(self, row: Row) -> int:
        """Returns the number of a row's group, -1 if it says no field."""
        return next((at for at, group in enumerate(self.every) if any(row is one for one in group.rows)), -1)

    def written(
        self, group: Group, wishes: Wishes, limits: Limits = NO_LIMITS, reasons: Reasons = _NO_REASONS
    ) -> Written:
        """Returns what a group writes for wishes within limits, as the interpreter would find it."""
        from imgparams.tables.images import tokens

        target, wires = self.target, self._emitted(group, wishes, limits)
        flat = {wire: value for own in wires for wire, value in own.items()}
        back, shaped = read(target, flat), group.names[0] in SHAPE
        fields, px = {**target.fixed, **back.fields}, pixels(target, flat) if shaped else None
        exact = all(
            shape_met(name, wish, fields, px) if name in SHAPE else met(name, wish, fields.get(name))
            for name, wish in wishes.items()
        )
        adds = bool(back.raw) or any(name not in wishes and not (wishes and name in SHAPE) for name in back.fields)
        lacks = _may_lack(group, flat, back) or any(True for value in flat.values() for _ in tokens(value))
        places = tuple(dict.fromkeys(doubt.place for doubt in unverified(self.served, flat)))
        row = next(at for at, own in enumerate(target.model_rows) if own is group.rows[0])
        n = count(target, flat) if "n" in group.names else None
        return Written(row, wishes, wires, back, exact, adds, lacks, n, px, places, [], target, reasons)

    def _emitted(self, group: Group, wishes: Wishes, limits: Limits) -> tuple[dict[str, object], ...]:
        shares = share(self.target, wishes["references"]) if "references" in wishes else {}
        wires = []
        for row in group.rows:
            own = {name: wishes[name] for name in row.fields if name in wishes}
            if "references" in own:
                own["references"] = shares.get(id(row), ())
            emitted = row.emit(own, limits, self.provider) if own else {}
            wires.append(emitted or row.always(limits, self.provider))
        return tuple(wires)

    def lost(self, name: str, wish: Any) -> Written:
        """Returns what becomes of a field that no row says."""
        exact = shape_met(name, wish, {}, None) if name in SHAPE else met(name, wish, None)
        after, back = len(self.target.model_rows), Asked({}, {})
        return Written(after, {name: wish}, (), back, exact, False, False, None, None, (), [], self.target, {})

    def one_writer(self, group: Group) -> Callable[[Any], Written]:
        """Returns what writes the wish for one field, and remembers plain ones."""
        memory: dict[tuple[object, ...], Written] = {}
        (name,) = group.names

        def written(wish: Any) -> Written:
            if not is_short(wish):
                return self.written(group, {name: wish})
            found = memory.get((type(wish), wish))
            if found is None:
                found = self.written(group, {name: wish})
                keep(memory, (type(wish), wish), found)
            return found

        return written

    def group_writer(self, group: Group) -> Callable[[Wishes], Written]:
        """Returns what writes the wishes for several fields, and remembers shapes."""
        memory: dict[tuple[object, ...], Written] = {}
        shape = {*group.names} <= {*SHAPE}

        def written(fields: Wishes) -> Written:
            wishes = {name: fields[name] for name in group.names if name in fields}
            ratio = wishes.get("aspect_ratio")
            key = wishes.get("size"), ratio.text if ratio else None, wishes.get("resolution")
            found = memory.get(key) if shape else None
            if found is None:
                found = self.written(group, wishes)
                if shape:
                    keep(memory, key, found)
            return found

        return written

    def losses(self) -> Callable[[Wishes], list[Written]]:
        """Returns what finds the fields that no row says, and remembers plain ones."""
        memory: dict[tuple[object, ...], Written] = {}
        known = frozenset(name for group in self.every for name in group.names)

        def lost(fields: Wishes) -> list[Written]:
            return [one(name, wish) for name, wish in fields.items() if name not in known]

        def one(name: str, wish: Any) -> Written:
            if not is_short(wish):
                return self.lost(name, wish)
            found = memory.get((name, type(wish), wish))
            if found is None:
                found = self.lost(name, wish)
                keep(memory, (name, type(wish), wish), found)
            return found

        return lost


def _may_lack(group: Group, flat: Mapping[str, object], back: Asked) -> bool:
    """Whether something that a row requires may be missing in what its group writes."""
    return any(
        (row.always_sent and not any(wire in flat for wire in row.wires))
        or any(row.needs(name) and name not in back.fields for name in row.fields if name not in SHAPE)
        for row in group.rows
    )
