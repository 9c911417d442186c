"""Finds every problem in a request at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from attrs import evolve

from imgparams.engine.body import body_of, unreadable_body
from imgparams.engine.reading import (
    without_ignored,
)
from imgparams.errors import Problem
from imgparams.paths import parse
from imgparams.target import Target
from imgparams.texts import did_you_mean


def check(request: object, target: Target) -> tuple[Problem, ...]:
    """Returns every problem in a request: in the order of the target's rows, then unknown fields, then broken rules."""
    body = body_of(request, target)
    problems = list(unreadable_body(body, target))
    if not problems and isinstance(body, Mapping):
        flat = target.present(target.tree.flatten(body))
        effective = without_ignored(target, flat)
        for row in target.model_rows:
            of_row = list(row.problems(flat))
            if len(effective) < len(flat) and any(problem.code == "conflict" for problem in of_row):
                remaining = list(row.problems(effective))  # what the vendor ignores contradicts nothing
                of_row = [problem for problem in of_row if problem.code != "conflict" or problem in remaining]
            problems += of_row
        unknown = (_unknown(wire, value, target) for wire, value in flat.items() if wire not in target.by_wire)
        problems += [problem for problem in unknown if problem is not None]
        problems += _broken_rules(target, flat)
    if body is not request:
        problems = [evolve(problem, path=(0, *problem.path)) for problem in problems]
    return (*_standing(target), *problems)


def _standing(target: Target) -> Iterator[Problem]:
    if target.status == "retired":
        retired = f"was retired on {target.retired}" if target.retired else "is retired"
        yield Problem("warning", "retired", (), None, f"{target.name} {retired}")
    elif target.status == "deprecated":
        until = f" and ends on {target.retired}" if target.retired else ""
        yield Problem("warning", "deprecated", (), None, f"{target.name} is deprecated{until}")


def _unknown(wire: str, value: object, target: Target) -> Problem | None:
    path = parse(wire)
    if path in target.tree.branches:
        kind = "an object" if target.tree.branches[path] is dict else "a list"
        return Problem("error", "wrong_type", path, value, f"must be {kind}")
    if target.unknown == "forwarded":
        return None
    near = did_you_mean(path[0] if len(path) == 1 else wire, target.by_wire)
    if target.unknown == "ignored":
        return Problem("warning", "ignored", path, value, f"{target.name} ignores unknown fields{near}")
    unsaid = "" if target.unknown == "refused" else "; the vendor does not document what it does with unknown fields"
    return Problem("error", "unknown_field", path, value, f"{target.name} has no such field{near}{unsaid}")


def _broken_rules(target: Target, flat: Mapping[str, object]) -> Iterator[Problem]:
    view = target.view(flat)
    for rule in target.rules:
        for wire, why, condition in rule.broken(view):
            value = view.value(wire)
            row = target.by_wire[wire]
            name = row.fields[0] if len(row.fields) == 1 else None
            code = "conflict" if rule.effect == "refused" else rule.effect
            level: Literal["error", "warning"] = "error" if rule.effect == "refused" else "warning"
            allowed = (condition.describe(),) if condition is not None else None
            yield Problem(level, code, parse(wire), value, why + rule.by_default(view, wire), allowed, name)
