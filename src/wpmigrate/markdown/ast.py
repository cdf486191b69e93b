"""The syntax tree between clean HTML and Markdown text: small slotted nodes, blocks and inlines.

Normal form, which the reader gives: texts that touch are one node, white space is collapsed, emphasis neither begins nor
ends with a blank, nothing emphasizes what is emphasized that way already.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

Attributes: TypeAlias = tuple[tuple[str, str], ...]
"""Attributes of an element that is written as HTML, in the order of the source."""


@dataclass(slots=True)
class Text:
    """Words, white space collapsed."""

    text: str


@dataclass(slots=True)
class Emphasis:
    """`<em>`."""

    children: "list[Inline]"


@dataclass(slots=True)
class Strong:
    """`<strong>`."""

    children: "list[Inline]"


@dataclass(slots=True)
class Strike:
    """`<del>`, `<s>`."""

    children: "list[Inline]"


@dataclass(slots=True)
class Tagged:
    """An inline element that Markdown has no marks for (`<sup>`, `<kbd>`, `<abbr title>` …)."""

    tag: str
    attributes: Attributes
    children: "list[Inline]"


@dataclass(slots=True)
class CodeSpan:
    """`<code>`; the text is exact."""

    text: str


@dataclass(slots=True)
class Link:
    """`<a href>`."""

    url: str
    title: str
    children: "list[Inline]"


@dataclass(slots=True)
class Image:
    """`<img>`; `size` holds width and height, which only HTML can say."""

    url: str
    alt: str
    title: str = ""
    size: Attributes = field(default=(), compare=False)


@dataclass(slots=True)
class Break:
    """`<br>`."""


@dataclass(slots=True)
class HtmlInline:
    """A piece of HTML without words of its own: an anchor, a picture drawn in SVG."""

    html: str
    tag: str


@dataclass(slots=True)
class FootnoteRef:
    """The mark of a footnote; `label` is what the reader saw."""

    key: str
    label: str


@dataclass(slots=True)
class MathSpan:
    """TeX in a line."""

    tex: str


Inline: TypeAlias = (
    Text | Emphasis | Strong | Strike | Tagged | CodeSpan | Link | Image | Break | HtmlInline | FootnoteRef | MathSpan
)


@dataclass(slots=True)
class Paragraph:
    """`<p>`, or text that stands for itself."""

    children: list[Inline]


@dataclass(slots=True)
class Heading:
    """`<h1>` … `<h6>`. `id` is set when a link in the text leads here."""

    level: int
    children: list[Inline]
    id: str = ""


@dataclass(slots=True)
class Code:
    """`<pre>`; the text is exact, without the line end before `</pre>`."""

    text: str
    language: str = ""


@dataclass(slots=True)
class Quote:
    """`<blockquote>`."""

    blocks: "list[Block]"


@dataclass(slots=True)
class Item:
    """`<li>`; `checked` is None unless it is a task."""

    blocks: "list[Block]"
    checked: bool | None = None


@dataclass(slots=True)
class List:
    """`<ul>`, or `<ol>` when `start` is set. `is_tight`: items are lines, not paragraphs."""

    items: list[Item]
    start: int | None = None
    is_tight: bool = True


@dataclass(slots=True)
class Table:
    """A table whose cells are lines. `head` is empty when it has none; all rows have as many cells as `align`."""

    align: list[str]
    head: list[list[Inline]]
    rows: list[list[list[Inline]]]


@dataclass(slots=True)
class Rule:
    """`<hr>`."""


@dataclass(slots=True)
class HtmlBlock:
    """An element that stays HTML, whole; `text` is what it says, `tag` its name."""

    html: str
    tag: str
    text: str = ""


@dataclass(slots=True)
class Player:
    """`<iframe>`, `<video>`, `<audio>`; `parts` are the names and attributes of its `<source>` and `<track>` elements."""

    tag: str
    attributes: Attributes
    parts: tuple[tuple[str, Attributes], ...] = ()


@dataclass(slots=True)
class Figure:
    """Pictures or a player with a caption."""

    blocks: "list[Block]"
    caption: list[Inline]


@dataclass(slots=True)
class Details:
    """`<details>`."""

    summary: list[Inline]
    blocks: "list[Block]"
    is_open: bool = False


@dataclass(slots=True)
class Term:
    """`<dt>`."""

    children: list[Inline]


@dataclass(slots=True)
class Definition:
    """`<dd>`."""

    blocks: "list[Block]"


@dataclass(slots=True)
class DefinitionList:
    """`<dl>`."""

    entries: list[Term | Definition]


@dataclass(slots=True)
class MathBlock:
    """TeX on lines of its own."""

    tex: str


@dataclass(slots=True)
class Footnote:
    """The text of one footnote."""

    key: str
    blocks: "list[Block]"


@dataclass(slots=True)
class Footnotes:
    """All footnote texts, in order."""

    notes: list[Footnote]


@dataclass(slots=True)
class Marker:
    """`<!--more-->` (with its own words, or none) or `<!--nextpage-->`."""

    kind: str
    text: str = ""


Block: TypeAlias = (
    Paragraph
    | Heading
    | Code
    | Quote
    | List
    | Table
    | Rule
    | HtmlBlock
    | Player
    | Figure
    | Details
    | DefinitionList
    | MathBlock
    | Footnotes
    | Marker
)


@dataclass(slots=True)
class Document:
    """A body."""

    blocks: list[Block]
