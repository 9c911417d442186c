"""Plain data of every public value: what goes out comes back, and every fault is told, whatever the data."""

from __future__ import annotations

import copy
import inspect
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imgparams import (
    CATALOG,
    STRICT,
    AspectRatio,
    Capability,
    Catalog,
    Change,
    Http,
    ImgparamsError,
    Intent,
    Invalid,
    Need,
    Policy,
    Problem,
    Reference,
    Refused,
    Size,
    Target,
    Translation,
    UnknownTarget,
    check,
    convert,
    serial,
    to_request,
)
from imgparams.export.drifting import Difference
from imgparams.narrowing import AnyRule
from imgparams.providers import NAMES
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Alternative,
    Alternatives,
    AnyOf,
    Area,
    Both,
    Const,
    Content,
    Count,
    Domain,
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
    RatioTier,
    Record,
    Row,
    Rule,
    SameLength,
    ShapeWords,
    Sides,
    Sizes,
    SizeSet,
    SizeText,
    Slots,
    Spelling,
    Text,
    TextPart,
    Total,
    WidthHeight,
    Words,
    domains,
    pictures,
    rows,
    rules,
    size_sets,
    sizes,
    spellings,
)
from imgparams.tables.rules import Between
from imgparams.testing import intents

PNG = b"\x89PNG\r\n\x1a\n\x00"
SETTINGS = settings(deadline=None, suppress_health_check=list(HealthCheck))


def plain(value: object) -> Any:
    """What a file would give back."""
    text = json.dumps(serial.dump(value), allow_nan=False)
    text.encode()
    return json.loads(text)


def faults(cls: Any, data: object) -> list[tuple[str, tuple[str | int, ...]]]:
    with pytest.raises(Invalid) as caught:
        serial.load(cls, data)
    assert caught.value.problems
    assert str(caught.value)
    return [(problem.code, problem.path) for problem in caught.value.problems]


# ---- tables

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
        Pictures("images", (Image("file"), Part(Image("url"), {"u": "{image}"}, roles=("style",))), max=4, bare=True),
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
                ),
                Product(Field.n, ("rows", Int(1, 4)), ("columns", Int(1))),
                Mask("mask", Image("base64"), "marks", {"white": "W", "black": 0}, default="W", more=("alpha",)),
                Slots("a", part=[Part(Image("url")), Part(Image("id"))]),
            ),
        )
    },
)


def test_every_word_of_the_tables_is_known() -> None:
    """A new word needs a place in the list of words, and one in EVERY."""
    roots = (Domain, Row, Spelling, SizeSet, Part, TextPart, Alternative, AnyRule)
    named = [vars(module).values() for module in (domains, pictures, rows, rules, spellings, sizes, size_sets)]
    words = {w for found in named for w in found if isinstance(w, type) and issubclass(w, roots) and attrs.has(w)}
    used: set[type] = set()

    def walk(value: Any) -> None:
        if attrs.has(type(value)):
            used.add(type(value))
            for attribute in attrs.fields(type(value)):
                walk(getattr(value, attribute.name))
        for item in value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else ():
            walk(item)

    walk(EVERY)
    assert {word.__name__ for word in words - used} == set()


def test_a_table_of_every_word_comes_back() -> None:
    assert serial.load(Target, plain(EVERY)) == EVERY


@pytest.mark.parametrize("vendor", NAMES)
def test_every_target_comes_back(vendor: str) -> None:
    targets: tuple[Target, ...] = import_module(f"imgparams.providers.{vendor}").TARGETS
    for target in targets:
        data = plain(target)
        assert serial.load(Target, data) == target
        assert serial.dump(serial.load(Target, data)) == data
        nulls = [place for place in _places(data) if _get(data, place) is None]
        assert all(place[-2] == "words" for place in nulls), "TOML has no null but where null itself is a legal word"


def test_a_catalog_comes_back_with_its_version() -> None:
    data = plain(CATALOG)
    assert list(data) == ["format", "version", "targets"]
    back = serial.load(Catalog, data)
    assert back == CATALOG
    assert back.version == data["version"] == CATALOG.version
    assert serial.load(Catalog, {"format": 1, "targets": {}}) == Catalog({})
    mine = Catalog({"mine": EVERY})
    assert serial.load(Catalog, plain(mine)) == mine
    assert serial.digest(mine) != serial.digest(Catalog({}))


