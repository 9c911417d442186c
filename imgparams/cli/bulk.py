"""Many requests, one a line: JSON lines in, one JSON result a line out, in order and in constant memory.

Runs `check --jsonl` and `convert --jsonl`. Results go to stdout; progress and the summary go to stderr. A line that
can't be read has a result like any other.

Input is read in blocks: whatever is there, up to a size. So a pipe may stay open: a block that comes from one has only
the lines that were written so far, and their results are flushed before more is read. A file gives full blocks.

    file -> Block(1, b"{...}\\n{...}\\n") -> Line 1, Line 2 -> results -> stdout, flushed after the block
            Block(3, ...)

With `--jobs`, a block is also what goes to a process; the text of its results and their Tally come back, in order.

A line is read quickly first (`quick_request`), and `check` knows at once what is plainly right. The result of such
lines is always the same, so its text is made once.
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
from functools import cached_property, partial
from io import BytesIO
from json import JSONEncoder
from math import inf
from select import select
from time import monotonic
from typing import Any, BinaryIO, Literal, NamedTuple, Protocol, cast

from imgparams import checking, conversion, serial
from imgparams.cli import output
from imgparams.cli.cautions import standing, warnings
from imgparams.cli.inputs import STDIN, Request, Usage, cannot_read, catalog, open_bytes, quick_request, request_in
from imgparams.cli.jobs import pool
from imgparams.cli.options import policy
from imgparams.cli.output import Screen
from imgparams.engine.needs import Need
from imgparams.errors import Change, ImgparamsError, Problem, Refused
from imgparams.policy import Policy
from imgparams.target import Target
from imgparams.texts import clean
from imgparams.values import JsonObject

MOST_LINE = 32 * 2**20  # bytes of a line, its end included; what is over is skipped unread
MOST_NAMES = 1000  # fields counted by name: requests can have any, and there may be millions of them
MOST_SHOWN = 20  # counts that people are shown of each kind

_READ = 2**16  # bytes that are read at a time, or fewer
_READ_FOR_JOBS = 2**17
_READ_TO_CONVERT = 2**15  # a line takes a hundred times as long, and Ctrl-C waits for the end of a block

_ENCODE = JSONEncoder(allow_nan=False).encode

Outcome = Literal["ok", "warnings", "errors", "unreadable"]  # each line is one of them, by its worst problem
OUTCOMES = {"ok": "ok", "warnings": "with warnings only", "errors": "with errors", "unreadable": "unreadable"}


#: the number of a line, its bytes and its size; there are more than MOST_LINE bytes only if the line was cut off
Line = tuple[int, bytes, int]


class Block(NamedTuple):
    """Whole lines of a file and the number of the first; or one line that was cut off, and the number of bytes lost."""

    number: int
    data: bytes
    lost: int = 0


class Readable(Protocol):
    """A file that gives what is there: `read1` waits only if that is nothing."""

    def read1(self, size: int, /) -> bytes: ...


@dataclass(frozen=True)
class Result:
    """The result for one line: the data to print, and what is counted."""

    data: JsonObject
    outcome: Outcome
    problems: Sequence[Problem] = ()
    changes: Sequence[Change] = ()
    refused: Sequence[Change] = ()
    needs: Sequence[Need] = ()

    @cached_property
    def text(self) -> str:
        """The data as JSON, without the bracket that opens it."""
        return _ENCODE(serial.dump(self.data))[1:]


@dataclass
class Tally:
    """Counts of the results so far; takes constant memory, as there are no more than so many names."""

    most_names: float = MOST_NAMES
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
        if result.problems:
            self.codes.update(problem.code for problem in result.problems)
        if result.changes:
            self.with_changes += 1
            self.changes.update(self._name(clean(change.field), change.kind) for change in result.changes)
        if result.refused:
            self.refused.update(self._name(clean(change.field), change.kind) for change in result.refused)
        if result.needs:
            self.needs.update(need.kind for need in result.needs)

    def merge(self, other: Tally) -> None:
        """Counts what another tally has counted, of the lines that follow."""
        self.lines += other.lines
        self.bytes += other.bytes
        self.blank += other.blank
        self.with_changes += other.with_changes
        self.outcomes.update(other.outcomes)
        self.codes.update(other.codes)
        self.needs.update(other.needs)
        for name, count in other.changes.items():
            self.changes[self._name(*name)] += count
        for name, count in other.refused.items():
            self.refused[self._name(*name)] += count

    def _name(self, field: str, kind: str) -> tuple[str, str]:
        name = field, kind
        return name if name in self.changes or len(self.changes) < self.most_names else ("other fields", kind)

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


@dataclass(frozen=True)
class Check:
    """What `check` does with each line, by names."""

    target: str
    tables: tuple[str, ...] = ()

    def judge(self) -> Judge:
        return checker(catalog(self.tables).find(self.target))


@dataclass(frozen=True)
class Convert:
    """What `convert` does with each line, by names."""

    source: str
    to: str
    tables: tuple[str, ...] = ()
    strict: bool = False
    allow: tuple[str, ...] = ()
    confirmed: bool = False

    def judge(self) -> Judge:
        tables = catalog(self.tables)
        source, target = tables.find(self.source), tables.find(self.to)
        return converter(source, target, policy(self.strict, self.allow, unverified=not self.confirmed))


def checker(target: Target) -> Judge:
    """Returns a function that checks one line."""
    usual: Result | None = None  # of lines that are plainly right: `check` answers them with one and the same tuple

    def judge(line: bytes) -> Result:
        nonlocal usual
        try:
            problems = _checked(line, target)
        except Usage as error:
            problems = _unreadable(error)
            return Result({"target": target.name, "problems": problems}, "unreadable", problems)
        if usual is not None and problems is usual.problems:
            return usual
        result = Result({"target": target.name, "problems": problems}, _outcome(problems), problems)
        if result.outcome != "errors":
            usual = result
        return result

    return judge


def _checked(line: bytes, target: Target) -> tuple[Problem, ...]:
    """Returns the problems of a line; raises Usage if it is unreadable."""
    request = quick_request(line) if len(line) <= MOST_LINE else None
    if request is not None and (target.in_list or type(request) is dict):
        problems = checking.check(request, target)
        if not any(problem.code == "unreadable" for problem in problems):
            return problems
    return checking.check(_request(line, target), target)


def converter(source: Target, target: Target, allowed: Policy) -> Judge:
    """Returns a function that converts one line, or says why it can't."""
    before = standing(source)

    def judge(line: bytes) -> Result:
        try:
            done = conversion.convert(_request(line, source), source=source, target=target, allow=allowed)
            cautions = warnings(done, before)
        except Usage as error:
            problems = _unreadable(error)
            return Result(output.failure_data(str(error), problems), "unreadable", problems)
        except Refused as error:
            return Result(output.refusal_data(error), "errors", error.problems, error.changes, error.refused)
        except ImgparamsError as error:
            return Result(output.failure_data(str(error), error.problems), "errors", error.problems)
        data = output.translation_data(done, cautions)
        return Result(data, _outcome(cautions), cautions, done.changes, needs=done.needs)

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


