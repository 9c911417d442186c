"""Makes the part of `docs/performance.md` that has figures, from the committed run of the benchmark."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from benchmarks.measure import Row

ROOT = Path(__file__).parents[1]
RESULTS = "benchmarks/results.json"
PAGE = "docs/performance.md"
START, END = "<!-- made from benchmarks/results.json -->\n", "<!-- end -->\n"
TITLES = {
    "start": "Import, tables and commands",
    "leonardo": "One model: `leonardo/phoenix-1.0`",
    "vendors": "Five vendors",
    "rank": "`rank` over all targets",
    "parts": "Parts of a translation",
    "litellm": "LiteLLM",
}
SIZES = ("MB",)  # units of memory; all others are of time


def files() -> dict[str, str]:
    """Returns the text of each file made here, by its path from the root."""
    before, _, rest = (ROOT / PAGE).read_text(encoding="utf-8").partition(START)
    result = json.loads((ROOT / RESULTS).read_text(encoding="utf-8"))
    return {PAGE: before + START + "\n" + "\n".join(lines(result)) + "\n" + END + rest.partition(END)[2]}


def lines(result: Mapping[str, Any]) -> Iterator[str]:
    """Yields the lines of the made part: the machine, a table for each group, and the goals that are not reached."""
    packages = ", ".join(f"{name} {version}" for name, version in result["packages"].items())
    machine = f"{result['python']} on {result['platform']} with {result['cpus']} CPUs"
    yield f"{machine}, {packages}; {result['targets']} targets."
    agreed = ", ".join(f"{count:,} for {verb}" for verb, count in result["agreed"].items())
    yield f"Inputs on which all sides gave the same answers: {agreed}."
    rows = [Row(**row) for row in result["rows"]]
    for group, of_group in groupby(rows, key=lambda row: row.group):
        yield f"\n### {TITLES[group]}\n\n| what | taken | ratio | goal | reached |\n|---|---:|---:|---:|---|"
        yield from map(_line, of_group)
    yield "\n### Goals that are not reached\n"
    missed = [row for row in rows if row.met is False]
    yield from (f"- {TITLES[row.group]}, {row.what}: {figure(row)}, goal {row.goal:g}" for row in missed)
    with_goal = sum(row.goal is not None for row in rows)
    yield f"\n{with_goal - len(missed)} of {with_goal} goals are reached."


def _line(row: Row) -> str:
    goal = "" if row.goal is None else f"{row.goal:g} {row.unit}"
    reached = {True: "yes", False: "no", None: ""}[row.met]
    return f"| {row.what} | {_taken(row)} | {figure(row)} | {goal} | {reached} |"


def figure(row: Row) -> str:
    """Returns the ratio with three digits, and what it is a ratio to."""
    digits = f"{row.ratio:.0f}" if row.ratio >= 100 else f"{row.ratio:.3g}"
    return f"{digits} {row.unit}"


def _taken(row: Row) -> str:
    if row.unit in SIZES:
        return f"{row.ours / 1e6:.3g} MB"
    unit, name = (1e-3, "ms") if row.ours >= 1e-3 else (1e-6, "µs")
    return f"{row.ours / unit:.3g} {name}"
