"""Several calls for one intent: the images add up, no seed comes twice, and money is not spent unasked."""

from __future__ import annotations

from typing import Any

import pytest

from imgparams import (
    STRICT,
    Change,
    Intent,
    Policy,
    Problem,
    Reference,
    Refused,
    Target,
    Translation,
    find,
    plan,
    rank,
    to_request,
)
from imgparams.ranking import loss
from imgparams.tables import ABSENT, Field, Fixed, Image, Int, Native, OneOf, Param, Pictures, Rule, Text
from tests.unit.tables import PNG, PROMPT, SEED, STEPS, URL, table

FOUR = Param("n", Field.n, Int(1, 4, round_down=True), default=1)
BATCH = table(PROMPT, FOUR, SEED)


def counts(parts: tuple[Translation, ...]) -> list[int | None]:
    return [part.count for part in parts]


def seeds(parts: tuple[Translation, ...]) -> list[int]:
    """The seed of every image of a run: a call counts its seed upwards."""
    return [part.request["seed"] + number for part in parts for number in range(part.count or 0)]


def planned(target: Target, n: int | None = None, **fields: Any) -> tuple[Translation, ...]:
    return plan(Intent("a", n=n, **fields), target)


def test_the_parts_give_all_images() -> None:
    assert counts(planned(BATCH, 10)) == [4, 4, 2]
    assert [part.request["n"] for part in planned(BATCH, 10)] == [4, 4, 2]


def test_the_parts_report_no_change_of_n() -> None:
    assert [part.changes for part in planned(BATCH, 10)] == [(), (), ()]


def test_what_fits_is_one_call() -> None:
    for n in (1, 4, None):
        assert len(planned(BATCH, n)) == 1
    assert planned(BATCH)[0].request == {"prompt": "a"}


def test_a_count_that_is_not_known_is_one_call() -> None:
    (part,) = planned(table(PROMPT), 5)
    assert [(change.field, change.kind) for change in part.changes] == [("n", "dropped")]


def test_one_image_a_call() -> None:
    assert counts(planned(table(PROMPT, Fixed(Field.n, 1)), 3)) == [1, 1, 1]


def test_no_call_gives_more_than_is_left() -> None:
    target = table(PROMPT, Param("n", Field.n, OneOf(1, 4, round_down=True), default=1))
    assert counts(planned(target, 6)) == [4, 1, 1]


def test_the_smallest_legal_call_may_exceed_what_is_asked() -> None:
    target = table(PROMPT, Param("n", Field.n, Int(4, 8, round_down=True), default=4))
    (part,) = planned(target, 2)
    assert part.count == 4
    assert [(change.kind, change.became) for change in part.changes] == [("clamped", 4)]


def test_the_last_call_may_exceed_what_is_left() -> None:
    target = table(PROMPT, Param("n", Field.n, Int(2, 4, round_down=True), default=2))
    parts = planned(target, 5)
    assert counts(parts) == [4, 2]
    assert [change.field for change in parts[1].changes] == ["n"]
    with pytest.raises(Refused):
        plan(Intent("a", n=5), target, allow=STRICT)


# ---- seeds


def test_no_seed_comes_twice() -> None:
    parts = planned(BATCH, 10, seed=7)
    assert seeds(parts) == list(range(7, 17))
    assert [part.changes for part in parts] == [(), (), ()]


def test_the_first_seed_is_lowered_so_that_the_run_fits() -> None:
    target = table(PROMPT, FOUR, Param("seed", Field.seed, Int(0, 100)))
    parts = planned(target, 10, seed=99)
    assert seeds(parts) == list(range(91, 101))
    (change,) = parts[0].changes
    assert (change.field, change.kind, change.asked, change.became) == ("seed", "clamped", 99, 91)
    assert [part.changes for part in parts[1:]] == [(), ()]


def test_a_seed_below_the_least_is_folded_and_the_run_fits() -> None:
    target = table(PROMPT, FOUR, Param("seed", Field.seed, Int(1, 100), unset=(0,)))
    parts = planned(target, 8, seed=0)
    assert seeds(parts) == list(range(93, 101))


def test_a_lowered_seed_may_be_refused() -> None:
    target = table(PROMPT, FOUR, Param("seed", Field.seed, Int(0, 100)))
    with pytest.raises(Refused) as caught:
        plan(Intent("a", n=10, seed=99), target, allow=STRICT)
    assert [change.field for change in caught.value.refused] == ["seed"]


