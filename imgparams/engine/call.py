"""Builds the HTTP call: URL, headers and body, all but the credential."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from imgparams.errors import Invalid, Problem
from imgparams.paths import spell
from imgparams.target import Target
from imgparams.texts import HIDDEN, clean, did_you_mean, is_secret, shown, sniff
from imgparams.values import JsonMapping, JsonObject, Path, Value, same, thaw, unreadable

if TYPE_CHECKING:
    from imgparams.engine.needs import Need

FormPart = tuple[str, tuple[str | None, bytes, str | None]]  # of a multipart body, as httpx takes it


@frozen(eq=False, repr=False)
class Overwritten(Value):
    """A wire of the request in whose place `extra` puts another value; a list is one value."""

    wire: str
    written: object
    extra: object

    def __str__(self) -> str:
        hidden = is_secret(self.wire.rpartition(":")[2].rpartition(".")[2])
        written, extra = (HIDDEN if hidden else shown(value) for value in (self.written, self.extra))
        return f"{clean(self.wire)}: {written} -> {extra}"


@frozen(eq=False, repr=False)
class Http(Value):
    """A call without its credential: `path` from the root of the host, and `json` or multipart `files` for httpx.

    `json` is an object, or a list of one. `headers` are those that belong to the request. `base_url` and `key_header`
    are the target's, the first with its placeholders filled, both "" where they are not known. `overwritten` is what
    `extra` changed in the request.
    """

    method: str
    path: str
    json: Any
    files: list[FormPart] | None
    headers: dict[str, str] = field(factory=dict)
    base_url: str = ""
    key_header: str = ""
    provider: str = ""
    overwritten: tuple[Overwritten, ...] = ()

    def __repr__(self) -> str:
        """Returns method, URL and body in few characters, without what looks like a credential."""
        from imgparams.engine import pasting

        return f"<{pasting.summary(self)}>"

    @property
    def url(self) -> str:
        """The URL with path and query; where the host is not known it begins with a variable: `$ACME_BASE_URL`."""
        from imgparams.engine import pasting  # here and below: importing imgparams is to be quick

        return (self.base_url or f"${pasting.variable(self.provider, 'BASE_URL')}") + self.path

    def curl(self) -> str:
        """Returns the call as a curl command for a POSIX shell, with the key as a variable.

        Pictures of a form stand as `@name`; the names are placeholders for your files.
        """
        from imgparams.engine import pasting

        return pasting.curl(self)

    def as_python(self) -> str:
        """Returns the call as Python that sends it with httpx, with the key from the environment.

        Pictures of a form are opened by name; the names are placeholders for your files.
        """
        from imgparams.engine import pasting

        return pasting.as_python(self)


def call_of(
    target: Target,
    request: JsonObject,
    extra: JsonMapping,
    needs: Sequence[Need],
    types: Mapping[int, str],
    parameters: Mapping[str, str],
) -> Http:
    """Returns the call that sends a request and `extra`; raises Invalid while a need or a placeholder is open.

    Keys named `header:Accept`, `query:mode` and `path:model` are taken out of the body and put in those places:

        {"path:model": "a/b", "query:mode": "fast", "prompt": "x"} at /run/{model}
        -> /run/a/b?mode=fast with {"prompt": "x"}

    `types` are the media types that the caller stated, by the identity of the bytes.
    """
    multipart = target.content == "multipart"
    problems = [Problem("error", "open_need", (need.at,), None, f"{need.kind} ({need.why})") for need in needs]
    problems += [Problem("error", "unreadable", *fault) for fault in unreadable(extra, files=multipart)]
    body, overwritten = dict(request), list[Overwritten]()
    if not problems:
        body = _merged(target, request, extra, (), overwritten, problems)
    headers, query = _taken(body, "header:"), _taken(body, "query:")
    filled = _taken(body, "path:")  # may have slashes, as model names do
    problems += _parameter_faults(target, filled, parameters, needs)
    problems += _header_faults(headers)
    problems += _part_faults(body, target) if multipart else ()
    if problems:
        raise Invalid(problems)
    path = _filled(target.path, filled, parameters, query)
    files = list(_files(body, types, target)) if multipart else None
    json = None if multipart else [body] if target.in_list else body
    host = _filled(target.base_url, filled, parameters, safe=":")
    return Http(target.method, path, json, files, headers, host, target.key_header, target.provider, tuple(overwritten))


def _merged(
    target: Target,
    written: JsonMapping,
    extra: JsonMapping,
    at: Path,
    overwritten: list[Overwritten],
    problems: list[Problem],
) -> JsonObject:
    """Returns a copy of an object with `extra` merged into it: objects into objects, all else in place of what was.

    A second spelling of a key that was written is that key; others are sent as they are spelled.
    """
    merged = dict(written)
    headers = {key.lower(): key for key in written if key.startswith("header:")}  # their names have no case
    for (key, value), (path, _) in zip(extra.items(), target.tree.inside(extra, at), strict=True):
        key = headers.get(key.lower(), key)
        key = str(path[-1]) if path[-1] in written else key
        here, old = (*at, key), written.get(key)
        if key in written and isinstance(old, Mapping):
            if isinstance(value, Mapping):
                merged[key] = _merged(target, old, value, here, overwritten, problems)
            else:
                why = "the request has an object here, which extra can't replace; name the fields that differ"
                problems.append(Problem("error", "not_allowed", here, value, why))
        elif key not in written or not same(old, value):
            merged[key] = thaw(value)
            if key in written:
                overwritten.append(Overwritten(spell(here), old, thaw(value)))
    return merged


# ---- placeholders of the path and of the host


def placeholders(target: Target) -> list[str]:
    """Returns the names in the braces of a target's URL, each once."""
    return list(dict.fromkeys(re.findall(r"{(\w+)}", target.base_url + target.path)))


