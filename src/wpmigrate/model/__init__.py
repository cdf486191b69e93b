"""The model: slotted dataclasses that know no lxml, no YAML and no click."""

from .attachment import Attachment
from .columns import Texts
from .entry import Entry
from .index import EntriesById, MenuItem, SiteIndex
from .item import Comment, Item, Meta, TermRef
from .site import Author, Site, Term
from .slugs import made_slug
from .text_map import TextMap

__all__ = [
    "Attachment",
    "Author",
    "Comment",
    "EntriesById",
    "Entry",
    "Item",
    "MenuItem",
    "Meta",
    "Site",
    "SiteIndex",
    "Term",
    "TermRef",
    "TextMap",
    "Texts",
    "made_slug",
]
