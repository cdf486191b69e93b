"""What the index answers about its entries."""

from datetime import UTC, datetime

import pytest

from wpmigrate.model import Attachment, Entry, SiteIndex, Table


def entry(number: int, post_id: int, skipped: str | None = None) -> Entry:
    """An entry with an id."""
    return Entry(number=number, id=str(post_id), post_id=post_id, type="post", status="publish", skipped=skipped)


def test_of_two_entries_with_one_id_the_written_one_answers() -> None:
    """A superseded state does not hide the item."""
    index = SiteIndex(entries=Table(Entry, [entry(3, 8), entry(0, 7, "superseded"), entry(1, 7), entry(2, 8)]))
    found = index.by_post_id()
    assert (found[7].number, found[8].number) == (1, 3)
    assert (6 in found, found.get(9)) == (False, None)
    with pytest.raises(LookupError):
        found[6]


def test_the_order_does_not_depend_on_the_file() -> None:
    """By date, then by id, then by state, then by addresses; what is added later is sorted in."""
    day = datetime(2010, 1, 2, tzinfo=UTC)
    keys = [
        (None, 9, 0, ""),
        (day, 1, 5, "z"),
        (day, 1, 7, "a"),
        (day, 2, 0, "b"),
        (day, 2, 0, "c"),
        (day.replace(year=2011), 1, 0, ""),
    ]
    made = [
        Entry(
            number=at,
            id=str(post_id),
            post_id=post_id,
            type="post",
            status="publish",
            date=date,
            digest=digest,
            guid=guid,
        )
        for at, (date, post_id, digest, guid) in enumerate(keys)
    ]
    index = SiteIndex()
    for number in (3, 5, 1, 4, 0):
        index.entries.take(made[number])
    assert [one.number for one in index.in_order()] == [0, 1, 3, 4, 5]
    index.entries.take(made[2])
    assert [one.number for one in index.in_order()] == [0, 1, 2, 3, 4, 5]
    assert list(index.in_order()) == sorted(made, key=lambda one: one.sort_key)


def test_a_gallery_is_in_wordpress_s_order() -> None:
    """By menu_order, then by id; other files do not belong to it."""
    files = [
        Attachment(id=3, url="c.jpg", parent=1),
        Attachment(id=1, url="a.JPG?x=1", parent=1, menu_order=2),
        Attachment(id=2, url="b.png", parent=1),
        Attachment(id=4, url="d.pdf", parent=1),
        Attachment(id=5, url="e.jpg"),
        Attachment(id=6, url="f.mp3", parent=1),
    ]
    index = SiteIndex(files=Table(Attachment, files))
    attached = index.attached()
    assert (attached.of(1, "image"), attached.of(1, "audio"), attached.of(1, "video")) == ([2, 3, 1], [6], [])
    assert (attached.of(0, "image"), attached.of(2, "image")) == ([], [])
