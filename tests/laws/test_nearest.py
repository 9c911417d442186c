"""The answer for a size, a ratio or a tier is the nearest legal one, by a search without any cleverness.

Over all sizes 256..2048 in steps of 64, and all ratios of OpenRouter's page by all its tiers, for every way of saying a
size that a target of the catalog has. By default each set is asked some of them, another set others; all are asked with
`IMGPARAMS_EXAMPLES=64`.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar
from zlib import crc32

import pytest

from imgparams import ALL, CATALOG, AspectRatio, Intent, Size, Target, check, to_request
from imgparams.geometry import ratio_met, tier_area
from imgparams.paths import rebuild
from imgparams.tables import Grid, Pairs, ShapeWords, Sizes, SizeSet
from imgparams.tables.offers import best_near
from imgparams.tables.size_sets import fits, size_cost

RATIOS = (
    *("1:1", "1:2", "1:4", "1:8", "2:1", "2:3", "2.35:1", "3:2", "3:4", "4:1", "4:3", "4:5", "5:2", "5:4", "5:7"),
    *("7:5", "8:1", "9:16", "16:9", "9:19.5", "19.5:9", "9:20", "20:9", "9:21", "21:9"),
)
TIERS = ("512", "768", "1K", "1.5K", "2K", "4K")
SIDES = range(256, 2049, 64)
T = TypeVar("T")
EXAMPLES = int(os.environ.get("IMGPARAMS_EXAMPLES", "4"))
WISHES = [(Fraction(w, h), Fraction(w * h)) for w in SIDES for h in SIDES]
WISHES += [(AspectRatio(r).value or Fraction(1), tier_area(t)) for r in RATIOS for t in TIERS]


def _sets() -> dict[SizeSet, str]:
    found: dict[SizeSet, str] = {}
    for target in CATALOG.values():
        for row in target.model_rows:
            for spelling in row.spellings if isinstance(row, Sizes) else ():
                sizes = getattr(spelling, "sizes", None)
                if isinstance(sizes, SizeSet):
                    found.setdefault(sizes, target.name)
    return found


def some(wishes: Sequence[T], name: str, most: int) -> Sequence[T]:
    """Returns one in so many as 64 is of the examples, but no fewer than one in `most`; others for another name."""
    every = max(1, min(64 // EXAMPLES, most))
    return wishes[crc32(name.encode()) % every :: every]


def _log_cost(width: int, height: int, ratio: Fraction, area: Fraction) -> float:
    return 10 * abs(math.log(width / height / ratio)) + abs(math.log(width * height / area))


def _rivals(sizes: SizeSet, ratio: Fraction, area: Fraction, cost: float) -> Iterator[Size]:
    """Every legal size that could cost as little: of a grid all sides in the window that the cost leaves.

    Of a window with more than 3,000 sizes every so many, and its edges.
    """
    if isinstance(sizes, Pairs):
        yield from sizes.sizes
        return
    assert isinstance(sizes, Grid)
    slack = math.exp(cost) * 1.0001
    spread = math.exp(cost / 10) * 1.0001  # the shape can be off by a tenth of the cost
    middle = math.sqrt(ratio * area)
    low, high = middle / math.sqrt(slack) / math.sqrt(spread), middle * math.sqrt(slack) * math.sqrt(spread)
    step, other = sizes.width.multiple_of, sizes.height.multiple_of
    widths = range(int(low // step) * step, int(high) + step + 1, step)
    tall = (high / ratio) * (spread - 1 / spread) / other
    for width in _thin(widths, 3000 / max(tall, 1)):
        ideal = width / ratio
        heights = range(int(ideal / spread // other) * other, int(ideal * spread) + other + 1, other)
        for height in _thin(heights, max(60.0, 3000 / len(widths))):
            if width > 0 and height > 0 and sizes.has(Size(width, height)):
                yield Size(width, height)


def _thin(sides: range, most: float) -> list[int]:
    every = max(1, int(len(sides) / max(most, 8)))
    return [*sides[::every], *sides[-2:]]


def _turned(size: Size, ratio: Fraction) -> bool:
    shape = Fraction(*size)
    return (shape >= 1 or ratio <= 1) and (shape <= 1 or ratio >= 1)


@pytest.mark.parametrize(("sizes", "name"), _sets().items(), ids=lambda value: value if isinstance(value, str) else "")
def test_a_set_answers_with_its_nearest(sizes: SizeSet, name: str) -> None:
    for ratio, area in some(WISHES, name, 16):
        found = sizes.nearest(ratio, area)
        assert found is not None
        assert sizes.has(found)
        cost = _log_cost(*found, ratio, area)
        if cost > 3:  # a wish that the set can't come near; the window would be the whole set
            continue
        rivals = [found, *_rivals(sizes, ratio, area, cost)]
        rivals = [size for size in rivals if _turned(size, ratio) or not _turned(found, ratio)]
        near = [size for size in rivals if _log_cost(*size, ratio, area) <= cost + 1e-6]
        assert found == min(near, key=lambda size: size_cost(size, ratio, area)), (ratio, area)


def _unfit(size: Size, ratio: Fraction, area: Fraction) -> tuple[bool, ...]:
    """What speaks against a size of a ratio, the worst first, said again without the library's own order."""
    sixteen = size.width % 16 == size.height % 16 == 0
    exact = size.width * ratio.denominator == size.height * ratio.numerator
    return not exact, not sixteen, size.width * size.height * 100 > area * 102


