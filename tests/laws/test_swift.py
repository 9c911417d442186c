"""What is prepared answers as the interpreter does: over every edge of every row and rule, and over drawn requests."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imgparams import CATALOG, Target, check
from imgparams.checking import checked
from imgparams.engine.preparing import Right, prepared
from imgparams.paths import rebuild
from imgparams.providers import NAMES
from imgparams.testing import bounds, read_cases, requests
from imgparams.testing.strategies import JSON
from imgparams.testing.worked_cases import requests_of_case
from imgparams.translation import as_served

EXAMPLES = int(os.environ.get("IMGPARAMS_EXAMPLES", "8"))
_STANDING = ("deprecated", "retired")


def edges(tables: Mapping[str, Target]) -> Iterator[tuple[Target, Any]]:
    """Every bound of a row and one past it, every word, each rule's edge on and off."""
    for case in read_cases(bounds(*tables.values())):
        for request in requests_of_case(case):
            yield tables[case["target"]], request


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
    for target, request in edges(tables):
        right, problems = forms[target.name](request), found(request, target)
        bad += [(target.name, request, problems)] if right and problems else []
        legal, seen = legal + (not problems), seen + right
    assert bad == []
    assert seen >= 0.5 * legal, (seen, legal)  # else it is of no use


@settings(max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, suppress_health_check=[*HealthCheck])
@given(data=st.data())
@pytest.mark.parametrize("target", CATALOG.values(), ids=lambda t: t.name)
def test_of_drawn_requests(target: Target, data: st.DataObject) -> None:
    right = prepared(as_served(target))
    request = data.draw(requests(target))
    assert not differs(right, request, target)
    flat = target.tree.flatten(request[0] if isinstance(request, list) else request)
    changed = {**flat, data.draw(st.sampled_from([*target.by_wire, "zz", ""])): data.draw(JSON)}
    try:
        body: Any = rebuild(changed)
    except ValueError:  # two of them are no one object
        return
    assert not differs(right, [body] if target.in_list else body, target)


@pytest.mark.parametrize("request_", [None, [], {}, [{}], [{}, {}], "x", 3, {"": 1}, {1: 2}, {"prompt": "\ud800"}])
@pytest.mark.parametrize("name", ["openai/gpt-image-2", "runware/bfl:5@1", "google/gemini-3-pro-image"])
def test_of_what_is_no_request(name: str, request_: object) -> None:
    target = CATALOG[name]
    assert not differs(prepared(as_served(target)), request_, target)
    for _ in range(5):
        assert check(request_, target) == checked(request_, target)
