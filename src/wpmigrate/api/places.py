"""Where in the file is it? Lines and columns of findings, looked up in the text once they are known.

Within a text of an item the fault itself is looked for (`in_text`); in the file then the piece of text at which it
stands (`with_columns`). Both work on the source as it is, so they hold for mended files and inside of CDATA sections as well.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import accumulate

from wpmigrate.diagnostics import Diagnostic, place_in
from wpmigrate.model import Item
from wpmigrate.reader import Data, Source, decoded_data, let_go

_PIECE = 60
"""Characters of a line that are looked for in the file."""
_WINDOW = 1 << 20
"""Bytes of a file that are looked at in one go, and of one line that are searched."""
_AROUND = 1 << 16
"""Bytes around a page that the kernel brings into memory with it."""


def in_body(found: Diagnostic, item: Item, entry_id: str) -> Diagnostic:
    """The finding about an item's body with its place; see `in_text`."""
    return in_text(found, item.content, item.lines.get("content"), item, entry_id)


def in_text(found: Diagnostic, text: str, first_line: int | None, item: Item, entry_id: str) -> Diagnostic:
    """The finding with its file, item, line in the file, and the piece of text at which it is.

    `text` is what it was found in: the body of the item, its excerpt or a comment, and begins on `first_line`.
    """
    first_line = first_line or item.line
    at = place_in(text, found)
    if at < 0:
        return found.at(file=item.file, item=entry_id, first_line=first_line)
    end = text.find("\n", at)
    piece = text[at : min(at + _PIECE, len(text) if end < 0 else end)]
    line = text.count("\n", 0, at) + 1
    return replace(found, line=line, near=piece).at(file=item.file, item=entry_id, first_line=first_line)


Offsets = Mapping[tuple[str, str], int]
"""(file, item) → byte offset of the item in the decoded file, where it is known."""


def with_columns(findings: Iterable[Diagnostic], sources: Mapping[str, Source], offsets: Offsets) -> list[Diagnostic]:
    """The findings, in their order, with the column of each that has a line in one of `sources`."""
    placed = list(findings)
    by_file: dict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(placed):
        if found.line and found.file in sources:
            by_file[found.file].append(number)
    for file, numbers in by_file.items():
        data = decoded_data(sources[file])
        starts = _line_starts(data, sorted({placed[number].line or 1 for number in numbers}))
        for number in numbers:
            found = placed[number]
            bounds = starts.get(found.line or 1)
            if bounds is not None:
                column = _column(data, bounds, found, offsets.get((file, found.item), -1))
                placed[number] = replace(found, column=column)
                let_go(data, bounds[0] - _AROUND, bounds[1] + _AROUND)
    return placed


def _line_starts(data: Data, lines: list[int]) -> dict[int, tuple[int, int]]:
    """Where each of the sorted `lines` begins and ends; lines that the file does not have are left out."""
    found: dict[int, tuple[int, int]] = {}
    wanted = iter(lines)
    next_line = next(wanted, 0)
    line = 1
    for low, window in _windows(data):
        ends = window.count(b"\n") + window.count(b"\r") - window.count(b"\r\n")
        if next_line > line + ends:
            line += ends
            continue
        texts = window.splitlines(keepends=True)
        starts = list(accumulate(map(len, texts), initial=low))
        while next_line and next_line < line + len(texts):
            at = next_line - line
            found[next_line] = (starts[at], starts[at] + len(texts[at].rstrip(b"\r\n")))
            next_line = next(wanted, 0)
        if not next_line:
            break
        line += ends
    return found


def _windows(data: Data) -> Iterator[tuple[int, bytes]]:
    """Pieces of a file with whole lines, each with its offset; only a line longer than a window makes one longer."""
    low = 0
    while low < len(data):
        end = data.find(b"\n", low + _WINDOW)
        high = len(data) if end < 0 else end + 1
        yield low, data[low:high]
        let_go(data, low, high)
        low = high


def _column(data: Data, bounds: tuple[int, int], found: Diagnostic, item_at: int) -> int:
    """The column, 1-based, in characters. Of a line with several items only the finding's own is searched."""
    start, end = bounds
    low = item_at if start <= item_at < end else start
    text = data[low : min(end, low + _WINDOW)].decode("utf-8", "surrogateescape")
    at = place_in(text, found)
    if at < 0:
        at = len(text) - len(text.lstrip())
    return _characters(data, start, low) + at + 1


def _characters(data: Data, start: int, end: int) -> int:
    """How many characters lie between two offsets of UTF-8: bytes that do not go on with one."""
    return sum(
        len(data[low : min(low + _WINDOW, end)].translate(None, _CONTINUED)) for low in range(start, end, _WINDOW)
    )


_CONTINUED = bytes(range(0x80, 0xC0))
