"""Many requests, one a line: JSON lines in, one JSON result a line out, in order and in constant memory.

Runs `check --jsonl` and `convert --jsonl`. Results go to stdout, each at once, so that a pipe may stay open; progress
and the summary go to stderr. A line that can't be read has a result like any other. Uses one process: lines do not
depend on each other, so a file can be split.
"""

from __future__ import annotations

import codecs
import os
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from json import JSONEncoder
from time import monotonic
from typing import Any, BinaryIO, Literal, NamedTuple

from imgparams import checking, serial, translation
from imgparams.cli import output
from imgparams.cli.inputs import Request, Usage, cannot_read, open_bytes, request_in
from imgparams.cli.output import Screen
from imgparams.engine.needs import Need
from imgparams.errors import Change, ImgparamsError, Problem, Refused
from imgparams.target import Target
from imgparams.texts import clean
from imgparams.values import JsonObject

MOST_LINE = 32 * 2**20  # bytes of a line, its end included; what is over is skipped unread
MOST_NAMES = 1000  # fields counted by name: requests can have any, and there may be millions of them
MOST_SHOWN = 20  # counts that people are shown of each kind

_SKIP = 2**20
_ENCODE = JSONEncoder(allow_nan=False).encode

Outcome = Literal["ok", "warnings", "errors", "unreadable"]  # each line is one of them, by its worst problem
OUTCOMES = {"ok": "ok", "warnings": "with warnings only", "errors": "with errors", "unreadable": "unreadable"}


class Line(NamedTuple):
    """One line of a file; `data` is longer than MOST_LINE only if it was cut off, `size` is that of the whole line."""

    number: int
    data: bytes
    size: int


@dataclass(frozen=True)
class Result:
    """The result for one line: the data to print, and what is counted."""

    data: JsonObject
    outcome: Outcome
    problems: Sequence[Problem] = ()
    changes: Sequence[Change] = ()
    refused: Sequence[Change] = ()
    needs: Sequence[Need] = ()


@dataclass
class Tally:
    """Counts of the results so far; takes constant memory."""

    lines: int = 0
    bytes: int = 0
    blank: int = 0
    with_changes: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    changes: Counter[tuple[str, str]] = field(default_factory=Counter)
    refused: Counter[tuple[str, str]] = field(default_factory=Counter)
    needs: Counter[str] = field(default_factory=Counter)

    def add(self, size: int, result: Result | None) -> None:
        """Counts a line of `size` bytes; a line without a result is blank."""
        self.lines += 1
        self.bytes += size
        if result is None:
            self.blank += 1
            return
        self.outcomes[result.outcome] += 1
        self.codes.update(problem.code for problem in result.problems)
        self.with_changes += bool(result.changes)
        self.changes.update(map(self._name, result.changes))
        self.refused.update(map(self._name, result.refused))
        self.needs.update(need.kind for need in result.needs)

    def _name(self, change: Change) -> tuple[str, str]:
        name = clean(change.field), change.kind
        return name if name in self.changes or len(self.changes) < MOST_NAMES else ("other fields", change.kind)

    @property
    def code(self) -> int:
        """The exit code: 1 if a line has errors or can't be read."""
        return int(self.outcomes["errors"] + self.outcomes["unreadable"] > 0)

    def data(self) -> JsonObject:
        """Returns the summary as data."""
        outcomes = {name: self.outcomes[name] for name in OUTCOMES}
        changes = [
            {"field": name, "kind": kind, "count": count, "refused": self.refused[name, kind]}
            for (name, kind), count in _most_first(self.changes)
        ]
        counts = {"lines": self.lines, "blank": self.blank, **outcomes, "with_changes": self.with_changes}
        kinds = {"problems": dict(_most_first(self.codes)), "needs": dict(_most_first(self.needs))}
        return {**counts, **kinds, "changes": changes}


