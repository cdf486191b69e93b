"""The values of one field of many records, packed: for what is kept in memory of every item of a long export.

A record of Python objects costs about fifty bytes a field beside its text, and looking at one in a forked process
copies its memory, because the count of its users lies in it. Packed in columns a field costs its own bytes and a few
more, and all processes share them.
"""

import marshal
from abc import ABC, abstractmethod
from array import array
from collections.abc import Hashable
from datetime import datetime, timedelta, timezone
from typing import Any, Protocol

_WIDER = {"B": "H", "H": "I", "I": "Q", "i": "q"}
"""What holds larger numbers, by the type of an array."""


def _with(numbers: "array[int]", number: int) -> "array[int]":
    """`numbers` with one more, made wider when it does not fit."""
    try:
        numbers.append(number)
    except OverflowError:
        return _with(array(_WIDER[numbers.typecode], numbers), number)
    return numbers


def _changed(numbers: "array[int]", row: int, number: int) -> "array[int]":
    """`numbers` with another one at `row`, made wider when it does not fit."""
    try:
        numbers[row] = number
    except OverflowError:
        return _changed(array(_WIDER[numbers.typecode], numbers), row, number)
    return numbers


class Column(Protocol):
    """The values of one field, by row."""

    def append(self, value: Any, /) -> None:
        """One more row."""

    def __getitem__(self, row: int, /) -> Any:
        """The value of a row."""

    def __setitem__(self, row: int, value: Any, /) -> None:
        """Another value for a row."""


class _Blobs(ABC):
    """Values that become bytes, one behind the other; what was set anew leaves its old bytes behind."""

    __slots__ = ("_bytes", "_starts")

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._starts = array("I")

    def __len__(self) -> int:
        return len(self._starts)

    def append(self, value: Any) -> None:
        self._starts = _with(self._starts, len(self._bytes))
        self._bytes += self._packed(value)

    @abstractmethod
    def __getitem__(self, row: int) -> Any:
        """The value of a row."""

    def __setitem__(self, row: int, value: Any) -> None:
        self._starts = _changed(self._starts, row, len(self._bytes))
        self._bytes += self._packed(value)

    @staticmethod
    @abstractmethod
    def _packed(value: Any) -> bytes:
        """The bytes of a value, with what tells where they end."""


class Plain(_Blobs):
    """Values made of tuples, texts and numbers; each says itself where it ends."""

    __slots__ = ()

    def __getitem__(self, row: int) -> Any:
        with memoryview(self._bytes) as view:
            return marshal.loads(view[self._starts[row] :])  # noqa: S302 - our own bytes

    @staticmethod
    def _packed(value: Any) -> bytes:
        return marshal.dumps(value)


_END = 0xFF
"""Stands behind a text: no byte of UTF-8 is the same."""


class Texts(_Blobs):
    """Texts by row."""

    __slots__ = ()

    def __getitem__(self, row: int) -> str:
        start = self._starts[row]
        return self._bytes[start : self._bytes.index(_END, start)].decode("utf-8", "surrogatepass")

    @staticmethod
    def _packed(value: str) -> bytes:
        return value.encode("utf-8", "surrogatepass") + b"\xff"


class OptionalTexts(Texts):
    """Texts that are not empty, or None."""

    __slots__ = ()

    def __getitem__(self, row: int) -> Any:
        return super().__getitem__(row) or None

    @staticmethod
    def _packed(value: str | None) -> bytes:
        return (value or "").encode("utf-8", "surrogatepass") + b"\xff"


_ELSEWHERE = -(1 << 31)
"""Stands for None, and for a number that does not fit into 64 bits."""
_MOST = 1 << 63


