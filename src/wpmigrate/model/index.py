"""What is kept in memory of a whole site: one small entry an item, and the lists of the channel."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .columns import Table
from .entry import Entry
from .site import Author, Site, Term

FILE_ENDINGS = {
    "image": (".jpg", ".jpeg", ".jpe", ".png", ".gif", ".webp", ".avif", ".bmp", ".svg", ".ico", ".heic"),
    "audio": (".mp3", ".ogg", ".oga", ".m4a", ".wav", ".flac", ".wma", ".aac"),
    "video": (".mp4", ".m4v", ".webm", ".ogv", ".mov", ".wmv", ".flv"),
}
"""File names by kind, as `wp_attachment_is_image()`, `wp_get_audio_extensions()` and `wp_get_video_extensions()` know them,
with the newer formats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """What a body may ask about a file of the media library. Texts are plain except `caption` (HTML)."""

    id: int
    #: Address of the original file; empty when the export names none.
    url: str = ""
    #: Address of the attachment page.
    link: str = ""
    title: str = ""
    alt: str = ""
    caption: str = ""
    description: str = ""
    #: The post it was uploaded to, 0 for none.
    parent: int = 0
    menu_order: int = 0
    #: Pixels, 0 when unknown.
    width: int = 0
    height: int = 0
    #: `_wp_attached_file`: the path below the uploads folder.
    file: str = ""
    #: (name, file name, width, height) of the smaller copies that WordPress made.
    sizes: tuple[tuple[str, str, int, int], ...] = ()

    @property
    def kind(self) -> str:
        """What the file name says that it is: "image", "audio", "video", or nothing."""
        name = self.url.partition("?")[0].lower()
        return next((kind for kind, endings in FILE_ENDINGS.items() if name.endswith(endings)), "")


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
    _table: Table = field(default_factory=lambda: Table(Entry))

    def add(self, entry: Entry) -> None:
        """One more entry, packed: there may be a hundred thousand."""
        self._table.take(entry)
        self.entries.append(entry)

    def by_post_id(self) -> dict[int, Entry]:
        """The entries that have a post id; of several with one id the first that is not left out, else the first."""
        found: dict[int, Entry] = {}
        for entry in self.entries:
            if entry.post_id is not None and (entry.post_id not in found or found[entry.post_id].skipped):
                if entry.post_id in found and entry.skipped:
                    continue
                found[entry.post_id] = entry
        return found

    def attached(self) -> dict[tuple[int, str], list[int]]:
        """Ids of the files uploaded to each post, by the post and their kind, in WordPress's order (menu_order, id)."""
        found: dict[tuple[int, str], list[Attachment]] = {}
        for attachment in self.attachments.values():
            if attachment.parent and (kind := attachment.kind):
                found.setdefault((attachment.parent, kind), []).append(attachment)
        return {
            key: [file.id for file in sorted(files, key=lambda file: (file.menu_order, file.id))]
            for key, files in found.items()
        }

    def written(self) -> Iterator[Entry]:
        """The entries that get a file."""
        return (entry for entry in self.entries if entry.path is not None)
