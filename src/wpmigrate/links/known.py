"""Addresses of a WordPress site that are no items: what they are, told from their path or query alone."""

import re
from enum import StrEnum


class Kind(StrEnum):
    """What an address of the site leads to."""

    ENTRY = "entry"
    #: A file: of the media library, or beside WordPress.
    FILE = "file"
    TERM = "term"
    AUTHOR = "author"
    DATE = "date"
    #: The list of a post type.
    ARCHIVE = "archive"
    FEED = "feed"
    SEARCH = "search"
    HOME = "home"
    #: Log-in, administration, REST, XML-RPC, trackbacks.
    SYSTEM = "system"
    #: An address of the site that leads to nothing this export holds.
    DEAD = "dead"


_FIRST_SEGMENTS: dict[str, Kind] = {
    "category": Kind.TERM,
    "tag": Kind.TERM,
    "type": Kind.TERM,
    "author": Kind.AUTHOR,
    "date": Kind.DATE,
    "search": Kind.SEARCH,
    "feed": Kind.FEED,
    "rss": Kind.FEED,
    "rss2": Kind.FEED,
    "rdf": Kind.FEED,
    "atom": Kind.FEED,
    "comments": Kind.FEED,
    "page": Kind.HOME,
    "wp-admin": Kind.SYSTEM,
    "wp-json": Kind.SYSTEM,
    "wp-includes": Kind.SYSTEM,
    "login": Kind.SYSTEM,
    "admin": Kind.SYSTEM,
    "dashboard": Kind.SYSTEM,
    "wp-content": Kind.FILE,
}
"""Rewrite bases of WordPress (`WP_Rewrite`) and the short addresses that `wp_redirect_admin_locations` knows."""

_QUERY_NAMES: dict[str, Kind] = {
    "cat": Kind.TERM,
    "category_name": Kind.TERM,
    "tag": Kind.TERM,
    "tag_id": Kind.TERM,
    "taxonomy": Kind.TERM,
    "term": Kind.TERM,
    "author": Kind.AUTHOR,
    "author_name": Kind.AUTHOR,
    "m": Kind.DATE,
    "year": Kind.DATE,
    "monthnum": Kind.DATE,
    "day": Kind.DATE,
    "s": Kind.SEARCH,
    "feed": Kind.FEED,
    "rest_route": Kind.SYSTEM,
    "post_type": Kind.ARCHIVE,
}
"""Public query variables (`WP::$public_query_vars`) that choose a list."""

_FEED_FORMS = frozenset({"feed", "rss", "rss2", "rdf", "atom"})
_PAGED = re.compile(r"(?:page/\d+|comment-page-\d+|\d+|amp|embed)$")
_DATE = re.compile(r"(?:archives?/)?(?:19|20)\d\d(?:/(?:0?[1-9]|1[0-2])(?:/(?:0?[1-9]|[12]\d|3[01]))?)?$")
_EXTENSION = re.compile(r"\.([a-z][a-z0-9]{0,4}|7z|mp3|mp4|3gp)$")
_PAGE_EXTENSIONS = frozenset({"html", "htm"})
_PROGRAMS = frozenset({"php", "cgi", "asp", "aspx"})


def kind_of_query(query: str) -> Kind | None:
    """What a query on the home address chooses; None when it chooses nothing that WordPress knows."""
    for part in query.split("&"):
        kind = _QUERY_NAMES.get(part.partition("=")[0])
        if kind is not None:
            return kind
    return None


def kind_of_path(key: str) -> Kind | None:
    """What a path below the home address is by its form alone (see `path_key`); None when only an item can tell."""
    first, _, _ = key.partition("/")
    last = key.rpartition("/")[2]
    kind = _FIRST_SEGMENTS.get(first)
    if kind is not None:
        return Kind.FEED if kind is not Kind.FEED and last in _FEED_FORMS else kind
    if last in _FEED_FORMS:
        return Kind.FEED
    if last == "trackback":
        return Kind.SYSTEM
    if _DATE.match(key):
        return Kind.DATE
    extension = _EXTENSION.search(last)
    if extension is None or extension[1] in _PAGE_EXTENSIONS:
        return None
    return Kind.SYSTEM if extension[1] in _PROGRAMS else Kind.FILE


def without_paging(key: str) -> str:
    """The path without its last `/page/2`, `/2`, `/comment-page-2`, `/amp` or `/embed`; the same when it has none."""
    paged = _PAGED.search(key)
    if paged is None or (paged.start() and key[paged.start() - 1] != "/"):
        return key
    return key[: paged.start()].rstrip("/")
