"""`<table>`: cells that are lines make a table, one column is layout, anything else stays HTML."""

from itertools import zip_longest

from wpmigrate.html import HtmlElement
from wpmigrate.markdown.ast import Block, Break, Inline, Paragraph, Table

from .attributes import number_of
from .raw import raw_block
from .reader import Reader

#: What a cell of a pipe table cannot hold.
_BLOCKS = frozenset({
    "address", "audio", "blockquote", "details", "dl", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "iframe",
    "object", "ol", "pre", "table", "ul", "video",
})  # fmt: skip
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
    width = max(map(len, rows))
    if width == 1 and not any(number_of(cell, "colspan", 1) > 1 for row in rows for cell in row):
        _layout(reader, element, rows, blocks)
    elif any(map(_is_complex, (cell for row in rows for cell in row))):
        raw_block(reader, element, blocks)
    else:
        _caption(reader, element, blocks)
        blocks.append(_grid(reader, rows, width))


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


def _grid(reader: Reader, rows: list[list[HtmlElement]], width: int) -> Table:
    """A table of lines."""
    head = rows.pop(0) if all(cell.tag == "th" for cell in rows[0]) or _is_head(rows[0][0]) else []
    heading = _cells(reader, head, width) if head else []
    aligned = [_alignment(column) for column in zip_longest(head, *rows)]
    return Table(
        aligned,
        heading if any(heading) else [],
        [_cells(reader, row, width) for row in rows],
    )


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


def _cells(reader: Reader, row: list[HtmlElement], width: int) -> list[list[Inline]]:
    """A row of lines, filled up to the width of the table."""
    cells = [_cell(reader, cell) for cell in row]
    return cells + [[] for _ in range(width - len(cells))]


def _cell(reader: Reader, cell: HtmlElement) -> list[Inline]:
    """A cell as one line; paragraphs in it are divided by two line breaks."""
    if not len(cell):
        return reader.line(cell)
    line: list[Inline] = []
    for block in reader.flow(cell):
        if not isinstance(block, Paragraph):
            continue
        if line:
            line += [Break(), Break()]
        line += block.children
    return line
