"""Prints answers for people: images, a task that goes on, or a failure; neither pictures nor credentials."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from imgparams.answers import Answered, Completed, Failed, GeneratedImage, Pending
from imgparams.cli import output
from imgparams.cli.output import Screen, counted
from imgparams.errors import Problem
from imgparams.target import Target
from imgparams.texts import choice, clean, listed, number_text, path_text, range_text, shown, shown_why, word_text
from imgparams.values import is_number

MOST_NAMES = 4  # of targets that fit, in a line
LONG = 200  # characters of a URL or a text of the vendor
KINDS = {
    "bad_parameter": "a parameter was refused",
    "moderation": "the content was refused",
    "authentication": "the key was refused",
    "payment": "the account has no credit or quota left",
    "rate_limit": "too many requests",
    "model": "the model is not available",
    "transient": "the vendor had a fault",
    "unknown": "the reason is not known",
}


_FILE = re.compile(r"[A-Za-z0-9+/_-]{100,}={0,2}")  # base64 in a sentence: no word or id is as long


def explain(screen: Screen, one: Answered) -> None:
    """Prints what came of one call."""
    call = one.call
    if call.place:
        screen.line(f"{call.place}: {call.method} {clean(call.url, LONG)}", "bold")
    if call.target is None:
        screen.line(f"target not known: {one.why}", "red")
        if names := [target.name for target in call.candidates[:MOST_NAMES]]:
            screen.line(f"name one: --target {listed(names)}{' ...' if len(call.candidates) > MOST_NAMES else ''}")
        return
    name, got = call.target.name, one.answer
    if isinstance(got, Completed):
        _completed(screen, name, got)
        _shortened(screen, [image.url for image in got.images if image.url])
    elif isinstance(got, Pending):
        _pending(screen, name, got)
        _shortened(screen, [got.poll.url] if got.poll else [])
    elif isinstance(got, Failed):
        _failed(screen, call.target, got)
    else:
        screen.line(f"{name}: {one.why}", "red")


def _facts(screen: Screen, facts: Mapping[str, str]) -> None:
    for name, text in facts.items():
        if text:
            screen.line(f"{name}: {text}")


def _shortened(screen: Screen, urls: Sequence[str]) -> None:
    if any(_url(url) != url for url in urls):
        screen.line("(URLs are shortened and without what is secret; --json prints them in full)", "dim")


def _url(url: str) -> str:
    return "<data URL>" if url[:5].lower() == "data:" else clean(url, LONG)


# ---- images


def _completed(screen: Screen, name: str, got: Completed) -> None:
    screen.line(f"{name}: {counted(len(got.images), 'image')}", "green")
    for number, image in enumerate(got.images, 1):
        screen.line(f"image {number}: {', '.join(_image(image))}")
    usage = ", ".join(f"{clean(key, 40)} {number_text(value)}" for key, value in got.usage.items())
    _facts(screen, {"cost": _cost(got), "usage": usage, "id": clean(got.id or "", LONG)})
    if got.problems:
        output.problems(screen, got.problems)
    if got.changes:
        screen.line(f"{counted(len(got.changes), 'difference')} from the request:", "bold")
        output.changes(screen, got.changes)


def _image(image: GeneratedImage) -> Iterator[str]:
    yield "a URL" if image.url else "base64" if image.base64 else f"a file of {len(image.data or b'')} bytes"
    yield clean(image.media_type, 60) if image.media_type else "format not stated"
    yield str(image.size) if image.size else "size not stated"
    if image.seed is not None:
        yield f"seed {image.seed}"
    if image.expires is not None:
        yield f"expires in {_time(image.expires)}"
    if image.id:
        yield f"id {clean(image.id, 80)}"
    if image.reason:
        yield clean(image.reason, 80)
    if image.revised_prompt:
        yield f"prompt changed to {shown(image.revised_prompt)}"
    if image.url:
        yield _url(image.url)


def _cost(got: Completed | Pending) -> str:
    return "" if got.cost is None else f"{number_text(got.cost)} {clean(got.currency, 20)}".strip()


def _time(seconds: float) -> str:
    """Returns a time as people say it: 45 s, 10 min, 24 h, 7 d."""
    for unit, length in (("d", 86400), ("h", 3600), ("min", 60)):
        if seconds >= 2 * length:
            return f"{round(seconds / length, 1):.12g} {unit}"
    return f"{round(seconds, 3):.12g} s"


# ---- tasks


def _pending(screen: Screen, name: str, got: Pending) -> None:
    screen.line(f"{name}: pending", "yellow")
    _facts(screen, {"id": clean(got.id or "", LONG), "state": clean(got.state, 80), "cost": _cost(got)})
    if got.poll is None:
        screen.line("next: not known, the answer lacks what it takes")
        return
    header = got.poll.key_header.partition(":")[0]
    parts = [
        f"{got.poll.method} {_url(got.poll.url)}",
        f"with the header {clean(header, 40)}" if header else "without a key",
        "" if got.poll.json is None else f"and the body {clean(json.dumps(got.poll.json), LONG)}",
    ]
    screen.line(f"next: {' '.join(filter(None, parts))}")
    when = "not stated by the vendor" if got.after is None else f"in {_time(got.after)}" if got.after else "at once"
    screen.line(f"when: {when}")


# ---- failures


def _failed(screen: Screen, target: Target, got: Failed) -> None:
    screen.line(f"{target.name}: failed, {got.kind}: {KINDS[got.kind]}", "red")
    basis = "; read from the status alone" if got.basis == "status" else ""
    code = f", code {clean(got.code, 80)}" if got.code else ""
    _facts(
        screen,
        {"message": _said(got.message), "status": f"{got.status}{code}{basis}", "id": clean(got.id or "", LONG)},
    )
    for line in dict.fromkeys(_problem(problem, got.message) for problem in got.problems):
        screen.line(line)
    _facts(screen, {"try again": _again(got), "charged": {None: "not known", True: "yes", False: "no"}[got.charged]})
    if got.learned is not None:
        screen.line(f"the table of {target.name} did not know this limit; please report it")
    if got.repair is not None:
        screen.line()
        screen.line("send instead:", "bold")
        output.body(screen, got.repair.request)
        output.changes(screen, got.repair.changes)


def _said(text: str) -> str:
    """Returns a vendor's sentence without the files that it quotes."""
    return _FILE.sub(lambda match: f"<{len(match[0])} characters>", clean(text, 1000))


