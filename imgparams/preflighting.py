"""Judges a request before it is sent: what is wrong, what would change and what is still needed, each told once.

preflight(body, "openai/gpt-image-2")     a Preflight, with a sentence for the people who typed the values
repair(body, "openai/gpt-image-2")        the nearest legal request
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from attrs import field, frozen

from imgparams.catalog import TargetName, target_of
from imgparams.checking import check
from imgparams.contract import Row
from imgparams.conversion import convert
from imgparams.engine.needs import Need
from imgparams.errors import Change, Invalid, Problem, Refused
from imgparams.paths import spell
from imgparams.policy import ALL, SAFE, Kinds, Policy
from imgparams.target import Target
from imgparams.texts import shown
from imgparams.translation import Translation, as_served
from imgparams.values import Path, Value
from imgparams.wording import LABELS, Bounds


@frozen(eq=False, repr=False)
class Finding(Value):
    """One thing that is wrong with a request (`error`), may be (`warning`), or is another in the new one (`change`).

    `code` is that of a problem or the kind of a change; `became` is what the new request has, None if it has nothing;
    `bounds` is what is legal, None where that is no plain bound.
    """

    level: Literal["error", "warning", "change"]
    code: str
    field: str | None
    path: Path
    asked: object
    became: object
    why: str
    bounds: Bounds | None = None
    source: str | None = None

    @property
    def text(self) -> str:
        """Returns a sentence for the people who typed the values, without the vendor's names."""
        label = LABELS.get(self.field or "")
        wire = spell(self.path) if self.path else (self.field or "").split(".", 2)[-1]
        name = f"The {label}" if label else f'"{wire}"' if wire else "The request"
        legal = f" It can be {self.bounds}." if self.bounds is not None and str(self.bounds) != "anything" else ""
        if self.code == "missing":
            return f"{name} is missing."
        if self.code in ("unknown_field", "dropped"):
            return f"{name} can't be set here."
        if self.became is not None:
            asked = f", not {shown(self.asked)}" if self.asked is not None else ", which was not asked for"
            return f"{name} will be {shown(self.became)}{asked}.{legal}"
        if self.level == "warning":
            return f"{name} may not do what you expect: {self.why}."
        return f"{name} can't be {shown(self.asked)}.{legal}" if legal else f"{name}: {self.why}."

    def __str__(self) -> str:
        at = spell(self.path) if self.path else self.field or "request"
        became = f" -> {shown(self.became)}" if self.became is not None else ""
        return f"{self.level} {self.code} at {at}: {shown(self.asked)}{became} ({self.why})"


@frozen(eq=False, repr=False)
class Preflight(Value):
    """What is known of a request before it is sent.

    `request` is what can be sent, None if that would take a change that is not allowed. `ok` says that it is the
    request as it was given, with nothing wrong and nothing to do first.
    """

    ok: bool
    request: dict[str, Any] | None
    findings: tuple[Finding, ...]
    needs: tuple[Need, ...]
    translation: Translation | None = field(default=None, repr=False)

    def __str__(self) -> str:
        lines = [finding.text for finding in self.findings]
        return "\n".join(dict.fromkeys(lines)) or "Nothing is wrong with it."


def preflight(
    request: object,
    target: Target | TargetName | str,
    *,
    source: Target | TargetName | str | None = None,
    allow: Policy | Kinds = SAFE,
) -> Preflight:
    """Returns all that is wrong with a request and what would be sent instead, each thing once.

    The request is one of `source`, by default of the target itself. Both may be given by their names. Raises
    UnknownTarget.
    """
    target = target_of(target)
    ours = target if source is None else target_of(source, "source")
    problems = list(check(request, ours))
    done: Translation | None = None
    changes: tuple[Change, ...] = ()
    refused: tuple[Change, ...] = ()
    try:
        done = convert(request, source=ours, target=target, allow=allow)
        changes = done.changes
    except Refused as error:
        changes, refused = error.changes, error.refused
        problems += error.problems
    except Invalid:
        pass  # its problems are those of `check`
    findings = tuple(_findings(problems, changes, refused, ours, done.target if done else target))
    needs = done.needs if done else ()
    ok = done is not None and ours == target and not needs and all(finding.level == "warning" for finding in findings)
    return Preflight(ok, done.request if done else None, findings, needs, done)


