"""`<ul>`, `<ol>` and `<dl>`."""

from wpmigrate.html import HtmlElement
from wpmigrate.markdown.ast import Block, Definition, DefinitionList, Item, List, Paragraph, Term

from .attributes import number_of
from .reader import Reader

_LISTS = ("ul", "ol", "menu", "dir")
#: CommonMark: an ordered marker has at most nine digits.
_HIGHEST = 999_999_999


def a_list(reader: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """A list; what stands between its items belongs to the item before."""
    reader.level += 2
    items: list[Item] = []
    is_tight = True
    if (element.text or "").strip():
        items.append(Item(_loose_text(reader, element.text or "")))
    for child in element:
        if child.tag == "li":
            items.append(_item(reader, child))
            is_tight = is_tight and not any(inner.tag == "p" for inner in child)
        elif isinstance(child.tag, str):
            _stray(reader, child, items)
        if (child.tail or "").strip():
            items.append(Item(_loose_text(reader, child.tail or "")))
    reader.level -= 2
    if not items:
        return
    start = None
    if element.tag == "ol":
        start = number_of(element, "start", 1)
        start = start if 0 <= start <= _HIGHEST - len(items) else 1
    blocks.append(List(items, start, is_tight and all(map(_is_line, items))))


def _loose_text(reader: Reader, text: str) -> list[Block]:
    """Text that stands between items."""
    blocks: list[Block] = []
    reader.text(text)
    reader.flush(blocks)
    return blocks


def _stray(reader: Reader, element: HtmlElement, items: list[Item]) -> None:
    """An element between items: a list goes on in the item before, anything else is an item of its own."""
    holder = reader.flow_of(element)
    if element.tag in _LISTS and items:
        items[-1].blocks += holder
    elif holder:
        items.append(Item(holder))


def _item(reader: Reader, element: HtmlElement) -> Item:
    """An item, with its box if it is a task."""
    checked = None
    box = element.find(".//input")
    if box is not None and box.get("type") == "checkbox" and box.getparent() in (element, element.find("p"), element.find("label")):
        checked = box.get("checked") is not None
    return Item(reader.flow(element), checked)


def _is_line(item: Item) -> bool:
    """Whether an item is a line, with lists below it or not, so that no blank line is needed in it."""
    blocks = item.blocks
    if not blocks or isinstance(blocks[0], Paragraph):
        return len(blocks) < 2 or (len(blocks) == 2 and isinstance(blocks[1], List))
    return len(blocks) == 1


def definition_list(reader: Reader, element: HtmlElement, blocks: list[Block]) -> None:
    """A list of terms and definitions; groups in `<div>` are allowed (HTML Living Standard)."""
    entries: list[Term | Definition] = []
    if (element.text or "").strip():
        entries.append(Definition(_loose_text(reader, element.text or "")))
    for child in element.iter("dt", "dd"):
        if next(child.iterancestors("dl")) is not element:
            continue
        if child.tag == "dt":
            entries.append(Term(reader.line(child)))
        else:
            entries.append(Definition(reader.flow(child)))
    if entries:
        blocks.append(DefinitionList(entries))
