"""What the name of a file says about it."""

import pytest

from wpmigrate.model import Attachment, SiteIndex

SIZES = (("thumbnail", "a-150x150.jpg", 150, 150), ("medium", "å-300x200.jpg", 300, 200))


@pytest.mark.parametrize(
    ("url", "kind"),
    [("/a.JPG?x=1", "image"), ("a.mp3", "audio"), ("a.webm", "video"), ("a.pdf", ""), ("", ""), ("a.jpg/", "")],
)
def test_the_kind_is_that_of_the_file_name(url: str, kind: str) -> None:
    """Whatever stands behind it in the address."""
    assert Attachment(id=1, url=url).kind == kind


def test_the_copies_are_kept_as_they_are() -> None:
    """In a packed index too."""
    index = SiteIndex()
    index.files.take(Attachment(id=1, sizes=SIZES))
    index.files.take(Attachment(id=2))
    assert (index.attachments[1].sizes, index.attachments[2].sizes) == (SIZES, ())
