"""Matrices: a golden one, checked by hand against the vendors' pages, and every format of it."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from imgparams import CATALOG, Capability, Intent, Invalid, capabilities, find, to_request
from imgparams.export import FIELDS, cell, matrix
from imgparams.export.reach import reachable
from imgparams.tables import Field, Int, Param, Rule
from tests.unit.tables import SEED, table

THREE = [find(name) for name in ("leonardo/phoenix-1.0", "google/gemini-3-pro-image", "openai/gpt-image-2")]
SHOWN = ("aspect_ratio", "resolution", "size", "n", "quality", "seed")
GOLDEN = """\
| target | aspect_ratio | resolution | size | n | quality | seed |
| --- | --- | --- | --- | --- | --- | --- |
| leonardo/phoenix-1.0 | 21:9 2:1 16:9 3:2 4:3 5:4 1:1 4:5 3:4 2:3 9:16 1:2 9:21 | 512 1K 1.5K | 32-1536 step 8[^1] | 1-8[^1] |  | up to 9999999998 |
| google/gemini-3-pro-image | 21:9 16:9 3:2 4:3 5:4 1:1 4:5 3:4 2:3 9:16 | 1K 2K 4K | SIZES | always 1 |  | any |
| openai/gpt-image-2 | 21:9 2:1 16:9 3:2 4:3 5:4 1:1 4:5 3:4 2:3 9:16 1:2 9:21 | 1K 1.5K 2K 3K 4K | up to 3840 step 16[^2] | 1-10[^3][^4] | auto low medium high |  |

