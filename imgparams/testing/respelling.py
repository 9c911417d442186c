"""Second spellings: a request in them, and those of keys that a request has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from imgparams.engine.body import takes
from imgparams.paths import Tree
from imgparams.target import Target
from imgparams.values import Path


def respelled(value: object, target: Target, path: Path = ()) -> object:
    """Returns a request with all that has a second spelling in it: keys, and lists of one object."""
    seconds = {written: second[-1] for second, written in target.tree.respelled.items() if second[-1] != 0}
    if isinstance(value, Mapping):
        inner = {(*path, key): item for key, item in value.items()}
        made = {seconds.get(at, at[-1]): respelled(item, target, at) for at, item in inner.items()}
        return [made] if target.tree.respelled.get((*path, 0)) == path else made
    if isinstance(value, (list, tuple)):
        items = [respelled(item, target, (*path, at)) for at, item in enumerate(value)]
        return items[0] if len(items) == 1 and _may_be_alone(items[0], target, path) else items
    return value


def _may_be_alone(item: object, target: Target, path: Path) -> bool:
    """Whether the only item of this list may stand in its place."""
    if target.lone_objects == "refused" or not isinstance(item, Mapping):
        return False
    wire = target.tree.leaves.get(path)
    return path in target.tree.branches if wire is None else not takes(target.by_wire[wire], wire, item)


def second_spellings(value: object, tree: Tree, path: Path = ()) -> Iterator[Path]:
    """Yields the keys of a request that are in a second spelling, with what stands around them as it is written."""
    if isinstance(value, (list, tuple)) and len(value) == 1 and tree.respelled.get((*path, 0)) == path:
        yield (*path, 0)
        value = value[0]
    if isinstance(value, Mapping):
        for key, item in value.items():
            at = (*path, key)
            if at in tree.respelled:
                yield at
            yield from second_spellings(item, tree, tree.respelled.get(at, at))
