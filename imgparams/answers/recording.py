"""Reads recordings of a browser (HAR) as calls with their answers, and follows the tasks that they start.

entry 0  POST /v1/flux-pro-1.1       Pending: next is GET .../get_result?id=7
entry 1  GET  .../get_result?id=7    the answer to the task of entry 0
"""

from __future__ import annotations

from binascii import Error, a2b_base64
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin

from attrs import evolve, frozen

from imgparams.answers.errors import date_of
from imgparams.answers.reading import answer
from imgparams.answers.results import Completed, Failed, Pending
from imgparams.catalog import CATALOG, Catalog
from imgparams.engine.body import body_of
from imgparams.identifying import Identified
from imgparams.identifying.har import call_of_entry, entries_of, headers_in, request_of
from imgparams.identifying.routes import address
from imgparams.target import Target
from imgparams.values import JsonMapping, Value


@frozen(eq=False, repr=False)
class Answered(Value):
    """A call with its answer, None where the target is not certain or no response was recorded; then `why` says so.

    `status` is that of the response, 0 without one.
    """

    call: Identified
    answer: Completed | Pending | Failed | None
    status: int = 0
    why: str = ""

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<Answered {self.call.place}: {self.answer or self.why}>"


class _Response(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: str | bytes


def read_answers(document: object, *, target: Target | None = None, catalog: Catalog = CATALOG) -> tuple[Answered, ...]:
    """Returns the calls of a recording with their answers; `document` is its parsed JSON.

    The calls are those that `imgparams.read_har` finds, and those that ask for a task which an earlier answer started.
    With a `target`, they are those at its path, whatever their host and model. Raises Invalid for what is no recording.
    """
    known = catalog if target is None else Catalog({target.name: _at_any_host(target)})
    found = list[Answered]()
    tasks: dict[str, Identified] = {}
    for number, entry in entries_of(document):
        request = request_of(entry)
        url = urldefrag(str(request.get("url") or "")).url
        started = tasks.get(url) if request.get("method") == "GET" else None
        call = call_of_entry(number, entry, known) if started is None else _poll(started, number, url)
        if call is None:
            continue
        if target is not None and started is None:
            call = evolve(call, target=target)
        found.append(_answered(call, _response_of(entry)))
        if poll := _next_url(found[-1], url):
            tasks[poll] = started or call
    return tuple(found)


def _at_any_host(target: Target) -> Target:
    """Returns a target as whoever runs it has it: a call to any host is one of its own."""
    prefix = target.base_url.partition("://")[2].partition("/")[2]
    return evolve(target, base_url=f"http://localhost/{prefix}".rstrip("/"))


def _poll(started: Identified, number: int, url: str) -> Identified:
    """Returns the call that asks for a task, with the request that started it."""
    why = f"it asks for the task of {started.place}"
    return evolve(started, method="GET", url=address(url).shown, place=f"entry {number}", why=why, unread=())


def _next_url(answered: Answered, url: str) -> str:
    """Returns the URL at which a task is asked for, "" if it takes more than a URL."""
    poll = answered.answer.poll if isinstance(answered.answer, Pending) else None
    if poll is None or poll.method != "GET":
        return ""
    return urldefrag(poll.url if poll.base_url else urljoin(url, poll.path)).url


def _answered(call: Identified, response: _Response | None) -> Answered:
    if call.target is None:
        return Answered(call, None, response.status if response else 0, call.why)
    if response is None:
        return Answered(call, None, 0, "the recording holds no response")
    status, headers, body = response
    got = answer(
        call.target,
        status=status,
        headers=headers,
        body=body,
        sent=sent_of(call.request, call.target),
        now=date_of(headers.get("date", "")),
    )
    return Answered(call, got, status)


def sent_of(request: object, target: Target) -> JsonMapping | None:
    """Returns a request as `answer` takes it: of a list of one the object in it."""
    body = body_of(request, target)
    return body if isinstance(body, Mapping) else None


def _response_of(entry: Mapping[str, object]) -> _Response | None:
    """Returns status, headers and body; None for a call that was broken off, which has the status 0 or none."""
    response = entry.get("response")
    status = response.get("status") if isinstance(response, Mapping) else None
    if not isinstance(response, Mapping) or not isinstance(status, int) or isinstance(status, bool) or status <= 0:
        return None
    headers, content = headers_in(response.get("headers")), response.get("content")
    text = content.get("text") if isinstance(content, Mapping) else None
    kind = content.get("mimeType") if isinstance(content, Mapping) else None
    if isinstance(kind, str) and kind:
        headers = {"content-type": kind, **headers}
    if not isinstance(text, str):
        return _Response(status, headers, "")
    is_base64 = isinstance(content, Mapping) and content.get("encoding") == "base64"
    return _Response(status, headers, _decoded(text) if is_base64 else text)


def _decoded(text: str) -> str | bytes:
    try:
        return a2b_base64(text.encode("ascii", "replace"))
    except Error:
        return text
