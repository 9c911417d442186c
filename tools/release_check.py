"""Builds what is released, and judges it: `python -m tools.release_check --tag v1.2.3 --out dist`.

It builds the sdist and from that the wheel, holds their contents against the tree and their version against the tag and
the changelog, and installs the wheel into an environment of its own. Only what passes is put into `--out`. Without
`--tag` the changelog may still be open (`## Unreleased`), so that it can run before every merge.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from email.parser import Parser
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
DEPENDENCIES = {"attrs", "cattrs"}
#: what the source has beside the package: all that a packager needs to run the tests and to build the docs
IN_SDIST = ("tests/", "docs/", "tools/", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "SECURITY.md")
USE = """
from importlib.metadata import version
from imgparams import CATALOG, Intent, find, to_request
assert to_request(Intent("a cat"), find("leonardo/phoenix-1.0")).request["prompt"] == "a cat"
assert all(CATALOG[name].name == name for name in CATALOG)
print(version("imgparams"))
"""


# ---- judgements, each a list of what is wrong


def version_faults(version: str, changelog: str, tag: str | None) -> Iterator[str]:
    """Yields where the version, the changelog's top heading and the tag differ; without a tag it may be unreleased."""
    heading = re.search(r"^## (\S+)", changelog, re.MULTILINE)
    top = heading[1] if heading else "nothing"
    if top != version and (tag or top != "Unreleased"):
        yield f"the changelog's top heading is {top}, the version {version}"
    if tag and tag != f"v{version}":
        yield f"the tag is {tag}, the version {version}"


def wheel_faults(names: Iterable[str], package: Iterable[str], version: str) -> Iterator[str]:
    """Yields what a wheel has too much or too little, beside the files of the package as the tree has them."""
    info = f"imgparams-{version}.dist-info/"
    inside = {name for name in names if not name.startswith(info)}
    yield from (f"the wheel lacks {name}" for name in sorted({*package, "imgparams/py.typed"} - inside))
    yield from (f"the wheel has {name}" for name in sorted(inside - {*package}))
    if f"{info}licenses/LICENSE" not in names:
        yield "the wheel lacks the licence"


def metadata_faults(metadata: str, version: str) -> Iterator[str]:
    """Yields what a wheel's METADATA says wrongly of its version and of what is installed without an extra."""
    fields = Parser().parsestr(metadata)
    if fields["Version"] != version:
        yield f"the wheel's version is {fields['Version']}, the project's {version}"
    needed = {re.split(r"[^\w-]", line)[0] for line in fields.get_all("Requires-Dist", []) if "extra ==" not in line}
    if needed != DEPENDENCIES:
        yield f"the wheel needs {', '.join(sorted(needed)) or 'nothing'}"


def sdist_faults(names: Iterable[str], version: str) -> Iterator[str]:
    """Yields what the source lacks."""
    inside = [name.removeprefix(f"imgparams-{version}/") for name in names]
    for wanted in IN_SDIST:
        if not any(name.startswith(wanted) for name in inside):
            yield f"the sdist lacks {wanted}"


# ---- building and installing


def build(folder: Path) -> None:
    """Builds the sdist, and the wheel from that; what the tools print is shown where they fail."""
    ran = subprocess.run(
        [sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT)], capture_output=True, text=True
    )
    if ran.returncode:
        sys.exit(ran.stdout + ran.stderr)


def package_files() -> set[str]:
    """Returns the files of the package in the tree, by their paths from the root."""
    files = (path for path in (ROOT / "imgparams").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT).as_posix() for path in files}


def install_faults(wheel: Path, folder: Path, version: str) -> Iterator[str]:
    """Installs a wheel where nothing else is, makes a request there, and yields what went wrong."""
    venv.create(folder, with_pip=True)
    python = str(folder / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    ran = subprocess.run([python, "-I", "-c", USE], capture_output=True, text=True, cwd=folder)
    if (ran.returncode, ran.stdout.strip()) != (0, version):
        yield f"the installed wheel does not work: {ran.stdout}{ran.stderr}"


def judge(built: Path, version: str, tag: str | None) -> Iterator[str]:
    """Yields all that is wrong with the two files in a folder."""
    wheel, sdist = built / f"imgparams-{version}-py3-none-any.whl", built / f"imgparams-{version}.tar.gz"
    yield from version_faults(version, (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), tag)
    with tarfile.open(sdist) as archive:
        yield from sdist_faults(archive.getnames(), version)
    with zipfile.ZipFile(wheel) as archive:
        yield from wheel_faults(archive.namelist(), package_files(), version)
        yield from metadata_faults(archive.read(f"imgparams-{version}.dist-info/METADATA").decode(), version)
    with TemporaryDirectory() as folder:
        yield from install_faults(wheel, Path(folder), version)


def parser() -> argparse.ArgumentParser:
    """Returns what reads the command line."""
    made = argparse.ArgumentParser(prog="python -m tools.release_check", description=(__doc__ or "").split(":")[0])
    made.add_argument("--tag", help="the tag of the release, v1.2.3")
    made.add_argument("--out", type=Path, help="the folder for the two files, where nothing is wrong")
    return made


def main(arguments: Sequence[str]) -> int:
    """Returns the exit code: 1 where anything is wrong."""
    options = parser().parse_args(arguments)
    version = re.findall(r'^version = "(.*)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)[0]
    with TemporaryDirectory() as folder:
        build(Path(folder))
        faults = list(judge(Path(folder), version, options.tag))
        if options.out and not faults:
            shutil.copytree(folder, options.out, dirs_exist_ok=True)
    print(*faults or [f"imgparams {version}: nothing is wrong"], sep="\n")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
