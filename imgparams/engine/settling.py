"""Writes the groups again that rules limit, round by round as `solve` does it.

Only the rules that can meet what is written are asked, and what a group writes within limits is remembered, with the
reasons for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from imgparams.contract import SHAPE, AnyRule, Limits, View, Wishes
from imgparams.engine.grouping import Group, Groups, Reasons, Written
from imgparams.engine.memory import is_short, keep
from imgparams.engine.reading import Asked
from imgparams.engine.solving import Reason, fires
from imgparams.geometry import Size

Triggered = tuple[AnyRule, frozenset[str] | None]  # a rule, and the wires without which it can't matter

_row_of = attrgetter("row")


class Settling:
    """What does this for one target, with the rules that can meet what is written."""

    def __init__(self, groups: Groups, rules: Sequence[Triggered], beside: Iterable[str]) -> None:
        self.groups, self.rules, self.target = groups, rules, groups.target
        self.beside = frozenset(beside)  # wires that change what others come to
        wires = {wire for rule, _ in rules for wire in rule.wires}
        for _ in range(2):
            wires |= {other for wire, _, when in self.target.row_defaults if wire in wires for other in when}
        self.defaults = [default for default in self.target.row_defaults if default[0] in wires]
        self.group_of = {id(row): group for group in groups.every for row in group.rows}
        self.memory: dict[tuple[object, ...], Written] = {}

    def __call__(
        self,
        fields: Wishes,
        flat: dict[str, object],
        raw: Mapping[str, object],
        more: list[Written],
        lacking: int,
        n: int | None,
        px: Size | None,
    ) -> tuple[list[Written], int, int | None, Size | None] | None:
        limits, reasons, asked = Limits(raw), dict[str, tuple[Reason, ...]](), Asked(fields, raw)
        again: dict[tuple[str, ...], Written] = {}
        view = View(flat, self.defaults)
        while True:
            limited = fires(self.target, asked, view, limits, reasons, rules=self.rules)
            if limited is None:
                break
            for row in self.target.rows_with(limited):
                group = self.group_of.get(id(row))
                wishes = {name: fields[name] for name in group.names if name in fields} if group else {}
                if group is not None and wishes:
                    again[group.names] = self._again(group, wishes, limits, reasons)
                    if not _replaced(flat, group, again[group.names].wires):
                        return None
                elif row.always_sent or row.is_constant or not raw.keys().isdisjoint(row.wires):
                    return None
            view = View(flat, self.defaults)
            if any(w not in flat and any(view.breaks(w, c) for c in conditions) for w, conditions in limits.items()):
                return None  # a default breaks it: something must be sent
        if not self.beside.isdisjoint(flat):
            return None
        for names, one in again.items():
            more = [other for other in more if not {*other.wishes} & {*names}]
            more.append(one)
            lacking |= one.lacks
            n = one.images if "n" in one.wishes else n
            px = one.pixels if {*one.wishes} & {*SHAPE} else px
        more.sort(key=_row_of)
        return more, lacking, n, px

    def _again(self, group: Group, wishes: Wishes, limits: Limits, reasons: Reasons) -> Written:
        own = {wire: reasons[wire] for row in group.rows for wire in row.wires if wire in reasons}
        ratio = wishes.get("aspect_ratio")
        plain = {**wishes, "aspect_ratio": ratio.text} if ratio else wishes
        if not all(name in SHAPE or is_short(wish) for name, wish in plain.items()):
            return self.groups.written(group, wishes, limits, own)
        values = tuple((name, type(wish), wish) for name, wish in plain.items())
        key = values, tuple((wire, limits.of(wire)) for wire in own), tuple(own.values())
        found = self.memory.get(key)
        if found is None:
            found = self.groups.written(group, wishes, limits, own)
            keep(self.memory, key, found)
        return found


def _replaced(flat: dict[str, object], group: Group, wires: Iterable[Mapping[str, object]]) -> bool:
    """Puts what was written again in its place, if that does not change the order of the request."""
    for row, own in zip(group.rows, wires, strict=True):
        if any(wire not in flat for wire in own):
            return False
        flat.update(own)
        for wire in row.wires:
            if wire in flat and wire not in own:
                del flat[wire]
    return True
