"""For tests: what to draw (`intents`, `requests`) and the laws that every target keeps (`laws`). Needs hypothesis.

The laws prove the engine and the consistency of a table, not its facts: a swapped width and height passes all of them.
"""

from __future__ import annotations

import base64
import math

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import singledispatch
from typing import Any

from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from imgparams.domains import AnyOf, Both, Domain, Image, Int, Json, ListOf, Num, OneOf, Record, Text, Words
from imgparams.engine import asked_of, overlaid, read
from imgparams.intent import QUALITY, ROLES, AspectRatio, Intent, Reference, Size, tier_area
from imgparams.measure import pixels
from imgparams.report import Invalid, Refused
from imgparams.rows import Const, Keys, Param, Part, Pictures
from imgparams.shapes import Names, PixelText, Sides, Sizes, Spelling
from imgparams.sizes import Grid, Pairs, SizeSet, fits, near_cost, size_cost
from imgparams.target import SHAPE, Row, Rule, Target
from imgparams.translation import STRICT, Need, Policy, Translation, check, convert, plan, to_intent, to_request
from imgparams.values import same

__all__ = ["LAWS", "intents", "laws", "requests"]

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
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


# ---- what is legal on a wire


@singledispatch
def values(domain: Domain) -> st.SearchStrategy[Any]:
    """Legal wire values of a domain."""
    raise NotImplementedError(type(domain).__name__)


