"""The verbs: requests and intents, conversion, every fault at once, needs and their answers, and the call."""

from __future__ import annotations

import base64
import json
import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from attrs import evolve

from imgparams import (
    ALL,
    STRICT,
    Change,
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
    check,
    checking,
    convert,
    find,
    to_intent,
    to_request,
)
from imgparams.conversion import _conditions, _pair, _silent_shape, converted, converted_at_once, learned
from imgparams.engine.reading import read_effective
from imgparams.policy import policy_of
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Const,
    Field,
    Fixed,
    Flag,
    Grid,
    Image,
    Int,
    Json,
    Model,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    Presets,
    Quality,
    RatioTier,
    Row,
    Rule,
    ShapeWords,
    Sides,
    Sizes,
    SizeText,
    Slots,
    Text,
    WidthHeight,
)
from imgparams.tables.rules import Between
from imgparams.translation import PREPARE_AFTER, READ_AFTER, hearer_of, intent_of_heard
from tests.unit.tables import (
    COUNT,
    JPEG,
    MUSE,
    OTHER,
    PNG,
    PROMPT,
    SEED,
    STEPS,
    URL,
    asked,
    codes,
    kinds,
    only,
    raw,
    table,
)

# ---- to_request and .request


def test_a_request_is_plain_json_and_fresh() -> None:
    done = asked(MUSE, prompt="a", n=2, references=[URL])
    first, second = done.request, done.request
    assert json.loads(json.dumps(first)) == first == second
    first["images"].append("x")
    assert done.request == second


def test_wires_may_be_deep_and_quoted() -> None:
    target = table(
        Param("config.image.count", Field.n, Int(1, 4)), Native("'image[]'", Flag()), Native("items[0].seed", Int())
    )
    body = {"config": {"image": {"count": 2}}, "image[]": True, "items": [{"seed": 3}]}
    assert to_request(to_intent(body, target), target).request == body
    assert codes({"config": {"image": {"count": "x"}}}, target) == [("wrong_type", "config.image.count")]


def test_options_of_other_providers_are_not_looked_at() -> None:
    intent = Intent("a", provider_options={"other": {"x": 1}})
    assert to_request(intent, MUSE, allow=STRICT).changes == ()


# ---- operations

EDIT = table(
    PROMPT, Pictures("image", (Image("url", "file"),), required=True), name="acme/muse:edit", content="multipart"
)
INPAINT = EDIT.but(Param("mask", Field.mask, Image("file", edits="white")), name="acme/muse:inpaint")
DRAW = table(PROMPT, operations={"edit": EDIT, "inpaint": INPAINT})


def test_the_edit_target_is_taken_for_references() -> None:
    done = asked(DRAW, prompt="a", references=[URL])
    assert done.target == EDIT
    assert done.request == {"prompt": "a", "image": [URL]}
    assert asked(DRAW, prompt="a").target == DRAW


def test_the_first_operation_that_takes_all_is_taken() -> None:
    assert asked(DRAW, prompt="a", references=[PNG], mask=Reference(data=PNG, edits="white")).target == INPAINT


def test_a_target_with_a_row_of_its_own_stays() -> None:
    target = DRAW.but(Pictures("styles", (Image("url"),)))
    assert asked(target, prompt="a", references=[URL]).target == target
    assert asked(target, prompt="a", mask=PNG).target == INPAINT


def test_no_operation_that_takes_them_drops_them() -> None:
    done = asked(table(PROMPT), prompt="a", references=[URL])
    assert kinds(done) == {"references": "dropped"}


def test_an_edit_target_asked_directly_stays_and_a_missing_image_is_a_need() -> None:
    done = asked(EDIT, prompt="a")
    assert done.target == EDIT
    assert [(need.kind, need.at) for need in done.needs] == [("value", "references[0]")]


# ---- to_intent


def test_reading_takes_what_the_vendor_refuses() -> None:
    assert to_intent({"prompt": "a", "num_images": 99, "width": 1001, "height": 7}, MUSE) == Intent(
        "a", n=99, size=(1001, 7)
    )


def test_nothing_is_lost_when_reading() -> None:
    body = {"prompt": 5, "num_images": "x", "new": {"a": [1, None]}, "hd": "yes"}
    assert to_intent(body, MUSE) == Intent(provider_options={"acme": body})


def test_null_without_a_row_that_takes_it_stays_raw() -> None:
    assert to_intent({"num_images": None}, MUSE) == Intent(provider_options={"acme": {"num_images": None}})


def test_defaults_are_read_where_asked_for() -> None:
    intent = to_intent({"prompt": "a"}, MUSE, defaults=True)
    assert intent == Intent("a", n=1, output_format="png", size=(1024, 1024))
    assert to_intent({"prompt": "a"}, MUSE) == Intent("a")
    assert to_intent({"width": 64, "height": 64, "num_images": 2}, MUSE, defaults=True).size == Size(64, 64)


def test_fixed_values_are_defaults() -> None:
    assert to_intent({}, table(Fixed(Field.n, 1)), defaults=True) == Intent(n=1)


BAD: list[Any] = [
    [],
    "x",
    None,
    3,
    {"a": float("nan")},
    {"a": "\ud800"},
    {1: 2},
    {"a": {1, 2}},
    {"a": PNG},
    {"a": 2**1001},
]


@pytest.mark.parametrize("body", BAD, ids=range(len(BAD)))
def test_what_is_not_json_is_unreadable(body: Any) -> None:
    for read in (lambda: to_intent(body, MUSE), lambda: convert(body, source=MUSE, target=MUSE)):
        with pytest.raises(Invalid) as caught:
            read()
        assert {problem.code for problem in caught.value.problems} == {"unreadable"}
    assert [code for code, _ in codes(body, MUSE)] == ["unreadable"]
    assert str(caught.value)


def test_every_unreadable_place_is_told() -> None:
    assert codes({"a": float("nan"), "b": [float("inf")]}, MUSE) == [("unreadable", "a"), ("unreadable", "b.0")]


def test_files_are_readable_in_multipart() -> None:
    assert codes({"prompt": "a", "image": [PNG]}, EDIT) == []
    assert to_intent({"prompt": "a", "image": [PNG]}, EDIT) == Intent("a", references=[PNG])


# ---- check


def test_every_fault_at_once_in_the_order_of_the_rows() -> None:
    body = {"new": 1, "num_images": 99, "width": 33, "height": 64, "style": "x", "steps": "x", "model": "muse-1"}
    assert codes(body, MUSE) == [
        ("missing", "prompt"),
        ("not_allowed", "model"),
        ("out_of_range", "num_images"),
        ("wrong_type", "steps"),
        ("off_grid", "width"),
        ("not_allowed", "style"),
        ("unknown_field", "new"),
    ]


def test_a_legal_request_has_no_problem() -> None:
    assert check(asked(MUSE, prompt="a", n=2, references=[URL], seed=1).request, MUSE) == ()


@pytest.mark.parametrize(
    ("unknown", "found"),
    [
        ("refused", ("error", "unknown_field")),
        ("unsaid", ("warning", "unknown_field")),
        ("ignored", ("warning", "ignored")),
    ],
)
def test_what_an_unknown_key_means(unknown: Any, found: tuple[str, str]) -> None:
    (problem,) = check({"prompt": "a", "promt": 1}, table(PROMPT, unknown=unknown))
    assert (problem.level, problem.code) == found
    assert "did you mean 'prompt'?" in problem.why


def test_a_forwarded_key_is_no_problem() -> None:
    assert check({"prompt": "a", "x": 1}, table(PROMPT, unknown="forwarded")) == ()


def test_a_value_where_a_container_is_known() -> None:
    target = table(Native("config.size", Int()), Native("items[0].seed", Int()))
    assert codes({"config": 5, "items": {"seed": 1}}, target) == [("wrong_type", "config"), ("wrong_type", "items")]


@pytest.mark.parametrize(
    ("facts", "code", "text"),
    [
        ({"status": "retired", "retired": "2026-10-01"}, "retired", "2026-10-01"),
        ({"status": "retired"}, "retired", "retired"),
        ({"status": "deprecated", "retired": "2027-01-01"}, "deprecated", "is deprecated and ends on 2027-01-01"),
        ({"status": "deprecated"}, "deprecated", "deprecated"),
    ],
)
def test_standing_is_one_warning_without_a_path(facts: dict[str, Any], code: str, text: str) -> None:
    (problem,) = check({"prompt": "a"}, table(PROMPT, **facts))
    assert (problem.level, problem.code, problem.path) == ("warning", code, ())
    assert text in problem.why


def test_standing_is_told_beside_what_is_unreadable() -> None:
    assert [code for code, _ in codes([], table(PROMPT, status="retired"))] == ["retired", "unreadable"]


def test_a_broken_rule_says_what_is_allowed() -> None:
    target = table(STEPS, SEED, rules=[Rule({"seed": Int()}, {"steps": Int(max=9)}, "so", source="https://x")])
    (problem,) = check({"steps": 50, "seed": 1}, target)
    assert (problem.code, problem.value, problem.allowed) == ("conflict", 50, ("a whole number up to 9",))


