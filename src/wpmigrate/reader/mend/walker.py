"""Walks over a broken part of an export tag by tag and writes it anew as strict XML.

Two kinds of part: an item, which begins at its start tag; and a stretch of the channel, which ends where the next item
begins. Known fields and containers are kept, their text is mended, all else is named and left out. Line ends are never
lost, so that the lines of the new XML are those of the file.
"""

import re

from wpmigrate.reader.element import CONTAINERS, LEAVES
from wpmigrate.reader.frame import ITEM_END, ITEM_START, is_next_export
from wpmigrate.reader.hidden import whole_items
from wpmigrate.reader.lines import line_ends
from wpmigrate.reader.names import CONVENTIONAL, Scope
from wpmigrate.wxr import CDATA_OPEN

from .finder import Finder
from .nesting import close_down_to, container, is_stray, settle
from .orphans import keep_orphan
from .payload import read_payload
from .place import Payload
from .references import mend_references
from .seams import begins_another, hold_back
from .tags import TAG, attributes_of, is_empty, start_tag, tag_at
from .walk import Walked, Walker

_OTHER_LEAVES = frozenset({"comments", "author", "source", "enclosure", "cloud", "docs", "ttl", "managingEditor"})
"""Elements of RSS that an item or a channel may have beside WordPress's own."""

_BOUNDARIES = frozenset({"item", "channel", "rss"})
_PAGES = frozenset({b"html", b"head"})
_MAX_UNKNOWN = 1 << 16
"""An unknown element longer than this is taken for foreign text."""


def walk_item(finder: Finder, scope: Scope, start: int, line: int) -> Walked:
    """An item from its start tag on."""
    walker = Walker(finder, scope, start, line, ITEM_END)
    tag = TAG.match(finder.data, start)
    if tag is None:
        return Walked(b"", len(finder.data), [], is_cut=True)
    walker.out.append(b"<item" + attributes_of(tag, walker.note) + b">")
    walker.open.append(b"item")
    return _walk(walker, tag.end())


def walk_channel(finder: Finder, scope: Scope, start: int, line: int) -> Walked:
    """A stretch of the channel, up to the next item or the channel's end."""
    return _walk(Walker(finder, scope, start, line, ITEM_START), start)


def _walk(walker: Walker, position: int) -> Walked:
    data = walker.data
    size = len(data)
    while True:
        tag_start = data.find(b"<", position)
        walker.leave_out(position, size if tag_start < 0 else tag_start)
        if tag_start < 0:
            return _cut(walker, size, "")
        stepped = _step(walker, tag_start)
        if isinstance(stepped, Walked):
            return stepped
        position = stepped


def _step(walker: Walker, start: int) -> int | Walked:
    """The offset after the tag at `start`, or after what looks like one; the part when it ends there."""
    tag = tag_at(walker.data, start)
    if tag is None:
        if is_next_export(walker.data, start):
            return _at_next_export(walker, start)
        stop = _step_over(walker, start)
        return stop if stop >= 0 else _cut(walker, len(walker.data), "")
    key = _key_of(walker, tag)
    if key in _BOUNDARIES:
        return _boundary(walker, tag, key)
    if key in LEAVES:
        return _leaf(walker, tag, key)
    if key in CONTAINERS:
        walker.end_foreign(start)
        container(walker, tag, key)
        return tag.end()
    return _unknown(walker, tag, key)


def _key_of(walker: Walker, tag: re.Match[bytes]) -> str:
    """The key of a tag; that of an item for a field that begins another one, whose tag is missing."""
    if tag[1] and tag[3].strip():
        walker.tear()  # two tags have become one
    key = walker.key(tag[2], tag.start()) if _is_known_form(walker, tag[2]) else ""
    return "item" if not tag[1] and begins_another(walker, key, tag.start()) else key


def _is_known_form(walker: Walker, name: bytes) -> bool:
    """Whether a name may be one of an export; names of foreign markup must not count as undeclared prefixes."""
    prefix, colon, _ = name.partition(b":")
    text = prefix.decode("utf-8", "replace")
    return not colon or text in walker.scope.families or text in CONVENTIONAL


def _step_over(walker: Walker, start: int) -> int:
    """The offset after something that is no tag: a comment, a section outside fields, a lone `<`; -1 at the end."""
    data = walker.data
    if data[start : start + 4] == b"<!--":
        return _comment(walker, start)
    for opening, closing in ((CDATA_OPEN, b"]]>"), (b"<?", b"?>")):
        if data[start : start + len(opening)] == opening:
            stop = walker.finder.find(closing, start)
            if stop < 0 or walker.finder.meets(rb"</?(?:wp|item|channel|rss)[:\s>]", start, stop):
                break
            if opening != CDATA_OPEN:
                walker.out.append(line_ends(data[start : stop + len(closing)]))
            else:
                walker.leave_out(start, stop + len(closing))
            return stop + len(closing)
    stop = data.find(b"<", start + 1)
    if stop < 0:
        return -1
    walker.leave_out(start, stop)
    return stop


