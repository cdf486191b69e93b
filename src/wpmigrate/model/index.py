"""What is kept in memory of a whole site: one small entry an item, and the lists of the channel."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from .attachment import Attachment
from .columns import Table
from .entry import Entry
from .site import Author, Site, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuItem:
    """A `nav_menu_item`. `menu` is the slug of its nav_menu term; `parent` is the id of another menu item, 0 for none.

    `kind` is post_type, taxonomy or custom; `object` and `object_id` name what it leads to; custom ones have a `url`.
    """

    id: int
    menu: str
    title: str
    kind: str
    object: str
    object_id: int
    url: str
    parent: int
    order: int


@dataclass(slots=True, kw_only=True)
class SiteIndex:
    """A whole site without its bodies. Filled while reading, then left alone."""

    site: Site = field(default_factory=Site)
    #: By login, in file order.
    authors: dict[str, Author] = field(default_factory=dict)
    #: By (taxonomy, slug), in file order.
    terms: dict[tuple[str, str], Term] = field(default_factory=dict)
    #: The terms as the export has them, when rules of the user changed any; else empty.
    old_terms: dict[tuple[str, str], Term] = field(default_factory=dict)
    #: Where terms went that rules of the user changed: old key to new key, None for those that were dropped.
    term_moves: dict[tuple[str, str], tuple[str, str] | None] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    attachments: dict[int, Attachment] = field(default_factory=dict)
    menu_items: list[MenuItem] = field(default_factory=list)
    #: Post meta that authors see ("custom fields": the key has no leading underscore) and that is not brought along: key to
    #: the numbers of the entries that have it. Source: `is_protected_meta()`.
    custom_fields: dict[str, list[int]] = field(default_factory=dict)
    #: Bodies of reusable blocks (`wp_block` items) by post id.
    reusable_blocks: dict[int, str] = field(default_factory=dict)
    _packed_entries: Table = field(default_factory=lambda: Table(Entry))
    _packed_attachments: Table = field(default_factory=lambda: Table(Attachment))
    _in_order: list[Entry] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        """One more entry, packed: there may be a hundred thousand."""
        self._packed_entries.take(entry)
        self.entries.append(entry)

    def add_attachment(self, attachment: Attachment) -> None:
        """One more file, packed; a later one with the same id takes the place of an earlier."""
        self._packed_attachments.take(attachment)
        self.attachments[attachment.id] = attachment

    def in_order(self) -> list[Entry]:
        """The entries by their `sort_key`, whatever their order in the file. To be asked when all were added."""
        if len(self._in_order) != len(self.entries):
            # One part of the key after the other, the last one first: all keys at once would be as large as the index.
            found = list(self.entries)
            found.sort(key=lambda entry: entry.guid)
            found.sort(key=lambda entry: entry.link)
            found.sort(key=lambda entry: entry.digest)
            found.sort(key=lambda entry: entry.post_id or 0)
            found.sort(key=lambda entry: entry.when)
            self._in_order = found
        return self._in_order

    def by_post_id(self) -> "EntriesById":
        """The entries that have a post id; of several with one id the first that is not left out, else the first."""
        return EntriesById(self.entries)

    def attached(self) -> "AttachedFiles":
        """The files that were uploaded to each post."""
        return AttachedFiles(self.attachments)

    def written(self) -> Iterator[Entry]:
        """The entries that get a file."""
        return (entry for entry in self.entries if entry.path is not None)


class EntriesById:
    """Look-up of entries by their post id: four bytes an entry, where a dictionary would take a hundred."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Of `entries` as they are now: those that are not left out come first."""
        self._entries = entries
        found = [position for position, entry in enumerate(entries) if entry.post_id is not None]
        found.sort(key=lambda position: entries[position].skipped is not None)
        found.sort(key=self._id_at)
        self._positions = array("I", found)

    def _id_at(self, position: int) -> int:
        return self._entries[position].post_id or 0

    def get(self, post_id: int) -> Entry | None:
        """The entry with that id, None without one."""
        at = bisect_left(self._positions, post_id, key=self._id_at)
        if at == len(self._positions) or self._id_at(self._positions[at]) != post_id:
            return None
        return self._entries[self._positions[at]]

    def __contains__(self, post_id: int) -> bool:
        return self.get(post_id) is not None

    def __getitem__(self, post_id: int) -> Entry:
        """The entry with that id; raises LookupError without one."""
        entry = self.get(post_id)
        if entry is None:
            raise LookupError(post_id)
        return entry


class AttachedFiles:
    """Look-up of files by the post that they were uploaded to."""

    def __init__(self, attachments: Mapping[int, Attachment]) -> None:
        """Of `attachments` by id, as they are now."""
        self._attachments = attachments
        self._ids = sorted(number for number, file in attachments.items() if file.parent)
        self._ids.sort(key=lambda number: attachments[number].menu_order)
        self._ids.sort(key=self._parent_of)

    def _parent_of(self, number: int) -> int:
        return self._attachments[number].parent

    def of(self, post_id: int, kind: str) -> list[int]:
        """Ids of the post's files of a kind (see `Attachment.kind`), in WordPress's order (menu_order, id)."""
        first = bisect_left(self._ids, post_id, key=self._parent_of)
        own = takewhile(lambda number: self._parent_of(number) == post_id, islice(self._ids, first, None))
        return [number for number in own if self._attachments[number].kind == kind]
