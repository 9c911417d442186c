"""The closed set of rows that tables are written in.

    Param       one wire, one intent field            Own          one wire that only the vendor knows
    Const       one wire, always this value           Model        the wire that names the model
    Fixed       no wire: the target always does this  Pictures     one list wire, filled from the references
    Keys        numbered wires, one reference each    Sizes        size, ratio and tier, by ordered spellings

Sizes has short forms for the usual single spellings: WidthHeight, SizeText, RatioTier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs
from attrs import evolve, frozen

from imgparams.domains import ABSENT, Count, Domain, Fault, Not, OneOf, Text
from imgparams.images import Image, Token
from imgparams.intent import PLAIN_ROLES, Reference, takes
from imgparams.report import bad_table
from imgparams.target import Limits, Row, problem
from imgparams.values import FrozenDict, Path, as_tuple, freeze, same

if TYPE_CHECKING:
    from imgparams.report import Problem

__all__ = ["HOLE", "Const", "Fixed", "Keys", "Model", "Own", "Param", "Part", "Pictures", "narrow"]

HOLE = "{image}"  # where a picture goes in the template of a Part


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


# ---- references


_MISS = object()


@frozen
class Part:
    """How one reference stands on the wire: an image in the hole of a template, for references of these roles."""

    image: Image
    template: Any = attrs.field(default=HOLE, converter=freeze)
    roles: tuple[str, ...] = attrs.field(default=tuple(sorted(PLAIN_ROLES)), converter=as_tuple, kw_only=True)

    def claims(self, reference: Reference) -> bool:
        return reference.role in self.roles

    def direct(self, reference: Reference, provider: str) -> bool:
        return self.claims(reference) and not isinstance(self.image.write(reference, provider), Token)

    def fill(self, reference: Reference, provider: str) -> object:
        return _fill(self.template, self.image.write(reference, provider))

    def fault(self, value: object) -> Fault | None:
        inside = _match(self.template, value)
        return Fault("wrong_type", self.image.describe()) if inside is _MISS else self.image.fault(inside)

    def match(self, value: object, provider: str) -> Reference | None:
        """The reference that an item means, None where the template does not fit it."""
        found = _match(self.template, value)
        reference = None if found is _MISS else self.image.read(found, provider)
        if reference is None or reference.role in self.roles:
            return reference
        return evolve(reference, role=self.roles[0])


def _fill(template: Any, image: object) -> Any:
    if isinstance(template, Mapping):
        return {key: _fill(value, image) for key, value in template.items()}
    return image if template == HOLE else template


def _match(template: Any, value: object) -> object:
    if template == HOLE:
        return value
    if not isinstance(template, Mapping):
        return None if same(template, value) else _MISS
    if not isinstance(value, Mapping) or value.keys() != template.keys():
        return _MISS
    found = [_match(item, value[key]) for key, item in template.items()]
    return _MISS if _MISS in found else next((item for item in found if item is not None), None)


def tokens(value: object) -> Iterator[Token]:
    """Every open place of a wire value, in order."""
    if isinstance(value, Token):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from tokens(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from tokens(item)


def _parts(value: Any) -> tuple[Part, ...]:
    return tuple(part if isinstance(part, Part) else Part(part) for part in value)


class _Fills(Row):
    """What Pictures and Keys share: the references that the parts claim, up to a count."""

    ways: tuple[Part, ...]  # how one reference may stand here

    @property
    def fields(self) -> tuple[str, ...]:
        return ("references",)

    @property
    def most(self) -> int | None:
        raise NotImplementedError

    def room(self, reference: Reference, taken: Sequence[Reference]) -> bool:
        claimed = any(part.claims(reference) for part in self.ways)
        return claimed and (self.most is None or len(taken) < self.most)

    def direct(self, reference: Reference, provider: str) -> bool:
        return any(part.direct(reference, provider) for part in self.ways)

    def _filled(self, references: Iterable[Reference], provider: str) -> list[object]:
        found = []
        for reference in references:
            parts = [part for part in self.ways if part.claims(reference)]
            best = [part for part in parts if part.direct(reference, provider)] or parts
            found += [part.fill(reference, provider) for part in best[:1]]
        return found

    def _matched(self, value: object, provider: str) -> Reference | None:
        found = (part.match(value, provider) for part in self.ways)
        return next((reference for reference in found if reference is not None), None)

    def _judge(self, wire: str, value: Any, at: Path = ()) -> Iterator[Problem]:
        item = value[at[0]] if at else value
        faults = [part.fault(item) for part in self.ways]
        if None not in faults:
            codes = (fault.code for fault in faults if fault and fault.code != "wrong_type")
            yield problem(self, wire, value, next(codes, "wrong_type"), self.describe(), at=at)

    def describe(self) -> str:
        shapes = " or ".join(dict.fromkeys(part.image.describe() for part in self.ways))
        return f"{shapes}, {'any number' if self.most is None else f'at most {self.most}'}"


@frozen
class Pictures(_Fills):
    """One wire that holds a list of pictures, each in one of these ways; `bare` reads a lone item without its list.

    `multipart` is the name of each part of a multipart body, where it is not the wire's. `items` are items that are
    legal although no part says them: a list with such an item travels in `provider_options`.
    """

    wire: str
    ways: tuple[Part, ...] = attrs.field(converter=_parts)
    min: int = attrs.field(default=0, kw_only=True)
    max: int | None = attrs.field(default=None, kw_only=True)
    required: bool = attrs.field(default=False, kw_only=True)
    bare: bool = attrs.field(default=False, kw_only=True)
    nullable: bool = attrs.field(default=False, kw_only=True)
    multipart: str = attrs.field(default="", kw_only=True)
    items: Domain | None = attrs.field(default=None, kw_only=True)
    note: str = attrs.field(default="", kw_only=True)
    source: str = attrs.field(default="", kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return (self.wire,)

    @property
    def most(self) -> int | None:
        return self.max

    def emit(self, asked: Mapping[str, Any], limits: Limits, provider: str) -> dict[str, object]:
        found = self._filled(asked["references"], provider)
        for limit in limits.get(self.wire, ()):
            if isinstance(limit, Count):
                found = found[: limit.max]
            if limit.presence is False or (limit.presence is None and not limit.has(found)):
                return {}
        return {self.wire: found} if found and len(found) >= self.min else {}

    def _items(self, flat: Mapping[str, object]) -> object:
        value = flat.get(self.wire)
        return [value] if self.bare and value is not None and not isinstance(value, (list, tuple)) else value

    def read(self, flat: Mapping[str, object], provider: str) -> Iterator[tuple[str, object, tuple[str, ...]]]:
        items = self._items(flat)
        if isinstance(items, (list, tuple)):
            found = [self._matched(item, provider) for item in items]
            if None not in found:
                yield "references", tuple(found), (self.wire,)

    def problems(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        if self.wire not in flat:
            if self.required:
                yield problem(self, self.wire, None, "missing", f"required: {self.describe()}")
            return
        items = self._items(flat)
        if not isinstance(items, (list, tuple)):
            yield problem(self, self.wire, items, "wrong_type", f"a list: {self.describe()}")
            return
        if self.max is not None and len(items) > self.max:
            why = f"{self.describe()}; there are {len(items)}"
            yield problem(self, self.wire, None, "too_many", why, allowed=(self.min, self.max))
        if len(items) < max(self.min, int(self.required)):
            why = f"at least {max(self.min, 1)}: {self.describe()}"
            yield problem(self, self.wire, items, "out_of_range", why, allowed=(self.min, self.max))
        bare = items is not flat[self.wire]
        for index, item in enumerate(items):
            at: Path = () if bare else (index,)
            if self.items is None:
                yield from self._judge(self.wire, item if bare else items, at)
                continue
            if any(part.fault(item) is None for part in self.ways):
                continue
            for fault in self.items.faults(item):
                place = (*at, *fault.at)
                yield problem(self, self.wire, flat[self.wire], fault.code, fault.why, allowed=fault.allowed, at=place)


@frozen(init=False)
class Keys(_Fills):
    """Wires that hold one picture each, filled in order: `input_image`, `input_image_2` ...; `required` is the first.

    `part` is one way or several, the first that fits; `of` is references or mask. `read_only` is a second spelling of
    another row: read, never written.
    """

    keys: tuple[str, ...]
    ways: tuple[Part, ...]
    of: str
    required: bool
    nullable: bool
    read_only: bool
    note: str
    source: str

    def __init__(
        self,
        *keys: str,
        part: Part | Image | Sequence[Part],
        of: str = "references",
        required: bool = False,
        nullable: bool = False,
        read_only: bool = False,
        note: str = "",
        source: str = "",
    ) -> None:
        if not keys:
            raise bad_table("Keys without a key")
        ways = _parts([part] if isinstance(part, (Part, Image)) else part)
        self.__attrs_init__(keys, ways, of, required, nullable, read_only, note, source)

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.of,)

    @property
    def wires(self) -> tuple[str, ...]:
        return self.keys

    def room(self, reference: Reference, taken: Sequence[Reference]) -> bool:
        return not self.read_only and super().room(reference, taken)

    @property
    def most(self) -> int:
        return len(self.keys)

    def emit(self, asked: Mapping[str, Any], limits: Limits, provider: str) -> dict[str, object]:
        free = [wire for wire in self.keys if ABSENT not in limits.get(wire, ())]
        wish = asked[self.of] if self.of == "references" else (asked[self.of],)
        return dict(zip(free, self._filled(wish, provider), strict=False))

    def read(self, flat: Mapping[str, object], provider: str) -> Iterator[tuple[str, object, tuple[str, ...]]]:
        for wire in self.keys:
            found = self._matched(flat[wire], provider) if wire in flat else None
            if found is not None:
                yield self.of, (found,) if self.of == "references" else found, (wire,)

    def problems(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        if self.required and not any(wire in flat for wire in self.keys):
            yield problem(self, self.keys[0], None, "missing", f"required: {self.describe()}")
        for wire in self.keys:
            if wire in flat:
                yield from self._judge(wire, flat[wire])
