"""What each of the rarer words writes, reads and judges, by example."""

from __future__ import annotations

from typing import Any

import pytest

from imgparams import (
    ALL,
    Intent,
    Invalid,
    Problem,
    Reference,
    Target,
    Translation,
    check,
    convert,
    plan,
    to_intent,
    to_request,
)
from imgparams.contract import AnyRule, Doubt, Effect, Limits, View
from imgparams.tables import (
    ABSENT,
    HOLE,
    OFF,
    PRESENT,
    TEXT,
    TYPE,
    WEIGHT,
    Alternative,
    Alternatives,
    Area,
    AtMost,
    Between,
    Content,
    Count,
    Domain,
    Field,
    Flag,
    Grid,
    Image,
    Int,
    ListOf,
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
    SizeText,
    Slots,
    Text,
    TextPart,
    Total,
    WidthHeight,
)
from imgparams.tables.domains import Fault
from imgparams.tables.images import Token
from imgparams.tables.rules import amount
from imgparams.tables.templates import fill, match
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

FAST = Native("fast", Flag())
MASK = table(Mask("mask", Image("base64", "url"), "marks", {"white": "W", "black": "B"}, default="W", more=("alpha",)))


def test_a_mask_and_what_it_marks() -> None:
    black = Reference(data=PNG, edits="black")
    assert sent(MASK, mask=black) == {"mask": B64, "marks": "B"}
    assert to_intent({"mask": B64, "marks": "B"}, MASK).mask == black
    assert to_intent({"mask": B64}, MASK).mask == Reference(data=PNG, edits="white")
    assert to_intent({"mask": B64, "marks": "alpha"}, MASK).mask is None
    assert codes({"mask": 5, "marks": "X"}, MASK) == [("wrong_type", "mask"), ("not_allowed", "marks")]
    assert [need.kind for need in asked(MASK, mask=PNG).needs] == ["repaint"]


def test_a_mask_that_can_not_be_read_stays_as_it_is() -> None:
    body = {"mask": 5, "marks": "B"}
    assert to_intent(body, MASK) == Intent(provider_options={"acme": body})


def test_a_rule_limits_what_a_mask_marks() -> None:
    white, black = (Reference(data=PNG, edits=edits) for edits in ("white", "black"))

    def marked(words: OneOf[str], mask: Reference) -> Translation:
        rule = Rule({"fast": OneOf(True)}, {"marks": words}, "not when fast")
        intent = Intent(mask=mask, provider_options={"acme": {"fast": True}})
        return to_request(intent, table(*MASK.rows, FAST, rules=[rule]), allow=ALL)

    assert marked(OneOf("B", "alpha"), black).request == {"mask": B64, "marks": "B", "fast": True}
    other = marked(OneOf("B", "alpha"), white)
    assert (other.request, [need.kind for need in other.needs]) == ({"marks": "B", "fast": True}, ["repaint"])
    none = marked(OneOf("alpha"), white)
    assert (none.request, none.needs) == ({"fast": True, "marks": "alpha"}, ())
    assert kinds(none) == {"mask": "dropped", "provider_options.acme.marks": "added"}


def test_what_a_mask_marks_by_default_gives_way_to_a_rule() -> None:
    def fast(rules: dict[str, Any]) -> Translation:
        target = table(*MASK.rows, FAST, rules=[Rule({"fast": OneOf(True)}, rules, "not when fast")])
        return to_request(Intent(provider_options={"acme": {"fast": True}}), target)

    done = fast({"marks": OneOf("B", "alpha")})
    assert (done.request, kinds(done)) == ({"fast": True, "marks": "B"}, {"provider_options.acme.marks": "added"})
    for rules, wire in (({"marks": OneOf("X")}, "marks"), ({"mask": PRESENT}, "mask")):
        with pytest.raises(Invalid) as caught:
            fast(rules)
        assert [problem.why for problem in caught.value.problems] == [f"the rules leave {wire} no legal value"]


def test_a_rule_limits_how_a_mask_is_written() -> None:
    rule = Rule({"fast": OneOf(True)}, {"mask": Text(pattern="https://.*")}, "a fast call wants a URL")
    target = table(Param("mask", Field.mask, Image("url", "data")), FAST, rules=[rule])

    def masked(mask: Reference, fast: bool) -> Translation:
        return to_request(Intent(mask=mask, provider_options={"acme": {"fast": fast}}), target, allow=ALL)

    url, data = Reference(url=URL), Reference(data=PNG)
    assert [masked(url, fast).request for fast in (True, False)] == [{"mask": URL, "fast": f} for f in (True, False)]
    assert masked(data, False).request == {"mask": f"data:image/png;base64,{B64}", "fast": False}
    done = masked(data, True)
    change = only(done.changes)
    assert (done.request, change.field, change.kind, change.why) == (
        {"fast": True},
        "mask",
        "dropped",
        "a fast call wants a URL",
    )


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


STRONG = Param("steps", Field.steps, Int(1, 60))
PAIR = Alternatives(Field.n, (Alternative({"pair": False}, means=1), Alternative({"pair": True}, means=2)))


