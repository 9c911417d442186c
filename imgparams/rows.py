"""The rows of single values that tables are written in.

    Param       one wire, one intent field            Own          one wire that only the vendor knows
    Const       one wire, always this value           Model        the wire that names the model
    Fixed       no wire: the target always does this

Rows of pictures are in `parts`: Pictures, Keys. The row of sizes is in `shapes`: Sizes, and its short forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs
from attrs import frozen

from imgparams.domains import Domain, Not, OneOf, Text
from imgparams.images import Image
from imgparams.intent import takes
from imgparams.target import Limits, Row, problem
from imgparams.values import FrozenDict, as_tuple, freeze, same

if TYPE_CHECKING:
    from imgparams.report import Problem

__all__ = ["Const", "Fixed", "Model", "Own", "Param", "narrow"]


def narrow(domain: Domain, limits: Iterable[Domain]) -> Domain | None:
    """A domain inside what rules leave; None where the wire must be left out."""
    for limit in limits:
        if limit.presence is False:
            return None
        if limit.presence is None:
            domain = domain.meet(limit)
    return domain


@frozen
class Param(Row):
    """One wire that says one intent field (None: only the vendor knows it).

    `default` is what the vendor does when it is absent, `default_when` the conditions for that; never sent because it
    is a default. `unset` words are legal and mean "not asked". `accepts` is a wider set, taken and altered.
    `deprecated` names the successor. `note`, `source` and `disputed` are for the reader.
    """

    wire: str
    field: str | None
    domain: Domain
    required: bool = attrs.field(default=False, kw_only=True)
    default: Any = attrs.field(default=None, converter=freeze, kw_only=True)
    default_when: Mapping[str, Domain] = attrs.field(factory=FrozenDict, converter=freeze, kw_only=True)
    nullable: bool = attrs.field(default=False, kw_only=True)
    unset: tuple[Any, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    accepts: Domain | None = attrs.field(default=None, kw_only=True)
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

    def defaults(self) -> Iterator[tuple[str, object, Mapping[str, Domain]]]:
        if self.default is not None:
            yield self.wire, self.default, self.default_when

    def emit(self, asked: Mapping[str, Any], limits: Limits, provider: str) -> dict[str, object]:
        domain = narrow(self.domain, limits.get(self.wire, ()))
        if domain is None or self.field is None:
            return {}
        wish = asked[self.field]
        value = self.domain.write(wish, provider) if isinstance(self.domain, Image) else domain.encode(_plain(wish))
        if any(same(value, word) for word in self.unset):  # legal, but it would not say what was asked
            value = domain.meet(Not(OneOf.of(self.unset))).encode(_plain(wish))
        return {} if value is None else {self.wire: value}

    def read(self, flat: Mapping[str, object], provider: str) -> Iterator[tuple[str, object, tuple[str, ...]]]:
        if self.field is None or self.wire not in flat:
            return
        value = flat[self.wire]
        found = self.domain.read(value, provider) if isinstance(self.domain, Image) else self.domain.decode(value)
        if found is not None and takes(self.field, found):
            yield self.field, found, (self.wire,)

    def problems(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        if self.wire not in flat:
            if self.required:
                yield problem(self, self.wire, None, "missing", f"required: {self.describe()}")
            return
        value = flat[self.wire]
        fault = self.domain.fault(value)
        if fault and self.accepts and self.accepts.has(value):
            why = f"taken, but altered to {self.describe()}"
            yield problem(self, self.wire, value, "altered", why, allowed=fault.allowed, level="warning")
        else:
            for fault in self.domain.faults(value):
                yield problem(self, self.wire, value, fault.code, fault.why, allowed=fault.allowed, at=fault.at)
        if self.deprecated:
            yield problem(self, self.wire, value, "deprecated", self.deprecated, level="warning")

    def repeat(self, wire: str, value: object, limits: Limits) -> Any:
        domain = narrow(self.domain, limits.get(wire, ()))
        return None if domain is None else value if domain.has(value) else domain.encode(value)

    def force(self, wire: str, default: object, limits: Limits, provider: str) -> dict[str, object]:
        domain = narrow(self.domain, limits.get(wire, ()))
        if domain is None:
            return {}
        nearest = domain.encode(default)
        value = nearest if nearest is not None else domain.first()
        return {} if value is None else {wire: value}

    def describe(self) -> str:
        return self.domain.describe()

    def table_faults(self) -> Iterator[str]:
        if self.default is not None and not (self.domain.has(self.default) or self.default in self.unset):
            yield f"the default of {self.wire} is not legal"
        if self.field is not None and (self.field in ("references", "mask")) != isinstance(self.domain, Image):
            yield f"{self.wire}: references and mask are said by an Image, and nothing else is"


def _plain(value: object) -> object:
    return getattr(value, "text", value)  # an AspectRatio as its text


def Own(wire: str, domain: Domain, **facts: Any) -> Param:
    """A wire without a canonical field: it travels in `provider_options`. `facts` as in Param."""
    return Param(wire, None, domain, **facts)


@frozen
class Const(Row):
    """A wire that always holds this value; `also` are legal too, and sent again as they were (a model's dated id).

    `optional` where leaving it out means the same.
    """

    wire: str
    value: Any = attrs.field(converter=freeze)
    also: tuple[Any, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    optional: bool = attrs.field(default=False, kw_only=True)
    nullable: bool = attrs.field(default=False, kw_only=True)
    note: str = attrs.field(default="", kw_only=True)
    source: str = attrs.field(default="", kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return (self.wire,)

    def defaults(self) -> Iterator[tuple[str, object, Mapping[str, Domain]]]:
        if self.optional:
            yield self.wire, self.value, FrozenDict()

    def insist(self, limits: Limits, provider: str) -> dict[str, object]:
        return {self.wire: self.value}

    def repeat(self, wire: str, value: object, limits: Limits) -> Any:
        return value if self.means(value) else None

    def means(self, value: object) -> bool:
        return any(same(value, known) for known in (self.value, *self.also))

    def problems(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        value = flat.get(self.wire)
        if value is None and not self.optional:
            yield problem(self, self.wire, None, "missing", f"required: {self.describe()}")
        elif value is not None and not self.means(value):
            code = "not_allowed" if type(value) is type(self.value) else "wrong_type"
            yield problem(self, self.wire, value, code, self.describe(), allowed=(self.value, *self.also))

    def describe(self) -> str:
        return f"always {self.value}"


@frozen
class Model(Row):
    """The wire that names the model: the target's `model`, or any text where that is "" (an envelope)."""

    wire: str = "model"
    optional: bool = attrs.field(default=False, kw_only=True)
    nullable: bool = attrs.field(default=False, kw_only=True)
    default: Any = attrs.field(default=None, kw_only=True)
    note: str = attrs.field(default="", kw_only=True)
    source: str = attrs.field(default="", kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return (self.wire,)

    def for_model(self, model: str, aliases: tuple[str, ...]) -> Row:
        facts: dict[str, Any] = {"nullable": self.nullable, "note": self.note, "source": self.source}
        if model:  # absent means another model where the vendor's default is one
            optional = self.optional and self.default in (None, model)
            return Const(self.wire, model, also=aliases, optional=optional, **facts)
        return Own(self.wire, Text(min_length=1), required=not self.optional, default=self.default, **facts)


@frozen
class Fixed(Row):
    """No wire: the target always does this, so asking for it is no change."""

    field: str
    value: Any = attrs.field(converter=freeze)
    note: str = attrs.field(default="", kw_only=True)
    source: str = attrs.field(default="", kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return ()

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.field,)

    def fixed(self) -> Mapping[str, object]:
        return {self.field: self.value}

    def describe(self) -> str:
        return f"always {self.value}"
