"""WXR441: a byline in the text that says another number of comments than the export holds."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from wpmigrate.diagnostics import Diagnostic
from wpmigrate.html import unescape
from wpmigrate.model import Item
from wpmigrate.rules.comment_words import BYLINE_STEMS, OTHER_STEMS, STEMS, number_said
from wpmigrate.rules.rule import ItemRule, of_item

_WINDOW = 400
"""Characters at either end of a body in which a byline is looked for."""
_LINES = 2
"""Lines at either end: below a theme's byline may stand one link, such as "Leave a comment"."""
_LONGEST = 250
_BREAK = re.compile(r"</?(?:p|div|h[1-6]|li|ul|ol|small|blockquote|section|article|footer|header|br|hr)\b[^>]*>|\n")
_TAG = re.compile(r"<[^>]*>")
_ARROWS = ("»", "›", "→")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SEPARATORS = re.compile(r"\s*[|—–•·]\s*|\s{3,}")


def check(item: Item) -> Iterable[Diagnostic]:
    """Only a line of its own at the start or the end counts, and only when a part of it is the number alone."""
    content = item.content
    if not content:
        return ()
    ends = f"{content[:_WINDOW]}\n{content[-_WINDOW:]}".lower()
    for stem in STEMS:
        if stem in ends:
            break
    else:
        if ends.isascii() or not any(stem in ends for stem in OTHER_STEMS):
            return ()
    held = len(item.approved_comments)
    for place, line in _end_lines(content):
        said = _claim(line)
        if said is not None and said != held:
            start = item.lines.get("content", item.line)
            at = start + content.count("\n", 0, place) if start else None
            return (of_item("WXR441", item, at, said=said, held=held),)
    return ()


def _end_lines(content: str) -> Iterator[tuple[int, str]]:
    """The first and last lines of text of a body, each with its place in the body."""
    if len(content) <= 2 * _WINDOW:
        lines = list(_text_lines(content, 0))
        yield from lines[:_LINES]
        yield from lines[max(_LINES, len(lines) - _LINES) :]
        return
    yield from islice(_text_lines(content[:_WINDOW], 0), _LINES)
    # The window may begin in the middle of a line: what stands before its first break is no line of its own.
    yield from list(_text_lines(content[-_WINDOW:], len(content) - _WINDOW))[1:][-_LINES:]


def _text_lines(piece: str, offset: int) -> Iterator[tuple[int, str]]:
    """Lines of text between block tags and line breaks."""
    position = 0
    for found in _BREAK.finditer(piece):
        yield from _text_line(piece, position, found.start(), offset)
        position = found.end()
    yield from _text_line(piece, position, len(piece), offset)


def _text_line(piece: str, start: int, end: int, offset: int) -> Iterator[tuple[int, str]]:
    """The line if there is text in it."""
    line = piece[start:end]
    text = unescape(_TAG.sub("", line) if "<" in line else line).replace("\xa0", " ").strip()
    if text:
        yield offset + start, text


def _claim(line: str) -> int | None:
    """The number of comments that a byline says; None for any other line.

    Of a line with several parts something more must be a byline's: a year, a label, an arrow at the end. Galleries of
    other sites have lines such as "17 photos | 21 comments".
    """
    if len(line) > _LONGEST:
        return None
    parts = _SEPARATORS.split(line)
    if len(parts) > 1 and not (line.endswith(_ARROWS) or _YEAR.search(line) or _has_label(line)):
        return None
    return next((said for said in map(number_said, reversed(parts)) if said is not None), None)


def _has_label(line: str) -> bool:
    """Whether the line has a word such as "Posted" or "Filed"."""
    text = line.lower()
    return any(stem in text for stem in BYLINE_STEMS)


RULE = ItemRule(("WXR441",), check)
