"""The matrix of the site in a real browser: what is left after a choice is what the library says."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from imgparams import CATALOG
from imgparams.export import FIELDS, matrix
from imgparams.export.reach import reachable

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

CHROMIUM = shutil.which("chromium")
SCRIPT = Path(__file__).parents[2] / "docs" / "_static" / "matrix.js"
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no chromium on the PATH")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    text = matrix(CATALOG, fields=FIELDS, format="html")
    script = SCRIPT.read_text(encoding="utf-8")
    path = tmp_path_factory.mktemp("matrix") / "matrix.html"
    head = '<!doctype html><meta charset="utf-8">'
    path.write_text(f'{head}<div class="matrix whole">{text}</div><script>{script}</script>', encoding="utf-8")
    return path


@pytest.fixture
def page(browser: Any, file: Path) -> Iterator[Any]:
    context = browser.new_context()
    faults: list[str] = []
    opened = context.new_page()
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.goto(file.as_uri())
    yield opened
    assert faults == []
    context.close()


def names(page: Any) -> list[str]:
    found: list[str] = page.locator("tbody tr").evaluate_all("all => all.map(row => row.dataset.target)")
    return found


def has(name: str, field: str, word: str) -> bool:
    capability = reachable(CATALOG[name]).get(field)
    return capability is not None and word in map(str, capability.values)


def test_everything_is_there_at_first(page: Any) -> None:
    assert names(page) == list(CATALOG)
    assert page.inner_text(".count") == f"{len(CATALOG)} targets"


def test_choices_add_up_and_stay_in_the_address(page: Any) -> None:
    page.select_option("[name=aspect_ratio]", "21:9")
    page.select_option("[name=resolution]", "4K")
    page.select_option("[name=status]", "active")
    page.check("[name=seed]")
    page.fill("[name=n]", "2")
    wanted = [
        name
        for name in CATALOG
        if has(name, "aspect_ratio", "21:9") and has(name, "resolution", "4K") and CATALOG[name].status == "active"
    ]
    takes = {name: reachable(CATALOG[name]) for name in wanted}
    wanted = [name for name in wanted if "seed" in takes[name] and "n" in takes[name]]
    wanted = [name for name in wanted if takes[name]["n"].wires and (takes[name]["n"].max or 99) >= 2]
    assert names(page) == wanted
    assert 0 < len(wanted) < 100
    assert "aspect_ratio=21:9" in page.url
    page.goto("about:blank")
    page.go_back()
    assert names(page) == wanted
    page.click("[type=reset]")
    page.wait_for_function("document.querySelectorAll('tbody tr').length > 600")
    assert "=" not in page.url


def test_by_words_of_the_name(page: Any) -> None:
    page.fill("[name=q]", "FLUX edit")
    assert names(page) == [name for name in CATALOG if "flux" in name.lower() and "edit" in name.lower()]


def test_a_column_sorts_most_first_then_least_then_as_before(page: Any) -> None:
    head = page.locator("thead th", has_text="references")
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    limits = page.locator("tbody td:nth-child(8)").evaluate_all(
        "all => all.map(cell => cell.textContent === '' ? null : Number(cell.dataset.max ?? Infinity))"
    )
    known = [limit for limit in limits if limit is not None]
    assert known == sorted(known, reverse=True)
    assert limits[len(known) :] == [None] * (len(limits) - len(known))
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert page.locator("tbody td:nth-child(8)").first.inner_text().startswith("up to 1")
    head.locator("button").click()
    assert names(page) == list(CATALOG)


def test_a_note_can_be_read_at_its_number(page: Any) -> None:
    link = page.locator("tr[data-target='leonardo/phoenix-1.0'] sup a").first
    assert link.get_attribute("title") == "at most 4 images if a side is over 768"
