"""Catalogs: immutable mappings of names to targets. `CATALOG` is the built-in one; `CATALOG | mine` is a new one.

Names are known at import; a vendor's file is loaded when one of its targets is first used.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias, get_args

from attrs import field, frozen

from imgparams.errors import Invalid, Problem, UnknownTarget
from imgparams.providers import ENVELOPES, NAMES
from imgparams.target import OPERATIONS, Status, Target
from imgparams.texts import did_you_mean, shown

#: one word, or several of which one must fit
Words: TypeAlias = str | Collection[str]

GENERATION = "generation"  # the word for targets without an operation in their name

if TYPE_CHECKING:
    from imgparams.providers._names import TargetName as TargetName
else:
    TargetName = str  #: the name of a built-in target; type checkers and editors know each


@frozen(init=False, slots=False, eq=False, hash=False, repr=False)
class Catalog(Mapping[str, Target]):
    """An immutable mapping of names to targets; `|` makes a new one.

    Tables are loaded when they are first used.
    """

    _entries: Mapping[str, Target | str] = field()

    def __init__(self, targets: Mapping[str, Target]) -> None:
        entries: Mapping[str, Target | str] = targets._entries if isinstance(targets, Catalog) else dict(targets)
        self.__attrs_init__(entries)

    @classmethod
    def _of(cls, entries: Mapping[str, Target | str]) -> Catalog:
        made = object.__new__(cls)
        made.__attrs_init__(entries)
        return made

    def __getitem__(self, name: str) -> Target:
        entry = self._entries[name]
        return _load_once(entry)[name] if isinstance(entry, str) else entry

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def find(self, name: str) -> Target:
        """Returns the target of a name, an alias, or `<provider>/<the vendor's model id>`; raises UnknownTarget."""
        if not isinstance(name, str):
            raise UnknownTarget(shown(name))
        if name in self._entries:
            return self[name]
        if (own := self._by_lower_case.get(name.lower())) is not None:
            return self[own]
        base, _, operation = name.rpartition(":")
        if base in self._entries and operation in self[base].operations:
            return self[base].operations[operation]
        provider, _, model = name.partition("/")
        theirs = [self[key] for key in self._entries if key.startswith(provider + "/")] if model else []
        for target in theirs:
            if name in _also(target):
                return target
        for target in theirs:  # a model that does nothing else than its one operation
            if name in (f"{provider}/{word}" for word in (target.model, *target.aliases)):
                return target
        raise UnknownTarget(name, self._near(name), self._envelope(provider))

    @cached_property
    def _by_lower_case(self) -> dict[str, str]:
        """The names by themselves in lower case, if no two of them are the same."""
        lower: dict[str, list[str]] = {}
        for name in self._entries:
            lower.setdefault(name.lower(), []).append(name)
        return {small: names[0] for small, names in lower.items() if len(names) == 1}

    def offers(self, model: str) -> tuple[Target, ...]:
        """Returns every target that serves a model, the maker's own first.

        The model is `<maker>/<model>` as in `Target.serves`, or the name of any target that serves it; a target whose
        model is not known stands alone. Loads every table; raises UnknownTarget.
        """
        served = [target for name in self if (target := self[name]).serves]
        if model not in (target.serves for target in served):
            named = self.find(model)
            if not named.serves:
                return (named,)
            model = named.serves
        offered = [target for target in served if target.serves == model]
        return tuple(sorted(offered, key=lambda target: not is_makers(target)))

    def targets(
        self,
        *,
        provider: Words | None = None,
        operation: Words | None = None,
        status: Words | None = None,
        model: Words | None = None,
    ) -> tuple[Target, ...]:
        """Returns the targets that meet every filter, sorted by name; without filters, all of them.

        Each filter is a word or several, of which one must fit, in any case. `operation` is "generation" for plain
        generation. `model` is the model that a target serves, its id at the vendor, an alias, or any part of the name.
        Raises Invalid for a word that is no provider, operation or status; a model that nobody has gives ().
        """
        names = self.named(provider=provider, operation=operation, status=status, model=model)
        return tuple(self[name] for name in names)

    def named(
        self,
        *,
        provider: Words | None = None,
        operation: Words | None = None,
        status: Words | None = None,
        model: Words | None = None,
    ) -> tuple[str, ...]:
        """Returns the names of the same targets; loads tables only for what their names do not tell."""
        providers = _known("provider", provider, {*_BUILT_IN, *self.providers})
        operations = _known("operation", operation, (GENERATION, *OPERATIONS))
        statuses = _known("status", status, get_args(Status))
        models = _words(model)
        names = sorted(self._entries)
        if providers is not None:
            names = [name for name in names if self._provider_of(name) in providers]
        if operations is not None:
            names = [name for name in names if (self[name].operation or GENERATION) in operations]
        if statuses is not None:
            names = [name for name in names if self[name].status in statuses]
        if models is not None:
            names = [name for name in names if any(has_model(name, self[name], word) for word in models)]
        return tuple(names)

    @property
    def providers(self) -> tuple[str, ...]:
        """The providers of these targets, sorted; loads no table."""
        return tuple(sorted({self._provider_of(name) for name in self._entries}))

    def _provider_of(self, name: str) -> str:
        entry = self._entries[name]
        return name.partition("/")[0] if isinstance(entry, str) else entry.provider

    def maker_of(self, target: Target) -> Target | None:
        """Returns the maker's own table of the model that a target serves, of the same operation if there is one.

        None if the target is the maker's own, or the maker's table is not in this catalog. Loads the maker's tables.
        """
        if not target.serves or is_makers(target):
            return None
        provider = _provider(target.serves)
        theirs = [self[name] for name in self if name.startswith(provider + "/")]
        theirs = [other for other in theirs if other.serves == target.serves]
        return min(theirs, key=lambda other: (other.operation != target.operation, other.operation != ""), default=None)

    def _near(self, name: str) -> tuple[str, ...]:
        from difflib import get_close_matches

        if not name or len(name) > 200:
            return ()
        near = get_close_matches(name, list(self._entries), cutoff=0.7)
        tails = {key.partition("/")[2]: key for key in self._entries}
        near += [tails[tail] for tail in get_close_matches(name.partition("/")[2] or name, list(tails), cutoff=0.8)]
        return tuple(dict.fromkeys(near))[:3]

    def _envelope(self, provider: str) -> str | None:
        name = ENVELOPES.get(provider)
        return name if name in self._entries else None

    def __or__(self, other: Mapping[str, Target]) -> Catalog:
        entries = other._entries if isinstance(other, Catalog) else other
        return Catalog._of({**self._entries, **entries})

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Catalog):
            return NotImplemented
        return self._entries == other._entries or dict(self) == dict(other)

    def __hash__(self) -> int:
        return hash(frozenset(self._entries))

    def __repr__(self) -> str:
        return f"<Catalog of {len(self)} targets>"

    def __getstate__(self) -> dict[str, object]:
        return {"_entries": self._entries}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)

    @cached_property
    def version(self) -> str:
        """The newest date on which a table was checked, and a digest of all facts: `2026-11-20+1f0c…`."""
        from imgparams.tables.plain import digest

        newest = max((target.checked for target in self.values()), default="")
        return f"{newest}+{digest(self)}"


def _words(given: Words | None) -> list[str] | None:
    if given is None:
        return None
    return [word.lower() for word in ([given] if isinstance(given, str) else given)]


def _known(name: str, given: Words | None, known: Iterable[str]) -> set[str] | None:
    """Returns the words of a filter as they are known; raises Invalid for each that is not."""
    words = _words(given)
    if words is None:
        return None
    as_known = {word.lower(): word for word in known}
    if unknown := [word for word in words if word not in as_known]:
        choices = sorted(as_known.values())
        whys = {word: f"no such {name}{did_you_mean(word, choices) or _choices(choices)}" for word in unknown}
        raise Invalid(Problem("error", "not_allowed", (name,), word, why, tuple(choices)) for word, why in whys.items())
    return {as_known[word] for word in words}


def _choices(choices: list[str]) -> str:
    return f"; one of {', '.join(choices)}" if len(choices) <= len(OPERATIONS) + 1 else ""


def has_model(name: str, target: Target, word: str) -> bool:
    """Whether a word, in lower case, is the model that a target serves, its id or an alias, or part of the name."""
    if word in name.lower():
        return True
    served = target.serves.lower()
    return word in (served, served.partition("/")[2], *(text.lower() for text in (target.model, *target.aliases)))


#: makers of models whose own API goes by another name here
_PROVIDERS = {"black-forest-labs": "bfl", "alibaba": "qwen", "microsoft": "azure-openai"}


def _provider(model: str) -> str:
    """Returns the provider of the maker's own API for a model."""
    maker = model.partition("/")[0]
    return _PROVIDERS.get(maker, maker)


