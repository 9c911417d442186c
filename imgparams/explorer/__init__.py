"""The explorer: one HTML file that shows what every target makes of an intent, without a server or a network.

    page(runtime())             the page as text
    write("explorer.html")      the same, into a file

The page contains Python for the browser (Pyodide) and this library, so its answers are the library's own. The runtime
is not part of this package: `runtime` finds it. `answers` is what runs in the browser; what builds the page is loaded
only when it is used, so that the browser does not load it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imgparams.explorer.building import page, write
    from imgparams.explorer.pyodide import VERSION, runtime

__all__ = ["VERSION", "page", "runtime", "write"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from imgparams.explorer import building, pyodide

    return getattr(building if name in ("page", "write") else pyodide, name)
