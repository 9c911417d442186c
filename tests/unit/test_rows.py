"""Every row in both directions: what it writes, reads and judges."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from imgparams import ALL, Intent, Invalid, Reference, Target, capabilities, check, to_intent, to_request
from imgparams.contract import Limits
from imgparams.export import json_schema
from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    AnyOf,
    Const,
    Count,
    Field,
    Fixed,
    Image,
    Int,
    Json,
    ListOf,
    Model,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    Record,
    Row,
    Rule,
    Slots,
    Text,
    Words,
)
from tests.unit.tables import OTHER, PNG, PROMPT, URL, asked, codes, kinds, only, raw, table


def read(target: Target, **wires: Any) -> Intent:
    return to_intent(wires, target)


# ---- Param


def test_a_param_says_its_field_and_reads_it_back() -> None:
    target = table(Param("num_images", Field.n, Int(1, 8)))
    assert asked(target, n=3).request == {"num_images": 3}
    assert read(target, num_images=3) == Intent(n=3)


def test_a_param_reads_legal_or_not() -> None:
    target = table(Param("num_images", Field.n, Int(1, 8)))
    assert read(target, num_images=99).n == 99
    assert codes({"num_images": 99}, target) == [("out_of_range", "num_images")]


def test_what_an_intent_does_not_take_stays_raw() -> None:
    target = table(Param("num_images", Field.n, Int(0, 8)))
    assert read(target, num_images=0) == Intent(provider_options={"acme": {"num_images": 0}})


def test_a_required_wire_is_missing() -> None:
    assert codes({}, table(PROMPT)) == [("missing", "prompt")]


def test_a_wire_that_is_taken_and_altered_is_a_warning() -> None:
    target = table(Native("width", Int(64, 1024, multiple_of=8), accepts=Int(64, 1024)))
    (problem,) = check({"width": 65}, target)
    assert (problem.level, problem.code) == ("warning", "altered")
    assert codes({"width": 9999}, target) == [("out_of_range", "width")]
    assert codes({"width": 64}, target) == []


def test_a_deprecated_wire_is_a_warning() -> None:
    (problem,) = check({"old": 1}, table(Native("old", Int(), deprecated="use new")))
    assert (problem.level, problem.code, problem.why) == ("warning", "deprecated", "use new")


def test_faults_inside_a_value_have_their_place() -> None:
    target = table(Native("nets", ListOf(Record({"weight": Num(0, 1)}))))
    assert codes({"nets": [{"weight": 5}, {"x": 1}]}, target) == [
        ("out_of_range", "nets.0.weight"),
        ("unknown_field", "nets.1.x"),
    ]


def test_a_problem_names_the_field_of_the_intent() -> None:
    (problem,) = check({"num_images": "x"}, table(Param("num_images", Field.n, Int(1, 8))))
    assert (problem.field, problem.path, problem.value) == ("n", ("num_images",), "x")


def test_null_on_a_nullable_wire_is_absence() -> None:
    target = table(Param("seed", Field.seed, Int(0, 9), nullable=True))
    assert codes({"seed": None}, target) == []
    assert read(target, seed=None) == Intent()
    assert raw(target, seed=None).request == {}


def test_null_elsewhere_is_a_wrong_type() -> None:
    assert codes({"seed": None}, table(Param("seed", Field.seed, Int(0, 9)))) == [("wrong_type", "seed")]


def test_an_unset_word_is_legal_and_not_asked() -> None:
    target = table(Param("seed", Field.seed, Int(1, 9), unset=(-1, "random")))
    for word in (-1, -1.0, "random"):
        assert codes({"seed": word}, target) == []
        assert read(target, seed=word) == Intent()


def test_an_unset_word_is_never_an_answer() -> None:
    done = asked(table(Param("seed", Field.seed, Int(1, 9), unset=(0,))), seed=0)
    assert done.request == {"seed": 9}  # 0 folded into 1 to 9
    assert kinds(done) == {"seed": "clamped"}


def test_an_unset_word_inside_the_domain_is_never_an_answer() -> None:
    done = asked(table(Param("seed", Field.seed, Int(0, 9), unset=(0,))), seed=0)
    assert done.request == {"seed": 1}


def test_a_default_is_never_sent_and_an_asked_default_is() -> None:
    target = table(Param("n", Field.n, Int(1, 8), default=1))
    assert asked(target).request == {}
    assert asked(target, n=1).request == {"n": 1}
    assert read(target, n=1) == Intent(n=1)


def test_a_default_may_depend_on_another_wire() -> None:
    target = table(
        Native("mode", OneOf("fast", "slow"), default="fast"),
        Param("n", Field.n, Int(1, 8), default=4, default_when={"mode": OneOf("fast")}),
    )
    assert (asked(target).count, raw(target, mode="slow").count) == (4, None)


def test_a_default_that_is_not_legal_is_a_bad_table() -> None:
    with pytest.raises(Invalid) as caught:
        table(Param("n", Field.n, Int(1, 8), default=9))
    assert caught.value.problems[0].code == "bad_table"


def test_a_default_may_be_an_unset_word() -> None:
    assert table(Param("seed", Field.seed, Int(1, 8), default=-1, unset=(-1,))).row_defaults


def test_an_own_wire_travels_in_the_provider_options() -> None:
    target = table(Native("style", OneOf("VIVID", "PLAIN")), Native("meta", Json()))
    done = raw(target, style="VIVID", meta={"a": [1]})
    assert done.request == {"style": "VIVID", "meta": {"a": [1]}}
    assert done.changes == ()
    assert read(target, style="VIVID", meta={"a": [1]}).provider_options == {
        "acme": {"style": "VIVID", "meta": {"a": (1,)}}
    }


def test_an_own_wire_goes_to_the_nearest_legal_value() -> None:
    target = table(Native("level", Int(1, 8)), Native("style", OneOf("VIVID")))
    done = raw(target, level=50, style="x")
    assert done.request == {"level": 8}
    assert kinds(done) == {"provider_options.acme.level": "clamped", "provider_options.acme.style": "dropped"}


def test_words_that_say_no_canonical_word_stay_raw() -> None:
    target = table(Param("format", Field.output_format, Words({"jpeg": "jpg"}, more=("custom",))))
    assert read(target, format="custom") == Intent(provider_options={"acme": {"format": "custom"}})
    assert raw(target, format="custom").request == {"format": "custom"}


def test_limits_narrow_a_domain() -> None:
    limits = Limits()
    limits.add("a", Int(max=4))
    limits.add("a", PRESENT)
    limits.add("b", ABSENT)
    assert [limits.domain(wire, Int(1, 8)) for wire in "abc"] == [Int(1, 4), None, Int(1, 8)]
    assert [limits.forbids(wire) for wire in "abc"] == [False, True, False]
    assert [limits.allows(wire, 5) for wire in "abc"] == [False, False, True]
    assert limits.allow({"a": 4, "c": 5})
    assert not limits.allow({"a": 5, "c": 5})


# ---- Const, Model, Fixed


def test_a_const_is_always_sent_and_says_nothing() -> None:
    target = table(Const("mode", "text-to-image"))
    assert asked(target).request == {"mode": "text-to-image"}
    assert asked(target).changes == ()
    assert read(target, mode="text-to-image") == Intent()


def test_const_faults() -> None:
    target = table(Const("mode", "edit"))
    assert codes({}, target) == [("missing", "mode")]
    assert codes({"mode": "draw"}, target) == [("not_allowed", "mode")]
    assert codes({"mode": 5}, target) == [("wrong_type", "mode")]
    assert codes({}, table(Const("mode", "edit", optional=True))) == []


def test_another_value_on_a_const_stays_raw_and_has_no_place() -> None:
    target = table(Const("mode", "edit"))
    assert read(target, mode="draw") == Intent(provider_options={"acme": {"mode": "draw"}})
    done = raw(target, mode="draw")
    assert done.request == {"mode": "edit"}
    assert len(done.changes) == 1


def test_the_model_is_sent_and_aliases_are_legal() -> None:
    target = table(Model("model"), aliases=("muse-2-2026-10",))
    assert asked(target).request == {"model": "muse-2"}
    assert codes({"model": "muse-2-2026-10"}, target) == []
    assert codes({"model": "muse-3"}, target) == [("not_allowed", "model")]


def test_an_envelope_takes_any_model() -> None:
    target = table(Model("model"), model="")
    assert codes({"model": "muse-3"}, target) == []
    assert codes({}, target) == [("missing", "model")]
    assert raw(target, model="muse-3").request == {"model": "muse-3"}
    assert [(need.kind, need.at) for need in asked(target).needs] == [("value", "provider_options.acme.model")]


def test_an_absent_model_is_the_vendor_s_default() -> None:
    ours, other = Model("model", optional=True, default="muse-2"), Model("model", optional=True, default="muse-1")
    assert codes({}, table(ours)) == []
    assert codes({}, table(other)) == [("missing", "model")]
    assert codes({}, table(ours, model="")) == []


def test_asking_for_what_is_fixed_is_no_change() -> None:
    target = table(Fixed(Field.n, 1), Fixed(Field.output_format, "jpeg"))
    assert asked(target, n=1, output_format="jpeg").changes == ()
    done = asked(target, n=3, output_format="png")
    assert (done.request, done.count) == ({}, 1)
    assert kinds(done) == {"n": "clamped", "output_format": "mapped"}


# ---- pictures


LIST = table(Pictures("images", (Image("url", "data"),), min=1, max=2))


def test_pictures_are_a_list_in_order() -> None:
    assert asked(LIST, references=[URL, OTHER]).request == {"images": [URL, OTHER]}
    assert read(LIST, images=[URL, OTHER]) == Intent(references=[URL, OTHER])


def test_too_many_pictures_are_clamped() -> None:
    done = asked(LIST, references=[URL, OTHER, URL + "3"])
    assert done.request == {"images": [URL, OTHER]}
    assert only(done.changes).kind == "clamped"


def test_pictures_faults() -> None:
    assert codes({"images": [URL] * 3}, LIST) == [("too_many", "images")]
    assert codes({"images": []}, LIST) == [("out_of_range", "images")]
    assert codes({"images": URL}, LIST) == [("wrong_type", "images")]
    assert codes({"images": [5, ""]}, LIST) == [("wrong_type", "images.0"), ("wrong_type", "images.1")]
    assert codes({"images": ["f-1"]}, LIST) == [("not_allowed", "images.0")]
    assert codes({}, table(Pictures("images", (Image("url"),), required=True))) == [("missing", "images")]


def test_a_lone_picture_is_read_where_the_vendor_takes_it() -> None:
    target = table(Pictures("images", (Image("url"),), bare=True))
    assert read(target, images=URL) == Intent(references=[URL])
    assert codes({"images": URL}, target) == []
    assert codes({"images": 5}, target) == [("wrong_type", "images")]
    assert asked(target, references=[URL]).request == {"images": [URL]}


def test_a_list_with_an_item_that_no_part_says_stays_raw() -> None:
    target = table(Pictures("images", (Image("url"),), max=9, others=Text(min_length=1)))
    assert read(target, images=[URL, "x"]) == Intent(provider_options={"acme": {"images": [URL, "x"]}})
    assert codes({"images": [URL, "x"]}, target) == []
    assert codes({"images": [URL, ""]}, target) == [("out_of_range", "images.1")]
    assert raw(target, images=[URL, "x"]).request == {"images": [URL, "x"]}


def test_fewer_pictures_than_the_vendor_takes_are_none() -> None:
    done = asked(table(Pictures("images", (Image("url"),), min=2)), references=[URL])
    assert done.request == {}
    assert kinds(done) == {"references": "dropped"}


def test_an_empty_list_asks_for_nothing() -> None:
    assert read(table(Pictures("images", (Image("url"),))), images=[]) == Intent()


def test_a_template_holds_the_picture() -> None:
    part = Part(Image("url"), {"type": "image_url", "image_url": {"url": HOLE}})
    target = table(Pictures("input", (part,)))
    body = {"input": [{"type": "image_url", "image_url": {"url": URL}}]}
    assert asked(target, references=[URL]).request == body
    assert to_intent(body, target) == Intent(references=[URL])


@pytest.mark.parametrize(
    "item",
    [URL, {"type": "text", "image_url": {"url": URL}}, {"type": "image_url"}, {"type": "image_url", "image_url": URL}],
)
def test_what_does_not_fit_a_template(item: object) -> None:
    part = Part(Image("url"), {"type": "image_url", "image_url": {"url": HOLE}})
    target = table(Pictures("input", (part,)))
    assert codes({"input": [item]}, target) == [("wrong_type", "input.0")]
    assert to_intent({"input": [item]}, target).references == ()


ROLES = table(
    Pictures("styles", (Part(Image("url"), roles=("style",)),), max=1),
    Pictures("images", (Image("url"),)),
)


def test_each_role_goes_to_its_own_wire() -> None:
    style = Reference(url=OTHER, role="style")
    done = asked(ROLES, references=[URL, style])
    assert done.request == {"styles": [OTHER], "images": [URL]}
    assert done.changes == ()
    assert set(to_intent(done.request, ROLES).references) == {style, Reference(url=URL)}


def test_a_role_without_a_wire_is_dropped() -> None:
    done = asked(ROLES, references=[Reference(url=URL, role="control")])
    assert (done.request, kinds(done)) == ({}, {"references": "dropped"})


def test_plain_roles_are_not_told_apart() -> None:
    for role in ("image", "source", "reference"):
        assert asked(ROLES, references=[Reference(url=URL, role=role)]).changes == ()


KEYS = table(Slots("image", "image_2", part=Image("url")))


def test_keys_are_filled_in_order() -> None:
    assert asked(KEYS, references=[URL, OTHER]).request == {"image": URL, "image_2": OTHER}
    assert asked(KEYS, references=[URL]).request == {"image": URL}
    assert read(KEYS, image=URL, image_2=OTHER) == Intent(references=[URL, OTHER])


def test_a_gap_in_the_keys_is_read_and_written_without() -> None:
    intent = read(KEYS, image_2=OTHER)
    assert intent == Intent(references=[OTHER])
    assert to_request(intent, KEYS).request == {"image": OTHER}


def test_too_many_for_the_keys() -> None:
    done = asked(KEYS, references=[URL, OTHER, URL])
    assert done.request == {"image": URL, "image_2": OTHER}
    assert kinds(done) == {"references": "clamped"}


def test_keys_faults() -> None:
    assert codes({"image": 5, "image_2": "f-1"}, KEYS) == [("wrong_type", "image"), ("not_allowed", "image_2")]
    assert codes({}, table(Slots("image", part=Image("url"), required=True))) == [("missing", "image")]


def test_a_key_holds_one_of_several_ways() -> None:
    target = table(Slots("image", part=(Part(Image("url")), Part(Image("id"), {"id": HOLE}))))
    owned = Reference(file_id="f", provider="acme")
    assert asked(target, references=[URL]).request == {"image": URL}
    assert asked(target, references=[owned]).request == {"image": {"id": "f"}}
    assert to_intent({"image": {"id": "f"}}, target) == Intent(references=[owned])


def test_a_reference_goes_where_it_can_be_said_as_it_is() -> None:
    target = table(Slots("file", part=Image("file")), Slots("path", part=Image("url")), content="multipart")
    assert asked(target, references=[URL]).request == {"path": URL}
    assert asked(target, references=[PNG]).request == {"file": PNG}


def test_a_second_spelling_is_read_and_never_written() -> None:
    target = table(Slots("image", part=Image("url"), read_only=True), Pictures("images", (Image("url"),), max=3))
    assert asked(target, references=[URL]).request == {"images": [URL]}
    assert to_intent({"image": URL}, target) == Intent(references=[URL])
    assert raw(target, image=URL).request == {"images": [URL]}


def test_a_second_spelling_of_a_mask_is_read_and_never_written() -> None:
    old = Slots("maskImage", part=Image("url", edits="white"), of=Field.mask, read_only=True)
    target = table(Param("mask", Field.mask, Image("url", edits="white")), old)
    mask = Reference(url=URL, edits="white")
    assert asked(target, mask=mask).request == {"mask": URL}
    assert to_intent({"maskImage": URL}, target) == Intent(mask=mask)
    assert raw(target, maskImage=URL).request == {"mask": URL}
    assert capabilities(target)["mask"].wires == ("mask",)


OLDER = table(Pictures("inputs.images", (Image("url"),), older=("images",), min=1, max=2, required=True))


def test_an_older_name_of_a_list_is_read_and_never_written() -> None:
    assert asked(OLDER, references=[URL, OTHER]).request == {"inputs": {"images": [URL, OTHER]}}
    assert to_intent({"images": [URL]}, OLDER) == Intent(references=[URL])
    assert raw(OLDER, images=[URL]).request == {"inputs": {"images": [URL]}}


def test_an_older_name_of_a_list_is_judged_like_the_present_one() -> None:
    assert codes({"images": [URL, OTHER]}, OLDER) == []
    assert codes({"images": [URL, OTHER, URL]}, OLDER) == [("too_many", "images")]
    assert codes({"images": [5]}, OLDER) == [("wrong_type", "images.0")]
    assert codes({"images": URL}, OLDER) == [("wrong_type", "images")]
    assert codes({"images": []}, OLDER) == [("out_of_range", "images")]
    assert codes({}, OLDER) == [("missing", "inputs.images")]


def test_lists_under_both_names_are_one_wish() -> None:
    assert to_intent({"inputs": {"images": [URL]}, "images": [OTHER]}, OLDER) == Intent(references=[URL, OTHER])


def test_an_older_name_of_a_list_is_no_capability_and_is_in_the_schema() -> None:
    assert capabilities(OLDER)["references"].wires == ("inputs.images",)
    schema = json_schema(OLDER)
    assert schema["properties"]["images"] == schema["properties"]["inputs"]["properties"]["images"]


def test_any_of_several_domains_reads_what_one_of_them_means() -> None:
    words = Words({"url": "URL", "base64": "base64Data"}, more=("dataURI",))
    target = table(Param("outputType", Field.delivery, AnyOf(words, ListOf(OneOf("URL")))))
    assert asked(target, delivery="base64").request == {"outputType": "base64Data"}
    assert read(target, outputType="base64Data") == Intent(delivery="base64")
    for kept in ("dataURI", ["URL"]):
        assert read(target, outputType=kept) == Intent(provider_options={"acme": {"outputType": kept}})


def test_keys_have_at_least_one() -> None:
    with pytest.raises(Invalid, match="bad_table"):
        Slots(part=Image("url"))


@pytest.mark.parametrize(
    "row",
    [
        Param("a", Field[Any]("mask"), Text()),
        Param("a", Field[Any]("references"), Text()),
        Param("a", Field[Any]("user"), Image("url")),
    ],
)
def test_pictures_are_said_by_an_image_and_nothing_else_is(row: Row) -> None:
    with pytest.raises(Invalid, match="bad_table"):
        table(row)


def test_a_mask_has_one_key() -> None:
    target = table(Slots("mask", part=Image("url"), of=Field.mask), Slots("image", part=Image("url")))
    assert asked(target, mask=URL, references=[OTHER]).request == {"mask": URL, "image": OTHER}
    assert to_intent({"mask": URL}, target) == Intent(mask=URL)


def test_a_rule_may_shut_a_key_and_a_list() -> None:
    shut = Rule({"fast": OneOf(True)}, {"images": ABSENT}, "no images when fast")
    target = table(Native("fast", OneOf(True)), Pictures("images", (Image("url"),)), rules=[shut])
    done = to_request(Intent(references=[URL], provider_options={"acme": {"fast": True}}), target, allow=ALL)
    assert done.request == {"fast": True}
    assert only(done.changes).why == "no images when fast"
    shut = Rule({"fast": OneOf(True)}, {"image": ABSENT}, "no first image when fast")
    target = table(Native("fast", OneOf(True)), Slots("image", "image_2", part=Image("url")), rules=[shut])
    done = to_request(Intent(references=[URL], provider_options={"acme": {"fast": True}}), target, allow=ALL)
    assert done.request == {"fast": True, "image_2": URL}


def test_a_rule_may_limit_how_many_pictures_there_are() -> None:
    one = Rule({"fast": OneOf(True)}, {"images": Count(0, 1)}, "one image when fast")
    target = table(Native("fast", OneOf(True)), Pictures("images", (Image("url"),)), rules=[one])
    done = to_request(Intent(references=[URL, OTHER], provider_options={"acme": {"fast": True}}), target, allow=ALL)
    assert check(done.request, target) == ()
    assert kinds(done) == {"references": "clamped"}


def test_pictures_describe_themselves() -> None:
    assert Pictures("a", (Image("url"), Image("file")), max=2).describe() == "up to 2 URLs or files"
    assert Pictures("a", (Image("url"),)).describe() == "any number of URLs"


@pytest.mark.parametrize(
    "row",
    [
        PROMPT,
        Const("a", 1),
        Model(),
        Fixed(Field.n, 1),
        Pictures("a", (Part(Image("url"), {"u": HOLE}),)),
        Slots("a", "b", part=Image("url")),
    ],
    ids=lambda row: type(row).__name__,
)
def test_rows_are_values(row: Row) -> None:
    twin = pickle.loads(pickle.dumps(row))
    assert twin == row
    assert hash(twin) == hash(row)
