"""`.wpmigrate/` in the output folder: manifest, reports, journal and lock, and what they say of earlier runs."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from wpmigrate.errors import OutputError

from .atomic import remove_quietly, sync_folder, write_temporary
from .ledger import Ledger, read_journal
from .lock import FolderLock
from .manifest import read_manifest
from .namebook import OWN_FOLDER, TEMPORARY_PREFIX, check_path, printable

_TEMPORARY = re.compile(re.escape(TEMPORARY_PREFIX) + r"\d+-\d+")
_COMPARED_BYTES = 1 << 16


class RunState:
    """The state of one run in one folder. Methods raise OSError, and OutputError where a sentence says more."""

    def __init__(self, root: Path, *, force: bool, dry_run: bool) -> None:
        self.folder = root / OWN_FOLDER
        self.journal = self.folder / "journal.jsonl"
        self.ledger = Ledger()
        self._root = root
        self._force = force
        self._dry_run = dry_run
        self._journal_read = 0
        self._lock: FolderLock | None = None

    def __getstate__(self) -> dict[str, Any]:
        """For workers that are not forked: all but the lock, which stays with the parent."""
        return self.__dict__ | {"_lock": None}

    def open(self) -> None:
        """Make folder and lock unless in a dry run, read manifest and journal, remove unfinished files."""
        for folder in (self._root, self.folder):
            if folder.exists() and not folder.is_dir():
                raise OutputError(f"{printable(str(folder))} is a file, not a folder", advice="Give another folder.")
        if self.folder.is_symlink():
            raise OutputError(f"{printable(str(self.folder))} is a symbolic link; nothing is written through it")
        if not self._dry_run:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._lock = FolderLock(self.folder / "lock")
            self._lock.acquire()
        try:
            self._read_manifest()
            self.read_journal()
            if not self._dry_run:
                self._remove_unfinished()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Free the lock."""
        if self._lock is not None:
            self._lock.release()

    def read_journal(self) -> bool:
        """Add what the journal says since it was read last; whether there was anything."""
        with suppress(FileNotFoundError), self.journal.open("rb") as file:
            file.seek(self._journal_read)
            text = file.read()
            whole = text[: text.rfind(b"\n") + 1]  # another process may be in the middle of a line
            self._journal_read += len(whole)
            for path, digest in read_journal(whole.splitlines()):
                self._add(path, digest)
            return bool(whole)
        return False

    def drop_journal(self) -> None:
        """All that it says stands in the manifest now."""
        self.journal.unlink(missing_ok=True)

    def replace(self, name: str, pieces: Iterable[bytes], *, durable: bool) -> None:
        """Put a file into `.wpmigrate/`, piece by piece; one that would not change is left alone."""
        path = self.folder / name
        temporary = write_temporary(str(self.folder), pieces, durable=durable)
        try:
            if _is_equal(temporary, path):
                remove_quietly(temporary)
                return
            Path(temporary).replace(path)
        except BaseException:
            remove_quietly(temporary)
            raise
        if durable:
            sync_folder(str(self.folder))

    def _read_manifest(self) -> None:
        try:
            for path, digest in read_manifest(self.folder / "manifest.json"):
                self._add(path, digest)
        except OutputError as error:
            # A damaged manifest may be gone over; one of another version is somebody's newer work.
            if not (self._force and error.__cause__ is not None):
                raise

    def _add(self, path: str, digest: bytes) -> None:
        # The state lies in a folder that others can write to: a path that leads elsewhere is none of ours.
        with suppress(OutputError):
            check_path(path)
            self.ledger.add(path, digest)

    def _remove_unfinished(self) -> None:
        """Temporary files of a killed run: they can only lie beside the files that its journal names."""
        folders = {""}
        if self.journal.exists():
            folders |= {path.rpartition("/")[0] for path in self.ledger}
        for folder in (*(self._root / name for name in folders), self.folder):
            if os.path.realpath(folder) != str(folder):
                continue  # behind a link
            with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
                for entry in entries:
                    if _TEMPORARY.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                        remove_quietly(entry.path)


def _is_equal(one: str, other: Path) -> bool:
    """Whether both are regular files of equal content, compared piece by piece."""
    if other.is_symlink() or not other.is_file() or other.stat().st_size != os.path.getsize(one):  # noqa: PTH202  a text
        return False
    with open(one, "rb") as first, other.open("rb") as second:  # noqa: PTH123  a text
        while piece := first.read(_COMPARED_BYTES):
            if piece != second.read(_COMPARED_BYTES):
                return False
    return True
