"""Any value as JSON data, and back: what JSON has no word for is written as an object of one key, a mark.

    b"\\x00"          {"$bytes": "AA=="}          nan, inf, -inf    {"$float": "nan"}
    {"$bytes": 1}    {"$plain": {"$bytes": 1}}   all else          {"$text": "<set>"}

An object that looks like a mark is marked itself, so that it comes back as it was. `$text` alone does not come back: it
is text from then on. Tuples become lists.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping

from imgparams.errors import Invalid, Problem
from imgparams.texts import shown
from imgparams.values import MAX_DEPTH, Path, read_base64, unreadable

Inside = Callable[[object, int], object]


def mark(value: object, depth: int = 0, inside: Inside | None = None) -> object:
    """Returns any value as JSON data; `inside` writes what a list or an object holds, this function where it is None.

    Whoever writes some classes in a way of their own gives a function that does so and calls this one for the rest.
    """
    within = inside or mark
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, (bytes, bytearray)):
        return {"$bytes": base64.b64encode(value).decode()}
    if depth > MAX_DEPTH:
        return {"$text": "…"}
    if isinstance(value, str):
        return text(value)
    if isinstance(value, Mapping):
        items = {text(str(key)): within(item, depth + 1) for key, item in value.items()}
        return {"$plain": items} if len(items) == 1 and not _READ.keys().isdisjoint(items) else items
    if isinstance(value, (list, tuple)):
        return [within(item, depth + 1) for item in value]
    if isinstance(value, float):
        return {"$float": str(float(value))} if any(unreadable(value)) else float(value)
    return {"$text": text(shown(value))} if any(unreadable(value)) else value


def unmark(data: object, path: Path = ()) -> object:
    """Returns the value that was marked so; raises Invalid with the path of a mark that holds something else."""
    if isinstance(data, (list, tuple)):
        return [unmark(item, (*path, at)) for at, item in enumerate(data)]
    if not isinstance(data, Mapping):
        return data
    name = next(iter(data), "")
    if len(data) == 1 and name in _READ:
        why, read = _READ[name]
        value = read(data[name])
        if value is None:
            raise Invalid([Problem("error", "wrong_type", (*path, name), data[name], why)])
        if not isinstance(value, Mapping):
            return value
        data, path = value, (*path, name)
    return {key: unmark(item, (*path, key)) for key, item in data.items()}


def text(value: str) -> str:
    """Returns text that UTF-8 can hold, a plain str also for a subclass of it."""
    plain = str.__str__(value)
    return plain if plain.isascii() else plain.encode(errors="backslashreplace").decode()


def base64_of(data: object) -> bytes | None:
    """Returns the bytes of a base64 text, None for all else."""
    return read_base64(data) if isinstance(data, str) else None


def _float(data: object) -> float | None:
    return float(data) if isinstance(data, str) and data in ("nan", "inf", "-inf") else None


#: each mark: what it holds, and the value of that, None where it holds something else
_READ: Mapping[str, tuple[str, Callable[[object], object]]] = {
    "$bytes": ("base64 text", base64_of),
    "$float": ("nan, inf or -inf", _float),
    "$text": ("text", lambda data: data if isinstance(data, str) else None),
    "$plain": ("an object", lambda data: data if isinstance(data, Mapping) else None),
}
