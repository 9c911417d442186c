"""Parses options: pictures, numbers, provider options, and what is allowed; raises Usage."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable
from typing import Any

from imgparams.cli.inputs import STDIN, NotJson, Usage, read_bytes, read_json, typed
from imgparams.errors import Invalid, Kind
from imgparams.intent import READERS
from imgparams.paths import parse
from imgparams.policy import ALL, Policy
from imgparams.reference import Reference
from imgparams.texts import did_you_mean, shown
from imgparams.values import JsonObject, Path

MOST_INDEX = 1000

_FACTS = re.compile(r"(?s)(.*?)((?:,(?:role|weight|edits|size|type)=[^,]*)*)")


def reference(text: str, providers: Collection[str]) -> Reference:
    """Parses a picture: a file, a URL, or `provider:id`, followed by `,role=style,weight=0.5` and the like."""
    place, facts = text, ""
    if text != STDIN and not os.path.lexists(text):
        match = _FACTS.fullmatch(text)
        place, facts = (match[1], match[2]) if match else (text, "")
    given: JsonObject = {}
    for fact in facts.split(",")[1:]:
        key, _, value = fact.partition("=")
        given["media_type" if key == "type" else key] = _fact(key, value)
    given |= _place(place, providers)
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


def _place(place: str, providers: Collection[str]) -> JsonObject:
    provider, colon, file_id = place.partition(":")
    if place == STDIN or os.path.lexists(place):
        return {"data": read_bytes(place)}
    if "://" in place or place[:5].lower() == "data:":
        return {"url": place}
    if colon and provider in providers:
        return {"file_id": file_id, "provider": provider}
    near = did_you_mean(provider, sorted(providers)) if colon else ""
    raise Usage(f"{shown(place)} is not a file, a URL, or the id of a known provider{near}")


def number(text: str) -> Any:
    """Parses a number as JSON does; Intent checks its range."""
    try:
        value = read_json(text)
    except ValueError:
        value = None
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise Usage(f"{shown(text)} is not a number")
    return value


def provider_options(texts: Iterable[str], providers: Collection[str]) -> dict[str, JsonObject]:
    """Parses `provider.field=value` texts; a value that is not JSON is taken as text."""
    options: dict[str, JsonObject] = {}
    for text in texts:
        left, equals, value = typed(text).partition("=")
        provider, dot, wire = left.partition(".")
        try:
            path = parse(wire)
        except ValueError:
            path = ()
        if not (equals and dot and provider and path and isinstance(path[0], str)):
            raise Usage(f"--option {shown(typed(text))}: expected provider.field=value")
        if provider not in providers:
            near = did_you_mean(provider, sorted(providers))
            raise Usage(f"--option {shown(typed(text))}: unknown provider {shown(provider)}{near}")
        _put(options.setdefault(provider, {}), path, _option_value(text, value), text)
    return options


def _option_value(text: str, value: str) -> Any:
    try:
        return read_json(value)
    except ValueError as error:
        if value[:1] in ("{", "[", '"') or not isinstance(error, NotJson):
            raise Usage(f"--option {shown(text)}: {error}") from None
    return value


def _put(root: JsonObject, path: Path, value: object, text: str) -> None:
    at: Any = root
    for part, following in zip(path, (*path[1:], None), strict=True):
        fits = isinstance(at, list if isinstance(part, int) else dict)
        if isinstance(part, int) and fits and part <= min(len(at), MOST_INDEX):
            at.extend([None] * (part + 1 - len(at)))
        elif isinstance(part, int):
            raise Usage(f"--option {shown(text)} skips list items, or contradicts an earlier --option")
        old = at.get(part) if fits and isinstance(at, dict) else at[part] if fits else None
        if not fits or (following is None and old is not None):
            raise Usage(f"--option {shown(text)} contradicts an earlier --option")
        if following is None:
            at[part] = value
        elif old is None:
            at[part] = [] if isinstance(following, int) else {}
        at = at[part]


def policy(
    strict: bool, allow: Iterable[str], *, unverified: bool = True, usual: Collection[Kind] | None = None
) -> Policy:
    """Returns the policy of `--strict` and `--allow`: `clamped,mapped`, `n=clamped`, `size=none`, `within=0.02`.

    `usual` are the kinds that are allowed where neither says it.
    """
    default: set[str] | None = set() if strict else None
    fields: dict[str, set[str]] = {}
    within = 0.0
    for text in allow:
        name, equals, words = text.partition("=") if "=" in text else ("", "", text)
        if not equals and strict:
            raise Usage(f"--strict and --allow {text} contradict each other; name a field, as in --allow n={text}")
        if name == "within":
            within = number(words)
        elif name and name not in READERS:
            raise Usage(f"--allow {shown(text)}: no such field{did_you_mean(name, READERS)}")
        elif name:
            fields.setdefault(name, set()).update(_kinds(words))
        else:
            default = (default or set()) | _kinds(words)
    return Policy(usual if default is None else default, within=within, unverified=unverified, **fields)  # type: ignore[arg-type]


def _kinds(words: str) -> set[str]:
    if words in ("all", "none"):
        return set(ALL if words == "all" else ())
    return {word.strip() for word in words.split(",")}
