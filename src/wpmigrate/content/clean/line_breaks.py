"""`<br>`: none at the start of a block; two or more in a paragraph part it, as that is what they show."""

from wpmigrate.html import BLOCK, HtmlElement, drop, unwrap

from .structure import ends_line, is_blank, is_block
from .vocabulary import MARKS

_LOOK_UP = 24
_VERBATIM = frozenset({"pre", "code"})


def settle_breaks(root: HtmlElement) -> None:
    """Drop breaks that show nothing, then part paragraphs at the others that stand in a row."""
    breaks = list(root.iter("br"))
    for one in breaks:
        if _starts_line(one, root):
            _drop(one)
    _drop_last(breaks, root)
    parted: set[HtmlElement] = set()
    for one in breaks:
        parent = one.getparent()
        if parent is not None and parent not in parted and parent.tag not in _VERBATIM and _is_doubled(one):
            if parent.tag == "p":
                parted.add(parent)
                _part(parent)
            else:
                _limit(one)
    if parted:
        _drop_last(breaks, root)


def _drop_last(breaks: list[HtmlElement], root: HtmlElement) -> None:
    """Take out the breaks that stand last in their block."""
    for one in reversed(breaks):
        if one.getparent() is not None and ends_line(one, root):
            _drop(one)


def _drop(element: HtmlElement) -> None:
    """Take a break out, and the marks around it that held nothing else."""
    parent = element.getparent()
    drop(element)
    while parent is not None and parent.tag in MARKS and is_blank(parent) and not parent.keys():
        mark, parent = parent, parent.getparent()
        unwrap(mark)


def _starts_line(element: HtmlElement, root: HtmlElement) -> bool:
    """Whether a break stands first in its block, or right after another block."""
    node = element
    for _ in range(_LOOK_UP):
        before = node.getprevious()
        if before is not None:
            if before.tail and before.tail.strip():
                return False
            return is_block(before)
        parent = node.getparent()
        if parent is None or parent.tag in _VERBATIM or (parent.text or "").strip():
            return False
        if parent is root or parent.tag in BLOCK:
            return True
        node = parent
    return False


def _is_doubled(element: HtmlElement) -> bool:
    """Whether another break follows with only blanks between."""
    after = element.getnext()
    return after is not None and after.tag == "br" and not (element.tail or "").strip()


def _part(paragraph: HtmlElement) -> None:
    """One paragraph for each piece between breaks that stand in a row."""
    current = paragraph
    children = list(paragraph)
    position = 0
    while position < len(children):
        child = children[position]
        position += 1
        if child.tag != "br" or not _is_doubled(child):
            if current is not paragraph:
                current.append(child)
            continue
        last = child
        while _is_doubled(last):
            following = children[position]
            position += 1
            drop(last)
            last = following
        new = last.makeelement("p", {})
        new.text, last.tail = last.tail, None
        parent = last.getparent()
        assert parent is not None
        parent.remove(last)
        new.tail, current.tail = current.tail, None
        current.addnext(new)
        current = new


def _limit(first: HtmlElement) -> None:
    """In items and cells, where no paragraph can be parted, one empty line is enough."""
    second = first.getnext()
    while second is not None and _is_doubled(second):
        drop(second)
        second = first.getnext()
