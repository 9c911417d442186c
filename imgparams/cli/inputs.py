"""What comes from outside: files, standard input, JSON, tables, and options as texts; a fault is a Usage."""

from __future__ import annotations

import contextlib
import importlib
import json
import math
import os
import re
import sys
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from imgparams.catalog import CATALOG, Catalog
from imgparams.intent import READERS, Reference, did_you_mean
from imgparams.paths import parse, spell
from imgparams.report import ImgparamsError, Invalid
from imgparams.target import Target
from imgparams.translation import ALL, Kinds, Policy
from imgparams.values import shown, unreadable

STDIN = "\0-"  # stands for a lone `-`, which a parser of options takes for one; no argument can hold a NUL
MOST = 100 * 2**20  # bytes read from one file
MOST_INDEX = 1000

_MODULE = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*:[^\W\d]\w*")
_FACTS = re.compile(r"(?s)(.*?)((?:,(?:role|weight|edits|size|type)=[^,]*)*)")


class Usage(Exception):
    """Wrong usage or unreadable input, in one sentence."""


def typed(text: str) -> str:
    """A text as it was typed."""
    return "-" if text == STDIN else text


def read_bytes(name: str) -> bytes:
    """A file's bytes, or those of standard input."""
    try:
        if name == STDIN:
            if sys.stdin is None:
                raise Usage("standard input is closed")
            data = sys.stdin.buffer.read(MOST + 1)
        else:
            with open(name, "rb") as file:
                data = file.read(MOST + 1)
    except (OSError, ValueError, MemoryError) as error:
        raise Usage(f"{_named(name)} can't be read: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > MOST:
        raise Usage(f"{_named(name)} has more than {MOST // 2**20} MiB")
    return data


def _named(name: str) -> str:
    return "standard input" if name == STDIN else shown(name)


def read_object(name: str) -> dict[str, Any]:
    """The JSON object in a file."""
    try:
        text = read_bytes(name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Usage(f"{_named(name)} is not UTF-8: byte {error.start} is {error.object[error.start]:#04x}") from None
    try:
        data = read_json(text)
    except ValueError as error:
        raise Usage(f"{_named(name)} is not JSON: {error}") from None
    if not isinstance(data, dict):
        raise Usage(f"{_named(name)} is not a JSON object (got {shown(data)})")
    return data


def read_json(text: str) -> Any:
    """The value of a JSON text; ValueError for what is not strictly JSON, or too deep, or too large to be a number."""
    try:
        data = json.loads(text, parse_constant=_no_constant, parse_float=_finite)
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"{error.msg} in line {error.lineno}, column {error.colno}") from None
    except ValueError as error:
        why = "an integer has thousands of digits" if "digits" in str(error) else str(error)
        raise ValueError(why) from None
    for path, _, why in unreadable(data):
        raise ValueError(f"{why}, at {shown(spell(path[:6]))}" if path else why)
    return data


def _no_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON number")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text[:40]} is too large for a number")
    return number


# ---- tables


def catalog(tables: Iterable[str]) -> Catalog:
    """Our tables, and over them those named `package.module:NAME`, or dumped in a file."""
    found = CATALOG
    for name in tables:
        try:
            found = found | (_imported(name) if _MODULE.fullmatch(name) else _dumped(name))
        except ImgparamsError as error:
            raise Usage(f"--tables {typed(name)}: {error}") from None
    return found


def _dumped(name: str) -> Mapping[str, Target]:
    from imgparams import wire

    return wire.load(Catalog, read_object(name))


def _imported(name: str) -> Mapping[str, Target]:
    module_name, _, attribute = name.partition(":")
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


# ---- options


def reference(text: str, providers: Iterable[str]) -> Reference:
    """A picture as it is typed: a file, a URL, or `provider:id`, then `,role=style,weight=0.5` and the like."""
    place, facts = text, ""
    if text != STDIN and not os.path.lexists(text):
        match = _FACTS.fullmatch(text)
        place, facts = (match[1], match[2]) if match else (text, "")
    given: dict[str, Any] = {}
    for fact in facts.split(",")[1:]:
        key, _, value = fact.partition("=")
        given["media_type" if key == "type" else key] = _fact(key, value)
    given |= _place(place, set(providers))
    try:
        return Reference(**given)
    except Invalid as error:
        raise Usage(f"the picture {shown(typed(text))}: {error}") from None


