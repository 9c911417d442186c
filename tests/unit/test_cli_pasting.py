"""`imgparams request --as curl|python|json`: the call alone on stdout, all else on stderr."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from imgparams import Intent, Policy, to_request

pytest.importorskip("cyclopts")
pytest.importorskip("rich")

from tests.unit.test_cli import Ran, _eighty_columns, _without_colours, muse, run

__all__ = ["_eighty_columns", "muse"]

GPT, AZURE = "openai/gpt-image-2", "azure-openai/images"
FILLED = ("--fill", "resource=ours", "--fill", "deployment=draw", "--fill", "api_version=v1")


def test_the_text_is_that_of_the_call() -> None:
    call = to_request(Intent("a cat", n=2), GPT).http()
    for form, text in (("curl", call.curl()), ("python", call.as_python())):
        assert run("request", "--to", GPT, "a cat", "--n", "2", "--as", form) == Ran(0, f"{text.rstrip()}\n", "")


@pytest.mark.skipif(os.name != "posix" or not shutil.which("sh"), reason="needs a POSIX shell")
@pytest.mark.parametrize(
    "prompt", ['a cat\'s $(id) `id` "x" \\ !', "日本\u00a0\u200b\x07 two\nlines", "-d @/etc/passwd"]
)
@pytest.mark.parametrize("terminal", [False, True])
def test_curl_is_given_what_would_be_sent(prompt: str, terminal: bool, tmp_path: Path) -> None:
    ran = run("request", "--to", GPT, "--prompt", prompt, "--as", "curl", terminal=terminal)
    (tmp_path / "curl").write_text('#!/bin/sh\nfor last; do :; done\nprintf %s "$last"\n')
    (tmp_path / "curl").chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    sent = subprocess.run(["sh"], input=ran.out.encode(), env=environment, capture_output=True, timeout=60)
    assert (sent.stderr, json.loads(sent.stdout)) == (b"", {"model": "gpt-image-2", "prompt": prompt})


@pytest.mark.parametrize("target", [GPT, "stability/stable-image-core"])
def test_python_is_a_program(target: str) -> None:
    ran = run("request", "--to", target, "a cat", "--as", "python")
    compile(ran.out, "pasted.py", "exec")
    assert (ran.code, ran.err) == (0, "")


def test_json_is_what_other_commands_read() -> None:
    ran = run("request", "--to", GPT, "a cat", "--n", "99", "--as", "json")
    assert (ran.code, ran.json) == (0, {"model": "gpt-image-2", "prompt": "a cat", "n": 10})
    assert ran.err.startswith("change: n: clamped 99 -> 10 (")
    assert run("check", GPT, "-", stdin=ran.out).code == 0
    assert run("fix", GPT, "-", stdin=ran.out).out == ran.out


def test_files_are_whole_in_json(muse: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "cat.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))
    argv = ("request", "--to", "acme/muse:edit", "a cat", "--reference", "cat.png", *muse)
    ran = run(*argv, "--as", "json")
    assert len(ran.json["pic"][0]["$bytes"]) > 5000
    assert _without_colours(run(*argv, "--as", "json", terminal=True).out) == ran.out
    assert run("check", "acme/muse:edit", "-", *muse, stdin=ran.out).code == 0
    assert "-F 'pic=@" in run(*argv, "--as", "curl").out


def test_changes_warnings_and_doubts_do_not_mix_with_the_call() -> None:
    ran = run("request", "--to", "openai/dall-e-3", "a cat", "--n", "4", "--as", "curl")
    assert ran.out.startswith("curl -X POST https://api.openai.com/")
    assert "change: n: clamped 4 -> 1" in ran.err
    assert "warning retired" in ran.err
    assert to_request(Intent("a cat", n=4), "openai/dall-e-3", allow=Policy(n="clamped")).count == 1
    refused = run("request", "--to", "openai/dall-e-3", "a cat", "--n", "4", "--as", "curl", "--strict")
    assert (refused.code, refused.out) == (1, "")


def test_placeholders_of_the_url_are_filled() -> None:
    ran = run("request", "--to", AZURE, "a cat", "--as", "curl", *FILLED)
    assert (ran.code, ran.err) == (0, "")
    url = "https://ours.openai.azure.com/openai/deployments/draw/images/generations?api-version=v1"
    assert f"curl -X POST '{url}' " in ran.out
    assert run("request", "--to", AZURE, "a cat", "--as", "json").code == 0  # the request needs none


def test_a_call_with_an_open_need_is_not_written() -> None:
    argv = ("request", "--to", "leonardo/generation", "a cat", "--reference", "https://example.com/a.png", "--as")
    for form in ("curl", "python"):
        ran = run(*argv, form)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.splitlines() == [
            "need: references[0]: upload (it must be an id from this vendor)",
            "imgparams: the call can't be written while a need is open",
        ]
    ran = run(*argv, "json")
    assert (ran.code, ran.json) == (1, {"prompt": "a cat"})
    assert ran.err.startswith("need: references[0]: upload")


@pytest.mark.parametrize(
    ("argv", "why"),
    [
        (("--to", AZURE, "--as", "curl", *FILLED[:2]), "needs --fill deployment=... --fill api_version=..."),
        (
            ("--to", AZURE, "--as", "curl", "--fill", "resorce=x"),
            "--fill \"resorce\": the URL has no such placeholder; did you mean 'resource'?",
        ),
        (
            ("--to", AZURE, "--as", "curl", "--fill", "x=x"),
            "no such placeholder; it has resource, deployment and api_version",
        ),
        (("--to", GPT, "--as", "curl", "--fill", "x=x"), "no such placeholder\n"),
        (("--to", AZURE, "--as", "curl", "--fill", "resource"), '--fill "resource": expected name=value'),
        (("--to", AZURE, "--as", "python", "--fill", "resource=evil.example/"), "not_allowed at resource"),
        (("--to", AZURE, "--fill", "resource=x"), "--fill needs --as"),
        (("--to", GPT, "--as", "curl", "--json"), "--as and --json contradict each other"),
        (("--to", GPT, "--as", "crul"), 'Did you mean "curl"?'),
    ],
)
def test_bad_input(argv: tuple[str, ...], why: str) -> None:
    ran = run("request", "a cat", *argv)
    assert ran.code == 2
    assert "curl -X" not in ran.out
    assert why in ran.err
    assert ran.err.count("\n") == 1
