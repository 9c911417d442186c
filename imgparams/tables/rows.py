"""Rows of single values.

    Param       one wire, one field of the intent         Native        one wire with no portable equivalent
    Const       one wire, always the same value           Model         the wire that names the model
    Fixed       no wire: the target always does this      Alternatives  one field, written in one of several ways
    Product     one number as the product of two wires

Rows of pictures are in `pictures`: Pictures, Slots, Content, Mask. The row of sizes, and its short forms, are in
`sizes`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic

import attrs
from attrs import frozen

from imgparams.contract import SHAPE, WORDS, Default, Doubt, Field, Limits, Reading, Row, T, Wishes, problem
from imgparams.intent import NO_SEED, READERS, takes
from imgparams.tables.conditions import Not
from imgparams.tables.domains import Domain, Int, OneOf, W, outside
from imgparams.tables.images import Image
from imgparams.tables.twins import Twin, twin_faults
from imgparams.tables.words import Text
from imgparams.texts import shown, word_text
from imgparams.values import FrozenDict, as_tuple, freeze, is_number, same

if TYPE_CHECKING:
    from imgparams.errors import Problem


def _frozen(value: W | None) -> W | None:
    """Returns the same value frozen; a converter in the class's own type variable keeps its type for type checkers."""
    return freeze(value)  # type: ignore[no-any-return]


