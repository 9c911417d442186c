"""Makes the part of `docs/facts.md` that says what the tables say of their sources."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

from imgparams.tables import Target
from tools.provider_index import tables

ROOT = Path(__file__).parents[1]
PAGE = "docs/facts.md"
START, END = "<!-- made from the tables -->\n", "<!-- end -->\n"


def page() -> str:
    """Returns the page as it should be: what people wrote, with the made part anew."""
    before, _, rest = (ROOT / PAGE).read_text(encoding="utf-8").partition(START)
    return before + START + "".join(_lines()) + "\n" + END + rest.partition(END)[2]


def files() -> dict[str, str]:
    """Returns the text of each file made here, by its path from the root."""
    return {PAGE: page()}


def _lines() -> Iterator[str]:
    """Yields of each file of tables its date, its head (sources, what is open or left out), and its disputed facts."""
    for name, table in tables().items():
        checked = max(target.checked for target in table.TARGETS)
        title, _, head = inspect.cleandoc(table.__doc__ or "").partition("\n")
        yield f"\n### {name}\n\n{title}\n\n{len(table.TARGETS)} targets, checked {checked}.\n"
        yield f"{head}\n" if head.strip() else ""
        disputed = list(dict.fromkeys(_disputed(table.TARGETS)))
        yield "\nDisputed:\n\n" if disputed else ""
        yield from disputed


def _disputed(targets: tuple[Target, ...]) -> Iterator[str]:
    """Yields each disputed fact once, at the first target that has it."""
    seen: set[str] = set()
    for target in targets:
        facts = [(row.wires, row.disputed) for row in target.model_rows]
        facts += [(tuple(dict.fromkeys(rule.wires)), rule.why) for rule in target.rules if rule.effect == "disputed"]
        for wires, text in facts:
            if text and text not in seen:
                seen.add(text)
                yield f"- `{', '.join(wires)}` ({target.name}): {text}\n"