def test_fewer_seeds_than_images_are_refused() -> None:
    target = table(PROMPT, FOUR, Param("seed", Field.seed, Int(0, 5)))
    with pytest.raises(Refused) as caught:
        planned(target, 8, seed=0)
    assert [(problem.code, problem.path) for problem in caught.value.problems] == [("out_of_range", ("seed",))]


def test_a_fixed_default_seed_counts_as_asked() -> None:
    target = table(PROMPT, FOUR, Param("seed", Field.seed, Int(0, 100), default=12))
    assert seeds(planned(target, 8)) == list(range(12, 20))


def test_a_seed_in_the_provider_options_counts_as_asked() -> None:
    target = table(PROMPT, FOUR, Param("random_seed", Field.seed, Int(0, 100)))
    parts = plan(Intent("a", n=8, provider_options={"acme": {"random_seed": 5}}), target)
    assert [part.request["random_seed"] for part in parts] == [5, 9]


def test_a_lowered_seed_is_still_a_change_when_a_need_is_met() -> None:
    target = table(PROMPT, FOUR, Param("seed", Field.seed, Int(0, 100)), Pictures("images", (Image("url"),)))
    first = planned(target, 8, seed=99, references=[PNG])[0]
    done = first.supply({"references[0]": Reference(url=URL)})
    assert [(change.field, change.asked, change.became) for change in done.changes] == [("seed", 99, 93)]
    assert done.changes == first.changes


def test_without_a_seed_none_is_sent() -> None:
    assert all("seed" not in part.request for part in planned(BATCH, 10))


def test_a_seed_where_there_is_none_is_dropped_in_each() -> None:
    parts = planned(table(PROMPT, FOUR), 8, seed=3)
    assert [[change.field for change in part.changes] for part in parts] == [["seed"], ["seed"]]


def test_seeds_without_limits() -> None:
    target = table(PROMPT, FOUR, Param("seed", Field.seed, Int()))
    assert seeds(planned(target, 8, seed=2**40)) == list(range(2**40, 2**40 + 8))


def test_a_fixed_seed_that_can_t_be_said_is_left() -> None:
    parts = planned(table(PROMPT, FOUR, Fixed(Field.seed, 5)), 8)
    assert [part.request for part in parts] == [{"prompt": "a", "n": 4}] * 2


# ---- limits and permission


def test_above_the_limit_it_is_refused_at_once() -> None:
    with pytest.raises(Refused) as caught:
        planned(BATCH, 10**9)
    assert [(problem.code, problem.path) for problem in caught.value.problems] == [("too_many", ("n",))]
    assert len(plan(Intent("a", n=12), BATCH, limit=3)) == 3
    with pytest.raises(Refused):
        plan(Intent("a", n=13), BATCH, limit=3)


def test_the_limit_counts_the_calls_that_are_made() -> None:
    target = table(PROMPT, Param("n", Field.n, OneOf(1, 4, round_down=True), default=1))
    with pytest.raises(Refused) as caught:
        plan(Intent("a", n=7), target, limit=3)  # 4, 1, 1, 1
    assert caught.value.problems[0].code == "too_many"


def test_n_is_no_change_although_nothing_is_allowed() -> None:
    assert counts(plan(Intent("a", n=10), BATCH, allow=STRICT)) == [4, 4, 2]


def test_other_changes_are_judged_as_ever() -> None:
    with pytest.raises(Refused):
        plan(Intent("a", n=10, quality="high"), BATCH, allow=STRICT)
    parts = plan(Intent("a", n=10, steps=99), BATCH.but(STEPS), allow=Policy("clamped"))
    assert [part.request["steps"] for part in parts] == [60] * 3


def test_a_rule_on_the_count_is_kept() -> None:
    rule = Rule({"mode": OneOf("hd")}, {"n": Int(max=2)}, "two at most in hd")
    target = table(PROMPT, FOUR, Native("mode", OneOf("hd", "sd")), rules=[rule])
    parts = plan(Intent("a", n=5, provider_options={"acme": {"mode": "hd"}}), target)
    assert counts(parts) == [2, 2, 1]


def test_plan_takes_the_edit_operation() -> None:
    edit = table(PROMPT, FOUR, Pictures("image", (Image("url"),)), name="acme/muse:edit")
    target = table(PROMPT, Param("n", Field.n, Int(1, 9)), operations={"edit": edit})
    parts = planned(target, 8, references=["https://example.com/a.png"])
    assert [part.target for part in parts] == [edit, edit]


