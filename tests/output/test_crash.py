"""Killed runs, full disks and folders that cannot be written: every file is whole, and the next run completes."""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from wpmigrate.errors import OutputError
from wpmigrate.output import FileRow, Manifest, Outcome, OutputFolder

COUNT = 3000
KILLS = 50

NO_THREADS_RUN = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
"""The test runner may have threads; none of them has anything to do with the child."""

WRITER = """
import sys
from wpmigrate.output import FileRow, Manifest, OutputFolder

root, version, count = sys.argv[1], sys.argv[2], int(sys.argv[3])

def text(number):
    return (f"{version} {number}\\n" * (1 + number % 700)).encode()

with OutputFolder(root) as folder:
    print("open", flush=True)
    numbers = [number for number in range(count) if version == "new" or number % 10]
    numbers += range(count, count + 100) if version == "new" else []
    written = []
    for start in range(0, len(numbers), 40):
        batch = numbers[start : start + 40]
        written += folder.write_batch([(f"p{number % 7}/d{number % 3}/{number}.md", text(number)) for number in batch])
    written.append(folder.write_stream("whole/site.txt", map(text, numbers)))
    kept = [file.path for file in written if file.outcome.startswith("kept")]
    swept = folder.sweep(file.path for file in written)
    folder.finish(Manifest([], [FileRow(file.path, file.sha256) for file in written]), {"report.json": [b"{}"]})
print(len(kept), len(swept.kept))
"""


def _writer(root: Path, version: str) -> list[str]:
    return [sys.executable, "-c", WRITER, str(root), version, str(COUNT)]


