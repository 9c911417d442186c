"""The command line: every command for people and for machines, exit codes, and that nothing ends in a traceback."""

from __future__ import annotations

import base64
import io
import json
import os
import random
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from imgparams import CATALOG, Catalog, cli, find, serial, targets
from imgparams.providers import NAMES
from imgparams.tables import (
    AtMost,
    Const,
    Field,
    Fixed,
    Image,
    Int,
    Native,
    Num,
    OneOf,
    Param,
    Pictures,
    Rule,
    Target,
    Text,
    WidthHeight,
)
from tests.unit.tables import PROMPT, table

pytest.importorskip("cyclopts")
pytest.importorskip("rich")

MUSE_EDIT = Target(
    name="acme/muse:edit",
    method="POST",
    path="/v1/edit",
    content="multipart",
    docs="https://acme.example",
    checked="2026-11-01",
    rows=(
        Param("text", Field.prompt, Text(max_length=9), required=True),
        Pictures("pic", (Image("file"),), max=2, required=True),
        Param("mask", Field.mask, Image("url")),
    ),
)
MUSE = Target(
    name="acme/muse",
    model="muse-2",
    aliases=("muse-two",),
    method="POST",
    path="/v1/draw",
    docs="https://acme.example",
    checked="2026-11-01",
    status="deprecated",
    retired="2027-01-01",
    unknown="refused",
    note="a note on all of it",
    operations={"edit": MUSE_EDIT},
    rows=(
        Const("model", "muse-2"),
        Param("text", Field.prompt, Text(max_length=9), required=True, note="a note"),
        WidthHeight("w", "h", each=Int(256, 1024, multiple_of=64), default=(512, 512)),
        Param("count", Field.n, Int(1, 4, round_down=True), default=1, unset=(-1,)),
        Param("steps", Field.steps, Int(1, 50), accepts=Int(1, 99), nullable=True, disputed="some say 60"),
        Native("mode", OneOf("fast", "slow"), default="fast", default_when={"count": OneOf(1)}, source="a page"),
        Native("old", Num(0, 1), deprecated="use mode"),
        Fixed(Field.output_format, "png"),
    ),
    rules=(
        Rule({"mode": OneOf("fast")}, {"steps": Int(max=20)}, "fast has at most 20 steps", source="another page"),
        AtMost(("old", "steps"), 1, "old or steps", effect="disputed"),
    ),
)
TABLES = textwrap.dedent("""
    print("noise of an import")
    from imgparams import Catalog
    from test_cli_values import MUSE
    LIST, ONE, MAP, CATALOG = [MUSE], MUSE, {"mine/muse": MUSE}, Catalog({MUSE.name: MUSE})
    BAD, WORSE = 3, {"x": 3}
""")


class Ran(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out, parse_constant=pytest.fail)


class _Stream(io.TextIOWrapper):
    terminal = False

    def isatty(self) -> bool:
        return self.terminal


def run(*argv: str, stdin: bytes | str = b"", terminal: bool = False) -> Ran:
    """One command line in this process, with streams like those of a shell."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    streams = [_Stream(io.BytesIO(data), encoding="utf-8"), *(_Stream(io.BytesIO(), encoding="utf-8") for _ in "oe")]
    old = sys.stdin, sys.stdout, sys.stderr
    streams[1].terminal = streams[2].terminal = terminal
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        code = cli.main(list(argv))
    finally:
        texts = []
        for stream in streams[1:]:
            stream.flush()
            texts.append(stream.buffer.getvalue().decode())  # type: ignore[attr-defined]
        sys.stdin, sys.stdout, sys.stderr = old
    assert "Traceback" not in texts[1]
    assert "a bug in imgparams" not in texts[1], texts[1]
    return Ran(code, *texts)


@pytest.fixture
def muse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """The options that bring our own target, by a module in the working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setitem(sys.modules, "test_cli_values", sys.modules[__name__])
    monkeypatch.delitem(sys.modules, "acme_tables", raising=False)
    (tmp_path / "acme_tables.py").write_text(TABLES)
    return "--tables", "acme_tables:LIST"


def dumped(folder: Path, *tables: Target) -> tuple[str, str]:
    """The options that bring targets of one's own, by a dumped file."""
    file = folder / "tables.json"
    file.write_text(json.dumps(serial.dump(Catalog({target.name: target for target in tables}))))
    return "--tables", str(file)


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


# ---- targets and show


def test_targets_are_listed() -> None:
    ran = run("targets")
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == list(targets())
    assert len(ran.out.splitlines()[0].split()) == 3  # name, status, date


def test_the_targets_of_a_model() -> None:
    ran = run("offers", "black-forest-labs/flux-2-pro")
    assert ran.code == 0
    assert ran.out.splitlines()[0].startswith("bfl/flux-2-pro ")
    found = json.loads(run("offers", "fal/fal-ai/flux-2-pro", "--json").out)["targets"]
    assert {target["serves"] for target in found} == {"black-forest-labs/flux-2-pro"}
    assert len(found) == len(ran.out.splitlines()) > 4
    unknown = run("offers", "bfl/flux-2-por")
    assert (unknown.code, unknown.out) == (2, "")
    assert "did you mean bfl/flux-2-pro" in unknown.err


def test_what_is_not_confirmed_is_a_group_of_its_own() -> None:
    words = ("request", "--to", "automatic1111/txt2img", "--prompt", "a cat", "--n", "6")
    ran = run(*words)
    assert ran.code == 0
    assert ran.out.splitlines()[-2:] == [
        "not confirmed (1):",
        "warning unverified at n_iter: no maximum is published (got 6)",
    ]
    assert json.loads(run(*words, "--json").out)["unverified"] == ["n"]
    refused = run(*words, "--confirmed")
    assert refused.code == 1
    assert "unverified at n_iter" in refused.err + refused.out