def fast(target: Target, n: int) -> Translation:
    """The translation of a count next to the switch."""
    return to_request(Intent(n=n, provider_options={"acme": {"fast": True}}), target, allow=ALL)


@pytest.mark.parametrize(
    ("row", "limit", "n", "wires"),
    [
        (PAIR, {"pair": OneOf(False)}, 2, {"pair": False}),
        (PAIR, {"pair": ABSENT}, 2, {}),
        (SEVERAL, {"options.most": ABSENT}, 4, {"several": "off"}),
        (SEVERAL, {"options.most": Int(max=3)}, 4, {"several": "auto", "options": {"most": 3}}),
    ],
)
def test_a_rule_leaves_other_cases(row: Row, limit: dict[str, Any], n: int, wires: dict[str, Any]) -> None:
    target = table(FAST, row, rules=(Rule({"fast": OneOf(True)}, limit, "not when fast"),))
    done = fast(target, n)
    assert done.request == {"fast": True, **wires}
    change = only(done.changes)
    assert (change.field, change.why) == ("n", "not when fast; plan() makes several calls")


def test_a_word_that_no_case_means_is_dropped() -> None:
    clear = Alternative({"clear": True}, means="transparent")
    target = table(Alternatives(Field.background, (clear, Alternative({"clear": False}, means="opaque"))))
    assert [sent(target, background=word) for word in ("transparent", "opaque")] == [{"clear": True}, {"clear": False}]
    assert asked(target, background="auto").changes == ()
    assert sent(target, background="auto") == {}
    done = asked(target, background="blurred")
    assert (done.request, kinds(done)) == ({}, {"background": "dropped"})


def test_of_words_the_first_case_that_has_one_near_is_written() -> None:
    rapid, effort = Alternative({"rapid": True}, means="low"), Alternative({}, "effort", Quality("low", "high"))
    target = table(Alternatives(Field.quality, (rapid, effort, Alternative({}, "detail", Quality("high")))))
    words = ("low", "medium", "high", "max")
    assert [sent(target, quality=word) for word in words] == [
        {"rapid": True},
        {"effort": "low"},
        {"effort": "high"},
        {"effort": "high"},
    ]
    apart = table(Alternatives(Field.quality, [Alternative({}, word, Quality(word)) for word in ("low", "high")]))
    assert [sent(apart, quality=word) for word in words[:3]] == [{"low": "low"}, {"low": "low"}, {"high": "high"}]


def test_a_default_of_one_case_gives_way_to_a_rule() -> None:
    more = [Rule({"steps": Int(40)}, {"several": OneOf("auto")}, "strong makes several")]
    done = asked(table(STRONG, SEVERAL, rules=more), steps=50)
    assert done.request == {"steps": 50, "several": "auto"}
    change = only(done.changes)
    assert (change.field, change.kind, change.became) == ("provider_options.acme.several", "added", "auto")
    none = Rule({"steps": Int(40)}, {"several": OneOf("off")}, "strong makes one")
    with pytest.raises(Invalid) as caught:
        asked(table(STRONG, SEVERAL, rules=[*more, none]), steps=50)
    assert [problem.why for problem in caught.value.problems] == ["the rules leave several no legal value"]


BATCHES = Product(Field.n, ("batch", Int(1, 4)), ("rounds", Int(1, 5)))


@pytest.mark.parametrize(
    ("limit", "n", "wires"),
    [
        ({"batch": OneOf(1, 4)}, 3, {"batch": 1, "rounds": 3}),
        ({"batch": OneOf(1, 4)}, 7, {"batch": 1, "rounds": 5}),
        ({"batch": OneOf(1, 4)}, 9, {"batch": 4, "rounds": 2}),
        ({"rounds": Int(min=3)}, 5, {"batch": 1, "rounds": 5}),
        ({"rounds": Int(min=3)}, 7, {"batch": 2, "rounds": 3}),
        ({"rounds": Int(min=3)}, 2, {"batch": 1, "rounds": 3}),
        ({"rounds": ABSENT}, 7, {"batch": 4}),
        ({"batch": ABSENT}, 7, {"rounds": 5}),
    ],
)
def test_a_rule_leaves_other_factors(limit: dict[str, Any], n: int, wires: dict[str, int]) -> None:
    target = table(FAST, BATCHES, rules=(Rule({"fast": OneOf(True)}, limit, "not when fast"),))
    assert fast(target, n).request == {"fast": True, **wires}


def test_a_factor_that_a_rule_wants_above_1_is_sent() -> None:
    more = [Rule({"steps": Int(40)}, {"rounds": Int(min=2)}, "strong takes two rounds")]
    done = asked(table(STRONG, BATCHES, rules=more), steps=50)
    assert (done.request, done.count) == ({"steps": 50, "rounds": 2}, 2)
    change = only(done.changes)
    assert (change.field, change.kind, change.became) == ("n", "added", 2)
    none = Rule({"steps": Int(40)}, {"rounds": Int(max=1)}, "strong takes one")
    with pytest.raises(Invalid) as caught:
        asked(table(STRONG, BATCHES, rules=[*more, none]), steps=50)
    assert [problem.why for problem in caught.value.problems] == ["the rules leave rounds no legal value"]


