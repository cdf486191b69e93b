"""Pipe tables (GFM, "Tables") and figures."""

from wpmigrate.markdown.ast import Emphasis, Figure, Image, Inline, Link, Paragraph, Player, Table, Text

from .html import figure_html, table_html
from .writer import Writer

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
    text = writer.one_line(nodes) if nodes else ""
    if "|" in text:
        if writer.dialect.has_bare_pipe:
            text = text.replace("\\|", "|")
        text = text.replace("|", "\\|")
    return text


def figure(writer: Writer, node: Figure) -> str:
    """A picture or player with its caption as `<figure>`; anything else with its caption as a paragraph below."""
    if writer.options.figures == "html" and all(map(_is_shown, node.blocks)):
        writer.html["figure"] += 1
        return figure_html(node)
    caption = node.caption
    if not any(isinstance(child, Emphasis) for child in caption):
        caption = [Emphasis(caption)] if all(map(_is_shown, node.blocks)) else caption
    return writer.blocks([*node.blocks, Paragraph(caption)])


def _is_shown(block: object) -> bool:
    """Whether a block is pictures or a player, which HTML says in a few lines."""
    if isinstance(block, Player):
        return True
    return isinstance(block, Paragraph) and all(map(_is_image, block.children))


def _is_image(node: Inline) -> bool:
    if isinstance(node, Link):
        return bool(node.children) and all(map(_is_image, node.children))
    return isinstance(node, Image) or (isinstance(node, Text) and node.text.isspace())
