"""The output folder: the only place from which files are written, replaced and removed."""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from wpmigrate.errors import OutputError

from .atomic import append, cannot_write, remove_quietly, replace_file, sync_folder, write_temporary
from .ledger import journal_lines
from .limits import fold
from .manifest import Manifest, manifest_pieces
from .namebook import check_path, printable
from .state import RunState


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


class Written(NamedTuple):
    """A file's path, what became of it, and the SHA-256 (hex) for its row of the manifest.

    For an edited file that was kept it is the digest of what we wrote there last, so that the next run sees the edit
    too; for a foreign one it is empty.
    """

    path: str
    outcome: Outcome
    sha256: str


class Swept(NamedTuple):
    """Files of earlier runs that belong to nothing any more: removed (in a dry run: to be removed), kept as edited."""

    removed: list[str]
    kept: list[str]


class OutputFolder:
    """Writes into one folder: atomically, inside it, and over nobody else's work.

    Order of use: `open` (or `with`), `write_batch` as often as needed, `sweep`, `finish`, `close`. After `open` the
    object may be used in forked processes, each calling `write_batch`; the rest is the parent's. With `force` edited
    and foreign files are overwritten; with `dry_run` nothing at all is touched; with `durable` each file is on the disk
    when its batch is done. All methods raise OutputError, which names the path and the reason.
    """

    def __init__(self, root: str | Path, *, force: bool = False, dry_run: bool = False, durable: bool = False) -> None:
        self._root = os.path.realpath(root)
        self._force = force
        self._dry_run = dry_run
        self._durable = durable
        self._state = RunState(Path(self._root), force=force, dry_run=dry_run)
        self._safe_folders: set[str] = {""}

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def open(self) -> None:
        """Make the folder, lock it, read what earlier runs wrote, and remove what a killed one left unfinished."""
        try:
            self._state.open()
        except OSError as error:
            raise cannot_write(self._root, error) from error

    def close(self) -> None:
        """Free the folder for other runs."""
        self._state.close()

    def write(self, path: str, data: bytes) -> Outcome:
        """Write one file; `path` is below the folder, with "/" between its parts."""
        return self.write_batch([(path, data)])[0].outcome

    def write_batch(self, files: Sequence[tuple[str, bytes]]) -> list[Written]:
        """Write files, in order, their digests journaled first: after a kill the next run knows them as ours."""
        decided = [self._decided(path, data) for path, data in files]
        to_write = [
            (file, data)
            for file, (_, data) in zip(decided, files, strict=True)
            if file.outcome is Outcome.WRITTEN  # never in a dry run
        ]
        if to_write:
            self._journal([file for file, _ in to_write])
            for file, data in to_write:
                self._replace(file.path, data)
            if self._durable:
                self._sync_folders([file.path for file, _ in to_write])
        return decided

    def write_stream(self, path: str, pieces: Iterable[bytes]) -> Written:
        """Write one file piece by piece, without holding it; the same rules as for `write_batch`."""
        digest = hashlib.sha256()
        folder, _, _name = path.rpartition("/")
        temporary = ""
        check_path(path)
        try:
            self._check_folders(folder)
            if self._dry_run:
                for piece in pieces:
                    digest.update(piece)
            else:
                temporary = write_temporary(self._full(folder), _digested(pieces, digest), durable=self._durable)
            outcome = self._outcome_of_digest(path, digest.digest())
            file = Written(path, outcome, "" if outcome is Outcome.KEPT_FOREIGN else digest.hexdigest())
            if outcome is Outcome.KEPT_EDITED:
                file = file._replace(sha256=self._state.ledger.latest(self._known_as(path)).hex())
            if outcome is Outcome.WRITTEN:
                self._journal([file])
                os.replace(temporary, self._full(path))  # noqa: PTH105  a text
                temporary = ""
                if self._durable:
                    self._sync_folders([path])
        except OSError as error:
            raise cannot_write(path, error) from error
        finally:
            if temporary:
                remove_quietly(temporary)
        return file

    def sweep(self, kept_paths: Iterable[str]) -> Swept:
        """Remove the files of earlier runs that are not in `kept_paths`, and the folders that this empties.

        `kept_paths` is every path of this run's plan. A file that was edited since is kept, whatever `force` says.
        """
        plan = set(kept_paths)
        gone = sorted(path for path in self._state.ledger if path not in plan)
        swept = Swept([], [])
        folded = {fold(path): path for path in plan} if gone else {}
        for path in gone:
            if self._is_orphan(path, folded.get(fold(path))):
                (swept.removed if self._is_ours(path) else swept.kept).append(path)
        if not self._dry_run:
            for path in swept.removed:
                self._remove(path)
        return swept

    def finish(self, manifest: Manifest, reports: Mapping[str, Iterable[bytes]] | None = None) -> None:
        """Write reports (file name → pieces) and manifest beside each other, then drop the journal.

        Both are written as they come, without being held in memory; one that would not change is left alone.
        """
        if self._dry_run:
            return
        for name, pieces in {**(reports or {}), "manifest.json": manifest_pieces(manifest)}.items():
            try:
                self._state.replace(name, pieces, durable=self._durable)
            except OSError as error:
                raise cannot_write(self._state.folder / name, error) from error
        self._state.drop_journal()

    def _full(self, path: str) -> str:
        return f"{self._root}{os.sep}{path.replace('/', os.sep)}" if path else self._root

    def _decided(self, path: str, data: bytes) -> Written:
        check_path(path)
        try:
            self._check_folders(path.rpartition("/")[0])
            outcome = self._outcome(path, data)
        except OSError as error:
            raise cannot_write(path, error) from error
        if outcome is Outcome.KEPT_FOREIGN:
            return Written(path, outcome, "")
        if outcome is Outcome.KEPT_EDITED:
            return Written(path, outcome, self._state.ledger.latest(self._known_as(path)).hex())
        if outcome is Outcome.WRITTEN and self._dry_run:
            outcome = Outcome.WOULD_WRITE
        return Written(path, outcome, hashlib.sha256(data).hexdigest())

    def _outcome(self, path: str, data: bytes) -> Outcome:
        full = self._full(path)
        try:
            status = os.lstat(full)
        except FileNotFoundError:
            return Outcome.WRITTEN
        if stat.S_ISLNK(status.st_mode):
            return Outcome.WRITTEN  # the link goes, what it leads to stays as it is
        if stat.S_ISDIR(status.st_mode):
            return Outcome.KEPT_FOREIGN  # never removed for a file, whatever is in it
        is_file = stat.S_ISREG(status.st_mode)
        if is_file and status.st_size == len(data) and _read(full) == data:
            return Outcome.UNCHANGED
        if self._force or (is_file and self._is_ours(path)):
            return Outcome.WRITTEN
        return Outcome.KEPT_EDITED if self._known_as(path) in self._state.ledger else Outcome.KEPT_FOREIGN

    def _outcome_of_digest(self, path: str, digest: bytes) -> Outcome:
        """What becomes of a file whose new content has this digest."""
        full = self._full(path)
        if os.path.lexists(full) and stat.S_ISREG(os.lstat(full).st_mode) and _digest(full) == digest:
            return Outcome.UNCHANGED
        outcome = self._outcome(path, b"")
        if outcome is Outcome.UNCHANGED or outcome is Outcome.WRITTEN:
            return Outcome.WOULD_WRITE if self._dry_run else Outcome.WRITTEN
        return outcome

    def _known_as(self, path: str) -> str:
        """The path by which the ledger knows this file: another spelling where the system takes both for one file."""
        if path not in self._state.ledger:
            other = self._state.ledger.other_spelling(path)
            if other is not None and _is_same_file(self._full(other), self._full(path)):
                return other
        return path

    def _is_ours(self, path: str) -> bool:
        """Whether the regular file at `path` holds what we wrote; another worker's journal is asked too."""
        full = self._full(path)
        if not stat.S_ISREG(os.lstat(full).st_mode):
            return False
        digest = _digest(full)
        if self._state.ledger.has(self._known_as(path), digest):
            return True
        return self._state.read_journal() and self._state.ledger.has(self._known_as(path), digest)

    def _check_folders(self, folder: str) -> None:
        """Make the folders down to `folder` if need be; each is looked at once a run."""
        if folder not in self._safe_folders:
            parts = folder.split("/")
            for depth in range(1, len(parts) + 1):
                above = "/".join(parts[:depth])
                if above not in self._safe_folders:
                    self._check_folder(above)
                    self._safe_folders.add(above)

    def _check_folder(self, folder: str) -> None:
        """Make one folder; refuse one that is, or lies behind, a symbolic link."""
        full = self._full(folder)
        if not self._dry_run:
            with suppress(FileExistsError):
                os.mkdir(full)  # noqa: PTH102  a text
        if not os.path.lexists(full):
            return
        if not stat.S_ISDIR(os.lstat(full).st_mode):
            kind = "a symbolic link" if os.path.islink(full) else "a file"  # noqa: PTH114  a text
            sentence = f"{printable(folder)} is {kind}, not a folder; nothing is written through it"
            raise OutputError(sentence, code="WXR806", advice="Move it away.")
        if os.path.commonpath([os.path.realpath(full), self._root]) != self._root:
            raise OutputError(f"{printable(folder)} leads out of the output folder", code="WXR806")

    def _journal(self, files: Sequence[Written]) -> None:
        rows = [(file.path, bytes.fromhex(file.sha256)) for file in files]
        journal = self._state.journal
        try:
            append(str(journal), journal_lines(rows), durable=self._durable)
        except OSError as error:
            raise cannot_write(journal, error) from error
        for path, digest in rows:
            self._state.ledger.add(path, digest)

    def _replace(self, path: str, data: bytes) -> None:
        folder, _, name = path.rpartition("/")
        try:
            replace_file(self._full(folder), name, [data], durable=self._durable)
        except OSError as error:
            raise cannot_write(path, error) from error

    def _sync_folders(self, paths: Sequence[str]) -> None:
        """Make the renames durable, and the folders that were made for them."""
        folders = {""}
        for path in paths:
            while (path := path.rpartition("/")[0]) not in folders:
                folders.add(path)
        for folder in folders:
            sync_folder(self._full(folder))

    def _is_orphan(self, path: str, planned: str | None) -> bool:
        """Whether `path` is still there, not behind a link, and not `planned` under another spelling."""
        full = self._full(path)
        if not os.path.lexists(full) or os.path.realpath(os.path.dirname(full)) != os.path.dirname(full):  # noqa: PTH120  a text
            return False
        return planned is None or not _is_same_file(full, self._full(planned))

    def _remove(self, path: str) -> None:
        try:
            os.unlink(self._full(path))  # noqa: PTH108  a text
        except OSError as error:
            raise cannot_write(path, error) from error
        folder = path.rpartition("/")[0]
        with suppress(OSError):  # not empty: it stays, and so do those above
            while folder:
                os.rmdir(self._full(folder))  # noqa: PTH106  a text
                self._safe_folders.discard(folder)
                folder = folder.rpartition("/")[0]


def _digest(full: str) -> bytes:
    with open(full, "rb") as file:  # noqa: PTH123  a text
        return hashlib.file_digest(file, "sha256").digest()


def _digested(pieces: Iterable[bytes], digest: "hashlib._Hash") -> Iterator[bytes]:
    """The same pieces, their bytes added to `digest` as they pass."""
    for piece in pieces:
        digest.update(piece)
        yield piece


def _read(full: str) -> bytes:
    with open(full, "rb") as file:  # noqa: PTH123  a text
        return file.read()


def _is_same_file(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except OSError:
        return False