@values.register
def _(domain: Int) -> st.SearchStrategy[Any]:
    low, high = domain.bounds()
    step = domain.multiple_of
    low = low if low is not None else (high if high is not None else 0) - 10**6 * step
    high = high if high is not None else low + 10**6 * step
    return st.integers(low // step, high // step).map(lambda n: n * step) | st.sampled_from([low, high])


@values.register
def _(domain: Num) -> st.SearchStrategy[Any]:
    low = domain.min if domain.min is not None else (domain.max if domain.max is not None else 0) - 100
    high = domain.max if domain.max is not None else low + 200
    decimals = st.decimals(Decimal(str(low)), Decimal(str(high)), places=2).map(float)
    return decimals.map(lambda x: min(max(x, low), high)) | st.floats(low, high) | st.sampled_from([low, high])


@values.register
def _(domain: Text) -> st.SearchStrategy[Any]:
    if domain.pattern:
        return st.from_regex(domain.pattern, fullmatch=True).filter(domain.has)
    most = domain.min_length + 12 if domain.max_length is None else min(domain.max_length, domain.min_length + 12)
    return st.text(SAFE, min_size=domain.min_length, max_size=most)


@values.register
def _(domain: Words) -> st.SearchStrategy[Any]:
    return st.sampled_from(domain.words)


@values.register
def _(domain: OneOf) -> st.SearchStrategy[Any]:
    return st.sampled_from(domain.words) if domain.words else st.text(SAFE, min_size=1, max_size=8)


@values.register
def _(domain: ListOf) -> st.SearchStrategy[Any]:
    most = domain.min + 2 if domain.max is None else min(domain.max, domain.min + 2)
    return st.lists(values(domain.item), min_size=domain.min, max_size=most)


@values.register
def _(domain: Record) -> st.SearchStrategy[Any]:
    drawn = {key: values(inner) for key, inner in domain.keys}
    needed = {key: drawn.pop(key) for key in domain.required if key in drawn}
    return st.fixed_dictionaries(needed, optional=drawn)


@values.register
def _(domain: AnyOf) -> st.SearchStrategy[Any]:
    return st.one_of([values(inner) for inner in domain.domains])


@values.register
def _(domain: Json) -> st.SearchStrategy[Any]:
    return JSON.filter(lambda value: value is not None)


@values.register
def _(domain: Both) -> st.SearchStrategy[Any]:
    return values(domain.a).filter(domain.b.has)


@values.register
def _(domain: Image) -> st.SearchStrategy[Any]:
    text = base64.b64encode(PNG).decode()
    samples: dict[str, Any] = {
        "url": "https://example.com/a.png",
        "data": f"data:image/png;base64,{text}",
        "base64": text,
        "file": PNG,
        "id": "0a1b-2c",
    }
    return st.sampled_from([samples[kind] for kind in domain.kinds])


def sizes_of(sizes: SizeSet) -> st.SearchStrategy[Size]:
    """Legal sizes of a set."""
    if isinstance(sizes, Pairs):
        return st.sampled_from(sizes.sizes)
    wishes = st.tuples(st.sampled_from(["1:1", "16:9", "9:16", "3:1", "2:5"]), st.integers(2**12, 2**24))
    found = wishes.map(lambda wish: sizes.nearest(AspectRatio(wish[0]).value or Fraction(1), Fraction(wish[1])))
    return found.filter(lambda size: size is not None)  # type: ignore[return-value]


# ---- requests


@singledispatch
def wires_of(row: Row) -> st.SearchStrategy[tuple[dict[str, Any], bool]]:
    """Legal wires of a row, and whether they are in its one canonical spelling."""
    raise NotImplementedError(type(row).__name__)


@wires_of.register
def _(row: Param) -> st.SearchStrategy[tuple[dict[str, Any], bool]]:
    drawn = values(row.domain).map(lambda value: ({row.wire: value}, _writes_itself(row, value)))
    absent = [*row.unset, *([None] if row.nullable else [])]
    return drawn | st.sampled_from([({row.wire: word}, False) for word in absent]) if absent else drawn


def _writes_itself(row: Param, value: object) -> bool:
    """A second word for the same thing is read and never written."""
    if not isinstance(row.domain, Words) or row.field is None:
        return True
    canonical = row.domain.decode(value)
    return canonical is None or same(row.domain.encode(canonical), value)


@wires_of.register
def _(row: Const) -> st.SearchStrategy[tuple[dict[str, Any], bool]]:
    written = [({row.wire: row.value}, True)] * 3
    return st.sampled_from(written + [({row.wire: word}, False) for word in row.also])


@wires_of.register
def _(row: Pictures) -> st.SearchStrategy[tuple[dict[str, Any], bool]]:
    least = max(row.min, 1)
    items = st.one_of([_filled(part) for part in row.parts])
    lists = st.lists(items, min_size=least, max_size=max(least, min(row.max or 3, 3)))
    drawn = lists.map(lambda found: ({row.wire: found}, True))
    if row.items is not None:
        drawn |= st.lists(values(row.items), min_size=least, max_size=least + 1).map(lambda found: ({row.wire: found}, True))
    return drawn | items.map(lambda item: ({row.wire: item}, False)) if row.bare else drawn


def _filled(part: Part) -> st.SearchStrategy[Any]:
    from imgparams.rows import _fill

    return values(part.image).map(lambda value: _fill(part.template, value))


@wires_of.register
def _(row: Keys) -> st.SearchStrategy[tuple[dict[str, Any], bool]]:
    several = st.lists(st.sampled_from(row.keys), min_size=1, unique=True)
    chosen = several.map(lambda found: sorted(found, key=row.keys.index))
    return chosen.flatmap(
        lambda keys: st.fixed_dictionaries({key: _filled(row.part) for key in keys}).map(
            lambda flat: (flat, not row.read_only and tuple(keys) == row.keys[: len(keys)])
        )
    )


@wires_of.register
def _(row: Sizes) -> st.SearchStrategy[tuple[dict[str, Any], bool]]:
    single = [st.tuples(spelled(spelling), st.just(not spelling.read_only)) for spelling in row.spellings]
    if len(row.spellings) > 1:
        every = st.tuples(*map(spelled, row.spellings))
        single.append(every.map(lambda flats: ({wire: word for flat in flats for wire, word in flat.items()}, False)))
    return st.one_of(single)


@singledispatch
def spelled(spelling: Spelling) -> st.SearchStrategy[dict[str, Any]]:
    """Legal wires of one spelling."""
    raise NotImplementedError(type(spelling).__name__)


@spelled.register
def _(spelling: Sides) -> st.SearchStrategy[dict[str, Any]]:
    return sizes_of(spelling.sizes).map(lambda size: {spelling.width: size.width, spelling.height: size.height})


@spelled.register
def _(spelling: PixelText) -> st.SearchStrategy[dict[str, Any]]:
    drawn = sizes_of(spelling.sizes).map(lambda size: {spelling.wire: f"{size.width}{spelling.separator}{size.height}"})
    return drawn | st.just({spelling.wire: spelling.auto}) if spelling.auto else drawn


@spelled.register
def _(spelling: Names) -> st.SearchStrategy[dict[str, Any]]:
    ratios = (
        [{spelling.ratio: word} for word in [*(w for _, w in spelling.ratios), *spelling.more]]
        if spelling.ratio
        else []
    )
    tiers = [{spelling.tier: word} for _, word in spelling.tiers]
    pairs = [{**ratio, **tier} for ratio in ratios for tier in tiers]
    return st.sampled_from(ratios + tiers + pairs)


@st.composite
def requests(draw: st.DrawFn, target: Target, canonical: bool | None = None) -> dict[str, Any]:
    """Legal requests of a target; with `canonical` only those in its one canonical spelling."""
    return draw(_requests(target).filter(lambda found: canonical in (None, found[1])))[0]


@st.composite
def _requests(draw: st.DrawFn, target: Target) -> tuple[dict[str, Any], bool]:
    from imgparams.paths import rebuild

    rows = [row for row in target.settled_rows if row.wires]
    free = [row for row in rows if not _required(row)]
    chosen = draw(st.lists(st.sampled_from(free), max_size=6, unique_by=id)) if free else []
    flat: dict[str, Any] = {}
    canonical = True
    for row in [row for row in rows if _required(row)] + chosen:
        found, plain = draw(wires_of(row))
        canonical = canonical and plain
        flat |= found
    lone = [row for row in rows if isinstance(row, Const) and row.optional and row not in chosen]
    for row in lone:  # what we always say may be left out, which is another spelling
        if draw(st.booleans()):
            flat[row.wire] = row.value
        else:
            canonical = False
    for _ in range(12):  # rules: what breaks one is left out
        bad = [found for found in check(rebuild(flat), target) if found.level == "error" or found.code == "ignored"]
        wires = [wire for wire in flat if any(_at(wire, found.path) for found in bad)]
        for wire in wires or (list(flat) if bad else []):
            if not _required(target.by_wire[wire]) and not isinstance(target.by_wire[wire], Const):
                del flat[wire]
        if not bad:
            break
    request = rebuild(flat)
    assume(not [found for found in check(request, target) if found.level == "error" or found.code == "ignored"])
    return request, canonical and "" not in {str(value) for value in flat.values() if value == {} or value == []}


def _required(row: Row) -> bool:
    return bool(getattr(row, "required", False)) or (isinstance(row, Const) and not row.optional)


def _at(wire: str, path: tuple[str | int, ...]) -> bool:
    from imgparams.paths import parse

    return parse(wire) == path[: len(parse(wire))]


# ---- intents


def references(provider: str = "acme") -> st.SearchStrategy[Reference]:
    """References of every kind and role."""
    kinds = [{"data": PNG}, {"url": "https://example.com/a.png"}, {"file_id": "f-1", "provider": provider}]
    kinds.append({"file_id": "f-2", "provider": "another"})
    return st.builds(
        lambda kind, role, weight: Reference(**kind, role=role, weight=weight),
        st.sampled_from(kinds),
        st.sampled_from(["image", "image", *ROLES]),
        st.sampled_from([None, None, None, 0.5]),
    )


@st.composite
def intents(draw: st.DrawFn, target: Target | None = None) -> Intent:
    """Intents, hostile values among them; with a target also entries of its own fields in `provider_options`."""
    provider = target.provider if target else "acme"
    masks = st.builds(lambda r, e: evolve(r, edits=e), references(provider), st.sampled_from([None, "white", "black"]))
    drawn: dict[str, Any] = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "prompt": st.sampled_from(["", "a cat", "x" * 5000, "a \N{CAT FACE}"]),
                "negative_prompt": st.sampled_from(["", "blurry", "y" * 40000]),
                "quality": st.sampled_from([*QUALITY, "auto", "standard", "odd"]),
                "n": st.integers(1, 12) | st.sampled_from([40, 10**9]),
                "seed": st.integers(-5, 2**34) | st.sampled_from([0, -1, 2**63]),
                "references": st.lists(references(provider), min_size=1, max_size=5),
                "mask": masks,
                "output_format": st.sampled_from(["png", "jpeg", "webp", "gif", "svg", "odd"]),
                "output_compression": st.integers(-5, 120),
                "background": st.sampled_from(["auto", "transparent", "opaque"]),
                "guidance": st.sampled_from([0, 1, 3.5, 7, 30, -1.25]),
                "steps": st.integers(-1, 200),
                "strength": st.decimals(0, 1, places=2).map(float) | st.floats(0, 1),
                "stream": st.booleans(),
                "user": st.just("u-1"),
            },
        )
    )
    drawn |= draw(_shapes())
    if target is not None and draw(st.booleans()):
        drawn["provider_options"] = {target.provider: draw(_options(target))}
    return Intent(**drawn)


