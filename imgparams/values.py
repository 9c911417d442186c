"""JSON values: what is one, when two are equal, and frozen copies.

Knows nothing of images, and imports nothing else of imgparams.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, ClassVar, NoReturn, TypeGuard

MAX_VALUES = 1_000_000  # in one request; more can only be lists that hold each other
MAX_DEPTH = 100  # deeper nesting is unreadable: Python's own limit would be an undocumented error
MAX_INTEGER = 2**1000  # larger integers can't even be printed by Python

Path = tuple[str | int, ...]
JsonObject = dict[str, Any]  # plain JSON that the caller may change
JsonMapping = Mapping[str, Any]  # JSON that is only read


class FrozenDict(dict[str, Any]):
    """A dict that can't be changed, for frozen values that contain one."""

    def _refuse(self, *args: object, **kwargs: object) -> NoReturn:
        raise TypeError("this mapping is part of a frozen value")

    __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = __ior__ = _refuse

    def __hash__(self) -> int:  # type: ignore[override, unused-ignore]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[FrozenDict], tuple[dict[str, Any]]]:
        return FrozenDict, (dict(self),)

    def __copy__(self) -> FrozenDict:
        return self

    def __deepcopy__(self, memo: object) -> FrozenDict:
        return self


def as_tuple(items: Iterable[Any]) -> tuple[Any, ...]:
    """Returns a tuple of any iterable; a converter that type checkers understand."""
    return tuple(items)


class Value:
    """Compares, hashes and prints itself by its attrs fields, like any attrs class, but without code made at import."""

    __slots__ = ()
    __attrs_attrs__: ClassVar[tuple[Any, ...]]

    def _key(self) -> tuple[object, ...]:
        values = ((field.eq_key, getattr(self, field.name)) for field in self.__attrs_attrs__ if field.eq)
        return tuple(key(value) if key else value for key, value in values)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self is other or self._key() == other._key()

    def __hash__(self) -> int:
        return hash((type(self), self._key()))

    def __repr__(self) -> str:
        """Returns what differs from the defaults, each value in few characters."""
        values = ((field, getattr(self, field.name)) for field in self.__attrs_attrs__ if field.repr)
        parts = (f"{field.name}={_repr(field, value)}" for field, value in values if value is not field.default)
        return f"{type(self).__name__}({', '.join(parts)})"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))


def _repr(field: Any, value: object) -> str:
    return str(field.repr(value)) if callable(field.repr) else short(value)


_LONGEST = 200  # characters of one text in a repr
_MOST = 10  # items of one list


def short(value: object) -> str:
    """Returns a repr of few characters for any value: long texts and lists are cut, and bytes counted."""
    text = _short(value, 0)
    return text if len(text) <= 3 * _LONGEST else f"{text[: 3 * _LONGEST]}..."


def _short(value: object, depth: int) -> str:
    if isinstance(value, str):
        return repr(value) if len(value) <= _LONGEST else f"{value[:_LONGEST]!r}..."
    if isinstance(value, (bytes, bytearray)):
        return f"<{len(value)} bytes>"
    if isinstance(value, int) and abs(value) >= MAX_INTEGER:
        return "<a huge integer>"
    if depth > 3 and isinstance(value, (list, tuple, Mapping)):
        return "..."
    if isinstance(value, Mapping):
        items = [f"{_short(key, depth + 1)}: {_short(item, depth + 1)}" for key, item in islice(value.items(), _MOST)]
        return "{" + ", ".join([*items, "..."] if len(value) > _MOST else items) + "}"
    if type(value) in (list, tuple):
        items = [_short(item, depth + 1) for item in islice(value, _MOST)]  # type: ignore[call-overload]
        inner = ", ".join([*items, "..."] if len(value) > _MOST else items)  # type: ignore[arg-type]
        return f"[{inner}]" if isinstance(value, list) else f"({inner}{',' * (len(items) == 1)})"
    try:
        return repr(value)
    except Exception:  # of a class of the caller's
        return f"<{type(value).__name__}>"


def json_key(value: object) -> object:
    """Returns a key to compare JSON by, for which 1 and `True` differ."""
    if isinstance(value, tuple):
        return tuple(json_key(item) for item in value)
    if isinstance(value, Mapping):
        return frozenset((key, json_key(item)) for key, item in value.items())
    return ("flag", value) if isinstance(value, bool) else value


