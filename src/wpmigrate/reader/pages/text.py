"""The plain text of a post, copied from a page: title, paragraphs, and the byline that gives it away."""

import re
from html import escape

from wpmigrate.locales import is_byline, parse_byline

from .bylines import LONGEST, is_remark
from .document import decoded
from .sighting import Sighting

_MOST_LINES = 60
"""So many lines at either end of a text are looked at for its byline."""

_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""The marks of UTF-16, the only texts with NUL bytes in them."""

_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def is_post_text(head: bytes, locale: str) -> bool:
    """Whether a file begins like a text with a byline of its own line: one that says two things."""
    if not head.startswith(_WIDE) and b"\0" in head:
        return False
    if not head.strip() or head.lstrip()[:1] in (b"<", b"{", b"["):
        return False
    return any(is_byline(line, locale) for _, line in _ends(_lines(decoded(head))))


def read_text(data: bytes, name: str, locale: str) -> Sighting | None:
    """The post of a text: the first line is its title, bylines and links of the theme at its ends are no part of it."""
    lines = _lines(decoded(data))
    while lines and not lines[0].strip():
        lines.pop(0)
    if not lines:
        return None
    title, rest = " ".join(lines[0].split()), lines[1:]
    taken = _taken(rest, locale)
    body = [line for number, line in enumerate(rest) if number not in taken]
    return Sighting(
        file=name,
        role="text",
        title=title,
        body=_paragraphs("\n".join(body)),
        lines=[" ".join(rest[number].split()) for number in sorted(taken)],
        evidence={"title": "first line", "body": "text"},
    )


def _taken(lines: list[str], locale: str) -> set[int]:
    """The numbers of the lines that are no text: bylines, and the theme's remarks beside one."""
    ends = _ends(lines)
    taken = {number for number, line in ends if is_byline(line, locale)}
    filled = [number for number, line in enumerate(lines) if line.strip()]
    places = {number: place for place, number in enumerate(filled)}
    near = {places[number] + step for number in taken for step in (-2, -1, 1, 2)}
    beside = [(number, line) for number, line in ends if places[number] in near]
    return taken | {number for number, line in beside if is_remark(line, parse_byline(line, locale or None))}


def _ends(lines: list[str]) -> list[tuple[int, str]]:
    """The lines at the ends of a text that are short enough for a byline, with their numbers."""
    numbers = (
        range(len(lines))
        if len(lines) <= 2 * _MOST_LINES
        else [*range(_MOST_LINES), *range(len(lines) - _MOST_LINES, len(lines))]
    )
    return [(number, text) for number in numbers if 2 < len(text := lines[number].strip()) <= LONGEST]


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _paragraphs(text: str) -> str:
    """The paragraphs as HTML; a line end within one is a line break, unless no blank line parts any."""
    text = text.strip()
    parts = [part.strip() for part in (_BLANK_LINE.split(text) if _BLANK_LINE.search(text) else text.split("\n"))]
    return "\n\n".join(f"<p>{escape(part, quote=False).replace(chr(10), '<br>')}</p>" for part in parts if part)
