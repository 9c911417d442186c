"""Finds what went wrong in an answer: the entries of its envelopes, and the row that each fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from imgparams.answers.limits import Limit, limit_in, limit_of
from imgparams.answers.places import Arrived, first_at, parsed, text_of, values_at
from imgparams.answers.results import Basis
from imgparams.answers.words import Answers, Envelope, FailureKind, Says
from imgparams.values import is_number

_READ = 20_000  # characters of a message that patterns are tried on
_ENTRIES = 1000


class Entry(NamedTuple):
    """One error of an answer, as its envelope gives it."""

    message: str
    code: str
    type: str
    names: tuple[str, ...]
    limit: Limit
    maker: str = ""  # another vendor, whose error it is


class Found(NamedTuple):
    """An error with its class and what it was read from."""

    entry: Entry
    kind: FailureKind
    basis: Basis
    row: Says | None
    names: tuple[str, ...]
    limit: Limit
    value: object
    seconds: float | None


_BY_STATUS: Mapping[int, FailureKind] = {
    **dict.fromkeys((400, 413, 415, 422), "bad_parameter"),
    **dict.fromkeys((401, 403), "authentication"),
    402: "payment",
    **dict.fromkeys((408, 425, 500, 502, 503, 504, 520, 522, 524, 529), "transient"),
    429: "rate_limit",
    451: "moderation",
}


def by_status(status: int) -> FailureKind:
    """Returns what an HTTP status alone says."""
    return _BY_STATUS.get(status, "unknown")


def entries(arrived: Arrived, envelopes: Sequence[Envelope]) -> list[Entry]:
    """Returns every error in an answer, by the first envelope that finds one with a message, else with a code."""
    found = [list(_in_envelope(arrived, envelope)) for envelope in envelopes]
    with_text = (some for some in found if any(entry.message for entry in some))
    return (next(with_text, None) or next(filter(None, found), []))[:_ENTRIES]


def all_entries(arrived: Arrived, envelopes: Sequence[Envelope]) -> list[Entry]:
    """Returns every error in an answer, by all envelopes."""
    return [entry for envelope in envelopes for entry in _in_envelope(arrived, envelope)][:_ENTRIES]


def _in_envelope(arrived: Arrived, envelope: Envelope) -> Iterator[Entry]:
    for inside in values_at(arrived, envelope.each) if envelope.each else (None,):
        code = text_of(first_at(arrived, envelope.code, inside))
        if code and code in envelope.ok:
            continue
        message = _message(first_at(arrived, envelope.message, inside))
        if not message and not code:
            continue
        type_ = text_of(first_at(arrived, envelope.type, inside))
        limit = limit_of({name: first_at(arrived, as_places(p), inside) for name, p in envelope.limits.items()})
        names = tuple(_names(first_at(arrived, envelope.field, inside)))
        maker = text_of(first_at(arrived, (envelope.maker,) if envelope.maker else (), inside))
        for part in _parts(message, envelope.split):
            yield Entry(part, code, type_, names, limit, maker)


def _parts(message: str, split: str) -> list[str]:
    """Returns the errors that one message holds, each with the mark that it begins with."""
    if not split or split not in message:
        return [message]
    head, *rest = message.split(split)
    return [f"{split}{part}".strip() for part in rest if part.strip()] or [head]


def as_places(places: Any) -> tuple[str, ...]:
    return (places,) if isinstance(places, str) else tuple(places)


def _message(value: object) -> str:
    """Returns a message as text: of a list its texts, of an object nothing."""
    if isinstance(value, (list, tuple)):
        return "\n".join(item for item in value[:20] if isinstance(item, str))
    return text_of(value)


def _names(value: object) -> Iterator[str]:
    """Yields the names of fields that a place holds: a text with commas, a path as a list, the keys of an object."""
    if isinstance(value, Mapping):
        yield from (key for key in list(value)[:20] if isinstance(key, str))
    elif isinstance(value, (list, tuple)):
        parts = [text_of(part) for part in value[:20]]
        steps = parts[1:] if parts[:1] in (["body"], ["query"], ["path"], ["header"]) else parts
        joined = ".".join(part for part in steps if part)
        if joined:
            yield joined
    elif isinstance(value, str):
        yield from (name for name in re.split(r"[,\s]+", value[:500]) if re.search(r"\w", name))


# ---- what an error is


def found_of(entry: Entry, answers: Answers, status: int) -> Found:
    """Returns the class of an error: by the row that fits most closely, else by its limits, else by the status."""
    message = entry.message[:_READ]
    weights = [row.weight(message, entry.code, entry.type, status) for row in answers.says]
    best = max(weights, default=0)
    row = answers.says[weights.index(best)] if best else _by_code(entry, answers)
    groups = _groups(row, message)
    limit = limit_of(groups) or entry.limit or limit_in(message)
    names = (*_split(groups.get("field")), *_split(groups.get("fields"))) or entry.names or (row.fields if row else ())
    seconds = groups.get("seconds")
    wait = float(seconds) if isinstance(seconds, str) and re.fullmatch(r"\d{1,6}(?:\.\d+)?", seconds) else None
    kind, basis = _class_of(row, entry, status)
    return Found(entry, kind, basis, row, names, limit, groups.get("value"), wait)


def _by_code(entry: Entry, answers: Answers) -> Says | None:
    """Returns a code's class where all rows with it agree, whatever their texts: sentences change, codes rarely."""
    rows = [row for row in answers.says if entry.code and row.code and row.has_code(entry.code)]
    if not rows or len({(row.kind, row.stage) for row in rows}) > 1:
        return None
    return Says(rows[0].kind, code=entry.code, stage=rows[0].stage)