def test_an_unbounded_text_seed_is_nothing_to_count() -> None:
    assert counts(planned(table(PROMPT, Native("x", Text()), FOUR), 5)) == [4, 1]


def test_seeds_that_a_rule_narrows_do_not_come_twice() -> None:
    options = {"leonardo": {"modelId": "b2614463-296c-462a-9586-aafdb8f00e36"}}
    parts = plan(Intent("x", n=16, seed=3 * 10**9, provider_options=options), find("leonardo/generation"))
    assert len({part.request["seed"] for part in parts}) == len(parts) == 4


# ---- several targets


SMALL = table(PROMPT, Param("seed", Field.seed, Int(0, 100)), name="acme/small")
MUTE = table(PROMPT, name="acme/mute")
OLD = BATCH.but(name="acme/old", status="retired")


def ranked(*targets: Target, **fields: Any) -> list[str]:
    return [done.target.name for done in rank(Intent("a", **fields), targets)]


def test_the_least_loss_comes_first() -> None:
    assert ranked(MUTE, SMALL, BATCH, seed=2**20) == ["acme/muse", "acme/small", "acme/mute"]
    assert ranked(SMALL, SMALL.but(name="acme/other", domains={"seed": Int(0, 2**19)}), seed=2**20)[0] == "acme/other"


def test_fewer_dropped_fields_come_before_smaller_losses() -> None:
    lossy = table(
        PROMPT, Param("n", Field.n, Int(1, 1, round_down=True)), Param("seed", Field.seed, Int(0, 1)), name="acme/lossy"
    )
    assert ranked(SMALL, lossy, n=9, seed=50) == ["acme/lossy", "acme/small"]


def test_needs_then_status_then_the_order_given_decide_between_equals() -> None:
    hosted = BATCH.but(Pictures("images", (Image("url"),)), name="acme/hosted")
    direct = BATCH.but(Pictures("images", (Image("url", "data"),)), name="acme/direct")
    assert ranked(hosted, direct, references=[PNG]) == ["acme/direct", "acme/hosted"]
    assert ranked(OLD, SMALL, MUTE, BATCH) == ["acme/small", "acme/mute", "acme/muse", "acme/old"]
    assert ranked() == []


def test_targets_that_would_be_refused_are_left_out() -> None:
    ask, targets = Intent("a", seed=2**20), (MUTE, SMALL, BATCH)
    assert [done.target.name for done in rank(ask, targets, allow="clamped")] == ["acme/muse", "acme/small"]
    assert rank(ask, targets, allow=STRICT) == (to_request(ask, BATCH, allow=STRICT),)
    assert rank(ask, targets, allow=Policy()) == rank(ask, targets) != ()


def test_what_is_dropped_because_no_other_change_is_allowed_counts_as_dropped() -> None:
    ask = Intent("a", seed=101)
    assert [done.target.name for done in rank(ask, (SMALL, MUTE.but(status="preview")))] == ["acme/small", "acme/mute"]
    found = rank(ask, (SMALL.but(status="retired"), MUTE), allow=Policy(seed="dropped"))
    assert [done.target.name for done in found] == ["acme/mute", "acme/small"]
    assert [loss(done)[0] for done in found] == [1, 1]


def test_none_that_is_let_through_is_refused_with_the_nearest() -> None:
    with pytest.raises(Refused) as caught:
        rank(Intent("a", seed=2**20, n=9), (MUTE, BATCH, SMALL), allow=STRICT)
    assert [(change.field, change.kind) for change in caught.value.refused] == [("n", "clamped")]
    assert rank(Intent("a"), (), allow=STRICT) == ()


def test_loss_is_the_order_of_rank() -> None:
    found = rank(Intent("a", seed=2**20, n=9), (MUTE, SMALL, BATCH, OLD))
    assert list(found) == sorted(found, key=loss)
    assert loss(to_request(Intent("a"), MUTE)) < loss(to_request(Intent("a", n=2), MUTE))


def test_no_seed_asked_is_none_where_the_vendor_has_one_fixed_seed() -> None:
    fixed = table(PROMPT, Param("seed", Field.seed, Int(0, 100), default=12), Param("n", Field.n, Int(1, 2)))
    parts = plan(Intent("a", n=4, seed=-1), fixed)
    assert [(part.request["n"], part.request["seed"]) for part in parts] == [(2, 12), (2, 14)]


