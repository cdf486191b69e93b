"""What is kept in memory of a whole site: one small entry an item, and the lists of the channel."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from .attachment import Attachment
from .entry import Entry
from .record import ById, Rows, Table
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
    #: The names of terms as public items say them, by the same key; of several the first in the order of characters, so that
    #: it does not depend on the order of items.
    term_names: dict[tuple[str, str], str] = field(default_factory=dict)
    #: Other names of terms that share theirs, where the target knows terms by their names alone.
    names_apart: dict[tuple[str, str], str] = field(default_factory=dict)
    #: Slugs of the pages of terms whose own would share one, where the target makes such pages.
    slugs_apart: dict[tuple[str, str], str] = field(default_factory=dict)
    #: The terms as the export has them, when rules of the user changed any; else empty.
    old_terms: dict[tuple[str, str], Term] = field(default_factory=dict)
    #: Where terms went that rules of the user changed: old key to new key, None for those that were dropped.
    term_moves: dict[tuple[str, str], tuple[str, str] | None] = field(default_factory=dict)
    #: Former addresses of entries from which pages of the site lead on, by number: paths from its root, percent-encoded.
    former: dict[int, list[str]] = field(default_factory=dict)
    #: The page at whose address the list of posts stands, by its number, and that address; none and empty where none is known.
    posts_page: int | None = None
    list_path: str = ""
    #: What the generator of the target keeps for itself, of which pages of terms keep clear (`Target.own_addresses`).
    own_addresses: tuple[str, ...] = ()
    #: Addresses of items that the generator of the target has for itself, as keys of paths: the items stand elsewhere.
    kept_addresses: set[str] = field(default_factory=set)
    entries: Table[Entry] = field(default_factory=lambda: Table(Entry))
    #: The files of the media library, in file order; see `attachments`.
    files: Table[Attachment] = field(default_factory=lambda: Table(Attachment))
    menu_items: list[MenuItem] = field(default_factory=list)
    #: Post meta that authors see ("custom fields": the key has no leading underscore) and that is not brought along: key to
    #: the numbers of the entries that have it. Source: `is_protected_meta()`.
    custom_fields: dict[str, list[int]] = field(default_factory=dict)
    #: Bodies of reusable blocks (`wp_block` items) by post id.
    reusable_blocks: dict[int, str] = field(default_factory=dict)
    _in_order: Rows[Entry] | None = None
    _attachments: ById[Attachment] | None = None

    @property
    def attachments(self) -> ById[Attachment]:
        """The files of the media library by their id, of several with one id the last."""
        if self._attachments is None or self._attachments.size != len(self.files):
            self._attachments = ById(self.files, "id", reversed(range(len(self.files))))
        return self._attachments

    def in_order(self) -> Rows[Entry]:
        """The entries by their `sort_key`, whatever their order in the file."""
        if self._in_order is None or len(self._in_order) != len(self.entries):
            # One part of the key after the other, the last one first: all keys at once would be as large as the index.
            found = list(range(len(self.entries)))
            for field_name in ("guid", "link", "digest"):
                found.sort(key=self.entries.column(field_name).__getitem__)
            found.sort(key=lambda row: self.entries[row].post_id or 0)
            found.sort(key=lambda row: self.entries[row].when)
            self._in_order = Rows(self.entries, found)
        return self._in_order

    def by_post_id(self) -> ById[Entry]:
        """The entries that have a post id; of several with one id the first that is not left out, else the first."""
        rows = [row for row, entry in enumerate(self.entries) if entry.post_id is not None]
        skipped = self.entries.column("skipped")
        return ById(self.entries, "post_id", sorted(rows, key=lambda row: skipped[row] is not None))

    def attached(self) -> "AttachedFiles":
        """The files that were uploaded to each post."""
        return AttachedFiles(self.attachments)

    def written(self) -> Iterator[Entry]:
        """The entries that get a file."""
        return (entry for entry in self.entries if entry.path is not None)


class AttachedFiles:
    """Look-up of files by the post that they were uploaded to."""

    def __init__(self, attachments: ById[Attachment]) -> None:
        """Of `attachments` as they are now."""
        self._attachments = attachments
        own = sorted((file.parent, file.menu_order, file.id) for file in attachments.values() if file.parent)
        self._parents = array("q", [parent for parent, _, _ in own])
        self._ids = array("q", [number for _, _, number in own])

    def of(self, post_id: int, kind: str) -> list[int]:
        """Ids of the post's files of a kind (see `Attachment.kind`), in WordPress's order (menu_order, id)."""
        own = self._ids[bisect_left(self._parents, post_id) : bisect_right(self._parents, post_id)]
        return [number for number in own if self._attachments[number].kind == kind]
