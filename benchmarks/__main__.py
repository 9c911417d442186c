"""`python -m benchmarks`: all sides agree, then the table of what imgparams costs; see README.md."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import imgparams
from benchmarks import litellm_side, parts, ranking, start, vendors, verbs
from benchmarks.agree import agree
from benchmarks.measure import ROOT, ROUNDS, Row
from imgparams import CATALOG

#: LiteLLM last, since it loads so much
GROUPS: dict[str, Callable[[], Iterator[Row]]] = {
    module.GROUP: module.rows for module in (start, verbs, vendors, ranking, parts, litellm_side)
}
PACKAGES = ("attrs", "pydantic", "litellm", "cyclopts")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--only", choices=GROUPS, metavar="GROUP", help=f"one of {', '.join(GROUPS)}")
    options = parser.parse_args(arguments)
    assert Path(imgparams.__file__).is_relative_to(ROOT), "another imgparams is on the path"
    agreed = agree()
    for verb, count in agreed.items():
        print(f"{verb}: all sides agree on {count:,} inputs")
    print(f"\n{'':<66}{'figure':>9} {'':<14}{'goal':>6}")
    made: list[Row] = []
    for name, rows in GROUPS.items():
        for row in rows() if options.only in (None, name) else ():
            made.append(row)
            print(line(row), flush=True)
    if options.json:
        text = json.dumps(result(made, agreed), indent=2, ensure_ascii=False)
        options.json.write_text(f"{text}\n", encoding="utf-8")
    return 0


def line(row: Row) -> str:
    """Returns a row as text: what, how many units, the goal, and whether that is met."""
    verdict = {True: "met", False: "not met", None: ""}[row.met]
    goal = "" if row.goal is None else f"{row.goal:g}"
    return f"{row.group + ': ' + row.what:<66}{row.ratio:>9.2f} {row.unit:<14}{goal:>6} {verdict}".rstrip()


def result(rows: Sequence[Row], agreed: dict[str, int]) -> dict[str, Any]:
    """Returns what is written as JSON: the machine, without its name, what was compared, and the rows."""
    return {
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "platform": f"{platform.system()} {platform.machine()}",
        "cpus": os.cpu_count(),
        "packages": {name: found for name in PACKAGES if (found := _version(name))},
        "targets": len(CATALOG),
        "rounds": ROUNDS,
        "agreed": agreed,
        "rows": [row.to_json() for row in rows],
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
