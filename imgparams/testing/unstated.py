"""What no case states of some tables: calls, defaults, null, what is always done, pixels, and what can't be left out.

Each is wanted once a provider for every row that has it; a call for each target, and for each path a whole request
that is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from imgparams.contract import Row
from imgparams.geometry import Size
from imgparams.paths import parse
from imgparams.tables.pictures import Content
from imgparams.tables.pixels import PixelText, Sides
from imgparams.tables.rows import Param
from imgparams.tables.size_sets import Grid
from imgparams.tables.sizes import Sizes
from imgparams.tables.spellings import Presets, ShapeWords
from imgparams.target import Target
from imgparams.testing.facts import listed_pairs
from imgparams.texts import path_text
from imgparams.values import Path

Stated = Iterable[tuple[Target, Mapping[str, Any]]]  # cases, each with its target


def unstated(targets: Iterable[Target], cases: Stated) -> Iterator[str]:
    """Yields each as `"<target>: <what>"`."""
    targets, cases = list(targets), list(cases)
    yield from _calls_without(targets, cases)
    stated: dict[str, list[tuple[Target, Mapping[str, Any]]]] = {}
    for target, case in cases:
        stated.setdefault(target.provider, []).append((target, case))
    seen: dict[str, list[Row]] = {}
    for target in targets:
        of_provider = seen.setdefault(target.provider, [])
        for row in target.model_rows:
            if row not in of_provider:
                of_provider.append(row)
                own = [case for other, case in stated.get(target.provider, ()) if row in other.model_rows]
                yield from (f"{target.name}: {what}" for what in _unstated_of(row, own))


def _calls_without(targets: list[Target], cases: list[tuple[Target, Mapping[str, Any]]]) -> Iterator[str]:
    called = {target.name for target, case in cases if "call" in case}
    whole = {_route(target) for target, case in cases if "intent" in case or "becomes" in case}
    for target in targets:
        if target.name not in called:
            yield f"{target.name}: its call"
        if _route(target) not in whole:
            whole.add(_route(target))
            yield f"{target.name}: a whole request"


def _route(target: Target) -> tuple[str, str, str]:
    return target.provider, target._path, target.content


def _unstated_of(row: Row, cases: list[Mapping[str, Any]]) -> Iterator[str]:
    defaults = {wire for case in cases for wire in case.get("defaults", ())}
    yield from (f"the default of {wire}" for wire, _, _ in row.defaults() if wire not in defaults)
    nulls = {wire for case in cases for wire in case.get("nulls", ())}
    yield from (f"null on {wire}" for wire in row.nullable_wires if wire not in nulls)
    always = {name for case in cases for name in case.get("always", ())}
    yield from (f"always {name}" for name in row.fixed() if name not in always)
    if row.required and row.wires and not any(_is_left_out(row, case) for case in cases):
        yield f"{row.wires[0]} left out"
    if isinstance(row, Param) and row.field == "strength" and not any(_is_read(case) for case in cases):
        yield f"{row.wire} as strength"
    if isinstance(row, Sizes):
        pixels = [wires for case in cases for wires in case.get("pixels", {}).values()]
        yield from (f"pixels of {' '.join(words.values())}" for words in _with_pixels(row) if words not in pixels)
        if listed_pairs(row) and not any("sizes" in case for case in cases):
            yield f"sizes of {row.wires[0]}"
        yield from _shapes_of(row, cases)
    can_be_left_out = row.wires and not (row.required or row.is_constant or (isinstance(row, Content) and row.requires))
    if can_be_left_out and not any(_is_absent(row, case) for case in cases):
        yield f"{row.wires[0]} left out and nothing missing"


def _is_left_out(row: Row, case: Mapping[str, Any]) -> bool:
    """Whether a case shows that a row can't be left out."""
    missing = {text.removeprefix("missing ") for text in case.get("problems", ()) if text.startswith("missing ")}
    paths = {path_text(parse(wire)) for wire in row.wires}
    return not missing.isdisjoint(paths) or not set(row.wires).isdisjoint(case.get("required", ()))


def _shapes_of(row: Sizes, cases: list[Mapping[str, Any]]) -> Iterator[str]:
    """Yields limits of area and ratio that no case is past, and sides that could be exchanged."""
    codes = {text.split(" ")[-2] for case in cases for text in case.get("problems", ()) if " " in text}
    codes |= {
        code.split(" ")[-1] for case in cases for wire in row.wires for code in case.get("illegal", {}).get(wire, ())
    }
    if ("disputed" in codes and row.disputed_to is not None) or ("altered" in codes and row.accepts) or row.open:
        codes |= {"bad_area", "bad_ratio"}  # past it there is a warning, or nothing at all
    for spelling in row.spellings:
        sizes = spelling.sizes if isinstance(spelling, (Sides, PixelText)) else None
        if isinstance(sizes, Grid):
            if sizes.area[1] is not None or sizes.area[0] > 1:
                yield from [f"{row.wires[0]} past its area"] if "bad_area" not in codes else []
            if sizes.ratio:
                yield from [f"{row.wires[0]} past its ratio"] if "bad_ratio" not in codes else []
        if isinstance(spelling, Sides):
            read = [Size(*map(int, text.split("x"))) for text in map(_size_in, cases) if "x" in text]
            if not any(width != height for width, height in read):
                yield f"{spelling.width} beside another {spelling.height}"


def _size_in(case: Mapping[str, Any]) -> str:
    """The size of the intent that a case reads or asks, as text."""
    size = case.get("intent", case.get("asked", {})).get("size", "")
    return size if isinstance(size, str) else "x".join(map(str, size))


def _is_absent(row: Row, case: Mapping[str, Any]) -> bool:
    """Whether a case has a request without this row, and nothing is missing."""
    missing = any("missing" in text for text in case.get("problems", ()))
    return "request" in case and not missing and not any(_has(case["request"], parse(wire)) for wire in row.wires)


def _has(body: Any, path: Path) -> bool:
    if not path:
        return True
    if isinstance(body, list):
        at = path[0] if isinstance(path[0], int) else None
        items = body if at is None else body[at : at + 1]
        return any(_has(item, path if at is None else path[1:]) for item in items)
    return isinstance(body, Mapping) and path[0] in body and bool(_has(body[path[0]], path[1:]))


def _is_read(case: Mapping[str, Any]) -> bool:
    """Whether a case shows how the strength of a request is read, other than halfway, where both ways are one."""
    strength = case.get("intent", case.get("asked", {})).get("strength", 0.5)
    return bool(strength != 0.5)


def _with_pixels(row: Sizes) -> Iterator[dict[str, str]]:
    """Yields the wires of each ratio and tier whose pixels a table has."""
    for spelling in row.spellings:
        if isinstance(spelling, ShapeWords):
            ratios, tiers = dict(spelling.ratios), dict(spelling.tiers)
            for ratio, tier in spelling.pixels_of:
                words = {spelling.ratio: ratios.get(ratio, ""), spelling.tier: tiers.get(tier, "")}
                yield {wire: word for wire, word in words.items() if wire and word}
        if isinstance(spelling, Presets):
            yield from ({spelling.wire: word} for word in spelling.words)
