"""The README shows what the command prints."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from imgparams.cli import main

ROOT = Path(__file__).parents[2]


def test_the_readme_shows_what_its_first_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"```(sh|text)\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    (_, command), (_, printed) = blocks[:2]
    words = shlex.split(command.replace("\\\n", " ").rpartition("bin/imgparams ")[2])
    assert main(words) == 0
    assert capsys.readouterr().out == printed
