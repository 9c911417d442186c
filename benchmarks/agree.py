"""All sides give the same answers to thousands of drawn inputs, or nothing is worth timing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from random import Random
from typing import Any

from benchmarks import by_hand, by_hand_openai, draws, samples
from imgparams import ALL, Change, Intent, Invalid, check, convert, find, to_intent, to_request

LEONARDO = find("leonardo/phoenix-1.0")
OPENAI = find("openai/gpt-image-2")
COUNT = 2000  # inputs of each kind
WHOLE = ("width", "height", "num_images", "num_inference_steps", "seed")

Answer = Callable[[Any], object]


def agree(count: int = COUNT) -> dict[str, int]:
    """Returns how many inputs each verb was compared on; raises AssertionError at the first that differs."""
    random = Random(0)
    timed = [*samples.REQUESTS.values(), *samples.three_faults()[:count]]
    requests = [*timed, *draws.requests(2 * count, random), *draws.legal_requests(count, random)]
    wishes = [*samples.WISHES.values(), *samples.new_wishes()[:count], *draws.wishes(2 * count, random)]
    wrong = [*wishes, *draws.wrong_wishes(count, random)]
    judged = [request for request in requests if pydantic_can_judge(request)]
    return {
        "check": _same(requests, _checked, _checked_by_hand),
        "check by pydantic": _same(judged, _wrong_fields, _wrong_fields_of_pydantic),
        "check by pydantic with the rules": _same(judged, _is_wrong, _is_wrong_by_pydantic),
        "to_request": _same(wishes, _translated, _translated_by_hand),
        "Intent": _same(wrong, _is_intent, _is_wanted),
        "to_intent": _same(requests, _read, _read_by_hand),
        "convert": _same(requests, _converted, _converted_by_hand),
    }


def _same(inputs: Iterable[Any], ours: Answer, theirs: Answer) -> int:
    number = 0
    for one in inputs:
        left, right = ours(one), theirs(one)
        assert left == right, (one, left, right)
        number += 1
    return number


# ---- check: level, code and key of every verdict


def _checked(request: object) -> object:
    return sorted((problem.level, problem.code, str(problem.path[0])) for problem in check(request, LEONARDO))


def _checked_by_hand(request: Any) -> object:
    return sorted(fault[:3] for fault in by_hand.check(request))


def pydantic_can_judge(request: Mapping[str, Any]) -> bool:
    """Whether a request has nothing that the model leaves out besides rules; see its docstring."""
    if any(isinstance(request.get(wire), float) and request[wire].is_integer() for wire in WHOLE):
        return False
    return (
        request.get("contrast") is not True
        and by_hand.WIRES["guidance_scale"](request.get("guidance_scale", 7)) != "disputed"
    )


def _wrong_fields(request: object) -> object:
    errors = [problem for problem in check(request, LEONARDO) if problem.level == "error"]
    return sorted({str(problem.path[0]) for problem in errors if problem.code != "conflict"})


def _wrong_fields_of_pydantic(request: object) -> object:
    from benchmarks import pydantic_model

    return sorted({str(error["loc"][0]) for error in pydantic_model.check(request)})


def _is_wrong(request: object) -> object:
    return any(problem.level == "error" for problem in check(request, LEONARDO))


def _is_wrong_by_pydantic(request: object) -> object:
    from benchmarks import pydantic_model

    return bool(pydantic_model.check_rules(request))


# ---- wishes: the request, and of every change the field, the kind and what became of it


def _translated(fields: Any) -> object:
    done = to_request(Intent(**fields), LEONARDO, allow=ALL)
    return done.request, _changes(done.changes)


def _translated_by_hand(fields: Any) -> object:
    request, changes = by_hand.translate(by_hand.wanted(fields))
    return request, _plain(changes)


def _changes(changes: Iterable[Change]) -> list[str]:
    return _plain((change.field, change.kind, change.asked, change.became) for change in changes)


def _plain(changes: Iterable[tuple[Any, ...]]) -> list[str]:
    return sorted(json.dumps(change, default=str) for change in changes)


def _is_intent(fields: Any) -> object:
    try:
        Intent.of(fields)
    except Invalid:
        return False
    return True


def _is_wanted(fields: Any) -> object:
    try:
        by_hand.wanted(fields)
    except ValueError:
        return False
    return True


# ---- requests: what they say, and what another vendor is asked


def _read(request: object) -> object:
    intent = to_intent(request, LEONARDO).to_json()
    options: Any = intent.pop("provider_options", {})
    return intent, options.get("leonardo", {})


def _read_by_hand(request: Any) -> object:
    fields = by_hand.read(request)
    raw = fields.pop("raw", {})
    return Intent(**fields).to_json(), raw


def _converted(request: object) -> object:
    done = convert(request, source=LEONARDO, target=OPENAI, allow=ALL)
    return done.request, _changes(done.changes)


def _converted_by_hand(request: Any) -> object:
    made, changes = by_hand_openai.convert(request)
    return made, _plain(changes)
