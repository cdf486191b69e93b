"""The words of a document, for search and for the account: block edges are line ends."""

from collections.abc import Callable, Iterator
from typing import Any

from .ast import (
    Block,
    Break,
    Code,
    CodeSpan,
    Definition,
    DefinitionList,
    Details,
    Document,
    Figure,
    FootnoteRef,
    Footnotes,
    Heading,
    HtmlBlock,
    Inline,
    List,
    MathBlock,
    MathSpan,
    Paragraph,
    Quote,
    Table,
    Text,
)


def _line(nodes: list[Inline]) -> str:
    """The words of a run."""
    parts: list[str] = []
    for node in nodes:
        if isinstance(node, Text | CodeSpan):
            parts.append(node.text)
        elif isinstance(node, Break):
            parts.append("\n")
        elif isinstance(node, MathSpan):
            parts.append(node.tex)
        elif isinstance(node, FootnoteRef):
            parts.append(f"[{node.label}]")
        else:
            parts.append(_line(getattr(node, "children", [])))
    return "".join(parts)


def _run(node: Paragraph | Heading) -> Iterator[str]:
    yield _line(node.children)


def _inner(node: Quote) -> Iterator[str]:
    for block in node.blocks:
        yield from _lines(block)


def _list(node: List) -> Iterator[str]:
    for item in node.items:
        for block in item.blocks:
            yield from _lines(block)


def _table(node: Table) -> Iterator[str]:
    for row in [node.head, *node.rows] if node.head else node.rows:
        yield "\t".join(map(_line, row))


def _figure(node: Figure) -> Iterator[str]:
    for block in node.blocks:
        yield from _lines(block)
    yield _line(node.caption)


def _details(node: Details) -> Iterator[str]:
    yield _line(node.summary)
    for block in node.blocks:
        yield from _lines(block)


def _definitions(node: DefinitionList) -> Iterator[str]:
    for entry in node.entries:
        if isinstance(entry, Definition):
            for block in entry.blocks:
                yield from _lines(block)
        else:
            yield _line(entry.children)


def _footnotes(node: Footnotes) -> Iterator[str]:
    for note in node.notes:
        for block in note.blocks:
            yield from _lines(block)


_BLOCKS: dict[type, Callable[[Any], Iterator[str]]] = {
    Paragraph: _run,
    Heading: _run,
    Quote: _inner,
    List: _list,
    Table: _table,
    Figure: _figure,
    Details: _details,
    DefinitionList: _definitions,
    Footnotes: _footnotes,
    Code: lambda node: iter([node.text]),
    HtmlBlock: lambda node: iter([node.text]),
    MathBlock: lambda node: iter([node.tex]),
}
"""Blocks with words in them; the others have none."""


def _lines(block: Block) -> Iterator[str]:
    handler = _BLOCKS.get(type(block))
    return handler(block) if handler else iter(())


def plain_text(document: Document) -> str:
    """The words, a block or a line a line, blocks at the top divided by an empty line."""
    blocks = ("\n".join(filter(None, _lines(block))) for block in document.blocks)
    return "\n\n".join(filter(None, blocks))
