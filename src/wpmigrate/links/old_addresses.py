"""Every address that a WordPress site had and that a static site serves in another place, or only elsewhere.

Those of items stand here, those of lists (terms, authors, dates, feeds) in `old_archives`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, unquote

from wpmigrate.model import Entry, SiteIndex

from .former import former_paths
from .homes import homes_of
from .known import Kind
from .places import path_key, place_of

MOVED, STAND_IN = 301, 302
"""Statuses: the same content in another place; something that only stands in for it."""

Query = tuple[tuple[str, str], ...]


class OldAddress(NamedTuple):
    """An address of the old site. `path` is decoded, from the site's root; `to` is percent-encoded."""

    path: str
    query: Query
    to: str
    status: int
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSite:
    """What the new site serves, as far as redirects need it. Paths are decoded, from the site's root."""

    #: All pages, by `path_key`.
    served: frozenset[str]
    #: The list of posts, which stands in for lists that are no more.
    list_path: str = "/"
    #: The feed; empty when there is none.
    feed: str = ""
    #: New paths of terms by taxonomy and slug, None for one that is no more.
    terms: Mapping[tuple[str, str], str | None]


def root_of(index: SiteIndex) -> str:
    """The path of the blog's home, decoded, with a slash at both ends."""
    folder = homes_of(index).main[1]
    return f"/{unquote(folder)}/" if folder else "/"


def served_address(address: str) -> str:
    """The address as a static server answers it without leading on: with a slash unless it names a file."""
    return address if not address or address.endswith(("/", ".html", ".htm")) else address + "/"


def public_entries(index: SiteIndex) -> list[Entry]:
    """The entries that have a page which everybody may see, in a fixed order."""
    found = [entry for entry in index.entries if entry.skipped is None and not entry.is_draft and entry.address]
    return sorted(found, key=lambda entry: entry.sort_key)


def item_addresses(index: SiteIndex) -> Iterator[OldAddress]:
    """The addresses of public items besides their own, and those of attachments, which have no page any more."""
    root, homes = root_of(index), homes_of(index)
    former = former_paths(index.entries)
    public = public_entries(index)
    for entry in public:
        to = served_address(entry.address)
        for path, query in _names(entry, root):
            yield OldAddress(path, query, to, MOVED, Kind.ENTRY)
        for url in (entry.link, entry.guid):
            place = place_of(url)
            if place is None or (place.host and place.host not in homes.hosts):
                continue
            query = _pairs(place.query)
            # A GUID may name the id that the item had in another database, which is somebody else's here.
            if entry.post_id is None or not _says_another_id(query, entry.post_id):
                yield OldAddress(unquote(place.path or "/"), query, to, MOVED, Kind.ENTRY)
        for path in former.get(entry.number, ()):
            yield OldAddress(unquote(path), (), to, MOVED, Kind.ENTRY)
        if entry.comment_count:
            yield OldAddress(f"{unquote(to).rstrip('/')}/feed/", (), to, STAND_IN, Kind.FEED)
    yield from _posts_page(index, root)
    yield from _attachments(index, {entry.post_id: entry for entry in public}, root, homes.hosts)


def _posts_page(index: SiteIndex, root: str) -> Iterator[OldAddress]:
    """The addresses of the page at whose own the list of posts stands now."""
    if index.posts_page is None:
        return
    entry = index.entries[index.posts_page]
    for path, query in [(unquote(entry.address), ()), *_names(entry, root)]:
        yield OldAddress(path, query, quote(index.list_path), MOVED, Kind.ENTRY)


def _names(entry: Entry, root: str) -> Iterator[tuple[str, Query]]:
    """The short addresses of an item: `?p=12` for all, `?page_id=12` for pages (`wp_get_shortlink`)."""
    if entry.post_id is not None:
        yield root, (("p", str(entry.post_id)),)
        if entry.type == "page":
            yield root, (("page_id", str(entry.post_id)),)
        if entry.type == "attachment":
            yield root, (("attachment_id", str(entry.post_id)),)


_ID_NAMES = ("p", "page_id", "attachment_id")


def _says_another_id(query: Query, post_id: int) -> bool:
    """Whether a query asks for an item by its id, and that id is not `post_id`."""
    return any(name in _ID_NAMES and value != str(post_id) for name, value in query)


def _pairs(query: str) -> Query:
    """The pairs of a query; one that has an id needs nothing else."""
    pairs = [
        (name, unquote(value.replace("+", " "))) for name, _, value in (p.partition("=") for p in query.split("&"))
    ]
    by_id = [pair for pair in pairs if pair[0] in _ID_NAMES]
    return tuple(by_id[:1] or [pair for pair in pairs if pair[0]])


def _attachments(
    index: SiteIndex, public: Mapping[int | None, Entry], root: str, hosts: frozenset[str]
) -> Iterator[OldAddress]:
    """Attachment pages lead to the post that shows the file, else to the file (as WordPress 6.4 does)."""
    entries = index.by_post_id()
    for attachment in index.attachments.values():
        entry, parent = entries.get(attachment.id), entries.get(attachment.parent)
        if entry is None or attachment.id in public or not all(map(_was_public, (entry, parent))):
            continue
        shown_in = public.get(attachment.parent)
        to = served_address(shown_in.address) if shown_in else _file_path(attachment.url, hosts)
        if not to:
            continue
        place = place_of(attachment.link)
        if place is not None and place.host in hosts and not place.query:
            yield OldAddress(unquote(place.path), (), to, STAND_IN, Kind.ENTRY)
        for name in ("attachment_id", "p"):
            yield OldAddress(root, ((name, str(attachment.id)),), to, STAND_IN, Kind.ENTRY)


def _was_public(entry: Entry | None) -> bool:
    """Whether everybody could see an entry; what is not in the export counts as public."""
    return entry is None or not (entry.is_hidden or entry.is_draft)


def _file_path(url: str, hosts: frozenset[str]) -> str:
    """The path of a file of the site; empty for one that lies elsewhere."""
    place = place_of(url)
    return place.path if place is not None and place.host in hosts and not place.query else ""


def moved(addresses: Iterable[OldAddress], site: NewSite) -> list[OldAddress]:
    """Those that the new site does not serve, each once; the first that claims an address has it."""
    found: dict[tuple[str, Query], OldAddress] = {}
    for given in addresses:
        # A path that begins with two slashes would be a host.
        address = given._replace(path=re.sub("//+", "/", given.path))
        key = path_key(address.path)
        if (not address.query and key in site.served) or not _is_writable(address):
            continue
        query = tuple(sorted((name.lower(), value.lower()) for name, value in address.query))
        found.setdefault((key, query), address)
    return list(found.values())


def _is_writable(address: OldAddress) -> bool:
    """Whether every file of redirects can hold it: no control characters, nothing that ends a line."""
    texts = (address.path, address.to, *(part for pair in address.query for part in pair))
    names = all(name.replace("-", "_").isidentifier() and name.isascii() for name, _ in address.query)
    return names and address.path.startswith("/") and all(text.isprintable() for text in texts)
