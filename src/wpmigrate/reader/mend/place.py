"""A field in the file whose text is to be mended, and what comes of it."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from wpmigrate.reader.element import LEAVES
from wpmigrate.reader.source import Data

from .finder import Finder
from .finding import Note

NEXT_FIELD = rb"</?(?:wp|excerpt|content|dc):[a-zA-Z_]+[\s>/]|</item\s*>|<item[\s>]|</channel\s*>"
"""What shows that a field is over, wherever it stands."""

NEXT_LINE_FIELD = (
    rb"[\r\n][\s-]*(?:</?(?:item|channel|rss)[\s>]"
    rb"|<(?:title|link|pubDate|guid|description|category)[\s>/]|<(?:wp|dc|content|excerpt):)"
)
"""The same for a field of one line: only at the beginning of a line."""

_FIELD_END = rb"</(" + "|".join(sorted(LEAVES, key=len, reverse=True)).encode() + rb")\s*>"
_LONGEST_LINE = 1 << 12


class Payload(NamedTuple):
    """A field's text as strict XML, and the offset after its end tag. `is_cut`: the file ended before the field did."""

    xml: bytes
    end: int
    is_cut: bool = False
    #: Those of what was left out behind the text.
    line_ends: bytes = b""


@dataclass(slots=True)
class Place:
    """A field in the file: its raw name, its key, where its text begins; `note` takes an offset in the file.

    `boundary` is the pattern of what no field reaches over: the end of an item, or in the channel the start of one.
    """

    finder: Finder
    name: bytes
    key: str
    start: int
    note: Note
    boundary: bytes

    @property
    def data(self) -> Data:
        """The bytes of the file."""
        return self.finder.data


def field_end(place: Place, start: int, stop: int) -> re.Match[bytes] | None:
    """The first end tag of a field that begins in `start` to `stop`, both included."""
    at = place.finder.search(_FIELD_END, start)
    return re.compile(_FIELD_END).match(place.data, at) if 0 <= at <= stop else None


def line_start(place: Place, offset: int) -> int:
    """Where the line of an offset ends the one before it, or the text of the field begins."""
    low = max(place.start, offset - _LONGEST_LINE)
    return max(place.start, place.data.rfind(b"\n", low, offset))


def note_open(place: Place, end_tag: int, after: int) -> None:
    """Say that the `>` of an end tag is missing, if it is; `after` is the offset after the tag."""
    if place.data[after - 1 : after] != b">":
        place.note(end_tag, "WXR255", {"reason": f"the end tag of {place.key} is not closed"})


def after_wrong_end(place: Place, stop: int, noted_at: int) -> int:
    """Where a field without its end tag is over, when its text ends at `stop`: behind a start tag in place of the end tag."""
    wrong = wrong_end(place, stop, stop)
    if wrong is None:
        place.note(noted_at, "WXR255", {"reason": f"the end tag of {place.key} is missing"})
        return stop
    place.note(stop, "WXR255", {"reason": f"the slash of the end tag of {place.key} is missing or behind the name"})
    return wrong.end()


def wrong_end(place: Place, start: int, stop: int) -> re.Match[bytes] | None:
    """The first tag of the field itself in `start` to `stop` that stands in place of its end tag."""
    opening = b"<" + place.name
    at = place.data.find(opening, start, stop + len(opening))
    return _REST.match(place.data, at + len(opening)) if at >= 0 else None


_REST = re.compile(rb"\s*/?>")
