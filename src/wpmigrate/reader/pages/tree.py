"""A parsed page with its look-ups: every element by class, id and tag, and whether one lies in another."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import TypeAlias

from lxml import etree

from wpmigrate.html import plain_text

HtmlElement: TypeAlias = etree._Element  # noqa: SLF001 (lxml gives the class of its elements no public name)


class Tree:
    """Look-ups over one tree, made in one walk. The tree may lose elements later; the look-ups do not notice."""

    def __init__(self, root: HtmlElement) -> None:
        """Walk `root` once."""
        self.root = root
        self.by_class: dict[str, list[HtmlElement]] = {}
        self.by_id: dict[str, HtmlElement] = {}
        self.by_tag: dict[str, list[HtmlElement]] = {}
        self._span: dict[HtmlElement, tuple[int, int]] = {}
        self._walk()

    def _walk(self) -> None:
        """Note every element with its place: the numbers at which it begins and ends."""
        number = 0
        starts: list[int] = []
        for event, element in etree.iterwalk(self.root, events=("start", "end")):
            if event == "end":
                self._span[element] = (starts.pop(), number)
                continue
            number += 1
            starts.append(number)
            self.by_tag.setdefault(element.tag, []).append(element)
            for token in element.get("class", "").split():
                self.by_class.setdefault(token, []).append(element)
            identity = element.get("id")
            if identity:
                self.by_id.setdefault(identity, element)

    def inside(self, element: HtmlElement, box: HtmlElement) -> bool:
        """Whether `element` is `box` or lies in it."""
        start, end = self._span[box]
        return start <= self._span[element][0] <= end

    def within(self, boxes: Iterable[HtmlElement]) -> set[HtmlElement]:
        """The elements that lie in one of `boxes`, and these: for many look-ups."""
        outer = outermost(self, sorted(boxes, key=self.place))
        return {inner for box in outer for inner in box.iter("*")}

    def place(self, element: HtmlElement) -> int:
        """The position of an element in document order."""
        return self._span[element][0]

    def size(self, element: HtmlElement) -> int:
        """How many elements it holds, itself included."""
        start, end = self._span[element]
        return end - start + 1

    def classed(self, tokens: Iterable[str], within: HtmlElement | None = None) -> list[HtmlElement]:
        """The elements that bear one of `tokens` as a class, in document order."""
        return self._ordered([self.by_class[token] for token in tokens if token in self.by_class], within)

    def tagged(self, tags: Iterable[str], within: HtmlElement | None = None) -> list[HtmlElement]:
        """The elements of these tags, in document order."""
        return self._ordered([self.by_tag[tag] for tag in tags if tag in self.by_tag], within)

    def _ordered(self, rows: list[list[HtmlElement]], within: HtmlElement | None) -> list[HtmlElement]:
        """The elements of all rows, each of which is in document order; of each only the part that lies `within`."""
        if within is not None:
            start, end = self._span[within]
            rows = [
                row[bisect_left(row, start, key=self.place) : bisect_right(row, end, key=self.place)] for row in rows
            ]
        if len(rows) == 1:
            return list(rows[0])
        return sorted({element for row in rows for element in row}, key=self.place)

    @cached_property
    def body(self) -> HtmlElement:
        """The `<body>`, or the root where there is none."""
        return next(iter(self.by_tag.get("body", ())), self.root)

    @cached_property
    def body_classes(self) -> frozenset[str]:
        """The classes of `<body>`: WordPress's `body_class`."""
        return tokens_of(self.body)


def tokens_of(element: HtmlElement) -> frozenset[str]:
    """The classes of an element."""
    return _tokens(element.get("class") or "")


@lru_cache(maxsize=1024)
def _tokens(classes: str) -> frozenset[str]:
    return frozenset(classes.split())


def text_of(element: HtmlElement) -> str:
    """The text of an element on one line."""
    return " ".join(plain_text(element).split())


def is_element(node: HtmlElement) -> bool:
    """Whether a node is no comment."""
    tag: object = node.tag
    return isinstance(tag, str)


def holds(box: HtmlElement, element: HtmlElement) -> bool:
    """Whether `element` is `box` or stands in it now: of what was taken out the look-ups of a `Tree` know nothing."""
    return element is box or any(up is box for up in element.iterancestors())


def outermost(tree: Tree, elements: Iterable[HtmlElement]) -> list[HtmlElement]:
    """Of elements in document order those that lie in no other of them."""
    kept: list[HtmlElement] = []
    for element in elements:
        if not kept or not tree.inside(element, kept[-1]):
            kept.append(element)
    return kept