def _shapes() -> st.SearchStrategy[dict[str, Any]]:
    exact = st.one_of(st.sampled_from(SIZES), st.tuples(st.integers(1, 5000), st.integers(1, 5000)))
    named = {"aspect_ratio": st.sampled_from(RATIOS), "resolution": st.sampled_from(TIERS)}
    return st.fixed_dictionaries({"size": exact}) | st.fixed_dictionaries({}, optional=named)


def _options(target: Target) -> st.SearchStrategy[dict[str, Any]]:
    """Some of a target's own wires with legal and illegal values, and one that no vendor knows."""
    from imgparams.paths import rebuild

    rows = [row for row in target.settled_rows if row.wires and not isinstance(row, Const)]
    odd: st.SearchStrategy[Any] = st.sampled_from(
        [True, False, 0, 1, -1, 2.5, 99, "", "odd", "1:1", "auto", [], {}, None, 768]
    )
    ruled = sorted({wire for rule in target.rules for wire in rule.wires})
    wires = st.sampled_from([*ruled, *target.by_wire, "no_such_field"])
    wild = st.dictionaries(wires, odd, max_size=2)
    legal = st.lists(st.sampled_from(rows), max_size=4, unique_by=id).flatmap(
        lambda some: st.tuples(*(wires_of(row) for row in some))
    )
    return st.tuples(legal, wild).map(
        lambda found: rebuild({**{w: v for flat, _ in found[0] for w, v in flat.items()}, **found[1]})
    )


