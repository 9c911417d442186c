"""Reads an answer: images, a task that goes on, or a failure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from imgparams.answers.comparing import changes_of
from imgparams.answers.errors import (
    Entry,
    Found,
    all_entries,
    by_status,
    entries,
    found_of,
    inner_of,
    retryable_in,
    wait_in,
)
from imgparams.answers.images import Made, made_of, moderated
from imgparams.answers.learning import SOURCE, fault_at, learned_from, repaired
from imgparams.answers.limits import Limit, number
from imgparams.answers.naming import flat_of, wires_in, wires_named
from imgparams.answers.places import Arrived, first_at, parsed, text_of, values_at
from imgparams.answers.results import Basis, Completed, Failed, Pending
from imgparams.answers.vendors import answers_of
from imgparams.answers.vendors.shared import USUAL
from imgparams.answers.words import Answers, FailureKind, Retry, State, Task
from imgparams.catalog import TargetName, target_of
from imgparams.engine.body import body_of
from imgparams.engine.call import Http
from imgparams.errors import Code, Invalid, Level, Problem
from imgparams.paths import parse, spell
from imgparams.target import Target
from imgparams.texts import clean, sniff
from imgparams.translation import Translation
from imgparams.values import JsonMapping, thaw, unreadable


def answer(
    target: Target | TargetName | str,
    *,
    status: int,
    body: object,
    headers: Mapping[str, str] | Iterable[tuple[str, str]] | None = None,
    sent: Translation | JsonMapping | Sequence[JsonMapping] | None = None,
    polled: Http | None = None,
    now: float | None = None,
    answers: Answers | None = None,
) -> Completed | Pending | Failed:
    """Returns what a vendor's answer means, whatever its status, headers and body.

    `body` is JSON as it was parsed, or a text or bytes. `sent` is the translation or the request that was sent: with it
    the images are compared with what was asked, and a failure has paths into the request and what to send instead; a
    translation's own target counts where it is another operation. `polled` is the call that was answered, where that
    was `Pending.poll`: the next one goes to the same place. `now` is a Unix time in seconds, for waits until a date.
    `answers` are the words for a target of your own. Raises UnknownTarget, and TypeError for a status that is no int.
    """
    if not isinstance(status, int) or isinstance(status, bool):
        raise TypeError(f"status must be the number of the HTTP status, not {type(status).__name__}")
    target = target_of(target)
    arrived = _arrived(status, headers, body)
    known = answers if answers is not None else answers_of(target.provider)
    sent_to = sent.target if isinstance(sent, Translation) else target
    return _Reading(sent_to, known, arrived, _request_of(sent, sent_to), body, polled, now).result()


#: files that can't be mistaken for text
_PICTURES = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif", "image/avif"})


def _arrived(status: int, headers: Mapping[str, str] | Iterable[tuple[str, str]] | None, body: object) -> Arrived:
    pairs = headers.items() if isinstance(headers, Mapping) else headers or ()
    names = {str(name).lower(): str(value) for name, value in pairs}
    if isinstance(body, (bytes, bytearray)):
        data = bytes(body)
        if sniff(data) in _PICTURES or names.get("content-type", "").startswith("image/"):
            return Arrived(status, names, None, "", data)
        body = data.decode("utf-8", "replace")
    if isinstance(body, str):
        body = body.removeprefix("\ufeff")
        found = parsed(body)
        return Arrived(status, names, found, "" if isinstance(found, (Mapping, list)) else body, None)
    return Arrived(status, names, body, "", None)


def _request_of(sent: Translation | JsonMapping | Sequence[JsonMapping] | None, target: Target) -> JsonMapping | None:
    request = sent.request if isinstance(sent, Translation) else body_of(sent, target)
    if not isinstance(request, Mapping) or any(unreadable(request, files=True)):
        return None
    return request


class _Reading:
    """One answer while it is read."""

    def __init__(
        self,
        target: Target,
        answers: Answers,
        arrived: Arrived,
        request: JsonMapping | None,
        body: object,
        polled: Http | None,
        now: float | None,
    ) -> None:
        self.target, self.answers, self.arrived, self.request = target, answers, arrived, request
        self.body, self.polled, self.now = body, polled, now
        try:
            self.flat = flat_of(request, target)
        except Invalid:
            self.flat, self.request = {}, None

    def result(self) -> Completed | Pending | Failed:
        made = self._made()
        task, state = self._task()
        if self.arrived.status < 400 or state in ("done", "pending"):
            if made is not None and made.images and state not in ("failed", "moderated"):
                return self._completed(made)
            if task is not None and self._goes_on(task, state):
                return self._pending(task, state)
        return self._failed(made, task, state)

    # ---- images

    def _made(self) -> Made | None:
        found = [made_of(self.arrived, makes) for makes in self.answers.makes]
        with_images = (made for made in found if made.images)
        others = (made for made in found if made.refused or made.is_there)
        return next(with_images, None) or next(others, None)

    def _completed(self, made: Made) -> Completed:
        problems = [moderated(reason) for reason in made.refused]
        problems += [self._half(entry) for entry in all_entries(self.arrived, self.answers.errors)]
        changes = changes_of(made.images, self.request, self.target, self.flat) if self.request is not None else ()
        numbers = {name: number(first_at(self.arrived, (place,))) for name, place in made.makes.usage.items()}
        return Completed(
            images=made.images,
            problems=tuple(problems),
            changes=changes,
            usage={name: value for name, value in numbers.items() if value is not None},
            cost=self._cost(made.makes.cost, made.makes.cost_unit),
            currency=self._currency(made.makes.currency),
            id=self._id(made.makes.id),
            body=self.body,
        )

    def _half(self, entry: Entry) -> Problem:
        """Returns the problem of an error beside images."""
        found = found_of(entry, self.answers, self.arrived.status)
        code: Code = "withheld" if found.kind == "moderation" else (found.row and found.row.problem) or "missing"
        why = clean(entry.message or entry.code or found.kind)
        return Problem("warning", code, (), None, why, source=SOURCE)

    def _cost(self, places: Sequence[str], unit: float = 1) -> float | None:
        costs = [
            number(value) for place in places for value in values_at(self.arrived, place)
        ]  # of each image, or of all
        known = [cost for cost in costs if cost is not None]
        return sum(known) * unit if known else None

    def _currency(self, word: str) -> str:
        found = text_of(first_at(self.arrived, (word[2:],))) if word.startswith("$.") else word
        return {"DOLLARS": "USD", "CREDITS": "credits"}.get(found, found[:20])

    def _id(self, places: Sequence[str]) -> str | None:
        found = text_of(first_at(self.arrived, (*places, *self.answers.id)))
        return found[:500] or None

    # ---- tasks

    def _task(self) -> tuple[Task | None, State | None]:
        """Returns the flow whose state or id is in the answer, with what the state means."""
        for task in self.answers.tasks:
            word = text_of(first_at(self.arrived, task.state))
            state = task.words.get(word)
            if state == "done" and any(text_of(first_at(self.arrived, (place,))) for place in task.failed):
                state = "failed"
            if state is not None:
                return task, state
        for task in self.answers.tasks:
            if first_at(self.arrived, task.id) is not None:
                return task, None
        return None, None

    def _goes_on(self, task: Task, state: State | None) -> bool:
        if state == "pending":
            return True
        if state == "done":  # the images are had by another call
            return first_at(self.arrived, task.result_url) is not None
        if state is not None or self.arrived.status >= 400 or first_at(self.arrived, task.id) is None:
            return False
        if first_at(self.arrived, task.state) is None:  # just started
            return not entries(self.arrived, self.answers.errors)
        return not any(one.row for one in self._found(self.arrived, self.answers))  # a word that is not known

    def _pending(self, task: Task, state: State | None) -> Pending:
        found = text_of(first_at(self.arrived, task.id))
        url = first_at(self.arrived, task.result_url if state == "done" else task.poll_url)
        wait = wait_in(self.arrived, self.answers, self.now)
        return Pending(
            id=found[:500] or None,
            poll=self._call_at(url) if isinstance(url, str) else self.polled or self._call(task, found),
            state=text_of(first_at(self.arrived, task.state)),
            after=wait if wait is not None else 0.0 if state == "done" else task.after,
            cost=self._cost(task.cost),
            currency=self._currency(task.currency),
            body=self.body,
        )

    def _call(self, task: Task, found: str) -> Http | None:
        """Returns the next call by the path that the vendor's pages state."""
        if not task.poll or not found or not found.isprintable():
            return None
        method, _, path = task.poll.partition(" ")
        path = path.replace("{path}", self.target.path).replace("{model}", quote(self.target.model, safe="/"))
        path = path.replace("{id}", quote(found[:500], safe=""))
        host = self.target.base_url if "{" not in self.target.base_url else ""
        json = _filled(thaw(task.poll_body), found) if task.poll_body is not None else None
        return Http(method, path, json, None, self._headers(), host, self.target.key_header, self.target.provider)

    def _call_at(self, url: str) -> Http | None:
        """Returns the next call at a URL of the answer; another host than the vendor's gets no credential."""
        if url.startswith("/") and not url.startswith("//"):
            key, host = self.target.key_header, self.target.base_url
            return Http("GET", url, None, None, self._headers(), host, key, self.target.provider)
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        if parts.scheme not in ("https", "http") or not parts.hostname or not url.isprintable():
            return None
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        is_own = _same_site(parts.hostname, self.target.base_url)
        host = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        key, headers = (self.target.key_header, self._headers()) if is_own else ("", {})
        return Http("GET", path, None, None, headers, host, key, self.target.provider)

    def _headers(self) -> dict[str, str]:
        """Returns the headers that every call of the target has."""
        rows = (row for row in self.target.rows if row.is_constant and row.wires[0].startswith("header:"))
        return {row.wires[0].removeprefix("header:"): str(row.value) for row in rows}

    # ---- failures

    def _failed(self, made: Made | None, task: Task | None, state: State | None) -> Failed:
        arrived, answers = self.arrived, self.answers
        inner = inner_of(arrived, answers)
        if inner is not None and (behind := answers_of(inner[0].lower())).says:
            found = self._found(inner[1], behind) or self._found(arrived, answers)
        else:
            found = self._found(arrived, answers)
        word = text_of(first_at(arrived, task.state)) if task else ""
        if state in ("failed", "moderated") and not any(one.row for one in found):
            alone = found_of(Entry(word, "", word, (), Limit()), answers, arrived.status)
            found = [alone, *found] if alone.row else found
        kind, basis, message, code = self._class_of(found, made, state)
        first = found[0] if found else None
        problems, learned = self._problems(found, kind)
        wait = first.seconds if first and first.seconds is not None else wait_in(arrived, answers, self.now)
        retry = _retry(kind, first, retryable_in(arrived, answers), made)
        fixed = None
        if kind == "bad_parameter" and self.request is not None:
            named = [spell(problem.path) for problem in problems if problem.path]
            fixed = repaired(self.request, learned or self.target, named, self.flat)
        return Failed(
            kind=kind,
            message=_shown(message) or _shown(word) or f"HTTP status {arrived.status}",
            problems=problems,
            code=clean(code, 200),
            retry=retry,
            after=wait if retry == "yes" else None,
            charged=first.row.charged if first and first.row else None,
            basis=basis,
            ended=state in ("failed", "moderated"),
            repair=fixed,
            learned=learned,
            id=self._id(task.id if task else ()),
            status=arrived.status,
            body=self.body,
        )

    def _found(self, arrived: Arrived, answers: Answers) -> list[Found]:
        """Returns the errors of an answer, those that are known best first."""
        some = entries(arrived, answers.errors) or entries(arrived, USUAL)
        found = [found_of(entry, answers, arrived.status) for entry in some]
        order: tuple[Basis, ...] = ("text", "code", "type", "state", "body", "status")
        return sorted(found, key=lambda one: order.index(one.basis))

    def _class_of(
        self, found: Sequence[Found], made: Made | None, state: State | None
    ) -> tuple[FailureKind, Basis, str, str]:
        """Returns kind, basis, message and code: known errors first, then the state, then what was withheld."""
        first = found[0] if found else None
        message = "; ".join(dict.fromkeys(one.entry.message or one.entry.code for one in found[:20]))
        code = first.entry.code or first.entry.type if first else ""
        if first is not None and first.row is not None:
            return first.kind, first.basis, message, code
        if state == "moderated":
            return "moderation", "state", message, code
        if made is not None and (made.refused or (made.is_there and made.makes.empty == "moderation")):
            reasons = "; ".join(made.refused) or "no image came"
            return "moderation", "body", message or reasons, code
        if state == "failed":
            return "unknown", "state", message, code
        if first is not None:
            return first.kind, first.basis, message, code
        return by_status(self.arrived.status), "status", message, code

    def _problems(self, found: Sequence[Found], kind: FailureKind) -> tuple[tuple[Problem, ...], Target | None]:
        """Returns what is wrong with which field, and the target with what the table did not know."""
        if kind not in ("bad_parameter", "moderation", "model"):
            return (), None
        problems = list[Problem]()
        unknown: dict[str, tuple[Code, Limit]] = {}
        for one in found[:50]:
            if one.kind != kind:
                continue
            code: Code = _code_of(one, kind)
            for wire, is_named in self._wires(one, kind):
                disputed = kind == "bad_parameter" and self._is_new(wire, code)
                if disputed:
                    unknown[wire] = (code, one.limit)
                problems.append(self._problem(one, wire, "disputed" if disputed else code, is_named=is_named))
        learned = None
        if unknown and self.request is not None:
            why = clean(found[0].entry.message or found[0].entry.code or "the vendor refused it")
            learned = learned_from(unknown, why, self.target, self.request, self.flat)
        return tuple(problems), learned

    def _wires(self, one: Found, kind: FailureKind) -> list[tuple[str, bool]]:
        """Returns the wires that an error is about, and whether the answer names them as its field."""
        if named := wires_named(one.names, self.target, self.flat):
            return [(wire, True) for wire in named]
        if one.names or kind != "bad_parameter":
            return []
        return [(wire, False) for wire in wires_in(one.entry.message, self.target, self.flat)]

    def _is_new(self, wire: str, code: Code) -> bool:
        """Whether the table had nothing against what was sent here."""
        if self.request is None or (wire not in self.flat and code != "missing"):
            return False
        return not fault_at(wire, self.target, self.request)

    def _problem(self, one: Found, wire: str, code: Code, *, is_named: bool) -> Problem:
        row = self.target.by_wire.get(wire)
        name = row.field_at(wire) if row is not None else None
        value = self.flat.get(wire, one.value)
        why = clean(one.entry.message or one.entry.code or one.kind)
        level: Level = "error" if is_named else "warning"
        return Problem(level, code, parse(wire), value, why, one.limit.allowed, name, SOURCE)


