"""How a class or a function is called, read from its own annotations: what each keyword takes.

Data written by hand calls words by keywords, so what may be written is what Python's own call takes. There are three
kinds of words, and each says it elsewhere:

    Int(1, multiple_of=8)        attrs writes the call: the attributes are asked, as attrs changes annotations in it
    Image("url", edits="white")  the class has its own `__init__`: its parameters are asked
    Native("a", Int(), note="")  a function: its parameters, and for `**facts: Any` those of the class that it makes

A parameter `*words` is a keyword that takes a list; `**pairs: str` takes any further key with a text.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from types import GenericAlias
from typing import Any

import attrs

from imgparams.codec.hints import Hint, is_any, is_nullable, parts

Make = Callable[..., object]

_FACTORY: Any = type(attrs.Factory(dict))  # stubs call attrs.Factory a function


@attrs.frozen(eq=False)
class Keyword:
    """One keyword of a call: what it takes, and the attribute that keeps it in what the call makes."""

    name: str
    takes: Hint
    attribute: str
    default: object  # attrs.NOTHING where there is none; may be an attrs.Factory

    def is_usual(self, value: object, whole: object) -> bool:
        """Whether a value in a whole is what the call puts there where the keyword is left out; None always is."""
        default: Any = self.default
        if default is attrs.NOTHING:
            return value is None and is_nullable(self.takes)
        if isinstance(default, _FACTORY):
            default = default.factory(whole) if default.takes_self else default.factory()
        return value is None or bool(value == default)


@attrs.frozen(eq=False, slots=False)
class Call:
    """The keywords of a call by their names; `spread` is written `*words`, `rest` is what any further key takes."""

    name: str
    keywords: Mapping[str, Keyword]
    spread: str  # "" where there is none
    rest: Hint  # None where there is none

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """The keywords that the call fails without."""
        return tuple(name for name in self._bare if name not in self.needs_none)

    @cached_property
    def needs_none(self) -> tuple[str, ...]:
        """The keywords without a default for which None will do."""
        return tuple(name for name in self._bare if is_nullable(self.keywords[name].takes))

    @cached_property
    def _bare(self) -> tuple[str, ...]:
        bare = (name for name, keyword in self.keywords.items() if keyword.default is attrs.NOTHING)
        return tuple(name for name in bare if name != self.spread)

    def has(self, name: str) -> bool:
        return name in self.keywords or self.rest is not None

    def takes(self, name: str) -> Hint:
        """Returns what a keyword that it has takes."""
        return self.keywords[name].takes if name in self.keywords else self.rest


def call_of(make: Make, takes: Mapping[tuple[Make, str], Hint], kept_as: Mapping[tuple[Make, str], str]) -> Call:
    """Returns how a class or a function is called.

    `takes` has what keywords take where their annotation does not say it, `kept_as` the attributes of keywords that are
    called otherwise.
    """
    if isinstance(make, type) and "__attrs_init__" not in vars(make):
        call = Call(_name(make), {keyword.name: keyword for keyword in _attributes(make)}, "", None)
    else:
        call = _of_parameters(make)
    keywords = {
        name: attrs.evolve(
            keyword,
            takes=takes.get((make, name), keyword.takes),
            attribute=kept_as.get((make, name), keyword.attribute),
        )
        for name, keyword in call.keywords.items()
    }
    return attrs.evolve(call, keywords=keywords)


def made_by(word: Make) -> type:
    """Returns the class of what a word makes: itself, or what a function is annotated to return."""
    made = word if isinstance(word, type) else inspect.signature(word, eval_str=True).return_annotation
    return parts(made)[0] or made


def _name(make: Make) -> str:
    return make.__name__.strip("_")


def _of_parameters(make: Make) -> Call:
    keywords: dict[str, Keyword] = {}
    facts: dict[str, Keyword] = {}
    spread, rest = "", None
    for name, parameter in inspect.signature(make, eval_str=True).parameters.items():
        hint = parameter.annotation
        default = attrs.NOTHING if parameter.default is parameter.empty else parameter.default
        if parameter.kind is parameter.VAR_KEYWORD and is_any(hint):
            facts = {keyword.name: keyword for keyword in _attributes(made_by(make), only_keywords=True)}
        elif parameter.kind is parameter.VAR_KEYWORD:
            rest = hint
        elif parameter.kind is parameter.VAR_POSITIONAL:
            spread, keywords[name] = name, Keyword(name, GenericAlias(tuple, (hint, ...)), name, default)
        else:
            keywords[name] = Keyword(name, hint, name, default)
    return Call(_name(make), {**facts, **keywords}, spread, rest)


def _attributes(cls: type, *, only_keywords: bool = False) -> Iterator[Keyword]:
    """The keywords of a class whose call attrs writes."""
    hints: dict[str, Hint] = {}
    for base in reversed(cls.__mro__):
        if attrs.has(base):  # what others state is of no attribute, and may name what only type checkers import
            hints |= inspect.get_annotations(base, eval_str=True)
    for attribute in attrs.fields(cls):
        if attribute.kw_only or not only_keywords:
            name = attribute.alias or attribute.name
            yield Keyword(name, hints[attribute.name], attribute.name, attribute.default)
