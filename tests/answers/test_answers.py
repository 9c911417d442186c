"""Answers that vendors are known to send, each read as the page says: files of cases beside this one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from imgparams import find
from imgparams.answers import Completed, Failed, Pending, answer
from imgparams.answers.limits import folded
from imgparams.testing.samples import filled

HERE = Path(__file__).parent
CASES = [(path.stem, case) for path in sorted(HERE.glob("*.json")) for case in json.loads(path.read_text("utf-8"))]
#: a case says what comes of it with one of these
OUTCOMES = {"failed": Failed, "completed": Completed, "pending": Pending}


def last_name(path: tuple[str | int, ...]) -> str:
    return folded(str([step for step in path if isinstance(step, str)][-1]))


@pytest.mark.parametrize(
    ("vendor", "case"), CASES, ids=[f"{vendor} {number}: {case['case']}" for number, (vendor, case) in enumerate(CASES)]
)
def test_case(vendor: str, case: dict[str, Any]) -> None:
    assert case["target"].startswith(f"{vendor}/")
    assert case.keys() <= {"case", "target", "source", "status", "headers", "body", "now", *OUTCOMES}
    (outcome,) = case.keys() & OUTCOMES.keys()
    got = answer(
        find(case["target"]),
        status=case["status"],
        headers=case.get("headers", {}),
        body=filled(case["body"]),
        now=case.get("now"),
    )
    assert isinstance(got, OUTCOMES[outcome]), got
    expected = dict(case[outcome])
    if isinstance(got, Failed):
        _failed(got, expected)
    elif isinstance(got, Completed):
        _completed(got, expected)
    else:
        _pending(got, expected)
    assert expected == {}


def _failed(got: Failed, expected: dict[str, Any]) -> None:
    for name in ("kind", "retry", "charged", "id"):
        if name in expected:
            assert getattr(got, name) == expected.pop(name)
    if "fields" in expected:
        named = {last_name(problem.path) for problem in got.problems if problem.path}
        assert {folded(name) for name in expected.pop("fields")} <= named
    if "code" in expected:
        code = expected.pop("code")
        assert all(problem.code == code for problem in got.problems)
    if "after" in expected:
        assert got.after == pytest.approx(expected.pop("after"))
    if "problems" in expected:
        assert len(got.problems) == expected.pop("problems")


def _completed(got: Completed, expected: dict[str, Any]) -> None:
    assert len(got.images) == expected.pop("images")
    for name in ("id", "currency", "usage"):
        if name in expected:
            assert getattr(got, name) == expected.pop(name)
    if "cost" in expected:
        assert got.cost == pytest.approx(expected.pop("cost"))
    if "seed" in expected:
        assert got.seed == expected.pop("seed")
    if "revised_prompt" in expected:
        assert got.revised_prompt == expected.pop("revised_prompt")
    if "problems" in expected:  # of entries that are no images
        assert [problem.code for problem in got.problems] == expected.pop("problems")
    for name in ("expires", "media_type", "url"):
        if name in expected:
            assert getattr(got.images[0], name) == expected.pop(name)
    if "size" in expected:
        assert str(got.images[0].size) == expected.pop("size")


def _pending(got: Pending, expected: dict[str, Any]) -> None:
    for name in ("id", "state", "currency", "after"):
        if name in expected:
            assert getattr(got, name) == expected.pop(name)
    if "cost" in expected:
        assert got.cost == pytest.approx(expected.pop("cost"))
    for name in ("method", "path", "url"):
        if name in expected:
            assert got.poll is not None
            wanted = expected.pop(name)
            assert str(getattr(got.poll, name)).endswith(wanted)
