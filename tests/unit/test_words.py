"""What each of the rarer words writes, reads and judges, by example."""

from __future__ import annotations

from typing import Any

import pytest

from imgparams import ALL, Intent, Invalid, Reference, Target, check, convert, plan, to_intent, to_request
from imgparams.tables import (
    ABSENT,
    HOLE,
    PRESENT,
    TEXT,
    TYPE,
    WEIGHT,
    Alternative,
    Alternatives,
    Area,
    AtMost,
    Content,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    Mask,
    Model,
    Native,
    Needs,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    Presets,
    Product,
    RatioRange,
    RatioTier,
    Record,
    Row,
    Rule,
    SameLength,
    ShapeWords,
    Sides,
    Sizes,
    SizeText,
    Slots,
    Text,
    TextPart,
    Total,
    WidthHeight,
)
from tests.unit.tables import OTHER, PNG, PROMPT, SEED, URL, asked, codes, kinds, only, table

B64 = "iVBORw0KGgoAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8PT4/"


def warned(body: dict[str, Any], target: Target) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.path[-1])) for problem in check(body, target)]


def sent(target: Target, **fields: Any) -> dict[str, Any]:
    return asked(target, **fields).request


PICTURE = {"inlineData": {"mimeType": "image/png", "data": B64}}

# ---- lists of texts and pictures

GEMINI = table(
    Content(
        "contents[0].parts",
        (
            TextPart(Field.prompt, {"text": TEXT}, Text(min_length=1)),
            Part(Image("base64"), {"inlineData": {"mimeType": TYPE, "data": HOLE}}, typed=True),
        ),
        max=1,
        requires=(Field.prompt,),
        bare=Field.prompt,
    )
)


def test_texts_and_pictures_stand_in_one_list() -> None:
    body = {"contents": [{"parts": [{"text": "a cat"}, PICTURE]}]}
    assert sent(GEMINI, prompt="a cat", references=[PNG]) == body
    assert to_intent(body, GEMINI) == Intent("a cat", references=[PNG])
    assert to_intent({"contents": [{"parts": [{"text": "a"}, {"text": "b"}]}]}, GEMINI).prompt == "a\nb"
    assert to_intent({"contents": [{"parts": "a cat"}]}, GEMINI) == Intent("a cat")


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([], ["missing contents[0].parts"]),
        ([{"text": ""}], ["out_of_range contents[0].parts[0]"]),
        ([{"text": "a"}, 5], ["wrong_type contents[0].parts[1]"]),
        ([{"text": "a"}, {"inlineData": {"data": B64}}], ["incomplete contents[0].parts[1]"]),
        (
            [{"text": "a"}, *[{"inlineData": {"mimeType": "image/png", "data": B64}}] * 2],
            ["too_many contents[0].parts"],
        ),
        (5, ["wrong_type contents[0].parts"]),
    ],
)
def test_faults_of_such_a_list(parts: object, found: list[str]) -> None:
    from imgparams.texts import path_text

    problems = check({"contents": [{"parts": parts}]}, GEMINI)
    assert [f"{problem.code} {path_text(problem.path)}" for problem in problems] == found


WEIGHED = table(
    Content(
        "texts",
        (
            TextPart(Field.prompt, {"text": TEXT, "weight": 1}, Text()),
            TextPart(Field.prompt, {"text": TEXT}, Text()),
            TextPart(Field.negative_prompt, {"text": TEXT, "weight": -1}, Text()),
        ),
        others=Record({"text": Text(), "weight": Num()}, required=("text", "weight")),
        requires=(Field.prompt,),
    )
)


def test_a_list_with_an_item_that_no_way_says_stays_whole() -> None:
    body = {"texts": [{"text": "a", "weight": 1}, {"text": "b", "weight": 0.5}]}
    assert check(body, WEIGHED) == ()
    assert to_intent(body, WEIGHED) == Intent(provider_options={"acme": body})
    assert sent(WEIGHED, prompt="a", negative_prompt="b") == {
        "texts": [{"text": "a", "weight": 1}, {"text": "b", "weight": -1}]
    }
    assert to_intent({"texts": [{"text": "a"}]}, WEIGHED).prompt == "a"


def test_a_required_text_is_never_given_up_for_pictures_that_are() -> None:
    from imgparams import Policy

    done = to_request(Intent("a", references=[PNG, PNG]), GEMINI, allow=Policy(references="dropped"))
    assert kinds(done) == {"references": "dropped"}


