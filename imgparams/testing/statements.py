"""What a vendor's page states of many wires in a few lines, and the requests by which each line is tried.

    required    ["prompt", "model"]           what can't be left out
    integers    "width": [64, 2048, 16]       the least and the greatest, and what it is a multiple of
    numbers     "guidance": [0, 20]
    texts       "prompt": [1, 2000]           the least and the greatest length
    lists       "images": [1, 8, ITEM]        the least and the greatest number of items like this one
    words       "style": ["photo", "line"]    a closed list
    flags       ["raw", "upsample"]           true or false
    pictures    "image": ["url", "base64"]    how a picture is given
    legal       "model": ["m-1", "m-2"]       some of what may stand there
    illegal     "size": {CODE: ["1x1"]}       and some of what may not, by the code of its problem

`null` is no bound, and `[]` none at all. The figures are the page's, and are tried as they stand here: the table is not
asked. So a bound that is wrong in the table is seen, which no bound drawn from the table could show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from imgparams.paths import parse
from imgparams.testing.samples import LINK, picture
from imgparams.texts import path_text, shown
from imgparams.values import Path, is_number, is_whole

Tries = Iterator[tuple[object, str]]  # a value, and the code of its problem, "" where it is legal
Stated = Mapping[str, Any]  # a statement, as JSON has it
Bound = float | None
NO_TEXT, NO_NUMBER, NO_LIST, NO_WORD = 5, "x", "no-list", "no-such-word"  # of the wrong type, or not in a list
LEFT_OUT = object()  # no value, and the wire not there
HUNDREDTH = Decimal("0.01")
MOST_HALF = 2**52 - 0.5  # the greatest float that is not whole


def is_statement(case: Stated) -> bool:
    """Whether a case states figures, in place of a single fact."""
    return not STATED.keys().isdisjoint(case)


def title(case: Stated) -> str:
    """Returns what a statement is called, which has no title of its own."""
    return ", ".join(kind for kind in STATED if kind in case)


def cases_of(case: Stated) -> Iterator[dict[str, Any]]:
    """Yields a plain case for each value that a statement says is legal, or is not; raises AssertionError."""
    if whys := list(malformed(case)):
        raise AssertionError(f"{case['target']}: {'; '.join(whys)}")
    shared = {key: value for key, value in case.items() if key not in STATED}
    request, always = case["request"], case.get("problems", [])
    for kind in [kind for kind in STATED if kind in case]:
        for wire, entry in _entries(case[kind]):
            path = parse(wire)
            for value, code in _illegal(entry) if kind == "illegal" else STATED[kind](*entry):
                tried = without(request, path) if value is LEFT_OUT else put(request, path, value)
                what = f"without {wire}" if value is LEFT_OUT else f"{wire} = {shown(value)}"
                problems = [*always, f"{code} {path_text(path)}"] if code else always
                yield {**shared, "case": what, "request": tried, "problems": problems}


def _entries(stated: Any) -> list[tuple[str, Any]]:
    """Returns each wire of a kind, with its figures."""
    return list(stated.items()) if isinstance(stated, Mapping) else [(wire, ()) for wire in stated]


# ---- a request with another value


def put(body: Any, path: Path, value: object) -> Any:
    """Returns a request with another value at a path."""
    if not path:
        return value
    if isinstance(path[0], int):
        return [put(item, path[1:], value) if at == path[0] else item for at, item in enumerate(body)]
    return {**body, path[0]: put(body.get(path[0], {}), path[1:], value)}


def has_place(body: object, path: Path) -> bool:
    """Whether `put` can place a value: objects may be missing on the way, items of a list may not."""
    if not path:
        return True
    if isinstance(path[0], int):
        return isinstance(body, list) and path[0] < len(body) and has_place(body[path[0]], path[1:])
    return isinstance(body, Mapping) and has_place(body.get(path[0], {}), path[1:])


def without(body: Any, path: Path) -> Any:
    """Returns a request without what is at a path; as it was, where nothing is there."""
    if isinstance(body, list):
        inner = [without(item, path[1:]) if at == path[0] and path[1:] else item for at, item in enumerate(body)]
        return inner if path[1:] else [item for at, item in enumerate(body) if at != path[0]]
    if path[0] not in body:
        return body
    rest = {key: item for key, item in body.items() if key != path[0]}
    return {**rest, path[0]: without(body[path[0]], path[1:])} if path[1:] else rest


# ---- whether a statement can be read


def malformed(case: Stated) -> Iterator[str]:
    """Yields why a statement would say nothing, or can't be read."""
    for kind in [kind for kind in STATED if kind in case]:
        shape, stated = _SHAPES[kind], case[kind]
        if not stated or not isinstance(stated, list if shape == _WIRES else Mapping):
            yield f"{kind} has {'wires' if shape == _WIRES else 'wires with their figures'} (got {shown(stated)})"
            continue
        for wire, entry in _entries(stated):
            path = _path(wire)
            if path is None:
                yield f"{kind} has wires (got {shown(wire)})"
            elif not has_place(case.get("request"), path):
                yield f"{kind}: {wire} has no place in the request"
            elif kind == "required" and without(case["request"], path) == case["request"]:
                yield f"{kind}: {wire} is not in the request"
            elif not _fits(kind, entry):
                yield f"{kind}: {wire} has {shape} (got {shown(entry)})"


def _path(wire: object) -> Path | None:
    try:
        return parse(wire) if isinstance(wire, str) else None
    except ValueError:
        return None


_WIRES = "no figures"
_SHAPES = {
    "required": _WIRES,
    "integers": "the least and the greatest whole number, and what they are multiples of",
    "numbers": "the least and the greatest number",
    "texts": "the least and the greatest length",
    "lists": "the least and the greatest number of items, and an item",
    "words": "words",
    "flags": _WIRES,
    "pictures": "forms, or values",
    "legal": "values",
    "illegal": "values by the code of their problem",
}