def _comment(walker: Walker, start: int) -> int:
    """The offset after a comment, or after the beginning of one that was never closed; -1 at the end."""
    data = walker.data
    stop = walker.finder.find(b"-->", start + 4)
    if stop < 0 and walker.finder.search(ITEM_START, start) < 0:
        return -1
    text = data[start + 4 : stop] if stop >= 0 else b""
    is_broken = b"--" in text or text.endswith(b"-")
    number = whole_items(text) if stop >= 0 else None
    if number is None or (number and is_broken):
        walker.note(start, "WXR258", {"reason": "it is not closed before the next item; the items in it were read"})
        stop = data.find(b"<", start + 4)
        walker.out.append(line_ends(data[start : max(stop, start)]))
        return stop
    if number:
        walker.note(start, "WXR257", {"number": number, "where": "an XML comment"})
    if is_broken:
        walker.note(start, "WXR258", {"reason": "two hyphens stand inside it; it was left out"})
    walker.out.append(line_ends(data[start : stop + 3]))
    return stop + 3


def _boundary(walker: Walker, tag: re.Match[bytes], key: str) -> int | Walked:
    """The part when it ends at the tag of an item or of the frame; the offset after a tag that is only to be left out."""
    walker.end_foreign(tag.start())
    opens_frame, ends_item = key != "item" and not tag[1], key == "item" and tag[1]
    if walker.is_item and ends_item:
        return _item_end(walker, tag.start(), tag.end())
    if opens_frame and not walker.is_item:
        walker.out.append(line_ends(tag[0]))
        return tag.end()
    if opens_frame or ends_item:
        walker.leave_out(tag.start(), tag.end())
        return tag.end()
    return _before_another(walker, tag.start()) if walker.is_item else _closed(walker, tag.start(), tag.start())


def _before_another(walker: Walker, offset: int) -> Walked:
    """The end of an item whose end tag is missing."""
    walker.foreign = -1  # what is foreign here is the beginning of the next one
    walker.note(walker.start, "WXR254", {})
    walker.tear()
    return _item_end(walker, offset, offset)


def _item_end(walker: Walker, stop: int, end: int) -> Walked:
    hold_back(walker)
    return _closed(walker, stop, end)


def _closed(walker: Walker, stop: int, end: int) -> Walked:
    """The part, whose text ends at `stop` and which itself ends at `end`."""
    close_down_to(walker, 0, stop)
    return Walked(b"".join(walker.out), end, walker.findings)


def _at_next_export(walker: Walker, offset: int) -> Walked:
    """The end of a part behind which another export begins: an item was cut, the channel only lacks its end tags."""
    walker.end_foreign(offset)
    return _cut(walker, offset, "") if walker.is_item else _closed(walker, offset, offset)


def _cut(walker: Walker, size: int, key: str) -> Walked:
    """The file ended: what is there is closed, so that it can be named."""
    walker.foreign = -1
    is_partial = bool(key or walker.open)
    for name in reversed(walker.open):
        walker.out.append(b"</" + name + b">")
    return Walked(b"".join(walker.out), size, walker.findings, is_cut=True, cut_in=key, is_partial=is_partial)


def _leaf(walker: Walker, tag: re.Match[bytes], key: str) -> int | Walked:
    """A field: its tag, its mended text, its end tag. The offset after it, or the part when it ends there."""
    if tag[1]:
        if walker.foreign >= 0 and begins_another(walker, key, tag.start()):
            return _before_another(walker, walker.foreign)
        keep_orphan(walker, tag, key)
        return tag.end()
    if is_stray(walker, tag, key):
        walker.leave_out(tag.start(), tag.end())
        return tag.end()
    walker.end_foreign(tag.start())
    settle(walker, tag, key)
    if is_empty(tag):
        walker.out.append(start_tag(tag, walker.note, b"/>"))
        return tag.end()
    opening = start_tag(tag, walker.note)
    before = len(walker.findings)
    payload = read_payload(walker.place(tag[2], key, tag.end()))
    if any(found.code == "WXR253" for found in walker.findings[before:]):
        walker.lost.add(key)
    walker.keep(key, opening, payload.xml, b"</" + tag[2] + b">" + payload.line_ends)
    return _cut(walker, payload.end, key) if payload.is_cut else payload.end


def _unknown(walker: Walker, tag: re.Match[bytes], key: str) -> int:
    """The offset after an element that is none of WordPress's: kept if one of a plugin or of RSS, else foreign text."""
    kept = _kept(walker, tag, key)
    if kept is not None:
        return kept
    end = tag.end()
    if not tag[1] and tag[2].lower() in _PAGES:
        # An error page: its title is none of the export.
        stop = walker.finder.find(b"</" + tag[2] + b">", end)
        if stop >= 0 and not walker.finder.meets(walker.boundary, end, stop):
            end = walker.finder.find(b">", stop) + 1
    walker.leave_out(tag.start(), end)
    return end


def _kept(walker: Walker, tag: re.Match[bytes], key: str) -> int | None:
    """The offset after an element of a plugin or of RSS that holds text alone; None when it is to be left out."""
    data, name, start = walker.data, tag[2], tag.end()
    if tag[1] or not key or (b":" not in name and key not in _OTHER_LEAVES):
        return None
    if is_empty(tag):
        walker.out.append(start_tag(tag, walker.note, b"/>"))
        return start
    closing = b"</" + name + b">"
    stop = data.find(closing, start, start + _MAX_UNKNOWN)
    text = data[start:stop] if stop >= 0 else b"<"
    if b"<" in text and not text.lstrip().startswith(CDATA_OPEN):
        return None
    walker.end_foreign(tag.start())
    if b"<" in text:
        payload = read_payload(walker.place(name, key, start))
    else:
        payload = Payload(mend_references(text, start, key, walker.note), stop + len(closing))
    walker.out += (start_tag(tag, walker.note), payload.xml, closing, payload.line_ends)
    return payload.end
