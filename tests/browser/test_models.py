"""The page of models in a real browser: what is left of it after a search, and a link to one model."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from imgparams import CATALOG
from tools import model_page

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

CHROMIUM = shutil.which("chromium")
SCRIPT = Path(__file__).parents[2] / "docs" / "_static" / "models.js"
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no chromium on the PATH")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    parts = re.findall(r"```\{raw\} html\n(.*?)```", model_page.page(), re.DOTALL)
    text = "".join(f"<section>{re.sub(r'<script.*?</script>', '', part)}</section>" for part in parts)
    path = tmp_path_factory.mktemp("models") / "models.html"
    script = SCRIPT.read_text(encoding="utf-8")
    path.write_text(f'<!doctype html><meta charset="utf-8">{text}<script>{script}</script>', encoding="utf-8")
    return path


@pytest.fixture
def page(browser: Any, file: Path) -> Iterator[Any]:
    faults: list[str] = []
    opened = browser.new_page()
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.goto(file.as_uri())
    yield opened
    assert faults == []
    opened.close()


def seen(page: Any) -> list[str]:
    return [model.get_attribute("id") for model in page.locator("details.model").all() if model.is_visible()]


def test_a_search_finds_models_by_their_names_and_their_routes(page: Any) -> None:
    routes = model_page.models(list(CATALOG.values()))
    assert seen(page) == list(routes)
    page.fill("input", "FLUX openrouter")
    texts = {model: f"{model} {' '.join(target.name for target in routes[model])}" for model in routes}
    wanted = [model for model, text in texts.items() if "flux" in text and "openrouter" in text]
    assert seen(page) == wanted
    assert 0 < len(wanted) < 20
    assert page.inner_text(".count") == f"{len(wanted)} of {len(routes)} models"
    assert page.locator("section:visible:has(> details)").count() == 1  # makers without any are gone


def test_a_link_to_a_model_opens_it(page: Any, file: Path) -> None:
    page.goto("about:blank")
    page.goto(f"{file.as_uri()}#openai/gpt-image-2")
    assert page.locator("details[open]").evaluate_all("all => all.map(one => one.id)") == ["openai/gpt-image-2"]
