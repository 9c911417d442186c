"""The commands that find a target: targets by words, rank, plan, the matrix on a terminal, completion, near names."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from imgparams import CATALOG, Intent, find, plan, rank, targets

pytest.importorskip("cyclopts")
pytest.importorskip("rich")

from imgparams.tables import Field, Param, ShapeWords, Sizes, Text
from tests.unit.tables import PROMPT, table
from tests.unit.test_cli import MUSE, Ran, _eighty_columns, _without_colours, dumped, muse, run

__all__ = ["_eighty_columns", "muse"]


def names(ran: Ran) -> list[str]:
    assert ran.code == 0
    return [line.split()[0] for line in ran.out.splitlines()]


# ---- targets


def test_words_in_any_order_must_all_fit() -> None:
    wanted = [name for name in targets(operation="edit") if "luma" in name]
    assert wanted
    assert names(run("targets", "luma", "edit")) == names(run("targets", "EDIT", "luma")) == wanted
    assert names(run("targets", "luma edit")) == wanted  # in quotes


@pytest.mark.parametrize("word", ["retired", "upscale", "generation", "black-forest-labs/flux-2-pro"])
def test_a_word_may_be_a_status_an_operation_or_a_model(word: str) -> None:
    facts = {name: (target.status, target.operation or "generation", target.serves) for name, target in CATALOG.items()}
    assert names(run("targets", word)) == sorted(name for name, words in facts.items() if word in words or word in name)


def test_a_model_is_found_by_its_id_and_by_an_alias(muse: tuple[str, ...]) -> None:
    for word in ("MUSE-2", "muse-two"):
        assert names(run("targets", word, *muse)) == names(run("targets", "--model", word, *muse)) == ["acme/muse"]


def test_options_are_exact_where_words_are_not() -> None:
    assert names(run("targets", "--provider", "OpenAI")) == list(targets(provider="openai"))
    assert names(run("targets", "--operation", "edit", "--provider", "bfl")) == list(
        targets(provider="bfl", operation="edit")
    )
    some = ("--status", "deprecated", "--status", "retired")
    assert names(run("targets", *some)) == list(targets(status=("deprecated", "retired")))
    assert [row["name"] for row in run("targets", *some, "--json").json["targets"]] == names(run("targets", *some))


@pytest.mark.parametrize(
    ("argv", "why"),
    [
        (("opnai",), "no target fits \"opnai\"; did you mean 'openai'?"),
        (("openai", "flux-2-por"), "no target fits \"flux-2-por\"; did you mean 'flux-2-pro'?"),
        (("openai", "remix"), 'no target fits "openai" and "remix" together'),
        (("--provider", "openai", "--operation", "remix"), "no target fits this choice"),
    ],
)
def test_near_words_where_nothing_fits(argv: tuple[str, ...], why: str) -> None:
    assert run("targets", *argv) == Ran(0, "", f"imgparams: {why}\n")
    assert run("targets", *argv, "--json").json["targets"] == []


def test_an_option_must_be_a_word_that_there_is() -> None:
    for argv, near in (
        (("--provider", "opnai"), "did you mean 'openai'"),
        (("--operation", "edti"), "did you mean 'edit'"),
        (("--status", "alive"), "one of active, deprecated, preview, retired"),
    ):
        for command in (("targets",), ("rank", "a cat")):
            ran = run(*command, *argv)
            assert (ran.code, ran.out) == (2, "")
            assert near in ran.err


def test_names_alone_need_no_table() -> None:
    assert run("targets", "--names").out.splitlines() == list(targets())
    code = (
        "import sys; from imgparams.cli import main; main(['targets', '--names', '--provider', 'bfl'])\n"
        "print([name for name in sys.modules if name.startswith('imgparams.providers.')], file=sys.stderr)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=60)
    assert ran.stdout.split() == list(targets(provider="bfl"))
    assert ran.stderr == "[]\n"


# ---- request


def test_a_prompt_is_an_argument(muse: tuple[str, ...], tmp_path: Path) -> None:
    asked = ("request", "--to", "acme/muse", *muse, "--json")
    whole = run(*asked, "--prompt", "a cat", "--n", "2")
    assert run(*asked, "a cat", "--n", "2").json == run("request", "a cat", *asked[1:], "--n", "2").json == whole.json
    (tmp_path / "a dog").mkdir()
    assert run(*asked, "a dog").json["request"]["text"] == "a dog"  # no folder is an intent
    assert run(*asked, "").json["request"]["text"] == ""
    assert run(*asked, "a\0b").code in (0, 1, 2)


def test_a_file_is_not_taken_for_a_prompt(muse: tuple[str, ...], tmp_path: Path) -> None:
    asked = ("request", "--to", "acme/muse", *muse)
    assert "intnet.json" in run(*asked, "intnet.json").err
    (tmp_path / "cat").write_text('{"prompt": "a dog"}')
    assert run(*asked, "cat", "--json").json["request"]["text"] == "a dog"
    (tmp_path / "cat").write_text("meow")
    ran = run(*asked, "cat")
    assert (ran.code, ran.out) == (2, "")
    assert "if that is a prompt and not a file, use --prompt" in ran.err


def test_a_prompt_is_given_once(muse: tuple[str, ...]) -> None:
    ran = run("request", "--to", "acme/muse", *muse, "a cat", "--prompt", "a dog")
    assert (ran.code, ran.out) == (2, "")
    assert 'the prompt is given twice: "a cat" and --prompt "a dog"' in ran.err
    text = '{"prompt": "a cat"}'
    both = run("request", "-", "--to", "acme/muse", *muse, "--prompt", "a dog", "--json", stdin=text)
    assert both.json["request"]["text"] == "a dog"  # an option overrides what is in the file


def test_the_exit_code_tells_an_open_need() -> None:
    with_need = ("--to", "leonardo/generation", "a cat", "--reference", "https://x.example/a.png")
    for command in ("request", "plan"):
        assert run(command, *with_need).code == run(command, *with_need, "--json").code == 1
    body = '{"model": "gpt-image-2", "prompt": "a", "images": [{"image_url": "https://x.example/a.png"}]}'
    ran = run("convert", "--from", "openai/gpt-image-2/json:edit", "--to", "leonardo/generation", "-", stdin=body)
    assert (ran.code, "1 open need:" in ran.out) == (1, True)
    assert run("request", "--to", "azure-openai/gpt-image-1", "a cat").code == 0  # {deployment} is a part of the path


# ---- rank


def test_rank_prints_the_best_first() -> None:
    some = ("openai/dall-e-3", "leonardo/phoenix-1.0", "relaygpu/gemini-3-pro-image")
    ask = Intent("a cat", aspect_ratio="21:9", seed=0)
    ranked = [done.target.name for done in rank(ask, [CATALOG[name] for name in targets()])]
    ran = run("rank", "a cat", "--aspect-ratio", "21:9", "--seed", "0", "--limit", "0")
    lines = {line.split()[0]: line for line in ran.out.splitlines()}
    assert list(lines) == [name for name in ranked if CATALOG[name].status != "retired"]
    leo, gemini = (lines[name].split("  ")[-1].strip() for name in some[1:])
    assert (leo, gemini) == ("exact", "seed dropped")


def test_rank_prints_so_many_and_says_how_many_more() -> None:
    ran = run("rank", "a cat", "--only", "luma", "--limit", "2")
    assert len(ran.out.splitlines()) == 2
    assert ran.err.startswith("imgparams: ")
    assert "more; --limit 0 prints all" in ran.err
    found = run("rank", "a cat", "--only", "luma", "--limit", "2", "--json").json
    assert len(found["ranked"]) == 2
    every = run("rank", "a cat", "--only", "luma", "--limit", "0")
    assert found["more"] == len(every.out.splitlines()) - 2
    assert {"target", "request", "changes", "needs", "unverified"} < found["ranked"][0].keys()
    for bad in ("-1", "1.5", "x"):
        assert run("rank", "a cat", "--limit", bad).code == 2


def test_rank_takes_words_and_filters_as_targets_does() -> None:
    by_words = run("rank", "a cat", "--only", "luma", "--only", "generation", "--limit", "0")
    assert names(by_words) == names(run("rank", "a cat", "--only", "luma generation", "--limit", "0"))
    assert {find(name).operation for name in names(by_words)} == {""}
    assert set(names(run("rank", "a cat", "--provider", "luma", "--operation", "generation"))) < set(names(by_words))
    unknown = run("rank", "a cat", "--only", "opnai")
    assert (unknown.code, unknown.out) == (2, "")
    assert "did you mean 'openai'" in unknown.err


def test_retired_targets_are_ranked_on_request_only() -> None:
    retired = targets(provider="openai", status="retired")
    assert retired
    assert not set(names(run("rank", "a", "--provider", "openai", "--limit", "0"))) & set(retired)
    asked = run("rank", "a", "--provider", "openai", "--status", "retired", "--limit", "0")
    assert set(names(asked)) <= set(retired)
    assert all(line.endswith("; retired") for line in asked.out.splitlines())


def test_each_target_is_ranked_once() -> None:
    ran = run("rank", "a cat", "--reference", "https://x.example/a.png", "--limit", "0")
    assert len(set(names(ran))) == len(names(ran))


def test_a_line_tells_changes_doubts_and_needs_in_short(muse: tuple[str, ...]) -> None:
    ask = ("rank", "--size", "2048x1024", "--n", "30", "--quality", "high", *muse, "--only", "acme/muse")
    assert run(*ask).out.splitlines() == [
        "acme/muse       4 x 1024x512  quality dropped; n 30 -> 4; size -> 1024x512; needs prompt; deprecated",
        "acme/muse:edit  ?             quality dropped; n dropped; size dropped; needs prompt, references[0]",
    ]
    local = run("rank", "a", "--n", "6", "--only", "automatic1111/txt2img", "--limit", "1")
    assert "; unconfirmed n" in local.out
    upload = run("rank", "a", "--reference", "https://x.example/a.png", "--only", "leonardo/generation")
    assert "first upload references[0]" in upload.out


def test_a_line_has_short_values_only_and_both_words_of_a_shape(tmp_path: Path) -> None:
    shape = Sizes((ShapeWords("ratio", ("1:1", "21:9"), "tier", ("1K", "2K")),))
    tables = [
        table(PROMPT, shape, Param("avoid", Field.negative_prompt, Text(max_length=most)), name=f"acme/muse-{most}")
        for most in (24, 25)
    ]
    asked = ("rank", "a", "--size", "2100x900", "--negative-prompt", "x" * 26, "--only", "acme", "--allow", "all")
    assert sorted(run(*asked, *dumped(tmp_path, *tables)).out.splitlines()) == [
        f"acme/muse-24  ?  negative_prompt -> {'x' * 24}; size -> 21:9 2K",
        "acme/muse-25  ?  negative_prompt clamped; size -> 21:9 2K",
    ]


def test_what_no_target_may_do_is_refused() -> None:
    asked = ("rank", "a cat", "--quality", "max", "--provider", "leonardo", "--model", "phoenix-1.0", "--strict")
    ran = run(*asked)
    assert (ran.code, ran.out) == (1, "")
    assert "makes this without such a change; the nearest one:\n" in ran.err
    assert "refused: quality: dropped" in ran.err
    some = run("rank", "a cat", "--quality", "high", "--provider", "leonardo", "--strict", "--limit", "0")
    assert some.code == 0
    assert "left out: they need a change that is not allowed" in some.err
    assert run(*asked, "--json").json["error"] == "refused"


def test_rank_on_a_terminal_is_a_table_in_its_width() -> None:
    ran = run("rank", "a cat", "--size", "1920x1080", "--n", "3", "--seed", "3", terminal=True)
    plain = _without_colours(ran.out)
    assert plain.splitlines()[0].split() == ["target", "makes", "fit"]
    assert max(map(len, plain.splitlines())) <= 80
    assert "\x1b[32mexact" in ran.out
    lines = _without_colours(run("rank", "a cat", "--only", "google vertex", terminal=True).out).splitlines()[2:]
    assert {line.split()[0] for line in lines if line[0] != " "} <= {*targets()}  # names are whole


# ---- plan


def test_plan_prints_every_call() -> None:
    asked = ("plan", "a cat", "--to", "leonardo/phoenix-1.0", "--n", "6", "--seed", "7")
    parts = plan(Intent("a cat", n=6, seed=7), find("leonardo/phoenix-1.0"))
    found = run(*asked, "--json").json
    assert [call["request"] for call in found["calls"]] == [part.request for part in parts]
    assert (found["target"], found["count"]) == ("leonardo/phoenix-1.0", 6)
    lines = run(*asked).out.splitlines()
    assert [line for line in lines if line.startswith("call ")] == ["call 1 of 2", "call 2 of 2"]
    assert lines.count("no changes") == 2
    assert lines[-1] == "2 calls, 6 images"


def test_plan_refuses_more_calls_than_the_limit() -> None:
    ran = run("plan", "a cat", "--to", "leonardo/phoenix-1.0", "--n", "60", "--limit", "3")
    assert (ran.code, ran.out) == (1, "")
    assert "60 images take more than 3 requests" in ran.err
    assert run("plan", "a cat", "--to", "leonardo/phoenix-1.0", "--limit", "0").code == 2


def test_plan_of_an_unknown_number() -> None:
    ran = run("plan", "a cat", "--to", "luma/uni-1")
    assert ran.out.splitlines()[-1] == "1 call, a number of images that the vendor does not specify"


# ---- the matrix


def test_a_matrix_on_a_terminal_is_aligned_and_in_its_width(tmp_path: Path) -> None:
    asked = ("matrix", "leonardo", "phoenix")
    plain = _without_colours(run(*asked, terminal=True).out)
    lines = [line.rstrip() for line in plain.splitlines()]
    heads = [line.split() for line in lines if line.startswith("target ")]
    assert max(map(len, lines)) <= 80
    assert [head[0] for head in heads] == ["target"] * len(heads)
    assert [head for line in heads for head in line[1:]] == [
        *("aspect_ratio", "resolution", "size", "n", "quality"),
        *("seed", "references", "mask", "background", "negative_prompt"),
    ]
    assert "none of these has output_format" in lines
    assert "(1) at most 4 images if a side is over 768" in lines
    piped = run(*asked)
    assert piped.out.startswith("| target | aspect_ratio |")
    for other in (("--format", "csv"), ("--json",), ("--out", str(tmp_path / "x.md"))):
        assert run(*asked, *other, terminal=True).out == run(*asked, *other).out
    assert (tmp_path / "x.md").read_text(encoding="utf-8") == piped.out


def test_a_matrix_of_nothing() -> None:
    ran = run("matrix", "zzz", "--fields", "n")
    assert ran == run("matrix", "zzz", "--fields", "n", terminal=True)
    assert (ran.code, ran.out) == (0, "| target | n |\n| --- | --- |\n")
    assert "no name contains that" in ran.err
    none = run("matrix", "luma/photon", "--fields", "seed", terminal=True)
    assert "luma/photon-1" in none.out
    assert run("matrix", "luma", "--fields", "sede", terminal=True).code == 2


# ---- near names


@pytest.mark.parametrize(
    ("argv", "why"),
    [
        (("request", "--promt", "a"), "unknown option --promt; did you mean --prompt? (see imgparams request --help)"),
        (("targets", "--statsu=x"), "unknown option --statsu; did you mean --status? (see imgparams targets --help)"),
        (("request", "--zzz"), "unknown option --zzz (see imgparams request --help)"),
        (("requst", "--to", "x"), "unknown command requst; did you mean request? (see imgparams --help)"),
        (("zzz",), "unknown command zzz (see imgparams --help)"),
        (("--verson",), "unknown option --verson; did you mean --version? (see imgparams --help)"),
        (("--to", "x"), "unknown option --to; a command comes first (see imgparams --help)"),
        (("check",), "name a file: TARGET FILE, FILE alone, --curl FILE or --har FILE"),
        (("drift",), "TARGET is missing; `imgparams targets` lists what it can be (see imgparams drift --help)"),
        (("request", "a cat", "--to", "luma/uni-1", "--as"), "--as has no value (see imgparams request --help)"),
        (("request", "a cat", "--to", "luma/uni-1", "-n"), "--n has no value (see imgparams request --help)"),
        (
            ("request", "a cat"),
            "--to is missing; `imgparams targets` lists what it can be (see imgparams request --help)",
        ),
        (
            ("request", "--to", "openai/images", "a", "cat"),
            'one argument too many: "cat"; put a prompt of several words in quotes (see imgparams request --help)',
        ),
        (("show", "a", "-"), 'one argument too many: "-" (see imgparams show --help)'),
    ],
)
def test_what_is_misspelt_is_told_in_one_line(argv: tuple[str, ...], why: str) -> None:
    assert run(*argv) == Ran(2, "", f"imgparams: {why}\n")


# ---- completion


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with `imgparams` on the path, and a script for each shell."""
    command = tmp_path / "imgparams"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m imgparams "$@"\n')
    command.chmod(0o755)
    for name in ("bash", "zsh", "fish"):
        (tmp_path / f"script.{name}").write_text(run("completion", name).out)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [os.getcwd(), *sys.path])))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


