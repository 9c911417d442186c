"""The command line: `imgparams targets | offers | show | rank | request | plan | intent | convert | check | fix`, and
`explain | drift`; exports: `imgparams matrix | json-schema | schema-target | tool-schema | catalog | diff | explore |
completion`.

Exit codes: 0 success; 1 refused, or a need is open, or errors, differences, changes or a failure found; 2 wrong usage
or unreadable input; 130 stopped by Ctrl-C; 141 the reader of the output has gone. Results go to stdout, error messages
to stderr. This file needs neither cyclopts nor rich.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

EXTRAS = "the command line needs two more packages: pip install 'imgparams[cli]'"


def main(tokens: Sequence[str] | None = None) -> int:
    """Runs one command line (default: that of the process) and returns the exit code; raises nothing."""
    given = sys.argv[1:] if tokens is None else list(tokens)
    try:
        _open_streams()
        code = _run(given)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _drop_output()
        return 141
    except OSError as error:  # inputs never raise it: what can't be read is a Usage
        _drop_output()
        _tell(f"imgparams: can't write the output: {error.strerror or error}")
        return 2
    except Exception as error:  # a fault of ours; the last line of a traceback is enough to find it
        _tell(f"imgparams: a bug in imgparams, please report it: {_last_line(error)}")
        return 2


def _run(given: list[str]) -> int:
    try:
        from imgparams.cli.running import run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "imgparams":
            raise
        _tell(f"imgparams: {EXTRAS} ({error.name} is missing)")
        return 2
    return run(given)


def _open_streams() -> None:
    """Replaces closed streams, which are None in Python, and escapes characters that an old locale can't write."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Discards what is still buffered, so that Python does not fail when it exits."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(line: str) -> None:
    with suppress(OSError):
        print(line, file=sys.stderr)


def _last_line(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    at = f" at {os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}: {str(error)[:200]!a}{at}"
