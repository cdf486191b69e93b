"""One run at a time in a folder."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from wpmigrate.errors import OutputError

from .namebook import printable

_BUSY = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


class FolderLock:
    """A lock file that the system frees when the process dies; removed on release."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._owner = 0

    def acquire(self) -> None:
        """Take the lock; raises OutputError when another run has it, OSError when no file can be made."""
        while True:
            descriptor = os.open(self._path, _FLAGS, 0o666)
            try:
                _lock(descriptor)
            except OSError as error:
                os.close(descriptor)
                if error.errno in _BUSY:
                    folder = printable(str(self._path.parent.parent))
                    raise OutputError(
                        f"another run is writing into {folder}", advice="Wait until it is done."
                    ) from None
                raise
            # The run before us may have removed the file between our open and our lock.
            with suppress(OSError):
                if _is_still(self._path, descriptor):
                    self._descriptor, self._owner = descriptor, os.getpid()
                    return
            os.close(descriptor)

    def release(self) -> None:
        """Remove the file and free the lock; a forked worker frees nothing."""
        if self._descriptor is None or self._owner != os.getpid():
            return
        with suppress(OSError):  # Windows removes no open file; it is empty and harmless
            self._path.unlink()
        os.close(self._descriptor)
        self._descriptor = None


def _is_still(path: Path, descriptor: int) -> bool:
    return os.path.samestat(path.stat(), os.fstat(descriptor))


def _lock(descriptor: int) -> None:
    """Lock or raise OSError; where the file system knows no locks there is none."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  exists on Windows alone

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        return
    import fcntl  # noqa: PLC0415  exists on POSIX alone

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in (errno.ENOTSUP, errno.ENOSYS, errno.ENOLCK):
            raise
