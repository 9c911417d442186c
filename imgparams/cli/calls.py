"""Checks whole calls, which tell their target by URL and body: curl commands, a HAR, or a call as JSON."""

from __future__ import annotations

import json as to_json
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from imgparams import checking
from imgparams.catalog import Catalog
from imgparams.cli import output
from imgparams.cli.inputs import Usage, object_in, read_text, typed
from imgparams.cli.output import Screen
from imgparams.engine.call import Http
from imgparams.errors import Problem
from imgparams.identifying import Identified, identify, read_curl, read_har
from imgparams.texts import listed
from imgparams.values import JsonObject

MOST_NAMES = 4  # of targets that fit, in a line
MOST_URL = 200  # characters


class Verdicts(NamedTuple):
    """The result for `--json`, how it is shown to people, and the exit code."""

    data: Callable[[], object]
    show: Callable[[Screen], None]
    code: int


def check(target: str | None, file: str | None, curl: str | None, har: str | None, tables: Catalog) -> Verdicts:
    """Checks the calls in one file; with a target, only calls of that one are known."""
    names = [name for name in (curl, har) if name is not None]
    if len(names) == 2 or (names and file is not None):
        raise Usage("name one file: TARGET FILE, FILE alone, --curl FILE or --har FILE")
    if names:
        name, known = names[0], tables if target is None else _only(target, tables)
    elif target is not None:
        name, known = target, tables
        if target in tables:
            raise Usage(f"{target} is a target: the file with its request comes after it")
    else:
        raise Usage("name a file: TARGET FILE, FILE alone, --curl FILE or --har FILE")
    text = read_text(name)
    calls = read_curl(text, catalog=known) if curl is not None else _calls(text, har is not None, known)
    return _verdicts(calls)


def _only(name: str, tables: Catalog) -> Catalog:
    target = tables.find(typed(name))
    return Catalog({target.name: target})


def _calls(text: str, is_har: bool, tables: Catalog) -> tuple[Identified, ...]:
    """Returns the calls in a text: curl commands unless it is JSON, and then a HAR or one call."""
    if not is_har and not text.lstrip().startswith("{"):
        return read_curl(text, catalog=tables)
    try:
        value = to_json.loads(text)
    except (ValueError, RecursionError) as error:
        why = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise Usage(f"the file is not JSON: {why}") from None
    if is_har or "log" in value:
        return read_har(value, catalog=tables)
    return (_call(object_in(text.encode("utf-8", "surrogatepass"), "the file"), tables),)


def _call(value: JsonObject, tables: Catalog) -> Identified:
    """Returns whose call an object is that has a method, a URL and a body, or is an `Http` as JSON."""
    method, url, headers = value.get("method", "POST"), value.get("url") or value.get("path"), value.get("headers")
    if not isinstance(method, str) or not isinstance(url, str):
        raise Usage("the file has a request without its URL, so name its target: imgparams check TARGET FILE")
    body = next((value[key] for key in ("body", "json", "request") if value.get(key) is not None), None)
    if body is None and value.get("files"):
        from imgparams import serial

        body = serial.load(Http, value).files  # its bytes are base64
    given = {name: str(text) for name, text in headers.items()} if isinstance(headers, Mapping) else {}
    return identify(method, url, body, given, catalog=tables)


def _verdicts(calls: Sequence[Identified]) -> Verdicts:
    verdicts = [(call, checking.check(call.request, call.target) if call.target else ()) for call in calls]

    def print_all(screen: Screen) -> None:
        for number, (call, problems) in enumerate(verdicts):
            if number:
                screen.line()
            _print(screen, call, problems)
        if not verdicts:
            screen.line("no call of a known target", "red")

    errors = any(problem.level == "error" for call, problems in verdicts for problem in (*call.unread, *problems))
    code = 1 if errors else 0 if any(call.target for call in calls) else 2
    return Verdicts(lambda: {"calls": [_data(call, problems) for call, problems in verdicts]}, print_all, code)


def _print(screen: Screen, call: Identified, problems: Sequence[Problem]) -> None:
    screen.line(f"{call.place + ': ' if call.place else ''}{call.method} {call.url[:MOST_URL]}", "bold")
    if call.target is None:
        screen.line(f"target not known: {call.why}", "red")
        if names := [target.name for target in call.candidates[:MOST_NAMES]]:
            more = " ..." if len(call.candidates) > MOST_NAMES else ""
            screen.line(f"name one before the file: {listed(names)}{more}")
        return
    output.problems(screen, [*call.unread, *problems])
    form = [problem for problem in call.unread if problem.level == "error"]
    screen.line(*output.verdict(call.target.name, [*form, *problems]))


def _data(call: Identified, problems: Sequence[Problem]) -> JsonObject:
    return {
        "place": call.place,
        "method": call.method,
        "url": call.url,
        "target": call.target.name if call.target else None,
        "candidates": [target.name for target in call.candidates],
        "why": call.why,
        "request": call.request,
        "unread": call.unread,
        "problems": problems,
    }
