"""What every word of the tables is called, and the messages that are made from that, as a native reader would write it.

The words of a domain stand in messages, in `imgparams show`, in matrices and schemas: so they must compose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import pytest

import imgparams.tables
from imgparams import CATALOG, Target
from imgparams.export import describe
from imgparams.tables import (
    ABSENT,
    OFF,
    PRESENT,
    Alternative,
    Alternatives,
    AnyOf,
    Area,
    Both,
    Const,
    Content,
    Count,
    Domain,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Json,
    ListOf,
    Mask,
    Model,
    Native,
    Not,
    Num,
    OneOf,
    Pairs,
    Param,
    Part,
    Pictures,
    PixelText,
    Presets,
    Product,
    Quality,
    RatioRange,
    RatioTier,
    Record,
    Row,
    ShapeWords,
    Sides,
    Sizes,
    SizeSet,
    SizeText,
    Slots,
    Spelling,
    Text,
    TextPart,
    WidthHeight,
    Words,
)

NUMBERS: list[tuple[Domain, str]] = [
    (Int(), "any whole number"),
    (Int(1, 8), "a whole number from 1 to 8"),
    (Int(-1, 8), "a whole number from -1 to 8"),
    (Int(0), "a whole number from 0 up"),
    (Int(max=8), "a whole number up to 8"),
    (Int(0, 4294967295), "a whole number from 0 to 4294967295"),
    (Int(32, 1536, multiple_of=8), "a multiple of 8 from 32 to 1536"),
    (Int(64, multiple_of=64), "a multiple of 64 from 64 up"),
    (Int(max=3840, multiple_of=16), "a multiple of 16 up to 3840"),
    (Int(multiple_of=16), "any multiple of 16"),
    (Int(1, 1), "only 1"),
    (Int(60, 70, multiple_of=64), "only 64"),
    (Int(2, 1), "no whole number"),
    (Int(32, 1536, multiple_of=8).meet(Int(max=1024)), "a multiple of 8 from 32 to 1024"),
    (Num(), "any number"),
    (Num(0, 1), "a number from 0 to 1"),
    (Num(0.1, 1.0), "a number from 0.1 to 1"),
    (Num(0.5), "a number from 0.5 up"),
    (Num(max=7), "a number up to 7"),
    (Num(1, 1), "only 1"),
    (Num(2, 1), "no number"),
]

WORDS: list[tuple[Domain, str]] = [
    (Text(), "text"),
    (Text(min_length=1), "non-empty text"),
    (Text(min_length=1, max_length=2000), "text of 1 to 2000 characters"),
    (Text(max_length=2000), "text of at most 2000 characters"),
    (Text(max_length=1), "text of at most 1 character"),
    (Text(min_length=3), "text of at least 3 characters"),
    (Text(min_length=36, max_length=36), "text of 36 characters"),
    (Text(min_length=1, max_length=1), "text of 1 character"),
    (Text(pattern="#[0-9A-F]{6}"), "text matching #[0-9A-F]{6}"),
    (Text(pattern="#[0-9A-F]{6}", means="like #00ff99"), "text like #00ff99"),
    (OneOf("low", "medium", "high"), "one of low, medium, high"),
    (OneOf("png", "jpeg"), "png or jpeg"),
    (OneOf("png"), "only png"),
    (OneOf(), "no value"),
    (OneOf(1, 2.5, 4), "one of 1, 2.5, 4"),
    (OneOf("", "auto"), '"" or auto'),
    (OneOf("auto", None), "auto or null"),
    (OneOf(None), "only null"),
    (OneOf(True), "only true"),
    (Flag(), "true or false"),
    (OneOf("a", "b", "c", open=True), "one of a, b, c (the vendor may accept others)"),
    (OneOf("a", "b", open=True), "a or b (the vendor may accept others)"),
    (OneOf("a", open=True), "a (the vendor may accept others)"),
    (OneOf(open=True), "any value"),
    (Words({"low": "draft", "high": "hd"}), "draft or hd"),
    (
        Words({"low": "draft"}, more=("raw", "auto"), open=True),
        "one of draft, raw, auto (the vendor may accept others)",
    ),
    (Quality("auto", low="standard"), "auto or standard"),
]

HOLDERS: list[tuple[Domain, str]] = [
    (ListOf(Text()), "a list of texts"),
    (ListOf(Text(min_length=1)), "a list of non-empty texts"),
    (ListOf(Text(max_length=9), max=3), "a list of up to 3 texts of at most 9 characters"),
    (ListOf(Text(pattern="#.*"), min=1, max=10), "a list of 1 to 10 texts matching #.*"),
    (ListOf(Num(0, 1), max=4), "a list of up to 4 numbers from 0 to 1"),
    (ListOf(Int(0, 255), min=3, max=3), "a list of 3 whole numbers from 0 to 255"),
    (ListOf(Int(multiple_of=8), min=2), "a list of at least 2 multiples of 8"),
    (ListOf(ListOf(Num(), min=2, max=2), min=4, max=4), "a list of 4 lists of 2 numbers"),
    (ListOf(OneOf("a", "b")), "a list, each item a or b"),
    (ListOf(OneOf("a", "b", "c"), min=1), "a list of at least 1 item, each one of a, b, c"),
    (ListOf(OneOf("a", "b", "c"), max=2), "a list of up to 2 items, each one of a, b, c"),
    (ListOf(Text(), min=1), "a list of at least 1 item, each text"),
    (ListOf(Text(), max=1), "a list of at most 1 item: text"),
    (ListOf(Text(), min=1, max=1), "a list of 1 item: text"),
    (ListOf(Text(), max=0), "a list of no texts"),
    (ListOf(Image("file"), max=16), "a list of up to 16 files"),
    (ListOf(Json()), "a list of JSON values"),
    (ListOf(Record({"text": Text()})), "a list of objects with the key text"),
    (ListOf(Record({})), "a list of objects"),
    (Record({}), "an object"),
    (Record({"id": Text()}), "an object with the key id"),
    (Record({"id": Text(), "type": Text(), "weight": Num()}), "an object with the keys id, type and weight"),
    (AnyOf(Text(), Record({})), "text or an object"),
    (AnyOf(Text(min_length=1), OneOf(None)), "non-empty text or null"),
    (AnyOf(OneOf("a", "b", "c"), Record({"by": Text()})), "one of a, b, c, or an object with the key by"),
    (AnyOf(Record({"a": Text()}), Record({"a": Int()})), "an object with the key a"),
    (AnyOf(OneOf("a"), OneOf("a")), "only a"),
    (AnyOf(Text()), "text"),
    (Json(), "any JSON value"),
    (Image("url"), "a URL"),
    (Image("url", "data", "base64", "file", "id"), "a URL, a data URL, base64 text, a file or an id from this vendor"),
]

CONDITIONS: list[tuple[Domain, str]] = [
    (Not(OneOf("gif")), "anything but gif"),
    (Not(OneOf("jpeg", "webp")), "anything but jpeg or webp"),
    (Not(OneOf("a", "b", "c")), "anything but a, b or c"),
    (Not(Words({"low": "draft"})), "anything but draft"),
    (Not(Int(1537, 1920)), "anything but a whole number from 1537 to 1920"),
    (Not(Text(pattern="openai/.*")), "anything but text matching openai/.*"),
    (Count(1, 2), "1 to 2 items"),
    (Count(max=3), "up to 3 items"),
    (Count(max=1), "at most 1 item"),
    (Count(1, 1), "1 item"),
    (Count(4), "at least 4 items"),
    (Count(1), "at least 1 item"),
    (Count(0, 0), "no items"),
    (Count(), "any number of items"),
    (Area(max=1048576), "at most 1048576 pixels in total"),
    (Area(921600), "at least 921600 pixels in total"),
    (Area(921600, 1048576), "921600 to 1048576 pixels in total"),
    (Area(), "any number of pixels"),
    (Both(Int(0, 9), Not(OneOf(3))), "a whole number from 0 to 9, but not 3"),
    (Both(OneOf("a", "b", open=True), OneOf("a")), "only a"),
    (Both(Text(max_length=9), Text(pattern="a+")), "text of at most 9 characters, text matching a+"),
    (PRESENT, "present"),
    (ABSENT, "left out"),
    (OFF, "off"),
]

SIDE = Int(32, 1536, multiple_of=8)
SETS: list[tuple[SizeSet, str]] = [
    (Grid(SIDE), "each side a multiple of 8 from 32 to 1536"),
    (Grid(Int(multiple_of=16)), "each side a multiple of 16"),
    (Grid(), "each side a whole number from 1 up"),
    (Grid(SIDE, Int(16, 64)), "width a multiple of 8 from 32 to 1536, height a whole number from 16 to 64"),
    (Grid(area=(655360, 8294400)), "655360 to 8294400 pixels in total"),
    (Grid(area=(921600, None)), "at least 921600 pixels in total"),
    (Grid(ratio=("1:3", "3:1")), "aspect ratio from 1:3 to 3:1"),
    (
        Grid(Int(max=3840, multiple_of=16), area=(1, 8294400), ratio=("1:3", "3:1")),
        "each side a multiple of 16 up to 3840, at most 8294400 pixels in total, aspect ratio from 1:3 to 3:1",
    ),
    (Pairs(["1024x1024", "1536x1024", "512x512"]), "one of 1024x1024, 1536x1024, 512x512"),
    (Pairs(["1024x1024", "1536x1024"]), "1024x1024 or 1536x1024"),
    (Pairs(["1024x1024"]), "only 1024x1024"),
    (Pairs([]), "no size"),
]

LISTED = Pairs(["1024x1024", "1536x1024"])
SPELLINGS: list[tuple[Spelling, str]] = [
    (Sides("w", "h", Grid(SIDE)), "each side a multiple of 8 from 32 to 1536"),
    (PixelText("size", LISTED), "1024x1024 or 1536x1024"),
    (PixelText("size", LISTED, "auto"), "one of auto, 1024x1024, 1536x1024"),
    (PixelText("size", LISTED, separator=":"), "1024:1024 or 1536:1024"),
    (PixelText("size", Grid(SIDE)), "text like 1024x1024: each side a multiple of 8 from 32 to 1536"),
    (PixelText("size", Grid(SIDE), "auto"), "auto, or text like 1024x1024: each side a multiple of 8 from 32 to 1536"),
    (ShapeWords("ratio", ("1:1", "16:9"), "tier", ("1K",)), "ratio: 1:1 or 16:9; tier: only 1K"),
    (ShapeWords("ratio", ("1:1", "16:9"), more=("free",)), "ratio: one of 1:1, 16:9, free"),
    (RatioRange("ratio"), "an aspect ratio like 16:9"),
    (RatioRange("ratio", "1:3", "3:1"), "an aspect ratio like 16:9 from 1:3 to 3:1"),
    (RatioRange("ratio", "1:3"), "an aspect ratio like 16:9 from 1:3 up"),
    (RatioRange("ratio", None, "3:1"), "an aspect ratio like 16:9 up to 3:1"),
    (RatioRange("ratio", "1:3", "3:1", separator="/"), "an aspect ratio like 16/9 from 1/3 to 3/1"),
    (
        RatioRange("ratio", auto="auto", tier="tier", tiers=("1K", "2K")),
        "auto, or an aspect ratio like 16:9; tier: 1K or 2K",
    ),
    (Presets("preset", {"wide": "1376x768", "square": "1024x1024"}), "preset: wide or square"),
]

LINKS = (Image("url", "data"),)
ROWS: list[tuple[Row, str]] = [
    (Param("n", Field.n, Int(1, 8)), "a whole number from 1 to 8"),
    (Native("style", OneOf("a", "b")), "a or b"),
    (Const("model", "muse-2"), "always muse-2"),
    (Const("stream", False), "always false"),
    (Const("tags", ["a"]), 'always ["a"]'),
    (Const("model", "muse-2", open=True), "muse-2 or another text"),
    (Model(), "the name of the model"),
    (Fixed(Field.n, 1), "always 1"),
    (Fixed(Field.size, "1024x1024"), "always 1024x1024"),
    (
        Alternatives(
            Field.n, (Alternative({"many": "off"}, means=1), Alternative({"many": "on"}, "count", Int(2, 15)))
        ),
        "1 or a whole number from 2 to 15",
    ),
    (
        Alternatives(
            Field.n, (Alternative({"many": "off"}, means=1), Alternative({"many": "on"}, "count", Int(1, 15)))
        ),
        "a whole number from 1 to 15",
    ),
    (Product(Field.n, ("rows", Int(1, 4)), ("columns", Int(1))), "rows times columns"),
    (Pictures("images", (Image("file"),), max=16), "up to 16 files"),
    (Pictures("images", LINKS, min=1, max=4), "1 to 4 URLs or data URLs"),
    (Pictures("images", LINKS, min=1), "at least 1 URL or data URL"),
    (Pictures("images", LINKS), "any number of URLs or data URLs"),
    (Pictures("images", LINKS, max=1), "a URL or a data URL"),
    (Slots("image", part=Image("url", "base64")), "a URL or base64 text"),
    (Slots("image_1", "image_2", part=Image("url", "base64")), "up to 2 URLs or base64 texts"),
    (Content("input", (TextPart(Field.prompt), Part(Image("url"))), max=3), "text for prompt, and up to 3 URLs"),
    (
        Content("input", (TextPart(Field.prompt), TextPart(Field.negative_prompt))),
        "text for prompt and negative_prompt",
    ),
    (Content("input", (Part(Image("url")),)), "any number of URLs"),
    (
        Mask("mask", Image("file"), "marks", {"white": "W", "black": "B"}, more=("alpha",)),
        "a file; marks: one of W, B, alpha",
    ),
    (WidthHeight("w", "h", each=SIDE), "each side a multiple of 8 from 32 to 1536"),
    (SizeText("size", LISTED), "1024x1024 or 1536x1024"),
    (RatioTier("ratio", ("1:1", "16:9"), "tier", ("1K", "2K")), "ratio: 1:1 or 16:9; tier: 1K or 2K"),
    (
        Sizes((ShapeWords("ratio", ("1:1", "16:9")), Sides("w", "h", Grid(SIDE)))),
        "ratio: 1:1 or 16:9; or each side a multiple of 8 from 32 to 1536",
    ),
]

EVERY: list[tuple[Any, str]] = [*NUMBERS, *WORDS, *HOLDERS, *CONDITIONS, *SETS, *SPELLINGS, *ROWS]


@pytest.mark.parametrize(("value", "text"), EVERY, ids=[text for _, text in EVERY])
def test_what_it_is_called(value: Any, text: str) -> None:
    assert value.describe() == text


def test_every_word_of_the_tables_is_in_the_list() -> None:
    roots = (Domain, SizeSet, Spelling, Row)
    words = {word for word in vars(imgparams.tables).values() if isinstance(word, type) and issubclass(word, roots)}
    assert words - set(roots) == {type(value) for value, _ in EVERY} & words


# ---- what the whole catalog says

AWKWARD = {
    "a whole number,": "a whole number,",
    ", any": r", any\b(?! (?:whole|number|JSON|multiple))",
    "not only": "not only",
    "of them": "of them",
    "1 to 1": r"(?<![\d.:/-])(-?\d+) to \1(?![\d.:/])",
    "a space before a comma": " [,;:.]",
    "two spaces": "  ",
    "is none": r"\bis none\b",
    "nothing": r"\bnothing\b",
    "an empty part": r"^$|^[,; ]|[,;: ]$|: ;|; ;|,,",
    "a of a vowel": r"\ba (?:object|item|id|image|any|only)\b",
    "1 of many": r"(?<![\d.-])1 (?:items|files|characters|pictures|images|URLs|texts|numbers|objects|lists)\b",
    "only of many": r"\bonly [^,;]*, ",
    "Python": r"\b(?<!of )(?<!, )(?<!only )(?<!but )None\b|\bTrue\b|\bFalse\b|\bFraction\(",  # a word of some vendors
}
QUOTED = re.compile(r'"[^"]*"|(?<=matching )\S+')


def awkward(text: str) -> list[str]:
    """The names of the patterns that a description has."""
    plain = QUOTED.sub("_", text)
    names = [name for name, pattern in AWKWARD.items() if re.search(pattern, plain)]
    return names + ["an open quote"] * ('"' in plain) + ["an open bracket"] * _open(plain)


def _open(text: str) -> bool:
    return text.count("(") != text.count(")")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a whole number, 1 to 8", "a whole number,"),
        ("a number, any", ", any"),
        ("not only gif", "not only"),
        ("2 of them", "of them"),
        ("a whole number from 1 to 1", "1 to 1"),
        ("one of a , b", "a space before a comma"),
        ("one of a,  b", "two spaces"),
        ("3 is none", "is none"),
        ("got nothing", "nothing"),
        ("one of ", "an empty part"),
        ("", "an empty part"),
        ("a object", "a of a vowel"),
        ("1 items", "1 of many"),
        ("only a, b", "only of many"),
        ("always False", "Python"),
        ('one of "a, b', "an open quote"),
        ("a or b (open", "an open bracket"),
    ],
)
def test_what_is_awkward_is_found(text: str, name: str) -> None:
    assert name in awkward(text)


@pytest.mark.parametrize("text", [text for _, text in EVERY])
def test_no_text_of_the_list_is_awkward(text: str) -> None:
    assert awkward(text) == []


def _described(value: Any, seen: set[int]) -> Iterator[str]:
    """The description of everything in a table that has one."""
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, (Domain, SizeSet, Spelling, Row)):
        yield value.describe()
    if isinstance(value, Row):
        yield from describe.facts(value)
    if attrs.has(type(value)):
        names = [attribute.name for attribute in attrs.fields(type(value))]
        parts: list[Any] = [getattr(value, name) for name in names]
        parts += [value.model_rows] if isinstance(value, Target) else []
    else:
        parts = list(value.values()) if isinstance(value, Mapping) else list(value) if type(value) is tuple else []
    for part in parts:
        yield from _described(part, seen)


def test_no_description_of_the_catalog_is_awkward() -> None:
    seen: set[int] = set()
    texts = {text for target in CATALOG.values() for text in _described(target, seen)}
    assert len(texts) > 1000
    assert {text: names for text in texts if (names := awkward(text))} == {}
