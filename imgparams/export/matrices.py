"""Writes capability matrices as text: `matrix(targets)` in Markdown, HTML, CSV or JSON.

Made from the rows that check and translate, so a matrix can't be out of date.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from imgparams import serial
from imgparams.capability import Capability
from imgparams.catalog import TargetName, target_of
from imgparams.errors import Invalid, Problem
from imgparams.export.reach import reachable
from imgparams.intent import READERS
from imgparams.target import Target
from imgparams.texts import did_you_mean, shown

Format = Literal["markdown", "html", "csv", "json"]

#: the fields of a matrix by default
FIELDS = (
    *("aspect_ratio", "resolution", "size", "n", "quality", "seed", "references", "mask"),
    *("output_format", "background", "negative_prompt"),
)
#: fields that are numbers, or counted: in CSV they have columns of their ends too
COUNTED = ("n", "seed", "references", "output_compression", "guidance", "steps", "strength")


def matrix(
    targets: Iterable[Target | TargetName | str], *, fields: Sequence[str] = (), format: Format = "markdown"
) -> str:
    """Returns models against the intent's fields in short cells, with ties to other fields as numbered notes.

    A cell has all words (`1:1 3:2 16:9`) or a range (`32-1536 step 8`), and is empty if the target has no such field.
    Aspect ratios and resolutions are those that the target reaches, be it by pixels. CSV has a line for each target and
    nothing else, with the ends of numbers as columns (`n_min`, `n_max`) and the notes in the last one; JSON has the
    whole capabilities. Raises Invalid for an unknown field or format.
    """
    names = tuple(fields) or FIELDS
    problems = _unknown(names)
    if format not in _WRITERS:
        problems.append(Problem("error", "not_allowed", ("format",), format, f"one of {', '.join(_WRITERS)}"))
    if problems:
        raise Invalid(problems)
    return _WRITERS[format](_rows(targets), names)


def cells(targets: Iterable[Target | str], fields: Sequence[str] = ()) -> tuple[list[list[str]], list[str]]:
    """Returns the lines of a matrix, its heads first, and its notes, which cells name as `(1, 2)`; raises Invalid."""
    names = tuple(fields) or FIELDS
    if problems := _unknown(names):
        raise Invalid(problems)
    lines, notes = _noted(_rows(targets), names, lambda number: f"\0{number}")
    return [["target", *names], *([_plain(text) for text in line] for line in lines)], notes


def _plain(text: str) -> str:
    """Returns a cell with its marks in brackets behind it."""
    first, *marks = text.split("\0")
    return f"{first} ({', '.join(marks)})" if marks else first


def _unknown(names: Iterable[str]) -> list[Problem]:
    return [
        Problem("error", "unknown_field", (name,), None, "an intent has no such field" + did_you_mean(name, READERS))
        for name in names
        if name not in READERS or name == "provider_options"
    ]


_Rows = list[tuple[Target, Any]]


def _rows(targets: Iterable[Target | str]) -> _Rows:
    return [(target, reachable(target)) for target in map(target_of, targets)]


def cell(capability: Capability | None) -> str:
    """Returns what a target accepts for one field, in a few characters, but with all words."""
    if capability is None:
        return ""
    if capability.type == "images":
        if capability.field == "mask":
            return "yes"
        return f"up to {_number(capability.max)}" if capability.max is not None else "yes"
    if capability.values:
        listed = _words(capability)
        if not capability.wires:
            return f"always {listed}"
        if capability.type == "range":
            return listed.replace(" ", " to ")
        if capability.step is not None:
            return f"{listed}, {_range(capability)}"
        return listed + " (others not confirmed)" * capability.unverified
    if capability.type == "text":
        return f"up to {_number(capability.max)} characters" if capability.max is not None else "yes"
    if capability.type == "enum" and capability.unverified:
        return "any (not confirmed)"
    return _range(capability) if capability.type in ("range", "size") else "yes"


def _words(capability: Capability) -> str:
    return " ".join(shown(value) if isinstance(value, bool) else str(value) for value in capability.values)


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


def _ends(capability: Capability | None) -> tuple[float | None, float | None]:
    """Returns the least and the greatest number of a field, or of its images; None where there is no bound."""
    if capability is None:
        return None, None
    if capability.values and capability.type != "images":
        numbers = [value for value in capability.values if isinstance(value, (int, float))]
        return (min(numbers), max(numbers)) if numbers else (None, None)
    return (capability.min or 0 if capability.type == "images" else capability.min), capability.max


def _noted(rows: _Rows, names: Sequence[str], mark: Callable[[int], str]) -> tuple[list[list[str]], list[str]]:
    """Returns the cells of each row with the marks of their notes, and the notes by number."""
    notes: dict[str, int] = {}
    lines = []
    for target, takes in rows:
        line = [target.name]
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
    """Returns a text for a cell of Markdown: no HTML, no end of the cell or of the line."""
    for sign, stands in (("&", "&amp;"), ("<", "&lt;"), ("|", "\\|")):
        text = text.replace(sign, stands)
    return _printable(text)


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _safe(value: object) -> object:
    """Returns a cell that no spreadsheet takes for a formula: a text that begins like one has an apostrophe first."""
    text = _printable(str(value))
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") and not _NUMBER.fullmatch(text) else text


_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?(--?\d+(\.\d+)?)?( step \d+)?")  # also a range of numbers


def _html(rows: _Rows, names: Sequence[str]) -> str:
    """Returns a table whose lines and cells say in `data-` attributes what a page may filter and sort by."""
    lines, notes = _noted(rows, names, lambda number: f"\0{number}\0")
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in ("target", *names))
    body = ""
    for (target, takes), (_, *texts) in zip(rows, lines, strict=True):
        facts = {"target": target.name, "operation": target.operation or "generate", "status": target.status}
        cells = (
            f"<td{_data(_cell_facts(name, takes.get(name)))}>{_marked(text)}</td>"
            for name, text in zip(names, texts, strict=True)
        )
        body += f'<tr{_data(facts)}><th scope="row">{html.escape(target.name)}</th>{"".join(cells)}</tr>\n'
    below = "".join(f'<li id="note-{number}">{html.escape(why)}</li>\n' for number, why in enumerate(notes, 1))
    listed = f"<ol>\n{below}</ol>\n" if notes else ""
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n{listed}"


def _cell_facts(name: str, capability: Capability | None) -> dict[str, object]:
    if name not in COUNTED or capability is None:
        return {}
    least, most = _ends(capability)
    return {key: end for key, end in (("min", least), ("max", most)) if end is not None}


def _data(facts: Mapping[str, object]) -> str:
    return "".join(f' data-{name}="{html.escape(str(fact))}"' for name, fact in facts.items())


def _marked(text: str) -> str:
    """Returns a cell as HTML, its marks as links to the notes."""
    first, *numbers = html.escape(text).split("\0")
    return first + "".join(f'<sup><a href="#note-{number}">{number}</a></sup>' for number in numbers if number)


def _csv(rows: _Rows, names: Sequence[str]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    heads = [head for name in names for head in _heads(name)]
    writer.writerow(["target", "provider", "model", "operation", "status", *heads, "not_confirmed", "notes"])
    for target, takes in rows:
        known = [takes[name] for name in names if name in takes]
        doubts = " ".join(capability.field for capability in known if capability.unverified)
        notes = "; ".join(dict.fromkeys(why for capability in known for why in capability.limits))
        cells = [value for name in names for value in _values(name, takes.get(name))]
        facts = (target.name, target.provider, target.serves, target.operation or "generate", target.status)
        writer.writerow(map(_safe, [*facts, *cells, doubts, notes]))
    return text.getvalue()


def _heads(name: str) -> Iterator[str]:
    yield name
    if name in COUNTED:
        yield from (f"{name}_min", f"{name}_max")


def _values(name: str, capability: Capability | None) -> Iterator[object]:
    """Yields the cells of a field, its words without any remark."""
    listed = capability is not None and capability.type == "enum" and capability.values and capability.wires
    yield _words(capability) if capability is not None and listed else cell(capability)
    if name in COUNTED:
        yield from ("" if end is None else _number(end) for end in _ends(capability))


def _json(rows: _Rows, names: Sequence[str]) -> str:
    shown_rows = [
        {"target": target.name, "fields": {field: serial.dump(takes[field]) for field in names if field in takes}}
        for target, takes in rows
    ]
    return json.dumps(shown_rows, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


_WRITERS: dict[str, Callable[[_Rows, Sequence[str]], str]] = {
    "markdown": _markdown,
    "html": _html,
    "csv": _csv,
    "json": _json,
}