# ---- to the letter


def narrow(low: int | None, high: int | None, *unset: int, most: int = 1, **facts: Any) -> Target:
    seed = Param("seed", Field.seed, Int(low, high), unset=unset, **facts)
    return table(PROMPT, Param("n", Field.n, Int(1, most, round_down=True), default=1), seed)


def run_of(target: Target, n: int, seed: int | None) -> list[int]:
    return seeds(planned(target, n, seed=seed))


def refused(*arguments: Any, **facts: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        plan(*arguments, **facts)
    return caught.value


@pytest.mark.parametrize(
    ("low", "high", "unset", "seed", "expected"),
    [
        (0, 9, (), 0, [0, 1, 2]),
        (0, 9, (), 7, [7, 8, 9]),
        (0, 9, (), 8, [7, 8, 9]),
        (0, 9, (), 9, [7, 8, 9]),
        (0, 2, (), 2, [0, 1, 2]),
        (1, 9, (), 1, [1, 2, 3]),
        (1, 9, (), 0, [7, 8, 9]),  # folded to 9 first
        (None, 9, (), -5, [-5, -4, -3]),
        (0, None, (), 10**6, [10**6, 10**6 + 1, 10**6 + 2]),
        (0, None, (), -5, [0, 1, 2]),
        (-1, 9, (-1,), 0, [0, 1, 2]),
        (0, 9, (3,), 0, [0, 1, 2]),
        (0, 9, (3,), 1, [4, 5, 6]),
        (0, 9, (3,), 2, [4, 5, 6]),
        (0, 9, (3, 5), 1, [6, 7, 8]),
        (0, 9, (8,), 6, [5, 6, 7]),
        (0, 9, (7, 9), 6, [4, 5, 6]),
        (0, 9, (9,), 7, [6, 7, 8]),
        (0, 9, (6, 9), 8, [3, 4, 5]),
        (-9, 9, (), -3, [0, 1, 2]),  # -1 is no seed, wherever it is legal
        (-9, 1, (), 0, [-4, -3, -2]),
        (-9, 9, (0,), -2, [1, 2, 3]),
    ],
)
def test_where_a_run_of_seeds_begins(
    low: int | None, high: int | None, unset: tuple[int, ...], seed: int, expected: list[int]
) -> None:
    assert run_of(narrow(low, high, *unset), 3, seed) == expected


def test_a_lowered_seed_is_told_to_the_letter() -> None:
    why = "3 images need 3 seeds in a row: a whole number from 0 to 9"
    (first, *others) = planned(narrow(0, 9), 3, seed=9)
    assert first.changes == (Change("seed", "clamped", 9, 7, why, 2 / 9),)
    assert [part.changes for part in others] == [(), ()]
    error = refused(Intent("a", n=3, seed=9), narrow(0, 9), allow=Policy(seed=()))
    assert error.refused == error.changes[-1:] == first.changes


@pytest.mark.parametrize("unset", [(), (1,)])
def test_too_few_seeds_are_told_to_the_letter(unset: tuple[int, ...]) -> None:
    error = refused(Intent("a", n=3, seed=1), narrow(0, 1 if not unset else 3, *unset))
    (problem,) = error.problems
    assert (problem.level, problem.code, problem.path, problem.field) == ("error", "out_of_range", ("seed",), "seed")
    assert problem.why.startswith("3 images need 3 seeds in a row: a whole number from 0 to ")


def test_the_limit_of_calls_to_the_letter() -> None:
    one = table(PROMPT, Fixed(Field.n, 1))
    assert len(planned(one, 100)) == 100
    error = refused(Intent("a", n=101), one)
    why = "101 images take more than 100 requests of up to 1"
    assert error.problems == (Problem("error", "too_many", ("n",), 101, why, field="n"),)
    assert error.changes == error.refused == to_request(Intent("a", n=101), one).changes
    assert len(plan(Intent("a", n=8), BATCH, limit=2)) == 2
    assert refused(Intent("a", n=9), BATCH, limit=2).problems[0].value == 9


def test_calls_that_come_out_smaller_than_the_first_count_too() -> None:
    target = table(PROMPT, Param("n", Field.n, OneOf(1, 4, round_down=True), default=1))
    error = refused(Intent("a", n=7), target, limit=2)
    assert error.problems == (Problem("error", "too_many", ("n",), 7, "this takes more than 2 requests"),)


def test_what_is_no_intent_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="an Intent, not a dict"):
        plan({"prompt": "a"}, BATCH)  # type: ignore[arg-type]


