"""Rows of one Leonardo model: each verb against the same by hand (F), and `check` against pydantic (P)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from benchmarks import by_hand, by_hand_openai, pydantic_model, samples
from benchmarks.agree import LEONARDO, OPENAI
from benchmarks.measure import Row, Work, in_turns, over
from imgparams import ALL, Intent, check, convert, to_intent, to_request

GROUP = "leonardo"


def rows() -> Iterator[Row]:
    yield from _checks()
    yield from _requests()
    yield from _readings()


def _checks() -> Iterator[Row]:
    sixteen, four, faults = samples.SIXTEEN_KEYS, samples.FOUR_KEYS, samples.three_faults()
    ours, hand, model, ruled = in_turns(
        partial(check, sixteen, LEONARDO),
        partial(by_hand.check, sixteen),
        partial(pydantic_model.check, sixteen),
        partial(pydantic_model.check_rules, sixteen),
    )
    yield Row(GROUP, "check, valid, 16 keys", ours, hand, "F", 1.3)
    yield Row(GROUP, "check, valid, 16 keys", ours, model, "P", 0.65)
    yield Row(GROUP, "check, valid, 16 keys, against pydantic with the rules too", ours, ruled, "P")
    yield _row("check, valid, 4 keys", partial(check, four, LEONARDO), partial(by_hand.check, four), 1.5)
    ours, hand, model = in_turns(
        over(lambda one: check(one, LEONARDO), faults), over(by_hand.check, faults), over(pydantic_model.check, faults)
    )
    yield Row(GROUP, "check, three faults, new values each time", ours, hand, "F", 12)
    yield Row(GROUP, "check, three faults, new values each time", ours, model, "P", 4)


def _requests() -> Iterator[Row]:
    clean, six, wishes = Intent(**samples.CLEAN), Intent(**samples.SIX_CHANGES), samples.new_wishes()
    yield _row(
        "to_request, nothing to change, changes and request read",
        partial(_read, clean),
        partial(by_hand.translate, samples.CLEAN),
        3.5,
    )
    yield _row(
        "the same with a new Intent each time",
        over(lambda fields: _read(Intent(**fields)), wishes),
        over(lambda fields: by_hand.translate(by_hand.wanted(fields)), wishes),
        5,
    )
    read, requested, unread, hand = in_turns(
        partial(_read, six),
        lambda: _translate(six).request,
        partial(_translate, six),
        partial(by_hand.translate, samples.SIX_CHANGES),
    )
    yield Row(GROUP, "to_request, six changes, changes and request read", read, hand, "F", 20)
    yield Row(GROUP, "to_request, six changes, request read", requested, hand, "F")
    yield Row(GROUP, "to_request, six changes, nothing read", unread, hand, "F", 11)


def _readings() -> Iterator[Row]:
    requests = {"16 keys": samples.SIXTEEN_KEYS, "4 keys": samples.FOUR_KEYS}
    for name, request in requests.items():
        yield _row(f"to_intent, {name}", partial(to_intent, request, LEONARDO), partial(by_hand.read, request), 1.5)
    for name, request in requests.items():
        hand = partial(by_hand_openai.convert, request)
        yield _row(f"convert to gpt-image-2, {name}", partial(_convert, request), hand, 5)


def _row(what: str, ours: Work, hand: Work, goal: float) -> Row:
    seconds, of_hand = in_turns(ours, hand)
    return Row(GROUP, what, seconds, of_hand, "F", goal)


def _translate(intent: Intent) -> Any:
    return to_request(intent, LEONARDO, allow=ALL)


def _read(intent: Intent) -> object:
    done = _translate(intent)
    return done.request, done.changes


def _convert(request: object) -> object:
    done = convert(request, source=LEONARDO, target=OPENAI, allow=ALL)
    return done.request, done.changes
