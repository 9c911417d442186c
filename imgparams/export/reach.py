"""Finds which aspect ratios and resolutions a target can reach: by a word of the vendor, or by pixels that meet them.

`capabilities` lists what the vendor's fields say. A target with a width and a height has no aspect ratio to set, but
it makes a 16:9 picture all the same; a table that people choose a model by has to say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import evolve

from imgparams.capability import Capability, capabilities
from imgparams.contract import SHAPE
from imgparams.intent import Intent
from imgparams.target import Target
from imgparams.translation import to_request

RATIOS = ("21:9", "2:1", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16", "1:2", "9:21")
TIERS = ("512", "1K", "1.5K", "2K", "3K", "4K")
_SHAPES = (None, "16:9", "9:16")  # a tier is reached if one of these reaches it


@lru_cache(maxsize=1024)
def reachable(target: Target) -> Mapping[str, Capability]:
    """Returns the capabilities of a target, its aspect ratios and resolutions being those that it meets unchanged.

    They are the vendor's own words and, of the usual ones, all that a request comes back with; `unverified` if there
    are more of which nobody knows.
    """
    by_field = capabilities(target)
    shapes = [by_field[name] for name in SHAPE if name in by_field]
    if not shapes:
        return by_field
    found = {name: _reached(name, by_field, shapes, target) for name in ("aspect_ratio", "resolution")}
    rest = {name: capability for name, capability in by_field.items() if name not in found}
    return {**{name: capability for name, capability in found.items() if capability is not None}, **rest}


def _reached(
    name: str, by_field: Mapping[str, Capability], shapes: list[Capability], target: Target
) -> Capability | None:
    own = by_field.get(name)
    words = [str(value) for value in own.values] if own and own.type == "enum" else []
    usual = RATIOS if name == "aspect_ratio" else TIERS
    known, unknown = [], False
    for word in dict.fromkeys((*usual, *words)):
        answers = [word in words] if word in words else list(_answers(name, word, target))
        if True in answers:
            known.append(word)
        unknown = unknown or None in answers
    if not known and not unknown:
        return own
    first = own or Capability(name, "enum", tuple(dict.fromkeys(wire for each in shapes for wire in each.wires)))
    ends = f" from {' to '.join(map(str, first.values))}" if first.values else ""
    limits = (*first.limits, f"any aspect ratio{ends}") if first.type == "range" else first.limits
    return evolve(first, type="enum", values=tuple(known), limits=limits, unverified=first.unverified or unknown)


def _answers(name: str, word: str, target: Target) -> Iterator[bool | None]:
    """Yields whether a target meets a word, for a tier once a shape; None if it does as far as is known."""
    for shape in _SHAPES if name == "resolution" else (None,):
        asked = {name: word} if shape is None else {name: word, "aspect_ratio": shape}
        done = to_request(Intent.of(asked), target)
        if not any(change.field in SHAPE and change.kind != "added" for change in done.changes):
            yield None if set(done.unverified) & set(SHAPE) else True
            return
        yield False
