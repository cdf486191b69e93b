"""Searches that are never done twice: what keeps the mending of hostile files linear."""

import re
from re import Pattern

from wpmigrate.reader.source import Data


class Finder:
    """Finds needles at or after a place.

    The last answer for each needle is kept: places grow from part to part, and a needle that is far away (or nowhere)
    must not be looked for again from every item.
    """

    __slots__ = ("_known", "_patterns", "data")

    def __init__(self, data: Data) -> None:
        self.data = data
        self._known: dict[bytes, tuple[int, int]] = {}
        self._patterns: dict[bytes, Pattern[bytes]] = {}

    def find(self, needle: bytes, start: int) -> int:
        """The offset of `needle` at or after `start`, or -1."""
        low, answer = self._known.get(needle, (1, 0))
        if low <= start and (answer == -1 or start <= answer):
            return answer
        answer = self.data.find(needle, start)
        self._known[needle] = (start, answer)
        return answer

    def search(self, pattern: bytes, start: int) -> int:
        """The same for a regular expression."""
        low, answer = self._known.get(pattern, (1, 0))
        if low <= start and (answer == -1 or start <= answer):
            return answer
        compiled = self._patterns.get(pattern)
        if compiled is None:
            compiled = self._patterns[pattern] = re.compile(pattern)
        found = compiled.search(self.data, start)
        answer = found.start() if found else -1
        self._known[pattern] = (start, answer)
        return answer