# ---- what is raw


def test_raw_values_are_sent_again_where_they_are_legal() -> None:
    body = {"prompt": "a", "style": "VIVID", "hd": True}
    done = to_request(to_intent(body, MUSE), MUSE)
    assert done.request == {**body, "model": "muse-2"}
    assert done.changes == ()


def test_raw_values_that_are_not_legal_are_told() -> None:
    done = to_request(to_intent({"prompt": "a", "style": "x", "num_images": "x"}, MUSE), MUSE)
    assert done.request == {"prompt": "a", "model": "muse-2"}
    assert kinds(done) == {"provider_options.acme.style": "dropped", "provider_options.acme.num_images": "dropped"}


# ---- convert

ONE = table(
    PROMPT,
    Param("n", Field.n, Int(1, 10), default=1),
    Native("user_tag", Text()),
    Model("model"),
    name="ours/one",
    model="one-1",
)
FOUR = table(PROMPT, Param("num_images", Field.n, Int(1, 8), default=4), name="theirs/four")


def test_a_default_that_differs_is_asked() -> None:
    done = convert({"prompt": "a", "model": "one-1"}, source=ONE, target=FOUR)
    assert done.request == {"prompt": "a", "num_images": 1}
    assert (done.count, done.changes) == (1, ())


def test_a_default_that_is_the_same_or_not_known_is_not_asked() -> None:
    same = FOUR.but(Param("num_images", Field.n, Int(1, 8), default=1))
    unknown = FOUR.but(Param("num_images", Field.n, Int(1, 8)))
    for target in (same, unknown):
        assert convert({"prompt": "a"}, source=ONE, target=target).request == {"prompt": "a"}
    assert convert({"prompt": "a"}, source=unknown, target=FOUR).request == {"prompt": "a"}


def test_a_default_auto_is_never_asked() -> None:
    auto = table(PROMPT, Param("quality", Field.quality, Quality("auto", "low", "high"), default="auto"), name="ours/a")
    low = table(PROMPT, Param("quality", Field.quality, Quality("low", "high"), default="low"), name="theirs/b")
    assert convert({"prompt": "a"}, source=auto, target=low).request == {"prompt": "a"}
    assert convert({"prompt": "a"}, source=low, target=auto).request == {"prompt": "a", "quality": "low"}


def test_what_the_request_says_goes_before_a_default() -> None:
    assert convert({"prompt": "a", "n": 3}, source=ONE, target=FOUR).request == {"prompt": "a", "num_images": 3}


def test_a_default_size_that_differs_is_asked() -> None:
    square = table(WidthHeight("w", "h", ["64x64", "128x64"], default=(64, 64)), name="ours/s")
    wide = table(SizeText("size", ("128x64", "64x64"), default="128x64"), name="theirs/w")
    assert convert({}, source=square, target=wide).request == {"size": "64x64"}
    assert convert({"w": 128, "h": 64}, source=square, target=wide).request == {"size": "128x64"}
    assert convert({}, source=square, target=wide.but(SizeText("size", ("64x64",), default="64x64"))).request == {}


def test_a_default_shape_by_name_is_asked_by_name() -> None:
    words = table(
        RatioTier("ratio", ("1:1", "2:1"), pixels={"1:1": (64, 64), "2:1": (128, 64)}, default={"ratio": "2:1"}),
        name="ours/r",
    )
    square = table(
        RatioTier("ratio", ("1:1", "2:1"), pixels={"1:1": "64x64"}, default={"ratio": "1:1"}), name="theirs/r"
    )
    assert convert({}, source=words, target=square).request == {"ratio": "2:1"}


def test_a_default_auto_size_is_not_asked() -> None:
    auto = table(SizeText("size", ("64x64",), auto="auto", default="auto"), name="ours/s")
    wide = table(SizeText("size", ("128x64", "64x64"), default="128x64"), name="theirs/w")
    assert convert({}, source=auto, target=wide).request == {}


def test_a_change_says_where_the_wish_stood() -> None:
    nested = table(Param("config.count", Field.n, Int(1, 50)), name="ours/n")
    change = only(convert({"config": {"count": 50}}, source=nested, target=FOUR).changes)
    assert (change.field, change.kind, change.path) == ("n", "clamped", ("config", "count"))


def test_the_source_s_own_fields_are_dropped_and_told() -> None:
    done = convert({"prompt": "a", "n": 4, "user_tag": "x", "new": 1}, source=ONE, target=FOUR)
    assert done.request == {"prompt": "a", "num_images": 4}
    assert kinds(done) == {"provider_options.ours.user_tag": "dropped", "provider_options.ours.new": "dropped"}
    assert [change.path for change in done.changes] == [("user_tag",), ("new",)]


def test_a_field_of_one_provider_says_where_it_stood() -> None:
    tidy = table(PROMPT, Native("style", OneOf("x")), Native("deep.mood", OneOf("x")), name="ours/a", model="")
    bare = table(
        PROMPT, Param("count", Field.n, Int(1, 4, round_down=True)), name="ours/b", model="", unknown="refused"
    )
    done = convert({"deep": {"mood": "x"}, "style": "x", "count": 9}, source=tidy, target=bare, allow=ALL)
    assert [(change.field, change.path) for change in done.changes] == [
        ("n", ("count",)),  # the source has no such field, the target reads it
        ("provider_options.ours.deep", ("deep",)),
        ("provider_options.ours.style", ("style",)),
    ]
    with pytest.raises(Refused) as caught:
        convert({"style": "x"}, source=tidy, target=bare, allow=STRICT)
    assert [change.path for change in caught.value.refused] == [("style",)]
    (change,) = convert(
        {"style": "vivid", "response_format": "b64_json"},
        source=find("openai/dall-e-3"),
        target=find("openai/gpt-image-2"),
        allow=ALL,
    ).changes
    assert change.path == ("style",)


def test_what_nobody_wrote_stood_nowhere() -> None:
    source = table(PROMPT, Const("mode", "fast"), name="ours/a", model="")
    target = table(PROMPT, Native("mode", OneOf("slow")), name="ours/b", model="")
    (change,) = convert({"prompt": "a"}, source=source, target=target).changes
    assert (change.field, change.path) == ("provider_options.ours.mode", ())


def test_the_model_of_the_source_is_not_told() -> None:
    envelope = ONE.but(name="ours/images", model="")
    for source, word in ((ONE, "one-1"), (envelope, "anything")):
        assert convert({"prompt": "a", "model": word, "n": 4}, source=source, target=FOUR).changes == ()


def test_own_fields_stay_with_the_same_provider() -> None:
    done = convert({"prompt": "a", "model": "one-1", "user_tag": "x"}, source=ONE, target=ONE)
    assert (done.request, done.changes) == ({"prompt": "a", "model": "one-1", "user_tag": "x"}, ())
    other = ONE.but(name="ours/two", model="two-2")
    assert convert({"prompt": "a", "model": "one-1", "user_tag": "x"}, source=ONE, target=other).request == {
        "prompt": "a",
        "model": "two-2",
        "user_tag": "x",
    }


def test_an_envelope_s_model_stays_in_the_envelope() -> None:
    envelope = ONE.but(name="ours/images", model="")
    body = {"prompt": "a", "model": "muse-9"}
    assert convert(body, source=envelope, target=envelope).request == body


def test_a_dated_name_of_the_source_s_model_becomes_the_target_s_model() -> None:
    source = table(PROMPT, Model(), aliases=["muse-2-dated"], name="ours/muse-2")
    target = table(PROMPT, Model(), model="muse-3", name="ours/muse-3")
    for model in ("muse-2", "muse-2-dated"):
        done = convert({"prompt": "a", "model": model}, source=source, target=target, allow=STRICT)
        assert (done.request, done.changes) == ({"prompt": "a", "model": "muse-3"}, ())
    meant = convert({"prompt": "a", "model": "muse-9"}, source=source, target=target)
    assert (meant.request, kinds(meant)) == (
        {"prompt": "a", "model": "muse-3"},
        {"provider_options.ours.model": "mapped"},
    )


def test_convert_takes_the_edit_operation() -> None:
    source = table(PROMPT, Slots("image", part=Image("url")), name="ours/e")
    done = convert({"prompt": "a", "image": URL}, source=source, target=DRAW)
    assert done.target == EDIT


def test_convert_may_be_refused() -> None:
    with pytest.raises(Refused) as caught:
        convert({"prompt": "a", "n": 10, "user_tag": "x"}, source=ONE, target=FOUR, allow="clamped")
    assert [change.field for change in caught.value.changes] == ["n", "provider_options.ours.user_tag"]
    assert [(change.field, change.path) for change in caught.value.refused] == [
        ("provider_options.ours.user_tag", ("user_tag",))
    ]


# ---- needs

VENDOR = table(
    PROMPT,
    Pictures("images", (Image("file"),), max=3),
    Param("mask", Field.mask, Image("file", edits="white")),
    content="multipart",
)


def needs(done: Translation) -> list[tuple[str, str]]:
    return [(need.at, need.kind) for need in done.needs]