@frozen
class Param(Row, Generic[T, W]):
    """One wire for one field of the intent (None: it has no portable equivalent).

    `default` is what the vendor does if the wire is absent, `default_when` the conditions for it; a default is never
    sent just because it is one. `unset` values are legal and mean "not set". `accepts` is a wider set that the vendor
    accepts but changes, `disputed_to` one that some sources allow. `is_maximum` is for a count that is only an upper
    limit. `deprecated` names the successor. `twins` are wires of another version of the API that say the same.
    """

    wire: str
    field: Field[T] | None
    domain: Domain[T, W]
    required: bool = attrs.field(default=False, kw_only=True)
    default: W | None = attrs.field(default=None, converter=_frozen, kw_only=True)
    default_when: Mapping[str, Domain] = attrs.field(factory=FrozenDict, converter=freeze, kw_only=True)
    nullable: bool = attrs.field(default=False, kw_only=True)
    unset: tuple[object, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    accepts: Domain | None = attrs.field(default=None, kw_only=True)
    disputed_to: Domain | None = attrs.field(default=None, kw_only=True)
    twins: tuple[Twin, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    is_maximum: bool = attrs.field(default=False, kw_only=True)
    deprecated: str = attrs.field(default="", kw_only=True)
    note: str = attrs.field(default="", kw_only=True)
    source: str = attrs.field(default="", kw_only=True)
    disputed: str = attrs.field(default="", kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return (self.wire,)

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.field,) if self.field else ()

    def unset_words(self) -> Iterator[tuple[str, object]]:
        return ((self.wire, word) for word in self.unset)

    def defaults(self) -> Iterator[Default]:
        if self.default is not None:
            yield self.wire, self.default, self.default_when

    def emit(self, asked: Wishes, limits: Limits, provider: str) -> dict[str, object]:
        domain = limits.domain(self.wire, self.domain)
        if domain is None or self.field is None:
            return {}
        wish = asked[self.field]
        if self.field == Field.seed and isinstance(domain, Int):
            if wish == NO_SEED:
                return {}
            wish = domain.fold(wish, self.unset)
        value = domain.write(wish, provider)
        if any(same(value, word) for word in self.unset):  # legal, but it would not mean what was asked
            value = domain.meet(Not(OneOf(*self.unset))).write(wish, provider)
        return {} if value is None else {self.wire: value}

    def read(self, flat: Mapping[str, object], provider: str) -> Iterator[Reading]:
        if self.field is None or self.wire not in flat:
            return
        value = self.domain.read(flat[self.wire], provider)
        if value is not None and takes(self.field, value) and not (self.field == Field.seed and value == NO_SEED):
            yield self.field, value, (self.wire,)

    def problems(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        if self.wire not in flat:
            if self.required:
                yield problem(self, self.wire, None, "missing", f"required: {self.describe()}")
            return
        value = flat[self.wire]
        fault = self.domain.fault(value)
        if fault and self.accepts and self.accepts.has(value):
            why = f"accepted, but the vendor changes it to {self.describe()}"
            yield problem(self, self.wire, value, "altered", why, allowed=fault.allowed, level="warning")
        elif fault and self.disputed_to and self.disputed_to.has(value):
            why = f"{self.describe()}; but {self.disputed}"
            yield problem(self, self.wire, value, "disputed", why, allowed=fault.allowed, level="warning")
        else:
            for fault in self.domain.faults(value):
                yield problem(self, self.wire, value, fault.code, fault.why, allowed=fault.allowed, at=fault.at)
        if self.deprecated:
            yield problem(self, self.wire, value, "deprecated", self.deprecated, level="warning")

    def doubts(self, flat: Mapping[str, object]) -> Iterator[Doubt]:
        value = flat.get(self.wire)
        if value is not None and self.domain.has(value):
            any_word = self.field in WORDS and isinstance(self.domain, Text)
            why = "no list of words is published" if any_word else self.domain.doubt(value)
            if why:
                yield Doubt(self.field or "", self.wire, why)

    def write_raw(self, wire: str, value: object, limits: Limits) -> object:
        domain = limits.domain(wire, self.domain)
        return None if domain is None else value if domain.has(value) else domain.encode(value)

    def only_maximum(self, flat: Mapping[str, object]) -> bool:
        return self.is_maximum and self.wire in flat

    def write_forced(self, wire: str, default: object, limits: Limits, provider: str) -> dict[str, object]:
        domain = limits.domain(wire, self.domain)
        if domain is None:
            return {}
        nearest = domain.encode(default)
        value = nearest if nearest is not None else domain.first()
        return {} if value is None else {wire: value}

    def describe(self) -> str:
        return self.domain.describe()

    def domains(self) -> Iterator[Domain]:
        yield from (self.domain, *self.wider)

    @property
    def wider(self) -> tuple[Domain, ...]:
        """The wider sets that give a warning, not an error."""
        return tuple(domain for domain in (self.accepts, self.disputed_to) if domain is not None)

    def with_domain(self, domain: Domain) -> Row:
        return attrs.evolve(self, domain=domain)

    def table_faults(self) -> Iterator[str]:
        if self.default is not None and not (self.domain.has(self.default) or self.default in self.unset):
            yield f"{self.wire}: the default {shown(self.default)} is {outside(self.domain)}"
        yield from twin_faults(self)
        if self.field in SHAPE:
            yield f"{self.wire}: size, aspect_ratio and resolution need a Sizes row"
        if self.field is not None and (self.field in ("references", "mask")) != isinstance(self.domain, Image):
            yield f"{self.wire}: references and mask need an Image domain, and no other field takes one"


def Native(wire: str, domain: Domain[Any, W], *, default: W | None = None, **facts: Any) -> Param[Any, W]:
    """A wire with no portable equivalent, set through `provider_options`; `facts` as in Param."""
    return Param(wire, None, domain, default=default, **facts)


@frozen
class Const(Row):
    """A wire that always holds this value; `also_legal` values are kept as they are (a model's dated id).

    `optional` if leaving it out means the same.
    """

    wire: str
    value: object = attrs.field(converter=freeze)
    also_legal: tuple[object, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    optional: bool = attrs.field(default=False, kw_only=True)
    nullable: bool = attrs.field(default=False, kw_only=True)
    note: str = attrs.field(default="", kw_only=True)
    source: str = attrs.field(default="", kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return (self.wire,)

    def defaults(self) -> Iterator[Default]:
        if self.optional:
            yield self.wire, self.value, FrozenDict()

    @property
    def always_sent(self) -> bool:
        return not self.optional

    def always(self, limits: Limits, provider: str) -> dict[str, object]:
        return {self.wire: self.value}

    def write_raw(self, wire: str, value: object, limits: Limits) -> object:
        return value if self.means(value) else None

    @property
    def is_constant(self) -> bool:  # type: ignore[override]
        return True

    def means(self, value: object) -> bool:
        return any(same(value, own) for own in (self.value, *self.also_legal))

    def problems(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        value = flat.get(self.wire)
        if self.wire not in flat:
            if not self.optional:
                yield problem(self, self.wire, None, "missing", f"required: {self.describe()}")
        elif not self.means(value):
            same_type = type(value) is type(self.value)
            yield problem(
                self,
                self.wire,
                value,
                "not_allowed" if same_type else "wrong_type",
                self.describe(),
                allowed=(self.value, *self.also_legal),
            )

    def describe(self) -> str:
        return f"always {word_text(self.value)}"


@frozen
class Model(Row):
    """The wire that names the model: the target's `model`, or any text if that is "" (a target for any model)."""

    wire: str = "model"
    optional: bool = attrs.field(default=False, kw_only=True)
    nullable: bool = attrs.field(default=False, kw_only=True)
    default: str | None = attrs.field(default=None, kw_only=True)
    note: str = attrs.field(default="", kw_only=True)
    source: str = attrs.field(default="", kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return (self.wire,)

    @property
    def names_model(self) -> bool:  # type: ignore[override]
        return True

    def describe(self) -> str:
        return "the name of the model"

    def for_model(self, model: str, aliases: tuple[str, ...]) -> Row:
        nullable, note, source = self.nullable, self.note, self.source
        if model:  # absent means another model if the vendor's default is one
            optional = self.optional and self.default in (None, model)
            return Const(
                self.wire, model, also_legal=aliases, optional=optional, nullable=nullable, note=note, source=source
            )
        domain, required = Text(min_length=1), not self.optional
        return Native(
            self.wire, domain, required=required, default=self.default, nullable=nullable, note=note, source=source
        )


@frozen
class Fixed(Row):
    """No wire: the target always does this, so asking for it is not a change."""

    field: str
    value: object = attrs.field(converter=freeze)
    note: str = attrs.field(default="", kw_only=True)
    source: str = attrs.field(default="", kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return ()

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.field,)

    def fixed(self) -> Mapping[str, object]:
        return {self.field: READERS[self.field](self.value)}

    def describe(self) -> str:
        return f"always {word_text(self.value)}"

    def table_faults(self) -> Iterator[str]:
        if self.field in READERS and not takes(self.field, self.value):
            yield f"{self.field} can't be {shown(self.value)}"


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
        """Returns the wires that are nearest to a wish, None if the limits leave nothing."""
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


@frozen
class Alternatives(Row):
    """One field that can be written in several ways: the first that expresses it, for a number the nearest.

    `default` is what the vendor does if the wires are absent, as wire -> value. `more` words are legal on the switches
    and say nothing about the field.
    """

    field: str
    cases: tuple[Alternative, ...] = attrs.field(converter=as_tuple)
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
        return ((wire, value, FrozenDict()) for wire, value in self.default.items())

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
        domain = limits.domain(wire, self.domain_of(wire))
        value = domain.first() if domain else None
        return {} if value is None else {wire: value}

    def describe(self) -> str:
        domains = [case.domain for case in self.cases if case.domain]
        words = [case.means for case in self.cases if not case.domain]
        single = [word_text(word) for word in words if not any(domain.has(word) for domain in domains)]
        return " or ".join(dict.fromkeys([*single, *(domain.describe() for domain in domains)]))

    def table_faults(self) -> Iterator[str]:
        for case in self.cases:
            if bool(case.wire) != (case.domain is not None) or (case.domain is None) == (case.means is None):
                yield f"an alternative of {self.field} needs either a wire with a domain, or a value in means"


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

    field: str
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
        best = max(_factors(wish, *domains), default=None) or (0, *(domain.encode(1) for domain in domains))
        numbers = dict(zip(self.wires, best[1:], strict=True))
        return {
            wire: number
            for (wire, number), domain in zip(numbers.items(), left, strict=True)
            if domain and number is not None and (number > 1 or wire == self.wires[0])
        }

    def read(self, flat: Mapping[str, object], provider: str) -> Iterator[Reading]:
        numbers = [domain.decode(flat[wire]) for wire, domain in (self.first, self.second) if wire in flat]
        factors = [number for number in numbers if number is not None and number > 0]
        if factors and len(factors) == len(numbers):
            product = math.prod(factors)
            if takes(self.field, product):
                yield self.field, product, tuple(wire for wire in self.wires if wire in flat)

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
