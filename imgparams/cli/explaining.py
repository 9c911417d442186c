"""The command that explains what a vendor answered: explain."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Annotated

import attrs
from cyclopts import Parameter

from imgparams.answers import Answered, Failed, answer, read_answers
from imgparams.answers.errors import date_of
from imgparams.answers.recording import sent_of
from imgparams.catalog import Catalog
from imgparams.cli.arrivals import Arrival, read_answer
from imgparams.cli.commands import Json, Tables, app
from imgparams.cli.inputs import STDIN, Usage, catalog, read_request, typed
from imgparams.cli.output import Answer, Screen
from imgparams.cli.results import explain as print_one
from imgparams.identifying import Identified
from imgparams.values import JsonObject


@app.command(sort_key=5)
def explain(
    file: Annotated[
        str,
        Parameter(
            name="ANSWER",
            help="The answer: its body, or what `curl -i` prints, or JSON with status, headers and body, or a picture; "
            "or a recording (HAR), whose calls tell their targets. - for standard input.",
        ),
    ],
    /,
    *,
    target: Annotated[
        str | None, Parameter(help="The target that answered; of a recording, only calls at its path, at any host.")
    ] = None,
    request: Annotated[
        str | None,
        Parameter(help="The request that was sent, as JSON: for what came otherwise, and what to send instead."),
    ] = None,
    status: Annotated[int | None, Parameter(help="The HTTP status, where the answer is its body alone.")] = None,
    header: Annotated[
        list[str] | None, Parameter(negative="", help='A header of the answer, repeatable: "retry-after: 3".')
    ] = None,
    tables: Tables = None,
    json: Json = False,
) -> Answer:
    """Explain what a vendor answered: images, a task to poll, or what went wrong and what to send instead.

    The exit code is 0 for images and tasks, 1 if a call failed, 2 if there is no answer to a call of a known
    target. Nothing is sent.
    """
    if request == file == STDIN:
        raise Usage("standard input can be the answer or the request, not both")
    all_tables = catalog(tables or ())
    arrival = read_answer(file, status, header or ())
    if arrival.is_har:
        if request is not None:
            raise Usage("a recording holds its requests: leave out --request")
        chosen = all_tables.find(typed(target)) if target is not None else None
        return _answer(read_answers(arrival.har, target=chosen, catalog=all_tables), json)
    if target is None:
        raise Usage("name the target that answered: --target NAME; only a recording (HAR) tells it")
    return _answer([_one(arrival, typed(target), request, all_tables)], json)


def _one(arrival: Arrival, name: str, request: str | None, tables: Catalog) -> Answered:
    target = tables.find(name)
    body = read_request(request, target) if request is not None else None
    sent_at = date_of(arrival.headers.get("date", ""))
    got = answer(
        target,
        status=arrival.status,
        headers=arrival.headers,
        body=arrival.body,
        sent=sent_of(body, target),
        now=time.time() if sent_at is None else sent_at,
    )
    return Answered(Identified(target, body, (target,), "it is named"), got, arrival.status)


def _answer(answered: Sequence[Answered], json: bool) -> Answer:
    def show(screen: Screen) -> None:
        for number, one in enumerate(answered):
            if number:
                screen.line()
            print_one(screen, one)
        if not answered:
            screen.line("no call of a known target", "red")

    known = any(one.answer is not None for one in answered)
    failed = any(isinstance(one.answer, Failed) for one in answered)
    code = 1 if failed else 0 if known else 2
    return Answer(lambda: {"answers": [_data(one) for one in answered]}, show, json, code)


def _data(one: Answered) -> JsonObject:
    """Returns an answer as data: `answer` is what `serial.load` reads, without the body, which the caller has."""
    call, got = one.call, one.answer
    return {
        "place": call.place,
        "method": call.method,
        "url": call.url,
        "target": call.target.name if call.target else None,
        "candidates": [target.name for target in call.candidates],
        "why": one.why or call.why,
        "status": one.status,
        "outcome": None if got is None else type(got).__name__.lower(),
        "answer": None if got is None else attrs.evolve(got, body=None),
    }
