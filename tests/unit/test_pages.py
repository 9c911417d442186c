"""Every block of the README and of the pages in docs/ runs, each page as one test: its blocks build on each other."""

from __future__ import annotations

from doctest import ELLIPSIS
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

ROOT = Path(__file__).parents[2]
ELSEWHERE = ("_build", "recipes", "reference", "vendors")  # recipes have a test of their own, the others no blocks
PAGES = [
    ROOT / "README.md",
    *(
        page
        for page in sorted((ROOT / "docs").rglob("*.md"))
        if page.relative_to(ROOT / "docs").parts[0] not in ELSEWHERE
    ),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_block_of_a_page_runs(page: Path) -> None:
    blocks = Sybil([PythonCodeBlockParser(doctest_optionflags=ELLIPSIS)], path=str(ROOT)).parse(page)
    for block in blocks.examples():
        block.evaluate()
