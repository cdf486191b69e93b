"""Records in tables: what was put in comes out, packed or not; look-ups answer as dictionaries do."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from wpmigrate.model.record import ById, Record, Rows, Table, many, moment, optional_text, shared, text, whole


class Book(Record):
    """One field of each kind."""

    name: str = text()
    path: str | None = optional_text(default=None)
    pages: int | None = whole(default=0)
    printed: datetime | None = moment(default=None)
    shelf: str = shared(default="")
    words: tuple[str, ...] = many(default=())


LOCAL = datetime(2010, 12, 15, 23, 59, 58, 7)  # noqa: DTZ001 - no offset is what is tried
VALUES = (
    Book(name=""),
    Book(name="På svenska", path="a/b.md", pages=3, printed=LOCAL, words=("a", "b")),
    Book(name="翻訳\ud800", shelf="B", words=("b", ""), pages=None, printed=LOCAL.replace(tzinfo=UTC)),
    Book(name="x" * 70_000, pages=10**30, printed=LOCAL.replace(tzinfo=timezone(timedelta(hours=-9, minutes=-30)))),
    Book(name="y", pages=-(1 << 31), words=("a",)),
    Book(name="\0", pages=-(1 << 63), printed=LOCAL.replace(year=9999)),
    Book(name="z", pages=(1 << 63) - 1, printed=datetime(1, 1, 1, tzinfo=timezone(timedelta(seconds=1)))),
)
FIELDS = ("name", "path", "pages", "printed", "shelf", "words")


def values(book: Book) -> list[object]:
    """All of them, moments with their offsets."""
    return [*(getattr(book, name) for name in FIELDS), book.printed.utcoffset() if book.printed else None]


def test_packing_changes_no_value() -> None:
    """For each value of each kind, whatever was packed before it."""
    table = Table(Book)
    for book in [book.copy() for book in VALUES for _ in range(2)]:
        before = values(book)
        table.take(book)
        assert values(book) == before


@pytest.mark.parametrize("book", VALUES)
def test_a_packed_record_takes_other_values(book: Book) -> None:
    """And its neighbours keep theirs."""
    table = Table(Book)
    row = [VALUES[1].copy(), VALUES[1].copy(), VALUES[1].copy()]
    for one in row:
        table.take(one)
    for name in FIELDS:
        setattr(row[1], name, getattr(book, name))
    assert [values(one) for one in row] == [values(VALUES[1]), values(book), values(VALUES[1])]


def test_a_copy_is_a_record_of_its_own() -> None:
    """Also one of a packed record."""
    book = VALUES[1].copy()
    Table(Book).take(book)
    copy = book.copy()
    copy.name = "another"
    assert (book.name, copy.name, copy.pages) == ("På svenska", "another", 3)


@pytest.mark.parametrize("given", [{}, {"name": "a", "colour": "red"}], ids=["missing", "unknown"])
def test_a_record_is_refused(given: dict[str, str]) -> None:
    """As a dataclass refuses it."""
    with pytest.raises(TypeError, match="Book: no field"):
        Book(**given)  # type: ignore[arg-type] # what is tried


def books(number: int) -> Table[Book]:
    """Books that are called 0, 1, 2 … and have as many pages."""
    return Table(Book, [Book(name=str(at), pages=at) for at in range(number)])


def test_a_table_is_a_sequence() -> None:
    """Its records are made anew whenever one is asked for, and are equal when they stand for one row."""
    table = books(5)
    assert [book.name for book in table] == ["0", "1", "2", "3", "4"]
    assert [book.name for book in table[1:4:2]] == ["1", "3"]
    assert (table[-1], len(table), list(table.values("pages"))) == (table[4], 5, [0, 1, 2, 3, 4])
    assert (table[1] == table[2], table[1] == books(5)[1], len({*table, *table})) == (False, False, 5)
    with pytest.raises(IndexError):
        table[5]


def test_rows_are_a_sequence_in_another_order() -> None:
    """Of the records of their table."""
    table = books(5)
    rows = Rows(table, [4, 0, 2])
    assert [book.name for book in rows] == ["4", "0", "2"]
    assert [book.name for book in rows[1:]] == ["0", "2"]
    assert [book.name for book in rows.where(lambda book: book.pages != 0)] == ["4", "2"]
    rows[0].name = "last"
    assert (table[4].name, rows[-1], len(rows)) == ("last", table[2], 3)
    with pytest.raises(IndexError):
        rows[3]


def test_look_up_by_a_number() -> None:
    """Of two records with one number the first that was given counts."""
    table = Table(
        Book, [Book(name=name, pages=pages) for name, pages in (("a", 7), ("b", -3), ("c", 7), ("d", 1 << 40))]
    )
    found = ById(table, "pages", [2, 1, 0, 3])
    assert {number: book.name for number, book in found.items()} == {-3: "b", 7: "c", 1 << 40: "d"}
    assert (found.get(8), 7 in found, 8 in found, len(found), len(ById(table, "pages", []))) == (
        None,
        True,
        False,
        3,
        0,
    )
    with pytest.raises(KeyError):
        found[8]
