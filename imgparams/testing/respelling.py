"""A request in the second spellings of its keys."""

from __future__ import annotations

from collections.abc import Mapping

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
