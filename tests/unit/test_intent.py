"""The intent: what it takes, what it refuses, all at once, and that it is a value."""

from __future__ import annotations

import base64
import inspect
import json
import math
import pickle
import sys
from collections.abc import Sequence
from fractions import Fraction
from types import FrameType
from typing import Any

import attrs
import pytest

from imgparams import AspectRatio, Intent, IntentFields, Invalid, Problem, Reference, Size
from imgparams.geometry import BadValue, ln, ratio_met, tier_area, tier_met, tier_name
from imgparams.intent import READERS, takes
from imgparams.reference import marks, read_data_url, read_references
from tests.unit.tables import PNG, URL


def faults(**fields: Any) -> Sequence[tuple[str, str]]:
    """(code, path) of every fault of these fields, by both doors."""
    with pytest.raises(Invalid) as direct:
        Intent(**fields)
    with pytest.raises(Invalid) as outside:
        Intent.of(fields)
    told = [[(found.code, ".".join(map(str, found.path))) for found in e.value.problems] for e in (direct, outside)]
    assert told[0] == told[1]
    return told[0]


# ---- every fault at once


def test_every_fault_is_told_at_once() -> None:
    assert faults(n=0, steps="x", strength=2, stream=1, mask=3) == [
        ("out_of_range", "n"),
        ("wrong_type", "mask"),
        ("wrong_type", "steps"),
        ("out_of_range", "strength"),
        ("wrong_type", "stream"),
    ]


def test_a_fault_has_the_field_and_the_value() -> None:
    with pytest.raises(Invalid) as caught:
        Intent(n=0)
    (problem,) = caught.value.problems
    assert (problem.level, problem.field, problem.value) == ("error", "n", 0)


def test_an_error_is_one_line_a_fault() -> None:
    with pytest.raises(Invalid) as caught:
        Intent.of({"n": 0, "prompt": b"x" * 500, "seed": "long " * 99, "sede": 1})
    assert len(str(caught.value).splitlines()) == 4
    assert max(map(len, str(caught.value).splitlines())) < 160


# ---- Intent.of


def test_of_takes_what_the_constructor_takes() -> None:
    fields = {"prompt": "a", "size": [1024, 768], "references": [URL, {"url": URL, "role": "style"}], "n": 2.0}
    intent = Intent.of(fields)
    assert intent == Intent("a", size=(1024, 768), references=[URL, Reference(url=URL, role="style")], n=2)


@pytest.mark.parametrize(
    ("intent", "data"),
    [
        (Intent(), {}),
        (Intent(""), {"prompt": ""}),
        (
            Intent("a cat", size=(8, 8), aspect_ratio="1:1", seed=0, stream=False, strength=0.5),
            {"prompt": "a cat", "aspect_ratio": "1:1", "size": [8, 8], "seed": 0, "strength": 0.5, "stream": False},
        ),
        (
            Intent(
                references=[URL, Reference(data=b"\0", role="style", size=Size(8, 8))],
                mask=Reference(url=URL, edits="white"),
            ),
            {
                "references": [{"url": URL}, {"data": "AA==", "role": "style", "size": [8, 8]}],
                "mask": {"url": URL, "edits": "white"},
            },
        ),
        (
            Intent(provider_options={"acme": {"a": [1, {"b": None}], "$bytes": "x"}, "other": {}}),
            {"provider_options": {"acme": {"a": [1, {"b": None}], "$bytes": "x"}}},
        ),
    ],
)
def test_to_json_is_what_of_reads_back(intent: Intent, data: dict[str, object]) -> None:
    assert intent.to_json() == data
    assert Intent.of(json.loads(json.dumps(intent.to_json()))) == intent


def test_bytes_among_the_vendors_own_fields_stay_bytes() -> None:
    intent = Intent(provider_options={"acme": {"file": PNG}})
    assert intent.to_json() == {"provider_options": {"acme": {"file": PNG}}}
    assert Intent.of(intent.to_json()) == intent


def test_of_tells_unknown_names_with_the_other_faults() -> None:
    with pytest.raises(Invalid) as caught:
        Intent.of({"sede": 1, "n": 0, 5: 1})  # type: ignore[dict-item]
    found = {(problem.code, problem.path) for problem in caught.value.problems}
    assert found == {("unknown_field", ("sede",)), ("unknown_field", ("5",)), ("out_of_range", ("n",))}
    assert "did you mean 'seed'?" in str(caught.value)


def test_of_tells_a_huge_key() -> None:
    with pytest.raises(Invalid, match="unknown_field"):
        Intent.of({10**5000: 1})  # type: ignore[dict-item]


def test_of_has_no_hint_for_what_is_like_nothing() -> None:
    for name in ("zzzz", "s" * 100):
        with pytest.raises(Invalid) as caught:
            Intent.of({name: 1})
        assert "did you mean" not in str(caught.value)


@pytest.mark.parametrize("fields", [None, [], "prompt", 3])
def test_of_refuses_what_is_no_mapping(fields: Any) -> None:
    with pytest.raises(Invalid) as caught:
        Intent.of(fields)
    assert [problem.code for problem in caught.value.problems] == ["wrong_type"]


# ---- asked and not asked


def test_nothing_is_asked_at_first() -> None:
    values = {name: getattr(Intent(), name) for name in READERS}
    assert values.pop("references") == ()
    assert values.pop("provider_options") == {}
    assert set(values.values()) == {None}


