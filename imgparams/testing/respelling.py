"""Second spellings of keys: a request in them, and those that a request has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from imgparams.paths import Tree
from imgparams.values import Path


def respelled(value: object, tree: Tree, path: Path = ()) -> object:
    """Returns a request with every key in its second spelling, if it has one."""
    seconds = {written: second[-1] for second, written in tree.respelled.items()}
    if isinstance(value, Mapping):
        inner = {(*path, key): item for key, item in value.items()}
        return {seconds.get(at, at[-1]): respelled(item, tree, at) for at, item in inner.items()}
    if isinstance(value, (list, tuple)):
        return [respelled(item, tree, (*path, at)) for at, item in enumerate(value)]
    return value


def second_spellings(value: object, tree: Tree, path: Path = ()) -> Iterator[Path]:
    """Yields the keys of a request that are in a second spelling, with what stands around them as it is written."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            at = (*path, key)
            if at in tree.respelled:
                yield at
            yield from second_spellings(item, tree, tree.respelled.get(at, at))
