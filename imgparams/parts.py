"""Rows of pictures: wires that are filled from the references, each picture by the template of a part.

Pictures    one list wire                         Keys         numbered wires, one picture each
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs
from attrs import evolve, frozen

from imgparams.domains import ABSENT, Count, Domain, Fault
from imgparams.images import Image, Token
from imgparams.intent import PLAIN_ROLES, Reference
from imgparams.report import bad_table
from imgparams.target import Limits, Row, problem
from imgparams.values import Path, as_tuple, freeze, same

if TYPE_CHECKING:
    from imgparams.report import Problem

HOLE = "{image}"  # where a picture goes in the template of a Part

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
