"""The quick pass finds what the strict pass finds: on exports as they are, on broken ones, in blocks of any size."""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from wpmigrate.errors import InputError
from wpmigrate.reader import ReaderOptions, Source, read, session
from wpmigrate.reader.entries import Entry
from wpmigrate.reader.names import Scope
from wpmigrate.reader.quick_pass import QuickPass
from wpmigrate.reader.regular import RegularItem
from wpmigrate.reader.strict import StrictPass

FIXTURES = Path(__file__).parents[2] / "fixtures"
EXPORTS = sorted(path for path in FIXTURES.rglob("*.xml") if b"<item" in path.read_bytes())

COMMENT = b"""
\t\t<wp:comment>
\t\t\t<wp:comment_id>7</wp:comment_id>
\t\t\t<wp:comment_author><![CDATA[Kim ]]></wp:comment_author>
\t\t\t<wp:comment_author_email>kim@example.org</wp:comment_author_email>
\t\t\t<wp:comment_author_url>https://www.example.org/?a=1&#038;b=2</wp:comment_author_url>
\t\t\t<wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>
\t\t\t<wp:comment_date><![CDATA[2020-02-03 10:00:00]]></wp:comment_date>
\t\t\t<wp:comment_date_gmt>0000-00-00 00:00:00</wp:comment_date_gmt>
\t\t\t<wp:comment_content><![CDATA[[quote] one
two]]></wp:comment_content>
\t\t\t<wp:comment_approved>1</wp:comment_approved>
\t\t\t<wp:comment_type></wp:comment_type>
\t\t\t<wp:comment_parent>0</wp:comment_parent>
\t\t\t<wp:comment_user_id>2</wp:comment_user_id>
\t\t\t<wp:commentmeta>
\t\t\t<wp:meta_key>rating</wp:meta_key>
\t\t\t<wp:meta_value><![CDATA[5]]></wp:meta_value>
\t\t\t</wp:commentmeta>
\t\t</wp:comment>"""

ITEM = (
    b"""
\t<item>
\t\t<title><![CDATA[[One] &amp; \xe2\x80\x9ctwo\xe2\x80\x9d]]></title>
\t\t<link>https://example.org/?p=NUMBER&#038;x=1</link>
\t\t<pubDate>Mon, 03 Feb 2020 09:00:00 +0000</pubDate>
\t\t<dc:creator>kim</dc:creator>
\t\t<guid isPermaLink="false">https://example.org/?p=NUMBER</guid>
\t\t<description></description>
\t\t<content:encoded><![CDATA[<p>Line one</p>
[gallery ids="1]"]

\xc3\xa5\xc3\xa4\xc3\xb6]]></content:encoded>
\t\t<excerpt:encoded><![CDATA[
]]></excerpt:encoded>
\t\t<wp:post_id>NUMBER</wp:post_id>
\t\t<wp:post_date> 2020-02-03 10:00:00</wp:post_date>
\t\t<wp:post_date_gmt>2020-02-03 09:00:00</wp:post_date_gmt>
\t\t<wp:post_name>one&#8211;two</wp:post_name>
\t\t<wp:status>publish</wp:status>
\t\t<wp:post_type>post</wp:post_type>
\t\t<category domain="category" nicename="a"><![CDATA[A &amp; o]]></category>
\t\t<category domain="post_tag" nicename="b">b</category>
\t\t<wp:postmeta>
\t\t<wp:meta_key>
one</wp:meta_key>
\t\t<wp:meta_value><![CDATA[a:1:{i:0;s:1:"x";}]]></wp:meta_value>
\t\t</wp:postmeta>"""
    + COMMENT
    + b"\n\t</item>"
)

