"""Ways to write pixels on the wires: as two numbers, or as one text. Words are in `spellings`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import evolve, field, frozen

from imgparams.contract import Limits, Reading
from imgparams.errors import bad_table
from imgparams.geometry import Size
from imgparams.intent import takes
from imgparams.tables.conditions import Area, Not
from imgparams.tables.domains import Fault, Int, OneOf
from imgparams.tables.offers import AUTO, Offer, Spelling, Wish, near
from imgparams.tables.size_sets import Grid, Pairs, SizeSet
from imgparams.texts import choice
from imgparams.values import FrozenDict, freeze, is_whole, same


def _whole_sides(wire: str, limits: Limits) -> Int | None:
    domain = limits.domain(wire, Int(1))
    if domain is not None and not isinstance(domain, Int):
        raise bad_table(f"a rule can limit a side only with an Int, not with {domain.describe()}")
    return domain


def _pixels(width: object, height: object) -> Size | None:
    if is_whole(width) and is_whole(height) and takes("size", (width, height)):
        return Size(int(width), int(height))
    return None


@frozen
class Sides(Spelling):
    """Pixels on two wires; they count only if the wires of `sets` hold these words (`aspect_ratio` is `custom`).

    `missing` is what the vendor takes for one side if only the other is there.
    """

    width: str
    height: str
    sizes: SizeSet
    sets: Mapping[str, object] = field(default=FrozenDict(), converter=freeze, kw_only=True)
    missing: int | None = field(default=None, kw_only=True)

    @property
    def sides(self) -> tuple[str, str]:
        return (self.width, self.height)

    @property
    def wires(self) -> tuple[str, ...]:
        return (*self.sides, *self.sets)

    def on(self, flat: Mapping[str, object]) -> bool:
        """Whether the sides count."""
        return all(wire in flat and same(flat[wire], word) for wire, word in self.sets.items())

    def completed(self, flat: Mapping[str, object]) -> Mapping[str, object]:
        """Returns a request with what the vendor takes for a missing side."""
        lone = [wire for wire in self.sides if wire not in flat]
        return {**flat, lone[0]: self.missing} if len(lone) == 1 and self.missing is not None else flat

    def inside(self, limits: Limits) -> SizeSet | None:
        """Returns the sizes within what the rules leave, None if the sides must be left out."""
        width, height = (_whole_sides(wire, limits) for wire in self.sides)
        return self.sizes.only(width, height) if width and height and limits.allow(self.sets) else None

    def offers(self, wish: Wish, limits: Limits) -> Iterator[Offer]:
        sizes = self.inside(limits)
        if sizes is not None:
            for size in near(sizes, wish):
                wires = {**self.sets, self.width: size.width, self.height: size.height}
                yield Offer(wires, pixels=size, names=False)

    def read(self, flat: Mapping[str, object]) -> Iterator[Reading]:
        size = self.pixels(flat)
        if size:
            yield "size", size, self.wires

    def faults(self, flat: Mapping[str, object]) -> Iterator[tuple[str, Fault]]:
        flat = self.completed(flat)
        off = [wire for wire, word in self.sets.items() if wire in flat and not same(flat[wire], word)]
        yield from ((wire, Fault("not_allowed", f"only {self.sets[wire]}", (self.sets[wire],))) for wire in off)
        bad = [wire for wire in self.sides if wire in flat and not is_whole(flat[wire])]
        yield from ((wire, Fault("wrong_type", self.describe())) for wire in bad)
        lone = [wire for wire in self.sides if wire not in flat]
        if len(lone) == 2 and self.sets and not off:
            yield from (
                (wire, Fault("incomplete", f"{self.width} and {self.height} are missing")) for wire in self.sets
            )
        elif len(lone) == 1 and not bad:
            yield self.sides[self.sides[0] in lone], Fault("incomplete", f"{lone[0]} is missing")
        yield from self._judge({wire: int(side) for wire in self.sides if is_whole(side := flat.get(wire))})

    def _judge(self, pixels: Mapping[str, int]) -> Iterator[tuple[str, Fault]]:
        """Yields the faults of each side that is a number, then those of both together."""
        domains = (self.sizes.width, self.sizes.height) if isinstance(self.sizes, Grid) else (Int(), Int())
        for wire, domain in zip(self.sides, domains, strict=True):
            if wire in pixels:
                why = domain.describe() if domain == Int(1) else self.describe()
                fault = Fault("out_of_range", why) if pixels[wire] < 1 else domain.fault(pixels[wire])
                if fault:
                    yield wire, fault
        if len(pixels) < 2 or min(pixels.values()) < 1:
            return
        for side, fault in self.sizes.faults(Size(pixels[self.width], pixels[self.height])):
            if not side or isinstance(self.sizes, Pairs):
                yield (self.height if side == "height" else self.width), fault

    def pixels(self, flat: Mapping[str, object]) -> Size | None:
        flat = self.completed(flat)
        return _pixels(flat.get(self.width), flat.get(self.height)) if self.on(flat) else None

    def inherit(self, maker: SizeSet) -> Sides:
        return evolve(self, sizes=self.sizes.inherit(maker))

    def describe(self) -> str:
        return self.sizes.describe()


@frozen
class PixelText(Spelling):
    """Pixels as one text, `1024x1024`; `auto` is the vendor's word for its own choice, if it has one.

    `normalised` if the vendor converts pixels to a size that the model has. Then the resulting size is not known, so
    pixels are written only for an exact size that is legal, never for a ratio or a tier.
    """

    wire: str
    sizes: SizeSet
    auto: str = ""
    separator: str = "x"
    normalised: bool = field(default=False, kw_only=True)

    @property
    def wires(self) -> tuple[str, ...]:
        return (self.wire,)

    def _text(self, size: Size) -> str:
        return f"{size.width}{self.separator}{size.height}"

    @property
    def _listed(self) -> tuple[str, ...] | None:
        """The legal texts, None if that is no list."""
        texts = tuple(map(self._text, self.sizes.sizes)) if isinstance(self.sizes, Pairs) else None
        return (self.auto, *texts) if self.auto and texts is not None else texts

    def offers(self, wish: Wish, limits: Limits) -> Iterator[Offer]:
        if self.normalised and (wish.size is None or not self.sizes.has(wish.size)):
            return
        if self.auto and wish.size is None and limits.allows(self.wire, self.auto):
            yield Offer({self.wire: self.auto}, ratio=AUTO)
        if limits.forbids(self.wire):
            return
        for size in near(self._inside(limits), wish):
            if limits.allows(self.wire, self._text(size)):  # a grid can't leave out single sizes
                yield Offer({self.wire: self._text(size)}, pixels=size, names=False)

    def _inside(self, limits: Limits) -> SizeSet:
        """Returns the sizes within what the rules leave.

        Rules see one text, the search sees a set of sizes. Of a list those whose texts pass are kept. A grid is cut to
        an `Area`, or becomes a list where a rule lists its texts; a `Not` is left to the caller, who tests the answer.
        """
        conditions = limits.of(self.wire)
        if not conditions:
            return self.sizes
        sizes = self.sizes
        listed = next((condition.words for condition in conditions if isinstance(condition, OneOf)), None)
        if listed is not None and isinstance(sizes, Grid):
            sizes = Pairs(size for size in map(self._size, listed) if size and sizes.has(size))
        if isinstance(sizes, Pairs):
            return sizes.keep(lambda size: limits.allows(self.wire, self._text(size)))
        for condition in conditions:
            if isinstance(condition, Area):
                sizes = sizes.within(condition.min, condition.max)
            elif condition.about_value and not isinstance(condition, Not):
                raise bad_table(f"a rule can limit {self.wire} only to a list, an area or absence")
        return sizes

    def _size(self, value: object) -> Size | None:
        if not isinstance(value, str):
            return None
        match = re.fullmatch(rf"([1-9]\d{{0,9}}){re.escape(self.separator)}([1-9]\d{{0,9}})", value, re.ASCII)
        return _pixels(*map(int, match.groups())) if match else None

    def read(self, flat: Mapping[str, object]) -> Iterator[Reading]:
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
            if size is None or (isinstance(self.sizes, Pairs) and not self.sizes.has(size)):
                yield self.wire, Fault("not_allowed", self.describe(), self._listed)
            else:
                yield from ((self.wire, fault) for _, fault in self.sizes.faults(size))

    def pixels(self, flat: Mapping[str, object]) -> Size | None:
        return None if self.normalised else self._size(flat.get(self.wire))

    def inherit(self, maker: SizeSet) -> PixelText:
        return self if self.normalised else evolve(self, sizes=self.sizes.inherit(maker))

    def describe(self) -> str:
        if self._listed is not None:
            return choice(self._listed, "no size")
        word = f"{self.auto}, or " if self.auto else ""
        return f"{word}text like {self._text(Size(1024, 1024))}: {self.sizes.describe()}"
