"""What the site makes from the library: the pages of vendors and commands, docstrings as Sphinx reads them."""

from __future__ import annotations

import json
import re
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest

import imgparams
from imgparams import CATALOG, Capability, Intent, Reference, Target, capabilities
from imgparams.intent import READERS
from imgparams.tables import Field, Int, Model, Param, Rule, Text
from imgparams.tables.plain import WORDS
from tools import command_page, field_page, sphinx_docstrings, vendor_pages

NONE = Capability("seed", "any", ())
DOCS = Path(__file__).parents[2] / "docs"
VENDORS = vendor_pages.vendors()
ANCHOR = re.compile(r'(?<= )id="([^"]+)"')


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return vendor_pages.pages()


def target(name: str, **facts: Any) -> Target:
    known: dict[str, Any] = {
        "method": "POST",
        "path": "/v1/draw",
        "docs": "https://wiki.acme.example",
        "checked": "2026-11-01",
    }
    rows = (Model("model"), Param("text", Field.prompt, Text(max_length=9), disputed="10, says https://a.example/b."))
    return Target(name=name, **{"rows": rows, "model": name.partition("/")[2], **known, **facts})


# ---- vendors


def test_every_target_has_one_section_on_its_vendors_page(pages: dict[str, str]) -> None:
    assert sorted(found.name for targets in VENDORS.values() for found in targets) == sorted(CATALOG)
    for vendor, targets in VENDORS.items():
        anchors = [unescape(found) for found in ANCHOR.findall(pages[f"{vendor}.md"]) if not found.startswith("note-")]
        assert sorted(anchors) == sorted(found.name for found in targets)


@pytest.mark.parametrize("vendor", VENDORS)
def test_a_section_names_every_wire_and_rule_of_its_targets(vendor: str) -> None:
    for group in vendor_pages.alike(VENDORS[vendor]):
        text = vendor_pages.section(group).replace("<wbr>", "")
        plain = unescape(re.sub(r"<[^>]*>", "", text))
        for found in group:
            assert all(f"<code>{wire}</code>" in unescape(text) for wire in found.by_wire)
            assert all(rule.why in plain for rule in found.rules)
            assert f"{found.method} {found.base_url}{found.path}" in plain
            assert all(word in plain for word in (found.model, found.docs, found.checked, *found.aliases))


@pytest.mark.parametrize("vendor", VENDORS)
def test_a_page_opens_with_a_request_that_its_python_gives(pages: dict[str, str], vendor: str) -> None:
    text = pages[f"{vendor}.md"]
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    (body,) = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    known: dict[str, Any] = {}
    exec(code, known)
    done = known["result"]
    assert json.loads(body) == done.request
    active = any(target.status == "active" for target in CATALOG.values() if target.provider == vendor)
    assert (done.target.provider, done.target.operation) == (vendor, "")
    assert done.target.status == "active" or not active
    assert "lighthouse" in body
    shells = re.findall(r"```sh\n(curl .*?)```|```sh\n# .*?```", text, re.DOTALL)
    assert bool(shells) is not bool(done.needs)
    told = unescape(re.sub(r"<[^>]*>", "", text))
    assert all(change.why in told for change in done.changes)
    assert all(need.at in told for need in done.needs)
    assert text.index("## Example") < text.index("## Models") < text.index("## Sources and open questions")
    assert text.rindex("\n## ") == text.index("\n## Sources and open questions")


def test_the_fields_that_people_use_first_come_with_the_vendors_names(pages: dict[str, str]) -> None:
    first = pages["leonardo.md"].partition('<table class="takes first">')[2].partition("</table>")[0]
    assert "<code>n</code></td><td><code>num_<wbr>images</code></td><td>1 to 8<" in first
    assert "<code>aspect_ratio</code></td><td><code>width</code><br><code>height</code></td><td>21:9, " in first
    assert "<code>steps<" not in first


