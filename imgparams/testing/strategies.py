"""Hypothesis strategies: intents, and the legal requests of a target."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from attrs import evolve
from hypothesis import assume
from hypothesis import strategies as st

from imgparams.checking import check
from imgparams.contract import Row
from imgparams.engine.reading import read
from imgparams.engine.solving import share
from imgparams.errors import Problem
from imgparams.intent import DELIVERY_WORDS, QUALITY_WORDS, Intent
from imgparams.paths import rebuild
from imgparams.reference import ROLES, Reference
from imgparams.tables.rows import Const
from imgparams.target import Target
from imgparams.testing.legal import RATIOS, SIZES, TIERS, BodyDrawn, Drawn, WiresDrawn, at, placed, wires_of
from imgparams.testing.samples import PNG
from imgparams.translation import as_served
from imgparams.values import JsonObject


def requests(target: Target, canonical: bool | None = None) -> st.SearchStrategy[dict[str, Any]]:
    """Draws legal requests of a target; with `canonical`, only those in its one canonical form, or only the others."""
    return requests_of(target).filter(lambda both: canonical in (None, both[1])).map(lambda both: both[0])


@lru_cache(maxsize=64)
def _drawn_rows(target: Target) -> tuple[Target, list[tuple[Row, WiresDrawn]]]:
    """A target within the limits of its maker, and what is drawn for each of its rows."""
    bound = as_served(target).bound
    return bound, [(row, wires_of(row)) for row in bound.model_rows if row.wires]


@st.composite
def requests_of(draw: st.DrawFn, target: Target) -> tuple[dict[str, Any], bool]:
    """Draws legal requests, each with whether it is in its one canonical form; within the limits of the maker."""
    target, rows = _drawn_rows(target)
    free = [both for both in rows if not both[0].always_sent]
    chosen = draw(st.lists(st.sampled_from(range(len(free))), max_size=6, unique=True)) if free else []
    picked = [*(both for both in rows if both[0].always_sent), *(free[number] for number in chosen)]
    flat: JsonObject = {}
    canonical = True
    for _, drawn in picked:
        wires_of_row, plain = draw(drawn)
        canonical = canonical and plain
        flat |= wires_of_row
    sent = [row for row, _ in picked]
    lone = [row for row, _ in rows if isinstance(row, Const) and row.optional and row not in sent]
    for row in lone:  # what we always say may be left out, which is another spelling
        said = draw(st.booleans())
        flat |= {row.wire: row.value} if said else {}
        canonical = canonical and said is not row.read_only
    for _ in range(12):  # rules: what breaks one is left out
        bad = [problem for problem in check(rebuild(flat), target) if _is_bad(problem)]
        wires = [wire for wire in flat if any(at(wire, problem.path) for problem in bad)]
        for wire in wires or (list(flat) if bad else []):
            if not target.by_wire[wire].always_sent and not isinstance(target.by_wire[wire], Const):
                del flat[wire]
        if not bad:
            break
    request = rebuild(flat)
    assume(not any(map(_is_bad, check(request, target))))
    return request, canonical and _shared(target, flat)


def _is_bad(problem: Problem) -> bool:
    return problem.level == "error" or problem.code == "ignored"


def _shared(target: Target, flat: JsonObject) -> bool:
    """Whether each reference is in the row that would be given it."""
    shares = share(target, read(target, flat).fields.get("references", ()))
    for row in target.by_field.get("references", ()):
        references: list[Any] = [value for name, value, _ in row.read(flat, target.provider) if name == "references"]
        if sum(references, ()) != shares.get(id(row), ()):
            return False
    return True


# ---- intents


def references(provider: str = "acme") -> st.SearchStrategy[Reference]:
    """Draws references of every kind and role."""
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
    """Draws intents, hostile values included; with a target, also vendor-specific fields in `provider_options`."""
    drawn = draw(_fields(target.provider if target else "acme"))
    drawn |= draw(_SHAPES)
    if target is not None and draw(st.booleans()):
        drawn["provider_options"] = {target.provider: draw(_options(target))}
    return Intent(**drawn)


@cache
def _fields(provider: str) -> BodyDrawn:
    masks = st.builds(lambda r, e: evolve(r, edits=e), references(provider), st.sampled_from([None, "white", "black"]))
    return st.fixed_dictionaries(
        {},
        optional={
            "prompt": st.sampled_from(["", "a cat", "x" * 5000, "a \N{CAT FACE}"]),
            "negative_prompt": st.sampled_from(["", "blurry", "y" * 40000]),
            "quality": st.sampled_from(sorted(QUALITY_WORDS)),
            "n": st.integers(1, 12) | st.sampled_from([40, 10**9]),
            "seed": st.integers(-5, 2**34) | st.sampled_from([0, -1, 2**63]),
            "references": st.lists(references(provider), min_size=1, max_size=5),
            "mask": masks,
            "output_format": st.sampled_from(["png", "jpeg", "webp", "gif", "svg", "odd"]),
            "output_compression": st.integers(-5, 120),
            "delivery": st.sampled_from(sorted(DELIVERY_WORDS)),
            "background": st.sampled_from(["auto", "transparent", "opaque"]),
            "guidance": st.sampled_from([0, 1, 3.5, 7, 30, -1.25]),
            "steps": st.integers(-1, 200),
            "strength": st.decimals(0, 1, places=2).map(float) | st.floats(0, 1),
            "stream": st.booleans(),
            "user": st.just("u-1"),
        },
    )


def _shapes() -> BodyDrawn:
    exact = st.one_of(st.sampled_from(SIZES), st.tuples(st.integers(1, 5000), st.integers(1, 5000)))
    named = {"aspect_ratio": st.sampled_from(RATIOS), "resolution": st.sampled_from(TIERS)}
    return st.fixed_dictionaries({"size": exact}) | st.fixed_dictionaries({}, optional=named)


_SHAPES = _shapes()


@lru_cache(maxsize=64)
def _options(target: Target) -> BodyDrawn:
    """Some of a target's own wires with legal and illegal values, their twins, and one that no vendor knows."""
    rows = [row for row in target.model_rows if row.wires and not isinstance(row, Const)]
    odd: Drawn = st.sampled_from([True, False, 0, 1, -1, 2.5, 99, "", "odd", "1:1", "auto", [], {}, None, 768])
    ruled = sorted({wire for rule in target.rules for wire in rule.wires})
    twins = [twin.of(row.wires[0]) for row in target.model_rows for twin in row.twins]
    wires = st.sampled_from([*ruled, *target.by_wire, *twins, "no_such_field"])
    wild = st.dictionaries(wires, odd, max_size=2)
    drawn = [wires_of(row) for row in rows]
    several = st.lists(st.sampled_from(range(len(rows))), max_size=4, unique=True)
    legal = several.flatmap(lambda some: st.tuples(*(drawn[number] for number in some)))
    return st.tuples(legal, wild).map(
        lambda drawn: rebuild(placed({**{w: v for flat, _ in drawn[0] for w, v in flat.items()}, **drawn[1]}))
    )
