"""Checks a request from outside, one JSON object or a list of one, and flattens it to its wires."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from imgparams.errors import Invalid, Problem
from imgparams.target import Target
from imgparams.values import unreadable


def flatten(request: object, target: Target) -> dict[str, object]:
    """Returns wire -> value of a request; raises Invalid if it is not JSON."""
    body = body_of(request, target)
    problems = list(unreadable_body(body, target))
    if problems or not isinstance(body, Mapping):
        raise Invalid(problems)
    return target.tree.flatten(body)


def body_of(request: object, target: Target) -> object:
    """Returns the single object of a body that is a list, if the vendor wants a list; any other body as it is."""
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
