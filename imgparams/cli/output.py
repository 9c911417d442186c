"""Prints results: tables on a terminal, otherwise one plain line per item; and builds the data that `--json` prints.

Uses colours only on a terminal, and never if NO_COLOR is set.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from imgparams.errors import Problem, Refused
from imgparams.texts import path_text, shown, shown_why
from imgparams.values import JsonObject

if TYPE_CHECKING:
    from imgparams.engine.needs import Need
    from imgparams.errors import Change
    from imgparams.translation import Translation

COLOURS = {
    "clamped": "yellow",
    "mapped": "cyan",
    "dropped": "red",
    "added": "magenta",
    "refused": "bold red",
    "error": "red",
    "warning": "yellow",
    "deprecated": "yellow",
    "retired": "red",
    "preview": "cyan",
}
_GAP = 3  # between the columns of a table
LONG = 200  # characters of a text without a space that people are shown in a request


def safe(text: str) -> str:
    """Returns a text that can't move the cursor or change colours."""
    return "".join(c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in text)


class _Console(Console):
    def on_broken_pipe(self) -> None:  # not rich's exit code 1, which says that something was refused
        raise BrokenPipeError


class Screen:
    """A stream to print to; `tables` says whether it is a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self.tables = stream.isatty()
        colours = self.tables and not os.environ.get("NO_COLOR")
        self.console = _Console(
            file=stream,
            force_terminal=self.tables,
            color_system="auto" if colours else None,
            highlight=False,
            markup=False,
            emoji=False,
        )

    def plain(self, text: str) -> None:
        """Prints a text unchanged, for files: neither wrapped nor coloured."""
        self.console.print(safe(text), end="", soft_wrap=True)

    def line(self, text: str = "", style: str = "") -> None:
        """Prints one line, wrapped only on a terminal."""
        self.console.print(Text(safe(text), style=style), soft_wrap=not self.tables)

    def table(
        self,
        heads: Sequence[str],
        rows: Iterable[Sequence[str | Text]],
        shares: Sequence[int] = (),
        first: int | None = None,
    ) -> None:
        """Prints a table on a terminal, the last column as wide as possible; `first` is the width of the first."""
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
        for at, head in enumerate(heads):
            most = shares[at] * self.console.width // 100 if at < len(shares) else None
            table.add_column(head, overflow="fold", max_width=most, width=first if at == 0 else None)
        for row in rows:
            table.add_row(*(Text(safe(cell)) if isinstance(cell, str) else cell for cell in row))
        self.console.print(table)

    def blocks(self, heads: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
        """Prints columns that may be wider than the screen together: some at a time, each time beside the first."""
        widths = [max(map(len, column)) for column in zip(heads, *lines, strict=True)]
        widths[0] = min(widths[0], max(20, self.console.width // 2))
        at = 1
        while at < len(heads):
            end, room = at + 1, self.console.width - widths[0] - widths[at] - _GAP
            while end < len(heads) and widths[end] + _GAP <= room:
                room -= widths[end] + _GAP
                end += 1
            self.table((heads[0], *heads[at:end]), [(line[0], *line[at:end]) for line in lines], first=widths[0])
            self.line()
            at = end


Form = Literal["curl", "python", "json"]  # of a call that is printed alone


@dataclass(frozen=True)
class Answer:
    """The result of a command: `data` for `--json`, built only if needed, and `show` for people."""

    data: Callable[[], object]
    show: Callable[[Screen], None]
    json: bool
    code: int = 0


def is_terminal() -> bool:
    """Whether results go to a terminal."""
    return sys.stdout.isatty()


def word(text: str) -> Text:
    """Returns a word in its colour."""
    return Text(text, style=COLOURS.get(text, ""))


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def changes(screen: Screen, all_changes: Sequence[Change], refused: Sequence[Change] = ()) -> None:
    """Prints every change and marks those in `refused`."""
    if not screen.tables:
        for change in all_changes:
            screen.line(f"{'refused: ' if change in refused else 'change: '}{change}")
        return
    rows = []
    for change in all_changes:
        kind = word(change.kind)
        if change in refused:
            kind += Text("\nrefused", style=COLOURS["refused"])
        asked = "" if change.kind == "added" else shown(change.asked)
        became = "" if change.kind == "dropped" else shown(change.became)
        rows.append((change.field, kind, asked, became, shown_why(change.why)))
    screen.table(("field", "change", "asked", "became", "why"), rows, (25, 12, 22, 22))


def problems(screen: Screen, all_problems: Sequence[Problem]) -> None:
    """Prints every problem, with the vendor's field names."""
    if not screen.tables:
        for problem in all_problems:
            screen.line(str(problem))
        return
    rows = []
    for problem in all_problems:
        level = word(problem.level) + Text(f"\n{problem.code}", style="dim")
        got = "" if problem.value is None else shown(problem.value)
        rows.append((level, path_text(problem.path) or "request", got, shown_why(problem.why)))
    screen.table(("problem", "at", "got", "why"), rows, (17, 25, 22))


