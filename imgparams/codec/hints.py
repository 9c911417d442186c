"""What an annotation is made of: `tuple[int | None, ...]` is a tuple, of any number of ints or None."""

from __future__ import annotations

from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

Hint = Any  # an annotation, or what one is made of: there is no type for all of them


def parts(hint: Hint) -> tuple[Hint, tuple[Hint, ...]]:
    """Returns what stands before the brackets of an annotation, None where it has none, and what stands in them."""
    return get_origin(hint), get_args(hint)


def is_any(hint: Hint) -> bool:
    """Whether an annotation says nothing of a value; a type variable says something to type checkers only."""
    return hint is Any or hint is object or isinstance(hint, TypeVar)


def is_union(hint: Hint) -> bool:
    return parts(hint)[0] in (Union, UnionType)


def is_nullable(hint: Hint) -> bool:
    """Whether an annotation takes None."""
    return is_union(hint) and type(None) in get_args(hint)


def is_subclass(hint: Hint, classes: tuple[type, ...]) -> bool:
    """Whether an annotation is one of these classes or a subclass, with brackets or without."""
    cls = parts(hint)[0] or hint
    return isinstance(cls, type) and issubclass(cls, classes)


def is_text(hint: Hint) -> bool:
    """Whether only text is taken."""
    return parts(hint)[0] is Literal or is_subclass(hint, (str,))


def pair_of(hint: Hint) -> Hint:
    """Returns `tuple[a, b]` of `tuple[tuple[a, b], ...]`, None for all other annotations."""
    origin, args = parts(hint)
    inner, members = parts(args[0]) if origin is tuple and args else (None, ())
    return args[0] if inner is tuple and len(members) == 2 and ... not in members else None
