"""The tables behind `Addresses`: one pass over the entries; keys are texts, values are positions."""

from wpmigrate.model import Entry, SiteIndex, TextMap

from .homes import Homes
from .known import Kind
from .places import Place, path_key, place_of

_AMBIGUOUS = -1
_OUTSIDE_OF_LISTS = frozenset({"page", "attachment"})
_NO_ADDRESS = frozenset({"nav_menu_item", "revision", "wp_block", "custom_css", "customize_changeset", "oembed_cache"})
"""Types whose `<link>` leads to no page of their own."""


class Lookup:
    """Entries by address, by id, by slug and by where they were born.

    Where two items claim one address, the one that is written wins, then a post or page over an attachment, then the
    earlier one by `Entry.sort_key`: the order of items in the file does not matter.
    """

    def __init__(self, index: SiteIndex, homes: Homes) -> None:
        """One pass over the entries of the planned `index`."""
        self._entries = index.entries
        self._homes = homes
        self._by_key = TextMap()
        #: By the post id in digits.
        self._by_id = TextMap()
        self._by_slug = TextMap()
        #: By the path of the file.
        self._by_path = TextMap()
        self._lists: set[str] = set()
        self._birth_hosts: set[str] = set()
        known = (*index.terms, *index.term_moves)
        self._term_slugs = {path_key(slug) for taxonomy, slug in known if taxonomy != "nav_menu"}
        self._term_slugs.update(path_key(slug) for terms in set(index.entries.values("terms")) for _, slug in terms)
        for position, entry in enumerate(index.entries):
            if entry.path is not None:
                self._by_path.setdefault(entry.path, position)
            if entry.type not in _NO_ADDRESS:
                self._add(position, entry)
        self._add_new_addresses()

    def at(self, key: str) -> Entry | None:
        """The entry at a path key below the home."""
        position = self._by_key.get(key)
        return None if position is None else self._entries[position]

    def with_id(self, post_id: int) -> Entry | None:
        """The entry with a post id."""
        position = self._by_id.get(str(post_id))
        return None if position is None else self._entries[position]

    def is_written(self, path: str) -> bool:
        """Whether an entry is written to the file `path`."""
        return path in self._by_path

    def list_at(self, key: str) -> Kind | None:
        """Whether the path is a list: of a term (under any base), or of a post type."""
        if key.rpartition("/")[2] in self._term_slugs:
            return Kind.TERM
        return Kind.ARCHIVE if key in self._lists else None

    def guess(self, key: str) -> Entry | None:
        """The one public item whose slug is the last segment, unless the path says another date.

        WordPress redirects such addresses (`redirect_guess_404_permalink`): permalinks were changed, links were not.
        """
        folder, _, slug = key.rpartition("/")
        position = self._by_slug.get(slug)
        if position is None or position == _AMBIGUOUS:
            return None
        entry = self._entries[position]
        said = [part for part in folder.split("/") if part.isdecimal() and len(part) in (2, 4)]
        if said and len(said[0]) == 4 and entry.date is not None:
            held = entry.date.strftime("%Y/%m/%d").rjust(10, "0").split("/")
            if held[: len(said)] != said:
                return None
        return entry

    def born_at(self, place: Place) -> Entry | None:
        """The entry whose GUID says that it was made on that host, if the address is its own there."""
        if place.host not in self._birth_hosts:
            return None
        number = next((part.partition("=")[2] for part in place.query.split("&") if part[:2] == "p="), "")
        if number.isdecimal() and len(number) <= 20:
            entry = self.with_id(int(number))
        else:
            entry = None if place.query else self._below_birth_home(place)
        if entry is None:
            return None
        guid = place_of(entry.guid)
        return entry if guid is not None and guid.host == place.host else None

    def _below_birth_home(self, place: Place) -> Entry | None:
        """The entry at the path, or at its part below the old blog's folder."""
        key = path_key(place.path)
        return (self.at(key) or self.at(key.partition("/")[2])) if key else None

    def _add(self, position: int, entry: Entry) -> None:
        """Everything that leads to one entry."""
        if entry.post_id is not None:
            self._claim(self._by_id, str(entry.post_id), position)
        self._add_link(position, entry)
        if entry.guid and "wp-content/" not in entry.guid:
            self._add_guid(position, entry)
        if entry.slug and entry.type != "attachment" and (entry.skipped is None or entry.status == "publish"):
            self._add_slug(position, entry)

    def _add_slug(self, position: int, entry: Entry) -> None:
        """The slug, for guesses; two items at two addresses make it useless."""
        slug = path_key(entry.slug)
        known = self._by_slug.setdefault(slug, position)
        if known in (position, _AMBIGUOUS):
            return
        if self._entries[known].link == entry.link:
            self._claim(self._by_slug, slug, position)
        else:
            self._by_slug[slug] = _AMBIGUOUS

    def _add_link(self, position: int, entry: Entry) -> None:
        """The entry's own address: its path, or its query when the path says nothing."""
        place = place_of(entry.link)
        key = None if place is None else self._key_of(place)
        if place is None or key is None:
            return
        if place.query:
            self._add_query(position, entry, key, place.query)
        elif key or entry.type == "page":
            self._claim(self._by_key, key, position)
            if entry.type not in _OUTSIDE_OF_LISTS:
                self._lists.add(key.rpartition("/")[0])

    def _add_query(self, position: int, entry: Entry, key: str, query: str) -> None:
        """A link of the form `?p=12` (known by its id already, unless the item names none) or `?book=title`."""
        name, _, value = query.partition("&")[0].partition("=")
        if name not in ("p", "page_id", "attachment_id", "post_type"):
            self._claim(self._by_key, f"{key}?{query.lower()}", position)
        elif entry.post_id is None and value.isdecimal() and len(value) <= 20:
            self._claim(self._by_id, str(int(value)), position)

    def _add_guid(self, position: int, entry: Entry) -> None:
        """The address that the item was made at: another one of the site's, or of the host that it lived on."""
        place = place_of(entry.guid)
        if place is None or not place.host:
            return
        if place.host not in self._homes.hosts:
            self._birth_hosts.add(place.host)
        elif not place.query:
            key = self._homes.below(place.host, path_key(place.path))
            if key:
                self._by_key.setdefault(key, position)

    def _add_new_addresses(self) -> None:
        """New addresses lead to their items too, so that links which were rewritten stay as they are."""
        for position, entry in enumerate(self._entries):
            if entry.address:
                key = self._homes.below(self._homes.main[0], path_key(entry.address))
                if key:
                    self._by_key.setdefault(key, position)

    def _key_of(self, place: Place) -> str | None:
        """The path key of a link below the home; None when it leads elsewhere (a plugin can make it do so)."""
        host = place.host or self._homes.main[0]
        return self._homes.below(host, path_key(place.path)) if host else path_key(place.path)

    def _claim(self, table: TextMap, key: str, position: int) -> None:
        """Put `position` in unless a better one holds the key."""
        known = table.setdefault(key, position)
        if known != position and self._rank(position) < self._rank(known):
            table[key] = position

    def _rank(self, position: int) -> tuple[bool, bool, tuple[str, int, int, str, str]]:
        """Smaller is better."""
        entry = self._entries[position]
        return (entry.skipped is not None, entry.type == "attachment", entry.sort_key)
