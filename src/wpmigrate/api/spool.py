"""The spool: bodies wait on disk between reading and conversion, so that memory holds only the index.

It lives in an unnamed temporary file that only this user can open and that vanishes with the last process that uses it.
What is pickled is our own model, written and read by this run alone.
"""

import os
import pickle
import tempfile
from array import array
from typing import BinaryIO

from wpmigrate.model import Item


class Spool:
    """Items by their number. Written by one process, then read by any number of forked ones."""

    def __init__(self) -> None:
        """Open the temporary file (in the folder that TMPDIR names)."""
        self._file: BinaryIO = tempfile.TemporaryFile(prefix="wpmigrate-", buffering=1 << 20)  # noqa: SIM115 - lives as long as the spool
        self._size = 0
        self._places = array("Q")
        self._lengths = array("L")

    def append(self, number: int, item: Item) -> None:
        """Keep `item` as number `number`; numbers grow, and may have gaps."""
        data = pickle.dumps(item, pickle.HIGHEST_PROTOCOL)
        while len(self._places) <= number:
            self._places.append(0)
            self._lengths.append(0)
        self._places[number] = self._size
        self._lengths[number] = len(data)
        self._file.write(data)
        self._size += len(data)

    def seal(self) -> None:
        """Make all that was appended readable for other processes."""
        self._file.flush()

    def item(self, number: int) -> Item:
        """The item of that number; raises LookupError when it was not kept."""
        if number >= len(self._lengths) or not self._lengths[number]:
            raise LookupError(f"item {number} is not in the spool")
        data = os.pread(self._file.fileno(), self._lengths[number], self._places[number])
        item = pickle.loads(data)  # noqa: S301 - our own bytes, from a file no one else can open
        assert isinstance(item, Item)
        return item

    @property
    def size(self) -> int:
        """Bytes kept so far."""
        return self._size

    def close(self) -> None:
        """Give the disk space back."""
        self._file.close()