def test_a_way_for_a_required_text_must_be_there() -> None:
    with pytest.raises(Invalid, match="prompt is required, but no way holds it"):
        table(Content("parts", (Part(Image("url")),), requires=(Field.prompt,)))


def test_a_weight_has_its_place_and_its_limits() -> None:
    weighed = Part(Image("url"), {"url": HOLE, "weight": WEIGHT}, roles=("style",), weight=Num(0, 1))
    target = table(Pictures("style", (weighed,)))
    style = Reference(url=URL, role="style", weight=0.5)
    assert sent(target, references=[style]) == {"style": [{"url": URL, "weight": 0.5}]}
    assert to_intent({"style": [{"url": URL, "weight": 0.5}]}, target).references == (style,)
    assert sent(target, references=[Reference(url=URL, role="style")]) == {"style": [{"url": URL}]}
    assert codes({"style": [{"url": URL, "weight": 2}]}, target) == [("out_of_range", "style.0")]
    assert kinds(asked(target, references=[Reference(url=URL, role="style", weight=3)])) == {"references": "mapped"}


ALONE = table(
    Slots("image", part=Image("url"), only_alone=True),
    Pictures("images", (Image("url"),), max=3),
    rules=(AtMost(("image", "images"), 1, "one of them"),),
)


def test_a_lone_picture_has_a_wire_of_its_own() -> None:
    assert sent(ALONE, references=[URL]) == {"image": URL}
    assert sent(ALONE, references=[URL, OTHER]) == {"images": [URL, OTHER]}


def test_a_picture_whose_type_must_be_known() -> None:
    typed = Part(Image("url"), {"uri": HOLE, "type": TYPE}, typed=True)
    target = table(PROMPT, Pictures("images", (typed,)))
    assert sent(target, references=[Reference(url=URL, media_type="image/png")])["images"] == [
        {"uri": URL, "type": "image/png"}
    ]
    assert kinds(asked(target, prompt="a", references=[URL])) == {"references": "dropped"}
    assert [need.kind for need in asked(target, references=[PNG]).needs if need.at != "prompt"] == ["host"]
    assert codes({"prompt": "a", "images": [{"uri": URL}]}, target) == [("incomplete", "images.0")]
    text = table(Content("parts", (TextPart(Field.prompt, TEXT, Text(min_length=2)),), bare=Field.prompt))
    assert codes({"parts": "x"}, text) == [("out_of_range", "parts")]


def test_a_key_may_hold_what_no_part_says() -> None:
    earlier = Record({"generation_id": Text(min_length=1)}, required=("generation_id",))
    target = table(Slots("source", part=Image("url"), others=earlier))
    assert check({"source": {"generation_id": "g"}}, target) == ()
    assert to_intent({"source": {"generation_id": "g"}}, target).provider_options == {
        "acme": {"source": {"generation_id": "g"}}
    }
    assert codes({"source": {"generation_id": ""}}, target) == [("wrong_type", "source")]


# ---- masks

MASK = table(Mask("mask", Image("base64", "url"), "marks", {"white": "W", "black": "B"}, default="W", more=("alpha",)))


def test_a_mask_and_what_it_marks() -> None:
    black = Reference(data=PNG, edits="black")
    assert sent(MASK, mask=black) == {"mask": B64, "marks": "B"}
    assert to_intent({"mask": B64, "marks": "B"}, MASK).mask == black
    assert to_intent({"mask": B64}, MASK).mask == Reference(data=PNG, edits="white")
    assert to_intent({"mask": B64, "marks": "alpha"}, MASK).mask is None
    assert codes({"mask": 5, "marks": "X"}, MASK) == [("wrong_type", "mask"), ("not_allowed", "marks")]
    assert [need.kind for need in asked(MASK, mask=PNG).needs] == ["repaint"]


def test_the_marking_of_such_a_mask_is_said_once() -> None:
    with pytest.raises(Invalid, match="marks says what the mask marks"):
        table(Mask("mask", Image("url", edits="white"), "marks", {"white": "W"}))


# ---- counts

SEVERAL = Alternatives(
    Field.n,
    (
        Alternative({"several": "off"}, means=1),
        Alternative({"several": "auto"}, "options.most", Int(2, 15, round_down=True), is_maximum=True),
    ),
    default={"several": "off"},
)