# ---- the laws


def finished(done: Translation) -> Translation:
    """The translation with every need answered."""
    for _ in range(6):
        if not done.needs:
            break
        done = done.supply({need.at: _solve(need, done.target) for need in done.needs})
    assert not done.needs, done.needs
    return done


def _solve(need: Need, target: Target) -> Any:
    if need.kind == "upload":
        return Reference(file_id="up-1", provider=target.provider)
    if need.kind == "host":
        return Reference(url="https://example.com/hosted.png")
    if need.kind == "repaint":
        return Reference(data=PNG, edits=need.edits)
    if need.kind == "value" and not need.at.startswith(("references", "mask")):
        wire = need.at.split(".", 2)[-1]
        row = target.by_wire[wire] if wire in target.by_wire else target.by_field[need.at][0]
        domain: Domain = row.domain  # type: ignore[attr-defined]
        return domain.first() if domain.first() is not None else _some_text(domain)
    return Reference(data=PNG)


def _some_text(domain: Domain) -> str:
    candidates = ["a cat", "https://example.com/a.png", "x" * getattr(domain, "min_length", 1)]
    return next(text for text in candidates if domain.has(text))


def _bad(done: Mapping[str, Any], target: Target) -> list[Any]:
    return [found for found in check(done, target) if found.level == "error" or found.code == "ignored"]


