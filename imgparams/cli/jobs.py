"""Divides work among processes and gives its results in order; the processes end with this one.

A process gets `make`, which is pickled by name, and makes from it the function that does the work. So nothing but
names, items and results goes from one process to another. An item is in flight from when it is taken until its result
is; as there are never more than `most` of them, memory does not grow.

    taken:     1  2  3  4            5  6         most = 4: the fifth is taken when the first is done
    processes: A  B  A  B            A  B
    yielded:              1  2  3          4 ...

Ctrl-C goes to every process of a terminal, and only this one is to hear it: the others are started while the signal is
blocked, which they inherit, and ignore it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, redirect_stderr
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from imgparams.cli.inputs import Usage
from imgparams.errors import ImgparamsError

Item = TypeVar("Item")
Done = TypeVar("Done")

IN_FLIGHT = 3  # items of each process: one in work, the others so that it need not wait


class Pool(Generic[Item, Done]):
    """Processes that do the same with every item."""

    def __init__(self, executor: ProcessPoolExecutor, most: int) -> None:
        self._executor, self._most = executor, most
        self._flying: deque[Future[Any]] = deque()

    def results(self, items: Iterable[Item | None], is_waiting: Callable[[], bool]) -> Iterator[Done]:
        """Yields the result of each item in order, and all that are due before it would wait for another item.

        `is_waiting` says whether a next item can be had at once; None stands for an item that is not complete yet.
        """
        try:
            for item in items:
                if item is not None:
                    self._flying.append(self._start(item))
                while self._flying and (self._is_due() or not is_waiting()):
                    yield self._flying.popleft().result()
        except Usage:  # the items broke off
            yield from self._rest()
            raise
        yield from self._rest()

    def _is_due(self) -> bool:
        return len(self._flying) >= self._most or self._flying[0].done()

    def _rest(self) -> Iterator[Done]:
        while self._flying:
            yield self._flying.popleft().result()

    def _start(self, item: Item) -> Future[Any]:
        """Gives an item to the processes, and starts one more if all are busy."""
        if not hasattr(signal, "pthread_sigmask"):
            return self._executor.submit(_do, item)
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            return self._executor.submit(_do, item)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def pool(jobs: int, make: Callable[[], Callable[[Item], Done]]) -> Iterator[Pool[Item, Done]]:
    """Opens so many processes; on any end, drops what is not begun and waits for what is."""
    spawn = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(jobs, spawn, _set_up, (make,))
    try:
        yield Pool(executor, jobs * IN_FLIGHT)
    except BrokenProcessPool:
        raise Usage("a worker process died, perhaps for lack of memory; the lines that follow have no result") from None
    finally:
        executor.shutdown(cancel_futures=True)


# ---- in each process

_make: Callable[[], Callable[[Any], Any]]
_work: Callable[[Any], Any] | None = None


def _set_up(make: Callable[[], Callable[[Any], Any]]) -> None:
    global _make
    _make = make
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_after, args=(multiprocessing.parent_process(),), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    """Ends this process when the one that started it has ended, however that was."""
    parent.join()
    os._exit(1)


def _do(item: Any) -> Any:
    global _work
    if _work is None:
        _work = _made()
    return _work(item)


def _made() -> Callable[[Any], Any]:
    """Makes what does the work; what modules print while they are imported has been printed by the first process."""
    try:
        with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stderr(nowhere):
            return _make()
    except ImgparamsError as error:  # not all of them can be pickled
        raise Usage(str(error), error.problems) from None
