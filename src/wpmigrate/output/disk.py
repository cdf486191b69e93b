"""The output folder: the only place from which files are written, replaced and removed."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from wpmigrate.errors import OutputError

from .atomic import append, cannot_write, remove_quietly, replace_file, sync_folder, write_temporary
from .ledger import journal_lines
from .limits import fold
from .manifest import Manifest, manifest_pieces
from .namebook import OWN_FOLDER, check_path, printable
from .ownership import Outcome, Ownership, digest_of_file, read_file
from .state import RunState


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
        self._ownership = Ownership(self._root, self._state, force=force)
        self._full = self._ownership.full
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

    def is_fresh(self, path: str) -> bool:
        """Whether nothing but our own work stands in the folder, for whatever target, or an earlier run wrote `path`.

        To be asked before the first file of this run is written.
        """
        if path in self._state.ledger:
            return True
        try:
            names = os.listdir(self._root)  # noqa: PTH208  names alone
        except FileNotFoundError:
            return True
        except OSError as error:
            raise cannot_write(self._root, error) from error
        ours = {OWN_FOLDER, *(written.partition("/")[0] for written in self._state.ledger)}
        return ours.issuperset(names)

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
        check_path(path)
        content = _Digested(pieces)
        temporary = ""
        try:
            self._check_folders(path.rpartition("/")[0])
            if self._dry_run:
                for _ in content:
                    pass
            else:
                # Not beside `path`, which no journal names yet: after a kill it is looked for here.
                temporary = write_temporary(str(self._state.folder), content, durable=self._durable)
            digest = content.digest()
            file = self._judged(path, digest, content.size, lambda full: digest_of_file(full) == digest)
            if file.outcome is Outcome.WRITTEN:
                self._journal([file])
                os.replace(temporary, self._full(path))  # noqa: PTH105  a text
                if self._durable:
                    self._sync_folders([path])
        except OSError as error:
            raise cannot_write(path, error) from error
        finally:
            remove_quietly(temporary)
        return file

    def sweep(self, kept_paths: Iterable[str]) -> Swept:
        """Remove the files of earlier runs that are not in `kept_paths`, and the folders that this empties.

        `kept_paths` is every path of this run's plan. A file that was edited since is kept, whatever `force` says.
        """
        if not self._state.ledger:
            return Swept([], [])
        plan = set(kept_paths)
        gone = sorted(path for path in self._state.ledger if path not in plan)
        swept = Swept([], [])
        folded = {fold(path): path for path in plan} if gone else {}
        for path in gone:
            if self._ownership.is_orphan(path, folded.get(fold(path))):
                (swept.removed if self._ownership.is_ours(path) else swept.kept).append(path)
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

    def _decided(self, path: str, data: bytes) -> Written:
        check_path(path)
        try:
            self._check_folders(path.rpartition("/")[0])
            return self._judged(path, hashlib.sha256(data).digest(), len(data), lambda full: read_file(full) == data)
        except OSError as error:
            raise cannot_write(path, error) from error

    def _judged(self, path: str, digest: bytes, size: int, is_equal: Callable[[str], bool]) -> Written:
        """What is to become of a file with this new content."""
        outcome = self._ownership.outcome(path, size, is_equal)
        if outcome is Outcome.KEPT_FOREIGN:
            return Written(path, outcome, "")
        if outcome is Outcome.KEPT_EDITED:
            digest = self._ownership.last_digest(path)
        if outcome is Outcome.WRITTEN and self._dry_run:
            outcome = Outcome.WOULD_WRITE
        return Written(path, outcome, digest.hex())

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

    def _replace(self, path: str, data: bytes) -> None:
        folder, name = os.path.split(self._full(path))
        try:
            replace_file(folder, name, [data], durable=self._durable)
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


class _Digested:
    """The same pieces, with their size and SHA-256 when all have passed."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.size = 0
        self._pieces = pieces
        self._hash = hashlib.sha256()

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self.size += len(piece)
            self._hash.update(piece)
            yield piece

    def digest(self) -> bytes:
        """Of what has passed."""
        return self._hash.digest()
