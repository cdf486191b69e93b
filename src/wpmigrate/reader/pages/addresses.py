"""Addresses of posts and blogs: one form for each, whatever page or feed they stand in."""

import re
from typing import NamedTuple
from urllib.parse import parse_qs, unquote

from wpmigrate.html import split_url

_PAGE_NUMBER = re.compile(r"/(?:page/)?(\d{1,4})$")
_COMMENT_PAGE = re.compile(r"/comment-page-\d{1,4}$")
_INDEX = re.compile(r"/index(?:\.(?:html?|php))?$|/feed$|/(?:amp|trackback|embed)$")
_QUERY_IDS = ("p", "page_id", "attachment_id")
_DATED = re.compile(r"/(\d{4})/(\d{1,2})(?:/(\d{1,2}))?/[^/]")


class Address(NamedTuple):
    """An address in parts: `key` is host and path without scheme, `www.`, index file and page numbers."""

    key: str
    post_id: int | None = None


def address_of(url: str) -> Address:
    """The parts of the address of a post. An address like `?p=42` has an id and no key."""
    parts = split_url(url.strip())
    query = parse_qs(parts.query)
    post_id = next((int(query[name][0]) for name in _QUERY_IDS if query.get(name, [""])[0].isdecimal()), None)
    if post_id is not None:
        return Address("", post_id)
    path = _COMMENT_PAGE.sub("", _INDEX.sub("", parts.path.rstrip("/")))
    host = host_of(url)
    return Address(host + unquote(path, errors="replace").lower() if host else "")


def host_of(url: str) -> str:
    """The host without `www.`; empty where there is none."""
    return (split_url(url.strip()).hostname or "").removeprefix("www.")


def without_page(url: str, plain: str) -> tuple[str, int]:
    """`url` without the number of a `<!--nextpage-->` page, and that number.

    `plain` is the address of the post when the page tells it elsewhere: only then is a number at the end of a path
    known to be one of a page.
    """
    bare = url.partition("#")[0].rstrip("/")
    found = _PAGE_NUMBER.search(bare)
    if found and plain and address_of(plain).key == address_of(bare[: found.start()]).key:
        return bare[: found.start()] + ("/" if url.rstrip("#").endswith("/") else ""), int(found[1])
    return url.partition("#")[0], 1


def without_comment_page(url: str) -> str:
    """The address of a post without the number of a page of its comments and without a fragment."""
    bare = url.partition("#")[0]
    found = _COMMENT_PAGE.search(bare.rstrip("/"))
    return bare if found is None else bare[: found.start()] + "/" * bare.endswith("/")


def is_same_post(first: str, second: str) -> bool:
    """Whether two addresses are those of one post."""
    one, other = address_of(first), address_of(second)
    return (bool(one.key) and one.key == other.key) or (one.post_id is not None and one.post_id == other.post_id)


def slug_of(url: str) -> str:
    """The last part of the path: the slug of a post or of a term; empty for `?p=42`."""
    path = _INDEX.sub("", split_url(url).path.rstrip("/"))
    name = path.rpartition("/")[2]
    return re.sub(r"\.(?:html?|php|aspx?)$", "", name)


def date_in(url: str) -> tuple[int, int, int | None] | None:
    """(year, month, day or None) of a permalink like `/2010/12/15/slug/`."""
    found = _DATED.search(split_url(url).path)
    if not found or not (1990 <= int(found[1]) <= 2100 and 1 <= int(found[2]) <= 12):
        return None
    day = int(found[3]) if found[3] else None
    return int(found[1]), int(found[2]), day if day is None or 1 <= day <= 31 else None
