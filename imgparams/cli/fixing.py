"""The command that mends a request: fix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from imgparams import checking
from imgparams.cli import output
from imgparams.cli.commands import Allow, Confirmed, File, Json, Name, Strict, Tables, app
from imgparams.cli.inputs import Request, catalog, read_request, typed
from imgparams.cli.options import policy
from imgparams.cli.output import Answer, Screen, counted
from imgparams.engine.needs import Need
from imgparams.errors import Change, Kind, Problem
from imgparams.paths import spell
from imgparams.policy import ALL
from imgparams.preflighting import repair
from imgparams.target import Target
from imgparams.texts import listed
from imgparams.translation import Translation
from imgparams.values import JsonObject, Path, same


@app.command(sort_key=5)
def fix(
    target: Name,
    file: File,
    /,
    *,
    strict: Strict = False,
    confirmed: Confirmed = False,
    allow: Allow = None,
    tables: Tables = None,
    json: Json = False,
) -> Answer:
    """Print the nearest legal request as JSON, and every change on stderr.

    A request without errors is printed as it is. Without --allow everything may change, the prompt too.
    """
    chosen = catalog(tables or ()).find(typed(target))
    allowed = policy(strict, allow or (), unverified=not confirmed, usual=ALL)
    request = read_request(file, chosen)
    problems = checking.check(request, chosen)
    faults = [problem for problem in problems if problem.level == "error" or (confirmed and _unconfirmed(problem))]
    if not faults:
        return _fixed(chosen, chosen, request, (), (), problems, json)
    done = repair(request, chosen, allow=allowed)
    changes = (*done.changes, *_silent(faults, request, done))
    mended: Request = [done.request] if isinstance(request, list) else done.request
    return _fixed(chosen, done.target, mended, changes, done.needs, checking.check(done.request, done.target), json)


def _unconfirmed(problem: Problem) -> bool:
    return problem.code == "unverified"


def _silent(faults: Sequence[Problem], given: Request, done: Translation) -> Iterator[Change]:
    """Yields what was mended without a change of what is asked: a constant that was missing, a word in capitals."""
    before = given[0] if isinstance(given, list) else given
    fields = {change.field for change in done.changes}
    paths = {change.path for change in done.changes if change.path}
    for fault in faults:
        old, new = _at(before, fault.path), _at(done.request, fault.path)
        field = f"provider_options.{done.target.provider}.{spell(fault.path)}"
        if same(old, new) or {field, fault.field} & fields or any(fault.path[: len(path)] == path for path in paths):
            continue
        paths.add(fault.path)
        kind: Kind = "mapped" if old and new else "dropped" if old else "added"
        asked, became = (some[0] if some else None for some in (old, new))
        yield Change(field, kind, asked, became, fault.why, path=fault.path, source=fault.source)


def _at(value: Any, path: Path) -> list[Any]:
    """Returns a list of the value at a path, an empty one if nothing is there."""
    for part in path:
        try:
            value = value[part]
        except (LookupError, TypeError):
            return []
    return [value]


def _fixed(
    asked_of: Target,
    target: Target,
    request: Request,
    changes: Sequence[Change],
    needs: Sequence[Need],
    problems: Sequence[Problem],
    json: bool,
) -> Answer:
    """Returns the answer: the request for stdout, what was done and what is left to do for stderr."""
    told = [problem for problem in problems if problem.code != "missing" or not needs]  # a need says so itself
    left = [problem for problem in told if problem.level == "error"]

    def data() -> JsonObject:
        done = {"request": request, "changes": changes, "needs": needs}
        return {"target": target.name, **done, "problems": problems}

    def show(screen: Screen) -> None:
        output.body(screen, request, whole=not screen.tables)
        amounts = ((changes, "change"), (needs, "open need"), (left, "remaining error"))
        counts = listed([counted(len(some), noun) for some, noun in amounts if some], "and")
        name = target.name if target == asked_of else f"{asked_of.name}, now {target.name}"
        output.beside(changes, needs, told, f"{name}: {counts or 'no changes'}")

    return Answer(data, show, json, int(bool(needs or left)))
