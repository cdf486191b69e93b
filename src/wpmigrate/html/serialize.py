"""Tree to HTML."""

from html import escape
from typing import TypeAlias

from lxml import etree

HtmlElement: TypeAlias = etree._Element  # noqa: SLF001 (lxml gives the class of its elements no public name)

#: libxml2 leaves the end tags of these out when they hold nothing: the text after them would move into them.
_ENDED = frozenset({"p", "li", "dt", "dd", "td", "th", "tr", "option"})


def outer_html(element: HtmlElement) -> str:
    """An element as HTML, without the text after it."""
    return _html(element, with_tail=False)


def inner_html(element: HtmlElement) -> str:
    """What an element holds, as HTML."""
    for below in element.iter():
        if below.tag in _ENDED and below.text is None and not len(below):
            below.text = ""
    inside = (_html(child) for child in element)
    return escape(element.text or "", quote=False) + "".join(inside)


def _html(element: HtmlElement, *, with_tail: bool = True) -> str:
    text = str(etree.tostring(element, encoding="unicode", method="html", with_tail=with_tail))
    # libxml2 does not know that these are void. In texts the tags are escaped.
    if "</source>" in text or "</track>" in text:
        text = text.replace("</source>", "").replace("</track>", "")
    return text
