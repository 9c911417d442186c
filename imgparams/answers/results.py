"""What an answer is: images, a task that goes on, or a failure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from attrs import field, frozen

from imgparams.answers.words import FailureKind, Retry
from imgparams.engine.call import Http
from imgparams.errors import Change, Problem
from imgparams.geometry import Size
from imgparams.target import Target
from imgparams.texts import clean
from imgparams.translation import Translation
from imgparams.values import FrozenDict, Value

Basis = Literal["text", "code", "type", "state", "body", "status"]


@frozen(eq=False, repr=False)
class GeneratedImage(Value):
    """One image: one of `url`, `base64` and `data` is set.

    `size` is the real one, from the first bytes of the file; where only a URL came, it is what the vendor says, else
    None. `expires` is for how many seconds the URL is good, None where that is not stated. `reason` is what the
    vendor says of its moderation or why it ended.
    """

    url: str | None = None
    base64: str | None = None
    data: bytes | None = None
    media_type: str | None = None
    size: Size | None = None
    expires: float | None = None
    seed: int | None = None
    revised_prompt: str | None = None
    reason: str | None = None
    id: str | None = None

    def __repr__(self) -> str:
        """Returns the form, the type and the size, without the image itself."""
        form = "url" if self.url else "base64" if self.base64 else "bytes"
        more = [str(value) for value in (self.media_type, self.size) if value is not None]
        return f"<GeneratedImage {' '.join([form, *more])}>"


@frozen(eq=False, repr=False, kw_only=True)
class Completed(Value):
    """Images came. `problems` are about images that did not come, `changes` what came otherwise than it was asked for.

    `usage` are numbers by the names `input_tokens`, `output_tokens`, `total_tokens`. `cost` is in `currency`, None
    where the answer does not say. `body` is the whole answer.
    """

    images: tuple[GeneratedImage, ...]
    problems: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()
    usage: Mapping[str, float] = FrozenDict()
    cost: float | None = None
    currency: str = ""
    id: str | None = None
    body: Any = field(default=None, repr=False)

    __hash__ = None  # type: ignore[assignment]

    @property
    def seed(self) -> int | None:
        """The first image's seed."""
        return next((image.seed for image in self.images if image.seed is not None), None)

    @property
    def revised_prompt(self) -> str | None:
        """The first image's prompt as the vendor changed it."""
        return next((image.revised_prompt for image in self.images if image.revised_prompt is not None), None)

    def __repr__(self) -> str:
        more = [f"{change.field} {change.kind}" for change in self.changes]
        more += [f"{problem.level} {problem.code}" for problem in self.problems]
        return f"<Completed: {len(self.images)} image{'s' * (len(self.images) != 1)}{''.join(f', {m}' for m in more)}>"


@frozen(eq=False, repr=False, kw_only=True)
class Pending(Value):
    """The task goes on: send `poll` next, not before `after` seconds where the vendor states that.

    `poll` is None where the answer lacks what it takes. `state` is the vendor's word.
    """

    id: str | None
    poll: Http | None
    state: str = ""
    after: float | None = None
    cost: float | None = None
    currency: str = ""
    body: Any = field(default=None, repr=False)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<Pending {clean(self.id or '?', 60)}{f', {clean(self.state, 40)}' if self.state else ''}>"


@frozen(eq=False, repr=False, kw_only=True)
class Failed(Value):
    """No image came.

    `retry` is "yes" where the same call may pass later (after `after` seconds where stated), "seed" where only another
    seed may, else "no". With `ended` the task that was polled is over: to try again is to submit it anew, not to poll.
    `charged` is None where it is not known whether this costs. `basis` is what `kind` was read
    from; "status" is the weakest. `repair` is what to send instead: legal by the table and by what the answer said,
    else None. `learned` is the target with the limit that the answer tells, where the table knew nothing of it.
    """

    kind: FailureKind
    message: str
    problems: tuple[Problem, ...] = ()
    code: str = ""
    retry: Retry = "no"
    after: float | None = None
    charged: bool | None = None
    ended: bool = False
    basis: Basis = "status"
    repair: Translation | None = field(default=None, repr=False)
    learned: Target | None = field(default=None, repr=False)
    id: str | None = None
    status: int = 0
    body: Any = field(default=None, repr=False)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<Failed: {self.kind}, retry {self.retry}, {clean(self.message, 120)!r}>"

    def __str__(self) -> str:
        """Returns the class and the message, what to do, and a line for each problem."""
        again = {"no": "don't try again", "yes": "try again", "seed": "try again with another seed"}[self.retry]
        when = f" after {self.after:g} s" if self.after is not None and self.retry != "no" else ""
        lines = [f"{self.kind}: {clean(self.message)}; {again}{when}", *map(str, self.problems)]
        return "\n".join(lines)
