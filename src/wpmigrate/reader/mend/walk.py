"""The state of a walk over a broken part, and what comes out of it."""

import re
from dataclasses import dataclass, field
from typing import Any

from wpmigrate.reader.frame import ITEM_END
from wpmigrate.reader.lines import count_lines, line_ends
from wpmigrate.reader.names import Scope
from wpmigrate.reader.source import Data

from .finder import Finder
from .finding import Finding, sample_of
from .place import Place

_TAGS = re.compile(rb"<!\[CDATA\[|\]\]>|<[^<>]*>")
_REMAINS = re.compile(
    rb"CDATA\[|\]\]>|\b(?:wp|dc|content|excerpt|encoded)[:>]|:[a-z_]+>|</?(?:wp|dc|content|excerpt|item)\b"
    rb"|</(?:title|link|pubDate|guid|description|category)\b|\x00{16}"
)
"""What shows that left-out text was a part of the export. Whole tags alone hold nothing of the author's."""

_PAGES = tuple((re.compile(rb"<" + name + rb"\b"), b"</" + name + b">") for name in (b"html", b"head"))
"""How an error page begins and ends."""

_TORN = frozenset({"WXR211", "WXR222", "WXR240", "WXR253", "WXR255"})
"""Mends beside which more may be missing."""


@dataclass(slots=True)
class Walked:
    """A part written anew: strict XML (of an item: with its tags), where it ends, and what was mended.

    `is_cut`: the file ended inside.
    """

    xml: bytes
    end: int
    findings: list[Finding]
    is_cut: bool = False
    #: Key of the field in which the file ended, or empty.
    cut_in: str = ""
    #: The last element is not whole.
    is_partial: bool = False


def _without_pages(text: bytes) -> bytes:
    """Foreign text without the error pages in it."""
    for start, end in _PAGES:
        *before, rest = text.split(end)
        text = b"".join([*(start.split(part, 1)[0] for part in before), rest])
    return text


@dataclass(slots=True)
class Walker:
    """The state of one walk. `boundary`: what no field reaches over (see `Place`)."""

    finder: Finder
    scope: Scope
    start: int
    line: int
    boundary: bytes
    out: list[bytes] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    open: list[bytes] = field(default_factory=list)
    foreign: int = -1
    #: Keys of the fields that an item has once, and that were met.
    seen: set[str] = field(default_factory=set)
    #: Keys of fields that were not whole.
    lost: set[str] = field(default_factory=set)
    #: Those that were met in the innermost container.
    held: set[str] = field(default_factory=set)
    #: Something is broken since the last sound field.
    is_torn: bool = False
    #: The same, anywhere before the last field that says who may read the item.
    has_gap: bool = False
    #: Where the text of the status stands in `out`.
    status_at: int = -1
    #: Where the foreign text begins in `out`.
    _foreign_at: int = 0
    _counted: tuple[int, int] = (0, 0)
    _named: set[tuple[str, int]] = field(default_factory=set)

    @property
    def data(self) -> Data:
        """The bytes of the file."""
        return self.finder.data

    @property
    def is_item(self) -> bool:
        """Whether the part is an item and not a stretch of the channel."""
        return self.boundary == ITEM_END

    def place(self, name: bytes, key: str, start: int) -> Place:
        """A field whose text begins at `start`."""
        return Place(self.finder, name, key, start, self.note, self.boundary)

    def line_of(self, offset: int) -> int:
        """The line of an offset; counted on from the last one that was asked for."""
        position, line = self._counted
        if line == 0 or offset < position:
            position, line = self.start, self.line
        line += count_lines(self.data, position, offset)
        self._counted = (offset, line)
        return line

    def note(self, offset: int, code: str, values: dict[str, Any]) -> None:
        """Keep a finding; one for each code and line is enough."""
        if code in _TORN:
            self.tear()
        line = self.line_of(offset)
        if (code, line) not in self._named:
            self._named.add((code, line))
            self.findings.append(Finding(code, line, values))

    def key(self, name: bytes, offset: int) -> str:
        """The normalized key of a raw tag name."""
        text = name.decode("utf-8", "replace")
        return self.scope.keys.get(text) or self.scope.key(text, self.line_of(offset))

    def leave_out(self, start: int, end: int) -> None:
        """Keep blanks, and only the line ends of foreign text; what is together is named together."""
        text = self.data[start:end]
        if not text.strip():
            self.out.append(text)
            return
        self.tear()
        if self.foreign < 0:
            self.foreign, self._foreign_at = start, len(self.out)
        self.out.append(line_ends(text))

    def tear(self) -> None:
        """Something is broken here."""
        self.is_torn = True
        self.has_gap |= "wp:post_password" not in self.seen

    def foreign_text(self, offset: int) -> bytes:
        """The foreign text that ends at `offset`, empty if there is none."""
        return self.data[self.foreign : offset] if self.foreign >= 0 else b""

    def take_back(self) -> None:
        """The foreign text is none: it is not left out."""
        del self.out[self._foreign_at :]
        self.foreign = -1

    def keep(self, key: str, opening: bytes, text: bytes, closing: bytes) -> None:
        """Write a field."""
        self.out += (opening, text, closing)
        if key == "wp:status":
            self.status_at = len(self.out) - 2

    def end_foreign(self, offset: int) -> None:
        """Name the foreign text that ends here; what was a part of the export is lost."""
        text = self.foreign_text(offset)
        if not text:
            return
        first, text = self.foreign + len(text) - len(text.lstrip()), text.strip()
        bare = _without_pages(text) if b"<h" in text else text
        if _REMAINS.search(bare) and _TAGS.sub(b"", bare).strip():
            # It may be private: its text is not shown.
            self.note(first, "WXR253", {"reason": f"{len(text)} bytes of broken markup were left out"})
        else:
            self.note(first, "WXR240", {"size": len(text), "sample": sample_of(text)})
        self.foreign = -1
