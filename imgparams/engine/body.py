"""Checks a request from outside, one JSON object or a list of one, and flattens it to its wires."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from imgparams.contract import Row
from imgparams.errors import Code, Invalid, Problem
from imgparams.paths import parse
from imgparams.target import Target
from imgparams.values import PLAIN, plain, unreadable


def flatten(request: object, target: Target) -> dict[str, object]:
    """Returns wire -> value of a request; raises Invalid if it is not JSON."""
    body = body_of(request, target)
    problems = list(unreadable_body(body, target))
    if problems or not isinstance(body, Mapping):
        raise Invalid(problems)
    flat = as_the_vendor_reads(target, target.tree.flatten(body))[0]
    return {wire: value if type(value) in PLAIN else plain(value) for wire, value in flat.items()}


_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?", re.ASCII)


def as_the_vendor_reads(target: Target, flat: Mapping[str, object]) -> tuple[dict[str, object], list[Problem]]:
    """Returns a flat request as a lenient vendor reads it, and a warning for each place that others would refuse.

    Where nulls are ignored, a null is no value; where numbers in quotes are accepted, as in every form, they are
    numbers. Where an object may stand in place of a list of one, it is a second spelling of it, without a warning.
    """
    read, warnings = dict(flat), []
    for wire, value in flat.items():
        row = target.by_wire.get(wire)
        if row is None:
            continue
        if value is None and target.nulls == "ignored" and not (wire in row.nullable_wires or takes(row, wire, None)):
            del read[wire]
            warnings.append(_warning(target, row, wire, None, "ignored", "the vendor treats null as not set"))
        elif isinstance(value, str) and _NUMBER.fullmatch(value) and not takes(row, wire, value):
            number = float(value) if "." in value else int(value)
            in_form = target.content == "multipart"
            if (in_form or target.numbers_as_text == "accepted") and is_of_type(row, wire, number):
                read[wire] = number
                if not in_form:
                    warnings.append(
                        _warning(target, row, wire, value, "altered", "the vendor accepts a number in quotes")
                    )
        elif may_be_alone(target, value) and _takes_lists(row, wire, value):
            read[wire] = [value]
    return read, warnings


def _warning(target: Target, row: Row, wire: str, value: object, code: Code, why: str) -> Problem:
    return Problem("warning", code, parse(wire), value, why, None, row.field_at(wire), target.source_of(row))


def takes(row: Row, wire: str, value: object) -> bool:
    """Whether a wire takes a value as it is; of a wire without a domain of its own only the type counts."""
    return row.domain.has(value) if row.domain is not None else is_of_type(row, wire, value)


def is_of_type(row: Row, wire: str, value: object) -> bool:
    """Whether a value is of the right type on a wire."""
    return all(problem.code != "wrong_type" for problem in row.problems({wire: value}))


def may_be_alone(target: Target, value: object) -> bool:
    """Whether the vendor reads such a value in place of a list of one."""
    return target.lone_objects == "accepted" and isinstance(value, Mapping)


def _takes_lists(row: Row, wire: str, value: object) -> bool:
    """Whether a wire does not take a value by itself, but a list of it, whatever else is wrong with it."""
    path, listed = parse(wire), row.problems({wire: [value]})
    return not takes(row, wire, value) and all(one.code != "wrong_type" or one.path != path for one in listed)


def body_of(request: object, target: Target) -> object:
    """Returns the single object of a body that is a list, if the vendor wants a list; any other body as it is."""
    if isinstance(request, Target):
        raise TypeError("the request is a Target: the request comes first, then the target")
    if target.in_list and isinstance(request, (list, tuple)) and len(request) == 1:
        return request[0]
    return request


def unreadable_body(request: object, target: Target) -> Iterator[Problem]:
    if target.in_list and isinstance(request, (list, tuple)):
        code: Literal["too_many", "missing"] = "too_many" if request else "missing"
        yield Problem("error", code, (), None, f"a list of one object; there are {len(request)}")
    elif not isinstance(request, Mapping):
        yield Problem("error", "unreadable", (), request, "a request must be a JSON object")
        return
    for path, value, why in unreadable(request, files=target.content == "multipart"):
        yield Problem("error", "unreadable", path, value, why)
