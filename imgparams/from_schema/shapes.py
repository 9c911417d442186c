"""The row of the shape, which several properties say: size, ratio and resolution in words, as text, or as two sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from imgparams.contract import Row
from imgparams.from_schema.properties import INFERRED, Property, domain_of
from imgparams.geometry import Size, tier_name
from imgparams.tables import (
    Domain,
    Grid,
    Int,
    Pairs,
    PixelText,
    Presets,
    RatioRange,
    ShapeWords,
    Sides,
    Sizes,
    SizeSet,
    Spelling,
)
from imgparams.values import JsonMapping

WIDTH_HEIGHT = (
    *(("width", "height"), ("image_width", "image_height"), ("output_width", "output_height")),
    ("size_width", "size_height"),
)
SIZE = ("size", "image_size", "output_size", "dimensions")
RATIO = ("aspect_ratio", "ratio", "image_aspect_ratio")
TIER = ("resolution", "image_size", "size", "output_resolution", "image_resolution", "megapixels")

_SIDE = r"([1-9]\d{1,4})"
_PIXELS = re.compile(rf"{_SIDE}([x*X]){_SIDE}")
_PIXELS_INSIDE = re.compile(rf"(?<![\d.]){_SIDE} ?[x*X\u00d7] ?{_SIDE}(?!\.?\d)")
_PART = r"([1-9]\d?(?:\.\d{1,2})?)"
_RATIO = re.compile(rf"{_PART}[:/]{_PART}")
_RATIO_INSIDE = re.compile(rf"(?<![\d.]){_PART}:{_PART}(?!\.?\d)")
_RATIO_ALONE = re.compile(rf"(?:aspect_)?{_PART}[x_]{_PART}", re.I)  # 16x9, only of a property that is called a ratio
_BETWEEN = re.compile(rf"\b(?:between|from) {_PART}:{_PART} (?:and|to) {_PART}:{_PART}(?!\.?\d)", re.I)
_NAMED_RATIO = re.compile(r"(landscape|portrait)_([1-9]\d?)_([1-9]\d?)")
_MEGAPIXELS = re.compile(r"(\d{1,2}(?:\.\d{1,2})?) ?(?:MP|megapixels?)", re.I)
_TIER_OF_MEGAPIXELS = {0.25: "512", 1: "1K", 4: "2K", 16: "4K"}
_MOST_SIDES = 32  # sides listed one by one


def shape_of(found: list[Property]) -> tuple[list[Property], Row | None]:
    """Returns the properties that say size, ratio and resolution, and their row; native all, if it can't be one."""
    ratio, tier = _ratio_and_tier(found)
    texts = next((one for one in found if one.name in (*SIZE, *TIER) and _pixels(one)), None)
    sides = _sides(found)
    spellings: list[Spelling] = []
    said: list[Property] = []
    if ratio or tier:
        spellings.append(_shape_words(ratio, tier))
        said += [one for one in (ratio, tier) if one is not None]
    any_ratio = None if ratio else next((one for one in found if one.name in RATIO and _is_any_ratio(one)), None)
    if any_ratio:
        spellings.append(RatioRange(any_ratio.wire, *_ratio_range(any_ratio)))
        said.append(any_ratio)
    if texts:
        alone = texts not in said
        spellings[:0] = _pixel_words(texts, alone)
        said += [texts] if alone else []
    if sides:
        custom = next((one for one in (ratio, tier) if one is not None and "custom" in one.texts), None)
        wires, sizes, props, missing = sides
        sets = {custom.wire: "custom"} if custom else {}
        spellings.append(Sides(*wires, sizes, sets=sets, missing=missing))
        said += [one for one in props if one not in said]
    if not spellings:
        return [], None
    said.sort(key=found.index)
    words = {one.wire: one.default for one in said if one.default in one.texts or one is any_ratio}
    default: dict[str, object] = {wire: word for wire, word in words.items() if word is not None}
    if sides and not default:
        default = _sides_by_default(sides)
    row = Sizes(
        tuple(spellings),
        default=default,
        required=any(one.required for one in said),
        nullable=any(one.nullable for one in said),
        open=any(one.is_open for one in said),
        note=INFERRED,
    )
    return said, row


