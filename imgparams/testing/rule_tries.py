"""What is tried of a rule: requests that break it at one wire by as little as can be, and requests that just meet it.

Every wire of a rule is given a value that its row takes. Where rows leave none for that, nothing is tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import singledispatch
from itertools import product

from imgparams.tables.domains import Domain
from imgparams.tables.rows import Param
from imgparams.tables.rules import AtMost, Rule, SameLength, Total, amount
from imgparams.target import AnyRule, Row, Target
from imgparams.testing.placing import placed
from imgparams.testing.smallest import Smallest, text_of_rule
from imgparams.testing.tries import tries
from imgparams.testing.worked_cases import Case

Wires = Mapping[str, object]
Wanted = list[tuple[str, Domain, bool]]  # wires, their conditions, and whether those are to hold


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
    fires: Wanted = [(wire, condition, True) for wire, condition in rule.when.items()]
    met: Wanted = [(wire, condition, True) for wire, condition in rule.then.items()]
    yield from _case(rule, smallest, _given(smallest.target, [*fires, *met]), "")
    for at, (wire, condition, _) in enumerate(met):
        rest = [*met[:at], *met[at + 1 :]]
        yield from _case(rule, smallest, _given(smallest.target, [*fires, (wire, condition, False), *rest]), wire)
    for at, (wire, condition, _) in enumerate(fires):  # it does not fire, and what it would break is no fault
        rest = [*fires[:at], *fires[at + 1 :], *((then, c, False) for then, c, _ in met[:1])]
        if condition.presence is not True and not _is_by_default(smallest.target, wire):
            yield from _case(rule, smallest, _given(smallest.target, [(wire, condition, False), *rest]), "")


def _is_by_default(target: Target, wire: str) -> bool:
    return any(wire == known for known, _, _ in target.row_defaults)


def _given(target: Target, wanted: Wanted) -> Wires | None:
    """Wires of legal values with which the conditions hold or do not, as wanted; None where no values are known."""
    found: dict[str, object] = {}
    rows: dict[int, tuple[Row, Wanted]] = {}
    for wire, condition, holds in wanted:
        row = target.by_wire[wire]
        rows.setdefault(id(row), (row, []))[1].append((wire, condition, holds))
    for row, wants in rows.values():
        fitting = (wires for wires in _legal(row, wants) if all(_holds(wires, *want) for want in wants))
        wires = next(fitting, None)
        if wires is None:
            return None
        found |= wires
    return found


def _legal(row: Row, wants: Wanted) -> Iterator[Wires]:
    """Legal wires of a row: those at the edges of the conditions first, then its own, and nothing at all."""
    if isinstance(row, Param):
        silent = [*row.unset, None]
        edges = (tried.value for _, condition, _ in wants for tried in tries(condition) if tried.value not in silent)
        yield from ({row.wire: value} for value in edges if row.domain.has(value))
    for wires, problems in placed(row):
        if not problems and None not in wires.values():
            yield wires


def _holds(wires: Wires, wire: str, condition: Domain, holds: bool) -> bool:
    if condition.presence is not None:
        return ((wire in wires) is condition.presence) is holds
    return wire in wires and condition.has(wires[wire]) is holds


@tried.register
def _(rule: AtMost, smallest: Smallest) -> Iterator[Case]:
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
    found = (wires for wires, problems in placed(target.by_wire[wire]) if not problems and set(wires) == {wire})
    return next((wires for wires in found if wires[wire] not in (None, [])), None)


@tried.register
def _(rule: Total, smallest: Smallest) -> Iterator[Case]:
    every = [[wires[wire] for wires in _each(smallest.target, wire)] for wire in rule.of]
    ends = [(min(some, key=_positive), max(some, key=amount)) for some in every if some]
    for chosen in product(*ends) if len(ends) == len(rule.of) else ():
        cut = [wire for wire, value in zip(rule.of, chosen, strict=True) if amount(value) > (not _is_list(value))]
        over = sum(map(amount, chosen)) > rule.max
        yield from _case(rule, smallest, dict(zip(rule.of, chosen, strict=True)), cut[-1] if over else "")


def _positive(value: object) -> int:
    """How many, none last."""
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
    """Legal values of a wire that is alone in its row."""
    for wires, problems in placed(target.by_wire[wire]):
        if not problems and set(wires) == {wire} and wires[wire] is not None:
            yield wires
