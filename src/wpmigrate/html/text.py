"""The text of a tree: as lines, squeezed for accounts, and counted in words."""

import re
from typing import TypeAlias

from lxml import etree

from .elements import BLOCK

HtmlElement: TypeAlias = etree._Element  # noqa: SLF001 (lxml gives the class of its elements no public name)

#: Scripts that put no blanks between words: each character counts as one.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
#: What shows nothing: zero-width characters and the soft hyphen.
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))


def plain_text(element: HtmlElement) -> str:
    """All text of an element as it stands in the tree, comments left out, without line breaks of its own."""
    return str(etree.tostring(element, encoding="unicode", method="text", with_tail=False))


def squeezed_text(element: HtmlElement) -> str:
    """The text without any white space: equal on both sides where no text was lost. For accounts."""
    return "".join(plain_text(element).split())


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits; one a character in scripts without blanks between words."""
    return _WORD.findall(text.translate(INVISIBLE))


def block_text(root: HtmlElement) -> str:
    """The text with a line break at each edge of a block and at each `<br>`, so that no two words run together."""
    parts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            if element.tag in BLOCK or element.tag == "br":
                parts.append("\n")
            parts.append(element.text or "")
            continue
        if event == "end" and element.tag in BLOCK:
            parts.append("\n")
        if element is not root:
            parts.append(element.tail or "")
    return "".join(parts)
