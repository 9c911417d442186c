"""The explorer page in a real browser, from a file: what it shows of every target is what the library answers here.

Needs Chromium, Playwright, and Pyodide: the npm package as a folder or .tgz named by IMGPARAMS_PYODIDE, or in
node_modules. Nothing is downloaded.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from imgparams import (
    ALL,
    CATALOG,
    Intent,
    Policy,
    Reference,
    Refused,
    Size,
    Target,
    capabilities,
    find,
    plan,
    rank,
    targets,
    to_request,
)
from imgparams.explorer.building import write
from imgparams.explorer.pyodide import runtime
from imgparams.policy import Kinds
from imgparams.tables import Field, Int, Param, Text, WidthHeight
from imgparams.texts import shown

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
Page = Any  # playwright's, whose names mypy can't see past importorskip

CHROMIUM = shutil.which("chromium")
PYODIDE = os.environ.get("IMGPARAMS_PYODIDE") or (
    "node_modules/pyodide" if Path("node_modules/pyodide").is_dir() else ""
)
pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason="no chromium on the PATH"),
    pytest.mark.skipif(not PYODIDE, reason="no Pyodide: IMGPARAMS_PYODIDE names none, node_modules holds none"),
]
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
USABLE = ("active", "preview")
TIMES = "\N{MULTIPLICATION SIGN}"
KEPT: Kinds = ("clamped", "mapped", "added")
ANY: Kinds = ("clamped", "mapped", "dropped", "added")
MUSE = Target(
    name="acme/muse-2",
    method="POST",
    path="/v1/draw",
    docs="https://wiki.acme.example/muse",
    checked="2026-11-01",
    rows=(
        Param("text", Field.prompt, Text(max_length=2000), required=True),
        WidthHeight("w", "h", each=Int(256, 2048, multiple_of=64)),
    ),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("explorer") / "explorer.html", pyodide=PYODIDE)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(SWITCHES))
        yield started
        started.close()


class Tab:
    """A page of its own, that notes every request of the network and everything on the console."""

    def __init__(self, browser: Any, file: Path, **settings: Any) -> None:
        self.file = file
        self.faults: list[str] = []
        self.context = browser.new_context(**settings)
        self.context.route(re.compile("^(?!file:|blob:|data:)"), self._refuse)
        self.page = self.context.new_page()
        self.page.set_default_timeout(60_000)
        self.page.on("console", lambda message: self.faults.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", self._note)

    def _refuse(self, route: Any) -> None:
        self._note(route.request)
        route.abort()

    def _note(self, request: Any) -> None:
        if not request.url.startswith(("file:", "blob:", "data:")):
            self.faults.append(f"request: {request.url}")

    def open(self, **state: str) -> Page:
        """The page in this state, when it has answered; Python starts only once."""
        fragment = f"#{urlencode(state, quote_via=quote)}"
        if self.page.url.startswith(self.file.as_uri()):
            self.page.evaluate("to => { history.replaceState(null, '', to); fromAddress(); }", fragment)
        else:
            self.page.goto(self.file.as_uri() + fragment)
        return self.settled()

    def settled(self) -> Page:
        self.page.wait_for_selector("body[data-run]:not([data-busy])", state="attached")
        return self.page


@pytest.fixture(scope="module")
def shared(browser: Any, file: Path) -> Iterator[Tab]:
    made = Tab(browser, file, viewport={"width": 1440, "height": 900})
    yield made
    made.context.close()


@pytest.fixture
def tab(shared: Tab) -> Iterator[Tab]:
    shared.faults.clear()
    yield shared
    assert shared.faults == []


def rows(page: Page) -> dict[str, tuple[Any, ...]]:
    """What the page shows, by name in its order: group, pixels, count, chips; folded routes too."""
    found = page.locator("button.row").evaluate_all(
        """all => all.map(row => [row.dataset.name, [row.dataset.group,
            row.querySelector(".pixels").textContent, row.querySelector(".images").textContent,
            [...row.querySelectorAll(".chip")].map(chip => chip.textContent)]])"""
    )
    return {name: tuple(row) for name, row in found}


def expected(name: str, ask: Intent, allow: Policy | Kinds) -> tuple[Any, ...]:
    """The same of one target, from the library."""
    try:
        done = to_request(ask, find(name), allow=allow)
    except Refused as error:
        return "refused", "", "", [words(change) for change in error.changes]
    kinds = [need.kind for need in done.needs]
    chips = [words(change) for change in done.changes]
    chips += [
        f"needs {kind}" + (f" {TIMES}{kinds.count(kind)}" if kinds.count(kind) > 1 else "")
        for kind in dict.fromkeys(kinds)
    ]
    chips += [f"{name} not confirmed" for name in done.unverified]
    pixels = f"{done.pixels.width}{TIMES}{done.pixels.height}" if done.pixels else "size not specified"
    count = {None: "count not specified", 1: "1 image"}.get(done.count, f"{done.count} images")
    group = "changed" if done.changes else "unverified" if done.unverified else "exact"
    return group, pixels, count, chips


def words(change: Any) -> str:
    asked, became = shown(change.asked), shown(change.became)
    tail = {"dropped": "", "added": f" {became}"}.get(change.kind, f" {asked} → {became}")
    return f"{change.field} {change.kind}{tail}"


REFERENCES = [Reference(url=f"https://example.com/{index}.png") for index in (1, 2)]
WISHES: dict[str, tuple[dict[str, str], Intent, Policy | Kinds]] = {
    "shape": (
        {"prompt": "a cat", "aspect_ratio": "21:9", "n": "6", "seed": "0"},
        Intent("a cat", aspect_ratio="21:9", n=6, seed=0),
        KEPT,
    ),
    "pixels": (
        {"prompt": "a cat", "size": "1920x1080", "quality": "high", "allow": "any"},
        Intent("a cat", size="1920x1080", quality="high"),
        ANY,
    ),
    "references": (
        {
            "prompt": "a cat",
            "references": "2",
            "resolution": "2K",
            "output_format": "png",
            "allow": "any",
            "must": "resolution",
        },
        Intent("a cat", references=REFERENCES, resolution="2K", output_format="png"),
        Policy(ANY, resolution=()),
    ),
    "strict": ({"n": "1", "guidance": "3.5", "allow": "none"}, Intent(n=1, guidance=3.5), ()),
}


@pytest.mark.parametrize("wish", WISHES)
def test_every_target_shows_what_the_library_answers(tab: Tab, wish: str) -> None:
    state, ask, allow = WISHES[wish]
    page = tab.open(**state, status="any")
    wanted = {name: expected(name, ask, allow) for name in targets()}
    assert rows(page) == wanted
    best = [min(GROUPS.index(wanted[name][0]) for name in names) for names in models().values()]
    counts = [best.count(group) for group in range(len(GROUPS))]
    assert numbers(page) == [*counts, len(best), len(targets())]
    assert section_sizes(page) == dict(zip(GROUPS, counts, strict=True))


GROUPS = ("exact", "unverified", "changed", "refused")


def models(status: Collection[str] = ()) -> dict[str, list[str]]:
    """The names of the targets of each model; a target of no known model is by itself."""
    found: dict[str, list[str]] = {}
    for name in targets():
        if not status or CATALOG[name].status in status:
            found.setdefault(CATALOG[name].serves or name, []).append(name)
    return found


def numbers(page: Page) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", page.inner_text("#status"))]


def section_sizes(page: Page) -> dict[str, int]:
    return {group: page.locator(f"#{group} .model").count() for group in GROUPS}


def test_active_ones_by_default_a_model_once_with_its_routes_inside(tab: Tab) -> None:
    state, ask, allow = WISHES["shape"]
    page = tab.open(**state)
    usable = models(("active", "preview"))
    assert set(rows(page)) == {name for names in usable.values() for name in names}
    seen = page.locator(".model").evaluate_all(
        "all => all.map(one => [one.dataset.model, [...one.querySelectorAll('.row')].map(row => row.dataset.name)])"
    )
    assert {model: sorted(names) for model, names in seen} == usable
    for model, names in seen:
        groups = [GROUPS.index(expected(name, ask, allow)[0]) for name in names]
        assert groups == sorted(groups)
        section = page.locator(f".model[data-model='{model}']").locator("xpath=ancestor::section").get_attribute("id")
        assert section == GROUPS[groups[0]]
    assert numbers(page)[4:] == [len(usable), sum(map(len, usable.values())), len(targets())]


def test_the_makers_own_route_comes_before_equal_ones(tab: Tab) -> None:
    page = tab.open(prompt="a cat", aspect_ratio="16:9", n="2")
    names = page.locator(".model[data-model='openai/gpt-image-2'] .row").evaluate_all(
        "all => all.map(row => row.dataset.name)"
    )
    ask = Intent("a cat", aspect_ratio="16:9", n=2)
    best = [name for name in names if to_request(ask, name).changes == ()]
    assert names[0] == "openai/gpt-image-2"
    assert "azure-openai/gpt-image-2" in best


def test_routes_unfold_by_click_and_by_arrow(tab: Tab) -> None:
    page = tab.open(prompt="a cat", aspect_ratio="16:9", q="gpt-image-2", provider="", status="any")
    model = page.locator(".model[data-model='openai/gpt-image-2']")
    shown_rows = model.locator("li:not([hidden]) .row")
    assert shown_rows.count() == 1
    model.locator(".more").click()
    assert shown_rows.count() == len(models()["openai/gpt-image-2"])
    assert model.locator(".more").get_attribute("aria-expanded") == "true"
    shown_rows.nth(2).focus()
    page.keyboard.press("ArrowLeft")
    assert shown_rows.count() == 1
    assert page.evaluate("document.activeElement.dataset.name") == shown_rows.first.get_attribute("data-name")
    page.keyboard.press("ArrowRight")
    assert shown_rows.count() == len(models()["openai/gpt-image-2"])
    page.keyboard.press("ArrowLeft")


@pytest.mark.parametrize("sort", ["name", "pixels", "images"])
def test_other_orders(tab: Tab, sort: str) -> None:
    page = tab.open(prompt="a cat", aspect_ratio="16:9", n="4", sort=sort, list="routes", allow="any")
    order = page.locator("#changed .row").evaluate_all("all => all.map(row => row.dataset.name)")
    done = {name: to_request(Intent("a cat", aspect_ratio="16:9", n=4), find(name), allow=ANY) for name in order}
    sizes = [done[name].pixels or Size(0, 0) for name in order]
    keys: dict[str, list[Any]] = {
        "name": order,
        "pixels": [-size.width * size.height for size in sizes],
        "images": [-(done[name].count or 0) for name in order],
    }
    assert len(set(map(str, keys[sort]))) > 2
    assert keys[sort] == sorted(keys[sort])


def test_two_are_compared(tab: Tab) -> None:
    page = tab.open(prompt="a cat", aspect_ratio="21:9", n="2", list="routes")
    page.locator("button.row[data-name='openai/gpt-image-2']").click()
    page.wait_for_selector("#request")
    page.click("#detail button:text-is('Compare')")
    assert page.inner_text("#beside-name") == "openai/gpt-image-2"
    page.locator("button.row[data-name='leonardo/phoenix-1.0']").click()
    page.wait_for_selector(".pairs")
    ask = Intent("a cat", aspect_ratio="21:9", n=2)
    for at, name in enumerate(("openai/gpt-image-2", "leonardo/phoenix-1.0")):
        assert json.loads(page.inner_text(f"#request-{at}")) == to_request(ask, name).request
    cells = page.locator(".pairs tr:has(th:text-is('seed')) td").all_inner_texts()
    assert cells == ["no such field", "up to 9999999998"]
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector(".pairs")
    page.locator(".pairs").last.locator("text=openai/gpt-image-2").click()
    page.wait_for_selector("#request")
    assert page.locator(".pairs").count() == 0
    page.keyboard.press("Escape")


def test_a_comparison_can_be_given_up(tab: Tab) -> None:
    page = tab.open(prompt="a cat", open="openai/gpt-image-2")
    page.wait_for_selector("#request")
    page.click("#detail button:text-is('Compare')")
    page.click("#beside-cancel")
    assert page.is_hidden("#beside")
    assert "with=" not in page.url


def test_the_curl_shown_is_the_librarys(tab: Tab) -> None:
    page = tab.open(prompt="it's a cat", n="2", open="openai/gpt-image-2")
    page.wait_for_selector("#curl")
    assert page.inner_text("#curl") == to_request(Intent("it's a cat", n=2), "openai/gpt-image-2").http().curl()
    page = tab.open(prompt="a cat", open="azure-openai/images")
    page.wait_for_selector("#curl:has-text('YOUR-DEPLOYMENT')")


def test_the_first_answer_is_there_before_python(browser: Any, file: Path) -> None:
    tab = Tab(browser, file, viewport={"width": 1440, "height": 900})
    page = tab.page
    page.goto(file.as_uri(), wait_until="commit")
    page.wait_for_selector("#exact .model")
    assert page.evaluate("ready") is False
    assert page.evaluate("performance.now()") < 5000  # under a second on a machine that does nothing else
    ask = Intent("a lighthouse at dusk", aspect_ratio="16:9", n=2)
    early = rows(page)
    assert early == {name: expected(name, ask, KEPT) for name in early}
    page.locator("button.row[data-name='openai/gpt-image-2']").click()
    page.wait_for_selector("#detail:has-text('Starting Python')")
    page.wait_for_selector("#request")
    assert json.loads(page.inner_text("#request")) == to_request(ask, "openai/gpt-image-2").request
    assert tab.faults == []
    tab.context.close()


def test_the_best_stand_first(tab: Tab) -> None:
    state, ask, _ = WISHES["pixels"]
    ranked = rank(ask, [CATALOG[name] for name in targets()], allow=ALL)
    names = {id(CATALOG[name]): name for name in targets()}
    order = [names.get(id(done.target), done.target.name) for done in ranked]
    assert list(rows(tab.open(**state, list="routes", status="any"))) == order


OPENED = (
    "leonardo/phoenix-1.0",
    "openai/gpt-image-2",
    "google/gemini-3-pro-image",
    "stability/stable-image-core",
    "bfl/flux-2-pro",
)


def test_opened_targets_show_their_exact_request(tab: Tab) -> None:
    page = tab.open(prompt="a cat", aspect_ratio="16:9", n="6", allow="any", list="routes")
    ask = Intent("a cat", aspect_ratio="16:9", n=6)
    for name in OPENED:
        page.locator(f"button.row[data-name='{name}']").click()
        page.wait_for_selector(f"#detail[data-name='{name}']")
        done = to_request(ask, find(name), allow=ALL)
        assert json.loads(page.inner_text("#request")) == done.request
        text = page.locator("#detail").text_content() or ""
        assert all(change.why in text for change in done.changes)
        assert all(need.why in text for need in done.needs)
        assert all(rule.why in text for rule in done.target.rules)
        fields = page.locator("#detail tbody th").evaluate_all("all => all.map(th => th.firstChild.textContent)")
        known = [field.split(".", 2)[-1] for field in capabilities(done.target)]
        assert sorted(fields) == sorted(known)
        calls = page.locator("#detail section", has_text="All images in").locator("code").all_text_contents()
        parts = plan(ask, find(name), allow=ALL)
        assert [json.loads(call) for call in calls] == ([part.request for part in parts] if len(parts) > 1 else [])


def test_the_python_shown_gives_the_request_shown(tab: Tab) -> None:
    page = tab.open(
        prompt='a "cat"',
        references="1",
        role="style",
        size="1024x1024",
        must="n",
        n="1",
        open="leonardo/phoenix-1.0",
        allow="any",
    )
    page.wait_for_selector("#request")
    known: dict[str, Any] = {}
    exec(page.inner_text("#python"), known)
    assert json.loads(page.inner_text("#request")) == known["done"].request


def test_by_keyboard_alone(tab: Tab) -> None:
    page = tab.open(prompt="a cat", allow="any", provider="leonardo", list="routes", status="any")
    page.focus("[name=pick][value='1:1']")
    page.keyboard.press("ArrowRight")
    assert page.input_value("[name=aspect_ratio]") == "5:4"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "aspect_ratio"
    page.keyboard.press("Control+A")
    page.keyboard.type("16:9")
    tab.settled()
    ask = Intent("a cat", aspect_ratio="16:9")
    theirs = [name for name in targets() if name.startswith("leonardo/")]
    assert rows(page) == {name: expected(name, ask, ANY) for name in theirs}
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    page.keyboard.type("phoenix")
    names = list(rows(page))
    assert names
    assert sorted(names) == [name for name in targets() if name.startswith("leonardo/") and "phoenix" in name]
    for _ in range(6):  # provider, operation, status, sort, list, the first row
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.name") == names[0]
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.name") == names[1]
    page.keyboard.press("Home")
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.dataset.name") == names[-1]
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#detail[data-name='{names[-1]}']")
    assert page.evaluate("document.activeElement.id") == "detail-name"
    assert json.loads(page.inner_text("#request")) == to_request(ask, find(names[-1])).request
    page.keyboard.press("Escape")
    assert page.is_hidden("#detail")
    assert page.evaluate("document.activeElement.dataset.name") == names[-1]


def test_by_mouse_and_the_address_keeps_it(tab: Tab) -> None:
    page = tab.open(prompt="a cat", allow="any")
    page.click("label.pick:has-text('9:16')")
    page.select_option("#wish-quality", "high")
    page.check("[name=must][value=quality]")
    page.select_option("#operation", "edit")
    tab.settled()
    ask, allow = Intent("a cat", aspect_ratio="9:16", quality="high"), Policy(ANY, quality=())
    edits = [name for name in targets() if CATALOG[name].operation == "edit" and CATALOG[name].status in USABLE]
    seen = rows(page)
    assert seen == {name: expected(name, ask, allow) for name in edits}
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    tab.settled()
    assert page.url == address
    assert rows(page) == seen


def test_an_open_target_follows_the_wish(tab: Tab) -> None:
    page = tab.open(prompt="a cat", n="1", open="leonardo/phoenix-1.0")
    page.wait_for_selector("#request")
    page.fill("#wish-n", "3")
    page.wait_for_selector("#request:has-text('\"num_images\": 3')")
    assert (
        json.loads(page.inner_text("#request"))
        == to_request(Intent("a cat", n=3), find("leonardo/phoenix-1.0")).request
    )
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.name") == "leonardo/phoenix-1.0"


def test_going_back_closes_a_target(tab: Tab) -> None:
    page = tab.open(prompt="a cat", n="1", status="any", list="routes")
    page.click("button.row[data-name='openai/dall-e-3']")
    page.wait_for_selector("#detail[data-name='openai/dall-e-3']")
    assert "open=openai/dall-e-3" in page.url
    page.go_back()
    page.wait_for_selector("#detail", state="hidden")
    tab.settled()
    assert "open=" not in page.url


def test_a_new_wish_stops_the_old_one(tab: Tab) -> None:
    page = tab.open(prompt="a cat", n="1", status="any", list="routes")
    page.evaluate(
        """() => {
            window.heard = [];
            worker.addEventListener("message", ({ data }) => {
                if (data.kind === "rows") heard.push([data.run, data.done === data.all]);
            });
            for (const n of ["2", "3", "4", "5"]) {
                document.getElementById("wish-n").value = n;
                document.getElementById("wish").dispatchEvent(new Event("input"));
            }
        }"""
    )
    tab.settled()
    effective = page.evaluate("heard")
    assert {done for run, done in effective if run < max(run for run, _ in effective)} <= {False}
    assert len(effective) < 2 * -(-len(targets()) // 40)
    assert rows(page)["openai/dall-e-3"] == expected("openai/dall-e-3", Intent("a cat", n=5), KEPT)


def test_faults_stand_at_their_fields(tab: Tab) -> None:
    page = tab.open(n="1", size="1920x1080", aspect_ratio="16:9")
    page.fill("#wish-n", "none")
    page.fill("[name=aspect_ratio]", "1:1")
    page.wait_for_selector("#fault-aspect_ratio:has-text('contradicts size 1920x1080')")
    assert "a whole number" in page.inner_text("#fault-n")
    assert page.get_attribute("#wish-n", "aria-invalid") == "true"
    assert page.locator("button.row:not(.stale)").count() == 0  # nothing old passes for an answer
    page.fill("#wish-n", "1")
    page.fill("[name=aspect_ratio]", "16:9")
    tab.settled()
    assert page.inner_text("#fault-n") == page.inner_text("#fault-aspect_ratio") == ""


def test_the_page_can_not_reach_the_network(tab: Tab) -> None:
    page = tab.open(prompt="a cat")
    assert page.evaluate("fetch('https://example.com/').then(() => 'asked', () => 'refused')") == "refused"
    assert [fault for fault in tab.faults if "Content Security Policy" not in fault] == []
    tab.faults.clear()


def test_an_unknown_target_is_told(tab: Tab) -> None:
    page = tab.open(prompt="a cat", open="leonardo/phoenix")
    page.wait_for_selector("#detail:has-text('did you mean leonardo/phoenix-1.0')")


@pytest.mark.parametrize("open_", ["", "leonardo/phoenix-1.0"])
def test_on_a_phone_nothing_is_wider_than_the_screen(browser: Any, file: Path, open_: str) -> None:
    tab = Tab(browser, file, viewport={"width": 360, "height": 740}, has_touch=True)
    page = tab.open(prompt="a cat", n="6", quality="high", references="2", open=open_)
    if open_:
        page.wait_for_selector("#request")
        assert page.evaluate("document.getElementById('wish').inert")
    wide = page.evaluate(
        """() => [...document.querySelectorAll("body *")].filter(found => !found.closest("pre, .wide")
            && found.getBoundingClientRect().right > innerWidth + 1).map(found => found.outerHTML.slice(0, 80))"""
    )
    assert wide == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    counts = page.locator("#status").bounding_box()
    assert counts["y"] + counts["height"] == 740  # in sight all the time, at the bottom
    assert tab.faults == []
    tab.context.close()


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_can_be_read(browser: Any, file: Path, scheme: str) -> None:
    tab = Tab(browser, file, viewport={"width": 1440, "height": 900}, color_scheme=scheme)
    page = tab.open(
        prompt="a cat", n="6", quality="high", references="2", seed="1", open="leonardo/phoenix-1.0", allow="any"
    )
    page.wait_for_selector("#request")
    assert (luminance(page.evaluate("getComputedStyle(document.body).color")) > 0.5) is (scheme == "dark")
    seen = page.evaluate(
        """() => [...document.querySelectorAll("body *")].filter(found => found.checkVisibility()
            && [...found.childNodes].some(node => node.nodeType === 3 && node.data.trim())).map(found => {
                const paper = of => getComputedStyle(of).backgroundColor;
                let under = found;
                while (under && /, 0\\)$/.test(paper(under))) under = under.parentElement;
                return [getComputedStyle(found).color, paper(under ?? document.documentElement)];
            })"""
    )
    pairs = {(ink, paper) for ink, paper in seen}
    assert len(pairs) > 5
    for ink, paper in pairs:
        light, dark = sorted((luminance(ink), luminance(paper)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, paper)
    assert tab.faults == []
    tab.context.close()


def test_tables_of_a_caller_are_on_the_page(browser: Any, tmp_path: Path) -> None:
    tab = Tab(browser, write(tmp_path / "mine.html", pyodide=PYODIDE, tables=CATALOG | {MUSE.name: MUSE}))
    page = tab.open(prompt="a cat", aspect_ratio="16:9", provider="acme", open=MUSE.name)
    page.wait_for_selector("#request")
    assert json.loads(page.inner_text("#request")) == {"text": "a cat", "w": 1344, "h": 768}
    assert list(rows(page)) == [MUSE.name]
    assert tab.faults == []
    tab.context.close()


def test_a_runtime_that_breaks_is_told(browser: Any, tmp_path: Path) -> None:
    from imgparams.explorer import page as made

    broken = {**runtime(PYODIDE), "pyodide.mjs": b"export const loadPyodide = () => { throw new Error('no room') };"}
    path = tmp_path / "broken.html"
    path.write_text(made(broken), encoding="utf-8")
    tab = Tab(browser, path)
    tab.page.goto(path.as_uri())
    tab.page.wait_for_selector("#status:has-text('Python could not be started in this browser: no room')")
    tab.context.close()
