"""What the lines beside a body say, in the language of the blog."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time

from wpmigrate.locales import Anchor, Byline, is_byline, parse_byline

from .sighting import Sighting

_SIGNED = re.compile(r"[—–]\s*([^—–@|]{1,60}?)\s*@\s*\d")
"""The end of the Classic theme's line, in every language: "Filed under: Travel — Ann @ 10:32"."""

_BETWEEN = re.compile(r" [/|·•–—] ")
_FIELD_OF = {"category": "categories", "post_tag": "tags"}
_FIELDS = ("author", "categories", "tags", "comment_count", "comments_open")


@dataclass(slots=True)
class Told:
    """The first of each that the lines say, and the line that said it; `unread` is a date that was not read, and why."""

    moment: datetime | None = None
    has_time: bool = False
    author: str = ""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    comment_count: int | None = None
    comments_open: bool | None = None
    unread: tuple[str, str] | None = None
    lines: dict[str, str] = field(default_factory=dict)


def told_by(sighting: Sighting, locale: str) -> Told:
    """What the lines of one view say. The hour may stand apart from the day (Twenty Ten, Classic)."""
    told = Told()
    day: date | None = None
    hour: time | None = None
    anchors = [
        Anchor(_FIELD_OF[term.taxonomy], term.name)
        for term in sighting.terms
        if term.taxonomy in _FIELD_OF and term.name
    ]
    for line in sighting.lines:
        found = _read(line, locale, [anchor for anchor in anchors if anchor.text in line])
        if found is None:
            continue
        _take(told, found, line)
        if not told.author and (signed := _SIGNED.search(line)):
            told.author, told.lines["author"] = signed[1].strip(), line
        if found.date and day is None:
            day, hour = found.date, found.time or hour
            told.lines["date"] = line
        elif hour is None and found.time:
            hour = found.time
        elif found.date_status not in ("ok", "absent") and told.unread is None:
            told.unread = (line, found.date_status)
    if day is not None:
        hour = hour or _hour(sighting.hour, locale)
        told.moment, told.has_time = datetime.combine(day, hour or time()), hour is not None
        told.unread = None
    return told


def _read(line: str, locale: str, anchors: list[Anchor]) -> Byline | None:
    """What a line says in the language of the blog; a byline in another one (a text among pages) in its own.

    `anchors` are the names of terms that links of the page tell: no words to be explained.
    """
    found = parse_byline(line, locale or None)
    if found is None and anchors:
        found = parse_byline(line, locale or None, anchors=anchors)
    if found is None and locale and is_byline(line):
        found = parse_byline(line)
    return found or _day_in(line, locale)


def _day_in(line: str, locale: str) -> Byline | None:
    """The part of a line between separators that is a date and nothing else (`29 febbraio 2008 / Pia De Luca`)."""
    parts = _BETWEEN.split(line)
    for part in parts if len(parts) > 1 else ():
        found = parse_byline(part, locale or None) if any(map(str.isdigit, part)) else None
        if found and found.date and len(found.evidence[0].text) + 3 >= len(part):
            return found
    return None


def _take(told: Told, found: Byline, line: str) -> None:
    """Keep what no line before said."""
    for name in _FIELDS:
        value = getattr(found, name)
        if value not in (None, (), "") and getattr(told, name) in (None, (), ""):
            setattr(told, name, value)
            told.lines[name] = line


def _hour(text: str, locale: str) -> time | None:
    """The hour in the title of a permalink: read as part of a byline with some day."""
    if not text:
        return None
    found = parse_byline(f"2010-12-15 {text}", locale or None)
    return found.time if found else None


def moment_told(text: str, locale: str) -> datetime | None:
    """The moment that the words beside a comment name."""
    found = parse_byline(text, locale or None) if text else None
    if found is None or found.date is None:
        return None
    return datetime.combine(found.date, found.time or time())
