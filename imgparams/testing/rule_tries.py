"""What is tried of a rule: requests that break it at one wire by as little as can be, and requests that just meet it.

Every wire of a rule is given a value that its row takes. Where rows leave none for that, nothing is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import singledispatch
from itertools import product

from imgparams.contract import AnyRule, Row
from imgparams.tables.conditions import ABSENT, OFF, PRESENT, Not
from imgparams.tables.domains import Domain
from imgparams.tables.rows import Param
from imgparams.tables.rules import Between, Rule, SameLength, Total, amount
from imgparams.target import Target
from imgparams.testing.placing import placed
from imgparams.testing.smallest import Smallest, text_of_rule
from imgparams.testing.tries import fits, tries
from imgparams.testing.worked_cases import Case

Wires = Mapping[str, object]
Test = Callable[[Domain, bool, object], bool]  # of a condition, whether its wire is there, and its value or default
Wanted = list[tuple[str, Domain, Test]]


@singledispatch
def tried(rule: AnyRule, smallest: Smallest) -> Iterator[Case]:
    """Yields the cases that break a rule, and that meet it."""
    return iter(())


def _case(rule: AnyRule, smallest: Smallest, wires: Wires | None, broken_at: str) -> Iterator[Case]:
    if wires is not None:
        rows = {wire: smallest.target.by_wire[wire] for wire in (*rule.wires, *wires)}
        own = dict.fromkeys(wire for row in rows.values() for wire in row.wires)
        problems = [text_of_rule(rule, broken_at)] if broken_at else []
        title = f"{'broken at ' + broken_at if broken_at else 'met'}: {rule.why}"
        yield smallest.case(title, wires, problems, own, aside=rule)


@tried.register
def _(rule: Rule, smallest: Smallest) -> Iterator[Case]:
    target, then = smallest.target, list(rule.then.items())
    kept: Wanted = [(wire, condition, _keeps) for wire, condition in then]
    for conditions in rule.when:
        fires: Wanted = [(wire, condition, _met) for wire, condition in conditions.items()]
        yield from _case(rule, smallest, _given(target, [*fires, *kept]), "")
        for at, (wire, condition) in enumerate(then):
            wanted = [*fires, *kept[:at], (wire, condition, _breaks), *kept[at + 1 :]]
            yield from _case(rule, smallest, _given(target, wanted), wire)
    silent: Wanted = [(*next(iter(conditions.items())), _unmet) for conditions in rule.when if conditions]
    if len(silent) == len(rule.when):  # it does not fire, and what it would break is no fault
        yield from _case(rule, smallest, _given(target, [*silent, *((*one, _breaks) for one in then[:1])]), "")


def _met(condition: Domain, there: bool, value: object) -> bool:
    """Whether a condition holds, by what it declares; of an unknown default it does not."""
    if condition == PRESENT:
        return there
    if condition == ABSENT:
        return not there
    if condition == OFF:
        return value is False if there else value is not True
    return value is not None and fits(condition, value)


def _unmet(condition: Domain, there: bool, value: object) -> bool:
    return not _met(condition, there, value)


def _breaks(condition: Domain, there: bool, value: object) -> bool:
    """Whether a condition that must hold is broken; an unknown default breaks only PRESENT."""
    return (value is not None or condition in (PRESENT, ABSENT)) and not _met(condition, there, value)


def _keeps(condition: Domain, there: bool, value: object) -> bool:
    return not _breaks(condition, there, value)


def _given(target: Target, wanted: Wanted) -> Wires | None:
    """Returns wires of legal values that pass these tests; None where no such values are known."""
    given: dict[str, object] = {}
    rows: dict[int, tuple[Row, Wanted]] = {}
    for one in wanted:
        row = target.by_wire[one[0]]
        rows.setdefault(id(row), (row, []))[1].append(one)
    defaults = {wire: value for wire, value, when in reversed(target.row_defaults) if not when}
    for row, wants in rows.values():
        for wires in _legal(row, wants):
            every = {**defaults, **wires}
            if all(test(condition, wire in wires, every.get(wire)) for wire, condition, test in wants):
                given |= wires
                break
        else:
            return None
    return given


def _legal(row: Row, wants: Wanted) -> Iterator[Wires]:
    """Yields legal wires of a row: at the edges of the conditions first, then at its own, then none at all."""
    if isinstance(row, Param):
        conditions = [condition.domain if isinstance(condition, Not) else condition for _, condition, _ in wants]
        edges = (tried.value for condition in conditions for tried in tries(condition))
        yield from ({row.wire: value} for value in edges if row.domain.has(value) and value not in row.unset)
    for wires, problems in placed(row):
        if not problems and None not in wires.values():
            yield wires


@tried.register
def _(rule: Between, smallest: Smallest) -> Iterator[Case]:
    one_each = [_one(smallest.target, wire) for wire in rule.of]
    rows = {id(smallest.target.by_wire[wire]) for wire in rule.of}
    if None in one_each or len(rows) < len(rule.of):
        return

    def those(count: int) -> Wires:
        return {wire: value for wires in one_each[:count] for wire, value in (wires or {}).items()}

    yield from _case(rule, smallest, those(rule.max), "")
    if rule.max + 1 == len(rule.of):
        yield from _case(rule, smallest, those(rule.max + 1), rule.of[rule.max])
    if rule.min:
        yield from _case(rule, smallest, those(rule.min - 1), rule.of[rule.min - 1])


def _one(target: Target, wire: str) -> Wires | None:
    alone = (wires for wires, problems in placed(target.by_wire[wire]) if not problems and set(wires) == {wire})
    return next((wires for wires in alone if wires[wire] not in (None, [])), None)


@tried.register
def _(rule: Total, smallest: Smallest) -> Iterator[Case]:
    every = [[wires[wire] for wires in _each(smallest.target, wire)] for wire in rule.of]
    ends = [(min(some, key=_positive), max(some, key=amount)) for some in every if some]
    for chosen in product(*ends) if len(ends) == len(rule.of) else ():
        cut = [wire for wire, value in zip(rule.of, chosen, strict=True) if amount(value) > (not _is_list(value))]
        over = sum(map(amount, chosen)) > rule.max
        yield from _case(rule, smallest, dict(zip(rule.of, chosen, strict=True)), cut[-1] if over else "")


def _positive(value: object) -> int:
    """Returns how many there are, for an order in which none comes last."""
    return amount(value) or 10**9


def _is_list(value: object) -> bool:
    return isinstance(value, (list, tuple))


@tried.register
def _(rule: SameLength, smallest: Smallest) -> Iterator[Case]:
    first, second = rule.of
    for one in _each(smallest.target, first):
        for other in _each(smallest.target, second):
            differ = amount(one[first]) != amount(other[second])
            yield from _case(rule, smallest, {**one, **other}, second if differ else "")


def _each(target: Target, wire: str) -> Iterator[Wires]:
    """Yields legal values of a wire that is alone in its row."""
    for wires, problems in placed(target.by_wire[wire]):
        if not problems and set(wires) == {wire} and wires[wire] is not None:
            yield wires
