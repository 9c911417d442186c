"""Sets of wire values, each read in every direction: judge, encode, decode, narrow, describe.

A domain knows one value. What joins a wire to an intent field is a row; what ties two wires is a rule. None is never a
member: it means "nothing".

    fault(value)   why a wire value is not legal, None where it is
    encode(asked)  the nearest legal wire value, None where there is none
    decode(value)  the canonical value of any wire value of the right type, legal or not; None where it can't be read
    meet(other)    the members that another domain holds too
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, cast

from attrs import evolve, field, frozen

from imgparams.errors import bad_table
from imgparams.intent import QUALITY
from imgparams.texts import (
    area_text,
    did_you_mean,
    how_many,
    is_secret,
    listed,
    number_text,
    range_text,
    shown,
    word_text,
)
from imgparams.values import Path, as_tuple, freeze, is_number, is_whole, json_key, json_type, same

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    from imgparams.errors import Code

    C = TypeVar("C", covariant=True, default=Any)  # the type in the intent
    W = TypeVar("W", default=Any)  # the type on the wire
else:
    from typing import TypeVar

    C = TypeVar("C", covariant=True)
    W = TypeVar("W")


class Fault(NamedTuple):
    """Why a value is not legal; `at` is where inside the value, for lists and objects."""

    code: Code
    why: str
    allowed: tuple[object, ...] | None = None
    at: Path = ()

    def inside(self, key: str | int) -> Fault:
        """The same fault, seen from the list or object around it."""
        return self._replace(at=(key, *self.at))


class Domain(Generic[C, W]):
    """The root of the domains, of a type in the intent and one on the wire; also what a rule's conditions are."""

    forbids: ClassVar[bool] = False  # as a condition: the wire must be left out
    about_value: ClassVar[bool] = True  # as a condition: looks at the wire's value or default, not at its presence

    def fault(self, value: object) -> Fault | None:
        raise NotImplementedError

    def faults(self, value: object) -> Iterator[Fault]:
        """Every reason why a wire value is not legal, those inside it too."""
        fault = self.fault(value)
        if fault:
            yield fault

    def has(self, value: object) -> bool:
        return self.fault(value) is None

    def encode(self, asked: object) -> W | None:
        return cast(W, asked) if self.has(asked) else None

    def decode(self, value: object) -> C | None:
        return cast(C, value) if self.has(value) else None

    def meet(self, other: Domain) -> Domain:
        if isinstance(other, OneOf):
            return OneOf.of(word for word in other.words if self.has(word))
        return self if self == other else Both(self, other)

    def first(self) -> W | None:
        """Some member, where one is known without asking; for a value that a rule forces."""
        return None

    def describe(self) -> str:
        """What is legal, for people: `a multiple of 8 from 32 to 1536`."""
        raise NotImplementedError

    def plural(self) -> str:
        """What several members are called, `whole numbers from 0 to 255`; "" where there is no word for them."""
        return ""

    # ---- the same with the provider whose table it is, which only pictures look at

    def write(self, asked: object, provider: str) -> object:
        """The wire value for what is asked of this provider, None where there is none."""
        return self.encode(asked)

    def read(self, value: object, provider: str) -> object:
        """What a wire value says at this provider, None where it can't be read."""
        return self.decode(value)

    # ---- as a condition of a rule; `value` is the wire's, or the vendor's default where it is absent

    def is_met(self, there: bool, value: object) -> bool:
        """Whether it holds in a `when`; of an unknown default it does not."""
        return value is not None and self.has(value)

    def is_broken(self, there: bool, value: object) -> bool:
        """Whether it is broken in a `then`; an unknown default breaks nothing."""
        return value is not None and not self.has(value)

    def narrow(self, domain: Domain) -> Domain | None:
        """What it leaves of a wire's domain, None where the wire must be left out."""
        return domain.meet(self)


def _decimal(value: float) -> Decimal:
    return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)


def _plain(value: Decimal) -> float | int:
    return int(value) if value == value.to_integral_value() and abs(value) < 2**53 else float(value)


