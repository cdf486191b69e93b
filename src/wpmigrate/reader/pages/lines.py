"""Lines of text beside the body: there the theme says when, where and by whom."""

from collections.abc import Iterable

from wpmigrate.html import BLOCK, HEADINGS

from .classes import IS_BYLINE, UNSEEN
from .tree import HtmlElement, is_element, text_of, tokens_of

_LONGEST = 400
_MOST = 24
_UNSEEN = frozenset({"script", "style", "noscript", "form", "template", "svg", "iframe"})
_BOX_MARKS = frozenset({"hentry", "post", "h-entry", "type-post"})
_MOST_BOXES = 40
"""More posts than stand under one day."""


def lines_beside(scope: HtmlElement, apart: Iterable[HtmlElement]) -> list[str]:
    """The lines of `scope` in its order, without what stands in `apart` and what is not shown."""
    skipped = set(apart)
    lines = [""]
    stack: list[tuple[HtmlElement, bool]] = [(scope, False)]
    while stack:
        node, is_done = stack.pop()
        is_block = node.tag in BLOCK or node.tag == "br" or _is_line(node)
        if is_done:
            _add(lines, "", is_break=is_block)
            _add(lines, (" " if node.get("class") else "") + (node.tail or "") if node is not scope else "")
            continue
        if node in skipped or _is_unseen(node):
            _add(lines, node.tail if node is not scope else "", is_break=node.tag in BLOCK)
            continue
        if node.get("class"):
            # Style sheets part what themes mark; without them the words would run together.
            lines[-1] += " "
        _add(lines, node.text, is_break=is_block)
        stack.append((node, True))
        stack.extend((child, False) for child in node.iterchildren(reversed=True))
    found = [" ".join(line.split()) for line in lines]
    return [line for line in found if 2 < len(line) <= _LONGEST][:_MOST]


def _is_line(node: HtmlElement) -> bool:
    """Whether it is a byline of its own: beside another, or within a heading behind the name of the author (P2)."""
    parent = node.getparent()
    if node.tag != "span" or parent is None or not tokens_of(node) & IS_BYLINE:
        return False
    return (
        (parent.tag in HEADINGS and "meta" in tokens_of(node)) or _beside(node.getprevious()) or _beside(node.getnext())
    )


def _beside(other: HtmlElement | None) -> bool:
    """Whether a neighbour is a byline, too."""
    return other is not None and other.tag == "span" and bool(tokens_of(other) & IS_BYLINE)


def _is_unseen(node: HtmlElement) -> bool:
    """What readers do not see: scripts, forms, words for screen readers, and the date of the last change beside the first."""
    if not is_element(node):
        return True
    tokens = tokens_of(node)
    return (
        node.tag in _UNSEEN
        or bool(tokens & UNSEEN)
        or node.get("itemprop") == "dateModified"
        or ("updated" in tokens and not tokens & {"published", "entry-date"} and node.tag in ("time", "span"))
    )


def _add(lines: list[str], text: str | None, *, is_break: bool = False) -> None:
    if is_break:
        lines.append("")
    if len(lines[-1]) <= _LONGEST:
        # A line that is too long for a byline already does not have to be whole.
        lines[-1] += text or ""


def lines_above(box: HtmlElement) -> list[str]:
    """The nearest heading or line before a box, over the boxes of other posts: the Classic theme prints the day there."""
    node = box.getprevious()
    for _ in range(_MOST_BOXES):
        if node is None:
            return []
        if is_element(node) and tokens_of(node) & _BOX_MARKS:
            node = node.getprevious()
            continue
        text = text_of(node) if is_element(node) else ""
        if node.tag in ("h1", "h2", "h3", "h4") or (tokens_of(node) & {"date", "day", "the-date"}):
            return [text] if 4 < len(text) < 60 else []
        if text:
            return []
        node = node.getprevious()
    return []
