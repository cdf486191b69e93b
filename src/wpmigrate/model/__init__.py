"""The model: slotted dataclasses that know no lxml, no YAML and no click."""

from .attachment import Attachment
from .columns import Texts
from .entry import Entry
from .index import MenuItem, SiteIndex
from .item import INTERNAL_COMMENTS, Comment, Item, Meta, TermRef
from .made import MadeSequence
from .record import ById, Rows, Table
from .site import Author, Site, Term
from .slugs import made_slug
from .text_map import TextMap

__all__ = [
    "INTERNAL_COMMENTS",
    "Attachment",
    "Author",
    "ById",
    "Comment",
    "Entry",
    "Item",
    "MadeSequence",
    "MenuItem",
    "Meta",
    "Rows",
    "Site",
    "SiteIndex",
    "Table",
    "Term",
    "TermRef",
    "TextMap",
    "Texts",
    "made_slug",
]
