"""Records whose fields lie in columns: for what is kept in memory of every item of a long export.

A record of Python objects costs about fifty bytes a field beside its text, and looking at one in a forked process
copies its memory, because the count of its users lies in it. Packed in columns a field costs its own bytes and a few
more, and all processes share them.
"""

import marshal
from abc import ABC, abstractmethod
from array import array
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any, Final, Protocol, Self, dataclass_transform

_ELSEWHERE = -(1 << 63)
"""Stands for None, and for a number that does not fit into 64 bits."""
_START = datetime(1, 1, 1)  # noqa: DTZ001 - local time, as it is
_MICROSECOND = timedelta(microseconds=1)


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
        self._starts = array("Q")

    def __len__(self) -> int:
        return len(self._starts)

    def append(self, value: Any) -> None:
        self._starts.append(len(self._bytes))
        self._bytes += self._packed(value)

    @abstractmethod
    def __getitem__(self, row: int) -> Any:
        """The value of a row."""

    def __setitem__(self, row: int, value: Any) -> None:
        self._starts[row] = len(self._bytes)
        self._bytes += self._packed(value)

    @staticmethod
    @abstractmethod
    def _packed(value: Any) -> bytes:
        """The bytes of a value, with what tells where they end."""


class _Plain(_Blobs):
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


class _OptionalTexts(Texts):
    """Texts that are not empty, or None."""

    __slots__ = ()

    def __getitem__(self, row: int) -> Any:
        return super().__getitem__(row) or None

    @staticmethod
    def _packed(value: str | None) -> bytes:
        return (value or "").encode("utf-8", "surrogatepass") + b"\xff"


class _Numbers:
    """Whole numbers of any size, or None."""

    __slots__ = ("_numbers", "_others")

    def __init__(self) -> None:
        self._numbers = array("q")
        self._others: dict[int, int] = {}

    def append(self, value: int | None) -> None:
        self._numbers.append(0)
        self[len(self._numbers) - 1] = value

    def __getitem__(self, row: int) -> int | None:
        value = self._numbers[row]
        return value if value != _ELSEWHERE else self._others.get(row)

    def __setitem__(self, row: int, value: int | None) -> None:
        if value is not None and _ELSEWHERE < value < -_ELSEWHERE:
            self._numbers[row] = value
            return
        self._numbers[row] = _ELSEWHERE
        if value is None:
            self._others.pop(row, None)
        else:
            self._others[row] = value


class _Moments:
    """Moments, to the microsecond, with an offset from UTC or none; or None."""

    __slots__ = ("_offsets", "_ticks")

    def __init__(self) -> None:
        self._ticks = _Numbers()
        self._offsets = _Numbers()

    def append(self, value: datetime | None) -> None:
        ticks, offset = _packed(value)
        self._ticks.append(ticks)
        self._offsets.append(offset)

    def __getitem__(self, row: int) -> datetime | None:
        ticks, offset = self._ticks[row], self._offsets[row]
        if ticks is None:
            return None
        zone = None if offset is None else timezone(offset * _MICROSECOND)
        return (_START + ticks * _MICROSECOND).replace(tzinfo=zone)

    def __setitem__(self, row: int, value: datetime | None) -> None:
        self._ticks[row], self._offsets[row] = _packed(value)


def _packed(moment: datetime | None) -> tuple[int | None, int | None]:
    """Local time since the year 1, and the offset from UTC, in microseconds."""
    if moment is None:
        return None, None
    offset = moment.utcoffset()
    ticks = (moment.replace(tzinfo=None) - _START) // _MICROSECOND
    return ticks, None if offset is None else offset // _MICROSECOND


_REQUIRED: Final = object()


class _Field:
    """A field of a record: what makes its column, and what a record has that names none."""

    __slots__ = ("at", "default", "make_column")

    def __init__(self, make_column: Callable[[], Column], default: object) -> None:
        self.make_column = make_column
        self.default = default
        self.at = 0

    def __get__(self, record: "Record | None", owner: object = None) -> Any:
        if record is None:
            return self  # asked of the class, as documentation does
        return record._columns[self.at][record._row]  # noqa: SLF001 - a field is a part of its record

    def __set__(self, record: "Record", value: object) -> None:
        record._columns[self.at][record._row] = value  # noqa: SLF001 - the same


def text(*, default: Any = _REQUIRED) -> Any:
    """A field with a text of its own."""
    return _Field(Texts, default)


def optional_text(*, default: Any = _REQUIRED) -> Any:
    """A field with a text that is not empty, or None."""
    return _Field(_OptionalTexts, default)


def whole(*, default: Any = _REQUIRED) -> Any:
    """A field with a whole number, or None."""
    return _Field(_Numbers, default)


def moment(*, default: Any = _REQUIRED) -> Any:
    """A field with a `datetime`, or None."""
    return _Field(_Moments, default)


def shared(*, default: Any = _REQUIRED) -> Any:
    """A field with a value that many records have in common, as it is."""
    return _Field(list[Any], default)


def plain(*, default: Any = _REQUIRED) -> Any:
    """A field with a value of its own that is made of tuples, texts and numbers."""
    return _Field(_Plain, default)


@dataclass_transform(kw_only_default=True, field_specifiers=(text, optional_text, whole, moment, shared, plain))
class Record:
    """A record declared like a dataclass, with `field: type = text()`; two are equal when they are the same one.

    A new record has its values for itself, until `Table.take` packs them.
    """

    __slots__ = ("_columns", "_row")

    _columns: list[Column]
    _row: int
    _fields: dict[str, _Field]

    def __init_subclass__(cls) -> None:
        """Number the fields."""
        cls._fields = {name: value for name, value in vars(cls).items() if isinstance(value, _Field)}
        for at, field in enumerate(cls._fields.values()):
            field.at = at

    def __init__(self, **values: Any) -> None:
        """Values by field; raises TypeError for a field that is missing or unknown."""
        fields = self._fields
        self._columns = [[values.pop(name, field.default)] for name, field in fields.items()]
        self._row = 0
        if values or [_REQUIRED] in self._columns:
            missing = [name for name, field in fields.items() if self._columns[field.at] == [_REQUIRED]]
            raise TypeError(f"{type(self).__name__}: no field {list(values)}, no value for {missing}")

    def copy(self) -> Self:
        """The same values in a record that has them for itself."""
        return type(self)(**{name: getattr(self, name) for name in self._fields})


class Table:
    """The columns of many records of one class."""

    def __init__(self, kind: type[Record]) -> None:
        self._columns = [field.make_column() for field in kind._fields.values()]
        self._rows = 0

    def take(self, record: Record) -> None:
        """Pack a new record's values; the record stays what it is."""
        for column, value in zip(self._columns, record._columns, strict=True):  # noqa: SLF001 - the same
            column.append(value[0])
        record._columns = self._columns  # noqa: SLF001 - the same
        record._row = self._rows  # noqa: SLF001 - the same
        self._rows += 1
