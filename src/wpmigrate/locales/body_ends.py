"""The first and last blocks of a stored body: their text, their links, and where they stand."""

import re
from dataclasses import dataclass
from html import unescape  # noqa: TID251 - no lxml here, and what is read is shorter than 4300 digits

from .byline import Anchor

WINDOW = 1500
"""Characters at either end of a body that are looked at; Kubrick's sentence with its links has some 900."""

_BREAK = re.compile(
    r"<!--.{0,400}?-->|</?(?:p|div|h[1-6]|li|ul|ol|small|blockquote|section|article|footer|header|center|br|hr)\b[^<>]*>|\n",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[^<>]*>")
_HIDDEN = re.compile(r"<(\w+)[^<>]*\bscreen-reader-text\b[^<>]*>[^<>]*</\1>")
_LINK = re.compile(r"<a\b([^<>]*)>([^<>]*)</a>", re.IGNORECASE)
_FIELDS = (
    ("categories", re.compile(r"rel=[\"'][^\"']*\bcategory\b|/category/", re.IGNORECASE)),
    ("tags", re.compile(r"rel=[\"'][^\"']*\btag\b|/tag/", re.IGNORECASE)),
    ("author", re.compile(r"rel=[\"']author\b|/author/", re.IGNORECASE)),
)
"""What the markup of a link says that it leads to; `rel="category tag"` is a category."""


@dataclass(frozen=True, slots=True)
class EndBlock:
    """A block of text at `start` to `end` of a body, between two breaks."""

    start: int
    end: int
    text: str
    anchors: tuple[Anchor, ...] = ()


def end_blocks(body: str, most: int) -> tuple[list[EndBlock], list[EndBlock]]:
    """The first and the last `most` blocks of a body, fewer where the two would meet."""
    if len(body) <= 2 * WINDOW:
        blocks = _blocks(body, 0)
        return blocks[:most], blocks[max(most, len(blocks) - most) :]
    head, tail = _blocks(body[:WINDOW], 0), _blocks(body[-WINDOW:], len(body) - WINDOW)
    # A window may begin and end within a block.
    return head[:-1][:most], tail[1:][-most:]


def _blocks(piece: str, offset: int) -> list[EndBlock]:
    """The blocks with text in them."""
    found: list[EndBlock] = []
    place = 0
    for start, end in [*(match.span() for match in _BREAK.finditer(piece)), (len(piece), len(piece))]:
        source = piece[place:start]
        if source.strip():
            text = " ".join(unescape(_TAG.sub("", _HIDDEN.sub("", source))).split())
            if text:
                found.append(EndBlock(offset + place, offset + start, text, _anchors(source)))
        place = end
    return found


def _anchors(source: str) -> tuple[Anchor, ...]:
    """The links whose markup tells what they are."""
    if "<a" not in source:
        return ()
    links = ((attributes, unescape(text).strip()) for attributes, text in _LINK.findall(source))
    fields = (
        (next((field for field, mark in _FIELDS if mark.search(attributes)), None), text) for attributes, text in links
    )
    return tuple(Anchor(field, text) for field, text in fields if field and text)


_OPENING = re.compile(r"<([a-z][a-z0-9]*)\b[^<>]*(?<!/)>\s*$|<!-- wp:[^<>]{0,400}(?<!/)-->\s*$", re.IGNORECASE)
_CLOSING = re.compile(r"\s*</([a-z][a-z0-9]*)\s*>|\s*<!-- /wp:[^<>]{0,100}-->", re.IGNORECASE)
_ELEMENT = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^<>]*?(/?)>", re.IGNORECASE)
_VOID = frozenset({"br", "hr", "img", "input", "wbr"})
_MOST_WRAPPERS = 8


def whole_span(body: str, start: int, end: int) -> tuple[int, int] | None:
    """The span with the elements and block comments round it that hold nothing else, and the blank lines after it.

    None when an element begins within the span and ends outside it, or the other way round.
    """
    for _ in range(_MOST_WRAPPERS):
        opening, closing = _OPENING.search(body, max(0, start - WINDOW), start), _CLOSING.match(body, end)
        if not opening or not closing or (opening[1] or "").lower() != (closing[1] or "").lower():
            break
        start, end = opening.start(), closing.end()
    if not is_balanced(body[start:end]):
        return None
    while body[end : end + 1].isspace():
        end += 1
    return (len(body[:start].rstrip()), end) if end == len(body) else (start, end)


def is_balanced(piece: str) -> bool:
    """Whether every element that begins in a piece of HTML ends in it, in the right order."""
    open_elements: list[str] = []
    for match in _ELEMENT.finditer(piece):
        name = match[2].lower()
        if match[1]:
            if not open_elements or open_elements.pop() != name:
                return False
        elif name not in _VOID and not match[3]:
            open_elements.append(name)
    return not open_elements
