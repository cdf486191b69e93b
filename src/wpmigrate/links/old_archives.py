"""The addresses of lists that WordPress makes by itself: of terms, authors and days, and its feeds."""

from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote

from wpmigrate.model import Entry, SiteIndex, Term

from .known import Kind
from .old_addresses import MOVED, STAND_IN, NewSite, OldAddress, public_entries, root_of
from .places import place_of
from .term_paths import TermKey

_FEED_PATHS = ("feed", "feed/rss2", "feed/rss", "feed/rdf", "feed/atom", "rss", "rss2", "rdf", "atom", "comments/feed")
_FEED_NAMES = ("rss2", "rss", "rdf", "atom", "feed", "comments-rss2", "comments-atom")
_FEED_PROGRAMS = ("wp-rss2.php", "wp-rss.php", "wp-rdf.php", "wp-atom.php", "wp-feed.php", "wp-commentsrss2.php")
"""Feeds of all ages (`WP_Rewrite::$feeds`, `redirect_canonical` for the programs)."""

_QUERY_NAMES = {"category": "category_name", "post_tag": "tag"}
"""Query variables of the built-in taxonomies; another one has its own name."""


def feed_addresses(index: SiteIndex, site: NewSite) -> Iterator[OldAddress]:
    """The feeds of the site lead to the new one; without one there is nothing that could stand in."""
    if not site.feed:
        return
    root, to = root_of(index), quote(site.feed)
    for name in _FEED_PATHS:
        yield OldAddress(f"{root}{name}/", (), to, MOVED, Kind.FEED)
    for name in _FEED_PROGRAMS:
        yield OldAddress(root + name, (), to, MOVED, Kind.FEED)
    for name in _FEED_NAMES:
        yield OldAddress(root, (("feed", name),), to, MOVED, Kind.FEED)


def term_addresses(
    index: SiteIndex, site: NewSite, terms: Mapping[TermKey, Term], paths: Mapping[TermKey, str]
) -> Iterator[OldAddress]:
    """The archives of terms by path, by id and by query, and their feeds. `paths` are the old ones, decoded.

    A term below another one answers without it too (`redirect_canonical`).
    """
    root = root_of(index)
    for key, old in paths.items():
        new = site.terms.get(key)
        to, status = (quote(new), MOVED) if new else (quote(site.list_path), STAND_IN)
        yield OldAddress(old, (), to, status, Kind.TERM)
        taxonomy, slug = key[0], unquote(key[1], errors="ignore")
        base = old[len(root) :].partition("/")[0]
        yield OldAddress(f"{root}{base}/{slug}/", (), to, status, Kind.TERM)
        yield OldAddress(root, ((_QUERY_NAMES.get(taxonomy, taxonomy), slug),), to, status, Kind.TERM)
        yield OldAddress(root, (("taxonomy", taxonomy), ("term", slug)), to, status, Kind.TERM)
        term = terms.get(key)
        if term is not None and term.id is not None and taxonomy in ("category", "post_tag"):
            name = "cat" if taxonomy == "category" else "tag_id"
            yield OldAddress(root, ((name, str(term.id)),), to, status, Kind.TERM)
        yield OldAddress(f"{old}feed/", (), quote(site.feed) or to, STAND_IN, Kind.FEED)


def author_addresses(index: SiteIndex, site: NewSite) -> Iterator[OldAddress]:
    """The archives of the authors of public items. A login that is an e-mail address is told to nobody."""
    root, to = root_of(index), quote(site.list_path)
    for login in sorted({entry.creator for entry in public_entries(index) if entry.creator}):
        author = index.authors.get(login)
        if author is not None and author.id is not None:
            yield OldAddress(root, (("author", str(author.id)),), to, STAND_IN, Kind.AUTHOR)
        name = nicename(login)
        if name:
            yield OldAddress(f"{root}author/{name}/", (), to, STAND_IN, Kind.AUTHOR)
            yield OldAddress(root, (("author_name", name),), to, STAND_IN, Kind.AUTHOR)


def nicename(login: str) -> str:
    """The name of an author in addresses, which exports do not hold: `sanitize_title` of the login in most cases."""
    if "@" in login:
        return ""
    kept = "".join(character if character.isalnum() or character in "_-" else "-" for character in login.lower())
    return "-".join(part for part in kept.split("-") if part)


def date_addresses(index: SiteIndex, site: NewSite) -> Iterator[OldAddress]:
    """The archives of the years, months and days of public posts, where the permalinks or the root have them."""
    root, to = root_of(index), quote(site.list_path)
    seen: set[tuple[str, str]] = set()
    for entry in public_entries(index):
        if entry.date is None or entry.type != "post":
            continue
        day = f"{entry.date.year:04}/{entry.date.month:02}/{entry.date.day:02}"
        front = _front(entry, day[:7]) or root
        if (front, day) in seen:
            continue
        seen.add((front, day))
        for end in (4, 7, 10):
            yield OldAddress(f"{front}{day[:end]}/", (), to, STAND_IN, Kind.DATE)
            yield OldAddress(root, (("m", day[:end].replace("/", "")),), to, STAND_IN, Kind.DATE)


def _front(entry: Entry, month: str) -> str:
    """What stands before year and month in the permalink (`WP_Rewrite::$front`); empty when they do not stand there."""
    place = place_of(entry.link)
    before, found, _ = (place.path if place else "").partition(f"/{month}/")
    return f"{unquote(before)}/" if found else ""


def type_addresses(index: SiteIndex, site: NewSite) -> Iterator[OldAddress]:
    """The archives of custom post types (`has_archive`): the folder in which all of their items stand."""
    root, to = root_of(index), quote(site.list_path)
    for post_type in sorted({entry.type for entry in public_entries(index)} - {"post", "page", "attachment"}):
        folders = {
            unquote(e.address).rstrip("/").rpartition("/")[0] for e in public_entries(index) if e.type == post_type
        }
        if len(folders) == 1 and (folder := folders.pop() + "/") != root:
            yield OldAddress(folder, (), to, STAND_IN, Kind.ARCHIVE)
        yield OldAddress(root, (("post_type", post_type),), to, STAND_IN, Kind.ARCHIVE)


def all_archives(
    index: SiteIndex, site: NewSite, terms: Mapping[TermKey, Term], paths: Mapping[TermKey, str]
) -> Iterator[OldAddress]:
    """All of the above, in the order in which they claim an address."""
    yield from term_addresses(index, site, terms, paths)
    yield from feed_addresses(index, site)
    yield from type_addresses(index, site)
    yield from author_addresses(index, site)
    yield from date_addresses(index, site)
