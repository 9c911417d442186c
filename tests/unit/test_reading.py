"""What is read from a request and from an intent, whole: the body, fields, a vendor's own wires, where each stood.

What reads requests that are plainly right says the same, and leaves the others alone.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from imgparams import Intent, Invalid, Problem, Reference, Size, Target
from imgparams.engine import body, hearing
from imgparams.engine.grouping import groups_of
from imgparams.engine.hearing import Heard, hearer
from imgparams.engine.preparing import prepared
from imgparams.engine.reading import (
    Asked,
    as_twins,
    asked_of,
    intent_of,
    overlaid,
    raw_name,
    raw_wire,
    read,
    read_effective,
    unknown_wires,
    without_ignored,
)
from imgparams.tables import (
    ABSENT,
    PRESENT,
    AnyOf,
    Const,
    Content,
    Enlarged,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Json,
    ListOf,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    Rule,
    Sides,
    Sizes,
    Text,
    TextPart,
    Twin,
    WidthHeight,
)
from imgparams.translation import as_served, intent_of_heard, parsed
from tests.unit.tables import COUNT, OTHER, PROMPT, SEED, STEPS, URL, table

SIDES = WidthHeight("w", "h", each=Int(32, 1536, multiple_of=8))


# ---- the body

TAGS = Native("tags", ListOf(Int()), source="https://acme.example/tags")
LENIENT = table(
    PROMPT,
    COUNT,
    TAGS,
    Native("hint", Text(), nullable=True),
    SIDES,
    nulls="ignored",
    numbers_as_text="accepted",
)
FORM = table(COUNT, Native("ratio", Num()), SIDES, content="multipart")


def warned(code: Any, wire: str, value: object, why: str, field: str | None, source: str | None) -> Problem:
    return Problem("warning", code, (wire,), value, why, None, field, source)


def test_a_lenient_vendor_reads_no_null_and_numbers_in_quotes() -> None:
    flat = {
        "prompt": "3",
        "num_images": "4",
        "tags": None,
        "hint": None,
        "w": "64.0",
        "h": "x",
        "odd": None,
        "more": "5",
    }
    quoted, null = "the vendor accepts a number in quotes", "the vendor treats null as not set"
    read_as, warnings = body.as_the_vendor_reads(LENIENT, flat)
    assert read_as == {
        "prompt": "3",
        "num_images": 4,
        "hint": None,
        "w": 64.0,
        "h": "x",
        "odd": None,
        "more": "5",
    }
    assert warnings == [
        warned("altered", "num_images", "4", quoted, "n", LENIENT.source_of(COUNT)),
        warned("ignored", "tags", None, null, None, LENIENT.source_of(TAGS)),
        warned("altered", "w", "64.0", quoted, "size", LENIENT.source_of(SIDES)),
    ]
    assert flat["tags"] is None
    assert body.as_the_vendor_reads(LENIENT, {"odd": None, "w": None, "num_images": "2"}) == (
        {"odd": None, "num_images": 2},
        [
            warned("ignored", "w", None, null, "size", LENIENT.source_of(SIDES)),
            warned("altered", "num_images", "2", quoted, "n", LENIENT.source_of(COUNT)),
        ],
    )
    assert LENIENT.source_of(COUNT) != LENIENT.source_of(TAGS)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4", 4),
        ("-4", -4),
        ("4.5", "4.5"),  # of the wrong type all the same
        ("4.0", 4.0),
        ("9" * 15, 10**15 - 1),
        ("9" * 16, "9" * 16),
        ("4.", "4."),
        (".5", ".5"),
        ("4x", "4x"),
        ("+4", "+4"),
        (" 4", " 4"),
        ("\u0664", "\u0664"),
        ("", ""),
    ],
)
def test_a_number_in_quotes(text: str, number: object) -> None:
    read_as, warnings = body.as_the_vendor_reads(LENIENT, {"num_images": text})
    assert (read_as, type(read_as["num_images"])) == ({"num_images": number}, type(number))
    assert len(warnings) == (number != text)
    assert body.as_the_vendor_reads(FORM, {"num_images": text}) == ({"num_images": number}, [])
    assert body.as_the_vendor_reads(table(COUNT), {"num_images": text}) == ({"num_images": text}, [])


def test_numbers_in_a_form_are_texts() -> None:
    flat: dict[str, object] = {"num_images": "4", "ratio": "-0.25", "w": "64", "h": None}
    assert body.as_the_vendor_reads(FORM, flat) == ({"num_images": 4, "ratio": -0.25, "w": 64, "h": None}, [])


def test_a_null_is_a_value_where_it_is_not_ignored() -> None:
    assert body.as_the_vendor_reads(table(COUNT), {"num_images": None}) == ({"num_images": None}, [])
    either = table(Native("any", AnyOf(Int(), Text())), numbers_as_text="accepted")
    assert body.as_the_vendor_reads(either, {"any": "4"}) == ({"any": "4"}, [])
    takes_it = table(Native("any", Json()), nulls="ignored")
    assert body.as_the_vendor_reads(takes_it, {"any": None}) == ({"any": None}, [])


def test_a_flat_request_has_values_of_python_s_own_types() -> None:
    class Word(str, enum.Enum):
        RED = "red"

    flat = body.flatten({"prompt": Word.RED, "num_images": "4", "odd": {"a": 1}}, LENIENT)
    assert flat == {"prompt": "red", "num_images": 4, "odd": {"a": 1}}
    assert type(flat["prompt"]) is str


def told(request: object, target: Target) -> list[Problem]:
    with pytest.raises(Invalid) as caught:
        body.flatten(request, target)
    assert list(body.unreadable_body(body.body_of(request, target), target)) == list(caught.value.problems)
    return list(caught.value.problems)


LISTED = table(PROMPT, in_list=True)


@pytest.mark.parametrize(
    ("request_", "target", "problems"),
    [
        (3, LISTED, [Problem("error", "unreadable", (), 3, "a request must be a JSON object")]),
        ([], LENIENT, [Problem("error", "unreadable", (), [], "a request must be a JSON object")]),
        ([{}], LENIENT, [Problem("error", "unreadable", (), [{}], "a request must be a JSON object")]),
        ([], LISTED, [Problem("error", "missing", (), None, "a list of one object; there are 0")]),
        (({}, {}), LISTED, [Problem("error", "too_many", (), None, "a list of one object; there are 2")]),
        (
            [{}, {"a": {1}}],
            LISTED,
            [
                Problem("error", "too_many", (), None, "a list of one object; there are 2"),
                Problem("error", "unreadable", (1, "a"), {1}, "a set, which is not JSON"),
            ],
        ),
        ([3], LISTED, [Problem("error", "unreadable", (), 3, "a request must be a JSON object")]),
        (
            {"a": b"x", "b": [{1}]},
            LENIENT,
            [
                Problem("error", "unreadable", ("a",), b"x", "bytes, which only a multipart request can hold"),
                Problem("error", "unreadable", ("b", 0), {1}, "a set, which is not JSON"),
            ],
        ),
        ({"a": b"x", "b": {1}}, FORM, [Problem("error", "unreadable", ("b",), {1}, "a set, which is not JSON")]),
    ],
)
def test_what_is_no_request(request_: object, target: Target, problems: list[Problem]) -> None:
    assert told(request_, target) == problems


def test_a_list_of_one_is_its_object() -> None:
    for request in ([{"prompt": "a"}], ({"prompt": "a"},), {"prompt": "a"}):
        assert body.flatten(request, LISTED) == {"prompt": "a"}
    with pytest.raises(TypeError) as caught:
        body.flatten(LISTED, LISTED)
    assert str(caught.value) == "the request is a Target: the request comes first, then the target"


def test_a_wire_without_a_domain_takes_what_is_of_its_type() -> None:
    assert [body.takes(COUNT, "num_images", value) for value in (1, 8, 9, "1", None)] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert [body.takes(SIDES, "w", value) for value in (64, 33, "64", None)] == [True, True, False, False]
    assert [body.is_of_type(COUNT, "num_images", value) for value in (1, 9, "1")] == [True, True, False]


# ---- a request

PICTURES = Pictures("images", (Image("url"),), max=3)
MORE = Pictures("styles", (Image("url"),), max=3)
MUSE = table(
    PROMPT,
    COUNT,
    Param("count", Field.n, Int(1, 8)),
    PICTURES,
    MORE,
    SIDES,
    Const("model", "muse-2"),
    Param("seed", Field.seed, Int(0, 99), unset=(0, -1), nullable=True),
    Native("hd", Flag(), default=True),
    unknown="forwarded",
)


def pictures(*urls: str) -> tuple[Reference, ...]:
    return tuple(Reference(url=url) for url in urls)


def test_everything_that_a_request_asks() -> None:
    flat = {
        "odd": 1,
        "prompt": "a",
        "num_images": 2,
        "count": 3,
        "images": [URL],
        "styles": [OTHER],
        "w": 64,
        "h": 33,
        "model": "muse-2",
        "seed": 0,
        "hd": True,
    }
    assert read(MUSE, flat) == Asked(
        {"prompt": "a", "n": 2, "references": pictures(URL, OTHER), "size": Size(64, 33)},
        {"odd": 1, "count": 3, "hd": True},
        {
            "prompt": ("prompt",),
            "n": ("num_images",),
            "references": ("images", "styles"),
            "size": ("w", "h"),
        },
    )
    assert read(MUSE, {"model": "muse-1", "seed": None, "images": [], "count": 3}) == Asked(
        {"n": 3}, {"model": "muse-1"}, {"references": ("images",), "n": ("count",)}
    )


def test_a_field_that_another_row_says_stays_and_the_others_are_read() -> None:
    target = table(PROMPT, Content("input", (TextPart(Field.prompt), Part(Image("url", "id"), {"id": "{image}"}))))
    both = ["b", {"id": "f"}]
    assert read(target, {"prompt": "a", "input": both}) == Asked(
        {"prompt": "a", "references": (Reference(file_id="f", provider="acme"),)},
        {},
        {"prompt": ("prompt",), "references": ("input",)},
    )


def test_a_field_or_a_wire_may_be_taken_out() -> None:
    asked = Asked({"n": 1, "seed": 2}, {"a": 3, "b": 4}, {"n": ("x",)}, frozenset(["b"]))
    assert asked.without("n", "acme") == Asked({"seed": 2}, {"a": 3, "b": 4}, {"n": ("x",)}, frozenset(["b"]))
    assert asked.without("provider_options.acme.a", "acme") == Asked(
        {"n": 1, "seed": 2}, {"b": 4}, {"n": ("x",)}, frozenset(["b"])
    )
    assert asked.without("provider_options.other.a", "acme") == asked
    assert (raw_name("acme", "a.b"), raw_wire("provider_options.acme.a.b", "acme")) == (
        "provider_options.acme.a.b",
        "a.b",
    )
    assert [raw_wire(name, "acme") for name in ("a", "provider_options.acmea", "x.provider_options.acme.a")] == [""] * 3


IGNORING = table(
    PROMPT,
    Sizes((Sides("w", "h", Grid(Int(1, 99))),)),
    Native("frame", OneOf("a")),
    Native("glow", Int()),
    rules=(
        Rule({"frame": PRESENT}, {"w": ABSENT, "h": ABSENT, "glow": ABSENT}, "a frame has its size", effect="ignored"),
    ),
)


def test_a_size_that_the_vendor_ignores_is_no_size() -> None:
    flat = {"prompt": "a", "w": 8, "h": 9, "frame": "a", "glow": 3}
    assert without_ignored(IGNORING, flat) == {"prompt": "a", "frame": "a", "glow": 3}
    assert read_effective(IGNORING, flat) == Asked(
        {"prompt": "a"}, {"frame": "a", "glow": 3, "w": 8, "h": 9}, {"prompt": ("prompt",)}
    )
    free = {"prompt": "a", "w": 8, "h": 9, "glow": 3}
    assert without_ignored(IGNORING, free) == free
    assert read_effective(IGNORING, free) == read(IGNORING, free)
    assert without_ignored(MUSE, free) == free
    assert without_ignored(MUSE, free) is not free


def test_defaults_are_laid_under_a_request() -> None:
    target = table(
        PROMPT,
        COUNT,
        Fixed(Field.background, "opaque"),
        WidthHeight("w", "h", each=Int(32, 99), default=(64, 32)),
        Param("seed", Field.seed, Int(0, 99), default=7, nullable=True),
    )
    everything = {"background": "opaque", "n": 1, "size": Size(64, 32), "seed": 7}
    assert overlaid(target, {}) == overlaid(target, {"seed": None}) == everything
    assert overlaid(target, {"prompt": "a", "num_images": 3, "w": 32}) == {
        **everything,
        "prompt": "a",
        "n": 3,
        "size": Size(32, 32),
    }
    assert overlaid(target, {"prompt": "a", "seed": 3}, "seed") == {"background": "opaque", "seed": 3}
    assert overlaid(target, {"prompt": "a", "seed": None}, "seed") == {"background": "opaque", "seed": 7}
    assert overlaid(target, {"prompt": "a"}, "guidance") == {"background": "opaque"}


def test_what_a_table_does_not_know() -> None:
    flat = {
        "prompt": 1,
        "a": 2,
        "header:x": 3,
        "query:x": 3,
        "path:x": 3,
        "b.c.api_key": 4,
        "c": {"cookie": 5},
        "d.e": 6,
    }
    target = table(PROMPT, Native("f.g", Int()), unknown="forwarded")
    assert unknown_wires(target, {**flat, "f": 1, "f.h": 2}) == ("a", "d.e", "f.h")
    assert unknown_wires(table(PROMPT), flat) == ("a", "d.e")
    assert unknown_wires(table(PROMPT, unknown="refused"), flat) == ()


# ---- an intent


def asked(target: Target, options: Mapping[str, Any], **fields: Any) -> Asked:
    return asked_of(Intent(provider_options={"acme": options}, **fields), target)


def test_an_intent_without_options_of_the_vendor_is_its_fields() -> None:
    assert asked_of(Intent("a", n=2, provider_options={"other": {"x": 1}}), MUSE) == Asked({"prompt": "a", "n": 2}, {})
    assert asked(MUSE, {}, n=2) == Asked({"n": 2}, {})


def test_wires_of_the_vendor_s_own_stay_wires() -> None:
    target = table(PROMPT, Native("hd", Flag(), nullable=True), Native("tone", OneOf("a", "none"), unset=("none",)))
    assert asked(target, {"hd": None, "tone": "none"}, n=2) == Asked({"n": 2}, {})
    assert asked(target, {"hd": True, "tone": "a"}, n=2) == Asked({"n": 2}, {"hd": True, "tone": "a"})
    assert asked(target, {"hd": True, "odd": None, "more": {"x": None}}) == Asked({}, {"hd": True, "more": {"x": None}})


def test_wires_of_fields_are_fields() -> None:
    options = {"seed": 3, "num_images": 2, "prompt": "b", "count": 4, "hd": False, "model": "muse-2", "x": {"y": 1}}
    assert asked(MUSE, options, prompt="b", guidance=2.5) == Asked(
        {"prompt": "b", "n": 2, "seed": 3, "guidance": 2.5}, {"count": 4, "hd": False, "x": {"y": 1}}
    )
    assert list(asked(MUSE, {"seed": 3, "num_images": 2}, prompt="b").fields) == ["prompt", "n", "seed"]
    assert asked(MUSE, options, prompt="c", n=2) == Asked(
        {"prompt": "c", "n": 2, "seed": 3},
        {"count": 4, "hd": False, "x": {"y": 1}, "prompt": "b"},
        overruled=frozenset(["prompt"]),
    )
    assert asked(MUSE, {"prompt": "b", "num_images": 3}, prompt="c", n=2) == Asked(
        {"prompt": "c", "n": 2}, {"prompt": "b", "num_images": 3}, overruled=frozenset(["prompt", "num_images"])
    )


def test_a_shape_of_the_intent_overrules_all_of_the_vendor_s() -> None:
    sides = {"w": 64, "h": 32, "hd": True}
    assert asked(MUSE, sides, aspect_ratio="1:1") == Asked(
        Intent(aspect_ratio="1:1").given, {"hd": True, "w": 64, "h": 32}, overruled=frozenset(["w", "h"])
    )
    assert asked(MUSE, sides, size=(64, 32)) == Asked({"size": Size(64, 32)}, {"hd": True})
    assert asked(MUSE, sides, n=1) == Asked({"n": 1, "size": Size(64, 32)}, {"hd": True})


def test_what_is_asked_is_an_intent_again() -> None:
    assert intent_of(Asked({"n": 2}, {"a.b": 1, "c": [2]}), "acme") == Intent(
        n=2, provider_options={"acme": {"a": {"b": 1}, "c": [2]}}
    )
    assert intent_of(Asked({"n": 2}, {}), "acme") == Intent(n=2)


TWINS = table(
    PROMPT,
    Native("tiled", Flag(), twins=(Twin("tiled", "opts.tiled"),)),
    Native(
        "nets",
        ListOf(Json()),
        twins=(
            Twin("nets", "opts.look", items=({"id": "{image}"}, {"guide": "{image}"})),
            Twin("nets", "opts.form", items=({"id": "{image}", "form": 1}, {"form": "{image}"})),
        ),
    ),
    Native("opts.styles", ListOf(Text()), twins=(Twin("style", "opts.styles", listed=True),)),
)


def test_where_a_twin_stood() -> None:
    raw = {"opts.tiled": True, "x": 1, "opts.look": [{"guide": "a"}, 3]}
    assert as_twins(TWINS, raw) == (
        {"x": 1, "tiled": True, "nets": [{"id": "a"}], "opts.look": [3]},
        {"tiled": "opts.tiled", "nets": "opts.look"},
    )
    assert raw == {"opts.tiled": True, "x": 1, "opts.look": [{"guide": "a"}, 3]}
    form = {"opts.form": [{"form": "b"}], "style": "c"}
    assert as_twins(TWINS, form) == (
        {"nets": [{"id": "b", "form": 1}], "opts.styles": ["c"]},
        {"nets": "opts.form", "opts.styles": "style"},
    )
    assert as_twins(TWINS, {**form, "opts.look": [{"guide": "a"}]}) == (
        {"nets": [{"id": "a"}, {"id": "b", "form": 1}], "opts.styles": ["c"]},
        {"nets": "opts.look", "opts.styles": "style"},
    )
    own = {"opts.tiled": True, "tiled": False}
    assert as_twins(TWINS, own) == (own, {})
    assert as_twins(TWINS, {"opts.look": "x"}) == ({"opts.look": "x"}, {})
    assert asked(TWINS, {"opts": {"tiled": True, "y": None}}) == Asked({}, {"tiled": True})


# ---- what is plainly right


def hear_of(target: Target, right: Callable[[Any], bool] | None = None) -> Callable[[Any], Heard | None]:
    return hearer(target, right or prepared(as_served(target)))


PLAIN = table(
    PROMPT,
    Param("negative", Field.negative_prompt, Text()),
    COUNT,
    STEPS,
    SEED,
    Param("strength", Field.strength, Num(0, 1)),
    Param("scale", Field.guidance, Num(0, 100, scale=10)),
    Param("format", Field.output_format, OneOf("png", "jpeg"), unset=("jpeg",)),
    Param("hint", Field.user, Text(), nullable=True),
    SIDES,
    PICTURES,
    Const("model", "muse-2", optional=True),
    Const("task", "draw", also_legal=("paint",)),
    Native("hd", Flag(), nullable=True),
    Native("x.y", Int(0, 9)),
    unknown="forwarded",
)
EVERYTHING: dict[str, Any] = {
    "odd": [1],
    "strength": 0.5,
    "steps": 3,
    "num_images": 2,
    "negative": "b",
    "prompt": "a",
    "seed": 9,
    "scale": 50,
    "format": "png",
    "hint": "c",
    "h": 64,
    "images": [URL],
    "w": 32,
    "model": "muse-2",
    "task": "paint",
    "hd": True,
    "x": {"y": 1, "z": 2},
}


def test_what_is_heard_of_a_request() -> None:
    for request in ({"steps": 3, "prompt": "a"}, {"prompt": "a", "steps": 3}):
        heard = hear_of(table(PROMPT, STEPS))(request)
        assert heard is not None
        assert list(heard.fields) == ["prompt", "steps"]
    assert hear_of(PLAIN)({"task": "draw", "prompt": "a", "num_images": 2}) == Heard(
        {"prompt": "a", "n": 2}, {}, {"prompt": ("prompt",), "n": ("num_images",)}, ()
    )
    hear = hear_of(PLAIN, lambda _: True)
    for _ in range(2):  # the second time from memory
        heard = hear(EVERYTHING)
        assert heard == Heard(
            {
                "prompt": "a",
                "negative_prompt": "b",
                "size": Size(32, 64),
                "n": 2,
                "seed": 9,
                "references": pictures(URL),
                "output_format": "png",
                "guidance": 5,
                "steps": 3,
                "strength": 0.5,
                "user": "c",
            },
            {"odd": [1], "task": "paint", "hd": True, "x.y": 1, "x.z": 2},
            {
                "prompt": ("prompt",),
                "negative_prompt": ("negative",),
                "size": ("w", "h"),
                "n": ("num_images",),
                "seed": ("seed",),
                "references": ("images",),
                "output_format": ("format",),
                "guidance": ("scale",),
                "steps": ("steps",),
                "strength": ("strength",),
                "user": ("hint",),
            },
            (("h", 64), ("w", 32)),
        )
        assert intent_of_heard(heard, PLAIN) == parsed(EVERYTHING, PLAIN)
        assert list(heard.fields) == list(parsed(EVERYTHING, PLAIN).given)[:-1]


def test_a_word_for_not_set_is_not_heard_and_what_follows_is() -> None:
    target = table(
        PROMPT,
        Param("seed", Field.seed, Int(0, 99), unset=(0, 1)),
        Param("steps", Field.steps, Int(0, 99), unset=(7,), nullable=True),
        Native("tone", OneOf("a", "none"), unset=("none",)),
        Native("hd", Flag(), nullable=True),
    )
    hear = hear_of(target)
    silent = {"seed": 0, "steps": None, "tone": "none", "hd": None}
    assert (
        hear({**silent, "prompt": "a"})
        == hear({**silent, "seed": 1, "steps": 7, "prompt": "a"})
        == Heard({"prompt": "a"}, {}, {"prompt": ("prompt",)}, ())
    )
    assert hear({"hd": None, "seed": 2, "tone": "a", "prompt": "a"}) == Heard(
        {"prompt": "a", "seed": 2}, {"tone": "a"}, {"prompt": ("prompt",), "seed": ("seed",)}, ()
    )


def test_what_is_no_shape_is_not_among_its_wires() -> None:
    target = table(
        PROMPT, Param("format", Field.output_format, OneOf("png")), Param("look", Field.quality, OneOf("high")), SIDES
    )
    hear = hear_of(target, lambda _: True)
    both = {"format": "png", "look": "high"}
    where = {"quality": ("look",), "output_format": ("format",)}
    fields = {"quality": "high", "output_format": "png"}
    assert hear({**both, "w": 64, "h": 32}) == Heard(
        {"size": Size(64, 32), **fields}, {}, {"size": ("w", "h"), **where}, (("w", 64), ("h", 32))
    )
    shapeless = table(PROMPT, target.by_field["output_format"][0], target.by_field["quality"][0])
    for order in (both, dict(reversed(both.items()))):
        assert hear_of(shapeless, lambda _: True)(order) == Heard(fields, {}, where, ())


@pytest.mark.parametrize(
    "more",
    [
        {"hd": None},
        {"hint": None},
        {"format": "jpeg"},
        {"w": 64, "h": 32},
        {"images": []},
        {"images": [URL, OTHER]},
        {"scale": 10.0},
        {"scale": True},
        {"odd": None},
    ],
)
def test_what_is_heard_is_what_is_read(more: dict[str, Any]) -> None:
    hear = hear_of(PLAIN, lambda _: True)
    request = {"task": "draw", "prompt": "a", **more}
    for _ in range(2):
        heard = hear(request)
        assert heard is not None
        assert intent_of_heard(heard, PLAIN) == parsed(request, PLAIN)


def test_values_of_another_type_are_remembered_apart() -> None:
    hear = hear_of(table(Native("hd", Json()), Param("scale", Field.guidance, Num(0, 9, scale=2))), lambda _: True)
    for value in (1, 1.0, 2, 1):
        heard = hear({"scale": value})
        assert heard is not None
        assert heard.fields == {"guidance": value / 2}
    assert hear({"scale": True}) == Heard({}, {"scale": True}, {}, ())


def test_what_is_not_plainly_right_is_not_heard() -> None:
    assert hear_of(PLAIN)({"task": "draw", "prompt": 3}) is None
    assert hear_of(PLAIN, lambda _: False)({"task": "draw"}) is None


ENLARGED = table(
    PROMPT,
    WidthHeight("w", "h", each=Int(8, multiple_of=8), enlarged=Enlarged("more", "scale", 2, ("to_w", "to_h"))),
    Native("more", Flag()),
    Native("scale", Num()),
    Native("to_w", Int()),
    Native("to_h", Int()),
)


def test_wires_that_change_what_others_say_stay_wires_too() -> None:
    flat = {"w": 64, "h": 32, "more": True, "scale": 3}
    assert read(ENLARGED, flat) == Asked({"size": Size(192, 96)}, flat, {"size": ("w", "h")})
    assert read(ENLARGED, {"w": 64, "h": 32}) == Asked({"size": Size(64, 32)}, {}, {"size": ("w", "h")})
    hear = hear_of(ENLARGED, lambda _: True)
    assert hear({"prompt": "a", "more": False}) is None
    assert hear({"w": 64, "h": 32}) == Heard({"size": Size(64, 32)}, {}, {"size": ("w", "h")}, (("w", 64), ("h", 32)))


def test_a_body_in_a_list_is_heard_too() -> None:
    hear = hear_of(table(PROMPT, COUNT, in_list=True))
    for request in ([{"prompt": "a"}], {"prompt": "a"}):
        assert hear(request) == Heard({"prompt": "a"}, {}, {"prompt": ("prompt",)}, ())


@pytest.mark.parametrize(
    ("row", "plain"),
    [
        (PROMPT, True),
        (Param("a", Field.quality, Text()), False),
        (Param("a", Field.user, Text()), True),
        (Param("a", Field.n, Int(1, 8)), True),
        (Param("a", Field.n, Int(0, 8)), False),
        (Param("a", Field.n, Int(1)), False),
        (Param("a", Field.n, Int(max=8)), False),
        (Param("a", Field.steps, Int(0, 8)), True),
        (Param("a", Field.steps, Int(-1, 8)), False),
        (Param("a", Field.seed, Int(0, 2**64 - 1)), True),
        (Param("a", Field.seed, Int(0, 2**64)), False),
        (Param("a", Field.strength, Int(0, 1)), False),
        (Param("a", Field.strength, Num(0, 1)), True),
        (Param("a", Field.strength, Num(0, 1.5)), False),
        (Param("a", Field.strength, Num(-0.5, 1)), False),
        (Param("a", Field.strength, Num(0, 1, flip=True)), False),
        (Param("a", Field.guidance, Num(0, 2)), True),
        (Param("a", Field.guidance, Num(1 - 2**64, 2**64 - 1)), True),
        (Param("a", Field.guidance, Num(-(2**64), 1)), False),
        (Param("a", Field.guidance, Num(0, 2**64)), False),
        (Param("a", Field.guidance, Num(0, 2, scale=2)), False),
        (Param("a", Field.guidance, Num(0)), False),
        (Param("a", Field.guidance, Num(max=2)), False),
        (Param("a", Field.output_format, OneOf("png")), False),
        (SIDES, False),
    ],
    ids=str,
)
def test_which_rows_say_a_field_as_it_is(row: Any, plain: bool) -> None:
    (group,) = groups_of(table(row))
    assert hearing._is_plain(group) == plain


def test_two_rows_of_a_field_are_not_plain() -> None:
    (group,) = groups_of(table(COUNT, Param("count", Field.n, Int(1, 8))))
    assert not hearing._is_plain(group)
    assert hear_of(table(COUNT, Param("count", Field.n, Int(1, 8))))({"count": 2, "num_images": 3}) == Heard(
        {"n": 3}, {"count": 2}, {"n": ("num_images",)}, ()
    )
