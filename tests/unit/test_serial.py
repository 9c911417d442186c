"""Plain data of every public value: what goes out comes back, and every fault is told, whatever the data."""

from __future__ import annotations

import base64
import copy
import pickle
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imgparams import (
    ALL,
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
    Overwritten,
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
from imgparams.codec.reading import Reader
from imgparams.codec.writing import Writer
from imgparams.engine.reading import Asked
from imgparams.export.drifting import Difference
from imgparams.policy import policy_of
from imgparams.tables import (
    Field,
    Image,
    Int,
    ListOf,
    Native,
    Param,
    Pictures,
    SizeText,
    Text,
)
from imgparams.testing import intents
from imgparams.texts import HIDDEN
from imgparams.values import FrozenDict
from tests.unit.plain_data import (
    ANY,
    EVERY,
    MUSE,
    SETTINGS,
    faults,
    is_read_or_refused,
    something_changed,
    through_json,
)

PNG = b"\x89PNG\r\n\x1a\n\x00"


def plain_of(value: object) -> Any:
    return through_json(serial.dump(value))


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
    delivery="base64",
    background="auto",
    guidance=7.5,
    steps=30,
    strength=0,
    stream=False,
    user="ü\n",
)


def _edited() -> Translation:
    done = to_request(WISH, ACME, allow=ALL)
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
    (Translation, to_request(WISH, ACME, allow=Policy(ALL, within=0.5))),
    (Translation, _edited()),
    (Translation, to_request(FULL, CATALOG["openai/gpt-image-2"], allow=ALL)),
    (Translation, to_request(FULL, CATALOG["leonardo/phoenix-1.0"], allow=ALL)),
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
    data = plain_of(value)
    assert data == serial.dump(value)
    back = serial.load(cls, data)
    assert back == value
    assert type(back) is type(value)
    assert plain_of(back) == data


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
    assert serial.load(tuple[Problem, ...], plain_of(error.problems)) == error.problems
    assert serial.load(tuple[Change, ...], plain_of(error.changes)) == error.changes


@settings(SETTINGS, max_examples=200)
@given(intents())
def test_an_intent_is_what_of_takes(intent: Intent) -> None:
    data = plain_of(intent)
    assert None not in data.values()
    assert serial.load(Intent, data) == intent == Intent.of(data)
    assert data == intent.to_json()


def test_bytes_in_provider_options_are_marked() -> None:
    intent = Intent(provider_options={"acme": {"file": PNG, "like": {"$bytes": "x"}, "two": {"$bytes": 1, "a": 2}}})
    assert serial.load(Intent, plain_of(intent)) == intent == Intent.of(intent.to_json())
    assert plain_of(intent)["provider_options"]["acme"]["file"] == {"$bytes": base64.b64encode(PNG).decode()}


@settings(SETTINGS, max_examples=100)
@given(st.data())
def test_a_translation_comes_back(data: st.DataObject) -> None:
    target = CATALOG[data.draw(st.sampled_from(sorted(CATALOG)))]
    done = to_request(data.draw(intents(target)), target, allow=ALL)
    told = plain_of(done)
    assert told["target"] == done.target.name
    assert serial.load(Translation, told) == done


def test_a_translation_that_would_differ_is_refused() -> None:
    told = plain_of(to_request(Intent("cat", n=1), ACME))
    assert told["target"]["name"] == "acme/draw"
    told["request"]["n"] = 2
    assert faults(serial.load, Translation, told) == [("conflict", ("request",))]
    short = {key: told[key] for key in ("target", "asked", "policy")}
    assert serial.load(Translation, short) == to_request(Intent("cat", n=1), ACME)
    assert faults(serial.load, Translation, {**short, "target": "openai/gpt-image-x"}) == [
        ("unknown_target", ("target",))
    ]
    assert faults(serial.load, Translation, {**short, "target": {}})[0] == ("bad_table", ("target", "name"))
    assert faults(
        serial.load, Translation, {**short, "policy": {"default": []}, "asked": {"fields": {"n": 9}, "raw": {}}}
    )
    assert faults(serial.load, Translation, {**short, "asked": {"fields": {"n": {}}, "raw": {}}})


