"""Compressed inputs: gzip and zip, unpacked into temporary files, with limits against bombs.

Decided by magic bytes. The names of zip members are shown to people and never used as paths.
"""

import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, BinaryIO, NamedTuple

from wpmigrate.errors import InputError

from .options import MEGABYTE, ReaderOptions
from .sniff import refused

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
_ENCRYPTED = 0x1
_WINDOW = MEGABYTE
_PIECE = 1 << 12
"""Bytes that are unpacked at a time: where an archive is damaged, what stands before is not lost with the rest."""

_GZIP_BITS = 31
"""`wbits` for zlib that expects a gzip header."""

_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What zipfile raises for archives that are broken or of a kind that it cannot read."""

_DOCUMENTS = {
    "[Content_Types].xml": "a Microsoft Office document",
    "mimetype": "an OpenDocument text or an e-book",
}
"""Members that show what else than an archive a zip file is (ECMA-376; OpenDocument 1.2 and EPUB 3)."""

_NOT_OURS = ("__MACOSX/", "__macosx/")


class Unpacked(NamedTuple):
    """A temporary file; `is_cut` when its container ended early and only the beginning could be unpacked."""

    file: BinaryIO
    is_cut: bool = False


class _Growth:
    """Counts what goes in and what comes out; refuses what grows beyond all reason."""

    def __init__(self, options: ReaderOptions) -> None:
        """Begin with nothing."""
        self._options = options
        self._read = 0
        self._written = 0

    def add(self, read: int, written: int) -> None:
        """Raises InputError (WXR006) when the growth is that of a bomb."""
        self._read += read
        self._written += written
        limit = self._options.max_ratio
        if self._written > self._options.free_growth and self._written > limit * max(self._read, 1):
            raise refused("WXR006", what="the growth of the compressed data", limit=f"{limit} times")


def unpack_gzip(file: BinaryIO, options: ReaderOptions) -> Unpacked:
    """All members of a gzip stream, one after another. What was cut off is salvaged up to the cut.

    Raises InputError (WXR005) when nothing could be inflated, WXR006 for a bomb.
    """
    target = tempfile.TemporaryFile()  # noqa: SIM115 - handed on open
    try:
        reason = _inflate(file, target, _Growth(options))
        if reason and not target.tell():
            raise refused("WXR005", kind="gzip", reason=reason)
    except InputError:
        target.close()
        raise
    target.seek(0)
    return Unpacked(target, is_cut=bool(reason))


def _inflate(file: BinaryIO, target: BinaryIO, growth: _Growth) -> str:
    """Inflate into `target`; returns why it ended early, empty when it did not."""
    inflater = zlib.decompressobj(_GZIP_BITS)
    pending = file.read(_PIECE)
    while pending:
        before = inflater.copy()
        try:
            text = inflater.decompress(pending, _WINDOW)
        except zlib.error as error:
            target.write(_before_damage(before, pending))
            return str(error)
        rest = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
        growth.add(len(pending) - len(rest), len(text))
        target.write(text)
        pending = rest or file.read(_PIECE)
        if inflater.eof:
            if len(pending) < len(GZIP):
                pending += file.read(_PIECE)
            if not pending.startswith(GZIP):
                # Zeros or other bytes after the stream are no part of it (tapes are padded so).
                return ""
            inflater = zlib.decompressobj(_GZIP_BITS)
    with suppress(zlib.error):
        target.write(inflater.flush())
    return "" if inflater.eof else "it ends early"


def _before_damage(inflater: "zlib._Decompress", piece: bytes) -> bytes:
    """What comes out of a piece before the byte that is wrong; a wrong checksum is the last of them."""
    out = bytearray()
    with suppress(zlib.error):
        for byte in piece:
            out += inflater.decompress(bytes((byte,)))
    return bytes(out)


class Member(NamedTuple):
    """A file in a zip archive: its name, and what was unpacked or why that failed."""

    name: str
    unpacked: Unpacked | None
    error: InputError | None = None


def unpack_zip(file: BinaryIO, options: ReaderOptions) -> Iterator[Member]:
    """The members in the order of their names; folders and what macOS adds are passed over.

    Raises InputError (WXR005) when the archive has no readable directory, WXR006 for a bomb.
    """
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN_ZIP as error:
        raise refused("WXR005", kind="zip", reason=str(error)) from error
    growth = _Growth(options)
    with archive:
        if kind := _document_kind(archive):
            raise refused("WXR002", found=kind)
        for info in sorted(archive.infolist(), key=lambda member: member.filename):
            if info.is_dir() or info.filename.startswith(_NOT_OURS):
                continue
            try:
                yield Member(info.filename, _member(archive, info, growth))
            except InputError as error:
                if error.code == "WXR006":
                    raise
                yield Member(info.filename, None, error)


def _document_kind(archive: zipfile.ZipFile) -> str:
    """Words for a document of an office program or an e-book, which are archives too; empty for any other archive."""
    names = archive.namelist()
    return next((kind for mark, kind in _DOCUMENTS.items() if mark in names), "")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, growth: _Growth) -> Unpacked:
    if info.flag_bits & _ENCRYPTED:
        raise refused("WXR009", member=info.filename)
    target = tempfile.TemporaryFile()  # noqa: SIM115 - handed on open
    reason = ""
    try:
        with archive.open(info) as member:
            _copy(member, target, info, growth)
    except InputError:
        target.close()
        raise
    except _BROKEN_ZIP as error:
        reason = str(error) or "it ends early"
    if reason and not target.tell():
        target.close()
        raise refused("WXR005", kind="zip", reason=reason)
    target.seek(0)
    return Unpacked(target, is_cut=bool(reason))


def _copy(member: IO[bytes], target: BinaryIO, info: zipfile.ZipInfo, growth: _Growth) -> None:
    # The directory's sizes may lie: the compressed size is counted once, what comes out as it comes.
    growth.add(info.compress_size, 0)
    while block := member.read(_PIECE):
        growth.add(0, len(block))
        target.write(block)
