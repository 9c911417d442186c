"""Lists the facts that changed between two catalogs: `diff(old, new)`, for changelogs and alerts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs
from attrs import frozen

from imgparams import serial
from imgparams.contract import AnyRule, Row
from imgparams.target import Target
from imgparams.texts import shown
from imgparams.values import same

#: attributes of a target and its rows that are not facts about the vendor
_ABOUT = {"name", "rows", "rules", "operations", "checked", "wire", "keys"}


def diff(old: Mapping[str, Target], new: Mapping[str, Target]) -> tuple[FactChange, ...]:
    """Returns every fact that differs between two catalogs: added and removed targets, then each row and each rule.

    Rows are compared by their wires, or by their field if they have none. The date of a check does not count.
    `serial.load(Catalog, json.load(file))` reads a catalog that was dumped with an earlier version.
    """
    before, now = _operations_of(old), _operations_of(new)
    inner = [name for name in before if name in now and name not in old and name not in new]
    named = [(name, old.get(name), new.get(name)) for name in dict.fromkeys((*old, *new))]
    operations = [(name, before[name], now[name]) for name in inner]
    return tuple(change for name, one, other in (*named, *operations) for change in _targets(name, one, other))


def _operations_of(targets: Mapping[str, Target]) -> dict[str, Target]:
    """Returns the operations of targets by name."""
    return {each.name: each for target in targets.values() for each in target.operations.values()}


def _targets(name: str, old: Target | None, new: Target | None) -> Iterator[FactChange]:
    if old is None or new is None:
        target = new or old
        assert target is not None
        about = f"{target.method} {target.path}"
        yield FactChange(name, "", "target", old and about, new and about, target.docs)
    elif old != new:
        yield from _facts(name, "", old, new, new.docs)
        yield from _operations(name, old, new)
        yield from _rows(name, old, new)
        yield from _rules(name, old.rules, new.rules, new.docs)


def _operations(name: str, old: Target, new: Target) -> Iterator[FactChange]:
    before, now = sorted(old.operations), sorted(new.operations)
    if before != now:
        yield FactChange(name, "", "operations", before, now, new.docs)


def _rows(name: str, old: Target, new: Target) -> Iterator[FactChange]:
    left = list(old.rows)
    for row in new.rows:
        before = next((other for other in left if _keys(other) & _keys(row)), None)
        source = row.source or new.docs
        if before is None:
            yield FactChange(name, _place(row), "row", None, row.describe(), source)
        else:
            left.remove(before)
            yield from _facts(name, _place(row), before, row, source)
    for row in left:
        yield FactChange(name, _place(row), "row", row.describe(), None, new.docs)


def _keys(row: Row) -> set[str]:
    return set(row.wires or row.fields)


def _place(row: Row) -> str:
    return ", ".join(row.wires or row.fields)


def _facts(name: str, place: str, old: Any, new: Any, source: str) -> Iterator[FactChange]:
    """Yields the attributes that differ, each by its name in the table."""
    if type(old) is not type(new):
        yield FactChange(name, place, "row", *_told(old, new), source)
        return
    for attribute in attrs.fields(type(new)):
        fact = attribute.alias or attribute.name
        if fact in _ABOUT:
            continue
        before, now = getattr(old, attribute.name), getattr(new, attribute.name)
        if not same(serial.dump(before), serial.dump(now)):
            yield FactChange(name, place, fact, *_told(before, now), source)


def _told(old: object, new: object) -> tuple[object, object]:
    """Returns two values as text, or as plain data if the texts are the same."""
    texts = _said(old), _said(new)
    return (serial.dump(old), serial.dump(new)) if texts[0] == texts[1] else texts


def _said(value: object) -> object:
    """Returns a value as its own text, or as plain data."""
    if isinstance(value, Sequence) and value and all(hasattr(item, "describe") for item in value):
        return "; ".join(item.describe() for item in value)
    return value.describe() if hasattr(value, "describe") else None if value in ("", None) else serial.dump(value)


def _rules(name: str, old: tuple[AnyRule, ...], new: tuple[AnyRule, ...], docs: str) -> Iterator[FactChange]:
    gone, added = [rule for rule in old if rule not in new], [rule for rule in new if rule not in old]
    for rule in added:
        before = next((other for other in gone if other.why == rule.why), None)
        if before is not None:
            gone.remove(before)
        source = rule.source or docs
        earlier = None if before is None else serial.dump(before)
        now = rule.why if before is None else serial.dump(rule)
        yield FactChange(name, ", ".join(dict.fromkeys(rule.wires)), "rule", earlier, now, source)
    for rule in gone:
        yield FactChange(name, ", ".join(dict.fromkeys(rule.wires)), "rule", rule.why, None, docs)


@frozen
class FactChange:
    """One fact that has changed; `wire` is "" for a fact of the whole target.

    `fact` is a word of the table (`domain`, `default`, `required`, `status` ...), `rule`, `row` or `target`; `old` and
    `new` are texts or plain data, None if not set.
    """

    target: str
    wire: str
    fact: str
    old: Any
    new: Any
    source: str

    def __str__(self) -> str:
        place = f"{self.target} {self.wire}".rstrip()
        if self.fact in ("target", "row", "rule") and None in (self.old, self.new):
            value = self.new if self.old is None else self.old
            return f"{place}: {self.fact} {'added' if self.old is None else 'removed'}: {value}"
        return f"{place}: {self.fact}: {_plain(self.old)} -> {_plain(self.new)}"


def _plain(value: object) -> str:
    return "not set" if value is None else value if isinstance(value, str) else shown(value)
