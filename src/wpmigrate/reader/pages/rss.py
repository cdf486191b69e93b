"""An RSS feed → sightings of posts, or the comments of a comment feed. Read as exports are: strictly, then mended."""

from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.html import parse_fragment
from wpmigrate.model import Item, Site
from wpmigrate.reader.dates import read_pub_date

from .body import is_cut
from .feeds import COMMENT, Feed, feed_post
from .sighting import CommentSeen, Sighting
from .stored import stored_html


def read_rss(events: Iterable[object], name: str) -> tuple[Feed, list[Diagnostic]]:
    """The feed from the events of the reader of exports, and the findings about it."""
    site = Site()
    posts: list[Sighting] = []
    comments: list[tuple[str, CommentSeen]] = []
    findings: list[Diagnostic] = []
    for event in events:
        if isinstance(event, Site):
            site = event
        elif isinstance(event, Diagnostic):
            findings.append(event)
        elif isinstance(event, Item):
            found = COMMENT.search(event.link) or COMMENT.search(event.guid)
            if found:
                comments.append((event.link.partition("#")[0], _comment(event, int(found[1]))))
            else:
                posts.append(_post(event, name, site.language))
    return Feed(site.title, site.link, site.language, posts, comments), findings


def _post(item: Item, name: str, lang: str) -> Sighting:
    """A post of the feed. A blog that was set to summaries sends the description alone: words without paragraphs."""
    is_excerpt = not item.description and ("<p" not in item.content or is_cut(item.content))
    seen = Sighting(
        file=name,
        line=item.line or 1,
        role="feed",
        url=item.link,
        guid=item.guid,
        title=item.title,
        is_partial=is_excerpt,
        author=("", item.creator),
        comment_count=item.comment_count,
        lang=lang,
    )
    html = item.content or item.description
    return feed_post(seen, html, read_pub_date(item.pub_date), [term.name for term in item.terms])


def _comment(item: Item, number: int) -> CommentSeen:
    """A comment of a comment feed."""
    return CommentSeen(
        id=number,
        author=item.creator,
        moment=read_pub_date(item.pub_date),
        content=stored_html(parse_fragment(item.content or item.description), ""),
    )
