"""One export to read, or one blog of saved pages: its display name and its bytes."""

import mmap
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from wpmigrate.diagnostics import diagnose
from wpmigrate.errors import InputError

Data = mmap.mmap | bytes
"""The bytes of a whole file: mapped, not read, so that memory stays bounded."""


class Shelf:
    """What was unpacked of thousands of small files, one behind the other: as many temporary files would be too many."""

    def __init__(self) -> None:
        """Open the file."""
        self.data: Data = b""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `close`

    def add(self, file: BinaryIO) -> tuple["Shelf", int, int]:
        """The place of a copy of `file`; it can be read once the shelf is closed."""
        start = self._file.tell()
        shutil.copyfileobj(file, self._file)
        return self, start, self._file.tell() - start

    def close(self) -> None:
        """Map all that was added; the file itself is let go."""
        with self._file as file:
            self.data = map_file(file)


@dataclass(slots=True)
class Source:
    """An export: a path on disk, or the mapped bytes of a temporary file for what was unpacked or piped.

    `name` is for people ("old.zip:part.xml") and is never used as a path. `is_cut` says that its container ended early.
    """

    name: str
    path: Path | None = None
    mapped: Data | None = field(default=None, repr=False)
    is_cut: bool = False
    #: (shelf, offset, length) of what was unpacked beside much else.
    slot: tuple[Shelf, int, int] | None = field(default=None, repr=False)
    #: `page`, `mht`, `rss`, `atom` or `text` for what was saved of a blog; empty for an export.
    kind: str = ""
    #: Pages, feeds and texts that are read together as one blog; none for an export.
    members: tuple["Source", ...] = ()

    def data(self) -> Data:
        """The bytes; raises InputError (WXR004) when the file cannot be opened."""
        if self.mapped is not None:
            return self.mapped
        if self.slot is not None:
            shelf, offset, length = self.slot
            return shelf.data[offset : offset + length]
        try:
            with Path(self.path or "").open("rb") as file:
                return map_file(file)
        except (OSError, ValueError) as error:
            found = diagnose("WXR004", reason=getattr(error, "strerror", None) or str(error))
            raise InputError(found.message, code=found.code, file=self.name) from error


def map_file(file: BinaryIO) -> Data:
    """The bytes of an open file; the mapping outlives the file object."""
    file.flush()
    if not file.seek(0, 2):
        return b""
    return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def let_go(data: Data, start: int, end: int) -> None:
    """Bytes that were read need not stay in memory: a mapped file would otherwise count for the process as a whole."""
    if isinstance(data, mmap.mmap) and hasattr(data, "madvise"):
        first = max(start, 0) // mmap.PAGESIZE * mmap.PAGESIZE
        data.madvise(mmap.MADV_DONTNEED, first, max(min(end, len(data)) - first, 0))
