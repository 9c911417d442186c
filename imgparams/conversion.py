"""Converts a request of one vendor for another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import evolve

from imgparams.catalog import TargetName, target_of
from imgparams.contract import SHAPE
from imgparams.engine.body import flatten
from imgparams.engine.measuring import met, pixels, shape_met
from imgparams.engine.memory import is_short, keep
from imgparams.engine.reading import (
    Asked,
    as_twins,
    asked_of,
    intent_of,
    overlaid,
    raw_name,
    read,
    read_effective,
)
from imgparams.engine.solving import solve
from imgparams.errors import Change
from imgparams.geometry import AspectRatio, area_met, tier_area
from imgparams.intent import READERS, Intent
from imgparams.paths import parse, rebuild, spell
from imgparams.policy import SAFE, Kinds, Policy, policy_of
from imgparams.target import Target
from imgparams.translation import Translation, as_served, hearer_of, operation_for, translate
from imgparams.values import JsonMapping

if TYPE_CHECKING:
    from imgparams.engine.hearing import Hearer

_MOST_PAIRS = 64  # that a source remembers


def convert(
    request: object,
    *,
    source: Target | TargetName | str,
    target: Target | TargetName | str,
    allow: Policy | Kinds = SAFE,
) -> Translation:
    """Returns a request of `source` as one of `target`, which does what `source` would do.

    If the vendors' defaults are known and differ, the source's default is asked of the target. Vendor-specific fields
    of the source that the target does not have are dropped. Both may be given by their names. Raises Invalid if the
    request is not JSON, Refused, and UnknownTarget.
    """
    source, target = target_of(source, "source"), target_of(target)
    pair = _pair(source, target)
    policy = policy_of(allow)
    done = converted_at_once(pair, request, source, target, policy) if pair is not None else None
    return done if done is not None else converted(request, source=source, target=target, policy=policy)


def converted(request: object, *, source: Target, target: Target, policy: Policy) -> Translation:
    """Returns the same as `convert`, row by row: this says what is right, whatever that does to be quick."""
    flat = flatten(request, source)
    asked = read_effective(source, flat)
    target = operation_for(intent_of(evolve(asked, raw={}), source.provider), target)
    fields = {**asked.fields, **_differing_defaults(source, flat, asked, target)}
    said = {wire for wires in asked.where.values() for wire in wires}
    if source.provider == target.provider:
        apart = {wire: value for wire, value in asked.raw.items() if target == source or wire not in said}
        raw, stood = as_twins(target, _kept_raw(source, target, apart))
        lost = _lost_raw(source, target, raw)
        kept = evolve(asked, fields=fields, raw={wire: value for wire, value in raw.items() if wire not in lost})
        meant = {wire: value for wire, value in raw.items() if stood.get(wire, wire) in asked.raw}
        where: Mapping[str, tuple[str, ...]] = {**_places(target, meant, stood), **asked.where}
        dropped = tuple(_dropped(evolve(asked, raw=lost), source, f"a field of {source.name} only"))
    else:
        kept = evolve(asked, fields=fields, raw={})
        where = asked.where
        raw = {wire: value for wire, value in asked.raw.items() if wire not in said and wire not in source.model_wires}
        dropped = tuple(_dropped(evolve(asked, raw=raw), source, _no_equivalent(source)))
    wish = asked_of(intent_of(kept, source.provider), target)
    return translate(evolve(wish, where=where), target, policy, dropped)


class _Pair(NamedTuple):
    """What is the same for every request that is converted from one target to another.

    `differing` are the source's defaults that the target does not share, if no wire of `conditions` is there. `said`
    are the wires of fields; `shapes` remembers what is to be asked beside a shape.
    """

    hear: Hearer
    differing: Mapping[str, object]
    conditions: frozenset[str]
    said: frozenset[str]
    same_provider: bool
    shapes: dict[tuple[object, ...], Mapping[str, object]]


def _pair(source: Target, target: Target) -> _Pair | None:
    """Returns what is known of two targets, None for the first calls, and where it can't be known beforehand."""
    hear = hearer_of(source)
    if hear is None:
        return None
    pairs: dict[Target, _Pair | None] = source.prepared.setdefault("pairs", {})
    if target not in pairs:
        if len(pairs) >= _MOST_PAIRS:
            pairs.clear()
        pairs[target] = learned(source, target, hear)
    return pairs[target]


