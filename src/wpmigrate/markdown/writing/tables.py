"""Pipe tables (GFM, "Tables") and figures."""

import re

from wpmigrate.markdown.ast import Emphasis, Figure, Inline, Paragraph, Table

from .html import figure_html, table_html
from .writer import Writer

#: A sign behind a backslash.
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_RULES = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}


def table(writer: Writer, node: Table) -> str:
    """A pipe table; a table without a head gets an empty one. HTML where the dialect has none."""
    if not writer.dialect.has_tables:
        writer.html["table"] += 1
        return table_html(node)
    head = [_cell(writer, cell) for cell in node.head] or [""] * len(node.align)
    lines = [_row(head), _row([_RULES[align] for align in node.align])]
    lines += [_row([_cell(writer, cell) for cell in row]) for row in node.rows]
    return "\n".join(lines)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(writer: Writer, nodes: list[Inline]) -> str:
    """A cell: one line, its pipes escaped, in code too (GFM)."""
    writer.is_cell = True
    text = writer.one_line(nodes) if nodes else ""
    writer.is_cell = False
    if writer.dialect.has_bare_pipe:  # kramdown looks for code in the whole row first, and knows no backslashes there
        text = _ESCAPED.sub(lambda found: "&#96;" if found[1] == "`" else found[0], text).replace("\\|", "|")
    if "|" in text:
        text = text.replace("|", "\\|")
    return text


def figure(writer: Writer, node: Figure) -> str:
    """A picture or player with its caption as `<figure>`, or with the caption in italics below."""
    if writer.options.figures == "html":
        writer.html["figure"] += 1
        return figure_html(node)
    is_marked = any(isinstance(child, Emphasis) for child in node.caption)
    caption = Paragraph(node.caption if is_marked else [Emphasis(node.caption)])
    return writer.blocks([*node.blocks, caption])