def test_targets_can_be_narrowed() -> None:
    names = [line.split()[0] for line in run("targets", "OpenAI/").out.splitlines()]
    assert names == [name for name in targets() if "openai/" in name]
    why = 'imgparams: no target fits "such"; see `imgparams targets`\n'
    assert run("targets", "no such thing") == Ran(0, "", why)


def test_targets_on_a_terminal_are_counted_and_have_colours(tmp_path: Path) -> None:
    one, other = table(PROMPT, name="acme/one"), table(PROMPT, name="acme/other", status="preview")
    assert run("targets", "acme", *dumped(tmp_path, one), terminal=True).out == (
        "acme/one  active\x1b[2m      2026-11-01\x1b[0m\n\x1b[2m1 target\x1b[0m\n"
    )
    both = run("targets", "acme", *dumped(tmp_path, one, other), terminal=True).out.splitlines()
    assert both[1:] == [
        "acme/other  \x1b[36mpreview\x1b[0m\x1b[2m     2026-11-01\x1b[0m",
        "\x1b[2m2 targets\x1b[0m",
    ]
    assert "targets" not in run("targets", "acme", *dumped(tmp_path, one, other)).out


def test_targets_for_machines() -> None:
    found = run("targets", "--json").json
    assert [row["name"] for row in found["targets"]] == list(targets())
    assert found["version"] == CATALOG.version
    assert {"status", "docs", "checked", "aliases"} < found["targets"][0].keys()


@pytest.mark.parametrize("vendor", NAMES)
def test_every_target_is_shown(vendor: str) -> None:
    for target in map(find, NAMES[vendor]):
        ran = run("show", target.name)
        assert (ran.code, ran.err) == (0, "")
        for part in (target.name, target.docs, target.checked, *(wire for row in target.rows for wire in row.wires)):
            assert part in ran.out, target


def test_show_tells_all_of_a_row(muse: tuple[str, ...]) -> None:
    lines = run("show", "acme/muse", *muse).out.splitlines()
    assert lines[0] == "acme/muse  deprecated"
    assert "call       POST /v1/draw" in lines
    assert "aliases    muse-two" in lines
    assert "ends       2027-01-01" in lines
    assert "note       a note on all of it" in lines
    assert "model <- -: always muse-2; required" in lines
    assert "text <- prompt: text of at most 9 characters; required; a note" in lines
    sides = next(line for line in lines if line.startswith("w, h <- size, aspect_ratio, resolution: "))
    assert sides.endswith("; default w 512; default h 512")
    assert 'count <- n: a whole number from 1 to 4; default 1; -1 means "not set"' in lines
    altered = "may be null; accepted but changed by the vendor: a whole number from 1 to 99; disputed: some say 60"
    assert any(altered in line for line in lines)
    assert 'mode <- -: fast or slow; default "fast" if count is 1; source: a page' in lines
    assert "old <- -: a number from 0 to 1; deprecated: use mode" in lines
    assert "(not sent) <- output_format: always png" in lines
    assert "- fast has at most 20 steps; source: another page" in lines
    assert "- old or steps (disputed)" in lines
    assert "- acme/muse:edit: POST /v1/edit" in lines


def test_show_on_a_terminal_is_a_table_in_its_width(muse: tuple[str, ...]) -> None:
    ran = run("show", "acme/muse", *muse, terminal=True)
    assert "\x1b[" in ran.out
    plain = _without_colours(ran.out)
    assert "what is legal" in plain
    assert "text *" in plain
    assert max(map(len, plain.splitlines())) <= 80


@pytest.mark.parametrize(
    ("required", "rows"),
    [(True, ["n *    negative_prompt   text", "* required"]), (False, ["n      negative_prompt   text"])],
)
def test_show_on_a_terminal_says_what_its_stars_mean_where_there_are_any(
    required: bool, rows: list[str], tmp_path: Path
) -> None:
    target = table(Param("n", Field.negative_prompt, Text(), required=required))
    ran = run("show", target.name, *dumped(tmp_path, target), terminal=True)
    assert ran.out.splitlines()[:2] == ["\x1b[1macme/muse\x1b[0m  active", "\x1b[2mcall       \x1b[0mPOST /v1/draw"]
    plain = [line.rstrip() for line in _without_colours(ran.out).splitlines()]
    assert plain[plain.index("") + 1] == "wire   field             what is legal"
    assert plain[plain.index("") + 3 :] == rows


def test_show_for_machines_is_the_dumped_target() -> None:
    assert serial.load(Target, run("show", "openai/images", "--json").json) == find("openai/images")


def test_show_takes_an_alias(muse: tuple[str, ...]) -> None:
    assert run("show", "acme/muse-two", *muse).out.startswith("acme/muse ")


# ---- request


def test_request_from_options(muse: tuple[str, ...]) -> None:
    ran = run(
        *("request", "--to", "acme/muse", *muse, "--prompt", "a cat", "--size", "2048x1024", "-n", "3"),
        *("--steps", "7", "--quality", "high", "--option", "acme.mode=slow", "--json"),
    )
    assert ran.code == 0
    assert ran.err == "noise of an import\n"
    found = ran.json
    assert found["target"] == "acme/muse"
    assert (found["method"], found["path"], found["content"]) == ("POST", "/v1/draw", "json")
    size = {"w": 1024, "h": 512}
    assert found["request"] == {"model": "muse-2", "text": "a cat", "count": 3, "steps": 7, "mode": "slow", **size}
    assert found["pixels"] == [1024, 512]
    assert found["count"] == 3
    assert {(change["field"], change["kind"]) for change in found["changes"]} == {
        ("size", "clamped"),
        ("quality", "dropped"),
    }
    assert [problem["code"] for problem in found["problems"]] == ["deprecated"]


