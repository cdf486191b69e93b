"""One reading of one file: where it is, what it knows, and how it goes on after a fault."""

import re
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING
from xml.parsers import expat

from wpmigrate.diagnostics import Diagnostic, diagnose
from wpmigrate.model import Item

from .encodings import survey_utf8, transcoded
from .endings import BLANK, after_closing_tags, after_entry, after_tag, is_rest_of_end, is_tail
from .lines import count_lines
from .mend import Finder, Mended, mend_channel, mend_item, mend_prolog, sample_of
from .mend.parts import Part
from .names import Scope
from .options import ReaderOptions
from .records import Records
from .sniff import Beginning, check_root, refused
from .source import Data, Source, let_go
from .strict import Entry, Stray, StrictPass
from .trace import Trace

if TYPE_CHECKING:
    from .reading import Event

ITEM_TAG = re.compile(rb"<item[\s>]")
_BLOCK = 1 << 18
_FIRST_BLOCK = 1 << 14
_MAX_WASTED = 1 << 26
"""Bytes that strict passes may read beyond the faults that broke them."""

_AT_END = frozenset({"no element found", "unclosed token", "unclosed CDATA section", "partial character"})
"""What expat says when the file ends too early."""


class Session:
    """Reads one file. `position` and `line` say how far everything before is done."""

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
        self._is_surveyed = False
        self._wasted = 0
        self._is_wary = False
        self._last: Entry | None = None

    def run(self, beginning: Beginning) -> Iterator["Event"]:
        """All events of the file."""
        yield from self._begin(beginning)
        while self.position < len(self.data):
            if self._is_wary and self.is_inside:
                yield from self._read_warily()
                continue
            strict, error = yield from self._read_strictly()
            if error:
                yield from self._go_on(strict, error)
            strict.close()
            if not error:
                break
        yield from self._finish()

    def _begin(self, beginning: Beginning) -> Iterator["Event"]:
        if beginning.junk:
            size, sample = len(beginning.junk), sample_of(beginning.junk)
            yield diagnose("WXR101", file=self.source.name, line=1, size=size, sample=sample)
        self.is_inside = beginning.is_fragment
        self.trace.begin(self.data, beginning)
        self._move_to(beginning.offset)

    def _move_to(self, offset: int) -> None:
        """Everything before `offset` is done."""
        self.line += count_lines(self.data, self.position, offset)
        self.position = offset

    def _read_strictly(self) -> Generator["Event", None, tuple[StrictPass, int]]:
        """Strictly from `position` on. Returns the pass and, where it broke, the code of expat's error."""
        strict = StrictPass(self.scope, self.options, offset=self.position, line=self.line, is_inside=self.is_inside)
        self._last = None
        size = len(self.data)
        low, block = self.position, _FIRST_BLOCK
        error = 0
        while not error and low < size:
            high = min(low + block, size)
            raw = self.data[low:high]
            self.records.look_at(raw)
            try:
                strict.feed(raw, is_last=high == size)
            except expat.ExpatError as broken:
                error = broken.code
            if strict.root is not None and not self.is_inside and low == self.position:
                check_root(strict.root.key, raw)
            if strict.root is not None and (strict.found or error or high == size):
                self.trace.open(strict.body_at, self.scope)
            yield from self._taken(strict)
            let_go(self.data, low - block, high)
            low, block = high, min(block * 2, _BLOCK)
        return strict, error

    def _taken(self, strict: StrictPass) -> Iterator["Event"]:
        """The events of what a pass has found so far."""
        if strict.comments:
            self.records.comments += strict.comments
            strict.comments.clear()
        for found in strict.found:
            if isinstance(found, Stray):
                self.trace.leave_out()
                self.records.take_stray(found.text, found.line)
                continue
            self._last = found
            if found.is_odd and found.element.key == "item":
                part = Part(self.finder, self.scope, self.options, found.start, found.element.line)
                yield from self._item_events(
                    mend_item(part, "text between fields", is_odd=True), found.start, found.end
                )
            else:
                yield from self.records.take(found.element, self.data, found.start)
                self.trace.copy(found)
        strict.found.clear()
        yield from self.records.scope_findings(self.scope)

    def _go_on(self, strict: StrictPass, error: int) -> Iterator["Event"]:
        """After a fault: mend the part it lies in, and stand where the next one begins."""
        if strict.is_done:
            yield from self._after_end(strict.offset)
            return
        start, line = self._part_at(strict)
        if not self._is_surveyed:
            self._is_surveyed = True
            if self._is_other_encoding(start):
                yield diagnose("WXR121", file=self.source.name, line=1, declared="UTF-8", actual="windows-1252")
                self.position, self.line = start, line
                self.is_inside = strict.root is not None
                return
        if strict.root is None:
            yield from self._mend_prolog(error)
            return
        self.position, self.line, self.is_inside = start, line, True
        reason = expat.ErrorString(error)
        broke_at = strict.offset
        if strict.open_key == "item":
            yield from self._mended_item(mend_item(self._part(), reason))
        else:
            yield from self._mend_channel(reason)
        self._wasted += max(broke_at - self.position, 0)
        self._is_wary = self._wasted > _MAX_WASTED

    def _read_warily(self) -> Iterator["Event"]:
        """Part by part, without a strict pass over what follows.

        For files in which the strict pass again and again runs far beyond the fault: it would take quadratic time.
        """
        if ITEM_TAG.match(self.data, self.position):
            yield from self._mended_item(mend_item(self._part(), "", may_be_whole=True))
        else:
            yield from self._mend_channel("")

    def _part_at(self, strict: StrictPass) -> tuple[int, int]:
        """Offset and line of the part that a pass broke in: all before is done."""
        if strict.root is None:
            return self.position, self.line
        if strict.open_at is not None:
            return strict.open_at, strict.open_line
        if self._last is not None:
            at, line = self._last.start, self._last.element.line
            start = after_entry(self.data, self._last.start, self._last.end)
        elif self.is_inside:
            return self.position, self.line
        else:
            at, line = self.position, self.line
            start = after_tag(self.data, strict.body_at)
        return start, line + count_lines(self.data, at, start)

    def _is_other_encoding(self, start: int) -> bool:
        """Once, at the first fault: is the file in another encoding than it says? Then the rest is decoded anew."""
        survey = survey_utf8(self.data, start)
        if survey.bad <= survey.good:
            return False
        self.data = transcoded(self.data, "cp1252", "wpmigrate-1252", keep=start)
        self.trace.recode(self.data)
        self.finder = Finder(self.data)
        return True

    def _part(self) -> Part:
        return Part(self.finder, self.scope, self.options, self.position, self.line)

    def _mended_item(self, mended: Mended) -> Iterator["Event"]:
        """The item at `position`, or the name of the one in which the file ends; it is done."""
        yield from self._item_events(mended, self.position)
        self._move_to(mended.end)

    def _item_events(self, mended: Mended, start: int, end: int = 0) -> Iterator["Event"]:
        """An item that was mended, with its findings; it stood from `start` to `mended.end`, or to `end`."""
        if mended.is_cut:
            self.is_cut = True
            self.trace.skip(mended.end)
            yield self.records.cut_item(mended)
            return
        for element, piece in zip(mended.elements, mended.pieces, strict=True):
            events = list(self.records.take(element, self.data, None, is_damaged=mended.is_damaged))
            item = next((event.id for event in events if isinstance(event, Item)), "")
            yield from events
            for finding in mended.findings:
                yield finding.diagnostic(self.source.name, item)
            self.trace.mend(element, piece, start)
        if not mended.elements:
            yield from self._named(mended)
        self.trace.skip(max(mended.end, end))

    def _named(self, mended: Mended) -> Iterator[Diagnostic]:
        for finding in mended.findings:
            yield finding.diagnostic(self.source.name)

    def _mend_channel(self, reason: str) -> Iterator["Event"]:
        """A fault between items, or in the head: everything up to the next item."""
        start = self.position
        mended = mend_channel(self._part(), reason)
        yield from self._named(mended)
        for element, piece in zip(mended.elements, mended.pieces, strict=True):
            yield from self.records.take(element, self.data, None)
            self.trace.mend(element, piece, start)
        self.trace.skip(mended.end)
        yield from self.records.scope_findings(self.scope)
        if mended.is_cut:
            self.is_cut = True
            yield self.records.cut_channel(self.line, is_tail=not mended.elements and is_tail(self.data, start))
        elif mended.end == start:
            # No step forward: the very tag that stands here is broken.
            if ITEM_TAG.match(self.data, start):
                yield from self._mended_item(mend_item(self._part(), reason))
            else:
                yield from self._end_of_feed(start)
            return
        self._move_to(mended.end)

    def _end_of_feed(self, start: int) -> Iterator["Event"]:
        """End tags that no start tag answers, or that are not all there."""
        after = after_closing_tags(self.data, start)
        if is_rest_of_end(self.data, start, after):
            self.is_cut = True
            yield diagnose("WXR251", file=self.source.name, line=self.line)
            self._move_to(len(self.data))
            return
        yield from self._after_end(after)

    def _after_end(self, offset: int) -> Iterator["Event"]:
        """After the end of the feed: nothing, another export, or text that is no part of it."""
        following = self.finder.search(rb"<\?xml\s|<rss[\s>]", offset)
        end = len(self.data) if following < 0 else following
        junk = self.data[offset:end]
        text = junk.strip(BLANK)
        if text:
            self._move_to(offset + junk.find(text[:1]))
            yield diagnose("WXR102", file=self.source.name, line=self.line, size=len(text), sample=sample_of(text))
        self.trace.close(offset, end)
        self._move_to(end)
        self.is_inside = False
        if following >= 0:
            self.documents += 1
            self.second_at = self.second_at or self.line
            self.scope = self.scope.of_next_document()

    def _mend_prolog(self, error: int) -> Iterator["Event"]:
        prolog = mend_prolog(self.data, self.position, self.line, self.scope)
        if prolog is None and self.documents > 1:
            text = self.data[self.position :].strip(BLANK)
            yield diagnose("WXR102", file=self.source.name, line=self.line, size=len(text), sample=sample_of(text))
            self._move_to(len(self.data))
            return
        if prolog is None:
            is_short = expat.ErrorString(error) in _AT_END
            raise refused("WXR250", where="its head") if is_short else refused("WXR003", found="XML without a channel")
        if prolog.doctype >= 0:
            raise refused("WXR020", line=self.line + count_lines(self.data, self.position, prolog.doctype))
        self.records.comments.append(prolog.comments)
        for finding in prolog.findings:
            yield finding.diagnostic(self.source.name)
        self.trace.open_mended(prolog.end, self.scope)
        self._move_to(prolog.end)
        self.is_inside = True

    def _finish(self) -> Iterator["Event"]:
        self.trace.finish(self.scope)
        yield from self.records.finish(is_cut=self.is_cut or self.source.is_cut)
        if self.source.is_cut and not self.is_cut:
            yield diagnose("WXR250", file=self.source.name, where="the compressed data")
        if self.documents > 1:
            yield diagnose("WXR252", file=self.source.name, line=self.second_at, number=self.documents)
