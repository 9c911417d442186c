"""Domains of values that contain others: lists, objects, alternatives, and any JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve, field, frozen

from imgparams.tables.conditions import Count
from imgparams.tables.domains import Domain, Fault, smaller
from imgparams.tables.words import as_pairs
from imgparams.texts import did_you_mean, how_many, is_secret, listed
from imgparams.values import as_tuple, freeze


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

    def table_faults(self) -> Iterator[str]:
        if self.min < 0 or (self.max is not None and self.max < self.min):
            yield f"no list has {self.min} to {self.max} items"
        yield from self.item.table_faults()

    def encode(self, asked: object) -> object:
        cut = list(asked)[: self.max] if isinstance(asked, (list, tuple)) else None
        return cut if cut is not None and self.has(cut) else None

    def meet(self, other: Domain) -> Domain:
        if isinstance(other, Count):
            return evolve(self, min=max(self.min, other.min), max=smaller(self.max, other.max))
        return super().meet(other)

    def decode(self, value: object) -> object:
        return freeze(value) if isinstance(value, (list, tuple)) else None

    def describe(self) -> str:
        return f"a {self._named('list')}"

    def plural(self) -> str:
        return self._named("lists")

    def _named(self, name: str) -> str:
        bounded, items = self.min > 0 or self.max is not None, self.item.plural()
        if items and (self.min if self.max is None else self.max) != 1:  # no plural after 1
            return f"{name} of {how_many(self.min, self.max, items, items) if bounded else items}"
        number = f" of {how_many(self.min, self.max, 'item')}" if bounded else ""
        each = ":" if self.max == 1 else ", each" if bounded else ", each item"
        return f"{name}{number}{each} {self.item.describe()}"


@frozen
class Record(Domain):
    """An object with these keys; `open` accepts others, of any value or of the domain `rest`.

    `no_secrets` refuses keys that carry a credential; `nullable` keys may be null.
    """

    keys: tuple[tuple[str, Domain], ...] = field(converter=as_pairs)
    required: tuple[str, ...] = field(default=(), converter=as_tuple, kw_only=True)
    open: bool = field(default=False, kw_only=True)
    rest: Domain | None = field(default=None, kw_only=True)
    no_secrets: bool = field(default=False, kw_only=True)
    nullable: tuple[str, ...] = field(default=(), converter=as_tuple, kw_only=True)

    def table_faults(self) -> Iterator[str]:
        domains = (*(domain for _, domain in self.keys), *(() if self.rest is None else (self.rest,)))
        yield from (fault for domain in domains for fault in domain.table_faults())

    def fault(self, value: object) -> Fault | None:
        return next(self.faults(value), None)

    def faults(self, value: object) -> Iterator[Fault]:
        if not isinstance(value, Mapping):
            yield Fault("wrong_type", self.describe())
            return
        domains = dict(self.keys)
        for key in value:
            if self.no_secrets and is_secret(key):
                yield Fault("credential", "credentials are not accepted here", at=(key,))
            elif key not in domains and not self.open:
                yield Fault("unknown_field", self._no_such_key(key), tuple(domains), (key,))
            elif key not in domains and self.rest is not None:
                yield from (fault.inside(key) for fault in self.rest.faults(value[key]))
        for key in self.required:
            if key not in value:
                yield Fault("missing", f"required: {domains[key].describe()}", at=(key,))
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
        keys = [key for key, _ in self.keys]
        names = f"; known {'is' if len(keys) == 1 else 'are'} {', '.join(keys)}" if keys else ""
        return f"no such key{names}{did_you_mean(key, keys)}"


@frozen(init=False)
class AnyOf(Domain):
    """A value of any of these domains."""

    domains: tuple[Domain, ...]

    def __init__(self, *domains: Domain) -> None:
        self.__attrs_init__(domains)

    def fault(self, value: object) -> Fault | None:
        return next(self.faults(value), None)

    def faults(self, value: object) -> Iterator[Fault]:
        verdicts = [list(domain.faults(value)) for domain in self.domains]
        if all(verdicts):
            of_its_type = [faults for faults in verdicts if faults[0].code != "wrong_type" or faults[0].at]
            yield from min(of_its_type, key=_misfit, default=[Fault("wrong_type", self.describe())])

    def table_faults(self) -> Iterator[str]:
        return (fault for domain in self.domains for fault in domain.table_faults())

    def doubt(self, value: object) -> str:
        doubts = [domain.doubt(value) for domain in self.domains if domain.has(value)]
        return min(doubts, key=len, default="")

    def encode(self, asked: object) -> object:
        return next((wire for wire in (domain.encode(asked) for domain in self.domains) if wire is not None), None)

    def decode(self, value: object) -> object:
        return next((own for own in (domain.decode(value) for domain in self.domains) if own is not None), None)

    def describe(self) -> str:
        texts = list(dict.fromkeys(domain.describe().removeprefix("only ") for domain in self.domains))
        if len(texts) == 1:
            return self.domains[0].describe()
        return (", or " if any(", " in text for text in texts) else " or ").join(texts)


def _misfit(faults: list[Fault]) -> tuple[int, int]:
    """Returns how badly a value fits a domain: one that lacks keys, or has others, was hardly meant for it."""
    return sum(fault.code in ("unknown_field", "missing") for fault in faults), len(faults)


@frozen
class Json(Domain):
    """Any JSON value, not checked further."""

    def fault(self, value: object) -> Fault | None:
        return None

    def describe(self) -> str:
        return "any JSON value"

    def plural(self) -> str:
        return "JSON values"