def test_one_or_several() -> None:
    target = table(PROMPT, SEVERAL)
    assert sent(target, prompt="a", n=1) == {"prompt": "a", "several": "off"}
    done = asked(target, prompt="a", n=40)
    assert done.request == {"prompt": "a", "several": "auto", "options": {"most": 15}}
    assert (kinds(done), done.count) == ({"n": "clamped"}, None)
    assert asked(target, prompt="a").count == 1
    assert to_intent({"prompt": "a", "several": "auto", "options": {"most": 4}}, target).n == 4
    assert codes({"prompt": "a", "several": "on", "options": {"most": 0}}, target) == [
        ("not_allowed", "several"),
        ("out_of_range", "options.most"),
    ]


def test_a_case_has_a_value_or_a_wire() -> None:
    with pytest.raises(Invalid, match="an alternative of n"):
        table(Alternatives(Field.n, (Alternative({"several": "off"}),)))


BATCHES = Product(Field.n, ("batch", Int(1, 4)), ("rounds", Int(1, 5)))


@pytest.mark.parametrize(
    ("n", "wires"),
    [(1, {"batch": 1}), (3, {"batch": 3}), (7, {"batch": 3, "rounds": 2}), (8, {"batch": 4, "rounds": 2})],
)
def test_a_product_is_the_greatest_that_is_not_above(n: int, wires: dict[str, int]) -> None:
    assert sent(table(BATCHES), n=n) == wires


def test_a_product_is_read_and_judged() -> None:
    target = table(BATCHES)
    assert to_intent({"batch": 2, "rounds": 3}, target).n == 6
    assert to_intent({"rounds": 3}, target).n == 3
    assert codes({"batch": 9, "rounds": "x"}, target) == [("out_of_range", "batch"), ("wrong_type", "rounds")]
    assert asked(target, n=99).request == {"batch": 4, "rounds": 5}
    with pytest.raises(Invalid, match="counts as 1 when it is absent"):
        table(Product(Field.n, ("batch", Int(2, 4)), ("rounds", Int(1, 5))))


def test_what_is_too_much_together_gives_way_from_the_end() -> None:
    target = table(
        Pictures("images", (Image("url"),)), SEVERAL, rules=(Total(("images", "options.most"), 15, "fifteen together"),)
    )
    done = asked(target, references=[URL] * 10, n=12)
    assert len(done.request["images"]) == 10
    assert done.request["options"] == {"most": 5}
    assert only(done.changes).why.startswith("fifteen together")
    body = {"images": [URL] * 14, "several": "auto", "options": {"most": 4}}
    assert codes(body, target) == [("conflict", "options.most")]


def test_a_lone_picture_counts_and_gives_way_too() -> None:
    keys = [Slots(name, part=Image("url")) for name in ("one", "two")]
    count = Param("n", Field.n, Int(1, 4, round_down=True))
    target = table(*keys, count, rules=(Total(("one", "two", "n"), 2, "two together"),))
    assert codes({"one": URL, "two": URL, "n": 1}, target) == [("conflict", "two")]
    assert sent(target, references=[URL, OTHER], n=3) == {"one": URL, "n": 1}
    numbers = table(count, Native("more", Int(1, 4)), rules=(Total(("n", "more"), 1, "one in all"),))
    assert codes({"n": 1, "more": 1}, numbers) == [("conflict", "more")]


def test_as_many_of_each() -> None:
    target = table(
        Pictures("images", (Image("url"),), max=9),
        Native("masks", OneOf("x")),
        rules=(SameLength(("images", "masks"), "a mask for each"),),
    )
    assert codes({"images": [URL, URL], "masks": "x"}, target) == [("conflict", "masks")]
    assert codes({"images": [URL], "masks": "x"}, target) == []


def test_a_run_of_seeds_passes_over_the_word_for_random() -> None:
    target = table(PROMPT, Param("seed", Field.seed, Int(0, 100), unset=(0,)))
    one = target.but(Param("n", Field.n, Int(1, 1, round_down=True), default=1))
    assert [part.request["seed"] for part in plan(Intent("a", n=3, seed=0), one, allow=ALL)] == [1, 2, 3]
    through = target.but(Param("n", Field.n, Int(1, 2, round_down=True), default=1), domains={"seed": Int(-2, 100)})
    parts = plan(Intent("a", n=4, seed=-2), through, allow=ALL)
    assert [part.request["seed"] for part in parts] == [1, 3]


