"""Makes the page: the sources beside this file, the runtime, and the library as it is installed, in one HTML text."""

from __future__ import annotations

import base64
import gzip
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from imgparams.catalog import CATALOG, is_makers
from imgparams.errors import Invalid, Problem
from imgparams.explorer import answers
from imgparams.explorer.pyodide import VERSION
from imgparams.explorer.pyodide import runtime as found_runtime
from imgparams.target import Target

HERE = Path(__file__).parent
SCRIPTS = ("picture.js", "rows.js", "detail.js", "page.js")
PACKAGES = ("attr", "attrs", "imgparams")
FOR_TABLES = ("cattr", "cattrs", "typing_extensions")  # to read the tables of a caller
LEFT_OUT = ("imgparams/cli/", "imgparams/testing/", "imgparams/__main__.py", "cattrs/preconf/", "cattr/preconf/")
#: what the page asks at first; its answer is in the page
FIRST = {"aspect_ratio": "16:9", "n": "2", "prompt": "a lighthouse at dusk", "allow": "kept"}
_NOT_PICKED = (1980, 1, 1, 0, 0, 0)  # the date of every file in the archive: the same page from the same sources


def page(runtime: Mapping[str, bytes], *, tables: Mapping[str, Target] | None = None) -> str:
    """Returns the page as HTML, from the files of `runtime()`; `tables` are added to the built-in ones."""
    ours = {name: target for name, target in (tables or {}).items() if CATALOG.get(name) is not target}
    every = CATALOG | ours
    parts = {name: _packed(data) for name, data in runtime.items() if name != "pyodide-lock.json"}
    parts["library.zip"] = _packed(library(tables=bool(ours)))
    opening = answers.first(FIRST, ours)
    opening = {**opening, "rows": [*_usual_rows(), *opening["rows"]]}
    lock = {"info": json.loads(runtime["pyodide-lock.json"])["info"], "packages": {}}
    texts = {
        "lock": json.dumps(lock),
        "names": json.dumps([_listed(name, every[name]) for name in sorted(every)]),
        "first": json.dumps(opening, ensure_ascii=False),
        "tables": json.dumps(_dumped(ours)) if ours else "",
        "worker": _source("worker.js"),
    }
    scripts = [f'<script type="text/plain" id="{name}">{_inside(text)}</script>' for name, text in texts.items()]
    scripts += [f"<script>{_inside(_source(name))}</script>" for name in SCRIPTS]
    scripts += [  # last, as they are most of the page: it answers before they are loaded
        f'<script type="text/plain" class="part" data-name="{name}">{text}</script>' for name, text in parts.items()
    ]
    scripts.append("<script>begin();</script>")
    text = _source("page.html").replace("<!-- style -->", f"<style>\n{_source('page.css')}</style>")
    text = text.replace("<!-- checked -->", max(target.checked for target in every.values()))
    text = text.replace("<!-- pyodide -->", VERSION)
    return text.replace("<!-- scripts -->", "\n".join(scripts))


@lru_cache(maxsize=1)
def _usual_rows() -> list[object]:
    """Returns the first answer of every built-in target."""
    rows: list[object] = answers.first(FIRST, CATALOG)["rows"]
    return rows


def write(out: str | Path, *, pyodide: str | Path | None = None, tables: Mapping[str, Target] | None = None) -> Path:
    """Writes the page into a file, with the runtime from `pyodide` or where `runtime()` finds it; returns the path.

    Raises Invalid, in one line, if there is no runtime or the file can't be written.
    """
    path, text = Path(out), page(found_runtime(pyodide), tables=tables)
    try:
        path.write_bytes(text.encode())
    except OSError as error:
        why = f"{path} can't be written: {error.strerror}"
        raise Invalid([Problem("error", "unreadable", ("out",), None, why)]) from None
    return path


def library(*, tables: bool = False) -> bytes:
    """Returns a zip of what the page imports, from the running installation; with `tables`, also what loads dumps."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:  # compressed later, and better, as one
        for name, data in _modules([*PACKAGES, *(FOR_TABLES if tables else ())]):
            archive.writestr(zipfile.ZipInfo(name, _NOT_PICKED), data)
    return held.getvalue()


def _modules(packages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yields the Python files of packages, by their path from the root of imports."""
    for package in packages:
        if find_spec(package) is None:  # typing_extensions comes with newer versions of cattrs only
            continue
        file = Path(str(import_module(package).__file__))
        files = sorted(file.parent.rglob("*.py")) if file.name == "__init__.py" else [file]
        root = file.parent.parent if file.name == "__init__.py" else file.parent
        for path in files:
            name = path.relative_to(root).as_posix()
            if not name.startswith(LEFT_OUT):
                yield name, path.read_bytes()


def _listed(name: str, target: Target) -> dict[str, object]:
    """Returns what the list shows of a target before anything is asked."""
    provider = name.partition("/")[0]
    facts = {"name": name, "provider": provider, "model": target.serves or name, "own": is_makers(target)}
    return {**facts, "operation": target.operation, "status": target.status}


def _dumped(tables: Mapping[str, Target]) -> object:
    from imgparams import serial
    from imgparams.catalog import Catalog

    return serial.dump(Catalog(tables))


def _packed(data: bytes) -> str:
    return base64.b64encode(gzip.compress(data, 9, mtime=0)).decode()


def _source(name: str) -> str:
    return HERE.joinpath(name).read_text(encoding="utf-8")


def _inside(text: str) -> str:
    """Returns a text that is safe inside a script element."""
    return text.replace("</", "<\\/").replace("<!--", "<\\!--")
