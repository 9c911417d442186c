"""Plants careless mistakes in the tables, one at a time, and counts those that a test sees: `python -m tools.planting`.

A mistake is seen where the table can't be made any more, where a worked case of the vendor fails, where the table has
what no case shows, or a law fails: each is a test of the default run. Run it before a release; `docs/laws.md` has the
figures. `--seed` draws others, `--kind` those of one kind only.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from attrs import evolve

from imgparams import CATALOG, Catalog, ImgparamsError, Target
from imgparams.contract import AnyRule, Row
from imgparams.testing import LAWS, read_cases, run, run_case, uncovered
from tools.mistakes import LENIENT, Mistake, of_row, of_rule, of_target

CASES = Path(__file__).parents[1] / "tests" / "cases"


class Place(NamedTuple):
    """Where a mistake is planted: a target, and its row or its rule if it is in one."""

    target: Target
    part: Row | AnyRule | None
    mistake: Mistake


def places() -> dict[str, list[Place]]:
    """Returns every place for a mistake, by kind; a row or rule that targets of a vendor share is one place."""
    found: dict[str, list[Place]] = {}
    seen: dict[str, list[Any]] = {}
    for target in CATALOG.values():
        for part, mistakes in _parts(target, seen.setdefault(target.provider, [])):
            for mistake in mistakes:
                found.setdefault(mistake.kind, []).append(Place(target, part, mistake))
    return found


def _parts(target: Target, seen: list[Any]) -> Iterator[tuple[Row | AnyRule | None, Iterable[Mistake]]]:
    yield None, of_target(target)
    for row in target.rows:
        if row not in seen:
            seen.append(row)
            yield row, of_row(row)
    for rule in target.rules:
        if rule not in seen:
            seen.append(rule)
            yield rule, of_rule(rule)


def planted(place: Place) -> Catalog:
    """Returns the catalog with a mistake in every target of the vendor that has this row or rule; raises Invalid."""
    target, part, mistake = place
    made = mistake.made()
    changed = dict(_with_facts(target, made) if part is None else _with_part(target.provider, part, made))
    tables: dict[str, Target] = {}
    for name, other in CATALOG.items():
        if other.provider == target.provider:
            operations = {word: changed.get(one.name, one) for word, one in other.operations.items()}
            new = changed.get(name, other)
            same = all(operations[word] is one for word, one in other.operations.items())
            tables[name] = new if same else evolve(new, operations=operations)
    return CATALOG | {name: table for name, table in tables.items() if table is not CATALOG[name]}


#: what an author writes once for a whole API, or for one route of it; all else is a target's own
_OF_API = {"base_url", "also_read", *LENIENT}
_OF_ROUTE = {"_path", "method", "content", "unknown", "also_at", "also_content"}


def _with_facts(target: Target, made: Target) -> Iterator[tuple[str, Target]]:
    """Yields the targets that share what is mistaken, with the mistake."""
    names = {name for name in vars(target) if name in {*_OF_API, *_OF_ROUTE} and vars(target)[name] != vars(made)[name]}
    yield target.name, made
    for name in names:
        for other in CATALOG.values():
            same_route = name in _OF_API or other._path == target._path
            if other.provider == target.provider and same_route and vars(other)[name] == vars(target)[name]:
                facts: dict[str, Any] = {name.lstrip("_"): vars(made)[name]}
                yield other.name, evolve(other, **facts)


def _with_part(provider: str, part: Row | AnyRule, made: Any) -> Iterator[tuple[str, Target]]:
    for name, target in CATALOG.items():
        if target.provider != provider:
            continue
        for place in ("rows", "rules"):
            own: Sequence[Any] = getattr(target, place)
            if part in own:
                new = [made if one == part else one for one in own]
                facts: dict[str, Any] = {place: [one for one in new if one is not None]}
                yield name, evolve(target, **facts)


@cache
def _cases(vendor: str) -> list[dict[str, Any]]:
    return read_cases(CASES / f"{vendor}.json")


def sees(place: Place) -> str:
    """Returns what sees a mistake, "" if nothing does."""
    try:
        catalog = planted(place)
    except ImgparamsError:
        return "the table"
    changed = {name for name, table in catalog.items() if table is not CATALOG.get(name)}
    for case in _cases(place.target.provider):
        if _is_about(case, changed):
            try:
                run_case(case, catalog)
            except AssertionError:
                return "a case"
    if _unread(place.target.provider, catalog) - _unread_before(place.target.provider):
        return "no case"
    for name in sorted(changed)[:3]:
        for law in LAWS:
            try:
                run(law, catalog[name], examples=5)
            except AssertionError:
                return f"the law {law}"
    return ""


def _unread(vendor: str, catalog: Catalog) -> set[str]:
    """Returns what nobody has read of a vendor's tables: a word that is on no page has no case."""
    tables = {name: table for name, table in catalog.items() if table.provider == vendor}
    return {what.partition(": ")[2] for what in uncovered(CASES / f"{vendor}.json", Catalog(tables))}


@cache
def _unread_before(vendor: str) -> set[str]:
    return _unread(vendor, CATALOG)


def _is_about(case: Mapping[str, Any], changed: set[str]) -> bool:
    names = {case["target"], case.get("to"), case.get("uses")} - {None}
    known = {CATALOG.find(name).name for name in names}
    operations = {one.name for name in known for one in CATALOG[name].operations.values()}
    return not changed.isdisjoint(known | operations)


def main(arguments: Sequence[str]) -> int:
    """Prints each mistake and what sees it; exit code 1 where less than 95 of 100 are seen."""
    parser = argparse.ArgumentParser(prog="python -m tools.planting", description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--kind", default="", help="only mistakes of this kind")
    options = parser.parse_args(arguments)
    every = {kind: some for kind, some in places().items() if options.kind in ("", kind)}
    drawn, counts, seen = random.Random(options.seed), Counter[str](), Counter[str]()
    kinds = sorted(every)
    for number in range(options.count):
        kind = kinds[number % len(kinds)]
        place = drawn.choice(every[kind])
        by = sees(place)
        counts[kind] += 1
        seen[kind] += bool(by)
        print(f"{by or 'NOTHING':12} {place.target.name}: {kind}: {place.mistake.what}", flush=True)
    for kind in kinds:
        print(f"{seen[kind]:4} of {counts[kind]:3}  {kind}")
    total = sum(seen.values())
    print(f"{total} of {options.count} are seen ({100 * total / options.count:.1f} %)")
    return int(total < 0.95 * options.count)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
