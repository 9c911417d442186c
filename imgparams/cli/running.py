"""Parses a command line, runs its command, and prints the answer, for people or as one JSON document."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from cyclopts import CycloptsError
from cyclopts.exceptions import MissingArgumentError, UnknownOptionError, UnusedCliTokensError

from imgparams.cli import output
from imgparams.cli.commands import app
from imgparams.cli.inputs import STDIN, Usage, typed
from imgparams.cli.output import Answer, Screen
from imgparams.errors import ImgparamsError, Problem, Refused, UnknownTarget
from imgparams.texts import listed, shown

MOST_LINES = 20  # of one message
ASKING = ("request", "rank", "plan")  # commands whose argument may be a prompt


def run(tokens: Sequence[str]) -> int:
    """Parses, runs and prints; returns the exit code."""
    as_json = any(token == "--json" or token.startswith("--json=") for token in tokens)
    screen = Screen(sys.stdout)
    if not tokens or tokens[0].startswith("-") or tokens[0] not in app:
        load_all()
    try:
        given = [STDIN if token == "-" else token for token in tokens]
        command, bound, *_ = app.parse_args(given, console=screen.console, print_error=False, exit_on_error=False)
        answer = command(*bound.args, **bound.kwargs)
        if not isinstance(answer, Answer):  # an exit code of what has printed all; help and version give none
            return answer if isinstance(answer, int) else 0
        if answer.json:
            _print_json(answer.data())
        else:
            answer.show(screen)
        return answer.code
    except CycloptsError as error:
        return _failed(_misused(error, given), as_json)
    except Usage as error:
        return _failed(str(error), as_json, error.problems)
    except Refused as error:
        return _refused(error, as_json)
    except UnknownTarget as error:
        return _failed(_unknown(error), as_json, error.problems)
    except ImgparamsError as error:
        return _failed(str(error), as_json, error.problems)


def load_all() -> None:
    """Loads the commands that are not beside `app`: request, check and the like start sooner without."""
    from imgparams.cli import completion, explaining, exports, fixing, several  # noqa: F401


def _misused(error: CycloptsError, given: Sequence[str]) -> str:
    """Returns in one line what is wrong with a command line, with a near name for what is misspelt."""
    commands = [name for name in app if not name.startswith("-")]
    command = given[0] if given and given[0] in commands else ""
    see = f"(see {' '.join(filter(None, ('imgparams', command, '--help')))})"
    if isinstance(error, UnknownOptionError):
        option = (error.token.keyword or error.token.value).partition("=")[0]
        known = [name for argument in error.argument_collection for name in argument.names if name.startswith("--")]
        return f"unknown option {_plain(option)}{_near(option, known)} {see}"
    if isinstance(error, MissingArgumentError) and error.argument is not None:
        name = error.argument.name
        fault = "has no value" if any(option in given for option in error.argument.names) else "is missing"
        targets = "; `imgparams targets` lists what it can be" if name in ("TARGET", "--to", "--from") else ""
        return f"{name} {fault}{targets} {see}"
    if not command and given:
        if given[0].startswith("-"):
            near = _near(given[0], ("--help", "--version"))
            return f"unknown option {_plain(given[0])}{near or '; a command comes first'} {see}"
        return f"unknown command {_plain(given[0])}{_near(given[0], commands)} {see}"
    if isinstance(error, UnusedCliTokensError):
        extra = typed((error.unused_tokens or given)[0])
        hint = "; put a prompt of several words in quotes" if command in ASKING else ""
        return f"one argument too many: {shown(extra)}{hint} {see}"
    return f"{str(error).replace(repr(STDIN), repr('-')).replace(STDIN, '-').strip()} {see}"


def _near(name: str, known: Sequence[str]) -> str:
    """Returns `; did you mean --prompt?`, or "" if no known name is similar."""
    from difflib import get_close_matches

    near = get_close_matches(name[:80].replace("_", "-"), known, n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near else ""


def _plain(word: str) -> str:
    return shown(typed(word))[1:-1]


def _unknown(error: UnknownTarget) -> str:
    hint = f"did you mean {listed(error.near, 'or')}?" if error.near else "see `imgparams targets`"
    envelope = (
        f"{'' if error.near else '.'} {error.envelope} takes any model of this provider" if error.envelope else ""
    )
    return f"no target {shown(error.name)}; {hint}{envelope}"


def _failed(why: str, as_json: bool, problems: Sequence[Problem] = ()) -> int:
    lines = output.safe(f"imgparams: {why}").splitlines()
    more = [f"... and {len(lines) - MOST_LINES} more"] if len(lines) > MOST_LINES else []
    print(*lines[:MOST_LINES], *more, sep="\n", file=sys.stderr)
    if as_json:
        _print_json(output.failure_data(why, problems))
    return 2


def _refused(error: Refused, as_json: bool) -> int:
    screen = Screen(sys.stderr)
    screen.line(f"imgparams: refused, {len(error.refused)} of {len(error.changes)} changes not allowed:")
    if error.problems:
        output.problems(screen, error.problems)
    output.changes(screen, error.changes, error.refused)
    if as_json:
        _print_json(output.refusal_data(error))
    return 1


def _print_json(value: object) -> None:
    from imgparams import serial

    sys.stdout.write(json.dumps(serial.dump(value), allow_nan=False) + "\n")
