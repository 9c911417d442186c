"""Rows of pictures: wires filled from the references, each picture in the form of a template.

Pictures    one wire with a list                  Slots        numbered wires, one picture each
Content     one wire with texts and pictures      Mask         a mask, and a wire that says what it marks
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs
from attrs import evolve, frozen

from imgparams.contract import FIELDS, TEXTS, Default, Doubt, Field, Limits, Reading, Row, Wishes, problem
from imgparams.errors import bad_table
from imgparams.reference import Edits, Reference
from imgparams.tables.conditions import Count
from imgparams.tables.domains import Domain, Fault, OneOf
from imgparams.tables.images import Image
from imgparams.tables.templates import Part, TextPart, as_parts
from imgparams.tables.twins import Twin, twin_faults
from imgparams.texts import how_many
from imgparams.values import FrozenDict, Path, as_tuple, freeze, same

if TYPE_CHECKING:
    from imgparams.errors import Problem
    from imgparams.target import Target


class _Fills(Row):
    """What rows of references have in common: those that the parts claim, up to a count."""

    ways: tuple[Part, ...]  # how one reference may be written here
    only_alone: bool = False  # takes a reference only if it is the only one
    others: Domain | None = None  # what is legal although it fits no way

    @property
    def fields(self) -> tuple[str, ...]:
        return ("references",)

    @property
    def least(self) -> int:
        return 0

    def domains(self) -> Iterator[Domain]:
        if self.others is not None:
            yield self.others
        yield from (part.weight for part in self.ways if part.weight is not None)

    def has_place(self, reference: Reference, taken: Sequence[Reference]) -> bool:
        claimed = any(part.claims(reference) for part in self.ways)
        return claimed and (self.most is None or len(taken) < self.most)

    @property
    def is_open(self) -> bool:
        return self.most is None

    def _too_many(self, wire: str, references: int) -> Iterator[Doubt]:
        """Yields a doubt about more pictures than one where no limit is stated."""
        if self.most is None and references > max(self.least, 1):
            yield Doubt("references", wire, "no maximum is published")

    def takes_as_is(self, reference: Reference, provider: str) -> bool:
        return any(part.takes_as_is(reference, provider) for part in self.ways)

    def _filled(self, references: Iterable[Reference], provider: str) -> list[object]:
        items = []
        for reference in references:
            parts = [part for part in self.ways if part.claims(reference)]
            best = [part for part in parts if part.takes_as_is(reference, provider)] or parts
            items += [part.fill(reference, provider) for part in best[:1]]
        return items

    def _matched(self, value: object, provider: str) -> Reference | None:
        matches = (part.match(value, provider) for part in self.ways)
        return next((reference for reference in matches if reference is not None), None)

    def _fault(self, item: object, ways: Sequence[Part | TextPart]) -> Fault | None:
        """Returns what is wrong with an item that fits no way: with its value, if its form is right."""
        faults = [part.fault(item) for part in ways]
        if None in faults or (self.others is not None and self.others.has(item)):
            return None
        by_value = (fault for fault in faults if fault and fault.code != "wrong_type")
        return next(by_value, Fault("wrong_type", self.describe()))

    def _judge(self, wire: str, value: object, at: Path = ()) -> Iterator[Problem]:
        item = value[int(at[0])] if at and isinstance(value, (list, tuple)) else value
        fault = self._fault(item, self.ways)
        if fault:
            yield problem(self, wire, value, fault.code, fault.why, allowed=fault.allowed, at=at)

    def describe(self) -> str:
        return self._pictures(self.least)

    def _pictures(self, least: int) -> str:
        return Image(*dict.fromkeys(kind for part in self.ways for kind in part.image.kinds)).how_many(least, self.most)


def _as_ways(ways: Iterable[Part | TextPart]) -> tuple[Part | TextPart, ...]:
    return tuple(ways)


def _most(maker: Target) -> int | None:
    """Returns the most references that the maker takes in any of the operations of a model, None if it has no limit."""
    one = Reference(url="https://example.com/a.png")
    every = (row for table in (maker, *maker.operations.values()) for row in table.by_field.get("references", ()))
    limits = [row.most for row in every if row.has_place(one, ())]
    return None if None in limits else max((limit for limit in limits if limit is not None), default=None)


@frozen
class Pictures(_Fills):
    """One wire that holds a list of pictures, each in one of these `ways`.

    `older` are the wire's older names: parsed and judged like it, never written. `bare` also parses a single item that
    is not in a list. With `only_alone` the wire takes a picture only if it is the only one. `multipart` is the field
    name in a multipart body, if it is not the wire's. `others` are items that are legal but match no way: a list with
    such an item goes into `provider_options`. `twins` are wires of another version of the API that say the same.
    `unlike_maker` is where the host says that it takes another number than the model's maker.
    """

    wire: str
    ways: tuple[Part, ...] = attrs.field(converter=as_parts)
    older: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    min: int = attrs.field(default=0, kw_only=True)
    max: int | None = attrs.field(default=None, kw_only=True)
    required: bool = attrs.field(default=False, kw_only=True)
    bare: bool = attrs.field(default=False, kw_only=True)
    only_alone: bool = attrs.field(default=False, kw_only=True)
    nullable: bool = attrs.field(default=False, kw_only=True)
    multipart: str = attrs.field(default="", kw_only=True)
    unlike_maker: str = attrs.field(default="", kw_only=True)
    others: Domain | None = attrs.field(default=None, kw_only=True)
    twins: tuple[Twin, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    note: str = attrs.field(default="", kw_only=True)
    source: str = attrs.field(default="", kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return (self.wire, *self.older)

    @property
    def written(self) -> tuple[str, ...]:
        """The wires that are written, beside those that are only read."""
        return (self.wire,)

    @property
    def least(self) -> int:
        return self.min

    def table_faults(self) -> Iterator[str]:
        return twin_faults(self)

    @property
    def most(self) -> int | None:
        return self.max

    def emit(self, asked: Wishes, limits: Limits, provider: str) -> dict[str, object]:
        items = self._filled(asked["references"], provider)
        for limit in limits.of(self.wire):
            items = items[: limit.max] if isinstance(limit, Count) else items
            if not limit.has(items):
                return {}
        return {self.wire: items} if items and len(items) >= self.min else {}

    def doubts(self, flat: Mapping[str, object]) -> Iterator[Doubt]:
        for wire in self.wires:
            items = self._items(flat.get(wire))
            yield from self._too_many(wire, len(items) if isinstance(items, (list, tuple)) else 0)

    def inherit(self, maker: Target) -> Row:
        most = _most(maker) if self.max is None else None
        return self if most is None else evolve(self, max=max(most, self.min))

    def _items(self, value: object) -> object:
        return [value] if self.bare and value is not None and not isinstance(value, (list, tuple)) else value

    def read(self, flat: Mapping[str, object], provider: str) -> Iterator[Reading]:
        for wire in self.wires:
            items = self._items(flat.get(wire))
            if isinstance(items, (list, tuple)):
                references = [self._matched(item, provider) for item in items]
                if None not in references:
                    yield "references", tuple(references), (wire,)

    def problems(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        if self.required and not any(wire in flat for wire in self.wires):
            yield problem(self, self.wire, None, "missing", f"required: {self.describe()}")
        for wire in self.wires:
            if wire in flat:
                yield from self._problems_at(wire, flat[wire])

    def _problems_at(self, wire: str, value: object) -> Iterator[Problem]:
        items = self._items(value)
        if not isinstance(items, (list, tuple)):
            yield problem(self, wire, items, "wrong_type", f"a list with {self.describe()}")
            return
        if self.max is not None and len(items) > self.max:
            why = f"{self.describe()}; there are {len(items)}"
            yield problem(self, wire, None, "too_many", why, allowed=(self.min, self.max))
        if len(items) < max(self.min, int(self.required)):
            why = self._pictures(max(self.min, 1))
            yield problem(self, wire, items, "out_of_range", why, allowed=(self.min, self.max))
        bare = items is not value
        for index, item in enumerate(items):
            at: Path = () if bare else (index,)
            if self.others is None:
                yield from self._judge(wire, item if bare else items, at)
                continue
            if any(part.fault(item) is None for part in self.ways):
                continue
            for fault in self.others.faults(item):
                place = (*at, *fault.at)
                yield problem(self, wire, value, fault.code, fault.why, allowed=fault.allowed, at=place)


@frozen(init=False)
class Slots(_Fills):
    """Wires that hold one picture each, filled in order: `input_image`, `input_image_2` ...; `required` is the first.

    `part` is one way or several, of which the first that fits is used; `of` is references or mask. `read_only` is a
    second spelling of another row: parsed, never written. With `only_alone` a wire takes a picture only if it is the
    only one. `others` are values that are legal but match no part: they go into `provider_options`.
    """

    keys: tuple[str, ...]
    ways: tuple[Part, ...]
    of: Field[Any]
    required: bool
    nullable: bool
    read_only: bool
    only_alone: bool
    others: Domain | None
    note: str
    source: str

    def __init__(
        self,
        *keys: str,
        part: Part | Image | Sequence[Part | Image],
        of: Field[Any] = Field.references,
        required: bool = False,
        nullable: bool = False,
        read_only: bool = False,
        only_alone: bool = False,
        others: Domain | None = None,
        note: str = "",
        source: str = "",
    ) -> None:
        if not keys:
            raise bad_table("Slots needs at least one wire")
        self.__attrs_init__(keys, as_parts(part), of, required, nullable, read_only, only_alone, others, note, source)

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.of,)

    @property
    def wires(self) -> tuple[str, ...]:
        return self.keys

    @property
    def written(self) -> tuple[str, ...]:
        """The wires that are written, none of a second spelling."""
        return () if self.read_only else self.keys

    def has_place(self, reference: Reference, taken: Sequence[Reference]) -> bool:
        return not self.read_only and super().has_place(reference, taken)

    @property
    def most(self) -> int:
        return len(self.keys)

    def emit(self, asked: Wishes, limits: Limits, provider: str) -> dict[str, object]:
        free = [wire for wire in self.written if not limits.forbids(wire)]
        wish = asked[self.of] if self.of == "references" else (asked[self.of],)
        return dict(zip(free, self._filled(wish, provider), strict=False))

    def read(self, flat: Mapping[str, object], provider: str) -> Iterator[Reading]:
        for wire in self.keys:
            reference = self._matched(flat[wire], provider) if wire in flat else None
            if reference is not None:
                yield self.of, (reference,) if self.of == "references" else reference, (wire,)

    def table_faults(self) -> Iterator[str]:
        if self.of not in (Field.references, Field.mask):
            yield f"{self.keys[0]}: pictures can't be the field {self.of}"

    def problems(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        if self.required and not any(wire in flat for wire in self.keys):
            yield problem(self, self.keys[0], None, "missing", f"required: {self.describe()}")
        for wire in self.keys:
            if wire in flat:
                yield from self._judge(wire, flat[wire])


@frozen
class Content(_Fills):
    """One wire that holds a list of texts and pictures, in the order of `ways`; `max` counts the pictures.

    A second way of a text field is parsed and never written; several texts of one field are parsed as its lines.
    `requires` names fields without which the vendor refuses the list. `bare` is the field of a single text in place of
    the list, and with `single` one item may stand in place of the list too. `others` are items that are legal but match
    no way: a list with one goes into `provider_options`.
    """

    wire: str
    parts: tuple[Part | TextPart, ...] = attrs.field(converter=_as_ways, alias="ways")
    max: int | None = attrs.field(default=None, kw_only=True)
    requires: tuple[Field[Any], ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    bare: Field[str] | None = attrs.field(default=None, kw_only=True)
    single: bool = attrs.field(default=False, kw_only=True)
    others: Domain | None = attrs.field(default=None, kw_only=True)
    note: str = attrs.field(default="", kw_only=True)
    source: str = attrs.field(default="", kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return (self.wire,)

    @property
    def ways(self) -> tuple[Part, ...]:  # type: ignore[override]
        return tuple(part for part in self.parts if isinstance(part, Part))

    @property
    def texts(self) -> tuple[TextPart, ...]:
        return tuple(part for part in self.parts if isinstance(part, TextPart))

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(part.field if isinstance(part, TextPart) else "references" for part in self.parts))

    @property
    def most(self) -> int | None:
        return self.max

    def domains(self) -> Iterator[Domain]:
        yield from super().domains()
        yield from (part.domain for part in self.texts)

    def needs(self, name: str) -> bool:
        return name in self.requires

    def doubts(self, flat: Mapping[str, object]) -> Iterator[Doubt]:
        pictures = [value for name, value, _ in self.read(flat, "any") if name == "references"]
        return self._too_many(self.wire, sum(map(len, pictures)))

    def inherit(self, maker: Target) -> Row:
        most = _most(maker) if self.max is None and self.ways else None
        return self if most is None else evolve(self, max=most)

    @property
    def always_sent(self) -> bool:
        return bool(self.requires)

    def emit(self, asked: Wishes, limits: Limits, provider: str) -> dict[str, object]:
        if limits.forbids(self.wire):
            return {}
        items: list[object] = []
        for name in self.fields:
            if name not in asked:
                continue
            if name == "references":
                items += self._filled(asked[name], provider)
            else:
                item = next(part for part in self.texts if part.field == name).fill(asked[name])
                items += [] if item is None else [item]
        return {self.wire: items} if items else {}

    def read(self, flat: Mapping[str, object], provider: str) -> Iterator[Reading]:
        items = self._items(flat.get(self.wire))
        if self.bare and isinstance(items, str):
            yield self.bare, items, (self.wire,)
            return
        by_field: dict[str, list[Any]] = {}
        for item in items if isinstance(items, (list, tuple)) else ():
            reference = self._matched(item, provider)
            texts = ((part.field, part.match(item)) for part in self.texts)
            field, text = next((pair for pair in texts if pair[1] is not None), ("", None))
            if reference is not None:
                by_field.setdefault("references", []).append(reference)
            elif field:
                by_field.setdefault(field, []).append(text)
            else:
                return
        for name, values in by_field.items():
            yield name, tuple(values) if name == "references" else "\n".join(values), (self.wire,)

    def problems(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        value: Any = flat.get(self.wire, ())
        items: Any = self._items(value)
        if self.bare and isinstance(items, str):
            domain = next(part.domain for part in self.texts if part.field == self.bare)
            for fault in domain.faults(items):
                yield problem(self, self.wire, items, fault.code, fault.why, allowed=fault.allowed)
            return
        if not isinstance(items, (list, tuple)):
            yield problem(self, self.wire, items, "wrong_type", f"a list with {self.describe()}")
            return
        fields = {name: value for name, value, _ in self.read(flat, "-")}  # any provider will do
        all_known = all(any(part.fault(item) is None for part in self.parts) for item in items)
        for name in self.requires:
            if name not in fields and all_known:
                yield evolve(problem(self, self.wire, None, "missing", f"required: {name}"), field=name)
        for index, item in enumerate(items):
            if wrong := self._fault(item, self.parts):
                at: Path = (index,) if items is value else ()
                yield problem(self, self.wire, value, wrong.code, wrong.why, allowed=wrong.allowed, at=at)
        pictures = sum(any(part.fault(item) is None for part in self.ways) for item in items)
        if self.max is not None and pictures > self.max:
            why = f"{how_many(0, self.max, 'picture')}; there are {pictures}"
            yield problem(self, self.wire, None, "too_many", why, allowed=(0, self.max))

    def _items(self, value: object) -> object:
        return [value] if self.single and isinstance(value, Mapping) else value

    def describe(self) -> str:
        fields = " and ".join(dict.fromkeys(part.field for part in self.texts))
        texts = [f"text for {fields}"] if fields else []
        return ", and ".join([*texts, *([super().describe()] if self.ways else [])])

    def table_faults(self) -> Iterator[str]:
        yield from (f"{name} is required, but no way holds it" for name in self.requires if name not in self.fields)
        yield from (f"{part.field} is no text" for part in self.texts if part.field in {*FIELDS} - {*TEXTS})


@frozen
class Mask(Row):
    """A mask on one wire, and what it marks as a word on another: `words` maps transparent, white or black to it.

    `default` is the word that the vendor assumes. `more` words are legal and mean a mask that an intent does not have.
    """

    wire: str
    image: Image
    polarity: str
    words: Mapping[Edits, object] = attrs.field(converter=freeze)
    default: object = attrs.field(default=None, kw_only=True)
    more: tuple[object, ...] = attrs.field(default=(), converter=as_tuple, kw_only=True)
    required: bool = attrs.field(default=False, kw_only=True)
    nullable: bool = attrs.field(default=False, kw_only=True)
    note: str = attrs.field(default="", kw_only=True)
    source: str = attrs.field(default="", kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return (self.wire, self.polarity)

    @property
    def fields(self) -> tuple[str, ...]:
        return ("mask",)

    def defaults(self) -> Iterator[Default]:
        if self.default is not None:
            yield self.polarity, self.default, FrozenDict()

    @property
    def _polarities(self) -> OneOf:
        return OneOf(*self.words.values(), *self.more)

    def emit(self, asked: Wishes, limits: Limits, provider: str) -> dict[str, object]:
        if limits.forbids(self.wire):
            return {}
        mask: Reference = asked["mask"]
        legal = {edits: word for edits, word in self.words.items() if limits.allows(self.polarity, word)}
        for edits in (mask.edits or "transparent", *legal):
            if edits in legal:
                return {
                    self.wire: Image(*self.image.kinds, edits=edits).write(mask, provider),
                    self.polarity: legal[edits],
                }
        return {}

    def write_forced(self, wire: str, default: object, limits: Limits, provider: str) -> dict[str, object]:
        return limits.forced(wire, self._polarities, default) if wire == self.polarity else {}

    def read(self, flat: Mapping[str, object], provider: str) -> Iterator[Reading]:
        word = flat.get(self.polarity, self.default)
        edits = next((edits for edits, own in self.words.items() if same(own, word)), None)
        if self.wire in flat and edits is not None:
            mask = Image(*self.image.kinds, edits=edits).read(flat[self.wire], provider)
            if mask is not None:
                yield "mask", mask, tuple(wire for wire in self.wires if wire in flat)

    def problems(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        if self.wire not in flat and self.required:
            yield problem(self, self.wire, None, "missing", f"required: {self.describe()}")
        for wire, domain in ((self.wire, self.image), (self.polarity, self._polarities)):
            fault = domain.fault(flat[wire]) if wire in flat else None
            if fault:
                yield problem(self, wire, flat[wire], fault.code, fault.why, allowed=fault.allowed)

    def describe(self) -> str:
        return f"{self.image.describe()}; {self.polarity}: {self._polarities.describe()}"

    def table_faults(self) -> Iterator[str]:
        if self.image.edits is not None:
            yield f"{self.wire}: {self.polarity} says what the mask marks, so its Image has no edits"