def why_open(target: Target, name: str) -> str:
    return f"the {'URL' if target.base_url else 'path'} {target.base_url}{target.path} needs a value for {name}"


def open_placeholders(target: Target, filled: Collection[str], needs: Iterable[Need]) -> list[str]:
    """Returns the placeholders that the call needs a value for, but not those for which the request needs one."""
    asked = tuple(need.at for need in needs)
    names = [name for name in placeholders(target) if name not in filled]
    return [name for name in names if not any(at.endswith(f"path:{name}") for at in asked)]


def value_faults(target: Target, name: str, value: object, *, slashes: bool = False) -> Iterator[Problem]:
    """Yields what is wrong with a value for a placeholder."""
    host = target.base_url.partition("://")[2].partition("/")[0]
    parts = value.split("/") if slashes and isinstance(value, str) else [value]
    if f"{{{name}}}" in host and isinstance(value, str):  # it must not become another host
        port = r"(?::\d+)?" if host.endswith(f"{{{name}}}") else ""
        if not re.fullmatch(rf"[A-Za-z0-9][A-Za-z0-9.-]*{port}", value):
            why = "a part of the host must be letters, digits, hyphens and dots"
            yield Problem("error", "not_allowed", (name,), value, why)
    elif any(not isinstance(part, str) or part in ("", ".", "..") or any(unreadable(part)) for part in parts):
        yield Problem("error", "not_allowed", (name,), value, "a path parameter must be text, and not '', '.' or '..'")


def _parameter_faults(
    target: Target, filled: Mapping[str, str], parameters: Mapping[str, str], needs: Iterable[Need]
) -> Iterator[Problem]:
    """Yields placeholders that are open, values without one, and values that can't stand there."""
    names = [name for name in placeholders(target) if name not in filled]
    for name in open_placeholders(target, {*filled, *parameters}, needs):
        yield Problem("error", "open_need", (name,), None, why_open(target, name))
    for name in (*parameters, *(name for name in filled if name not in placeholders(target))):
        if name not in names:
            why = "the path has no such parameter" + did_you_mean(name, names)
            yield Problem("error", "unknown_field", (name,), None, why)
    for name, value in parameters.items():
        yield from value_faults(target, name, value)
    for name, value in filled.items():
        yield from value_faults(target, name, value, slashes=True)


def _header_faults(headers: Mapping[str, str]) -> Iterator[Problem]:
    for name, value in headers.items():
        if not re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", name):
            yield Problem("error", "not_allowed", (f"header:{name}",), name, "this is no name of a header")
        if not value.isprintable():
            yield Problem("error", "not_allowed", (f"header:{name}",), value, "a header value must be one line of text")


_ENDS_A_NAME = re.compile('[\x00-\x1f\x7f-\x9f\u2028\u2029"]')


def _part_faults(body: Mapping[str, object], target: Target, at: Path = ()) -> Iterator[Problem]:
    """Yields keys that could end the name of a part of a form, and bytes in what is sent as one JSON text."""
    for key, value in body.items():
        if _ENDS_A_NAME.search(key):
            why = "the name of a part of a form must be one line without quotes"
            yield Problem("error", "not_allowed", (*at, key), key, why)
        if isinstance(value, Mapping) and (at or key not in target.json_parts):
            yield from _part_faults(value, target, (*at, key))
            continue
        for number, item in enumerate(value) if isinstance(value, list) else [(None, value)]:
            place = (*at, key) if number is None else (*at, key, number)
            inside = unreadable(item, path=place) if not isinstance(item, bytes) else ()
            for path, found, _ in inside:
                yield Problem("error", "unreadable", path, found, "bytes in what is sent as one JSON text of a form")


def _filled(
    text: str,
    filled: Mapping[str, str],
    parameters: Mapping[str, str],
    query: Mapping[str, str] | None = None,
    safe: str = "",
) -> str:
    """Returns a path or a host with its placeholders filled in and percent-quoted, and the query appended."""
    from urllib.parse import quote, urlencode  # here, and json below: importing imgparams is to be quick

    quoted = {name: quote(str(value), safe=safe) for name, value in parameters.items()}
    quoted |= {name: quote(value, safe="/:@") for name, value in filled.items()}
    text = re.sub(r"{(\w+)}", lambda name: quoted[name[1]], text)
    return text + (f"{'&' if '?' in text else '?'}{urlencode(query)}" if query else "")


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
