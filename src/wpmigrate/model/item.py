"""An item of an export, normalized but not converted: its content is still what WordPress stored."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRef:
    """A `<category>` of an item. `slug` may be empty (exporters up to 3.0, feeds); `name` is unescaped once."""

    taxonomy: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """A `wp:postmeta` as stored: keys repeat, values are raw text (`wpmigrate.reader.php` reads serialized ones)."""

    key: str
    value: str
    line: int | None = None


INTERNAL_COMMENTS = frozenset(
    {
        "note",
        "reaction",
        "block_comment",
        "editorial-comment",
        "order_note",
        "webhook_delivery",
        "action_log",
        "edd_payment_note",
        "give_payment_note",
        "give_donor_note",
        "llms_order_note",
    }
)
"""Kinds of comments that no reader ever saw though they are approved: what editors and shops note for themselves.

Sources: `wp_update_comment_count_now()` and `WP_Comment_Query` of WordPress 6.9 (notes on blocks, whose reactions and former
name are Gutenberg's), Edit Flow, WooCommerce with its Action Scheduler, Easy Digital Downloads, GiveWP, LifterLMS.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A `wp:comment`. `parent` is a comment id, 0 at top level; `kind` is comment, pingback, trackback or other."""

    id: int
    author: str = ""
    #: Private, as is `ip`: never written unless asked for by name.
    email: str = ""
    url: str = ""
    ip: str = ""
    #: Local time as written and the same in GMT; empty when absent.
    date_text: str = ""
    date_gmt_text: str = ""
    date: datetime | None = None
    content: str = ""
    #: As written: "1" approved, "0" pending, "spam", "trash".
    approved: str = "1"
    kind: str = "comment"
    parent: int = 0
    user_id: int = 0
    meta: tuple[tuple[str, str], ...] = ()
    line: int | None = None
    #: Those of `author` and `content`.
    author_line: int | None = None
    content_line: int | None = None

    @property
    def is_public(self) -> bool:
        """Whether WordPress shows it: approved, and meant for readers."""
        return self.approved == "1" and self.kind not in INTERNAL_COMMENTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An `<item>`, field by field.

    Texts are as XML gives them (CDATA joined, line ends turned into LF); `title` and names are unescaped by the rules
    of the exporter that wrote them. `line` numbers are 1-based lines of `file`, of the field's start tag.
    """

    #: `wp:post_id`, or None when the export names none.
    post_id: int | None
    #: The identity in manifest and reports: post_id, else `?p=` of the GUID, else the slug, else a hash.
    id: str
    type: str = "post"
    status: str = "draft"
    #: Plain text: tags and entities resolved.
    title: str = ""
    #: As stored in the XML, for comparison and repair.
    raw_title: str = ""
    #: `wp:post_name` as written (percent-encoded for non-Latin scripts).
    slug: str = ""
    link: str = ""
    guid: str = ""
    #: `dc:creator`: the login (from 3.1 on) or the display name (before).
    creator: str = ""
    #: Local time with the post's own offset where post_date and post_date_gmt give one; None when unknown.
    date: datetime | None = None
    modified: datetime | None = None
    #: The four dates as written.
    date_text: str = ""
    date_gmt_text: str = ""
    modified_text: str = ""
    modified_gmt_text: str = ""
    pub_date: str = ""
    content: str = ""
    excerpt: str = ""
    description: str = ""
    password: str = ""
    parent: int = 0
    menu_order: int = 0
    is_sticky: bool = False
    comment_status: str = ""
    ping_status: str = ""
    attachment_url: str = ""
    terms: tuple[TermRef, ...] = ()
    comments: tuple[Comment, ...] = ()
    meta: tuple[Meta, ...] = ()
    #: The number of comments that a page or a feed states; None when none is stated (an export holds the comments).
    comment_count: int | None = None
    #: (field, where it came from), for what was read of saved pages; empty for exports.
    evidence: tuple[tuple[str, str], ...] = ()
    #: Where `content` has lines that a theme printed and that say what the fields say (start and end, in order).
    byline_spans: tuple[tuple[int, int], ...] = ()
    #: Names of the fields that the export does not have at all (absent, not empty): "content", "type", "status" …
    absent: frozenset[str] = frozenset()
    #: Part of the item could not be read; what is here is what was left.
    is_damaged: bool = False
    file: str = ""
    line: int | None = None
    #: Byte offset of the item in the file (as UTF-8); None where it was written anew.
    offset: int | None = field(default=None, compare=False)
    #: Line of the start tag of each field that has one, by field name of this class ("title", "date_text" …).
    lines: dict[str, int] = field(default_factory=dict)

    @property
    def own_content(self) -> str:
        """The content without the lines that a theme printed and that the fields say too."""
        text = self.content
        for start, end in reversed(self.byline_spans):
            text = text[:start] + text[end:]
        return text

    def meta_value(self, key: str) -> str | None:
        """The first value of a meta key, None when the item has none."""
        return next((meta.value for meta in self.meta if meta.key == key), None)

    def meta_values(self, key: str) -> list[str]:
        """All values of a meta key, in file order."""
        return [meta.value for meta in self.meta if meta.key == key]

    @property
    def approved_comments(self) -> tuple[Comment, ...]:
        """The comments that WordPress shows, pingbacks and trackbacks included; their number is the comment count."""
        return tuple(comment for comment in self.comments if comment.is_public)

    @property
    def known_comment_count(self) -> int | None:
        """How many comments are shown: as stated, else those that are here; None when nothing tells, which is not 0."""
        if self.comment_count is not None or "comment_count" in self.absent:
            return self.comment_count
        return len(self.approved_comments)

    @property
    def post_format(self) -> str:
        """The post format ("aside", "gallery" …); empty for a standard post."""
        for term in self.terms:
            if term.taxonomy == "post_format":
                return (term.slug or term.name).lower().removeprefix("post-format-")
        return ""
