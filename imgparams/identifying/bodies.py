"""Reads the body of a call: JSON, or the parts of a form, from what a caller has in hand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple, NoReturn

from imgparams.contract import Row
from imgparams.engine.body import is_of_type, takes
from imgparams.target import Target
from imgparams.texts import shown
from imgparams.values import MAX_DEPTH, JsonObject, Path

Headers = Mapping[str, str] | Iterable[tuple[str, str]]


class Part(NamedTuple):
    """One part of a form; `unread` says why its value is not known."""

    name: str
    value: str | bytes
    unread: str = ""


class Body(NamedTuple):
    """`json` or `parts`; or neither, and `why`."""

    json: Any = None
    parts: tuple[Part, ...] | None = None
    why: str = ""

    @property
    def content(self) -> str:
        return "json" if self.parts is None else "multipart"


def headers_of(headers: Headers | None) -> dict[str, str]:
    """Returns headers by their name in lower case."""
    pairs = headers.items() if isinstance(headers, Mapping) else headers or ()
    return {str(name).strip().lower(): str(value).strip() for name, value in pairs}


def body_of_call(body: object, headers: Mapping[str, str]) -> Body:
    """Reads parsed JSON, JSON as text or bytes, a multipart body as bytes, or the parts of a form."""
    if isinstance(body, Body):
        return body
    if isinstance(body, (bytes, bytearray)):
        return _raw(bytes(body), headers)
    if isinstance(body, str):
        return _raw(body.encode("utf-8", "surrogatepass"), headers)
    if isinstance(body, Mapping):
        return Body(json=body)
    if isinstance(body, (list, tuple)):
        if body and all(isinstance(item, (list, tuple)) and len(item) == 2 for item in body):
            return _given_parts(body)
        return Body(json=list(body))
    if body is None:
        return Body(why="the call has no body")
    return Body(why=f"a body must be JSON, bytes, text or the parts of a form, not {type(body).__name__}")


def _given_parts(body: Iterable[Any]) -> Body:
    """Reads the parts of a form as httpx takes them: a name, and a value or `(file name, value, media type)`."""
    parts = []
    for name, value in body:
        content = (value[1] if len(value) > 1 else None) if isinstance(value, (list, tuple)) else value
        is_file = isinstance(value, (list, tuple)) and value[:1] != (None,) and value[:1] != [None]
        if not isinstance(name, str) or not isinstance(content, (str, bytes)):
            return Body(why=f"a part of a form must have a name and text or bytes, not {shown(content)}")
        parts.append(_part(name, content, is_file))
    return Body(parts=tuple(parts))


def _part(name: str, content: str | bytes, is_file: bool) -> Part:
    if is_file:
        return Part(name, content.encode() if isinstance(content, str) else content)
    if isinstance(content, bytes):
        try:
            return Part(name, content.decode())
        except UnicodeDecodeError:
            return Part(name, content)
    return Part(name, content)


def _raw(body: bytes, headers: Mapping[str, str]) -> Body:
    kind = headers.get("content-type", "")
    if kind.lower().startswith("multipart/"):
        return multipart(body, kind)
    if not body.strip():
        return Body(why="the call has no body")
    try:
        text = body.decode("utf-8-sig", "surrogatepass")
    except UnicodeDecodeError as error:
        return Body(why=f"the body is not UTF-8: byte {error.start} is {body[error.start]:#04x}")
    try:
        return Body(json=json.loads(text, parse_constant=_no_constant))
    except RecursionError:
        return Body(why="the body is not JSON: it is nested too deeply")
    except ValueError as error:
        form = " (it is a form in the encoding of URLs, which no target takes)" if _is_form(text, kind) else ""
        return Body(why=f"the body is not JSON: {_fault(error)}{form}")


def _fault(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        comment = " (JSON has no comments)" if error.doc[error.pos : error.pos + 1] in ("/", "#") else ""
        return f"{error.msg} in line {error.lineno}, column {error.colno}{comment}"
    return "an integer has thousands of digits" if "digits" in str(error) else str(error)


def _no_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is not a JSON number")


def _is_form(text: str, kind: str) -> bool:
    return "urlencoded" in kind.lower() or re.match(r"\s*[\w.\[\]-]+=", text) is not None


# ---- multipart

MOST_HEAD = 4096  # bytes of the headers of a form or a part: how the standard library reads them is not linear


def multipart(body: bytes, kind: str) -> Body:
    """Reads the parts of a multipart body; `kind` is its content type."""
    from email.message import Message  # here and below: importing imgparams is to be quick

    head = Message()
    head["content-type"] = kind[:MOST_HEAD]
    boundary = head.get_param("boundary")
    if not isinstance(boundary, str) or not boundary:
        return Body(why="the content type of the form names no boundary, so its parts can't be told apart")
    mark, whole = b"\n--" + boundary.encode(), b"\r\n" + body.lstrip(b"\r\n")
    _, *chunks = whole.split(b"\r" + mark)
    if len(chunks) < 2:  # recorded with plain line ends
        _, *chunks = whole.split(mark)
    parts = [part for chunk in chunks if not chunk.startswith(b"--") if (part := _read_part(chunk)) is not None]
    return Body(parts=tuple(parts)) if parts else Body(why="the form has no part with a name")


def _read_part(chunk: bytes) -> Part | None:
    from email.parser import BytesHeaderParser

    match = re.search(rb"\r?\n\r?\n", chunk)
    if match is None or match.end() > MOST_HEAD:
        return None
    head = BytesHeaderParser().parsebytes(chunk[: match.end()].lstrip(b" \t\r\n"))
    name = head.get_param("name", header="content-disposition")
    if not isinstance(name, str):
        return None
    return _part(name, chunk[match.end() :], head.get_filename() is not None)


# ---- what a target reads in them


def form_request(parts: Iterable[Part], target: Target) -> tuple[JsonObject, list[tuple[Path, str]]]:
    """Returns the request in the parts of a form, as a target's table has it, and what in it is not read.

    The opposite of how a call is written: several parts of one name are a list, `key[inner]` is an object's key, and a
    text is a number, a flag or JSON where the table has no text.
    """
    names = {row.multipart: wire for wire, row in target.by_wire.items() if row.multipart}
    several: dict[Path, list[Part]] = {}
    listed: set[Path] = set()
    for part in parts:
        key = names.get(part.name, part.name)
        path = _form_path(key, target)
        several.setdefault(path, []).append(part)
        if key != part.name or (key.endswith("[]") and path != (key,)):
            listed.add(path)
    body: JsonObject = {}
    unread: list[tuple[Path, str]] = []
    for path, same_place in several.items():
        values = [_typed(path, part.value, target) for part in same_place]
        value: Any = values if path in listed or len(values) > 1 else _one(path, values[0], target)
        if not _put(body, path, value):
            unread.append((path, "another part of the form stands in its place"))
        unread += ((path, part.unread) for part in same_place if part.unread)
    return body, unread


_IN_BRACKETS = re.compile(r"[^\[\]]+(?:\[[^\[\]]+\])+")


def _form_path(key: str, target: Target) -> Path:
    """Returns the path that a name such as `style[color]` means in a table that has it, else the name itself."""
    if (key,) in target.tree.leaves or "[" not in key:
        return (key,)
    if "[]" in key:  # a list in the habit of PHP, if the table has a list there
        wire = target.tree.leaves.get((key.removesuffix("[]"),))
        return (wire,) if wire and _is_list(target.by_wire[wire], wire) else (key,)
    if not _IN_BRACKETS.fullmatch(key) or key.count("[") >= MAX_DEPTH:
        return (key,)
    first, *inner = re.findall(r"[^\[\]]+", key)
    path = (first, *(int(part) if re.fullmatch("[0-9]{1,4}", part) else part for part in inner))
    tree = target.tree
    around = any(path[:end] in tree.leaves or path[:end] in tree.branches for end in range(1, len(path) + 1))
    return path if around else (key,)


def _is_list(row: Row, wire: str) -> bool:
    return is_of_type(row, wire, []) and not is_of_type(row, wire, {})


def _one(path: Path, value: object, target: Target) -> object:
    """Returns a single value, in a list where the table has only lists."""
    wire = target.tree.leaves.get(path)
    if wire is None or not isinstance(value, bytes):
        return value
    row = target.by_wire[wire]
    return [value] if not is_of_type(row, wire, value) and is_of_type(row, wire, [value]) else value


def _typed(path: Path, text: str | bytes, target: Target) -> object:
    if isinstance(text, bytes):
        return text
    if path in target.tree.branches:  # an object or a list in one part
        value = _json(text)
        return value if isinstance(value, (dict, list)) else text
    wire = target.tree.leaves.get(path)
    return text if wire is None else typed(text, wire, target)


def typed(text: str, wire: str, target: Target) -> object:
    """Returns what a text outside of JSON means on a wire: the text itself where that is legal, else JSON if it is."""
    row = target.by_wire[wire]
    if takes(row, wire, text):
        return text
    value = _json(text)
    return value if is_of_type(row, wire, value) else text


def _json(text: str) -> object:
    """Returns what a text is as JSON, itself if it is none."""
    try:
        return json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return text


def _put(body: JsonObject, path: Path, value: object) -> bool:
    """Puts a value at its place; returns whether nothing else stood there."""
    at: Any = body
    for part, following in pairwise(path):
        empty: Any = [] if isinstance(following, int) else {}
        if isinstance(part, int):
            while len(at) <= min(part, 100):
                at.append(type(empty)())
            at = at[min(part, 100)]
        else:
            at = at.setdefault(part, empty)
        if not isinstance(at, type(empty)):
            return False
    if isinstance(at, list):
        at.append(value)
    elif path[-1] in at:
        return False
    else:
        at[path[-1]] = value
    return True


# ---- what was not read


MARK = "\ud824"  # stands for a live `$` in the text of a call; no valid text has it
TICK = "\ud860"  # for a live backtick


def plain(text: str) -> str:
    """Returns a text as it was written, with what the shell would have put in its place by name."""
    return text.replace(MARK, "$").replace(TICK, "`")


def unmarked(value: object, path: Path = ()) -> tuple[Any, list[tuple[Path, str]]]:
    """Returns JSON with its texts as they were written, and the places that the shell would have filled."""
    unread = [(at, _substitution(text)) for at, text in _marked(value, path)]
    return (_cleaned(value) if unread else value), unread


def _substitution(text: str) -> str:
    at = min(place for mark in (MARK, TICK) if (place := text.find(mark)) >= 0)
    return f"the shell fills in {shown(plain(text[at : at + 60]))}, which is not run"


def _marked(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if MARK in value or TICK in value:
            yield path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _marked(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _marked(item, (*path, index))


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Mapping):
        return {plain(key) if isinstance(key, str) else key: _cleaned(item) for key, item in value.items()}
    return [_cleaned(item) for item in value] if isinstance(value, list) else value
