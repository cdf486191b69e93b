"""The text of an element, and elements that stand in none of their kind."""

from lxml import etree

from wpmigrate.html import BLOCK, HtmlElement

_EDGES = BLOCK | frozenset({"br", "img", "button", "label", "option", "select", "textarea", "input"})
"""Elements before and after which a word ends."""


def text_of(element: HtmlElement) -> str:
    """The text of an element; a word ends at the edge of a block, a field or a picture."""
    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start":
            if node.tag in _EDGES:
                parts.append("\n")
            parts.append(node.text or "")
            continue
        if event == "end" and node.tag in _EDGES:
            parts.append("\n")
        if node is not element:
            parts.append(node.tail or "")
    return "".join(parts)


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
