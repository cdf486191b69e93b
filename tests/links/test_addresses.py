"""`Addresses`: what old addresses lead to."""

from datetime import UTC, datetime
from typing import Any

import pytest

from wpmigrate.links import Addresses, Kind
from wpmigrate.model import Attachment, Entry, Site, SiteIndex, Table, Term

HOME = "https://www.exempel.se/blogg"


def entry(number: int, **values: Any) -> Entry:
    """An entry of a published post, with the values that matter for the test."""
    fields: dict[str, Any] = {"id": str(number), "post_id": number, "type": "post", "status": "publish"}
    return Entry(**({"number": number} | fields | values))


def site() -> SiteIndex:
    """A blog in a subfolder with a post, a page, a draft, a private post, a book, an attachment and a moved post."""
    entries = [
        entry(0, post_id=10, slug="kaffe", link=f"{HOME}/2010/12/kaffe/", date=datetime(2010, 12, 3, tzinfo=UTC)),
        entry(1, post_id=11, type="page", slug="om", link=f"{HOME}/om/", guid=f"{HOME}/?page_id=11"),
        entry(2, post_id=12, status="draft", link=f"{HOME}/?p=12"),
        entry(3, post_id=13, status="private", slug="hemligt", link=f"{HOME}/2011/01/hemligt/", skipped="private"),
        entry(4, post_id=14, type="book", slug="röd", link=f"{HOME}/?book=r%c3%b6d"),
        entry(
            5, post_id=15, type="attachment", status="inherit", link=f"{HOME}/2010/12/kaffe/bild/", skipped="attachment"
        ),
        entry(6, post_id=16, slug="gammal", link=f"{HOME}/2005/02/gammal/", guid="http://gammal.example/?p=16"),
        entry(7, post_id=17, type="book", slug="blå", link=f"{HOME}/bok/bl%c3%a5/"),
        entry(8, post_id=18, slug="2014", link=f"{HOME}/2014/"),
    ]
    for one in entries:
        one.address = f"/ny/{one.post_id}/" if one.skipped is None else ""
    return SiteIndex(
        site=Site(link=HOME, base_blog_url=HOME, base_site_url="https://wordpress.com/"),
        entries=Table(Entry, entries),
        terms={("genre", "roman"): Term(taxonomy="genre", slug="roman", name="Roman")},
        files=Table(Attachment, [Attachment(id=15, url=f"{HOME}/wp-content/uploads/2010/12/bild.jpg")]),
    )


@pytest.fixture(scope="module")
def addresses() -> Addresses:
    """The look-ups of that blog."""
    return Addresses(site())


