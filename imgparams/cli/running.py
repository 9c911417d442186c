"""Parses a command line, runs its command, and prints the answer, for people or as one JSON document."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from cyclopts import CycloptsError

from imgparams.cli import exports as exports  # its commands
from imgparams.cli import output
from imgparams.cli.commands import Answer, app
from imgparams.cli.inputs import STDIN, Usage
from imgparams.cli.output import Screen
from imgparams.errors import ImgparamsError, Problem, Refused, UnknownTarget
from imgparams.texts import shown

MOST_LINES = 20  # of one message


def run(tokens: Sequence[str]) -> int:
    """Parses, runs and prints; returns the exit code."""
    as_json = any(token == "--json" or token.startswith("--json=") for token in tokens)
    screen = Screen(sys.stdout)
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
        lines = str(error).replace(repr(STDIN), repr("-")).replace(STDIN, "-").strip()
        return _failed(f"{lines} (see imgparams --help)", as_json)
    except Usage as error:
        return _failed(str(error), as_json, error.problems)
    except Refused as error:
        return _refused(error, as_json)
    except UnknownTarget as error:
        return _failed(_unknown(error), as_json, error.problems)
    except ImgparamsError as error:
        return _failed(str(error), as_json, error.problems)


def _unknown(error: UnknownTarget) -> str:
    near = f"; did you mean {' or '.join(error.near)}?" if error.near else ", see `imgparams targets`."
    envelope = f" Use {error.envelope} for any other model of this provider." if error.envelope else ""
    return f"no target {shown(error.name)}{near}{envelope}"


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
