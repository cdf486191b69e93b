"""Changes to a tree that keep the text: lxml hangs the text after an element on that element, so it needs a home."""

from collections.abc import Iterable
from contextlib import suppress
from typing import TypeAlias

from lxml import etree

HtmlElement: TypeAlias = etree._Element  # noqa: SLF001 (lxml gives the class of its elements no public name)


def append_text(parent: HtmlElement, text: str | None) -> None:
    """Put text at the end of an element."""
    if not text:
        return
    last = next(parent.iterchildren(reversed=True), None)
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def add_text_before(element: HtmlElement, text: str | None) -> None:
    """Put text right before an element."""
    if not text:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + text
        return
    parent = element.getparent()
    if parent is not None:
        parent.text = (parent.text or "") + text


def drop(element: HtmlElement) -> None:
    """Take an element out with all it holds; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    add_text_before(element, element.tail)
    element.tail = None
    parent.remove(element)


def unwrap(element: HtmlElement) -> None:
    """Take an element out; what it holds, and the text after it, stay in its place."""
    parent = element.getparent()
    if parent is None:
        return
    add_text_before(element, element.text)
    last = next(element.iterchildren(reversed=True), None)
    if last is None:
        add_text_before(element, element.tail)
    elif element.tail:
        last.tail = (last.tail or "") + element.tail
    element.tail = None
    for child in element:
        element.addprevious(child)
    parent.remove(element)


def replace(element: HtmlElement, new: HtmlElement) -> None:
    """Put `new` in the place of an element; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    new.tail = element.tail
    element.tail = None
    parent.replace(element, new)


def with_attributes_of(element: HtmlElement, tag: str) -> HtmlElement:
    """A new empty element with the attributes of another one.

    Names that only the parser can give an attribute are left out: it takes `true"` for one, and lxml refuses it.
    """
    new = etree.Element(tag)
    for name, value in element.attrib.items():
        with suppress(ValueError):
            new.set(name, value)
    return new


def wrap(element: HtmlElement, tag: str) -> HtmlElement:
    """Put a new element around one; the text after it comes after the new one. Gives the new one."""
    outer = etree.Element(tag)
    parent = element.getparent()
    if parent is not None:
        outer.tail = element.tail
        element.tail = None
        parent.replace(element, outer)
    outer.append(element)
    return outer


def wrap_inside(element: HtmlElement, tag: str) -> HtmlElement:
    """Put a new element around all that an element holds; gives the new one."""
    inner = etree.Element(tag)
    inner.text, element.text = element.text, None
    inner.extend(list(element))
    element.append(inner)
    return inner


def extend(parent: HtmlElement, text: str | None, children: Iterable[HtmlElement]) -> None:
    """Put text and then elements at the end of an element."""
    append_text(parent, text)
    parent.extend(list(children))
