"""Where a hole has joined two items, or has taken so much of one that nobody knows who may read the rest.

WordPress writes every field of an item once, and those that say who may read it after the text. Where something is broken
and a field comes again, another item has begun, whose start is lost. Where something is broken before the last of them and
one is missing, text and status may be those of two items: what is left comes out as a draft.
"""

import re

from wpmigrate.reader.fields import FIELDS

from .walk import Walker

_AT_START = frozenset(
    {"title", "link", "pubDate", "dc:creator", "guid", "content:encoded", "excerpt:encoded", "wp:post_id"}
)
"""Fields that show where another item begins even if nothing is broken there: they stand at the beginning."""

_OF_ITEMS = frozenset(key for key in FIELDS if key.startswith(("wp:", "content:", "excerpt:"))) | _AT_START
_BEFORE_COMMENTS = frozenset({"category", "wp:postmeta"})
_GUARDS = ("wp:post_id", "wp:post_name", "wp:status", "wp:post_type", "wp:post_password")
"""Fields of which one is missing where a hole lies between the text of one item and the status of another."""

_OF_EXPORTS = rb"(?i)wxr[\W_]?version|post[\W_]?id\s*>"
"""What a plain feed has not, however its names were changed: there no status means that an item is public."""

_PUBLIC = re.compile(rb"(?:<!\[CDATA\[)?\s*publish\s*(?:\]\]>)?", re.IGNORECASE)


def begins_another(walker: Walker, key: str, offset: int) -> bool:
    """Whether the field `key` of an item is the first of another one, whose tag is missing; notes that it was met.

    WordPress writes the title first, and the id behind the text: where this item has its id already, a title begins
    another one, and so do a second id and what stands before the id and was there before; behind a fault every field does.
    """
    if not walker.is_item:
        return False
    if key not in _OF_ITEMS:
        return walker.is_torn and "wp:comment" in walker.seen and _stands_before_comments(walker, key, offset)
    has_id = "wp:post_id" in walker.seen
    is_another = (has_id and key == "title") or (
        key in walker.seen and (walker.is_torn or (has_id and key in _AT_START))
    )
    walker.seen.add(key)
    walker.is_torn = False
    return is_another


def _stands_before_comments(walker: Walker, key: str, offset: int) -> bool:
    """Whether a field stands before the comments of its item: what is behind them and broken belongs to another one."""
    if key not in ("wp:meta_key", "wp:meta_value"):
        return key in _BEFORE_COMMENTS
    of_item, of_comment = (walker.finder.find(mark, offset) for mark in (b"</wp:postmeta", b"</wp:commentmeta"))
    opened = walker.finder.find(b"<wp:postmeta", offset)
    return of_item >= 0 and not 0 <= opened < of_item and not 0 <= of_comment < of_item


def hold_back(walker: Walker) -> None:
    """At the end of an item: make it a draft if a hole may have given it the status of another one."""
    if not (walker.has_gap or walker.lost):
        return
    is_torn = any(found.code == "WXR253" for found in walker.findings)
    if is_torn and "wp:status" not in walker.seen and walker.finder.search(_OF_EXPORTS, 0) >= 0:
        walker.key(b"wp:status", walker.start)  # its prefix may not be declared
        walker.out.append(b"<wp:status>draft</wp:status>")
    missing = [key for key in _GUARDS if key not in walker.seen or key in walker.lost]
    if missing == ["wp:post_password"] and walker.finder.search(rb":post_password[\s>/]", 0) < 0:
        return  # of an exporter that writes none
    if "wp:status" in missing and walker.finder.search(rb":status[\s>]", 0) >= 0:
        walker.note(walker.start, "WXR253", {"reason": "its wp:status is missing"})
    if missing and walker.status_at >= 0 and _PUBLIC.fullmatch(walker.out[walker.status_at]):
        walker.out[walker.status_at] = b"draft"
        walker.note(walker.start, "WXR253", {"reason": f"its {missing[0]} is missing, it is held back as a draft"})
