"""What a page does not show, by the rules of CSS and HTML alone: cleaning has a judgement of its own."""

import re

from wpmigrate.html import HtmlElement

_HIDING = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|(?:left|right|top|bottom|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}"
    r"|(?:font-size|opacity)\s*:\s*0*(?:\.0+)?(?:px|em|rem|pt|%)?\s*(?:$|[;!])"
    r"|clip\s*:\s*rect\(\s*(?:[01](?:px)?[\s,]*){4}\))",
    re.IGNORECASE,
)
_CLIPPED_AWAY = re.compile(r"(?:^|[;\s])overflow\s*:\s*hidden", re.IGNORECASE)
_NO_SIZE = re.compile(r"(?:^|[;\s])(?:max-)?(?:width|height)\s*:\s*0+(?:px|em|rem|pt|%)?\s*(?:$|[;!])", re.IGNORECASE)
_INK = re.compile(r"(?:^|[;\s])color\s*:\s*([^;!]+)", re.IGNORECASE)
_GROUND = re.compile(r"(?:^|[;\s])background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)


def is_hidden(element: HtmlElement) -> bool:
    """Whether a page does not show an element: `hidden`, or an inline style that takes it out of sight."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    if not style:
        return False
    if _HIDING.search(style):
        return True
    if _CLIPPED_AWAY.search(style) and _NO_SIZE.search(style):
        return True
    ink, ground = _INK.search(style), _GROUND.search(style)
    return ink is not None and ground is not None and ink[1].strip().lower() == ground[1].strip().lower()


def hidden_elements(root: HtmlElement) -> list[HtmlElement]:
    """The outermost hidden elements below `root`, in document order."""
    found: list[HtmlElement] = []
    inside: set[HtmlElement] = set()
    for element in root.iterdescendants():
        if element.getparent() in inside:
            inside.add(element)
        elif element.keys() and is_hidden(element):
            inside.add(element)
            found.append(element)
    return found
