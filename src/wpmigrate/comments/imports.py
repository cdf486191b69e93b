"""WXR as comment systems import it: a subset of WordPress's own export, each page under its new address."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from wpmigrate.wxr import CHANNEL_END, channel_start, leaf

from .format import CommentFormat, Files
from .page import CommentSite, Page, PageComment, with_own_ids

_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
"""What importers get for a date that nobody knows: they refuse an empty one."""
_NO_ADDRESS = "0.0.0.0"  # noqa: S104 - not listened at: Isso fails without one


def _wxr(
    pages: Sequence[Page],
    site: CommentSite,
    text_of: Callable[[PageComment], str],
    more: Callable[[Page], bytes] | None = None,
) -> bytes:
    """The export: an item for each page that has comments, `more` before the comments of each."""
    parts = [channel_start(["content", "wp", "dsq"]), leaf("title", site.title), b"\n", leaf("link", site.url), b"\n"]
    for page in with_own_ids(pages):
        if page.talk:
            parts.append(b"<item>\n" + leaf("title", page.title.strip() or page.path) + b"\n")
            parts.append(leaf("link", site.url + page.address, in_cdata=False) + b"\n" + (more(page) if more else b""))
            parts += [line for comment in page.talk for line in _comment(comment, text_of(comment))]
            parts.append(b"</item>\n")
    return b"".join([*parts, CHANNEL_END])


def _comment(comment: PageComment, text: str) -> Iterator[bytes]:
    """A comment; an empty text is a blank, since importers expect one."""
    date = moment(comment.date or _NO_DATE)
    yield b"<wp:comment>\n"
    for name, value in (
        ("id", str(comment.id)),
        ("author", comment.author),
        ("author_email", comment.email),
        ("author_url", comment.url),
        ("author_IP", comment.ip or _NO_ADDRESS),
        ("date", date),
        ("date_gmt", date),
        ("content", text.strip() or " "),
        ("approved", "1"),
        ("type", ""),
        ("parent", str(comment.parent)),
    ):
        yield leaf(f"wp:comment_{name}", value, in_cdata=name in ("author", "content")) + b"\n"
    yield b"</wp:comment>\n"


def moment(date: datetime) -> str:
    """A moment in the form of WordPress's database, in UTC."""
    return date.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")


def _isso(pages: Sequence[Page], site: CommentSite) -> Files:
    """For `isso import`; Isso shows texts as Markdown."""
    return [("comments.isso.xml", _wxr(pages, site, lambda comment: comment.markdown))]


def _remark42(pages: Sequence[Page], site: CommentSite) -> Files:
    """For `remark42 import -p wordpress`; Remark42 shows texts as Markdown."""
    return [("comments.remark42.xml", _wxr(pages, site, lambda comment: comment.markdown))]


def _disqus(pages: Sequence[Page], site: CommentSite) -> Files:
    """For Disqus's "Generic (WXR)" import; a page is known by `dsq:thread_identifier`."""
    return [("comments.disqus.xml", _wxr(pages, site, lambda comment: comment.html, _disqus_page))]


def _disqus_page(page: Page) -> bytes:
    return b"".join(
        leaf(name, value, in_cdata=name == "content:encoded") + b"\n"
        for name, value in (
            ("content:encoded", ""),
            ("dsq:thread_identifier", page.address),
            ("wp:post_date_gmt", moment(page.date or _NO_DATE)),
            ("wp:comment_status", "open"),
        )
    )


ISSO = CommentFormat(
    name="isso",
    summary="`comments.isso.xml` for `TZ=UTC isso import` (Isso takes dates for the zone that it runs in)",
    render=_isso,
)
REMARK42 = CommentFormat(
    name="remark42",
    summary="`comments.remark42.xml` for `remark42 import -p wordpress`, which deletes what comments the site has",
    render=_remark42,
)
DISQUS = CommentFormat(
    name="disqus",
    summary="`comments.disqus.xml` for the import “Generic (WXR)” of Disqus",
    render=_disqus,
)
