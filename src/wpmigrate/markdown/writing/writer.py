"""The writer: what each node becomes stands in two tables, blocks and inlines; this is what they share."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from wpmigrate.markdown.ast import Block, Code, DefinitionList, Inline, List, Paragraph, Quote, Text
from wpmigrate.markdown.escaping import escaper_for
from wpmigrate.markdown.options import MarkdownOptions

from .flanking import UNSETTLED, Pair, settle
from .touching import joined
from .wrapping import wrapped

BlockWriter: TypeAlias = "Callable[[Writer, Any], str]"
InlineWriter: TypeAlias = "Callable[[Writer, Any], None]"

#: How often a run is written anew because marks that touch are joined.
_MOST_ROUNDS = 3
_LINE = re.compile(r"\n(?=[^\n])")
#: Blocks that go on in the next one of their kind.
_RUNNING = frozenset({List, Quote, DefinitionList, Code})
#: Between two lists, or a list or code and code without a fence: they would be one.
_DIVIDER = "\n\n<!-- -->\n\n"


#: In a bare address that goes on in the mark behind it, which would be part of it.
_ADDRESS_BEFORE = re.compile(r"(?<=\w):(?=//\S*\Z)|(?<=www)\.(?=\S*\Z)")
#: Tags and comments, to be kept when a text is split at them.
_TAGS = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_SIGNS = re.compile(r"[\\`*_\[\]]")


def _plain_words(html: str) -> str:
    """The text between tags with references for the signs of Markdown; a tag stays."""
    return html if html[:1] == "<" else _SIGNS.sub(lambda found: f"&#{ord(found[0])};", html)


class Writer:
    """State of one writing. Inline handlers append pieces to `out`."""

    __slots__ = (
        "blocks_table", "depth", "dialect", "escape", "escaper", "first_code", "html", "inlines_table", "is_cell", "is_one_line",
        "options", "out", "pairs", "referenced",
    )  # fmt: skip

    def __init__(
        self, options: MarkdownOptions, blocks: Mapping[type, BlockWriter], inlines: Mapping[type, InlineWriter]
    ) -> None:
        """The tables are those of `writing`."""
        self.options = options
        self.dialect = options.dialect
        self.escaper = escaper_for(options.dialect)
        self.escape = self.escaper.text
        self.blocks_table = blocks
        self.inlines_table = inlines
        self.out: list[str] = []
        self.pairs: list[Pair] = []
        #: How many elements of each name stayed HTML.
        self.html: Counter[str] = Counter()
        #: Keys of the footnotes that Markdown text refers to, in order.
        self.referenced: dict[str, int] = {}
        #: In a heading or a cell a line break must be a tag.
        self.is_one_line = False
        #: In a cell of a pipe table.
        self.is_cell = False
        #: Code right after the marker of an item: indenting it would move the item.
        self.first_code: Code | None = None
        #: How many containers are open: 0 at the left margin.
        self.depth = 0

    def line(self, nodes: list[Inline]) -> str:
        """A run of inlines as text; line starts are not looked at."""
        if len(nodes) == 1 and type(only := nodes[0]) is Text:
            text = self.escape(only.text)
        else:
            text = self._settled(nodes)
        return _edged(text) if "\u00a0" in text else text

    def _settled(self, nodes: list[Inline]) -> str:
        """A run with its marks settled."""
        for rounds_left in range(_MOST_ROUNDS, -1, -1):
            html = dict(self.html) if self.html else {}
            out, pairs = self._pieces(nodes)
            if not pairs:
                break
            tags, continued = settle(out, pairs, may_join=rounds_left > 0, is_greedy=self.dialect.has_greedy_emphasis)
            if not continued:
                if tags:
                    self.html.update(tags)
                break
            self.html = Counter(html)
            nodes = joined(nodes, {pair.run for pair in continued})
        return "".join(out)

    def _pieces(self, nodes: list[Inline]) -> tuple[list[str], list[Pair]]:
        """The pieces of a run, and the marks in it, which are not settled yet."""
        outer = self.out, self.pairs
        self.out, self.pairs = [], []
        pieces = self.out, self.pairs
        self.inside(nodes)
        self.out, self.pairs = outer
        return pieces

    def inside(self, nodes: list[Inline]) -> None:
        """Append the pieces of a run."""
        table, out, escape = self.inlines_table, self.out, self.escape
        for node in nodes:
            if type(node) is Text:
                out.append(escape(node.text))
            else:
                table[type(node)](self, node)

    def marked(self, nodes: list[Inline], tag: str, length: int) -> None:
        """Append a run between marks that are settled when the line is whole."""
        out = self.out
        if out and self.dialect.links_bare_addresses:
            out[-1] = _ADDRESS_BEFORE.sub(r"\\\g<0>", out[-1])
        pair = Pair(len(out), tag, length, id(nodes))
        self.pairs.append(pair)
        out.append(UNSETTLED)
        self.inside(nodes)
        pair.end = len(out)
        out.append(UNSETTLED)

    def one_line(self, nodes: list[Inline]) -> str:
        """A run where line breaks must be tags."""
        outer, self.is_one_line = self.is_one_line, True
        text = self.line(nodes)
        self.is_one_line = outer
        return text

    def paragraph(self, nodes: list[Inline]) -> str:
        """A run as a paragraph: safe at every line start, broken at the wanted column."""
        text = self.escaper.lines(self.line(nodes))
        width = self.options.wrap
        return wrapped(text, width, self.escaper) if width and len(text) > width else text

    def blocks(self, blocks: list[Block], *, is_tight: bool = False) -> str:
        """Blocks with blank lines between them; in a tight item with none."""
        if len(blocks) == 1:
            return self._block(blocks[0])
        parts: list[str] = []
        before: Block | None = None
        for block in blocks:
            text = self._block(block)
            if not text:
                continue
            if before is not None:
                if is_tight:
                    parts.append("\n")
                else:
                    parts.append(self._between(before, block) if type(before) in _RUNNING else "\n\n")
            parts.append(text)
            before = block
        return "".join(parts)

    def _block(self, block: Block) -> str:
        """One block; where a reader knows blocks of HTML at the left margin only, none of its words are Markdown."""
        text = self.blocks_table[type(block)](self, block)
        if self.depth and not self.dialect.has_nested_fences and text[:1] == "<" and type(block) is not Paragraph:
            return "".join(map(_plain_words, _TAGS.split(text)))
        return text

    def _between(self, before: Block, block: Block) -> str:
        """What stands between a block that could go on and another."""
        kind = type(before)
        if kind in (List, Code) and isinstance(block, Code):
            return _DIVIDER if self.depth and not self.dialect.has_nested_fences else "\n\n"
        if kind is not type(block):
            return "\n\n"
        if isinstance(before, List) and isinstance(block, List) and not self.dialect.joins_neighbours:
            return _DIVIDER if (before.start is None) == (block.start is None) else "\n\n"
        return "\n\n" if kind is Quote and not self.dialect.joins_neighbours else _DIVIDER

    def nested(self, blocks: list[Block], *, is_tight: bool = False) -> str:
        """Blocks inside of a container."""
        self.depth += 1
        text = self.blocks(blocks, is_tight=is_tight)
        self.depth -= 1
        return text


def _edged(text: str) -> str:
    """Keep a no-break space at an edge: readers strip it."""
    if text[:1] == "\u00a0":
        text = "&nbsp;" + text[1:]
    if text[-1:] == "\u00a0":
        text = text[:-1]
        if (len(text) - len(text.rstrip("\\"))) % 2:
            text += "\\"
        text += "&nbsp;"
    return text


def indented(text: str, indent: str) -> str:
    """All lines but the first moved in; blank lines stay empty."""
    return _LINE.sub("\n" + indent, text) if "\n" in text else text
