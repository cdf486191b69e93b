"""What the index answers about its entries."""

from wpmigrate.model import Attachment, Entry, SiteIndex


def entry(number: int, post_id: int, skipped: str | None = None) -> Entry:
    """An entry with an id."""
    return Entry(number=number, id=str(post_id), post_id=post_id, type="post", status="publish", skipped=skipped)


def test_of_two_entries_with_one_id_the_written_one_answers() -> None:
    """A superseded state does not hide the item."""
    index = SiteIndex(entries=[entry(0, 7, "superseded"), entry(1, 7), entry(2, 8), entry(3, 8)])
    assert {post_id: found.number for post_id, found in index.by_post_id().items()} == {7: 1, 8: 2}


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
    index = SiteIndex(attachments={file.id: file for file in files})
    assert index.attached() == {(1, "image"): [2, 3, 1], (1, "audio"): [6]}