def test_a_digest_is_the_same_for_equal_tables_on_every_run() -> None:
    ints = EVERY.but(domains={"n": Num(1, 8)})
    floats = EVERY.but(domains={"n": Num(1.0, 8.0)})
    assert ints == floats
    assert serial.digest({"a": ints}) == serial.digest({"a": floats}) != serial.digest({"a": EVERY})
    code = "import imgparams; print(imgparams.Catalog({'x': imgparams.find('openai/gpt-image-2')}).version)"
    found = {_run(code, PYTHONHASHSEED=seed) for seed in ("0", "1", "7")}
    assert found == {Catalog({"x": CATALOG["openai/gpt-image-2"]}).version}


def test_cattrs_is_loaded_only_when_it_is_needed() -> None:
    _run("import imgparams, sys; assert not {'cattrs', 'imgparams.serial'} & set(sys.modules), sorted(sys.modules)")


def _run(code: str, **environment: str) -> str:
    paths = {"PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **paths, **environment},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()


BY_HAND = """
name = "acme/muse"
model = "muse-2"
method = "POST"
path = "/v1/draw"
docs = "https://acme.example"
checked = "2026-11-01"
unknown = "refused"

[[rows]]
type = "Param"
wire = "text"
field = "prompt"
domain = { type = "Text", max_length = 40 }
required = true

[[rows]]
type = "WidthHeight"
width = "w"
height = "h"
each = { min = 256, max = 2048, multiple_of = 64 }
default = [1024, 1024]

[[rows]]
type = "Native"
wire = "tiled"
domain = { type = "Flag" }
default = false

[[rows]]
type = "Param"
wire = "quality"
field = "quality"
domain = { type = "Quality", words = ["auto"], low = "standard", high = "hd" }

[[rows]]
type = "Keys"
keys = ["image"]
part = { type = "Image", kinds = ["url"] }

[[rules]]
type = "Rule"
when = { image = { type = "PRESENT" } }
then = { tiled = { type = "ABSENT" } }
why = "tiles are drawn, not edited"
"""

BY_HAND_AS_JSON = {
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
        {"type": "Keys", "keys": ["image"], "part": {"type": "Image", "kinds": ["url"]}},
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


def test_a_table_by_hand_is_a_target_that_translates() -> None:
    data: Any = BY_HAND_AS_JSON
    if sys.version_info >= (3, 11):
        import tomllib

        data = tomllib.loads(BY_HAND)
        assert data == BY_HAND_AS_JSON
    muse = serial.load(Target, data)
    assert muse == Target(
        name="acme/muse",
        model="muse-2",
        method="POST",
        path="/v1/draw",
        docs="https://acme.example",
        checked="2026-11-01",
        unknown="refused",
        rows=(
            Param("text", Field.prompt, Text(max_length=40), required=True),
            WidthHeight("w", "h", each=Int(256, 2048, multiple_of=64), default=(1024, 1024)),
            Native("tiled", Flag(), default=False),
            Param("quality", Field.quality, Quality("auto", low="standard", high="hd")),
            Slots("image", part=Image("url")),
        ),
        rules=(Rule({"image": PRESENT}, {"tiled": ABSENT}, "tiles are drawn, not edited"),),
    )
    wish = Intent(
        "a cat",
        size=(1000, 1000),
        quality="low",
        references=["https://acme.example/a.png"],
        provider_options={"acme": {"tiled": True}},
    )
    done = to_request(wish, muse)
    assert done.request == {
        "text": "a cat",
        "w": 1024,
        "h": 1024,
        "quality": "standard",
        "image": "https://acme.example/a.png",
    }
    assert [change.field for change in done.changes] == ["size", "provider_options.acme.tiled"]


SHORT: list[tuple[type, Any, Any]] = [
    (Domain, {"type": "Flag"}, Flag()),
    (Domain, {"type": "Quality", "words": ["low"], "high": "hd"}, Quality("low", high="hd")),
    (Domain, {"type": "Words", "pairs": {"jpeg": "jpg"}}, Words({"jpeg": "jpg"})),
    (Domain, {"type": "Words", "pairs": ["png", ["jpeg", "jpg"]]}, Words((("png", "png"), ("jpeg", "jpg")))),
    (Domain, {"type": "Record", "keys": {"a": {"type": "Int"}}}, Record({"a": Int()})),
    (Domain, {"type": "AnyOf", "domains": [{"type": "Int"}, {"type": "Flag"}]}, AnyOf(Int(), Flag())),
    (Domain, {"type": "Int", "min": 1.0}, Int(1)),
    (Domain, {"type": "Int", "min": None}, Int()),
    (Int, {"min": 1}, Int(1)),
    (Row, {"type": "Native", "wire": "a", "domain": {"type": "Int"}, "default": 3}, Native("a", Int(), default=3)),
    (Row, {"type": "Param", "wire": "a", "domain": {"type": "Int"}}, Native("a", Int())),
    (Row, {"type": "SizeText", "wire": "size", "sizes": ["1x2", [3, 4]]}, SizeText("size", ("1x2", "3x4"))),
    (
        Row,
        {"type": "SizeText", "wire": "size", "sizes": {"type": "Grid"}, "auto": "auto", "default": "auto", "note": "x"},
        SizeText("size", Grid(), auto="auto", default="auto", note="x"),
    ),
    (
        Row,
        {"type": "WidthHeight", "width": "w", "height": "h", "sizes": ["1x2"], "default": {"w": 1, "h": 2}},
        WidthHeight("w", "h", ("1x2",), default={"w": 1, "h": 2}),
    ),
    (
        Row,
        {
            "type": "RatioTier",
            "ratio": "r",
            "ratios": ["1:1", "16:9"],
            "tier": "t",
            "tiers": {"1K": "1k"},
            "pixels": {"16:9": {"1K": "1376x768"}},
            "more": ["x"],
            "nullable": True,
        },
        RatioTier(
            "r",
            ("1:1", "16:9"),
            "t",
            {"1K": "1k"},
            pixels={("16:9", "1K"): "1376x768"},
            more=("x",),
            nullable=True,
        ),
    ),
    (
        Row,
        {"type": "RatioTier", "ratio": "r", "ratios": {"1:1": "square"}, "pixels": {"1:1": "8x8"}},
        RatioTier("r", {"1:1": "square"}, pixels={"1:1": "8x8"}),
    ),
    (
        Row,
        {"type": "Pictures", "wire": "a", "ways": [{"type": "Image", "kinds": ["url"]}]},
        Pictures("a", [Image("url")]),
    ),
    (
        Row,
        {"type": "Keys", "keys": ["a"], "part": [{"image": {"kinds": ["url"]}, "type": "Part", "roles": ["style"]}]},
        Slots("a", part=Part(Image("url"), roles=("style",))),
    ),
    (SizeSet, ["1x2"], Pairs(("1x2",))),
    (SizeSet, {"type": "Grid", "area": [5], "ratio": ["1/3", 2.5]}, Grid(area=(5, None), ratio=("1:3", "2.5"))),
    (SizeSet, {"type": "Grid", "ratio": ["1:2.35", "3"]}, Grid(ratio=(Fraction(20, 47), 3))),
    (Policy, {"size": "clamped", "n": [], "within": 0.1}, Policy(size="clamped", n=(), within=0.1)),
    (Intent, {"aspect_ratio": "2.35:1", "size": None}, Intent(aspect_ratio="2.35:1")),
    (Size, "10x20", Size(10, 20)),
    (list[Size], ["10x20"], [Size(10, 20)]),
]


@pytest.mark.parametrize(("cls", "data", "value"), SHORT)
def test_what_a_hand_may_write(cls: type[Any], data: object, value: object) -> None:
    assert serial.load(cls, data) == value
    assert serial.load(cls, plain(value)) == value


# ---- wishes and what is said of them

ACME = Target(
    name="acme/draw",
    method="POST",
    path="/v1/draw",
    docs="",
    checked="2026-11-01",
    content="multipart",
    rows=(
        Param("text", Field.prompt, Text(max_length=3), required=True),
        Param("n", Field.n, Int(1, 2, round_down=True)),
        SizeText("size", ("1024x1024", "1536x1024")),
        Param("mask", Field.mask, Image("file", edits="white")),
        Pictures("image", (Image("file"),), max=2),
        Native("tiled", ListOf(Int())),
    ),
)
WISH = Intent(
    "a cat",
    aspect_ratio="21:9",
    n=5,
    references=[PNG, "https://acme.example/a.png", Reference(file_id="x", provider="other", role="style", weight=0.5)],
    mask=Reference(data=PNG, edits="black", media_type="image/png", size=Size(8, 8)),
    output_format="png",
    provider_options={"acme": {"tiled": [1, 2], "deep": {"a": [{"b": None}]}}, "other": {"x": 1.5}},
)
FULL = attrs.evolve(
    WISH,
    negative_prompt="",
    resolution="2K",
    size=None,
    quality="high",
    seed=0,
    output_compression=80,
    background="auto",
    guidance=7.5,
    steps=30,
    strength=0,
    stream=False,
    user="ü\n",
)


def _edited() -> Translation:
    done = to_request(WISH, ACME)
    return done.supply({need.at: Reference(data=PNG) for need in done.needs if need.kind == "fetch"})


VALUES: list[tuple[Any, Any]] = [
    (Intent, Intent()),
    (Intent, Intent("")),
    (Intent, WISH),
    (Intent, FULL),
    (Intent, Intent(size=(2**31 - 1, 1))),
    (Intent, Intent(aspect_ratio="auto", mask="https://acme.example/m.png")),
    (AspectRatio, AspectRatio("2.35:1")),
    (AspectRatio, AspectRatio("auto")),
    (Size, Size(1024, 768)),
    (Reference, Reference(data=b"")),
    (Reference, Reference(url="data:text/plain,x", role="content")),
    (Reference, WISH.mask),
    (Reference, WISH.references[2]),
    (Change, Change("n", "clamped", 5, 4, "at most 4", 0.25, ("input", 0, "n"))),
    (Change, Change("size", "clamped", Size(8, 8), Size(16, 16), "a multiple of 16", 1.5)),
    (Change, Change("size", "mapped", Size(8, 8), AspectRatio("1:1"), "")),
    (Change, Change("aspect_ratio", "mapped", AspectRatio("21:9"), Size(1536, 640), "")),
    (Change, Change("resolution", "mapped", "2K", "1K", "")),
    (Change, Change("references", "dropped", WISH.references, None, "has no such field")),
    (Change, Change("mask", "mapped", WISH.mask, Reference(url="https://acme.example"), "")),
    (Change, Change("provider_options.acme.x", "dropped", b"\x00", None, "", path=("x",))),
    (Problem, Problem("error", "out_of_range", ("a", 0, "b"), 9, "at most 8", (1, 8), "n")),
    (Problem, Problem("warning", "deprecated", (), None, "gone")),
    (Problem, Problem("error", "wrong_type", ("image",), {"raw": [PNG, {"$bytes": "AA=="}]}, "a list")),
    (Need, Need("fetch", "references[0]", Reference(url="https://acme.example"), None, "its bytes")),
    (Need, Need("repaint", "mask", WISH.mask, "white", "")),
    (Need, Need("value", "prompt", None, None, "")),
    (Http, Http("POST", "/v1", {"a": [1, {"b": None}], "$bytes": 1}, None)),
    (Http, Http("POST", "/v1", {"$bytes": [b"x"]}, None)),
    (Capability, Capability("n", "range", ("num_images",), min=1, max=4, step=1, default=1, limits=("a rule",))),
    (Capability, Capability("quality", "enum", ("quality",), ("low", "high"), note="x", source="y", required=True)),
    (Difference, Difference("n", "maximum", 4, 8)),
    (Difference, Difference("style", "missing", None, None)),
    (Difference, Difference("words", "enum", ("a", 1, True), ("b",))),
    (Http, Http("POST", "/v1", None, [("image", ("a.png", PNG, "image/png")), ("text", (None, b"x", None))])),
    (Policy, Policy()),
    (Policy, STRICT),
    (Policy, Policy("clamped", within=float("inf"), size=(), prompt=("mapped", "dropped"))),
    (Target, ACME),
    (Target, EVERY),
    (Catalog, Catalog({"acme/draw": ACME, "other": EVERY})),
    (Translation, to_request(Intent("cat"), ACME)),
    (Translation, to_request(WISH, ACME, allow=Policy(within=0.5))),
    (Translation, _edited()),
    (Translation, to_request(FULL, CATALOG["openai/gpt-image-2"])),
    (Translation, to_request(FULL, CATALOG["leonardo/phoenix-1.0"])),
    (
        Translation,
        convert(
            {"prompt": "a cat", "size": "1536x1024", "user": "me", "moderation": "low"},
            source=CATALOG["openai/gpt-image-2"],
            target=CATALOG["openrouter/openai/gpt-image-2"],
        ),
    ),
]


@pytest.mark.parametrize(("cls", "value"), VALUES, ids=lambda value: getattr(value, "__name__", None))
def test_every_public_value_comes_back(cls: type[Any], value: Any) -> None:
    data = plain(value)
    assert data == serial.dump(value)
    back = serial.load(cls, data)
    assert back == value
    assert type(back) is type(value)
    assert plain(back) == data


@pytest.mark.parametrize(("cls", "value"), VALUES, ids=lambda value: getattr(value, "__name__", None))
def test_every_public_value_pickles_and_copies(cls: type[Any], value: Any) -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(value, protocol)) == value
    assert copy.copy(value) == value
    assert copy.deepcopy(value) == value


@pytest.mark.parametrize(
    "error",
    [
        Invalid([Problem("error", "missing", ("a",), None, "why")]),
        Refused([], [Change("n", "clamped", 5, 4, "")], [Change("n", "clamped", 5, 4, "")]),
        UnknownTarget("a/b", ["a/c"], "a/images"),
    ],
)
def test_errors_pickle_and_their_facts_are_data(error: ImgparamsError) -> None:
    back = pickle.loads(pickle.dumps(error))
    assert (type(back), str(back), back.problems, back.changes) == (
        type(error),
        str(error),
        error.problems,
        error.changes,
    )
    assert serial.load(tuple[Problem, ...], plain(error.problems)) == error.problems
    assert serial.load(tuple[Change, ...], plain(error.changes)) == error.changes


@settings(SETTINGS, max_examples=200)
@given(intents())
def test_an_intent_is_what_of_takes(intent: Intent) -> None:
    data = plain(intent)
    assert None not in data.values()
    assert serial.load(Intent, data) == intent == Intent.of(data)


def test_bytes_in_provider_options_are_marked() -> None:
    intent = Intent(provider_options={"acme": {"file": PNG, "like": {"$bytes": "x"}, "two": {"$bytes": 1, "a": 2}}})
    assert serial.load(Intent, plain(intent)) == intent


@settings(SETTINGS, max_examples=100)
@given(st.data())
def test_a_translation_comes_back(data: st.DataObject) -> None:
    target = CATALOG[data.draw(st.sampled_from(sorted(CATALOG)))]
    done = to_request(data.draw(intents(target)), target)
    told = plain(done)
    assert told["target"] == done.target.name
    assert serial.load(Translation, told) == done


def test_a_translation_that_would_differ_is_refused() -> None:
    told = plain(to_request(Intent("cat", n=1), ACME))
    assert told["target"]["name"] == "acme/draw"
    told["request"]["n"] = 2
    assert faults(Translation, told) == [("conflict", ("request",))]
    short = {key: told[key] for key in ("target", "asked", "policy")}
    assert serial.load(Translation, short) == to_request(Intent("cat", n=1), ACME)
    assert faults(Translation, {**short, "target": "openai/gpt-image-x"}) == [("unknown_target", ("target",))]
    assert faults(Translation, {**short, "target": {}})[0] == ("bad_table", ("target", "name"))
    assert faults(Translation, {**short, "policy": {"default": []}, "asked": {"fields": {"n": 9}, "raw": {}}})
    assert faults(Translation, {**short, "asked": {"fields": {"n": {}}, "raw": {}}})


class Odd:
    def __repr__(self) -> str:
        return "<odd>"


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("-inf"),
        10**5000,
        "\ud800",
        {1: 2},
        {"a": {"\ud800": Odd()}},
        Odd(),
        {1, 2},
        b"\xff",
        bytearray(b"x"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_problems_of_what_is_no_json_are_data(value: object) -> None:
    for request in ({"prompt": value}, {"prompt": "x", "n": [value]}, value):
        told = plain(check(request, CATALOG["openai/gpt-image-2"]))
        assert serial.load(tuple[Problem, ...], told)
    with pytest.raises(Invalid) as caught:
        Intent.of({"prompt": value, "seed": value, "\ud800": 1})
    assert [problem.code for problem in serial.load(list[Problem], plain(caught.value.problems))]


def test_endless_nesting_is_cut() -> None:
    deep: list[Any] = []
    for _ in range(5000):
        deep = [deep]
    deep[0] = deep
    assert plain(Problem("error", "unreadable", (), deep, ""))
    assert plain({"a": [deep]})


def test_lists_and_mappings_of_values() -> None:
    assert plain({"a": (Size(1, 2), AspectRatio("1:1")), "b": [Fraction(1, 3)], "c": 1.0}) == {
        "a": [[1, 2], "1:1"],
        "b": ["1:3"],
        "c": 1.0,
    }
    named = {"x": Problem("error", "missing", ("a",), None, "why")}
    hint: Any = Mapping[str, Problem]
    assert serial.load(hint, plain(named)) == named


def test_a_word_of_the_callers_own_has_no_form() -> None:
    @attrs.frozen
    class Mine(Domain):
        pass

    with pytest.raises(Invalid, match="no JSON form: Mine"):
        serial.dump(Not(Mine()))
    for cls in (Mine, Odd, "Problem"):
        with pytest.raises(TypeError, match="no JSON form"):
            serial.load(cls, {})  # type: ignore[arg-type]


# ---- what is at fault

MUSE: dict[str, Any] = BY_HAND_AS_JSON
PARAM = {"type": "Param", "wire": "a", "domain": {"type": "Int"}}


@pytest.mark.parametrize(
    ("row", "path", "says"),
    [
        ({**PARAM, "type": "Parm"}, ("type",), "did you mean 'Param'"),
        ({**PARAM, "type": "Int"}, ("type",), "one of Param"),
        ({**PARAM, "type": ["Param"]}, ("type",), "one of Param"),
        ({"wire": "a"}, ("type",), "one of Param"),
        ({**PARAM, "requird": True}, ("requird",), "did you mean 'required'"),
        ({"type": "Param", "domain": {"type": "Int"}}, ("wire",), "Param needs it"),
        ({**PARAM, "wire": 7}, ("wire",), "text"),
        ({**PARAM, "required": 1}, ("required",), "true or false"),
        ({**PARAM, "domain": "Int"}, ("domain",), "an object"),
        ({**PARAM, "domain": {"type": "Int", "min": "1"}}, ("domain", "min"), "a whole number"),
        ({**PARAM, "domain": {"type": "Int", "min": 1.5}}, ("domain", "min"), "a whole number"),
        ({**PARAM, "domain": {"type": "Int", "min": True}}, ("domain", "min"), "a whole number"),
        ({**PARAM, "domain": {"type": "Num", "min": "x"}}, ("domain", "min"), "a number"),
        ({**PARAM, "domain": {"type": "OneOf", "words": "x"}}, ("domain", "words"), "a list"),
        ({**PARAM, "domain": {"type": "Words", "pairs": [], "scale": {}}}, ("domain", "scale"), "a list"),
        ({**PARAM, "domain": {"type": "Image", "kinds": ["ulr"]}}, ("domain",), "an image is said as some of url"),
        ({**PARAM, "domain": {"type": "Image", "kinds": ["url"], "edits": "withe"}}, ("domain", "edits"), "'white'"),
        ({**PARAM, "domain": {"type": "Words", "pairs": [["a"]]}}, ("domain", "pairs", 0), "a list of 2"),
        ({**PARAM, "domain": {"type": "Record", "keys": {"a": {}}}}, ("domain", "keys", "a", "type"), "one of Int"),
        ({**PARAM, "default_when": {"n": 1}}, ("default_when", "n"), "an object"),
        ({**PARAM, "default": {"$bytes": 1}}, ("default", "$bytes"), "base64 text"),
        ({**PARAM, "default": [{"$plain": 1}]}, ("default", 0, "$plain"), "an object"),
        (
            {"type": "SizeText", "wire": "s", "sizes": {"type": "Grid", "ratio": ["1:0", 3]}},
            ("sizes", "ratio", 0),
            "16:9",
        ),
        ({"type": "SizeText", "wire": "s", "sizes": ["1x0"]}, ("sizes", "sizes", 0), "in pixels"),
        (
            {"type": "RatioTier", "ratio": "r", "ratios": [], "pixels": {"1:1": {"1K": 3}}},
            ("pixels", "1:1", "1K"),
            "pixels",
        ),
        ({"type": "WidthHeight", "width": "w", "height": "h"}, (), "these facts make no WidthHeight"),
    ],
)
def test_a_fault_of_a_table_is_told_with_its_place(row: Any, path: tuple[str | int, ...], says: str) -> None:
    data = {**MUSE, "rows": [MUSE["rows"][0], row]}
    with pytest.raises(Invalid) as caught:
        serial.load(Target, data)
    (problem,) = caught.value.problems
    assert (problem.level, problem.code, problem.path) == ("error", "bad_table", ("rows", 1, *path))
    assert says in problem.why


def test_all_faults_of_a_table_are_told_at_once() -> None:
    data = {
        **{key: item for key, item in MUSE.items() if key != "docs"},
        "modle": "x",
        "status": "activ",
        "rows": [{"type": "Parm"}, {**PARAM, "wire": 1, "domain": {"type": "Int", "min": "x", "mux": 3}}],
        "operations": {"edit": {"name": 3}},
    }
    found = [path for code, path in faults(Target, data) if code == "bad_table"]
    assert set(found) == {
        ("docs",),
        ("modle",),
        ("status",),
        ("rows", 0, "type"),
        ("rows", 1, "wire"),
        ("rows", 1, "domain", "min"),
        ("rows", 1, "domain", "mux"),
        *(("operations", "edit", key) for key in ("name", "method", "path", "docs", "checked", "rows")),
    }


def test_a_table_that_contradicts_itself_is_refused() -> None:
    assert faults(Target, {**MUSE, "name": "muse"}) == [("bad_table", ())]
    catalog = {"format": 1, "targets": {"acme/muse": {**MUSE, "name": "muse"}}}
    assert faults(Catalog, catalog) == [("bad_table", ("targets", "acme/muse"))]


@pytest.mark.parametrize(
    ("cls", "data", "expected"),
    [
        (Catalog, {"targets": {}}, [("bad_table", ("format",))]),
        (Catalog, {"format": 2, "targets": {}}, [("bad_table", ("format",))]),
        (Catalog, {"format": True, "targets": {}}, [("bad_table", ("format",))]),
        (Catalog, {"format": 1}, [("bad_table", ("targets",))]),
        (Catalog, {"format": 1, "targets": [], "x": 1}, [("bad_table", ("x",)), ("bad_table", ("targets",))]),
        (Catalog, [], [("bad_table", ())]),
        (Target, None, [("bad_table", ())]),
        (Target, {"name": float("nan")}, [("bad_table", ("name",))]),
        (Intent, {"promt": "x", "n": 0}, [("unknown_field", ("promt",)), ("out_of_range", ("n",))]),
        (Intent, [], [("wrong_type", ())]),
        (
            Intent,
            {"references": [{"url": 3}, {"data": "?"}]},
            [("wrong_type", ("references", 0, "url")), ("wrong_type", ("references", 1, "data"))],
        ),
        (
            Intent,
            {"n": 0, "provider_options": {"a": {"b": {"$bytes": "?"}}}},
            [("wrong_type", ("provider_options", "a", "b", "$bytes")), ("out_of_range", ("n",))],
        ),
        (Reference, {}, [("conflict", ("data",))]),
        (Reference, {"url": "x", "rol": "style"}, [("unknown_field", ("rol",))]),
        (Reference, {"url": "x", "role": "stile"}, [("not_allowed", ("role",))]),
        (Reference, {"data": "not base64"}, [("wrong_type", ("data",))]),
        (
            Change,
            {"field": "n", "kind": "cut"},
            [("missing", ("asked",)), ("missing", ("became",)), ("missing", ("why",)), ("not_allowed", ("kind",))],
        ),
        (
            Problem,
            {"level": "error", "code": "x", "path": [None], "value": 1, "why": ""},
            [("not_allowed", ("code",)), ("wrong_type", ("path", 0))],
        ),
        (Policy, {"siez": []}, [("unknown_field", ("siez",))]),
        (
            Policy,
            {"size": ["clamped", "cut"], "n": "cut", "seed": 3},
            [("not_allowed", ("size", 1)), ("not_allowed", ("n",)), ("wrong_type", ("seed",))],
        ),
        (Http, {"method": "POST", "path": "/", "files": [["a", [None, 3]]]}, [("wrong_type", ("files", 0, 1, 1))]),
        (Http, {"method": "POST", "path": "/", "headers": []}, [("wrong_type", ("headers",))]),
        (AspectRatio, "16/9", [("wrong_type", ())]),
        (Size, [0, 1], [("wrong_type", ())]),
        (tuple[Problem, ...], [3], [("wrong_type", (0,))]),
        (tuple[Problem, ...], {}, [("wrong_type", ())]),
    ],
)
def test_faults_of_other_values(cls: Any, data: object, expected: list[Any]) -> None:
    assert faults(cls, data) == expected


@pytest.mark.parametrize(
    "domain",
    [
        {"type": "Int", "multiple_of": 0},
        {"type": "Text", "pattern": "("},
    ],
)
def test_facts_that_nothing_can_be_made_of(domain: Any) -> None:
    """Where the library falls over a table, that is the table's fault."""
    row = {"type": "Param", "wire": "a", "domain": domain, "default": "3" if domain["type"] == "Text" else 3}
    assert {code for code, _ in faults(Target, {**MUSE, "rows": [row], "rules": []})} == {"bad_table"}


def test_deep_nesting_is_refused() -> None:
    deep: Any = {"type": "Int"}
    for _ in range(95):
        deep = {"type": "Not", "domain": deep}
    assert plain(serial.load(Domain, deep)) == deep
    assert _at_the_end_of_the_stack(lambda: faults(Domain, deep)) == [("bad_table", ())]
    for _ in range(5000):
        deep = {"type": "Not", "domain": deep}
    assert faults(Domain, deep)[0][0] == "bad_table"
    assert faults(Intent, {"provider_options": deep})[0][0] == "unreadable"


def _at_the_end_of_the_stack(call: Callable[[], Any]) -> Any:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 120)
    try:
        return call()
    finally:
        sys.setrecursionlimit(limit)


# ---- any JSON whatsoever

KEYS = st.sampled_from(
    ["type", "domain", "wire", "rows", "rules", "when", "words", "sizes", "$bytes", "$plain", "name", "default"]
)
TYPES = st.sampled_from(
    [*sorted(serial._WORDS), "1:1", "1024x768", "prompt", "openai/gpt-image-2", "1/0", "auto", "2K", "acme/a:edit"]
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
CLASSES: list[Any] = [
    *{cls for cls, _ in VALUES},
    Domain,
    Row,
    SizeSet,
    Spelling,
    Rule,
    Part,
    list[Change],
    tuple[Need, ...],
]


def _places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for key, item in items for place in _places(item, (*path, key)))]