def test_zero_false_and_empty_text_are_set_values() -> None:
    intent = Intent("", negative_prompt="", seed=0, steps=0, strength=0, guidance=0, stream=False, output_compression=0)
    assert (intent.prompt, intent.negative_prompt, intent.seed, intent.steps) == ("", "", 0, 0)
    assert (intent.strength, intent.guidance, intent.stream, intent.output_compression) == (0, 0, False, 0)


def test_none_is_not_asked() -> None:
    assert Intent.of({"prompt": None, "size": None, "references": None, "provider_options": None}) == Intent()


# ---- numbers


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
@pytest.mark.parametrize("name", ["guidance", "strength", "n", "seed", "steps", "output_compression"])
def test_nan_and_infinities_are_refused(name: str, value: float) -> None:
    ((_, path),) = faults(**{name: value})
    assert path == name


@pytest.mark.parametrize("name", ["n", "seed", "steps", "output_compression", "guidance", "strength"])
@pytest.mark.parametrize("value", [True, "3", b"3", [3]])
def test_only_numbers_are_numbers(name: str, value: object) -> None:
    assert faults(**{name: value}) == [("wrong_type", name)]


@pytest.mark.parametrize("name", ["n", "seed", "steps", "output_compression"])
def test_a_whole_float_is_an_integer_and_a_fraction_is_none(name: str) -> None:
    value = getattr(Intent.of({name: 3.0}), name)
    assert (value, type(value)) == (3, int)
    assert faults(**{name: 3.5}) == [("wrong_type", name)]


@pytest.mark.parametrize("value", [0, -1, 0.0])
def test_n_below_one_is_refused(value: float) -> None:
    assert faults(n=value) == [("out_of_range", "n")]


def test_strength_is_from_0_to_1() -> None:
    assert (Intent(strength=0).strength, Intent(strength=1).strength) == (0, 1)
    assert faults(strength=1.0001) == [("out_of_range", "strength")]
    assert faults(strength=-0.0001) == [("out_of_range", "strength")]


@pytest.mark.parametrize("name", ["n", "seed", "steps", "output_compression", "guidance"])
@pytest.mark.parametrize("value", [10**5000, 2**64], ids=["huge", "65 bits"])
def test_huge_integers_are_refused_and_can_be_told(name: str, value: int) -> None:
    assert faults(**{name: value}) == [("out_of_range", name)]
    with pytest.raises(Invalid, match="out_of_range"):
        Intent.of({name: value})


def test_integers_of_64_bits_are_taken() -> None:
    assert Intent(seed=2**64 - 1).seed == 2**64 - 1
    assert Intent(seed=-1).seed == -1


def test_a_huge_size_can_be_told() -> None:
    with pytest.raises(Invalid) as caught:
        Intent(size=Size(10**5000, 1))
    assert "out_of_range" in str(caught.value)


# ---- texts


@pytest.mark.parametrize("name", ["prompt", "negative_prompt", "user", "quality", "output_format", "background"])
def test_texts_are_texts(name: str) -> None:
    assert getattr(Intent.of({name: "high"}), name) == "high"
    assert faults(**{name: 5}) == [("wrong_type", name)]
    assert faults(**{name: b"x"}) == [("wrong_type", name)]
    assert faults(**{name: "\ud800"}) == [("unreadable", name)]


@pytest.mark.parametrize("name", ["quality", "output_format", "background"])
@pytest.mark.parametrize("value", ["", "x" * 201])
def test_words_have_1_to_200_characters(name: str, value: str) -> None:
    assert faults(**{name: value}) == [("not_allowed", name)]


def test_a_format_has_one_spelling() -> None:
    assert [Intent(output_format=word).output_format for word in ("png", "JPG", "jpeg")] == ["png", "jpeg", "jpeg"]


# ---- ratio


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("16:9", Fraction(16, 9)),
        ("21:9", Fraction(7, 3)),
        ("2.35:1", Fraction(47, 20)),
        ("19.5:9", Fraction(13, 6)),
        ("1:1", Fraction(1)),
        ("auto", None),
    ],
)
def test_a_ratio_is_exact_and_remembers_how_it_was_written(text: str, value: Fraction | None) -> None:
    ratio = Intent(aspect_ratio=text).aspect_ratio
    assert ratio == AspectRatio(text)
    assert ratio is not None
    assert (ratio.value, str(ratio)) == (value, text)


@pytest.mark.parametrize(
    "text", ["0:1", "1:0", "16/9", "16x9", "-16:9", "", " 16:9", "16:9\n", "16:9:1", "wide", "1e3:1"]
)
def test_what_is_no_ratio(text: str) -> None:
    assert faults(aspect_ratio=text) == [("not_allowed", "aspect_ratio")]
    with pytest.raises(Invalid):
        AspectRatio(text)


def test_a_ratio_is_a_text() -> None:
    assert faults(aspect_ratio=1.5) == [("wrong_type", "aspect_ratio")]
    with pytest.raises(Invalid):
        AspectRatio(1.5)  # type: ignore[arg-type]


def test_a_ratio_given_as_such_is_kept() -> None:
    assert Intent(aspect_ratio=AspectRatio("21:9")).aspect_ratio == AspectRatio("21:9")


