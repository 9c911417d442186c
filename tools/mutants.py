"""Runs a sample of mutants of the core, each against the tests that reach it: `python -m tools.mutants --count 500`.

A mutant is one small change of the code (mutmut makes them; extra `mutants`, Python 3.11 or later). The tests are
collected once, in a process that is forked for each mutant: there the changed function takes the place of the other,
and the tests that call it are run, the quickest first, until one fails. Not seen is a change of what runs on import
only. `docs/laws.md` has the figures; `--seed` draws other mutants, `--file` and `--function` those of one place.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import importlib
import os
import pickle
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any, NamedTuple

import pytest
from _pytest.runner import runtestprotocol

ROOT = Path(__file__).parents[1]
_SLOW = 10.0  # seconds of one test, more of which is not waited for
Reached = tuple[int, float, set[tuple[str, str]]]  # a test, its seconds, and the functions that it calls: module, name


class Mutant(NamedTuple):
    """A file with a change, and the function in which it is: `Class.method` or `function`."""

    path: Path
    function: str
    changed: Callable[[], Any]  # the syntax tree of the file

    @property
    def source(self) -> str:
        return str(self.changed().code)

    @property
    def module(self) -> str:
        return module_of(self.path)

    def diff(self) -> str:
        both = self.path.read_text().splitlines(), self.source.splitlines()
        lines = difflib.unified_diff(*both, lineterm="", n=0)
        changed = [line for line in lines if not line.startswith(("---", "+++"))]
        return "\n".join([f"{self.path.relative_to(ROOT)} {self.function}", *changed])


# ---- which mutants


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def configured() -> dict[str, Any]:
    """Returns what `pyproject.toml` says of mutants: of which files, and the tests."""
    import tomllib

    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["mutmut"]
    return found


def core_files() -> list[Path]:
    return sorted(path for pattern in configured()["only_mutate"] for path in ROOT.glob(pattern))


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Yields every mutant of the functions of a file."""
    from libcst import ClassDef, FunctionDef
    from mutmut.mutation.file_mutation import create_mutations, deep_replace

    module, mutations, _, _ = create_mutations(str(path), path.read_text())
    names: dict[int, str] = {}

    def name(body: Iterable[Any], of: str = "") -> None:
        for node in body:
            if isinstance(node, FunctionDef):
                names[id(node)] = of + node.name.value
            elif isinstance(node, ClassDef):
                name(node.body.body, f"{of}{node.name.value}.")

    name(module.body)
    for one in mutations:
        function = names.get(id(one.contained_by_top_level_function))
        if function is not None:
            yield Mutant(path, function, partial(deep_replace, module, one.original_node, one.mutated_node))


# ---- putting one in place


def put(mutant: Mutant) -> None:
    """Changes the function in this process."""
    name = mutant.function.split(".")
    holder: Any = importlib.import_module(mutant.module)
    for part in name[:-1]:
        holder = getattr(holder, part)
    found = vars(holder)[name[-1]]
    function: FunctionType = getattr(found, "__func__", found)
    function = getattr(function, "__wrapped__", function)
    source = mutant.source
    module = compile(source, function.__code__.co_filename, "exec", dont_inherit=True)
    function.__code__ = _code(module, name)
    _put_defaults(function, source, name)


def _code(code: CodeType, name: Sequence[str]) -> CodeType:
    inner = {one.co_name: one for one in code.co_consts if isinstance(one, CodeType)}
    return _code(inner[name[0]], name[1:]) if name else code


def _put_defaults(function: FunctionType, source: str, name: Sequence[str]) -> None:
    """Takes over the defaults of parameters that are literals."""
    body: Any = ast.parse(source)
    for part in name:
        body = next(node for node in body.body if getattr(node, "name", "") == part)
    arguments = body.args
    if function.__defaults__:
        pairs = zip(arguments.defaults, function.__defaults__, strict=True)
        function.__defaults__ = tuple(_literal(node, old) for node, old in pairs)
    for argument, node in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if node is not None and function.__kwdefaults__:
            old = function.__kwdefaults__[argument.arg]
            function.__kwdefaults__ = {**function.__kwdefaults__, argument.arg: _literal(node, old)}


def _literal(node: ast.expr, old: Any) -> Any:
    return node.value if isinstance(node, ast.Constant) else old


# ---- running them