def test_request_for_people(muse: tuple[str, ...]) -> None:
    ran = run("request", "--to", "acme/muse", *muse, "--prompt", "a cat", "-n", "30")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[:2] == ["POST /v1/draw", "acme/muse: 4 images of 512x512"]
    assert '  "text": "a cat",' in lines
    assert any(line.startswith("change: n: clamped 30 -> 4 (") for line in lines)
    assert any("acme/muse is deprecated" in line for line in lines)


COUNTED = Param("count", Field.n, Int(1, 4), default=1)
PIXELS = WidthHeight("w", "h", each=Int(64, 512), default=(512, 512))


@pytest.mark.parametrize(
    ("rows", "comes"),
    [
        ((), "number and size of images not specified by the vendor"),
        ((PIXELS,), "images of 512x512, number not specified by the vendor"),
        ((COUNTED,), "1 image, size not specified by the vendor"),
        ((COUNTED, PIXELS), "1 image of 512x512"),
    ],
)
def test_what_will_come_is_told_as_far_as_it_is_known(rows: tuple[Any, ...], comes: str, tmp_path: Path) -> None:
    target = table(PROMPT, *rows)
    ran = run("request", "a cat", "--to", target.name, *dumped(tmp_path, target))
    assert (ran.code, ran.out.splitlines()[:2]) == (0, ["POST /v1/draw", f"acme/muse: {comes}"])


def test_request_without_change_says_so(muse: tuple[str, ...]) -> None:
    assert "no changes\n" in run("request", "--to", "acme/muse", *muse, "--prompt", "a").out


def test_request_prints_open_needs(muse: tuple[str, ...]) -> None:
    ran = run("request", "--to", "acme/muse", *muse)
    assert ran.code == 1
    assert "need: prompt: value (" in ran.out
    assert [need["kind"] for need in run("request", "--to", "acme/muse", *muse, "--json").json["needs"]] == ["value"]


def test_request_on_a_terminal(muse: tuple[str, ...]) -> None:
    ran = run("request", "--to", "acme/muse", *muse, "--n", "30", "--quality", "low", terminal=True)
    plain = _without_colours(ran.out)
    assert "\x1b[33mclamped" in ran.out
    for words in ("field", "asked", "became", "2 changes:", "1 open need:", "1 warning:"):
        assert words in plain
    assert max(map(len, plain.splitlines())) <= 80