def test_a_translation_that_can_not_be_made_is_refused() -> None:
    told = plain_of(to_request(Intent("cat"), ACME))
    short = {key: told[key] for key in ("target", "asked", "policy")}
    with pytest.raises(Invalid) as caught:
        serial.load(Translation, {**short, "asked": {"fields": {"prompt": "cat"}, "raw": {"a[": 1}}})
    assert caught.value.problems == (
        Problem("error", "conflict", (), None, "it can't be made again: not a wire: 'a['"),
    )


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
        told = plain_of(check(request, CATALOG["openai/gpt-image-2"]))
        assert serial.load(tuple[Problem, ...], told)
    with pytest.raises(Invalid) as caught:
        Intent.of({"prompt": value, "seed": value, "\ud800": 1})
    assert [problem.code for problem in serial.load(list[Problem], plain_of(caught.value.problems))]


def test_endless_nesting_is_cut() -> None:
    deep: list[Any] = []
    for _ in range(5000):
        deep = [deep]
    deep[0] = deep
    assert plain_of(Problem("error", "unreadable", (), deep, ""))
    assert plain_of({"a": [deep]})


def test_lists_and_mappings_of_values() -> None:
    assert plain_of({"a": (Size(1, 2), AspectRatio("1:1")), "b": [Fraction(1, 3)], "c": 1.0}) == {
        "a": [[1, 2], "1:1"],
        "b": ["1:3"],
        "c": 1.0,
    }
    named = {"x": Problem("error", "missing", ("a",), None, "why")}
    hint: Any = Mapping[str, Problem]
    assert serial.load(hint, plain_of(named)) == named


def test_a_catalog_comes_back_with_its_version() -> None:
    data = plain_of(CATALOG)
    assert list(data) == ["format", "version", "targets"]
    back = serial.load(Catalog, data)
    assert back == CATALOG
    assert back.version == data["version"] == CATALOG.version
    assert serial.load(Catalog, {"format": 1, "targets": {}}) == Catalog({})
    mine = Catalog({"mine": EVERY})
    assert serial.load(Catalog, plain_of(mine)) == mine
    assert serial.digest(mine) != serial.digest(Catalog({}))


# ---- what is at fault


