"""Measuring: several sides in turns, so that a slow moment of the machine falls on all, and the rows of the table."""

from __future__ import annotations

import os
import subprocess
import sys
import timeit
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from attrs import frozen

ROOT = Path(__file__).parents[1]
ROUNDS = 9
SECONDS = 0.02  # of one side in one round, at least
PROCESSES = 15
NEW_VALUES = 6000  # more than any side remembers

Work = Callable[[], object]


@frozen
class Row:
    """One line of the table: what we took, what the other side took (or one unit), and the most that is aimed at."""

    group: str
    what: str
    ours: float
    theirs: float
    unit: str
    goal: float | None = None

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached, None where there is none."""
        return None if self.goal is None else self.ratio <= self.goal

    def to_json(self) -> dict[str, Any]:
        """Returns the row as JSON, with three digits: more is noise."""
        ours, theirs = (float(f"{number:.3g}") for number in (self.ours, self.theirs))
        return {"group": self.group, "what": self.what, "ours": ours, "theirs": theirs, "unit": self.unit} | (
            {"goal": self.goal} if self.goal is not None else {}
        )


def in_turns(*works: Work, rounds: int = ROUNDS) -> list[float]:
    """Returns the seconds of one call of each work: the best of several rounds, in which they take turns."""
    numbers = [_calls_of(work) for work in works]
    times = [
        [timeit.timeit(work, number=number) / number for work, number in zip(works, numbers, strict=True)]
        for _ in range(rounds)
    ]
    return [min(of_work) for of_work in zip(*times, strict=True)]


def _calls_of(work: Work) -> int:
    """Returns how many calls of a work make a round, once it is warm."""
    number = 1
    timeit.timeit(work, number=20 if timeit.timeit(work, number=1) < SECONDS else 1)
    while timeit.timeit(work, number=number) < SECONDS / 2:
        number *= 2
    return number


def over(function: Callable[[Any], object], values: Iterable[Any]) -> Work:
    """Returns a work that calls a function with another value each time."""
    following = cycle(list(values)).__next__
    return lambda: function(following())


# ---- whole processes


def processes(commands: Mapping[str, Sequence[str]], rounds: int = PROCESSES) -> dict[str, float]:
    """Returns the median seconds of each command of Python, as processes that take turns; the first ones compile."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    with TemporaryDirectory() as bytecode:
        environment = _environment(bytecode)
        for turn in range(rounds + 1):
            for name, command in commands.items():
                start = perf_counter()
                python(command, environment)
                if turn:
                    times[name].append(perf_counter() - start)
    return {name: median(seconds) for name, seconds in times.items()}


def fresh(code: str, rounds: int) -> list[list[float]]:
    """Returns the numbers that a piece of Python prints, in several fresh interpreters; the first one compiles."""
    with TemporaryDirectory() as bytecode:
        environment = _environment(bytecode)
        printed = [python(("-c", code), environment) for _ in range(rounds + 1)]
    return [[float(word) for word in text.split()] for text in printed[1:]]


def _environment(bytecode: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}


def python(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """Returns what a fresh interpreter prints, run from the root so that it loads this checkout."""
    command = [sys.executable, *words]
    return subprocess.run(command, check=True, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True).stdout
