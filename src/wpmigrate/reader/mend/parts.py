"""One broken part of an export → its elements: three attempts, from the gentlest to the last resort."""

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from xml.parsers import expat

from wpmigrate.errors import InputError
from wpmigrate.reader.element import ITEM_MARKS, Element
from wpmigrate.reader.endings import after_entry
from wpmigrate.reader.entries import Entry
from wpmigrate.reader.frame import ITEM_END
from wpmigrate.reader.names import Scope
from wpmigrate.reader.options import ReaderOptions
from wpmigrate.reader.strict import StrictPass

from .cleansing import cleanse
from .finder import Finder
from .finding import Finding
from .last_resort import recovered
from .walk import Walked
from .walker import walk_channel, walk_item

_BEFORE_CONTENT = frozenset({"link", "pubDate", "dc:creator", "guid", "description"})
_CLOSING = b"</channel></rss>"
_TOKENS = rb"<!\[CDATA\[|<!--|</item\s*>|<item[\s>]"


@dataclass(slots=True)
class Part:
    """Where a part begins, what it needs to be read, and what the strict parser said of it."""

    finder: Finder
    scope: Scope
    options: ReaderOptions
    start: int
    line: int
    reason: str = ""
    #: The line on which it broke, if that is known.
    broke_on: int | None = None


class Piece(NamedTuple):
    """An element, the blanks before it and itself as strict XML."""

    element: Element
    before: bytes
    xml: bytes


class Mended(NamedTuple):
    """What was read of the part that begins on `line`: its elements, where it ends, what was mended.

    `is_cut`: the file ended in it, in the field `cut_in`; `is_damaged`: only the last resort could read it.
    """

    line: int
    pieces: list[Piece]
    end: int
    findings: list[Finding]
    is_cut: bool = False
    cut_in: str = ""
    is_damaged: bool = False


def mend_item(part: Part, *, is_odd: bool = False, may_be_whole: bool = False) -> Mended:
    """The item that begins at `part.start`.

    `is_odd`: it was well-formed but not what its author meant; `may_be_whole`: no strict parser has seen it yet.
    """
    if not is_odd:
        gently = _cleansed_item(part, may_be_whole=may_be_whole)
        if gently is not None:
            return gently
    walked = walk_item(part.finder, part.scope, part.start, part.line)
    return _parsed(part, walked)


def mend_channel(part: Part) -> Mended:
    """A stretch of the channel that begins at `part.start` and ends where an item begins or the channel ends."""
    walked = walk_channel(part.finder, part.scope, part.start, part.line)
    mended = _with_items(_parsed(part, walked))
    if not walked.is_partial or not mended.pieces:
        return mended
    # The file ends in its last element: what is there of it may say something else than the whole.
    last = mended.pieces.pop().element
    return mended._replace(findings=[finding for finding in mended.findings if finding.line < last.line])


def _with_items(mended: Mended) -> Mended:
    """Fields of an item whose start tag is broken or missing stand in the channel: they are put into an item again."""
    keys = [piece.element.key for piece in mended.pieces]
    first = next((place for place, key in enumerate(keys) if key in ITEM_MARKS), -1)
    if first < 0:
        return mended
    titles = [place for place in range(first) if keys[place] == "title"]
    start = titles[-1] if titles else _without_title(keys, first)
    pieces, findings = mended.pieces[:start], list(mended.findings)
    for low, high in pairwise(_item_starts(keys, start)):
        fields = mended.pieces[low:high]
        item = Element("item", {}, fields[0].element.line)
        item.children = [piece.element for piece in fields]
        xml = b"".join(piece.before + piece.xml for piece in fields)
        pieces.append(Piece(item, b"", b"<item>" + xml + b"</item>"))
        is_whole = {"title", "content:encoded"} <= set(item.keys())
        reason = "the start tag of an item is missing" if is_whole else "the beginning of an item is missing"
        finding = Finding("WXR255" if is_whole else "WXR253", item.line, {"reason": reason})
        if finding not in findings:  # the fault that ended the strict pass may have been this very one
            findings.append(finding)
    return mended._replace(pieces=pieces, findings=findings)


