"""Reads files, standard input, JSON, and tables; raises Usage."""

from __future__ import annotations

import contextlib
import importlib
import json
import math
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import BinaryIO, NoReturn

from imgparams.catalog import CATALOG, Catalog
from imgparams.errors import ImgparamsError, Problem
from imgparams.paths import spell
from imgparams.target import Target
from imgparams.texts import shown
from imgparams.values import MAX_DEPTH, read_base64, unreadable

STDIN = "\0-"  # stands for a lone `-`, which a parser of options takes for one; no argument can hold a NUL
MOST = 100 * 2**20  # bytes read from one file

Request = dict[str, object] | list[dict[str, object]]  # a list is of one

_MODULE = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*:[^\W\d]\w*")


class Usage(Exception):
    """Wrong usage or unreadable input, in one sentence; `problems` has the details, if there are any."""

    def __init__(self, why: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(why)
        self.problems = problems


class NotJson(ValueError):
    """Text that is not JSON at all, unlike JSON that is out of bounds."""


def typed(text: str) -> str:
    """Returns a text as it was typed."""
    return "-" if text == STDIN else text


def is_json(name: str) -> bool:
    """Whether this is standard input, or a name that can only be meant as that of a JSON file."""
    return name == STDIN or name.lower().endswith(".json")


def is_file(text: str) -> bool:
    """Whether a text stands for a file, rather than for itself: a name of JSON, or anything there that can be read."""
    return is_json(text) or (os.path.exists(text) and not os.path.isdir(text))


def open_bytes(name: str) -> contextlib.AbstractContextManager[BinaryIO]:
    """Opens a file, or standard input, for reading bytes."""
    if name == STDIN:
        if sys.stdin is None:
            raise Usage("standard input is closed")
        return contextlib.nullcontext(sys.stdin.buffer)
    try:
        return open(name, "rb")
    except (OSError, ValueError) as error:
        raise cannot_read(name, error) from None


def cannot_read(name: str, error: BaseException) -> Usage:
    """Returns the error for a file that can't be read."""
    return Usage(f"{_named(name)} can't be read: {getattr(error, 'strerror', None) or error}")


def read_bytes(name: str) -> bytes:
    """Returns a file's bytes, or those of standard input."""
    try:
        with open_bytes(name) as file:
            data = file.read(MOST + 1)
    except (OSError, ValueError, MemoryError) as error:
        raise cannot_read(name, error) from None
    if len(data) > MOST:
        raise Usage(f"{_named(name)} is larger than {MOST // 2**20} MiB")
    return data


def _named(name: str) -> str:
    return "standard input" if name == STDIN else shown(name)


def read_object(name: str, *, tables: bool = False) -> dict[str, object]:
    """Returns the JSON object in a file; outside of tables, `{"$bytes": base64}` is bytes, as `--json` writes them."""
    return object_in(read_bytes(name), _named(name), tables=tables)


def object_in(data: bytes, named: str, *, tables: bool = False) -> dict[str, object]:
    """Parses bytes as a JSON object; messages call them `named`."""
    value = _json_in(data, named, tables=tables)
    if not isinstance(value, dict):
        raise Usage(f"{named} is not a JSON object (got {shown(value)})")
    return value


def read_request(name: str, target: Target) -> Request:
    """Returns the request in a file."""
    return request_in(read_bytes(name), _named(name), target)


def request_in(data: bytes, named: str, target: Target) -> Request:
    """Parses bytes as a request: an object, or a list of one if that is the form of the target's body."""
    value = _json_in(data, named)
    if isinstance(value, dict):
        return value
    if target.in_list and isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
        return value
    wanted = "neither a JSON object nor a list of one" if target.in_list else "not a JSON object"
    raise Usage(f"{named} is {wanted} (got {shown(value)})")


def quick_request(line: bytes) -> Request | None:
    """Parses a line that plainly is a request, None if `request_in` must look at it.

    The request may still have what `request_in` refuses and `check` calls unreadable: depth, lone surrogates, large
    integers.
    """
    try:
        text = line.decode()
        value, end = (_READ_MARKED if "$" in text or "\\" in text else _READ)(text)
    except (ValueError, RecursionError):
        return None
    if text[end:] not in _ENDS:
        return None
    if type(value) is dict:
        return value
    # a list is a level of its own, which `check` does not count
    shallow = type(value) is list and line.count(b"[") + line.count(b"{") <= MAX_DEPTH
    return value if shallow and len(value) == 1 and type(value[0]) is dict else None


def read_text(name: str) -> str:
    """Returns a file as text."""
    return _text_in(read_bytes(name), _named(name))


def _text_in(data: bytes, named: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Usage(f"{named} is not UTF-8: byte {error.start} is {error.object[error.start]:#04x}") from None


def _json_in(data: bytes, named: str, *, tables: bool = False) -> object:
    text = _text_in(data, named)
    try:
        return read_json(text, None if tables else _bytes)
    except ValueError as error:
        raise Usage(f"{named} is not JSON: {error}") from None


def read_json(text: str, hook: Callable[[dict[str, object]], object] | None = None) -> object:
    """Parses strict JSON; raises ValueError if it is not, or is nested too deeply, or has too large a number."""
    try:
        data = json.loads(text, parse_constant=_no_constant, parse_float=_finite, object_hook=hook)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if "\n" in text else ""
        raise NotJson(f"{error.msg} in {line}column {error.colno}") from None
    except ValueError as error:
        why = "an integer has thousands of digits" if "digits" in str(error) else str(error)
        raise ValueError(why) from None
    for path, _, why in unreadable(data, files=hook is not None):
        raise ValueError(f"{why}, at {shown(spell(path[:6]))}" if path else why)
    return data


def _bytes(value: dict[str, object]) -> object:
    text = value.get("$bytes")
    data = read_base64(text) if isinstance(text, str) and len(value) == 1 else None
    return value if data is None else data


def _no_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is not a JSON number")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text[:40]} is too large for a number")
    return number


_ENDS = ("\n", "", "\r\n")
_READ = json.JSONDecoder(parse_constant=_no_constant, parse_float=_finite).raw_decode
_READ_MARKED = json.JSONDecoder(parse_constant=_no_constant, parse_float=_finite, object_hook=_bytes).raw_decode


# ---- tables


def catalog(tables: Iterable[str]) -> Catalog:
    """Returns our catalog with the given tables added: `package.module:NAME`, or a dumped file."""
    all_tables = CATALOG
    for name in tables:
        own = _tables(name)
        operations = [operation for target in own.values() for operation in target.operations.values()]
        all_tables = all_tables | {operation.name: operation for operation in operations} | own
    return all_tables


def _tables(name: str) -> Mapping[str, Target]:
    try:
        return _imported(name) if _MODULE.fullmatch(name) else _dumped(name)
    except ImgparamsError as error:
        raise Usage(f"--tables {typed(name)}: {error}", error.problems) from None


def _dumped(name: str) -> Mapping[str, Target]:
    from imgparams import serial

    return serial.load(Catalog, read_object(name, tables=True))


def _imported(name: str) -> Mapping[str, Target]:
    module_name, _, attribute = name.partition(":")
    with contextlib.suppress(OSError):  # there may be no working directory any more
        if "" not in sys.path and os.getcwd() not in sys.path:
            sys.path.insert(0, os.getcwd())
    try:
        with contextlib.redirect_stdout(sys.stderr):  # what a module prints is no result of ours
            value = getattr(importlib.import_module(module_name), attribute)
    except ImgparamsError:
        raise
    except (Exception, SystemExit) as error:
        raise Usage(f"--tables {name} can't be imported: {type(error).__name__}: {error}") from None
    if isinstance(value, Target):
        value = (value,)
    if isinstance(value, (list, tuple)) and all(isinstance(item, Target) for item in value):
        return {target.name: target for target in value}
    good = isinstance(value, Mapping) and all(
        isinstance(key, str) and isinstance(item, Target) for key, item in value.items()
    )
    if not good:
        raise Usage(f"--tables {name} is neither a Catalog nor a mapping of names to targets")
    return value  # type: ignore[no-any-return]
