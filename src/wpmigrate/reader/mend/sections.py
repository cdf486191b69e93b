"""CDATA sections that cannot be trusted: where one ends is found by the end tag of its field."""

import re
from collections.abc import Iterator

from wpmigrate.reader.element import ONE_LINE
from wpmigrate.reader.frame import NEXT_EXPORT
from wpmigrate.reader.lines import line_ends
from wpmigrate.wxr import CDATA_CLOSE, CDATA_OPEN, CDATA_SPLIT, cdata

from .finder import Finder
from .finding import sample_of
from .place import NEXT_FIELD, NEXT_LINE_FIELD, Payload, Place, after_wrong_end, field_end, line_start, note_open

_BLANK = re.compile(rb"\s*")
_CLOSE_BEFORE = re.compile(rb"\]\]>\s*\Z")
_MOST_BLANKS = 256
"""Bytes between the end of a section and the end tag of its field at the most."""

_STRUCTURE = re.compile(
    rb"\s*(?:</?(?:wp|excerpt|content|dc|wfw):[a-zA-Z_]+|</?(?:item|channel|rss)[\s>]"
    rb"|<(?:title|link|pubDate|guid|description|category|comments|author|source|enclosure)[\s>/])"
)
"""What stands after the end tag of a field in an export."""

_OPENED = rb"<(?:(?:wp|excerpt|content|dc):[a-zA-Z_]+|title|category|description|guid|link)(?:\s[^<>]{0,500})?>\s{0,100}<!\[CDATA\["
"""A field whose text is a section."""

_ALMOST_CLOSED = re.compile(rb"\)\)>\s*\Z|\](?:\]\s*-{0,2}(?:>|&gt;|\s*\Z)|\s+\]\s*>)\s*\Z")
_LONGEST_MESSAGE = 1 << 12
_MESSAGES = re.compile(
    rb"\]\]>(\s*(?:(?:<br\s*/?>\s*)?(?:<b>)?(?:PHP )?"
    rb"(?:Notice|Warning|Deprecated|Strict Standards|(?:Recoverable )?[Ff]atal error|Parse error)(?:</b>)?:"
    rb"[^\r\n]{1,1000}? on line (?:<b>)?[0-9]+(?:</b>)?(?:\s*<br\s*/?>)?\s*)+)\Z"
)
"""What PHP prints (`display_errors`) behind the text of a field."""

_TAG_END = re.compile(rb"\s*>|(?=\s*<)")
_MAX_REJECTED = 1000
"""End tags of the field's own name that are looked at before the search is given up."""


def read_section(place: Place, start: int) -> Payload:
    """A CDATA section: its first `]]>` counts only if the field's end tag follows or another section goes on."""
    data, closing = place.data, b"</" + place.name
    plain = _quoting(place, start, closing) or _cut_before_next_export(place, start)
    if plain is not None:
        return plain
    for end_tag, after in _end_tags(place, start, closing):
        stop = _close_before(place, start, end_tag)
        if stop >= 0:
            if _swallows(place, start, stop):
                break
            if not _goes_on(place, closing, after):
                note_open(place, end_tag, after)
                return _literal(place, start, stop, after)
        elif _STRUCTURE.match(data, after) and not _is_inside(place.finder, end_tag, after):
            if _reaches_over(place, start, end_tag):
                break
            note_open(place, end_tag, after)
            return _unclosed(place, start, end_tag, after)
    return _cdata_without_end_tag(place, start)


def _end_tags(place: Place, start: int, closing: bytes) -> Iterator[tuple[int, int]]:
    """End tags of the field's own name, each with the offset after it; one whose `>` is missing ends with its name."""
    position = start
    for _ in range(_MAX_REJECTED):
        end_tag = place.finder.find(closing, position)
        if end_tag < 0:
            return
        found = _TAG_END.match(place.data, end_tag + len(closing))
        if found is not None:
            yield end_tag, found.end()
        position = end_tag + 1


