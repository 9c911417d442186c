"""Prints targets: the list of names, and one target with its rows and rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.text import Text

from imgparams.cli.output import Screen, counted, safe, word
from imgparams.export import describe

if TYPE_CHECKING:
    from imgparams.contract import Row
    from imgparams.target import Target


def names(screen: Screen, named: Iterable[tuple[str, Target]]) -> None:
    """Prints names with status and the date of the last check; statuses other than active are coloured."""
    rows = [(name, target.status, target.checked) for name, target in named]
    width = max((len(name) for name, _, _ in rows), default=0)
    for name, status, checked in rows:
        line = Text(safe(name).ljust(width + 2)) + word(status)
        line.append(" " * (12 - len(status)) + safe(checked), style="dim")
        screen.console.print(line, soft_wrap=True)
    if screen.tables:
        screen.line(counted(len(rows), "target"), "dim")


def page(screen: Screen, name: str, target: Target) -> None:
    """Prints a target for people."""
    screen.console.print(Text.assemble((safe(name), "bold"), "  ", word(target.status)), soft_wrap=True)
    for key, value in describe.head(name, target):
        screen.console.print(Text.assemble((key.ljust(11), "dim"), safe(value)), soft_wrap=not screen.tables)
    screen.line()
    rows = target.model_rows
    if screen.tables:
        cells = [(_wires(row), "\n".join(row.fields) or "-", _legal(row)) for row in rows]
        screen.table(("wire", "field", "what is legal"), cells, (34, 24))
        if any(map(describe.required, rows)):
            screen.line("* required", "dim")
    else:
        for row in rows:
            wires, fields = ", ".join(row.wires) or "(not sent)", ", ".join(row.fields) or "-"
            legal = "; ".join([row.describe(), *describe.facts(row), *describe.remarks(row)])
            screen.line(f"{wires} <- {fields}: {legal}")
    if any(row.wires and not row.fields for row in rows):
        screen.line(f"-: vendor-specific; set it with --option {target.provider}.<wire>=<value>", "dim")
    _rules(screen, target)
    _operations(screen, target)


def _wires(row: Row) -> Text:
    text = Text(safe("\n".join(row.wires)) or "(not sent)")
    if describe.required(row):
        text.append(" *", style="bold red")
    return text


def _legal(row: Row) -> Text:
    text = Text(safe(row.describe()))
    if facts := [fact for fact in describe.facts(row) if fact != "required"]:
        text.append(safe("; " + "; ".join(facts)), style="cyan")
    for remark in describe.remarks(row):
        text.append(f"\n- {safe(remark)}", style="yellow" if remark.startswith(("disputed", "deprecated")) else "dim")
    return text


def _rules(screen: Screen, target: Target) -> None:
    if target.rules:
        screen.line()
        screen.line("rules", "bold")
    for why, effect, source in describe.sentences(target):
        line = Text(f"- {safe(why)}") + Text(f" ({effect})" if effect != "refused" else "", style="yellow")
        line.append(f"; source: {safe(source)}" if source else "", style="dim")
        screen.console.print(line, soft_wrap=not screen.tables)


def _operations(screen: Screen, target: Target) -> None:
    if target.operations:
        screen.line()
        screen.line("operations", "bold")
    for operation in target.operations.values():
        screen.line(f"- {operation.name}: {operation.method} {operation.path}")
