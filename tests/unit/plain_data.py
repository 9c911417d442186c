"""What tests of plain data share: a table of every word, one by hand, any JSON, and data with something changed."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from imgparams import Invalid, Problem, Target
from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    Alternative,
    Alternatives,
    AnyOf,
    Area,
    Between,
    Both,
    Const,
    Content,
    Count,
    Enlarged,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Json,
    ListOf,
    Mask,
    Model,
    Native,
    Not,
    Num,
    OneOf,
    Pairs,
    Param,
    Part,
    Pictures,
    PixelText,
    Presets,
    Product,
    Quality,
    RatioRange,
    Record,
    Rule,
    SameLength,
    ShapeWords,
    Sides,
    Sizes,
    Slots,
    Text,
    TextPart,
    Total,
    Twin,
    Words,
)
from imgparams.tables.plain import WORDS

SETTINGS = settings(deadline=None, suppress_health_check=list(HealthCheck))

Dump = Callable[[Any], Any]
Load = Callable[[Any, object], Any]


def through_json(data: object) -> Any:
    """What a file would give back."""
    text = json.dumps(data, allow_nan=False)
    text.encode()
    return json.loads(text)


def faults(load: Load, cls: Any, data: object) -> list[tuple[str, tuple[str | int, ...]]]:
    with pytest.raises(Invalid) as caught:
        load(cls, data)
    assert caught.value.problems
    assert str(caught.value)
    return [(problem.code, problem.path) for problem in caught.value.problems]


EVERY = Target(
    name="acme/every",
    model="every-1",
    method="POST",
    path="/v1/{deployment}/every",
    docs="https://acme.example",
    checked="2026-11-01",
    content="multipart",
    unknown="refused",
    status="deprecated",
    retired="2027-01-01",
    aliases=("every", "all"),
    note="every word",
    rows=(
        Model("model", optional=True, default="every-1"),
        Const("task", "draw", also_legal=("paint",), optional=True),
        Const("parts", ("a", {"b": (1, None)})),
        Param("text", Field.prompt, Text(min_length=1, max_length=90, pattern="[^<]*"), required=True),
        Param("n", Field.n, Int(1, 8, round_down=True), default=2, unset=(0, -1), nullable=True, source="a page"),
        Param("strength", Field.strength, Num(0, 100.5, flip=True, scale=100)),
        Param("format", Field.output_format, Words({"jpeg": "jpg", "png": "png"}, more=("tiff",), open=True)),
        Param("quality", Field.quality, Quality("auto", low="standard", high="hd"), disputed="two pages"),
        Param("stream", Field.stream, Flag(), default=False, default_when={"n": Int(1, 1)}, deprecated="gone"),
        Param("mask", Field.mask, Image("url", "file", edits="white"), accepts=Json()),
        Native("styles", ListOf(OneOf(1, 2.5, "x", True, open=True, round_down=True), min=1, max=3)),
        Native(
            "extra", Record({"a": Int(), "b": Text()}, required=("a",), open=True, no_secrets=True, nullable=("b",))
        ),
        Native("either", AnyOf(Int(0, 1), Both(Text(), Not(OneOf("no"))))),
        Native("ids", Count(1, 2), note="a condition"),
        Native("words", Words((("x", 1), (True, "yes"), (None, "none"), ("y", "y"), ("z", None)), ("x", "y"))),
        Fixed(Field.background, "opaque", note="always"),
        Alternatives(
            Field.steps,
            (
                Alternative({"mode": "fast"}, means=4),
                Alternative({"mode": "slow"}, "many", Int(5, 50), is_maximum=True),
            ),
            default={"mode": "fast"},
            more=("odd",),
        ),
        Content(
            "items",
            (
                TextPart(Field.negative_prompt, {"text": "{text}"}, Text(max_length=9)),
                Part(Image("url"), {"url": "{image}", "w": "{weight}"}, roles=("control",), weight=Num(0, 1)),
            ),
            max=2,
            requires=(Field.negative_prompt,),
        ),
        Pictures(
            "images",
            (Image("file"), Part(Image("url"), {"u": "{image}"}, roles=("style",))),
            older=("pictures",),
            max=4,
            bare=True,
        ),
        Slots("ref", "ref_2", part=Part(Image("base64"), roles=("content",))),
        Sizes(
            (
                Sides(
                    "w", "h", Grid(Int(64, 2048, multiple_of=64), Int(64, 1024), area=(4096, None), ratio=("1:3", 3))
                ),
                PixelText("size", Pairs(("1024x1024", (1536, 1024))), "auto", "*", normalised=True),
                ShapeWords(
                    "ratio",
                    ("1:1", "16:9", ("auto", "match")),
                    "tier",
                    {"1K": "1MP", "2K": "2MP"},
                    {("16:9", "1K"): "1376x768", ("1:1", ""): (1024, 1024), ("", "2K"): (2048, 2048)},
                    more=("free",),
                    listed=True,
                    read_only=True,
                ),
            ),
            default={"w": 1024, "h": 1024},
        ),
    ),
    rules=(
        Rule({"n": Int(2), "task": PRESENT}, {"mask": ABSENT}, "one at a time", "altered", "a page"),
        Between(("images", "mask"), 0, 1, "one of them", effect="disputed"),
        Total(("images", "n"), 9, "nine together"),
        SameLength(("images", "styles"), "a style each", "altered"),
        Rule({"n": Int(2)}, {"size": Area(max=2**20)}, "small ones"),
    ),
    operations={
        "edit": Target(
            name="acme/every:edit",
            method="POST",
            path="/",
            docs="",
            checked="2026-11-02",
            rows=(
                Sizes(
                    (
                        PixelText("size", Grid()),
                        Presets("size", {"wide": "1376x768"}),
                        RatioRange("ratio", "1:3", "3:1"),
                    ),
                    default={"size": "1024x1024"},
                    accepts=Grid(Int(1, 99)),
                    enlarged=Enlarged("more", "scale", 1.5, ("wide", "high"), unless=("less",), multiple_of=4),
                ),
                Native("more", Flag(), twins=(Twin("much", "more", {"yes": True, "no": False}),)),
                Native("scale", Num(1), twins=(Twin("scale", "scales", listed=True),)),
                Native("wide", Int()),
                Native("high", Int()),
                Native("less", Int()),
                Pictures("parts", Image("id"), twins=(Twin("parts", "pieces", items=(HOLE, {"piece": HOLE})),)),
                Product(Field.n, ("rows", Int(1, 4)), ("columns", Int(1))),
                Mask("mask", Image("base64"), "marks", {"white": "W", "black": 0}, default="W", more=("alpha",)),
                Slots("a", part=[Part(Image("url")), Part(Image("id"))]),
            ),
        )
    },
)

MUSE: dict[str, Any] = {
    "name": "acme/muse",
    "model": "muse-2",
    "method": "POST",
    "path": "/v1/draw",
    "docs": "https://acme.example",
    "checked": "2026-11-01",
    "unknown": "refused",
    "rows": [
        {
            "type": "Param",
            "wire": "text",
            "field": "prompt",
            "domain": {"type": "Text", "max_length": 40},
            "required": True,
        },
        {
            "type": "WidthHeight",
            "width": "w",
            "height": "h",
            "each": {"min": 256, "max": 2048, "multiple_of": 64},
            "default": [1024, 1024],
        },
        {"type": "Native", "wire": "tiled", "domain": {"type": "Flag"}, "default": False},
        {
            "type": "Param",
            "wire": "quality",
            "field": "quality",
            "domain": {"type": "Quality", "words": ["auto"], "low": "standard", "high": "hd"},
        },
        {"type": "Slots", "keys": ["image"], "part": {"type": "Image", "kinds": ["url"]}},
    ],
    "rules": [
        {
            "type": "Rule",
            "when": {"image": {"type": "PRESENT"}},
            "then": {"tiled": {"type": "ABSENT"}},
            "why": "tiles are drawn, not edited",
        }
    ],
}


# ---- any JSON whatsoever

KEYS = st.sampled_from(
    ["type", "domain", "wire", "rows", "rules", "when", "words", "sizes", "$bytes", "$plain", "name", "default"]
)
TYPES = st.sampled_from(
    [*sorted(WORDS), "1:1", "1024x768", "prompt", "openai/gpt-image-2", "1/0", "auto", "2K", "acme/a:edit"]
)
ANY = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=4)
    | TYPES
    | st.sampled_from([0, 1, -1, 2**70, 10**400, 1e308]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for key, item in items for place in places(item, (*path, key)))]


def at(data: Any, path: tuple[Any, ...]) -> Any:
    return at(data[path[0]], path[1:]) if path else data


def changed(data: Any, path: tuple[Any, ...], value: Any, how: str) -> Any:
    if not path:
        return value
    data = copy.copy(data)
    if len(path) == 1 and how == "left out":
        del data[path[0]]
    elif len(path) == 1 and how == "renamed" and isinstance(data, dict):
        data[str(path[0]) + "x"] = data.pop(path[0])
    else:
        data[path[0]] = changed(data[path[0]], path[1:], value, how)
    return data


def something_changed(draw: Callable[[Any], Any], data: Any) -> Any:
    """Data with one or two of its places replaced, left out or renamed."""
    spots = places(data)
    for _ in range(draw(st.integers(1, 2))):
        spot = draw(st.sampled_from(spots))
        how = draw(st.sampled_from(["replaced", "left out", "renamed"]))
        try:
            data = changed(data, spot, draw(ANY), how)
        except (KeyError, IndexError, TypeError, AttributeError):
            break  # the second place is gone
    return data


def is_read_or_refused(load: Load, dump: Dump, cls: Any, data: object) -> None:
    """Whatever the data, it is a value that can be written, or refused with problems that can."""
    value = _loaded(load, cls, data)
    written = through_json(dump(value.problems if isinstance(value, Invalid) else value))
    if isinstance(value, Invalid):
        assert str(value)
        assert load(tuple[Problem, ...], written)


def _loaded(load: Load, cls: Any, data: object) -> object:
    try:
        return load(cls, data)
    except Invalid as error:
        return error