def law_legal(target: Target, data: st.DataObject) -> None:
    """What is written is taken by the vendor, and nothing of it is ignored."""
    done = to_request(data.draw(intents(target)), target)
    whole = finished(done)
    assert not _bad(whole.request, whole.target), _bad(whole.request, whole.target)
    if not done.needs:
        assert not _bad(done.request, done.target)


def law_honest(target: Target, data: st.DataObject) -> None:
    """A field is met, or exactly one change names it; nothing is added without a change."""
    intent = data.draw(intents(target))
    done = to_request(intent, target)
    asked = asked_of(intent, done.target)
    back = read(done.target, done._flat)
    said = {**done.target.fixed, **back.fields}
    named = [change.field for change in done.changes]
    assert len(set(named)) == len(named), named
    for name, wish in asked.fields.items():
        assert _met(name, wish, said, done) == (name not in named), (name, wish, said.get(name), done.changes)
    shape_asked = any(name in asked.fields for name in SHAPE)
    for name in back.fields:
        if name not in asked.fields and not (name in SHAPE and shape_asked):
            assert [c.kind for c in done.changes if c.field == name] == ["added"], name
    for wire, wish in asked.raw.items():
        sent = wire in done._flat and same(done._flat[wire], wish)
        assert sent == (f"provider_options.{done.target.provider}.{wire}" not in named), wire
    for change in done.changes:
        assert (change.kind == "dropped") == (change.became is None)
        assert (change.kind == "added") == (change.asked is None)
        assert change.why
        assert len(str(change).splitlines()) == 1


def _met(name: str, wish: Any, said: Mapping[str, Any], done: Translation) -> bool:
    got = said.get(name)
    px = pixels(done.target, done._flat)
    if name == "size":
        return px == wish
    if name == "aspect_ratio" and wish.value is None:
        return "size" not in said and (got is None or got.value is None)
    if name == "aspect_ratio":
        named = got is not None and got.value == wish.value
        return named or (px is not None and abs(math.log(px.width / px.height / wish.value)) <= 0.02)
    if name == "resolution":
        return got == wish or (px is not None and abs(math.log(px.width * px.height / tier_area(wish))) <= 0.2)
    if name in ("references", "mask"):
        wishes, gots = (wish, got or ()) if name == "references" else ((wish,), (got,) if got else ())
        return sorted(map(_face, wishes)) == sorted(map(_face, gots)) and (name != "mask" or _marked(wish, got))
    return same(wish, "auto" if got is None else got)


def _face(reference: Reference) -> str:
    role = "image" if reference.role in ("source", "reference") else reference.role
    return repr((reference.data, reference.url, reference.file_id, reference.provider, role, reference.weight))


def _marked(wish: Reference, got: Reference | None) -> bool:
    return (
        got is None
        or got.edits is None
        or wish.file_id is not None
        or (wish.edits or "transparent") == got.edits
        or got is wish
    )


def law_settled(target: Target, data: st.DataObject) -> None:
    """A finished request, read and written again, is itself."""
    done = finished(to_request(data.draw(intents(target)), target))
    again = to_request(to_intent(done.request, done.target), done.target)
    assert same(again.request, done.request), (again.request, done.request)
    assert again.changes == (), again.changes
    assert again.needs == ()


