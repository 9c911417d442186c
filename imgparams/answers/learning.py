"""What an answer teaches: the limit that the table did not know, and what to send instead."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from attrs import evolve

from imgparams.answers.limits import Limit
from imgparams.checking import check
from imgparams.contract import Row
from imgparams.engine.body import flatten
from imgparams.errors import Code, Invalid, Refused
from imgparams.paths import parse, spell
from imgparams.preflighting import repair
from imgparams.tables import ABSENT, Area, Count, Domain, Int, Not, Num, OneOf, PixelText, Rule, Sizes, Text
from imgparams.target import Target
from imgparams.translation import Translation
from imgparams.values import JsonMapping, is_number, is_whole, same

SOURCE = "the vendor's answer"


def learned_from(
    refused: Mapping[str, tuple[Code, Limit]],
    why: str,
    target: Target,
    request: JsonMapping,
    flat: Mapping[str, object],
) -> Target | None:
    """Returns the target with the limits that an answer tells, by wire; None if they would not refuse the request."""
    for choice in (_narrow, _other):
        rows, rules = list[Row](), list[Rule]()
        for wire, (code, limit) in refused.items():
            value = flat.get(wire)
            row = _with_sides(target.by_wire.get(wire), wire, limit, value) if code != "bad_area" else None
            domain = None if row is not None else choice(code, limit, value)
            rows += [row] if row is not None else []
            rules += [Rule({}, {wire: domain}, why, source=SOURCE)] if domain is not None else []
        try:
            learned = target.but(*rows, rules=rules)
            repair(request, learned)
        except (Invalid, Refused):  # a limit that the engine can't write within
            continue
        if _faults(request, learned) > _faults(request, target):
            return learned
    return None


def _with_sides(row: Row | None, wire: str, limit: Limit, value: object) -> Row | None:
    """Returns a row of sizes with limits for the sides of those that are one text, `1024x1024`; None for others."""
    is_size = isinstance(value, str) and re.fullmatch(r"\d+\D\d+", value)
    if not isinstance(row, Sizes) or not is_size or limit.words or not limit:
        return None
    low, high = (None if bound is None else int(bound) for bound in (limit.min, limit.max))
    side = Int(low, high, multiple_of=limit.multiple or 1)
    spellings = [
        evolve(one, sizes=one.sizes.only(side, side)) if isinstance(one, PixelText) and one.wire == wire else one
        for one in row.spellings
    ]
    return evolve(row, spellings=spellings)


def _faults(request: JsonMapping, target: Target) -> int:
    return sum(problem.level == "error" for problem in check(request, target))


def _narrow(code: Code, limit: Limit, value: object) -> Domain | None:
    """Returns what a wire may hold by what the answer says of it."""
    if code == "unknown_field":
        return ABSENT
    if limit.words:
        return OneOf(*_typed(limit.words, value))
    low, high = limit.min, limit.max
    if code == "bad_area":
        return Area(None if low is None else int(low), None if high is None else int(high))
    if low is None and high is None and limit.multiple is None:
        return _other(code, limit, value)
    if isinstance(value, str):
        if code != "too_long":
            return _other(code, limit, value)
        return Text(min_length=int(low or 0), max_length=None if high is None else int(high))
    if isinstance(value, (list, tuple)):
        return Count(int(low or 0), None if high is None else int(high))
    if limit.multiple is not None or (
        is_whole(value) and all(bound is None or is_whole(bound) for bound in (low, high))
    ):
        least, most = (None if bound is None else int(bound) for bound in (low, high))
        return Int(least, most, multiple_of=limit.multiple or 1)
    return Num(low, high) if is_number(value) else None


def _typed(words: tuple[object, ...], value: object) -> Iterator[object]:
    """Yields the words of a message as the wire has them: numbers, if the value is one."""
    for word in words:
        number = is_number(value) and isinstance(word, str)
        try:
            yield (float(str(word)) if "." in str(word) else int(str(word))) if number else word
        except ValueError:
            yield word


def _other(code: Code, limit: Limit, value: object) -> Domain | None:
    """Returns any value but the one that was refused."""
    if isinstance(value, (str, int, float)) and code not in ("missing", "too_long", "unreadable"):
        return Not(OneOf(value))
    return None


def repaired(
    request: JsonMapping, target: Target, complained: Collection[str], flat: Mapping[str, object]
) -> Translation | None:
    """Returns the nearest request that a target takes; None if there is none, or nothing changes where it was refused.

    Where the answer names no wire, one that the table finds at fault counts.
    """
    places = set(complained) or {spell(p.path) for p in check(request, target) if p.level == "error" and p.path}
    try:
        done = repair(request, target)
        now = flatten(done.request, done.target)
    except (Invalid, Refused):
        return None
    differs = any(not same(now.get(wire), flat.get(wire)) for wire in places)
    return done if differs and not _faults(done.request, done.target) and not done.needs else None


def fault_at(wire: str, target: Target, request: JsonMapping) -> bool:
    """Whether the table already knew of a fault at a wire."""
    path = parse(wire)
    return any(
        problem.level == "error" and (problem.path[: len(path)] == path or path[: len(problem.path)] == problem.path)
        for problem in check(request, target)
    )
