"""Reads curl commands as calls. Nothing is run and no file is opened: what only they could tell is reported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from attrs import define, evolve, field

from imgparams.catalog import Catalog
from imgparams.errors import Invalid, Problem
from imgparams.identifying.bodies import MARK, TICK, Body, Part, body_of_call, headers_of, plain
from imgparams.identifying.identified import Identified
from imgparams.identifying.matching import identified
from imgparams.identifying.shell import Command, commands
from imgparams.texts import shown

MOST_URLS = 100  # of one command: all send the same body


def calls_in_curl(text: str, catalog: Catalog) -> tuple[Identified, ...]:
    """Returns whose call each curl command in a text is; see `read_curl`."""
    if not isinstance(text, str):
        raise TypeError(f"read_curl takes text, not {type(text).__name__}")
    found: list[Identified] = []
    for command in commands(text):
        words = _arguments(command)
        if words is None:
            continue
        for call in _calls(words):
            found += _identified(call, command, catalog)
    if not found:
        raise Invalid([Problem("error", "unreadable", (), None, "there is no curl command in this text")])
    return tuple(found)


_BEFORE = re.compile(r"[\w.]+=.*|[$%>]|sudo|time|exec|then|do|else|if|!|\{|bash|C:\\.*>", re.DOTALL)


def _arguments(command: Command) -> list[str] | None:
    """Returns the words after `curl`, None if the command is another one."""
    words = list(command.words)
    while words and _BEFORE.fullmatch(words[0]):
        words.pop(0)
    is_curl = words and re.fullmatch(r"(?:.*[/\\])?curl(?:\.exe)?", words[0])
    return words[1:] if is_curl else None


@define
class _Call:
    """What the options of one call say."""

    method: str = ""
    urls: list[str] = field(factory=list)
    headers: list[tuple[str, str]] = field(factory=list)
    data: list[str] = field(factory=list)
    in_files: list[str] = field(factory=list)
    parts: list[Part] = field(factory=list)
    as_query: bool = False
    head: bool = False
    upload: bool = False
    json: bool = False
    encoded: list[str] = field(factory=list)
    query: list[str] = field(factory=list)


_SHORT = {
    "X": "request",
    "H": "header",
    "d": "data",
    "F": "form",
    "G": "get",
    "I": "head",
    "T": "upload-file",
    "K": "config",
    ":": "next",
}
_SHORT_WITH_VALUE = frozenset("AbcCDeEhmoPQrtuUwxyYzZ") | (_SHORT.keys() - {"G", "I", ":"})
_WITH_VALUE = frozenset(
    re.findall(
        r"\S+",
        "request header data data-raw data-binary data-ascii data-urlencode json form form-string url url-query "
        "upload-file config user user-agent referer cookie cookie-jar output output-dir write-out max-time "
        "connect-timeout retry retry-delay retry-max-time proxy proxy-user proxy-header cacert capath cert cert-type "
        "key key-type pass ciphers range resolve connect-to interface limit-rate speed-limit speed-time max-redirs "
        "max-filesize aws-sigv4 oauth2-bearer dump-header stderr trace trace-ascii netrc-file noproxy local-port "
        "dns-servers tls-max unix-socket variable rate expect100-timeout keepalive-time etag-save etag-compare",
    )
)


def _calls(words: Sequence[str]) -> Iterator[_Call]:
    """Yields the calls of one command: one, or more with `--next`."""
    call, at = _Call(), 0
    while at < len(words):
        word = words[at]
        at += 1
        if word in ("--next", "-:"):
            yield call
            call = _Call()
        elif word.startswith("--") and len(word) > 2:
            name, equals, value = word[2:].partition("=")
            if name in _WITH_VALUE and not equals:
                value, at = (words[at] if at < len(words) else ""), at + 1
            _apply(call, name, value)
        elif word.startswith("-") and len(word) > 1:
            at = _short(call, word[1:], words, at)
        else:
            call.urls.append(word)
    yield call


def _short(call: _Call, letters: str, words: Sequence[str], at: int) -> int:
    """Applies a group of short options such as `-sX POST`; returns where the words go on."""
    for number, letter in enumerate(letters):
        if letter in _SHORT_WITH_VALUE:
            value = letters[number + 1 :]
            if not value:
                value, at = (words[at] if at < len(words) else ""), at + 1
            _apply(call, _SHORT.get(letter, ""), value)
            return at
        _apply(call, _SHORT.get(letter, ""), "")
    return at


def _apply(call: _Call, name: str, value: str) -> None:
    if name == "request":
        call.method = value.upper()
    elif name == "url":
        call.urls.append(value)
    elif name == "header":
        key, colon, text = value.partition(":")
        if colon:
            call.headers.append((key, plain(text)))
    elif name in ("data", "data-binary", "data-ascii", "json"):
        call.json = call.json or name == "json"
        (call.in_files if value.startswith("@") else call.data).append(value)
    elif name == "data-raw":
        call.data.append(value)
    elif name == "data-urlencode" and _in_file(value):
        call.in_files.append(_in_file(value))
    elif name == "data-urlencode":
        call.encoded.append(_encoded(value))
    elif name == "url-query":
        call.query.append(value[1:] if value.startswith("+") else _encoded(value))
    elif name in ("form", "form-string"):
        _apply_form(call, value, literal=name == "form-string")
    elif name == "get":
        call.as_query = True
    elif name == "head":
        call.head = True
    elif name == "upload-file":
        call.upload = True
    elif name == "config":
        call.in_files.append("@" + value)


def _in_file(value: str) -> str:
    """Returns the `@file` of `@file` or `name@file`, "" where the value is the content itself."""
    return "" if "=" in value else "".join(value.partition("@")[1:])


_NOT_FILLED_IN = re.compile(f"[^{MARK}{TICK}]+")


def _encoded(value: str) -> str:
    """Returns what curl makes of `name=content`, `=content` or `content`; what the shell would fill in stays."""
    name, equals, content = value.partition("=")
    text = _NOT_FILLED_IN.sub(lambda piece: quote(piece[0], safe=""), content if equals else value)
    return f"{name}={text}" if equals and name else text


_TYPE = re.compile(r";\s*(?:type|filename|encoder|headers)=(?:\"[^\"]*\"|[^;]*)")


def _apply_form(call: _Call, text: str, *, literal: bool) -> None:
    name, _, value = text.partition("=")
    if literal:
        call.parts.append(Part(plain(name), value))
    elif value[:1] in ("@", "<"):
        file = _TYPE.sub("", value[1:])
        why = f"the file {shown(plain(file))}, which is not opened"
        call.parts.append(Part(plain(name), b"" if value[0] == "@" else "", why))
    else:
        if value[:1] == '"' and value.endswith('"') and len(value) > 1:
            value = value[1:-1].replace('\\"', '"').replace("\\\\", "\\")
        call.parts.append(Part(plain(name), _TYPE.sub("", value)))


def _identified(call: _Call, command: Command, catalog: Catalog) -> Iterator[Identified]:
    place = f"line {command.line}"
    headers = headers_of(call.headers)
    if call.json:
        headers = {"content-type": "application/json", "accept": "application/json", **headers}
    body = _body(call, command, headers)
    query = "&".join(call.query)
    method = call.method or _method(call)
    for url in call.urls[:MOST_URLS]:
        if url[:1] in (MARK, TICK) and "/" not in url:
            why = f"the shell fills in the URL, {shown(plain(url))}, which is not run"
            yield Identified(None, None, (), why, method=method, url=plain(url), place=place)
            continue
        whole = url + (f"{'&' if '?' in url else '?'}{query}" if query else "")
        yield evolve(identified(method, whole, body, headers, catalog), place=place)
    if not call.urls:
        yield Identified(None, None, (), "the command has no URL", method=method, place=place)
    elif more := call.urls[MOST_URLS:]:
        why = f"{len(more)} more URLs of this command are not read"
        yield Identified(None, None, (), why, method=method, url=plain(more[0]), place=place)


def _method(call: _Call) -> str:
    if call.as_query:
        return "GET"
    if call.data or call.encoded or call.in_files or call.parts:
        return "POST"
    return "HEAD" if call.head else "PUT" if call.upload else "GET"


def _body(call: _Call, command: Command, headers: dict[str, str]) -> Body:
    if call.as_query:
        return Body(why="the command sends its data in the URL (-G), and no body")
    if call.parts:
        return Body(parts=tuple(call.parts))
    data = list(call.data)
    if call.in_files == ["@-"] and command.given is not None and not data:
        data = [command.given]
    elif call.in_files:
        return Body(why=f"the body is in the file {shown(plain(call.in_files[0][1:]))}, which is not opened")
    if call.upload:
        return Body(why="the body is in a file, which is not opened")
    text = "&".join([*data, *call.encoded])
    if text[:1] in (MARK, TICK):
        return Body(why=f"the shell fills in the body, {shown(plain(text))}, which is not run")
    body = body_of_call(text, headers)
    if body.why and (MARK in text or TICK in text):
        at = min(place for mark in (MARK, TICK) if (place := text.find(mark)) >= 0)
        filled = shown(plain(text[at : at + 60]))
        return Body(why=f"{body.why}; the shell fills in {filled}, which is not run")
    return body
