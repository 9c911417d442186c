"""The pages about targets: the list of names, and one target with its rows and rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from rich.text import Text

from imgparams.cli.output import Screen, counted, safe, word
from imgparams.values import shown

if TYPE_CHECKING:
    from imgparams.target import AnyRule, Row, Target

UNKNOWN = {
    "refused": "the vendor refuses fields that are not here",
    "ignored": "the vendor ignores fields that are not here",
    "forwarded": "fields that are not here are passed on",
    "unsaid": "the vendor does not say what it does with fields that are not here",
}


def names(screen: Screen, found: Iterable[tuple[str, Target]]) -> None:
    """Names with status and the date of the last check; other statuses than active stand out."""
    rows = [(name, target.status, target.checked) for name, target in found]
    width = max((len(name) for name, _, _ in rows), default=0)
    for name, status, checked in rows:
        line = Text(safe(name).ljust(width + 2)) + word(status)
        line.append(" " * (12 - len(status)) + safe(checked), style="dim")
        screen.console.print(line, soft_wrap=True)
    if screen.tables:
        screen.line(counted(len(rows), "target"), "dim")


def page(screen: Screen, name: str, target: Target) -> None:
    """A target for people."""
    screen.console.print(Text(safe(name), style="bold") + Text("  ") + word(target.status), soft_wrap=True)
    for key, value in _head(name, target):
        screen.console.print(Text(key.ljust(11), style="dim") + Text(safe(value)), soft_wrap=not screen.tables)
    screen.line()
    rows = target.settled_rows
    if screen.tables:
        cells = [(_wires(row), "\n".join(row.fields) or "-", _legal(row)) for row in rows]
        screen.table(("wire", "field", "what is legal"), cells, (34, 24))
        if any(map(_required, rows)):
            screen.line("* required", "dim")
    else:
        for row in rows:
            wires, fields = ", ".join(row.wires) or "(no wire)", ", ".join(row.fields) or "-"
            screen.line(f"{wires} <- {fields}: {'; '.join([row.describe(), *_facts(row), *_remarks(row)])}")
    if any(row.wires and not row.fields for row in rows):
        screen.line(f"-: no word of an intent; say it as --option {target.provider}.<wire>=<value>", "dim")
    _rules(screen, target.rules)
    _operations(screen, target)


def _head(name: str, target: Target) -> Iterator[tuple[str, str]]:
    yield "call", f"{target.method} {target.path}{' (multipart)' if target.content == 'multipart' else ''}"
    if target.name != name:
        yield "name", target.name
    if target.model:
        yield "model", target.model
    if target.aliases:
        yield "aliases", ", ".join(target.aliases)
    if target.retired:
        yield "ends", target.retired
    yield "docs", target.docs
    yield "checked", target.checked
    yield "unknown", UNKNOWN[target.unknown]
    if target.note:
        yield "note", target.note


def _required(row: Row) -> bool:
    constant = hasattr(row, "means") and not getattr(row, "optional", True)
    return constant or getattr(row, "required", False)


def _wires(row: Row) -> Text:
    text = Text(safe("\n".join(row.wires)) or "(no wire)")
    if _required(row):
        text.append(" *", style="bold red")
    return text


def _legal(row: Row) -> Text:
    text = Text(safe(row.describe()))
    if facts := [fact for fact in _facts(row) if fact != "required"]:
        text.append(safe("; " + "; ".join(facts)), style="cyan")
    for remark in _remarks(row):
        text.append(f"\n- {safe(remark)}", style="yellow" if remark.startswith(("disputed", "deprecated")) else "dim")
    return text


def _facts(row: Any) -> Iterator[str]:
    """What absence, null and other values mean."""
    if _required(row):
        yield "required"
    several = len(row.wires) > 1
    for wire, value, when in row.defaults():
        where = f" where {_conditions(when)}" if when else ""
        yield f"default {f'{wire} ' if several else ''}{shown(value)}{where}"
    if row.nullable_wires:
        yield "may be null"
    if unset := [shown(value) for _, value in row.unset_words()]:
        yield f"not asked: {', '.join(unset)}"
    if accepts := getattr(row, "accepts", None):
        yield f"taken and altered: {accepts.describe()}"


def _remarks(row: Any) -> Iterator[str]:
    """What the table says of a row in words."""
    for key in ("deprecated", "disputed"):
        if value := getattr(row, key, ""):
            yield f"{key}: {value}"
    if note := getattr(row, "note", ""):
        yield note
    if source := getattr(row, "source", ""):
        yield f"source: {source}"


def _conditions(when: Any) -> str:
    return " and ".join(f"{wire} is {domain.describe()}" for wire, domain in when.items())


def _rules(screen: Screen, rules: Iterable[AnyRule]) -> None:
    whys = dict.fromkeys((rule.why, "" if rule.effect == "refused" else rule.effect) for rule in rules)
    if whys:
        screen.line()
        screen.line("rules", "bold")
    for why, effect in whys:
        line = Text(f"- {safe(why)}") + Text(f" ({effect})" if effect else "", style="yellow")
        screen.console.print(line, soft_wrap=not screen.tables)


def _operations(screen: Screen, target: Target) -> None:
    if target.operations:
        screen.line()
        screen.line("operations", "bold")
    for operation in target.operations.values():
        screen.line(f"- {operation.name}: {operation.method} {operation.path}")
