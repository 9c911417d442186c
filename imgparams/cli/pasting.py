"""Prints a call alone, to paste or to pipe: as a curl command, as Python, or its request as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from imgparams.cli import output
from imgparams.cli.inputs import Usage, typed
from imgparams.cli.output import Answer, Form, Screen
from imgparams.errors import Problem
from imgparams.texts import did_you_mean, listed, shown
from imgparams.translation import Translation


def pasted(done: Translation, form: Form, values: Iterable[str], warnings: Sequence[Problem]) -> Answer:
    """Returns the answer whose text is the call, with everything else on stderr."""
    if filled := dict(_value(text, done) for text in values):
        done = done.supply(filled)
    if form == "json":
        return Answer(dict, lambda screen: _show_request(screen, done, warnings), False, int(bool(done.needs)))
    if done.needs:
        why = "imgparams: the call can't be written while a need is open"
        return Answer(dict, lambda _: output.beside(done.changes, done.needs, warnings, why), False, 1)
    if open_ := done.call_needs:
        missing = " ".join(f"--fill {need.at}=..." for need in open_)
        raise Usage(f"the URL {done.target.base_url}{done.target.path} needs {missing}")
    call = done.http()
    text = call.curl() if form == "curl" else call.as_python()

    def show(_: Screen) -> None:
        sys.stdout.write(f"{text.rstrip()}\n")  # as it is: to escape more would change what is sent
        output.beside(done.changes, (), warnings)

    return Answer(dict, show, False)


def _show_request(screen: Screen, done: Translation, warnings: Sequence[Problem]) -> None:
    output.body(screen, done.request, whole=True)
    output.beside(done.changes, done.needs, warnings)


def _value(text: str, done: Translation) -> tuple[str, str]:
    """Returns the name and the value of `--fill name=value`."""
    name, equals, value = typed(text).partition("=")
    if not equals:
        raise Usage(f"--fill {shown(name)}: expected name=value")
    names = [need.at for need in done.call_needs]
    if name not in names:
        known = did_you_mean(name, names) or (f"; it has {listed(names, 'and')}" if names else "")
        raise Usage(f"--fill {shown(name)}: the URL has no such placeholder{known}")
    return name, value