[^1]: at most 4 images if a side is over 768
[^2]: each side a multiple of 16 up to 3840, 655360 to 8294400 pixels in total, aspect ratio from 1:3 to 3:1
[^3]: an SVG comes alone, is not streamed and has no partial images
[^4]: streaming is only supported with n 1
"""  # noqa: E501


def test_three_models_as_a_page_would_show_them() -> None:
    sizes = " ".join(str(size) for size in capabilities(THREE[1])["size"].values)
    assert sizes.count("x") == 30
    assert matrix(THREE, fields=SHOWN) == GOLDEN.replace("SIZES", sizes)


def test_the_same_as_csv_is_a_line_for_each_target() -> None:
    first, second, third = csv.DictReader(io.StringIO(matrix(THREE, fields=("n", "size", "quality"), format="csv")))
    assert first == {
        "target": "leonardo/phoenix-1.0",
        "provider": "leonardo",
        "model": "leonardo/phoenix-1.0",
        "operation": "generate",
        "status": "active",
        "n": "1-8",
        "n_min": "1",
        "n_max": "8",
        "size": "32-1536 step 8",
        "quality": "",
        "not_confirmed": "",
        "notes": "at most 4 images if a side is over 768",
    }
    assert (second["n"], second["n_min"], second["n_max"]) == ("always 1", "1", "1")
    assert third["quality"].split() == ["auto", "low", "medium", "high"]


def test_csv_of_the_catalog_is_regular() -> None:
    head, *lines = csv.reader(io.StringIO(matrix(CATALOG, format="csv")))
    assert [line[0] for line in lines] == list(CATALOG)
    assert {len(line) for line in lines} == {len(head)}
    for name in ("n_min", "n_max", "seed_max", "references_max"):
        assert all(float(line[head.index(name)] or 0) >= 0 for line in lines)
    ratios = {word for line in lines for word in line[head.index("aspect_ratio")].removeprefix("always ").split()}
    assert {word for word in ratios if ":" not in word} <= {"auto", "any", "(not", "confirmed)"}


@pytest.mark.parametrize(
    ("name", "ratio", "met"),
    [
        ("leonardo/phoenix-1.0", "16:9", True),  # in pixels
        ("openai/gpt-image-1", "16:9", False),  # three sizes, the nearest is 3:2
        ("openai/gpt-image-1", "3:2", True),
        ("google/gemini-3-pro-image", "21:9", True),  # in words
        ("openai/images", "16:9", False),  # any size, but which of them work is not known
    ],
)
def test_a_ratio_is_listed_where_a_request_for_it_comes_back(name: str, ratio: str, met: bool) -> None:
    assert (ratio in map(str, reachable(find(name))["aspect_ratio"].values)) is met
    done = to_request(Intent(aspect_ratio=ratio), name)
    assert (not done.changes and not done.unverified) is met


def test_a_tier_that_is_reached_by_some_shape_is_listed() -> None:
    assert to_request(Intent(resolution="4K"), "openai/gpt-image-2").changes
    assert not to_request(Intent(resolution="4K", aspect_ratio="16:9"), "openai/gpt-image-2").changes
    assert "4K" in reachable(find("openai/gpt-image-2"))["resolution"].values


def test_every_word_of_a_vendor_is_listed() -> None:
    for target in CATALOG.values():
        for name, own in capabilities(target).items():
            if name in ("aspect_ratio", "resolution") and own.type == "enum":
                assert set(map(str, own.values)) <= set(map(str, reachable(target)[name].values))


def test_a_range_of_ratios_lists_the_usual_ones_and_says_its_ends() -> None:
    ratio = reachable(find("minimax/MiniMax-H3-Image"))["aspect_ratio"]
    assert {"16:9", "1:1", "9:21"} <= set(map(str, ratio.values))
    assert "any aspect ratio from 1:3 to 3:1" in ratio.limits


def test_what_has_no_shape_keeps_its_capabilities() -> None:
    assert reachable(table(SEED)) == capabilities(table(SEED))


def test_the_same_as_html_with_links() -> None:
    odd = table(SEED, Param("n", Field.n, Int(1, 4)), rules=(Rule({"seed": Int()}, {"n": Int(max=1)}, "<b> & one"),))
    text = matrix([odd], fields=("n",), format="html")
    assert '<tr data-target="acme/muse" data-operation="generate" data-status="active">' in text
    assert '<td data-min="1" data-max="4">1-4<sup><a href="#note-1">1</a></sup></td>' in text
    assert '<li id="note-1">&lt;b&gt; &amp; one</li>' in text
    assert "<ol>" not in matrix([table(SEED)], fields=("seed",), format="html")


def test_the_same_as_json() -> None:
    (first, *_) = json.loads(matrix(THREE, format="json"))
    assert first["target"] == "leonardo/phoenix-1.0"
    assert (first["fields"]["n"]["min"], first["fields"]["n"]["max"]) == (1, 8)
    assert set(first["fields"]) <= set(FIELDS)


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({"type": "boolean"}, "yes"),
        ({"type": "text"}, "yes"),
        ({"type": "text", "max": 2000}, "up to 2000 characters"),
        ({"type": "range"}, "any"),
        ({"type": "range", "min": 1, "step": 1}, "from 1"),
        ({"type": "range", "min": 0.5, "max": 2.0}, "0.5-2"),
        ({"type": "range", "min": 1, "max": 1.0, "step": 1}, "1"),
        ({"type": "size", "min": 64, "max": 64, "step": 8}, "64"),
        ({"type": "range", "values": ("1:3", "3:1")}, "1:3 to 3:1"),
        ({"type": "enum", "values": (True,)}, "true"),
        ({"type": "size", "values": ("8x4",), "min": 4, "max": 64, "step": 4}, "8x4, 4-64 step 4"),
        ({"type": "images", "values": ("url",), "max": 1}, "up to 1"),
        ({"type": "enum", "values": (1,), "wires": ()}, "always 1"),
        ({"type": "enum", "values": ("a", "b", "c", "d", "e")}, "a b c d e"),
        ({"type": "enum", "values": ("a",), "unverified": True}, "a (others not confirmed)"),
        ({"type": "enum", "unverified": True}, "any (not confirmed)"),
        ({"type": "images", "values": ("url",), "max": 1, "field": "mask"}, "yes"),
    ],
)
def test_a_cell(facts: dict[str, Any], text: str) -> None:
    assert cell(Capability(**{"field": "x", "wires": ("x",), **facts})) == text
    assert cell(None) == ""


def test_what_is_no_field_and_no_format_is_told_at_once() -> None:
    with pytest.raises(Invalid) as caught:
        matrix(THREE, fields=("seeed", "provider_options"), format="pdf")  # type: ignore[arg-type]
    assert [problem.path for problem in caught.value.problems] == [("seeed",), ("provider_options",), ("format",)]


def test_all_of_the_catalog_in_every_format() -> None:
    for format in ("markdown", "html", "csv", "json"):
        text = matrix(CATALOG.values(), format=format)
        assert all(name in text for name in CATALOG)
