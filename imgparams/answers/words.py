"""The words in which a vendor's answers are written down: values only, one `Answers` a vendor.

    Says       an error: by what it is known (text, code, type, status), and what it is
    Envelope   where an error has its text, its code and the name of the field
    Makes      where images are, and what stands beside them
    Task       an asynchronous flow: where its id and state are, and how it is polled

Places are those of `places`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

import attrs
from attrs import frozen

from imgparams.answers.places import place_faults
from imgparams.errors import Code, Invalid, Problem
from imgparams.texts import shown
from imgparams.values import Value, as_tuple, freeze

FailureKind = Literal[
    "bad_parameter", "moderation", "authentication", "payment", "rate_limit", "model", "transient", "unknown"
]
KINDS: tuple[FailureKind, ...] = (
    *("bad_parameter", "moderation", "authentication", "payment", "rate_limit", "model", "transient", "unknown"),
)
#: groups of a pattern that are read
GROUPS = frozenset({"field", "fields", "value", "min", "max", "multiple", "allowed", "seconds"})
Retry = Literal["no", "yes", "seed"]
State = Literal["pending", "done", "failed", "moderated"]
Unit = Literal["seconds", "milliseconds", "date", "epoch", "epoch_ms"]


def _places(value: str | Iterable[str]) -> tuple[str, ...]:
    return ((value,) if value else ()) if isinstance(value, str) else tuple(value)


def _words(value: object) -> tuple[str, ...]:
    return (str(value),) if isinstance(value, (str, int)) and value != "" else tuple(map(str, value or ()))  # type: ignore[call-overload]


def _fits(words: tuple[str, ...], word: str) -> bool:
    """Whether a code is one of these, or goes on after a dot or a colon."""
    return any(word == one or word.startswith((f"{one}.", f"{one}:")) for one in words)


@frozen(eq=False, repr=False)
class Says(Value):
    """An error that a vendor is known to send: all that is given of text, code, type and status must fit.

    `text` is a pattern that is searched in the message; its groups `field`, `value`, `min`, `max`, `multiple`,
    `allowed` and `seconds` are read. `code` and `type` fit those that go on after a dot or a colon too. `fields` are
    the wires it is about where the answer does not name them. `retry` is "seed" where another seed may pass; `charged`
    is None where that is not stated.
    """

    kind: FailureKind
    text: str = attrs.field(default="", kw_only=True)
    code: tuple[str, ...] = attrs.field(default=(), converter=_words, kw_only=True)
    type: tuple[str, ...] = attrs.field(default=(), converter=_words, kw_only=True)
    status: int | None = attrs.field(default=None, kw_only=True)
    problem: Code | None = attrs.field(default=None, kw_only=True)
    fields: tuple[str, ...] = attrs.field(default=(), converter=_places, kw_only=True)
    stage: Literal["", "input", "output"] = attrs.field(default="", kw_only=True)
    retry: Retry | None = attrs.field(default=None, kw_only=True)
    charged: bool | None = attrs.field(default=None, kw_only=True)
    note: str = attrs.field(default="", kw_only=True)
    source: str = attrs.field(default="", kw_only=True)

    def has_code(self, code: str) -> bool:
        """Whether an error's code is one of this row's."""
        return _fits(self.code, code)

    def weight(self, message: str, code: str, type_: str, status: int) -> int:
        """Returns how closely an error fits, 0 if it does not: the text counts more than the code, type and status.

        A code or a type that is not in the answer at all is no fault where the text fits: relays leave them out.
        """
        if self.status is not None and self.status != status:
            return 0
        if self.text and not re.search(self.text, message):
            return 0
        has_code, has_type = self.has_code(code), _fits(self.type, type_)
        if self.code and not has_code and (code or not self.text):
            return 0
        if self.type and not has_type and (type_ or not (self.text or has_code)):
            return 0
        return 8 * bool(self.text) + 4 * has_code + 2 * has_type + (self.status is not None)

    def faults(self) -> Iterator[str]:
        if self.kind not in KINDS:
            yield f"{shown(self.kind)} is no kind of failure"
        if not (self.text or self.code or self.type or self.status is not None):
            yield f"a row of {self.kind} has nothing to be known by"
        try:
            names = re.compile(self.text).groupindex.keys()
        except (re.error, RecursionError, OverflowError) as error:
            yield f"the pattern {shown(self.text)} is not valid: {error}"
        else:
            if unread := names - GROUPS:
                yield f"nothing reads the groups {shown(sorted(unread))}; there are {shown(sorted(GROUPS))}"
        if self.kind == "moderation" and self.retry == "yes":
            yield "what was moderated is not sent again as it is: retry is no or seed"


@frozen(eq=False, repr=False, kw_only=True)
class Envelope(Value):
    """Where errors stand: `each` is the place of every one of several, the other places are inside of it.

    With `split` one message holds several errors. `ok` are codes that mean no error. `limits` are places of
    what is allowed: `min`, `max`, `multiple`, `allowed`. With `inner` the error of another vendor stands there as JSON,
    whose name is at `maker`.
    """

    message: tuple[str, ...] = attrs.field(converter=_places)
    code: tuple[str, ...] = attrs.field(default=(), converter=_places)
    type: tuple[str, ...] = attrs.field(default=(), converter=_places)
    field: tuple[str, ...] = attrs.field(default=(), converter=_places)
    each: str = ""
    split: str = ""
    ok: tuple[str, ...] = attrs.field(default=(), converter=_words)
    limits: Mapping[str, Any] = attrs.field(factory=dict, converter=freeze)
    inner: str = ""
    maker: str = ""

    def faults(self) -> Iterator[str]:
        places = (*self.message, *self.code, *self.type, *self.field, *_places(self.each), *_places(self.inner))
        yield from place_faults((*places, *_places(self.maker), *self._limit_places()))
        if unknown := self.limits.keys() - {"min", "max", "multiple", "allowed"}:
            yield f"an envelope has no limits {shown(sorted(unknown))}"

    def _limit_places(self) -> tuple[str, ...]:
        return tuple(place for places in self.limits.values() for place in _places(places))


@frozen(eq=False, repr=False, kw_only=True)
class Makes(Value):
    """Where images stand: `each` is the place of every entry, and the other places are inside of it.

    `image` holds a URL, a data URL or base64, or the bytes of a file; which it is can be seen. Places that begin with
    `$.` are from the top: one value for all images, or a list with one for each. `refused` are values of `reason` with
    which an entry is no image as asked (`Filter*` are all that begin so); entries with these values of `skip` are no
    results. `empty` says what an empty list means. `expires` is in seconds. `currency` is a word, or a place from the
    top that holds one (`$.cost.unit`).
    """

    image: tuple[str, ...] = attrs.field(converter=_places)
    each: str = ""
    media_type: tuple[str, ...] = attrs.field(default=(), converter=_places)
    seed: tuple[str, ...] = attrs.field(default=(), converter=_places)
    revised_prompt: tuple[str, ...] = attrs.field(default=(), converter=_places)
    size: tuple[str, ...] = attrs.field(default=(), converter=_places)
    width: tuple[str, ...] = attrs.field(default=(), converter=_places)
    height: tuple[str, ...] = attrs.field(default=(), converter=_places)
    reason: tuple[str, ...] = attrs.field(default=(), converter=_places)
    refused: tuple[str, ...] = attrs.field(default=(), converter=_words)
    image_id: tuple[str, ...] = attrs.field(default=(), converter=_places)
    skip: Mapping[str, Any] = attrs.field(factory=dict, converter=freeze)
    expires: float | None = None
    empty: Literal["", "moderation"] = ""
    cost: tuple[str, ...] = attrs.field(default=(), converter=_places)
    currency: str = ""
    cost_unit: float = 1
    usage: Mapping[str, str] = attrs.field(factory=dict, converter=freeze)
    id: tuple[str, ...] = attrs.field(default=(), converter=_places)
    note: str = ""
    source: str = ""

    def beside(self) -> Mapping[str, tuple[str, ...]]:
        """Returns the places of what stands beside an image, by what it is."""
        return {
            "media_type": self.media_type,
            "seed": self.seed,
            "revised_prompt": self.revised_prompt,
            "size": self.size,
            "width": self.width,
            "height": self.height,
            "reason": self.reason,
            "image_id": self.image_id,
        }

    def faults(self) -> Iterator[str]:
        beside = [place.removeprefix("$.") for places in self.beside().values() for place in places]
        yield from place_faults((*self.image, *_places(self.each), *beside, *self.skip, *self.cost, *self.id))
        yield from place_faults(self.usage.values())
        if self.each and "(body)" in self.image:
            yield "a body that is one file has no entries"


@frozen(eq=False, repr=False, kw_only=True)
class Task(Value):
    """An asynchronous flow: `words` says what each word of `state` means; a word that is not known is pending.

    `poll` is the method and the path with `{id}` in it (`{path}` is that of the request, `{model}` the model),
    `poll_url` the place of a URL in the answer, which comes first. `result_url` is where the images are asked for
    when the task is done, if that is another call. `after` are the seconds that the vendor wants between calls. A
    task that is done has failed where one of `failed` is there.
    """

    id: tuple[str, ...] = attrs.field(converter=_places)
    state: tuple[str, ...] = attrs.field(default=(), converter=_places)
    words: Mapping[str, State] = attrs.field(factory=dict, converter=freeze)
    poll: str = ""
    poll_body: Any = attrs.field(default=None, converter=freeze)
    poll_url: tuple[str, ...] = attrs.field(default=(), converter=_places)
    result_url: tuple[str, ...] = attrs.field(default=(), converter=_places)
    failed: tuple[str, ...] = attrs.field(default=(), converter=_places)
    after: float | None = None
    cost: tuple[str, ...] = attrs.field(default=(), converter=_places)
    currency: str = ""
    note: str = ""
    source: str = ""

    def faults(self) -> Iterator[str]:
        places = (*self.id, *self.state, *self.poll_url, *self.result_url, *self.failed, *self.cost)
        yield from place_faults(places)
        for word, state in self.words.items():
            if state not in ("pending", "done", "failed", "moderated"):
                yield f"{shown(word)} can't mean {shown(state)}"
        if not self.poll and not self.poll_url:
            yield "a task has to be polled: at a path or at a URL of the answer"
        if self.poll and not re.fullmatch(r"(GET|POST) (/|\{path\})\S*", self.poll):
            yield f"{shown(self.poll)} is no method and path"


@frozen(eq=False, repr=False, kw_only=True)
class Answers(Value):
    """What one vendor sends back; several vendors may share rows.

    `after` are places of how long to wait, with their unit. `retryable` are places that say whether to try again at
    all. `id` is the place of the call's id, for the vendor's support.
    """

    makes: tuple[Makes, ...] = attrs.field(default=(), converter=as_tuple)
    tasks: tuple[Task, ...] = attrs.field(default=(), converter=as_tuple)
    errors: tuple[Envelope, ...] = attrs.field(default=(), converter=as_tuple)
    says: tuple[Says, ...] = attrs.field(default=(), converter=as_tuple)
    after: Mapping[str, Unit] = attrs.field(factory=dict, converter=freeze)
    retryable: tuple[str, ...] = attrs.field(default=(), converter=_places)
    id: tuple[str, ...] = attrs.field(default=(), converter=_places)
    note: str = ""
    source: str = ""
    checked: str = ""

    def __attrs_post_init__(self) -> None:
        rows: tuple[Says | Envelope | Makes | Task, ...] = (*self.makes, *self.tasks, *self.errors, *self.says)
        faults = [*place_faults((*self.after, *self.retryable, *self.id)), *(f for row in rows for f in row.faults())]
        if faults:
            raise Invalid(Problem("error", "bad_table", ("answers",), None, fault) for fault in faults)
