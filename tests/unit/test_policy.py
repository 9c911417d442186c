"""Which changes a caller allows, and what happens to those that are not."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest

from imgparams import STRICT, Change, Intent, Invalid, Policy, Problem, Refused, to_request
from imgparams.intent import READERS
from imgparams.policy import ALL, policy_of
from imgparams.tables import PRESENT, Field, Grid, Int, Native, Param, Rule, WidthHeight
from imgparams.tables.rules import Between
from tests.unit.tables import MUSE, PROMPT, SEED, STEPS, kinds, table

CLAMPED = Change("n", "clamped", 50, 8, "at most 8", 0.84)


def kinds_of(changes: tuple[Change, ...]) -> dict[str, str]:
    return {change.field: change.kind for change in changes}


# ---- the policy


def test_all_kinds_are_allowed_at_first() -> None:
    for kind in ALL:
        assert Policy().allows(Change("n", kind, 1, 2, ""))
        assert not STRICT.allows(Change("n", kind, 1, 2, ""))


def test_a_field_has_its_own_kinds() -> None:
    policy = Policy((), n="clamped")
    assert policy.allows(CLAMPED)
    assert not policy.allows(Change("steps", "clamped", 50, 8, ""))
    assert not policy.allows(Change("n", "dropped", 50, None, ""))
    assert not Policy(n=()).allows(CLAMPED)


def test_size_rules_the_whole_shape_unless_a_part_is_named() -> None:
    policy = Policy(size=(), resolution="mapped")
    assert not policy.allows(Change("aspect_ratio", "mapped", 1, 2, ""))
    assert not policy.allows(Change("size", "clamped", 1, 2, ""))
    assert policy.allows(Change("resolution", "mapped", 1, 2, ""))
    assert Policy(aspect_ratio=()).allows(Change("size", "clamped", 1, 2, ""))


def test_provider_options_are_one_field() -> None:
    change = Change("provider_options.acme.style", "dropped", 1, None, "")
    assert not Policy(provider_options=()).allows(change)
    assert Policy((), provider_options="dropped").allows(change)


def test_within_allows_small_losses() -> None:
    assert Policy((), within=0.9).allows(CLAMPED)
    assert not Policy((), within=0.8).allows(CLAMPED)
    assert not Policy((), within=9).allows(Change("n", "dropped", 50, None, ""))


def test_a_misspelt_field_or_kind_is_an_error() -> None:
    with pytest.raises(TypeError):
        Policy(sise=())  # type: ignore[call-arg]
    bad: Any
    for bad in ("clampd", ["clamped", "x"]):
        with pytest.raises(Invalid) as caught:
            Policy(n=bad)
        assert caught.value.problems[0].code == "not_allowed"


def test_a_policy_has_a_keyword_for_every_field() -> None:
    for name in READERS:
        given: dict[str, Any] = {name: "dropped"}
        assert Policy((), **given).kinds(name) == {"dropped"}


def test_allowing_allows_one_field_more() -> None:
    assert Policy((), size=(), within=0.5).allowing("n") == Policy(
        (), size=(), n=("clamped", "mapped", "dropped", "added"), within=0.5
    )


def test_a_policy_is_a_value() -> None:
    policy = Policy(size=(), n="clamped", within=0.01)
    twin = pickle.loads(pickle.dumps(policy))
    assert twin == policy
    assert hash(twin) == hash(policy)
    assert Policy("clamped") == Policy(["clamped"])
    with pytest.raises(AttributeError):
        policy.within = 2  # type: ignore[misc]


def test_the_fields_of_a_policy_are_frozen() -> None:
    with pytest.raises(TypeError):
        Policy().fields["n"] = frozenset()  # type: ignore[index]


# ---- in use


def test_strict_refuses_with_every_change() -> None:
    intent = Intent("a", n=50, quality="high", steps=20)
    free = to_request(intent, MUSE)
    with pytest.raises(Refused) as caught:
        to_request(intent, MUSE, allow=STRICT)
    assert caught.value.changes == free.changes == caught.value.refused


def test_strict_answers_alike_where_nothing_changes() -> None:
    intent = Intent("a", n=2, size="64x64")
    assert to_request(intent, MUSE, allow=STRICT).request == to_request(intent, MUSE).request


def test_refused_tells_what_was_refused_and_what_was_not() -> None:
    with pytest.raises(Refused) as caught:
        to_request(Intent("a", n=50, quality="high"), MUSE, allow="clamped")
    assert kinds_of(caught.value.changes) == {"n": "clamped", "quality": "dropped"}
    assert kinds_of(caught.value.refused) == {"quality": "dropped"}


def test_a_field_that_may_be_dropped_is_dropped() -> None:
    done = to_request(Intent("a", n=50), MUSE, allow="dropped")
    assert done.request == {"prompt": "a", "model": "muse-2"}
    assert kinds(done) == {"n": "dropped"}


def test_dropping_one_part_of_the_shape() -> None:
    target = table(PROMPT, WidthHeight("w", "h", Grid(Int(64, 512, multiple_of=64))))
    done = to_request(Intent("a", aspect_ratio="1:1", resolution="4K"), target, allow="dropped")
    assert kinds(done) == {"resolution": "dropped"}
    assert done.request["w"] == done.request["h"]


def test_a_required_field_is_not_dropped() -> None:
    with pytest.raises(Refused):
        to_request(Intent("x" * 2000), MUSE, allow="dropped")


def test_an_entry_of_provider_options_may_be_dropped() -> None:
    target = table(PROMPT, Native("level", Int(1, 8)))
    done = to_request(Intent("a", provider_options={"acme": {"level": 50}}), target, allow="dropped")
    assert done.request == {"prompt": "a"}
    assert kinds(done) == {"provider_options.acme.level": "dropped"}


def test_what_is_neither_allowed_nor_may_be_dropped_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        to_request(Intent("a", n=50, steps=99), MUSE, allow=Policy("dropped", n=()))
    assert kinds_of(caught.value.refused) == {"n": "clamped"}


def test_what_a_rule_wants_of_the_caller_may_not_be_dropped() -> None:
    rows, either = (STEPS, SEED), [Between(("steps", "seed"), 1, 2, "steps or a seed")]
    assert to_request(Intent(steps=99), table(*rows), allow="dropped").request == {}
    for intent in (Intent(steps=99), Intent(steps=99, seed=1)):
        with pytest.raises(Refused) as caught:
            to_request(intent, table(*rows, rules=either), allow="dropped")
        assert kinds_of(caught.value.refused) == {"steps": "clamped"}


def test_within_allows_and_still_reports() -> None:
    target = table(WidthHeight("w", "h", Grid(Int(64, 2048, multiple_of=64))))
    done = to_request(Intent(size="1000x1000"), target, allow=Policy((), within=0.05))
    assert done.request == {"w": 1024, "h": 1024}
    assert kinds(done) == {"size": "clamped"}


def test_otherwise_the_answer_does_not_depend_on_allow() -> None:
    intent = Intent("a", n=50, steps=99)
    for allow in (Policy("clamped"), Policy(("clamped", "dropped")), Policy("clamped", steps=ALL)):
        assert to_request(intent, MUSE, allow=allow).request == to_request(intent, MUSE).request


def test_added_may_be_refused() -> None:
    target = table(
        SEED,
        STEPS,
        Param("n", Field.n, Int(1, 8), default=4),
        rules=[Rule({"seed": PRESENT}, {"n": Int(max=1)}, "one seed")],
    )
    assert kinds(to_request(Intent(seed=1), target)) == {"n": "added"}
    with pytest.raises(Refused):
        to_request(Intent(seed=1), target, allow=("clamped", "dropped", "mapped"))


# ---- to the letter


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ({"within": -1}, Problem("error", "out_of_range", ("within",), -1, "a number from 0 up")),
        ({"within": "1"}, Problem("error", "out_of_range", ("within",), "1", "a number from 0 up")),
        ({"unverified": 0}, Problem("error", "wrong_type", ("unverified",), 0, "true or false")),
    ],
)
def test_a_wrong_policy_says_what_is_wrong(facts: dict[str, Any], problem: Problem) -> None:
    with pytest.raises(Invalid) as caught:
        Policy(**facts)
    assert caught.value.problems == (problem,)


def test_a_misspelt_kind_says_which_there_are() -> None:
    with pytest.raises(Invalid) as caught:
        Policy(n=["clamped", "claped"])  # type: ignore[list-item]
    (problem,) = caught.value.problems
    assert (problem.level, problem.code, problem.path, problem.allowed) == ("error", "not_allowed", ("allow",), ALL)
    assert (problem.value, problem.field, problem.source) == ("claped", None, None)
    assert "claped" in str(problem)


def test_what_is_no_policy_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match=r"^allow must be a Policy, a kind of change or several kinds, not int$"):
        policy_of(3)  # type: ignore[arg-type]
    assert policy_of(ALL) is policy_of(ALL)
    assert policy_of("clamped") is policy_of(["clamped"])


def test_within_holds_up_to_its_number_and_not_for_nothing() -> None:
    assert Policy((), within=0.84).allows(CLAMPED)
    assert not Policy((), within=0.84).allows(Change("n", "clamped", 1, 1, "", 0))


def test_all_of_some_fields() -> None:
    assert Policy(ALL).allows_all(["aspect_ratio", "n"])
    assert Policy(ALL).allows_everything
    assert not Policy().allows_everything
    assert not Policy(("clamped", "mapped")).allows_everything
    assert not Policy(ALL, provider_options=()).allows_everything
    assert not Policy(ALL, size="clamped").allows_all(["resolution"])
    assert Policy(ALL, size="clamped").allows_all(["n"])
    assert not Policy(ALL, n=()).allows_all(["n"])
    assert Policy((), n=ALL).allows_all(["n"])
    assert not Policy((), n=ALL).allows_all(["n", "seed"])


def test_allowing_keeps_the_rest() -> None:
    policy = Policy("clamped", within=0.5, unverified=False, n=()).allowing("seed")
    assert (policy.default, policy.within, policy.unverified) == (frozenset({"clamped"}), 0.5, False)
    assert policy.fields == {"n": frozenset(), "seed": frozenset(ALL)}


def test_misspelt_kinds_are_told_to_the_letter() -> None:
    why = "the kinds of change are clamped, mapped, dropped, added"
    problem = Problem("error", "not_allowed", ("allow",), "b, x", why, ALL)
    wrong: Any = ["x", "clamped", "b"]
    calls: list[Callable[[], Policy]] = [lambda: Policy(wrong), lambda: Policy(n=wrong), lambda: policy_of(wrong)]
    for call in calls:
        with pytest.raises(Invalid) as caught:
            call()
        assert caught.value.problems == (problem,)


@pytest.mark.parametrize(
    ("policy", "text"),
    [
        (Policy(), "Policy()"),
        (Policy(ALL), "Policy(('clamped', 'mapped', 'dropped', 'added'))"),
        (Policy(["dropped", "clamped"]), "Policy(('clamped', 'dropped'))"),
        (Policy(n="clamped", unverified=False), "Policy(unverified=False, n=('clamped',))"),
        (Policy((), within=0.5, seed=ALL), "Policy((), within=0.5, seed=('clamped', 'mapped', 'dropped', 'added'))"),
        (
            Policy(mask="mapped"),
            "Policy(('clamped', 'mapped', 'dropped', 'added'), "
            "prompt=(), negative_prompt=(), references=(), mask=('mapped',))",
        ),
        (Policy("clamped", prompt=(), negative_prompt=(), references=(), mask=()), None),
    ],
)
def test_a_policy_is_printed_as_it_would_be_written(policy: Policy, text: str | None) -> None:
    assert eval(repr(policy)) == policy
    if text is not None:
        assert repr(policy) == text


def test_what_is_allowed_where_nothing_is_said() -> None:
    content = ("prompt", "negative_prompt", "references", "mask")
    for name in READERS:
        assert Policy().kinds(name) == (frozenset() if name in content else frozenset(ALL))
        assert Policy("clamped").kinds(name) == {"clamped"}
        assert Policy(ALL).kinds(name) == frozenset(ALL)
    shape = Policy((), size="clamped", aspect_ratio="mapped")
    assert shape.kinds("resolution") == shape.kinds("size") == {"clamped"}
    assert shape.kinds("aspect_ratio") == {"mapped"}
    assert shape.kinds("n") == frozenset()
    assert shape.kinds("provider_options.acme.size") == frozenset()


def test_all_kinds_of_some_fields_and_of_the_shape() -> None:
    assert not Policy().allows_all(["prompt", "n"])
    assert Policy().allows_all(["n", "size"])
    assert Policy((), size=ALL).allows_all(["size", "aspect_ratio"])
    assert not Policy((), size=ALL).allows_all(["size", "n"])
    assert Policy(ALL, size=(), resolution=ALL, aspect_ratio=ALL).allows_all(["resolution", "aspect_ratio"])
    assert not Policy(ALL, size=(), resolution=ALL).allows_all(["resolution", "aspect_ratio"])
    assert Policy(("clamped", "mapped", "dropped")).allows_all([])
    assert not Policy(("clamped", "mapped", "dropped")).allows_all(["n"])


def test_what_names_a_policy() -> None:
    policy = Policy("clamped")
    assert policy_of(policy) is policy
    assert policy_of(()) == STRICT
    assert policy_of(frozenset(ALL)) == Policy(ALL)
    wrong: Any = None
    with pytest.raises(TypeError, match=r"^allow must be a Policy, a kind of change or several kinds, not NoneType$"):
        policy_of(wrong)


@pytest.mark.parametrize("within", [float("nan"), True, None, -0.001])
def test_within_is_a_number_from_0(within: Any) -> None:
    with pytest.raises(Invalid) as caught:
        Policy(within=within)
    assert caught.value.problems == (Problem("error", "out_of_range", ("within",), within, "a number from 0 up"),)
