"""Plain data of tables: what goes out comes back, and every fault is reported, whatever the data."""

from __future__ import annotations

import hashlib
import inspect
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imgparams import CATALOG, Catalog, Intent, Invalid, Size, Target, tables, to_request
from imgparams.contract import AnyRule
from imgparams.providers import NAMES
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Alternative,
    AnyOf,
    Domain,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    Native,
    Not,
    Num,
    OneOf,
    Pairs,
    Param,
    Part,
    Pictures,
    Quality,
    RatioTier,
    Record,
    Row,
    Rule,
    ShapeWords,
    SizeSet,
    SizeText,
    Slots,
    Spelling,
    Text,
    TextPart,
    WidthHeight,
    Words,
    domains,
    pictures,
    plain,
    rows,
    rules,
    size_sets,
    sizes,
    spellings,
)
from tests.unit.plain_data import (
    ANY,
    EVERY,
    MUSE,
    SETTINGS,
    at,
    faults,
    is_read_or_refused,
    places,
    something_changed,
    through_json,
)


def plain_of(value: object) -> Any:
    return through_json(plain.dump(value))


def test_every_word_that_tables_are_written_in_has_a_type() -> None:
    no_words = {"Domain", "Row", "Spelling", "SizeSet", "Target", "Field"}
    values = {name for name in tables.__all__ if isinstance(getattr(tables, name), (str, tuple))}
    assert set(plain.WORDS) == set(tables.__all__) - no_words - values


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
    assert plain.load(Target, plain_of(EVERY)) == EVERY


@pytest.mark.parametrize("vendor", NAMES)
def test_every_target_comes_back(vendor: str) -> None:
    targets: tuple[Target, ...] = import_module(f"imgparams.providers.{vendor}").TARGETS
    for target in targets:
        data = plain_of(target)
        assert plain.load(Target, data) == target
        assert plain.dump(plain.load(Target, data)) == data
        nulls = [place for place in places(data) if at(data, place) is None]
        assert all(place[-2] == "words" for place in nulls), "TOML has no null but where null itself is a legal word"


def test_a_digest_is_the_same_for_equal_tables_on_every_run() -> None:
    ints = EVERY.but(domains={"n": Num(1, 8)})
    floats = EVERY.but(domains={"n": Num(1.0, 8.0)})
    assert ints == floats
    assert plain.digest({"a": ints}) == plain.digest({"a": floats}) != plain.digest({"a": EVERY})
    code = "import imgparams; print(imgparams.Catalog({'x': imgparams.find('openai/gpt-image-2')}).version)"
    found = {_run(code, PYTHONHASHSEED=seed) for seed in ("0", "1", "7")}
    assert found == {Catalog({"x": CATALOG["openai/gpt-image-2"]}).version}


def test_a_digest_is_of_the_data_with_sorted_keys_and_whole_numbers() -> None:
    assert plain.digest({}) == hashlib.sha256(b"{}").hexdigest()[:12]
    words = Native("é", OneOf(1.0, (2.0, 0.5), True, "x"), note="a note")
    target = EVERY.but(operations={}, rules=()).but(words)
    data = json.dumps({"b": plain.dump(target), "a": plain.dump(EVERY)}, sort_keys=True, separators=(",", ":"))
    whole = re.sub(r"(?<=[\[:,])(-?\d+)\.0(?=[,}\]])", r"\1", data)
    assert '[1,[2,0.5],true,"x"]' in whole
    found = plain.digest({"b": target, "a": EVERY})
    assert found == hashlib.sha256(whole.encode()).hexdigest()[:12]


def test_cattrs_is_loaded_only_when_it_is_needed() -> None:
    modules = "{'cattrs', 'imgparams.serial', 'imgparams.tables.plain'} & set(sys.modules)"
    _run(f"import imgparams, sys; imgparams.find('openai/gpt-image-2'); assert not {modules}, {modules}")
    _run("import imgparams.export, imgparams.serial, sys; assert 'cattrs' not in sys.modules")


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
type = "Slots"
keys = ["image"]
part = { type = "Image", kinds = ["url"] }