# ---- words


def _ratio_and_tier(found: list[Property]) -> tuple[Property | None, Property | None]:
    ratio = next((one for one in found if one.name in (*RATIO, *SIZE) and _ratios(one)), None)
    tier = next((one for one in found if one.name in TIER and one is not ratio and _tiers(one)), None)
    return ratio, tier


def _shape_words(ratio: Property | None, tier: Property | None) -> Spelling:
    ratios, tiers = _ratios(ratio) if ratio else {}, _tiers(tier) if tier else {}
    more = tuple(word for word in (ratio.texts if ratio else ()) if word not in ratios.values())
    more_tiers = tuple(word for word in (tier.texts if tier else ()) if word not in tiers.values())
    wires = (ratio.wire if ratio else "", ratios, tier.wire if tier else "", tiers)
    return ShapeWords(*wires, more=more, more_tiers=more_tiers)


def _ratios(one: Property) -> dict[str, str]:
    """Returns ratio -> word of those words that are a ratio; of two for one ratio the first."""
    ratios: dict[str, str] = {}
    for word in one.texts:
        ratio = _ratio(word, alone=one.name in RATIO)
        if ratio:
            ratios.setdefault(ratio, word)
    return ratios if set(ratios) - {"auto"} else {}


def _ratio(word: str, *, alone: bool) -> str | None:
    """Returns the ratio that a word means, None if it means none or is not plain."""
    plain = _RATIO.fullmatch(word) or (_RATIO_ALONE.fullmatch(word) if alone else None)
    if plain is None and len(re.findall(r"\d+(?:\.\d+)?", word)) == 2:  # `16:9 (landscape)`, but not `16:9, 4K`
        plain = _RATIO_INSIDE.search(word)
    if plain:
        return f"{plain[1]}:{plain[2]}"
    named = _NAMED_RATIO.fullmatch(word)
    if named:
        sides = sorted((int(named[2]), int(named[3])), reverse=named[1] == "landscape")
        return f"{sides[0]}:{sides[1]}"
    return {"square_hd": "1:1", "square": "1:1", "auto": "auto"}.get(word)


def _is_any_ratio(one: Property) -> bool:
    """Whether it is text of which a ratio is the default or an example, or that is between two of them."""
    shown = [one.default, *(value for view in (one.schema, *one.views) for value in _examples(view))]
    ratios = [isinstance(value, str) and _RATIO.fullmatch(value) for value in shown if value is not None]
    return one.types == {"string"} and not one.texts and (all(ratios) if ratios else any(_ratio_range(one)))


def _examples(view: JsonMapping) -> list[object]:
    listed = view.get("examples")
    return [view["example"]] if "example" in view else listed if isinstance(listed, list) else []


def _ratio_range(one: Property) -> tuple[str | None, str | None]:
    """Returns the least and the greatest ratio of which a description says that all is legal between them."""
    match = _BETWEEN.search(one.description[:2000])
    if match is None:
        return None, None
    ends = sorted((match.group(1, 2), match.group(3, 4)), key=lambda end: float(end[0]) / float(end[1]))
    return ":".join(ends[0]), ":".join(ends[1])


def _tiers(one: Property) -> dict[str, str]:
    """Returns tier -> word of those words that are a tier; `1 MP` is 1K, `4 MP` is 2K."""
    tiers: dict[str, str] = {}
    for word in one.texts:
        area = _MEGAPIXELS.fullmatch(f"{word} MP" if one.name == "megapixels" else word)
        name = _TIER_OF_MEGAPIXELS.get(float(area[1])) if area else tier_name(word)
        if name is not None and not (word.isdecimal() and one.name in SIZE):  # `640` of a size is a side of something
            tiers.setdefault(name, word)
    return tiers


# ---- pixels as text


def _pixels(one: Property) -> dict[str, Size]:
    """Returns word -> size of those words that are pixels, also among other text: `1024 x 1024 (square)`."""
    matches = {word: _PIXELS_INSIDE.search(word) for word in one.texts}
    return {
        word: Size(int(match[1]), int(match[2]))
        for word, match in matches.items()
        if match and len(re.findall(r"\d+", word)) == 2
    }