@pytest.mark.parametrize(
    ("cls", "data", "expected"),
    [
        (Catalog, {"targets": {}}, [("bad_table", ("format",))]),
        (Catalog, {"format": 2, "targets": {}}, [("bad_table", ("format",))]),
        (Catalog, {"format": True, "targets": {}}, [("bad_table", ("format",))]),
        (Catalog, {"format": 1}, [("bad_table", ("targets",))]),
        (Catalog, {"format": 1, "targets": [], "x": 1}, [("bad_table", ("x",)), ("bad_table", ("targets",))]),
        (Catalog, [], [("bad_table", ())]),
        (
            Catalog,
            {"format": 1, "targets": {"acme/muse": {**MUSE, "name": "muse"}}},
            [("bad_table", ("targets", "acme/muse"))],
        ),
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
        (Reference, {"url": "https://x", "role": "stile"}, [("not_allowed", ("role",))]),
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
    assert faults(serial.load, cls, data) == expected


SHORT: list[tuple[type, Any, Any]] = [
    (Policy, {"size": "clamped", "n": [], "within": 0.1}, Policy(size="clamped", n=(), within=0.1)),
    (Intent, {"aspect_ratio": "2.35:1", "size": None}, Intent(aspect_ratio="2.35:1")),
]


@pytest.mark.parametrize(("cls", "data", "value"), SHORT)
def test_what_a_hand_may_write(cls: type[Any], data: object, value: object) -> None:
    assert serial.load(cls, data) == value
    assert serial.load(cls, plain_of(value)) == value


# ---- any JSON whatsoever

CLASSES: list[Any] = [*{cls for cls, _ in VALUES}, list[Change], tuple[Need, ...]]


@settings(SETTINGS, max_examples=400)
@given(st.sampled_from(CLASSES), ANY)
def test_any_json_is_read_or_refused(cls: Any, data: object) -> None:
    is_read_or_refused(serial.load, serial.dump, cls, data)


@settings(SETTINGS, max_examples=1000)
@given(st.data())
def test_any_changed_value_is_read_or_refused(data: st.DataObject) -> None:
    cls, value = data.draw(st.sampled_from(VALUES))
    written = _DUMPED.setdefault(id(value), plain_of(value))
    is_read_or_refused(serial.load, serial.dump, cls, something_changed(data.draw, written))


_DUMPED: dict[int, Any] = {}


# ---- to the letter


def fresh_load(cls: Any, data: object) -> Any:
    """What a reader reads that has read nothing yet."""
    return Reader(attrs.evolve(serial._VOCABULARY)).load(cls, data)


def fresh_dump(value: object) -> Any:
    """What a writer writes that has written nothing yet."""
    return Writer(attrs.evolve(serial._VOCABULARY)).dump(value)


def told(cls: Any, data: object) -> list[Problem]:
    with pytest.raises(Invalid) as caught:
        fresh_load(cls, data)
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("policy", "data"),
    [
        (Policy(("mapped", "added")), {"default": ["added", "mapped"]}),
        (Policy((), unverified=False), {"default": [], "unverified": False}),
        (
            Policy((), within=0.5, size=("mapped", "clamped")),
            {"default": [], "within": 0.5, "size": ["clamped", "mapped"]},
        ),
        (Policy("clamped", within=float("inf"), n=()), {"default": ["clamped"], "within": None, "n": []}),
    ],
)
def test_a_policy_as_data(policy: Policy, data: dict[str, Any]) -> None:
    assert fresh_dump(policy) == data
    assert fresh_load(Policy, data) == policy


CHANGE = Change("n", "clamped", 5, 4, "why", 0.25, ("a", 0), "a page")
CHANGES: list[tuple[Change, dict[str, Any]]] = [
    (
        CHANGE,
        {
            "field": "n",
            "kind": "clamped",
            "asked": 5,
            "became": 4,
            "why": "why",
            "loss": 0.25,
            "path": ["a", 0],
            "source": "a page",
        },
    ),
    (
        Change("size", "mapped", FrozenDict(aspect_ratio=AspectRatio("2:1"), resolution="2K"), Size(8, 4), ""),
        {
            "field": "size",
            "kind": "mapped",
            "asked": {"aspect_ratio": "2:1", "resolution": "2K"},
            "became": [8, 4],
            "why": "",
            "loss": None,
            "path": [],
            "source": None,
        },
    ),
]


@pytest.mark.parametrize(("change", "data"), CHANGES, ids=["number", "shape"])
def test_a_change_as_data(change: Change, data: dict[str, Any]) -> None:
    assert fresh_dump(change) == data
    back = fresh_load(Change, data)
    assert back == change
    assert (type(back.asked), type(back.became)) == (type(change.asked), type(change.became))


@pytest.mark.parametrize(
    ("field", "data", "value"),
    [
        ("size", [8, 4], Size(8, 4)),
        ("aspect_ratio", [8, 4], Size(8, 4)),
        ("resolution", [8, 4], Size(8, 4)),
        ("size", "2:1", AspectRatio("2:1")),
        ("aspect_ratio", "auto", AspectRatio("auto")),
        ("resolution", "2K", "2K"),
        ("size", [8], (8,)),
        ("n", [8, 4], (8, 4)),
        ("n", "2:1", "2:1"),
        ("size", {"size": [8, 4], "n": [8, 4]}, {"size": Size(8, 4), "n": (8, 4)}),
        ("n", {"size": [8, 4]}, {"size": (8, 4)}),
        ("mask", {"url": "https://acme.example"}, Reference(url="https://acme.example")),
        ("references", [{"url": "https://acme.example"}], (Reference(url="https://acme.example"),)),
        ("references", [], ()),
        ("mask", 3, 3),
        ("n", {"url": "https://acme.example"}, {"url": "https://acme.example"}),
    ],
)
def test_the_field_of_a_change_tells_the_type_of_its_values(field: str, data: object, value: object) -> None:
    written = {"field": field, "kind": "mapped", "why": ""}
    asked = fresh_load(Change, {**written, "asked": data, "became": None})
    became = fresh_load(Change, {**written, "asked": None, "became": data})
    assert (asked.asked, became.became) == (value, value)
    assert type(asked.asked) is type(became.became) is (FrozenDict if isinstance(value, dict) else type(value))


def test_what_was_asked_as_data() -> None:
    asked = Asked({"size": Size(8, 4), "n": 2}, {"a": b"x"}, {"n": ("count",)}, frozenset(["a"]))
    data = {
        "fields": {"size": [8, 4], "n": 2},
        "raw": {"a": {"$bytes": "eA=="}},
        "where": {"n": ["count"]},
        "overruled": ["a"],
    }
    assert fresh_dump(asked) == data
    back = fresh_load(Asked, data)
    assert (back, type(back.fields["size"])) == (asked, Size)
    assert fresh_dump(Asked({}, {})) == {"fields": {}, "raw": {}}
    why = "no value of an intent field"
    assert told(Asked, {"fields": {"n": 0, "seed": 1, "m": 2}, "raw": {}}) == [
        Problem("error", "not_allowed", ("fields", "n"), 0, why),
        Problem("error", "not_allowed", ("fields", "m"), 2, why),
    ]


def test_a_translation_as_data() -> None:
    done = to_request(Intent("cat", n=5), ACME, allow=ALL)
    data = fresh_dump(done)
    assert data == {
        "target": fresh_dump(ACME),
        "request": {"text": "cat", "n": 2},
        "changes": [fresh_dump(change) for change in done.changes],
        "needs": [],
        "pixels": None,
        "count": 2,
        "unverified": [],
        "asked": {"fields": {"prompt": "cat", "n": 5}, "raw": {}},
        "policy": fresh_dump(policy_of(ALL)),
        "extra": [],
    }
    assert fresh_load(Translation, data) == done
    for key in ("request", "changes", "needs", "pixels", "count", "unverified"):
        assert told(Translation, {**data, key: "x"}) == [
            Problem("error", "conflict", (key,), None, "it would be something else now")
        ]
    assert [found.path for found in told(Translation, {**data, "count": 3, "request": {}})] == [
        ("request",),
        ("count",),
    ]
    ours = fresh_dump(to_request(Intent("cat"), CATALOG["openai/gpt-image-2"]))
    assert ours["target"] == "openai/gpt-image-2"
    assert fresh_load(Translation, ours) == to_request(Intent("cat"), CATALOG["openai/gpt-image-2"])
    like = attrs.evolve(CATALOG["openai/gpt-image-2"], note="of our own")
    assert fresh_dump(to_request(Intent("cat"), like))["target"]["name"] == "openai/gpt-image-2"
    assert told(Translation, {**ours, "target": "openai/gpt-imag-2"})[0].path == ("target",)
    assert told(Translation, 3) == [Problem("error", "wrong_type", (), 3, "an object")]


def test_no_credential_is_in_the_data_of_a_change_or_a_problem() -> None:
    token = "sk-abcdef0123456789"
    problem = fresh_dump(Problem("error", "wrong_type", ("a",), {"b": token, "cookie": "x"}, f"not {token}"))
    assert (problem["value"], problem["why"]) == ({"b": HIDDEN, "cookie": HIDDEN}, f"not {HIDDEN}")
    assert fresh_dump(Change("prompt", "dropped", f"a {token}", None, ""))["asked"] == f"a {HIDDEN}"
    assert fresh_dump(Intent(token))["prompt"] == token


def test_a_translation_with_parameters_as_data() -> None:
    done = to_request(Intent("cat"), attrs.evolve(ACME, path="/v1/{a}")).supply({"a": "x"})
    data = fresh_dump(done)
    assert data["parameters"] == {"a": "x"}
    assert fresh_load(Translation, data) == done
    (problem,) = told(Translation, {**data, "parameters": {"b": "x"}})
    assert (problem.code, problem.path, problem.why) == ("open_need", ("b",), "no such need")


def test_a_policy_that_refuses_what_was_asked_is_told() -> None:
    data = fresh_dump(to_request(Intent("cat", n=5), ACME, allow=ALL))
    (problem,) = told(Translation, {**data, "policy": {"default": []}})
    assert (problem.code, problem.path) == ("conflict", ())
    assert problem.why.startswith("it can't be made again: refused n: clamped 5 -> 2 (")


def test_a_catalog_of_another_format_is_told() -> None:
    for number in (2, None, True, "1"):
        assert told(Catalog, {"format": number, "targets": {}}) == [
            Problem("error", "bad_table", ("format",), number, "this version of imgparams reads format 1")
        ]
    mine = Catalog({"acme/draw": ACME})
    assert fresh_dump(mine) == {"format": 1, "version": mine.version, "targets": {"acme/draw": fresh_dump(ACME)}}
    assert fresh_load(Catalog, {"format": 1, "targets": {"acme/draw": fresh_dump(ACME)}}) == mine


def test_what_a_request_holds_is_not_frozen_when_it_is_read() -> None:
    call = fresh_load(Http, {"method": "POST", "path": "/", "json": {"a": [{"$bytes": "eA=="}]}})
    assert call.json == {"a": [b"x"]}
    assert (type(call.json), type(call.json["a"])) == (dict, list)
    data = {"level": "error", "code": "missing", "path": [], "why": "", "value": {"a": [1]}, "allowed": [[1], 2]}
    problem = fresh_load(Problem, data)
    assert (problem.value, problem.allowed) == ({"a": [1]}, ([1], 2))
    assert type(problem.value) is dict
    bad = fresh_load(Overwritten, {"wire": "a", "written": [1], "extra": {"b": [2]}})
    assert bad == Overwritten("a", [1], {"b": [2]})
    assert told(Overwritten, {"wire": "a", "written": {"$float": "x"}, "extra": 1}) == [
        Problem("error", "wrong_type", ("written", "$float"), "x", "nan, inf or -inf")
    ]
