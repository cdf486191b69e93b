"""An RSS feed → sightings of posts, or the comments of a comment feed. Read as exports are: strictly, then mended."""

import re
from collections.abc import Iterable

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.html import parse_fragment
from wpmigrate.model import Item, Site
from wpmigrate.reader.dates import read_pub_date

from .addresses import address_of
from .atom import Feed, feed_body
from .body import is_cut
from .sighting import CommentSeen, Sighting, TermSeen
from .stored import stored_html

_COMMENT = re.compile(r"#comment-(\d+)$")


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
            found = _COMMENT.search(event.link) or _COMMENT.search(event.guid)
            if found:
                comments.append((event.link.partition("#")[0], _comment(event, int(found[1]))))
            else:
                posts.append(_post(event, name, site.language))
    return Feed(site.title, site.link, site.language, posts, comments), findings


def _post(item: Item, name: str, lang: str) -> Sighting:
    """A post of the feed. A blog that was set to summaries sends the description alone: words without paragraphs."""
    is_alone = not item.description
    is_excerpt = is_alone and ("<p" not in item.content or is_cut(item.content))
    published = read_pub_date(item.pub_date)
    body = item.content or item.description
    is_protected = "post-password-form" in body
    sighting = Sighting(
        file=name,
        line=item.line or 1,
        role="feed",
        post_id=address_of(item.guid).post_id,
        url=item.link,
        guid=item.guid,
        title=item.title,
        body="" if is_protected else feed_body(body, item.link),
        is_partial=is_excerpt,
        is_protected=is_protected,
        dates=[(published, "feed")] if published else [],
        author=("", item.creator),
        # RSS of WordPress gives categories and tags the same form: which it is stays open.
        terms=[TermSeen(taxonomy="", slug="", name=term.name) for term in item.terms],
        comment_count=item.comment_count,
        lang=lang,
        evidence={"date": "feed", "author": "feed", "terms": "feed", "body": "feed"},
    )
    if item.comment_count is not None:
        sighting.evidence["comment_count"] = "feed"
    return sighting


def _comment(item: Item, number: int) -> CommentSeen:
    """A comment of a comment feed."""
    return CommentSeen(
        id=number,
        author=item.creator,
        moment=read_pub_date(item.pub_date),
        content=stored_html(parse_fragment(item.content or item.description), ""),
    )