def law_reversible(target: Target, data: st.DataObject) -> None:
    """A legal request reads as an intent that asks for it without a change; in canonical spelling it is itself."""
    request, canonical = data.draw(_requests(target))
    intent = to_intent(request, target)
    done = to_request(intent, target)
    assert done.target is target
    assert done.changes == (), done.changes
    assert done.needs == ()
    assert to_intent(done.request, target) == intent
    if canonical:
        assert same(done.request, request), (done.request, request)


def law_nearest(target: Target, data: st.DataObject) -> None:
    """A member of a domain is its own nearest; the answer for a size is the nearest of the legal ones."""
    rows = [row for row in target.settled_rows if isinstance(row, Param) and not isinstance(row.domain, Image)]
    for row in data.draw(st.lists(st.sampled_from(rows), max_size=5, unique_by=id)) if rows else ():
        _own_nearest(row.domain, data)
    for spelling in (s for row in target.settled_rows if isinstance(row, Sizes) for s in row.spellings):
        sizes = getattr(spelling, "sizes", None)
        if isinstance(sizes, SizeSet):
            ratio, area = data.draw(_wishes())
            nearest = sizes.nearest(ratio, area)
            assert nearest is None or sizes.has(nearest)
            others = list(_neighbours(sizes, nearest, ratio, data))
            assert nearest == brute(sizes, [*others, *([nearest] if nearest else [])], ratio, area)


def _own_nearest(domain: Domain, data: st.DataObject) -> None:
    member = data.draw(values(domain))
    canonical = domain.decode(member)
    if canonical is not None:
        once = domain.encode(canonical)
        assert domain.has(once)
        assert isinstance(domain, Words) or same(once, member), (domain, member, once)
    if isinstance(domain, Int):
        wish = data.draw(st.integers(-(10**6), 10**7))
        found = domain.encode(wish)
        if found is not None:
            assert domain.has(found)
            low, high = domain.bounds()
            near = range(found - domain.multiple_of, found + domain.multiple_of + 1, domain.multiple_of)
            legal = [x for x in near if (low is None or x >= low) and (high is None or x <= high)]
            fair = [x for x in legal if x <= wish] or [min(legal)] if domain.down else legal
            assert found == min(fair, key=lambda x: (abs(x - wish), x))


def _wishes() -> st.SearchStrategy[tuple[Fraction, Fraction]]:
    sides = st.integers(1, 5000)
    ratio = st.builds(Fraction, sides, sides) | st.sampled_from([AspectRatio(r).value or Fraction(1) for r in RATIOS])
    return st.tuples(ratio, st.integers(10**3, 2 * 10**7).map(Fraction) | st.sampled_from(list(map(tier_area, TIERS))))


def _neighbours(sizes: SizeSet, found: Size | None, ratio: Fraction, data: st.DataObject) -> Iterator[Size]:
    """All sizes of a list; of a grid those around the answer and some from anywhere."""
    if isinstance(sizes, Pairs):
        yield from sizes.sizes
    elif isinstance(sizes, Grid) and found is not None:
        across, down = sizes.width.multiple_of, sizes.height.multiple_of
        for x in range(-8, 9):
            for y in range(-8, 9):
                width, height = found.width + x * across, found.height + y * down
                if width > 0 and height > 0 and sizes.has(Size(width, height)):
                    yield Size(width, height)
        yield from (size for size in data.draw(st.lists(sizes_of(sizes), max_size=3)) if fits(Fraction(*size), ratio))


def brute(sizes: SizeSet, candidates: list[Size], ratio: Fraction, area: Fraction) -> Size | None:
    """The nearest of some sizes, by the order of the design, written without any cleverness."""
    legal = [size for size in candidates if sizes.has(size)]
    legal = [size for size in legal if fits(Fraction(*size), ratio)] or legal
    if not legal:
        return None
    floats = [near_cost(math.log(s.width / s.height / ratio), math.log(s.width * s.height / area)) for s in legal]
    near = [size for size, cost in zip(legal, floats, strict=True) if cost <= min(floats) + 1e-6]
    return min(near, key=lambda size: size_cost(size, ratio, area))