@pytest.mark.parametrize(("sizes", "name"), _sets().items(), ids=lambda value: value if isinstance(value, str) else "")
def test_a_ratio_is_answered_by_the_size_to_take(sizes: SizeSet, name: str) -> None:
    """Of all legal sizes within 2 % of a ratio and 0.2 of an area, none is to be taken before the one that is."""
    asked = [(text, tier) for text in ("1:1", "16:9", "9:16", "3:2", "21:9") for tier in ("1K", "2K")]
    for text, tier in some(asked, name, 5):
        ratio, area = AspectRatio(text).value or Fraction(1), tier_area(tier)
        legal = [size for size in _all_near(sizes, float(ratio), float(area)) if sizes.has(size)]
        found = best_near(sizes, ratio, area)
        assert (found is None) == (not legal), (text, tier, found)
        if found is not None:
            least = min(_unfit(size, ratio, area) for size in legal)
            best = [size for size in legal if _unfit(size, ratio, area) == least]
            assert found == min(best, key=lambda size: size_cost(size, ratio, area)), (text, tier, found)


def _all_near(sizes: SizeSet, ratio: float, area: float) -> Iterator[Size]:
    """Every size within 2 % of a ratio and 0.2 of an area, in the steps of a set."""
    if isinstance(sizes, Pairs):
        around: Iterator[Size] = iter(sizes.sizes)
    else:
        assert isinstance(sizes, Grid)
        step, other = sizes.width.multiple_of, sizes.height.multiple_of
        middle, spread = math.sqrt(ratio * area), math.exp(0.02)
        low, high = middle * math.exp(-0.111), middle * math.exp(0.111)
        around = (
            Size(width, height)
            for width in range(max(1, int(low // step)) * step, int(high) + step, step)
            for height in range(
                max(1, int(width / ratio / spread // other)) * other, int(width / ratio * spread) + other, other
            )
        )
    least, most = area / math.exp(0.2), area * math.exp(0.2)
    narrow, wide = ratio / math.exp(0.02), ratio * math.exp(0.02)
    for size in around:
        if least <= size[0] * size[1] <= most and narrow <= size[0] / size[1] <= wide:
            yield size


def _named() -> list[Target]:
    """One target for each list of ratio and tier words, and their pixels."""
    found: dict[object, Target] = {}
    for target in CATALOG.values():
        for row in target.model_rows:
            if (
                isinstance(row, Sizes)
                and isinstance(row.spellings[0], ShapeWords)
                and _alone(row)
                and not target.operation
            ):
                found.setdefault((row.spellings, tuple(row.default.items())), target)
    return list(found.values())


def _alone(row: Sizes) -> bool:
    """Whether its names have no rival that says a ratio or a tier in pixels."""
    return all(other.read_only or getattr(other, "normalised", False) for other in row.spellings[1:])


@pytest.mark.parametrize("target", _named(), ids=lambda target: target.name)
def test_names_lose_as_little_as_can_be(target: Target) -> None:
    """A name is never given up for another ratio or tier where the asked one is there."""
    names = next(row for row in target.model_rows if isinstance(row, Sizes)).spellings[0]
    assert isinstance(names, ShapeWords)
    words = {AspectRatio(word).value for word, _ in names.ratios if word != "auto"}
    tiers = {word for word, _ in names.tiers}
    for ratio, tier in some([(ratio, tier) for ratio in RATIOS for tier in TIERS], target.name, 4):
        done = to_request(Intent("x", aspect_ratio=ratio, resolution=tier), target, allow=ALL)
        changed = {change.field for change in done.changes}
        sent = target.tree.flatten(done.request)
        if AspectRatio(ratio).value in words:
            assert "aspect_ratio" not in changed
            assert sent[names.ratio] in {w for r, w in names.ratios if AspectRatio(r).value == AspectRatio(ratio).value}
        pair = {**sent, names.tier: dict(names.tiers).get(tier)}
        if tier in tiers and (AspectRatio(ratio).value in words or not names.pixels_of) and _go_together(pair, target):
            assert "resolution" not in changed
        if words and AspectRatio(ratio).value not in words and "aspect_ratio" in changed:
            if not names.pixels_of:
                _nearest_word(sent.get(names.ratio), ratio, names)
            elif tier in tiers:
                _nearest_pixels(done.pixels, AspectRatio(ratio).value or Fraction(1), tier, names)


def _go_together(wires: Mapping[str, object], target: Target) -> bool:
    """Whether no rule of the target is against a ratio beside a tier."""
    return not any(problem.code == "conflict" for problem in check(rebuild(wires), target) if problem.level == "error")


def _nearest_word(word: object, ratio: str, names: ShapeWords) -> None:
    wish = AspectRatio(ratio).value or Fraction(1)
    legal = {wire: AspectRatio(canonical).value for canonical, wire in names.ratios if canonical != "auto"}
    turned = {w: v for w, v in legal.items() if v and (v - 1) * (wish - 1) >= 0} or legal
    errors = {wire: abs(math.log((value or 1) / wish)) for wire, value in turned.items()}
    assert errors[str(word)] <= min(errors.values()) + 1e-9, (word, ratio)


def _nearest_pixels(found: Size | None, ratio: Fraction, tier: str, names: ShapeWords) -> None:
    """Of the names of a tier whose pixels are all known, the one whose pixels are nearest."""
    known = [names.pixels_of.get((word, tier)) for word, _ in names.ratios if word != "auto"]
    sizes = [size for size in known if size is not None]
    if len(sizes) == len(known):
        assert found is not None
        near = [size for size in sizes if fits(Fraction(*size), ratio)] or sizes
        costs = [_log_cost(*size, ratio, tier_area(tier)) for size in near]
        assert _log_cost(*found, ratio, tier_area(tier)) <= min(costs) + 1e-9, (found, ratio, tier)


def _listed() -> list[Target]:
    """One target for each list of pixels that is the only way to say a size."""
    found: dict[object, Target] = {}
    for target in CATALOG.values():
        for row in target.model_rows:
            if isinstance(row, Sizes) and len(row.spellings) == 1 and not target.operation:
                sizes = row.spellings[0].sizes
                if isinstance(sizes, Pairs):
                    found.setdefault(sizes, target)
    return list(found.values())


@pytest.mark.parametrize("target", _listed(), ids=lambda target: target.name)
def test_a_ratio_that_a_listed_size_has_is_met(target: Target) -> None:
    sizes = next(row for row in target.model_rows if isinstance(row, Sizes)).spellings[0].sizes
    assert isinstance(sizes, Pairs)
    for ratio in RATIOS:
        shape = AspectRatio(ratio).value or Fraction(1)
        done = to_request(Intent("x", aspect_ratio=ratio), target, allow=ALL)
        legal = any(ratio_met(size, shape) for size in sizes.sizes)
        assert legal != any(change.field == "aspect_ratio" for change in done.changes), ratio