def test_a_seed_that_would_be_used_twice_is_refused() -> None:
    odd = Param("seed", Field.seed, OneOf(0, 5))  # no run fits: each seed becomes the nearest of two
    target = table(PROMPT, FOUR, odd)
    error = refused(Intent("a", n=8, seed=4), target)
    assert error.problems == (
        Problem("error", "conflict", ("seed",), 5, "the seed 5 would be used twice", field="seed"),
    )


def change_of(name: str, asked: object, became: object, why: str, loss: float) -> Change:
    return Change(name, "clamped", asked, became, why, loss, source="https://wiki.example/muse (2026-11-01)")


DROPPED = Change(
    "quality", "dropped", "high", None, "acme/muse has no such field", source="https://wiki.example/muse (2026-11-01)"
)


def test_what_a_plan_refuses_has_every_change() -> None:
    fewer = change_of("n", 9, 4, "a whole number from 1 to 4; plan() makes several calls", 5 / 9)
    error = refused(Intent("a", n=9, quality="high"), BATCH, limit=2)
    assert error.changes == error.refused == (DROPPED, fewer)
    ask = Intent("a", n=3, seed=9, quality="high")
    why = "3 images need 3 seeds in a row: a whole number from 0 to 9"
    error = refused(ask, narrow(0, 9), allow=Policy(seed=()))
    one = change_of("n", 3, 1, "only 1; plan() makes several calls", 2 / 3)
    lower = Change("seed", "clamped", 9, 7, why, 2 / 9)
    assert (error.problems, error.changes, error.refused) == ((), (DROPPED, one, lower), (lower,))
    twice = refused(
        Intent("a", n=8, seed=4, quality="high"), table(PROMPT, FOUR, Param("seed", Field.seed, OneOf(0, 5)))
    )
    assert twice.changes == twice.refused == (DROPPED, change_of("seed", 4, 5, "0 or 5", 1 / 4))


@pytest.mark.parametrize(
    ("low", "high", "unset", "seed", "told"),
    [
        (0, 1, (), 1, "a whole number from 0 to 1"),
        (0, 3, (1,), 1, "a whole number from 0 to 3"),
        (-5, -4, (), -5, "a whole number from -5 to -4"),
    ],
)
def test_a_run_without_room_names_the_seeds_there_are(
    low: int, high: int, unset: tuple[int, ...], seed: int, told: str
) -> None:
    why = f"3 images need 3 seeds in a row: {told}"
    value = seed if not unset else seed + 1
    error = refused(Intent("a", n=3, seed=seed), narrow(low, high, *unset))
    assert error.problems == (Problem("error", "out_of_range", ("seed",), value, why, field="seed"),)
    assert (error.changes, error.refused) == ((), ())


@pytest.mark.parametrize(
    ("low", "high", "seed", "became", "loss"),
    [(0, 9, 50, 0, 1.0), (-9, -2, -2, -4, 1.0), (0, 10**6, 10**6, 10**6 - 2, 2e-6), (-9, 2, 1, 0, 1.0)],
)
def test_how_far_a_seed_was_moved(low: int, high: int, seed: int, became: int, loss: float) -> None:
    why = f"3 images need 3 seeds in a row: a whole number from {low} to {high}"
    (first, *_) = planned(narrow(low, high), 3, seed=seed)
    assert first.changes == (Change("seed", "clamped", seed, became, why, loss),)


def test_the_calls_of_a_run_of_seeds_keep_everything_else() -> None:
    target = table(PROMPT, FOUR, Param("seed", Field.seed, Int(0, 100)), STEPS)
    parts = planned(target, 9, seed=95, steps=99)
    assert [part.request for part in parts] == [
        {"prompt": "a", "n": 4, "seed": 92, "steps": 60},
        {"prompt": "a", "n": 4, "seed": 96, "steps": 60},
        {"prompt": "a", "n": 1, "seed": 100, "steps": 60},
    ]
    fewer = change_of("steps", 99, 60, "a whole number from 1 to 60", 39 / 99)
    lower = Change("seed", "clamped", 95, 92, "9 images need 9 seeds in a row: a whole number from 0 to 100", 3 / 95)
    assert [part.changes for part in parts] == [(fewer, lower), (fewer,), (fewer,)]


