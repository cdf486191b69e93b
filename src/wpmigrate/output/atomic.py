"""The hands of the disk: whole files or none, appended lines, and a sentence for each way that fails."""

import errno
import itertools
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from wpmigrate.errors import OutputError

from .namebook import TEMPORARY_PREFIX, printable

_FLAGS = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_numbers = itertools.count()

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.EROFS: "the file system is read-only",
    errno.ENAMETOOLONG: "the name is too long for this system",
    errno.EFBIG: "the file is larger than this system allows",
    errno.ENOTDIR: "a file stands where a folder should be",
    errno.EISDIR: "a folder stands where a file should be",
    errno.ELOOP: "a symbolic link stands in the way",
}


def cannot_write(path: str | os.PathLike[str], error: OSError) -> OutputError:
    """The error that says which path cannot be written and why."""
    reason = _REASONS.get(error.errno or 0) or (error.strerror or str(error)).lower()
    return OutputError(f"{printable(os.fspath(path))} cannot be written: {printable(reason)}", code="WXR806")


def replace_file(folder: str, name: str, pieces: Iterable[bytes], *, durable: bool) -> None:
    """Write the pieces to a temporary file in `folder`, then put it in the place of `name`.

    At any moment `name` is the old file or the whole new one. A symbolic link is replaced, not followed. Raises
    OSError; the temporary file is gone then.
    """
    temporary = write_temporary(folder, pieces, durable=durable)
    try:
        os.replace(temporary, os.path.join(folder, name))  # noqa: PTH105, PTH118  a Path for each of 50,000 files costs
    except BaseException:
        remove_quietly(temporary)
        raise


def write_file(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write one file that the user named outside of an output folder, whole or not at all; raises OutputError.

    `data` may come in pieces, of which no more than one is held. A device or a pipe (`/dev/null`, `/dev/stdout`) is
    written to: putting a file in its place would take it from every other program.
    """
    pieces = [data] if isinstance(data, bytes) else data
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")
        if _is_stream(path):
            with path.open("wb") as stream:
                stream.writelines(pieces)
        else:
            replace_file(str(path.parent), path.name, pieces, durable=False)
    except OSError as error:
        raise cannot_write(path, error) from error


def _is_stream(path: Path) -> bool:
    """Whether a device, a pipe or a socket stands at the path, or at the end of its links."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def write_temporary(folder: str, pieces: Iterable[bytes], *, durable: bool) -> str:
    """The path of a new file in `folder` that holds the pieces; raises OSError and leaves nothing."""
    path, descriptor = _new_file(folder)
    try:
        try:
            for piece in pieces:
                _write_all(descriptor, piece)
            if durable:
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        remove_quietly(path)
        raise
    return path


def append(path: str, data: bytes, *, durable: bool) -> None:
    """Append in one go, so that lines of several processes do not mix; raises OSError."""
    descriptor = os.open(path, _FLAGS | os.O_APPEND, 0o666)
    try:
        _write_all(descriptor, data)
        if durable:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: str) -> None:
    """Make renames in `folder` durable, where the system can (Windows cannot open folders)."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def remove_quietly(path: str) -> None:
    """Remove a file of ours if it is there; an error that is already on its way matters more."""
    with suppress(OSError):
        os.unlink(path)  # noqa: PTH108  as above


def _new_file(folder: str) -> tuple[str, int]:
    while True:
        path = os.path.join(folder, f"{TEMPORARY_PREFIX}{os.getpid()}-{next(_numbers)}")  # noqa: PTH118  as above
        with suppress(FileExistsError):
            return path, os.open(path, _FLAGS | os.O_EXCL, 0o666)


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
