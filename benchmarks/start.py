"""Rows of what it costs to begin: the import, all tables, the prepared forms of all targets, and whole commands."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Iterable, Iterator
from contextlib import suppress
from statistics import median

from benchmarks.measure import Row, fresh, processes
from imgparams import ALL, CATALOG, Intent, Refused, Target, check, convert, find, to_intent, to_request

GROUP = "start"
MILLISECOND, MEGABYTE = 1e-3, 1e6
MANY = 24  # calls after which whatever can be prepared is
TABLES = (
    "from time import perf_counter; from imgparams import CATALOG; start = perf_counter(); "
    "list(CATALOG.values()); print(perf_counter() - start)"
)
COMMANDS = {
    "attrs": ("-c", "import attrs"),
    "import imgparams": ("-c", "import imgparams"),
    "imgparams --help": ("-m", "imgparams", "--help"),
    "imgparams request": (
        *("-m", "imgparams", "request", "--to", "leonardo/phoenix-1.0"),
        *("--prompt", "a lighthouse", "--aspect-ratio", "16:9", "--n", "4"),
    ),
}
GOALS = {"import imgparams": 1.3, "imgparams --help": 2.0, "imgparams request": 2.0}


def rows() -> Iterator[Row]:
    times = processes(COMMANDS)
    for name, goal in GOALS.items():
        yield Row(GROUP, f"{name}, whole process", times[name], times["attrs"], "import attrs", goal)
    tables = median(seconds for (seconds,) in fresh(TABLES, 9))
    yield Row(GROUP, "all tables", tables, MILLISECOND, "ms", 150)
    (once, more), *_ = fresh("from benchmarks.start import prepared; prepared()", 1)
    yield Row(GROUP, "kept of one call of each verb at all targets", once, MEGABYTE, "MB")
    yield Row(GROUP, "prepared forms of all targets", more, MEGABYTE, "MB", 40)


def prepared() -> None:
    """Prints the bytes that all targets keep of one call of each verb, and what more calls add: the prepared forms."""
    targets = list(CATALOG.values())
    tracemalloc.start()
    _use(targets, 1)
    once = _kept()
    _use(targets, MANY)
    sys.stdout.write(f"{once} {_kept() - once}\n")


def _kept() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def _use(targets: Iterable[Target], calls: int) -> None:
    intent, other = Intent("a lighthouse", aspect_ratio="1:1"), find("openai/gpt-image-2")
    for target in targets:
        for _ in range(calls):
            with suppress(Refused):
                request = to_request(intent, target, allow=ALL).request
                check(request, target)
                to_intent(request, target)
                convert(request, source=target, target=other, allow=ALL)
