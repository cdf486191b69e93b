"""`permalink_path` and `permalink_paths`: addresses that items keep."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wpmigrate.links import path_key, permalink_path, permalink_paths
from wpmigrate.model import Entry, Site, SiteIndex, Table

HOME = "https://exempel.se"
SITE = Site(base_blog_url=HOME)


def entry(number: int, link: str = "", **values: Any) -> Entry:
    """An entry of a published post from December 3rd 2010."""
    fields: dict[str, Any] = {
        "id": str(number),
        "post_id": number,
        "type": "post",
        "status": "publish",
        "slug": f"slug-{number}",
        "date": datetime(2010, 12, 3, tzinfo=UTC),
    }
    return Entry(number=number, link=link, **(fields | values))


def paths(*entries: Entry, site: Site = SITE) -> list[str]:
    """The paths of all entries of a site."""
    return permalink_paths(entries, SiteIndex(site=site, entries=Table(Entry, entries)))


@pytest.mark.parametrize(
    ("link", "path"),
    [
        (f"{HOME}/2010/12/kaffe/", "/2010/12/kaffe/"),
        ("http://www.exempel.se/kaffe", "/kaffe"),
        (f"{HOME}/2010/12/kaffe.html", "/2010/12/kaffe.html"),
        (f"{HOME}/%E4%BD%A0%E5%A5%BD/", "/%e4%bd%a0%e5%a5%bd/"),
        (f"{HOME}/\u4f60\u597d/", "/%e4%bd%a0%e5%a5%bd/"),
        (f"{HOME}/%e4%bd%a0%e5%a5/", "/%e4%bd%a0/"),
        (f"{HOME}//a//b/", "/a/b/"),
        (f'{HOME}/a b"c/', "/a%20b%22c/"),
        (f"{HOME}/100%/", "/100%25/"),
        (f"{HOME}/a/#main", "/a/"),
        (f"{HOME}/?p=12", ""),
        (f"{HOME}/blogg/?p=12", ""),
        (f"{HOME}/", ""),
        (HOME, ""),
        ("https://example.org/kaffe/", ""),
        (f"{HOME}/a/../../etc/", ""),
        (f"{HOME}/%2e%2e/a/", ""),
        (f"{HOME}/%2e%2e%2fpwn/", ""),
        (f"{HOME}/a%00b/", ""),
        (f"{HOME}/a%5cb/", ""),
        ("", ""),
        ("mailto:anna@exempel.se", ""),
    ],
)
def test_path_of_one_link(link: str, path: str) -> None:
    """The path is the old one, in the spelling of WordPress; what cannot be a path gives none."""
    assert permalink_path(entry(1, link), SITE) == path


def test_front_page() -> None:
    """A page at the home address keeps it."""
    assert permalink_path(entry(1, f"{HOME}/", type="page"), SITE) == "/"


def test_blog_in_a_folder() -> None:
    """The folder is part of the old address; without a site the path of the link is taken as it is."""
    assert permalink_path(entry(1, f"{HOME}/blogg/a/"), Site(base_blog_url=f"{HOME}/blogg")) == "/blogg/a/"
    assert permalink_path(entry(1, f"{HOME}/a/"), Site()) == "/a/"


@pytest.mark.parametrize(
    ("link", "built"),
    [
        (f"{HOME}/2010/12/slug-1/", "/2011/01/utkast/"),
        (f"{HOME}/2010/12/03/slug-1/", "/2011/01/05/utkast/"),
        (f"{HOME}/slug-1.html", "/utkast.html"),
        (f"{HOME}/slug-1", "/utkast"),
        (f"{HOME}/archives/1", "/archives/9"),
        (f"{HOME}/index.php/blogg/2010/slug-1/", "/index.php/blogg/2011/utkast/"),
        (f"{HOME}/annat/", "/utkast/"),
        (f"{HOME}/?p=1", "/utkast/"),
    ],
)
def test_structure_is_read_off_the_others(link: str, built: str) -> None:
    """A draft gets the address that it would have had; `/slug/` where that cannot be told."""
    draft = entry(9, f"{HOME}/?p=9", status="draft", slug="utkast", date=datetime(2011, 1, 5, tzinfo=UTC))
    assert paths(entry(1, link), draft)[1] == built


def test_nine_tenths_decide() -> None:
    """One odd link in ten does not hide the structure; two do."""
    posts = [entry(number, f"{HOME}/2010/slug-{number}/") for number in range(9)]
    odd = [entry(20, f"{HOME}/udda/"), entry(21, f"{HOME}/udda-2/")]
    draft = entry(30, f"{HOME}/?p=30", slug="utkast")
    assert paths(*posts, odd[0], draft)[-1] == "/2010/utkast/"
    assert paths(*posts, *odd, draft)[-1] == "/utkast/"


def test_undated_draft_has_no_place_in_a_dated_structure() -> None:
    """A draft without a date falls back to its slug."""
    draft = entry(9, f"{HOME}/?p=9", slug="utkast", date=None)
    assert paths(entry(1, f"{HOME}/2010/slug-1/"), draft)[1] == "/utkast/"


def test_pages_stand_below_their_parents() -> None:
    """Pages of a blog without pretty permalinks; a circle of parents leaves them at the top."""
    plain = Site(base_blog_url=f"{HOME}/blogg")
    top = entry(1, f"{HOME}/blogg/?page_id=1", type="page")
    child = entry(2, f"{HOME}/blogg/?page_id=2", type="page", parent=1)
    assert paths(top, child, site=plain) == ["/blogg/slug-1/", "/blogg/slug-1/slug-2/"]
    top.parent = 2
    assert paths(top, child, site=plain) == ["/blogg/slug-1/", "/blogg/slug-2/"]


@pytest.mark.parametrize("slug", ["", "..", "%2e%2e%2fpwn", "a/b", "%00"])
def test_unsafe_or_missing_slug(slug: str) -> None:
    """Type and id stand in for a slug that cannot be one."""
    assert paths(entry(7, f"{HOME}/?p=7", slug=slug)) == ["/post-7/"]


def test_clashes_are_numbered_and_owners_keep_their_address() -> None:
    """A built address never takes the one that another item really had; keys that fold together clash."""
    draft = entry(1, f"{HOME}/?p=1", slug="kaffe")
    owner = entry(2, f"{HOME}/kaffe/")
    twin = entry(3, f"{HOME}/KAFFE")
    assert paths(draft, owner, twin) == ["/kaffe-3/", "/kaffe/", "/KAFFE-2"]
    assert paths(entry(1, f"{HOME}/a.html"), entry(2, f"{HOME}/a.html")) == ["/a.html", "/a-2.html"]


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), max_size=8))
@example([("", "\xa0"), ("\u3000/", ""), (". ./", ".")])
def test_any_link_and_slug_give_safe_unique_paths(made: list[tuple[str, str]]) -> None:
    """Whatever the export says: paths begin with a slash, climb nowhere, have no query, and none is there twice."""
    entries = [entry(number, f"{HOME}/{link}", slug=slug) for number, (link, slug) in enumerate(made)]
    found = paths(*entries)
    assert len({path_key(path) for path in found}) == len(found)
    for path in found:
        assert path.startswith("/")
        assert not path.startswith("//")
        assert path.isascii()
        assert path.isprintable()
        assert not {"?", "#", "\\", " "} & set(path)
        assert ".." not in path.split("/")
