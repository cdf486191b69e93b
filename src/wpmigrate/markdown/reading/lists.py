"""`<ul>`, `<ol>` and `<dl>`."""

from wpmigrate.html import HtmlElement
from wpmigrate.markdown.ast import Block, Definition, DefinitionList, Details, Item, List, Paragraph, Quote, Term, Text

from .attributes import number_of
from .reader import Reader

#: CommonMark: an ordered marker has at most nine digits.
_HIGHEST = 999_999_999
#: Blocks that some dialects write with blank lines in or before them.
_SPACED = (Details, DefinitionList, Quote)


def a_list(reader: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """A list; what stands between its items belongs to the item before, what stands before the first to no item.

    A list without items is a box: editors of old made indents so.
    """
    if next(element.iterchildren("li"), None) is None:
        reader.flow_into(element, blocks)
        return
    reader.level += 2
    items: list[Item] = []
    is_tight = True
    _stray_text(reader, element.text, blocks)
    for child in element:
        if child.tag == "li":
            items.append(_item(reader, child))
            if is_tight and len(child):
                is_tight = next(child.iterchildren("p"), None) is None
        else:
            into = items[-1].blocks if items else blocks
            into += reader.flow_of(child)
        if (text := child.tail) and text != "\n":
            _stray_text(reader, text, items[-1].blocks if items else blocks)
    reader.level -= 2
    if items:
        blocks.append(List(items, _start(element, len(items)), _can_be_tight(items, is_tight=is_tight)))


def _can_be_tight(items: list[Item], *, is_tight: bool) -> bool:
    """Whether items are lines. One item of one block has no space around it that could make it a paragraph.

    Nor are there paragraphs to tell from lines where the items hold other blocks, or nothing.
    """
    is_line = is_tight or (len(items) == 1 and len(items[0].blocks) == 1) or not any(map(_has_paragraph, items))
    return is_line and all(map(_is_line, items))


def _has_paragraph(item: Item) -> bool:
    return any(isinstance(block, Paragraph) for block in item.blocks)


def stray_item(reader: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """An item outside of any list: browsers show it as one, so neighbours make a bulleted list."""
    before = element.getprevious()
    last = blocks[-1] if blocks else None
    reader.level += 2
    item = _item(reader, element)
    reader.level -= 2
    is_tight = _is_line(item) and not (_has_paragraph(item) and any(inner.tag == "p" for inner in element))
    if isinstance(last, List) and before is not None and before.tag == "li" and not (before.tail or "").strip():
        last.items.append(item)
        last.is_tight = last.is_tight and is_tight
    else:
        blocks.append(List([item], None, is_tight))


def _start(element: HtmlElement, size: int) -> int | None:
    """The first number of an ordered list."""
    if element.tag != "ol":
        return None
    start = number_of(element, "start", 1)
    return start if 0 <= start <= _HIGHEST - size else 1


def _stray_text(reader: Reader, text: str | None, blocks: list[Block]) -> None:
    """Text that stands between items."""
    if text and not text.isspace():
        reader.text(text)
        reader.flush(blocks)


def _item(reader: Reader, element: HtmlElement) -> Item:
    """An item, with its box if it is a task; a box without words is shown as text."""
    checked = None
    box = next(element.iter("input"), None) if len(element) else None
    if (
        box is not None
        and box.get("type") == "checkbox"
        and box.getparent() in (element, element.find("p"), element.find("label"))
    ):
        checked = box.get("checked") is not None
    blocks = reader.flow(element)
    if checked is not None and not (blocks and isinstance(blocks[0], Paragraph)):
        blocks.insert(0, Paragraph([Text("[x]" if checked else "[ ]")]))
        checked = None
    return Item(blocks, checked)


def _is_line(item: Item) -> bool:
    """Whether an item is a line, with lists below it or not, so that no blank line is needed in it.

    Only a list that starts at 1 with an item that is not empty can begin right under a line (CommonMark, "Lists"), and
    Python-Markdown takes what follows a blank line in it for text.
    """
    blocks = item.blocks
    if len(blocks) < 2:
        return not (blocks and isinstance(blocks[0], _SPACED))
    below = blocks[1]
    can_follow = isinstance(below, List) and below.is_tight and below.start in (None, 1) and bool(below.items[0].blocks)
    return len(blocks) == 2 and can_follow and isinstance(blocks[0], Paragraph)


def definition_list(reader: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """A list of terms and definitions; groups in `<div>` are allowed (HTML Living Standard).

    What is neither belongs to the definition before.
    """
    entries: list[Term | Definition] = []
    _stray_text(reader, element.text, blocks)
    for child in element:
        if child.tag == "div" and child.find("dt") is not None:
            for inner in child:
                _entry(reader, inner, entries)
        else:
            _entry(reader, child, entries)
    if entries:
        blocks.append(DefinitionList(entries))


def _entry(reader: Reader, element: HtmlElement, entries: list[Term | Definition]) -> None:
    """A term, a definition, or what belongs to the last one; with the text after it."""
    if element.tag == "dt":
        entries.append(Term(reader.line(element)))
    elif element.tag == "dd":
        entries.append(Definition(reader.flow(element)))
    else:
        _add(entries, reader.flow_of(element))
    after: list[Block] = []
    _stray_text(reader, element.tail, after)
    _add(entries, after)


def _add(entries: list[Term | Definition], blocks: list[Block]) -> None:
    """Blocks for the last definition."""
    if not blocks:
        return
    if entries and isinstance(last := entries[-1], Definition):
        last.blocks += blocks
    else:
        entries.append(Definition(blocks))