def learned(source: Target, target: Target, hear: Hearer) -> _Pair | None:
    said = frozenset(wire for row in source.model_rows if row.fields for wire in row.wires)
    conditions = _conditions(source, said)
    choices = [wire for wire in source.constants if wire in target.by_wire and wire not in target.constants]
    same_provider = source.provider == target.provider
    if conditions.intersection(source.constants) or (same_provider and choices):
        return None
    differing = _differing_fields(source, {}, Asked({}, {}), target)
    return _Pair(hear, differing, conditions, said, same_provider, {})


def _conditions(source: Target, wires: frozenset[str]) -> frozenset[str]:
    """Returns the wires on which the defaults of others depend, and those on which theirs do."""
    found: set[str] = set()
    while more := {o for w, _, when in source.row_defaults if w in wires | found for o in when} - found:
        found |= more
    return frozenset(found)


def converted_at_once(
    pair: _Pair, request: object, source: Target, target: Target, policy: Policy
) -> Translation | None:
    """Returns the same as `converted` for a request that is plainly right, None for others."""
    heard = pair.hear(request)
    if heard is None:
        return None
    fields, raw, where, shape = heard
    if raw and (pair.same_provider or not pair.said.isdisjoint(raw) or not pair.conditions.isdisjoint(raw)):
        return None
    if ("references" in fields or "mask" in fields) and operation_for(Intent.made(fields), target) is not target:
        return None
    if any(not pair.conditions.isdisjoint(wires) for wires in where.values()) if pair.conditions else False:
        return None
    more = {name: value for name, value in pair.differing.items() if name not in fields}
    more |= _beside_shape(pair, shape, fields, source, target)
    if more:
        fields = {
            name: fields[name] if name in fields else more[name] for name in READERS if name in {**fields, **more}
        }
    dropped: tuple[Change, ...] = ()
    if raw:
        flat: Any = request if type(request) is dict and source.keys.issuperset(raw) else flatten(request, source)
        lost = {wire: flat[wire] for wire in flat if wire in raw and wire not in source.model_wires}
        dropped = tuple(_dropped(Asked({}, lost), source, _no_equivalent(source)))
    return translate(Asked(fields, {}, where), target, policy, dropped)


def _beside_shape(
    pair: _Pair, shape: tuple[tuple[str, object], ...], fields: JsonMapping, source: Target, target: Target
) -> Mapping[str, object]:
    """Returns the parts of the shape to ask beside those of a request, whose wires these are."""
    if source == target:
        return {}
    plain = all(is_short(value) for _, value in shape)
    key = tuple((wire, type(value), value) for wire, value in shape)
    found = pair.shapes.get(key) if plain else None
    if found is None:
        given = {name: fields[name] for name in SHAPE if name in fields}
        found = _silent_shape(source, dict(shape), Asked(given, {}), target)
        if plain:
            keep(pair.shapes, key, found)
    return found


def _kept_raw(source: Target, target: Target, raw: Mapping[str, object]) -> dict[str, object]:
    """The wires that no field says, for another target of the same vendor, which may know them.

    The source's model and constants are its own; but a constant with another value than the source's was meant, and
    what the source always sends is asked of a target on which it is a choice.
    """
    ours, theirs = source.constants, target.constants
    kept = {}
    for wire, value in raw.items():
        meant = wire in ours and not ours[wire].means(value)
        if meant or wire not in source.model_wires or wire not in theirs or theirs[wire].means(value):
            kept[wire] = value
    for wire, row in ours.items():
        if wire in target.by_wire and wire not in theirs:
            kept.setdefault(wire, row.value)
    return kept


def _lost_raw(source: Target, target: Target, raw: Mapping[str, object]) -> dict[str, object]:
    """The wires that the source knows and another target of the vendor does not, and would be sent as unknown ones."""
    if target.unknown in ("refused", "forwarded"):
        return {}
    known = {*target.by_wire, *map(spell, target.tree.branches)}
    return {wire: value for wire, value in raw.items() if wire in source.by_wire and wire not in known}


