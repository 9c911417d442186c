"""`--jobs`: the same bytes, summary and exit code as one process gives; what is in flight, and ends."""

from __future__ import annotations

import json
import multiprocessing
import sys
import textwrap
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from imgparams import Change, UnknownTarget, find

pytest.importorskip("cyclopts")
pytest.importorskip("rich")

from imgparams.cli import bulk, jobs
from imgparams.cli.inputs import Usage
from tests.unit.test_bulk import CHECK, CONVERT, GOOD, REQUESTS, jsonl, results
from tests.unit.test_cli import UNREADABLE, Ran, process, run

BAD = [data for data in UNREADABLE.values() if b"\n" not in data]
MIXED = b"\n".join(
    [
        *(json.dumps(request).encode() for request in REQUESTS * 3),
        *BAD,
        b"",
        b" \r",
        b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\r",
        *(json.dumps({**GOOD, f"x{number}": 1}).encode() for number in range(9)),
        json.dumps(GOOD).encode(),  # without an end
    ]
)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads little at a time, so that there are many blocks."""
    monkeypatch.setattr(bulk, "_READ_FOR_JOBS", 300)
    monkeypatch.setattr(bulk, "_READ_TO_CONVERT", 300)


# ---- the same as one process


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("argv", [CHECK, (*CONVERT, "--allow", "all", "--allow", "seed=none")])
def test_processes_print_what_one_prints(argv: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "requests.jsonl").write_bytes(MIXED)
    name = str(tmp_path / "requests.jsonl")
    alone = run(*argv, name, "--jsonl", "--json")
    assert alone.code == 1
    assert run(*argv, name, "--jsonl", "--json", "--jobs", "3") == alone
    assert run(*argv, "-", "--jsonl", "--json", "--jobs", "2", stdin=MIXED) == alone
    numbers = [result["line"] for result in results(alone)]
    assert numbers == sorted(numbers)
    counts = json.loads(alone.err)
    assert counts["lines"] == MIXED.count(b"\n") + 1
    assert sum(counts[name] for name in (*bulk.OUTCOMES, "blank")) == counts["lines"]
    assert len(numbers) == counts["lines"] - counts["blank"]


@pytest.mark.usefixtures("small")
def test_a_process_of_one_s_own() -> None:
    ran = [process(*CHECK, "-", "--jsonl", *more, input=jsonl(*[GOOD] * 9).encode()) for more in ([], ["--jobs", "2"])]
    assert [(one.returncode, one.stdout, one.stderr) for one in ran] == [(0, ran[0].stdout, b"9 lines: 9 ok\n")] * 2


def test_processes_do_the_same_where_signals_can_not_be_blocked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "signal", SimpleNamespace())  # as on Windows, to this process only
    alone = run(*CHECK, "-", "--jsonl", stdin=MIXED)
    assert run(*CHECK, "-", "--jsonl", "--jobs", "2", stdin=MIXED) == alone


def test_a_process_ends_when_the_one_that_started_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    other = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(0.1,))
    ended: list[tuple[bool, int]] = []
    monkeypatch.setattr("os._exit", lambda code: ended.append((other.is_alive(), code)))
    other.start()
    jobs._end_after(other)
    assert ended == [(False, 1)]


def test_one_job_has_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = run(*CHECK, "-", "--jsonl", stdin=MIXED)
    monkeypatch.setattr(bulk, "pool", pytest.fail)
    assert run(*CHECK, "-", "--jsonl", "--jobs", "1", stdin=MIXED) == alone


def test_an_empty_file_needs_no_process() -> None:
    assert run(*CHECK, "-", "--jsonl", "--jobs", "2") == Ran(0, "", "0 lines: nothing to do\n")


def _change(name: str) -> Change:
    return Change(name, "dropped", 1, None, "")


def test_tallies_that_are_merged_count_what_one_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the names that are too many, those are counted that came first."""
    one, merged = bulk.Tally(most_names=5), bulk.Tally(most_names=5)
    for block in (["a", "b", "a"], ["c", "d", "e", "f", "g", "a"], ["g", "h", "a", "e"]):
        part = bulk.Tally(most_names=99)
        for name in block:
            result = bulk.Result({}, "errors", changes=[_change(name)], refused=[_change(name)] * (name > "c"))
            one.add(3, result)
            part.add(3, result)
        one.add(1, None)
        part.add(1, None)
        merged.merge(part)
    assert merged == one
    assert merged.changes["other fields", "dropped"] == 4


# ---- tables of one's own


OWN = textwrap.dedent("""
    import multiprocessing
    import os

    from imgparams import checking
    from imgparams.tables import Const, Field, Param, Target, Text

    print("noise of an import")
    MUSE = Target(
        name="acme/muse",
        method="POST",
        path="/v1/draw",
        docs="https://acme.example",
        checked="2026-11-01",
        rows=(Param("text", Field.prompt, Text(max_length=9), required=True),),
    )
    ALL = [MUSE]
    if multiprocessing.parent_process():
        check = checking.check

        def deadly(request, target):
            if request.get("text") == "die":
                os._exit(9)
            if request.get("text") == "fail":
                raise ValueError("ours")
            return check(request, target)

        checking.check = deadly
""")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "acme_for_jobs", raising=False)
    (tmp_path / "acme_for_jobs.py").write_text(OWN)
    return "check", "acme/muse", "-", "--tables", "acme_for_jobs:ALL", "--jsonl", "--jobs", "2"