def repair(request: object, target: Target | TargetName | str, *, allow: Policy | Kinds = ALL) -> Translation:
    """Returns the nearest legal request of the same target, with every change; raises Invalid if it is not JSON.

    Raises Refused if it takes a change that `allow` does not allow, and UnknownTarget.
    """
    target = target_of(target)
    return convert(request, source=target, target=target, allow=allow)


def _findings(
    problems: list[Problem],
    changes: tuple[Change, ...],
    refused: tuple[Change, ...],
    source: Target,
    target: Target,
) -> Iterator[Finding]:
    """Yields each fault with the change that mends it, and then the other changes."""
    mending: set[int | None] = set()
    find = _Mending(changes)
    for problem in problems:
        number = find.first(problem)
        change = None if number is None else changes[number]
        mending.add(number)
        asked, became = (change.asked, change.became) if change is not None else (problem.value, None)
        if change is not None and became is None and len(problem.path) > len(change.path):
            asked = problem.value  # the part that is wrong, not all that is left out for it
        if change is not None and source != target:
            bounds = _bounds_at(target, change.field)
        else:
            bounds = _bounds_of(problem, source.by_wire.get(spell(problem.path)))
        yield Finding(
            *(problem.level, problem.code, problem.field, problem.path, asked, became, problem.why),
            *(bounds, problem.source),
        )
    those = set(map(id, refused))
    for change in (change for number, change in enumerate(changes) if number not in mending):
        yield Finding(
            *("error" if id(change) in those else "change", change.kind, change.field, change.path, change.asked),
            *(change.became, change.why, _bounds_at(target, change.field), change.source),
        )


def _bounds_at(target: Target, name: str) -> Bounds | None:
    rows = as_served(target).bound.by_field.get(name)
    return _bounds(rows[0]) if rows else None


class _Mending:
    """Finds the first change that mends a fault: at its place, around or inside of it, or of its field."""

    def __init__(self, changes: tuple[Change, ...]) -> None:
        self._at: dict[Path, int] = {}
        self._inside: dict[Path, int] = {}
        self._of: dict[str, int] = {}
        for number, change in enumerate(changes):
            self._of.setdefault(change.field, number)
            if change.path:
                self._at.setdefault(change.path, number)
            for end in range(1, len(change.path) + 1):
                self._inside.setdefault(change.path[:end], number)

    def first(self, problem: Problem) -> int | None:
        """Returns the number of the change, None if there is none."""
        around = (self._at.get(problem.path[:end]) for end in range(1, len(problem.path)))
        of_field = self._of.get(problem.field) if problem.field is not None else None
        found = (*around, self._inside.get(problem.path), of_field)
        return min((number for number in found if number is not None), default=None)


def _bounds_of(problem: Problem, row: Row | None) -> Bounds | None:
    """Returns what is legal where a fault is, as the fault says it, else as its row does."""
    allowed: Any = problem.allowed or ()
    if problem.code == "not_allowed" and allowed:
        return Bounds(words=tuple(allowed))
    bounds = _bounds(row) if row is not None else None
    if problem.code in ("out_of_range", "too_many") and len(allowed) == 2:
        return Bounds(allowed[0], allowed[1], bounds.step if bounds is not None else None)
    return bounds


def _bounds(row: Row) -> Bounds | None:
    """Returns what a row takes, if that is a plain bound."""
    from imgparams.tables.domains import Int, Num
    from imgparams.tables.size_sets import Grid, Pairs
    from imgparams.tables.words import Text

    domain, pixels = row.domain, row.legal_pixels
    both_sides = pixels.width if isinstance(pixels, Grid) and pixels.width == pixels.height else None
    whole = domain if isinstance(domain, Int) else both_sides
    if whole is not None:
        low, high = whole.bounds()
        return Bounds(low, high, whole.multiple_of if whole.multiple_of > 1 else None)
    if isinstance(domain, Num):
        return Bounds(domain.min, domain.max)
    if isinstance(domain, Text):
        return Bounds(domain.min_length or None, domain.max_length)
    if domain is not None and domain.listed():
        return Bounds(words=domain.listed())
    return Bounds(words=tuple(map(str, pixels.sizes))) if isinstance(pixels, Pairs) else None