# ---- tier


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("512", "512"),
        ("0.5K", "512"),
        ("0.50k", "512"),
        ("768", "768"),
        ("1K", "1K"),
        ("1k", "1K"),
        ("1.5K", "1.5K"),
        ("1.50K", "1.5K"),
        ("2.0K", "2K"),
        ("02K", "2K"),
        ("10K", "10K"),
        ("0.25K", "0.25K"),
    ],
)
def test_a_tier_has_one_spelling(text: str, name: str) -> None:
    assert tier_name(text) == name
    assert Intent(resolution=text).resolution == name


@pytest.mark.parametrize("text", ["", "K", "0K", "2", "1.5", "2M", "-1K", "1024x1024", "auto", " 1K"])
def test_what_is_no_tier(text: str) -> None:
    assert tier_name(text) is None
    assert faults(resolution=text) == [("not_allowed", "resolution")]


def test_tiers_are_ordered_by_their_area() -> None:
    tiers = ["512", "768", "1K", "1.5K", "2K", "3K", "4K"]
    assert [math.isqrt(int(tier_area(tier))) for tier in tiers] == [512, 768, 1024, 1536, 2048, 3072, 4096]


# ---- size


@pytest.mark.parametrize(
    "value", ["1024x768", "1024X768", "1024*768", (1024, 768), [1024, 768], (1024.0, 768), Size(1024, 768)]
)
def test_spellings_of_a_size(value: Any) -> None:
    size = Intent(size=value).size
    assert size == Size(1024, 768)
    assert type(size) is Size
    assert {type(side) for side in size} == {int}
    assert str(size) == "1024x768"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("0x5", "not_allowed"),
        ("1024", None),
        ("big", "not_allowed"),
        ((1024,), "wrong_type"),
        ((1024, 768, 3), "wrong_type"),
        ((1024, "768"), "wrong_type"),
        ((True, 768), "wrong_type"),
        ((1024.5, 768), "wrong_type"),
        (1024, "wrong_type"),
        ((0, 768), "out_of_range"),
        ((-1024, 768), "out_of_range"),
        ((2**31, 768), "out_of_range"),
    ],
)
def test_what_is_no_size(value: Any, code: str | None) -> None:
    if code is None:
        assert Intent(size=value).size is None
    else:
        assert faults(size=value) == [(code, "size")]


def test_a_tier_given_as_size_is_the_resolution() -> None:
    for intent in (Intent(size="2K"), Intent(size="2k"), Intent(size="2K", resolution="2K")):
        assert (intent.size, intent.resolution) == (None, "2K")


def test_a_tier_given_as_size_may_contradict_the_resolution() -> None:
    assert faults(size="2K", resolution="4K") == [("conflict", "size")]


@pytest.mark.parametrize(("size", "resolution"), [("2k", "2k"), ("2K", "2k"), ("512", "0.5K")])
def test_two_spellings_of_one_tier_do_not_contradict(size: str, resolution: str) -> None:
    assert Intent(size=size, resolution=resolution).resolution == tier_name(size)


@pytest.mark.parametrize("resolution", [b"hunter2", 10**5000], ids=["bytes", "huge"])
def test_a_contradicted_resolution_is_not_shown_raw(resolution: Any) -> None:
    with pytest.raises(Invalid) as caught:
        Intent(size="2K", resolution=resolution)
    assert "hunter2" not in str(caught.value)


# ---- conflicts


@pytest.mark.parametrize(
    ("size", "ratio", "fits"),
    [
        ("1376x768", "16:9", True),
        ("1920x1080", "16:9", True),
        ("1080x1920", "9:16", True),
        ("102x100", "1:1", True),  # ln 1.02 is 0.0198
        ("103x100", "1:1", False),
        ("100x103", "1:1", False),
        ("1920x1080", "9:16", False),
        ("1920x1080", "auto", True),
    ],
)
def test_a_size_meets_a_ratio_within_2_per_cent(size: str, ratio: str, fits: bool) -> None:
    if fits:
        assert Intent(size=size, aspect_ratio=ratio).size is not None
    else:
        assert faults(size=size, aspect_ratio=ratio) == [("conflict", "aspect_ratio")]


@pytest.mark.parametrize(
    ("size", "tier", "fits"),
    [
        ("1376x768", "1K", True),
        ("2752x1536", "2K", True),
        ("1131x1131", "1K", True),  # the area is 1.2199 as large, and e^0.2 is 1.2214
        ("1132x1132", "1K", False),
        ("927x927", "1K", True),
        ("926x926", "1K", False),
        ("1024x1024", "2K", False),
    ],
)
def test_a_size_meets_a_tier_within_a_fifth_of_its_area(size: str, tier: str, fits: bool) -> None:
    if fits:
        assert Intent(size=size, resolution=tier).size is not None
    else:
        assert faults(size=size, resolution=tier) == [("conflict", "resolution")]


def test_ratio_and_tier_do_not_contradict_each_other() -> None:
    intent = Intent(aspect_ratio="21:9", resolution="4K")
    assert (str(intent.aspect_ratio), intent.resolution) == ("21:9", "4K")


def test_a_size_may_contradict_both() -> None:
    assert faults(size="64x64", aspect_ratio="2:1", resolution="4K") == [
        ("conflict", "aspect_ratio"),
        ("conflict", "resolution"),
    ]