def _class_of(row: Says | None, entry: Entry, status: int) -> tuple[FailureKind, Basis]:
    if row is not None:
        return row.kind, "text" if row.text else "code" if row.code else "type" if row.type else "status"
    if status < 400:
        return "unknown", "body"
    return by_status(status), "status"


def _groups(row: Says | None, message: str) -> dict[str, Any]:
    match = re.search(row.text, message) if row is not None and row.text else None
    return {name: value for name, value in match.groupdict().items() if value} if match else {}


def _split(names: str | None) -> tuple[str, ...]:
    return tuple(name for name in re.split(r"[,\s'\"`]+", names or "") if name and name not in ("and", "or"))


# ---- when to try again


def wait_in(arrived: Arrived, answers: Answers, now: float | None) -> float | None:
    """Returns the seconds to wait that an answer states, None if it states none or a date is not known."""
    usual = {"header:retry-after-ms": "milliseconds", "header:x-ms-retry-after-ms": "milliseconds"}
    for place, unit in (*usual.items(), ("header:retry-after", "date"), *answers.after.items()):
        for value in values_at(arrived, place):
            seconds = _seconds(value, unit, now)
            if seconds is not None:
                return max(seconds, 0.0)
    return None


_DURATION = re.compile(r"(?:(\d{1,6})h)?(?:(\d{1,6})m(?!s))?(?:(\d{1,6}(?:\.\d{1,9})?)s)?(?:(\d{1,9})ms)?")


def _seconds(value: object, unit: str, now: float | None) -> float | None:
    number = _plain_number(value)
    if number is not None:
        if unit in ("epoch", "epoch_ms"):
            return None if now is None else number / (1000 if unit == "epoch_ms" else 1) - now
        return number / 1000 if unit == "milliseconds" else number
    if not isinstance(value, str):
        return None
    if (match := _DURATION.fullmatch(value)) and any(match.groups()):
        hours, minutes, seconds, thousandths = (float(part or 0) for part in match.groups())
        return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
    return _until(value, now)


def _plain_number(value: object) -> float | None:
    if isinstance(value, str) and re.fullmatch(r"\d{1,15}(?:\.\d{1,9})?", value):
        return float(value)
    return float(value) if is_number(value) and 0 <= value < 1e15 else None


def _until(text: str, now: float | None) -> float | None:
    """Returns the seconds from now to a date of HTTP."""
    date = None if now is None else date_of(text)
    return None if now is None or date is None else date - now


def date_of(text: str) -> float | None:
    """Returns a date of HTTP as a Unix time, None if the text is none."""
    from email.utils import parsedate_to_datetime  # here: importing it takes long

    try:
        return parsedate_to_datetime(text[:60]).timestamp()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def retryable_in(arrived: Arrived, answers: Answers) -> bool | None:
    """Returns whether the answer itself says that a try again makes sense, None if it does not say."""
    word = text_of(first_at(arrived, answers.retryable)).lower()
    return {"true": True, "1": True, "false": False, "0": False}.get(word)


def inner_of(arrived: Arrived, answers: Answers) -> tuple[str, Arrived] | None:
    """Returns the error of the vendor behind a gateway, with that vendor's name."""
    for envelope in answers.errors:
        raw = first_at(arrived, (envelope.inner,)) if envelope.inner else None
        body = parsed(raw) if isinstance(raw, str) else raw
        if isinstance(body, (Mapping, list)):
            maker = text_of(first_at(arrived, (envelope.maker,) if envelope.maker else ()))
            return maker, Arrived(arrived.status, arrived.headers, body, "", None)
    return None
