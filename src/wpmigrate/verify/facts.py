"""What a document says, as lists."""

from dataclasses import dataclass, field
from typing import NamedTuple

Grid = list[list[str]]
"""The cells of a table, row by row, each as its tokens joined by blanks."""


class Link(NamedTuple):
    """A link; `text` is empty unless it is one word or address, which may be the address of the link itself."""

    address: str
    text: str = ""
    #: Nothing but pictures stands in it.
    is_picture: bool = False


class Picture(NamedTuple):
    """A picture: its addresses, of which one is enough, and its text; `is_tiny` when nobody can see it."""

    addresses: tuple[str, ...]
    alt: str = ""
    is_tiny: bool = False


class Code(NamedTuple):
    """A block of code; `is_rough` when blocks inside of it end lines, so that empty lines are anybody's guess."""

    text: str
    is_rough: bool = False


@dataclass(slots=True)
class Facts:
    """A document as lists in document order. Addresses are as written."""

    text: list[str] = field(default_factory=list)
    #: Marks of footnotes; what the notes say stands at the end of `text`.
    note_marks: int = 0
    #: Formulas: a Markdown file puts signs of its own around their TeX.
    formulas: int = 0
    #: Words that the page hid.
    hidden: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    code: list[Code] = field(default_factory=list)
    tables: list[Grid] = field(default_factory=list)
    #: Addresses of which one is enough, for each player.
    media: list[tuple[str, ...]] = field(default_factory=list)
    #: What players are called, word by word.
    titles: list[str] = field(default_factory=list)
    drawings: int = 0
    #: All addresses that stand anywhere in the document.
    addresses: set[str] = field(default_factory=set)
