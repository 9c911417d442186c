"""`--jsonl`: a result for every line in its order, whatever is in it; memory, the summary, the terminal, and ends."""

from __future__ import annotations

import gc
import io
import json
import os
import re
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from select import select
from typing import Any

import pytest

from imgparams import Change, find

pytest.importorskip("cyclopts")
pytest.importorskip("rich")

from imgparams.cli import bulk
from tests.unit.tables import PROMPT, STEPS, table
from tests.unit.test_cli import UNREADABLE, Ran, _Stream, process, run

CHECK = ("check", "leonardo/phoenix-1.0")
CONVERT = ("convert", "--from", "leonardo/phoenix-1.0", "--to", "openai/gpt-image-2")
MODEL = "de7d3faf-762f-48e0-b3b7-9d0ac3a3fcf3"
GOOD: dict[str, Any] = {"prompt": "a cat", "width": 1024, "height": 1024, "modelId": MODEL}
REQUESTS: list[dict[str, Any]] = [
    GOOD,
    {**GOOD, "width": 1001, "num_image": 9},
    {**GOOD, "seed": 7, "quality": "x"},
    {},
    {**GOOD, "prompt": {"$bytes": "AA=="}},  # bytes are no JSON
]


def jsonl(*requests: object) -> str:
    return "".join(json.dumps(request) + "\n" for request in requests)


def results(ran: Ran) -> list[dict[str, Any]]:
    return [json.loads(line, parse_constant=pytest.fail) for line in ran.out.splitlines()]


def summary(*argv: str, stdin: str) -> dict[str, Any]:
    return json.loads(run(*argv, "--jsonl", "--json", stdin=stdin).err)  # type: ignore[no-any-return]


# ---- results


@pytest.mark.parametrize(
    "argv", [CHECK, CONVERT, (*CONVERT, "--allow", "all", "--allow", "seed=none"), (*CONVERT, "--strict")]
)
def test_a_line_has_what_json_tells_of_one_request(argv: tuple[str, ...]) -> None:
    ran = run(*argv, "-", "--jsonl", stdin=jsonl(*REQUESTS))
    alone = [run(*argv, "-", "--json", stdin=json.dumps(request)).json for request in REQUESTS]
    assert results(ran) == [{"line": number, **data} for number, data in enumerate(alone, 1)]
    assert ran.code == 1


@pytest.mark.parametrize(
    "argv",
    [
        ("check", "runware/alibaba:qwen-image@2.0"),
        ("convert", "--from", "runware/alibaba:qwen-image@2.0", *CONVERT[3:]),
    ],
)
def test_a_body_that_is_a_list_of_one(argv: tuple[str, ...]) -> None:
    requests = [[{"positivePrompt": "a"}], [{}, {}], {"positivePrompt": "a"}]
    ran = run(*argv, "-", "--jsonl", stdin=jsonl(*requests))
    alone = [run(*argv, "-", "--json", stdin=json.dumps(request)).json for request in requests]
    first, bad, last = results(ran)
    assert [first, last] == [{"line": 1, **alone[0]}, {"line": 3, **alone[2]}]
    assert [problem["code"] for problem in bad["problems"]] == ["unreadable"]
    assert bad["problems"][0]["why"].startswith("the line is neither a JSON object nor a list of one")


def test_a_file_is_read_as_standard_input_is(tmp_path: Path) -> None:
    (tmp_path / "requests.jsonl").write_text(jsonl(*REQUESTS))
    piped = run(*CHECK, "-", "--jsonl", stdin=jsonl(*REQUESTS))
    assert run(*CHECK, str(tmp_path / "requests.jsonl"), "--jsonl") == piped


def test_the_source_that_ends_is_told_on_each_line() -> None:
    argv = ("convert", "--from", "openai/dall-e-3", "--to", "openai/gpt-image-2", "-")
    text = json.dumps({"model": "dall-e-3", "prompt": "a"})
    alone = run(*argv, "--json", stdin=text).json
    assert alone["problems"]  # dall-e-3 is no longer active
    assert results(run(*argv, "--jsonl", stdin=f"{text}\n{text}\n")) == [{"line": 1, **alone}, {"line": 2, **alone}]