def _fits(kind: str, entry: object) -> bool:
    if kind in ("required", "flags"):
        return True
    if kind == "illegal":
        lists = entry.values() if isinstance(entry, Mapping) else ()
        return bool(lists) and all(isinstance(values, list) and values for values in lists)
    if not isinstance(entry, list) or kind in ("words", "pictures", "legal"):
        return isinstance(entry, list) and bool(entry)
    ends, rest = entry[:2], entry[2:]
    numbers = [end for end in ends if end is not None]
    if not all(map(is_number if kind == "numbers" else is_whole, numbers)) or numbers != sorted(numbers):
        return False
    step = kind == "integers" and len(rest) == 1 and is_whole(rest[0]) and rest[0] > 1
    return len(ends) != 1 and (not rest or step or (kind == "lists" and len(rest) == 1))


# ---- how each kind of figures is tried


def _required() -> Tries:
    yield LEFT_OUT, "missing"


def _integers(low: int | None = None, high: int | None = None, step: int = 1) -> Tries:
    """Yields both ends and what is past them, the next multiple, multiples of less, a fraction, and a text."""
    least = None if low is None else -(-low // step) * step
    most = None if high is None else high // step * step
    for end, stated, past in ((least, low, -step), (most, high, step)):
        if end is not None:
            yield end, ""
            yield end + past, "out_of_range"
            if step > 1 and end == stated:
                yield end + past // step, "out_of_range"
    some = least if least is not None else most if most is not None else 5 * step
    if low is None and high is None:
        yield some, ""
    inside = 1 if least is not None or most is None else -1
    if least is None or least != most:
        yield from [(some + inside * step, "")] if step > 1 else []
        yield from ((some + inside * part, "off_grid") for part in parts(step))
        yield half_beside(some, inside), "wrong_type"
    yield NO_NUMBER, "wrong_type"


def half_beside(number: int, inside: int) -> float:
    """Returns a whole number and a half; a smaller one beyond 2**52, where a float is always whole."""
    return max(-MOST_HALF, min(MOST_HALF, number + inside / 2))


def parts(step: int) -> list[int]:
    """Returns 1 and the greatest parts of a step: multiples of one of these are no multiples of it."""
    return [part for part in range(1, step) if step % part == 0 and (part == 1 or is_prime(step // part))]


def is_prime(number: int) -> bool:
    return all(number % divisor for divisor in range(2, number))


def _numbers(low: Bound = None, high: Bound = None) -> Tries:
    """Yields both ends, a hundredth inside and a hundredth past them, and a text."""
    wide = low is None or high is None or high - low >= 0.01
    for end, inside in ((low, HUNDREDTH), (high, -HUNDREDTH)):
        if end is not None:
            yield end, ""
            yield float(Decimal(str(end)) - inside), "out_of_range"
            yield from [(float(Decimal(str(end)) + inside), "")] if wide else []
    if low is None and high is None:
        yield from ((5, ""), (0.5, ""))
    yield NO_NUMBER, "wrong_type"


def _texts(least: int | None = None, most: int | None = None) -> Tries:
    """Yields texts of both lengths, one shorter and one longer, and a number."""
    if least is not None:
        yield "x" * least, ""
        yield from [("x" * (least - 1), "out_of_range")] if least else []
    if most is not None:
        yield "x" * most, ""
        yield "x" * (most + 1), "too_long"
    if least is None and most is None:
        yield "text", ""
    yield NO_TEXT, "wrong_type"


def _lists(least: int | None = None, most: int | None = None, *items: object) -> Tries:
    """Yields lists of the fewest and the most items, of one less and one more, and what is not a list."""
    for item in items:
        yield [item] * (1 if least is None else least), ""
        yield from [([item] * (least - 1), "out_of_range")] if least else []
        yield from [] if most is None else [([item] * most, ""), ([item] * (most + 1), "too_many")]
    yield NO_TEXT, "wrong_type"
    if not any(isinstance(item, str) for item in items):  # where one is wanted, a lone one may do in place of a list
        yield NO_LIST, "wrong_type"


def _words(*words: Any) -> Tries:
    """Yields each word of a closed list, one that is not in it, and one of another type."""
    yield from ((word, "") for word in words)
    if all(isinstance(word, str) for word in words):
        yield NO_WORD, "not_allowed"
        yield NO_TEXT, "wrong_type"
    elif all(map(is_number, words)):
        yield max(words) + 1, "not_allowed"
        yield NO_NUMBER, "wrong_type"


def _flags() -> Tries:
    yield True, ""
    yield False, ""
    yield "yes", "wrong_type"


_FORMS: Mapping[str, object] = {
    "url": LINK,
    "id": "an-id",
    **{form: picture("png", form) for form in ("file", "data", "base64")},
}


def _pictures(*forms: Any) -> Tries:
    """Yields a picture in each of these forms, or a value as the vendor wants it, and a number."""
    yield from ((_FORMS.get(form, form) if isinstance(form, str) else form, "") for form in forms)
    yield NO_TEXT, "wrong_type"


def _legal(*values: object) -> Tries:
    return ((value, "") for value in values)


def _illegal(entry: Mapping[str, list[object]]) -> Tries:
    return ((value, code) for code, values in entry.items() for value in values)


STATED: Mapping[str, Callable[..., Tries]] = {
    "required": _required,
    "integers": _integers,
    "numbers": _numbers,
    "texts": _texts,
    "lists": _lists,
    "words": _words,
    "flags": _flags,
    "pictures": _pictures,
    "legal": _legal,
    "illegal": _illegal,
}
