"""The row of size, aspect ratio and resolution: one wish of up to three parts, and the ordered ways to spell it.

How one is chosen among the offers of all spellings is in `offers`. `auto` never answers a stated wish.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from imgparams.contract import SHAPE, Default, Doubt, Limits, Reading, Row, Wishes, problem
from imgparams.errors import bad_table
from imgparams.geometry import Size, ratio_met, tier_area, tier_met
from imgparams.tables.conditions import ABSENT
from imgparams.tables.domains import Domain, Fault, Int
from imgparams.tables.enlarged import Enlarged
from imgparams.tables.offers import AUTO, ONE_K, Offer, Spelling, Wish, best_offer, is_auto
from imgparams.tables.pixels import PixelText, Sides
from imgparams.tables.size_sets import Grid, Pairs, SizeLike, SizeSet
from imgparams.tables.spellings import PixelsLike, ShapeWords, WordsLike
from imgparams.texts import path_text, shown
from imgparams.values import FrozenDict, JsonMapping, JsonObject, as_tuple, freeze

if TYPE_CHECKING:
    from imgparams.errors import Problem
    from imgparams.target import Target


@frozen
class Sizes(Row):
    """Size, aspect ratio and resolution, in any of `spellings`; the first is preferred if all else is equal.

    `default` is what the vendor does if its wires are absent, as wire -> value; `default_when` are the conditions for
    it, each PRESENT or ABSENT. `unset` values are legal on any of the wires and mean "not set". `open` accepts any
    text. `accepts` is a wider set of pixels that the vendor accepts but changes, `disputed_to` one that some sources
    allow. `unlike_maker` is where the host says that its sizes are not those of the model's maker. `enlarged` has the
    wires of other rows that make the picture larger than the pixels here.
    """

    spellings: tuple[Spelling, ...] = field(converter=as_tuple)
    default: Mapping[str, object] = field(default=FrozenDict(), converter=freeze, kw_only=True)
    default_when: Mapping[str, Domain] = field(default=FrozenDict(), converter=freeze, kw_only=True)
    required: bool = field(default=False, kw_only=True)
    nullable: bool = field(default=False, kw_only=True)
    unset: tuple[object, ...] = field(default=(), converter=as_tuple, kw_only=True)
    open: bool = field(default=False, kw_only=True)
    accepts: SizeSet | None = field(default=None, kw_only=True)
    disputed_to: SizeSet | None = field(default=None, kw_only=True)
    unlike_maker: str = field(default="", kw_only=True)
    enlarged: Enlarged | None = field(default=None, kw_only=True)
    note: str = field(default="", kw_only=True)
    source: str = field(default="", kw_only=True)
    disputed: str = field(default="", kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(wire for spelling in self.spellings for wire in spelling.wires))

    @property
    def fields(self) -> tuple[str, ...]:
        return SHAPE

    @property
    def reads(self) -> tuple[str, ...]:  # type: ignore[override]
        return self.enlarged.wires if self.enlarged else ()

    def unset_words(self) -> Iterator[tuple[str, object]]:
        return ((wire, word) for wire in self.wires for word in self.unset)

    def defaults(self) -> Iterator[Default]:
        for wire, value in self.default.items():  # that of `image_size.width` is none next to `image_size`
            around = {other: ABSENT for other in self.wires if wire.startswith(f"{other}.")}
            yield wire, value, {**self.default_when, **around} if around else self.default_when

    def _default(self, flat: Mapping[str, object]) -> Mapping[str, object]:
        """Returns the defaults that apply next to these wires."""
        held = (condition.is_met(wire in flat, flat.get(wire)) for wire, condition in self.default_when.items())
        return self.default if all(held) else {}

    # ---- writing

    def wish(self, asked: Wishes, beside: Mapping[str, object] = FrozenDict()) -> Wish:
        """Returns what is asked; a ratio or area that is not asked comes from the vendor's default, else 1:1 and 1K.

        `beside` are wires of other rows, which may enlarge that default.
        """
        size, ratio, tier = (asked.get(name) for name in SHAPE)
        if size:
            ratio = None if is_auto(ratio) else ratio  # next to a size, auto counts as not set
            return Wish(size, ratio, tier, Fraction(*size), Fraction(size.width * size.height))
        default = {name: value for name, value, _ in self.read(self.default, "")}
        usual = self.pixels({**beside, **self.default})
        shape, area = Fraction(1), ONE_K
        if usual:
            shape, area = Fraction(*usual), Fraction(usual.width * usual.height)
        else:
            ratio_by_default = default.get("aspect_ratio")
            shape = ratio_by_default.value if ratio_by_default and ratio_by_default.value else shape
            area = tier_area(default["resolution"]) if "resolution" in default else area
        shape = ratio.value if ratio and ratio.value else shape
        return Wish(None, ratio, tier, shape, tier_area(tier) if tier else area)

    def emit(self, asked: Wishes, limits: Limits, provider: str) -> dict[str, object]:
        kept = self._kept_sides(asked, limits)
        if kept is not None:
            return kept
        wish = self.wish(asked, {wire: limits.beside[wire] for wire in self.reads if wire in limits.beside})
        if wish.size is None and wish.tier is None and is_auto(wish.ratio):
            offers = [offer for offer in self._offers(wish, limits) if is_auto(offer.ratio) and not offer.tier]
            return dict(offers[0].wires) if offers else {}
        if not (wish.size or wish.tier or wish.ratio):  # nothing asked, but required: the vendor's own choice
            autos = [offer for offer in self._offers(wish, limits) if is_auto(offer.ratio) and not offer.tier]
            if autos:
                return dict(autos[0].wires)
        every = self._offers(wish, limits)
        answers = (o for o in every if (is_auto(wish.ratio) or not is_auto(o.ratio)) and not o.beside(wish))
        best = best_offer(answers, wish)
        return dict(best.wires) if best else {}

    def always(self, limits: Limits, provider: str) -> dict[str, object]:
        return self.emit({}, limits, provider) if self.required else {}

    def write_forced(self, wire: str, default: object, limits: Limits, provider: str) -> dict[str, object]:
        return self.emit({}, limits, provider)

    def _offers(self, wish: Wish, limits: Limits) -> Iterator[Offer]:
        first = self._first_pass(wish, limits.beside)
        for spelling in self.spellings:
            if spelling.read_only or first is None:
                continue
            for offer in spelling.offers(first, limits):
                pixels = offer.pixels or self._with_default(spelling, offer.wires, limits)
                pixels = self._picture(pixels, limits.beside)
                yield offer if pixels == offer.pixels else evolve(offer, pixels=pixels)

    # ---- enlarging

    def _is_enlarged(self, flat: Mapping[str, object]) -> bool:
        """Whether these wires, of other rows too, make the picture larger than the pixels of this row."""
        return self.enlarged is not None and self.enlarged.is_on(flat)

    def _picture(self, pixels: Size | None, flat: Mapping[str, object]) -> Size | None:
        """Returns the pixels of the picture for those of this row."""
        on = self.enlarged is not None and pixels is not None and self.enlarged.is_on(flat)
        return self.enlarged.picture(pixels, flat) if on else pixels  # type: ignore[union-attr, arg-type]

    def _first_pass(self, wish: Wish, flat: Mapping[str, object]) -> Wish | None:
        """Returns what is to be asked of this row's own pixels, None if they don't decide what comes."""
        if self.enlarged is None or not self.enlarged.is_on(flat):
            return wish
        factor = self.enlarged.factor(flat)
        if factor is None:
            return None
        if wish.size:
            size = self.enlarged.first_pass(wish.size, factor)
            return evolve(wish, size=size, shape=Fraction(*size), area=Fraction(size.width * size.height))
        return evolve(wish, tier=None, area=wish.area / Fraction(factor) ** 2)

    def _is_legal(self, own: Mapping[str, object], limits: Limits) -> bool:
        return limits.allow(own) and all(problem.level != "error" for problem in self.problems(own))

    def _kept_sides(self, asked: Wishes, limits: Limits) -> dict[str, object] | None:
        """Returns the caller's own sides of a first pass, if they bring the size asked for; {} if others do."""
        beside = limits.beside
        if self.enlarged is None or not self.enlarged.is_on(beside) or self.pixels(beside) != asked.get("size", ()):
            return None
        own = {wire: beside[wire] for wire in self.wires if wire in beside}
        said = own or self.enlarged.factor(beside) is None
        return own if said and self._is_legal(own, limits) else None

    def stays_legal(self, more: Mapping[str, object], got: Mapping[str, object], limits: Limits, provider: str) -> bool:
        if self._is_enlarged(limits.beside):  # then these are the sides of a first pass, whatever comes of it
            return not got and self._is_legal(more, limits)
        return super().stays_legal(more, got, limits, provider)

    def _with_default(self, spelling: Spelling, wires: Mapping[str, object], limits: Limits) -> Size | None:
        """Returns the pixels of an offer with the defaults of its other wires, except those that must be left out."""
        default = {wire: value for wire, value in self.default.items() if wire in spelling.wires}
        silent = {wire: value for wire, value in default.items() if not limits.forbids(wire)}
        return spelling.pixels({**silent, **wires})

    # ---- reading

    def overlaid(self, flat: Mapping[str, object]) -> dict[str, object]:
        """Returns this row's wires, with the default for a spelling that is there only in part."""
        own = {wire: flat[wire] for wire in self.wires if wire in flat}
        for spelling in self.spellings:
            if isinstance(spelling, Sides) and any(wire in own for wire in spelling.sides):
                default = self._default(flat)
                own |= {w: default[w] for w in spelling.sides if w not in own and w in default}
        return own

    def read(self, flat: Mapping[str, object], provider: str) -> Iterator[Reading]:
        """Yields pixels before names, `auto` last; what repeats an earlier one is redundant, what differs stays raw.

        Where the picture is enlarged, its pixels are all that the wires here and those that enlarge it say.
        """
        if self.enlarged and self._is_enlarged(flat):
            wires = (*self.wires, *self.enlarged.sides)
            size = self.pixels(flat)
            if size and any(wire in flat for wire in wires):
                yield "size", size, wires
            return
        parts: JsonObject = {}
        used: dict[str, tuple[str, ...]] = {}
        for name, value, wires in self._parts(flat):
            if not self._contradicts(name, value, parts):
                redundant = name not in parts and "size" in parts
                if not redundant:
                    parts.setdefault(name, value)
                key = "size" if redundant else name
                used[key] = (*used.get(key, ()), *wires)
        yield from ((name, value, used[name]) for name, value in parts.items())

    def _parts(self, flat: Mapping[str, object]) -> list[Reading]:
        own = self.overlaid(flat)
        parts = [part for spelling in self.spellings for part in spelling.read(own)]
        return sorted(parts, key=lambda part: (SHAPE.index(part[0]), part[1] == AUTO))

    @staticmethod
    def _contradicts(name: str, value: Any, parts: JsonMapping) -> bool:
        if name in parts:
            return bool(value not in (parts[name], AUTO))
        size = parts.get("size")
        if name == "aspect_ratio" and size:
            return value.value is not None and not ratio_met(size, value.value)
        return name == "resolution" and size is not None and not tier_met(size, value)

    def pixels(self, flat: Mapping[str, object]) -> Size | None:
        """Returns the pixels that a request results in, None if the vendor does not specify them."""
        own = {**self._default(flat), **flat}
        present = [s for s in self.spellings if any(wire in flat for wire in s.wires)]
        sizes = (spelling.pixels(own) for spelling in present or self.spellings)
        return self._picture(next((size for size in sizes if size), None), flat)

    # ---- what is not known to work

    @property
    def is_open(self) -> bool:
        return self.open or any(spelling.is_open for spelling in self.spellings)

    def doubts(self, flat: Mapping[str, object]) -> Iterator[Doubt]:
        """Yields the parts of the shape that no spelling, and not the vendor's default, is known to cover."""
        own = self.overlaid(flat)
        usual = self.pixels(self.default)
        reasons: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for spelling in self.spellings:
            for name, value, wires in spelling.read(own):
                listed = name == "size" and (value == usual or any(other.lists(value) for other in self.spellings))
                why = "" if listed else spelling.doubt(name, value)
                reasons.setdefault((name, tuple(wire for wire in wires if wire in flat)), []).append(why)
        yield from (Doubt(name, wires[0], whys[0]) for (name, wires), whys in reasons.items() if wires and all(whys))
        if self.open:
            texts = [wire for wire in self.wires if isinstance(flat.get(wire), str)]
            unread = [
                wire for wire in texts if not any(self._knows(spelling, wire, flat) for spelling in self.spellings)
            ]
            yield from (Doubt(self.field_at(wire), wire, "it is none of the sizes published") for wire in unread)

    @staticmethod
    def _knows(spelling: Spelling, wire: str, flat: Mapping[str, object]) -> bool:
        """Whether a spelling has the word on a wire."""
        return wire in spelling.wires and not any(name == wire for name, _ in spelling.faults(flat))

    @property
    def legal_pixels(self) -> SizeSet | None:
        sets = (spelling.sizes for spelling in self.spellings if not spelling.read_only)
        return next((sizes for sizes in sets if sizes is not None), None)

    def inherit(self, maker: Target) -> Row:
        sizes = next((row.legal_pixels for row in maker.by_field.get(SHAPE[0], ())), None)
        if sizes is None or self.unlike_maker:
            return self
        bound = evolve(self, spellings=[spelling.inherit(sizes) for spelling in self.spellings])
        if self.legal_pixels is not None and self.legal_pixels.generic and any(bound.table_faults()):
            bound = evolve(bound, default={}, default_when={})  # a default for every model is none of this one
        return self if any(bound.table_faults()) else bound  # a default beyond the maker's limits: the host has its own

    # ---- checking

    def problems(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        present = [wire for wire in self.wires if wire in flat]
        if not present and self.required:
            first = self.spellings[0]
            for wire in first.sides if isinstance(first, Sides) else self.wires[:1]:
                yield problem(self, wire, None, "missing", f"required: {self.describe()}")
        own = self.overlaid(flat)
        verdicts: dict[str, list[list[Fault]]] = {wire: [] for wire in present}
        for wires, faults in self._faults(own, flat):
            for wire in wires:
                if wire in verdicts:
                    verdicts[wire].append(faults.get(wire, []))
        for wire, judged in verdicts.items():
            if [] not in judged:  # no spelling accepts it
                yield from self._judge(wire, flat, judged[0])
        yield from self._conflicts(flat)

    def _judge(self, wire: str, flat: Mapping[str, object], faults: list[Fault]) -> Iterator[Problem]:
        """Yields the problems of a wire: all its faults, or one warning if a wider set has the size."""
        value, allowed = flat[wire], faults[0].allowed
        if wire in self._pixels_in(self.accepts, flat):
            why = f"accepted, but the vendor changes it to {self.describe()}"
            yield problem(self, wire, value, "altered", why, allowed=allowed, level="warning")
        elif wire in self._pixels_in(self.disputed_to, flat):
            why = f"{self.describe()}; but {self.disputed}"
            yield problem(self, wire, value, "disputed", why, allowed=allowed, level="warning")
        elif not (self.open and isinstance(value, str) and wire not in self._sides):
            for fault in faults:
                yield problem(self, wire, value, fault.code, fault.why, allowed=fault.allowed)

    @property
    def wider(self) -> tuple[SizeSet, ...]:
        """The wider sets that give a warning, not an error."""
        return tuple(sizes for sizes in (self.accepts, self.disputed_to) if sizes is not None)

    def field_at(self, wire: str) -> str:
        """Returns the part of the shape that a wire says."""
        return next(spelling.field_at(wire) for spelling in self.spellings if wire in spelling.wires)

    @property
    def _sides(self) -> set[str]:
        """The wires of pixels as numbers."""
        return {wire for spelling in self.spellings if isinstance(spelling, Sides) for wire in spelling.sides}

    def _faults(
        self, own: Mapping[str, object], flat: Mapping[str, object]
    ) -> Iterator[tuple[tuple[str, ...], dict[str, list[Fault]]]]:
        """Yields the faults of each spelling that is there; for several with the same wires, of the best fit."""
        groups: dict[tuple[str, ...], list[Spelling]] = {}
        for spelling in self.spellings:
            if any(wire in own for wire in spelling.wires):
                groups.setdefault(spelling.wires, []).append(spelling)
        for wires, spellings in groups.items():
            yield wires, min((self._judged(spelling, own, flat) for spelling in spellings), key=len)

    @staticmethod
    def _judged(spelling: Spelling, own: Mapping[str, object], flat: Mapping[str, object]) -> dict[str, list[Fault]]:
        """Returns the faults of a spelling by wire; a fault of an absent side is put on the side that is there."""
        faults: dict[str, list[Fault]] = {}
        for wire, fault in spelling.faults(own):
            faults.setdefault(wire, []).append(fault)
        if isinstance(spelling, Sides):
            present = [wire for wire in spelling.sides if wire in flat]
            silent = [wire for wire in spelling.sides if wire not in flat and wire in faults]
            if len(present) == 1 and silent:
                faults[present[0]] = [*faults.get(present[0], []), *faults.pop(silent[0])]
        return faults

    def _pixels_in(self, sizes: SizeSet | None, flat: Mapping[str, object]) -> tuple[str, ...]:
        """Returns the wires of pixels that a wider set has."""
        size = next(((value, wires) for name, value, wires in self._parts(flat) if name == "size"), None)
        return size[1] if size and sizes is not None and sizes.has(size[0]) else ()

    def _conflicts(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        parts: JsonObject = {}
        for name, value, wires in self._parts(flat):
            if self._contradicts(name, value, parts):
                other = parts.get(name) or parts["size"]
                yield problem(self, wires[0], flat.get(wires[0]), "conflict", f"contradicts {other}")
            elif name == "size" or "size" not in parts:
                parts.setdefault(name, value)

    def describe(self) -> str:
        return "; or ".join(dict.fromkeys(spelling.describe() for spelling in self.spellings))

    def table_faults(self) -> Iterator[str]:
        faults = [fault for spelling in self.spellings for fault in spelling.table_faults()]
        if any(condition.about_value for condition in self.default_when.values()):
            faults.append("the conditions in default_when of sizes are PRESENT or ABSENT")
        yield from faults
        if faults:
            return
        fault = next(iter(self.problems(self.default)), None) if self.default else None
        if fault:
            yield f"{path_text(fault.path)}: the default {shown(fault.value)} is not legal: {fault.why}"


SizesLike = SizeSet | Iterable[SizeLike]


def _set(sizes: SizesLike) -> SizeSet:
    return sizes if isinstance(sizes, SizeSet) else Pairs(sizes)


def WidthHeight(
    width: str, height: str, sizes: SizesLike | None = None, *, each: Int | None = None, **facts: Any
) -> Sizes:
    """Pixels on two wires: `each` side in one domain, or a set of sizes, or a list of pairs."""
    if (sizes is None) == (each is None):
        raise bad_table(f"{width} and {height} need either sizes or each")
    if isinstance(facts.get("default"), tuple):
        facts["default"] = dict(zip((width, height), facts["default"], strict=True))
    return Sizes((Sides(width, height, Grid(each) if each else _set(sizes or ())),), **facts)


def SizeText(
    wire: str, sizes: SizesLike, *, auto: str = "", separator: str = "x", default: str = "", **facts: Any
) -> Sizes:
    """Pixels as one text: a set of sizes, or a list such as ("1024x1024", "1536x1024")."""
    usual = {wire: default} if default else {}
    return Sizes((PixelText(wire, _set(sizes), auto, separator),), default=usual, **facts)


def RatioTier(
    ratio: str,
    ratios: WordsLike,
    tier: str = "",
    tiers: WordsLike = (),
    *,
    pixels: PixelsLike | None = None,
    more: Iterable[str] = (),
    **facts: Any,
) -> Sizes:
    """A ratio word, with a tier word on a second wire if there is one."""
    return Sizes((ShapeWords(ratio, ratios, tier, tiers, pixels or {}, more=more),), **facts)
