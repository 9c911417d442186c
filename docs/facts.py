"""Writes what the tables say of their sources into `facts.md`: `python docs/facts.py`."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from imgparams.providers import NAMES
from imgparams.tables import Target

PAGE = Path(__file__).with_name("facts.md")
START, END = "<!-- made from the tables -->\n", "<!-- end -->\n"


def lines() -> Iterator[str]:
    """For each file of tables: its date, its head (sources, what is open or left out), and each disputed fact once."""
    for name in NAMES:
        table = import_module(f"imgparams.providers.{name}")
        checked = max(target.checked for target in table.TARGETS)
        title, _, head = inspect.cleandoc(table.__doc__ or "").partition("\n")
        yield f"\n### {name}\n\n{title}\n\n{len(table.TARGETS)} targets, checked {checked}.\n"
        yield f"{head}\n" if head.strip() else ""
        disputed = list(dict.fromkeys(_disputed(table.TARGETS)))
        yield "\nDisputed:\n\n" if disputed else ""
        yield from disputed


def _disputed(targets: tuple[Target, ...]) -> Iterator[str]:
    seen: set[str] = set()
    for target in targets:
        found = [(", ".join(row.wires), getattr(row, "disputed", "")) for row in target.model_rows]
        found += [(", ".join(dict.fromkeys(r.wires)), r.why) for r in target.rules if r.effect == "disputed"]
        for wires, text in found:
            if text and text not in seen:
                seen.add(text)
                yield f"- `{wires}` ({target.name}): {text}\n"


def page() -> str:
    """The page as it should be."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    return before + START + "".join(lines()) + "\n" + END + rest.partition(END)[2]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
