"""The small tree that the parsers build of one channel entry, and the names in it."""


class Element:
    """An element: `key` is its normalized name ("wp:post_id", "title"), `text` its own text joined, `line` 1-based.

    A class with slots and not a dataclass: millions are made, and a plain `__init__` is the cheapest way.
    """

    __slots__ = ("attributes", "children", "key", "line", "text")

    def __init__(self, key: str, attributes: dict[str, str], line: int) -> None:
        self.key = key
        self.attributes = attributes
        self.line = line
        self.text = ""
        self.children: list[Element] | None = None

    def keys(self) -> list[str]:
        """The keys of the children, in order."""
        return [child.key for child in self.children or ()]

    def value_of(self, key: str) -> str:
        """The text of the first child `key`, empty without one."""
        for child in self.children or ():
            if child.key == key:
                return child.text
        return ""

    def is_item_like(self) -> bool:
        """Whether the children are those of an item, whatever the element is called."""
        return any(child.key in ITEM_MARKS for child in self.children or ())

    def is_double(self) -> bool:
        """Whether two items have become one: the tags between them are missing."""
        keys = self.keys()
        return keys.count("wp:post_id") > 1 and any(
            keys.count(key) > 1 for key in ("title", "content:encoded", "wp:status")
        )

    def is_post(self) -> bool:
        """The same for the items of a plain feed too."""
        return any(child.key in ITEM_MARKS or child.key in ("guid", "pubDate") for child in self.children or ())


ITEM_MARKS = frozenset(
    {
        "content:encoded",
        "excerpt:encoded",
        "wp:post_id",
        "wp:post_date",
        "wp:post_date_gmt",
        "wp:post_name",
        "wp:post_parent",
        "wp:post_password",
        "wp:post_type",
        "wp:comment_status",
        "wp:ping_status",
        "wp:status",
        "wp:menu_order",
        "wp:is_sticky",
        "wp:attachment_url",
        "wp:postmeta",
    }
)
"""Elements that stand in items only."""

CONTAINERS = frozenset(
    {
        "rss",
        "channel",
        "item",
        "image",
        "wp:author",
        "wp:category",
        "wp:tag",
        "wp:term",
        "wp:termmeta",
        "wp:postmeta",
        "wp:comment",
        "wp:commentmeta",
    }
)
"""Elements of an export that hold elements and no text."""

ITEM_LEAVES = frozenset(
    {
        "title",
        "link",
        "pubDate",
        "guid",
        "description",
        "category",
        "dc:creator",
        "content:encoded",
        "excerpt:encoded",
        "wp:post_id",
        "wp:post_date",
        "wp:post_date_gmt",
        "wp:post_modified",
        "wp:post_modified_gmt",
        "wp:comment_status",
        "wp:ping_status",
        "wp:post_name",
        "wp:status",
        "wp:post_parent",
        "wp:menu_order",
        "wp:post_type",
        "wp:post_password",
        "wp:is_sticky",
        "wp:attachment_url",
        "wp:meta_key",
        "wp:meta_value",
        "wp:comment_id",
        "wp:comment_author",
        "wp:comment_author_email",
        "wp:comment_author_url",
        "wp:comment_author_IP",
        "wp:comment_date",
        "wp:comment_date_gmt",
        "wp:comment_content",
        "wp:comment_approved",
        "wp:comment_type",
        "wp:comment_parent",
        "wp:comment_user_id",
    }
)
"""Elements of an item that hold text and no elements."""

CHANNEL_LEAVES = frozenset(
    {
        "title",
        "link",
        "description",
        "pubDate",
        "lastBuildDate",
        "language",
        "generator",
        "url",
        "width",
        "height",
        "wp:wxr_version",
        "wp:base_site_url",
        "wp:base_blog_url",
        "wp:author_id",
        "wp:author_login",
        "wp:author_email",
        "wp:author_display_name",
        "wp:author_first_name",
        "wp:author_last_name",
        "wp:term_id",
        "wp:term_taxonomy",
        "wp:term_slug",
        "wp:term_parent",
        "wp:term_name",
        "wp:term_description",
        "wp:category_nicename",
        "wp:category_parent",
        "wp:cat_name",
        "wp:category_description",
        "wp:tag_slug",
        "wp:tag_name",
        "wp:tag_description",
        "wp:meta_key",
        "wp:meta_value",
    }
)
"""The same for the channel and its authors and terms."""

LEAVES = ITEM_LEAVES | CHANNEL_LEAVES

ONE_LINE = LEAVES - {
    "content:encoded",
    "excerpt:encoded",
    "description",
    "wp:meta_value",
    "wp:comment_content",
    "wp:category_description",
    "wp:tag_description",
    "wp:term_description",
}
"""Leaves that hold one line."""

WORDED = frozenset(
    {
        "title",
        "category",
        "wp:cat_name",
        "wp:tag_name",
        "wp:term_name",
        "wp:author_display_name",
        "wp:author_first_name",
        "wp:author_last_name",
        "wp:comment_author",
    }
)
"""Those that people read: a control character in them becomes a blank. In values that programs compare, none does."""
