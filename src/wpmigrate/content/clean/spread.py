"""Marks and links around whole blocks: each paragraph in them gets its own, as only words can be marked."""

from lxml import etree

from wpmigrate.html import BLOCK, HtmlElement

from .structure import wrap_loose
from .vocabulary import AS_BLOCKS

_BLOCKS = BLOCK | {AS_BLOCKS}
_NOT_MARKED = frozenset(
    {"pre", "hr", "table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "figure", "video", "audio"}
)
#: Phrases that are no marks of words: they just go.
_GOES = frozenset({"code", "kbd", "abbr", "q", "cite", "bdo", "span", "ruby", "rt", "rp", "small", "mark", "ins"})


def spread(root: HtmlElement, marks: list[HtmlElement], holders: set[HtmlElement]) -> None:
    """Move every mark in `marks` (elements with blocks below them) around the words of those blocks.

    One walk over the tree; a mark that is open twice counts once, so hostile nesting adds little.
    """
    wide = set(marks)
    open_marks: list[HtmlElement] = []
    leaves: list[tuple[HtmlElement, tuple[HtmlElement, ...]]] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element in wide:
            if event == "start":
                open_marks.append(element)
                wrap_loose(element, holders)
            else:
                open_marks.pop()
        elif event == "start" and open_marks and element.tag in _BLOCKS and element.tag not in _NOT_MARKED:
            leaves.append((element, _distinct(open_marks)))
    for leaf, outer in leaves:
        if not any(child.tag in _BLOCKS for child in leaf):
            _mark_all(leaf, outer)
    for mark in marks:
        mark.attrib.clear()
        mark.tag = AS_BLOCKS


def _distinct(marks: list[HtmlElement]) -> tuple[HtmlElement, ...]:
    """The innermost mark of each kind, outermost kind first; at most as many as there are kinds."""
    found: dict[str, HtmlElement] = {}
    for mark in reversed(marks[-16:]):
        if mark.tag not in _GOES:
            found.setdefault(str(mark.tag), mark)
    return tuple(reversed(found.values()))


def _mark_all(leaf: HtmlElement, marks: tuple[HtmlElement, ...]) -> None:
    """Put the marks around all that a block holds."""
    if not len(leaf) and not (leaf.text or "").strip():
        return
    for mark in reversed(marks):
        if mark.tag == "a" and next(leaf.iter("a"), None) is not None:
            continue
        if mark.tag == "strong" and leaf.tag in {"h1", "h2", "h3", "h4", "h5", "h6", "th"}:
            continue
        if len(leaf) == 1 and leaf[0].tag == mark.tag and not (leaf.text or "").strip():
            continue
        inner = etree.Element(mark.tag)
        for name in ("href", "title"):
            if mark.get(name):
                inner.set(name, mark.get(name) or "")
        inner.text, leaf.text = leaf.text, None
        inner.extend(list(leaf))
        leaf.append(inner)
