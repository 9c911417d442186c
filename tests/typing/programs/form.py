"""A form: pickers that depend on each other, and each fault of a filled-in request at its input."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from imgparams import Intent, Target, capabilities, check, serial, to_intent, to_request

WIDGETS = {"enum": "select", "boolean": "checkbox", "range": "number", "size": "size", "images": "file"}


def pickers(target: Target, picked: Intent) -> list[dict[str, Any]]:
    found = capabilities(target, given=picked).values()
    return [{"widget": WIDGETS.get(each.type, "text"), **serial.dump(each)} for each in found]


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
