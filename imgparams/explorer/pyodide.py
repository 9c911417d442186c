"""Finds the runtime of the page: five files of the npm package `pyodide`, of one version, each checked by its digest.

Downloads only through npm, and only if no copy is given.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path

from imgparams.errors import Invalid, Problem

VERSION = "314.0.7"

#: the files that the page carries, and the SHA-256 of each
FILES: Mapping[str, str] = {
    "pyodide.mjs": "6f1d60f7bf529beb300f0f47983c921d3982363640ba20af0e38efdddbc66109",
    "pyodide.asm.mjs": "f7cdc8ece80678ceb712f8e65ebe6d3a83203a180c399865f49612a051693635",
    "pyodide.asm.wasm": "cc36e3cab04fdfc9a63ff13eb52eae2b911bf46c025cc7b281f394bd3de1d5e6",
    "python_stdlib.zip": "fa1957e5777068fc4f7437f96d860ae2fbe9c19732ba06c84e004ec16dd7dd7a",
    "pyodide-lock.json": "5dc2fc119108bc148c7457dc86e7675b5c87e1cafd420b9c34c1eaef7b36c010",
}
_NPM_SECONDS = 300


def runtime(path: str | Path | None = None) -> dict[str, bytes]:
    """Returns the files of the runtime by name: from `path`, else ./node_modules/pyodide, else through npm.

    `path` is a folder or a .tgz of the npm package `pyodide`. Raises Invalid, in one line, if there is none, or if its
    version is not VERSION.
    """
    if path is not None:
        return _checked(_read(Path(path)), str(path))
    installed = Path("node_modules", "pyodide")
    if installed.is_dir():
        return _checked(_read(installed), str(installed))
    npm = shutil.which("npm")
    if npm is None:
        raise _missing("no Pyodide: name a folder or .tgz of it, or have npm on the PATH")
    with tempfile.TemporaryDirectory() as folder:
        return _checked(_read(_packed(npm, folder)), "npm's package")


def _packed(npm: str, folder: str) -> Path:
    """Downloads the .tgz with npm into a folder; returns its path."""
    command = [npm, "pack", "--silent", f"pyodide@{VERSION}"]
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=_NPM_SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        raise _missing(
            f"npm pack pyodide@{VERSION} failed ({type(error).__name__}): name a folder or .tgz of it"
        ) from None
    return Path(folder, f"pyodide-{VERSION}.tgz")


def _read(path: Path) -> dict[str, bytes]:
    """Returns the files that are there, from a folder or a .tgz."""
    try:
        if path.is_dir():
            return {name: path.joinpath(name).read_bytes() for name in FILES if path.joinpath(name).is_file()}
        with tarfile.open(path) as archive:
            members = {name: archive.extractfile(f"package/{name}") for name in FILES}
            return {name: member.read() for name, member in members.items() if member is not None}
    except (OSError, tarfile.TarError, KeyError, EOFError) as error:
        raise _missing(f"{path} is no folder or .tgz of the npm package pyodide ({type(error).__name__})") from None


def _checked(files: dict[str, bytes], where: str) -> dict[str, bytes]:
    other = [name for name, digest in FILES.items() if hashlib.sha256(files.get(name, b"")).hexdigest() != digest]
    if other:
        raise _missing(f"{where} is not Pyodide {VERSION} ({other[0]} differs): npm pack pyodide@{VERSION} fetches it")
    return files


def _missing(why: str) -> Invalid:
    return Invalid([Problem("error", "missing", ("pyodide",), None, why)])
