"""Ways to write a shape in words: what each offers for the shape asked for, and how it is parsed and checked.

    ShapeWords  a ratio word, a tier word, or both    RatioRange   any ratio as one text
    Presets     words that stand for pixels

Pixels are in `pixels`, the row that chooses among all these in `sizes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from attrs import evolve, field, frozen

from imgparams.contract import Limits, Reading
from imgparams.errors import bad_table
from imgparams.geometry import AspectRatio, Size, nearest_tier, tier_name
from imgparams.intent import takes
from imgparams.tables.domains import Fault, OneOf
from imgparams.tables.offers import AUTO, Offer, Spelling, Wish, near
from imgparams.tables.size_sets import Pairs, SizeLike, as_size, fits
from imgparams.values import FrozenDict, as_tuple, freeze

_WHOLE = re.compile(r"\d+:\d+", re.ASCII)


WordsLike = Mapping[str, str] | Sequence[str | tuple[str, str]]  # the intent's words, with the wire's if those differ
PixelsLike = Mapping[Any, Any]  # ratio, or (ratio, tier) -> a size as `as_size` takes it


def _named(words: WordsLike) -> tuple[tuple[str, str], ...]:
    if isinstance(words, Mapping):
        return tuple(words.items())
    return tuple((word, word) if isinstance(word, str) else word for word in words)


def _table(pixels: PixelsLike) -> Mapping[tuple[str, str], Size]:
    table = {(key, "") if isinstance(key, str) else key: as_size(size) for key, size in pixels.items()}
    return freeze(table)  # type: ignore[no-any-return]


@frozen
class ShapeWords(Spelling):
    """A ratio word on one wire, a tier word on another, or both; `pixels` maps (ratio, tier) to the resulting size.

    `ratios` and `tiers` are words of an intent in the vendor's order, or intent's word -> vendor's word if they differ.
    `pixels` has (ratio, tier) keys, or ratios if there is no tier wire. `more` are legal words of the ratio wire that
    are not a ratio, `more_tiers` those of the tier wire that are not a tier. With `listed`, only the pairs in `pixels`
    are legal.
    """

    ratio: str = ""
    ratios: tuple[tuple[str, str], ...] = field(default=(), converter=_named)
    tier: str = ""
    tiers: tuple[tuple[str, str], ...] = field(default=(), converter=_named)
    pixels_of: Mapping[tuple[str, str], Size] = field(default=FrozenDict(), converter=_table, alias="pixels")
    more: tuple[str, ...] = field(default=(), converter=as_tuple, kw_only=True)
    more_tiers: tuple[str, ...] = field(default=(), converter=as_tuple, kw_only=True)
    listed: bool = field(default=False, kw_only=True)
    read_only: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.wires:
            raise bad_table("ShapeWords needs a ratio wire, a tier wire, or both")

    @property
    def wires(self) -> tuple[str, ...]:
        return tuple(wire for wire in (self.ratio, self.tier) if wire)

    def offers(self, wish: Wish, limits: Limits) -> Iterator[Offer]:
        legal = [offer for offer in self._all() if limits.allow(offer.wires)]
        if wish.size is not None and self.tiers:
            tier = nearest_tier(wish.size, [name for name, word in self.tiers if limits.allows(self.tier, word)])
            legal = [evolve(offer, off_tier=offer.tier != tier) for offer in legal]
        shapes = [(offer, offer.shape()) for offer in legal]
        yield from [offer for offer, shape in shapes if shape is None or fits(shape, wish.shape)] or legal

    def _all(self) -> Iterator[Offer]:
        """Yields pairs first, so that of two offers that mean the same the more explicit one wins."""
        ratios: list[tuple[str, str] | None] = [*self.ratios, None]
        tiers: list[tuple[str, str] | None] = [*self.tiers, None]
        for ratio in ratios:
            for tier in tiers:
                if (ratio or tier) and not (
                    self.listed and ratio and tier and (ratio[0], tier[0]) not in self.pixels_of
                ):
                    wires = {self.ratio: ratio[1]} if ratio else {}
                    wires |= {self.tier: tier[1]} if tier else {}
                    shape = AspectRatio(ratio[0]) if ratio else None
                    yield Offer(wires, shape, tier[0] if tier else None)

    def field_at(self, wire: str) -> str:
        return "resolution" if wire == self.tier else "aspect_ratio"

    def read(self, flat: Mapping[str, object]) -> Iterator[Reading]:
        for wire, words, more, parse, name in (
            (self.ratio, self.ratios, self.more, _read_ratio, "aspect_ratio"),
            (self.tier, self.tiers, self.more_tiers, _read_tier, "resolution"),
        ):
            value = flat.get(wire)
            if wire and isinstance(value, str):
                own_word = next((canonical for canonical, word in words if word == value), None)
                part = parse(own_word or value) if own_word or value not in more else None
                if part is not None:
                    yield name, part, (wire,)

    def faults(self, flat: Mapping[str, object]) -> Iterator[tuple[str, Fault]]:
        for wire, words in self._lists():
            fault = OneOf(*dict.fromkeys(words)).fault(flat[wire]) if wire in flat else None
            if fault:
                yield wire, fault
        legal = all(flat.get(wire) in words for wire, words in self._lists())
        if self.listed and legal and not self._listed_pair(flat):
            yield self.tier, Fault("not_allowed", f"{flat[self.ratio]} is not offered at {flat[self.tier]}")

    def _listed_pair(self, flat: Mapping[str, object]) -> bool:
        parts = {name: value for name, value, _ in self.read(flat)}
        ratio = parts.get("aspect_ratio")
        return not ratio or not parts.get("resolution") or (ratio.text, parts["resolution"]) in self.pixels_of

    def pixels(self, flat: Mapping[str, object]) -> Size | None:
        parts = {name: value for name, value, _ in self.read(flat)}
        ratio = parts.get("aspect_ratio")
        return self.pixels_of.get((ratio.text if ratio else "", parts.get("resolution", "")))

    def describe(self) -> str:
        return "; ".join(f"{wire}: {OneOf(*dict.fromkeys(words)).describe()}" for wire, words in self._lists())

    def table_faults(self) -> Iterator[str]:
        ratios, tiers = ([canonical for canonical, _ in words] for words in (self.ratios, self.tiers))
        yield from (f"{word} is not an aspect ratio" for word in ratios if not takes("aspect_ratio", word))
        yield from (f"{word} is not a tier as an intent spells it" for word in tiers if tier_name(word) != word)
        for ratio, tier in self.pixels_of:
            if (ratio and ratio not in ratios) or (tier and tier not in tiers):
                yield f"pixels has ({ratio}, {tier}), which is not among the words"

    def _lists(self) -> Iterator[tuple[str, list[str]]]:
        """Yields the legal words of each wire."""
        for wire, words, more in (
            (self.ratio, self.ratios, self.more),
            (self.tier, self.tiers, self.more_tiers),
        ):
            if wire:
                yield wire, [*(word for _, word in words), *more]


def _read_ratio(word: str) -> AspectRatio | None:
    return AspectRatio(word) if takes("aspect_ratio", word) else None


def _read_tier(word: str) -> str | None:
    return tier_name(word)


def _ratio_bound(value: str | None) -> Fraction | None:
    return None if value is None else AspectRatio(value).value


@frozen
class RatioRange(Spelling):
    """Any ratio of whole numbers as one text, `16:9`, from `min` to `max`; `auto` leaves it to the vendor.

    `tier` is the wire of an additional tier word, `tiers` its words as in ShapeWords.
    """

    wire: str
    min: str | None = None
    max: str | None = None
    separator: str = field(default=":", kw_only=True)
    auto: str = field(default="", kw_only=True)
    tier: str = field(default="", kw_only=True)
    tiers: tuple[tuple[str, str], ...] = field(default=(), converter=_named, kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return (self.wire, self.tier) if self.tier else (self.wire,)

    @property
    def _tiers(self) -> ShapeWords | None:
        return ShapeWords(tier=self.tier, tiers=self.tiers) if self.tier else None

    def _text(self, ratio: AspectRatio) -> str:
        """Returns a ratio as it was written if that is two whole numbers, else in the smallest ones."""
        text = ratio.text if _WHOLE.fullmatch(ratio.text) else _least(ratio.value or Fraction(1))
        return text.replace(":", self.separator)

    def offers(self, wish: Wish, limits: Limits) -> Iterator[Offer]:
        ratios = [Offer({self.wire: self.auto}, AUTO)] if self.auto and wish.size is None else []
        low, high = _ratio_bound(self.min), _ratio_bound(self.max)
        ratio = wish.ratio if wish.ratio and wish.ratio.value else AspectRatio(_least(wish.shape))
        if low is not None and wish.shape < low:
            ratio = AspectRatio(str(self.min))
        if high is not None and wish.shape > high:
            ratio = AspectRatio(str(self.max))
        ratios.append(Offer({self.wire: self._text(ratio)}, ratio))
        tiers = list(self._tiers.offers(wish, limits)) if self._tiers else []
        both = [
            Offer({**one.wires, **other.wires}, one.ratio, other.tier, off_tier=other.off_tier)
            for one in ratios
            for other in tiers
        ]
        yield from (offer for offer in (*both, *ratios, *tiers) if limits.allow(offer.wires))

    def field_at(self, wire: str) -> str:
        return "resolution" if wire == self.tier else "aspect_ratio"

    def read(self, flat: Mapping[str, object]) -> Iterator[Reading]:
        value = flat.get(self.wire)
        if self.auto and value == self.auto:
            yield "aspect_ratio", AUTO, (self.wire,)
        elif (ratio := self._ratio(value)) is not None:
            yield "aspect_ratio", ratio, (self.wire,)
        if self._tiers:
            yield from self._tiers.read(flat)

    @property
    def is_open(self) -> bool:
        return self.min is None or self.max is None

    def doubt(self, name: str, value: Any) -> str:
        low, high = _ratio_bound(self.min), _ratio_bound(self.max)
        beyond = name == "aspect_ratio" and value.value is not None and (low is None or high is None)
        return "no range of ratios is published" if beyond else ""

    def _ratio(self, value: object) -> AspectRatio | None:
        if not isinstance(value, str) or value.count(self.separator) != 1:
            return None
        return _read_ratio(value.replace(self.separator, ":"))

    def faults(self, flat: Mapping[str, object]) -> Iterator[tuple[str, Fault]]:
        if self.wire in flat:
            yield from self._judge(flat[self.wire])
        if self._tiers:
            yield from self._tiers.faults(flat)

    def _judge(self, value: object) -> Iterator[tuple[str, Fault]]:
        if not isinstance(value, str):
            yield self.wire, Fault("wrong_type", self.describe())
        elif not (self.auto and value == self.auto):
            ratio = self._ratio(value)
            low, high = _ratio_bound(self.min), _ratio_bound(self.max)
            if ratio is None or ratio.value is None or not _WHOLE.fullmatch(ratio.text):
                yield self.wire, Fault("not_allowed", self.describe())
            elif (low is not None and ratio.value < low) or (high is not None and ratio.value > high):
                yield self.wire, Fault("bad_ratio", self.describe(), (self.min, self.max))

    def pixels(self, flat: Mapping[str, object]) -> Size | None:
        return None

    def describe(self) -> str:
        word = f"{self.auto}, or " if self.auto else ""
        low, high = (bound and bound.replace(":", self.separator) for bound in (self.min, self.max))
        bounds = (
            f" from {low} to {high}" if low and high else f" from {low} up" if low else f" up to {high}" if high else ""
        )
        text = f"{word}an aspect ratio like 16{self.separator}9{bounds}"
        return f"{text}; {self._tiers.describe()}" if self._tiers else text

    def table_faults(self) -> Iterator[str]:
        yield from (
            f"{word} is not an aspect ratio"
            for word in (self.min, self.max)
            if word and not takes("aspect_ratio", word)
        )
        if self._tiers:
            yield from self._tiers.table_faults()


def _least(ratio: Fraction) -> str:
    """Returns a ratio in its smallest whole numbers."""
    return f"{ratio.numerator}:{ratio.denominator}"


def _presets(words: Mapping[str, SizeLike]) -> Mapping[str, Size]:
    return FrozenDict((word, as_size(size)) for word, size in words.items())


@frozen
class Presets(Spelling):
    """Words that each stand for pixels: `landscape_16_9` for 1024x576."""

    wire: str
    words: Mapping[str, Size] = field(converter=_presets)

    @property
    def wires(self) -> tuple[str, ...]:
        return (self.wire,)

    def offers(self, wish: Wish, limits: Limits) -> Iterator[Offer]:
        legal = {size: word for word, size in self.words.items() if limits.allow({self.wire: word})}
        for size in near(Pairs(legal), wish):
            yield Offer({self.wire: legal[size]}, pixels=size, names=False)

    def lists(self, size: Size) -> bool:
        return size in self.words.values()

    def read(self, flat: Mapping[str, object]) -> Iterator[Reading]:
        size = self.pixels(flat)
        if size:
            yield "size", size, self.wires

    def faults(self, flat: Mapping[str, object]) -> Iterator[tuple[str, Fault]]:
        fault = OneOf(*self.words).fault(flat[self.wire])
        if fault:
            yield self.wire, fault

    def pixels(self, flat: Mapping[str, object]) -> Size | None:
        value = flat.get(self.wire)
        return self.words.get(value) if isinstance(value, str) else None

    def describe(self) -> str:
        return f"{self.wire}: {OneOf(*self.words).describe()}"
