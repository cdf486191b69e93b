"""`<table>`: cells that are lines make a table, one column is layout, anything else stays HTML."""

from collections.abc import Callable
from itertools import zip_longest
from typing import Any

from wpmigrate.html import HtmlElement
from wpmigrate.markdown.ast import Block, Break, Code, CodeSpan, Inline, MathBlock, MathSpan, Paragraph, Table

from .attributes import number_of
from .code_lines import spans_of
from .raw import raw_block
from .reader import Reader

#: What a cell of a pipe table cannot hold.
_BLOCKS = frozenset({
    "address", "audio", "blockquote", "details", "dl", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "iframe",
    "object", "ol", "pre", "table", "ul", "video",
})  # fmt: skip
_CELLS = frozenset({"td", "th"})
_PARTS = frozenset({"thead", "tbody", "tfoot", "tr", "caption", "colgroup", "col"})
_ALIGNMENTS = frozenset({"left", "center", "right"})


def _rows(table: HtmlElement) -> list[HtmlElement]:
    """The rows of a table itself: head first, foot last, as browsers show them."""
    head: list[HtmlElement] = []
    body: list[HtmlElement] = []
    foot: list[HtmlElement] = []
    for child in table:
        if child.tag == "tr":
            body.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            group = {"thead": head, "tbody": body, "tfoot": foot}[child.tag]
            group += [row for row in child if row.tag == "tr"]
    return [*head, *body, *foot]


def table(reader: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """A table."""
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in _rows(element)]
    rows = [row for row in rows if row]
    if not rows:
        reader.flow_into(element, blocks)
        return
    if _has_strays(element):
        raw_block(reader, element, blocks)
        return
    width = max(map(len, rows))
    if width == 1 and not any(number_of(cell, "colspan", 1) > 1 for row in rows for cell in row):
        _layout(reader, element, rows, blocks)
    elif any(map(_is_complex, (cell for row in rows for cell in row))) or (grid := _grid(reader, rows, width)) is None:
        raw_block(reader, element, blocks)
    else:
        _caption(reader, element, blocks)
        blocks.append(grid)


def _has_strays(table: HtmlElement) -> bool:
    """Whether something stands between rows or cells, where only broken HTML has it."""
    groups = [table, *(group for group in table if group.tag in ("thead", "tbody", "tfoot"))]
    parents = groups + [row for group in groups for row in group if row.tag == "tr"]
    return any(map(_is_stray_in, parents))


def _is_stray_in(parent: HtmlElement) -> bool:
    """Whether a part of a table holds text or elements that are no parts."""
    allowed = _CELLS if parent.tag == "tr" else _PARTS
    if (text := parent.text) and not text.isspace():
        return True
    for child in parent:
        if child.tag not in allowed and isinstance(child.tag, str):  # a comment has no name
            return True
        if (text := child.tail) and not text.isspace():
            return True
    return False


def _layout(reader: Reader, element: HtmlElement, rows: list[list[HtmlElement]], blocks: list[Block]) -> None:
    """A table of one column: what its cells hold."""
    _caption(reader, element, blocks)
    for row in rows:
        reader.flow_into(row[0], blocks)


def _caption(reader: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """The caption as a paragraph."""
    caption = element.find("caption")
    if caption is not None:
        reader.flow_into(caption, blocks)


def _is_complex(cell: HtmlElement) -> bool:
    """Whether a cell cannot stand in a pipe table."""
    if cell.attrib and (number_of(cell, "colspan", 1) > 1 or number_of(cell, "rowspan", 1) != 1):
        return True
    return len(cell) > 0 and any(inner.tag in _BLOCKS for inner in cell.iterdescendants())


def _grid(reader: Reader, rows: list[list[HtmlElement]], width: int) -> Table | None:
    """A table of lines; None when a cell holds more than lines."""
    read = [[_cell(reader, cell) for cell in row] for row in rows]
    if any(cell is None for row in read for cell in row):
        return None
    filled = [[cell or [] for cell in row] + [[] for _ in range(width - len(row))] for row in read]
    has_head = all(cell.tag == "th" for cell in rows[0]) or _is_head(rows[0][0])
    head = filled.pop(0) if has_head else []
    aligned = [_alignment(column) for column in zip_longest(*rows)]
    return Table(aligned, head if any(head) else [], filled)


def _is_head(cell: HtmlElement) -> bool:
    """Whether a cell stands in a `<thead>`."""
    row = cell.getparent()
    group = row.getparent() if row is not None else None
    return group is not None and group.tag == "thead"


def _alignment(column: tuple[HtmlElement | None, ...]) -> str:
    """The alignment that all cells of a column have; empty when they differ."""
    found = {(cell.get("align") or "").lower() for cell in column if cell is not None}
    only = found.pop() if len(found) == 1 else ""
    return only if only in _ALIGNMENTS else ""


def _cell(reader: Reader, cell: HtmlElement) -> list[Inline] | None:
    """A cell as one line, paragraphs in it divided by two line breaks; None when it holds more than lines."""
    if not len(cell):
        return reader.line(cell)
    line: list[Inline] = []
    for block in reader.flow(cell):
        run = _AS_LINE.get(type(block), _no_line)(block)
        if run is None:
            return None
        line += [Break(), Break(), *run] if line else run
    return line


def _no_line(_: Block) -> None:
    """A block that is no line."""


_AS_LINE: dict[type, Callable[[Any], list[Inline] | None]] = {
    Paragraph: lambda block: block.children,
    Code: lambda block: spans_of([CodeSpan(block.text)]),
    MathBlock: lambda block: [MathSpan(block.tex)],
}