def test_a_run_of_seeds_fits_before_the_word_for_random_where_it_does_not_after() -> None:
    one = table(
        PROMPT,
        Param("n", Field.n, Int(1, 1, round_down=True), default=1),
        Param("seed", Field.seed, Int(0, 10), unset=(8,)),
    )
    assert [part.request["seed"] for part in plan(Intent("a", n=5, seed=6), one)] == [3, 4, 5, 6, 7]


# ---- sizes

PRESETS = table(
    Sizes(
        (
            Presets("image_size", {"square_hd": "1024x1024", "wide": "1024x576"}),
            Sides("image_size.width", "image_size.height", Grid(Int(64, 2048))),
        )
    )
)


def test_a_word_for_pixels_or_the_pixels() -> None:
    assert sent(PRESETS, size="1024x576") == {"image_size": "wide"}
    assert sent(PRESETS, size="1000x500") == {"image_size": {"width": 1000, "height": 500}}
    assert to_intent({"image_size": "wide"}, PRESETS) == Intent(size="1024x576")
    assert codes({"image_size": "huge"}, PRESETS) == [("not_allowed", "image_size")]


def test_any_ratio_between_two() -> None:
    target = table(Sizes((RatioRange("ratio", "9:21", "21:9", separator="x", tier="area", tiers={"1K": "1k"}),)))
    assert sent(target, aspect_ratio="16:9", resolution="1K") == {"ratio": "16x9", "area": "1k"}
    assert sent(target, aspect_ratio="2.35:1") == {"ratio": "21x9"}
    assert sent(target, aspect_ratio="2.3:1") == {"ratio": "23x10"}
    assert kinds(asked(target, aspect_ratio="4:1")) == {"aspect_ratio": "mapped"}
    assert codes({"ratio": "4x1"}, target) == [("bad_ratio", "ratio")]
    assert codes({"ratio": "2.3x1"}, target) == [("not_allowed", "ratio")]
    assert codes({"ratio": 2, "area": "2k"}, target) == [("wrong_type", "ratio"), ("not_allowed", "area")]


CUSTOM = table(
    Sizes(
        (
            ShapeWords("ratio", ("1:1", "16:9"), more=("custom",)),
            Sides("width", "height", Grid(Int(256, 1440, multiple_of=32)), sets={"ratio": "custom"}),
        ),
        default={"ratio": "1:1"},
    ),
    rules=(Rule({"ratio": OneOf("1:1", "16:9")}, {"width": ABSENT, "height": ABSENT}, "beside custom", "ignored"),),
)


def test_pixels_beside_their_switch() -> None:
    assert sent(CUSTOM, size="1024x512") == {"ratio": "custom", "width": 1024, "height": 512}
    assert to_intent({"ratio": "custom", "width": 1024, "height": 512}, CUSTOM) == Intent(size="1024x512")


def test_pixels_that_count_for_nothing_contradict_nothing_and_are_no_wish() -> None:
    body = {"ratio": "16:9", "width": 512, "height": 512}
    assert warned(body, CUSTOM) == [("ignored", "width"), ("ignored", "height")]
    intent = to_intent(body, CUSTOM)
    assert intent == Intent(aspect_ratio="16:9", provider_options={"acme": {"width": 512, "height": 512}})
    assert kinds(convert(body, source=CUSTOM, target=CUSTOM)) == {
        "provider_options.acme.width": "dropped",
        "provider_options.acme.height": "dropped",
    }


def test_a_default_that_holds_beside_no_picture_only() -> None:
    target = table(
        Slots("image", part=Image("url")),
        RatioTier(
            "ratio",
            ("1:1", "16:9"),
            pixels={"1:1": "1024x1024", "16:9": "1344x768"},
            default={"ratio": "1:1"},
            default_when={"image": ABSENT},
        ),
        rules=(Rule({"image": PRESENT}, {"ratio": ABSENT}, "the image has the shape", "ignored"),),
    )
    assert str(asked(target).pixels) == "1024x1024"
    done = asked(target, references=[URL], aspect_ratio="16:9")
    assert (done.request, kinds(done), done.pixels) == ({"image": URL}, {"aspect_ratio": "dropped"}, None)


