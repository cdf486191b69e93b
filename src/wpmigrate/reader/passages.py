"""Where everything that was read stands in the file: for those who write the export anew and change nothing else."""

import re
from typing import Literal, NamedTuple

from wpmigrate.wxr import CHANNEL_END, channel_start

from .element import Element
from .endings import after_entry, after_tag
from .entries import Entry
from .frame import COMMENT
from .mend import Piece
from .names import Scope
from .records import is_foreign
from .sniff import Beginning
from .source import Data
from .trace import Trace

_ITEM = re.compile(rb"<(?:[^\s/>:]+:)?item[\s/>]")
_CHANNEL = re.compile(rb"<channel(?:\s[^<>]*)?>\Z|\n<channel>\n\Z")
_NO_PAGES = bytes.maketrans(b"\x0b\x0c", b"  ")
"""Blanks that XML forbids."""

_BETWEEN = re.compile(rb"\s*(?:(?:" + COMMENT + rb"|<\?(?:[^?]|\?(?!>))*\?>)\s*)*")
_COMMENTS = rb"\s*(?:" + COMMENT + rb"\s*)*"
_END = re.compile(_COMMENTS + rb"</channel\s*>" + _COMMENTS + rb"</rss\s*>" + _COMMENTS)


class Passage(NamedTuple):
    """A stretch of an export as strict XML. All passages of a correct export, joined, are the file.

    `prolog`: everything up to the channel's start tag, one for each document of the file; `entry`: an element of the
    channel with what stands before it; `end`: the end tags and what follows, once.
    """

    kind: Literal["prolog", "entry", "end"]
    xml: bytes
    #: Offset of the entry's start tag in `xml`.
    at: int = 0
    element: Element | None = None
    is_mended: bool = False
    #: Of prolog and end: how the names of this document were read, and what was wrong with them.
    scope: Scope | None = None