def _get(data: Any, path: tuple[Any, ...]) -> Any:
    return _get(data[path[0]], path[1:]) if path else data


def _changed(data: Any, path: tuple[Any, ...], value: Any, how: str) -> Any:
    if not path:
        return value
    data = copy.copy(data)
    if len(path) == 1 and how == "left out":
        del data[path[0]]
    elif len(path) == 1 and how == "renamed" and isinstance(data, dict):
        data[str(path[0]) + "x"] = data.pop(path[0])
    else:
        data[path[0]] = _changed(data[path[0]], path[1:], value, how)
    return data


def _outcome(cls: Any, data: object) -> object:
    try:
        return serial.load(cls, data)
    except Invalid as error:
        return error


def total(cls: Any, data: object) -> None:
    found = _outcome(cls, data)
    if isinstance(found, Invalid):
        assert str(found)
        assert serial.load(tuple[Problem, ...], plain(found.problems))
    else:
        plain(found)


@settings(SETTINGS, max_examples=600)
@given(st.sampled_from(CLASSES), ANY)
def test_any_json_is_read_or_refused(cls: Any, data: object) -> None:
    total(cls, data)


@settings(SETTINGS, max_examples=1500)
@given(st.data())
def test_any_changed_value_is_read_or_refused(data: st.DataObject) -> None:
    cls, value = data.draw(st.sampled_from([*VALUES, (Target, EVERY), (Target, CATALOG["leonardo/generation"])]))
    told = _DUMPED.setdefault(id(value), plain(value))
    places = _places(told)
    for _ in range(data.draw(st.integers(1, 2))):
        place = data.draw(st.sampled_from(places))
        how = data.draw(st.sampled_from(["replaced", "left out", "renamed"]))
        try:
            told = _changed(told, place, data.draw(ANY), how)
        except (KeyError, IndexError, TypeError, AttributeError):
            break  # the second place is gone
    total(cls, told)


_DUMPED: dict[int, Any] = {}
