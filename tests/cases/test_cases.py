"""Runs the worked cases in both directions, and fails where a row, a bound or a rule has none."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from imgparams import CATALOG, Intent, Target, check, find, to_intent, to_request
from imgparams.domains import Domain, Int, Num, OneOf, Text, Words
from imgparams.paths import parse
from imgparams.report import path_text
from imgparams.rows import Const, Param
from imgparams.shapes import Names, PixelText, Sizes
from imgparams.sizes import Pairs
from imgparams.target import Row, View
from imgparams.values import same

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.json"))


def load(path: Path) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = _bytes(json.loads(path.read_text(encoding="utf-8")))
    return cases


def _bytes(value: Any) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"$bytes"}:
            return base64.b64decode(value["$bytes"])
        return {key: _bytes(item) for key, item in value.items()}
    return [_bytes(item) for item in value] if isinstance(value, list) else value


CASES = [(path.stem, case) for path in FILES for case in load(path)]


@pytest.mark.parametrize(("vendor", "case"), CASES, ids=[f"{case['target']}: {case['case']}" for _, case in CASES])
def test_case(vendor: str, case: dict[str, Any]) -> None:
    assert case["target"].startswith(f"{vendor}/")
    assert case["source"]
    target = find(case["target"])
    if "asked" in case:
        _translated(case, target)
    else:
        _judged_and_read(case, target)


def _judged_and_read(case: dict[str, Any], target: Target) -> None:
    for request in requests(case):
        _judged_and_read_once(case, request, target)


def requests(case: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The request of a case, or with `each` one for every value of the wires named there."""
    each: dict[str, list[Any]] = case.get("each", {})
    if not each:
        yield case["request"]
    for field, values in each.items():
        for value in values:
            yield placed(case["request"], parse(field), value)


