"""Searches that are never done twice: what keeps the mending of hostile files linear."""

import re
from collections.abc import Callable

from wpmigrate.reader.source import Data


class Finder:
    """Finds needles at or after a place.

    The last answer for each needle is kept: places grow from part to part, and a needle that is far away (or nowhere)
    must not be looked for again from every item.
    """

    __slots__ = ("_known", "data")

    def __init__(self, data: Data) -> None:
        self.data = data
        self._known: dict[bytes, tuple[int, int]] = {}

    def find(self, needle: bytes, start: int) -> int:
        """The offset of `needle` at or after `start`, or -1."""
        return self._first(needle, start, self.data.find)

    def search(self, pattern: bytes, start: int) -> int:
        """The same for a regular expression."""
        return self._first(pattern, start, self._search)

    def meets(self, pattern: bytes, start: int, stop: int) -> bool:
        """Whether the expression begins to match between two offsets."""
        return 0 <= self.search(pattern, start) < stop

    def _search(self, pattern: bytes, start: int) -> int:
        found = re.compile(pattern).search(self.data, start)
        return found.start() if found else -1

    def _first(self, wanted: bytes, start: int, look: Callable[[bytes, int], int]) -> int:
        low, answer = self._known.get(wanted, (1, 0))
        if low <= start and (answer == -1 or start <= answer):
            return answer
        answer = look(wanted, start)
        self._known[wanted] = (start, answer)
        return answer