def test_blank_lines_are_counted_and_marks_and_line_ends_do_not_matter() -> None:
    good = json.dumps(GOOD).encode()
    bom = b"\xef\xbb\xbf"
    text = bom + good + b"\r\n\n \t\r\n" + bom + b"\n" + bom + good + b"\n\n" + good
    ran = run(*CHECK, "-", "--jsonl", stdin=text)
    assert [result["line"] for result in results(ran)] == [1, 5, 7]
    assert ran.code == 0
    assert ran.err == "7 lines: 3 ok, 4 blank\n"


@pytest.mark.parametrize("kind", [kind for kind, data in UNREADABLE.items() if data and b"\n" not in data])
@pytest.mark.parametrize("argv", [CHECK, CONVERT])
def test_a_bad_line_is_told_and_the_rest_goes_on(kind: str, argv: tuple[str, ...]) -> None:
    good = json.dumps(GOOD).encode()
    ran = run(*argv, "-", "--jsonl", stdin=good + b"\n" + UNREADABLE[kind] + b"\n" + good)
    before, bad, after = results(ran)
    assert (before["line"], bad["line"], after["line"]) == (1, 2, 3)
    assert [problem["code"] for problem in bad["problems"]] == ["unreadable"]
    assert bad["problems"][0]["why"].startswith("the line is not ")
    assert {**before, "line": 3} == after
    assert ran.code == 1
    assert ran.err.splitlines()[0] == "3 lines: 2 ok, 1 unreadable"


def test_a_fault_of_json_is_told_by_its_column_alone() -> None:
    found = results(run(*CHECK, "-", "--jsonl", stdin='\n{"a": }\n{"a":\r\n'))
    assert [(bad["line"], bad["problems"][0]["why"]) for bad in found] == [
        (2, "the line is not JSON: Expecting value in column 7"),
        (3, "the line is not JSON: Expecting value in column 6"),
    ]


def test_a_line_that_is_too_long_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "MOST_LINE", 200)
    monkeypatch.setattr(bulk, "_READ", 7)
    most = json.dumps(GOOD).ljust(199) + "\n"
    over = json.dumps(GOOD).ljust(200) + "\n"
    far = json.dumps({**GOOD, "prompt": "a" * 9000}) + "\n"
    marked = "\ufeff" + json.dumps(GOOD).ljust(198) + "\n"  # would fit if the mark did not count
    ran = run(*CHECK, "-", "--jsonl", stdin=most + over + marked + far + most + far.strip())
    codes = [[problem["code"] for problem in result["problems"]] for result in results(ran)]
    assert codes == [[], ["unreadable"], ["unreadable"], ["unreadable"], [], ["unreadable"]]
    assert all("is larger than" in results(ran)[at]["problems"][0]["why"] for at in (1, 2, 3, 5))


def test_lines_have_their_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "MOST_LINE", 4)
    monkeypatch.setattr(bulk, "_READ", 3)
    found = list(bulk.lines(io.BytesIO(b"abc\nabcd\n\nabcdefghijk\nabcd")))
    assert found == [(1, b"abc\n", 4), (2, b"abcd\n", 5), (3, b"\n", 1), (4, b"abcde", 12), (5, b"abcd", 4)]


