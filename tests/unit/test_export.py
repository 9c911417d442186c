"""Matrices: a golden one, checked by hand against the vendors' pages, and every format of it."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from imgparams import CATALOG, Capability, Invalid, find
from imgparams.export import FIELDS, cell, matrix
from imgparams.tables import Field, Int, Param, Rule
from tests.unit.tables import SEED, table

THREE = [find(name) for name in ("leonardo/phoenix-1.0", "google/gemini-3-pro-image", "openai/gpt-image-2")]
SHOWN = ("aspect_ratio", "resolution", "size", "n", "quality", "seed")
GOLDEN = """\
| target | aspect_ratio | resolution | size | n | quality | seed |
| --- | --- | --- | --- | --- | --- | --- |
| leonardo/phoenix-1.0 |  |  | 32-1536 step 8[^1] | 1-8[^1] |  | up to 9999999998 |
| google/gemini-3-pro-image | 1:1 2:3 3:2 +7 | 1K 2K 4K | 1024x1024 848x1264 1264x848 +27 | always 1 |  | any |
| openai/gpt-image-2 |  |  | up to 3840 step 16[^2] | 1-10[^3][^4] | auto low medium +1 |  |

[^1]: at most 4 images if a side is over 768
[^2]: each side a multiple of 16 up to 3840, 655360 to 8294400 pixels in total, aspect ratio from 1:3 to 3:1
[^3]: an SVG comes alone, is not streamed and has no partial images
[^4]: streaming is only supported with n 1
"""


def test_three_models_as_a_page_would_show_them() -> None:
    assert matrix(THREE, fields=SHOWN) == GOLDEN


def test_the_same_as_csv() -> None:
    rows = list(csv.reader(io.StringIO(matrix(THREE, fields=("n", "size"), format="csv"))))
    assert rows[0] == ["target", "n", "size"]
    assert rows[1] == ["leonardo/phoenix-1.0", "1-8 (1)", "32-1536 step 8 (1)"]
    assert rows[4] == ["(1)", "at most 4 images if a side is over 768"]


def test_the_same_as_html_with_links() -> None:
    odd = table(SEED, Param("n", Field.n, Int(1, 4)), rules=(Rule({"seed": Int()}, {"n": Int(max=1)}, "<b> & one"),))
    text = matrix([odd], fields=("n",), format="html")
    assert '<th scope="row">acme/muse</th><td>1-4<sup><a href="#note-1">1</a></sup></td>' in text
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
