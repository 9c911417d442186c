"""Rules: constraints between wires.

Rules narrow what wires may hold; they never repair. Conditions are domains on wire values, PRESENT, ABSENT and the
like.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from imgparams.contract import AnyRule, Effect, View
from imgparams.tables.conditions import ABSENT, OFF, Count
from imgparams.tables.domains import Domain, Int
from imgparams.tables.images import tokens
from imgparams.values import as_tuple, freeze, is_whole

Conditions = Mapping[str, Domain]  # by wire


def _alternatives(when: Conditions | tuple[Conditions, ...]) -> tuple[Conditions, ...]:
    return (_frozen(when),) if isinstance(when, Mapping) else tuple(map(_frozen, when))


def _frozen(conditions: Conditions) -> Conditions:
    return freeze(conditions)  # type: ignore[no-any-return]


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@frozen
class Rule(AnyRule):
    """If every condition of `when` holds, those of `then` must; `why` is the vendor's sentence.

    `when` is one mapping of conditions by wire, or several, of which one must hold. `effect`: refused (an error),
    ignored (no effect), altered (accepted and changed), or disputed (sources disagree: a warning that never changes a
    request). For "x needs y", use `Needs`.
    """

    when: tuple[Conditions, ...] = field(converter=_alternatives)
    then: Conditions = field(converter=_frozen)
    why: str
    effect: Effect = "refused"
    source: str = ""

    @property
    def wires(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*(wire for conditions in self.when for wire in conditions), *self.then)))

    def by_default(self, view: View, wire: str = "") -> str:
        """Returns which defaults made this rule fire, or break at a wire: ` (alchemy is true by default)`."""
        met = next((conditions for conditions in self.when if _met(conditions, view)), {})
        wires = [other for other, condition in met.items() if condition.about_value]
        silent = [other for other in dict.fromkeys([*wires, wire]) if other and other not in view.flat]
        defaults = [f"{other} is {_shown(view.value(other))}" for other in silent if view.value(other) is not None]
        return f" ({' and '.join(defaults)} by default)" if defaults else ""

    def on(self, view: View) -> bool:
        """Whether the rule fires."""
        for conditions in self.when:  # noqa: SIM110  a third of the time of `check` is spent here
            if _met(conditions, view):
                return True
        return False

    def narrows(self, view: View) -> Iterable[tuple[str, Domain]]:
        """Returns the conditions that the wires must meet now."""
        return self.then.items() if self.effect != "disputed" and self.on(view) else ()

    def broken(self, view: View) -> Iterator[tuple[str, str, Domain | None]]:
        """Yields (wire, why, condition) of each fault."""
        if self.on(view):
            for wire, condition in self.then.items():
                if view.breaks(wire, condition):
                    yield wire, self.why, condition


def _met(conditions: Conditions, view: View) -> bool:
    for wire, condition in conditions.items():  # noqa: SIM110  as above
        if not view.meets(wire, condition):
            return False
    return True


def Needs(wire: str, needed: str, why: str = "", effect: Effect = "refused", source: str = "") -> Rule:
    """A wire that may be set only if another one is: `Needs("mask", "image")`; false counts as not set."""
    return Rule({needed: OFF}, {wire: OFF}, why or f"{wire} needs {needed}", effect, source)


@frozen
class Between(AnyRule):
    """At least `min` and at most `max` of these wires are set; later ones are left out."""

    of: tuple[str, ...] = field(converter=as_tuple)
    min: int
    max: int
    why: str
    effect: Effect = "refused"
    source: str = ""

    @property
    def wires(self) -> tuple[str, ...]:
        return self.of

    def narrows(self, view: View) -> Iterable[tuple[str, Domain]]:
        present = [wire for wire in self.of if wire in view.flat]
        present.sort(key=lambda wire: any(True for _ in tokens(view.flat[wire])))  # what needs nothing comes first
        return [(wire, ABSENT) for wire in present[self.max :]] if self.effect != "disputed" else ()

    def broken(self, view: View) -> Iterator[tuple[str, str, Domain | None]]:
        present = [wire for wire in self.of if wire in view.flat]
        for wire in present[self.max :]:
            yield wire, self.why, None
        if len(present) < self.min:
            yield self._absent(view.flat), self.why, None

    def lacks(self, flat: Mapping[str, object]) -> str:
        too_few = self.effect == "refused" and sum(wire in flat for wire in self.of) < self.min
        return self._absent(flat) if too_few else ""

    def _absent(self, flat: Mapping[str, object]) -> str:
        return next(wire for wire in self.of if wire not in flat)


def AtMost(of: Iterable[str], max: int, why: str, effect: Effect = "refused", source: str = "") -> Between:
    """At most `max` of these wires are set; later ones are left out."""
    return Between(of, 0, max, why, effect, source)


def amount(value: object) -> int:
    """Returns an amount: a number itself, the items of a list."""
    if isinstance(value, (list, tuple)):
        return len(value)
    return int(value) if is_whole(value) else int(value is not None)


@frozen
class Total(AnyRule):
    """The sum of numbers and list lengths is at most `max`; later wires are reduced first."""

    of: tuple[str, ...] = field(converter=as_tuple)
    max: int
    why: str
    effect: Effect = "refused"
    source: str = ""

    @property
    def wires(self) -> tuple[str, ...]:
        return self.of

    def narrows(self, view: View) -> Iterable[tuple[str, Domain]]:
        return self._limits(view) if self.effect != "disputed" else ()

    def caps(self, wire: str) -> bool:
        return self.effect != "disputed" and wire in self.of

    def _limits(self, view: View) -> Iterator[tuple[str, Domain]]:
        over = sum(amount(view.value(wire)) for wire in self.of) - self.max
        for wire in reversed(self.of):
            value = view.value(wire)
            listed = isinstance(value, (list, tuple))
            cut = min(over, amount(value) - is_whole(value))  # a number stays at least 1
            if cut > 0:
                left = amount(value) - cut
                yield wire, ABSENT if not left else Count(max=left) if listed else Int(max=left)
                over -= cut

    def broken(self, view: View) -> Iterator[tuple[str, str, Domain | None]]:
        over = sum(amount(view.value(wire)) for wire in self.of) > self.max
        wire, condition = next(iter(self._limits(view)), (self.of[-1], None))
        if over:
            yield wire, self.why, condition


@frozen
class SameLength(AnyRule):
    """If the second list is there, it has as many items as the first."""

    of: tuple[str, str] = field(converter=as_tuple)
    why: str
    effect: Effect = "refused"
    source: str = ""

    @property
    def wires(self) -> tuple[str, ...]:
        return self.of

    def _differ(self, view: View) -> bool:
        first, second = (amount(view.flat.get(wire)) for wire in self.of)
        return self.of[1] in view.flat and first != second

    def narrows(self, view: View) -> Iterable[tuple[str, Domain]]:
        return [(self.of[1], ABSENT)] if self.effect != "disputed" and self._differ(view) else ()

    def broken(self, view: View) -> Iterator[tuple[str, str, Domain | None]]:
        if self._differ(view):
            yield self.of[1], self.why, None