def _pixel_words(one: Property, alone: bool) -> Iterator[Spelling]:
    """Yields the spelling of the words that are pixels, and if no other spelling has the rest, one of the rest."""
    sizes = _pixels(one)
    plain = [match for match in map(_PIXELS.fullmatch, sizes) if match]
    separators = {match[2] for match in plain}
    as_text = len(plain) == len(sizes) and len(separators) == 1
    auto = "auto" if alone and as_text and "auto" in one.texts else ""
    if as_text:
        yield PixelText(one.wire, Pairs(sizes.values()), auto, separators.pop())
    else:
        yield Presets(one.wire, sizes)
    rest = [word for word in one.texts if word not in sizes and word != auto]
    if alone and "auto" in rest:
        yield ShapeWords(one.wire, ("auto",), more=[word for word in rest if word != "auto"])
    elif alone and rest:
        yield ShapeWords(tier=one.wire, more_tiers=rest)


# ---- pixels as two numbers

_Pair = tuple[tuple[str, str], SizeSet, list[Property], int | None]  # with what one side is if only the other is there


def _sides(found: list[Property]) -> _Pair | None:
    """Returns two wires of pixels: two properties beside each other, or two keys of an object."""
    by_wire = {one.wire: one for one in found}
    for (width, height), parent in product(WIDTH_HEIGHT, dict.fromkeys(one.parent for one in found)):
        pair = [by_wire.get(f"{parent}.{name}" if parent else name) for name in (width, height)]
        first, second = pair
        sizes = _sizes(first.domain, second.domain) if first and second else None
        if first and second and sizes:
            return (first.wire, second.wire), sizes, [first, second], None
    for one in found:
        for view in one.views if one.name in SIZE else ():
            keys = view.get("properties", {})
            if {"width", "height"} <= set(keys):
                sizes = _sizes(*(domain_of(one.schemas.views(keys[name]), one.schemas) for name in ("width", "height")))
                if sizes:
                    wires = (f"{one.wire}.width", f"{one.wire}.height")
                    lone = {_default(keys[name]) for name in ("width", "height")}
                    missing = lone.pop() if len(lone) == 1 else None
                    return wires, sizes, [one], missing
    return None


def _sizes(width: Domain, height: Domain) -> SizeSet | None:
    """Returns the sizes of two domains of sides: a grid, or where sides are listed without an even step, each pair."""
    first, second = _side(width), _side(height)
    if first and second:
        return Grid(first, second)
    pairs = tuple(product(_listed(width), _listed(height)))
    return Pairs(pairs) if pairs else None


def _side(domain: Domain) -> Int | None:
    if isinstance(domain, Int):
        return Int(max(domain.min or 1, 1), domain.max, multiple_of=domain.multiple_of)
    sides = _listed(domain)
    step = sides[1] - sides[0] if len(sides) > 1 else 0
    even = step > 0 and sides[0] % step == 0 and sides == list(range(sides[0], sides[-1] + 1, step))
    return Int(sides[0], sides[-1], multiple_of=step) if even else None


def _listed(domain: Domain) -> list[int]:
    """Returns the sides that a domain lists in order, none if it lists anything else."""
    words = domain.listed()
    sides = sorted(word for word in words if isinstance(word, int) and not isinstance(word, bool) and word > 0)
    return sides if len(sides) == len(words) <= _MOST_SIDES else []


def _default(schema: object) -> int | None:
    value = schema.get("default") if isinstance(schema, Mapping) else None
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _sides_by_default(sides: _Pair) -> dict[str, object]:
    """Returns the sides that are made by default, if both are stated and legal."""
    wires, sizes, props, _ = sides
    stated: list[Any] = [one.default for one in props]
    if len(props) == 1:
        stated = [stated[0].get(name) for name in ("width", "height")] if isinstance(stated[0], Mapping) else [None] * 2
    legal = all(type(side) is int and side > 0 for side in stated) and sizes.has(Size(*stated))
    return dict(zip(wires, stated, strict=True)) if legal else {}
