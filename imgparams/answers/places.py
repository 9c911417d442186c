"""Places in an answer: `data[*].url`, `header:retry-after`, `(text)`, `(status)`, `info{}.seed`.

`[*]` is every item of a list, `{}` reads a text as JSON, and a key with special characters stands in quotes:
`details.'Moderation Reasons'[*]`. A place that is not there finds nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from attrs import frozen

from imgparams.values import Value, is_number

MOST = 10_000  # values of one place
_STEP = re.compile(r"'([^']+)'|\[(\*)\]|\[(\d+)\]|(\{\})|([^.\[\]{}']+)")
_WHOLE = re.compile(r"\([a-z]+\)|header:[A-Za-z0-9-]+")
EACH, JSON = object(), object()


@frozen(eq=False, repr=False)
class Arrived(Value):
    """An answer as it came: headers with names in lower case, `body` as JSON where it is JSON, else None.

    `text` is a body that is not JSON, `data` one that is a file.
    """

    status: int
    headers: Mapping[str, str]
    body: Any
    text: str
    data: bytes | None


@lru_cache(maxsize=2048)
def steps_of(place: str) -> tuple[object, ...]:
    """Returns the steps from the top of a body; raises ValueError if the text is no place."""
    if _WHOLE.fullmatch(place):
        return (place,)
    steps: list[object] = []
    at = 0
    while at < len(place):
        at += bool(steps) and place[at] == "."
        match = _STEP.match(place, at)
        if match is None:
            raise ValueError(f"not a place in an answer: {place!r}")
        quoted, each, index, as_json, key = match.groups()
        steps.append(EACH if each else JSON if as_json else int(index) if index else quoted or key)
        at = match.end()
    if not steps:
        raise ValueError("a place can't be empty")
    return tuple(steps)


def values_at(arrived: Arrived, place: str, inside: object = None) -> Iterator[Any]:
    """Yields what stands at a place, from the top or, if that is given, `inside` a value; nulls are skipped."""
    return (value for value in all_at(arrived, place, inside) if value is not None)


def all_at(arrived: Arrived, place: str, inside: object = None) -> Iterator[Any]:
    """Yields the same with the nulls, so that lists beside each other stay so."""
    steps = steps_of(place)
    first = steps[0]
    if isinstance(first, str) and first.startswith("header:"):
        found: Iterable[Any] = [arrived.headers.get(first[7:].lower())]
    elif isinstance(first, str) and _WHOLE.fullmatch(first):
        found = [{"(status)": str(arrived.status), "(text)": arrived.text, "(body)": arrived.data}.get(first)]
    else:
        found = _walk(arrived.body if inside is None else inside, steps, [MOST])
    return iter(found)


def _walk(value: object, steps: tuple[object, ...], left: list[int]) -> Iterator[Any]:
    for at, step in enumerate(steps):
        if step is EACH:
            for item in value if isinstance(value, (list, tuple)) else ():
                left[0] -= 1
                if left[0] < 0:
                    return
                yield from _walk(item, steps[at + 1 :], left)
            return
        if step is JSON:
            value = parsed(value) if isinstance(value, str) else None
        elif isinstance(step, int):
            value = value[step] if isinstance(value, (list, tuple)) and step < len(value) else None
        else:
            value = value.get(step) if isinstance(value, Mapping) else None
    yield value


def first_at(arrived: Arrived, places: Iterable[str], inside: object = None) -> Any:
    """Returns the first value at any of these places that is not an empty text, None if there is none."""
    for place in places:
        for value in values_at(arrived, place, inside):
            if value != "":
                return value
    return None


def parsed(text: str) -> Any:
    """Returns the JSON that a text is, None if it is none."""
    try:
        return json.loads(text, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        return None


def text_of(value: object) -> str:
    """Returns a scalar as text, "" for others."""
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, str) else str(value) if is_number(value) else ""


def place_faults(places: Iterable[str]) -> Iterator[str]:
    for place in places:
        try:
            steps_of(place)
        except ValueError as error:
            yield str(error)
