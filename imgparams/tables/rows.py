"""Rows of single values.

    Param       one wire, one field of the intent         Native        one wire with no portable equivalent
    Const       one wire, always the same value           Model         the wire that names the model
    Fixed       no wire: the target always does this

Rows of several wires for one field are in `alternatives`, rows of pictures in `pictures`, the row of sizes in `sizes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic

import attrs
from attrs import frozen

from imgparams.contract import (
    NUMERIC,
    SHAPE,
    TEXTS,
    WORDS,
    Default,
    Doubt,
    Field,
    Limits,
    Reading,
    Row,
    T,
    Wishes,
    problem,
)
from imgparams.intent import NO_SEED, READERS, takes
from imgparams.tables.conditions import ABSENT, PRESENT, Not
from imgparams.tables.domains import Domain, Int, Num, OneOf, W, outside
from imgparams.tables.images import Image
from imgparams.tables.twins import Twin, twin_faults
from imgparams.tables.words import Text
from imgparams.texts import shown, word_text
from imgparams.values import FrozenDict, as_tuple, freeze, json_type, same

if TYPE_CHECKING:
    from imgparams.errors import Problem


def _frozen(value: W | None) -> W | None:
    """Returns the same value frozen; a converter in the class's own type variable keeps its type for type checkers."""
    return freeze(value)  # type: ignore[no-any-return]


def says(name: str, domain: Domain) -> bool:
    """Whether some legal value of a domain can be a value of a field of the intent."""
    if isinstance(domain, Text):
        return name in TEXTS
    if isinstance(domain, (Int, Num)):
        return name in NUMERIC
    values = domain.listed() or (domain.first(),)
    means = [value for value in map(domain.decode, values) if value is not None]
    return not means or any(takes(name, value) for value in means)


@frozen
class Param(Row, Generic[T, W]):
    """One wire for one field of the intent (None: it has no portable equivalent).

    `default` is what the vendor does if the wire is absent, `default_when` the conditions for it, `default_else` what
    it does where a single condition does not hold; a default is never sent just because it is one. `unset` values are
    legal and mean "not set". `accepts` is a wider set that the vendor accepts but changes, `disputed_to` one that some
    sources allow. `is_maximum` is for a count that is only an upper limit. `deprecated` names the successor. `twins`
    are wires of another version of the API that say the same.
    """

    wire: str
    field: Field[T] | None
    domain: Domain[T, W]
    required: bool = attrs.field(default=False, kw_only=True)
    default: W | None = attrs.field(default=None, converter=_frozen, kw_only=True)
    default_when: Mapping[str, Domain] = attrs.field(factory=FrozenDict, converter=freeze, kw_only=True)
    default_else: W | None = attrs.field(default=None, converter=_frozen, kw_only=True)
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
        if self.default_else is not None:
            unmet = {wire: _unmet(condition) for wire, condition in self.default_when.items()}
            yield self.wire, self.default_else, FrozenDict(unmet)

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
        if fault is None:
            pass
        elif self.accepts and self.accepts.has(value):
            why = f"accepted, but the vendor changes it to {self.describe()}"
            yield problem(self, self.wire, value, "altered", why, allowed=fault.allowed, level="warning")
        elif self.disputed_to and self.disputed_to.has(value):
            why = f"{self.describe()}; but {self.disputed}"
            yield problem(self, self.wire, value, "disputed", why, allowed=fault.allowed, level="warning")
        else:
            for fault in self.domain.faults(value):
                yield problem(self, self.wire, value, fault.code, fault.why, allowed=fault.allowed, at=fault.at)
        if self.deprecated:
            yield problem(self, self.wire, value, "deprecated", self.deprecated, level="warning")

    @property
    def is_open(self) -> bool:
        return self.domain.is_open or (self.field in WORDS and isinstance(self.domain, Text))

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
        return limits.forced(wire, self.domain, default)

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
        for default in (self.default, self.default_else):
            if default is not None and not (self.domain.has(default) or default in self.unset):
                yield f"{self.wire}: the default {shown(default)} is {outside(self.domain)}"
        if self.default_else is not None and not (len(self.default_when) == 1 and self.default is not None):
            yield f"{self.wire}: default_else needs a default with one condition in default_when"
        yield from twin_faults(self)
        if self.field in SHAPE:
            yield f"{self.wire}: size, aspect_ratio and resolution need a Sizes row"
        if self.field == Field.references:
            yield f"{self.wire}: references need a row of pictures: Pictures, Slots or Content"
        elif self.field is not None and (self.field == Field.mask) != isinstance(self.domain, Image):
            yield f"{self.wire}: a mask needs an Image domain, and no other field takes one"
        elif self.field in (*TEXTS, *NUMERIC, Field.stream) and not says(self.field, self.domain):
            yield f"{self.wire}: no legal value can be the field {self.field}"


