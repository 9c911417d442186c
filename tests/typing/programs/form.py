"""A form: each fault of a filled-in request at its input, with what may be picked instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from imgparams import Intent, Target, check, to_intent, to_request


def faults(target: Target, filled: Mapping[str, object]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for problem in check(filled, target):
        picks = None if problem.allowed is None else list(problem.allowed)
        line = {"code": problem.code, "text": problem.why, "picks": picks, "blocks": problem.level == "error"}
        found.setdefault(problem.field or ".".join(map(str, problem.path)), []).append(line)
    return found


def mended(target: Target, filled: Mapping[str, object]) -> dict[str, Any]:
    return to_request(to_intent(filled, target), target).request


def filled_in(target: Target, picked: Intent) -> dict[str, Any]:
    return to_request(picked, target, allow=("clamped", "mapped")).request
