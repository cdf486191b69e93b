"""What kind of page is it? Told by `body_class`, else by what the head says and by the number of posts."""

import re
from enum import Enum

from .document import Document

_ID = re.compile(r"(?:postid|page-id|attachmentid)-(\d+)")
_COMMENT_FOR = "comment_post_ID"


class PageKind(Enum):
    """A page of one post, a page of the page type, of an attachment; a list of posts; none that WordPress knows."""

    SINGLE = "single"
    PAGE = "page"
    ATTACHMENT = "attachment"
    LIST = "list"
    NOT_FOUND = "not found"
    UNKNOWN = "unknown"


_BY_CLASS: tuple[tuple[re.Pattern[str], PageKind], ...] = (
    (re.compile(r"error404"), PageKind.NOT_FOUND),
    (re.compile(r"attachment|single-attachment"), PageKind.ATTACHMENT),
    (re.compile(r"single|postid-\d+"), PageKind.SINGLE),
    (re.compile(r"page|page-id-\d+"), PageKind.PAGE),
    (re.compile(r"home|blog|archive|search|category|tag|author|date|paged|post-type-archive.*"), PageKind.LIST),
)
"""Classes of `<body>` (`body_class`, since WordPress 2.8) and what they say, the first that is there decides."""

_BY_TYPE = {"page": PageKind.PAGE, "attachment": PageKind.ATTACHMENT}


def kind_of(document: Document) -> PageKind:
    """The kind, by the marks that WordPress prints; UNKNOWN where a theme prints none."""
    classes, head = document.tree.body_classes, document.head
    for pattern, kind in _BY_CLASS:
        if any(pattern.fullmatch(name) for name in classes):
            return kind
    if head.type in _BY_TYPE:
        return _BY_TYPE[head.type]
    if head.post_id is not None or head.meta.get("og:type") == "article" or head.article:
        return PageKind.SINGLE
    # WordPress names the address of a post in its head (`rel_canonical`), and of no list.
    is_list = head.names_posts and not head.canonical
    return PageKind.LIST if is_list else PageKind.UNKNOWN


def post_id_of(document: Document) -> int | None:
    """The id of the page's own post: from `body_class`, the short link, the REST link or the comment form."""
    for name in document.tree.body_classes:
        if found := _ID.fullmatch(name):
            return int(found[1])
    if document.head.post_id is not None:
        return document.head.post_id
    for field in document.tree.by_tag.get("input", ()):
        if field.get("name") == _COMMENT_FOR and field.get("value", "").isdecimal():
            return int(field.get("value") or 0)
    return None


def type_of(document: Document, kind: PageKind, box_classes: frozenset[str]) -> str:
    """The post type: `type-…` of `post_class`, `single-…` of `body_class`, else what the kind of page says."""
    for name in box_classes:
        if name.startswith("type-") and len(name) > 5:
            return name[5:]
    if kind is PageKind.PAGE:
        return "page"
    if kind is PageKind.ATTACHMENT:
        return "attachment"
    for name in document.tree.body_classes:
        if name.startswith("single-") and not name.startswith(("single-format-", "single-post", "single-attachment")):
            known = document.head.type or name[7:]
            if known == name[7:]:
                return known
    return document.head.type or "post"
