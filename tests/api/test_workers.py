"""Work in several processes gives the same results in the same order, even when a worker dies."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from wpmigrate.api.workers import BATCH, MOST_JOBS, SMALL_EXPORT, Batches, job_count

NUMBERS = list(range(BATCH * 7 + 3))


def doubled(batch: Sequence[int]) -> list[int]:
    """A task."""
    return [number * 2 for number in batch]


@pytest.mark.parametrize("jobs", [0, 1, 2, 3])
def test_results_come_in_order(jobs: int) -> None:
    """Any number of workers gives what one process gives."""
    flat = [number for result in Batches(doubled, NUMBERS, jobs) for number in result]
    assert flat == [number * 2 for number in NUMBERS]


def test_a_dying_worker_costs_no_item(tmp_path: Path) -> None:
    """When a worker is killed its batches are run again, and the death is counted."""
    parent, mark = os.getpid(), tmp_path / "died"

    def deadly(batch: Sequence[int]) -> list[int]:
        if os.getpid() != parent and BATCH * 3 in batch and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return doubled(batch)

    batches = Batches(deadly, NUMBERS, 2)
    flat = [number for result in batches for number in result]
    assert mark.exists()
    assert flat == [number * 2 for number in NUMBERS]
    assert batches.deaths == 1


def test_two_at_once_do_not_mix(tmp_path: Path) -> None:
    """Two runs in one process, as in two threads: the workers of each have the task of their own."""
    doubling, others = Batches(doubled, NUMBERS, 2), Batches(list, NUMBERS, 2)
    pairs = list(zip(doubling, others, strict=True))
    assert [number for result, _ in pairs for number in result] == [number * 2 for number in NUMBERS]
    assert [number for _, result in pairs for number in result] == NUMBERS


WAITING = """
import os, sys, time
from wpmigrate.api.workers import Batches

parent = os.getpid()

def task(batch):
    if os.getpid() != parent:
        os.write(1, f"{os.getpid()}\\n".encode())  # at once: two workers must not share a line
    time.sleep(0.05)
    return batch

list(Batches(task, range(100_000), 3, size=1))
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_their_parent(number: signal.Signals) -> None:
    """When the parent alone is killed no worker stays: it would hold the output folder's lock for ever."""
    with subprocess.Popen([sys.executable, "-c", WAITING], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        worker = int(run.stdout.readline())
        run.send_signal(number)
        run.wait()
        # The workers hold the pipe as well: reading ends when the last of them has ended.
        run.stdout.read()
    with pytest.raises(ProcessLookupError):
        _wait_for_end(worker)


def _wait_for_end(worker: int) -> None:
    for _ in range(100):
        os.kill(worker, 0)
        time.sleep(0.05)


def test_an_error_of_the_task_is_raised() -> None:
    """An error inside a worker reaches the caller; it is not taken for a death."""

    def failing(batch: Sequence[int]) -> list[int]:
        raise ValueError(f"{len(batch)}")

    with pytest.raises(ValueError, match=str(BATCH)):
        list(Batches(failing, NUMBERS, 2))


def test_small_exports_start_no_processes() -> None:
    """Starting processes costs more than a small export takes; what was asked for holds."""
    assert job_count(None, SMALL_EXPORT - 1) == 0
    assert job_count(1, SMALL_EXPORT * 10) == 0
    assert job_count(3, 10) == 3


def test_a_slip_of_the_finger_starts_no_thousand_processes() -> None:
    """`--jobs 999999` starts neither more workers than a machine bears, nor workers without work."""
    cores = os.cpu_count() or 1
    assert job_count(999_999, SMALL_EXPORT) <= max(cores, MOST_JOBS)
    batches = Batches(lambda batch: [os.getpid()] * len(batch), range(BATCH + 1), MOST_JOBS)
    assert batches.jobs == 2