@pytest.mark.parametrize("name", ["leonardo/phoenix-1.0", "runware/alibaba:qwen-image@2.0", "openai/gpt-image-2:edit"])
def test_what_is_read_quickly_has_the_same_result(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    target, asked = (
        find(name),
        [*REQUESTS, {"positivePrompt": "a"}, {"model": "gpt-image-2", "prompt": "a", "image": []}],
    )
    deep = ["[" * depth + "]" * depth for depth in (1, 96, 97, 98, 99, 100, 101, 102, 400)]
    values = [*deep, "1" * 301, "1" * 302, "1" * 5000, "1e308", "1e309", "NaN", '"\\ud800"', '{"$bytes": "AA=="}']
    values += ['{"\\u0024bytes": "AA=="}', '{"$bytes": "AA"}', '1, "prompt": "twice"', '"\u00e9\\n"', "3]", "1} "]
    lines = [json.dumps(request) for request in asked] + [f'{{"prompt": {value}}}' for value in values]
    lines += [f"[{line}]" for line in lines] + [f" {line} \t" for line in lines] + [*deep, "[]", "[{}, {}]", "[{}, 1]"]
    quick, slow = bulk.checker(target), bulk.checker(target)
    results = [[quick(line.encode() + end) for end in (b"", b"\n", b"\r\n")] for line in lines]
    monkeypatch.setattr(bulk, "quick_request", lambda line: None)
    assert results == [[slow(line.encode() + end) for end in (b"", b"\n", b"\r\n")] for line in lines]


def test_what_is_there_is_not_held_back() -> None:
    class Pieces(io.RawIOBase):
        def read1(self, size: int, /) -> bytes:
            return next(pieces, b"")

    pieces = iter([b"one\ntw", b"o", b"\nthree", b"\n", b"\n\nfour"])
    found = list(bulk.blocks(Pieces(), 99))
    assert [(block.number, block.data) for block in found] == [
        (1, b"one\n"),
        (2, b""),
        (2, b"two\n"),
        (3, b"three\n"),
        (4, b"\n\n"),
        (6, b"four"),
    ]


# ---- memory


class _Endless(io.RawIOBase):
    """A file that is made as it is read: a text over and over, until so many bytes were given."""

    def __init__(self, text: bytes, size: int) -> None:
        self._text, self._left = text, size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        size = min(len(buffer), len(self._text), self._left)
        buffer[:size] = self._text[:size]
        self._left -= size
        return size


def _peak(text: bytes, size: int, lines: int) -> int:
    """The most memory that the results of a file take together."""
    judge = bulk.checker(table(PROMPT, STEPS, unknown="refused"))
    file = io.BufferedReader(_Endless(text, size))
    gc.collect()
    tracemalloc.start()
    try:
        seen = sum(1 for _ in bulk.results(bulk.lines(file), judge, bulk.Tally()))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert seen == lines
    return peak


def test_memory_does_not_grow_with_the_lines() -> None:
    text = jsonl({"prompt": "a", "steps": 99}).encode()
    loaded, few, many = (_peak(text, len(text) * lines, lines) for lines in (50, 300, 3000))
    assert loaded  # what is kept once
    assert many < few + 20_000  # a kept number for each line would be more


def test_memory_does_not_grow_with_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "MOST_LINE", 10_000)
    monkeypatch.setattr(bulk, "_READ", 10_000)
    assert _peak(b"a" * 5000, 20_000_000, 1) < 200_000


def test_fields_are_counted_by_name_up_to_a_number_of_names() -> None:
    tally = bulk.Tally()
    for at in range(5000):
        change = Change(f"provider_options.acme.{at}" + "x" * 1000, "dropped", 1, None, "")
        tally.add(1, bulk.Result({}, "errors", changes=[change], refused=[change]))
    assert len(tally.changes) == bulk.MOST_NAMES + 1
    assert tally.changes["other fields", "dropped"] == 5000 - bulk.MOST_NAMES
    assert tally.refused["other fields", "dropped"] == 5000 - bulk.MOST_NAMES
    assert max(len(name) for name, _ in tally.changes) < 200


# ---- the summary


def test_the_summary_of_a_check() -> None:
    ran = run(*CHECK, "-", "--jsonl", stdin=jsonl(*REQUESTS) + "\n[]\n")
    assert ran.err.splitlines() == [
        "7 lines: 1 ok, 1 with warnings only, 3 with errors, 1 unreadable, 1 blank",
        "problems:",
        "        2 missing",
        "        2 unknown_field",
        "        2 unreadable",
        "        1 off_grid",
    ]


