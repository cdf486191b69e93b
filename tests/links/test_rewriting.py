"""`rewrite`: links of a body become new addresses."""

from typing import Any, Literal

import pytest

from wpmigrate.html import inner_html, parse_fragment
from wpmigrate.links import Addresses, LinkOptions, rewrite
from wpmigrate.links.relative import joined_path, relative_path
from wpmigrate.model import Attachment, Entry, Site, SiteIndex, Table

HOME = "https://exempel.se"
FILE = f"{HOME}/wp-content/uploads/bild.jpg"
Mode = Literal["permalink", "file", "keep"]


def entry(number: int, **values: Any) -> Entry:
    """An entry of a published post."""
    fields: dict[str, Any] = {"id": str(number), "post_id": number, "type": "post", "status": "publish"}
    return Entry(**({"number": number} | fields | values))


@pytest.fixture
def index() -> SiteIndex:
    """A planned site: two posts in folders, a private one, an attachment."""
    return SiteIndex(
        site=Site(base_blog_url=HOME),
        entries=Table(
            Entry,
            [
                entry(0, slug="a", link=f"{HOME}/2010/a/", path="posts/2010/a.md", address="/2010/a/"),
                entry(1, slug="b", link=f"{HOME}/2011/b/", path="posts/2011/b å.md", address="/2011/b/"),
                entry(2, slug="c", link=f"{HOME}/2011/c/", status="private", skipped="private"),
                entry(3, type="attachment", link=f"{HOME}/2010/a/bild/", skipped="attachment"),
            ],
        ),
        files=Table(Attachment, [Attachment(id=3, url=FILE)]),
    )


def rewritten(
    html: str, index: SiteIndex, mode: Mode, *, folder: str | None = None
) -> tuple[str, list[tuple[str, str]]]:
    """The body of the first entry after rewriting, and what was found; rewriting once more must change nothing."""
    root = parse_fragment(html)
    addresses = Addresses(index)
    options = LinkOptions(mode, local_media=folder is not None, media_folder=folder or "")
    found = rewrite(root, index.entries[0], addresses, options)
    once = inner_html(root)
    rewrite(root, index.entries[0], addresses, options)
    assert inner_html(root) == once
    return once, [(one.code, one.message) for one in found]


@pytest.mark.parametrize(
    ("mode", "url", "expected"),
    [
        ("permalink", f"{HOME}/2011/b?x=1#y", "/2011/b/?x=1#y"),
        ("permalink", "/?p=1", "/2011/b/"),
        ("permalink", "../../2011/b/", "/2011/b/"),
        ("permalink", f"{HOME}/2010/a/#comment-3", "/2010/a/#comment-3"),
        ("permalink", f"{HOME}/2010/a/bild/", FILE),
        ("permalink", "/?attachment_id=3#main", FILE),
        ("permalink", FILE, FILE),
        ("permalink", f"{HOME}/category/x/", f"{HOME}/category/x/"),
        ("permalink", "#top", "#top"),
        ("permalink", "https://example.org/2011/b/", "https://example.org/2011/b/"),
        ("file", f"{HOME}/2011/b?x=1#y", "../2011/b%20%C3%A5.md?x=1#y"),
        ("file", f"{HOME}/2010/a/#comment-3", "a.md#comment-3"),
        ("file", f"{HOME}/2010/a/bild/", FILE),
        ("file", "/2011/c/", "/2011/c/"),
        ("keep", f"{HOME}/2011/b/", f"{HOME}/2011/b/"),
        ("keep", f"{HOME}/2010/a/bild/", f"{HOME}/2010/a/bild/"),
    ],
)
def test_links(index: SiteIndex, mode: Mode, url: str, expected: str) -> None:
    """Each mode writes its own form; what is no item stays."""
    html, _ = rewritten(f'<p><a href="{url}">x</a></p>', index, mode)
    assert html == f'<p><a href="{expected}">x</a></p>'


def test_areas_are_links_and_pictures_are_not(index: SiteIndex) -> None:
    """Image maps are rewritten, sources of pictures and players are not."""
    html, _ = rewritten('<map><area href="/?p=1"></map><img src="/?p=1"><a name="x">y</a>', index, "permalink")
    assert 'href="/2011/b/"' in html
    assert 'src="/?p=1"' in html


UP = "/wp-content/uploads"


