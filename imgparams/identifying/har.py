"""Reads recordings of a browser (HAR) as calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from imgparams.catalog import Catalog
from imgparams.errors import Invalid, Problem
from imgparams.identifying.bodies import Body, Part, body_of_call, headers_of
from imgparams.identifying.identified import Identified
from imgparams.identifying.matching import identified
from imgparams.identifying.routes import address, is_at, is_catch_all, routes
from imgparams.values import Path


def calls_in_har(document: object, catalog: Catalog) -> tuple[Identified, ...]:
    """Returns whose call each entry of a recording is; see `read_har`."""
    calls = (call_of_entry(number, entry, catalog) for number, entry in entries_of(document))
    return tuple(call for call in calls if call is not None)


def call_of_entry(number: int, entry: Mapping[str, object], catalog: Catalog) -> Identified | None:
    """Returns whose call an entry is, None if no target's path, method and host fit."""
    request = request_of(entry)
    method, url = request.get("method"), request.get("url")
    if not (isinstance(method, str) and isinstance(url, str) and _may_be(method.upper(), url, catalog)):
        return None
    headers = headers_in(request.get("headers"))
    call = identified(method, url, _body(request.get("postData"), headers), headers, catalog)
    return evolve(call, place=f"entry {number}")


def entries_of(document: object) -> Iterator[tuple[int, Mapping[str, object]]]:
    """Yields the entries that are objects, with their numbers; raises Invalid for what is no recording."""
    log = document.get("log") if isinstance(document, Mapping) else None
    entries = log.get("entries") if isinstance(log, Mapping) else None
    if not isinstance(entries, (list, tuple)):
        why = "a recording (HAR) is an object whose log.entries is a list"
        path: Path = ("log", "entries") if isinstance(log, Mapping) else ()
        raise Invalid([Problem("error", "unreadable", path, None, why)])
    for number, entry in enumerate(entries):
        if isinstance(entry, Mapping):
            yield number, entry


def request_of(entry: Mapping[str, object]) -> Mapping[str, object]:
    """Returns the request of an entry, an empty one if it has none."""
    request = entry.get("request")
    return request if isinstance(request, Mapping) else {}


def _may_be(method: str, url: str, catalog: Catalog) -> bool:
    """Whether a URL is one of a target's calls; a path that is all placeholder counts only at its own host."""
    where = address(url)
    here = routes(catalog).at(method, where.path)
    return any(is_at(route.target, where.host) and not is_catch_all(route.target) for route in here) or any(
        is_at(route.target, where.host) and route.target.base_url for route in here
    )


def headers_in(headers: object) -> dict[str, str]:
    """Returns the headers of a request or a response by their names in lower case."""
    listed = headers if isinstance(headers, (list, tuple)) else ()
    pairs = [(item.get("name"), item.get("value")) for item in listed if isinstance(item, Mapping)]
    return headers_of([(str(name), str(value)) for name, value in pairs if name and value is not None])


def _body(data: object, headers: Mapping[str, str]) -> Body:
    if not isinstance(data, Mapping):
        return body_of_call(None, headers)
    kind, text, params = data.get("mimeType"), data.get("text"), data.get("params")
    if isinstance(text, str) and text:
        stated = {"content-type": kind} if isinstance(kind, str) and kind else {}
        return body_of_call(text, {**headers, **stated})
    if isinstance(params, (list, tuple)) and str(kind).lower().startswith("multipart/"):
        return Body(parts=tuple(part for item in params if (part := _part(item)) is not None))
    return body_of_call(None, headers)


def _part(item: object) -> Part | None:
    name = item.get("name") if isinstance(item, Mapping) else None
    if not isinstance(item, Mapping) or not isinstance(name, str):
        return None
    value = item.get("value")
    text = value if isinstance(value, str) else ""
    if item.get("fileName") is None:
        return Part(name, text)
    unread = "" if text else "a file, which the recording does not hold"
    return Part(name, text.encode("utf-8", "surrogatepass"), unread)