def blocks(file: Readable, size: int) -> Iterator[Block]:
    """Yields all lines, as they come; a block without lines after each read that completes none.

    Holds no more of a line that is too long than shows that it is.
    """
    number, rest, lost = 1, bytearray(), 0
    while data := file.read1(size):
        if lost:
            end = data.find(b"\n") + 1
            lost += end or len(data)
            if end:
                yield Block(number, bytes(rest), lost)
                number, rest, lost = number + 1, bytearray(), 0
            data = data[end or len(data) :]
        end = data.rfind(b"\n") + 1
        whole = bytes(rest + data[:end]) if end else b""
        if end:
            rest.clear()
        rest += data[end:]
        if len(rest) > MOST_LINE + 1:
            lost = len(rest) - MOST_LINE - 1
            del rest[MOST_LINE + 1 :]
        yield Block(number, whole)
        number += whole.count(b"\n")
    yield Block(number, bytes(rest), lost)


def lines_of(block: Block) -> Iterator[Line]:
    """Yields the lines of a block."""
    for number, line in enumerate(BytesIO(block.data), block.number):
        size = len(line) + block.lost
        yield number, line if size <= MOST_LINE else line[: MOST_LINE + 1], size


def lines(file: Readable) -> Iterator[Line]:
    """Yields every line with its number, from 1."""
    for block in blocks(file, _READ):
        yield from lines_of(block)