def test_no_color_is_honoured(muse: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for argv in (("request", "--to", "acme/muse", *muse, "--n", "30"), ("show", "acme/muse", *muse), ("--help",)):
        assert "\x1b" not in run(*argv, terminal=True).out


def test_no_colours_in_a_pipe(muse: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    for argv in (("request", "--to", "acme/muse", *muse, "--n", "30"), ("show", "acme/muse", *muse), ("targets",)):
        assert "\x1b" not in run(*argv).out


def test_request_from_a_file_and_from_standard_input(muse: tuple[str, ...], tmp_path: Path) -> None:
    text = json.dumps({"prompt": "a", "n": 2, "provider_options": {"acme": {"mode": "slow"}}})
    (tmp_path / "intent.json").write_bytes(b"\xef\xbb\xbf" + text.encode())  # as some editors write it
    for ran in (
        run("request", "intent.json", "--to", "acme/muse", *muse, "--json"),
        run("request", "-", "--to", "acme/muse", *muse, "--json", stdin=text),
    ):
        assert ran.json["request"] == {"model": "muse-2", "text": "a", "count": 2, "mode": "slow"}
    wins = run("request", "-", "--to", "acme/muse", *muse, "-n", "1", "--option", "acme.old=0.5", "--json", stdin=text)
    assert wins.json["request"] == {"model": "muse-2", "text": "a", "count": 1, "mode": "slow", "old": 0.5}


@pytest.mark.parametrize("options", ["[]", '{"acme": 3}', '"x"'])
def test_bad_options_in_an_intent_are_refused_beside_good_ones(muse: tuple[str, ...], options: str) -> None:
    text = f'{{"provider_options": {options}}}'
    ran = run("request", "-", "--to", "acme/muse", *muse, "--option", "acme.old=1", stdin=text)
    assert ran.code == 2


def test_strict_and_allow(muse: tuple[str, ...]) -> None:
    asked = ("request", "--to", "acme/muse", *muse, "--prompt", "a", "--n", "30", "--quality", "low")
    ran = run(*asked, "--strict")
    assert ran.code == 1
    assert not ran.out
    assert "refused, 2 of 2 changes" in ran.err
    assert "refused: n: clamped 30 -> 4" in ran.err
    found = run(*asked, "--strict", "--json").json
    assert len(found["refused"]) == len(found["changes"]) == 2
    for allow, code in (
        (("--strict", "--allow", "n=clamped"), 1),
        (("--strict", "--allow", "n=clamped", "--allow", "quality=dropped"), 0),
        (("--allow", "clamped, dropped"), 0),
        (("--allow", "clamped", "--allow", "dropped"), 0),
        (("--allow", "clamped"), 1),
        (("--allow", "n=none"), 1),
        (("--allow", "none", "--allow", "n=all", "--allow", "quality=all"), 0),
        (("--allow", "dropped", "--allow", "within=0.9"), 0),
        (("--strict", "--allow", "dropped"), 2),
        (("--allow", "bent"), 2),
        (("--allow", "m=clamped"), 2),
        (("--allow", "default=clamped"), 2),
        (("--allow", "within=lots"), 2),
        (("--allow", ""), 2),
    ):
        assert run(*asked, *allow).code == code, allow


def test_refused_on_a_terminal_marks_what_is_refused(muse: tuple[str, ...]) -> None:
    ran = run(
        "request", "--to", "acme/muse", *muse, "--n", "30", "--quality", "max", "--allow", "clamped", terminal=True
    )
    assert _without_colours(ran.err).split().count("refused") == 1


def test_references_are_files_urls_and_ids(muse: tuple[str, ...], tmp_path: Path) -> None:
    png = b"\x89PNG\r\n\x1a\n" + bytes(60)
    (tmp_path / "cat,role=x.png").write_bytes(png)
    (tmp_path / "openai:cat").write_bytes(png)
    asked = ("request", "--to", "acme/muse", *muse, "--prompt", "a", "--allow", "all")
    ran = run(*asked, "--reference", "cat,role=x.png", "--reference", "openai:cat,role=source", "--json")
    found = ran.json
    assert found["target"] == "acme/muse:edit"
    assert found["content"] == "multipart"
    assert found["request"]["pic"] == [{"$bytes": base64.b64encode(png).decode()}] * 2
    again = run("check", "acme/muse:edit", "-", *muse, stdin=json.dumps(found["request"]))
    assert again.code == 0, again.out
    assert '"<68 bytes>"' in run(*asked, "--reference", "cat,role=x.png").out
    ran = run(*asked, "--reference", "-", "--json", stdin=png)
    assert len(ran.json["request"]["pic"]) == 1
    ran = run(*asked, "--reference", "https://x.example/a,b.png", "--mask", "https://x.example/m,edits=white", "--json")
    assert [(need["at"], need["kind"]) for need in ran.json["needs"]] == [("references[0]", "fetch")]
    assert ran.json["request"]["mask"] == "https://x.example/m"
    ran = run(*asked, "--reference", "openai:file-1,weight=0.5,size=640x480,type=image/png", "--json")
    assert ran.json["needs"][0]["kind"] == "find"
    assert ran.json["needs"][0]["reference"]["size"] == [640, 480]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nope.png", "is not a file"),
        ("opnai:file-1", "did you mean 'openai'"),
        ("openai:", "file_id"),
        ("openai:x,role=stile", "role"),
        ("openai:x,weight=heavy", "is not a number"),
        ("openai:x,weight=1e999", "is not a number"),
        ("openai:x,size=3", "size"),
        (".", "can't be read"),
        ("", "is not a file"),
        ("https://x,edits=blue", "edits"),
    ],
)
def test_bad_references(text: str, words: str) -> None:
    for option in ("--reference", "--mask"):
        ran = run("request", "--to", "openai/images", option, text)
        assert ran.code == 2
        assert words in ran.err


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("mode=slow",), {"mode": "slow"}),
        (('mode="slow"',), {"mode": "slow"}),
        (("a=1", "b=1.5", "c=true", "d=null"), {"a": 1, "b": 1.5, "c": True, "d": None}),
        (("a.b=1", "a.c=[2]"), {"a": {"b": 1, "c": [2]}}),
        (("a[0].b=1", "a[1].b=2"), {"a": [{"b": 1}, {"b": 2}]}),
        (("'a.b'=1024x1024",), {"a.b": "1024x1024"}),
        (("a==b",), {"a": "=b"}),
        (("a=",), {"a": ""}),
        (("a=-",), {"a": "-"}),
    ],
)
def test_provider_options(options: tuple[str, ...], expected: object) -> None:
    from imgparams.cli.options import provider_options

    assert provider_options([f"acme.{text}" for text in options], ["acme"]) == {"acme": expected}


@pytest.mark.parametrize(
    "options",
    [
        ["x"],
        ["acme=1"],
        ["acme.=1"],
        [".a=1"],
        ["acme.a..b=1"],
        ["acme.[0]=1"],
        ["acme.a=[1"],
        ['acme.a="x'],
        ["acme.a=NaN"],
        ["acme.a=1e999"],
        ["acme.a=" + "9" * 5000],
        ["acme.a=" + "[" * 200 + "]" * 200],
        ["acme.a[7]=1"],
        ["acme.a[" + "9" * 9000 + "]=1"],
        ["acme.a=1", "acme.a=2"],
        ["acme.a=1", "acme.a.b=2"],
        ["acme.a.b=1", "acme.a=2"],
        ["acme.a.b=1", "acme.a[0]=2"],
        ["acme.a[0]=1", "acme.a.b=2"],
        ["acne.a=1"],
    ],
)
def test_bad_provider_options(muse: tuple[str, ...], options: list[str]) -> None:
    given = [part for text in options for part in ("--option", text)]
    assert run("request", "--to", "acme/muse", *muse, *given).code == 2


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("--n", "1.5"), "whole number"),
        (("--n", "0"), "at least 1"),
        (("--n", "two"), "is not a number"),
        (("--n", "true"), "is not a number"),
        (("--n", "9" * 5000), "is not a number"),
        (("--seed", "1e400"), "is not a number"),
        (("--seed", "NaN"), "is not a number"),
        (("--guidance", "-Infinity"), "is not a number"),
        (("--strength", "2"), "strength"),
        (("--size", "huge"), "size"),
        (("--size", "1024x1024", "--aspect-ratio", "16:9"), "contradicts"),
        (("--prompt", "a", "--prompt", "b"), "multiple"),
        (("--promt", "a"), "--prompt"),
        (("--prompt",), "--prompt"),
        (("a.json", "b.json"), "b.json"),
    ],
)
def test_wrong_usage(argv: tuple[str, ...], words: str) -> None:
    ran = run("request", "--to", "openai/images", *argv)
    assert ran.code == 2
    assert words in ran.err
    assert not ran.out
    found = run("request", "--to", "openai/images", "--json", *argv)
    assert found.code == 2
    assert found.json["problems"][0]["level"] == "error"


