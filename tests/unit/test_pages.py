"""Every block of the README and of the pages in docs/ runs, each page as one test: its blocks build on each other."""

from __future__ import annotations

from doctest import ELLIPSIS
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_of_a_page_runs(page: Path) -> None:
    blocks = Sybil([PythonCodeBlockParser(doctest_optionflags=ELLIPSIS)], path=str(ROOT)).parse(page)
    for block in blocks.examples():
        block.evaluate()