def _unmet(condition: Domain) -> Domain:
    if condition in (PRESENT, ABSENT):
        return ABSENT if condition == PRESENT else PRESENT
    return Not(condition)


def Native(wire: str, domain: Domain[Any, W], *, default: W | None = None, **facts: Any) -> Param[Any, W]:
    """A wire with no portable equivalent, set through `provider_options`; `facts` as in Param."""
    return Param(wire, None, domain, default=default, **facts)


@frozen
class Const(Row):
    """A wire that always holds this value; `also_legal` values are kept as they are (a model's dated id).

    With `open` any other text is (the name of a deployment). `optional` if leaving it out means the same. With
    `read_only` it is parsed and never written.
    """

    wire: str
    value: object = attrs.field(converter=freeze)
    also_legal: tuple[object, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    open: bool = attrs.field(default=False, kw_only=True)
    optional: bool = attrs.field(default=False, kw_only=True)
    read_only: bool = attrs.field(default=False, kw_only=True)
    nullable: bool = attrs.field(default=False, kw_only=True)
    note: str = attrs.field(default="", kw_only=True)
    source: str = attrs.field(default="", kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return (self.wire,)

    def defaults(self) -> Iterator[Default]:
        if self.optional and not self.read_only:
            yield self.wire, self.value, FrozenDict()

    @property
    def always_sent(self) -> bool:
        return not self.optional

    def always(self, limits: Limits, provider: str) -> dict[str, object]:
        return {} if self.read_only else {self.wire: self.value}

    def write_raw(self, wire: str, value: object, limits: Limits) -> object:
        return value if self.means(value) else None

    @property
    def is_constant(self) -> bool:  # type: ignore[override]
        return True

    def means(self, value: object) -> bool:
        return any(same(value, own) for own in (self.value, *self.also_legal)) or self._is_other_text(value)

    def _is_other_text(self, value: object) -> bool:
        return self.open and isinstance(value, str) and value != ""

    def problems(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        value = flat.get(self.wire)
        if self.wire not in flat:
            if not self.optional:
                yield problem(self, self.wire, None, "missing", f"required: {self.describe()}")
        elif not self.means(value):
            same_type = json_type(value) == json_type(self.value)
            yield problem(
                self,
                self.wire,
                value,
                "not_allowed" if same_type else "wrong_type",
                self.describe(),
                allowed=(self.value, *self.also_legal),
            )

    def describe(self) -> str:
        return f"{word_text(self.value)} or another text" if self.open else f"always {word_text(self.value)}"


IN_A_PATH = Text(
    min_length=1,
    pattern=r"(?!\.{1,2}(?:/|$))[^/]+(?:/(?!\.{1,2}(?:/|$))[^/]+)*",
    means='of names between slashes, none of which is "", "." or ".."',
)


@frozen
class Model(Row):
    """The wire that names the model: the target's `model`, or any text if that is "" (a target for any model).

    With `open` the model's name is written, and any other text is legal: the name of a deployment. With `read_only`
    (and `optional`) it is parsed and never written: another of the vendor's paths names the model there. `default` is
    the vendor's model where the wire is absent, `default_when` and `default_else` as in `Param`.
    """

    wire: str = "model"
    open: bool = attrs.field(default=False, kw_only=True)
    optional: bool = attrs.field(default=False, kw_only=True)
    read_only: bool = attrs.field(default=False, kw_only=True)
    nullable: bool = attrs.field(default=False, kw_only=True)
    default: str | None = attrs.field(default=None, kw_only=True)
    default_when: Mapping[str, Domain] = attrs.field(factory=FrozenDict, converter=freeze, kw_only=True)
    default_else: str | None = attrs.field(default=None, kw_only=True)
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
                self.wire,
                model,
                also_legal=aliases,
                open=self.open,
                optional=optional,
                read_only=self.read_only,
                nullable=nullable,
                note=note,
                source=source,
            )
        domain = IN_A_PATH if self.wire.startswith("path:") else Text(min_length=1)
        return Native(
            self.wire,
            domain,
            required=not self.optional,
            default=self.default,
            default_when=self.default_when,
            default_else=self.default_else,
            nullable=nullable,
            note=note,
            source=source,
        )


@frozen
class Fixed(Row):
    """No wire: the target always does this, so asking for it is not a change."""

    field: Field[Any]
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