def placed(body: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """A request with another value at a path, where all but the last part of it is there."""
    if not path:
        return value
    if isinstance(path[0], int):
        return [placed(item, path[1:], value) if at == path[0] else item for at, item in enumerate(body)]
    return {**body, path[0]: placed(body.get(path[0], {}), path[1:], value)}


def _judged_and_read_once(case: dict[str, Any], request: dict[str, Any], target: Target) -> None:
    found = check(request, target)
    texts = [f"{'warning ' * (p.level == 'warning')}{p.code} {path_text(p.path)}".rstrip() for p in found]
    assert sorted(texts) == sorted(case.get("problems", [])), "\n".join(map(str, found))
    if "intent" in case:
        intent = Intent.of(case["intent"])
        assert to_intent(request, target) == intent
        if not any(problem.level == "error" or problem.code == "ignored" for problem in found):
            done = to_request(intent, target)
            assert [str(change) for change in done.changes] == []
            assert same(done.request, case.get("again", request)), done.request


def _translated(case: dict[str, Any], target: Target) -> None:
    done = to_request(Intent.of(case["asked"]), target)
    assert same(done.request, case["becomes"]), done.request
    assert sorted(f"{change.field} {change.kind}" for change in done.changes) == sorted(case.get("changes", []))
    assert sorted(f"{need.at} {need.kind}" for need in done.needs) == sorted(case.get("needs", []))
    assert done.target.name == case.get("uses", target.name)


# ---- coverage


def requests_of(target: Target, row: Row) -> Iterator[tuple[dict[str, object], tuple[str, ...]]]:
    """The flat requests of cases whose target has this very row, with the paths of their problems."""
    for _, case in BY_VENDOR.get(target.provider, ()):
        other = find(case["target"])
        if row in other.settled_rows and "request" in case and isinstance(case["request"], Mapping):
            paths = tuple(
                text.rpartition(" ")[2] for text in case.get("problems", ()) if not text.startswith("warning")
            )
            for request in requests(case):
                yield other.tree.flatten(request), paths


BY_VENDOR: dict[str, list[tuple[str, dict[str, Any]]]] = {}
for entry in CASES:
    BY_VENDOR.setdefault(entry[0], []).append(entry)


def _distinct() -> list[tuple[Target, Row]]:
    found: list[tuple[Target, Row]] = []
    seen: dict[str, list[Row]] = {}
    for target in CATALOG.values():
        for row in target.settled_rows:
            known = seen.setdefault(target.provider, [])
            if row.wires and row not in known and not isinstance(row, Const):
                known.append(row)
                found.append((target, row))
    return found


def missing_of(target: Target, row: Row) -> Iterator[str]:
    """What no case shows of a row."""
    cases = list(requests_of(target, row))
    for wire in row.wires:
        shown = [(flat[wire], any(_at(wire, path) for path in paths)) for flat, paths in cases if wire in flat]
        if not any(not bad for _, bad in shown):
            yield f"{wire}: legal"
        domain = row.domain if isinstance(row, Param) else None
        if (domain is None or _has_limits(domain)) and not any(bad for _, bad in shown):
            yield f"{wire}: illegal"
        if isinstance(domain, (Words, OneOf)):
            legal = [value for value, bad in shown if not bad]
            yield from (f"{wire}: {word}" for word in domain.words if not _shown(word, legal))
        if isinstance(row, Sizes):
            legal = [value for value, bad in shown if not bad]
            yield from (f"{wire}: {word}" for word in _listed(row, wire) if word not in legal)
        if isinstance(domain, (Int, Num)):
            values = [value for value, _ in shown]
            yield from (f"{wire}: {value}" for value in _edges(domain) if not any(same(value, v) for v in values))


def _shown(word: object, legal: list[object]) -> bool:
    return isinstance(word, bool) or any(same(word, value) for value in legal)


def _listed(row: Sizes, wire: str) -> Iterator[str]:
    """The words that a wire of the size may hold, where they are a list."""
    for spelling in row.spellings:
        if isinstance(spelling, Names):
            lists = ((spelling.ratio, spelling.ratios), (spelling.tier, spelling.tiers))
            yield from (word for name, words in lists if name == wire for _, word in words)
        if isinstance(spelling, PixelText) and isinstance(spelling.sizes, Pairs) and spelling.wire == wire:
            yield from (f"{size.width}{spelling.separator}{size.height}" for size in spelling.sizes.sizes)
            yield from ([spelling.auto] if spelling.auto else [])


def _at(wire: str, path: str) -> bool:
    place = path_text(parse(wire))
    return path == place or path.startswith((place + ".", place + "["))


def _has_limits(domain: Domain) -> bool:
    if isinstance(domain, Text):
        return bool(domain.min_length or domain.max_length or domain.pattern)
    if isinstance(domain, (Words, OneOf)):
        return not domain.open
    return type(domain).__name__ != "Json"


def _edges(domain: Int | Num) -> Iterator[float]:
    """Each bound; whether one step past it was tried is seen by `illegal`."""
    if domain.min is not None:
        yield domain.bounds()[0] if isinstance(domain, Int) else domain.min  # type: ignore[misc]
    if domain.max is not None:
        yield domain.bounds()[1] if isinstance(domain, Int) else domain.max  # type: ignore[misc]


@pytest.mark.parametrize("vendor", sorted({name.partition("/")[0] for name in CATALOG}))
def test_every_row_has_its_cases(vendor: str) -> None:
    lacking = [
        f"{target.name}: {what}"
        for target, row in _distinct()
        if target.provider == vendor
        for what in missing_of(target, row)
    ]
    assert lacking == []


@pytest.mark.parametrize("vendor", sorted({name.partition("/")[0] for name in CATALOG}))
def test_every_rule_has_its_cases(vendor: str) -> None:
    lacking: list[str] = []
    seen: list[Any] = []
    for target in CATALOG.values():
        for rule in target.rules:
            if target.provider != vendor or rule in seen:
                continue
            seen.append(rule)
            views = [
                View(other.present(other.tree.flatten(case["request"])), other)
                for _, case in BY_VENDOR.get(vendor, ())
                if "request" in case and rule in (other := find(case["target"])).rules
            ]
            broken = [any(True for _ in rule.broken(view)) for view in views]
            lacking += [f"{target.name}: broken: {rule.why}"] if True not in broken else []
            lacking += [f"{target.name}: met: {rule.why}"] if False not in broken else []
    assert lacking == []
