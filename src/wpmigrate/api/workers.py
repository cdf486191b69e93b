"""Work in several processes, results in order; a dying worker costs time, never an item."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Generic, TypeVar

Result = TypeVar("Result")

SMALL_EXPORT = 2_000_000
"""Bytes of content below which starting processes costs more than it saves."""

BATCH = 40
"""Items that travel together."""

AHEAD = 4
"""Batches a worker that may wait, so that memory stays bounded."""


MOST_JOBS = 32
"""Workers that may be asked for on a machine of fewer cores: a slip of the finger must not bring it to a halt."""


def job_count(asked: int | None, size: int) -> int:
    """How many workers: what was asked for, else one a core for large exports and none (0) for small ones.

    More than the machine's cores, or MOST_JOBS, are never started; none where a system cannot fork.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        return 0
    cores = _cores()
    if asked is not None:
        return min(asked, max(cores, MOST_JOBS)) if asked > 1 else 0
    return cores if cores > 1 and size >= SMALL_EXPORT else 0


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_TASK: list[Callable[[Sequence[int]], object]] = []
"""The task of this process, if it is a worker: it was forked with it, so that nothing of the index is sent."""


def _begin(task: Callable[[Sequence[int]], object]) -> None:
    """A worker begins. It leaves Ctrl-C to the parent, which ends it after its file is whole."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _TASK[:] = [task]
    Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _end_with(parent: BaseProcess | None) -> None:
    """End when the parent is gone: a worker would wait for work for ever, and hold the lock of the output folder."""
    if parent is not None:
        parent.join()
        os._exit(1)


def _run(batch: Sequence[int]) -> object:
    """One batch, inside a worker."""
    return _TASK[0](batch)


class Batches(Generic[Result]):
    """Runs `task` over numbers in batches; iterating gives the results in the order of the numbers.

    `jobs` is the number of processes that work, this one among them, never more than there are batches; `deaths`
    counts those that died; their batches are run again in this process.
    """

    def __init__(
        self, task: Callable[[Sequence[int]], Result], numbers: Sequence[int], jobs: int, size: int = BATCH
    ) -> None:
        """`size` numbers travel together. Nothing runs until the results are asked for."""
        self._task = task
        self.size = size
        self._batches = [numbers[start : start + size] for start in range(0, len(numbers), size)]
        # A pool of forked workers starts all of them at once, with or without work.
        self.jobs = min(jobs, len(self._batches))
        self.deaths = 0

    def __iter__(self) -> Iterator[Result]:
        """The results, one a batch, in order."""
        if self.jobs < 2:
            yield from map(self._task, self._batches)
            return
        done = 0
        try:
            for result in self._parallel():
                done += 1
                yield result
        except BrokenProcessPool:
            self.deaths += 1
        yield from map(self._task, self._batches[done:])

    def _parallel(self) -> Iterator[Result]:
        """The results of all processes; raises BrokenProcessPool when one of the others dies.

        While the next result is not there yet, this process runs a batch itself: waiting, it would hold as much memory.
        """
        others = self.jobs - 1
        context = multiprocessing.get_context("fork")
        pool = ProcessPoolExecutor(others, mp_context=context, initializer=_begin, initargs=(self._task,))
        batches = deque(self._batches)
        sent: deque[Future[Result]] = deque()
        try:
            while batches or sent:
                running = sum(not future.done() for future in sent)
                has_room = bool(batches) and len(sent) < self.jobs * AHEAD
                if has_room and running < others * AHEAD:
                    sent.append(pool.submit(_run, batches.popleft()))  # type: ignore[arg-type] # _TASK holds this task
                elif has_room and not sent[0].done():
                    sent.append(_done(self._task, batches.popleft()))
                else:
                    yield sent.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _done(task: Callable[[Sequence[int]], Result], batch: Sequence[int]) -> Future[Result]:
    """One batch, in this process."""
    future: Future[Result] = Future()
    future.set_result(task(batch))
    return future
