"""A run that is killed leaves only whole files, and the next one completes it."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KILLS = 50


def tree(folder: Path) -> dict[str, str]:
    """Path and digest of every file of the output, the state of the run aside."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in ("lock", "journal.jsonl")
    }


def start(export: Path, out: Path) -> subprocess.Popen[bytes]:
    """Convert in two workers, in a group of its own."""
    command = [sys.executable, "-m", "wpmigrate", "convert", str(export), "-o", str(out), "--jobs", "2", "--quiet"]
    return subprocess.Popen(command, start_new_session=True)


@pytest.mark.slow
def test_fifty_kills(tmp_path: Path) -> None:
    """After each kill every file under its final name is one of the finished run; at the end nothing is missing."""
    export, chance = tmp_path / "export.xml", random.Random(7)
    generate = [sys.executable, "-m", "bench.generate", "--posts", "150", str(export)]
    subprocess.run(generate, cwd=ROOT, check=True, capture_output=True)
    began = time.monotonic()
    assert start(export, tmp_path / "whole").wait() == 0
    duration = time.monotonic() - began
    whole = tree(tmp_path / "whole")
    killed = 0
    for number in range(KILLS):
        out = tmp_path / f"out-{number // 10}"
        run = start(export, out)
        time.sleep(duration * chance.uniform(0.2, 1.0))
        if run.poll() is None:
            os.killpg(run.pid, signal.SIGKILL)
            killed += 1
        run.wait()
        found = tree(out) if out.exists() else {}
        files = {path: digest for path, digest in found.items() if not Path(path).name.startswith(".wpm-")}
        assert {path: whole.get(path) for path in files} == files
    assert killed >= KILLS // 2
    for number in range(KILLS // 10):
        assert start(export, tmp_path / f"out-{number}").wait() == 0
        assert tree(tmp_path / f"out-{number}") == whole
