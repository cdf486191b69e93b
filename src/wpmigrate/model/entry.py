"""What is kept in memory of an item while its body waits on disk."""

from datetime import datetime
from typing import TYPE_CHECKING

from .record import Record, many, moment, optional_text, shared, text, whole

PUBLIC_STATUSES = frozenset({"publish", "inherit"})
"""Statuses of what everybody could see; `inherit` is that of attachments."""


class Entry(Record):
    """One item in the index: what other items need to know of it, and what became of it.

    The first part is set while reading; `path`, `address` and `skipped` are set once by the plan, before any body is
    converted.
    """

    if not TYPE_CHECKING:  # a type checker takes the fields for attributes, which would need slots
        __slots__ = ()

    #: Position in reading order over all parts, from 0.
    number: int = whole()
    #: Identity in the manifest; unique (a repeated one gets "#2").
    id: str = text()
    post_id: int | None = whole()
    type: str = shared()
    status: str = shared()
    #: `wp:post_name` as written; empty for most drafts.
    slug: str = text(default="")
    title: str = text(default="")
    link: str = text(default="")
    guid: str = text(default="")
    creator: str = shared(default="")
    date: datetime | None = moment(default=None)
    modified_text: str = text(default="")
    parent: int = whole(default=0)
    menu_order: int = whole(default=0)
    has_password: bool = shared(default=False)
    #: `_thumbnail_id`, 0 for none, and the line of that meta.
    thumbnail: int = whole(default=0)
    thumbnail_line: int | None = whole(default=None)
    #: (taxonomy, slug) of the terms.
    terms: tuple[tuple[str, str], ...] = many(default=())
    #: `_wp_old_slug`: what the slug was before, oldest first.
    old_slugs: tuple[str, ...] = many(default=())
    #: 63 bits over title, content, excerpt, dates and status: equal for the same state of the same item.
    digest: int = whole(default=0)
    #: It has no words: neither in its body nor in its excerpt, nor where page builders keep them.
    is_empty: bool = shared(default=False)
    #: Comments of any status, those that the site showed, and how many e-mail and IP addresses they bear.
    comment_count: int = whole(default=0)
    public_comment_count: int = whole(default=0)
    private_count: int = whole(default=0)
    file: str = shared(default="")
    line: int | None = whole(default=None)
    #: Byte offset of the item in the file, where it is known.
    offset: int | None = whole(default=None)
    #: Where the plan puts it: path of the file below the output folder, None when it gets none.
    path: str | None = optional_text(default=None)
    #: The new address: a path from the site's root ("/2010/12/slug/"), empty when it gets none.
    address: str = text(default="")
    #: Why it is left out ("private", "revision" …); None when it is written.
    skipped: str | None = shared(default=None)
    #: Written so that no generator publishes it.
    is_draft: bool = shared(default=False)
    #: It has the status of its parent, which is left out because it was not public.
    is_of_secret: bool = shared(default=False)

    @property
    def is_hidden(self) -> bool:
        """Whether it is left out and was not public: nothing that it says may come out."""
        is_secret = self.has_password or self.is_of_secret or self.status not in PUBLIC_STATUSES
        return self.skipped is not None and is_secret

    @property
    def when(self) -> str:
        """The date in fourteen digits, for sorting; empty without one."""
        return self.date.strftime("%Y%m%d%H%M%S").rjust(14, "0") if self.date else ""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """A total order that does not depend on the order of items in the file: date, id, state."""
        return (self.when, self.post_id or 0, self.digest, self.link, self.guid)
