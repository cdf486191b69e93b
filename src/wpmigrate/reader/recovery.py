"""After a fault: what is mended in a file, part by part, and where the reading goes on."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.parsers import expat

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.model import Item

from .endings import BLANK, CHANNEL_END_TAG, after_closing_tags, is_rest_of_end, is_tail
from .frame import FURTHER, is_next_export, where_to_go_on
from .lines import count_lines
from .mend import Finder, Mended, Part, mend_channel, mend_item, mend_prolog, sample_of
from .names import Scope
from .options import ReaderOptions
from .records import Records
from .sniff import refused
from .source import Data, Source
from .trace import Trace

if TYPE_CHECKING:
    from .reading import Event

ITEM_TAG = re.compile(rb"<item(?![\w:.-])")

_POST_FIELD = rb"<wp:post_(?:id|type|name)[\s>]"
_ENTRY = rb"<(?:wp:[a-z_]+|item)[\s>]"
"""What shows that a file without a root is an export all the same, and where its entries begin."""

_AT_END = frozenset({"no element found", "unclosed token", "unclosed CDATA section", "partial character"})
"""What expat says when the file ends too early."""


class Recovery:
    """What is known of one file, and its mending. `position` and `line` say how far everything before is done."""

    def __init__(self, source: Source, options: ReaderOptions, data: Data, trace: Trace | None = None) -> None:
        """Begin with `data`, the file's bytes in UTF-8 (or what claims to be)."""
        self.source = source
        self.options = options
        self.data = data
        self.finder = Finder(data)
        self.trace = trace or Trace()
        self.scope = Scope()
        self.records = Records(source.name, options)
        self.position = 0
        self.line = 1
        self.is_inside = False
        self.is_cut = False
        self.documents = 1
        self.second_at: int | None = None
        self.is_framed = True
        #: Lines of comments whose items are named; the part around one may be mended afterwards.
        self.hidden_at: set[int] = set()

    def _move_to(self, offset: int) -> None:
        """Everything before `offset` is done."""
        self.line += count_lines(self.data, self.position, offset)
        self.position = offset

    def _enter(self, offset: int) -> None:
        """The same, and what follows are entries of a channel."""
        self._move_to(offset)
        self.is_inside = True

    def _part(self, reason: str, broke_on: int | None = None) -> Part:
        return Part(self.finder, self.scope, self.options, self.position, self.line, reason, broke_on)

    def _frame_fault(self, reason: str, line: int) -> Diagnostic:
        self.is_framed = False
        return diagnose("WXR256", file=self.source.name, line=line, reason=reason)

    def _mended_item(self, mended: Mended) -> Iterator["Event"]:
        """The item at `position`, or the name of the one in which the file ends; it is done."""
        yield from self._item_events(mended, self.position)
        self._move_to(mended.end)

    def _mend_first(self, reason: str, broke_on: int | None = None) -> Iterator["Event"]:
        """Mend the item at `position`; a strict parser broke in it on the line `broke_on`."""
        yield from self._mended_item(mend_item(self._part(reason, broke_on)))

    def _item_events(self, mended: Mended, start: int, end: int = 0) -> Iterator["Event"]:
        """An item that was mended, with its findings; it stood from `start` to `mended.end`, or to `end`."""
        if mended.is_cut:
            self.is_cut = True
            self.trace.skip(mended.end)
            yield self.records.cut_item(mended)
            return
        for piece in mended.pieces:
            events = list(self.records.take(piece.element, self.data, None, is_damaged=mended.is_damaged))
            item = next((event.id for event in events if isinstance(event, Item)), "")
            yield from events
            yield from self._named(mended, item)
            self.trace.mend(piece, start)
        if not mended.pieces:
            yield from self._named(mended)
        self.trace.skip(max(mended.end, end))

    def _named(self, mended: Mended, item: str = "") -> Iterator[Diagnostic]:
        for finding in mended.findings:
            if finding.code != "WXR257" or finding.line not in self.hidden_at:
                yield finding.diagnostic(self.source.name, item)

    def _mend_channel(self, reason: str) -> Iterator["Event"]:
        """A fault between items, or in the head: everything up to the next item."""
        start = self.position
        if is_next_export(self.data, start):
            if not self.is_cut:
                yield diagnose("WXR251", file=self.source.name, line=self.line)
            yield from self._after_end(start)
            return
        mended = mend_channel(self._part(reason))
        yield from self._named(mended)
        for piece in mended.pieces:
            yield from self.records.take(piece.element, self.data, None)
            self.trace.mend(piece, start)
        self.trace.skip(mended.end)
        yield from self.records.scope_findings(self.scope, self.data)
        if mended.is_cut:
            self.is_cut = True
            yield self.records.cut_channel(self.line, is_tail=not mended.pieces and is_tail(self.data, start))
        elif mended.end == start:
            # No step forward: the very tag that stands here is broken.
            if ITEM_TAG.match(self.data, start):
                yield from self._mend_first(reason)
            else:
                yield from self._end_of_feed(start)
            return
        self._move_to(mended.end)

    def _end_of_feed(self, start: int) -> Iterator["Event"]:
        """End tags that no start tag answers, or that are not all there."""
        after = after_closing_tags(self.data, start)
        if self.is_framed and not CHANNEL_END_TAG.match(self.data, start):
            yield self._frame_fault("the end tag of the channel is missing", self.line)
        if is_rest_of_end(self.data, start, after):
            self.is_cut = True
            yield diagnose("WXR251", file=self.source.name, line=self.line)
            self._move_to(len(self.data))
            return
        yield from self._after_end(after)

    def _after_end(self, offset: int) -> Iterator["Event"]:
        """After the end of the feed: nothing, another export, or text that is no part of it."""
        following = self.finder.search(FURTHER, offset)
        end = len(self.data) if following < 0 else following
        junk = self.data[offset:end]
        # What tools put between two exports says nothing; after the last one strict readers refuse it.
        text = junk.strip(BLANK) if following >= 0 else junk.strip()
        if text:
            self._move_to(offset + junk.find(text[:1]))
            yield self._junk(text)
        if self.data[end : end + 5] in (b"<item", b"<chan"):
            self.trace.skip(end)
            self._move_to(end)
            yield self._frame_fault("items stand after the end of the export", self.line)
            self._enter(where_to_go_on(self.data, end))
            return
        self.trace.close(offset, end)
        self._move_to(end)
        self.is_inside = False
        if following >= 0:
            self.documents += 1
            self.second_at = self.second_at or self.line
            self.scope = self.scope.of_next_document()

    def _junk(self, text: bytes) -> Diagnostic:
        """Text at `position` that is no part of the export."""
        return diagnose("WXR102", file=self.source.name, line=self.line, size=len(text), sample=sample_of(text))

    def _mend_prolog(self, error: int) -> Iterator["Event"]:
        """A fault before the channel begins, with the code of expat's error."""
        prolog = mend_prolog(self.data, self.position, self.line, self.scope)
        if prolog is None:
            yield from self._without_root(error)
            return
        self.records.comments.append(prolog.comments)
        for finding in prolog.findings:
            yield finding.diagnostic(self.source.name)
        self._open(prolog.end)

    def _without_root(self, error: int) -> Iterator["Event"]:
        """No root begins: junk behind another export, or entries without one; raises InputError for all else."""
        if self.documents > 1:
            yield self._junk(self.data[self.position :].strip(BLANK))
            self._move_to(len(self.data))
        elif self.finder.search(_POST_FIELD, self.position) >= 0:
            yield self._frame_fault("the start tag of <rss> is missing or hidden", self.line)
            self._open(self.finder.search(_ENTRY, self.position))
        elif expat.ErrorString(error) in _AT_END:
            raise refused("WXR250", where="its head")
        else:
            raise refused("WXR003", found="XML without a channel")

    def _open(self, offset: int) -> None:
        """The channel's entries begin at `offset`, behind a beginning that strict XML refuses."""
        self.trace.open_mended(offset, self.scope)
        self._enter(offset)