def test_a_product_of_more_bits_than_a_count_has_is_not_read() -> None:
    target = table(Product(Field.n, ("batch", Int(1)), ("rounds", Int(1))))
    assert to_intent({"batch": 2**31, "rounds": 2**32}, target).n == 2**63
    large = {"batch": 2**32, "rounds": 2**32}
    assert to_intent(large, target) == Intent(provider_options={"acme": large})


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


# ---- to the letter


def judged(row: Row, /, **flat: Any) -> list[Problem]:
    return list(row.problems(flat))


EITHER = Alternatives(
    Field.n,
    (Alternative({}, "count", Int(1, 4)), Alternative({"many": True}, "most", Int(2), is_maximum=True)),
    default={"count": 1, "many": False},
    more=(False, None),
)


def test_problems_of_alternatives_to_the_letter() -> None:
    assert judged(EITHER, count=9, many="x", most=[]) == [
        Problem("error", "out_of_range", ("count",), 9, "a whole number from 1 to 4", (1, 4), "n"),
        Problem("error", "wrong_type", ("many",), "x", "one of true, false, null", (True, False, None), "n"),
        Problem("error", "wrong_type", ("most",), [], "a whole number from 2 up", None, "n"),
    ]
    assert judged(EITHER, count=4, many=None, most=2) == []
    nested = Alternatives(Field.n, (Alternative({}, "count", ListOf(Int(1, 4))),))
    assert judged(nested, count=[1, 9]) == [
        Problem("error", "out_of_range", ("count", 1), 9, "a whole number from 1 to 4", (1, 4), "n"),
    ]


def test_alternatives_have_doubts_defaults_and_maxima() -> None:
    assert list(EITHER.doubts({"many": True, "most": 3})) == [Doubt("n", "most", "no maximum is published")]
    assert list(EITHER.doubts({"many": False, "most": 3})) == []
    assert list(EITHER.doubts({"many": True})) == []
    assert list(EITHER.defaults()) == [("count", 1, {}), ("many", False, {})]
    either = Alternatives(
        Field.n, (Alternative({}, "a", Int(1)), Alternative({}, "b", Int(1))), default={"a": 1, "c": 2}
    )
    assert list(either.defaults()) == [("a", 1, {"b": ABSENT}), ("c", 2, {})]
    assert [EITHER.only_maximum(flat) for flat in ({"many": True}, {"many": False}, {"count": 1})] == [
        True,
        False,
        False,
    ]
    assert [EITHER.write_forced("count", default, Limits(), "acme") for default in (3, 9)] == [
        {"count": 3},
        {"count": 4},
    ]
    assert list(EITHER.domains()) == [Int(1, 4), Int(2)]
    assert [EITHER.domain_of(wire) for wire in EITHER.wires] == [Int(1, 4), OneOf(True, False, None), Int(2)]


def test_alternatives_read_the_first_case_that_is_on() -> None:
    assert list(EITHER.read({"count": 3, "many": True, "most": 5}, "acme")) == [("n", 3, ("count",))]
    assert list(EITHER.read({"many": True, "most": 5}, "acme")) == [("n", 5, ("many", "most"))]
    assert list(EITHER.read({"many": False, "most": 5}, "acme")) == []
    assert list(EITHER.read({"many": True}, "acme")) == []
    assert list(EITHER.read({"count": 0, "many": True, "most": 5}, "acme")) == [("n", 5, ("many", "most"))]


@pytest.mark.parametrize(
    ("n", "wires"),
    [(1, {"count": 1}), (4, {"count": 4}), (5, {"many": True, "most": 5}), (0, {"count": 1})],
)
def test_of_alternatives_the_nearest_is_written(n: int, wires: dict[str, object]) -> None:
    assert EITHER.emit({"n": n}, Limits(), "acme") == wires


def test_of_numbers_that_are_not_the_wish_one_below_it_comes_before_a_nearer_one() -> None:
    words = [Alternative({"size": word}, means=number) for word, number in {"s": 1, "m": 4, "l": 9}.items()]
    row = Alternatives(Field.n, words)
    assert [row.emit({"n": n}, Limits(), "acme") for n in (0, 1, 3, 4, 8, 9, 20)] == [
        {"size": size} for size in ("s", "s", "s", "m", "m", "l", "l")
    ]


def test_a_case_is_written_for_what_it_means_or_a_number_near_it() -> None:
    many, two = Alternative({"many": True}, means="x"), Alternative({"two": True}, means=2)
    assert [many.write(wish, Limits()) for wish in ("x", "y", 3)] == [{"many": True}, None, None]
    assert [two.write(wish, Limits()) for wish in (2, 3, "x")] == [{"two": True}, {"two": True}, None]
    assert (many.wires, Alternative({"a": 1}, "b", Int()).wires) == (("many",), ("a", "b"))