def needs(screen: Screen, all_needs: Sequence[Need]) -> None:
    """Prints what must be done before the request can be sent."""
    if not screen.tables:
        for need in all_needs:
            screen.line(f"need: {need}")
        return
    rows = [(need.at, Text(need.kind, style="bold"), shown_why(need.why)) for need in all_needs]
    screen.table(("needed", "do", "why"), rows, (35, 10))


def translation(screen: Screen, done: Translation, warnings: Sequence[Problem]) -> None:
    """Prints a request, then its changes, what is still needed, and warnings."""
    screen.line(f"{done.target.method} {done.target.path}", "bold")
    screen.line(f"{done.target.name}: {_result(done)}{'; multipart' if done.target.content != 'json' else ''}")
    screen.line()
    body(screen, done.request)
    screen.line()
    if done.changes:
        screen.line(f"{counted(len(done.changes), 'change')}:", "bold")
        changes(screen, done.changes)
    else:
        screen.line("no changes", "green")
    if done.needs:
        screen.line()
        screen.line(f"{counted(len(done.needs), 'open need')}:", "bold")
        needs(screen, done.needs)
    doubts = [problem for problem in warnings if problem.code == "unverified"]
    others = [problem for problem in warnings if problem not in doubts]
    for head, some in ((f"not confirmed ({len(doubts)}):", doubts), (f"{counted(len(others), 'warning')}:", others)):
        if some:
            screen.line()
            screen.line(head, "bold")
            problems(screen, some)


def beside(
    all_changes: Sequence[Change], all_needs: Sequence[Need], all_problems: Sequence[Problem], last: str = ""
) -> None:
    """Prints on stderr what belongs to a request that is alone on stdout."""
    screen = Screen(sys.stderr)
    if all_changes:
        changes(screen, all_changes)
    if all_needs:
        needs(screen, all_needs)
    if all_problems:
        problems(screen, all_problems)
    if last:
        screen.line(last)


def translation_data(done: Translation, warnings: Sequence[Problem]) -> JsonObject:
    """Returns a translation as data."""
    target = done.target
    return {
        "target": target.name,
        "method": target.method,
        "path": target.path,
        "content": target.content,
        "request": done.request,
        "changes": done.changes,
        "needs": done.needs,
        "problems": warnings,
        "pixels": done.pixels,
        "count": done.count,
        "unverified": done.unverified,
    }


def failure_data(why: str, problems: Sequence[Problem] = ()) -> JsonObject:
    """Returns the reason for a failure as data."""
    return {"error": why, "problems": problems or (Problem("error", "unreadable", (), None, why),), "changes": ()}


def refusal_data(error: Refused) -> JsonObject:
    """Returns every change, and those that are not allowed, as data."""
    data = {"problems": error.problems, "changes": error.changes, "refused": error.refused}
    return {"error": "refused", **data}


def _result(done: Translation) -> str:
    """Returns how many images of which size will come."""
    if done.count is None and done.pixels is None:
        return "number and size of images not specified by the vendor"
    if done.count is None:
        return f"images of {done.pixels}, number not specified by the vendor"
    size = f" of {done.pixels}" if done.pixels else ", size not specified by the vendor"
    return counted(done.count, "image") + size


def body(screen: Screen, data: object, *, whole: bool = False) -> None:
    """Prints JSON for people: long base64 and bytes are shortened, unless it is to be read again."""
    brief = _dumped(data) if whole else _brief(data)
    text = json.dumps(brief, indent=2, ensure_ascii=False, allow_nan=False)
    text = "".join(c if c.isprintable() or c == "\n" else _escaped(c) for c in text)
    if screen.tables:
        from rich.highlighter import JSONHighlighter

        screen.console.print(JSONHighlighter()(Text(text)), soft_wrap=True)
    else:
        screen.line(text)
    if brief != data and not whole:
        screen.line("(values in <> are shortened; --json prints them in full)", "dim")


def _dumped(data: object) -> object:
    from imgparams import serial

    return serial.dump(data)


def _escaped(char: str) -> str:
    return json.dumps(char)[1:-1] if not char.isascii() else f"\\u{ord(char):04x}"


def _brief(value: object) -> object:
    if isinstance(value, dict):
        return {key: _brief(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_brief(item) for item in value]
    if isinstance(value, bytes):
        return shown(value)
    if isinstance(value, str) and len(value) > LONG and (text := shown(value)).startswith("<"):
        return text
    return value
