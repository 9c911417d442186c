"""The words of tables as JSON and back, and the digest of tables. (serial does the same for every public value.)

Tables can be written by hand, in JSON or TOML. A word is an object with a `type`; facts that equal their default are
left out:

    {"name": "acme/muse", "method": "POST", "path": "/v1/draw", "docs": "https://...", "checked": "2026-11-01",
     "rows": [
       {"type": "Param", "wire": "text", "field": "prompt", "domain": {"type": "Text", "max_length": 2000}},
       {"type": "Native", "wire": "tiled", "domain": {"type": "Flag"}, "default": false},
       {"type": "WidthHeight", "width": "w", "height": "h", "each": {"type": "Int", "max": 2048, "multiple_of": 64}},
       {"type": "Pictures", "wire": "images", "ways": {"type": "Image", "kinds": ["url"]}}],
     "rules": [
       {"type": "Rule", "when": {"images": {"type": "PRESENT"}}, "then": {"tiled": {"type": "ABSENT"}}, "why": "..."}]}

The short forms Flag, Native, WidthHeight, SizeText, RatioTier and Quality (its pairs beside its `words`) are read;
`dump` writes what they stand for. A `type` may be left out where only one is possible, and the list around `ways` that
are one. A ratio is "1:3" or "1/3"; a size [1024, 768] or "1024x768"; a list of pairs [["jpeg", "jpg"], "png"], or an
object; a set of sizes may be a list of them; the pixels of ratio and tier {"16:9": {"1K": [1376, 768]}}, or {"16:9":
[1376, 768]} where there is no tier.

Most of it follows from the annotations of the words (`imgparams.codec` has how). This file has the words, and what
their annotations do not say.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, TypeVar

from imgparams.codec.calls import Make
from imgparams.codec.reading import Reader, object_of
from imgparams.codec.vocabulary import OR_ONE, Form, Vocabulary
from imgparams.codec.writing import Writer
from imgparams.contract import AnyRule, Row
from imgparams.geometry import Size
from imgparams.tables.alternatives import Alternative, Alternatives, Product
from imgparams.tables.conditions import ABSENT, OFF, PRESENT, Area, Count, Not
from imgparams.tables.containers import AnyOf, Json, ListOf, Record
from imgparams.tables.domains import Both, Domain, Flag, Int, Num, OneOf
from imgparams.tables.enlarged import Enlarged
from imgparams.tables.images import Image
from imgparams.tables.offers import Spelling
from imgparams.tables.pictures import Content, Mask, Pictures, Slots
from imgparams.tables.pixels import PixelText, Sides
from imgparams.tables.rows import Const, Fixed, Model, Native, Param
from imgparams.tables.rules import AtMost, Between, Needs, Rule, SameLength, Total
from imgparams.tables.size_sets import Grid, Pairs, SizeSet
from imgparams.tables.sizes import RatioTier, Sizes, SizeText, WidthHeight
from imgparams.tables.spellings import Presets, RatioRange, ShapeWords
from imgparams.tables.templates import Part, TextPart
from imgparams.tables.twins import Twin
from imgparams.tables.words import Quality, Text, Words
from imgparams.target import Target

T = TypeVar("T")

#: in the order in which messages list them
_NAMED: tuple[Make, ...] = (
    *(Int, Num, Text, Words, OneOf, ListOf, Record, AnyOf, Json, Both, Not, Count, Area, Flag, Quality, Image),
    *(Pairs, Grid),
    *(Param, Const, Model, Fixed, Alternatives, Alternative, Product, Native, Twin),
    *(Pictures, Slots, Content, Mask, Part, TextPart),
    *(Sides, PixelText, ShapeWords, RatioRange, Presets),
    *(Sizes, WidthHeight, SizeText, RatioTier, Enlarged),
    *(Rule, Between, Total, SameLength, AtMost, Needs),
)
#: the classes and short forms that tables are written in, by what `type` says
WORDS: Mapping[str, Make] = {
    **{word.__name__: word for word in _NAMED},
    "PRESENT": type(PRESENT),
    "ABSENT": type(ABSENT),
    "OFF": type(OFF),
}

_Pairs = tuple[tuple[str, str], ...]
_Pixels = Mapping[tuple[str, str], Size]
_Ways = Annotated[tuple[Part | Image, ...], OR_ONE]
_Whens = Annotated[tuple[Mapping[str, Domain], ...], OR_ONE]


def _read_sizes(reader: Reader, data: object) -> object:
    """Reads a set of sizes; a bare list is Pairs."""
    return reader.make(Pairs, {"sizes": data}) if isinstance(data, (list, tuple)) else reader.read_object(data, SizeSet)


def _write_pixels(writer: Writer, pixels: Mapping[tuple[str, str], Size]) -> object:
    """Writes pixels by ratio and tier, or by ratio alone if there is no tier."""
    by_ratio: dict[str, dict[str, list[int]]] = {}
    for (ratio, tier), size in pixels.items():
        by_ratio.setdefault(ratio, {})[tier] = list(size)
    return {ratio: tiers[""] if list(tiers) == [""] else tiers for ratio, tiers in by_ratio.items()}


def _read_pixels(reader: Reader, data: object) -> object:
    nested = {key: item if isinstance(item, Mapping) else {"": item} for key, item in object_of(data).items()}
    by_ratio = reader.read_all((key, item, Mapping[str, Size]) for key, item in nested.items())
    return {(ratio, tier): size for ratio, tiers in by_ratio.items() for tier, size in tiers.items()}


VOCABULARY = Vocabulary(
    words=WORDS,
    roots=(Domain, Row, Spelling, SizeSet, AnyRule),
    brief=frozenset([Target]),
    tables=(Target,),
    own={SizeSet: Form(Writer.write_object, _read_sizes), _Pixels: Form(_write_pixels, _read_pixels)},
    takes={  # where the annotation is for Python's own call
        (Slots, "part"): _Ways,
        (Rule, "when"): _Whens,
        (Pictures, "ways"): _Ways,
        (WidthHeight, "sizes"): SizeSet | None,
        (WidthHeight, "default"): Any,
        (SizeText, "sizes"): SizeSet,
        (RatioTier, "ratios"): _Pairs,
        (RatioTier, "tiers"): _Pairs,
        (RatioTier, "pixels"): _Pixels,
        (RatioTier, "more"): tuple[str, ...],
    },
    kept_as={(Slots, "part"): "ways"},
)


def dump(value: object) -> Any:
    """Returns a Target or a word of tables as plain data for `json.dumps`; raises Invalid for a word not ours."""
    return _writer().dump(value)


def load(cls: type[T], data: object) -> T:
    """Returns the value of a class in plain data; raises Invalid with all faults."""
    return _reader().load(cls, data)


@cache
def _reader() -> Reader:
    return Reader(VOCABULARY)


@cache
def _writer() -> Writer:
    return Writer(VOCABULARY)


def digest(targets: Mapping[str, Target]) -> str:
    """Returns 12 hex digits of a SHA-256 over the tables: the same for equal tables, on every Python."""
    facts = _canonical({name: dump(target) for name, target in targets.items()})
    return hashlib.sha256(json.dumps(facts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()[:12]


def _canonical(value: object) -> object:
    """Returns data in which equal numbers are written alike: 1.0 as 1."""
    if isinstance(value, dict):
        return {key: _canonical(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_canonical(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