def _without_title(keys: list[str], first: int) -> int:
    """Where an item begins whose title is lost: with the fields that stand right before the first mark of one."""
    while first and keys[first - 1] in _BEFORE_CONTENT:
        first -= 1
    return first


def _item_starts(keys: list[str], start: int) -> list[int]:
    """Where items begin among the fields from `start` on, and where the last one ends.

    A title begins another one when the item has its id already, or something else that stands behind the title.
    """
    starts, is_begun = [start], False
    for place in range(start, len(keys)):
        if keys[place] == "title" and is_begun:
            starts.append(place)
            is_begun = False
        is_begun |= keys[place] in ITEM_MARKS or keys[place] == "wp:comment"
    return [*starts, len(keys)]


def _cleansed_item(part: Part, *, may_be_whole: bool) -> Mended | None:
    """The first attempt: the item ends where strict XML says, and only its bytes are wrong."""
    end = _strict_end(part.finder, part.start)
    if end < 0:
        return None
    raw = part.finder.data[part.start : end]
    xml, findings = cleanse(raw, part.line, part.scope)
    if not findings and not may_be_whole:
        return None
    entries = _strictly(part, xml)
    if entries is None or len(entries) != 1 or entries[0].is_odd:
        return None
    return Mended(part.line, _pieces(xml, entries), end, findings)


def _strict_end(finder: Finder, start: int) -> int:
    """The offset after the item's end tag as XML sees it; -1 when another item begins before, or the file ends."""
    data = finder.data
    position = start + 1
    while True:
        position = finder.search(_TOKENS, position)
        if position < 0:
            return -1
        kind = data[position + 1 : position + 2]
        if kind == b"/":
            return data.find(b">", position) + 1
        if kind == b"i":
            return -1
        closing = b"-->" if data[position + 2 : position + 3] == b"-" else b"]]>"
        stop = finder.find(closing, position)
        if stop < 0 or finder.meets(ITEM_END, position, stop):
            return -1
        position = stop + 3


def _parsed(part: Part, walked: Walked) -> Mended:
    """The second attempt: the part as the walker wrote it anew; the third: what libxml2 makes of it."""
    xml, findings = cleanse(walked.xml, part.line, part.scope)
    findings = walked.findings + findings
    entries = _strictly(part, xml)
    reason = {"reason": part.reason or "unknown"}
    is_damaged = entries is None
    if entries is None:
        pieces = [Piece(element, b"", raw) for element, raw in recovered(xml, part.scope, part.line)]
        findings.append(Finding("WXR253", part.line, reason))
    else:
        pieces = _pieces(xml, entries)
        if pieces and not findings and not walked.is_cut:
            findings.append(Finding("WXR255", part.broke_on or part.line, reason))
    return Mended(part.line, pieces, walked.end, findings, walked.is_cut, walked.cut_in, is_damaged)


def _pieces(xml: bytes, entries: list[Entry]) -> list[Piece]:
    """The elements as they stand in `xml`."""
    pieces, position = [], 0
    for entry in entries:
        end = after_entry(xml, entry.start, entry.end)
        pieces.append(Piece(entry.element, xml[position : entry.start], xml[entry.start : end]))
        position = end
    return pieces


def _strictly(part: Part, xml: bytes) -> list[Entry] | None:
    """The entries of a part, None when it is not well-formed."""
    strict = StrictPass(part.scope, part.options, offset=0, line=part.line, is_inside=True)
    strict.checks_frame = False
    try:
        strict.feed(xml)
        strict.feed(_CLOSING, is_last=True)
        return [found for found in strict.found if isinstance(found, Entry)]
    except (expat.ExpatError, InputError):
        # InputError: a DOCTYPE or a limit inside a part: the last resort reads it without either.
        return None
    finally:
        strict.close()
