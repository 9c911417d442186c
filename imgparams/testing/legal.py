"""Hypothesis strategies: what is legal in a domain, a set of sizes, a row, and each spelling of a size."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import singledispatch

from hypothesis import strategies as st

from imgparams.contract import NO_LIMITS, Row
from imgparams.geometry import AspectRatio, Size
from imgparams.paths import parse
from imgparams.tables.alternatives import Alternative, Alternatives, Product
from imgparams.tables.containers import AnyOf, Json, ListOf, Record
from imgparams.tables.domains import Both, Domain, Int, Num, OneOf
from imgparams.tables.images import Image
from imgparams.tables.offers import AUTO, Spelling, Wish
from imgparams.tables.pictures import Content, Mask, Pictures, Slots
from imgparams.tables.pixels import PixelText, Sides
from imgparams.tables.rows import Const, Param
from imgparams.tables.size_sets import Pairs, SizeSet
from imgparams.tables.sizes import Sizes
from imgparams.tables.spellings import Presets, RatioRange, ShapeWords
from imgparams.tables.templates import HOLE, TEXT, TYPE, WEIGHT, Part, TextPart, fill
from imgparams.tables.words import Text, Words
from imgparams.testing.samples import LINK, picture
from imgparams.values import JsonObject, same

RATIOS = ("1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3", "21:9", "2.35:1", "19.5:9", "1:3", "19:20", "auto")
TIERS = ("512", "768", "1K", "1.5K", "2K", "3K", "4K")
SIZES = ((1024, 1024), (1920, 1080), (1080, 1920), (1376, 768), (1, 1), (9999, 3), (1536, 864), (512, 2048))
SAFE = st.characters(codec="utf-8", exclude_categories=["Cs"])

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(SAFE, max_size=6)
    | st.sampled_from(["1K", "auto", "1024x1024", "16:9", "https://example.com/a.png", 2**63, 1e300, -1]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(SAFE, max_size=3), inner, max_size=3),
    max_leaves=4,
)


Drawn = st.SearchStrategy[object]
BodyDrawn = st.SearchStrategy[JsonObject]
WiresDrawn = st.SearchStrategy[tuple[JsonObject, bool]]  # wires, and whether they are in the one canonical form


@singledispatch
def values(domain: Domain) -> Drawn:
    """Draws legal wire values of a domain."""
    raise NotImplementedError(type(domain).__name__)


@values.register
def _(domain: Int) -> Drawn:
    low, high = domain.bounds()
    step = domain.multiple_of
    low = low if low is not None else (high if high is not None else 0) - 10**6 * step
    high = high if high is not None else low + 10**6 * step
    return st.integers(low // step, high // step).map(lambda n: n * step) | st.sampled_from([low, high])


@values.register
def _(domain: Num) -> Drawn:
    low = domain.min if domain.min is not None else (domain.max if domain.max is not None else 0) - 100
    high = domain.max if domain.max is not None else low + 200
    decimals = st.decimals(Decimal(str(low)), Decimal(str(high)), places=2).map(float)
    return decimals.map(lambda x: min(max(x, low), high)) | st.floats(low, high) | st.sampled_from([low, high])


@values.register
def _(domain: Text) -> Drawn:
    if domain.pattern:
        return st.from_regex(domain.pattern, fullmatch=True).filter(domain.has)
    most = domain.min_length + 12 if domain.max_length is None else min(domain.max_length, domain.min_length + 12)
    return st.text(SAFE, min_size=domain.min_length, max_size=most)


@values.register
def _(domain: Words) -> Drawn:
    return st.sampled_from(domain.words)


@values.register
def _(domain: OneOf) -> Drawn:
    return st.sampled_from(domain.words) if domain.words else st.text(SAFE, min_size=1, max_size=8)


@values.register
def _(domain: ListOf) -> Drawn:
    most = domain.min + 2 if domain.max is None else min(domain.max, domain.min + 2)
    return st.lists(values(domain.item), min_size=domain.min, max_size=most)


@values.register
def _(domain: Record) -> Drawn:
    drawn = {key: values(inner) for key, inner in domain.keys}
    needed = {key: drawn.pop(key) for key in domain.required if key in drawn}
    return st.fixed_dictionaries(needed, optional=drawn)


@values.register
def _(domain: AnyOf) -> Drawn:
    return st.one_of([values(inner) for inner in domain.domains])


@values.register
def _(domain: Json) -> Drawn:
    return JSON.filter(lambda value: value is not None)


@values.register
def _(domain: Both) -> Drawn:
    return values(domain.a).filter(domain.b.has)


@values.register
def _(domain: Image) -> Drawn:
    samples: JsonObject = {"url": LINK, "id": "0a1b-2c"}
    samples |= {form: picture("png", form) for form in ("data", "base64", "file")}
    return st.sampled_from([samples[kind] for kind in domain.kinds])


def sizes_of(sizes: SizeSet) -> st.SearchStrategy[Size]:
    """Draws legal sizes of a set."""
    if isinstance(sizes, Pairs):
        return st.sampled_from(sizes.sizes)
    wishes = st.tuples(st.sampled_from(["1:1", "16:9", "9:16", "3:1", "2:5"]), st.integers(2**12, 2**24))
    nearest = wishes.map(lambda wish: sizes.nearest(AspectRatio(wish[0]).value or Fraction(1), Fraction(wish[1])))
    return nearest.filter(lambda size: size is not None)  # type: ignore[return-value]


@singledispatch
def wires_of(row: Row) -> WiresDrawn:
    """Draws legal wires of a row, and whether they are in its one canonical form."""
    raise NotImplementedError(type(row).__name__)


@wires_of.register
def _(row: Param) -> WiresDrawn:
    drawn = values(row.domain).map(lambda value: ({row.wire: value}, _writes_itself(row, value)))
    absent = [*row.unset, *([None] if row.nullable else [])]
    return drawn | st.sampled_from([({row.wire: word}, False) for word in absent]) if absent else drawn


def _writes_itself(row: Param, value: object) -> bool:
    """A second word for the same thing is read and never written."""
    if any(same(value, word) for word in row.unset):
        return False
    if not isinstance(row.domain, Words) or row.field is None:
        return True
    canonical = row.domain.decode(value)
    return canonical is None or same(row.domain.encode(canonical), value)


@wires_of.register
def _(row: Const) -> WiresDrawn:
    written = [({row.wire: row.value}, not row.read_only)] * 3
    others = ["another"] if row.open else []
    return st.sampled_from(written + [({row.wire: word}, False) for word in (*row.also_legal, *others)])


@wires_of.register
def _(row: Pictures) -> WiresDrawn:
    least = max(row.min, 1)
    items = st.one_of([_filled(part) for part in row.ways])
    lists = st.lists(items, min_size=least, max_size=max(least, min(row.max or 3, 3)))
    drawn: WiresDrawn = lists.map(lambda some: ({row.wire: some}, all(_written(row, item) for item in some)))
    if row.others is not None:
        drawn |= st.lists(values(row.others), min_size=least, max_size=least + 1).map(
            lambda some: ({row.wire: some}, True)
        )
    if row.bare:
        drawn |= items.map(lambda item: ({row.wire: item}, False))
    if row.older:
        drawn |= st.tuples(st.sampled_from(row.older), lists).map(lambda old: ({old[0]: old[1]}, False))
    return drawn


def _written(row: Pictures | Slots, item: object) -> bool:
    """Whether an item is as this row would write it: bytes have one spelling of several."""
    reference = row._matched(item, "acme")
    return reference is None or [item] == row._filled([reference], "acme")


def _filled(part: Part | TextPart) -> Drawn:
    """Legal items in the shape of a part; what may be left out of its template is there or not."""
    if isinstance(part, TextPart):
        return values(part.domain).map(lambda text: fill(part.template, {TEXT: text}))
    weights = st.none() if part.weight is None else st.none() | values(part.weight)
    types = st.sampled_from(["image/png", "image/avif"] if part.typed else [None, "image/png", "image/avif"])
    return st.tuples(values(part.image), types, weights).map(
        lambda drawn: fill(
            part.template,
            {
                hole: value
                for hole, value in zip((HOLE, TYPE, WEIGHT), drawn, strict=True)
                if value is not None or hole == HOLE
            },
        )
    )


@wires_of.register
def _(row: Content) -> WiresDrawn:
    needed = [part for part in row.texts if part.field in row.requires][:1]
    texts = [_filled(part) for part in row.texts if part not in needed]
    pictures = st.lists(st.one_of([_filled(part) for part in row.ways]), max_size=min(row.max or 2, 2))
    rest = st.tuples(
        st.lists(st.one_of(texts), max_size=2) if texts else st.just([]), pictures if row.ways else st.just([])
    )
    drawn = st.tuples(*map(_filled, needed), rest).map(lambda parts: [*parts[:-1], *parts[-1][0], *parts[-1][1]])
    written: WiresDrawn = drawn.filter(bool).map(lambda items: ({row.wire: items}, _as_written(row, {row.wire: items})))
    if row.bare:
        texts_alone: Drawn = values(next(part.domain for part in row.texts if part.field == row.bare))
        written |= texts_alone.map(lambda text: ({row.wire: text}, False))
    if row.single:
        written |= drawn.filter(lambda items: len(items) == 1).map(lambda items: ({row.wire: items[0]}, False))
    if row.others:
        written |= st.tuples(drawn, values(row.others)).map(lambda both: ({row.wire: [*both[0], both[1]]}, False))
    return written


def _as_written(row: Row, flat: JsonObject) -> bool:
    """Whether a row would write what it reads here in the same way."""
    fields = {name: value for name, value, _ in row.read(flat, "acme")}
    return bool(fields) and same(row.emit(fields, NO_LIMITS, "acme"), flat)


@wires_of.register
def _(row: Mask) -> WiresDrawn:
    words = st.sampled_from([*row.words.values(), *row.more])
    both = st.tuples(values(row.image), words).map(lambda mask: {row.wire: mask[0], row.polarity: mask[1]})
    alone = values(row.image).map(lambda image: {row.wire: image})
    return (both | alone).map(lambda flat: (flat, _as_written(row, flat)))


@wires_of.register
def _(row: Alternatives) -> WiresDrawn:
    drawn = [
        st.fixed_dictionaries({**{w: st.just(v) for w, v in case.sets.items()}, **_domain_of(case)})
        for case in row.cases
    ]
    return st.one_of(drawn).map(lambda flat: (flat, _as_written(row, flat)))


def _domain_of(case: Alternative) -> dict[str, Drawn]:
    return {case.wire: values(case.domain)} if case.domain else {}


@wires_of.register
def _(row: Product) -> WiresDrawn:
    small = {wire: values(domain.meet(Int(1, 8))) for wire, domain in (row.first, row.second)}
    return st.fixed_dictionaries({}, optional=small).map(lambda flat: (flat, not flat or _as_written(row, flat)))


@wires_of.register
def _(row: Slots) -> WiresDrawn:
    several = st.lists(st.sampled_from(row.keys), min_size=1, unique=True)
    chosen = several.map(lambda keys: sorted(keys, key=row.keys.index))
    return chosen.flatmap(
        lambda keys: st.fixed_dictionaries({key: st.one_of([_filled(part) for part in row.ways]) for key in keys}).map(
            lambda flat: (
                flat,
                not row.read_only
                and tuple(keys) == row.keys[: len(keys)]
                and all(_written(row, item) for item in flat.values()),
            )
        )
    )


@wires_of.register
def _(row: Sizes) -> WiresDrawn:
    single = [_told(row, spelling) for spelling in row.spellings]
    if len(row.spellings) > 1:
        every = st.tuples(*map(spelled, row.spellings))
        single.append(every.map(lambda flats: (placed({w: v for flat in flats for w, v in flat.items()}), False)))
    return st.one_of(single)


def _told(row: Sizes, spelling: Spelling) -> WiresDrawn:
    return spelled(spelling).map(lambda flat: (flat, _first_to_say(row, spelling, flat)))


def _first_to_say(row: Sizes, spelling: Spelling, flat: JsonObject) -> bool:
    """Whether no earlier spelling says the same: for `auto` there may be several words, for pixels a name."""
    fields = {name: value for name, value, _ in spelling.read(flat)}
    earlier = [other for other in row.spellings[: row.spellings.index(spelling)] if not other.read_only]
    if spelling.read_only or (fields.get("aspect_ratio") == AUTO and any(map(_says_auto, earlier))):
        return False
    size = fields.get("size")
    wish = Wish(size, None, None, Fraction(*size), Fraction(size.width * size.height)) if size else None
    return wish is None or not any(offer.pixels == size for other in earlier for offer in other.offers(wish, NO_LIMITS))


def _says_auto(spelling: Spelling) -> bool:
    ratios = spelling.ratios if isinstance(spelling, ShapeWords) else ()
    return bool(spelling.auto) or "auto" in [canonical for canonical, _ in ratios]


@singledispatch
def spelled(spelling: Spelling) -> BodyDrawn:
    """Draws legal wires of one spelling."""
    raise NotImplementedError(type(spelling).__name__)


@spelled.register
def _(spelling: Sides) -> BodyDrawn:
    return sizes_of(spelling.sizes).map(
        lambda size: {**spelling.sets, spelling.width: size.width, spelling.height: size.height}
    )


@spelled.register
def _(spelling: PixelText) -> BodyDrawn:
    drawn = sizes_of(spelling.sizes).map(lambda size: {spelling.wire: f"{size.width}{spelling.separator}{size.height}"})
    return drawn | st.just({spelling.wire: spelling.auto}) if spelling.auto else drawn


@spelled.register
def _(spelling: ShapeWords) -> BodyDrawn:
    ratios = (
        [{spelling.ratio: word} for word in [*(w for _, w in spelling.ratios), *spelling.more]]
        if spelling.ratio
        else []
    )
    tiers = [{spelling.tier: word} for word in [*(w for _, w in spelling.tiers), *spelling.more_tiers]]
    pairs = [{**ratio, **tier} for ratio in ratios for tier in tiers]
    return st.sampled_from(ratios + tiers + pairs)


@spelled.register
def _(spelling: RatioRange) -> BodyDrawn:
    texts = [text.replace(":", spelling.separator) for text in (*RATIOS, spelling.min, spelling.max) if text]
    legal = [text for text in texts if not list(spelling.faults({spelling.wire: text}))]
    ratios = [{spelling.wire: text} for text in [*legal, *([spelling.auto] if spelling.auto else [])]]
    tiers = [{spelling.tier: word} for _, word in spelling.tiers]
    return st.sampled_from([*ratios, *tiers, *({**ratio, **tier} for ratio in ratios for tier in tiers)])


@spelled.register
def _(spelling: Presets) -> BodyDrawn:
    return st.sampled_from([{spelling.wire: word} for word in spelling.words])


def at(wire: str, path: tuple[str | int, ...]) -> bool:
    """Whether a path is that of a wire, or leads inside of its value."""
    return parse(wire) == path[: len(parse(wire))]


def placed(flat: JsonObject) -> JsonObject:
    """Without wires that have no place beside an earlier one: inside its value, or around it."""
    kept: JsonObject = {}
    for wire, value in flat.items():
        if not any(at(wire, parse(other)) or at(other, parse(wire)) for other in kept):
            kept[wire] = value
    return kept
