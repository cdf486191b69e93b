"""Elements that stay HTML, whole: written so that no blank line ends the block too early."""

import re
from itertools import pairwise

from lxml import etree

from wpmigrate.html import HtmlElement, block_text
from wpmigrate.markdown.ast import Block, HtmlBlock, HtmlInline

from .reader import Reader

_EXACT = re.compile(r"(<(?:pre|textarea)\b.*?</(?:pre|textarea)>)", re.DOTALL)
#: A line end before a line of blanks, which would end the block.
BLANK_LINE = re.compile(r"\n(?=[ \t]*\n)")
#: The tags that begin a line.
_ROW = re.compile(r"<(?:/?(?:table|thead|tbody|tfoot|tr|colgroup|figure)|t[dh]|caption|figcaption|summary|source)\b")
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def html_of(element: HtmlElement) -> str:
    """An element as HTML without blank lines: rows and cells on lines of their own."""
    html = str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
    if "\r" in html:
        html = html.replace("\r", "")
    if "<pre" not in html and "<textarea" not in html:
        return _pretty(html)
    parts = _EXACT.split(html)
    parts[::2] = map(_pretty, parts[::2])
    parts[1::2] = (BLANK_LINE.sub("&#10;", part) for part in parts[1::2])
    return "".join(parts)


def _pretty(html: str) -> str:
    """HTML without exact text in it: one line end for any run of blanks with one, and one before each row."""
    if "\n" in html:
        first, *lines, last = html.split("\n")
        lines = [first.rstrip(" \t\r"), *(line.strip(" \t\r") for line in lines), last.lstrip(" \t\r")]
        html = "\n".join(filter(None, lines))
    starts = [0, *(found.start() for found in _ROW.finditer(html))]
    parts = [html[start:end].rstrip() for start, end in pairwise(starts)]
    return "\n".join([*parts, html[starts[-1] :]]).strip("\n")


def raw_block(_: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """An element as a block of HTML."""
    lines = (" ".join(line.split()) for line in block_text(element).split("\n"))
    blocks.append(HtmlBlock(html_of(element), element.tag, "\n".join(filter(None, lines))))


def raw_inline(reader: Reader, element: HtmlElement) -> None:
    """An element without words as HTML in the line."""
    reader.nodes.append(HtmlInline(_BLANKS.sub(" ", html_of(element)), element.tag))
    reader.is_after_space = False
