"""The verbs: requests and intents, conversion, every fault at once, needs and their answers, and the call."""

from __future__ import annotations

import base64
import json
import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from imgparams import (
    ALL,
    STRICT,
    Intent,
    Invalid,
    Reference,
    Refused,
    Size,
    Target,
    Translation,
    check,
    convert,
    find,
    to_intent,
    to_request,
)
from imgparams.tables import (
    ABSENT,
    Const,
    Field,
    Fixed,
    Flag,
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
    Quality,
    RatioTier,
    Rule,
    SizeText,
    Slots,
    Text,
    WidthHeight,
)
from imgparams.tables.rules import Between
from tests.unit.tables import JPEG, MUSE, OTHER, PNG, PROMPT, SEED, STEPS, URL, asked, codes, kinds, only, raw, table

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
