"""What holds of any answer, whatever a vendor sends: an outcome and no exception, nothing lost, no secret shown."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imgparams import CATALOG, Invalid, Refused, Target, check, to_request
from imgparams.answers import Answers, Completed, Failed, Pending, answer
from imgparams.answers.places import EACH, steps_of
from imgparams.answers.places import JSON as AS_JSON
from imgparams.answers.vendors import FILES, answers_of
from imgparams.answers.words import KINDS
from imgparams.testing import intents
from imgparams.testing.legal import JSON

EXAMPLES = int(os.environ.get("IMGPARAMS_EXAMPLES", "16"))
VENDORS = sorted(FILES)
KEY = "sk-proj-a1b2c3d4e5f6a7b8c9d0e1f2"
STATUSES = st.sampled_from(
    (200, 201, 202, 204, 400, 401, 402, 403, 404, 409, 422, 429, 451, 500, 502, 503, 529, 999, 0, -1)
)
CALM = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=[*HealthCheck]
)


def targets_of(vendor: str) -> list[Target]:
    return [target for target in CATALOG.values() if target.provider == vendor]


def places_of(answers: Answers) -> list[str]:
    """Every place that the words of a vendor name, from the top."""
    found = list[str]()
    for makes in answers.makes:
        inside = f"{makes.each}." if makes.each else ""
        found += [place if place.startswith("(") else f"{inside}{place}" for place in makes.image]
        beside = (place for places in makes.beside().values() for place in places)
        found += [place[2:] if place.startswith("$.") else f"{inside}{place}" for place in beside]
    for task in answers.tasks:
        found += [*task.id, *task.state, *task.poll_url, *task.result_url]
    for envelope in answers.errors:
        inside = f"{envelope.each}." if envelope.each else ""
        found += [f"{inside}{place}" for place in (*envelope.message, *envelope.code, *envelope.type, *envelope.field)]
    return [place for place in found if not place.startswith(("header:", "(")) and "header:" not in place]


def put(body: dict[str, Any], place: str, value: object) -> None:
    """Puts a value at a place; where something else stands there already, nothing."""
    at: Any = body
    steps = [step for step in steps_of(place) if step is not AS_JSON]
    for step, following in zip(steps, [*steps[1:], None], strict=True):
        key = 0 if step is EACH else step
        new: object = value if following is None else [] if following is EACH or isinstance(following, int) else {}
        if isinstance(at, dict) and isinstance(key, str):
            at = at.setdefault(key, new)
        elif isinstance(at, list) and isinstance(key, int):
            at.extend([new] * (key + 1 - len(at)))
            at = at[key]
        else:
            return


@st.composite
def bodies(draw: st.DrawFn, answers: Answers) -> object:
    """Bodies with values at places that the vendor's words name, among others, and what is no JSON at all."""
    words = [word for task in answers.tasks for word in task.words] + ["Content Moderated", "InvalidParameter", "429"]
    texts = ["https://cdn.example/a.png", "aGk=", "data:image/png;base64,aGk=", "size must be at most 1024", "", KEY]
    values = st.sampled_from([*words, *texts]) | JSON
    body: dict[str, Any] = {}
    for place in draw(st.lists(st.sampled_from(places_of(answers)), max_size=6)):
        put(body, place, draw(values))
    form = draw(st.integers(0, 9))
    if form == 0:
        return draw(st.binary(max_size=200))
    if form == 1:
        return json.dumps(body, default=str)
    return draw(JSON) if form == 2 else [body] if form == 3 else body


@pytest.mark.parametrize("vendor", VENDORS)
def test_any_answer_has_an_outcome(vendor: str) -> None:
    answers, target = answers_of(vendor), targets_of(vendor)[0]

    @CALM
    @given(
        bodies(answers), STATUSES, st.dictionaries(st.sampled_from(("retry-after", "seed", "content-type")), st.text())
    )
    def law(body: object, status: int, headers: dict[str, str]) -> None:
        got = answer(target, status=status, headers=headers, body=body)
        assert got.body is body  # nothing is lost
        assert got == answer(target, status=status, headers=headers, body=body)
        if isinstance(got, Failed):
            assert got.kind in KINDS
            assert not (got.kind == "moderation" and got.retry == "yes")
            assert got.after is None or (got.retry == "yes" and got.after >= 0)
        elif isinstance(got, Completed):
            assert all((image.url, image.base64, image.data).count(None) == 2 for image in got.images)
            assert got.images
        else:
            assert isinstance(got, Pending)
        assert KEY not in f"{got!r}{got}"

    law()


