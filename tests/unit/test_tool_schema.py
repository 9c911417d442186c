"""The schema of an LLM's tool, to the letter: what it offers of any target, and of small ones with a rule each."""

from __future__ import annotations

from typing import Any

import pytest

from imgparams import Invalid, Target
from imgparams.contract import AnyRule
from imgparams.export import tool_schema
from imgparams.tables import (
    ABSENT,
    PRESENT,
    AnyOf,
    Domain,
    Field,
    Grid,
    Image,
    Int,
    Json,
    Native,
    Not,
    Num,
    OneOf,
    Param,
    Pictures,
    Product,
    Row,
    Rule,
    Text,
    WidthHeight,
)
from imgparams.wording import ABOUT
from tests.unit.tables import PROMPT, SEED, STEPS, table

PROMPTED = {"prompt": {"type": "string"}}
SEEDS = {"seed": {"type": ["integer", "null"], "minimum": 0, "maximum": 2**32 - 1}}
URLS = {
    "type": "object",
    "properties": {"url": {"type": "string", "pattern": "^https://"}},
    "required": ["url"],
    "additionalProperties": False,
}
EVERY = tuple(name for name in ABOUT if name not in ("size", "mask", "stream"))


def offered(target: Target | None, *only: str) -> dict[str, Any]:
    """Field -> what the tool takes for it, without the descriptions."""
    schema = tool_schema(target, only=only)
    kept = schema["properties"]
    assert schema == {"type": "object", "properties": kept, "required": list(kept), "additionalProperties": False}
    assert all(kept[name].pop("description") for name in kept)
    return dict(kept)


def whole(*ends: int, **facts: Any) -> dict[str, Any]:
    """A few whole numbers or null."""
    return {"type": ["integer", "null"], "enum": [*range(ends[0], ends[1] + 1), None], **facts}


# ---- any target


def test_a_size_is_two_numbers_and_references_are_urls() -> None:
    assert offered(None, "references", "size") == {
        "size": {"type": ["string", "null"], "pattern": "^[1-9][0-9]{1,4}x[1-9][0-9]{1,4}$"},
        "references": {"type": ["array", "null"], "items": URLS, "minItems": 1, "maxItems": 16},
    }


def test_numbers_have_their_usual_ends() -> None:
    twentieths = [at / 20 for at in range(21)]
    assert offered(None, "guidance", "strength", "seed", "n", "steps") == {
        "n": whole(1, 10),
        "seed": {"type": ["integer", "null"], "minimum": 0, "maximum": 2**31 - 1},
        "guidance": {"type": ["number", "null"], "minimum": 0, "maximum": 30},
        "steps": {"type": ["integer", "null"], "minimum": 1, "maximum": 100},
        "strength": {"type": ["number", "null"], "enum": [*twentieths, None]},
    }


def test_every_field_says_what_it_is_for() -> None:
    said = {name: schema["description"] for name, schema in tool_schema(only=EVERY)["properties"].items()}
    assert said == {name: ABOUT[name] for name in EVERY} | {"references": "URLs of pictures to work from."}


@pytest.mark.parametrize(
    ("only", "problem"),
    [
        ("promt", "error unknown_field at promt: a tool has no such field; did you mean 'prompt'?"),
        ("mask", "error unknown_field at mask: a tool has no such field"),
    ],
)
def test_a_field_that_a_tool_can_not_have(only: str, problem: str) -> None:
    with pytest.raises(Invalid) as caught:
        tool_schema(only=("size", "aspect_ratio", only))
    assert list(map(str, caught.value.problems)) == [
        problem,
        "error conflict at size: give either size, or aspect_ratio and resolution",
    ]


def test_by_default_a_tool_says_the_shape_in_ratios_and_tiers() -> None:
    assert [*offered(None)] == [
        *("prompt", "negative_prompt", "aspect_ratio", "resolution", "quality", "n", "seed"),
        *("output_format", "background"),
    ]
    free = table(PROMPT, WidthHeight("w", "h", Grid(Int(256, 2048, multiple_of=16))))
    assert [*offered(free)] == ["prompt", "aspect_ratio", "resolution"]
    assert offered(free)["resolution"] == {"type": ["string", "null"], "enum": ["512", "1K", "2K", None]}


# ---- one target


