"""Makes the locks of CI, the exact versions of all that its two environments install: `python -m tools.ci_lock`.

They are constraint files, for `pip install -c`. They have no hashes, since pip does not check any beside an editable
install. They are for one Python, whose newest versions others may not be able to install.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypedDict

ROOT = Path(__file__).parents[1]
PYTHON = (3, 11)
#: each environment of `.ci/run` -> the extras that it installs
EXTRAS = {"ci": ("dev", "docs", "oracles", "browser"), "recipes": ("recipes",)}


class Metadata(TypedDict):
    """What is asked of a distribution's metadata."""

    name: str
    version: str


class Installed(TypedDict):
    """One distribution in pip's report."""

    metadata: Metadata


def resolve(extras: Iterable[str]) -> list[Installed]:
    """Returns what pip would install into an empty environment, from its report."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        words = ["install", "--quiet", "--dry-run", "--ignore-installed", "--report", str(report)]
        subprocess.run([sys.executable, "-m", "pip", *words, f"{ROOT}[{','.join(extras)}]"], check=True)
        installed: list[Installed] = json.loads(report.read_text(encoding="utf-8"))["install"]
    return installed


def lock(installed: Iterable[Installed]) -> str:
    """Returns a constraint file: a line for each distribution but our own, by name.

    A version's local part (`2.0+cpu`) names who built it, which is no matter: pip takes any build of the version.
    """
    pins = {
        re.sub(r"[-_.]+", "-", each["metadata"]["name"]).lower(): each["metadata"]["version"].partition("+")[0]
        for each in installed
    }
    pins.pop("imgparams", None)
    head = f"# made by `python -m tools.ci_lock` with Python {'.'.join(map(str, PYTHON))}\n"
    return head + "".join(f"{name}=={version}\n" for name, version in sorted(pins.items()))


def main() -> None:
    if sys.version_info[:2] != PYTHON:
        sys.exit(f"the locks are for Python {'.'.join(map(str, PYTHON))}: run this with it")
    for name, extras in EXTRAS.items():
        path = ROOT / "requirements" / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(lock(resolve(extras)), encoding="utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
