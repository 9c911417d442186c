"""The row of size, aspect ratio and resolution: one wish of up to three parts, and the ordered ways to spell it.

Choosing among the offers of all spellings: lose as few of the asked parts as possible (the ratio last of all); say
something near rather than nothing; say no part that was not asked; then the cost of `sizes`; then the earlier spelling.
`auto` never answers a stated wish.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from imgparams.domains import ABSENT, Domain, Fault, Int, OneOf
from imgparams.intent import AspectRatio, Size, ratio_met, takes, tier_area, tier_met, tier_name
from imgparams.report import bad_table
from imgparams.rows import narrow
from imgparams.sizes import Grid, Pairs, SizeSet, exact_cost, fits
from imgparams.target import SHAPE, Limits, Row, problem
from imgparams.values import FrozenDict, as_tuple, freeze, is_whole

if TYPE_CHECKING:
    from imgparams.report import Problem

AUTO = AspectRatio("auto")
ONE_K = Fraction(1024 * 1024)

Said = tuple[str, Any, tuple[str, ...]]  # (field, value, the wires that say it)


@frozen
class Wish:
    """What of the shape is asked, and the ratio and area that stand for it."""

    size: Size | None
    ratio: AspectRatio | None
    tier: str | None
    shape: Fraction
    area: Fraction


@frozen
class Offer:
    """One way to say a shape: the wires, what they name, the pixels they mean (None where the vendor does not say)."""

    wires: Mapping[str, object] = field(eq=False)
    ratio: AspectRatio | None = None
    tier: str | None = None
    pixels: Size | None = None
    names: bool = True  # says names, not pixels

    def rank(self, wish: Wish) -> tuple[object, ...]:
        """Smaller is better; see the head of this file."""
        ratio_lost = wish.ratio is not None and not self.says_ratio(wish.ratio)
        auto = wish.ratio is not None and wish.ratio.value is None
        lost = 0.0 if not ratio_lost else 0.5 if auto else 1.0
        lost += wish.tier is not None and not self.says_tier(wish.tier)
        if wish.size is not None:
            lost += 1.5 if self.pixels is None else self.pixels != wish.size
            unasked = int(self.names)
        elif self.names:
            unasked = (wish.ratio is None and self.ratio is not None) + (wish.tier is None and self.tier is not None)
        else:
            unasked = 1
        return lost, ratio_lost and not auto, self.misnames(wish), self.silence(wish), unasked, *self.cost(wish)

    def misnames(self, wish: Wish) -> int:
        """How many asked parts are met by the pixels of another name."""
        ratio, tier = wish.ratio, wish.tier
        met_ratio = ratio is not None and self.ratio is not None and self.ratio.value != ratio.value
        met_tier = tier is not None and self.tier is not None and self.tier != tier
        return (met_ratio and self.says_ratio(ratio or AUTO)) + (met_tier and self.says_tier(tier or ""))

    def silence(self, wish: Wish) -> int:
        """How many asked parts are not even said as something near."""
        if self.pixels is not None:
            return 0
        ratio_asked = wish.ratio is not None and wish.ratio.value is not None
        return (ratio_asked and self.ratio is None) + (wish.tier is not None and self.tier is None)

    def shape(self) -> Fraction | None:
        """Width through height, None where nothing is said of it."""
        return Fraction(*self.pixels) if self.pixels else self.ratio.value if self.ratio else None

    def cost(self, wish: Wish) -> tuple[Fraction, ...]:
        area = (
            self.pixels.width * self.pixels.height if self.pixels else tier_area(self.tier) if self.tier else wish.area
        )
        return exact_cost(self.shape() or wish.shape, Fraction(area), wish.shape, wish.area)

    def says_ratio(self, ratio: AspectRatio) -> bool:
        """Whether this meets an asked ratio: by the same name, or by pixels within 2 %; auto by silence too."""
        if ratio.value is None:
            return self.ratio == AUTO or (self.ratio is None and self.names)
        by_name = self.ratio is not None and self.ratio.value == ratio.value
        return by_name or (self.pixels is not None and ratio_met(self.pixels, ratio.value))

    def says_tier(self, tier: str) -> bool:
        """Whether this meets an asked tier: by the same name, or by pixels of its area."""
        return self.tier == tier or (self.pixels is not None and tier_met(self.pixels, tier))


class Spelling:
    """One way to write a shape on some wires."""

    read_only: bool = False  # a second spelling: read, never written

    @property
    def wires(self) -> tuple[str, ...]:
        raise NotImplementedError

    def offers(self, wish: Wish, limits: Limits) -> Iterator[Offer]:
        """What can be said here for a wish, inside what the rules leave."""
        raise NotImplementedError

    def read(self, flat: Mapping[str, object]) -> Iterator[Said]:
        """What these wires say, of any value of the right form, legal or not."""
        raise NotImplementedError

    def faults(self, flat: Mapping[str, object]) -> Iterator[tuple[str, Fault]]:
        raise NotImplementedError

    def pixels(self, flat: Mapping[str, object]) -> Size | None:
        raise NotImplementedError

    def describe(self) -> str:
        raise NotImplementedError


def _whole_sides(limits: Iterable[Domain]) -> Int | None:
    domain = narrow(Int(1), limits)
    if domain is not None and not isinstance(domain, Int):
        raise bad_table(f"a rule can narrow a side only by an Int, not by {domain.describe()}")
    return domain


def _pixels(width: object, height: object) -> Size | None:
    if is_whole(width) and is_whole(height) and takes("size", (width, height)):
        return Size(int(width), int(height))  # type: ignore[call-overload]
    return None


@frozen
class Sides(Spelling):
    """Pixels on two wires."""

    width: str
    height: str
    sizes: SizeSet

    @property
    def wires(self) -> tuple[str, ...]:
        return (self.width, self.height)

    def offers(self, wish: Wish, limits: Limits) -> Iterator[Offer]:
        width, height = (_whole_sides(limits.get(wire, ())) for wire in self.wires)
        if width and height:
            found = self.sizes.only(width, height).nearest(wish.shape, wish.area)
            if found:
                yield Offer({self.width: found.width, self.height: found.height}, pixels=found, names=False)

    def read(self, flat: Mapping[str, object]) -> Iterator[Said]:
        size = self.pixels(flat)
        if size:
            yield "size", size, self.wires

    def faults(self, flat: Mapping[str, object]) -> Iterator[tuple[str, Fault]]:
        bad = [wire for wire in self.wires if wire in flat and not is_whole(flat[wire])]
        yield from ((wire, Fault("wrong_type", self.describe())) for wire in bad)
        lone = [wire for wire in self.wires if wire not in flat]
        if lone and not bad:
            yield self.wires[self.wires[0] in lone], Fault("incomplete", f"{lone[0]} belongs with it")
        if not lone and not bad:
            yield from self._judge(int(flat[self.width]), int(flat[self.height]))  # type: ignore[call-overload]

    def _judge(self, width: int, height: int) -> Iterator[tuple[str, Fault]]:
        if width < 1 or height < 1:
            yield (self.width if width < 1 else self.height), Fault("out_of_range", self.describe())
            return
        sides = (Int(), Int())
        if isinstance(self.sizes, Grid):
            sides = (self.sizes.width, self.sizes.height)
        by_side = [
            (wire, side.fault(value)) for wire, side, value in zip(self.wires, sides, (width, height), strict=True)
        ]
        if any(fault for _, fault in by_side):
            yield from ((wire, fault) for wire, fault in by_side if fault)
        elif fault := self.sizes.fault(Size(width, height)):
            yield self.width, fault

    def pixels(self, flat: Mapping[str, object]) -> Size | None:
        return _pixels(flat.get(self.width), flat.get(self.height))

    def describe(self) -> str:
        return self.sizes.describe()


@frozen
class PixelText(Spelling):
    """Pixels as one text, `1024x1024`; `auto` is the word for the vendor's own choice, where it has one.

    With `exact_only` it is written only for an exact size that is legal, never to say a ratio or a tier.
    """

    wire: str
    sizes: SizeSet
    auto: str = ""
    separator: str = "x"
    exact_only: bool = field(default=False, kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return (self.wire,)

    def _text(self, size: Size) -> str:
        return f"{size.width}{self.separator}{size.height}"

    def offers(self, wish: Wish, limits: Limits) -> Iterator[Offer]:
        mine = limits.get(self.wire, ())
        if self.exact_only and (wish.size is None or not self.sizes.has(wish.size)):
            return
        if self.auto and wish.size is None and all(limit.has(self.auto) for limit in mine):
            yield Offer({self.wire: self.auto}, ratio=AUTO)
        sizes = self.sizes
        if mine and isinstance(sizes, Grid):
            named = next((limit.words for limit in mine if isinstance(limit, OneOf)), None)
            if named is None:
                if ABSENT not in mine:
                    raise bad_table(f"a rule can narrow {self.wire} only to a list or to absence")
                return
            sizes = Pairs(size for size in map(self._size, named) if size and sizes.has(size))
        if mine and isinstance(sizes, Pairs):
            sizes = sizes.keep(lambda size: all(limit.has(self._text(size)) for limit in mine))
        found = sizes.nearest(wish.shape, wish.area)
        if found:
            yield Offer({self.wire: self._text(found)}, pixels=found, names=False)

    def _size(self, value: object) -> Size | None:
        if not isinstance(value, str) or len(value) > 40:
            return None
        match = re.fullmatch(rf"([1-9]\d{{0,9}}){re.escape(self.separator)}([1-9]\d{{0,9}})", value, re.ASCII)
        return _pixels(*map(int, match.groups())) if match else None

    def read(self, flat: Mapping[str, object]) -> Iterator[Said]:
        value = flat.get(self.wire)
        size = self._size(value)
        if size:
            yield "size", size, self.wires
        elif self.auto and value == self.auto:
            yield "aspect_ratio", AUTO, self.wires

    def faults(self, flat: Mapping[str, object]) -> Iterator[tuple[str, Fault]]:
        value = flat[self.wire]
        if not isinstance(value, str):
            yield self.wire, Fault("wrong_type", self.describe())
        elif not (self.auto and value == self.auto):
            size = self._size(value)
            fault = self.sizes.fault(size) if size else Fault("not_allowed", self.describe())
            if fault:
                yield self.wire, fault._replace(why=fault.why if fault.code != "not_allowed" else self.describe())

    def pixels(self, flat: Mapping[str, object]) -> Size | None:
        return self._size(flat.get(self.wire))

    def describe(self) -> str:
        word = f"{self.auto}, or " if self.auto else ""
        return f"{word}text like {self._text(Size(1024, 1024))}: {self.sizes.describe()}"


def _named(words: Any) -> tuple[tuple[str, str], ...]:
    if isinstance(words, Mapping):
        return tuple(words.items())
    return tuple((word, word) if isinstance(word, str) else tuple(word) for word in words)


def _table(value: Mapping[Any, Any]) -> Mapping[tuple[str, str], Size]:
    found: dict[Any, Size] = {}
    for key, pixels in value.items():
        pair = (key, "") if isinstance(key, str) else tuple(key)
        found[pair] = Size(*map(int, pixels.split("x"))) if isinstance(pixels, str) else Size(*pixels)
    return FrozenDict(found)  # type: ignore[return-value]


@frozen
class Names(Spelling):
    """A ratio word on one wire, a tier word on another, or both; `pixels` maps (ratio, tier) to what comes of them.

    `ratios` and `tiers` are canonical words in the vendor's order, or canonical -> wire word where those differ;
    `pixels` has (ratio, tier) keys, or ratios where there is no tier wire; `more` are legal words of the ratio wire
    that mean no ratio. With `listed` only the pairs of `pixels` are legal.
    """

    ratio: str = ""
    ratios: tuple[tuple[str, str], ...] = field(default=(), converter=_named)
    tier: str = ""
    tiers: tuple[tuple[str, str], ...] = field(default=(), converter=_named)
    pixels_of: Mapping[tuple[str, str], Size] = field(default=FrozenDict(), converter=_table, alias="pixels")
    more: tuple[str, ...] = field(default=(), converter=as_tuple, kw_only=True)
    listed: bool = field(default=False, kw_only=True)
    read_only: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.wires:
            raise bad_table("names need a ratio wire or a tier wire")

    @property
    def wires(self) -> tuple[str, ...]:
        return tuple(wire for wire in (self.ratio, self.tier) if wire)

    def offers(self, wish: Wish, limits: Limits) -> Iterator[Offer]:
        found = [offer for offer in self._all() if _allowed(offer.wires, limits)]
        shapes = [(offer, offer.shape()) for offer in found]
        yield from [offer for offer, shape in shapes if shape is None or fits(shape, wish.shape)] or found

    def _all(self) -> Iterator[Offer]:
        """Pairs first, so that of two offers that mean the same the one that says more wins."""
        ratios: list[tuple[str, str] | None] = [*self.ratios, None]
        tiers: list[tuple[str, str] | None] = [*self.tiers, None]
        for ratio in ratios:
            for tier in tiers:
                if (ratio or tier) and not (
                    self.listed and ratio and tier and (ratio[0], tier[0]) not in self.pixels_of
                ):
                    wires = {self.ratio: ratio[1]} if ratio else {}
                    wires |= {self.tier: tier[1]} if tier else {}
                    said = AspectRatio(ratio[0]) if ratio else None
                    yield Offer(wires, said, tier[0] if tier else None)

    def read(self, flat: Mapping[str, object]) -> Iterator[Said]:
        for wire, words, parse, name in (
            (self.ratio, self.ratios, _read_ratio, "aspect_ratio"),
            (self.tier, self.tiers, _read_tier, "resolution"),
        ):
            value = flat.get(wire)
            if wire and isinstance(value, str):
                known = next((canonical for canonical, word in words if word == value), None)
                found = parse(known or value) if known or value not in self.more else None
                if found is not None:
                    yield name, found, (wire,)

    def faults(self, flat: Mapping[str, object]) -> Iterator[tuple[str, Fault]]:
        for wire, words in ((self.ratio, self.ratios), (self.tier, self.tiers)):
            if wire and wire in flat:
                legal = tuple(dict.fromkeys(word for _, word in words)) + (self.more if wire == self.ratio else ())
                fault = OneOf(*legal).fault(flat[wire])
                if fault:
                    yield wire, fault
        if self.listed and self.ratio in flat and self.tier in flat and not self._listed_pair(flat):
            yield self.tier, Fault("not_allowed", f"{flat[self.ratio]} is not offered at {flat[self.tier]}")

    def _listed_pair(self, flat: Mapping[str, object]) -> bool:
        said = {name: value for name, value, _ in self.read(flat)}
        ratio = said.get("aspect_ratio")
        return not ratio or not said.get("resolution") or (ratio.text, said["resolution"]) in self.pixels_of

    def pixels(self, flat: Mapping[str, object]) -> Size | None:
        said = {name: value for name, value, _ in self.read(flat)}
        ratio = said.get("aspect_ratio")
        return self.pixels_of.get((ratio.text if ratio else "", said.get("resolution", "")))

    def describe(self) -> str:
        lists = [f"{wire}: one of {', '.join(word for _, word in words)}" for wire, words in self._lists()]
        return "; ".join(lists)

    def _lists(self) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
        return ((wire, words) for wire, words in ((self.ratio, self.ratios), (self.tier, self.tiers)) if wire)


def _read_ratio(word: str) -> AspectRatio | None:
    return AspectRatio(word) if takes("aspect_ratio", word) else None


def _read_tier(word: str) -> str | None:
    return tier_name(word)


def _allowed(wires: Mapping[str, object], limits: Limits) -> bool:
    return all(
        limit.presence is not False and (limit.presence or limit.has(value))
        for wire, value in wires.items()
        for limit in limits.get(wire, ())
    )


@frozen
class Sizes(Row):
    """Size, aspect ratio and resolution, in any of `spellings`; the first is preferred where all else is equal.

    `default` is what the vendor does when its wires are absent, as wire -> value. `open` lets any text pass.
    """

    spellings: tuple[Spelling, ...] = field(converter=as_tuple)
    default: Mapping[str, object] = field(default=FrozenDict(), converter=freeze, kw_only=True)
    required: bool = field(default=False, kw_only=True)
    nullable: bool = field(default=False, kw_only=True)
    open: bool = field(default=False, kw_only=True)
    note: str = field(default="", kw_only=True)
    source: str = field(default="", kw_only=True)
    disputed: str = field(default="", kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(wire for spelling in self.spellings for wire in spelling.wires))

    @property
    def fields(self) -> tuple[str, ...]:
        return SHAPE

    def defaults(self) -> Iterator[tuple[str, object, Mapping[str, Domain]]]:
        return ((wire, value, FrozenDict()) for wire, value in self.default.items())

    # ---- writing

    def wish(self, asked: Mapping[str, Any]) -> Wish:
        """What is asked; the ratio and area that are not come from the vendor's default, else 1:1 and 1K."""
        size, ratio, tier = (asked.get(name) for name in SHAPE)
        if size:
            ratio = None if ratio == AUTO else ratio  # beside a size auto counts as not asked
            return Wish(size, ratio, tier, Fraction(*size), Fraction(size.width * size.height))
        said = {name: value for name, value, _ in self.read(self.default, "")}
        usual = self.pixels(self.default)
        shape, area = Fraction(1), ONE_K
        if usual:
            shape, area = Fraction(*usual), Fraction(usual.width * usual.height)
        else:
            named = said.get("aspect_ratio")
            shape = named.value if named and named.value else shape
            area = tier_area(said["resolution"]) if "resolution" in said else area
        shape = ratio.value if ratio and ratio.value else shape
        return Wish(None, ratio, tier, shape, tier_area(tier) if tier else area)

    def emit(self, asked: Mapping[str, Any], limits: Limits, provider: str) -> dict[str, object]:
        wish = self.wish(asked)
        if wish.size is None and wish.tier is None and wish.ratio == AUTO:
            offers = [offer for offer in self._offers(wish, limits) if offer.ratio == AUTO and not offer.tier]
            return dict(offers[0].wires) if offers else {}
        offers = [offer for offer in self._offers(wish, limits) if wish.ratio == AUTO or offer.ratio != AUTO]
        if not offers:
            return {}
        return dict(min(offers, key=lambda offer: offer.rank(wish)).wires)

    def insist(self, limits: Limits, provider: str) -> dict[str, object]:
        return self.emit({}, limits, provider) if self.required else {}

    def force(self, wire: str, default: object, limits: Limits, provider: str) -> dict[str, object]:
        return self.emit({}, limits, provider)

    def _offers(self, wish: Wish, limits: Limits) -> Iterator[Offer]:
        for spelling in self.spellings:
            if spelling.read_only:
                continue
            for offer in spelling.offers(wish, limits):
                pixels = offer.pixels or self._with_default(spelling, offer.wires)
                yield offer if pixels == offer.pixels else Offer(offer.wires, offer.ratio, offer.tier, pixels)

    def _with_default(self, spelling: Spelling, wires: Mapping[str, object]) -> Size | None:
        silent = {wire: value for wire, value in self.default.items() if wire in spelling.wires}
        return spelling.pixels({**silent, **wires})

    # ---- reading

    def overlaid(self, flat: Mapping[str, object]) -> dict[str, object]:
        """This row's wires, with the default of a spelling that is there only in part."""
        mine = {wire: flat[wire] for wire in self.wires if wire in flat}
        for spelling in self.spellings:
            if any(wire in mine for wire in spelling.wires) and isinstance(spelling, Sides):
                mine |= {w: self.default[w] for w in spelling.wires if w not in mine and w in self.default}
        return mine

    def read(self, flat: Mapping[str, object], provider: str) -> Iterator[Said]:
        """Pixels before names: what agrees with an earlier word is a redundant spelling, what does not stays raw."""
        said: dict[str, Any] = {}
        used: dict[str, tuple[str, ...]] = {}
        for name, value, wires in self._said(flat):
            if not self._contradicts(name, value, said):
                redundant = name not in said and said.get("size") and name != "size"
                if not redundant:
                    said.setdefault(name, value)
                key = "size" if redundant else name
                used[key] = (*used.get(key, ()), *wires)
        yield from ((name, value, used[name]) for name, value in said.items())

    def _said(self, flat: Mapping[str, object]) -> list[Said]:
        mine = self.overlaid(flat)
        found = [said for spelling in self.spellings for said in spelling.read(mine)]
        return sorted(found, key=lambda said: SHAPE.index(said[0]))

    @staticmethod
    def _contradicts(name: str, value: Any, said: Mapping[str, Any]) -> bool:
        if name in said:
            return bool(value != said[name])
        size = said.get("size")
        if name == "aspect_ratio" and size:
            return value.value is not None and not ratio_met(size, value.value)
        return name == "resolution" and size is not None and not tier_met(size, value)

    def pixels(self, flat: Mapping[str, object]) -> Size | None:
        """The pixels that a request means, None where the vendor does not say."""
        mine = {**self.default, **flat}
        spoken = [s for s in self.spellings if any(wire in flat for wire in s.wires)]
        found = (spelling.pixels(mine) for spelling in spoken or self.spellings)
        return next((size for size in found if size), None)

    # ---- judging

    def problems(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        present = [wire for wire in self.wires if wire in flat]
        if not present and self.required:
            yield problem(self, self.wires[0], None, "missing", f"required: {self.describe()}")
        mine = self.overlaid(flat)
        verdicts: dict[str, list[Fault | None]] = {wire: [] for wire in present}
        for spelling in self.spellings:
            if any(wire in mine for wire in spelling.wires):
                faults = dict(spelling.faults(mine))
                for wire in spelling.wires:
                    if wire in verdicts:
                        verdicts[wire].append(faults.get(wire))
        for wire, found in verdicts.items():
            fault = None if None in found else found[0]
            if fault and not (self.open and isinstance(flat[wire], str) and fault.code != "incomplete"):
                yield problem(self, wire, flat[wire], fault.code, fault.why, allowed=fault.allowed)
        yield from self._conflicts(flat)

    def _conflicts(self, flat: Mapping[str, object]) -> Iterator[Problem]:
        said: dict[str, Any] = {}
        for name, value, wires in self._said(flat):
            if self._contradicts(name, value, said):
                other = said.get(name) or said["size"]
                yield problem(self, wires[0], flat.get(wires[0]), "conflict", f"contradicts {other}")
            elif name in ("size",) or "size" not in said:
                said.setdefault(name, value)

    def describe(self) -> str:
        return "; ".join(dict.fromkeys(spelling.describe() for spelling in self.spellings))

    def table_faults(self) -> Iterator[str]:
        if self.default and any(True for _ in self.problems(self.default)):
            yield f"the default of {', '.join(self.default)} is not legal"


def _set(sizes: Any) -> SizeSet:
    return sizes if isinstance(sizes, SizeSet) else Pairs(sizes)


def WidthHeight(width: str, height: str, sizes: Any = None, *, each: Int | None = None, **facts: Any) -> Sizes:
    """Pixels on two wires: `each` side in one domain, or a size set, or a list of pairs."""
    if isinstance(facts.get("default"), tuple):
        facts["default"] = dict(zip((width, height), facts["default"], strict=True))
    return Sizes((Sides(width, height, Grid(each) if each else _set(sizes)),), **facts)


def SizeText(wire: str, sizes: Any, *, auto: str = "", separator: str = "x", default: str = "", **facts: Any) -> Sizes:
    """Pixels as one text: a size set, or a list such as ("1024x1024", "1536x1024")."""
    usual = {wire: default} if default else {}
    return Sizes((PixelText(wire, _set(sizes), auto, separator),), default=usual, **facts)


def RatioTier(
    ratio: str,
    ratios: Any,
    tier: str = "",
    tiers: Any = (),
    *,
    pixels: Any = None,
    more: Any = (),
    **facts: Any,
) -> Sizes:
    """A ratio word, and a tier word on a wire of its own where there is one."""
    return Sizes((Names(ratio, ratios, tier, tiers, pixels or {}, more=more),), **facts)