@pytest.mark.parametrize(
    ("row", "schema"),
    [
        (STEPS, {"steps": {"type": ["integer", "null"], "minimum": 1, "maximum": 60}}),
        (Param("steps", Field.steps, Int(1, 32)), {"steps": whole(1, 32)}),
        (
            Param("steps", Field.steps, Int(1, 33)),
            {"steps": {"type": ["integer", "null"], "minimum": 1, "maximum": 33}},
        ),
        (
            Param("steps", Field.steps, Int(8, 800, multiple_of=8)),
            {"steps": {"type": ["integer", "null"], "minimum": 8, "maximum": 800, "multipleOf": 8}},
        ),
        (
            Param("g", Field.guidance, Num(0, 20)),
            {"guidance": {"type": ["number", "null"], "minimum": 0, "maximum": 20}},
        ),
        (
            Param("s", Field.strength, Num(0.2, 0.31)),
            {"strength": {"type": ["number", "null"], "enum": [0.2, 0.25, 0.3, None]}},
        ),
        (
            Param("neg", Field.negative_prompt, Text(max_length=9)),
            {"negative_prompt": {"type": ["string", "null"], "maxLength": 9}},
        ),
        (
            Pictures("p", (Image("url"),), min=2, max=3),
            {"references": {"type": ["array", "null"], "items": URLS, "minItems": 2, "maxItems": 3}},
        ),
        (
            Pictures("p", (Image("url"),)),
            {"references": {"type": ["array", "null"], "items": URLS, "minItems": 1, "maxItems": 16}},
        ),
        (Pictures("p", (Image("base64"),)), {}),  # no URLs, and a model has nothing else
        (Param("user", Field.user, Json()), {}),
        (Param("neg", Field.negative_prompt, Text(pattern="a+")), {}),
        (Product(Field.n, ("a", Int(1, 4)), ("b", Int(1, 2))), {"n": whole(1, 4)}),  # not 5, 6 and 7
    ],
)
def test_what_a_row_takes_is_offered(row: Row, schema: dict[str, Any]) -> None:
    assert offered(table(PROMPT, row), *EVERY) == PROMPTED | schema


def test_sizes_are_those_of_the_list_or_of_the_usual_ratios() -> None:
    listed = table(PROMPT, WidthHeight("w", "h", ["512x512", "512x1024"]))
    assert offered(listed, "size") == {"size": {"type": ["string", "null"], "enum": ["512x512", "512x1024", None]}}
    free = table(PROMPT, WidthHeight("w", "h", Grid(Int(256, 512, multiple_of=128))))
    sizes = ["512x512", "512x384", "384x512", "384x256", "256x384", "512x256", "256x512", None]
    assert offered(free, "size") == {"size": {"type": ["string", "null"], "enum": sizes}}


def test_what_the_target_would_choose_by_itself_can_not_be_left_out() -> None:
    sized = table(PROMPT, WidthHeight("w", "h", ["512x512", "512x1024"], required=True))
    assert offered(sized, "size", "prompt") == {
        **PROMPTED,
        "size": {"type": "string", "enum": ["512x512", "512x1024"]},
    }


def test_a_target_that_takes_nothing_without_a_change_has_no_tool() -> None:
    for only in ((), ("prompt", "seed")):
        with pytest.raises(Invalid) as caught:
            tool_schema(table(Param("prompt", Field.prompt, Text(pattern="z+"))), only=only)
        assert list(map(str, caught.value.problems)) == [
            "error not_allowed at acme/muse: it takes none of these fields without a change"
        ]


# ---- rules


def no_seed(**when: Domain) -> Rule:
    return Rule(when, {"seed": ABSENT}, "no seed then")


GUIDANCE, NEGATIVE = Param("guidance", Field.guidance, Num(0, 20)), Param("neg", Field.negative_prompt, Text())
COUNT = Param("steps", Field.steps, Int(5, 60))


@pytest.mark.parametrize(
    ("row", "rule", "schema"),
    [
        (STEPS, no_seed(steps=OneOf(7)), {"steps": whole(1, 6)}),
        (STEPS, no_seed(steps=OneOf(7, "x")), {"steps": whole(1, 6)}),
        (STEPS, no_seed(steps=Int(min=50)), {"steps": {"type": ["integer", "null"], "minimum": 1, "maximum": 49}}),
        (STEPS, no_seed(steps=Not(Int(5, 9))), {"steps": whole(5, 9)}),
        (
            STEPS,
            no_seed(steps=AnyOf(Int(34, 35), OneOf(40))),
            {"steps": {"type": ["integer", "null"], "minimum": 1, "maximum": 33}},
        ),
        (COUNT, no_seed(steps=Int(multiple_of=7)), {"steps": whole(5, 6)}),
        (
            GUIDANCE,
            no_seed(guidance=Num(6, 8)),
            {"guidance": {"type": ["number", "null"], "minimum": 0, "maximum": 5.5}},
        ),
        (
            GUIDANCE,
            Rule({"seed": PRESENT}, {"guidance": Int(2, 7)}, "whole"),
            {"guidance": {"type": ["number", "null"], "minimum": 2, "maximum": 2}},
        ),
        (
            NEGATIVE,
            no_seed(neg=Text(min_length=5, max_length=6)),
            {"negative_prompt": {"type": ["string", "null"], "maxLength": 4}},
        ),
        (NEGATIVE, no_seed(neg=PRESENT), {}),  # an empty text is nothing to offer
    ],
)
def test_values_that_a_rule_changes_beside_a_seed_are_left_out(row: Row, rule: AnyRule, schema: dict[str, Any]) -> None:
    assert offered(table(PROMPT, SEED, row, rules=[rule]), *EVERY) == PROMPTED | SEEDS | schema