def _again(got: Failed) -> str:
    if got.retry == "no":
        return "only with the request below" if got.repair is not None else "no"
    when = f", in {_time(got.after)}" if got.after is not None else ""
    return f"{'yes' if got.retry == 'yes' else 'with another seed'}{when}"


def _problem(problem: Problem, message: str) -> str:
    """Returns which field it is and what is allowed there; the vendor's words if the message has others."""
    got = "" if problem.value is None else f" (got {shown(problem.value)})"
    why = "" if problem.why == message else f": {_said(shown_why(problem.why))}"
    allowed = f"; allowed: {_limit(problem)}" if problem.allowed else ""
    return f"{problem.level} {problem.code} at {path_text(problem.path) or 'request'}{got}{why}{allowed}"


def _limit(problem: Problem) -> str:
    allowed = tuple(problem.allowed or ())
    bounds = [None if bound is None or not is_number(bound) else float(bound) for bound in allowed]
    is_range = len(allowed) == 2 and all(bound is None or is_number(bound) for bound in allowed)
    if is_range and problem.code != "not_allowed":
        low, high = bounds
        return range_text(low, high).strip()
    if problem.code == "off_grid" and len(allowed) == 1:
        return f"multiples of {word_text(allowed[0])}"
    words = [word_text(word) if isinstance(word, str) and len(word) <= 40 else shown(word) for word in allowed[:20]]
    return choice([clean(word, 80) for word in words]) + (" ..." if len(allowed) > len(words) else "")
