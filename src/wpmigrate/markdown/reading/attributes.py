"""Attributes of elements that stay HTML."""

from wpmigrate.html import HtmlElement
from wpmigrate.markdown.ast import Attributes


def attributes_of(element: HtmlElement) -> Attributes:
    """All attributes, in the order of the source."""
    return tuple((str(name), str(value)) for name, value in element.attrib.items()) if element.attrib else ()


def number_of(element: HtmlElement, name: str, fallback: int) -> int:
    """A whole number in an attribute."""
    value = (element.get(name) or "").strip()
    return int(value) if value.isascii() and value.removeprefix("-").isdigit() and len(value) < 10 else fallback