@pytest.mark.parametrize(
    ("mode", "folder", "url", "expected"),
    [
        ("permalink", "static", f"{HOME}{UP}/2010/bild%20b.jpg", f"{UP}/2010/bild%20b.jpg"),
        ("permalink", "static", f"http://www.exempel.se{UP}/a.jpg?w=300#x", f"{UP}/a.jpg#x"),
        ("keep", "", f"{HOME}{UP}/a.jpg", f"{UP}/a.jpg"),
        ("file", "", f"{HOME}{UP}/a.jpg", "../../wp-content/uploads/a.jpg"),
        ("file", ".", f"{HOME}{UP}/a%20b.jpg", "../../wp-content/uploads/a%20b.jpg"),
        ("file", "static", f"{UP}/a.jpg", "../../static/wp-content/uploads/a.jpg"),
        ("file", "", f"{HOME}{UP}/%E5%2f.jpg", "../../wp-content/uploads/%E5%2f.jpg"),
        ("permalink", "", f"{HOME}/wp-content/themes/x.png", f"{HOME}/wp-content/themes/x.png"),
        ("permalink", "", f"{HOME}/x/../wp-content/uploads/x.png", f"{HOME}/x/../wp-content/uploads/x.png"),
        ("permalink", "", f"https://cdn.example.com{UP}/a.jpg", f"https://cdn.example.com{UP}/a.jpg"),
        ("permalink", "", "bild.jpg", "bild.jpg"),
        ("permalink", "", f"{HOME}/2010/a/bild/", f"{UP}/bild.jpg"),
    ],
)
def test_local_media(index: SiteIndex, mode: Mode, folder: str, url: str, expected: str) -> None:
    """Uploads of the site's own, and pages of attachments, lead to the copy; all else stays."""
    html, _ = rewritten(f'<p><a href="{url}">x</a></p>', index, mode, folder=folder)
    assert html == f'<p><a href="{expected}">x</a></p>'


def test_local_media_of_pictures_and_players(index: SiteIndex) -> None:
    """Wherever an element names a file."""
    html, _ = rewritten(
        f'<p><img src="{FILE}"><video src="{FILE}" poster="{FILE}"></video></p>', index, "permalink", folder=""
    )
    assert html == f'<p><img src="{UP}/bild.jpg"><video src="{UP}/bild.jpg" poster="{UP}/bild.jpg"></video></p>'


def test_local_media_of_a_blog_of_wordpress_com() -> None:
    """Its uploads have a host of their own, and no folder there."""
    index = SiteIndex(site=Site(base_blog_url="https://kok.wordpress.com"), entries=Table(Entry, [entry(0)]))
    html, _ = rewritten(
        '<img src="https://kok.files.wordpress.com/2015/03/a.jpg?w=300">', index, "permalink", folder=""
    )
    assert html == f'<img src="{UP}/2015/03/a.jpg">'


@pytest.mark.parametrize("mode", ["permalink", "file", "keep"])
def test_findings(index: SiteIndex, mode: Mode) -> None:
    """Dead links and links to what is left out are named once an address, and stay."""
    html = '<a href="/nej/">1</a><a href="/nej/">2</a><a href="/2011/c/">3</a><a href="/feed/">4</a>'
    result, found = rewritten(html, index, mode)
    assert result == html
    assert found == [
        ("WXR601", "the link /nej/ points to no item of this export"),
        ("WXR605", "the link /2011/c/ points to an item that is left out (private)"),
    ]


def test_an_item_without_a_new_address_keeps_its_links(index: SiteIndex) -> None:
    """Where the plan gives neither path nor address, nothing is invented."""
    index.entries[1].path = None
    index.entries[1].address = ""
    for mode in ("permalink", "file"):
        assert rewritten('<a href="/2011/b/">x</a>', index, mode) == ('<a href="/2011/b/">x</a>', [])


@pytest.mark.parametrize(
    ("target", "source", "expected"),
    [
        ("a.md", "b.md", "a.md"),
        ("x/a.md", "b.md", "x/a.md"),
        ("a.md", "x/y/b.md", "../../a.md"),
        ("x/a.md", "x/b.md", "a.md"),
        ("x/y/a.md", "x/z/b.md", "../y/a.md"),
        ("x/a:b?#.md", "x/b.md", "a%3Ab%3F%23.md"),
    ],
)
def test_relative_path(target: str, source: str, expected: str) -> None:
    """From file to file, with nothing in it that would end a path or begin a scheme."""
    assert relative_path(target, source) == expected


def test_joined_path_leads_back_and_never_out() -> None:
    """A relative path is read as it was written; one that climbs out leads nowhere."""
    assert joined_path("../y/./a.md", "x/z/b.md") == "x/y/a.md"
    assert joined_path("../../../a.md", "x/z/b.md") == ""