def _tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def _undisturbed(root: Path, version: str) -> tuple[dict[str, bytes], float]:
    """What a run leaves, and the seconds from the moment when its folder is open: the time to start is no part of it."""
    with subprocess.Popen(_writer(root, version), stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"open\n"
        began = time.monotonic()
        assert run.stdout.read() == b"0 0\n"
        seconds = time.monotonic() - began
    assert run.returncode == 0
    return _tree(root), seconds


@pytest.mark.slow
def test_kill_at_any_moment(tmp_path: Path) -> None:
    """Fifty kills at random moments of runs that turn one state into another and back.

    After each kill every file under its final name is whole, of one state or the other; a run that is let through
    takes nothing for edited and leaves what an undisturbed run leaves, byte for byte, with no temporary file.
    """
    states, durations = {}, []
    for version in ("old", "new"):
        states[version], seconds = _undisturbed(tmp_path / version, version)
        durations.append(seconds)
    latest = 0.7 * min(durations)  # a run on what is there already is quicker than the first
    contents = {
        path: {state[path] for state in states.values() if path in state}
        for path in set(states["old"]) | set(states["new"])
        if not path.startswith(".wpmigrate/")
    }
    rng = random.Random(20101215)
    root = tmp_path / "killed"
    cut_short = strays = 0
    for number in range(KILLS):
        version = rng.choice(("old", "new"))
        with subprocess.Popen(_writer(root, version), stdout=subprocess.PIPE) as run:
            assert run.stdout is not None
            assert run.stdout.readline() == b"open\n"
            time.sleep(rng.uniform(0, latest))
            run.kill()
        cut_short += (root / ".wpmigrate/journal.jsonl").exists()
        for path, data in _tree(root).items():
            if path.rpartition("/")[2].startswith(".wpm-"):
                strays += 1
            elif not path.startswith(".wpmigrate/"):
                assert data in contents[path], path
        if number % 5 == 4:
            finished, _ = _undisturbed(root, version)
            assert finished == states[version]
    assert cut_short > KILLS // 2
    assert strays, "no kill hit a file in the making: the test proves less than it says"


def _fill(root: Path) -> Iterator[str]:
    """Write until it fails; the sentences of the failures."""
    with OutputFolder(root) as folder:
        for number in range(200):
            try:
                folder.write(f"p/{number}.md", b"0123456789" * 3000)
            except OutputError as error:
                yield str(error)
                return


def _in_child(work: Callable[[], None]) -> None:
    """Run `work` in a process of its own: it changes limits or users."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        except BaseException:  # noqa: BLE001  a child must end here, not go on with the test run
            import traceback

            traceback.print_exc()
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@NO_THREADS_RUN
def test_file_larger_than_the_system_allows(tmp_path: Path) -> None:
    """RLIMIT_FSIZE cuts a write in the middle: path and reason are said, the old file stays, no temporary one."""

    def work() -> None:
        with OutputFolder(tmp_path) as folder:
            folder.write("a.md", b"old")
            resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
            with pytest.raises(OutputError, match=r"a\.md cannot be written: the file is larger than"):
                folder.write("a.md", b"x" * 30_000)
            assert folder.write("b.md", b"x" * 10_000) is Outcome.WRITTEN

    _in_child(work)
    assert (tmp_path / "a.md").read_bytes() == b"old"
    assert not list(tmp_path.rglob(".wpm-*"))
    with OutputFolder(tmp_path) as folder:
        assert folder.write("a.md", b"x" * 30_000) is Outcome.WRITTEN


@pytest.mark.skipif(os.geteuid() != 0 or sys.platform != "linux", reason="mounting a small tmpfs needs root on Linux")
def test_full_disk(tmp_path: Path) -> None:
    """ENOSPC in the middle of a run: one sentence, every file whole; with room again the next run completes."""
    root = tmp_path / "small"
    root.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(root)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("this system lets nobody mount a tmpfs")
    try:
        (sentence,) = _fill(root)
        assert "cannot be written: the disk is full" in sentence
        files = [path for path in root.rglob("*") if path.is_file() and ".wpmigrate" not in path.parts]
        assert len(files) > 10
        assert all(path.read_bytes() == b"0123456789" * 3000 for path in files)
        assert not list(root.rglob(".wpm-*"))
        subprocess.run(["mount", "-o", "remount,size=20m", str(root)], check=True)
        assert list(_fill(root)) == []
        assert len(list(root.rglob("*.md"))) == 200
    finally:
        subprocess.run(["umount", str(root)], check=True)


def _as_nobody() -> None:
    """Give up root's rights, which no permission stops."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


@NO_THREADS_RUN
def test_read_only_folder() -> None:
    """A folder without write permission is refused at once, one below it with path and reason; nothing is left."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "out"
        (root / "posts").mkdir(parents=True)
        Path(name).chmod(0o755)

        def work() -> None:
            _as_nobody()
            for path in (root, root / "new"):
                with pytest.raises(OutputError, match="permission denied"):
                    OutputFolder(path).open()

        root.chmod(0o555)
        _in_child(work)
        assert not (root / ".wpmigrate").exists()
        root.chmod(0o777)
        (root / "posts").chmod(0o555)

        def work_below() -> None:
            _as_nobody()
            with OutputFolder(root) as folder, pytest.raises(OutputError, match=r"posts/a\.md cannot be written: perm"):
                folder.write("posts/a.md", b"x")

        _in_child(work_below)
        assert not list((root / "posts").iterdir())


def _said(root: Path, files: Sequence[tuple[str, bytes]]) -> str:
    """The sentence of a run that fails, empty for one that does not."""
    try:
        with OutputFolder(root) as folder:
            written = folder.write_batch(files)
            folder.finish(Manifest([], [FileRow(file.path, file.sha256) for file in written]))
    except OutputError as error:
        return str(error)
    return ""


def test_fail_at_the_nth_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever write, rename or append fails: an OutputError, old files whole, and the next run completes."""
    files = [(f"p{number}/{number}.md", f"{number}".encode()) for number in range(4)]
    real = {"write": os.write, "replace": os.replace, "open": os.open, "mkdir": os.mkdir}
    for name, function in real.items():
        for nth in range(12):
            calls = 0

            def failing(*args: object, fn: object = function, stop: int = nth, **names: object) -> object:
                nonlocal calls
                calls += 1
                if calls == stop + 1:
                    raise OSError(5, "Input/output error")
                assert callable(fn)
                return fn(*args, **names)

            root = tmp_path / f"{name}-{nth}"
            with monkeypatch.context() as patch:
                patch.setattr(os, name, failing)
                said = _said(root, files)
            assert bool(said) == (calls > nth)
            assert not said or "cannot be written: input/output error" in said
            assert not list(root.rglob(".wpm-*"))
            assert not (root / ".wpmigrate/lock").exists()
            with OutputFolder(root) as folder:
                assert {file.outcome for file in folder.write_batch(files)} <= {Outcome.WRITTEN, Outcome.UNCHANGED}
            assert len(list(root.rglob("*.md"))) == 4