def test_tolerances_are_logarithmic() -> None:
    assert ratio_met(Size(16, 9), Fraction(16, 9))
    assert tier_met(Size(2048, 512), "1K")
    assert ln(Fraction(10**400)) == pytest.approx(400 * math.log(10))


# ---- references


def test_a_reference_is_bytes_a_url_or_an_id_of_a_provider() -> None:
    assert Reference(data=PNG).data == PNG
    assert Reference(url=URL).url == URL
    owned = Reference(file_id="f-1", provider="openai")
    assert (owned.file_id, owned.provider, owned.role) == ("f-1", "openai", "image")


@pytest.mark.parametrize(
    ("fields", "code", "path"),
    [
        ({}, "conflict", "data"),
        ({"url": URL, "data": PNG}, "conflict", "url"),
        ({"url": ""}, "wrong_type", "url"),
        ({"url": 5}, "wrong_type", "url"),
        ({"url": "\ud800"}, "wrong_type", "url"),
        ({"data": "text"}, "wrong_type", "data"),
        ({"file_id": "x"}, "missing", "provider"),
        ({"url": URL, "role": "hero"}, "not_allowed", "role"),
        ({"url": URL, "role": 5}, "wrong_type", "role"),
        ({"url": URL, "role": None}, "not_allowed", "role"),
        ({"url": URL, "weight": float("nan")}, "wrong_type", "weight"),
        ({"url": URL, "weight": True}, "wrong_type", "weight"),
        ({"url": URL, "weight": "1"}, "wrong_type", "weight"),
        ({"url": URL, "edits": "red"}, "not_allowed", "edits"),
        ({"url": URL, "size": 5}, "wrong_type", "size"),
        ({"url": URL, "size": (0, 5)}, "out_of_range", "size"),
        ({"url": URL, "media_type": 5}, "wrong_type", "media_type"),
    ],
)
def test_what_is_no_reference(fields: dict[str, Any], code: str, path: str) -> None:
    with pytest.raises(Invalid) as caught:
        Reference(**fields)
    assert [(problem.code, *problem.path) for problem in caught.value.problems] == [(code, path)]


def test_every_fault_of_a_reference_is_told() -> None:
    with pytest.raises(Invalid) as caught:
        Reference(url=URL, role="hero", weight=float("inf"), edits="red")  # type: ignore[arg-type]
    assert [problem.path for problem in caught.value.problems] == [("role",), ("weight",), ("edits",)]


def test_a_reference_knows_its_size() -> None:
    assert Reference(url=URL, size=(64, 32)).size == Size(64, 32)  # type: ignore[arg-type]


def test_a_reference_takes_its_size_as_text() -> None:
    (reference,) = Intent.of({"references": [{"url": URL, "size": "64x32"}]}).references
    assert reference.size == Size(64, 32)


def test_the_sides_of_a_reference_are_integers() -> None:
    size = Reference(url=URL, size=(64.0, 32.0)).size  # type: ignore[arg-type]
    assert size is not None
    assert type(size.width) is int


def test_a_base64_data_url_becomes_bytes_and_media_type() -> None:
    reference = Reference(url=f"data:image/png;base64,{base64.b64encode(PNG).decode()}")
    assert (reference.data, reference.media_type, reference.url) == (PNG, "image/png", None)


@pytest.mark.parametrize("url", ["data:image/png;base64,AB", "data:image/png,abc", "data:image/png;base64,AB=="])
def test_a_data_url_that_would_not_come_back_stays_a_url(url: str) -> None:
    assert Reference(url=url).url == url


def test_a_reference_never_shows_its_bytes() -> None:
    for text in (str(Reference(data=b"secret")), repr(Reference(data=b"secret"))):
        assert "secret" not in text
        assert "6 bytes" in text


def test_the_text_of_a_reference() -> None:
    assert str(Reference(url=URL)) == URL
    assert str(Reference(file_id="f-1", provider="openai")) == "id f-1 of openai"
    assert len(str(Reference(url=URL + "x" * 999))) <= 80
    assert "x" * 99 not in repr(Reference(url=URL + "x" * 999))


def test_the_text_of_a_reference_has_no_base64() -> None:
    assert "A" * 40 not in str(Reference(url="data:image/png;base64," + "A" * 101))


@pytest.mark.parametrize("value", [URL, Reference(url=URL), {"url": URL}])
def test_spellings_of_a_reference(value: Any) -> None:
    assert Intent(references=[value]).references == (Reference(url=URL),)
    assert Intent(mask=value).mask == Reference(url=URL)


def test_bytes_are_a_reference_and_base64_is_in_json() -> None:
    assert Intent(references=[PNG]).references == (Reference(data=PNG),)
    text = base64.b64encode(PNG).decode()
    assert Intent.of({"references": [{"data": text}]}).references == (Reference(data=PNG),)
    assert faults(mask={"data": "no base64!"}) == [("wrong_type", "mask.data")]


@pytest.mark.parametrize("value", [URL, PNG, {"url": URL}, 5, {URL}])
def test_references_are_a_list(value: Any) -> None:
    assert faults(references=value) == [("wrong_type", "references")]


