"""The pictures in `docs/pictures/` are what the tables make of them now, and their geometry is the library's."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import pytest

from imgparams import Intent, Size, find, to_request
from imgparams.tables import Int, WidthHeight
from tools import size_pictures

DOCS = Path(__file__).parents[2] / "docs"
FOLDER = DOCS / "pictures"
SVG = "{http://www.w3.org/2000/svg}"


def texts(picture: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(picture).iter(f"{SVG}text")]


def rectangles(picture: str, class_: str) -> list[tuple[float, float]]:
    found = [e for e in ElementTree.fromstring(picture).iter(f"{SVG}rect") if e.get("class") == class_]
    return [(float(e.attrib["width"]), float(e.attrib["height"])) for e in found]


def test_the_pictures_are_made_from_the_tables() -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert kept == size_pictures.pictures(), "python -m tools"


def test_pages_show_every_picture_and_no_other() -> None:
    pages = [path.read_text(encoding="utf-8") for path in DOCS.glob("*.md")]
    shown = {name for page in pages for name in re.findall(r"!\[[^]]+\]\(pictures/([^)]+)\)", page)}
    assert shown == {path.name for path in FOLDER.iterdir()}


def test_what_is_drawn_to_scale_is_to_scale() -> None:
    wish = Size(1000, 500)
    models = [find(name) for name in ("openai/gpt-image-1.5", "leonardo/phoenix-1.0", "luma/photon-1")]
    picture = size_pictures.compared(wish, tuple(models))
    pixels = [to_request(Intent(size=wish), model).pixels for model in models]
    scale = rectangles(picture, "wish")[0][0] / wish.width
    assert rectangles(picture, "wish") == [pytest.approx((1000 * scale, 500 * scale), abs=0.01)] * 3
    told = [size for size in pixels if size]
    assert len(told) == 2
    assert rectangles(picture, "legal") == [
        pytest.approx((size.width * scale, size.height * scale), abs=0.01) for size in told
    ]
    assert {*map(str, told), "luma/photon-1", "pixels not published"} <= set(texts(picture))


def test_another_table_is_another_picture() -> None:
    small = find("leonardo/phoenix-1.0").but(WidthHeight("width", "height", each=Int(64, 1024, multiple_of=64)))
    assert "nearest: 1024x576" in texts(size_pictures.cut(small, Size(1920, 1080)))
    picture = size_pictures.near(small, Intent(aspect_ratio="16:9", resolution="512"))
    assert "nearest: 576x320" in texts(picture)
    circles = [e for e in ElementTree.fromstring(picture).iter(f"{SVG}circle") if e.get("class") == "spot"]
    assert len(circles) == 7 * 7 - 1  # three steps each way, without the answer


def test_the_outline_costs_what_the_answer_costs() -> None:
    ratio, area = Fraction(16, 9), Fraction(1920 * 1080)

    def cost(width: float, height: float) -> float:
        return 10 * abs(math.log(width / height / float(ratio))) + abs(math.log(width * height / float(area)))

    outline = list(size_pictures.same_cost(Size(1536, 864), ratio, area))
    assert len(outline) > 40
    assert [cost(*point) for point in outline] == pytest.approx([cost(1536, 864)] * len(outline))