@pytest.mark.parametrize(
    ("url", "post_id", "suffix"),
    [
        ("https://www.exempel.se/blogg/2010/12/kaffe/", 10, ""),
        ("http://exempel.se/blogg/2010/12/kaffe", 10, ""),
        ("//EXEMPEL.se:443/blogg/2010/12/Kaffe/", 10, ""),
        ("https://exempel.se:80/blogg//2010/./12/kaffe/", 10, ""),
        ("https://user:word@exempel.se./blogg/2010/12/kaffe/", 10, ""),
        ("/blogg/2010/12/%6Baffe/?utm=1#comment-12", 10, "?utm=1#comment-12"),
        ("/blogg/index.php/2010/12/kaffe/#more-10", 10, "#more-10"),
        ("../kaffe", 10, ""),
        ("/blogg/2010/12/kaffe/amp/", 10, ""),
        ("/blogg/2010/12/kaffe/2/", 10, ""),
        ("/blogg/2010/12/kaffe/page/2", 10, ""),
        ("/blogg/2010/12/kaffe/comment-page-3/#comment-9", 10, "#comment-9"),
        ("/blogg/kaffe/", 10, ""),
        ("/blogg/archives/10", 10, ""),
        ("/blogg/?p=10", 10, ""),
        ("?p=10#x", 10, "#x"),
        ("/blogg/?p=10&lang=fr", 10, "?lang=fr"),
        ("/blogg/?post_type=post&p=10", 10, ""),
        ("/blogg/?page_id=11", 11, ""),
        ("/blogg/?p=12&preview=true", 12, "?preview=true"),
        ("/blogg/?book=r%C3%B6d", 14, ""),
        ("/blogg/bok/bl\u00e5", 17, ""),
        ("/blogg/bok/bla\u030a", 17, ""),
        ("/blogg/?attachment_id=15", 15, ""),
        ("/blogg/2010/12/kaffe/bild/", 15, ""),
        ("http://gammal.example/?p=16#x", 16, "#x"),
        ("http://gammal.example/2005/02/gammal/", 16, ""),
        ("/blogg/2014/", 18, ""),
    ],
)
def test_leads_to_an_item(addresses: Addresses, url: str, post_id: int, suffix: str) -> None:
    """All spellings of an item's address lead to it, with what follows the path."""
    target = addresses.resolve(url, base=f"{HOME}/2010/12/kaffe/")
    assert target is not None
    assert target.entry is not None
    assert (target.kind, target.entry.post_id, target.suffix) == (Kind.ENTRY, post_id, suffix)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("/blogg/", Kind.HOME),
        ("/blogg", Kind.HOME),
        ("/blogg/page/3/", Kind.HOME),
        ("/blogg/?utm_source=x", Kind.HOME),
        ("/blogg/category/mat/", Kind.TERM),
        ("/blogg/tag/kaffe/feed/", Kind.FEED),
        ("/blogg/genre/roman/", Kind.TERM),
        ("/blogg/?cat=3", Kind.TERM),
        ("?s=kaffe", Kind.SEARCH),
        ("/blogg/author/anna/", Kind.AUTHOR),
        ("/blogg/2010/", Kind.DATE),
        ("/blogg/2010/12/", Kind.DATE),
        ("/blogg/archives/2010/12/24/", Kind.DATE),
        ("/blogg/bok/", Kind.ARCHIVE),
        ("/blogg/feed/", Kind.FEED),
        ("/blogg/comments/feed/", Kind.FEED),
        ("/blogg/2010/12/kaffe/feed/", Kind.FEED),
        ("/blogg/2010/12/kaffe/trackback/", Kind.SYSTEM),
        ("/blogg/wp-login.php?redirect_to=x", Kind.SYSTEM),
        ("/blogg/wp-admin/post.php?post=10&action=edit", Kind.SYSTEM),
        ("/blogg/wp-content/uploads/2010/12/bild.jpg", Kind.FILE),
        ("/blogg/files/lista.pdf", Kind.FILE),
        ("/blogg/finns-inte/", Kind.DEAD),
        ("/blogg/?p=99", Kind.DEAD),
        ("/blogg/2011/02/kaffe/", Kind.DEAD),
        ("/blogg/kaffe.html", Kind.DEAD),
    ],
)
def test_known_kinds(addresses: Addresses, url: str, kind: Kind) -> None:
    """Lists, feeds, files and the system are told apart from dead links."""
    target = addresses.resolve(url, base=f"{HOME}/2010/12/kaffe/")
    assert target is not None
    assert (target.kind, target.entry) == (kind, None)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/blogg/2010/12/kaffe/",
        "https://exempel.se/annat/",
        "/annat/",
        "https://wordpress.com/blogg/2010/12/kaffe/",
        "https://exempel.se:8080/blogg/om/",
        "mailto:anna@exempel.se",
        "javascript:void(0)",
        "http:///blogg/om/",
        "http://[exempel.se/blogg/om/",
        "http:blogg/om/",
        "http://gammal.example/?p=10",
        "http://gammal.example/om/",
    ],
)
def test_foreign(addresses: Addresses, url: str) -> None:
    """Other hosts, other folders and other schemes are not the site's; a shared network host is not either."""
    assert addresses.resolve(url) is None