def test_faults_inside_references_have_their_place() -> None:
    bad = [{"urll": URL}, {"url": URL, "role": "hero", "weight": "x"}, 5, URL]
    assert faults(references=bad) == [
        ("unknown_field", "references.0.urll"),
        ("not_allowed", "references.1.role"),
        ("wrong_type", "references.1.weight"),
        ("wrong_type", "references.2"),
    ]


def test_an_empty_list_of_references_asks_for_nothing() -> None:
    assert Intent(references=[]) == Intent()


# ---- provider options


OPTIONS: dict[str, dict[str, object]] = {
    "leonardo": {"alchemy": True, "tags": ["a", {"b": 1}]},
    "openai": {"user": None},
}


def test_true_is_not_one_in_provider_options() -> None:
    flag, number = Intent(provider_options={"acme": {"x": [True]}}), Intent(provider_options={"acme": {"x": [1]}})
    assert flag != number
    assert flag == Intent(provider_options={"acme": {"x": [True]}})
    assert number == Intent(provider_options={"acme": {"x": [1.0]}})
    assert len({flag, number}) == 2


def test_provider_options_are_a_frozen_copy() -> None:
    inner: dict[str, Any] = {"tags": ["a"]}
    intent = Intent(provider_options={"acme": inner})
    inner["tags"].append("b")
    assert intent.provider_options == {"acme": {"tags": ("a",)}}
    with pytest.raises(TypeError):
        intent.provider_options["acme"]["tags"] = ()


def test_an_intent_with_provider_options_hashes_and_pickles() -> None:
    intent = Intent("a", provider_options=OPTIONS)
    twin = pickle.loads(pickle.dumps(intent))
    assert twin == intent
    assert hash(twin) == hash(intent)


def test_a_provider_without_options_is_not_kept() -> None:
    assert Intent(provider_options={"acme": {}}) == Intent()


@pytest.mark.parametrize("value", [[], "acme", {"acme": 1}, {"acme": [1]}])
def test_provider_options_are_an_object_of_objects(value: Any) -> None:
    assert faults(provider_options=value) == [("wrong_type", "provider_options")]


def test_provider_options_are_json() -> None:
    value = {"acme": {"a": float("nan"), "b": ["\ud800"]}}
    assert faults(provider_options=value) == [
        ("unreadable", "provider_options.acme.a"),
        ("unreadable", "provider_options.acme.b.0"),
    ]
    assert Intent(provider_options={"acme": {"file": PNG}}).provider_options["acme"]["file"] == PNG


# ---- a value


def test_an_intent_is_frozen_and_compares() -> None:
    intent = Intent("a", size="1024x768", references=[PNG], mask=URL, aspect_ratio="4:3")
    with pytest.raises(AttributeError):
        intent.n = 3  # type: ignore[misc]
    assert intent == pickle.loads(pickle.dumps(intent))
    assert intent != Intent("b")
    assert len({intent, Intent.of({"prompt": "a"}), Intent("a")}) == 2


def test_a_ratio_and_a_reference_pickle() -> None:
    for value in (AspectRatio("21:9"), AspectRatio("auto"), Reference(data=PNG, weight=0.5), Size(3, 4)):
        twin = pickle.loads(pickle.dumps(value))
        assert twin == value
        assert hash(twin) == hash(value)
    assert pickle.loads(pickle.dumps(AspectRatio("21:9"))).value == Fraction(7, 3)


def test_the_typed_dict_has_the_keywords_of_the_intent_but_the_prompt() -> None:
    keywords = list(inspect.signature(Intent).parameters)
    assert keywords[0] == "prompt"
    assert list(IntentFields.__annotations__) == keywords[1:] == list(READERS)[1:]


@pytest.mark.parametrize(("name", "value", "taken"), [("n", 1, True), ("n", 0, False), ("size", (1, 2.5), False)])
def test_takes(name: str, value: object, taken: bool) -> None:
    assert takes(name, value) is taken


# ---- what people write elsewhere


@pytest.mark.parametrize(
    ("fields", "same"),
    [
        ({"aspect_ratio": (16, 9)}, {"aspect_ratio": "16:9"}),
        ({"aspect_ratio": [16.0, 9]}, {"aspect_ratio": "16:9"}),
        ({"size": "1024\u00d7768"}, {"size": (1024, 768)}),
        ({"size": "auto"}, {"aspect_ratio": "auto"}),
        ({"size": "auto", "aspect_ratio": "1:1"}, {"aspect_ratio": "1:1"}),
    ],
)
def test_other_ways_to_write_a_shape(fields: dict[str, Any], same: dict[str, Any]) -> None:
    assert Intent(**fields) == Intent.of(fields) == Intent(**same)


@pytest.mark.parametrize("ratio", [(16, 0), (16,), (16, 9, 1), (1.5, 1), (True, 1), (10**9, 1), ("16", "9"), 1.5])
def test_what_is_no_pair_of_a_ratio(ratio: Any) -> None:
    assert faults(aspect_ratio=ratio) == [("wrong_type", "aspect_ratio")]


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("num_images", "n"),
        ("numberOfImages", "n"),
        ("width", "size"),
        ("image_size", "size"),
        ("cfg_scale", "guidance"),
        ("guidanceScale", "guidance"),
        ("num_inference_steps", "steps"),
        ("image_urls", "references"),
        ("response_format", "delivery"),
        ("negativePrompt", "negative_prompt"),
        ("promt", "prompt"),
    ],
)
def test_the_field_behind_a_vendors_name(name: str, field: str) -> None:
    with pytest.raises(Invalid, match=rf"at {name}: an intent has no such field; did you mean '{field}'\?"):
        Intent.of({name: 1})


