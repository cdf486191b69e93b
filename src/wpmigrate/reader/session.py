"""One reading of one file: where it is, what it knows, and how it goes on after a fault."""

import re
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING
from xml.parsers import expat

from wpmigrate.diagnostics import Diagnostic, diagnose

from .element import CONTAINERS, LEAVES, Element
from .encodings import in_other_encoding
from .endings import after_entry, after_tag
from .entries import Entry, Stray
from .frame import Misplaced, where_to_go_on
from .hidden import Hidden
from .lines import count_lines
from .mend import Finder, Part, mend_item, sample_of
from .names import Scope
from .options import ReaderOptions
from .quick_pass import QuickPass
from .recovery import ITEM_TAG, Recovery
from .sniff import Beginning, check_root
from .source import Data, Source, let_go
from .strict import StrictPass
from .trace import Trace

if TYPE_CHECKING:
    from .reading import Event

_BLOCK = 1 << 18
_FIRST_BLOCK = 1 << 14
_SMALL = 1 << 18
"""Bytes of a file that is read sooner than the expressions of the quick pass are made."""

_MAX_WASTED = 1 << 26
"""Bytes that strict passes may read beyond the faults that broke them."""

_MAX_RESTARTS = 1000
"""Passes that misplaced entries may end before every part is read for itself."""

_FIELD_END = re.compile(rb"</(?:title|link|guid|description|(?:wp|content|excerpt|dc):[a-zA-Z_]+)\s*>")

_MISPLACED, _SWALLOWED = -1, -2
"""In place of the code of expat's error: the XML is well-formed, the frame of the export or the end of an item is not."""