BASH = """
source "$HOME/script.bash"
COMP_WORDBREAKS=$1 COMP_LINE=$2 COMP_POINT=${#2}
_imgparams
printf '%s\\n' "${COMPREPLY[@]}"
"""
LINES = {
    "imgparams requ": ["request"],
    "imgparams request --promp": ["--prompt"],
    'imgparams request "a cat" --to luma/photon-1': ["luma/photon-1", "luma/photon-1:reframe"],
    "imgparams convert --from luma/photon-f": ["luma/photon-flash-1", "luma/photon-flash-1:reframe"],
    "imgparams targets luma --status ret": ["retired"],
    "imgparams rank --provider ru": ["runware", "runway"],
    "imgparams check --json luma/uni-1-max:": ["luma/uni-1-max:edit"],
    "imgparams matrix phoenix xai/grok-imagine-image-q": [
        "xai/grok-imagine-image-quality",
        "xai/grok-imagine-image-quality:edit",
    ],
    "imgparams check luma/uni-1 reque": [],  # a file
    "imgparams request a ca": [],
}


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize("line", LINES)
def test_completion_in_bash(shell: Path, line: str) -> None:
    def completed(breaks: str) -> list[str]:
        command = ["bash", "--norc", "-c", BASH, "bash", breaks, line]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert not ran.stderr
        return ran.stdout.split()

    assert completed(" \t\n") == LINES[line]
    broken = completed(" \t\n\"'@><=;|&(:")  # as it is by default, where a name is three words
    assert broken == [name[line.rfind(":") - line.rfind(" ") :] if ":" in line else name for name in LINES[line]]