def results(lines: Iterable[Line], judge: Judge, tally: Tally) -> Iterator[str]:
    """The result of each line that is not blank, as one line of JSON; counts as it goes."""
    for number, line, size in lines:
        if not line.startswith(b"{") and not line.removeprefix(codecs.BOM_UTF8).strip():
            tally.add(size, None)
            continue
        result = judge(line)
        tally.add(size, result)
        yield f'{{"line": {number}, {result.text}\n'


def run(name: str, work: Check | Convert, json: bool, jobs: int = 1) -> int:
    """Prints the result of every line of a file, then the summary; returns the exit code.

    On Ctrl-C, or if the file breaks off, prints the summary so far and raises again.
    """
    if jobs > 1 and STDIN in work.tables:
        raise Usage("--tables - can be read only once; with --jobs, give a file")
    judge, tally, started = work.judge(), Tally(), monotonic()
    try:
        with open_bytes(name) as file, _progress(file, tally) as show:
            size = _READ if jobs == 1 else _READ_FOR_JOBS if isinstance(work, Check) else _READ_TO_CONVERT
            read = _readable(name, file, size)
            if jobs == 1:
                _one_by_one(read, judge, tally, show)
            else:
                _by_processes(jobs, work, file, read, tally, show)
    except (KeyboardInterrupt, Usage):
        if tally.lines:
            _summarise(tally, monotonic() - started, json)
        raise
    _summarise(tally, monotonic() - started, json)
    return tally.code


def _readable(name: str, file: BinaryIO, size: int) -> Iterator[Block]:
    try:
        yield from blocks(cast(Readable, file), size)
    except (OSError, ValueError) as error:
        raise cannot_read(name, error) from None


def _one_by_one(read: Iterable[Block], judge: Judge, tally: Tally, show: Callable[[], None]) -> None:
    write = sys.stdout.write
    for block in read:
        for text in results(lines_of(block), judge, tally):
            write(text)
        sys.stdout.flush()
        show()


# ---- by processes


def _by_processes(
    jobs: int, work: Check | Convert, file: BinaryIO, read: Iterable[Block], tally: Tally, show: Callable[[], None]
) -> None:
    with pool(jobs, partial(_worker, work)) as processes:
        given = (block if block.data else None for block in read)
        for text, counted in processes.results(given, partial(_is_waiting, file)):
            tally.merge(counted)  # first: whoever has a result may stop the run
            sys.stdout.write(text)
            sys.stdout.flush()
            show()


def _worker(work: Check | Convert) -> Callable[[Block], tuple[str, Tally]]:
    """Returns what a process does with a block: the text of its results, and their tally."""
    judge = work.judge()

    def done(block: Block) -> tuple[str, Tally]:
        tally = Tally(most_names=inf)  # which names are counted depends on those before, so it is decided by `merge`
        return "".join(results(lines_of(block), judge, tally)), tally

    return done


def _is_waiting(file: BinaryIO) -> bool:
    """Whether there is something to be read at once, or the end; False if nobody can tell."""
    if _size(file) is not None:
        return True
    try:
        return bool(select([file], [], [], 0)[0])
    except (OSError, ValueError):
        return False


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
