"""An Atom feed → sightings of posts, or the comments of a comment feed (RFC 4287, threading RFC 4685)."""

import re
from datetime import datetime
from html import escape

from lxml import etree

from wpmigrate.html import parse_fragment

from .feeds import COMMENT, Feed, feed_post
from .head import moment_of_iso
from .sighting import CommentSeen, Sighting
from .stored import stored_html
from .tree import HtmlElement, text_of

_ATOM = "{http://www.w3.org/2005/Atom}"
_THREAD = "{http://purl.org/syndication/thread/1.0}"
_XHTML = re.compile(r"\sxmlns(?::\w+)?=\"[^\"]*\"")


def read_atom(data: bytes, name: str) -> Feed:
    """The feed. Damaged XML is read as far as it goes: an entry that is cut keeps what was read of it."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(data, parser=parser)
    if root is None:
        return Feed("", "", "", [], [])
    lang = root.get("{http://www.w3.org/XML/1998/namespace}lang", "")
    posts: list[Sighting] = []
    comments: list[tuple[str, CommentSeen]] = []
    for entry in root.iter(_ATOM + "entry"):
        found = _comment(entry)
        if found is not None:
            comments.append(found)
        else:
            posts.append(_post(entry, name, lang))
    return Feed(_plain(root.find(_ATOM + "title")), _link(root), lang, posts, comments)


def _post(entry: HtmlElement, name: str, lang: str) -> Sighting:
    """A post of the feed."""
    content = _html(entry.find(_ATOM + "content"))
    seen = Sighting(
        file=name,
        line=int(getattr(entry, "sourceline", 1) or 1),
        role="feed",
        url=_link(entry),
        guid=_text(entry, "id"),
        title=_plain(entry.find(_ATOM + "title")),
        is_partial=not content,
        author=("", _text(entry, "author", "name")),
        comment_count=_total(entry),
        modified=_moment(entry, "updated"),
        lang=lang,
    )
    terms = [(one.get("label") or term).strip() for one in entry.iter(_ATOM + "category") if (term := one.get("term"))]
    html = content or _html(entry.find(_ATOM + "summary"))
    return feed_post(seen, html, _moment(entry, "published"), terms)


def _text(entry: HtmlElement, *path: str) -> str:
    """The text of an element by the names on the way to it; empty without one."""
    return (entry.findtext("/".join(_ATOM + name for name in path)) or "").strip()


def _moment(entry: HtmlElement, name: str) -> datetime | None:
    return moment_of_iso(_text(entry, name))


def _total(entry: HtmlElement) -> int | None:
    text = (entry.findtext(_THREAD + "total") or "").strip()
    return int(text) if text.isdecimal() else None


def _comment(entry: HtmlElement) -> tuple[str, CommentSeen] | None:
    """(address of the post, comment) of an entry of a comment feed."""
    link = _link(entry)
    found = COMMENT.search(link)
    if not found:
        return None
    reply = entry.find(_THREAD + "in-reply-to")
    parent = COMMENT.search(reply.get("ref", "")) if reply is not None else None
    comment = CommentSeen(
        id=int(found[1]),
        parent=int(parent[1]) if parent else 0,
        author=_text(entry, "author", "name"),
        url=_text(entry, "author", "uri"),
        moment=_moment(entry, "published"),
        content=stored_html(parse_fragment(_html(entry.find(_ATOM + "content"))), ""),
    )
    return link.partition("#")[0], comment


def _link(element: HtmlElement) -> str:
    """The alternate link of a feed or an entry."""
    links = [link for link in element.iterchildren(_ATOM + "link") if (link.get("rel") or "alternate") == "alternate"]
    html = [link for link in links if (link.get("type") or "text/html") in ("text/html", "application/xhtml+xml")]
    return next((link.get("href", "") for link in html or links), "")


def _html(element: HtmlElement | None) -> str:
    """A text construct as HTML."""
    if element is None:
        return ""
    kind = element.get("type") or "text"
    if kind == "xhtml":
        return _XHTML.sub(
            "", "".join(str(etree.tostring(child, encoding="unicode", method="xml")) for child in element)
        )
    text = element.text or ""
    return text if kind in ("html", "text/html") else escape(text, quote=False)


def _plain(element: HtmlElement | None) -> str:
    """A text construct as plain text."""
    text = _html(element)
    return text_of(parse_fragment(text)) if text else ""