def _most_first(counts: Counter[Any]) -> list[tuple[Any, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


# ---- what a line is answered with

Judge = Callable[[bytes], Result]


def checker(target: Target) -> Judge:
    """Returns a function that checks one line."""

    def judge(line: bytes) -> Result:
        try:
            problems = checking.check(_request(line, target), target)
            outcome = _outcome(problems)
        except Usage as error:
            problems, outcome = _unreadable(error), "unreadable"
        return Result({"target": target.name, "problems": problems}, outcome, problems)

    return judge


def converter(source: Target, convert: Callable[[Request], tuple[translation.Translation, Sequence[Problem]]]) -> Judge:
    """Returns a function that converts one line, or says why it can't."""

    def judge(line: bytes) -> Result:
        try:
            done, warnings = convert(_request(line, source))
        except Usage as error:
            problems = _unreadable(error)
            return Result(output.failure_data(str(error), problems), "unreadable", problems)
        except Refused as error:
            return Result(output.refusal_data(error), "errors", error.problems, error.changes, error.refused)
        except ImgparamsError as error:
            return Result(output.failure_data(str(error), error.problems), "errors", error.problems)
        data = output.translation_data(done, warnings)
        return Result(data, _outcome(warnings), warnings, done.changes, needs=done.needs)

    return judge


def _request(line: bytes, target: Target) -> Request:
    if len(line) > MOST_LINE:
        raise Usage(f"the line is larger than {MOST_LINE // 2**20} MiB")
    return request_in(line.rstrip(b"\r\n"), "the line", target)


def _unreadable(error: Usage) -> tuple[Problem, ...]:
    return (Problem("error", "unreadable", (), None, str(error)),)


def _outcome(problems: Sequence[Problem]) -> Outcome:
    if any(problem.level == "error" for problem in problems):
        return "errors"
    return "warnings" if problems else "ok"


# ---- line by line


def lines(file: BinaryIO) -> Iterator[Line]:
    """Yields every line with its number, from 1; holds no more of a line that is too long than shows that it is."""
    number = 0
    while data := file.readline(MOST_LINE + 1):
        number += 1
        size = len(data)
        if size > MOST_LINE and not data.endswith(b"\n"):
            size += _skipped(file)
        yield Line(number, data, size)


def _skipped(file: BinaryIO) -> int:
    """Skips to the end of a line; returns the number of bytes skipped."""
    size = 0
    while rest := file.readline(_SKIP):
        size += len(rest)
        if rest.endswith(b"\n"):
            break
    return size


def results(lines: Iterable[Line], judge: Judge, tally: Tally) -> Iterator[str]:
    """The result of each line that is not blank, as one line of JSON; counts as it goes."""
    for line in lines:
        result = judge(line.data) if line.data.removeprefix(codecs.BOM_UTF8).strip() else None
        tally.add(line.size, result)
        if result:
            yield _ENCODE({"line": line.number, **serial.dump(result.data)}) + "\n"


def run(name: str, judge: Judge, json: bool) -> int:
    """Prints the result of every line of a file, then the summary; returns the exit code.

    On Ctrl-C, or if the file breaks off, prints the summary so far and raises again.
    """
    tally, started = Tally(), monotonic()
    try:
        with open_bytes(name) as file, _progress(file, tally) as show:
            for text in results(_readable(name, file), judge, tally):
                sys.stdout.write(text)
                sys.stdout.flush()
                show()
    except (KeyboardInterrupt, Usage):
        if tally.lines:
            _summarise(tally, monotonic() - started, json)
        raise
    _summarise(tally, monotonic() - started, json)
    return tally.code


def _readable(name: str, file: BinaryIO) -> Iterator[Line]:
    try:
        yield from lines(file)
    except (OSError, ValueError) as error:
        raise cannot_read(name, error) from None


# ---- what people see


@contextmanager
def _progress(file: BinaryIO, tally: Tally) -> Iterator[Callable[[], None]]:
    """Shows progress on stderr, if that is a terminal and results do not go there too; call the result to update it."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    size = _size(file)
    count = TextColumn("{task.fields[lines]:,} lines")
    if size is None:
        columns = [SpinnerColumn(), count, TimeElapsedColumn()]
    else:
        columns = [BarColumn(), TextColumn("{task.percentage:>3.0f} %"), count, TimeRemainingColumn()]
    console = Screen(sys.stderr).console
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task("", total=size, lines=0)
        yield lambda: bar.update(task, completed=tally.bytes, lines=tally.lines)


def _size(file: BinaryIO) -> int | None:
    """Returns the size of a regular file, else None."""
    try:
        status = os.fstat(file.fileno())
    except (OSError, ValueError):
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def _summarise(tally: Tally, seconds: float, json: bool) -> None:
    if json:
        print(_ENCODE(tally.data()), file=sys.stderr)
        return
    screen = Screen(sys.stderr)
    counts = [f"{tally.outcomes[name]:,} {words}" for name, words in OUTCOMES.items() if tally.outcomes[name]]
    counts += [f"{tally.blank:,} blank"] * (tally.blank > 0)
    text = f"{_lines(tally.lines)}: {', '.join(counts) or 'nothing to do'}"
    if screen.tables:
        text += f"; {seconds:.1f} s, {tally.lines / max(seconds, 1e-6):,.0f} lines a second"
    screen.line(text, "red" if tally.code else "green")
    _list(screen, "problems", _most_first(tally.codes))
    named = {
        f"{name} {kind}{f', {tally.refused[name, kind]:,} refused' if tally.refused[name, kind] else ''}": count
        for (name, kind), count in _most_first(tally.changes)
    }
    _list(screen, f"changes in {_lines(tally.with_changes)}", list(named.items()))
    _list(screen, "open needs", _most_first(tally.needs))


def _lines(number: int) -> str:
    return f"{number:,} {'line' if number == 1 else 'lines'}"


def _list(screen: Screen, head: str, counts: Sequence[tuple[str, int]]) -> None:
    if counts:
        screen.line(f"{head}:")
    for words, count in counts[:MOST_SHOWN]:
        screen.line(f"{count:>9,} {words}")
    if len(counts) > MOST_SHOWN:
        screen.line(f"{'...':>9} and {len(counts) - MOST_SHOWN:,} more")