def law_mirror(target: Target, data: st.DataObject) -> None:
    """Where a set holds every transpose, the answer for the transposed wish is the transposed answer."""
    for spelling in (s for row in target.settled_rows if isinstance(row, Sizes) for s in row.spellings):
        sizes = getattr(spelling, "sizes", None)
        if isinstance(sizes, SizeSet) and _symmetric(sizes):
            ratio, area = data.draw(_wishes() | _ties(sizes))
            one, other = sizes.nearest(ratio, area), sizes.nearest(1 / ratio, area)
            assert ratio == 1 or (one and Size(*one[::-1])) == other, (ratio, area)


def _symmetric(sizes: SizeSet) -> bool:
    if isinstance(sizes, Pairs):
        return all(Size(size.height, size.width) in sizes.sizes for size in sizes.sizes)
    if not isinstance(sizes, Grid) or sizes.width != sizes.height:
        return False
    return sizes.ratio is None or sizes.ratio[0] * sizes.ratio[1] == 1


def _ties(sizes: SizeSet) -> st.SearchStrategy[tuple[Fraction, Fraction]]:
    """Wishes half-way between two legal sizes: a ratio whose square is the product of two legal ratios."""

    def between(pair: tuple[Size, Size]) -> tuple[Fraction, Fraction] | None:
        product = Fraction(*pair[0]) * Fraction(*pair[1])
        root = Fraction(math.isqrt(product.numerator), math.isqrt(product.denominator))
        return (root, Fraction(pair[0].width * pair[0].height)) if root * root == product else None

    pairs = st.tuples(sizes_of(sizes), sizes_of(sizes)).map(between)
    return pairs.map(lambda wish: wish or (Fraction(2), Fraction(2**20)))


KINDS = ("clamped", "mapped", "dropped", "added")


def law_strict(target: Target, data: st.DataObject) -> None:
    """STRICT answers the same request or refuses with exactly the changes; no policy lets through what it forbids."""
    intent = data.draw(intents(target))
    done = to_request(intent, target)
    try:
        strict = to_request(intent, target, allow=STRICT)
        assert done.changes == ()
        assert same(strict.request, done.request)
    except Refused as error:
        assert error.changes == done.changes
        assert error.changes
    name = data.draw(st.sampled_from(["n", "seed", "size", "quality", "prompt", "strength", "references"]))
    kinds = data.draw(st.sampled_from([("dropped", "added"), ("clamped", "added"), ()]))
    only: dict[str, Any] = {name: kinds}
    policy = Policy(**only)
    try:
        some = to_request(intent, target, allow=policy)
    except Refused as error:
        assert error.refused
        assert all(change in error.changes for change in error.refused)
        return
    assert all(policy.allows(change) for change in some.changes)
    whole = finished(some)
    assert not _bad(whole.request, whole.target)


def law_convert(target: Target, data: st.DataObject) -> None:
    """A request converted to its own target is the request that its reading asks for."""
    request, canonical = data.draw(_requests(target))
    done = convert(request, source=target, target=target)
    assert done.changes == (), done.changes
    assert same(done.request, to_request(to_intent(request, target), target).request)
    if canonical:
        assert same(done.request, request)


def law_plan(target: Target, data: st.DataObject) -> None:
    """The parts are legal, their images add up to n, and no seed comes twice."""
    intent = data.draw(intents(target))
    try:
        parts = plan(intent, target, limit=20)
    except Refused as error:
        assert error.problems or error.changes
        return
    asked = asked_of(intent, parts[0].target)
    wanted = asked.fields.get("n")
    for part in parts:
        whole = finished(part)
        assert not _bad(whole.request, whole.target)
    if len(parts) == 1:
        return
    assert sum(part.count or 0 for part in parts) == wanted
    seeds = []
    for part in parts:
        seed = overlaid(part.target, part._flat).get("seed")
        if seed is None:
            return
        seeds += list(range(seed, seed + (part.count or 1)))
    assert len(set(seeds)) == wanted


