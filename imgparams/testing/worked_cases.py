"""Worked cases: facts about a target as plain JSON, run in both directions; and what has no case yet.

A case shows one thing, in no programming language: a request, its problems and its intent; or an intent and its
request. `tests/cases/README.md` has the format. Laws test whether a table agrees with itself; cases test whether it
agrees with the vendor's page, so they are written from the page, not from the table.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from imgparams.catalog import CATALOG, Catalog
from imgparams.checking import check
from imgparams.errors import ImgparamsError
from imgparams.intent import Intent, read_base64
from imgparams.narrowing import AnyRule
from imgparams.paths import parse
from imgparams.tables.containers import Json
from imgparams.tables.domains import Domain, Int, Num, OneOf
from imgparams.tables.rows import Const, Param
from imgparams.tables.size_sets import Pairs
from imgparams.tables.sizes import Sizes
from imgparams.tables.spellings import PixelText, ShapeWords
from imgparams.tables.words import Text, Words
from imgparams.target import Row, Target
from imgparams.texts import path_text, shown
from imgparams.translation import to_intent, to_request
from imgparams.values import Path as Place
from imgparams.values import same

Case = dict[str, Any]
Source = str | Path | Iterable[Mapping[str, Any]]  # a file's path, or the cases themselves

_SAID = {"case", "target", "source"}
_JUDGED = {"request", "problems", "intent", "again", "each"}
_ASKED = {"asked", "becomes", "changes", "needs", "uses"}


def cases(source: Source, tables: Mapping[str, Target] = CATALOG) -> None:
    """Runs every case of a file, or of a list; raises AssertionError with all that fail."""
    failed = []
    for case in read_cases(source):
        try:
            run_case(case, tables)
        except AssertionError as error:
            failed.append(str(error))
    if failed:
        raise AssertionError("\n".join(failed))


def read_cases(source: Source) -> list[Case]:
    """Returns the cases of a file, or of JSON data: `{"$bytes": base64}` becomes bytes."""
    data = json.loads(Path(source).read_text(encoding="utf-8")) if isinstance(source, (str, Path)) else list(source)
    if not isinstance(data, list) or not all(isinstance(case, Mapping) for case in data):
        raise AssertionError(f"cases are a list of objects (got {shown(data)})")
    return [_with_bytes(case) for case in data]


def _with_bytes(value: Any) -> Any:
    if isinstance(value, Mapping):
        data = read_base64(value["$bytes"]) if value.keys() == {"$bytes"} else None
        return {key: _with_bytes(item) for key, item in value.items()} if data is None else data
    return [_with_bytes(item) for item in value] if isinstance(value, (list, tuple)) else value


def run_case(case: Case, tables: Mapping[str, Target] = CATALOG) -> None:
    """Runs one case; raises AssertionError, which starts with the target and the title of the case."""
    named = f"{case.get('target')}: {case.get('case')}"
    try:
        whys = list(_malformed(case)) or list(_wrong(case, _catalog(tables).find(case["target"])))
    except ImgparamsError as error:
        raise AssertionError(f"{named}: {error}") from error
    if whys:
        raise AssertionError(f"{named}: {'; '.join(whys)}")


def _catalog(tables: Mapping[str, Target]) -> Catalog:
    return tables if isinstance(tables, Catalog) else Catalog(tables)


def _malformed(case: Case) -> Iterator[str]:
    """Why a case would say nothing: a key that nobody reads, one that lacks, no value to try."""
    goes = _ASKED if "asked" in case else _JUDGED
    if unread := sorted(set(case) - _SAID - goes):
        yield f"a case has no {', '.join(unread)}"
    least = _SAID | ({"asked", "becomes"} if "asked" in case else {"request"})
    if lacking := sorted(key for key in least if case.get(key) in (None, "")):
        yield f"a case has {', '.join(lacking)}"
    if not all(case.get("each", {}).values()):
        yield "each has a wire without a value"
    if "again" in case and "intent" not in case:
        yield "what is written again needs an intent"


def _wrong(case: Case, target: Target) -> Iterator[str]:
    return _translated(case, target) if "asked" in case else _judged(case, target)


def _judged(case: Case, target: Target) -> Iterator[str]:
    for request in _requests(case):
        found = check(request, target)
        texts = [f"{'warning ' * (p.level == 'warning')}{p.code} {path_text(p.path)}".rstrip() for p in found]
        yield from _differs("problems", texts, case.get("problems", []))
        if "intent" in case:
            intent, read = Intent.of(case["intent"]), to_intent(request, target)
            if read != intent:
                yield f"read as {read}, not as {intent}"
            if not any(problem.level == "error" or problem.code == "ignored" for problem in found):
                done, again = to_request(intent, target), case.get("again", request)
                yield from _differs("changes of what was read", map(str, done.changes), [])
                if not same(done.request, again):
                    yield f"written again as {done.request}, not as {again}"


def _translated(case: Case, target: Target) -> Iterator[str]:
    done = to_request(Intent.of(case["asked"]), target)
    if not same(done.request, case["becomes"]):
        yield f"becomes {done.request}, not {case['becomes']}"
    yield from _differs(
        "changes", [f"{change.field} {change.kind}" for change in done.changes], case.get("changes", [])
    )
    yield from _differs("needs", [f"{need.at} {need.kind}" for need in done.needs], case.get("needs", []))
    if done.target.name != case.get("uses", target.name):
        yield f"uses {done.target.name}"


def _differs(what: str, found: Iterable[str], said: Iterable[str]) -> Iterator[str]:
    """Why two lists are not the same, in any order."""
    listed, wanted = sorted(found), sorted(said)
    if listed != wanted:
        yield f"{what}: {listed}, not {wanted}"


def _requests(case: Case) -> Iterator[Any]:
    """The request of a case, or with `each` one for every value of the wires named there."""
    each: Mapping[str, Iterable[Any]] = case.get("each", {})
    if not each:
        yield case["request"]
    for wire, values in each.items():
        for value in values:
            yield _placed(case["request"], parse(wire), value)


def _placed(body: Any, path: Place, value: Any) -> Any:
    """A request with another value at a path, where all but the last part of it is there."""
    if not path:
        return value
    if isinstance(path[0], int):
        return [_placed(item, path[1:], value) if at == path[0] else item for at, item in enumerate(body)]
    return {**body, path[0]: _placed(body.get(path[0], {}), path[1:], value)}


# ---- what has no case


def uncovered(source: Source, tables: Mapping[str, Target]) -> list[str]:
    """Returns what no case shows of these tables, each as `"<target>: <what>"`.

    Wanted are: every wire legal once and, if anything is illegal there, illegal once; an Int or Num at each limit; a
    closed list with each of its words; a rule broken once and kept once. A row or a rule that several targets of a
    provider share is wanted once. Raises UnknownTarget if a case names a target that is not in the tables.
    """
    judged: dict[str, list[tuple[Target, Case]]] = {}
    for case in read_cases(source):
        if "request" in case:
            target = _catalog(tables).find(case["target"])
            judged.setdefault(target.provider, []).append((target, case))
    operations = (other for target in tables.values() for other in target.operations.values())
    every = list({id(target): target for target in (*tables.values(), *operations)}.values())
    return [*_rows_without(every, judged), *_rules_without(every, judged)]


Judged = Mapping[str, list[tuple[Target, Case]]]  # cases with a request, by provider


def _rows_without(targets: Iterable[Target], judged: Judged) -> Iterator[str]:
    seen: dict[str, list[Row]] = {}
    for target in targets:
        for row in target.model_rows:
            known = seen.setdefault(target.provider, [])
            if row.wires and row not in known and not isinstance(row, Const):
                known.append(row)
                yield from (f"{target.name}: {what}" for what in _untold(row, judged.get(target.provider, [])))


def _rules_without(targets: Iterable[Target], judged: Judged) -> Iterator[str]:
    seen: dict[str, list[AnyRule]] = {}
    for target in targets:
        for rule in target.rules:
            known = seen.setdefault(target.provider, [])
            if rule not in known:
                known.append(rule)
                broken = list(_broken(rule, judged.get(target.provider, [])))
                lacking = [what for what, way in (("broken", True), ("met", False)) if way not in broken]
                yield from (f"{target.name}: {what}: {rule.why}" for what in lacking)


def _broken(rule: AnyRule, cases: Iterable[tuple[Target, Case]]) -> Iterator[bool]:
    """Whether each case breaks a rule of its target."""
    for target, case in cases:
        if rule in target.rules:
            for flat in _flat(target, case):
                yield any(True for _ in rule.broken(target.view(target.present(flat))))


def _flat(target: Target, case: Case) -> Iterator[dict[str, object]]:
    """The wires of each request of a case."""
    for request in _requests(case):
        body = request[0] if target.in_list and isinstance(request, list) and len(request) == 1 else request
        yield target.tree.flatten(body)


def _with_row(row: Row, cases: Iterable[tuple[Target, Case]]) -> Iterator[tuple[dict[str, object], list[str]]]:
    """The flat requests of cases whose target has this very row, with the paths of their problems."""
    for target, case in cases:
        if row in target.model_rows:
            errors = (text for text in case.get("problems", ()) if not text.startswith("warning"))
            paths = [text.rpartition(" ")[2] for text in errors]
            yield from ((flat, paths) for flat in _flat(target, case))


def _untold(row: Row, cases: Iterable[tuple[Target, Case]]) -> Iterator[str]:
    """What no case shows of a row."""
    requests = list(_with_row(row, cases))
    for wire in row.wires:
        said = [(flat[wire], any(_at(wire, path) for path in paths)) for flat, paths in requests if wire in flat]
        legal = [value for value, bad in said if not bad]
        if not legal:
            yield f"{wire}: legal"
        domain = row.domain if isinstance(row, Param) else None
        if (domain is None or _has_limits(domain)) and len(legal) == len(said):
            yield f"{wire}: illegal"
        if isinstance(domain, (Words, OneOf)):
            yield from (f"{wire}: {word}" for word in domain.words if not _told(word, legal))
        if isinstance(row, Sizes):
            yield from (f"{wire}: {word}" for word in _listed(row, wire) if word not in legal)
        if isinstance(domain, (Int, Num)):
            yield from (f"{wire}: {edge}" for edge in _edges(domain) if not any(same(edge, v) for v, _ in said))


def _told(word: object, legal: Iterable[object]) -> bool:
    return isinstance(word, bool) or any(same(word, value) for value in legal)


def _listed(row: Sizes, wire: str) -> Iterator[str]:
    """The words that a wire of the size may hold, where they are a list."""
    for spelling in row.spellings:
        if isinstance(spelling, ShapeWords):
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
    return not isinstance(domain, Json)


def _edges(domain: Int | Num) -> Iterator[float]:
    """Each bound; whether one step past it was tried is seen by `illegal`."""
    low, high = domain.bounds() if isinstance(domain, Int) else (domain.min, domain.max)
    yield from (edge for edge in (low, high) if edge is not None)
