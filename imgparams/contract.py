"""What a target knows of its rows and rules, whatever their kind; the kinds are in `tables`.

A row maps wires to fields of the intent (`Row`, `Field`). A rule looks at a request over the vendor's defaults (`View`)
and names conditions that wires must meet now; the conditions of all rules that fired are the `Limits` within which the
rows are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, NamedTuple

from imgparams.errors import Code, Level, Problem
from imgparams.intent import READERS
from imgparams.paths import parse
from imgparams.values import FrozenDict, Path, same

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    from imgparams.geometry import AspectRatio, Size
    from imgparams.reference import Reference
    from imgparams.tables.domains import Domain
    from imgparams.tables.size_sets import SizeSet
    from imgparams.tables.twins import Twin
    from imgparams.target import Target

    T = TypeVar("T", default=Any)  # the type of a field's value
else:
    from typing import TypeVar

    T = TypeVar("T")

Wishes = Mapping[str, Any]  # field -> what is asked of it, of the field's type
Reading = tuple[str, Any, tuple[str, ...]]  # a field, what its wires say, and which wires those are
Effect = Literal["refused", "ignored", "altered", "disputed"]
Default = tuple[str, object, Mapping[str, "Domain"]]  # (wire, value, when): what the vendor does when a wire is absent


class Field(str, Generic[T]):
    """A field of the intent as a row names it, with the type of its value: `Field.seed` is a `Field[int]`.

    It is the name as text, so rows compare and print as usual. A misspelt field does not type-check, and neither does a
    domain of another type.
    """

    __slots__ = ()

    prompt: ClassVar[Field[str]]
    negative_prompt: ClassVar[Field[str]]
    aspect_ratio: ClassVar[Field[AspectRatio]]
    resolution: ClassVar[Field[str]]
    size: ClassVar[Field[Size]]
    quality: ClassVar[Field[str]]
    n: ClassVar[Field[int]]
    seed: ClassVar[Field[int]]
    references: ClassVar[Field[tuple[Reference, ...]]]
    mask: ClassVar[Field[Reference]]
    output_format: ClassVar[Field[str]]
    output_compression: ClassVar[Field[int]]
    delivery: ClassVar[Field[str]]
    background: ClassVar[Field[str]]
    guidance: ClassVar[Field[float]]
    steps: ClassVar[Field[int]]
    strength: ClassVar[Field[float]]
    stream: ClassVar[Field[bool]]
    user: ClassVar[Field[str]]


FIELDS = tuple(name for name in READERS if name != "provider_options")
for _name in FIELDS:
    setattr(Field, _name, Field(_name))

SHAPE: tuple[str, ...] = (Field.size, Field.aspect_ratio, Field.resolution)  # one wish of up to three parts


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

    def forced(self, wire: str, domain: Domain, default: object) -> dict[str, object]:
        """Returns a wire with the legal value nearest to its default, no wire if none is left."""
        left = self.domain(wire, domain)
        if left is None:
            return {}
        nearest = left.encode(default)
        value = nearest if nearest is not None else left.first()
        return {} if value is None else {wire: value}

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

    def caps(self, wire: str) -> bool:
        """Whether it limits a wire whatever the others hold."""
        return False

    def lacks(self, flat: Mapping[str, object]) -> str:
        """Returns the wire that only the caller can fill, "" if none is missing."""
        return ""


#: fields of words, of which a vendor lists its own
WORDS: tuple[str, ...] = (Field.quality, Field.output_format, Field.delivery, Field.background)
TEXTS: tuple[str, ...] = (Field.prompt, Field.negative_prompt, Field.user, *WORDS)
NUMERIC: tuple[str, ...] = (
    *(Field.n, Field.seed, Field.output_compression, Field.guidance, Field.steps, Field.strength),
)


class Doubt(NamedTuple):
    """A legal value beyond what is published to work: its field ("" if it has none), its wire, and why."""

    field: str
    wire: str
    why: str


class Row:
    """Maps wires to fields of the intent; the engine, `check` and the documentation all use the same row.

    The facts below are those of any row; a kind of row that can't have one leaves it as it is here.
    """

    required: bool = False
    nullable: bool = False  # null is legal and means absence
    note: str = ""
    source: str = ""
    disputed: str = ""
    deprecated: str = ""
    unlike_maker: str = ""  # where a host says that its limits are not those of the model's maker
    unset: tuple[object, ...] = ()  # values that are legal and mean "not set"
    multipart: str = ""  # the name of each part of a multipart body, if it is not the wire's
    disputed_to: Domain | SizeSet | None = None  # a wider set that another source states
    accepts: Domain | SizeSet | None = None  # a wider set that the vendor accepts and changes
    is_constant: bool = False  # always sent with one `value`
    value: object = None
    only_alone: bool = False  # takes a reference only if it is the only one
    names_model: bool = False
    domain: Domain | None = None  # of a row of one wire
    reads: tuple[str, ...] = ()  # wires of other rows that change what this one says
    twins: tuple[Twin, ...] = ()  # wires of another version of the API that say the same

    @property
    def wires(self) -> tuple[str, ...]:
        raise NotImplementedError

    @property
    def fields(self) -> tuple[str, ...]:
        """The intent's fields that this row expresses; empty for a vendor-specific row."""
        return ()

    @property
    def always_sent(self) -> bool:
        """Whether every request has this row's wires."""
        return bool(self.required)

    @property
    def nullable_wires(self) -> tuple[str, ...]:
        """Returns the wires on which null is legal and means "not set"."""
        return self.wires if self.nullable else ()

    def unset_words(self) -> Iterator[tuple[str, object]]:
        """Yields (wire, value) pairs that are legal and mean "not set"."""
        return iter(())

    def needs(self, name: str) -> bool:
        """Whether a field must be set here."""
        return self.required

    def defaults(self) -> Iterator[Default]:
        """Yields what the vendor does if a wire is absent."""
        return iter(())

    def emit(self, asked: Wishes, limits: Limits, provider: str) -> dict[str, object]:
        """Returns the wires that express what is asked, as near as the domains within the limits allow."""
        return {}

    def read(self, flat: Mapping[str, object], provider: str) -> Iterator[Reading]:
        """Yields (field, value, the wires that express it)."""
        return iter(())

    def problems(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        """Yields what is wrong with this row's wires by themselves."""
        return iter(())

    def doubts(self, flat: Mapping[str, object]) -> Iterator[Doubt]:
        """Yields the values here that are legal as far as is known, but not published to work."""
        return iter(())

    @property
    def is_open(self) -> bool:
        """Whether there may be doubts here: an open end, or an open list of words."""
        return type(self).doubts is not Row.doubts

    def inherit(self, maker: Target) -> Row:
        """Returns this row with the maker's bounds where it states none; `maker` is the maker's table of its model."""
        return self

    def describe(self) -> str:
        """Returns what is legal here, in words."""
        return ""

    def fixed(self) -> Mapping[str, object]:
        """Returns the intent's fields that the target always treats the same way."""
        return {}

    def means(self, value: object) -> bool:
        """Whether a constant's wire may hold this value."""
        return same(value, self.value)

    @property
    def legal_pixels(self) -> SizeSet | None:
        """Returns the pixels that may be written here, None if it is not written in pixels."""
        return None

    @property
    def most(self) -> int | None:
        """Returns the most references that may be written here, None if no limit is stated."""
        return None

    def pixels(self, flat: Mapping[str, object]) -> Size | None:
        """Returns the pixels that a request results in, None if the vendor does not specify them."""
        return None

    # ---- what the engine needs to know beyond the fields

    def always(self, limits: Limits, provider: str) -> dict[str, object]:
        """Returns what is sent even if nothing is asked: constants, a required size."""
        return {}

    def has_place(self, reference: Reference, taken: Sequence[Reference]) -> bool:
        """Whether one more reference fits here."""
        return False

    def takes_as_is(self, reference: Reference, provider: str) -> bool:
        """Whether a reference can be sent here as it is, without a need."""
        return False

    def write_raw(self, wire: str, value: object, limits: Limits) -> object:
        """Returns the legal value nearest to a raw one, for a vendor-specific wire; None if there is none."""
        return None

    def stays_legal(self, more: Mapping[str, object], got: Mapping[str, object], limits: Limits, provider: str) -> bool:
        """Whether more wires next to what was written are legal and do not change its meaning."""
        if not limits.allow(more):
            return False
        trial = {**got, **more}
        if any(fault.level == "error" and fault.code != "missing" for fault in self.problems(trial)):
            return False
        with_it, without = list(self.read(trial, provider)), list(self.read(got, provider))
        return with_it == without and not any(wire in wires for _, _, wires in with_it for wire in more)

    def only_maximum(self, flat: Mapping[str, object]) -> bool:
        """Whether the count in these wires is only a maximum."""
        return False

    def write_forced(self, wire: str, default: object, limits: Limits, provider: str) -> dict[str, object]:
        """Returns wires that meet the limits if their absence does not."""
        return {}

    def field_at(self, wire: str) -> str | None:
        """Returns the intent's field that a wire is about, None if there is none or several."""
        return self.fields[0] if len(self.fields) == 1 else None

    def domains(self) -> Iterator[Domain]:
        """Yields every domain that checks the values of these wires."""
        if self.domain is not None:
            yield self.domain

    def with_domain(self, domain: Domain) -> Row:
        """Returns this row with another domain, if it has one."""
        raise NotImplementedError

    def table_faults(self) -> Iterator[str]:
        return iter(())

    def for_model(self, model: str, aliases: tuple[str, ...]) -> Row:
        """Returns this row for a target of that model."""
        return self


def problem(
    row: Row,
    wire: str,
    value: object,
    code: Code,
    why: str,
    *,
    allowed: tuple[object, ...] | None = None,
    level: Level = "error",
    at: Path = (),
) -> Problem:
    """Returns a problem at a wire, or `at` a place inside its value, with the intent's field if there is only one."""
    name = row.field_at(wire)
    for key in at:
        inner: Any = value
        has_key = key in inner if isinstance(inner, Mapping) else isinstance(key, int)
        value = inner[key] if has_key else None
    value = None if code == "credential" else value
    return Problem(level, code, (*parse(wire), *at), value, why, allowed, name)
