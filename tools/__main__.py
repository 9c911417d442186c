"""`python -m tools`: remakes every file that is made from the tables or from a run of the benchmark.

`--check` says which are stale.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tools import facts_page, performance_page, provider_index, size_pictures

ROOT = Path(__file__).parents[1]
#: the index first, since the others find targets by name
MAKERS = (provider_index.files, facts_page.files, size_pictures.files, performance_page.files)


def remake(root: Path, *, write: bool) -> list[str]:
    """Returns the paths, from the root, of made files that are not what they are made from; `write` puts them right."""
    stale: list[str] = []
    for maker in MAKERS:
        for name, text in maker().items():
            path = root / name
            if path.exists() and path.read_text(encoding="utf-8") == text:
                continue
            stale.append(name)
            if write:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    return stale


def main(arguments: Sequence[str], root: Path = ROOT) -> int:
    """Returns the exit code: 1 where `--check` finds a stale file."""
    parser = argparse.ArgumentParser(prog="python -m tools", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 if a file is stale")
    check: bool = parser.parse_args(arguments).check
    stale = remake(root, write=not check)
    for name in stale:
        print(f"{name}: {'stale, remake it with `python -m tools`' if check else 'remade'}")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