def is_makers(target: Target) -> bool:
    """Whether a target is the maker's own offer of the model that it serves."""
    return bool(target.serves) and target.provider == _provider(target.serves)


def _also(target: Target) -> set[str]:
    """Returns other names of a target: its model id and aliases under the provider."""
    words = (target.model, *target.aliases)
    tail = f":{target.operation}" if target.operation else ""
    return {f"{target.provider}/{word}{tail}" for word in words if word}


_LOADED: dict[str, dict[str, Target]] = {}  # filled once a vendor; two threads may both load one, with the same values


def _load_once(vendor: str) -> dict[str, Target]:
    if vendor not in _LOADED:
        table = import_module(f"imgparams.providers.{vendor}")
        _LOADED[vendor] = {target.name: target for target in table.TARGETS}
    return _LOADED[vendor]


_BUILT_IN = frozenset(name.partition("/")[0] for names in NAMES.values() for name in names)  # providers

CATALOG = Catalog._of({name: vendor for vendor, names in NAMES.items() for name in names})


def find(name: TargetName | str) -> Target:
    """Returns the built-in target of a name or alias; raises UnknownTarget, which lists similar names."""
    return CATALOG.find(name)


def target_of(target: object, argument: str = "target") -> Target:
    """Returns a target, or the built-in one of a name; raises UnknownTarget, and TypeError for anything else."""
    if isinstance(target, Target):
        return target
    if isinstance(target, str):
        return CATALOG.find(target)
    why = f"{argument} must be a Target or the name of one, such as 'openai/gpt-image-2', not {_article(target)}"
    raise TypeError(why)


def _article(value: object) -> str:
    """Returns the type of a value in words."""
    name = type(value).__name__
    return "None" if value is None else f"{'an' if name[:1] in 'aeiouAEIOU' else 'a'} {name}"


def targets(
    *,
    provider: Words | None = None,
    operation: Words | None = None,
    status: Words | None = None,
    model: Words | None = None,
) -> tuple[str, ...]:
    """Returns the names of the built-in targets that meet every filter, sorted; see `Catalog.targets`.

    Without filters, or by provider alone, loads no table. Raises Invalid for a word that is no provider, operation or
    status.
    """
    return CATALOG.named(provider=provider, operation=operation, status=status, model=model)
