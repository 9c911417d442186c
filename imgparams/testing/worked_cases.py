"""Worked cases: facts about a target as plain JSON, run in both directions.

A case shows one thing, in no programming language: a request, its problems and its intent; or an intent and its
request; or a request and the one of another target that it converts to; or it states the limits of many wires, as a
page lists them. `tests/cases/README.md` has the format. Laws test whether a table agrees with itself; cases test
whether it agrees with the vendor's page, so they are written from the page, not from the table. What has no case is in
`coverage`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from imgparams.catalog import CATALOG, Catalog
from imgparams.checking import check
from imgparams.conversion import convert
from imgparams.errors import ImgparamsError, Problem
from imgparams.intent import Intent
from imgparams.paths import parse
from imgparams.policy import ALL
from imgparams.target import Target
from imgparams.testing.facts import FACTS, misnamed, misread, wrong_facts
from imgparams.testing.samples import filled
from imgparams.testing.statements import STATED, cases_of, is_statement, malformed, put, title
from imgparams.texts import path_text, shown
from imgparams.translation import Translation, to_intent, to_request
from imgparams.values import JsonMapping, same

Case = dict[str, Any]
Source = str | Path | Iterable[JsonMapping]  # a file's path, or the cases themselves

_NAMED = {"case", "target", "source"}
_JUDGED = {"request", "problems", "unverified", "intent", "again", "each"}
_ASKED = {"asked", "becomes", "changes", "needs", "unverified", "uses"}
_CONVERTED = {"request", "to", "becomes", "changes", "needs", "unverified", "uses"}
_STATES = {"request", "problems", *STATED, *FACTS}


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
    """Returns the cases of a file, or of JSON data; those of a page have its target and source.

    What stands for bytes, pictures and long texts is replaced by them.
    """
    data = json.loads(Path(source).read_text(encoding="utf-8")) if isinstance(source, (str, Path)) else list(source)
    return [filled(case) for entry in _objects(data) for case in _cases_of_entry(entry)]


def _objects(data: object) -> list[JsonMapping]:
    if not isinstance(data, list) or not all(isinstance(case, Mapping) for case in data):
        raise AssertionError(f"cases are a list of objects (got {shown(data)})")
    return data


def _cases_of_entry(entry: JsonMapping) -> Iterator[Case]:
    """Yields the case itself, or those of a page, or the calls of several targets."""
    if "calls" in entry:
        rest = {key: value for key, value in entry.items() if key != "calls"}
        yield from ({"case": "call", "target": name, "call": call, **rest} for name, call in entry["calls"].items())
        return
    if "cases" not in entry:
        kinds = ", ".join(filter(None, (title(entry), *(kind for kind in FACTS if kind in entry))))
        yield {"case": kinds, **entry} if _states(entry) else dict(entry)
        return
    shared = {key: value for key, value in entry.items() if key != "cases"}
    if unread := sorted(set(shared) - {"target", "source"}):
        raise AssertionError(f"{entry.get('target')}: a page has no {', '.join(unread)}")
    for case in _objects(entry["cases"]):
        yield from _cases_of_entry({**shared, **case})


def _states(case: JsonMapping) -> bool:
    """Whether a case states what a page lists, in place of a single fact."""
    return is_statement(case) or not FACTS.keys().isdisjoint(case)


def run_case(case: Case, tables: Mapping[str, Target] = CATALOG) -> None:
    """Runs one case; raises AssertionError, which starts with the target and the title of the case."""
    named = f"{case.get('target')}: {case.get('case')}"
    try:
        whys = list(_malformed(case)) or list(_wrong(case, catalog_of(tables)))
    except ImgparamsError as error:
        raise AssertionError(f"{named}: {error}") from error
    if whys:
        raise AssertionError(f"{named}: {'; '.join(whys)}")


def catalog_of(tables: Mapping[str, Target]) -> Catalog:
    return tables if isinstance(tables, Catalog) else Catalog(tables)


def _malformed(case: Case) -> Iterator[str]:
    """Yields why a case would show nothing: an unknown key, a missing one, no value to try."""
    goes, needed = _JUDGED, {"request"}
    if "asked" in case:
        goes, needed = _ASKED, {"asked", "becomes"}
    elif _states(case):
        goes, needed = _STATES, {"request"} if is_statement(case) else set()
    elif "to" in case:
        goes, needed = _CONVERTED, {"request", "to", "becomes"}
    if unread := sorted(set(case) - _NAMED - goes):
        yield f"a case has no {', '.join(unread)}"
    yield from malformed(case)
    if lacking := sorted(key for key in _NAMED | needed if case.get(key) in (None, "")):
        yield f"a case has {', '.join(lacking)}"
    if not all(case.get("each", {}).values()):
        yield "each has a wire without a value"
    if "again" in case and "intent" not in case:
        yield "what is written again needs an intent"


def _wrong(case: Case, catalog: Catalog) -> Iterator[str]:
    target = catalog.find(case["target"])
    if _states(case):
        tried = cases_of(case) if is_statement(case) else []
        wrong = (f"{one['case']}: {why}" for one in tried for why in _judged(one, target))
        return chain(wrong, wrong_facts(case, target), misread(case, target), misnamed(case, target))
    if "asked" in case:
        return _translated(case, target, to_request(Intent.of(case["asked"]), target, allow=ALL))
    if "to" in case:
        other = catalog.find(case["to"])
        return _translated(case, other, convert(case["request"], source=target, target=other, allow=ALL))
    return chain(_judged(case, target), misread(case, target), misnamed(case, target))


def _judged(case: Case, target: Target) -> Iterator[str]:
    for request in requests_of_case(case):
        problems = [problem for problem in check(request, target) if problem.code != "unverified"]
        if "unverified" in case:
            doubted = (problem.field for problem in check(request, target) if problem.code == "unverified")
            yield from _differs("unverified", map(str, doubted), case["unverified"])
        yield from _differs("problems", map(text_of, problems), case.get("problems", []))
        if "intent" in case:
            intent, read = Intent.of(case["intent"]), to_intent(request, target)
            if read != intent:
                yield f"read as {read}, not as {intent}"
            if not any(problem.level == "error" or problem.code == "ignored" for problem in problems):
                done, again = to_request(intent, target, allow=ALL), case.get("again", request)
                yield from _differs("changes of what was read", map(str, done.changes), [])
                if not same(done.request, again):
                    yield f"written again as {done.request}, not as {again}"


def text_of(problem: Problem) -> str:
    """Returns a problem as cases have it: `<code> <path>`, a warning with that word before it."""
    return f"{'warning ' * (problem.level == 'warning')}{problem.code} {path_text(problem.path)}".rstrip()


def _translated(case: Case, target: Target, done: Translation) -> Iterator[str]:
    if not same(done.request, case["becomes"]):
        yield f"becomes {done.request}, not {case['becomes']}"
    yield from _differs(
        "changes", [f"{change.field} {change.kind}" for change in done.changes], case.get("changes", [])
    )
    yield from _differs("needs", [f"{need.at} {need.kind}" for need in done.needs], case.get("needs", []))
    yield from _differs("unverified", done.unverified, case.get("unverified", done.unverified))
    if done.target.name != case.get("uses", target.name):
        yield f"uses {done.target.name}"


def _differs(what: str, got: Iterable[str], stated: Iterable[str]) -> Iterator[str]:
    """Yields why two lists are not the same, in any order."""
    listed, wanted = sorted(got), sorted(stated)
    if listed != wanted:
        yield f"{what}: {listed}, not {wanted}"


def requests_of_case(case: Case) -> Iterator[Any]:
    """Yields the request of a case, or with `each` one for every value of the wires named there."""
    each: Mapping[str, Iterable[object]] = case.get("each", {})
    if not each:
        yield case["request"]
    for wire, values in each.items():
        for value in values:
            yield put(case["request"], parse(wire), value)