def test_a_tracer_such_as_a_debugger_s_changes_nothing() -> None:
    def trace(frame: FrameType, event: str, argument: object) -> Any:
        frame.f_locals  # noqa: B018  what a debugger reads
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        intent = Intent("a", n=2)
    finally:
        sys.settrace(before)
    assert intent == Intent("a", n=2)


# ---- to the letter

TAKEN_ELSEWHERE = "; give the bytes of a file as data"
ONE_PICTURE = "a reference has exactly one of data, url and file_id"
NAN = float("nan")


@pytest.mark.parametrize(
    ("name", "value", "code", "why"),
    [
        ("prompt", 5, "wrong_type", "text"),
        ("prompt", "a\ud800", "unreadable", "text with a lone surrogate"),
        ("background", "", "not_allowed", "a word of 1 to 200 characters"),
        ("output_format", "x" * 201, "not_allowed", "a word of 1 to 200 characters"),
        (
            "quality",
            "hgh",
            "not_allowed",
            "one of auto, low, medium, high, xhigh, max, standard, hd; did you mean 'high'?",
        ),
        ("delivery", "ul", "not_allowed", "one of url, base64, b64_json; did you mean 'url'?"),
        ("n", "3", "wrong_type", "a whole number"),
        ("n", 0, "out_of_range", "at least 1 image"),
        ("seed", 2**64, "out_of_range", "an integer of at most 64 bits"),
        ("steps", -(2**64), "out_of_range", "an integer of at most 64 bits"),
        ("output_compression", 2**64, "out_of_range", "an integer of at most 64 bits"),
        ("guidance", True, "wrong_type", "a number"),
        ("guidance", NAN, "not_allowed", "a finite number"),
        ("guidance", -(2**64), "out_of_range", "a number of at most 64 bits"),
        ("guidance", 2.0**64, "out_of_range", "a number of at most 64 bits"),
        ("strength", 1.5, "out_of_range", "from 0 (keep the image) to 1 (ignore it)"),
        ("stream", 1, "wrong_type", "true or false"),
        ("aspect_ratio", (16,), "wrong_type", 'a ratio such as "16:9" or (16, 9)'),
        ("resolution", "big", "not_allowed", 'a resolution tier such as "512", "1K", "1.5K", "2K" or "4K"'),
        ("references", URL, "wrong_type", "a list of references"),
        ("mask", 3, "wrong_type", "a Reference, bytes, or a URL"),
    ],
)
def test_a_fault_is_told_to_the_letter(name: str, value: Any, code: Any, why: str) -> None:
    with pytest.raises(Invalid) as caught:
        Intent.of({name: value})
    assert caught.value.problems == (Problem("error", code, (name,), value, why, field=name),)


def told(fields: Any) -> tuple[Problem, ...]:
    with pytest.raises(Invalid) as caught:
        Intent.of(fields)
    return caught.value.problems


def test_a_fault_inside_a_field_has_its_place_and_no_value() -> None:
    def inside(code: Any, why: str, *path: str | int) -> Problem:
        return Problem("error", code, path, None, why, field=str(path[0]))

    assert told({"provider_options": {"acme": {"a": NAN, "b": "\ud800"}}}) == (
        inside("unreadable", "NaN and infinity are not JSON", "provider_options", "acme", "a"),
        inside("unreadable", "text with a lone surrogate", "provider_options", "acme", "b"),
    )
    assert told({"provider_options": {"acme": {"a": NAN}}}) == (
        inside("unreadable", "NaN and infinity are not JSON", "provider_options", "acme", "a"),
    )
    assert told({"references": [{"url": "x.png"}, 3, {"file_id": "f"}]}) == (
        inside("not_allowed", f"a URL with a scheme, such as https://{TAKEN_ELSEWHERE}", "references", 0, "url"),
        inside("wrong_type", "a Reference, bytes, or a URL", "references", 1),
        inside("missing", "a file id needs the provider that owns it", "references", 2, "provider"),
    )
    assert told({"mask": {"urll": URL, 5: 1}}) == (
        inside("unknown_field", "a reference has no such field", "mask", "urll"),
        inside("unknown_field", "a reference has no such field", "mask", "5"),
    )
    assert told({"mask": {"data": "?"}}) == (inside("wrong_type", "base64 text", "mask", "data"),)


def test_what_is_no_object_of_fields_is_told_whole() -> None:
    assert told([1]) == (Problem("error", "wrong_type", (), [1], "an object of intent fields"),)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("num_images" + "_" * 39, "; did you mean 'n'?"),  # 49 characters
        ("num_images" + "_" * 40, ""),
        ("aspectRatio", "; did you mean 'aspect_ratio'?"),
        ("o.u.t.p.u.t.f.o.r.m.a.t", "; did you mean 'output_format'?"),
        ("SEED", "; did you mean 'seed'?"),
        ("promt", "; did you mean 'prompt'?"),
        ("zzzz", ""),
        (5, ""),
    ],
)
def test_an_unknown_field_is_told_whole(name: Any, hint: str) -> None:
    why = f"an intent has no such field{hint}"
    assert told({name: 1}) == (Problem("error", "unknown_field", (str(name),), None, why),)


