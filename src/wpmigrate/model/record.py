"""Records whose fields lie in columns, and the tables that hold them."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, Generic, Self, TypeVar, dataclass_transform

from .columns import Column, Many, Moments, Numbers, OptionalTexts, Plain, Shared, Texts
from .made import MadeSequence

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
    return _Field(OptionalTexts, default)


def whole(*, default: Any = _REQUIRED) -> Any:
    """A field with a whole number, or None."""
    return _Field(Numbers, default)


def moment(*, default: Any = _REQUIRED) -> Any:
    """A field with a `datetime`, or None."""
    return _Field(Moments, default)


def shared(*, default: Any = _REQUIRED) -> Any:
    """A field with a hashable value that many records have in common."""
    return _Field(Shared, default)


def many(*, default: Any = _REQUIRED) -> Any:
    """A field with a tuple of hashable values that many records have in common."""
    return _Field(Many, default)


def plain(*, default: Any = _REQUIRED) -> Any:
    """A field with a value of its own that is made of tuples, texts and numbers."""
    return _Field(Plain, default)


@dataclass_transform(kw_only_default=True, field_specifiers=(text, optional_text, whole, moment, shared, many, plain))
class Record:
    """A record declared like a dataclass, with `field: type = text()`.

    A new record has its values for itself, until a table packs them. A table makes a record whenever one is asked for:
    two are equal when they stand for the same row.
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

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and other._columns is self._columns and other._row == self._row

    def __hash__(self) -> int:
        return hash((id(self._columns), self._row))

    def copy(self) -> Self:
        """The same values in a record that has them for itself."""
        return type(self)(**{name: getattr(self, name) for name in self._fields})


R = TypeVar("R", bound=Record)


class Table(MadeSequence[R]):
    """Many records of one class, packed in columns."""

    def __init__(self, kind: type[R], records: Iterable[R] = ()) -> None:
        """Of `records`, which are packed as `take` does it."""
        self._kind = kind
        self._columns = [field.make_column() for field in kind._fields.values()]
        self._size = 0
        for record in records:
            self.take(record)

    def take(self, record: R) -> None:
        """Pack a record's values at the end; the record stays what it is, and stands for its row from now on."""
        for column, values in zip(self._columns, record._columns, strict=True):  # noqa: SLF001 - a table of records
            column.append(values[record._row])  # noqa: SLF001 - the same
        record._columns = self._columns  # noqa: SLF001 - the same
        record._row = self._size  # noqa: SLF001 - the same
        self._size += 1

    def column(self, name: str) -> Column:
        """The values of one field, by row."""
        return self._columns[self._kind._fields[name].at]

    def values(self, name: str) -> Iterator[Any]:
        """The values of one field, from the first row to the last: a third of the time of asking each record."""
        return map(self.column(name).__getitem__, range(self._size))

    def __len__(self) -> int:
        return self._size

    def _made(self, row: int) -> R:
        record = object.__new__(self._kind)
        record._columns = self._columns
        record._row = row
        return record


class Rows(MadeSequence[R]):
    """Some records of a table in an order of their own: four bytes each."""

    def __init__(self, table: Table[R], rows: Iterable[int]) -> None:
        """The records of `rows`, in that order."""
        self._table = table
        self._rows = array("I", rows)

    def __len__(self) -> int:
        return len(self._rows)

    def _made(self, position: int) -> R:
        return self._table[self._rows[position]]

    def where(self, is_wanted: Callable[[R], bool]) -> "Rows[R]":
        """Those that are wanted, in the same order."""
        return Rows(self._table, [row for row in self._rows if is_wanted(self._table[row])])


class ById(Mapping[int, R], Generic[R]):
    """Records of a table by a number: twelve bytes each, where a dictionary would take a hundred."""

    def __init__(self, table: Table[R], field: str, rows: Iterable[int]) -> None:
        """The records of `rows` by their `field`, which is a number of at most 64 bits; the first of a number counts."""
        #: Records in the table when this was made.
        self.size = len(table)
        id_of = table.column(field).__getitem__
        ordered = sorted(rows, key=id_of)
        ids = [id_of(row) for row in ordered]
        firsts = [at for at, number in enumerate(ids) if not at or ids[at - 1] != number]
        self._ids = array("q", [ids[at] for at in firsts])
        self._records = Rows(table, [ordered[at] for at in firsts])

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[int]:
        return iter(self._ids)

    def __getitem__(self, number: int) -> R:
        """The record of a number; raises KeyError."""
        at = bisect_left(self._ids, number)
        if at == len(self._ids) or self._ids[at] != number:
            raise KeyError(number)
        return self._records[at]
