"""Measure one run of a command: wall time, CPU time of the process tree, peak memory of the process tree."""

import contextlib
import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.02
"""Seconds between two looks at the memory."""
PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took. `peak` is bytes, 0 when memory was not watched."""

    status: int
    wall: float
    #: User and system time of the process and of all its children that it waited for.
    cpu: float
    peak: int = 0


def tree(root: int) -> list[int]:
    """The process and all that descend from it, by the kernel's lists of children."""
    found = [root]
    for pid in found:  # grows while it is read
        for children in (PROC / str(pid) / "task").glob("*/children"):
            with contextlib.suppress(OSError):  # it ended in the meantime
                found.extend(int(child) for child in children.read_text().split())
    return found


def proportional_set(pid: int) -> int:
    """Memory of one process in bytes, shared pages divided among those that share them; 0 when it has ended."""
    with contextlib.suppress(OSError):
        for line in (PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def run(command: list[str], *, environment: dict[str, str], watch_memory: bool = False) -> Run:
    """Run `command` to its end. Watching memory costs time: do not use both figures of one run."""
    started = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    peak = 0
    try:
        while watch_memory:
            peak = max(peak, sum(map(proportional_set, tree(process.pid))))
            if os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                break
            time.sleep(INTERVAL)
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:
        process.kill()
        raise
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)  # wait4 has reaped it; Popen must not look for it
    return Run(process.returncode, wall, usage.ru_utime + usage.ru_stime, peak)
