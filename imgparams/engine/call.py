"""Builds the HTTP call without its host: path, query, headers and body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from imgparams.errors import Invalid, Problem
from imgparams.target import Target
from imgparams.texts import did_you_mean, sniff
from imgparams.values import JsonObject, Value, unreadable

if TYPE_CHECKING:
    from imgparams.engine.needs import Need

FormPart = tuple[str, tuple[str | None, bytes, str | None]]  # of a multipart body, as httpx takes it


@frozen(eq=False, repr=False)
class Http(Value):
    """A call without its host: `path` from the root of the host, and `json` or multipart `files` as httpx accepts them.

    `json` is an object, or a list of one. `headers` are those that belong to the request; credentials are not included.
    """

    method: str
    path: str
    json: Any
    files: list[FormPart] | None
    headers: dict[str, str] = field(factory=dict)


def call_of(
    target: Target,
    body: JsonObject,
    needs: Sequence[Need],
    types: Mapping[int, str],
    parameters: Mapping[str, str],
) -> Http:
    """Returns the call that sends a body; raises Invalid while a need or a path parameter is open.

    Keys named `header:Accept`, `query:mode` and `path:model` are taken out of the body and put in those places:

        {"path:model": "a/b", "query:mode": "fast", "prompt": "x"} at /run/{model}
        -> /run/a/b?mode=fast with {"prompt": "x"}

    `types` are the media types that the caller stated, by the identity of the bytes.
    """
    headers, query = _taken(body, "header:"), _taken(body, "query:")
    filled = _taken(body, "path:")  # may have slashes, as model names do
    problems = [Problem("error", "open_need", (need.at,), None, f"{need.kind} ({need.why})") for need in needs]
    problems += _path_faults(target.path, filled, parameters)
    problems += [
        Problem("error", "not_allowed", (f"header:{name}",), value, "a header value must be one line of text")
        for name, value in headers.items()
        if not value.isprintable()
    ]
    if problems:
        raise Invalid(problems)
    path = _path(target.path, filled, parameters, query)
    if target.content == "multipart":
        return Http(target.method, path, None, list(_files(body, types, target)), headers)
    return Http(target.method, path, [body] if target.in_list else body, None, headers)


def _path_faults(path: str, filled: Mapping[str, str], parameters: Mapping[str, str]) -> Iterator[Problem]:
    """Yields path parameters that are open, unknown, or not part of a path."""
    names = [name for name in re.findall(r"{(\w+)}", path) if name not in filled]
    for name in names:
        if name not in parameters:
            yield Problem("error", "open_need", (name,), None, f"the path {path} needs a value for {name}")
    for name in parameters:
        if name not in names:
            why = "the path has no such parameter" + did_you_mean(name, names)
            yield Problem("error", "unknown_field", (name,), None, why)
    parts = [(name, part) for name, text in filled.items() for part in text.split("/")]
    for name, value in (*parameters.items(), *parts):
        if value in ("", ".", "..") or any(unreadable(value)):
            why = "a path parameter must be text, and not '', '.' or '..'"
            yield Problem("error", "not_allowed", (name,), value, why)


def _path(path: str, filled: Mapping[str, str], parameters: Mapping[str, str], query: Mapping[str, str]) -> str:
    """Returns a path with its parameters filled in and percent-quoted, and the query appended."""
    from urllib.parse import quote, urlencode  # here, and json below: importing imgparams is to be quick

    quoted = {name: quote(str(value), safe="") for name, value in parameters.items()}
    quoted |= {name: quote(value, safe="/:@") for name, value in filled.items()}
    path = re.sub(r"{(\w+)}", lambda name: quoted[name[1]], path)
    return path + (f"{'&' if '?' in path else '?'}{urlencode(query)}" if query else "")


def _taken(body: JsonObject, place: str) -> dict[str, str]:
    """Removes what goes elsewhere than the body, and returns it as text."""
    names = [key for key in body if key.startswith(place)]
    return {name.removeprefix(place): _text(body.pop(name)) for name in names}


def _text(value: object) -> str:
    import json

    return value if isinstance(value, str) else json.dumps(value)


def _files(body: Mapping[str, object], types: Mapping[int, str], target: Target) -> Iterator[FormPart]:
    """Yields every field as parts: a list of files as several, most objects as `key[inner]`, all else as JSON text."""
    for key, value in body.items():
        row = target.by_wire.get(key)
        if isinstance(value, list) and any(isinstance(item, bytes) for item in value):
            for item in value:
                yield (row.multipart if row and row.multipart else key), _part(key, item, types)
        elif isinstance(value, Mapping) and key not in target.json_parts:
            yield from _files({f"{key}[{inner}]": item for inner, item in value.items()}, types, target)
        else:
            yield key, _part(key, value, types)


def _part(key: str, value: object, types: Mapping[int, str]) -> tuple[str | None, bytes, str | None]:
    if isinstance(value, bytes):
        media_type = types.get(id(value)) or sniff(value)
        suffix = {"image/jpeg": "jpg", "image/svg+xml": "svg", "application/octet-stream": "bin"}
        return f"{key}.{suffix.get(media_type, media_type.partition('/')[2])}", value, media_type
    return None, _text(value).encode(), None
