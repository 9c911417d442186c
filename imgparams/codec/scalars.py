"""Texts and numbers as JSON and back: those that JSON knows, and those that are written as one of them.

Fraction(16, 9)  "16:9", read from "16/9" and 1.5 too     b"\\x00"  "AA=="
Size(1024, 768)  [1024, 768], read from "1024x768" too    3        3, read from 3.0 too
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from imgparams.codec.marks import base64_of, mark, text
from imgparams.geometry import AspectRatio, BadValue, Size
from imgparams.intent import READERS
from imgparams.values import is_number, is_whole


class Scalar(NamedTuple):
    """How the values of a class are written and read; `read` answers None for what is none, `why` says what is one."""

    write: Callable[[Any], object]
    read: Callable[[object], object]
    why: str


_RATIO = re.compile(r"(\d{1,40}(?:\.\d{1,20})?)(?:[:/](\d{1,40}(?:\.\d{1,20})?))?", re.ASCII)


def _fraction(data: object) -> Fraction | None:
    """A positive ratio from 1.5, "1.5", "3:2" or "3/2"."""
    if isinstance(data, (int, float)) and is_number(data):
        return Fraction(str(data)) if data > 0 else None
    match = _RATIO.fullmatch(data) if isinstance(data, str) else None
    width, height = (Fraction(part or 1) for part in match.groups()) if match else (Fraction(0), Fraction(0))
    return width / height if width and height else None


def _whole(data: object) -> int | None:
    return int(data) if isinstance(data, (int, float)) and is_whole(data) else None


def _field(name: str) -> Callable[[object], object]:
    """The reader of an intent field."""

    def read(data: object) -> object:
        try:
            return READERS[name](data)
        except BadValue:
            return None

    return read


#: the classes whose values are texts and numbers, or written as such
SCALARS: Mapping[type, Scalar] = {
    str: Scalar(text, lambda data: data if isinstance(data, str) else None, "text"),
    bool: Scalar(bool, lambda data: data if isinstance(data, bool) else None, "true or false"),
    int: Scalar(int, _whole, "a whole number"),
    float: Scalar(mark, lambda data: data if is_number(data) else None, "a number"),
    bytes: Scalar(lambda value: base64.b64encode(value).decode(), base64_of, "base64 text"),
    Fraction: Scalar(lambda value: f"{value.numerator}:{value.denominator}", _fraction, 'a ratio such as "16:9"'),
    Size: Scalar(list, _field("size"), "[width, height] in pixels"),
    AspectRatio: Scalar(str, _field("aspect_ratio"), 'a ratio such as "16:9"'),
}