def test_the_summary_of_warnings() -> None:
    ran = run("check", "openai/dall-e-3", "-", "--jsonl", stdin='{"model": "dall-e-3", "prompt": "a"}\n')
    assert ran.code == 0
    assert ran.err.splitlines()[0] == "1 line: 1 with warnings only"


def test_the_summary_of_a_conversion() -> None:
    asked = [*REQUESTS[:3], {**GOOD, "seed": 8}]
    ran = run(*CONVERT, "-", "--jsonl", "--allow", "all", "--allow", "size=none", stdin=jsonl(*asked))
    assert ran.err.splitlines() == [
        "4 lines: 3 ok, 1 with errors",
        "changes in 4 lines:",
        "        4 delivery mapped",
        "        2 seed dropped",
        "        1 provider_options.leonardo.num_image dropped",
        "        1 provider_options.leonardo.quality dropped",
        "        1 size clamped, 1 refused",
    ]


def test_the_summary_tells_open_needs() -> None:
    argv = ("convert", "--from", "openai/gpt-image-2:edit", "--to", "leonardo/generation", "-")
    request = {"model": "gpt-image-2", "prompt": "a", "image": [{"$bytes": "iVBORw0KGgo="}]}
    ran = run(*argv, "--jsonl", stdin=jsonl(request, request))
    (kind,) = {need["kind"] for result in results(ran) for need in result["needs"]}
    assert ran.code == 0
    assert ran.err.splitlines()[-2:] == ["open needs:", f"        2 {kind}"]
    assert summary(*argv, stdin=jsonl(request))["needs"] == {kind: 1}


def test_the_summary_for_machines() -> None:
    asked = jsonl(*REQUESTS, REQUESTS[2]) + "\n{\n"
    found = summary(*CONVERT, "-", "--allow", "all", "--allow", "size=none", stdin=asked)
    assert found["lines"] == 8
    outcomes = {"ok": 4, "warnings": 0, "errors": 2, "unreadable": 1, "blank": 1}
    assert outcomes.items() <= found.items()
    assert found["with_changes"] == 5
    assert found["problems"] == {"unreadable": 2}
    assert {"field": "seed", "kind": "dropped", "count": 2, "refused": 0} in found["changes"]
    assert {"field": "size", "kind": "clamped", "count": 1, "refused": 1} in found["changes"]


def test_long_lists_of_counts_are_cut_for_people_only() -> None:
    asked = jsonl(*({**GOOD, f"x{at}": 1} for at in range(30)))
    lines = run(*CONVERT, "-", "--jsonl", stdin=asked).err.splitlines()
    assert len(lines) == 2 + bulk.MOST_SHOWN + 1
    assert lines[-1] == "      ... and 11 more"
    assert len(summary(*CONVERT, "-", stdin=asked)["changes"]) == 31


# ---- exit codes and ends


def test_exit_codes(tmp_path: Path) -> None:
    good, bad = jsonl(GOOD), jsonl(GOOD, {})
    assert run(*CHECK, "-", "--jsonl", stdin=good).code == 0
    assert run(*CHECK, "-", "--jsonl", stdin=bad).code == 1
    assert run(*CONVERT, "-", "--jsonl", stdin=good).code == 0
    assert run(*CHECK, "-", "--jsonl", stdin="") == Ran(0, "", "0 lines: nothing to do\n")
    for name in (str(tmp_path), str(tmp_path / "none"), "a\0b"):
        ran = run(*CHECK, name, "--jsonl")
        assert (ran.code, ran.out) == (2, "")
        assert len(ran.err.splitlines()) == 1
    assert run("check", "nope", "-", "--jsonl", stdin=good).code == 2
    assert run(*CHECK, str(tmp_path), "--jsonl", "--json").json["problems"][0]["code"] == "unreadable"


class _Breaks(io.BytesIO):
    """A file that gives two lines, and then what it was told to."""

    error: BaseException

    def read1(self, size: int | None = -1, /) -> bytes:
        data = super().read1(size)
        if not data:
            raise self.error
        return data


