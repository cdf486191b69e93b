"""Where does a field end, when its markup cannot be trusted? Found by the field's own end tag."""

import re
from collections.abc import Iterator

from wpmigrate.reader.element import ONE_LINE
from wpmigrate.reader.frame import COMMENT, ITEM_START
from wpmigrate.wxr import CDATA_CLOSE, CDATA_OPEN, cdata

from .place import (
    NEXT_FIELD,
    NEXT_LINE_FIELD,
    Payload,
    Place,
    after_wrong_end,
    field_end,
    line_start,
    note_open,
    wrong_end,
)
from .references import mend_references
from .sections import read_section

_OWN_LINE = rb"[\r\n][\s-]*<(?:wp|dc|content|excerpt):"
_MISSPELT_END = re.compile(rb"</[\w:.<\s-]{1,60}>")
_MISSPELT_TAIL = re.compile(rb"</([\w:.-]{1,60})\s*>(?=\s*\Z)")
_LONGEST_END = 256
_BLANK = re.compile(rb"\s*")
_BRACKET = rb"(?:[(\[{]|\xe2\x80[\x80-\xbf])"
_MISSPELT = re.compile(
    rb"(?:<|&lt;)!(?:--)?\[CDATA[>\[]?|<!"
    + _BRACKET
    + rb"CDATA"
    + _BRACKET
    + rb"|(?:<\s?)?!?\s?\[?\s?CDATA\s?\[|<!?\[?C?D?A?T?A?\[(?![CDAT])",
    re.IGNORECASE,
)
_TAG_END = re.compile(rb"[^<>]*>")
_RAW = frozenset({"wp:meta_value", "content:encoded", "excerpt:encoded", "description", "wp:comment_content"})
"""Fields that old exporters wrote without escaping: markup in them means that nothing in them is escaped."""


def read_payload(place: Place) -> Payload:
    """The text of the field that begins at `place`, mended."""
    match = _BLANK.match(place.data, place.start)
    first = match.end() if match else place.start
    misspelt = _MISSPELT.match(place.data, first)
    if misspelt is not None and misspelt[0] != CDATA_OPEN:
        place.note(first, "WXR255", {"reason": f"the beginning of the CDATA section of {place.key} is misspelt"})
        return read_section(place, misspelt.end())
    if place.data[first : first + len(CDATA_OPEN)] == CDATA_OPEN:
        return read_section(place, first + len(CDATA_OPEN))
    return _text(place)


def _text(place: Place) -> Payload:
    """Text outside CDATA: ends at the end tag, or before the next field when that comes first."""
    data, finder = place.data, place.finder
    end_tag = finder.find(b"</" + place.name, place.start)
    after = _after_end_tag(place, end_tag) if end_tag >= 0 else 0
    opened = finder.find(CDATA_OPEN, place.start)
    if 0 <= opened < end_tag and place.key not in ONE_LINE and not finder.meets(NEXT_FIELD, place.start, opened):
        # Text before a section: the section may quote anything, so its own rules find the end.
        rest = read_section(place, opened + len(CDATA_OPEN))
        if field_end(place, rest.end, rest.end):
            # The section is that of another field, which has lost its start tag.
            stop = data.find(b"<", place.start)
            return Payload(escaped(place, place.start, stop), stop)
        return Payload(escaped(place, place.start, opened) + rest.xml, rest.end, rest.is_cut)
    next_field = finder.search(NEXT_LINE_FIELD if place.key in ONE_LINE else NEXT_FIELD, place.start)
    if place.boundary == ITEM_START and (item := finder.search(ITEM_START, place.start)) >= 0:
        next_field = min(item, next_field) if next_field >= 0 else item
    bounds = (place.boundary, ITEM_START, _OWN_LINE)
    reaches_over = 0 <= next_field < end_tag and (
        place.key in ONE_LINE or any(finder.meets(bound, place.start, end_tag) for bound in bounds)
    )
    if after and not reaches_over:
        note_open(place, end_tag, after)
        return Payload(escaped(place, place.start, end_tag), after)
    if next_field < 0:
        return Payload(cdata(data[place.start :]), len(data), is_cut=True)
    line = finder.search(NEXT_LINE_FIELD, place.start)
    return _without_end_tag(place, min(line, next_field) if line >= 0 else next_field)


def _without_end_tag(place: Place, stop: int) -> Payload:
    """Text whose end tag is not there: at `stop` the next field begins at the latest."""
    data, key = place.data, place.key
    misspelt = _misspelt_tail(place, stop)
    if other := field_end(place, place.start, stop):
        # What is left of other fields stands on the same line.
        stop = data.find(b"<", line_start(place, other.start()))
        misspelt = _MISSPELT_END.match(data, stop) if stop < other.start() else None
        if other[1].lower() == place.name.lower():
            misspelt = other
        if misspelt is None and data[stop : stop + len(other[1]) + 1] != b"<" + other[1]:
            place.note(place.start, "WXR253", {"reason": f"the end of {key} is missing"})
            return Payload(escaped(place, place.start, stop), stop)
    if misspelt is not None:
        place.note(place.start, "WXR255", {"reason": f"the end tag of {key} is misspelt"})
        return Payload(escaped(place, place.start, misspelt.start()), misspelt.end())
    wrong = wrong_end(place, place.start, stop)
    stop = wrong.start() - len(place.name) - 1 if wrong else stop
    return Payload(escaped(place, place.start, stop), after_wrong_end(place, stop, place.start))


def _misspelt_tail(place: Place, stop: int) -> re.Match[bytes] | None:
    """The end tag at `stop` that is none of the field's own, but of a name of the export's or one that begins like its own."""
    low = max(place.start, stop - _LONGEST_END)
    found = _MISSPELT_TAIL.search(place.data, place.data.rfind(b"<", low, stop) if stop > low else low, stop)
    return found if found and (b":" in found[1] or found[1][:3] == place.name[:3]) else None


def _after_end_tag(place: Place, end_tag: int) -> int:
    """The offset after an end tag, also when its `>` is missing; 0 when the file ends in it."""
    at = end_tag + len(place.name) + 2
    found = _TAG_END.match(place.data, at)
    if found is not None:
        return found.end()
    return at if place.data.find(b"<", at) >= 0 else 0


def escaped(place: Place, start: int, stop: int) -> bytes:
    """Text with its ampersands mended; markup in it is text too."""
    text = place.data[start:stop]
    bare = re.sub(COMMENT, b"", text) if b"<!--" in text else text
    if text.rstrip().endswith(CDATA_CLOSE) and CDATA_OPEN not in text:
        place.note(start, "WXR255", {"reason": f"the beginning of the CDATA section of {place.key} is missing"})
        return cdata(text.rstrip()[: -len(CDATA_CLOSE)])
    if b"<" not in bare:
        if CDATA_CLOSE in text:
            place.note(start + text.find(CDATA_CLOSE), "WXR222", {"where": place.key})
        return mend_references(text, start, place.key, place.note).replace(CDATA_CLOSE, b"]]&gt;")
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
        text = mend_references(place.data[position:end], position, place.key, place.note)
        yield text.replace(b"<", b"&lt;").replace(CDATA_CLOSE, b"]]&gt;")
        if closed < 0:
            return
        position = closed + len(CDATA_CLOSE)
        yield place.data[opened:position]