[[rules]]
type = "Rule"
when = { image = { type = "PRESENT" } }
then = { tiled = { type = "ABSENT" } }
why = "tiles are drawn, not edited"
"""


def test_a_table_by_hand_is_a_target_that_translates() -> None:
    data: Any = MUSE
    if sys.version_info >= (3, 11):
        import tomllib

        data = tomllib.loads(BY_HAND)
        assert data == MUSE
    muse = plain.load(Target, data)
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
        {"type": "Slots", "keys": ["a"], "part": [{"image": {"kinds": ["url"]}, "type": "Part", "roles": ["style"]}]},
        Slots("a", part=Part(Image("url"), roles=("style",))),
    ),
    (SizeSet, ["1x2"], Pairs(("1x2",))),
    (SizeSet, {"type": "Grid", "area": [5], "ratio": ["1/3", 2.5]}, Grid(area=(5, None), ratio=("1:3", "2.5"))),
    (SizeSet, {"type": "Grid", "ratio": ["1:2.35", "3"]}, Grid(ratio=(Fraction(20, 47), 3))),
    (Size, "10x20", Size(10, 20)),
    (list[Size], ["10x20"], [Size(10, 20)]),
]


@pytest.mark.parametrize(("cls", "data", "value"), SHORT)
def test_what_a_hand_may_write(cls: type[Any], data: object, value: object) -> None:
    assert plain.load(cls, data) == value
    assert plain.load(cls, plain_of(value)) == value


def test_pixels_are_written_by_ratio_and_by_tier_where_there_is_one() -> None:
    words = ShapeWords("r", ("1:1",), pixels={"1:1": "8x8"})
    tiers = ShapeWords("r", ("1:1",), "t", ("1K",), {("1:1", "1K"): "8x8"})
    assert [plain.dump(row)["pixels"] for row in (words, tiers)] == [{"1:1": [8, 8]}, {"1:1": {"1K": [8, 8]}}]


def test_a_word_of_the_callers_own_has_no_form() -> None:
    @attrs.frozen
    class Mine(Domain):
        pass

    with pytest.raises(Invalid, match="no JSON form: Mine"):
        plain.dump(Not(Mine()))
    for cls in (Mine, object(), "Problem"):
        with pytest.raises(TypeError, match="no JSON form"):
            plain.load(cls, {})  # type: ignore[arg-type]


# ---- what is at fault

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
        (
            {**PARAM, "domain": {"type": "Image", "kinds": ["ulr"]}},
            ("domain", "kinds", 0),
            "one of url, data",
        ),
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
        ({"type": "WidthHeight", "width": "w", "height": "h"}, (), "need either sizes or each"),
    ],
)
def test_a_fault_of_a_table_is_told_with_its_place(row: Any, path: tuple[str | int, ...], says: str) -> None:
    data = {**MUSE, "rows": [MUSE["rows"][0], row]}
    with pytest.raises(Invalid) as caught:
        plain.load(Target, data)
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
    found = [path for code, path in faults(plain.load, Target, data) if code == "bad_table"]
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
    assert faults(plain.load, Target, {**MUSE, "name": "muse"}) == [("bad_table", ())]


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
    assert {code for code, _ in faults(plain.load, Target, {**MUSE, "rows": [row], "rules": []})} == {"bad_table"}


def test_deep_nesting_is_refused() -> None:
    deep: Any = {"type": "Int"}
    for _ in range(95):
        deep = {"type": "Not", "domain": deep}
    assert plain_of(plain.load(Domain, deep)) == deep
    assert _at_the_end_of_the_stack(lambda: faults(plain.load, Domain, deep)) == [("bad_table", ())]
    for _ in range(5000):
        deep = {"type": "Not", "domain": deep}
    assert faults(plain.load, Domain, deep)[0][0] == "bad_table"
    assert faults(plain.load, Intent, {"provider_options": deep})[0][0] == "unreadable"


def _at_the_end_of_the_stack(call: Callable[[], Any]) -> Any:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 120)
    try:
        return call()
    finally:
        sys.setrecursionlimit(limit)


# ---- any JSON whatsoever

CLASSES: list[Any] = [Target, Domain, Row, SizeSet, Spelling, Rule, Part]


@settings(SETTINGS, max_examples=300)
@given(st.sampled_from(CLASSES), ANY)
def test_any_json_is_read_or_refused(cls: Any, data: object) -> None:
    is_read_or_refused(plain.load, plain.dump, cls, data)


@settings(SETTINGS, max_examples=400)
@given(st.data())
def test_any_changed_table_is_read_or_refused(data: st.DataObject) -> None:
    target = data.draw(st.sampled_from([EVERY, CATALOG["leonardo/generation"]]))
    table = _DUMPED.setdefault(target.name, plain_of(target))
    is_read_or_refused(plain.load, plain.dump, Target, something_changed(data.draw, table))


_DUMPED: dict[str, Any] = {}
