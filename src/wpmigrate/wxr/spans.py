"""Where the elements of an entry stand in its bytes, and changes to some of them that leave all other bytes alone."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from xml.parsers import expat

from .text import CDATA_OPEN, cdata, escaped

_TAG = re.compile(rb"<[^<>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*)*>")


class Span(NamedTuple):
    """An element: offsets of its start tag, of what it holds, of its end tag, and of what follows.

    An empty-element tag holds nothing at its end.
    """

    start: int
    inner: int
    close: int
    end: int


class Edit(NamedTuple):
    """New bytes for those from `start` to `end`."""

    start: int
    end: int
    xml: bytes


def spans_of(xml: bytes) -> list[Span]:
    """The elements of `xml` in the order of their start tags. Prefixes need not be declared.

    Raises `expat.ExpatError` for what is not well-formed.
    """
    parser = expat.ParserCreate("utf-8")
    found: list[Span] = []
    open_at: list[int] = []

    def start(_name: str, _attributes: dict[str, str]) -> None:
        at = parser.CurrentByteIndex
        tag = _TAG.match(xml, at)
        inner = tag.end() if tag else at
        open_at.append(len(found))
        found.append(Span(at, inner, inner, inner))

    def end(_name: str) -> None:
        number = open_at.pop()
        span, close = found[number], parser.CurrentByteIndex
        if xml[span.inner - 2 : span.inner] != b"/>":
            tag = _TAG.match(xml, close)
            found[number] = Span(span.start, span.inner, close, tag.end() if tag else close)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(xml, True)
    return found


def new_text(xml: bytes, span: Span, text: str) -> Edit:
    """Another text for a leaf, in CDATA if the old one was. An empty-element tag stays as it is."""
    raw = text.encode("utf-8", "replace")
    in_cdata = xml[span.inner : span.close].lstrip().startswith(CDATA_OPEN) and b"\r" not in raw
    return Edit(span.inner, span.close, cdata(raw) if in_cdata else escaped(raw))


def removal(xml: bytes, span: Span) -> Edit:
    """Take an element out, with the blanks before it."""
    start = len(xml[: span.start].rstrip()) if xml[span.start - 1 : span.start].isspace() else span.start
    return Edit(start, span.end, b"")


def edited(xml: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with the changes; one that lies within an earlier one is dropped."""
    out: list[bytes] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if edit.start >= position:
            out += (xml[position : edit.start], edit.xml)
            position = edit.end
    out.append(xml[position:])
    return b"".join(out)
