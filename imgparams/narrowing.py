"""Rules as a target sees them: what they look at, and what they leave.

A rule looks at a request over the vendor's defaults (`View`) and names conditions that wires must meet now; the
conditions of all rules that fired are the `Limits` within which the rows are written. The rules are in `tables.rules`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from imgparams.values import FrozenDict

if TYPE_CHECKING:
    from imgparams.tables.domains import Domain

Effect = Literal["refused", "ignored", "altered", "disputed"]
Default = tuple[str, object, Mapping[str, "Domain"]]  # (wire, value, when): what the vendor does when a wire is absent


class View:
    """A flat request as rules see it: its wires over the vendor's defaults."""

    def __init__(self, flat: Mapping[str, object], defaults: Iterable[Default] = ()) -> None:
        self.flat = flat
        self._defaults: dict[str, object] = {}
        for wire, value, when in defaults:  # those without a condition come first
            if wire not in flat and (
                not when or all(self.meets(other, condition) for other, condition in when.items())
            ):
                self._defaults.setdefault(wire, value)

    def value(self, wire: str) -> object:
        """Returns the value or the default, None if neither is known."""
        return self.flat[wire] if wire in self.flat else self._defaults.get(wire)

    @property
    def overlaid(self) -> dict[str, object]:
        return {**self._defaults, **self.flat}

    def meets(self, wire: str, condition: Domain) -> bool:
        """Whether a condition of a `when` holds; for an unknown default only ABSENT does."""
        return condition.is_met(wire in self.flat, self.value(wire))

    def breaks(self, wire: str, condition: Domain) -> bool:
        """Whether a condition of a `then` is broken; an unknown default breaks only PRESENT."""
        return condition.is_broken(wire in self.flat, self.value(wire))


class Limits:
    """What a row is written within: the conditions on each wire of the rules that fired, only ever added, in order.

    `beside` are the vendor-specific wires that the caller sets, for a row whose own wires mean something else next to
    them.
    """

    __slots__ = ("_conditions", "beside")

    def __init__(self, beside: Mapping[str, object] = FrozenDict()) -> None:
        self._conditions: dict[str, tuple[Domain, ...]] = {}
        self.beside = beside

    def add(self, wire: str, condition: Domain) -> None:
        self._conditions[wire] = (*self.of(wire), condition)

    def items(self) -> Iterable[tuple[str, tuple[Domain, ...]]]:
        return self._conditions.items()

    def of(self, wire: str) -> tuple[Domain, ...]:
        """Returns the conditions that a wire must meet."""
        return self._conditions.get(wire, ())

    def forbids(self, wire: str) -> bool:
        """Whether a wire, unless it is a switch, must be left out whatever its value."""
        return any(condition.forbids_others for condition in self.of(wire))

    def domain(self, wire: str, domain: Domain) -> Domain | None:
        """Returns what is left of a wire's domain, None if the wire must be left out."""
        for condition in self.of(wire):
            left = condition.narrow(domain)
            if left is None:
                return None
            domain = left
        return domain

    def allows(self, wire: str, value: object) -> bool:
        """Whether a wire may hold this value."""
        return all(condition.has(value) for condition in self.of(wire))

    def allow(self, wires: Mapping[str, object]) -> bool:
        """Whether all these wires may hold these values."""
        return all(self.allows(wire, value) for wire, value in wires.items())


NO_LIMITS = Limits()


class AnyRule:
    """The interface of rules for a target; they are in `tables.rules`."""

    why: str
    effect: Effect = "refused"
    source: str = ""
    then: Mapping[str, Domain] = FrozenDict()

    @property
    def wires(self) -> tuple[str, ...]:
        raise NotImplementedError

    def narrows(self, view: View) -> Iterable[tuple[str, Domain]]:
        """Returns the conditions that wires must meet now."""
        raise NotImplementedError

    def broken(self, view: View) -> Iterator[tuple[str, str, Domain | None]]:
        """Yields (wire, why, condition) of each fault."""
        raise NotImplementedError

    def by_default(self, view: View, wire: str = "") -> str:
        """Returns which defaults made it fire, as a text to follow its why."""
        return ""

    def lacks(self, flat: Mapping[str, object]) -> str:
        """Returns the wire that only the caller can fill, "" if none is missing."""
        return ""