def test_values_may_look_like_options(muse: tuple[str, ...]) -> None:
    asked = ("request", "--to", "acme/muse", *muse, "--json")
    assert run(*asked, "--prompt", "-").json["request"]["text"] == "-"
    assert run(*asked, "--prompt", "--a b").json["request"]["text"] == "--a b"
    assert run(*asked, "--prompt=").json["request"]["text"] == ""
    assert run("request", "--to", "openai/images", "--option", "openai.x=-1", "--prompt", "a").code == 0
    assert run("request", "--to", "leonardo/generation", "--prompt", "a", "--seed", "-1").code == 0


# ---- intent, convert, check

REQUEST = '{"model": "muse-2", "text": "a cat", "w": 512, "h": 512, "mode": "slow"}'


def test_intent_is_what_request_takes(muse: tuple[str, ...]) -> None:
    from imgparams import Intent, serial, to_intent

    ran = run("intent", "--from", "acme/muse", "-", *muse, stdin=REQUEST)
    assert ran.code == 0
    assert json.loads(ran.out) == {
        "prompt": "a cat",
        "size": [512, 512],
        "provider_options": {"acme": {"mode": "slow"}},
    }
    assert "acme/muse is deprecated" in ran.err
    back = run("request", "-", "--to", "acme/muse", *muse, "--json", stdin=ran.out)
    assert back.json["request"] == json.loads(REQUEST)
    machine = run("intent", "--from", "acme/muse", "-", *muse, "--json", stdin=REQUEST)
    assert serial.load(Intent, machine.json) == to_intent(json.loads(REQUEST), MUSE)
    assert run("request", "-", "--to", "acme/muse", *muse, "--json", stdin=machine.out).json == back.json


def test_intent_with_the_defaults(muse: tuple[str, ...]) -> None:
    ran = run("intent", "--from", "acme/muse", "-", *muse, "--defaults", stdin=REQUEST)
    assert json.loads(ran.out)["n"] == 1


def test_convert(muse: tuple[str, ...]) -> None:
    asked = ("convert", "--from", "acme/muse", "--to", "leonardo/generation", "-", *muse)
    found = run(*asked, "--json", stdin=REQUEST).json
    assert found["target"] == "leonardo/generation"
    assert found["request"]["num_images"] == 1  # Leonardo's own default is another
    assert "deprecated" in [problem["code"] for problem in found["problems"]]
    assert ["mode"] in [change["path"] for change in found["changes"]]
    assert run(*asked, "--strict", stdin=REQUEST).code == 1
    assert "change: provider_options.acme.mode: dropped" in run(*asked, stdin=REQUEST).out


def test_check_finds_errors(muse: tuple[str, ...]) -> None:
    bad = '{"model": "muse-2", "w": 1001, "h": 512, "fast": 1, "count": 9}'
    ran = run("check", "acme/muse", "-", *muse, stdin=bad)
    assert ran.code == 1
    assert "error missing at text" in ran.out
    assert ran.out.splitlines()[-1] == "acme/muse: 4 errors and 1 warning"
    found = run("check", "acme/muse", "-", *muse, "--json", stdin=bad)
    assert found.code == 1
    assert {problem["code"] for problem in found.json["problems"]} >= {"missing", "off_grid", "unknown_field"}
    table = _without_colours(run("check", "acme/muse", "-", *muse, stdin=bad, terminal=True).out)
    assert "off_grid" in table
    assert max(map(len, table.splitlines())) <= 80


def test_check_of_warnings_alone_is_done(muse: tuple[str, ...]) -> None:
    ran = run("check", "acme/muse", "-", *muse, stdin=REQUEST)
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "acme/muse: 1 warning"


READERS = (
    ("check", "openai/images"),
    ("intent", "--from", "openai/images"),
    ("convert", "--from", "openai/images", "--to", "leonardo/generation"),
    ("request", "--to", "openai/images"),
)

LISTED = "runware/alibaba:qwen-image@2.0"
READ_LISTED = (
    ("check", LISTED, "-"),
    ("intent", "--from", LISTED, "-"),
    ("convert", "--from", LISTED, "--to", "openai/gpt-image-2", "-"),
)


def test_a_body_that_is_a_list_of_one() -> None:
    found = run("check", LISTED, "-", "--json", stdin='[{"positivePrompt": "a", "seed": "x"}]')
    assert found.code == 1
    assert [0, "seed"] in [problem["path"] for problem in found.json["problems"]]
    for argv in READ_LISTED[1:]:
        listed, alone = (
            run(*argv, "--json", stdin=text) for text in ('[{"positivePrompt": "a"}]', '{"positivePrompt": "a"}')
        )
        assert (listed.code, listed.out, listed.err) == (0, alone.out, alone.err)


