"""Makes the index of all tables, `imgparams/providers/__init__.py`, and their names as a type."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import imgparams.providers

PAGE = "imgparams/providers/__init__.py"
TYPE_PAGE = "imgparams/providers/_names.py"
TYPE_HEAD = '''"""The names of all targets as a type, so that editors complete them; made by `python -m tools`."""

from typing import Literal

# fmt: off

TargetName = Literal[
'''
HEAD = '''"""The vendors' tables, one file a vendor, values only; this page is their index, so that names are known
without loading a table.

It is made by `python -m tools`, and a test holds it against the files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # never at run time; bundlers see what is loaded by name
    from imgparams.providers import (  # noqa: F401
'''
NAMES = """    )

# fmt: off

#: module -> the names of its targets
NAMES: dict[str, tuple[str, ...]] = {
"""
ENVELOPES = """}

# fmt: on

#: provider -> the target for any of its models
ENVELOPES: dict[str, str] = {
"""


def tables() -> dict[str, ModuleType]:
    """Returns each file of tables by its name, as the folder has them, whatever the index says."""
    names = sorted(module.name for module in iter_modules(imgparams.providers.__path__))
    return {name: import_module(f"imgparams.providers.{name}") for name in names if not name.startswith("_")}


def page() -> str:
    """Returns the index as it should be."""
    return "".join(_pieces(tables()))


def type_page() -> str:
    """Returns the type as it should be."""
    names = sorted(target.name for table in tables().values() for target in table.TARGETS)
    return f"{TYPE_HEAD}{_filled(names, 4)}\n]\n"


def files() -> dict[str, str]:
    """Returns the text of each file made here, by its path from the root."""
    return {PAGE: page(), TYPE_PAGE: type_page()}


def _pieces(modules: dict[str, ModuleType]) -> Iterator[str]:
    yield HEAD
    yield from (f"        {name},\n" for name in modules)
    yield NAMES
    for name, table in modules.items():
        yield f'    "{name}": (\n{_filled(target.name for target in table.TARGETS)}\n    ),\n'
    yield ENVELOPES
    envelopes = (table.ENVELOPE for table in modules.values() if table.ENVELOPE is not None)
    yield from (f'    "{target.provider}": "{target.name}",\n' for target in envelopes)
    yield "}\n"


def _filled(names: Iterable[str], indent: int = 8) -> str:
    """Returns names as lines of a tuple, several a line: one a line is what made the index hundreds of lines long."""
    text = " ".join(f'"{name}",' for name in names)
    margin = " " * indent
    return textwrap.fill(
        text, 120, initial_indent=margin, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False
    )