@pytest.mark.parametrize(
    ("cases", "faults"),
    [
        ([Alternative({"a": 1}, means=2)], []),
        ([Alternative({"a": 1}, "b", Int(1))], []),
        ([Alternative({"a": 1})], ["an alternative of n needs either a wire with a domain, or a value in means"]),
        ([Alternative({}, "b")], ["an alternative of n needs either a wire with a domain, or a value in means"]),
        (
            [Alternative({}, "b", Int(1), means=2), Alternative({}, "", Int(1))],
            ["an alternative of n needs either a wire with a domain, or a value in means"] * 2,
        ),
        ([Alternative({"a": 1}, means="many")], ['n can\'t be "many"']),
    ],
)
def test_faults_of_alternatives_to_the_letter(cases: list[Alternative], faults: list[str]) -> None:
    assert list(Alternatives(Field.n, cases).table_faults()) == faults


def test_a_product_to_the_letter() -> None:
    row = Product(Field.n, ("a", Int(1, 4)), ("b", Int(1)))
    assert judged(row, a=9, b="x") == [
        Problem("error", "out_of_range", ("a",), 9, "a whole number from 1 to 4", (1, 4), "n"),
        Problem("error", "wrong_type", ("b",), "x", "a whole number from 1 up", None, "n"),
    ]
    assert judged(row) == judged(row, a=1) == judged(row, b=9) == []
    assert list(row.doubts({"a": 2, "b": 2})) == [Doubt("n", "b", "no maximum is published")]
    assert list(row.doubts({"a": 2, "b": 0})) == []
    flats: list[dict[str, object]] = [{"a": 2, "b": 3}, {"b": 3}, {"a": 2}, {}, {"a": 0}, {"a": 2, "b": "x"}, {"a": -1}]
    assert [list(row.read(flat, "acme")) for flat in flats] == [
        [("n", 6, ("a", "b"))],
        [("n", 3, ("b",))],
        [("n", 2, ("a",))],
        *[[]] * 4,
    ]
    assert row.write_forced("a", 3, Limits(), "acme") == {"a": 3}
    assert list(Product(Field.seed, ("a", Int()), ("b", Int())).read({"a": 0, "b": 2}, "acme")) == []
    both = Product(Field.n, ("a", Int(2, 4)), ("b", Int(3)))
    assert list(both.table_faults()) == [
        "a counts as 1 when it is absent, so 1 must be legal",
        "b counts as 1 when it is absent, so 1 must be legal",
    ]


def test_a_product_within_limits() -> None:
    row = Product(Field.n, ("a", Int(1, 4)), ("b", Int(1, 5)))

    def emitted(n: int, **limits: Any) -> dict[str, object]:
        within = Limits()
        for wire, condition in limits.items():
            within.add(wire, condition)
        return row.emit({"n": n}, within, "acme")

    assert [emitted(n) for n in (1, 2, 4, 5, 6, 7, 20, 21)] == [
        {"a": 1},
        {"a": 2},
        {"a": 4},
        {"a": 1, "b": 5},
        {"a": 3, "b": 2},
        {"a": 3, "b": 2},
        {"a": 4, "b": 5},
        {"a": 4, "b": 5},
    ]
    assert emitted(4, a=ABSENT, b=ABSENT) == {}
    assert emitted(1, a=Int(min=2), b=Int(min=3)) == {"a": 2, "b": 3}
    assert emitted(6, a=Int(max=1)) == {"a": 1, "b": 5}


def viewed(defaults: dict[str, object] | None = None, /, **flat: object) -> View:
    return View(flat, [(wire, value, {}) for wire, value in (defaults or {}).items()])


