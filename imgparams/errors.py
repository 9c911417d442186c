"""Changes and problems of a request, and the exceptions that carry them.

Values only: the engine finds changes, rows and rules find problems.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import attrs
from attrs import frozen

from imgparams.texts import (
    HIDDEN,
    clean,
    leads_to_secret,
    path_text,
    shown,
    shown_why,
    without_credentials,
    without_secrets,
)
from imgparams.values import Path, Value, short

if TYPE_CHECKING:
    from collections.abc import Iterable

Kind = Literal["clamped", "mapped", "dropped", "added"]
Level = Literal["error", "warning"]
Code = Literal[
    "missing",
    "unknown_field",
    "wrong_type",
    "not_allowed",
    "out_of_range",
    "off_grid",
    "too_long",
    "too_many",
    "bad_ratio",
    "bad_area",
    "conflict",
    "incomplete",
    "credential",
    "unreadable",
    "open_need",
    "unknown_target",
    "bad_table",
    "ignored",
    "altered",
    "disputed",
    "deprecated",
    "retired",
    "unverified",
    "withheld",
]


def _brief(value: object) -> str:
    return short(without_credentials(value[:1000]) if isinstance(value, str) else without_secrets(value))


@frozen(eq=False, repr=False)
class Change(Value):
    """One field of the intent that the request does not express as it was set.

    `clamped`: a number, size, length or count was moved, or less picture than asked comes; `mapped`: put into other
    words, with loss; `dropped`: left out; `added`: not asked for. `loss` is the larger of |ln shape error| and |ln area
    error| for sizes, |became - asked| / max(|asked|, 1) for numbers, and infinite for words and for what is dropped.
    `path` is the place in the source request of `convert`; `source` the page and the date by which the limit can be
    checked.
    """

    field: str
    kind: Kind
    asked: object = attrs.field(repr=_brief)
    became: object = attrs.field(repr=_brief)
    why: str
    loss: float = float("inf")
    path: Path = ()
    source: str | None = None

    def __attrs_post_init__(self) -> None:
        if "." in self.field and leads_to_secret(tuple(self.field.split("."))):  # of `provider_options`
            for name in ("asked", "became"):
                if getattr(self, name) is not None:
                    object.__setattr__(self, name, HIDDEN)

    def at(self, path: Path) -> Change:
        """Returns the same change, at a place in the source request."""
        return Change(self.field, self.kind, self.asked, self.became, self.why, self.loss, path, self.source)

    def __str__(self) -> str:
        return f"{clean(self.field)}: {self.kind} {self._values()} ({shown_why(self.why)})"

    def _values(self) -> str:
        if self.kind == "dropped":
            return shown(self.asked)
        return shown(self.became) if self.kind == "added" else f"{shown(self.asked)} -> {shown(self.became)}"


@frozen(eq=False, repr=False)
class Problem(Value):
    """One problem of a request, with the vendor's names: `path` into the request, `field` the intent's field."""

    level: Level
    code: Code
    path: Path
    value: object = attrs.field(repr=_brief)
    why: str
    allowed: tuple[object, ...] | None = None
    field: str | None = None
    source: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.value is not None and leads_to_secret(self.path):
            object.__setattr__(self, "value", HIDDEN)

    def __str__(self) -> str:
        where = f" at {path_text(self.path)}" if self.path else ""
        got = "" if self.value is None else f" (got {shown(self.value)})"
        return f"{self.level} {self.code}{where}: {shown_why(self.why)}{got}"


class ImgparamsError(Exception):
    """The base class of every exception raised here; `str()` has one line per problem."""

    problems: tuple[Problem, ...]
    changes: tuple[Change, ...]

    def __init__(self, problems: Iterable[Problem] = (), changes: Iterable[Change] = ()) -> None:
        self.problems = tuple(problems)
        self.changes = tuple(changes)
        super().__init__(self.problems, self.changes)

    def __str__(self) -> str:
        return "\n".join(str(line) for line in (*self.problems, *self.changes))


class Invalid(ImgparamsError):
    """An intent, a request, an answer to a need, or a table is wrong."""


def bad_table(why: str, *path: str) -> Invalid:
    """The error of a table that contradicts itself."""
    return Invalid([Problem("error", "bad_table", path, None, why)])


CONTENT = ("prompt", "negative_prompt", "references", "mask")  # what a default policy never changes


class Refused(ImgparamsError):
    """A change is not allowed by `allow`: `refused` has those changes, `changes` has all."""

    refused: tuple[Change, ...]

    def __init__(
        self, problems: Iterable[Problem] = (), changes: Iterable[Change] = (), refused: Iterable[Change] = ()
    ) -> None:
        super().__init__(problems, changes)
        self.refused = tuple(refused)
        self.args = (self.problems, self.changes, self.refused)

    def __str__(self) -> str:
        those = set(map(id, self.refused))  # the same objects, after pickling too
        marks = (f"refused {change}" if id(change) in those else str(change) for change in self.changes)
        content = {change.field: change.kind for change in self.refused if change.field in CONTENT}
        allowing = ", ".join(f'{name}="{kind}"' for name, kind in content.items())
        hint = [f"to allow it: allow=Policy({allowing}), or allow=ALL"] if content else []
        return "\n".join((*map(str, self.problems), *marks, *hint))


class UnknownTarget(ImgparamsError, LookupError):
    """No target has this name: `near` are similar names, `envelope` is the provider's target for any model."""

    name: str
    near: tuple[str, ...]
    envelope: str | None

    def __init__(self, name: str, near: Iterable[str] = (), envelope: str | None = None) -> None:
        self.name, self.near, self.envelope = name, tuple(near), envelope
        hints = [f"did you mean {', '.join(self.near)}?"] if self.near else []
        hints += [f"{envelope} takes any model of this provider"] if envelope else []
        why = "; ".join(["no such target", *hints])
        super().__init__((Problem("error", "unknown_target", (), name, why, self.near or None),))
        self.args = (name, self.near, envelope)
