"""Writes capability matrices as text: `matrix(targets)` in Markdown, HTML, CSV or JSON.

Made from the rows that check and translate, so a matrix can't be out of date.
"""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal

from imgparams import serial
from imgparams.capability import Capability, capabilities
from imgparams.catalog import TargetName, target_of
from imgparams.errors import Invalid, Problem
from imgparams.intent import READERS
from imgparams.target import Target
from imgparams.texts import did_you_mean, shown

Format = Literal["markdown", "html", "csv", "json"]

#: the fields of a matrix by default
FIELDS = (
    *("aspect_ratio", "resolution", "size", "n", "quality", "seed", "references", "mask"),
    *("output_format", "background", "negative_prompt"),
)
_MOST = 3  # words of a list that a cell shows


def matrix(
    targets: Iterable[Target | TargetName | str], *, fields: Sequence[str] = (), format: Format = "markdown"
) -> str:
    """Returns models against the intent's fields in short cells, with ties to other fields as numbered notes.

    A cell has words (`1:1 16:9 +8`) or a range (`32-1536 step 8`), and is empty if the target has no such field; JSON
    has the whole capabilities. Raises Invalid for an unknown field or format.
    """
    names = tuple(fields) or FIELDS
    problems = [
        Problem("error", "unknown_field", (name,), None, "an intent has no such field" + did_you_mean(name, READERS))
        for name in names
        if name not in READERS or name == "provider_options"
    ]
    if format not in _WRITERS:
        problems.append(Problem("error", "not_allowed", ("format",), format, f"one of {', '.join(_WRITERS)}"))
    if problems:
        raise Invalid(problems)
    return _WRITERS[format]([(target.name, capabilities(target)) for target in map(target_of, targets)], names)


_Rows = list[tuple[str, Any]]


def cell(capability: Capability | None) -> str:
    """Returns what a target accepts for one field, in a few characters."""
    if capability is None:
        return ""
    if capability.values and capability.type != "images":
        words = [shown(value) if isinstance(value, bool) else str(value) for value in capability.values]
        listed = " ".join(words[:_MOST]) + (f" +{len(words) - _MOST}" if len(words) > _MOST else "")
        if not capability.wires:
            return f"always {listed}"
        if capability.type == "range":
            return " to ".join(words)
        return listed if capability.step is None else f"{listed}, {_range(capability)}"
    if capability.type == "images":
        return f"up to {_number(capability.max)}" if capability.max is not None else "yes"
    if capability.type == "text":
        return f"up to {_number(capability.max)} characters" if capability.max is not None else "yes"
    return _range(capability) if capability.type in ("range", "size") else "yes"


def _range(capability: Capability) -> str:
    low, high = (None if end is None else _number(end) for end in (capability.min, capability.max))
    step = f" step {_number(capability.step)}" if capability.step not in (None, 1) else ""
    if low is None and high is None:
        return f"any{step}"
    if low == high:
        return f"{low}"
    return (f"up to {high}" if low is None else f"from {low}" if high is None else f"{low}-{high}") + step


def _number(value: float | None) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _noted(rows: _Rows, names: Sequence[str], mark: Callable[[int], str]) -> tuple[list[list[str]], list[str]]:
    """Returns the cells of each row with the marks of their notes, and the notes by number."""
    notes: dict[str, int] = {}
    lines = []
    for name, takes in rows:
        line = [name]
        for field in names:
            capability = takes.get(field)
            marks = [mark(notes.setdefault(why, len(notes) + 1)) for why in (capability.limits if capability else ())]
            line.append(cell(capability) + "".join(marks))
        lines.append(line)
    return lines, list(notes)


def _markdown(rows: _Rows, names: Sequence[str]) -> str:
    lines, notes = _noted(rows, names, lambda number: f"[^{number}]")
    table = [["target", *names], ["---"] * (len(names) + 1), *([_escaped(text) for text in line] for line in lines)]
    text = "".join(f"| {' | '.join(line)} |\n" for line in table)
    return text + "".join(f"\n[^{number}]: {_escaped(why)}" for number, why in enumerate(notes, 1)) + "\n" * bool(notes)


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _html(rows: _Rows, names: Sequence[str]) -> str:
    marks: dict[str, str] = {}

    def mark(number: int) -> str:
        marks[f"\0{number}\0"] = f'<sup><a href="#note-{number}">{number}</a></sup>'
        return f"\0{number}\0"

    def safe(text: str) -> str:
        text = html.escape(text)
        for place, link in marks.items():
            text = text.replace(place, link)
        return text

    lines, notes = _noted(rows, names, mark)
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in ("target", *names))
    body = "".join(
        f'<tr><th scope="row">{safe(line[0])}</th>{"".join(f"<td>{safe(text)}</td>" for text in line[1:])}</tr>\n'
        for line in lines
    )
    below = "".join(f'<li id="note-{number}">{html.escape(why)}</li>\n' for number, why in enumerate(notes, 1))
    listed = f"<ol>\n{below}</ol>\n" if notes else ""
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n{listed}"


def _csv(rows: _Rows, names: Sequence[str]) -> str:
    lines, notes = _noted(rows, names, lambda number: f" ({number})")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["target", *names])
    writer.writerows(lines)
    writer.writerows([f"({number})", why] for number, why in enumerate(notes, 1))
    return text.getvalue()


def _json(rows: _Rows, names: Sequence[str]) -> str:
    shown_rows = [
        {"target": name, "fields": {field: serial.dump(takes[field]) for field in names if field in takes}}
        for name, takes in rows
    ]
    return json.dumps(shown_rows, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


_WRITERS: dict[str, Callable[[_Rows, Sequence[str]], str]] = {
    "markdown": _markdown,
    "html": _html,
    "csv": _csv,
    "json": _json,
}
