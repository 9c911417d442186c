"""Changes are measured: what was met, what kind of change it took, how far it went, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from attrs import evolve

from imgparams import (
    ALL,
    AspectRatio,
    Change,
    Intent,
    Policy,
    Reference,
    Size,
    Target,
    Translation,
    to_intent,
    to_request,
)
from imgparams.engine import measuring
from imgparams.tables import (
    ABSENT,
    PRESENT,
    Const,
    Content,
    Count,
    Domain,
    Field,
    Fixed,
    Flag,
    Image,
    Int,
    Native,
    Num,
    OneOf,
    Param,
    Part,
    Pictures,
    Quality,
    RatioTier,
    Rule,
    ShapeWords,
    Sizes,
    SizeText,
    Text,
    TextPart,
    WidthHeight,
    Words,
)
from imgparams.tables.templates import HOLE, TEXT
from imgparams.values import freeze
from tests.unit.tables import COUNT, MUSE, OTHER, PNG, PROMPT, SEED, STEPS, URL, asked, kinds, only, raw, table

# ---- the four kinds


@pytest.mark.parametrize(
    ("row", "fields", "kind", "became", "loss"),
    [
        (STEPS, {"steps": 90}, "clamped", 60, 1 / 3),
        (STEPS, {"steps": 0}, "clamped", 1, 1.0),
        (PROMPT, {"prompt": "x" * 1001}, "clamped", "x" * 1000, float("inf")),
        (
            Param("format", Field.output_format, Words({"jpeg": "jpg"})),
            {"output_format": "png"},
            "dropped",
            None,
            float("inf"),
        ),
        (Param("q", Field.quality, Quality("low", "high")), {"quality": "max"}, "mapped", "high", float("inf")),
        (Param("guidance", Field.guidance, Int(1, 9)), {"guidance": 3.4}, "clamped", 3, 0.4 / 3.4),
        (Param("stream", Field.stream, OneOf(False)), {"stream": True}, "dropped", None, float("inf")),
        (SEED, {"quality": "low"}, "dropped", None, float("inf")),
    ],
)
def test_kind_and_loss(row: Any, fields: dict[str, Any], kind: str, became: object, loss: float) -> None:
    change = only(asked(table(row), **fields).changes)
    assert (change.kind, change.became) == (kind, became)
    assert change.loss == pytest.approx(loss)
    assert change.asked == next(iter(fields.values()))


def test_quality_is_reported_in_canonical_words() -> None:
    target = table(
        Param("quality", Field.quality, Words({"medium": "standard", "high": "hd"}, ("low", "medium", "high", "xhigh")))
    )
    done = asked(target, quality="xhigh")
    assert done.request == {"quality": "hd"}
    change = only(done.changes)
    assert (change.asked, change.became, change.kind) == ("xhigh", "high", "mapped")


def test_a_vendor_s_own_word_is_taken_and_told_as_ours() -> None:
    done = asked(table(Param("q", Field.quality, Quality("auto", medium="standard", high="hd"))), quality="hd")
    assert done.request == {"q": "hd"}
    assert (done.changes, to_intent(done.request, done.target).quality) == ((), "high")


def test_quality_is_never_turned_into_resolution() -> None:
    done = asked(table(RatioTier("ratio", ("1:1",), "tier", ("1K", "4K"))), quality="max")
    assert (done.request, kinds(done)) == ({}, {"quality": "dropped"})


def test_a_change_is_told_in_the_intent_s_words() -> None:
    target = table(Param("kept", Field.strength, Num(0.2, 1, flip=True)))
    done = asked(target, strength=0.95)
    assert done.request == {"kept": 0.2}
    change = only(done.changes)
    assert (change.field, change.asked, change.became) == ("strength", 0.95, 0.8)


def test_an_empty_prompt_below_the_minimum_is_dropped() -> None:
    done = asked(table(Param("prompt", Field.prompt, Text(min_length=1))), prompt="")
    assert (done.request, kinds(done)) == ({}, {"prompt": "dropped"})


def test_a_number_far_away_has_a_finite_loss() -> None:
    change = only(asked(table(Param("g", Field.guidance, Num(0, 1))), guidance=float(2**63)).changes)
    assert change.loss == pytest.approx(1.0)


# ---- the whole change


SOURCE = "https://wiki.example/muse (2026-11-01)"
INF = float("inf")
NOWHERE = "acme/muse has no such field"


def told(done: Translation) -> list[tuple[object, ...]]:
    """Field, kind, asked, became, why and loss of each change, all with the page of the table."""
    assert {change.source for change in done.changes} <= {SOURCE}
    return [(c.field, c.kind, c.asked, c.became, c.why, round(c.loss, 4)) for c in done.changes]


NAMED = table(RatioTier("ratio", ("1:1", "16:9"), "tier", ("1K", "2K")))
RATIO_AND_TIER = "ratio: 1:1 or 16:9; tier: 1K or 2K"
PAIRS = table(WidthHeight("w", "h", ["512x512", "1024x512"]))
PAIRS_TEXT = "512x512 or 1024x512"


@pytest.mark.parametrize(
    ("target", "fields", "expected"),
    [
        (
            NAMED,
            {"size": "4000x3000"},
            ("size", "clamped", Size(4000, 3000), {"aspect_ratio": "1:1", "resolution": "2K"}, RATIO_AND_TIER, INF),
        ),
        (
            NAMED,
            {"size": "1000x1000"},
            ("size", "mapped", Size(1000, 1000), {"aspect_ratio": "1:1", "resolution": "1K"}, RATIO_AND_TIER, INF),
        ),
        (
            NAMED,
            {"size": "1024x1024"},
            ("size", "mapped", Size(1024, 1024), {"aspect_ratio": "1:1", "resolution": "1K"}, RATIO_AND_TIER, INF),
        ),
        (NAMED, {"aspect_ratio": "9:16"}, ("aspect_ratio", "mapped", "9:16", "1:1", RATIO_AND_TIER, 0.5754)),
        (NAMED, {"resolution": "4K"}, ("resolution", "clamped", "4K", "2K", RATIO_AND_TIER, 1.3863)),
        (NAMED, {"resolution": "512"}, ("resolution", "mapped", "512", "1K", RATIO_AND_TIER, 1.3863)),
        (
            PAIRS,
            {"size": "1024x1024"},
            ("size", "clamped", Size(1024, 1024), Size(512, 512), PAIRS_TEXT, 1.3863),
        ),
        (PAIRS, {"size": "256x256"}, ("size", "clamped", Size(256, 256), Size(512, 512), PAIRS_TEXT, 1.3863)),
        (PAIRS, {"aspect_ratio": "9:16"}, ("aspect_ratio", "mapped", "9:16", Size(512, 512), PAIRS_TEXT, 0.5754)),
        (PAIRS, {"resolution": "1K"}, ("resolution", "clamped", "1K", Size(512, 512), PAIRS_TEXT, 1.3863)),
        (
            table(Fixed(Field.size, "1024x768")),
            {"resolution": "512"},
            ("resolution", "mapped", "512", Size(1024, 768), NOWHERE, 1.0986),
        ),
        (
            table(Fixed(Field.size, "1024x768")),
            {"size": "600x600"},
            ("size", "clamped", Size(600, 600), Size(1024, 768), "always 1024x768", 0.7814),
        ),
        (
            table(Fixed(Field.size, "1024x768")),
            {"size": "2000x1000"},
            ("size", "clamped", Size(2000, 1000), Size(1024, 768), "always 1024x768", 0.9334),
        ),
        (
            table(Fixed(Field.size, "64x128")),
            {"size": "128x64"},
            ("size", "clamped", Size(128, 64), Size(64, 128), "always 64x128", 1.3863),
        ),
        (
            table(WidthHeight("w", "h", ["64x64"]), Fixed(Field.resolution, "1K")),
            {"size": "65x64"},
            ("size", "clamped", Size(65, 64), Size(64, 64), "only 64x64", 0.0155),
        ),
        (
            table(RatioTier("ratio", ("1:1", "16:9")), Fixed(Field.resolution, "1K")),
            {"size": "65x64"},
            ("size", "mapped", Size(65, 64), {"aspect_ratio": "1:1", "resolution": "1K"}, "ratio: 1:1 or 16:9", INF),
        ),
        (
            table(RatioTier("ratio", ("1:1", "16:9"))),
            {"size": "65x64"},
            ("size", "mapped", Size(65, 64), "1:1", "ratio: 1:1 or 16:9", INF),
        ),
        (
            table(Fixed(Field.size, "64x64")),
            {"aspect_ratio": "auto"},
            ("aspect_ratio", "mapped", "auto", Size(64, 64), NOWHERE, INF),
        ),
        (
            table(Fixed(Field.aspect_ratio, "16:9")),
            {"aspect_ratio": "auto"},
            ("aspect_ratio", "mapped", "auto", "16:9", "always 16:9", INF),
        ),
        (
            table(Fixed(Field.aspect_ratio, "16:9")),
            {"aspect_ratio": "9:16"},
            ("aspect_ratio", "mapped", "9:16", "16:9", "always 16:9", 1.1507),
        ),
        (
            table(Fixed(Field.aspect_ratio, "16:9")),
            {"size": "600x600"},
            ("size", "mapped", Size(600, 600), "16:9", NOWHERE, INF),
        ),
        (
            table(Fixed(Field.aspect_ratio, "16:9")),
            {"resolution": "1K"},
            ("resolution", "dropped", "1K", None, NOWHERE, INF),
        ),
        (
            table(Fixed(Field.resolution, "2K")),
            {"size": "600x600"},
            ("size", "mapped", Size(600, 600), "2K", NOWHERE, INF),
        ),
        (
            table(Fixed(Field.resolution, "2K")),
            {"size": "2049x2048"},
            ("size", "clamped", Size(2049, 2048), "2K", NOWHERE, INF),
        ),
        (
            table(Fixed(Field.resolution, "2K")),
            {"size": "2048x2048"},
            ("size", "mapped", Size(2048, 2048), "2K", NOWHERE, INF),
        ),
        (
            table(Fixed(Field.resolution, "2K")),
            {"aspect_ratio": "9:16"},
            ("aspect_ratio", "dropped", "9:16", None, NOWHERE, INF),
        ),
    ],
)
def test_what_a_shape_became(target: Target, fields: dict[str, Any], expected: tuple[object, ...]) -> None:
    ((name, kind, wish, became, why, loss),) = told(asked(evolve(target), **fields))
    assert (name, kind, plain(wish), plain(became), why, loss) == expected


def plain(value: object) -> object:
    """A shape with its ratio as text."""
    if isinstance(value, AspectRatio):
        return value.text
    return {name: plain(part) for name, part in value.items()} if isinstance(value, Mapping) else value


def test_each_part_of_a_shape_is_told() -> None:
    assert [
        (name, kind, loss)
        for name, kind, _, _, _, loss in told(asked(evolve(PAIRS), aspect_ratio="3:1", resolution="4K"))
    ] == [
        ("aspect_ratio", "mapped", 0.4055),
        ("resolution", "clamped", 3.4657),
    ]


@pytest.mark.parametrize(
    ("row", "fields", "became", "kind", "why", "loss"),
    [
        (COUNT, {"n": 50}, 8, "clamped", "a whole number from 1 to 8; plan() makes several calls", 0.84),
        (PROMPT, {"n": 3}, None, "dropped", NOWHERE, INF),
        (Param("g", Field.guidance, Num(-1, 1)), {"guidance": -5}, -1, "clamped", "a number from -1 to 1", 0.8),
        (Param("g", Field.guidance, Num(5, 9)), {"guidance": 0.5}, 5, "clamped", "a number from 5 to 9", 4.5),
        (Param("g", Field.guidance, Num(5001)), {"guidance": 1}, 5001, "clamped", "a number from 5001 up", 5000.0),
        (Param("g", Field.guidance, Num(5, 9)), {"guidance": 2}, 5, "clamped", "a number from 5 to 9", 1.5),
        (
            Param("kept", Field.strength, Num(0.2, 1, flip=True)),
            {"strength": 0.95},
            0.8,
            "clamped",
            "a number from 0.2 to 1",
            0.15,
        ),
        (
            Param("p", Field.prompt, Text(max_length=3)),
            {"prompt": "abcd"},
            "abc",
            "clamped",
            "text of at most 3 characters",
            INF,
        ),
        (Param("q", Field.quality, Quality("low", "high")), {"quality": "max"}, "high", "mapped", "low or high", INF),
        (
            Param("seed", Field.seed, Int(0, 99), unset=(0,)),
            {"seed": 0},
            1,
            "clamped",
            'a whole number from 0 to 99; 0 is the vendor\'s word for "not set"',
            1.0,
        ),
        (
            Param("seed", Field.seed, Int(0, 99), unset=(0,)),
            {"seed": 100},
            1,
            "clamped",
            "a whole number from 0 to 99",
            0.99,
        ),
    ],
)
def test_what_a_field_became(
    row: Any, fields: dict[str, Any], became: object, kind: str, why: str, loss: float
) -> None:
    ((name, wish),) = fields.items()
    assert told(asked(table(row), **fields)) == [(name, kind, wish, became, why, loss)]


def test_no_seed_has_a_reason_of_its_own_and_no_page() -> None:
    for target in (table(SEED), table(STEPS)):
        assert asked(target, seed=-1).changes == (
            Change("seed", "dropped", -1, None, '-1 means "no seed"', source=None),
        )


def test_what_entries_of_the_provider_options_became() -> None:
    target = table(Native("level", Int(1, 9)), Native("size", Int(1, 9)), Const("mode", "x"), unknown="refused")
    assert told(raw(target, level=12, size="y", mode="z", x=1)) == [
        ("provider_options.acme.level", "clamped", 12, 9, "a whole number from 1 to 9", 0.25),
        ("provider_options.acme.size", "dropped", "y", None, "a whole number from 1 to 9", INF),
        ("provider_options.acme.mode", "mapped", "z", "x", "always x", INF),
        ("provider_options.acme.x", "dropped", 1, None, "acme/muse has no field x", INF),
    ]


def test_a_number_out_of_all_proportion_has_a_finite_loss() -> None:
    (change,) = raw(table(Native("level", Int(10**400))), level=1).changes
    assert (change.kind, change.became, change.loss) == ("clamped", 10**400, 1e300)


def test_a_rule_on_a_raw_wire_of_a_size_is_named() -> None:
    words = Sizes((ShapeWords("ratio", ("1:1",), more=("own",)),))
    target = table(SEED, words, rules=[Rule({"seed": PRESENT}, {"ratio": ABSENT}, "seeds have no ratio")])
    assert told(raw(target, seed=1, ratio="own")) == [
        ("provider_options.acme.ratio", "dropped", "own", None, "seeds have no ratio", INF)
    ]


STYLED = table(
    Pictures("images", (Image("url"),), max=2),
    Pictures("styles", (Part(Image("url"), roles=("style",)),), max=1),
)
STYLE, OTHER_STYLE = Reference(url=URL, role="style"), Reference(url=OTHER, role="style")
FACE = Reference(url=OTHER, role="character")
FIRST, SECOND = Reference(url=URL), Reference(url=OTHER)


@pytest.mark.parametrize(
    ("target", "wish", "became", "kind", "why"),
    [
        (STYLED, [Reference(url=URL, weight=0.5)], (FIRST,), "mapped", "no field for the weight of a picture"),
        (STYLED, [STYLE, FACE], (STYLE,), "clamped", "no field for a picture in the role character"),
        (
            table(Pictures("images", (Image("url"),))),
            [STYLE, FACE],
            None,
            "dropped",
            "no field for a picture in the role style or character",
        ),
        (STYLED, [FIRST, SECOND, FIRST], (FIRST, SECOND), "clamped", "up to 2 URLs"),
        (STYLED, [STYLE, OTHER_STYLE], (STYLE,), "clamped", "a URL"),
        (STYLED, [STYLE, FIRST, SECOND, FIRST], (FIRST, SECOND, STYLE), "clamped", "up to 2 URLs"),
        (STYLED, [STYLE, OTHER_STYLE, FIRST], (FIRST, STYLE), "clamped", "up to 2 URLs"),
    ],
)
def test_what_references_became(target: Target, wish: list[Reference], became: object, kind: str, why: str) -> None:
    assert told(asked(evolve(target), references=wish)) == [("references", kind, tuple(wish), became, why, INF)]


@pytest.mark.parametrize(
    ("traits", "lost"),
    [
        ({"edits": "black"}, "the marking"),
        ({"edits": "black", "weight": 0.5}, "the weight and the marking"),
        ({"edits": "white", "role": "style"}, "the role and the marking"),
        ({"role": "style", "weight": 0.5}, "the role and the weight"),
    ],
)
def test_what_a_mask_became(traits: dict[str, Any], lost: str) -> None:
    mask = Reference(data=PNG, **traits)
    done = asked(table(Param("mask", Field.mask, Image("file"))), mask=mask)
    assert told(done) == [("mask", "mapped", mask, Reference(data=PNG), f"no field for {lost} of a picture", INF)]


def test_what_was_given_up_is_told_without_what_was_sent() -> None:
    given_up = to_request(Intent(size="600x600"), PAIRS, allow=Policy("dropped"))
    assert told(given_up) == [("size", "dropped", Size(600, 600), None, PAIRS_TEXT, INF)]
    one = to_request(
        Intent(aspect_ratio="16:9", resolution="4K"), PAIRS, allow=Policy(aspect_ratio="dropped", resolution="clamped")
    )
    assert [(name, kind, became, why) for name, kind, _, became, why, _ in told(one)] == [
        ("aspect_ratio", "dropped", None, PAIRS_TEXT),
        ("resolution", "clamped", Size(512, 512), PAIRS_TEXT),
    ]
    pictures = table(Pictures("images", (Image("url"),), max=2))
    three = to_request(Intent(references=[URL, OTHER, URL]), pictures, allow=Policy(references="dropped"))
    assert told(three) == [("references", "dropped", (FIRST, SECOND, FIRST), None, "up to 2 URLs", INF)]
    text = TextPart(Field.prompt, {"text": TEXT})
    parts = table(Content("parts", (text, Part(Image("url"), {"url": HOLE})), max=1, requires=(Field.prompt,)))
    both = to_request(Intent("a", references=[URL, OTHER]), parts, allow=Policy(references="dropped"))
    assert told(both) == [("references", "dropped", (FIRST, SECOND), None, "text for prompt, and a URL", INF)]
    count = to_request(Intent(n=90), table(COUNT), allow=Policy("dropped"))
    assert told(count) == [("n", "dropped", 90, None, "a whole number from 1 to 8", INF)]


def test_what_is_required_is_added() -> None:
    done = asked(table(WidthHeight("w", "h", ["512x512"], required=True)))
    assert told(done) == [("size", "added", None, Size(512, 512), "required: only 512x512", INF)]


def test_rules_are_named_once_each_with_their_pages() -> None:
    rules = [
        Rule({"fast": OneOf(True)}, {"steps": Int(max=20)}, "few", source="https://one.example"),
        Rule({"seed": PRESENT}, {"steps": Int(max=10)}, "fewer", source="https://two.example"),
        Rule({"seed": PRESENT}, {"steps": Int(min=2)}, "few", source="https://two.example"),
    ]
    pages = "https://one.example (2026-11-01); https://two.example (2026-11-01)"
    for steps, name in ((STEPS, "steps"), (Native("steps", Int(1, 60)), "provider_options.acme.steps")):
        target = table(SEED, steps, Native("fast", Flag()), rules=rules)
        done = raw(target, seed=1, fast=True, steps=50)
        assert done.changes == (Change(name, "clamped", 50, 10, "few; fewer", 0.8, source=pages),)


@pytest.mark.parametrize(
    ("condition", "became", "kind"), [(Count(0, 1), (FIRST,), "clamped"), (ABSENT, None, "dropped")]
)
def test_a_rule_on_pictures_is_named(condition: Domain, became: object, kind: str) -> None:
    pictures = Pictures("images", (Image("url"),), max=3)
    target = table(SEED, pictures, rules=[Rule({"seed": PRESENT}, {"images": condition}, "few with a seed")])
    done = asked(target, seed=1, references=[URL, OTHER])
    assert told(done) == [("references", kind, (FIRST, SECOND), became, "few with a seed", INF)]


@pytest.mark.parametrize(("asked", "became"), [([1], "x"), ("x", [1]), ([1], [{"a": [1]}]), ("x", "y")])
def test_what_a_change_holds_is_frozen(asked: object, became: object) -> None:
    change = Change("user", "mapped", asked, became, "w", 0.5, (), SOURCE)
    frozen = measuring._frozen(change)
    assert frozen == evolve(change, asked=freeze(asked), became=freeze(became))
    assert not isinstance(frozen.asked, list)
    assert not isinstance(frozen.became, list)


# ---- what is met


@pytest.mark.parametrize("fields", [{"n": 3}, {"steps": 5, "seed": 0}, {"strength": 1}, {"output_format": "png"}])
def test_what_is_said_as_it_was_asked_is_no_change(fields: dict[str, Any]) -> None:
    assert asked(MUSE, prompt="a", **fields).changes == ()


def test_numbers_are_met_as_json() -> None:
    assert asked(table(Param("guidance", Field.guidance, Int(1, 9))), guidance=3.0).changes == ()
    assert asked(table(Param("contrast", Field.guidance, OneOf(1.0, 1.3))), guidance=1).request == {"contrast": 1.0}


def test_zero_and_false_are_sent() -> None:
    target = table(SEED, Param("stream", Field.stream, Flag()), Param("g", Field.guidance, Num(0, 9)))
    done = asked(target, seed=0, stream=False, guidance=0)
    assert (done.request, done.changes) == ({"seed": 0, "stream": False, "g": 0}, ())


def test_auto_is_met_by_silence() -> None:
    for target in (table(PROMPT), table(PROMPT, Param("quality", Field.quality, Quality("low", "high")))):
        done = asked(target, prompt="a", quality="auto", background="auto")
        assert (done.request, done.changes) == ({"prompt": "a"}, ())


def test_auto_is_sent_where_there_is_a_word() -> None:
    target = table(Param("quality", Field.quality, Quality("auto", "low")))
    assert asked(target, quality="auto").request == {"quality": "auto"}


def test_there_is_at_most_one_change_a_field() -> None:
    done = to_request(
        Intent("x" * 2000, n=50, size="5000x10", quality="max", steps=99, references=[URL] * 9, background="blue"),
        MUSE,
        allow=ALL,
    )
    fields = [change.field for change in done.changes]
    assert sorted(fields) == ["background", "n", "prompt", "quality", "references", "size", "steps"]


# ---- references


MASKED = table(
    Pictures("images", (Image("url", "file"),), max=2), Param("mask", Field.mask, Image("file", edits="white"))
)


def test_the_order_of_references_counts_inside_a_role() -> None:
    target = table(Pictures("images", (Image("url"),)))
    assert asked(target, references=[URL, OTHER]).changes == ()
    assert to_intent(asked(target, references=[URL, OTHER]).request, target).references[0].url == URL


def test_a_weight_that_can_t_be_said_is_a_change() -> None:
    done = asked(table(Pictures("images", (Image("url"),))), references=[Reference(url=URL, weight=0.5)])
    assert kinds(done) == {"references": "mapped"}


@pytest.mark.parametrize("role", ["image", "source", "reference"])
def test_plain_roles_are_the_same(role: str) -> None:
    pictures = table(Pictures("images", (Image("url"),), max=2))
    assert asked(pictures, references=[Reference(url=URL, role=role)]).changes == ()
    lost = [change.why for change in asked(pictures, references=[Reference(url=URL, role=role, weight=0.5)]).changes]
    assert lost == ["no field for the weight of a picture"]


def test_media_type_and_size_are_no_wish() -> None:
    reference = Reference(data=PNG, media_type="image/png", size=Size(8, 8))
    assert asked(table(Pictures("images", (Image("file"),)), content="multipart"), references=[reference]).changes == ()


def test_a_mask_marked_as_the_vendor_wants_is_met() -> None:
    assert asked(MASKED, mask=Reference(data=PNG, edits="white")).changes == ()
    unmarked = table(Param("mask", Field.mask, Image("file")))
    assert asked(unmarked, mask=PNG).changes == ()


def test_a_marking_that_the_vendor_does_not_speak_of_is_a_change() -> None:
    unmarked = table(Param("mask", Field.mask, Image("file", "id")))
    assert kinds(asked(unmarked, mask=Reference(data=PNG, edits="black"))) == {"mask": "mapped"}
    assert kinds(asked(unmarked, mask=Reference(file_id="f", provider="acme", edits="white"))) == {"mask": "mapped"}
    assert asked(unmarked, mask=Reference(file_id="f", provider="acme")).changes == ()


def test_a_mask_without_a_row_is_dropped() -> None:
    assert kinds(asked(table(PROMPT), mask=PNG)) == {"mask": "dropped"}


# ---- why


def test_why_is_the_row_the_rule_or_that_there_is_no_such_field() -> None:
    assert only(asked(table(STEPS), steps=99).changes).why == "a whole number from 1 to 60"
    assert only(asked(table(STEPS), seed=9).changes).why == "acme/muse has no such field"
    assert "acme/muse has no field x" in only(raw(table(STEPS, unknown="refused"), x=9).changes).why


def test_a_rule_that_made_no_difference_is_not_named() -> None:
    rule = Rule({"seed": Int()}, {"steps": Int(max=60)}, "seeded")
    change = only(asked(table(SEED, STEPS, rules=[rule]), seed=1, steps=99).changes)
    assert "seeded" not in change.why


def test_a_rule_is_not_named_for_a_wire_that_is_wrong_by_itself() -> None:
    target = table(SEED, Native("level", Int(1, 9)), rules=[Rule({"seed": PRESENT}, {"level": Int(max=9)}, "seeded")])
    done = to_request(Intent(seed=1, provider_options={"acme": {"level": "x"}}), target)
    assert "seeded" not in only(done.changes).why


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({"weight": 0.5}, "the weight of"),
        ({"role": "style"}, "the role of"),
        ({"role": "style", "weight": 0.5}, "the role and the weight of"),
    ],
)
def test_what_of_a_picture_can_t_be_said_is_named(wish: dict[str, Any], words: str) -> None:
    every = table(Pictures("images", (Part(Image("url"), roles=("image", "style")),), max=2))
    assert words in only(asked(every, references=[Reference(url=URL, **wish)]).changes).why
    assert only(asked(every, references=[URL, OTHER, URL]).changes).why == "up to 2 URLs"


def test_how_a_mask_is_marked_is_named() -> None:
    unmarked = table(Param("mask", Field.mask, Image("file")))
    assert "the marking of" in only(asked(unmarked, mask=Reference(data=PNG, edits="black")).changes).why


def test_a_clamped_count_names_plan() -> None:
    assert "plan" in only(asked(MUSE, prompt="a", n=50).changes).why


# ---- what will come


def test_count_is_asked_default_fixed_or_unknown() -> None:
    count = Param("n", Field.n, Int(1, 8))
    assert asked(table(count), n=3).count == 3
    assert asked(table(count), n=50).count == 8
    assert asked(table(count)).count is None
    assert asked(MUSE, prompt="a").count == 1
    assert asked(table(Fixed(Field.n, 1))).count == 1
    assert asked(table(PROMPT)).count is None


def test_pixels_are_asked_default_fixed_or_unknown() -> None:
    assert asked(MUSE, prompt="a", size="64x64").pixels == Size(64, 64)
    assert asked(MUSE, prompt="a").pixels == Size(1024, 1024)
    assert asked(table(Fixed(Field.size, Size(64, 64)))).pixels == Size(64, 64)
    assert asked(table(SizeText("size", ("64x64",)))).pixels is None


def test_a_fixed_size_meets_or_clamps_the_wish() -> None:
    target = table(Fixed(Field.size, Size(1024, 1024)))
    assert asked(target, size="1024x1024").changes == ()
    assert asked(target, aspect_ratio="1:1", resolution="1K").changes == ()
    assert kinds(asked(target, size="64x64")) == {"size": "clamped"}
    assert kinds(asked(target, aspect_ratio="16:9")) == {"aspect_ratio": "mapped"}


def test_a_fixed_size_may_be_written_as_text() -> None:
    done = asked(table(Fixed(Field.size, "64x64")), size="64x64")
    assert (done.pixels, done.changes) == (Size(64, 64), ())


def test_a_fixed_ratio_or_tier_by_name() -> None:
    target = table(Fixed(Field.resolution, "1K"))
    assert asked(target, resolution="1K").changes == ()
    change = only(asked(target, resolution="2K").changes)
    assert (change.kind, change.became) == ("clamped", "1K")  # less picture than asked
    assert only(asked(table(Fixed(Field.resolution, "4K")), resolution="2K").changes).kind == "mapped"


def test_without_a_row_for_the_shape_all_of_it_is_dropped() -> None:
    done = asked(table(PROMPT), prompt="a", size="1024x1024", aspect_ratio="1:1", resolution="1K")
    assert kinds(done) == {"size": "dropped", "aspect_ratio": "dropped", "resolution": "dropped"}


def test_asked_and_became_are_frozen() -> None:
    done = raw(table(Const("mode", "x"), unknown="refused"), tags=["a", {"b": [1]}])
    assert only(done.changes).asked == ("a", {"b": (1,)})
    assert hash(only(done.changes))


def test_an_own_wire_is_named_by_its_path() -> None:
    done = raw(table(Native("a.b", Flag()), unknown="refused"), a={"b": True, "c": 1})
    assert done.request == {"a": {"b": True}}
    assert kinds(done) == {"provider_options.acme.a.c": "dropped"}


def test_size_loss_where_pixels_are_known_on_one_side_only() -> None:
    words = table(RatioTier("ratio", ("1:1", "16:9")))
    assert only(asked(words, size="1024x1024").changes).loss == float("inf")
    assert only(asked(words, aspect_ratio="9:16").changes).loss == pytest.approx(0.5754, abs=1e-3)
    assert only(asked(table(WidthHeight("w", "h", ["64x64"])), aspect_ratio="2:1").changes).loss == pytest.approx(
        0.6931, abs=1e-4
    )