def test_an_area_as_a_condition() -> None:
    target = table(
        Slots("image", part=Image("url")),
        SizeText("size", Grid(Int(256, 4096)), default="1024x1024"),
        rules=(Rule({"image": PRESENT}, {"size": Area(max=1024 * 1024)}, "1 MP with an image"),),
    )
    assert sent(target, references=[URL], size="2048x2048") == {"image": URL, "size": "1024x1024"}
    assert codes({"image": URL, "size": "2048x1024"}, target) == [("conflict", "size")]


def test_a_wider_set_is_taken_and_altered() -> None:
    target = table(WidthHeight("w", "h", each=Int(8, multiple_of=8), accepts=Grid(Int(8))))
    assert warned({"w": 1001, "h": 512}, target) == [("altered", "w")]
    assert codes({"w": True, "h": 512}, target) == [("wrong_type", "w")]
    assert sent(target, size="1001x512") == {"w": 1000, "h": 512}


# ---- places outside the body, and the body itself


def test_wires_outside_the_body_go_to_their_places() -> None:
    target = table(
        Model("path:model"),
        PROMPT,
        Param("header:Accept", Field.output_format, OneOf("png")),
        Native("query:v", Int()),
        path="/run/{account}/{model}",
        model="",
    )
    body = {"path:model": "acme/muse:2", "prompt": "a", "header:Accept": "png", "query:v": 3}
    assert check(body, target) == ()
    done = to_request(to_intent(body, target), target)
    assert done.request == body
    call = done.http(account="a b")
    assert (call.path, call.headers, call.json) == ("/run/a%20b/acme/muse:2?v=3", {"Accept": "png"}, {"prompt": "a"})


def test_a_body_may_be_a_list_of_one() -> None:
    target = table(PROMPT, SEED, in_list=True)
    done = asked(target, prompt="a", seed=1)
    assert (done.request, done.http().json) == ({"prompt": "a", "seed": 1}, [{"prompt": "a", "seed": 1}])
    assert to_intent([{"prompt": "a"}], target) == Intent("a")
    assert [problem.path for problem in check([{"prompt": "a", "seed": -1}], target)] == [(0, "seed")]
    assert [problem.code for problem in check([{}, {}], target)] == ["too_many"]


def test_an_object_may_be_one_part_of_a_multipart_body() -> None:
    rows = (Slots("file", part=Image("file")), Param("ask.prompt", Field.prompt, Text()))
    apart = asked(table(*rows, content="multipart"), prompt="a", references=[PNG]).http().files
    whole = asked(table(*rows, content="multipart", json_parts=("ask",)), prompt="a", references=[PNG]).http().files
    assert apart is not None
    assert whole is not None
    assert ("ask[prompt]", (None, b"a", None)) in apart
    assert ("ask", (None, b'{"prompt": "a"}', None)) in whole


# ---- which operation


def test_an_operation_is_taken_for_the_roles_that_it_has_room_for() -> None:
    style = Slots("style", part=Part(Image("url"), roles=("style",)))
    edit = table(PROMPT, style, Slots("image", part=Image("url")), name="acme/muse:edit")
    draw = table(PROMPT, style, operations={"edit": edit})
    assert asked(draw, prompt="a", references=[Reference(url=URL, role="style")]).target == draw
    assert asked(draw, prompt="a", references=[URL]).target == edit


@pytest.mark.parametrize(
    "row",
    [
        Slots("image", part=Image("url")),
        Pictures("image", (Image("url"),)),
        Content("image", (Part(Image("url")),)),
    ],
)
def test_a_picture_that_needs_a_switch_is_left_out_without_it(row: Row) -> None:
    target = table(PROMPT, row, Native("edit", Flag()), rules=[Needs("image", "edit")])
    done = to_request(Intent("x", references=[URL]), target, allow=ALL)
    assert "image" not in done.request
    assert [(change.field, change.kind) for change in done.changes] == [("references", "dropped")]
    on = to_request(Intent("x", references=[URL], provider_options={"acme": {"edit": True}}), target, allow=ALL)
    assert on.changes == ()


def test_a_mask_that_needs_a_switch_is_left_out_without_it() -> None:
    mask = Mask("mask", Image("data"), "marks", {"white": "W", "black": "B"})
    target = table(PROMPT, mask, Native("edit", Flag()), rules=[Needs("mask", "edit")])
    done = to_request(Intent("x", mask=Reference(data=PNG, edits="white")), target, allow=ALL)
    assert "mask" not in done.request
