"""What CONTRIBUTING.md tells people to run is there, and its links and those of its neighbours lead somewhere."""

from __future__ import annotations

import os
import re
import shlex
from importlib.util import find_spec
from pathlib import Path

import pytest

from imgparams import CATALOG
from imgparams.testing import LAWS
from tools.release_check import parser

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
#: command -> the distribution that brings it, where that has another name
BROUGHT_BY = {"sphinx-build": "sphinx"}
COMMANDS = [
    shlex.split(line, comments=True)
    for block in re.findall(r"^ *```sh\n(.*?)^ *```", TEXT, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]


def extras(name: str) -> str:
    """What an extra names, as it is written in pyproject.toml."""
    match = re.search(rf"^{name} = \[(.*?)\]$", PROJECT, re.MULTILINE | re.DOTALL)
    assert match
    return match[1]


def test_commands_are_found() -> None:
    assert len(COMMANDS) > 15
    assert all(COMMANDS)


@pytest.mark.parametrize("words", COMMANDS, ids=shlex.join)
def test_a_command_is_installed_by_the_set_up(words: list[str]) -> None:
    place, _, command = words[0].rpartition("/")
    if place == ".venv/bin" and command not in ("python", "pip"):
        brought = BROUGHT_BY.get(command, command)
        in_blocks = any(other[1:3] == ["install", brought] for other in COMMANDS)
        assert in_blocks or f'"{brought}>=' in extras("dev") + extras("docs") + extras("test")
    elif place == ".ci":
        assert os.access(ROOT / words[0], os.X_OK)
    else:
        assert (place, command) in [("", "python3"), ("", "git"), ("", "."), ("", "pre-commit"), (".venv/bin", command)]


@pytest.mark.parametrize("words", COMMANDS, ids=shlex.join)
def test_what_a_command_names_is_there(words: list[str]) -> None:
    if words[1:2] == ["-m"]:
        assert find_spec(words[2])
    for word in words[1:]:
        path, _, test = word.partition("::")
        if word.startswith(("tests/", "docs", "requirements/")):
            assert (ROOT / path).exists()
        if test:
            assert f"def {test}(" in (ROOT / path).read_text(encoding="utf-8")
    if "-k" in words:
        vendors = {name.partition("/")[0] for name in CATALOG}
        assert set(words[words.index("-k") + 1].split(" and ")) <= vendors | set(LAWS)
    if "tools.release_check" in words:
        parser().parse_args(words[3:])


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "SECURITY.md"])
def test_links_lead_to_files(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [link for link in re.findall(r"\]\(([^)#]+)", text) if not (ROOT / link).exists()] == []
    named = re.findall(r"`((?:docs|tests|tools|requirements|\.ci)/[\w./-]*)`", text)
    assert [path for path in named if not (ROOT / path).exists()] == []
