"""What lies too deep for structure: words, links, pictures and code are kept, in lines; walked without recursion."""

import re

from lxml import etree

from wpmigrate.html import BLOCK, HtmlElement
from wpmigrate.markdown.ast import Block, Code, Image, Inline, Link, Paragraph, Text

from .tidy import stripped, tidy

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_STRING = etree.XPath("string()")


class _Flat:
    """The lines so far, and the line that grows."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.run: list[Inline] = []

    def text(self, text: str | None) -> None:
        if not text:
            return
        text = _BLANKS.sub(" ", text)
        last = self.run[-1] if self.run else None
        if last is None or (isinstance(last, Text) and last.text[-1] == " "):
            text = text.removeprefix(" ")
        if text:
            self.run.append(Text(text))

    def flush(self) -> None:
        if run := stripped(tidy(self.run)):
            self.blocks.append(Paragraph(run))
        self.run = []


def _link(element: HtmlElement) -> Link:
    """A link with its plain words."""
    text = _BLANKS.sub(" ", str(_STRING(element))).strip()
    return Link(element.get("href", ""), element.get("title", ""), [Text(text)] if text else [])


def flattened(element: HtmlElement, *, with_text: bool = True) -> list[Block]:
    """Paragraphs and code of all that an element holds, block edges and `<br>` ending a line."""
    flat = _Flat()
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    skipped: HtmlElement | None = None
    for event, node in walk:
        if event == "start":
            if node is element:
                flat.text(element.text if with_text else None)
                continue
            skipped = _start(flat, node, skipped)
            if skipped is node:
                walk.skip_subtree()
            continue
        if event == "end" and node.tag in BLOCK and node is not element:
            flat.flush()
        if node is not element:
            flat.text(node.tail)
    flat.flush()
    return flat.blocks


def _start(flat: _Flat, node: HtmlElement, skipped: HtmlElement | None) -> HtmlElement | None:
    """Take in the start of an element; gives the element whose inside is already taken in."""
    tag = node.tag
    if tag in BLOCK or tag == "br":
        flat.flush()
    if tag == "img":
        flat.run.append(Image(node.get("src", ""), node.get("alt", "")))
    elif tag == "pre":
        flat.blocks.append(Code(str(_STRING(node)).strip("\n")))
        return node
    elif tag == "a" and node.get("href") and node.find(".//img") is None:
        flat.run.append(_link(node))
        return node
    else:
        flat.text(node.text)
    return skipped