def test_which_defaults_made_a_rule_fire() -> None:
    rule = Rule({"fast": OneOf(True), "mode": OneOf("a"), "seed": ABSENT}, {"n": Int(max=2)}, "one")
    defaults: dict[str, object] = {"fast": True, "mode": "a", "n": 4}
    assert rule.by_default(viewed(defaults)) == " (fast is true and mode is a by default)"
    assert rule.by_default(viewed(defaults), "n") == " (fast is true and mode is a and n is 4 by default)"
    assert rule.by_default(viewed(defaults, mode="a"), "n") == " (fast is true and n is 4 by default)"
    assert rule.by_default(viewed(defaults), "fast") == " (fast is true and mode is a by default)"
    assert rule.by_default(viewed(defaults), "steps") == " (fast is true and mode is a by default)"
    assert rule.by_default(viewed(defaults, fast=True, mode="a")) == ""
    assert rule.by_default(viewed(defaults, fast=False), "n") == " (n is 4 by default)"
    either = Rule(({"fast": OneOf(True)}, {"mode": OneOf("a")}), {"n": Int(max=2)}, "one")
    assert either.by_default(viewed(defaults, fast=False)) == " (mode is a by default)"
    assert either.wires == ("fast", "mode", "n")
    assert [either.on(viewed(defaults, fast=fast, mode=mode)) for fast in (True, False) for mode in "ab"] == [
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("effect", ["refused", "ignored", "altered", "disputed"])
def test_what_rules_narrow_and_where_they_are_broken(effect: Effect) -> None:
    def told(rule: AnyRule, view: View) -> tuple[list[object], list[object]]:
        return list(rule.narrows(view)), list(rule.broken(view))

    binds = effect != "disputed"
    rule = Rule({"a": PRESENT}, {"b": Int(1, 4), "c": ABSENT}, "why", effect)
    assert told(rule, viewed(a=1, b=9, c=1)) == (
        [("b", Int(1, 4)), ("c", ABSENT)] if binds else [],
        [("b", "why", Int(1, 4)), ("c", "why", ABSENT)],
    )
    assert told(rule, viewed(a=1, b=4)) == ([("b", Int(1, 4)), ("c", ABSENT)] if binds else [], [])
    assert told(rule, viewed(b=9, c=1)) == ([], [])
    between = Between(("a", "b", "c"), 1, 2, "why", effect)
    three = viewed(a=1, b=2, c=3)
    assert told(between, three) == ([("c", ABSENT)] if binds else [], [("c", "why", None)])
    assert told(between, viewed(a=1, c=3)) == ([], [])
    assert told(between, viewed()) == ([], [("a", "why", None)])
    assert told(Between(("a", "b"), 2, 2, "why", effect), viewed(a=1)) == ([], [("b", "why", None)])
    total = Total(("a", "b"), 3, "why", effect)
    assert told(total, viewed(a=2, b=1)) == ([], [])
    assert told(total, viewed(a=2, b=2)) == ([("b", Int(max=1))] if binds else [], [("b", "why", Int(max=1))])
    assert told(total, viewed(a=[1, 2], b=[3, 4, 5])) == (
        [("b", Count(max=1))] if binds else [],
        [("b", "why", Count(max=1))],
    )
    assert told(total, viewed(a=[1] * 5, b=[2])) == (
        [("b", ABSENT), ("a", Count(max=3))] if binds else [],
        [("b", "why", ABSENT)],
    )
    assert told(total, viewed(a=9, b=9)) == (
        [("b", Int(max=1)), ("a", Int(max=2))] if binds else [],
        [("b", "why", Int(max=1))],
    )
    one = Total(("a", "b", "c"), 1, "why", effect)
    assert told(one, viewed(a=1, b=1, c=1)) == ([], [("c", "why", None)])
    same = SameLength(("a", "b"), "why", effect)
    assert told(same, viewed(a=[1, 2], b=[1])) == ([("b", ABSENT)] if binds else [], [("b", "why", None)])
    assert told(same, viewed(b=[1])) == ([("b", ABSENT)] if binds else [], [("b", "why", None)])
    assert told(same, viewed(a=[1])) == ([], [])
    assert told(same, viewed(a=[1], b=["x"])) == ([], [])


def test_what_needs_an_answer_is_left_out_before_what_does_not() -> None:
    token = Token("fetch", Reference(url=URL))
    view = viewed(a=token, b=[token], c=1)
    assert list(AtMost(("a", "b", "c"), 1, "why").narrows(view)) == [("a", ABSENT), ("b", ABSENT)]


def test_what_a_rule_caps_and_lacks() -> None:
    between = Between(("a", "b"), 1, 2, "why")
    assert [between.lacks(flat) for flat in ({}, {"b": 1})] == ["a", ""]
    assert Between(("a", "b"), 2, 2, "why").lacks({"a": 1}) == "b"
    assert Between(("a", "b"), 1, 2, "why", "ignored").lacks({}) == ""
    total = Total(("a", "b"), 3, "why")
    assert [total.caps(wire) for wire in "abc"] == [True, True, False]
    assert not Total(("a", "b"), 3, "why", "disputed").caps("a")
    assert not Rule({}, {"a": ABSENT}, "why").caps("a")
    assert AtMost(("a", "b"), 1, "why", "ignored", "a page") == Between(("a", "b"), 0, 1, "why", "ignored", "a page")
    assert AtMost(("a", "b"), 1, "why") == Between(("a", "b"), 0, 1, "why")
    assert Needs("a", "b") == Rule({"b": OFF}, {"a": OFF}, "a needs b")
    assert Needs("a", "b", "why", "ignored", "a page") == Rule({"b": OFF}, {"a": OFF}, "why", "ignored", "a page")
    assert [amount(value) for value in (3, 3.0, True, "x", None, [1, 2], (), 2.5)] == [3, 3, 1, 1, 0, 2, 0, 1]


# ---- the form of one picture or text


def test_what_a_part_claims() -> None:
    typed = Part(Image("url"), {"uri": HOLE, "type": TYPE}, roles=("style",), typed=True)
    claimed = [
        (Reference(url=URL, role="style"), False),
        (Reference(url=URL, role="style", media_type="image/png"), True),
        (Reference(data=PNG, role="style"), True),  # its bytes tell
        (Reference(file_id="f", provider="acme", role="style"), True),  # it must be found first, and then is known
        (Reference(data=PNG), False),
    ]
    assert [typed.claims(reference) for reference, _ in claimed] == [claim for _, claim in claimed]
    as_is = [typed.takes_as_is(reference, "acme") for reference, _ in claimed]
    assert as_is == [False, True, False, False, False]
    assert Part(Image("url")).roles == ("image", "reference", "source")


def test_a_part_is_filled_with_what_is_known() -> None:
    part = Part(Image("url", "data"), {"u": HOLE, "t": TYPE, "w": WEIGHT, "k": "fixed"}, weight=Num(0, 1))
    assert part.fill(Reference(url=URL), "acme") == {"u": URL, "k": "fixed"}
    assert part.fill(Reference(url=URL, media_type="image/gif", weight=2), "acme") == {
        "u": URL,
        "t": "image/gif",
        "w": 1,
        "k": "fixed",
    }
    assert part.fill(Reference(data=PNG), "acme") == {
        "u": f"data:image/png;base64,{B64}",
        "t": "image/png",
        "k": "fixed",
    }
    assert Part(Image("url"), {"u": HOLE, "w": WEIGHT}).fill(Reference(url=URL, weight=1), "acme") == {"u": URL}


@pytest.mark.parametrize(
    ("item", "reference"),
    [
        ({"u": URL, "k": "fixed"}, Reference(url=URL, role="style")),
        ({"u": URL, "k": "fixed", "w": 0.5}, Reference(url=URL, role="style", weight=0.5)),
        ({"u": URL, "k": "fixed", "t": "image/gif"}, Reference(url=URL, role="style", media_type="image/gif")),
        (
            {"u": f"data:image/gif;base64,{B64}", "k": "fixed", "t": "image/webp"},
            Reference(data=PNG, role="style", media_type="image/gif"),
        ),
        ({"u": f"data:image/png;base64,{B64}", "k": "fixed", "t": "image/png"}, Reference(data=PNG, role="style")),
        (
            {"u": f"data:image/png;base64,{B64}", "k": "fixed", "t": "image/gif"},
            Reference(data=PNG, role="style", media_type="image/gif"),
        ),
        ({"u": URL, "k": "other"}, None),
        ({"u": URL}, None),
        ({"u": URL, "k": "fixed", "x": 1}, None),
        ({"u": URL, "k": "fixed", "w": 2}, None),
        ({"u": URL, "k": "fixed", "t": 5}, None),
        ({"k": "fixed"}, None),
        ("fixed", None),
    ],
)
def test_what_a_part_reads(item: object, reference: Reference | None) -> None:
    template = {"u": HOLE, "t": TYPE, "w": WEIGHT, "k": "fixed"}
    part = Part(Image("url", "data"), template, roles=("style", "content"), weight=Num(0, 1))
    assert part.match(item, "acme") == reference


def test_an_open_place_keeps_its_role_where_the_part_has_it() -> None:
    part = Part(Image("file"), {"u": HOLE}, roles=("style", "content"))
    content, control = (Reference(url=URL, role=role) for role in ("content", "control"))
    assert part.match({"u": Token("fetch", content)}, "acme") == content
    assert part.match({"u": Token("fetch", control)}, "acme") == Reference(url=URL, role="style")


def test_faults_of_a_part_to_the_letter() -> None:
    part = Part(Image("url"), {"u": HOLE, "t": TYPE, "w": WEIGHT}, weight=Num(0, 1), typed=True)
    assert part.fault({"u": URL, "t": "image/gif", "w": 1}) is None
    assert part.fault(5) == Fault("wrong_type", "a URL")
    assert part.fault({"u": URL}) == Fault("incomplete", "the media type is missing")
    assert part.fault({"u": URL, "t": "image/gif", "w": 2}) == Fault("out_of_range", "a number from 0 to 1", (0, 1))
    assert part.fault({"u": URL, "t": 5}) == Fault("wrong_type", "a media type")
    assert part.fault({"u": "f", "t": "image/gif"}) == Fault("not_allowed", "a URL")
    assert part.fault({"u": Token("host", Reference(data=PNG))}) is None
    text = TextPart(Field.prompt, {"text": TEXT, "n": 1}, Text(max_length=3))
    assert text.fault({"text": "abcd", "n": 1}) == Fault("too_long", "text of at most 3 characters; it has 4", (0, 3))
    for item in ({"text": "abc"}, {"text": 5, "n": 1}, {"text": "abc", "n": 2}, 5, {"text": "abc", "n": 1, "x": 1}):
        assert text.fault(item) == Fault("wrong_type", "text of at most 3 characters")
    word = TextPart(Field.prompt, {"text": TEXT}, OneOf("a"))
    assert word.fault({"text": 5}) == Fault("wrong_type", "only a")
    assert word.fault({"text": "b"}) == Fault("not_allowed", "only a", ("a",))
    assert [text.fill("abcdef"), text.fill(5), text.match({"text": "abcdef", "n": 1.0}), text.match(5)] == [
        {"text": "abc", "n": 1},
        None,
        "abcdef",
        None,
    ]


def test_a_template_without_a_place_is_itself() -> None:
    assert fill({"a": [1], "b": {"c": HOLE, "d": WEIGHT}}, {HOLE: 5}) == {"a": [1], "b": {"c": 5}}
    assert match("fixed", "fixed") == {}
    assert match("fixed", "other") is None
    assert match({"a": HOLE, "b": {"c": TEXT}}, {"a": 1, "b": {"c": 2}}) == {HOLE: 1, TEXT: 2}
    assert match({"a": HOLE}, {}) is None
    assert match({"w": WEIGHT, "t": TYPE}, {}) == {}


# ---- which pictures a row takes


def test_a_picture_goes_into_the_first_way_that_takes_it_as_it_is() -> None:
    bytes_, link = Part(Image("base64"), {"b64": HOLE}), Part(Image("url"), {"url": HOLE})
    row = Pictures("images", (bytes_, link), max=2)
    url, data = Reference(url=URL), Reference(data=PNG)
    assert row.emit({"references": (url, data)}, Limits(), "acme") == {"images": [{"url": URL}, {"b64": B64}]}
    assert [row.takes_as_is(one, "acme") for one in (url, data, Reference(file_id="f", provider="acme"))] == [
        True,
        True,
        False,
    ]
    style = Reference(url=URL, role="style")
    assert row.emit({"references": (style,)}, Limits(), "acme") == {}
    owned = Reference(file_id="f", provider="acme")
    assert row.emit({"references": (owned,)}, Limits(), "acme") == {
        "images": [{"b64": Token("find", owned, why="ids are not accepted here")}]
    }
    assert [row.has_place(url, taken) for taken in ((), (url,), (url, url))] == [True, True, False]
    assert not row.has_place(style, ())
    assert Pictures("images", (link,)).has_place(url, (url,) * 99)
    assert [row.is_open, Pictures("images", (link,)).is_open] == [False, True]
    assert Pictures("images", (Image("id"),)).takes_as_is(owned, "acme")


def test_pictures_within_limits() -> None:
    row = Pictures("images", (Image("url"),), min=1)
    urls = tuple(Reference(url=f"{URL}{at}") for at in range(4))

    def emitted(*conditions: Domain, of: Row = row) -> dict[str, object]:
        limits = Limits()
        for condition in conditions:
            limits.add("images", condition)
        return of.emit({"references": urls}, limits, "acme")

    whole = [one.url for one in urls]
    assert emitted() == {"images": whole}
    assert emitted(Count(max=3)) == {"images": whole[:3]}
    assert emitted(Count(max=3), Count(max=2)) == {"images": whole[:2]}
    assert emitted(Count(5)) == emitted(ABSENT) == emitted(Count(max=0)) == {}
    assert emitted(PRESENT) == emitted(Count(2)) == {"images": whole}
    assert emitted(of=Pictures("images", (Image("url"),), min=4)) == {"images": whole}
    assert emitted(of=Pictures("images", (Image("url"),), min=5)) == {}


def test_older_names_are_no_wires_that_are_written() -> None:
    row = Pictures("images", (Image("url"),), older=("pics",), min=1, max=2)
    assert (row.wires, row.written, row.least, row.most) == (("images", "pics"), ("images",), 1, 2)
    assert list(row.read({"pics": [URL], "images": [OTHER]}, "acme")) == [
        ("references", (Reference(url=OTHER),), ("images",)),
        ("references", (Reference(url=URL),), ("pics",)),
    ]
    assert list(row.read({"images": [URL, 5], "pics": URL}, "acme")) == []
    keys = Slots("a", "b", part=Image("url"), read_only=True)
    assert (keys.written, keys.wires, keys.most) == ((), ("a", "b"), 2)
    assert keys.emit({"references": (Reference(url=URL),)}, Limits(), "acme") == {}
    assert not keys.has_place(Reference(url=URL), ())
    mask = Slots("m", part=Image("url"), of=Field.mask)
    assert mask.emit({"mask": Reference(url=URL)}, Limits(), "acme") == {"m": URL}
    assert list(mask.read({"m": URL}, "acme")) == [("mask", Reference(url=URL), ("m",))]
    assert list(Slots("a", "b", part=Image("url")).read({"a": 5, "b": URL}, "acme")) == [
        ("references", (Reference(url=URL),), ("b",))
    ]


def test_a_host_without_a_limit_has_that_of_the_maker() -> None:
    edit = table(Pictures("images", (Image("url"),), max=4), name="acme/muse:edit")
    maker = table(Slots("a", "b", part=Image("url")), PROMPT, operations={"edit": edit})
    host = Pictures("images", (Image("url"),))
    assert host.inherit(maker) == Pictures("images", (Image("url"),), max=4)
    wide = Pictures("images", (Image("url"),), min=5)
    assert wide.inherit(maker) == Pictures("images", (Image("url"),), min=5, max=5)
    own = Pictures("images", (Image("url"),), max=2)
    assert own.inherit(maker) == own
    assert host.inherit(table(PROMPT)) == host
    assert host.inherit(table(Slots("a", part=Image("url")), Pictures("b", (Image("url"),)))) == host
    style = Pictures("styles", (Part(Image("url"), roles=("style",)),), max=9)
    assert host.inherit(table(style, Slots("a", part=Image("url")))) == Pictures("images", (Image("url"),), max=1)
    content = Content("parts", (TextPart(Field.prompt), Part(Image("url"), {"u": HOLE})))
    assert content.inherit(maker) == Content("parts", content.parts, max=4)
    assert Content("parts", (TextPart(Field.prompt),)).inherit(maker) == Content("parts", (TextPart(Field.prompt),))
    assert Content("parts", content.parts, max=2).inherit(maker) == Content("parts", content.parts, max=2)


def test_what_texts_and_pictures_say() -> None:
    text = TextPart(Field.prompt, {"text": TEXT}, Text(min_length=2))
    other = TextPart(Field.negative_prompt, {"not": TEXT})
    picture = Part(Image("url"), {"image": HOLE, "w": WEIGHT}, weight=Num(0, 1))
    row = Content("parts", (text, picture, other), requires=(Field.prompt,), bare=Field.prompt, others=Int())
    assert (row.wires, row.fields, row.most) == (("parts",), ("prompt", "references", "negative_prompt"), None)
    assert list(row.domains()) == [Int(), Num(0, 1), Text(min_length=2), Text()]
    assert [row.needs(name) for name in row.fields] == [True, False, False]
    assert [row.always_sent, Content("parts", (text,)).always_sent] == [True, False]
    url = Reference(url=URL)
    whole = [{"text": "ab"}, {"image": URL}, {"not": "x"}]
    asked_all = {"negative_prompt": "x", "references": (url,), "prompt": "ab"}
    assert row.emit(asked_all, Limits(), "acme") == {"parts": whole}
    assert row.emit({"prompt": "a"}, Limits(), "acme") == {}
    assert row.emit({"negative_prompt": "x"}, Limits(), "acme") == {"parts": [{"not": "x"}]}
    shut = Limits()
    shut.add("parts", ABSENT)
    assert row.emit(asked_all, shut, "acme") == {}
    assert list(row.read({"parts": [*whole, {"text": "cd"}]}, "acme")) == [
        ("prompt", "ab\ncd", ("parts",)),
        ("references", (url,), ("parts",)),
        ("negative_prompt", "x", ("parts",)),
    ]
    assert list(row.read({"parts": "ab"}, "acme")) == [("prompt", "ab", ("parts",))]
    for unread in (5, [5], [*whole, 5], {"text": "ab"}, None):
        assert list(row.read({"parts": unread}, "acme")) == []
    single = Content("parts", (text,), single=True)
    assert list(single.read({"parts": {"text": "ab"}}, "acme")) == [("prompt", "ab", ("parts",))]
    assert list(single.read({"parts": "ab"}, "acme")) == []


def test_what_a_mask_says() -> None:
    row = Mask("mask", Image("url"), "marks", {"white": "W", "black": "B"}, default="B", more=("A",))
    white, black, clear = (Reference(url=URL, edits=edits) for edits in ("white", "black", "transparent"))

    def emitted(mask: Reference, /, **limits: Domain) -> dict[str, object]:
        within = Limits()
        for wire, condition in limits.items():
            within.add(wire, condition)
        return row.emit({"mask": mask}, within, "acme")

    why = "the mask marks the area to edit in another way, so its bytes are needed"
    assert emitted(white) == {"mask": URL, "marks": "W"}
    assert emitted(clear) == emitted(Reference(url=URL)) | {"mask": Token("fetch", clear, why=why)}
    assert emitted(clear) == {"mask": Token("fetch", clear, why=why), "marks": "W"}
    assert emitted(black, marks=OneOf("W")) == {"mask": Token("fetch", black, why=why), "marks": "W"}
    assert emitted(black, marks=OneOf("A")) == emitted(black, mask=ABSENT) == {}
    assert list(row.read({"mask": URL}, "acme")) == [("mask", black, ("mask",))]
    assert list(row.read({"mask": URL, "marks": "W"}, "acme")) == [("mask", white, ("mask", "marks"))]
    for flat in ({"mask": URL, "marks": "A"}, {"mask": 5}, {"marks": "W"}):
        assert list(row.read(flat, "acme")) == []
    owned = Reference(file_id="f", provider="acme", edits="white")
    by_id = Mask("mask", Image("id"), "marks", {"white": "W"})
    assert by_id.emit({"mask": owned}, Limits(), "acme") == {"mask": "f", "marks": "W"}
    assert list(by_id.read({"mask": "f", "marks": "W"}, "acme")) == [("mask", owned, ("mask", "marks"))]
    plain = Mask("mask", Image("url"), "marks", {"white": "W", "transparent": "T"})
    assert plain.emit({"mask": Reference(url=URL)}, Limits(), "acme") == {"mask": URL, "marks": "T"}
    assert row.write_forced("marks", "W", Limits(), "acme") == {"marks": "W"}
    assert row.write_forced("marks", "X", Limits(), "acme") == {"marks": "W"}
    assert row.write_forced("mask", None, Limits(), "acme") == {}
