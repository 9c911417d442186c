"""`imgparams check` where the call says whose it is: --curl, --har, and a file alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from imgparams import Intent, serial, to_request

pytest.importorskip("cyclopts")
pytest.importorskip("rich")

from tests.unit.test_cli import run

GENERATIONS = "https://api.openai.com/v1/images/generations"
GOOD = {"model": "gpt-image-2", "prompt": "a cat"}
CURL = f"curl {GENERATIONS} -d '{json.dumps(GOOD)}'\n"
BAD = f"curl {GENERATIONS} -d '{json.dumps({**GOOD, 'n': 99})}'\n"
NOBODY = "curl https://example.com/draw -d '{}'\n"


@pytest.mark.parametrize("words", [("--curl", "-"), ("-",), ("openai/gpt-image-2", "--curl", "-")])
def test_a_curl_command_is_checked(words: tuple[str, ...]) -> None:
    ran = run("check", *words, stdin=CURL)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [f"line 1: POST {GENERATIONS}", "openai/gpt-image-2: no problems"]
    ran = run("check", *words, stdin=BAD)
    assert ran.code == 1
    assert ran.out.splitlines()[1].startswith("error out_of_range at n: ")
    assert ran.out.splitlines()[2] == "openai/gpt-image-2: 1 error"


def test_each_call_has_its_verdict_and_one_that_is_nobodys_is_told() -> None:
    ran = run("check", "--curl", "-", stdin=CURL + NOBODY + BAD)
    assert ran.code == 1
    assert [line for line in ran.out.splitlines() if line.startswith("line")] == [
        f"line 1: POST {GENERATIONS}",
        "line 2: POST https://example.com/draw",
        f"line 3: POST {GENERATIONS}",
    ]
    assert 'target not known: no known call has the path "/draw"' in ran.out
    assert run("check", "--curl", "-", stdin=CURL + NOBODY).code == 0
    assert run("check", "--curl", "-", stdin=NOBODY).code == 2


def test_a_body_in_the_wrong_form_is_an_error() -> None:
    name = "@cf/black-forest-labs/flux-2-klein-4b"
    url = f"https://api.cloudflare.com/client/v4/accounts/abc/ai/run/{name}"
    ran = run(
        "check", "--curl", "-", stdin=f"curl {url} -H 'Content-Type: application/json' -d '{{\"prompt\": \"a\"}}'"
    )
    assert ran.code == 1
    assert ran.out.splitlines()[1:] == [
        "error wrong_type: the body must be a multipart form, not JSON",
        f"cloudflare/{name}: 1 error",
    ]


def test_a_call_that_two_targets_fit_is_not_judged_until_one_is_named() -> None:
    text = 'curl /v1/images/generations -d \'{"model": "x", "prompt": "a cat"}\''
    ran = run("check", "--curl", "-", stdin=text)
    assert ran.code == 2
    assert "target not known: " in ran.out
    assert "name one before the file: " in ran.out
    assert run("check", "openai/images", "--curl", "-", stdin=text).code == 0


def test_calls_as_data() -> None:
    form = "curl https://api.openai.com/v1/images/edits -F model=gpt-image-2 -F prompt=x -F image=@a.png\n"
    calls = run("check", "--curl", "-", "--json", stdin=form + NOBODY).json["calls"]
    assert [call["target"] for call in calls] == ["openai/gpt-image-2:edit", None]
    assert calls[0]["request"]["prompt"] == "x"
    assert calls[0]["problems"] == []
    assert [problem["path"] for problem in calls[0]["unread"]] == [["image"]]
    assert (calls[1]["request"], calls[1]["candidates"]) == (None, [])
    assert "openai/gpt-image-2:edit" in calls[0]["candidates"]


def test_a_recording_is_checked(tmp_path: Path) -> None:
    post = {"method": "POST", "url": GENERATIONS, "postData": {"text": json.dumps({**GOOD, "n": 99})}}
    file = tmp_path / "a.har"
    file.write_text(json.dumps({"log": {"entries": [{"request": post}], "comment": "\ud800"}}), encoding="utf-8-sig")
    for words in (("--har", str(file)), (str(file),)):
        ran = run("check", *words)
        assert ran.code == 1
        assert ran.out.splitlines()[0] == f"entry 0: POST {GENERATIONS}"
    file.write_text('{"log": {"entries": []}}')
    ran = run("check", "--har", str(file))
    assert (ran.code, ran.out) == (2, "no call of a known target\n")


def test_a_call_as_json_is_checked() -> None:
    call = to_request(Intent("a cat", references=[b"\x89PNG\r\n\x1a\n"]), "openai/gpt-image-2").http()
    ran = run("check", "-", stdin=json.dumps(serial.dump(call)))
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "openai/gpt-image-2:edit: no problems")
    ran = run("check", "-", stdin=json.dumps({"url": GENERATIONS, "body": {**GOOD, "n": 99}}))
    assert ran.code == 1
    again = run("request", "--to", "bfl/flux-pro-1.1", "--prompt", "x", "--json").out
    assert run("check", "-", stdin=again).code == 0


@pytest.mark.parametrize(
    ("words", "stdin", "why"),
    [
        (("check",), "", "name a file"),
        (("check", "openai/gpt-image-2"), "", "is a target: the file with its request comes after it"),
        (("check", "nothing-there"), "", "can't be read"),
        (("check", "-"), json.dumps(GOOD), "name its target"),
        (("check", "-"), "{", "not JSON"),
        (("check", "-"), "[" * 9999, "no curl command"),
        (("check", "-"), '{"a":' * 99999, "not JSON"),
        (("check", "--curl", "-"), "curl 'x", "the quote ' is not closed"),
        (("check", "--har", "-"), "[]", "log.entries"),
        (("check", "--har", "-"), CURL, "not JSON"),
        (("check", "--curl", "-", "--har", "-"), "", "name one file"),
        (("check", "a", "b", "--curl", "-"), "", "name one file"),
        (("check", "nope/nope", "--curl", "-"), CURL, 'no target "nope/nope"'),
        (("check", "--curl", "-", "--jsonl"), "", "--jsonl needs TARGET and FILE"),
        (("check", "--curl", "-"), "\udcff", "not UTF-8"),
    ],
)
def test_wrong_use_is_told_in_one_line(words: tuple[str, ...], stdin: str, why: str) -> None:
    ran = run(*words, stdin=stdin.encode("utf-8", "surrogateescape"))
    assert ran.code == 2
    assert why in ran.err
    assert len(ran.err.splitlines()) == 1
