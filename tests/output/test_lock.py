"""One run at a time."""

import subprocess
import sys
from pathlib import Path

import pytest

from wpmigrate.errors import OutputError
from wpmigrate.output.lock import FolderLock

HOLDER = """
import sys
from pathlib import Path
from wpmigrate.output.lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def test_second_is_refused_until_the_first_is_done(tmp_path: Path) -> None:
    """The second gets one sentence; afterwards the lock is free and its file gone."""
    path = tmp_path / ".wpmigrate" / "lock"
    path.parent.mkdir()
    first, second = FolderLock(path), FolderLock(path)
    first.acquire()
    with pytest.raises(OutputError, match="another run is writing into") as caught:
        second.acquire()
    assert str(tmp_path) in str(caught.value)
    second.release()  # frees nothing: it has nothing
    with pytest.raises(OutputError):
        second.acquire()
    first.release()
    first.release()
    assert not path.exists()
    second.acquire()
    second.release()


def test_a_killed_run_holds_nothing(tmp_path: Path) -> None:
    """The system frees the lock of a killed process, and the file that it left is used again."""
    path = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(OutputError):
            FolderLock(path).acquire()
        holder.kill()
    assert path.exists()
    lock = FolderLock(path)
    lock.acquire()
    lock.release()


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    """A planted link gets no lock file made where it leads."""
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError):
        FolderLock(tmp_path / "lock").acquire()
    assert not (tmp_path / "elsewhere").exists()
