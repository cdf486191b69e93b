"""Records in columns: what was put in comes out, packed or not."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from wpmigrate.model.columns import Record, Table, moment, optional_text, shared, text, whole


class Book(Record):
    """One field of each kind."""

    name: str = text()
    path: str | None = optional_text(default=None)
    pages: int | None = whole(default=0)
    printed: datetime | None = moment(default=None)
    words: tuple[str, ...] = shared(default=())


LOCAL = datetime(2010, 12, 15, 23, 59, 58, 7)  # noqa: DTZ001 - no offset is what is tried
VALUES = (
    Book(name=""),
    Book(name="På svenska", path="a/b.md", pages=3, printed=LOCAL, words=("a", "b")),
    Book(name="翻訳\ud800", pages=None, printed=LOCAL.replace(tzinfo=UTC)),
    Book(name="x" * 70_000, pages=10**30, printed=LOCAL.replace(tzinfo=timezone(timedelta(hours=-9, minutes=-30)))),
    Book(name="\0", pages=-(1 << 63), printed=LOCAL.replace(year=9999)),
    Book(name="z", pages=(1 << 63) - 1, printed=datetime(1, 1, 1, tzinfo=timezone(timedelta(seconds=1)))),
)
FIELDS = ("name", "path", "pages", "printed", "words")


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
