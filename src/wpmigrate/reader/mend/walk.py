"""The state of a walk over a broken part, and what comes out of it."""

from dataclasses import dataclass, field

from wpmigrate.reader.lines import count_lines, line_ends
from wpmigrate.reader.names import Scope
from wpmigrate.reader.source import Data

from .finder import Finder
from .finding import Finding, sample_of

FIELDS_OF = {
    "wp:comment": ("wp:comment_",),
    "wp:postmeta": ("wp:meta_",),
    "wp:commentmeta": ("wp:meta_",),
    "wp:termmeta": ("wp:meta_",),
    "wp:author": ("wp:author_",),
    "wp:category": ("wp:cat", "wp:term_"),
    "wp:tag": ("wp:tag_", "wp:term_"),
    "wp:term": ("wp:term_",),
}
"""How the fields begin that a container holds."""


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
    has_id: bool = False
    #: Keys of fields before the id that were met.
    seen: set[str] = field(default_factory=set)
    _counted: tuple[int, int] = (0, 0)
    _named: set[tuple[str, int]] = field(default_factory=set)

    @property
    def data(self) -> Data:
        """The bytes of the file."""
        return self.finder.data

    def line_of(self, offset: int) -> int:
        """The line of an offset; counted on from the last one that was asked for."""
        position, line = self._counted
        if line == 0 or offset < position:
            position, line = self.start, self.line
        line += count_lines(self.data, position, offset)
        self._counted = (offset, line)
        return line

    def note(self, offset: int, code: str, values: dict[str, object]) -> None:
        """Keep a finding; one for each code and line is enough."""
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
        self.out.append(line_ends(text))
        if self.foreign < 0:
            self.foreign = start

    def end_foreign(self, offset: int) -> None:
        """Name the foreign text that ends here."""
        if self.foreign >= 0:
            text = self.data[self.foreign : offset].strip()
            first = (
                self.foreign + len(self.data[self.foreign : offset]) - len(self.data[self.foreign : offset].lstrip())
            )
            self.note(first, "WXR240", {"size": len(text), "sample": sample_of(text)})
            self.foreign = -1
