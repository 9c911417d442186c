"""Reads an answer from a file: its body alone, an object with its status, what `curl -i` prints, or a picture."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from imgparams.cli.inputs import Usage, read_bytes, typed
from imgparams.texts import shown, sniff
from imgparams.values import read_base64

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})(?: [^\r\n]{0,200})?\r?\n")
_END = re.compile(rb"\r?\n\r?\n|\r?\n\Z")
_KEYS = ({"status", "body"}, {"status", "headers", "body"})
HOW = 'say it with --status, give what `curl -i` prints, or {"status": 422, "headers": {...}, "body": ...}'


class Arrival(NamedTuple):
    """An answer as it came; `har` is the recording if the file is one, and then there is nothing else."""

    status: int = 0
    headers: Mapping[str, str] = {}
    body: object = None
    har: object = None

    @property
    def is_har(self) -> bool:
        return self.har is not None


def read_answer(name: str, status: int | None, headers: Iterable[str]) -> Arrival:
    """Returns the answer in a file; a status and headers of the command line add to those that the file states."""
    given = dict(map(_header, headers))
    if status is not None and not 100 <= status <= 599:
        raise Usage(f"--status must be from 100 to 599, not {status}")
    data = read_bytes(name).removeprefix(b"\xef\xbb\xbf")
    value = None if _is_picture(data) else _json(data)
    if name.lower().endswith(".har") or _is_har(value):
        if status is not None or given:
            raise Usage("a recording states the status and the headers of each answer: leave out --status and --header")
        if value is None:
            raise Usage(f"{shown(name)} is not JSON, so it is no recording (HAR)")
        return Arrival(har=value)
    found, more, body = _parts(data, value)
    if status is not None and found not in (None, status):
        raise Usage(f"--status {status} contradicts the status {found} in the file")
    known = found if status is None else status
    if known is None and isinstance(body, bytes) and _is_picture(body):
        known = 200
    if known is None:
        raise Usage(f"the status of the answer is missing: {HOW}")
    if isinstance(body, bytes) and body.startswith(b"\x1f\x8b"):
        raise Usage("the body is compressed (gzip): add --compressed to the curl command")
    return Arrival(known, {**more, **given}, body)


def _is_picture(data: bytes) -> bool:
    kind = sniff(data)
    return kind != "application/octet-stream" and (kind != "image/bmp" or b"\0" in data[:16])  # not a text with BM


def _is_har(value: object) -> bool:
    log = value.get("log") if isinstance(value, dict) else None
    return isinstance(log, dict) and "entries" in log


def _header(text: str) -> tuple[str, str]:
    name, colon, value = typed(text).partition(":")
    if not colon or not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name.strip()):
        raise Usage(f'--header {shown(name.strip())}: expected "name: value"')
    return name.strip().lower(), value.strip()


def _json(data: bytes) -> Any:
    """Returns the JSON that bytes are, None if they are none."""
    try:
        return json.loads(data.decode())
    except (ValueError, RecursionError):
        return None


def _parts(data: bytes, value: object) -> tuple[int | None, dict[str, str], object]:
    """Returns the status if it is stated, the headers, and the body."""
    if data.startswith(b"HTTP/"):
        return _raw(data)
    if isinstance(value, dict) and value.keys() in _KEYS:
        return _status(value["status"]), _headers(value.get("headers")), _unmarked(value["body"])
    return None, {}, data


def _raw(data: bytes) -> tuple[int | None, dict[str, str], bytes]:
    """Reads what `curl -i` prints: of several heads, as of a proxy or of a redirect, the last one counts."""
    status, headers = None, dict[str, str]()
    while match := _STATUS.match(data):
        end = _END.search(data, match.end() - 2)  # the line end before it may be the first of two
        head, data = (data[match.end() : end.start()], data[end.end() :]) if end else (data[match.end() :], b"")
        status, headers = int(match[1]), {}
        for line in head.decode("latin-1").splitlines():
            name, colon, text = line.partition(":")
            if colon:
                headers[name.strip().lower()] = text.strip()
    if status is None:
        raise Usage('the file begins with HTTP/, but not with a line such as "HTTP/1.1 422"')
    return status, headers, data


def _status(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 100 <= value <= 599:
        raise Usage(f"the status in the file must be a number from 100 to 599, not {shown(value)}")
    return value


def _headers(value: object) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise Usage(f"the headers in the file must be an object, not {shown(value)}")
    return {str(name).lower(): _text(item) for name, item in value.items()}


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _unmarked(body: object) -> object:
    """Returns a body, of `{"$bytes": base64}` the bytes."""
    text = body.get("$bytes") if isinstance(body, dict) and len(body) == 1 else None
    data = read_base64(text) if isinstance(text, str) else None
    return body if data is None else data