PLAIN = frozenset({str, int, float, bool, bytes, type(None)})  # asked first: an isinstance of Mapping takes long


def plain(value: Any) -> Any:
    """Returns what a text, a number or bytes of a subclass says, as Python's own type; other values as they are."""
    if type(value) in PLAIN:
        return value
    if isinstance(value, str):
        return str.__str__(value)  # not `str(value)`, which of an enum is its name
    if isinstance(value, int):
        return int.__int__(value)
    if isinstance(value, float):
        return float.__float__(value)
    return bytes(memoryview(value)) if isinstance(value, bytes) else value


def freeze(value: object) -> Any:
    """Returns a deep copy in which mappings are FrozenDicts and lists are tuples."""
    if type(value) in PLAIN:
        return value
    if isinstance(value, Mapping):
        return FrozenDict((plain(key), freeze(item)) for key, item in value.items())
    if isinstance(value, list) or type(value) is tuple:  # a Size stays one
        return tuple(freeze(item) for item in value)
    return plain(value)


def thaw(value: object) -> Any:
    """Returns a deep copy with plain dicts and lists, the opposite of `freeze`."""
    if type(value) in PLAIN:
        return value
    if isinstance(value, Mapping):
        return {plain(key): thaw(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [thaw(item) for item in value]
    return plain(value)


def is_number(value: object) -> TypeGuard[float]:
    """Whether a value is an int or a float, but not a bool."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_whole(value: object) -> TypeGuard[float]:
    """Whether a value is a number without a fraction, such as 3 or 3.0."""
    return is_number(value) and (isinstance(value, int) or (isinstance(value, float) and value.is_integer()))


def same(a: object, b: object) -> bool:
    """Whether two values are the same JSON: 3 is 3.0, `True` is not 1."""
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, str) or isinstance(b, str):
        return bool(a == b)
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        return a.keys() == b.keys() and all(same(value, b[key]) for key, value in a.items())
    return bool(a == b)


def json_type(value: object) -> str:
    """Returns the JSON name of a value's type; `bytes` is the content of a file."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if is_number(value):
        return "number"
    if isinstance(value, str):
        return "text"
    if isinstance(value, bytes):
        return "bytes"
    if isinstance(value, (list, tuple)):
        return "list"
    return "object" if isinstance(value, Mapping) else type(value).__name__


def unreadable(value: object, *, path: Path = (), files: bool = False) -> Iterator[tuple[Path, object, str]]:
    """Yields every place where `value` is not JSON, with the reason; `files` accepts bytes."""
    return _unreadable(value, path, files, [MAX_VALUES])


def _unreadable(value: object, path: Path, files: bool, left: list[int]) -> Iterator[tuple[Path, object, str]]:
    """Yields the same; `left` is how many values may still come, as a few lists that hold each other have no end."""
    if isinstance(value, (Mapping, list, tuple)):
        if len(path) > MAX_DEPTH:
            left[0] -= MAX_DEPTH  # many such places are soon told as one
            yield path, None, f"nested deeper than {MAX_DEPTH} levels"
            return
        left[0] -= len(value)
        if left[0] < 0:
            yield path, None, f"more than {MAX_VALUES:,} values"
            return
        is_object = isinstance(value, Mapping)
        for key, item in value.items() if isinstance(value, Mapping) else enumerate(value):
            if is_object and (not isinstance(key, str) or not _is_text(key)):
                yield path, None, "a key that is not text"
            else:
                yield from _unreadable(item, (*path, key), files, left)
            if left[0] < 0:
                return
    else:
        reason = _why_unreadable(value, files)
        if reason:
            yield path, value, reason


def _why_unreadable(value: object, files: bool) -> str | None:
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int):
        return None if abs(value) < MAX_INTEGER else "an integer of more than 1000 bits"
    if isinstance(value, float):
        return None if math.isfinite(value) else "NaN and infinity are not JSON"
    if isinstance(value, str):
        return None if _is_text(value) else "text with a lone surrogate"
    if isinstance(value, bytes):
        return None if files else "bytes, which only a multipart request can hold"
    return f"a {type(value).__name__}, which is not JSON"


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def read_base64(text: str) -> bytes | None:
    """Returns the bytes of a base64 text, None if encoding them gives another text."""
    import base64  # not at the top: importing imgparams is to be quick

    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return data if base64.b64encode(data).decode() == text else None