def test_a_plan_of_one_call_is_the_request_itself() -> None:
    for ask in (Intent("a", n=4, seed=3), Intent("a", n=1), Intent("a")):
        assert plan(ask, BATCH) == (to_request(ask, BATCH),)
    assert refused(Intent("a", n=9), table(PROMPT), allow=STRICT).refused == (
        Change("n", "dropped", 9, None, "acme/muse has no such field", source="https://wiki.example/muse (2026-11-01)"),
    )


# ---- the order of targets, to the letter

FACTS: dict[str, Any] = {"seed": 2**33, "steps": 99, "quality": "high", "n": 9, "references": [PNG]}


def hosted(**facts: Any) -> Target:
    rows = (PROMPT, SEED, STEPS, Param("n", Field.n, Int(1, 8), default=4), Pictures("images", (Image("url"),)))
    return table(*rows, name="acme/hosted", **facts)


def test_a_loss_has_its_parts_in_order() -> None:
    ask = Intent("a", provider_options={"acme": {"new": 1}}, **FACTS)
    done = to_request(ask, hosted(status="preview"))
    assert loss(done) == pytest.approx((True, 1, 1, 4, 1 / 9 + 1 + 39 / 99, 0, True, True, 1, 1))
    assert loss(to_request(Intent("a"), hosted())) == (False, 0, 0, 0, 0, 0, False, False, 0, 0)
    rule = Rule({"seed": Int()}, {"n": Int(max=1)}, "one with a seed")
    assert loss(to_request(Intent("a", seed=1), hosted(rules=[rule], status="retired"))) == (
        True,
        *(0, 0, 0, 0, 1),
        *(False, False, 3, 0),
    )


def test_a_ranking_says_what_is_not_as_asked() -> None:
    ask = Intent("a", provider_options={"acme": {"new": 1}}, **{**FACTS, "references": [PNG, PNG]})
    told = (
        "quality dropped, n clamped, seed clamped, steps clamped; "
        "not confirmed: references, provider_options.acme.new; needs references[0], references[1]"
    )
    found = rank(ask, [hosted()])
    assert repr(found) == f"1. acme/hosted: {told}"
    assert found._repr_html_() == (
        "<table><tr><th></th><th>target</th><th>what is not as asked</th></tr>"
        f"<tr><td>1</td><td>acme/hosted</td><td>{told}</td></tr></table>"
    )


@pytest.mark.parametrize(("number", "more"), [(20, []), (21, ["... and 1 more"]), (23, ["... and 3 more"])])
def test_a_ranking_prints_twenty_lines(number: int, more: list[str]) -> None:
    lines = repr(rank(Intent("a"), [MUTE] * number)).splitlines()
    assert lines == [*(f"{place}. acme/mute: as asked" for place in range(1, 21)), *more]


@pytest.mark.parametrize("one", ["acme/mute", MUTE])
def test_one_target_is_nothing_to_rank(one: Any) -> None:
    why = r"^targets must be several targets or names, such as CATALOG\.offers\(\.\.\.\), not one$"
    with pytest.raises(TypeError, match=why):
        rank(Intent("a"), one)


def test_the_nearest_refusal_is_the_one_with_the_fewest_changes() -> None:
    ask = Intent("a", seed=2**20, n=9, quality="high")
    with pytest.raises(Refused) as caught:
        rank(ask, (MUTE, BATCH, MUTE.but(SEED, FOUR, name="acme/other")), allow=Policy((), n="clamped"))
    assert [change.field for change in caught.value.changes] == ["quality", "n"]
    assert "acme/muse" in caught.value.changes[0].why


def test_a_rule_on_what_is_not_there_narrows_the_seeds_too() -> None:
    seed = Param("seed", Field.seed, Int(0, 100), default=48)
    rule = Rule({"fast": ABSENT}, {"seed": Int(max=50)}, "few seeds when slow")
    target = table(PROMPT, FOUR, seed, Native("fast", OneOf("yes")), rules=[rule])
    assert seeds(planned(target, 8)) == list(range(43, 51))
    fast = {"acme": {"fast": "yes"}}
    assert seeds(planned(target, 8, provider_options=fast)) == list(range(48, 56))
