"""How many comments a post has: by the link that lists print, by the heading over the comments, by counting them."""

import re
from typing import NamedTuple

from wpmigrate.html import HEADINGS

from .addresses import address_of
from .classes import UNSEEN
from .sighting import CommentSeen
from .tree import HtmlElement, Tree, text_of, tokens_of

_HEADING_IDS = ("comments-title", "comments-heading", "comments", "comments_title")
_HEADING_CLASSES = ("comments-title", "wp-block-comments-title", "comments-heading", "comment-title", "comments-number",
                    "comment-count",
    "comments_intro", "title-comments", "comments_title")  # fmt: skip
_LINK_CLASSES = (
    "comments-link",
    "comments-popup-link",
    "entry-comments-link",
    "comment-link",
    "post-comments",
    "commentslink",
)
_CLOSED = ("nocomments", "comments-closed", "no-comments")
_NUMBER = re.compile(r"\d[\d.,   ]*")
_COMMENT_PAGE = re.compile(r"(?:/comment-page-|[?&]cpage=)(\d{1,4})(?:[/#&?]|$)")
_OTHER_SYSTEMS = ("disqus_thread", "livefyre-comments", "fb-comments", "IDCommentsPostTitle", "commento", "isso-thread")
"""Comment systems that put their comments in by script."""

_FORMS = ("commentform", "respond", "postcomment")


class Count(NamedTuple):
    """The number (None: not told), whether comments are open (None: not told), and where the number came from."""

    number: int | None = None
    is_open: bool | None = None
    evidence: str = ""
    #: Pages of comments, 1 for one.
    pages: int = 1
    #: The words of the link or the heading, for who reads words.
    words: str = ""
    #: There is a comment form and no comment; only words that nobody read yet may still name some.
    is_bare: bool = False


def count_on_page(tree: Tree, comments: list[CommentSeen], title: str, url: str) -> Count:
    """On the post's own page. A heading counts all pages of comments; without one, those that stand here are all."""
    pages = _pages(tree, url)
    is_closed = bool(tree.classed(_CLOSED))
    # Twenty Twenty says in the place of the form that comments are closed.
    has_form = any(name in tree.by_id for name in (_FORMS[:1] if is_closed else _FORMS))
    is_open = True if has_form else (False if is_closed else None)
    words = _heading(tree)
    told = _number(words, title)
    if told is not None and told >= len(comments):
        return Count(told, is_open, "heading of the comments", pages, words)
    if comments:
        return Count(None if pages > 1 else len(comments), is_open, "comments counted", pages, words)
    if not words and (area := _empty_area(tree, has_form=has_form)):
        return Count(0, is_open, area, pages)
    return Count(None, is_open, "", pages, words, is_bare=has_form)


def _empty_area(tree: Tree, *, has_form: bool) -> str:
    """What shows that WordPress printed the place of the comments, and none in it; empty where it is not there."""
    if any(name in tree.by_id for name in _OTHER_SYSTEMS):
        return ""
    if has_form:
        return "a comment form without comments"
    is_there = "comments" in tree.by_id or bool(tree.classed((*_CLOSED, "comments-area")))
    return "the place of the comments is empty" if is_there else ""


def count_in_list(tree: Tree, box: HtmlElement, url: str, title: str = "") -> Count:
    """In a list: WordPress leads to `#respond` where there is none, else to `#comments` (`comments_popup_link`)."""
    key = address_of(url).key
    links = tree.classed(_LINK_CLASSES, box)
    links += [node for node in tree.tagged(("a",), box) if node.get("href", "").endswith(("#respond", "#comments"))]
    for node in links:
        link = node if node.tag == "a" else next(node.iter("a"), None)
        words = _shown(node)
        href = link.get("href", "") if link is not None else ""
        told = _number(words, title)
        if link is not None and link.get("id") == "cancel-comment-reply-link":
            continue
        if "replytocom" in href or href.startswith("#") or (href and key and address_of(href).key not in (key, "")):
            continue
        if told is not None and told < 100_000:
            return Count(told, None, "comment link", 1, words)
        if href.endswith("#respond"):
            return Count(0, True, "comment link to #respond", 1, words)
        if words:
            return Count(None, None, "", 1, words)
    return Count()


def _heading(tree: Tree) -> str:
    """The words of the heading over the comments."""
    for name in _HEADING_IDS:
        element = tree.by_id.get(name)
        if element is not None and (element.tag in HEADINGS or name != "comments"):
            return text_of(element)
    for element in tree.classed(_HEADING_CLASSES):
        return text_of(element)
    area = tree.by_id.get("comments")
    first = next((node for node in area.iter(*HEADINGS)), None) if area is not None else None
    return text_of(first) if first is not None and "reply" not in first.get("id", "") else ""


def _shown(element: HtmlElement) -> str:
    """The words of a link without what WordPress adds for screen readers (" on TITLE"); all where nothing else is there."""
    words = text_of(element)
    rest = words
    for node in element.iter("span"):
        if tokens_of(node) & UNSEEN:
            rest = rest.replace(text_of(node), " ", 1)
    return " ".join(rest.split()) or words


def _number(words: str, title: str) -> int | None:
    """The number in some words; one in the title, which themes repeat beside it, is none of comments."""
    found = _NUMBER.search(words.replace(title, " ") if title else words)
    if not found:
        return None
    digits = re.sub(r"\D", "", found[0])
    return int("".join(str(int(digit)) for digit in digits)) if len(digits) < 7 else None


def _pages(tree: Tree, url: str) -> int:
    """How many pages of comments there are at least: links to them lead to the post's own address."""
    key = address_of(url).key
    pages = [1]
    for link in tree.by_tag.get("a", ()):
        href = link.get("href", "")
        is_page = "comment-page-" in href or "cpage=" in href
        if is_page and (found := _COMMENT_PAGE.search(href)) and (not key or address_of(href).key in (key, "")):
            pages.append(int(found[1]))
    return max(pages)