def _larger(a: Any, b: Any) -> Any:
    return b if a is None else a if b is None else max(a, b)


def _smaller(a: Any, b: Any) -> Any:
    return b if a is None else a if b is None else min(a, b)


@frozen
class Int(Domain[int, int]):
    """Whole numbers from `min` to `max` in multiples of `multiple_of`; `down` rounds down only (images cost money)."""

    min: int | None = None
    max: int | None = None
    multiple_of: int = field(default=1, kw_only=True)
    round_down: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.multiple_of, int) or self.multiple_of < 1:
            raise bad_table(f"multiple_of is a whole number from 1 up, not {shown(self.multiple_of)}")

    def bounds(self) -> tuple[int | None, int | None]:
        """The least and the greatest member."""
        step = self.multiple_of
        low = None if self.min is None else -(-self.min // step) * step
        return low, None if self.max is None else self.max // step * step

    def fault(self, value: object) -> Fault | None:
        if not is_whole(value):
            return Fault("wrong_type", self.describe())
        number = int(value)  # type: ignore[call-overload]
        if (self.min is not None and number < self.min) or (self.max is not None and number > self.max):
            return Fault("out_of_range", self.describe(), (self.min, self.max))
        return Fault("off_grid", self.describe(), (self.multiple_of,)) if number % self.multiple_of else None

    def encode(self, asked: object) -> int | None:
        if not isinstance(asked, (int, float)) or isinstance(asked, bool):
            return None
        step, (low, high) = self.multiple_of, self.bounds()
        if low is not None and high is not None and low > high:
            return None
        steps = Fraction(asked) / step
        below = math.floor(steps)
        number = (below if self.round_down or steps - below <= Fraction(1, 2) else below + 1) * step
        return int(_larger(low, _smaller(high, number)))

    def decode(self, value: object) -> int | None:
        return int(value) if is_whole(value) else None  # type: ignore[call-overload]

    def meet(self, other: Domain) -> Domain:
        if isinstance(other, (Int, Num)):
            low = None if other.min is None else math.ceil(other.min)
            high = None if other.max is None else math.floor(other.max)
            step = math.lcm(self.multiple_of, other.multiple_of) if isinstance(other, Int) else self.multiple_of
            return evolve(self, min=_larger(self.min, low), max=_smaller(self.max, high), multiple_of=step)
        if isinstance(other, OneOf):
            return OneOf.of((word for word in other.words if self.has(word)), round_down=self.round_down)
        return super().meet(other)

    def first(self) -> int | None:
        low, high = self.bounds()
        return self.encode(low if low is not None else high if high is not None else 0)

    def describe(self) -> str:
        low, high = self.bounds()
        if low is not None and high is not None and low >= high:
            return f"only {low}" if low == high else "no whole number"
        name = "whole number" if self.multiple_of == 1 else f"multiple of {self.multiple_of}"
        return f"{'any' if self.min is self.max is None else 'a'} {name}{range_text(self.min, self.max)}"

    def plural(self) -> str:
        name = "whole numbers" if self.multiple_of == 1 else f"multiples of {self.multiple_of}"
        return name + range_text(self.min, self.max)


@frozen
class Num(Domain[float, float]):
    """Numbers from `min` to `max` on the wire; the wire says `scale * x`, with `flip` `scale * (1 - x)`, in decimal."""

    min: float | None = None
    max: float | None = None
    flip: bool = field(default=False, kw_only=True)
    scale: float = field(default=1, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not 1e-6 <= abs(self.scale) <= 1e6:
            raise bad_table(f"scale is between 1e-6 and 1e6, or the negative of that, not {shown(self.scale)}")

    def fault(self, value: object) -> Fault | None:
        if not is_number(value):
            return Fault("wrong_type", self.describe())
        low = self.min is not None and value < self.min  # type: ignore[operator]
        high = self.max is not None and value > self.max  # type: ignore[operator]
        return Fault("out_of_range", self.describe(), (self.min, self.max)) if low or high else None

    def _to_wire(self, x: Decimal) -> Decimal:
        return _decimal(self.scale) * (1 - x if self.flip else x)

    def _from_wire(self, wire: Decimal) -> Decimal:
        x = wire / _decimal(self.scale)
        return 1 - x if self.flip else x

    def encode(self, asked: object) -> float | None:
        if not is_number(asked) or (self.min is not None and self.max is not None and self.min > self.max):
            return None
        if self._plain_map():
            return _larger(self.min, _smaller(self.max, asked))  # type: ignore[no-any-return]
        wire = _plain(self._to_wire(_decimal(asked)))  # type: ignore[arg-type]
        if self.decode(wire) is None:  # too many digits to come back as they went
            fewer = _decimal(asked).quantize(Decimal("1e-9"), ROUND_HALF_EVEN)  # type: ignore[arg-type]
            wire = _plain(self._to_wire(fewer))
        return _larger(self.min, _smaller(self.max, wire))  # type: ignore[no-any-return]

    def decode(self, value: object) -> float | None:
        if not is_number(value):
            return None
        if self._plain_map():
            return value  # type: ignore[return-value]
        wire = _decimal(value)  # type: ignore[arg-type]
        if abs(wire) > 10**12:
            return None
        canonical = _plain(self._from_wire(wire))
        return canonical if _plain(self._to_wire(_decimal(canonical))) == value else None

    def _plain_map(self) -> bool:
        return not self.flip and self.scale == 1

    def meet(self, other: Domain) -> Domain:
        if isinstance(other, Num):
            return evolve(self, min=_larger(self.min, other.min), max=_smaller(self.max, other.max))
        if self._plain_map():
            return other.meet(self) if isinstance(other, Int) else super().meet(other)
        return Both(self, other)

    def first(self) -> float | None:
        edge = self.min if self.min is not None else self.max
        return edge if edge is not None and self.has(edge) else None

    def describe(self) -> str:
        if self.min is not None and self.max is not None and self.min >= self.max:
            return f"only {number_text(self.min)}" if self.min == self.max else "no number"
        return f"{'any' if self.min is self.max is None else 'a'} number{range_text(self.min, self.max)}"

    def plural(self) -> str:
        return "numbers" + range_text(self.min, self.max)


@frozen
class Text(Domain[str, str]):
    """Text of `min_length` to `max_length` characters, that a pattern matches whole; its `\\d` is an ASCII digit."""

    min_length: int = field(default=0, kw_only=True)
    max_length: int | None = field(default=None, kw_only=True)
    pattern: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        try:
            re.compile(self.pattern or "", re.ASCII)
        except (re.error, RecursionError, OverflowError) as error:
            raise bad_table(f"the pattern is not a valid regular expression: {error}") from None

    def fault(self, value: object) -> Fault | None:
        if not isinstance(value, str):
            return Fault("wrong_type", self.describe())
        if len(value) < self.min_length:
            return Fault("out_of_range", self.describe(), (self.min_length, self.max_length))
        if self.max_length is not None and len(value) > self.max_length:
            return Fault("too_long", f"{self.describe()}; it has {len(value)}", (self.min_length, self.max_length))
        if self.pattern is not None and not re.fullmatch(self.pattern, value, re.ASCII):
            return Fault("not_allowed", self.describe())
        return None

    def encode(self, asked: object) -> str | None:
        cut = asked[: self.max_length] if isinstance(asked, str) else None
        return cut if cut is not None and self.has(cut) else None

    def decode(self, value: object) -> str | None:
        return value if isinstance(value, str) else None

    def describe(self) -> str:
        return self._named("text")

    def plural(self) -> str:
        return self._named("texts")

    def _named(self, name: str) -> str:
        if self.pattern is not None:
            return f"{name} matching {self.pattern}"
        if self.max_length is None and self.min_length <= 1:
            return f"non-empty {name}" if self.min_length else name
        if self.max_length is not None and not self.min_length:
            return f"{name} of at most {how_many(self.max_length, self.max_length, 'character')}"
        return f"{name} of {how_many(self.min_length, self.max_length, 'character')}"


def _pairs(pairs: Any) -> tuple[tuple[Any, Any], ...]:
    return tuple((a, b) for a, b in (pairs.items() if isinstance(pairs, Mapping) else pairs))


@frozen
class Words(Domain):
    """Canonical words and their wire words, in the vendor's order; the first pair of a wire word is how it is read.

    `scale` is an ordered vocabulary: a word of it that has no pair goes to the nearest by rank, ties down. `more` are
    legal wire words without a canonical meaning; `open` says that the list is not closed.
    """

    pairs: tuple[tuple[Any, Any], ...] = field(converter=_pairs, eq=json_key)
    scale: tuple[str, ...] = field(default=(), converter=as_tuple)
    more: tuple[Any, ...] = field(default=(), converter=as_tuple, kw_only=True)
    open: bool = field(default=False, kw_only=True)

    @property
    def words(self) -> tuple[Any, ...]:
        """The legal wire words."""
        found: list[Any] = []
        for word in (*(wire for _, wire in self.pairs), *self.more):
            if not any(same(word, other) for other in found):
                found.append(word)
        return tuple(found)

    def fault(self, value: object) -> Fault | None:
        return _word_fault(value, self.words, self.open, self.describe)

    def encode(self, asked: object) -> Any:
        for canonical, wire in self.pairs:
            if same(canonical, asked):
                return wire
        if asked not in self.scale:  # a vendor's own word will do, and reads back as ours
            return next((wire for _, wire in self.pairs if same(wire, asked)), None)
        rank = self.scale.index(str(asked))
        ranked = [(abs(self.scale.index(word) - rank), self.scale.index(word), wire) for word, wire in self._ranked()]
        return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None

    def _ranked(self) -> Iterator[tuple[str, Any]]:
        return ((word, wire) for word, wire in self.pairs if word in self.scale)

    def decode(self, value: object) -> Any:
        return next((canonical for canonical, wire in self.pairs if same(wire, value)), None)

    def meet(self, other: Domain) -> Domain:
        kept = tuple(pair for pair in self.pairs if other.has(pair[1]))
        if self.open:
            return Both(self, other)
        return evolve(self, pairs=kept, more=tuple(word for word in self.more if other.has(word)), open=False)

    def first(self) -> Any:
        return self.words[0] if self.words else None

    def describe(self) -> str:
        return _one_of(self.words, self.open)


def outside(domain: Domain) -> str:
    """How a value that a domain does not have is described: `none of: low, high`, `not a whole number from 1 to 8`."""
    if isinstance(domain, (OneOf, Words)) and domain.words:
        return f"none of: {', '.join(map(word_text, domain.words))}"
    return f"not {domain.describe()}"


def Quality(*words: str, **pairs: str) -> Words:
    """Quality words of the scale low, medium, high, xhigh, max, and auto: `Quality("auto", low="standard")`."""
    return Words({**{word: word for word in words}, **pairs}, QUALITY)


def _one_of(words: tuple[Any, ...], is_open: bool = False) -> str:
    if len(words) == 2 and all(isinstance(word, bool) for word in words):
        words = (True, False)
    texts = [word_text(word) for word in words]
    text = listed(texts) if len(texts) < 3 else f"one of {', '.join(texts)}"
    if is_open:
        return f"{text} (the vendor may accept others)" if text else "any value"
    return f"only {text}" if len(texts) == 1 else text or "no value"


def _word_fault(value: object, words: tuple[Any, ...], is_open: bool, describe: Callable[[], str]) -> Fault | None:
    if any(same(value, word) for word in words):
        return None
    types = {json_type(word) for word in words}
    if types and json_type(value) not in types:
        return Fault("wrong_type", describe(), words)
    return None if is_open else Fault("not_allowed", describe(), words)


@frozen(init=False)
class OneOf(Domain[W, W]):
    """Wire values that mean themselves: words, flags or numbers; a number goes to the nearest, ties down.

    `open` says that the vendor's list is not closed; `down` rounds numbers down only.
    """

    words: tuple[W, ...] = field(eq=json_key)
    open: bool
    round_down: bool

    def __init__(self, *words: W, open: bool = False, round_down: bool = False) -> None:
        self.__attrs_init__(words, open, round_down)

    @classmethod
    def of(cls, words: Any, *, round_down: bool = False) -> OneOf:
        return cls(*words, round_down=round_down)

    def fault(self, value: object) -> Fault | None:
        return _word_fault(value, self.words, self.open, self.describe)

    def encode(self, asked: object) -> Any:
        for word in self.words:
            if same(word, asked):
                return word
        if self.open and isinstance(asked, str) and all(isinstance(word, str) for word in self.words):
            return asked
        numbers: list[Any] = [word for word in self.words if is_number(word)] if is_number(asked) else []
        if self.round_down:
            numbers = [word for word in numbers if word <= asked] or sorted(numbers)[:1]
        return min(numbers, key=lambda word: (abs(_decimal(word) - _decimal(asked)), word), default=None)  # type: ignore[arg-type]

    def decode(self, value: object) -> Any:
        if any(same(value, word) for word in self.words) or (self.open and self.has(value)):
            return value
        return value if is_number(value) and any(is_number(word) for word in self.words) else None

    def meet(self, other: Domain) -> Domain:
        if self.open:
            return Both(self, other)
        return OneOf.of((word for word in self.words if other.has(word)), round_down=self.round_down)

    def first(self) -> Any:
        return self.words[0] if self.words else None

    def describe(self) -> str:
        return _one_of(self.words, self.open)


def Flag() -> OneOf[bool]:
    """True or false."""
    return OneOf(False, True)


@frozen
class ListOf(Domain):
    """A list of `min` to `max` items of one domain."""

    item: Domain
    min: int = field(default=0, kw_only=True)
    max: int | None = field(default=None, kw_only=True)

    def fault(self, value: object) -> Fault | None:
        return next(self.faults(value), None)

    def faults(self, value: object) -> Iterator[Fault]:
        if not isinstance(value, (list, tuple)):
            yield Fault("wrong_type", self.describe())
            return
        if self.max is not None and len(value) > self.max:
            yield Fault("too_many", f"{self.describe()}; there are {len(value)}", (self.min, self.max))
        if len(value) < self.min:
            yield Fault("out_of_range", self.describe(), (self.min, self.max))
        for index, item in enumerate(value):
            yield from (fault.inside(index) for fault in self.item.faults(item))

    def encode(self, asked: object) -> Any:
        cut = list(asked)[: self.max] if isinstance(asked, (list, tuple)) else None
        return cut if cut is not None and self.has(cut) else None

    def meet(self, other: Domain) -> Domain:
        if isinstance(other, Count):
            return evolve(self, min=max(self.min, other.min), max=_smaller(self.max, other.max))
        return super().meet(other)

    def decode(self, value: object) -> Any:
        return freeze(value) if isinstance(value, (list, tuple)) else None

    def describe(self) -> str:
        return f"a {self._named('list')}"

    def plural(self) -> str:
        return self._named("lists")

    def _named(self, name: str) -> str:
        bounded, items = self.min > 0 or self.max is not None, self.item.plural()
        if items and self.max != 1:
            return f"{name} of {how_many(self.min, self.max, items, items) if bounded else items}"
        number = f" of {how_many(self.min, self.max, 'item')}" if bounded else ""
        each = ":" if self.max == 1 else ", each" if bounded else ", each item"
        return f"{name}{number}{each} {self.item.describe()}"


@frozen
class Record(Domain):
    """An object with these keys; `open` lets others pass, of any value or of the domain `rest`.

    `no_secrets` refuses keys that carry a credential; `nullable` keys may be null.
    """

    keys: tuple[tuple[str, Domain], ...] = field(converter=_pairs)
    required: tuple[str, ...] = field(default=(), converter=as_tuple, kw_only=True)
    open: bool = field(default=False, kw_only=True)
    rest: Domain | None = field(default=None, kw_only=True)
    no_secrets: bool = field(default=False, kw_only=True)
    nullable: tuple[str, ...] = field(default=(), converter=as_tuple, kw_only=True)

    def fault(self, value: object) -> Fault | None:
        return next(self.faults(value), None)

    def faults(self, value: object) -> Iterator[Fault]:
        if not isinstance(value, Mapping):
            yield Fault("wrong_type", self.describe())
            return
        known = dict(self.keys)
        for key in value:
            if self.no_secrets and is_secret(key):
                yield Fault("credential", "credentials are not accepted here", at=(key,))
            elif key not in known and not self.open:
                yield Fault("unknown_field", self._no_such_key(key), tuple(known), (key,))
            elif key not in known and self.rest is not None:
                yield from (fault.inside(key) for fault in self.rest.faults(value[key]))
        for key in self.required:
            if key not in value:
                yield Fault("missing", f"required: {known[key].describe()}", at=(key,))
        for key, domain in self.keys:
            if key in value and not (value[key] is None and key in self.nullable):
                yield from (fault.inside(key) for fault in domain.faults(value[key]))

    def describe(self) -> str:
        return "an object" + self._keys()

    def plural(self) -> str:
        return "objects" + self._keys()

    def _keys(self) -> str:
        keys = listed([key for key, _ in self.keys], "and")
        return f" with the {'key' if len(self.keys) == 1 else 'keys'} {keys}" if keys else ""

    def _no_such_key(self, key: object) -> str:
        known = [key for key, _ in self.keys]
        names = f"; known {'is' if len(known) == 1 else 'are'} {', '.join(known)}" if known else ""
        return f"no such key{names}{did_you_mean(key, known)}"


@frozen(init=False)
class AnyOf(Domain):
    """A value of any of these domains."""

    domains: tuple[Domain, ...]

    def __init__(self, *domains: Domain) -> None:
        self.__attrs_init__(domains)

    def fault(self, value: object) -> Fault | None:
        return next(self.faults(value), None)

    def faults(self, value: object) -> Iterator[Fault]:
        found = [list(domain.faults(value)) for domain in self.domains]
        if all(found):
            of_its_type = [faults for faults in found if faults[0].code != "wrong_type" or faults[0].at]
            yield from min(of_its_type, key=_misfit, default=[Fault("wrong_type", self.describe())])

    def encode(self, asked: object) -> Any:
        return next((wire for wire in (domain.encode(asked) for domain in self.domains) if wire is not None), None)

    def describe(self) -> str:
        texts = list(dict.fromkeys(domain.describe().removeprefix("only ") for domain in self.domains))
        if len(texts) == 1:
            return self.domains[0].describe()
        return (", or " if any(", " in text for text in texts) else " or ").join(texts)


def _misfit(faults: list[Fault]) -> tuple[int, int]:
    """A value that lacks a domain's keys, or has others, was hardly meant for it."""
    return sum(fault.code in ("unknown_field", "missing") for fault in faults), len(faults)


@frozen
class Json(Domain):
    """Any JSON value; nobody looks inside."""

    def fault(self, value: object) -> Fault | None:
        return None

    def describe(self) -> str:
        return "any JSON value"

    def plural(self) -> str:
        return "JSON values"


# ---- what only rules say


@frozen
class Both(Domain):
    """What a row's domain and a condition both hold; the condition is on wire values."""

    a: Domain
    b: Domain

    def fault(self, value: object) -> Fault | None:
        return self.a.fault(value) or self.b.fault(value)

    def encode(self, asked: object) -> Any:
        nearest = self.a.encode(asked)
        if nearest is None or self.b.has(nearest):
            return nearest
        found = (wire for wire in (self.b.encode(nearest), *self._beside(nearest)) if wire is not None)
        return next((wire for wire in found if self.has(wire)), None)

    def _beside(self, wire: Any) -> Iterator[int]:
        """Whole numbers around one that the condition excludes, the nearest first, the higher before the lower."""
        a: Domain = self
        while isinstance(a, Both):
            a = a.a
        if isinstance(a, Int):
            steps = [distance * a.multiple_of for distance in range(1, 100)]
            if a.round_down:
                yield from (wire - step for step in steps)
            yield from (beside for step in steps for beside in (wire + step, wire - step))

    def decode(self, value: object) -> Any:
        return self.a.decode(value)

    def write(self, asked: object, provider: str) -> object:
        if type(self.a).write is Domain.write:
            return self.encode(asked)
        value = self.a.write(asked, provider)
        return value if value is None or self.b.has(value) else None

    def read(self, value: object, provider: str) -> object:
        return self.a.read(value, provider)

    def first(self) -> Any:
        found = (member for member in (self.a.first(), self.b.first()) if member is not None and self.has(member))
        return next(found, None)

    def describe(self) -> str:
        but = f"but not {_excluded(self.b.domain)}" if isinstance(self.b, Not) else self.b.describe()
        return f"{self.a.describe()}, {but}"


@frozen
class Not(Domain):
    """Any value that a domain does not hold."""

    domain: Domain

    def fault(self, value: object) -> Fault | None:
        return Fault("not_allowed", self.describe()) if self.domain.has(value) else None

    def describe(self) -> str:
        return f"anything but {_excluded(self.domain)}"


def _excluded(domain: Domain) -> str:
    words = domain.words if isinstance(domain, (OneOf, Words)) and not domain.open else ()
    return listed([word_text(word) for word in words]) or domain.describe()


@frozen
class Count(Domain):
    """A list of so many items (a lone value counts as one)."""

    min: int = 0
    max: int | None = None

    def fault(self, value: object) -> Fault | None:
        number = len(value) if isinstance(value, (list, tuple)) else 1
        low, high = number < self.min, self.max is not None and number > self.max
        return (
            Fault("too_many" if high else "out_of_range", self.describe(), (self.min, self.max))
            if low or high
            else None
        )

    def describe(self) -> str:
        return how_many(self.min, self.max, "item")


_SIDES = re.compile(r"([1-9]\d{0,9})\D([1-9]\d{0,9})", re.ASCII)


@frozen
class Area(Domain):
    """A size text of `min` to `max` pixels, `1024x1024` or with another sign between; any other word passes."""

    min: int | None = None
    max: int | None = None

    def fault(self, value: object) -> Fault | None:
        sides = _SIDES.fullmatch(value) if isinstance(value, str) else None
        if sides is None:
            return None
        area = int(sides[1]) * int(sides[2])
        low, high = self.min is not None and area < self.min, self.max is not None and area > self.max
        return Fault("bad_area", self.describe(), (self.min, self.max)) if low or high else None

    def describe(self) -> str:
        return area_text(self.min, self.max) or "any number of pixels"


@frozen
class _Present(Domain):
    about_value: ClassVar[bool] = False

    def fault(self, value: object) -> Fault | None:
        return None

    def is_met(self, there: bool, value: object) -> bool:
        return there

    def is_broken(self, there: bool, value: object) -> bool:
        return not there

    def narrow(self, domain: Domain) -> Domain | None:
        return domain

    def describe(self) -> str:
        return "present"


@frozen
class _Absent(Domain):
    forbids: ClassVar[bool] = True
    about_value: ClassVar[bool] = False

    def fault(self, value: object) -> Fault | None:
        return Fault("conflict", "must be left out")

    def is_met(self, there: bool, value: object) -> bool:
        return not there

    def is_broken(self, there: bool, value: object) -> bool:
        return there

    def narrow(self, domain: Domain) -> Domain | None:
        return None

    def describe(self) -> str:
        return "left out"


@frozen
class _Off(Domain):
    """A switch that is not on: false, or left out where the vendor's default is not true."""

    def fault(self, value: object) -> Fault | None:
        return None if value is False else Fault("conflict", "must be false or left out")

    def is_met(self, there: bool, value: object) -> bool:
        return value is False if there else value is not True

    def is_broken(self, there: bool, value: object) -> bool:
        return not self.is_met(there, value)

    def narrow(self, domain: Domain) -> Domain | None:
        return OneOf(False) if domain.has(False) else None

    def describe(self) -> str:
        return "off"


PRESENT = _Present()
ABSENT = _Absent()
OFF = _Off()
