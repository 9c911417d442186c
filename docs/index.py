"""Writes the index of all tables, `imgparams/providers/__init__.py`, from the tables: `python docs/index.py`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import imgparams.providers

PAGE = Path(imgparams.providers.__file__)
HEAD = '''"""The vendors' tables, one file a vendor, values only; this page is their index, so that names are known
without loading a table.

It is made by `python docs/index.py`, and a test holds it against the files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # never at run time; bundlers see what is loaded by name
'''


def lines() -> Iterator[str]:
    modules = sorted(module.name for module in iter_modules(imgparams.providers.__path__))
    tables = {name: import_module(f"imgparams.providers.{name}") for name in modules}
    yield HEAD
    yield "    from imgparams.providers import (  # noqa: F401\n"
    yield from (f"        {name},\n" for name in modules)
    yield "    )\n\n#: module -> the names of its targets\nNAMES: dict[str, tuple[str, ...]] = {\n"
    for name, table in tables.items():
        yield f'    "{name}": (\n'
        yield from (f'        "{target.name}",\n' for target in table.TARGETS)
        yield "    ),\n"
    yield "}\n\n#: provider -> the target for any of its models\nENVELOPES: dict[str, str] = {\n"
    found = (table.ENVELOPE for table in tables.values() if table.ENVELOPE is not None)
    yield from (f'    "{target.provider}": "{target.name}",\n' for target in found)
    yield "}\n"


def page() -> str:
    """The page as it should be."""
    return "".join(lines())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
