"""The model: slotted dataclasses that know no lxml, no YAML and no click."""

from .entry import Entry
from .index import Attachment, MenuItem, SiteIndex
from .item import Comment, Item, Meta, TermRef
from .site import Author, Site, Term
from .slugs import made_slug

__all__ = [
    "Attachment",
    "Author",
    "Comment",
    "Entry",
    "Item",
    "MenuItem",
    "Meta",
    "Site",
    "SiteIndex",
    "Term",
    "TermRef",
    "made_slug",
]