def _close_before(place: Place, start: int, end_tag: int) -> int:
    """The offset of the `]]>` right before an end tag, from `start` on; -1 without one."""
    low = max(start, end_tag - _MOST_BLANKS)
    found = _CLOSE_BEFORE.search(place.data[low:end_tag])
    return low + found.start() if found else -1


def _quoting(place: Place, start: int, closing: bytes) -> Payload | None:
    """A well-formed section that quotes an export: the sections in it are whole, their ends split as exporters do."""
    finder, data = place.finder, place.data
    stop, is_split = finder.find(CDATA_CLOSE, start), False
    while stop >= 0 and data[stop + 3 : stop + 3 + len(CDATA_OPEN)] == CDATA_OPEN:
        stop, is_split = finder.find(CDATA_CLOSE, stop + 3 + len(CDATA_OPEN)), True
    if stop < 0 or not is_split:
        return None
    end_tag = _BLANK.match(data, stop + 3)
    at = end_tag.end() if end_tag else stop
    after = data.find(b">", at) + 1
    if data[at : at + len(closing)] != closing or not after or not _STRUCTURE.match(data, after):
        return None
    text = data[start:stop].replace(CDATA_CLOSE + CDATA_OPEN, b"")
    quoted = text.count(CDATA_OPEN)
    return Payload(cdata(text), after) if quoted and quoted == text.count(CDATA_CLOSE) else None


def _cut_before_next_export(place: Place, start: int) -> Payload | None:
    """The beginning of a section when another export begins before its end; None if none does, or if it is quoted."""
    following = place.finder.search(NEXT_EXPORT, start)
    if following < 0:
        return None
    close = place.finder.find(CDATA_CLOSE, start)
    is_quoted = place.data[max(close - 2, 0) : close] == b"]]"
    if close >= 0 and (close < following or is_quoted):
        return None
    return Payload(cdata(place.data[start:following]), following, is_cut=True)


def _unclosed(place: Place, start: int, end_tag: int, after: int) -> Payload:
    """A section that only its field's end tag closes: its end is misspelt, or PHP printed something behind it."""
    text = place.data[start:end_tag]
    first = max(len(text) - _LONGEST_MESSAGE, 0)
    messages = _MESSAGES.search(text, first) if b" on line " in text[first:] else None
    if messages is not None:
        printed = messages[1].strip()
        at = start + messages.start(1) + messages[1].find(printed)
        place.note(at, "WXR240", {"size": len(printed), "sample": sample_of(printed)})
        return Payload(cdata(text[: messages.start()]), after, line_ends=line_ends(messages[1]))
    place.note(start, "WXR211", {"where": place.key})
    closed = _ALMOST_CLOSED.search(text, max(len(text) - _MOST_BLANKS, 0))
    return Payload(cdata(text[: closed.start()] if closed else text), after)


def _goes_on(place: Place, closing: bytes, after: int) -> bool:
    """Whether the end of a section and of its field are quoted: text follows, and both come once more."""
    finder, data = place.finder, place.data
    again = finder.find(closing, after)
    if again < 0 or _STRUCTURE.match(data, after):
        return False
    if 0 <= finder.find(CDATA_OPEN, after) < again or finder.meets(place.boundary, after, again):
        return False
    is_closed = _close_before(place, after, again) >= 0
    return is_closed and _STRUCTURE.match(data, data.find(b">", again) + 1) is not None


def _is_inside(finder: Finder, end_tag: int, after: int) -> bool:
    """Whether an end tag without `]]>` is quoted text: the next `]]>` comes before any other CDATA section opens."""
    close = finder.find(CDATA_CLOSE, end_tag)
    opened = finder.find(CDATA_OPEN, after)
    return close >= 0 and (opened < 0 or close < opened)