def _dropped(asked: Asked, source: Target, why: str) -> Iterator[Change]:
    """Changes for the vendor-specific wires asked, each with its place in the request."""
    for wire, value in asked.raw.items():
        if value is not None:
            yield Change(raw_name(source.provider, wire), "dropped", value, None, why, path=parse(wire))


def _no_equivalent(source: Target) -> str:
    return f"a field of {source.provider} with no portable equivalent"


def _places(target: Target, raw: Mapping[str, object], stood: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Where a request said what only its own target could not read: fields, and wires by their names in changes.

    `stood` has the wires that were another's in the request.
    """
    flat = target.tree.flatten(rebuild(raw))
    fields = {name: tuple(stood.get(wire, wire) for wire in wires) for name, wires in read(target, flat).where.items()}
    return {**{raw_name(target.provider, wire): (stood.get(wire, wire),) for wire in flat}, **fields}


def _differing_defaults(source: Target, flat: Mapping[str, object], asked: Asked, target: Target) -> dict[str, object]:
    """The source's known defaults of what the request leaves out, where the target would do another."""
    if source == target:  # which reads all of the request, and does the rest as before
        return {}
    return _differing_fields(source, flat, asked, target) | _silent_shape(source, flat, asked, target)


def _differing_fields(source: Target, flat: Mapping[str, object], asked: Asked, target: Target) -> dict[str, object]:
    """The same without the shape."""
    if source == target:
        return {}
    ours, theirs = overlaid(source, flat), overlaid(target, {})
    return {
        name: value
        for name, value in ours.items()
        if name not in asked.fields
        and name not in SHAPE
        and value != "auto"
        and name in theirs
        and not met(name, value, theirs[name])
    }


def _silent_shape(source: Target, flat: Mapping[str, object], asked: Asked, target: Target) -> dict[str, object]:
    """The parts of the shape to ask of the target because the source would do them by default, and it would not.

    A request says its shape in pixels, in part (a ratio without a tier), or not at all; the vendor fills in the rest.

    - Pixels leave nothing open, and neither do a ratio and a tier together.
    - Nothing said: where the pixels of both defaults are known and differ, the source's are asked: by its names where
      its defaults are names, else as pixels. Leonardo makes 1024x768 of silence, OpenAI decides by itself: converted
      to OpenAI, `size` 1024x768 is asked. Where pixels are not known, the source's names are asked of a target that
      would do other ones.
    - One part said: the names of the others are asked where the target, asked for that part alone, would do other ones.
      A source that names nothing but whose pixels meet that part is asked in pixels.
    """
    ratio = asked.fields.get("aspect_ratio")
    if "size" in asked.fields or (ratio and ratio.value and "resolution" in asked.fields):
        return {}
    defaults = {
        name: value for name, value in overlaid(source, flat).items() if name in SHAPE and name not in asked.fields
    }
    open_parts = {name: value for name, value in defaults.items() if value != AspectRatio("auto")}
    names = {name: open_parts[name] for name in SHAPE if name in open_parts and name != "size"}
    here = pixels(source, flat)
    given = {name: asked.fields[name] for name in SHAPE if name in asked.fields}
    if given:
        if not names and here and all(shape_met(name, wish, {}, here) for name, wish in given.items()):
            names = {"size": here}
        return _unmet(names, target, solve(as_served(target).bound, Asked(given, {})).flat)
    there = pixels(target, {})
    if here and there:
        size = open_parts.get("size", here)
        return {} if here == there else names if names and "size" not in open_parts else {"size": size}
    defaults_there = overlaid(target, {})
    wanted = {name: value for name, value in names.items() if there or name in defaults_there}
    return wanted if _unmet(wanted, target, {}) else {}  # all: a ratio alone may take other pixels than the default has


def _unmet(parts: Mapping[str, object], target: Target, flat: Mapping[str, object]) -> dict[str, object]:
    """The parts of a shape that a request of the target does not meet, its defaults counted in.

    A tier that the pixels meet by their long side alone is asked too: 1024x576 is 1K, and has little over half of the
    pixels that a source of 1K makes.
    """
    there, fields = pixels(target, flat), overlaid(target, flat)
    smaller = there is not None and "resolution" in parts and not area_met(there, tier_area(str(parts["resolution"])))
    return {
        name: value
        for name, value in parts.items()
        if not shape_met(name, value, fields, there) or (smaller and name == "resolution")
    }