def _broken_off(error: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ran:
    from imgparams import cli

    file = _Breaks(jsonl(GOOD, {}).encode())
    file.error = error
    monkeypatch.setattr(sys, "stdin", _Stream(file))
    code = cli.main([*CHECK, "-", "--jsonl"])
    return Ran(code, *capsys.readouterr())


def test_a_file_that_breaks_off(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    ran = _broken_off(OSError(5, "the disk is gone"), monkeypatch, capsys)
    assert ran.code == 2
    assert len(results(ran)) == 2
    assert ran.err.splitlines()[0] == "2 lines: 1 ok, 1 with errors"
    assert ran.err.splitlines()[-1] == "imgparams: standard input can't be read: the disk is gone"


def test_ctrl_c_within_a_line_does_not_count_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from imgparams import checking

    done = iter([*[checking.check] * 2, None])

    def check(*given: Any) -> Any:
        if step := next(done):
            return step(*given)
        raise KeyboardInterrupt

    monkeypatch.setattr("imgparams.checking.check", check)
    ran = run(*CHECK, "-", "--jsonl", stdin=jsonl(GOOD, GOOD, GOOD, GOOD))
    assert (ran.code, ran.err, len(results(ran))) == (130, "2 lines: 2 ok\n", 2)


def test_ctrl_c_tells_what_was_done(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    ran = _broken_off(KeyboardInterrupt(), monkeypatch, capsys)
    assert ran.code == 130
    assert len(results(ran)) == 2
    assert ran.err.splitlines()[0] == "2 lines: 1 ok, 1 with errors"


def test_a_fault_of_ours_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(*_: object) -> None:
        raise ValueError("ours")

    monkeypatch.setattr("imgparams.checking.check", wrong)
    with pytest.raises(AssertionError, match="a bug in imgparams, please report it: ValueError"):
        run(*CHECK, "-", "--jsonl", stdin=jsonl(GOOD))


def _environment() -> dict[str, str]:
    mine = {name: value for name, value in os.environ.items() if name not in ("PYTHONUNBUFFERED", "NO_COLOR")}
    return {**mine, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "TERM": "xterm"}


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
@pytest.mark.parametrize("jobs", [(), ("--jobs", "2")])
def test_each_result_is_written_at_once_and_ctrl_c_ends_a_process(jobs: tuple[str, ...]) -> None:
    code = (
        "import signal, sys; from imgparams.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # it is ignored in the background of a shell
        f"sys.exit(main({[*CHECK, '-', '--jsonl', *jobs]!r}))"
    )
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    options = {"env": _environment(), "text": True, "start_new_session": True}
    with subprocess.Popen([sys.executable, "-c", code], **options, **streams) as ran:  # type: ignore[call-overload]
        for number in (1, 2):
            ran.stdin.write(jsonl(GOOD))
            ran.stdin.flush()
            assert select([ran.stdout], [], [], 60)[0]  # or it would wait for ever
            assert json.loads(ran.stdout.readline())["line"] == number
        os.killpg(ran.pid, signal.SIGINT)  # as a terminal does: every process of it gets the signal
        out, err = ran.communicate(timeout=60)
    assert (ran.returncode, out, err) == (130, "", "2 lines: 2 ok\n")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a POSIX shell")
@pytest.mark.parametrize("jobs", ["", "--jobs 2"])
def test_a_closed_pipe_is_silent(jobs: str, tmp_path: Path) -> None:
    (tmp_path / "requests.jsonl").write_text(jsonl(GOOD) * 3000)  # more results than a pipe holds
    tail = f"{tmp_path / 'requests.jsonl'} --jsonl {jobs} | head -n 1; exit ${{PIPESTATUS[0]}}"
    shell = f"{sys.executable} -m imgparams.cli {' '.join(CHECK)} {tail}"
    ran = subprocess.run(["bash", "-c", shell], env=_environment(), capture_output=True, timeout=60)
    assert (ran.returncode, ran.stderr) == (141, b"")
    assert json.loads(ran.stdout)["line"] == 1


# ---- terminals


def _on_terminal(argv: tuple[str, ...], stdin: int | None, out: Path | None) -> tuple[int, str]:
    """The exit code and what a terminal shows of a process whose stderr it is, and its stdout without `out`."""
    import pty

    master, slave = pty.openpty()
    command = [sys.executable, "-m", "imgparams.cli", *argv, "--jsonl"]
    with open(out or os.devnull, "wb") as file:
        stdout = file if out else slave
        ran = subprocess.Popen(command, env=_environment(), stdin=stdin, stdout=stdout, stderr=slave)
    os.close(slave)
    shown = b"".join(_read(master))
    os.close(master)
    return ran.wait(timeout=60), shown.decode()


def _read(master: int) -> Iterator[bytes]:
    try:
        while data := os.read(master, 4096):
            yield data
    except OSError:  # Linux says so at the end of a terminal
        return


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_progress_and_time_are_on_the_terminal_only(tmp_path: Path) -> None:
    source, out = tmp_path / "requests.jsonl", tmp_path / "results.jsonl"
    source.write_text(jsonl(*[GOOD] * 1234))
    code, shown = _on_terminal((*CHECK, str(source)), None, out)
    assert code == 0
    assert "100 %" in shown
    assert "1,234 lines" in shown
    assert "1,234 ok" in shown
    assert "lines a second" in shown
    assert [json.loads(line)["line"] for line in out.read_text().splitlines()] == [*range(1, 1235)]


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_standard_input_has_a_counter(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.write(write, jsonl(GOOD, GOOD).encode())
    os.close(write)
    code, shown = _on_terminal((*CHECK, "-"), read, tmp_path / "results.jsonl")
    os.close(read)
    assert code == 0
    assert "\x1b[1A\x1b[2K" in shown  # the counter is wiped at the end
    assert "%" not in shown
    assert "2 lines " in shown


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_there_is_no_bar_where_the_results_are_on_the_terminal(tmp_path: Path) -> None:
    source = tmp_path / "requests.jsonl"
    source.write_text(jsonl(GOOD))
    code, shown = _on_terminal((*CHECK, str(source)), None, None)
    assert code == 0
    result, told = shown.splitlines()
    assert json.loads(result)["line"] == 1
    assert "1 ok; " in told


def test_nothing_but_the_summary_goes_to_a_file(tmp_path: Path) -> None:
    ran = process(*CHECK, "-", "--jsonl", input=jsonl(GOOD).encode())
    assert ran.stderr == b"1 line: 1 ok\n"


# ---- the benchmark and the recipe


def test_lines_that_are_timed_are_what_they_are_called(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from benchmarks import bulk

    monkeypatch.setattr(bulk, "LINES", 40)
    monkeypatch.setattr(bulk, "ROUNDS", 1)
    bulk.lines()
    told = capsys.readouterr().out.splitlines()
    assert [kind for kind, line in zip(bulk.FILES, told, strict=True) if line.endswith("with errors")] == [
        "one fault",
        "a fault in a line of twenty",
        "unreadable",
    ]


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_the_commands_of_the_recipe_print_what_it_says(tmp_path: Path) -> None:
    command = tmp_path / "bin" / "imgparams"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m imgparams "$@"\n')
    command.chmod(0o755)
    path = os.pathsep.join((str(command.parent), os.environ["PATH"]))
    page = (Path(__file__).parents[2] / "docs" / "recipes" / "bulk.md").read_text(encoding="utf-8")
    printed = None
    for kind, text in re.findall(r"(?ms)^```(sh|text)\n(.*?)^```$", page):
        if kind == "sh":
            ran = subprocess.run(["sh", "-c", text], cwd=tmp_path, env={**_environment(), "PATH": path}, **_MERGED)
            printed = ran.stdout
        else:
            assert printed == text
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "results.jsonl").read_bytes()


_MERGED: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "timeout": 60}