@pytest.mark.parametrize(
    ("home", "url"),
    [
        ("https://xn--bcher-kva.example", "https://bücher.example/om/"),
        ("https://BÜCHER.example", "http://www.xn--bcher-kva.example/om"),
        ("https://\N{ROCKET}-science.example/x", "https://xn---science-7f85g.example/x/om/"),
    ],
)
def test_international_hosts(home: str, url: str) -> None:
    """A host in Unicode and in Punycode is one host, also where IDNA would refuse it."""
    index = SiteIndex(
        site=Site(base_blog_url=home), entries=Table(Entry, [entry(0, type="page", slug="om", link=f"{home}/om/")])
    )
    target = Addresses(index).resolve(url)
    assert target is not None
    assert target.kind is Kind.ENTRY


def test_the_host_of_most_links_is_a_home() -> None:
    """A channel that names another address than its items does not make them foreign; nor does one that names none."""
    entries = [entry(number, slug=f"s{number}", link=f"https://ny.example/s{number}/") for number in range(3)]
    for base in ("https://gammal.example", ""):
        addresses = Addresses(SiteIndex(site=Site(base_blog_url=base), entries=Table(Entry, entries)))
        target = addresses.resolve("https://ny.example/s1/")
        assert target is not None
        assert target.entry == entries[1]


def test_root_relative_site() -> None:
    """Where no host is known at all, links from the root still lead to items."""
    only = entry(0, type="page", slug="about", link="/about/")
    target = Addresses(SiteIndex(entries=Table(Entry, [only]))).resolve("/about")
    assert target is not None
    assert target.entry == only


def test_aliases() -> None:
    """Further hosts that the caller names count as the site's own."""
    index = SiteIndex(
        site=Site(base_blog_url="https://ny.example"),
        entries=Table(Entry, [entry(0, slug="a", link="https://ny.example/a/")]),
    )
    addresses = Addresses(index, aliases=["gammal.example/blogg"])
    target = addresses.resolve("http://www.gammal.example/blogg/a/")
    assert target is not None
    assert target.entry == index.entries[0]
    assert addresses.hosts == {"ny.example", "gammal.example"}


def test_uploads_of_wordpress_com() -> None:
    """`name.files.wordpress.com` serves the files of `name.wordpress.com`, and of no other blog."""
    addresses = Addresses(SiteIndex(site=Site(base_blog_url="https://anna.wordpress.com")))
    target = addresses.resolve("https://anna.files.wordpress.com/2010/01/bild.jpg")
    assert target is not None
    assert target.kind is Kind.FILE
    assert addresses.resolve("https://bo.files.wordpress.com/2010/01/bild.jpg") is None


def test_written_items_win_their_address_whatever_the_order() -> None:
    """Of two items with one address the written one is found, then the post over the attachment."""
    link = "https://x.example/a/"
    entries = [
        entry(0, type="attachment", slug="a", link=link),
        entry(1, slug="a", link=link, skipped="superseded"),
        entry(2, slug="a", link=link),
    ]
    for ordered in (entries, entries[::-1]):
        index = SiteIndex(site=Site(base_blog_url="https://x.example"), entries=Table(Entry, ordered))
        target = Addresses(index).resolve(link)
        assert target is not None
        assert target.entry == entries[2]


def test_a_slug_of_two_items_is_no_guess() -> None:
    """A lone slug that two items share leads to neither."""
    home = "https://x.example"
    entries = [entry(n, slug="nyheter", link=f"{home}/{n}/nyheter/") for n in range(2)]
    target = Addresses(SiteIndex(site=Site(base_blog_url=home), entries=Table(Entry, entries))).resolve("/nyheter/")
    assert target is not None
    assert target.kind is Kind.DEAD


def test_file_of_an_attachment() -> None:
    """An attachment's file is known unless the export names only the attachment's page."""
    index = site()
    addresses = Addresses(index)
    assert addresses.file_of(index.entries[5]) == f"{HOME}/wp-content/uploads/2010/12/bild.jpg"
    index.files.take(Attachment(id=15, url=f"{HOME}/?attachment_id=15"))
    assert Addresses(index).file_of(index.entries[5]) == ""
    assert addresses.file_of(index.entries[0]) == ""
