"""The commands that make several translations of one intent: rank, for many targets, and plan, for many images."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Annotated

from cyclopts import Parameter
from rich.text import Text

from imgparams.catalog import Catalog
from imgparams.cli import output
from imgparams.cli.cautions import warnings
from imgparams.cli.commands import (
    Allow,
    Ask,
    Confirmed,
    Filter,
    Json,
    Strict,
    Tables,
    To,
    Whole,
    Wish,
    app,
    asked_for,
)
from imgparams.cli.inputs import Usage, catalog, typed
from imgparams.cli.options import policy
from imgparams.cli.output import Answer, Screen, counted
from imgparams.errors import Change, Refused
from imgparams.target import Target
from imgparams.texts import shown as shown_value
from imgparams.translation import Translation
from imgparams.values import JsonObject

MOST_RANKED = 20  # by default
MOST_CALLS = 100
MOST_WORD = 24  # characters of a value in a line


@app.command(sort_key=1)
def rank(
    prompt: Ask = None,
    /,
    *,
    wish: Wish | None = None,
    only: Annotated[
        list[str] | None,
        Parameter(negative="", help="Only targets that fit these words, as at `imgparams targets`; repeatable."),
    ] = None,
    choice: Filter | None = None,
    limit: Annotated[Whole, Parameter(help="How many targets to print; 0 prints all.")] = MOST_RANKED,
    strict: Strict = False,
    confirmed: Confirmed = False,
    allow: Allow = None,
    tables: Tables = None,
    json: Json = False,
) -> Answer:
    """Rank the targets that can make an image, the one that loses least first.

    One line each: the target, how many images of which size it makes, and what is not as asked.

    Retired ones are left out unless --status asks for them.
    """
    from imgparams import ranking

    most = _count("--limit", limit, least=0)
    all_tables = catalog(tables or ())
    allowed = policy(strict, allow or (), unverified=not confirmed)
    intent = asked_for(prompt, wish, all_tables)
    targets = _chosen(all_tables, only or (), choice or Filter())
    try:
        translations = ranking.rank(intent, targets, allow=allowed)
    except Refused:
        _note(f"none of {counted(len(targets), 'target')} makes this without such a change; the nearest one:")
        raise
    refused, ranked = len(targets) - len(translations), _once_each(translations)
    shown = ranked[:most] if most else ranked
    more = len(ranked) - len(shown)

    def data() -> JsonObject:
        each = [output.translation_data(done, warnings(done, ())) for done in shown]
        return {"ranked": each, "more": more, "refused": refused}

    def show(screen: Screen) -> None:
        _print_ranked(screen, shown)
        if more:
            _note(f"{more} more; --limit 0 prints all")
        if refused:
            _note(f"{counted(refused, 'target')} left out: they need a change that is not allowed")

    return Answer(data, show, json)


def _chosen(tables: Catalog, words: Sequence[str], filters: Filter) -> list[Target]:
    """Returns the targets that fit the words and filters, without retired ones if others are left; raises Usage."""
    from imgparams.cli import selection

    targets = [tables[name] for name in selection.select(tables, words, **vars(filters))]
    if not targets:
        raise Usage(selection.why_none(tables, words))
    if filters.status:
        return targets
    return [target for target in targets if target.status != "retired"] or targets


@app.command(sort_key=2.5)  # after request
def plan(
    prompt: Ask = None,
    /,
    *,
    to: To,
    wish: Wish | None = None,
    limit: Annotated[Whole, Parameter(help="Refuse more calls than this.")] = MOST_CALLS,
    strict: Strict = False,
    confirmed: Confirmed = False,
    allow: Allow = None,
    tables: Tables = None,
    json: Json = False,
) -> Answer:
    """Build the requests that together make all --n images; no seed is used twice."""
    from imgparams import planning

    most = _count("--limit", limit, least=1)
    all_tables = catalog(tables or ())
    target = all_tables.find(typed(to))
    allowed = policy(strict, allow or (), unverified=not confirmed)
    calls = planning.plan(asked_for(prompt, wish, all_tables), target, allow=allowed, limit=most)
    cautions = [warnings(done, ()) for done in calls]

    def data() -> JsonObject:
        each = [output.translation_data(done, some) for done, some in zip(calls, cautions, strict=True)]
        return {"target": calls[0].target.name, "calls": each, "count": _total(calls)}

    def show(screen: Screen) -> None:
        for number, (done, some) in enumerate(zip(calls, cautions, strict=True), 1):
            screen.line(f"call {number} of {len(calls)}", "bold cyan")
            output.translation(screen, done, some)
            screen.line()
        total = _total(calls)
        made = "a number of images that the vendor does not specify" if total is None else counted(total, "image")
        screen.line(f"{counted(len(calls), 'call')}, {made}")

    return Answer(data, show, json, int(any(done.needs for done in calls)))


def _count(name: str, number: float | None, *, least: int) -> int:
    if not isinstance(number, int) or number < least:
        raise Usage(f"{name} must be a whole number from {least} up, not {number}")
    return number


def _note(text: str) -> None:
    print(output.safe(f"imgparams: {text}"), file=sys.stderr)


def _once_each(translations: Sequence[Translation]) -> list[Translation]:
    """Returns the first translation for each target: an operation may be chosen by its model, and ranked itself."""
    first: dict[str, Translation] = {}
    for done in translations:
        first.setdefault(done.target.name, done)
    return list(first.values())


def _total(calls: Sequence[Translation]) -> int | None:
    counts = [done.count for done in calls]
    return None if None in counts else sum(count or 0 for count in counts)


# ---- a line for each target


def _print_ranked(screen: Screen, ranked: Sequence[Translation]) -> None:
    rows = [(done.target.name, _makes(done), _fit(done)) for done in ranked]
    if screen.tables:
        longest = max((len(name) for name, *_ in rows), default=0)  # a name is to be copied, so it is not broken
        first = min(longest, screen.console.width * 3 // 5)
        screen.table(("target", "makes", "fit"), rows, (60, 20), first=first)
        return
    names, makes = (max((len(row[at]) for row in rows), default=0) for at in (0, 1))
    for name, made, fit in rows:
        screen.line(f"{name:{names}}  {made:{makes}}  {fit}")


def _makes(done: Translation) -> str:
    """Returns number and size, `4 x 1280x720`, with a ? for what the vendor does not specify."""
    return f"{done.count or '?'} x {done.pixels or '?'}" if done.count or done.pixels else "?"


def _fit(done: Translation) -> Text:
    """Returns in a few words whether the answer is as asked, what changes, and what is needed first."""
    parts = [Text(_short(change), style=output.COLOURS[change.kind]) for change in done.changes]
    parts = parts or [Text("exact", style="green")]
    if done.unverified:
        parts.append(Text(f"unconfirmed {', '.join(done.unverified)}", style="yellow"))
    for verb in dict.fromkeys(need.kind for need in done.needs):  # upload, fetch ...; a value is just needed
        own = f"provider_options.{done.target.provider}."
        places = ", ".join(need.at.removeprefix(own) for need in done.needs if need.kind == verb)
        parts.append(Text(f"needs {places}" if verb == "value" else f"first {verb} {places}", style="bold"))
    if done.target.status != "active":
        parts.append(output.word(done.target.status))
    return Text("; ").join(parts)


def _short(change: Change) -> str:
    """Returns a change in a few words: `seed dropped`, `n 6 -> 4`, `size -> 16:9 2K`."""
    if change.kind == "dropped":
        return f"{change.field} dropped"
    became = _words(change.became)
    if change.kind == "added":
        return f"{change.field} {became} added" if len(became) <= MOST_WORD else f"{change.field} added"
    if len(became) > MOST_WORD:
        return f"{change.field} {change.kind}"
    asked = f"{change.asked} " if isinstance(change.asked, int) else ""
    return f"{change.field} {asked}-> {became}"


def _words(value: object) -> str:
    if isinstance(value, Mapping):
        return " ".join(_words(item) for item in value.values())
    return value if isinstance(value, str) else shown_value(value)
