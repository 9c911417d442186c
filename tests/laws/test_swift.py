"""What is prepared answers as the interpreter does: over every edge of every row and rule, and over what is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imgparams import ALL, CATALOG, SAFE, STRICT, Intent, Policy, Refused, Target, Translation, check
from imgparams.checking import checked
from imgparams.conversion import converted, converted_at_once, learned
from imgparams.engine import folding
from imgparams.engine.body import flatten
from imgparams.engine.folding import Right
from imgparams.engine.hearing import hearer
from imgparams.engine.preparing import prepared
from imgparams.engine.reading import Asked, asked_of, read_effective
from imgparams.engine.writing import Writer, writer
from imgparams.intent import READERS
from imgparams.paths import rebuild
from imgparams.policy import policy_of
from imgparams.providers import NAMES
from imgparams.testing import bounds, intents, read_cases, requests
from imgparams.testing.legal import JSON
from imgparams.testing.worked_cases import requests_of_case
from imgparams.translation import as_served, intent_of_heard, parsed, solved, written
from tests.laws.nearness import EXAMPLES, FEWER, calm, is_first

Answer = tuple[object, ...]
_STANDING = ("deprecated", "retired")


@cache
def _edges(vendor: str) -> list[tuple[Target, Any]]:
    tables = {name: CATALOG[name] for name in NAMES[vendor]}
    cases = read_cases(bounds(*tables.values()))
    return [(tables[case["target"]], request) for case in cases for request in requests_of_case(case)]


def edges(vendor: str, every: int = 1) -> Iterator[tuple[Target, Any]]:
    """Every bound of a row and one past it, every word, each rule's edge on and off; one in so many of them.

    Of a target like another one of its vendor, a quarter of that. All, where more examples than by default are wanted.
    """
    for number, (target, request) in enumerate(_edges(vendor)):
        if EXAMPLES >= 8 or number % (every if is_first(target.name) else every * FEWER) == 0:
            yield target, request


def found(request: object, target: Target) -> list[object]:
    """What the interpreter finds in a request itself."""
    return [problem for problem in checked(request, target) if problem.path or problem.code not in _STANDING]


def differs(right: Right, request: object, target: Target) -> bool:
    """Whether a request is called right in which the interpreter finds something."""
    return right(request) and found(request, target) != []


@pytest.mark.parametrize("vendor", NAMES)
def test_at_every_edge(vendor: str) -> None:
    tables = {name: CATALOG[name] for name in NAMES[vendor]}
    forms = {name: prepared(as_served(target)) for name, target in tables.items()}
    bad, legal, seen = [], 0, 0
    for target, request in edges(vendor):
        right, problems = forms[target.name](request), found(request, target)
        bad += [(target.name, request, problems)] if right and problems else []
        legal, seen = legal + (not problems), seen + right
    assert bad == []
    assert seen >= 0.5 * legal, (seen, legal)  # else it is of no use


@pytest.mark.parametrize("vendor", NAMES)
def test_what_is_folded_for_keys_that_come_often_answers_the_same(vendor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = {name: CATALOG[name] for name in NAMES[vendor]}
    monkeypatch.setattr(folding, "FOLD_AFTER", 0)
    monkeypatch.setattr(folding, "MOST_FOLDED", 12)
    forms = {name: prepared(as_served(target)) for name, target in tables.items()}
    before = [(target.name, request, forms[target.name](request)) for target, request in edges(vendor, 3)]
    monkeypatch.setattr(folding, "fold", pytest.fail)  # all are folded by now
    assert [(name, request) for name, request, right in before if forms[name](request) != right] == []


@pytest.mark.parametrize("target", CATALOG.values(), ids=lambda t: t.name)
def test_of_drawn_requests(target: Target) -> None:
    right = prepared(as_served(target))

    @calm(target.name)
    @given(st.data())
    def law(data: st.DataObject) -> None:
        request = data.draw(requests(target))
        assert not differs(right, request, target)
        flat = target.tree.flatten(request[0] if isinstance(request, list) else request)
        changed = {**flat, data.draw(st.sampled_from([*target.by_wire, "zz", ""])): data.draw(JSON)}
        try:
            body: Any = rebuild(changed)
        except ValueError:  # two of them are no one object
            return
        assert not differs(right, [body] if target.in_list else body, target)

    law()


def answer(translate: Callable[[], Translation | None]) -> Answer | None:
    """All that is said of a translation or a refusal, None if there is no answer."""
    try:
        done = translate()
    except Refused as error:
        return "refused", error.changes, error.refused, error.problems
    if done is None:
        return None
    flat = [(wire, type(value), repr(value)) for wire, value in done._flat.items()]
    return flat, done.request, done.changes, done.needs, done.pixels, done.count, done.unverified


def written_alike(write: Writer, wish: Asked, target: Target, policy: Policy) -> bool | None:
    """Whether both answer alike, None if the prepared form has no answer."""
    found = answer(lambda: written(write, wish, target, policy))
    return None if found is None else found == answer(lambda: solved(wish, target, policy))


POLICIES = (SAFE, policy_of(ALL), STRICT, Policy(size=()), Policy("clamped", within=0.1), Policy(unverified=False))


@pytest.mark.parametrize("vendor", NAMES)
def test_of_wishes_at_every_edge(vendor: str) -> None:
    """What a request at an edge asks, alone, with its raw wires, and next to what the one before it asked."""
    tables = {name: CATALOG[name] for name in NAMES[vendor]}
    forms = {(name, raw): writer(as_served(tables[name]), with_raw=raw) for name in tables for raw in (False, True)}
    before: Mapping[str, Any] = {}
    bad, every, seen = [], 0, 0
    for target, request in edges(vendor, 5):
        asked = read_effective(target, flatten(request, target))
        both = {name: {**before, **asked.fields}.get(name) for name in READERS}
        plain = {name: value for name, value in both.items() if value is not None}
        for wish in (Asked(asked.fields, {}), Asked(plain, {}), Asked(asked.fields, asked.raw)):
            for policy in (SAFE, POLICIES[every % len(POLICIES)]):
                alike = written_alike(forms[target.name, bool(wish.raw)], wish, target, policy)
                bad += [(target.name, wish)] if alike is False else []
                every, seen = every + 1, seen + (alike is not None)
        before = asked.fields
    assert bad == []
    assert seen >= 0.7 * every, (seen, every)  # else it is of no use


@pytest.mark.parametrize("target", CATALOG.values(), ids=lambda t: t.name)
def test_of_drawn_intents(target: Target) -> None:
    @calm(target.name)
    @given(intents(), st.sampled_from(POLICIES))
    def law(intent: Intent, policy: Policy) -> None:
        wish = asked_of(intent, target)
        write = writer(as_served(target), with_raw=bool(wish.raw))
        assert written_alike(write, wish, target, policy) is not False

    law()


@pytest.mark.parametrize("vendor", NAMES)
def test_of_what_is_read_and_converted_at_every_edge(vendor: str) -> None:
    """Each request is read, and converted to three targets, one of them of the same vendor."""
    tables = {name: CATALOG[name] for name in NAMES[vendor]}
    forms = {name: hearer(target, prepared(as_served(target))) for name, target in tables.items()}
    everywhere, own = list(CATALOG.values()), list(tables.values())
    pairs: dict[tuple[str, str], Any] = {}
    bad, read_, every, seen = [], 0, 0, 0
    for target, request in edges(vendor, 5):
        heard = forms[target.name](request)
        every, read_ = every + 1, read_ + (heard is not None)
        if heard is None:
            continue
        said = parsed(request, target)
        if [*intent_of_heard(heard, target).given.items()] != [*said.given.items()]:
            bad.append((target.name, request, "read"))
        for other in (own[every % len(own)], *(everywhere[every * step % len(everywhere)] for step in (7, 31))):
            key, policy = (target.name, other.name), POLICIES[every % len(POLICIES)]
            if key not in pairs:
                pairs[key] = learned(target, other, forms[target.name])
            pair = pairs[key]
            found = pair and answer(lambda: converted_at_once(pair, request, target, other, policy))  # noqa: B023
            if found:
                seen += 1
                expected = answer(lambda: converted(request, source=target, target=other, policy=policy))  # noqa: B023
                bad += [(target.name, request, other.name)] if found != expected else []
    assert bad == []
    assert seen >= 0.2 * every, (read_, seen, every)  # else it is of no use


@pytest.mark.parametrize("request_", [None, [], {}, [{}], [{}, {}], "x", 3, {"": 1}, {1: 2}, {"prompt": "\ud800"}])
@pytest.mark.parametrize("name", ["openai/gpt-image-2", "runware/bfl:5@1", "google/gemini-3-pro-image"])
def test_of_what_is_no_request(name: str, request_: object) -> None:
    target = CATALOG[name]
    assert not differs(prepared(as_served(target)), request_, target)
    for _ in range(5):
        assert check(request_, target) == checked(request_, target)
