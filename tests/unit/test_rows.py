"""Every row in both directions: what it writes, reads and judges."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from typing import Any

import pytest

from imgparams import ALL, Intent, Invalid, Problem, Reference, Target, capabilities, check, to_intent, to_request
from imgparams.contract import NO_LIMITS, AnyRule, Doubt, Limits, View, problem
from imgparams.errors import Code
from imgparams.export import json_schema
from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    TEXT,
    WEIGHT,
    AnyOf,
    Const,
    Content,
    Count,
    Domain,
    Field,
    Fixed,
    Flag,
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
    Param,
    Part,
    Pictures,
    Product,
    Record,
    Row,
    Rule,
    Slots,
    Text,
    TextPart,
    Words,
)
from imgparams.tables.rows import IN_A_PATH
from tests.unit.tables import OTHER, PNG, PROMPT, SEED, URL, asked, codes, kinds, only, raw, table


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


# ---- to the letter


def judged(row: Row, /, **flat: Any) -> list[Problem]:
    return list(row.problems(flat))


def test_problems_of_a_param_to_the_letter() -> None:
    count = Param("n", Field.n, Int(1, 8), required=True)
    assert judged(count) == [
        Problem("error", "missing", ("n",), None, "required: a whole number from 1 to 8", None, "n")
    ]
    assert judged(count, n=9) == [
        Problem("error", "out_of_range", ("n",), 9, "a whole number from 1 to 8", (1, 8), "n"),
    ]
    wide = Native("w", Int(8, 64, multiple_of=8), accepts=Int(8, 64), disputed_to=Int(8, 96), disputed="a page says 96")
    assert judged(wide, w=9) == [
        Problem(
            "warning",
            "altered",
            ("w",),
            9,
            "accepted, but the vendor changes it to a multiple of 8 from 8 to 64",
            (8,),
        )
    ]
    assert judged(wide, w=72) == [
        Problem("warning", "disputed", ("w",), 72, "a multiple of 8 from 8 to 64; but a page says 96", (8, 64))
    ]
    assert judged(wide, w=104) == [
        Problem("error", "out_of_range", ("w",), 104, "a multiple of 8 from 8 to 64", (8, 64)),
    ]
    old = Param("n", Field.n, Int(1, 8), deprecated="use count")
    assert judged(old, n=0) == [
        Problem("error", "out_of_range", ("n",), 0, "a whole number from 1 to 8", (1, 8), "n"),
        Problem("warning", "deprecated", ("n",), 0, "use count", None, "n"),
    ]
    tags = Native("tags", ListOf(Int(1, 8)))
    assert judged(tags, tags=[1, 9]) == [
        Problem("error", "out_of_range", ("tags", 1), 9, "a whole number from 1 to 8", (1, 8))
    ]


def test_a_wire_that_is_both_altered_and_disputed_is_altered() -> None:
    row = Native("w", Int(1, 8), accepts=Int(1, 9), disputed_to=Int(1, 9), disputed="a page says 9")
    assert [found.code for found in judged(row, w=9)] == ["altered"]


def test_problems_of_a_const_to_the_letter() -> None:
    row = Const("mode", "edit", also_legal=("draw",))
    assert judged(row) == [Problem("error", "missing", ("mode",), None, "required: always edit")]
    assert judged(row, mode="paint") == [
        Problem("error", "not_allowed", ("mode",), "paint", "always edit", ("edit", "draw"))
    ]
    assert judged(row, mode=5) == [Problem("error", "wrong_type", ("mode",), 5, "always edit", ("edit", "draw"))]
    assert judged(row, mode="draw") == []
    assert [row.write_raw("mode", word, NO_LIMITS) for word in ("edit", "draw", "paint")] == ["edit", "draw", None]
    assert judged(Const("mode", None)) == [Problem("error", "missing", ("mode",), None, "required: always null")]
    assert judged(Const("mode", None), mode=None) == []


def test_an_open_model_writes_its_name_and_keeps_another() -> None:
    target = table(Model(open=True), SEED, model="muse-2", aliases=("muse",))
    assert target.model_rows[0] == Const("model", "muse-2", also_legal=("muse",), open=True)
    assert to_request(Intent(seed=1), target).request == {"seed": 1, "model": "muse-2"}
    for name in ("muse-2", "muse", "our-deployment"):
        request = {"model": name, "seed": 1}
        assert check(request, target) == ()
        assert to_request(to_intent(request, target), target).request == request
    assert to_intent({"model": "our-deployment"}, target) == Intent(
        provider_options={"acme": {"model": "our-deployment"}}
    )
    allowed = ("muse-2", "muse")
    wrong: tuple[tuple[object, Code], ...] = (("", "not_allowed"), (5, "wrong_type"), (["muse-2"], "wrong_type"))
    for value, code in wrong:
        why = "muse-2 or another text"
        assert judged(target.model_rows[0], model=value) == [Problem("error", code, ("model",), value, why, allowed)]
    assert codes({"seed": 1}, target) == [("missing", "model")]
    assert table(Model(open=True), model="").model_rows == (Native("model", Text(min_length=1), required=True),)


def test_a_model_that_is_only_read_is_never_written() -> None:
    target = table(Model("version", optional=True, read_only=True), SEED, model="muse-2", aliases=("muse",))
    assert to_request(Intent(seed=1), target).request == {"seed": 1}
    for request in ({"seed": 1}, {"seed": 1, "version": "muse-2"}, {"seed": 1, "version": "muse"}):
        assert check(request, target) == ()
        assert to_intent(request, target).seed == 1
    done = to_request(to_intent({"seed": 1, "version": "muse-2"}, target), target)
    assert (done.request, done.changes) == ({"seed": 1}, ())
    assert codes({"version": "other"}, target) == [("not_allowed", "version")]
    assert list(Const("version", "muse-2", optional=True, read_only=True).defaults()) == []


def test_the_defaults_of_rows() -> None:
    fast = {"mode": OneOf("fast")}
    count = Param("n", Field.n, Int(1, 8), default=4, default_when=fast)
    assert list(count.defaults()) == [("n", 4, fast)]
    assert list(Param("n", Field.n, Int(1, 8)).defaults()) == []
    either = Param("n", Field.n, Int(1, 8), default=4, default_when=fast, default_else=2)
    assert list(either.defaults()) == [("n", 4, fast), ("n", 2, {"mode": Not(OneOf("fast"))})]
    for when, unmet in ((PRESENT, ABSENT), (ABSENT, PRESENT)):
        row = Native("n", Int(1, 8), default=4, default_when={"x": when}, default_else=2)
        assert list(row.defaults()) == [("n", 4, {"x": when}), ("n", 2, {"x": unmet})]
    assert list(Const("mode", "edit", optional=True).defaults()) == [("mode", "edit", {})]
    assert list(Const("mode", "edit").defaults()) == []
    assert list(Product(Field.n, ("a", Int(1)), ("b", Int(1))).defaults()) == [("a", 1, {}), ("b", 1, {})]
    assert list(Mask("m", Image("url"), "marks", {"white": "W"}, default="W").defaults()) == [("marks", "W", {})]
    assert list(Mask("m", Image("url"), "marks", {"white": "W"}).defaults()) == []


def test_a_default_that_depends_on_another_field_and_what_it_is_else() -> None:
    fast = {"mode": OneOf("fast")}
    count = Param("n", Field.n, Int(1, 8), default=4, default_when=fast, default_else=2)
    target = table(count, Native("mode", OneOf("fast", "slow"), default="slow"))
    for request, number in (({}, 2), ({"mode": "slow"}, 2), ({"mode": "fast"}, 4), ({"mode": "fast", "n": 3}, 3)):
        assert target.view(request).value("n") == number
        assert to_request(Intent(provider_options={"acme": request}), target).count == number
    silent = table(count, Native("mode", OneOf("fast", "slow")))
    assert silent.view({}).value("n") is None


def test_the_facts_of_a_model_row_are_those_of_the_wire() -> None:
    facts: dict[str, Any] = {"nullable": True, "note": "a note", "source": "a page"}
    ours = Model("engine", optional=True, default="muse-2", **facts)
    assert ours.for_model("muse-2", ("muse",)) == Const(
        "engine", "muse-2", also_legal=("muse",), optional=True, **facts
    )
    assert ours.for_model("muse-3", ()) == Const("engine", "muse-3", **facts)
    assert Model(optional=True).for_model("muse-3", ()) == Const("model", "muse-3", optional=True)
    assert Model().for_model("muse-3", ()) == Const("model", "muse-3")
    assert ours.for_model("", ()) == Native("engine", Text(min_length=1), default="muse-2", **facts)
    either: dict[str, Any] = {"default": "muse-2", "default_when": {"x": ABSENT}, "default_else": "muse-3"}
    any_model = Model("engine", optional=True, **either).for_model("", ())
    assert any_model == Native("engine", Text(min_length=1), **either)
    assert Model().for_model("", ()) == Native("model", Text(min_length=1), required=True)
    assert Model("path:model").for_model("", ()) == Native("path:model", IN_A_PATH, required=True)


@pytest.mark.parametrize(
    ("row", "faults"),
    [
        (Param("n", Field.n, Int(1, 8), default=9), ["n: the default 9 is not a whole number from 1 to 8"]),
        (Native("mode", OneOf("a", "b"), default="c"), ['mode: the default "c" is none of: a, b']),
        (Native("mode", OneOf("a"), default="c", unset=("c",)), []),
        (Param("w", Field[Any]("size"), Text()), ["w: size, aspect_ratio and resolution need a Sizes row"]),
        (
            Param("i", Field[Any]("references"), Image("url")),
            ["i: references need a row of pictures: Pictures, Slots or Content"],
        ),
        (Param("m", Field.mask, Image("url")), []),
        (Param("m", Field[Any]("mask"), Text()), ["m: a mask needs an Image domain, and no other field takes one"]),
        (
            Param("u", Field[Any]("user"), Image("url")),
            ["u: a mask needs an Image domain, and no other field takes one"],
        ),
        (Param("s", Field[Any]("seed"), Text()), ["s: no legal value can be the field seed"]),
        (Param("p", Field[Any]("prompt"), Int()), ["p: no legal value can be the field prompt"]),
        (Param("s", Field[Any]("stream"), OneOf("yes")), ["s: no legal value can be the field stream"]),
        (Param("s", Field[Any]("stream"), OneOf("yes", open=True)), ["s: no legal value can be the field stream"]),
        (Param("s", Field[Any]("stream"), OneOf("yes", True)), []),
        (Param("s", Field.stream, Flag()), []),
        (Fixed(Field[Any]("n"), "many"), ['n can\'t be "many"']),
        (Fixed(Field.n, 1), []),
        (Slots("a", part=Image("url"), of=Field[Any]("prompt")), ["a: pictures can't be the field prompt"]),
        (
            Content("parts", (Part(Image("url")), TextPart(Field[Any]("seed"))), requires=(Field.prompt,)),
            ["prompt is required, but no way holds it", "seed is no text"],
        ),
        (
            Mask("m", Image("url", edits="white"), "marks", {"white": "W"}),
            ["m: marks says what the mask marks, so its Image has no edits"],
        ),
    ],
)
def test_faults_of_a_table_to_the_letter(row: Row, faults: list[str]) -> None:
    assert list(row.table_faults()) == faults


def test_problems_of_pictures_to_the_letter() -> None:
    row = Pictures("images", (Image("url"),), min=2, max=3, required=True)
    assert judged(row) == [
        Problem("error", "missing", ("images",), None, "required: 2 to 3 URLs", None, "references"),
    ]
    assert judged(row, images=URL) == [
        Problem("error", "wrong_type", ("images",), URL, "a list with 2 to 3 URLs", None, "references"),
    ]
    assert judged(row, images=[URL, "f", 5, ""]) == [
        Problem("error", "too_many", ("images",), None, "2 to 3 URLs; there are 4", (2, 3), "references"),
        Problem("error", "not_allowed", ("images", 1), "f", "a URL", None, "references"),
        Problem("error", "wrong_type", ("images", 2), 5, "2 to 3 URLs", None, "references"),
        Problem("error", "wrong_type", ("images", 3), "", "2 to 3 URLs", None, "references"),
    ]
    assert judged(row, images=[URL]) == [
        Problem("error", "out_of_range", ("images",), [URL], "2 to 3 URLs", (2, 3), "references"),
    ]
    free = Pictures("images", (Image("url"),), required=True)
    assert judged(free, images=[]) == [
        Problem("error", "out_of_range", ("images",), [], "at least 1 URL", (0, None), "references"),
    ]
    assert judged(Pictures("images", (Image("url"),)), images=[]) == []


def test_problems_of_a_lone_picture_to_the_letter() -> None:
    row = Pictures("images", (Image("url"),), bare=True, max=3)
    assert judged(row, images="f") == [
        Problem("error", "not_allowed", ("images",), "f", "a URL", None, "references"),
    ]
    assert judged(row, images=None) == [
        Problem("error", "wrong_type", ("images",), None, "a list with up to 3 URLs", None, "references"),
    ]
    other = Pictures("images", (Image("url"),), bare=True, others=Record({"id": Int(1)}))
    assert judged(other, images={"id": 0}) == [
        Problem("error", "out_of_range", ("images", "id"), 0, "a whole number from 1 up", (1, None), "references"),
    ]
    assert judged(other, images=[URL, {"id": 0}, URL, {"id": 1}, 5]) == [
        Problem("error", "out_of_range", ("images", 1, "id"), 0, "a whole number from 1 up", (1, None), "references"),
        Problem("error", "wrong_type", ("images", 4), 5, "an object with the key id", None, "references"),
    ]


def test_problems_of_keys_to_the_letter() -> None:
    row = Slots("a", "b", part=Image("url"), required=True)
    assert judged(row) == [Problem("error", "missing", ("a",), None, "required: up to 2 URLs", None, "references")]
    assert judged(row, b="f") == [Problem("error", "not_allowed", ("b",), "f", "a URL", None, "references")]
    assert judged(row, a=5) == [Problem("error", "wrong_type", ("a",), 5, "up to 2 URLs", None, "references")]
    assert judged(row, a=[URL]) == [
        Problem("error", "wrong_type", ("a",), [URL], "up to 2 URLs", None, "references"),
    ]
    weighed = Slots("a", part=Part(Image("url"), {"u": HOLE, "w": WEIGHT}, weight=Num(0, 1)))
    assert judged(weighed, a={"u": URL, "w": 2}) == [
        Problem("error", "out_of_range", ("a",), {"u": URL, "w": 2}, "a number from 0 to 1", (0, 1), "references"),
    ]


def test_problems_of_a_mask_to_the_letter() -> None:
    row = Mask("mask", Image("url"), "marks", {"white": "W", "black": "B"}, more=("A",), required=True)
    assert judged(row) == [
        Problem("error", "missing", ("mask",), None, "required: a URL; marks: one of W, B, A", None, "mask"),
    ]
    assert judged(row, mask="f", marks="X") == [
        Problem("error", "not_allowed", ("mask",), "f", "a URL", None, "mask"),
        Problem("error", "not_allowed", ("marks",), "X", "one of W, B, A", ("W", "B", "A"), "mask"),
    ]


def test_problems_of_texts_and_pictures_to_the_letter() -> None:
    text, picture = TextPart(Field.prompt, {"text": TEXT}, Text(max_length=3)), Part(Image("url"), {"image": HOLE})
    row = Content("parts", (text, picture), max=1, requires=(Field.prompt, Field.references), bare=Field.prompt)
    assert judged(row) == [
        Problem("error", "missing", ("parts",), None, "required: prompt", None, "prompt"),
        Problem("error", "missing", ("parts",), None, "required: references", None, "references"),
    ]
    assert judged(row, parts=5) == [
        Problem("error", "wrong_type", ("parts",), 5, "a list with text for prompt, and a URL"),
    ]
    assert judged(row, parts="abcd") == [
        Problem("error", "too_long", ("parts",), "abcd", "text of at most 3 characters; it has 4", (0, 3)),
    ]
    assert judged(row, parts="abc") == []
    assert judged(row, parts=[{"image": URL}]) == [
        Problem("error", "missing", ("parts",), None, "required: prompt", None, "prompt"),
    ]
    assert judged(row, parts=[{"image": URL}, 5]) == [
        Problem("error", "wrong_type", ("parts", 1), 5, "text for prompt, and a URL"),
    ]
    assert judged(row, parts=[{"text": "abcd"}, {"image": URL}, {"image": "f"}, 5, {"image": URL}]) == [
        Problem("error", "too_long", ("parts", 0), {"text": "abcd"}, "text of at most 3 characters; it has 4", (0, 3)),
        Problem("error", "not_allowed", ("parts", 2), {"image": "f"}, "a URL"),
        Problem("error", "wrong_type", ("parts", 3), 5, "text for prompt, and a URL"),
        Problem("error", "too_many", ("parts",), None, "at most 1 picture; there are 2", (0, 1)),
    ]
    one = Content("parts", (text, picture), single=True)
    assert judged(one, parts={"image": "f"}) == [
        Problem("error", "not_allowed", ("parts",), {"image": "f"}, "a URL"),
    ]
    assert judged(one, parts={"text": "abc"}) == []


def test_doubts_of_pictures_to_the_letter() -> None:
    no_maximum = "no maximum is published"
    row = Pictures("images", (Image("url"),), older=("pics",))
    assert list(row.doubts({"images": [URL]})) == []
    assert list(row.doubts({"images": URL * 2})) == []
    assert list(row.doubts({"images": [URL, URL], "pics": (URL, URL)})) == [
        Doubt("references", "images", no_maximum),
        Doubt("references", "pics", no_maximum),
    ]
    two = Pictures("images", (Image("url"),), min=2)
    assert list(two.doubts({"images": [URL, URL]})) == []
    assert list(two.doubts({"images": [URL] * 3})) == [Doubt("references", "images", no_maximum)]
    assert list(Pictures("images", (Image("url"),), max=9).doubts({"images": [URL] * 3})) == []
    content = Content("parts", (TextPart(Field.prompt), Part(Image("url"), {"image": HOLE})))
    assert list(content.doubts({"parts": ["a", {"image": URL}]})) == []
    assert list(content.doubts({"parts": [{"image": URL}, "a", {"image": OTHER}]})) == [
        Doubt("references", "parts", no_maximum),
    ]
    ids = Content("parts", (Part(Image("id"), {"id": HOLE}),))
    assert list(ids.doubts({"parts": [{"id": "f"}, {"id": "g"}]})) == [Doubt("references", "parts", no_maximum)]
    assert list(ids.problems({"parts": [{"id": "f"}, {"id": ""}]})) == [
        Problem(
            "error", "wrong_type", ("parts", 1), {"id": ""}, "any number of ids from this vendor", None, "references"
        ),
    ]


def test_a_param_within_limits() -> None:
    row = Param("n", Field.n, Int(1, 8), is_maximum=True)
    limits = Limits()
    limits.add("n", Int(max=4))
    assert [row.write_forced("n", default, limits, "acme") for default in (3, 9, None)] == [
        {"n": 3},
        {"n": 4},
        {"n": 1},
    ]
    assert [row.write_raw("n", value, limits) for value in (3, 9, "x", 4.0)] == [3, 4, None, 4.0]
    assert [row.emit({"n": n}, limits, "acme") for n in (3, 9)] == [{"n": 3}, {"n": 4}]
    shut = Limits()
    shut.add("n", ABSENT)
    assert (row.write_raw("n", 3, shut), row.emit({"n": 3}, shut, "acme")) == (None, {})
    assert [row.only_maximum({"n": 3}), row.only_maximum({}), PROMPT.only_maximum({"prompt": "a"})] == [
        True,
        False,
        False,
    ]
    assert Native("w", Int()).emit({}, Limits(), "acme") == {}
    seed = Param("seed", Field.seed, Int(0, 9), unset=(0,))
    assert [seed.emit({"seed": wish}, Limits(), "acme") for wish in (-1, 0, 5, 10, 11)] == [
        {},
        {"seed": 1},
        {"seed": 5},
        {"seed": 1},
        {"seed": 1},
    ]
    steps = Param("steps", Field.steps, Int(0, 50), unset=(0, 2))
    assert [steps.emit({"steps": wish}, Limits(), "acme") for wish in (0, 1, 2, 99)] == [
        {"steps": number} for number in (1, 1, 3, 50)
    ]
    owned = Reference(file_id="f", provider="acme")
    mask = Param("mask", Field.mask, Image("id"))
    assert mask.emit({"mask": owned}, Limits(), "acme") == {"mask": "f"}
    assert Param("mask", Field.mask, Image("id"), unset=("f",)).emit({"mask": owned}, Limits(), "acme") == {}
    assert Param("seed", Field.seed, Int(0, 9), unset=(9,)).emit({"seed": 9}, Limits(), "acme") == {"seed": 0}
    assert list(mask.read({"mask": "f"}, "acme")) == [("mask", owned, ("mask",))]
    assert list(seed.read({"seed": 5}, "acme")) == [("seed", 5, ("seed",))]
    assert list(Param("seed", Field.seed, Int()).read({"seed": -1}, "acme")) == []
    assert list(seed.read({}, "acme")) == list(Native("w", Int()).read({"w": 1}, "acme")) == []
    assert list(row.unset_words()) == []
    assert list(seed.unset_words()) == [("seed", 0)]
    wide = Native("w", Int(1, 2), accepts=Int(1, 3), disputed_to=Int(1, 4), disputed="a page")
    assert list(wide.domains()) == [Int(1, 2), Int(1, 3), Int(1, 4)]
    assert wide.with_domain(Int(1)) == Native("w", Int(1), accepts=Int(1, 3), disputed_to=Int(1, 4), disputed="a page")


def test_doubts_of_a_param_to_the_letter() -> None:
    assert list(Param("n", Field.n, Int(1)).doubts({"n": 2})) == [Doubt("n", "n", "no maximum is published")]
    assert list(Param("n", Field.n, Int(1)).doubts({"n": 0})) == []
    assert list(Param("n", Field.n, Int(1)).doubts({})) == []
    assert list(Native("w", Int(max=8)).doubts({"w": -1})) == [Doubt("", "w", "no minimum is published")]
    assert list(Param("q", Field.quality, Text()).doubts({"q": "x"})) == [
        Doubt("quality", "q", "no list of words is published")
    ]
    assert list(Param("q", Field.quality, OneOf("a", open=True)).doubts({"q": "x"})) == [
        Doubt("quality", "q", "it is none of the words that are published")
    ]
    assert list(Param("q", Field.quality, OneOf("a", open=True)).doubts({"q": 5})) == []  # a problem, not a doubt
    assert [Param("q", Field.quality, domain).is_open for domain in (Text(), OneOf("a"))] == [True, False]
    assert [row.is_open for row in (Native("q", Text()), Native("q", Int(1)), Native("q", Int(1, 2)))] == [
        False,
        True,
        False,
    ]


# ---- what a target knows of rows and rules


class Bare(Row):
    """A row that says only where it is."""

    wires = ("w",)


def test_a_row_that_says_only_its_wires() -> None:
    row = Bare()
    lists = (row.unset_words, row.defaults, row.domains, row.table_faults)
    assert [list(told()) for told in lists] == [[]] * 4
    assert (row.emit({}, NO_LIMITS, "acme"), row.always(NO_LIMITS, "acme"), row.fixed()) == ({}, {}, {})
    assert [list(row.read({"w": 1}, "acme")), list(row.problems({"w": 1})), list(row.doubts({"w": 1}))] == [[], [], []]
    assert (row.fields, row.nullable_wires, row.always_sent, row.needs("n"), row.describe()) == (
        (),
        (),
        False,
        False,
        "",
    )
    assert (row.legal_pixels, row.most, row.pixels({"w": 1}), row.field_at("w")) == (None, None, None, None)
    assert row.write_raw("w", 1, NO_LIMITS) is None
    assert row.write_forced("w", 1, NO_LIMITS, "acme") == {}
    picture = Reference(url=URL)
    flags = [row.is_open, row.only_maximum({"w": 1}), row.has_place(picture, ()), row.takes_as_is(picture, "acme")]
    assert flags == [False] * 4
    assert row.means(None)
    assert not row.means(1)
    assert row.for_model("muse-2", ()) is row
    assert row.inherit(table(PROMPT)) is row


def test_the_facts_of_a_row_follow_from_others() -> None:
    row = Native("a", Int(1), nullable=True, required=True)
    assert (row.nullable_wires, row.always_sent, row.needs("n")) == (("a",), True, True)
    assert PROMPT.field_at("prompt") == "prompt"
    assert Mask("m", Image("url"), "marks", {"white": "W"}).field_at("marks") == "mask"
    two = Content("parts", (TextPart(Field.prompt), TextPart(Field.negative_prompt)))
    assert two.field_at("parts") is None


def test_a_request_over_the_defaults() -> None:
    defaults: list[tuple[str, object, Mapping[str, Domain]]] = [
        ("mode", "fast", {}),
        ("n", 1, {"mode": OneOf("fast")}),
        ("n", 2, {}),
        ("n", 3, {}),
        ("steps", 9, {"mode": OneOf("slow")}),
        ("a", 1, {"mode": OneOf("fast"), "b": PRESENT}),
    ]
    view = View({"seed": None}, defaults)
    assert view.overlaid == {"mode": "fast", "n": 1, "seed": None}
    assert [view.value(wire) for wire in ("mode", "n", "seed", "x")] == ["fast", 1, None, None]
    slow = View({"mode": "slow", "b": 1}, defaults)
    assert slow.overlaid == {"n": 2, "steps": 9, "mode": "slow", "b": 1}
    assert [slow.meets("n", Int(1, 2)), slow.meets("x", Int(1, 2)), slow.meets("x", ABSENT)] == [True, False, True]
    assert [slow.breaks("n", Int(5)), slow.breaks("x", Int(5)), slow.breaks("x", PRESENT)] == [True, False, True]


def test_a_wire_that_rules_force_has_the_value_nearest_to_its_default() -> None:
    limits = Limits({"b": 1})
    limits.add("a", Int(min=4))
    limits.add("a", Int(max=6))
    limits.add("x", ABSENT)
    assert limits.beside == {"b": 1}
    assert list(limits.items()) == [("a", (Int(min=4), Int(max=6))), ("x", (ABSENT,))]
    assert [limits.of(wire) for wire in "axy"] == [(Int(min=4), Int(max=6)), (ABSENT,), ()]
    assert [limits.forced("a", Int(1, 8), default) for default in (1, 5, 9, None, "x")] == [
        {"a": number} for number in (4, 5, 6, 4, 4)
    ]
    assert limits.forced("x", Int(1, 8), 5) == {}
    assert limits.forced("a", Int(8, 9), 8) == {}
    assert limits.forced("y", Int(8, 9), 1) == {"y": 8}
    assert [limits.allows("a", 4), limits.allows("a", 7), limits.allows("y", 7)] == [True, False, True]


def test_more_wires_stay_legal_if_they_change_nothing() -> None:
    row = Param("n", Field.n, Int(1, 8), required=True)
    limits = Limits()
    limits.add("w", Int(max=4))
    assert row.stays_legal({}, {"n": 3}, limits, "acme")
    assert row.stays_legal({"w": 4}, {"n": 3}, limits, "acme")
    assert row.stays_legal({"w": 4}, {}, limits, "acme")
    assert not row.stays_legal({"w": 5}, {"n": 3}, limits, "acme")
    assert not row.stays_legal({"n": 4}, {"n": 3}, limits, "acme")
    assert not row.stays_legal({"n": 3}, {"n": 3}, limits, "acme")
    assert not row.stays_legal({"n": 9}, {"n": 3}, limits, "acme")
    old = Param("n", Field.n, Int(1, 8), deprecated="use count")
    assert old.stays_legal({"w": 1}, {"n": 3}, limits, "acme")
    assert Param("mask", Field.mask, Image("id")).stays_legal({"w": 1}, {"mask": "f"}, limits, "acme")


def test_a_problem_is_told_at_its_place() -> None:
    row = Param("a.b", Field.n, Int())
    assert problem(row, "a.b", {"c": [5]}, "not_allowed", "why", at=("c", 0)) == Problem(
        "error", "not_allowed", ("a", "b", "c", 0), 5, "why", None, "n"
    )
    assert problem(row, "a.b", {"c": 5}, "missing", "why", allowed=(1,), level="warning", at=("d",)) == Problem(
        "warning", "missing", ("a", "b", "d"), None, "why", (1,), "n"
    )
    assert problem(row, "a.b", {"c": 5}, "credential", "why", at=("c",)).value is None
    assert problem(row, "a.b", [5], "not_allowed", "why", at=("c",)).value is None


def test_a_rule_of_one_s_own_says_little() -> None:
    class Own(AnyRule):
        why = "own"

    rule = Own()
    assert (rule.by_default(View({}), "w"), rule.caps("w"), rule.lacks({})) == ("", False, "")