def test_needs_in_two_rounds_fetch_then_repaint() -> None:
    done = asked(VENDOR, prompt="a", references=[PNG], mask=Reference(url=URL, edits="black"))
    assert needs(done) == [("mask", "fetch")]
    assert done.changes == ()
    assert done.request == {"prompt": "a", "images": [PNG]}
    done = done.supply({"mask": Reference(data=PNG)})
    assert needs(done) == [("mask", "repaint")]
    assert done.needs[0].edits == "white"
    done = done.supply({"mask": Reference(data=JPEG)})
    assert needs(done) == []
    assert done.request == {"prompt": "a", "images": [PNG], "mask": JPEG}
    assert done.changes == ()
    assert check(done.request, VENDOR) == ()


def test_a_deprecated_wire_is_no_need() -> None:
    done = asked(table(Param("old", Field.seed, Int(), deprecated="use new")), seed=1)
    assert (done.request, done.needs) == ({"old": 1}, ())


def test_two_required_pictures_are_two_needs() -> None:
    target = table(
        Slots("person", part=Image("url"), required=True), Slots("garment", part=Image("url"), required=True)
    )
    done = asked(target)
    assert needs(done) == [("references[0]", "value"), ("references[1]", "value")]
    pictures = {"references[1]": Reference(url=OTHER), "references[0]": Reference(url=URL)}
    assert done.supply(pictures).request == {"person": URL, "garment": OTHER}
    assert needs(asked(target, references=[URL])) == [("references[1]", "value")]


def test_needs_are_named_by_the_place_in_the_intent() -> None:
    done = asked(VENDOR, prompt="a", references=[URL, PNG, OTHER])
    assert needs(done) == [("references[0]", "fetch"), ("references[2]", "fetch")]
    assert done.request == {"prompt": "a", "images": [PNG]}
    done = done.supply({"references[2]": Reference(data=JPEG)})
    assert needs(done) == [("references[0]", "fetch")]
    assert done.supply({"references[0]": Reference(data=b"GIF8")}).request["images"] == [b"GIF8", PNG, JPEG]


def test_one_picture_twice_is_two_needs() -> None:
    assert needs(asked(VENDOR, prompt="a", references=[URL, URL])) == [
        ("references[0]", "fetch"),
        ("references[1]", "fetch"),
    ]


def test_an_id_of_another_vendor_is_never_sent() -> None:
    done = asked(
        table(Pictures("images", (Image("url", "id"),))), references=[Reference(file_id="f", provider="other")]
    )
    assert needs(done) == [("references[0]", "find")]
    assert done.request == {}
    assert "other" in done.needs[0].why


def test_an_answer_keeps_the_role_and_the_weight() -> None:
    target = table(Pictures("styles", (Part(Image("file"), roles=("style",)),)), content="multipart")
    done = asked(target, references=[Reference(url=URL, role="style", weight=None)])
    done = done.supply({"references[0]": Reference(data=PNG)})
    assert (done.request, done.changes) == ({"styles": [PNG]}, ())


def test_a_missing_value_is_a_need() -> None:
    target = table(PROMPT, SEED, Native("taskUUID", Text(min_length=1), required=True))
    done = asked(target, seed=1)
    assert needs(done) == [("prompt", "value"), ("provider_options.acme.taskUUID", "value")]
    assert done.request == {"seed": 1}
    done = done.supply({"prompt": "a", "provider_options.acme.taskUUID": "u-1"})
    assert (done.request, done.needs, done.changes) == ({"prompt": "a", "seed": 1, "taskUUID": "u-1"}, (), ())


def test_a_missing_image_can_be_given() -> None:
    done = asked(EDIT, prompt="a").supply({"references[0]": Reference(data=PNG)})
    assert (done.request, done.needs) == ({"prompt": "a", "image": [PNG]}, ())


def test_a_required_mask_is_a_need() -> None:
    target = table(Param("mask", Field.mask, Image("file"), required=True), content="multipart")
    done = asked(target)
    assert needs(done) == [("mask", "value")]
    assert done.supply({"mask": Reference(data=PNG)}).request == {"mask": PNG}


def test_wrong_answers_are_told_all() -> None:
    done = asked(VENDOR, references=[URL], mask=URL)
    with pytest.raises(Invalid) as caught:
        done.supply(
            {"mask": "x", "references[0]": PNG, "prompt": 5, "references[9]": Reference(data=PNG), "promt": "a"}
        )
    found = sorted((problem.code, *problem.path) for problem in caught.value.problems)
    assert found == [
        ("open_need", "promt"),
        ("open_need", "references[9]"),
        ("wrong_type", "mask"),
        ("wrong_type", "prompt"),
        ("wrong_type", "references[0]"),
    ]
    assert "did you mean 'prompt'?" in str(caught.value)


@pytest.mark.parametrize(
    ("ask", "target", "at", "answer", "why"),
    [
        (Intent("a", references=[URL]), VENDOR, "references[0]", Reference(url=OTHER), "give its bytes"),
        (
            Intent("a", mask=Reference(data=PNG, edits="black")),
            VENDOR,
            "mask",
            Reference(data=PNG, edits="black"),
            "the area to edit must be white",
        ),
        (Intent("a"), EDIT, "references[0]", Reference(url=URL, role="style"), "give a value that can be sent"),
        (Intent("a"), table(Param("look", Field.quality, OneOf("high"), required=True)), "quality", "low", "high"),
    ],
    ids=["fetch", "repaint", "picture", "value"],
)
def test_an_answer_that_leaves_its_need_open_is_none(
    ask: Intent, target: Target, at: str, answer: object, why: str
) -> None:
    with pytest.raises(Invalid) as caught:
        to_request(ask, target, allow=ALL).supply({at: answer})
    (problem,) = caught.value.problems
    assert (problem.code, problem.path, problem.value) == ("open_need", (at,), answer)
    assert problem.why.startswith("this leaves the need open: ")
    assert why in problem.why
    assert len(str(caught.value).splitlines()) == 1


def test_an_answer_may_open_another_need_or_leave_another_open() -> None:
    done = asked(VENDOR, references=[URL]).supply({"references[0]": Reference(file_id="f", provider="other")})
    assert needs(done) == [("references[0]", "find"), ("prompt", "value")]
    keys = table(Slots("person", part=Image("url"), required=True), Slots("garment", part=Image("url"), required=True))
    later = asked(keys).supply({"references[1]": Reference(url=URL)})
    assert needs(later) == [("references[1]", "value")]


def test_supply_gives_a_new_translation() -> None:
    done = asked(table(PROMPT))
    assert done.supply({"prompt": "a"}) is not done
    assert needs(done) == [("prompt", "value")]
    assert done.supply({}).request == done.request


@pytest.mark.parametrize("answer", [float("nan"), {1, 2}, object()], ids=["nan", "set", "object"])
def test_an_answer_for_a_vendor_s_own_wire_is_checked(answer: object) -> None:
    done = asked(table(Native("meta", Json(), required=True)))
    with pytest.raises(Invalid):
        done.supply({"provider_options.acme.meta": answer})


def test_an_answer_for_a_vendor_s_own_wire_is_legal() -> None:
    done = asked(table(Native("id", Text(pattern="[0-9a-f]+"), required=True)))
    with pytest.raises(Invalid):
        done.supply({"provider_options.acme.id": "XYZ"})


def test_strict_does_not_refuse_needs() -> None:
    assert needs(to_request(Intent(references=[URL]), VENDOR, allow=STRICT)) == [
        ("references[0]", "fetch"),
        ("prompt", "value"),
    ]


def test_a_need_is_one_line() -> None:
    (need,) = asked(table(PROMPT)).needs
    assert str(need).startswith("prompt: value (")


# ---- the call


def test_http_is_ready_for_a_client() -> None:
    call = asked(MUSE, prompt="a").http()
    assert (call.method, call.path, call.files) == ("POST", "/v1/draw", None)
    assert call.json == {"prompt": "a", "model": "muse-2"}


def test_holes_are_quoted() -> None:
    target = table(PROMPT, path="/v1/{project}/models/{deployment}:predict")
    path = asked(target, prompt="a").http(project="my project/1", deployment="ü?#").path
    assert path == "/v1/my%20project%2F1/models/%C3%BC%3F%23:predict"


@pytest.mark.parametrize("hole", ["\ud800", "", "..", "."])
def test_a_hole_is_filled_with_one_segment(hole: str) -> None:
    with pytest.raises(Invalid):
        asked(table(PROMPT, path="/v1/{project}/draw"), prompt="a").http(project=hole)


def test_open_and_unknown_holes_are_told_all() -> None:
    target = table(PROMPT, path="/v1/{project}/{deployment}")
    with pytest.raises(Invalid) as caught:
        asked(target).http(projekt="x", deployment="y")
    found = [(problem.code, *problem.path) for problem in caught.value.problems]
    assert found == [("open_need", "prompt"), ("open_need", "project"), ("unknown_field", "projekt")]
    assert "did you mean 'project'?" in str(caught.value)


