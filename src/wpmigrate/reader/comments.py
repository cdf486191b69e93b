"""A `wp:comment` element → a `Comment`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from wpmigrate.model import Comment

from .dates import Fault, moment_of
from .element import Element
from .numbers import whole_number

FIELDS = {
    "wp:comment_id": "id",
    "wp:comment_author": "author",
    "wp:comment_author_email": "email",
    "wp:comment_author_url": "url",
    "wp:comment_author_IP": "ip",
    "wp:comment_date": "date",
    "wp:comment_date_gmt": "date_gmt",
    "wp:comment_content": "content",
    "wp:comment_approved": "approved",
    "wp:comment_type": "kind",
    "wp:comment_parent": "parent",
    "wp:comment_user_id": "user_id",
}


COMPARED = frozenset({"id", "approved", "kind", "parent"})
"""Values that programs compare: blanks round the others may be the author's."""

COMPARED_ELEMENTS = frozenset(key for key, field in FIELDS.items() if field in COMPARED)
"""The elements that hold them."""


class CommentParts(NamedTuple):
    """The parts of a comment: its line, its values without the blanks round them, its meta as key and value.

    `lines`: those of its values.
    """

    line: int
    values: dict[str, str]
    meta: list[tuple[str, str]]
    lines: dict[str, int]
    #: Elements with blanks round their values, and the line of the first.
    blanks: Mapping[str, int] = MappingProxyType({})


def comment_parts(element: Element) -> CommentParts:
    """The parts of a `wp:comment` element; the first of several fields of a name counts."""
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    meta: list[tuple[str, str]] = []
    blanks: dict[str, int] = {}
    for child in element.children or ():
        field = FIELDS.get(child.key)
        if field is not None:
            text = child.text if field == "content" else child.text.strip()
            if text != child.text and field in COMPARED:
                blanks.setdefault(child.key, child.line)
            values.setdefault(field, text)
            lines.setdefault(field, child.line)
        elif child.key == "wp:commentmeta":
            meta.append((child.value_of("wp:meta_key").strip(), child.value_of("wp:meta_value")))
    return CommentParts(element.line, values, meta, lines, blanks)


def read_comment(parts: CommentParts) -> tuple[Comment, list[tuple[Fault, str, int]]]:
    """The comment, and the faults of its date with their lines. An empty type is a plain comment, as in WordPress before 5.5.

    One that does not say that it is approved is not, as for WordPress's importer.
    """
    get = parts.values.get
    date = moment_of(get("date", ""), get("date_gmt", ""), "", "comment_date")
    comment = Comment(
        id=whole_number(get("id", "")) or 0,
        author=get("author", ""),
        email=get("email", ""),
        url=get("url", ""),
        ip=get("ip", ""),
        date_text=get("date", ""),
        date_gmt_text=get("date_gmt", ""),
        date=date.moment,
        content=get("content", ""),
        approved=get("approved", ""),
        kind=get("kind") or "comment",
        parent=whole_number(get("parent", "")) or 0,
        user_id=whole_number(get("user_id", "")) or 0,
        meta=tuple(parts.meta),
        line=parts.line,
        author_line=parts.lines.get("author"),
        content_line=parts.lines.get("content"),
    )
    lines = parts.lines
    return comment, [
        (fault, done, lines.get(fault.field.removeprefix("comment_"), parts.line)) for fault, done in date.faults
    ]
