"""`imgparams fix`: the nearest legal request on stdout, every change on stderr, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from imgparams import CATALOG, check, find, repair
from imgparams.providers import NAMES
from imgparams.testing import bounds, read_cases
from imgparams.testing.worked_cases import requests_of_case

pytest.importorskip("cyclopts")
pytest.importorskip("rich")

from tests.unit.test_cli import Ran, _eighty_columns, _without_colours, muse, run

__all__ = ["_eighty_columns", "muse"]

GPT = "openai/gpt-image-2"
RIGHT = {"model": "gpt-image-2", "prompt": "a cat"}
WRONG = {**RIGHT, "n": 99, "size": "1000x300", "x": 1}


def fix(request: object, *argv: str, target: str = GPT, terminal: bool = False) -> Ran:
    return run("fix", target, "-", *argv, stdin=json.dumps(request), terminal=terminal)


def test_the_nearest_legal_request_and_every_change() -> None:
    ran = fix(WRONG)
    assert (ran.code, ran.json) == (0, {**RIGHT, "n": 10, "size": "1440x480"})
    assert [line.partition(" (")[0] for line in ran.err.splitlines()] == [
        "change: n: clamped 99 -> 10",
        "change: size: clamped 1000x300 -> 1440x480",
        "change: provider_options.openai.x: dropped 1",
        f"{GPT}: 3 changes",
    ]
    assert fix(ran.json) == Ran(0, ran.out, f"{GPT}: no changes\n")


def test_a_legal_request_is_printed_as_it_is() -> None:
    assert repair({"prompt": "a cat", "seed": -1}, "automatic1111/txt2img").request == {"prompt": "a cat"}
    ran = fix({"prompt": "a cat", "seed": -1}, target="automatic1111/txt2img")
    assert (ran.code, ran.json) == (0, {"prompt": "a cat", "seed": -1})
    assert ran.err == "automatic1111/txt2img: no changes\n"
    altered = {"prompt": "a cat", "width": 513, "height": 1023}  # warnings are no errors
    ran = fix(altered, "--strict", target="automatic1111/txt2img")
    assert (ran.code, ran.json) == (0, altered)
    assert [line.partition(":")[0] for line in ran.err.splitlines()] == [
        "warning altered at width",
        "warning altered at height",
        "automatic1111/txt2img",
    ]


@pytest.mark.parametrize(
    ("request_", "target", "change"),
    [
        ({"prompt": "a cat"}, GPT, 'model: added "gpt-image-2"'),
        ({"prompt": "a cat", "output_compression": None}, "azure-openai/images", "output_compression: dropped null"),
        (
            {"model": "bytedance/seedream-4.5", "input": {"prompt": "a cat", "size": "2k"}},
            "cloudflare/bytedance/seedream-4.5",
            'input.size: mapped "2k" -> "2K"',
        ),
    ],
)
def test_what_takes_no_change_of_the_wish_is_told_too(request_: Any, target: str, change: str) -> None:
    ran = fix(request_, target=target)
    line, summary = ran.err.splitlines()
    assert line.startswith(f"change: provider_options.{find(target).provider}.{change} (")
    assert (ran.code, summary) == (0, f"{target}: 1 change")


def test_each_change_is_told_once() -> None:
    name = "leonardo/phoenix-1.0"
    body = {"prompt": "a cat", "ultra": True, "modelId": find(name).model}
    ran = fix(body, target=name)
    assert ran.json == {**body, "alchemy": False}
    assert ran.err.splitlines()[1:] == [f"{name}: 1 change"]


def test_a_need_stays_open() -> None:
    ran = fix({"n": 99})
    assert (ran.code, ran.json) == (1, {"model": "gpt-image-2", "n": 10})
    assert [line.partition(":")[0] for line in ran.err.splitlines()] == ["change", "change", "need", GPT]
    assert ran.err.endswith(f"{GPT}: 2 changes and 1 open need\n")
    assert "need: prompt: value (required" in ran.err
    data = fix({"n": 99}, "--json")
    assert data.code == 1
    assert [need["at"] for need in data.json["needs"]] == ["prompt"]


def test_what_nothing_can_fill_is_an_error_left() -> None:
    body = {"prompt": "a cat", "modelId": "28aeddf8-bd19-4803-80fc-79602d1a9989"}
    ran = fix({**body, "contextImages": [{"type": "UPLOADED"}]}, target="leonardo/flux-1-kontext")
    assert ran.code == 1
    assert ran.err.splitlines()[-2].startswith("error missing at contextImages[0].id")
    assert ran.err.endswith("leonardo/flux-1-kontext: 1 remaining error\n")


def test_another_operation_is_named() -> None:
    pictures = [{"uri": f"https://example.com/{name}.png"} for name in "ab"]
    body = {"model": "bria_fibo_1_5", "promptText": "a cat", "ratio": "1024:1024", "referenceImages": pictures}
    ran = fix({"header:X-Runway-Version": "2024-11-06", **body}, target="runway/bria_fibo_1_5")
    assert (ran.code, ran.json["model"]) == (0, "bria_fibo_edit_1_5")
    assert "runway/bria_fibo_1_5, now runway/bria_fibo_1_5:edit" in ran.err


def test_what_may_change() -> None:
    long = {**RIGHT, "prompt": "x" * 40_000}
    assert len(fix(long).json["prompt"]) == 32_000  # all may change, as with `repair`
    for options in (("--strict",), ("--allow", "n=none")):
        ran = fix(WRONG, *options)
        assert (ran.code, ran.out) == (1, "")
        assert "refused: n: clamped 99 -> 10" in ran.err
    assert fix(WRONG, "--allow", "clamped,dropped").code == 0
    assert fix(WRONG, "--allow", "seed=none").code == 0
    assert fix({**RIGHT, "n": 2, "x": 1}, "--confirmed", target="openai/images").code == 1


def test_for_machines() -> None:
    data = fix(WRONG, "--json").json
    assert data["target"] == GPT
    assert data["request"] == {**RIGHT, "n": 10, "size": "1440x480"}
    assert [change["kind"] for change in data["changes"]] == ["clamped", "clamped", "dropped"]
    assert (data["needs"], data["problems"]) == ([], [])
    assert fix(WRONG, "--json").err == ""


def test_on_a_terminal_it_is_short_and_in_a_pipe_whole() -> None:
    picture = "iVBORw0KGgo" + "A" * 4000
    body = {**RIGHT, "prompt": "\x1b[31mred", "x": picture}
    shown = fix({**body, "model": "gpt-image-2", "n": 3}, terminal=True, target="openai/images")
    assert "characters of base64>" in shown.out
    assert picture not in shown.out
    assert "\x1b[31mred" not in shown.out
    piped = fix(body, target="openai/images")
    assert piped.json == body
    assert "\x1b" not in piped.out
    wide = _without_colours(fix(WRONG, terminal=True).err).splitlines()
    assert max(map(len, wide)) <= 80
    assert wide[-1].strip() == f"{GPT}: 3 changes"


def test_bytes_are_read_again(muse: tuple[str, ...]) -> None:
    ran = run("request", "--to", "acme/muse:edit", "a cat", "--reference", __file__, *muse, "--json")
    body = {**ran.json["request"], "text": "a very long text"}
    ran = fix(body, *muse, target="acme/muse:edit")
    assert (ran.code, ran.json["text"], ran.json["pic"]) == (0, "a very lo", body["pic"])
    again = run("check", "acme/muse:edit", "-", *muse, stdin=ran.out)
    assert again.code == 0


def test_a_list_of_one_stays_one() -> None:
    name = "runware/bfl:2@1"
    body = {"positivePrompt": "a cat", "numberResults": 99}
    ran = fix([body], target=name)
    assert isinstance(ran.json, list)
    assert isinstance(fix(body, target=name).json, dict)


@pytest.mark.parametrize(
    ("argv", "why"),
    [
        (("openai/gpt-imag-2", "-"), 'no target "openai/gpt-imag-2"; did you mean openai/gpt-image-2'),
        ((GPT, "none.json"), '"none.json" can\'t be read: No such file or directory'),
        ((GPT, "broken.json"), '"broken.json" is not JSON: '),
        ((GPT, "list.json"), '"list.json" is not a JSON object (got [])'),
        ((GPT,), "FILE is missing (see imgparams fix --help)"),
        ((GPT, "-", "--alow", "n=none"), "unknown option --alow; did you mean --allow? (see imgparams fix --help)"),
        ((GPT, "-", "--allow", "m=none"), '--allow "m=none": no such field'),
    ],
)
def test_bad_input(argv: tuple[str, ...], why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "broken.json").write_text('{"prompt": "a",')
    (tmp_path / "list.json").write_text("[]")
    ran = run("fix", *argv, stdin="{}")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"imgparams: {why}")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("vendor", ["bedrock", "google", "leonardo", "luma", "openai", "recraft"])
def test_every_mend_is_told_and_leaves_no_error(vendor: str) -> None:
    tables = [CATALOG[name] for name in NAMES[vendor]]
    for case in read_cases(bounds(*tables))[::40]:
        target = find(case["target"])
        for body in requests_of_case(case):
            ran = run("fix", target.name, "-", "--json", stdin=json.dumps(body, default=lambda _: None))
            data = ran.json
            assert ran.code == bool(data["needs"]), body
            assert bool(data["changes"] or data["needs"]) >= (data["request"] != body), body
            if not data["needs"]:
                assert [p for p in check(data["request"], target) if p.level == "error"] == [], body