def test_extra_is_merged_in_unchecked() -> None:
    call = asked(MUSE, prompt="a").http(extra={"brand_new": [1], "prompt": "b"})
    assert call.json == {"prompt": "b", "model": "muse-2", "brand_new": [1]}


def test_every_multipart_field_is_a_part() -> None:
    target = table(
        PROMPT,
        SEED,
        Native("hd", Flag()),
        Native("ratio", Num()),
        Native("tags", Json()),
        Native("style.name", Text()),
        Pictures("image", (Image("file"),), multipart="image[]"),
        Param("mask", Field.mask, Image("file")),
        content="multipart",
    )
    intent = Intent(
        'a "cat"',
        seed=5,
        references=[PNG, JPEG],
        mask=b"<svg/>",
        provider_options={"acme": {"hd": True, "ratio": 0.5, "tags": ["a"], "style": {"name": "x"}}},
    )
    call = to_request(intent, target).http()
    assert call.json is None
    assert call.files == [
        ("prompt", (None, b'a "cat"', None)),
        ("seed", (None, b"5", None)),
        ("hd", (None, b"true", None)),
        ("ratio", (None, b"0.5", None)),
        ("tags", (None, b'["a"]', None)),
        ("style[name]", (None, b"x", None)),
        ("image[]", ("image.png", PNG, "image/png")),
        ("image[]", ("image.jpg", JPEG, "image/jpeg")),
        ("mask", ("mask.svg", b"<svg/>", "image/svg+xml")),
    ]


def test_files_without_a_known_type_and_without_a_name_of_their_own() -> None:
    target = table(Pictures("image", (Image("file"),)), content="multipart")
    files = asked(target, references=[b"???", b"GIF89a"]).http().files
    assert files == [
        ("image", ("image.bin", b"???", "application/octet-stream")),
        ("image", ("image.gif", b"GIF89a", "image/gif")),
    ]


def test_a_multipart_call_without_a_file_is_still_parts() -> None:
    call = asked(table(PROMPT, content="multipart"), prompt="a").http()
    assert call.files == [("prompt", (None, b"a", None))]


# ---- threads, and values that travel


def test_two_threads_may_use_a_fresh_target_at_once() -> None:
    intent = Intent("a", n=50, size="1920x1080", seed=3)
    expected = to_request(intent, MUSE).request
    for _ in range(20):
        target: Target = pickle.loads(pickle.dumps(MUSE))
        barrier = threading.Barrier(2)

        def work(target: Target = target, barrier: threading.Barrier = barrier) -> dict[str, Any]:
            barrier.wait()
            return to_request(intent, target).request

        with ThreadPoolExecutor(2) as pool:
            assert [future.result() for future in [pool.submit(work) for _ in range(2)]] == [expected] * 2


def test_a_translation_pickles_with_its_needs() -> None:
    done = asked(VENDOR, prompt="a", references=[URL], n=3)
    twin = pickle.loads(pickle.dumps(done))
    assert twin == done
    assert (twin.request, twin.needs, twin.changes) == (done.request, done.needs, done.changes)
    assert twin.supply({"references[0]": Reference(data=PNG)}).request == {"prompt": "a", "images": [PNG]}
    call = twin.supply({"references[0]": Reference(data=PNG)}).http()
    assert pickle.loads(pickle.dumps(call)) == call


def test_a_translation_is_frozen_and_not_hashed() -> None:
    done = asked(MUSE, prompt="a")
    with pytest.raises(AttributeError):
        done.count = 5  # type: ignore[misc]
    with pytest.raises(TypeError):
        hash(done)


def test_a_translation_does_not_show_its_bytes() -> None:
    assert "secret" not in repr(asked(VENDOR, prompt="a", references=[b"secret"]))


# ---- rules on wires without a way back


def test_a_raw_wire_that_a_rule_forbids_is_dropped() -> None:
    target = table(
        Param("n", Field.n, OneOf(1, 2)), SEED, rules=[Rule({"seed": Int()}, {"n": ABSENT}, "no count with a seed")]
    )
    done = to_request(Intent(seed=1, provider_options={"acme": {"n": "two"}}), target)
    assert done.request == {"seed": 1}
    assert kinds(done) == {"provider_options.acme.n": "dropped"}


def test_a_few_with_a_minimum_is_met_by_a_reference() -> None:
    target = table(
        Slots("file", part=Image("url")),
        Native("path", Text()),
        rules=[Between(("file", "path"), 1, 1, "a source image")],
    )
    (need,) = asked(target).needs
    assert (need.at, need.kind) == ("references[0]", "value")
    assert asked(target).supply({"references[0]": Reference(url=URL)}).request == {"file": URL}


def test_base64_is_written_whole() -> None:
    target = table(Slots("image", part=Image("base64")))
    assert asked(target, references=[PNG]).request == {"image": base64.b64encode(PNG).decode()}


def test_constants_are_in_every_request() -> None:
    assert raw(table(Const("a.b", 1), Const("c", "x"))).request == {"a": {"b": 1}, "c": "x"}


def test_a_weight_that_no_wire_says_is_told_before_the_need_is_met() -> None:
    target = table(Pictures("images", (Image("url"),)))
    done = to_request(Intent(references=[Reference(data=PNG, weight=0.5)]), target, allow=ALL)
    assert (kinds(done), [need.kind for need in done.needs]) == ({"references": "mapped"}, ["host"])
    assert kinds(done.supply({"references[0]": Reference(url=URL)})) == {"references": "mapped"}


def test_convert_inside_a_provider_keeps_the_model() -> None:
    source = find("leonardo/phoenix-1.0")
    done = convert({"modelId": source.model, "prompt": "x"}, source=source, target=find("leonardo/generation"))
    assert done.request["modelId"] == source.model


def test_convert_compares_the_defaults_of_the_operation_that_answers() -> None:
    request = {"prompt": "x", "init_image_id": "a"}
    done = convert(request, source=find("leonardo/generation"), target=find("eigenai/eigen-image"))
    assert done.request["num_inference_steps"] == 15


def test_the_source_s_ratio_and_tier_are_asked_together() -> None:
    """A ratio alone would have the pixels of the target's default, and not the source's tier."""
    done = convert(
        {"instances": [{"prompt": "a"}]}, source="google/imagen-4.0-generate-001", target="leonardo/albedobase-xl"
    )
    assert (done.request["width"], done.request["height"]) == (1024, 1024)


# ---- check, to the letter

DOCS = "https://wiki.example/muse"
DATED = f"{DOCS} (2026-11-01)"
LOOK = Native("look", OneOf("x", open=True))


def test_a_second_spelling_beside_the_first_is_a_conflict() -> None:
    target = table(PROMPT, also_read={"promptText": "prompt"})
    why = "a second spelling of prompt, which is there too"
    assert check({"prompt": "a", "promptText": "b"}, target) == (
        Problem("error", "conflict", ("promptText",), "b", why),
    )
    assert check({"promptText": "b"}, target) == ()


def test_a_container_of_another_kind() -> None:
    target = table(PROMPT, Native("config.size", Int()), Native("items[0].seed", Int()))
    assert check({"prompt": "a", "config": 5, "items": {"seed": 1}}, target) == (
        Problem("error", "wrong_type", ("config",), 5, "must be an object"),
        Problem("error", "wrong_type", ("items",), {"seed": 1}, "must be a list"),
    )


@pytest.mark.parametrize(
    ("unknown", "level", "code", "why"),
    [
        ("refused", "error", "unknown_field", "acme/muse has no such field"),
        ("ignored", "warning", "ignored", "acme/muse ignores unknown fields"),
        ("unsaid", "warning", "unknown_field", "acme/muse documents no such field, and not what it does with one"),
    ],
)
def test_an_unknown_field_to_the_letter(unknown: Any, level: Any, code: Any, why: str) -> None:
    target = table(PROMPT, Native("deep.mood", Int()), unknown=unknown)
    body = {"prompt": "a", "promt": 1, "deep": {"moood": 2, "x": 3}}
    hints = {
        ("promt",): "; did you mean 'prompt'?",
        ("deep", "moood"): "; did you mean 'deep.mood'?",
        ("deep", "x"): "",
    }
    values = dict(zip(hints, (1, 2, 3), strict=True))
    assert check(body, target) == tuple(
        Problem(level, code, path, values[path], f"{why}{hint}", source=DATED) for path, hint in hints.items()
    )


@pytest.mark.parametrize(("number", "hint"), [(1000, "; did you mean 'prompt'?"), (1001, "")])
def test_among_many_unknown_fields_nobody_has_misspelt_one(number: int, hint: str) -> None:
    body = {"prompt": "a", "promt": 1, **{f"x{at}": 1 for at in range(number - 1)}}
    found = check(body, table(PROMPT, unknown="refused"))
    assert len(found) == number
    assert found[0] == Problem(
        "error", "unknown_field", ("promt",), 1, f"acme/muse has no such field{hint}", source=DATED
    )


