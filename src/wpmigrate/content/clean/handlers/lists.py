"""Lists."""

from wpmigrate.content.clean.state import State
from wpmigrate.html import HtmlElement

_OLD = {"dir": "ul", "menu": "ul"}


def items(element: HtmlElement, state: State) -> int:  # noqa: ARG001 - all handlers have one signature
    """A list right inside of a list belongs to the item before it."""
    tag = str(element.tag)
    if tag in _OLD:
        element.tag = _OLD[tag]
    parent = element.getparent()
    before = element.getprevious()
    if parent is not None and parent.tag in {"ul", "ol"} and before is not None and before.tag == "li":
        tail, element.tail = element.tail, None
        before.append(element)
        before.tail = (before.tail or "") + (tail or "")
    return 0
