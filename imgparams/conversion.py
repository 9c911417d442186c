"""A request of one vendor as another's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve

from imgparams.engine.body import flatten
from imgparams.engine.measuring import met, pixels, shape_met
from imgparams.engine.reading import (
    Asked,
    asked_of,
    dropped_raw,
    intent_of,
    overlaid,
    raw_name,
    raw_wire,
    read,
    read_effective,
)
from imgparams.engine.solving import solve
from imgparams.errors import Change
from imgparams.geometry import AspectRatio
from imgparams.paths import parse, rebuild
from imgparams.policy import ALL, Kinds, Policy, policy_of
from imgparams.target import SHAPE, Target
from imgparams.translation import Translation, operation_for, translate
from imgparams.values import same

if TYPE_CHECKING:
    pass


def convert(request: object, *, source: Target, target: Target, allow: Policy | Kinds = ALL) -> Translation:
    """A request of `source` as one of `target`, asked as `source` would run it.

    Where both vendors' defaults are known and differ for what the request leaves out, the source's is asked of the
    target. What stood in the source's own fields and has no place is dropped. Raises Invalid where the request is not
    JSON, and Refused.
    """
    flat = flatten(request, source)
    asked = read_effective(source, flat)
    target = operation_for(intent_of(evolve(asked, raw={}), source.provider), target)
    fields = {**asked.fields, **_differing_defaults(source, flat, asked, target)}
    intent = intent_of(evolve(asked, fields=fields, raw={}), source.provider)
    extra: tuple[Change, ...] = ()
    base = asked_of(intent, target)
    raw = {wire: value for wire, value in asked.raw.items() if not _is_model(source, wire)}
    if source.provider == target.provider:
        known = target.constants
        ours = source.constants
        wrong = {w for w, v in asked.raw.items() if w in ours and not ours[w].means(v)}
        kept = {w: v for w, v in asked.raw.items() if w in raw or w in wrong or w not in known or known[w].means(v)}
        for wire, row in ours.items():  # what the source always says, the target may not
            if wire in target.by_wire and wire not in known:
                kept.setdefault(wire, row.value)
        base = asked_of(intent_of(evolve(asked, fields=fields, raw=kept), source.provider), target)
        asked = evolve(asked, where={**_places(target, asked.raw), **asked.where})
    else:
        why = f"a field of {source.provider} with no portable equivalent"
        extra = tuple(
            evolve(change, path=parse(raw_wire(change.field, source.provider)))
            for change in dropped_raw(evolve(asked, raw=raw), source.provider, why)
        )
    return translate(evolve(base, where=asked.where), target, policy_of(allow), extra)


def _places(target: Target, raw: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Where a request said what only its own target could not read: fields, and wires by their names in changes."""
    flat = target.tree.flatten(rebuild(raw))
    return {**{raw_name(target.provider, wire): (wire,) for wire in flat}, **read(target, flat).where}


def _is_model(source: Target, wire: str) -> bool:
    return any(row.names_model and wire in row.wires for row in source.rows)


def _differing_defaults(source: Target, flat: Mapping[str, object], asked: Asked, target: Target) -> dict[str, Any]:
    ours, theirs = overlaid(source, flat), overlaid(target, {})
    found = {
        name: value
        for name, value in ours.items()
        if name not in asked.fields
        and name not in SHAPE
        and value != "auto"
        and name in theirs
        and not same(value, theirs[name])
        and not met(name, value, theirs[name])
    }
    return found | _silent_shape(source, flat, asked, target)


def _silent_shape(source: Target, flat: Mapping[str, object], asked: Asked, target: Target) -> dict[str, Any]:
    """The parts of the shape that a request leaves to the source's default, where the target would do another."""
    ours = overlaid(source, flat)
    given = [name for name in SHAPE if name in asked.fields]
    parts = {n: ours[n] for n in SHAPE if n in ours and n not in given and ours[n] != AspectRatio("auto")}
    here = pixels(source, flat)
    if "size" in given:
        return {}
    named = {name: value for name, value in parts.items() if name != "size"}
    if not given:
        there, said = pixels(target, {}), overlaid(target, {})
        if here and there:
            size = parts.get("size", here)
            return {} if here == there else named if named and "size" not in parts else {"size": size}
        known = {name: value for name, value in named.items() if there or name in said}
        return {name: value for name, value in known.items() if not shape_met(name, value, said, there)}
    if not named and here and all(shape_met(name, asked.fields[name], {}, here) for name in given):
        named = {"size": here}
    alone = solve(target, Asked({name: asked.fields[name] for name in given}, {})).flat
    there, said = pixels(target, alone), overlaid(target, alone)
    return {name: value for name, value in named.items() if not shape_met(name, value, said, there)}