@pytest.mark.parametrize("text", ["[]", "[{}, {}]", "[3]", "[[{}]]", "3"])
@pytest.mark.parametrize("argv", READ_LISTED)
def test_other_lists_are_no_body(argv: tuple[str, ...], text: str) -> None:
    ran = run(*argv, stdin=text)
    assert ran.code == 2
    assert "standard input is neither a JSON object nor a list of one (got " in ran.err


@pytest.mark.parametrize("argv", READERS[:3])
def test_a_list_is_no_body_elsewhere(argv: tuple[str, ...]) -> None:
    ran = run(*argv, "-", stdin="[{}]")
    assert ran.code == 2
    assert "standard input is not a JSON object (got " in ran.err


def test_check_of_a_good_request() -> None:
    ran = run("check", "openai/images", "-", stdin='{"prompt": "a", "model": "x"}')
    assert ran == Ran(0, "openai/images: no problems\n", "")


SCHEMA = '{"properties": {"text": {"maxLength": 7}, "newer": {}}, "required": ["text"]}'


def test_drift_prints_each_difference(muse: tuple[str, ...]) -> None:
    ran = run("drift", "acme/muse", "-", *muse, stdin=SCHEMA)
    assert ran.code == 1
    assert "newer: not in the table" in ran.out
    assert "w: not in the document" in ran.out
    assert ran.out.splitlines()[-1].endswith("differences")
    found = run("drift", "acme/muse", "-", *muse, "--json", stdin=SCHEMA)
    assert found.json["target"] == "acme/muse"
    assert {"wire": "newer", "fact": "extra", "table": None, "document": None} in found.json["differences"]


def test_drift_of_what_agrees_and_of_no_schema(muse: tuple[str, ...]) -> None:
    whole = run("drift", "acme/muse", "-", *muse, "--at", "#/nope", stdin=SCHEMA)
    assert (whole.code, whole.err.strip().endswith("the document has no #/nope")) == (2, True)
    known = json.loads(run("drift", "acme/muse", "-", *muse, "--json", stdin="{}").out)["differences"]
    empty: dict[str, object] = {difference["wire"]: {} for difference in known}
    document = json.dumps({"properties": empty, "required": ["text", "model"]})
    ran = run("drift", "acme/muse", "-", *muse, stdin=document)
    assert ran == Ran(0, "acme/muse: no differences\n", "")


def test_a_matrix_of_some_targets(muse: tuple[str, ...]) -> None:
    ran = run("matrix", "acme/muse", "--fields", "n", "--fields", "size", *muse)
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "| target | n | size |"
    assert ran.out.splitlines()[2].startswith("| acme/muse | ")
    page = run("matrix", "openai/gpt-image-2", "--format", "html")
    assert page.out.startswith("<table>")
    data = run("matrix", "openai/gpt-image-2", "--fields", "n", "--json").json
    assert data["targets"][0]["fields"]["n"]["max"] == 10
    odd = run("matrix", "--fields", "seeed")
    assert (odd.code, "did you mean 'seed'" in odd.err) == (2, True)


def test_a_long_value_is_shortened_for_people_only() -> None:
    data = base64.b64encode(bytes(9000)).decode()
    text = json.dumps({"prompt": "a", "references": [{"data": data}]})
    people = run("request", "-", "--to", "openrouter/images", stdin=text)
    assert data not in people.out
    assert "are shortened" in people.out
    assert data in run("request", "-", "--to", "openrouter/images", "--json", stdin=text).out


def test_a_prompt_can_not_drive_the_terminal() -> None:
    ran = run("request", "--to", "openai/images", "--prompt", "\x1b[31mred\x9b2J\u202e\x07é", terminal=False)
    assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(ran.out)
    assert "é" in ran.out


# ---- tables


@pytest.mark.parametrize("name", ["LIST", "ONE", "MAP", "CATALOG"])
def test_own_tables_from_a_module(muse: tuple[str, ...], name: str) -> None:
    shown = "mine/muse" if name == "MAP" else "acme/muse"
    ran = run("targets", "muse", "--tables", f"acme_tables:{name}")
    lines = [line.split() for line in ran.out.splitlines()]
    facts = {line[0]: line[1:] for line in lines if line[0].startswith(("acme/", "mine/"))}
    assert facts == {shown: ["deprecated", "2026-11-01"], "acme/muse:edit": ["active", "2026-11-01"]}
    assert ran.err == "noise of an import\n"
    assert run("show", shown, "--tables", f"acme_tables:{name}").out.startswith(f"{shown} ")


def test_own_tables_from_a_dumped_file(muse: tuple[str, ...], tmp_path: Path) -> None:
    mine = find("openai/images").but(note="mine")
    dumped(tmp_path, MUSE, mine)
    assert run("targets", "muse", "--tables", "tables.json").out.startswith("acme/muse ")
    assert "note       mine" in run("show", "openai/images", "--tables", "tables.json").out
    both = run("targets", "--tables", "tables.json", "--tables", "acme_tables:MAP")
    assert len(both.out.splitlines()) == len(targets()) + 3
    (tmp_path / "all.json").write_text(json.dumps(serial.dump(CATALOG)))
    assert run("targets", "--tables", "all.json").out == run("targets").out


