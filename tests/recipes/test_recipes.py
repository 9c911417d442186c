"""Every block of the pages in docs/recipes/ runs, each page as one test: its blocks build on each other.

A page that uses other packages says so in a comment, by the names it imports: `<!--- needs: openai google.genai -->`.
Where one is missing the test is skipped, or fails if the environment has IMGPARAMS_RECIPES=all. No page may ask for the
address of another host; what a process of its own asks for is not seen.
"""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator
from doctest import ELLIPSIS
from importlib.util import find_spec
from pathlib import Path
from unittest.mock import patch

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs" / "recipes").glob("*.md"))
LOCAL = ("", "localhost", "127.0.0.1", "::1", "0.0.0.0")

#: what other packages warn of where a page uses them as it should
WARNINGS = {
    "google-genai": ["ignore:The generate_images method is deprecated"],
}


def needs(page: Path) -> list[str]:
    """The packages that a page says it imports."""
    comments = re.findall(r"<!--+ *needs:([^>]*?)--+>", page.read_text(encoding="utf-8"))
    return [name for comment in comments for name in re.split(r"[\s,]+", comment) if name]


def is_missing(name: str) -> bool:
    """Whether a package can't be found; it is not imported, since a page may have to set something before."""
    try:
        return find_spec(name) is None
    except ModuleNotFoundError:
        return True


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No address of another host is looked up, and what a page sets in the environment ends with it."""
    look_up = socket.getaddrinfo

    def only_here(host: object, *args: object, **options: object) -> object:
        if host is None or str(host) in LOCAL or host == socket.gethostname():
            return look_up(host, *args, **options)  # type: ignore[arg-type]
        raise OSError(f"a recipe asked for the address of {host!r}: its transport is to be a stub")

    monkeypatch.setattr(socket, "getaddrinfo", only_here)
    with patch.dict(os.environ):
        yield


def _cases() -> list[object]:
    return [
        pytest.param(page, id=page.stem, marks=[pytest.mark.filterwarnings(w) for w in WARNINGS.get(page.stem, ())])
        for page in PAGES
    ]


@pytest.mark.parametrize("page", _cases())
def test_every_block_of_a_recipe_runs(page: Path) -> None:
    missing = [name for name in needs(page) if is_missing(name)]
    if missing and os.environ.get("IMGPARAMS_RECIPES") != "all":
        pytest.skip(f"{page.name} needs {', '.join(missing)}")
    assert not missing
    blocks = Sybil([PythonCodeBlockParser(doctest_optionflags=ELLIPSIS)], path=str(ROOT)).parse(page)
    for block in blocks.examples():
        block.evaluate()


def test_every_recipe_is_listed() -> None:
    listed = re.findall(r"\]\((\S+\.md)\)", (ROOT / "docs" / "recipes" / "index.md").read_text(encoding="utf-8"))
    assert sorted(listed) == [page.name for page in PAGES if page.name != "index.md"]
