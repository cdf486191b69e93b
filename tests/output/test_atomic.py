"""Whole files or none."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from wpmigrate.errors import OutputError
from wpmigrate.output.atomic import append, cannot_write, replace_file, write_file


@pytest.mark.parametrize("durable", [False, True])
def test_replace(tmp_path: Path, durable: bool) -> None:
    """The pieces are the file, the mode is the user's default, nothing else is left."""
    umask = os.umask(0o027)
    try:
        replace_file(str(tmp_path), "a.md", [b"one ", b"", b"two"], durable=durable)
    finally:
        os.umask(umask)
    assert (tmp_path / "a.md").read_bytes() == b"one two"
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_failure_leaves_the_old_file(tmp_path: Path) -> None:
    """An error in the middle, of whatever kind, leaves the old file whole and no temporary one."""

    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        replace_file(str(tmp_path), "a", pieces(), durable=False)
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        replace_file(str(tmp_path), "folder", [b"x"], durable=False)
    assert (tmp_path / "a").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "folder"]


def test_links_are_replaced_and_never_appended_to(tmp_path: Path) -> None:
    """A link goes, what it leads to stays; nothing is appended through one."""
    (tmp_path / "target").write_bytes(b"keep")
    (tmp_path / "link").symlink_to("target")
    with pytest.raises(OSError) as caught:
        append(str(tmp_path / "link"), b"x", durable=False)
    assert caught.value.errno == errno.ELOOP
    replace_file(str(tmp_path), "link", [b"new"], durable=False)
    assert not (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == b"keep"


def test_planted_temporary_names_are_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file or link that stands where the temporary file would go is not written to."""
    import itertools

    from wpmigrate.output import atomic

    monkeypatch.setattr(atomic, "_numbers", itertools.count(7))
    (tmp_path / f".wpm-{os.getpid()}-7").symlink_to("target")
    (tmp_path / f".wpm-{os.getpid()}-8").write_bytes(b"other")
    replace_file(str(tmp_path), "a", [b"new"], durable=False)
    assert (tmp_path / "a").read_bytes() == b"new"
    assert not (tmp_path / "target").exists()
    assert (tmp_path / f".wpm-{os.getpid()}-8").read_bytes() == b"other"


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "permission denied"),
        (errno.EROFS, "read-only"),
        (errno.EIO, ""),
    ],
)
def test_the_sentence_names_path_and_reason(number: int, says: str) -> None:
    """One printable line, with the code of the catalogue."""
    error = cannot_write("a\x1b\nb", OSError(number, os.strerror(number)))
    assert error.code == "WXR806"
    assert "a\\u001b\\u000ab cannot be written: " in str(error)
    assert says in str(error)
    assert str(error).isprintable()


def test_a_pipe_is_written_to_not_replaced(tmp_path: Path) -> None:
    """What stands at the path and is no file stays there: a report for `/dev/null` must not replace the device."""
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for path in (pipe, link):
        reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        write_file(path, [b"a ", b"report"])
        assert os.read(reading, 100) == b"a report"
        os.close(reading)
        assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert link.is_symlink()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link", "pipe"]


@pytest.mark.parametrize("name", [".", "folder"])
def test_no_file_is_put_in_the_place_of_a_folder(tmp_path: Path, name: str) -> None:
    """A folder where the user named a file is said to be one, and stays."""
    (tmp_path / "folder" / "inside").mkdir(parents=True)
    with pytest.raises(OutputError, match="a folder stands where a file should be"):
        write_file(tmp_path / name, b"x")
    assert (tmp_path / "folder" / "inside").is_dir()
