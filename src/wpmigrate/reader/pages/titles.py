"""The title of a post in its box, as plain text."""

from collections.abc import Iterator

from wpmigrate.html import HEADINGS, plain_text

from .addresses import host_of
from .boxes import Box
from .bylines import is_day
from .classes import COMMON_TITLE, TITLE, UNSEEN
from .document import Document
from .regions import Regions
from .tree import HtmlElement, Tree, tokens_of

_SEPARATORS = (" – ", " — ", " | ", " « ", " » ", " › ", " - ", " :: ", " · ", " • ", " ‹ ", " ~ ", " / ", " < ", " > ")
_DATED = frozenset({"post-date", "posted-on", "entry-date"})
_BESIDE = frozenset(
    {"screen-reader-text", "edit-link", "post-edit-link", "assistive-text", "meta", "date", "entry-date"}
)


def title_element(tree: Tree, scope: HtmlElement, body: HtmlElement | None) -> HtmlElement | None:
    """The heading of the post within its box: by class, else the first heading outside of the body."""
    named = [element for name in TITLE for element in tree.classed([name], scope)]
    outside = [
        element
        for element in named
        if body is None or not tree.inside(element, body) or _is_linked(element) or _opens(element, body)
    ]
    for element in outside:
        if element.tag in HEADINGS or element.tag in ("a", "div", "p", "span"):
            return element
    headings = [
        node
        for node in tree.tagged(sorted(HEADINGS), scope)
        # P2 has the byline in a heading.
        if (body is None or not tree.inside(node, body))
        and not any("author" in a.get("rel", "") for a in node.iter("a"))
    ]
    before = [node for node in headings if body is None or tree.place(node) < tree.place(body)]
    linked = [node for node in before if any("bookmark" in link.get("rel", "") for link in node.iter("a"))]
    found = next(iter(linked or before), None)
    # Posts without a title bear the day in its place (the statuses of Twenty Twelve).
    return None if found is not None and is_day(title_text(found)) else found


def _is_linked(element: HtmlElement) -> bool:
    """Whether it is a heading with the permanent link: the title, even where the theme puts it into the box of the text."""
    return element.tag in HEADINGS and any("bookmark" in link.get("rel", "") for link in element.iter("a"))


def _opens(element: HtmlElement, body: HtmlElement) -> bool:
    """Whether a heading that is called the title of a post stands first in the box of the text (Shapely's lists)."""
    first = next((node for node in body.iter("*") if node.tag in HEADINGS or (node.text or "").strip()), None)
    return first is element and element.tag in HEADINGS and bool(tokens_of(element) & {*COMMON_TITLE})


def title_text(element: HtmlElement) -> str:
    """The words of a heading without what stands in it for screen readers or editors."""
    text = plain_text(element)
    for node in element.iterdescendants("*"):
        if tokens_of(node) & _BESIDE:
            text = text.replace(plain_text(node), " ", 1)
    return " ".join(text.split())


def permalink_in(heading: HtmlElement | None, box: Box | None, blog: str = "") -> str:
    """The address that a list gives: the link in the heading, else a permanent link of the box, else that of its comments.

    Of these the first on the host of `blog`, where the blog's address is known: the titles of link posts lead elsewhere.
    """
    found = list(_links_of(heading, box))
    own = [href for href in found if host_of(href) in ("", host_of(blog))] if blog else found
    return next(iter(own or found), "")


def _links_of(heading: HtmlElement | None, box: Box | None) -> Iterator[str]:
    """Addresses that may be the post's, the surest first."""
    for element in (heading, box.element if box else None):
        if element is None:
            continue
        links = [element] if element.tag == "a" else list(element.iter("a"))
        marked = [link for link in links if "bookmark" in link.get("rel", "")]
        for link in marked or (links if element is heading else []):
            if link.get("href") and not link.get("href", "").startswith("#"):
                yield link.get("href", "").strip()
    links = list(box.element.iter("a")) if box else []
    for leads_to_post in (_leads_to_comments, _names_the_post, _is_dated):
        yield from (link.get("href", "").strip().partition("#")[0] for link in links if leads_to_post(link))


def _leads_to_comments(link: HtmlElement) -> bool:
    """The link to the comments of a post, or to their form."""
    address, _, fragment = link.get("href", "").strip().partition("#")
    return bool(address) and fragment in ("comments", "respond") and "replytocom" not in address


def _names_the_post(link: HtmlElement) -> bool:
    """A link like `Continue reading TITLE`, where the title is for screen readers."""
    return "://" in link.get("href", "") and any(tokens_of(node) & UNSEEN for node in link.iter("span"))


def _is_dated(link: HtmlElement) -> bool:
    """A link around the date of a post."""
    parent = link.getparent()
    return parent is not None and bool(tokens_of(parent) & _DATED) and "://" in link.get("href", "")


def heading_above(document: Document, regions: Regions, others: list[HtmlElement]) -> HtmlElement | None:
    """A heading outside of the box: what is called a title, else what says the same as the page's title.

    `others` are the boxes of other posts.
    """
    tree, told = document.tree, told_title(document)
    foreign = tree.within(others)

    def is_own(node: HtmlElement) -> bool:
        return not regions.holds(node) and node not in foreign

    called = [node for name in COMMON_TITLE for node in tree.by_class.get(name, ()) if is_own(node)]
    if called:
        return called[0]
    headings = [node for node in tree.tagged(("h1", "h2", "h3")) if is_own(node)]
    return next((node for node in headings if told and title_text(node) == told), None)


def told_title(document: Document) -> str:
    """The title by what the head says: JSON-LD, OpenGraph, else the window's title without the name of the site."""
    head = document.head
    headline = head.article.get("headline")
    for told in (headline if isinstance(headline, str) else "", head.meta.get("og:title", "")):
        if told:
            return _without_site(" ".join(told.split()), head.site_name)
    return _without_site(head.title, head.site_name)


def _without_site(title: str, site: str) -> str:
    """The first part before a separator; with the site's name known exactly what stands before or after it.

    Of a post without a title WordPress has nothing but the name of the site.
    """
    if site:
        if title == site:
            return ""
        for separator in _SEPARATORS:
            if title.endswith(separator + site):
                return title.removesuffix(separator + site).strip()
            if title.startswith(site + separator):
                return title.removeprefix(site + separator).strip()
        return title
    for separator in _SEPARATORS:
        if separator in title:
            return title.rpartition(separator)[0].strip()
    return title