def test_a_broken_rule_to_the_letter() -> None:
    rules = [
        Rule({"seed": Int()}, {"steps": Int(max=9)}, "few with a seed", source="https://x"),
        Rule({"seed": Int()}, {"hd": ABSENT}, "no hd with a seed", effect="ignored"),
        Between(("steps", "other"), 2, 2, "both of them"),
    ]
    target = table(STEPS, SEED, Native("hd", Flag(), default=True), Native("other", Int()), rules=rules)
    assert check({"steps": 50, "seed": 1, "hd": True}, target) == (
        Problem(
            "error",
            "conflict",
            ("steps",),
            50,
            "few with a seed",
            ("a whole number up to 9",),
            "steps",
            "https://x (2026-11-01)",
        ),
        Problem("warning", "ignored", ("hd",), True, "no hd with a seed", ("left out",), None, DATED),
        *(found for found in check({"steps": 5}, target)),
    )
    (lacking,) = check({"steps": 5}, target)
    assert (lacking.level, lacking.code, lacking.why, lacking.source) == ("error", "conflict", "both of them", DATED)
    assert check({"steps": 5, "other": 1}, target) == ()


def test_a_rule_that_a_default_breaks_says_so() -> None:
    rule = Rule({"steps": Int()}, {"hd": OneOf(False)}, "no hd with steps")
    target = table(STEPS, Native("hd", Flag(), default=True), rules=[rule])
    assert check({"steps": 5}, target) == (
        Problem(
            "error", "conflict", ("hd",), True, "no hd with steps (hd is true by default)", ("only false",), None, DATED
        ),
    )


def test_a_body_that_is_a_list_has_its_place_in_every_path() -> None:
    target = table(PROMPT, in_list=True)
    unsaid = "acme/muse documents no such field, and not what it does with one"
    wrong = Problem("error", "wrong_type", ("prompt",), 1, "text of at most 1000 characters", None, "prompt", DATED)
    unknown = Problem("warning", "unknown_field", ("x",), 1, unsaid, source=DATED)
    assert check([{"prompt": 1, "x": 1}], target) == tuple(evolve(one, path=(0, *one.path)) for one in (wrong, unknown))
    assert check([{}, {}], target) == (Problem("error", "too_many", (), None, "a list of one object; there are 2"),)


@pytest.mark.parametrize(
    ("facts", "code", "why"),
    [
        (
            {"status": "retired", "retired": "2026-01-01", "successor": "acme/new"},
            "retired",
            "was retired on 2026-01-01; use acme/new",
        ),
        ({"status": "retired", "successor": "acme/new"}, "retired", "is retired; use acme/new"),
        ({"status": "retired"}, "retired", "is retired"),
        (
            {"status": "deprecated", "retired": "2027-01-01", "successor": "acme/new"},
            "deprecated",
            "is deprecated and ends on 2027-01-01; use acme/new",
        ),
        ({"status": "deprecated"}, "deprecated", "is deprecated"),
    ],
)
def test_standing_to_the_letter(facts: dict[str, Any], code: Any, why: str) -> None:
    standing = Problem("warning", code, (), None, f"acme/muse {why}", source=DOCS)
    target = table(PROMPT, **facts)
    for _ in range(5):  # the first ones are answered row by row
        assert check({"prompt": "a"}, target) == (standing,)
    assert check([], target) == (
        standing,
        Problem("error", "unreadable", (), [], "a request must be a JSON object"),
    )
    assert check({"prompt": "a"}, table(PROMPT, status="preview", retired="2027-01-01")) == ()


def test_doubts_to_the_letter() -> None:
    target = table(PROMPT, Param("n", Field.n, Int(1)), LOOK, unknown="forwarded")
    assert check({"prompt": "a", "n": 12, "look": "y", "z": 1}, target) == (
        Problem("warning", "unverified", ("n",), 12, "no maximum is published", None, "n", DATED),
        Problem(
            "warning", "unverified", ("look",), "y", "it is none of the words that are published", None, None, DATED
        ),
    )


def test_what_the_vendor_ignores_contradicts_nothing() -> None:
    spellings = (
        Presets("s", {"wide": "128x64"}),
        Sides("w", "h", Grid(Int(8, 512))),
        ShapeWords("ratio", ("1:1", "2:1")),
    )
    own_size = Rule({"fast": OneOf(True)}, {"w": ABSENT, "h": ABSENT}, "fast has its own size", effect="ignored")
    target = table(Sizes(spellings), Native("fast", Flag()), rules=[own_size])
    body = {"s": "wide", "w": 64, "h": 64, "ratio": "1:1"}

    def contradicts(wire: str, name: str) -> Problem:
        return Problem("error", "conflict", (wire,), body[wire], "contradicts 128x64", None, name, DATED)

    def ignored(wire: str) -> Problem:
        return Problem("warning", "ignored", (wire,), 64, "fast has its own size", ("left out",), "size", DATED)

    assert check(body, target) == (contradicts("w", "size"), contradicts("ratio", "aspect_ratio"))
    assert check({**body, "fast": True}, target) == (
        *(contradicts("ratio", "aspect_ratio"), ignored("w"), ignored("h")),
    )


# ---- convert, to the letter


def test_what_convert_drops_is_told_whole() -> None:
    done = convert({"prompt": "a", "n": 4, "user_tag": "x", "new": {"a": 1}, "model": "one-1"}, source=ONE, target=FOUR)
    why = "a field of ours with no portable equivalent"
    assert done.changes == (
        Change("provider_options.ours.user_tag", "dropped", "x", None, why, path=("user_tag",)),
        Change("provider_options.ours.new", "dropped", {"a": 1}, None, why, path=("new",)),
    )
    assert done.request == {"prompt": "a", "num_images": 4}


def test_what_another_target_of_the_vendor_lacks_is_told_whole() -> None:
    tidy = table(PROMPT, Native("style", OneOf("x")), Native("deep.mood", OneOf("x")), name="ours/a", model="")
    body = {"prompt": "a", "style": "x", "deep": {"mood": "x"}, "other": 1}

    def dropped(*paths: tuple[str, ...], unknown: Any) -> None:
        bare = table(PROMPT, name="ours/b", model="", unknown=unknown)
        done = convert(body, source=tidy, target=bare, allow=ALL)
        assert [change.path for change in done.changes] == list(paths)
        assert {change.kind for change in done.changes} == {"dropped"}

    dropped(("style",), ("deep", "mood"), unknown="unsaid")
    dropped(("style",), ("deep", "mood"), unknown="ignored")
    done = convert(body, source=tidy, target=table(PROMPT, name="ours/b", model=""), allow=ALL)
    why = "a field of ours/a only"
    assert done.changes == (
        Change("provider_options.ours.style", "dropped", "x", None, why, path=("style",)),
        Change("provider_options.ours.deep.mood", "dropped", "x", None, why, path=("deep", "mood")),
    )
    assert done.request == {"prompt": "a", "other": 1}
    forwarded = table(PROMPT, name="ours/b", model="", unknown="forwarded")
    assert convert(body, source=tidy, target=forwarded, allow=ALL).request == body


# ---- convert, row by row and at once

OURS = table(
    PROMPT,
    Param("n", Field.n, Int(1, 10), default=1),
    Native("tag", Text()),
    Native("deep.mood", OneOf("x", "y")),
    Model("model"),
    Param("q", Field.quality, Quality("low", "high"), default="low"),
    Pictures("images", (Image("url"),), max=3),
    SEED,
    name="ours/one",
    model="one-1",
)
SISTER = table(
    *(PROMPT, Param("n", Field.n, Int(1, 10), default=2), Native("tag", Text()), Model("model")),
    name="ours/two",
    model="two-2",
)
THEIR_EDIT = table(PROMPT, Pictures("image", (Image("url"),)), name="theirs/four:edit")
THEIRS = table(
    PROMPT,
    Param("num_images", Field.n, Int(1, 8), default=4),
    Param("look", Field.quality, Quality("low", "high"), default="high"),
    name="theirs/four",
    operations={"edit": THEIR_EDIT},
)
NO_PLACE, NO_TWIN = "theirs/four:edit has no such field", "a field of ours with no portable equivalent"


def lost(wire: str, value: object, why: str, *path: str) -> Change:
    return Change(f"provider_options.ours.{wire}", "dropped", value, None, why, path=path or (wire,))


@pytest.mark.parametrize("body", [{}, {"n": 3, "q": "high"}, {"tag": "t"}, {"n": 9}], ids=str)
@pytest.mark.parametrize("target", [THEIRS, SISTER, OURS], ids=lambda target: target.name)
def test_convert_answers_the_same_however_often_it_is_asked(body: dict[str, Any], target: Target) -> None:
    source: Target = pickle.loads(pickle.dumps(OURS))
    request = {"prompt": "a", "model": "one-1", **body}
    by_rows = converted(request, source=source, target=target, policy=policy_of(ALL))
    for _ in range(READ_AFTER + 2):
        done = convert(request, source=source, target=target, allow=ALL)
        assert (done.target, done.request, done.changes) == (by_rows.target, by_rows.request, by_rows.changes)
        assert (done.pixels, done.count, done.unverified) == (by_rows.pixels, by_rows.count, by_rows.unverified)