@pytest.mark.skipif(not shutil.which("fish"), reason="needs fish")
@pytest.mark.parametrize("line", [line for line in LINES if LINES[line]])
def test_completion_in_fish(shell: Path, line: str) -> None:
    code = "source $HOME/script.fish; complete -C $argv[1]"
    ran = subprocess.run(["fish", "--no-config", "-c", code, line], capture_output=True, text=True, timeout=60)
    assert not ran.stderr
    assert set(LINES[line]) <= set(ran.stdout.split())


ZSH = """
autoload -Uz compinit && compinit -u -d $HOME/dump
source "$HOME/script.zsh"
compadd() { print -l -- ${(M)@[2,-1]:#${word}*} }
words=(${(z)1}) CURRENT=${#${(z)1}}
_imgparams
"""


@pytest.mark.skipif(not shutil.which("zsh"), reason="needs zsh")
@pytest.mark.parametrize("line", LINES)
def test_completion_in_zsh(shell: Path, line: str) -> None:
    ran = subprocess.run(["zsh", "-f", "-c", ZSH, "zsh", line], capture_output=True, text=True, timeout=60)
    assert not ran.stderr
    assert ran.stdout.split() == LINES[line]


def test_a_completion_script_knows_every_command_and_option() -> None:
    from imgparams.cli.completion import commands

    for shell in ("bash", "zsh", "fish"):
        text = run("completion", shell).out
        assert run("completion", shell, "--json").json == {"shell": shell, "script": text}
        for word in (*commands(), "rank", "fix", "negative-prompt", "jobs", "pyodide"):
            assert word in text
    assert run("completion", "tcsh").code == 2


def test_the_needs_of_a_ranked_target_are_in_its_data(muse: tuple[str, ...]) -> None:
    ran = run("rank", "--json", *muse, "--only", MUSE.name, "--operation", "generation")
    (only,) = json.loads(ran.out)["ranked"]
    assert [need["at"] for need in only["needs"]] == ["prompt"]
    assert ran.code == 0  # a ranked target is no request yet
