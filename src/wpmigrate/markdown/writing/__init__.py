"""Syntax tree to Markdown. Each node has its writer in one of two tables."""

from wpmigrate.markdown.ast import (
    Break,
    Code,
    CodeSpan,
    DefinitionList,
    Details,
    Document,
    Emphasis,
    Figure,
    FootnoteRef,
    Footnotes,
    Heading,
    HtmlBlock,
    HtmlInline,
    Image,
    Link,
    List,
    Marker,
    MathBlock,
    MathSpan,
    Paragraph,
    Player,
    Quote,
    Rule,
    Strike,
    Strong,
    Table,
    Tagged,
    Text,
)
from wpmigrate.markdown.options import MarkdownOptions

from . import blocks, inlines, lists, tables
from .html import blocks_html
from .writer import BlockWriter, InlineWriter, Writer

BLOCKS: dict[type, BlockWriter] = {
    Paragraph: blocks.paragraph,
    Heading: blocks.heading,
    Code: blocks.code,
    Quote: blocks.quote,
    List: lists.a_list,
    Table: tables.table,
    Rule: blocks.rule,
    HtmlBlock: blocks.html_block,
    Player: blocks.player,
    Figure: tables.figure,
    Details: blocks.details,
    DefinitionList: lists.definition_list,
    MathBlock: blocks.math_block,
    Footnotes: lists.footnotes,
    Marker: blocks.marker,
}

INLINES: dict[type, InlineWriter] = {
    Text: inlines.text,
    Emphasis: inlines.emphasis,
    Strong: inlines.strong,
    Strike: inlines.strike,
    Tagged: inlines.tagged,
    CodeSpan: inlines.code_span,
    Link: inlines.link,
    Image: inlines.image,
    Break: inlines.line_break,
    HtmlInline: inlines.html_inline,
    FootnoteRef: inlines.footnote_ref,
    MathSpan: inlines.math_span,
}


def writer_for(options: MarkdownOptions) -> Writer:
    """A writer for one document."""
    return Writer(options, BLOCKS, INLINES)


def write(document: Document, options: MarkdownOptions) -> str:
    """The document as Markdown that ends with a line end; empty for no content."""
    return write_with(writer_for(options), document)


def write_with(writer: Writer, document: Document) -> str:
    """As `write`, with a writer whose counts are wanted afterwards."""
    text = writer.blocks(document.blocks)
    return f"{text}\n" if text else ""


__all__ = ["BLOCKS", "INLINES", "blocks_html", "write", "write_with", "writer_for"]
