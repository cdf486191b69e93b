"""The patient parser: builds trees of any depth. Slow; only for what lxml cannot hold."""

import warnings
from collections.abc import Iterator
from typing import TypeAlias

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.element import Comment, NavigableString, PreformattedString, Tag
from lxml import etree

from .edit import append_text
from .elements import BLOCK

HtmlElement: TypeAlias = etree._Element  # noqa: SLF001 (lxml gives the class of its elements no public name)

_ITEMS = frozenset({"li", "dt", "dd", "option", "tr", "td", "th"})
#: Levels of the tree, as in browsers (Blink and WebKit stop at 512): what is deeper becomes its own sibling, in order.
_DEEPEST = 512
#: How many marks may stand in the deepest block.
_MARKS = 32
_SKIPPED = frozenset({"html", "body"})


def parse_patiently(text: str) -> tuple[HtmlElement, int]:
    """The tree of a piece of HTML below a `<div>`, and how deep its markup is; text of any depth is kept, in order."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(text, "html.parser")
    root = etree.Element("div")
    builder = _Builder(root)
    for node, entering in _events(soup):
        if isinstance(node, Tag):
            if entering:
                builder.open(node)
            else:
                builder.close(node)
        else:
            builder.add(node)
    return root, builder.depth


def _events(soup: Tag) -> Iterator[tuple[Tag | NavigableString, bool]]:
    """Every node below `soup` in document order, elements twice: (node, whether it is entered)."""
    stack: list[Tag] = []
    node: object = soup.contents[0] if soup.contents else None
    while isinstance(node, Tag | NavigableString):
        while stack and node.parent is not stack[-1]:
            yield stack.pop(), False
        yield node, True
        if isinstance(node, Tag):
            stack.append(node)
        node = node.next_element
    while stack:
        yield stack.pop(), False


class _Builder:
    """Puts elements and text into an lxml tree; a block ends an open paragraph, an item an open item."""

    def __init__(self, root: HtmlElement) -> None:
        #: Open elements with the identity of their tag and their level.
        self.path: list[tuple[HtmlElement, int, int]] = [(root, 0, 0)]
        self.depth = 0

    def open(self, tag: Tag) -> None:
        name = _xml_name(tag.name) or "span"
        if name in _SKIPPED:
            return
        top = self.path[-1][0].tag
        if (top == "p" and name in BLOCK) or (top in _ITEMS and top == name):
            self.path.pop()
        parent, _, level = self.path[-1]
        limit = _DEEPEST if name in BLOCK else _DEEPEST + _MARKS
        if level >= limit or (level >= _DEEPEST and self._last_in_order(parent) is not parent):
            parent, _, level = self.path[_DEEPEST]
        element = etree.SubElement(parent, name)
        for key, value in tag.attrs.items():
            attribute = _xml_name(key)
            if attribute:
                element.set(attribute, value if isinstance(value, str) else " ".join(value))
        self.path.append((element, id(tag), level + 1))
        self.depth = max(self.depth, len(self.path) - 1)

    def close(self, tag: Tag) -> None:
        # An element that was ended before its end tag is no longer on the path: then its last child is not either.
        if self.path[-1][1] == id(tag):
            self.path.pop()

    def add(self, text: NavigableString) -> None:
        parent = self.path[-1][0]
        if self.path[-1][2] > _DEEPEST:
            parent = self._last_in_order(parent)
        if isinstance(text, Comment):
            safe = str(text).replace("--", "- -")
            parent.append(etree.Comment(safe + " " if safe.endswith("-") else safe))
        elif isinstance(text, PreformattedString):
            return
        else:
            append_text(parent, str(text))

    def _last_in_order(self, parent: HtmlElement) -> HtmlElement:
        """Where text of `parent` goes: elements that would stand in it may stand behind it, then so does the text."""
        above = self.path[_DEEPEST][0]
        node = _last_child(above)
        while node is not None and node is not parent:
            node = _last_child(node)
        return above if node is None else parent


def _last_child(element: HtmlElement) -> HtmlElement | None:
    """The last child, found at once: `len` counts all of them."""
    return next(element.iterchildren(reversed=True), None)


def _xml_name(name: str) -> str:
    """The name without what XML names cannot hold; empty when nothing is left."""
    kept = "".join(char for char in name.lower() if char.isascii() and (char.isalnum() or char in "-_."))
    return kept.lstrip("0123456789-.")