def _shown(message: str) -> str:
    """Returns a message without credentials and files."""
    return clean(re.sub(r"[A-Za-z0-9+/_=-]{200,}", "<a file>", message[:4000].strip()), 1000)


def _code_of(one: Found, kind: FailureKind) -> Code:
    if one.row is not None and one.row.problem is not None:
        return one.row.problem
    if kind == "moderation":
        return "withheld"
    if one.limit.multiple is not None:
        return "off_grid"
    return "out_of_range" if one.limit.min is not None or one.limit.max is not None else "not_allowed"


def _retry(kind: FailureKind, first: Found | None, said: bool | None, made: Made | None) -> Retry:
    """Returns whether to try again: what was moderated never, unless only the output was, with another seed."""
    row = first.row if first else None
    if kind == "moderation":
        of_output = (row is not None and (row.stage == "output" or row.retry == "seed")) or (
            row is None and made is not None
        )
        return "seed" if of_output and (row is None or row.retry != "no") else "no"
    if row is not None and row.retry is not None:
        usual = row.retry
    else:
        usual = "yes" if kind in ("rate_limit", "transient") else "no"
    if said is not None and kind in ("rate_limit", "transient", "unknown"):
        return "yes" if said else "no"
    return usual


def _filled(value: Any, found: str) -> Any:
    """Returns a body with the id in place of `{id}`."""
    if isinstance(value, dict):
        return {key: _filled(item, found) for key, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, found) for item in value]
    return found if value == "{id}" else value


def _same_site(host: str, base_url: str) -> bool:
    """Whether a host is the vendor's: its own, or one below the name that its own stands below (`api.` in front)."""
    own = urlsplit(base_url).hostname if base_url and "{" not in base_url else None
    if own is None:
        return False
    labels = own.split(".")
    site = own if len(labels) == 2 else ".".join(labels[1:]) if len(labels) == 3 else ""
    return host == own or (bool(site) and host.endswith(f".{site}"))
