"""What the caller must do before a request can be sent, and how an answer is put in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from imgparams.contract import Row
from imgparams.engine.reading import (
    Asked,
    raw_name,
    raw_wire,
)
from imgparams.errors import Problem
from imgparams.intent import READERS, takes
from imgparams.paths import parse
from imgparams.reference import Edits, Reference
from imgparams.target import Target
from imgparams.texts import clean, shown_why
from imgparams.values import JsonObject, Value, unreadable

if TYPE_CHECKING:
    from imgparams.tables.images import Token


NeedKind = Literal["fetch", "upload", "host", "repaint", "find", "value"]


@frozen(eq=False, repr=False)
class Need(Value):
    """What the caller must do before the request can be sent; `at` is the key for `supply`.

    fetch: give the bytes; upload: give this vendor's id; host: give a URL; repaint: give a mask whose area to edit is
    marked as `edits` says; find: give the bytes of an image known by another vendor's id; value: give a required value
    that only the caller knows.
    """

    kind: NeedKind
    at: str
    reference: Reference | None
    edits: Edits | None
    why: str

    def __str__(self) -> str:
        return f"{clean(self.at)}: {self.kind} ({shown_why(self.why)})"


_ANSWERS: Mapping[NeedKind, str] = {
    "fetch": "give its bytes",
    "upload": "give this vendor's id for it",
    "host": "give a URL",
    "repaint": "give a mask that marks it this way",
    "find": "give its bytes",
    "value": "give a value that can be sent",
}


def unmet(need: Need) -> str:
    return f"this leaves the need open: {_ANSWERS[need.kind]} ({need.why})"


def still_open(need: Need, needs: Iterable[Need], *, same_request: bool) -> bool:
    """Whether an answered need is still open in the new translation.

    A reference without a place would be asked for at the next number: then the request is the same, and so is the
    reason.
    """
    if need.kind == "value" and need.at.startswith("references["):
        return same_request and any(other.kind == "value" and other.why == need.why for other in needs)
    return any((other.at, other.kind) == (need.at, need.kind) for other in needs)


def place(at: str) -> int:
    """Returns the number in `references[2]`, so that answers are put in order."""
    match = re.fullmatch(r"references\[(\d{1,9})\]", at)
    return int(match[1]) if match else -1


def put_answer(need: Need, answer: object, fields: JsonObject, raw: JsonObject, target: Target) -> Iterator[Problem]:
    """Puts an answer where the need was; yields what is wrong with it."""
    wire = raw_wire(need.at, target.provider)
    name, _, rest = need.at.partition("[")
    if wire:
        problems = list(_unfit(wire, answer, target))
        yield from problems
        if not problems:
            raw[wire] = answer
    elif name not in ("references", "mask"):
        if takes(name, answer):
            fields[name] = READERS[name](answer)
        else:
            yield Problem("error", "wrong_type", (need.at,), answer, need.why)
    elif not isinstance(answer, Reference):
        yield Problem("error", "wrong_type", (need.at,), answer, "a Reference")
    else:
        old = need.reference
        if old is not None:
            weight = answer.weight if answer.weight is not None else old.weight
            edits = answer.edits or need.edits or old.edits
            answer = evolve(answer, role=old.role, weight=weight, edits=edits)
        if name == "mask":
            fields["mask"] = answer
        else:
            references = list(fields.get("references", ()))
            at = int(rest[:-1])
            references[at : at + 1] = [answer]
            fields["references"] = tuple(references)


def _unfit(wire: str, answer: object, target: Target) -> Iterator[Problem]:
    """Yields what is wrong with a value for one wire."""
    for path, value, why in unreadable(answer, path=parse(wire), files=target.content == "multipart"):
        yield Problem("error", "unreadable", path, value, why)
        return
    yield from target.by_wire[wire].problems({wire: answer})


def open_needs(target: Target, flat: Mapping[str, object], wish: Asked) -> Iterator[Need]:
    from imgparams.tables.images import tokens

    references = list(enumerate(wish.fields.get("references", ())))
    more = len(references)
    for wire, value in flat.items():
        row = target.by_wire.get(wire)
        for token in tokens(value):
            at = "mask"
            if row is None or row.fields != ("mask",):
                spot = next(spot for spot in references if spot[1] == token.reference)
                references.remove(spot)
                at = f"references[{spot[0]}]"
            yield _need(token, at)
    for row in target.always_rows:
        places = {parse(wire): wire for wire in row.wires}
        for fault in row.problems(flat):
            if fault.code == "missing" and fault.path in places:  # not a key inside a value
                need = _missing(row, places[fault.path], fault.field, fault.why, target, more)
                more += need.at.startswith("references[")
                yield need
    for rule in target.rules:
        wire = rule.lacks(flat)
        if wire:
            row = target.by_wire[wire]
            yield _missing(row, wire, None, rule.why, target, more)


def _need(token: Token, at: str) -> Need:
    return Need(token.kind, at, token.reference, token.edits, token.why)  # type: ignore[arg-type]


def _missing(row: Row, wire: str, name: str | None, why: str, target: Target, more: int) -> Need:
    name = name or (row.fields[0] if row.fields else None)
    at = f"references[{more}]" if name == "references" else name or raw_name(target.provider, wire)
    return Need("value", at, None, None, why)
