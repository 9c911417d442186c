"""Finds every problem in a request at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from attrs import evolve

from imgparams.catalog import TargetName, target_of
from imgparams.engine.body import as_the_vendor_reads, body_of, unreadable_body
from imgparams.engine.reading import without_ignored
from imgparams.engine.verifying import unverified
from imgparams.errors import Problem
from imgparams.intent import READERS
from imgparams.paths import parse, spell
from imgparams.target import Target
from imgparams.texts import did_you_mean
from imgparams.translation import as_served

PREPARE_AFTER = 2  # calls, before a target is prepared for more of them


def check(request: object, target: Target | TargetName | str) -> tuple[Problem, ...]:
    """Returns every problem in a request: in the order of the target's rows, then unknown fields, then broken rules.

    The target may be given by its name; raises UnknownTarget.
    """
    if not isinstance(target, Target):
        target = target_of(target)
    known = target.prepared
    standing: tuple[Problem, ...] | None = known.get("standing")
    if standing is None:
        standing = _prepared(target)
    if standing is not None and known["right"](request):
        return standing
    return checked(request, target)


def _prepared(target: Target) -> tuple[Problem, ...] | None:
    """Prepares a target that is used often; returns what is said of a right request, None for the first calls."""
    known = target.prepared
    calls = known["checks"] = known.get("checks", 0) + 1
    if calls <= PREPARE_AFTER:
        return None
    if "right" not in known:
        from imgparams.engine.preparing import prepared  # when it is needed: importing imgparams is to be quick

        known["right"] = prepared(as_served(target))
    standing = known["standing"] = tuple(_standing(target))  # last: it says that the other is there
    return standing


_MOST_HINTS = 1000  # unknown fields for which similar names are looked for: among more, nobody has misspelt one


def checked(request: object, target: Target) -> tuple[Problem, ...]:
    """Returns the same as `check`, row by row: this says what is right, whatever `check` does to be quick."""
    body = body_of(request, target)
    problems = list(unreadable_body(body, target))
    if not problems and isinstance(body, Mapping):
        flat, lenient = as_the_vendor_reads(target, target.tree.flatten(body))
        problems += lenient
        flat = target.present(flat)
        effective = without_ignored(target, flat)
        for row in target.rows_with(flat, and_always=True):
            of_row = list(row.problems(flat))
            if len(effective) < len(flat) and any(problem.code == "conflict" for problem in of_row):
                remaining = list(row.problems(effective))  # what the vendor ignores contradicts nothing
                of_row = [problem for problem in of_row if problem.code != "conflict" or problem in remaining]
            problems += (evolve(problem, source=target.source_of(row)) for problem in of_row)
        strange = [wire for wire in flat if wire not in target.by_wire]
        hints = len(strange) <= _MOST_HINTS
        unknown = (_unknown(wire, flat[wire], target, hints=hints) for wire in strange)
        problems += [problem for problem in unknown if problem is not None]
        problems += _broken_rules(target, flat)
        problems += _doubts(target, flat)
    if body is not request:
        problems = [evolve(problem, path=(0, *problem.path)) for problem in problems]
    return (*_standing(target), *problems)


def _standing(target: Target) -> Iterator[Problem]:
    if target.status == "retired":
        retired = f"was retired on {target.retired}" if target.retired else "is retired"
        yield Problem("warning", "retired", (), None, f"{target.name} {retired}{_instead(target)}", source=target.docs)
    elif target.status == "deprecated":
        until = f" and ends on {target.retired}" if target.retired else ""
        why = f"{target.name} is deprecated{until}{_instead(target)}"
        yield Problem("warning", "deprecated", (), None, why, source=target.docs)


def _instead(target: Target) -> str:
    return f"; use {target.successor}" if target.successor else ""


def _unknown(wire: str, value: object, target: Target, *, hints: bool) -> Problem | None:
    path = parse(wire)
    if path in target.tree.branches:
        if (*path, 0) in target.tree.respelled and isinstance(value, (list, tuple)) and len(value) > 1:
            return Problem("warning", "unknown_field", path, value, "one alone is read, a list of several is not")
        kind = "an object" if target.tree.branches[path] is dict else "a list"
        return Problem("error", "wrong_type", path, value, f"must be {kind}")
    if path in target.tree.respelled:  # otherwise it would have been read as the written one
        why = f"a second spelling of {spell(target.tree.respelled[path])}, which is there too"
        return Problem("error", "conflict", path, value, why)
    if target.unknown == "forwarded":
        return None
    near = did_you_mean(path[0] if len(path) == 1 else wire, target.by_wire) if hints else ""
    source = f"{target.docs} ({target.checked})"
    if target.unknown == "ignored":
        why = f"{target.name} ignores unknown fields{near}"
        return Problem("warning", "ignored", path, value, why, source=source)
    if target.unknown == "refused":
        why = f"{target.name} has no such field{near}"
        return Problem("error", "unknown_field", path, value, why, source=source)
    why = f"{target.name} documents no such field, and not what it does with one{near}"
    return Problem("warning", "unknown_field", path, value, why, source=source)


def _doubts(target: Target, flat: Mapping[str, object]) -> Iterator[Problem]:
    for place, wire, why, source in unverified(as_served(target), flat):
        if wire in target.by_wire:  # others have their verdict already
            field = place if place in READERS else None
            yield Problem("warning", "unverified", parse(wire), flat[wire], why, None, field, source)


def _broken_rules(target: Target, flat: Mapping[str, object]) -> Iterator[Problem]:
    view = target.view(flat)
    for rule, triggers in target.rules_by_trigger:
        if triggers is not None and triggers.isdisjoint(flat):
            continue
        for wire, why, condition in rule.broken(view):
            value = view.value(wire)
            row = target.by_wire[wire]
            name = row.field_at(wire)
            code = "conflict" if rule.effect == "refused" else rule.effect
            level: Literal["error", "warning"] = "error" if rule.effect == "refused" else "warning"
            allowed = (condition.describe(),) if condition is not None else None
            why += rule.by_default(view, wire)
            yield Problem(level, code, parse(wire), value, why, allowed, name, target.source_of(rule))
