"""Who wrote it: links to the author's archive, microformats, then what the head says."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qs, unquote

from lxml import etree

from wpmigrate.html import HEADINGS, plain_text, split_url
from wpmigrate.locales import parse_byline

from .head import Head
from .regions import Apart
from .tree import HtmlElement, Tree, text_of, tokens_of

_ARCHIVE = re.compile(r"/(?:author|autor|forfatter|profile)/([^/?#]+)")
_NAMED = (
    "p-author",
    "wp-block-post-author__name",
    "wp-block-post-author-name",
    "entry-author-name",
    "author-name",
    "author",
)
_CARD = ("fn", "nickname")
_HIDDEN_BY = re.compile(r"^\s*by\s+(.{1,80}?)\s*$", re.DOTALL)
"""Kubrick prints the author into a comment of the page."""

_LONGEST = 80
_ABOUT = ("author-bio", "author-info", "author-box", "about-author", "entry-author-info")


def author_of(tree: Tree, scopes: Iterable[HtmlElement], apart: Apart, head: Head) -> tuple[str, str, str]:
    """(nicename, display name, evidence); empty where the page does not tell."""
    for scope in scopes:
        for element, evidence in _marked(tree, scope):
            if apart.holds(element):
                continue
            name = text_of(element)
            if 0 < len(name) <= _LONGEST:
                return _nicename_in(_link_of(element)), name, evidence
        hidden = _in_comment(scope)
        if hidden:
            return "", hidden, "a comment in the page"
    about = _in_box_about(tree, head.lang)
    if about is not None:
        return *about, "box about the author"
    article = head.article.get("author")
    if article:
        return "", str(article), "JSON-LD"
    told = head.meta.get("author") or head.meta.get("twitter:data1", "") * (
        head.meta.get("twitter:label1") == "Written by"
    )
    return ("", told, "meta") if told and "://" not in told else ("", "", "")


def _marked(tree: Tree, scope: HtmlElement) -> Iterable[tuple[HtmlElement, str]]:
    """Elements that name the author, the surest first."""
    links = tree.tagged(("a",), scope)
    marked = [link for link in links if "author" in link.get("rel", "").split()]
    for link in [link for link in marked if _nicename_in(link)]:
        yield link, "link to the author"
    for element in tree.classed(_CARD, scope):
        if any(tokens_of(box) & {"author", "vcard"} for box in (element, *element.iterancestors())):
            yield element, "hCard"
    for link in [*(link for link in links if _nicename_in(link)), *marked]:
        yield link, "link to the author"
    for name in _NAMED:
        for element in tree.classed((name,), scope):
            inner = next((node for node in element.iter("a") if plain_text(node).strip()), None)
            if inner is not None or name != "author":
                yield (element if inner is None else inner), "class"
    for element in tree.tagged(("span", "a", "div", "p", "li"), scope):
        if element.get("itemprop") == "author":
            yield _named_in(element), "microdata"


def _named_in(element: HtmlElement) -> HtmlElement:
    """The element with the name in a microdata author."""
    inner = next((node for node in element.iter() if node.get("itemprop") == "name"), None)
    return element if inner is None else inner


def _link_of(element: HtmlElement) -> HtmlElement | None:
    """The link that an author's name is, holds or stands in."""
    if element.tag == "a":
        return element
    inside = next(element.iter("a"), None)
    return inside if inside is not None else next(element.iterancestors("a"), None)


def _nicename_in(link: HtmlElement | None) -> str:
    """The nicename in the address of an author's archive; empty for any other link."""
    if link is None:
        return ""
    href = link.get("href", "")
    if found := _ARCHIVE.search(href):
        return unquote(found[1])
    query = parse_qs(split_url(href).query)
    return query["author_name"][0] if "author_name" in query else ""


def _in_box_about(tree: Tree, lang: str) -> tuple[str, str] | None:
    """(nicename, name) in the box that themes print under a post about its author; None where there is none.

    Twenty Twenty-One names the author nowhere else: a heading "By NAME" and a link to the author's archive.
    """
    for box in tree.classed(_ABOUT):
        nicename = next((found for link in box.iter("a") if (found := _nicename_in(link))), "")
        heading = next(box.iter(*HEADINGS), None)
        if nicename and heading is not None:
            words = text_of(heading)
            told = parse_byline(words, lang or None)
            return nicename, told.author if told and told.author else ""
    return None


def _in_comment(scope: HtmlElement) -> str:
    for comment in scope.iter(etree.Comment):
        if found := _HIDDEN_BY.match(comment.text or ""):
            return found[1]
    return ""
