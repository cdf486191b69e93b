"""The text of an element, and elements that stand in none of their kind."""

from lxml import etree

from wpmigrate.html import BLOCK, HtmlElement

_EDGES = BLOCK | frozenset({"br", "img", "button", "label", "option", "select", "textarea", "input"})
"""Elements before and after which a word ends."""
_PARTS = ("more", "nextpage")
"""What WordPress's marks between two parts of a post begin with: output has them on lines of their own."""


def text_of(element: HtmlElement) -> str:
    """The text of an element; a word ends at the edge of a block, a field, a picture or a part of the post."""
    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start":
            if node.tag in _EDGES:
                parts.append("\n")
            parts.append(node.text or "")
            continue
        if (event == "end" and node.tag in _EDGES) or (event == "comment" and _parts_post(node)):
            parts.append("\n")
        if node is not element:
            parts.append(node.tail or "")
    return "".join(parts)


def _parts_post(comment: HtmlElement) -> bool:
    return (comment.text or "").strip().startswith(_PARTS)


def outermost(root: HtmlElement, *tags: str) -> list[HtmlElement]:
    """Elements of these names that stand in none of them."""
    found: list[HtmlElement] = []
    inside: set[HtmlElement] = set()
    for element in root.iterdescendants():
        if element.getparent() in inside:
            inside.add(element)
        elif element.tag in tags:
            inside.add(element)
            found.append(element)
    return found