def law_total(target: Target, data: st.DataObject) -> None:
    """Any JSON is judged, read and written again without an exception, and nothing of it is lost."""
    known = st.sampled_from([*target.by_wire, *(wire.split(".")[0] for wire in target.by_wire), "zz", "a.b", "a[0]'"])
    request = data.draw(st.dictionaries(known, JSON, max_size=6) | JSON)
    check(request, target)
    if not isinstance(request, dict):
        _raises_invalid(lambda: to_intent(request, target))
        return
    intent = to_intent(request, target)
    flat = target.tree.flatten(request)
    seen = read(target, flat)
    said = {wire for wires in seen.where.values() for wire in wires} | set(seen.raw)
    for wire in target.present(flat):
        row = target.by_wire.get(wire)
        assert wire in said or (isinstance(row, Const) and row.means(flat[wire])) or flat[wire] in ([], ()), wire
    done = to_request(intent, target)
    whole = finished(done)
    assert not _bad(whole.request, whole.target)
    str(done.changes)
    _raises_invalid(lambda: to_intent({**request, "prompt": math.nan}, target))
    _raises_invalid(lambda: convert({"x": "\ud800"}, source=target, target=target))
    assert check({"x": object()}, target)


def _raises_invalid(call: Callable[[], object]) -> None:
    try:
        call()
    except Invalid as error:
        assert str(error)
    else:
        raise AssertionError("no error")


def law_tables(target: Target, data: st.DataObject) -> None:
    """The smallest request is legal, words can be read back, and no reachable set of rules contradicts itself."""
    smallest = finished(to_request(Intent(), target))
    assert not _bad(smallest.request, smallest.target)
    for row in target.settled_rows:
        if isinstance(row, Param) and isinstance(row.domain, Words):
            for wire in row.domain.words:
                canonical = row.domain.decode(wire)
                if canonical is not None and row.domain.encode(canonical) is not None:
                    assert same(row.domain.decode(row.domain.encode(canonical)), canonical)
    when: dict[str, list[Any]] = {}
    for rule in target.rules:
        if isinstance(rule, Rule):
            for wire, condition in {**rule.when, **rule.then}.items():
                when.setdefault(wire, []).extend(_edges(condition))
    chosen = data.draw(st.lists(st.sampled_from(sorted(when)), max_size=6, unique=True)) if when else []
    flat = {wire: data.draw(st.sampled_from(when[wire])) for wire in chosen if when[wire]}
    options = {wire: value for wire, value in flat.items() if value is not None}
    done = finished(to_request(Intent("a cat", provider_options={target.provider: options}), target))
    assert not _bad(done.request, done.target)


def _edges(condition: Domain) -> list[Any]:
    """Values on both sides of a condition."""
    inner = getattr(condition, "domain", condition)
    if isinstance(inner, (Int, Num)):
        return [x + d for x in (inner.min, inner.max) if x is not None for d in (-1, 0, 1)]
    words = list(getattr(inner, "words", ()))
    if words and all(isinstance(word, bool) for word in words):
        return [True, False]
    return [*words, "odd"] if words else [1, "a", True]


LAWS: dict[str, Callable[[Target, st.DataObject], None]] = {
    name.removeprefix("law_"): law for name, law in list(globals().items()) if name.startswith("law_")
}


def run(law: str, target: Target, *, examples: int = 25, seed: int | None = None) -> None:
    """One law over one target; raises AssertionError with the smallest counterexample found."""

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=seed is None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def body(data: st.DataObject) -> None:
        LAWS[law](target, data)

    body()


def laws(target: Target, *, examples: int = 100) -> None:
    """Runs every law over a target; raises AssertionError with the smallest counterexample found."""
    for law in LAWS:
        run(law, target, examples=examples)
