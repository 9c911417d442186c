"""The laws that every target keeps, each a function of a target and hypothesis' data.

They test the engine and whether a table is consistent, not its facts: a table with width and height swapped passes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any
from zlib import crc32

import hypothesis
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imgparams.checking import check
from imgparams.contract import SHAPE, Row
from imgparams.conversion import convert
from imgparams.engine.measuring import pixels
from imgparams.engine.needs import Need
from imgparams.engine.reading import asked_of, overlaid, raw_wire, read
from imgparams.errors import ImgparamsError, Invalid, Refused
from imgparams.geometry import AspectRatio, Size, tier_area
from imgparams.intent import Intent
from imgparams.planning import plan
from imgparams.policy import ALL, STRICT, Policy
from imgparams.reference import Reference
from imgparams.tables.alternatives import Alternatives
from imgparams.tables.conditions import OFF, Not
from imgparams.tables.containers import ListOf
from imgparams.tables.domains import Domain, Int, Num, OneOf
from imgparams.tables.images import Image
from imgparams.tables.pictures import Content
from imgparams.tables.rows import Const, Param
from imgparams.tables.rules import Rule
from imgparams.tables.size_sets import Grid, Pairs, SizeSet, fits, near_cost, size_cost
from imgparams.tables.sizes import Sizes
from imgparams.tables.words import Text, Words
from imgparams.target import Target
from imgparams.testing.legal import JSON, RATIOS, TIERS, sizes_of, values
from imgparams.testing.respelling import respelled
from imgparams.testing.samples import PNG
from imgparams.testing.strategies import intents, requests_of
from imgparams.translation import Translation, to_intent, to_request
from imgparams.values import JsonMapping, JsonObject, Path, same


def finished(done: Translation) -> Translation:
    """Returns the translation with every need answered."""
    for _ in range(6):  # an answer may raise another need
        if done.needs:
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
        wire = raw_wire(need.at, target.provider)
        domain = _domain(target.by_wire[wire] if wire else target.by_field[need.at][0], wire, need.at)
        return _some(domain)
    return Reference(data=PNG)


def _domain(row: Row, wire: str, name: str) -> Domain:
    """What a row takes on a wire, or for a field."""
    if isinstance(row, Content):
        return next(part.domain for part in row.texts if part.field == name)
    domain = row.domain_of(wire) if isinstance(row, Alternatives) else row.domain
    assert domain is not None
    return domain


def _some(domain: Domain) -> Any:
    """A member of a domain that knows none by itself."""
    if domain.first() is not None:
        return domain.first()
    if isinstance(domain, ListOf):
        return [_some(domain.item)] * max(domain.min, 1)
    candidates: list[Any] = [
        1,
        "a cat",
        "https://example.com/a.png",
        "#00ff00",
        "x" * (domain.min_length if isinstance(domain, Text) else 1),
    ]
    return next(value for value in candidates if domain.has(value))


def _bad(done: JsonMapping, target: Target) -> list[object]:
    """Errors, and what the vendor ignores of the fields that the table has; unknown ones are sent as asked."""
    problems = check(done, target)
    return [
        problem
        for problem in problems
        if problem.level == "error" or (problem.code == "ignored" and _is_of_table(problem.path, target))
    ]


def _is_of_table(path: Path, target: Target) -> bool:
    inside = path[1:] if target.in_list else path
    leaves, branches = target.tree.leaves, target.tree.branches  # a wire may also be an object around others
    ends = range(1, len(inside) + 1)
    return any(inside[:end] in leaves and (end == len(inside) or inside[:end] not in branches) for end in ends)


def law_legal(target: Target, data: st.DataObject) -> None:
    """The vendor accepts every request that is built, and ignores no field of its table."""
    done = to_request(data.draw(intents(target)), target, allow=ALL)
    whole = finished(done)
    assert not _bad(whole.request, whole.target), _bad(whole.request, whole.target)
    if not done.needs:
        assert not _bad(done.request, done.target)


def law_honest(target: Target, data: st.DataObject) -> None:
    """Each set field is met, or exactly one change names it; nothing is added without a change."""
    intent = data.draw(intents(target))
    done = to_request(intent, target, allow=ALL)
    asked = asked_of(intent, done.target)
    back = read(done.target, done._flat)
    fields = {**done.target.fixed, **back.fields}
    named = [change.field for change in done.changes]
    assert len(set(named)) == len(named), named
    for name, wish in asked.fields.items():
        assert _met(name, wish, fields, done) == (name not in named), (name, wish, fields.get(name), done.changes)
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


def _met(name: str, wish: Any, fields: JsonMapping, done: Translation) -> bool:
    got = fields.get(name)
    px = pixels(done.target, done._flat)
    if name == "size":
        return bool(px == wish or got == wish)
    if name == "aspect_ratio" and wish.value is None:
        return "size" not in fields and (got is None or got.value is None)
    if name == "aspect_ratio":
        named = got is not None and got.value == wish.value
        return named or (px is not None and abs(math.log(px.width / px.height / wish.value)) <= 0.02)
    if name == "resolution":
        return got == wish or (px is not None and _of_tier(px, tier_area(wish)))
    if name == "references":
        return sorted(map(_face, wish)) == sorted(map(_face, got or ()))
    if name == "mask":
        return got is not None and _face(wish) == _face(got) and _marked(wish, got)
    if got is None:
        return wish == "auto" or (name, wish) in (("stream", False), ("negative_prompt", ""))
    return same(wish, got)


def _of_tier(px: Size, area: Fraction) -> bool:
    """Whether pixels are of a tier: by their area within 0.2, or by their long side within 0.07, both in ln."""
    by_area = abs(math.log(px.width * px.height / area)) <= 0.2
    return by_area or abs(math.log(max(px) ** 2 / area)) / 2 <= 0.07


def _face(reference: Reference) -> str:
    role = "image" if reference.role in ("source", "reference") else reference.role
    weight = None if reference.weight is None else float(reference.weight)
    return repr((reference.data, reference.url, reference.file_id, reference.provider, role, weight))


def _marked(wish: Reference, got: Reference) -> bool:
    if wish.edits is None:
        return wish.file_id is not None or got.edits in (None, "transparent")
    return got.edits == wish.edits


def law_settled(target: Target, data: st.DataObject) -> None:
    """A finished request, parsed and built again, is the same request."""
    done = finished(to_request(data.draw(intents(target)), target, allow=ALL))
    again = to_request(to_intent(done.request, done.target), done.target, allow=ALL)
    assert same(again.request, done.request), (again.request, done.request)
    assert again.changes == (), again.changes
    assert again.needs == ()


def law_reversible(target: Target, data: st.DataObject) -> None:
    """A legal request parses to an intent that gives no change; in canonical form the same request comes back."""
    request, canonical = data.draw(requests_of(target))
    intent = to_intent(request, target)
    done = to_request(intent, target, allow=ALL)
    assert done.target is target
    assert done.changes == (), done.changes
    assert done.needs == ()
    assert to_intent(done.request, target) == intent
    if canonical:
        assert same(done.request, request), (done.request, request)


def law_nearest(target: Target, data: st.DataObject) -> None:
    """A legal value is its own nearest value; a set of sizes answers with the nearest of all legal ones."""
    rows = [row for row in target.model_rows if isinstance(row, Param) and not isinstance(row.domain, Image)]
    for row in data.draw(st.lists(st.sampled_from(rows), max_size=5, unique_by=id)) if rows else ():
        _own_nearest(row.domain, data)
    for spelling in (s for row in target.model_rows if isinstance(row, Sizes) for s in row.spellings):
        sizes = spelling.sizes
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
        nearest: Any = domain.encode(wish)
        assert domain.has(nearest)
        low, high = domain.bounds()
        near = range(nearest - domain.multiple_of, nearest + domain.multiple_of + 1, domain.multiple_of)
        legal = [x for x in near if (low is None or x >= low) and (high is None or x <= high)]
        fair = [x for x in legal if x <= wish] or [min(legal)] if domain.round_down else legal
        assert nearest == min(fair, key=lambda x: (abs(x - wish), x))


def _wishes() -> st.SearchStrategy[tuple[Fraction, Fraction]]:
    sides = st.integers(1, 5000)
    ratio = st.builds(Fraction, sides, sides) | st.sampled_from([AspectRatio(r).value or Fraction(1) for r in RATIOS])
    return st.tuples(ratio, st.integers(10**3, 2 * 10**7).map(Fraction) | st.sampled_from(list(map(tier_area, TIERS))))


def _neighbours(sizes: SizeSet, nearest: Size | None, ratio: Fraction, data: st.DataObject) -> Iterator[Size]:
    """All sizes of a list; of a grid those around the answer and some from anywhere."""
    if isinstance(sizes, Pairs):
        yield from sizes.sizes
    elif isinstance(sizes, Grid) and nearest is not None:
        across, down = sizes.width.multiple_of, sizes.height.multiple_of
        for x in range(-8, 9):
            for y in range(-8, 9):
                width, height = nearest.width + x * across, nearest.height + y * down
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
    """In a symmetric set, swapping width and height in the intent swaps them in the result."""
    for spelling in (s for row in target.model_rows if isinstance(row, Sizes) for s in row.spellings):
        sizes = spelling.sizes
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


def law_strict(target: Target, data: st.DataObject) -> None:
    """STRICT gives the same request or refuses with exactly the changes; no policy lets through what it forbids."""
    intent = data.draw(intents(target))
    done = to_request(intent, target, allow=ALL)
    try:
        strict = to_request(intent, target, allow=STRICT)
        assert done.changes == ()
        assert same(strict.request, done.request)
    except Refused as error:
        assert error.changes == done.changes
        assert error.changes
    name = data.draw(st.sampled_from(["n", "seed", "size", "quality", "prompt", "strength", "references"]))
    kinds = data.draw(st.sampled_from([("dropped", "added"), ("clamped", "added"), ()]))
    only: JsonObject = {name: kinds}
    policy = Policy(ALL, **only)
    try:
        some = to_request(intent, target, allow=policy)
    except Refused as error:
        assert error.refused
        assert all(change in error.changes for change in error.refused)
        return
    assert all(policy.allows(change) for change in some.changes)
    try:
        whole = finished(some)
    except Refused as error:  # a picture that was lacking is another wish: it is refused of both at once too
        assert _told(error) == _told_with_pictures(intent, some, policy)
        return
    assert not _bad(whole.request, whole.target)


def _told(error: Refused) -> set[tuple[str, str]]:
    return {(change.field, change.kind) for change in error.refused}


def _told_with_pictures(intent: Intent, some: Translation, policy: Policy) -> set[tuple[str, str]]:
    """What is refused of an intent that has the lacking pictures from the start."""
    lacking = [need for need in some.needs if need.kind == "value" and need.at.startswith("references[")]
    pictures = [_solve(need, some.target) for need in lacking]
    try:
        to_request(evolve(intent, references=(*intent.references, *pictures)), some.target, allow=policy)
    except Refused as error:
        return _told(error)
    return set()


def law_convert(target: Target, data: st.DataObject) -> None:
    """A request converted for its own target is the request that its intent gives."""
    request, canonical = data.draw(requests_of(target))
    done = convert(request, source=target, target=target, allow=ALL)
    assert done.changes == (), done.changes
    assert same(done.request, to_request(to_intent(request, target), target, allow=ALL).request)
    if canonical:
        assert same(done.request, request)


def law_spellings(target: Target, data: st.DataObject) -> None:
    """A request in second spellings is judged and read as the same in the written ones."""
    if not target.also_read and target.lone_objects == "refused":
        return
    request, _ = data.draw(requests_of(target))
    second = respelled(request, target)
    assert check(second, target) == check(request, target)
    assert to_intent(second, target) == to_intent(request, target)


def law_plan(target: Target, data: st.DataObject) -> None:
    """Every request is legal, their images add up to n, and no seed is used twice."""
    intent = data.draw(intents(target))
    try:
        parts = plan(intent, target, limit=20, allow=ALL)
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
    """Any JSON can be checked, parsed and built again without an exception, and nothing in it is lost."""
    keys = st.sampled_from([*target.by_wire, *(wire.split(".")[0] for wire in target.by_wire), "zz", "a.b", "a[0]'"])
    request = data.draw(st.dictionaries(keys, JSON, max_size=6) | JSON)
    check(request, target)
    if target.in_list and isinstance(request, list) and len(request) == 1:
        request = request[0]
    if not isinstance(request, dict):
        _raises_invalid(lambda: to_intent(request, target))
        return
    intent = to_intent(request, target)
    flat = target.tree.flatten(request)
    seen = read(target, flat)
    read_wires = {wire for wires in seen.where.values() for wire in wires} | set(seen.raw)
    for wire in target.present(flat):
        row = target.by_wire.get(wire)
        assert wire in read_wires or (isinstance(row, Const) and row.means(flat[wire])) or flat[wire] in ([], ()), wire
    done = to_request(intent, target, allow=ALL)
    whole = finished(done)
    assert not _bad(whole.request, whole.target)
    str(done.changes)
    _raises_invalid(lambda: to_intent({**request, "prompt": math.nan}, target))
    _raises_invalid(lambda: convert({"x": "\ud800"}, source=target, target=target, allow=ALL))
    assert check({"x": object()}, target)


def _raises_invalid(call: Callable[[], object]) -> None:
    try:
        call()
    except Invalid as error:
        assert str(error)
    else:
        raise AssertionError("no error")


def law_tables(target: Target, data: st.DataObject) -> None:
    """The smallest request is legal, every word parses back, and no reachable set of rules contradicts itself."""
    smallest = finished(to_request(Intent(), target, allow=ALL))
    assert not _bad(smallest.request, smallest.target)
    for row in target.model_rows:
        if isinstance(row, Param) and isinstance(row.domain, Words):
            for wire in row.domain.words:
                canonical = row.domain.decode(wire)
                if canonical is not None and row.domain.encode(canonical) is not None:
                    assert same(row.domain.decode(row.domain.encode(canonical)), canonical)
    when: dict[str, list[object]] = {}
    for rule in target.rules:
        if isinstance(rule, Rule):
            for wire, condition in [pair for conditions in (*rule.when, rule.then) for pair in conditions.items()]:
                when.setdefault(wire, []).extend(edges(condition))
    chosen = data.draw(st.lists(st.sampled_from(sorted(when)), max_size=6, unique=True)) if when else []
    flat = {wire: data.draw(st.sampled_from(when[wire])) for wire in chosen if when[wire]}
    options = {wire: value for wire, value in flat.items() if value is not None}
    done = finished(to_request(Intent("a cat", provider_options={target.provider: options}), target, allow=ALL))
    assert not _bad(done.request, done.target)


def edges(condition: Domain) -> list[object]:
    """Values on both sides of a condition."""
    inner = condition.domain if isinstance(condition, Not) else condition
    if isinstance(inner, (Int, Num)):
        return [x + d for x in (inner.min, inner.max) if x is not None for d in (-1, 0, 1)]
    words = list(inner.words) if isinstance(inner, (OneOf, Words)) else []
    if inner == OFF or (words and all(isinstance(word, bool) for word in words)):
        return [True, False]
    return [*words, "odd"] if words else [1, "a", True]


LAWS: dict[str, Callable[[Target, st.DataObject], None]] = {
    name.removeprefix("law_"): law for name, law in list(globals().items()) if name.startswith("law_")
}


def run(law: str, target: Target, *, examples: int = 25, seed: int | None = None) -> None:
    """Runs one law over one target; raises AssertionError.

    Its notes, from Python 3.11 on, have the smallest counterexample. Examples without a `seed` are always the same.
    """

    @hypothesis.seed(crc32(f"{law} {target.name}".encode()) if seed is None else seed)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        report_multiple_bugs=False,  # of several faults one: a group of them is no AssertionError
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def body(data: st.DataObject) -> None:
        try:
            LAWS[law](target, data)
        except ImgparamsError as error:  # a table that contradicts itself
            raise AssertionError(str(error)) from error

    body()


def laws(target: Target, *, examples: int = 100) -> None:
    """Runs every law over a target; raises AssertionError, as `run` does."""
    for law in LAWS:
        run(law, target, examples=examples)