class Passages(Trace):
    """Makes passages of what a session tells; `taken` hands over those that are ready.

    Everything before `_at` is in a passage or was left out.
    """

    wants_elements = True

    def __init__(self) -> None:
        self._data: Data = b""
        self._ready: list[Passage] = []
        self._at = 0
        self._end = b""
        self._scope = Scope()
        self._is_open = False
        self._has_stray = False
        self._is_last_mended = False
        self._is_altered = False

    def taken(self) -> list[Passage]:
        """The passages that are ready; each is handed over once."""
        ready, self._ready = self._ready, []
        return ready

    def begin(self, data: Data, beginning: Beginning) -> None:
        """What stands before the XML is left out; a part of a channel gets what it lacks."""
        self._data = data
        self._at = beginning.offset
        self._has_stray = bool(beginning.junk)
        if beginning.is_fragment:
            self._open(channel_start(), Scope())

    def recode(self, data: Data) -> None:
        """Offsets stay: what was read already keeps its bytes."""
        self._data, self._is_altered = data, True

    def open(self, tag_start: int, scope: Scope) -> None:
        """The channel begins with the tag at `tag_start`; told before each entry, counts once a document."""
        if not self._is_open:
            end = after_tag(self._data, tag_start)
            is_mended, self._has_stray = self._has_stray, False
            self._open(self._data[self._at : end], scope, is_mended=is_mended)
            self._at = end

    def open_mended(self, end: int, scope: Scope) -> None:
        """The same for a beginning that strict XML refuses: its tags are as they stand, up to `end`."""
        self._open(self._data[self._at : end], scope)
        self._at = end

    def _open(self, xml: bytes, scope: Scope, *, is_mended: bool = True) -> None:
        self._is_open, self._scope = True, scope
        if not _CHANNEL.search(xml):
            xml, is_mended = xml + b"\n<channel>", True
        self._ready.append(Passage("prolog", xml, is_mended=is_mended, scope=scope))

    def leave_out(self) -> None:
        """Text stands here that is no part of the export."""
        self._has_stray = True

    def copy(self, found: Entry, *, is_renamed: bool) -> None:
        """An entry that is well-formed; one that is no part of the export is left out."""
        end = after_entry(self._data, found.start, found.end)
        if is_foreign(found.element):
            self._has_stray = True
            return
        before = self._before(found.start)
        xml = self._data[found.start : end]
        self._add(before, _as_item(xml) if is_renamed else xml, found.element, is_mended=self._has_stray or is_renamed)
        self._at, self._has_stray = end, False

    def mend(self, piece: Piece, start: int) -> None:
        """An entry was written anew; the part that it stands in begins at `start`."""
        before = self._before(start, piece.before)
        self._at = start
        if not is_foreign(piece.element):
            self._add(before, piece.xml, piece.element, is_mended=True)

    def skip(self, end: int) -> None:
        """What stands before `end` is left out, or done."""
        self._is_altered |= bool(self._data[self._at : end].strip())
        self._at, self._has_stray = end, False

    def close(self, offset: int, following: int) -> None:
        """A document ended before `offset`; at `following` the next one begins, or nothing."""
        self._end = self._end or self._end_tags(self._data[self._at : offset])
        self._at, self._is_open = offset, False
        self.skip(following)

    def finish(self, scope: Scope) -> None:
        """All was read; `scope` knows what was wrong with the names."""
        if self._is_open and not self._end:
            self._end = self._end_tags(self._data[self._at :])
        is_whole = self._end == self._data[len(self._data) - len(self._end) :]
        is_mended = self._is_altered or not is_whole
        self._ready.append(Passage("end", self._end, 0, None, is_mended, scope))

    def _end_tags(self, text: bytes) -> bytes:
        """The end tags as they stand; anew when they are not all there or not alone."""
        text = text.translate(_NO_PAGES)
        if not self._has_stray and _END.fullmatch(text):
            return text
        self._is_altered = True
        return (_blanks_of(text, b"</") or b"\n") + CHANNEL_END

    def _before(self, start: int, inside: bytes = b"") -> bytes:
        """What stands before an entry: blanks and comments; of stray text only the blanks; `inside` if there is none."""
        text = self._data[self._at : start]
        if text and not text.isspace() and not _BETWEEN.fullmatch(text):
            # Text, or tags that close and open the channel anew.
            text, self._has_stray = _blanks_of(text, b""), True
        text = text.translate(_NO_PAGES)
        # WordPress's oldest importer reads line by line.
        return text or inside or (b"\n\t" if self._is_last_mended else b"")

    def _add(self, before: bytes, xml: bytes, element: Element, *, is_mended: bool) -> None:
        if self._scope.misnamed:
            xml, is_mended = _by_right_names(xml, self._scope), True
        if element.key == "item" and not _ITEM.match(xml):
            xml, is_mended = _as_item(xml), True
        self._ready.append(Passage("entry", before + xml, len(before), element, is_mended))
        self._is_last_mended = is_mended


_TAG_NAME = re.compile(rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<(/?)([^\s/<>!?]+)", re.DOTALL)


def _by_right_names(xml: bytes, scope: Scope) -> bytes:
    """The element with WordPress's own names in place of those that it is meant by."""

    def named(found: re.Match[bytes]) -> bytes:
        meant = scope.misnamed.get(found[2].decode("utf-8", "replace")) if found[2] else None
        return b"<" + found[1] + meant[0].encode() if meant else found[0]

    return _TAG_NAME.sub(named, xml)


def _blanks_of(text: bytes, stop: bytes) -> bytes:
    """The white space at the end of a text, or before its first `stop`; else that at its beginning."""
    if stop:
        text = text.partition(stop)[0]
    return text[len(text.rstrip()) :] or text[: len(text) - len(text.lstrip())]


def _as_item(xml: bytes) -> bytes:
    """An item by another name, as one. It gets no attributes: WordPress's oldest importer looks for `<item>` as it is."""
    body, _, _ = xml.rpartition(b"</")
    return b"<item>" + body[after_tag(xml, 0) :] + b"</item>"
