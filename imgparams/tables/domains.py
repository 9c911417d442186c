"""Domains: sets of wire values that check, encode, decode, narrow and describe.

A domain knows one value. A row maps a wire to a field of the intent; a rule ties two wires. None is never a member.

    fault(value)   why a wire value is not legal, None if it is
    encode(asked)  the nearest legal wire value, None if there is none
    decode(value)  the intent's value of any wire value of the right type, legal or not; None if it can't be parsed
    meet(other)    the members that another domain has too
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, cast

from attrs import evolve, field, frozen

from imgparams.errors import bad_table
from imgparams.texts import choice, number_text, range_text, shown, word_text
from imgparams.values import Path, is_number, is_whole, json_key, json_type, same

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    from imgparams.errors import Code

    C = TypeVar("C", covariant=True, default=Any)  # the type in the intent
    W = TypeVar("W", default=Any)  # the type on the wire
    N = TypeVar("N", int, float)
else:
    from typing import TypeVar

    C = TypeVar("C", covariant=True)
    W = TypeVar("W")
    N = TypeVar("N", int, float)


class Fault(NamedTuple):
    """Why a value is not legal; `at` is the place inside the value, for lists and objects."""

    code: Code
    why: str
    allowed: tuple[object, ...] | None = None
    at: Path = ()

    def inside(self, key: str | int) -> Fault:
        """Returns the same fault, seen from the list or object around it."""
        return self._replace(at=(key, *self.at))


class Domain(Generic[C, W]):
    """The base class of domains, with a type in the intent and one on the wire; also the conditions of rules."""

    forbids: ClassVar[bool] = False  # as a condition: the wire must be left out
    forbids_others: ClassVar[bool] = False  # the same, unless the wire is a switch
    about_value: ClassVar[bool] = True  # as a condition: looks at the wire's value or default, not at its presence

    def fault(self, value: object) -> Fault | None:
        raise NotImplementedError

    def faults(self, value: object) -> Iterator[Fault]:
        """Yields every reason why a wire value is not legal, including those inside it."""
        fault = self.fault(value)
        if fault:
            yield fault

    def has(self, value: object) -> bool:
        return self.fault(value) is None

    @property
    def is_open(self) -> bool:
        """Whether a legal value may lie beyond all that is published."""
        return type(self).doubt is not Domain.doubt

    def doubt(self, value: object) -> str:
        """Returns why a legal value is not known to work: beyond an open end, or no word of an open list; else ""."""
        return ""

    def table_faults(self) -> Iterator[str]:
        """Yields why a table can't have this domain: no value is a member."""
        return iter(())

    def encode(self, asked: object) -> W | None:
        return cast(W, asked) if self.has(asked) else None

    def decode(self, value: object) -> C | None:
        return cast(C, value) if self.has(value) else None

    def meet(self, other: Domain) -> Domain:
        if isinstance(other, OneOf):
            return OneOf.of(word for word in other.words if self.has(word))
        return self if self == other else Both(self, other)

    def first(self) -> W | None:
        """Returns some member if one is known, as the value that a rule forces."""
        return None

    def describe(self) -> str:
        """Returns what is legal in words: `a multiple of 8 from 32 to 1536`."""
        raise NotImplementedError

    def describe_beside(self) -> str:
        """Returns the same, to follow the description of another domain: `..., but not 3`."""
        return self.describe()

    def listed(self) -> tuple[object, ...]:
        """Returns the members if they are a closed list."""
        return ()

    def plural(self) -> str:
        """Returns the plural for several members, `whole numbers from 0 to 255`, or "" if there is none."""
        return ""

    # ---- the same with the provider of the table, which matters only for pictures

    def write(self, asked: object, provider: str) -> object:
        """Returns the wire value for what is asked of this provider, None if there is none."""
        return self.encode(asked)

    def read(self, value: object, provider: str) -> object:
        """Returns what a wire value means at this provider, None if it can't be read."""
        return self.decode(value)

    # ---- as a condition of a rule; `value` is the wire's, or the vendor's default if it is absent

    def is_met(self, there: bool, value: object) -> bool:
        """Whether it holds in a `when`; it does not for an unknown default."""
        return value is not None and self.has(value)

    def is_broken(self, there: bool, value: object) -> bool:
        """Whether it is broken in a `then`; an unknown default breaks nothing."""
        return value is not None and not self.has(value)

    def narrow(self, domain: Domain) -> Domain | None:
        """Returns what it leaves of a wire's domain, None if the wire must be left out."""
        return domain.meet(self)


def _decimal(value: float) -> Decimal:
    return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)


def _plain(value: Decimal) -> float | int:
    return int(value) if value == value.to_integral_value() and abs(value) < 2**53 else float(value)


def larger(a: N | None, b: N | None) -> N | None:
    return b if a is None else a if b is None else max(a, b)


def smaller(a: N | None, b: N | None) -> N | None:
    return b if a is None else a if b is None else min(a, b)


