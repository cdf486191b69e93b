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
    """Where a part begins, and what it needs to be read."""

    finder: Finder
    scope: Scope
    options: ReaderOptions
    start: int
    line: int
    #: The line on which the strict parser broke, if it has been there.
    broke_on: int | None = None


class Piece(NamedTuple):
    """An element as strict XML, and the blanks before it."""

    before: bytes
    xml: bytes


class Mended(NamedTuple):
    """What was read of a part: its elements, each as strict XML too (`pieces`), where it ends, what was mended.

    `is_cut`: the file ended in it, in the field `cut_in`; `is_damaged`: only the last resort could read it.
    """

    elements: list[Element]
    pieces: list[Piece]
    end: int
    findings: list[Finding]
    is_cut: bool = False
    cut_in: str = ""
    is_damaged: bool = False
    line: int = 1


def mend_item(part: Part, reason: str, *, is_odd: bool = False, may_be_whole: bool = False) -> Mended:
    """The item that begins at `part.start`.

    `reason` is what the strict parser said; `is_odd` that the item was well-formed but not what its author meant;
    `may_be_whole` that no strict parser has seen it yet.
    """
    if not is_odd:
        gently = _cleansed_item(part, may_be_whole=may_be_whole)
        if gently is not None:
            return gently
    walked = walk_item(part.finder, part.scope, part.start, part.line)
    return _parsed(part, walked, reason)


def mend_channel(part: Part, reason: str) -> Mended:
    """A stretch of the channel that begins at `part.start` and ends where an item begins or the channel ends."""
    walked = walk_channel(part.finder, part.scope, part.start, part.line)
    mended = _with_items(_parsed(part, walked, reason))
    if not walked.is_partial or not mended.elements:
        return mended
    # The file ends in its last element: what is there of it may say something else than the whole.
    last = mended.elements.pop()
    mended.pieces.pop()
    return mended._replace(findings=[finding for finding in mended.findings if finding.line < last.line])


def _with_items(mended: Mended) -> Mended:
    """Fields of an item whose start tag is broken or missing stand in the channel: they are put into an item again."""
    elements = mended.elements
    first = next((place for place, element in enumerate(elements) if element.key in ITEM_MARKS), -1)
    if first < 0:
        return mended
    titles = [place for place in range(first) if elements[place].key == "title"]
    start = titles[-1] if titles else _without_title(elements, first)
    items, pieces, findings = elements[:start], mended.pieces[:start], list(mended.findings)
    for low, high in pairwise(_item_starts(elements, start)):
        item = Element("item", {}, elements[low].line)
        item.children = elements[low:high]
        items.append(item)
        fields = b"".join(piece.before + piece.xml for piece in mended.pieces[low:high])
        pieces.append(Piece(b"", b"<item>" + fields + b"</item>"))
        is_whole = {"title", "content:encoded"} <= set(item.keys())
        reason = "the start tag of an item is missing" if is_whole else "the beginning of an item is missing"
        finding = Finding("WXR255" if is_whole else "WXR253", item.line, {"reason": reason})
        if finding not in findings:  # the fault that ended the strict pass may have been this very one
            findings.append(finding)
    return mended._replace(elements=items, pieces=pieces, findings=findings)


def _without_title(elements: list[Element], first: int) -> int:
    """Where an item begins whose title is lost: with the fields that stand right before the first mark of one."""
    while first and elements[first - 1].key in _BEFORE_CONTENT:
        first -= 1
    return first


def _item_starts(elements: list[Element], start: int) -> list[int]:
    """Where items begin among the fields from `start` on, and where the last one ends.

    A title begins another one when the item has its id already, or something else that stands behind the title.
    """
    starts, is_begun = [start], False
    for place in range(start, len(elements)):
        if elements[place].key == "title" and is_begun:
            starts.append(place)
            is_begun = False
        is_begun |= elements[place].key in ITEM_MARKS or elements[place].key == "wp:comment"
    return [*starts, len(elements)]


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
    return Mended([entries[0].element], _pieces(xml, entries), end, findings, line=part.line)


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
        item_end = finder.search(ITEM_END, position)
        if stop < 0 or 0 <= item_end < stop:
            return -1
        position = stop + 3


def _parsed(part: Part, walked: Walked, reason: str) -> Mended:
    """The second attempt: the part as the walker wrote it anew; the third: what libxml2 makes of it."""
    xml, findings = cleanse(walked.xml, part.line, part.scope)
    findings = walked.findings + findings
    entries = _strictly(part, xml)
    if entries is not None:
        elements = [entry.element for entry in entries]
        if not findings and not walked.is_cut and elements:
            findings = [Finding("WXR255", part.broke_on or part.line, {"reason": reason or "unknown"})]
        pieces = _pieces(xml, entries)
        return Mended(elements, pieces, walked.end, findings, walked.is_cut, walked.cut_in, line=part.line)
    found = recovered(xml, part.scope, part.line)
    elements, pieces = [element for element, _ in found], [Piece(b"", piece) for _, piece in found]
    findings.append(Finding("WXR253", part.line, {"reason": reason or "unknown"}))
    return Mended(elements, pieces, walked.end, findings, walked.is_cut, walked.cut_in, is_damaged=True, line=part.line)


def _pieces(xml: bytes, entries: list[Entry]) -> list[Piece]:
    """The elements as they stand in `xml`."""
    pieces, position = [], 0
    for entry in entries:
        end = after_entry(xml, entry.start, entry.end)
        pieces.append(Piece(xml[position : entry.start], xml[entry.start : end]))
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
    except expat.ExpatError:
        return None
    except InputError:
        # A DOCTYPE or a limit inside a part: the last resort reads it without either.
        return None
    finally:
        strict.close()
