"""An Atom feed → sightings of posts, or the comments of a comment feed (RFC 4287, threading RFC 4685)."""

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from lxml import etree

from wpmigrate.html import drop, parse_fragment

from .addresses import address_of, is_same_post
from .body import clean_body
from .head import moment_of_iso
from .sighting import CommentSeen, Sighting, TermSeen
from .stored import stored_html
from .tree import HtmlElement, text_of

_ATOM = "{http://www.w3.org/2005/Atom}"
_THREAD = "{http://purl.org/syndication/thread/1.0}"
_FOOTER_LINKS = 2
"""Links in "The post TITLE appeared first on BLOG", in whatever language."""

_XHTML = re.compile(r"\sxmlns(?::\w+)?=\"[^\"]*\"")


class Feed(NamedTuple):
    """What a feed says: of the blog, of its posts, and the comments of posts by their address."""

    title: str
    blog: str
    lang: str
    posts: list[Sighting]
    comments: list[tuple[str, CommentSeen]]


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
    content, summary = entry.find(_ATOM + "content"), entry.find(_ATOM + "summary")
    body = _html(content) or _html(summary)
    author = entry.findtext(f"{_ATOM}author/{_ATOM}name") or ""
    guid = (entry.findtext(_ATOM + "id") or "").strip()
    sighting = Sighting(
        file=name,
        line=int(getattr(entry, "sourceline", 1) or 1),
        role="feed",
        post_id=address_of(guid).post_id,
        url=_link(entry),
        guid=guid,
        title=_plain(entry.find(_ATOM + "title")),
        body="" if "post-password-form" in body else feed_body(body, _link(entry)),
        is_partial=not _html(content),
        is_protected="post-password-form" in body,
        author=("", author.strip()),
        terms=[_term(category) for category in entry.iter(_ATOM + "category") if category.get("term")],
        comment_count=_total(entry),
        lang=lang,
        evidence={"date": "feed", "author": "feed", "terms": "feed", "body": "feed"},
    )
    published = moment_of_iso((entry.findtext(_ATOM + "published") or "").replace("Z", "+00:00"))
    if published:
        sighting.dates.append((published, "feed"))
    sighting.modified = moment_of_iso((entry.findtext(_ATOM + "updated") or "").replace("Z", "+00:00"))
    if sighting.comment_count is not None:
        sighting.evidence["comment_count"] = "feed"
    return sighting


def feed_body(html: str, url: str) -> str:
    """The text of an entry without what plugins add to feeds: the line that names post and blog, the link to the rest."""
    root = parse_fragment(html)
    clean_body(root, url)
    last = next(root.iterchildren("p", reversed=True), None)
    links = list(last.iter("a")) if last is not None else []
    if last is not None and len(links) == _FOOTER_LINKS and is_same_post(links[0].get("href", ""), url):
        home = links[1].get("href", "").rstrip("/")
        if home and url.startswith(home):
            drop(last)
    return stored_html(root, url)


def _term(category: HtmlElement) -> TermSeen:
    """WordPress gives categories and tags the same form: which it is stays open."""
    return TermSeen(taxonomy="", slug="", name=(category.get("label") or category.get("term") or "").strip())


def _total(entry: HtmlElement) -> int | None:
    text = (entry.findtext(_THREAD + "total") or "").strip()
    return int(text) if text.isdecimal() else None


def _comment(entry: HtmlElement) -> tuple[str, CommentSeen] | None:
    """(address of the post, comment) of an entry of a comment feed."""
    reply = entry.find(_THREAD + "in-reply-to")
    link = _link(entry)
    found = re.search(r"#comment-(\d+)$", link)
    if not found:
        return None
    parent = re.search(r"#comment-(\d+)$", reply.get("ref", "") if reply is not None else "")
    comment = CommentSeen(
        id=int(found[1]),
        parent=int(parent[1]) if parent else 0,
        author=(entry.findtext(f"{_ATOM}author/{_ATOM}name") or "").strip(),
        url=(entry.findtext(f"{_ATOM}author/{_ATOM}uri") or "").strip(),
        moment=moment_of_iso((entry.findtext(_ATOM + "published") or "").replace("Z", "+00:00")),
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
        return _XHTML.sub("", "".join(_serialized(element)))
    text = element.text or ""
    return text if kind in ("html", "text/html") else escape(text, quote=False)


def _serialized(element: HtmlElement) -> Iterator[str]:
    for child in element:
        yield str(etree.tostring(child, encoding="unicode", method="xml"))


def _plain(element: HtmlElement | None) -> str:
    """A text construct as plain text."""
    text = _html(element)
    return text_of(parse_fragment(text)) if text else ""