def _crossed(low: float | None, high: float | None, members: str) -> Iterator[str]:
    """Yields a fault where the least is above the greatest."""
    if low is not None and high is not None and low > high:
        yield f"there are no {members}"


def _open_end(low: float | None, high: float | None, value: object) -> str:
    """Returns why a number is not known to work: beyond the end of a range for which no limit is published."""
    if not is_number(value):
        return ""
    if high is None and value > (low or 0):
        return "no maximum is published"
    return "no minimum is published" if low is None and value < 0 else ""


@frozen
class Int(Domain[int, int]):
    """Whole numbers from `min` to `max` in multiples of `multiple_of`; `round_down` never rounds up."""

    min: int | None = None
    max: int | None = None
    multiple_of: int = field(default=1, kw_only=True)
    round_down: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.multiple_of, int) or self.multiple_of < 1:
            raise bad_table(f"multiple_of is a whole number from 1 up, not {shown(self.multiple_of)}")

    def table_faults(self) -> Iterator[str]:
        yield from _crossed(*self.bounds(), self.plural())

    def bounds(self) -> tuple[int | None, int | None]:
        """Returns the least and the greatest member."""
        step = self.multiple_of
        low = None if self.min is None else -(-self.min // step) * step
        return low, None if self.max is None else self.max // step * step

    def fault(self, value: object) -> Fault | None:
        if not is_whole(value):
            return Fault("wrong_type", self.describe())
        number = int(value)
        if (self.min is not None and number < self.min) or (self.max is not None and number > self.max):
            return Fault("out_of_range", self.describe(), (self.min, self.max))
        return Fault("off_grid", self.describe(), (self.multiple_of,)) if number % self.multiple_of else None

    @property
    def is_open(self) -> bool:
        return self.min is None or self.max is None

    def doubt(self, value: object) -> str:
        return _open_end(self.min, self.max, value)

    def encode(self, asked: object) -> int | None:
        if not isinstance(asked, (int, float)) or isinstance(asked, bool):
            return None
        step, (low, high) = self.multiple_of, self.bounds()
        if low is not None and high is not None and low > high:
            return None
        steps = Fraction(asked) / step
        below = math.floor(steps)
        number = (below if self.round_down or steps - below <= Fraction(1, 2) else below + 1) * step
        return larger(low, smaller(high, number))

    def fold(self, number: int, skipped: Collection[object] = ()) -> int:
        """A member for any whole number, different ones for different numbers as far as may be; for seeds.

        `low + (number - low) mod (high - low + 1)`, the next where that is skipped; the number itself where it is a
        member, or where nothing is stated to fold it into.
        """
        low, high = self.bounds()
        if high is None or (self.has(number) and number not in skipped):
            return number
        low = low or 0
        span = high - low + 1
        folded = ((number - low + step) % span + low for step in range(min(span, len(skipped) + 1)))
        return next((seed for seed in folded if seed not in skipped), number)

    def decode(self, value: object) -> int | None:
        return int(value) if is_whole(value) else None

    def meet(self, other: Domain) -> Domain:
        if isinstance(other, (Int, Num)):
            low = None if other.min is None else math.ceil(other.min)
            high = None if other.max is None else math.floor(other.max)
            step = math.lcm(self.multiple_of, other.multiple_of) if isinstance(other, Int) else self.multiple_of
            return evolve(self, min=larger(self.min, low), max=smaller(self.max, high), multiple_of=step)
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
    """Numbers from `min` to `max` on the wire; the wire has `scale * x`, with `flip` `scale * (1 - x)`, in decimal."""

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
        low = self.min is not None and value < self.min
        high = self.max is not None and value > self.max
        return Fault("out_of_range", self.describe(), (self.min, self.max)) if low or high else None

    @property
    def is_open(self) -> bool:
        return self.min is None or self.max is None

    def doubt(self, value: object) -> str:
        return _open_end(self.min, self.max, value)

    def table_faults(self) -> Iterator[str]:
        yield from _crossed(self.min, self.max, self.plural())

    def _to_wire(self, x: Decimal) -> Decimal:
        return _decimal(self.scale) * (1 - x if self.flip else x)

    def _from_wire(self, wire: Decimal) -> Decimal:
        x = wire / _decimal(self.scale)
        return 1 - x if self.flip else x

    def encode(self, asked: object) -> float | None:
        if not is_number(asked) or (self.min is not None and self.max is not None and self.min > self.max):
            return None
        if self._plain_map():
            return larger(self.min, smaller(self.max, asked))
        wire = _plain(self._to_wire(_decimal(asked)))
        if self.decode(wire) is None:  # too many digits to survive the way back
            fewer = _decimal(asked).quantize(Decimal("1e-9"), ROUND_HALF_EVEN)
            wire = _plain(self._to_wire(fewer))
        return larger(self.min, smaller(self.max, wire))

    def decode(self, value: object) -> float | None:
        if not is_number(value):
            return None
        if self._plain_map():
            return value
        wire = _decimal(value)
        if abs(wire) > 10**12:
            return None
        canonical = _plain(self._from_wire(wire))
        return canonical if _plain(self._to_wire(_decimal(canonical))) == value else None

    def _plain_map(self) -> bool:
        return not self.flip and self.scale == 1

    def meet(self, other: Domain) -> Domain:
        if isinstance(other, Num):
            return evolve(self, min=larger(self.min, other.min), max=smaller(self.max, other.max))
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


def outside(domain: Domain) -> str:
    """Returns what a value outside a domain is: `none of: low, high`, `not a whole number from 1 to 8`."""
    words = domain.listed()
    return f"none of: {', '.join(map(word_text, words))}" if words else f"not {domain.describe()}"


def one_of(words: tuple[object, ...], is_open: bool = False) -> str:
    """Returns the choice that a vendor's words leave: `one of low, medium, high`, `true or false`."""
    if len(words) == 2 and all(isinstance(word, bool) for word in words):
        words = (True, False)
    texts = [word_text(word) for word in words]
    if is_open and texts:
        return f"{choice(texts).removeprefix('only ')} (the vendor may accept others)"
    return choice(texts, "any value" if is_open else "no value")


def word_fault(value: object, words: tuple[object, ...], is_open: bool, describe: Callable[[], str]) -> Fault | None:
    if any(same(value, word) for word in words):
        return None
    types = {json_type(word) for word in words}
    if types and json_type(value) not in types:
        return Fault("wrong_type", describe(), words)
    return None if is_open else Fault("not_allowed", describe(), words)


def word_doubt(value: object, words: tuple[object, ...]) -> str:
    """Returns why a word is not known to work: an open list lacks it."""
    return "" if any(same(value, word) for word in words) else "it is none of the words that are published"


@frozen(init=False)
class OneOf(Domain[W, W]):
    """Wire values that are the same in an intent: words, flags or numbers; a number goes to the nearest, ties down.

    `open` if the list is not complete; `round_down` never rounds a number up.
    """

    words: tuple[W, ...] = field(eq=json_key)
    open: bool
    round_down: bool

    @property
    def is_open(self) -> bool:
        return self.open

    def __init__(self, *words: W, open: bool = False, round_down: bool = False) -> None:
        self.__attrs_init__(words, open, round_down)

    @classmethod
    def of(cls, words: Iterable[W], *, round_down: bool = False) -> OneOf[W]:
        return cls(*words, round_down=round_down)

    def fault(self, value: object) -> Fault | None:
        return word_fault(value, self.words, self.open, self.describe)

    def doubt(self, value: object) -> str:
        return word_doubt(value, self.words)

    def encode(self, asked: object) -> Any:
        for word in self.words:
            if same(word, asked):
                return word
        if self.open and isinstance(asked, str) and all(isinstance(word, str) for word in self.words):
            return asked
        if not is_number(asked):
            return None
        numbers: list[Any] = [word for word in self.words if is_number(word)]
        if self.round_down:
            numbers = [word for word in numbers if word <= asked] or numbers
        wish = _decimal(asked)
        return min(numbers, key=lambda word: (abs(_decimal(word) - wish), word), default=None)

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

    def listed(self) -> tuple[object, ...]:
        return () if self.open else self.words

    def describe(self) -> str:
        return one_of(self.words, self.open)


def Flag() -> OneOf[bool]:
    """Returns the domain of true and false."""
    return OneOf(False, True)


@frozen
class Both(Domain):
    """What a row's domain and a condition have in common."""

    a: Domain
    b: Domain

    def fault(self, value: object) -> Fault | None:
        return self.a.fault(value) or self.b.fault(value)

    def doubt(self, value: object) -> str:
        return self.a.doubt(value)

    def encode(self, asked: object) -> Any:
        nearest = self.a.encode(asked)
        if nearest is None or self.b.has(nearest):
            return nearest
        candidates = (wire for wire in (self.b.encode(nearest), *self._beside(nearest)) if wire is not None)
        return next((wire for wire in candidates if self.has(wire)), None)

    def _beside(self, wire: int) -> Iterator[int]:
        """Yields whole numbers around an excluded one, the nearest first, the higher before the lower."""
        a: Domain = self
        while isinstance(a, Both):
            a = a.a
        if isinstance(a, Int):
            steps = [distance * a.multiple_of for distance in range(1, 100)]
            if a.round_down:
                yield from (wire - step for step in steps)
            yield from (beside for step in steps for beside in (wire + step, wire - step))

    def decode(self, value: object) -> object:
        return self.a.decode(value)

    def write(self, asked: object, provider: str) -> object:
        if type(self.a).write is Domain.write:
            return self.encode(asked)
        value = self.a.write(asked, provider)
        return value if value is None or self.b.has(value) else None

    def first(self) -> object:
        members = (member for member in (self.a.first(), self.b.first()) if member is not None and self.has(member))
        return next(members, None)

    def describe(self) -> str:
        if words := tuple(word for word in self.b.listed() if self.a.has(word)):
            return one_of(words)
        return f"{self.a.describe()}, {self.b.describe_beside()}"
