"""Where does a field end, when its CDATA cannot be trusted? Found by the field's own end tag."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from wpmigrate.reader.element import ONE_LINE
from wpmigrate.reader.frame import ITEM_START, NEXT_EXPORT
from wpmigrate.reader.source import Data
from wpmigrate.wxr import CDATA_CLOSE, CDATA_OPEN, CDATA_SPLIT, cdata

from .finder import Finder
from .references import mend_references

_BLANK = re.compile(rb"\s*")
_BLANK_BEFORE = re.compile(rb"\]\]>\s*\Z")
_STRUCTURE = re.compile(
    rb"\s*(?:</?(?:wp|excerpt|content|dc|wfw):[a-zA-Z_]+|</?(?:item|channel|rss)[\s>]"
    rb"|<(?:title|link|pubDate|guid|description|category|comments|author|source|enclosure)[\s>/])"
)
"""What stands after the end tag of a field in an export."""

_NEXT_FIELD = rb"</?(?:wp|excerpt|content|dc):[a-zA-Z_]+[\s>/]|</item\s*>|<item[\s>]|</channel\s*>"
_NEXT_LINE_FIELD = (
    rb"[\r\n]\s*(?:</?(?:item|channel|rss)[\s>]"
    rb"|<(?:title|link|pubDate|guid|description|category)[\s>/]|<(?:wp|dc|content|excerpt):)"
)
_RAW = frozenset({"wp:meta_value", "content:encoded", "excerpt:encoded", "description", "wp:comment_content"})
"""Fields that old exporters wrote without escaping: markup in them means that nothing in them is escaped."""

MAX_REJECTED = 1000
"""End tags of the field's own name that are looked at before the search is given up."""

Note = Callable[[int, str, dict[str, object]], None]


class Payload(NamedTuple):
    """A field's text as strict XML, and the offset after its end tag. `is_cut`: the file ended before the field did."""

    xml: bytes
    end: int
    is_cut: bool = False


@dataclass(slots=True)
class Place:
    """A field in the file: its raw name, its key, where its text begins; `note` takes an offset in the file.

    `boundary` is the pattern of what no field reaches over: the end of an item, or in the channel the start of one.
    """

    finder: Finder
    name: bytes
    key: str
    start: int
    note: Note
    boundary: bytes

    @property
    def data(self) -> Data:
        """The bytes of the file."""
        return self.finder.data


def read_payload(place: Place) -> Payload:
    """The text of the field that begins at `place`, mended."""
    match = _BLANK.match(place.data, place.start)
    first = match.end() if match else place.start
    if place.data[first : first + len(CDATA_OPEN)] == CDATA_OPEN:
        return _cdata(place, first + len(CDATA_OPEN))
    return _text(place)


def _cdata(place: Place, start: int) -> Payload:
    """A CDATA section: its first `]]>` counts only if the field's end tag follows or another section goes on."""
    finder, data = place.finder, place.data
    closing = b"</" + place.name
    position = start
    quoting = _quoting(place, start, closing)
    if quoting is not None:
        return quoting
    cut_at = _cut_before_next_export(place, start)
    if cut_at >= 0:
        return Payload(cdata(data[start:cut_at]), cut_at, is_cut=True)
    for _ in range(MAX_REJECTED):
        end_tag = finder.find(closing, position)
        if end_tag < 0:
            break
        after = data.find(b">", end_tag) + 1
        if not after:
            break
        if data[end_tag + len(closing) : after - 1].strip():
            position = end_tag + 1
            continue
        closed = _BLANK_BEFORE.search(data[max(start, end_tag - 256) : end_tag])
        if closed is not None:
            stop = max(start, end_tag - 256) + closed.start()
            if _runs_over(place, start, stop):
                break
            return _literal(place, start, stop, after)
        if _STRUCTURE.match(data, after) and not _is_inside(finder, end_tag, after):
            place.note(start, "WXR211", {"where": place.key})
            return Payload(cdata(data[start:end_tag]), after)
        position = after
    return _cdata_without_end_tag(place, start)


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


def _cut_before_next_export(place: Place, start: int) -> int:
    """Where another export begins before this section was closed; -1 if none does, or if the text quotes one."""
    following = place.finder.search(NEXT_EXPORT, start)
    if following < 0:
        return -1
    close = place.finder.find(CDATA_CLOSE, start)
    is_quoted = place.data[max(close - 2, 0) : close] == b"]]"
    return following if close < 0 or (close > following and not is_quoted) else -1


def _is_inside(finder: Finder, end_tag: int, after: int) -> bool:
    """Whether an end tag without `]]>` is quoted text: the next `]]>` comes before any other CDATA section opens."""
    close = finder.find(CDATA_CLOSE, end_tag)
    opened = finder.find(CDATA_OPEN, after)
    return close >= 0 and (opened < 0 or close < opened)


