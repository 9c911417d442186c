"""Wires as paths: `generationConfig.imageConfig.aspectRatio`, `instances[0].prompt`, `'image[]'` for a literal key.

Only this file flattens a request to wire -> value and rebuilds it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeGuard

from imgparams.values import PLAIN, JsonObject, Path, thaw

#: wires that `Translation.http` puts beside the body
PLACES = ("header:", "query:", "path:")

_PART = re.compile(r"'((?:[^']|'')*)'|\[(\d+)\]|([^.\[\]']+)")


_KEPT = 200  # characters of a wire that is cached, so that keys from outside take no memory


def parse(wire: str) -> Path:
    """Returns the path that a wire's text means; raises ValueError if it is not a wire."""
    return _remembered(wire) if len(wire) <= _KEPT else _parse(wire)


def _parse(wire: str) -> Path:
    path: list[str | int] = []
    at = 0
    while at < len(wire):
        if path and wire[at] == ".":
            at += 1
        match = _PART.match(wire, at)
        if match is None:
            raise ValueError(f"not a wire: {wire!r}")
        quoted, index, plain = match.groups()
        path.append(int(index) if index is not None else plain if quoted is None else quoted.replace("''", "'"))
        at = match.end()
    if not path:
        raise ValueError("a wire can't be empty")
    return tuple(path)


_remembered = lru_cache(maxsize=4096)(_parse)


def spell(path: Path) -> str:
    """Returns the wire's text for a path; the inverse of `parse`."""
    parts = []
    for part in path:
        if isinstance(part, int):
            parts.append(f"[{part}]")
        elif part and not set(part) & set(".[]'"):
            parts.append("." + part)
        else:
            parts.append(".'" + part.replace("'", "''") + "'")
    return "".join(parts).removeprefix(".")


class Tree:
    """The wires of a target as a tree, at whose leaves a walk through a request stops.

    `also_read` maps second spellings, of a wire or of an object around some, to the written ones; what stands around a
    key is spelled as it is written: `generationConfig.top_p` -> `generationConfig.topP`. A key in a second spelling is
    read as the written one; next to the written one it stays a key of its own. `format[0]` -> `format` reads a list of
    one object as the object. With `lone_objects` an object in place of a list is read as its only item.
    """

    def __init__(
        self, wires: Iterable[str], also_read: Mapping[str, str] | None = None, *, lone_objects: bool = False
    ) -> None:
        self.lone_objects = lone_objects
        self.leaves: dict[Path, str] = {parse(wire): wire for wire in wires}
        self.respelled: dict[Path, Path] = {parse(second): parse(wire) for second, wire in (also_read or {}).items()}
        self.branches: dict[Path, type] = {(): dict}
        for path in self.leaves:
            for end in range(1, len(path)):
                self.branches[path[:end]] = list if isinstance(path[end], int) else dict

    def flatten(self, body: Mapping[str, object]) -> dict[str, object]:
        """Returns wire -> value of a JSON object; an unknown key is a wire of its own, with its whole value."""
        flat: dict[str, object] = {}
        self._walk(body, (), flat)
        return flat

    def _walk(self, value: object, path: Path, flat: dict[str, object]) -> None:
        kind = self.branches.get(path)
        if kind is dict and isinstance(value, Mapping):
            for inner, item in self.inside(value, path):
                self._walk(item, inner, flat)
        elif kind is list and isinstance(value, (list, tuple)):
            for index, item in enumerate(value):
                self._walk(item, (*path, index), flat)
        elif kind is list and self.lone_objects and isinstance(value, Mapping):
            self._walk(value, (*path, 0), flat)
        elif kind is dict and self.respelled.get((*path, 0)) == path and _is_lone(value):
            self._walk(value[0], path, flat)
        else:
            flat[self.leaves.get(path) or spell(path)] = value

    def inside(self, body: Mapping[Any, object], path: Path) -> list[tuple[Path, object]]:
        """Returns (path, value) of the keys of an object, as they are written."""
        keys = [((*path, key), item) for key, item in body.items()]
        taken = {inner for inner, _ in keys}
        for at, (inner, item) in enumerate(keys) if self.respelled else ():
            written = self.respelled.get(inner, inner)
            if written not in taken:
                keys[at] = (written, item)
                taken.add(written)
        return keys


def _is_lone(value: object) -> TypeGuard[Sequence[Mapping[str, object]]]:
    return isinstance(value, (list, tuple)) and len(value) == 1 and isinstance(value[0], Mapping)


def respelling_faults(also_read: Mapping[str, str], wires: Collection[str]) -> Iterator[str]:
    """Yields what is wrong with the second spellings of a target that has these wires."""
    for second, wire in also_read.items():
        try:
            (*around, _), (*written_around, _) = parse(second), parse(wire)
        except ValueError as error:
            yield str(error)
            continue
        if parse(second) == (*parse(wire), 0):
            if not any(parse(other)[: len(parse(wire))] == parse(wire) != parse(other) for other in wires):
                yield f"{wire} is no object around wires, so {second} can't be one in place of it"
        elif around != written_around or second == wire:
            yield f"{second} must differ from {wire} in its last key only"
        elif second in wires:
            yield f"{second} is a row's wire, so it can't be a second spelling too"


def rebuild(flat: Mapping[str, object]) -> JsonObject:
    """Returns the JSON object of a wire -> value mapping, with new containers."""
    root: JsonObject = {}
    for wire, value in flat.items():
        path = parse(wire)
        value = value if type(value) in PLAIN else thaw(value)
        if len(path) == 1:
            root[path[0]] = value  # type: ignore[index]  # the first key of a wire is text
            continue
        at: _Container = root
        for part, following in pairwise(path):
            at = _enter(at, part, [] if isinstance(following, int) else {})
        _put(at, path[-1], value)
    return root


_Container = dict[Any, Any] | list[Any]


def _enter(at: _Container, part: str | int, empty: _Container) -> Any:
    if isinstance(at, dict):
        return at.setdefault(part, empty)
    while len(at) <= int(part):
        at.append(type(empty)())
    return at[int(part)]


def _put(at: _Container, part: str | int, value: object) -> None:
    if isinstance(at, dict):
        at[part] = value
        return
    while len(at) <= int(part):
        at.append({})
    at[int(part)] = value