def test_a_rule_on_what_a_field_sets_by_default_ties_that_field() -> None:
    mode = Native("mode", Int(0, 9), default=5, default_when={"steps": OneOf(7)})
    target = table(PROMPT, STEPS, SEED, mode, rules=[no_seed(mode=OneOf(5))])
    assert offered(target, "prompt", "seed", "steps") == {**PROMPTED, **SEEDS, "steps": whole(1, 6)}


def test_what_goes_only_with_some_of_two_other_fields_is_left_out() -> None:
    rule = Rule({"seed": PRESENT, "q": OneOf("high")}, {"n": Int(1, 2)}, "two at most")
    rows = (Param("q", Field.quality, OneOf("low", "high")), Param("n", Field.n, Int(1, 4)), SEED)
    assert offered(table(PROMPT, *rows, rules=[rule]), "prompt", "quality", "n", "seed") == {
        **PROMPTED,
        "quality": {"type": ["string", "null"], "enum": ["low", None]},
        "n": whole(1, 4),
        **SEEDS,
    }


def test_what_a_rule_changes_whatever_a_third_field_is_goes_from_one_of_the_two() -> None:
    rule = Rule({"seed": PRESENT}, {"n": Int(1, 2), "q": OneOf("low", "high")}, "two at most")
    rows = (Param("q", Field.quality, OneOf("low", "high")), Param("n", Field.n, Int(1, 4)), SEED)
    assert offered(table(PROMPT, *rows, rules=[rule]), "prompt", "quality", "n", "seed") == {
        **PROMPTED,
        "quality": {"type": ["string", "null"], "enum": ["low", "high", None]},
        "n": whole(1, 2),
        **SEEDS,
    }


def test_references_that_choose_an_operation_are_tied_to_its_fields() -> None:
    style = Pictures("styles", (Image("url"),), max=1)
    edit = table(PROMPT, SEED, Pictures("images", (Image("url"),), max=4), name="acme/muse:edit")
    target = table(PROMPT, SEED, STEPS, style, operations={"edit": edit})
    assert offered(target, "prompt", "seed", "references") == {
        **PROMPTED,
        **SEEDS,
        "references": {"type": ["array", "null"], "items": URLS, "minItems": 1, "maxItems": 1},
    }


def test_too_many_combinations_are_not_tried_and_a_field_of_many_words_goes() -> None:
    words = {
        "quality": ("low", "medium", "high"),
        "output_format": ("png", "jpeg", "webp"),
        "delivery": ("url", "base64"),
        "background": ("transparent", "opaque", "auto"),
        "n": tuple(range(1, 9)),
        "steps": tuple(range(10, 19)),
    }
    rows = [Param(name, Field(name), OneOf(*listed)) for name, listed in words.items()]
    mode = Native("mode", OneOf("a", "b"), default="a")
    rule = Rule({**dict.fromkeys(words, PRESENT), "mode": OneOf("a")}, {"quality": ABSENT}, "not all six")
    kept = offered(table(*rows, PROMPT, mode, rules=[rule]), *words, "prompt")
    assert {name: tuple(schema["enum"][:-1]) for name, schema in kept.items() if name != "prompt"} == {
        name: listed for name, listed in words.items() if name != "steps"
    }


def test_pictures_are_among_the_usual_fields_where_no_text_is_taken_alone() -> None:
    mixed = table(
        PROMPT,
        SEED,
        Pictures("images", (Image("url"),), max=2),
        Native("mixed", OneOf(True)),
        rules=[Rule({"images": ABSENT}, {"mixed": PRESENT}, "text alone is answered with text and pictures")],
    )
    found = offered(mixed)
    assert list(found) == ["prompt", "seed", "references"]
    assert found["references"] == {"type": "array", "items": URLS, "minItems": 1, "maxItems": 2}
    with pytest.raises(Invalid, match="none of these fields"):
        tool_schema(mixed, only=("prompt", "seed"))
    alone = table(PROMPT, SEED, Pictures("images", (Image("url"),), max=2))
    assert list(offered(alone)) == ["prompt", "seed"]