@pytest.mark.parametrize(
    ("body", "target", "request_", "changes"),
    [
        ({}, THEIRS, {"num_images": 1, "look": "low"}, ()),
        ({"n": 4, "q": "high"}, THEIRS, {"num_images": 4, "look": "high"}, ()),
        ({"tag": "t"}, THEIRS, {"num_images": 1, "look": "low"}, (lost("tag", "t", NO_TWIN),)),
        (
            {"deep": {"mood": "x"}, "tag": "t"},
            THEIRS,
            {"num_images": 1, "look": "low"},
            (lost("deep.mood", "x", NO_TWIN, "deep", "mood"), lost("tag", "t", NO_TWIN)),
        ),
        (
            {"images": [URL], "seed": 3},
            THEIR_EDIT,
            {"image": [URL]},
            (Change("seed", "dropped", 3, None, NO_PLACE, path=("seed",), source=DATED),),
        ),
        ({"new": 1}, THEIRS, {"num_images": 1, "look": "low"}, (lost("new", 1, NO_TWIN),)),
        ({"n": "x"}, THEIRS, {"look": "low"}, (lost("n", "x", NO_TWIN),)),
        ({}, SISTER, {"n": 1, "model": "two-2"}, ()),
        ({"tag": "t", "n": 3}, SISTER, {"n": 3, "tag": "t", "model": "two-2"}, ()),
        (
            {"deep": {"mood": "x"}, "tag": "t"},
            SISTER,
            {"n": 1, "tag": "t", "model": "two-2"},
            (lost("deep.mood", "x", "a field of ours/one only", "deep", "mood"),),
        ),
        ({"new": 1}, SISTER, {"n": 1, "model": "two-2", "new": 1}, ()),
        ({"deep": {"mood": "x"}, "tag": "t"}, OURS, {"model": "one-1", "deep": {"mood": "x"}, "tag": "t"}, ()),
        ({"new": 1, "seed": 3}, OURS, {"model": "one-1", "new": 1, "seed": 3}, ()),
    ],
    ids=str,
)
def test_what_convert_makes_of_a_request(
    body: dict[str, Any], target: Target, request_: dict[str, Any], changes: tuple[Change, ...]
) -> None:
    source: Target = pickle.loads(pickle.dumps(OURS))
    asked_of = THEIRS if target is THEIR_EDIT else target
    for _ in range(READ_AFTER + 2):
        done = convert({"prompt": "a", "model": "one-1", **body}, source=source, target=asked_of, allow=ALL)
        assert (done.target, done.request, done.changes) == (target, {"prompt": "a", **request_}, changes)


def test_a_plain_request_is_converted_at_once() -> None:
    source: Target = pickle.loads(pickle.dumps(OURS))
    plain = {"prompt": "a", "model": "one-1", "n": 9}

    def at_once(body: dict[str, Any], target: Target) -> bool:
        hear = None
        while hear is None:
            hear = hearer_of(source)
        pair = learned(source, target, hear)
        assert pair is not None
        return converted_at_once(pair, {**plain, **body}, source, target, policy_of(ALL)) is not None

    for target in (THEIRS, SISTER, OURS):
        assert at_once({}, target)
        assert at_once({"q": "high"}, target)
        assert not at_once({"n": "x"}, target)
        assert not at_once({"new": 1}, target)
        assert at_once({"tag": "t"}, target) == (target is THEIRS)
        assert at_once({"deep": {"mood": "x"}}, target) == (target is THEIRS)
        assert at_once({"images": [URL]}, target) == (target is not THEIRS)


# ---- the parts of a shape that are asked for a source that is silent of them

RATIOS, TIERS = ("1:1", "2:1"), ("1K", "2K")
PIXELS = {
    ("1:1", "1K"): "1024x1024",
    ("2:1", "1K"): "1448x724",
    ("1:1", "2K"): "2048x2048",
    ("2:1", "2K"): "2896x1448",
}
ANY = Int(64, 4096)


def named(*ratios: str, pixels: Any = None, **default: str) -> Row:
    return Sizes((ShapeWords("ratio", ratios or RATIOS, "tier", TIERS, pixels or {}),), default=default)


EITHER = Sizes((Sides("w", "h", Grid(ANY)), ShapeWords("ratio", RATIOS)), default={"w": 1024, "h": 512})


def each(targets: str, **parts: str) -> dict[str, dict[str, str]]:
    return dict.fromkeys(targets.split(), parts)


TARGETS: dict[str, Row] = {
    "square": WidthHeight("w", "h", each=ANY, default=(1024, 1024)),
    "half": WidthHeight("w", "h", each=ANY, default=(1024, 512)),
    "wide": WidthHeight("w", "h", each=ANY, default=(1024, 576)),
    "silent": WidthHeight("w", "h", each=ANY),
    "names": named(pixels=PIXELS, ratio="1:1", tier="1K"),
    "same": named(pixels=PIXELS, ratio="2:1", tier="2K"),
    "words": named(ratio="1:1", tier="1K"),
    "mute": named(),
    "ratio": Sizes((ShapeWords("ratio", RATIOS),), default={"ratio": "1:1"}),
}


@pytest.mark.parametrize(
    ("row", "body", "expected"),
    [
        (
            WidthHeight("w", "h", each=ANY, default=(1024, 512)),
            {},
            each("square wide names same", size="1024x512"),
        ),
        (WidthHeight("w", "h", each=ANY, default=(1024, 512)), {"w": 512, "h": 512}, {}),
        (WidthHeight("w", "h", each=ANY), {}, {}),
        (
            named(pixels=PIXELS, ratio="2:1", tier="2K"),
            {},
            {
                **each("square half wide names words", aspect_ratio="2:1", resolution="2K"),
                "ratio": {"aspect_ratio": "2:1"},
            },
        ),
        (
            named(pixels=PIXELS, ratio="2:1", tier="2K"),
            {"ratio": "1:1"},
            each("square half wide silent names words mute ratio", resolution="2K"),
        ),
        (
            named(ratio="2:1", tier="2K"),
            {"tier": "1K"},
            each("square wide silent names words mute ratio", aspect_ratio="2:1"),
        ),
        (named(pixels=PIXELS, ratio="2:1", tier="2K"), {"ratio": "1:1", "tier": "1K"}, {}),
        (EITHER, {}, each("square wide names same", size="1024x512")),
        (EITHER, {"ratio": "1:1"}, {}),
        (EITHER, {"w": 64, "h": 64}, {}),
        (named(tier="2K"), {}, each("square half wide names words", resolution="2K")),
        (named(tier="2K"), {"tier": "1K"}, {}),
        (
            named("auto", *RATIOS, ratio="auto", tier="2K"),
            {},
            each("square half wide names words", resolution="2K"),
        ),
        (
            named("auto", *RATIOS, tier="2K"),
            {"ratio": "auto"},
            each("square half wide silent names words mute ratio", resolution="2K"),
        ),
        (
            named("16:9", "1:1", ratio="16:9", tier="1K"),
            {},
            {
                **each("square half wide names same words", aspect_ratio="16:9", resolution="1K"),
                "ratio": {"aspect_ratio": "16:9"},
            },
        ),
        (
            named("16:9", "1:1", ratio="16:9", tier="1K"),
            {"ratio": "16:9"},
            each("half wide same mute ratio", resolution="1K"),
        ),
        (
            RatioTier("ratio", RATIOS, pixels={"1:1": (1024, 1024), "2:1": (2048, 1024)}, default={"ratio": "1:1"}),
            {},
            each("half wide same", aspect_ratio="1:1"),
        ),
        (
            RatioTier("ratio", RATIOS, pixels={"1:1": (1024, 1024), "2:1": (2048, 1024)}, default={"ratio": "1:1"}),
            {"ratio": "2:1"},
            each(" ".join(TARGETS), size="2048x1024"),
        ),
        (
            RatioTier("ratio", RATIOS, pixels={"1:1": (1024, 1024), "2:1": (2048, 1024)}, default={"ratio": "1:1"}),
            {"ratio": "1:1"},
            each("half wide same words mute ratio", size="1024x1024"),
        ),
    ],
)
def test_the_parts_of_a_shape_that_are_asked(
    row: Row, body: dict[str, Any], expected: dict[str, dict[str, str]]
) -> None:
    source = table(row, name="ours/muse")
    asked = read_effective(source, source.tree.flatten(body))
    found = {}
    for name, other in TARGETS.items():
        parts = _silent_shape(source, source.tree.flatten(body), asked, table(other, name="theirs/muse"))
        found[name] = {part: str(value) for part, value in parts.items()}
    assert {name: parts for name, parts in found.items() if parts} == expected


def test_a_target_is_asked_for_nothing_that_it_does_itself() -> None:
    source = table(named(ratio="2:1", tier="2K"), name="ours/muse")
    for _ in range(READ_AFTER + 2):
        assert convert({"ratio": "1:1"}, source=source, target=source).request == {"ratio": "1:1"}
        assert convert({}, source=source, target=source).request == {}