def test_a_contradiction_is_told_whole() -> None:
    def conflict(name: str, value: str, why: str) -> Problem:
        return Problem("error", "conflict", (name,), value, f"contradicts {why}", field=name)

    assert told({"size": "64x64", "aspect_ratio": "2:1", "resolution": "4K"}) == (
        conflict("aspect_ratio", "2:1", "size 64x64"),
        conflict("resolution", "4K", "size 64x64"),
    )
    assert told({"size": "2K", "resolution": "4K"}) == (conflict("size", "2K", 'resolution "4K"'),)
    assert told({"size": "2K", "resolution": 4, "n": 0}) == (
        conflict("size", "2K", "resolution 4"),
        Problem("error", "wrong_type", ("resolution",), 4, "text", field="resolution"),
        Problem("error", "out_of_range", ("n",), 0, "at least 1 image", field="n"),
    )


@pytest.mark.parametrize(
    ("name", "value", "taken"),
    [
        ("background", "x", "x"),
        ("background", "x" * 200, "x" * 200),
        ("quality", "HD", "high"),
        ("quality", "Standard", "medium"),
        ("delivery", "B64_JSON", "base64"),
        ("delivery", "URL", "url"),
        ("output_format", "Jpg", "jpeg"),
        ("n", 1, 1),
        ("seed", 1 - 2**64, 1 - 2**64),
        ("guidance", 2**64 - 1, 2**64 - 1),
        ("guidance", -7.5, -7.5),
        ("strength", 1.0, 1.0),
        ("aspect_ratio", (1, 10**9 - 1), AspectRatio(f"1:{10**9 - 1}")),
        ("stream", False, False),
    ],
)
def test_what_is_just_legal_is_taken(name: str, value: Any, taken: object) -> None:
    assert Intent.of({name: value}).given == {name: taken}


def test_the_fields_of_an_intent_have_their_own_order() -> None:
    intent = Intent.of({"seed": 1, "size": "auto", "prompt": "a", "provider_options": {"acme": {"x": 1}, "b": {}}})
    assert list(intent.given) == ["prompt", "aspect_ratio", "seed", "provider_options"]
    assert repr(intent) == "Intent(prompt='a', aspect_ratio='auto', seed=1, provider_options={'acme': {'x': 1}})"
    assert repr(Intent("a" * 201, size=(8, 16))) == f"Intent(prompt={'a' * 200!r}..., size='8x16')"


def test_the_json_of_an_intent_has_what_is_set() -> None:
    whole = Intent(
        aspect_ratio="16:9",
        references=[Reference(data=PNG, weight=0, media_type="image/png"), Reference(url=URL, role="source")],
        mask=Reference(file_id="f", provider="acme", edits="black"),
    )
    assert whole.to_json() == {
        "aspect_ratio": "16:9",
        "references": [
            {"data": base64.b64encode(PNG).decode(), "weight": 0, "media_type": "image/png"},
            {"url": URL, "role": "source"},
        ],
        "mask": {"file_id": "f", "provider": "acme", "edits": "black"},
    }


# ---- references to the letter


@pytest.mark.parametrize(
    ("fields", "key", "code", "why"),
    [
        ({}, "data", "conflict", ONE_PICTURE),
        ({"data": PNG, "url": URL}, "url", "conflict", ONE_PICTURE),
        ({"url": URL, "provider": "a", "file_id": "f"}, "file_id", "conflict", ONE_PICTURE),
        ({"data": "text"}, "data", "wrong_type", "bytes"),
        ({"url": ""}, "url", "wrong_type", "text"),
        ({"url": "C:\\a.png"}, "url", "not_allowed", f"a URL with a scheme, such as https://{TAKEN_ELSEWHERE}"),
        ({"url": URL, "media_type": "png"}, "media_type", "not_allowed", "a media type such as image/png"),
        ({"url": URL, "media_type": "image/png;q=1"}, "media_type", "not_allowed", "a media type such as image/png"),
        ({"file_id": "f"}, "provider", "missing", "a file id needs the provider that owns it"),
        ({"file_id": "f", "provider": ""}, "provider", "wrong_type", "text"),
        (
            {"url": URL, "role": "hero"},
            "role",
            "not_allowed",
            "one of image, source, reference, style, character, content, control",
        ),
        ({"url": URL, "weight": NAN}, "weight", "wrong_type", "a finite number"),
        ({"url": URL, "weight": "1"}, "weight", "wrong_type", "a finite number"),
        ({"url": URL, "edits": "red"}, "edits", "not_allowed", "one of transparent, white, black"),
        ({"url": URL, "size": 5}, "size", "wrong_type", "a size is two whole numbers, width and height in pixels"),
    ],
)
def test_a_fault_of_a_reference_to_the_letter(fields: dict[str, Any], key: str, code: Any, why: str) -> None:
    with pytest.raises(Invalid) as caught:
        Reference(**fields)
    assert caught.value.problems == (Problem("error", code, (key,), fields.get(key), why, field=key),)


@pytest.mark.parametrize("url", ["ab:c", "s3://bucket/a.png", "GS://b", "x-1.2+y:a"])
def test_a_scheme_has_two_characters_at_least(url: str) -> None:
    assert Reference(url=url).url == url


