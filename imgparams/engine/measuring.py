"""Finds the changes: reads a request back through the same rows and compares it with what was asked.

No change is written by hand, so none can be forgotten.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve

from imgparams.contract import NO_LIMITS, SHAPE, Row
from imgparams.engine.reading import Asked, overlaid, raw_name, read
from imgparams.engine.solving import Reason, Solution, share
from imgparams.errors import Change, Kind
from imgparams.geometry import AspectRatio, Size, ln, ratio_met, tier_area, tier_met
from imgparams.intent import NO_SEED
from imgparams.reference import PLAIN_ROLES, Reference, marks
from imgparams.target import Target
from imgparams.texts import shown
from imgparams.values import JsonMapping, freeze, is_number, same

if TYPE_CHECKING:
    from fractions import Fraction

INFINITE = math.inf


def pixels(target: Target, flat: Mapping[str, object]) -> Size | None:
    """Returns the pixels that a request results in, None if the vendor does not specify them."""
    rows = target.by_field.get(SHAPE[0], ())
    size = rows[0].pixels(target.present(flat)) if rows else None
    return size or target.fixed.get("size")  # type: ignore[return-value]


def count(target: Target, flat: Mapping[str, object]) -> int | None:
    """Returns how many images a request results in, None if the vendor does not specify it."""
    if any(row.only_maximum(flat) for row in target.by_field.get("n", ())):
        return None
    number = overlaid(target, flat, "n").get("n")
    return number if isinstance(number, int) else None


def changes(target: Target, wish: Asked, solved: Asked, solution: Solution, px: Size | None) -> tuple[Change, ...]:
    """Returns every difference between a wish and its solution, which results in the pixels `px`.

    `solved` is the wish without what was given up.
    """
    return differences(target, wish, solved, solution, px, read(target, solution.flat))


def differences(
    target: Target, wish: Asked, solved: Asked, solution: Solution, px: Size | None, back: Asked
) -> tuple[Change, ...]:
    """Returns the same, of a solution that has been read `back`."""
    fields = {**target.fixed, **back.fields}
    reasons = _Reasons(target, solved, solution)
    measured = [
        *_field_changes(target, wish, fields, reasons),
        *_shape_changes(wish, solved, fields, px, reasons),
        *_raw_changes(target, wish, solved, solution, reasons),
        *_additions(target, wish, solved, back, reasons),
    ]
    return tuple(map(_frozen, measured))


def _frozen(change: Change) -> Change:
    asked, became = freeze(change.asked), freeze(change.became)
    return change if asked is change.asked and became is change.became else evolve(change, asked=asked, became=became)


def _field_changes(target: Target, wish: Asked, fields: Mapping[str, object], reasons: _Reasons) -> Iterator[Change]:
    """Yields the fields, except those of the shape, that are not as asked."""
    for name, asked in wish.fields.items():
        became = fields.get(name)
        if name not in SHAPE and not met(name, asked, became):
            lost = _lost_traits(name, asked, became) or _roleless(target, name, asked)
            yield _change(name, asked, became, reasons.nowhere(lost) if lost else reasons.of_field(name))


def _raw_changes(target: Target, wish: Asked, solved: Asked, solution: Solution, reasons: _Reasons) -> Iterator[Change]:
    """Yields the vendor-specific wires that are not sent as asked."""
    for wire, asked in wish.raw.items():
        if wire not in solution.flat or not same(solution.flat[wire], asked):
            became = None if wire in solved.overruled else solution.flat.get(wire)
            yield _change(raw_name(target.provider, wire), asked, became, reasons.of_wire(wire))


def _additions(target: Target, wish: Asked, solved: Asked, back: Asked, reasons: _Reasons) -> Iterator[Change]:
    """Yields what the request has that was not asked for."""
    shape_asked = any(name in wish.fields for name in SHAPE)
    for name, value in back.fields.items():
        if name not in wish.fields and not (name in SHAPE and shape_asked):
            yield _added(name, value, reasons.of_field(name))
    said = {wire for wires in back.where.values() for wire in wires}
    for wire, value in back.raw.items():
        if wire not in wish.raw and wire not in solved.raw and wire not in said:
            yield _added(raw_name(target.provider, wire), value, reasons.of_wire(wire))


def met(name: str, asked: object, became: object) -> bool:
    """Whether a field outside the shape is as asked; auto is met by absence."""
    if isinstance(asked, tuple) and name == "references":
        return isinstance(became, tuple) and same_references(asked, became)
    if isinstance(asked, Reference):
        return isinstance(became, Reference) and _picture(asked) == _picture(became) and marks(asked, became.edits)
    if became is None:
        return any(same(asked, word) for word in _NOTHING.get(name, ("auto",)))
    return same(asked, became)


_NOTHING: dict[str, tuple[object, ...]] = {"stream": (False,), "negative_prompt": ("",)}  # met by absence, as auto is


def same_references(asked: tuple[Reference, ...], became: tuple[Reference, ...]) -> bool:
    """Whether these are the same pictures in the same roles; within a role, as read back, the order counts."""
    wishes = [_picture(reference) for reference in asked]
    if Counter(wishes) != Counter(map(_picture, became)):
        return False
    roles = {reference.role for reference in became}
    return all(_in_order([_picture(r) for r in became if r.role == role], wishes) for role in roles)


def _in_order(some: Iterable[object], every: Iterable[object]) -> bool:
    left = iter(every)
    return all(item in left for item in some)


def _role(reference: Reference) -> str:
    return "image" if reference.role in PLAIN_ROLES else reference.role


def _lost_traits(name: str, asked: Any, became: Any) -> str:
    """Returns why pictures are not as asked if all are there; "" if one is missing, and for other fields."""
    if name not in ("references", "mask"):
        return ""
    wishes, pictures = (asked, became or ()) if name == "references" else ((asked,), (became,) if became else ())
    if len(wishes) != len(pictures):
        return ""
    lost = [word for word, of in _TRAITS.items() if Counter(map(of, wishes)) != Counter(map(of, pictures))]
    return f"no field for the {' and the '.join(lost)} of a picture" if lost else ""


def _roleless(target: Target, name: str, asked: Any) -> str:
    """Returns why pictures in a role that no row takes are missing, "" if every role is taken."""
    rows = target.by_field.get(name, ()) if name == "references" else ()
    lost = dict.fromkeys(r.role for r in asked if not any(row.has_place(r, ()) for row in rows)) if rows else {}
    return f"no field for a picture in the role {' or '.join(lost)}" if lost else ""


_TRAITS: dict[str, Callable[[Reference], object]] = {
    "role": _role,
    "weight": lambda reference: reference.weight,
    "marking": lambda reference: reference.edits,
}


def _picture(reference: Reference) -> tuple[object, ...]:
    """Returns what makes two references the same picture."""
    source = (reference.data, reference.url, reference.file_id, reference.provider)
    return (*source, _role(reference), reference.weight)


def _shape_changes(
    wish: Asked, solved: Asked, fields: JsonMapping, px: Size | None, reasons: _Reasons
) -> Iterator[Change]:
    """Yields the parts of the shape that are not as asked, each checked separately against the result."""
    for name in SHAPE:
        asked = wish.fields.get(name)
        if asked is None or shape_met(name, asked, fields, px):
            continue
        if name not in solved.fields:  # given up, because no other change of it is allowed
            yield _change(name, asked, None, reasons.of_field(name))
            continue
        became = _shape_became(name, fields, px)
        picture = px if isinstance(became, Mapping) and px else became
        kind, loss = _shape_kind(name, asked, became, picture), _shape_loss(name, asked, picture)
        reason = reasons.of_field(name)
        yield Change(name, kind, asked, became, reason.why, loss, source=reason.source)


def _shape_became(name: str, fields: JsonMapping, px: Size | None) -> object:
    """Returns what a part of the shape became: itself, pixels, or for a size the ratio and tier that are sent."""
    names = {part: fields[part] for part in SHAPE if fields.get(part)}
    if name == "size" and "size" not in names and len(names) > 1:
        return names
    return (
        fields.get(name) or fields.get("size") or px or (next(iter(names.values()), None) if name == "size" else None)
    )


def shape_met(name: str, asked: Any, fields: JsonMapping, px: Size | None) -> bool:
    """Whether one asked part of the shape is met: by its name, or by pixels near enough.

    An exact size is met by these very pixels, or by their text if the vendor converts them to a size of the model.
    """
    if name == "size":
        return asked in (px, fields.get(name))
    if name == "resolution":
        return bool(fields.get(name) == asked) or (px is not None and tier_met(px, asked))
    ratio: AspectRatio | None = fields.get(name)
    if asked.value is None:
        return fields.get("size") is None and (ratio is None or ratio.value is None)
    by_name = ratio is not None and ratio.value == asked.value
    return by_name or (px is not None and ratio_met(px, asked.value))


def _shape_kind(name: str, asked: Any, became: object, picture: Any) -> Kind:
    """Returns the kind of a change of the shape: other pixels, and less picture than asked, are clamped."""
    if became is None:
        return "dropped"
    if name == "aspect_ratio":
        return "mapped"
    area = picture.width * picture.height if isinstance(picture, Size) else _named_area(picture)
    wish = tier_area(asked) if name == "resolution" else asked.width * asked.height
    less = area is not None and area < wish
    return "clamped" if less or (name == "size" and isinstance(became, Size)) else "mapped"


def _named_area(became: Any) -> Fraction | None:
    """Returns the area of a tier, None if none is named."""
    tier = became.get("resolution") if isinstance(became, Mapping) else became if isinstance(became, str) else None
    return tier_area(tier) if tier else None


def _shape_loss(name: str, asked: Any, became: Any) -> float:
    """Returns the larger of |ln shape error| and |ln area error| of what was asked, infinite if one is not known."""
    from fractions import Fraction

    if isinstance(became, str):
        return abs(ln(tier_area(became) / tier_area(asked))) if name == "resolution" else INFINITE
    size = became if isinstance(became, Size) else None
    shape = Fraction(*size) if size else became.value if isinstance(became, AspectRatio) else None
    area = Fraction(size.width * size.height) if size else None
    if name == "aspect_ratio":
        return abs(ln(shape / asked.value)) if shape and asked.value else INFINITE
    if name == "resolution":
        return abs(ln(area / tier_area(asked))) if area else INFINITE
    if not shape or not area:
        return INFINITE
    return max(abs(ln(shape / Fraction(*asked))), abs(ln(area / (asked.width * asked.height))))


def _added(name: str, value: object, reason: Reason) -> Change:
    return Change(name, "added", None, value, reason.why, source=reason.source)


def _change(name: str, asked: Any, became: Any, reason: Reason) -> Change:
    if became is None:
        return Change(name, "dropped", asked, None, reason.why, source=reason.source)
    if is_number(asked) and is_number(became):
        from fractions import Fraction

        loss = abs(Fraction(became) - Fraction(asked)) / max(abs(Fraction(asked)), Fraction(1))
        return Change(
            name, "clamped", asked, became, reason.why, float(min(loss, Fraction(10**300))), source=reason.source
        )
    shortened = isinstance(asked, str) and isinstance(became, str) and asked.startswith(became) and asked != became
    fewer = isinstance(asked, tuple) and isinstance(became, tuple) and len(became) < len(asked)
    kind: Kind = "clamped" if shortened or fewer else "mapped"
    return Change(name, kind, asked, became, reason.why, source=reason.source)


class _Reasons:
    """Why fields are not as asked: the rule that narrowed the row if that made the difference, else the row itself."""

    def __init__(self, target: Target, solved: Asked, solution: Solution) -> None:
        self.target, self.solved, self.solution = target, solved, solution

    def of_field(self, name: str) -> Reason:
        if name == "seed" and self.solved.fields.get(name) == NO_SEED:
            return Reason('-1 means "no seed"', None)
        rows = self.target.by_field.get(name, ())
        if not rows:
            return self.nowhere(f"{self.target.name} has no such field")
        if name == "references":  # the rows that were given some
            shares = share(self.target, self.solved.fields.get(name, ()))
            rows = tuple(row for row in rows if id(row) in shares) or rows
        sent = next((row for row in rows if any(wire in self.solution.flat for wire in row.wires)), rows[0])
        row = next((row for row in rows if any(wire in self.solution.reasons for wire in row.wires)), sent)
        why, source = self._of_row(row)
        wish = self.solved.fields.get(name)
        if wish is not None and any(same(wish, word) for _, word in row.unset_words()):
            why = f'{why}; {shown(wish)} is the vendor\'s word for "not set"'
        if row.needs(name) and name not in self.solved.fields:
            why = f"required: {why}"
        return Reason(
            f"{why}; plan() makes several calls" if name == "n" and "n" in self.solved.fields else why, source
        )

    def of_wire(self, wire: str) -> Reason:
        row = self.target.by_wire.get(wire)
        if row is None:
            return self.nowhere(f"{self.target.name} has no field {wire}")
        if wire in self.solved.overruled:
            return Reason("the intent sets this field itself", None)
        return self._of_row(row)

    def nowhere(self, why: str) -> Reason:
        return Reason(why, f"{self.target.docs} ({self.target.checked})")

    def _of_row(self, row: Row) -> Reason:
        ruled = dict.fromkeys(self._rules(row))
        if not ruled:
            return Reason(row.describe(), self.target.source_of(row))
        sources = dict.fromkeys(reason.source for reason in ruled if reason.source)
        return Reason("; ".join(dict.fromkeys(reason.why for reason in ruled)), "; ".join(sources))

    def _rules(self, row: Row) -> tuple[Reason, ...]:
        """Returns the rules' reasons, if the row would be written differently without them."""
        reasons = tuple(reason for wire in row.wires for reason in self.solution.reasons.get(wire, ()))
        if not reasons:
            return ()
        asked = {name: self.solved.fields[name] for name in row.fields if name in self.solved.fields}
        sent = {wire: self.solution.flat[wire] for wire in row.wires if wire in self.solution.flat}
        raw = {wire: self.solved.raw[wire] for wire in row.wires if wire in self.solved.raw}
        if asked and "references" not in asked:
            free = row.emit(asked, NO_LIMITS, self.target.provider)
        elif raw and not row.fields:
            near = {wire: row.write_raw(wire, value, NO_LIMITS) for wire, value in raw.items()}
            free = {wire: value for wire, value in near.items() if value is not None}
        else:
            return reasons
        return () if free == sent else reasons