@pytest.mark.usefixtures("small")
def test_processes_have_the_tables_that_are_given(own: tuple[str, ...]) -> None:
    ran = run(*own, stdin=jsonl({"text": "a"}, {"text": "x" * 10}, {"text": "b"}))
    assert ran.code == 1
    assert [len(result["problems"]) for result in results(ran)] == [0, 1, 0]
    assert ran.err.splitlines()[:2] == ["noise of an import", "3 lines: 2 ok, 1 with errors"]


@pytest.mark.usefixtures("small")
def test_a_worker_that_dies(own: tuple[str, ...]) -> None:
    texts = ["a"] * 90 + ["die"] + ["a"] * 90
    ran = run(*own, stdin=jsonl(*({"text": text} for text in texts)))
    assert ran.code == 2
    done = results(ran)
    assert 0 < len(done) <= 90
    assert [result["line"] for result in done] == [*range(1, len(done) + 1)]
    assert ran.err.splitlines()[1:] == [
        f"{len(done)} lines: {len(done)} ok",
        "imgparams: a worker process died, perhaps for lack of memory; the lines that follow have no result",
    ]


@pytest.mark.usefixtures("small")
def test_a_fault_of_ours_in_a_worker_is_told(own: tuple[str, ...]) -> None:
    with pytest.raises(AssertionError, match="a bug in imgparams, please report it: ValueError: 'ours'"):
        run(*own, stdin=jsonl({"text": "fail"}))


def test_a_worker_that_finds_no_table_says_so() -> None:
    with pytest.raises(Usage, match=r"^no-such table$"), jobs.pool(2, _no_table) as processes:
        list(processes.results(iter([1, 2]), bool))


def _no_table() -> Any:
    raise Usage("no-such table")


def test_an_error_of_the_library_in_a_worker_is_told_with_its_problems() -> None:
    with pytest.raises(UnknownTarget) as expected:
        _no_target()
    with pytest.raises(Usage) as caught, jobs.pool(2, _no_target) as processes:
        list(processes.results(iter([1, 2]), bool))
    assert (str(caught.value), caught.value.problems) == (str(expected.value), expected.value.problems)


def _no_target() -> Any:
    return find("openai/gpt-image-22")


# ---- usage


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--jobs", "2"), "--jobs needs --jsonl: a single request is not divided"),
        (("--jobs", "1"), "--jobs needs --jsonl: a single request is not divided"),
        (("--jsonl", "--jobs", "0"), "--jobs must be a whole number from 1 to 60, not 0"),
        (("--jsonl", "--jobs", "61"), "--jobs must be a whole number from 1 to 60, not 61"),
        (("--jsonl", "--jobs", "1.5"), "--jobs must be a whole number from 1 to 60, not 1.5"),
        (("--jsonl", "--jobs", "2", "--tables", "-"), "--tables - can be read only once; with --jobs, give a file"),
    ],
)
@pytest.mark.parametrize("argv", [CHECK, CONVERT])
def test_jobs_that_can_not_be(argv: tuple[str, ...], more: tuple[str, ...], told: str) -> None:
    assert run(*argv, "-", *more, stdin="{}") == Ran(2, "", f"imgparams: {told}\n")


# ---- in flight


class _Later(Future[int]):
    """Something that is done when it is asked for."""

    def __init__(self, value: int) -> None:
        super().__init__()
        self.value = value

    def result(self, timeout: float | None = None) -> int:
        return self.value


class _Executor:
    def submit(self, _: object, item: int) -> Future[int]:
        return _Later(item)


def _pool(most: int) -> jobs.Pool[int, int]:
    return jobs.Pool(_Executor(), most)  # type: ignore[arg-type]


def test_only_so_many_are_in_flight() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    for count, done in enumerate(_pool(4).results(items(), lambda: True)):
        assert done == count
        assert len(taken) - count <= 4
    assert len(taken) == 1000


def test_nothing_waits_for_what_is_not_there() -> None:
    seen: list[int] = []

    def items() -> Iterator[int | None]:
        for item in (1, 2, None, 3, None):
            yield item
            assert seen == [number for number in (1, 2, 3) if number <= (item or seen[-1])]

    for done in _pool(9).results(items(), lambda: False):
        seen.append(done)
    assert seen == [1, 2, 3]


def test_what_was_read_before_a_file_breaks_off_has_results() -> None:
    def items() -> Iterator[int]:
        yield from (1, 2, 3)
        raise Usage("broken off")

    seen: list[int] = []
    with pytest.raises(Usage, match="broken off"):
        seen.extend(_pool(9).results(items(), lambda: True))
    assert seen == [1, 2, 3]
