"""Lists, definition lists and footnotes."""

import re
from itertools import pairwise

from wpmigrate.markdown.ast import (
    Code,
    Definition,
    DefinitionList,
    Footnote,
    Footnotes,
    HtmlInline,
    Item,
    List,
    Paragraph,
    Quote,
    Term,
)

from .html import definition_list_html
from .writer import Writer, indented

#: The bullets of lists in lists with nothing in the last: three are a rule (CommonMark 0.31.2, 4.1).
_BULLETS = re.compile(r"(?:-[ \t]*+){2,}-(?=\n|\Z)|(?:\*[ \t]*+){2,}\*(?=\n|\Z)")
_BOX = re.compile(r"\[([ xX])\](\(?)")
"""What readers take for the box of a task: some ask for no blank behind it, and see one in the words of a link too."""


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
    blocks = item.blocks
    outer, writer.first_code = writer.first_code, blocks[0] if blocks and isinstance(blocks[0], Code) else None
    text = writer.nested(blocks, is_tight=is_tight)
    writer.first_code = outer
    if not text:
        return f"{marker}<!-- -->" if writer.dialect.joins_neighbours else marker.rstrip()
    if item.checked is not None:
        start = "" if writer.dialect.has_tasks else "\\"
        text = f"{start}[{'x' if item.checked else ' '}] {text}"
    elif writer.dialect.has_tasks and (box := _BOX.match(text)) is not None:
        is_link = bool(box[2])
        text = f"[&#{ord(box[1])};{text[2:]}" if is_link else "\\" + text
    elif isinstance(blocks[0], Quote) and "\n" in text and not writer.dialect.has_nested_fences:
        text = f"<!-- -->\n\n{text}"  # of the lines right after a marker, only the first would be a quote's
    if text[0] in "-*" and (bare := _BULLETS.match(marker + text)) is not None:
        at = bare.end() - len(marker)
        text = f"{text[:at]} <!-- -->{text[at:]}"
    return marker + indented(text, " " * len(marker))


def definition_list(writer: Writer, node: DefinitionList) -> str:
    """`term`, `:   definition`; HTML where the dialect has no such thing, or the list has not both."""
    if not (writer.dialect.has_definitions and _is_paired(node)):
        writer.html["dl"] += 1
        return definition_list_html(node)
    parts: list[str] = []
    is_spaced = False
    for entry in node.entries:
        if isinstance(entry, Definition):
            text = indented(writer.nested(entry.blocks), "    ")
            parts += ["\n\n" if is_spaced else "\n", ":   ", text]
            is_spaced = "\n\n" in text
        else:
            parts += ["\n\n", writer.escaper.line(writer.one_line(entry.children))]
            is_spaced = False
    return "".join(parts[1:])


def _is_paired(node: DefinitionList) -> bool:
    """Whether every term has definitions of its own, with words in both: readers differ over terms that share one."""
    is_term = [isinstance(entry, Term) for entry in node.entries]
    worded = all(
        entry.blocks and isinstance(entry.blocks[0], Paragraph) if isinstance(entry, Definition) else entry.children
        for entry in node.entries
    )
    shared = any(one and other for one, other in pairwise(is_term))
    return worded and is_term[0] and not is_term[-1] and not shared


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