def test_every_link_of_a_matrix_leads_to_a_section(pages: dict[str, str]) -> None:
    ids = {f"{vendor}.html#{found}" for vendor in VENDORS for found in ANCHOR.findall(pages[f"{vendor}.md"])}
    ids |= {f"matrix.html#{found}" for found in ANCHOR.findall(pages["matrix.md"])}
    for name in (*VENDORS, "matrix"):
        links = re.findall(r'href="([^":]*#[^"]*)"', pages[f"{name}.md"])
        assert links
        assert {link if link[0] != "#" else f"{name}.html{link}" for link in links} <= ids


def test_a_table_of_a_name_that_is_part_of_another_is_linked_once(pages: dict[str, str]) -> None:
    assert pages["matrix.md"].count('<th scope="row"><a ') == len(CATALOG)


def test_targets_that_take_the_same_share_a_table() -> None:
    one, other = target("acme/a"), target("acme/b", aliases=("b-2026",))
    assert vendor_pages.alike([one, other]) == [[one, other]]
    text = vendor_pages.section([one, other])
    assert text.startswith("(acme/a)=\n## `acme/a` and 1 more\n")
    assert text.count("<table") == 2
    cells = "<td><code>b</code></td><td><code>b-2026</code></td>"
    assert f'<tr id="acme/b"><th scope="row"><code>acme/b</code></th>{cells}</tr>' in text
    assert "always a" not in text


@pytest.mark.parametrize(
    "facts",
    [
        {"content": "multipart"},
        {"status": "deprecated"},
        {"unknown": "ignored"},
        {"rules": (Rule(when={}, then={"text": Text(max_length=5)}, why="short"),)},
        {"rows": (Model("model"), Param("text", Field.prompt, Text(max_length=8)))},
        {"rows": (Model("model"), Param("text", Field.prompt, Text(max_length=9)))},
        {"rows": (Model("model"), Param("n", Field.n, Int(1, 9)))},
    ],
)
def test_targets_that_differ_do_not_share_a_table(facts: dict[str, Any]) -> None:
    assert len(vendor_pages.alike([target("acme/a"), target("acme/b", **facts)])) == 2


def test_a_dispute_is_marked_and_its_source_is_a_link() -> None:
    text = vendor_pages.section([target("acme/a", status="retired", retired="2026-10-01")])
    assert '<p class="disputed">disputed: 10, says <a href="https://a.example/b">https://a.example/b</a>.</p>' in text
    assert '<dd><strong class="retired">retired</strong></dd>' in text
    assert "<dt>ends</dt><dd>2026-10-01</dd>" in text


def test_words_of_a_table_can_not_be_markup() -> None:
    row = Param("<b>", Field.prompt, Text(), note="``` & <script>")
    text = vendor_pages.section([target("acme/a", rows=(row,))])
    assert "<code>&lt;b&gt;</code>" in text
    assert "&amp; &lt;script&gt;" in text


def test_pixels_of_names_are_shown() -> None:
    text = vendor_pages.section([CATALOG["google/gemini-3-pro-image"]])
    assert '<tr><th scope="row">16:9</th><td>1376x768</td><td>2752x1536</td><td>5504x3072</td></tr>' in text


def test_the_pages_are_the_same_each_time(pages: dict[str, str]) -> None:
    assert vendor_pages.pages() == pages


