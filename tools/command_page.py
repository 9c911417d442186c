"""Makes the page of the command line from what each command's `--help` prints."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stdout
from pathlib import Path
from unittest.mock import patch

from imgparams.cli import main
from imgparams.cli.commands import app
from imgparams.cli.running import load_all

HEAD = """# The command line

`imgparams`, or `python -m imgparams`; it needs the extra `cli`.

## Exit codes

| code | when |
|---|---|
| 0 | success; warnings alone are no failure |
| 1 | a change was refused; a need is open, so that the request can't be sent yet (`request`, `convert`, `plan`, \
`fix`); errors, differences or changes were found (`check`, `drift`, `diff`); a call failed (`explain`) |
| 2 | wrong usage, or unreadable input |
| 130, 141 | stopped by Ctrl-C; the reader of the output has gone |

With `--jsonl`, an open need is part of the result of its line and counted in the summary; the exit code is 1 only for
errors and unreadable lines. A part of a call's path, such as the name of a deployment, is not a need.

## Completing names in a shell

Names of targets, commands and options are completed in bash, zsh and fish. One line installs it:

```sh
echo 'eval "$(imgparams completion bash)"' >> ~/.bashrc
echo 'eval "$(imgparams completion zsh)"' >> ~/.zshrc
echo 'imgparams completion fish | source' >> ~/.config/fish/config.fish
```

## Commands
"""


def commands() -> list[str]:
    """Returns the commands, in the order of `imgparams --help`."""
    load_all()
    return sorted((name for name in app if not name.startswith("-")), key=lambda name: (app[name].sort_key, name))


def printed(*words: str) -> str:
    """Returns what a command line prints on a screen of 80 columns."""
    with patch.dict(os.environ, COLUMNS="80"), redirect_stdout(io.StringIO()) as out:
        main(words)
    return out.getvalue().strip()


def page() -> str:
    """Returns the page as it should be."""
    parts = [HEAD, f"```text\n{printed('--help')}\n```\n"]
    parts += [f"### {name}\n\n```text\n{printed(name, '--help')}\n```\n" for name in commands()]
    return "\n".join(parts)


def write(path: Path) -> None:
    """Writes the page; a file that is right is not touched, so that a second build is quick."""
    text = page()
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