def _runs_over(place: Place, start: int, stop: int) -> bool:
    """Whether a text would swallow the end of its item although its CDATA section closed before, or was never closed.

    Then another one begins behind: a text that quotes an export holds no section without its end.
    """
    item_end = place.finder.search(place.boundary, start)
    if not 0 <= item_end < stop:
        return False
    first = place.finder.find(CDATA_CLOSE, start)
    return 0 <= first < item_end or (first == stop and place.data.find(CDATA_OPEN, item_end, stop) >= 0)


def _literal(place: Place, start: int, stop: int, end: int) -> Payload:
    """A closed section: parts that an exporter split are joined, a `]]>` that nobody split is text."""
    text = place.data[start:stop]
    if CDATA_CLOSE in text:
        text = text.replace(CDATA_CLOSE + CDATA_OPEN, b"")
        if CDATA_CLOSE in text.replace(CDATA_SPLIT, b""):
            place.note(start, "WXR211", {"where": place.key})
    return Payload(cdata(text), end)


def _cdata_without_end_tag(place: Place, start: int) -> Payload:
    """A section whose field never ends: it ends at its first `]]>`, or where the next field of the export begins."""
    stop = place.finder.find(CDATA_CLOSE, start)
    item_end = place.finder.search(place.boundary, start)
    if stop >= 0 and (item_end < 0 or stop < item_end):
        place.note(start, "WXR255", {"reason": f"the end tag of {place.key} is missing"})
        return Payload(cdata(place.data[start:stop]), stop + len(CDATA_CLOSE))
    stop = place.finder.search(_NEXT_FIELD, start)
    if stop < 0:
        return Payload(cdata(place.data[start:]), len(place.data), is_cut=True)
    place.note(start, "WXR211", {"where": place.key})
    return Payload(cdata(place.data[start:stop]), stop)


def _text(place: Place) -> Payload:
    """Text outside CDATA: ends at the end tag, or before the next field when that comes first."""
    data, finder = place.data, place.finder
    end_tag = finder.find(b"</" + place.name, place.start)
    after = data.find(b">", end_tag) + 1 if end_tag >= 0 else 0
    opened = finder.find(CDATA_OPEN, place.start)
    if 0 <= opened < end_tag and place.key not in ONE_LINE:
        # Text before a section: the section may quote anything, so its own rules find the end.
        rest = _cdata(place, opened + len(CDATA_OPEN))
        return Payload(_escaped(place, place.start, opened) + rest.xml, rest.end, rest.is_cut)
    next_field = finder.search(_NEXT_LINE_FIELD if place.key in ONE_LINE else _NEXT_FIELD, place.start)
    if place.boundary == ITEM_START and (item := finder.search(ITEM_START, place.start)) >= 0:
        next_field = min(item, next_field) if next_field >= 0 else item
    is_unclosed = end_tag < 0 or (0 <= next_field < end_tag and place.key in ONE_LINE) or not after
    if not is_unclosed and 0 <= next_field < end_tag:
        is_unclosed = finder.search(place.boundary, place.start) in range(place.start, end_tag)
    if not is_unclosed:
        return Payload(_escaped(place, place.start, end_tag), after)
    if next_field < 0:
        return Payload(cdata(data[place.start :]), len(data), is_cut=True)
    place.note(place.start, "WXR255", {"reason": f"the end tag of {place.key} is missing"})
    return Payload(_escaped(place, place.start, next_field), next_field)


_COMMENT = re.compile(rb"<!--(?:[^-]|-(?!-))*-->")


def _escaped(place: Place, start: int, stop: int) -> bytes:
    """Text with its ampersands mended; markup in it is text too."""
    text = place.data[start:stop]
    bare = _COMMENT.sub(b"", text) if b"<!--" in text else text
    if b"<" not in bare:
        if CDATA_CLOSE in text:
            place.note(start + text.find(CDATA_CLOSE), "WXR222", {"where": place.key})
        return mend_references(text, partial(_at_offset, place, start)).replace(CDATA_CLOSE, b"]]&gt;")
    where = start + text.find(b"<")
    place.note(where, "WXR222", {"where": place.key})
    if place.key in _RAW:
        return cdata(text)
    return b"".join(_with_markup(place, start, stop))


def _with_markup(place: Place, start: int, stop: int) -> Iterator[bytes]:
    """Text with markup in it, from `start` to `stop`: sections stay, all else is escaped."""
    position = start
    while position < stop:
        opened = place.data.find(CDATA_OPEN, position, stop)
        closed = place.data.find(CDATA_CLOSE, opened, stop) if opened >= 0 else -1
        end = opened if closed >= 0 else stop
        text = place.data[position:end]
        text = mend_references(text, partial(_at_offset, place, position))
        yield text.replace(b"<", b"&lt;").replace(CDATA_CLOSE, b"]]&gt;")
        if closed < 0:
            return
        position = closed + len(CDATA_CLOSE)
        yield place.data[opened:position]


def _at_offset(place: Place, start: int, offset: int, code: str, values: dict[str, object]) -> None:
    _at(place, start + offset, code, values)


def _at(place: Place, offset: int, code: str, values: dict[str, object]) -> None:
    place.note(offset, code, {**values, "where": place.key} if code == "WXR221" else values)