PIECES = (
    b"<![CDATA[", b"]]>", b"<item>", b"</item>", b"</item>\n<item>", b"<!--", b"-->", b"&amp;", b"&lt;![CDATA[", b"&#133;",
    b"&", b"\r", b"\x01", b"\xef\xbf\xbf", b"\xc2\x85", b"\xff", b"</channel>", b"<title>x</title>", b"stray", b"\n", b" ",
    b"\n<wp:post_id>5</wp:post_id>", b' xmlns:wp="https://example.org/"', b' xmlns="https://example.org/"', b"wp:status>",
    b"<x:y>a</x:y>", b"<!-- <item>\n<title>a</title></item> -->", b"<", b">", b"]", b"[", b'"', b"</wp:postmeta>",
    b"<wp:comment>", b"<br/>", b"</guid><![CDATA[",
)  # fmt: skip


def export(number: int) -> bytes:
    """An export with items in WordPress's own form."""
    whole = (FIXTURES / "broken" / "cases" / "000-clean.xml").read_bytes()
    head, found, tail = whole.rpartition(b"</item>")
    return head + found + b"".join(ITEM.replace(b"NUMBER", b"%d" % (id_ + 70)) for id_ in range(number)) + tail


def broken(seed: int) -> bytes:
    """An export in which something stands, or lacks, at a few places."""
    chance, data = random.Random(seed), bytearray(export(6))
    for _ in range(chance.choice((1, 1, 2, 4))):
        at = chance.randrange(len(data))
        near = data.find(chance.choice((b"<", b">", b"\n", b"<item>", b"</item>", b"]]>")), at)
        at = near + chance.choice((0, 0, 1, 3, 7)) if near >= 0 else at
        if chance.random() < 0.7:
            data[at:at] = chance.choice(PIECES)
        else:
            del data[at : at + chance.choice((1, 2, 7, 30, 900))]
    return bytes(data)


def events(data: bytes, options: ReaderOptions) -> Iterator[str]:
    """All that reading gives, word for word."""
    try:
        for event in read(Source("export.xml", mapped=data), options):
            yield re.sub(r"absent=frozenset\(.*?\)", str(sorted(getattr(event, "absent", ()))), repr(event))
    except InputError as error:
        yield f"{error} {error.line}"


@pytest.fixture
def agree(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Asserts that both passes give the same."""

    def check(data: bytes, *, block: int = 1 << 14, options: ReaderOptions | None = None) -> None:
        monkeypatch.setattr(session, "_FIRST_BLOCK", block)
        monkeypatch.setattr(session, "_BLOCK", 4 * block)
        monkeypatch.setattr(session, "_SMALL", 0)
        monkeypatch.setattr(session, "QuickPass", QuickPass)
        quickly = list(events(data, options or ReaderOptions()))
        monkeypatch.setattr(session, "QuickPass", StrictPass)
        assert quickly == list(events(data, options or ReaderOptions()))

    return check


def test_takes_items_in_the_form() -> None:
    """All but the items that were there before, and the first one of ours, which stands behind the last of those."""
    quick = QuickPass(Scope(), ReaderOptions(), offset=0, line=1, is_inside=False)
    quick.feed(export(20), is_last=True)
    items = [found for found in quick.found if isinstance(found, Entry) and found.element.key == "item"]
    assert [isinstance(found.element, RegularItem) for found in items[-20:]] == [True] * 20


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: str(path.relative_to(FIXTURES)))
def test_exports(agree: Callable[..., None], path: Path) -> None:
    """Every export among the fixtures."""
    agree(path.read_bytes())


@pytest.mark.parametrize("block", [50, 700, 3000, 1 << 14])
def test_blocks(agree: Callable[..., None], block: int) -> None:
    """Items end in another block than they began in."""
    agree(export(12), block=block)


@pytest.mark.parametrize("depth", [2, 3, 4, 5])
def test_depth(agree: Callable[..., None], depth: int) -> None:
    """What is too deep is refused where it stands."""
    agree(export(3), options=ReaderOptions(max_depth=depth))


@pytest.mark.parametrize("seeds", [range(start, start + 50) for start in range(0, 200, 50)], ids=str)
def test_broken_exports(agree: Callable[..., None], seeds: range) -> None:
    """Faults of all kinds at all places."""
    for seed in seeds:
        agree(broken(seed), block=500 if seed % 3 else 1 << 14)
