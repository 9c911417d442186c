"""Rows of several wires for one field: written in one of several ways, or as the product of two numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs
from attrs import frozen

from imgparams.contract import FIELDS, Default, Doubt, Field, Limits, Reading, Row, Wishes, problem
from imgparams.intent import takes
from imgparams.tables.conditions import ABSENT
from imgparams.tables.domains import Domain, Int, OneOf
from imgparams.texts import shown, word_text
from imgparams.values import FrozenDict, as_tuple, freeze, is_number, same

if TYPE_CHECKING:
    from imgparams.errors import Problem


@frozen
class Alternative:
    """One way to write a field: these wires set like this, with a value that it `means`, or with a wire and a domain.

    `is_maximum` is for a count that is only an upper limit.
    """

    sets: Mapping[str, object] = attrs.field(converter=freeze)
    wire: str = ""
    domain: Domain | None = None
    means: object = attrs.field(default=None, converter=freeze, kw_only=True)
    is_maximum: bool = attrs.field(default=False, kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return (*self.sets, self.wire) if self.wire else tuple(self.sets)

    def on(self, flat: Mapping[str, object]) -> bool:
        """Whether the switches have these values."""
        return all(wire in flat and same(flat[wire], word) for wire, word in self.sets.items())

    def write(self, wish: object, limits: Limits) -> dict[str, object] | None:
        """Returns the wires that are nearest to a wish, None if it is another word or the limits leave nothing."""
        if self.domain is None and not (same(wish, self.means) or (is_number(wish) and is_number(self.means))):
            return None
        for wire, word in self.sets.items():
            if limits.domain(wire, OneOf(word)) != OneOf(word):
                return None
        domain = limits.domain(self.wire, self.domain) if self.domain else None
        value = domain.encode(wish) if domain else None
        if self.wire and value is None:
            return None
        return {**self.sets, self.wire: value} if self.wire else dict(self.sets)

    def read(self, flat: Mapping[str, object]) -> object:
        if not self.on(flat):
            return None
        return self.domain.decode(flat[self.wire]) if self.domain and self.wire in flat else self.means


def _as_cases(cases: Iterable[Alternative]) -> tuple[Alternative, ...]:
    return tuple(cases)


@frozen
class Alternatives(Row):
    """One field that can be written in several ways: the first that expresses it, for a number the nearest.

    `default` is what the vendor does if the wires are absent, as wire -> value. `more` words are legal on the switches
    and say nothing about the field.
    """

    field: Field[Any]
    cases: tuple[Alternative, ...] = attrs.field(converter=_as_cases)
    default: Mapping[str, object] = attrs.field(factory=FrozenDict, converter=freeze, kw_only=True)
    more: tuple[object, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    note: str = attrs.field(default="", kw_only=True)
    source: str = attrs.field(default="", kw_only=True)
    disputed: str = attrs.field(default="", kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(wire for case in self.cases for wire in case.wires))

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.field,)

    def defaults(self) -> Iterator[Default]:
        names = [case.wire for case in self.cases if case.wire and not case.sets]  # any of them says the field
        for wire, value in self.default.items():
            yield wire, value, FrozenDict((name, ABSENT) for name in names if name != wire and wire in names)

    def emit(self, asked: Wishes, limits: Limits, provider: str) -> dict[str, object]:
        wish = asked[self.field]
        written = ((case, case.write(wish, limits)) for case in self.cases)
        ways = [(case.read(wires), wires) for case, wires in written if wires is not None]
        return min(ways, key=lambda entry: _distance(wish, entry[0]))[1] if ways else {}

    def read(self, flat: Mapping[str, object], provider: str) -> Iterator[Reading]:
        for case in self.cases:
            value = case.read(flat)
            if value is not None and takes(self.field, value):
                yield self.field, value, case.wires
                return

    def domains(self) -> Iterator[Domain]:
        yield from (case.domain for case in self.cases if case.domain is not None)

    def domain_of(self, wire: str) -> Domain:
        """Returns what is legal on one of the wires."""
        words = [case.sets[wire] for case in self.cases if wire in case.sets]
        if words:
            return OneOf(*dict.fromkeys((*words, *self.more)))
        return next(case.domain for case in self.cases if case.wire == wire and case.domain)

    def problems(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        for wire in self.wires:
            if wire in flat:
                for fault in self.domain_of(wire).faults(flat[wire]):
                    yield problem(self, wire, flat[wire], fault.code, fault.why, allowed=fault.allowed, at=fault.at)

    def doubts(self, flat: Mapping[str, object]) -> Iterator[Doubt]:
        for case in self.cases:
            if case.domain is not None and case.on(flat) and (why := case.domain.doubt(flat.get(case.wire))):
                yield Doubt(self.field, case.wire, why)

    def only_maximum(self, flat: Mapping[str, object]) -> bool:
        return any(case.is_maximum and case.on(flat) for case in self.cases)

    def write_forced(self, wire: str, default: object, limits: Limits, provider: str) -> dict[str, object]:
        return limits.forced(wire, self.domain_of(wire), default)

    def describe(self) -> str:
        domains = [case.domain for case in self.cases if case.domain]
        words = [case.means for case in self.cases if not case.domain]
        single = [word_text(word) for word in words if not any(domain.has(word) for domain in domains)]
        return " or ".join(dict.fromkeys([*single, *(domain.describe() for domain in domains)]))

    def table_faults(self) -> Iterator[str]:
        for case in self.cases:
            if bool(case.wire) != (case.domain is not None) or (case.domain is None) == (case.means is None):
                yield f"an alternative of {self.field} needs either a wire with a domain, or a value in means"
            elif case.means is not None and self.field in FIELDS and not takes(self.field, case.means):
                yield f"{self.field} can't be {shown(case.means)}"


def _distance(wish: object, became: object) -> tuple[bool, bool, object]:
    """Returns a key by which nearer is smaller: the same, then a number not above the wish, then the nearest."""
    if same(wish, became):
        return False, False, 0
    if not is_number(wish) or not is_number(became):
        return True, True, 0
    return True, became > wish, abs(became - wish)


def _factors(wish: int, first: Domain, second: Domain) -> Iterator[tuple[int, int, int]]:
    """Yields products not above a wish, with their legal factors, the largest first factors first."""
    for a in range(min(wish, first.encode(wish) or 1), 0, -1):
        if first.has(a):
            b = next((b for b in range(min(wish // a, second.encode(wish) or 1), 0, -1) if second.has(b)), None)
            if b is not None:
                yield a * b, a, b
                if a * b == wish:
                    return


@frozen
class Product(Row):
    """A number written as the product of two wires: the greatest not above it, the first wire as large as possible.

    Each wire has a domain of whole numbers and counts as 1 if it is absent.
    """

    field: Field[Any]
    first: tuple[str, Int] = attrs.field(converter=as_tuple)
    second: tuple[str, Int] = attrs.field(converter=as_tuple)
    nullable: bool = attrs.field(default=False, kw_only=True)
    note: str = attrs.field(default="", kw_only=True)
    source: str = attrs.field(default="", kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return (self.first[0], self.second[0])

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.field,)

    def defaults(self) -> Iterator[Default]:
        return ((wire, 1, FrozenDict()) for wire in self.wires)

    def emit(self, asked: Wishes, limits: Limits, provider: str) -> dict[str, object]:
        wish = asked[self.field]
        left = [limits.domain(wire, domain) for wire, domain in (self.first, self.second)]
        domains = [domain or OneOf(1) for domain in left]
        least = [domain.encode(1) for domain in domains]
        _, *factors = max(_factors(wish, *domains), default=(0, *least))
        return {
            wire: number
            for wire, number, domain in zip(self.wires, factors, left, strict=True)
            if domain and number is not None and (number > 1 or wire == self.wires[0])
        }

    def read(self, flat: Mapping[str, object], provider: str) -> Iterator[Reading]:
        numbers = [domain.decode(flat[wire]) for wire, domain in (self.first, self.second) if wire in flat]
        factors = [number for number in numbers if number is not None and number > 0]
        if factors and len(factors) == len(numbers):
            product = math.prod(factors)
            if takes(self.field, product):
                yield self.field, product, tuple(wire for wire in self.wires if wire in flat)

    def write_forced(self, wire: str, default: object, limits: Limits, provider: str) -> dict[str, object]:
        return limits.forced(wire, dict((self.first, self.second))[wire], default)

    def problems(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        for wire, domain in (self.first, self.second):
            fault = domain.fault(flat[wire]) if wire in flat else None
            if fault:
                yield problem(self, wire, flat[wire], fault.code, fault.why, allowed=fault.allowed)

    def doubts(self, flat: Mapping[str, object]) -> Iterator[Doubt]:
        for wire, domain in (self.first, self.second):
            if why := domain.doubt(flat.get(wire)):
                yield Doubt(self.field, wire, why)

    def describe(self) -> str:
        return f"{self.first[0]} times {self.second[0]}"

    def table_faults(self) -> Iterator[str]:
        yield from (
            f"{wire} counts as 1 when it is absent, so 1 must be legal"
            for wire, d in (self.first, self.second)
            if not d.has(1)
        )