def _fact(key: str, value: str) -> object:
    if key == "weight":
        return number(value)
    if key == "size":
        return tuple(number(side) for side in value.split("x"))
    return value


def _place(place: str, providers: set[str]) -> dict[str, Any]:
    provider, colon, file_id = place.partition(":")
    if place == STDIN or os.path.lexists(place):
        return {"data": read_bytes(place)}
    if "://" in place or place[:5].lower() == "data:":
        return {"url": place}
    if colon and provider in providers:
        return {"file_id": file_id, "provider": provider}
    near = did_you_mean(provider, sorted(providers)) if colon else ""
    raise Usage(f"{shown(place)} is no file, no URL, and no id of a known provider{near}")


def number(text: str) -> Any:
    """The number that a text spells, as JSON spells them; Intent judges it."""
    try:
        value = read_json(text)
    except ValueError:
        value = None
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise Usage(f"{shown(text)} is no number")
    return value


def provider_options(texts: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The provider options in texts `provider.field=value`; a value that is not JSON is a text."""
    found: dict[str, dict[str, Any]] = {}
    for text in texts:
        left, equals, value = typed(text).partition("=")
        provider, dot, wire = left.partition(".")
        try:
            path = parse(wire)
        except ValueError:
            path = ()
        if not (equals and dot and provider and path and isinstance(path[0], str)):
            raise Usage(f"--option {shown(typed(text))} is not like provider.field=value")
        _put(found.setdefault(provider, {}), path, _option_value(text, value), text)
    return found


def _option_value(text: str, value: str) -> Any:
    try:
        return read_json(value)
    except ValueError as error:
        if value[:1] in tuple('{["') or "JSON number" in str(error) or "Expecting" not in str(error):
            raise Usage(f"--option {shown(text)}: {error}") from None
    return value


def _put(root: dict[str, Any], path: tuple[str | int, ...], value: Any, text: str) -> None:
    at: Any = root
    for part, following in zip(path, (*path[1:], None), strict=True):
        fits = isinstance(at, list if isinstance(part, int) else dict)
        if isinstance(part, int) and fits and part <= min(len(at), MOST_INDEX):
            at.extend([None] * (part + 1 - len(at)))
        elif isinstance(part, int):
            raise Usage(f"--option {shown(text)} leaves out items before it, or contradicts an earlier one")
        old = at.get(part) if fits and isinstance(at, dict) else at[part] if fits else None
        if not fits or (following is None and old is not None):
            raise Usage(f"--option {shown(text)} contradicts an earlier one")
        if following is None:
            at[part] = value
        elif old is None:
            at[part] = [] if isinstance(following, int) else {}
        at = at[part]


def policy(strict: bool, allow: Iterable[str]) -> Policy:
    """What `--strict` and `--allow` allow: `clamped,mapped`, `n=clamped`, `size=none`, `within=0.02`."""
    default: set[str] | None = set() if strict else None
    fields: dict[str, set[str]] = {}
    within = 0.0
    for text in allow:
        name, equals, words = text.partition("=") if "=" in text else ("", "", text)
        if not equals and strict:
            raise Usage(f"--strict allows nothing, and --allow {text} does; name fields, as in --allow n={text}")
        if name == "within":
            within = number(words)
        elif name and name not in READERS:
            raise Usage(f"--allow {shown(text)}: no such field{did_you_mean(name, READERS)}")
        elif name:
            fields.setdefault(name, set()).update(_kinds(words))
        else:
            default = (default or set()) | _kinds(words)
    kinds: Kinds = ALL if default is None else default  # type: ignore[assignment]
    return Policy(kinds, within=within, **fields)  # type: ignore[arg-type]


def _kinds(words: str) -> set[str]:
    if words in ("all", "none"):
        return set(ALL if words == "all" else ())
    return {word.strip() for word in words.split(",")}
