"""Whether a pattern of a table can be matched in a time that does not explode, whatever the text.

Python's matcher goes back and tries again. A part that repeats inside of one that repeats, `(a+)+`, or alternatives
there, `(a|aa)+`, can be tried in more ways than there are atoms, so a table can't have them; `(-[a-z]+)*` has a sign by
which each round is told from the next. Of the others, each open
part after the first multiplies the time by the length of the text: with more than one, long texts are not matched.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

LONGEST = 10_000  # characters of a text that is matched with more than one open part
_OPEN = 64  # a repeat of more times counts as open
_REPEAT = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_ZERO_WIDTH = ("ASSERT", "ASSERT_NOT")


def parts_of(pattern: str) -> Any:
    """Returns a pattern as Python's own parser reads it; raises as `re.compile` does."""
    if sys.version_info >= (3, 11):
        from re import _parser as parser  # type: ignore[attr-defined]
    else:  # pragma: no cover
        import sre_parse as parser
    return parser.parse(pattern)


def explodes(parts: Any) -> bool:
    """Whether something repeats inside of what repeats, in more than one way."""
    return any(_of_several_ways(inner) for _, most, inner in _repeats(parts) if most > 1)


def open_parts(parts: Any) -> int:
    """Returns how many parts have no end, or a far one."""
    return sum(most > _OPEN and most > least for least, most, _ in _repeats(parts))


def _of_several_ways(parts: Any) -> bool:
    """Whether a text can be this in more than one way, or of more than one length with no sign that tells its end."""
    parts = [part for part in parts if str(part[0]) not in _ZERO_WIDTH]
    inner = list(_every(parts, asserts=False))
    if any(str(name) in ("BRANCH", "GROUPREF", "GROUPREF_EXISTS") for name, _ in inner):
        return True
    longer = [argument[2] for name, argument in inner if str(name) in _REPEAT and argument[1] > argument[0]]
    sign = parts[0][1] if parts and str(parts[0][0]) == "LITERAL" else None
    return any(sign is None or len(one) != 1 or _matches(one[0], chr(sign)) for one in longer)


_CATEGORIES: dict[str, Callable[[str], bool]] = {
    "DIGIT": str.isdigit,
    "SPACE": str.isspace,
    "WORD": lambda sign: sign.isalnum() or sign == "_",
}


def _matches(part: Any, sign: str) -> bool:
    """Whether a part can be this one character."""
    name, argument = str(part[0]), part[1]
    if name == "LITERAL":
        return bool(argument == ord(sign))
    if name == "NOT_LITERAL":
        return bool(argument != ord(sign))
    if name != "IN":
        return True
    negated = str(argument[0][0]) == "NEGATE"
    return negated != any(_is_in(str(kind), what, sign) for kind, what in argument)


def _is_in(kind: str, what: Any, sign: str) -> bool:
    if kind == "RANGE":
        return bool(what[0] <= ord(sign) <= what[1])
    if kind == "CATEGORY":
        name = str(what).removeprefix("CATEGORY_")
        return name.startswith("NOT_") != _CATEGORIES[name.removeprefix("NOT_")](sign)
    return kind == "LITERAL" and bool(what == ord(sign))


def _repeats(parts: Any) -> Iterator[tuple[int, int, Any]]:
    for name, argument in _every(parts):
        if str(name) in _REPEAT:
            least, most, inner = argument
            yield int(least), int(most), inner


def _every(parts: Any, *, asserts: bool = True) -> Iterator[tuple[Any, Any]]:
    """Yields every part, those inside of others too; without `asserts` not those of what only looks ahead or back."""
    for name, argument in parts:
        yield name, argument
        if asserts or str(name) not in _ZERO_WIDTH:
            for inner in _inside(str(name), argument):
                yield from _every(inner, asserts=asserts)


def _inside(name: str, argument: Any) -> Iterator[Any]:
    if name in _REPEAT:
        yield argument[2]
    elif name == "SUBPATTERN":
        yield argument[3]
    elif name in _ZERO_WIDTH:
        yield argument[1]
    elif name == "ATOMIC_GROUP":
        yield argument
    elif name == "BRANCH":
        yield from argument[1]
    elif name == "GROUPREF_EXISTS":
        yield from filter(None, argument[1:])