class Runner:
    """A pytest plugin that runs the collected tests on mutants instead of once."""

    def __init__(self, mutants: Sequence[Mutant], processes: int) -> None:
        self.mutants, self.processes = mutants, processes
        self.outcomes: dict[int, str] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = session.items
        files: dict[Path, list[int]] = {}
        for at, item in enumerate(self.items):
            files.setdefault(item.path, []).append(at)
        found = [one for tests in files.values() for one in _apart(partial(self._reach, tests))]
        seconds = {at: took for at, took, _ in found}
        print(f"{len(seconds)} of {len(self.items)} tests, {sum(seconds.values()):.0f} s in all", flush=True)
        running: dict[int, int] = {}
        for number, mutant in enumerate(self.mutants):
            place = mutant.module, mutant.function
            tests = sorted((at for at, _, places in found if place in places), key=seconds.__getitem__)
            if not tests:
                self.outcomes[number] = "not reached"
                continue
            if len(running) == self.processes:
                self._wait(running)
            pid = os.fork()
            if not pid:
                _child(partial(self._fails, tests, mutant, seconds))
            running[pid] = number
        while running:
            self._wait(running)
        return True

    def _wait(self, running: dict[int, int]) -> None:
        pid, status = os.wait()
        number = running.pop(pid)
        self.outcomes[number] = {0: "lives", 1: "killed"}.get(status >> 8 if not status & 255 else 2, "killed by time")
        if self.outcomes[number] == "lives":
            print(f"\n{number}: {self.mutants[number].diff()}", flush=True)

    def _reach(self, tests: Sequence[int]) -> list[Reached]:
        """Returns of each test that passes how long it takes, and the functions that it calls."""
        files = {str(path): module_of(path) for path in core_files()}
        found: list[Reached] = []
        for at in tests:
            codes: set[Any] = set()

            def called(frame: FrameType, event: str, _: object, codes: set[Any] = codes) -> None:
                if event == "call":
                    codes.add(frame.f_code)

            start = time.process_time()
            sys.setprofile(called)
            passes = self._passes(at)
            sys.setprofile(None)
            took = time.process_time() - start
            if passes and took < _SLOW:
                own = ((files[code.co_filename], code.co_qualname) for code in codes if code.co_filename in files)
                found.append((at, took, {(module, name.partition(".<locals>")[0]) for module, name in own}))
        return found

    def _fails(self, tests: Sequence[int], mutant: Mutant, seconds: dict[int, float]) -> int:
        limit = int(20 + 10 * sum(seconds[at] for at in tests))
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        put(mutant)
        return int(not all(map(self._passes, tests)))

    def _passes(self, at: int) -> bool:
        item = self.items[at]
        return all(not report.failed for report in runtestprotocol(item, nextitem=None, log=False))


def _child(work: Any) -> None:
    """Does work and ends this process with its answer, 1 if it raises."""
    status = 1
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        status = work()
    finally:
        os._exit(status)


def _apart(work: Any) -> Any:
    """Returns what a function returns in a process of its own, so that nothing here is warmed up by it."""
    read, write = os.pipe()
    pid = os.fork()
    if not pid:

        def told() -> int:
            with os.fdopen(write, "wb") as file:
                pickle.dump(work(), file)
            return 0

        _child(told)
    os.close(write)
    with os.fdopen(read, "rb") as file:
        answer = pickle.load(file)
    os.waitpid(pid, 0)
    return answer


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=str(__doc__).partition("\n")[0])
    parser.add_argument("--count", type=int, default=500, help="how many (500 if left out)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (1 if left out)")
    parser.add_argument("--skip", type=int, default=0, help="how many of these are left out, to go on with a sample")
    parser.add_argument("--file", default="", help="those of files whose path contains this")
    parser.add_argument("--function", default="", help="those of functions whose name contains this, `Class.method`")
    parser.add_argument("--tests", nargs="+", help="other tests than those configured")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args(arguments)
    files = [path for path in core_files() if asked.file in str(path.relative_to(ROOT))]
    every = [one for path in files for one in mutants_of(path) if asked.function in one.function]
    random.Random(asked.seed).shuffle(every)
    chosen = every[asked.skip : asked.skip + asked.count]
    print(f"{len(chosen)} of {len(every)} mutants", flush=True)
    runner, tests = Runner(chosen, asked.processes), configured()
    pytest.main(
        [*(asked.tests or tests["pytest_add_cli_args_test_selection"]), *tests["pytest_add_cli_args"]], plugins=[runner]
    )
    counted = Counter(runner.outcomes.values())
    killed = counted["killed"] + counted["killed by time"]
    print(", ".join(f"{number} {outcome}" for outcome, number in counted.most_common()))
    print(f"{killed} of {len(chosen)} killed, {100 * killed / max(1, len(chosen)):.1f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
