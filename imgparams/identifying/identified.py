"""The answer of `identify`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from imgparams.errors import Problem
from imgparams.target import Target
from imgparams.values import FrozenDict, Value, freeze


@frozen(eq=False, repr=False)
class Identified(Value):
    """Whose call it is: `target` if it can be only one, else None; `candidates` are all that fit, best first.

    `request` is the body as `check`, `to_intent` and `convert` take it for the first candidate, with keys such as
    `header:Accept` and `path:model` where its table has them; None without a candidate. `why` tells what decided, or
    why no target is named. `parameters` are the other values in the URL: a deployment, a region, an account. `unread`
    lists what is in the call but can't be read from its text, such as a file or a variable of the shell; the request
    holds a stand-in there. If an error stands there, the body is JSON where the target takes a form, or the reverse.
    `place` is where the call was found.
    """

    target: Target | None
    request: Any
    candidates: tuple[Target, ...]
    why: str
    parameters: Mapping[str, str] = field(factory=FrozenDict, converter=freeze)
    unread: tuple[Problem, ...] = ()
    method: str = ""
    url: str = ""
    place: str = ""

    def __repr__(self) -> str:
        named = self.target.name if self.target else None
        names = [target.name for target in self.candidates]
        return f"Identified(target={named!r}, candidates={names!r}, why={self.why!r})"