@pytest.mark.parametrize(
    "name",
    [
        "acme_tables:BAD",
        "acme_tables:WORSE",
        "acme_tables:NONE",
        "no_such_module:X",
        "exits:X",
        "broken:X",
        "badtable:X",
        "nope.json",
        "list.json",
        "other.json",
        "rows.json",
        "-",
        "",
        ":",
        "a:b:c",
        "..x:Y",
    ],
)
def test_bad_tables(muse: tuple[str, ...], tmp_path: Path, name: str) -> None:
    (tmp_path / "exits.py").write_text("raise SystemExit(3)")
    (tmp_path / "broken.py").write_text("def (")
    (tmp_path / "badtable.py").write_text("from imgparams import find; X = find('openai/images').but(name='x')")
    (tmp_path / "list.json").write_text("[]")
    (tmp_path / "other.json").write_text('{"a": 1}')
    (tmp_path / "rows.json").write_text('{"format": 1, "targets": {"a/b": {"rows": 3}}}')
    ran = run("targets", "--tables", name)
    assert ran.code == 2
    assert not ran.out
    assert ran.err


# ---- unreadable input

UNREADABLE = {
    "empty": b"",
    "binary": bytes(range(256)),
    "latin-1": '{"prompt": "é"}'.encode("latin-1"),
    "utf-16": '{"prompt": "a"}'.encode("utf-16"),
    "not JSON": b"{prompt: a}",
    "half": b'{"prompt": "a',
    "two": b"{} {}",
    "NaN": b'{"n": NaN}',
    "Infinity": b'{"n": -Infinity}',
    "1e400": b'{"n": 1e400}',
    "many digits": b'{"n": ' + b"9" * 5000 + b"}",
    "1001 bits": b'{"n": %d}' % 2**1001,
    "brackets": b'{"n": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "open brackets": b"[" * 100_000,
    "objects": b'{"n":' * 100_000,
    "150 levels": b'{"n": ' + b"[" * 150 + b"]" * 150 + b"}",
    "lone surrogate": b'{"prompt": "\\ud800"}',
    "lone surrogate in a key": b'{"\\udfff": 1}',
    "list": b"[]",
    "text": b'"a"',
    "null": b"null",
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_unreadable_input(kind: str, tmp_path: Path) -> None:
    (tmp_path / "file.json").write_bytes(UNREADABLE[kind])
    for argv in READERS:
        for ran in (run(*argv, "-", stdin=UNREADABLE[kind]), run(*argv, str(tmp_path / "file.json"))):
            assert ran.code == 2
            assert not ran.out
            assert len(ran.err.splitlines()) == 1
        found = run(*argv, "-", "--json", stdin=UNREADABLE[kind])
        assert found.code == 2
        assert found.json["problems"][0]["code"] == "unreadable"


def test_files_that_can_not_be_opened(tmp_path: Path) -> None:
    for name in (str(tmp_path / "none.json"), str(tmp_path), "", "a\0b", "\udcff", "x" * 5000):
        ran = run("check", "openai/images", name)
        assert ran.code == 2
        assert not ran.out


class _Breaks(io.BytesIO):
    def read(self, size: int | None = -1, /) -> bytes:
        raise OSError(5, "the disk is gone")


def test_a_file_that_breaks_off_can_not_be_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", _Stream(_Breaks()))
    assert cli.main(["check", "openai/images", "-"]) == 2
    assert capsys.readouterr() == ("", "imgparams: standard input can't be read: the disk is gone\n")


def test_a_file_without_end_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("imgparams.cli.inputs.MOST", 1000)
    assert run("check", "openai/images", "-", stdin=b" " * 1001).code == 2
    assert "is larger than" in run("request", "--to", "openai/images", "--reference", __file__).err


def test_unknown_targets_have_near_names() -> None:
    ran = run("show", "openai/gpt-imag-2")
    assert ran.code == 2
    assert "did you mean openai/gpt-image-2" in ran.err
    assert run("check", "nope", "-", "--json").json["problems"][0]["code"] == "unknown_target"
    for name in ("", "-", "\udcff", "x" * 10_000, "\x1b[31m", "[red]"):
        ran = run("show", name)
        assert ran.code == 2
        assert "\x1b" not in ran.err


def test_help_and_version() -> None:
    for argv in ((), ("--help",), ("request", "--help"), ("--version",)):
        ran = run(*argv)
        assert ran.code == 0
        assert ran.out
        assert not ran.err
    assert run("nope").code == 2
    assert run("--nope").code == 2


def test_a_closed_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert cli.main(["check", "openai/images", "-"]) == 2
    assert "closed" in capsys.readouterr().err


def test_a_fault_of_ours_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("imgparams.checking.check", lambda *_: 1 / 0)
    monkeypatch.setattr(sys, "stdin", _Stream(io.BytesIO(b"{}")))
    assert cli.main(["check", "openai/images", "-"]) == 2
    assert "a bug in imgparams, please report it: ZeroDivisionError" in capsys.readouterr().err


def test_a_part_of_ours_that_is_missing_is_no_matter_of_the_extras(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "imgparams.cli.running", None)
    assert cli.main(["targets"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("imgparams: a bug in imgparams, please report it: ModuleNotFoundError: ")
    assert "imgparams.cli.running" in err
    assert "pip install" not in err


def test_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("imgparams.checking.check", stop)
    assert run("check", "openai/images", "-", stdin="{}").code == 130


# ---- fuzz

PIECES = (
    *(
        "targets",
        "show",
        "request",
        "intent",
        "convert",
        "check",
        "drift",
        "matrix",
        "json-schema",
        "tool-schema",
        "catalog",
        "diff",
        "explore",
        "--only",
        "--to",
        "--from",
        "--json",
        "--strict",
        "--allow",
    ),
    *(
        "--tables",
        "--prompt",
        "--n",
        "--seed",
        "--size",
        "--option",
        "--reference",
        "--mask",
        "--help",
        "--",
        "-",
        "-n",
    ),
    *("openai/images", "leonardo/phoenix-1.0", "openai.a=1", "n=clamped", "16:9", "1e400", "9" * 5000, "\udcff", ""),
    *("--aspect-ratio", "--quality", "--guidance", "--stream", "--no-stream", "--json=x", "--n=", "[red]", "\x1b[0m"),
    *(
        "-1",
        "-9e9",
        "2K",
        "1920x1080",
        "openai:x",
        "https://x",
        "data:image/png;base64,AA==",
        "data:x",
        "é",
        "--\udc80",
    ),
)


def test_any_command_line_is_answered() -> None:
    random_ = random.Random(7)
    for _ in range(300):
        argv = random_.choices(PIECES, k=random_.randint(0, 9))
        ran = run(*argv, stdin=random_.choice([b"{}", b"", b"\xff", b'{"prompt": "a", "size": "1x1", "n": 3}']))
        assert ran.code in (0, 1, 2), argv
        if "--json" in argv and ran.out and "--help" not in argv:
            assert isinstance(ran.json, dict), argv


def test_any_object_is_answered() -> None:
    random_ = random.Random(11)
    values: list[Any] = [
        None,
        True,
        0,
        -1,
        1.5,
        1e300,
        2**999,
        "",
        "auto",
        "1024x1024",
        [],
        {},
        [[]],
        {"a": 1},
        "é" * 999,
    ]
    values += [{"$bytes": "AA=="}, {"$bytes": "?"}, {"$bytes": 3}, {"$bytes": "AA==", "b": 1}, "data:image/png;base64,"]
    keys = [
        "prompt",
        "n",
        "size",
        "model",
        "quality",
        "references",
        "mask",
        "provider_options",
        "image",
        "x",
        "",
        "a.b",
    ]
    for _ in range(400):
        data = {key: random_.choice(values) for key in random_.sample(keys, random_.randint(0, 6))}
        argv = random_.choice(READERS)
        ran = run(*argv, "-", *random_.choice([(), ("--json",)]), stdin=json.dumps(data))
        assert ran.code in (0, 1, 2), (argv, data)


# ---- as a process


def process(*argv: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **options.pop("env", {})}
    command = [sys.executable, *options.pop("python", ()), "-m", options.pop("module", "imgparams.cli"), *argv]
    return subprocess.run(command, env=environment, capture_output=True, timeout=60, **options)


def test_as_a_process() -> None:
    for module in ("imgparams", "imgparams.cli"):
        ran = process("check", "openai/images", "-", input=b'{"n": 0, "model": "x"}', module=module)
        assert ran.returncode == 1
        assert b"missing at prompt" in ran.stdout
        assert not ran.stderr


@pytest.mark.skipif(os.name == "nt", reason="bytes in argv")
def test_bytes_in_argv_that_are_no_text() -> None:
    for argv in (["show", "\udcff"], ["check", "openai/images", "\udcff"], ["request", "--to", "openai/images"]):
        ran = process(*argv, *(["--prompt", "\udcff"] if argv[0] == "request" else []))
        assert ran.returncode == 2
        assert b"Traceback" not in ran.stderr


def test_an_old_locale_is_no_obstacle() -> None:
    old = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ran = process("request", "--to", "openai/images", "--prompt", "é 猫", env=old)
    assert ran.returncode == 0
    assert b"\\xe9" in ran.stdout
    assert process("show", "leonardo/generation", env=old).returncode == 0
    assert process("--help", env=old).returncode == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a POSIX shell")
def test_closed_streams() -> None:
    prefix = f"{sys.executable} -m imgparams.cli"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    for shell, codes in (
        (f"{prefix} targets >&-", {0}),
        (f"{prefix} targets >&- 2>&-", {0}),
        (f"{prefix} show nope 2>&-", {2}),
        (f"{prefix} check openai/images - <&-", {2}),
        (f"{prefix} targets --json | true; exit ${{PIPESTATUS[0]}}", {0, 141}),
        (f"{prefix} show leonardo/generation | head -c 1; exit ${{PIPESTATUS[0]}}", {0, 141}),
        (f"{prefix} show leonardo/generation --json | head -c 1; exit ${{PIPESTATUS[0]}}", {0, 141}),
    ):
        ran = subprocess.run(["bash", "-c", shell], env=environment, capture_output=True, timeout=60)
        assert ran.returncode in codes, (shell, ran)
        assert b"Traceback" not in ran.stderr
        assert b"Exception ignored" not in ran.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    shell = f"{sys.executable} -m imgparams.cli targets > /dev/full"
    ran = subprocess.run(["bash", "-c", shell], env=environment, capture_output=True, timeout=60)
    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1
    assert b"can't write the output" in ran.stderr


def test_ctrl_c_of_a_process() -> None:
    code = (
        "import os, signal, sys; from imgparams.cli import main\n"
        "class Waiting:\n"
        "    def read(self, *_): os.kill(os.getpid(), signal.SIGINT)\n"
        "    buffer = property(lambda self: self)\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # it is ignored in the background of a shell
        "sys.stdin = Waiting(); sys.exit(main(['check', 'openai/images', '-']))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, timeout=60)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"")


@pytest.mark.parametrize("missing", ["cyclopts", "rich"])
def test_without_the_extras(missing: str) -> None:
    code = f"import sys; sys.modules[{missing!r}] = None; from imgparams.cli import main; sys.exit(main(['targets']))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, timeout=60)
    assert ran.returncode == 2
    assert b"pip install 'imgparams[cli]'" in ran.stderr
    assert b"Traceback" not in ran.stderr


def _without_colours(text: str) -> str:
    import re

    return re.sub(r"\x1b\[[0-9;]*m", "", text)
