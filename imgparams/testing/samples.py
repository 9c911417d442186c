"""Pictures of one pixel for tests, and the short words by which worked cases put them, and long texts, into JSON.

{"$picture": "png"}                    a file's bytes (jpeg, webp and gif likewise)
{"$picture": "png", "as": "base64"}    the same picture as base64 text
{"$picture": "png", "as": "data"}      ... as a data URL
{"$bytes": "aGVsbG8="}                 any bytes, as base64
{"$repeat": ["x", 32000]}              a text so many times over
{"$items": [ITEM, 17]}                 a list of so many items like this one
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from typing import Any

from imgparams.texts import shown
from imgparams.values import JsonMapping, read_base64

#: one pixel, by the last word of the media type
PICTURES: Mapping[str, bytes] = {
    name: base64.b64decode(text)
    for name, text in {
        "png": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "jpeg": "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP////////////////////////////////////////////////////////////////////"
        "//////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AR//Z",
        "webp": "UklGRh4AAABXRUJQVlA4TBEAAAAvAAAAAAfQ//73v/+BiOh/AAA=",
        "gif": "R0lGODdhAQABAIEAAP///wAAAAAAAAAAACwAAAAAAQABAAAIBAABBAQAOw==",
    }.items()
}
PNG = PICTURES["png"]
LINK = "https://example.com/a.png"


def picture(name: str, form: str = "file") -> bytes | str:
    """Returns a picture as a "file" (bytes), as "base64" or as a "data" URL."""
    if form == "file":
        return PICTURES[name]
    text = base64.b64encode(PICTURES[name]).decode()
    return f"data:image/{name};base64,{text}" if form == "data" else text


def filled(value: Any) -> Any:
    """Returns JSON with every object that stands for bytes, a picture or a long text replaced by what it stands for.

    Raises AssertionError for an object with a `$` word that is not one of these.
    """
    if isinstance(value, (list, tuple)):
        return [filled(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    words = [key for key in value if isinstance(key, str) and key.startswith("$")]
    if not words:
        return {key: filled(item) for key, item in value.items()}
    sample = _SAMPLES[words[0]](value) if words[0] in _SAMPLES else None
    if sample is None:
        raise AssertionError(f"not a sample: {shown(value)}; {_FORMS.get(words[0], f'known are {_KNOWN}')}")
    return sample


def _bytes(value: JsonMapping) -> bytes | None:
    text = value["$bytes"]
    return read_base64(text) if value.keys() == {"$bytes"} and isinstance(text, str) else None


def _picture(value: JsonMapping) -> bytes | str | None:
    name, form = value["$picture"], value.get("as", "file")
    fits = value.keys() <= {"$picture", "as"} and form in ("file", "base64", "data")
    return picture(name, form) if fits and isinstance(name, str) and name in PICTURES else None


def _repeat(value: JsonMapping) -> str | None:
    text, times = _pair(value["$repeat"])
    return text * times if value.keys() == {"$repeat"} and isinstance(text, str) else None


def _items(value: JsonMapping) -> list[object] | None:
    item, times = _pair(value["$items"])
    return [filled(item) for _ in range(times)] if value.keys() == {"$items"} and times else None


def _pair(value: object) -> tuple[object, int]:
    """Returns what is repeated and how often, None and 0 for anything else."""
    if isinstance(value, (list, tuple)) and len(value) == 2 and type(value[1]) is int and value[1] > 0:
        return value[0], value[1]
    return None, 0


_SAMPLES: Mapping[str, Callable[[JsonMapping], object]] = {
    "$bytes": _bytes,
    "$picture": _picture,
    "$repeat": _repeat,
    "$items": _items,
}
_FORMS = {
    "$bytes": "$bytes is base64 text",
    "$picture": f"$picture is one of {', '.join(PICTURES)}, and as is base64 or data",
    "$repeat": "$repeat is a text and how often it comes",
    "$items": "$items is an item and how often it comes",
}
_KNOWN = ", ".join(_SAMPLES)