class Numbers:
    """Whole numbers of any size, or None."""

    __slots__ = ("_numbers", "_others")

    def __init__(self) -> None:
        self._numbers = array("i")
        self._others: dict[int, int] = {}

    def append(self, value: int | None) -> None:
        """One more row."""
        self._numbers = _with(self._numbers, self._own(len(self._numbers), value))

    def __getitem__(self, row: int) -> int | None:
        value = self._numbers[row]
        return value if value != _ELSEWHERE else self._others.get(row)

    def __setitem__(self, row: int, value: int | None) -> None:
        self._numbers = _changed(self._numbers, row, self._own(row, value))

    def _own(self, row: int, value: int | None) -> int:
        """What stands for the value of a row in the array."""
        if value is None:
            self._others.pop(row, None)
        elif value == _ELSEWHERE or not -_MOST <= value < _MOST:
            self._others[row] = value
        else:
            return value
        return _ELSEWHERE


class Shared:
    """Values that many records have in common: each is kept once."""

    __slots__ = ("_codes", "_rows", "values")

    def __init__(self) -> None:
        self._rows = array("B")
        self._codes: dict[Hashable, int] = {}
        #: By their codes.
        self.values: list[Hashable] = []

    def append(self, value: Hashable) -> None:
        """One more row."""
        self._rows = _with(self._rows, self.code(value))

    def __getitem__(self, row: int) -> Any:
        return self.values[self._rows[row]]

    def __setitem__(self, row: int, value: Hashable) -> None:
        self._rows = _changed(self._rows, row, self.code(value))

    def code(self, value: Hashable) -> int:
        """The number that stands for a value."""
        code = self._codes.get(value)
        if code is None:
            code = self._codes[value] = len(self.values)
            self.values.append(value)
        return code


_NO_MORE = 0
"""Ends a row of codes; codes begin with 1."""


class Many:
    """Tuples of values that many records have in common; none of them is None."""

    __slots__ = ("_codes", "_starts", "_values")

    def __init__(self) -> None:
        self._values = Shared()
        self._values.code(None)  # its code is _NO_MORE
        self._codes = array("H", [_NO_MORE])
        self._starts = array("I")

    def append(self, value: tuple[Hashable, ...]) -> None:
        """One more row."""
        self._starts = _with(self._starts, self._place(value))

    def __getitem__(self, row: int) -> Any:
        start = self._starts[row]
        codes = self._codes[start : self._codes.index(_NO_MORE, start)]
        values = self._values.values
        return tuple([values[code] for code in codes])

    def __setitem__(self, row: int, value: tuple[Hashable, ...]) -> None:
        self._starts = _changed(self._starts, row, self._place(value))

    def _place(self, value: tuple[Hashable, ...]) -> int:
        """Where the codes of a tuple were put; all empty ones stand at the start."""
        if not value:
            return 0
        start = len(self._codes)
        for one in value:
            self._codes = _with(self._codes, self._values.code(one))
        self._codes.append(_NO_MORE)
        return start


_START = datetime(1, 1, 1)  # noqa: DTZ001 - local time, as it is
_MICROSECOND = timedelta(microseconds=1)


class Moments:
    """Moments, to the microsecond, with an offset from UTC or none; or None."""

    __slots__ = ("_ticks", "_zones")

    def __init__(self) -> None:
        self._ticks = Numbers()
        self._zones = Shared()

    def append(self, value: datetime | None) -> None:
        """One more row."""
        self._ticks.append(_ticks(value))
        self._zones.append(_zone(value))

    def __getitem__(self, row: int) -> datetime | None:
        ticks = self._ticks[row]
        if ticks is None:
            return None
        return (_START + timedelta(microseconds=ticks)).replace(tzinfo=self._zones[row])

    def __setitem__(self, row: int, value: datetime | None) -> None:
        self._ticks[row] = _ticks(value)
        self._zones[row] = _zone(value)


def _ticks(moment: datetime | None) -> int | None:
    """Local time since the year 1, in microseconds."""
    return None if moment is None else (moment.replace(tzinfo=None) - _START) // _MICROSECOND


def _zone(moment: datetime | None) -> timezone | None:
    """The offset from UTC."""
    offset = None if moment is None else moment.utcoffset()
    return None if offset is None else timezone(offset)
