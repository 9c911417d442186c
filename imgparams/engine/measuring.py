"""Measures what a request does not say as it was asked: it is read back through the same rows and compared.

No change is written by hand, so a silent one can't be.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve

from imgparams.engine.reading import Asked, overlaid, raw_name, read
from imgparams.engine.solving import Solution
from imgparams.errors import Change, Kind
from imgparams.geometry import Size, ln, ratio_met, tier_area, tier_met
from imgparams.intent import PLAIN_ROLES, Reference, marks
from imgparams.narrowing import NO_LIMITS
from imgparams.target import SHAPE, Row, Target
from imgparams.values import freeze, is_number, same

if TYPE_CHECKING:
    from imgparams.geometry import AspectRatio

INFINITE = math.inf


def pixels(target: Target, flat: Mapping[str, object]) -> Size | None:
    """The pixels that a request means, None where the vendor does not say."""
    rows = target.by_field.get(SHAPE[0], ())
    size = rows[0].pixels(target.present(flat)) if rows else None
    return size or target.fixed.get("size")  # type: ignore[return-value]


def count(target: Target, flat: Mapping[str, object]) -> int | None:
    """How many images will come, None where the vendor does not say."""
    if any(row.only_maximum(flat) for row in target.by_field.get("n", ())):
        return None
    number = overlaid(target, flat).get("n")
    return number if isinstance(number, int) else None


def changes(target: Target, base: Asked, asked: Asked, solution: Solution) -> tuple[Change, ...]:
    """Every difference between `base`, the wish, and what `solution` says; `asked` is what was solved for."""
    back = read(target, solution.flat)
    said = {**target.fixed, **back.fields}
    reasons = _Reasons(target, asked, solution)
    found: list[Change] = []
    for name, wish in base.fields.items():
        if name not in SHAPE and not met(name, wish, said.get(name)):
            why = _unsaid(name, wish, said.get(name)) or _roleless(target, name, wish) or reasons.of_field(name)
            found.append(_change(name, wish, said.get(name), why))
    found += shape_changes(base, asked, said, pixels(target, solution.flat), reasons)
    for wire, wish in base.raw.items():
        if wire not in solution.flat or not same(solution.flat[wire], wish):
            name = raw_name(target.provider, wire)
            became = None if wire in asked.overruled else solution.flat.get(wire)
            found.append(_change(name, wish, became, reasons.of_wire(wire)))
    for name, value in back.fields.items():
        if name not in base.fields and not (name in SHAPE and any(part in base.fields for part in SHAPE)):
            found.append(Change(name, "added", None, value, reasons.of_field(name)))
    for wire, value in back.raw.items():
        if wire not in base.raw and wire not in asked.raw:
            name = raw_name(target.provider, wire)
            found.append(Change(name, "added", None, value, reasons.of_wire(wire)))
    return tuple(evolve(change, asked=freeze(change.asked), became=freeze(change.became)) for change in found)


def met(name: str, wish: Any, said: Any) -> bool:
    """Whether a field outside the shape says what was asked; auto is met by silence."""
    if name == "references":
        return said is not None and same_references(wish, said)
    if name == "mask":
        return said is not None and _picture(wish) == _picture(said) and marks(wish, said.edits)
    if said is None:
        return any(same(wish, word) for word in _NOTHING.get(name, ("auto",)))
    return same(wish, said)


_NOTHING: dict[str, tuple[object, ...]] = {"stream": (False,), "negative_prompt": ("",)}  # met by silence, as auto is


def same_references(wish: tuple[Reference, ...], said: tuple[Reference, ...]) -> bool:
    """Whether these are the same pictures in the same roles; the order counts inside a role, as it was read back."""
    wishes = [_picture(reference) for reference in wish]
    if Counter(wishes) != Counter(map(_picture, said)):
        return False
    roles = {reference.role for reference in said}
    return all(_in_order([_picture(r) for r in said if r.role == role], wishes) for role in roles)


def _in_order(some: Iterable[object], every: Iterable[object]) -> bool:
    left = iter(every)
    return all(item in left for item in some)


def _role(reference: Reference) -> str:
    return "image" if reference.role in PLAIN_ROLES else reference.role


def _unsaid(name: str, wish: Any, said: Any) -> str:
    """Why pictures that are all there are not as asked, "" where one is not there, and for other fields."""
    wishes, gots = (wish, said or ()) if name == "references" else ((wish,), (said,) if said else ())
    if name not in ("references", "mask") or len(wishes) != len(gots):
        return ""
    lost = [word for word, of in _TRAITS.items() if Counter(map(of, wishes)) != Counter(map(of, gots))]
    return f"no field says the {' and the '.join(lost)} of a picture" if lost else ""


def _roleless(target: Target, name: str, wish: Any) -> str:
    """Why pictures in a role that no row takes are not there, "" where every role is taken."""
    rows = target.by_field.get(name, ()) if name == "references" else ()
    lost = dict.fromkeys(r.role for r in wish if not any(row.has_place(r, ()) for row in rows)) if rows else {}
    return f"no place for a picture in the role {' or '.join(lost)}" if lost else ""


_TRAITS: dict[str, Callable[[Reference], object]] = {
    "role": _role,
    "weight": lambda reference: reference.weight,
    "marking": lambda reference: reference.edits,
}


def _picture(reference: Reference) -> tuple[object, ...]:
    """What makes two references the same picture."""
    source = (reference.data, reference.url, reference.file_id, reference.provider)
    return (*source, _role(reference), reference.weight)


def shape_changes(
    base: Asked, asked: Asked, said: Mapping[str, Any], px: Size | None, reasons: _Reasons
) -> Iterator[Change]:
    """Each asked part of the shape is judged by itself on the answer."""
    for name in SHAPE:
        wish = base.fields.get(name)
        if wish is None or shape_met(name, wish, said, px):
            continue
        if name not in asked.fields:  # given up, because no other change of it is allowed
            yield Change(name, "dropped", wish, None, reasons.of_field(name))
            continue
        became = said.get(name) or said.get("size") or px
        if name == "size":
            became = became or said.get("aspect_ratio") or said.get("resolution")
        yield Change(
            name, _shape_kind(name, became), wish, became, reasons.of_field(name), _shape_loss(name, wish, became)
        )


def shape_met(name: str, wish: Any, said: Mapping[str, Any], px: Size | None) -> bool:
    """Whether one asked part of the shape is met: by its name, or by pixels near enough.

    An exact size is met by these very pixels, or by their text where the vendor brings them to what the model has.
    """
    if name == "size":
        return wish in (px, said.get(name))
    if name == "resolution":
        return bool(said.get(name) == wish) or (px is not None and tier_met(px, wish))
    ratio: AspectRatio | None = said.get(name)
    if wish.value is None:
        return said.get("size") is None and (ratio is None or ratio.value is None)
    by_name = ratio is not None and ratio.value == wish.value
    return by_name or (px is not None and ratio_met(px, wish.value))


def _shape_kind(name: str, became: object) -> Kind:
    if became is None:
        return "dropped"
    return "clamped" if name == "size" and isinstance(became, Size) else "mapped"


def _shape_loss(name: str, wish: Any, became: Any) -> float:
    """The larger of |ln shape error| and |ln area error| of what was asked, infinite where one is not known."""
    from fractions import Fraction

    if isinstance(became, str):
        return abs(ln(tier_area(became) / tier_area(wish))) if name == "resolution" else INFINITE
    shape = Fraction(*became) if isinstance(became, Size) else getattr(became, "value", None)
    area = Fraction(became.width * became.height) if isinstance(became, Size) else None
    if name == "aspect_ratio":
        return abs(ln(shape / wish.value)) if shape and wish.value else INFINITE
    if name == "resolution":
        return abs(ln(area / tier_area(wish))) if area else INFINITE
    if not shape or not area:
        return INFINITE
    return max(abs(ln(shape / Fraction(*wish))), abs(ln(area / (wish.width * wish.height))))


def _change(name: str, wish: Any, became: Any, why: str) -> Change:
    if became is None:
        return Change(name, "dropped", wish, None, why)
    if is_number(wish) and is_number(became):
        from fractions import Fraction

        loss = abs(Fraction(became) - Fraction(wish)) / max(abs(Fraction(wish)), Fraction(1))
        return Change(name, "clamped", wish, became, why, float(min(loss, Fraction(10**300))))
    shortened = isinstance(wish, str) and isinstance(became, str) and wish.startswith(became) and wish != became
    fewer = isinstance(wish, tuple) and isinstance(became, tuple) and len(became) < len(wish)
    return Change(name, "clamped" if shortened or fewer else "mapped", wish, became, why)


class _Reasons:
    """Why a field is not as asked: the rule that narrowed its row if that made the difference, else the row itself."""

    def __init__(self, target: Target, asked: Asked, solution: Solution) -> None:
        self.target, self.asked, self.solution = target, asked, solution
        self.view = target.view(solution.flat)

    def of_field(self, name: str) -> str:
        rows = self.target.by_field.get(name, ())
        if not rows:
            return f"{self.target.name} has no such field"
        sent = next((row for row in rows if any(wire in self.solution.flat for wire in row.wires)), rows[0])
        row = next((row for row in rows if any(wire in self.solution.whys for wire in row.wires)), sent)
        why = self._ruled(row) or row.describe()
        wish = self.asked.fields.get(name)
        if wish is not None and any(same(wish, word) for _, word in row.unset_words()):
            why = f"{why}; {wish} means that nothing is asked"
        if row.needs(name) and name not in self.asked.fields:
            why = f"required: {why}"
        return f"{why}; plan() makes several calls" if name == "n" and "n" in self.asked.fields else why

    def of_wire(self, wire: str) -> str:
        row = self.target.by_wire.get(wire)
        if row is None:
            return f"{self.target.name} has no field {wire}"
        if wire in self.asked.overruled:
            return "the field itself was asked too"
        return self._ruled(row) or row.describe()

    def _ruled(self, row: Row) -> str:
        """The rules' reasons, where the row would say something else without them."""
        whys = [why for wire in row.wires for why in self.solution.whys.get(wire, ())]
        if not whys:
            return ""
        asked = {name: self.asked.fields[name] for name in row.fields if name in self.asked.fields}
        sent = {wire: self.solution.flat[wire] for wire in row.wires if wire in self.solution.flat}
        raw = {wire: self.asked.raw[wire] for wire in row.wires if wire in self.asked.raw}
        if asked and "references" not in asked:
            free = row.emit(asked, NO_LIMITS, self.target.provider)
        elif raw and not row.fields:
            near = {wire: row.write_raw(wire, value, NO_LIMITS) for wire, value in raw.items()}
            free = {wire: value for wire, value in near.items() if value is not None}
        else:
            return "; ".join(dict.fromkeys(whys))
        if free == sent:
            return ""
        return "; ".join(dict.fromkeys(whys))
