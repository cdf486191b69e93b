"""Whose a file is: what stands at a path already, and whether it may be written over or removed."""

import hashlib
import os
import stat
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from .state import RunState

# Under a locale that knows ASCII only, Python cannot name the file by its text: names are UTF-8 all the same.
_NEEDS_BYTES = os.name == "posix" and sys.getfilesystemencoding() not in ("utf-8", "utf8")


def name_on_disk(path: str) -> str:
    """A path below an output folder as this system's functions take it."""
    if _NEEDS_BYTES:
        path = os.fsdecode(path.encode("utf-8"))
    return path.replace("/", os.sep)


class Outcome(StrEnum):
    """What became of a file that was to be written."""

    WRITTEN = "written"
    #: It holds these bytes already; nothing was touched.
    UNCHANGED = "unchanged"
    #: We wrote it, someone edited it (WXR801).
    KEPT_EDITED = "kept-edited"
    #: We never wrote it (WXR803).
    KEPT_FOREIGN = "kept-foreign"
    #: In a dry run.
    WOULD_WRITE = "would-write"


class Ownership:
    """Judges the files below `root` by what the state of earlier runs knows. Methods raise OSError."""

    def __init__(self, root: str, state: RunState, *, force: bool) -> None:
        self._root = root
        self._state = state
        self._force = force

    def full(self, path: str) -> str:
        """The path on this system; the root for an empty one."""
        return f"{self._root}{os.sep}{name_on_disk(path)}" if path else self._root

    def outcome(self, path: str, size: int, is_equal: Callable[[str], bool]) -> Outcome:
        """What is to become of `path`; `is_equal` compares a file of the new `size` with the new content."""
        full = self.full(path)
        try:
            status = os.lstat(full)
        except FileNotFoundError:
            return Outcome.WRITTEN
        if stat.S_ISLNK(status.st_mode):
            return Outcome.WRITTEN  # the link goes, what it leads to stays as it is
        if stat.S_ISDIR(status.st_mode):
            return Outcome.KEPT_FOREIGN  # never removed for a file, whatever is in it
        is_file = stat.S_ISREG(status.st_mode)
        if is_file and status.st_size == size and is_equal(full):
            return Outcome.UNCHANGED
        if self._force or (is_file and self.is_ours(path)):
            return Outcome.WRITTEN
        return Outcome.KEPT_EDITED if self._known_as(path) in self._state.ledger else Outcome.KEPT_FOREIGN

    def is_ours(self, path: str) -> bool:
        """Whether `path` is a regular file that holds what we wrote; another worker's journal is asked too."""
        full = self.full(path)
        if not stat.S_ISREG(os.lstat(full).st_mode):
            return False
        digest = digest_of_file(full)
        if self._state.ledger.has(self._known_as(path), digest):
            return True
        return self._state.read_journal() and self._state.ledger.has(self._known_as(path), digest)

    def last_digest(self, path: str) -> bytes:
        """The digest of what we wrote last to a path that was edited."""
        return self._state.ledger.latest(self._known_as(path))

    def is_orphan(self, path: str, planned: str | None) -> bool:
        """Whether `path` is still there, not behind a link, and not `planned` under another spelling."""
        full = self.full(path)
        folder = os.path.dirname(full)  # noqa: PTH120  a text
        if not os.path.lexists(full) or os.path.realpath(folder) != folder:
            return False
        return planned is None or not is_same_file(full, self.full(planned))

    def _known_as(self, path: str) -> str:
        """The path by which the ledger knows this file: another spelling where the system takes both for one file."""
        if path not in self._state.ledger:
            other = self._state.ledger.other_spelling(path)
            if other is not None and is_same_file(self.full(other), self.full(path)):
                return other
        return path


def digest_of_file(full: str) -> bytes:
    """SHA-256 of a file's content."""
    with open(full, "rb") as file:  # noqa: PTH123  a text
        return hashlib.file_digest(file, "sha256").digest()


def read_file(full: str) -> bytes:
    """A file's content."""
    with open(full, "rb") as file:  # noqa: PTH123  a text
        return file.read()


def is_same_file(one: str, other: str) -> bool:
    """Whether two paths lead to one file; False when one leads nowhere."""
    try:
        return Path(one).samefile(other)
    except OSError:
        return False
