"""Posts of themes without any class that tells: a heading, text, and a byline; the byline shows where a post is.

Two orders occur: heading, text, byline; and heading, byline, text. What stands between heading and byline tells which.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest

from lxml import etree

from wpmigrate.html import HEADINGS, plain_text, split_url

from .bylines import says_byline, says_remark
from .tree import HtmlElement, Tree, holds, text_of

_LINE_TAGS = (
    "p",
    "div",
    "small",
    "span",
    "h4",
    "h5",
    "h6",
    "em",
    "li",
    "td",
    "address",
    "ul",
    "dl",
    "footer",
    "section",
)
_LITTLE = 20
"""Characters between heading and byline that are no text of a post."""


@dataclass(slots=True)
class Segment:
    """A post found by its byline: `body` is an element of its own, to which the text was moved."""

    heading: HtmlElement
    bylines: list[HtmlElement]
    body: HtmlElement


def segments_in(tree: Tree, scope: HtmlElement, is_apart: Callable[[HtmlElement], bool]) -> list[Segment]:
    """The posts in `scope`, in order. The tree is taken apart: texts move into elements of their own."""
    marks = _marks(tree, scope, is_apart)
    titles = tree.by_tag.get("title", ())
    pairs = _pairs(marks, text_of(titles[0]) if titles else "")
    lengths = [len(_between(heading, byline)) for heading, byline in pairs]
    closing = sum(length > _LITTLE for length in lengths)
    least = 0 if closing and 2 * closing >= len(lengths) else _LITTLE  # one theme has one order: short posts follow it
    following = [heading for heading, _ in pairs[1:]]
    found = [
        _segment(heading, byline, after, is_closed=length > least)
        for (heading, byline), after, length in zip_longest(pairs, following, lengths)
    ]
    return [segment for segment in found if segment is not None]


def _marks(tree: Tree, scope: HtmlElement, is_apart: Callable[[HtmlElement], bool]) -> list[tuple[HtmlElement, bool]]:
    """Headings and bylines in document order: (element, whether it is a byline). Of nested bylines the outermost."""
    found: list[tuple[HtmlElement, bool]] = []
    last: HtmlElement | None = None
    for element in tree.tagged((*HEADINGS, *_LINE_TAGS), scope):
        if element is scope or (last is not None and tree.inside(element, last)) or is_apart(element):
            continue
        if element.tag in ("h1", "h2", "h3", "h4") and plain_text(element).strip():
            found.append((element, False))
        elif (
            element.tag not in HEADINGS
            and says_byline(element)
            and not any(True for _ in element.iter("h1", "h2", "h3"))
        ):
            last = element
            found.append((element, True))
    return found


def _pairs(marks: list[tuple[HtmlElement, bool]], page_title: str) -> list[tuple[HtmlElement, HtmlElement]]:
    """(heading, byline) of each post: where hardly any text stands between the two, the byline opens the post."""
    pairs: list[tuple[HtmlElement, HtmlElement]] = []
    headings: list[HtmlElement] = []
    for element, is_line in marks:
        if not is_line:
            headings.append(element)
        elif headings:
            close = headings[-1]
            if len(_between(close, element)) > _LITTLE:
                close = _title_among(headings, page_title, pairs[0][0].tag if pairs else "")
            pairs.append((close, element))
            headings = []
    return pairs


def _title_among(headings: list[HtmlElement], page_title: str, level: str) -> HtmlElement:
    """The title of a post whose byline ends it, among the headings since the last byline.

    That which the title of the window names; else the first that leads elsewhere than home; else the first of the
    level of the titles before; never one that is the name of the blog.
    """
    own = [heading for heading in headings if not _leads_home(heading) and text_of(heading) != page_title] or headings
    named = [heading for heading in own if text_of(heading) in page_title]
    linked = [heading for heading in own if next(heading.iter("a"), None) is not None]
    of_level = [heading for heading in own if heading.tag == level]
    return (named[-1:] or linked or of_level or own)[0]


def _leads_home(heading: HtmlElement) -> bool:
    """Whether its link leads to the root of a site."""
    link = next(heading.iter("a"), None)
    return link is not None and split_url(link.get("href", "")).path in ("", "/")


def _between(heading: HtmlElement, byline: HtmlElement) -> str:
    """The text between two elements."""
    above, below = _branches(heading, byline)
    text = ""
    node = above.getnext()
    while node is not None and node is not below:
        text += plain_text(node) + (node.tail or "")
        node = node.getnext()
    return (text + (above.tail or "")).strip()


def _branches(first: HtmlElement, second: HtmlElement) -> tuple[HtmlElement, HtmlElement]:
    """The two children of the nearest common ancestor that hold `first` and `second`."""
    ancestors = {up: child for child, up in _climb(first)}
    for child, up in _climb(second):
        if up in ancestors:
            return ancestors[up], child
    return first, second


def _climb(node: HtmlElement) -> list[tuple[HtmlElement, HtmlElement]]:
    """(child, parent) from a node up to the root."""
    found = []
    parent = node.getparent()
    while parent is not None:
        found.append((node, parent))
        node, parent = parent, parent.getparent()
    return found


def _segment(
    heading: HtmlElement, byline: HtmlElement, following: HtmlElement | None, *, is_closed: bool
) -> Segment | None:
    """The post of a pair: text between the two when the byline closes it, else what follows up to `following`, the next title."""
    bylines = [byline]
    above, below = _branches(heading, byline)
    body = etree.Element("div")
    if is_closed:
        body.text = above.tail
        _move(above.getnext(), lambda node: node is below, body)
    else:
        start = _last_of_head(below, following)
        body.text = start.tail
        _move(start.getnext(), lambda node: _is_end(node) or (following is not None and holds(node, following)), body)
    _take_remarks(body, bylines)
    return Segment(heading, bylines, body) if plain_text(body).strip() or len(body) else None


def _last_of_head(byline: HtmlElement, following: HtmlElement | None) -> HtmlElement:
    """The byline, or the outermost box that ends with it: a header of its own around heading and byline."""
    start = byline
    parent = start.getparent()
    while (
        parent is not None
        and parent.tag not in ("body", "html")
        and start.getnext() is None
        and not (start.tail or "").strip()
    ):
        if following is not None and holds(parent, following):
            break
        start, parent = parent, parent.getparent()
    return start


def _is_end(node: HtmlElement) -> bool:
    """Whether the text of a post ends before this: forms, and what is named after comments and menus."""
    name = f"{node.get('id') or ''} {node.get('class') or ''}".lower()
    return node.tag == "form" or any(word in name for word in ("comment", "respond", "navigation", "sidebar", "footer"))


def _move(node: HtmlElement | None, is_end: Callable[[HtmlElement], bool], body: HtmlElement) -> None:
    """Move siblings from `node` on into `body`, up to the one that ends it."""
    while node is not None and not is_end(node):
        following = node.getnext()
        body.append(node)
        node = following


def _take_remarks(body: HtmlElement, bylines: list[HtmlElement]) -> None:
    """Links to the comments and bylines at the end of a text go out of it."""
    for node in list(body.iterchildren("*"))[::-1][:4]:
        if node.tag in ("pre", "blockquote", "ul", "ol", "table", "figure"):
            return
        if not plain_text(node).strip() and not any(True for _ in node.iter("img", "iframe", "video", "audio")):
            continue
        if not (says_byline(node) or says_remark(node)) or (node.tail or "").strip():
            return
        bylines.append(node)
        body.remove(node)