class Session(Recovery):
    """Reads one file: strictly from fault to fault."""

    def __init__(self, source: Source, options: ReaderOptions, data: Data, trace: Trace | None = None) -> None:
        """Begin with `data`, the file's bytes in UTF-8 (or what claims to be)."""
        super().__init__(source, options, data, trace)
        self._is_surveyed = False
        self._restarts = 0
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
            if error == _MISPLACED and strict.misplaced:
                yield from self._find_again(strict, strict.misplaced)
            elif error > 0:
                yield from self._go_on(strict, error)
            strict.close()
            if not error:
                break
        yield from self._finish()

    def _begin(self, beginning: Beginning) -> Iterator["Event"]:
        if beginning.is_fragment and _FIELD_END.search(beginning.junk):
            reason = "the file begins in the middle of it"
            yield diagnose("WXR253", file=self.source.name, line=1, reason=reason)
        elif beginning.junk:
            size, sample = len(beginning.junk), sample_of(beginning.junk)
            yield diagnose("WXR101", file=self.source.name, line=1, size=size, sample=sample)
        if beginning.is_fragment:
            yield self._frame_fault("the export begins without <rss> and <channel>", 1)
        self.is_inside = beginning.is_fragment
        self.trace.begin(self.data, beginning)
        self._move_to(beginning.offset)

    def _read_strictly(self) -> Generator["Event", None, tuple[StrictPass, int]]:
        """Strictly from `position` on. Returns the pass and, where it broke, the code of expat's error."""
        kind = StrictPass if self.trace.wants_elements or len(self.data) < _SMALL else QuickPass
        strict = kind(self.scope, self.options, offset=self.position, line=self.line, is_inside=self.is_inside)
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
            except Misplaced:
                error = _MISPLACED
            if strict.root is not None and not self.is_inside and low == self.position:
                yield from self._check_root(strict.root, raw, is_misplaced=error == _MISPLACED)
            if strict.root is not None and (strict.found or error or high == size) and not self._is_new_root(strict):
                self.trace.open(strict.body_at, self.scope)
            if (yield from self._taken(strict)):
                return strict, _SWALLOWED
            let_go(self.data, low - block, high)
            low, block = high, min(block * 2, _BLOCK)
        return strict, error

    def _check_root(self, root: Element, head: bytes, *, is_misplaced: bool) -> Iterator[Diagnostic]:
        """Raises InputError for the root of another format; one that only has another name is named."""
        if not check_root(root.key, head, self.data) and not is_misplaced:
            yield self._frame_fault(f"the root element is <{root.key}>, not <rss>", root.line)

    def _taken(self, strict: StrictPass) -> Generator["Event", None, bool]:
        """The events of what a pass has found so far; returns whether it has to be read anew from `position` on."""
        if strict.comments:
            self.records.comments += strict.comments
            strict.comments.clear()
        for found in strict.found:
            if isinstance(found, Stray):
                self.trace.leave_out()
                self.records.take_stray(found.text, found.line)
            elif isinstance(found, Hidden):
                self.hidden_at.add(found.line)
                yield diagnose("WXR257", file=self.source.name, **found._asdict())
            else:
                self._last = found
                if not found.is_odd:
                    yield from self._copied(found)
                elif (yield from self._odd(found)):
                    return True
        strict.found.clear()
        yield from self.records.scope_findings(self.scope, self.data)
        return False

    def _odd(self, found: Entry) -> Generator["Event", None, bool]:
        """The events of an odd entry; returns whether it had swallowed what follows, so that this is to be read anew."""
        key, line = found.element.key, found.element.line
        if key != "item":
            reason = f"text or elements stand between the fields of {key}"
            yield diagnose("WXR255", file=self.source.name, line=line, reason=reason)
            yield from self._copied(found)
            return False
        part = Part(self.finder, self.scope, self.options, found.start, line, "text between fields")
        mended = mend_item(part, is_odd=True)
        if [piece.xml for piece in mended.pieces] == [self.data[found.start : mended.end]]:
            # It only looked odd, such as a field that quotes another one.
            yield from self._copied(found)
            return False
        is_whole = mended.end > found.end
        yield from self._item_events(mended, found.start, found.end if is_whole else 0)
        if not is_whole:
            # A CDATA section without its end was closed by that of the next item.
            self._enter(mended.end)
            self._waste(found.end)
        return not is_whole

    def _copied(self, found: Entry) -> Iterator["Event"]:
        """The events of an entry that stays as it is."""
        key = found.element.key
        yield from self.records.take(found.element, self.data, found.start)
        self.trace.copy(found, is_renamed=key != found.element.key)

    def _find_again(self, strict: StrictPass, misplaced: Misplaced) -> Iterator["Event"]:
        """Entries that stand where a channel has none: the reading goes on there as if they stood inside it.

        Those inside an entry are found when it is mended.
        """
        self._restarts += 1
        self._is_wary |= self._restarts > _MAX_RESTARTS
        if strict.open_key in LEAVES or strict.open_key in CONTAINERS:
            yield from self._mend_part(strict, misplaced.reason)
            return
        if misplaced.is_open:
            self._enter(misplaced.at)
            yield from self._mend_channel(misplaced.reason)
            return
        yield self._frame_fault(misplaced.reason, misplaced.line)
        if self._is_new_root(strict):
            self.trace.skip(misplaced.at)
            self._move_to(misplaced.at)
            self.scope = Scope()  # what is declared outside of it is left out
            return
        self.scope = strict.scope
        self._enter(where_to_go_on(self.data, misplaced.at))

    def _is_new_root(self, strict: StrictPass) -> bool:
        """Whether the export begins inside another element, in which nothing of it stood before."""
        is_root = strict.misplaced is not None and strict.misplaced.is_root
        return is_root and self._last is None and not strict.found and not self.is_inside

    def _go_on(self, strict: StrictPass, error: int) -> Iterator["Event"]:
        """After a fault: mend the part it lies in, and stand where the next one begins."""
        if strict.is_done:
            yield from self._after_end(strict.offset)
            return
        if not self._is_surveyed:
            self._is_surveyed = True
            start, line = self._part_at(strict)
            decoded = in_other_encoding(self.data, self.source.name, keep=start)
            if decoded is not None:
                yield from decoded.findings
                self._read_anew(decoded.data)
                self.position, self.line = start, line
                self.is_inside = strict.root is not None
                return
        if strict.root is None:
            yield from self._mend_prolog(error)
            return
        yield from self._mend_part(strict, expat.ErrorString(error), strict.line)
        self._waste(strict.offset)

    def _mend_part(self, strict: StrictPass, reason: str, broke_on: int | None = None) -> Iterator["Event"]:
        """Mend the part that a pass broke in: an item, on the line `broke_on`, or a stretch of the channel."""
        self.position, self.line = self._part_at(strict)
        self.is_inside = True
        if strict.open_key == "item":
            yield from self._mend_first(reason, broke_on)
        else:
            yield from self._mend_channel(reason)

    def _waste(self, read_to: int) -> None:
        """Count what a pass has read for nothing."""
        self._wasted += max(read_to - self.position, 0)
        self._is_wary |= self._wasted > _MAX_WASTED

    def _read_warily(self) -> Iterator["Event"]:
        """Part by part, without a strict pass over what follows.

        For files in which the strict pass again and again runs far beyond the fault: it would take quadratic time.
        """
        if ITEM_TAG.match(self.data, self.position):
            yield from self._mended_item(mend_item(self._part(""), may_be_whole=True))
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

    def _read_anew(self, data: Data) -> None:
        """The file in another encoding than it says: the rest of it was decoded anew."""
        self.data = data
        self.trace.recode(data)
        self.finder = Finder(data)

    def _finish(self) -> Iterator["Event"]:
        self.trace.finish(self.scope)
        yield from self.records.finish(is_cut=self.is_cut or self.source.is_cut)
        if self.source.is_cut and not self.is_cut:
            yield diagnose("WXR250", file=self.source.name, where="the compressed data")
        if self.documents > 1:
            yield diagnose("WXR252", file=self.source.name, line=self.second_at, number=self.documents)
