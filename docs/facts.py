"""Writes the list of disputed facts in `facts.md` from the tables: `python docs/facts.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from imgparams import CATALOG

PAGE = Path(__file__).with_name("facts.md")
START, END = "<!-- made from the tables -->\n", "<!-- end -->\n"


def lines() -> Iterator[str]:
    """One line for each disputed row or rule, at the first target that has it."""
    seen: set[tuple[str, str]] = set()
    vendor = ""
    for name in CATALOG:
        target = CATALOG[name]
        found = [(", ".join(row.wires), getattr(row, "disputed", "")) for row in target.settled_rows]
        found += [(", ".join(dict.fromkeys(r.wires)), r.why) for r in target.rules if r.effect == "disputed"]
        for wires, text in found:
            if text and (target.provider, text) not in seen:
                seen.add((target.provider, text))
                if target.provider != vendor:
                    vendor = target.provider
                    yield f"\n### {vendor}\n\n"
                yield f"- `{wires}` ({name}): {text}\n"


def page() -> str:
    """The page as it should be."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    return before + START + "".join(lines()) + "\n" + END + rest.partition(END)[2]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
