"""A dictionary from texts to numbers that takes a quarter of the memory, all of which forked processes share."""

from array import array

from .columns import Texts

_FREE = -1
_FIRST_SIZE = 8


class TextMap:
    """Numbers of 32 bits by text. A hash table with open addressing; nothing is taken out."""

    def __init__(self) -> None:
        self._slots = array("i", [_FREE]) * _FIRST_SIZE
        self._texts = Texts()
        self._numbers = array("i")

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, text: str) -> bool:
        return self._slots[self._slot_of(text)] != _FREE

    def get(self, text: str) -> int | None:
        """The number of `text`; None when it has none."""
        row = self._slots[self._slot_of(text)]
        return None if row == _FREE else self._numbers[row]

    def setdefault(self, text: str, number: int) -> int:
        """The number of `text`, which is `number` when it had none."""
        slot = self._slot_of(text)
        row = self._slots[slot]
        if row != _FREE:
            return self._numbers[row]
        self._slots[slot] = len(self._numbers)
        self._texts.append(text)
        self._numbers.append(number)
        if len(self._numbers) * 2 > len(self._slots):
            self._grow()
        return number

    def __setitem__(self, text: str, number: int) -> None:
        self.setdefault(text, number)
        self._numbers[self._slots[self._slot_of(text)]] = number

    def _slot_of(self, text: str) -> int:
        """Where the row of `text` stands, or the free slot where it would."""
        slots, texts = self._slots, self._texts
        last = len(slots) - 1
        slot = hash(text) & last
        while (row := slots[slot]) != _FREE and texts[row] != text:
            slot = (slot + 1) & last
        return slot

    def _grow(self) -> None:
        self._slots = array("i", [_FREE]) * (len(self._slots) * 2)
        for row in range(len(self._numbers)):
            self._slots[self._slot_of(self._texts[row])] = row