def test_only_what_changed_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = {"a.md": "a\n", "files/b.csv": "b\n"}
    monkeypatch.setattr(vendor_pages, "pages", lambda: made)
    vendor_pages.write(tmp_path)
    (tmp_path / "old.md").write_text("old", encoding="utf-8")
    (tmp_path / "a.md").write_text("stale", encoding="utf-8")
    (tmp_path / "files" / "b.csv").chmod(0o444)
    before = (tmp_path / "files" / "b.csv").stat().st_mtime_ns
    vendor_pages.write(tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["a.md", "b.csv"]
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "a\n"
    assert (tmp_path / "files" / "b.csv").stat().st_mtime_ns == before


# ---- models


def test_every_target_is_once_on_the_page_of_models_and_its_links_lead_to_it(pages: dict[str, str]) -> None:
    text = pages["models.md"]
    links = re.findall(r'href="([a-z0-9-]+\.html#[^"]*)"', text)
    assert sorted(links) == sorted(f"{found.provider}.html#{name}" for name, found in CATALOG.items())
    marks = [f"#{mark}" for mark in re.findall(r' id="([^"]+)"', text)]
    assert len(marks) == len(set(marks))
    assert set(re.findall(r'href="(#[^"]*)"', text)) <= set(marks)


def test_a_model_has_its_routes_inside_the_makers_first(pages: dict[str, str]) -> None:
    model = pages["models.md"].partition('id="openai/gpt-image-2"')[2].partition("</details>")[0]
    names = re.findall(r'<tr data-target="([^"]*)"', model)
    assert names == [found.name for found in CATALOG.offers("openai/gpt-image-2")]
    assert names[0] == "openai/gpt-image-2"
    assert f"<span>{len(names)} routes: openai, " in model


def test_a_model_that_is_gone_is_marked(pages: dict[str, str]) -> None:
    assert '<b>dall-e-2</b> <strong class="retired">retired</strong>' in pages["models.md"]
    assert "<b>gpt-image-2</b> <span>" in pages["models.md"]


# ---- the fields


@cache
def page_of_fields() -> str:
    return field_page.page()


def test_the_page_of_fields_has_every_field_with_an_example_that_runs() -> None:
    text = page_of_fields()
    assert list(field_page.ABOUT) == list(READERS)
    for name, about in field_page.ABOUT.items():
        assert f"(field-{name})=\n## `{name}`\n\n{field_page.SHORT[name]} {about.more}\n" in text
        known = {"photo": b"1", "mask": b"2", "Intent": Intent, "Reference": Reference}
        assert getattr(eval(about.example, known), name)


def test_the_page_of_fields_has_the_vendors_names_and_words() -> None:
    text = page_of_fields()
    n = text.partition("(field-n)=")[2].partition("(field-seed)=")[0]
    assert re.search(r"<code>num_images</code></th><td>.*>leonardo</a>", n)
    assert "samples" in n
    quality = text.partition("(field-quality)=")[2].partition("(field-n)=")[0]
    assert "`high` (" in quality
    assert re.search(r"<code>rendering_speed</code></th><td>.*ideogram.*TURBO \(\w+\)", quality)
    wires = {wire for target in CATALOG.values() for wire in capabilities(target).get("seed", NONE).wires}
    seed = text.partition("(field-seed)=")[2].partition("(field-references)=")[0]
    assert set(re.findall(r'<th scope="row"><code>(.*?)</code>', seed)) == wires


# ---- the command line


def test_the_page_of_the_command_line_has_every_command() -> None:
    text = command_page.page()
    names = command_page.commands()
    assert {"targets", "show", "rank", "request", "plan", "fix", "convert", "check", "matrix", "completion"} <= {*names}
    for name in names:
        assert f"\n### {name}\n\n```text\nUsage: imgparams {name} " in text
    assert names == re.findall(r"(?m)^│ (\w\S*) ", command_page.printed("--help"))


def test_the_page_of_the_command_line_is_the_same_on_every_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    before = command_page.page()
    monkeypatch.setenv("COLUMNS", "200")
    assert command_page.page() == before


# ---- the reference


def test_the_reference_has_every_public_name_and_every_word_of_tables() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (DOCS / "reference").glob("*.rst"))
    named = re.findall(r"^\.\. (?:auto\w+|data):: (\w+)$", text, re.MULTILINE)
    assert len(named) == len(set(named))
    assert {*imgparams.__all__, *WORDS} <= set(named)


def test_a_docstring_as_restructured_text() -> None:
    lines = sphinx_docstrings.lines
    assert lines(["A `name`, `<a>/<b>`, |ln x|, *args, x_ and a_b."]) == [
        r"A `name`, ``<a>/<b>``, \|ln x\|, \*args, x\_ and a_b."
    ]
    assert lines(["Words.", "", "    Int   a", "", "    Num   b", "", "After."]) == [
        *("Words.", "", ".. code-block:: text", "", "    Int   a", "", "    Num   b", "", "After.")
    ]
