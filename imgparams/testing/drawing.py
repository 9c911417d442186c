"""Cases that a program draws from a table: each row at its bounds, past them, of the wrong type, left out; each rule.

They have the form of worked cases, and `cases` runs them. Each asks one thing, in the smallest legal request of its
target, and names every problem of that request. They show that the engine judges as the table says. Whether the table
is right they can't show, as they copy it; for that there are cases that somebody read on a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from imgparams.contract import AnyRule, Row
from imgparams.engine.body import may_be_alone
from imgparams.target import Target
from imgparams.testing.coverage import every_target
from imgparams.testing.placing import placed
from imgparams.testing.rule_tries import tried
from imgparams.testing.smallest import Smallest
from imgparams.testing.worked_cases import Case
from imgparams.texts import path_text
from imgparams.values import Path


def bounds(*targets: Target) -> list[Case]:
    """Returns the cases that can be drawn from tables and their other operations.

    A row or a rule that several targets of a provider share is drawn once. Raises AssertionError where the smallest
    request of a target is not legal.
    """
    drawn: list[Case] = []
    seen: dict[str, list[Row | AnyRule]] = {}
    for target in every_target(targets):
        of_provider, smallest = seen.setdefault(target.provider, []), Smallest(target)
        drawn.append(smallest.case("a field that nobody knows", {"no_such_field": 1}, _of_unknown(target)))
        for row in target.model_rows:
            if row.wires and row not in of_provider:
                of_provider.append(row)
                drawn += _of_row(smallest, row)
        for rule in target.rules:
            if rule not in of_provider:
                of_provider.append(rule)
                drawn += tried(rule, smallest)
    return drawn


def _of_unknown(target: Target) -> list[str]:
    codes = {"forwarded": "", "ignored": "warning ignored", "unsaid": "warning unknown_field"}
    code = codes.get(target.unknown, "unknown_field")
    return [f"{code} no_such_field"] if code else []


def _of_row(smallest: Smallest, row: Row) -> Iterator[Case]:
    for wires, problems in placed(row):
        if _is_alone(smallest.target, wires, problems):
            continue  # it is judged as the list that it stands for
        if smallest.target.content == "multipart" or not _holds_bytes(wires):
            codes = ", ".join(dict.fromkeys(code for code, _ in problems)) or "legal"
            if _is_ignored_null(smallest.target, row, wires):
                absent = [("missing", path) for _, path in problems if row.required]
                problems = (*(("warning ignored", path) for _, path in problems), *absent)
            texts = [f"{code} {path_text(path)}" for code, path in problems]
            yield smallest.case(f"{' and '.join(wires or row.wires)}: {codes}", wires, texts, row.wires)


def _is_ignored_null(target: Target, row: Row, wires: Mapping[str, object]) -> bool:
    """Whether this is one null, of which the vendor is known to take it as not set."""
    (value,) = wires.values() if len(wires) == 1 else (0,)
    return target.nulls == "ignored" and row.domain is not None and value is None and not row.nullable


def _is_alone(target: Target, wires: Mapping[str, object], problems: Iterable[tuple[str, Path]]) -> bool:
    """Whether this is a value that the vendor may read in place of a list of one."""
    wrong = any(code == "wrong_type" for code, _ in problems)
    return wrong and any(may_be_alone(target, value) for value in wires.values())


def _holds_bytes(value: object) -> bool:
    if isinstance(value, Mapping):
        return any(map(_holds_bytes, value.values()))
    return any(map(_holds_bytes, value)) if isinstance(value, (list, tuple)) else isinstance(value, bytes)
