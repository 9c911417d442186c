"""Policies: which changes a caller allows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from attrs import frozen

from imgparams.contract import SHAPE
from imgparams.errors import CONTENT, Change, Invalid, Kind, Problem
from imgparams.intent import READERS
from imgparams.values import FrozenDict, JsonObject, Value, is_number

Kinds = Kind | Collection[Kind]

ALL: tuple[Kind, ...] = ("clamped", "mapped", "dropped", "added")


def _kinds(kinds: Kinds) -> frozenset[Kind]:
    allowed = frozenset([kinds] if isinstance(kinds, str) else kinds)
    if not allowed <= frozenset(ALL):
        bad = ", ".join(sorted(map(str, allowed - frozenset(ALL))))
        why = "the kinds of change are " + ", ".join(ALL)
        raise Invalid([Problem("error", "not_allowed", ("allow",), bad, why, ALL)])
    return allowed


def _in_order(kinds: frozenset[Kind]) -> tuple[Kind, ...]:
    return tuple(kind for kind in ALL if kind in kinds)


@frozen(init=False, eq=False, repr=False)
class Policy(Value):
    """Which kinds of change are allowed, in general and for single fields.

    Without a `default` every change is allowed except of the content: prompt, negative prompt, references and mask are
    sent as asked or refused. A `default` holds for every field that is not given. `within` allows any change whose loss
    is at most that. `size` also covers aspect_ratio and resolution, unless those are given. With `unverified=False` a
    request that is not known to work (see `Translation.unverified`) is refused. A misspelt kind raises Invalid.
    """

    default: frozenset[Kind]
    within: float
    fields: Mapping[str, frozenset[Kind]]
    unverified: bool

    def __init__(
        self,
        default: Kinds | None = None,
        *,
        within: float = 0.0,
        unverified: bool = True,
        prompt: Kinds | None = None,
        negative_prompt: Kinds | None = None,
        aspect_ratio: Kinds | None = None,
        resolution: Kinds | None = None,
        size: Kinds | None = None,
        quality: Kinds | None = None,
        n: Kinds | None = None,
        seed: Kinds | None = None,
        references: Kinds | None = None,
        mask: Kinds | None = None,
        output_format: Kinds | None = None,
        output_compression: Kinds | None = None,
        delivery: Kinds | None = None,
        background: Kinds | None = None,
        guidance: Kinds | None = None,
        steps: Kinds | None = None,
        strength: Kinds | None = None,
        stream: Kinds | None = None,
        user: Kinds | None = None,
        provider_options: Kinds | None = None,
    ) -> None:
        if not is_number(within) or not within >= 0:
            raise Invalid([Problem("error", "out_of_range", ("within",), within, "a number from 0 up")])
        if not isinstance(unverified, bool):
            raise Invalid([Problem("error", "wrong_type", ("unverified",), unverified, "true or false")])
        given = {name: value for name, value in dict(locals()).items() if name in READERS and value is not None}
        if default is None:
            default, given = ALL, {**dict.fromkeys(CONTENT, ()), **given}
        fields = FrozenDict((name, _kinds(kinds)) for name, kinds in given.items())
        self.__attrs_init__(_kinds(default), within, fields, unverified)

    def __repr__(self) -> str:
        """Returns it as it would be written: `Policy('clamped', size=())`."""
        is_safe = len(self.default) == len(ALL) and all(self.fields.get(name) == frozenset() for name in CONTENT)
        own = {name: kinds for name, kinds in self.fields.items() if not (is_safe and name in CONTENT)}
        parts = [] if is_safe else [repr(_in_order(self.default))]
        parts += [f"within={self.within}"] * (self.within > 0) + ["unverified=False"] * (not self.unverified)
        return f"Policy({', '.join([*parts, *(f'{name}={_in_order(kinds)!r}' for name, kinds in own.items())])})"

    def kinds(self, name: str) -> frozenset[Kind]:
        """Returns the kinds of change allowed for a field."""
        head = name.partition(".")[0]
        if head in self.fields or head not in SHAPE:
            return self.fields.get(head, self.default)
        return self.fields.get("size", self.default)

    def allows(self, change: Change) -> bool:
        """Whether a change is allowed."""
        return change.kind in self.kinds(change.field) or 0 < change.loss <= self.within

    @property
    def allows_everything(self) -> bool:
        """Whether every kind of change is allowed for every field."""
        return not self.fields and len(self.default) == len(ALL)

    def allows_all(self, names: Iterable[str]) -> bool:
        """Whether every kind of change is allowed for these fields."""
        if len(self.default) == len(ALL) and "size" not in self.fields and self.fields.keys().isdisjoint(names):
            return True
        return all(len(self.kinds(name)) == len(ALL) for name in names)

    def allowing(self, name: str) -> Policy:
        """Returns this policy with every kind of change allowed for one field."""
        fields: JsonObject = {**self.fields, name: ALL}
        return Policy(self.default, within=self.within, unverified=self.unverified, **fields)


_ANY = Policy(ALL)
SAFE = Policy()
STRICT = Policy(())


def policy_of(allow: Policy | Kinds) -> Policy:
    """Returns a policy, given one or the kinds it allows."""
    if isinstance(allow, Policy):
        return allow
    if not isinstance(allow, (str, Collection)):
        raise TypeError(f"allow must be a Policy, a kind of change or several kinds, not {type(allow).__name__}")
    return _ANY if allow is ALL else _policy_of_kinds(_kinds(allow))


@lru_cache(maxsize=16)
def _policy_of_kinds(kinds: frozenset[Kind]) -> Policy:
    return Policy(kinds)