def test_a_reference_keeps_every_fact() -> None:
    facts: dict[str, Any] = {"url": URL, "role": "style", "weight": 0.5, "media_type": "image/png", "edits": "white"}
    reference = Reference(**facts, provider="acme", size=Size(2, 3))
    assert attrs.asdict(reference, recurse=False) == {
        "data": None,
        "file_id": None,
        "provider": "acme",
        "size": Size(2, 3),
        **facts,
    }
    assert attrs.asdict(Reference(file_id="f", provider="acme"), recurse=False) == {
        **dict.fromkeys(attrs.asdict(reference)),
        "file_id": "f",
        "provider": "acme",
        "role": "image",
    }


def test_a_reference_in_words() -> None:
    assert str(Reference(url=URL, role="style", weight=0, edits="white")) == f"{URL} (style, weight 0, edits white)"
    assert str(Reference(url="https://example.com/X")) == "https://example.com/X"
    assert str(Reference(data=PNG, edits="black")) == "<72 bytes> (edits black)"
    assert str(Reference(file_id="f", provider="acme", role="source")) == "id f of acme (source)"
    assert repr(Reference(data=PNG)) == (
        "Reference(data=<72 bytes>, url=None, file_id=None, provider=None, role='image', weight=None, "
        "media_type=None, size=None, edits=None)"
    )
    assert 'data=None, url="https://example.com/a.png",' in repr(Reference(url=URL))


@pytest.mark.parametrize(
    ("mask", "edits", "marked"),
    [
        (Reference(data=PNG), None, True),
        (Reference(data=PNG), "transparent", True),
        (Reference(data=PNG), "white", False),
        (Reference(data=PNG, edits="white"), "white", True),
        (Reference(data=PNG, edits="white"), "black", False),
        (Reference(data=PNG, edits="white"), None, False),
        (Reference(file_id="f", provider="acme"), "white", True),
        (Reference(file_id="f", provider="acme", edits="black"), "white", False),
    ],
)
def test_how_a_mask_marks_the_area_to_edit(mask: Reference, edits: Any, marked: bool) -> None:
    assert marks(mask, edits) is marked


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("data:image/png;base64,eA==", (b"x", "image/png")),
        ("data:image/svg+xml;base64,", (b"", "image/svg+xml")),
        ("data:image/png;base64,eA=", None),
        ("data:image/png,eA==", None),
        (" data:image/png;base64,eA==", None),
    ],
)
def test_the_bytes_of_a_data_url(text: str, read: tuple[bytes, str] | None) -> None:
    assert read_data_url(text) == read


def test_values_of_a_subclass_become_plain() -> None:
    class Word(str):
        pass

    class Number(float):
        pass

    assert type(Reference(url=Word(URL)).url) is str
    assert type(Reference(url=URL, role=Word("style")).role) is str
    assert type(Intent(Word("a")).prompt) is str
    assert type(Intent(guidance=Number(0.5)).guidance) is float


def test_a_reference_in_a_list_may_be_written_in_any_way() -> None:
    given = [URL, PNG, {"data": base64.b64encode(PNG).decode(), "weight": 1}, Reference(url=URL, role="style")]
    assert read_references(tuple(given)) == (
        Reference(url=URL),
        Reference(data=PNG),
        Reference(data=PNG, weight=1),
        Reference(url=URL, role="style"),
    )
    assert Intent(references=[{"data": PNG}]).references == (Reference(data=PNG),)  # type: ignore[list-item]
    with pytest.raises(BadValue) as caught:
        read_references([3])
    assert (caught.value.code, caught.value.why, caught.value.inner) == (
        "wrong_type",
        "references",
        (((0,), "wrong_type", "a Reference, bytes, or a URL"),),
    )


@pytest.mark.parametrize(
    ("name", "value", "code", "why", "inner"),
    [
        (
            "provider_options",
            {"acme": {"a": NAN, "b": "\ud800"}},
            "unreadable",
            "NaN and infinity are not JSON",
            [
                (("acme", "a"), "unreadable", "NaN and infinity are not JSON"),
                (("acme", "b"), "unreadable", "text with a lone surrogate"),
            ],
        ),
        (
            "mask",
            {"urll": 1, "urlll": 1},
            "unknown_field",
            "a reference has no such field",
            [((key,), "unknown_field", "a reference has no such field") for key in ("urll", "urlll")],
        ),
        ("mask", {"data": "?"}, "wrong_type", "base64 text", [(("data",), "wrong_type", "base64 text")]),
        (
            "mask",
            {"data": "eA==", "weight": "1", "role": "x"},
            "not_allowed",
            "one of image, source, reference, style, character, content, control",
            [
                (("role",), "not_allowed", "one of image, source, reference, style, character, content, control"),
                (("weight",), "wrong_type", "a finite number"),
            ],
        ),
        ("mask", 3, "wrong_type", "a Reference, bytes, or a URL", []),
    ],
)
def test_what_a_field_says_of_its_inside(name: str, value: Any, code: str, why: str, inner: list[Any]) -> None:
    with pytest.raises(BadValue) as caught:
        READERS[name](value)
    assert (caught.value.code, caught.value.why, caught.value.inner) == (code, why, tuple(inner))
    assert str(caught.value) == why
