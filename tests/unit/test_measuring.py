"""Changes are measured: what was met, what kind of change it took, how far it went, and why."""

from __future__ import annotations

from typing import Any

import pytest

from imgparams import ALL, Intent, Reference, Size, to_intent, to_request
from imgparams.tables import (
    PRESENT,
    Const,
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
    SizeText,
    Text,
    WidthHeight,
    Words,
)
from tests.unit.tables import MUSE, OTHER, PNG, PROMPT, SEED, STEPS, URL, asked, kinds, only, raw, table

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
