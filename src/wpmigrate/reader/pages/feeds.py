"""What feeds of either form say of a blog, and their posts as sightings."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from wpmigrate.html import drop, parse_fragment

from .addresses import address_of, is_same_post
from .body import clean_body
from .sighting import CommentSeen, Sighting, TermSeen
from .stored import stored_html

COMMENT = re.compile(r"#comment-(\d+)$")
"""Ends the address of a comment, in feeds of comments."""

_FOOTER_LINKS = 2
"""Links in "The post TITLE appeared first on BLOG", in whatever language."""

_LOCK = "post-password-form"


class Feed(NamedTuple):
    """What a feed says: of the blog, of its posts, and the comments of posts by their address."""

    title: str
    blog: str
    lang: str
    posts: list[Sighting]
    comments: list[tuple[str, CommentSeen]]


def feed_post(seen: Sighting, html: str, published: datetime | None, terms: Iterable[str]) -> Sighting:
    """The sighting of a post, completed with its text as the feed has it, its moment and the names of its terms.

    WordPress gives categories and tags the same form: which they are stays open.
    """
    seen.post_id = address_of(seen.guid).post_id
    seen.is_protected = _LOCK in html
    seen.body = "" if seen.is_protected else _body(html, seen.url)
    seen.dates = [(published, "feed")] if published else []
    seen.terms = [TermSeen(taxonomy="", slug="", name=name) for name in terms]
    told = ("date", "author", "terms", "body", *(("comment_count",) if seen.comment_count is not None else ()))
    seen.evidence = dict.fromkeys(told, "feed")
    return seen


def _body(html: str, url: str) -> str:
    """The text of an entry without what plugins add to feeds: the line that names post and blog, the link to the rest."""
    root = parse_fragment(html)
    clean_body(root, url)
    last = next(root.iterchildren("p", reversed=True), None)
    links = list(last.iter("a")) if last is not None else []
    if last is not None and len(links) == _FOOTER_LINKS and is_same_post(links[0].get("href", ""), url):
        home = links[1].get("href", "").rstrip("/")
        if home and url.startswith(home):
            drop(last)
    return stored_html(root, url)
