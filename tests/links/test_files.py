"""`missing_files`: files of the site's own that the media library does not hold."""

import pytest

from wpmigrate.html import parse_fragment
from wpmigrate.links import Addresses, KnownFiles, missing_files, sized_names
from wpmigrate.links.files import file_key
from wpmigrate.model import Attachment, Entry, Site, SiteIndex, Table

UPLOADS = "https://blog.example.org/wp-content/uploads"
CUP = Attachment(id=2, url=f"{UPLOADS}/2010/12/cup.jpg", file="2010/12/cup.jpg")


def missing(body: str, *attachments: Attachment) -> list[str]:
    """The messages about a body."""
    site = Site(base_blog_url="https://blog.example.org", link="https://blog.example.org")
    entry = Entry(number=0, id="1", post_id=1, type="post", status="publish", link="https://blog.example.org/coffee/")
    index = SiteIndex(site=site, entries=Table(Entry, [entry]), files=Table(Attachment, attachments))
    found = missing_files(parse_fragment(body), entry, KnownFiles(attachments), Addresses(index))
    return [one.message for one in found]


@pytest.mark.parametrize(
    "url",
    [
        f"{UPLOADS}/2010/12/cup.jpg",
        f"{UPLOADS}/2010/12/cup-300x200.jpg",
        f"{UPLOADS}/2010/12/cup-scaled.jpg",
        f"{UPLOADS}/2010/12/cup-e1291370000000-150x150.jpg",
        "/wp-content/uploads/2010/12/cup.jpg",
        "http://www.blog.example.org/wp-content/uploads/2010/12/cup.jpg",
        "https://pics.example.com/other.jpg",
        "data:image/png;base64,AAAA",
        "/coffee/",
    ],
)
def test_known_and_foreign_files(url: str) -> None:
    """Copies are the file; foreign hosts and pages are no concern."""
    assert missing(f'<p><img src="{url}"><a href="{url}">x</a></p>', CUP) == []


def test_missing_ones_are_counted_once() -> None:
    """One finding for a body, with the number of different files and the first of them."""
    body = "".join(f'<img src="{UPLOADS}/{name}">' for name in ("a.jpg", "a.jpg", "b.jpg"))
    (message,) = missing(body, CUP)
    assert message.startswith("2 files")
    assert message.endswith(f"{UPLOADS}/a.jpg")


def test_a_moved_site_keeps_its_files() -> None:
    """The path below the uploads counts, not the host or the folder above."""
    assert file_key("http://old.example.net/blog/wp-content/uploads/2010/a-1024x768.jpg") == "2010/a.jpg"


def test_names_with_a_size_of_their_own() -> None:
    """They are names of the library; those of copies, which it does not list, are none."""
    poster = Attachment(id=3, url=f"{UPLOADS}/2011/01/affisch%20a-600x900.jpg", file="2011/01/affisch a-600x900.jpg")
    assert sized_names([CUP, poster]) == {"affisch a-600x900.jpg"}
