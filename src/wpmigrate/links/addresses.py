"""An old address in, what it leads to out."""

from collections.abc import Iterable
from dataclasses import dataclass

from wpmigrate.model import Entry, SiteIndex

from .homes import homes_of
from .known import Kind, kind_of_path, kind_of_query, without_paging
from .lookup import Lookup
from .places import Place, path_key, place_of, suffix_of

UPLOADS = "wp-content/uploads"
"""The folder of the media library (`wp_upload_dir`)."""
_ID_QUERIES = frozenset({"p", "page_id", "attachment_id"})
_NUMBERED = frozenset({"archives", "archive", "p", "post", "posts"})
"""Folders that `/%post_id%` permalinks commonly stand in, such as `/archives/123`."""


@dataclass(frozen=True, slots=True)
class Target:
    """What an address of the site leads to. `entry` is set for items; `suffix` is the query and fragment to keep."""

    kind: Kind
    entry: Entry | None = None
    suffix: str = ""


class Addresses:
    """All addresses of one site: built once after the plan, then only asked.

    Made of strings and numbers: a key for each item's address, one for its slug, one for its id.
    """

    def __init__(self, index: SiteIndex, *, aliases: Iterable[str] = ()) -> None:
        """Look-ups over the planned `index`; `aliases` are further hosts or addresses that the site had."""
        self._homes = homes_of(index, aliases)
        self._lookup = Lookup(index, self._homes)
        host, folder = self._homes.main
        self._home = f"//{host}/{folder}/" if folder else f"//{host}/"
        self._attachments = index.attachments
        self._posts_page = index.posts_page

    @property
    def hosts(self) -> frozenset[str]:
        """The site's own hosts: lower case, without `www.`, default port and Punycode."""
        return self._homes.hosts

    def resolve(self, url: str, *, base: str = "") -> Target | None:
        """What `url` leads to, None when it is no address of this site. `base` is the address that it stands at.

        The rules are those of WordPress (`WP::parse_request`, `redirect_canonical`, `redirect_guess_404_permalink`):
        an id in the query wins over the path, paging is cut off, and a lone slug leads to the one item that has it.
        """
        place = place_of(url)
        if place is None:
            return None
        if not place.host:
            if place.query and not place.path:
                kind = kind_of_query(place.query)
                if kind is not None:
                    return Target(kind)
            place = self._absolute(place, base)
        elif place.host not in self._homes.hosts:
            return self._elsewhere(place)
        key = self._homes.below(place.host, path_key(place.path))
        return None if key is None else self._inside(key, place)

    def is_written_path(self, path: str) -> bool:
        """Whether the plan writes a file at `path` (below the output folder)."""
        return self._lookup.is_written(path)

    def is_posts_page(self, entry: Entry) -> bool:
        """Whether the list of posts stands at the address of an entry that is not written."""
        return entry.number == self._posts_page

    def file_of(self, entry: Entry) -> str:
        """The address of an attachment's file; empty when the export names none but the attachment's own page."""
        attachment = self._attachments.get(entry.post_id or 0)
        if attachment is None or not attachment.url:
            return ""
        target = self.resolve(attachment.url)
        return attachment.url if target is None or target.kind is Kind.FILE else ""

    def own_file(self, url: str) -> str:
        """The path from the site's root of a file in its uploads, without a query; empty for any other address.

        A query chooses a size on WordPress.com, which has the uploads of a blog on a host of its own: there they stand
        without the folder in which each other WordPress has them.
        """
        place = place_of(url)
        if place is None or not place.path.startswith("/") or "/../" in place.path:
            return ""
        if place.host and self._homes.is_file_host(place.host):
            return f"/{UPLOADS}{place.path}{suffix_of('', place.fragment)}"
        if f"/{UPLOADS}/" not in place.path or (place.host and place.host not in self._homes.hosts):
            return ""
        return place.path + suffix_of("", place.fragment)

    def _absolute(self, place: Place, base: str) -> Place:
        """A relative address as a browser reads it on the page `base`; on the home page when that is not the site's."""
        page = place_of(base) if base else None
        if page is None or page.host not in self._homes.hosts:
            page = place_of(self._home)
        if page is None:
            page = Place("", "/", "", "")
        if place.path.startswith("/"):
            path = place.path
        else:
            path = page.path.rpartition("/")[0] + "/" + place.path if place.path else page.path
        return place._replace(host=page.host, path=path)

    def _elsewhere(self, place: Place) -> Target | None:
        """An address on a foreign host: an upload of WordPress.com, or where an item lived before the site moved."""
        if self._homes.is_file_host(place.host):
            return Target(Kind.FILE)
        entry = self._lookup.born_at(place)
        return None if entry is None else Target(Kind.ENTRY, entry, suffix_of("", place.fragment))

    def _inside(self, key: str, place: Place) -> Target:
        """What a path below the blog's home leads to."""
        if place.query:
            found = self._by_query_of(key, place)
            if found is not None:
                return found
        entry = self._lookup.at(key)
        if entry is not None:
            return Target(Kind.ENTRY, entry, place.suffix)
        if not key:
            return Target((kind_of_query(place.query) if place.query else None) or Kind.HOME)
        entry = self._at_page_of(key) or self._by_number(key)
        if entry is not None:
            return Target(Kind.ENTRY, entry, place.suffix)
        kind = kind_of_path(key) or self._lookup.list_at(key)
        if kind is not None:
            return Target(kind)
        entry = self._lookup.guess(without_paging(key))
        return Target(Kind.DEAD) if entry is None else Target(Kind.ENTRY, entry, place.suffix)

    def _by_query_of(self, key: str, place: Place) -> Target | None:
        """An item that the query names: by its id, or in the very form of its own link (`?book=title`)."""
        parts = place.query.split("&")
        for part in parts:
            name, _, value = part.partition("=")
            if name in _ID_QUERIES and value.isdecimal() and not key.endswith(".php"):
                entry = self._by_id_text(value)
                rest = "&".join(other for other in parts if other is not part and not other.startswith("post_type="))
                if entry is None:
                    return Target(Kind.DEAD)
                return Target(Kind.ENTRY, entry, suffix_of(rest, place.fragment))
        entry = self._lookup.at(f"{key}?{place.query.lower()}")
        return None if entry is None else Target(Kind.ENTRY, entry, suffix_of("", place.fragment))

    def _by_id_text(self, text: str) -> Entry | None:
        """The item with the id that `text` says; no id has more than 20 digits."""
        return self._lookup.with_id(int(text)) if len(text) <= 20 else None

    def _at_page_of(self, key: str) -> Entry | None:
        """The item that the address is a further page or form of."""
        for _ in range(2):  # `/slug/comment-page-2/amp` has two; more is no address that WordPress makes
            shorter = without_paging(key)
            if shorter == key or not shorter:
                return None
            key = shorter
            entry = self._lookup.at(key)
            if entry is not None:
                return entry
        return None

    def _by_number(self, key: str) -> Entry | None:
        """The item of `/archives/123`, an address of a blog that once had ids in its permalinks."""
        folder, _, last = key.rpartition("/")
        return self._by_id_text(last) if folder in _NUMBERED and last.isdecimal() else None