@pytest.mark.parametrize(
    ("rows", "body", "request_"),
    [
        ((Param("n", Field.n, Int(0, 10), default=1),), {"n": 0}, {}),  # legal, and nothing that an intent can say
        ((Param("n", Field.n, Int(0, 10), default=1),), {}, {"num_images": 1}),
        ((Param("n", Field.n, Int(1, 10), default=1, default_when={"fast": ABSENT}),), {"fast": True}, {}),
        ((Param("n", Field.n, Int(1, 10), default=1, default_when={"fast": ABSENT}),), {}, {"num_images": 1}),
    ],
)
def test_a_default_is_asked_where_it_holds(
    rows: tuple[Row, ...], body: dict[str, Any], request_: dict[str, Any]
) -> None:
    source = table(*rows, Native("fast", Flag()), name="ours/muse")
    target = table(Param("num_images", Field.n, Int(1, 8), default=4), name="theirs/muse")
    for _ in range(READ_AFTER + 2):
        assert convert(body, source=source, target=target).request == request_


def test_the_wires_on_which_defaults_depend() -> None:
    chain = table(
        Param("n", Field.n, Int(1, 9), default=1, default_when={"a": ABSENT}),
        Native("a", Int(), default=1, default_when={"b": ABSENT}),
        Native("b", Int(), default=1, default_when={"c": ABSENT}),
        Native("c", Int(), default=1),
        Native("d", Int(), default=1, default_when={"e": ABSENT}),
        Native("e", Int()),
    )
    assert _conditions(chain, frozenset({"n"})) == {"a", "b", "c"}
    assert _conditions(chain, frozenset({"d"})) == {"e"}
    assert _conditions(chain, frozenset({"c", "e"})) == frozenset()


# ---- a translation to the letter

OPEN = table(
    PROMPT,
    Param("n", Field.n, Int(1)),
    Pictures("images", (Image("file"),), max=3),
    content="multipart",
    path="/v1/{project}/draw",
)
NO_QUALITY = Change("quality", "dropped", "high", None, "acme/muse has no such field", source=DATED)
OFTEN = 2 * PREPARE_AFTER + 2  # so often that a target is prepared for the last ones


def fresh(target: Target) -> Target:
    twin: Target = pickle.loads(pickle.dumps(target))
    return twin


def test_a_translation_in_words() -> None:
    done = asked(OPEN, prompt="a", n=12, quality="high", references=[URL])
    assert repr(done) == (
        "<Translation for acme/muse: {'prompt': 'a', 'n': 12}, changes: quality dropped, needs: references[0], "
        "unverified: n>"
    )
    assert repr(asked(MUSE, prompt="a")) == "<Translation for acme/muse: {'prompt': 'a', 'model': 'muse-2'}>"
    lines = repr(asked(OPEN, n=1, quality="high", user="me", references=[URL, OTHER])).partition(", changes: ")[2]
    assert lines == "quality dropped; user dropped, needs: references[0]; references[1]; prompt>"
    rows = [
        ("td", "request", "{&#x27;prompt&#x27;: &#x27;a&#x27;, &#x27;n&#x27;: 12}"),
        ("td", "change", "quality: dropped &quot;high&quot; (acme/muse has no such field)"),
        ("td", "need", "references[0]: fetch (it must be a file)"),
        ("td", "not confirmed", "n"),
    ]
    cells = "".join(f"<tr><{tag}>{a}</{tag}><{tag}>{b}</{tag}></tr>" for tag, a, b in [("th", "", "acme/muse"), *rows])
    assert done._repr_html_() == f"<table>{cells}</table>"


def test_wrong_answers_are_told_to_the_letter() -> None:
    done = asked(OPEN, prompt="a", n=2, references=[URL])
    with pytest.raises(Invalid) as caught:
        done.supply({"references[0]": URL, "projct": "x", "references[1]": PNG, "zz": 1, "project": 5})
    assert caught.value.problems == (
        Problem("error", "open_need", ("projct",), None, "no such need; did you mean 'project'?"),
        Problem("error", "open_need", ("references[1]",), None, "no such need; did you mean 'references[0]'?"),
        Problem("error", "open_need", ("zz",), None, "no such need"),
        Problem("error", "not_allowed", ("project",), 5, "a path parameter must be text, and not '', '.' or '..'"),
        Problem("error", "wrong_type", ("references[0]",), URL, "a Reference"),
    )
    other = Reference(url=OTHER)
    with pytest.raises(Invalid) as caught:
        done.supply({"references[0]": other})
    why = "this leaves the need open: give its bytes (it must be a file)"
    assert caught.value.problems == (Problem("error", "open_need", ("references[0]",), other, why),)


def test_the_needs_of_the_call() -> None:
    done = asked(OPEN, prompt="a", n=2, references=[URL])
    (need,) = done.call_needs
    why = "the path /v1/{project}/draw needs a value for project"
    assert need == Need("value", "project", None, None, why)
    with pytest.raises(Invalid) as caught:
        done.http(projekt="x")
    assert caught.value.problems == (
        Problem("error", "open_need", ("references[0]",), None, "fetch (it must be a file)"),
        Problem("error", "open_need", ("project",), None, why),
        Problem(
            *("error", "unknown_field", ("projekt",), None),
            "the path has no such parameter; did you mean 'project'?",
        ),
    )
    half = done.supply({"project": "p/q"})
    assert (half.call_needs, [one.at for one in half.needs]) == ((), ["references[0]"])
    ready = half.supply({"references[0]": Reference(data=PNG, media_type="image/x")})
    call = ready.http(extra={"x": 1})
    assert call.path == "/v1/p%2Fq/draw"
    assert call.files is not None
    assert call.files[2:] == [("images", ("images.x", PNG, "image/x")), ("x", (None, b"1", None))]
    assert ready.http(project="other").path == "/v1/other/draw"


@pytest.mark.parametrize(("extra", "kind"), [([1], "a list"), (3, "int"), ("x", "str")])
def test_what_is_merged_into_a_request_is_a_dict(extra: Any, kind: str) -> None:
    with pytest.raises(TypeError, match=f"^extra must be a dict to be merged into the request, not {kind}$"):
        asked(MUSE, prompt="a").http(extra=extra)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("a cat", 'intent must be an Intent, such as Intent("a cat"), not a text'),
        ({"prompt": "a"}, "intent must be an Intent, not a dict; Intent.of(fields) makes one of it"),
        (OPEN, "the intent is a Target: the intent comes first, then the target"),
        (3, "intent must be an Intent, not int"),
    ],
)
def test_what_is_no_intent_to_the_letter(wrong: Any, why: str) -> None:
    with pytest.raises(TypeError) as caught:
        to_request(wrong, OPEN)
    assert str(caught.value) == why


def test_a_translation_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError) as caught:
        asked(MUSE, prompt="a").nope  # type: ignore[attr-defined]  # noqa: B018
    assert str(caught.value) == "'Translation' object has no attribute 'nope'"


def test_what_is_not_known_to_work_is_refused_to_the_letter() -> None:
    ask = Intent("a", n=12, quality="high", provider_options={"acme": {"new": 1}})
    target = fresh(OPEN)
    for _ in range(OFTEN):
        with pytest.raises(Refused) as caught:
            to_request(ask, target, allow=Policy(unverified=False))
        assert caught.value.problems == (
            Problem("error", "unverified", ("n",), 12, "no maximum is published", None, "n", DATED),
            Problem("error", "unverified", ("new",), 1, "acme/muse documents no such field", source=DATED),
        )
        assert (caught.value.changes, caught.value.refused) == ((NO_QUALITY,), ())
        assert to_request(ask, target).unverified == ("n", "provider_options.acme.new")


@pytest.mark.parametrize(
    ("allow", "request_", "changed", "refused"),
    [
        (ALL, {"num_images": 8, "steps": 60}, ["quality", "n", "steps"], []),
        (("clamped", "dropped"), {"num_images": 8, "steps": 60}, ["quality", "n", "steps"], []),
        ("dropped", {}, ["quality", "n", "steps"], []),
        (Policy("dropped", n="clamped"), {"num_images": 8}, ["quality", "n", "steps"], []),
        ("clamped", None, ["quality", "n", "steps"], ["quality"]),
        (STRICT, None, ["quality", "n", "steps"], ["quality", "n", "steps"]),
        (Policy(quality=()), None, ["quality", "n", "steps"], ["quality"]),
    ],
)
def test_every_policy_answers_the_same_however_often_it_is_asked(
    allow: Any, request_: dict[str, Any] | None, changed: list[str], refused: list[str]
) -> None:
    target, ask = fresh(MUSE), Intent("a", n=50, steps=99, quality="high")
    for _ in range(OFTEN):
        if request_ is None:
            with pytest.raises(Refused) as caught:
                to_request(ask, target, allow=allow)
            assert [change.field for change in caught.value.changes] == changed
            assert [change.field for change in caught.value.refused] == refused
        else:
            done = to_request(ask, target, allow=allow)
            assert done.request == {"prompt": "a", "model": "muse-2", **request_}
            assert [change.field for change in done.changes] == changed