@pytest.mark.parametrize("vendor", VENDORS)
def test_what_is_to_be_sent_instead_is_legal_and_another_request(vendor: str) -> None:
    answers = answers_of(vendor)
    target = min(targets_of(vendor), key=lambda target: len(target.rows))

    @CALM
    @given(st.data())
    def law(data: st.DataObject) -> None:
        try:
            sent = to_request(data.draw(intents(target)), target).request
        except (Invalid, Refused):
            return
        named = data.draw(st.sampled_from(sorted(sent)) if sent else st.just("prompt"))
        body: dict[str, Any] = {}
        for envelope in answers.errors[:1]:
            inside = f"{envelope.each}." if envelope.each else ""
            for place in envelope.field[:1]:
                put(body, f"{inside}{place}", named)
            text = data.draw(
                st.sampled_from(("must be at most 3", f"{named} is not supported", f"'{named}' is invalid"))
            )
            put(body, f"{inside}{envelope.message[0]}", text)
        got = answer(target, status=422, body=body, sent=sent)
        if isinstance(got, Failed) and got.repair is not None:
            assert got.repair.request != sent
            assert [p for p in check(got.repair.request, got.learned or target) if p.level == "error"] == []
        if isinstance(got, Failed) and got.learned is not None:
            assert got.learned.but() is not None
            assert any(problem.level == "error" for problem in check(sent, got.learned))

    law()


# ---- the words


def unbounded_inside(pattern: Any, *, inside: bool = False) -> Iterator[bool]:
    """Yields whether a repeat without an end stands inside of another one: such patterns can take for ever."""
    import re._parser as parser  # type: ignore[import-not-found,unused-ignore]

    for name, argument in pattern:
        word = str(name)
        if word in ("MAX_REPEAT", "MIN_REPEAT"):
            _, most, inner = argument
            endless = most == parser.MAXREPEAT
            if endless and inside:
                yield True
            yield from unbounded_inside(inner, inside=inside or endless)
        elif word == "SUBPATTERN":
            yield from unbounded_inside(argument[-1], inside=inside)
        elif word == "BRANCH":
            for branch in argument[1]:
                yield from unbounded_inside(branch, inside=inside)


@pytest.mark.parametrize("vendor", VENDORS)
def test_no_pattern_can_take_for_ever(vendor: str) -> None:
    import re._parser as parser  # type: ignore[import-not-found,unused-ignore]

    patterns = [row.text for row in answers_of(vendor).says if row.text]
    assert [pattern for pattern in patterns if any(unbounded_inside(parser.parse(pattern)))] == []


@pytest.mark.parametrize("vendor", VENDORS)
def test_no_word_means_two_things(vendor: str) -> None:
    answers = answers_of(vendor)
    for task in answers.tasks:
        ok = {word for envelope in answers.errors for word in envelope.ok if set(envelope.code) & set(task.state)}
        assert not {word for word in ok if task.words.get(word) in ("failed", "moderated")}
    keys = [(row.text, row.code, row.type, row.status) for row in answers.says]
    assert sorted(map(repr, keys)) == sorted(map(repr, set(keys)))


def test_every_vendor_of_the_words_has_a_table() -> None:
    assert set(VENDORS) <= {target.provider for target in CATALOG.values()}


LONG = (
    "x" * 10**6,
    "a, " * 333_333,
    "'a', " * 200_000,
    "#/a/b: " * 140_000,
    "body.a.b: 1 and 2 " * 55_000,
    " " * 10**6,
)


@pytest.mark.parametrize("vendor", VENDORS)
def test_a_message_of_a_megabyte_is_read(vendor: str) -> None:
    answers, target = answers_of(vendor), targets_of(vendor)[0]
    for envelope in answers.errors:
        for text in LONG:
            body: dict[str, Any] = {}
            inside = f"{envelope.each}." if envelope.each else ""
            if "(" not in envelope.message[0]:
                put(body, f"{inside}{envelope.message[0]}", text)
            got = answer(target, status=400, body=body or text)
            assert len(f"{got!r}{got}") < 10_000


def test_a_long_answer_is_read_in_few_steps() -> None:
    """Ten times the body takes about ten times the steps, counted as calls of functions."""
    counts = []
    for size in (100, 1000):
        body = {"data": [{"b64_json": "aGk=", "url": None} for _ in range(size)], "error": {"message": "x " * size}}
        calls = 0

        def count(frame: object, event: str, argument: object) -> None:
            nonlocal calls
            calls += event == "call"

        sys.setprofile(count)
        answer("openai/gpt-image-2", status=200, body=body)
        sys.setprofile(None)
        counts.append(calls)
    assert counts[1] < 12 * counts[0]
