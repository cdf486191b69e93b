"""Lists, definition lists and footnotes."""

from wpmigrate.markdown.ast import Definition, DefinitionList, Footnote, Footnotes, HtmlInline, Item, List, Paragraph

from .html import definition_list_html
from .writer import Writer, indented

_BOXES = ("[ ] ", "[x] ", "[X] ")


def a_list(writer: Writer, node: List) -> str:
    """A list; numbers count up, as readers of the source expect."""
    dialect = writer.dialect
    is_tight = node.is_tight
    items: list[str] = []
    for number, item in enumerate(node.items, node.start or 0):
        marker = dialect.bullet if node.start is None else f"{number}. ".ljust(dialect.number_width)
        items.append(_item(writer, item, marker, is_tight=is_tight))
    return ("\n" if is_tight else "\n\n").join(items)


def _item(writer: Writer, item: Item, marker: str, *, is_tight: bool) -> str:
    """An item, its lines under its text."""
    text = writer.nested(item.blocks, is_tight=is_tight)
    if writer.dialect.has_tasks:
        if item.checked is not None:
            text = f"[{'x' if item.checked else ' '}] {text}"
        elif text.startswith(_BOXES):
            text = "\\" + text
    elif item.checked is not None:
        text = f"\\[{'x' if item.checked else ' '}] {text}"
    if text.startswith("    "):
        text = f"<!-- -->\n\n{text}"
    return f"{marker}{indented(text, ' ' * len(marker))}".rstrip() if not text else marker + indented(text, " " * len(marker))


def definition_list(writer: Writer, node: DefinitionList) -> str:
    """`term`, `:   definition`; HTML where the dialect has no such thing."""
    if not writer.dialect.has_definitions:
        writer.html["dl"] += 1
        return definition_list_html(node)
    parts: list[str] = []
    for entry in node.entries:
        if isinstance(entry, Definition):
            parts.append(f":   {indented(writer.nested(entry.blocks), '    ')}\n")
        else:
            parts.append(("\n" if parts and parts[-1].startswith(":") else "") + writer.paragraph(entry.children))
    return "\n".join(parts).rstrip("\n")


def footnotes(writer: Writer, node: Footnotes) -> str:
    """The texts of the footnotes that are referred to, `[^1]: text`; the others as a list, so that nothing is lost."""
    listed: list[Item] = []
    noted: list[str] = []
    for note in node.notes:
        number = writer.referenced.get(note.key)
        if number and writer.dialect.has_footnotes:
            noted.append(f"[^{number}]: {indented(writer.nested(note.blocks), '    ')}")
        else:
            listed.append(_listed(note, number))
    parts = ["\n\n".join(noted)] if noted else []
    if listed:
        parts.append(writer.blocks([List(listed, 1, is_tight=False)]))
    return "\n\n".join(parts)


def _listed(note: Footnote, number: int | None) -> Item:
    """A footnote as an item with an anchor."""
    anchor = HtmlInline(f'<a id="fn-{number or note.key}"></a>', "a")
    blocks = list(note.blocks)
    if blocks and isinstance(blocks[0], Paragraph):
        blocks[0] = Paragraph([anchor, *blocks[0].children])
    else:
        blocks.insert(0, Paragraph([anchor]))
    return Item(blocks)