def _swallows(place: Place, start: int, stop: int) -> bool:
    """Whether a text has swallowed the beginning of another field: its section begins in it and has no end there.

    A text that quotes an export holds the ends of its sections too, each behind its beginning.
    """
    if not place.finder.meets(_OPENED, start, stop):
        return False
    text = place.data[start:stop].replace(CDATA_CLOSE + CDATA_OPEN, b"")
    is_closed = 0 <= text.find(CDATA_CLOSE) < text.find(CDATA_OPEN)
    return is_closed or text.count(CDATA_OPEN) > text.count(CDATA_CLOSE)


def _reaches_over(place: Place, start: int, stop: int) -> bool:
    """Whether a section that was never closed would swallow fields of one line, or the end of its item."""
    meets = place.finder.meets
    return (place.key in ONE_LINE and meets(NEXT_LINE_FIELD, start, stop)) or meets(place.boundary, start, stop)


def _literal(place: Place, start: int, stop: int, end: int) -> Payload:
    """A closed section: parts that an exporter split are joined, a `]]>` that nobody split is text."""
    text = place.data[start:stop]
    if text.startswith(CDATA_OPEN) and text.endswith(CDATA_CLOSE) and CDATA_CLOSE + CDATA_OPEN not in text:
        place.note(start, "WXR211", {"where": place.key})
        return Payload(cdata(text[len(CDATA_OPEN) : -len(CDATA_CLOSE)]), end)
    if CDATA_CLOSE in text:
        text = text.replace(CDATA_CLOSE + CDATA_OPEN, b"")
        if CDATA_CLOSE in text.replace(CDATA_SPLIT, b""):
            place.note(start, "WXR211", {"where": place.key})
    return Payload(cdata(text), end)


def _begins(place: Place, name: bytes, start: int, stop: int) -> bool:
    """Whether a field begins between two offsets: an end tag of its name before it is a slip of the pen."""
    found = place.finder.find(b"<" + name, start)
    return found >= 0 and (found < stop or stop < 0)


def _after_section(place: Place, start: int, after: int, item_end: int) -> int:
    """Where a field is over whose section ends before `after`, without its end tag."""
    other = field_end(place, after, after)
    if other and other[1].lower() == place.name.lower():
        place.note(start, "WXR255", {"reason": f"the end tag of {place.key} is in another case"})
        return other.end()
    if other and not _begins(place, other[1], after, item_end):
        place.note(start, "WXR253", {"reason": f"the end of {place.key} is missing"})
        return after
    return after_wrong_end(place, after, start)


def _cdata_without_end_tag(place: Place, start: int) -> Payload:
    """A section whose field never ends: it ends at its first `]]>`, or where the next field of the export begins."""
    data, finder = place.data, place.finder
    stop = finder.find(CDATA_CLOSE, start)
    item_end = finder.search(place.boundary, start)
    following = finder.search(NEXT_LINE_FIELD, start) if place.key in ONE_LINE else -1
    if 0 <= (opened := finder.find(CDATA_OPEN, start)) < stop:
        # Another field has lost its start tag, or the one before its end tag: the text ends on the line before at the latest.
        following = finder.search(NEXT_LINE_FIELD, start)
        tag = data.rfind(b"<", max(start, line_start(place, opened)), opened)
        at = tag if tag >= 0 else opened
        following = min(following, at) if following >= 0 else at
    if 0 <= following < stop:
        if other := field_end(place, start, following - 1):
            # The rest of another field stands on its line: nobody knows where that begins, and it may be private.
            place.note(start, "WXR253", {"reason": f"the end of {place.key} is missing"})
            return Payload(cdata(data[start : line_start(place, other.start())]), following)
        place.note(start, "WXR211", {"where": place.key})
        return Payload(cdata(data[start:following]), following)
    if stop >= 0 and (item_end < 0 or stop < item_end):
        return Payload(cdata(data[start:stop]), _after_section(place, start, stop + len(CDATA_CLOSE), item_end))
    stop = finder.search(NEXT_FIELD, start)
    if stop < 0:
        return Payload(cdata(data[start:]), len(data), is_cut=True)
    place.note(start, "WXR211", {"where": place.key})
    return Payload(cdata(data[start:stop]), stop)
