"""A strict pass that reads items in WordPress's own form by expressions and leaves to the parser what is left."""

import re

from .entries import Entry
from .regular import RegularItem, are_usual, has_only_usual, regular_item
from .strict import StrictPass

_START, _END = b"<item>", b"</item>"
_NEXT = re.compile(rb"[\t\n ]*" + _START)
_DEEPEST = 5
"""How many elements stand round the key of a comment's meta."""


class QuickPass(StrictPass):
    """Finds what `StrictPass` finds.

    The parser is not told of items in WordPress's own form that stand behind the end of another item; whole items can be
    left out there, and it goes on as if it had seen them. The first item and those that do not end in the same block are
    parsed.
    """

    def feed(self, block: bytes, *, is_last: bool = False) -> None:
        """Read a block; raises what `StrictPass` raises."""
        at, options = 0, self.options
        if options.max_depth >= _DEEPEST and options.max_field >= len(block) and has_only_usual(block):
            at = self._between_items(block)
        super().feed(block[at:], is_last=is_last)

    def _between_items(self, block: bytes) -> int:
        """Parse and take what there is of the block up to the end of the last item that others follow; that place."""
        at = end = 0
        while (end := block.find(_END, end) + len(_END)) >= len(_END):
            if not _NEXT.match(block, end):
                continue
            self.parse(block[at:end])
            at = end
            if self.closed_at + len(_END) != self.parsed_to:
                break  # text that looks like a tag: this block is for the parser
            if are_usual(self.scope):
                at = end = self._after_regular(block, at)
        return at

    def _after_regular(self, block: bytes, at: int) -> int:
        """Take the items in the form that follow at `at`, up to which the block was parsed; the place behind them."""
        offset, stop, line = self.parsed_to - at, at, self.closed_line
        while (begin := _NEXT.match(block, stop)) and (end := block.find(_END, begin.end())) >= 0:
            start = begin.end() - len(_START)
            found = _item(block[start : end + len(_END)], line + begin[0].count(b"\n"))
            if found is None:
                break
            item, line = found
            self.found.append(Entry(item, offset + start, offset + end, is_odd=False))
            stop = end + len(_END)
        if stop > at:
            self.skip(stop - at, line - self.closed_line)
        return stop


def _item(raw: bytes, line: int) -> tuple[RegularItem, int] | None:
    """The item in bytes that are UTF-8; the parser finds the place where they are not."""
    try:
        return regular_item(raw.decode(), line)
    except UnicodeDecodeError:
        return None