def test_what_convert_drops_may_be_refused_however_often_it_is_asked() -> None:
    source, target = fresh(ONE), fresh(FOUR)
    body = {"prompt": "a", "model": "one-1", "user_tag": "x", "n": 10}
    for _ in range(READ_AFTER + OFTEN):
        for allow in (Policy(provider_options=()), Policy(n=()), STRICT):
            with pytest.raises(Refused) as caught:
                convert(body, source=source, target=target, allow=allow)
            places = [(change.field, change.path) for change in caught.value.changes]
            assert places == [("n", ("n",)), ("provider_options.ours.user_tag", ("user_tag",))]
        done = convert(body, source=source, target=target, allow=Policy(n="clamped"))
        assert [(change.field, change.path) for change in done.changes] == places
        assert done.supply({}).changes == done.changes


def test_changes_come_in_the_order_of_the_fields() -> None:
    target = fresh(table(STEPS, SEED, PROMPT, SizeText("size", ["64x64"])))
    ask = Intent("a" * 2000, size="99x64", seed=2**33, steps=99, n=3, provider_options={"acme": {"steps": 3}})
    for _ in range(OFTEN):
        done = to_request(ask, target, allow=ALL)
        assert [change.field for change in done.changes] == [
            *("prompt", "n", "seed", "steps", "size", "provider_options.acme.steps")
        ]


def test_defaults_are_read_beside_what_is_said() -> None:
    target = fresh(table(STEPS, COUNT, WidthHeight("w", "h", each=Int(64, 512), default=(512, 256))))
    for _ in range(READ_AFTER + 2):
        assert to_intent({"steps": 5}, target, defaults=True) == Intent(steps=5, n=1, size=(512, 256))
        assert to_intent({"num_images": 3}, target, defaults=True) == Intent(n=3, size=(512, 256))
        assert to_intent({"w": 64, "h": 64}, target, defaults=True) == Intent(n=1, size=(64, 64))
        assert to_intent({"steps": 5}, target) == Intent(steps=5)
        assert to_intent({"steps": 5, "new": {"a": [1]}}, target) == Intent(
            steps=5, provider_options={"acme": {"new": {"a": [1]}}}
        )


def converted_often(source: Target, target: Target, body: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The target and the request of `convert`, the same however often it is asked."""
    source = fresh(source)
    answers = [convert(body, source=source, target=target, allow=ALL) for _ in range(READ_AFTER + 2)]
    (answer,) = {(done.target.name, json.dumps(done.request)) for done in answers}
    return answer[0], json.loads(answer[1])


def test_a_mask_takes_the_operation_that_has_a_place_for_it() -> None:
    mask = Param("mask", Field.mask, Image("url"))
    inpaint = table(PROMPT, mask, name="theirs/muse:inpaint")
    target = table(PROMPT, name="theirs/muse", operations={"inpaint": inpaint})
    source = table(PROMPT, mask, name="ours/muse")
    assert converted_often(source, target, {"prompt": "a", "mask": URL}) == (
        "theirs/muse:inpaint",
        {"prompt": "a", "mask": URL},
    )
    assert converted_often(source, target, {"prompt": "a"}) == ("theirs/muse", {"prompt": "a"})


def test_what_a_source_always_sends_is_asked_where_it_is_a_choice() -> None:
    source = table(PROMPT, Const("mode", "fast"), Const("other", 1), name="ours/a", model="")
    body = {"prompt": "a", "mode": "fast", "other": 1}
    choice = table(PROMPT, Native("mode", OneOf("fast", "slow")), name="ours/b", model="")
    assert converted_often(source, choice, body) == ("ours/b", {"prompt": "a", "mode": "fast"})
    constant = table(PROMPT, Const("mode", "slow"), name="ours/c", model="")
    assert converted_often(source, constant, body) == ("ours/c", {"prompt": "a", "mode": "slow"})
    stranger = table(PROMPT, Native("mode", OneOf("fast", "slow")), name="theirs/b", model="")
    assert converted_often(source, stranger, body) == ("theirs/b", {"prompt": "a"})


def test_a_default_that_depends_on_others_is_found_each_time() -> None:
    def source(**when: Any) -> Target:
        count = Param("n", Field.n, Int(1, 9), default=1, default_when=when)
        return table(PROMPT, Const("mode", "fast"), STEPS, Native("hd", Flag()), count, name="ours/a")

    body = {"prompt": "a", "mode": "fast"}
    for when, more, count in (
        ({"mode": PRESENT}, {}, {"num_images": 1}),
        ({"steps": ABSENT}, {}, {"num_images": 1}),
        ({"steps": ABSENT}, {"steps": 5}, {}),
        ({"steps": ABSENT}, {"n": 2, "steps": 5}, {"num_images": 2}),
        ({"hd": ABSENT}, {"steps": 5}, {"num_images": 1}),
        ({"hd": ABSENT}, {"hd": True}, {}),
    ):
        assert converted_often(source(**when), FOUR, {**body, **more}) == ("theirs/four", {"prompt": "a", **count})


def test_a_target_is_prepared_after_some_calls() -> None:
    target, body = fresh(MUSE), {"prompt": "a", "model": "muse-2"}
    for _ in range(checking.PREPARE_AFTER):
        assert check(body, target) == ()
        assert "right" not in target.prepared
    assert check(body, target) == ()
    right = target.prepared["right"]
    assert (target.prepared["standing"], right(body), right({"prompt": 1})) == ((), True, False)
    assert check({**body, "num_images": 9}, target) == check({**body, "num_images": 9}, fresh(MUSE)) != ()
    assert target.prepared["right"] is right


def test_a_target_is_prepared_to_be_read_after_some_requests() -> None:
    target = fresh(MUSE)
    assert [hearer_of(target) for _ in range(READ_AFTER)] == [None] * READ_AFTER
    hear = hearer_of(target)
    assert hear is not None
    assert hearer_of(target) is hear
    heard = hear({"prompt": "a", "model": "muse-2", "style": "PLAIN", "num_images": 2})
    assert heard is not None
    assert intent_of_heard(heard, target) == Intent("a", n=2, provider_options={"acme": {"style": "PLAIN"}})


@pytest.mark.parametrize(("name", "later"), [("acme/muse", 1), ("acme/mus", 0), ("acme/a-muse", 3)])
def test_a_target_is_prepared_to_be_written_after_some_translations(name: str, later: int) -> None:
    target = table(PROMPT, COUNT, name=name)
    for wire in ("write", "write raw"):
        target.prepared.pop("translations", None)
        options = {"acme": {"new": 1}} if wire == "write raw" else None
        ask = Intent("a", n=2, provider_options=options)
        for _ in range(PREPARE_AFTER + later):
            to_request(ask, target)
            assert wire not in target.prepared
        done = to_request(ask, target)
        assert wire in target.prepared
        assert done.request == {"prompt": "a", "num_images": 2, **(options or {}).get("acme", {})}


def test_a_pair_of_targets_is_known_once_the_source_is_read_often() -> None:
    source, target = fresh(ONE), fresh(FOUR)
    assert [_pair(source, target) for _ in range(READ_AFTER)] == [None] * READ_AFTER
    pair = _pair(source, target)
    assert pair is not None
    assert _pair(source, target) is pair
    assert (pair.differing, pair.conditions, pair.same_provider) == ({"n": 1}, frozenset(), False)
    assert pair.said == {"prompt", "n"}


def test_what_the_vendor_will_return_is_told() -> None:
    target, silent = fresh(MUSE), fresh(table(PROMPT, Param("n", Field.n, Int(1, 8)), Native("s", Text())))
    for _ in range(OFTEN):
        done = to_request(Intent("a", n=3, size="512x256"), target)
        assert (done.target, done.pixels, done.count) == (target, Size(512, 256), 3)
        assert (done.changes, done.needs, done.unverified) == ((), (), ())
        done = to_request(Intent("a"), target)
        assert (done.pixels, done.count) == (Size(1024, 1024), 1)
        done = to_request(Intent("a"), silent)
        assert (done.pixels, done.count) == (None, None)


def test_the_media_types_that_a_caller_states_are_sent() -> None:
    rows = (PROMPT, Pictures("images", (Image("file"),)), Param("mask", Field.mask, Image("file")))
    target = table(*rows, content="multipart")
    pictures = Reference(data=b"one", media_type="image/x"), Reference(data=b"two")
    mask = Reference(data=b"three", media_type="image/y")
    assert asked(target, prompt="a", references=pictures, mask=mask).http().files == [
        ("prompt", (None, b"a", None)),
        ("images", ("images.x", b"one", "image/x")),
        ("images", ("images.bin", b"two", "application/octet-stream")),
        ("mask", ("mask.y", b"three", "image/y")),
    ]


def test_what_is_added_comes_last_however_often_it_is_asked() -> None:
    rule = Rule({"seed": Int()}, {"num_images": Int(max=1)}, "one with a seed")
    target = table(SEED, Param("num_images", Field.n, Int(1, 8), default=4), STEPS, rules=[rule])
    for _ in range(OFTEN):
        done = to_request(Intent(seed=2**33, steps=99), target)
        assert [(change.field, change.kind) for change in done.changes] == [
            *(("seed", "clamped"), ("steps", "clamped"), ("n", "added"))
        ]
