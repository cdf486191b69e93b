"""The reader: walks a clean tree once; what each element means stands in two tables, blocks and inlines."""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from wpmigrate.html import HtmlElement
from wpmigrate.markdown.ast import Block, Break, Code, CodeSpan, HtmlInline, Inline, Paragraph, Text

from .code_lines import blocks_of, spans_of
from .deep import flattened
from .distribute import Maker, distributed
from .tidy import paragraphs, stripped, tidy

BlockHandler: TypeAlias = "Callable[[Reader, HtmlElement, list[Block]], None]"
InlineHandler: TypeAlias = "Callable[[Reader, HtmlElement], None]"
MakerOf: TypeAlias = Callable[[HtmlElement], tuple[str, Maker] | None]
"""Gives the name of a mark, and what wraps a run in it."""

#: HTML Living Standard, "ASCII whitespace".
_OTHER_BLANKS = re.compile(r"[\t\r\f]")
#: How many elements may lie in each other; below, only words, links and pictures are kept.
DEEPEST = 90
#: How many levels of quotes (1) and lists (2) are written: CommonMark readers drop what lies 20 levels deep.
MOST_LEVELS = 14


class Reader:
    """State of one reading. Handlers append blocks to the list they are given, inlines to `nodes`."""

    __slots__ = (
        "_depth", "_has_breaks", "anchor", "blocks", "has_code_lines", "inlines", "is_after_space", "level", "makers",
        "marks", "nodes", "notes", "targets",
    )  # fmt: skip

    def __init__(
        self,
        blocks: Mapping[str, BlockHandler],
        inlines: Mapping[str, InlineHandler],
        makers: Mapping[str, "MakerOf"],
    ) -> None:
        """`makers` give, for inline elements around blocks, what to wrap the text of those blocks in."""
        self.blocks = blocks
        self.inlines = inlines
        self.makers = makers
        self.nodes: list[Inline] = []
        #: Whether the last text ended with a blank, or a line begins here.
        self.is_after_space = True
        #: Names of the marks that are open: nothing is emphasized twice.
        self.marks: set[str] = set()
        #: Ids that links of this body lead to, and the one that waits for its first line.
        self.targets: frozenset[str] = frozenset()
        self.anchor = ""
        #: Keys of the footnotes that have a text.
        self.notes: frozenset[str] = frozenset()
        self.level = 0
        self._depth = 0
        self._has_breaks = False
        #: Some code span holds line ends, see `code_lines`.
        self.has_code_lines = False

    def flow(self, element: HtmlElement) -> list[Block]:
        """The blocks of an element, in a list of their own."""
        outer, self.nodes = self.nodes, []
        outer_space, self.is_after_space = self.is_after_space, True
        blocks: list[Block] = []
        self.flow_into(element, blocks)
        self.nodes, self.is_after_space = outer, outer_space
        return blocks

    def flow_of(self, child: HtmlElement) -> list[Block]:
        """The blocks that one element makes by itself, without the text after it."""
        blocks: list[Block] = []
        if child.tag in self.blocks:
            self.blocks[child.tag](self, child, blocks)
        else:
            self.inlines.get(child.tag, self.inlines["*"])(self, child)
            self.flush(blocks)
        return blocks

    def flow_into(self, element: HtmlElement, blocks: list[Block]) -> None:
        """Append the blocks of an element; lines of text become paragraphs."""
        if self.nodes:
            self.flush(blocks)
        self.is_after_space = True
        if self.targets and element.get("id") in self.targets:
            self.anchor = element.get("id", "")
        text = element.text
        if len(element):
            self._depth += 1
            if self._depth > DEEPEST or self.level > MOST_LEVELS:
                blocks += flattened(element)
            else:
                self._flow(element, text, blocks)
            self._depth -= 1
        elif text:
            self.text(text)
        if self.nodes:
            self.flush(blocks)

    def _flow(self, element: HtmlElement, text: str | None, blocks: list[Block]) -> None:
        """The text and the elements in an element."""
        known, inlines = self.blocks, self.inlines
        other = inlines["*"]
        if text:
            self.text(text)
        for child in element:
            tag = child.tag
            handler = known.get(tag)
            if handler is not None:
                if self.nodes:
                    self.flush(blocks)
                handler(self, child, blocks)
                self.is_after_space = True
            elif not len(child) or not self._holds_blocks(child):
                (inlines.get(tag) or other)(self, child)
            else:
                self._around_blocks(child, blocks)
            if (text := child.tail) and not (text == "\n" and self.is_after_space):
                self.text(text)

    def _holds_blocks(self, element: HtmlElement) -> bool:
        """Whether an inline element has a block in it."""
        known = self.blocks
        for inner in element.iterdescendants():  # noqa: SIM110  # a generator costs twice as much, for every link
            if inner.tag in known:
                return True
        return False

    def _around_blocks(self, element: HtmlElement, blocks: list[Block]) -> None:
        """An inline element around blocks: each of them gets the mark."""
        self.flush(blocks)
        maker = self.makers.get(element.tag, self.makers["*"])
        name, make = maker(element) or ("", None)
        if name in self.marks:
            name, make = "", None
        self.marks.add(name)
        inner = self.flow(element)
        self.marks.discard(name)
        blocks += distributed(inner, make) if make else inner
        self.is_after_space = True

    def phrasing(self, element: HtmlElement) -> None:
        """Append what an element holds to `nodes`; blocks in it are read as lines."""
        self._depth += 1
        if text := element.text:
            self.text(text)
        if self._depth > DEEPEST:
            for block in flattened(element, with_text=False):
                self.nodes += [Text(" "), *(block.children if isinstance(block, Paragraph) else _code_in(block))]
            self.is_after_space = False
        else:
            inlines = self.inlines
            other = inlines["*"]
            for child in element:
                (inlines.get(child.tag) or other)(self, child)
                if text := child.tail:
                    self.text(text)
        self._depth -= 1

    def inside(self, element: HtmlElement) -> list[Inline]:
        """What an element holds, as a run of its own, in the same line."""
        outer = self.nodes
        inner: list[Inline] = []
        self.nodes = inner
        if len(element):
            self.phrasing(element)
        elif text := element.text:
            self.text(text)
        self.nodes = outer
        if self.has_code_lines:
            inner = spans_of(inner)
        return tidy(inner) if len(inner) > 1 else inner

    def line(self, element: HtmlElement) -> list[Inline]:
        """What an element holds, as a run of its own, in a line of its own."""
        outer_space, self.is_after_space = self.is_after_space, True
        nodes = self.inside(element)
        self.is_after_space = outer_space
        return stripped(nodes)

    def text(self, text: str) -> None:
        """Append words; white space is collapsed over the edges of elements (CSS Text 3, "white-space: normal")."""
        if "\n" in text:
            text = text.replace("\n", " ")
        if "\t" in text or "\r" in text or "\f" in text:
            text = _OTHER_BLANKS.sub(" ", text)
        while "  " in text:  # halves every run
            text = text.replace("  ", " ")
        if self.is_after_space and text[0] == " ":
            text = text[1:]
            if not text:
                return
        self.nodes.append(Text(text))
        self.is_after_space = text[-1] == " "

    def line_break(self) -> None:
        """Append a `<br>`."""
        self.nodes.append(Break())
        self.is_after_space = True
        self._has_breaks = True

    def flush(self, blocks: list[Block]) -> None:
        """Make a paragraph of the run so far."""
        nodes = self.nodes
        self.is_after_space = True
        if not nodes:
            return
        self.nodes = []
        if self.anchor:
            nodes.insert(0, self.take_anchor())
        if len(nodes) > 1:
            nodes = tidy(nodes)
        if self.has_code_lines:
            self.has_code_lines = self._has_breaks = False
            blocks += blocks_of(nodes)
        elif self._has_breaks:
            self._has_breaks = False
            blocks += map(Paragraph, paragraphs(nodes))
        else:
            if type(last := nodes[-1]) is Text and last.text[-1] == " ":
                last.text = last.text[:-1]
                if not last.text:
                    nodes.pop()
                    if not nodes:
                        return
            blocks.append(Paragraph(nodes))

    def take_anchor(self) -> HtmlInline:
        """The anchor that waits, as HTML."""
        name, self.anchor = self.anchor.replace("&", "&amp;").replace('"', "&quot;"), ""
        return HtmlInline(f'<a id="{name}"></a>', "a")


def _code_in(block: Block) -> list[Inline]:
    """A code block as a span."""
    return [CodeSpan(" ".join(block.text.split()))] if isinstance(block, Code) and block.text.strip() else []
