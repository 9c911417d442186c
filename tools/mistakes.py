"""Careless mistakes in tables, of every kind that a hand makes: a digit, a word, a flag, a row left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial, singledispatch
from typing import Any, NamedTuple

from attrs import evolve

from imgparams.contract import AnyRule, Row
from imgparams.geometry import Size
from imgparams.tables import (
    Between,
    Const,
    Content,
    Fixed,
    Grid,
    Int,
    ListOf,
    Mask,
    Num,
    OneOf,
    Pairs,
    Param,
    Pictures,
    PixelText,
    Presets,
    Record,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Text,
    Total,
    Words,
)
from imgparams.target import Target

Made = Callable[[], Any]  # what stands in place of the right value; None where nothing does


class Mistake(NamedTuple):
    """A mistake of a kind, what it changes, and how."""

    kind: str
    what: str
    made: Made


# ---- what a value may be mistaken for


@singledispatch
def values(value: object) -> Iterator[Mistake]:
    """Yields the mistakes in a domain, a set of sizes or a spelling."""
    yield from ()


def _inside(value: Any, name: str) -> Iterator[Mistake]:
    for kind, what, made in values(getattr(value, name)):
        yield Mistake(kind, f"{name} {what}", partial(_inner, value, name, made))


def _inner(value: Any, name: str, made: Made) -> Any:
    return evolve(value, **{name: made()})


def _at(value: Any, name: str, at: int, made: Made) -> Any:
    items = getattr(value, name)
    return evolve(value, **{name: (*items[:at], made(), *items[at + 1 :])})


def _key(value: Any, name: str, key: str, made: Made) -> Any:
    return evolve(value, **{name: _replaced(getattr(value, name), key, made)})


def _replaced(items: Mapping[str, Any], key: str, made: Made) -> dict[str, Any]:
    return {**items, key: made()}


def _with(value: Any, kind: str, /, **facts: Any) -> Mistake:
    what = ", ".join(f"{name} {getattr(value, name)!r:.60} -> {new!r:.60}" for name, new in facts.items())
    if isinstance(value, Slots):
        return Mistake(kind, what, partial(_slots, value, value.keys, **facts))
    return Mistake(kind, what, partial(evolve, value, **facts))


def _off(value: Any, name: str, kind: str, by: float = 1) -> Iterator[Mistake]:
    """A bound one step off, ten times too large, or left out."""
    bound = getattr(value, name)
    if bound:
        yield from (_with(value, kind, **{name: new}) for new in (bound - by, bound + by, bound * 10))


def _typo(text: str) -> str:
    """The text with two letters exchanged, or a letter too many."""
    for at in range(len(text) // 2, len(text) - 1):
        if text[at] != text[at + 1] and text[at : at + 2].isalnum():
            return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text + "s"


@values.register
def _(domain: Int) -> Iterator[Mistake]:
    for name in ("min", "max"):
        yield from _off(domain, name, "bound", domain.multiple_of)
    if domain.multiple_of > 1:
        yield _with(domain, "multiple", multiple_of=domain.multiple_of * 2)
        yield _with(domain, "multiple", multiple_of=domain.multiple_of // 2)


@values.register
def _(domain: Num) -> Iterator[Mistake]:
    for name in ("min", "max"):
        yield from _off(domain, name, "bound", 0.5)


@values.register
def _(domain: Text) -> Iterator[Mistake]:
    yield from _off(domain, "min_length", "length")
    yield from _off(domain, "max_length", "length")


@values.register
def _(domain: Words) -> Iterator[Mistake]:
    pairs = domain.pairs
    for at, (canonical, word) in enumerate(pairs):
        if len(pairs) > 1:
            yield _with(domain, "word left out", pairs=pairs[:at] + pairs[at + 1 :])
        if isinstance(word, str):
            yield _with(domain, "misspelt word", pairs=(*pairs[:at], (canonical, _typo(word)), *pairs[at + 1 :]))
    for at in range(len(pairs) - 1):
        one, other = pairs[at : at + 2]
        swapped = ((one[0], other[1]), (other[0], one[1]))
        yield _with(domain, "words exchanged", pairs=(*pairs[:at], *swapped, *pairs[at + 2 :]))


@values.register
def _(domain: OneOf) -> Iterator[Mistake]:
    words = domain.words
    for at, word in enumerate(words):
        rest = (*words[:at], *words[at + 1 :])
        if rest:
            yield Mistake("word left out", f"{word!r:.40}", partial(OneOf, *rest, open=domain.open))
        if isinstance(word, str):
            typo = (*words[:at], _typo(word), *words[at + 1 :])
            yield Mistake("misspelt word", f"{word!r:.40}", partial(OneOf, *typo, open=domain.open))


@values.register
def _(domain: ListOf) -> Iterator[Mistake]:
    yield from _off(domain, "min", "how many")
    yield from _off(domain, "max", "how many")
    yield from _inside(domain, "item")


@values.register
def _(domain: Record) -> Iterator[Mistake]:
    for name in domain.required:
        yield _with(domain, "required", required=tuple(key for key in domain.required if key != name))


@values.register
def _(sizes: Pairs) -> Iterator[Mistake]:
    for at, size in enumerate(sizes.sizes):
        rest = (*sizes.sizes[:at], *sizes.sizes[at + 1 :])
        if rest:
            yield _with(sizes, "size left out", sizes=rest)
        yield _with(sizes, "size", sizes=(*rest, Size(size.width + 8, size.height)))


@values.register
def _(grid: Grid) -> Iterator[Mistake]:
    for name in ("width", "height"):
        yield from (one for one in _inside(grid, name) if not one.what.startswith(f"{name} min 1 "))
    low, high = grid.area
    if high:
        yield _with(grid, "area", area=(low, high * 2))
        yield _with(grid, "area", area=(low, high - 4096))
    if low > 1:
        yield _with(grid, "area", area=(low * 2, high))
        yield _with(grid, "area", area=(1, high))
    if grid.ratio:
        least, most = grid.ratio
        yield _with(grid, "ratio", ratio=(least, most * 2))
        yield _with(grid, "ratio", ratio=None)


@values.register
def _(spelling: ShapeWords) -> Iterator[Mistake]:
    for name in ("ratios", "tiers"):
        pairs = getattr(spelling, name)
        for at, (canonical, word) in enumerate(pairs):
            rest = (*pairs[:at], *pairs[at + 1 :])
            if rest and not any(canonical in key for key in spelling.pixels_of):
                yield _with(spelling, "word left out", **{name: rest})
            yield _with(spelling, "misspelt word", **{name: (*pairs[:at], (canonical, _typo(word)), *pairs[at + 1 :])})
    for key, size in spelling.pixels_of.items():
        for new in {Size(size.height, size.width), Size(size.width + 8, size.height)} - {size}:
            yield Mistake(
                "pixels",
                f"{key} {size} -> {new}",
                partial(evolve, spelling, pixels={**spelling.pixels_of, key: new}),
            )


@values.register
def _(spelling: Sides) -> Iterator[Mistake]:
    yield _with(spelling, "sides exchanged", width=spelling.height, height=spelling.width)
    yield from _inside(spelling, "sizes")


@values.register
def _(spelling: PixelText) -> Iterator[Mistake]:
    yield _with(spelling, "separator", separator="*" if spelling.separator == "x" else "x")
    yield _with(spelling, "auto", auto="" if spelling.auto else "auto")
    yield from _inside(spelling, "sizes")


@values.register
def _(spelling: Presets) -> Iterator[Mistake]:
    for word, size in spelling.words.items():
        turned = Size(size.height, size.width + (size.width == size.height))
        yield Mistake(
            "pixels",
            f"{word} {size}",
            partial(evolve, spelling, words={**spelling.words, word: turned}),
        )


# ---- rows, rules and targets


def of_row(row: Row) -> Iterator[Mistake]:
    """Yields the mistakes in a row, among them that it is missing."""
    yield Mistake("row left out", " ".join(row.wires) or row.describe(), lambda: None)
    each: Any = row  # of one class or another
    if isinstance(row, (Param, Pictures, Slots, Sizes, Mask)):
        yield _with(row, "null", nullable=not row.nullable)
        yield _with(row, "required", required=not row.required)
    if isinstance(row, Param):
        yield _with(row, "misspelt wire", wire=_typo(row.wire))
        yield from _default(row)
        yield from _inside(row, "domain")
        if row.field == "strength" and isinstance(row.domain, Num):
            yield _with(row, "direction", domain=evolve(row.domain, flip=not row.domain.flip))
        if row.accepts is not None:
            yield _with(row, "accepted beyond", accepts=None)
    if getattr(row, "unset", ()):
        yield _with(row, "unset word", unset=each.unset[1:])
    if getattr(row, "deprecated", ""):
        yield _with(row, "deprecated", deprecated="")
    if isinstance(row, Fixed):
        yield _with(row, "always", value=_other(row.value))
    if isinstance(row, Const):
        yield _with(row, "constant", value=_other(row.value))
    if isinstance(row, (Pictures, Content)):
        yield from _off(row, "max", "how many")
    if isinstance(row, Pictures):
        yield _with(row, "misspelt wire", wire=_typo(row.wire))
        for at in range(len(row.ways) if len(row.ways) > 1 else 0):
            yield _with(row, "way of a picture left out", ways=(*row.ways[:at], *row.ways[at + 1 :]))
    if isinstance(row, Slots) and len(row.keys) > 1:
        yield Mistake("how many", f"{row.keys[-1]} left out", partial(_slots, row, row.keys[:-1]))
    if isinstance(row, Mask):
        pairs = list(row.words.items()) if len(row.words) > 1 else []
        turned = dict(zip([name for name, _ in pairs], reversed([word for _, word in pairs]), strict=True))
        yield from [_with(row, "polarity", words=turned)] if turned else []
    if isinstance(row, Sizes):
        yield from _sizes(row)


def _slots(row: Slots, keys: Sequence[str], **facts: Any) -> Slots:
    names = ("required", "nullable", "read_only", "only_alone", "note", "source")
    return Slots(*keys, part=row.ways, of=row.of, others=row.others, **{**{n: getattr(row, n) for n in names}, **facts})


def _default(row: Param[Any, Any]) -> Iterator[Mistake]:
    if row.default is not None:
        yield _with(row, "default left out", default=None, default_when={})
        others = [word for word in (*getattr(row.domain, "words", ()), _other(row.default)) if word != row.default]
        yield from (_with(row, "default", default=word) for word in others if row.domain.has(word))


def _other(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return value + 1
    return _typo(value) if isinstance(value, str) else value


def _sizes(row: Sizes) -> Iterator[Mistake]:
    if row.default:
        yield _with(row, "default left out", default={}, default_when={})
    for at, spelling in enumerate(row.spellings):
        for kind, what, made in values(spelling):
            yield Mistake(
                kind,
                what,
                partial(_at, row, "spellings", at, made),
            )


def of_rule(rule: AnyRule) -> Iterator[Mistake]:
    """Yields the mistakes in a rule, among them that it is missing."""
    yield Mistake("rule left out", rule.why, lambda: None)
    if isinstance(rule, (Rule, Between, Total)):
        yield _with(rule, "effect", effect="ignored" if rule.effect == "refused" else "refused")
    if isinstance(rule, (Between, Total)):
        yield _with(rule, "limit of a rule", max=rule.max + 1)
    if isinstance(rule, Rule):
        for wire, domain in rule.then.items():
            for kind, what, made in values(domain):
                yield Mistake(
                    "limit of a rule",
                    f"{kind} of {wire}: {what}",
                    partial(_key, rule, "then", wire, made),
                )
        for at, when in enumerate(rule.when):
            for wire, domain in when.items():
                for kind, what, made in values(domain):
                    yield Mistake(
                        "condition of a rule",
                        f"{kind} of {wire}: {what}",
                        partial(_at, rule, "when", at, partial(_replaced, when, wire, made)),
                    )


#: what a target says of how lenient its vendor is, with both words of each
LENIENT = {
    "nulls": ("refused", "ignored"),
    "numbers_as_text": ("refused", "accepted"),
    "lone_objects": ("refused", "accepted"),
}


def of_target(target: Target) -> Iterator[Mistake]:
    """Yields the mistakes in what a target says of itself."""
    yield _with(target, "method", method="GET" if target.method == "POST" else "POST")
    yield Mistake("path", target._path, lambda: evolve(target, path=_typo(target._path)))
    yield _with(target, "host", base_url=_typo(target.base_url))
    if target.model:
        yield _with(target, "model id", model=_typo(target.model))
    for alias in target.aliases:
        yield _with(target, "alias left out", aliases=tuple(other for other in target.aliases if other != alias))
    yield _with(target, "status", status="active" if target.status == "deprecated" else "deprecated")
    ways = [way for way in ("refused", "ignored", "forwarded", "unsaid") if way != target.unknown]
    yield from (_with(target, "unknown fields", unknown=way) for way in ways)
    for fact, words in LENIENT.items():
        word = next(other for other in words if other != getattr(target, fact))
        yield _with(target, "leniency", **{fact: word})
    yield _with(target, "content", content="json" if target.content == "multipart" else "multipart")
    for path in target.also_at:
        yield _with(target, "path", also_at=tuple(other for other in target.also_at if other != path))
    if target.also_content:
        yield _with(target, "content", also_content="")
    for second in target.also_read:
        rest = {name: wire for name, wire in target.also_read.items() if name != second}
        yield _with(target, "second spelling left out", also_read=rest)
