"""The new export while it grows: its entries wait on disk until it is known how the file begins."""

import tempfile
from array import array
from collections.abc import Iterable, Iterator
from typing import Self

_WINDOW = 1 << 20
_DROPPED = 2


class Draft:
    """Entries in order: their bytes in an unnamed temporary file, nine bytes each in memory.

    A context manager: the file is gone afterwards.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self._ends = array("Q", [0])
        self._kinds = bytearray()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._kinds)

    @property
    def items(self) -> int:
        """How many of the entries are items."""
        return self._kinds.count(1)

    def add(self, xml: bytes, *, is_item: bool) -> int:
        """Append an entry; returns its number."""
        self._file.write(xml)
        self._ends.append(self._ends[-1] + len(xml))
        self._kinds.append(is_item)
        return len(self._kinds) - 1

    def drop(self, number: int) -> None:
        """Leave an entry out after all."""
        self._kinds[number] = _DROPPED

    def size_of(self, number: int) -> int:
        """Bytes of an entry."""
        return self._ends[number + 1] - self._ends[number]

    def parts(self, *, room: int | None, items: int | None) -> Iterator[list[int]]:
        """The numbers of the items of each part, which has at most `room` bytes of them and `items` items.

        An item that is larger than `room` gets a part of its own.
        """
        part: list[int] = []
        used = 0
        for number in self.numbers(is_item=True):
            size = self.size_of(number)
            is_full = (room is not None and used + size > room) or (items is not None and len(part) >= items)
            if part and is_full:
                yield part
                part, used = [], 0
            part.append(number)
            used += size
        yield part

    def numbers(self, *, is_item: bool) -> Iterator[int]:
        """The numbers of the items, or of all other entries."""
        return (number for number, kind in enumerate(self._kinds) if kind == is_item)

    def all(self) -> Iterator[int]:
        """The numbers of all entries."""
        return (number for number, kind in enumerate(self._kinds) if kind != _DROPPED)

    def bytes_of(self, numbers: Iterable[int]) -> Iterator[bytes]:
        """The entries in that order; neighbours are read together, never more than a window at once."""
        self._file.flush()
        for start, end in self._stretches(numbers):
            self._file.seek(start)
            for low in range(start, end, _WINDOW):
                yield self._file.read(min(_WINDOW, end - low))

    def _stretches(self, numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
        start = end = 0
        for number in numbers:
            if self._ends[number] != end:
                if start < end:
                    yield start, end
                start = self._ends[number]
            end = self._ends[number + 1]
        if start < end:
            yield start, end
