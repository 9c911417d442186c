"""Finds what is to be said of a target, and of a request that was written for it, beside its changes."""

from __future__ import annotations

from collections.abc import Sequence

from imgparams import checking
from imgparams.errors import Problem
from imgparams.target import Target
from imgparams.translation import Translation


def standing(target: Target) -> list[Problem]:
    """Returns the warning that a target is deprecated or retired."""
    problems = checking.check({}, target)
    return [problem for problem in problems if problem.code in ("deprecated", "retired") and not problem.path]


def warnings(done: Translation, before: Sequence[Problem]) -> list[Problem]:
    """Returns the warnings about a translation's request, after those about its source."""
    ours = checking.check(done.request, done.target)
    return list(dict.fromkeys([*before, *(problem for problem in ours if problem.level == "warning")]))
